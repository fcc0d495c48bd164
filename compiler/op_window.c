/*
 * op_window.c - slide and unslide: views with affine indices that turn windows
 * into plain axes. The operand has an axis k of copies, one for each place in
 * the window; a convolution is a slide and a contraction, a pooling a slide and a
 * reduction.
 *
 *     slide    y[o, k] = a[o * stride + k * dilation - pad, k], or 0 outside
 *     unslide  y[h, k] = a[(h + pad - k * dilation) / stride, k], or 0
 *
 * Each is the other's gradient.
 */
#include "graph.h"

#include <string.h>

enum { AXIS, K_AXIS, STRIDE, DILATION, PAD, COUNT, WINDOW_INTS };
enum { MOST_ADDED = 8192 /* sums that are made at a time */ };

static void window_shape(Node *y)
{
    const Node *a = y->arg[0];
    const int64_t *at = y->attr.at;
    int rank = a->shape.rank;
    if (at[AXIS] < 0 || at[AXIS] >= rank || at[K_AXIS] < 0 || at[K_AXIS] >= rank ||
        at[AXIS] == at[K_AXIS])
        bug("%s: axes %lld and %lld of %s", op_info(y->op)->name, (long long)at[AXIS],
            (long long)at[K_AXIS], type_text(a));
    if (at[STRIDE] < 1 || at[DILATION] < 1 || at[PAD] < 0 || at[COUNT] < 1)
        fail_at(y->where,
                "%s: stride %lld, dilation %lld, pad %lld leave %lld windows of %s",
                op_info(y->op)->name, (long long)at[STRIDE], (long long)at[DILATION],
                (long long)at[PAD], (long long)at[COUNT], type_text(a));
    y->shape = a->shape;
    y->shape.dim[at[AXIS]] = at[COUNT];
    y->shape.sym[at[AXIS]] = y->attr.sym[at[AXIS]];
    y->dtype = a->dtype;
    shape_size(&y->shape);
}

static Node *window_new(Op op, Node *a, const int64_t *at, const char *sym)
{
    Attr attr = {.n = WINDOW_INTS};
    memcpy(attr.at, at, WINDOW_INTS * sizeof *at);
    attr.sym[at[AXIS]] = sym;
    return node_new(a->graph, op, 1, &a, &attr);
}

static Node *window_grad(Op adjoint, Node *y, Node *dy)
{
    int64_t at[WINDOW_INTS];
    const Shape *a = &y->arg[0]->shape;
    memcpy(at, y->attr.at, sizeof at);
    at[COUNT] = a->dim[at[AXIS]];
    return window_new(adjoint, dy, at, a->sym[at[AXIS]]);
}

void slide_shape(Node *y)
{
    window_shape(y);
}

void unslide_shape(Node *y)
{
    window_shape(y);
}

Node *slide_grad(Node *y, Node *dy, int k)
{
    (void)k;
    return window_grad(OP_unslide, y, dy);
}

Node *unslide_grad(Node *y, Node *dy, int k)
{
    (void)k;
    return window_grad(OP_slide, y, dy);
}

/* in = o * stride + k * dilation - pad */
void slide_view(const Node *y, View *view)
{
    const int64_t *at = y->attr.at;
    *view = view_identity(y->shape.rank);
    view->base[at[AXIS]] = -at[PAD];
    view->coef[at[AXIS]][at[AXIS]] = at[STRIDE];
    view->coef[at[AXIS]][at[K_AXIS]] = at[DILATION];
    view->guarded = true;
}

/* in = (h + pad - k * dilation) / stride */
void unslide_view(const Node *y, View *view)
{
    const int64_t *at = y->attr.at;
    *view = view_identity(y->shape.rank);
    view->base[at[AXIS]] = at[PAD];
    view->coef[at[AXIS]][at[K_AXIS]] = -at[DILATION];
    view->div[at[AXIS]] = at[STRIDE];
    view->guarded = true;
}

Node *n_slide(Node *a, int axis, int k, int64_t stride, int64_t dilation, int64_t pad,
              int64_t count)
{
    int64_t at[WINDOW_INTS] = {axis, k, stride, dilation, pad, count};
    return window_new(OP_slide, a, at, NULL);
}

Node *n_unslide(Node *a, int axis, int k, int64_t stride, int64_t dilation, int64_t pad,
                int64_t count)
{
    int64_t at[WINDOW_INTS] = {axis, k, stride, dilation, pad, count};
    return window_new(OP_unslide, a, at, NULL);
}

/* Which operand of the contraction has the letter, if only one does; else -1. */
static int owner(const char *letters, char c)
{
    const char *comma = strchr(letters, ','), *arrow = strchr(letters, '-');
    const char *a = strchr(letters, c), *b = strchr(comma, c);
    bool in_a = a && a < comma, in_b = b && b < arrow;
    return in_a == in_b ? -1 : in_b;
}

/* sum over k of window(a b) where a has the window's axis and b has k:
 *     sum_k (un)slide(contract(a, b)) = contract((un)slide(expand(a)), b)
 * NULL where it is something else. */
static Node *product_window(Node *x)
{
    const int64_t *at = x->attr.at;
    Node *c = x->arg[0];
    if (c->op != OP_contract)
        return NULL;
    const char *text = c->attr.text, *comma = strchr(text, ','),
               *arrow = strchr(text, '-');
    char along = arrow[2 + at[AXIS]], k = arrow[2 + at[K_AXIS]];
    int side = owner(text, along);
    if (side < 0 || owner(text, k) != 1 - side)
        return NULL;
    Node *a = c->arg[side];
    const char *begin = side == 0 ? text : comma + 1;
    int rank = a->shape.rank, axis = (int)(strchr(begin, along) - begin);
    if (rank == MAX_RANK)
        return NULL;
    a = n_expand(a, rank, c->shape.dim[at[K_AXIS]], c->shape.sym[at[K_AXIS]]);
    int64_t window[WINDOW_INTS];
    memcpy(window, at, sizeof window);
    window[AXIS] = axis;
    window[K_AXIS] = rank;
    a = window_new(x->op, a, window, x->attr.sym[at[AXIS]]);
    char letters[4 * MAX_RANK + 8];
    int n = 0;
    for (const char *p = text; *p; p++) {
        if (p == (side == 0 ? comma : arrow))
            letters[n++] = k;
        if (p < arrow || *p != k)
            letters[n++] = *p;
    }
    letters[n] = 0;
    Node *arg[2] = {c->arg[0], c->arg[1]};
    arg[side] = a;
    return n_contract(arg[0], arg[1], letters);
}

Node *n_merge_axes(Node *a, int axis)
{
    Shape s = a->shape;
    s.dim[axis] *= s.dim[axis + 1];
    s.rank--;
    for (int d = axis + 1; d < s.rank; d++) {
        s.dim[d] = s.dim[d + 1];
        s.sym[d] = s.sym[d + 1];
    }
    return n_reshape(a, s);
}

static Node *split_axis(Node *a, int axis, int64_t inner)
{
    Shape s = a->shape;
    s.rank++;
    for (int d = s.rank - 1; d > axis + 1; d--) {
        s.dim[d] = s.dim[d - 1];
        s.sym[d] = s.sym[d - 1];
    }
    s.dim[axis] /= inner;
    s.dim[axis + 1] = inner;
    s.sym[axis] = s.sym[axis + 1] = NULL;
    return n_reshape(a, s);
}

/* How far apart the windows are: a single one is as far as it takes to overlap none. */
static int64_t distance(const Node *x)
{
    const int64_t *at = x->attr.at;
    const Shape *a = &x->arg[0]->shape;
    int64_t taps = a->dim[at[K_AXIS]], least = taps > at[PAD] ? taps : at[PAD] + 1;
    return a->dim[at[AXIS]] == 1 && at[STRIDE] < least ? least : at[STRIDE];
}

/* Windows that do not overlap: the taps lie side by side, and nothing is summed. */
static Node *side_by_side(Node *x)
{
    const int64_t *at = x->attr.at;
    int axis = (int)at[AXIS], k = (int)at[K_AXIS], rank = x->shape.rank;
    Node *y = x->arg[0];
    int64_t before[MAX_RANK] = {0}, after[MAX_RANK] = {0}, inner[MAX_RANK] = {0};
    after[k] = distance(x) - y->shape.dim[k];
    y = after[k] > 0 ? n_pad(y, before, after, inner, 0) : y;
    int order[MAX_RANK], n = 0;
    for (int d = 0; d < rank; d++) {
        if (d != k)
            order[n++] = d;
        if (d == axis)
            order[n++] = k;
    }
    axis -= k < axis;
    y = n_merge_axes(n_permute(y, order), axis);
    int64_t all = y->shape.dim[axis] - at[PAD], count = at[COUNT];
    y = n_slice_axis(y, axis, at[PAD], 1, count < all ? count : all);
    memset(after, 0, sizeof after);
    after[axis] = count > all ? count - all : 0;
    return after[axis] > 0 ? n_pad(y, before, after, inner, 0) : y;
}

/* The contraction c with its axis k, the taps of a window, cut in two: tap m * stride +
 * r is m on axis k and r on the next. The taps of the last m that there are not are 0.
 */
static Node *cut_taps(Node *c, int k, int64_t stride)
{
    const char *text = c->attr.text, *comma = strchr(text, ','),
               *arrow = strchr(text, '-');
    char letter = arrow[2 + k], fresh = 'a';
    int side = owner(text, letter);
    if (side < 0 || c->shape.rank == MAX_RANK)
        return NULL;
    Node *w = c->arg[side];
    const char *begin = side == 0 ? text : comma + 1;
    int axis = (int)(strchr(begin, letter) - begin), rank = w->shape.rank;
    while (strchr(text, fresh))
        fresh++;
    if (rank == MAX_RANK || fresh > 'z')
        return NULL;
    int64_t none[MAX_RANK] = {0}, after[MAX_RANK] = {0};
    int64_t turns = (w->shape.dim[axis] + stride - 1) / stride;
    after[axis] = turns * stride - w->shape.dim[axis];
    if (after[axis] > 0)
        w = n_pad(w, none, after, none, 0);
    w = split_axis(w, axis, stride);
    char letters[4 * MAX_RANK + 8];
    int n = 0;
    for (const char *p = text; *p; p++) {
        letters[n++] = *p;
        bool of_w = p > arrow || (side == 0 ? p < comma : p > comma && p < arrow);
        if (*p == letter && of_w)
            letters[n++] = fresh;
    }
    letters[n] = 0;
    return n_contract(side == 0 ? w : c->arg[0], side == 1 ? w : c->arg[1], letters);
}

/* Windows that overlap, stride apart: what tap m * stride + r of window o adds to
 * stands at r in the row o + m of stride elements. So row q takes tap m of window q -
 * m: windows of stride 1, whose results lie side by side. No zeros stand between the
 * windows then. */
static Node *by_phase(Node *x)
{
    const int64_t *at = x->attr.at;
    int axis = (int)at[AXIS], k = (int)at[K_AXIS];
    Node *c = cut_taps(x->arg[0], k, at[STRIDE]);
    if (!c)
        return NULL;
    int along = axis + (axis > k);
    int64_t rows = c->shape.dim[along] + c->shape.dim[k] - 1;
    Node *y = product_window(n_unslide(c, along, k, 1, 1, 0, rows));
    return y ? side_by_side(n_unslide(y, axis, k, at[STRIDE], 1, at[PAD], at[COUNT]))
             : NULL;
}

/* Few strides are taken apart later, without a tap too many (pass_phase.c); that makes
 * a product for each phase, which is worse where there are many or the taps fill them.
 */
static bool goes_by_phase(const Node *x)
{
    const int64_t *at = x->attr.at;
    int64_t stride = at[STRIDE], taps = x->arg[0]->shape.dim[at[K_AXIS]];
    int64_t filled = (taps + stride - 1) / stride * stride;
    return x->op == OP_unslide && at[DILATION] == 1 && taps > stride &&
           (stride > 4 || (stride > 2 && 8 * filled <= 9 * taps));
}

static Node *sum_product(Node *x);

/* A reshape that leaves the axes of the window as they are, behind the window. */
static Node *sum_before_reshape(Node *x, Node *v, int64_t *at)
{
    const Shape *out = &v->shape, *in = &v->arg[0]->shape;
    for (int which = AXIS; which <= K_AXIS; which++) {
        int64_t before = 1, product = 1;
        int d = 0;
        for (int i = 0; i < at[which]; i++)
            before *= out->dim[i];
        for (; d < in->rank && product < before; d++)
            product *= in->dim[d];
        for (; d < in->rank && in->dim[d] == 1 && out->dim[at[which]] != 1; d++)
            continue;
        if (product != before || d == in->rank || in->dim[d] != out->dim[at[which]])
            return NULL;
        at[which] = d;
    }
    Node *y = at[AXIS] == at[K_AXIS]
                  ? NULL
                  : sum_product(window_new(x->op, v->arg[0], at, NULL));
    if (!y)
        return NULL;
    Shape shape = x->shape;
    shape.rank = 0;
    for (int d = 0; d < x->shape.rank; d++)
        if (d != x->attr.at[K_AXIS]) {
            shape.dim[shape.rank] = x->shape.dim[d];
            shape.sym[shape.rank++] = x->shape.sym[d];
        }
    return n_reshape(y, shape);
}

/* A permutation behind the window. */
static Node *sum_before_permute(Node *x, Node *v, int64_t *at)
{
    int order[MAX_RANK], n = 0;
    int64_t k = v->attr.at[at[K_AXIS]];
    for (int d = 0; d < v->shape.rank; d++)
        if (d != at[K_AXIS])
            order[n++] = (int)(v->attr.at[d] - (v->attr.at[d] > k));
    at[AXIS] = v->attr.at[at[AXIS]];
    at[K_AXIS] = k;
    Node *y = sum_product(window_new(x->op, v->arg[0], at, NULL));
    return y ? n_permute(y, order) : NULL;
}

/* A slice, or a pad with zeros, of other axes behind the window. */
static Node *sum_before_cut(Node *x, Node *v, int64_t *at)
{
    int rank = v->shape.rank, n = 0;
    int64_t part[3][MAX_RANK];
    if (v->shape.dim[at[AXIS]] != v->arg[0]->shape.dim[at[AXIS]] ||
        v->shape.dim[at[K_AXIS]] != v->arg[0]->shape.dim[at[K_AXIS]] ||
        (v->op == OP_pad ? v->attr.num != 0
                         : v->attr.at[at[AXIS]] != 0 || v->attr.at[at[K_AXIS]] != 0))
        return NULL;
    Node *y = sum_product(window_new(x->op, v->arg[0], at, NULL));
    if (!y)
        return NULL;
    for (int d = 0; d < rank; d++)
        if (d != at[K_AXIS]) {
            for (int i = 0; i < 3; i++)
                part[i][n] = v->attr.at[i * rank + d];
            if (v->op == OP_slice && d == at[AXIS])
                part[2][n] = at[COUNT];
            n++;
        }
    return v->op == OP_pad ? n_pad(y, part[0], part[1], part[2], 0)
                           : n_slice(y, part[0], part[1], part[2]);
}

/* sum over k of window(a), where a is a contraction or a view of one that leaves the
 * axes of the window alone; NULL where it is something else. */
static Node *sum_product(Node *x)
{
    int64_t at[WINDOW_INTS];
    memcpy(at, x->attr.at, sizeof at);
    Node *v = x->arg[0], *y = NULL;
    bool plain = !x->attr.sym[at[AXIS]];
    if (v->op == OP_contract) {
        y = plain && goes_by_phase(x) ? by_phase(x) : NULL;
        return y ? y : product_window(x);
    }
    if (!plain)
        return NULL;
    if (v->op == OP_reshape)
        return sum_before_reshape(x, v, at);
    if (v->op == OP_permute)
        return sum_before_permute(x, v, at);
    return v->op == OP_pad || v->op == OP_slice ? sum_before_cut(x, v, at) : NULL;
}

/* The taps one after another, in front: a row of positions is then summed side by
 * side. Axes behind the positions that are shorter than these are out of the way,
 * before them. */
static Node *sum_taps(Node *x)
{
    const int64_t *at = x->attr.at;
    int axis = (int)at[AXIS], k = (int)at[K_AXIS], rank = x->shape.rank;
    int64_t behind = 1;
    for (int d = axis + 1; d < rank; d++)
        behind *= d == k ? 1 : x->shape.dim[d];
    bool last = behind > 1 && behind < x->shape.dim[axis];
    int order[MAX_RANK] = {k}, back[MAX_RANK], n = 1;
    for (int d = 0; d < rank; d++)
        if (d != k && !(last && d == axis))
            order[n++] = d;
    if (last)
        order[n++] = axis;
    int64_t window[WINDOW_INTS];
    memcpy(window, at, sizeof window);
    for (int i = 1; i < n; i++) {
        if (order[i] == axis)
            window[AXIS] = i;
        back[order[i] - (order[i] > k)] = i - 1;
    }
    window[K_AXIS] = 0;
    Node *a = n_permute(x->arg[0], order);
    a = n_sum(window_new(x->op, a, window, x->attr.sym[axis]), 1);
    return last ? n_permute(a, back) : a;
}

Node *sum_window(Node *x, unsigned axes)
{
    const int64_t *at = x->attr.at;
    if ((x->op != OP_slide && x->op != OP_unslide) || axes != 1u << at[K_AXIS])
        return n_sum(x, axes);
    int64_t stride = distance(x), taps = x->arg[0]->shape.dim[at[K_AXIS]];
    bool apart = x->op == OP_unslide && (at[DILATION] == 1 || taps == 1) &&
                 !x->attr.sym[at[AXIS]] && at[PAD] < stride && taps <= stride;
    Node *y = apart ? side_by_side(x) : sum_product(x);
    return y ? y : sum_taps(x);
}

bool adds_taps(const Node *sum)
{
    const Node *x = sum->op == OP_sum ? sum->arg[0] : NULL;
    if (!x || x->op != OP_unslide || !is_float(x->dtype))
        return false;
    const int64_t *at = x->attr.at;
    const Shape *a = &x->arg[0]->shape;
    int64_t size = (a->dim[at[AXIS]] - 1) * at[STRIDE] + at[PAD] + at[COUNT] +
                   a->dim[at[K_AXIS]] * at[DILATION];
    for (int d = (int)at[AXIS] + 1; d < a->rank; d++)
        size = size_mul(size, a->dim[d]);
    return sum->attr.at[0] == INT64_C(1) << at[K_AXIS] && at[K_AXIS] < at[AXIS] &&
           (at[STRIDE] == 1 || at[DILATION] == 1) && size <= MOST_ADDED;
}

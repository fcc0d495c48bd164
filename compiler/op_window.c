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

/* Which operand of the contraction has this letter of the result, if only one does;
 * else -1. */
static int owner(const char *letters, char c)
{
    const char *comma = strchr(letters, ','), *arrow = strchr(letters, '-');
    const char *a = strchr(letters, c), *b = strchr(comma, c);
    bool in_a = a < comma, in_b = b < arrow; /* or it is found in the result */
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

/* Windows that do not overlap: the taps lie side by side, and nothing is summed. */
static Node *side_by_side(Node *x)
{
    const int64_t *at = x->attr.at;
    int axis = (int)at[AXIS], k = (int)at[K_AXIS], rank = x->shape.rank;
    Node *y = x->arg[0];
    int64_t before[MAX_RANK] = {0}, after[MAX_RANK] = {0}, inner[MAX_RANK] = {0};
    after[k] = at[STRIDE] - y->shape.dim[k];
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

/* The taps one after another, in front: a row of positions is then summed side by
 * side. */
static Node *sum_taps(Node *x)
{
    const int64_t *at = x->attr.at;
    int order[MAX_RANK] = {(int)at[K_AXIS]}, n = 1;
    for (int d = 0; d < x->shape.rank; d++)
        if (d != at[K_AXIS])
            order[n++] = d;
    int64_t window[WINDOW_INTS];
    memcpy(window, at, sizeof window);
    window[AXIS] += at[AXIS] < at[K_AXIS];
    window[K_AXIS] = 0;
    Node *a = n_permute(x->arg[0], order);
    return n_sum(window_new(x->op, a, window, x->attr.sym[at[AXIS]]), 1);
}

Node *sum_window(Node *x, unsigned axes)
{
    const int64_t *at = x->attr.at;
    if ((x->op != OP_slide && x->op != OP_unslide) || axes != 1u << at[K_AXIS])
        return n_sum(x, axes);
    bool apart = x->op == OP_unslide && at[DILATION] == 1 && !x->attr.sym[at[AXIS]] &&
                 at[PAD] < at[STRIDE] && x->arg[0]->shape.dim[at[K_AXIS]] <= at[STRIDE];
    Node *y = apart ? side_by_side(x) : product_window(x);
    return y ? y : sum_taps(x);
}

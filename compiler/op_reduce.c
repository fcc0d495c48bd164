/*
 * op_reduce.c - sums, largest elements, products and running sums along axes.
 * The order of every sum is fixed (the end of eval.h): it is part of the meaning.
 */
#include "eval.h"

/* A tensor seen from one axis: outer x n x inner elements. */
typedef struct Line {
    int64_t outer, n, inner;
} Line;

static Line line_of(const Shape *s, int axis)
{
    Line line = {1, s->dim[axis], 1};
    for (int i = 0; i < axis; i++)
        line.outer *= s->dim[i];
    for (int i = axis + 1; i < s->rank; i++)
        line.inner *= s->dim[i];
    return line;
}

static int check_axis(const Node *y)
{
    int64_t axis = y->attr.at[0];
    if (axis < 0 || axis >= y->arg[0]->shape.rank)
        fail_at(y->where, "%s: %s is %s and has no axis %lld", op_info(y->op)->name,
                node_label(y->arg[0]), type_text(y->arg[0]), (long long)axis + 1);
    return (int)axis;
}

static void check_number(const Node *y)
{
    if (y->arg[0]->dtype == BOOL)
        fail_at(y->where, "%s: %s is %s, expected numbers; cast it with :cast \"i32\"",
                op_info(y->op)->name, node_label(y->arg[0]), type_text(y->arg[0]));
}

static Node *along_axis(Op op, Node *a, int axis)
{
    Attr attr = {.n = 1, .at = {axis}};
    return node_new(a->graph, op, 1, &a, &attr);
}

/* ---- several axes, as bits ---- */

unsigned reduced_axes(const Node *n)
{
    bool one = n->op == OP_prod || n->op == OP_cumsum;
    return one ? 1u << n->attr.at[0] : (unsigned)n->attr.at[0];
}

static Node *along_axes(Op op, Node *a, unsigned axes)
{
    Attr attr = {.n = 1, .at = {axes}};
    return node_new(a->graph, op, 1, &a, &attr);
}

static void drop_axes(Node *y)
{
    const Node *a = y->arg[0];
    unsigned axes = (unsigned)y->attr.at[0];
    check_number(y);
    if (axes >> a->shape.rank != 0)
        fail_at(y->where, "%s: %s is %s and has no axes %#x", op_info(y->op)->name,
                node_label(a), type_text(a), axes);
    y->shape = a->shape;
    for (int i = a->shape.rank - 1; i >= 0; i--)
        if (axes >> i & 1)
            y->shape = shape_drop(y->shape, i);
    y->dtype = a->dtype;
}

/* r, which lacks the axes, as many times along them as a is long: shaped like a. */
static Node *spread(Node *r, const Node *a, unsigned axes)
{
    int from[MAX_RANK], next = 0;
    for (int i = 0; i < a->shape.rank; i++)
        from[i] = axes >> i & 1 ? -1 : next++;
    return axes == 0 ? r : n_broadcast(r, a->shape, from);
}

/* Goes through the elements in row-major order: `to` is the place of each in the
 * result, which lacks the axes. */
typedef struct Walk {
    const Shape *shape;
    int64_t stride[MAX_RANK], index[MAX_RANK], to;
} Walk;

static Walk walk_of(const Shape *s, unsigned axes)
{
    Walk w = {.shape = s};
    int64_t size = 1;
    for (int i = s->rank - 1; i >= 0; i--)
        if (!(axes >> i & 1)) {
            w.stride[i] = size;
            size *= s->dim[i];
        }
    return w;
}

static void walk_on(Walk *w)
{
    for (int d = w->shape->rank - 1; d >= 0; d--) {
        w->to += w->stride[d];
        if (++w->index[d] < w->shape->dim[d])
            return;
        w->to -= w->stride[d] * w->shape->dim[d];
        w->index[d] = 0;
    }
}

/* ---- sum ---- */

void sum_shape(Node *y)
{
    drop_axes(y);
}

Node *sum_grad(Node *y, Node *dy, int k)
{
    return spread(dy, y->arg[k], (unsigned)y->attr.at[0]);
}

enum { LANES = 16 };

static Scalar lane_tree(const Ring *ring, Scalar *lane)
{
    for (int half = LANES / 2; half > 0; half /= 2)
        for (int i = 0; i < half; i++)
            lane[i] = ring->add(lane[i], lane[i + half]);
    return lane[0];
}

void sum_eval(const Ring *ring, const Node *y, const Scalar *const *arg, Scalar *out)
{
    const Shape *a = &y->arg[0]->shape;
    unsigned axes = (unsigned)y->attr.at[0];
    int64_t n = shape_size(a), n_out = shape_size(&y->shape);
    bool lanes = a->rank > 0 && axes >> (a->rank - 1) & 1;
    int width = lanes ? LANES : 1;
    int64_t last = a->rank > 0 ? a->dim[a->rank - 1] : 1;
    Walk w = walk_of(a, axes);
    Arena *scratch = arena_new();
    Scalar *sum = NEW_N(scratch, Scalar, size_mul(n_out, width));
    for (int64_t i = 0; i < n_out * width; i++)
        sum[i] = ring->number(0);
    for (int64_t i = 0; i < n; i++, walk_on(&w)) {
        int64_t lane = lanes ? i % last % LANES : 0;
        Scalar *s = &sum[w.to * width + lane];
        *s = ring->add(*s, arg[0][i]);
    }
    for (int64_t i = 0; i < n_out; i++)
        out[i] = lanes ? lane_tree(ring, &sum[i * LANES]) : sum[i];
    arena_free(scratch);
}

Node *n_sum(Node *a, unsigned axes)
{
    return along_axes(OP_sum, a, axes);
}

Node *n_sum_keep(Node *a, unsigned axes)
{
    Shape kept = a->shape;
    for (int i = 0; i < kept.rank; i++)
        if (axes >> i & 1) {
            kept.dim[i] = 1;
            kept.sym[i] = NULL;
        }
    return n_reshape(n_sum(a, axes), kept);
}

/* ---- max and argmax: the first of equals; a NaN wins ---- */

/* Of the elements along the axes, in row-major order, the largest (largest) and the
 * number of the first one that is (first); either may be NULL. */
static void find_largest(const Ring *ring, const Node *y, const Scalar *a,
                         Scalar *largest, Scalar *first)
{
    const Shape *s = &y->arg[0]->shape;
    Walk w = walk_of(s, (unsigned)y->attr.at[0]);
    int64_t n = shape_size(s), n_out = shape_size(&y->shape);
    Arena *scratch = arena_new();
    int64_t *seen = NEW_N(scratch, int64_t, n_out);
    Scalar *top = NEW_N(scratch, Scalar, n_out);
    for (int64_t i = 0; i < n; i++, walk_on(&w)) {
        bool above = ring->equal(top[w.to], top[w.to]) &&
                     (!ring->equal(a[i], a[i]) || ring->less(top[w.to], a[i]));
        if (seen[w.to] == 0 || above) {
            top[w.to] = a[i];
            if (first)
                first[w.to] = ring->number((double)seen[w.to]);
        }
        seen[w.to]++;
    }
    for (int64_t i = 0; i < n_out && largest; i++)
        largest[i] = top[i];
    arena_free(scratch);
}

void max_shape(Node *y)
{
    drop_axes(y);
}

/* The number of each element of a among those along the axes. */
static Node *position(Node *a, unsigned axes)
{
    Shape along = {0}, flat = {.rank = 1, .dim = {1}};
    int from[MAX_RANK];
    for (int i = 0; i < a->shape.rank; i++) {
        from[i] = axes >> i & 1 ? along.rank : -1;
        if (from[i] >= 0) {
            flat.dim[0] *= a->shape.dim[i];
            along = shape_insert(along, along.rank, a->shape.dim[i], a->shape.sym[i]);
        }
    }
    if (along.rank == 1) /* it may keep its name */
        flat = along;
    Node *number = n_reshape(n_iota(a->graph, I32, flat, 0), along);
    return n_broadcast(number, a->shape, from);
}

Node *max_grad(Node *y, Node *dy, int k)
{
    Node *a = y->arg[k];
    unsigned axes = (unsigned)y->attr.at[0];
    Node *first = n_eq(position(a, axes), spread(n_argmax(a, axes), a, axes));
    Node *along = spread(dy, a, axes);
    return n_where(first, along, n_like(along, 0));
}

void max_eval(const Ring *ring, const Node *y, const Scalar *const *arg, Scalar *out)
{
    find_largest(ring, y, arg[0], out, NULL);
}

Node *n_max(Node *a, unsigned axes)
{
    return along_axes(OP_max, a, axes);
}

void argmax_shape(Node *y)
{
    drop_axes(y);
    y->dtype = I32;
}

void argmax_eval(const Ring *ring, const Node *y, const Scalar *const *arg, Scalar *out)
{
    find_largest(ring, y, arg[0], NULL, out);
}

Node *n_argmax(Node *a, unsigned axes)
{
    return along_axes(OP_argmax, a, axes);
}

/* ---- prod ---- */

void prod_shape(Node *y)
{
    check_number(y);
    y->shape = shape_drop(y->arg[0]->shape, check_axis(y));
    y->dtype = y->arg[0]->dtype;
}

enum { FEW = 8 }; /* elements of a product */

/* The axis as two halves, filled up with a one: an axis of two, and one within. */
static Node *in_halves(Node *a, int axis)
{
    int64_t none[MAX_RANK] = {0}, after[MAX_RANK] = {0};
    after[axis] = a->shape.dim[axis] % 2;
    a = after[axis] > 0 ? n_pad(a, none, after, none, 1) : a;
    Shape s = shape_insert(a->shape, axis, 2, NULL);
    s.dim[axis + 1] /= 2;
    s.sym[axis + 1] = NULL;
    return n_reshape(a, s);
}

/* dy times the product of the others, which is right with zeros too. Of few they are
 * all elements along a second axis, one of them replaced by 1. Of many, an element of
 * one half has its partner in the other half, and the other pairs: what arrives at the
 * product of a pair, which is a product of half the length. Where there is no room for
 * one more axis, the ones before and after become one each. */
Node *prod_grad(Node *y, Node *dy, int k)
{
    Node *a = y->arg[k];
    int axis = (int)y->attr.at[0];
    int64_t n = a->shape.dim[axis];
    if (a->shape.rank == MAX_RANK) {
        Line l = line_of(&a->shape, axis);
        Node *flat = n_reshape(a, shape_of(3, (int64_t[]){l.outer, l.n, l.inner}));
        Node *part = n_reshape(dy, shape_of(2, (int64_t[]){l.outer, l.inner}));
        return n_reshape(prod_grad(n_prod(flat, 1), part, 0), a->shape);
    }
    if (n > FEW) {
        Node *half = in_halves(a, axis), *pair = n_prod(half, axis);
        Node *d = prod_grad(n_prod(pair, axis), dy, 0);
        d = n_mul(spread(d, half, 1u << axis), n_slice_axis(half, axis, 1, -1, 2));
        d = n_slice_axis(n_merge_axes(d, axis), axis, 0, 1, n);
        return n_reshape(d, a->shape); /* with its names */
    }
    Node *all = n_expand(a, axis, n, a->shape.sym[axis]);
    Node *row = n_iota(a->graph, I32, all->shape, axis);
    Node *self = n_eq(row, n_iota(a->graph, I32, all->shape, axis + 1));
    Node *others = n_prod(n_where(self, n_like(all, 1), all), axis + 1);
    return n_mul(spread(dy, a, 1u << axis), others);
}

void prod_eval(const Ring *ring, const Node *y, const Scalar *const *arg, Scalar *out)
{
    Line l = line_of(&y->arg[0]->shape, (int)y->attr.at[0]);
    for (int64_t o = 0; o < l.outer; o++)
        for (int64_t i = 0; i < l.inner; i++) {
            Scalar p = ring->number(1);
            for (int64_t j = 0; j < l.n; j++)
                p = ring->mul(p, arg[0][(o * l.n + j) * l.inner + i]);
            *out++ = p;
        }
}

Node *n_prod(Node *a, int axis)
{
    return along_axis(OP_prod, a, axis);
}

/* ---- cumsum ---- */

void cumsum_shape(Node *y)
{
    check_number(y);
    check_axis(y);
    y->shape = y->arg[0]->shape;
    y->dtype = y->arg[0]->dtype;
}

Node *cumsum_grad(Node *y, Node *dy, int k)
{
    (void)k;
    return n_cumsum(dy, (int)y->attr.at[0], !y->attr.at[1]);
}

void cumsum_eval(const Ring *ring, const Node *y, const Scalar *const *arg, Scalar *out)
{
    Line l = line_of(&y->shape, (int)y->attr.at[0]);
    bool reverse = y->attr.at[1] != 0;
    for (int64_t o = 0; o < l.outer; o++)
        for (int64_t i = 0; i < l.inner; i++) {
            Scalar sum = ring->number(0);
            for (int64_t j = 0; j < l.n; j++) {
                int64_t turn = reverse ? l.n - 1 - j : j;
                int64_t at = (o * l.n + turn) * l.inner + i;
                out[at] = sum = ring->add(sum, arg[0][at]);
            }
        }
}

Node *n_cumsum(Node *a, int axis, int reverse)
{
    Attr attr = {.n = 2, .at = {axis, reverse != 0}};
    return node_new(a->graph, OP_cumsum, 1, &a, &attr);
}

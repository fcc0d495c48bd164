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

/* r, without `axis`, as many times along it as a is long: shaped like a. */
static Node *spread(Node *r, const Node *a, int axis)
{
    return n_expand(r, axis, a->shape.dim[axis], a->shape.sym[axis]);
}

/* ---- sum ---- */

void sum_shape(Node *y)
{
    const Node *a = y->arg[0];
    unsigned axes = (unsigned)y->attr.at[0];
    check_number(y);
    if (axes >> a->shape.rank != 0)
        bug("sum over axes %#x of %s", axes, type_text(a));
    y->shape = a->shape;
    for (int i = a->shape.rank - 1; i >= 0; i--)
        if (axes >> i & 1)
            y->shape = shape_drop(y->shape, i);
    y->dtype = a->dtype;
}

Node *sum_grad(Node *y, Node *dy, int k)
{
    const Shape *a = &y->arg[k]->shape;
    unsigned axes = (unsigned)y->attr.at[0];
    int from[MAX_RANK], next = 0;
    for (int i = 0; i < a->rank; i++)
        from[i] = axes >> i & 1 ? -1 : next++;
    return axes == 0 ? dy : n_broadcast(dy, *a, from);
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
    int64_t stride[MAX_RANK] = {0}, index[MAX_RANK] = {0}, to = 0, size = 1;
    for (int i = a->rank - 1; i >= 0; i--)
        if (!(axes >> i & 1)) {
            stride[i] = size;
            size *= a->dim[i];
        }
    Arena *scratch = arena_new();
    Scalar *sum = NEW_N(scratch, Scalar, size_mul(n_out, width));
    for (int64_t i = 0; i < n_out * width; i++)
        sum[i] = ring->number(0);
    for (int64_t i = 0; i < n; i++) {
        int64_t lane = lanes ? i % last % LANES : 0;
        Scalar *s = &sum[to * width + lane];
        *s = ring->add(*s, arg[0][i]);
        for (int d = a->rank - 1; d >= 0; d--) {
            to += stride[d];
            if (++index[d] < a->dim[d])
                break;
            to -= stride[d] * a->dim[d];
            index[d] = 0;
        }
    }
    for (int64_t i = 0; i < n_out; i++)
        out[i] = lanes ? lane_tree(ring, &sum[i * LANES]) : sum[i];
    arena_free(scratch);
}

Node *n_sum(Node *a, unsigned axes)
{
    Attr attr = {.n = 1, .at = {axes}};
    return node_new(a->graph, OP_sum, 1, &a, &attr);
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

static int64_t first_largest(const Ring *ring, const Scalar *a, int64_t n, int64_t step)
{
    int64_t best = 0;
    for (int64_t i = 0; i < n; i++) {
        Scalar x = a[i * step], top = a[best * step];
        if (!ring->equal(top, top))
            break;
        if (!ring->equal(x, x) || ring->less(top, x))
            best = i;
    }
    return best;
}

void max_shape(Node *y)
{
    check_number(y);
    y->shape = shape_drop(y->arg[0]->shape, check_axis(y));
    y->dtype = y->arg[0]->dtype;
}

Node *max_grad(Node *y, Node *dy, int k)
{
    Node *a = y->arg[k];
    int axis = (int)y->attr.at[0];
    Node *index = n_iota(a->graph, I32, a->shape, axis);
    Node *first = n_eq(index, spread(n_argmax(a, axis), a, axis));
    Node *along = spread(dy, a, axis);
    return n_where(first, along, n_like(along, 0));
}

void max_eval(const Ring *ring, const Node *y, const Scalar *const *arg, Scalar *out)
{
    Line l = line_of(&y->arg[0]->shape, (int)y->attr.at[0]);
    for (int64_t o = 0; o < l.outer; o++)
        for (int64_t i = 0; i < l.inner; i++) {
            const Scalar *a = &arg[0][o * l.n * l.inner + i];
            *out++ = a[first_largest(ring, a, l.n, l.inner) * l.inner];
        }
}

Node *n_max(Node *a, int axis)
{
    return along_axis(OP_max, a, axis);
}

void argmax_shape(Node *y)
{
    check_number(y);
    y->shape = shape_drop(y->arg[0]->shape, check_axis(y));
    y->dtype = I32;
}

void argmax_eval(const Ring *ring, const Node *y, const Scalar *const *arg, Scalar *out)
{
    Line l = line_of(&y->arg[0]->shape, (int)y->attr.at[0]);
    for (int64_t o = 0; o < l.outer; o++)
        for (int64_t i = 0; i < l.inner; i++) {
            const Scalar *a = &arg[0][o * l.n * l.inner + i];
            *out++ = ring->number((double)first_largest(ring, a, l.n, l.inner));
        }
}

Node *n_argmax(Node *a, int axis)
{
    return along_axis(OP_argmax, a, axis);
}

/* ---- prod ---- */

void prod_shape(Node *y)
{
    check_number(y);
    y->shape = shape_drop(y->arg[0]->shape, check_axis(y));
    y->dtype = y->arg[0]->dtype;
}

/* dy times the product of the others, which is right with zeros too: all
 * elements along a second axis, one of them replaced by 1. */
Node *prod_grad(Node *y, Node *dy, int k)
{
    Node *a = y->arg[k];
    int axis = (int)y->attr.at[0];
    if (a->shape.rank == MAX_RANK)
        fail_at(a->where, "prod: %s is %s, and a gradient needs a rank below %d",
                node_label(a), type_text(a), MAX_RANK);
    Node *all = n_expand(a, axis, a->shape.dim[axis], a->shape.sym[axis]);
    Node *row = n_iota(a->graph, I32, all->shape, axis);
    Node *self = n_eq(row, n_iota(a->graph, I32, all->shape, axis + 1));
    Node *others = n_prod(n_where(self, n_like(all, 1), all), axis + 1);
    return n_mul(spread(dy, a, axis), others);
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

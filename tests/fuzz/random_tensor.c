/*
 * random_tensor.c - one step of the generator for each tensor operator: picks
 * operands that fit, draws attributes, and enters the result with its interval.
 */
#include "generator.h"

#include <math.h>

static double low0(Item a)
{
    return fmin(a.lo, 0);
}

static double high0(Item a)
{
    return fmax(a.hi, 0);
}

/* A number, floating or i32, of rank 1 at least. */
static Item pick_number(Generator *r)
{
    Item a = pick(r, chance(r, 85) ? r->real : I32);
    if (a.node->shape.rank > 0)
        return a;
    int64_t dim;
    const char *sym;
    some_dim(r, &dim, &sym);
    return put(r, n_expand(a.node, 0, dim, sym), a.lo, a.hi);
}

/* After a sum of n elements. */
static Item put_sum(Generator *r, Node *y, Item a, double n)
{
    return put(r, y, n * low0(a), n * high0(a));
}

static void moved(Generator *r, Node *y, Item a)
{
    put(r, y, a.lo, a.hi);
}

static void step_cast(Generator *r)
{
    Item a = pick_any(r);
    static const Dtype to[] = {I32, BOOL, F32, F32};
    Dtype d = to[below(r, 4)];
    d = d == F32 ? r->real : d;
    put_cast(r, a, d);
}

static void step_stop(Generator *r)
{
    Item a = pick(r, r->real);
    moved(r, n_stop(a.node), a);
}

/* ---- movement ---- */

static Node *turned(Generator *r, Node *a)
{
    int axes[MAX_RANK];
    for (int i = 0; i < a->shape.rank; i++) {
        int j = below(r, i + 1);
        axes[i] = axes[j];
        axes[j] = i;
    }
    return n_permute(a, axes);
}

/* Other dims: neighbours joined, and ones put in between. */
static Node *joined(Generator *r, Node *a)
{
    const Shape *s = &a->shape;
    Shape to = {0};
    for (int i = 0; i < s->rank; i++) {
        bool join = to.rank > 0 && chance(r, 40);
        if (join) {
            to.dim[to.rank - 1] *= s->dim[i];
            to.sym[to.rank - 1] = NULL;
        } else {
            to = shape_insert(to, to.rank, s->dim[i], s->sym[i]);
        }
        if (to.rank < 5 && chance(r, 20))
            to = shape_insert(to, below(r, to.rank + 1), 1, NULL);
    }
    return n_reshape(a, to);
}

static void step_permute(Generator *r)
{
    Item a = pick_any(r);
    Node *y = turned(r, a.node);
    if (chance(r, 70)) /* as pixels are shuffled, and heads put together */
        y = turned(r, joined(r, y));
    moved(r, y, a);
}

static void step_reshape(Generator *r)
{
    Item a = pick_any(r);
    moved(r, joined(r, a.node), a);
}

static void step_broadcast(Generator *r)
{
    Item a = pick_any(r);
    int64_t dim;
    const char *sym;
    some_dim(r, &dim, &sym);
    if (a.node->shape.rank < 5 && shape_size(&a.node->shape) * dim <= r->largest)
        moved(r, n_expand(a.node, below(r, a.node->shape.rank + 1), dim, sym), a);
}

static void step_slice(Generator *r)
{
    Item a = pick_any(r);
    int64_t start[MAX_RANK], step[MAX_RANK], count[MAX_RANK];
    for (int i = 0; i < a.node->shape.rank; i++) {
        int dim = (int)a.node->shape.dim[i];
        step[i] = 1 + (chance(r, 30) && dim > 1 ? below(r, dim - 1) : 0);
        start[i] = chance(r, 50) ? below(r, dim) : 0;
        int most = (dim - 1 - (int)start[i]) / (int)step[i] + 1;
        count[i] = chance(r, 50) ? most : 1 + below(r, most);
        if (chance(r, 25)) { /* the same elements from behind */
            start[i] += (count[i] - 1) * step[i];
            step[i] = -step[i];
        }
    }
    moved(r, n_slice(a.node, start, step, count), a);
}

static void step_pad(Generator *r)
{
    Item a = pick_any(r);
    int64_t before[MAX_RANK], after[MAX_RANK], inner[MAX_RANK], size = 1;
    for (int i = 0; i < a.node->shape.rank; i++) {
        before[i] = chance(r, 50) ? below(r, 3) : 0;
        after[i] = chance(r, 50) ? below(r, 3) : 0;
        inner[i] = chance(r, 20) ? 1 + below(r, 2) : 0;
        size *= before[i] + after[i] + a.node->shape.dim[i] * (inner[i] + 1);
    }
    if (size > 4 * r->largest)
        return;
    double v = chance(r, 75) || a.node->dtype != r->real ? 0 : below(r, 5) - 2;
    Node *y = n_pad(a.node, before, after, inner, v);
    put(r, y, fmin(a.lo, v), fmax(a.hi, v));
}

/* Windows over an axis of k copies that is made here, as a convolution does. */
static void step_slide(Generator *r)
{
    Item a = pick_any(r);
    int rank = a.node->shape.rank;
    if (rank == 0 || rank > 4)
        return;
    int axis = below(r, rank), k_axis = below(r, rank + 1), k = 1 + below(r, 3);
    int64_t stride = 1 + below(r, 3), dilation = 1 + below(r, 2), pad = below(r, 3);
    int64_t n = a.node->shape.dim[axis], reach = dilation * (k - 1) + 1;
    if (n + 2 * pad < reach || shape_size(&a.node->shape) * k > 4 * r->largest)
        return;
    int64_t count = (n + 2 * pad - reach) / stride + 1;
    Node *copies = n_expand(a.node, k_axis, k, NULL);
    moved(r, copies, a);
    axis += axis >= k_axis;
    Node *y = n_slide(copies, axis, k_axis, stride, dilation, pad, count);
    put(r, y, low0(a), high0(a));
}

static void step_unslide(Generator *r)
{
    Item a = pick(r, r->real);
    int rank = a.node->shape.rank;
    if (rank < 2)
        return;
    int axis = below(r, rank), k_axis = (axis + 1 + below(r, rank - 1)) % rank;
    int64_t stride = 1 + below(r, 3), dilation = 1 + below(r, 2), pad = below(r, 3);
    int64_t windows = a.node->shape.dim[axis], k = a.node->shape.dim[k_axis];
    int64_t count = (windows - 1) * stride + (k - 1) * dilation + 1 - 2 * pad;
    if (count < 1 || shape_size(&a.node->shape) / windows * count > 4 * r->largest)
        return;
    Node *y = n_unslide(a.node, axis, k_axis, stride, dilation, pad, count);
    Item item = put(r, y, low0(a), high0(a));
    if (chance(r, 50))
        put_sum(r, n_sum(y, 1u << k_axis), item, (double)k);
}

static void step_concat(Generator *r)
{
    enum { MOST = 3 };
    Item a = pick_any(r);
    int rank = a.node->shape.rank, n = 1 + below(r, MOST);
    if (rank == 0)
        return;
    int axis = below(r, rank);
    Node *arg[MOST] = {a.node};
    double lo = a.lo, hi = a.hi;
    for (int i = 1; i < n; i++) {
        Shape s = a.node->shape;
        const char *sym;
        some_dim(r, &s.dim[axis], &sym);
        s.sym[axis] = NULL;
        Item b = chance(r, 15) ? a : fit(r, pick(r, a.node->dtype), s);
        arg[i] = b.node;
        lo = fmin(lo, b.lo);
        hi = fmax(hi, b.hi);
    }
    Node *y = n_concat(r->g, n, arg, axis);
    if (y != a.node)
        put(r, y, lo, hi);
}

/* ---- reductions ---- */

/* Bits of some axes, one at least where there is one. */
static unsigned some_axes(Generator *r, const Shape *s)
{
    unsigned axes = 0;
    for (int i = 0; i < s->rank; i++)
        if (chance(r, 50) || (axes == 0 && i == s->rank - 1))
            axes |= 1u << i;
    return axes;
}

static double n_along(const Node *reduced, const Item *a)
{
    return (double)(shape_size(&a->node->shape) / shape_size(&reduced->shape));
}

static void step_sum(Generator *r)
{
    Item a = bounded(r, pick_number(r), 64);
    Node *y = n_sum(a.node, some_axes(r, &a.node->shape));
    put_sum(r, y, a, n_along(y, &a));
}

static void step_max(Generator *r)
{
    Item a = pick_number(r);
    moved(r, n_max(a.node, some_axes(r, &a.node->shape)), a);
}

static void step_argmax(Generator *r)
{
    Item a = pick_number(r);
    Node *y = n_argmax(a.node, some_axes(r, &a.node->shape));
    put(r, y, 0, n_along(y, &a) - 1);
}

static void step_prod(Generator *r)
{
    Item a = bounded(r, pick(r, r->real), 1.5);
    if (a.node->shape.rank == 0 || is_constant(r, a.node))
        return;
    int axis = below(r, a.node->shape.rank);
    double m = fmax(fabs(a.lo), fabs(a.hi));
    double most = pow(fmax(m, 1), (double)a.node->shape.dim[axis]);
    put(r, n_prod(a.node, axis), -most, most);
}

static void step_cumsum(Generator *r)
{
    Item a = bounded(r, pick_number(r), 64);
    int axis = below(r, a.node->shape.rank);
    Node *y = n_cumsum(a.node, axis, below(r, 2));
    put_sum(r, y, a, (double)a.node->shape.dim[axis]);
}

/* ---- products and indexing: letters a b c ... ---- */

/* Axes with their letters, to be shuffled. */
typedef struct Axes {
    Shape shape;
    char letter[MAX_RANK + 1];
} Axes;

static void axes_add(Axes *axes, char letter, int64_t dim, const char *sym)
{
    if (axes->shape.rank == MAX_RANK)
        return;
    axes->letter[axes->shape.rank] = letter;
    axes->shape = shape_insert(axes->shape, axes->shape.rank, dim, sym);
}

static void axes_shuffle(Generator *r, Axes *axes)
{
    for (int i = axes->shape.rank - 1; i > 0; i--) {
        int j = below(r, i + 1);
        Axes was = *axes;
        axes->letter[i] = was.letter[j];
        axes->letter[j] = was.letter[i];
        axes->shape.dim[i] = was.shape.dim[j];
        axes->shape.dim[j] = was.shape.dim[i];
        axes->shape.sym[i] = was.shape.sym[j];
        axes->shape.sym[j] = was.shape.sym[i];
    }
}

static const char *letters_of(Generator *r, const Axes *a, const Axes *b, const Axes *y)
{
    return arena_format(r->g->arena, "%s,%s->%s", a->letter, b->letter, y->letter);
}

static void step_contract(Generator *r)
{
    Item a = bounded(r, pick(r, r->real), 8);
    const Shape *s = &a.node->shape;
    Axes left = {0}, right = {0}, result = {0};
    double terms = 1;
    for (int i = 0; i < s->rank; i++) {
        char letter = (char)('a' + i);
        int role = below(r, 4);
        axes_add(&left, letter, s->dim[i], s->sym[i]);
        if (role != 0)
            axes_add(&right, letter, s->dim[i], s->sym[i]);
        if (role < 2) /* 0: of a alone, 1: of both, else summed */
            axes_add(&result, letter, s->dim[i], s->sym[i]);
        else
            terms *= (double)s->dim[i];
    }
    for (int i = below(r, 3); i > 0; i--) {
        int64_t dim;
        const char *sym;
        some_dim(r, &dim, &sym);
        if (result.shape.rank > 4)
            break;
        axes_add(&right, (char)('m' + i), dim, sym);
        axes_add(&result, (char)('m' + i), dim, sym);
    }
    axes_shuffle(r, &right);
    axes_shuffle(r, &result);
    if ((double)shape_size(&result.shape) * terms > 20.0 * r->largest ||
        shape_size(&right.shape) > 2 * r->largest)
        return;
    Item b = bounded(r, fit(r, pick(r, r->real), right.shape), 8);
    Node *y = n_contract(a.node, b.node, letters_of(r, &left, &right, &result));
    double m = terms * fmax(fabs(a.lo), fabs(a.hi)) * fmax(fabs(b.lo), fabs(b.hi));
    put(r, y, -m, m);
}

/* Letters of a, of which one is indexed; ids may share some of the others. */
static void step_gather(Generator *r)
{
    Item a = pick_any(r);
    const Shape *s = &a.node->shape;
    if (s->rank == 0)
        return;
    int axis = below(r, s->rank);
    Axes left = {0}, ids = {0}, result = {0};
    for (int i = 0; i < s->rank; i++) {
        char letter = (char)('a' + i);
        axes_add(&left, letter, s->dim[i], s->sym[i]);
        if (i == axis)
            continue;
        axes_add(&result, letter, s->dim[i], s->sym[i]);
        if (chance(r, 25))
            axes_add(&ids, letter, s->dim[i], s->sym[i]);
    }
    for (int i = below(r, 3); i > 0 && result.shape.rank < 5; i--) {
        int64_t dim;
        const char *sym;
        some_dim(r, &dim, &sym);
        axes_add(&ids, (char)('m' + i), dim, sym);
        axes_add(&result, (char)('m' + i), dim, sym);
    }
    axes_shuffle(r, &result);
    if (shape_size(&result.shape) > 4 * r->largest)
        return;
    Item index = indices(r, ids.shape, s->dim[axis]);
    Node *y = n_gather(a.node, index.node, letters_of(r, &left, &ids, &result));
    put(r, y, a.lo, a.hi);
}

static void step_scatter(Generator *r)
{
    Item a = bounded(r, pick(r, r->real), 8);
    const Shape *s = &a.node->shape;
    Axes left = {0}, ids = {0}, result = {0};
    double most = 1;
    for (int i = 0; i < s->rank; i++) {
        char letter = (char)('a' + i);
        int role = below(r, 3); /* 0: kept, 1: of the ids alone, 2: of both */
        axes_add(&left, letter, s->dim[i], s->sym[i]);
        if (role > 0)
            axes_add(&ids, letter, s->dim[i], s->sym[i]);
        if (role != 1)
            axes_add(&result, letter, s->dim[i], s->sym[i]);
        else
            most *= (double)s->dim[i];
    }
    int64_t dim;
    const char *sym;
    some_dim(r, &dim, &sym);
    axes_add(&result, 'z', dim, sym);
    axes_shuffle(r, &result);
    if (shape_size(&result.shape) > 4 * r->largest)
        return;
    Item index = indices(r, ids.shape, dim);
    Node *y =
        n_scatter(a.node, index.node, letters_of(r, &left, &ids, &result), dim, sym);
    put_sum(r, y, a, most);
}

/* ---- scan ---- */

enum { MOST_OPERANDS = 6, MOST_OUTS = 2 };

/* A scan being made: a generator of its own fills the body. */
typedef struct Turn {
    Generator body;
    int carries, xs, n;
    int64_t turns;
    const char *sym;
    Item arg[MOST_OPERANDS];
    Node *slot[MOST_OPERANDS];
} Turn;

/* Draws operand k: carries are floats in [-1, 1], sequences any tensor with a
 * first axis for the turns, outer tensors any; and makes its slot. */
static void add_operand(Generator *r, Turn *t, int k)
{
    bool carry = k < t->carries, sequence = !carry && k < t->carries + t->xs;
    Item a = carry ? bounded(r, pick(r, r->real), 1) : pick_any(r);
    Shape slice = a.node->shape;
    if (sequence) {
        if (slice.rank > 3 || shape_size(&slice) * t->turns > 2 * r->largest)
            slice = (Shape){0};
        a = fit(r, a, shape_insert(slice, 0, t->turns, t->sym));
    }
    t->arg[k] = a;
    t->slot[k] = n_slot(t->body.g, k, a.node->dtype, slice);
    put(&t->body, t->slot[k], carry ? -1 : a.lo, carry ? 1 : a.hi);
}

/* Some nodes more, `percent` of them products. */
static void fill_body(Generator *b, int most, int percent)
{
    int size = b->g->nodes.n + 2 + below(b, most);
    for (int tries = 0; b->g->nodes.n < size && tries < 40; tries++)
        if (chance(b, percent))
            step_contract(b);
        else if (chance(b, 65))
            step_scalar(b);
        else
            step_of(b, chance(b, 30) ? pair_steps : tensor_steps);
}

/* The last real one of what is there before the carries are: it does not wait for them.
 */
static Item early_item(const Generator *b)
{
    for (int i = b->pool.n - 1; i > 0; i--)
        if (b->pool.at[i].node->dtype == b->real)
            return b->pool.at[i];
    return (Item){0};
}

/* The next carries, led back to [-1, 1]. */
static void close_body(Turn *t, Item early)
{
    Generator *b = &t->body;
    for (int k = 0; k < t->carries; k++) {
        const Node *slot = t->slot[k];
        Item next = fit(b, pick(b, b->real), slot->shape);
        if (early.node && chance(b, 70)) {
            Item other = fit(b, early, slot->shape);
            next = put(b, n_add(next.node, other.node), next.lo + other.lo,
                       next.hi + other.hi);
        }
        next = bounded(b, next, 1);
        graph_out(b->g, "carry", is_rounded(b, next.node) ? t->slot[k] : next.node);
    }
}

static void step_scan(Generator *r)
{
    if (r->inner)
        return;
    Turn t = {.carries = 1 + below(r, 2), .xs = 1 + below(r, 2)};
    t.n = t.carries + t.xs + below(r, 3);
    t.body = (Generator){.g = graph_new(r->g->arena, "body"),
                         .state = r->state ^ 0x5ca9,
                         .real = r->real,
                         .batch = r->batch,
                         .inner = true,
                         .largest = 40};
    some_dim(r, &t.turns, &t.sym);
    for (int k = t.carries; k < t.n; k++)
        add_operand(r, &t, k);
    Item early = {0};
    if (chance(r, 75)) {
        fill_body(&t.body, 8, 60);
        early = early_item(&t.body);
    }
    for (int k = 0; k < t.carries; k++)
        add_operand(r, &t, k);
    fill_body(&t.body, 8, 0);
    close_body(&t, early);
    Item out[MOST_OUTS];
    int outs = below(r, MOST_OUTS + 1);
    for (int k = 0; k < outs; k++) {
        out[k] = pick_any(&t.body);
        if (shape_size(&out[k].node->shape) * t.turns > 4 * r->largest)
            out[k] = t.body.pool.at[0];
        graph_out(t.body.g, "out", out[k].node);
    }
    Node *node[MOST_OPERANDS];
    for (int k = 0; k < t.n; k++)
        node[k] = t.arg[k].node;
    Node *scan[2] = {n_scan(r->g, t.body.g, t.carries, t.xs, t.n, node)};
    scan[1] = scan[0];
    if (scan[0]->attr.body != t.body.g) /* something was hoisted */
        scan[1] = n_scan_plain(r->g, t.body.g, t.carries, t.xs, t.n, node);
    for (int k = 0; k < t.carries + outs; k++) {
        Node *get[] = {n_get(scan[0], k), n_get(scan[1], k)};
        as_deep(r, get[0], get[1]); /* so that the same follows of either */
        put(r, get[r->plain], k < t.carries ? -1 : out[k - t.carries].lo,
            k < t.carries ? 1 : out[k - t.carries].hi);
    }
}

const Step tensor_steps[] = {step_cast,    step_stop,      step_permute,  step_permute,
                             step_reshape, step_broadcast, step_slice,    step_pad,
                             step_slide,   step_unslide,   step_concat,   step_sum,
                             step_sum,     step_max,       step_argmax,   step_prod,
                             step_cumsum,  step_cumsum,    step_contract, step_contract,
                             step_gather,  step_scatter,   step_scan,     NULL};

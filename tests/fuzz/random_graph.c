/*
 * random_graph.c - the generator: the pool (random_pool.c) grows by steps, each of
 * which picks operands, fits their shapes, leads them into the operator's domain and
 * enters the result.
 */
#include "generator.h"
#include "random_kinds.h"

#include <math.h>
#include <string.h>

#include "../../runtime/mf_random.h"
#include "eval.h"

/* ---- fitting ---- */

/* a's axes found in the shape, in order; false where one is missing. */
static bool axes_within(const Shape *a, const Shape *shape, int *from)
{
    int next = 0;
    for (int i = 0; i < shape->rank; i++) {
        bool own = next < a->rank && same_dim(a, next, shape, i);
        from[i] = own ? next++ : -1;
    }
    return next == a->rank;
}

Item fit(Generator *r, Item a, Shape shape)
{
    int from[MAX_RANK];
    if (same_shape(&a.node->shape, &shape))
        return a;
    if (axes_within(&a.node->shape, &shape, from))
        return put(r, n_broadcast(a.node, shape, from), a.lo, a.hi);
    if (chance(r, 40) && shape.rank > 0 && !(r->inner && a.node->dtype == BOOL)) {
        /* A leaf of some of the axes, and copies along the others. */
        Shape part = {0};
        for (int i = 0; i < shape.rank; i++)
            if (chance(r, 50))
                part = shape_insert(part, part.rank, shape.dim[i], shape.sym[i]);
        Item leaf = fresh(r, a.node->dtype, part);
        if (axes_within(&part, &shape, from) && part.rank < shape.rank)
            return put(r, n_broadcast(leaf.node, shape, from), leaf.lo, leaf.hi);
    }
    if (chance(r, 30) && a.node->dtype == r->real && a.node->shape.rank > 0) {
        Item b = bounded(r, a, 4);
        double n = (double)shape_size(&b.node->shape);
        Node *sum = n_sum(b.node, (1u << b.node->shape.rank) - 1);
        Item s = put(r, sum, n * b.lo, n * b.hi);
        return fit(r, bounded(r, s, 4), shape);
    }
    return fresh(r, a.node->dtype, shape);
}

/* ---- domains ---- */

static double magnitude(Item a)
{
    return fmax(fabs(a.lo), fabs(a.hi));
}

Item variable(Generator *r, Item a)
{
    for (int i = 0; i < r->pool.n; i++) {
        Item item = r->pool.at[below(r, r->pool.n)];
        if (!is_constant(r, item.node) && item.node->dtype == a.node->dtype &&
            same_shape(&item.node->shape, &a.node->shape))
            return item;
    }
    if (!r->inner)
        return fresh_variable(r, a.node->dtype, a.node->shape);
    Item slot = fit(r, r->pool.at[0], a.node->shape); /* a carry, in [-1, 1] */
    if (slot.node->dtype == a.node->dtype)
        return slot;
    return put_cast(r, slot, a.node->dtype);
}

Item bounded(Generator *r, Item a, double limit)
{
    Node *n = a.node;
    if (magnitude(a) <= limit)
        return a;
    if (n->dtype == I32) {
        Node *top = n_minimum(n, n_like(n, floor(limit)));
        put(r, top, fmin(a.lo, floor(limit)), floor(limit));
        Node *both = n_maximum(top, n_like(n, -floor(limit)));
        return put(r, both, -floor(limit), floor(limit));
    }
    if (is_constant(r, a.node))
        a = variable(r, a);
    n = a.node;
    switch (below(r, 4)) {
    case 0:
        return put(r, n_sin(n), -1, 1);
    case 1:
        return put(r, n_sigmoid(n), 0, 1);
    case 2:
        return put(r, n_minimum(n_maximum(n, n_like(n, -1)), n_like(n, 1)), -1, 1);
    default:
        return put(r, n_tanh(n), -1, 1);
    }
}

/* Elements in [0.25, limit]. */
static Item positive(Generator *r, Item a, double limit)
{
    if (a.lo >= 0.25 && a.hi <= limit)
        return a;
    a = bounded(r, a, 1);
    Node *n = a.node, *half = n_like(n, 0.5);
    if (chance(r, 50))
        return put(r, n_add(n_mul(n, n), half), 0.5, 1.5);
    return put(r, n_add(n_abs(n), half), 0.5, 1.5);
}

Item indices(Generator *r, Shape shape, int64_t n)
{
    Item a = fit(r, pick(r, I32), shape);
    double last = (double)(n - 1);
    if (a.lo < 0)
        a = put(r, n_maximum(a.node, n_like(a.node, 0)), 0, fmax(a.hi, 0));
    if (a.hi > last)
        a = put(r, n_minimum(a.node, n_like(a.node, last)), 0, last);
    return a;
}

/* ---- scalar operators ---- */

/* The operand led into the domain of the operator. A row that is not known here
 * gets operands in [0.25, 2], where most functions are tame. */
static Item tamed(Generator *r, Op op, int k, Item a)
{
    static const Op known[] = {OP_neg,     OP_add,     OP_sub,      OP_mul,
                               OP_maximum, OP_abs,     OP_minimum,  OP_sign,
                               OP_floor,   OP_ceil,    OP_round,    OP_sin,
                               OP_cos,     OP_atan,    OP_tanh,     OP_erf,
                               OP_relu,    OP_sigmoid, OP_softplus, OP_where};
    if (op == OP_exp || op == OP_expm1)
        return bounded(r, a, 3);
    if (op == OP_div && k == 1 && a.hi <= -0.25 && a.lo >= -64)
        return a;
    if (op == OP_log || op == OP_sqrt || (op == OP_div && k == 1))
        return positive(r, a, 64);
    if (op == OP_log1p || (op == OP_pow && k == 0))
        return positive(r, a, 4);
    if (op == OP_pow)
        return bounded(r, a, 3);
    bool tame = op_info(op)->kind == K_COMPARE || op == OP_div || a.node->dtype == BOOL;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        tame = tame || known[i] == op;
    return tame ? bounded(r, a, 64) : positive(r, a, 2);
}

/* The values at the corners of the operands' box, and at zero where an operand
 * may be zero: right for functions that rise, fall, or turn at zero, and for
 * what is linear in each operand. */
static Item interval(Op op, const Item *a, int n, Node *y)
{
    Item item = {.node = y, .lo = HUGE_VAL, .hi = -HUGE_VAL};
    for (int corner = 0; corner < 27; corner++) {
        double v[3] = {0};
        int c = corner;
        for (int k = 0; k < n; k++, c /= 3) {
            double zero = a[k].lo < 0 && a[k].hi > 0 ? 0 : a[k].lo;
            v[k] = c % 3 == 0 ? a[k].lo : c % 3 == 1 ? a[k].hi : zero;
        }
        double value = eval_real(op, v[0], v[1], v[2]);
        item.lo = fmin(item.lo, value);
        item.hi = fmax(item.hi, value);
    }
    bool waves = op == OP_sin || op == OP_cos, truth = y->dtype == BOOL;
    if (waves || truth) {
        item.lo = waves ? -1 : 0;
        item.hi = 1;
    }
    return item;
}

/* The types of the operands of this kind, drawn. */
static Dtype operand_dtype(Generator *r, OpKind kind, int k, Dtype drawn)
{
    if (kind == K_LOGIC || (kind == K_SELECT && k == 0))
        return BOOL;
    if (kind == K_FLOAT)
        return r->real;
    return drawn;
}

void step_scalar(Generator *r)
{
    Op op = (Op)below(r, OPS);
    while (!is_scalar_op(op))
        op = (Op)below(r, OPS);
    const OpInfo *info = op_info(op);
    bool any = info->kind == K_COMPARE || info->kind == K_SELECT;
    Dtype drawn = chance(r, 75) ? r->real : any && chance(r, 40) ? BOOL : I32;
    Item a[3] = {{0}};
    int first = below(r, info->arity); /* its shape is the result's */
    bool constant = true;
    for (int i = 0; i < info->arity; i++) {
        int k = (first + i) % info->arity;
        Dtype dtype = operand_dtype(r, info->kind, k, drawn);
        bool again = i > 0 && a[first].node->dtype == dtype && chance(r, 12);
        a[k] = again ? a[first] : pick(r, dtype);
        if (i > 0)
            a[k] = fit(r, a[k], a[first].node->shape);
        a[k] = tamed(r, op, k, a[k]);
    }
    for (int k = 0; k < info->arity; k++)
        constant = constant && is_constant(r, a[k].node);
    if (constant && chance(r, 60))
        a[first] = tamed(r, op, first, variable(r, a[first]));
    Node *arg[3] = {a[0].node, a[1].node, a[2].node};
    Node *y = node_new(r->g, op, info->arity, arg, NULL);
    Item item = interval(op, a, info->arity, y);
    put(r, y, item.lo, item.hi);
}

/* ---- whole graphs ---- */

void step_of(Generator *r, const Step *steps)
{
    int n = 0;
    while (steps[n])
        n++;
    steps[below(r, n)](r);
}

/* The same node once more. */
static void step_again(Generator *r)
{
    Item a = pick_any(r);
    if (!is_leaf(a.node) && a.node->op != OP_scan)
        put(r, node_copy(r->g, a.node, a.node->arg), a.lo, a.hi);
}

/* Gradients of a combination of some values with respect to some leaves: those of the
 * loss `scale` times, divided by it. */
static void add_gradients(Generator *r, double scale)
{
    enum { MOST = 3 };
    Node *xs[MOST], *dx[MOST], *scaled[MOST];
    int n = 0;
    for (int i = 0; i < r->pool.n && n < MOST; i++) {
        Node *leaf = r->pool.at[i].node;
        if ((leaf->op == OP_param || leaf->op == OP_input) && leaf->dtype == r->real &&
            chance(r, 60))
            xs[n++] = leaf;
    }
    Item y = bounded(r, pick(r, r->real), 16);
    if (is_constant(r, y.node) || is_rounded(r, y.node))
        return;
    Node *total = n_mul(y.node, y.node);
    if (total->shape.rank > 0)
        total = n_sum(total, (1u << total->shape.rank) - 1);
    graph_grad(total, NULL, n, xs, dx);
    if (scale != 1)
        graph_grad(total, n_like(total, scale), n, xs, scaled);
    for (int i = 0; i < n; i++) {
        if (is_rounded(r, dx[i]))
            continue;
        if (scale != 1)
            dx[i] = n_mul(scaled[i], n_like(scaled[i], 1 / scale));
        bool store = xs[i]->op == OP_param && chance(r, 70);
        Node *lr = n_like(xs[i], 0.125);
        if (store)
            graph_store(r->g, xs[i]->attr.text, n_sub(xs[i], n_mul(lr, dx[i])));
        else
            graph_out(r->g, leaf_name(r, 'g'), dx[i]);
    }
}

static bool stored(const Graph *g, const char *name)
{
    for (int i = 0; i < g->outs.n; i++)
        if (g->outs.at[i].store && strcmp(g->outs.at[i].name, name) == 0)
            return true;
    return false;
}

static void add_stores(Generator *r)
{
    for (int i = 0; i < r->pool.n; i++) {
        Node *leaf = r->pool.at[i].node;
        if (leaf->op != OP_param || !chance(r, 40) || stored(r->g, leaf->attr.text))
            continue;
        Item v = fit(r, pick(r, leaf->dtype), leaf->shape);
        if (!is_rounded(r, v.node))
            graph_store(r->g, leaf->attr.text, v.node);
    }
}

static Graph *generate(Arena *arena, uint64_t seed, double scale, bool plain)
{
    Generator r = {.g = graph_new(arena, "random"),
                   .state = mf_mix(seed + 1),
                   .plain = plain};
    r.real = chance(&r, 70) ? F32 : F64;
    r.batch = chance(&r, 80) ? 3 + 2 * below(&r, 3) : 16;
    r.largest = chance(&r, 85) ? 200 : 2000;
    int size = 3 + below(&r, chance(&r, 50) ? 15 : 58);
    fresh_variable(&r, r.real, some_shape(&r));
    while (r.g->nodes.n < size) {
        if (chance(&r, 55))
            step_scalar(&r);
        else if (chance(&r, 12))
            step_again(&r);
        else
            step_of(&r, chance(&r, 30) ? pair_steps : tensor_steps);
    }
    if (chance(&r, 30))
        add_gradients(&r, scale);
    for (int i = below(&r, 6); i >= 0; i--)
        graph_out(r.g, leaf_name(&r, 'y'), pick_any(&r).node);
    add_stores(&r);
    return r.g;
}

Graph *random_graph_scaled(Arena *arena, uint64_t seed, double scale)
{
    return generate(arena, seed, scale, false);
}

Graph *random_graph(Arena *arena, uint64_t seed)
{
    return generate(arena, seed, 1, false);
}

Graph *random_graph_plain(Arena *arena, uint64_t seed)
{
    return generate(arena, seed, 1, true);
}

Graph *random_pairs(Arena *arena, uint64_t seed)
{
    Generator r = {.g = graph_new(arena, "pairs"), .state = mf_mix(~seed)};
    r.real = chance(&r, 70) ? F32 : F64;
    r.batch = 3;
    r.largest = 60;
    fresh_variable(&r, r.real, some_shape(&r));
    while (r.g->nodes.n < 50) {
        step_of(&r, chance(&r, 10) ? tensor_steps : pair_steps);
        if (chance(&r, 20))
            step_scalar(&r);
    }
    for (int i = 0; i < 12; i++)
        graph_out(r.g, leaf_name(&r, 'y'), pick_any(&r).node);
    return r.g;
}

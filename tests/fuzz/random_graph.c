/*
 * random_graph.c - the generator: a pool of nodes with their intervals grows by
 * steps, each of which picks operands, fits their shapes, leads them into the
 * operator's domain and enters the result.
 *
 * Constant folding rounds where the field does not. So what is made of constants
 * alone has a depth: 1 for a leaf, more with every exact operation, INEXACT for a
 * rounded one. Where more would be computed from a deep one, the result is left
 * out of the pool, so that nothing is made of it.
 */
#include "generator.h"
#include "random_kinds.h"

#include <math.h>
#include <string.h>

#include "../../runtime/mf_random.h"
#include "eval.h"

enum {
    DEEPEST = 5,    /* three factors of 5 bits */
    INEXACT = 100,  /* rounded once */
    ROUNDED = 1000, /* rounded, and then computed with; or made of such */
};

/* ---- numbers ---- */

static uint64_t draw(Generator *r)
{
    r->state += UINT64_C(0x9e3779b97f4a7c15);
    return mf_mix(r->state);
}

int below(Generator *r, int n)
{
    return (int)(draw(r) >> 33) % n;
}

bool chance(Generator *r, int percent)
{
    return below(r, 100) < percent;
}

double random_leaf_value(const Node *leaf, uint64_t seed, int64_t i)
{
    uint64_t stream = mf_hash(random_own_name(leaf->attr.text));
    double u = mf_uniform(seed, stream, 0, (uint64_t)i);
    if (leaf->dtype == BOOL)
        return u < 0.5;
    if (leaf->dtype == I32)
        return floor(u * RANDOM_LIMIT);
    return (double)(float)(4 * u - 2);
}

/* Small, exact in binary, and often one that a rule of fold looks for. */
static double random_number(Generator *r, Dtype dtype)
{
    static const double special[] = {0, 1, -1, 2, 0.5, -0.5, 3, -2};
    double v = chance(r, 70) ? special[below(r, 8)] : (below(r, 33) - 16) / 8.0;
    return dtype == BOOL ? v > 0 : dtype == I32 ? floor(v) : v;
}

/* ---- shapes ---- */

void some_dim(Generator *r, int64_t *dim, const char **sym)
{
    static const int small[] = {1, 2, 3, 5, 7}, wide[] = {15, 16, 17, 31, 32, 33};
    *sym = NULL;
    if (chance(r, 12)) {
        *dim = r->batch;
        *sym = intern(r->g->arena, "B");
    } else {
        *dim = chance(r, 90) ? small[below(r, 5)] : wide[below(r, 6)];
    }
}

Shape some_shape(Generator *r)
{
    static const int ranks[] = {0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4};
    Shape s = {0};
    int rank = ranks[below(r, 11)];
    for (int i = 0; i < rank; i++) {
        int64_t dim;
        const char *sym;
        some_dim(r, &dim, &sym);
        if (shape_size(&s) * dim <= r->largest)
            s = shape_insert(s, s.rank, dim, sym);
    }
    return s;
}

/* ---- the pool ---- */

static bool is_exact(Op op)
{
    static const Op exact[] = {OP_neg, OP_add,  OP_sub,   OP_mul,     OP_maximum,
                               OP_abs, OP_sign, OP_where, OP_minimum, OP_relu};
    for (size_t i = 0; i < sizeof exact / sizeof *exact; i++)
        if (exact[i] == op)
            return true;
    return op_info(op)->kind == K_COMPARE || op_info(op)->kind == K_LOGIC;
}

static bool is_arithmetic(Op op)
{
    return is_scalar_op(op) || op == OP_sum || op == OP_prod || op == OP_cumsum ||
           op == OP_contract || op == OP_scatter;
}

static bool body_is_rounded(const Graph *body);

/* Whether the folder may find a constant, where some operands are constants. */
static bool is_constant_of(const Node *n, const bool *constant)
{
    if (n->op == OP_where)
        return (constant[1] && constant[2]) ||
               (constant[0] && (constant[1] || constant[2]));
    if (n->op == OP_logical_and || n->op == OP_logical_or)
        return constant[0] || constant[1];
    if (n->op == OP_scatter) /* zeros among zeros */
        return constant[0];
    if (n->op == OP_argmax && shape_size(&n->arg[0]->shape) == shape_size(&n->shape))
        return true;
    for (int k = 0; k < n->n; k++)
        if (!constant[k])
            return false;
    return n->n > 0 && n->op != OP_scan;
}

/* Will cse make one node of them? */
static bool same_value(const Node *a, const Node *b)
{
    if (a == b)
        return true;
    if (!node_equal(a, b) || a->n != b->n)
        return false;
    for (int k = 0; k < a->n; k++)
        if (!same_value(a->arg[k], b->arg[k]))
            return false;
    return true;
}

static int depth_of(const Generator *r, const Node *n)
{
    enum { MOST = 16 };
    bool constant[MOST] = {false};
    if (n->op == OP_scan && body_is_rounded(n->attr.body))
        return ROUNDED;
    if (n->op == OP_full || n->op == OP_const || n->op == OP_iota)
        return 1;
    if (op_info(n->op)->kind == K_COMPARE && same_value(n->arg[0], n->arg[1]))
        return 1; /* a constant, whatever the operands are */
    int sum = 0;
    for (int k = 0; k < n->n; k++) {
        int depth = r->depth.at[n->arg[k]->id];
        if (depth >= ROUNDED)
            return ROUNDED;
        sum += depth;
        if (k < MOST)
            constant[k] = depth > 0;
    }
    /* a ? b : (a ? c : d) is a ? b : d */
    for (int k = 1; k < 3 && n->op == OP_where; k++) {
        const Node *a = n->arg[k];
        while (!constant[k] && a->op == OP_where && same_value(a->arg[0], n->arg[0])) {
            a = a->arg[k];
            constant[k] = r->depth.at[a->id] > 0;
        }
    }
    if (!is_constant_of(n, constant))
        return 0;
    if (!is_float(n->dtype) && sum >= INEXACT)
        return ROUNDED; /* an integer made of it says how it was rounded */
    if (!is_arithmetic(n->op))
        return sum > 0 ? sum : 1;
    int depth = sum + (is_scalar_op(n->op) ? 1 : 2);
    if (depth > DEEPEST)
        return ROUNDED;
    return is_scalar_op(n->op) && !is_exact(n->op) ? INEXACT : depth;
}

static bool body_is_rounded(const Graph *body)
{
    Generator r = {0};
    for (int i = 0; i < body->nodes.n; i++) {
        int d = depth_of(&r, body->nodes.at[i]);
        PUSH(body->arena, r.depth, d);
    }
    for (int i = 0; i < body->outs.n; i++)
        if (r.depth.at[body->outs.at[i].node->id] >= ROUNDED)
            return true;
    return false;
}

static int depth(Generator *r, const Node *n)
{
    for (int id = r->depth.n; id <= n->id; id++) {
        int d = depth_of(r, r->g->nodes.at[id]);
        PUSH(r->g->arena, r->depth, d);
    }
    return r->depth.at[n->id];
}

bool is_rounded(Generator *r, const Node *n)
{
    return depth(r, n) >= ROUNDED;
}

bool is_constant(Generator *r, const Node *n)
{
    return depth(r, n) > 0;
}

Item put(Generator *r, Node *n, double lo, double hi)
{
    Item item = {n, lo, hi};
    if (!is_rounded(r, n))
        PUSH(r->g->arena, r->pool, item);
    return item;
}

static const char *leaf_name(Generator *r, char kind)
{
    return arena_format(r->g->arena, "%c%d", kind, r->leaves++);
}

Item put_cast(Generator *r, Item a, Dtype to)
{
    Node *y = n_cast(a.node, to);
    if (y == a.node)
        return a;
    double lo = to == BOOL ? 0 : a.lo, hi = to == BOOL ? 1 : a.hi;
    if (to == I32 && is_float(a.node->dtype)) {
        lo = INT32_MIN;
        hi = INT32_MAX;
    }
    return put(r, y, lo, hi);
}

static Item fresh_constant(Generator *r, Dtype dtype, Shape shape)
{
    Graph *g = r->g;
    int kind = below(r, 4);
    if (kind == 0 && shape.rank > 0 && dtype != BOOL) {
        int axis = below(r, shape.rank);
        return put(r, n_iota(g, dtype, shape, axis), 0, (double)shape.dim[axis]);
    }
    if (kind > 1) {
        double v = random_number(r, dtype);
        return put(r, n_full(g, dtype, shape, v), v, v);
    }
    int64_t size = shape_size(&shape);
    double *data = NEW_N(g->arena, double, size), lo = 0, hi = 0;
    for (int64_t i = 0; i < size; i++) {
        data[i] = random_number(r, dtype);
        lo = fmin(lo, data[i]);
        hi = fmax(hi, data[i]);
    }
    return put(r, n_const(g, dtype, shape, data), lo, hi);
}

static Item fresh_variable(Generator *r, Dtype dtype, Shape shape)
{
    Graph *g = r->g;
    int kind = below(r, 10);
    if (kind == 0 && dtype == r->real)
        return put(r, n_random(g, dtype, shape, leaf_name(r, 'r')), 0, 1);
    if (kind == 1 && shape.rank == 0 && dtype != BOOL)
        return put(r, n_step(g, dtype), 0, 8);
    double hi = dtype == BOOL ? 1 : dtype == I32 ? RANDOM_LIMIT - 1 : 2;
    double lo = dtype == r->real ? -2 : 0;
    Node *n = kind < 6 ? n_input(g, leaf_name(r, 'x'), dtype, shape)
                       : n_param(g, leaf_name(r, 'p'), dtype, shape);
    return put(r, n, lo, hi);
}

Item fresh(Generator *r, Dtype dtype, Shape shape)
{
    return r->inner || chance(r, 35) ? fresh_constant(r, dtype, shape)
                                     : fresh_variable(r, dtype, shape);
}

/* Recent ones more often: the smaller of two draws counts from the end. */
static int pick_place(Generator *r)
{
    int a = below(r, r->pool.n), b = below(r, r->pool.n);
    return r->pool.n - 1 - (a < b ? a : b);
}

Item pick_any(Generator *r)
{
    return r->pool.at[pick_place(r)];
}

Item pick(Generator *r, Dtype dtype)
{
    for (int tries = 0; tries < 12; tries++) {
        Item item = pick_any(r);
        if (item.node->dtype == dtype)
            return item;
    }
    return fresh(r, dtype, some_shape(r));
}

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
    static const Op known[] = {OP_neg,   OP_add,     OP_sub,      OP_mul,   OP_maximum,
                               OP_abs,   OP_minimum, OP_sign,     OP_floor, OP_ceil,
                               OP_round, OP_sin,     OP_cos,      OP_tanh,  OP_erf,
                               OP_relu,  OP_sigmoid, OP_softplus, OP_where};
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

Graph *random_graph_scaled(Arena *arena, uint64_t seed, double scale)
{
    Generator r = {.g = graph_new(arena, "random"), .state = mf_mix(seed + 1)};
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

Graph *random_graph(Arena *arena, uint64_t seed)
{
    return random_graph_scaled(arena, seed, 1);
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

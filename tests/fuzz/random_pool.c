/*
 * random_pool.c - numbers, shapes, and the pool of nodes with their intervals, from
 * which operands are picked and into which results are entered.
 *
 * Constant folding rounds where the field does not. So what is made of constants
 * alone has a depth: 1 for a leaf, more with every exact operation, INEXACT for a
 * rounded one. Where more would be computed from a deep one, the result is left
 * out of the pool, so that nothing is made of it.
 */
#include "generator.h"

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

void as_deep(Generator *r, const Node *a, const Node *b)
{
    int i = depth(r, a), j = depth(r, b);
    r->depth.at[a->id] = r->depth.at[b->id] = i > j ? i : j;
}

Item put(Generator *r, Node *n, double lo, double hi)
{
    Item item = {n, lo, hi};
    if (!is_rounded(r, n))
        PUSH(r->g->arena, r->pool, item);
    return item;
}

const char *leaf_name(Generator *r, char kind)
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

Item fresh_variable(Generator *r, Dtype dtype, Shape shape)
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

/*
 * script_pool.c - values over many batches. The loss and most metrics are means over
 * rows, and so their mean over batches is right. One that is another function of sums
 * over the batch (rmse, r2, perplexity, a loss that is a sum) is cut there:
 *
 *     rmse = sqrt(s / n), s = sum (p - t)^2      eval: s        eval_total: sqrt(s / n)
 *
 * Evaluation gives the sums of a batch as further values, the trainer takes their
 * means over all rows, times the rows of a batch, and the entry `eval_total` makes the
 * value of these: that of an average batch.
 */
#include "script_entry.h"

#include <math.h>

typedef struct Cutter {
    Run *r;
    Dim batch;     /* name NULL: a plain number */
    bool *depends; /* by id: on what a batch holds, or on random numbers */
    Node **cut;    /* of one value */
    int n;
} Cutter;

static int operands(const Node *n, Node *const **arg)
{
    *arg = n->op == OP_mode ? n->arg + 1 : n->arg; /* as in inference */
    return n->op == OP_mode ? 1 : n->n;
}

static Cutter cutter_new(Run *r, Dim batch)
{
    return (Cutter){.r = r,
                    .batch = batch,
                    .depends = reach_batch(r, INFERENCE),
                    .cut = NEW_N(r->arena, Node *, r->root->nodes.n)};
}

/* A sum over the rows of the batch, and perhaps over more. */
static bool adds_rows(const Cutter *c, const Node *n)
{
    if (n->shape.rank > 0 || !is_float(n->dtype) ||
        (n->op != OP_sum && n->op != OP_contract))
        return false;
    const Shape *s = &n->arg[0]->shape;
    for (int i = 0; i < s->rank; i++)
        if (s->sym[i] == c->batch.name &&
            (c->batch.name != NULL || s->dim[i] == c->batch.value))
            return true;
    return false;
}

static bool of_scalars(const Node *n)
{
    bool scalars =
        is_scalar_op(n->op) || n->op == OP_cast || n->op == OP_stop || n->op == OP_mode;
    for (int i = 0; i < n->n; i++)
        scalars = scalars && n->arg[i]->shape.rank == 0;
    return scalars;
}

/* Collects the sums that n is a function of; false where it is of anything else. */
static bool find_cuts(Cutter *c, Node *n)
{
    if (!c->depends[n->id])
        return true;
    for (int i = 0; i < c->n; i++)
        if (c->cut[i] == n)
            return true;
    if (adds_rows(c, n)) {
        c->cut[c->n++] = n;
        return true;
    }
    Node *const *arg;
    int count = operands(n, &arg);
    bool good = of_scalars(n);
    for (int i = 0; i < count && good; i++)
        good = find_cuts(c, arg[i]);
    return good;
}

enum { FIXED, AFFINE, CURVED };

static int larger(int a, int b)
{
    return a > b ? a : b;
}

/* How n depends on the sums; an affine value is its own mean over batches. */
static int form(const Cutter *c, const Node *n)
{
    Node *const *arg;
    int count = operands(n, &arg), most = FIXED, dependent = 0;
    if (!c->depends[n->id])
        return FIXED;
    if (adds_rows(c, n))
        return AFFINE;
    for (int i = 0; i < count; i++) {
        int one = form(c, arg[i]);
        most = larger(most, one);
        dependent += one > FIXED;
    }
    if (n->op == OP_add || n->op == OP_sub || n->op == OP_neg || n->op == OP_cast ||
        n->op == OP_stop || n->op == OP_mode)
        return most;
    if (n->op == OP_mul)
        return dependent == 1 ? most : CURVED;
    if (n->op == OP_div)
        return form(c, arg[1]) == FIXED ? most : CURVED;
    return CURVED;
}

/* Adds to `weight` how much of each sum is in n, which is affine; factors that are not
 * plain numbers count as 1. */
static void weigh(const Cutter *c, const Node *n, double by, double *weight)
{
    Node *const *arg;
    int count = operands(n, &arg);
    if (!c->depends[n->id])
        return;
    for (int i = 0; i < c->n; i++)
        if (c->cut[i] == n) {
            weight[i] += by;
            return;
        }
    for (int i = 0; i < count; i++) {
        double factor = n->op == OP_neg || (n->op == OP_sub && i == 1) ? -1 : 1;
        const Node *other = n->op == OP_mul || n->op == OP_div ? arg[1 - i] : NULL;
        if (other != NULL && other->op == OP_full)
            factor = n->op == OP_mul ? other->attr.num : 1 / other->attr.num;
        weigh(c, arg[i], by * factor, weight);
    }
}

static Pool pool_value(Cutter *c, Node *value)
{
    Pool pool = {0};
    c->n = 0;
    if (!find_cuts(c, value))
        return pool;
    pool.n = c->n;
    if (c->n == 0 || form(c, value) == CURVED)
        return pool;
    pool.weight = NEW_N(c->r->arena, double, c->n);
    weigh(c, value, 1, pool.weight);
    return pool;
}

/* Whether the value for one row says that this one, for a batch, is its mean. */
static bool is_mean(const Pool *pool, const Pool *one, double rows)
{
    for (int i = 0; i < pool->n; i++) {
        double part = pool->weight[i] * rows, whole = one->weight[i];
        if (!(fabs(part - whole) <= 1e-6 * fabs(whole)))
            return false;
    }
    return true;
}

bool pool_needed(const Pool *pool, const Pool *one, double rows)
{
    if (one == NULL || pool->n == 0)
        return pool->n > 0;
    if (pool->n != one->n || (pool->weight == NULL) != (one->weight == NULL))
        return false;
    return pool->weight == NULL || !is_mean(pool, one, rows);
}

/* n with `port` in the place of the cuts. */
static Node *replace_cuts(const Cutter *c, Node *n, Node *const *port)
{
    if (!c->depends[n->id])
        return n;
    for (int i = 0; i < c->n; i++)
        if (c->cut[i] == n)
            return n->dtype == F64 ? port[i] : n_cast(port[i], n->dtype);
    Node *const *old;
    int count = operands(n, &old);
    Node **arg = NEW_N(c->r->arena, Node *, count);
    for (int i = 0; i < count; i++)
        arg[i] = replace_cuts(c, old[i], port);
    return n->op == OP_mode ? arg[0] : node_copy(c->r->root, n, arg);
}

Pool *pool_find(Run *r, Dim batch, const Outs *values)
{
    Cutter c = cutter_new(r, batch);
    Pool *pool = NEW_N(r->arena, Pool, values->n);
    for (int i = 0; i < values->n; i++)
        pool[i] = pool_value(&c, values->at[i].node);
    return pool;
}

int pool_sums(Run *r, Dim batch, const bool *pooled, double scale, Outs *values)
{
    Cutter c = cutter_new(r, batch);
    int n = values->n;
    for (int i = 0; i < n; i++) {
        if (!pooled[i] || pool_value(&c, values->at[i].node).n == 0)
            continue;
        for (int k = 0; k < c.n; k++) {
            Node *sum = c.cut[k];
            sum = sum->dtype == F64 ? sum : n_cast(sum, F64);
            if (scale != 1)
                sum = n_mul(sum, n_like(sum, scale));
            const char *name =
                arena_format(r->arena, "%s_sum%d", values->at[i].name, k + 1);
            PUSH(r->arena, *values, ((Out){intern(r->arena, name), sum, false}));
        }
    }
    return values->n - n;
}

int pool_total(Program *p, Run *r, const char *entry, Dim batch, const bool *pooled,
               const Outs *values)
{
    Cutter c = cutter_new(r, batch);
    Outs outs = {0};
    ARRAY(Node *) ports = {0};
    for (int i = 0; i < values->n; i++) {
        if (!pooled[i] || pool_value(&c, values->at[i].node).n == 0)
            continue;
        int first = ports.n;
        for (int k = 0; k < c.n; k++) {
            const char *name =
                arena_format(r->arena, "%s_sum%d", values->at[i].name, k + 1);
            PUSH(r->arena, ports,
                 n_input(r->root, intern(r->arena, name), F64, (Shape){0}));
        }
        Node *y = replace_cuts(&c, values->at[i].node, ports.at + first);
        PUSH(r->arena, outs, ((Out){values->at[i].name, y, false}));
    }
    if (outs.n == 0)
        return -1;
    int e = entry_add(p, r, entry, ENTRY_EVAL, &outs, INFERENCE);
    for (int i = 0; i < ports.n; i++)
        entry_port(p, e, ports.at[i], &(Limits){0}, r->where);
    return e;
}

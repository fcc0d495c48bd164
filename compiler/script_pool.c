/*
 * script_pool.c - values over many batches. The loss and most metrics are means over
 * rows, and so their mean over batches is right. One that is another function of sums
 * over the batch (rmse, r2, perplexity) is cut there:
 *
 *     rmse = sqrt(s / n), s = sum (p - t)^2      eval: s        eval_total: sqrt(s / n)
 *
 * Evaluation gives the sums of a batch as further values, the trainer takes their
 * means over all rows, and the entry `eval_total` makes the value of these.
 */
#include "script_entry.h"

#include <string.h>

typedef struct Cutter {
    Run *r;
    const char *batch; /* the dim */
    bool *depends;     /* by id: on what a batch holds, or on random numbers */
    Node **cut;        /* of one value */
    int n;
} Cutter;

static int operands(const Node *n, Node *const **arg)
{
    *arg = n->op == OP_mode ? n->arg + 1 : n->arg; /* as in inference */
    return n->op == OP_mode ? 1 : n->n;
}

static Cutter cutter_new(Run *r, const char *batch)
{
    int n = r->root->nodes.n;
    Cutter c = {.r = r, .batch = batch, .depends = NEW_N(r->arena, bool, n)};
    c.cut = NEW_N(r->arena, Node *, n);
    for (int i = 0; i < n; i++) {
        Node *y = r->root->nodes.at[i], *const * arg;
        c.depends[i] = y->op == OP_input || y->op == OP_random;
        for (int k = operands(y, &arg) - 1; k >= 0; k--)
            c.depends[i] = c.depends[i] || c.depends[arg[k]->id];
    }
    return c;
}

/* A sum over the rows of the batch, and perhaps over more. */
static bool adds_rows(const Cutter *c, const Node *n)
{
    if (n->shape.rank > 0 || !is_float(n->dtype) ||
        (n->op != OP_sum && n->op != OP_contract))
        return false;
    for (int i = 0; i < n->arg[0]->shape.rank; i++)
        if (n->arg[0]->shape.sym[i] == c->batch)
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

static bool cut_value(Cutter *c, Node *value)
{
    c->n = 0;
    return find_cuts(c, value) && c->n > 0 && form(c, value) == CURVED;
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

int *pool_count(Run *r, const char *batch, const Outs *values)
{
    Cutter c = cutter_new(r, batch);
    int *count = NEW_N(r->arena, int, values->n);
    for (int i = 0; i < values->n; i++)
        count[i] = cut_value(&c, values->at[i].node) ? c.n : 0;
    return count;
}

int pool_sums(Run *r, const char *batch, const int *count, double scale, Outs *values)
{
    Cutter c = cutter_new(r, batch);
    int n = values->n;
    for (int i = 0; i < n; i++) {
        if (count[i] == 0 || !cut_value(&c, values->at[i].node))
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

int pool_total(Program *p, Run *r, const char *entry, const char *batch,
               const int *count, const Outs *values)
{
    Cutter c = cutter_new(r, batch);
    Outs outs = {0};
    ARRAY(Node *) ports = {0};
    for (int i = 0; i < values->n; i++) {
        if (count[i] == 0 || !cut_value(&c, values->at[i].node))
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

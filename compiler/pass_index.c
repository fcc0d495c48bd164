/*
 * pass_index.c - brings ids that the program computes into range, so that no gather
 * or scatter leaves its table, whatever the data are:
 *
 *     gather(table, ids)   becomes   gather(table, min(max(ids, 0), n - 1))
 *
 * Ids that come from an input as they are were checked when it was read; others are
 * left alone where their range is known from what they are made of. Keeps every
 * value that the evaluator has: an id out of range is an error there.
 */
#include "decisions.h"
#include "graph.h"

#include <math.h>

/* Numbers that the elements lie between, both included. */
typedef struct Range {
    double low, high;
} Range;

/* The scan whose body is looked at, or NULL. */
typedef struct Inside {
    const Node *scan;
    const struct Inside *around;
} Inside;

/* Where ids are looked at, and the range of inputs that they are elements of. */
typedef struct Place {
    Range input;
    const Inside *inside;
} Place;

enum { DEPTH = 16 }; /* of the walk: ids are seldom more than a few operators away */

static const Range any = {-2147483648.0, 2147483647.0};

static Range join(Range a, Range b)
{
    return (Range){fmin(a.low, b.low), fmax(a.high, b.high)};
}

/* The range, unless i32 arithmetic may wrap round. */
static Range wrapped(double low, double high)
{
    return low < any.low || high > any.high ? any : (Range){low, high};
}

static Range range_of(const Node *n, Place p, int depth);

/* Of a scan's operand, seen from a turn; a carry is what turns make of it. */
static Range slot_range(int slot, Place p, int depth)
{
    enum { CARRIES };
    if (!p.inside || slot < p.inside->scan->attr.at[CARRIES])
        return any;
    return range_of(p.inside->scan->arg[slot], (Place){p.input, p.inside->around},
                    depth);
}

static Range leaf_range(const Node *n, Place p, int depth)
{
    Range r = any;
    if (n->op == OP_input)
        return slot_index(n) < 0 ? p.input : slot_range(slot_index(n), p, depth);
    if (n->op == OP_full)
        r = (Range){n->attr.num, n->attr.num};
    else if (n->op == OP_iota)
        r = (Range){0, (double)n->shape.dim[n->attr.at[0]] - 1};
    else if (n->op == OP_const) {
        r = (Range){n->attr.data[0], n->attr.data[0]};
        for (int64_t i = 1; i < shape_size(&n->shape); i++)
            r = join(r, (Range){n->attr.data[i], n->attr.data[i]});
    }
    return r;
}

static Range product(Range a, Range b)
{
    double p[] = {a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high};
    return wrapped(fmin(fmin(p[0], p[1]), fmin(p[2], p[3])),
                   fmax(fmax(p[0], p[1]), fmax(p[2], p[3])));
}

/* Of arithmetic: an input is anything there. */
static Range scalar_range(const Node *n, const Inside *inside, int depth)
{
    Place p = {any, inside};
    Range a = range_of(n->arg[0], p, depth);
    Range b = n->n > 1 ? range_of(n->arg[1], p, depth) : a;
    if (n->op == OP_add)
        return wrapped(a.low + b.low, a.high + b.high);
    if (n->op == OP_sub)
        return wrapped(a.low - b.high, a.high - b.low);
    if (n->op == OP_mul)
        return product(a, b);
    if (n->op == OP_maximum)
        return (Range){fmax(a.low, b.low), fmax(a.high, b.high)};
    if (n->op == OP_minimum)
        return (Range){fmin(a.low, b.low), fmin(a.high, b.high)};
    if (n->op == OP_relu)
        return (Range){fmax(a.low, 0), fmax(a.high, 0)};
    return any;
}

static Range range_of(const Node *n, Place p, int depth)
{
    if (n->dtype == BOOL)
        return (Range){0, 1};
    if (n->dtype != I32 || depth == 0)
        return any;
    if (n->n == 0)
        return leaf_range(n, p, depth - 1);
    if (n->op == OP_argmax)
        return (Range){0,
                       (double)(shape_size(&n->arg[0]->shape) / shape_size(&n->shape)) -
                           1};
    if (n->op == OP_cast)
        return range_of(n->arg[0], p, depth - 1);
    bool chosen = n->op == OP_where || n->op == OP_mode;
    if (n->op == OP_where)
        p.input = any; /* the elements that are taken were not checked */
    if (!chosen && !is_view(n) && n->op != OP_reshape && n->op != OP_concat &&
        n->op != OP_max)
        return scalar_range(n, p.inside, depth - 1);
    Range r = range_of(n->arg[n->n - 1], p, depth - 1);
    for (int k = chosen ? n->n - 2 : 0; k < n->n - 1; k++)
        r = join(r, range_of(n->arg[k], p, depth - 1));
    if (n->op == OP_pad)
        r = join(r, (Range){n->attr.num, n->attr.num});
    if (n->op == OP_slide || n->op == OP_unslide) /* 0 where there is no element */
        r = join(r, (Range){0, 0});
    return r;
}

static Node *index_rule(void *context, Node *n)
{
    const Inside *around = context;
    if (n->op != OP_gather && n->op != OP_scatter)
        return n;
    double last = (double)index_extent(n) - 1;
    Node *ids = n->arg[1];
    Range r = range_of(ids, (Place){{0, last}, around}, DEPTH);
    if (r.low >= 0 && r.high <= last)
        return n;
    decided(D_index_inside);
    Node *inside = n_minimum(n_maximum(ids, n_like(ids, 0)), n_like(ids, last));
    return node_new(n->graph, n->op, 2, (Node *[]){n->arg[0], inside}, &n->attr);
}

static void bring_inside(Graph *g, Inside *inside)
{
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        if (n->attr.body != NULL)
            bring_inside(n->attr.body, &(Inside){n, inside});
    }
    graph_rewrite(g, index_rule, inside);
}

void pass_index(Graph *g)
{
    bring_inside(g, NULL);
}

/*
 * script_reach.c - what some nodes of a run's graph need, in training or in
 * inference, and what follows from it: which inputs, which running statistics,
 * and which inputs are indices below what limit.
 */
#include "script_entry.h"

#include <string.h>

/* The operand that this mode does not read, or -1. */
static int skipped(const Node *y, Mode mode)
{
    return y->op != OP_mode ? -1 : mode == TRAINING ? 1 : 0;
}

bool *reach(Run *r, int n, Node *const *roots, Mode mode)
{
    Graph *g = r->root;
    bool *seen = NEW_N(r->arena, bool, g->nodes.n);
    int last = -1;
    for (int i = 0; i < n; i++) {
        seen[roots[i]->id] = true;
        last = roots[i]->id > last ? roots[i]->id : last;
    }
    for (int id = last; id >= 0; id--) {
        Node *y = g->nodes.at[id];
        int skip = skipped(y, mode);
        for (int k = 0; seen[id] && k < y->n; k++)
            if (k != skip)
                seen[y->arg[k]->id] = true;
    }
    return seen;
}

bool *reach_batch(Run *r, Mode mode)
{
    const Graph *g = r->root;
    bool *needs = NEW_N(r->arena, bool, g->nodes.n);
    for (int id = 0; id < g->nodes.n; id++) {
        const Node *y = g->nodes.at[id];
        int skip = skipped(y, mode);
        needs[id] = y->op == OP_input || y->op == OP_random; /* no loop draws itself */
        for (int k = 0; k < y->n; k++)
            needs[id] |= k != skip && needs[y->arg[k]->id];
    }
    return needs;
}

/* ---- indices ---- */

/* A body's slots are operands of its scan, which is in the graph around it. */
typedef struct Inside {
    const Node *scan;
    const struct Inside *around;
} Inside;

static void note_limit(Limits *limits, const Node *input, int64_t limit)
{
    for (int i = 0; i < limits->n; i++)
        if (limits->input[i] == input &&
            (limits->limit[i] == 0 || limit < limits->limit[i]))
            limits->limit[i] = limit;
}

/* Inputs that these indices are elements of are below the limit: not those of which
 * `where` takes some, for the others may be anything. */
static void limit_ids(Limits *limits, const Node *ids, const Inside *inside,
                      int64_t limit)
{
    int slot = slot_index(ids);
    if (slot >= 0 && inside != NULL)
        limit_ids(limits, inside->scan->arg[slot], inside->around, limit);
    else if (is_view(ids) || ids->op == OP_reshape || ids->op == OP_concat)
        for (int i = 0; i < ids->n; i++)
            limit_ids(limits, ids->arg[i], inside, limit);
    else if (ids->op == OP_input && inside == NULL)
        note_limit(limits, ids, limit);
}

static void find_limits(const Graph *g, const bool *seen, const Inside *inside,
                        Limits *limits)
{
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *y = g->nodes.at[i];
        if (seen != NULL && !seen[i])
            continue;
        if (y->op == OP_gather || y->op == OP_scatter)
            limit_ids(limits, y->arg[1], inside, index_extent(y));
        if (y->attr.body != NULL)
            find_limits(y->attr.body, NULL, &(Inside){y, inside}, limits);
    }
}

Limits reach_limits(Run *r, const bool *seen)
{
    Limits limits = {.n = r->inputs.n};
    limits.input = NEW_N(r->arena, const Node *, limits.n);
    limits.limit = NEW_N(r->arena, int64_t, limits.n);
    for (int i = 0; i < limits.n; i++)
        limits.input[i] = r->inputs.at[i];
    find_limits(r->root, seen, NULL, &limits);
    for (int i = 0; i < r->index_uses.n; i++) {
        const IndexUse *use = &r->index_uses.at[i];
        if (use->result->graph == r->root && seen[use->result->id])
            limit_ids(&limits, use->ids, NULL, use->limit);
    }
    return limits;
}

/* ---- substitution ---- */

Node *reach_replace(Run *r, Node *y, Node *from, Node *to)
{
    int n;
    Node **order = graph_order(r->arena, r->root, 1, &y, &n);
    Node **map = NEW_N(r->arena, Node *, r->root->nodes.n);
    for (int i = 0; i < n; i++) {
        Node *x = order[i];
        map[x->id] = x == from ? to : x;
        if (x->n == 0)
            continue;
        Node **arg = NEW_N(r->arena, Node *, x->n);
        bool changed = false;
        for (int k = 0; k < x->n; k++) {
            /* what only inference reads stays */
            arg[k] = x->op == OP_mode && k == 1 ? x->arg[k] : map[x->arg[k]->id];
            changed = changed || arg[k] != x->arg[k];
        }
        if (changed)
            map[x->id] = node_copy(r->root, x, arg);
    }
    return map[y->id];
}

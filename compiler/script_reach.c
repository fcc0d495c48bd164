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

/* A part of a node says which elements; NULL: all of them. */
static void note_limit(Limits *limits, const Node *input, const bool *part,
                       int64_t limit)
{
    int64_t row = shape_row(&input->shape), size = shape_size(&input->shape);
    for (int i = 0; i < limits->n; i++)
        for (int64_t e = 0; limits->input[i] == input && e < size; e++) {
            int64_t *least = &limits->limit[i][e % row];
            if ((part == NULL || part[e]) && (*least == 0 || limit < *least))
                *least = limit;
        }
}

/* The element of a view's operand that element e of the view is; -1: none. */
static int64_t view_element(const Node *y, const View *view, int64_t e)
{
    int64_t at[MAX_RANK], from = 0;
    const Shape *a = &y->arg[0]->shape;
    for (int d = y->shape.rank - 1; d >= 0; d--) {
        at[d] = e % y->shape.dim[d];
        e /= y->shape.dim[d];
    }
    for (int d = 0; d < a->rank; d++) {
        int64_t i = view->base[d];
        for (int k = 0; k < y->shape.rank; k++)
            i += view->coef[d][k] * at[k];
        if (i % view->div[d] != 0 || i < 0 || i / view->div[d] >= a->dim[d])
            return -1;
        from = from * a->dim[d] + i / view->div[d];
    }
    return from;
}

/* What of a view's operand a part of the view is made of. */
static bool *view_part(Arena *arena, const Node *y, const bool *part)
{
    enum { MOST = 1 << 20 }; /* of more elements, all */
    int64_t size = shape_size(&y->shape), operand = shape_size(&y->arg[0]->shape);
    if (size > MOST || operand > MOST)
        return NULL;
    View view;
    op_info(y->op)->view(y, &view);
    bool *mask = NEW_N(arena, bool, operand);
    for (int64_t e = 0; e < size; e++) {
        int64_t from = part == NULL || part[e] ? view_element(y, &view, e) : -1;
        if (from >= 0)
            mask[from] = true;
    }
    return mask;
}

/* Inputs that this part of the indices are elements of are below the limit: not those
 * of which `where` takes some, for the others may be anything. */
static void limit_ids(Limits *limits, Arena *arena, const Node *ids, const bool *part,
                      const Inside *inside, int64_t limit)
{
    int slot = slot_index(ids);
    if (slot >= 0 && inside != NULL)
        limit_ids(limits, arena, inside->scan->arg[slot], NULL, inside->around, limit);
    else if (is_view(ids))
        limit_ids(limits, arena, ids->arg[0], view_part(arena, ids, part), inside,
                  limit);
    else if (ids->op == OP_reshape)
        limit_ids(limits, arena, ids->arg[0], part, inside, limit);
    else if (ids->op == OP_concat)
        for (int i = 0; i < ids->n; i++)
            limit_ids(limits, arena, ids->arg[i], NULL, inside, limit);
    else if (ids->op == OP_input && inside == NULL)
        note_limit(limits, ids, part, limit);
}

static void find_limits(Arena *arena, const Graph *g, const bool *seen,
                        const Inside *inside, Limits *limits)
{
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *y = g->nodes.at[i];
        if (seen != NULL && !seen[i])
            continue;
        if (y->op == OP_gather || y->op == OP_scatter)
            limit_ids(limits, arena, y->arg[1], NULL, inside, index_extent(y));
        if (y->attr.body != NULL)
            find_limits(arena, y->attr.body, NULL, &(Inside){y, inside}, limits);
    }
}

Limits reach_limits(Run *r, const bool *seen)
{
    Limits limits = {.n = r->inputs.n};
    limits.input = NEW_N(r->arena, const Node *, limits.n);
    limits.limit = NEW_N(r->arena, int64_t *, limits.n);
    for (int i = 0; i < limits.n; i++) {
        limits.input[i] = r->inputs.at[i];
        if (limits.input[i]->dtype == I32)
            limits.limit[i] =
                NEW_N(r->arena, int64_t, shape_row(&limits.input[i]->shape));
    }
    Arena *parts = arena_new();
    find_limits(parts, r->root, seen, NULL, &limits);
    for (int i = 0; i < r->index_uses.n; i++) {
        const IndexUse *use = &r->index_uses.at[i];
        if (use->result->graph == r->root && seen[use->result->id])
            limit_ids(&limits, parts, use->ids, NULL, NULL, use->limit);
    }
    arena_free(parts);
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

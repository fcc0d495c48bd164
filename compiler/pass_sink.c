/*
 * pass_sink.c - makes in the turns of a scan what is wider than all that it is made of:
 *
 *     xs[t,b,:] = table[ids[b,t],:] + bias      an array of all turns, written before
 *     scan over xs                              the loop and read in it
 *
 * becomes a scan over ids that takes the rows from the table, which a cache holds. It
 * is the other way round from scan_hoist.c, once there are gradients: each element is
 * made as often as before, by the same operators. Only a sequence that nothing but
 * scans read is sunk, with the scalar operators, copies and gathers that make it; what
 * these read stays before the loop. Needs nothing; keeps values to the bit; runs when
 * nothing drops results of scans any more.
 */
#include "decisions.h"
#include "rows.h"

#include <string.h>

enum { CARRIES, SEQUENCES, TURNS }; /* of a scan's integers */
enum { LESS = 4 /* times is what it is made of smaller */, DEPTH = 16 };

/* A scan that is made anew. */
typedef struct Sink {
    Graph *g, *body;
    const Node *old;
    ARRAY(Node *) sequence; /* operands of the new scan, behind the carries: */
    ARRAY(Node *) outer;
    ARRAY(Node *) slot; /* of these, and of those, in the new body; */
    ARRAY(Node *) outer_slot;
} Sink;

/* ---- what a turn can make ---- */

/* Does operand k of n have the turns as its first axis, where n has? Else it is the
 * same in all turns; TURNS_APART: neither. */
typedef enum Along { ALL_TURNS, ONE_TURN, TURNS_APART } Along;

static Along along(const Node *n, int k)
{
    if (n->op == OP_broadcast)
        return n->attr.at[0] < 0 ? ALL_TURNS : ONE_TURN;
    if (n->op != OP_gather)
        return ONE_TURN;
    Words w = words_of(n->attr.text);
    bool table = strchr(w.word[0], w.word[2][0]) != NULL;
    return table ? TURNS_APART : k == 0 ? ALL_TURNS : ONE_TURN;
}

/* Is it made in the turn, if its sequence is? Else it is read there. */
static bool is_made(const Node *n, int depth)
{
    if (depth == 0 || n->shape.rank == 0 || n->op == OP_full)
        return n->op == OP_full;
    if (n->op == OP_gather)
        return along(n, 0) == ALL_TURNS && n->arg[1]->shape.rank > 1;
    return is_scalar_op(n->op) || n->op == OP_cast || n->op == OP_broadcast;
}

/* The elements that are read before the loop to make it, or in place of it. */
static int64_t reads(const Node *n, int depth)
{
    if (!is_made(n, depth))
        return shape_size(&n->shape);
    int64_t sum = 0;
    for (int k = 0; k < n->n; k++) {
        const Node *a = n->arg[k];
        bool one = along(n, k) == ONE_TURN;
        sum = size_add(sum, one ? reads(a, depth - 1) : shape_size(&a->shape));
    }
    return sum;
}

static bool is_worth_it(const Node *n)
{
    return n->op != OP_full && is_made(n, DEPTH) &&
           reads(n, DEPTH) <= shape_size(&n->shape) / LESS;
}

/* ---- one turn of it ---- */

/* A slot for a slice of it, or all of it; numbered at the end, until then like no
 * other. */
static Node *named_slot(const Sink *s, const Node *of, Shape shape)
{
    int k = (int)s->old->attr.at[CARRIES] + 2 * of->id + (shape.rank < of->shape.rank);
    return node_called_as(n_slot(s->body, k, of->dtype, shape), of);
}

static Node *outer_slot(Sink *s, Node *a)
{
    for (int i = 0; i < s->outer.n; i++)
        if (s->outer.at[i] == a)
            return s->outer_slot.at[i];
    Node *slot = named_slot(s, a, a->shape);
    PUSH(s->g->arena, s->outer, a);
    PUSH(s->g->arena, s->outer_slot, slot);
    return slot;
}

static Node *slice_slot(Sink *s, Node *a)
{
    for (int i = 0; i < s->sequence.n; i++)
        if (s->sequence.at[i] == a)
            return s->slot.at[i];
    Node *slot = named_slot(s, a, shape_drop(a->shape, 0));
    PUSH(s->g->arena, s->sequence, a);
    PUSH(s->g->arena, s->slot, slot);
    return slot;
}

/* The word without a letter. */
static const char *without(Arena *arena, const char *word, char letter)
{
    const char *at = strchr(word, letter);
    return at ? arena_format(arena, "%.*s%s", (int)(at - word), word, at + 1) : word;
}

/* The ids with the turns in front. */
static Node *turns_first(Node *ids, int axis)
{
    int order[MAX_RANK] = {axis};
    for (int d = 0, n = 1; d < ids->shape.rank; d++)
        if (d != axis)
            order[n++] = d;
    return axis == 0 ? ids : n_permute(ids, order);
}

static Node *turn_of(Sink *s, Node *n, int depth);

static Node *turn_of_gather(Sink *s, Node *n)
{
    Arena *arena = s->g->arena;
    Words w = words_of(n->attr.text);
    char turn = w.word[2][0];
    int axis = (int)(strchr(w.word[1], turn) - w.word[1]);
    Node *ids = slice_slot(s, turns_first(n->arg[1], axis));
    return n_gather(outer_slot(s, n->arg[0]), ids,
                    arena_format(arena, "%s,%s->%s", w.word[0],
                                 without(arena, w.word[1], turn), w.word[2] + 1));
}

static Node *turn_of_copies(Sink *s, Node *n, int depth)
{
    bool one = along(n, 0) == ONE_TURN;
    int from[MAX_RANK];
    for (int d = 1; d < n->shape.rank; d++)
        from[d - 1] = (int)n->attr.at[d] - (one && n->attr.at[d] >= 0);
    Node *a = one ? turn_of(s, n->arg[0], depth - 1) : outer_slot(s, n->arg[0]);
    return n_broadcast(a, shape_drop(n->shape, 0), from);
}

static Node *turn_of(Sink *s, Node *n, int depth)
{
    if (!is_made(n, depth))
        return slice_slot(s, n);
    s->body->where = n->where;
    if (n->op == OP_full)
        return n_full(s->body, n->dtype, shape_drop(n->shape, 0), n->attr.num);
    if (n->op == OP_gather)
        return turn_of_gather(s, n);
    if (n->op == OP_broadcast)
        return turn_of_copies(s, n, depth);
    Node **arg = NEW_N(s->g->arena, Node *, n->n);
    for (int k = 0; k < n->n; k++)
        arg[k] = turn_of(s, n->arg[k], depth - 1);
    Node *y = node_copy(s->body, n, arg);
    y->grad_of = NULL; /* its subject is not of this graph */
    return y;
}

/* ---- the new scan ---- */

static Node *new_slot(Sink *s, Node *old, const bool *sunk)
{
    int k = slot_index(old), first = (int)s->old->attr.at[CARRIES];
    Node *a = s->old->arg[k];
    if (k < first)
        return node_called_as(n_slot(s->body, k, old->dtype, old->shape), old);
    if (k >= first + s->old->attr.at[SEQUENCES])
        return outer_slot(s, a);
    return sunk[k] ? turn_of(s, a, DEPTH) : slice_slot(s, a);
}

static void copy_body(Sink *s, const bool *sunk)
{
    const Graph *old = s->old->attr.body;
    Node **copy = NEW_N(old->arena, Node *, old->nodes.n);
    for (int i = 0; i < old->nodes.n; i++) {
        Node *n = old->nodes.at[i];
        Node **arg = NEW_N(old->arena, Node *, n->n);
        for (int k = 0; k < n->n; k++)
            arg[k] = copy[n->arg[k]->id];
        copy[i] =
            slot_index(n) >= 0 ? new_slot(s, n, sunk) : node_copy(s->body, n, arg);
    }
    for (int i = 0; i < old->nodes.n; i++) {
        const Node *of = old->nodes.at[i]->grad_of;
        if (slot_index(old->nodes.at[i]) < 0)
            copy[i]->grad_of = of != NULL && of->graph == old ? copy[of->id] : NULL;
    }
    for (int k = 0; k < old->outs.n; k++)
        graph_out(s->body, old->outs.at[k].name, copy[old->outs.at[k].node->id]);
}

/* NULL: no sequence would be left. */
static Node *scan_anew(Graph *g, const Node *old, const bool *sunk)
{
    Arena *arena = g->arena;
    int carries = (int)old->attr.at[CARRIES];
    Sink s = {.g = g, .old = old, .body = graph_new(arena, old->attr.body->name)};
    copy_body(&s, sunk);
    if (s.sequence.n == 0) /* one stays, for its length */
        return NULL;
    s.body->where = old->attr.body->where;
    Attr attr = old->attr;
    attr.at[SEQUENCES] = s.sequence.n;
    int n = carries;
    Node **arg = NEW_N(arena, Node *, carries + s.sequence.n + s.outer.n);
    for (int k = 0; k < carries; k++)
        arg[k] = old->arg[k];
    for (int i = 0; i < s.sequence.n; i++, n++) {
        arg[n] = s.sequence.at[i];
        slot_number(s.slot.at[i], n);
    }
    for (int i = 0; i < s.outer.n; i++, n++) {
        arg[n] = s.outer.at[i];
        slot_number(s.outer_slot.at[i], n);
    }
    return scan_new(g, s.body, &attr, n, arg);
}

/* Which nodes something else reads than a scan that goes over them. */
static bool *find_read(Arena *arena, const Graph *g)
{
    bool *read = NEW_N(arena, bool, g->nodes.n);
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *u = g->nodes.at[i];
        int64_t first = u->op == OP_scan ? u->attr.at[CARRIES] : u->n,
                last = u->op == OP_scan ? first + u->attr.at[SEQUENCES] : u->n;
        for (int k = 0; k < u->n; k++)
            if (k < first || k >= last)
                read[u->arg[k]->id] = true;
    }
    for (int i = 0; i < g->outs.n; i++)
        read[g->outs.at[i].node->id] = true;
    return read;
}

typedef struct Sinking {
    const bool *read;
    int n; /* nodes that `read` knows */
} Sinking;

static Node *sink_rule(void *context, Node *n)
{
    const Sinking *all = context;
    if (n->op != OP_scan)
        return n;
    int64_t first = n->attr.at[CARRIES], last = first + n->attr.at[SEQUENCES];
    bool *sunk = NEW_N(n->graph->arena, bool, n->n), any = false;
    for (int64_t k = first; k < last; k++) {
        const Node *a = n->arg[k];
        sunk[k] = a->id < all->n && !all->read[a->id] && is_worth_it(a);
        any = any || sunk[k];
    }
    Node *anew = any ? scan_anew(n->graph, n, sunk) : NULL;
    if (anew == NULL)
        return n;
    decided(D_sink_made);
    return anew;
}

void pass_sink(Graph *g)
{
    Arena *scratch = arena_new();
    Sinking all = {find_read(scratch, g), g->nodes.n};
    graph_rewrite(g, sink_rule, &all);
    arena_free(scratch);
}

/*
 * op_lift.c - see lift.h. Axes move by one; letters get one more; scalar operators do
 * not mind. What is the same in all turns is copied along the new axis, but in products
 * and gathers, whose letters say who has the axis.
 */
#include "lift.h"
#include "rows.h"

#include <string.h>

bool is_liftable(const Node *n)
{
    bool room = n->shape.rank < MAX_RANK && !is_leaf(n);
    for (int k = 0; k < n->n; k++)
        room = room && n->arg[k]->shape.rank < MAX_RANK;
    return room && n->op != OP_scan; /* and so nothing that gets its results */
}

/* Inserts v[k] before group k of `rank` integers. */
static void insert_in_groups(Attr *attr, int rank, int groups, const int64_t *v)
{
    Attr old = *attr;
    for (int k = 0; k < groups; k++) {
        attr->at[k * (rank + 1)] = v[k];
        for (int i = 0; i < rank; i++)
            attr->at[k * (rank + 1) + 1 + i] = old.at[k * rank + i];
    }
    attr->n = groups * (rank + 1);
}

static void shift_names(Attr *attr, const char *first)
{
    for (int i = MAX_RANK - 1; i > 0; i--)
        attr->sym[i] = attr->sym[i - 1];
    attr->sym[0] = first;
}

/* "bi,ij->bj" with the turn in front of what has it. */
static const char *lifted_letters(const Node *n, unsigned stacked)
{
    Words w = words_of(n->attr.text);
    char t[2] = "t";
    for (char c = 'a'; strchr(n->attr.text, t[0]) != NULL; c++)
        t[0] = c; /* at most 16 are in use */
    return arena_format(n->graph->arena, "%s%s,%s%s->%s%s", stacked & 1 ? t : "",
                        w.word[0], stacked & 2 ? t : "", w.word[1], t, w.word[2]);
}

/* The attributes of the movements, whose integers are groups of one for each axis. */
static void lift_axes(Attr *attr, const Node *n, Turns turns)
{
    int rank = n->shape.rank;
    if (n->op == OP_permute || n->op == OP_broadcast)
        for (int i = 0; i < rank; i++) /* axes of the operand */
            attr->at[i] += attr->at[i] >= 0;
    if (n->op == OP_permute)
        insert_in_groups(attr, rank, 1, (int64_t[]){0});
    else if (n->op == OP_reshape)
        insert_in_groups(attr, rank, 1, (int64_t[]){turns.n});
    else if (n->op == OP_broadcast)
        insert_in_groups(attr, rank, 2, (int64_t[]){0, turns.n});
    else if (n->op == OP_slice)
        insert_in_groups(attr, rank, 3, (int64_t[]){0, 1, turns.n});
    else
        insert_in_groups(attr, rank, 3, (int64_t[]){0, 0, 0}); /* pad */
    bool extents = n->op == OP_reshape || n->op == OP_broadcast;
    shift_names(attr, extents ? turns.sym : NULL);
}

/* The operators whose first `n` integers are axes, but the movements. */
static int count_axes(Op op)
{
    bool two = op == OP_slide || op == OP_unslide;
    bool one = op == OP_concat || op == OP_prod || op == OP_cumsum;
    return two ? 2 : one;
}

static bool is_movement(Op op)
{
    return op == OP_permute || op == OP_reshape || op == OP_broadcast ||
           op == OP_slice || op == OP_pad;
}

static Attr lifted_attr(const Node *n, unsigned stacked, Turns turns)
{
    Attr attr = n->attr;
    if (is_movement(n->op))
        lift_axes(&attr, n, turns);
    for (int i = 0; i < count_axes(n->op); i++)
        attr.at[i]++;
    if (n->op == OP_slide || n->op == OP_unslide)
        shift_names(&attr, NULL);
    if (n->op == OP_sum || n->op == OP_max || n->op == OP_argmax)
        attr.at[0] *= 2; /* bits */
    if (n->op == OP_contract || n->op == OP_gather || n->op == OP_scatter)
        attr.text = lifted_letters(n, stacked);
    return attr; /* scalar operators, cast, stop and mode have no axes */
}

/* Which operands may be whole. What is scattered may not: the ids say where to. */
static unsigned may_be_whole(const Node *n)
{
    bool letters = n->op == OP_contract || n->op == OP_gather;
    return letters ? 3 : n->op == OP_scatter ? 2 : 0;
}

Node *node_lift(const Node *n, Node *const *arg, unsigned stacked, Turns turns)
{
    Graph *g = arg[0]->graph;
    Where where = g->where;
    Node **over = NEW_N(g->arena, Node *, n->n);
    g->where = n->where;
    for (int k = 0; k < n->n; k++) {
        bool copies = !((stacked | may_be_whole(n)) >> k & 1);
        over[k] = copies ? n_expand(arg[k], 0, turns.n, turns.sym) : arg[k];
        if (copies)
            stacked |= 1u << k;
    }
    Attr attr = lifted_attr(n, stacked, turns);
    Node *y = node_new(g, n->op, n->n, over, &attr);
    y->name = n->name;
    y->label = n->label;
    g->where = where;
    return y;
}

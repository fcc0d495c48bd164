/*
 * pass_fold.c - algebra on single nodes and arithmetic on constants.
 *
 * Needs nothing; keeps every value exactly, in floating point too, but for the
 * sign of zero. So there is no x * 0 = 0 (x may be NaN), no x - x = 0, and no
 * rule that changes the order of a sum. Every rule makes the graph smaller, moves
 * work to a smaller tensor, or moves a movement towards the outs, so that they end.
 */
#include "fold.h"

#include <string.h>

/* How often each rule fired, for the tests. */
static Count counts[N_RULES + 1] = {
#define X(name) {#name, 0},
    RULES(X)
#undef X
        {NULL, 0}};

const Count *fold_counts(int *n)
{
    *n = N_RULES;
    return counts;
}

enum { LONG_ROW = 48 };

typedef struct Fold {
    Arena *scratch;
    Node **order; /* of the walk: the old nodes, and where it is */
    int at;
    int *old_uses;   /* by old id */
    ARRAY(int) uses; /* by the id of what stands for them */
} Fold;

/* ---- what rules return through ---- */

static bool same_type(const Node *a, const Node *b)
{
    return a->dtype == b->dtype && same_shape(&a->shape, &b->shape);
}

Node *fold_hit(enum FoldRule rule, const Node *n, Node *result)
{
    if (result == NULL || !same_type(n, result))
        return NULL;
    counts[rule].n++;
    return result;
}

Node *fold_number(const Node *n, double v)
{
    return n_full(n->graph, n->dtype, n->shape, v);
}

/* ---- leaves ---- */

static Node *fold_const(Node *n)
{
    const double *data = n->attr.data;
    int64_t size = shape_size(&n->shape);
    for (int64_t i = 1; i < size; i++)
        if (memcmp(&data[0], &data[i], sizeof *data) != 0)
            return NULL;
    return fold_hit(R_uniform, n, fold_number(n, data[0]));
}

static Node *fold_iota(Node *n)
{
    if (n->shape.dim[n->attr.at[0]] != 1)
        return NULL;
    return fold_hit(R_iota_one, n, fold_number(n, 0));
}

/* Numbers are drawn by their place among all: short rows may as well be one row. */
static Node *fold_random(Node *n)
{
    int64_t size = shape_size(&n->shape);
    int rank = n->shape.rank;
    if (rank < 2 || n->shape.dim[rank - 1] >= LONG_ROW)
        return NULL;
    Node *row = n_random(n->graph, n->dtype, shape_of(1, &size), n->attr.text);
    return fold_hit(R_random_flat, n, n_reshape(row, n->shape));
}

/* ---- the dispatch ---- */

static Node *fold_own(Node *n)
{
    switch (n->op) {
    case OP_const:
        return fold_const(n);
    case OP_iota:
        return fold_iota(n);
    case OP_random:
        return fold_random(n);
    case OP_stop:
        return fold_hit(R_stop, n, n->arg[0]);
    case OP_add:
        return fold_add(n);
    case OP_sub:
        return fold_sub(n);
    case OP_mul:
        return fold_mul(n);
    case OP_div:
        return fold_div(n);
    case OP_neg:
        return fold_neg(n);
    case OP_lt:
    case OP_le:
    case OP_gt:
    case OP_ge:
    case OP_eq:
    case OP_ne:
        return fold_compare(n);
    case OP_where:
        return fold_where(n);
    case OP_logical_and:
    case OP_logical_or:
    case OP_logical_not:
        return fold_logic(n);
    case OP_cast:
        return fold_cast(n);
    case OP_permute:
        return fold_permute(n);
    case OP_reshape:
        return fold_reshape(n);
    case OP_broadcast:
        return fold_broadcast(n);
    case OP_slice:
        return fold_slice(n);
    case OP_pad:
        return fold_pad(n);
    case OP_sum:
        return fold_sum(n);
    case OP_max:
    case OP_argmax:
    case OP_prod:
    case OP_cumsum:
        return fold_reduce_one(n);
    case OP_scatter:
        return fold_scatter(n);
    case OP_contract:
        return fold_contract(n);
    default:
        return NULL;
    }
}

/* What one rule makes of n, or NULL when none applies. */
static Node *fold_once(Node *n)
{
    Node *m = NULL;
    bool scalar = is_scalar_op(n->op) || n->op == OP_cast;
    if (scalar)
        m = fold_constant(n);
    else if (is_view(n) || n->op == OP_reshape || n->op == OP_concat)
        m = fold_view_of_full(n);
    if (m == NULL)
        m = fold_own(n);
    if (m == NULL && scalar && n->shape.rank > 0)
        m = fold_hoist(n);
    if (m == NULL && scalar)
        m = fold_lift_reshape(n);
    return m;
}

Node *fold_again(Node *n)
{
    for (Node *m = n; m != NULL; m = fold_once(n))
        n = m;
    return n;
}

/* Whether m is a permuted product that nothing else reads. */
static bool is_transpose_of_unshared(const Fold *f, const Node *m)
{
    if (m->op != OP_permute || m->arg[0]->op != OP_contract)
        return false;
    int id = m->arg[0]->id;
    return id < f->uses.n && f->uses.at[id] == 1;
}

static Node *fold_rule(void *context, Node *n)
{
    Fold *f = context;
    const Node *old = f->order[f->at++];
    Node *m = fold_again(n);
    if (is_transpose_of_unshared(f, m)) {
        Node *turned = fold_permute_contract(m);
        m = turned != NULL ? turned : m;
    }
    while (f->uses.n <= m->id)
        PUSH(f->scratch, f->uses, 0);
    f->uses.at[m->id] += f->old_uses[old->id];
    return m;
}

static void count_uses(Fold *f, const Graph *g)
{
    int n;
    Node **roots = NEW_N(f->scratch, Node *, g->outs.n);
    f->old_uses = NEW_N(f->scratch, int, g->nodes.n);
    for (int i = 0; i < g->outs.n; i++) {
        roots[i] = g->outs.at[i].node;
        f->old_uses[roots[i]->id]++;
    }
    f->order = graph_order(f->scratch, g, g->outs.n, roots, &n);
    for (int i = 0; i < n; i++)
        for (int k = 0; k < f->order[i]->n; k++)
            f->old_uses[f->order[i]->arg[k]->id]++;
}

void pass_fold(Graph *g)
{
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->attr.body != NULL)
            pass_fold(g->nodes.at[i]->attr.body);
    Fold f = {.scratch = arena_new()};
    count_uses(&f, g);
    graph_rewrite(g, fold_rule, &f);
    arena_free(f.scratch);
}

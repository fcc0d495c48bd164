/*
 * pass_cse.c - equal nodes become one: same operator, type, attributes and
 * operands. Needs nothing; keeps values to the bit; random nodes of one stream
 * are equal, as their draws are.
 */
#include "decisions.h"
#include "fold.h"

#include <string.h>

typedef struct Table {
    Arena *arena;
    Node **slot; /* open addressing; a power of two */
    int n, cap;
} Table;

static uint64_t hash_node(const Node *n)
{
    uint64_t h = hash_bytes((uint64_t)n->op * DTYPES + n->dtype, n->shape.dim,
                            (size_t)n->shape.rank * sizeof n->shape.dim[0]);
    for (int i = 0; i < n->n; i++)
        h = hash_bytes(h, &n->arg[i]->id, sizeof n->arg[i]->id);
    h = hash_bytes(h, n->attr.at, sizeof n->attr.at);
    h = hash_bytes(h, &n->attr.num, sizeof n->attr.num);
    if (n->attr.text != NULL)
        h = hash_text(h, n->attr.text);
    if (n->attr.data != NULL)
        h = hash_bytes(h, n->attr.data,
                       (size_t)shape_size(&n->shape) * sizeof *n->attr.data);
    return h;
}

/* Of nodes of one operator: both have data, or none does. */
static bool same_data(const Node *a, const Node *b)
{
    const double *p = a->attr.data, *q = b->attr.data;
    return p == q || memcmp(p, q, (size_t)shape_size(&a->shape) * sizeof *p) == 0;
}

/* Bodies are equal when their texts are; names and lines are no matter. Of nodes of one
 * operator: both have a body, or none does. */
static bool same_body(const Graph *a, const Graph *b)
{
    if (a == b)
        return true;
    if (a->nodes.n != b->nodes.n || a->outs.n != b->outs.n)
        return false;
    for (int i = 0; i < a->outs.n; i++)
        if (a->outs.at[i].node->id != b->outs.at[i].node->id)
            return false;
    for (int i = 0; i < a->nodes.n; i++) {
        const Node *p = a->nodes.at[i], *q = b->nodes.at[i];
        bool same = p->op == q->op && p->n == q->n;
        for (int k = 0; same && k < p->n; k++)
            same = p->arg[k]->id == q->arg[k]->id;
        if (!same || !node_equal(p, q))
            return false;
    }
    return true;
}

bool node_equal(const Node *a, const Node *b)
{
    return a->op == b->op && a->dtype == b->dtype && a->n == b->n &&
           same_shape(&a->shape, &b->shape) && a->attr.n == b->attr.n &&
           memcmp(a->attr.at, b->attr.at, sizeof a->attr.at) == 0 &&
           memcmp(a->attr.sym, b->attr.sym, sizeof a->attr.sym) == 0 &&
           memcmp(&a->attr.num, &b->attr.num, sizeof a->attr.num) == 0 &&
           a->attr.text == b->attr.text && same_data(a, b) &&
           same_body(a->attr.body, b->attr.body);
}

static bool same_operands(const Node *a, const Node *b)
{
    for (int i = 0; i < a->n; i++)
        if (a->arg[i] != b->arg[i])
            return false;
    return true;
}

static void grow(Table *t)
{
    Node **old = t->slot;
    int n = t->cap;
    t->cap = n == 0 ? 256 : 2 * n;
    t->slot = NEW_N(t->arena, Node *, t->cap);
    for (int i = 0; i < n; i++) {
        if (old[i] == NULL)
            continue;
        uint64_t at = hash_node(old[i]);
        while (t->slot[at & (uint64_t)(t->cap - 1)] != NULL)
            at++;
        t->slot[at & (uint64_t)(t->cap - 1)] = old[i];
    }
}

static Node *first_equal(void *context, Node *n)
{
    Table *t = context;
    Node *certain = op_info(n->op)->kind == K_COMPARE ? fold_compare(n) : NULL;
    if (certain) /* the operands of a comparison have become one */
        n = certain;
    if (certain)
        decided(D_cse_compare);
    if (2 * t->n >= t->cap)
        grow(t);
    for (uint64_t at = hash_node(n);; at++) {
        Node **slot = &t->slot[at & (uint64_t)(t->cap - 1)];
        if (*slot == NULL) {
            t->n++;
            return *slot = n;
        }
        if (node_equal(*slot, n) && same_operands(*slot, n)) {
            decided(D_cse_equal);
            return *slot;
        }
    }
}

void pass_cse(Graph *g)
{
    Table table = {.arena = arena_new()};
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->attr.body != NULL)
            pass_cse(g->nodes.at[i]->attr.body);
    graph_rewrite(g, first_equal, &table);
    arena_free(table.arena);
}

/*
 * random_twin.c - another way of writing the same graph, which must be worth the
 * same bits: leaves have other names, operands stand the other way round where that
 * changes nothing, nodes are made in another order, some lead nowhere, and outs
 * come from the last to the first.
 */
#include "generator.h"

#include <string.h>

#include "../../runtime/mf_random.h"

typedef struct Twin {
    Generator r;
    Node **of; /* by the id of the node: what stands for it, or NULL */
} Twin;

const char *random_own_name(const char *name)
{
    const char *prefix = strchr(name, '_');
    return prefix ? prefix + 1 : name;
}

/* A prefix, so that the order of names is another too. */
static const char *other_name(Generator *r, const char *name)
{
    int shift = name[strlen(name) - 1] % 26;
    return arena_format(r->g->arena, "%c_%s", 'z' - shift, name);
}

/* The letters with the operands swapped; NULL if the terms of a sum would come in
 * another order: that is the order of the summed letters in the first operand. */
static const char *swapped_letters(Arena *arena, const char *letters)
{
    const char *comma = strchr(letters, ','), *arrow = strstr(letters, "->");
    const char *last = comma;
    for (const char *c = letters; c < comma; c++) {
        if (strchr(arrow, *c))
            continue;
        const char *at = strchr(comma, *c);
        if (at < last)
            return NULL;
        last = at;
    }
    return arena_format(arena, "%.*s,%.*s%s", (int)(arrow - comma) - 1, comma + 1,
                        (int)(comma - letters), letters, arrow);
}

/* Swaps the operands, if it may. */
static void swap(Arena *arena, Node *n)
{
    static const Op free[] = {OP_add, OP_mul,         OP_eq,
                              OP_ne,  OP_logical_and, OP_logical_or};
    bool may = false;
    for (size_t i = 0; i < sizeof free / sizeof *free; i++)
        may |= n->op == free[i];
    if (n->op == OP_contract) {
        const char *letters = swapped_letters(arena, n->attr.text);
        may = letters != NULL;
        n->attr.text = may ? intern(arena, letters) : n->attr.text;
    }
    if (!may)
        return;
    Node *first = n->arg[0];
    n->arg[0] = n->arg[1];
    n->arg[1] = first;
}

static Graph *twin_body(Generator *r, const Graph *body);

static Node *twin_of(Twin *t, const Node *n)
{
    if (t->of[n->id])
        return t->of[n->id];
    Arena *arena = t->r.g->arena;
    Node new = *n;
    new.grad_of = NULL;
    new.arg = NEW_N(arena, Node *, n->n + 1);
    for (int k = n->n - 1; k >= 0; k--)
        new.arg[k] = twin_of(t, n->arg[k]);
    if ((n->op == OP_input && slot_index(n) < 0) || n->op == OP_param)
        new.attr.text = intern(arena, other_name(&t->r, n->attr.text));
    if (n->attr.body)
        new.attr.body = twin_body(&t->r, n->attr.body);
    if (chance(&t->r, 50))
        swap(arena, &new);
    Node *y = t->of[n->id] = node_copy(t->r.g, &new, new.arg);
    if (n->op != OP_scan && chance(&t->r, 10)) /* of no use */
        y->dtype == BOOL ? n_logical_not(y) : n_add(y, n_neg(y));
    return y;
}

/* Whichever node comes next, its operands come before. */
static void twin_nodes(Twin *t, const Graph *g)
{
    int n = g->nodes.n;
    t->of = NEW_N(g->arena, Node *, n + 1);
    for (int tries = 0; tries < n; tries++)
        twin_of(t, g->nodes.at[below(&t->r, n)]);
    for (int i = 0; i < n; i++)
        twin_of(t, g->nodes.at[i]);
}

static Graph *twin_body(Generator *r, const Graph *body)
{
    Twin t = {.r = {.g = graph_new(r->g->arena, body->name), .state = r->state + 1}};
    twin_nodes(&t, body);
    for (int i = 0; i < body->outs.n; i++)
        graph_out(t.r.g, body->outs.at[i].name, t.of[body->outs.at[i].node->id]);
    return t.r.g;
}

Graph *random_twin(const Graph *g, uint64_t seed)
{
    Twin t = {.r = {.g = graph_new(g->arena, g->name), .state = mf_mix(~seed)}};
    twin_nodes(&t, g);
    for (int i = g->outs.n - 1; i >= 0; i--) {
        const Out *out = &g->outs.at[i];
        if (out->store)
            graph_store(t.r.g, other_name(&t.r, out->name), t.of[out->node->id]);
        else
            graph_out(t.r.g, out->name, t.of[out->node->id]);
    }
    return t.r.g;
}

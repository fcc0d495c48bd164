/*
 * script_outer.c - gradients inside a body of a scan. What the turn reads from outside
 * are slots there, which know nothing of each other; but y may need an outer x by way
 * of other outer tensors: z = f(x), and y is made of z. So what lies between x and the
 * slots of the turn is made once more in the body, and the gradients of the slots go on
 * through it:
 *
 *     body:  y <- slot of z      dz from y,
 *            z' <- slot of x     dx from y, and from z' by dz
 *
 * It is made of outer tensors alone, so scan_hoist.c moves it out again, where it is
 * equal to what stands there. Bodies may be within bodies; a slot that stands for a
 * slot further out is the same tensor.
 */
#include "script.h"

/* A graph around the body, or the body itself (first); what of it the ys need. */
typedef struct Level {
    const Body *body; /* NULL: the root */
    Graph *graph;
    ARRAY(Node *) roots;
    Node **order;
    int n, n_old;
    Node **stand; /* by id: what stands in the body for what needs an x, or is one */
} Level;

typedef struct Levels {
    Run *r;
    Arena *scratch;
    int n;
    Level *at;
} Levels;

/* What a node of the body stands for one level further out; NULL if it is the turn's.
 */
static Node *outer_of(const Body *b, const Node *inner)
{
    if (b == NULL || (slot_index(inner) < 0 && inner->op != OP_full))
        return NULL;
    int n = inner->op == OP_full ? b->fulls.n : b->slots.n;
    const Slot *slot = inner->op == OP_full ? b->fulls.at : b->slots.at;
    for (int i = 0; i < n; i++)
        if (slot[i].inner == inner && !slot[i].sequence)
            return slot[i].outer;
    return NULL;
}

static void find_levels(Levels *l, int n_ys, Node *const *ys)
{
    l->n = 1;
    for (const Body *b = l->r->body; b != NULL; b = b->outer)
        l->n++;
    l->at = NEW_N(l->scratch, Level, l->n);
    const Body *b = l->r->body;
    for (int i = 0; i < n_ys; i++)
        PUSH(l->scratch, l->at[0].roots, ys[i]);
    for (int d = 0; d < l->n; d++, b = b != NULL ? b->outer : NULL) {
        Level *v = &l->at[d];
        v->body = b;
        v->graph = b != NULL ? b->graph : l->r->root;
        v->n_old = v->graph->nodes.n;
        v->stand = NEW_N(l->scratch, Node *, v->n_old);
        v->order = graph_order(l->scratch, v->graph, v->roots.n, v->roots.at, &v->n);
        for (int i = 0; i < v->n; i++) {
            Node *outer = outer_of(b, v->order[i]);
            if (outer != NULL)
                PUSH(l->scratch, l->at[d + 1].roots, outer);
        }
    }
}

/* Where what the node stands for is kept, however far out that is. */
static Node **stand_of(Levels *l, Node *n)
{
    int d = 0;
    while (l->at[d].graph != n->graph)
        d++;
    for (Node *outer; (outer = outer_of(l->at[d].body, n)) != NULL; d++)
        n = outer;
    return &l->at[d].stand[n->id];
}

static Node *copy_into_body(Levels *l, const Node *u)
{
    Node **arg = NEW_N(l->scratch, Node *, u->n);
    for (int k = 0; k < u->n; k++) {
        Node *there = *stand_of(l, u->arg[k]);
        arg[k] = there != NULL ? there : run_capture(l->r, u->arg[k]);
    }
    Node *copy = node_copy(l->r->graph, u, arg);
    copy->grad_of = NULL;
    if (copy->attr.body != NULL) /* its gradient changes it */
        copy->attr.body =
            graph_extract(u->attr.body, u->attr.body->name, u->attr.body->outs.n,
                          u->attr.body->outs.at, BOTH_MODES);
    return copy;
}

static bool needs_an_x(Levels *l, const Node *u)
{
    for (int k = 0; carries_gradient(u) && k < u->n; k++)
        if (*stand_of(l, u->arg[k]) != NULL)
            return true;
    return false;
}

/* Makes what lies between the xs and the slots, from the outermost level inwards. */
static void bring_in(Levels *l, int n, Node *const *xs)
{
    for (int i = 0; i < n; i++)
        *stand_of(l, xs[i]) = xs[i];
    for (int d = l->n - 1; d > 0; d--)
        for (int i = 0; i < l->at[d].n; i++) {
            Node *u = l->at[d].order[i];
            if (outer_of(l->at[d].body, u) == NULL && needs_an_x(l, u))
                *stand_of(l, u) = copy_into_body(l, u);
        }
}

static bool is_zero(const Node *n)
{
    return n->op == OP_full && n->attr.num == 0;
}

/* The slots of the turn that need an x outside, and what each is there. */
typedef struct Links {
    ARRAY(Node *) slots;
    ARRAY(Node *) made;
} Links;

static Links find_links(Levels *l)
{
    Links links = {0};
    for (int i = 0; i < l->at[0].n; i++) {
        Node *slot = l->at[0].order[i];
        if (outer_of(l->r->body, slot) == NULL || !is_float(slot->dtype))
            continue;
        Node *made = *stand_of(l, slot);
        if (made == NULL || made == slot)
            continue;
        PUSH(l->scratch, links.slots, slot);
        PUSH(l->scratch, links.made, made);
    }
    return links;
}

static bool holds(const Links *links, const Node *slot)
{
    for (int i = 0; i < links->slots.n; i++)
        if (links->slots.at[i] == slot)
            return true;
    return false;
}

/* The gradients of the turn go on through what the slots are made of. */
static void go_on(Levels *l, const Links *links, Node *const *dslots, int n,
                  Node *const *xs, Node **out)
{
    Node **ends = NEW_N(l->scratch, Node *, n), **more = NEW_N(l->scratch, Node *, n);
    for (int i = 0; i < n; i++)
        ends[i] = *stand_of(l, xs[i]);
    graph_grad_many(links->slots.n, links->made.at, dslots, n, ends, more);
    for (int i = 0; i < n; i++)
        if (is_zero(out[i]) || holds(links, xs[i])) /* then more begins with it */
            out[i] = more[i];
        else if (!is_zero(more[i]))
            out[i] = n_add(out[i], more[i]);
}

static bool any_outer(const Run *r, int n, Node *const *xs)
{
    for (int i = 0; i < n; i++)
        if (outer_of(r->body, xs[i]) != NULL)
            return true;
    return false;
}

void run_grad_many(Run *r, int n_ys, Node *const *ys, Node *const *seeds, int n,
                   Node *const *xs, Node **out)
{
    if (!any_outer(r, n, xs)) {
        graph_grad_many(n_ys, ys, seeds, n, xs, out);
        return;
    }
    Levels l = {.r = r, .scratch = arena_new()};
    find_levels(&l, n_ys, ys);
    bring_in(&l, n, xs);
    Links links = find_links(&l);
    int all = n + links.slots.n;
    Node **by = NEW_N(l.scratch, Node *, all), **grad = NEW_N(l.scratch, Node *, all);
    for (int i = 0; i < all; i++)
        by[i] = i < n ? xs[i] : links.slots.at[i - n];
    graph_grad_many(n_ys, ys, seeds, all, by, grad);
    for (int i = 0; i < n; i++)
        out[i] = grad[i];
    if (links.slots.n > 0)
        go_on(&l, &links, grad + n, n, xs, out);
    arena_free(l.scratch);
}

void run_grad(Run *r, Node *y, Node *seed, int n, Node *const *xs, Node **out)
{
    if (!any_outer(r, n, xs) || !is_float(y->dtype)) {
        graph_grad(y, seed, n, xs, out);
        return;
    }
    if (seed == NULL)
        seed = n_like(y, 1);
    run_grad_many(r, 1, &y, &seed, n, xs, out);
}

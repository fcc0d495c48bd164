/*
 * title.c - what a kernel computes, as formulas in the names that its text has, each
 * with the line of the script that it comes from. For the comment above it in C, and
 * for reports.
 *
 *     h = sigmoid(x W1 + b1)               boston.lua:14
 *     yhat = h W2 + b2                     boston.lua:15
 *
 * A part that has a name of the user's, or that is used twice and has one of ours, has
 * a line of its own.
 */
#include "loop.h"
#include "text.h"

#include <string.h>

typedef struct Title {
    Arena *arena;
    const Kernel *kernel;
    const KernelNames *names;
    const Formula *formula; /* the one that is being written */
    TitleLines lines;
    ARRAY(const Node *) parts; /* those with a line of their own */
} Title;

/* Formulas mean all rows, with all their axes. */
static const Buffer *whole(const Buffer *b)
{
    while (b->band || b->flat)
        b = b->base;
    return b;
}

/* What the kernel calls the array, or one whose place it takes. */
static const char *array_name(const KernelNames *names, const Buffer *b)
{
    for (; b != NULL; b = b->turn ? NULL : b->base)
        for (int i = 0; i < names->n; i++)
            if (whole(names->at[i].buffer) == b)
                return names->at[i].name;
    return NULL;
}

/* What a node is called that has no array, as far as it is known. */
static const char *word(const Title *t, const Node *n)
{
    return text_identifier(t->arena, text_short(t->arena, node_word(n)));
}

/* Is the node stored here in an array that is called after another one: in whose place
 * it is, or within whose padding? */
static bool is_guest(const Title *t, const Node *n, const Buffer *b)
{
    bool here = false;
    for (int i = 0; i < t->kernel->formulas.n && !here; i++)
        here = t->kernel->formulas.at[i].node == n;
    if (b && b->kind == B_WORK && b->base && b->base->kind == B_WORK && !b->turn &&
        same_extents(&b->shape, &b->base->shape))
        return true;
    return here && b && b->kind == B_WORK && b->shape.rank == n->shape.rank &&
           !same_extents(&b->shape, &n->shape);
}

static const char *node_name(const void *context, const Node *n)
{
    const Title *t = context;
    const Buffer *b = t->formula->buffer[n->id];
    const char *name = array_name(t->names, b);
    if (is_leaf(n) && (name || !n->name))
        return name;
    return name && !is_guest(t, n, b) ? name : word(t, n);
}

/* What a formula makes: "dh", "dh (in h)" where it takes the place of h. */
static const char *target(const Title *t, const Formula *f)
{
    const char *name = array_name(t->names, f->to), *own = word(t, f->node);
    const Buffer *home = f->to->base ? f->to->base : f->to;
    bool guest =
        buffer_base((Buffer *)home)->kind == B_WORK && is_guest(t, f->node, f->to);
    if (!name)
        return own;
    return guest && strcmp(name, own) != 0
               ? arena_format(t->arena, "%s (in %s)", own, name)
               : name;
}

static void add_line(Title *t, const char *name, const char *text, Where where)
{
    TitleLine line = {arena_format(t->arena, "%s = %s", name, text), where};
    PUSH(t->arena, t->lines, line);
}

/* The parts of the kernel's formulas, operands first, and how often they are used. */
typedef struct Parts {
    Arena *arena;
    int *uses; /* by node */
    ARRAY(const Node *) at;
} Parts;

static void find_parts(Parts *p, const bool *stop, const Node *n)
{
    if (p->uses[n->id]++ > 0)
        return;
    for (int i = 0; i < n->n; i++)
        if (!stop[n->arg[i]->id])
            find_parts(p, stop, n->arg[i]);
    PUSH(p->arena, p->at, n);
}

/* Does the part have a line of its own? */
static bool is_apart(const Parts *p, const Node *n)
{
    bool seen = n->op == OP_broadcast || (n->op == OP_reshape && moves_ones(n));
    bool cut = n->op == OP_slice || n->op == OP_reshape || p->uses[n->id] > 1;
    return !is_leaf(n) && !seen && (n->name != NULL || (n->label != NULL && cut));
}

static void add_formula(Title *t, const Formula *f, const Parts *p, int from, int to)
{
    Naming naming = {node_name, t};
    bool *stop = f->stop;
    t->formula = f;
    for (int i = from; i < to; i++) {
        const Node *n = p->at.at[i];
        if (stop[n->id] || n == f->node || !is_apart(p, n))
            continue;
        add_line(t, word(t, n), named_formula(n, stop, naming), n->where);
        stop[n->id] = true;
        PUSH(t->arena, t->parts, n);
    }
    const char *name = array_name(t->names, f->to);
    if (f->copy)
        add_line(t, name ? name : word(t, f->node), node_name(t, f->node),
                 f->node->where);
    else
        add_line(t, target(t, f), named_formula(f->node, stop, naming), f->node->where);
}

/* All nodes of them are of one graph; `uses` is zero, and is so again at the end. */
static void add_formulas(Title *t, const Kernel *k, int *uses)
{
    Parts p = {.arena = arena_new(), .uses = uses};
    int *end =
        NEW_N(p.arena, int, k->formulas.n + 1); /* of the parts of each formula */
    for (int i = 0; i < k->formulas.n; i++) {
        const Formula *f = &k->formulas.at[i];
        if (!f->copy)
            find_parts(&p, f->stop, f->node);
        end[i] = p.at.n;
    }
    for (int i = 0; i < k->formulas.n; i++)
        add_formula(t, &k->formulas.at[i], &p, i > 0 ? end[i - 1] : 0, end[i]);
    for (int i = 0; i < p.at.n; i++)
        uses[p.at.at[i]->id] = 0;
    arena_free(p.arena);
}

/* Parts stay names for the formulas behind them, and stop being names then. */
static void forget_parts(Title *t, const Kernel *k)
{
    for (int i = 0; i < t->parts.n; i++)
        for (int j = 0; j < k->formulas.n; j++)
            if (t->parts.at[i]->graph == k->formulas.at[j].node->graph)
                k->formulas.at[j].stop[t->parts.at[i]->id] = false;
}

TitleLines kernel_title(Titler *t, const Kernel *k, const KernelNames *names)
{
    Title title = {.arena = t->arena, .kernel = k, .names = names};
    if (k->text) {
        TitleLine line = {k->text, k->where};
        PUSH(t->arena, title.lines, line);
    }
    if (k->formulas.n == 0)
        return title.lines;
    const Graph *g = k->formulas.at[0].node->graph;
    if (t->graph != g)
        t->uses = NEW_N(t->arena, int, g->nodes.n + 1);
    t->graph = g;
    add_formulas(&title, k, t->uses);
    forget_parts(&title, k);
    return title.lines;
}

void title_kernels(Titler *t, const Calls *calls)
{
    Calls all = kernel_calls(t->arena, calls);
    for (int i = 0; i < all.n; i++) {
        Kernel *k = all.at[i]->kernel;
        Scope scope = scope_new(t->arena, NULL);
        KernelNames names = {0};
        for (int p = 0; p < k->params.n; p++) {
            const Buffer *b = k->params.at[p];
            Called called = {b, scope_name(&scope, text_short(t->arena, b->name))};
            PUSH(t->arena, names, called);
        }
        TitleLines lines = kernel_title(t, k, &names);
        k->formula = "";
        for (int n = 0; n < lines.n; n++)
            k->formula = arena_format(t->arena, "%s%s%s", k->formula, n ? "; " : "",
                                      lines.at[n].text);
    }
}

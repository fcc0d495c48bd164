/*
 * random_chain.c - random graphs of arrays that have the same rows, each made of those
 * before it: row by row, by sums over the rows that go back into every row, and by
 * products in which a row meets all others, as in attention. Some are seen as arrays of
 * other extents. What bands of rows may not take apart stands between what they may.
 */
#include "random_kinds.h"

#include "../../runtime/mf_random.h"

enum { STEPS = 14 };

typedef struct Chain {
    Graph *g;
    uint64_t seed, at;
    int64_t rows;
    Node *x[STEPS + 1];
    int n;
} Chain;

static int64_t below(Chain *c, uint64_t n)
{
    return (int64_t)mf_random_below(c->seed, 78, 0, c->at++, n);
}

/* One of the arrays so far; the latest most of the time. */
static Node *some(Chain *c)
{
    return c->x[below(c, 2) ? c->n - 1 : below(c, (uint64_t)c->n)];
}

static Node *weight(Chain *c, int64_t rows, int64_t columns)
{
    const char *name = arena_format(c->g->arena, "w%d", c->g->nodes.n);
    return n_param(c->g, name, F32, shape_of(2, (int64_t[]){rows, columns}));
}

static Node *spread(Node *a, int axis, const Shape *shape)
{
    return n_broadcast(a, *shape, (int[]){axis == 1 ? 0 : -1, axis == 1 ? -1 : 0});
}

/* An array of the same columns. */
static Node *alike(Chain *c, const Node *a)
{
    int at = c->n - 1 - (int)below(c, (uint64_t)c->n);
    while (at > 0 && c->x[at]->shape.dim[1] != a->shape.dim[1])
        at--;
    return same_shape(&c->x[at]->shape, &a->shape) ? c->x[at] : NULL;
}

static Node *scalar(Chain *c, Node *a)
{
    Node *b = alike(c, a);
    switch (b ? below(c, 5) : 2 + below(c, 3)) {
    case 0:
        return n_sub(a, b);
    case 1:
        return n_mul(a, b);
    case 2:
        return n_tanh(a);
    case 3:
        return n_mul(a, n_like(a, 0.5));
    default:
        return n_sin(a);
    }
}

/* Sums or maxima along an axis, for each row or column again; sometimes an out too. */
static Node *reduced(Chain *c, Node *a)
{
    int axis = (int)below(c, 3) / 2;
    Node *s = below(c, 3) ? n_sum(a, 1u << axis) : n_max(a, 1u << axis);
    if (below(c, 2))
        s = n_mul(s, n_like(s, 1.0 / (double)a->shape.dim[axis]));
    if (below(c, 2))
        s = n_tanh(s);
    if (below(c, 3) == 0)
        graph_out(c->g, arena_format(c->g->arena, "s%d", c->n), s);
    return n_sub(a, spread(s, axis, &a->shape));
}

/* Rows that meet others: [r, r] or [k, k] in between. */
static Node *met(Chain *c, Node *a)
{
    Node *b = some(c), *v = some(c);
    if (below(c, 2)) {
        Node *near = n_contract(a, n_tanh(n_contract(b, b, "ai,bi->ab")), "ai,ab->bi");
        return n_tanh(near);
    }
    Node *sums = n_tanh(n_contract(b, v, "ai,aj->ij"));
    if (below(c, 2))
        graph_out(c->g, arena_format(c->g->arena, "m%d", c->n), sums);
    return n_tanh(n_contract(b, sums, "ai,ij->aj"));
}

/* An array with twice as many rows of half the length, multiplied with itself or a
 * weight, or summed. */
static Node *seen_otherwise(Chain *c, Node *a)
{
    int64_t width = a->shape.dim[1];
    int64_t parts[] = {2 * c->rows, width / 2};
    Node *view = n_reshape(a, shape_of(2, parts)), *b = some(c);
    switch (below(c, 3)) {
    case 0: /* every row of b with all of the view */
        if (b->shape.dim[1] == parts[1])
            return n_tanh(n_contract(b, view, "ai,bi->ab"));
        return n_tanh(n_contract(n_contract(b, weight(c, b->shape.dim[1], parts[1]),
                                            "ai,ij->aj"),
                                 view, "ai,bi->ab"));
    case 1:
        view = n_tanh(n_contract(view, weight(c, parts[1], parts[1]), "ai,ij->aj"));
        return n_reshape(view, a->shape);
    default:
        view = n_sub(view, spread(n_sum(view, 2), 1, &view->shape));
        return n_reshape(n_tanh(view), a->shape);
    }
}

/* The rows the other way round, or each in the place of the next one. */
static Node *moved(Chain *c, Node *a)
{
    if (below(c, 2))
        return n_slice_axis(a, 0, c->rows - 1, -1, c->rows);
    int64_t one[] = {1, 0}, none[] = {0, 0};
    bool up = below(c, 2);
    Node *part = n_slice_axis(a, 0, up, 1, c->rows - 1);
    return n_pad(part, up ? none : one, up ? one : none, none, 0);
}

static Node *step(Chain *c)
{
    Node *a = some(c);
    int64_t width = a->shape.dim[1];
    switch (below(c, 9)) {
    case 0:
    case 1:
        return n_contract(a, weight(c, width, 2 * (1 + below(c, 3))), "ai,ij->aj");
    case 2:
    case 3:
        return reduced(c, a);
    case 4:
        return met(c, a);
    case 5:
        return width % 2 == 0 && width < 20 ? seen_otherwise(c, a) : scalar(c, a);
    case 6:
        return moved(c, a);
    default:
        return scalar(c, a);
    }
}

Graph *random_chain(Arena *arena, uint64_t seed)
{
    Chain c = {.g = graph_new(arena, "chain"), .seed = seed};
    c.rows = 2 * (1 + below(&c, 6));
    int64_t width = 2 * (1 + below(&c, 3));
    c.x[c.n++] = n_input(c.g, "x", F32, shape_of(2, (int64_t[]){c.rows, width}));
    for (int n = 3 + (int)below(&c, STEPS - 2); c.n < n; c.n++) {
        c.x[c.n] = step(&c);
        if (below(&c, 5) == 0)
            graph_out(c.g, arena_format(arena, "x%d", c.n), c.x[c.n]);
    }
    graph_out(c.g, "y", c.x[c.n - 1]);
    return c.g;
}

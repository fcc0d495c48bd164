/*
 * random_columns.c - random layers of few units over 64 rows or more, with gradients of
 * their gradients: what pass_column.c makes by columns. Some of it is an out, or goes
 * on by rows.
 */
#include "random_kinds.h"

#include "../../runtime/mf_random.h"

typedef struct Draw {
    Graph *g;
    uint64_t seed, at;
    int64_t rows;
} Draw;

static int64_t below(Draw *d, uint64_t n)
{
    return (int64_t)mf_random_below(d->seed, 83, 0, d->at++, n);
}

static const char *name(const Draw *d, char kind)
{
    return arena_format(d->g->arena, "%c%d", kind, d->g->nodes.n);
}

static Node *rows_of(Draw *d, int64_t width)
{
    int64_t dim[] = {d->rows, width};
    return n_input(d->g, name(d, 'x'), F32, shape_of(2, dim));
}

static Node *column_of(Draw *d, int64_t rows)
{
    return n_input(d->g, name(d, 'c'), F32, shape_of(2, (int64_t[]){rows, 1}));
}

/* A column that is turned around, or made of other numbers of rows. */
static Node *patched(Draw *d)
{
    int64_t rest = 1 + below(d, 40);
    switch (below(d, 4)) {
    case 0:
        return n_concat(d->g, 2,
                        (Node *[]){column_of(d, rest), column_of(d, d->rows - rest)},
                        0);
    case 1:
        return n_slice_axis(column_of(d, d->rows + rest), 0, rest, 1, d->rows);
    case 2:
        return n_slice_axis(column_of(d, d->rows), 0, d->rows - 1, -1, d->rows);
    default:
        return n_pad(column_of(d, d->rows - rest), (int64_t[]){rest, 0},
                     (int64_t[]){0, 0}, (int64_t[]){0, 0}, 0.5);
    }
}

/* Two columns or more, of one array or of some. */
static Node *first(Draw *d, Node **x)
{
    Node *part[3];
    int n = 1 + (int)below(d, 3);
    *x = rows_of(d, n == 1 ? 2 + below(d, 3) : 1);
    part[0] = *x;
    for (int i = 1; i < n; i++)
        part[i] = below(d, 4) ? rows_of(d, 1 + below(d, 2)) : patched(d);
    return n == 1 ? *x : n_concat(d->g, n, part, 1);
}

static Node *activation(Draw *d, Node *h)
{
    switch (below(d, 6)) {
    case 0:
        return n_mul(h, h);
    case 1:
        return n_where(n_gt(h, n_like(h, 0)), h, n_tanh(h));
    case 2: /* a factor of each row */
        return n_mul(n_tanh(h), n_broadcast(n_input(d->g, name(d, 'r'), F32,
                                                    shape_of(1, &d->rows)),
                                            h->shape, (int[]){0, -1}));
    case 3: /* some columns, others in their place */
        return n_concat(d->g, 2,
                        (Node *[]){n_slice_axis(h, 1, 1, 1, h->shape.dim[1] - 1),
                                   rows_of(d, 1)},
                        1);
    default:
        return n_tanh(h);
    }
}

static Node *layer(Draw *d, Node *h, int64_t width, bool turned)
{
    int64_t own[] = {h->shape.dim[1], width}, other[] = {width, h->shape.dim[1]};
    Node *w = n_param(d->g, name(d, 'w'), F32, shape_of(2, turned ? other : own));
    Node *y = below(d, 2) ? n_contract(h, w, turned ? "mk,nk->mn" : "mk,kn->mn")
                          : n_contract(w, h, turned ? "nk,mk->mn" : "kn,mk->mn");
    Node *b = n_param(d->g, name(d, 'b'), F32, shape_of(1, &width));
    return n_add(y, n_broadcast_to(b, y->shape));
}

static Node *total(Node *y)
{
    return n_sum(n_mul(y, y), 3);
}

Graph *random_columns(Arena *arena, uint64_t seed)
{
    static const int64_t rows[] = {64, 80, 100, 110, 192, 125};
    Draw d = {.g = graph_new(arena, "step"), .seed = seed};
    d.rows = rows[below(&d, 6)];
    Node *x, *h = first(&d, &x), *params[16], *grads[16];
    int layers = 2 + (int)below(&d, 2), n = 0;
    for (int i = 0; i < layers; i++)
        h = activation(&d, layer(&d, h, 17 + below(&d, 6), below(&d, 3) == 0));
    if (below(&d, 4) == 0)
        graph_out(d.g, "h", h);
    if (below(&d, 4) == 0)
        graph_out(d.g, "most", n_max(h, 2));
    h = layer(&d, h, 1 + below(&d, 2), false);
    Node *loss = total(h);
    if (below(&d, 2) == 0) { /* of the slope too */
        Node *dx;
        graph_grad(n_sum(h, 3), NULL, 1, &x, &dx);
        graph_out(d.g, "dx", dx);
        loss = n_add(loss, total(dx));
    }
    for (int i = 0; i < d.g->nodes.n && n < 16; i++)
        if (d.g->nodes.at[i]->op == OP_param)
            params[n++] = d.g->nodes.at[i];
    graph_grad(loss, NULL, n, params, grads);
    graph_out(d.g, "loss", loss);
    for (int i = 0; i < n; i++)
        graph_out(d.g, arena_format(arena, "g%d", i), grads[i]);
    return d.g;
}

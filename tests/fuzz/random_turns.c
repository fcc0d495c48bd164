/*
 * random_turns.c - random scans over sequences that are wider than what they are made
 * of: rows of tables, copies, numbers, and scalar operators of such. What reads one
 * array twice, as a whole and by turns, is among them.
 */
#include "random_kinds.h"

#include "../../runtime/mf_random.h"

typedef struct Draw {
    Graph *g;
    uint64_t seed, at;
    int64_t turns, rows, width;
} Draw;

enum { IDS = 5 }; /* RANDOM_LIMIT: ids are below it */

static int64_t below(Draw *d, uint64_t n)
{
    return (int64_t)mf_random_below(d->seed, 79, 0, d->at++, n);
}

/* The input of this shape: mostly the same one, if there is one. */
static Node *input(Draw *d, Dtype dtype, int rank, const int64_t *dim)
{
    Shape s = shape_of(rank, dim);
    for (int i = 0; i < d->g->nodes.n && below(d, 4) > 0; i++) {
        Node *n = d->g->nodes.at[i];
        if (n->op == OP_input && n->dtype == dtype && same_shape(&n->shape, &s))
            return n;
    }
    return n_input(d->g, arena_format(d->g->arena, "x%d", d->g->nodes.n), dtype, s);
}

/* Copies of an input along the axes that are -1. */
static Node *copies(Draw *d, const int *from)
{
    int64_t dim[] = {d->turns, d->rows, d->width}, of[3];
    int rank = 0;
    for (int i = 0; i < 3; i++)
        if (from[i] >= 0) {
            of[from[i]] = dim[i];
            rank++;
        }
    return n_broadcast(input(d, F32, rank, of), shape_of(3, dim), from);
}

static Node *rows_of_table(Draw *d)
{
    int64_t table[] = {IDS + below(d, 2), d->width}, over[] = {d->turns, d->rows},
            turned[] = {d->rows, d->turns};
    Shape s = shape_of(3, (int64_t[]){d->turns, d->rows, d->width});
    Node *t = input(d, F32, 2, table);
    switch (below(d, 5)) {
    case 0:
        return n_gather(t, input(d, I32, 2, over), "vh,tb->tbh");
    case 1:
        return n_gather(t, input(d, I32, 2, turned), "vh,bt->tbh");
    case 2: /* an id a turn */
        t = n_gather(t, input(d, I32, 1, over), "vh,t->th");
        return n_broadcast(t, s, (int[]){0, -1, 1});
    case 3: /* a table a turn */
        t = input(d, F32, 2, (int64_t[]){d->turns, IDS});
        return n_gather(t, input(d, I32, 2, (int64_t[]){d->rows, d->width}),
                        "tv,bh->tbh");
    }
    t = input(d, F32, 2, (int64_t[]){d->turns, IDS});
    t = n_gather(t, input(d, I32, 1, turned), "tv,b->tb");
    return n_broadcast(t, s, (int[]){0, 1, -1});
}

static Node *made(Draw *d, int depth)
{
    static const int from[][3] = {{-1, 0, 1}, {-1, -1, 0}, {0, -1, -1},
                                  {0, 1, -1}, {0, -1, 1},  {-1, 0, -1}};
    Shape s = shape_of(3, (int64_t[]){d->turns, d->rows, d->width});
    int64_t how = below(d, depth > 0 ? 10 : 5);
    if (how == 0)
        return n_full(d->g, F32, s, 0.5 + (double)below(d, 3));
    if (how < 3)
        return copies(d, from[below(d, 6)]);
    if (how < 5)
        return rows_of_table(d);
    Node *a = made(d, depth - 1);
    if (how < 7)
        return how == 5 ? n_sin(a) : n_neg(a);
    Node *b = made(d, depth - 1);
    return how == 7   ? n_sub(a, b)
           : how == 8 ? n_mul(a, b)
                      : n_where(n_lt(a, b), n_tanh(b), a);
}

/* The same as the gradient of an input: what it belongs to is not of the turn. */
static Node *made_as_gradient(Draw *d)
{
    int64_t dim[] = {d->turns, d->rows, d->width};
    Node *x = input(d, F32, 3, dim), *dx;
    graph_grad(n_sum(n_mul(made(d, 2), x), 7), NULL, 1, &x, &dx);
    return dx;
}

/* The slots of one turn, and what becomes of the carry. */
static Node *turn(Draw *d, Graph *body, int sequences, const Shape *wide)
{
    Shape state = shape_drop(*wide, 0);
    Node *c = n_slot(body, 0, F32, state), *k = n_slot(body, 1, F32, shape_of(0, NULL));
    Node *w = n_slot(body, 2 + sequences, F32, shape_of(1, &d->width));
    Node *y = n_mul(c, n_broadcast_to(w, state));
    for (int i = 0; i < sequences; i++) {
        Node *x = n_slot(body, 2 + i, F32, state);
        y = below(d, 2) ? n_add(y, x) : n_sub(n_tanh(y), x);
    }
    graph_out(body, "c", n_add(y, n_broadcast_to(k, state)));
    graph_out(body, "k", n_add(k, n_full(body, F32, shape_of(0, NULL), 1)));
    if (below(d, 2))
        graph_out(body, "y", y);
    return y;
}

Graph *random_turns(Arena *arena, uint64_t seed)
{
    Draw d = {.g = graph_new(arena, "turns"), .seed = seed};
    d.turns = 4 + below(&d, 5);
    d.rows = below(&d, 3) ? 3 + below(&d, 4) : d.turns;
    d.width = 8 + below(&d, 13);
    int64_t dim[] = {d.turns, d.rows, d.width};
    Shape wide = shape_of(3, dim);
    int sequences = 1 + (int)below(&d, 3);
    Node *arg[8] = {input(&d, F32, 2, dim + 1),
                    n_full(d.g, F32, shape_of(0, NULL), 0.25)};
    for (int i = 0; i < sequences; i++)
        switch (below(&d, 5)) {
        case 0:
            arg[2 + i] = input(&d, F32, 3, dim);
            break;
        case 1:
            arg[2 + i] = made_as_gradient(&d);
            break;
        default:
            arg[2 + i] = made(&d, 2);
        }
    arg[2 + sequences] = input(&d, F32, 1, dim + 2);
    Graph *body = graph_new(arena, "turn");
    turn(&d, body, sequences, &wide);
    Node *scan = n_scan_plain(d.g, body, 2, sequences, 3 + sequences, arg);
    for (int k = 0; k < body->outs.n; k++)
        graph_out(d.g, arena_format(arena, "r%d", k), n_get(scan, k));
    if (below(&d, 4) == 0)
        graph_out(d.g, "sequence", arg[2]);
    return d.g;
}

/*
 * random_cell.c - random scans whose turns multiply a state by the same weights, which
 * are large enough for the register tile: of one matrix or several, for each part of
 * the state or for all of it, as they are or turned; forward, and with gradients.
 */
#include "random_kinds.h"

#include <ctype.h>
#include <string.h>

#include "../../runtime/mf_random.h"

/* How the state h becomes a sum, and of which weights: letters b of a row, i and j of
 * the state, g of its parts. */
typedef struct Form {
    const char *product;
    int parts; /* axes of the state between rows and its own */
    int sums;  /* that the product has besides: gates, which are added up */
} Form;

static const Form forms[] = {
    {"bi,ij->bj", 0, 0},     {"bi,ji->bj", 0, 0},    {"ij,bi->bj", 0, 0},
    {"bgi,gij->bgj", 1, 0},  {"bgi,jgi->bgj", 1, 0}, {"bi,gij->bgj", 0, 1},
    {"bi,jgi->bgj", 0, 1},   {"bi,igj->bgj", 0, 1},  {"bgi,gihj->bhj", 1, 0},
    {"bgi,hjgi->bhj", 1, 0},
};
enum { FORMS = sizeof forms / sizeof *forms };

static int64_t below(uint64_t seed, uint64_t *at, uint64_t n)
{
    return (int64_t)mf_random_below(seed, 79, 0, (*at)++, n);
}

/* The shape of the weights: i and j are `width` long, g and h `parts`. */
static Shape weight_shape(const Form *f, int64_t width, int64_t parts)
{
    const char *letters = f->product;
    bool second = strchr(strchr(letters, ','), 'b') != strrchr(letters, 'b');
    int64_t dim[MAX_RANK];
    int n = 0;
    for (const char *c = second ? letters : strchr(letters, ',') + 1; isalpha(*c); c++)
        dim[n++] = *c == 'i' || *c == 'j' ? width : parts;
    return shape_of(n, dim);
}

static Node *turn(Graph *body, const Form *f, Node *h, Node *x, Node *w)
{
    bool first = f->product[0] == 'b';
    Node *y = n_contract(first ? h : w, first ? w : h, f->product);
    if (f->sums)
        y = n_sum(n_tanh(y), 2);
    graph_out(body, "carry", n_tanh(n_add(y, x)));
    return y;
}

/* What the turns go over: an array, or rows of a small table, the turns the first or
 * the second axis of the ids, and perhaps a row or one number a turn to be added. */
static Node *random_sequence(Graph *g, Shape shape, uint64_t seed, uint64_t *at)
{
    int64_t some = below(seed, at, 6);
    if (shape.rank != 3 || some > 3)
        return n_input(g, "x", F32, shape);
    int64_t turns = shape.dim[0], rows = shape.dim[1], width = shape.dim[2];
    bool first = some % 2;
    int64_t dim[] = {first ? turns : rows, first ? rows : turns};
    Node *ids = n_input(g, "ids", I32, shape_of(2, dim));
    Node *table = n_param(g, "table", F32, shape_of(2, (int64_t[]){5, width}));
    Node *x = n_gather(table, ids, first ? "vi,tb->tbi" : "vi,bt->tbi");
    if (some < 2)
        return x;
    bool row = below(seed, at, 2);
    Node *bias = n_param(g, "bias", F32, shape_of(1, row ? &width : &turns));
    return n_add(x, n_broadcast(bias, shape,
                                row ? (int[]){-1, -1, 0} : (int[]){0, -1, -1}));
}

Graph *random_cell(Arena *arena, uint64_t seed)
{
    uint64_t at = 0;
    const Form *f = &forms[below(seed, &at, FORMS)];
    int64_t turns = 3 + below(seed, &at, 6), rows = 1 + below(seed, &at, 12);
    int64_t parts = 1 + below(seed, &at, 3), width = 24 + below(seed, &at, 60);
    if (below(seed, &at, 8) == 0) { /* rows of weights far apart */
        width = 256;
        rows = 1;
        parts = 1;
        turns = 7;
    }
    Graph *g = graph_new(arena, "cell"), *body = graph_new(arena, "turn");
    int64_t dim[] = {turns, rows, f->parts ? parts : width, width};
    Shape sequence = shape_of(f->parts ? 4 : 3, dim), state = shape_drop(sequence, 0);
    Node *w = n_param(g, "w", F32, weight_shape(f, width, parts));
    Node *scale = n_full(g, F32, w->shape, 1.0 / (double)width);
    Node *arg[] = {n_input(g, "h", F32, state), random_sequence(g, sequence, seed, &at),
                   below(seed, &at, 2) ? n_mul(w, scale) : w};
    Node *y = turn(body, f, n_slot(body, 0, F32, state), n_slot(body, 1, F32, state),
                   n_slot(body, 2, F32, w->shape));
    if (below(seed, &at, 2))
        graph_out(body, "out", y);
    Node *scan = n_scan(g, body, 1, 1, 3, arg);
    Node *last = n_get(scan, 0),
         *loss = n_sum(n_mul(last, last), state.rank == 3 ? 7 : 3);
    graph_out(g, "y", last);
    if (body->outs.n > 1)
        graph_out(g, "outs", n_get(scan, 1));
    if (below(seed, &at, 3) > 0) {
        Node *xs[] = {w, arg[0], arg[1]}, *dx[3];
        graph_grad(loss, NULL, 3, xs, dx);
        for (int k = 0; k < 3; k++)
            graph_out(g, arena_format(arena, "d%d", k), dx[k]);
    }
    return g;
}

/*
 * random_kinds.c - see random_kinds.h.
 */
#include "random_kinds.h"
#include "random_graph.h"

#include <string.h>

#include "../../runtime/mf_random.h"

typedef struct Draw {
    uint64_t seed, at;
} Draw;

static int64_t below(Draw *d, uint64_t n)
{
    return (int64_t)mf_random_below(d->seed, 77, 0, d->at++, n);
}

/* The second channel of x with zeros around its rows, without the first of these. */
static Node *cut_padded(Node *x)
{
    int64_t none[4] = {0}, around[4] = {0, 0, 1, 0}, start[4] = {0, 1, 1, 0};
    int64_t step[4] = {1, 1, 1, 1}, count[4];
    memcpy(count, x->shape.dim, sizeof count);
    count[1] = 1;
    count[2] += 1;
    return n_slice(n_pad(x, around, around, none, 0), start, step, count);
}

Graph *random_windows(Arena *arena, uint64_t seed)
{
    Draw d = {seed, 0};
    Graph *g = graph_new(arena, "windows");
    int64_t n = 1 + below(&d, 2), h = 1 + below(&d, 5), w = 1 + below(&d, 5);
    int64_t dim[6] = {n, 2, h, w};
    Node *a = n_input(g, "x", F32, shape_of(4, dim));
    if (below(&d, 2) == 0) /* not in memory before it is padded */
        graph_out(g, "z", n_tanh(a = n_tanh(a)));
    graph_out(g, "cut", cut_padded(a));
    for (int i = 0; i < 2; i++) {
        int64_t taps = 1 + below(&d, 5), stride = 1 + below(&d, 5),
                dilation = 1 + below(&d, 8) / 2;
        int64_t pad = below(&d, 4), count = 1 + below(&d, 9);
        a = n_expand(a, 4 + i, taps, NULL);
        a = below(&d, 4) > 0 ? n_unslide(a, 2 + i, 4 + i, stride, dilation, pad, count)
                             : n_slide(a, 2 + i, 4 + i, stride, dilation, pad, count);
    }
    memcpy(dim, a->shape.dim, sizeof dim);
    int64_t weight[4] = {3, dim[1], dim[4], dim[5]};
    int64_t result[4] = {dim[0], 3, dim[2], dim[3]};
    Node *wt = n_param(g, "w", F32, shape_of(4, weight));
    Node *dy = n_input(g, "dy", F32, shape_of(4, result));
    graph_out(g, "y", n_contract(a, wt, "ncpqij,ocij->nopq"));
    graph_out(g, "y2", n_contract(wt, a, "ocij,ncpqij->nqop"));
    graph_out(g, "dw", n_contract(a, dy, "ncpqij,nopq->ocij"));
    graph_out(g, "dw2", n_contract(dy, a, "nopq,ncpqij->jico"));
    graph_out(g, "sums", sum_window(sum_window(a, 1u << 5), 1u << 4));
    graph_out(g, "lanes", n_sum(a, 1u << 5));
    return g;
}

/* One operand as it is, or turned in memory. */
static Node *matrix(Graph *g, Draw *d, const char *name, int64_t rows, int64_t columns)
{
    if (below(d, 2) == 0)
        return n_input(g, name, F32, shape_of(2, (int64_t[]){rows, columns}));
    Node *a = n_input(g, name, F32, shape_of(2, (int64_t[]){columns, rows}));
    return n_transpose(a, 0, 1);
}

Graph *random_products(Arena *arena, uint64_t seed)
{
    Draw d = {seed, 0};
    Graph *g = graph_new(arena, "products");
    int64_t m = 17 + below(&d, 40), n = 17 + below(&d, 60), k = 17 + below(&d, 20);
    if (below(&d, 2) == 0) { /* more than a tile takes */
        m = below(&d, 2) ? 257 + below(&d, 60) : m;
        n = m > 256 ? 9 : 131 + below(&d, 60);
    }
    Node *y =
        n_contract(matrix(g, &d, "a", m, k), matrix(g, &d, "b", k, n), "ik,kj->ij");
    if (below(&d, 4) > 0) {
        k = below(&d, 2) ? 1 + below(&d, 4) / 3 : k; /* 1: no tile */
        y = n_add(y, n_contract(matrix(g, &d, "c", m, k), matrix(g, &d, "e", k, n),
                                "ik,kj->ij"));
    }
    if (below(&d, 4) == 0) /* no product at all */
        y = n_add(y, n_sum(n_input(g, "s", F32, shape_of(3, (int64_t[]){m, n, k})), 4));
    Node *bias = n_param(g, "bias", F32, shape_of(1, &n));
    y = n_tanh(n_add(y, n_broadcast(bias, y->shape, (int[]){-1, 0})));
    if (below(&d, 2) == 0)
        y = n_transpose(y, 0, 1);
    graph_out(g, "y", y);
    graph_out(g, "sum", n_sum(y, 1u << below(&d, 2)));
    return g;
}

/* Rows of a table, of which there are fewer than ids, as [batch, width] in one order of
 * axes or the other. */
static Node *chosen(Graph *g, Draw *d, Node *table, int64_t batch)
{
    Node *ids = n_input(g, "ids", I32, shape_of(1, &batch));
    if (below(d, 2) == 0)
        return n_gather(table, ids, "vi,b->bi");
    return n_transpose(n_gather(table, ids, "vi,b->ib"), 0, 1);
}

Graph *random_layers(Arena *arena, uint64_t seed)
{
    enum { MOST = 6 };
    Draw d = {seed, 0};
    Graph *g = graph_new(arena, "layers");
    int layers = 2 + (int)below(&d, MOST - 1);
    bool forward = below(&d, 3) == 0;
    int64_t batch = 1 + below(&d, 9), width = 1 + below(&d, below(&d, 2) ? 9 : 30);
    if (forward) { /* large enough for the plan to tell kin apart */
        batch += 10;
        width += 15;
    }
    bool residual = below(&d, 2) == 0, tanh = below(&d, 2) == 0;
    bool deep = below(&d, 2) == 0;
    Node *w[2 * MOST + 1], *dw[2 * MOST + 1], *x;
    int n = 2 * layers;
    if (below(&d, 2) == 0) {
        batch += 2 * RANDOM_LIMIT;
        int64_t rows[] = {RANDOM_LIMIT, width};
        w[n] = n_param(g, "table", F32, shape_of(2, rows));
        x = chosen(g, &d, w[n++], batch);
    } else {
        x = n_input(g, "x", F32, shape_of(2, (int64_t[]){batch, width}));
    }
    for (int i = 0; i < layers; i++) {
        const char *weight = arena_format(arena, "w%d", i);
        const char *bias = arena_format(arena, "b%d", i);
        w[2 * i] = n_param(g, weight, F32, shape_of(2, (int64_t[]){width, width}));
        w[2 * i + 1] = n_param(g, bias, F32, shape_of(1, &width));
        Node *y = below(&d, 4) ? n_contract(x, w[2 * i], "bi,ij->bj")
                               : n_contract(w[2 * i], x, "ij,bi->bj");
        y = n_add(y, n_broadcast(w[2 * i + 1], y->shape, (int[]){-1, 0}));
        y = tanh ? n_tanh(y) : n_sigmoid(y);
        if (deep)
            y = n_contract(y, w[2 * i], "bi,ij->bj");
        x = residual ? n_add(x, y) : y;
    }
    if (forward) {
        graph_out(g, "y", x);
        return g;
    }
    Node *loss = n_sum(n_mul(x, x), 3);
    graph_grad(loss, NULL, n, w, dw);
    graph_out(g, "loss", loss);
    bool momentum = below(&d, 2) == 0;
    for (int i = 0; i < n; i++) {
        Node *step = dw[i];
        if (momentum) {
            const char *name = arena_format(arena, "v%d", i);
            Node *v = n_param(g, name, F32, w[i]->shape);
            step = n_add(n_mul(v, n_like(v, 0.5)), step);
            graph_store(g, name, step);
        }
        graph_store(g, w[i]->attr.text, n_sub(w[i], n_mul(step, n_like(step, 0.125))));
    }
    return g;
}

/* The values of rows, or columns, for each of their elements. */
static Node *spread(Node *a, int axis, const Shape *shape)
{
    return n_broadcast(a, *shape, (int[]){axis == 1 ? 0 : -1, axis == 1 ? -1 : 0});
}

Graph *random_rows(Arena *arena, uint64_t seed)
{
    Draw d = {seed, 0};
    Graph *g = graph_new(arena, "rows");
    uint64_t wide = below(&d, 2) ? 20 : 40;
    int axis = (int)below(&d, 2);
    Shape shape = shape_of(2, (int64_t[]){2 + below(&d, wide), 2 + below(&d, wide)});
    if (axis == 1 && below(&d, 4) == 0) /* too long a row for the stack */
        shape = shape_of(2, (int64_t[]){2, 2049 + below(&d, wide)});
    else if (axis == 1 && wide == 40) /* rows of several times 16, in no cache */
        shape = shape_of(2, (int64_t[]){8 + below(&d, wide), 64 + below(&d, 64)});
    Node *x = n_input(g, "x", F32, shape);
    for (int i = 1 + (int)below(&d, 5); i > 0; i--) {
        Node *of = below(&d, 2) ? n_sum(x, 1u << axis) : n_max(x, 1u << axis);
        Node *c = n_sub(x, spread(of, axis, &shape));
        if (below(&d, 2) == 0) /* (never: cse sees it) */
            c = n_where(n_lt(n_tanh(c), n_tanh(c)), x, c);
        Node *e = below(&d, 2) ? n_exp(n_neg(n_abs(c))) : n_mul(c, c);
        Node *s = n_sum(e, 1u << axis);
        s = n_sqrt(n_add(s, n_like(s, 1)));
        if (below(&d, 2) == 0)
            graph_out(g, arena_format(arena, "s%d", i), s);
        x = n_div(below(&d, 2) ? n_neg(c) : e, spread(s, axis, &shape));
    }
    graph_out(g, "y", x);
    return g;
}

/* Of numbers that are all different: many zeros of both signs, and NaN or infinity. */
static Node *with_specials(Draw *d, Node *x)
{
    Node *one = n_like(x, 1), *zero = n_mul(x, n_like(x, 0)); /* of the sign of x */
    Node *large =
        below(d, 2) ? n_sqrt(n_sub(one, x)) : n_exp(n_mul(x, n_like(x, 1000)));
    Node *y = n_where(n_lt(n_abs(x), one), zero, x);
    return below(d, 3) ? n_where(n_lt(n_like(x, 1.5), x), large, y) : y;
}

Graph *random_pools(Arena *arena, uint64_t seed)
{
    Draw d = {seed, 0};
    Graph *g = graph_new(arena, "pools");
    int64_t images = 1 + below(&d, 3), rows = 1 + below(&d, 4), high = 1 + below(&d, 3);
    int64_t columns = below(&d, 4) ? 4 * (1 + below(&d, 4)) : 1 + below(&d, 17);
    int64_t wide = 2 + below(&d, 3);
    Shape flat = shape_of(3, (int64_t[]){images, rows * high, columns * wide});
    Shape apart = shape_of(5, (int64_t[]){images, rows, high, columns, wide});
    Shape tall = shape_of(4, (int64_t[]){images, rows, high, columns * wide});
    Shape turned = shape_of(5, (int64_t[]){images, rows, columns, wide, high});
    Node *x = n_input(g, "x", below(&d, 2) ? F32 : F64, flat);
    if (below(&d, 4) > 0)
        x = with_specials(&d, x);
    if (below(&d, 2) == 0)
        graph_out(g, "x2", x);
    /* In memory as it is, or a view of rows, as the layers of a script make it. */
    Node *windows = n_reshape(x, apart);
    if (below(&d, 4) > 0) {
        windows = n_reshape(x, tall);
        windows = n_reshape(n_permute(windows, (int[]){0, 1, 3, 2}), turned);
        windows = n_permute(windows, (int[]){0, 1, 4, 2, 3});
    }
    unsigned axes = below(&d, 4) ? 1u << 2 | 1u << 4 : 1u << 4;
    if (below(&d, 4) > 0) {
        windows = n_permute(windows, (int[]){0, 2, 4, 1, 3});
        axes = axes & 1u << 2 ? 1u << 1 | 1u << 2 : 1u << 2;
    }
    int64_t made = below(&d, 3);
    if (made != 1)
        graph_out(g, "top", n_max(windows, axes));
    if (made != 0)
        graph_out(g, "at", n_argmax(windows, axes));
    return g;
}

/* A vector, cut or with zeros behind it. */
static Node *resized(Node *a, int64_t n)
{
    int64_t have = a->shape.dim[0], none = 0, more = n - have;
    if (more <= 0)
        return n_slice_axis(a, 0, 0, 1, n);
    return n_pad(a, &none, &more, &none, 0);
}

Graph *random_memory(Arena *arena, uint64_t seed)
{
    enum { STEPS = 20, TURNS = 6, FURTHEST = 12 };
    Draw d = {seed, 0};
    Graph *g = graph_new(arena, "memory");
    bool once = below(&d, 2) == 0;
    int steps = once ? 6 + (int)below(&d, STEPS - 6) : 2 + (int)below(&d, 4);
    int turns = once ? 1 : 2 + (int)below(&d, TURNS - 1);
    int64_t size[STEPS], least = 40;
    int back[STEPS], n = 0;
    for (int i = 0; i < steps; i++) {
        size[i] = least + below(&d, below(&d, 2) ? 60 : 500);
        back[i] = below(&d, 2) ? (int)below(&d, FURTHEST) : 0;
    }
    Node *x[STEPS * TURNS + 1];
    x[n++] = n_input(g, "x", F32, shape_of(1, &least));
    for (int t = 0; t < turns; t++)
        for (int i = 0; i < steps; i++, n++) {
            x[n] = resized(x[n - 1], size[i]);
            if (back[i] > 0 && back[i] < n)
                x[n] = n_add(x[n], resized(x[n - 1 - back[i]], size[i]));
            x[n] = n_cumsum(x[n], 0, i % 2);
        }
    graph_out(g, "y", resized(x[n - 1], least));
    return g;
}

/*
 * test_passes.c - the passes over graphs keep what a graph means, on ten thousand
 * random graphs: every out over the field GF(2^61 - 1) is the same residue, and
 * in floating point the same number (fold may change the sign of a zero, nothing
 * else changes a bit). What never fires is not tested: every rule of fold must.
 * A graph that a pass leaves as it was, node by node, is not evaluated again.
 */
#include <math.h>
#include <string.h>

#include "../../runtime/mf_random.h"
#include "eval.h"
#include "random_graph.h"
#include "random_kinds.h"
#include "seeds.h"

#include <check.h> /* last: it defines a macro called fail */

enum { STEP = 3, LAYERS = 300 }; /* besides, of layers */

/* ---- values of outs ---- */

typedef struct Point {
    Arena *arena;
    const Ring *ring;
    uint64_t seed;
} Point;

static const Scalar *point_leaf(void *context, const Node *leaf)
{
    Point *p = context;
    if (leaf->op != OP_input && leaf->op != OP_param)
        return NULL;
    bool field = p->ring == &ring_gf && is_float(leaf->dtype);
    uint64_t stream = mf_hash(random_own_name(leaf->attr.text));
    int64_t size = shape_size(&leaf->shape);
    Scalar *out = NEW_N(p->arena, Scalar, size);
    for (int64_t i = 0; i < size; i++)
        if (field) /* any residue */
            out[i].p = mf_random_below(p->seed, stream, 1, (uint64_t)i,
                                       (UINT64_C(1) << 61) - 1);
        else
            out[i] = p->ring->number(random_leaf_value(leaf, p->seed, i));
    return out;
}

static Scalar **values_at(Arena *arena, const Ring *ring, uint64_t seed, const Graph *g)
{
    Point p = {arena, ring, seed};
    Env env = {.ring = ring, .leaf = point_leaf, .context = &p, .seed = seed};
    env.step = STEP;
    Scalar **value = eval_graph(arena, g, &env);
    Scalar **out = NEW_N(arena, Scalar *, g->outs.n + 1);
    for (int i = 0; i < g->outs.n; i++)
        out[i] = value[g->outs.at[i].node->id];
    return out;
}

static bool same_bits(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

static bool same_number(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

typedef struct Pass {
    const char *name;
    void (*run)(Graph *);
    bool keeps_bits; /* the signs of zeros too */
    double tiny; /* of numbers below it, no bits: on the way to them some are lost */
} Pass;

static void compare(const Pass *pass, const Graph *g, uint64_t seed, const Ring *ring,
                    Scalar *const *before, Scalar *const *after)
{
    for (int i = 0; i < g->outs.n; i++) {
        int64_t size = shape_size(&g->outs.at[i].node->shape);
        for (int64_t k = 0; k < size; k++) {
            Scalar a = before[i][k], b = after[i][k];
            bool same = ring == &ring_gf ? a.p == b.p
                        : pass->keeps_bits
                            ? same_bits(a.d, b.d)
                            : same_number(a.d, b.d) ||
                                  (fabs(a.d) < pass->tiny && fabs(b.d) < pass->tiny);
            if (!same) /* (an assertion that holds costs a system call) */
                ck_abort_msg(
                    "%s, seed %d: out %s, element %d in %s is %.17g, not %.17g",
                    pass->name, (int)seed, g->outs.at[i].name, (int)k, ring->name,
                    ring->value(b), ring->value(a));
        }
    }
}

/* That of the graph's floats. */
static const Ring *real_ring(const Graph *g)
{
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->dtype == F64)
            return &ring_f64;
    return &ring_f32;
}

/* ---- graphs that are the same ---- */

static bool same_graph(const Graph *a, const Graph *b);

/* By its own account: node_equal is what cse goes by, which is on trial here. */
static bool same_node(const Node *a, const Node *b)
{
    if (a->op != b->op || a->dtype != b->dtype || a->n != b->n ||
        !same_shape(&a->shape, &b->shape) || a->attr.n != b->attr.n ||
        !same_bits(a->attr.num, b->attr.num) || a->attr.text != b->attr.text ||
        memcmp(a->attr.at, b->attr.at, sizeof a->attr.at) != 0 ||
        !a->attr.data != !b->attr.data || !a->attr.body != !b->attr.body)
        return false;
    for (int k = 0; k < a->n; k++)
        if (a->arg[k]->id != b->arg[k]->id)
            return false;
    for (int64_t i = 0; a->attr.data && i < shape_size(&a->shape); i++)
        if (!same_bits(a->attr.data[i], b->attr.data[i]))
            return false;
    return !a->attr.body || same_graph(a->attr.body, b->attr.body);
}

static bool same_graph(const Graph *a, const Graph *b)
{
    if (a->nodes.n != b->nodes.n || a->outs.n != b->outs.n)
        return false;
    for (int i = 0; i < a->outs.n; i++)
        if (a->outs.at[i].node->id != b->outs.at[i].node->id)
            return false;
    for (int i = 0; i < a->nodes.n; i++)
        if (!same_node(a->nodes.at[i], b->nodes.at[i]))
            return false;
    return true;
}

/* ---- one graph, several passes ---- */

/* What a node is the gradient of is of the same graph. */
static void check_subjects(const Graph *g, const char *pass)
{
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        ck_assert_msg(!n->grad_of || n->grad_of->graph == g,
                      "%s: %%%d is the gradient of a node elsewhere", pass, n->id);
        if (n->attr.body)
            check_subjects(n->attr.body, pass);
    }
}

typedef Graph *Maker(Arena *arena, uint64_t seed);

/* Each of the passes, alone, on the graph that `make` makes of this seed; how often it
 * changed one is added to `changed`, one number a pass. */
static void check_passes(const Pass *pass, int n, Maker *make, uint64_t seed,
                         long *changed)
{
    Arena *arena = arena_new();
    const Graph *was = make(arena, seed);
    graph_check(was, "random_graph");
    const Ring *rings[2] = {&ring_gf, real_ring(was)};
    Scalar **before[2];
    for (int k = 0; k < 2; k++)
        before[k] = values_at(arena, rings[k], seed, was);
    for (int i = 0; i < n; i++) {
        Graph *g = make(arena, seed);
        pass[i].run(g);
        graph_check(g, pass[i].name);
        check_subjects(g, pass[i].name);
        if (g->outs.n != was->outs.n)
            ck_abort_msg("%s, seed %d: an out is lost", pass[i].name, (int)seed);
        if (same_graph(was, g))
            continue;
        changed[i]++;
        for (int k = 0; k < 2; k++)
            compare(&pass[i], g, seed, rings[k], before[k],
                    values_at(arena, rings[k], seed, g));
    }
    arena_free(arena);
}

static const Pass each_pass[] = {{"fold", pass_fold, false, 0},
                                 {"cse", pass_cse, true, 0},
                                 {"phase", pass_phase, false, 0},
                                 {"dce", pass_dce, true, 0},
                                 {"window", pass_window, false, 0},
                                 {"index", pass_index, false, 0},
                                 {"sink", pass_sink, true, 0}};
enum { PASSES = sizeof each_pass / sizeof *each_pass };

START_TEST(each_pass_keeps_values)
{
    long changed[PASSES] = {0};
    uint64_t first = seeds_from(), count = seeds_count(GRAPHS);
    for (uint64_t seed = first; seed < first + count; seed++)
        check_passes(each_pass, PASSES, random_graph, seed, changed);
    for (uint64_t seed = first; seed < first + seeds_share(LAYERS); seed++)
        check_passes(each_pass, PASSES, random_layers, seed, changed);
    for (int i = 0; i < PASSES && count >= GRAPHS; i++)
        ck_assert_msg(changed[i] > 0, "%s changes no graph", each_pass[i].name);
    int n;
    const Count *rule = fold_counts(&n);
    ck_assert_int_gt(n, 0);
    bool all = count >= ALL && first == 0;
    for (int i = 0; i < n && all; i++)
        ck_assert_msg(rule[i].n > 0, "the rule %s of fold never fires", rule[i].name);
}
END_TEST

/* A turn that takes the windows of three of a row, with a border of one. */
START_TEST(window_pads_in_turns)
{
    Arena *arena = arena_new();
    Graph *g = graph_new(arena, "scan"), *body = graph_new(arena, "turn");
    Shape row = shape_of(1, (int64_t[]){6}), rows = shape_of(2, (int64_t[]){4, 6});
    Node *c = n_slot(body, 0, F32, row), *x = n_slot(body, 1, F32, row);
    Node *windows = n_slide(n_expand(x, 1, 3, NULL), 0, 1, 1, 1, 1, 6);
    graph_out(body, "c", n_add(c, n_sum(windows, 1u << 1)));
    Node *arg[] = {n_full(g, F32, row, 0), n_input(g, "x", F32, rows)};
    graph_out(g, "y", n_get(n_scan(g, body, 1, 1, 2, arg), 0));
    pass_window(g);
    graph_check(g, "window");
    const Graph *after = g->outs.at[0].node->arg[0]->attr.body;
    int pads = 0;
    for (int i = 0; i < after->nodes.n; i++)
        pads += after->nodes.at[i]->op == OP_pad;
    ck_assert_int_eq(pads, 1);
    arena_free(arena);
}
END_TEST

START_TEST(phase_keeps_windows)
{
    static const Pass pass = {"phase", pass_phase, false, 0};
    long changed = 0;
    for (uint64_t seed = seeds_from(); seed < seeds_from() + seeds_share(2000); seed++)
        check_passes(&pass, 1, random_windows, seed, &changed);
    ck_assert_int_gt(changed, (long)seeds_share(100));
}
END_TEST

START_TEST(sink_keeps_turns)
{
    static const Pass pass = {"sink", pass_sink, true, 0};
    long changed = 0;
    for (uint64_t seed = seeds_from(); seed < seeds_from() + seeds_share(2000); seed++)
        check_passes(&pass, 1, random_turns, seed, &changed);
    ck_assert_int_gt(changed, (long)seeds_share(500));
}
END_TEST

/* A scan over rows of a table, `width` elements each; their array is an out, or read in
 * the turns as a whole, too. How many rows are taken in the turns after sink? */
static int taken_in_turns(int64_t width, bool out, bool whole)
{
    Arena *arena = arena_new();
    Graph *g = graph_new(arena, "f"), *body = graph_new(arena, "turn");
    Shape table = shape_of(2, (int64_t[]){8, width}), one = shape_of(1, &width);
    Node *ids = n_input(g, "ids", I32, shape_of(2, (int64_t[]){16, 3}));
    Node *rows = n_neg(n_gather(n_input(g, "t", F32, table), ids, "vh,tb->tbh"));
    Node *turn = n_sum(n_slot(body, 1, F32, shape_drop(rows->shape, 0)), 1);
    if (whole)
        turn = n_add(turn, n_sum(n_slot(body, 2, F32, rows->shape), 3));
    graph_out(body, "c", n_add(n_slot(body, 0, F32, one), turn));
    Node *arg[] = {n_full(g, F32, one, 0), rows, rows};
    Node *scan = n_scan_plain(g, body, 1, 1, whole ? 3 : 2, arg);
    graph_out(g, "y", n_get(scan, 0));
    if (out)
        graph_out(g, "rows", rows);
    pass_sink(g);
    const Graph *after = g->outs.at[0].node->arg[0]->attr.body;
    int taken = 0;
    for (int i = 0; i < after->nodes.n; i++)
        taken += after->nodes.at[i]->op == OP_gather;
    arena_free(arena);
    return taken;
}

/* Only what is wide, and what nothing else reads, is made in the turns. */
START_TEST(sink_pays)
{
    ck_assert_int_eq(taken_in_turns(16, false, false), 1);
    ck_assert_int_eq(taken_in_turns(1, false, false), 0);
    ck_assert_int_eq(taken_in_turns(16, true, false), 0);
    ck_assert_int_eq(taken_in_turns(16, false, true), 0);
}
END_TEST

static void columns_of_folded(Graph *g)
{
    pass_fold(g);
    pass_column(g);
}

START_TEST(column_keeps_rows)
{
    static const Pass pass[] = {{"column", pass_column, true, 0},
                                {"fold and column", columns_of_folded, false, 0}};
    long changed[2] = {0};
    for (uint64_t seed = seeds_from(); seed < seeds_from() + seeds_share(400); seed++)
        check_passes(pass, 2, random_columns, seed, changed);
    ck_assert_int_gt(changed[0], (long)seeds_share(200));
}
END_TEST

/* So many layers of so many units over so many rows. */
static Node *layers_of(Graph *g, int64_t rows, int64_t units, int layers)
{
    Node *x = n_input(g, "x", F32, shape_of(2, (int64_t[]){rows, units}));
    Node *w = n_param(g, "w", F32, shape_of(2, (int64_t[]){units, units}));
    for (int i = 0; i < layers; i++)
        x = n_tanh(n_contract(x, w, "mk,kn->mn"));
    return x;
}

/* Are they made by columns, where the last, or a sum of it, is an out? */
static bool is_by_columns(int64_t rows, int64_t units, int layers, bool last)
{
    Arena *arena = arena_new();
    Graph *g = graph_new(arena, "f");
    Node *x = layers_of(g, rows, units, layers);
    graph_out(g, "y", last ? x : n_sum(x, 1));
    pass_column(g);
    bool found = g->blocks.n > 0;
    arena_free(arena);
    return found;
}

/* Only rows that fill no vectors are, and if there are many, of which whole vectors are
 * a part; and an out is given by rows. */
START_TEST(column_pays)
{
    ck_assert(is_by_columns(1024, 20, 3, false));
    ck_assert(!is_by_columns(1024, 32, 3, false));
    ck_assert(!is_by_columns(32, 20, 3, false));
    ck_assert(!is_by_columns(1021, 20, 3, false));
    ck_assert(is_by_columns(1024, 20, 2, false));
    ck_assert(!is_by_columns(1024, 20, 2, true));
}
END_TEST

/* Products that are no sums over the rows of both, though both have as many. */
START_TEST(column_leaves_other_products)
{
    static const char *const text[] = {"mk,nm->kn", "mk,mk->km"};
    enum { ROWS = 64, UNITS = 20 };
    Arena *arena = arena_new();
    Graph *g = graph_new(arena, "f");
    Node *x = layers_of(g, ROWS, UNITS, 8);
    for (int i = 0; i < 2; i++) {
        Shape shape = shape_of(2, (int64_t[]){ROWS, i == 0 ? ROWS : UNITS});
        graph_out(g, text[i], n_contract(x, n_full(g, F32, shape, 2), text[i]));
    }
    pass_column(g);
    ck_assert_int_eq(g->blocks.n, 1);
    for (int i = 0; i < 2; i++)
        ck_assert_str_eq(g->outs.at[i].node->attr.text, text[i]);
    arena_free(arena);
}
END_TEST

static void run_together(Graph *g)
{
    pass_fold(g);
    pass_cse(g);
    pass_fold(g);
    pass_cse(g);
    pass_dce(g);
}

START_TEST(together_they_keep_values)
{
    static const Pass pass = {"fold cse fold cse dce", run_together, false, 0};
    long changed = 0;
    uint64_t first = seeds_from() + ALL, count = seeds_count(GRAPHS);
    for (uint64_t seed = first; seed < first + count; seed++)
        check_passes(&pass, 1, random_graph, seed, &changed);
    ck_assert_int_ge(changed, (int)(count / 2));
}
END_TEST

/* Another way of writing the graph, and gradients of twice the loss: halved, the same
 * bits, but next to the denormals. In two of three cases the passes go over it. */
START_TEST(twins_are_worth_the_same)
{
    static const Pass twin = {"twin", NULL, false, 0x1p-100};
    for (uint64_t seed = seeds_from(); seed < seeds_from() + seeds_share(3000);
         seed++) {
        Arena *arena = arena_new();
        Graph *g = random_graph(arena, seed);
        Graph *other = random_twin(random_graph_scaled(arena, seed, 2), seed);
        graph_check(other, "random_twin");
        if (seed % 3 > 0)
            run_together(other);
        const Ring *rings[2] = {&ring_gf, real_ring(g)};
        Scalar **turned = NEW_N(arena, Scalar *, g->outs.n + 1);
        for (int k = 0; k < 2; k++) {
            Scalar **value = values_at(arena, rings[k], seed, other);
            for (int i = 0; i < g->outs.n; i++)
                turned[i] = value[g->outs.n - 1 - i];
            compare(&twin, g, seed, rings[k], values_at(arena, rings[k], seed, g),
                    turned);
        }
        arena_free(arena);
    }
}
END_TEST

static bool has_gradients(const Graph *g)
{
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->grad_of != NULL)
            return true;
    return false;
}

static bool same_outs(const Graph *a, const Graph *b)
{
    bool same = a->outs.n == b->outs.n;
    for (int i = 0; i < a->outs.n && same; i++)
        same = strcmp(a->outs.at[i].name, b->outs.at[i].name) == 0;
    return same;
}

/* What is made before a loop is worth what its turns made; the sums of gradients over
 * turns may come in another order, and those of one graph be zeros in the other. */
START_TEST(hoisting_keeps_values)
{
    static const Pass hoist = {"scan_hoist", NULL, true, 0};
    int hoisted = 0;
    for (uint64_t seed = seeds_from(); seed < seeds_from() + seeds_share(6000);
         seed++) {
        Arena *arena = arena_new();
        Graph *g = random_graph(arena, seed), *plain = random_graph_plain(arena, seed);
        graph_check(g, "scan_hoist");
        hoisted += g->nodes.n != plain->nodes.n || !same_graph(g, plain);
        if (!same_outs(g, plain)) { /* a gradient is a rounded constant in one */
            arena_free(arena);
            continue;
        }
        compare(&hoist, g, seed, &ring_gf, values_at(arena, &ring_gf, seed, plain),
                values_at(arena, &ring_gf, seed, g));
        const Ring *real = real_ring(g);
        if (!has_gradients(plain) && !has_gradients(g))
            compare(&hoist, g, seed, real, values_at(arena, real, seed, plain),
                    values_at(arena, real, seed, g));
        arena_free(arena);
    }
    ck_assert_int_gt(hoisted, (long)seeds_share(100));
}
END_TEST

/* ---- that they do what they are for ---- */

static bool equal_nodes(const Node *a, const Node *b)
{
    if (!node_equal(a, b))
        return false;
    for (int k = 0; k < a->n; k++)
        if (a->arg[k] != b->arg[k])
            return false;
    return true;
}

START_TEST(cse_leaves_no_equal_nodes)
{
    int merged = 0;
    for (uint64_t seed = 0; seed < 500; seed++) {
        Arena *arena = arena_new();
        Graph *g = random_graph(arena, seed);
        pass_dce(g);
        int before = g->nodes.n;
        pass_cse(g);
        merged += before - g->nodes.n;
        for (int i = 0; i < g->nodes.n; i++)
            for (int k = 0; k < i; k++)
                if (equal_nodes(g->nodes.at[i], g->nodes.at[k]))
                    ck_abort_msg("seed %d: nodes %d and %d are equal", (int)seed, k, i);
        arena_free(arena);
    }
    ck_assert_int_gt(merged, 0);
}
END_TEST

/* A scan whose turn adds `v` to its carry; out number `out` of two is stacked. */
static Node *counter(Graph *g, double v, int out)
{
    Graph *body = graph_new(g->arena, "body");
    Node *x = n_slot(body, 1, F64, (Shape){0});
    Node *next = n_add(n_slot(body, 0, F64, (Shape){0}), n_like(x, v));
    Node *product = n_mul(next, x), *stacked[] = {product, n_mul(product, x)};
    graph_out(body, "next", next);
    graph_out(body, "a", stacked[out]);
    graph_out(body, "b", stacked[1 - out]);
    Node *arg[] = {n_full(g, F64, (Shape){0}, 0),
                   n_param(g, "xs", F64, shape_of(1, (int64_t[]){3}))};
    return n_get(n_scan(g, body, 1, 1, 2, arg), 1);
}

START_TEST(cse_keeps_what_differs)
{
    Arena *arena = arena_new();
    Graph *g = graph_new(arena, "g");
    Node *both[] = {n_full(g, F64, (Shape){0}, 0.0), n_full(g, F64, (Shape){0}, -0.0),
                    counter(g, 1, 0), counter(g, 2, 0), counter(g, 1, 1)};
    enum { N = sizeof both / sizeof *both };
    for (int i = 0; i < N; i++)
        graph_out(g, "out", both[i]);
    graph_out(g, "again", counter(g, 2, 0));
    pass_cse(g);
    for (int i = 0; i < N; i++)
        for (int k = 0; k < i; k++)
            ck_assert_ptr_ne(g->outs.at[i].node, g->outs.at[k].node);
    ck_assert_ptr_eq(g->outs.at[N].node, g->outs.at[3].node);
    arena_free(arena);
}
END_TEST

/* A scan of one carry and one sequence, whose turn is made of them in one of many ways.
 */
static Node *turn(Graph *g, int way)
{
    Graph *body = graph_new(g->arena, "body");
    Node *c = n_slot(body, 0, F64, (Shape){0}), *x = n_slot(body, 1, F64, (Shape){0});
    Node *next = way == 1   ? n_add(x, c)
                 : way == 2 ? n_sub(c, x)
                 : way == 3 ? n_neg(n_add(c, x))
                 : way == 4 ? n_add(c, n_like(x, 2))
                 : way == 5 ? n_add(c, n_like(x, 3))
                            : n_add(c, x);
    graph_out(body, "next", next);
    if (way == 6)
        graph_out(body, "x", x);
    Node *arg[] = {n_full(g, F64, (Shape){0}, 0),
                   n_param(g, "xs", F64, shape_of(1, (int64_t[]){3}))};
    return n_get(n_scan(g, body, 1, 1, 2, arg), 0);
}

START_TEST(cse_tells_bodies_and_data_apart)
{
    Arena *arena = arena_new();
    Graph *g = graph_new(arena, "g");
    enum { WAYS = 7, DATA = 4 };
    for (int i = 0; i < WAYS; i++)
        graph_out(g, "out", turn(g, i));
    for (int i = 0; i < WAYS; i++)
        graph_out(g, "again", turn(g, i));
    const double data[DATA][2] = {{1, 2}, {1, 3}, {1, 2}, {1, -0.0}};
    for (int i = 0; i < DATA; i++)
        graph_out(g, "data", n_const(g, F64, shape_of(1, (int64_t[]){2}), data[i]));
    const char *b = intern(arena, "B"), *c = intern(arena, "C");
    Node *x = n_param(g, "x", F64, shape_of(1, (int64_t[]){2}));
    graph_out(g, "b", n_expand(x, 0, 2, b));
    graph_out(g, "c", n_expand(x, 0, 2, c));
    graph_out(g, "none", n_expand(x, 0, 2, NULL));
    pass_cse(g);
    for (int i = 0; i < WAYS; i++) {
        ck_assert_ptr_eq(g->outs.at[i].node, g->outs.at[WAYS + i].node);
        for (int k = 0; k < i; k++)
            ck_assert_ptr_ne(g->outs.at[i].node, g->outs.at[k].node);
    }
    const Out *out = &g->outs.at[2 * WAYS];
    ck_assert_ptr_eq(out[0].node, out[2].node);
    ck_assert_ptr_ne(out[0].node, out[1].node);
    ck_assert_ptr_ne(out[0].node, out[3].node);
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < i; k++)
            ck_assert_ptr_ne(out[DATA + i].node, out[DATA + k].node);
    arena_free(arena);
}
END_TEST

START_TEST(dce_leaves_no_dead_nodes)
{
    int dropped = 0;
    for (uint64_t seed = 0; seed < 500; seed++) {
        Arena *arena = arena_new();
        Graph *g = random_graph(arena, seed);
        int before = g->nodes.n;
        pass_dce(g);
        dropped += before - g->nodes.n;
        bool *used = NEW_N(arena, bool, g->nodes.n);
        for (int i = 0; i < g->outs.n; i++)
            used[g->outs.at[i].node->id] = true;
        for (int i = g->nodes.n - 1; i >= 0; i--) {
            if (!used[i])
                ck_abort_msg("seed %d: node %d is dead", (int)seed, i);
            for (int k = 0; k < g->nodes.at[i]->n; k++)
                used[g->nodes.at[i]->arg[k]->id] = true;
        }
        arena_free(arena);
    }
    ck_assert_int_gt(dropped, 0);
}
END_TEST

/* ---- text ---- */

/* Read back, a graph prints the same and is worth the same. */
START_TEST(dumps_read_back)
{
    static const Pass parse = {"dump and parse", NULL, true, 0};
    for (uint64_t seed = seeds_from(); seed < seeds_from() + seeds_share(1000);
         seed++) {
        Arena *arena = arena_new();
        Graph *g = random_graph(arena, seed);
        pass_dce(g); /* (a text numbers what is needed alone) */
        char *text = graph_dump(g);
        Graph *again = graph_parse(arena, text, "dump");
        if (strcmp(text, graph_dump(again)) != 0)
            ck_abort_msg("seed %d: the text read back prints another", (int)seed);
        compare(&parse, g, seed, &ring_gf, values_at(arena, &ring_gf, seed, g),
                values_at(arena, &ring_gf, seed, again));
        arena_free(arena);
    }
}
END_TEST

Suite *passes_suite(void);
Suite *passes_suite(void)
{
    Suite *suite = suite_create("passes");
    TCase *values = tcase_create("values"), *purpose = tcase_create("purpose"),
          *turns = tcase_create("turns");
    tcase_add_test(turns, sink_keeps_turns);
    tcase_add_test(turns, sink_pays);
    tcase_add_test(turns, column_keeps_rows);
    tcase_add_test(turns, column_pays);
    tcase_add_test(turns, column_leaves_other_products);
    tcase_set_timeout(values, 0);
    tcase_add_test(values, each_pass_keeps_values);
    tcase_add_test(values, phase_keeps_windows);
    tcase_add_test(values, window_pads_in_turns);
    tcase_add_test(values, together_they_keep_values);
    tcase_add_test(values, twins_are_worth_the_same);
    tcase_add_test(values, hoisting_keeps_values);
    tcase_add_test(purpose, cse_leaves_no_equal_nodes);
    tcase_add_test(purpose, cse_keeps_what_differs);
    tcase_add_test(purpose, cse_tells_bodies_and_data_apart);
    tcase_add_test(purpose, dce_leaves_no_dead_nodes);
    tcase_add_test(purpose, dumps_read_back);
    suite_add_tcase(suite, values);
    suite_add_tcase(suite, turns);
    suite_add_tcase(suite, purpose);
    return suite;
}

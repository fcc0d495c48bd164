/*
 * test_backend.c - all passes and then the back end keep what a graph means, on ten
 * thousand random graphs: kernels are run call by call in the memory of the plan
 * (loop_eval.h), and every out is, over the field GF(2^61 - 1), the residue that the
 * graph had before the first pass, and in floating point, to the bit, the number that
 * it has after the last one. Fusing, merging, tiles, writing in place, sharing of
 * memory and the order of the calls are switched off by turns.
 */
#include <math.h>
#include <string.h>

#include "../../runtime/mf_random.h"
#include "decisions.h"
#include "loop_eval.h"
#include "random_graph.h"
#include "random_kinds.h"
#include "seeds.h"

#include <check.h> /* last: it defines a macro called fail */

enum { STEP = 3, OFTEN = 100 };

Suite *backend_suite(void);

/* A field whose order is one: the largest of many is the same in any order. */
static bool residue_less(Scalar a, Scalar b)
{
    return a.p < b.p;
}

typedef struct Leaves {
    Arena *arena;
    const Ring *ring;
    bool field; /* floats are any residues */
    uint64_t seed;
} Leaves;

static const Scalar *leaf_value(void *context, const Node *leaf)
{
    Leaves *l = context;
    if (leaf->op != OP_input && leaf->op != OP_param)
        return NULL;
    uint64_t stream = mf_hash(leaf->attr.text);
    int64_t size = shape_size(&leaf->shape);
    Scalar *out = NEW_N(l->arena, Scalar, size);
    for (int64_t i = 0; i < size; i++)
        if (l->field && is_float(leaf->dtype))
            out[i].p = mf_random_below(l->seed, stream, 1, (uint64_t)i,
                                       (UINT64_C(1) << 61) - 1);
        else
            out[i] = l->ring->number(random_leaf_value(leaf, l->seed, i));
    return out;
}

/* The passes and steps that this seed goes without. */
static Pipeline pipeline_of(Arena *arena, uint64_t seed)
{
    static const char *const without[] = {NULL,    NULL,    NULL,      "fuse", "merge",
                                          "block", "tile",  "inplace", NULL,   "fold",
                                          NULL,    "phase", "window",  "cse",  NULL};
    const char *name = without[seed % (sizeof without / sizeof *without)];
    Pipeline p = {.arena = arena, .limit = -1, .to = stderr};
    p.off = name ? 1u << pipeline_find(name) : 0;
    p.naive_plan = seed % 8 == 5;
    p.stack = seed % 16 == 7 ? 100000 : seed % 16 == 11 ? 20000 : 0;
    p.shuffle = seed % 4 == 1;
    p.band = seed % 3 == 1 ? 1 + (long)(seed / 3 % 4) : 0; /* rows */
    p.threads = seed % 11 == 2; /* then threads_check plays the barriers through */
    p.threads_from = 0;
    p.uncached = seed % 3 == 0 ? 0 : UNCACHED;
    p.cache = seed % 8 == 6 ? 0 : 2048;
    p.seed = seed;
    return p;
}

static bool same_value(const Ring *ring, Scalar a, Scalar b, bool field)
{
    if (field)
        return a.p == b.p;
    double x = ring->value(a), y = ring->value(b);
    return memcmp(&x, &y, sizeof x) == 0 || (isnan(x) && isnan(y));
}

static void compare(const Graph *g, uint64_t seed, const Env *env, Scalar **want,
                    Scalar **got)
{
    bool field = ((Leaves *)env->context)->field;
    for (int i = 0; i < g->outs.n; i++) {
        const Node *n = g->outs.at[i].node;
        const Ring *ring = is_float(n->dtype) ? env->ring : env->ring->integer;
        for (int64_t k = 0; k < shape_size(&n->shape); k++)
            if (!same_value(ring, want[i][k], got[i][k], field))
                ck_abort_msg("seed %d: out %s, element %d in %s is %.17g, not %.17g",
                             (int)seed, g->outs.at[i].name, (int)k, ring->name,
                             ring->value(got[i][k]), ring->value(want[i][k]));
    }
}

static void check_graph(Graph *g, uint64_t seed)
{
    Arena *arena = g->arena;
    Ring field = ring_gf;
    field.less = residue_less;
    field.integer = &field;
    Program *p = graph_program(arena, g);
    Leaves leaves[] = {{arena, &field, true, seed},
                       {arena, p->real == F64 ? &ring_f64 : &ring_f32, false, seed}};
    Env env[2];
    Scalar **want[2];
    for (int k = 0; k < 2; k++)
        env[k] = (Env){.ring = leaves[k].ring,
                       .leaf = leaf_value,
                       .context = &leaves[k],
                       .seed = seed,
                       .step = STEP,
                       .single = p->real == F32};
    want[0] = eval_outs(arena, g, &env[0]);
    Pipeline pipeline = pipeline_of(arena, seed);
    pipeline_run(&pipeline, p);
    ParamBuffers *params = param_buffers(p);
    Routine *r = *backend_run(p, params, &pipeline);
    want[1] = eval_outs(arena, g, &env[1]);
    for (int k = 0; k < 2; k++)
        compare(g, seed, &env[k], want[k], loop_eval(arena, p, params, r, &env[k]));
}

/* ---- what has fired ---- */

static bool all_fired(const Count *count, int n)
{
    bool all = true;
    for (int i = 0; i < n; i++)
        if (count[i].n < OFTEN) {
            fprintf(stderr, "%s fired %ld times, not %d\n", count[i].name, count[i].n,
                    OFTEN);
            all = false;
        }
    return all;
}

/* Graphs of a kind, and how many of them go with a hundred of the general ones (in a
 * long run, seeds_special() percent of these: they take ten times as long). */
typedef struct Kind {
    Graph *(*make)(Arena *arena, uint64_t seed);
    uint64_t percent;
} Kind;

static void check_kind(const Kind *kind, uint64_t graphs)
{
    uint64_t first = seeds_from();
    uint64_t share = kind->make == random_graph ? 100 : seeds_special();
    for (uint64_t i = 0; i < graphs * kind->percent * share / 10000; i++) {
        uint64_t seed = first + i;
        Arena *arena = arena_new();
        check_graph(kind->make(arena, seed), seed);
        arena_free(arena);
    }
}

START_TEST(back_end_keeps_values)
{
    static const Kind kind[] = {{random_graph, 100},  {random_windows, 8},
                                {random_products, 8}, {random_layers, 5},
                                {random_rows, 7},     {random_pairs, 70},
                                {random_memory, 33},  {random_chain, 30},
                                {random_cell, 4},     {random_pools, 10},
                                {random_columns, 3}};
    uint64_t n = seeds_count(GRAPHS);
    for (size_t i = 0; i < sizeof kind / sizeof *kind; i++)
        check_kind(&kind[i], n);
    int decisions, rules;
    const Count *decision = decision_counts(&decisions), *rule = fold_counts(&rules);
    ck_assert_int_gt(decisions, 0);
    ck_assert_int_gt(rules, 0);
    if (n >= ALL && seeds_from() == 0)
        ck_assert(all_fired(decision, decisions) & all_fired(rule, rules));
}
END_TEST

Suite *backend_suite(void)
{
    Suite *suite = suite_create("backend");
    TCase *values = tcase_create("values");
    tcase_set_timeout(values, 0);
    tcase_add_test(values, back_end_keeps_values);
    suite_add_tcase(suite, values);
    return suite;
}

/*
 * test_script.c - scripts to programs: what values mean, which entries, stores and
 * arguments come out, names, bindings of dims, the sandbox and its limits. Messages
 * have their goldens.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "eval.h"
#include "program.h"

#include <check.h> /* last: it defines a macro called fail */

static Arena *arena;
static ScriptOptions options;
static char path[64];

/* Before all tests, in the process that outlives them: some end in an exit. */
static void make_script(void)
{
    snprintf(path, sizeof path, "/tmp/mfc-script-XXXXXX");
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    close(fd);
}

static void remove_script(void)
{
    unlink(path);
}

static void setup(void)
{
    arena = arena_new();
    options = (ScriptOptions){0};
}

static void teardown(void)
{
    arena_free(arena);
}

static Program *script(const char *text)
{
    FILE *f = fopen(path, "w");
    ck_assert_ptr_nonnull(f);
    fprintf(f, "local mf = require \"mfc\"\n%s\n", text);
    fclose(f);
    return script_run(arena, path, &options);
}

/* A script whose function f has these outputs and no inputs, in f64. */
static Program *values(const char *text, const char *outputs)
{
    options.dtype = "f64";
    return script(
        arena_format(arena,
                     "%s\nreturn mf.program { funcs = { f = mf.func { inputs = "
                     "{}, outputs = { %s } } } }",
                     text, outputs));
}

static const Entry *entry(const Program *p, const char *name)
{
    for (int i = 0; i < p->entries.n; i++)
        if (strcmp(p->entries.at[i].name, name) == 0)
            return &p->entries.at[i];
    ck_abort_msg("there is no entry %s", name);
    return NULL;
}

static const Scalar *no_leaf(void *context, const Node *leaf)
{
    (void)context;
    (void)leaf;
    return NULL;
}

static const Scalar *zeros(void *context, const Node *leaf)
{
    bool given = leaf->op == OP_param || leaf->op == OP_input;
    (void)context;
    return given ? NEW_N(arena, Scalar, shape_size(&leaf->shape)) : NULL;
}

/* Output k of the function f is these numbers. */
static void is(const Program *p, int k, int n, const double *expected)
{
    const Entry *f = entry(p, "f");
    Env env = {.ring = &ring_f64, .leaf = no_leaf};
    Scalar **value = eval_graph(arena, f->graph, &env);
    const Node *y = f->graph->outs.at[k].node;
    ck_assert_int_eq(shape_size(&y->shape), n);
    for (int i = 0; i < n; i++)
        ck_assert_msg(fabs(value[y->id][i].d - expected[i]) <=
                          1e-12 * fabs(expected[i]),
                      "output %d, element %d: %.17g, expected %.17g", k, i,
                      value[y->id][i].d, expected[i]);
}

#define IS(p, k, ...)                                                                  \
    is(p, k, (int)(sizeof((double[]){__VA_ARGS__}) / sizeof(double)),                  \
       (double[]){__VA_ARGS__})

static const Node *stored(const Entry *e, const char *name)
{
    for (int i = 0; i < e->graph->outs.n; i++)
        if (e->graph->outs.at[i].store && strcmp(e->graph->outs.at[i].name, name) == 0)
            return e->graph->outs.at[i].node;
    return NULL;
}

static int count_op(const Graph *g, Op op)
{
    int n = 0;
    for (int i = 0; i < g->nodes.n; i++)
        n += g->nodes.at[i]->op == op;
    return n;
}

/* ---- values ---- */

START_TEST(random_state_is_that_of_numpy)
{
    const Program *p = values("local seed = mf.numpy_rng\n"
                              "local r = seed(42)\n"
                              "local c = r:randint(0, 100, { 5 })\n",
                              "seed(42):rand { 3 }, seed(42):randn { 3 }, c,"
                              "mf.const { seed(0):rand(), seed(42):randint(100) },"
                              "seed(0):randint(0, 2, { 8 })");
    IS(p, 0, 0.3745401188473625, 0.9507143064099162, 0.7319939418114051);
    IS(p, 1, 0.4967141530112327, -0.13826430117118466, 0.6476885381006925);
    IS(p, 2, 51, 92, 14, 71, 60);
    IS(p, 3, 0.5488135039273248, 51);
    IS(p, 4, 0, 1, 1, 0, 1, 1, 1, 1); /* the largest one comes too */
}
END_TEST

START_TEST(products_follow_numpy)
{
    const Program *p = values(
        "local a = mf.const { { 1, 2 }, { 3, 4 } }\n"
        "local v = mf.const { 1, 10 }\n"
        "local batch = mf.stack({ a, a * 10 }, 1)",
        "a:mm(v), v:mm(a), v:mm(v), batch:mm(a):select(1, 2), a:mm(batch):select(1, 2),"
        "mf.einsum('ij->ji', a), mf.einsum('ij,jk->', a, a), mf.einsum('ij,j,k->ik', "
        "a, v, v),"
        "v:outer(v), v:dot(v), mf.einsum('ij->', a), batch:unsqueeze(2):mm(batch)"
        ":sum { 3, 4 }, mf.einsum('ab,bc,ac->b', a, a, a),"
        "a:reshape { 1, 1, 2, 2 }:mm(mf.stack({ batch, batch }, 1)):sum { 3, 4 },"
        "mf.stack({ batch, batch }, 1):mm(a:reshape { 1, 1, 2, 2 }):sum { 3, 4 }");
    IS(p, 0, 21, 43);
    IS(p, 1, 31, 42);
    IS(p, 2, 101);
    IS(p, 3, 70, 100, 150, 220);
    IS(p, 4, 70, 100, 150, 220);
    IS(p, 5, 1, 3, 2, 4);
    IS(p, 6, 54);
    IS(p, 7, 21, 210, 43, 430);
    IS(p, 8, 1, 10, 10, 100);
    IS(p, 9, 101);
    IS(p, 10, 10);
    IS(p, 11, 54, 540, 540, 5400);
    IS(p, 12, 38, 122);
    IS(p, 13, 54, 540, 54, 540);
    IS(p, 14, 54, 540, 54, 540);
}
END_TEST

/* Where the simplest case cannot tell one rule from another. */
START_TEST(forms_that_are_not_their_own_mirror)
{
    const Program *p = values("local a = mf.const { { 1, 2, 3 }, { 4, 5, 6 } }\n"
                              "local N = mf.dim('N', 1)\n",
                              "mf.einsum('ijk->kij', a:reshape { 1, 2, 3 }), a ^ 3,"
                              "a:reshape { 2, 3, 1 }:flatten():sum(2),"
                              "mf.ones { N, 1, 2 }:squeeze():sum(2)");
    IS(p, 0, 1, 4, 2, 5, 3, 6);
    IS(p, 1, 1, 8, 27, 64, 125, 216);
    IS(p, 2, 6, 15); /* the first axis stays, */
    IS(p, 3, 2);     /* and one that has a name */
}
END_TEST

START_TEST(reductions_and_movement)
{
    const Program *p = values(
        "local x = mf.const { { 1, 5, 2 }, { 5, 4, 0 } }\n"
        "local top = x:max()",
        "x:sum(), x:sum(1), x:sum(-1, { keep = true }), x:max { 1, 2 }, x:min(2), "
        "x:argmax(),"
        "x:argmin(2), x:prod(1), x:cumsum(2), x:cumsum(2, { reverse = true }),"
        "mf.grad(top, x), x:slice(2, -2, -1), x:slice(2, 1, 3, 2), x:flip(2),"
        "mf.pad(x, { { 1, 0 }, { 0, 0 } }, 7):as 'pad', x:reshape { 3, -1 }, x:permute "
        "{ 2, 1 },"
        "x:expand(1, 2):sum { 2, 3 }, x:flatten(1), mf.const { 9 }:broadcast { 2, 2 }");
    IS(p, 0, 17);
    IS(p, 1, 6, 9, 2);
    IS(p, 2, 8, 9);
    IS(p, 3, 5);
    IS(p, 4, 1, 0);
    IS(p, 5, 1);
    IS(p, 6, 0, 2);
    IS(p, 7, 5, 20, 0);
    IS(p, 8, 1, 6, 8, 5, 9, 9);
    IS(p, 9, 8, 7, 2, 9, 4, 0);
    IS(p, 10, 0, 1, 0, 0, 0, 0); /* the first of equals */
    IS(p, 11, 5, 2, 4, 0);
    IS(p, 12, 1, 2, 5, 0);
    IS(p, 13, 2, 5, 1, 0, 4, 5);
    IS(p, 14, 7, 7, 7, 1, 5, 2, 5, 4, 0);
    IS(p, 15, 1, 5, 2, 5, 4, 0);
    IS(p, 16, 1, 5, 5, 4, 2, 0);
    IS(p, 17, 17, 17);
    IS(p, 18, 1, 5, 2, 5, 4, 0);
    IS(p, 19, 9, 9, 9, 9);
}
END_TEST

START_TEST(indexing_counts_from_zero)
{
    const Program *p =
        values("local x = mf.const { { 1, 2 }, { 3, 4 } }\n"
               "local ids = mf.const({ 1, 0, 1 }, 'i32')",
               "x:gather(ids), x:take_along(ids:slice(1, 1, 2):unsqueeze(1), 1),"
               "ids:one_hot(2), mf.arange(3), mf.causal_mask(2), 2 - x,"
               "2 ^ x, x ^ 2, mf.where(x:gt(2), x, -1)");
    IS(p, 0, 3, 4, 1, 2, 3, 4);
    ck_assert_int_eq(entry(p, "f")->graph->outs.n, 9);
    IS(p, 2, 0, 1, 1, 0, 0, 1);
    IS(p, 3, 0, 1, 2);
    IS(p, 4, 1, 0, 1, 1);
    IS(p, 5, 1, 0, -1, -2);
    IS(p, 6, 2, 4, 8, 16);
    IS(p, 7, 1, 4, 9, 16);
    IS(p, 8, -1, -1, 3, 4);
}
END_TEST

START_TEST(derivatives_are_nodes)
{
    const Program *p = values(
        "local v, w = mf.const { 1, 2, 3 }, mf.const { 1, 0, 2 }\n"
        "local y = (v * v * v):sum()\n"
        "local g = mf.grad(y, v)\n"
        "local tangent = mf.jvp(v * v * v, v, w)\n"
        "local list = mf.grad(y, { v, w })\n"
        "local both = mf.jvp({ v * w, w:sum() }, { v, w }, { w, w })",
        "g, mf.grad(g:sum(), v), mf.hvp(y, v, w), tangent, mf.grad(tangent:sum(), v),"
        "list[2], mf.grad(v * v, v, { seed = w }),"
        "mf.grad(mf.hvp(y, v, w):sum(), w):as 'dw', both[1], both[2],"
        "mf.grad(v * v, v, { seed = 3 }):as 'tripled'");
    IS(p, 0, 3, 12, 27);
    IS(p, 1, 6, 12, 18);
    IS(p, 2, 6, 0, 36);
    IS(p, 3, 3, 0, 54);
    IS(p, 4, 6, 0, 36);
    IS(p, 5, 0, 0, 0);
    IS(p, 6, 2, 0, 12);
    IS(p, 7, 6, 12, 18);
    IS(p, 8, 2, 0, 10);
    IS(p, 9, 3);
    IS(p, 10, 6, 12, 18);
}
END_TEST

START_TEST(scans_take_all_forms)
{
    const Program *p =
        values("local xs, k = mf.const { 1, 2, 3 }, mf.const { 10 }:sum()\n"
               "local last, all = mf.scan(function(c, x) local n = c * 2 + x * k "
               "return n, n end,\n"
               "                          0, xs)\n"
               "local t = mf.scan(function(c, x) return { a = c.a + x[1], b = c.b * "
               "x[2] } end,\n"
               "                  { a = mf.zeros {}, b = mf.ones {} }, { xs, xs })\n"
               "local nested = mf.scan(function(c, x)\n"
               "    return mf.scan(function(d, y) return d + x * y * k end, c, xs) "
               "end, 0, xs)\n"
               "local dk = mf.grad(all:sum() + nested, k)",
               "last, all, t.a, t.b, nested, dk");
    IS(p, 0, 110);
    IS(p, 1, 10, 40, 110);
    IS(p, 2, 6);
    IS(p, 3, 6);
    IS(p, 4, 360);
    IS(p, 5, 52);
}
END_TEST

START_TEST(turns_of_a_scan_draw_anew)
{
    const Program *p = script("local x = mf.zeros { 4, 2 }\n"
                              "local _, y = mf.scan(function(c, row)\n"
                              "  return c, row + mf.random_uniform { 2 } end, 0, x)\n"
                              "return mf.program { funcs = { f = mf.func {\n"
                              "  inputs = {}, outputs = { y } } } }");
    const Graph *g = entry(p, "f")->graph;
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->op == OP_random)
            ck_assert_int_eq(shape_size(&g->nodes.at[i]->shape), 8);
    ck_assert_int_eq(count_op(g, OP_random), 1);
}
END_TEST

/* ---- programs ---- */

static const char net[] =
    "local B = mf.dim('B', 4)\n"
    "local x, y = mf.input('x', { B, 3 }), mf.input('y', { B, 1 })\n"
    "local layer = mf.nn.Linear(3, 1)\n"
    "local out = layer(x)\n"
    "local loss = mf.loss.mse(out, y)\n";

static Program *trained(const char *options_of_train)
{
    return script(
        arena_format(arena,
                     "%sreturn mf.program { train = mf.train { loss = loss, %s },"
                     "funcs = { f = mf.func { inputs = { x }, outputs = { out },"
                     "dims = { B = 1 } } } }",
                     net, options_of_train));
}

START_TEST(a_program_has_its_entries)
{
    const Program *p = trained("optimizer = mf.optim.SGD { lr = 0.1 }, batch = 8,"
                               "metrics = { error = mf.metric.mae(out, y) }");
    static const char *const names[] = {"init", "step", "eval", "eval_one", "f"};
    static const int64_t batch[] = {0, 8, 8, 1, 1};
    ck_assert_int_eq(p->entries.n, 5);
    for (int i = 0; i < 5; i++) {
        const Entry *e = &p->entries.at[i];
        ck_assert_str_eq(e->name, names[i]);
        ck_assert_int_eq(e->inputs.n, i == 0 ? 0 : i == 4 ? 1 : 2);
        if (i > 0)
            ck_assert_int_eq(e->inputs.at[0].shape.dim[0], batch[i]);
        graph_check(e->graph, "script");
    }
    ck_assert_int_eq(p->trains.at[0].spec.batch, 8);
    ck_assert_str_eq(p->trains.at[0].metrics.at[0], "error");
    ck_assert_ptr_nonnull(stored(entry(p, "step"), "linear1.weight"));
    ck_assert_ptr_null(stored(entry(p, "eval"), "linear1.weight"));
    ck_assert_ptr_nonnull(stored(entry(p, "init"), "lr"));
    ck_assert_str_eq(entry(p, "step")->graph->outs.at[0].name, "loss");
}
END_TEST

START_TEST(the_command_line_binds_dims)
{
    PUSH(arena, options.define, "B=6");
    const Program *p = trained("optimizer = mf.optim.SGD { lr = 0.1 }, batch = 8");
    ck_assert_int_eq(entry(p, "step")->inputs.at[0].shape.dim[0], 6);
    ck_assert_int_eq(entry(p, "f")->inputs.at[0].shape.dim[0], 1);
}
END_TEST

START_TEST(optimisers_have_state_and_settings)
{
    Program *p =
        trained("optimizer = mf.optim.Adam { lr = mf.optim.cosine { from = 1 } }");
    static const char *const names[] = {"linear1.weight",
                                        "linear1.bias",
                                        "adam.m.linear1.weight",
                                        "adam.v.linear1.weight",
                                        "adam.m.linear1.bias",
                                        "adam.v.linear1.bias",
                                        "total_steps",
                                        "beta1",
                                        "beta2",
                                        "eps"};
    ck_assert_int_eq(p->params.n, 10);
    for (int i = 0; i < 10; i++) {
        ck_assert_msg(program_param(p, names[i]) != NULL, "no %s", names[i]);
        ck_assert_ptr_nonnull(stored(entry(p, "init"), names[i]));
    }
    ck_assert_int_eq(program_param(p, "adam.m.linear1.bias")->role, MF_STATE);
    ck_assert_int_eq(program_param(p, "eps")->role, MF_SETTING);
    ck_assert_str_eq(program_param(p, "linear1.bias")->layer, "linear1");
    for (int i = 1; i < p->params.n; i++)
        ck_assert_int_le(p->params.at[i - 1].role, p->params.at[i].role);
}
END_TEST

START_TEST(gradients_are_accumulated)
{
    const Program *p = trained("optimizer = mf.optim.SGD { lr = 0.1 }, accumulate = 2,"
                               "clip_norm = 1");
    const Entry *part = entry(p, "part"), *step = entry(p, "step");
    const Node *sum = stored(part, "accumulated.linear1.bias"); /* sum + g * (1 / 2) */
    ck_assert(sum && sum->op == OP_add && sum->arg[1]->op == OP_mul);
    ck_assert(sum->arg[1]->arg[1]->op == OP_full &&
              sum->arg[1]->arg[1]->attr.num == 0.5);
    ck_assert_ptr_null(stored(part, "linear1.bias"));
    ck_assert_int_eq(stored(step, "accumulated.linear1.bias")->op, OP_full);
    ck_assert_ptr_nonnull(stored(step, "linear1.bias"));
    ck_assert_int_eq(p->trains.at[0].part, (int)(part - p->entries.at));
    ck_assert_int_eq(p->trains.at[0].spec.accumulate, 2);
}
END_TEST

/* What the batch moves, each batch of a step moves; what parameters move, a step. */
START_TEST(parts_of_a_step_update_what_needs_the_batch)
{
    const Program *p = script(
        "local x = mf.input('x', { mf.dim('B', 4), 3 })\n"
        "local h = mf.nn.BatchNorm(3)(mf.nn.Linear(3, 3)(x))\n"
        "local function kept(name, shape)\n"
        "  return mf.param(name, shape, mf.init.zeros(), { trainable = false }) end\n"
        "local slow, far, drawn, turns = kept('slow', { 3 }), kept('far', { 3 }),\n"
        "  kept('drawn', { 3 }), kept('turns', { 3 })\n"
        "mf.update(slow, slow:lerp(mf.param('w', { 3 }), 0.1))\n"
        "mf.update(far, x:max(1))\n"
        "mf.update(drawn, mf.random_normal { 3 })\n"
        "mf.update(turns, (mf.scan(function(c) return c + mf.random_uniform { 3 } "
        "end,\n"
        "  turns, kept('xs', { 2 }))))\n"
        "local within, ys = kept('within', { 3 }), kept('ys', { 2 })\n"
        "mf.update(within, (mf.scan(function(c) return (mf.scan(function(d)\n"
        "  return d + mf.random_uniform { 3 } end, c, ys)) end, within, ys)))\n"
        "return mf.program { train = mf.train { loss = h:sum(), accumulate = 2,\n"
        "  optimizer = mf.optim.SGD { lr = 0.1 } } }");
    static const char *const moved[] = {"far", "drawn", "turns", "within",
                                        "batchnorm1.running_mean"};
    const Entry *part = entry(p, "part"), *step = entry(p, "step");
    for (int i = 0; i < 5; i++) {
        ck_assert_ptr_nonnull(stored(part, moved[i]));
        ck_assert_ptr_nonnull(stored(step, moved[i]));
    }
    ck_assert_ptr_null(stored(part, "slow"));
    ck_assert_ptr_nonnull(stored(step, "slow"));
}
END_TEST

START_TEST(several_trains_share_a_program)
{
    const Program *p = script(
        "local B = mf.dim('B', 4)\n"
        "local x = mf.input('x', { B, 3 })\n"
        "local a, b = mf.nn.Linear(3, 1), mf.nn.Linear(1, 1)\n"
        "local out = b(a(x)):mean()\n"
        "local function train(l) return mf.train { loss = out, params = l:params(),\n"
        "  steps = 3, optimizer = mf.optim.SGD { lr = 0.1, momentum = 0.9 } } end\n"
        "return mf.program { train = { a = train(a), b = train(b),\n"
        "  schedule = { a = 5, b = 1 } } }");
    ck_assert_int_eq(p->trains.n, 2);
    ck_assert_int_eq(p->trains.at[0].spec.turns, 5);
    ck_assert_ptr_nonnull(stored(entry(p, "step_a"), "linear1.weight"));
    ck_assert_ptr_null(stored(entry(p, "step_a"), "linear2.weight"));
    ck_assert_ptr_nonnull(stored(entry(p, "step_b"), "b.sgd.v.linear2.bias"));
    ck_assert_ptr_nonnull(stored(entry(p, "init"), "a.lr"));
}
END_TEST

/* What a training does without being told, and what it leaves alone. */
START_TEST(trainings_have_defaults)
{
    const Program *p =
        script("local x = mf.input('x', { mf.dim('B', 4), 3 })\n"
               "local fixed = mf.param('fixed', { 3 }, mf.init.ones(), { trainable = "
               "false })\n"
               "local W = mf.param('W', { 3 })\n"
               "local function train() return mf.train {\n"
               "  loss = (x * fixed * W):sum(), steps = 1, clip_norm = 1,\n"
               "  optimizer = mf.optim.SGD { lr = 0.1 }, early_stop = { metric = "
               "'loss' } } end\n"
               "return mf.program { train = { a = train(), b = train(), schedule = { a "
               "= 3 } } }");
    ck_assert_int_eq(p->trains.at[0].spec.early_patience, 1);
    ck_assert_int_eq(p->trains.at[0].spec.turns, 3);
    ck_assert_int_eq(p->trains.at[1].spec.turns, 1);
    ck_assert_ptr_null(stored(entry(p, "step_a"), "fixed"));
    ck_assert_int_eq(count_op(entry(p, "step_a")->graph, OP_sqrt), 1); /* the norm */
}
END_TEST

START_TEST(nothing_is_dropped_in_evaluation)
{
    const Program *p = trained("optimizer = mf.optim.SGD { lr = 0.1 },"
                               "metrics = { mf.metric.mae(out:dropout(0.5), y) }");
    ck_assert_int_eq(count_op(entry(p, "eval")->graph, OP_random), 0);
    ck_assert_int_eq(count_op(entry(p, "eval_one")->graph, OP_random), 0);
}
END_TEST

/* The batch is B where the loss uses it, or what all inputs have in front, or none. */
START_TEST(batches_are_common_to_all_inputs)
{
    static const struct {
        const char *x, *y;
        int batch, one;
    } given[] = {
        {"{ N, 3 }", "{ N }", 4, 1}, {"{ N, 3 }", "{ M }", 0, 0},
        {"{ 4, 3 }", "{ 4 }", 4, 0}, {"{ 4, 3 }", "{ 6 }", 0, 0},
        {"{ B, 3 }", "{ N }", 5, 1},
    };
    for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
        const Program *p = script(arena_format(
            arena,
            "local B, N, M = mf.dim('B', 5), mf.dim('N', 4), mf.dim('M', 6)\n"
            "local x, y = mf.input('x', %s), mf.input('y', %s)\n"
            "return mf.program { train = mf.train { steps = 1,\n"
            "  loss = (x * mf.param('W', { 3 })):sum() + y:sum(),\n"
            "  optimizer = mf.optim.SGD { lr = 0.1 } } }",
            given[i].x, given[i].y));
        ck_assert_int_eq(p->trains.at[0].spec.batch, given[i].batch);
        ck_assert_int_eq(p->trains.at[0].eval_one >= 0, given[i].one);
    }
}
END_TEST

/* What a turn only adds has the sum of the seeds for a gradient. */
START_TEST(what_is_added_in_turns_is_counted)
{
    const Program *p = values(
        "local xs, w = mf.const { 1, 2, 3 }, mf.const { 4, 5 }\n"
        "local last = mf.scan(function(c) return c + w end, mf.zeros { 2 }, xs)\n"
        "local rows = mf.const { { 1, 2 }, { 3, 4 } }\n"
        "local deep = mf.scan(function(c, x) return c +\n"
        "  x:reshape { 1, 1, 1, 1, 1, 1, 1, 2 }:square():sum() end, 0, rows)",
        "mf.grad(last:sum(), w), mf.grad(deep, rows)");
    IS(p, 0, 3, 3);
    IS(p, 1, 2, 4, 6, 8); /* where a turn has no axis to spare for a stack */
}
END_TEST

/* The gradient of a sequence has its names, whatever a turn makes of it. */
START_TEST(gradients_have_the_names_of_turns)
{
    const Program *p = script(
        "local xs = mf.param('xs', { mf.dim('T', 4), 3 })\n"
        "local last = mf.scan(function(c, x) return c * c + x:sum() end, 0, xs)\n"
        "return mf.program { funcs = { f = mf.func { inputs = {},\n"
        "  outputs = { mf.grad(last, xs) } } } }");
    const char *name = entry(p, "f")->graph->outs.at[0].node->shape.sym[0];
    ck_assert(name != NULL && strcmp(name, "T") == 0);
}
END_TEST

START_TEST(statistics_are_stored_in_training_alone)
{
    const Program *p = script(
        "local x = mf.input('x', { 4, 3 })\n"
        "local norm = mf.nn.BatchNorm(3)\n"
        "local once, twice = norm(x), norm(x * 2)\n"
        "local W = mf.param('W', { 3 }, mf.init.ones())\n"
        "local sgd = mf.optim.SGD { lr = 0.1 }\n"
        "return mf.program { train = {\n"
        "  one = mf.train { loss = (once * W):sum(), optimizer = sgd, steps = 1 },\n"
        "  two = mf.train { loss = ((once + twice) * W):sum(), optimizer = sgd, steps "
        "= 1 },\n"
        "  none = mf.train { loss = (x * W):sum(), optimizer = sgd, steps = 1 } } }");
    ck_assert_ptr_nonnull(stored(entry(p, "step_one"), "batchnorm1.running_mean"));
    ck_assert_ptr_null(stored(entry(p, "step_none"), "batchnorm1.running_mean"));
    ck_assert_ptr_null(stored(entry(p, "eval_one"), "batchnorm1.running_mean"));
    int stores = 0;
    const Graph *two = entry(p, "step_two")->graph;
    for (int i = 0; i < two->outs.n; i++)
        stores += strcmp(two->outs.at[i].name, "batchnorm1.running_mean") == 0;
    ck_assert_int_eq(stores, 1);
    for (int i = 0; i < p->entries.n; i++)
        ck_assert_int_eq(count_op(p->entries.at[i].graph, OP_mode), 0);
}
END_TEST

/* The number of an entry's only value for a tensor, where all leaves are 0. */
static double stored_after_zeros(const Entry *e, const char *name)
{
    Env env = {.ring = &ring_f64, .leaf = zeros};
    const Node *y = stored(e, name);
    ck_assert_ptr_nonnull(y);
    return eval_graph(arena, e->graph, &env)[y->id][0].d;
}

/* What a layer measures twice in a step moves its statistic twice. */
START_TEST(statistics_move_by_each_use)
{
    const Program *p =
        script("local x = mf.input('x', { 4, 3 })\n"
               "local norm = mf.nn.BatchNorm(3)\n"
               "local W = mf.param('W', { 3 }, mf.init.ones())\n"
               "local loss = ((norm(x + 1) + norm(x + 2)) * W):sum()\n"
               "return mf.program { train = mf.train { loss = loss, steps = 1,\n"
               "  optimizer = mf.optim.SGD { lr = 0.1 } } }");
    double mean = stored_after_zeros(entry(p, "step"), "batchnorm1.running_mean");
    ck_assert(fabs(mean - (0.9 * 0.1 * 1 + 0.1 * 2)) < 1e-6);
}
END_TEST

/* The second update goes on from the first, whatever inference reads. */
START_TEST(updates_follow_each_other)
{
    const Program *p = script(
        "local slow = mf.param('slow', { 3 }, mf.init.zeros(), { trainable = false })\n"
        "mf.update(slow, slow + 1)\n"
        "mf.update(slow, slow:dropout(1e-6))\n"
        "local W = mf.param('W', { 3 })\n"
        "return mf.program { train = mf.train { loss = (W * W):sum(), steps = 1,\n"
        "  optimizer = mf.optim.SGD { lr = 0.1 } } }");
    ck_assert(fabs(stored_after_zeros(entry(p, "step"), "slow") - 1) < 1e-3);
}
END_TEST

/* Of several trainings each counts its own updates. */
START_TEST(updates_are_counted)
{
    const Program *p = script(
        "local x = mf.input('x', { 4 })\n"
        "local W = mf.param('W', { 4 })\n"
        "local function train() return mf.train { loss = (x * W):sum(), steps = 1,\n"
        "  optimizer = mf.optim.Adam { lr = 0.1 } } end\n"
        "return mf.program { train = { a = train(), b = train() } }");
    ck_assert(stored_after_zeros(entry(p, "step_a"), "a.updates") == 1);
    ck_assert(stored_after_zeros(entry(p, "step_b"), "b.updates") == 1);
    ck_assert_ptr_null(stored(entry(p, "step_a"), "b.updates"));
}
END_TEST

START_TEST(indices_have_limits)
{
    const Program *p = script(
        "local ids = mf.input('ids', { 2, 3 }, 'i32')\n"
        "local label = mf.input('label', { 2 }, 'i32')\n"
        "local n = mf.input('n', { 2 }, 'i32')\n"
        "local y = mf.nn.Embedding(7, 4)(ids):sum(2)\n"
        "local last, _ = mf.scan(function(c, i) return c + y:gather(i):sum() end, 0, "
        "n)\n"
        "local loss = mf.loss.cross_entropy(y, label)\n"
        "local some = mf.where(label:lt(4), label, 0):one_hot(4)\n"
        "return mf.program { funcs = { f = mf.func { inputs = { ids, label, n },\n"
        "  outputs = { loss, last } }, g = mf.func { inputs = { label },\n"
        "  outputs = { label:one_hot(5) } },\n"
        "  h = mf.func { inputs = { label }, outputs = { some } } } }");
    const Entry *f = entry(p, "f");
    ck_assert_int_eq(f->inputs.at[0].limit, 7);
    ck_assert_int_eq(f->inputs.at[1].limit, 4);
    ck_assert_int_eq(f->inputs.at[2].limit, 2);
    ck_assert_int_eq(entry(p, "g")->inputs.at[0].limit, 5);
    ck_assert_int_eq(entry(p, "h")->inputs.at[0].limit, 0); /* what is not chosen */
}
END_TEST

/* Wherever they are moved, cut, joined or looped over, and by the least of several. */
START_TEST(limits_follow_indices)
{
    const Program *p = script(
        "local in_ = {}\n"
        "for _, n in ipairs { 'turned', 'cut', 'shaped', 'left', 'right', 'summed',\n"
        "                     'inner', 'falling', 'rising', 'other' } do\n"
        "  in_[n] = mf.input(n, { 2, 3 }, 'i32')\n"
        "end\n"
        "local t = mf.param('t', { 7, 2 })\n"
        "local last = mf.scan(function(c, row)\n"
        "  return (mf.scan(function(d, id) return d + d:gather(id) end, c, row))\n"
        "end, t, in_.inner)\n"
        "local outputs = { t:gather(in_.turned:permute { 2, 1 }),\n"
        "  t:gather(in_.cut:slice(1, 1, 1)), t:gather(in_.shaped:reshape { 6 }),\n"
        "  t:gather(mf.concat({ in_.left, in_.right }, 1)),\n"
        "  mf.ones { 2, 3, 2 }:segment_sum(in_.summed, 6), last,\n"
        "  in_.falling:one_hot(9) + in_.falling:one_hot(5):sum(),\n"
        "  in_.rising:one_hot(5):sum() + in_.rising:one_hot(9), t:gather(in_.other) }\n"
        "return mf.program { funcs = {\n"
        "  f = mf.func { inputs = { in_.turned, in_.cut, in_.shaped, in_.left,\n"
        "    in_.right, in_.summed, in_.inner, in_.falling, in_.rising, in_.other },\n"
        "    outputs = outputs },\n"
        "  g = mf.func { inputs = { in_.other }, outputs = { in_.other * 2 } } } }");
    static const int limit[] = {7, 7, 7, 7, 7, 6, 7, 5, 5, 7};
    const Entry *f = entry(p, "f");
    for (int i = 0; i < 10; i++)
        ck_assert_msg(f->inputs.at[i].limit == limit[i], "%s: %d", f->inputs.at[i].name,
                      (int)f->inputs.at[i].limit);
    ck_assert_int_eq(entry(p, "g")->inputs.at[0].limit, 0);
}
END_TEST

START_TEST(nodes_are_called_after_locals)
{
    const Program *p = script(
        "local x = mf.input('x', { 2 })\n"
        "local hidden = x * 2\n"
        "local y = hidden + 1\n"
        "local function tail(z) return mf.relu(z) end\n"
        "local named = y:as('other')\n"
        "local function twice() local inner = y * 3 return inner end\n"
        "return mf.program { funcs = { f = mf.func { inputs = { x }, outputs = {\n"
        "  hidden, named, tail(y), y:as('again'), x:as('echo'), twice(), twice() } } } "
        "}");
    const Entry *f = entry(p, "f");
    static const char *const names[] = {"hidden", "other", "out3", "again",
                                        "echo",   "out6",  "out7"};
    for (int i = 0; i < 7; i++)
        ck_assert_str_eq(f->graph->outs.at[i].name, names[i]);
    ck_assert_int_eq(f->graph->outs.at[2].node->where.line, 5); /* a tail call */
    ck_assert_str_eq(f->graph->outs.at[3].node->name, "other");
}
END_TEST

START_TEST(scopes_give_prefixes)
{
    Program *p = script("local x = mf.input('x', { 2, 3 })\n"
                        "local y = mf.scope('enc', function()\n"
                        "  return mf.nn.Linear(3, 3)(mf.nn.Linear(3, 3)(x)) end)\n"
                        "y = mf.nn.Linear(3, 3)(y)\n"
                        "return mf.program { funcs = { f = mf.func { inputs = { x },\n"
                        "  outputs = { y } } } }");
    ck_assert_ptr_nonnull(program_param(p, "enc.linear1.weight"));
    ck_assert_ptr_nonnull(program_param(p, "enc.linear2.weight"));
    ck_assert_ptr_nonnull(program_param(p, "linear1.weight"));
}
END_TEST

/* What a scope says holds in those within it. */
START_TEST(scopes_hold_within)
{
    Program *p =
        script("local x = mf.input('x', { 2, 3 })\n"
               "local a, b\n"
               "mf.scope('out', function()\n"
               "  a = mf.scope('in', function() return mf.nn.Linear(3, 3)(x) end)\n"
               "  b = mf.inference(function() return mf.nn.Linear(3, 3)(x) end)\n"
               "end, { trainable = false })\n"
               "local c = mf.inference(function() return mf.scope('c', function()\n"
               "  return x:dropout(0.5) end) end)\n"
               "return mf.program { funcs = { f = mf.func { inputs = { x },\n"
               "  outputs = { a, b, c } } } }");
    const Param *inner = program_param(p, "out.in.linear1.weight"),
                *same = program_param(p, "out.linear1.weight");
    ck_assert(inner && !inner->trainable);
    ck_assert(same && !same->trainable);
    ck_assert_int_eq(entry(p, "f")->graph->outs.at[2].node->op, OP_input);
}
END_TEST

/* A scope within one for inference is for inference, while the model is trained too. */
START_TEST(inference_holds_in_training)
{
    Program *p =
        script("local w = mf.param('w', { 4 }, mf.init.normal())\n"
               "local c = mf.inference(function() return mf.scope('c', function()\n"
               "  return mf.nn.BatchNorm(4)((w * mf.ones { 2, 1 }):dropout(0.5))\n"
               "end) end)\n"
               "return mf.program { train = mf.train { loss = c:sum(),\n"
               "  optimizer = mf.optim.SGD { lr = 0.1 } } }");
    const Graph *g = entry(p, "step")->graph;
    ck_assert_ptr_null(stored(entry(p, "step"), "c.batchnorm1.running_mean"));
    for (int i = 0; i < g->nodes.n; i++)
        ck_assert_int_ne(g->nodes.at[i]->op, OP_random);
}
END_TEST

/* A draw is none of those of the initial values made before it. */
START_TEST(draws_have_streams_of_their_own)
{
    Program *p = script("local w = mf.param('w', { 4 }, mf.init.normal())\n"
                        "local u = mf.random_uniform { 4 }\n"
                        "return mf.program { funcs = { f = mf.func { inputs = {},\n"
                        "  outputs = { w * u, mf.random_uniform { 4 } } } } }");
    static const char *const streams[] = {"random1", "random2"};
    const Graph *g = entry(p, "f")->graph;
    int n = 0;
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->op == OP_random)
            ck_assert_str_eq(g->nodes.at[i]->attr.text, streams[n++]);
    ck_assert_int_eq(n, 2);
}
END_TEST

/* A parameter made in a loop is one of the model, drawn once. */
START_TEST(parameters_of_a_loop_are_outside)
{
    Program *p = script("local x = mf.input('x', { 4, 2 })\n"
                        "local last = mf.scan(function(c, v)\n"
                        "  return c + v * mf.param('w', { 2 }, mf.init.normal())\n"
                        "end, mf.zeros { 2 }, x)\n"
                        "return mf.program { funcs = { f = mf.func { inputs = { x },\n"
                        "  outputs = { last } } } }");
    const Graph *g = entry(p, "init")->graph;
    ck_assert_ptr_nonnull(stored(entry(p, "init"), "w"));
    ck_assert_int_eq(count_op(g, OP_random), 2); /* of one normal number */
    for (int i = 0; i < g->nodes.n; i++)
        ck_assert_int_le(g->nodes.at[i]->shape.rank, 1);
}
END_TEST

START_TEST(an_initialiser_may_draw_twice)
{
    Program *p = script("local w = mf.param('w', { 4 }, function(shape)\n"
                        "  return mf.random_uniform(shape) - mf.random_uniform(shape)\n"
                        "end)\n"
                        "return mf.program { funcs = { f = mf.func { inputs = {},\n"
                        "  outputs = { w * 2 } } } }");
    static const char *const streams[] = {"init w", "init w 2"};
    const Graph *g = entry(p, "init")->graph;
    int n = 0;
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->op == OP_random)
            ck_assert_str_eq(g->nodes.at[i]->attr.text, streams[n++]);
    ck_assert_int_eq(n, 2);
}
END_TEST

START_TEST(keys_of_what_a_scan_gives_are_names)
{
    Program *p =
        script("local x = mf.input('x', { 4, 2 })\n"
               "local last, outs = mf.scan(function(c, v)\n"
               "  return { sum = c.sum + v }, { twice = v * 2, half = v / 2 }\n"
               "end, { sum = mf.zeros { 2 } }, x)\n"
               "return mf.program { funcs = { f = mf.func { inputs = { x },\n"
               "  outputs = { last.sum, outs.twice, outs.half } } } }");
    static const char *const keys[] = {"sum", "half", "twice"}; /* by name */
    const Graph *g = entry(p, "f")->graph, *body = NULL;
    for (int i = 0; i < g->nodes.n && !body; i++)
        body = g->nodes.at[i]->attr.body;
    ck_assert_ptr_nonnull(body);
    ck_assert_int_eq(body->outs.n, 3);
    for (int i = 0; i < 3; i++)
        ck_assert_str_eq(node_word(body->outs.at[i].node), keys[i]);
}
END_TEST

START_TEST(functions_hold_what_their_functions_hold)
{
    script(
        "local layer = mf.nn.Linear(2, 3)\n"
        "local function inner(x) return layer(x) end\n"
        "local net = mf.nn.Sequential { function(x) return inner(x) end }\n"
        "assert(#net:params() == 2)\n"
        "local fixed = mf.param('fixed', { 3 }, nil, { trainable = false })\n"
        "local moved = mf.nn.Sequential { layer, function(x) return x + fixed end }\n"
        "assert(#moved:params() == 2)\n"
        "local x = mf.input('x', { 4, 2 })\n"
        "return mf.program { funcs = { f = mf.func { inputs = { x },\n"
        "  outputs = { net(x) } } } }");
}
END_TEST

START_TEST(dims_survive_reshaping)
{
    const Program *p =
        script("local B, T = mf.dim('B', 4), mf.dim('T', 6)\n"
               "local x = mf.input('x', { B, T, 2 })\n"
               "local a = x:reshape { B, -1 }:as 'a'\n"
               "local b = x:reshape { -1, T, 2 }:as 'b'\n"
               "local c = (x + mf.zeros { x.shape[1], 1, 2 }):as 'c'\n"
               "local d = mf.zeros(x.shape):as 'd'\n"
               "local e = x:sum('T'):as 'e'\n"
               "local f = x:flatten(2, 3):as 'f'\n"
               "local g = x:flatten('B', 'T'):as 'g'\n"
               "local h = x:unsqueeze(3):flatten(2, 3):as 'h'\n"
               "local i = h:reshape { -1, T, 1, 2, 1 }:as 'i'\n"
               "local j = e:reshape { -1, 1, 2 }:as 'j'\n"
               "local k = e:reshape { mf.dim('S', 2), -1 }:as 'k'\n"
               "assert(B * 2 == 8 and 2 * B == 8 and B + T == 10 and B / 2 == 2 and -B "
               "== -4)\n"
               "assert(x.shape[1] == B and x.shape[3] == 2 and math.max(B, 1) == 4)\n"
               "return mf.program { funcs = { f = mf.func { inputs = { x },\n"
               "  outputs = { a, b, c, d, e, f, g, h, i, j, k } } } }");
    static const char *const shapes[] = {"[B,12]",      "[B,T,2]", "[B,T,2]", "[B,T,2]",
                                         "[B,2]",       "[B,12]",  "[24,2]",  "[B,T,2]",
                                         "[B,T,1,2,1]", "[B,1,2]", "[S,4]"};
    for (int i = 0; i < 11; i++)
        ck_assert_str_eq(shape_text(arena,
                                    &entry(p, "f")->graph->outs.at[i].node->shape),
                         shapes[i]);
}
END_TEST

START_TEST(data_are_described)
{
    const Program *p = script(arena_format(
        arena,
        "%sreturn mf.program { data = mf.data.csv { path = 'a.csv', header = true,\n"
        "  x = { columns = { 'a', 'b', 4 }, scale = { mul = 2, sub = 1 } }, y = "
        "'medv',\n"
        "  split = { valid = 0.25, train = 0.75 } },\n"
        "  train = mf.train { loss = loss, optimizer = mf.optim.SGD { lr = 0.1 },\n"
        "    shuffle = 'replacement', seed = 3, epochs = 2, valid = { every = 5 },\n"
        "    early_stop = { patience = 2 }, checkpoint = { every = '2 epochs', keep = "
        "1 } } }",
        net));
    const MfData *d = &p->data;
    ck_assert_int_eq(d->kind, MF_DATA_CSV);
    ck_assert_str_eq(d->path, "a.csv");
    ck_assert_int_eq(d->header, 1);
    ck_assert_str_eq(d->field[0].input, "x");
    ck_assert_str_eq(d->field[0].columns, "a,b,4");
    ck_assert_int_eq(d->field[0].scale, MF_AFFINE);
    ck_assert(d->field[0].mul == 2 && d->field[0].sub == 1 && d->field[0].div == 1);
    ck_assert_str_eq(d->field[1].columns, "medv");
    ck_assert_str_eq(d->split[0].name, "train");
    const MfTrain *t = &p->trains.at[0].spec;
    ck_assert(t->shuffle == MF_REPLACEMENT && t->seed == 3 && t->epochs == 2);
    ck_assert(t->valid_every == 5 && t->early_patience == 2);
    ck_assert(t->checkpoint_epochs == 2 && t->checkpoint_every == 0);
    ck_assert_str_eq(t->valid_split, "valid");
}
END_TEST

START_TEST(raw_files_hold_what_the_input_takes)
{
    const Program *p = script(arena_format(
        arena,
        "%slocal n, b = mf.input('n', { B }, 'i32'), mf.input('b', { B }, 'bool')\n"
        "return mf.program { data = mf.data.raw { b = 'b', n = 'n', x = 'x',\n"
        "  y = { 'y', dtype = 'u8' } }, train = mf.train {\n"
        "  loss = mf.where(b, loss, mf.mean(n:cast 'f32')):mean(), steps = 1,\n"
        "  optimizer = mf.optim.SGD {} } }",
        net));
    static const MfDtype kind[] = {MF_BOOL, MF_I32, MF_F32, MF_I32};
    for (int i = 0; i < 4; i++)
        ck_assert_int_eq(p->data.field[i].raw, kind[i]);
    ck_assert(p->data.field[3].raw_u8 && !p->data.field[1].raw_u8);
}
END_TEST

/* Without a key a metric is called as it is, or after what made it. */
START_TEST(metrics_have_names)
{
    const Program *p = trained(
        "optimizer = mf.optim.SGD { lr = 0.1 }, valid = {},\n"
        "early_stop = { metric = 'valid_mae' }, metrics = { mf.metric.mae(out, y),\n"
        "  mf.metric.mae(out, y), mf.metric.r2(out, y):as 'fit', out:mean() }");
    static const char *const names[] = {"mae", "metric2", "fit", "metric4"};
    ck_assert_int_eq(p->trains.at[0].metrics.n, 4);
    for (int i = 0; i < 4; i++)
        ck_assert_str_eq(p->trains.at[0].metrics.at[i], names[i]);
    ck_assert_str_eq(p->trains.at[0].spec.early_metric, "mae");
}
END_TEST

/* Makers of initial values, called or not, give the same. */
START_TEST(initialisers_need_no_parentheses)
{
    const Program *p = script("mf.param('a', { 2, 2 }, mf.init.ones)\n"
                              "mf.param('b', { 2, 2 }, mf.init.ones())\n"
                              "mf.param('c', { 2, 2 }, mf.init.he_normal)\n"
                              "return mf.program { funcs = { f = mf.func {\n"
                              "  inputs = {}, outputs = { mf.ones {} } } } }");
    const Entry *init = entry(p, "init");
    for (int i = 0; i < 2; i++) {
        const Node *ones = stored(init, i == 0 ? "a" : "b");
        ck_assert(ones->op == OP_full && ones->attr.num == 1);
    }
    ck_assert_int_eq(count_op(init->graph, OP_random), 2); /* of a normal */
}
END_TEST

START_TEST(values_in_the_script_are_data)
{
    const Program *p = script(arena_format(
        arena,
        "%sreturn mf.program { data = mf.data.inline {\n"
        "  x = { { 1, 2, 3 }, { 4, 5, 6 } }, y = mf.const { 7, 8 } },\n"
        "  funcs = { f = mf.func { inputs = { x }, outputs = { out } } } }",
        net));
    ck_assert_int_eq(p->data.field[0].rows, 2);
    ck_assert(p->data.field[0].values[5] == 6 && p->data.field[1].values[1] == 8);
}
END_TEST

/* ---- the sandbox ---- */

START_TEST(tables_are_walked_in_order)
{
    values("local t, seen = { c = 1, a = 2, [3] = 3, [1] = 4, b = 5, [2.5] = 6 }, ''\n"
           "for k in pairs(t) do seen = seen .. tostring(k) .. ' ' end\n"
           "assert(seen == '1 2.5 3 a b c ', seen)\n"
           "assert(next(t) == 1 and next(t, 'a') == 'b' and next({}) == nil)\n"
           "assert(tostring({}) == 'table' and tostring(print) == 'function')\n"
           "assert(string.format('%s %d', {}, mf.dim('D', 3)) == 'table 3')\n"
           "assert(mf.dim('D', 3) == mf.dim('D', 3) and mf.dim('D', 3) ~= mf.dim('E', "
           "3))\n"
           "for k in pairs(t) do t[k] = nil end\n"
           "assert(next(t) == nil)",
           "mf.ones {}");
}
END_TEST

START_TEST(long_chains_are_linear)
{
    const Program *p = script("local h = mf.input('x', { 4 })\n"
                              "local x = h\n"
                              "for i = 1, 100000 do local k = h:sin() h = k end\n"
                              "return mf.program { funcs = { f = mf.func {\n"
                              "  inputs = { x }, outputs = { h } } } }");
    ck_assert_int_eq(entry(p, "f")->graph->nodes.n, 100001);
}
END_TEST

#define ENDS(name, text)                                                               \
    START_TEST(name)                                                                   \
    {                                                                                  \
        ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));                      \
        script(text);                                                                  \
    }                                                                                  \
    END_TEST

ENDS(memory_is_limited, "local t = {} for i = 1, 1e9 do t[i] = { i } end")
ENDS(text_is_limited, "local s = ('x'):rep(1 << 29)")
ENDS(instructions_are_limited, "while true do end")
ENDS(nesting_is_limited, "local function f() return 1 + f() end f()")
ENDS(patterns_are_limited, "local _ = ('a'):rep(300):find(('a*'):rep(30) .. 'b')")
ENDS(nodes_are_limited, "local x = mf.ones {} while true do x = x + x end")
ENDS(constants_are_limited, "mf.numpy_rng(1):rand { 1 << 20, 1 << 10 }")
ENDS(errors_are_errors, "error 'no'")
ENDS(syntax_is_checked, "local = 1")
ENDS(files_are_out_of_reach, "io.open('/etc/passwd')")
ENDS(each_output_needs_its_inputs,
     "local x, y = mf.input('x', { 3 }), mf.input('y', { 3 })\n"
     "return mf.program { funcs = { f = mf.func { inputs = { x },\n"
     "  outputs = { x * 2, y * 2 } } } }")
ENDS(finalizers_are_refused, "setmetatable({}, { __gc = print })")

START_TEST(unknown_dims_are_usage)
{
    ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
    PUSH(arena, options.define, "Q=6");
    trained("optimizer = mf.optim.SGD { lr = 0.1 }");
}
END_TEST

static void add_endings(TCase *t)
{
    tcase_add_exit_test(t, memory_is_limited, EXIT_LIMIT);
    tcase_add_exit_test(t, text_is_limited, EXIT_LIMIT);
    tcase_add_exit_test(t, instructions_are_limited, EXIT_LIMIT);
    tcase_add_exit_test(t, nesting_is_limited, EXIT_LIMIT);
    tcase_add_exit_test(t, patterns_are_limited, EXIT_LIMIT);
    tcase_add_exit_test(t, nodes_are_limited, EXIT_LIMIT);
    tcase_add_exit_test(t, constants_are_limited, EXIT_LIMIT);
    tcase_add_exit_test(t, errors_are_errors, EXIT_SCRIPT);
    tcase_add_exit_test(t, syntax_is_checked, EXIT_SCRIPT);
    tcase_add_exit_test(t, files_are_out_of_reach, EXIT_SCRIPT);
    tcase_add_exit_test(t, each_output_needs_its_inputs, EXIT_SCRIPT);
    tcase_add_exit_test(t, finalizers_are_refused, EXIT_SCRIPT);
    tcase_add_exit_test(t, unknown_dims_are_usage, EXIT_USAGE);
}

Suite *script_suite(void);
Suite *script_suite(void)
{
    Suite *s = suite_create("script");
    TCase *t = tcase_create("script"), *endings = tcase_create("endings");
    TCase *all[] = {t, endings};
    for (int i = 0; i < 2; i++) {
        tcase_add_unchecked_fixture(all[i], make_script, remove_script);
        tcase_add_checked_fixture(all[i], setup, teardown);
        suite_add_tcase(s, all[i]);
    }
    tcase_add_test(t, random_state_is_that_of_numpy);
    tcase_add_test(t, products_follow_numpy);
    tcase_add_test(t, forms_that_are_not_their_own_mirror);
    tcase_add_test(t, reductions_and_movement);
    tcase_add_test(t, indexing_counts_from_zero);
    tcase_add_test(t, derivatives_are_nodes);
    tcase_add_test(t, scans_take_all_forms);
    tcase_add_test(t, turns_of_a_scan_draw_anew);
    tcase_add_test(t, a_program_has_its_entries);
    tcase_add_test(t, the_command_line_binds_dims);
    tcase_add_test(t, optimisers_have_state_and_settings);
    tcase_add_test(t, gradients_are_accumulated);
    tcase_add_test(t, parts_of_a_step_update_what_needs_the_batch);
    tcase_add_test(t, several_trains_share_a_program);
    tcase_add_test(t, trainings_have_defaults);
    tcase_add_test(t, nothing_is_dropped_in_evaluation);
    tcase_add_test(t, batches_are_common_to_all_inputs);
    tcase_add_test(t, what_is_added_in_turns_is_counted);
    tcase_add_test(t, gradients_have_the_names_of_turns);
    tcase_add_test(t, statistics_are_stored_in_training_alone);
    tcase_add_test(t, statistics_move_by_each_use);
    tcase_add_test(t, updates_follow_each_other);
    tcase_add_test(t, updates_are_counted);
    tcase_add_test(t, indices_have_limits);
    tcase_add_test(t, limits_follow_indices);
    tcase_add_test(t, nodes_are_called_after_locals);
    tcase_add_test(t, scopes_give_prefixes);
    tcase_add_test(t, scopes_hold_within);
    tcase_add_test(t, inference_holds_in_training);
    tcase_add_test(t, draws_have_streams_of_their_own);
    tcase_add_test(t, parameters_of_a_loop_are_outside);
    tcase_add_test(t, an_initialiser_may_draw_twice);
    tcase_add_test(t, keys_of_what_a_scan_gives_are_names);
    tcase_add_test(t, functions_hold_what_their_functions_hold);
    tcase_add_test(t, dims_survive_reshaping);
    tcase_add_test(t, data_are_described);
    tcase_add_test(t, raw_files_hold_what_the_input_takes);
    tcase_add_test(t, metrics_have_names);
    tcase_add_test(t, initialisers_need_no_parentheses);
    tcase_add_test(t, values_in_the_script_are_data);
    tcase_add_test(t, tables_are_walked_in_order);
    tcase_add_test(t, long_chains_are_linear);
    add_endings(endings);
    return s;
}

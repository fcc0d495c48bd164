/*
 * test_outer.c - gradients inside a turn of a scan by tensors from outside, beside the
 * same written outside: their values, and the gradients of these.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "eval.h"
#include "program.h"
#include "tolerance.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *outer_suite(void);

static Arena *arena;

static void setup(void)
{
    arena = arena_new();
}

static void teardown(void)
{
    arena_free(arena);
}

static const char given[] =
    "local mf = require 'mfc'\n"
    "mf.dtype 'f64'\n"
    "local rng = mf.numpy_rng(3)\n"
    "local x, W = rng:randn { 3, 4 }, 0.5 * rng:randn { 4, 4 }\n"
    "local eps = mf.zeros { 3, 4 }\n"
    "local z = (x + eps):mm(W):tanh()\n"
    "local q = z:square() + x\n"
    "local _, stack = mf.scan(function(c, row) c = (c + row):sin() return c, c end,\n"
    "                         z:sum(1), z)\n"
    "local s = mf.const { 0.5, 1.5 }\n"
    "local function each(f)\n"
    "  local _, outs = mf.scan(function(c, u) return c, f(u) end, 0, s)\n"
    "  return outs:sum(1)\n"
    "end\n";

/* Of a turn's t. */
static const char *const gradients[] = {
    "mf.grad((x:square() * t):sum(), x)",
    "mf.grad((z * t):sum(), x)", /* by way of z, which is outside */
    "mf.grad((z * x * t):sum(), x)",
    "mf.grad(q:sum(), x) * t",
    "mf.grad(q, x, { seed = z * t })",
    "mf.grad((z * q * t):sum(), { x, z, q })[1]",
    "mf.grad((z * q * t):sum(), { x, z, q })[2]",
    "mf.grad((q * t):exp():sum(), W):T():slice(1, 1, 3)",
    "mf.grad((mf.stop_gradient(z) * q * t):sum(), x)",
    "mf.grad((stack * z * t):sum(), x)", /* by way of a loop outside */
    "mf.grad((q * t):sin():sum(), eps)", /* a constant is a tensor too */
    "mf.jvp(q * t, x, z)",
    "mf.hvp((q * z * t):sum(), x, z)",
    "mf.grad((mf.grad((q * t):sin():sum(), z) * q * t):sum(), x)",
    "each(function(u) return mf.grad((q * u * t):sin():sum(), x) end)",
    "each(function(u) return mf.grad((z * u + t):sum() * u, eps) end)",
};

static const Scalar *no_leaf(void *context, const Node *leaf)
{
    (void)context;
    (void)leaf;
    return NULL;
}

/* The graph of the function f of a script. */
static Graph *function(const char *text)
{
    char path[] = "/tmp/mfc-outer-XXXXXX";
    int fd = mkstemp(path);
    FILE *file = fdopen(fd, "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
    ScriptOptions options = {0};
    const Program *p = script_run(arena, path, &options);
    unlink(path);
    for (int i = 0; i < p->entries.n; i++)
        if (strcmp(p->entries.at[i].name, "f") == 0)
            return p->entries.at[i].graph;
    ck_abort_msg("there is no f");
    return NULL;
}

START_TEST(turns_see_how_outer_tensors_depend)
{
    const char *text = arena_format(
        arena,
        "%slocal function turn(t) return %s end\n"
        "local want, got = turn(s:select(1, 1)) + turn(s:select(1, 2)), each(turn)\n"
        "local d = mf.grad(want:square():sum(), { x, W })\n"
        "local e = mf.grad(got:square():sum(), { x, W })\n"
        "local function off(a, b)\n"
        "  local size = a:abs():max()\n"
        "  return (a - b):abs():max() / mf.where(size:gt(0), size, 1)\n"
        "end\n"
        "return mf.program { funcs = { f = mf.func { inputs = {}, outputs = {\n"
        "  off(want, got), off(d[1], e[1]), off(d[2], e[2]) } } } }\n",
        given, gradients[_i]);
    Graph *g = function(text);
    graph_check(g, "the script");
    Env env = {.ring = &ring_f64, .leaf = no_leaf};
    Scalar **value = eval_graph(arena, g, &env);
    for (int k = 0; k < g->outs.n; k++) {
        double off = value[g->outs.at[k].node->id][0].d;
        ck_assert_msg(off <= TOL_DERIVATIVE, "%s: differs by %g", gradients[_i], off);
    }
}
END_TEST

/* The product x U is made for all turns at once, and dw is it; w has no turns. */
START_TEST(lifted_gradients_have_no_subject_that_is_not)
{
    Graph *g =
        function("local mf = require 'mfc'\n"
                 "local x, W = mf.input('x', { 7, 2, 3 }), mf.input('W', { 4, 5 })\n"
                 "local U = mf.input('U', { 3, 4 })\n"
                 "local _, all = mf.scan(function(c, row)\n"
                 "  local w = W:norm(2):as 'w'\n"
                 "  local dw = mf.grad((row:mm(U) * w):sum(1):tanh():sum(), w)\n"
                 "  return c + dw, dw\n"
                 "end, mf.zeros { 4 }, x)\n"
                 "return mf.program { funcs = { f = mf.func { inputs = { x, U, W },\n"
                 "                              outputs = { all:as 'all' } } } }\n");
    graph_check(g, "the script");
    ck_assert_int_eq(g->outs.at[0].node->shape.dim[0], 7);
}
END_TEST

Suite *outer_suite(void)
{
    Suite *s = suite_create("outer");
    TCase *t = tcase_create("outer");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_loop_test(t, turns_see_how_outer_tensors_depend, 0,
                        (int)(sizeof gradients / sizeof *gradients));
    tcase_add_test(t, lifted_gradients_have_no_subject_that_is_not);
    suite_add_tcase(s, t);
    return s;
}

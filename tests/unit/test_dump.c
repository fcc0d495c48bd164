/*
 * test_dump.c - graphs as text: what a line looks like, that every field comes
 * back, and that nonsense is refused with its line.
 */
#include <math.h>
#include <string.h>

#include "graph.h"

#include <check.h> /* last: it defines a macro called fail */

static Arena *arena;
static Graph *g;

static void setup(void)
{
    arena = arena_new();
    g = graph_new(arena, "step");
}

static void teardown(void)
{
    arena_free(arena);
}

static Shape batch(int64_t n, int64_t d)
{
    Shape s = shape_of(2, (int64_t[]){n, d});
    s.sym[0] = intern(arena, "B");
    return s;
}

static void check_round_trip(const Graph *graph)
{
    char *text = graph_dump(graph);
    Graph *again = graph_parse(arena, text, "dump");
    graph_check(again, "parsing");
    ck_assert_str_eq(graph_dump(again), text);
}

START_TEST(a_line_says_it_all)
{
    g->where = (Where){"boston.lua", 14};
    Node *x = n_input(g, "x", F32, batch(11, 13));
    Node *w = n_param(g, "W1", F32, shape_of(2, (int64_t[]){13, 10}));
    Node *h = node_named(n_contract(x, w, "ik,kj->ij"), "h");
    graph_out(g, "h", h);
    graph_store(g, "W1", w);
    ck_assert_str_eq(graph_dump(g),
                     "graph \"step\"\n"
                     "%0 = input f32[B:11,13] text=\"x\" \"x\" @boston.lua:14\n"
                     "%1 = param f32[13,10] text=\"W1\" \"W1\" @boston.lua:14\n"
                     "%2 = contract f32[B:11,10] %0 %1 text=\"ik,kj->ij\" \"h\" "
                     "@boston.lua:14\n"
                     "out \"h\" %2\n"
                     "store \"W1\" %1\n");
    check_round_trip(g);
}
END_TEST

START_TEST(every_field_comes_back)
{
    double data[] = {0.1, -0.0, INFINITY, NAN, 1e-310, 3};
    Node *c = n_const(g, F64, shape_of(2, (int64_t[]){3, 2}), data);
    Node *odd =
        n_input(g, "a \"name\" \\ with, everything: [\xc3\xa9]", F64, batch(3, 2));
    g->where = (Where){"a folder/net 2.lua", 3};
    Node *sum = n_add(n_reshape(c, odd->shape), odd);
    Node *e =
        n_expand(n_random(g, F64, sum->shape, "drop"), 1, 5, intern(arena, "T x"));
    Node *pad = n_pad(e, (int64_t[]){1, 0, 2}, (int64_t[]){0, 3, 0}, NULL, -0.5);
    Node *seed = n_param(g, "seed", F64, pad->shape), *d;
    graph_grad(pad, seed, 1, &odd, &d);
    graph_grad(n_sum(n_exp(odd), 3), NULL, 1, &odd, &d);
    graph_out(g, "d", d);
    graph_out(g, "", pad);
    graph_out(g, "mask", n_logical_not(n_gt(odd, n_like(odd, 1.0 / 3))));
    graph_out(g, "count", n_iota(g, I32, sum->shape, 1));
    graph_out(g, "step", n_step(g, F64));
    check_round_trip(g);
}
END_TEST

START_TEST(bodies_come_back)
{
    Shape one = {0};
    Graph *body = graph_new(arena, "body");
    Node *c = n_slot(body, 0, F32, one), *x = n_slot(body, 1, F32, one);
    graph_out(body, "c", n_mul(c, x));
    Node *arg[] = {n_param(g, "c", F32, one),
                   n_param(g, "xs", F32, shape_of(1, (int64_t[]){3}))};
    Node *dx, *y = n_get(n_scan(g, body, 1, 1, 2, arg), 0);
    graph_grad(y, NULL, 1, &arg[1], &dx);
    graph_out(g, "dx", dx);
    check_round_trip(g);
}
END_TEST

static void parse(const char *text)
{
    graph_parse(arena, text, "bad.graph");
}

START_TEST(unknown_operators_are_refused)
{
    parse("graph \"g\"\n%0 = nothing f32[]\n");
}
END_TEST

START_TEST(wrong_types_are_refused)
{
    parse("graph \"g\"\n%0 = param f32[3] text=\"a\"\n%1 = exp f32[4] %0\n");
}
END_TEST

START_TEST(later_operands_are_refused)
{
    parse("graph \"g\"\n%0 = exp f32[3] %0\n");
}
END_TEST

START_TEST(wrong_counts_are_refused)
{
    parse("graph \"g\"\n%0 = param f32[3] text=\"a\"\n%1 = add f32[3] %0\n");
}
END_TEST

START_TEST(trailing_text_is_refused)
{
    parse("graph \"g\"\n%0 = param f32[3] text=\"a\" what\n");
}
END_TEST

START_TEST(missing_data_is_refused)
{
    parse("graph \"g\"\n%0 = const f32[3] data=1,2\n");
}
END_TEST

START_TEST(broken_rules_are_refused)
{
    parse("graph \"g\"\n%0 = param f32[3] text=\"a\"\n%1 = sum f32[] %0 at=8\n");
}
END_TEST

START_TEST(other_gradients_are_refused)
{
    parse(
        "graph \"g\"\n%0 = param f32[3] text=\"a\"\n%1 = sum f32[] %0 at=1 grad=%0\n");
}
END_TEST

Suite *dump_suite(void)
{
    Suite *s = suite_create("dump");
    TCase *t = tcase_create("dump");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, a_line_says_it_all);
    tcase_add_test(t, every_field_comes_back);
    tcase_add_test(t, bodies_come_back);
    tcase_add_exit_test(t, unknown_operators_are_refused, EXIT_SCRIPT);
    tcase_add_exit_test(t, wrong_types_are_refused, EXIT_SCRIPT);
    tcase_add_exit_test(t, later_operands_are_refused, EXIT_SCRIPT);
    tcase_add_exit_test(t, wrong_counts_are_refused, EXIT_SCRIPT);
    tcase_add_exit_test(t, trailing_text_is_refused, EXIT_SCRIPT);
    tcase_add_exit_test(t, missing_data_is_refused, EXIT_SCRIPT);
    tcase_add_exit_test(t, broken_rules_are_refused, EXIT_SCRIPT);
    tcase_add_exit_test(t, other_gradients_are_refused, EXIT_SCRIPT);
    suite_add_tcase(s, t);
    return s;
}

/*
 * test_threads.c - which loops are divided among threads, where they wait, and that
 * the second opinion (threads_check.c) sees what is wrong: a barrier that is missing
 * and a loop that must not be divided.
 */
#include <string.h>

#include "loop.h"
#include "random_graph.h"

#include <check.h> /* last: it defines a macro called fail */

static const char *const chain =
    "graph \"f\"\n"
    "%0 = input f32[64,100] text=\"x\" \"x\"\n"
    "%1 = input f32[100,50] text=\"W\" \"W\"\n"
    "%2 = contract f32[64,50] %0 %1 text=\"mk,kn->mn\"\n"
    "%3 = tanh f32[64,50] %2\n"
    "%4 = sum f32[64] %3 at=2\n"
    "%5 = cumsum f32[64,50] %3 at=0,0\n"
    "%6 = sum f32[] %3 at=3\n"
    "out \"h\" %3\nout \"r\" %4\nout \"q\" %5\nout \"s\" %6\n";

static Routine *routine_of(Arena *arena, Graph *graph, double least)
{
    Program *p = NEW(arena, Program);
    p->arena = arena;
    Entry *e = NEW(arena, Entry);
    *e = (Entry){.name = "f", .kind = ENTRY_FUNC, .graph = graph};
    for (int i = 0; i < graph->nodes.n; i++) {
        const Node *n = graph->nodes.at[i];
        Port port = {.name = n->attr.text, .dtype = n->dtype, .shape = n->shape};
        Param param = {.name = n->attr.text, .dtype = n->dtype, .shape = n->shape};
        if (n->op == OP_input)
            PUSH(arena, e->inputs, port);
        if (n->op == OP_param)
            PUSH(arena, p->params, param);
    }
    BackOptions options = {.threads = true};
    Routine *r = lower_entry(arena, e, param_buffers(p), &options);
    schedule(arena, r, 0);
    plan(arena, r, &options);
    threads_divide(arena, r, least);
    return r;
}

/* The call whose kernel writes this output. */
static Call *call_of(const Routine *r, const char *output)
{
    for (int i = 0; i < r->calls.n; i++) {
        Call *c = r->calls.at[i];
        for (int k = 0; k < c->writes.n; k++)
            if (strcmp(c->writes.at[k]->name, output) == 0)
                return c;
    }
    ck_abort_msg("nothing writes %s", output);
}

START_TEST(outputs_are_divided)
{
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, chain, "chain"), 0);
    threads_check(r);
    ck_assert_int_gt(r->threads, 1);
    ck_assert(call_of(r, "h")->kernel->divided);
    ck_assert(call_of(r, "r")->kernel->divided);
    ck_assert(call_of(r, "q")->kernel->divided); /* along the other axis */
    arena_free(arena);
}
END_TEST

START_TEST(a_sum_is_not_divided)
{
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, chain, "chain"), 0);
    ck_assert(!call_of(r, "s")->kernel->divided);
    arena_free(arena);
}
END_TEST

START_TEST(other_owners_wait)
{
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, chain, "chain"), 0);
    int waits = 0;
    for (int i = 0; i < r->calls.n; i++)
        waits += r->calls.at[i]->wait;
    ck_assert_int_eq(waits, 1); /* before the first that reads h */
    arena_free(arena);
}
END_TEST

/* The same rows belong to the same thread: no barrier between two loops over them. */
START_TEST(same_owners_do_not_wait)
{
    static const char *const rows =
        "graph \"f\"\n"
        "%0 = input f32[64,100] text=\"x\" \"x\"\n"
        "%1 = exp f32[64,100] %0\n%2 = cumsum f32[64,100] %1 at=1,0\n"
        "out \"a\" %1\nout \"b\" %2\n";
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, rows, "rows"), 0);
    ck_assert_int_eq(r->calls.n, 2);
    ck_assert(call_of(r, "a")->kernel->divided);
    ck_assert(call_of(r, "b")->kernel->divided);
    ck_assert(!call_of(r, "b")->wait);
    threads_check(r);
    arena_free(arena);
}
END_TEST

START_TEST(small_work_has_one_thread)
{
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, chain, "chain"), 1e9);
    ck_assert_int_eq(r->threads, 0);
    for (int i = 0; i < r->calls.n; i++)
        ck_assert(!r->calls.at[i]->kernel->divided);
    arena_free(arena);
}
END_TEST

START_TEST(a_missing_barrier_is_seen)
{
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, chain, "chain"), 0);
    for (int i = 0; i < r->calls.n; i++)
        r->calls.at[i]->wait = false;
    threads_check(r);
}
END_TEST

START_TEST(a_divided_sum_is_seen)
{
    Arena *arena = arena_new();
    Routine *r = routine_of(arena, graph_parse(arena, chain, "chain"), 0);
    call_of(r, "s")->kernel->divided = true; /* all threads write it */
    threads_check(r);
}
END_TEST

/* Scans, scatters, plans of all kinds: the two opinions agree. */
START_TEST(random_graphs)
{
    Arena *arena = arena_new();
    threads_check(routine_of(arena, random_graph(arena, (uint64_t)_i),
                             _i % 3 == 0 ? 50 : 0));
    arena_free(arena);
}
END_TEST

Suite *threads_suite(void);

Suite *threads_suite(void)
{
    Suite *s = suite_create("threads");
    TCase *t = tcase_create("threads");
    tcase_add_test(t, outputs_are_divided);
    tcase_add_test(t, a_sum_is_not_divided);
    tcase_add_test(t, other_owners_wait);
    tcase_add_test(t, same_owners_do_not_wait);
    tcase_add_test(t, small_work_has_one_thread);
    tcase_add_exit_test(t, a_missing_barrier_is_seen, EXIT_BUG);
    tcase_add_exit_test(t, a_divided_sum_is_seen, EXIT_BUG);
    tcase_add_loop_test(t, random_graphs, 0, 500);
    suite_add_tcase(s, t);
    return s;
}

/*
 * test_layout.c - what report says of the arrays of random graphs: each array of the
 * routine has one line and each tensor that a call touches too, no call touches an
 * array outside of its lifetime, and the bytes add up to those of the plan.
 */
#include "emit.h"
#include "layout.h"
#include "loop_eval.h"
#include "random_graph.h"
#include "random_kinds.h"

#include <string.h>

#include <check.h> /* last: it defines a macro called fail */

Suite *layout_suite(void);

enum { KINDS = LAYOUT_NONE + 1 };

static const Layout *line_of(const Layouts *list, const Buffer *b)
{
    const Layout *found = NULL;
    for (int i = 0; i < list->n; i++)
        if (list->at[i].buffer == b) {
            ck_assert_msg(found == NULL, "%s has two lines", b->name);
            found = &list->at[i];
        }
    return found;
}

static void check_calls(const Layouts *list, const Calls *calls)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        check_calls(list, &c->body);
        for (int k = 0; c->kernel && k < c->kernel->params.n; k++) {
            const Buffer *b = buffer_base(c->kernel->params.at[k]);
            const Layout *l = line_of(list, b);
            if (b->kind == B_COUNTER)
                continue;
            ck_assert_msg(l != NULL, "%s has no line", b->name);
            ck_assert_msg(l->first <= c->at && c->at <= l->last,
                          "call %d touches %s, which has %d to %d", c->at, b->name,
                          l->first, l->last);
            ck_assert_msg(l->kind != LAYOUT_LOCAL && l->kind != LAYOUT_NONE,
                          "a call touches %s: %s", b->name, l->text);
        }
    }
}

/* An array that holds less than its node says so, and none is filled up to less. */
static void check_words(const Layout *l)
{
    long long own, row;
    const char *filled = strstr(l->text, "rows of ");
    const Buffer *b = l->buffer;
    if (filled && sscanf(filled, "rows of %lld filled up to %lld", &own, &row) == 2)
        ck_assert_msg(own < row, "%s", l->text);
    if (l->kind != LAYOUT_ROWS && l->kind != LAYOUT_HALO)
        return;
    bool part = b->node && shape_size(&b->shape) < shape_size(&b->node->shape);
    bool said = strstr(l->text, " needs") || strstr(l->text, " rows at a time");
    ck_assert_msg(said || !part, "%s: %s", b->name, l->text);
    ck_assert(b->own == (strstr(l->text, "each thread") != NULL));
}

/* What is alive at call `at`, in bytes. */
static int64_t alive(const Layouts *list, int at)
{
    int64_t sum = 0;
    for (int i = 0; i < list->n; i++)
        if (list->at[i].owns && list->at[i].first <= at && at <= list->at[i].last)
            sum += list->at[i].bytes;
    return sum;
}

static void check_bytes(const Routine *r, const Layouts *list)
{
    int64_t end = 0, most = 0, placed = 0, owned = 0, unshared = 0;
    for (int i = 0; i < list->n; i++) {
        const Layout *l = &list->at[i];
        int64_t to = l->owns ? l->buffer->offset + l->bytes : 0;
        end = to > end ? to : end;
        owned += l->owns ? l->bytes : 0;
        if (l->buffer->kind == B_WORK && l->buffer->shape.rank > 0)
            unshared += buffer_bytes(l->buffer);
        ck_assert(l->kind != LAYOUT_PLACE || (!l->owns && l->buffer->base));
    }
    for (int i = 0; i < r->work.n; i++)
        placed += buffer_bytes(r->work.at[i]);
    for (int at = 0; at < r->n_calls; at++)
        most = alive(list, at) > most ? alive(list, at) : most;
    ck_assert_int_eq(owned, placed);
    ck_assert_int_eq(end, r->work_end);
    ck_assert_int_eq(most, r->live_bytes);
    ck_assert_int_eq(unshared, r->unshared_bytes);
}

static void check_graph(Graph *g, uint64_t seed, long *found)
{
    Pipeline p = {.arena = g->arena, .limit = -1, .to = stderr};
    p.band = seed % 3 == 1 ? 2 : 0;
    p.naive_plan = seed % 7 == 3;
    p.threads = seed % 5 == 2;
    Program *program = graph_program(g->arena, g);
    pipeline_run(&p, program);
    Routine *r = *backend_run(program, param_buffers(program), &p);
    Layouts list = layouts_of(g->arena, r);
    for (int i = 0; i < r->buffers.n; i++)
        ck_assert_msg(line_of(&list, r->buffers.at[i]) != NULL, "%s has no line",
                      r->buffers.at[i]->name);
    check_calls(&list, &r->calls);
    if (!p.threads) /* what each thread has of its own is counted apart */
        check_bytes(r, &list);
    for (int i = 0; i < list.n; i++) {
        ck_assert(*list.at[i].text && *layout_name(list.at[i].kind));
        check_words(&list.at[i]);
        found[list.at[i].kind]++;
    }
}

START_TEST(every_array_has_one_line)
{
    static Graph *(*const make[])(Arena *, uint64_t) = {random_graph,  random_windows,
                                                        random_layers, random_memory,
                                                        random_chain,  random_cell,
                                                        random_graph,  random_rows};
    long found[KINDS] = {0};
    for (uint64_t seed = 0; seed < 240; seed++) {
        Arena *arena = arena_new();
        check_graph(make[seed % 8](arena, seed), seed, found);
        arena_free(arena);
    }
    for (int i = 0; i < KINDS; i++)
        ck_assert_msg(found[i] > 0 || i == LAYOUT_NONE, "no array is %s",
                      layout_name((LayoutKind)i));
}
END_TEST

/* A pad of a pad is one border; what is written between elements is told too. */
START_TEST(borders_in_words)
{
    Arena *arena = arena_new();
    Graph *g = graph_new(arena, "f");
    Shape s = shape_of(3, (int64_t[]){2, 5, 6});
    Node *x = node_labelled(n_exp(n_input(g, "x", F32, s)), "e");
    Node *inner =
        n_pad(x, (int64_t[]){0, 1, 1}, (int64_t[]){0, 1, 1}, (int64_t[]){0, 0, 0}, 0);
    Node *pad = n_pad(inner, (int64_t[]){0, 1, 0}, (int64_t[]){0, 0, 1},
                      (int64_t[]){0, 0, 0}, 0);
    Node *wide = n_pad(n_exp(n_input(g, "z", F32, s)), (int64_t[]){0, 0, 0},
                       (int64_t[]){0, 0, 0}, (int64_t[]){0, 1, 0}, 1);
    graph_out(g, "y", pad);
    graph_out(g, "w", wide);
    Routine *r;
    Program *program = graph_program(arena, g);
    Pipeline p = {.arena = arena, .limit = -1, .to = stderr};
    r = *backend_run(program, param_buffers(program), &p);
    Layouts list = layouts_of(arena, r);
    ck_assert_str_eq(line_of(&list, r->outputs.at[0])->text,
                     "row-major, zeros around e: 2+1 along axis 2, 1+2 along axis 3");
    ck_assert_str_eq(line_of(&list, r->outputs.at[1])->text,
                     "row-major, 1 between the elements of exp");
    arena_free(arena);
}
END_TEST

/* A pad of something else, or within what a pad has spread, is no part of the border;
 * each shape in which an array is seen is told. */
START_TEST(borders_and_views_apart)
{
    Arena *arena = arena_new();
    Graph *g = graph_new(arena, "f");
    Shape row = shape_of(1, (int64_t[]){6}), s = shape_of(2, (int64_t[]){4, 6});
    int64_t none[] = {0, 0}, one[] = {1, 1};
    Node *x = node_labelled(n_exp(n_input(g, "x", F32, row)), "e");
    Node *ones = n_pad(n_pad(x, one, one, none, 0), one, one, none, 1);
    Node *spread = n_pad(n_pad(n_sin(x), one, one, none, 0), one, none, one, 0);
    Node *z = n_input(g, "z", F32, s);
    Node *seen = n_exp(z);
    Node *wide = n_reshape(seen, shape_of(2, (int64_t[]){2, 12}));
    Node *tall = n_reshape(seen, shape_of(2, (int64_t[]){8, 3}));
    graph_out(g, "ones", ones);
    graph_out(g, "spread", spread);
    graph_out(g, "seen", seen);
    graph_out(g, "wide", n_contract(wide, wide, "ab,cb->ac"));
    graph_out(g, "tall", n_contract(tall, tall, "ab,cb->ac"));
    Program *program = graph_program(arena, g);
    Pipeline p = {.arena = arena, .limit = -1, .to = stderr};
    Routine *r = *backend_run(program, param_buffers(program), &p);
    Layouts list = layouts_of(arena, r);
    ck_assert_str_eq(line_of(&list, r->outputs.at[0])->text,
                     "row-major, 1 around pad: 1+1 along axis 1");
    ck_assert_str_eq(line_of(&list, r->outputs.at[1])->text,
                     "row-major, zeros around pad: 1+0 along axis 1, zeros between the "
                     "elements of pad");
    ck_assert_str_eq(line_of(&list, r->outputs.at[2])->text,
                     "row-major, seen as [2,12] too, seen as [8,3] too");
    arena_free(arena);
}
END_TEST

Suite *layout_suite(void)
{
    Suite *suite = suite_create("layout");
    TCase *lines = tcase_create("lines");
    tcase_set_timeout(lines, 0);
    tcase_add_test(lines, every_array_has_one_line);
    tcase_add_test(lines, borders_in_words);
    tcase_add_test(lines, borders_and_views_apart);
    suite_add_tcase(suite, lines);
    return suite;
}

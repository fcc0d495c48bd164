/*
 * test_tile_once.c - plans of small products in a loop of calls are made before it,
 * equal ones once; those of large ones, of divided kernels and of kernels outside of
 * loops stay where they are, and so do more than an entry has stack for.
 */
#include "loop.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *tile_once_suite(void);

static Arena *arena;
static Routine *r;

static void setup(void)
{
    arena = arena_new();
    r = NEW(arena, Routine);
}

static void teardown(void)
{
    arena_free(arena);
}

/* A kernel with a product of so many rows by 64 columns, of 20 terms. */
static Kernel *product(int64_t rows)
{
    Kernel *k = NEW(arena, Kernel);
    Stmt *s = NEW(arena, Stmt);
    s->kind = S_TILE;
    s->buffer = NEW(arena, Buffer);
    s->buffer->dtype = F32;
    s->tile = NEW(arena, Tile);
    *s->tile = (Tile){.rows = 1,
                      .columns = 1,
                      .terms = 1,
                      .row_extent = {rows},
                      .row_step = {1},
                      .column_extent = {64},
                      .column_step = {1},
                      .term_extent = {20},
                      .term_a = {20},
                      .term_b = {64}};
    PUSH(arena, k->body, s);
    return k;
}

static Kernel *called(Calls *calls, Kernel *k)
{
    Call *c = NEW(arena, Call);
    c->kernel = k;
    PUSH(arena, *calls, c);
    return k;
}

static Calls *in_loop(void)
{
    Call *c = NEW(arena, Call);
    PUSH(arena, r->calls, c);
    return &c->body;
}

START_TEST(equal_plans_of_a_loop_are_one)
{
    Calls *loop = in_loop();
    Kernel *a = called(loop, product(20)), *b = called(loop, product(20)),
           *c = called(loop, product(2)), *d = called(&r->calls, product(20));
    int64_t within = kernel_array_bytes(a);
    tile_once(arena, r);
    ck_assert(a->planned && b->planned && c->planned && !d->planned);
    ck_assert_int_eq(r->plans.n, 2);
    int64_t plan = within - kernel_array_bytes(a);
    ck_assert_int_gt(plan, 0);
    ck_assert_int_eq(stack_measure(arena, 0, r), 4096 + 2 * plan + within);
}
END_TEST

START_TEST(plans_of_other_numbers_or_steps_are_others)
{
    Calls *loop = in_loop();
    called(loop, product(20));
    Kernel *doubles = called(loop, product(20)), *spread = called(loop, product(20));
    doubles->body.at[0]->buffer->dtype = F64;
    spread->body.at[0]->tile->term_b[0] = 65;
    tile_once(arena, r);
    ck_assert_int_eq(r->plans.n, 3);
}
END_TEST

START_TEST(large_and_divided_kernels_keep_theirs)
{
    Calls *loop = in_loop();
    Kernel *large = called(loop, product(256)), *divided = product(20);
    divided->divided = true;
    called(loop, divided);
    tile_once(arena, r);
    ck_assert(!large->planned && !divided->planned);
    ck_assert_int_eq(r->plans.n, 0);
}
END_TEST

START_TEST(an_entry_makes_eight)
{
    Calls *loop = in_loop();
    for (int i = 0; i < 9; i++)
        called(loop, product(10 + i));
    Kernel *again = called(loop, product(10));
    tile_once(arena, r);
    ck_assert_int_eq(r->plans.n, 8);
    ck_assert(loop->at[7]->kernel->planned && !loop->at[8]->kernel->planned);
    ck_assert(again->planned);
}
END_TEST

Suite *tile_once_suite(void)
{
    Suite *suite = suite_create("tile_once");
    TCase *plans = tcase_create("plans");
    tcase_add_checked_fixture(plans, setup, teardown);
    tcase_add_test(plans, equal_plans_of_a_loop_are_one);
    tcase_add_test(plans, plans_of_other_numbers_or_steps_are_others);
    tcase_add_test(plans, large_and_divided_kernels_keep_theirs);
    tcase_add_test(plans, an_entry_makes_eight);
    suite_add_tcase(suite, plans);
    return suite;
}

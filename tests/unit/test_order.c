/*
 * test_order.c - loops over windows made by hand: which change places (loop_window.c).
 * What the compiler makes of graphs meets only some of these cases.
 */
#include "loop.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *order_suite(void);

/* for along < 2: for across < 12: top[across] = max(x[2 across + along], top[across])
 */
typedef struct Nest {
    Buffer *x, *top;
    Var *along, *across;
    Stmt *outer, *acc;
    Kernel *kernel;
} Nest;

static Arena *arena;

static void setup(void)
{
    arena = arena_new();
}

static void teardown(void)
{
    arena_free(arena);
}

static Buffer *array(BufferKind kind, int64_t n)
{
    Buffer *b = NEW(arena, Buffer);
    *b = (Buffer){.kind = kind, .name = "b", .shape = shape_of(1, &n)};
    return b;
}

static Var *counter(const char *name, int64_t extent)
{
    Var *v = NEW(arena, Var);
    *v = (Var){.name = name, .extent = extent, .dtype = I32};
    return v;
}

static Index *at(Index index)
{
    Index *copy = NEW(arena, Index);
    *copy = index;
    return copy;
}

static Expr *load(Buffer *b, Index index)
{
    Expr *x = NEW(arena, Expr);
    *x = (Expr){.kind = X_LOAD, .buffer = b, .index = at(index)};
    return x;
}

static Stmt *loop(Var *v, Stmt *body)
{
    Stmt *s = NEW(arena, Stmt);
    *s = (Stmt){.kind = S_FOR, .var = v};
    PUSH(arena, s->body, body);
    return s;
}

static Nest nest_of(int64_t along, int64_t across)
{
    Nest n = {.x = array(B_INPUT, along * across), .top = array(B_OUTPUT, across)};
    n.along = counter("along", along);
    n.across = counter("across", across);
    Index next = index_scale(index_var(n.across), along);
    n.acc = NEW(arena, Stmt);
    *n.acc = (Stmt){.kind = S_ACC,
                    .acc = ACC_MAX,
                    .buffer = n.top,
                    .index = at(index_var(n.across)),
                    .value = load(n.x, index_add(next, index_var(n.along)))};
    n.outer = loop(n.along, loop(n.across, n.acc));
    n.kernel = NEW(arena, Kernel);
    PUSH(arena, n.kernel->body, n.outer);
    return n;
}

/* Do its loops change places? They are as they were, or changed. */
static bool changes(const Nest *n)
{
    loop_window(n->kernel);
    const Stmt *outer = n->kernel->body.at[0], *inner = outer->body.at[0];
    bool changed = outer->var == n->across;
    ck_assert_ptr_eq(outer->var, changed ? n->across : n->along);
    ck_assert_ptr_eq(inner->var, changed ? n->along : n->across);
    ck_assert_ptr_eq(inner->body.at[0], n->acc);
    return changed;
}

START_TEST(few_neighbours_are_read_in_order)
{
    for (int64_t along = 2; along <= 4; along++) {
        Nest n = nest_of(along, 12);
        ck_assert(changes(&n));
    }
    Nest many = nest_of(5, 12);
    ck_assert(!changes(&many));
}
END_TEST

START_TEST(rows_that_leave_a_rest_stay)
{
    Nest n = nest_of(2, 14);
    ck_assert(!changes(&n));
}
END_TEST

/* Turns of both loops would meet at a place in another order. */
START_TEST(elements_of_both_loops_stay)
{
    Nest n = nest_of(2, 12);
    *n.acc->index = index_add(index_var(n.across), index_var(n.along));
    ck_assert(!changes(&n));
}
END_TEST

START_TEST(the_largest_of_all_stays)
{
    Nest n = nest_of(2, 12);
    *n.acc->index = index_num(0);
    ck_assert(!changes(&n));
}
END_TEST

START_TEST(sums_and_products_stay)
{
    for (int acc = ACC_ADD; acc <= ACC_MUL; acc++) {
        Nest n = nest_of(2, 12);
        n.acc->acc = (AccKind)acc;
        ck_assert(!changes(&n));
    }
}
END_TEST

/* As a turn reads what the turns before it have made. */
START_TEST(what_reads_the_largest_stays)
{
    Nest n = nest_of(2, 12);
    Stmt *second = NEW(arena, Stmt);
    *second = *n.acc;
    second->buffer = array(B_OUTPUT, 12);
    second->value = load(n.top, index_var(n.across));
    PUSH(arena, n.outer->body.at[0]->body, second);
    ck_assert(!changes(&n));
}
END_TEST

/* Each third element is read in either order. */
START_TEST(other_steps_stay)
{
    Nest n = nest_of(2, 12);
    Index next = index_scale(index_var(n.across), 3);
    n.acc->value = load(array(B_INPUT, 36), index_add(next, index_var(n.along)));
    ck_assert(!changes(&n));
}
END_TEST

Suite *order_suite(void)
{
    Suite *s = suite_create("order");
    TCase *t = tcase_create("order");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, few_neighbours_are_read_in_order);
    tcase_add_test(t, rows_that_leave_a_rest_stay);
    tcase_add_test(t, elements_of_both_loops_stay);
    tcase_add_test(t, the_largest_of_all_stays);
    tcase_add_test(t, sums_and_products_stay);
    tcase_add_test(t, what_reads_the_largest_stays);
    tcase_add_test(t, other_steps_stay);
    suite_add_tcase(s, t);
    return s;
}

/*
 * test_align.c - which local arrays begin at a multiple of 32 bytes: those whose rows
 * begin at odd ones and are walked along for more than a vector, in one place.
 */
#include "c_printer.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *align_suite(void);

enum { ROWS = 8 };

static Arena *arena;

static void setup(void)
{
    arena = arena_new();
}

static void teardown(void)
{
    arena_free(arena);
}

static Buffer *rows_of(int64_t columns)
{
    Buffer *b = NEW(arena, Buffer);
    *b = (Buffer){.kind = B_LOCAL, .name = "b", .dtype = F32};
    b->shape = shape_of(2, (int64_t[]){ROWS, columns});
    return b;
}

static Stmt *loop_over(Var *v, Stmt *body)
{
    Stmt *s = NEW(arena, Stmt);
    *s = (Stmt){.kind = S_FOR, .var = v};
    PUSH(arena, s->body, body);
    return s;
}

/* Rows that are asked for, or the first one alone; `turns` of every so many elements.
 */
typedef struct Walk {
    int rows, turns, step;
} Walk;

static void add_walk(Block *block, Buffer *b, Walk walk)
{
    Var *v = NEW_N(arena, Var, 2);
    v[0] = (Var){.name = "i", .extent = walk.rows, .dtype = I32, .id = 1};
    v[1] = (Var){.name = "j", .extent = walk.turns, .dtype = I32, .id = 2};
    Stmt *s = NEW(arena, Stmt);
    *s = (Stmt){.kind = S_STORE, .buffer = b, .index = NEW_N(arena, Index, 2)};
    s->index[0] = walk.rows > 1 ? index_var(&v[0]) : index_num(0);
    s->index[1] = index_scale(index_var(&v[1]), walk.step);
    s->value = NEW(arena, Expr);
    s->value->kind = X_NUM;
    PUSH(arena, *block, loop_over(&v[0], loop_over(&v[1], s)));
}

/* Is an array of such rows aligned, if this walks along it, then that? */
static bool is_aligned(int64_t columns, Walk first, Walk second)
{
    Block block = {0};
    Buffer *b = rows_of(columns);
    add_walk(&block, b, first);
    add_walk(&block, b, second);
    return c_alignment(b, &block)[0] != '\0';
}

START_TEST(halves_of_vectors_are_aligned)
{
    const Walk none = {1, 1, 1};
    const struct {
        int64_t columns;
        Walk first, second;
        bool aligned;
    } given[] = {
        {24, {ROWS, 24, 1}, none, true},       /* 64 bytes and 32 */
        {24, none, {ROWS, 24, 1}, true},       /* wherever it is */
        {24, {ROWS, 24, 1}, {1, 8, 1}, true},  /* and whatever comes later */
        {24, {ROWS, 16, 1}, none, false},      /* one vector */
        {32, {ROWS, 32, 1}, none, false},      /* rows of whole vectors, */
        {20, {ROWS, 20, 1}, none, false},      /* of no half ones */
        {56, {ROWS, 24, 2}, none, false},      /* not side by side */
        {24, {ROWS, 8, 1}, {1, 24, 1}, false}, /* not in one place */
    };
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        ck_assert_msg(is_aligned(given[i].columns, given[i].first, given[i].second) ==
                          given[i].aligned,
                      "case %d", (int)i);
}
END_TEST

/* What another array is walked along for does not count. */
START_TEST(each_array_for_itself)
{
    Block block = {0};
    Buffer *b = rows_of(24);
    add_walk(&block, rows_of(24), (Walk){ROWS, 24, 1});
    add_walk(&block, b, (Walk){ROWS, 8, 1});
    ck_assert_str_eq(c_alignment(b, &block), "");
}
END_TEST

Suite *align_suite(void)
{
    Suite *suite = suite_create("align");
    TCase *arrays = tcase_create("arrays");
    tcase_add_checked_fixture(arrays, setup, teardown);
    tcase_add_test(arrays, halves_of_vectors_are_aligned);
    tcase_add_test(arrays, each_array_for_itself);
    suite_add_tcase(suite, arrays);
    return suite;
}

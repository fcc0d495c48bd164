/*
 * test_ahead.c - what kernels ask the second cache for (loop_ahead.c): how far on, how
 * much, in how many parts; and that they do not ask for what is read as a stream, or is
 * in the cache anyway.
 */
#include <string.h>

#include "loop.h"

#include <check.h> /* last: it defines a macro called fail */

enum { CACHE = 1 << 20 };

static const char *const channel_sums = "graph \"f\"\n"
                                        "%0 = input f32[64,8,32,32] text=\"x\" \"x\"\n"
                                        "%1 = sum f32[8] %0 at=13\n"
                                        "out \"s\" %1\n";

static const char *const small_sums = "graph \"f\"\n"
                                      "%0 = input f32[8,8,16,16] text=\"x\" \"x\"\n"
                                      "%1 = sum f32[8] %0 at=13\n"
                                      "out \"s\" %1\n";

static const char *const reversed =
    "graph \"f\"\n"
    "%0 = input f32[64,8,32,32] text=\"x\" \"x\"\n"
    "%1 = slice f32[64,8,32,32] %0 at=0,0,31,0,1,1,-1,1,64,8,32,32\n"
    "%2 = sum f32[8] %1 at=13\n"
    "out \"s\" %2\n";

static const char *const twice =
    "graph \"f\"\n"
    "%0 = input f32[64,8,32,32] text=\"x\" \"x\"\n"
    "%1 = slice f32[64,8,32,32] %0 at=0,0,31,0,1,1,-1,1,64,8,32,32\n"
    "%2 = mul f32[64,8,32,32] %0 %1\n"
    "%3 = sum f32[8] %2 at=13\n"
    "out \"s\" %3\n";

static const char *const downwards =
    "graph \"f\"\n"
    "%0 = input f32[64,8,32,32] text=\"x\" \"x\"\n"
    "%1 = slice f32[64,8,32,32] %0 at=0,0,31,31,1,1,-1,-1,64,8,32,32\n"
    "%2 = tanh f32[64,8,32,32] %1\n"
    "out \"y\" %2\n";

/* Read along with its border, which begins before it. */
static const char *const padded =
    "graph \"f\"\n"
    "%0 = input f32[64,8,32,32] text=\"x\" \"x\"\n"
    "%1 = pad f32[64,8,36,36] %0 at=0,0,1,1,0,0,3,3,0,0,0,0\n"
    "%2 = input f32[64,8,36,36] text=\"m\" \"m\"\n"
    "%3 = mul f32[64,8,36,36] %1 %2\n"
    "%4 = sum f32[8] %3 at=13\n"
    "out \"s\" %4\n";

static const char *const stream = "graph \"f\"\n"
                                  "%0 = input f32[64,8,32,32] text=\"x\" \"x\"\n"
                                  "%1 = tanh f32[64,8,32,32] %0\n"
                                  "%2 = sum f32[64] %0 at=14\n"
                                  "out \"y\" %1\nout \"s\" %2\n";

#define CONVOLUTION                                                                    \
    "graph \"f\"\n"                                                                    \
    "%0 = input f32[64,16,34,34] text=\"x\" \"x\"\n"                                   \
    "%1 = broadcast f32[64,16,34,34,3] %0 at=0,1,2,3,-1,64,16,34,34,3\n"               \
    "%2 = slide f32[64,16,32,34,3] %1 at=2,4,1,1,0,32\n"                               \
    "%3 = broadcast f32[64,16,32,34,3,3] %2 at=0,1,2,3,4,-1,64,16,32,34,3,3\n"         \
    "%4 = slide f32[64,16,32,32,3,3] %3 at=3,5,1,1,0,32\n"                             \
    "%5 = input f32[16,16,3,3] text=\"w\" \"w\"\n"                                     \
    "%6 = contract f32[64,16,32,32] %4 %5 text=\"ncpqij,ocij->nopq\"\n"

static const char *const convolution = CONVOLUTION "out \"y\" %6\n";

static const char *const masked =
    CONVOLUTION "%7 = input f32[64,16,34,34] text=\"m\" \"m\"\n"
                "%8 = slice f32[64,16,32,32] %7 at=0,0,1,1,1,1,1,1,64,16,32,32\n"
                "%9 = mul f32[64,16,32,32] %6 %8\n"
                "out \"y\" %9\n";

/* Deviations from the mean of each row, and their squares summed; or the sum only. */
#define DEVIATIONS(TYPE, ROWS, LONG, ALL)                                              \
    "graph \"f\"\n"                                                                    \
    "%0 = input " TYPE "[" ROWS "," LONG "] text=\"x\" \"x\"\n"                        \
    "%1 = sum " TYPE "[" ROWS "] %0 at=2\n"                                            \
    "%2 = broadcast " TYPE "[" ROWS "," LONG "] %1 at=0,-1," ROWS "," LONG "\n"        \
    "%3 = sub " TYPE "[" ROWS "," LONG "] %0 %2\n"                                     \
    "%4 = mul " TYPE "[" ROWS "," LONG "] %3 %3\n"                                     \
    "%5 = sum " TYPE "[" ROWS "] %4 at=2\n" ALL "out \"s\" %5\n"

#define SCALED(TYPE, ROWS, LONG)                                                       \
    "%6 = broadcast " TYPE "[" ROWS "," LONG "] %5 at=0,-1," ROWS "," LONG "\n"        \
    "%7 = div " TYPE "[" ROWS "," LONG "] %3 %6\n"                                     \
    "out \"y\" %7\n"

static const char *const rows_stored =
    DEVIATIONS("f32", "64", "10001", SCALED("f32", "64", "10001"));
static const char *const rows_double =
    DEVIATIONS("f64", "64", "10001", SCALED("f64", "64", "10001"));
static const char *const rows_summed = DEVIATIONS("f32", "64", "10001", "");
static const char *const rows_few = DEVIATIONS("f32", "64", "1000", "");
static const char *const rows_short = DEVIATIONS("f32", "4096", "240", "");
static const char *const rows_longest = DEVIATIONS("f32", "8", "65536", "");
static const char *const rows_too_long = DEVIATIONS("f32", "8", "65552", "");

static const char *const rows_part = "graph \"f\"\n"
                                     "%0 = input f32[4096,1000] text=\"x\" \"x\"\n"
                                     "%1 = slice f32[64,1000] %0 at=0,0,1,1,64,1000\n"
                                     "%2 = sum f32[64] %1 at=2\n"
                                     "%3 = broadcast f32[64,1000] %2 at=0,-1,64,1000\n"
                                     "%4 = sub f32[64,1000] %1 %3\n"
                                     "%5 = mul f32[64,1000] %4 %4\n"
                                     "%6 = sum f32[64] %5 at=2\n"
                                     "out \"s\" %6\n";

/* A product whose tiles take some columns of each row of `add` and of the result; or
 * whose row is a tile's. */
#define TILES(COLUMNS)                                                                 \
    "graph \"f\"\n"                                                                    \
    "%0 = input f32[1024,64] text=\"x\" \"x\"\n"                                       \
    "%1 = input f32[64," COLUMNS "] text=\"w\" \"w\"\n"                                \
    "%2 = contract f32[1024," COLUMNS "] %0 %1 text=\"ij,jk->ik\"\n"                   \
    "%3 = input f32[1024," COLUMNS "] text=\"add\" \"add\"\n"                          \
    "%4 = add f32[1024," COLUMNS "] %2 %3\n"                                           \
    "out \"y\" %4\n"

static const char *const tiles_of_rows = TILES("512");
static const char *const tiles_of_all = TILES("64");

typedef ARRAY(const Stmt *) Asked;

static void find_asked(Arena *arena, const Block *block, Asked *asked)
{
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        if (s->kind == S_AHEAD)
            PUSH(arena, *asked, s);
        find_asked(arena, &s->body, asked);
    }
}

/* What the kernels of the graph ask for, where the cache has so many bytes, and all
 * arrays come from beyond it, or none is known to. */
static Asked asked_from(Arena *arena, const char *text, int64_t cache, bool far)
{
    Graph *graph = graph_parse(arena, text, "graph");
    Program *p = NEW(arena, Program);
    p->arena = arena;
    Entry *e = NEW(arena, Entry);
    *e = (Entry){.name = "f", .kind = ENTRY_FUNC, .graph = graph};
    for (int i = 0; i < graph->nodes.n; i++) {
        const Node *n = graph->nodes.at[i];
        Port port = {.name = n->attr.text, .dtype = n->dtype, .shape = n->shape};
        if (n->op == OP_input)
            PUSH(arena, e->inputs, port);
    }
    BackOptions options = {0};
    ParamBuffers *params = param_buffers(p);
    Routine *r = lower_entry(arena, e, params, &options);
    schedule(arena, r, 0);
    loop_merge(arena, r, params, &options);
    plan(arena, r, &options);
    Asked asked = {0};
    for (int i = 0; i < r->calls.n; i++) {
        Kernel *k = r->calls.at[i]->kernel;
        for (int b = 0; b < k->params.n; b++)
            buffer_base(k->params.at[b])->far = far;
        loop_ahead(arena, k, cache);
        find_asked(arena, &k->body, &asked);
    }
    return asked;
}

static Asked asked_of(Arena *arena, const char *text, int64_t cache)
{
    return asked_from(arena, text, cache, false);
}

static void check_asked(const Stmt *s, const char *of, int64_t far, int64_t bytes,
                        int64_t parts)
{
    ck_assert_str_eq(s->buffer->name, of);
    ck_assert_int_eq(s->ahead->far, far);
    ck_assert_int_eq(s->ahead->bytes, bytes);
    ck_assert_int_eq(s->ahead->parts, parts);
}

START_TEST(pieces_of_a_walk)
{
    Arena *arena = arena_new();
    Asked asked = asked_of(arena, channel_sums, CACHE);
    ck_assert_int_eq(asked.n, 1);
    check_asked(asked.at[0], "x", 32768, 4096, 32); /* a plane, two lines a row */
    const Expr *part = asked.at[0]->ahead->part;
    ck_assert(part->index->n == 1 && part->index->term[0].coef == 1);
    ck_assert_int_eq(part->index->term[0].var->extent, 32);
    ck_assert_int_eq(asked.at[0]->index[2].base, 0);
    arena_free(arena);
}
END_TEST

START_TEST(a_piece_begins_where_it_is_least)
{
    Arena *arena = arena_new();
    Asked asked = asked_of(arena, reversed, CACHE);
    ck_assert_int_eq(asked.n, 1);
    check_asked(asked.at[0], "x", 32768, 4096, 32);
    ck_assert(asked.at[0]->index[2].n == 0 && asked.at[0]->index[2].base == 0);
    arena_free(arena);
}
END_TEST

START_TEST(a_piece_begins_in_its_rows)
{
    Arena *arena = arena_new();
    Asked asked = asked_of(arena, padded, CACHE);
    ck_assert_int_eq(asked.n, 2);
    const Stmt *s = asked.at[0];
    ck_assert_str_eq(s->buffer->name, "x");
    for (int d = 2; d < 4; d++) /* not from the border, at -1 */
        ck_assert(s->index[d].n == 0 && s->index[d].base == 0);
    arena_free(arena);
}
END_TEST

START_TEST(once_for_an_array)
{
    Arena *arena = arena_new();
    ck_assert_int_eq(asked_of(arena, twice, CACHE).n, 1);
    arena_free(arena);
}
END_TEST

START_TEST(streams_come_by_themselves)
{
    Arena *arena = arena_new();
    ck_assert_int_eq(asked_of(arena, stream, CACHE).n, 0);
    ck_assert_int_eq(asked_of(arena, downwards, CACHE).n, 0);
    arena_free(arena);
}
END_TEST

START_TEST(what_is_in_the_cache_is_there)
{
    Arena *arena = arena_new();
    ck_assert_int_eq(asked_of(arena, channel_sums, 2 * CACHE).n, 1); /* as large */
    ck_assert_int_eq(asked_of(arena, channel_sums, 2 * CACHE + 1).n, 0);
    arena_free(arena);
}
END_TEST

/* Then a sixteenth of the cache is large. */
START_TEST(what_comes_from_beyond_is_not_there)
{
    Arena *arena = arena_new();
    ck_assert_int_eq(asked_of(arena, small_sums, CACHE).n, 0);
    ck_assert_int_eq(asked_from(arena, small_sums, CACHE, true).n, 1);
    ck_assert_int_eq(asked_from(arena, small_sums, CACHE + 16, true).n, 0);
    arena_free(arena);
}
END_TEST

START_TEST(tiles_ask_for_the_next_image)
{
    Arena *arena = arena_new();
    Asked asked = asked_of(arena, convolution, CACHE);
    ck_assert_int_eq(asked.n, 2);
    check_asked(asked.at[0], "x", 73984, 73984, 16);
    check_asked(asked.at[1], "y", 65536, 65536, 16);
    arena_free(arena);
}
END_TEST

START_TEST(a_piece_may_have_a_border)
{
    Arena *arena = arena_new();
    Asked asked = asked_of(arena, masked, CACHE);
    ck_assert_int_eq(asked.n, 3);
    check_asked(asked.at[1], "m", 73984, 73704, 16);
    arena_free(arena);
}
END_TEST

START_TEST(a_piece_has_room_in_the_cache)
{
    Arena *arena = arena_new();
    /* 3/32 of it: the image no longer has room, but the result */
    Asked asked = asked_of(arena, convolution, 720000);
    ck_assert_int_eq(asked.n, 1);
    check_asked(asked.at[0], "y", 65536, 65536, 16);
    arena_free(arena);
}
END_TEST

START_TEST(a_second_walk_asks_for_what_comes)
{
    Arena *arena = arena_new();
    Asked asked = asked_of(arena, rows_stored, CACHE);
    ck_assert_int_eq(asked.n, 1);
    check_asked(asked.at[0], "y", 0, 40000, 625); /* this turn's, a line at a time */
    asked = asked_of(arena, rows_double, CACHE);
    ck_assert_int_eq(asked.n, 1);
    check_asked(asked.at[0], "y", 0, 80000, 625);
    arena_free(arena);
}
END_TEST

START_TEST(or_for_the_next_row)
{
    Arena *arena = arena_new();
    Asked asked = asked_of(arena, rows_summed, CACHE);
    ck_assert_int_eq(asked.n, 1);
    check_asked(asked.at[0], "x", 40004, 40000, 625);
    arena_free(arena);
}
END_TEST

START_TEST(rows_have_room_and_are_worth_it)
{
    Arena *arena = arena_new();
    ck_assert_int_eq(asked_of(arena, rows_few, CACHE).n, 0);
    ck_assert_int_eq(asked_of(arena, rows_part, CACHE).n, 0);
    ck_assert_int_eq(asked_of(arena, rows_part, CACHE / 8).n, 1);
    ck_assert_int_eq(asked_of(arena, rows_short, CACHE).n, 0);
    ck_assert_int_eq(asked_of(arena, rows_longest, CACHE).n, 1);
    ck_assert_int_eq(asked_of(arena, rows_too_long, CACHE).n, 0);
    arena_free(arena);
}
END_TEST

START_TEST(tiles_take_some_of_each_row)
{
    Arena *arena = arena_new();
    Asked asked = asked_of(arena, tiles_of_rows, CACHE);
    ck_assert_int_eq(asked.n, 2);
    check_asked(asked.at[0], "add", 16384, 256, 1); /* eight rows on */
    check_asked(asked.at[1], "y", 16384, 256, 1);
    ck_assert_int_eq(asked_of(arena, tiles_of_rows, 2 * CACHE + 1).n, 0);
    ck_assert_int_eq(asked_of(arena, tiles_of_all, CACHE / 8).n, 0);
    arena_free(arena);
}
END_TEST

Suite *ahead_suite(void)
{
    Suite *suite = suite_create("ahead");
    TCase *ask = tcase_create("ask");
    tcase_add_test(ask, pieces_of_a_walk);
    tcase_add_test(ask, a_piece_begins_where_it_is_least);
    tcase_add_test(ask, a_piece_begins_in_its_rows);
    tcase_add_test(ask, once_for_an_array);
    tcase_add_test(ask, streams_come_by_themselves);
    tcase_add_test(ask, what_is_in_the_cache_is_there);
    tcase_add_test(ask, what_comes_from_beyond_is_not_there);
    tcase_add_test(ask, tiles_ask_for_the_next_image);
    tcase_add_test(ask, a_piece_may_have_a_border);
    tcase_add_test(ask, a_piece_has_room_in_the_cache);
    tcase_add_test(ask, a_second_walk_asks_for_what_comes);
    tcase_add_test(ask, or_for_the_next_row);
    tcase_add_test(ask, rows_have_room_and_are_worth_it);
    tcase_add_test(ask, tiles_take_some_of_each_row);
    suite_add_tcase(suite, ask);
    return suite;
}

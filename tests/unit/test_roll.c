/*
 * test_roll.c - keys that repeat themselves, arrays that are kin, and the places that
 * work arrays get: kin side by side or at one place, and never two at the same time.
 */
#include "loop.h"

#include <string.h>

#include <check.h> /* last: it defines a macro called fail */

enum { MOST = 64 };

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

/* ---- repeats ---- */

static Repeat repeat_of(const char *text)
{
    const void *key[MOST];
    static const char letters[256];
    int n = (int)strlen(text);
    for (int i = 0; i < n; i++)
        key[i] = &letters[(unsigned char)text[i]];
    return find_repeat(key, 0, n);
}

static void expect(const char *text, int first, int period, int turns, int slack)
{
    Repeat found = repeat_of(text);
    ck_assert_msg(found.turns == turns, "%s: %d turns", text, found.turns);
    if (turns == 0)
        return;
    ck_assert_msg(found.first == first && found.period == period &&
                      found.slack == slack,
                  "%s: first %d, period %d, slack %d", text, found.first, found.period,
                  found.slack);
}

START_TEST(repeats)
{
    expect("", 0, 0, 0, 0);
    expect("abcdefghijklmnop", 0, 0, 0, 0);
    expect("abcdabcd", 0, 0, 0, 0); /* two turns are too few */
    expect("xabababy", 0, 0, 0, 0); /* three of two save too little */
    expect("abcdabcdabcd", 0, 4, 3, 0);
    expect("xxabcdabcdabcdyy", 2, 4, 3, 0);
    expect("aaaaaaaaaa", 0, 1, 10, 0);
    expect("xababababababy", 1, 2, 6, 0);
    /* the last turn of the row may begin later: cdab cdab cdab, one slack */
    expect("zabcdabcdabcdab", 3, 4, 3, 2);
    /* the longer one counts */
    expect("aaaaaaaaabcdefbcdefbcdefbcdef", 9, 5, 4, 0);
}
END_TEST

START_TEST(repeats_stay_within_their_range)
{
    static const char letter[4];
    const void *key[24];
    for (int i = 0; i < 24; i++)
        key[i] = &letter[i % 4];
    Repeat found = find_repeat(key, 5, 21);
    ck_assert_int_eq(found.turns, 4);
    ck_assert_int_eq(found.first, 5);
    ck_assert_int_eq(found.slack, 0);
}
END_TEST

/* ---- kin ---- */

/* A work array of n floats, alive from call `first` to call `last`. */
static Buffer *work(int64_t n, int first, int last)
{
    Buffer *b = NEW(arena, Buffer);
    *b = (Buffer){.kind = B_WORK, .name = "b", .shape = shape_of(1, &n)};
    b->first = first;
    b->last = last;
    b->id = r->buffers.n;
    PUSH(arena, r->buffers, b);
    return b;
}

static void call(Kernel *same, Buffer *from, Buffer *to)
{
    Call *c = NEW(arena, Call);
    Kernel *k = NEW(arena, Kernel);
    k->same = same;
    PUSH(arena, k->params, from);
    PUSH(arena, k->params, to);
    c->kernel = k;
    PUSH(arena, r->calls, c);
}

/* Three turns of four calls: h1 = a(h), h2 = b(h1), h3 = a(h2), h4 = c(h3). */
START_TEST(kin_stand_in_one_place_of_the_turns)
{
    Kernel a = {0}, b = {0}, c = {0};
    Buffer *h[13];
    for (int i = 0; i < 13; i++)
        h[i] = work(i == 6 ? 5 : 4, i, i + 1);
    for (int i = 0; i < 12; i++)
        call(i % 4 == 1 ? &b : i % 4 == 3 ? &c : &a, h[i], h[i + 1]);
    find_kin(arena, &r->calls);
    ck_assert_ptr_eq(buffer_kin(h[1]), h[1]);
    ck_assert_ptr_eq(buffer_kin(h[5]), h[1]);
    ck_assert_ptr_eq(buffer_kin(h[9]), h[1]);
    ck_assert_ptr_eq(buffer_kin(h[12]), h[0]); /* the results are what comes next */
    ck_assert_ptr_eq(buffer_kin(h[3]), h[3]);
    ck_assert_ptr_eq(buffer_kin(h[6]), h[6]); /* of another size */
}
END_TEST

static void make_kin(int n, Buffer **b)
{
    for (int i = 1; i < n; i++)
        b[i]->kin = b[0];
}

static void check_places(void)
{
    for (int i = 0; i < r->work.n; i++)
        for (int k = 0; k < i; k++) {
            const Buffer *a = r->work.at[i], *b = r->work.at[k];
            bool alive = a->first <= b->last && b->first <= a->last;
            bool over = a->offset < b->offset + buffer_bytes(b) &&
                        b->offset < a->offset + buffer_bytes(a);
            ck_assert_msg(!alive || !over, "%d over %d", a->id, b->id);
        }
}

START_TEST(kin_that_live_together_lie_side_by_side)
{
    Buffer *b[4];
    for (int i = 0; i < 4; i++) {
        b[i] = work(100, i, 20 - i);
        work(70 + i, i, i + 1);
    }
    make_kin(4, b);
    place_work(arena, r, false);
    check_places();
    ck_assert_int_eq(r->work.n, 8);
    int64_t step = b[1]->offset - b[0]->offset;
    ck_assert_int_eq(step < 0 ? -step : step, 400);
    ck_assert_int_eq(b[2]->offset - b[1]->offset, step);
    ck_assert_int_eq(b[3]->offset - b[2]->offset, step);
}
END_TEST

START_TEST(kin_that_live_one_at_a_time_lie_at_one_place)
{
    Buffer *b[4];
    for (int i = 0; i < 4; i++) {
        b[i] = work(100, 2 * i, 2 * i + 1);
        work(60, 0, 2 * i);
    }
    make_kin(4, b);
    place_work(arena, r, false);
    check_places();
    for (int i = 1; i < 4; i++)
        ck_assert_int_eq(b[i]->offset, b[0]->offset);
    ck_assert_int_eq(r->work_bytes, 4 * (100 + 4 * 60));
}
END_TEST

START_TEST(kin_of_which_two_meet_are_no_single_place)
{
    Buffer *b[3] = {work(100, 0, 1), work(100, 2, 5), work(100, 4, 7)};
    make_kin(3, b);
    place_work(arena, r, false);
    check_places();
}
END_TEST

/* Only neighbours meet: two places would do for all of them. */
START_TEST(kin_go_apart_where_that_saves_memory)
{
    Buffer *b[30];
    for (int i = 0; i < 30; i++)
        b[i] = work(1024, i, i + 1);
    make_kin(30, b);
    place_work(arena, r, false);
    check_places();
    ck_assert_int_eq(r->work_bytes, 4 * 2048);
}
END_TEST

START_TEST(a_naive_plan_shares_nothing)
{
    Buffer *b[3];
    for (int i = 0; i < 3; i++)
        b[i] = work(10, i, i);
    make_kin(2, b);
    place_work(arena, r, true);
    ck_assert_int_eq(r->work_bytes, 4 * 30);
}
END_TEST

Suite *roll_suite(void)
{
    Suite *s = suite_create("roll");
    TCase *t = tcase_create("roll");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, repeats);
    tcase_add_test(t, repeats_stay_within_their_range);
    tcase_add_test(t, kin_stand_in_one_place_of_the_turns);
    tcase_add_test(t, kin_that_live_together_lie_side_by_side);
    tcase_add_test(t, kin_that_live_one_at_a_time_lie_at_one_place);
    tcase_add_test(t, kin_of_which_two_meet_are_no_single_place);
    tcase_add_test(t, kin_go_apart_where_that_saves_memory);
    tcase_add_test(t, a_naive_plan_shares_nothing);
    suite_add_tcase(s, t);
    return s;
}

/*
 * test_affine.c - affine indices: how they add up, when they are the same, and that one
 * which does not fit 64 bits, or has too many counters, ends the compilation.
 */
#include "loop.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *affine_suite(void);

enum { COUNTERS = MAX_TERMS + 1 };

static Var counter[COUNTERS];

static void setup(void)
{
    for (int i = 0; i < COUNTERS; i++)
        counter[i] = (Var){.name = "i", .extent = 5, .id = i};
}

/* base + a * counter[0] + b * counter[1] */
static Index affine(int64_t base, int64_t a, int64_t b)
{
    Index x = index_scale(index_var(&counter[0]), a);
    x = index_add(x, index_scale(index_var(&counter[1]), b));
    return index_add(x, index_num(base));
}

START_TEST(terms_are_ordered_and_none_is_zero)
{
    Index late = affine(1, 0, 2), early = affine(3, 7, 0);
    Index sum = index_add(late, early);
    ck_assert_int_eq(sum.n, 2);
    ck_assert_ptr_eq(sum.term[0].var, &counter[0]);
    ck_assert_int_eq(sum.term[1].coef, 2);
    ck_assert_int_eq(sum.base, 4);
    Index less = index_add(affine(0, 7, 2), affine(0, -7, 1));
    ck_assert_int_eq(less.n, 1);
    ck_assert_ptr_eq(less.term[0].var, &counter[1]);
    ck_assert_int_eq(less.term[0].coef, 3);
    ck_assert_int_eq(affine(0, 0, 0).n, 0);
}
END_TEST

START_TEST(indices_are_the_same_in_all_they_hold)
{
    Index x = affine(1, 2, 3), other[] = {affine(0, 2, 3), affine(1, 2, 0),
                                          affine(1, 4, 3), affine(1, 2, 3)};
    other[3].term[1].var = &counter[2];
    Index divided = x;
    divided.div = 2;
    ck_assert(index_same(&x, &x));
    ck_assert(!index_same(&x, &divided));
    for (int i = 0; i < 4; i++)
        ck_assert(!index_same(&x, &other[i]));
}
END_TEST

START_TEST(ranges_know_signs)
{
    int64_t lo, hi;
    Index x = affine(10, -2, 3);
    index_range(&x, &lo, &hi);
    ck_assert_int_eq(lo, 10 - 2 * 4);
    ck_assert_int_eq(hi, 10 + 3 * 4);
}
END_TEST

START_TEST(a_step_beyond_64_bits)
{
    index_scale(affine(0, INT64_MAX, 0), 2);
}
END_TEST

START_TEST(a_place_beyond_64_bits)
{
    index_add(index_num(INT64_MAX), index_num(1));
}
END_TEST

START_TEST(too_many_counters)
{
    Index x = index_num(0);
    for (int i = 0; i < COUNTERS; i++)
        x = index_add(x, index_var(&counter[i]));
}
END_TEST

Suite *affine_suite(void)
{
    Suite *s = suite_create("affine");
    TCase *t = tcase_create("affine");
    tcase_add_checked_fixture(t, setup, NULL);
    tcase_add_test(t, terms_are_ordered_and_none_is_zero);
    tcase_add_test(t, indices_are_the_same_in_all_they_hold);
    tcase_add_test(t, ranges_know_signs);
    tcase_add_exit_test(t, a_step_beyond_64_bits, EXIT_LIMIT);
    tcase_add_exit_test(t, a_place_beyond_64_bits, EXIT_LIMIT);
    tcase_add_exit_test(t, too_many_counters, EXIT_LIMIT);
    suite_add_tcase(s, t);
    return s;
}

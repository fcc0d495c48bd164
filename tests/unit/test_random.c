/*
 * test_random.c - the counter-based random numbers: the generator against its
 * authors' known answers, and what is made of its words.
 */
#include <stdint.h>
#include <string.h>

#include "../../runtime/mf_random.h"
#include "tolerance.h"

#include <check.h> /* last: it defines a macro called fail */

static void check_block(MfBlock counter, uint32_t key0, uint32_t key1, MfBlock want)
{
    MfBlock x = mf_philox(counter, key0, key1);
    ck_assert_uint_eq(x.a, want.a);
    ck_assert_uint_eq(x.b, want.b);
    ck_assert_uint_eq(x.c, want.c);
    ck_assert_uint_eq(x.d, want.d);
}

/* The three vectors for philox4x32, 10 rounds, of Random123's kat_vectors. */
START_TEST(philox_has_its_known_answers)
{
    check_block((MfBlock){0, 0, 0, 0}, 0, 0,
                (MfBlock){0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    uint32_t ones = 0xffffffff;
    check_block((MfBlock){ones, ones, ones, ones}, ones, ones,
                (MfBlock){0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    check_block((MfBlock){0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0xa4093822,
                0x299f31d0, (MfBlock){0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}
END_TEST

/* Streams are printed into generated files: this function may never change. */
START_TEST(streams_do_not_move)
{
    ck_assert_uint_eq(mf_hash(""), 0xefd01f60ba992926);
    ck_assert_uint_eq(mf_hash("a"), 0x82a2a958a9bece5b);
    ck_assert_uint_ne(mf_hash("dropout1"), mf_hash("dropout2"));
}
END_TEST

START_TEST(a_row_is_its_elements)
{
    const uint64_t starts[] = {0, 1, 2, 3, 4, 61, (uint64_t)0xfffffff0 << 2, 1u << 31};
    for (size_t k = 0; k < sizeof starts / sizeof *starts; k++)
        for (int n = 0; n < 140; n++) {
            float row[141] = {0};
            row[n] = 5;
            mf_uniform_rowf(7, 9, ((uint64_t)3 << 32) + 11, starts[k], n, row);
            for (int i = 0; i < n; i++)
                ck_assert(row[i] == mf_uniformf(7, 9, ((uint64_t)3 << 32) + 11,
                                                starts[k] + (uint64_t)i));
            ck_assert(row[n] == 5);
        }
}
END_TEST

enum { DRAWS = 100000, BINS = 10 };

/* Mean, variance and the distribution over ten bins; 5 standard deviations. */
static void check_uniform(double (*draw)(uint64_t element))
{
    double sum = 0, squares = 0;
    int bin[BINS] = {0}, outside = 0;
    for (uint64_t i = 0; i < DRAWS; i++) {
        double u = draw(i);
        outside += !(u >= 0 && u < 1);
        sum += u;
        squares += u * u;
        bin[(int)(u * BINS) % BINS]++;
    }
    ck_assert_int_eq(outside, 0);
    double mean = sum / DRAWS, chi2 = 0;
    ck_assert_double_eq_tol(mean, 0.5, TOL_SIGMAS * 0.2886751 / 316.2278);
    ck_assert_double_eq_tol(squares / DRAWS - mean * mean, 1.0 / 12,
                            TOL_SIGMAS * 0.0745356 / 316.2278);
    for (int k = 0; k < BINS; k++) {
        double d = bin[k] - DRAWS / BINS;
        chi2 += d * d / (DRAWS / BINS);
    }
    ck_assert_double_lt(chi2, BINS - 1 + TOL_SIGMAS * 4.2426407);
}

static double draw_float(uint64_t i)
{
    return mf_uniformf(1, 2, 3, i);
}

static double draw_double(uint64_t i)
{
    return mf_uniform(1, 2, 3, i);
}

static double draw_by_step(uint64_t i)
{
    return mf_uniformf(1, 2, i, 0);
}

static double draw_by_seed(uint64_t i)
{
    return mf_uniformf(i, 2, 3, 0);
}

static double draw_by_stream(uint64_t i)
{
    return mf_uniformf(1, i, 3, 0);
}

static double draw_below(uint64_t i)
{
    return (double)mf_random_below(1, 2, 3, i, 1000) / 1000 + 0.0005;
}

START_TEST(draws_are_uniform)
{
    check_uniform(draw_float);
    check_uniform(draw_double);
    check_uniform(draw_by_step);
    check_uniform(draw_by_seed);
    check_uniform(draw_by_stream);
    check_uniform(draw_below);
}
END_TEST

/* The product of 128 bits by shift and add, bit by bit. */
static uint64_t product_high(uint64_t a, uint64_t b)
{
    uint64_t high = 0, low = 0;
    for (int i = 63; i >= 0; i--) {
        high = high << 1 | low >> 63;
        low <<= 1;
        if (a >> i & 1) {
            low += b;
            high += low < b;
        }
    }
    return high;
}

START_TEST(below_is_the_upper_half_of_a_product)
{
    static const uint64_t some[] = {0,
                                    1,
                                    2,
                                    3,
                                    506,
                                    0xffffffff,
                                    0x100000000,
                                    0x123456789abcdef0,
                                    0xffffffffffffffff};
    for (uint64_t i = 0; i < 1000; i++)
        for (size_t k = 0; k < sizeof some / sizeof some[0]; k++) {
            uint64_t x = mf_random(5, 6, 7, i), n = some[k];
            uint64_t y = mf_random_below(5, 6, 7, i, n);
            ck_assert_uint_eq(y, product_high(x, n));
            ck_assert(y < n || n == 0);
        }
}
END_TEST

Suite *random_suite(void)
{
    Suite *suite = suite_create("random");
    TCase *tc = tcase_create("random");
    tcase_add_test(tc, philox_has_its_known_answers);
    tcase_add_test(tc, streams_do_not_move);
    tcase_add_test(tc, a_row_is_its_elements);
    tcase_add_test(tc, draws_are_uniform);
    tcase_add_test(tc, below_is_the_upper_half_of_a_product);
    suite_add_tcase(suite, tc);
    return suite;
}

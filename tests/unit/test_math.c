/*
 * test_math.c - the functions of mf_math.h: their largest error in ulp over a
 * sample of all arguments (tests/long/ulp.c takes every float), their values at
 * the edges, and those that must be exact.
 */
#include <fenv.h>
#include <stdint.h>
#include <stdlib.h>

#include "../../runtime/mf_random.h"
#include "math_rows.h"
#include "tolerance.h"

#include "../../runtime/mf_lanes.h" /* needs mf_math.h, which math_rows.h has */

#include <check.h> /* last: it defines a macro called fail */

static const double edges[] = {0.0,       -0.0,     0x1p-1074, -0x1p-1074, 0x1p-149,
                               -0x1p-149, 0x1p-126, 0x1p-30,   0.25,       0.5,
                               -0.5,      1.0,      -1.0,      1.5,        2.0,
                               -2.0,      3.0,      -3.0,      1e4,        0x1p24,
                               0x1p53,    -0x1p53,  1e30,      -1e30,      INFINITY,
                               -INFINITY, NAN};
enum { EDGES = sizeof edges / sizeof edges[0] };

/* The same number, sign of zero included; NaN is NaN. */
static bool same(double a, double b)
{
    return (isnan(a) && isnan(b)) || (a == b && !signbit(a) == !signbit(b));
}

/* Only a failure is told to the runner: each ck_assert is a system call. */
static void check_float(const MathRow *row, float x)
{
    double ulp = ulp_float(row->narrow_reference(x), row->narrow(x));
    if (ulp > TOL_ULP)
        ck_abort_msg("%sf(%a) is %a: %g ulp", row->name, (double)x,
                     (double)row->narrow(x), ulp);
}

static void check_double(const MathRow *row, double x)
{
    double ulp = ulp_double(row->wide_reference(x), row->wide(x));
    if (ulp > TOL_ULP)
        ck_abort_msg("%s(%a) is %a: %g ulp", row->name, x, row->wide(x), ulp);
}

/* Every float pattern in steps of a prime, then where the functions bend. */
START_TEST(floats_are_close)
{
    const MathRow *row = &math_rows[_i];
    for (uint64_t bits = 0; bits < UINT64_C(1) << 32; bits += 20011)
        check_float(row, mf_from_bitsf((uint32_t)bits));
    for (int i = -200000; i <= 200000; i++)
        check_float(row, (float)i * 0.0005f);
}
END_TEST

START_TEST(doubles_are_close)
{
    const MathRow *row = &math_rows[_i];
    static const double scale[] = {1, 4, 40, 800, 1e9};
    for (uint64_t i = 0; i < 40000; i++) {
        check_double(row, mf_from_bits(mf_random(1, 0, 0, i)));
        for (uint64_t k = 0; k < 5; k++)
            check_double(row, scale[k] * (2 * mf_uniform(1, 1, k, i) - 1));
    }
}
END_TEST

/* Zeros keep their sign, infinities and NaN are what C11 Annex F says. */
START_TEST(edges_are_exact)
{
    const MathRow *row = &math_rows[_i];
    for (int i = 0; i < EDGES; i++) {
        double x = edges[i], exact = (double)row->wide_reference(x);
        if (x == 0 || isinf(x) || isnan(x) || isinf(exact) || isnan(exact)) {
            ck_assert_msg(same(row->wide(x), exact), "%s(%g) is %g", row->name, x,
                          row->wide(x));
            float y = (float)x;
            ck_assert_msg(same(row->narrow(y), (float)row->narrow_reference(y)),
                          "%sf(%g) is %g", row->name, (double)y,
                          (double)row->narrow(y));
        }
        check_float(row, (float)x);
        check_double(row, x);
    }
}
END_TEST

/* Denormal numbers on the way to 0 take some processors ten times as long: far out, a
 * function comes to none. */
START_TEST(far_out_nothing_is_denormal)
{
    static const double far[] = {105, 751, 1e4, 1e9, INFINITY};
    const MathRow *row = &math_rows[_i];
    for (int i = 0; i < 10; i++) {
        double x = i % 2 == 0 ? far[i / 2] : -far[i / 2];
        feclearexcept(FE_ALL_EXCEPT);
        row->narrow((float)x);
        ck_assert_msg(!fetestexcept(FE_UNDERFLOW), "%sf(%g)", row->name, x);
        if (i >= 2)
            row->wide(x);
        ck_assert_msg(!fetestexcept(FE_UNDERFLOW), "%s(%g)", row->name, x);
    }
}
END_TEST

START_TEST(odd_functions_are_odd)
{
    static const int odd[] = {4, 6, 7, 8}; /* sin, atan, tanh, erf */
    for (int k = 0; k < 4; k++)
        for (uint64_t i = 0; i < 10000; i++) {
            const MathRow *row = &math_rows[odd[k]];
            double x = 10 * mf_uniform(2, 0, 0, i);
            ck_assert(same(row->wide(-x), -row->wide(x)));
            ck_assert(same(row->narrow((float)-x), -row->narrow((float)x)));
        }
}
END_TEST

/* Doubles and floats next to a multiple of pi/2, where a reduction that drops bits
 * shows at once, and the ends of the ranges of the two reductions. */
START_TEST(angles_are_reduced_exactly)
{
    static const double hard[] = {0x1.6ac5b262ca1ffp849,
                                  0x1.921fb54442d18p0,
                                  0x1.6c6cbc45dc8dep5,
                                  0x1.ffffffffffffp31,
                                  0x1p32,
                                  0x1.0000000000001p32,
                                  0x1p1023,
                                  0x1.fffffffffffffp1023,
                                  0x1.2d97c7f3321d2p2,
                                  1e22};
    static const float hardf[] = {0x1.fffffep48f, 0x1p49f,  0x1.fffffep74f,
                                  0x1p75f,        0x1p101f, 0x1.fffffep127f,
                                  0x1.921fb6p0f,  1e22f,    0x1.36fca6p10f};
    for (size_t i = 0; i < sizeof hard / sizeof hard[0]; i++)
        for (int row = 4; row <= 5; row++)
            check_double(&math_rows[row], hard[i]);
    for (size_t i = 0; i < sizeof hardf / sizeof hardf[0]; i++)
        for (int row = 4; row <= 5; row++)
            check_float(&math_rows[row], hardf[i]);
    ck_assert(mf_sin(0x1.6ac5b262ca1ffp849) == 1.0);
    for (uint64_t i = 0; i < 20000; i++) {
        double x = (double)(int64_t)(mf_random(3, 0, 0, i) >> (i % 50 + 10)) *
                   0x1.921fb54442d18p0;
        check_double(&math_rows[4], x);
        check_double(&math_rows[5], x);
        check_float(&math_rows[4], (float)x);
        check_float(&math_rows[5], (float)x);
    }
}
END_TEST

static void check_pow(double x, double z)
{
    double ulp = ulp_double(powl(x, z), mf_pow(x, z));
    if (ulp > TOL_ULP)
        ck_abort_msg("pow(%a, %a) is %a: %g ulp", x, z, mf_pow(x, z), ulp);
    float a = (float)x, b = (float)z;
    ulp = ulp_float(pow(a, b), mf_powf(a, b));
    if (ulp > TOL_ULP)
        ck_abort_msg("powf(%a, %a) is %a: %g ulp", (double)a, (double)b,
                     (double)mf_powf(a, b), ulp);
}

START_TEST(powers_are_close)
{
    for (uint64_t i = 0; i < 40000; i++) {
        double x = exp(6 * mf_uniform(4, 0, 0, i) - 3);
        double z = 200 * mf_uniform(4, 1, 0, i) - 100;
        check_pow(x, z);
        check_pow(-x, rint(z));
        check_pow(x, 8 * z);
        check_pow(mf_from_bits(mf_random(4, 2, 0, i)), 2 * mf_uniform(4, 3, 0, i) - 1);
        check_pow(mf_from_bitsf((uint32_t)mf_random(4, 2, 0, i)), 0.01 * z);
        check_pow(1 + 1e-5 * z, 1e4 * z);
    }
}
END_TEST

START_TEST(powers_have_the_edges_of_annex_f)
{
    for (int i = 0; i < EDGES; i++)
        for (int j = 0; j < EDGES; j++) {
            double x = edges[i], z = edges[j], exact = pow(x, z);
            check_pow(x, z);
            if (x == 0 || z == 0 || isinf(x) || isinf(z) || isnan(exact) || x == 1) {
                ck_assert_msg(same(mf_pow(x, z), exact), "pow(%g, %g) is %g", x, z,
                              mf_pow(x, z));
                float a = (float)x, b = (float)z;
                ck_assert_msg(same(mf_powf(a, b), powf(a, b)), "powf(%g, %g) is %g",
                              (double)a, (double)b, (double)mf_powf(a, b));
            }
        }
}
END_TEST

START_TEST(simple_functions_are_exact)
{
    for (int i = 0; i < EDGES; i++) {
        double x = edges[i];
        float y = (float)x;
        ck_assert(same(mf_round(x), rint(x)));
        ck_assert(same(mf_roundf(y), rintf(y)));
        ck_assert(same(mf_abs(x), fabs(x)));
        ck_assert(same(mf_absf(y), fabsf(y)));
        double sign = isnan(x) ? x : (x > 0) - (x < 0);
        ck_assert(same(mf_sign(x), sign));
        sign = isnan(x) ? x : (y > 0) - (y < 0);
        ck_assert(same(mf_signf(y), sign));
        ck_assert(same(mf_relu(x), x < 0 ? 0 : x));
        ck_assert(same(mf_reluf(y), y < 0 ? 0 : y));
        for (int j = 0; j < EDGES; j++) {
            double z = edges[j];
            ck_assert(isnan(x) || isnan(z)
                          ? isnan(mf_max(x, z)) && isnan(mf_min(x, z))
                          : mf_max(x, z) == fmax(x, z) && mf_min(x, z) == fmin(x, z));
            float w = (float)z;
            ck_assert(isnan(y) || isnan(w)
                          ? isnan(mf_maxf(y, w)) && isnan(mf_minf(y, w))
                          : mf_maxf(y, w) == fmaxf(y, w) &&
                                mf_minf(y, w) == fminf(y, w));
        }
    }
    for (int i = -1000; i < 1000; i++) {
        ck_assert(same(mf_round(i * 0.25), rint(i * 0.25)));
        ck_assert(same(mf_roundf((float)i * 0.25f), rintf((float)i * 0.25f)));
    }
}
END_TEST

START_TEST(whole_numbers)
{
    static const int32_t some[] = {0, 1, -1, 7, -7, INT32_MAX, -INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < sizeof some / sizeof some[0]; i++) {
        int32_t x = some[i];
        ck_assert_int_eq(mf_absi(x), x == INT32_MIN ? x : abs(x));
        ck_assert_int_eq(mf_signi(x), x > 0 ? 1 : x < 0 ? -1 : 0);
        ck_assert_int_eq(mf_relui(x), x > 0 ? x : 0);
        for (size_t j = 0; j < sizeof some / sizeof some[0]; j++) {
            ck_assert_int_eq(mf_maxi(x, some[j]), x > some[j] ? x : some[j]);
            ck_assert_int_eq(mf_mini(x, some[j]), x < some[j] ? x : some[j]);
        }
    }
}
END_TEST

/* Casts to whole numbers end at the largest and the least one. */
START_TEST(casts_to_whole_numbers)
{
    static const struct {
        double x;
        int32_t single, real;
    } row[] = {{0.9, 0, 0},
               {-1.9, -1, -1},
               {2147483520.0, 2147483520, 2147483520},
               {2147483647.5, INT32_MAX, INT32_MAX},
               {1e30, INT32_MAX, INT32_MAX},
               {INFINITY, INT32_MAX, INT32_MAX},
               {-2147483520.0, -2147483520, -2147483520},
               {-2147483648.0, INT32_MIN, INT32_MIN},
               {-2147483648.5, INT32_MIN, INT32_MIN},
               {-1e30, INT32_MIN, INT32_MIN},
               {-INFINITY, INT32_MIN, INT32_MIN},
               {NAN, 0, 0}};
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        ck_assert_int_eq(mf_intf((float)row[i].x), row[i].single);
        ck_assert_int_eq(mf_int(row[i].x), row[i].real);
    }
}
END_TEST

/* The place of the largest: a NaN comes before all numbers, the first before others. */
START_TEST(the_first_nan_is_the_largest)
{
    ck_assert(mf_abovef(2, 1) && !mf_abovef(1, 1) && !mf_abovef(0, 1));
    ck_assert(mf_abovef(NAN, INFINITY) && !mf_abovef(NAN, NAN) && !mf_abovef(1, NAN));
    ck_assert(mf_above(2, 1) && !mf_above(1, 1) && !mf_above(0, 1));
    ck_assert(mf_above(NAN, INFINITY) && !mf_above(NAN, NAN) && !mf_above(1, NAN));
    ck_assert(mf_abovei(2, 1) && !mf_abovei(1, 1));
}
END_TEST

Suite *math_suite(void)
{
    Suite *suite = suite_create("math");
    TCase *tc = tcase_create("math");
    tcase_add_loop_test(tc, floats_are_close, 0, MATH_ROWS);
    tcase_add_loop_test(tc, doubles_are_close, 0, MATH_ROWS);
    tcase_add_loop_test(tc, edges_are_exact, 0, MATH_ROWS);
    tcase_add_loop_test(tc, far_out_nothing_is_denormal, 0, MATH_ROWS);
    tcase_add_test(tc, odd_functions_are_odd);
    tcase_add_test(tc, angles_are_reduced_exactly);
    tcase_add_test(tc, powers_are_close);
    tcase_add_test(tc, powers_have_the_edges_of_annex_f);
    tcase_add_test(tc, simple_functions_are_exact);
    tcase_add_test(tc, whole_numbers);
    tcase_add_test(tc, casts_to_whole_numbers);
    tcase_add_test(tc, the_first_nan_is_the_largest);
    suite_add_tcase(suite, tc);
    return suite;
}

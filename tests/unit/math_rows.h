/*
 * math_rows.h - the elementary functions of mf_math.h beside their references,
 * and the distance between the two in ulp. For test_math.c, a sample in seconds,
 * and tests/long/ulp.c, every float.
 *
 * A reference is the C library's long double function, where long double is wider
 * than double; its error of less than one unit in the last place is then below
 * 2^-10 ulp of a double. A float is compared with the double function.
 */
#ifndef MATH_ROWS_H
#define MATH_ROWS_H

#include <math.h>

#include "../../runtime/mf_math.h"

typedef struct MathRow {
    const char *name;
    float (*narrow)(float x);
    double (*wide)(double x);
    double (*narrow_reference)(double x);
    long double (*wide_reference)(long double x);
} MathRow;

static inline double sigmoid_reference(double x)
{
    double e = exp(-fabs(x));
    return x < 0 ? e / (1 + e) : 1 / (1 + e);
}

static inline long double sigmoid_reference_wide(long double x)
{
    long double e = expl(-fabsl(x));
    return x < 0 ? e / (1 + e) : 1 / (1 + e);
}

static inline double softplus_reference(double x)
{
    return isnan(x) ? x : fmax(x, 0) + log1p(exp(-fabs(x)));
}

static inline long double softplus_reference_wide(long double x)
{
    return isnan(x) ? x : fmaxl(x, 0) + log1pl(expl(-fabsl(x)));
}

static const MathRow math_rows[] = {
    {"exp", mf_expf, mf_exp, exp, expl},
    {"expm1", mf_expm1f, mf_expm1, expm1, expm1l},
    {"log", mf_logf, mf_log, log, logl},
    {"log1p", mf_log1pf, mf_log1p, log1p, log1pl},
    {"sin", mf_sinf, mf_sin, sin, sinl},
    {"cos", mf_cosf, mf_cos, cos, cosl},
    {"atan", mf_atanf, mf_atan, atan, atanl},
    {"tanh", mf_tanhf, mf_tanh, tanh, tanhl},
    {"erf", mf_erff, mf_erf, erf, erfl},
    {"sigmoid", mf_sigmoidf, mf_sigmoid, sigmoid_reference, sigmoid_reference_wide},
    {"softplus", mf_softplusf, mf_softplus, softplus_reference,
     softplus_reference_wide},
};

enum { MATH_ROWS = sizeof math_rows / sizeof math_rows[0] };

/* |y - exact| in units of the last of `digits` binary places of the exact value,
 * or of the smallest denormal; 0 if both are NaN. Beyond the largest number,
 * 2^top, an infinity counts as 2^top. */
static inline double ulp_between(long double exact, long double y, int digits, int top)
{
    if (isnan(exact) || isnan(y))
        return isnan(exact) && isnan(y) ? 0 : INFINITY;
    long double limit = ldexpl(1, top);
    exact = exact > limit ? limit : exact < -limit ? -limit : exact;
    y = y > limit ? limit : y < -limit ? -limit : y;
    int e;
    frexpl(exact, &e);
    int least = 3 - top; /* exponent of the smallest normal, as frexp gives it */
    int unit = (e < least || exact == 0 ? least : e > top ? top : e) - digits;
    return (double)ldexpl(fabsl(y - exact), -unit);
}

static inline double ulp_float(double exact, float y)
{
    return ulp_between(exact, y, 24, 128);
}

static inline double ulp_double(long double exact, double y)
{
    return ulp_between(exact, y, 53, 1024);
}

#endif

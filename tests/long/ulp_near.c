/*
 * ulp_near.c - nearly the true values, fast: the C library's double functions on
 * vectors (at most 4 ulp of a double off, which is 2^-27 of a float's). ulp.c looks
 * closer only where these make a new worst case possible. For this file alone:
 * -ffast-math.
 */
#include <math.h>

#include "ulp_near.h"

#define NEAR(name, value)                                                              \
    void near_##name(const double *x, double *y)                                       \
    {                                                                                  \
        for (int i = 0; i < NEAR_BLOCK; i++)                                           \
            y[i] = value;                                                              \
    }

static inline double near_sigmoid_of(double x)
{
    double e = exp(-fabs(x));
    return (x < 0 ? e : 1) / (1 + e);
}

NEAR(exp, exp(x[i]))
NEAR(expm1, expm1(x[i]))
NEAR(log, log(x[i]))
NEAR(log1p, log1p(x[i]))
NEAR(sin, sin(x[i]))
NEAR(cos, cos(x[i]))
NEAR(atan, atan(x[i]))
NEAR(tanh, tanh(x[i]))
NEAR(erf, erf(x[i]))
NEAR(sigmoid, near_sigmoid_of(x[i]))
NEAR(softplus, (x[i] > 0 ? x[i] : 0) + log1p(exp(-fabs(x[i]))))

/*
 * mf_math.h - the mathematics of generated code: inline functions for float
 * (suffix f), double (no suffix) and int32_t (suffix i).
 *
 * Each part below, from one blank line to the next, stands alone: a stand-alone
 * file holds the parts that it uses.
 */
#ifndef MF_MATH_H
#define MF_MATH_H
#include <math.h>
#include <stdint.h>

static inline float mf_expf(float x)
{
    return expf(x);
}

static inline float mf_expm1f(float x)
{
    return expm1f(x);
}

static inline float mf_logf(float x)
{
    return logf(x);
}

static inline float mf_log1pf(float x)
{
    return log1pf(x);
}

static inline float mf_sinf(float x)
{
    return sinf(x);
}

static inline float mf_cosf(float x)
{
    return cosf(x);
}

static inline float mf_tanhf(float x)
{
    return tanhf(x);
}

static inline float mf_erff(float x)
{
    return erff(x);
}

/* 1 / (1 + exp(-x)) */
static inline float mf_sigmoidf(float x)
{
    float e = mf_expf(-fabsf(x)), p = 1.0f / (1.0f + e);
    return x < 0.0f ? e * p : p;
}

/* log(1 + exp(x)) */
static inline float mf_softplusf(float x)
{
    return (x < 0.0f ? 0.0f : x) + mf_log1pf(mf_expf(-fabsf(x)));
}

static inline float mf_powf(float x, float y)
{
    return powf(x, y);
}

/* The larger; NaN where either is. */
static inline float mf_maxf(float a, float b)
{
    return a > b || a != a ? a : b;
}

/* The smaller; NaN where either is. */
static inline float mf_minf(float a, float b)
{
    return a < b || a != a ? a : b;
}

static inline float mf_absf(float x)
{
    return fabsf(x);
}

/* -1, 0 or 1; NaN for NaN. */
static inline float mf_signf(float x)
{
    return x > 0.0f ? 1.0f : x < 0.0f ? -1.0f : x;
}

/* To the nearest whole number, halves to the even one. */
static inline float mf_roundf(float x)
{
    return rintf(x);
}

/* max(x, 0); NaN for NaN, and +0 for -0. */
static inline float mf_reluf(float x)
{
    return x <= 0.0f ? 0.0f : x;
}

static inline double mf_exp(double x)
{
    return exp(x);
}

static inline double mf_expm1(double x)
{
    return expm1(x);
}

static inline double mf_log(double x)
{
    return log(x);
}

static inline double mf_log1p(double x)
{
    return log1p(x);
}

static inline double mf_sin(double x)
{
    return sin(x);
}

static inline double mf_cos(double x)
{
    return cos(x);
}

static inline double mf_tanh(double x)
{
    return tanh(x);
}

static inline double mf_erf(double x)
{
    return erf(x);
}

/* 1 / (1 + exp(-x)) */
static inline double mf_sigmoid(double x)
{
    double e = mf_exp(-fabs(x)), p = 1.0 / (1.0 + e);
    return x < 0.0 ? e * p : p;
}

/* log(1 + exp(x)) */
static inline double mf_softplus(double x)
{
    return (x < 0.0 ? 0.0 : x) + mf_log1p(mf_exp(-fabs(x)));
}

static inline double mf_pow(double x, double y)
{
    return pow(x, y);
}

/* The larger; NaN where either is. */
static inline double mf_max(double a, double b)
{
    return a > b || a != a ? a : b;
}

/* The smaller; NaN where either is. */
static inline double mf_min(double a, double b)
{
    return a < b || a != a ? a : b;
}

static inline double mf_abs(double x)
{
    return fabs(x);
}

/* -1, 0 or 1; NaN for NaN. */
static inline double mf_sign(double x)
{
    return x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : x;
}

/* To the nearest whole number, halves to the even one. */
static inline double mf_round(double x)
{
    return rint(x);
}

/* max(x, 0); NaN for NaN, and +0 for -0. */
static inline double mf_relu(double x)
{
    return x <= 0.0 ? 0.0 : x;
}

static inline int32_t mf_maxi(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static inline int32_t mf_mini(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* |x|; INT32_MIN stays what it is. */
static inline int32_t mf_absi(int32_t x)
{
    return x < 0 ? (int32_t)(0U - (uint32_t)x) : x;
}

static inline int32_t mf_signi(int32_t x)
{
    return (x > 0) - (x < 0);
}

static inline int32_t mf_relui(int32_t x)
{
    return x > 0 ? x : 0;
}

#endif

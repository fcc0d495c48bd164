/*
 * mf_scalar.h - operators of a few instructions, for floats and integers: the larger
 * and the smaller, signs, rounding, and integers that wrap (see mf_math.h).
 */
#ifndef MF_SCALAR_H
#define MF_SCALAR_H
#include "mf_float.h"

/* The larger; NaN where either is. */
static inline float mf_maxf(float a, float b)
{
    float m = a > b ? a : b;
    return a == a ? m : a;
}

static inline double mf_max(double a, double b)
{
    double m = a > b ? a : b;
    return a == a ? m : a;
}

static inline int32_t mf_maxi(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* The smaller; NaN where either is. */
static inline float mf_minf(float a, float b)
{
    float m = a < b ? a : b;
    return a != a ? a : m;
}

static inline double mf_min(double a, double b)
{
    double m = a < b ? a : b;
    return a != a ? a : m;
}

static inline int32_t mf_mini(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* -x, which no compiler joins with the fused multiply-add that made x: gcc 12 takes
 * -fma(a, b, c) for fma(-a, b, -c), but zeros then have the other sign. */
static inline float mf_negf(float x)
{
    return mf_from_bitsf(mf_bitsf(x) ^ 0x80000000U);
}

static inline double mf_neg(double x)
{
    return mf_from_bits(mf_bits(x) ^ 0x8000000000000000U);
}

/* The number as a float, 0 where it is 0: gcc 12 makes (float)(int)x a trunc. */
static inline float mf_realf(int32_t i)
{
    return i == 0 ? 0.0f : (float)i;
}

static inline double mf_real(int32_t i)
{
    return i == 0 ? 0.0 : (double)i;
}

static inline float mf_absf(float x)
{
    return fabsf(x);
}

static inline double mf_abs(double x)
{
    return fabs(x);
}

/* Integers wrap; C leaves an overflow open but for unsigned ones. */
static inline int32_t mf_addi(int32_t a, int32_t b)
{
    return (int32_t)((uint32_t)a + (uint32_t)b);
}

static inline int32_t mf_subi(int32_t a, int32_t b)
{
    return (int32_t)((uint32_t)a - (uint32_t)b);
}

static inline int32_t mf_muli(int32_t a, int32_t b)
{
    return (int32_t)((uint32_t)a * (uint32_t)b);
}

static inline int32_t mf_negi(int32_t x)
{
    return (int32_t)(0U - (uint32_t)x);
}

/* |x|; INT32_MIN stays what it is. */
static inline int32_t mf_absi(int32_t x)
{
    return x < 0 ? (int32_t)(0U - (uint32_t)x) : x;
}

/* -1, 0 or 1; NaN for NaN. */
static inline float mf_signf(float x)
{
    float y = x < 0.0f ? -1.0f : x;
    y = x > 0.0f ? 1.0f : y;
    return x == 0.0f ? 0.0f : y;
}

static inline double mf_sign(double x)
{
    double y = x < 0.0 ? -1.0 : x;
    y = x > 0.0 ? 1.0 : y;
    return x == 0.0 ? 0.0 : y;
}

static inline int32_t mf_signi(int32_t x)
{
    return (x > 0) - (x < 0);
}

/* To the nearest whole number, halves to the even one. */
static inline float mf_roundf(float x)
{
    float a = fabsf(x), n = (a + 0x1p23f) - 0x1p23f;
    return copysignf(a < 0x1p23f ? n : a, x);
}

static inline double mf_round(double x)
{
    double a = fabs(x), n = (a + 0x1p52) - 0x1p52;
    return copysign(a < 0x1p52 ? n : a, x);
}

/* x, or 0 where it is negative; NaN and -0 stay. */
static inline float mf_reluf(float x)
{
    return x < 0.0f ? 0.0f : x;
}

static inline double mf_relu(double x)
{
    return x < 0.0 ? 0.0 : x;
}

static inline int32_t mf_relui(int32_t x)
{
    return x > 0 ? x : 0;
}

#endif

/*
 * mf_exp.h - exponentials and logarithms: powers of two are put in and taken out as
 * bits, and a polynomial does the rest (see mf_math.h).
 */
#ifndef MF_EXP_H
#define MF_EXP_H
#include "mf_float.h"

/* x 2^(n - 254): in two steps, so that a denormal result is rounded once. */
static inline float mf_scalef(float x, uint32_t n)
{
    uint32_t half = n >> 1;
    return x * mf_from_bitsf(half << 23) * mf_from_bitsf((n - half) << 23);
}

/* x 2^(n - 2046) */
static inline double mf_scale(double x, uint64_t n)
{
    uint64_t half = n >> 1;
    return x * mf_from_bits(half << 52) * mf_from_bits((n - half) << 52);
}

/* exp(x) for |x| <= 104, and 0 for -176: 2^n exp(r), x = n ln 2 + r. Adding 3 2^22 to
 * x / ln 2 rounds it to the whole number n, which then stands in the low bits; 254 more
 * for mf_scalef. (At -176 both powers of two there are 0; from -104 the way to 0 is by
 * denormal numbers, for which some processors take ten times as long.) */
static inline float mf_exp_insidef(float x)
{
    float t = fmaf(x, 0x1.715476p+0f, 12583166.0f), n = t - 12583166.0f;
    float r = fmaf(n, 0x1.05c61p-29f, fmaf(n, -0x1.62e43p-1f, x));
    float p = 0x1.6a5a54p-10f;
    p = fmaf(p, r, 0x1.123aecp-7f);
    p = fmaf(p, r, 0x1.5558a6p-5f);
    p = fmaf(p, r, 0x1.55549p-3f);
    p = fmaf(p, r, 0x1.fffffcp-2f);
    p = fmaf(p, r, 1.0f);
    p = fmaf(p, r, 1.0f);
    return mf_scalef(p, mf_bitsf(t) - 0x4b400000U);
}

/* exp(x) for |x| <= 750, and 0 for -1418 */
static inline double mf_exp_inside(double x)
{
    double t = fma(x, 0x1.71547652b82fep+0, 6755399441057790.0);
    double n = t - 6755399441057790.0;
    double r = fma(n, -0x1.abc9e3b39803fp-56, fma(n, -0x1.62e42fefa39efp-1, x));
    double p = 0x1.ae73f58e691bcp-26;
    p = fma(p, r, 0x1.28a316b124aafp-22);
    p = fma(p, r, 0x1.71de83b6d839fp-19);
    p = fma(p, r, 0x1.a019a629feaf5p-16);
    p = fma(p, r, 0x1.a01a017699d3ap-13);
    p = fma(p, r, 0x1.6c16c17f4f6b1p-10);
    p = fma(p, r, 0x1.1111111118c5bp-7);
    p = fma(p, r, 0x1.55555555520b9p-5);
    p = fma(p, r, 0x1.555555555553ap-3);
    p = fma(p, r, 0x1.0000000000005p-1);
    p = fma(p, r, 1.0);
    p = fma(p, r, 1.0);
    return mf_scale(p, mf_bits(t) - 0x4338000000000000U);
}

/* Beyond the limits it is 0 or infinity. Two selections of x, rather than one of the
 * other: gcc makes better code of them. */
static inline float mf_expf(float x)
{
    float a = x < -104.0f ? -176.0f : x;
    return mf_exp_insidef(x > 104.0f ? 104.0f : a);
}

static inline double mf_exp(double x)
{
    double a = x < -750.0 ? -1418.0 : x;
    return mf_exp_inside(x > 750.0 ? 750.0 : a);
}

/* exp(x) - 1 = (s r + (s - 1)) + s r^2 P(r), s = 2^n, where the first term is nearly
 * exact. 2^128 is no float: it is 2^127, and the result is doubled. */
static inline float mf_expm1f(float x)
{
    float a = x < -18.0f ? -18.0f : x;
    a = x > 89.0f ? 89.0f : a;
    float t = fmaf(a, 0x1.715476p+0f, 12583039.0f), n = t - 12583039.0f;
    float r = fmaf(n, 0x1.05c61p-29f, fmaf(n, -0x1.62e43p-1f, a));
    float p = 0x1.9e0d5ep-13f;
    p = fmaf(p, r, 0x1.6d43aap-10f);
    p = fmaf(p, r, 0x1.111306p-7f);
    p = fmaf(p, r, 0x1.5554fp-5f);
    p = fmaf(p, r, 0x1.555554p-3f);
    p = fmaf(p, r, 0.5f);
    float s = mf_from_bitsf(mf_bitsf(t) << 23);
    s = n > 127.0f ? 0x1p127f : s;
    float y = fmaf(p * r * r, s, fmaf(r, s, s - 1.0f));
    return copysignf(n > 127.0f ? 2.0f * y : y, x);
}

static inline double mf_expm1(double x)
{
    double a = x < -38.0 ? -38.0 : x;
    a = x > 710.0 ? 710.0 : a;
    double t = fma(a, 0x1.71547652b82fep+0, 6755399441056767.0);
    double n = t - 6755399441056767.0;
    double r = fma(n, -0x1.abc9e3b39803fp-56, fma(n, -0x1.62e42fefa39efp-1, a));
    double p = 0x1.1f1ab2e11d0dbp-29;
    p = fma(p, r, 0x1.af5faec5adebbp-26);
    p = fma(p, r, 0x1.27e51313bb065p-22);
    p = fma(p, r, 0x1.71ddf7d24aa7fp-19);
    p = fma(p, r, 0x1.a01a018e12023p-16);
    p = fma(p, r, 0x1.a01a01b0156fdp-13);
    p = fma(p, r, 0x1.6c16c16c1ab0bp-10);
    p = fma(p, r, 0x1.111111110f63bp-7);
    p = fma(p, r, 0x1.555555555554dp-5);
    p = fma(p, r, 0x1.5555555555559p-3);
    p = fma(p, r, 0.5);
    double s = mf_from_bits(mf_bits(t) << 52);
    s = n > 1023.0 ? 0x1p1023 : s;
    double y = fma(p * r * r, s, fma(r, s, s - 1.0));
    return copysign(n > 1023.0 ? 2.0 * y : y, x);
}

/* e ln 2 + log(1 + f) for sqrt(1/2) <= 1 + f < sqrt(2) */
static inline float mf_log_sumf(float e, float f)
{
    float p = -0x1.38472ap-4f;
    p = fmaf(p, f, 0x1.0860cep-3f);
    p = fmaf(p, f, -0x1.0f3fa6p-3f);
    p = fmaf(p, f, 0x1.226dfcp-3f);
    p = fmaf(p, f, -0x1.5425c4p-3f);
    p = fmaf(p, f, 0x1.99a41ap-3f);
    p = fmaf(p, f, -0x1.000432p-2f);
    p = fmaf(p, f, 0x1.55555p-2f);
    p = fmaf(p, f, -0x1.fffff8p-2f);
    float low = fmaf(f * f, p, e * -0x1.05c61p-29f);
    return fmaf(e, 0x1.62e43p-1f, f + low);
}

/* log(1 + f) = 2 artanh(s) = f - f^2 / 2 + s (f^2 / 2 + s^2 P(s^2)), s = f / (2 + f) */
static inline double mf_log_sum(double e, double f)
{
    double s = f / (2.0 + f), z = s * s, h = 0.5 * f * f;
    double p = 0x1.0f146a90b0f4ap-3;
    p = fma(p, z, 0x1.0f66a1dfebcb1p-3);
    p = fma(p, z, 0x1.3b202a86b04fbp-3);
    p = fma(p, z, 0x1.745ce1ad60198p-3);
    p = fma(p, z, 0x1.c71c724ba214bp-3);
    p = fma(p, z, 0x1.2492492439679p-2);
    p = fma(p, z, 0x1.9999999999d11p-2);
    p = fma(p, z, 0x1.5555555555555p-1);
    double low = fma(s, fma(z, p, h), fma(e, 0x1.abc9e3b39803fp-56, -h));
    return fma(e, 0x1.62e42fefa39efp-1, f + low);
}

/* The value of log at its edges: x is 1 + the argument for log1p. */
static inline float mf_log_edgesf(float x, float y)
{
    y = x < INFINITY ? y : x;
    y = x < 0.0f ? NAN : y;
    return x == 0.0f ? -INFINITY : y;
}

static inline double mf_log_edges(double x, double y)
{
    y = x < (double)INFINITY ? y : x;
    y = x < 0.0 ? (double)NAN : y;
    return x == 0.0 ? -(double)INFINITY : y;
}

/* x = 2^e (1 + f): subtracting the bits of sqrt(1/2) puts e into the upper bits. */
static inline float mf_logf(float x)
{
    float a = x * (x < FLT_MIN ? 0x1p24f : 1.0f);
    uint32_t i = mf_bitsf(a) + (0x3f800000U - 0x3f3504f3U);
    float e = (float)(int32_t)(i >> 23) - (x < FLT_MIN ? 151.0f : 127.0f);
    float f = mf_from_bitsf((i & 0x7fffffU) + 0x3f3504f3U) - 1.0f;
    return mf_log_edgesf(x, mf_log_sumf(e, f));
}

static inline double mf_log(double x)
{
    double a = x * (x < DBL_MIN ? 0x1p54 : 1.0);
    uint64_t i = mf_bits(a) + (0x3ff0000000000000U - 0x3fe6a09e667f3bcdU);
    double e = mf_from_bits((i >> 52) | 0x4330000000000000U) - 0x1p52;
    e -= x < DBL_MIN ? 1077.0 : 1023.0;
    double f = mf_from_bits((i & 0xfffffffffffffU) + 0x3fe6a09e667f3bcdU) - 1.0;
    return mf_log_edges(x, mf_log_sum(e, f));
}

/* log(u + c) for normal u, where c is what was lost when u was rounded */
static inline float mf_log_pairf(float u, float c)
{
    uint32_t i = mf_bitsf(u) + (0x3f800000U - 0x3f3504f3U), e = i >> 23;
    float scale = mf_from_bitsf((254U - (e > 254U ? 254U : e)) << 23); /* 2^-e */
    float m = mf_from_bitsf((i & 0x7fffffU) + 0x3f3504f3U);
    return mf_log_sumf((float)(int32_t)e - 127.0f, fmaf(c, scale, m - 1.0f));
}

static inline double mf_log_pair(double u, double c)
{
    uint64_t i = mf_bits(u) + (0x3ff0000000000000U - 0x3fe6a09e667f3bcdU), e = i >> 52;
    double scale = mf_from_bits((2046U - (e > 2046U ? 2046U : e)) << 52); /* 2^-e */
    double m = mf_from_bits((i & 0xfffffffffffffU) + 0x3fe6a09e667f3bcdU);
    return mf_log_sum(mf_from_bits(e | 0x4330000000000000U) - (0x1p52 + 1023.0),
                      fma(c, scale, m - 1.0));
}

static inline float mf_log1pf(float x)
{
    float u = 1.0f + x, v = u - 1.0f, c = (1.0f - (u - v)) + (x - v);
    return copysignf(mf_log_edgesf(u, mf_log_pairf(u, c)), x);
}

static inline double mf_log1p(double x)
{
    double u = 1.0 + x, v = u - 1.0, c = (1.0 - (u - v)) + (x - v);
    return copysign(mf_log_edges(u, mf_log_pair(u, c)), x);
}

#endif

/*
 * mf_pow.h - powers: a logarithm, times the exponent, and an exponential, with more
 * bits between them than the result has (see mf_math.h).
 */
#ifndef MF_POW_H
#define MF_POW_H
#include "mf_exp.h"
#include "mf_scalar.h"

/* pow at its edges: y is |x|^z. C11, F.10.4.4. */
static inline float mf_pow_edgesf(float x, float z, float y)
{
    float half = 0.5f * z;
    uint32_t whole = mf_roundf(z) == z, odd = whole & (mf_roundf(half) != half);
    y = mf_from_bitsf(mf_bitsf(y) ^ (mf_bitsf(x) >> 31 & odd) << 31);
    uint32_t none = (x < 0.0f) & (x > -INFINITY) & !whole;
    y = none ? NAN : y;
    y = x == 1.0f ? 1.0f : y;
    return z == 0.0f ? 1.0f : y;
}

static inline double mf_pow_edges(double x, double z, double y)
{
    double half = 0.5 * z;
    uint64_t whole = mf_round(z) == z, odd = whole & (mf_round(half) != half);
    y = mf_from_bits(mf_bits(y) ^ (mf_bits(x) >> 63 & odd) << 63);
    uint64_t none = (x < 0.0) & (x > -(double)INFINITY) & !whole;
    y = none ? (double)NAN : y;
    y = x == 1.0 ? 1.0 : y;
    return z == 0.0 ? 1.0 : y;
}

/* |x|^z = 2^(z log2 |x|), in double */
static inline float mf_powf(float x, float z)
{
    double a = fabs((double)x);
    uint64_t i = mf_bits(a) + (0x3ff0000000000000U - 0x3fe6a09e667f3bcdU);
    double e = mf_from_bits((i >> 52) | 0x4330000000000000U) - (0x1p52 + 1023.0);
    double m = mf_from_bits((i & 0xfffffffffffffU) + 0x3fe6a09e667f3bcdU);
    double s = (m - 1.0) / (m + 1.0), w = s * s, p = 0x1.f182a7100f154p-3;
    p = fma(p, w, 0x1.0bb803f9b3899p-2);
    p = fma(p, w, 0x1.484fa7ebe8f35p-2);
    p = fma(p, w, 0x1.a61756917ff0ep-2);
    p = fma(p, w, 0x1.2776c516842ecp-1);
    p = fma(p, w, 0x1.ec709dc39cc8fp-1);
    p = fma(p, w, 0x1.71547652b82ffp1);
    double l = fma(s, p, e);
    l = a < (double)INFINITY ? l : a;
    l = a == 0.0 ? -(double)INFINITY : l;
    double t = l * (double)z;
    t = l == 0.0 ? 0.0 : t;
    t = z == z ? t : (double)z;
    t = t > 300.0 ? 300.0 : t;
    t = t < -300.0 ? -300.0 : t;
    double n = t + (6755399441055744.0 + 1023.0);
    double r = t - (n - (6755399441055744.0 + 1023.0)), q = 0x1.fde40ebb0508ap-17;
    q = fma(q, r, 0x1.445ddea9556fep-13);
    q = fma(q, r, 0x1.5d8a8b2d73d09p-10);
    q = fma(q, r, 0x1.3b29f20e28f39p-7);
    q = fma(q, r, 0x1.c6b08ab824b2bp-5);
    q = fma(q, r, 0x1.ebfbe0790d747p-3);
    q = fma(q, r, 0x1.62e42ff0e6aeep-1);
    q = fma(q, r, 1.0);
    return mf_pow_edgesf(x, z, (float)(q * mf_from_bits(mf_bits(n) << 52)));
}

/* |x|^z = exp(z log |x|) with the logarithm as a sum of two doubles, high + low:
 * log(1 + f) = s (2 + s^2 (2/3 + s^2 P(s^2))), s = f / (2 + f), where s, s^2 and
 * the two sums are such pairs as well. A product that stands in a sum is written
 * fma(a, b, 0), so that no compiler fuses it. */
static inline double mf_pow(double x, double z)
{
    double a = fabs(x) * (fabs(x) < DBL_MIN ? 0x1p54 : 1.0);
    uint64_t i = mf_bits(a) + (0x3ff0000000000000U - 0x3fe6a09e667f3bcdU);
    double e = mf_from_bits((i >> 52) | 0x4330000000000000U) - 0x1p52;
    e -= fabs(x) < DBL_MIN ? 1077.0 : 1023.0;
    double f = mf_from_bits((i & 0xfffffffffffffU) + 0x3fe6a09e667f3bcdU) - 1.0;
    double d = 2.0 + f, d_low = f - (d - 2.0), inverse = 1.0 / d;
    double s = f * inverse, s_low = fma(-s, d_low, fma(-s, d, f)) * inverse;
    double w = fma(s, s, 0.0), w_low = fma(2.0 * s, s_low, fma(s, s, -w));
    double p = 0x1.eb85be905p-4;
    p = fma(p, w, 0x1.de24663ae0f64p-4);
    p = fma(p, w, 0x1.11211c831a2e7p-3);
    p = fma(p, w, 0x1.3b135fc648786p-3);
    p = fma(p, w, 0x1.745d183e9d63bp-3);
    p = fma(p, w, 0x1.c71c71c563346p-3);
    p = fma(p, w, 0x1.2492492493155p-2);
    p = fma(p, w, 0x1.9999999999995p-2);
    double pw = fma(p, w, 0.0), b = 0x1.5555555555555p-1 + pw;
    double b_low = (0x1.5555555555555p-1 - b) + pw + 0x1.5555555555555p-55;
    double c = fma(w, b, 0.0), g = 2.0 + c;
    double c_low = fma(w, b_low, fma(w_low, b, fma(w, b, -c)));
    double g_low = (2.0 - g) + c + c_low;
    double l = fma(s, g, 0.0);
    double l_low = fma(s, g_low, fma(s_low, g, fma(s, g, -l)));
    double k = fma(e, 0x1.62e42fefa39efp-1, 0.0), high = k + l;
    double k_low = fma(e, 0x1.abc9e3b39803fp-56, fma(e, 0x1.62e42fefa39efp-1, -k));
    double low = ((k - high) + l) + (k_low + l_low);
    high = fabs(x) < (double)INFINITY ? high : fabs(x);
    high = x == 0.0 ? -(double)INFINITY : high;
    double y = high * z, y_low = fma(low, z, fma(high, z, -y));
    y = high == 0.0 ? 0.0 : y;
    y = z == z ? y : z;
    y_low = fabs(y_low) < 1.0 ? y_low : 0.0;
    y = y > 750.0 ? 750.0 : y;
    y = y < -750.0 ? -1418.0 : y;
    double t = fma(y, 0x1.71547652b82fep+0, 6755399441057790.0);
    double n = t - 6755399441057790.0;
    double r = fma(n, -0x1.62e42fefa39efp-1, y);
    r += fma(n, -0x1.abc9e3b39803fp-56, y_low);
    double q = 0x1.ae73f58e691bcp-26;
    q = fma(q, r, 0x1.28a316b124aafp-22);
    q = fma(q, r, 0x1.71de83b6d839fp-19);
    q = fma(q, r, 0x1.a019a629feaf5p-16);
    q = fma(q, r, 0x1.a01a017699d3ap-13);
    q = fma(q, r, 0x1.6c16c17f4f6b1p-10);
    q = fma(q, r, 0x1.1111111118c5bp-7);
    q = fma(q, r, 0x1.55555555520b9p-5);
    q = fma(q, r, 0x1.555555555553ap-3);
    q = fma(q, r, 0x1.0000000000005p-1);
    q = fma(q, r, 1.0);
    q = fma(q, r, 1.0);
    return mf_pow_edges(x, z, mf_scale(q, mf_bits(t) - 0x4338000000000000U));
}

#endif

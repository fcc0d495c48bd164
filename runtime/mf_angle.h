/*
 * mf_angle.h - sine and cosine of any argument, however large: what lies beyond the
 * nearest multiple of pi/2 comes first, and then one of two polynomials; and the angle
 * of a tangent (see mf_math.h).
 */
#ifndef MF_ANGLE_H
#define MF_ANGLE_H
#include "mf_float.h"

/* sin(a + k pi/2), a >= 0. The turns a / 2 pi are summed of products with parts of
 * 1 / 2 pi: two of 26 bits, so that their products with a are exact and their whole
 * turns can be dropped, and the rest. Which parts depends on a: those before them
 * give whole turns only, so that no argument is too large. */
static inline float mf_sin_shiftedf(float a, uint32_t k)
{
    double x = (double)a;
    double first = x < 0x1p101 ? 0x1.529fc2p-54 : 0x1.d5f47dp-80;
    double second = x < 0x1p101 ? 0x1.d5f47dp-80 : 0x1.34ddcp-106;
    double rest = x < 0x1p101 ? 0x1.34ddc0db6295ap-106 : 0x1.b6c52b3278872p-131;
    first = x < 0x1p75 ? 0x1.b9391p-28 : first;
    second = x < 0x1p75 ? 0x1.529fc2p-54 : second;
    rest = x < 0x1p75 ? 0x1.d5f47d4d37703p-80 : rest;
    first = x < 0x1p49 ? 0x1.45f306p-3 : first;
    second = x < 0x1p49 ? 0x1.b9391p-28 : second;
    rest = x < 0x1p49 ? 0x1.529fc2757d1f5p-54 : rest;
    double whole = fma(x, first, 6755399441055744.0) - 6755399441055744.0;
    double turn = fma(x, first, -whole);
    whole = fma(x, second, 6755399441055744.0) - 6755399441055744.0;
    turn += fma(x, second, -whole);
    double t = fma(4.0, fma(x, rest, turn), 6755399441055744.0);
    turn = fma(x, rest, fma(-0.25, t - 6755399441055744.0, turn));
    float y = (float)(turn * 0x1.921fb54442d18p+2), z = y * y;
    float s = -0x1.992aaep-13f;
    s = fmaf(s, z, 0x1.1106e2p-7f);
    s = fmaf(s, z, -0x1.555544p-3f);
    s = fmaf(s * z, y, y);
    float c = 0x1.99e9b6p-16f;
    c = fmaf(c, z, -0x1.6c0c2cp-10f);
    c = fmaf(c, z, 0x1.55554ap-5f);
    c = fmaf(c, z, -0.5f);
    c = fmaf(c, z, 1.0f);
    uint32_t quadrant = (uint32_t)mf_bits(t) + k;
    uint32_t bits = mf_bitsf(quadrant & 1U ? c : s);
    return mf_from_bitsf(bits ^ (quadrant & 2U) << 30);
}

/* a less the nearest multiple n of pi/2 is r + low, to 2^-53 of its value; n modulo
 * 4 stands in `quadrant`. For a below 2^32. */
typedef struct MfAngle {
    double r, low;
    uint64_t quadrant;
} MfAngle;
static inline MfAngle mf_angle(double a)
{
    double t = fma(a, 0x1.45f306dc9c883p-1, 6755399441055744.0);
    double n = t - 6755399441055744.0, b = fma(n, -0x1.921fb54442d18p0, a);
    double p = fma(n, 0x1.1a62633145c07p-54, 0.0);
    double p_low = fma(n, 0x1.1a62633145c07p-54, -p);
    double r = b - p, v = r - b;
    double low = (b - (r - v)) - (p + v);
    low = fma(n, 0x1.f1976b7ed8fbcp-110, low - p_low);
    return (MfAngle){r, low, mf_bits(t)};
}

/* The same for 2^32 <= a < infinity (Payne and Hanek, 1983): a is m 2^e, m a whole
 * number, and words of 2/pi that give whole turns only are skipped. The product of m
 * and seven words leaves the quadrant and 128 bits behind the point. */
static inline MfAngle mf_angle_large(double a)
{
    static const uint32_t word[37] =
        {0xa2f9836eU, 0x4e441529U, 0xfc2757d1U, 0xf534ddc0U, 0xdb629599U, 0x3c439041U,
         0xfe5163abU, 0xdebbc561U, 0xb7246e3aU, 0x424dd2e0U, 0x06492eeaU, 0x09d1921cU,
         0xfe1deb1cU, 0xb129a73eU, 0xe88235f5U, 0x2ebb4484U, 0xe99c7026U, 0xb45f7e41U,
         0x3991d639U, 0x835339f4U, 0x9c845f8bU, 0xbdf9283bU, 0x1ff897ffU, 0xde05980fU,
         0xef2f118bU, 0x5a0a6d1fU, 0x6d367ecfU, 0x27cb09b7U, 0x4f463f66U, 0x9e5fea2dU,
         0x7527bac7U, 0xebe5f17bU, 0x3d0739f7U, 0x8a5292eaU, 0x6bfb5fb1U, 0x1f8d5d08U,
         0x56033046U};
    uint64_t m = (mf_bits(a) & 0xfffffffffffffU) | 0x10000000000000U;
    uint32_t e = (uint32_t)(mf_bits(a) >> 52) - 1075U + 64U; /* 64 more: positive */
    uint32_t skip = e < 98U ? 0U : (e - 66U) / 32U;
    uint32_t product[9] = {0}; /* the lowest word first */
    for (uint32_t half = 0; half < 2; half++) {
        uint64_t factor = half == 0 ? m & 0xffffffffU : m >> 32, carry = 0;
        for (uint32_t i = 0; i < 7; i++) {
            carry += factor * word[skip + 6 - i] + product[i + half];
            product[i + half] = (uint32_t)carry;
            carry >>= 32;
        }
        product[7 + half] = (uint32_t)carry;
    }
    uint32_t point = 192U + 32U + 64U + 32U * skip - e; /* bits behind the point */
    uint64_t part[3]; /* 64 bits each: before the point, behind it, and further */
    for (uint32_t i = 0; i < 3; i++) {
        uint32_t at = point - 64U * i, j = at / 32U, bit = at % 32U;
        uint64_t low = product[j] | (uint64_t)product[j + 1] << 32;
        uint64_t high = j + 2 < 9 ? product[j + 2] : 0;
        part[i] = low >> bit | high << 1 << (63U - bit);
    }
    uint64_t up = part[1] >> 63; /* to the nearest: the rest is negative */
    uint64_t h = up ? ~part[1] : part[1], l = up ? ~part[2] : part[2];
    double r = (double)(h >> 32) * 0x1p-32, s = (double)(h & 0xffffffffU) * 0x1p-64;
    double q = r + s, q_low = fma((double)(l >> 11), 0x1p-117, (r - q) + s);
    q = up ? -q : q;
    q_low = up ? -q_low : q_low;
    double y = fma(q, 0x1.921fb54442d18p0, 0.0),
           y_low = fma(q, 0x1.921fb54442d18p0, -y);
    y_low = fma(q, 0x1.1a62633145c07p-54, fma(q_low, 0x1.921fb54442d18p0, y_low));
    return (MfAngle){y, y_low, part[0] + up};
}

/* sin(a + k pi/2), a >= 0. Large arguments take a branch. */
static inline double mf_sin_shifted(double a, uint64_t k)
{
    int large = a >= 0x1p32 && a < (double)INFINITY;
    MfAngle angle = large ? mf_angle_large(a) : mf_angle(a);
    uint64_t quadrant = angle.quadrant + k;
    double r = angle.r, low = angle.low, z = r * r;
    double s = 0x1.5d8be6842fbf4p-33;
    s = fma(s, z, -0x1.ae5e4d47bbd4bp-26);
    s = fma(s, z, 0x1.71de35571f757p-19);
    s = fma(s, z, -0x1.a01a019beaec6p-13);
    s = fma(s, z, 0x1.111111110f739p-7);
    s = fma(s, z, -0x1.5555555555548p-3);
    s = r + fma(s * z, r, fma(-0.5 * z, low, low));
    double c = -0x1.8f9d802420d28p-37, one = fma(-0.5, z, 1.0);
    c = fma(c, z, 0x1.1ee9c98ca43d2p-29);
    c = fma(c, z, -0x1.27e4f7d50dac1p-22);
    c = fma(c, z, 0x1.a01a019c64875p-16);
    c = fma(c, z, -0x1.6c16c16c14e32p-10);
    c = fma(c, z, 0x1.555555555554ap-5);
    c = one + fma(c * z, z, fma(-r, low, fma(-0.5, z, 1.0 - one)));
    uint64_t bits = mf_bits(quadrant & 1U ? c : s);
    return mf_from_bits(bits ^ (quadrant & 2U) << 62);
}

static inline float mf_sinf(float x)
{
    float y = mf_sin_shiftedf(fabsf(x), 0);
    return mf_from_bitsf(mf_bitsf(y) ^ (mf_bitsf(x) & 0x80000000U));
}

static inline double mf_sin(double x)
{
    double y = mf_sin_shifted(fabs(x), 0);
    return mf_from_bits(mf_bits(y) ^ (mf_bits(x) & 0x8000000000000000U));
}

static inline float mf_cosf(float x)
{
    return mf_sin_shiftedf(fabsf(x), 1);
}

static inline double mf_cos(double x)
{
    return mf_sin_shifted(fabs(x), 1);
}

/* atan(a) is base + atan(t) with |t| <= 1/2: 0 and a below 1/2, pi/4 and
 * (a - 1) / (a + 1) up to 2, pi/2 and -1 / a beyond. Where a sum is rounded, what it
 * lost comes back with the polynomial. */
static inline float mf_atanf(float x)
{
    float a = fabsf(x), high = 0x1.921fb6p0f, low = -0x1.777a5cp-25f;
    float up = a > 2.0f ? -1.0f : a < 0.5f ? a : a - 1.0f;
    float down = a > 2.0f ? a : a < 0.5f ? 1.0f : a + 1.0f;
    float part = a > 2.0f ? 1.0f : a < 0.5f ? 0.0f : 0.5f;
    float t = up / down, z = t * t;
    float p = 0x1.401142p-5f;
    p = fmaf(p, z, -0x1.48214cp-4f);
    p = fmaf(p, z, 0x1.c0772cp-4f);
    p = fmaf(p, z, -0x1.24506cp-3f);
    p = fmaf(p, z, 0x1.999746p-3f);
    p = fmaf(p, z, -0x1.555552p-2f);
    float base = part * high, y = base + t;
    float lost = fmaf(p * z, t, fmaf(part, low, (base - y) + t));
    return copysignf(y + lost, x);
}

static inline double mf_atan(double x)
{
    double a = fabs(x), high = 0x1.921fb54442d18p0, low = 0x1.1a62633145c07p-54;
    double up = a > 2.0 ? -1.0 : a < 0.5 ? a : a - 1.0;
    double down = a > 2.0 ? a : a < 0.5 ? 1.0 : a + 1.0;
    double part = a > 2.0 ? 1.0 : a < 0.5 ? 0.0 : 0.5;
    double t = up / down, z = t * t;
    double p = 0x1.4c27f935b05f5p-7;
    p = fma(p, z, -0x1.c1fa54b473e1bp-6);
    p = fma(p, z, 0x1.571dcdb6d5792p-5);
    p = fma(p, z, -0x1.a3a7695a074f1p-5);
    p = fma(p, z, 0x1.dfed08b167f0fp-5);
    p = fma(p, z, -0x1.10f36693ec54ap-4);
    p = fma(p, z, 0x1.3b114532c2bb8p-4);
    p = fma(p, z, -0x1.745cf54d511d7p-4);
    p = fma(p, z, 0x1.c71c70967ffa5p-4);
    p = fma(p, z, -0x1.249249216fc79p-3);
    p = fma(p, z, 0x1.99999999914d6p-3);
    p = fma(p, z, -0x1.5555555555518p-2);
    double base = part * high, y = base + t;
    double lost = fma(p * z, t, fma(part, low, (base - y) + t));
    return copysign(y + lost, x);
}

#endif

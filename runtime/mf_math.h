/*
 * mf_math.h - the mathematics of generated code: inline functions for float
 * (suffix f), double (no suffix) and int32_t (suffix i).
 *
 * They are plain branch-free C, so that both gcc and clang vectorise loops over
 * them, and give the same bits with every compiler, optimisation level and vector
 * width: a product that meets a sum is always written as fma, nothing but fma comes
 * from the C library, and integers and floats are exchanged as bits, never by a
 * conversion that may overflow. At most 2 ulp from the true value over all
 * arguments, infinities, NaN and denormals included (docs/math.md has the table).
 *
 * Each part below, from one blank line to the next, stands alone: a stand-alone
 * file holds the parts that it uses.
 */
#ifndef MF_MATH_H
#define MF_MATH_H
#include <float.h>
#include <math.h>
#include <stdint.h>
/* What would let a compiler compute something else. gcc tells of each option; what no
 * macro of clang's tells, a pragma below takes back, but for contraction: mf_arithmetic
 * looks for that when a program starts. */
#if defined __FAST_MATH__ || (defined __FINITE_MATH_ONLY__ && __FINITE_MATH_ONLY__) || \
    defined __ASSOCIATIVE_MATH__ || defined __RECIPROCAL_MATH__ ||                     \
    defined __NO_SIGNED_ZEROS__
#error "results would depend on the compiler: build without -ffast-math, -Ofast, \
-funsafe-math-optimizations, -ffinite-math-only and others that bend arithmetic"
#endif
#if FLT_EVAL_METHOD == 1
#error "floats would be computed as doubles: build with -fexcess-precision=fast"
#elif FLT_EVAL_METHOD < 0 || FLT_EVAL_METHOD == 2
#error "results would depend on the compiler: build with -msse2 -mfpmath=sse"
#endif
#if defined __clang__
#pragma float_control(precise, on)
#pragma STDC FP_CONTRACT OFF
#elif defined __GNUC__
/* gcc 12 makes fused operations of sums and differences of products that lie by turns,
 * whatever it is told about contraction: in straight code if it looks for vectors. And
 * jump threading moves plain reads behind conditions, where MF_ROLLED is not. */
#pragma GCC optimize("fp-contract=off", "no-trapping-math", "no-tree-slp-vectorize",   \
                     "no-thread-jumps")
#endif
/* Loops with roots become vectors only where these write no errno: with
 * -fno-math-errno, or declared so. */
#if defined __GNUC__ && !defined __cplusplus
double(sqrt)(double) __attribute__((const));
float(sqrtf)(float) __attribute__((const));
#endif
/* Before a loop that gcc shall not unroll. One that reads behind a condition: where
 * gcc 12 makes several masked vectors of its turns, all get the mask of the first one.
 * One along a short row: gcc would make scalars of it. One whose
 * turns choose between a sum and a difference: for what is said above. */
#if defined __GNUC__ && !defined __clang__
#define MF_ROLLED _Pragma("GCC unroll 1")
#else
#define MF_ROLLED
#endif
/* In a loop of which gcc shall not do two turns at a time ("unroll and jam"). */
#if defined __GNUC__ && !defined __clang__
#define MF_SINGLY __asm__ volatile("")
#else
#define MF_SINGLY ((void)0)
#endif
/* Before a function: where the build names no machine, it is compiled for three of
 * them, and the best is chosen when the program starts. Not by a clang before 19, whose
 * choosers of static functions have global names: two such files would not link. Nor
 * under ThreadSanitizer, which is not ready yet when they run. */
#if defined __has_feature
#if __has_feature(thread_sanitizer)
#define MF_NO_CLONES
#endif
#endif
#if defined __x86_64__ && defined __GLIBC__ && defined __OPTIMIZE__ &&                 \
    !defined __FMA__ && !defined MF_NO_CLONES &&                                       \
    (!defined __clang__ || __clang_major__ >= 19) && !defined __SANITIZE_THREAD__
#define MF_CLONES                                                                      \
    __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define MF_CLONES
#endif
/* Before a kernel with arrays: no part of its caller, where they would stay on the
 * stack beside those of other kernels. */
#if defined __GNUC__
#define MF_APART __attribute__((noinline))
#else
#define MF_APART
#endif

/* What the compiler, or whoever set up the process, does to arithmetic that must be
 * IEEE 754's to the last bit; NULL: nothing. The macros above do not tell of all. */
MF_CLONES static inline const char *mf_arithmetic(void)
{
    volatile float square = 1.0f + 0x1p-12f, minus = -0x1.002p0f, one = 1.0f;
    volatile float third = 0x1p-24f, more = 0x1.8p-24f, least = FLT_MIN, half = 0.5f;
    volatile double tenth = 0.1;
    float x = square, y = minus, z = fmaf(x, x, y), a = one, b = third, c = more,
          tiny = least;
    if (x * x + y != 0.0f)
        return "a product and a sum become one operation (-ffp-contract=fast)";
    if (z != 0x1p-24f)
        return "a fused multiply-add is rounded twice (-fassociative-math)";
    if ((a + b) - a != 0.0f || (a + c) - a != 0x1p-23f)
        return "sums are ordered or rounded in other ways (-fassociative-math)";
    if (tiny * half == 0.0f || tiny * half + tiny * half != tiny)
        return "denormal numbers become 0 (-ffast-math when the program was linked)";
    if (tenth == (double)0.1f)
        return "doubles are rounded to floats (-fsingle-precision-constant)";
    return 0;
}

/* The bits of a float, and back. */
static inline uint32_t mf_bitsf(float x)
{
    union {
        float x;
        uint32_t bits;
    } u = {x};
    return u.bits;
}

static inline float mf_from_bitsf(uint32_t bits)
{
    union {
        uint32_t bits;
        float x;
    } u = {bits};
    return u.x;
}

static inline uint64_t mf_bits(double x)
{
    union {
        double x;
        uint64_t bits;
    } u = {x};
    return u.bits;
}

static inline double mf_from_bits(uint64_t bits)
{
    union {
        uint64_t bits;
        double x;
    } u = {bits};
    return u.x;
}

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

/* exp(x) for |x| <= 104: 2^n exp(r), x = n ln 2 + r. Adding 3 2^22 to x / ln 2 rounds
 * it to the whole number n, which then stands in the low bits; 254 more for
 * mf_scalef. */
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

/* exp(x) for |x| <= 750 */
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
    float a = x < -104.0f ? -104.0f : x;
    return mf_exp_insidef(x > 104.0f ? 104.0f : a);
}

static inline double mf_exp(double x)
{
    double a = x < -750.0 ? -750.0 : x;
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

static inline float mf_tanhf(float x)
{
    float a = fabsf(x), z = a * a;
    float p = -0x1.758facp-8f;
    p = fmaf(p, z, 0x1.5211c4p-6f);
    p = fmaf(p, z, -0x1.b838ap-5f);
    p = fmaf(p, z, 0x1.110704p-3f);
    p = fmaf(p, z, -0x1.555532p-2f);
    float small = fmaf(p * z, a, a);
    float e = mf_exp_insidef(2.0f * (a > 32.0f ? 32.0f : a));
    float large = 1.0f - 2.0f / (e + 1.0f);
    return copysignf(a < 0.625f ? small : large, x);
}

static inline double mf_tanh(double x)
{
    double a = fabs(x), z = a * a;
    double p = -0x1.4709c2bd555dbp-16;
    p = fma(p, z, 0x1.5d71385dfab3ap-14);
    p = fma(p, z, -0x1.e96e9aaa7d05fp-13);
    p = fma(p, z, 0x1.34838ed8def4bp-11);
    p = fma(p, z, -0x1.7d8fcf79b25dep-10);
    p = fma(p, z, 0x1.d6d29b3a9be7ep-9);
    p = fma(p, z, -0x1.226e2f11e98b2p-7);
    p = fma(p, z, 0x1.664f4859598d1p-6);
    p = fma(p, z, -0x1.ba1ba1b97d0ep-5);
    p = fma(p, z, 0x1.1111111110794p-3);
    p = fma(p, z, -0x1.555555555554fp-2);
    double small = fma(p * z, a, a);
    double e = mf_exp_inside(2.0 * (a > 32.0 ? 32.0 : a));
    double large = 1.0 - 2.0 / (e + 1.0);
    return copysign(a < 0.55 ? small : large, x);
}

/* x + x P(x^2) below 1, from there 1 - exp(-Q(x)) */
static inline float mf_erff(float x)
{
    float a = fabsf(x), z = a * a;
    float p = 0x1.4917a4p-14f;
    p = fmaf(p, z, -0x1.a3d812p-11f);
    p = fmaf(p, z, 0x1.540172p-8f);
    p = fmaf(p, z, -0x1.b7f88cp-6f);
    p = fmaf(p, z, 0x1.ce2cf2p-4f);
    p = fmaf(p, z, -0x1.81273ep-2f);
    p = fmaf(p, z, 0x1.06eba8p-3f);
    float t = a > 4.0f ? 4.0f : a, q = 0x1.06f228p-16f;
    q = fmaf(q, t, -0x1.76d37p-12f);
    q = fmaf(q, t, 0x1.e72a48p-9f);
    q = fmaf(q, t, -0x1.83f00cp-6f);
    q = fmaf(q, t, 0x1.b0a444p-4f);
    q = fmaf(q, t, 0x1.45b9bcp-1f);
    q = fmaf(q, t, 0x1.20bd38p0f);
    q = fmaf(q, t, 0x1.bed416p-13f);
    return copysignf(a < 1.0f ? fmaf(p, a, a) : 1.0f - mf_exp_insidef(-q), x);
}

/* x + x P(x^2) below 1, from there 1 - exp(-x^2) Q((x - 3) / (x + 3)) */
static inline double mf_erf(double x)
{
    double a = fabs(x), z = a * a;
    double p = -0x1.ab15c51d2ebebp-31;
    p = fma(p, z, 0x1.d6e3ddfeb1f49p-27);
    p = fma(p, z, -0x1.5bfe76384472p-23);
    p = fma(p, z, 0x1.b97e44280cfb9p-20);
    p = fma(p, z, -0x1.f4ca204c771c5p-17);
    p = fma(p, z, 0x1.f9a2b75531772p-14);
    p = fma(p, z, -0x1.c02db0149d904p-11);
    p = fma(p, z, 0x1.565bccf7e2856p-8);
    p = fma(p, z, -0x1.b82ce311ee09bp-6);
    p = fma(p, z, 0x1.ce2f21a0408d1p-4);
    p = fma(p, z, -0x1.812746b0379b2p-2);
    p = fma(p, z, 0x1.06eba8214db68p-3);
    double b = a > 6.0 ? 6.0 : a, t = (b - 3.0) / (b + 3.0);
    double q = 0x1.537c0f13d335ap-20;
    q = fma(q, t, 0x1.0d339b30d857ap-19);
    q = fma(q, t, -0x1.0cb66f33452fep-17);
    q = fma(q, t, -0x1.aeeeaf11ced24p-17);
    q = fma(q, t, 0x1.0cb33fdb65006p-14);
    q = fma(q, t, 0x1.7b9e1a4cd976ap-15);
    q = fma(q, t, -0x1.390861f8d00d8p-11);
    q = fma(q, t, 0x1.73102040537f1p-11);
    q = fma(q, t, 0x1.17c8390fc96dep-8);
    q = fma(q, t, -0x1.8fa58eb613906p-6);
    q = fma(q, t, 0x1.258b13b00b81p-4);
    q = fma(q, t, -0x1.336ffbef08b37p-3);
    q = fma(q, t, 0x1.f6ff204105a49p-3);
    q = fma(q, t, -0x1.4e102b9cf8512p-2);
    q = fma(q, t, 0x1.6e9827d229d2dp-3);
    double large = fma(-q, mf_exp_inside(-(b * b)), 1.0);
    return copysign(a < 1.0 ? fma(p, a, a) : large, x);
}

/* 1 / (1 + exp(-x)), from exp(-|x|) so that nothing overflows; the last step takes
 * back what 1 + exp(-|x|) lost by rounding. */
static inline float mf_sigmoidf(float x)
{
    float a = fabsf(x), e = mf_exp_insidef(-(a > 104.0f ? 104.0f : a));
    float u = 1.0f + e;
    float y = (x < 0.0f ? e : 1.0f) / u;
    return fmaf(y, (u - 1.0f) - e, y);
}

static inline double mf_sigmoid(double x)
{
    double a = fabs(x), e = mf_exp_inside(-(a > 750.0 ? 750.0 : a));
    double u = 1.0 + e;
    double y = (x < 0.0 ? e : 1.0) / u;
    return fma(y, (u - 1.0) - e, y);
}

/* log(1 + exp(x)) = max(x, 0) + log(1 + exp(-|x|)) */
static inline float mf_softplusf(float x)
{
    float a = fabsf(x), e = mf_exp_insidef(-(a > 104.0f ? 104.0f : a));
    float u = 1.0f + e;
    return (x < 0.0f ? 0.0f : x) + mf_log_pairf(u, e - (u - 1.0f));
}

static inline double mf_softplus(double x)
{
    double a = fabs(x), e = mf_exp_inside(-(a > 750.0 ? 750.0 : a));
    double u = 1.0 + e;
    return (x < 0.0 ? 0.0 : x) + mf_log_pair(u, e - (u - 1.0));
}

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
    y = y < -750.0 ? -750.0 : y;
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

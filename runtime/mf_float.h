/*
 * mf_float.h - the same arithmetic by every compiler: what it may not do to it, what it
 * is told before loops and functions, and the bits of a number.
 */
#ifndef MF_FLOAT_H
#define MF_FLOAT_H
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
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wignored-pragmas" /* not every CPU has it */
#pragma float_control(precise, on)
#pragma clang diagnostic pop
#pragma STDC FP_CONTRACT OFF
#elif defined __GNUC__
/* gcc 12 makes fused operations of sums and differences of products that lie by turns,
 * whatever it is told about contraction: in straight code if it looks for vectors. And
 * jump threading moves plain reads behind conditions, where MF_ROLLED is not. And a
 * copy of constants that it makes of a loop writes { 2, 2, 2, 0 } as four times 2 with
 * AVX-512 (a wide integer whose upper words are zero counts as one of equal words).
 * And where it goes by types, it takes two arrays that have one place in a union by
 * turns for one and the other by turns: what is apart, `restrict` says. And it
 * exchanges two loops of one sum. */
#pragma GCC optimize("fp-contract=off", "no-trapping-math", "no-tree-slp-vectorize",   \
                     "no-thread-jumps", "no-tree-loop-distribute-patterns",            \
                     "no-strict-aliasing", "no-loop-interchange")
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
/* Before a loop of few turns of long work, which gcc would leave as it is and make
 * scalars of: unrolled, the loop around it becomes vectors. */
#if defined __GNUC__ && !defined __clang__
#define MF_UNROLLED _Pragma("GCC unroll 8")
#else
#define MF_UNROLLED
#endif
/* In a loop of which gcc shall not do two turns at a time ("unroll and jam"). */
#if defined __GNUC__ && !defined __clang__
#define MF_SINGLY __asm__ volatile("")
#else
#define MF_SINGLY ((void)0)
#endif
/* In a loop over short rows: clang 14 would unroll what is done along each of them, and
 * make vectors of the same element of many rows, which it gathers and scatters. */
#if defined __clang__
#define MF_BY_ROW __asm__ volatile("")
#else
#define MF_BY_ROW ((void)0)
#endif
/* Of a local array whose rows begin at odd multiples of 32 bytes: where gcc 12
 * makes a vector of 64 bytes and one of 32 of such a row, it takes the array to lie at
 * a multiple of 32, and does not place it there. */
#if defined __GNUC__ && !defined __clang__ && defined __x86_64__
#define MF_AT32 _Alignas(32)
#else
#define MF_AT32
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

#endif

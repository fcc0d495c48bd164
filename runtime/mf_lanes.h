/*
 * mf_lanes.h - sums in 16 lanes: the order of a sum is part of a program's
 * meaning, so that its bits are the same whatever the compiler makes of it.
 * float has the suffix f, double none, int32_t i.
 */
#ifndef MF_LANES_H
#define MF_LANES_H
#include <stdbool.h>
#include <stdint.h>

/* How many of 16 lanes a loop goes over that has terms for n: all, where the compiler
 * loads vectors in part. Where lanes were written one by one, all of them cannot be
 * read at once until that is done. */
#if defined __x86_64__ && defined __GNUC__ && !defined __clang__
#define MF_LANES(n) 16
#else
#define MF_LANES(n) (n)
#endif

/* The lanes added as a tree: 8 and 8, 4 and 4, 2 and 2, 1 and 1. */
static inline float mf_sum16f(float lane[16])
{
    for (int half = 8; half > 0; half /= 2)
        for (int i = 0; i < half; i++)
            lane[i] += lane[i + half];
    return lane[0];
}

static inline double mf_sum16(double lane[16])
{
    for (int half = 8; half > 0; half /= 2)
        for (int i = 0; i < half; i++)
            lane[i] += lane[i + half];
    return lane[0];
}

/* The largest lane; NaN wins. */
static inline float mf_max16f(float lane[16])
{
    for (int half = 8; half > 0; half /= 2)
        for (int i = 0; i < half; i++)
            lane[i] = mf_maxf(lane[i], lane[i + half]);
    return lane[0];
}

static inline double mf_max16(double lane[16])
{
    for (int half = 8; half > 0; half /= 2)
        for (int i = 0; i < half; i++)
            lane[i] = mf_max(lane[i], lane[i + half]);
    return lane[0];
}

/* Does x come before the largest so far? The first NaN does. */
static inline bool mf_abovef(float x, float top)
{
    return x > top || (x != x && top == top);
}

static inline bool mf_above(double x, double top)
{
    return x > top || (x != x && top == top);
}

static inline bool mf_abovei(int32_t x, int32_t top)
{
    return x > top;
}

/* Towards zero, as a cast, but to the nearest int32_t where there is none; NaN is 0. */
static inline int32_t mf_intf(float x)
{
    return x >= 2147483648.0f   ? INT32_MAX
           : x > -2147483904.0f ? (int32_t)x
           : x < 0              ? INT32_MIN
                                : 0;
}

static inline int32_t mf_int(double x)
{
    return x >= 2147483648.0   ? INT32_MAX
           : x > -2147483649.0 ? (int32_t)x
           : x < 0             ? INT32_MIN
                               : 0;
}

#endif

/*
 * mf_lanes.h - sums in 16 lanes: the order of a sum is part of a program's
 * meaning, so that its bits are the same whatever the compiler makes of it.
 * float has the suffix f, double none, int32_t i.
 */
#ifndef MF_LANES_H
#define MF_LANES_H
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* How many of 16 lanes a loop goes over that has terms for n: all, where the compiler
 * loads vectors in part. Where lanes were written one by one, all of them cannot be
 * read at once until that is done. */
#if defined __x86_64__ && defined __GNUC__ && !defined __clang__
#define MF_LANES(n) 16
#else
#define MF_LANES(n) (n)
#endif

/* `to` becomes the n first elements of `from` and the n behind them, added, or the
 * larger of each two. gcc 12 makes vectors of such loops as long as they stay loops.
 * Clang 14 makes scalars of them and of all loops over the lanes, and gathers those of
 * several rows in vectors, unless the lanes are read as vectors somewhere. */
#if defined __clang__
#define MF_ADD_HALVES(T, n, to, from)                                                  \
    do {                                                                               \
        typedef T Part __attribute__((vector_size((n) * sizeof(T))));                  \
        Part part[2];                                                                  \
        memcpy(part, from, sizeof part);                                               \
        part[0] += part[1];                                                            \
        memcpy(to, part, sizeof part[0]);                                              \
    } while (0)
#define MF_MAX_HALVES(T, I, n, to, from, larger)                                       \
    do {                                                                               \
        typedef T Part __attribute__((vector_size((n) * sizeof(T))));                  \
        typedef I Bits __attribute__((vector_size((n) * sizeof(T))));                  \
        Part part[2];                                                                  \
        memcpy(part, from, sizeof part);                                               \
        Bits first = (part[0] > part[1]) | (part[0] != part[0]); /* as mf_max */       \
        part[0] = (Part)(((Bits)part[0] & first) | ((Bits)part[1] & ~first));          \
        memcpy(to, part, sizeof part[0]);                                              \
    } while (0)
#else
#define MF_ADD_HALVES(T, n, to, from)                                                  \
    MF_ROLLED                                                                          \
    for (int i = 0; i < (n); i++)                                                      \
    (to)[i] = (from)[i] + (from)[i + (n)]
#define MF_MAX_HALVES(T, I, n, to, from, larger)                                       \
    MF_ROLLED                                                                          \
    for (int i = 0; i < (n); i++)                                                      \
    (to)[i] = larger((from)[i], (from)[i + (n)])
#endif

/* The lanes added as a tree: 8 and 8, 4 and 4, 2 and 2, 1 and 1. */
static inline float mf_sum16f(const float lane[16])
{
    float eight[8], four[4], two[2];
    MF_ADD_HALVES(float, 8, eight, lane);
    MF_ADD_HALVES(float, 4, four, eight);
    MF_ADD_HALVES(float, 2, two, four);
    return two[0] + two[1];
}

static inline double mf_sum16(const double lane[16])
{
    double eight[8], four[4], two[2];
    MF_ADD_HALVES(double, 8, eight, lane);
    MF_ADD_HALVES(double, 4, four, eight);
    MF_ADD_HALVES(double, 2, two, four);
    return two[0] + two[1];
}

/* The largest lane; NaN wins. */
static inline float mf_max16f(const float lane[16])
{
    float eight[8], four[4], two[2];
    MF_MAX_HALVES(float, int32_t, 8, eight, lane, mf_maxf);
    MF_MAX_HALVES(float, int32_t, 4, four, eight, mf_maxf);
    MF_MAX_HALVES(float, int32_t, 2, two, four, mf_maxf);
    return mf_maxf(two[0], two[1]);
}

static inline double mf_max16(const double lane[16])
{
    double eight[8], four[4], two[2];
    MF_MAX_HALVES(double, int64_t, 8, eight, lane, mf_max);
    MF_MAX_HALVES(double, int64_t, 4, four, eight, mf_max);
    MF_MAX_HALVES(double, int64_t, 2, two, four, mf_max);
    return mf_max(two[0], two[1]);
}

/* The first of 16 places, from what they are below zero; INT32_MIN: there is none. */
static inline int32_t mf_place16(const int32_t minus[16])
{
    int32_t eight[8], four[4], two[2];
    MF_MAX_HALVES(int32_t, int32_t, 8, eight, minus, mf_maxi);
    MF_MAX_HALVES(int32_t, int32_t, 4, four, eight, mf_maxi);
    MF_MAX_HALVES(int32_t, int32_t, 2, two, four, mf_maxi);
    return -mf_maxi(two[0], two[1]);
}

/* The place of the first of the largest, from those of all lanes; of the first NaN.
 * (Places are read in any case, so that the loop can be vectors.) */
static inline int32_t mf_first16f(const float lane[16], const int32_t place[16])
{
    const float top = mf_max16f(lane);
    int32_t minus[16];
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const int32_t at = -place[i];
        minus[i] = (lane[i] == top || lane[i] != lane[i]) ? at : INT32_MIN;
    }
    return mf_place16(minus);
}

static inline int32_t mf_first16(const double lane[16], const int32_t place[16])
{
    const double top = mf_max16(lane);
    int32_t minus[16];
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const int32_t at = -place[i];
        minus[i] = (lane[i] == top || lane[i] != lane[i]) ? at : INT32_MIN;
    }
    return mf_place16(minus);
}

/* Does x come before the largest so far? The first NaN does. */
static inline bool mf_abovef(float x, float top)
{
    return (x > top) | ((x != x) & (top == top)); /* no branch */
}

static inline bool mf_above(double x, double top)
{
    return (x > top) | ((x != x) & (top == top)); /* no branch */
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

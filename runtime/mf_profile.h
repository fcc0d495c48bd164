/*
 * mf_profile.h - the time of kernels. A program compiled with --profile says after
 * every call of a kernel which one has run, and its struct holds the sums.
 */
#ifndef MF_PROFILE_H
#define MF_PROFILE_H

/* Row k of a profile: nanoseconds and calls of kernel k, which has run since the last
 * mark. Row 0: the time between functions, and the clock at the last mark. */
#include <time.h>
#if defined CLOCK_MONOTONIC || defined TIME_UTC /* C99 alone has no clock for it */
static inline void mf_profile_mark(uint64_t profile[][2], int k)
{
    struct timespec t;
#ifdef CLOCK_MONOTONIC
    clock_gettime(CLOCK_MONOTONIC, &t);
#else
    timespec_get(&t, TIME_UTC);
#endif
    const uint64_t now = (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
    if (profile[0][1] > 0)
        profile[k][0] += now - profile[0][1];
    if (k > 0)
        profile[k][1]++;
    profile[0][1] = now;
}
#endif

#endif

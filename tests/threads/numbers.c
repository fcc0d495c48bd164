/*
 * numbers.c - mf_threads gives 1 to `most` threads whatever the four numbers hold, as
 * they do in a struct that nobody has begun.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "mf_threads.h"

static uint64_t drawn(uint64_t *state)
{
    uint64_t x = *state += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/* Any number, but often one of the edge, or a small one. */
static uint64_t number(uint64_t *state)
{
    uint64_t x = drawn(state), how = drawn(state) % 4;
    return how == 0 ? UINT64_MAX : how == 1 ? x % 10 : how == 2 ? x >> (x % 64) : x;
}

int main(void)
{
    enum { MOST = 100 };
    uint64_t state = 1, step[4];
    for (int i = 0; i < 100000; i++) {
        for (int k = 0; k < 4; k++)
            step[k] = number(&state);
        for (int k = 0; k < 3; k++) {
            int n = mf_threads(step, MOST);
            mf_threads_done(step);
            if (n < 1 || n > MOST)
                return printf("%d threads\n", n), 1;
        }
    }
    return 0;
}

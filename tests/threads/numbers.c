/*
 * numbers.c - mf_threads gives 1 to `most` threads whatever the four numbers hold, as
 * they do in a struct that nobody has begun; it takes what the environment says, and
 * the faster way; and bands are added in their order.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
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

static int failed;

static void expect(const char *what, uint64_t is, uint64_t wanted)
{
    if (is != wanted && !failed++)
        printf("%s: %llu, not %llu\n", what, (unsigned long long)is,
               (unsigned long long)wanted);
}

static void any_numbers(void)
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
                expect("threads", (uint64_t)n, 1);
        }
    }
}

/* How many of at most `most` there are after such measurements. */
static uint64_t threads(uint64_t one, uint64_t all, uint64_t steps, int most)
{
    uint64_t step[4] = {0, one, all, steps};
    return (uint64_t)mf_threads(step, most);
}

static void environment(void)
{
    setenv("MFC_THREADS", "3", 1);
    expect("threads of MFC_THREADS", threads(0, 0, 0, 8), 3);
    expect("threads of fewer parts", threads(0, 0, 0, 2), 2);
    setenv("OMP_DYNAMIC", "false", 1);
    expect("threads that are told to be all", threads(1, 9, 9, 8), 3);
    setenv("OMP_DYNAMIC", "true", 1);
    expect("threads that need not be all", threads(1, 9, 9, 8), 1);
    unsetenv("MFC_THREADS");
    expect("threads of OMP_NUM_THREADS", threads(0, 0, 0, 8), 4);
}

static void faster_way(void)
{
    expect("threads while they are tried", threads(0, 0, 2, 4), 4);
    expect("threads while one is tried", threads(0, 0, 3, 4), 1);
    expect("threads where all are faster", threads(900, 500, 9, 4), 4);
    expect("threads where one is faster", threads(500, 900, 9, 4), 1);
    uint64_t step[4] = {0, 500, 900, 5 + 64 * 2};
    mf_threads(step, 4);
    expect("steps until both are tried again", step[3], 0);
    step[3] = 4 + 64 * 2;
    mf_threads(step, 4);
    expect("steps before", step[3], 4 + 64 * 2);
}

/* The number that step `at` changes: 1 or 2, or 0 for none. */
static uint64_t measured(uint64_t one, uint64_t all, uint64_t at)
{
    uint64_t step[4] = {1, one, all, at};
    mf_threads_done(step);
    expect("steps done", step[3], at + 1);
    return step[1] != one ? step[2] != all ? 3 : 1 : step[2] != all ? 2 : 0;
}

static void measuring(void)
{
    expect("the step that warms up", measured(7, 7, 0), 0);
    expect("a step of all", measured(7, 7, 1), 2);
    expect("a step of one", measured(7, 7, 3), 1);
    expect("a step where all are faster", measured(900, 500, 9), 2);
    expect("a step where one is faster", measured(500, 900, 9), 1);
}

static void order_of_bands(void)
{
    enum { BANDS = 8, TIMES = 300 };
    static int order[BANDS];
    for (int k = 0; k < TIMES; k++) {
        int added = 0, n = 0;
#pragma omp parallel for num_threads(4) schedule(static, 1)
        for (int i = 0; i < BANDS; i++) {
            mf_await(&added, i);
            int at = n++;
            mf_yield(); /* whoever does not wait comes in between */
            order[at] = i;
            mf_added(&added);
        }
        expect("bands", (uint64_t)added, BANDS);
        for (int i = 0; i < BANDS; i++)
            expect("place of a band", (uint64_t)order[i], (uint64_t)i);
    }
}

/* What a thread wrote before all met, every other one reads behind, however many there are
 * and whoever is late; in the next region as in the first. */
static void all_meet(int threads)
{
    enum { MOST = 8, ROUNDS = 100 };
    omp_set_dynamic(0);
    int value[MOST] = {0}, wrong = 0;
    for (int region = 0; region < 2; region++) {
        uint64_t met = 0;
#pragma omp parallel num_threads(threads)
        for (int round = 1; round <= ROUNDS; round++) {
            int k = mf_thread();
            if (round % threads == k)
                mf_yield();
            value[k] = round;
            mf_meet(&met);
            for (int i = 0; i < threads; i++)
                if (value[i] != round)
#pragma omp atomic
                    wrong++;
            mf_meet(&met);
        }
        expect("times that a thread met others", met, (uint64_t)(2 * ROUNDS * threads));
    }
    expect("values of the round before", (uint64_t)wrong, 0);
}

/* Any number of threads gets every unit once, and shares that differ by one unit; or
 * whole turns where these come out even, or hardly differ. */
static void shares(int turns, int units, int threads, int each)
{
    enum { MOST = 4000 };
    int times[MOST] = {0}, whole = turns % threads == 0 || turns >= 8 * threads;
    int least = MOST, most = 0;
#pragma omp parallel num_threads(threads)
    {
        int n = 0;
        MfShare s = each ? mf_share_each(turns, units) : mf_share(turns, units);
        while (mf_more(&s)) {
            for (int i = s.from; i < s.to; i++)
                times[s.turn * units + i]++;
            n += s.to - s.from;
        }
#pragma omp critical
        {
            least = n < least ? n : least;
            most = n > most ? n : most;
        }
    }
    for (int i = 0; i < turns * units; i++)
        expect("times that a unit is done", (uint64_t)times[i], 1);
    int apart = most - least, allowed = whole ? units : 1;
    if (each && units >= 16 * threads)
        allowed = units % threads ? turns : 0;
    expect("units more than another one", (uint64_t)(apart > allowed ? apart : 0), 0);
}

static void all_shares(void)
{
    static const int turns[] = {1, 2, 4, 5, 16, 36}, units[] = {1, 3, 8, 27, 100},
                     threads[] = {1, 2, 3, 4, 7, 12};
    for (int i = 0; i < 6; i++)
        for (int k = 0; k < 5; k++)
            for (int n = 0; n < 6; n++) {
                shares(turns[i], units[k], threads[n], 0);
                shares(turns[i], units[k], threads[n], 1);
            }
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "bands") == 0) {
        order_of_bands();
        all_meet(3);
        return failed != 0;
    }
    any_numbers();
    environment();
    faster_way();
    measuring();
    order_of_bands();
    for (int threads = 1; threads <= 8; threads++)
        all_meet(threads);
    all_shares();
    return failed != 0;
}

/*
 * mf_threads.h - how many threads a step has, where a program was compiled with
 * --threads for OpenMP. The bits do not depend on it, so time decides: some steps are
 * made by one thread and some by all, and most in the way that is faster now. On a
 * machine that others keep busy that is one thread, for then all the others wait for
 * the one that has no processor.
 *
 * Of each function a model remembers four numbers: when its step began, the nanoseconds
 * that one thread and all threads take, and the steps since both were tried.
 */
#ifndef MF_THREADS_H
#define MF_THREADS_H
#include "mf_plan.h"

/* For a step of at most so many threads: MFC_THREADS, else OMP_NUM_THREADS, else the
 * processors that the process may use; or 1. With OMP_DYNAMIC=false never 1 instead. */
#ifdef _OPENMP
#include <omp.h>
#include <stdlib.h>
static inline int mf_threads(uint64_t step[4], int most)
{
    const char *text = getenv("MFC_THREADS"), *dynamic = getenv("OMP_DYNAMIC");
    long n = text ? strtol(text, NULL, 10) : 0;
    n = n > 0 ? n : omp_get_max_threads();
    n = n < most ? n : most;
    step[0] = 0;
    if (n == 1 || (dynamic && (*dynamic == 'f' || *dynamic == 'F')))
        return (int)n;
    uint64_t less = step[1] < step[2] ? step[1] : step[2],
             more = step[1] < step[2] ? step[2] : step[1];
    if (step[3] >= 5 && step[3] - 5 >= 64 * (more / (less | 1) + 1))
        step[3] = 0; /* the slower way costs three steps in a hundred */
    step[0] = (uint64_t)(omp_get_wtime() * 1e9) | 1;
    return step[3] < 3 || (step[3] >= 5 && step[2] <= step[1]) ? (int)n : 1;
}
#endif

/* The number of this thread, from 0. */
static inline int mf_thread(void)
{
#ifdef _OPENMP
    return omp_get_thread_num();
#else
    return 0;
#endif
}

/* How many threads do this now. */
static inline int mf_team(void)
{
#ifdef _OPENMP
    return omp_get_num_threads();
#else
    return 1;
#endif
}

/* What a thread does of `turns` of a loop that have so many units each: turn after
 * turn, some units from `from` to `to`, and leaves out those that are others'. */
typedef struct MfShare {
    int units, others, next, end, turn, from, to;
} MfShare;

/* The same number for all threads, or one more: begin to end of so many. */
static inline MfShare mf_share_of(int all)
{
    int k = mf_thread(), threads = mf_team();
    int each = all / threads, rest = all % threads;
    int from = each * k + (k < rest ? k : rest);
    return (MfShare){.next = from, .end = from + each + (k < rest)};
}

/* Threads get whole turns where these come out even, or are so many that it does not
 * matter. */
static inline MfShare mf_share(int turns, int units)
{
    int threads = mf_team();
    int whole = turns % threads == 0 || turns / 8 >= threads ? units : 1;
    MfShare s = mf_share_of(turns * units / whole);
    return (MfShare){units, 0, s.next * whole, s.end * whole, 0, 0, 0};
}

/* The same units of every turn, so that a thread finds in its cache what it made of
 * them in another loop; or as above, where there are too few for so many threads. */
static inline MfShare mf_share_each(int turns, int units)
{
    if (units < 16 * mf_team())
        return mf_share(turns, units);
    MfShare s = mf_share_of(units);
    return (MfShare){units,  units - (s.end - s.next),
                     s.next, (turns - 1) * units + s.end,
                     0,      0,
                     0};
}

/* Goes on to the next turn; 0: there is none. */
static inline int mf_more(MfShare *s)
{
    int left = s->end - s->next, most = s->units - s->others;
    most = left < most ? left : most;
    s->turn = s->next / s->units;
    s->from = s->next % s->units;
    s->to = most < s->units - s->from ? s->from + most : s->units;
    s->next += s->to - s->from + s->others;
    return left > 0;
}

/* Has the next product of the plan ask for `bytes` of each unit of the share, the first
 * of the turn being here and the others as far from each other: other threads have
 * touched what is about to be stored there. */
static inline void mf_own(MfPlan *plan, const MfShare *share, const void *at,
                          ptrdiff_t step, int bytes)
{
    enum { LINE = 64 };
    if (mf_team() > 1)
        plan->own[plan->owns++] =
            (MfOwn){(uintptr_t)at + (uintptr_t)(share->from * step), step,
                    (bytes + LINE - 1) / LINE, share->to - share->from};
}

/* What a thread does instead of asking again and again. */
#if defined _OPENMP && defined __has_include
#if __has_include(<threads.h>)
#include <threads.h>
#define mf_yield() thrd_yield()
#endif
#endif
#ifndef mf_yield
#define mf_yield() ((void)0)
#endif

/* All threads wait for each other; `met` counts how often one came, in this region.
 * OpenMP's barrier is what holds them back. Before it, whoever is early looks out for
 * the others, since to be woken takes longer than what most wait for: for some
 * milliseconds, or until something else took the processor that this thread yielded. */
static inline void mf_meet(uint64_t *met)
{
#ifdef _OPENMP
    enum { MOST_TRIES = 20000, BEFORE_YIELD = 500 };
    uint64_t threads = (uint64_t)mf_team(), now;
#pragma omp atomic capture seq_cst
    now = ++*met;
    uint64_t all = (now + threads - 1) / threads * threads;
    for (int tries = 0; now < all && tries < MOST_TRIES; tries++) {
        if (tries > BEFORE_YIELD) {
            double begin = omp_get_wtime();
            mf_yield();
            if (omp_get_wtime() - begin > 5e-6)
                break;
        }
#pragma omp atomic read seq_cst
        now = *met;
    }
#pragma omp barrier
#else
    (void)met;
#endif
}

/* Bands of rows are added to a sum one after the other: waits until `n` of them are. */
static inline void mf_await(const int *added, int n)
{
#ifdef _OPENMP
    for (int now = 0, tries = 0;; tries++) {
#pragma omp atomic read seq_cst
        now = *added;
        if (now >= n)
            return;
        if (tries > 1000)
            mf_yield();
    }
#else
    (void)added;
    (void)n;
#endif
}

/* One more is. */
static inline void mf_added(int *added)
{
#ifdef _OPENMP
#pragma omp atomic update seq_cst
#endif
    ++*added;
}

/* The step that mf_threads began is done: 0 warms up, 1 and 2 are those of all threads,
 * 3 and 4 those of one. */
static inline void mf_threads_done(uint64_t step[4])
{
#ifdef _OPENMP
    if (step[0] == 0)
        return;
    uint64_t n = step[3]++, took = (uint64_t)(omp_get_wtime() * 1e9) - step[0];
    uint64_t *mean = n < 3 || (n >= 5 && step[2] <= step[1]) ? &step[2] : &step[1];
    if (n >= 5)
        *mean = (7 * *mean + took) / 8;
    else if (n > 0)
        *mean = n % 2 == 1 ? took : (*mean + took) / 2;
#else
    (void)step;
#endif
}

#endif

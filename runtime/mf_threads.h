/*
 * mf_threads.h - how many threads a step has, where a program was compiled with
 * --threads for OpenMP.
 */
#ifndef MF_THREADS_H
#define MF_THREADS_H

/* MFC_THREADS, else OMP_NUM_THREADS, else the processors that the process may use; at
 * most as many as pay. */
#ifdef _OPENMP
#include <omp.h>
#include <stdlib.h>
static inline int mf_threads(int most)
{
    const char *text = getenv("MFC_THREADS");
    long n = text ? strtol(text, NULL, 10) : 0;
    n = n > 0 ? n : omp_get_max_threads();
    return n < most ? (int)n : most;
}
#endif

#endif

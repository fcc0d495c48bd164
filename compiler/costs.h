/*
 * costs.h - what the kernels of an entry cost, call by call, for graph and report.
 */
#ifndef MFC_COSTS_H
#define MFC_COSTS_H

#include "emit.h"

/* A call of a kernel, or the same call in all turns of a loop: in one run of the
 * entry. */
typedef struct Cost {
    const Call *call;
    const Kernel *kernel;
    double times, flops, bytes; /* calls; FLOPs and bytes of all of them */
    double seconds;             /* as measured; 0 where nothing was */
} Cost;
typedef ARRAY(Cost) Costs;

/* The mean time of a call of each kernel, by its number; from a log. */
typedef struct Times {
    int n;
    double *seconds;
} Times;

/* Reads the log of a training with --profile; fails with exit 3 where it is of
 * another program. NULL for a path that is NULL. */
Times *times_read(Arena *arena, const char *path, const Emitted *emitted, int entries);

/* In the order of the calls; `times` may be NULL. */
Costs costs_of(Arena *arena, const Routine *r, const Times *times);

/* 1.23k, 45.6M: three digits and a unit, with `unit` behind. */
const char *amount_text(Arena *arena, double v, const char *unit);

#endif

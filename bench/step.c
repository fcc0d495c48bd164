/*
 * step.c - times the steps of any emitted trainer. It takes the place of the
 * runtime's mf_main, so a trainer is timed as it is, on inputs drawn from a seed
 * instead of its data:
 *
 *     mfc compile net.lua -o net.c
 *     cc -std=c11 -O3 -march=native -ffp-contract=off -Iruntime net.c bench/step.c -lm
 *     ./a.out [SECONDS [TRAIN | FUNCTION]]
 *
 * Prints names and values, one a line. Times are processor time of this process: on
 * a shared machine the clock on the wall measures the neighbours. That clock is what
 * counts with several threads, though: wall_ms. Reading the clock takes as long as a
 * step of a tiny network, so steps are timed by the block. With SMALL_PAGES=1 in the
 * environment the net has pages of 4 KiB, other than in a trainer.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "mf_pages.h"
#include "mfrt.h"

enum { MOST_BLOCKS = 100000, LEAST_BLOCKS = 3 };
static const double BLOCK_MS = 0.1; /* a block of steps takes at least so long */

static double now(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

static size_t port_size(const MfPort *port)
{
    size_t n = 1;
    for (int d = 0; d < port->rank; d++)
        n *= (size_t)port->dim[d];
    return n;
}

static void *draw_port(const MfPort *port, uint32_t which)
{
    size_t n = port_size(port);
    double *values = calloc(n + 1, sizeof *values); /* of the widest dtype */
    if (!values)
        exit(1);
    int limit = port->limit ? port->limit : 2;
    for (size_t i = 0; i < n; i++) {
        double u = (double)mf_uniform(1, which, 0, (uint32_t)i);
        if (port->dtype == MF_F32)
            ((float *)values)[i] = (float)u;
        else if (port->dtype == MF_F64)
            values[i] = u;
        else if (port->dtype == MF_I32)
            ((int32_t *)values)[i] = (int32_t)(u * limit);
        else
            ((bool *)values)[i] = u < 0.5;
    }
    return values;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int mf_main(int argc, char **argv, const MfModel *model, void *net)
{
    double start = now(CLOCK_MONOTONIC), seconds = argc > 1 ? atof(argv[1]) : 1;
    const MfTrain *train = model->n_trains > 0 ? model->train : NULL;
    const MfFunc *func = NULL;
    for (int i = 0; argc > 2 && i < model->n_trains; i++)
        train = strcmp(argv[2], model->train[i].name) == 0 ? &model->train[i] : train;
    for (int i = 0; argc > 2 && i < model->n_funcs; i++)
        func = strcmp(argv[2], model->func[i].name) == 0 ? &model->func[i] : func;
    if (!train && !func) {
        fprintf(stderr, "step: %s has no train; name a function\n", model->name);
        return 2;
    }
    if (!net && !(net = calloc(1, model->size)))
        return 1;
    if (!func && !getenv("SMALL_PAGES"))
        mf_use_large_pages(net, model->size);
    int n_in = func ? func->n_in : train->n_in, n_out = func ? func->n_out : 0;
    const void **in = calloc((size_t)n_in + 1, sizeof *in);
    void **out = calloc((size_t)n_out + 1, sizeof *out);
    double *values = calloc(func ? 1 : (size_t)train->n_metrics + 1, sizeof *values);
    double *time = calloc(MOST_BLOCKS, sizeof *time);
    double *wall = calloc(MOST_BLOCKS, sizeof *wall);
    if (!in || !out || !values || !time || !wall)
        return 1;
    for (int i = 0; i < n_in; i++)
        in[i] = draw_port(func ? &func->in[i] : &train->in[i], (uint32_t)i);
    for (int i = 0; i < n_out; i++)
        out[i] = draw_port(&func->out[i], 0);
    model->init(net, 1);
    int n = 0, block = 1;
    double first = 0, begin = now(CLOCK_MONOTONIC);
    while (n < LEAST_BLOCKS ||
           (n < MOST_BLOCKS && now(CLOCK_MONOTONIC) - begin < seconds * 1e3)) {
        double from = now(CLOCK_PROCESS_CPUTIME_ID), start_wall = now(CLOCK_MONOTONIC);
        for (int i = 0; i < block; i++) {
            if (func)
                func->call(net, in, out);
            else
                train->step(net, in, values);
            ++*(uint64_t *)((char *)net + model->step_offset);
        }
        wall[n] = now(CLOCK_MONOTONIC) - start_wall;
        time[n] = now(CLOCK_PROCESS_CPUTIME_ID) - from;
        if (first == 0)
            first = now(CLOCK_MONOTONIC) - start;
        else if (wall[n] < BLOCK_MS) { /* that was no block yet: longer ones */
            block *= 2;
            continue;
        }
        wall[n] /= block;
        time[n++] /= block;
    }
    qsort(time, (size_t)n, sizeof *time, compare);
    qsort(wall, (size_t)n, sizeof *wall, compare);
    printf("step_ms %.9g\nleast_ms %.9g\nfirst_ms %.4g\nblocks %d\n", time[n / 2],
           time[0], first, n);
    printf("wall_ms %.9g\nleast_wall_ms %.9g\n", wall[n / 2], wall[0]);
    struct rusage usage = {0};
    getrusage(RUSAGE_SELF, &usage);
    printf("most_mib %.1f\n", (double)usage.ru_maxrss / 1024);
    printf("model_bytes %zu\nloss %.9g\n", model->size, values[0]);
    return 0;
}

/*
 * costs.c - FLOPs, bytes and times of the calls of a routine. Times come from a log
 * and belong to kernels by their names in the C: calls of one kernel share its mean.
 */
#include "costs.h"
#include "plot_log.h"

#include <math.h>
#include <string.h>

static const Kernel *kernel_named(const Calls *kernels, const char *id)
{
    for (int i = 0; i < kernels->n; i++) {
        const Kernel *k = kernels->at[i]->kernel->same;
        if (k && k->id && strcmp(k->id, id) == 0)
            return k;
    }
    return NULL;
}

Times *times_read(Arena *arena, const char *path, const Emitted *emitted, int entries)
{
    if (!path)
        return NULL;
    Log log = log_read(arena, path);
    Times *times = NEW(arena, Times);
    int most = 0;
    if (log.kernels.n == 0)
        fail(EXIT_FILE,
             "%s has no times of kernels: build the trainer with mfc build --profile, "
             "and train with --profile --log FILE.jsonl",
             path);
    Calls *calls = NEW_N(arena, Calls, entries);
    for (int e = 0; e < entries; e++)
        calls[e] = kernel_calls(arena, &emitted->routine[e]->calls);
    const Kernel **kernel = NEW_N(arena, const Kernel *, log.kernels.n);
    for (int i = 0; i < log.kernels.n; i++) {
        const KernelTime *t = &log.kernels.at[i];
        for (int e = 0; e < entries && !kernel[i]; e++)
            kernel[i] = kernel_named(&calls[e], t->kernel);
        if (!kernel[i])
            fail(EXIT_FILE,
                 "%s:%d: there is no kernel %s: the log is of another script, or of "
                 "other options of mfc: train again",
                 path, t->line, t->kernel);
        most = kernel[i]->number > most ? kernel[i]->number : most;
    }
    times->seconds = NEW_N(arena, double, most + 1);
    times->n = most + 1;
    for (int i = 0; i < log.kernels.n; i++)
        if (log.kernels.at[i].calls > 0)
            times->seconds[kernel[i]->number] =
                log.kernels.at[i].seconds / log.kernels.at[i].calls;
    return times;
}

static void add_costs(Arena *arena, Costs *costs, const Calls *calls, double turns,
                      const Times *times)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        if (!c->kernel) {
            add_costs(arena, costs, &c->body, turns * (double)c->turn->extent, times);
            continue;
        }
        Cost cost = {.call = c, .kernel = c->kernel, .times = turns};
        const Kernel *same = c->kernel->same;
        cost.flops = turns * kernel_flops(c->kernel);
        cost.bytes = turns * kernel_bytes(c->kernel);
        if (times && same && same->number < times->n)
            cost.seconds = turns * times->seconds[same->number];
        PUSH(arena, *costs, cost);
    }
}

Costs costs_of(Arena *arena, const Routine *r, const Times *times)
{
    Costs costs = {0};
    add_costs(arena, &costs, &r->calls, 1, times);
    return costs;
}

const char *amount_text(Arena *arena, double v, const char *unit)
{
    static const char *const prefix[] = {"n", "u", "m", "", "k", "M", "G", "T"};
    int i = 3;
    for (; v >= 999.5 && i < 7; i++)
        v /= 1000;
    for (; v > 0 && v < 0.9995 && i > 0; i--)
        v *= 1000;
    return arena_format(arena, "%.3g %s%s", v, prefix[i], unit);
}

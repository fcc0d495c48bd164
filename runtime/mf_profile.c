/*
 * mf_profile.c - what a program compiled with --profile tells at the end of a
 * training: the time of each kernel, as a table and as lines of the log. Reading the
 * clock takes time as well; it is measured here and taken off.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#endif
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "mf_file.h"
#include "mf_log.h"

typedef struct MfTimed {
    const MfKernel *kernel;
    double calls, seconds;
} MfTimed;

typedef struct MfProfile {
    int n;
    MfTimed *row;
    double between, clock; /* seconds between functions, and of reading the clock */
    double all;
} MfProfile;

/* Row k of the sums in the net. */
static void read_row(const MfModel *model, const void *net, int k, uint64_t row[2])
{
    memcpy(row, (const char *)net + model->profile_offset + (size_t)k * 16, 16);
}

static int longer_first(const void *a, const void *b)
{
    const MfTimed *x = a, *y = b;
    if (x->seconds != y->seconds)
        return (x->seconds < y->seconds) - (x->seconds > y->seconds);
    return (x->kernel > y->kernel) - (x->kernel < y->kernel);
}

/* Seconds that one reading of the clock takes: the least of many, for nothing but
 * other programs makes it longer. */
static double clock_seconds(void)
{
    double least = 1;
    for (int i = 0; i < 100; i++) {
        double start = mf_seconds();
        for (int k = 0; k < 9; k++)
            mf_seconds();
        double each = (mf_seconds() - start) / 10;
        least = each < least ? each : least;
    }
    return least;
}

static bool profile_make(MfProfile *p, const MfModel *model, const void *net)
{
    double each = clock_seconds();
    uint64_t row[2];
    *p = (MfProfile){.n = model->n_kernels};
    p->row = mf_alloc((size_t)p->n, sizeof *p->row);
    if (p->row == NULL)
        return false;
    read_row(model, net, 0, row);
    p->between = p->all = 1e-9 * (double)row[0];
    for (int i = 0; i < p->n; i++) {
        read_row(model, net, i + 1, row);
        double calls = (double)row[1], seconds = 1e-9 * (double)row[0];
        double clock = calls * each < seconds ? calls * each : seconds;
        p->row[i] = (MfTimed){&model->kernel[i], calls, seconds - clock};
        p->clock += clock;
        p->all += seconds;
    }
    qsort(p->row, (size_t)p->n, sizeof *p->row, longer_first);
    return true;
}

/* Of `amount` a call; 0 where nothing was measured. */
static double rate(const MfTimed *t, double amount)
{
    return t->seconds > 0 ? t->calls * amount / t->seconds : 0;
}

int mf_profile_begin(const MfModel *model, void *net)
{
    if (model->n_kernels == 0)
        return mf_fail(2,
                       "%s was compiled without what --profile needs: use mfc run "
                       "--profile %s, or mfc build or compile with --profile",
                       model->name, model->script);
    memset((char *)net + model->profile_offset, 0, ((size_t)model->n_kernels + 1) * 16);
    return 0;
}

static void print_rest(FILE *to, const MfProfile *p, const char *what, double seconds)
{
    if (seconds > 0)
        fprintf(to, "%-18s %10.4g %6.1f\n", what, seconds, 100 * seconds / p->all);
}

/* A formula of at most 60 columns. */
static void print_formula(FILE *to, const char *formula)
{
    enum { MF_WIDEST = 60 };
    size_t n = strlen(formula);
    fprintf(to, n > MF_WIDEST ? "%.*s...\n" : "%.*s\n",
            n > MF_WIDEST ? MF_WIDEST - 3 : (int)n, formula);
}

void mf_profile_print(const MfModel *model, const void *net, FILE *to)
{
    MfProfile p;
    if (!profile_make(&p, model, net))
        return;
    int i = 0;
    fprintf(to, "\n%-18s %10s %6s %10s %10s %8s %8s  %-18s %s\n", "kernel", "seconds",
            "%", "calls", "us/call", "GFLOP/s", "GB/s", "line", "what");
    /* Those with less than a tenth of a percent are told together. */
    for (; i < p.n && p.row[i].seconds >= 1e-3 * p.all && p.row[i].calls > 0; i++) {
        const MfTimed *t = &p.row[i];
        fprintf(to, "%-18s %10.4g %6.1f %10.0f %10.4g %8.3g %8.3g  %-18s ",
                t->kernel->name, t->seconds, 100 * t->seconds / p.all, t->calls,
                1e6 * t->seconds / t->calls, 1e-9 * rate(t, t->kernel->flops),
                1e-9 * rate(t, t->kernel->bytes), t->kernel->line);
        print_formula(to, t->kernel->formula);
    }
    double others = 0;
    for (int k = i; k < p.n; k++)
        others += p.row[k].seconds;
    print_rest(to, &p, "other kernels", others);
    print_rest(to, &p, "between functions", p.between);
    print_rest(to, &p, "reading the clock", p.clock);
    print_rest(to, &p, "all", p.all);
    free(p.row);
}

void mf_profile_log(const MfModel *model, const void *net, MfLog *log)
{
    MfProfile p;
    if (log->file == NULL || log->csv || !profile_make(&p, model, net))
        return;
    for (int i = 0; i < p.n; i++) {
        const MfTimed *t = &p.row[i];
        if (t->calls == 0)
            continue;
        fputs("{\"event\":\"profile\",\"kernel\":", log->file);
        mf_json_text(log->file, t->kernel->name);
        fputs(",\"line\":", log->file);
        mf_json_text(log->file, t->kernel->line);
        fputs(",\"formula\":", log->file);
        mf_json_text(log->file, t->kernel->formula);
        fprintf(log->file,
                ",\"calls\":%.0f,\"seconds\":%.9g,\"flops\":%.17g,\"bytes\":%.17g,"
                "\"flops_per_s\":%.6g,\"bytes_per_s\":%.6g}\n",
                t->calls, t->seconds, t->kernel->flops, t->kernel->bytes,
                rate(t, t->kernel->flops), rate(t, t->kernel->bytes));
    }
    free(p.row);
}

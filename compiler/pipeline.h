/*
 * pipeline.h - the passes in their order, which of them run, and the dumps.
 *
 * The table of passes is in pipeline.c. A pass over a graph is run from there;
 * a step of the back end (fusing, sharing of memory, ...) has a row too, so that
 * it has a name, a --no-NAME and a line of help, and asks pipeline_wants.
 */
#ifndef MFC_PIPELINE_H
#define MFC_PIPELINE_H

#include "program.h"

typedef ARRAY(const char *) Names;

/* Below, a barrier and data from another core cost more than dividing brings. */
enum { THREADS_FROM = 4000 };
/* Arrays of fewer elements may be in a cache when they are read again. */
enum { UNCACHED = 1 << 20 };
/* The least that processors of today have, and so what is certain to be beyond it. */
enum { SECOND_CACHE = 1 << 20 };

typedef struct Pass {
    const char *name;     /* --no-NAME, -d NAME */
    void (*run)(Graph *); /* NULL: a step of the back end */
    const char *doc;      /* one line of `mfc --help` */
} Pass;

/* What the command line says about them. */
typedef struct Pipeline {
    Arena *arena;
    unsigned off;      /* bit i: pass i of the table is switched off */
    long limit;        /* --pass-limit: how many passes may run; -1: all */
    long done;         /* how many have */
    long band;         /* rows of a band, wherever it can be; 0: where it pays */
    bool naive_plan;   /* --plan naive: no two buffers share memory */
    bool blas;         /* --blas: large products by OpenBLAS */
    bool threads;      /* --threads: kernels are divided among threads, */
    long threads_from; /* if they take so many nanoseconds; 0: wherever it can be */
    int64_t cache;     /* bytes of the second cache; 0: nothing is asked for ahead */
    int64_t stack;     /* --stack: bytes that a kernel may take of it; 0: no limit */
    long uncached;     /* elements of an array that counts as in no cache */
    bool shuffle;      /* --schedule-seed was given: */
    uint64_t seed;     /* another legal order of the kernels for each */
    Names dumps;       /* -d: stages, "all" or "time" */
    FILE *to;          /* where dumps go */
} Pipeline;

/* The table, *n long. */
const Pass *pipeline_passes(int *n);
/* The number of this pass, or -1. */
int pipeline_find(const char *name);
/* The names that -d takes, in order: the graph, the passes, loops, plan, c. */
const char *const *pipeline_stages(int *n);

/* May this pass run now? Counts it against --pass-limit if so. */
bool pipeline_wants(Pipeline *p, const char *pass);
/* Runs the passes over every entry of the program, checking each result. */
void pipeline_run(Pipeline *p, Program *program);

/* Is the text of this stage asked for? Then hand it to pipeline_dump; `entry` is
 * the entry point it belongs to, or NULL for the whole program. */
bool pipeline_dumps(const Pipeline *p, const char *stage);
void pipeline_dump(const Pipeline *p, const char *stage, const char *entry,
                   const char *text);
/* Seconds on the one clock, and a line of -d time for what took since then. */
double pipeline_clock(void);
void pipeline_time(const Pipeline *p, const char *stage, double since);

#endif

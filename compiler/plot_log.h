/*
 * plot_log.h - the logs of trainers, read back: JSON lines or CSV.
 */
#ifndef MFC_PLOT_LOG_H
#define MFC_PLOT_LOG_H

#include "base.h"

/* A quantity along the steps; NaN where the log says null. */
typedef struct Series {
    const char *name; /* valid_loss; of several trains d.valid_loss */
    ARRAY(double) x, y;
} Series;

/* A line `{"event":"profile", ...}`: the time of a kernel. */
typedef struct KernelTime {
    const char *kernel; /* k1_mul */
    double calls, seconds;
    int line; /* of the log */
} KernelTime;

typedef struct Log {
    const char *path, *x_name; /* step, or line */
    ARRAY(Series) series;
    ARRAY(KernelTime) kernels;
} Log;

/* Fails with exit 3, and the line, where the file is no log. A last line without its
 * end, of a training under way, is left out. */
Log log_read(Arena *arena, const char *path);

#endif

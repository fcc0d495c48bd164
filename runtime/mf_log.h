/*
 * mf_log.h - what training tells: a log file with a line a step, and on the
 * screen a progress bar or plain lines.
 */
#ifndef MF_LOG_H
#define MF_LOG_H

#include <stdio.h>

#include "mfrt.h"

/* Digits that bring a value of this dtype back: 9, 17, or 10 of an integer. */
int mf_digits(MfDtype dtype);
/* As it is printed: processors differ in the sign of NaN. */
double mf_shown(double v);
/* A text of JSON, in quotes. */
void mf_json_text(FILE *out, const char *text);

/* ---- the log file: JSON lines, or CSV if its name ends so ---- */

typedef struct MfLog {
    const MfModel *model;
    const char *path;
    FILE *file; /* NULL: none is wanted, or the disk is full */
    bool csv;
    int code;
} MfLog;

/* A step: values are the loss and the metrics of its train. */
typedef struct MfLine {
    uint64_t step, epoch;
    const MfTrain *train;
    const double *value, *valid; /* valid: NULL where none were computed */
} MfLine;

/* Begins a log; path NULL: none. A run that resumes after `step` keeps the lines
 * up to it, so that the log of two halves is that of the whole. 0 or 3. */
int mf_log_open(MfLog *log, const MfModel *model, const char *path, uint64_t step);
void mf_log_line(MfLog *log, const MfLine *line);
void mf_log_flush(MfLog *log);
/* Where text for people goes: stdout, but stderr where the log itself is on stdout. */
FILE *mf_log_beside(const MfLog *log);
/* 0, or 3 when some line could not be written (which was said then). */
int mf_log_close(MfLog *log);

/* ---- the profile, of programs compiled with --profile ---- */

/* Begins at zero; 0, or 2 after a message when the program cannot measure. */
int mf_profile_begin(const MfModel *model, void *net);
/* Lines `{"event":"profile", ...}`, one a kernel, in a log of JSON lines. */
void mf_profile_log(const MfModel *model, const void *net, MfLog *log);
/* The table, the longest first. */
void mf_profile_print(const MfModel *model, const void *net, FILE *to);

/* ---- the screen ---- */

typedef struct MfScreen {
    bool bar, lines, color; /* a bar on stderr; plain lines on stdout */
    int width;              /* of the bar that stands there now; 0: none */
    uint64_t first, total;  /* steps */
    double started, drawn;  /* seconds */
} MfScreen;

double mf_seconds(void);
void mf_screen_begin(MfScreen *s, bool quiet, uint64_t first, uint64_t total);
/* After a step: redraws the bar, at most ten times a second. */
void mf_screen_step(MfScreen *s, uint64_t step, double loss);
/* The line of the bar after a step, at the time `now`, in this many columns. */
enum { MF_SCREEN_LINE = 400 };
void mf_screen_line(char line[MF_SCREEN_LINE], const MfScreen *s, int width,
                    uint64_t step, double loss, double now);
/* Takes the bar away, for whoever is about to print. */
void mf_screen_clear(MfScreen *s);

#endif

/*
 * tiny_model.h - a model written by hand for the tests of the trainer: y = x w + b
 * by momentum on inline data, with noise that depends on the step, so that a step
 * done twice or left out changes every later number.
 */
#ifndef TINY_MODEL_H
#define TINY_MODEL_H

#include "mfrt.h"

enum { TINY_ROWS = 22, TINY_BATCH = 4 };

typedef struct Tiny {
    float w[3], b;
    float mean;            /* a running statistic: of the losses */
    float w_m[3], b_m;     /* momentum */
    float w_g[3], b_g;     /* gradients, where they accumulate */
    float lr, beta, steps; /* settings */
    uint64_t seed, step;
} Tiny;

typedef enum TinyKind {
    TINY_PLAIN,
    TINY_OTHER,      /* the same with another hash */
    TINY_EARLY,      /* validation, early stopping, checkpoints every 3 steps */
    TINY_SELDOM,     /* validation every two epochs, else like it */
    TINY_RISES,      /* the same by a metric of which more is better */
    TINY_CAREFUL,    /* a checkpoint every step */
    TINY_ACCUMULATE, /* two batches a step, a checkpoint every epoch */
    TINY_PAIR        /* two trains: "d" twice for each "g", which has no data */
} TinyKind;

typedef struct TinyProgram {
    MfModel model;
    MfTrain train[2];
    MfData data;
    MfField field[2];
    MfSplit split[2];
    double x[TINY_ROWS * 3], y[TINY_ROWS];
} TinyProgram;

/* The step, counted from 1, during which the process sends itself SIGINT. */
extern int tiny_stop_at;

void tiny_make(TinyProgram *p, TinyKind kind);

#endif

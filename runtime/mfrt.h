/*
 * mfrt.h - the runtime of a generated trainer: what a generated file tells it
 * (MfModel and its parts) and what it offers (mf_main). The generated kernels
 * themselves need only mf_math.h and mf_random.h, which are included here.
 *
 * Only libc and libm are needed. Errors are returned to the caller, with a
 * message on stderr; only a generated main exits.
 */
#ifndef MFRT_H
#define MFRT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus /* what the kernels call is C */
extern "C" {
#else
#include "mf_math.h"
#include "mf_lanes.h"
#include "mf_tile.h"
#include "mf_random.h"
#include "mf_profile.h"
#include "mf_threads.h"
#endif

enum { MF_MAX_RANK = 8 };

typedef enum MfDtype { MF_F32, MF_F64, MF_I32, MF_BOOL } MfDtype;

typedef enum MfRole {
    MF_PARAM,  /* a parameter, trained or frozen: in parameter files */
    MF_STAT,   /* running statistics: in parameter files too */
    MF_STATE,  /* of the optimiser: in checkpoints only */
    MF_SETTING /* a scalar that --set changes: lr, beta1 ... */
} MfRole;

/* A tensor that lives in the model's struct, at `offset` bytes. */
typedef struct MfTensor {
    const char *name;
    MfDtype dtype;
    MfRole role;
    int rank;
    int dim[MF_MAX_RANK];
    size_t offset;
} MfTensor;

/* An input or output of a function. `limit`: an i32 input is used as an index
 * below it (0: it is not). `limits`: those of the numbers of a row, where they differ;
 * `limit` is the least then. */
typedef struct MfPort {
    const char *name;
    MfDtype dtype;
    int rank;
    int dim[MF_MAX_RANK];
    int limit;
    const int *limits;
} MfPort;

/* A function of the model. `batch`: the extent of the first axis where every
 * input and output has the batch there, else 0. */
typedef struct MfFunc {
    const char *name;
    int batch;
    int n_in, n_out;
    const MfPort *in, *out;
    void (*call)(void *net, const void *const *in, void *const *out);
} MfFunc;

/* ---- data ---- */

typedef enum MfScale { MF_AS_IS, MF_ZSCORE, MF_MINMAX, MF_AFFINE } MfScale;

/* Where the values of one input come from. Of a text, the first field is the
 * window, the second the same window moved by one. */
typedef struct MfField {
    const char *input;
    const char *split;   /* rows of this split only (idx); NULL: of all */
    const char *path;    /* NULL: inline */
    const char *columns; /* csv: "1:13", "medv", "crim,zn,4:6"; NULL: all */
    MfScale scale;
    double mul, sub, div; /* MF_AFFINE: (v * mul - sub) / div */
    MfDtype raw;          /* raw: the file's dtype ... */
    bool raw_u8;          /* ... or bytes */
    const double *values; /* inline: rows x row size */
    int rows;
} MfField;

typedef struct MfSplit {
    const char *name;
    double fraction; /* of the rows, in file order; 0 where the fields say it */
} MfSplit;

typedef enum MfDataKind {
    MF_DATA_NONE,
    MF_DATA_CSV,
    MF_DATA_NPY,
    MF_DATA_IDX,
    MF_DATA_TEXT,
    MF_DATA_INLINE,
    MF_DATA_RAW
} MfDataKind;

typedef struct MfData {
    MfDataKind kind;
    const char *path; /* csv, text: the one file */
    int header;       /* csv: 1 has one, 0 has none, -1 look */
    bool gaps;        /* csv: a value that is missing is NaN, not an error */
    int context;      /* text: tokens in a row */
    int vocabulary;   /* text: the most distinct bytes the model knows; 0: any */
    int n_fields, n_splits;
    const MfField *field;
    const MfSplit *split;
} MfData;

/* ---- training ---- */

typedef enum MfShuffle { MF_IN_ORDER, MF_SHUFFLE, MF_REPLACEMENT } MfShuffle;

typedef struct MfTrain {
    const char *name; /* "" where the program has one train only */
    int batch;
    int n_in;
    const MfPort *in;
    /* One step: forward, backward, update. out[0] is the loss before the
     * update, then the metrics. */
    void (*step)(void *net, const void *const *in, double *out);
    /* The same values in inference, without an update; `one` for a batch of a
     * single row (NULL where the script's batch is a plain number). */
    void (*eval)(void *net, const void *const *in, double *out);
    void (*eval_one)(void *net, const void *const *in, double *out);
    int n_metrics;
    const char *const *metric;
    /* Metrics that are no means over rows: eval gives, after the metrics, sums from
     * whose means over many batches `total` makes the values totalled[0] ... (0 is the
     * loss, 1 the first metric); in[i] is a double. */
    int n_sums, n_totalled;
    const int *totalled;
    void (*total)(void *net, const void *const *in, double *out);
    long epochs, steps; /* 0: not given; steps win */
    MfShuffle shuffle;
    uint64_t seed;
    int accumulate; /* batches a step; 0 or 1: one */
    /* Adds the batch's gradient / accumulate to the buffers: the first batches of a
     * step. `step` takes the last one, adds its gradient / accumulate and applies
     * them. Meanwhile the seed in the net is another one for each part, so that
     * the batches of a step do not share their random numbers. */
    void (*part)(void *net, const void *const *in, double *out);
    const char *valid_split; /* NULL: none */
    long valid_every;        /* steps; 0: every valid_epochs */
    long valid_epochs;       /* 0 or 1: every epoch */
    int valid_batches;       /* 0: all */
    const char *early_metric;
    int early_patience;
    long checkpoint_every; /* steps; 0: none */
    long checkpoint_epochs;
    int checkpoint_keep;
    int turns; /* updates of this train in one round of the schedule */
} MfTrain;

/* What the reference evaluator found when the program was compiled, for self-test:
 * element index[i] of an output is value[i], give or take `tolerance`, when a
 * function runs on a net that init(net, seed) made and on inputs of which element
 * e of input p is, u = mf_uniform(seed, p, 0, e): 2 u - 1 where it is floating,
 * else the whole part of n u, n = limit, or 2 without a limit. */
typedef struct MfProbe {
    int func, output;
    uint64_t seed;
    int n;
    const long *index;
    const double *value;
    double tolerance;
} MfProbe;

/* A kernel of a program that was compiled with --profile: what one call of it
 * computes (a fused multiply-add counts 2), and the bytes of its arrays. */
typedef struct MfKernel {
    const char *name;    /* k1_mul, as in the C */
    const char *line;    /* boston.lua:14 */
    const char *formula; /* h = sigmoid(x W1 + b1) */
    double flops, bytes;
} MfKernel;

/* ---- the model ---- */

typedef struct MfModel {
    const char *name;    /* boston */
    const char *script;  /* boston.lua */
    const char *version; /* of mfc */
    uint64_t hash;       /* of the program: its graph and shapes */
    MfDtype real;        /* dtype of its floating values */
    size_t size;         /* bytes of the struct */
    size_t param_bytes, state_bytes, work_bytes;
    size_t seed_offset, step_offset; /* uint64_t each */
    size_t steps_offset; /* the setting that holds the total of steps; 0: none */
    void (*init)(void *net, uint64_t seed);
    const char *(*arithmetic)(void); /* mf_arithmetic, as the file was compiled */
    int n_tensors, n_funcs, n_trains;
    const MfTensor *tensor;
    const MfFunc *func;
    const MfTrain *train;
    const MfData *data;
    int n_probes;
    const MfProbe *probe;
    int n_kernels; /* 0: not compiled with --profile */
    const MfKernel *kernel;
    size_t profile_offset; /* of uint64_t[n_kernels + 1][2], see mf_profile_mark */
    int threads;           /* that its steps can have; 0: not compiled for threads */
    bool blas;             /* OpenBLAS makes products: results may differ elsewhere */
} MfModel;

/* The command line of a trainer (docs/runtime.md): train, eval, predict, call,
 * info. `net` is a zeroed instance of model->size bytes, or NULL: then
 * it is allocated. Returns the exit code. */
int mf_main(int argc, char **argv, const MfModel *model, void *net);

#ifdef __cplusplus
}
#endif

#endif

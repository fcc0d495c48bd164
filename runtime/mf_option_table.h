/*
 * mf_option_table.h - what a trainer's command line knows: one table of commands, one
 * of options. Reading it and its help (mf_options.c), and the manual page and the
 * completion that mfc makes, follow from the rows.
 */
#ifndef MF_OPTION_TABLE_H
#define MF_OPTION_TABLE_H

#include "mf_options.h"

/* How an option takes its value, and what it is stored in. */
typedef enum MfOptionKind {
    MF_TAKES_NOTHING,
    MF_TAKES_TEXT,
    MF_TAKES_LIST,
    MF_TAKES_NUMBER,
    MF_TAKES_SEED
} MfOptionKind;

typedef struct MfOption {
    const char *name, *value; /* --name VALUE */
    MfOptionKind kind;
    size_t field; /* of MfOptions */
    int commands;
    const char *help;
} MfOption;

typedef struct MfCommandText {
    const char *name, *usage, *help;
} MfCommandText;

static const MfCommandText command_table[MF_COMMANDS] = {
    {"train", "[train] [options]", "trains; what happens without a command"},
    {"eval", "eval [options]", "prints loss and metrics over every row of a split"},
    {"predict", "predict --in FILE --out FILE [options]",
     "runs a function on every row of new data"},
    {"call", "call FUNC --in NAME=FILE.npy ... [options]",
     "runs a function once, on one array for each input"},
    {"info", "info [--json]", "describes the program: sizes, tensors, functions"},
    {"self-test", "self-test", "compares with values computed by the compiler"},
};

/* Who takes an option. */
enum {
    MF_IN_TRAIN = 1 << MF_TRAIN,
    MF_IN_EVAL = 1 << MF_EVAL,
    MF_IN_PREDICT = 1 << MF_PREDICT,
    MF_IN_CALL = 1 << MF_CALL,
    MF_IN_INFO = 1 << MF_INFO,
    MF_IN_SELF_TEST = 1 << MF_SELF_TEST,
    MF_IN_DATA = MF_IN_TRAIN | MF_IN_EVAL | MF_IN_PREDICT,
    MF_IN_NET = MF_IN_DATA | MF_IN_CALL,
    MF_IN_ALL = MF_IN_NET | MF_IN_INFO | MF_IN_SELF_TEST
};

static const MfOption option_table[] = {
    {"--data-dir", "DIR", MF_TAKES_TEXT, offsetof(MfOptions, data_dir), MF_IN_DATA,
     "where relative paths of data start (default: .)"},
    {"--data", "NAME=FILE", MF_TAKES_LIST, offsetof(MfOptions, data), MF_IN_DATA,
     "data of an input: CSV, NPY or IDX by its name; may be repeated"},
    {"--epochs", "N", MF_TAKES_NUMBER, offsetof(MfOptions, epochs), MF_IN_TRAIN,
     "passes over the data"},
    {"--steps", "N", MF_TAKES_NUMBER, offsetof(MfOptions, steps), MF_IN_TRAIN,
     "steps in total, a resumed run included; overrides epochs"},
    {"--set", "NAME=VALUE", MF_TAKES_LIST, offsetof(MfOptions, set), MF_IN_NET,
     "changes a setting (lr, momentum, ...); may be repeated"},
    {"--seed", "N", MF_TAKES_SEED, offsetof(MfOptions, seed),
     MF_IN_NET | MF_IN_SELF_TEST, "of initial values, shuffling and dropout"},
    {"--threads", "N", MF_TAKES_NUMBER, offsetof(MfOptions, threads),
     MF_IN_NET | MF_IN_SELF_TEST, "at most this many threads (default: MFC_THREADS)"},
    {"--params", "FILE", MF_TAKES_TEXT, offsetof(MfOptions, params), MF_IN_NET,
     "reads the parameters from a safetensors file"},
    {"--start-from", "FILE", MF_TAKES_TEXT, offsetof(MfOptions, start), MF_IN_TRAIN,
     "begins with those parameters that a file of another model has too"},
    {"--save", "FILE", MF_TAKES_TEXT, offsetof(MfOptions, save), MF_IN_TRAIN,
     "writes the trained parameters there"},
    {"--checkpoint", "DIR", MF_TAKES_TEXT, offsetof(MfOptions, checkpoint), MF_IN_TRAIN,
     "writes checkpoints there, at the end and on a signal too"},
    {"--resume", NULL, MF_TAKES_NOTHING, offsetof(MfOptions, resume), MF_IN_TRAIN,
     "goes on from the newest checkpoint"},
    {"--log", "FILE", MF_TAKES_TEXT, offsetof(MfOptions, log), MF_IN_TRAIN,
     "writes a line a step, as JSON or, if it ends in .csv, CSV"},
    {"--no-shuffle", NULL, MF_TAKES_NOTHING, offsetof(MfOptions, no_shuffle),
     MF_IN_TRAIN, "takes the rows in the order of the file"},
    {"--nan-check", NULL, MF_TAKES_NOTHING, offsetof(MfOptions, nan_check), MF_IN_TRAIN,
     "checks every tensor after every step"},
    {"--profile", NULL, MF_TAKES_NOTHING, offsetof(MfOptions, profile), MF_IN_TRAIN,
     "tells the time of each kernel (needs mfc build --profile)"},
    {"--quiet", NULL, MF_TAKES_NOTHING, offsetof(MfOptions, quiet), MF_IN_NET,
     "prints results and errors only"},
    {"--split", "NAME", MF_TAKES_TEXT, offsetof(MfOptions, split), MF_IN_EVAL,
     "the rows to use (default: test, else valid, else all)"},
    {"--batches", "N", MF_TAKES_NUMBER, offsetof(MfOptions, batches), MF_IN_EVAL,
     "this many batches only, of rows spread evenly over the split"},
    {"--in", "[NAME=]FILE", MF_TAKES_LIST, offsetof(MfOptions, in),
     MF_IN_PREDICT | MF_IN_CALL, "an input; may be repeated"},
    {"--out", "PATH", MF_TAKES_TEXT, offsetof(MfOptions, out),
     MF_IN_PREDICT | MF_IN_CALL,
     "predict: the CSV or NPY to write; FOLDER/ and call: NAME.npy"},
    {"--func", "NAME", MF_TAKES_TEXT, offsetof(MfOptions, func), MF_IN_PREDICT,
     "the function (default: predict, else the first whose inputs come from data)"},
    {"--json", NULL, MF_TAKES_NOTHING, offsetof(MfOptions, json), MF_IN_INFO,
     "as JSON"},
    {"--help", NULL, MF_TAKES_NOTHING, offsetof(MfOptions, help), MF_IN_ALL,
     "prints this"},
    {"--version", NULL, MF_TAKES_NOTHING, offsetof(MfOptions, version), MF_IN_ALL,
     "prints name, hash and the compiler's version"},
};
enum { MF_N_OPTIONS = sizeof option_table / sizeof *option_table };

#endif

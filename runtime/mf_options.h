/*
 * mf_options.h - the command line of a trainer, from one table: what an option
 * is called, which commands take it, what it means.
 */
#ifndef MF_OPTIONS_H
#define MF_OPTIONS_H

#include "mfrt.h"

typedef enum MfCommand {
    MF_TRAIN,
    MF_EVAL,
    MF_PREDICT,
    MF_CALL,
    MF_INFO,
    MF_SELF_TEST,
    MF_COMMANDS
} MfCommand;

/* An option that may be repeated. */
typedef struct MfList {
    int n;
    const char **at;
} MfList;

typedef struct MfOptions {
    MfCommand command;
    bool help, version; /* print and stop */
    const char *data_dir;
    MfList data, set, in;
    long epochs, steps; /* -1: not given */
    uint64_t seed;
    bool has_seed;
    long threads, batches; /* -1: not given */
    const char *params, *start, *save, *checkpoint, *log, *split, *out, *func;
    bool resume, no_shuffle, nan_check, profile, quiet, json;
} MfOptions;

/* Fills in the options from argv; 0, or 2 after a message. Texts are argv's. */
int mf_options_parse(MfOptions *o, int argc, char **argv);
void mf_options_free(MfOptions *o);

/* Prints the help of a command on stdout; of all of them for MF_COMMANDS. */
void mf_options_help(const MfModel *model, MfCommand command);

/* The entry of a list that is nearest to a misspelt word; NULL when none is near.
 * `stride` bytes from one pointer to the next. */
const char *mf_nearest(const char *word, const char *const *list, int n, size_t stride);

/* Names in a row for a message: "W1", "b1" ... */
typedef struct MfNames {
    char text[400];
    size_t length;
    int n;
} MfNames;
void mf_names_add(MfNames *names, const char *name);  /* begin with {0} */
void mf_names_note(MfNames *names, const char *note); /* of the last one */

#endif

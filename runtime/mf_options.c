/*
 * mf_options.c - the command line of a trainer: one table of commands, one of
 * options; parsing, help and the guess at what was meant follow from them.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mf_file.h"
#include "mf_options.h"

/* How an option takes its value, and what it is stored in. */
typedef enum OptionKind {
    TAKES_NOTHING,
    TAKES_TEXT,
    TAKES_LIST,
    TAKES_NUMBER,
    TAKES_SEED
} OptionKind;

typedef struct Option {
    const char *name, *value; /* --name VALUE */
    OptionKind kind;
    size_t field; /* of MfOptions */
    unsigned commands;
    const char *help;
} Option;

typedef struct Command {
    const char *name, *usage, *help;
} Command;

static const Command command_table[MF_COMMANDS] = {
    {"train", "[train] [options]", "trains; what happens without a command"},
    {"eval", "eval [options]", "prints loss and metrics over every row of a split"},
    {"predict", "predict --in FILE --out FILE [options]",
     "runs a function on every row of new data"},
    {"call", "call FUNC --in NAME=FILE.npy ... [options]",
     "runs a function once, on one array for each input"},
    {"info", "info [--json]", "describes the program: sizes, tensors, functions"},
    {"self-test", "self-test", "compares with values computed by the compiler"},
};

#define FOR(command) (1U << (command))
#define FIELD(name) offsetof(MfOptions, name)
enum {
    USES_DATA = FOR(MF_TRAIN) | FOR(MF_EVAL) | FOR(MF_PREDICT),
    USES_NET = USES_DATA | FOR(MF_CALL),
    USES_ALL = USES_NET | FOR(MF_INFO) | FOR(MF_SELF_TEST)
};

static const Option option_table[] = {
    {"--data-dir", "DIR", TAKES_TEXT, FIELD(data_dir), USES_DATA,
     "where relative paths of data start (default: .)"},
    {"--data", "NAME=FILE", TAKES_LIST, FIELD(data), USES_DATA,
     "data of an input: CSV, NPY or IDX by its name; may be repeated"},
    {"--epochs", "N", TAKES_NUMBER, FIELD(epochs), FOR(MF_TRAIN),
     "passes over the data"},
    {"--steps", "N", TAKES_NUMBER, FIELD(steps), FOR(MF_TRAIN),
     "steps in total, a resumed run included; overrides epochs"},
    {"--set", "NAME=VALUE", TAKES_LIST, FIELD(set), USES_NET,
     "changes a setting (lr, momentum, ...); may be repeated"},
    {"--seed", "N", TAKES_SEED, FIELD(seed), USES_NET | FOR(MF_SELF_TEST),
     "of initial values, shuffling and dropout"},
    {"--threads", "N", TAKES_NUMBER, FIELD(threads), USES_NET | FOR(MF_SELF_TEST),
     "at most this many threads (default: MFC_THREADS)"},
    {"--params", "FILE", TAKES_TEXT, FIELD(params), USES_NET,
     "reads the parameters from a safetensors file"},
    {"--save", "FILE", TAKES_TEXT, FIELD(save), FOR(MF_TRAIN),
     "writes the trained parameters there"},
    {"--checkpoint", "DIR", TAKES_TEXT, FIELD(checkpoint), FOR(MF_TRAIN),
     "writes checkpoints there, at the end and on a signal too"},
    {"--resume", NULL, TAKES_NOTHING, FIELD(resume), FOR(MF_TRAIN),
     "goes on from the newest checkpoint"},
    {"--log", "FILE", TAKES_TEXT, FIELD(log), FOR(MF_TRAIN),
     "writes a line a step, as JSON or, if it ends in .csv, CSV"},
    {"--no-shuffle", NULL, TAKES_NOTHING, FIELD(no_shuffle), FOR(MF_TRAIN),
     "takes the rows in the order of the file"},
    {"--nan-check", NULL, TAKES_NOTHING, FIELD(nan_check), FOR(MF_TRAIN),
     "checks every tensor after every step"},
    {"--quiet", NULL, TAKES_NOTHING, FIELD(quiet), USES_NET,
     "prints results and errors only"},
    {"--split", "NAME", TAKES_TEXT, FIELD(split), FOR(MF_EVAL),
     "the rows to use (default: test, else valid, else all)"},
    {"--in", "[NAME=]FILE", TAKES_LIST, FIELD(in), FOR(MF_PREDICT) | FOR(MF_CALL),
     "an input; may be repeated"},
    {"--out", "PATH", TAKES_TEXT, FIELD(out), FOR(MF_PREDICT) | FOR(MF_CALL),
     "predict: the CSV to write; call: the folder for NAME.npy"},
    {"--func", "NAME", TAKES_TEXT, FIELD(func), FOR(MF_PREDICT),
     "the function (default: the first whose inputs come from data)"},
    {"--json", NULL, TAKES_NOTHING, FIELD(json), FOR(MF_INFO), "as JSON"},
    {"--help", NULL, TAKES_NOTHING, FIELD(help), USES_ALL, "prints this"},
    {"--version", NULL, TAKES_NOTHING, FIELD(version), USES_ALL,
     "prints name, hash and the compiler's version"},
};
enum { N_OPTIONS = sizeof option_table / sizeof *option_table };

/* ---- what was meant ---- */

/* Insertions, deletions, replacements and swaps of neighbours from a to b. */
static int edit_distance(const char *a, const char *b)
{
    enum { LONGEST = 40 };
    int n = (int)strlen(a), m = (int)strlen(b), d[3][LONGEST + 1];
    if (n > LONGEST || m > LONGEST)
        return LONGEST;
    for (int j = 0; j <= m; j++)
        d[0][j] = j;
    for (int i = 1; i <= n; i++) {
        int *row = d[i % 3], *before = d[(i + 2) % 3], *older = d[(i + 1) % 3];
        row[0] = i;
        for (int j = 1; j <= m; j++) {
            int best = before[j - 1] + (a[i - 1] != b[j - 1]);
            best = before[j] + 1 < best ? before[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                older[j - 2] + 1 < best)
                best = older[j - 2] + 1;
            row[j] = best;
        }
    }
    return d[n % 3][m];
}

const char *mf_nearest(const char *word, const char *const *list, int n, size_t stride)
{
    const char *nearest = NULL;
    int least = (int)strlen(word) / 2 + 1;
    for (int i = 0; i < n; i++) {
        const char *entry;
        memcpy(&entry, (const char *)list + (size_t)i * stride, sizeof entry);
        int distance = edit_distance(word, entry);
        if (distance < least) {
            least = distance;
            nearest = entry;
        }
    }
    return nearest;
}

static int unknown(const char *what, const char *word, const char *nearest)
{
    MfQuote q;
    const char *text = mf_quote(&q, word, strlen(word));
    if (nearest != NULL)
        return mf_fail(2, "unknown %s %s: did you mean %s?", what, text, nearest);
    return mf_fail(2, "unknown %s %s: see --help", what, text);
}

/* ---- parsing ---- */

static int parse_number(const Option *option, const char *text, long *out)
{
    char *end;
    MfQuote q;
    errno = 0;
    *out = strtol(text, &end, 10);
    if (errno != 0 || end == text || *end != '\0' || *out < 0 || text[0] == ' ')
        return mf_fail(2, "%s wants a whole number, not %s", option->name,
                       mf_quote(&q, text, strlen(text)));
    return 0;
}

static int parse_seed(const char *text, uint64_t *out)
{
    char *end;
    MfQuote q;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (errno != 0 || text[0] < '0' || text[0] > '9' || *end != '\0')
        return mf_fail(2, "--seed wants a whole number from 0 to 2^64 - 1, not %s",
                       mf_quote(&q, text, strlen(text)));
    *out = value;
    return 0;
}

static int list_add(MfList *list, const char *text)
{
    const char **longer = mf_resize(list->at, (size_t)list->n + 1, sizeof *list->at);
    if (longer == NULL)
        return 3;
    list->at = longer;
    list->at[list->n++] = text;
    return 0;
}

static int option_store(MfOptions *o, const Option *option, const char *value)
{
    void *field = (char *)o + option->field;
    switch (option->kind) {
    case TAKES_NOTHING:
        *(bool *)field = true;
        return 0;
    case TAKES_TEXT:
        *(const char **)field = value;
        return 0;
    case TAKES_LIST:
        return list_add(field, value);
    case TAKES_NUMBER:
        return parse_number(option, value, field);
    case TAKES_SEED:
        o->has_seed = true;
        return parse_seed(value, field);
    }
    return 70;
}

/* The option that argv[i] names, alone or as --name=value. */
static const Option *option_find(const char *word, size_t length)
{
    for (int i = 0; i < N_OPTIONS; i++)
        if (strlen(option_table[i].name) == length &&
            strncmp(option_table[i].name, word, length) == 0)
            return &option_table[i];
    return NULL;
}

static int option_unknown(const MfOptions *o, const char *word, size_t length)
{
    const char *name[N_OPTIONS];
    char copy[64];
    int n = 0;
    for (int i = 0; i < N_OPTIONS; i++)
        if (option_table[i].commands & FOR(o->command))
            name[n++] = option_table[i].name;
    snprintf(copy, sizeof copy, "%.*s", length < 60 ? (int)length : 60, word);
    return unknown("option", copy, mf_nearest(copy, name, n, sizeof *name));
}

/* Parses argv[i] and its value; i becomes that of the last word used. */
static int option_parse(MfOptions *o, int argc, char **argv, int *i)
{
    const char *word = argv[*i], *value = strchr(word, '=');
    if (strcmp(word, "-h") == 0)
        word = "--help";
    size_t length = value != NULL ? (size_t)(value - word) : strlen(word);
    const Option *option = option_find(word, length);
    if (option == NULL)
        return option_unknown(o, word, length);
    if (!(option->commands & FOR(o->command)))
        return mf_fail(2, "%s is not an option of %s", option->name,
                       command_table[o->command].name);
    if (option->kind == TAKES_NOTHING && value != NULL)
        return mf_fail(2, "%s takes no value", option->name);
    if (option->kind != TAKES_NOTHING && value == NULL && ++*i >= argc)
        return mf_fail(2, "%s needs a value: %s %s", option->name, option->name,
                       option->value);
    return option_store(o, option, value != NULL ? value + 1 : argv[*i]);
}

int mf_options_parse(MfOptions *o, int argc, char **argv)
{
    *o = (MfOptions){.epochs = -1, .steps = -1, .threads = -1};
    int first = 1, code = 0;
    if (argc > 1 && argv[1][0] != '-') {
        while (o->command < MF_COMMANDS &&
               strcmp(argv[1], command_table[o->command].name) != 0)
            o->command++;
        if (o->command == MF_COMMANDS)
            return unknown("command", argv[1],
                           mf_nearest(argv[1], &command_table[0].name, MF_COMMANDS,
                                      sizeof *command_table));
        first = 2;
    } else if (argc > 1 && strcmp(argv[1], "--help") == 0) {
        o->command = MF_COMMANDS;
        o->help = true;
        return 0;
    }
    for (int i = first; i < argc && code == 0 && !o->help && !o->version; i++) {
        MfQuote q;
        if (argv[i][0] == '-' && argv[i][1] != '\0')
            code = option_parse(o, argc, argv, &i);
        else if (o->command == MF_CALL && o->func == NULL)
            o->func = argv[i];
        else
            code = mf_fail(2, "%s takes no argument %s", command_table[o->command].name,
                           mf_quote(&q, argv[i], strlen(argv[i])));
    }
    return code;
}

void mf_options_free(MfOptions *o)
{
    free(o->data.at);
    free(o->set.at);
    free(o->in.at);
    *o = (MfOptions){0};
}

/* ---- help ---- */

void mf_options_help(const MfModel *model, MfCommand command)
{
    const char *name = model->name;
    if (command == MF_COMMANDS) {
        printf("%s: the network of %s, compiled by mfc %s\n\n", name, model->script,
               model->version);
        for (int i = 0; i < MF_COMMANDS; i++)
            printf("  %s %s\n      %s\n", name, command_table[i].usage,
                   command_table[i].help);
        printf("\n'%s COMMAND --help' lists the options of a command.\n"
               "Exit codes: 0 finished, 2 command line, 3 data or files, 4 diverged,\n"
               "5 self-test failed, 130 and 143 stopped by a signal.\n",
               name);
        command = MF_TRAIN;
        printf("\nOptions of train:\n");
    } else {
        printf("%s %s\n    %s\n\n", name, command_table[command].usage,
               command_table[command].help);
    }
    for (int i = 0; i < N_OPTIONS; i++) {
        const Option *o = &option_table[i];
        char left[64];
        if (!(o->commands & FOR(command)))
            continue;
        snprintf(left, sizeof left, "%s %s", o->name, o->value ? o->value : "");
        printf("  %-20s %s\n", left, o->help);
    }
}

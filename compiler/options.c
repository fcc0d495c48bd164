/*
 * options.c - the one table of options. Reading the command line, its errors and
 * every --help follow from the rows.
 */
#include "cmd.h"

#include "mf_option_table.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

typedef enum OptionKind {
    O_FLAG,   /* bool: present */
    O_TEXT,   /* const char *: its value */
    O_LIST,   /* Names: a value each time */
    O_DEFINE, /* -D NAME=VALUE */
    O_DTYPE,
    O_FROM,
    O_STACK,
    O_DIAGNOSTICS,
    O_LOOKING,          /* from here on: of who looks into the compiler */
    O_PASS = O_LOOKING, /* --no-PASS: one row for all of them */
    O_LIMIT,
    O_PLAN,
    O_SEED,
    O_DUMP /* -d STAGE[,STAGE] */
} OptionKind;

typedef struct Option {
    const char *name;  /* with its dashes */
    const char *other; /* a second spelling, or NULL */
    const char *value; /* what follows it, or NULL */
    OptionKind kind;
    size_t at;         /* of the member of Cmd, for FLAG, TEXT and LIST */
    unsigned commands; /* that take it */
    const char *doc;
} Option;

#define AT(member) offsetof(Cmd, member)

static const Option options[] = {
    {"-o", "--out", "FILE", O_TEXT, AT(out),
     CMD_COMPILE | CMD_BUILD | CMD_GRAPH | CMD_REPORT | CMD_PLOT | CMD_EVAL |
         CMD_EXPORT | CMD_HELP,
     "where the result goes; - is stdout (eval: a folder)"},
    {"--header", NULL, "FILE", O_TEXT, AT(header), CMD_COMPILE,
     "write the declarations to FILE"},
    {"--depfile", NULL, "FILE", O_TEXT, AT(depfile), CMD_COMPILE,
     "write a rule for make: the C depends on the script and what it requires"},
    {"--standalone", NULL, NULL, O_FLAG, AT(standalone), CMD_COMPILE,
     "copy the runtime in: cc -O3 net.c -lm is enough"},
    {"--no-main", NULL, NULL, O_FLAG, AT(no_main), CMD_COMPILE,
     "leave out the function main"},
    {"--profile", NULL, NULL, O_FLAG, AT(profile), CMD_COMPILE | CMD_BUILD | CMD_RUN,
     "let the trainer's --profile tell the time of each kernel"},
    {"--profile", NULL, "LOG.jsonl", O_TEXT, AT(times), CMD_GRAPH | CMD_REPORT,
     "the log of a training with --profile: its times go into the page"},
    {"--metric", NULL, "NAME", O_LIST, AT(metric), CMD_PLOT,
     "only this quantity, as loss or valid_loss; may be repeated"},
    {"--scale", NULL, "auto|linear|log", O_TEXT, AT(scale), CMD_PLOT,
     "of the values; auto: log where it helps"},
    {"--in", NULL, "NAME=FILE", O_LIST, AT(in), CMD_EVAL,
     "the value of an input, an .npy file"},
    {"--func", NULL, "NAME", O_TEXT, AT(func), CMD_EXPORT,
     "the function; by default predict, or the only one"},
    {"--params", NULL, "FILE", O_TEXT, AT(params),
     CMD_COMPILE | CMD_EVAL | CMD_EXPORT | CMD_GRADCHECK,
     "parameters from a safetensors file (compile: constants; the functions only)"},
    {"--seed", NULL, "N", O_TEXT, AT(seed), CMD_EVAL | CMD_EXPORT | CMD_GRADCHECK,
     "draw the initial parameters with N"},
    {"--stage", NULL, "model|grad|fused|loops", O_TEXT, AT(stage), CMD_GRAPH,
     "what to draw"},
    {"--json", NULL, NULL, O_FLAG, AT(json), CMD_REPORT | CMD_OPS | CMD_EXPLAIN,
     "print JSON"},
    {"--diagnostics", NULL, "text|json", O_DIAGNOSTICS, 0, CMD_SCRIPT,
     "how messages are written; json: one object a line"},
    {"-D", NULL, "NAME=N", O_DEFINE, 0, CMD_SCRIPT, "the value of a dim of the script"},
    {"--dtype", NULL, "f32|f64", O_DTYPE, 0, CMD_SCRIPT,
     "the dtype of all floating values"},
    {"--prefix", NULL, "NAME", O_TEXT, AT(prefix), CMD_SCRIPT,
     "of the names in the C, instead of the program's"},
    {"--blas", NULL, NULL, O_FLAG, AT(pipeline.blas), CMD_SCRIPT,
     "large products by OpenBLAS; results may differ in the last bits"},
    {"--threads", NULL, NULL, O_FLAG, AT(pipeline.threads), CMD_SCRIPT,
     "divide the work among threads (OpenMP)"},
    {"--threads-from", NULL, "NS", O_FROM, 0, CMD_SCRIPT,
     "... of kernels that take NS nanoseconds or more (default 4000)"},
    {"--stack", NULL, "BYTES", O_STACK, 0, CMD_SCRIPT,
     "the functions take no more of it, for small machines"},
    {"--no-cache", NULL, NULL, O_FLAG, AT(no_cache), CMD_RUN | CMD_BUILD,
     "build anew, and keep nothing of it"},
    {"--template", NULL, "mlp|cnn|gpt", O_TEXT, AT(template), CMD_NEW,
     "for a table (mlp), images or a text"},
    {"--man", NULL, "mfc|mfc-lua|mfc-trainer", O_TEXT, AT(man), CMD_HELP,
     "write this manual page"},
    {"--completion", NULL, "bash|zsh|fish", O_TEXT, AT(shell), CMD_HELP,
     "write the completion for this shell"},
    {"--definitions", NULL, NULL, O_FLAG, AT(definitions), CMD_HELP,
     "write mfc.d.lua, the definitions for editors"},
    {"--help", "-h", NULL, O_FLAG, AT(help), CMD_ANY, "print this"},
    {"--version", NULL, NULL, O_FLAG, AT(version), CMD_ANY, "print the version"},
    {"--no-PASS", NULL, NULL, O_PASS, 0, CMD_SCRIPT, "without"},
    {"--pass-limit", NULL, "N", O_LIMIT, 0, CMD_SCRIPT,
     "run the first N passes only, to find a wrong one"},
    {"--plan", NULL, "shared|naive", O_PLAN, 0, CMD_SCRIPT,
     "naive: every buffer has memory of its own"},
    {"--schedule-seed", NULL, "N", O_SEED, 0, CMD_SCRIPT,
     "another legal order of the kernels"},
    {"-d", NULL, "STAGE,...", O_DUMP, 0, CMD_SCRIPT, "print what stages made"},
};
enum { OPTIONS = sizeof options / sizeof *options };

/* ---- the rows as a reader sees them ---- */

static bool takes(const Option *o, const Command *command)
{
    return (o->commands & command->bit) != 0;
}

/* "f32|f64" as two words; a value that is not a choice has none. */
static Names choices_of(Arena *arena, const char *value)
{
    Names choices = {0};
    if (!value || !strchr(value, '|'))
        return choices;
    for (size_t n; *value; value += n + (value[n] == '|')) {
        n = strcspn(value, "|");
        PUSH(arena, choices, intern_n(arena, value, n));
    }
    return choices;
}

OptionRows options_of(Arena *arena, const Command *command)
{
    OptionRows rows = {0};
    int n;
    for (int i = 0; i < OPTIONS; i++) {
        const Option *o = &options[i];
        if (!takes(o, command))
            continue;
        OptionRow row = {o->name,
                         o->other,
                         o->value,
                         o->doc,
                         choices_of(arena, o->value),
                         o->kind >= O_LOOKING};
        const Pass *pass = pipeline_passes(&n);
        for (int k = 0; o->kind == O_PASS && k < n; k++) {
            row.name = arena_format(arena, "--no-%s", pass[k].name);
            row.doc = arena_format(arena, "%s: %s", o->doc, pass[k].doc);
            PUSH(arena, rows, row);
        }
        const char *const *stage = pipeline_stages(&n);
        for (int k = 0; o->kind == O_DUMP && k < n; k++)
            PUSH(arena, row.choices, stage[k]);
        if (o->kind != O_PASS)
            PUSH(arena, rows, row);
    }
    return rows;
}

/* ---- reading ---- */

_Noreturn static void unknown(Cmd *cmd, const char *what, const char *word,
                              Names *known)
{
    const char *near = nearest_name(word, known->n, known->at);
    if (near)
        fail(EXIT_USAGE, "unknown %s %s: did you mean %s?", what, word, near);
    fail(EXIT_USAGE, "unknown %s %s: mfc %s --help lists them", what, word,
         cmd->command->name);
}

/* What the trainer knows, and mfc does not, goes behind --. */
static void check_trainers(const Cmd *cmd, const char *word)
{
    size_t n = strcspn(word, "=");
    bool known = false;
    for (int i = 0; i < MF_N_OPTIONS; i++)
        known = known || (strncmp(option_table[i].name, word, n) == 0 &&
                          option_table[i].name[n] == '\0');
    for (int i = 0; i < MF_COMMANDS; i++)
        known = known || strcmp(command_table[i].name, word) == 0;
    if (known && cmd->command->bit == CMD_RUN)
        fail(EXIT_USAGE, "%s is for the trainer, and stands after --: mfc run %s -- %s",
             word, cmd->operand.n > 0 ? cmd->operand.at[0] : "SCRIPT.lua", word);
}

_Noreturn static void unknown_option(Cmd *cmd, const char *word)
{
    check_trainers(cmd, word);
    for (int i = 0; i < OPTIONS; i++)
        if (!takes(&options[i], cmd->command) && strcmp(options[i].name, word) == 0)
            fail(EXIT_USAGE, "%s is not an option of mfc %s: mfc %s --help lists them",
                 word, cmd->command->name, cmd->command->name);
    Names known = {0};
    OptionRows rows = options_of(cmd->arena, cmd->command);
    for (int i = 0; i < rows.n; i++) {
        PUSH(cmd->arena, known, rows.at[i].name);
        if (rows.at[i].other)
            PUSH(cmd->arena, known, rows.at[i].other);
    }
    unknown(cmd, "option", word, &known);
}

static uint64_t whole(const char *option, const char *text)
{
    char *end;
    errno = 0;
    unsigned long long v = strtoull(text, &end, 10);
    if (errno || *end || text[0] < '0' || text[0] > '9')
        fail(EXIT_USAGE, "%s: %s is not a whole number", option, text);
    return v;
}

static void add_dumps(Cmd *cmd, const char *list)
{
    int n;
    const char *const *stages = pipeline_stages(&n);
    while (*list) {
        size_t length = strcspn(list, ",");
        const char *stage = intern_n(cmd->arena, list, length);
        Names known = {0};
        bool found = false;
        for (int i = 0; i < n; i++) {
            PUSH(cmd->arena, known, stages[i]);
            found = found || strcmp(stages[i], stage) == 0;
        }
        if (!found)
            unknown(cmd, "stage", stage, &known);
        PUSH(cmd->arena, cmd->pipeline.dumps, stage);
        list += length + (list[length] == ',');
    }
}

static void add_define(Cmd *cmd, const char *text)
{
    const char *equals = strchr(text, '=');
    if (!equals || equals == text)
        fail(EXIT_USAGE, "-D wants NAME=N, as in -D B=32, not %s", text);
    uint64_t n = whole("-D", equals + 1);
    if (n == 0 || n > INT64_MAX)
        fail(EXIT_USAGE, "-D: %s: a dim is a whole number from 1", text);
    PUSH(cmd->arena, cmd->script.define, intern(cmd->arena, text));
}

/* The value of an option that has few must be one of them. */
static void check_choice(Cmd *cmd, const Option *o, const char *value)
{
    Names known = choices_of(cmd->arena, o->value);
    const char *list = "";
    for (int i = 0; i < known.n; i++) {
        if (strcmp(known.at[i], value) == 0)
            return;
        const char *between = i == 0 ? "" : i == known.n - 1 ? " or " : ", ";
        list = arena_format(cmd->arena, "%s%s%s", list, between, known.at[i]);
    }
    const char *near = nearest_name(value, known.n, known.at);
    if (near)
        fail(EXIT_USAGE, "%s is %s, not %s: did you mean %s?", o->name, list, value,
             near);
    if (known.n)
        fail(EXIT_USAGE, "%s is %s, not %s", o->name, list, value);
}

static void take(Cmd *cmd, const Option *o, const char *value)
{
    char *at = (char *)cmd + o->at;
    if (value)
        check_choice(cmd, o, value);
    switch (o->kind) {
    case O_FLAG:
        *(bool *)(void *)at = true;
        break;
    case O_TEXT:
        *(const char **)(void *)at = value;
        break;
    case O_LIST:
        PUSH(cmd->arena, *(Names *)(void *)at, value);
        break;
    case O_DEFINE:
        add_define(cmd, value);
        break;
    case O_DUMP:
        add_dumps(cmd, value);
        break;
    case O_DTYPE:
        cmd->script.dtype = value;
        break;
    case O_PLAN:
        cmd->pipeline.naive_plan = strcmp(value, "naive") == 0;
        break;
    case O_LIMIT:
        cmd->pipeline.limit = (long)(whole(o->name, value) & LONG_MAX);
        break;
    case O_FROM:
        cmd->pipeline.threads = true;
        cmd->pipeline.threads_from = (long)(whole(o->name, value) & LONG_MAX);
        break;
    case O_STACK:
        cmd->pipeline.stack = (int64_t)(whole(o->name, value) & INT64_MAX);
        if (cmd->pipeline.stack == 0)
            fail(EXIT_USAGE, "--stack wants a number of bytes from 1");
        break;
    case O_SEED:
        cmd->pipeline.shuffle = true;
        cmd->pipeline.seed = whole(o->name, value);
        break;
    case O_DIAGNOSTICS: /* look_for_json saw it */
    case O_PASS:
        break;
    }
}

/* The value that stands in the word itself: after the = of a long option, after
 * the letter of a short one. NULL if `word` is not this spelling at all, "" and
 * *attached false if the value is the next word. */
static const char *spelled(const char *word, const char *name, bool *attached)
{
    size_t n = strlen(name);
    *attached = false;
    if (strncmp(word, name, n) != 0)
        return NULL;
    if (!word[n])
        return "";
    *attached = true;
    if (name[1] == '-')
        return word[n] == '=' ? word + n + 1 : NULL;
    return word + n;
}

static bool switch_off(Cmd *cmd, const char *word)
{
    int pass = strncmp(word, "--no-", 5) == 0 ? pipeline_find(word + 5) : -1;
    if (pass < 0 || !(cmd->command->bit & CMD_SCRIPT))
        return false;
    cmd->pipeline.off |= 1u << pass;
    return true;
}

/* Whether a word is that of an option, and so no value of the one before it. */
static bool is_option(const char *word)
{
    bool attached;
    for (int k = 0; k < OPTIONS; k++)
        if (strncmp(word, "--", 2) == 0 && options[k].kind != O_PASS &&
            spelled(word, options[k].name, &attached) != NULL)
            return true;
    return false;
}

/* Reads the option at argv[i]; returns the number of the next word. */
static int read_option(Cmd *cmd, int argc, char **argv, int i)
{
    const char *word = argv[i];
    for (int k = 0; k < OPTIONS; k++) {
        const Option *o = &options[k];
        bool attached;
        const char *value = spelled(word, o->name, &attached);
        if (!value && o->other)
            value = spelled(word, o->other, &attached);
        if (!value || !takes(o, cmd->command) || o->kind == O_PASS)
            continue;
        if (!o->value && attached) {
            if (word[1] != '-')
                continue; /* -oops is not -o */
            fail(EXIT_USAGE, "%s takes no value", o->name);
        }
        if (o->value && !attached && (++i >= argc || is_option(argv[i])))
            fail(EXIT_USAGE, "%s wants a value: %s %s", o->name, o->name, o->value);
        take(cmd, o, !o->value ? NULL : attached ? value : argv[i]);
        return i + 1;
    }
    if (!switch_off(cmd, word))
        unknown_option(cmd, word);
    return i + 1;
}

/* How messages are written counts for those about the command line too. */
static void look_for_json(int argc, char **argv)
{
    static const char option[] = "--diagnostics";
    size_t n = strlen(option);
    for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++)
        if ((strcmp(argv[i], option) == 0 && i + 1 < argc &&
             strcmp(argv[i + 1], "json") == 0) ||
            (strncmp(argv[i], option, n) == 0 && strcmp(argv[i] + n, "=json") == 0))
            diagnostics_json();
}

void options_parse(Cmd *cmd, int argc, char **argv)
{
    int i = 0;
    look_for_json(argc, argv);
    while (i < argc) {
        const char *word = argv[i];
        if (strcmp(word, "--") == 0)
            break;
        if (word[0] == '-' && word[1]) {
            i = read_option(cmd, argc, argv, i);
            continue;
        }
        PUSH(cmd->arena, cmd->operand, word);
        i++;
    }
    for (i++; i < argc; i++)
        PUSH(cmd->arena, cmd->rest, argv[i]);
    if (cmd->help || cmd->version)
        return;
    const Command *c = cmd->command;
    if (cmd->rest.n && c->bit != CMD_RUN)
        fail(EXIT_USAGE, "mfc %s takes nothing after --", c->name);
    if (cmd->operand.n < c->least)
        fail(EXIT_USAGE, "usage: mfc %s %s", c->name, c->operands);
    if (c->most >= 0 && cmd->operand.n > c->most) {
        check_trainers(cmd, cmd->operand.at[c->most]);
        fail(EXIT_USAGE, "mfc %s: %s is one too many: usage: mfc %s %s", c->name,
             cmd->operand.at[c->most], c->name, c->operands);
    }
}

/* ---- help ---- */

static void help_row(FILE *to, const OptionRow *row)
{
    char left[80];
    snprintf(left, sizeof left, "%s%s%s%s%s", row->name, row->other ? ", " : "",
             row->other ? row->other : "", row->value ? " " : "",
             row->value ? row->value : "");
    fprintf(to, "  %-24s %s\n", left, row->doc);
    if (row->choices.n == 0 || strchr(row->value, '|'))
        return;
    fprintf(to, "  %-24s ", "");
    for (int k = 0; k < row->choices.n; k++)
        fprintf(to, "%s%s", k ? " " : "", row->choices.at[k]);
    fputc('\n', to);
}

void options_help(FILE *to, Arena *arena, const Command *command)
{
    OptionRows rows = options_of(arena, command);
    for (int i = 0; i < rows.n; i++) {
        if (rows.at[i].looking && (i == 0 || !rows.at[i - 1].looking))
            fprintf(to, "\nTo look into the compiler:\n\n");
        help_row(to, &rows.at[i]);
    }
}

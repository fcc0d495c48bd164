/*
 * cmd.h - the command line, once it is read, and the commands that act on it.
 * The tables of commands and of options are in commands.c and options.c.
 */
#ifndef MFC_CMD_H
#define MFC_CMD_H

#include "pipeline.h"

typedef struct Cmd Cmd;

/* A command: its function returns the exit code. */
typedef struct Command {
    const char *name;
    unsigned bit;         /* its bit in Option.commands */
    const char *operands; /* for the usage line */
    int least, most;      /* how many operands, most < 0: any number */
    int (*run)(Cmd *cmd);
    const char *doc;   /* one line */
    const char *notes; /* further lines of its --help, or NULL */
} Command;

enum {
    CMD_COMPILE = 1 << 0,
    CMD_RUN = 1 << 1,
    CMD_BUILD = 1 << 2,
    CMD_CHECK = 1 << 3,
    CMD_EVAL = 1 << 4,
    CMD_GRADCHECK = 1 << 5,
    CMD_GRAPH = 1 << 6,
    CMD_REPORT = 1 << 7,
    CMD_OPS = 1 << 8,
    CMD_EXPLAIN = 1 << 9,
    CMD_NEW = 1 << 10,
    CMD_EXPORT = 1 << 13,
    /* All that read a script. */
    CMD_SCRIPT = CMD_COMPILE | CMD_RUN | CMD_BUILD | CMD_CHECK | CMD_EVAL |
                 CMD_GRADCHECK | CMD_GRAPH | CMD_REPORT | CMD_EXPORT,
    CMD_HELP = 1 << 11,
    CMD_PLOT = 1 << 12,
    CMD_ANY = (1 << 14) - 1
};

struct Cmd {
    Arena *arena;
    const Command *command;
    Names operand; /* operand.at[0] is the script (plot: logs) */
    Names rest;    /* what follows --, for the trainer */
    bool help, version;
    bool json, standalone, no_main;
    bool no_trainer;      /* of run and build: it is linked */
    const char *out;      /* -o, --out; NULL: not given */
    const char *header;   /* --header */
    const char *prefix;   /* --prefix */
    const char *stage;    /* graph --stage */
    bool profile;         /* compile --profile */
    const char *times;    /* graph and report --profile: a log with the times */
    const char *scale;    /* plot --scale */
    Names metric;         /* plot --metric */
    const char *params;   /* --params: a safetensors file */
    const char *func;     /* export --func */
    const char *man;      /* help --man: a page */
    const char *shell;    /* help --completion: for this shell */
    bool definitions;     /* help --definitions: for editors */
    bool no_cache;        /* run and build --no-cache */
    const char *template; /* new --template */
    const char *depfile;  /* compile --depfile */
    Program *program;     /* that cmd_program made last */
    Names in;             /* eval --in: "x=x.npy" each */
    const char *seed;     /* --seed: of the initial parameters; NULL: the program's */
    ScriptOptions script; /* -D and --dtype */
    Pipeline pipeline;
};

/* ---- options.c ---- */

/* Reads the words after the command; fails with exit 2 and the nearest known. */
void options_parse(Cmd *cmd, int argc, char **argv);
/* A row of the table as a reader sees it; each --no-PASS is one. */
typedef struct OptionRow {
    const char *name, *other; /* with dashes; other: a second spelling, or NULL */
    const char *value;        /* what follows it, or NULL */
    const char *doc;
    Names choices; /* the words that may follow it, if they are few */
    bool looking;  /* into the compiler; such rows come last */
} OptionRow;
typedef ARRAY(OptionRow) OptionRows;

/* The options that this command takes. */
OptionRows options_of(Arena *arena, const Command *command);
/* A line for each of them. */
void options_help(FILE *to, Arena *arena, const Command *command);

/* ---- commands.c ---- */

/* The table of commands, *n long. */
const Command *command_rows(int *n);
/* The command of this name; fails with exit 2 and the nearest one. */
const Command *command_find(const char *name);

/* ---- cmd_help.c ---- */

/* What `mfc --help` and `mfc COMMAND --help` print. */
void help_usage(FILE *to);
void help_command(FILE *to, Arena *arena, const Command *command);
/* What this file of help/ makes of the tables. */
const char *help_text(Cmd *cmd, const char *writer, const char *subject);

/* ---- cmd.c ---- */

/* Runs the script of the command line. */
Program *cmd_program(Cmd *cmd);
/* The same in f64 throughout, whatever the script and --dtype say. */
Program *cmd_program_f64(Cmd *cmd);
/* --seed, else the seed that the program trains with, else 0. */
uint64_t cmd_seed(Cmd *cmd, const Program *p);
/* The function of this name (NULL: `predict`, else the only one); where there is none
 * it is a mistake of usage. */
const Entry *cmd_func(Cmd *cmd, const Program *p, const char *name);
/* boston for models/boston.lua. */
const char *cmd_stem(Cmd *cmd);
/* The script, optimised and as C. */
struct Emitted cmd_emit(Cmd *cmd);

/* Does the name end so? */
bool path_ends(const char *path, const char *end);
/* The text between quotes on stdout, as a JSON string. */
void json_text(const char *text);
/* The entry that a reader means by "the program": its first step, else its first
 * function, else NULL. */
const Entry *cmd_main_entry(const Program *p);

/* ---- the commands, each in its cmd_*.c ---- */

int cmd_compile(Cmd *cmd);
int cmd_run(Cmd *cmd);
int cmd_build(Cmd *cmd);
int cmd_check(Cmd *cmd);
int cmd_eval(Cmd *cmd);
int cmd_gradcheck(Cmd *cmd);
int cmd_graph(Cmd *cmd);
int cmd_report(Cmd *cmd);
int cmd_ops(Cmd *cmd);
int cmd_explain(Cmd *cmd);
int cmd_new(Cmd *cmd);
int cmd_export(Cmd *cmd);
int cmd_plot(Cmd *cmd);
int cmd_help(Cmd *cmd);

#endif

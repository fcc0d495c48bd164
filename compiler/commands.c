/*
 * commands.c - the one table of commands. Usage, help, manual pages and completion
 * follow from the rows.
 */
#include "cmd.h"

#include <string.h>

static const Command commands[] = {
    {"compile", CMD_COMPILE, "SCRIPT.lua [-o FILE.c]", 1, 1, cmd_compile,
     "compile a script to C",
     "Without -o the C goes to SCRIPT.c in the current folder; with -d and without\n"
     "-o only the dumps are printed."},
    {"run", CMD_RUN, "SCRIPT.lua [-- TRAINER OPTIONS]", 1, 1, cmd_run,
     "compile, build with $CC and train",
     "What follows -- goes to the trainer (-- --help lists its options). The data are\n"
     "looked for beside the script unless --data-dir is among them. What was built is\n"
     "kept in $XDG_CACHE_HOME/mfc (or ~/.cache/mfc), at most 64 programs of 256 MiB\n"
     "together, and used again while the C, the C compiler and the CPU are the same."},
    {"build", CMD_BUILD, "SCRIPT.lua [-o FILE]", 1, 1, cmd_build,
     "compile and build the trainer with $CC",
     "Without -o the program is called SCRIPT in the current folder. What all "
     "trainers\n"
     "have in common is compiled once and kept where mfc run keeps what it built."},
    {"check", CMD_CHECK, "SCRIPT.lua", 1, 1, cmd_check,
     "read a script, check it, write nothing", NULL},
    {"eval", CMD_EVAL, "SCRIPT.lua FUNC --in NAME=FILE.npy ...", 2, 2, cmd_eval,
     "the value of a function by the reference evaluator, in double", NULL},
    {"export", CMD_EXPORT, "SCRIPT.lua [-o FILE.onnx]", 1, 1, cmd_export,
     "write a function as an ONNX model",
     "Without -o the model goes to SCRIPT.onnx in the current folder. Its parameters "
     "are\nthose of --params, else the initial ones."},
    {"gradcheck", CMD_GRADCHECK, "SCRIPT.lua", 1, 1, cmd_gradcheck,
     "compare every gradient with an independent derivative", NULL},
    {"graph", CMD_GRAPH, "SCRIPT.lua [-o FILE.dot|.svg|.html]", 1, 1, cmd_graph,
     "draw the graph",
     "Without -o the DOT text is printed. A page (.html) has all stages and the "
     "script."},
    {"report", CMD_REPORT, "SCRIPT.lua [-o FILE.html]", 1, 1, cmd_report,
     "parameters, work and memory", NULL},
    {"plot", CMD_PLOT, "LOG.jsonl ... [-o FILE.svg|.html]", 1, -1, cmd_plot,
     "draw the curves of training logs",
     "The logs are what trainers write with --log, JSON lines or CSV. Without -o the\n"
     "curves are drawn in the terminal."},
    {"ops", CMD_OPS, "[NAME]", 0, 1, cmd_ops, "the operations of the language", NULL},
    {"explain", CMD_EXPLAIN, "[CODE]", 0, 1, cmd_explain,
     "what a kind of mistake or an exit code means",
     "Codes are what messages end with, and what --diagnostics=json says; without one\n"
     "all are listed."},
    {"new", CMD_NEW, "NAME", 1, 1, cmd_new, "make a folder to start from",
     "The folder NAME has a script, NAME.lua, data that it learns, a CMakeLists.txt "
     "and\n"
     "the definitions that let editors complete and check scripts."},
    {"help", CMD_HELP, "[COMMAND]", 0, 1, cmd_help,
     "this list, or the options of a command",
     "It also writes the manual pages, the shells' completion (source it, or install\n"
     "it where the shell looks) and mfc.d.lua, which lets editors complete and check\n"
     "scripts."},
};
enum { COMMANDS = sizeof commands / sizeof *commands };

const Command *command_rows(int *n)
{
    *n = COMMANDS;
    return commands;
}

const Command *command_find(const char *name)
{
    for (int i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    size_t n = strlen(name);
    if (n > 4 && strcmp(name + n - 4, ".lua") == 0)
        fail(EXIT_USAGE, "%s is no command, which stands before a script: mfc run %s",
             name, name);
    const char *names[COMMANDS];
    for (int i = 0; i < COMMANDS; i++)
        names[i] = commands[i].name;
    const char *near = nearest_name(name, COMMANDS, names);
    if (near)
        fail(EXIT_USAGE, "unknown %s %s: did you mean %s?",
             name[0] == '-' ? "option" : "command", name, near);
    fail(EXIT_USAGE, "unknown %s %s: mfc --help lists the commands",
         name[0] == '-' ? "option" : "command", name);
}

/*
 * main.c - the command mfc: the table of commands, and what surrounds each of
 * them (help, exit codes, signals).
 */
#include "cmd.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const Command commands[] = {
    {"compile", CMD_COMPILE, "SCRIPT.lua [-o FILE.c]", 1, 1, cmd_compile,
     "compile a script to C",
     "Without -o the C goes to SCRIPT.c in the current folder; with -d and without\n"
     "-o only the dumps are printed."},
    {"run", CMD_RUN, "SCRIPT.lua [-- TRAINER OPTIONS]", 1, 1, cmd_run,
     "compile, build with $CC and train",
     "What follows -- goes to the trainer (-- --help lists its options). The data are\n"
     "looked for beside the script unless --data-dir is among them."},
    {"build", CMD_BUILD, "SCRIPT.lua [-o FILE]", 1, 1, cmd_build,
     "compile and build the trainer with $CC",
     "Without -o the program is called SCRIPT in the current folder."},
    {"check", CMD_CHECK, "SCRIPT.lua", 1, 1, cmd_check,
     "read a script, check it, write nothing", NULL},
    {"eval", CMD_EVAL, "SCRIPT.lua FUNC --in NAME=FILE.npy ...", 2, 2, cmd_eval,
     "the value of a function by the reference evaluator, in double", NULL},
    {"gradcheck", CMD_GRADCHECK, "SCRIPT.lua", 1, 1, cmd_gradcheck,
     "compare every gradient with an independent derivative", NULL},
    {"graph", CMD_GRAPH, "SCRIPT.lua [-o FILE.dot|.svg|.html]", 1, 1, cmd_graph,
     "draw the graph", "Without -o the DOT text is printed."},
    {"report", CMD_REPORT, "SCRIPT.lua", 1, 1, cmd_report,
     "parameters, work and memory", NULL},
    {"ops", CMD_OPS, "[NAME]", 0, 1, cmd_ops, "the operations of the language", NULL},
    {"explain", CMD_EXPLAIN, "CODE", 1, 1, cmd_explain,
     "what an exit code means, and what to do", NULL},
    {"new", CMD_NEW, "NAME", 1, 1, cmd_new, "write a first script, NAME.lua", NULL},
};
enum { COMMANDS = sizeof commands / sizeof *commands };

static void print_usage(FILE *to)
{
    fprintf(to, "mfc %s compiles neural networks, written as Lua scripts, to C.\n\n",
            MFC_VERSION);
    for (int i = 0; i < COMMANDS; i++) {
        char left[80];
        snprintf(left, sizeof left, "mfc %s %s", commands[i].name,
                 commands[i].operands);
        fprintf(to, "  %-44s %s\n", left, commands[i].doc);
    }
    fprintf(to, "\nmfc COMMAND --help lists the options of a command.\n"
                "Exit codes: 0 done, 1 the script is wrong, 2 the command line is "
                "wrong, 3 a file\ncannot be read or written, 4 a limit was reached, "
                "70 a bug in mfc.\n");
}

static void print_help(const Command *c)
{
    printf("usage: mfc %s %s\n\n%s.\n", c->name, c->operands, c->doc);
    if (c->notes)
        printf("%s\n", c->notes);
    printf("\n");
    options_help(stdout, c);
}

static const Command *find_command(const char *name)
{
    for (int i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
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

/* A crash is a bug of ours: say so, and end with its exit code. Under the
 * sanitizers they are the ones to report it. */
#if !defined(__SANITIZE_ADDRESS__) && !defined(MFC_SANITIZED)
static void on_crash(int signal_number)
{
    (void)signal_number;
    static const char text[] = "mfc: internal error: please report this script\n";
    ssize_t written = write(2, text, sizeof text - 1);
    (void)written;
    _exit(EXIT_BUG);
}

static void catch_crashes(Arena *arena)
{
    /* A stack of its own, for the crash may be the end of the stack. */
    stack_t stack = {.ss_size = 1 << 16};
    stack.ss_sp = arena_alloc(arena, stack.ss_size, 1);
    struct sigaction action = {.sa_flags = SA_ONSTACK};
    action.sa_handler = on_crash;
    sigaltstack(&stack, NULL);
    static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGXCPU};
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        sigaction(crashes[i], &action, NULL);
}
#else
static void catch_crashes(Arena *arena)
{
    (void)arena;
}
#endif

/* What is still in the buffer of stdout may not fit on the disk. */
static void close_stdout(void)
{
    errno = 0;
    if (fflush(stdout) != 0 || ferror(stdout))
        fail(EXIT_FILE, "cannot write to stdout: %s",
             errno ? strerror(errno) : "it failed before");
}

static int run_command(Cmd *cmd, int argc, char **argv)
{
    cmd->pipeline.arena = cmd->arena;
    cmd->pipeline.limit = -1;
    cmd->pipeline.to = stdout;
    options_parse(cmd, argc, argv);
    /* The dumps make room for a result that goes to stdout. */
    if (cmd->json || (cmd->out && strcmp(cmd->out, "-") == 0))
        cmd->pipeline.to = stderr;
    if (cmd->version)
        printf("mfc %s\n", MFC_VERSION);
    else if (cmd->help)
        print_help(cmd->command);
    else
        return cmd->command->run(cmd);
    return 0;
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write */
    Arena *arena = arena_new();
    catch_crashes(arena);
    int code = 0;
    if (argc < 2) {
        print_usage(stderr);
        code = EXIT_USAGE;
    } else if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
               (strcmp(argv[1], "help") == 0 && argc == 2)) {
        print_usage(stdout);
    } else if (strcmp(argv[1], "--version") == 0) {
        printf("mfc %s\n", MFC_VERSION);
    } else if (strcmp(argv[1], "help") == 0) {
        print_help(find_command(argv[2]));
    } else {
        Cmd *cmd = NEW(arena, Cmd);
        cmd->arena = arena;
        cmd->command = find_command(argv[1]);
        code = run_command(cmd, argc - 2, argv + 2);
    }
    close_stdout();
    arena_free(arena);
    return code;
}

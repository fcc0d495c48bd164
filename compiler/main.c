/*
 * main.c - the command mfc: what surrounds each command of it (help, exit codes,
 * signals).
 */
#include "cmd.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* What is still in the buffer of stdout may not fit on the disk. A reader that has seen
 * enough, as head does, needs no message. */
static void close_stdout(void)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return;
    if (errno == EPIPE)
        exit(EXIT_FILE);
    fail(EXIT_FILE, "cannot write to stdout: %s",
         errno ? strerror(errno) : "it failed before");
}

/* A script is not written over by what is made of it. */
static void check_outputs(const Cmd *cmd)
{
    const char *const outputs[] = {cmd->out, cmd->header};
    for (int i = 0; i < 2; i++)
        for (int k = 0; outputs[i] != NULL && k < cmd->operand.n; k++) {
            struct stat out, in;
            if (stat(outputs[i], &out) == 0 && stat(cmd->operand.at[k], &in) == 0 &&
                out.st_dev == in.st_dev && out.st_ino == in.st_ino &&
                S_ISREG(in.st_mode))
                fail(EXIT_USAGE, "%s is what mfc %s reads: it would be overwritten",
                     outputs[i], cmd->command->name);
        }
    if (cmd->out != NULL && cmd->header != NULL && strcmp(cmd->out, cmd->header) == 0)
        fail(EXIT_USAGE, "-o and --header are two files, not both %s", cmd->out);
}

static int run_command(Cmd *cmd, int argc, char **argv)
{
    cmd->pipeline.arena = cmd->arena;
    cmd->pipeline.limit = -1;
    cmd->pipeline.threads_from = THREADS_FROM;
    cmd->pipeline.uncached = UNCACHED;
    cmd->pipeline.cache = SECOND_CACHE;
    cmd->pipeline.to = stdout;
    options_parse(cmd, argc, argv);
    check_outputs(cmd);
    /* The dumps make room for a result that goes to stdout. */
    if (cmd->json || (cmd->out && strcmp(cmd->out, "-") == 0))
        cmd->pipeline.to = stderr;
    if (cmd->version)
        printf("mfc %s\n", MFC_VERSION);
    else if (cmd->help)
        help_command(stdout, cmd->arena, cmd->command);
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
        help_usage(stderr);
        code = EXIT_USAGE;
    } else if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        help_usage(stdout);
    } else if (strcmp(argv[1], "--version") == 0) {
        printf("mfc %s\n", MFC_VERSION);
    } else {
        Cmd *cmd = NEW(arena, Cmd);
        cmd->arena = arena;
        cmd->command = command_find(argv[1]);
        code = run_command(cmd, argc - 2, argv + 2);
    }
    close_stdout();
    arena_free(arena);
    return code;
}

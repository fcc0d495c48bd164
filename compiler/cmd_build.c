/*
 * cmd_build.c - mfc build and mfc run: the C goes to the C compiler through a
 * pipe, the program to a temporary name. No shell is involved. The trainer, the same
 * in every program, is compiled by itself and kept in a cache (cache.c). So is what
 * `run` built, or nowhere: what it starts has no name then.
 */
#include "cache.h"
#include "cmd.h"
#include "emit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static const char *const flags[] = {
    "-std=c11",        "-O3",
    "-march=native",   "-ffp-contract=off",
    "-fno-math-errno", "-fno-trapping-math",
    "-pthread",
};

/* The words of $CC before its first option, or those from there on. */
static void push_words(Cmd *cmd, Names *words, const char *cc, bool options)
{
    bool seen = false;
    while (*(cc += strspn(cc, " "))) {
        size_t n = strcspn(cc, " ");
        seen = seen || *cc == '-';
        if (seen == options)
            PUSH(cmd->arena, *words, intern_n(cmd->arena, cc, n));
        cc += n;
    }
}

/* $CC, the flags, the options of $CC (the last of a kind counts), and what makes the
 * program `out` of stdin and the object `trainer`; or an object, without one. */
static Names compiler_words(Cmd *cmd, const char *trainer, const char *out)
{
    Names words = {0};
    const char *cc = getenv("CC");
    if (!cc || !cc[strspn(cc, " ")])
        cc = "cc";
    push_words(cmd, &words, cc, false);
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        PUSH(cmd->arena, words, flags[i]);
    if (!trainer) /* $CC may have options for the linker */
        PUSH(cmd->arena, words, "-Wno-unused-command-line-argument");
    push_words(cmd, &words, cc, true);
    push_words(cmd, &words, trainer ? "-x c - -x none" : "-c -x c -", true);
    if (trainer)
        PUSH(cmd->arena, words, trainer);
    if (cmd->pipeline.threads)
        PUSH(cmd->arena, words, "-fopenmp");
    PUSH(cmd->arena, words, "-o");
    PUSH(cmd->arena, words, out);
    if (trainer)
        PUSH(cmd->arena, words, "-lm");
    if (trainer && cmd->pipeline.blas)
        PUSH(cmd->arena, words, "-lopenblas");
    PUSH(cmd->arena, words, (const char *)NULL);
    return words;
}

/* Starts the compiler with `in` as its stdin; 0 or an error number. */
static int start_compiler(char *const *words, const int pipe_ends[2], pid_t *pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t defaults;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe_ends[0], 0);
    posix_spawn_file_actions_addclose(&actions, pipe_ends[0]);
    posix_spawn_file_actions_addclose(&actions, pipe_ends[1]);
    posix_spawnattr_init(&attributes);
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    sigaddset(&defaults, SIGINT);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    int error = posix_spawnp(pid, words[0], &actions, &attributes, words, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

/* All of the text, or as much as the reader takes: when it goes away early its
 * exit status says why. */
static void feed(int fd, const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        ssize_t n = write(fd, text, left);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return;
        text += n;
        left -= (size_t)n;
    }
}

/* How the compiler ended. */
typedef struct Outcome {
    int error;  /* why it could not be started, or 0 */
    int status; /* as waitpid says it */
} Outcome;

static Outcome run_compiler(Names words, const char *source)
{
    int ends[2];
    if (pipe(ends) != 0)
        return (Outcome){.error = errno};
    /* On an interrupt the compiler stops, and we clean up. */
    void (*before)(int) = signal(SIGINT, SIG_IGN);
    pid_t pid = 0;
    int error = start_compiler((char *const *)(void *)words.at, ends, &pid);
    close(ends[0]);
    if (error == 0)
        feed(ends[1], source);
    close(ends[1]);
    int status = 0;
    while (error == 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    signal(SIGINT, before);
    return (Outcome){error, status};
}

/* An empty file of a new name that begins with `path`, as open to others as any. */
static char *new_file(Cmd *cmd, const char *path)
{
    char *name = arena_format(cmd->arena, "%s.XXXXXX", path);
    int fd = mkstemp(name);
    if (fd < 0)
        fail(EXIT_FILE, "cannot write beside %s: %s", path, strerror(errno));
    mode_t mask = umask(0);
    umask(mask);
    (void)fchmod(fd, 0666 & ~mask); /* failing is harmless */
    close(fd);
    return name;
}

static const char *build_source(Cmd *cmd)
{
    cmd->standalone = cmd->no_trainer = true;
    return cmd_emit(cmd).source;
}

/* Makes `out` of the source and the trainer, which goes. */
static void compile(Cmd *cmd, const char *source, const char *trainer, const char *out)
{
    Names words = compiler_words(cmd, trainer, out);
    double since = pipeline_clock();
    Outcome done = run_compiler(words, source);
    pipeline_time(&cmd->pipeline, trainer ? "cc" : "trainer", since);
    if (trainer)
        unlink(trainer);
    if (done.error == 0 && done.status == 0)
        return;
    unlink(out);
    if (done.error)
        fail(EXIT_FILE, "cannot run the C compiler %s: %s: set CC to yours",
             words.at[0], strerror(done.error));
    if (!WIFEXITED(done.status))
        fail(EXIT_FILE, "a signal stopped the C compiler");
    if (WEXITSTATUS(done.status) == 127)
        fail(EXIT_FILE, "cannot run the C compiler: set CC to yours");
    fail(EXIT_FILE, "the C compiler failed with exit code %d: its messages are above",
         WEXITSTATUS(done.status));
}

/* The cache, seen from what makes `out` of this source and the trainer; or NULL. */
static const Cache *find_cache(Cmd *cmd, const char *source, const char *trainer,
                               const char *out)
{
    if (cmd->no_cache)
        return NULL;
    const char *const *words = compiler_words(cmd, trainer, out).at;
    return cache_find(cmd->arena, cache_recipe(cmd->arena, words, source));
}

/* The trainer as an object, in a new file beside `path`. */
static const char *trainer_object(Cmd *cmd, const char *path)
{
    const char *object = new_file(cmd, path);
    const char *source = emit_trainer(cmd->arena);
    const Cache *cache = find_cache(cmd, source, NULL, "trainer");
    if (cache && cache_copy(cache, object))
        return object;
    compile(cmd, source, NULL, object);
    if (cache)
        cache_keep(cache, object);
    return object;
}

/* The program, in a new file beside `path`. */
static const char *build_beside(Cmd *cmd, const char *path, const char *source)
{
    const char *trainer = trainer_object(cmd, path);
    const char *program = new_file(cmd, path);
    compile(cmd, source, trainer, program);
    return program;
}

/* The program is renamed to its place, which must not take that of a device. */
static void check_target(const char *out)
{
    struct stat info;
    if (strcmp(out, "-") == 0)
        fail(EXIT_USAGE, "build writes a program: -o wants a file name");
    if (stat(out, &info) == 0 && !S_ISREG(info.st_mode))
        fail(EXIT_FILE, "cannot write %s: %s", out,
             S_ISDIR(info.st_mode) ? strerror(EISDIR) : "it is not a regular file");
}

int cmd_build(Cmd *cmd)
{
    const char *out = cmd->out ? cmd->out : cmd_stem(cmd);
    check_target(out);
    /* The source first: where the script is wrong no file appears. */
    const char *source = build_source(cmd);
    const char *temporary = build_beside(cmd, out, source);
    if (rename(temporary, out) != 0) {
        int error = errno;
        unlink(temporary);
        fail(EXIT_FILE, "cannot write %s: %s", out, strerror(error));
    }
    return 0;
}

/* ---- run ---- */

/* Does the trainer's command (train where none is named) read data, and has the
 * user not said where they are? */
static bool wants_data_dir(const Cmd *cmd)
{
    const Names *rest = &cmd->rest;
    static const char *const readers[] = {"train", "eval", "predict"};
    bool reads = rest->n == 0 || rest->at[0][0] == '-';
    for (size_t i = 0; !reads && i < sizeof readers / sizeof *readers; i++)
        reads = strcmp(rest->at[0], readers[i]) == 0;
    if (!reads)
        return false;
    for (int i = 0; i < rest->n; i++)
        if (strncmp(rest->at[i], "--data-dir", strlen("--data-dir")) == 0)
            return false;
    return true;
}

static bool trainer_is_told(const Cmd *cmd, const char *word)
{
    for (int i = 0; i < cmd->rest.n; i++)
        if (strcmp(cmd->rest.at[i], word) == 0)
            return true;
    return false;
}

/* --profile is for the trainer and for how it is built, on whichever side of the --
 * it stands. */
static void share_profile(Cmd *cmd)
{
    bool trains = cmd->rest.n == 0 || cmd->rest.at[0][0] == '-' ||
                  strcmp(cmd->rest.at[0], "train") == 0;
    bool told = trainer_is_told(cmd, "--profile");
    if (cmd->profile && trains && !told)
        PUSH(cmd->arena, cmd->rest, "--profile");
    cmd->profile = cmd->profile || told;
}

static const char *script_folder(Cmd *cmd)
{
    const char *path = cmd->operand.at[0];
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : intern_n(cmd->arena, path, (size_t)(slash - path));
}

static Names trainer_words(Cmd *cmd)
{
    Names words = {0};
    PUSH(cmd->arena, words, cmd_stem(cmd));
    for (int i = 0; i < cmd->rest.n; i++)
        PUSH(cmd->arena, words, cmd->rest.at[i]);
    if (wants_data_dir(cmd)) {
        PUSH(cmd->arena, words, "--data-dir");
        PUSH(cmd->arena, words, script_folder(cmd));
    }
    PUSH(cmd->arena, words, (const char *)NULL);
    return words;
}

static const char *temporary_folder(void)
{
    const char *folder = getenv("TMPDIR");
    return folder && *folder ? folder : "/tmp";
}

/* Builds the program and opens it; what stays of it is in the cache. */
static int build_and_open(Cmd *cmd, const char *source, const Cache *cache)
{
    const char *path = cache
                           ? arena_format(cmd->arena, "%s/new", cache->folder)
                           : arena_format(cmd->arena, "%s/mfc-run", temporary_folder());
    const char *program = build_beside(cmd, path, source);
    int fd = open(program, O_RDONLY | O_CLOEXEC);
    int error = errno;
    if (cache)
        cache_keep(cache, program);
    unlink(program);
    if (fd < 0)
        fail(EXIT_FILE, "cannot read %s: %s", program, strerror(error));
    return fd;
}

int cmd_run(Cmd *cmd)
{
    share_profile(cmd);
    const char *source = build_source(cmd);
    Names words = trainer_words(cmd);
    const char *whole =
        arena_format(cmd->arena, "%s%s", source, emit_trainer(cmd->arena));
    const Cache *cache = find_cache(cmd, whole, "trainer", "program");
    int fd = cache ? cache_open(cache) : -1;
    if (fd < 0)
        fd = build_and_open(cmd, source, cache);
    fflush(stdout);
    signal(SIGPIPE, SIG_DFL);
    /* From here on this process is the trainer: signals and the exit code are
     * its own. */
    fexecve(fd, (char *const *)(void *)words.at, environ);
    fail(EXIT_FILE,
         "cannot start what was built in %s: %s: set %s to a folder that programs may "
         "be started from",
         cache ? cache->folder : temporary_folder(), strerror(errno),
         cache ? "XDG_CACHE_HOME" : "TMPDIR");
}

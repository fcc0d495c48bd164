/*
 * mf_main.c - the command line of a trainer: parse, dispatch.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#endif
#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mf_command.h"
#include "mf_file.h"
#include "mf_pages.h"
#include "mf_train.h"

/* The kernels look at MFC_THREADS. */
static int use_threads(long n)
{
    char text[24];
    if (n < 1 || n > 4096)
        return mf_fail(2, "--threads wants a number from 1 to 4096, not %ld", n);
    snprintf(text, sizeof text, "%ld", n);
    if (setenv("MFC_THREADS", text, 1) != 0)
        return mf_fail(70, "cannot set MFC_THREADS");
    return 0;
}

/* A thread that waits spins for some 25 microseconds and sleeps then: where the machine
 * is busy, the one that it waits for may have no processor. OpenMP's libraries would
 * spin a thousand times as long, and GNU's reads the environment before main: so the
 * process begins once more. Whoever set one of the variables knows better. */
static void limit_spinning(const MfModel *model, char **argv)
{
    const char *threads = getenv("MFC_THREADS");
    if (model->threads == 0 || (threads && strcmp(threads, "1") == 0) ||
        getenv("GOMP_SPINCOUNT") || getenv("OMP_WAIT_POLICY"))
        return;
    if (setenv("GOMP_SPINCOUNT", "1000", 1) == 0 &&
        setenv("KMP_LIBRARY", "throughput", 0) == 0)
        execv("/proc/self/exe", argv); /* elsewhere it fails, and nothing changes */
}

static int run_command(const MfModel *model, void *net, const MfOptions *o)
{
    switch (o->command) {
    case MF_TRAIN:
        mf_use_large_pages(net, model->size);
        return mf_train(model, net, o);
    case MF_EVAL:
        return mf_command_eval(model, net, o);
    case MF_PREDICT:
        return mf_command_predict(model, net, o);
    case MF_CALL:
        return mf_command_call(model, net, o);
    case MF_INFO:
        return mf_command_info(model, o);
    case MF_SELF_TEST:
        return mf_command_self_test(model, net, o);
    case MF_COMMANDS:
        break;
    }
    return 70;
}

/* 0, or 5: results would not be the bits that the program promises. */
static int check_arithmetic(const MfModel *model)
{
    const char *wrong = mf_arithmetic(); /* in the library; then in the program */
    if (!wrong && model->arithmetic)
        wrong = model->arithmetic();
    if (!wrong)
        return 0;
    return mf_fail(5,
                   "results would depend on the compiler: %s: build without options "
                   "that bend arithmetic",
                   wrong);
}

/* Runs the command on a net of its own, which begins with a line of the cache. */
static int run_large(const MfModel *model, const MfOptions *o)
{
    enum { LINE = 64 };
    char *memory = calloc(1, model->size + LINE);
    if (!memory)
        return mf_fail(70, "out of memory: the model takes %zu bytes", model->size);
    int code = run_command(model, memory + (size_t) - (uintptr_t)memory % LINE, o);
    free(memory);
    return code;
}

int mf_main(int argc, char **argv, const MfModel *model, void *net)
{
    MfOptions o;
#ifdef SIGXFSZ
    signal(SIGXFSZ, SIG_IGN); /* a file beyond the limit is a failed write */
#endif
    int code = mf_options_parse(&o, argc, argv);
    if (code == 0 && o.threads >= 0)
        code = use_threads(o.threads);
    if (code != 0) {
        mf_options_free(&o);
        return code;
    }
    if (!o.help && !o.version)
        limit_spinning(model, argv);
    if (o.help)
        mf_options_help(model, o.command);
    else if (o.version)
        printf("%s %016" PRIx64 ", compiled by mfc %s\n", model->name, model->hash,
               model->version);
    else
        code = check_arithmetic(model);
    if (code == 0 && !o.help && !o.version)
        code = net ? run_command(model, net, &o) : run_large(model, &o);
    errno = 0;
    if ((fflush(stdout) != 0 || ferror(stdout)) && code == 0) /* head has seen enough */
        code = errno == EPIPE ? 3 : mf_fail(3, "cannot write to stdout");
    mf_options_free(&o);
    return code;
}

/*
 * data_files.h - for tests of the runtime's data side: a temporary folder, files
 * in it, and calls whose message on stderr is caught.
 */
#ifndef DATA_FILES_H
#define DATA_FILES_H

#include <check.h>
#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../runtime/mf_array.h"

typedef struct Scratch {
    char folder[64];
    char said[4096]; /* what the last CALL printed on stderr */
    int kept;
} Scratch;

static Scratch scratch;

static inline void scratch_make(void)
{
    snprintf(scratch.folder, sizeof scratch.folder, "/tmp/mfc-test-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(scratch.folder));
}

static inline void scratch_remove(void)
{
    DIR *dir = opendir(scratch.folder);
    char path[400];
    for (struct dirent *e; dir != NULL && (e = readdir(dir)) != NULL;) {
        snprintf(path, sizeof path, "%s/%s", scratch.folder, e->d_name);
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            remove(path);
    }
    if (dir != NULL)
        closedir(dir);
    rmdir(scratch.folder);
}

/* How many files the folder holds: temporary ones must not stay. */
static inline int scratch_count(void)
{
    int n = 0;
    DIR *dir = opendir(scratch.folder);
    ck_assert_ptr_nonnull(dir);
    while (readdir(dir) != NULL)
        n++;
    closedir(dir);
    return n - 2;
}

/* The path of a name in the folder, in one of four buffers by turns. */
static inline const char *at(const char *name)
{
    static char path[4][200];
    static int turn;
    turn = (turn + 1) % 4;
    snprintf(path[turn], sizeof path[turn], "%s/%s", scratch.folder, name);
    return path[turn];
}

static inline const char *put(const char *name, const void *bytes, size_t n)
{
    const char *path = at(name);
    FILE *f = fopen(path, "wb");
    ck_assert_ptr_nonnull(f);
    ck_assert_uint_eq(fwrite(bytes, 1, n, f), n);
    fclose(f);
    return path;
}

static inline const char *put_text(const char *name, const char *text)
{
    return put(name, text, strlen(text));
}

static inline void catch_begin(void)
{
    fflush(stderr);
    scratch.kept = dup(2);
    FILE *f = fopen(at("stderr"), "w");
    ck_assert_ptr_nonnull(f);
    dup2(fileno(f), 2);
    fclose(f);
}

static inline void catch_end(void)
{
    fflush(stderr);
    dup2(scratch.kept, 2);
    close(scratch.kept);
    FILE *f = fopen(at("stderr"), "r");
    ck_assert_ptr_nonnull(f);
    size_t n = fread(scratch.said, 1, sizeof scratch.said - 1, f);
    scratch.said[n] = '\0';
    fclose(f);
    remove(at("stderr"));
}

static int called;
/* Runs a call that returns a code; called holds it, scratch.said its message. */
#define CALL(expression) (catch_begin(), called = (expression), catch_end(), called)

static inline void check_said(const char *part)
{
    if (strstr(scratch.said, part) == NULL)
        ck_abort_msg("expected the message to hold '%s', but it is: %s", part,
                     scratch.said);
}

/* A failure: its code, and one line that holds `part`. */
#define FAILS(code, expression, part)                                                  \
    do {                                                                               \
        ck_assert_int_eq(CALL(expression), code);                                      \
        check_said(part);                                                              \
        ck_assert_ptr_eq(strchr(scratch.said, '\n'),                                   \
                         scratch.said + strlen(scratch.said) - 1);                     \
    } while (0)

/* Success, without a message. */
#define WORKS(expression)                                                              \
    do {                                                                               \
        int works = CALL(expression);                                                  \
        if (works != 0 || scratch.said[0] != '\0')                                     \
            ck_abort_msg("code %d: %s", works, scratch.said);                          \
    } while (0)

/* A port [batch, row] or [batch] for row 0. */
static inline MfPort port_of(const char *name, MfDtype dtype, int batch, int row)
{
    return (MfPort){.name = name,
                    .dtype = dtype,
                    .rank = row > 0 ? 2 : 1,
                    .dim = {batch, row}};
}

static inline void check_floats(const MfColumn *c, long row, int n, const double *want)
{
    for (int i = 0; i < n; i++) {
        const void *v = mf_row(c, row);
        double got = c->port->dtype == MF_F32   ? (double)((const float *)v)[i]
                     : c->port->dtype == MF_F64 ? ((const double *)v)[i]
                                                : ((const int32_t *)v)[i];
        if (c->port->dtype == MF_F32)
            ck_assert(got == (double)(float)want[i]);
        else
            ck_assert(got == want[i]);
    }
}

#define ROW(column, row, ...)                                                          \
    do {                                                                               \
        const double want_[] = {__VA_ARGS__};                                          \
        check_floats(column, row, (int)(sizeof want_ / sizeof *want_), want_);         \
    } while (0)

#endif

/*
 * faults.c - makes one call to the system fail. A program that is linked with it and
 * with --wrap for each function below runs as it is, until the environment says
 *
 *     MF_FAULT=memory:17      the 17th allocation gives NULL
 *     MF_FAULT=starve:17      and all after it do
 *     MF_FAULT=io:5           the 5th call that opens, reads, writes, syncs, renames,
 *                             cuts, closes or removes a file, or looks at a folder,
 * fails MF_FAULT=short:1        every read and write moves a byte less than it was
 * asked to, and every other one is interrupted before it begins MF_FAULT_LOG=FILE where
 * the name of the call that failed is written
 *
 * A failed close has closed, as on Linux; a failed write has written half. A stream
 * that failed says so to ferror until it is closed.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

/* The names are the linker's: __wrap_f stands for f, which is __real_f then. */
#define WRAPPED(type, name, params)                                                    \
    type __real_##name params;                                                         \
    type __wrap_##name params;
WRAPPED(ssize_t, read, (int fd, void *to, size_t n))
WRAPPED(ssize_t, write, (int fd, const void *from, size_t n))
WRAPPED(int, fsync, (int fd))
WRAPPED(int, close, (int fd))
WRAPPED(int, rename, (const char *from, const char *to))
WRAPPED(int, unlink, (const char *path))
WRAPPED(int, mkdir, (const char *path, mode_t mode))
WRAPPED(int, ftruncate, (int fd, off_t to))
WRAPPED(int, fstat, (int fd, struct stat *s))
WRAPPED(int, closedir, (DIR * dir))
WRAPPED(int, fclose, (FILE * f))
WRAPPED(int, fflush, (FILE * f))
WRAPPED(int, fseeko, (FILE * f, off_t to, int from))
WRAPPED(DIR *, opendir, (const char *path))
WRAPPED(struct dirent *, readdir, (DIR * dir))
WRAPPED(FILE *, fopen, (const char *path, const char *mode))
WRAPPED(size_t, fread, (void *to, size_t size, size_t n, FILE *f))
WRAPPED(size_t, fwrite, (const void *from, size_t size, size_t n, FILE *f))
WRAPPED(ssize_t, getline, (char **to, size_t *room, FILE *f))
WRAPPED(void *, malloc, (size_t n))
WRAPPED(void *, calloc, (size_t n, size_t size))
WRAPPED(void *, realloc, (void *p, size_t n))
WRAPPED(int, ferror, (FILE * f))
#undef WRAPPED
int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);

typedef enum Kind { MEMORY, STARVE, IO, SHORT } Kind;

static struct {
    bool ready, on;
    Kind kind;
    long nth, count;
    const FILE *failed; /* the stream that did */
} state;

static void get_ready(void)
{
    static const char *const name[] = {"memory", "starve", "io", "short"};
    const char *text = getenv("MF_FAULT");
    state.ready = true;
    for (int k = 0; text != NULL && k < 4; k++) {
        size_t n = strlen(name[k]);
        if (strncmp(text, name[k], n) == 0 && text[n] == ':') {
            state.on = true;
            state.kind = (Kind)k;
            state.nth = strtol(text + n + 1, NULL, 10);
        }
    }
}

static void tell(const char *name)
{
    const char *path = getenv("MF_FAULT_LOG");
    int fd = path ? __real_open(path, O_WRONLY | O_CREAT | O_APPEND, 0666) : -1;
    if (fd < 0)
        return;
    ssize_t put = __real_write(fd, name, strlen(name));
    put += __real_write(fd, "\n", 1);
    __real_close(put < 0 ? -1 : fd);
}

/* Is this call the one that fails? Then errno says why. */
static bool fails(Kind kind, const char *name, int error)
{
    if (!state.ready)
        get_ready();
    bool starves = state.kind == STARVE && kind == MEMORY;
    if (!state.on || (state.kind != kind && !starves))
        return false;
    if (++state.count < state.nth || (state.count > state.nth && !starves))
        return false;
    if (state.count == state.nth)
        tell(name);
    errno = error;
    return true;
}

/* In the mode of short calls: is this one interrupted? Else *n is less. */
static bool is_interrupted(size_t *n)
{
    if (!state.ready)
        get_ready();
    if (!state.on || state.kind != SHORT)
        return false;
    if (++state.count == 1)
        tell("short");
    if (state.count % 2 == 1) {
        errno = EINTR;
        return true;
    }
    *n -= *n > 1;
    return false;
}

/* ---- calls that return -1, EOF or NULL and need no more ---- */

#define PLAIN(type, name, kind, error, bad, params, args)                              \
    type __wrap_##name params                                                          \
    {                                                                                  \
        if (fails(kind, #name, error))                                                 \
            return bad;                                                                \
        return __real_##name args;                                                     \
    }

PLAIN(int, fsync, IO, EIO, -1, (int fd), (fd))
PLAIN(int, rename, IO, EACCES, -1, (const char *from, const char *to), (from, to))
PLAIN(int, unlink, IO, EPERM, -1, (const char *path), (path))
PLAIN(int, mkdir, IO, ENOSPC, -1, (const char *path, mode_t mode), (path, mode))
PLAIN(int, ftruncate, IO, EIO, -1, (int fd, off_t to), (fd, to))
PLAIN(int, fstat, IO, EIO, -1, (int fd, struct stat *s), (fd, s))
PLAIN(int, fseeko, IO, EIO, -1, (FILE * f, off_t to, int from), (f, to, from))
PLAIN(DIR *, opendir, IO, EMFILE, NULL, (const char *path), (path))
PLAIN(struct dirent *, readdir, IO, EIO, NULL, (DIR * dir), (dir))
PLAIN(FILE *, fopen, IO, EMFILE, NULL, (const char *path, const char *mode),
      (path, mode))
PLAIN(void *, malloc, MEMORY, ENOMEM, NULL, (size_t n), (n))
PLAIN(void *, calloc, MEMORY, ENOMEM, NULL, (size_t n, size_t size), (n, size))
PLAIN(void *, realloc, MEMORY, ENOMEM, NULL, (void *p, size_t n), (p, n))

int __wrap_open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return fails(IO, "open", EIO) ? -1 : __real_open(path, flags, mode);
}

/* ---- reading and writing ---- */

ssize_t __wrap_read(int fd, void *to, size_t n)
{
    return fails(IO, "read", EIO) || is_interrupted(&n) ? -1 : __real_read(fd, to, n);
}

ssize_t __wrap_write(int fd, const void *from, size_t n)
{
    if (is_interrupted(&n))
        return -1;
    if (!fails(IO, "write", ENOSPC))
        return __real_write(fd, from, n);
    if (__real_write(fd, from, n / 2) >= 0)
        errno = ENOSPC;
    return -1;
}

/* A stream that fails is remembered. */
static bool stream_fails(FILE *f, const char *name, int error)
{
    if (!fails(IO, name, error))
        return false;
    state.failed = f;
    return true;
}

size_t __wrap_fread(void *to, size_t size, size_t n, FILE *f)
{
    return stream_fails(f, "fread", EIO) ? 0 : __real_fread(to, size, n, f);
}

size_t __wrap_fwrite(const void *from, size_t size, size_t n, FILE *f)
{
    return stream_fails(f, "fwrite", ENOSPC) ? 0 : __real_fwrite(from, size, n, f);
}

ssize_t __wrap_getline(char **to, size_t *room, FILE *f)
{
    return stream_fails(f, "getline", EIO) ? -1 : __real_getline(to, room, f);
}

int __wrap_fflush(FILE *f)
{
    return stream_fails(f, "fflush", ENOSPC) ? EOF : __real_fflush(f);
}

int __wrap_ferror(FILE *f)
{
    return state.failed == f || __real_ferror(f);
}

/* ---- closing: it is closed all the same ---- */

int __wrap_close(int fd)
{
    int code = __real_close(fd);
    return fails(IO, "close", EIO) ? -1 : code;
}

int __wrap_closedir(DIR *dir)
{
    int code = __real_closedir(dir);
    return fails(IO, "closedir", EIO) ? -1 : code;
}

int __wrap_fclose(FILE *f)
{
    if (state.failed == f)
        state.failed = NULL;
    int code = __real_fclose(f);
    return fails(IO, "fclose", EIO) ? EOF : code;
}

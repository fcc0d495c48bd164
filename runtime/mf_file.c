/*
 * mf_file.c - memory, files, messages. Whoever asks for bytes, reads a file or
 * writes one does it through here, so that a test can make each of these fail.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#endif
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mf_file.h"

/* ---- messages and memory ---- */

int mf_fail(int code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fflush(stdout);
    fputs("error: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return code;
}

bool mf_size_mul(size_t a, size_t b, size_t *product)
{
    if (b != 0 && a > SIZE_MAX / 2 / b) /* half: differences fit ptrdiff_t */
        return false;
    *product = a * b;
    return true;
}

void *mf_alloc(size_t n, size_t size)
{
    size_t total = 0;
    void *block = NULL;
    if (mf_size_mul(n, size, &total))
        block = calloc(total == 0 ? 1 : total, 1);
    if (block == NULL)
        mf_fail(3, "out of memory: %zu x %zu bytes", n, size);
    return block;
}

void *mf_resize(void *block, size_t n, size_t size)
{
    size_t total = 0;
    void *moved = NULL;
    if (mf_size_mul(n, size, &total))
        moved = realloc(block, total == 0 ? 1 : total);
    if (moved == NULL)
        mf_fail(3, "out of memory: %zu x %zu bytes", n, size);
    return moved;
}

/* The bytes of the letter at p, of n that there are; 0: it is none, or no UTF-8. */
static size_t letter_bytes(const unsigned char *p, size_t n)
{
    size_t k = p[0] < 0x80 ? 1 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
    if (k == 1)
        return p[0] >= 0x20 && p[0] != 0x7f;
    if (p[0] < 0xc2 || p[0] > 0xf4 || k > n)
        return 0;
    uint32_t code = p[0] & (0xffu >> (k + 1));
    for (size_t i = 1; i < k; i++) {
        if ((p[i] & 0xc0) != 0x80)
            return 0;
        code = code << 6 | (p[i] & 0x3f);
    }
    bool longer = code < (k == 2 ? 0xa0u : k == 3 ? 0x800u : 0x10000u);
    return longer || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff ? 0 : k;
}

const char *mf_quote(MfQuote *buffer, const char *bytes, size_t n)
{
    enum { MOST = 40 };
    char *to = buffer->text;
    size_t i = 0;
    *to++ = '"';
    while (i < n && i < MOST) {
        const unsigned char *at = (const unsigned char *)bytes + i;
        size_t k = letter_bytes(at, n - i);
        if (i + k > MOST)
            break;
        if (k > 0)
            memcpy(to, at, k);
        to += k > 0 ? (int)k : snprintf(to, 5, "\\x%02x", *at);
        i += k > 0 ? k : 1;
    }
    *to++ = '"';
    memcpy(to, i < n ? "..." : "", i < n ? 4 : 1);
    return buffer->text;
}

MfCount mf_count(size_t n, const char *noun)
{
    MfCount count;
    snprintf(count.text, sizeof count.text, "%zu %.30s%s", n, noun, n == 1 ? "" : "s");
    return count;
}

/* ---- the order of bytes ---- */

static MfOrder machine_order(void)
{
    const uint16_t one = 1;
    return *(const unsigned char *)&one == 1 ? MF_LITTLE : MF_BIG;
}

void mf_order(void *numbers, size_t n, size_t size, MfOrder order)
{
    unsigned char *at = numbers;
    if (size == 1 || order == machine_order())
        return;
    for (size_t i = 0; i < n; i++, at += size)
        for (size_t j = 0; j < size / 2; j++) {
            unsigned char kept = at[j];
            at[j] = at[size - 1 - j];
            at[size - 1 - j] = kept;
        }
}

double mf_half(uint16_t bits)
{
    int exponent = bits >> 10 & 31, fraction = bits & 1023;
    double size = exponent == 0   ? ldexp(fraction, -24)
                  : exponent < 31 ? ldexp(1024 + fraction, exponent - 25)
                  : fraction == 0 ? (double)INFINITY
                                  : (double)NAN;
    return bits & 0x8000 ? -size : size;
}

/* ---- reading ---- */

/* Reads until n bytes are there or the file ends; -1: an error. */
static ssize_t file_fill(int fd, unsigned char *to, size_t n)
{
    size_t done = 0;
    while (done < n) {
        size_t piece = n - done < (1u << 30) ? n - done : 1u << 30;
        ssize_t got = read(fd, to + done, piece);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        done += (size_t)got;
    }
    return (ssize_t)done;
}

/* The size of a regular file is known; a pipe's content is taken as it comes. */
static int file_take(int fd, const char *path, size_t room, MfBytes *out)
{
    for (;;) {
        unsigned char *moved = mf_resize(out->at, room + 1, 1);
        if (moved == NULL)
            return 3;
        out->at = moved;
        ssize_t got = file_fill(fd, out->at + out->size, room + 1 - out->size);
        if (got < 0)
            return mf_fail(3, "%s: cannot read: %s", path, strerror(errno));
        out->size += (size_t)got;
        if (out->size <= room) {
            out->at[out->size] = '\0';
            return 0;
        }
        if (room > SIZE_MAX / 4)
            return mf_fail(3, "%s: too large", path);
        room *= 2;
    }
}

int mf_file_read(const char *path, MfBytes *out)
{
    struct stat s;
    *out = (MfBytes){0};
    /* Not to hang on a pipe that nobody writes to would take O_NONBLOCK, and
     * then a writer that is slow to start would look like the end. */
    int fd = strcmp(path, "-") == 0 ? dup(0) : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return mf_fail(3, "%s: cannot open: %s", path, strerror(errno));
    int code = 0;
    if (fstat(fd, &s) != 0)
        code = mf_fail(3, "%s: cannot read: %s", path, strerror(errno));
    else if (S_ISDIR(s.st_mode))
        code = mf_fail(3, "%s: is a folder, expected a file", path);
    else if (!S_ISREG(s.st_mode) && !S_ISFIFO(s.st_mode))
        code = mf_fail(3, "%s: is neither a regular file nor a pipe", path);
    else if ((uintmax_t)s.st_size > SIZE_MAX / 4)
        code = mf_fail(3, "%s: too large", path);
    else
        code = file_take(fd, path, s.st_size > 0 ? (size_t)s.st_size : 4096, out);
    close(fd);
    if (code != 0) {
        free(out->at);
        *out = (MfBytes){0};
    }
    return code;
}

/* ---- writing ---- */

static size_t path_folder(const char *path) /* bytes up to and with the last / */
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

/* Makes a new name last through a power cut; a file system that cannot do that is no
 * reason to fail. */
static void folder_sync(char *path)
{
    size_t n = path_folder(path);
    char kept = path[n];
    path[n] = '\0';
    int fd = open(n == 0 ? "." : path, O_RDONLY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
    path[n] = kept;
}

/* Opens a new file in the folder of the target. */
static int write_open_temp(MfWriter *w, mode_t mode)
{
    size_t folder = path_folder(w->target), room = folder + 64;
    w->temp = mf_alloc(room, 1);
    if (w->temp == NULL)
        return 3;
    for (int i = 0; i < 100; i++) {
        snprintf(w->temp, room, "%.*s.mf-%ld-%d.tmp", (int)folder, w->target,
                 (long)getpid(), i);
        w->fd = open(w->temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (w->fd >= 0 || errno != EEXIST)
            break;
    }
    if (w->fd < 0) {
        int error = errno;
        free(w->temp); /* nothing to remove: it may be another's */
        w->temp = NULL;
        return mf_fail(3, "%s: cannot write: %s", w->path, strerror(error));
    }
    if (mode != 0666)
        (void)fchmod(w->fd, mode); /* past the umask; failing is harmless */
    return 0;
}

/* The file behind a path: a symbolic link stays, what it names is replaced. */
static char *write_target(const char *path)
{
    enum { LINKS = 40, ROOM = 4096 };
    char *target = mf_path_join(NULL, path), *link = mf_alloc(ROOM, 1);
    if (link == NULL) {
        free(target);
        return NULL;
    }
    for (int i = 0; i < LINKS && target != NULL; i++) {
        ssize_t n = readlink(target, link, ROOM - 1);
        if (n < 0)
            break;
        link[n] = '\0';
        target[path_folder(target)] = '\0';
        char *next = mf_path_join(target, link);
        free(target);
        target = next;
    }
    free(link);
    return target;
}

static void write_close(MfWriter *w)
{
    if (w->fd >= 0)
        close(w->fd);
    if (w->temp != NULL)
        unlink(w->temp);
    free(w->temp);
    free(w->target);
    *w = (MfWriter){.path = w->path, .fd = -1, .code = w->code};
}

int mf_write_begin(MfWriter *w, const char *path)
{
    struct stat s;
    *w = (MfWriter){.path = path, .fd = -1};
    mode_t mode = 0666;
    if (stat(path, &s) == 0) {
        if (S_ISDIR(s.st_mode))
            return w->code = mf_fail(3, "%s: is a folder, expected a file", path);
        if (!S_ISREG(s.st_mode)) {
            w->fd = open(path, O_WRONLY | O_CLOEXEC);
            if (w->fd < 0)
                w->code = mf_fail(3, "%s: cannot write: %s", path, strerror(errno));
            return w->code;
        }
        mode = s.st_mode & 0777;
    }
    w->target = write_target(path);
    if (w->target == NULL)
        return w->code = 3;
    w->code = write_open_temp(w, mode);
    if (w->code != 0)
        write_close(w); /* who begins in vain needs no end */
    return w->code;
}

void mf_write_put(MfWriter *w, const void *bytes, size_t n)
{
    const unsigned char *from = bytes;
    while (n > 0 && w->code == 0) {
        ssize_t put = write(w->fd, from, n < (1u << 30) ? n : 1u << 30);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0) {
            int error = put < 0 ? errno : ENOSPC;
            w->code = mf_fail(3, "%s: cannot write: %s", w->path, strerror(error));
            return;
        }
        from += put;
        n -= (size_t)put;
    }
}

void mf_write_numbers(MfWriter *w, const void *numbers, size_t n, size_t size)
{
    if (size == 1 || machine_order() == MF_LITTLE) {
        mf_write_put(w, numbers, n * size);
        return;
    }
    unsigned char part[4096];
    for (size_t i = 0, bytes; i < n * size; i += bytes) {
        bytes = n * size - i < sizeof part ? n * size - i : sizeof part;
        memcpy(part, (const unsigned char *)numbers + i, bytes);
        mf_order(part, bytes / size, size, MF_LITTLE);
        mf_write_put(w, part, bytes);
    }
}

int mf_write_end(MfWriter *w)
{
    if (w->code == 0 && w->temp != NULL) {
        if (fsync(w->fd) != 0 && errno != EINVAL && errno != ENOTSUP) {
            w->code = mf_fail(3, "%s: cannot write: %s", w->path, strerror(errno));
        } else if (rename(w->temp, w->target) != 0) {
            w->code = mf_fail(3, "%s: cannot replace: %s", w->path, strerror(errno));
        } else {
            folder_sync(w->target);
            free(w->temp);
            w->temp = NULL;
        }
    }
    write_close(w);
    return w->code;
}

void mf_write_drop(MfWriter *w)
{
    write_close(w);
}

int mf_write_try(const char *path)
{
    struct stat s;
    if (stat(path, &s) == 0 && !S_ISREG(s.st_mode) && !S_ISDIR(s.st_mode))
        return 0; /* a pipe is not opened twice */
    MfWriter w;
    int code = mf_write_begin(&w, path);
    if (code == 0)
        mf_write_drop(&w);
    return code;
}

int mf_file_write(const char *path, const void *bytes, size_t n)
{
    MfWriter w;
    if (mf_write_begin(&w, path) == 0)
        mf_write_put(&w, bytes, n);
    return mf_write_end(&w);
}

/* ---- locks ---- */

int mf_file_lock(const char *path)
{
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd >= 0 && fcntl(fd, F_SETLK, &whole) == 0)
        return fd;
    bool in_use = fd >= 0 && (errno == EACCES || errno == EAGAIN);
    if (!in_use && errno != ENOENT) /* no folder: the caller will notice */
        fprintf(stderr, "warning: %s: no lock: %s\n", path, strerror(errno));
    if (fd >= 0)
        close(fd);
    return in_use ? MF_IN_USE : MF_NO_LOCK;
}

/* ---- paths ---- */

char *mf_path_join(const char *dir, const char *name)
{
    bool alone = dir == NULL || dir[0] == '\0' || name[0] == '/';
    size_t n = alone ? 0 : strlen(dir);
    size_t room = n + strlen(name) + 2;
    char *path = mf_alloc(room, 1);
    if (path != NULL)
        snprintf(path, room, "%s%s%s", alone ? "" : dir,
                 alone || dir[n - 1] == '/' ? "" : "/", name);
    return path;
}

int mf_make_folder(const char *path)
{
    struct stat s;
    char *part = mf_path_join(NULL, path);
    if (part == NULL)
        return 3;
    int code = 0;
    for (char *at = part; code == 0 && *at != '\0'; at++) {
        char *end = at + strcspn(at + 1, "/") + 1; /* of this folder's name */
        char kept = *end;
        *end = '\0';
        int error = mkdir(part, 0777) == 0 ? 0 : errno;
        if (error != 0 && (stat(part, &s) != 0 || !S_ISDIR(s.st_mode)))
            code = mf_fail(3, "%s: cannot make the folder: %s", path, strerror(error));
        if (error == 0)
            folder_sync(part);
        *end = kept;
        at = end - 1;
    }
    free(part);
    return code;
}

bool mf_path_ends(const char *path, const char *suffix)
{
    size_t n = strlen(path), m = strlen(suffix);
    return n >= m && strcasecmp(path + n - m, suffix) == 0;
}

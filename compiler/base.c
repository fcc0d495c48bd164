/*
 * base.c - memory, names, sizes and files.
 *
 *     arena: chunk -> chunk -> chunk     each twice the last, freed together
 */
#define _XOPEN_SOURCE 700

#include "base.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- arena ---- */

enum { FIRST_CHUNK = 1 << 14, LARGEST_CHUNK = 1 << 22, ALIGN = 16 };

typedef struct Chunk {
    struct Chunk *next;
    size_t used, size;
} Chunk;

/* What a pipe held, which can be read once only. */
typedef struct Piped {
    struct Piped *next;
    const char *path, *text;
    size_t n;
} Piped;

struct Arena {
    Piped *piped;
    Chunk *chunk;
    size_t next_size, bytes;
    void (*grown)(void *context);
    void *context;
    const char **names; /* open addressing; a power of two */
    size_t n_names, cap_names;
};

enum { HEADER = (sizeof(Chunk) + ALIGN - 1) / ALIGN * ALIGN };

/* The one place where the compiler asks the system for memory. */
static void *memory(size_t size)
{
    void *p = calloc(1, size);
    if (p == NULL)
        fail(EXIT_LIMIT, "out of memory (%zu bytes more were wanted)", size);
    return p;
}

Arena *arena_new(void)
{
    Arena *arena = memory(sizeof *arena);
    arena->next_size = FIRST_CHUNK;
    return arena;
}

void arena_free(Arena *arena)
{
    if (arena == NULL)
        return;
    for (Chunk *c = arena->chunk; c != NULL;) {
        Chunk *next = c->next;
        free(c);
        c = next;
    }
    free(arena);
}

size_t arena_bytes(const Arena *arena)
{
    return arena->bytes;
}

void arena_watch(Arena *arena, void (*grown)(void *context), void *context)
{
    arena->grown = grown;
    arena->context = context;
}

static void *carve(Chunk *c, size_t size)
{
    void *p = (char *)c + HEADER + c->used;
    c->used += size;
    return p;
}

void *arena_alloc(Arena *arena, size_t n, size_t size)
{
    if (size != 0 && n > (SIZE_MAX / 4) / size)
        fail(EXIT_LIMIT, "out of memory (%zu x %zu bytes were wanted)", n, size);
    size_t bytes = (n * size + ALIGN - 1) / ALIGN * ALIGN;
    if (bytes == 0)
        bytes = ALIGN;
    Chunk *top = arena->chunk;
    if (top != NULL && bytes <= top->size - top->used)
        return carve(top, bytes);
    bool large = bytes > arena->next_size / 4;
    size_t room = large ? bytes : arena->next_size;
    arena->bytes += HEADER + room;
    if (arena->grown != NULL)
        arena->grown(arena->context);
    Chunk *c = memory(HEADER + room);
    c->size = room;
    if (large && top != NULL) { /* below the top, whose rest stays in use */
        c->next = top->next;
        top->next = c;
    } else {
        c->next = top;
        arena->chunk = c;
    }
    if (!large && arena->next_size < LARGEST_CHUNK)
        arena->next_size *= 2;
    return carve(c, bytes);
}

char *arena_format(Arena *arena, const char *format, ...)
{
    char most[256]; /* texts fit in, and need not be formatted twice */
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(most, sizeof most, format, args);
    va_end(args);
    if (n < 0)
        bug("arena_format: bad format %s", format);
    char *text = arena_alloc(arena, (size_t)n + 1, 1);
    if ((size_t)n < sizeof most)
        memcpy(text, most, (size_t)n + 1);
    else
        vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    return text;
}

const char *count_text(Arena *arena, int64_t n, const char *one, const char *many)
{
    return arena_format(arena, "%lld %s", (long long)n, n == 1 ? one : many);
}

void array_grow(Arena *arena, void **at, int n, int *cap, size_t size)
{
    if (n < *cap)
        return;
    if (*cap > INT32_MAX / 2)
        fail(EXIT_LIMIT, "an array of more than %d elements is needed", *cap);
    int larger = *cap == 0 ? 8 : *cap * 2;
    void *copy = arena_alloc(arena, (size_t)larger, size);
    if (n > 0)
        memcpy(copy, *at, (size_t)n * size);
    *at = copy;
    *cap = larger;
}

/* ---- names ---- */

static size_t name_slot(const Arena *arena, const char *text, size_t n)
{
    size_t mask = arena->cap_names - 1;
    size_t i = (size_t)hash_bytes(0, text, n) & mask;
    for (; arena->names[i] != NULL; i = (i + 1) & mask)
        if (strncmp(arena->names[i], text, n) == 0 && arena->names[i][n] == '\0')
            break;
    return i;
}

static void names_grow(Arena *arena)
{
    const char **old = arena->names;
    size_t n = arena->cap_names;
    arena->cap_names = n == 0 ? 64 : n * 2;
    arena->names = arena_alloc(arena, arena->cap_names, sizeof *arena->names);
    for (size_t i = 0; i < n; i++)
        if (old[i] != NULL)
            arena->names[name_slot(arena, old[i], strlen(old[i]))] = old[i];
}

const char *intern_n(Arena *arena, const char *text, size_t n)
{
    const char *nul = memchr(text, '\0', n); /* a name ends at its first NUL */
    if (nul != NULL)
        n = (size_t)(nul - text);
    if (2 * (arena->n_names + 1) > arena->cap_names)
        names_grow(arena);
    size_t i = name_slot(arena, text, n);
    if (arena->names[i] == NULL) {
        char *copy = arena_alloc(arena, n + 1, 1);
        memcpy(copy, text, n);
        arena->names[i] = copy;
        arena->n_names++;
    }
    return arena->names[i];
}

const char *intern(Arena *arena, const char *text)
{
    return text == NULL ? NULL : intern_n(arena, text, strlen(text));
}

/* ---- sizes ---- */

int64_t size_mul(int64_t a, int64_t b)
{
    if (a < 0 || b < 0)
        bug("a negative size: %lld x %lld", (long long)a, (long long)b);
    if (b != 0 && a > INT64_MAX / b)
        fail(EXIT_LIMIT, "a size above 2^63 is needed: %lld x %lld", (long long)a,
             (long long)b);
    return a * b;
}

int64_t size_add(int64_t a, int64_t b)
{
    if (a < 0 || b < 0)
        bug("a negative size: %lld + %lld", (long long)a, (long long)b);
    if (a > INT64_MAX - b)
        fail(EXIT_LIMIT, "a size above 2^63 is needed: %lld + %lld", (long long)a,
             (long long)b);
    return a + b;
}

uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t n)
{
    const unsigned char *p = bytes;
    uint64_t h = UINT64_C(0xcbf29ce484222325) ^ seed;
    for (size_t i = 0; i < n; i++)
        h = (h ^ p[i]) * UINT64_C(0x100000001b3);
    h = (h ^ (h >> 32)) * UINT64_C(0xd6e8feb86659fd93);
    return h ^ (h >> 32);
}

uint64_t hash_text(uint64_t seed, const char *text)
{
    return text == NULL ? hash_bytes(seed, "", 1)
                        : hash_bytes(seed ^ 1, text, strlen(text));
}

/* ---- files ---- */

static void keep_piped(Arena *arena, FILE *f, const char *path, const char *text,
                       size_t n)
{
    struct stat info;
    if (fstat(fileno(f), &info) != 0 || S_ISREG(info.st_mode))
        return;
    Piped *piped = NEW(arena, Piped);
    *piped = (Piped){arena->piped, intern(arena, path), text, n};
    arena->piped = piped;
}

const char *file_read(Arena *arena, const char *path, size_t limit, size_t *n)
{
    for (const Piped *p = arena->piped; p != NULL; p = p->next)
        if (strcmp(p->path, path) == 0) {
            *n = p->n;
            return p->text;
        }
    FILE *f = fopen(path, "rb");
    if (f == NULL)
        fail(EXIT_FILE, "%s: %s", path, strerror(errno));
    ARRAY(char) text = {0};
    char part[4096];
    size_t got;
    while ((got = fread(part, 1, sizeof part, f)) > 0) {
        if ((size_t)text.n + got > limit || text.n > INT32_MAX - 8192)
            fail(EXIT_LIMIT, "%s: longer than the limit of %zu bytes", path, limit);
        while ((size_t)text.cap < (size_t)text.n + got + 1)
            array_grow(arena, (void **)&text.at, text.cap, &text.cap, 1);
        memcpy(text.at + text.n, part, got);
        text.n += (int)got;
    }
    if (ferror(f))
        fail(EXIT_FILE, "%s: %s", path, strerror(errno));
    if (text.at == NULL)
        text.at = arena_alloc(arena, 1, 1);
    text.at[text.n] = '\0';
    keep_piped(arena, f, path, text.at, (size_t)text.n);
    fclose(f);
    *n = (size_t)text.n;
    return text.at;
}

static bool write_all(int fd, const char *text, size_t n)
{
    while (n > 0) {
        ssize_t put = write(fd, text, n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        text += put;
        n -= (size_t)put;
    }
    return true;
}

/* A rename lasts only once its folder is on the disk too. */
static void sync_folder(Arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *folder = ".";
    if (slash != NULL)
        folder = slash == path ? "/" : intern_n(arena, path, (size_t)(slash - path));
    int fd = open(folder, O_RDONLY);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

/* Devices and pipes cannot be renamed over. */
static void write_in_place(const char *path, const char *text, size_t n)
{
    int fd = open(path, O_WRONLY);
    if (fd < 0 || !write_all(fd, text, n) || close(fd) != 0)
        fail(EXIT_FILE, "%s: %s", path, strerror(errno));
}

void file_write(Arena *arena, const char *path, const char *text, size_t n)
{
    if (strcmp(path, "-") == 0) {
        fflush(stdout);
        if (!write_all(STDOUT_FILENO, text, n))
            fail(EXIT_FILE, "standard output: %s", strerror(errno));
        return;
    }
    struct stat info;
    bool exists = stat(path, &info) == 0;
    if (exists && S_ISDIR(info.st_mode))
        fail(EXIT_FILE, "%s: %s", path, strerror(EISDIR));
    if (exists && !S_ISREG(info.st_mode)) {
        write_in_place(path, text, n);
        return;
    }
    char *real = exists ? realpath(path, NULL) : NULL; /* through a link */
    const char *target = path;
    if (real != NULL)
        target = intern(arena, real);
    free(real);
    char *temporary = arena_format(arena, "%s.%ld.tmp", target, (long)getpid());
    int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (fd < 0)
        fail(EXIT_FILE, "%s: %s", path, strerror(errno));
    bool good = write_all(fd, text, n) && fsync(fd) == 0;
    int why = errno;
    good = close(fd) == 0 && good;
    if (good && rename(temporary, target) != 0) {
        good = false;
        why = errno;
    }
    if (!good) {
        unlink(temporary);
        fail(EXIT_FILE, "%s: %s", path, strerror(why));
    }
    sync_folder(arena, target);
}

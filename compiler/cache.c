/*
 * cache.c - what the C compiler made. An entry is a folder, named after a hash, with
 * the result and its whole recipe, so that a hash that two recipes share does no harm.
 * It appears by one rename, finished; whoever opened a result keeps it when the entry
 * goes.
 *
 *     ~/.cache/mfc/4f2a.../program
 *                         /recipe      the command, the C compiler, the CPU, the C;
 *                                      and a hash of the program
 */
#include "cache.h"
#include "text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    ENTRIES = 64,            /* at most, and */
    LARGEST_CACHE = 1 << 28, /* bytes of them all */
    LEFT_OVER = 24 * 3600    /* seconds after which what has no name yet is rubbish */
};

/* ---- the recipe ---- */

/* The file that this word starts, or, as @file, that holds further words; or NULL. */
static const char *in_path(Arena *arena, const char *word, struct stat *info)
{
    const char *path = getenv("PATH");
    if (word[0] == '@')
        return stat(word + 1, info) == 0 ? word + 1 : NULL;
    if (strchr(word, '/'))
        return stat(word, info) == 0 ? word : NULL;
    while (path && *path) {
        size_t n = strcspn(path, ":");
        const char *file = arena_format(arena, "%.*s/%s", (int)n, path, word);
        if (n > 0 && stat(file, info) == 0 && S_ISREG(info->st_mode))
            return file;
        path += n + (path[n] == ':');
    }
    return NULL;
}

/* -march=native: the lines of /proc/cpuinfo that tell one kind of CPU from another. */
static void add_cpu(Text *t)
{
    static const char *const lines[] = {"model name", "flags", "Features", "CPU part"};
    FILE *f = fopen("/proc/cpuinfo", "r");
    char line[8192];
    while (f && fgets(line, sizeof line, f) && line[0] != '\n')
        for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
            if (strncmp(line, lines[i], strlen(lines[i])) == 0)
                text_add(t, "%s", line);
    if (f)
        fclose(f);
}

const char *cache_recipe(Arena *arena, const char *const *words, const char *source)
{
    static const char *const variables[] = {"CPATH", "C_INCLUDE_PATH", "LIBRARY_PATH",
                                            "GCC_EXEC_PREFIX", "COMPILER_PATH"};
    Text t = text_new(arena);
    for (int i = 0; words[i]; i++) {
        struct stat info;
        text_add(&t, "%s\n", words[i]);
        const char *file = words[i][0] == '-' ? NULL : in_path(arena, words[i], &info);
        if (file)
            text_add(&t, "%s %lld bytes of %lld\n", file, (long long)info.st_size,
                     (long long)info.st_mtime);
    }
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        if (getenv(variables[i]))
            text_add(&t, "%s=%s\n", variables[i], getenv(variables[i]));
    add_cpu(&t);
    text_add(&t, "\n");
    return arena_format(arena, "%s%s", t.at, source);
}

/* ---- finding ---- */

/* Is it a folder of ours, in which nobody else writes? */
static bool is_own(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode) &&
           info.st_uid == geteuid() && !(info.st_mode & S_IWOTH) &&
           access(path, W_OK) == 0;
}

/* The folder, made with those above it; false where it is not to be had. */
static bool make_folder(Arena *arena, const char *path)
{
    for (const char *p = path + 1;; p++) {
        if (*p && *p != '/')
            continue;
        const char *part = intern_n(arena, path, (size_t)(p - path));
        if (mkdir(part, 0700) != 0 && errno != EEXIST)
            return false;
        if (!*p)
            return is_own(path);
    }
}

Cache *cache_find(Arena *arena, const char *recipe)
{
    const char *base = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (!base || base[0] != '/') {
        if (!home || home[0] != '/')
            return NULL;
        base = arena_format(arena, "%s/.cache", home);
    }
    Cache *cache = NEW(arena, Cache);
    cache->arena = arena;
    cache->recipe = recipe;
    cache->folder = arena_format(arena, "%s/mfc", base);
    cache->entry =
        arena_format(arena, "%s/%016llx%016llx", cache->folder,
                     (unsigned long long)hash_text(1, recipe),
                     (unsigned long long)hash_text(UINT64_C(1) << 32, recipe));
    return make_folder(arena, cache->folder) ? cache : NULL;
}

static const char *member(const Cache *cache, const char *folder, const char *name)
{
    return arena_format(cache->arena, "%s/%s", folder, name);
}

/* Does the file hold exactly this text? */
static bool holds(const char *path, const char *text)
{
    FILE *f = fopen(path, "rb");
    bool same = f != NULL;
    char part[1 << 14];
    size_t n;
    while (same && (n = fread(part, 1, sizeof part, f)) > 0) {
        same = strlen(text) >= n && memcmp(part, text, n) == 0;
        text += same ? n : 0;
    }
    if (f)
        fclose(f);
    return same && !*text;
}

/* Copies all that is left to read of a file, unless `to` is -1. Returns a hash of it,
 * or 0 where something failed. */
static uint64_t copy(int from, int to)
{
    uint64_t hash = 1;
    char part[1 << 14];
    ssize_t n;
    while ((n = read(from, part, sizeof part)) > 0) {
        if (to >= 0 && write(to, part, (size_t)n) != n)
            return 0;
        hash = hash_bytes(hash, part, (size_t)n) | 1;
    }
    return n == 0 ? hash : 0;
}

/* What an entry's file of this name holds. */
static const char *signed_recipe(const Cache *cache, uint64_t program)
{
    return arena_format(cache->arena, "%s%016llx\n", cache->recipe,
                        (unsigned long long)program);
}

int cache_open(const Cache *cache)
{
    int fd = open(member(cache, cache->entry, "program"), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    const char *recipe = signed_recipe(cache, copy(fd, -1));
    if (!holds(member(cache, cache->entry, "recipe"), recipe) ||
        lseek(fd, 0, SEEK_SET) != 0) {
        close(fd);
        return -1;
    }
    utimensat(AT_FDCWD, cache->entry, NULL, 0); /* it was used: the youngest */
    return fd;
}

bool cache_copy(const Cache *cache, const char *file)
{
    int from = cache_open(cache);
    if (from < 0)
        return false;
    int to = open(file, O_WRONLY | O_TRUNC | O_CLOEXEC);
    bool good = to >= 0 && copy(from, to) != 0;
    close(from);
    return (to < 0 || close(to) == 0) && good;
}

/* ---- keeping ---- */

/* A new folder of ours, for what has no name yet; or NULL. */
static const char *nameless(const Cache *cache)
{
    return mkdtemp(arena_format(cache->arena, "%s/new.XXXXXX", cache->folder));
}

/* Takes an entry, or what is left of one that was never finished, away. It loses its
 * name whole: another of that name may come while its files go. */
static void remove_entry(const Cache *cache, const char *path)
{
    const char *away = nameless(cache);
    if (!away)
        return;
    if (rename(path, away) != 0)
        unlink(path);
    unlink(member(cache, away, "program"));
    unlink(member(cache, away, "recipe"));
    rmdir(away);
}

typedef struct Kept {
    const char *path;
    struct timespec used;
    long long bytes;
} Kept;

static int youngest_first(const void *pa, const void *pb)
{
    const Kept *a = pa, *b = pb;
    if (a->used.tv_sec != b->used.tv_sec)
        return a->used.tv_sec > b->used.tv_sec ? -1 : 1;
    if (a->used.tv_nsec != b->used.tv_nsec)
        return a->used.tv_nsec > b->used.tv_nsec ? -1 : 1;
    return strcmp(a->path, b->path);
}

static long long size_of(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 ? (long long)info.st_size : 0;
}

static void make_room(const Cache *cache)
{
    ARRAY(Kept) kept = {0};
    DIR *folder = opendir(cache->folder);
    struct dirent *d;
    while (folder && (d = readdir(folder)) != NULL) {
        Kept k = {.path = member(cache, cache->folder, d->d_name)};
        struct stat info;
        if (d->d_name[0] == '.' || stat(k.path, &info) != 0)
            continue;
        k.used = info.st_mtim;
        k.bytes = size_of(member(cache, k.path, "program")) +
                  size_of(member(cache, k.path, "recipe"));
        if (strncmp(d->d_name, "new", 3) != 0)
            PUSH(cache->arena, kept, k);
        else if (time(NULL) - info.st_mtime > LEFT_OVER)
            remove_entry(cache, k.path);
    }
    if (folder)
        closedir(folder);
    if (kept.n > 0)
        qsort(kept.at, (size_t)kept.n, sizeof *kept.at, youngest_first);
    long long bytes = 0;
    for (int i = 0; i < kept.n; i++) {
        bytes += kept.at[i].bytes;
        if (i > 0 && (i >= ENTRIES || bytes > LARGEST_CACHE))
            remove_entry(cache, kept.at[i].path);
    }
}

static bool write_recipe(const char *path, const char *text)
{
    FILE *f = fopen(path, "wb");
    if (!f)
        return false;
    bool good = fputs(text, f) >= 0 && fflush(f) == 0 && fsync(fileno(f)) == 0;
    return fclose(f) == 0 && good;
}

static bool is_kept(const Cache *cache)
{
    int fd = cache_open(cache);
    return fd >= 0 && close(fd) == 0;
}

/* On the disk before its name is: a crash leaves no entry without a program. Returns
 * a hash of the program, or 0. */
static uint64_t write_program(const char *path, const char *file)
{
    int from = open(file, O_RDONLY | O_CLOEXEC);
    int to = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0700);
    uint64_t hash = from >= 0 && to >= 0 ? copy(from, to) : 0;
    if (from >= 0)
        close(from);
    if (to >= 0 && (fsync(to) != 0) + (close(to) != 0) > 0)
        return 0;
    return hash;
}

void cache_keep(const Cache *cache, const char *file)
{
    const char *folder = nameless(cache);
    if (!folder)
        return;
    uint64_t program = write_program(member(cache, folder, "program"), file);
    bool good = program != 0 && write_recipe(member(cache, folder, "recipe"),
                                             signed_recipe(cache, program));
    bool placed = good && rename(folder, cache->entry) == 0;
    /* What is there already is another's, as good, or a wrong one. */
    if (good && !placed && !is_kept(cache)) {
        remove_entry(cache, cache->entry);
        placed = rename(folder, cache->entry) == 0;
    }
    if (!placed)
        remove_entry(cache, folder);
    make_room(cache);
}

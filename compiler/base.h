/*
 * base.h - what every file of the compiler stands on: one arena for a
 * compilation, growing arrays, interned names, checked sizes, and the three
 * ways to stop (the user's mistake, the world's, ours).
 */
#ifndef MFC_BASE_H
#define MFC_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Exit codes of mfc (docs/language.md, "The command"). */
enum {
    EXIT_SCRIPT = 1,
    EXIT_USAGE = 2,
    EXIT_FILE = 3,
    EXIT_LIMIT = 4,
    EXIT_BUG = 70,
};

/* ---- memory: everything of a compilation lives in one arena ---- */

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_free(Arena *arena);
/* How much it has of the system; and whom to call whenever it gets more (NULL: nobody).
 */
size_t arena_bytes(const Arena *arena);
void arena_watch(Arena *arena, void (*grown)(void *context), void *context);
/* n objects of `size` bytes, zeroed, aligned for any type; never NULL. */
void *arena_alloc(Arena *arena, size_t n, size_t size);
/* printf into the arena. */
char *arena_format(Arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* "1 row", "5 rows". */
const char *count_text(Arena *arena, int64_t n, const char *one, const char *many);
/* The one copy of this text in the arena: equal names are equal pointers. */
const char *intern(Arena *arena, const char *text);
const char *intern_n(Arena *arena, const char *text, size_t n);

#define NEW(arena, T) ((T *)arena_alloc(arena, 1, sizeof(T)))
#define NEW_N(arena, T, n) ((T *)arena_alloc(arena, (size_t)(n), sizeof(T)))

/* ---- growing arrays: ARRAY(Node *) list = {0}; PUSH(arena, list, node); ---- */

#define ARRAY(T)                                                                       \
    struct {                                                                           \
        T *at;                                                                         \
        int n, cap;                                                                    \
    }
#define PUSH(arena, list, value)                                                       \
    (array_grow(arena, (void **)&(list).at, (list).n, &(list).cap, sizeof *(list).at), \
     (list).at[(list).n++] = (value))
void array_grow(Arena *arena, void **at, int n, int *cap, size_t size);

/* ---- sizes: the product or sum, or the end of the compilation (exit 4) ---- */

int64_t size_mul(int64_t a, int64_t b);
int64_t size_add(int64_t a, int64_t b);

uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t n); /* FNV-1a, finalised */
uint64_t hash_text(uint64_t seed, const char *text);

/* ---- stopping ---- */

/* A line of the user's script; file is NULL where there is none. */
typedef struct Where {
    const char *file;
    int line;
} Where;

/* The user's mistake in a script: prints
 *     net.lua:14: error: matmul: inner dimensions differ: ...
 *        14 |   local y = h:mm(W2) + b2
 * and the notes queued by note_at, then exits with 1. Messages are lower case,
 * without a full stop, and name the operation, the tensors and the remedy. */
_Noreturn void fail_at(Where where, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* The same, but the compilation goes on: it ends with diagnostics_stop. */
void report_at(Where where, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A note to stand below the error that the caller is about to raise. */
void note_at(Where where, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A warning, with the source line; the compilation goes on. */
void warn_at(Where where, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A limit that a script reached: as fail_at, but exits with 4. */
_Noreturn void limit_at(Where where, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Any other failure that is not ours: "mfc: error: ..." and exit `code`. */
_Noreturn void fail(int code, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A broken invariant of the compiler: exit 70. */
_Noreturn void bug(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Messages are JSON objects from here on, one a line. */
void diagnostics_json(void);
/* After the error of a fail_at, go_on(context) gets control; where it returns, as where
 * it is NULL, the process ends. */
void diagnostics_on_error(void (*go_on)(void *context), void *context);
/* Before an error is told, explain(context, where) may queue notes about it; NULL ends
 * that. */
void diagnostics_explained(void (*explain)(void *context, Where where), void *context);
/* Errors that only follow from others: what fail_at says is not told. */
void diagnostics_quiet(bool on);
/* How many errors were told. */
int diagnostics_errors(void);
int diagnostics_warnings(void); /* and warnings */
/* Ends with exit 1. */
_Noreturn void diagnostics_stop(void);
/* What breaks an invariant from here on is the mistake of this line, whose file is
 * NULL where that ends: bug() fails at it. */
void diagnostics_blame(Where where);
/* Limits that are reached from here on are told at this place, as it is then; NULL ends
 * that. */
void diagnostics_here(const Where *where);
/* Runs attempt(context). Where it comes to an error of the script it is left there, and
 * nothing is told: false. */
bool diagnostics_try(void (*attempt)(void *context), void *context);
/* Forgets everything, for another compilation in this process. */
void diagnostics_reset(void);

/* The member of names[0..n-1] that is most like `name`, or NULL if none is. */
const char *nearest_name(const char *name, int n, const char *const *names);
/* The one that is `name` itself or a synonym of it, or NULL. */
const char *known_name(const char *name, int n, const char *const *names);
/* What is written in the place of what others call `name`, or NULL. */
const char *idiom(const char *name);

/* ---- files ---- */

/* The whole file, NUL-terminated; *n its length. Fails with exit 3, or with
 * exit 4 above `limit` bytes. A pipe is read once, and gives the same again. */
const char *file_read(Arena *arena, const char *path, size_t limit, size_t *n);
/* Writes to a temporary name beside it, syncs and renames: never half a file.
 * "-" is stdout. Fails with exit 3. */
void file_write(Arena *arena, const char *path, const char *text, size_t n);

#endif

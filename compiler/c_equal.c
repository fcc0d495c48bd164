/*
 * c_equal.c - kernels that are equal but for their arrays: those that have one text
 * where the arrays are called p0, p1 ... Most need not be printed to see it: they have
 * the key of one that was.
 */
#include "c_print.h"

#include <string.h>

typedef struct Known {
    Kernel *kernel; /* NULL: a free place */
    const void *bytes;
    size_t n;
    uint64_t hash;
} Known;

static void make_room(Arena *arena, Printed *p)
{
    if (2 * (p->n + 1) <= p->size)
        return;
    Printed old = *p;
    p->size = old.size ? 2 * old.size : 64;
    p->slot = NEW_N(arena, Known, p->size);
    for (int i = 0; i < old.size; i++) {
        if (!old.slot[i].kernel)
            continue;
        size_t at = (size_t)old.slot[i].hash;
        while (p->slot[at & (size_t)(p->size - 1)].kernel)
            at++;
        p->slot[at & (size_t)(p->size - 1)] = old.slot[i];
    }
}

/* The place of what has these bytes; it is free, and has them, if nothing does yet. */
static Known *find_known(Arena *arena, Printed *p, const void *bytes, size_t n,
                         uint64_t hash)
{
    make_room(arena, p);
    for (size_t at = (size_t)hash;; at++) {
        Known *known = &p->slot[at & (size_t)(p->size - 1)];
        if (!known->kernel) {
            void *copy = arena_alloc(arena, n, 1);
            memcpy(copy, bytes, n);
            *known = (Known){NULL, copy, n, hash};
            p->n++;
            return known;
        }
        if (known->hash == hash && known->n == n && memcmp(known->bytes, bytes, n) == 0)
            return known;
    }
}

static Kernel *equal_text(KernelTable *table, Kernel *k)
{
    Text *plain = &table->plain;
    if (!plain->arena)
        *plain = text_new(table->arena);
    plain->n = 0;
    c_kernel(plain, k, "k", NAMES_PLAIN, NULL, "");
    Known *text = find_known(table->arena, &table->texts, plain->at, plain->n,
                             hash_bytes(0, plain->at, plain->n));
    text->kernel = text->kernel ? text->kernel : k;
    return text->kernel;
}

Kernel *equal_kernel(KernelTable *table, Kernel *k)
{
    Words *words = &table->key;
    c_key(table->arena, words, k);
    uint64_t hash = 0;
    for (int i = 0; i < words->n; i++) {
        hash = (hash ^ (uint64_t)words->at[i]) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 32;
    }
    Known *key = find_known(table->arena, &table->keys, words->at,
                            (size_t)words->n * sizeof *words->at, hash);
    key->kernel = key->kernel ? key->kernel : equal_text(table, k);
    return key->kernel;
}

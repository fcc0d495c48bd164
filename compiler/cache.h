/*
 * cache.h - what the C compiler made for mfc run and mfc build, programs and trainers
 * to be linked, kept by its recipe: everything that it depends on, as text.
 */
#ifndef MFC_CACHE_H
#define MFC_CACHE_H

#include "base.h"

typedef struct Cache {
    Arena *arena;
    const char *folder; /* $XDG_CACHE_HOME/mfc, else ~/.cache/mfc */
    const char *entry;  /* the folder of this recipe */
    const char *recipe;
} Cache;

/* What the result of this command and this source depends on. `words` ends with
 * NULL. */
const char *cache_recipe(Arena *arena, const char *const *words, const char *source);
/* The cache, seen from this recipe; NULL where there can be none. */
Cache *cache_find(Arena *arena, const char *recipe);
/* A descriptor of what this recipe made, unless it was damaged since; or -1. */
int cache_open(const Cache *cache);
/* Copies what this recipe made over the file; false where it has not been kept. */
bool cache_copy(const Cache *cache, const char *file);
/* Keeps a copy of the file, where it can, and takes the oldest entries away. */
void cache_keep(const Cache *cache, const char *file);

#endif

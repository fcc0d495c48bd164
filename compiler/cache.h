/*
 * cache.h - programs that mfc run has built, kept by their recipe: everything that the
 * program depends on, as text.
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

/* What the program of this command and this source depends on. `words` ends with
 * NULL. */
const char *cache_recipe(Arena *arena, const char *const *words, const char *source);
/* The cache, seen from this recipe; NULL where there can be none. */
Cache *cache_find(Arena *arena, const char *recipe);
/* A descriptor of the program that this recipe built, or -1. */
int cache_open(const Cache *cache);
/* Moves the file of a program that has just been built, in cache->folder, into the
 * cache, and the oldest ones out of it. Where it cannot, the file goes. */
void cache_keep(const Cache *cache, const char *program);

#endif

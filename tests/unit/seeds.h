/*
 * seeds.h - which random graphs a test takes: the first GRAPHS, or, in a long run
 * (tests/long/run_graphs), the MFC_GRAPHS graphs from number MFC_FROM on, and of the
 * special kinds MFC_SPECIAL percent of what goes with them. That a rule fires is asked
 * for where there are ALL. Under the sanitizers, which look for other faults than wrong
 * values and take five times as long, there are a tenth of them.
 */
#ifndef SEEDS_H
#define SEEDS_H

#include <stdint.h>
#include <stdlib.h>

enum {
    ALL = 10000,
#ifdef MFC_SANITIZED
    GRAPHS = 1000,
#else
    GRAPHS = ALL,
#endif
};

static inline uint64_t seed_number(const char *variable, uint64_t otherwise)
{
    const char *text = getenv(variable);
    return text != NULL ? strtoull(text, NULL, 10) : otherwise;
}

static inline uint64_t seeds_from(void)
{
    return seed_number("MFC_FROM", 0);
}

static inline uint64_t seeds_special(void)
{
    return seed_number("MFC_SPECIAL", 100);
}

/* Of a test that takes so many of its own. */
static inline uint64_t seeds_share(uint64_t n)
{
    return n * GRAPHS / ALL;
}

static inline uint64_t seeds_count(uint64_t otherwise)
{
    return seed_number("MFC_GRAPHS", otherwise);
}

#endif

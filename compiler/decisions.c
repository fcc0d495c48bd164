/*
 * decisions.c - the counters of decisions.h.
 */
#include "decisions.h"

static Count counts[N_DECISIONS + 1] = {
#define X(name) {#name, 0},
    DECISIONS(X)
#undef X
        {NULL, 0}};

void decided(Decision d)
{
    counts[d].n++;
}

const Count *decision_counts(int *n)
{
    *n = N_DECISIONS;
    return counts;
}

/*
 * roll.c - what repeats itself: the blocks of a network are the same calls again and
 * again on other arrays. Such calls are printed as a loop, and the arrays that stand
 * in one place of them are kin: the plan puts kin side by side or over each other
 * where it can, so that the loop needs no more than an index.
 *
 *     k1 k2 k3 k2 k3 k2 k3 k4    from the second on, 3 turns of 2 calls
 */
#include "loop.h"

enum { LEAST_TURNS = 3, LEAST_SAVED = 8, LONGEST_PERIOD = 512 };

Repeat find_repeat(const void *const *key, int from, int to)
{
    Repeat best = {0};
    int most = LEAST_SAVED - 1, n = to - from;
    for (int p = 1; p <= n / LEAST_TURNS && p <= LONGEST_PERIOD; p++) {
        int same = 0; /* so many keys from here on equal those one period later */
        for (int i = to - p - 1; i >= from; i--) {
            same = key[i] == key[i + p] ? same + 1 : 0;
            if (same > most && same % p == 0 && same / p + 1 >= LEAST_TURNS) {
                most = same;
                best = (Repeat){.first = i, .period = p, .turns = same / p + 1};
            }
        }
    }
    int p = best.period, i = best.first;
    while (p > 0 && best.slack < p - 1 && i - 1 - best.slack >= from &&
           key[i - 1 - best.slack] == key[i - 1 - best.slack + p])
        best.slack++;
    return best;
}

/* ---- kin ---- */

Buffer *buffer_kin(Buffer *b)
{
    while (b->kin)
        b = b->kin;
    return b;
}

static void link(Buffer *a, Buffer *b)
{
    a = buffer_base(a);
    b = buffer_base(b);
    if (a->kind != B_WORK || b->kind != B_WORK || a->dtype != b->dtype ||
        a->own != b->own || a->shape.rank == 0 || !same_extents(&a->shape, &b->shape))
        return;
    a = buffer_kin(a);
    b = buffer_kin(b);
    if (a->id < b->id)
        b->kin = a;
    else if (b->id < a->id)
        a->kin = b;
}

static void link_repeats(const Calls *calls, const void *const *key, int from, int to)
{
    Repeat r = find_repeat(key, from, to);
    if (r.turns == 0)
        return;
    int end = r.first + r.turns * r.period, begin = r.first - r.slack;
    for (int i = begin + r.period; i < end; i++) {
        const Kernel *a = calls->at[i - r.period]->kernel, *b = calls->at[i]->kernel;
        for (int k = 0; a && k < a->params.n; k++)
            link(a->params.at[k], b->params.at[k]);
    }
    link_repeats(calls, key, from, begin);
    link_repeats(calls, key, end, to);
}

void find_kin(Arena *arena, const Calls *calls)
{
    const void **key = NEW_N(arena, const void *, calls->n + 1);
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        key[i] = c->kernel ? (const void *)c->kernel->same : c;
        if (!c->kernel)
            find_kin(arena, &c->body);
    }
    link_repeats(calls, key, 0, calls->n);
}

/*
 * loop_alike.c - kernels that differ in numbers among their indices alone, as a loop of
 * the script makes them of x[:, 0], x[:, 1] ... Where there are three or more, a number
 * that differs becomes an argument, so that they are equal and are printed once:
 *
 *     k3_h(x, 0, w->h);                for (int i = 0; i < 60; i++)
 *     k3_h(x, 1, w->h2);  ...              k3_h(x, i, at[i].h);
 *
 * Nothing else changes: the same elements are read and written in the same order.
 */
#include "c_print.h"
#include "decisions.h"

#include <limits.h>

enum { LEAST_KERNELS = 3, MOST_PLACES = 3 };

/* An index whose number is taken out for a while. */
typedef struct Spot {
    Index *index;
    int64_t base;
} Spot;

typedef struct Spots {
    Arena *arena;
    int64_t mark; /* what stands in the place of the numbers; small ones are marks */
    bool shared;  /* with another kernel */
    ARRAY(Spot) list;
} Spots;

/* ---- the numbers of a kernel, each index once and always in the same order ---- */

static void find_numbers(void *context, const Buffer *b, Index *index)
{
    Spots *s = context;
    if (!b || b->kind == B_LOCAL)
        return;
    for (int d = 0; d < b->shape.rank; d++) {
        if (index[d].base < INT_MIN) {
            s->shared = s->shared || index[d].base != s->mark;
            continue;
        }
        Spot spot = {&index[d], index[d].base};
        PUSH(s->arena, s->list, spot);
        index[d].base = s->mark;
    }
}

static void put_back(const Spots *s)
{
    for (int i = 0; i < s->list.n; i++)
        s->list.at[i].index->base = s->list.at[i].base;
}

static Kernel *alike(KernelTable *table, Kernel *k, const Spots *s)
{
    for (int i = 0; i < s->list.n; i++)
        s->list.at[i].index->base = 0;
    Kernel *first = equal_kernel(table, k);
    put_back(s);
    return first;
}

Kernel *alike_kernel(KernelTable *table, Kernel *k)
{
    Spots s = {.arena = table->arena, .mark = INT64_MIN};
    block_change(&k->body, find_numbers, &s);
    return alike(table, k, &s);
}

/* ---- groups of kernels that are alike ---- */

typedef struct Member {
    Kernel *kernel;
    Spots spots;
    int next; /* of its group, or -1 */
} Member;

typedef struct Places {
    Arena *arena;
    ParamBuffers *params;
    ARRAY(Member) members;
    ARRAY(int) group;          /* members of the group at hand */
    int n, first[MOST_PLACES]; /* of its arguments: the spot whose number it is */
} Places;

static void find_members(Places *p, const Calls *calls)
{
    Calls all = kernel_calls(p->arena, calls);
    for (int i = 0; i < all.n; i++) {
        Kernel *k = all.at[i]->kernel;
        if (k->number > 0)
            continue;
        Member m = {.kernel = k, .next = -1};
        m.spots.arena = p->arena;
        m.spots.mark = INT64_MIN + p->members.n;
        block_change(&k->body, find_numbers, &m.spots);
        PUSH(p->arena, p->members, m);
        k->number = p->members.n; /* scratch: the printer numbers them anew */
    }
}

/* Members whose indices no other kernel has, in groups of those that are alike. */
static void find_groups(Places *p)
{
    KernelTable table = {.arena = p->arena};
    int n = p->members.n;
    int *last = NEW_N(p->arena, int, n + 1);
    for (int i = 0; i < n; i++)
        put_back(&p->members.at[i].spots);
    for (int i = 0; i < n; i++) {
        Member *m = &p->members.at[i];
        last[i] = i;
        if (m->spots.shared)
            continue;
        int first = alike(&table, m->kernel, &m->spots)->number - 1;
        if (first != i) {
            p->members.at[last[first]].next = i;
            last[first] = i;
        }
    }
}

static int64_t number_at(const Places *p, int member, int spot)
{
    return p->members.at[p->group.at[member]].spots.list.at[spot].base;
}

/* Do the numbers of two spots differ by the same in all members? */
static bool go_together(const Places *p, int a, int b)
{
    int64_t off = number_at(p, 0, a) - number_at(p, 0, b);
    for (int m = 1; m < p->group.n; m++)
        if (number_at(p, m, a) - number_at(p, m, b) != off)
            return false;
    return true;
}

static bool is_fixed(const Places *p, int spot)
{
    for (int m = 1; m < p->group.n; m++)
        if (number_at(p, m, spot) != number_at(p, 0, spot))
            return false;
    return true;
}

static int64_t smallest(const Places *p, int spot)
{
    int64_t least = number_at(p, 0, spot);
    for (int m = 1; m < p->group.n; m++)
        least = number_at(p, m, spot) < least ? number_at(p, m, spot) : least;
    return least;
}

static int64_t largest(const Places *p, int spot)
{
    int64_t most = number_at(p, 0, spot);
    for (int m = 1; m < p->group.n; m++)
        most = number_at(p, m, spot) > most ? number_at(p, m, spot) : most;
    return most;
}

/* The argument that gives the number of a spot, or -1. */
static int place_of(const Places *p, int spot)
{
    for (int a = 0; a < p->n; a++)
        if (go_together(p, spot, p->first[a]))
            return a;
    return -1;
}

/* Do two members have the same arguments? */
static bool same_numbers(const Places *p, int a, int b)
{
    bool same = true;
    for (int i = 0; i < p->n && same; i++)
        same = number_at(p, a, p->first[i]) == number_at(p, b, p->first[i]);
    return same;
}

/* Are there LEAST_KERNELS that differ: the first one, and each from the one before? */
static bool are_many(const Places *p)
{
    int other = 0, different = 1;
    for (int m = 1; m < p->group.n && different < LEAST_KERNELS; m++)
        if (!same_numbers(p, m, 0) && (other == 0 || !same_numbers(p, m, other))) {
            other = m;
            different++;
        }
    return different >= LEAST_KERNELS;
}

/* Chooses the arguments; false if there would be too many, or if it is not worth it. */
static bool choose_places(Places *p)
{
    const Spots *one = &p->members.at[p->group.at[0]].spots;
    p->n = 0;
    for (int m = 1; m < p->group.n; m++)
        if (p->members.at[p->group.at[m]].spots.list.n != one->list.n)
            return false;
    for (int s = 0; s < one->list.n; s++) {
        if (is_fixed(p, s))
            continue;
        if (one->list.at[s].index->n == MAX_TERMS)
            return false;
        if (place_of(p, s) >= 0)
            continue;
        if (p->n == MOST_PLACES || smallest(p, s) < 0)
            return false;
        p->first[p->n++] = s;
    }
    return are_many(p);
}

/* The argument of a kernel, in front of the arrays that it writes. */
static Var *add_place(const Places *p, Kernel *k, int64_t number, int64_t extent)
{
    Buffer *b = NEW(p->arena, Buffer);
    b->kind = B_COUNTER;
    b->name = "at";
    b->dtype = I32;
    b->number = number;
    b->id = p->params->n_buffers++;
    b->counter = NEW(p->arena, Var);
    *b->counter = (Var){.name = "at", .extent = extent, .dtype = I32};
    int at = 0;
    while (at < k->params.n && !k->written.at[at])
        at++;
    PUSH(p->arena, k->params, b);
    PUSH(p->arena, k->written, false);
    for (int i = k->params.n - 1; i > at; i--) {
        k->params.at[i] = k->params.at[i - 1];
        k->written.at[i] = k->written.at[i - 1];
    }
    k->params.at[at] = b;
    k->written.at[at] = false;
    return b->counter;
}

static void give_places(const Places *p, int member)
{
    Member *m = &p->members.at[p->group.at[member]];
    Var *var[MOST_PLACES];
    for (int a = 0; a < p->n; a++)
        var[a] = add_place(p, m->kernel, number_at(p, member, p->first[a]),
                           largest(p, p->first[a]) + 1);
    for (int s = 0; s < m->spots.list.n; s++) {
        if (is_fixed(p, s))
            continue;
        int a = place_of(p, s);
        Index *index = m->spots.list.at[s].index;
        index->base -= number_at(p, member, p->first[a]);
        index->term[index->n].var = var[a];
        index->term[index->n++].coef = 1;
    }
    decided(D_alike_number);
}

void loop_alike(Arena *arena, int n, Routine *const *routine, ParamBuffers *params)
{
    Places p = {.arena = arena, .params = params};
    for (int i = 0; i < n; i++)
        find_members(&p, &routine[i]->calls);
    find_groups(&p);
    bool *done = NEW_N(arena, bool, p.members.n + 1);
    for (int i = 0; i < p.members.n; i++) {
        p.group.n = 0;
        for (int m = i; m >= 0 && !done[m]; m = p.members.at[m].next) {
            PUSH(arena, p.group, m);
            done[m] = true;
        }
        if (p.group.n >= LEAST_KERNELS && choose_places(&p))
            for (int m = 0; m < p.group.n; m++)
                give_places(&p, m);
    }
    for (int i = 0; i < p.members.n; i++)
        p.members.at[i].kernel->number = 0;
}

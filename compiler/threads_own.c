/*
 * threads_own.c - has a product ask for the places that its tile will be stored in,
 * where other threads have touched them:
 *
 *     for (MfShare share = mf_share(8, 196); mf_more(&share);) {
 *         mf_own(&plan, &share, &weight[196 * i][64 * j], 512, 256);
 *         mf_productf(&plan, ..., acc[0], 64);
 *         for (int k = share.from; k < share.to; k++)
 *             ... weight[196 * i + k][64 * j + l] = ...
 *     }
 *
 * A line that another processor has read has to be taken from it before it can be
 * written, and a loop of nothing but stores waits for that. While a tile is multiplied
 * there is time. No result depends on it.
 */
#include "decisions.h"
#include "threads.h"

enum {
    MOST_LOOPS = 8,
    MOST_OWN = 4,     /* MfPlan has room for so many */
    MOST_BYTES = 4096 /* of what a unit stores of an array */
};

/* A store of a tile's loops over units. */
typedef struct Search {
    Arena *arena;
    const Part *part;
    const Stmt *loop[MOST_LOOPS]; /* around it, that over units first */
    int n;
    int64_t least; /* bytes of an array that is worth it */
    Block found;
} Search;

/* Does another thread touch that place, in any call? */
static bool is_shared(const Calls *calls, const Part *p, const Access *a)
{
    bool shared = false;
    for (int i = 0; i < calls->n && !shared; i++) {
        const Call *c = calls->at[i];
        const Parts *parts = c->kernel ? c->kernel->parts : c->parts;
        for (int k = 0; parts && k < parts->n && !shared; k++)
            shared = others_touch(p, a, &parts->at[k]);
        shared = shared || (!parts && is_shared(&c->body, p, a));
    }
    return shared;
}

/* The loops within a unit, by bytes from turn to turn. */
static int axes_within(const Search *s, const Stmt *store, Stride *axis)
{
    for (int i = 1; i < s->n; i++) {
        const Var *v = s->loop[i]->var;
        axis[i - 1] = (Stride){index_step(store->buffer, store->index, v), v->extent};
    }
    return s->n - 1;
}

/* Where the first unit of the turn begins; NULL: these are no steps forward. */
static Index *begin_of(const Search *s, const Stmt *store)
{
    Buffer *b = store->buffer;
    Index *begin = NEW_N(s->arena, Index, b->shape.rank);
    for (int d = 0; d < b->shape.rank; d++) {
        begin[d] = store->index[d];
        if (begin[d].div != 1)
            return NULL;
        for (int i = 0; i < s->n; i++) {
            int64_t coef = index_coef(&begin[d], s->loop[i]->var);
            if (coef < 0)
                return NULL;
            begin[d] =
                index_add(begin[d], index_scale(index_var(s->loop[i]->var), -coef));
        }
    }
    return begin;
}

static void own(Search *s, const Stmt *store)
{
    Buffer *b = store->buffer;
    Stride axis[MOST_LOOPS];
    int64_t element = dtype_bytes(b->dtype),
            step = index_step(b, store->index, s->loop[0]->var);
    int64_t bytes = piece_bytes(axes_within(s, store, axis), axis, element);
    Index *begin = begin_of(s, store);
    if (!begin || step < bytes || bytes == 0 || bytes > MOST_BYTES ||
        s->found.n == MOST_OWN)
        return;
    for (int i = 0; i < s->found.n; i++)
        if (s->found.at[i]->buffer == b)
            return;
    Stmt *ask = NEW(s->arena, Stmt);
    *ask = (Stmt){.kind = S_AHEAD, .buffer = b, .index = begin};
    ask->ahead = NEW(s->arena, Ahead);
    *ask->ahead = (Ahead){.far = step, .bytes = bytes};
    PUSH(s->arena, s->found, ask);
    decided(D_ahead_own);
}

static void look_for_stores(Search *s, const Calls *calls, const Block *block)
{
    for (int i = 0; i < block->n; i++) {
        const Stmt *x = block->at[i];
        bool unit = x->kind == S_FOR && x->var == s->part->counter[s->part->loops];
        if (x->kind == S_FOR && s->n < MOST_LOOPS && (s->n > 0 || unit)) {
            s->loop[s->n++] = x;
            look_for_stores(s, calls, &x->body);
            s->n--;
        }
        if (x->kind != S_STORE || s->n == 0 || x->buffer->kind == B_LOCAL ||
            x->buffer->shape.rank == 0 || buffer_bytes(x->buffer) < s->least)
            continue;
        Access a = {x->buffer, buffer_base(x->buffer), x->index, true};
        if (is_shared(calls, s->part, &a))
            own(s, x);
    }
}

/* What a turn of the part's loops does. */
static Block *turn_of(const Part *p)
{
    Block *turn = &p->stmt->body;
    for (int i = 1; i < p->loops; i++)
        turn = &turn->at[0]->body;
    return turn;
}

void threads_own(Arena *arena, Routine *r, int64_t cache)
{
    Calls kernels = kernel_calls(arena, &r->calls);
    for (int i = 0; i < kernels.n && r->threads > 0; i++) {
        const Parts *parts = kernels.at[i]->kernel->parts;
        for (int k = 0; parts && k < parts->n; k++) {
            const Part *p = &parts->at[k];
            if (p->share != BY_TURNS || p->units != 1)
                continue;
            Search s = {arena, p, {NULL}, 0, cache / 64, {0}};
            look_for_stores(&s, &r->calls, turn_of(p));
            for (int f = s.found.n - 1; f >= 0; f--)
                block_insert(arena, turn_of(p), 0, s.found.at[f]);
        }
    }
}

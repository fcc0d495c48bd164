/*
 * bands.c - kernels that go over the same rows, a band of them at a time:
 *
 *     k1(x, W1, h)             for (int row = 0; row < 4096; row += 128) {
 *     k2(h, W2, y)                 k1(&x[row], W1, h);
 *     k3(h, y, dW2, W2)            k2(h, W2, &y[row]);
 *                                  k3_add(h, &y[row], sum);
 *                              }
 *                              k3(sum, W2);
 *
 * Small networks over many rows pass every row through memory between two kernels. In
 * a band they all stay in the second cache, and an array that nothing else needs is as
 * large as a band. Each kernel is taken apart by its rows (band_kernel.c): what has to
 * wait for all of them, as the update of a parameter, is done behind the loop. Calls
 * that have nothing to do with the rows go before it or behind it. No order of any sum
 * changes.
 *
 * A run of calls grows in the order of the schedule while nothing in it needs what is
 * done behind it. It becomes a loop if what is alive in it at once, of all rows, is
 * more than the cache holds, and of a band is not. If no such run pays, one may be
 * wide: all calls that can go by the rows, as forward and backward of a deep network.
 * No band of it stays in the cache as a whole, but much of what a call leaves to the
 * next ones does, and an array of a band takes the less memory.
 */
#include "band.h"
#include "decisions.h"
#include "emit.h"

#include <string.h>

enum {
    LEAST_TRAFFIC =
        4096,         /* bytes that a call moves of its band, or it is not worth one */
    LEAST_GAIN = 8,   /* a part of the time or of the memory that it must bring, */
    MOST_LOSS = 32,   /* and one of the time that less memory may cost */
    LEAST_ROWS = 4,   /* of all: fewer are not looked at, but blocks of columns, */
    MANY_ROWS = 64,   /* nor are fewer of these where threads take turns */
    MOST_CALLS = 256, /* of a loop */
    LEAST_TURNS = 8,  /* bands of all rows, where threads take turns at them, */
    MOST_SLOTS = 16,  /* and that may do so */
    LEAST_APART = 4   /* of the work: a part of it must be done in the order of bands */
};

/* Nanoseconds of an operation, and of a byte that comes from beyond the second cache.
 */
static const double OPERATION = 0.0125, FAR_BYTE = 0.05;

typedef struct Run {
    Cutter cutter;
    int64_t rows;
    ARRAY(Cut) body;
    Calls before, behind;
    unsigned *deeds; /* by home: of the body, and of what is done behind it */
    int n_deeds;
    int64_t whole; /* bytes that the body reads of what has no rows, and its sums */
    int64_t most;  /* rows of a band, wherever there can be one; 0: what pays */
    bool threads;  /* take turns at the bands */
    bool wide;     /* a band need not stay in the cache as a whole */
} Run;

/* ---- which calls ---- */

static unsigned *deeds_of(const Run *r, const Buffer *home)
{
    if (home->id >= r->n_deeds)
        bug("bands: %s is not known", home->name);
    return &r->deeds[home->id];
}

/* Are all deeds of the call done where it stands, in a band and behind? */
static bool may_join(const Run *r, const Cut *cut)
{
    int64_t whole = r->whole;
    bool may = r->body.n < MOST_CALLS;
    for (int i = 0; i < cut->uses.n && may; i++) {
        const Use *u = &cut->uses.at[i];
        unsigned before = *deeds_of(r, u->home);
        if (u->deeds & (READS_ROWS | READS_WHOLE))
            may = !(before & REST_WRITES);
        if (u->deeds & READS_WHOLE) {
            may = may && !(before & WRITES_ROWS);
            whole += before & READS_WHOLE ? 0 : buffer_bytes(u->home);
        }
        if (u->deeds & WRITES_ROWS)
            may = may && !(before & (REST_READS | REST_WRITES | READS_WHOLE));
    }
    for (int i = 0; i < cut->sums.n; i++) {
        const Stmt *store = cut->sums.at[i].store;
        whole += buffer_bytes(cut->sums.at[i].local);
        may = may && !(store && *deeds_of(r, store->buffer)); /* they start at zero */
    }
    return may && (r->most > 0 || r->wide || whole <= SECOND_CACHE / 2);
}

static void join(Run *r, const Cut *cut)
{
    PUSH(r->cutter.arena, r->body, *cut);
    for (int i = 0; i < cut->uses.n; i++) {
        unsigned *deeds = deeds_of(r, cut->uses.at[i].home);
        if (cut->uses.at[i].deeds & READS_WHOLE && !(*deeds & READS_WHOLE))
            r->whole += buffer_bytes(cut->uses.at[i].home);
        *deeds |= cut->uses.at[i].deeds;
    }
    for (int i = 0; i < cut->sums.n; i++)
        r->whole += buffer_bytes(cut->sums.at[i].local);
}

/* May the call be done before the first band? */
static bool may_go_before(const Run *r, const Call *c)
{
    bool may = true;
    for (int i = 0; i < c->reads.n && may; i++)
        may = !(*deeds_of(r, c->reads.at[i]) & (WRITES_ROWS | REST_WRITES));
    for (int i = 0; i < c->writes.n && may; i++)
        may = *deeds_of(r, c->writes.at[i]) == 0;
    return may;
}

static void go_behind(Run *r, Call *c)
{
    for (int i = 0; i < c->reads.n; i++)
        *deeds_of(r, c->reads.at[i]) |= REST_READS;
    for (int i = 0; i < c->writes.n; i++)
        *deeds_of(r, c->writes.at[i]) |= REST_WRITES;
    PUSH(r->cutter.arena, r->behind, c);
}

static void find_run(Run *r, const Calls *calls, int from)
{
    r->deeds = NEW_N(r->cutter.arena, unsigned, r->n_deeds);
    r->body.n = r->before.n = r->behind.n = 0;
    r->whole = 0;
    for (int i = from; i < calls->n; i++) {
        Call *c = calls->at[i];
        Cut cut;
        if (cut_find(&r->cutter, c, r->rows, &cut) && may_join(r, &cut)) {
            join(r, &cut);
            if (cut.has_rest)
                PUSH(r->cutter.arena, r->behind, c);
        } else if (may_go_before(r, c)) {
            PUSH(r->cutter.arena, r->before, c);
        } else {
            go_behind(r, c);
        }
    }
}

/* ---- strips ---- */

static unsigned deeds_with(const Cut *cut, const Buffer *home)
{
    unsigned deeds = 0;
    for (int i = 0; i < cut->uses.n; i++)
        deeds |= cut->uses.at[i].home == home ? cut->uses.at[i].deeds : 0;
    return deeds;
}

/* Are the strips filled row by row? */
static bool fills_by_rows(const Run *r, const Calls *calls, int from, const Buffer *b)
{
    bool fills = false;
    for (int i = from; i < calls->n; i++) {
        const Call *c = calls->at[i];
        Cut cut;
        if (c->writes.n == 1 && c->writes.at[0] == b)
            fills = cut_find(&r->cutter, calls->at[i], r->rows, &cut) &&
                    deeds_with(&cut, b) == WRITES_ROWS;
    }
    return fills;
}

/* Strips have the terms of a product, which may be rows, along their second axis. */
static void find_strips(const Run *r, const Calls *calls, int from)
{
    const Routine *routine = r->cutter.routine;
    for (int i = 0; i < routine->buffers.n; i++) {
        Buffer *b = routine->buffers.at[i];
        b->each = 0;
        if (b->kind != B_WORK || b->base || b->reused || b->shape.rank != 3 ||
            !b->source || b->source->kind == B_LOCAL || b->shape.dim[1] % r->rows != 0)
            continue;
        b->each = b->shape.dim[1] / r->rows;
        if (!fills_by_rows(r, calls, from, b))
            b->each = 0;
    }
}

/* ---- how many rows ---- */

typedef struct Life {
    Buffer *home;
    int first, last; /* the calls of the body that touch it */
    bool stays;      /* others do too: it keeps all its rows */
} Life;
typedef ARRAY(Life) Lives;

static void mark_homes(bool *outside, int n, const Calls *calls)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        for (int k = 0; k < c->reads.n; k++)
            if (c->reads.at[k]->id < n)
                outside[c->reads.at[k]->id] = true;
        for (int k = 0; k < c->writes.n; k++)
            if (c->writes.at[k]->id < n)
                outside[c->writes.at[k]->id] = true;
    }
}

/* `around`: the calls before the run. */
static Lives find_lives(const Run *r, const Calls *around)
{
    Lives lives = {0};
    bool *outside = NEW_N(r->cutter.arena, bool, r->n_deeds);
    mark_homes(outside, r->n_deeds, around);
    mark_homes(outside, r->n_deeds, &r->before);
    int *at = NEW_N(r->cutter.arena, int, r->n_deeds); /* place in the list, and one */
    for (int i = 0; i < r->body.n; i++)
        for (int k = 0; k < r->body.at[i].uses.n; k++) {
            const Use *u = &r->body.at[i].uses.at[k];
            if (!(u->deeds & (READS_ROWS | WRITES_ROWS)) || u->home->reused)
                continue;
            int *place = &at[u->home->id];
            if (*place == 0) {
                bool stays = u->home->kind != B_WORK || outside[u->home->id] ||
                             *deeds_of(r, u->home) & (REST_READS | REST_WRITES);
                Life life = {u->home, i, i, stays};
                PUSH(r->cutter.arena, lives, life);
                *place = lives.n;
            }
            lives.at[*place - 1].last = i;
        }
    return lives;
}

/* Strips whose rows others need are taken whole. Are there some? */
static bool leave_strips(const Lives *lives)
{
    bool some = false;
    for (int i = 0; i < lives->n; i++) {
        Buffer *b = lives->at[i].home;
        bool leave = lives->at[i].stays && b->each > 0;
        b->each = leave ? 0 : b->each;
        some |= leave;
    }
    return some;
}

/* Bytes of a row that are alive at once. */
static int64_t live_bytes(const Run *r, const Lives *lives)
{
    int64_t most = 0;
    for (int i = 0; i < r->body.n; i++) {
        int64_t live = 0;
        for (int k = 0; k < lives->n; k++)
            if (lives->at[k].first <= i && i <= lives->at[k].last)
                live += buffer_bytes(lives->at[k].home) / r->rows;
        most = live > most ? live : most;
    }
    return most;
}

/* Bytes of a row that the calls of a band read and write. */
static int64_t traffic(const Run *r)
{
    int64_t bytes = 0;
    for (int i = 0; i < r->body.n; i++)
        for (int k = 0; k < r->body.at[i].uses.n; k++) {
            const Use *u = &r->body.at[i].uses.at[k];
            if (u->deeds & (READS_ROWS | WRITES_ROWS))
                bytes += buffer_bytes(u->home) / r->rows;
        }
    return bytes;
}

/* What the calls of a band touch, as a cache sees it that forgets what was not touched
 * for longest. */
typedef struct Trace {
    int64_t *bytes; /* of an array in a band, by home, */
    int64_t *far;   /* those that come from beyond the cache, */
    int *when;      /* and which call touched it last; 0: none has */
    int now;
    ARRAY(int) homes;
} Trace;

static int64_t bytes_since(const Trace *t, int when)
{
    int64_t bytes = 0;
    for (int i = 0; i < t->homes.n; i++)
        if (t->when[t->homes.at[i]] >= when)
            bytes += t->bytes[t->homes.at[i]];
    return bytes;
}

static void trace_call(Trace *t, const Cut *cut)
{
    for (int i = 0; i < cut->uses.n; i++) {
        int id = cut->uses.at[i].home->id, when = t->when[id];
        if (when == 0 || bytes_since(t, when) > SECOND_CACHE)
            t->far[id] += t->bytes[id];
    }
    t->now++;
    for (int i = 0; i < cut->uses.n; i++)
        t->when[cut->uses.at[i].home->id] = t->now;
}

static Trace trace_new(const Run *r, int64_t band)
{
    Arena *arena = r->cutter.arena;
    Trace t = {.bytes = NEW_N(arena, int64_t, r->n_deeds),
               .far = NEW_N(arena, int64_t, r->n_deeds),
               .when = NEW_N(arena, int, r->n_deeds)};
    for (int i = 0; i < r->body.n; i++)
        for (int k = 0; k < r->body.at[i].uses.n; k++) {
            const Use *u = &r->body.at[i].uses.at[k];
            bool rows = u->deeds & (READS_ROWS | WRITES_ROWS) && !u->home->reused;
            if (t.bytes[u->home->id] > 0 || !(rows || u->deeds & READS_WHOLE))
                continue;
            int64_t bytes = buffer_bytes(u->home);
            t.bytes[u->home->id] = rows ? bytes / r->rows * band : bytes;
            PUSH(arena, t.homes, u->home->id);
        }
    return t;
}

/* The second band: it finds what the first has left, but for the rows of others. */
static Trace trace_band(const Run *r, const Lives *lives, int64_t band)
{
    Trace t = trace_new(r, band);
    for (int turn = 0; turn < 2; turn++) {
        for (int i = 0; i < lives->n; i++)
            if (lives->at[i].stays)
                t.when[lives->at[i].home->id] = 0;
        memset(t.far, 0, (size_t)r->n_deeds * sizeof *t.far);
        for (int i = 0; i < r->body.n; i++)
            trace_call(&t, &r->body.at[i]);
    }
    return t;
}

/* Bytes that come from beyond the cache for all rows, in such bands. */
static int64_t far_bytes(const Run *r, const Lives *lives, int64_t band)
{
    Trace t = trace_band(r, lives, band);
    int64_t far = 0, sums = 0;
    for (int i = 0; i < t.homes.n; i++)
        far += t.far[t.homes.at[i]];
    for (int i = 0; i < r->body.n && band < r->rows; i++)
        for (int k = 0; k < r->body.at[i].sums.n; k++)
            sums += buffer_bytes(r->body.at[i].sums.at[k].local);
    if (sums + bytes_since(&t, 1) > SECOND_CACHE)
        far += 2 * sums;
    return far * (r->rows / band);
}

/* As many bytes from beyond the cache take the time of all operations. */
static double work_bytes(const Run *r)
{
    double work = 0;
    for (int i = 0; i < r->body.n; i++)
        work += kernel_flops(r->body.at[i].call->kernel);
    return work * OPERATION / FAR_BYTE;
}

/* What less memory may cost: as many bytes more from beyond the cache. */
static double most_loss(const Run *r)
{
    return r->wide ? work_bytes(r) / MOST_LOSS : 0;
}

/* Does it save time, by what no longer comes from beyond the cache, or memory, by what
 * nothing else touches? */
static bool is_worth_it(const Run *r, const Lives *lives, int64_t band)
{
    double all = 0, private = 0;
    for (int i = 0; i < r->body.n; i++)
        for (int k = 0; k < r->body.at[i].sums.n; k++) {
            const Sum *sum = &r->body.at[i].sums.at[k];
            private -= sum->store ? 0 : (double)buffer_bytes(sum->local);
        }
    for (int i = 0; i < lives->n; i++) {
        double bytes = (double)buffer_bytes(lives->at[i].home);
        all += bytes;
        private += lives->at[i].stays ? 0 : bytes;
    }
    double saved = (double)(far_bytes(r, lives, r->rows) - far_bytes(r, lives, band));
    return LEAST_GAIN * saved >= work_bytes(r) ||
           (saved + most_loss(r) >= 0 && LEAST_GAIN * private >= all);
}

/* Threads do bands side by side, but for what adds to sums, which they do one after the
 * other in the order of the bands. Is that little enough? */
static bool suits_threads(const Run *r)
{
    double all = 0, most = 0, here = 0;
    for (int i = 0; i < r->body.n; i++) {
        double work = kernel_flops(r->body.at[i].call->kernel);
        here = r->body.at[i].sums.n > 0 ? here + work : 0;
        all += work;
        most = here > most ? here : most;
    }
    return LEAST_APART * most <= all;
}

/* How many rows all loops of the body can do. */
static int64_t common_chunk(const Run *r)
{
    int64_t chunk = 1;
    for (int i = 0; i < r->body.n; i++) {
        int64_t step = chunk;
        while (chunk % r->body.at[i].chunk != 0)
            chunk += step;
    }
    return chunk;
}

/* The fewest rows of a band that cost little more than those for which the least comes
 * from beyond the cache; 0: there are none. */
static int64_t choose_wide(const Run *r, const Lives *lives, int64_t chunk)
{
    double least = 0, far;
    int64_t best = 0;
    for (int64_t band = r->rows / 2; band >= chunk; band--) {
        if (r->rows % band != 0 || band % chunk != 0)
            continue;
        far = (double)far_bytes(r, lives, band);
        least = best == 0 || far < least ? far : least;
        best = far <= least + most_loss(r) ? band : best;
    }
    return best;
}

/* The most rows of a band that stay in the cache, or as many as asked for, if it can
 * be; 0: none. */
static int64_t choose_narrow(const Run *r, int64_t live, int64_t chunk)
{
    int64_t least = r->threads && r->most == 0 ? LEAST_TURNS : 2; /* bands */
    int64_t best = 0;
    for (int64_t band = chunk; least * band <= r->rows; band += chunk) {
        bool fits = r->most > 0 ? band <= r->most || best == 0
                                : live * band <= SECOND_CACHE - r->whole;
        if (fits && r->rows % band == 0)
            best = band;
    }
    return best;
}

/* The rows of a band; 0: the run is not worth a loop. */
static int64_t choose_band(const Run *r, const Lives *lives)
{
    int64_t live = live_bytes(r, lives);
    if (r->body.n < 2 || (r->most == 0 && live * r->rows <= SECOND_CACHE))
        return 0;
    int64_t chunk = common_chunk(r), best = r->wide ? choose_wide(r, lives, chunk)
                                                    : choose_narrow(r, live, chunk);
    if (r->most > 0)
        return best;
    bool worth = best * traffic(r) >= (int64_t)LEAST_TRAFFIC * r->body.n &&
                 is_worth_it(r, lives, best) && (!r->threads || suits_threads(r));
    return worth ? best : 0;
}

/* ---- the loop ---- */

static Buffer *slice_new(const Run *r, Buffer *of, Var *turn, int64_t band)
{
    Buffer *b = NEW(r->cutter.arena, Buffer);
    *b = *of;
    b->base = of;
    b->turn = turn;
    b->band = true;
    b->shape.dim[0] = band;
    b->id = (*r->cutter.next_id)++;
    return b;
}

/* The arrays of all rows in the kernel of a band (the sums are younger): what nothing
 * else touches is as large as a band from now on, of the others it sees a part. */
static void narrow(const Run *r, Call *c, Var *turn, int64_t band, const bool *outside,
                   Buffer **slice)
{
    Kernel *k = c->kernel;
    for (int i = 0; i < k->params.n; i++) {
        Buffer *b = k->params.at[i], *home = buffer_base(b);
        if (home->id >= r->n_deeds || !is_by_rows(b, r->rows) ||
            (home->kind == B_WORK && !outside[home->id]))
            continue;
        decided(D_band_slice);
        if (!slice[b->id])
            slice[b->id] = slice_new(r, b, turn, band);
        call_replace(&r->cutter, c, b, slice[b->id]);
    }
}

static void shrink(const Run *r, const Call *c, int64_t band)
{
    const Kernel *k = c->kernel;
    for (int i = 0; i < k->params.n; i++) {
        Buffer *b = k->params.at[i], *home = buffer_base(b);
        bool view = b != home && home->shape.dim[0] == band && b->shape.rank > 0 &&
                    b->shape.dim[0] == r->rows && /* of one that has shrunk already */
                    shape_size(&b->shape) != shape_size(&home->shape);
        if (home->id >= r->n_deeds || !(is_by_rows(b, r->rows) || view))
            continue;
        decided(D_band_private);
        if (b->each > 0) {
            b->shape.dim[1] = band * b->each;
        } else {
            b->shape.dim[0] = band;
            home->shape.dim[0] = band;
        }
        home->own = r->threads;
    }
}

/* Threads take turns at the bands. What adds to a sum waits until the band before has
 * been added to it; neighbours do so together. */
static void share(Run *r, Call *loop)
{
    Routine *routine = r->cutter.routine;
    int64_t turns = loop->turn->extent < MOST_SLOTS ? loop->turn->extent : MOST_SLOTS;
    loop->shared = true;
    routine->slots = routine->slots > turns ? routine->slots : (int)turns;
    for (int i = 0; i < loop->body.n; i++) {
        if (r->body.at[i].sums.n == 0)
            continue;
        bool beside = i > 0 && loop->body.at[i - 1]->adds > 0;
        routine->adds += beside ? 0 : 1;
        loop->body.at[i]->adds = routine->adds;
    }
}

/* Kernels ask for what comes from beyond the cache, though a band of it is small. */
static void mark_far(const Run *r, int64_t band, const Calls *around)
{
    Lives lives = find_lives(r, around);
    Trace t = trace_band(r, &lives, band);
    for (int i = 0; i < lives.n; i++)
        lives.at[i].home->far = t.far[lives.at[i].home->id] > 0;
}

static Call *make_loop(Run *r, int64_t band, const Calls *around)
{
    Arena *arena = r->cutter.arena;
    if (r->wide)
        mark_far(r, band, around);
    Call *loop = NEW(arena, Call);
    loop->turn = NEW(arena, Var);
    loop->turn->name = "row";
    loop->turn->extent = r->rows / band;
    loop->turn->dtype = I32;
    loop->turn->id = (*r->cutter.next_id)++;
    loop->band = band;
    for (int i = 0; i < r->body.n; i++) {
        Cut *cut = &r->body.at[i];
        cut_sums(&r->cutter, cut);
        Call *start = cut_start(&r->cutter, cut);
        if (start)
            PUSH(arena, r->before, start);
        PUSH(arena, loop->body, cut_band(&r->cutter, cut, band));
    }
    for (int i = 0; i < r->body.n; i++)
        if (r->body.at[i].has_rest)
            cut_rest(&r->cutter, &r->body.at[i]);
    bool *outside = NEW_N(arena, bool, r->n_deeds);
    mark_homes(outside, r->n_deeds, around);
    mark_homes(outside, r->n_deeds, &r->before);
    mark_homes(outside, r->n_deeds, &r->behind);
    Buffer **slice = NEW_N(arena, Buffer *, r->n_deeds);
    for (int i = 0; i < loop->body.n; i++)
        narrow(r, loop->body.at[i], loop->turn, band, outside, slice);
    for (int i = 0; i < loop->body.n; i++)
        shrink(r, loop->body.at[i], band);
    loop_find_homes(&r->cutter, loop);
    if (r->threads)
        share(r, loop);
    return loop;
}

/* The calls from `from` on with a loop among them, if they have one for so many rows;
 * returns the place behind it, or 0. */
static int make_bands(Run *r, Calls *calls, int from)
{
    Calls around = {.at = calls->at, .n = from};
    find_strips(r, calls, from);
    Lives lives;
    do {
        find_run(r, calls, from);
        lives = find_lives(r, &around);
    } while (leave_strips(&lives));
    int64_t band = choose_band(r, &lives);
    if (band == 0)
        return 0;
    decided(D_band_loop);
    Call *loop = make_loop(r, band, &around);
    Calls all = {0};
    for (int i = 0; i < from; i++)
        PUSH(r->cutter.arena, all, calls->at[i]);
    for (int i = 0; i < r->before.n; i++)
        PUSH(r->cutter.arena, all, r->before.at[i]);
    PUSH(r->cutter.arena, all, loop);
    int at = all.n;
    for (int i = 0; i < r->behind.n; i++)
        PUSH(r->cutter.arena, all, r->behind.at[i]);
    *calls = all;
    return at;
}

static bool is_in(const Extents *list, int64_t extent)
{
    bool found = false;
    for (int i = 0; i < list->n; i++)
        found = found || list->at[i] == extent;
    return found;
}

/* The numbers of rows that work arrays have, and of blocks of rows. */
static Extents find_extents(Arena *arena, const Routine *r, int64_t least)
{
    Extents found = {0};
    for (int i = 0; i < r->buffers.n; i++) {
        const Buffer *b = r->buffers.at[i];
        if (b->kind != B_WORK || b->shape.rank == 0 || is_in(&found, b->shape.dim[0]))
            continue;
        if (b->shape.dim[0] >= least || is_in(&r->graph->blocks, b->shape.dim[0]))
            PUSH(arena, found, b->shape.dim[0]);
    }
    return found;
}

void bands(Arena *arena, Routine *r, ParamBuffers *params, const BackOptions *o)
{
    int64_t least = o->band > 0 ? 2 : o->threads ? MANY_ROWS : LEAST_ROWS;
    Extents rows = find_extents(arena, r, least);
    for (int i = 0; i < rows.n; i++)
        for (int from = 0, next = 1; next > 0; from = next) {
            Run run = {.cutter = {arena, r, &params->n_buffers, o->stack},
                       .rows = rows.at[i],
                       .most = o->band,
                       .threads = o->threads,
                       .n_deeds = params->n_buffers};
            Run wide = run;
            wide.wide = true;
            next = make_bands(&run, &r->calls, from);
            if (next == 0 && !o->threads && o->band == 0)
                next = make_bands(&wide, &r->calls, from);
        }
    schedule_number(r);
}

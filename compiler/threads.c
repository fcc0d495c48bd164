/*
 * threads.c - which loops the threads of a step divide among them, and where they
 * wait for each other.
 *
 *     #pragma omp parallel                     one region a step: all threads do
 *         k1(x, W, h)      its rows divided    every call, each its own part;
 *         barrier          k2 reads all of h   a kernel that is not divided is
 *         k2(h, W2, y)                         done by the first thread
 *
 * A loop is divided if each of its turns writes what no other turn touches: along
 * some axis of the array, turn v stays within [c v + lo, c v + lo + c). So threads
 * divide outputs, never a sum, and the bits do not depend on their number. A part of
 * the loop's turns is a thread's for the whole step: two calls that divide the same
 * array in the same way need no barrier between them.
 */
#include "threads.h"

#include <math.h>
#include <string.h>

enum {
    LEAST_TURNS = 32,  /* of a divided loop: with fewer, the next loop joins it */
    MOST_PENDING = 64, /* parts that may run without a barrier, to bound the work */
    MOST_THREADS = 256
};

/* Nanoseconds: of a barrier where all threads spin, of opening and closing a region. */
static const double BARRIER = 400, REGION = 1500;
/* What one thread does alone goes to any of them from here on; what is divided to save
 * a barrier takes more than the counting of turns. */
static const double LEAST_ALONE = 500, LEAST_DIVIDED = 100;
/* An operator, a function such as exp, a random number, a term of a product. */
static const double SIMPLE = 0.2, FUNCTION = 2, RANDOM = 4, FMA = 0.02;

/* ---- what a part touches ---- */

static bool same_access(const Access *a, const Access *b)
{
    if (a->buffer != b->buffer || a->write != b->write || !a->index != !b->index)
        return false;
    for (int d = 0; a->index && d < a->buffer->shape.rank; d++)
        if (!index_same(&a->index[d], &b->index[d]))
            return false;
    return true;
}

static void part_touches(Arena *arena, Part *p, Buffer *b, const Index *index,
                         bool write)
{
    if (b->kind == B_LOCAL || b->kind == B_COUNTER)
        return;
    Access a = {b, buffer_base(b), b->shape.rank ? index : NULL, write};
    for (int i = 0; i < p->access.n; i++)
        if (same_access(&p->access.at[i], &a))
            return;
    PUSH(arena, p->access, a);
}

typedef struct Toucher {
    Arena *arena;
    Part *part;
} Toucher;

const Index *touch_index(Arena *arena, const Touch *p)
{
    if (!p->tile)
        return p->index;
    int rank = p->buffer->shape.rank;
    Index *index = NEW_N(arena, Index, rank + 1);
    for (int d = 0; d < rank; d++) {
        index[d] = p->index[d];
        if (tile_stays(p->tile, p->second, d))
            continue;
        Var *any = NEW(arena, Var);
        any->extent = p->buffer->shape.dim[d];
        index[d] = index_var(any);
    }
    return index;
}

static void note_touch(void *context, const Touch *t)
{
    const Toucher *c = context;
    if (t->buffer)
        part_touches(c->arena, c->part, t->buffer, touch_index(c->arena, t),
                     t->written);
}

static void stmt_touches(Arena *arena, Part *p, const Stmt *s)
{
    stmt_visit(s, note_touch, &(Toucher){arena, p});
}

static bool writes_memory(const Part *p)
{
    for (int i = 0; i < p->access.n; i++)
        if (p->access.at[i].write)
            return true;
    return false;
}

/* Is a local array written in the statement that is declared outside of it? */
static bool writes_outer(const Stmt *outer, const Stmt *s)
{
    bool writes = s->kind == S_STORE || s->kind == S_ACC || s->kind == S_TILE ||
                  s->kind == S_FILL;
    Buffer *to[] = {writes ? s->buffer : NULL, s->kind == S_ACC ? s->buffer2 : NULL};
    for (int i = 0; i < 2; i++)
        if (to[i] && to[i]->kind == B_LOCAL && !block_declares(&outer->body, to[i]))
            return true;
    for (int i = 0; i < s->body.n; i++)
        if (writes_outer(outer, s->body.at[i]))
            return true;
    return false;
}

/* ---- what a turn of a loop owns ---- */

/* Turn v of a counter touches only places between coef * v + lo and coef * v + hi of
 * the axis, beside what those of the counters around it add. */
typedef struct Slab {
    int64_t around[3], coef, lo, hi;
    bool any;
} Slab;

/* The index as coef * v and the range of the rest, for the counter of this number;
 * false if it has no such form. */
static bool split_index(const Index *x, const Part *p, int counter, Slab *s)
{
    *s = (Slab){.any = true};
    Index rest = index_num(x->base);
    for (int i = 0; i < x->n; i++) {
        int c = 0;
        while (c <= counter && x->term[i].var != p->counter[c])
            c++;
        if (c <= counter) {
            *(c == counter ? &s->coef : &s->around[c]) = x->term[i].coef;
            continue;
        }
        if (x->term[i].var->extent < 1)
            return false;
        rest = index_add(rest, index_scale(index_var(x->term[i].var), x->term[i].coef));
    }
    index_range(&rest, &s->lo, &s->hi);
    return x->div == 1 && s->coef != 0;
}

/* Widens the slab by what the part does to the array along the axis. */
static bool widen(const Part *p, const Access *of, int axis, int counter, Slab *s)
{
    for (int i = 0; i < p->access.n; i++) {
        const Access *a = &p->access.at[i];
        Slab t;
        if (a->home != of->home)
            continue;
        if (!same_view(a->buffer, of->buffer) || !a->index ||
            !split_index(&a->index[axis], p, counter, &t))
            return false;
        if (s->any &&
            (t.coef != s->coef || memcmp(t.around, s->around, sizeof t.around) != 0))
            return false;
        t.lo = s->any && s->lo < t.lo ? s->lo : t.lo;
        t.hi = s->any && s->hi > t.hi ? s->hi : t.hi;
        *s = t;
    }
    return s->hi - s->lo < (s->coef < 0 ? -s->coef : s->coef);
}

bool same_view(const Buffer *a, const Buffer *b)
{
    if (a == b)
        return true;
    return a->base && b->base && a->turn == b->turn && a->from_end == b->from_end &&
           same_extents(&a->shape, &b->shape) && same_view(a->base, b->base);
}

/* Do turns v of this counter of p and w of q's touch the same places of its array only
 * if v = w? (Those around them are the same.) */
static bool owned(const Part *p, const Part *q, int counter, const Access *of)
{
    bool found = p->counter[counter]->extent == 1;
    for (int axis = 0; axis < of->buffer->shape.rank && !found; axis++) {
        Slab s = {0};
        found = widen(p, of, axis, counter, &s) && widen(q, of, axis, counter, &s);
    }
    return found;
}

bool part_owns(const Part *p, int counter, const Access *of)
{
    return owned(p, p, counter, of);
}

/* Divides the loop too, if its turns are independent of each other. */
static bool add_loop(Part *p, const Var *v)
{
    p->counter[p->loops] = v;
    for (int i = 0; i < p->access.n; i++)
        if (p->access.at[i].write && !part_owns(p, p->loops, &p->access.at[i]))
            return false;
    p->loops++;
    return true;
}

/* ---- do two parts meet? ---- */

/* Do the arrays share bytes? */
static bool overlap(const Buffer *a, const Buffer *b)
{
    if (a == b)
        return true;
    return a->kind == B_WORK && b->kind == B_WORK && a->shape.rank > 0 &&
           b->shape.rank > 0 && a->offset < b->offset + buffer_bytes(b) &&
           b->offset < a->offset + buffer_bytes(a);
}

/* Do they never touch the same element, whatever the counters are? */
static bool apart(const Access *a, const Access *b)
{
    if (!a->index || !b->index || !same_view(a->buffer, b->buffer))
        return false;
    for (int d = 0; d < a->buffer->shape.rank; d++) {
        const Index *x = &a->index[d], *y = &b->index[d];
        int64_t from[2], to[2];
        index_range(x, &from[0], &to[0]);
        index_range(y, &from[1], &to[1]);
        bool plain = x->div == 1 && y->div == 1;
        if (plain && (to[0] < from[1] || to[1] < from[0]))
            return true;
    }
    return false;
}

static bool same_turns(const Part *p, const Part *q)
{
    if (p->share != BY_TURNS || q->share != BY_TURNS || p->loops != q->loops ||
        p->units != q->units || p->each != q->each)
        return false;
    for (int i = 0; i < p->loops + p->units; i++)
        if (p->counter[i]->extent != q->counter[i]->extent)
            return false;
    return true;
}

/* Does every thread touch places of the array in q that only itself touches in p? */
static bool stays(const Part *p, const Part *q, const Access *of)
{
    for (int i = 0; i < p->loops + p->units; i++)
        if (!owned(p, q, i, of))
            return false;
    return true;
}

/* The same of two accesses, by threads of which each may make either part. */
static bool accesses_meet(const Part *p, const Access *a, const Part *q,
                          const Access *b)
{
    if (!overlap(a->home, b->home))
        return false;
    bool shared = !same_turns(p, q) || a->home != b->home || !stays(p, q, a);
    return shared && !apart(a, b);
}

bool parts_meet(const Part *p, const Part *q)
{
    if (p->share == BY_FIRST && q->share == BY_FIRST)
        return false;
    for (int i = 0; i < p->access.n; i++)
        for (int k = 0; k < q->access.n; k++) {
            const Access *a = &p->access.at[i], *b = &q->access.at[k];
            if ((a->write || b->write) && accesses_meet(p, a, q, b))
                return true;
        }
    return false;
}

bool others_touch(const Part *p, const Access *a, const Part *q)
{
    bool meet = false;
    for (int k = 0; k < q->access.n && !meet; k++)
        meet = accesses_meet(p, a, q, &q->access.at[k]);
    return meet;
}

/* ---- what a statement costs ---- */

static double product(int n, const int64_t *extent)
{
    double all = 1;
    for (int i = 0; i < n; i++)
        all *= (double)extent[i];
    return all;
}

static double expr_cost(const Expr *x)
{
    if (!x)
        return 0;
    double cost = x->kind == X_RANDOM ? RANDOM : x->kind == X_LOAD ? SIMPLE : 0;
    if (x->kind == X_OP)
        cost = op_is_function(x->op) ? FUNCTION : SIMPLE;
    for (int i = 0; i < x->n; i++)
        cost += expr_cost(x->arg[i]);
    return cost;
}

double stmt_cost(const Stmt *s)
{
    double cost = expr_cost(s->value) + expr_cost(s->value2);
    if (s->kind == S_STORE || s->kind == S_ACC)
        cost += SIMPLE;
    if (s->kind == S_FILL)
        cost *= (double)s->buffer->shape.dim[0];
    if (s->kind == S_TILE)
        cost += FMA * product(s->tile->rows, s->tile->row_extent) *
                product(s->tile->columns, s->tile->column_extent) *
                product(s->tile->terms, s->tile->term_extent);
    for (int i = 0; i < s->body.n; i++)
        cost += stmt_cost(s->body.at[i]);
    return s->kind == S_FOR ? cost * (double)s->var->extent : cost;
}

/* ---- kernels ---- */

static bool has_loop(const Block *block)
{
    for (int i = 0; i < block->n; i++)
        if (block->at[i]->kind == S_FOR || block->at[i]->kind == S_TILE)
            return true;
    return false;
}

/* Divides the loop, together with the one in it where it has few turns and that is
 * all there is in it. */
static void divide(Arena *arena, Part *p)
{
    Stmt *s = p->stmt;
    p->share = BY_FIRST;
    if (s->kind != S_FOR || loop_stays_rolled(s) || writes_outer(s, s) ||
        !add_loop(p, s->var))
        return;
    p->share = BY_TURNS;
    const Block *turn = &s->body;
    Stmt *in = turn->n == 1 ? turn->at[0] : NULL;
    bool few = s->var->extent < LEAST_TURNS || (in && block_has_tile(&in->body));
    if (few && in && in->kind == S_FOR && has_loop(&in->body) &&
        !loop_stays_rolled(in) && add_loop(p, in->var))
        turn = &in->body;
    Units units = find_units(arena, p, turn);
    p->units = units.n;
    p->each = units.each;
    for (int i = 0; i < units.n; i++)
        p->counter[p->loops + i] = units.at[i];
}

static Part part_of(Arena *arena, Stmt *s)
{
    Part p = {.stmt = s, .cost = stmt_cost(s)};
    stmt_touches(arena, &p, s);
    if (writes_memory(&p))
        divide(arena, &p);
    else
        p.share = BY_ALL;
    return p;
}

/* Scalars are handed over by value: every thread reads them when it calls. */
static Part call_part(Arena *arena, const Kernel *k, Share share)
{
    Part p = {.share = share};
    for (int i = 0; i < k->params.n; i++)
        if (k->params.at[i]->shape.rank == 0 && !k->written.at[i])
            part_touches(arena, &p, k->params.at[i], NULL, false);
    return p;
}

/* The parts of a kernel if it is to be divided; none if one thread does all of it.
 * Parts must not need each other's results: there is no barrier within a kernel. */
static Parts divide_block(Arena *arena, const Kernel *k, const Block *body,
                          double least)
{
    Parts parts = {0};
    double work = 0, repeated = 0; /* by every thread */
    PUSH(arena, parts, call_part(arena, k, BY_ALL));
    for (int i = 0; i < body->n; i++) {
        Part p = part_of(arena, body->at[i]);
        *(p.share == BY_TURNS ? &work : &repeated) += p.cost;
        bool fits = p.share != BY_FIRST || !writes_outer(p.stmt, p.stmt);
        for (int q = 0; q < parts.n && fits; q++)
            fits = !parts_meet(&parts.at[q], &p);
        if (!fits)
            return (Parts){0};
        PUSH(arena, parts, p);
    }
    bool pays = work > 0 && work >= least && (work >= repeated || least <= 0);
    return pays ? parts : (Parts){0};
}

/* A kernel as threads divide it. */
typedef struct Division {
    Block body;
    Parts parts; /* none: it is not divided */
} Division;

static Division divide_kernel(Arena *arena, const Kernel *k, double least)
{
    Block body = tiles_as_turns(arena, &k->body);
    return (Division){body, divide_block(arena, k, &body, least)};
}

static void mark_divided(Kernel *k, const Division *d)
{
    *k->parts = d->parts;
    k->body = d->body;
    k->divided = true;
    for (int i = 0; i < d->parts.n; i++) {
        const Part *p = &d->parts.at[i];
        if (!p->stmt)
            continue;
        p->stmt->divided = p->share == BY_TURNS ? p->loops : 0;
        p->stmt->units.n = p->units;
        p->stmt->units.each = p->each;
        for (int c = 0; c < p->units; c++)
            p->stmt->units.at[c] = p->counter[p->loops + c];
        p->stmt->alone = p->share == BY_FIRST;
    }
}

static void mark(Arena *arena, Kernel *k, double least)
{
    k->parts = NEW(arena, Parts);
    Division d = divide_kernel(arena, k, least);
    if (d.parts.n > 0) {
        mark_divided(k, &d);
        return;
    }
    k->divided = false;
    Part all = call_part(arena, k, BY_FIRST);
    for (int i = 0; i < k->body.n; i++) {
        stmt_touches(arena, &all, k->body.at[i]);
        all.cost += stmt_cost(k->body.at[i]);
    }
    k->anyone = all.cost >= LEAST_ALONE && all.cost >= 2 * least;
    all.share = k->anyone ? BY_ANY : BY_FIRST;
    PUSH(arena, *k->parts, all);
}

/* Threads take turns at the bands of a loop: any of them may touch anything that all
 * of them have. (What they add to, they do one after the other.) */
static void mark_shared(Arena *arena, Call *loop)
{
    Part all = {.share = BY_ANY};
    for (int i = 0; i < loop->body.n; i++) {
        Kernel *k = loop->body.at[i]->kernel;
        for (int p = 0; p < k->params.n; p++)
            if (!buffer_base(k->params.at[p])->own)
                part_touches(arena, &all, k->params.at[p], NULL, k->written.at[p]);
        for (int s = 0; s < k->body.n; s++)
            all.cost += (double)loop->turn->extent * stmt_cost(k->body.at[s]);
    }
    loop->parts = NEW(arena, Parts);
    PUSH(arena, *loop->parts, all);
}

static void mark_calls(Arena *arena, const Calls *calls, double least)
{
    for (int i = 0; i < calls->n; i++)
        if (calls->at[i]->kernel)
            mark(arena, calls->at[i]->kernel, least);
        else if (calls->at[i]->shared)
            mark_shared(arena, calls->at[i]);
        else
            mark_calls(arena, &calls->at[i]->body, least);
}

/* Of a call that is not itself a loop of such calls. */
static const Parts *parts_of(const Call *c)
{
    return c->kernel ? c->kernel->parts : c->parts;
}

/* ---- barriers ---- */

typedef struct Walk {
    Arena *arena;
    ARRAY(const Part *) pending; /* since the last barrier */
    ARRAY(const Kernel *) small; /* that are divided to save a barrier */
    double divided, alone, barriers;
} Walk;

static bool must_wait(const Walk *w, const Parts *parts)
{
    if (w->pending.n + parts->n > MOST_PENDING)
        return true;
    for (int i = 0; i < w->pending.n; i++)
        for (int j = 0; j < parts->n; j++)
            if (parts_meet(w->pending.at[i], &parts->at[j]))
                return true;
    return false;
}

/* A kernel that is not worth it is divided if it has to wait otherwise, and not then;
 * or as an equal one is, if that has it wait no more. */
static void divide_small(Walk *w, Kernel *k)
{
    bool waits = must_wait(w, k->parts), equal = false;
    for (int i = 0; i < w->small.n && k->same; i++)
        equal = equal || w->small.at[i]->same == k->same;
    if (k->divided || k->anyone || (!waits && !equal))
        return;
    Division d = divide_kernel(w->arena, k, LEAST_DIVIDED);
    if (d.parts.n == 0 || must_wait(w, &d.parts))
        return;
    mark_divided(k, &d);
    PUSH(w->arena, w->small, k);
}

static void place_barriers(Walk *w, const Calls *calls)
{
    for (int i = 0; i < calls->n; i++) {
        Call *c = calls->at[i];
        const Parts *parts = parts_of(c);
        if (!parts) {
            /* twice, for what a turn leaves to the next one */
            place_barriers(w, &c->body);
            place_barriers(w, &c->body);
            continue;
        }
        if (c->kernel)
            divide_small(w, c->kernel);
        c->wait = c->wait || must_wait(w, parts);
        if (c->wait)
            w->pending.n = 0;
        for (int k = 0; k < parts->n; k++)
            PUSH(w->arena, w->pending, &parts->at[k]);
    }
}

static void forget_barriers(const Calls *calls)
{
    for (int i = 0; i < calls->n; i++) {
        calls->at[i]->wait = false;
        forget_barriers(&calls->at[i]->body);
    }
}

/* Until no kernel is divided to save a barrier any more. */
static void find_barriers(Walk *w, const Calls *calls)
{
    for (int before = -1; before < w->small.n;) {
        before = w->small.n;
        w->pending.n = 0;
        forget_barriers(calls);
        place_barriers(w, calls);
    }
}

static void add_up(Walk *w, const Calls *calls, double times)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        const Parts *parts = parts_of(c);
        if (!parts) {
            add_up(w, &c->body, times * (double)c->turn->extent);
            continue;
        }
        w->barriers += c->wait ? times : 0;
        for (int k = 0; k < parts->n; k++) {
            const Part *p = &parts->at[k];
            bool divided = c->shared || p->share == BY_TURNS;
            *(divided ? &w->divided : &w->alone) += times * p->cost;
        }
    }
}

/* With T threads a step takes alone + divided / T + what waiting costs, which grows
 * with T: the T where that is least, or 0 where two threads are hardly faster. */
static int threads_that_pay(const Walk *w)
{
    double waiting = REGION + w->barriers * BARRIER;
    if (w->divided / 2 < 2 * waiting || w->divided < w->alone / 8)
        return 0;
    double most = sqrt(w->divided / (waiting / 4));
    return most < 2 ? 2 : most > MOST_THREADS ? MOST_THREADS : (int)most;
}

void threads_divide(Arena *arena, Routine *r, double least)
{
    Walk w = {.arena = arena};
    mark_calls(arena, &r->calls, least);
    find_barriers(&w, &r->calls);
    add_up(&w, &r->calls, 1);
    bool always = least <= 0 && w.divided > 0;
    r->threads = always ? MOST_THREADS : threads_that_pay(&w);
    if (r->slots > 0 && r->threads > r->slots)
        r->threads = r->slots;
    r->meets = w.barriers > 0;
}

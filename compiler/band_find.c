/*
 * band_find.c - how a call goes with the rows of its arrays.
 *
 * A statement goes by rows if it is a loop whose turns are so many rows each and stay
 * within their own in every array that has a row for each; or a tile of a product
 * whose terms are the rows. What a loop adds up, or a tile, can go on from band to
 * band. The rest has to wait until all rows are done.
 */
#include "band.h"

/* ---- does a loop go by rows? ---- */

bool is_by_rows(const Buffer *b, int64_t rows)
{
    const Buffer *home = buffer_base((Buffer *)b);
    bool kind = b->kind == B_INPUT || b->kind == B_OUTPUT || b->kind == B_WORK ||
                b->kind == B_CONST;
    if (b->each > 0)
        return b->shape.dim[1] == rows * b->each;
    return kind && !b->turn && !home->reused && b->shape.rank > 0 &&
           b->shape.dim[0] == rows && home->shape.rank > 0 &&
           (home->shape.dim[0] == rows ||
            (home->kind != B_WORK && home->shape.dim[0] % rows == 0)) &&
           shape_size(&b->shape) == shape_size(&home->shape);
}

int64_t row_elements(const Buffer *b)
{
    return b->each > 0 ? b->each * b->shape.dim[2] : shape_row(&b->shape);
}

static Index without(const Index *x, const Var *v)
{
    Index rest = *x;
    rest.n = 0;
    for (int i = 0; i < x->n; i++)
        if (x->term[i].var != v)
            rest.term[rest.n++] = x->term[i];
    return rest;
}

/* The elements of an operand of a tile, from its first row on, without what the counter
 * and the terms before `from` add. */
static void operand_reach(const Touch *p, const Var *v, int from, int64_t *lo,
                          int64_t *hi)
{
    const Shape *s = &p->buffer->shape;
    *lo = *hi = 0;
    int64_t stride = 1;
    for (int d = s->rank - 1; d >= 0; stride *= s->dim[d--]) {
        Index x = without(&p->index[d], v);
        int64_t a, b;
        index_range(&x, &a, &b);
        *lo += a * stride;
        *hi += b * stride;
    }
    tile_reach(p->tile, p->second, from, lo, hi);
}

/* Counters of loops around a sum, outermost first. */
typedef struct Around {
    const Var *at[MAX_RANK];
    int n;
} Around;

static bool is_around(const Around *a, const Var *v)
{
    bool found = false;
    for (int i = 0; i < a->n; i++)
        found = found || a->at[i] == v;
    return found;
}

typedef struct Walk {
    Arena *arena;
    const Stmt *loop;
    const Around *around;
    int64_t rows, chunk;
    bool apart;           /* so far each turn stays within its rows, */
    bool elastic;         /* and could do fewer: it has them from a loop or a tile */
    int touched;          /* places in arrays by rows */
    ARRAY(Buffer *) sums; /* arrays of the kernel that the loop adds to */
} Walk;

static bool has_loop(const Block *block, const Var *v)
{
    bool found = false;
    for (int i = 0; i < block->n && !found; i++)
        found = (block->at[i]->kind == S_FOR && block->at[i]->var == v) ||
                has_loop(&block->at[i]->body, v);
    return found;
}

/* The axis along which a tile takes the rows of the turn; -1: there is not one. */
int tile_rows_axis(const Tile *t, bool second, int64_t line, int64_t chunk)
{
    int n = second ? t->columns : t->rows, found = -1;
    const int64_t *step = second ? t->column_step : t->row_step,
                  *extent = second ? t->column_extent : t->row_extent;
    for (int i = 0; i < n; i++)
        if (step[i] == line && extent[i] == chunk)
            found = found < 0 ? i : n;
    return found < n ? found : -1;
}

/* Does the place have the rows of the turn from one loop in it, or one axis of a tile?
 */
static bool is_elastic(const Walk *w, const Touch *p)
{
    const Index *x = &p->index[0];
    if (x->base != 0 || p->buffer->each > 0)
        return false;
    if (p->tile)
        return x->n == 1 && tile_rows_axis(p->tile, p->second, row_elements(p->buffer),
                                           w->chunk) >= 0;
    if (x->n != 2)
        return false;
    int k = x->term[0].var == w->loop->var;
    return x->term[k].coef == 1 && x->term[k].var->extent == w->chunk &&
           has_loop(&w->loop->body, x->term[k].var);
}

/* Is the place within the turn's own rows? */
static bool in_rows(const Walk *w, const Touch *p)
{
    const Var *v = w->loop->var;
    bool strips = p->buffer->each > 0;
    int axis = strips ? 1 : 0;
    int64_t lo, hi, end = strips ? w->chunk * p->buffer->each : w->chunk;
    if (!p->index || p->index[axis].div != 1 || index_is_loose(&p->index[axis]) ||
        index_coef(&p->index[axis], v) != end || (strips && p->tile))
        return false;
    for (int d = 0; d < p->n; d++)
        if (d != axis && index_has(&p->index[d], v))
            return false;
    if (p->tile) {
        operand_reach(p, v, 0, &lo, &hi);
        end *= row_elements(p->buffer);
    } else {
        Index rest = without(&p->index[axis], v);
        index_range(&rest, &lo, &hi);
    }
    return lo >= 0 && hi < end;
}

/* Is the counter or value made in the block? */
static bool block_names(const Block *block, const Var *v)
{
    bool found = false;
    for (int i = 0; i < block->n && !found; i++)
        found = block->at[i]->var == v || block_names(&block->at[i]->body, v);
    return found;
}

/* Has the loop itself everything that the place is named by? */
static bool is_own(const Walk *w, const Touch *p)
{
    bool own = !p->var || block_names(&w->loop->body, p->var);
    for (int d = 0; p->index && d < p->n; d++)
        for (int i = 0; i < p->index[d].n; i++) {
            const Var *v = p->index[d].term[i].var;
            own = own && (v == w->loop->var || is_around(w->around, v) ||
                          block_names(&w->loop->body, v));
        }
    return own;
}

static void add_buffer(Arena *arena, Walk *w, Buffer *b)
{
    for (int i = 0; i < w->sums.n; i++)
        if (w->sums.at[i] == b)
            return;
    PUSH(arena, w->sums, b);
}

/* The counter that the index is, or NULL. */
static const Var *counter_of(const Index *x)
{
    const Var *v = x->n == 1 ? x->term[0].var : NULL;
    return v != NULL && index_is(x, v) ? v : NULL;
}

/* Has each turn of the loops around a sum a part of its own of so many axes? */
static bool has_part(const Index *index, int axes, const Around *around)
{
    bool part = around->n == 0 || (index && axes >= around->n);
    for (int i = 0; part && i < around->n; i++)
        part = index_is(&index[i], around->at[i]);
    return part;
}

static void walk_place(void *context, const Touch *p)
{
    Walk *w = context;
    Buffer *b = p->buffer;
    w->apart = w->apart && is_own(w, p);
    if (!w->apart)
        return;
    if (b && is_by_rows(b, w->rows)) {
        w->touched++;
        w->apart = in_rows(w, p);
        w->elastic = w->elastic && w->apart && is_elastic(w, p);
        return;
    }
    w->apart = !touch_uses(p, w->loop->var);
    if (!b || !w->apart || buffer_base(b)->reused)
        return;
    if (b->kind != B_LOCAL)
        w->apart = !p->written;
    else if (!block_declares(&w->loop->body, b)) {
        w->apart = p->added && has_part(p->index, p->n, w->around);
        add_buffer(w->arena, w, b);
    }
}

static const Stmt *declaration(const Kernel *k, const Buffer *b)
{
    for (int i = 0; i < k->body.n; i++)
        if (k->body.at[i]->kind == S_LOCAL && k->body.at[i]->buffer == b)
            return k->body.at[i];
    return NULL;
}

static bool loop_goes_by_rows(Arena *arena, Cut *cut, const Stmt *s, int at,
                              const Around *around)
{
    const Kernel *k = cut->kernel;
    if (s->kind != S_FOR || cut->rows % s->var->extent != 0)
        return false;
    Walk w = {.arena = arena, .loop = s, .rows = cut->rows, .apart = true};
    w.around = around;
    w.elastic = block_has_tile(&s->body); /* no sum over the rows of a turn */
    w.chunk = cut->rows / s->var->extent;
    for (int i = 0; i < s->body.n; i++)
        stmt_visit(s->body.at[i], walk_place, &w);
    if (!w.apart || w.touched == 0 || (around->n > 0 && w.sums.n == 0))
        return false;
    for (int i = 0; i < w.sums.n; i++) {
        const Stmt *local = declaration(k, w.sums.at[i]);
        if (!local || !local->value || local->value->kind != X_NUM)
            return false;
    }
    if (around->n > 0)
        PUSH(arena, cut->turns, s->var);
    for (int i = 0; i < w.sums.n; i++) {
        const Stmt *local = declaration(k, w.sums.at[i]);
        Sum sum = {.local = w.sums.at[i], .start = local->value, .by = at};
        PUSH(arena, cut->sums, sum);
    }
    if (w.elastic && w.sums.n == 0) {
        cut->elastic[at] = true;
        return true;
    }
    int64_t chunk = cut->chunk;
    while (chunk % w.chunk != 0)
        chunk += cut->chunk;
    cut->chunk = chunk;
    return true;
}

/* ---- is a tile a sum over the rows? ---- */

static bool operand_sums(const Touch *p, int64_t rows, const Around *around)
{
    const Tile *t = p->tile;
    if (p->buffer->kind == B_CONST && shape_size(&p->buffer->shape) == 1)
        return true; /* in every term */
    if (!is_by_rows(p->buffer, rows))
        return false;
    int64_t lo, hi, line = row_elements(p->buffer);
    operand_reach(p, NULL, 1, &lo, &hi);
    bool strips = p->buffer->each > 0, fixed = p->index[strips ? 1 : 0].n == 0;
    for (int d = 0; d < p->n; d++)
        for (int k = 0; k < p->index[d].n; k++)
            fixed = fixed && is_around(around, p->index[d].term[k].var);
    return fixed && (p->second ? t->term_b : t->term_a)[0] == line &&
           (strips || (lo >= 0 && hi < line));
}

typedef struct Operands {
    int64_t rows;
    const Around *around;
    bool odd;
} Operands;

static void operand_place(void *context, const Touch *p)
{
    Operands *o = context;
    if (p->tile)
        o->odd = o->odd || !operand_sums(p, o->rows, o->around);
}

/* Does everything else only load the elements of the array? */
static bool is_only_loaded(const Kernel *k, const Buffer *b, const Stmt *by)
{
    bool loaded = true;
    for (int i = 0; i < k->body.n && loaded; i++)
        loaded = k->body.at[i] == by || stmt_sees(k->body.at[i], b).writes == 0;
    return loaded;
}

static bool tile_sums_rows(Arena *arena, Cut *cut, const Stmt *s, int at,
                           const Around *around)
{
    if (s->kind != S_TILE || s->tile->blas || s->tile->terms == 0 ||
        s->tile->term_extent[0] != cut->rows || !declaration(cut->kernel, s->buffer) ||
        !has_part(s->index, s->buffer->shape.rank, around) ||
        !is_only_loaded(cut->kernel, s->buffer, cut->kernel->body.at[at]))
        return false;
    Operands o = {cut->rows, around, false};
    stmt_visit(s, operand_place, &o);
    if (o.odd)
        return false;
    Sum sum = {.local = s->buffer, .turned = s->tile->turned, .by = at};
    PUSH(arena, cut->sums, sum);
    return true;
}

/* A loop of nothing but such tiles, loops over rows that add something up, and loops of
 * these? */
static bool loop_sums_rows(Arena *arena, Cut *cut, const Stmt *s, int at, Around around)
{
    bool sums = s->kind == S_FOR && s->body.n > 0 && around.n < MAX_RANK;
    if (sums)
        around.at[around.n++] = s->var;
    for (int i = 0; sums && i < s->body.n; i++)
        sums = tile_sums_rows(arena, cut, s->body.at[i], at, &around) ||
               loop_goes_by_rows(arena, cut, s->body.at[i], at, &around) ||
               loop_sums_rows(arena, cut, s->body.at[i], at, around);
    return sums;
}

/* ---- the whole kernel ---- */

static void see_place(void *context, const Touch *p)
{
    Seen *seen = context;
    if (!p->buffer || buffer_base(p->buffer) != buffer_base((Buffer *)seen->buffer))
        return;
    seen->n++;
    seen->writes += p->written;
}

Seen stmt_sees(const Stmt *s, const Buffer *b)
{
    Seen seen = {.buffer = b};
    stmt_visit(s, see_place, &seen);
    return seen;
}

/* Another statement that goes by rows adds to the array too: then its rows would come
 * between these. */
static bool is_shared(const Cut *cut, const Sum *sum)
{
    const Block *body = &cut->kernel->body;
    bool shared = false;
    for (int i = 0; i < body->n && !shared; i++)
        shared = i != sum->by && cut->share[i] != SHARE_REST &&
                 stmt_sees(body->at[i], sum->local).n > 0;
    return shared;
}

typedef struct Meeting {
    const Stmt *other;
    bool found;
} Meeting;

static void meet_place(void *context, const Touch *p)
{
    Meeting *m = context;
    if (!p->buffer || m->found || p->buffer->kind == B_COUNTER)
        return;
    Seen seen = stmt_sees(m->other, p->buffer);
    m->found = seen.n > 0 && (seen.writes > 0 || p->written);
}

/* Would something of the rest be done behind what must come behind it? */
static bool has_order(const Cut *cut)
{
    const Block *body = &cut->kernel->body;
    Meeting m = {0};
    for (int i = 0; i < body->n; i++)
        for (int j = i + 1; j < body->n && cut->share[i] == SHARE_REST; j++) {
            m.other = body->at[j];
            if (cut->share[j] == SHARE_ROWS || cut->share[j] == SHARE_SUM)
                stmt_visit(body->at[i], meet_place, &m);
        }
    return !m.found;
}

/* The store of an array of sums that is one with the array it is stored in: all of
 * that, once, and rows and columns are its last two axes. NULL: there is none. */
static const Stmt *find_store(const Cut *cut, const Sum *sum, const Stmt *s)
{
    int64_t stored = 1;
    for (; s->kind == S_FOR && s->body.n == 1; s = s->body.at[0])
        stored *= s->var->extent;
    const Expr *x = s->value;
    const Buffer *to = s->buffer, *local = sum->local;
    int n = local->shape.rank - 2, rank = to ? to->shape.rank : 0;
    if (sum->start || sum->turned || s->kind != S_STORE || to->kind != B_WORK ||
        to->base || rank < 2 || x->kind != X_LOAD || x->buffer != local ||
        to->dtype != local->dtype || to->reused || is_by_rows(to, cut->rows) ||
        stored != shape_size(&to->shape) || stored != shape_size(&local->shape))
        return NULL;
    for (int d = 0; d < n + 2; d++) {
        const Var *v = counter_of(&x->index[d]);
        if (!v || v->extent != local->shape.dim[d])
            return NULL;
    }
    for (int d = 0; d < rank; d++)
        for (int k = 0; k < 2; k++) {
            const Var *v = counter_of(&x->index[n + 1 - k]);
            if (s->index[d].div != 1 ||
                index_coef(&s->index[d], v) != (d == rank - 1 - k))
                return NULL;
        }
    return s;
}

/* Sums that the kernel does nothing with but store them. */
static void find_stores(Cut *cut)
{
    const Block *body = &cut->kernel->body;
    for (int i = 0; i < cut->sums.n; i++) {
        Sum *sum = &cut->sums.at[i];
        int at = 0, readers = 0, writers = 0;
        for (int k = 0; k < body->n; k++)
            if (k != sum->by && cut->share[k] != SHARE_NONE &&
                stmt_sees(body->at[k], sum->local).n > 0) {
                at = k;
                readers++;
            }
        sum->store = readers == 1 ? find_store(cut, sum, body->at[at]) : NULL;
        for (int k = 0; sum->store && k < body->n; k++)
            writers += stmt_sees(body->at[k], sum->store->buffer).n;
        if (writers == 1)
            cut->share[at] = SHARE_STORE;
        else
            sum->store = NULL;
    }
}

typedef struct Gather {
    Arena *arena;
    Cut *cut;
    bool rest;
} Gather;

static void gather_place(void *context, const Touch *p)
{
    Gather *g = context;
    if (!p->buffer || p->buffer->kind == B_LOCAL || p->buffer->kind == B_COUNTER)
        return;
    Buffer *home = buffer_base(p->buffer);
    bool rows = is_by_rows(p->buffer, g->cut->rows) || home->reused;
    unsigned deed = g->rest      ? (p->written ? REST_WRITES : REST_READS)
                    : p->written ? WRITES_ROWS
                    : rows       ? READS_ROWS
                                 : READS_WHOLE;
    for (int i = 0; i < g->cut->uses.n; i++)
        if (g->cut->uses.at[i].home == home) {
            g->cut->uses.at[i].deeds |= deed;
            return;
        }
    Use use = {home, deed};
    PUSH(g->arena, g->cut->uses, use);
}

static Share share_of(Arena *arena, Cut *cut, int at)
{
    const Stmt *s = cut->kernel->body.at[at];
    if (s->kind == S_LOCAL)
        return SHARE_NONE;
    const Around none = {0};
    if (loop_goes_by_rows(arena, cut, s, at, &none))
        return SHARE_ROWS;
    int sums = cut->sums.n, turns = cut->turns.n;
    if (tile_sums_rows(arena, cut, s, at, &none) ||
        loop_sums_rows(arena, cut, s, at, none))
        return SHARE_SUM;
    cut->sums.n = sums;
    cut->turns.n = turns;
    return SHARE_REST;
}

bool cut_find(const Cutter *c, Call *call, int64_t rows, Cut *cut)
{
    Arena *arena = c->arena;
    *cut = (Cut){.call = call, .rows = rows, .chunk = 1};
    if (!call->kernel || call->replaces || call->value)
        return false;
    const Kernel *k = cut->kernel = spread_sums(c, call->kernel, rows);
    cut->share = NEW_N(arena, Share, k->body.n + 1);
    cut->elastic = NEW_N(arena, bool, k->body.n + 1);
    bool some = false;
    for (int i = 0; i < k->body.n; i++) {
        cut->share[i] = share_of(arena, cut, i);
        some |= cut->share[i] == SHARE_ROWS || cut->share[i] == SHARE_SUM;
    }
    for (int i = 0; i < cut->sums.n && some; i++)
        some = !is_shared(cut, &cut->sums.at[i]);
    bool stored = true;
    find_stores(cut);
    for (int i = 0; i < k->body.n; i++)
        cut->has_rest |= cut->share[i] == SHARE_REST;
    for (int i = 0; i < cut->sums.n; i++)
        stored = stored && cut->sums.at[i].store;
    if (!some || (!stored && !cut->has_rest) || !has_order(cut))
        return false;
    Gather g = {arena, cut, false};
    for (int i = 0; i < k->body.n; i++) {
        g.rest = cut->share[i] >= SHARE_REST;
        stmt_visit(k->body.at[i], gather_place, &g);
    }
    bool apart = true; /* what is read whole is not made by these rows */
    for (int i = 0; i < cut->uses.n; i++)
        apart = apart && (cut->uses.at[i].deeds & (READS_WHOLE | WRITES_ROWS)) !=
                             (READS_WHOLE | WRITES_ROWS);
    return apart;
}

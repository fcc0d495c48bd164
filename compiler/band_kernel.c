/*
 * band_kernel.c - a kernel taken apart by the rows it goes over:
 *
 *     acc = x' dy                         sum = 0               once, before
 *     for i: h[i] = f(x[i])               sum += x' dy          for each band of rows:
 *     W = W - rate acc                    for i: h[i] = f(x[i])
 *                                         W = W - rate sum      once, behind
 *
 * A statement goes by rows if it is a loop whose turns are so many rows each and stay
 * within their own in every array that has a row for each; or a tile of a product
 * whose terms are the rows. What a loop adds up, or a tile, goes on from band to band:
 * the rows come in the same order, so the bits are the same.
 */
#include "band.h"
#include "decisions.h"

/* ---- every place that a block touches ---- */

typedef struct Spot {
    Buffer *buffer;     /* NULL: an index as a number, or a value by its name */
    const Index *index; /* NULL: all of the buffer */
    int n;
    bool written, added; /* added: by an S_ACC into one array */
    const Tile *tile;    /* an operand of a product, */
    bool second;         /* the one that gives the columns */
    const Var *var;
} Spot;

typedef void Visit(void *context, const Spot *p);

static void visit_expr(const Expr *x, Visit *visit, void *context)
{
    if (!x)
        return;
    Buffer *counter[] = {x->buffer, x->buffer2, x->stream};
    for (int i = 0; x->kind == X_RANDOM && i < 3; i++)
        if (counter[i])
            visit(context, &(Spot){.buffer = counter[i]});
    Spot p = {.index = x->index, .n = x->index ? 1 : 0};
    if (x->kind == X_LOAD)
        p = (Spot){.buffer = x->buffer, .index = x->index, .n = x->buffer->shape.rank};
    if (x->kind == X_VAR)
        p.var = x->var;
    if (x->kind != X_NUM && x->kind != X_OP)
        visit(context, &p);
    for (int i = 0; i < x->n; i++)
        visit_expr(x->arg[i], visit, context);
}

static void visit_tile(const Tile *t, Visit *visit, void *context)
{
    for (int k = 0; k < 2; k++) {
        const Expr *x = k == 0 ? t->a : t->b;
        visit(context, &(Spot){.buffer = x->buffer,
                               .index = x->index,
                               .n = x->buffer->shape.rank,
                               .tile = t,
                               .second = k == 1});
    }
}

static void visit_stmt(const Stmt *s, Visit *visit, void *context)
{
    visit_expr(s->value, visit, context);
    visit_expr(s->value2, visit, context);
    if (s->tile)
        visit_tile(s->tile, visit, context);
    if (s->buffer && s->kind != S_LOCAL) {
        Spot p = {.buffer = s->buffer,
                  .index = s->index,
                  .n = s->index ? s->buffer->shape.rank : 0,
                  .written = s->kind != S_LET,
                  .added = s->kind == S_ACC && !s->buffer2};
        visit(context, &p);
        p.buffer = s->buffer2;
        if (s->buffer2)
            visit(context, &p);
    }
    for (int i = 0; i < s->body.n; i++)
        visit_stmt(s->body.at[i], visit, context);
}

/* ---- does a loop go by rows? ---- */

bool is_by_rows(const Buffer *b, int64_t rows)
{
    const Buffer *home = buffer_base((Buffer *)b);
    bool kind = b->kind == B_INPUT || b->kind == B_OUTPUT || b->kind == B_WORK ||
                b->kind == B_CONST;
    return kind && !b->turn && !home->reused && b->shape.rank > 0 &&
           b->shape.dim[0] == rows && home->shape.rank > 0 &&
           home->shape.dim[0] == rows &&
           shape_size(&b->shape) == shape_size(&home->shape);
}

static int64_t line_of(const Buffer *b)
{
    return shape_size(&b->shape) / b->shape.dim[0];
}

static int64_t coefficient(const Index *x, const Var *v)
{
    int64_t sum = 0;
    for (int i = 0; i < x->n; i++)
        sum += x->term[i].var == v ? x->term[i].coef : 0;
    return sum;
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

static bool index_uses(const Spot *p, const Var *v)
{
    bool found = false;
    for (int d = 0; p->index && d < p->n; d++)
        found |= index_has(&p->index[d], v);
    return found;
}

static void reach_along(int n, const int64_t *extent, const int64_t *step, int64_t *lo,
                        int64_t *hi)
{
    for (int i = 0; i < n; i++)
        *(step[i] < 0 ? lo : hi) += (extent[i] - 1) * step[i];
}

/* The elements of an operand of a tile, from its first row on, without what the counter
 * and the terms before `from` add. */
static void tile_reach(const Spot *p, const Var *v, int from, int64_t *lo, int64_t *hi)
{
    const Tile *t = p->tile;
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
    if (p->second)
        reach_along(t->columns, t->column_extent, t->column_step, lo, hi);
    else
        reach_along(t->rows, t->row_extent, t->row_step, lo, hi);
    reach_along(t->terms - from, t->term_extent + from,
                (p->second ? t->term_b : t->term_a) + from, lo, hi);
}

typedef struct Walk {
    Arena *arena;
    const Stmt *loop;
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
static int rows_axis(const Tile *t, bool second, int64_t line, int64_t chunk)
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
static bool is_elastic(const Walk *w, const Spot *p)
{
    const Index *x = &p->index[0];
    if (x->base != 0)
        return false;
    if (p->tile)
        return x->n == 1 &&
               rows_axis(p->tile, p->second, line_of(p->buffer), w->chunk) >= 0;
    if (x->n != 2)
        return false;
    int k = x->term[0].var == w->loop->var;
    return x->term[k].coef == 1 && x->term[k].var->extent == w->chunk &&
           has_loop(&w->loop->body, x->term[k].var);
}

/* Is the place within the turn's own rows? */
static bool in_rows(const Walk *w, const Spot *p)
{
    const Var *v = w->loop->var;
    if (!p->index || p->index[0].div != 1 || index_is_loose(&p->index[0]) ||
        coefficient(&p->index[0], v) != w->chunk)
        return false;
    for (int d = 1; d < p->n; d++)
        if (index_has(&p->index[d], v))
            return false;
    int64_t lo, hi, end = w->chunk;
    if (p->tile) {
        tile_reach(p, v, 0, &lo, &hi);
        end *= line_of(p->buffer);
    } else {
        Index rest = without(&p->index[0], v);
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
static bool is_own(const Walk *w, const Spot *p)
{
    bool own = !p->var || block_names(&w->loop->body, p->var);
    for (int d = 0; p->index && d < p->n; d++)
        for (int i = 0; i < p->index[d].n; i++) {
            const Var *v = p->index[d].term[i].var;
            own = own && (v == w->loop->var || block_names(&w->loop->body, v));
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

static void walk_place(void *context, const Spot *p)
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
    w->apart = !index_uses(p, w->loop->var);
    if (!b || !w->apart || buffer_base(b)->reused)
        return;
    if (b->kind != B_LOCAL)
        w->apart = !p->written;
    else if (!block_declares(&w->loop->body, b)) {
        w->apart = p->added;
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

static bool loop_goes_by_rows(Arena *arena, Cut *cut, int at)
{
    const Kernel *k = cut->call->kernel;
    const Stmt *s = k->body.at[at];
    if (s->kind != S_FOR || cut->rows % s->var->extent != 0)
        return false;
    Walk w = {.arena = arena, .loop = s, .rows = cut->rows, .apart = true};
    w.elastic = block_has_tile(&s->body); /* no sum over the rows of a turn */
    w.chunk = cut->rows / s->var->extent;
    for (int i = 0; i < s->body.n; i++)
        visit_stmt(s->body.at[i], walk_place, &w);
    if (!w.apart || w.touched == 0)
        return false;
    for (int i = 0; i < w.sums.n; i++) {
        const Stmt *local = declaration(k, w.sums.at[i]);
        if (!local || !local->value || local->value->kind != X_NUM)
            return false;
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

static bool operand_sums(const Spot *p, int64_t rows)
{
    const Tile *t = p->tile;
    if (!is_by_rows(p->buffer, rows))
        return false;
    int64_t lo, hi, line = line_of(p->buffer);
    tile_reach(p, NULL, 1, &lo, &hi);
    bool fixed = true;
    for (int d = 0; d < p->n; d++)
        fixed = fixed && p->index[d].n == 0;
    return fixed && (p->second ? t->term_b : t->term_a)[0] == line && lo >= 0 &&
           hi < line;
}

static void sum_place(void *context, const Spot *p)
{
    Cut *cut = context;
    cut->has_rest = cut->has_rest || !operand_sums(p, cut->rows);
}

static bool tile_sums_rows(Arena *arena, Cut *cut, int at)
{
    const Stmt *s = cut->call->kernel->body.at[at];
    if (s->kind != S_TILE || s->tile->turned || s->tile->blas || s->tile->terms == 0 ||
        s->tile->term_extent[0] != cut->rows ||
        !declaration(cut->call->kernel, s->buffer))
        return false;
    Cut odd = {.rows = cut->rows};
    visit_tile(s->tile, sum_place, &odd);
    if (odd.has_rest)
        return false;
    Sum sum = {.local = s->buffer, .by = at};
    PUSH(arena, cut->sums, sum);
    return true;
}

/* ---- the whole kernel ---- */

typedef struct Seen {
    const Buffer *buffer;
    int n, writes;
} Seen;

static void see_place(void *context, const Spot *p)
{
    Seen *seen = context;
    if (!p->buffer || buffer_base(p->buffer) != buffer_base((Buffer *)seen->buffer))
        return;
    seen->n++;
    seen->writes += p->written;
}

static Seen see(const Stmt *s, const Buffer *b)
{
    Seen seen = {.buffer = b};
    visit_stmt(s, see_place, &seen);
    return seen;
}

/* Another statement that goes by rows adds to the array too: then its rows would come
 * between these. */
static bool is_shared(const Cut *cut, const Sum *sum)
{
    const Block *body = &cut->call->kernel->body;
    bool shared = false;
    for (int i = 0; i < body->n && !shared; i++)
        shared = i != sum->by && cut->share[i] != SHARE_REST &&
                 see(body->at[i], sum->local).n > 0;
    return shared;
}

typedef struct Meeting {
    const Stmt *other;
    bool found;
} Meeting;

static void meet_place(void *context, const Spot *p)
{
    Meeting *m = context;
    if (!p->buffer || m->found || p->buffer->kind == B_COUNTER)
        return;
    Seen seen = see(m->other, p->buffer);
    m->found = seen.n > 0 && (seen.writes > 0 || p->written);
}

/* Would something of the rest be done behind what must come behind it? */
static bool has_order(const Cut *cut)
{
    const Block *body = &cut->call->kernel->body;
    Meeting m = {0};
    for (int i = 0; i < body->n; i++)
        for (int j = i + 1; j < body->n && cut->share[i] == SHARE_REST; j++) {
            m.other = body->at[j];
            if (cut->share[j] == SHARE_ROWS || cut->share[j] == SHARE_SUM)
                visit_stmt(body->at[i], meet_place, &m);
        }
    return !m.found;
}

typedef struct Gather {
    Arena *arena;
    Cut *cut;
    bool rest;
} Gather;

static void gather_place(void *context, const Spot *p)
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
    return cut->call->kernel->body.at[at]->kind == S_LOCAL ? SHARE_NONE
           : loop_goes_by_rows(arena, cut, at)             ? SHARE_ROWS
           : tile_sums_rows(arena, cut, at)                ? SHARE_SUM
                                                           : SHARE_REST;
}

bool cut_find(Arena *arena, Call *c, int64_t rows, Cut *cut)
{
    *cut = (Cut){.call = c, .rows = rows, .chunk = 1};
    const Kernel *k = c->kernel;
    if (!k || c->replaces || c->value)
        return false;
    cut->share = NEW_N(arena, Share, k->body.n + 1);
    cut->elastic = NEW_N(arena, bool, k->body.n + 1);
    bool some = false;
    for (int i = 0; i < k->body.n; i++) {
        cut->share[i] = share_of(arena, cut, i);
        cut->has_rest |= cut->share[i] == SHARE_REST;
        some |= cut->share[i] == SHARE_ROWS || cut->share[i] == SHARE_SUM;
    }
    for (int i = 0; i < cut->sums.n && some; i++)
        some = !is_shared(cut, &cut->sums.at[i]);
    if (!some || (cut->sums.n > 0 && !cut->has_rest) || !has_order(cut))
        return false;
    Gather g = {arena, cut, false};
    for (int i = 0; i < k->body.n; i++) {
        g.rest = cut->share[i] == SHARE_REST;
        visit_stmt(k->body.at[i], gather_place, &g);
    }
    bool apart = true; /* what is read whole is not made by these rows */
    for (int i = 0; i < cut->uses.n; i++)
        apart = apart && (cut->uses.at[i].deeds & (READS_WHOLE | WRITES_ROWS)) !=
                             (READS_WHOLE | WRITES_ROWS);
    return apart;
}

/* ---- the new kernels ---- */

static Stmt *stmt_new(const Cutter *c, StmtKind kind)
{
    Stmt *s = NEW(c->arena, Stmt);
    s->kind = kind;
    return s;
}

static Expr *load_new(const Cutter *c, Buffer *b, Index *index)
{
    Expr *x = NEW(c->arena, Expr);
    x->kind = X_LOAD;
    x->dtype = b->dtype;
    x->buffer = b;
    x->index = index;
    return x;
}

static Expr *number_new(const Cutter *c, Dtype dtype, const Expr *start)
{
    Expr *x = NEW(c->arena, Expr);
    x->kind = X_NUM;
    x->dtype = dtype;
    x->num = start ? start->num : 0;
    return x;
}

/* for i: for j: to[i][j] = from[i][j], or a number */
static void add_fill(const Cutter *c, Block *block, Buffer *to, Buffer *from,
                     Expr *number)
{
    int rank = to->shape.rank;
    Index *index = NEW_N(c->arena, Index, rank + 1);
    for (int d = 0; d < rank; d++) {
        Stmt *loop = stmt_new(c, S_FOR);
        loop->var = NEW(c->arena, Var);
        loop->var->name = "i";
        loop->var->extent = to->shape.dim[d];
        loop->var->dtype = I32;
        loop->var->id = (*c->next_id)++;
        index[d] = index_var(loop->var);
        PUSH(c->arena, *block, loop);
        block = &loop->body;
    }
    Index *at = NEW_N(c->arena, Index, rank + 1);
    for (int d = 0; d < rank; d++)
        at[d] = index[d];
    Stmt *s = stmt_new(c, S_STORE);
    s->buffer = to;
    s->index = index;
    s->value = from ? load_new(c, from, at) : number;
    PUSH(c->arena, *block, s);
}

typedef struct Params {
    Arena *arena;
    Kernel *kernel;
} Params;

static void param_place(void *context, const Spot *p)
{
    Params *q = context;
    Kernel *k = q->kernel;
    if (!p->buffer || p->buffer->kind == B_LOCAL)
        return;
    int at = 0;
    while (at < k->params.n && k->params.at[at] != p->buffer)
        at++;
    if (at == k->params.n) {
        PUSH(q->arena, k->params, p->buffer);
        PUSH(q->arena, k->written, false);
    }
    k->written.at[at] |= p->written;
}

/* The arrays of the kernel's body in order of first use, the written ones last. */
static void find_params(const Cutter *c, Kernel *k)
{
    Kernel found = {0};
    Params q = {c->arena, &found};
    for (int i = 0; i < k->body.n; i++)
        visit_stmt(k->body.at[i], param_place, &q);
    k->params.n = k->written.n = 0;
    for (int written = 0; written < 2; written++)
        for (int i = 0; i < found.params.n; i++)
            if (found.written.at[i] == (written == 1)) {
                PUSH(c->arena, k->params, found.params.at[i]);
                PUSH(c->arena, k->written, found.written.at[i]);
            }
}

static void add_home(const Cutter *c, Call *call, Buffer *b, bool written)
{
    b = buffer_base(b);
    for (int i = 0; i < (written ? call->writes.n : call->reads.n); i++)
        if ((written ? call->writes.at[i] : call->reads.at[i]) == b)
            return;
    if (written)
        PUSH(c->arena, call->writes, b);
    else
        PUSH(c->arena, call->reads, b);
}

typedef struct Homes {
    const Cutter *cutter;
    Call *call;
} Homes;

static void home_place(void *context, const Spot *p)
{
    const Homes *h = context;
    if (!p->buffer || p->buffer->kind == B_LOCAL || p->buffer->kind == B_COUNTER)
        return;
    /* what the call itself wrote before is none of its reads */
    bool made = false;
    for (int i = 0; i < h->call->writes.n; i++)
        made |= h->call->writes.at[i] == buffer_base(p->buffer);
    if (p->added && !made)
        add_home(h->cutter, h->call, p->buffer, false);
    if (p->written || !made)
        add_home(h->cutter, h->call, p->buffer, p->written);
}

/* What the call reads and writes, by what its kernel does. */
static void find_homes(const Cutter *c, Call *call)
{
    Kernel *k = call->kernel;
    find_params(c, k);
    call->reads.n = call->writes.n = 0;
    Homes h = {c, call};
    for (int i = 0; i < k->body.n; i++)
        visit_stmt(k->body.at[i], home_place, &h);
}

void loop_find_homes(const Cutter *c, Call *loop)
{
    for (int i = 0; i < loop->body.n; i++) {
        const Call *call = loop->body.at[i];
        for (int k = 0; k < call->reads.n; k++)
            add_home(c, loop, call->reads.at[k], false);
        for (int k = 0; k < call->writes.n; k++)
            add_home(c, loop, call->writes.at[k], true);
    }
}

static Call *call_new(const Cutter *c, const Call *of, Kernel *k)
{
    Call *call = NEW(c->arena, Call);
    call->kernel = k;
    call->node = of->node;
    find_homes(c, call);
    return call;
}

static Kernel *kernel_new(const Cutter *c, const Kernel *of, const char *name)
{
    Kernel *k = NEW(c->arena, Kernel);
    k->name = name;
    k->where = of->where;
    k->formula = "";
    return k;
}

void cut_sums(const Cutter *c, Cut *cut)
{
    for (int i = 0; i < cut->sums.n; i++) {
        Sum *sum = &cut->sums.at[i];
        Buffer *b = sum->sum = NEW(c->arena, Buffer);
        *b = *sum->local;
        b->kind = B_WORK;
        b->name = arena_format(c->arena, "%s_sum", cut->call->kernel->name);
        b->id = (*c->next_id)++;
        b->first = -1;
        PUSH(c->arena, c->routine->buffers, b);
    }
}

Call *cut_start(const Cutter *c, const Cut *cut)
{
    if (cut->sums.n == 0)
        return NULL;
    const Kernel *of = cut->call->kernel;
    Kernel *k = kernel_new(c, of, arena_format(c->arena, "%s_start", of->name));
    k->text = "what the sums over the rows start with";
    for (int i = 0; i < cut->sums.n; i++) {
        const Sum *s = &cut->sums.at[i];
        add_fill(c, &k->body, s->sum, NULL, number_new(c, s->sum->dtype, s->start));
    }
    return call_new(c, cut->call, k);
}

static void replace_expr(Expr *x, const Buffer *from, Buffer *to)
{
    if (!x)
        return;
    if (x->kind == X_LOAD && x->buffer == from)
        x->buffer = to;
    for (int i = 0; i < x->n; i++)
        replace_expr(x->arg[i], from, to);
}

static void replace(Block *block, const Buffer *from, Buffer *to)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        s->buffer = s->buffer == from ? to : s->buffer;
        s->buffer2 = s->buffer2 == from ? to : s->buffer2;
        replace_expr(s->value, from, to);
        replace_expr(s->value2, from, to);
        if (s->tile) {
            replace_expr(s->tile->a, from, to);
            replace_expr(s->tile->b, from, to);
        }
        replace(&s->body, from, to);
    }
}

void call_replace(const Cutter *c, Call *call, const Buffer *from, Buffer *to)
{
    replace(&call->kernel->body, from, to);
    find_homes(c, call);
}

/* A loop whose turns do `from` rows each, and then `to`. */
typedef struct Resize {
    int64_t rows, from, to;
    const Var *turn;
} Resize;

static void resize_index(const Resize *r, const Buffer *b, Index *index)
{
    if (!is_by_rows(b, r->rows))
        return;
    for (int i = 0; i < index[0].n; i++)
        if (index[0].term[i].var == r->turn)
            index[0].term[i].coef = r->to;
        else
            index[0].term[i].var->extent = r->to;
}

static void resize_expr(const Resize *r, Expr *x)
{
    if (!x)
        return;
    if (x->kind == X_LOAD)
        resize_index(r, x->buffer, x->index);
    for (int i = 0; i < x->n; i++)
        resize_expr(r, x->arg[i]);
}

static void resize_tile(const Resize *r, Tile *t)
{
    for (int k = 0; k < 2; k++) {
        Expr *x = k == 0 ? t->a : t->b;
        if (!is_by_rows(x->buffer, r->rows))
            continue;
        int64_t *extent = k == 0 ? t->row_extent : t->column_extent;
        extent[rows_axis(t, k == 1, line_of(x->buffer), r->from)] = r->to;
        resize_expr(r, x);
    }
}

/* The tile's own array has as many lines; across, they are whole strips. */
static void resize_local(const Resize *r, Buffer *b)
{
    if (b->shape.rank == 2 && b->shape.dim[0] == r->from)
        b->shape.dim[0] = r->to;
    if (b->shape.rank == 2 && b->shape.dim[1] == r->from && r->to % 32 == 0)
        b->shape.dim[1] = r->to;
}

static void resize(const Resize *r, Block *block)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        resize_expr(r, s->value);
        resize_expr(r, s->value2);
        if (s->tile)
            resize_tile(r, s->tile);
        if (s->kind == S_TILE)
            resize_local(r, s->buffer);
        if ((s->kind == S_STORE || s->kind == S_ACC) && s->index)
            resize_index(r, s->buffer, s->index);
        resize(r, &s->body);
    }
}

/* As many rows a turn as divide the band, at most so many. */
static int64_t fit_chunk(int64_t most, int64_t band)
{
    int64_t chunk = most < band ? most : band;
    while (band % chunk != 0)
        chunk--;
    return chunk;
}

/* The loop over a band: none, where one turn does as many rows. */
static void add_loop(const Cutter *c, Block *body, Stmt *loop, int64_t turns)
{
    Index first = index_num(0);
    if (turns > 1) {
        loop->var->extent = turns;
        PUSH(c->arena, *body, loop);
        return;
    }
    block_rename(&loop->body, loop->var, &first);
    for (int i = 0; i < loop->body.n; i++)
        PUSH(c->arena, *body, loop->body.at[i]);
}

/* A loop adds to an array of its own, which the compiler may keep in registers. */
static void add_rows(const Cutter *c, Block *body, const Cut *cut, int at, int64_t band)
{
    Stmt *loop = stmt_copy(c->arena, cut->call->kernel->body.at[at]);
    int64_t chunk = cut->rows / loop->var->extent;
    if (cut->elastic[at]) {
        Resize r = {cut->rows, chunk, fit_chunk(chunk, band), loop->var};
        resize(&r, &loop->body);
        chunk = r.to;
    }
    for (int i = 0; i < cut->sums.n; i++) {
        const Sum *s = &cut->sums.at[i];
        if (s->by != at)
            continue;
        Stmt *local = stmt_new(c, S_LOCAL);
        local->buffer = s->local;
        PUSH(c->arena, *body, local);
        add_fill(c, body, s->local, s->sum, NULL);
    }
    add_loop(c, body, loop, band / chunk);
    for (int i = 0; i < cut->sums.n; i++)
        if (cut->sums.at[i].by == at)
            add_fill(c, body, cut->sums.at[i].sum, cut->sums.at[i].local, NULL);
}

static void add_tile(const Cutter *c, Block *body, const Cut *cut, int at, int64_t band)
{
    Stmt *s = stmt_copy(c->arena, cut->call->kernel->body.at[at]);
    s->tile->more = true;
    s->tile->term_extent[0] = band;
    for (int i = 0; i < cut->sums.n; i++)
        if (cut->sums.at[i].by == at)
            s->buffer = cut->sums.at[i].sum;
    PUSH(c->arena, *body, s);
}

Call *cut_band(const Cutter *c, const Cut *cut, int64_t band)
{
    const Kernel *of = cut->call->kernel;
    Kernel *k = kernel_new(c, of,
                           cut->has_rest ? arena_format(c->arena, "%s_add", of->name)
                                         : of->name);
    k->text = cut->sums.n > 0 ? "what the next rows add to the sums" : NULL;
    for (int i = 0; i < of->formulas.n; i++)
        if (is_by_rows(of->formulas.at[i].to, cut->rows))
            PUSH(c->arena, k->formulas, of->formulas.at[i]);
    for (int i = 0; i < of->body.n; i++) {
        if (cut->share[i] == SHARE_ROWS)
            add_rows(c, &k->body, cut, i, band);
        if (cut->share[i] == SHARE_SUM)
            add_tile(c, &k->body, cut, i, band);
    }
    return call_new(c, cut->call, k);
}

static bool sums_lanes(const Block *block, const Buffer *b)
{
    bool found = false;
    for (int i = 0; i < block->n && !found; i++)
        found = (block->at[i]->lanes && block->at[i]->buffer == b) ||
                sums_lanes(&block->at[i]->body, b);
    return found;
}

/* Does the rest only load the elements of the array? */
static bool is_only_loaded(const Kernel *k, const Buffer *b)
{
    bool loaded = !sums_lanes(&k->body, b);
    for (int i = 0; i < k->body.n && loaded; i++)
        loaded = see(k->body.at[i], b).writes == 0;
    return loaded;
}

void cut_rest(const Cutter *c, Cut *cut)
{
    Kernel *k = cut->call->kernel;
    Block rest = {0};
    int n = 0;
    for (int i = 0; i < k->formulas.n; i++)
        if (!is_by_rows(k->formulas.at[i].to, cut->rows))
            k->formulas.at[n++] = k->formulas.at[i];
    k->formulas.n = n;
    for (int i = 0; i < k->body.n; i++)
        if (cut->share[i] == SHARE_REST || cut->share[i] == SHARE_NONE)
            PUSH(c->arena, rest, k->body.at[i]);
    k->body = rest;
    for (int i = 0; i < cut->sums.n; i++) {
        const Sum *s = &cut->sums.at[i];
        int at = 0;
        while (k->body.at[at]->kind != S_LOCAL || k->body.at[at]->buffer != s->local)
            at++;
        if (is_only_loaded(k, s->local)) {
            for (int j = at; j + 1 < k->body.n; j++)
                k->body.at[j] = k->body.at[j + 1];
            k->body.n--;
            replace(&k->body, s->local, s->sum);
            continue;
        }
        Stmt *local = stmt_new(c, S_LOCAL);
        local->buffer = s->local;
        k->body.at[at] = local;
        Block fill = {0};
        add_fill(c, &fill, s->local, s->sum, NULL);
        block_insert(c->arena, &k->body, at + 1, fill.at[0]);
    }
    find_homes(c, cut->call);
}

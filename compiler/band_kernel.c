/*
 * band_kernel.c - a kernel taken apart by the rows it goes over:
 *
 *     acc = x' dy                         sum = 0               once, before
 *     for i: h[i] = f(x[i])               sum += x' dy          for each band of rows:
 *     W = W - rate acc                    for i: h[i] = f(x[i])
 *                                         W = W - rate sum      once, behind
 *
 * What is added up goes on from band to band: the rows come in the same order, so the
 * bits are the same.
 */
#include "band.h"
#include "text.h"
#include "tile.h"

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
        index[d] = index_num(0);
        if (to->shape.dim[d] == 1)
            continue;
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

/* The arrays of the kernel's body in order of first use, the written ones last. */
static void find_params(const Cutter *c, Kernel *k)
{
    Kernel found = {0};
    Params q = {c->arena, &found};
    for (int i = 0; i < k->body.n; i++)
        stmt_visit(k->body.at[i], note_param, &q);
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

static void home_place(void *context, const Touch *p)
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
        stmt_visit(k->body.at[i], home_place, &h);
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
        sum->sum = sum->store ? sum->store->buffer : NULL;
        if (sum->store)
            continue;
        Buffer *b = sum->sum = NEW(c->arena, Buffer);
        *b = *sum->local;
        b->kind = B_WORK;
        b->source = sum->local;
        b->name = arena_format(c->arena, "%s_sum", cut->kernel->name);
        b->id = (*c->next_id)++;
        b->first = -1;
        if (sum->turned) { /* the tile as it is made: its columns are whole strips */
            int last = b->shape.rank - 1;
            b->shape.dim[last - 1] = sum->local->shape.dim[last];
            b->shape.dim[last] = (sum->local->shape.dim[last - 1] + 31) / 32 * 32;
        }
        PUSH(c->arena, c->routine->buffers, b);
    }
}

Call *cut_start(const Cutter *c, const Cut *cut)
{
    if (cut->sums.n == 0)
        return NULL;
    const Kernel *of = cut->kernel;
    Kernel *k = kernel_new(c, of, arena_format(c->arena, "%s_start", of->name));
    k->text = "what the sums over the rows start with";
    for (int i = 0; i < cut->sums.n; i++) {
        const Sum *s = &cut->sums.at[i];
        add_fill(c, &k->body, s->sum, NULL, number_new(c, s->sum->dtype, s->start));
    }
    return call_new(c, cut->call, k);
}

void call_replace(const Cutter *c, Call *call, const Buffer *from, Buffer *to)
{
    block_replace(&call->kernel->body, from, to);
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
        extent[tile_rows_axis(t, k == 1, row_elements(x->buffer), r->from)] = r->to;
        resize_expr(r, x);
    }
}

/* The tile's own array has a line for each of its rows, or columns if it is turned;
 * across, there are whole strips of the others. */
static void resize_local(const Tile *t, Buffer *b)
{
    int64_t rows = 1, columns = 1;
    for (int i = 0; i < t->rows; i++)
        rows *= t->row_extent[i];
    for (int i = 0; i < t->columns; i++)
        columns *= t->column_extent[i];
    int64_t across = t->turned ? rows : columns;
    b->shape.dim[0] = t->turned ? columns : rows;
    b->shape.dim[1] = (across + STRIP - 1) / STRIP * STRIP;
}

static void resize(const Resize *r, Block *block)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        resize_expr(r, s->value);
        resize_expr(r, s->value2);
        if (s->tile)
            resize_tile(r, s->tile);
        if (s->kind == S_TILE && s->buffer->kind == B_LOCAL)
            resize_local(s->tile, s->buffer);
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
static void open_sums(const Cutter *c, Block *body, const Cut *cut, int at)
{
    for (int i = 0; i < cut->sums.n; i++) {
        const Sum *s = &cut->sums.at[i];
        if (s->by != at || !s->start)
            continue;
        Stmt *local = stmt_new(c, S_LOCAL);
        local->buffer = s->local;
        PUSH(c->arena, *body, local);
        add_fill(c, body, s->local, s->sum, NULL);
    }
}

static void close_sums(const Cutter *c, Block *body, const Cut *cut, int at)
{
    for (int i = 0; i < cut->sums.n; i++)
        if (cut->sums.at[i].by == at && cut->sums.at[i].start)
            add_fill(c, body, cut->sums.at[i].sum, cut->sums.at[i].local, NULL);
}

static void add_rows(const Cutter *c, Block *body, const Cut *cut, int at, int64_t band)
{
    Stmt *loop = stmt_copy(c->arena, cut->kernel->body.at[at]);
    int64_t chunk = cut->rows / loop->var->extent;
    if (cut->elastic[at]) {
        Resize r = {cut->rows, chunk, fit_chunk(chunk, band), loop->var};
        resize(&r, &loop->body);
        chunk = r.to;
    }
    open_sums(c, body, cut, at);
    add_loop(c, body, loop, band / chunk);
    close_sums(c, body, cut, at);
}

/* Where the tile's first element is stored: as the whole is, by the counters around
 * the tile. */
static Index *store_index(const Cutter *c, const Sum *sum, const Index *around)
{
    Stmt *s = stmt_copy(c->arena, sum->store);
    Block only = {.at = &s, .n = 1};
    Index first = index_num(0);
    int n = sum->local->shape.rank;
    for (int i = 0; i < n; i++)
        block_rename(&only, sum->store->value->index[i].term[0].var,
                     i < n - 2 ? &around[i] : &first);
    return s->index;
}

/* Strips of fewer rows are nearer to each other. */
static void narrow_strips(const Cut *cut, Tile *t, int64_t band)
{
    for (int i = 0; i < t->rows && t->a->buffer->each > 0; i++)
        t->row_step[i] = t->row_step[i] / cut->rows * band;
}

/* What a loop of sums, or a tile, does for a band. */
static void narrow_sums(const Cutter *c, const Cut *cut, Stmt *s, int at, int64_t band)
{
    for (int i = 0; i < cut->turns.n; i++)
        if (s->kind == S_FOR && s->var == cut->turns.at[i]) {
            int64_t chunk = cut->rows / s->var->extent;
            s->var->extent = band / chunk;
            return;
        }
    for (int i = 0; s->tile && i < cut->sums.n; i++)
        if (cut->sums.at[i].by == at && cut->sums.at[i].local == s->buffer) {
            if (cut->sums.at[i].store)
                s->index = store_index(c, &cut->sums.at[i], s->index);
            s->buffer = cut->sums.at[i].sum;
            s->tile->more = true;
            s->tile->turned = false;
            s->tile->term_extent[0] = band;
            narrow_strips(cut, s->tile, band);
            return;
        }
    for (int i = 0; i < s->body.n; i++)
        narrow_sums(c, cut, s->body.at[i], at, band);
}

static void add_sums(const Cutter *c, Block *body, const Cut *cut, int at, int64_t band)
{
    Stmt *s = stmt_copy(c->arena, cut->kernel->body.at[at]);
    open_sums(c, body, cut, at);
    narrow_sums(c, cut, s, at, band);
    PUSH(c->arena, *body, s);
    close_sums(c, body, cut, at);
}

/* Loops that are left one turn are none. */
static void drop_single_turns(const Cutter *c, Block *block)
{
    Block all = {0};
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        drop_single_turns(c, &s->body);
        if (s->kind == S_FOR && s->var->extent == 1)
            add_loop(c, &all, s, 1);
        else
            PUSH(c->arena, all, s);
    }
    *block = all;
}

Call *cut_band(const Cutter *c, const Cut *cut, int64_t band)
{
    const Kernel *of = cut->kernel;
    Kernel *k = kernel_new(c, of,
                           cut->has_rest ? arena_format(c->arena, "%s_add", of->name)
                                         : of->name);
    k->text = cut->sums.n == 0 ? of->text
                               : arena_format(c->arena, "what these rows add to %s%s",
                                              cut->has_rest ? "the sums of " : "",
                                              text_identifier(c->arena, of->name));
    for (int i = 0; i < of->formulas.n; i++)
        if (is_by_rows(of->formulas.at[i].to, cut->rows))
            PUSH(c->arena, k->formulas, of->formulas.at[i]);
    for (int i = 0; i < of->body.n; i++) {
        if (cut->share[i] == SHARE_ROWS)
            add_rows(c, &k->body, cut, i, band);
        if (cut->share[i] == SHARE_SUM)
            add_sums(c, &k->body, cut, i, band);
    }
    drop_single_turns(c, &k->body);
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
        loaded = stmt_sees(k->body.at[i], b).writes == 0;
    return loaded;
}

/* The last two axes of a tile that was turned. */
static void turn_expr(Expr *x, const Buffer *b)
{
    if (!x)
        return;
    if (x->kind == X_LOAD && x->buffer == b) {
        Index *two = &x->index[b->shape.rank - 2], first = two[0];
        two[0] = two[1];
        two[1] = first;
    }
    for (int i = 0; i < x->n; i++)
        turn_expr(x->arg[i], b);
}

static void turn_block(Block *block, const Buffer *b)
{
    for (int i = 0; i < block->n; i++) {
        turn_expr(block->at[i]->value, b);
        turn_expr(block->at[i]->value2, b);
        turn_block(&block->at[i]->body, b);
    }
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
    for (int i = 0; i < cut->kernel->body.n; i++)
        if (cut->share[i] == SHARE_REST || cut->share[i] == SHARE_NONE)
            PUSH(c->arena, rest, stmt_copy(c->arena, cut->kernel->body.at[i]));
    k->body = rest;
    for (int i = 0; i < cut->sums.n; i++) {
        const Sum *s = &cut->sums.at[i];
        int at = 0;
        while (k->body.at[at]->kind != S_LOCAL || k->body.at[at]->buffer != s->local)
            at++;
        if (s->store || is_only_loaded(k, s->local)) {
            for (int j = at; j + 1 < k->body.n; j++)
                k->body.at[j] = k->body.at[j + 1];
            k->body.n--;
            if (s->turned)
                turn_block(&k->body, s->local);
            block_replace(&k->body, s->local, s->sum);
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

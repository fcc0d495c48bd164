/*
 * loop_pad.c - rows of local arrays become longer, to whole vectors:
 *
 *     float e[16][10];                     float e[16][16];
 *     for j < 10                           for j < 16
 *       e[r][j] = exp(x[i][j])               e[r][j] = exp(j < 10 ? x[i][j] : 0)
 *
 * A compiler makes scalars of the last two of ten turns, and of what reads them. Now a
 * row is stored in whole vectors, and so it may be read whole: only what is not padded
 * itself is read behind a bound. What stands in the padding is anything: sums take the
 * row's own elements, as before. A row that is stored by parts anywhere stays as it is,
 * for it cannot be read whole for a while.
 */
#include "decisions.h"
#include "loop.h"

enum {
    VECTOR = 64,     /* bytes */
    MOST_LANES = 16, /* elements of it */
    LEAST_LANES = 4, /* of a part of it */
};

typedef struct Pads {
    Arena *arena;
    int *next_id;
    ARRAY(Buffer *) row; /* local arrays whose last axis can be longer */
    bool changed;
} Pads;

static int64_t last_extent(const Buffer *b)
{
    return b->shape.dim[b->shape.rank - 1];
}

/* Elements behind the last whole vector; how many a part of a vector has for them. */
static int64_t rest_of(const Buffer *b)
{
    int64_t lanes = VECTOR / dtype_bytes(b->dtype);
    return last_extent(b) % (lanes < MOST_LANES ? lanes : MOST_LANES);
}

static int64_t part_of(const Buffer *b)
{
    int64_t part = LEAST_LANES;
    while (part < rest_of(b))
        part *= 2;
    return part;
}

static bool is_worth_it(const Buffer *b)
{
    return last_extent(b) > 2 && rest_of(b) > 2 && part_of(b) > rest_of(b);
}

int64_t padded_row(Dtype dtype, int64_t extent)
{
    Buffer b = {.dtype = dtype, .shape = shape_of(1, &extent)};
    return is_worth_it(&b) ? extent - rest_of(&b) + part_of(&b) : extent;
}

static int64_t padding_bytes(const Buffer *b)
{
    return buffer_bytes(b) / last_extent(b) * (part_of(b) - rest_of(b));
}

/* ---- which rows ---- */

static int place_of(const Pads *p, const Buffer *b)
{
    int i = 0;
    while (i < p->row.n && p->row.at[i] != b)
        i++;
    return i < p->row.n ? i : -1;
}

static void leave(Pads *p, const Buffer *b)
{
    int at = place_of(p, b);
    if (at < 0)
        return;
    p->row.at[at] = p->row.at[--p->row.n];
    p->changed = true;
}

bool moves_along(const Buffer *b, const Index *index, const Var *v)
{
    int last = b->shape.rank - 1;
    bool along = true;
    for (int d = 0; d < last; d++)
        along &= !index_has(&index[d], v);
    for (int i = 0; last >= 0 && i < index[last].n; i++)
        along &= index[last].term[i].var != v ||
                 (index[last].term[i].coef == 1 && index[last].div == 1);
    return along;
}

/* Is it computed as well where the counter is beyond its bound, and read behind one? */
static bool can_be_more(const Expr *x, const Var *v)
{
    bool can = !x || (x->kind != X_RANDOM && x->kind != X_INSIDE &&
                      (x->kind != X_LOAD || (moves_along(x->buffer, x->index, v) &&
                                             x->buffer->dtype != BOOL)));
    for (int i = 0; x && i < x->n && can; i++)
        can = can_be_more(x->arg[i], v);
    return can;
}

static bool is_row(const Pads *p, const Stmt *loop, const Buffer *b, const Index *index)
{
    if (place_of(p, b) < 0 || last_extent(b) != loop->var->extent)
        return false;
    int last = b->shape.rank - 1;
    return moves_along(b, index, loop->var) && index_is(&index[last], loop->var);
}

/* What the loop fills. (All its rows become equally long.) */
static const Buffer *row_of(const Stmt *loop)
{
    const Buffer *row = NULL;
    for (int i = 0; i < loop->body.n; i++)
        row = loop->body.at[i]->buffer ? loop->body.at[i]->buffer : row;
    return row;
}

/* Is it an element that is not there in turns behind the row's own? So are some of a
 * row of larger elements, which becomes less long. */
static bool is_beyond(const Pads *p, const Expr *x, const Stmt *loop)
{
    const Var *v = loop->var;
    int last = x->kind == X_LOAD ? x->buffer->shape.rank - 1 : -1;
    if (last < 0 || !index_has(&x->index[last], v))
        return false;
    return place_of(p, x->buffer) < 0 || last_extent(x->buffer) != v->extent ||
           padded_row(x->buffer->dtype, v->extent) <
               padded_row(row_of(loop)->dtype, v->extent) ||
           !index_is(&x->index[last], v);
}

static bool needs_guard(const Pads *p, const Expr *x, const Stmt *loop)
{
    bool needs = x && is_beyond(p, x, loop);
    for (int i = 0; x && i < x->n && !needs; i++)
        needs = needs_guard(p, x->arg[i], loop);
    return needs;
}

static bool block_needs_guard(const Pads *p, const Stmt *loop)
{
    bool needs = false;
    for (int i = 0; i < loop->body.n && !needs; i++)
        needs = needs_guard(p, loop->body.at[i]->value, loop) ||
                needs_guard(p, loop->body.at[i]->value2, loop);
    return needs;
}

/* Does the statement store, or add to what nothing behind a bound goes into? */
static bool fills_row(const Pads *p, const Stmt *loop, const Stmt *s)
{
    return s->kind == S_STORE || (s->kind == S_ACC && !block_needs_guard(p, loop));
}

/* Is the statement's second array, if it has one, as long a row? */
static bool is_row_too(const Pads *p, const Stmt *loop, const Stmt *s)
{
    return !s->buffer2 || (is_row(p, loop, s->buffer2, s->index) &&
                           rest_of(s->buffer2) == rest_of(s->buffer));
}

/* Does the loop do nothing but fill rows that can be longer? */
static bool fills_rows(const Pads *p, const Stmt *loop)
{
    bool fills = true;
    const Buffer *row = NULL;
    for (int i = 0; i < loop->body.n && fills; i++) {
        const Stmt *s = loop->body.at[i];
        fills = can_be_more(s->value, loop->var) && can_be_more(s->value2, loop->var);
        if (s->kind == S_LET && !s->lanes && s->var->extent == 0)
            continue;
        fills &= fills_row(p, loop, s) && is_row(p, loop, s->buffer, s->index) &&
                 is_row_too(p, loop, s) && (!row || rest_of(row) == rest_of(s->buffer));
        row = s->buffer;
    }
    return fills;
}

/* Takes out of the list what is written by other statements than loops that fill it. */
static void leave_others(Pads *p, const Block *block, const Stmt *loop)
{
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        bool rows = (s->buffer && place_of(p, s->buffer) >= 0) ||
                    (s->buffer2 && place_of(p, s->buffer2) >= 0);
        if (s->kind != S_LOCAL && rows && !(loop && fills_rows(p, loop))) {
            leave(p, s->buffer);
            leave(p, s->buffer2);
        }
        leave_others(p, &s->body, s->kind == S_FOR ? s : NULL);
    }
}

static void find_rows(Pads *p, const Block *block)
{
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        if (s->kind == S_LOCAL && s->buffer->shape.rank > 0 &&
            place_of(p, s->buffer) < 0 && is_worth_it(s->buffer))
            PUSH(p->arena, p->row, s->buffer);
        find_rows(p, &s->body);
    }
}

/* ---- longer rows ---- */

static Expr *new_expr(const Pads *p, ExprKind kind, Dtype dtype)
{
    Expr *x = NEW(p->arena, Expr);
    x->kind = kind;
    x->dtype = dtype;
    return x;
}

/* Reads what may not be there only where the guard holds; elsewhere it is zero. */
static void guard_loads(const Pads *p, Expr *x, const Stmt *loop, Expr *guard)
{
    if (!x || (x->kind == X_OP && x->n > 0 && x->arg[0] == guard))
        return; /* done already: values are shared */
    if (is_beyond(p, x, loop)) {
        Expr *load = new_expr(p, X_LOAD, x->dtype);
        *load = *x;
        load->hint = NULL;
        x->kind = X_OP;
        x->op = OP_where;
        x->buffer = NULL;
        x->index = NULL;
        x->n = 3;
        x->arg[0] = guard;
        x->arg[1] = load;
        x->arg[2] = new_expr(p, X_NUM, load->dtype);
        return;
    }
    for (int i = 0; i < x->n; i++)
        guard_loads(p, x->arg[i], loop, guard);
}

/* The turns of the loop from `from` to `to`, as a loop of its own. */
static Stmt *turns(const Pads *p, const Stmt *of, int64_t from, int64_t to)
{
    Stmt *loop = stmt_copy(p->arena, of);
    Var *v = NEW(p->arena, Var);
    *v = *loop->var;
    v->id = (*p->next_id)++;
    v->extent = to;
    Index at = index_var(v);
    block_rename(&loop->body, loop->var, &at);
    loop->var = v;
    loop->from = from;
    return loop;
}

/* Appends the loop over whole vectors; behind a bound only what needs one. */
static void lengthen(const Pads *p, const Stmt *loop, Block *out)
{
    const Buffer *row = row_of(loop);
    int64_t n = loop->var->extent, whole = n - rest_of(row);
    if (!block_needs_guard(p, loop)) {
        decided(D_pad_whole);
        PUSH(p->arena, *out, turns(p, loop, 0, whole + part_of(row)));
        return;
    }
    decided(D_pad_guarded);
    if (whole > 0)
        PUSH(p->arena, *out, turns(p, loop, 0, whole));
    Stmt *last = turns(p, loop, whole, n);
    Expr *guard = new_expr(p, X_INSIDE, BOOL);
    guard->index = NEW(p->arena, Index);
    *guard->index = index_var(last->var);
    guard->extent = n;
    for (int i = 0; i < last->body.n; i++)
        guard_loads(p, last->body.at[i]->value, last, guard);
    last->var->extent = whole + part_of(row);
    PUSH(p->arena, *out, last);
}

static bool writes_rows(const Pads *p, const Stmt *loop)
{
    bool writes = false;
    for (int i = 0; i < loop->body.n; i++)
        writes |= loop->body.at[i]->kind != S_LOCAL && loop->body.at[i]->buffer &&
                  place_of(p, loop->body.at[i]->buffer) >= 0;
    return writes;
}

static bool expr_reads_rows(const Pads *p, const Expr *x)
{
    bool reads = x && x->kind == X_LOAD && place_of(p, x->buffer) >= 0 &&
                 part_of(x->buffer) == MOST_LANES;
    for (int i = 0; x && i < x->n && !reads; i++)
        reads = expr_reads_rows(p, x->arg[i]);
    return reads;
}

static bool reads_rows(const Pads *p, const Block *block)
{
    bool reads = false;
    for (int i = 0; i < block->n && !reads; i++)
        reads = expr_reads_rows(p, block->at[i]->value);
    return reads;
}

static void lengthen_loops(const Pads *p, Block *block)
{
    Block out = {0};
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        if (s->kind == S_FOR && writes_rows(p, s)) {
            lengthen(p, s, &out);
            continue;
        }
        if (s->least > 0 && reads_rows(p, &s->body))
            s->least = 0; /* these lanes are read as they were written */
        lengthen_loops(p, &s->body);
        PUSH(p->arena, out, s);
    }
    *block = out;
}

static void lengthen_row(Buffer *b)
{
    b->shape.dim[b->shape.rank - 1] += part_of(b) - rest_of(b);
}

void loop_pad(Arena *arena, Kernel *k, ParamBuffers *params, const BackOptions *o)
{
    if (block_has_tile(&k->body))
        return;
    Pads p = {.arena = arena, .next_id = &params->n_buffers};
    find_rows(&p, &k->body);
    do {
        p.changed = false;
        leave_others(&p, &k->body, NULL);
    } while (p.changed);
    int64_t bytes = 0;
    for (int i = 0; i < p.row.n; i++)
        bytes += padding_bytes(p.row.at[i]);
    if (bytes > stack_room(o->stack, kernel_array_bytes(k)))
        return;
    lengthen_loops(&p, &k->body);
    for (int i = 0; i < p.row.n; i++)
        lengthen_row(p.row.at[i]);
}

/*
 * loop_block.c - loops over short rows do a block of rows at a time:
 *
 *     for i < 48                            for i < 6
 *       top = max of x[i]                     for r < 8: top[r] = max of x[8 i + r]
 *       for j: e[j] = exp(x[i][j] - top)      for r < 8: for j: e[r][j] = exp(...)
 *       y[i] = log(sum of e)                  for r < 8: sum[r] = sum of e[r]
 *                                             for r < 8: y[8 i + r] = log(sum[r])
 *
 * Within a row every part waits for the one before it: its sums, then a function of
 * one number, then a loop too short to hide either. Parts of different rows do not
 * wait for each other, and numbers that a row has one of fill vectors. What goes from
 * part to part gets a place for every row of the block. The rows stay in order within
 * a part, so no order of any sum changes. Rows that fill no block are one of their own.
 */
#include "decisions.h"
#include "loop.h"

#include <ctype.h>
#include <string.h>

enum {
    ALL_AT_ONCE = 32,      /* so many rows, or fewer, are one block */
    MOST_ROWS = 16,        /* else of a block */
    LEAST_ROWS = 4,        /* with fewer there is nothing to gain */
    LONGEST_ROW = 700,     /* statements done in a row, that is still short */
    MOST_BYTES = 8 * 1024, /* of all that goes from part to part */
    MOST_PARTS = 32
};

/* Statements of the body that stay together, whether they are loops, and what is
 * declared before them for a whole block. */
typedef struct Piece {
    Block body;
    bool loops;
    Block before;
} Piece;

typedef struct Rows {
    Arena *arena;
    int *next_id;
    Stmt *loop;
    Piece piece[MOST_PARTS];
    int n;
    int64_t rows; /* of a block */
    Var *row;     /* within it */
    Block out;    /* the statements of a block */
} Rows;

/* ---- pieces ---- */

static bool is_scalar(const Stmt *s)
{
    return s->kind == S_LET || s->kind == S_STORE || s->kind == S_ACC;
}

/* Is nothing computed? Then there is nothing to fill vectors with. */
static bool is_copy(const Stmt *s)
{
    return is_scalar(s) && s->kind != S_ACC && s->value &&
           (s->value->kind == X_VAR || s->value->kind == X_LOAD);
}

static bool touches(const Block *block, const Buffer *local);

static bool reads(const Expr *x, const Buffer *b)
{
    bool found = x && x->kind == X_LOAD && x->buffer == b;
    for (int i = 0; x && i < x->n && !found; i++)
        found = reads(x->arg[i], b);
    return found;
}

static bool touches_one(const Stmt *s, const Buffer *local)
{
    return s->buffer == local || s->buffer2 == local || reads(s->value, local) ||
           reads(s->value2, local) || touches(&s->body, local);
}

static bool touches(const Block *block, const Buffer *local)
{
    bool found = false;
    for (int i = 0; i < block->n && !found; i++)
        found = touches_one(block->at[i], local);
    return found;
}

/* Does the statement go on with sums that the piece has begun? */
static bool accumulates_of(const Stmt *s, const Piece *p)
{
    bool found =
        s->kind == S_ACC && s->buffer->kind == B_LOCAL && touches(&p->body, s->buffer);
    for (int i = 0; i < s->body.n && !found; i++)
        found = accumulates_of(s->body.at[i], p);
    return found;
}

/* A loop is a piece, with the rest of its sums, the tree of their lanes and copies of
 * it; so are statements without a loop that stand together. */
static bool split(Rows *r)
{
    const Block *body = &r->loop->body;
    r->n = 0;
    for (int i = 0; i < body->n; i++) {
        Stmt *s = body->at[i];
        if (s->kind == S_LOCAL)
            continue;
        int at = r->n - 1;
        if (s->kind == S_LET && s->lanes)
            while (at >= 0 && !touches(&r->piece[at].body, s->buffer))
                at--;
        else if (at >= 0 &&
                 (r->piece[at].loops ? !is_copy(s) && !accumulates_of(s, &r->piece[at])
                                     : !is_scalar(s)))
            at = -1;
        if (at < 0) {
            if (r->n == MOST_PARTS)
                return false;
            r->piece[at = r->n++] = (Piece){.loops = !is_scalar(s)};
        }
        PUSH(r->arena, r->piece[at].body, s);
    }
    return r->n > 1;
}

/* Pieces that touch the array, a bit for each. */
static unsigned pieces_of(const Rows *r, const Buffer *b)
{
    unsigned mask = 0;
    for (int i = 0; i < r->n; i++)
        mask |= touches(&r->piece[i].body, b) ? 1u << i : 0;
    return mask;
}

static bool is_one(unsigned mask)
{
    return (mask & (mask - 1)) == 0;
}

/* ---- may the rows be taken apart? ---- */

/* Is there something that a row waits for: a sum, or what stands between loops? */
static bool waits(const Rows *r)
{
    bool found = false;
    for (int i = 0; i < r->loop->body.n; i++)
        found |= r->loop->body.at[i]->kind == S_LOCAL;
    for (int i = 0; i < r->n; i++)
        found |= !r->piece[i].loops;
    return found;
}

/* What the block writes, and was not made in the row, is written by one piece alone,
 * in the order of the rows, or every row has its own part of it. */
static bool rows_apart(const Rows *r, const Block *block)
{
    bool apart = true;
    for (int i = 0; i < block->n && apart; i++) {
        const Stmt *s = block->at[i];
        const Buffer *b = s->kind == S_STORE || s->kind == S_ACC ? s->buffer : NULL;
        if (b && !block_declares(&r->loop->body, b)) {
            Touches t = find_touches(b, &r->loop->body, r->loop->var);
            apart = !t.other_view && !s->buffer2 && (t.at || is_one(pieces_of(r, b)));
        }
        apart = apart && rows_apart(r, &s->body);
    }
    return apart;
}

static bool has_room(const Index *x, int n)
{
    bool room = true;
    for (int i = 0; x && i < n; i++)
        room &= x[i].n < MAX_TERMS;
    return room;
}

static bool expr_has_room(const Expr *x)
{
    bool room = !x || has_room(x->index, x->kind == X_LOAD ? x->buffer->shape.rank : 1);
    for (int i = 0; x && i < x->n && room; i++)
        room = expr_has_room(x->arg[i]);
    return room;
}

/* For one counter more? */
static bool block_has_room(const Block *block)
{
    bool room = true;
    for (int i = 0; i < block->n && room; i++) {
        const Stmt *s = block->at[i];
        room = expr_has_room(s->value) && expr_has_room(s->value2) &&
               has_room(s->index, s->buffer ? s->buffer->shape.rank : 0) &&
               block_has_room(&s->body);
    }
    return room;
}

/* Statements that are done, loops and all. */
static double work(const Block *block)
{
    double sum = 0;
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        sum += s->kind == S_FOR    ? (double)s->var->extent * work(&s->body)
               : s->kind == S_FILL ? (double)s->buffer->shape.dim[0]
                                   : s->kind != S_LOCAL;
    }
    return sum;
}

/* ---- what goes from piece to piece ---- */

/* The array that a largest element and its place share an index with, or NULL. */
static const Buffer *partner(const Block *block, const Buffer *b)
{
    const Buffer *found = NULL;
    for (int i = 0; i < block->n && !found; i++) {
        const Stmt *s = block->at[i];
        if (s->buffer2 && (s->buffer == b || s->buffer2 == b))
            found = s->buffer == b ? s->buffer2 : s->buffer;
        else
            found = partner(&s->body, b);
    }
    return found;
}

/* Do several pieces touch this array of a row? */
static bool goes_on(const Rows *r, const Buffer *b)
{
    const Buffer *other = partner(&r->loop->body, b);
    return !is_one(pieces_of(r, b)) || (other && !is_one(pieces_of(r, other)));
}

/* Rows of random numbers are drawn, and lanes summed, where they are. */
static bool stays_whole(const Rows *r, const Block *block)
{
    bool whole = true;
    for (int i = 0; i < block->n && whole; i++) {
        const Stmt *s = block->at[i];
        whole = ((s->kind != S_FILL && !s->lanes) || !goes_on(r, s->buffer)) &&
                stays_whole(r, &s->body);
    }
    return whole;
}

/* Bytes for each row. */
static int64_t bytes_between(const Rows *r)
{
    int64_t bytes = 0;
    for (int i = 0; i < r->loop->body.n; i++) {
        const Stmt *s = r->loop->body.at[i];
        if (s->kind == S_LOCAL && goes_on(r, s->buffer))
            bytes += buffer_bytes(s->buffer);
        if (s->kind == S_LET)
            bytes += dtype_bytes(s->var->dtype);
    }
    return bytes;
}

/* Rows of a block; 0: none. */
static int64_t rows_of_block(const Rows *r, int64_t room)
{
    int64_t n = r->loop->var->extent, bytes = bytes_between(r);
    room = room < MOST_BYTES ? room : MOST_BYTES;
    int64_t most = n <= ALL_AT_ONCE ? n : MOST_ROWS;
    for (int64_t rows = most; rows >= LEAST_ROWS; rows--)
        if (n % rows == 0 && rows * bytes <= room)
            return rows;
    for (int64_t rows = MOST_ROWS; rows >= LEAST_ROWS; rows /= 2)
        if (n > ALL_AT_ONCE && rows * bytes <= room)
            return rows; /* and some are left */
    return 0;
}

/* ---- taking apart ---- */

static Var *counter(const Rows *r, const char *name, int64_t extent)
{
    Var *v = NEW(r->arena, Var);
    v->name = name;
    v->extent = extent;
    v->dtype = I32;
    v->id = (*r->next_id)++;
    return v;
}

static Index *row_index(const Rows *r)
{
    Index *index = NEW(r->arena, Index);
    *index = index_var(r->row);
    return index;
}

static Stmt *new_stmt(const Rows *r, StmtKind kind)
{
    Stmt *s = NEW(r->arena, Stmt);
    s->kind = kind;
    return s;
}

/* An array with a place for every row of the block. */
static Buffer *declare(const Rows *r, Piece *first, const char *name, Dtype dtype,
                       Shape of, Expr *fill)
{
    Buffer *b = NEW(r->arena, Buffer);
    b->kind = B_LOCAL;
    b->name = name;
    b->dtype = dtype;
    b->id = (*r->next_id)++;
    b->shape.rank = of.rank + 1;
    b->shape.dim[0] = r->rows;
    for (int d = 0; d < of.rank; d++)
        b->shape.dim[d + 1] = of.dim[d];
    Stmt *s = new_stmt(r, S_LOCAL);
    s->buffer = b;
    s->value = fill;
    PUSH(r->arena, first->before, s);
    return b;
}

static void place_local(Rows *r, Stmt *s)
{
    const Buffer *b = s->buffer;
    if (goes_on(r, b)) {
        decided(D_block_local);
        int first = 0;
        while (!touches(&r->piece[first].body, b))
            first++;
        Buffer *wide =
            declare(r, &r->piece[first], b->name, b->dtype, b->shape, s->value);
        s->buffer->within = wide;
        for (int i = 0; i < r->n; i++)
            block_widen(r->arena, &r->piece[i].body, b, wide, r->row);
        return;
    }
    for (int i = 0; i < r->n; i++)
        if (pieces_of(r, b) >> i & 1)
            block_insert(r->arena, &r->piece[i].body, 0, s);
}

static Expr *new_expr(const Rows *r, ExprKind kind, Dtype dtype)
{
    Expr *x = NEW(r->arena, Expr);
    x->kind = kind;
    x->dtype = dtype;
    return x;
}

static Stmt *store_row(const Rows *r, Buffer *to, Expr *value)
{
    Stmt *s = new_stmt(r, S_STORE);
    s->buffer = to;
    s->index = row_index(r);
    s->value = value;
    return s;
}

/* In the piece of its own, the value is stored where it was named if it is used
 * nowhere else there. */
static void keep_value(const Rows *r, Piece *home, int at, Buffer *to)
{
    Stmt *let = home->body.at[at];
    if (!let->lanes && !block_uses(&home->body, 0, let->var)) {
        home->body.at[at] = store_row(r, to, let->value);
        return;
    }
    Expr *value = new_expr(r, X_VAR, let->var->dtype);
    value->var = let->var;
    PUSH(r->arena, home->body, store_row(r, to, value));
}

static Piece *home_of(Rows *r, const Stmt *s, int *at)
{
    for (int i = 0; i < r->n; i++)
        for (*at = 0; *at < r->piece[i].body.n; ++*at)
            if (r->piece[i].body.at[*at] == s)
                return &r->piece[i];
    bug("loop_block: a statement without a piece");
}

/* The plural of a name, without the number that told it from others in its kernel. */
static const char *plural(const Rows *r, const char *name)
{
    size_t n = strlen(name);
    while (n > 1 && isdigit((unsigned char)name[n - 1]))
        n--;
    return arena_format(r->arena, "%.*ss", (int)n, name);
}

/* A value that other pieces use is kept for them, and named again in each. */
static void place_value(Rows *r, const Stmt *let)
{
    int at;
    Piece *home = home_of(r, let, &at);
    Var *v = let->var;
    Buffer *kept = NULL;
    for (int i = 0; i < r->n; i++) {
        if (&r->piece[i] == home || !block_uses(&r->piece[i].body, 0, v))
            continue;
        decided(D_block_value);
        if (!kept)
            kept = declare(r, home, plural(r, v->name), v->dtype, (Shape){0}, NULL);
        Stmt *again = new_stmt(r, S_LET);
        again->var = v;
        again->value = new_expr(r, X_LOAD, v->dtype);
        again->value->buffer = kept;
        again->value->index = row_index(r);
        block_insert(r->arena, &r->piece[i].body, 0, again);
    }
    if (kept)
        keep_value(r, home, at, kept);
}

static Stmt *loop_over(const Rows *r, Var *v, Block body)
{
    Stmt *s = new_stmt(r, S_FOR);
    s->var = v;
    s->body = body;
    return s;
}

/* The statements that take the place of the loop are in r->out. */
static void take_apart(Rows *r)
{
    Stmt *loop = r->loop;
    bool all = r->rows == loop->var->extent;
    Var *block = all ? NULL : counter(r, loop->var->name, loop->var->extent / r->rows);
    r->row = all ? loop->var : counter(r, "r", r->rows);
    for (int i = 0; i < loop->body.n; i++)
        if (loop->body.at[i]->kind == S_LET)
            place_value(r, loop->body.at[i]);
    for (int i = 0; i < loop->body.n; i++)
        if (loop->body.at[i]->kind == S_LOCAL)
            place_local(r, loop->body.at[i]);
    for (int i = 0; i < r->n; i++) {
        for (int k = 0; k < r->piece[i].before.n; k++)
            PUSH(r->arena, r->out, r->piece[i].before.at[k]);
        PUSH(r->arena, r->out, loop_over(r, r->row, r->piece[i].body));
    }
    decided(all ? D_block_all : D_block_some);
    if (all)
        return;
    Index at = index_add(index_scale(index_var(block), r->rows), index_var(r->row));
    block_rename(&r->out, loop->var, &at);
    Stmt *outer = loop_over(r, block, r->out);
    r->out = (Block){0};
    PUSH(r->arena, r->out, outer);
}

/* A loop over the last rows, which fill no block. */
static Stmt *rest_of(const Rows *r, int64_t rest)
{
    Stmt *loop = stmt_copy(r->arena, r->loop);
    loop->var = counter(r, r->loop->var->name, rest);
    Index at = index_add(index_var(loop->var), index_num(r->loop->var->extent - rest));
    block_rename(&loop->body, r->loop->var, &at);
    return loop;
}

/* *room: bytes of the stack that the rows of a block may still take. */
static void block_loops(Arena *arena, Block *block, int64_t *room, int *next_id)
{
    Block out = {0};
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        Rows r = {.arena = arena, .next_id = next_id, .loop = s};
        bool rows = s->kind == S_FOR && !block_has_tile(&s->body) &&
                    work(&s->body) <= LONGEST_ROW && split(&r) && waits(&r) &&
                    rows_apart(&r, &s->body) && stays_whole(&r, &s->body) &&
                    block_has_room(&s->body);
        r.rows = rows ? rows_of_block(&r, *room) : 0;
        if (r.rows > 0) {
            int64_t rest = s->var->extent % r.rows;
            Block last = {0};
            *room -= r.rows * bytes_between(&r);
            if (rest > 0) {
                PUSH(arena, last, rest_of(&r, rest));
                block_loops(arena, &last, room, next_id);
            }
            take_apart(&r);
            for (int k = 0; k < r.out.n; k++)
                PUSH(arena, out, r.out.at[k]);
            for (int k = 0; k < last.n; k++)
                PUSH(arena, out, last.at[k]);
            continue;
        }
        block_loops(arena, &s->body, room, next_id);
        PUSH(arena, out, s);
    }
    *block = out;
}

void loop_block(Arena *arena, Kernel *k, ParamBuffers *params, const BackOptions *o)
{
    int64_t room = stack_room(o->stack, kernel_array_bytes(k));
    block_loops(arena, &k->body, &room, &params->n_buffers);
}

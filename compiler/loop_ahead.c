/*
 * loop_ahead.c - asks the second cache for what the next turn of a loop needs, where it
 * is not read as a stream:
 *
 *     for i < images                  for i < images
 *         for j < rows                    for j < rows
 *             tile of x[i], y[i]              part j of x[i + 1] and of y[i + 1], soon
 *                                             tile of x[i], y[i]
 *
 * A processor itself sees streams that go on in memory, and fetches what comes. A tile
 * of a convolution takes a few rows of every channel instead, and a channel's sum goes
 * from image to image: each piece then begins with a wait. So where the array is larger
 * than the second cache, and what a turn needs of it is one piece, the piece of the
 * next turn is asked for meanwhile, a part at a time.
 *
 * Nor does it fetch anything while a loop goes over what it has:
 *
 *     for i < rows                    for i < rows
 *         for j < columns                 for j < columns
 *             a sum over x[i]                 a sum over x[i]
 *         for j < columns                 for j < columns
 *             a second one                    part j of y[i], soon; a second one
 *         for j < columns                 for j < columns
 *             y[i]                            y[i]
 *
 * So the second walk over a row asks for the first piece that comes after it in the
 * turn, or else in the next one.
 *
 * And where a walk takes some lines of each row, as that over a tile of a larger matrix
 * does, it asks for those of a row further on:
 *
 *     for i < rows                    for i < rows
 *         for j < 64                      y[i + 8], soon
 *             y[i][j]                     for j < 64
 *                                             y[i][j]
 *
 * No result depends on any of it.
 */
#include "decisions.h"
#include "loop.h"

#include <stdlib.h>

enum {
    LINE = 64,      /* bytes that a cache takes at a time */
    GAP = 5 * LINE, /* over which a stream goes on */
    LEAST_PART = 2 * LINE,
    MOST_PART = 16 * 1024,  /* to be asked for at once: the rest would wait, */
    MOST_LATER = 96 * 1024, /* or with the panels of a tile */
    MOST_LOOPS = 32,
    MOST_LINES = 1024, /* bytes of a row that are asked for by the row */
    LANES = 16         /* of a sum */
};

/* What a statement of a turn touches of a large array. */
typedef struct Piece {
    Buffer *buffer;
    int at;              /* of the statements of the turn */
    int64_t step, bytes; /* from turn to turn, and long; 0: it is not one piece */
    Index *index;        /* where it begins */
} Piece;

typedef struct Nest {
    Arena *arena;
    int64_t large;       /* bytes of an array that is not in the second cache, */
    int64_t far;         /* and of a band of one that is known not to be there */
    int64_t least, most; /* of a piece that is worth it, and has room beside others, */
    int64_t most_row;    /* beside those of the same turn */
    int64_t lines;       /* bytes of each of several rows that are worth it, */
    int64_t on_way;      /* and of all that are asked for at a time */
    Stmt *loop[MOST_LOOPS]; /* around the statement, outermost first */
    int n, around_tile;     /* so many of them are around a tile; 0: there is none */
    int turn, at;           /* the loop that pieces are found in, and its statement */
    ARRAY(Piece) pieces;
    ARRAY(Stmt *) ahead;  /* of the kernel so far, */
    ARRAY(Stmt *) within; /* and the loop that each is to stand in */
} Nest;

/* ---- how an access goes through memory ---- */

int64_t index_step(const Buffer *b, const Index *index, const Var *v)
{
    int64_t step = 0, stride = dtype_bytes(b->dtype);
    for (int d = b->shape.rank - 1; d >= 0; d--) {
        for (int i = 0; i < index[d].n; i++)
            if (index[d].term[i].var == v)
                step += index[d].term[i].coef * stride;
        stride *= b->shape.dim[d];
    }
    return step;
}

/* Are the counters of the loops all that the place depends on? */
static bool is_affine(const Nest *nest, const Buffer *b, const Index *index)
{
    bool affine = true;
    for (int d = 0; d < b->shape.rank; d++) {
        affine &= index[d].div == 1;
        for (int i = 0; i < index[d].n; i++) {
            bool found = false;
            for (int k = 0; k < nest->n; k++)
                found |= nest->loop[k]->var == index[d].term[i].var;
            affine &= found;
        }
    }
    return affine;
}

/* Is what follows, from the innermost counter outwards, always what is next in memory?
 */
static bool is_stream(int n, const Stride *axis, int64_t bytes)
{
    bool stream = true;
    for (int i = n - 1; i >= 0 && stream; i--) {
        int64_t step = axis[i].step < 0 ? -axis[i].step : axis[i].step;
        stream = step <= bytes + GAP;
        bytes += step * (axis[i].extent - 1);
    }
    return stream;
}

static int by_step(const void *a, const void *b)
{
    int64_t x = ((const Stride *)a)->step, y = ((const Stride *)b)->step;
    return (x > y) - (x < y);
}

int64_t piece_bytes(int n, const Stride *axis, int64_t bytes)
{
    Stride sorted[MOST_LOOPS + 3 * MAX_RANK];
    for (int i = 0; i < n; i++) {
        sorted[i] = axis[i];
        sorted[i].step = axis[i].step < 0 ? -axis[i].step : axis[i].step;
    }
    qsort(sorted, (size_t)n, sizeof *sorted, by_step);
    for (int i = 0; i < n; i++) {
        if (sorted[i].step > bytes + LINE + bytes / 8)
            return 0;
        bytes += sorted[i].step * (sorted[i].extent - 1);
    }
    return bytes;
}

/* ---- what is asked for ---- */

/* The innermost loop that a part is asked for in: deep enough that parts are few lines,
 * and outside of what goes along memory, and of a tile. */
static int place_within(const Nest *nest, int turn, int64_t bytes, int64_t *parts)
{
    int last = nest->around_tile > 0 ? nest->around_tile - 1 : nest->n - 2, at = turn;
    *parts = 1;
    while (at < last &&
           bytes / (*parts * nest->loop[at + 1]->var->extent) >= LEAST_PART)
        *parts *= nest->loop[++at]->var->extent;
    return at;
}

static bool is_asked_for(const Nest *nest, const Buffer *b, const Var *turn)
{
    bool asked = false;
    for (int i = 0; i < nest->ahead.n; i++)
        asked |= nest->ahead.at[i]->buffer == b && nest->ahead.at[i]->var == turn;
    return asked;
}

/* The index of what a turn of loop `turn` touches first in memory. */
static Index first_of_turn(const Nest *nest, const Index *index, int turn)
{
    Index first = index_num(index->base);
    for (int i = 0; i < index->n; i++)
        for (int k = 0; k < nest->n; k++) {
            Var *v = nest->loop[k]->var;
            int64_t coef = index->term[i].coef;
            if (index->term[i].var == v && k <= turn)
                first = index_add(first, index_scale(index_var(v), coef));
            else if (index->term[i].var == v && coef < 0)
                first.base += coef * (v->extent - 1);
        }
    return first;
}

/* That, of all axes. Where it lies outside of a row, as what is padded does, the next
 * place in it. */
static Index *first_in_turn(const Nest *nest, const Buffer *b, const Index *index,
                            int turn)
{
    Index *first = NEW_N(nest->arena, Index, b->shape.rank);
    for (int d = 0; d < b->shape.rank; d++) {
        first[d] = first_of_turn(nest, &index[d], turn);
        int64_t at = first[d].base, last = b->shape.dim[d] - 1;
        if (first[d].n == 0)
            first[d].base = at < 0 ? 0 : at > last ? last : at;
    }
    return first;
}

/* In each turn of a loop, for a part of what lies so far behind the place. */
static void ask_within(Nest *nest, Stmt *loop, Var *turn, Buffer *b, Index *first,
                       Ahead what, Index part)
{
    Stmt *s = NEW(nest->arena, Stmt);
    s->kind = S_AHEAD;
    s->var = turn;
    s->buffer = b;
    s->index = first;
    Expr *x = NEW(nest->arena, Expr);
    *x = (Expr){.kind = X_INDEX, .dtype = I32, .index = NEW(nest->arena, Index)};
    *x->index = part;
    s->ahead = NEW(nest->arena, Ahead);
    *s->ahead = what;
    s->ahead->part = x;
    PUSH(nest->arena, nest->ahead, s);
    PUSH(nest->arena, nest->within, loop);
}

/* Asks for the piece of the next turn of loop `turn`, of which this access has a part.
 */
static void ask(Nest *nest, Buffer *b, const Index *index, int turn, int64_t step,
                int64_t bytes)
{
    int64_t parts;
    int at = place_within(nest, turn, bytes, &parts);
    int64_t most = at == nest->around_tile - 1 ? MOST_LATER : MOST_PART;
    Var *v = nest->loop[turn]->var;
    if (bytes / parts > most || is_asked_for(nest, b, v))
        return;
    Index part = index_num(0);
    for (int k = turn + 1; k <= at; k++)
        part = index_add(index_scale(part, nest->loop[k]->var->extent),
                         index_var(nest->loop[k]->var));
    Ahead what = {.far = step, .bytes = bytes, .parts = parts};
    decided(nest->around_tile > 0 ? D_ahead_tile : D_ahead_walk);
    ask_within(nest, nest->loop[at], v, b, first_in_turn(nest, b, index, turn), what,
               part);
}

/* Bytes of the array from which on it is asked for. */
static int64_t large_of(const Nest *nest, const Buffer *b)
{
    return buffer_base((Buffer *)b)->far ? nest->far : nest->large;
}

static bool is_large(const Nest *nest, const Buffer *b)
{
    return b->kind != B_LOCAL && b->kind != B_COUNTER &&
           (double)shape_size(&b->shape) * (double)dtype_bytes(b->dtype) >=
               (double)large_of(nest, b);
}

static int axes_of(const Nest *nest, const Buffer *b, const Index *index, Stride *axis)
{
    for (int k = 0; k < nest->n; k++) {
        const Var *v = nest->loop[k]->var;
        axis[k] = (Stride){index_step(b, index, v), v->extent};
    }
    return nest->n;
}

/* The innermost loop whose turns take some lines each, apart from each other, asks for
 * those of a turn further on. */
static void ask_for_rows(Nest *nest, Buffer *b, const Index *index, const Stride *axis)
{
    int k = nest->n - 1;
    int64_t bytes = dtype_bytes(b->dtype);
    for (; k >= 0 && axis[k].step >= 0 && axis[k].step <= bytes; k--)
        bytes += axis[k].step * (axis[k].extent - 1);
    int64_t rows = nest->on_way > bytes ? nest->on_way / bytes : 1;
    if (k < 0 || bytes < nest->lines || bytes > MOST_LINES ||
        axis[k].step < bytes + 2 * nest->lines || axis[k].extent < 2 * rows ||
        is_asked_for(nest, b, nest->loop[k]->var))
        return;
    decided(D_ahead_walk);
    Ahead what = {.far = axis[k].step * rows, .bytes = bytes, .parts = 1};
    ask_within(nest, nest->loop[k], nest->loop[k]->var, b,
               first_in_turn(nest, b, index, k), what, index_num(0));
}

/* An access at the index, and at `more` axes beyond it: those of a tile. */
static void look(Nest *nest, Buffer *b, const Index *index, int more,
                 const Stride *beyond)
{
    if (!is_large(nest, b) || !is_affine(nest, b, index))
        return;
    Stride axis[MOST_LOOPS + 3 * MAX_RANK];
    int n = axes_of(nest, b, index, axis);
    for (int i = 0; i < more; i++)
        axis[n++] = beyond[i];
    int64_t element = dtype_bytes(b->dtype);
    if (is_stream(n, axis, element))
        return;
    for (int k = 0; k < nest->n; k++) {
        int64_t bytes = piece_bytes(n - k - 1, axis + k + 1, element);
        if (axis[k].step <= 0 || bytes < nest->least || bytes > nest->most ||
            2 * axis[k].step < bytes)
            continue;
        ask(nest, b, index, k, axis[k].step, bytes);
        return;
    }
    if (more == 0)
        ask_for_rows(nest, b, index, axis);
}

static void look_expr(Nest *nest, const Expr *x)
{
    if (!x)
        return;
    if (x->kind == X_LOAD)
        look(nest, x->buffer, x->index, 0, NULL);
    for (int i = 0; i < x->n; i++)
        look_expr(nest, x->arg[i]);
}

static int add_axes(Stride *axis, int n, int more, const int64_t *extent,
                    const int64_t *step, int64_t bytes)
{
    for (int i = 0; i < more; i++)
        axis[n++] = (Stride){step[i] * bytes, extent[i]};
    return n;
}

static void look_tile(Nest *nest, const Tile *t)
{
    Stride axis[2 * MAX_RANK + 1];
    int64_t bytes = dtype_bytes(t->a->dtype), extent[MAX_RANK + 1], step[MAX_RANK + 1];
    int rows = tile_rows(t, extent, step);
    int n = add_axes(axis, 0, t->terms, t->term_extent, t->term_a, bytes);
    n = add_axes(axis, n, rows, extent, step, bytes);
    look(nest, t->a->buffer, t->a->index, n, axis);
    n = add_axes(axis, 0, t->terms, t->term_extent, t->term_b, bytes);
    n = add_axes(axis, n, t->columns, t->column_extent, t->column_step, bytes);
    look(nest, t->b->buffer, t->b->index, n, axis);
}

/* ---- loops that wait for nothing ---- */

static void find_piece(void *context, const Touch *t)
{
    Nest *nest = context;
    if (!t->buffer || !t->index || !is_large(nest, t->buffer))
        return;
    Piece piece = {.buffer = t->buffer, .at = nest->at};
    if (is_affine(nest, t->buffer, t->index)) {
        Stride axis[MOST_LOOPS];
        int inside = nest->turn + 1, n = axes_of(nest, t->buffer, t->index, axis);
        int64_t element = dtype_bytes(t->buffer->dtype), all = element;
        for (int k = 0; k < n; k++)
            all *= axis[k].step != 0 ? axis[k].extent : 1;
        piece.step = axis[nest->turn].step;
        piece.bytes = piece_bytes(n - inside, axis + inside, element);
        piece.index = first_in_turn(nest, t->buffer, t->index, nest->turn);
        if (all < large_of(nest, t->buffer) ||
            (piece.bytes > 0 && piece.bytes < nest->least))
            return;
    }
    PUSH(nest->arena, nest->pieces, piece);
}

static void find_pieces(Nest *nest, Stmt *s)
{
    if (s->kind != S_FOR)
        stmt_visit(s, find_piece, nest);
    if (s->kind != S_FOR || nest->n == MOST_LOOPS)
        return;
    nest->loop[nest->n++] = s;
    for (int i = 0; i < s->body.n; i++)
        find_pieces(nest, s->body.at[i]);
    nest->n--;
}

static bool shares_memory(Buffer *a, Buffer *b)
{
    a = buffer_base(a);
    b = buffer_base(b);
    return a == b || (a->kind == B_WORK && b->kind == B_WORK &&
                      a->offset < b->offset + buffer_bytes(b) &&
                      b->offset < a->offset + buffer_bytes(a));
}

/* Has a statement of the turn before this one touched the array? */
static bool is_there(const Nest *nest, const Piece *piece, int at)
{
    bool there = false;
    for (int i = 0; i < nest->pieces.n; i++) {
        const Piece *p = &nest->pieces.at[i];
        there |= p->at < at && p->bytes > 0 && shares_memory(p->buffer, piece->buffer);
    }
    return there;
}

/* Does it add up a row by lanes? */
static bool adds_up_row(const Stmt *s)
{
    if (s->kind != S_FOR || s->body.n != 1 || s->body.at[0]->kind != S_FOR ||
        s->body.at[0]->var->extent != LANES)
        return false;
    const Block *lanes = &s->body.at[0]->body;
    bool adds = false;
    for (int i = 0; i < lanes->n; i++)
        adds |= lanes->at[i]->kind == S_ACC;
    return adds;
}

/* Is all that the statement touches there? */
static bool waits_for_nothing(const Nest *nest, int at)
{
    bool nothing = true;
    for (int i = 0; i < nest->pieces.n; i++) {
        const Piece *p = &nest->pieces.at[i];
        nothing &= p->at != at || is_there(nest, p, at);
    }
    return nothing;
}

/* Statement `at` of the turn asks for the piece, `far` behind this turn's, if that has
 * room in the cache, some lines with each of its turns. */
static bool ask_for_row(Nest *nest, Stmt *s, const Piece *p, int64_t far)
{
    Var *turn = nest->loop[nest->turn]->var;
    int64_t parts = s->var->extent, lines = p->bytes / LINE / parts;
    if (p->bytes > nest->most_row || lines == 0 || lines * LINE > MOST_PART ||
        is_asked_for(nest, p->buffer, turn))
        return false;
    Ahead what = {.far = far, .bytes = lines * parts * LINE, .parts = parts};
    decided(D_ahead_row);
    ask_within(nest, s, turn, p->buffer, p->index, what, index_var(s->var));
    return true;
}

/* What comes next after statement `at` of the turn and is not there yet; or else what
 * the next turn begins with. */
static void ask_for_next(Nest *nest, Stmt *s, int at)
{
    bool done = false;
    for (int i = 0; i < nest->pieces.n && !done; i++) {
        const Piece *p = &nest->pieces.at[i];
        if (p->at > at && !is_there(nest, p, p->at))
            done = ask_for_row(nest, s, p, 0);
    }
    for (int i = 0; i < nest->pieces.n && !done; i++) {
        const Piece *p = &nest->pieces.at[i];
        if (p->at <= at && 2 * p->step >= p->bytes && !is_there(nest, p, p->at))
            done = ask_for_row(nest, s, p, p->step);
    }
}

/* The loops in a turn of the innermost loop around them. */
static void look_turn(Nest *nest, const Block *block)
{
    bool adds = false;
    for (int i = 0; i < block->n; i++)
        adds |= adds_up_row(block->at[i]);
    if (!adds)
        return;
    nest->turn = nest->n - 1;
    nest->pieces.n = 0;
    for (nest->at = 0; nest->at < block->n; nest->at++)
        find_pieces(nest, block->at[nest->at]);
    for (int i = 0; i < block->n; i++)
        if (adds_up_row(block->at[i]) && waits_for_nothing(nest, i))
            ask_for_next(nest, block->at[i], i);
}

static void look_block(Nest *nest, const Block *block)
{
    if (nest->n > 0 && !block_has_tile(block))
        look_turn(nest, block);
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        if (s->kind == S_TILE)
            look_tile(nest, s->tile);
        look_expr(nest, s->value);
        look_expr(nest, s->value2);
        if (s->kind == S_STORE)
            look(nest, s->buffer, s->index, 0, NULL);
        if (s->kind != S_FOR || nest->n == MOST_LOOPS)
            continue;
        int before = nest->around_tile;
        nest->loop[nest->n++] = s;
        if (block_has_tile(&s->body))
            nest->around_tile = nest->n;
        look_block(nest, &s->body);
        nest->n--;
        nest->around_tile = before;
    }
}

void loop_ahead(Arena *arena, Kernel *k, int64_t cache)
{
    Nest nest = {.arena = arena,
                 .large = cache,
                 .far = cache / 16,
                 .least = cache / 1024,
                 .most = cache / 32 * 3,
                 .most_row = cache / 4,
                 .lines = cache / 8192,
                 .on_way = cache / 512};
    look_block(&nest, &k->body);
    for (int i = nest.ahead.n - 1; i >= 0; i--)
        block_insert(arena, &nest.within.at[i]->body, 0, nest.ahead.at[i]);
}

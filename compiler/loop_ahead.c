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
 * next turn is asked for meanwhile, a part at a time. No result depends on it.
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
    MOST_LOOPS = 32
};

/* A counter of an access: bytes from turn to turn, and turns. */
typedef struct Axis {
    int64_t step, extent;
} Axis;

typedef struct Nest {
    Arena *arena;
    int64_t large;       /* bytes of an array that is not in the second cache, */
    int64_t least, most; /* of a piece that is worth it, and has room beside others */
    Stmt *loop[MOST_LOOPS]; /* around the statement, outermost first */
    int n, around_tile;     /* so many of them are around a tile; 0: there is none */
    ARRAY(Stmt *) ahead;    /* of the kernel so far, */
    ARRAY(Stmt *) within;   /* and the loop that each is to stand in */
} Nest;

/* ---- how an access goes through memory ---- */

static int64_t step_of(const Buffer *b, const Index *index, const Var *v)
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
static bool is_stream(int n, const Axis *axis, int64_t bytes)
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
    int64_t x = ((const Axis *)a)->step, y = ((const Axis *)b)->step;
    return (x > y) - (x < y);
}

/* The bytes from the first element to the last where they are one piece, else 0. There
 * may be gaps of a line and an eighth of it all: the borders of padded images. */
static int64_t piece_bytes(int n, const Axis *axis, int64_t bytes)
{
    Axis sorted[MOST_LOOPS + 3 * MAX_RANK];
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

/* Asks for the piece of the next turn of loop `turn`, of which this access has a part.
 */
static void ask(Nest *nest, Buffer *b, const Index *index, int turn, int64_t step,
                int64_t bytes)
{
    int64_t parts;
    int at = place_within(nest, turn, bytes, &parts);
    int64_t most = at == nest->around_tile - 1 ? MOST_LATER : MOST_PART;
    if (bytes / parts > most || is_asked_for(nest, b, nest->loop[turn]->var))
        return;
    Stmt *s = NEW(nest->arena, Stmt);
    s->kind = S_AHEAD;
    s->var = nest->loop[turn]->var;
    s->buffer = b;
    s->index = NEW_N(nest->arena, Index, b->shape.rank);
    for (int d = 0; d < b->shape.rank; d++)
        s->index[d] = first_of_turn(nest, &index[d], turn);
    Index part = index_num(0);
    for (int k = turn + 1; k <= at; k++)
        part = index_add(index_scale(part, nest->loop[k]->var->extent),
                         index_var(nest->loop[k]->var));
    Expr *x = NEW(nest->arena, Expr);
    *x = (Expr){.kind = X_INDEX, .dtype = I32, .index = NEW(nest->arena, Index)};
    *x->index = part;
    s->ahead = NEW(nest->arena, Ahead);
    *s->ahead = (Ahead){.far = step, .bytes = bytes, .parts = parts, .part = x};
    decided(nest->around_tile > 0 ? D_ahead_tile : D_ahead_walk);
    PUSH(nest->arena, nest->ahead, s);
    PUSH(nest->arena, nest->within, nest->loop[at]);
}

/* An access at the index, and at `more` axes beyond it: those of a tile. */
static void look(Nest *nest, Buffer *b, const Index *index, int more,
                 const Axis *beyond)
{
    if (b->kind == B_LOCAL || b->kind == B_COUNTER ||
        (double)shape_size(&b->shape) * (double)dtype_bytes(b->dtype) <
            (double)nest->large ||
        !is_affine(nest, b, index))
        return;
    Axis axis[MOST_LOOPS + 3 * MAX_RANK];
    int n = 0;
    for (int k = 0; k < nest->n; k++)
        axis[n++] =
            (Axis){step_of(b, index, nest->loop[k]->var), nest->loop[k]->var->extent};
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

static int add_axes(Axis *axis, int n, int more, const int64_t *extent,
                    const int64_t *step, int64_t bytes)
{
    for (int i = 0; i < more; i++)
        axis[n++] = (Axis){step[i] * bytes, extent[i]};
    return n;
}

static void look_tile(Nest *nest, const Tile *t)
{
    Axis axis[2 * MAX_RANK];
    int64_t bytes = dtype_bytes(t->a->dtype);
    int n = add_axes(axis, 0, t->terms, t->term_extent, t->term_a, bytes);
    n = add_axes(axis, n, t->rows, t->row_extent, t->row_step, bytes);
    look(nest, t->a->buffer, t->a->index, n, axis);
    n = add_axes(axis, 0, t->terms, t->term_extent, t->term_b, bytes);
    n = add_axes(axis, n, t->columns, t->column_extent, t->column_step, bytes);
    look(nest, t->b->buffer, t->b->index, n, axis);
}

static void look_block(Nest *nest, const Block *block)
{
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

static void look_calls(Arena *arena, const Calls *calls, int64_t cache)
{
    for (int i = 0; i < calls->n; i++) {
        Kernel *k = calls->at[i]->kernel;
        if (k) {
            Nest nest = {.arena = arena,
                         .large = cache,
                         .least = cache / 1024,
                         .most = cache / 32 * 3};
            look_block(&nest, &k->body);
            for (int j = nest.ahead.n - 1; j >= 0; j--)
                block_insert(arena, &nest.within.at[j]->body, 0, nest.ahead.at[j]);
        } else {
            look_calls(arena, &calls->at[i]->body, cache);
        }
    }
}

void loop_ahead(Arena *arena, Routine *r, int64_t cache)
{
    look_calls(arena, &r->calls, cache);
}

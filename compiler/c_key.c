/*
 * c_key.c - all that the text of a kernel depends on where its arrays are called p0,
 * p1 ..., as bytes: kernels that have one key have one text, and need not be printed to
 * find that out. (What differs here may still have one text.)
 *
 * Arrays, counters and values are numbered as they are met. A value that was met
 * before is only its number: the printer names what is used twice.
 */
#include "c_print.h"

#include <string.h>

typedef struct Key {
    Arena *arena;
    Words *out;
    ARRAY(const void *) met;    /* arrays and counters */
    ARRAY(const Buffer *) home; /* of each parameter: whose memory it is */
    int values;
} Key;

static void put(Key *k, int64_t n)
{
    PUSH(k->arena, *k->out, n);
}

/* The number of a thing, and whether it is met for the first time. */
static bool put_met(Key *k, const void *thing)
{
    int i = 0;
    while (i < k->met.n && k->met.at[i] != thing)
        i++;
    put(k, i);
    if (i < k->met.n)
        return false;
    PUSH(k->arena, k->met, thing);
    return true;
}

static void put_var(Key *k, const Var *v)
{
    put(k, v != NULL);
    if (!v || !put_met(k, v))
        return;
    put(k, v->extent);
    put(k, v->dtype);
    put(k, v->loose);
}

static void put_buffer(Key *k, const Buffer *b)
{
    put(k, b != NULL);
    if (!b || !put_met(k, b))
        return;
    put(k, b->kind);
    put(k, b->dtype);
    put(k, b->shape.rank);
    for (int d = 0; d < b->shape.rank; d++)
        put(k, b->shape.dim[d]);
    put(k, b->fused + 2 * b->own + 4 * b->band + 8 * (b->turn != NULL) +
               16 * (b->stream != 0) + 32 * buffer_base((Buffer *)b)->far);
    put_var(k, b->counter);
}

/* The first parameter whose memory it is too. */
static void put_home(Key *k, const Buffer *home)
{
    int i = 0;
    while (i < k->home.n && k->home.at[i] != home)
        i++;
    put(k, i);
    PUSH(k->arena, k->home, home);
}

static void put_index(Key *k, int n, const Index *index)
{
    put(k, index ? n : -1);
    for (int d = 0; index && d < n; d++) {
        put(k, index[d].base);
        put(k, index[d].div);
        put(k, index[d].n);
        for (int i = 0; i < index[d].n; i++) {
            put_var(k, index[d].term[i].var);
            put(k, index[d].term[i].coef);
        }
    }
}

/* Leaves the number of each value in `refs`. */
static void put_expr(Key *k, Expr *x)
{
    put(k, x ? x->refs : -1);
    if (!x || x->refs > 0)
        return;
    x->refs = ++k->values;
    put(k, x->kind);
    put(k, x->dtype);
    put(k, x->op);
    int64_t bits;
    memcpy(&bits, &x->num, sizeof bits);
    put(k, bits);
    put(k, x->hint != NULL);
    put(k, x->extent);
    put_var(k, x->var);
    put_buffer(k, x->buffer);
    put_buffer(k, x->buffer2);
    put_buffer(k, x->stream);
    put_index(k, x->kind == X_LOAD ? x->buffer->shape.rank : 1, x->index);
    put(k, x->n);
    for (int i = 0; i < x->n; i++)
        put_expr(k, x->arg[i]);
}

static void clear_expr(Expr *x)
{
    if (!x || x->refs == 0)
        return;
    x->refs = 0;
    for (int i = 0; i < x->n; i++)
        clear_expr(x->arg[i]);
}

static void put_axes(Key *k, int n, const int64_t *a, const int64_t *b,
                     const int64_t *c)
{
    put(k, n);
    for (int i = 0; i < n; i++) {
        put(k, a[i]);
        put(k, b[i]);
        put(k, c[i]);
    }
}

static void put_tile(Key *k, const Tile *t)
{
    put_expr(k, t->a);
    put_expr(k, t->b);
    put(k, t->turned + 2 * t->blas + 4 * t->more);
    put(k, t->together);
    put_axes(k, t->rows, t->row_extent, t->row_step, t->row_step);
    put_axes(k, t->columns, t->column_extent, t->column_step, t->column_step);
    put_axes(k, t->terms, t->term_extent, t->term_a, t->term_b);
}

static void put_block(Key *k, const Block *block)
{
    put(k, block->n);
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        put(k, s->kind);
        put(k, s->acc);
        put(k, s->least);
        put(k, s->from);
        put(k, s->divided);
        put(k, s->units.n);
        for (int d = 0; d < s->units.n; d++)
            put_var(k, s->units.at[d]);
        put(k,
            s->lanes + 2 * s->alone + 4 * (s->tile != NULL) + 8 * (s->ahead != NULL));
        put_var(k, s->var);
        put_buffer(k, s->buffer);
        put_buffer(k, s->buffer2);
        put_index(k, s->buffer ? s->buffer->shape.rank : 1, s->index);
        put_expr(k, s->value);
        put_expr(k, s->value2);
        if (s->tile)
            put_tile(k, s->tile);
        if (s->ahead) {
            put(k, s->ahead->far);
            put(k, s->ahead->bytes);
            put(k, s->ahead->parts);
            put_expr(k, s->ahead->part);
        }
        put_block(k, &s->body);
    }
}

static void clear_block(const Block *block)
{
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        clear_expr(s->value);
        clear_expr(s->value2);
        if (s->tile) {
            clear_expr(s->tile->a);
            clear_expr(s->tile->b);
        }
        if (s->ahead)
            clear_expr(s->ahead->part);
        clear_block(&s->body);
    }
}

void c_key(Arena *arena, Words *out, const Kernel *kernel)
{
    Key k = {.arena = arena, .out = out};
    out->n = 0;
    c_mark_fused(&kernel->body);
    put(&k, kernel->divided + 2 * kernel->anyone + 4 * kernel->planned);
    put(&k, kernel->params.n);
    for (int i = 0; i < kernel->params.n; i++) {
        put_buffer(&k, kernel->params.at[i]);
        put(&k, kernel->written.at[i]);
        put_home(&k, buffer_base(kernel->params.at[i]));
    }
    put_block(&k, &kernel->body);
    clear_block(&kernel->body);
}

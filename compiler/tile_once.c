/*
 * tile_once.c - plans of products that are made once. A kernel makes those of its tiles
 * before its loops. Of a small product that takes a tenth of the time, so where such a
 * kernel is called in a loop, whoever calls it makes them, before the loop; equal ones
 * are one:
 *
 *     MfPlan plan;
 *     mf_planf(&plan, ...);
 *     for (int row = 0; row < 16; row++) {
 *         k17_tanh(&plan, ...);
 *         k17_tanh(&plan, ...);
 *
 * A plan knows which rows are done, so kernels that threads divide keep their own.
 */
#include "decisions.h"
#include "emit.h"

#include <string.h>

/* Plans are little of what kernels with more work take; an entry has no stack for more
 * of them. */
static const double MUCH = 1 << 19; /* flops */
enum { MOST_PLANS = 8 };

typedef ARRAY(Stmt *) Tiles;

static void add_tiles(Arena *arena, Tiles *tiles, const Block *block)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        if (s->kind == S_TILE && !s->tile->blas)
            PUSH(arena, *tiles, s);
        add_tiles(arena, tiles, &s->body);
    }
}

static bool same_numbers(int n, const int64_t *a, const int64_t *b)
{
    return memcmp(a, b, (size_t)n * sizeof *a) == 0;
}

/* Is the plan of both the same? */
static bool same_plan(const Stmt *s, const Stmt *o)
{
    const Tile *t = s->tile, *u = o->tile;
    return s->buffer->dtype == o->buffer->dtype && t->rows == u->rows &&
           t->columns == u->columns && t->terms == u->terms &&
           t->together == u->together &&
           same_numbers(t->rows, t->row_extent, u->row_extent) &&
           same_numbers(t->rows, t->row_step, u->row_step) &&
           same_numbers(t->columns, t->column_extent, u->column_extent) &&
           same_numbers(t->columns, t->column_step, u->column_step) &&
           same_numbers(t->terms, t->term_extent, u->term_extent) &&
           same_numbers(t->terms, t->term_a, u->term_a) &&
           same_numbers(t->terms, t->term_b, u->term_b);
}

/* Leaves out tiles whose plan one before them has. */
static void drop_equal(Tiles *tiles)
{
    int n = 0;
    for (int i = 0; i < tiles->n; i++) {
        int k = 0;
        while (k < n && !same_plan(tiles->at[i], tiles->at[k]))
            k++;
        if (k == n)
            tiles->at[n++] = tiles->at[i];
    }
    tiles->n = n;
}

/* The kernel's plans, and those of the entry before it: are they the entry's? */
static void make_before(Arena *arena, Routine *r, Kernel *k)
{
    Tiles tiles = {0};
    add_tiles(arena, &tiles, &k->body);
    if (tiles.n == 0 || k->divided || k->planned || kernel_flops(k) >= MUCH)
        return;
    int before = r->plans.n;
    for (int i = 0; i < tiles.n; i++)
        PUSH(arena, r->plans, tiles.at[i]);
    drop_equal((Tiles *)&r->plans);
    k->planned = r->plans.n <= MOST_PLANS;
    if (k->planned)
        decided(D_tile_once);
    else
        r->plans.n = before;
}

static void walk(Arena *arena, Routine *r, const Calls *calls, bool loop)
{
    for (int i = 0; i < calls->n; i++) {
        Call *c = calls->at[i];
        if (!c->kernel)
            walk(arena, r, &c->body, true);
        else if (loop)
            make_before(arena, r, c->kernel);
    }
}

void tile_once(Arena *arena, Routine *r)
{
    walk(arena, r, &r->calls, false);
}

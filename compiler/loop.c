/*
 * loop.c - affine indices and arrays of the loop form, and its dump.
 */
#include "loop.h"

#include <string.h>

Buffer *buffer_base(Buffer *b)
{
    while (b->base)
        b = b->base;
    return b;
}

int64_t buffer_bytes(const Buffer *b)
{
    return size_mul(shape_size(&b->shape), dtype_bytes(b->dtype));
}

int64_t align_up(int64_t n, int64_t to)
{
    return (n + to - 1) / to * to;
}

/* Signed, as coefficients are; beyond 64 bits the compilation ends. */
static int64_t times(int64_t a, int64_t b)
{
    int64_t c;
    if (__builtin_mul_overflow(a, b, &c))
        fail(EXIT_LIMIT, "an index is too large");
    return c;
}

static int64_t plus(int64_t a, int64_t b)
{
    int64_t c;
    if (__builtin_add_overflow(a, b, &c))
        fail(EXIT_LIMIT, "an index is too large");
    return c;
}

Index index_num(int64_t value)
{
    return (Index){.base = value, .div = 1};
}

Index index_var(Var *v)
{
    Index a = {.div = 1, .n = 1};
    a.term[0].var = v;
    a.term[0].coef = 1;
    return a;
}

Index index_scale(Index a, int64_t k)
{
    if (k == 0)
        return index_num(0);
    a.base = times(a.base, k);
    for (int i = 0; i < a.n; i++)
        a.term[i].coef = times(a.term[i].coef, k);
    return a;
}

/* a + b; neither has a divisor. Terms stay ordered by the variable's id. */
Index index_add(Index a, Index b)
{
    if (a.div != 1 || b.div != 1)
        bug("index_add: a divided index");
    Index c = {.base = plus(a.base, b.base), .div = 1};
    int i = 0, j = 0;
    while (i < a.n || j < b.n) {
        bool left = j == b.n || (i < a.n && a.term[i].var->id <= b.term[j].var->id);
        bool both = left && j < b.n && a.term[i].var == b.term[j].var;
        Var *var = left ? a.term[i].var : b.term[j].var;
        int64_t coef = left ? a.term[i].coef : b.term[j].coef;
        if (both)
            coef = plus(coef, b.term[j].coef);
        i += left;
        j += !left || both;
        if (coef == 0)
            continue;
        if (c.n == MAX_TERMS)
            fail(EXIT_LIMIT, "an index depends on more than %d counters", MAX_TERMS);
        c.term[c.n].var = var;
        c.term[c.n++].coef = coef;
    }
    return c;
}

int64_t index_coef(const Index *a, const Var *v)
{
    int64_t coef = 0;
    for (int i = 0; i < a->n; i++)
        coef += a->term[i].var == v ? a->term[i].coef : 0;
    return coef;
}

bool index_has(const Index *a, const Var *v)
{
    for (int i = 0; i < a->n; i++)
        if (a->term[i].var == v)
            return true;
    return false;
}

bool index_same(const Index *a, const Index *b)
{
    if (a->base != b->base || a->div != b->div || a->n != b->n)
        return false;
    for (int i = 0; i < a->n; i++)
        if (a->term[i].var != b->term[i].var || a->term[i].coef != b->term[i].coef)
            return false;
    return true;
}

void index_range(const Index *a, int64_t *lo, int64_t *hi)
{
    *lo = *hi = a->base;
    for (int i = 0; i < a->n; i++) {
        int64_t reach = times(a->term[i].coef, a->term[i].var->extent - 1);
        *(reach < 0 ? lo : hi) += reach;
    }
}

bool index_is_loose(const Index *a)
{
    bool loose = false;
    for (int i = 0; i < a->n; i++)
        loose |= a->term[i].var->loose;
    return loose;
}

int tile_rows(const Tile *t, int64_t *extent, int64_t *step)
{
    int n = t->rows;
    memcpy(extent, t->row_extent, (size_t)n * sizeof *extent);
    memcpy(step, t->row_step, (size_t)n * sizeof *step);
    if (t->together == 0)
        return n;
    extent[n - 1] /= t->together;
    extent[n] = t->together;
    step[n] = 1;
    return n + 1;
}

static void reach_along(int n, const int64_t *extent, const int64_t *step, int64_t *lo,
                        int64_t *hi)
{
    for (int i = 0; i < n; i++)
        *(step[i] < 0 ? lo : hi) += (extent[i] - 1) * step[i];
}

void tile_reach(const Tile *t, bool second, int from, int64_t *lo, int64_t *hi)
{
    int64_t extent[MAX_RANK + 1], step[MAX_RANK + 1];
    if (second)
        reach_along(t->columns, t->column_extent, t->column_step, lo, hi);
    else
        reach_along(tile_rows(t, extent, step), extent, step, lo, hi);
    reach_along(t->terms - from, t->term_extent + from,
                (second ? t->term_b : t->term_a) + from, lo, hi);
}

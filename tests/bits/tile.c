/*
 * tile.c - products of made-up shapes through the register tile must have the bits of
 * plain loops, turned or not: rows, columns and terms of one to three counters, with
 * rests, runs of neighbours, steps backwards and far apart. Prints a hash for each
 * shape.
 */
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "../../runtime/mf_math.h"

#include "../../runtime/mf_tile.h"

enum {
    SHAPES = 600,
    WORK = 300000,
    SIZE = 1 << 16,
    ORIGIN = SIZE / 2 + 3, /* no line of the cache begins here */
    MOST = 140,
    LARGEST = 160 * 128
};

static uint32_t state = 1;

/* A number below n. */
static int draw(int n)
{
    state = state * 1664525u + 1013904223u;
    return (int)((state >> 8) % (uint32_t)n);
}

typedef struct Shape {
    int rows, columns, terms, m, n;
    MfAxis row[3], column[3];
    MfTerm term[3];
} Shape;

/* Up to three counters of at most `most` in all; the last often steps to neighbours. */
static int draw_axes(MfAxis *axis, int most, int *size)
{
    static const ptrdiff_t steps[] = {0, 1, 1, 1, -1, 2, 3, 16, 34, 65};
    int axes = 1 + draw(3);
    *size = 1;
    for (int d = axes - 1; d >= 0; d--) {
        int left = most / *size;
        axis[d].extent = 1 + draw(draw(2) && left > 9 ? 9 : left);
        axis[d].step = steps[draw(10)];
        *size *= axis[d].extent;
    }
    return axes;
}

static int terms_of(const Shape *s)
{
    int n = 1;
    for (int d = 0; d < s->terms; d++)
        n *= s->term[d].extent;
    return n;
}

static Shape draw_shape(void)
{
    static const ptrdiff_t steps[] = {0, 1, 1, -1, 5, 20, 33, -40};
    Shape s;
    s.rows = draw_axes(s.row, draw(2) ? MOST : 8, &s.m);
    s.columns = draw_axes(s.column, draw(3) ? 128 : 12, &s.n);
    s.terms = 1 + draw(3);
    for (int d = 0; d < s.terms; d++) {
        int extent = 1 + draw(d + 1 < s.terms ? 7 : draw(2) ? 90 : 12);
        s.term[d] = (MfTerm){extent, steps[draw(8)], steps[draw(8)]};
    }
    if (draw(8) == 0) { /* a long row of neighbours, of few rows */
        s.rows = s.columns = 1;
        s.m = s.row[0].extent = 1 + draw(4);
        s.n = s.column[0].extent = 128 - draw(2) * draw(80);
        s.column[0].step = 1;
    }
    if (draw(8) == 0) /* columns far apart from term to term */
        s.term[s.terms - 1] = (MfTerm){20, 1, draw(2) ? 300 : -300};
    if (draw(16) == 0) { /* and so far that all are in few lines of the cache */
        s.rows = s.columns = 1;
        s.m = s.row[0].extent = MOST - draw(30);
        s.n = s.column[0].extent = 128 - draw(2) * draw(60);
        s.column[0].step = 1;
        s.term[s.terms - 1] = (MfTerm){20, 1, draw(2) ? 512 : -512};
    }
    for (int d = 0; d < s.terms; d++)
        while (s.m * s.n * terms_of(&s) > WORK && s.term[d].extent > 1)
            s.term[d].extent = (s.term[d].extent + 1) / 2;
    return s;
}

/* Offset number i of nested counters. */
static ptrdiff_t offset(int axes, const MfAxis *axis, int i)
{
    ptrdiff_t at = 0;
    for (int d = axes - 1; d >= 0; d--) {
        at += i % axis[d].extent * axis[d].step;
        i /= axis[d].extent;
    }
    return at;
}

static uint32_t hash(uint32_t h, uint64_t bits)
{
    for (int i = 0; i < 64; i += 8)
        h = (h ^ (uint32_t)(bits >> i & 255)) * 16777619u;
    return h;
}

static float af[SIZE], bf[SIZE], cf[LARGEST], onef[LARGEST];

/* One element by itself. */
static float elementf(const Shape *s, int i, int j)
{
    const float *a = af + ORIGIN + offset(s->rows, s->row, i);
    const float *b = bf + ORIGIN + offset(s->columns, s->column, j);
    float sum = 0;
    for (int k = 0, all = terms_of(s); k < all; k++) {
        ptrdiff_t at_a = 0, at_b = 0;
        for (int d = s->terms - 1, rest = k; d >= 0; d--) {
            at_a += rest % s->term[d].extent * s->term[d].a;
            at_b += rest % s->term[d].extent * s->term[d].b;
            rest /= s->term[d].extent;
        }
        sum = fmaf(a[at_a], b[at_b], sum);
    }
    return sum;
}

/* By some rows at a time: turned, then from the last ones to the first. */
static bool by_rowsf(const Shape *s, MfPlan *plan)
{
    int wide = (s->m + 31) / 32 * 32;
    bool same = true;
    for (int i = 0, end; i < s->m; i = end) {
        end = i + 1 + draw(s->m - i);
        mf_rows(plan, i, end);
        mf_product_turnedf(plan, af + ORIGIN, bf + ORIGIN, cf, wide);
        for (int j = 0; j < s->n; j++)
            for (int k = i; k < end; k++)
                same = same && cf[j * wide + k] == onef[k * s->n + j];
    }
    wide = (s->n + 31) / 32 * 32;
    for (int i = s->m, from; i > 0; i = from) {
        from = draw(i);
        mf_rows(plan, from, i);
        mf_productf(plan, af + ORIGIN, bf + ORIGIN, cf, wide);
    }
    for (int i = 0; i < s->m; i++)
        for (int j = 0; j < s->n; j++)
            same = same && cf[i * wide + j] == onef[i * s->n + j];
    return same;
}

static bool checkf(const Shape *s, uint32_t *h)
{
    MfPlan plan;
    int wide = (s->n + 31) / 32 * 32;
    for (int i = 0; i < LARGEST; i++)
        cf[i] = (float)NAN;
    mf_planf(&plan, s->rows, s->row, s->columns, s->column, s->terms, s->term);
    mf_productf(&plan, af + ORIGIN, bf + ORIGIN, cf, wide);
    bool same = true;
    for (int i = 0; i < s->m; i++) {
        for (int j = 0; j < s->n; j++) {
            *h = hash(*h, mf_bitsf(cf[i * wide + j]));
            onef[i * s->n + j] = elementf(s, i, j);
            same = same && cf[i * wide + j] == onef[i * s->n + j];
        }
    }
    int half = s->term[0].extent / 2;
    if (half > 0) {
        MfTerm term[3];
        memcpy(term, s->term, sizeof term);
        term[0].extent = half;
        mf_planf(&plan, s->rows, s->row, s->columns, s->column, s->terms, term);
        mf_productf(&plan, af + ORIGIN, bf + ORIGIN, cf, wide);
        term[0].extent = s->term[0].extent - half;
        mf_planf(&plan, s->rows, s->row, s->columns, s->column, s->terms, term);
        mf_product_moref(&plan, af + ORIGIN + half * term[0].a,
                         bf + ORIGIN + half * term[0].b, cf, wide);
        for (int i = 0; i < s->m; i++)
            for (int j = 0; j < s->n; j++)
                same = same && cf[i * wide + j] == onef[i * s->n + j];
    }
    wide = (s->m + 31) / 32 * 32;
    mf_planf(&plan, s->rows, s->row, s->columns, s->column, s->terms, s->term);
    mf_product_turnedf(&plan, af + ORIGIN, bf + ORIGIN, cf, wide);
    for (int i = 0; i < s->m; i++)
        for (int j = 0; j < s->n; j++)
            same = same && cf[j * wide + i] == onef[i * s->n + j];
    return same && by_rowsf(s, &plan);
}

/* The same in doubles. */
static double ad[SIZE], bd[SIZE], cd[LARGEST], one[LARGEST];

/* One element by itself. */
static double element(const Shape *s, int i, int j)
{
    const double *a = ad + ORIGIN + offset(s->rows, s->row, i);
    const double *b = bd + ORIGIN + offset(s->columns, s->column, j);
    double sum = 0;
    for (int k = 0, all = terms_of(s); k < all; k++) {
        ptrdiff_t at_a = 0, at_b = 0;
        for (int d = s->terms - 1, rest = k; d >= 0; d--) {
            at_a += rest % s->term[d].extent * s->term[d].a;
            at_b += rest % s->term[d].extent * s->term[d].b;
            rest /= s->term[d].extent;
        }
        sum = fma(a[at_a], b[at_b], sum);
    }
    return sum;
}

/* By some rows at a time: turned, then from the last ones to the first. */
static bool by_rows(const Shape *s, MfPlan *plan)
{
    int wide = (s->m + 31) / 32 * 32;
    bool same = true;
    for (int i = 0, end; i < s->m; i = end) {
        end = i + 1 + draw(s->m - i);
        mf_rows(plan, i, end);
        mf_product_turned(plan, ad + ORIGIN, bd + ORIGIN, cd, wide);
        for (int j = 0; j < s->n; j++)
            for (int k = i; k < end; k++)
                same = same && cd[j * wide + k] == one[k * s->n + j];
    }
    wide = (s->n + 31) / 32 * 32;
    for (int i = s->m, from; i > 0; i = from) {
        from = draw(i);
        mf_rows(plan, from, i);
        mf_product(plan, ad + ORIGIN, bd + ORIGIN, cd, wide);
    }
    for (int i = 0; i < s->m; i++)
        for (int j = 0; j < s->n; j++)
            same = same && cd[i * wide + j] == one[i * s->n + j];
    return same;
}

static bool check(const Shape *s, uint32_t *h)
{
    MfPlan plan;
    int wide = (s->n + 31) / 32 * 32;
    for (int i = 0; i < LARGEST; i++)
        cd[i] = NAN;
    mf_plan(&plan, s->rows, s->row, s->columns, s->column, s->terms, s->term);
    mf_product(&plan, ad + ORIGIN, bd + ORIGIN, cd, wide);
    bool same = true;
    for (int i = 0; i < s->m; i++) {
        for (int j = 0; j < s->n; j++) {
            *h = hash(*h, mf_bits(cd[i * wide + j]));
            one[i * s->n + j] = element(s, i, j);
            same = same && cd[i * wide + j] == one[i * s->n + j];
        }
    }
    int half = s->term[0].extent / 2;
    if (half > 0) {
        MfTerm term[3];
        memcpy(term, s->term, sizeof term);
        term[0].extent = half;
        mf_plan(&plan, s->rows, s->row, s->columns, s->column, s->terms, term);
        mf_product(&plan, ad + ORIGIN, bd + ORIGIN, cd, wide);
        term[0].extent = s->term[0].extent - half;
        mf_plan(&plan, s->rows, s->row, s->columns, s->column, s->terms, term);
        mf_product_more(&plan, ad + ORIGIN + half * term[0].a,
                        bd + ORIGIN + half * term[0].b, cd, wide);
        for (int i = 0; i < s->m; i++)
            for (int j = 0; j < s->n; j++)
                same = same && cd[i * wide + j] == one[i * s->n + j];
    }
    wide = (s->m + 31) / 32 * 32;
    mf_plan(&plan, s->rows, s->row, s->columns, s->column, s->terms, s->term);
    mf_product_turned(&plan, ad + ORIGIN, bd + ORIGIN, cd, wide);
    for (int i = 0; i < s->m; i++)
        for (int j = 0; j < s->n; j++)
            same = same && cd[j * wide + i] == one[i * s->n + j];
    return same && by_rows(s, &plan);
}

int main(void)
{
    bool right = true;
    for (int i = 0; i < SIZE; i++) {
        ad[i] = (double)draw(1 << 20) / (1 << 20) - 0.5;
        bd[i] = (double)draw(1 << 20) / (1 << 20) - 0.5;
        af[i] = (float)ad[i];
        bf[i] = (float)bd[i];
    }
    for (int i = 0; i < SHAPES; i++) {
        Shape s = draw_shape();
        uint32_t h = 2166136261u;
        bool same = checkf(&s, &h) && check(&s, &h);
        printf("%d x %d, %d terms: %08" PRIx32 "%s\n", s.m, s.n, terms_of(&s), h,
               same ? "" : " not the bits of plain loops");
        right = right && same;
    }
    return right ? 0 : 1;
}

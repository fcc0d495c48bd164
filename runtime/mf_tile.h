/*
 * mf_tile.h - the one tile that serves products of every kind: dense layers,
 * convolutions, attention and their gradients.
 *
 *     c[i][j] = sum over k of a[i * a_i + at_a(k)] * b[j * b_j + at_b(k)]
 *
 * k runs over several nested counters, the last fastest; an element is summed in
 * rising order of k with one fused multiply-add a term, so the bits are those of a
 * plain loop whatever the vectors are. Strips of columns are copied where they lie
 * apart; what is done with a strip stands in mf_panel.h.
 */
#ifndef MF_TILE_H
#define MF_TILE_H
#include "mf_plan.h"

enum { MF_TILE = 24 * 1024 }; /* elements of rows by whole strips, of a turned tile */

/* Columns of b as rows of a strip, as far as V columns and V terms reach: a matrix
 * turned by zipping its upper half with its lower one, log2(V) times. */
static inline void mf_turnf(int columns, const ptrdiff_t *column, int terms,
                            const float *b, int width, float *strip)
{
#if defined MF_SETF
    MfVecf x[MF_VF], y[MF_VF];
    _Pragma("GCC unroll 16") for (int i = 0; i < MF_VF; i++) x[i] =
        i < columns ? MF_SOMEF(b + column[i], terms) : MF_SETF(0);
    _Pragma("GCC unroll 4") for (int half = 1; half < MF_VF; half *= 2)
    {
        _Pragma("GCC unroll 8") for (int i = 0; i < MF_VF / 2; i++)
        {
            y[2 * i] = MF_LOWF(x[i], x[i + MF_VF / 2]);
            y[2 * i + 1] = MF_HIGHF(x[i], x[i + MF_VF / 2]);
        }
        _Pragma("GCC unroll 16") for (int i = 0; i < MF_VF; i++) x[i] = y[i];
    }
    for (int k = 0; k < terms; k++)
        MF_STOREF(strip + k * width, x[k]);
#else
    for (int k = 0; k < terms; k++)
        for (int i = 0; i < MF_VF; i++)
            strip[k * width + i] = i < columns ? b[column[i] + k] : 0;
#endif
}

/* Copies n terms of some columns of b into a strip, rows of `width` with zeros behind
 * the last column: neighbours together, and terms that are neighbours turned. */
static inline void mf_packf(int n, const ptrdiff_t *at_b, int columns,
                            const ptrdiff_t *column, const float *b, int width,
                            float *strip)
{
    enum { V = MF_VF };
    int pieces = 0, start[MF_WIDE * V], size[MF_WIDE * V];
    for (int v = 0, run; v < columns; v += run, pieces++) {
        run = mf_run(columns - v < V ? columns - v : V, column + v);
        start[pieces] = v;
        size[pieces] = run;
    }
    if (4 * pieces <= columns || pieces == 1)
        for (int k = 0; k < n; k++) {
            float *to = strip + k * width;
            const float *from = b + at_b[k];
            if (columns < width)
                MF_ZEROF(to + width - V);
            for (int i = 0; i < pieces; i++)
                MF_COPYF(to + start[i], from + column[start[i]], size[i]);
        }
    else
        for (int k = 0, run; k < n; k += run) {
            run = mf_run(n - k < V ? n - k : V, at_b + k);
            for (int v = 0; v < width; v += V)
                mf_turnf(columns - v, column + v, run, b + at_b[k], width,
                         strip + k * width + v);
        }
}

/* Some panels of one strip of columns; all of its rows, in panels of r and r - 1 of
 * each part. */
MF_KERNELS(mf_singlef, F, float, MF_VF, 1, 1)
MF_KERNELS(mf_pairf, F, float, MF_VF, 1, 2)
MF_KERNELS(mf_widef, F, float, MF_VF, 1, MF_WIDE)
MF_KERNELS(mf_tall_singlef, F, float, MF_VF, MF_WIDE, 1)
MF_KERNELS(mf_tall_pairf, F, float, MF_VF, MF_WIDE / 2, 2)
MF_SIX(mf_fullf, MF_FULL_BODYF, float, 1, MF_WIDE)
MF_SIX(mf_spacedf, MF_SPACED_BODYF, float, 1, MF_WIDE)
MF_THREE(mf_broadf, MF_BODYF, float)
static inline void mf_panelsf(int rows, int panels, int vectors, MF_TILE_ARGS(float))
{
    if (vectors == MF_SPACED)
        mf_spacedf(MF_TILE_ALL);
    else if (MF_PARTS && vectors == MF_WIDE && last == MF_VF)
        mf_fullf(MF_TILE_ALL);
    else if (vectors == MF_WIDE)
        mf_widef(MF_TILE_ALL);
    else if (vectors == 1 && apart)
        mf_tall_singlef(MF_TILE_ALL);
    else if (vectors == 1)
        mf_singlef(MF_TILE_ALL);
    else if (MF_WIDE > 2 && apart)
        mf_tall_pairf(MF_TILE_ALL);
    else if (MF_WIDE > 2)
        mf_pairf(MF_TILE_ALL);
}
/* All panels of a strip of p; they ask for what p has to ask for. */
static inline void mf_stripf(MfPlan *p, int vectors, int n, const float *a,
                             const ptrdiff_t *row, const ptrdiff_t *at_a,
                             const float *b, const ptrdiff_t *at_b, int last, float *c,
                             ptrdiff_t c_i, int first, MfSoon *soon)
{
    if (vectors == MF_BROAD) {
        mf_ask(p);
        mf_broadf(p->m, n, a, row, at_a, b, at_b, last, c, c_i, first, 0, 0, soon);
        return;
    }
    MfParts of = mf_parts(p, vectors);
    int panels = (of.high + 5) / 6, r = (of.high + panels - 1) / panels,
        more = panels - (r * panels - of.high), step = p->pieces > 0 ? 1 : panels;
    for (int i = 0, rows, some; i < panels; i += some) {
        rows = i < more ? r : r - 1;
        some = (i < more ? more : panels) - i;
        some = some < step ? some : step;
        mf_ask(p);
        mf_panelsf(rows, some, vectors, n, a, row, at_a, b, at_b, last, c, c_i, first,
                   of.high, of.apart, soon);
        row += rows * some;
        c += rows * some * c_i;
    }
}

/* The product of rows by columns into c, whose rows are c_i apart and hold whole
 * strips: the columns rounded up to 32. Unless `first`, the sums go on from c. Rows
 * that are not asked for (mf_rows) are left as they are. */
static inline void mf_product_fromf(int first, MfPlan *p, const float *a,
                                    const float *b, float *c, ptrdiff_t c_i)
{
    ptrdiff_t line[MF_BLOCK];
    MF_LINED float strip[(MF_BLOCK + 1) * MF_WIDE * MF_VF];
    MfTerms t = {{0}, 0, 0, 0}, next = t;
    uintptr_t after[2];
    MfSoon soon;
    const ptrdiff_t *row = p->row + p->first;
    c += p->first * c_i;
    mf_expect(p, a, b, after);
    mf_next(p, &next);
    for (int more = 1; more; first = 0) {
        t = next;
        more = mf_next(p, &next);
        uintptr_t this_a = (uintptr_t)(a + t.a), this_b = (uintptr_t)(b + t.b),
                  next_a = more ? (uintptr_t)(a + next.a) : after[0],
                  next_b = more ? (uintptr_t)(b + next.b) : after[1];
        for (int i = 0; i < p->strips; i++) {
            const MfStrip s = p->strip[i];
            int end = i == p->strips - 1;
            uintptr_t soon_a = end && next_a != this_a ? next_a : 0,
                      soon_b = !end               ? this_b
                               : next_b != this_b ? next_b
                                                  : 0;
            if (MF_SOON(1, MF_WIDE) && (s.vectors == MF_WIDE || s.vectors == MF_SPACED))
                mf_soon(&soon, p, t.n, soon_a, &p->strip[end ? 0 : i + 1], soon_b,
                        sizeof *b);
            const float *from = b + t.b + (s.copied ? 0 : p->column[s.column]);
            const ptrdiff_t *at_b = p->at_b;
            if (s.copied) {
                mf_packf(t.n, at_b, s.own, p->column + s.column, from, s.width, strip);
                mf_lines(t.n, s.width, line);
                from = strip;
                at_b = line;
            }
            mf_stripf(p, s.vectors, t.n, a + t.a, row, p->at_a, from, at_b, s.last,
                      c + s.column, c_i, first, &soon);
        }
    }
    p->pieces = 0;
}

static inline void mf_productf(MfPlan *p, const float *a, const float *b, float *c,
                               ptrdiff_t c_i)
{
    mf_product_fromf(1, p, a, b, c, c_i);
}

/* The same, added to what c holds. */
static inline void mf_product_moref(MfPlan *p, const float *a, const float *b, float *c,
                                    ptrdiff_t c_i)
{
    mf_product_fromf(0, p, a, b, c, c_i);
}

/* The same with c turned: a row for every column of the product. (What is in vectors
 * with those asked for is anything.) */
static inline void mf_product_turnedf(MfPlan *p, const float *a, const float *b,
                                      float *c, ptrdiff_t c_i)
{
    enum { V = MF_VF };
    float tile[MF_TILE];
    ptrdiff_t row[MF_ROWS];
    int end = p->first + p->m, n = p->n, wide = (n + 31) / 32 * 32;
    mf_productf(p, a, b, tile, wide);
    mf_lines(end, wide, row);
    for (int j = 0; j < n; j += V)
        for (int i = p->first / V * V; i < end; i += V)
            mf_turnf(end - i, row + i, n - j < V ? n - j : V, tile + j, (int)c_i,
                     c + j * c_i + i);
}

/* Columns of b as rows of a strip, as far as V columns and V terms reach: a matrix
 * turned by zipping its upper half with its lower one, log2(V) times. */
static inline void mf_turn(int columns, const ptrdiff_t *column, int terms,
                           const double *b, int width, double *strip)
{
#if defined MF_SET
    MfVec x[MF_V], y[MF_V];
    _Pragma("GCC unroll 16") for (int i = 0; i < MF_V; i++) x[i] =
        i < columns ? MF_SOME(b + column[i], terms) : MF_SET(0);
    _Pragma("GCC unroll 4") for (int half = 1; half < MF_V; half *= 2)
    {
        _Pragma("GCC unroll 8") for (int i = 0; i < MF_V / 2; i++)
        {
            y[2 * i] = MF_LOW(x[i], x[i + MF_V / 2]);
            y[2 * i + 1] = MF_HIGH(x[i], x[i + MF_V / 2]);
        }
        _Pragma("GCC unroll 16") for (int i = 0; i < MF_V; i++) x[i] = y[i];
    }
    for (int k = 0; k < terms; k++)
        MF_STORE(strip + k * width, x[k]);
#else
    for (int k = 0; k < terms; k++)
        for (int i = 0; i < MF_V; i++)
            strip[k * width + i] = i < columns ? b[column[i] + k] : 0;
#endif
}

/* Copies n terms of some columns of b into a strip, rows of `width` with zeros behind
 * the last column: neighbours together, and terms that are neighbours turned. */
static inline void mf_pack(int n, const ptrdiff_t *at_b, int columns,
                           const ptrdiff_t *column, const double *b, int width,
                           double *strip)
{
    enum { V = MF_V };
    int pieces = 0, start[MF_WIDE * V], size[MF_WIDE * V];
    for (int v = 0, run; v < columns; v += run, pieces++) {
        run = mf_run(columns - v < V ? columns - v : V, column + v);
        start[pieces] = v;
        size[pieces] = run;
    }
    if (4 * pieces <= columns || pieces == 1)
        for (int k = 0; k < n; k++) {
            double *to = strip + k * width;
            const double *from = b + at_b[k];
            if (columns < width)
                MF_ZERO(to + width - V);
            for (int i = 0; i < pieces; i++)
                MF_COPY(to + start[i], from + column[start[i]], size[i]);
        }
    else
        for (int k = 0, run; k < n; k += run) {
            run = mf_run(n - k < V ? n - k : V, at_b + k);
            for (int v = 0; v < width; v += V)
                mf_turn(columns - v, column + v, run, b + at_b[k], width,
                        strip + k * width + v);
        }
}

/* Some panels of one strip of columns; all of its rows, in panels of r and r - 1 of
 * each part. */
MF_KERNELS(mf_single, , double, MF_V, 1, 1)
MF_KERNELS(mf_pair, , double, MF_V, 1, 2)
MF_KERNELS(mf_wide, , double, MF_V, 1, MF_WIDE)
MF_KERNELS(mf_tall_single, , double, MF_V, MF_WIDE, 1)
MF_KERNELS(mf_tall_pair, , double, MF_V, MF_WIDE / 2, 2)
MF_SIX(mf_full, MF_FULL_BODY, double, 1, MF_WIDE)
MF_SIX(mf_spaced, MF_SPACED_BODY, double, 1, MF_WIDE)
MF_THREE(mf_broad, MF_BODY, double)
static inline void mf_panels(int rows, int panels, int vectors, MF_TILE_ARGS(double))
{
    if (vectors == MF_SPACED)
        mf_spaced(MF_TILE_ALL);
    else if (MF_PARTS && vectors == MF_WIDE && last == MF_V)
        mf_full(MF_TILE_ALL);
    else if (vectors == MF_WIDE)
        mf_wide(MF_TILE_ALL);
    else if (vectors == 1 && apart)
        mf_tall_single(MF_TILE_ALL);
    else if (vectors == 1)
        mf_single(MF_TILE_ALL);
    else if (MF_WIDE > 2 && apart)
        mf_tall_pair(MF_TILE_ALL);
    else if (MF_WIDE > 2)
        mf_pair(MF_TILE_ALL);
}
/* All panels of a strip of p; they ask for what p has to ask for. */
static inline void mf_strip(MfPlan *p, int vectors, int n, const double *a,
                            const ptrdiff_t *row, const ptrdiff_t *at_a,
                            const double *b, const ptrdiff_t *at_b, int last, double *c,
                            ptrdiff_t c_i, int first, MfSoon *soon)
{
    if (vectors == MF_BROAD) {
        mf_ask(p);
        mf_broad(p->m, n, a, row, at_a, b, at_b, last, c, c_i, first, 0, 0, soon);
        return;
    }
    MfParts of = mf_parts(p, vectors);
    int panels = (of.high + 5) / 6, r = (of.high + panels - 1) / panels,
        more = panels - (r * panels - of.high), step = p->pieces > 0 ? 1 : panels;
    for (int i = 0, rows, some; i < panels; i += some) {
        rows = i < more ? r : r - 1;
        some = (i < more ? more : panels) - i;
        some = some < step ? some : step;
        mf_ask(p);
        mf_panels(rows, some, vectors, n, a, row, at_a, b, at_b, last, c, c_i, first,
                  of.high, of.apart, soon);
        row += rows * some;
        c += rows * some * c_i;
    }
}

/* The product of rows by columns into c, whose rows are c_i apart and hold whole
 * strips: the columns rounded up to 32. Unless `first`, the sums go on from c. Rows
 * that are not asked for (mf_rows) are left as they are. */
static inline void mf_product_from(int first, MfPlan *p, const double *a,
                                   const double *b, double *c, ptrdiff_t c_i)
{
    ptrdiff_t line[MF_BLOCK];
    MF_LINED double strip[(MF_BLOCK + 1) * MF_WIDE * MF_V];
    MfTerms t = {{0}, 0, 0, 0}, next = t;
    uintptr_t after[2];
    MfSoon soon;
    const ptrdiff_t *row = p->row + p->first;
    c += p->first * c_i;
    mf_expect(p, a, b, after);
    mf_next(p, &next);
    for (int more = 1; more; first = 0) {
        t = next;
        more = mf_next(p, &next);
        uintptr_t this_a = (uintptr_t)(a + t.a), this_b = (uintptr_t)(b + t.b),
                  next_a = more ? (uintptr_t)(a + next.a) : after[0],
                  next_b = more ? (uintptr_t)(b + next.b) : after[1];
        for (int i = 0; i < p->strips; i++) {
            const MfStrip s = p->strip[i];
            int end = i == p->strips - 1;
            uintptr_t soon_a = end && next_a != this_a ? next_a : 0,
                      soon_b = !end               ? this_b
                               : next_b != this_b ? next_b
                                                  : 0;
            if (MF_SOON(1, MF_WIDE) && (s.vectors == MF_WIDE || s.vectors == MF_SPACED))
                mf_soon(&soon, p, t.n, soon_a, &p->strip[end ? 0 : i + 1], soon_b,
                        sizeof *b);
            const double *from = b + t.b + (s.copied ? 0 : p->column[s.column]);
            const ptrdiff_t *at_b = p->at_b;
            if (s.copied) {
                mf_pack(t.n, at_b, s.own, p->column + s.column, from, s.width, strip);
                mf_lines(t.n, s.width, line);
                from = strip;
                at_b = line;
            }
            mf_strip(p, s.vectors, t.n, a + t.a, row, p->at_a, from, at_b, s.last,
                     c + s.column, c_i, first, &soon);
        }
    }
    p->pieces = 0;
}

static inline void mf_product(MfPlan *p, const double *a, const double *b, double *c,
                              ptrdiff_t c_i)
{
    mf_product_from(1, p, a, b, c, c_i);
}

/* The same, added to what c holds. */
static inline void mf_product_more(MfPlan *p, const double *a, const double *b,
                                   double *c, ptrdiff_t c_i)
{
    mf_product_from(0, p, a, b, c, c_i);
}

/* The same with c turned: a row for every column of the product. (What is in vectors
 * with those asked for is anything.) */
static inline void mf_product_turned(MfPlan *p, const double *a, const double *b,
                                     double *c, ptrdiff_t c_i)
{
    enum { V = MF_V };
    double tile[MF_TILE];
    ptrdiff_t row[MF_ROWS];
    int end = p->first + p->m, n = p->n, wide = (n + 31) / 32 * 32;
    mf_product(p, a, b, tile, wide);
    mf_lines(end, wide, row);
    for (int j = 0; j < n; j += V)
        for (int i = p->first / V * V; i < end; i += V)
            mf_turn(end - i, row + i, n - j < V ? n - j : V, tile + j, (int)c_i,
                    c + j * c_i + i);
}

#endif

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
#include "mf_panel.h"

/* The counters of a product, outermost first: how far one step goes, in elements. */
typedef struct MfAxis {
    int extent;
    ptrdiff_t step;
} MfAxis;

typedef struct MfTerm {
    int extent;
    ptrdiff_t a, b;
} MfTerm;

enum { MF_COUNTERS = 8, MF_ROWS = 256, MF_COLUMNS = 128, MF_BLOCK = 256 };
enum { MF_TILE = 24 * 1024 }; /* elements of rows by whole strips, of a turned tile */

/* The offsets of all elements of nested counters; returns how many. */
static inline int mf_offsets(int axes, const MfAxis *axis, ptrdiff_t *at)
{
    int n = 1;
    at[0] = 0;
    for (int d = axes - 1; d >= 0; n *= axis[d--].extent)
        for (int i = 1; i < axis[d].extent; i++)
            for (int k = 0; k < n; k++)
                at[i * n + k] = at[k] + i * axis[d].step;
    return n;
}

/* The offsets of the terms of the last counters, of as many as stay below MF_BLOCK;
 * returns how many terms that are, and leaves the number of the other counters. */
static inline int mf_period(int *counters, const MfTerm *term, ptrdiff_t *at_a,
                            ptrdiff_t *at_b)
{
    int n = 1;
    at_a[0] = at_b[0] = 0;
    while (*counters > 1 && n * term[*counters - 1].extent <= MF_BLOCK) {
        const MfTerm t = term[--*counters];
        for (int i = 1; i < t.extent; i++)
            for (int k = 0; k < n; k++) {
                at_a[i * n + k] = at_a[k] + i * t.a;
                at_b[i * n + k] = at_b[k] + i * t.b;
            }
        n *= t.extent;
    }
    return n;
}

/* The offsets of the next terms, at most MF_BLOCK; `at` counts like an odometer, and
 * in each of its turns comes a period of terms. Returns how many. */
static inline int mf_terms(int counters, const MfTerm *term, int *at, int period,
                           const ptrdiff_t *each_a, const ptrdiff_t *each_b,
                           ptrdiff_t *at_a, ptrdiff_t *at_b)
{
    int n = 0, last = counters - 1;
    while (n + period <= MF_BLOCK && at[0] < term[0].extent) {
        ptrdiff_t a = 0, b = 0;
        for (int q = 0; q <= last; q++) {
            a += at[q] * term[q].a;
            b += at[q] * term[q].b;
        }
        int turns = term[last].extent - at[last], room = (MF_BLOCK - n) / period;
        turns = turns < room ? turns : room;
        if (period == 1) {
            ptrdiff_t step_a = term[last].a, step_b = term[last].b;
            for (int i = 0; i < turns; i++, a += step_a, b += step_b) {
                at_a[n + i] = a;
                at_b[n + i] = b;
            }
        }
        for (int i = 0; period > 1 && i < turns; i++)
            for (int k = 0; k < period; k++) {
                at_a[n + i * period + k] = a + i * term[last].a + each_a[k];
                at_b[n + i * period + k] = b + i * term[last].b + each_b[k];
            }
        n += turns * period;
        at[last] += turns;
        for (int q = last; at[q] == term[q].extent && q > 0; q--) {
            at[q] = 0;
            at[q - 1]++;
        }
    }
    return n;
}

/* The offsets of n lines of `width` elements. */
static inline void mf_lines(int n, int width, ptrdiff_t *at)
{
    for (int k = 0; k < n; k++)
        at[k] = (ptrdiff_t)k * width;
}

/* How many columns from `column` on are neighbours, at most n. */
static inline int mf_run(int n, const ptrdiff_t *column)
{
    int run = 1;
    while (run < n && column[run] == column[run - 1] + 1)
        run++;
    return run;
}

/* How far apart the vectors of a whole strip of columns are, each of neighbours; 0:
 * they are something else. */
static inline int mf_spaced_by(int n, int v, const ptrdiff_t *column)
{
    ptrdiff_t gap = column[v] - column[0];
    for (int j = 0; j < n; j += v)
        if (mf_run(v, column + j) < v || column[j] != column[0] + j / v * gap)
            return 0;
    return (int)gap;
}

/* How many vectors wide the next strip is, with n columns to go: all that fit into the
 * widest tile, two or one. */
static inline int mf_vectors(int n, int v)
{
    int whole = (n + v - 1) / v;
    return whole >= MF_WIDE ? MF_WIDE : whole > 1 ? 2 : 1;
}

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

/* Some panels of one strip of columns; all of its rows, in panels of r and r - 1. */
MF_KERNELS(mf_singlef, F, float, MF_VF, 1)
MF_KERNELS(mf_pairf, F, float, MF_VF, 2)
MF_KERNELS(mf_widef, F, float, MF_VF, MF_WIDE)
MF_SIX(mf_spacedf, MF_SPACED_BODYF, float, MF_WIDE)
MF_THREE(mf_broadf, MF_BODYF, float)
static inline void mf_panelsf(int rows, int panels, int vectors, MF_TILE_ARGS(float))
{
    if (vectors == MF_SPACED)
        mf_spacedf(rows, panels, n, a, row, at_a, b, at_b, last, c, c_i, first);
    else if (vectors == MF_WIDE)
        mf_widef(rows, panels, n, a, row, at_a, b, at_b, last, c, c_i, first);
    else if (vectors == 1)
        mf_singlef(rows, panels, n, a, row, at_a, b, at_b, last, c, c_i, first);
    else if (MF_WIDE > 2)
        mf_pairf(rows, panels, n, a, row, at_a, b, at_b, last, c, c_i, first);
}
static inline void mf_stripf(int m, int vectors, MF_TILE_ARGS(float))
{
    if (vectors == MF_BROAD) {
        mf_broadf(m, n, a, row, at_a, b, at_b, last, c, c_i, first);
        return;
    }
    int panels = (m + 5) / 6, r = (m + panels - 1) / panels, low = r * panels - m;
    mf_panelsf(r, panels - low, vectors, n, a, row, at_a, b, at_b, last, c, c_i, first);
    if (low > 0) {
        int high = m - low * (r - 1);
        mf_panelsf(r - 1, low, vectors, n, a, row + high, at_a, b, at_b, last,
                   c + high * c_i, c_i, first);
    }
}

/* The product of rows by columns into c, whose rows are c_i apart and hold whole
 * strips: the columns rounded up to 32. Columns of b that are not neighbours, or are
 * fewer than a strip where !MF_PARTS, are copied into one; so are neighbours that lie
 * far apart in memory from term to term, if they are few or many rows use them. Unless
 * `first`, the sums go on from c. */
static inline void mf_product_fromf(int first, int row_axes, const MfAxis *rows,
                                    int column_axes, const MfAxis *columns,
                                    int counters, const MfTerm *terms, const float *a,
                                    const float *b, float *c, ptrdiff_t c_i)
{
    enum { V = MF_VF, FAR = 256, FEW = 256 / sizeof *b, MANY = 96 };
    ptrdiff_t row[MF_ROWS], column[MF_COLUMNS];
    ptrdiff_t at_a[MF_BLOCK], at_b[MF_BLOCK], line[MF_BLOCK];
    ptrdiff_t each_a[MF_BLOCK], each_b[MF_BLOCK];
    float strip[(MF_BLOCK + 1) * MF_WIDE * V];
    int at[MF_COUNTERS] = {0};
    int m = mf_offsets(row_axes, rows, row),
        n = mf_offsets(column_axes, columns, column);
    ptrdiff_t step = terms[counters - 1].b;
    int near = column_axes == 1 && columns[0].step == 1;
    int far = m > 16 && (step >= FAR || step <= -FAR);
    int period = mf_period(&counters, terms, each_a, each_b);
    for (int k;
         (k = mf_terms(counters, terms, at, period, each_a, each_b, at_a, at_b)) > 0;
         first = 0)
        for (int j = 0, width; j < n; j += width) {
            int vectors = mf_vectors(n - j, V);
            if (m <= MF_LOW && n - j >= MF_BROAD * V && near)
                vectors = MF_BROAD;
            int own = n - j < vectors * V ? n - j : vectors * V;
            int copy = far && (own < FEW || m >= MANY);
            int run = copy ? 0 : near ? own : mf_run(own, column + j);
            vectors = run >= 2 * V && run < own ? 2 : vectors;
            width = vectors * V;
            int last = own < width ? own - (vectors - 1) * V : V;
            int gap = MF_SPACES && run == V && own == MF_WIDE * V
                          ? mf_spaced_by(own, V, column + j)
                          : 0;
            if (gap > 0) {
                mf_stripf(m, MF_SPACED, k, a, row, at_a, b + column[j], at_b, gap,
                          c + j, c_i, first);
                continue;
            }
            if (run >= width || (MF_PARTS && run == own)) {
                mf_stripf(m, vectors, k, a, row, at_a, b + column[j], at_b, last, c + j,
                          c_i, first);
                continue;
            }
            mf_packf(k, at_b, own, column + j, b, width, strip);
            mf_lines(k, width, line);
            mf_stripf(m, vectors, k, a, row, at_a, strip, line, last, c + j, c_i,
                      first);
        }
}

static inline void mf_productf(int row_axes, const MfAxis *rows, int column_axes,
                               const MfAxis *columns, int counters, const MfTerm *terms,
                               const float *a, const float *b, float *c, ptrdiff_t c_i)
{
    mf_product_fromf(1, row_axes, rows, column_axes, columns, counters, terms, a, b, c,
                     c_i);
}

/* The same, added to what c holds. */
static inline void mf_product_moref(int row_axes, const MfAxis *rows, int column_axes,
                                    const MfAxis *columns, int counters,
                                    const MfTerm *terms, const float *a, const float *b,
                                    float *c, ptrdiff_t c_i)
{
    mf_product_fromf(0, row_axes, rows, column_axes, columns, counters, terms, a, b, c,
                     c_i);
}

/* The same with c turned: a row for every column of the product. */
static inline void mf_product_turnedf(int row_axes, const MfAxis *rows, int column_axes,
                                      const MfAxis *columns, int counters,
                                      const MfTerm *terms, const float *a,
                                      const float *b, float *c, ptrdiff_t c_i)
{
    enum { V = MF_VF };
    float tile[MF_TILE];
    ptrdiff_t row[MF_ROWS], column[MF_COLUMNS];
    int m = mf_offsets(row_axes, rows, row),
        n = mf_offsets(column_axes, columns, column), wide = (n + 31) / 32 * 32;
    mf_productf(row_axes, rows, column_axes, columns, counters, terms, a, b, tile,
                wide);
    mf_lines(m, wide, row);
    for (int j = 0; j < n; j += V)
        for (int i = 0; i < m; i += V)
            mf_turnf(m - i, row + i, n - j < V ? n - j : V, tile + j, (int)c_i,
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

/* Some panels of one strip of columns; all of its rows, in panels of r and r - 1. */
MF_KERNELS(mf_single, , double, MF_V, 1)
MF_KERNELS(mf_pair, , double, MF_V, 2)
MF_KERNELS(mf_wide, , double, MF_V, MF_WIDE)
MF_SIX(mf_spaced, MF_SPACED_BODY, double, MF_WIDE)
MF_THREE(mf_broad, MF_BODY, double)
static inline void mf_panels(int rows, int panels, int vectors, MF_TILE_ARGS(double))
{
    if (vectors == MF_SPACED)
        mf_spaced(rows, panels, n, a, row, at_a, b, at_b, last, c, c_i, first);
    else if (vectors == MF_WIDE)
        mf_wide(rows, panels, n, a, row, at_a, b, at_b, last, c, c_i, first);
    else if (vectors == 1)
        mf_single(rows, panels, n, a, row, at_a, b, at_b, last, c, c_i, first);
    else if (MF_WIDE > 2)
        mf_pair(rows, panels, n, a, row, at_a, b, at_b, last, c, c_i, first);
}
static inline void mf_strip(int m, int vectors, MF_TILE_ARGS(double))
{
    if (vectors == MF_BROAD) {
        mf_broad(m, n, a, row, at_a, b, at_b, last, c, c_i, first);
        return;
    }
    int panels = (m + 5) / 6, r = (m + panels - 1) / panels, low = r * panels - m;
    mf_panels(r, panels - low, vectors, n, a, row, at_a, b, at_b, last, c, c_i, first);
    if (low > 0) {
        int high = m - low * (r - 1);
        mf_panels(r - 1, low, vectors, n, a, row + high, at_a, b, at_b, last,
                  c + high * c_i, c_i, first);
    }
}

/* The product of rows by columns into c, whose rows are c_i apart and hold whole
 * strips: the columns rounded up to 32. Columns of b that are not neighbours, or are
 * fewer than a strip where !MF_PARTS, are copied into one; so are neighbours that lie
 * far apart in memory from term to term, if they are few or many rows use them. Unless
 * `first`, the sums go on from c. */
static inline void mf_product_from(int first, int row_axes, const MfAxis *rows,
                                   int column_axes, const MfAxis *columns, int counters,
                                   const MfTerm *terms, const double *a,
                                   const double *b, double *c, ptrdiff_t c_i)
{
    enum { V = MF_V, FAR = 256, FEW = 256 / sizeof *b, MANY = 96 };
    ptrdiff_t row[MF_ROWS], column[MF_COLUMNS];
    ptrdiff_t at_a[MF_BLOCK], at_b[MF_BLOCK], line[MF_BLOCK];
    ptrdiff_t each_a[MF_BLOCK], each_b[MF_BLOCK];
    double strip[(MF_BLOCK + 1) * MF_WIDE * V];
    int at[MF_COUNTERS] = {0};
    int m = mf_offsets(row_axes, rows, row),
        n = mf_offsets(column_axes, columns, column);
    ptrdiff_t step = terms[counters - 1].b;
    int near = column_axes == 1 && columns[0].step == 1;
    int far = m > 16 && (step >= FAR || step <= -FAR);
    int period = mf_period(&counters, terms, each_a, each_b);
    for (int k;
         (k = mf_terms(counters, terms, at, period, each_a, each_b, at_a, at_b)) > 0;
         first = 0)
        for (int j = 0, width; j < n; j += width) {
            int vectors = mf_vectors(n - j, V);
            if (m <= MF_LOW && n - j >= MF_BROAD * V && near)
                vectors = MF_BROAD;
            int own = n - j < vectors * V ? n - j : vectors * V;
            int copy = far && (own < FEW || m >= MANY);
            int run = copy ? 0 : near ? own : mf_run(own, column + j);
            vectors = run >= 2 * V && run < own ? 2 : vectors;
            width = vectors * V;
            int last = own < width ? own - (vectors - 1) * V : V;
            int gap = MF_SPACES && run == V && own == MF_WIDE * V
                          ? mf_spaced_by(own, V, column + j)
                          : 0;
            if (gap > 0) {
                mf_strip(m, MF_SPACED, k, a, row, at_a, b + column[j], at_b, gap, c + j,
                         c_i, first);
                continue;
            }
            if (run >= width || (MF_PARTS && run == own)) {
                mf_strip(m, vectors, k, a, row, at_a, b + column[j], at_b, last, c + j,
                         c_i, first);
                continue;
            }
            mf_pack(k, at_b, own, column + j, b, width, strip);
            mf_lines(k, width, line);
            mf_strip(m, vectors, k, a, row, at_a, strip, line, last, c + j, c_i, first);
        }
}

static inline void mf_product(int row_axes, const MfAxis *rows, int column_axes,
                              const MfAxis *columns, int counters, const MfTerm *terms,
                              const double *a, const double *b, double *c,
                              ptrdiff_t c_i)
{
    mf_product_from(1, row_axes, rows, column_axes, columns, counters, terms, a, b, c,
                    c_i);
}

/* The same, added to what c holds. */
static inline void mf_product_more(int row_axes, const MfAxis *rows, int column_axes,
                                   const MfAxis *columns, int counters,
                                   const MfTerm *terms, const double *a,
                                   const double *b, double *c, ptrdiff_t c_i)
{
    mf_product_from(0, row_axes, rows, column_axes, columns, counters, terms, a, b, c,
                    c_i);
}

/* The same with c turned: a row for every column of the product. */
static inline void mf_product_turned(int row_axes, const MfAxis *rows, int column_axes,
                                     const MfAxis *columns, int counters,
                                     const MfTerm *terms, const double *a,
                                     const double *b, double *c, ptrdiff_t c_i)
{
    enum { V = MF_V };
    double tile[MF_TILE];
    ptrdiff_t row[MF_ROWS], column[MF_COLUMNS];
    int m = mf_offsets(row_axes, rows, row),
        n = mf_offsets(column_axes, columns, column), wide = (n + 31) / 32 * 32;
    mf_product(row_axes, rows, column_axes, columns, counters, terms, a, b, tile, wide);
    mf_lines(m, wide, row);
    for (int j = 0; j < n; j += V)
        for (int i = 0; i < m; i += V)
            mf_turn(m - i, row + i, n - j < V ? n - j : V, tile + j, (int)c_i,
                    c + j * c_i + i);
}

#endif

/*
 * mf_plan.h - what a product (mf_tile.h) knows before it begins: where its rows,
 * columns and terms are, in which strips the columns go, and what memory is asked for
 * while it runs. All tiles of a loop share one plan.
 *
 * Terms go by blocks of at most MF_BLOCK, which all look the same from where they
 * begin: some turns of one counter, in each of which those inside of it go round.
 */
#ifndef MF_PLAN_H
#define MF_PLAN_H
#include <stdint.h>

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

enum { MF_COUNTERS = 8, MF_ROWS = 256, MF_COLUMNS = 128 };
enum { MF_STRIPS = MF_COLUMNS / 2, MF_PIECES = 8, MF_OWN = 4 };

/* Some columns that are summed together; `own` of them fill so many vectors, the last
 * of which has `last`, or which are `last` elements apart. */
typedef struct MfStrip {
    int column, own, width, vectors, last;
    int copied; /* into rows of `width` */
} MfStrip;

/* Equal parts of the rows: how high they are, and how far apart; 0: there is one. */
typedef struct MfParts {
    int high;
    ptrdiff_t apart;
} MfParts;

/* Lines of the cache that are asked for: `each` with a panel. */
typedef struct MfPiece {
    uintptr_t at;
    int lines, each;
} MfPiece;

/* Rows that are asked for to be written: as far apart, lines of each. */
typedef struct MfOwn {
    uintptr_t at;
    ptrdiff_t step;
    int lines, rows;
} MfOwn;

typedef struct MfPlan {
    int first, m, n, strips, pieces, owns; /* rows, from this one on, and columns */
    int small;                /* what its products read is in the first cache */
    int axes, near, v, bytes; /* of rows; are columns neighbours? a vector, and bytes */
    ptrdiff_t step;           /* of an element of it; from term to term */
    int counters, period,
        turns; /* without those of a period; a block has turns of it */
    MfTerm term[MF_COUNTERS];
    ptrdiff_t row_step, column_step, step_a, step_b; /* from one to the next, of terms
                                                        too; 0: not always the same */
    ptrdiff_t apart, apart_half; /* MF_WIDE parts of the rows, and half as many */
    ptrdiff_t row[MF_ROWS], column[MF_COLUMNS], at_a[MF_BLOCK], at_b[MF_BLOCK];
    MfStrip strip[MF_STRIPS];
    MfPiece piece[MF_PIECES];
    MfOwn own[MF_OWN];
    uintptr_t a, b; /* where its last product began; 0: there was none */
} MfPlan;

/* A block of n terms, and where it begins. */
typedef struct MfTerms {
    int at[MF_COUNTERS], n;
    ptrdiff_t a, b;
} MfTerms;

/* The offsets of n turns. */
static inline void mf_lines(int n, ptrdiff_t step, ptrdiff_t *at)
{
    ptrdiff_t next = 0;
    for (int i = 0; i < n; i++, next += step)
        at[i] = next;
}

/* Appends the offsets of the turns 1 to `turns` - 1 of n elements. */
static inline int mf_repeat(int n, int turns, ptrdiff_t step, ptrdiff_t *at)
{
    if (n == 1)
        mf_lines(turns, step, at);
    else
        for (int i = 1; i < turns; i++)
            for (int k = 0; k < n; k++)
                at[i * n + k] = at[k] + i * step;
    return n * turns;
}

/* The offsets of all elements of nested counters; returns how many. */
static inline int mf_offsets(int axes, const MfAxis *axis, ptrdiff_t *at)
{
    int n = 1;
    at[0] = 0;
    for (int d = axes - 1; d >= 0; d--)
        n = mf_repeat(n, axis[d].extent, axis[d].step, at);
    return n;
}

/* The terms of a block: whole counters as long as there is room, then turns of the next
 * one, in blocks of about equal size. */
static inline void mf_plan_terms(MfPlan *p, int counters, const MfTerm *term)
{
    int n = 1, q = counters - 1;
    p->at_a[0] = p->at_b[0] = 0;
    for (; q > 0 && n * term[q].extent <= MF_BLOCK; q--) {
        mf_repeat(n, term[q].extent, term[q].a, p->at_a);
        n = mf_repeat(n, term[q].extent, term[q].b, p->at_b);
    }
    p->period = n;
    p->turns = term[q].extent;
    if (n * p->turns > MF_BLOCK) {
        int most = MF_BLOCK / n, blocks = (term[q].extent + most - 1) / most;
        p->turns = (term[q].extent + blocks - 1) / blocks;
    }
    mf_repeat(n, p->turns, term[q].a, p->at_a);
    mf_repeat(n, p->turns, term[q].b, p->at_b);
    p->counters = q + 1;
    for (int d = 0; d <= q; d++)
        p->term[d] = term[d];
}

/* Goes on to the next block; false: there is none. The first one has n = 0 before. */
static inline int mf_next(const MfPlan *p, MfTerms *t)
{
    int last = p->counters - 1;
    t->at[last] += t->n > 0 ? p->turns : 0;
    for (int q = last; t->at[q] >= p->term[q].extent; q--) {
        if (q == 0)
            return 0;
        t->at[q] = 0;
        t->at[q - 1]++;
    }
    t->a = t->b = 0;
    for (int q = 0; q <= last; q++) {
        t->a += t->at[q] * p->term[q].a;
        t->b += t->at[q] * p->term[q].b;
    }
    int left = p->term[last].extent - t->at[last];
    t->n = p->period * (left < p->turns ? left : p->turns);
    return 1;
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

/* How many vectors wide the next strip is, with n columns to go. */
static inline int mf_vectors(int n, int v)
{
    int whole = (n + v - 1) / v;
    return whole < MF_WIDE ? whole : MF_WIDE;
}

/* The strip that begins at column j; V elements of `bytes` are a vector. Columns that
 * are not neighbours, or are fewer than a strip where !MF_PARTS, are copied; so are
 * neighbours that lie far apart in memory from term to term, if they are few, or each
 * in a page of its own and many rows use them. */
static inline MfStrip mf_strip_at(const MfPlan *p, int j)
{
    enum { FAR = 256, FEW = 256, MANY = 96, PAGE = 4096 };
    const ptrdiff_t *column = p->column + j, step = p->step;
    const int near = p->near, v = p->v, bytes = p->bytes;
    int left = p->n - j, vectors = mf_vectors(left, v);
    int far = p->m > 16 && (step >= FAR || step <= -FAR);
    if (p->m <= MF_LOW && left >= MF_BROAD * v && near)
        vectors = MF_BROAD;
    int own = left < vectors * v ? left : vectors * v;
    int paged = step * bytes >= PAGE || step * bytes <= -PAGE;
    int copy = far && (own * bytes < FEW || (paged && p->m >= MANY));
    int run = copy ? 0 : near ? own : mf_run(own, column);
    vectors = run >= 2 * v && run < own ? 2 : vectors;
    MfStrip s = {j, own, vectors * v, vectors, v, 0};
    if (own < s.width)
        s.last = own - (vectors - 1) * v;
    int gap =
        MF_SPACES && run == v && own == MF_WIDE * v ? mf_spaced_by(own, v, column) : 0;
    if (gap > 0) {
        s.vectors = MF_SPACED;
        s.last = gap;
    } else {
        s.copied = run < s.width && !(MF_PARTS && run == own);
    }
    return s;
}

/* Is it worth it to copy n terms of a whole strip at b, whose vectors lie in two lines
 * of the cache each? Many rows read it from the second cache, or the few lines of the
 * first that all terms have are not enough. */
static inline int mf_is_askew(const MfPlan *p, const MfStrip *s, int n, const void *b)
{
    enum { LINE = 64, MANY = 96, FIRST = 32 * 1024, SETS = 1024 };
    if (p->v * p->bytes != LINE || s->vectors != MF_WIDE || p->m < MANY)
        return 0;
    uintptr_t at = (uintptr_t)b + (uintptr_t)(p->column[s->column] * p->bytes),
              step = (uintptr_t)(p->step * p->bytes);
    return (at | step) % LINE != 0 &&
           (n * s->width * p->bytes >= FIRST || step % SETS == 0);
}

#if MF_VECTORS
/* Are its rows so few that columns whose terms are neighbours, which lie apart, are
 * turned on the way to the sums? */
static inline int mf_turns(const MfPlan *p)
{
    return p->m <= MF_LOW && p->step_b == 1 && p->column_step != 0 &&
           p->column_step != 1;
}
#endif

/* How far so many equal parts of the rows are apart, if each row is as far from that of
 * the part before; else 0. */
static inline ptrdiff_t mf_apart(const MfPlan *p, int parts)
{
    int high = p->m / parts;
    const ptrdiff_t *row = p->row + p->first;
    if (!MF_SPACES || parts == 1 || high * parts < p->m)
        return 0;
    if (p->axes == 1)
        return high * p->row_step;
    for (int i = high; i < p->m; i++)
        if (row[i] - row[i - high] != row[high] - row[0])
            return 0;
    return row[high] - row[0];
}

/* The rows of a strip in parts that one panel takes some rows of each: as many parts as
 * such strips fit into the widest. */
static inline MfParts mf_parts(const MfPlan *p, int vectors)
{
    ptrdiff_t apart = vectors == 1 ? p->apart : vectors == 2 ? p->apart_half : 0;
    return (MfParts){apart ? p->m / (MF_WIDE / vectors) : p->m, apart};
}

/* For these rows: in which strips the columns go. */
static inline void mf_plan_strips(MfPlan *p, int first, int rows)
{
    p->first = first;
    p->m = rows;
    p->apart = mf_apart(p, MF_WIDE);
    p->apart_half = mf_apart(p, MF_WIDE / 2);
    p->strips = 0;
    for (int j = 0; j < p->n; j += p->strip[p->strips++].width)
        p->strip[p->strips] = mf_strip_at(p, j);
}

/* Of all rows of the plan its next products make those from `first` to `end`. */
static inline void mf_rows(MfPlan *p, int first, int end)
{
    if (p->first != first || p->m != end - first)
        mf_plan_strips(p, first, end - first);
}

/* Are its terms in one block, and its operands a part of the first cache? */
static inline int mf_is_small(const MfPlan *p)
{
    enum { PART = 16 * 1024 };
    int n = p->period * p->turns;
    return p->counters == 1 && n == p->period * p->term[0].extent &&
           (p->m + p->n) * n * p->bytes <= PART;
}

static inline void mf_plan_for(MfPlan *p, int row_axes, const MfAxis *rows,
                               int column_axes, const MfAxis *columns, int counters,
                               const MfTerm *terms, int v, int bytes)
{
    p->axes = row_axes;
    p->near = column_axes == 1 && columns[0].step == 1;
    p->v = v;
    p->bytes = bytes;
    p->step = terms[counters - 1].b;
    p->pieces = p->owns = 0;
    p->n = mf_offsets(column_axes, columns, p->column);
    mf_plan_terms(p, counters, terms);
    const MfTerm *last = &terms[counters - 1];
    int even = p->period * p->turns <= last->extent;
    p->step_a = even ? last->a : 0;
    p->step_b = even ? last->b : 0;
    p->row_step = row_axes == 1 ? rows[0].step : 0;
    p->column_step = column_axes == 1 ? columns[0].step : 0;
    p->a = p->b = 0;
    mf_plan_strips(p, 0, mf_offsets(row_axes, rows, p->row));
    p->small = mf_is_small(p);
}

/* The plan of products of floats, and of doubles. */
static inline void mf_planf(MfPlan *p, int row_axes, const MfAxis *rows,
                            int column_axes, const MfAxis *columns, int counters,
                            const MfTerm *terms)
{
    mf_plan_for(p, row_axes, rows, column_axes, columns, counters, terms, MF_VF, 4);
}

static inline void mf_plan(MfPlan *p, int row_axes, const MfAxis *rows, int column_axes,
                           const MfAxis *columns, int counters, const MfTerm *terms)
{
    mf_plan_for(p, row_axes, rows, column_axes, columns, counters, terms, MF_V, 8);
}

/* ---- what is asked for while a product runs ---- */

/* Where the first block of the next product is likely to begin: as far behind this one
 * as that is behind the last. */
static inline void mf_expect(MfPlan *p, const void *a, const void *b, uintptr_t *next)
{
    next[0] = (uintptr_t)a + (p->a ? (uintptr_t)a - p->a : 0);
    next[1] = (uintptr_t)b + (p->b ? (uintptr_t)b - p->b : 0);
    p->a = (uintptr_t)a;
    p->b = (uintptr_t)b;
}

/* Has each panel ask for up to `most` lines of a block more, from the i-th on: whole
 * runs of n elements, so far apart. */
static inline int mf_soon_add(MfSoon *s, int i, int most, uintptr_t at, int n,
                              ptrdiff_t apart, int bytes)
{
    enum { LINE = 64 };
    int run = (n * bytes + LINE - 1) / LINE;
    run = run < most ? run : most;
    uintptr_t step = (uintptr_t)apart * (uintptr_t)bytes;
    int runs = run > 0 ? most / run : 0;
    for (int k = 0; k < runs; k++)
        for (int l = 0; l < run; l++, i++) {
            s->line[i] = at + (uintptr_t)k * step + (uintptr_t)(LINE * l);
            s->step[i] = (uintptr_t)runs * step;
        }
    return i;
}

/* The same of the lines of some columns, or rows, `step` apart, by n terms `next`
 * apart: in the order of memory, if either are neighbours and the others equally far
 * apart. */
static inline int mf_soon_block(MfSoon *s, int i, int most, uintptr_t at, int lines,
                                ptrdiff_t step, int n, ptrdiff_t next, int bytes)
{
    if (step == 1 && next != 0)
        return mf_soon_add(s, i, most, at, lines, next, bytes);
    if (next == 1 && step != 0)
        return mf_soon_add(s, i, most, at, n, step, bytes);
    return i;
}

/* What strip i of n terms asks for, of a block whose operands begin `here`, the next
 * one's `there`: as much of the strip behind it with each panel as makes all of it; the
 * last one for the first strip and the rows of the next block, as far as they are
 * others. */
static inline void mf_soon(MfSoon *soon, const MfPlan *p, int i, int n,
                           const uintptr_t here[2], const uintptr_t there[2], int bytes)
{
    enum { LINE = 64 };
    int last = i == p->strips - 1;
    const MfStrip *s = &p->strip[last ? 0 : i + 1];
    uintptr_t a = last && there[0] != here[0] ? there[0] : 0, b = here[1];
    if (last)
        b = there[1] != here[1] ? there[1] : 0;
    int asks = (n + 1) / 2, k = 0;
    if (b) {
        int panels = (p->m + 5) / 6,
            some = (s->own * bytes * n / LINE + panels - 1) / panels;
        some = 4 * some < 3 * asks ? some : 3 * asks / 4;
        b += (uintptr_t)p->column[s->column] * (uintptr_t)bytes;
        k = mf_soon_block(soon, k, some, b, s->own, p->column_step, n, p->step_b,
                          bytes);
    }
    if (a) {
        a += (uintptr_t)p->row[p->first] * (uintptr_t)bytes;
        k = mf_soon_block(soon, k, asks - k, a, p->m, p->row_step, n, p->step_a, bytes);
    }
    for (; k < asks || k % 8; k++) {
        soon->line[k] = (uintptr_t)p;
        soon->step[k] = 0;
    }
}

/* Has the next product of the plan ask the second cache for a part of the bytes that
 * lie `far` behind `at`, as mf_ahead does: some lines with each of its panels, for a
 * cache takes few requests at a time, and the rest would wait. */
static inline void mf_later(MfPlan *p, const void *at, size_t far, int bytes, int part,
                            int parts)
{
    enum { LINE = 64 };
    int lines = (bytes + LINE - 1) / LINE, n = (lines + parts - 1) / parts;
    if (p->pieces == MF_PIECES)
        return;
    int blocks = (p->term[p->counters - 1].extent + p->turns - 1) / p->turns;
    for (int q = 0; q < p->counters - 1; q++)
        blocks *= p->term[q].extent;
    int panels = 0;
    for (int i = 0; i < p->strips; i++)
        panels += (mf_parts(p, p->strip[i].vectors).high + 5) / 6 * blocks;
    p->piece[p->pieces++] =
        (MfPiece){(uintptr_t)at + far + (uintptr_t)part * (uintptr_t)(n * LINE), n,
                  (n + panels - 1) / panels};
}

/* With each of so many panels. */
static inline void mf_ask(MfPlan *p, int panels)
{
#if defined __GNUC__
    for (int i = 0; i < p->owns; i++) {
        MfOwn *x = &p->own[i];
        int n = (x->rows + panels - 1) / panels;
        for (int k = 0; k < n; k++, x->at += (uintptr_t)x->step)
            for (int l = 0; l < x->lines; l++)
                __builtin_prefetch((const void *)(x->at + (uintptr_t)(64 * l)), 1, 3);
        x->rows -= n;
    }
    p->owns = panels == 1 ? 0 : p->owns;
    for (int i = 0; i < p->pieces; i++) {
        MfPiece *x = &p->piece[i];
        int n = x->each < x->lines ? x->each : x->lines;
        for (int k = 0; k < n; k++)
            __builtin_prefetch((const void *)(x->at + (uintptr_t)(64 * k)), 0, 2);
        x->at += (uintptr_t)(64 * n);
        x->lines -= n;
    }
#else
    (void)p;
    (void)panels;
#endif
}

#endif

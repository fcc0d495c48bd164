/*
 * test_blas.c - which tiles are products of two matrices, as OpenBLAS takes them: what
 * tile_matrices says of a tile's counters and steps must find the same elements, for
 * random orders of axes in memory, gaps, axes of one element and steps of 0.
 */
#include "../../runtime/mf_random.h"
#include "loop.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *blas_suite(void);

enum { TILES = 20000, AXES = 2 };

typedef struct Draw {
    uint64_t seed, at;
} Draw;

static int64_t below(Draw *d, uint64_t n)
{
    return (int64_t)mf_random_below(d->seed, 79, 0, d->at++, n);
}

/* Steps of an array that has these axes in some order; gaps may be left between rows,
 * and now and then an axis is a copy. */
static void draw_steps(Draw *d, int n, const int64_t *extent, int64_t **step)
{
    int order[2 * AXES];
    for (int i = 0; i < n; i++) {
        int k = (int)below(d, (uint64_t)i + 1);
        order[i] = order[k];
        order[k] = i;
    }
    if (below(d, 2) == 0) /* as it mostly is: outermost first */
        for (int i = 0; i < n; i++)
            order[i] = n - 1 - i;
    int64_t next = 1;
    for (int i = 0; i < n; i++) {
        bool copy = below(d, 16) == 0;
        *step[order[i]] = copy ? 0 : next;
        next *= copy ? 1 : extent[order[i]] + (below(d, 6) == 0);
    }
}

static Tile random_tile(Draw *d)
{
    Tile t = {.rows = 1 + (int)below(d, AXES),
              .columns = 1 + (int)below(d, AXES),
              .terms = 1 + (int)below(d, AXES)};
    for (int i = 0; i < AXES; i++) {
        t.row_extent[i] = 1 + below(d, 3);
        t.column_extent[i] = 1 + below(d, 3);
        t.term_extent[i] = 1 + below(d, 3);
    }
    for (int side = 0; side < 2; side++) {
        int n = 0, own = side == 0 ? t.rows : t.columns;
        int64_t extent[2 * AXES], *step[2 * AXES];
        for (int k = 0; k < own + t.terms; k++) {
            bool term =
                side == 0 ? k >= own : k < t.terms; /* [rows, terms], [terms, ...] */
            int i = side == 0 ? (term ? k - own : k) : (term ? k : k - t.terms);
            extent[n] = term        ? t.term_extent[i]
                        : side == 0 ? t.row_extent[i]
                                    : t.column_extent[i];
            step[n++] = term ? (side == 0 ? &t.term_a[i] : &t.term_b[i])
                             : (side == 0 ? &t.row_step[i] : &t.column_step[i]);
        }
        draw_steps(d, n, extent, step);
    }
    return t;
}

/* Where turn v of the nested counters is. */
static int64_t place(int n, const int64_t *extent, const int64_t *step, int64_t v)
{
    int64_t at = 0;
    for (int i = n - 1; i >= 0; i--) {
        at += v % extent[i] * step[i];
        v /= extent[i];
    }
    return at;
}

static int64_t turns(int n, const int64_t *extent)
{
    int64_t all = 1;
    for (int i = 0; i < n; i++)
        all *= extent[i];
    return all;
}

/* An operand of rows by columns, by the tile and as BLAS finds it. */
static void check_operand(int64_t rows, int64_t columns, bool turned, int64_t step,
                          const Tile *t, bool second)
{
    ck_assert_int_ge(step, turned ? rows : columns); /* or BLAS refuses it */
    for (int64_t r = 0; r < rows; r++)
        for (int64_t c = 0; c < columns; c++) {
            int64_t own = second
                              ? place(t->columns, t->column_extent, t->column_step, c)
                              : place(t->rows, t->row_extent, t->row_step, r);
            int64_t term = place(t->terms, t->term_extent,
                                 second ? t->term_b : t->term_a, second ? r : c);
            ck_assert_int_eq(own + term, turned ? c * step + r : r * step + c);
        }
}

START_TEST(matrices_are_found_where_they_are)
{
    Draw d = {1, 0};
    int found = 0;
    for (int i = 0; i < TILES; i++) {
        Tile t = random_tile(&d);
        Matrices x;
        if (!tile_matrices(&t, &x))
            continue;
        found++;
        ck_assert_int_eq(x.m, turns(t.rows, t.row_extent));
        ck_assert_int_eq(x.n, turns(t.columns, t.column_extent));
        ck_assert_int_eq(x.k, turns(t.terms, t.term_extent));
        check_operand(x.m, x.k, x.turned_a, x.step_a, &t, false);
        check_operand(x.k, x.n, x.turned_b, x.step_b, &t, true);
    }
    ck_assert_int_gt(found, TILES / 4);
    ck_assert_int_lt(found, TILES);
}
END_TEST

/* Matrices in all four ways, a single row or column among them, do go there. */
START_TEST(plain_matrices_are_taken)
{
    for (int64_t n = 1; n <= 3; n++)
        for (int way = 0; way < 4; way++) {
            int64_t m = 4 - n, k = 2;
            bool a = way & 1, b = way & 2; /* turned */
            Tile t = {.rows = 1, .columns = 1, .terms = 1};
            t.row_extent[0] = m;
            t.column_extent[0] = n;
            t.term_extent[0] = k;
            t.row_step[0] = a ? 1 : k;
            t.term_a[0] = a ? m : 1;
            t.column_step[0] = b ? k : 1;
            t.term_b[0] = b ? 1 : n;
            Matrices x;
            ck_assert(tile_matrices(&t, &x));
        }
}
END_TEST

Suite *blas_suite(void)
{
    Suite *suite = suite_create("blas");
    TCase *t = tcase_create("matrices");
    tcase_add_test(t, matrices_are_found_where_they_are);
    tcase_add_test(t, plain_matrices_are_taken);
    suite_add_tcase(suite, t);
    return suite;
}

/*
 * blas.c - tiles that OpenBLAS can do (--blas): products of two matrices, each with
 * its rows or its columns along memory. Windows, whose terms are no single counter,
 * stay with mf_tile.h.
 *
 * The bits of such a product depend on the library and on the machine.
 */
#include "loop.h"

/* Nested counters as one of so many turns, or false. */
static bool flatten(int n, const int64_t *extent, const int64_t *step, int64_t *turns,
                    int64_t *each)
{
    *turns = 1;
    *each = 0;
    for (int i = n - 1; i >= 0; i--) {
        if (extent[i] == 1)
            continue;
        if (*turns == 1)
            *each = step[i];
        else if (step[i] != *each * *turns)
            return false;
        *turns *= extent[i];
    }
    return true;
}

/* A matrix of rows by columns; `step` from one line of memory to the next. */
static bool is_matrix(int64_t rows, int64_t row, int64_t columns, int64_t column,
                      bool *turned, int64_t *step)
{
    if ((column == 1 || columns == 1) && (row >= columns || rows == 1)) {
        *turned = false;
        *step = rows == 1 ? columns : row;
        return true;
    }
    *turned = true;
    *step = columns == 1 ? rows : column;
    return (row == 1 || rows == 1) && *step >= rows;
}

bool tile_matrices(const Tile *t, Matrices *x)
{
    int64_t row, column, term_a, term_b;
    return flatten(t->rows, t->row_extent, t->row_step, &x->m, &row) &&
           flatten(t->columns, t->column_extent, t->column_step, &x->n, &column) &&
           flatten(t->terms, t->term_extent, t->term_a, &x->k, &term_a) &&
           flatten(t->terms, t->term_extent, t->term_b, &x->k, &term_b) &&
           is_matrix(x->m, row, x->k, term_a, &x->turned_a, &x->step_a) &&
           is_matrix(x->k, term_b, x->n, column, &x->turned_b, &x->step_b);
}

static bool block_calls_blas(const Block *block)
{
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        if ((s->kind == S_TILE && s->tile->blas) || block_calls_blas(&s->body))
            return true;
    }
    return false;
}

bool kernel_calls_blas(const Kernel *k)
{
    return block_calls_blas(&k->body);
}

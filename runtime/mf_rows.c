/*
 * mf_rows.c - the order of the rows: a permutation drawn anew for every epoch
 * (Fisher and Yates), independent draws, or the order of the file; and batches
 * gathered from them.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "mf_rows.h"

int mf_rows_begin(MfRows *r, MfShuffle shuffle, uint64_t seed, uint64_t stream,
                  long rows, int batch)
{
    *r = (MfRows){shuffle, seed, stream, (uint64_t)rows, (uint64_t)batch, 0, NULL, 0};
    r->batches = r->rows / r->batch;
    if (r->batches == 0)
        return mf_fail(3, "the data have %s, but a batch is %d: use a smaller batch",
                       mf_count((size_t)rows, "row").text, batch);
    if (shuffle != MF_SHUFFLE)
        return 0;
    if (r->rows > UINT32_MAX)
        return mf_fail(3, "the data have %ld rows: too many to shuffle", rows);
    r->order = mf_alloc((size_t)rows, sizeof *r->order);
    return r->order != NULL ? 0 : 3;
}

void mf_rows_free(MfRows *r)
{
    free(r->order);
    r->order = NULL;
}

static void rows_shuffle(MfRows *r, uint64_t epoch)
{
    for (uint64_t i = 0; i < r->rows; i++)
        r->order[i] = (uint32_t)i;
    for (uint64_t i = r->rows; i-- > 1;) {
        uint64_t k = mf_random_below(r->seed, r->stream, epoch, i, i + 1);
        uint32_t row = r->order[i];
        r->order[i] = r->order[k];
        r->order[k] = row;
    }
    r->ordered = epoch + 1;
}

/* Independent draws. A block of random bits serves two of them, 2 j and 2 j + 1:
 * the compiler sees it where nothing that it writes could be seed or stream. */
static void rows_draw(const MfRows *r, uint64_t number, uint64_t *row)
{
    uint64_t seed = r->seed, stream = r->stream, rows = r->rows, batch = r->batch;
    uint64_t j = 0;
    for (; j + 1 < batch; j += 2) {
        uint64_t first = mf_random_below(seed, stream, number, j, rows);
        row[j + 1] = mf_random_below(seed, stream, number, j | 1, rows);
        row[j] = first;
    }
    if (j < batch)
        row[j] = mf_random_below(seed, stream, number, j, rows);
}

void mf_rows_batch(MfRows *r, uint64_t number, uint64_t *row)
{
    uint64_t epoch = number / r->batches, first = number % r->batches * r->batch;
    if (r->shuffle == MF_REPLACEMENT) {
        rows_draw(r, number, row);
        return;
    }
    if (r->shuffle == MF_SHUFFLE && r->ordered != epoch + 1)
        rows_shuffle(r, epoch);
    for (uint64_t i = 0; i < r->batch; i++)
        row[i] = r->shuffle == MF_SHUFFLE ? r->order[first + i] : first + i;
}

int mf_batch_begin(MfBatch *b, const MfSet *set, uint64_t size)
{
    size_t n = (size_t)set->n;
    *b = (MfBatch){set, size, mf_alloc(n, sizeof *b->buffer)};
    if (b->buffer == NULL)
        return 3;
    for (size_t i = 0; i < n; i++) {
        b->buffer[i] = mf_alloc((size_t)size, set->column[i].row_bytes);
        if (b->buffer[i] == NULL)
            return 3;
    }
    return 0;
}

void mf_batch_put(MfBatch *b, uint64_t place, uint64_t row)
{
    for (int i = 0; i < b->set->n; i++) {
        const MfColumn *column = &b->set->column[i];
        memcpy((char *)b->buffer[i] + place * column->row_bytes,
               mf_row(column, (long)row), column->row_bytes);
    }
}

const void *const *mf_batch_inputs(const MfBatch *b)
{
    return (const void *const *)b->buffer;
}

void mf_batch_free(MfBatch *b)
{
    for (int i = 0; b->buffer != NULL && i < b->set->n; i++)
        free(b->buffer[i]);
    free(b->buffer);
    b->buffer = NULL;
}

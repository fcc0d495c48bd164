/*
 * mf_rows.h - which rows make which batch. The answer is a function of the seed
 * and the number of the batch alone, so a training that was stopped anywhere
 * goes on as if it had not been.
 */
#ifndef MF_ROWS_H
#define MF_ROWS_H

#include "mf_data.h"
#include "mfrt.h"

typedef struct MfRows {
    MfShuffle shuffle;
    uint64_t seed, stream;
    uint64_t rows, batch;
    uint64_t batches; /* of an epoch: the whole ones */
    uint32_t *order;  /* MF_SHUFFLE: the rows of epoch `ordered` - 1 */
    uint64_t ordered; /* 0: of none yet */
} MfRows;

/* 0, or 3 after a message when the rows do not fill a batch or there is no
 * memory. Different streams shuffle differently. */
int mf_rows_begin(MfRows *r, MfShuffle shuffle, uint64_t seed, uint64_t stream,
                  long rows, int batch);
/* The rows of a batch, `batch` of them; batches count from 0 since the start of
 * training. */
void mf_rows_batch(MfRows *r, uint64_t number, uint64_t *row);
void mf_rows_free(MfRows *r);

/* A batch in memory: one buffer for each input, filled with rows of a set. */
typedef struct MfBatch {
    const MfSet *set;
    uint64_t size; /* rows */
    void **buffer;
} MfBatch;

int mf_batch_begin(MfBatch *b, const MfSet *set, uint64_t size);
/* Copies a row of the set to a place of the batch. */
void mf_batch_put(MfBatch *b, uint64_t place, uint64_t row);
/* The buffers as the model's functions take them. */
const void *const *mf_batch_inputs(const MfBatch *b);
void mf_batch_free(MfBatch *b);

#endif

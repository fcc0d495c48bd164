/*
 * mf_course.c - feeds a train. Buffers are allocated once; a row is copied from
 * where the data lie into its place in the batch.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mf_course.h"

static const MfSet no_data = {.split = "", .rows = 1};

static int values_count(const MfTrain *train)
{
    return 1 + train->n_metrics;
}

static int course_buffers(MfCourse *c)
{
    size_t n = (size_t)values_count(c->train);
    c->value = mf_alloc(n, sizeof(double));
    c->valid_value = mf_alloc(n, sizeof(double));
    c->sum = mf_alloc(n, sizeof(double));
    c->part = mf_alloc(n, sizeof(double));
    return c->value && c->valid_value && c->sum && c->part ? 0 : 3;
}

static int course_data(MfCourse *c, const MfModel *model, const MfDataArgs *args)
{
    const MfTrain *train = c->train;
    if (train->n_in == 0) {
        c->set = &no_data;
        return 0;
    }
    int code = mf_data_load(model, train->n_in, train->in, args, &c->data);
    if (code != 0)
        return code;
    c->set = mf_data_set(&c->data, "train");
    if (train->valid_split != NULL && train->eval == NULL)
        return mf_fail(70, "a train without eval cannot be validated");
    if (train->valid_split != NULL)
        c->valid = mf_data_set(&c->data, train->valid_split);
    if (train->valid_split != NULL && c->valid == NULL)
        return mf_fail(3, "the data have no split %s to validate on",
                       train->valid_split);
    if (c->set == NULL)
        return mf_fail(3, "the data have no split train");
    if (c->valid != NULL && c->valid->rows == 0)
        return mf_fail(3, "the split %s has no rows to validate on",
                       train->valid_split);
    return 0;
}

static void say_left_out(const MfCourse *c)
{
    uint64_t used = c->per_epoch * c->parts * c->rows.batch;
    if (c->rows.shuffle == MF_REPLACEMENT || used == c->rows.rows)
        return;
    fprintf(stderr,
            "note: %ld of %s do not fill a batch of %d%s: each epoch leaves as many "
            "out\n",
            (long)(c->rows.rows - used), mf_count((size_t)c->set->rows, "row").text,
            (int)c->rows.batch, c->parts > 1 ? " or an accumulated step" : "");
}

int mf_course_check(const MfTrain *train)
{
    const MfPort *in = train->in;
    for (int i = 0; i < train->n_in; i++)
        if (in[i].rank == 0)
            return mf_fail(3,
                           "input %s is a scalar, but rows of data make a batch: give "
                           "it a first axis",
                           in[i].name);
    for (int i = 1; i < train->n_in; i++)
        if (in[i].dim[0] != in[0].dim[0])
            return mf_fail(3,
                           "input %s begins with an axis of %d but input %s of %d, "
                           "while rows of data make one batch: give all a first axis "
                           "of 1 where a whole is one row",
                           in[0].name, in[0].dim[0], in[i].name, in[i].dim[0]);
    return 0;
}

int mf_course_begin(MfCourse *c, const MfModel *model, const MfCoursePlan *plan)
{
    const MfTrain *train = &model->train[plan->number];
    *c = (MfCourse){.train = train};
    c->turns = train->turns > 0 ? (uint64_t)train->turns : 1;
    c->parts = train->accumulate > 1 ? (uint64_t)train->accumulate : 1;
    int code = mf_course_check(train);
    if (code == 0)
        code = course_buffers(c);
    if (code == 0)
        code = course_data(c, model, plan->data);
    if (code != 0)
        return code;
    bool data = train->n_in > 0;
    MfShuffle shuffle = plan->in_order || !data ? MF_IN_ORDER : train->shuffle;
    uint64_t stream = mf_hash("rows") + (uint64_t)plan->number;
    code = mf_rows_begin(&c->rows, shuffle, plan->seed, stream, c->set->rows,
                         data ? train->batch : 1);
    if (code != 0)
        return code;
    c->per_epoch = data ? c->rows.batches / c->parts : 1;
    if (c->per_epoch == 0)
        return mf_fail(3, "the data have %s, but a step accumulates %d batches of %d",
                       mf_count((size_t)c->set->rows, "row").text, train->accumulate,
                       train->batch);
    if (data && !plan->quiet)
        say_left_out(c);
    c->row = mf_alloc((size_t)c->rows.batch, sizeof *c->row);
    return c->row == NULL ? 3 : mf_batch_begin(&c->batch, c->set, c->rows.batch);
}

void mf_course_free(MfCourse *c)
{
    mf_batch_free(&c->batch);
    mf_rows_free(&c->rows);
    mf_data_free(&c->data);
    free(c->row);
    free(c->value);
    free(c->valid_value);
    free(c->sum);
    free(c->part);
}

/* Fills the buffers with the batch of that number. Batches that an epoch leaves
 * out, because they do not fill an accumulated step, are skipped. */
static void course_gather(MfCourse *c, uint64_t number)
{
    uint64_t used = c->per_epoch * c->parts;
    number = number / used * c->rows.batches + number % used;
    mf_rows_batch(&c->rows, number, c->row);
    for (uint64_t i = 0; i < c->batch.size; i++)
        mf_batch_put(&c->batch, i, c->row[i]);
}

/* One batch of an update, through part or, the last one, through step. */
static void course_batch(MfCourse *c, void *net, void *seed, uint64_t update,
                         uint64_t part)
{
    const void *const *in = mf_batch_inputs(&c->batch);
    uint64_t own = c->rows.seed + (part + 1) * 0x9e3779b97f4a7c15U;
    bool last = part + 1 == c->parts;
    course_gather(c, update * c->parts + part);
    memcpy(seed, last ? &c->rows.seed : &own, sizeof own);
    if (last)
        c->train->step(net, in, c->part);
    else
        c->train->part(net, in, c->part);
}

void mf_course_update(MfCourse *c, void *net, void *seed, uint64_t number)
{
    int n = values_count(c->train);
    if (c->parts == 1) {
        course_gather(c, number);
        c->train->step(net, mf_batch_inputs(&c->batch), c->value);
        return;
    }
    for (int i = 0; i < n; i++)
        c->value[i] = 0;
    for (uint64_t k = 0; k < c->parts; k++) {
        course_batch(c, net, seed, number, k);
        for (int i = 0; i < n; i++)
            c->value[i] += c->part[i];
    }
    for (int i = 0; i < n; i++)
        c->value[i] /= (double)c->parts;
}

/* ---- inference ---- */

static void add_weighted(double *mean, const double *value, int n, double weight)
{
    for (int i = 0; i < n; i++)
        mean[i] += weight * value[i];
}

/* Puts in place the values that are made of sums over all rows. */
static int totals(const MfTrain *train, void *net, double *mean)
{
    if (train->total == NULL)
        return 0;
    const double *sum = mean + 1 + train->n_metrics;
    const void **in = mf_alloc((size_t)train->n_sums, sizeof *in);
    double *out = mf_alloc((size_t)train->n_totalled, sizeof *out);
    int code = in == NULL || out == NULL ? 3 : 0;
    if (code == 0) {
        for (int i = 0; i < train->n_sums; i++)
            in[i] = &sum[i];
        train->total(net, in, out);
        for (int i = 0; i < train->n_totalled; i++)
            mean[train->totalled[i]] = out[i];
    }
    free(in);
    free(out);
    return code;
}

/* The values of the rows from `row` on, fewer than a batch, and again from `again` on
 * until the batch is full. */
static void eval_filled(const MfTrain *train, void *net, MfBatch *b, uint64_t row,
                        uint64_t again, double *value)
{
    uint64_t rows = (uint64_t)b->set->rows;
    for (uint64_t i = 0; i < b->size; i++, row = row + 1 < rows ? row + 1 : again)
        mf_batch_put(b, i, row);
    train->eval(net, mf_batch_inputs(b), value);
}

/* The rows from `row` on, fewer than a batch. */
static void eval_rest(const MfTrain *train, void *net, MfBatch *b, uint64_t row,
                      double *value, double *mean)
{
    int n = values_count(train), sums = train->n_sums;
    uint64_t rows = (uint64_t)b->set->rows;
    for (; train->eval_one != NULL && row < rows; row++) {
        mf_batch_put(b, 0, row);
        train->eval_one(net, mf_batch_inputs(b), value);
        add_weighted(mean, value, n + sums, 1);
    }
    if (row == rows)
        return;
    double rest = (double)(rows - row), size = (double)b->size;
    eval_filled(train, net, b, row, row, value);
    add_weighted(mean, value, n, rest);
    if (sums == 0)
        return;
    /* of a sum, what the last row as a filling adds is known: less that */
    eval_filled(train, net, b, row, rows - 1, value);
    add_weighted(mean + n, value + n, sums, size);
    eval_filled(train, net, b, rows - 1, rows - 1, value);
    add_weighted(mean + n, value + n, sums, rest - size);
}

uint64_t mf_eval_rows(const MfTrain *train, const MfSet *set, int batches)
{
    uint64_t rows = (uint64_t)set->rows;
    uint64_t most = (uint64_t)(batches > 0 && train->n_in > 0 ? batches : 0) *
                    (uint64_t)train->batch;
    return most > 0 && most < rows ? most : rows;
}

int mf_course_eval(const MfTrain *train, void *net, const MfSet *set, int batches,
                   double *result)
{
    MfBatch b;
    int n = values_count(train) + train->n_sums;
    uint64_t size = train->n_in > 0 ? (uint64_t)train->batch : 1, row = 0;
    uint64_t all = (uint64_t)set->rows, rows = mf_eval_rows(train, set, batches);
    double *mean = mf_alloc(2 * (size_t)n, sizeof *mean), *value = mean + n;
    int code = mf_batch_begin(&b, set, size);
    if (mean == NULL)
        code = 3;
    if (code == 0) {
        for (int i = 0; i < n; i++)
            mean[i] = 0;
        /* A part is spread over all rows: those of a text overlap, and the first
         * few hundred are a few lines of it. */
        for (; row + size <= rows; row += size) {
            for (uint64_t i = 0; i < size; i++)
                mf_batch_put(&b, i, (row + i) * all / rows);
            train->eval(net, mf_batch_inputs(&b), value);
            add_weighted(mean, value, n, (double)size);
        }
        if (row < rows)
            eval_rest(train, net, &b, row, value, mean);
        for (int i = 0; i < n; i++)
            mean[i] /= (double)rows;
        code = totals(train, net, mean);
        memcpy(result, mean, (size_t)values_count(train) * sizeof *mean);
    }
    mf_batch_free(&b);
    free(mean);
    return code;
}

/* Whether a row holds what is no number; whole numbers always are. */
static bool row_is_bad(const MfColumn *column, long row)
{
    const void *at = mf_row(column, row);
    bool bad = false;
    if (column->port->dtype == MF_F32)
        for (size_t i = 0; i < column->row_bytes / sizeof(float); i++)
            bad |= !isfinite(((const float *)at)[i]);
    else if (column->port->dtype == MF_F64)
        for (size_t i = 0; i < column->row_bytes / sizeof(double); i++)
            bad |= !isfinite(((const double *)at)[i]);
    return bad;
}

MfBadRow mf_course_bad_row(const MfCourse *c)
{
    for (int i = 0; c->set != NULL && i < c->set->n; i++)
        for (long row = 0; row < c->set->rows; row++)
            if (row_is_bad(&c->set->column[i], row))
                return (MfBadRow){c->set->column[i].port, row};
    return (MfBadRow){NULL, 0};
}

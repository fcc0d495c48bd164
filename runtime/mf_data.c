/*
 * mf_data.c - puts the inputs' sources side by side: agree on the number of rows,
 * cut them into splits, fit the scaling on the training split, turn each source
 * into one column. A split is a range of rows, in the order of the files:
 *
 *     fractions   train .85 | valid .15      of the rows, or of a text's bytes
 *     fields      train 60000 | test 10000   parts of a column, one after another
 */
#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mf_source.h"

/* Rows of all columns. */
typedef struct DataRange {
    const char *name;
    size_t first, rows;
} DataRange;

/* A dataset in the making. An item is a row, or a byte of a text, where a row
 * spans several. */
typedef struct DataPlan {
    MfReader reader;
    const MfFit *given; /* NULL: fit anew */
    int n;
    MfSource *source;
    size_t items, span, rows;
    int n_ranges;
    DataRange *range;
} DataPlan;

/* ---- rows and splits ---- */

static size_t source_rows(const MfSource *source, const char *split)
{
    size_t rows = 0;
    for (int i = 0; i < source->n_parts; i++) {
        const MfPart *part = &source->part[i];
        if (split == NULL || (part->split != NULL && strcmp(part->split, split) == 0))
            rows += part->array.rows;
    }
    return rows;
}

static bool source_is_split(const MfSource *source)
{
    return source->n_parts > 0 && source->part[0].split != NULL;
}

/* A row of a text is as long as the longest window, with its shift. */
static int plan_text_rows(DataPlan *p)
{
    const MfReader *r = &p->reader;
    p->items = r->text.size;
    for (int i = 0; i < p->n; i++) {
        const MfSource *s = &p->source[i];
        size_t span = mf_port_row(s->port) + (size_t)s->shift - 1;
        if (s->shift == 0)
            return mf_fail(3, "input %s is not from %s, as the other inputs are",
                           s->port->name, r->text_path);
        p->span = span > p->span ? span : p->span;
    }
    if (p->items < p->span)
        return mf_fail(3, "%s: %s, expected at least the %zu of one row", r->text_path,
                       mf_count(p->items, "byte").text, p->span);
    p->rows = p->items - p->span + 1;
    return 0;
}

static int plan_rows(DataPlan *p)
{
    p->span = 1;
    if (p->reader.text.at != NULL)
        return plan_text_rows(p);
    for (int i = 0; i < p->n; i++) {
        size_t rows = source_rows(&p->source[i], NULL);
        if (i > 0 && rows != p->rows)
            return mf_fail(3, "input %s has %s but input %s has %zu",
                           p->source[0].port->name, mf_count(p->rows, "row").text,
                           p->source[i].port->name, rows);
        p->rows = rows;
    }
    p->items = p->rows;
    if (p->rows > LONG_MAX)
        return mf_fail(3, "too many rows");
    return 0;
}

/* Adds the range of the items first to last - 1. */
static void plan_add_range(DataPlan *p, const char *name, size_t first, size_t last)
{
    size_t items = last - first;
    p->range[p->n_ranges++] =
        (DataRange){name, first, items < p->span ? 0 : items - p->span + 1};
}

static int plan_cut(DataPlan *p, const char *name, double fraction, double *sum,
                    size_t *first)
{
    *sum += fraction;
    if (!(fraction >= 0) || *sum > 1 + 1e-9)
        return mf_fail(3,
                       "split %s: the fractions of all splits must add up to at most 1",
                       name);
    double end = floor((double)p->items * *sum + 0.5);
    size_t last = end >= (double)p->items ? p->items : (size_t)end;
    plan_add_range(p, name, *first, last);
    *first = last;
    return 0;
}

/* "train" comes first, be it declared or what the other splits leave over. */
static int plan_fractions(DataPlan *p, const MfData *data)
{
    const MfSplit *train = NULL;
    double sum = 0, others = 0;
    size_t first = 0;
    int code = 0;
    for (int i = 0; i < data->n_splits; i++)
        if (strcmp(data->split[i].name, "train") == 0)
            train = &data->split[i];
        else
            others += data->split[i].fraction;
    double fraction = train != NULL ? train->fraction : 1 - others;
    if (train != NULL || fraction > 1e-9)
        code = plan_cut(p, "train", fraction, &sum, &first);
    for (int i = 0; i < data->n_splits && code == 0; i++)
        if (&data->split[i] != train)
            code =
                plan_cut(p, data->split[i].name, data->split[i].fraction, &sum, &first);
    return code;
}

static int plan_compare_splits(const DataPlan *p, const MfSource *with,
                               const char *name)
{
    size_t rows = source_rows(with, name);
    for (int i = 0; i < p->n; i++) {
        const MfSource *s = &p->source[i];
        if (source_is_split(s) && source_rows(s, name) != rows)
            return mf_fail(3, "split %s: input %s has %s but input %s has %zu", name,
                           with->port->name, mf_count(rows, "row").text, s->port->name,
                           source_rows(s, name));
    }
    return 0;
}

/* Splits that the fields name come in the order of their parts, which must be the
 * same for every input. */
static int plan_parts(DataPlan *p, const MfSource *with)
{
    size_t first = 0;
    for (int i = 0; i < with->n_parts; i++) {
        const char *name = with->part[i].split;
        bool again = false;
        for (int j = 0; j < p->n_ranges; j++)
            again |= strcmp(p->range[j].name, name) == 0;
        if (again)
            continue;
        size_t rows = source_rows(with, name);
        int code = plan_compare_splits(p, with, name);
        if (code != 0)
            return code;
        plan_add_range(p, name, first, first + rows);
        first += rows;
    }
    return 0;
}

/* As declared; one that only fields name, in the order of these. */
static int part_order(const MfData *data, const char *split)
{
    for (int i = 0; i < data->n_splits && split != NULL; i++)
        if (strcmp(data->split[i].name, split) == 0)
            return i;
    for (int i = 0; i < data->n_fields && split != NULL; i++)
        if (data->field[i].split != NULL && strcmp(data->field[i].split, split) == 0)
            return data->n_splits + i;
    return data->n_splits + data->n_fields;
}

/* Orders a source's parts as the program's splits; equal ones stay in order. */
static void source_sort(MfSource *source, const MfData *data)
{
    for (int i = 1; i < source->n_parts; i++) {
        MfPart part = source->part[i];
        int j = i;
        for (; j > 0 && part_order(data, source->part[j - 1].split) >
                            part_order(data, part.split);
             j--)
            source->part[j] = source->part[j - 1];
        source->part[j] = part;
    }
}

static int plan_splits(DataPlan *p)
{
    const MfData *data = p->reader.model->data;
    const MfSource *with = NULL;
    bool fractions = false;
    int most = 1; /* one more than those declared: the implied "train" */
    for (int i = 0; i < p->n; i++) {
        most += p->source[i].n_parts;
        if (data != NULL)
            source_sort(&p->source[i], data);
        if (source_is_split(&p->source[i]))
            with = &p->source[i];
    }
    for (int i = 0; data != NULL && i < data->n_splits; i++)
        fractions |= data->split[i].fraction != 0;
    most += data != NULL ? data->n_splits : 0;
    p->range = mf_alloc((size_t)most, sizeof *p->range);
    if (p->range == NULL)
        return 3;
    if (with != NULL)
        return plan_parts(p, with);
    return fractions ? plan_fractions(p, data) : 0;
}

static DataRange plan_training(const DataPlan *p)
{
    for (int i = 0; i < p->n_ranges; i++)
        if (strcmp(p->range[i].name, "train") == 0)
            return p->range[i];
    return (DataRange){"", 0, p->rows};
}

/* ---- fitting and filling ---- */

/* Adds to the fit what these rows teach about the source, unless it is there. */
static int plan_fit(const DataPlan *p, const MfSource *source, MfFit *fit)
{
    MfScale scale = source->field == NULL ? MF_AS_IS : source->field->scale;
    bool learn = scale == MF_ZSCORE || scale == MF_MINMAX;
    if (scale != MF_AS_IS && source->port->dtype != MF_F32 &&
        source->port->dtype != MF_F64)
        return mf_fail(3, "input %s: only floating numbers can be scaled",
                       source->port->name);
    if (mf_fit_find(fit, source->port->name) != NULL || (!learn && source->csv == NULL))
        return 0;
    if (learn && p->reader.fixed)
        return mf_fail(3,
                       "input %s is scaled by its training data, which are not known",
                       source->port->name);
    DataRange train = plan_training(p);
    if (learn && train.rows == 0)
        return mf_fail(3, "input %s: no training rows to fit its scaling on",
                       source->port->name);
    MfFitted *f = mf_fit_add(fit, source);
    if (f == NULL)
        return 3;
    return learn ? mf_fit_learn(f, source, train.first, train.rows) : 0;
}

/* The scaling of a source; one and divisor are room for that of the script. */
static int plan_map(const MfSource *source, const MfFit *fit, double *sub, double *div,
                    MfMap *map)
{
    const MfFitted *f = mf_fit_find(fit, source->port->name);
    const MfField *field = source->field;
    size_t row = mf_port_row(source->port);
    *map = (MfMap){.mul = 1};
    if (field != NULL && field->scale == MF_AFFINE) {
        if (field->div == 0)
            return mf_fail(3, "input %s: scaled by a division by 0",
                           source->port->name);
        *sub = field->sub;
        *div = field->div;
        *map = (MfMap){.mul = field->mul, .n = 1, .sub = sub, .div = div};
    } else if (field != NULL && field->scale != MF_AS_IS && f != NULL) {
        if (f->n_scaled != 1 && (size_t)f->n_scaled != row)
            return mf_fail(3,
                           "input %s takes %s a row but the scaling of the training "
                           "is for %d",
                           source->port->name, mf_count(row, "number").text,
                           f->n_scaled);
        *map = (MfMap){.mul = 1, .n = f->n_scaled, .sub = f->sub, .div = f->div};
    }
    return 0;
}

/* Keeps a block as long as the data; false after a message. */
static bool data_keep(MfDataset *data, void *block)
{
    void **moved = block == NULL ? NULL
                                 : mf_resize(data->block, (size_t)data->n_blocks + 1,
                                             sizeof *moved);
    if (moved == NULL) {
        free(block);
        return false;
    }
    data->block = moved;
    data->block[data->n_blocks++] = block;
    return true;
}

static int fill_parts(const MfSource *source, const MfMap *map, unsigned char *to)
{
    size_t bytes = mf_port_row(source->port) * mf_dtype_bytes(source->port->dtype);
    int code = 0;
    for (int i = 0; i < source->n_parts && code == 0; i++) {
        const MfArray *a = &source->part[i].array;
        code = mf_array_fill(a, source->port, map, to);
        to += a->rows * bytes;
    }
    return code;
}

/* Turns a source into a column of the data, and frees what it held. */
static int plan_column(const DataPlan *p, MfSource *source, MfDataset *out,
                       MfColumn *column)
{
    const MfPort *port = source->port;
    size_t bytes = mf_port_row(port) * mf_dtype_bytes(port->dtype);
    double sub, div;
    MfMap map;
    *column = (MfColumn){port, bytes, bytes, (long)p->rows, NULL};
    int code = plan_map(source, &out->fit, &sub, &div, &map);
    if (code != 0)
        return code;
    MfArray *only = source->n_parts == 1 ? &source->part[0].array : NULL;
    if (only != NULL && mf_array_is_column(only, port, &map)) {
        column->bytes = only->at;
        void *block = only->block;
        only->block = NULL;
        return data_keep(out, block) ? 0 : 3;
    }
    unsigned char *to = mf_alloc(p->rows, bytes);
    if (!data_keep(out, to))
        return 3;
    column->bytes = to;
    code = fill_parts(source, &map, to);
    mf_source_free(source);
    return code;
}

/* Columns over one array of tokens. */
static int plan_text(const DataPlan *p, MfDataset *out, MfColumn *column)
{
    const MfReader *r = &p->reader;
    const MfData *data = r->model->data;
    MfFit *fit = &out->fit;
    if (fit->n_bytes == 0)
        fit->n_bytes = mf_text_alphabet(&r->text, fit->byte);
    for (int i = 0; i < p->n; i++) {
        int limit = p->source[i].port->limit;
        if (limit == 0 || (data->vocabulary > 0 && data->vocabulary < limit))
            limit = data->vocabulary;
        if (limit > 0 && fit->n_bytes > limit)
            return mf_fail(3,
                           "%s: %d different bytes, but the model's vocabulary is %d "
                           "(input %s)",
                           r->text_path, fit->n_bytes, limit, p->source[i].port->name);
    }
    int32_t *token = mf_text_tokens(r->text_path, &r->text, fit->n_bytes, fit->byte);
    if (!data_keep(out, token))
        return 3;
    for (int i = 0; i < p->n; i++) {
        const MfSource *s = &p->source[i];
        column[i] =
            (MfColumn){s->port, mf_port_row(s->port) * sizeof *token, sizeof *token,
                       (long)p->rows, (const unsigned char *)(token + s->shift - 1)};
    }
    return 0;
}

/* ---- sets ---- */

static int plan_sets(const DataPlan *p, MfDataset *out, const MfColumn *column)
{
    size_t n = (size_t)p->n;
    out->set = mf_alloc((size_t)p->n_ranges + 1, sizeof *out->set);
    if (out->set == NULL)
        return 3;
    for (int i = 0; i <= p->n_ranges; i++) {
        DataRange range = i == 0 ? (DataRange){"", 0, p->rows} : p->range[i - 1];
        MfColumn *view = mf_alloc(n, sizeof *view);
        if (!data_keep(out, view))
            return 3;
        for (size_t j = 0; j < n; j++) {
            view[j] = column[j];
            view[j].rows = (long)range.rows;
            view[j].bytes += range.first * view[j].stride;
        }
        out->set[out->n_sets++] = (MfSet){range.name, (long)range.rows, p->n, view};
    }
    return 0;
}

static int plan_build(DataPlan *p, MfDataset *out, MfColumn *column)
{
    int code = plan_rows(p);
    if (code == 0)
        code = plan_splits(p);
    if (code == 0 && p->given != NULL)
        code = mf_fit_copy(&out->fit, p->given);
    for (int i = 0; i < p->n && code == 0; i++)
        code = plan_fit(p, &p->source[i], &out->fit);
    if (p->reader.text.at != NULL)
        return code != 0 ? code : plan_text(p, out, column);
    for (int i = 0; i < p->n && code == 0; i++)
        code = plan_column(p, &p->source[i], out, &column[i]);
    return code;
}

static int plan_begin(DataPlan *p, const MfModel *model, int n, const MfPort *port,
                      const MfDataArgs *args)
{
    p->reader.model = model;
    p->reader.args = args;
    p->given = args->fit;
    p->source = mf_alloc((size_t)n, sizeof *p->source);
    if (p->source == NULL)
        return 3;
    for (; p->n < n; p->n++)
        p->source[p->n].port = &port[p->n];
    return 0;
}

/* Builds the data from the sources, unless something failed before, and frees
 * the plan. */
static int plan_end(DataPlan *p, int code, MfDataset *out)
{
    MfColumn *column = mf_alloc((size_t)p->n, sizeof *column);
    *out = (MfDataset){0};
    if (column == NULL)
        code = 3;
    if (code == 0)
        code = plan_build(p, out, column);
    if (code == 0)
        code = plan_sets(p, out, column);
    if (code != 0)
        mf_data_free(out);
    for (int i = 0; i < p->n; i++)
        mf_source_free(&p->source[i]);
    free(column);
    free(p->source);
    free(p->range);
    mf_reader_free(&p->reader);
    return code;
}

/* ---- the interface ---- */

int mf_data_load(const MfModel *model, int n_ports, const MfPort *port,
                 const MfDataArgs *args, MfDataset *out)
{
    DataPlan p = {0};
    int code = plan_begin(&p, model, n_ports, port, args);
    if (code == 0)
        code = mf_args_check(model, n_ports, port, args);
    for (int i = 0; i < p.n && code == 0; i++)
        code = mf_source_read(&p.reader, &p.source[i]);
    return plan_end(&p, code, out);
}

int mf_data_load_inputs(const MfModel *model, int n_ports, const MfPort *port, int n_in,
                        const char *const *in, const MfDataArgs *args, MfDataset *out)
{
    DataPlan p = {.reader.fixed = true};
    int code = plan_begin(&p, model, n_ports, port, args);
    if (code == 0)
        code = mf_inputs_read(&p.reader, p.n, p.source, n_in, in);
    return plan_end(&p, code, out);
}

const MfSet *mf_data_set(const MfDataset *data, const char *split)
{
    if (split == NULL || split[0] == '\0')
        return data->n_sets > 0 ? &data->set[0] : NULL;
    for (int i = 1; i < data->n_sets; i++)
        if (strcmp(data->set[i].split, split) == 0)
            return &data->set[i];
    return data->n_sets == 1 && strcmp(split, "train") == 0 ? &data->set[0] : NULL;
}

void mf_data_free(MfDataset *data)
{
    for (int i = 0; i < data->n_blocks; i++)
        free(data->block[i]);
    free(data->block);
    free(data->set);
    mf_fit_free(&data->fit);
    *data = (MfDataset){0};
}

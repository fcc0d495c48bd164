/*
 * mf_command.c - running what was trained: eval over a split, predict over new
 * rows, call on single arrays.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mf_command.h"
#include "mf_course.h"
#include "mf_log.h"
#include "mf_params.h"
#include "mf_train.h"

/* ---- ports ---- */

size_t mf_port_count(const MfPort *port)
{
    size_t n = 1;
    for (int i = 0; i < port->rank; i++)
        n *= (size_t)port->dim[i];
    return n;
}

void **mf_ports_alloc(const MfPort *port, int n)
{
    void **array = mf_alloc((size_t)n, sizeof *array);
    for (int i = 0; i < n && array != NULL; i++) {
        array[i] = mf_alloc(mf_port_count(&port[i]), mf_dtype_size(port[i].dtype));
        if (array[i] == NULL) {
            mf_ports_free(array, i);
            return NULL;
        }
    }
    return array;
}

void mf_ports_free(void **array, int n)
{
    for (int i = 0; i < n && array != NULL; i++)
        free(array[i]);
    free(array);
}

const char *mf_shape_text(MfShapeText *buffer, MfDtype dtype, int rank, const int *dim)
{
    static const char *const name[] = {"f32", "f64", "i32", "bool"};
    int n = snprintf(buffer->text, sizeof buffer->text, "%s[", name[dtype]);
    for (int i = 0; i < rank; i++)
        n += snprintf(buffer->text + n, sizeof buffer->text - (size_t)n, "%s%d",
                      i > 0 ? "," : "", dim[i]);
    snprintf(buffer->text + n, sizeof buffer->text - (size_t)n, "]");
    return buffer->text;
}

const MfFunc *mf_func_find(const MfModel *model, const char *name)
{
    MfNames known = {0};
    MfQuote q;
    for (int i = 0; i < model->n_funcs; i++)
        if (strcmp(model->func[i].name, name) == 0)
            return &model->func[i];
    for (int i = 0; i < model->n_funcs; i++)
        mf_names_add(&known, model->func[i].name);
    mf_fail(2, "there is no function %s; %s%s", mf_quote(&q, name, strlen(name)),
            known.n > 0 ? "there are: " : "this program has none", known.text);
    return NULL;
}

/* ---- eval ---- */

static int unknown_split(const MfDataset *data, const char *name)
{
    MfNames known = {0};
    MfQuote q;
    for (int i = 1; i < data->n_sets; i++)
        mf_names_add(&known, data->set[i].split);
    return mf_fail(2, "the data have no split %s; %s%s",
                   mf_quote(&q, name, strlen(name)),
                   known.n > 0 ? "there are: " : "they are not split", known.text);
}

/* "1500 rows of test", "240 of 111476 rows of valid" */
static void say_rows(const MfSet *set, uint64_t rows)
{
    const char *of = set->split[0] != '\0' ? " of " : "";
    if (rows < (uint64_t)set->rows)
        fprintf(stderr, "%" PRIu64 " of ", rows);
    fprintf(stderr, "%ld rows%s%s\n", set->rows, of, set->split);
}

static int eval_train(const MfModel *model, void *net, const MfTrain *train,
                      const MfOptions *o, const MfDataArgs *args)
{
    static const MfSet no_rows = {.split = "", .rows = 1};
    MfDataset data = {0};
    const MfSet *set = &no_rows;
    int code = 0, digits = mf_digits(model->real);
    int batches = o->batches > 0 ? (int)o->batches : 0;
    if (train->eval == NULL)
        return mf_fail(2, "%s has no function to evaluate its loss", model->name);
    if (train->n_in > 0) {
        code = mf_data_load(model, train->n_in, train->in, args, &data);
        if (code != 0)
            return code;
        set = mf_data_set(&data, o->split != NULL ? o->split : "test");
        if (set == NULL && o->split == NULL)
            set = mf_data_set(&data, "valid");
        if (set == NULL && o->split == NULL)
            set = mf_data_set(&data, NULL);
        if (set == NULL)
            code = unknown_split(&data, o->split);
        else if (set->rows == 0)
            code = mf_fail(3, "there are no rows to evaluate");
    }
    double *mean = mf_alloc(1 + (size_t)train->n_metrics, sizeof *mean);
    if (code == 0)
        code = mean == NULL ? 3 : mf_course_eval(train, net, set, batches, mean);
    for (int i = 0; i <= train->n_metrics && code == 0; i++)
        printf("%s%s%s %.*g\n", train->name, train->name[0] != '\0' ? "." : "",
               i == 0 ? "loss" : train->metric[i - 1], digits, mean[i]);
    if (code == 0 && !o->quiet)
        say_rows(set, mf_eval_rows(train, set, batches));
    free(mean);
    mf_data_free(&data);
    return code;
}

int mf_command_eval(const MfModel *model, void *net, const MfOptions *o)
{
    MfFit fit = {0};
    if (model->n_trains == 0)
        return mf_fail(2, "%s has no mf.train: there is no loss to evaluate",
                       model->name);
    int code = mf_net_prepare(model, net, o, &fit);
    MfDataArgs args = mf_data_args(o, &fit);
    for (int i = 0; i < model->n_trains && code == 0; i++)
        code = eval_train(model, net, &model->train[i], o, &args);
    mf_fit_free(&fit);
    return code;
}

/* ---- predict ---- */

static bool comes_from_data(const MfModel *model, const char *input)
{
    const MfData *data = model->data;
    for (int i = 0; data != NULL && i < data->n_fields; i++)
        if (strcmp(data->field[i].input, input) == 0)
            return true;
    return false;
}

/* The first function that takes a batch of what the data hold; where the program
 * has no data, the first that takes a batch. */
static const MfFunc *predicting_func(const MfModel *model)
{
    bool any = model->data == NULL || model->data->kind == MF_DATA_NONE;
    for (int i = 0; i < model->n_funcs; i++) {
        const MfFunc *f = &model->func[i];
        bool fits = f->batch > 0 && f->n_in > 0;
        for (int k = 0; k < f->n_in; k++)
            fits = fits && (any || comes_from_data(model, f->in[k].name));
        if (fits)
            return f;
    }
    mf_fail(2, "no function takes a batch of rows of the data: name one by --func, or "
               "use call");
    return NULL;
}

static int predict_rows(const MfFunc *f, void *net, const MfSet *set, MfTable *table,
                        MfBatch *batch, void **out)
{
    int code = 0;
    for (long row = 0; row < set->rows && code == 0; row += f->batch) {
        long rows = set->rows - row < f->batch ? set->rows - row : f->batch;
        for (long i = 0; i < f->batch; i++) /* the last row fills the last batch */
            mf_batch_put(batch, (uint64_t)i,
                         (uint64_t)(row + (i < rows ? i : rows - 1)));
        f->call(net, mf_batch_inputs(batch), out);
        code = mf_table_rows(table, rows, (const void *const *)out);
    }
    return code;
}

static int predict_set(const MfFunc *f, void *net, const MfSet *set, const char *path)
{
    MfTable table;
    MfBatch batch = {0};
    void **out = mf_ports_alloc(f->out, f->n_out);
    int code = mf_table_begin(&table, f->n_out, f->out);
    if (code == 0 && out == NULL)
        code = 3;
    if (code == 0)
        code = mf_batch_begin(&batch, set, (uint64_t)f->batch);
    if (code == 0)
        code = predict_rows(f, net, set, &table, &batch, out);
    if (code == 0)
        code = mf_table_end(&table, path);
    else
        free(table.text);
    mf_batch_free(&batch);
    mf_ports_free(out, f->n_out);
    return code;
}

static bool needs_fit(const MfModel *model)
{
    const MfData *data = model->data;
    bool needed = data != NULL && data->kind == MF_DATA_TEXT;
    for (int i = 0; data != NULL && i < data->n_fields; i++)
        needed = needed || data->field[i].scale == MF_ZSCORE ||
                 data->field[i].scale == MF_MINMAX;
    return needed;
}

/* Without parameters that tell the training's scaling, it is fitted again. */
static int predict_data(const MfModel *model, const MfFunc *f, const MfOptions *o,
                        const MfFit *fit, MfDataset *out)
{
    MfDataset trained = {0};
    MfDataArgs args = mf_data_args(o, fit);
    int code = 0;
    if (args.fit == NULL && needs_fit(model)) {
        code = mf_data_load(model, f->n_in, f->in, &args, &trained);
        args.fit = &trained.fit;
    }
    if (code == 0)
        code =
            mf_data_load_inputs(model, f->n_in, f->in, o->in.n, o->in.at, &args, out);
    mf_data_free(&trained);
    return code;
}

int mf_command_predict(const MfModel *model, void *net, const MfOptions *o)
{
    MfFit fit = {0};
    MfDataset data = {0};
    if (o->in.n == 0 || o->out == NULL)
        return mf_fail(2, "predict needs --in FILE and --out FILE");
    const MfFunc *f =
        o->func != NULL ? mf_func_find(model, o->func) : predicting_func(model);
    if (f == NULL)
        return 2;
    if (f->batch == 0)
        return mf_fail(2, "%s does not take a batch of rows: use call", f->name);
    int code = mf_net_prepare(model, net, o, &fit);
    if (code == 0)
        code = predict_data(model, f, o, &fit, &data);
    if (code == 0)
        code = predict_set(f, net, mf_data_set(&data, NULL), o->out);
    if (code == 0 && !o->quiet)
        fprintf(stderr, "%ld rows\n", data.set[0].rows);
    mf_data_free(&data);
    mf_fit_free(&fit);
    return code;
}

/*
 * mf_predict.c - a function over the rows of a file, as a table or as arrays. Inputs
 * are scaled as the training's were; an output that has the name of a scaled target is
 * brought back to the data's units, and one that has that of a target of names gives
 * names in a table:
 *
 *     new.csv ─scale─▶ x ─▶ predict ─▶ y, called like the data's y ─unscale─▶ pred.csv
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mf_array.h"
#include "mf_command.h"
#include "mf_course.h"
#include "mf_log.h"
#include "mf_params.h"
#include "mf_train.h"

/* ---- which function ---- */

static bool comes_from_data(const MfModel *model, const char *input)
{
    const MfData *data = model->data;
    for (int i = 0; data != NULL && i < data->n_fields; i++)
        if (strcmp(data->field[i].input, input) == 0)
            return true;
    return false;
}

/* Does f take a batch of what the data hold or, where the program has no data, of
 * anything? */
static bool is_predicting(const MfModel *model, const MfFunc *f)
{
    bool any = model->data == NULL || model->data->kind == MF_DATA_NONE;
    bool fits = f->batch > 0 && f->n_in > 0;
    for (int k = 0; k < f->n_in; k++)
        fits = fits && (any || comes_from_data(model, f->in[k].name));
    return fits;
}

/* The function `predict`, else the first that can. */
static const MfFunc *predicting_func(const MfModel *model)
{
    const MfFunc *found = NULL;
    for (int i = model->n_funcs; i-- > 0;) {
        const MfFunc *f = &model->func[i];
        bool named = found != NULL && strcmp(found->name, "predict") == 0;
        if (!named && is_predicting(model, f))
            found = f;
    }
    if (found != NULL)
        return found;
    mf_fail(2,
            "no function takes a batch of rows of the data and gives as many, as the "
            "first axes of its inputs and outputs: name one by --func, or use call");
    return NULL;
}

/* ---- outputs that are targets ---- */

/* v = (value * div + sub) / mul, where `value` is what the model gives for v. */
typedef struct MfTarget {
    const MfField *field; /* NULL: the output stays as it is */
    int n;                /* numbers of sub and div; 1: all alike */
    const double *sub, *div;
} MfTarget;

static const MfField *scaled_field(const MfModel *model, const MfFunc *f,
                                   const MfPort *out)
{
    const MfData *data = model->data;
    if (out->dtype != MF_F32 && out->dtype != MF_F64)
        return NULL;
    for (int k = 0; k < f->n_in; k++)
        if (strcmp(f->in[k].name, out->name) == 0)
            return NULL;
    for (int i = 0; data != NULL && i < data->n_fields; i++)
        if (strcmp(data->field[i].input, out->name) == 0 &&
            data->field[i].scale != MF_AS_IS)
            return &data->field[i];
    return NULL;
}

/* The numbers of a row. */
static size_t row_count(const MfPort *port)
{
    size_t n = 1;
    for (int i = 1; i < port->rank; i++)
        n *= (size_t)port->dim[i];
    return n;
}

static MfTarget target_of(const MfModel *model, const MfFunc *f, const MfPort *out,
                          const MfFit *fit)
{
    MfTarget t = {.field = scaled_field(model, f, out)};
    if (t.field == NULL)
        return t;
    if (t.field->scale == MF_AFFINE)
        return (MfTarget){t.field, 1, &t.field->sub, &t.field->div};
    const MfFitted *fitted = mf_fit_find(fit, out->name);
    bool fits = fitted != NULL &&
                (fitted->n_scaled == 1 || (size_t)fitted->n_scaled == row_count(out));
    if (fits)
        return (MfTarget){t.field, fitted->n_scaled, fitted->sub, fitted->div};
    return (MfTarget){0};
}

/* The names of an output's classes, if it is called like a target that has them;
 * NULL: it has none. */
static const MfFitted *classes_of(const MfFunc *f, const MfPort *out, const MfFit *fit)
{
    const MfFitted *fitted = mf_fit_find(fit, out->name);
    for (int k = 0; k < f->n_in; k++)
        if (strcmp(f->in[k].name, out->name) == 0)
            return NULL;
    bool fits = fitted != NULL && out->dtype == MF_I32 && out->rank > 0 &&
                (size_t)fitted->n_columns == row_count(out);
    return fits ? fitted : NULL;
}

static double in_units(const MfTarget *t, size_t i, double v)
{
    double mul = t->field->scale == MF_AFFINE ? t->field->mul : 1;
    size_t k = t->n == 1 ? 0 : i;
    return (v * t->div[k] + t->sub[k]) / mul;
}

static void unscale(const MfTarget *t, const MfPort *port, void *array)
{
    size_t n = mf_port_count(port), row = row_count(port);
    for (size_t i = 0; i < n; i++)
        if (port->dtype == MF_F32)
            ((float *)array)[i] =
                (float)in_units(t, i % row, (double)((float *)array)[i]);
        else
            ((double *)array)[i] = in_units(t, i % row, ((double *)array)[i]);
}

typedef struct Predict {
    const MfModel *model;
    const MfFunc *f;
    const MfOptions *options;
    MfTarget *target;         /* of each output */
    const MfFitted **classes; /* of each output */
} Predict;

/* ---- where the rows go ---- */

/* A table; or, for a file called .npy or a folder, the array of each output. */
typedef struct Sheet {
    const Predict *p;
    MfTable table;
    unsigned char **array; /* NULL: a table */
    size_t rows;           /* that are in the arrays */
} Sheet;

static size_t row_bytes(const MfPort *port)
{
    return row_count(port) * mf_dtype_bytes(port->dtype);
}

static int sheet_begin(Sheet *s, const Predict *p, size_t rows)
{
    const MfFunc *f = p->f;
    const char *path = p->options->out;
    bool file = mf_path_ends(path, ".npy");
    *s = (Sheet){.p = p};
    if (!file && !mf_path_ends(path, "/")) {
        int code = mf_table_begin(&s->table, f->n_out, f->out);
        s->table.classes = p->classes;
        return code;
    }
    if (file && f->n_out > 1)
        return mf_fail(2,
                       "%s: an NPY file holds one array, but %s gives %d: --out "
                       "FOLDER/ has one for each, --out FILE.csv columns of all",
                       path, f->name, f->n_out);
    s->array = mf_alloc((size_t)f->n_out, sizeof *s->array);
    for (int k = 0; s->array != NULL && k < f->n_out; k++)
        if ((s->array[k] = mf_alloc(rows + 1, row_bytes(&f->out[k]))) == NULL)
            return 3;
    return s->array == NULL ? 3 : 0;
}

static int sheet_rows(Sheet *s, long rows, void *const *out)
{
    const MfFunc *f = s->p->f;
    if (s->array == NULL)
        return mf_table_rows(&s->table, rows, (const void *const *)out);
    for (int k = 0; k < f->n_out; k++) {
        size_t bytes = row_bytes(&f->out[k]);
        memcpy(s->array[k] + s->rows * bytes, out[k], (size_t)rows * bytes);
    }
    s->rows += (size_t)rows;
    return 0;
}

static int write_array(const Sheet *s, int k)
{
    const MfFunc *f = s->p->f;
    const MfPort *port = &f->out[k];
    const char *path = s->p->options->out;
    MfPort all = *port; /* of all rows */
    all.rank = port->rank == 0 ? 1 : port->rank;
    all.dim[0] = (int)s->rows;
    char *own = mf_path_ends(path, "/") ? mf_output_path(f, k, path) : NULL;
    int code = own == NULL && mf_path_ends(path, "/")
                   ? 3
                   : mf_npy_write(own != NULL ? own : path, all.dtype, all.rank,
                                  all.dim, s->array[k]);
    free(own);
    return code;
}

/* Writes what is there if all went well so far, and frees it. */
static int sheet_end(Sheet *s, int code)
{
    const char *path = s->p->options->out;
    if (s->array == NULL && code == 0)
        return mf_table_end(&s->table, path);
    free(s->table.text);
    if (code == 0 && mf_path_ends(path, "/"))
        code = mf_make_folder(path);
    for (int k = 0; s->array != NULL && k < s->p->f->n_out; k++) {
        if (code == 0)
            code = write_array(s, k);
        free(s->array[k]);
    }
    free(s->array);
    return code;
}

/* ---- rows ---- */

static int predict_rows(const Predict *p, void *net, const MfSet *set, Sheet *sheet,
                        MfBatch *batch, void **out)
{
    const MfFunc *f = p->f;
    int code = 0;
    for (long row = 0; row < set->rows && code == 0; row += f->batch) {
        long rows = set->rows - row < f->batch ? set->rows - row : f->batch;
        for (long i = 0; i < f->batch; i++) /* the last row fills the last batch */
            mf_batch_put(batch, (uint64_t)i,
                         (uint64_t)(row + (i < rows ? i : rows - 1)));
        f->call(net, mf_batch_inputs(batch), out);
        for (int k = 0; k < f->n_out; k++)
            if (p->target[k].field != NULL)
                unscale(&p->target[k], &f->out[k], out[k]);
        code = sheet_rows(sheet, rows, out);
    }
    return code;
}

static int predict_set(const Predict *p, void *net, const MfSet *set)
{
    const MfFunc *f = p->f;
    Sheet sheet;
    MfBatch batch = {0};
    void **out = mf_ports_alloc(f->out, f->n_out);
    int code = sheet_begin(&sheet, p, (size_t)set->rows);
    if (code == 0 && out == NULL)
        code = 3;
    if (code == 0)
        code = mf_batch_begin(&batch, set, (uint64_t)f->batch);
    if (code == 0)
        code = predict_rows(p, net, set, &sheet, &batch, out);
    code = sheet_end(&sheet, code);
    mf_batch_free(&batch);
    mf_ports_free(out, f->n_out);
    return code;
}

/* ---- data ---- */

static bool needs_fit(const MfModel *model)
{
    const MfData *data = model->data;
    bool needed = data != NULL && data->kind == MF_DATA_TEXT;
    for (int i = 0; data != NULL && i < data->n_fields; i++)
        needed = needed || data->field[i].scale == MF_ZSCORE ||
                 data->field[i].scale == MF_MINMAX;
    return needed;
}

/* The port by which a training takes this input; NULL: none does. */
static const MfPort *training_port(const MfModel *model, const char *input)
{
    for (int i = 0; i < model->n_trains; i++)
        for (int k = 0; k < model->train[i].n_in; k++)
            if (strcmp(model->train[i].in[k].name, input) == 0)
                return &model->train[i].in[k];
    return NULL;
}

/* Fits again what the function's inputs and the targets among its outputs need. */
static int fit_again(const Predict *p, const MfDataArgs *args, MfDataset *trained)
{
    const MfFunc *f = p->f;
    int n = 0;
    MfPort *port = mf_alloc((size_t)f->n_in + (size_t)f->n_out, sizeof *port);
    if (port == NULL)
        return 3;
    for (int k = 0; k < f->n_in; k++)
        port[n++] = f->in[k];
    for (int k = 0; k < f->n_out; k++) {
        const MfPort *target = training_port(p->model, f->out[k].name);
        if (scaled_field(p->model, f, &f->out[k]) != NULL && target != NULL)
            port[n++] = *target;
    }
    int code = mf_data_load(p->model, n, port, args, trained);
    free(port);
    return code;
}

/* Without parameters that tell the training's scaling, it is fitted again. */
static int predict_data(const Predict *p, const MfFit *fit, MfDataset *out)
{
    const MfFunc *f = p->f;
    const MfOptions *o = p->options;
    MfDataset trained = {0};
    MfDataArgs args = mf_data_args(o, fit);
    int code = 0;
    if (args.fit == NULL && needs_fit(p->model)) {
        code = fit_again(p, &args, &trained);
        args.fit = &trained.fit;
    }
    if (code == 0)
        code = mf_data_load_inputs(p->model, f->n_in, f->in, o->in.n, o->in.at, &args,
                                   out);
    mf_data_free(&trained);
    for (int k = 0; k < f->n_out && code == 0; k++) {
        p->target[k] = target_of(p->model, f, &f->out[k], &out->fit);
        p->classes[k] = classes_of(f, &f->out[k], &out->fit);
    }
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
        return mf_fail(2,
                       "%s does not take a batch of rows and give as many, as the "
                       "first axes of its inputs and outputs: use call",
                       f->name);
    Predict p = {model, f, o, mf_alloc((size_t)f->n_out, sizeof *p.target),
                 mf_alloc((size_t)f->n_out, sizeof *p.classes)};
    int code =
        p.target == NULL || p.classes == NULL ? 3 : mf_net_prepare(model, net, o, &fit);
    if (code == 0)
        code = predict_data(&p, &fit, &data);
    if (code == 0)
        code = predict_set(&p, net, mf_data_set(&data, NULL));
    if (code == 0 && !o->quiet)
        fprintf(stderr, "%s%s\n", mf_count((size_t)data.set[0].rows, "row").text,
                o->params == NULL
                    ? ", by the initial parameters: --params FILE has others"
                    : "");
    free(p.target);
    free(p.classes);
    mf_data_free(&data);
    mf_fit_free(&fit);
    return code;
}

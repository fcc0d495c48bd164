/*
 * mf_command.c - eval over a split, and what the commands that call functions share.
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
    fprintf(stderr, "%s%s%s\n", mf_count((size_t)set->rows, "row").text, of,
            set->split);
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
        code = mf_course_check(train);
        if (code == 0)
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
               i == 0 ? "loss" : train->metric[i - 1], digits, mf_shown(mean[i]));
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

/*
 * mf_settings.c - a net as the command line asks for it: initial values, then
 * parameters from a file, then settings.
 */
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mf_params.h"
#include "mf_train.h"

uint64_t mf_seed(const MfModel *model, const MfOptions *o)
{
    if (o->has_seed)
        return o->seed;
    return model->n_trains > 0 ? model->train[0].seed : 0;
}

MfDataArgs mf_data_args(const MfOptions *o, const MfFit *fit)
{
    bool fitted = fit->n > 0 || fit->n_bytes > 0;
    return (MfDataArgs){o->data_dir, o->data.n, o->data.at, fitted ? fit : NULL};
}

/* Says which settings there are. */
static int setting_unknown(const MfModel *model, const char *name, size_t length)
{
    MfNames known = {0};
    MfQuote q;
    for (int i = 0; i < model->n_tensors; i++)
        if (model->tensor[i].role == MF_SETTING)
            mf_names_add(&known, model->tensor[i].name);
    return mf_fail(2, "--set: there is no setting %s; %s%s", mf_quote(&q, name, length),
                   known.n > 0 ? "there are: " : "this program has none", known.text);
}

static int setting_store(const MfTensor *t, void *net, double value)
{
    void *at = (char *)net + t->offset;
    if (t->dtype == MF_F32)
        *(float *)at = (float)value;
    else if (t->dtype == MF_F64)
        *(double *)at = value;
    else if (t->dtype == MF_BOOL && (value == 0 || value == 1))
        *(unsigned char *)at = (unsigned char)value;
    else if (t->dtype == MF_I32 && value >= INT_MIN && value <= INT_MAX &&
             value == floor(value))
        *(int32_t *)at = (int32_t)value;
    else
        return mf_fail(2, "--set %s=%g: it takes %s", t->name, value,
                       t->dtype == MF_BOOL ? "0 or 1" : "a whole number");
    return 0;
}

static int setting_apply(const MfModel *model, void *net, const char *text)
{
    const char *equals = strchr(text, '=');
    MfQuote q;
    if (equals == NULL || equals == text)
        return mf_fail(2, "--set wants NAME=VALUE, not %s",
                       mf_quote(&q, text, strlen(text)));
    size_t length = (size_t)(equals - text);
    char *end;
    double value = strtod(equals + 1, &end);
    if (end == equals + 1 || *end != '\0' || !isfinite(value))
        return mf_fail(2, "--set: %s is not a number",
                       mf_quote(&q, equals + 1, strlen(equals + 1)));
    for (int i = 0; i < model->n_tensors; i++) {
        const MfTensor *t = &model->tensor[i];
        if (t->role == MF_SETTING && strlen(t->name) == length &&
            memcmp(t->name, text, length) == 0)
            return setting_store(t, net, value);
    }
    return setting_unknown(model, text, length);
}

int mf_settings_apply(const MfModel *model, void *net, const MfList *set)
{
    int code = 0;
    for (int i = 0; i < set->n && code == 0; i++)
        code = setting_apply(model, net, set->at[i]);
    return code;
}

int mf_net_prepare(const MfModel *model, void *net, const MfOptions *o, MfFit *fit)
{
    int code = 0;
    MfNames left = {0};
    uint64_t seed = mf_seed(model, o);
    if (o->params != NULL && o->start != NULL)
        return mf_fail(2, "--params and --start-from: give one of them");
    model->init(net, seed);
    memcpy((char *)net + model->seed_offset, &seed, sizeof seed);
    if (o->params != NULL)
        code = mf_params_load(model, net, o->params, fit);
    else if (o->start != NULL)
        code = mf_params_start(model, net, o->start, fit, &left);
    if (code == 0 && left.n > 0 && !o->quiet)
        fprintf(stderr, "%s lacks, in their shapes, %s: these have initial values\n",
                o->start, left.text);
    return code != 0 ? code : mf_settings_apply(model, net, &o->set);
}

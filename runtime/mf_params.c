/*
 * mf_params.c - parameter files: the tensors of the model's struct as places of
 * a safetensors file, which of them a file lacks or has too many, and copies.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#endif
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mf_options.h"
#include "mf_params.h"

static MfPlace tensor_place(const MfTensor *t, void *net)
{
    return (MfPlace){t->name, t->dtype, t->rank, t->dim, (char *)net + t->offset};
}

static size_t tensor_bytes(const MfTensor *t)
{
    MfPlace place = tensor_place(t, NULL);
    return mf_place_count(&place) * mf_dtype_size(t->dtype);
}

static bool has_role(const MfTensor *t, unsigned roles)
{
    return (roles >> t->role & 1) != 0;
}

const char *mf_identity(MfIdentity *buffer, const MfModel *model)
{
    snprintf(buffer->text, sizeof buffer->text, "%.200s %016" PRIx64, model->name,
             model->hash);
    return buffer->text;
}

/* ---- copies ---- */

size_t mf_params_bytes(const MfModel *model)
{
    size_t n = 0;
    for (int i = 0; i < model->n_tensors; i++)
        if (has_role(&model->tensor[i], MF_OF_PARAMS))
            n += tensor_bytes(&model->tensor[i]);
    return n;
}

void mf_params_copy(const MfModel *model, const void *net, void *bytes)
{
    char *to = bytes;
    for (int i = 0; i < model->n_tensors; i++) {
        const MfTensor *t = &model->tensor[i];
        if (!has_role(t, MF_OF_PARAMS))
            continue;
        memcpy(to, (const char *)net + t->offset, tensor_bytes(t));
        to += tensor_bytes(t);
    }
}

void mf_params_restore(const MfModel *model, void *net, const void *bytes)
{
    const char *from = bytes;
    for (int i = 0; i < model->n_tensors; i++) {
        const MfTensor *t = &model->tensor[i];
        if (!has_role(t, MF_OF_PARAMS))
            continue;
        memcpy((char *)net + t->offset, from, tensor_bytes(t));
        from += tensor_bytes(t);
    }
}

static bool is_finite(MfDtype dtype, const void *data, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (dtype == MF_F32   ? !isfinite(((const float *)data)[i])
            : dtype == MF_F64 ? !isfinite(((const double *)data)[i])
                              : false)
            return false;
    return true;
}

const MfTensor *mf_tensor_not_finite(const MfModel *model, const void *net)
{
    for (int i = 0; i < model->n_tensors; i++) {
        const MfTensor *t = &model->tensor[i];
        MfPlace place = tensor_place(t, NULL);
        if (!is_finite(t->dtype, (const char *)net + t->offset, mf_place_count(&place)))
            return t;
    }
    return NULL;
}

/* ---- saving and loading ---- */

int mf_params_save(const MfModel *model, void *net, const MfFit *fit, const char *path)
{
    MfPlace *place = mf_alloc((size_t)model->n_tensors, sizeof *place);
    char *fit_text = mf_fit_text(fit);
    MfIdentity identity;
    int n = 0, code = 3;
    if (place != NULL && fit_text != NULL) {
        MfPair pair[] = {{"format", "mfc"},
                         {"kind", "parameters"},
                         {"program", mf_identity(&identity, model)},
                         {"fit", fit_text}};
        for (int i = 0; i < model->n_tensors; i++)
            if (has_role(&model->tensor[i], MF_OF_PARAMS))
                place[n++] = tensor_place(&model->tensor[i], net);
        code = mf_tensors_write(path, place, n, pair, sizeof pair / sizeof *pair);
    }
    free(place);
    free(fit_text);
    return code;
}

static const MfTensor *model_tensor(const MfModel *model, const char *name)
{
    for (int i = 0; i < model->n_tensors; i++)
        if (strcmp(model->tensor[i].name, name) == 0)
            return &model->tensor[i];
    return NULL;
}

/* Whether the file has all parameters of the model and no others. */
static int same_names(const MfModel *model, const MfTensorFile *f)
{
    MfNames missing = {0}, extra = {0};
    const char *kind = mf_tensors_text(f, "kind");
    bool checkpoint = kind != NULL && strcmp(kind, "checkpoint") == 0;
    for (int i = 0; i < model->n_tensors; i++)
        if (has_role(&model->tensor[i], MF_OF_PARAMS) &&
            mf_tensors_find(f, model->tensor[i].name) == NULL)
            mf_names_add(&missing, model->tensor[i].name);
    for (int i = 0; i < f->n_tensors && !checkpoint; i++) {
        const MfTensor *t = model_tensor(model, f->tensor[i].name);
        if (t == NULL || !has_role(t, MF_OF_PARAMS))
            mf_names_add(&extra, f->tensor[i].name);
    }
    if (missing.n + extra.n == 0)
        return 0;
    return mf_fail(3,
                   "%s: these are not the parameters of %s%s%s%s%s (train --start-from "
                   "takes those that are)",
                   f->path, model->name, missing.n > 0 ? "; missing in the file: " : "",
                   missing.text, extra.n > 0 ? "; unknown to the program: " : "",
                   extra.text);
}

static int read_fit(const MfTensorFile *f, MfFit *fit)
{
    const char *text = mf_tensors_text(f, "fit");
    if (fit == NULL || text == NULL)
        return 0;
    return mf_fit_parse(text, fit);
}

int mf_params_load(const MfModel *model, void *net, const char *path, MfFit *fit)
{
    MfTensorFile f;
    int code = mf_tensors_open(&f, path);
    if (code == 0)
        code = same_names(model, &f);
    for (int pass = 0; pass < 2; pass++) { /* check all, then read */
        for (int i = 0; i < model->n_tensors && code == 0; i++) {
            MfPlace place = tensor_place(&model->tensor[i], net);
            if (has_role(&model->tensor[i], MF_OF_PARAMS))
                code = pass == 0 ? mf_tensors_match(&f, &place)
                                 : mf_tensors_read(&f, &place);
        }
    }
    if (code == 0)
        code = read_fit(&f, fit);
    mf_tensors_close(&f);
    return code;
}

int mf_params_start(const MfModel *model, void *net, const char *path, MfFit *fit,
                    MfNames *left)
{
    MfTensorFile f;
    int code = mf_tensors_open(&f, path), found = 0;
    for (int i = 0; i < model->n_tensors && code == 0; i++) {
        MfPlace place = tensor_place(&model->tensor[i], net);
        if (!has_role(&model->tensor[i], MF_OF_PARAMS))
            continue;
        if (mf_tensors_fit(&f, &place)) {
            code = mf_tensors_read(&f, &place);
            found++;
        } else {
            char there[200];
            mf_tensors_other(&f, place.name, there);
            mf_names_add(left, place.name);
            mf_names_note(left, there);
        }
    }
    if (code == 0 && found == 0)
        code = mf_fail(3, "%s: no tensor in it has the name and shape of one of %s: %s",
                       path, model->name, left->text);
    if (code == 0)
        code = read_fit(&f, fit);
    mf_tensors_close(&f);
    return code;
}

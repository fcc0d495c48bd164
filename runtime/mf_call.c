/*
 * mf_call.c - a function on single arrays, NPY in and out; and self-test, which
 * calls functions on arrays that the compiler made too.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mf_command.h"
#include "mf_data.h"
#include "mf_log.h"
#include "mf_safetensors.h"
#include "mf_train.h"

enum { MF_PRINTED = 64 }; /* elements of an output that are shown */

/* ---- inputs ---- */

static int input_missing(const MfFunc *f, const MfPort *port)
{
    MfShapeText shape;
    return mf_fail(2, "%s needs --in %s=FILE.npy, %s", f->name, port->name,
                   mf_shape_text(&shape, port->dtype, port->rank, port->dim));
}

static int input_unknown(const MfFunc *f, const char *text, size_t length)
{
    MfNames known = {0};
    MfQuote q;
    for (int i = 0; i < f->n_in; i++)
        mf_names_add(&known, f->in[i].name);
    return mf_fail(2, "%s has no input %s; %s%s", f->name, mf_quote(&q, text, length),
                   known.n > 0 ? "it has: " : "it takes none", known.text);
}

/* The file given for each input; 0, or 2 when one is missing, unknown, or twice
 * there. A name may hold '=': the longest input that fits is meant. */
static int match_inputs(const MfFunc *f, const MfList *in, const char **path)
{
    MfQuote q;
    for (int i = 0; i < in->n; i++) {
        const char *text = in->at[i];
        size_t best = 0;
        int port = -1;
        for (int k = 0; k < f->n_in; k++) {
            size_t length = strlen(f->in[k].name);
            if (strncmp(text, f->in[k].name, length) == 0 && text[length] == '=' &&
                length >= best) {
                best = length;
                port = k;
            }
        }
        const char *equals = strchr(text, '=');
        if (port < 0 && equals == NULL)
            return mf_fail(2, "--in wants NAME=FILE.npy, not %s",
                           mf_quote(&q, text, strlen(text)));
        if (port < 0)
            return input_unknown(f, text, (size_t)(equals - text));
        if (path[port] != NULL)
            return mf_fail(2, "--in %s stands there twice", f->in[port].name);
        path[port] = text + best + 1;
    }
    for (int k = 0; k < f->n_in; k++)
        if (path[k] == NULL)
            return input_missing(f, &f->in[k]);
    return 0;
}

/* ---- outputs ---- */

static double element(const MfPort *port, const void *array, size_t i)
{
    switch (port->dtype) {
    case MF_F32:
        return (double)((const float *)array)[i];
    case MF_F64:
        return ((const double *)array)[i];
    case MF_I32:
        return ((const int32_t *)array)[i];
    case MF_BOOL:
        return ((const unsigned char *)array)[i];
    }
    return 0;
}

/* yhat f32[2,3]
 *   1 2 3
 *   4 5 6 */
static void print_output(const MfPort *port, const void *array)
{
    MfShapeText shape;
    size_t n = mf_port_count(port);
    size_t row = port->rank > 0 ? (size_t)port->dim[port->rank - 1] : 1;
    printf("%s %s", port->name,
           mf_shape_text(&shape, port->dtype, port->rank, port->dim));
    if (n > MF_PRINTED) {
        printf(" %s\n", mf_count(n, "value").text);
        return;
    }
    for (size_t i = 0; i < n; i++)
        printf("%s%.*g", i % row == 0 ? "\n  " : " ", mf_digits(port->dtype),
               mf_shown(element(port, array, i)));
    putchar('\n');
}

/* The name with what is not a plain character replaced by _. */
static void plain_name(const char *name, char out[208])
{
    size_t n = 0;
    for (; *name != '\0' && n < 207; name++) {
        bool plain = (*name >= '0' && *name <= '9') || (*name >= 'A' && *name <= 'Z') ||
                     (*name >= 'a' && *name <= 'z') || strchr("._-", *name) != NULL;
        out[n++] = plain ? *name : '_';
    }
    out[n] = '\0';
}

char *mf_output_path(const MfFunc *f, int number, const char *dir)
{
    char name[208], other[208], file[240];
    int same = 1;
    plain_name(f->out[number].name, name);
    for (int k = 0; k < number; k++) {
        plain_name(f->out[k].name, other);
        same += strcmp(name, other) == 0;
    }
    if (same > 1)
        snprintf(file, sizeof file, "%s_%d.npy", name, same);
    else
        snprintf(file, sizeof file, "%s.npy", name);
    return mf_path_join(dir, file);
}

static int write_outputs(const MfFunc *f, void *const *out, const char *dir)
{
    int code = mf_make_folder(dir);
    for (int k = 0; k < f->n_out && code == 0; k++) {
        const MfPort *port = &f->out[k];
        char *path = mf_output_path(f, k, dir);
        code = path == NULL
                   ? 3
                   : mf_npy_write(path, port->dtype, port->rank, port->dim, out[k]);
        free(path);
    }
    return code;
}

/* ---- call ---- */

static int call_func(const MfFunc *f, void *net, const MfOptions *o, const char **path)
{
    void **in = mf_ports_alloc(f->in, f->n_in),
         **out = mf_ports_alloc(f->out, f->n_out);
    int code = in == NULL || out == NULL ? 3 : 0;
    for (int k = 0; k < f->n_in && code == 0; k++)
        code = mf_npy_read(path[k], &f->in[k], in[k]);
    if (code == 0) {
        f->call(net, (const void *const *)in, out);
        if (o->out != NULL)
            code = write_outputs(f, out, o->out);
    }
    for (int k = 0; k < f->n_out && code == 0; k++)
        print_output(&f->out[k], out[k]);
    mf_ports_free(in, f->n_in);
    mf_ports_free(out, f->n_out);
    return code;
}

int mf_command_call(const MfModel *model, void *net, const MfOptions *o)
{
    MfFit fit = {0};
    if (o->func == NULL)
        return mf_fail(2, "call needs the name of a function: see info");
    const MfFunc *f = mf_func_find(model, o->func);
    if (f == NULL)
        return 2;
    const char **path = mf_alloc((size_t)f->n_in, sizeof *path);
    int code = path == NULL ? 3 : match_inputs(f, &o->in, path);
    if (code == 0)
        code = mf_net_prepare(model, net, o, &fit);
    if (code == 0)
        code = call_func(f, net, o, path);
    mf_fit_free(&fit);
    free(path);
    return code;
}

/* ---- self-test ---- */

/* The inputs of a probe, as mfrt.h defines them. */
static void probe_inputs(const MfFunc *f, uint64_t seed, void **in)
{
    for (int p = 0; p < f->n_in; p++) {
        const MfPort *port = &f->in[p];
        size_t n = mf_port_count(port);
        double below = port->limit > 0 ? port->limit : 2;
        for (size_t e = 0; e < n; e++) {
            double u = mf_uniform(seed, (uint64_t)p, 0, e);
            if (port->dtype == MF_F32)
                ((float *)in[p])[e] = (float)(2 * u - 1);
            else if (port->dtype == MF_F64)
                ((double *)in[p])[e] = 2 * u - 1;
            else if (port->dtype == MF_I32)
                ((int32_t *)in[p])[e] = (int32_t)(below * u);
            else
                ((unsigned char *)in[p])[e] = (unsigned char)(below * u);
        }
    }
}

/* The values of a probe that are off; said for the first. */
static int probe_compare(const MfFunc *f, const MfProbe *probe, const void *array)
{
    const MfPort *port = &f->out[probe->output];
    int wrong = 0;
    for (int i = 0; i < probe->n; i++) {
        double got = element(port, array, (size_t)probe->index[i]);
        double wanted = probe->value[i];
        bool right = fabs(got - wanted) <= probe->tolerance ||
                     (isnan(got) && isnan(wanted)) || got == wanted;
        if (!right && wrong++ == 0)
            fprintf(stderr, "error: %s: %s, element %ld is %.*g; it should be %.*g\n",
                    f->name, port->name, probe->index[i], mf_digits(port->dtype),
                    mf_shown(got), mf_digits(port->dtype), mf_shown(wanted));
    }
    return wrong;
}

/* 0, 5 when a value is off, or 3. */
static int probe_run(const MfModel *model, void *net, const MfProbe *probe)
{
    const MfFunc *f = &model->func[probe->func];
    void **in = mf_ports_alloc(f->in, f->n_in),
         **out = mf_ports_alloc(f->out, f->n_out);
    int code = 3;
    if (in != NULL && out != NULL) {
        model->init(net, probe->seed);
        probe_inputs(f, probe->seed, in);
        f->call(net, (const void *const *)in, out);
        code = probe_compare(f, probe, out[probe->output]) == 0 ? 0 : 5;
    }
    mf_ports_free(in, f->n_in);
    mf_ports_free(out, f->n_out);
    return code;
}

static bool func_probed(const MfModel *model, int func)
{
    for (int i = 0; i < model->n_probes; i++)
        if (model->probe[i].func == func)
            return true;
    return false;
}

int mf_command_self_test(const MfModel *model, void *net, const MfOptions *o)
{
    int failed = 0, values = 0;
    (void)o;
    for (int i = 0; i < model->n_probes; i++) {
        int code = probe_run(model, net, &model->probe[i]);
        if (code == 3)
            return code;
        failed += code != 0;
        values += model->probe[i].n;
    }
    if (model->n_probes > 0)
        printf("self-test: %d of %d outputs right, %s compared\n",
               model->n_probes - failed, model->n_probes,
               mf_count((size_t)values, "value").text);
    for (int i = 0; i < model->n_funcs; i++)
        if (!func_probed(model, i))
            printf("self-test: %s is not compared: its values would have taken too "
                   "long to compute\n",
                   model->func[i].name);
    if (model->n_funcs == 0)
        printf("self-test: there is no function to compare\n");
    return failed > 0 ? 5 : 0;
}

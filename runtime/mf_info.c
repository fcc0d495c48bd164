/*
 * mf_info.c - describes the program, for people and as JSON.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "mf_command.h"
#include "mf_file.h"
#include "mf_log.h"

static const char *const role_name[] = {"parameter", "statistic", "state", "setting"};
static const char *const dtype_name[] = {"f32", "f64", "i32", "bool"};

/* ---- for people ---- */

static void print_ports(const MfPort *port, int n)
{
    MfShapeText shape;
    for (int i = 0; i < n; i++)
        printf("%s%s %s", i > 0 ? ", " : "", port[i].name,
               mf_shape_text(&shape, port[i].dtype, port[i].rank, port[i].dim));
}

static void print_train(const MfTrain *t)
{
    static const char *const shuffle[] = {"in order", "shuffled", "with replacement"};
    printf("train %s%s(", t->name, t->name[0] != '\0' ? " " : "");
    print_ports(t->in, t->n_in);
    printf(")\n    batch %d, rows %s, seed %" PRIu64, t->batch, shuffle[t->shuffle],
           t->seed);
    if (t->steps > 0)
        printf(", %s", mf_count((size_t)t->steps, "step").text);
    else if (t->epochs > 0)
        printf(", %s", mf_count((size_t)t->epochs, "epoch").text);
    printf("\n    values: loss");
    for (int i = 0; i < t->n_metrics; i++)
        printf(", %s", t->metric[i]);
    putchar('\n');
}

static size_t count_parameters(const MfModel *m)
{
    size_t count = 0;
    for (int i = 0; i < m->n_tensors; i++) {
        size_t n = m->tensor[i].role == MF_PARAM;
        for (int k = 0; k < m->tensor[i].rank; k++)
            n *= (size_t)m->tensor[i].dim[k];
        count += n;
    }
    return count;
}

static void print_tensors(const MfModel *m)
{
    MfShapeText shape;
    int width = 0;
    for (int i = 0; i < m->n_tensors; i++) {
        int n = (int)strlen(m->tensor[i].name);
        width = n > width && n <= 40 ? n : width;
    }
    for (int i = 0; i < m->n_tensors; i++) {
        const MfTensor *t = &m->tensor[i];
        printf("%-9s  %-*s  %s\n", role_name[t->role], width, t->name,
               mf_shape_text(&shape, t->dtype, t->rank, t->dim));
    }
}

static void print_info(const MfModel *m)
{
    printf("%s, from %s by mfc %s\nhash %016" PRIx64 ", %s, %s\n", m->name, m->script,
           m->version, m->hash, dtype_name[m->real],
           mf_count(count_parameters(m), "parameter").text);
    printf("%zu bytes: parameters %zu, state %zu, work %zu\n\n", m->size,
           m->param_bytes, m->state_bytes, m->work_bytes);
    print_tensors(m);
    putchar('\n');
    for (int i = 0; i < m->n_funcs; i++) {
        printf("func %s(", m->func[i].name);
        print_ports(m->func[i].in, m->func[i].n_in);
        printf(") -> ");
        print_ports(m->func[i].out, m->func[i].n_out);
        putchar('\n');
    }
    for (int i = 0; i < m->n_trains; i++)
        print_train(&m->train[i]);
}

/* ---- JSON ---- */

static void json_key(const char *before, const char *key)
{
    printf("%s\"%s\":", before, key);
}

static void json_string(const char *before, const char *key, const char *text)
{
    json_key(before, key);
    mf_json_text(stdout, text);
}

static void json_shape(int rank, const int *dim)
{
    json_key(",", "shape");
    for (int i = 0; i < rank; i++)
        printf("%c%d", i > 0 ? ',' : '[', dim[i]);
    fputs(rank > 0 ? "]" : "[]", stdout);
}

static void json_ports(const char *before, const char *key, const MfPort *port, int n)
{
    json_key(before, key);
    putchar('[');
    for (int i = 0; i < n; i++) {
        json_string(i > 0 ? ",{" : "{", "name", port[i].name);
        json_string(",", "dtype", dtype_name[port[i].dtype]);
        json_shape(port[i].rank, port[i].dim);
        putchar('}');
    }
    putchar(']');
}

static void json_tensors(const MfModel *m)
{
    json_key(",\n ", "tensors");
    putchar('[');
    for (int i = 0; i < m->n_tensors; i++) {
        const MfTensor *t = &m->tensor[i];
        json_string(i > 0 ? ",\n  {" : "\n  {", "name", t->name);
        json_string(",", "role", role_name[t->role]);
        json_string(",", "dtype", dtype_name[t->dtype]);
        json_shape(t->rank, t->dim);
        putchar('}');
    }
    putchar(']');
}

static void json_funcs(const MfModel *m)
{
    json_key(",\n ", "functions");
    putchar('[');
    for (int i = 0; i < m->n_funcs; i++) {
        const MfFunc *f = &m->func[i];
        json_string(i > 0 ? ",\n  {" : "\n  {", "name", f->name);
        printf(",\"batch\":%d", f->batch);
        json_ports(",", "inputs", f->in, f->n_in);
        json_ports(",", "outputs", f->out, f->n_out);
        putchar('}');
    }
    putchar(']');
}

static void json_trains(const MfModel *m)
{
    json_key(",\n ", "trains");
    putchar('[');
    for (int i = 0; i < m->n_trains; i++) {
        const MfTrain *t = &m->train[i];
        json_string(i > 0 ? ",\n  {" : "\n  {", "name", t->name);
        printf(",\"batch\":%d,\"epochs\":%ld,\"steps\":%ld,\"seed\":%" PRIu64, t->batch,
               t->epochs, t->steps, t->seed);
        json_ports(",", "inputs", t->in, t->n_in);
        json_key(",", "metrics");
        putchar('[');
        for (int k = 0; k < t->n_metrics; k++) {
            fputs(k > 0 ? "," : "", stdout);
            mf_json_text(stdout, t->metric[k]);
        }
        fputs("]}", stdout);
    }
    putchar(']');
}

static void json_info(const MfModel *m)
{
    char hash[17];
    snprintf(hash, sizeof hash, "%016" PRIx64, m->hash);
    json_string("{", "name", m->name);
    json_string(",\n ", "script", m->script);
    json_string(",\n ", "mfc", m->version);
    json_string(",\n ", "hash", hash);
    json_string(",\n ", "dtype", dtype_name[m->real]);
    printf(",\n \"parameters\":%zu", count_parameters(m));
    printf(",\n \"bytes\":{\"all\":%zu,\"parameters\":%zu,\"state\":%zu,\"work\":%zu}",
           m->size, m->param_bytes, m->state_bytes, m->work_bytes);
    json_tensors(m);
    json_funcs(m);
    json_trains(m);
    puts("}");
}

int mf_command_info(const MfModel *model, const MfOptions *o)
{
    if (o->json)
        json_info(model);
    else
        print_info(model);
    return 0;
}

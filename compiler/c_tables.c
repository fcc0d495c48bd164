/*
 * c_tables.c - what the runtime is told about the model: its tensors, functions and
 * training, as constant tables; and main.
 */
#include "c_file.h"

#include <assert.h>
#include <string.h>

static const char *const dtypes[DTYPES] =
    {[F32] = "MF_F32", [F64] = "MF_F64", [I32] = "MF_I32", [BOOL] = "MF_BOOL"};
static const char *const roles[] = {[MF_PARAM] = "MF_PARAM",
                                    [MF_STAT] = "MF_STAT",
                                    [MF_STATE] = "MF_STATE",
                                    [MF_SETTING] = "MF_SETTING"};

static const char *dims(Arena *arena, const Shape *s)
{
    if (s->rank == 0)
        return "{0}";
    const char *text = "";
    for (int d = 0; d < s->rank; d++)
        text =
            arena_format(arena, "%s%s%lld", text, d ? ", " : "", (long long)s->dim[d]);
    return arena_format(arena, "{%s}", text);
}

void c_tensors(CFile *f, Text *t)
{
    Program *p = f->program;
    if (p->params.n == 0) {
        text_line(t, "const MfTensor %s[1];", file_fn(f, "tensors"));
        text_blank(t);
        return;
    }
    text_table(t, arena_format(f->arena, "const MfTensor %s[]", file_fn(f, "tensors")));
    for (int i = 0; i < p->params.n; i++) {
        const Param *q = &p->params.at[i];
        text_line(t, "{%s, %s, %s, %d, %s, offsetof(%s, %s)},",
                  text_quote(f->arena, q->name), dtypes[q->dtype], roles[q->role],
                  q->shape.rank, dims(f->arena, &q->shape), f->type, f->param[i]);
    }
    text_table_end(t);
}

/* ---- functions ---- */

/* The limits of an input's numbers, where they differ: the name of their table. */
static const char *print_limits(CFile *f, Text *t, const char *ports, int i,
                                const Port *p)
{
    if (p->limits == NULL)
        return "NULL";
    int n = (int)shape_row(&p->shape);
    const char *name = arena_format(f->arena, "%s%d_limits", ports, i + 1);
    const char **item = NEW_N(f->arena, const char *, n);
    for (int k = 0; k < n; k++)
        item[k] = arena_format(f->arena, "%lld", (long long)p->limits[k]);
    text_list(t, arena_format(f->arena, "static const int %s[] = {", name), n, item,
              "};");
    return name;
}

static void print_ports(CFile *f, Text *t, const char *name, int n, const Port *inputs,
                        Buffer *const *outputs)
{
    if (n == 0)
        return;
    const char **limits = NEW_N(f->arena, const char *, n);
    for (int i = 0; i < n; i++)
        limits[i] = inputs ? print_limits(f, t, name, i, &inputs[i]) : "NULL";
    text_table(t, arena_format(f->arena, "static const MfPort %s[]", name));
    assert(inputs || outputs); /* one of the two is there */
    for (int i = 0; i < n; i++) {
        const Shape *s = inputs ? &inputs[i].shape : &outputs[i]->shape;
        text_line(t, "{%s, %s, %d, %s, %lld, %s},",
                  text_quote(f->arena, inputs ? inputs[i].name : outputs[i]->name),
                  dtypes[inputs ? inputs[i].dtype : outputs[i]->dtype], s->rank,
                  dims(f->arena, s), inputs ? (long long)inputs[i].limit : 0LL,
                  limits[i]);
    }
    text_table_end(t);
}

/* An argument of an entry's function, from an untyped pointer. */
static const char *print_arg(CFile *f, Text *t, const Buffer *b, int i)
{
    const char *name = arena_format(f->arena, "in%d", i);
    if (b->shape.rank == 0) {
        text_line(t, "const %s %s = *(const %s *)in[%d];", c_dtype(b->dtype), name,
                  c_dtype(b->dtype), i);
        return name;
    }
    Shape inner = shape_drop(b->shape, 0);
    const char *extents = c_extents(f->arena, &inner, "");
    if (*extents)
        text_line(t, "const %s(*%s)%s = (const %s(*)%s)in[%d];", c_dtype(b->dtype),
                  name, extents, c_dtype(b->dtype), extents, i);
    else
        text_line(t, "const %s *%s = in[%d];", c_dtype(b->dtype), name, i);
    return name;
}

static void print_wrapper(CFile *f, Text *t, int entry)
{
    const Routine *r = f->routine[entry];
    bool func = r->entry->kind == ENTRY_FUNC;
    const char *head[] = {"void *net", "const void *const *in",
                          func ? "void *const *out" : "double *out"};
    text_list(t, arena_format(f->arena, "static void %s(", f->call[entry]), 3, head,
              ")");
    text_line(t, "{");
    t->indent++;
    if (r->inputs.n == 0)
        text_line(t, "(void)in;");
    ARRAY(const char *) item = {0};
    PUSH(f->arena, item, "net");
    for (int i = 0; i < r->inputs.n; i++)
        PUSH(f->arena, item, print_arg(f, t, r->inputs.at[i], i));
    for (int i = 0; func && i < r->outputs.n; i++)
        PUSH(f->arena, item, arena_format(f->arena, "out[%d]", i));
    const char *name = file_fn(f, f->entry[entry]);
    if (func) {
        text_list(t, arena_format(f->arena, "%s(", name), item.n, item.at, ");");
    } else {
        const char *cast = r->outputs.at[0]->dtype == F64 ? "" : "(double)";
        text_list(t, arena_format(f->arena, "out[0] = %s%s(", cast, name), item.n,
                  item.at, ");");
        if (r->outputs.n > 1)
            text_line(t, "const %s *done = net;", f->type);
        for (int i = 1; i < r->outputs.n; i++)
            text_line(t, "out[%d] = (double)done->metric.%s;", i,
                      f->buffer[r->outputs.at[i]->id]);
    }
    text_close(t, "");
    text_blank(t);
}

/* The extent of the first axis of every input and output, or 0. */
static int64_t common_batch(const Routine *r)
{
    int64_t batch = -1;
    for (int i = 0; i < r->inputs.n + r->outputs.n; i++) {
        const Buffer *b =
            i < r->inputs.n ? r->inputs.at[i] : r->outputs.at[i - r->inputs.n];
        int64_t n = b->shape.rank ? b->shape.dim[0] : 0;
        batch = batch < 0 || batch == n ? n : 0;
    }
    return batch > 0 ? batch : 0;
}

static int print_funcs(CFile *f, Text *t)
{
    Program *p = f->program;
    Text rows = text_new(f->arena);
    rows.indent = 1;
    int n = 0;
    for (int i = 0; i < p->entries.n; i++) {
        const Entry *e = &p->entries.at[i];
        const Routine *r = f->routine[i];
        if (e->kind != ENTRY_FUNC)
            continue;
        print_ports(f, t, f->in[i], e->inputs.n, e->inputs.at, NULL);
        print_ports(f, t, f->out[i], r->outputs.n, NULL, r->outputs.at);
        print_wrapper(f, t, i);
        text_line(&rows, "{%s, %lld, %d, %d, %s, %s, %s},",
                  text_quote(f->arena, e->name), (long long)common_batch(r),
                  e->inputs.n, r->outputs.n, e->inputs.n ? f->in[i] : "NULL",
                  r->outputs.n ? f->out[i] : "NULL", f->call[i]);
        n++;
    }
    if (n == 0)
        return 0;
    text_table(t, "static const MfFunc funcs[]");
    text_add(t, "%s", rows.at);
    text_table_end(t);
    return n;
}

/* ---- training ---- */

void c_field(Text *t, const char *name, long long value)
{
    if (value)
        text_line(t, ".%s = %lld,", name, value);
}

static void print_train(CFile *f, Text *t, const Train *train, int number)
{
    static const char *const shuffles[] = {[MF_IN_ORDER] = "MF_IN_ORDER",
                                           [MF_SHUFFLE] = "MF_SHUFFLE",
                                           [MF_REPLACEMENT] = "MF_REPLACEMENT"};
    const MfTrain *s = &train->spec;
    const Entry *e = &f->program->entries.at[train->step];
    text_line(t, "{");
    t->indent++;
    text_line(t, ".name = %s,", text_quote(f->arena, train->name));
    c_field(t, "batch", s->batch);
    if (e->inputs.n) {
        c_field(t, "n_in", e->inputs.n);
        text_line(t, ".in = %s,", f->in[train->step]);
    }
    text_line(t, ".step = %s,", f->call[train->step]);
    text_line(t, ".eval = %s,", f->call[train->eval]);
    if (train->eval_one >= 0)
        text_line(t, ".eval_one = %s,", f->call[train->eval_one]);
    if (train->part >= 0)
        text_line(t, ".part = %s,", f->call[train->part]);
    if (train->metrics.n) {
        c_field(t, "n_metrics", train->metrics.n);
        text_line(t, ".metric = metrics_%d,", number);
    }
    if (train->total >= 0) {
        c_field(t, "n_sums", train->sums);
        c_field(t, "n_totalled", train->totals.n);
        text_line(t, ".totalled = totalled_%d,", number);
        text_line(t, ".total = %s,", f->call[train->total]);
    }
    c_field(t, "epochs", s->epochs);
    c_field(t, "steps", s->steps);
    text_line(t, ".shuffle = %s,", shuffles[s->shuffle]);
    if (s->seed)
        text_line(t, ".seed = %lluu,", (unsigned long long)s->seed);
    c_field(t, "accumulate", s->accumulate);
    if (s->valid_split)
        text_line(t, ".valid_split = %s,", text_quote(f->arena, s->valid_split));
    c_field(t, "valid_every", s->valid_every);
    if (s->valid_epochs > 1)
        c_field(t, "valid_epochs", s->valid_epochs);
    c_field(t, "valid_batches", s->valid_batches);
    if (s->early_metric)
        text_line(t, ".early_metric = %s,", text_quote(f->arena, s->early_metric));
    c_field(t, "early_patience", s->early_patience);
    c_field(t, "checkpoint_every", s->checkpoint_every);
    c_field(t, "checkpoint_epochs", s->checkpoint_epochs);
    c_field(t, "checkpoint_keep", s->checkpoint_keep);
    text_line(t, ".turns = %d,", s->turns > 0 ? s->turns : 1);
    text_close(t, ",");
}

/* The numbers of the values that `total` gives. */
static void print_totals(CFile *f, Text *t)
{
    for (int i = 0; i < f->program->trains.n; i++) {
        const Train *train = &f->program->trains.at[i];
        if (train->total < 0)
            continue;
        const char *list = "";
        for (int k = 0; k < train->totals.n; k++)
            list = arena_format(f->arena, "%s%s%d", list, k > 0 ? ", " : "",
                                train->totals.at[k]);
        text_line(t, "static const int totalled_%d[] = {%s};", i, list);
        text_blank(t);
    }
}

static void print_trains(CFile *f, Text *t)
{
    Program *p = f->program;
    for (int i = 0; i < p->entries.n; i++) {
        const Entry *e = &p->entries.at[i];
        if (e->kind != ENTRY_STEP && e->kind != ENTRY_EVAL)
            continue;
        for (int k = 0; k < p->trains.n; k++)
            if (p->trains.at[k].step == i)
                print_ports(f, t, f->in[i], e->inputs.n, e->inputs.at, NULL);
        print_wrapper(f, t, i);
    }
    for (int i = 0; i < p->trains.n; i++) {
        const Train *train = &p->trains.at[i];
        if (train->metrics.n == 0)
            continue;
        text_table(t,
                   arena_format(f->arena, "static const char *const metrics_%d[]", i));
        for (int k = 0; k < train->metrics.n; k++)
            text_line(t, "%s,", text_quote(f->arena, train->metrics.at[k]));
        text_table_end(t);
    }
    print_totals(f, t);
    if (p->trains.n == 0)
        return;
    text_table(t, "static const MfTrain trains[]");
    for (int i = 0; i < p->trains.n; i++)
        print_train(f, t, &p->trains.at[i], i);
    text_table_end(t);
}

/* ---- the kernels, for --profile ---- */

static void print_profile(CFile *f, Text *t)
{
    if (!f->profile || f->kernels.n == 0)
        return;
    text_table(t, "static const MfKernel kernels[]");
    for (int i = 0; i < f->kernels.n; i++) {
        const Kernel *k = f->kernels.at[i];
        text_line(t, "{%s, %s, %s, %.17g, %.17g},", text_quote(f->arena, k->id),
                  text_quote(f->arena, file_line(f->arena, k->where)),
                  text_quote(f->arena, k->formula ? k->formula : ""), kernel_flops(k),
                  kernel_bytes(k));
    }
    text_table_end(t);
}

/* ---- the model ---- */

/* What the model is, and where things are in its memory. */
static void print_identity(CFile *f, Text *t)
{
    const Program *p = f->program;
    text_line(t, ".name = %s,", text_quote(f->arena, p->name));
    text_line(t, ".script = %s,", text_quote(f->arena, p->script));
    text_line(t, ".version = \"%s\",", MFC_VERSION);
    text_line(t, ".hash = 0x%llxu,", (unsigned long long)p->hash);
    text_line(t, ".real = %s,", dtypes[p->real]);
    text_line(t, ".size = sizeof(%s),", f->type);
    text_line(t, ".param_bytes = %lld,", (long long)f->param_bytes);
    text_line(t, ".state_bytes = %lld,", (long long)f->state_bytes);
    text_line(t, ".work_bytes = %lld,", (long long)f->work_bytes);
    text_line(t, ".seed_offset = offsetof(%s, seed),", f->type);
    text_line(t, ".step_offset = offsetof(%s, step),", f->type);
    for (int i = 0; i < p->params.n; i++)
        if (p->params.at[i].role == MF_SETTING &&
            strcmp(p->params.at[i].name, "total_steps") == 0)
            text_line(t, ".steps_offset = offsetof(%s, %s),", f->type, f->param[i]);
}

/* Its tables; `funcs` and `probes` have so many rows. */
static void print_parts(CFile *f, Text *t, int funcs, int probes)
{
    const Program *p = f->program;
    text_line(t, ".init = %s,", f->init);
    text_line(t, ".arithmetic = mf_arithmetic,");
    c_field(t, "n_tensors", p->params.n);
    c_field(t, "n_funcs", funcs);
    c_field(t, "n_trains", p->trains.n);
    text_line(t, ".tensor = %s,", file_fn(f, "tensors"));
    if (funcs)
        text_line(t, ".func = funcs,");
    if (p->trains.n)
        text_line(t, ".train = trains,");
    text_line(t, ".data = &source,");
    c_field(t, "n_probes", probes);
    if (probes)
        text_line(t, ".probe = probes,");
    if (f->profile && f->kernels.n) {
        c_field(t, "n_kernels", f->kernels.n);
        text_line(t, ".kernel = kernels,");
        text_line(t, ".profile_offset = offsetof(%s, %s),", f->type, f->profile_member);
    }
}

static void print_threads(CFile *f, Text *t)
{
    int threads = 0;
    for (int i = 0; i < f->program->entries.n; i++)
        threads = f->routine[i]->threads > threads ? f->routine[i]->threads : threads;
    if (threads == 0)
        return;
    text_line(t, "#ifdef _OPENMP");
    text_line(t, ".threads = %d,", threads);
    text_line(t, "#endif");
}

void c_tables(CFile *f, Text *t)
{
    int funcs = print_funcs(f, t);
    print_trains(f, t);
    c_source(f, t);
    int probes = c_probes(f, t);
    print_profile(f, t);
    text_line(t, "static void %s(void *net, uint64_t seed)", f->init);
    text_line(t, "{");
    text_line(t, "    %s(net, seed);", file_fn(f, "init"));
    text_line(t, "}");
    text_blank(t);
    text_table(t, "static const MfModel model");
    print_identity(f, t);
    print_parts(f, t, funcs, probes);
    if (f->blas)
        text_line(t, ".blas = true,");
    print_threads(f, t);
    text_table_end(t);
}

/* Code reaches static data within 2 GiB only. */
enum { LARGEST_STATIC = 1 << 28 };

void c_main(CFile *f, Text *t)
{
    text_line(t, "int main(int argc, char **argv)");
    text_line(t, "{");
    t->indent++;
    bool large = f->param_bytes + f->state_bytes + f->work_bytes > LARGEST_STATIC;
    if (!large)
        text_line(t, "static %s%s net;",
                  f->work_bytes >= LONG_BYTES ? "_Alignas(64) " : "", f->type);
    if (f->blas)
        text_line(t, "openblas_set_num_threads(1); /* threads are the file's own */");
    text_line(t, large ? "return mf_main(argc, argv, &model, NULL); /* too large to be "
                         "static */"
                       : "return mf_main(argc, argv, &model, &net);");
    text_close(t, "");
    text_blank(t);
}

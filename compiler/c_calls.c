/*
 * c_calls.c - the functions of a network: one for each entry, which calls its kernels
 * in order on the arrays of the struct.
 */
#include "c_file.h"

#include <string.h>

/* ---- arrays as arguments ---- */

bool c_is_const(const Buffer *b)
{
    return b->kind == B_INPUT || b->kind == B_CONST;
}

/* The array that owns the memory, as an lvalue. */
static const char *home_text(CFile *f, const Buffer *b)
{
    const char *name = f->buffer[b->id];
    if (b->kind == B_PARAM) {
        for (int i = 0; i < f->program->params.n; i++)
            if (f->params->param[i] == b)
                return arena_format(f->arena, "net->%s", f->param[i]);
        bug("no tensor is %s", b->name);
    }
    if (b->counter)
        return arena_format(f->arena, "%lld", (long long)b->number);
    if (b->kind == B_COUNTER)
        return b->stream
                   ? arena_format(f->arena, "0x%llxu", (unsigned long long)b->stream)
                   : arena_format(f->arena, "net->%s", b->name);
    if (b->kind == B_WORK && b->shape.rank > 0)
        return arena_format(f->arena, b->own ? "own->%s" : "w->%s", name);
    const Routine *r = f->routine[f->current];
    if (b->kind == B_OUTPUT && r->entry->kind != ENTRY_FUNC && b != r->outputs.at[0])
        return arena_format(f->arena, "net->metric.%s", name);
    if (b->kind == B_OUTPUT && r->entry->kind == ENTRY_FUNC && b->shape.rank == 0)
        return arena_format(f->arena, "*%s", name);
    return name;
}

/* The array as rows that kernels take. */
static const char *as_rows(Arena *a, const Buffer *b, const char *text)
{
    const Buffer *home = buffer_base((Buffer *)b);
    Shape inner = shape_drop(b->shape, 0);
    const char *type = arena_format(a, inner.rank ? "%s%s(*)%s" : "%s%s *%s",
                                    c_is_const(home) ? "const " : "", c_type(b),
                                    c_extents(a, &inner, ""));
    return arena_format(a, "((%s)%s)", type, text);
}

/* An lvalue of the array with the extents that the buffer has. */
static const char *array_text(CFile *f, const Buffer *b)
{
    if (!b->base)
        return home_text(f, b);
    const Buffer *from = b->base;
    while (!b->turn && from->base && !from->turn) /* a view of a view: one cast */
        from = from->base;
    const char *base = array_text(f, from);
    Arena *a = f->arena;
    if (b->turn) {
        long long last = (long long)b->turn->extent - 1;
        if (b->band)
            return arena_format(a, "&%s[%s]", base, b->turn->name);
        return b->from_end ? arena_format(a, "%s[%lld - %s]", base, last, b->turn->name)
                           : arena_format(a, "%s[%s]", base, b->turn->name);
    }
    if (same_extents(&b->shape, &from->shape))
        return base;
    if (b->shape.rank == 0) {
        for (int d = 0; d < from->shape.rank; d++)
            base = arena_format(a, "%s[0]", base);
        return base;
    }
    const char *address = from->shape.rank == 0 ? arena_format(a, "&%s", base) : base;
    return as_rows(a, b, address);
}

/* Truth values of the caller and of the model are bool; kernels see bytes. (Work memory
 * is bytes. Nobody sees bytes as bool: compilers take it that these differ.) */
static bool is_bool(const Buffer *b)
{
    const Buffer *home = buffer_base((Buffer *)b);
    return b->dtype == BOOL &&
           (home->kind == B_INPUT || home->kind == B_OUTPUT || home->kind == B_PARAM);
}

static const char *arg_text(CFile *f, const Buffer *b, bool written)
{
    const char *text = array_text(f, b);
    if (is_bool(b) && b->shape.rank > 0 && text[0] != '(')
        text = as_rows(f->arena, b, text);
    if (b->shape.rank > 0) {
        /* the outer parentheses of a cast are not needed here */
        size_t n = strlen(text);
        if (text[0] == '(' && text[1] == '(' && text[n - 1] == ')')
            return arena_format(f->arena, "%.*s", (int)n - 2, text + 1);
        return text;
    }
    if (!written)
        return text;
    const char *cast = is_bool(b) ? "(uint8_t *)" : "";
    return *text == '*' ? arena_format(f->arena, "%s%s", cast, text + 1)
                        : arena_format(f->arena, "%s&%s", cast, text);
}

const char **c_args(CFile *f, const Call *c)
{
    const Kernel *k = c->kernel;
    const char **text = NEW_N(f->arena, const char *, k->params.n + 1);
    for (int p = 0; p < k->params.n; p++)
        text[p] = arg_text(f, k->params.at[p], k->written.at[p]);
    return text;
}

/* What has run since the last mark: kernel k, or for 0 what is outside. Initial values
 * are no part of a training. */
static void print_mark(CFile *f, Text *t, int k)
{
    if (f->profile && f->program->entries.at[f->current].kind != ENTRY_INIT)
        text_line(t, "%smf_profile_mark(net->%s, %d);",
                  f->banded ? "if (mf_thread() == 0) " : "", f->profile_member, k);
}

static void print_call(CFile *f, Text *t, const Call *c)
{
    const Kernel *k = c->kernel;
    const Stmt *number = c_constant(k);
    if (number) {
        text_line(t, "%s = %s;", array_text(f, k->params.at[0]),
                  number_text(f->arena, number->value->num,
                              number->value->dtype == F32));
        return;
    }
    Items item = {0};
    c_plan_args(f->arena, &item, &f->plans, k);
    for (int i = 0; i < k->params.n; i++)
        PUSH(f->arena, item, c->text[i]);
    text_list(t, arena_format(f->arena, "%s(", k->same->id), item.n, item.at, ");");
    bool threads = f->profile && k->divided && f->routine[f->current]->threads > 0;
    if (threads)
        text_add(t, "#pragma omp master\n");
    print_mark(f, t, k->same->number);
}

/* A call that any thread makes alone; those behind it may run meanwhile. */
static void print_single(CFile *f, Text *t, const Call *c)
{
    text_add(t, "#pragma omp single nowait\n");
    text_line(t, "{");
    t->indent++;
    print_call(f, t, c);
    text_close(t, "");
}

/* Does the first thread make it alone? (One clock goes with a profile.) */
static bool is_masters(const CFile *f, const Call *c)
{
    return c->kernel && !c->kernel->divided && (!c->kernel->anyone || f->profile);
}

/* Calls that the first thread makes alone, from the i-th on; returns the next one. */
static int print_master(CFile *f, Text *t, const Calls *calls, int i, int to)
{
    text_add(t, "#pragma omp master\n");
    text_line(t, "{");
    t->indent++;
    do {
        c_phase(f, t, calls->at[i]);
        print_call(f, t, calls->at[i++]);
    } while (i < to && is_masters(f, calls->at[i]) && !calls->at[i]->wait);
    text_close(t, "");
    return i;
}

/* A call that a thread makes for its band. What it adds to, the band before must have
 * been added to. */
static void print_banded(CFile *f, Text *t, const Calls *calls, int i)
{
    const Call *c = calls->at[i];
    int before = i > 0 ? calls->at[i - 1]->adds : 0,
        behind = i + 1 < calls->n ? calls->at[i + 1]->adds : 0;
    if (c->adds > 0 && c->adds != before)
        text_line(t, "mf_await(&%s[%d], %s);", f->added, c->adds - 1, f->band);
    print_call(f, t, c);
    if (c->adds > 0 && c->adds != behind)
        text_line(t, "mf_added(&%s[%d]);", f->added, c->adds - 1);
}

static void print_loop(CFile *f, Text *t, const Call *c)
{
    const char *name = c->turn->name = scope_name(&f->locals, c->turn->name);
    long long turns = c->turn->extent, band = c->band;
    f->banded = c->shared && f->routine[f->current]->threads > 0;
    if (f->banded)
        text_add(t, "#pragma omp for schedule(static, 1) nowait\n");
    if (band)
        text_open(t, "for (int %s = 0; %s < %lld; %s += %lld)", name, name,
                  turns * band, name, band);
    else
        text_open(t, "for (int %s = 0; %s < %lld; %s++)", name, name, turns, name);
    const char *around = f->band;
    if (f->banded)
        f->band = arena_format(f->arena, "%s / %lld", name, band);
    c_rolled_calls(f, t, &c->body);
    f->band = around;
    f->banded = false;
    text_close(t, "");
}

void c_calls(CFile *f, Text *t, const Calls *calls, int from, int to)
{
    bool threads = f->routine[f->current]->threads > 0 && !f->banded;
    for (int i = from; i < to;) {
        const Call *c = calls->at[i];
        c_phase(f, t, c);
        if (threads && c->wait)
            text_line(t, "mf_meet(&%s);", f->met);
        if (threads && is_masters(f, c)) {
            i = print_master(f, t, calls, i, to);
            continue;
        }
        i++;
        if (threads && c->kernel && !c->kernel->divided) {
            print_single(f, t, c);
            continue;
        }
        if (f->banded)
            print_banded(f, t, calls, i - 1);
        else if (c->kernel)
            print_call(f, t, c);
        else
            print_loop(f, t, c);
    }
}

/* One region a step: the threads are the same from the first kernel to the last. */
static void print_region(CFile *f, Text *t, const Routine *r)
{
    const char *own = NULL; /* where what a thread has of its own is */
    if (r->own.n > 0)
        own = arena_format(f->arena, "%s *own = &net->%s.%s", f->own_type[f->current],
                           f->own_member, f->work_name[f->current]);
    if (r->threads == 0) {
        if (own)
            text_line(t, "%s[0];", own);
        f->plans = c_make_plans(t, &f->locals, r);
        c_rolled_calls(f, t, &r->calls);
        return;
    }
    if (r->adds > 0)
        text_line(t, "int %s[%d] = {0}; /* bands that have been added to sums */",
                  f->added, r->adds);
    if (r->meets)
        text_line(t, "uint64_t %s = 0; /* how often threads came to meet */", f->met);
    text_add(t, "#pragma omp parallel num_threads(mf_threads(net->%s[%d], %d))\n",
             f->threads_member, f->current, r->threads);
    text_line(t, "{");
    t->indent++;
    if (own)
        text_line(t, "%s[mf_thread()];", own);
    f->plans = c_make_plans(t, &f->locals, r);
    c_rolled_calls(f, t, &r->calls);
    text_close(t, "");
    text_line(t, "mf_threads_done(net->%s[%d]);", f->threads_member, f->current);
}

/* ---- functions ---- */

/* boston_step(Boston *net, const float x[restrict 11][13], ...) */
static void print_signature(CFile *f, Text *t, int entry, const char *tail)
{
    const Routine *r = f->routine[entry];
    const Entry *e = r->entry;
    Scope scope = scope_new(f->arena, &f->types);
    ARRAY(const char *) item = {0};
    scope_name(&scope, "w"); /* of the work memory */
    scope_name(&scope, "own");
    f->added = scope_name(&scope, "added");
    f->met = scope_name(&scope, "met");
    PUSH(f->arena, item, arena_format(f->arena, "%s *net", f->type));
    if (e->kind == ENTRY_INIT)
        PUSH(f->arena, item, "uint64_t seed");
    for (int i = 0; i < r->inputs.n; i++) {
        const Buffer *b = r->inputs.at[i];
        f->buffer[b->id] = scope_name(&scope, b->name);
        const char *text =
            b->shape.rank == 0
                ? arena_format(f->arena, "%s %s", c_dtype(b->dtype), f->buffer[b->id])
                : arena_format(f->arena, "const %s %s%s", c_dtype(b->dtype),
                               f->buffer[b->id],
                               c_extents(f->arena, &b->shape, "restrict"));
        PUSH(f->arena, item, text);
    }
    for (int i = 0; e->kind == ENTRY_FUNC && i < r->outputs.n; i++) {
        const Buffer *b = r->outputs.at[i];
        f->buffer[b->id] = scope_name(&scope, b->name);
        const char *text =
            b->shape.rank == 0
                ? arena_format(f->arena, "%s *restrict %s", c_dtype(b->dtype),
                               f->buffer[b->id])
                : arena_format(f->arena, "%s %s%s", c_dtype(b->dtype), f->buffer[b->id],
                               c_extents(f->arena, &b->shape, "restrict"));
        PUSH(f->arena, item, text);
    }
    f->locals = scope;
    const char *type = e->kind == ENTRY_STEP || e->kind == ENTRY_EVAL
                           ? c_type(r->outputs.at[0])
                           : "void";
    const char *head =
        arena_format(f->arena, "%s %s(", type, file_fn(f, f->entry[entry]));
    text_list(t, head, item.n, item.at, arena_format(f->arena, ")%s", tail));
}

static void print_doc(CFile *f, Text *t, int entry)
{
    const Entry *e = &f->program->entries.at[entry];
    const char *text = NULL;
    if (e->kind == ENTRY_INIT)
        text = "Initial values of everything, drawn from the seed.";
    else if (e->kind == ENTRY_STEP)
        text = "One step: forward, backward, update; returns the loss before it.";
    else if (e->kind == ENTRY_EVAL && strncmp(e->name, "eval_total", 10) == 0)
        text = "Values over many batches, from the means of the sums that eval gives.";
    else if (e->kind == ENTRY_EVAL && strncmp(e->name, "eval_one", 8) == 0)
        text = "The same of a batch of one row.";
    else if (e->kind == ENTRY_EVAL)
        text = "The loss and the metrics as in inference, without an update.";
    else
        text =
            arena_format(f->arena, "The function `%s`.", c_comment(f->arena, e->name));
    text_comment(t, text);
}

/* float a, b; in as many lines as that takes. */
static void print_scalar_names(CFile *f, Text *t, const char *type, int n,
                               const char *const *name)
{
    const char *line = "";
    size_t room = (size_t)(TEXT_WIDTH - t->indent * TEXT_INDENT);
    for (int i = 0; i < n; i++) {
        bool full = *line && strlen(line) + strlen(name[i]) + 3 > room;
        if (full)
            text_line(t, "%s;", line);
        line = full || !*line ? arena_format(f->arena, "%s %s", type, name[i])
                              : arena_format(f->arena, "%s, %s", line, name[i]);
    }
    if (*line)
        text_line(t, "%s;", line);
}

static bool is_read(const Calls *kernels, const Buffer *b)
{
    for (int i = 0; i < kernels->n; i++) {
        const Call *c = kernels->at[i];
        for (int k = 0; k < c->reads.n; k++)
            if (buffer_base(c->reads.at[k]) == b)
                return true;
    }
    return false;
}

/* The loss and the scalars between kernels, those of a type together. A carry that
 * nobody reads is written all the same, and compilers shall not mind. */
static void print_scalars(CFile *f, Text *t, Routine *r, bool loss)
{
    const char **name = NEW_N(f->arena, const char *, r->buffers.n + 1);
    for (int d = 0; d < DTYPES; d++) {
        int n = 0;
        const char *type = NULL;
        for (int i = 0; i < r->buffers.n; i++) {
            Buffer *b = r->buffers.at[i];
            bool scalar =
                b->kind == B_WORK && b->shape.rank == 0 && !b->base && b->first >= 0;
            if (b->dtype != (Dtype)d || !(scalar || (loss && b == r->outputs.at[0])))
                continue;
            f->buffer[b->id] = name[n++] = scope_name(&f->locals, b->name);
            type = c_type(b);
        }
        print_scalar_names(f, t, type, n, name);
    }
    Calls kernels = kernel_calls(f->arena, &r->calls);
    for (int i = 0; i < r->buffers.n; i++) {
        const Buffer *b = r->buffers.at[i];
        if (b->kind == B_WORK && b->shape.rank == 0 && !b->base && b->first >= 0 &&
            !is_read(&kernels, b))
            text_line(t, "(void)%s;", f->buffer[b->id]);
    }
}

/* Whether the entry is one step of training, and not the part of one that adds up. */
static bool is_whole_step(const Program *p, int entry)
{
    bool whole = false;
    for (int i = 0; i < p->trains.n; i++)
        whole = whole || p->trains.at[i].step == entry;
    return whole;
}

static void print_function(CFile *f, Text *t, int entry)
{
    Routine *r = f->routine[entry];
    const Entry *e = r->entry;
    f->current = entry;
    print_doc(f, t, entry);
    print_signature(f, t, entry, "");
    text_line(t, "{");
    t->indent++;
    if (e->kind == ENTRY_INIT) {
        if (f->has_work) /* which nothing reads before it is written */
            text_line(t, "memset(net, 0, offsetof(%s, work));", f->type);
        else
            text_line(t, "memset(net, 0, sizeof *net);");
        text_line(t, "net->seed = seed;");
    }
    bool loss = e->kind == ENTRY_STEP || e->kind == ENTRY_EVAL;
    print_scalars(f, t, r, loss);
    c_phases(f);
    Text calls = text_new(f->arena);
    calls.indent = t->indent;
    print_mark(f, &calls, 0);
    print_region(f, &calls, r);
    bool works = strstr(calls.at, "w->") != NULL; /* a parameter may be named w too */
    if (works)
        text_line(t, "%s %s *w = &net->work.%s;", f->work_kind[entry],
                  f->work_type[entry], f->work_name[entry]);
    bool counts = is_whole_step(f->program, entry);
    if (e->kind != ENTRY_INIT && !works && !counts && !text_mentions(calls.at, "net"))
        text_line(t, "(void)net;");
    for (int i = 0; i < r->inputs.n; i++)
        if (!text_mentions(calls.at, f->buffer[r->inputs.at[i]->id]))
            text_line(t, "(void)%s;", f->buffer[r->inputs.at[i]->id]);
    text_add(t, "%s", calls.at);
    if (counts)
        text_line(t, "net->step++;");
    if (loss)
        text_line(t, "return %s;", f->buffer[r->outputs.at[0]->id]);
    text_close(t, "");
    text_blank(t);
}

/* gcc warns of what C allows since C23, a pointer to rows that becomes one to const
 * rows; and takes arrays that share memory in a union for one another. */
void c_functions(CFile *f, Text *t)
{
    bool quiet = f->rows || f->has_work;
    if (quiet) {
        text_comment(t, "gcc warns where rows become const rows, as C allows since "
                        "C23, and "
                        "where arrays share memory in a union.");
        text_line(t, "#if defined __GNUC__ && !defined __clang__");
        text_line(t, "#pragma GCC diagnostic push");
        if (f->rows)
            text_line(t, "#pragma GCC diagnostic ignored \"-Wpedantic\"");
        if (f->has_work) {
            text_line(t, "#pragma GCC diagnostic ignored \"-Wstringop-overflow\"");
            text_line(t, "#pragma GCC diagnostic ignored \"-Wstringop-overread\"");
        }
        text_line(t, "#endif");
        text_blank(t);
    }
    for (int i = 0; i < f->program->entries.n; i++)
        print_function(f, t, i);
    if (quiet) {
        text_line(t, "#if defined __GNUC__ && !defined __clang__");
        text_line(t, "#pragma GCC diagnostic pop");
        text_line(t, "#endif");
        text_blank(t);
    }
}

void c_prototypes(CFile *f, Text *t)
{
    for (int i = 0; i < f->program->entries.n; i++) {
        print_doc(f, t, i);
        print_signature(f, t, i, ";");
    }
    text_line(t, "extern const MfTensor %s[];", file_fn(f, "tensors"));
    text_blank(t);
}

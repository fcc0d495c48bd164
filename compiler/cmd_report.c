/*
 * cmd_report.c - mfc report: the tensors of a program, what each entry point
 * computes and where its bytes are, kernel by kernel with its line of the script.
 *
 * FLOPs are counted as the kernels do them: one for each scalar operator, two for
 * a fused multiply-add; recomputation that fusing chose is in it. `live` is the
 * least work memory that any plan could have with this order of kernels.
 */
#include "cmd.h"
#include "layout.h"
#include "report_page.h"

#include <string.h>

typedef struct Report {
    Cmd *cmd;
    Program *program;
    Routine **routine; /* by entry */
    const Entry *main;
} Report;

static int64_t param_bytes(const Param *p)
{
    static const int bytes[DTYPES] = {[F32] = 4, [F64] = 8, [I32] = 4, [BOOL] = 1};
    return size_mul(shape_size(&p->shape), bytes[p->dtype]);
}

static int64_t bytes_of(const Program *p, bool parameters)
{
    int64_t sum = 0;
    for (int i = 0; i < p->params.n; i++)
        if (p->params.at[i].role != MF_SETTING &&
            (p->params.at[i].role == MF_PARAM) == parameters)
            sum = size_add(sum, param_bytes(&p->params.at[i]));
    return sum;
}

/* Those to learn, or those that stay as they are. */
static int64_t numbers_of(const Program *p, bool trainable)
{
    int64_t sum = 0;
    for (int i = 0; i < p->params.n; i++)
        if (p->params.at[i].role == MF_PARAM && p->params.at[i].trainable == trainable)
            sum = size_add(sum, shape_size(&p->params.at[i].shape));
    return sum;
}

/* What the C's work memory takes: a union of all entries', whole multiples of the
 * widest type in it. */
static int64_t most_work(const Report *r)
{
    int64_t most = 0, align = 1;
    for (int i = 0; i < r->program->entries.n; i++) {
        const Routine *routine = r->routine[i];
        most = routine->work_end > most ? routine->work_end : most;
        for (Dtype d = 0; d < DTYPES; d++)
            if (routine->type_bytes[d] > 0 && dtype_bytes(d) > align)
                align = dtype_bytes(d);
    }
    return align_up(most, align);
}

static const char *role_name(MfRole role)
{
    static const char *const names[] = {[MF_PARAM] = "parameter",
                                        [MF_STAT] = "statistic",
                                        [MF_STATE] = "state",
                                        [MF_SETTING] = "setting"};
    return names[role];
}

/* One layout serves all: what other orders products like, they copy while they run. */
static const char *tensor_layout(const Param *p)
{
    return layout_name(layout_of_tensor(&p->shape));
}

/* boston.lua:14, without the folder. */
static const char *line_text(const Report *r, Where where)
{
    if (!where.file)
        return "-";
    const char *slash = strrchr(where.file, '/');
    return arena_format(r->cmd->arena, "%s:%d", slash ? slash + 1 : where.file,
                        where.line);
}

/* ---- the kernels of a routine ---- */

static Costs kernels_of(const Report *r, int entry)
{
    return costs_of(r->cmd->arena, r->routine[entry], NULL);
}

static double flops_of(const Costs *costs)
{
    double sum = 0;
    for (int i = 0; i < costs->n; i++)
        sum += costs->at[i].flops;
    return sum;
}

/* ---- JSON ---- */

static void json_type(Dtype dtype, const Shape *shape)
{
    printf("\"dtype\": \"%s\", \"shape\": [", dtype_name(dtype));
    for (int i = 0; i < shape->rank; i++)
        printf("%s%lld", i ? ", " : "", (long long)shape->dim[i]);
    printf("]");
}

static void json_tensor(const Param *p, bool first)
{
    printf("%s\n    {\"name\": ", first ? "" : ",");
    json_text(p->name);
    printf(", \"role\": \"%s\", ", role_name(p->role));
    json_type(p->dtype, &p->shape);
    printf(", \"layout\": \"%s\", \"elements\": %lld, \"bytes\": %lld, "
           "\"trainable\": %s, \"line\": %d}",
           tensor_layout(p), (long long)shape_size(&p->shape),
           (long long)param_bytes(p), p->trainable ? "true" : "false", p->where.line);
}

/* Calls count from 0 here; no `first` and `last` where no call touches the array. */
static void json_arrays(const Report *r, int e)
{
    Layouts list = layouts_of(r->cmd->arena, r->routine[e]);
    printf(", \"arrays\": [");
    for (int i = 0; i < list.n; i++) {
        const Layout *l = &list.at[i];
        printf("%s\n      {\"name\": ", i ? "," : "");
        json_text(l->buffer->name);
        printf(", \"kind\": \"%s\", ", buffer_kind_name(l->buffer->kind));
        json_type(l->buffer->dtype, &l->buffer->shape);
        printf(", \"layout\": \"%s\", \"words\": ", layout_name(l->kind));
        json_text(l->text);
        printf(", \"bytes\": %lld", (long long)l->bytes);
        if (l->owns)
            printf(", \"offset\": %lld", (long long)l->buffer->offset);
        if (l->first >= 0)
            printf(", \"first\": %d, \"last\": %d", l->first, l->last);
        printf(", \"line\": %d}", l->where.line);
    }
    printf("]");
}

static void json_entry(const Report *r, int e)
{
    const Entry *entry = &r->program->entries.at[e];
    const Routine *routine = r->routine[e];
    Costs rows = kernels_of(r, e);
    printf("%s\n    {\"name\": ", e ? "," : "");
    json_text(entry->name);
    printf(", \"nodes\": %d, \"kernels\": %d, \"flops\": %.0f, \"work\": %lld, "
           "\"unshared\": %lld, \"live\": %lld, \"stack\": %lld, \"calls\": [",
           entry->graph->nodes.n, rows.n, flops_of(&rows),
           (long long)routine->work_bytes, (long long)routine->unshared_bytes,
           (long long)routine->live_bytes, (long long)routine->stack_bytes);
    for (int i = 0; i < rows.n; i++) {
        const Kernel *k = rows.at[i].kernel;
        printf("%s\n      {\"formula\": ", i ? "," : "");
        json_text(k->formula ? k->formula : "");
        printf(", \"times\": %.0f, \"flops\": %.0f, \"bytes\": %.0f, \"line\": %d",
               rows.at[i].times, kernel_flops(k), kernel_bytes(k), k->where.line);
        if (r->cmd->pipeline.threads)
            printf(", \"divided\": %s", k->divided ? "true" : "false");
        printf("}");
    }
    printf("]");
    json_arrays(r, e);
    printf("}");
}

static void print_json(const Report *r)
{
    const Program *p = r->program;
    printf("{\n  \"program\": ");
    json_text(p->name);
    printf(",\n  \"script\": ");
    json_text(p->script);
    printf(",\n  \"dtype\": \"%s\",\n  \"parameters\": %lld", dtype_name(p->real),
           (long long)size_add(numbers_of(p, true), numbers_of(p, false)));
    /* What `-- expect:` of a golden test means by kernels, nodes, flops, work. */
    for (int e = 0; r->main && e < p->entries.n; e++)
        if (&p->entries.at[e] == r->main) {
            Costs rows = kernels_of(r, e);
            printf(",\n  \"main\": {\"kernels\": %d, \"nodes\": %d, \"flops\": %.0f, "
                   "\"work\": %lld}",
                   rows.n, r->main->graph->nodes.n, flops_of(&rows),
                   (long long)r->routine[e]->work_bytes);
        }
    int64_t params = bytes_of(p, true), state = bytes_of(p, false), work = most_work(r);
    printf(",\n  \"bytes\": {\"params\": %lld, \"state\": %lld, \"work\": %lld, "
           "\"peak\": %lld}",
           (long long)params, (long long)state, (long long)work,
           (long long)size_add(size_add(params, state), work));
    printf(",\n  \"params\": [");
    for (int i = 0; i < p->params.n; i++)
        json_tensor(&p->params.at[i], i == 0);
    printf("\n  ],\n  \"entries\": [");
    for (int e = 0; e < p->entries.n; e++)
        json_entry(r, e);
    printf("\n  ]\n}\n");
}

/* ---- text ---- */

/* A column that has room for this name too. */
static int wider(int width, const char *name)
{
    int n = (int)strlen(name);
    return n > width ? n : width;
}

static void print_tensors(const Report *r)
{
    const Program *p = r->program;
    int width = 32;
    for (int i = 0; i < p->params.n; i++)
        width = wider(width, p->params.at[i].name);
    printf("\n%-*s %-10s %-20s %-10s %12s  %s\n", width, "tensor", "role", "type",
           "layout", "bytes", "made at");
    for (int i = 0; i < p->params.n; i++) {
        const Param *t = &p->params.at[i];
        const char *type = arena_format(r->cmd->arena, "%s%s", dtype_name(t->dtype),
                                        shape_text(r->cmd->arena, &t->shape));
        printf("%-*s %-10s %-20s %-10s %12lld  ", width, t->name,
               t->role == MF_PARAM && !t->trainable ? "frozen" : role_name(t->role),
               type, tensor_layout(t), (long long)param_bytes(t));
        printf("%s\n", line_text(r, t->where));
    }
}

static void print_entries(const Report *r)
{
    int width = 20;
    for (int e = 0; e < r->program->entries.n; e++)
        width = wider(width, r->program->entries.at[e].name);
    printf("\n%-*s %8s %8s %14s %12s %12s %12s %8s\n", width, "entry", "nodes",
           "kernels", "FLOPs", "work", "unshared", "live", "stack");
    for (int e = 0; e < r->program->entries.n; e++) {
        const Entry *entry = &r->program->entries.at[e];
        const Routine *routine = r->routine[e];
        Costs rows = kernels_of(r, e);
        printf("%-*s %8d %8d %14.0f %12lld %12lld %12lld %8lld\n", width, entry->name,
               entry->graph->nodes.n, rows.n, flops_of(&rows),
               (long long)routine->work_bytes, (long long)routine->unshared_bytes,
               (long long)routine->live_bytes, (long long)routine->stack_bytes);
    }
}

/* One below the other. */
static void print_formulas(const char *text)
{
    for (const char *end; (end = strstr(text, "; ")) != NULL; text = end + 2)
        printf("%.*s\n%52s", (int)(end - text), text, "");
    printf("%s", text);
}

static void print_kernels(const Report *r, int e)
{
    Costs rows = kernels_of(r, e);
    printf("\nkernels of %s\n%14s %14s  %-20s %s\n", r->program->entries.at[e].name,
           "FLOPs", "bytes", "line", "what");
    for (int i = 0; i < rows.n; i++) {
        const Cost *row = &rows.at[i];
        const Kernel *k = row->kernel;
        printf("%14.0f %14.0f  %-20s ", row->flops, row->bytes, line_text(r, k->where));
        print_formulas(k->formula ? k->formula : "");
        if (row->times > 1)
            printf("  (%.0f times)", row->times);
        if (r->cmd->pipeline.threads)
            printf("  (%s)", k->divided ? "divided" : "one thread");
        printf("\n");
    }
}

/* "150 bytes of work (f32 100, bool 50)": arrays of two types share no byte. */
static const char *types_text(Arena *arena, const Routine *r)
{
    const char *text = "";
    for (Dtype d = 0; d < DTYPES; d++)
        if (r->type_bytes[d] > 0)
            text = arena_format(arena, "%s%s%s %lld", text, *text ? ", " : " (",
                                dtype_name(d), (long long)r->type_bytes[d]);
    return arena_format(arena, "%lld bytes of work%s%s", (long long)r->work_bytes, text,
                        *text ? ")" : "");
}

static void print_arrays(const Report *r, int e)
{
    Arena *arena = r->cmd->arena;
    Layouts list = layouts_of(arena, r->routine[e]);
    int width = 24;
    for (int i = 0; i < list.n; i++)
        width = wider(width, list.at[i].buffer->name);
    printf("\narrays of %s: %s\n%-*s %-8s %-20s %12s %12s %9s  %-20s %s\n",
           r->program->entries.at[e].name, types_text(arena, r->routine[e]), width,
           "array", "kind", "type", "bytes", "at", "calls", "line", "layout");
    for (int i = 0; i < list.n; i++) {
        const Layout *l = &list.at[i];
        const Buffer *b = l->buffer;
        printf("%-*s %-8s %-20s %12lld %12s %9s  %-20s %s\n", width, b->name,
               buffer_kind_name(b->kind), layout_type(arena, b), (long long)l->bytes,
               l->owns ? arena_format(arena, "%lld", (long long)b->offset) : "-",
               layout_calls(arena, l), line_text(r, l->where), l->text);
    }
}

static void print_report(const Report *r)
{
    const Program *p = r->program;
    int64_t params = bytes_of(p, true), state = bytes_of(p, false), work = most_work(r);
    int64_t frozen = numbers_of(p, false);
    printf("%s, made by %s: %s to learn, ", p->name, p->script,
           count_text(p->arena, numbers_of(p, true), "number", "numbers"));
    if (frozen > 0)
        printf("%lld frozen, ", (long long)frozen);
    printf("%s\n", dtype_name(p->real));
    printf("bytes: parameters %lld, state %lld, work %lld, all %lld\n",
           (long long)params, (long long)state, (long long)work,
           (long long)size_add(size_add(params, state), work));
    print_tensors(r);
    print_entries(r);
    for (int e = 0; e < p->entries.n; e++)
        if (p->entries.at[e].kind != ENTRY_INIT) {
            print_kernels(r, e);
            print_arrays(r, e);
        }
}

static void write_page(Cmd *cmd, Program *program)
{
    EmitOptions options = {.prefix = cmd->prefix, .pipeline = &cmd->pipeline};
    ReportPage page = {.arena = cmd->arena, .program = program};
    page.emitted = emit_program(program, &options);
    page.times = times_read(cmd->arena, cmd->times, &page.emitted, program->entries.n);
    page.main = cmd_main_entry(program);
    const char *text = report_page(&page);
    file_write(cmd->arena, cmd->out, text, strlen(text));
}

int cmd_report(Cmd *cmd)
{
    if (cmd->out && !path_ends(cmd->out, ".html"))
        fail(EXIT_USAGE,
             "report writes .html, not %s; without -o it prints text or, "
             "with --json, JSON",
             cmd->out);
    if (cmd->times && !cmd->out)
        fail(EXIT_USAGE, "report shows times in a page only: add -o FILE.html");
    Report r = {.cmd = cmd, .program = cmd_program(cmd)};
    pipeline_run(&cmd->pipeline, r.program);
    if (cmd->out) {
        write_page(cmd, r.program);
        return 0;
    }
    r.routine = backend_run(r.program, param_buffers(r.program), &cmd->pipeline);
    r.main = cmd_main_entry(r.program);
    if (cmd->json)
        print_json(&r);
    else
        print_report(&r);
    return 0;
}

/*
 * report_page.c - the page of mfc report. Tables are sorted by a click on their heads
 * (page/report.js); a cell that counts carries its number as data-v.
 */
#include "report_page.h"
#include "html.h"
#include "layout.h"

#include <string.h>

/* ---- tables ---- */

typedef struct Column {
    const char *title;
    bool text;
} Column;

static void table_begin(Text *t, int n, const Column *column)
{
    text_add(t, "<table>\n<thead><tr>");
    for (int i = 0; i < n; i++)
        text_add(t, "<th data-sort%s>%s</th>", column[i].text ? " class=\"text\"" : "",
                 column[i].title);
    text_add(t, "</tr></thead>\n<tbody>\n");
}

static void table_end(Text *t)
{
    text_add(t, "</tbody>\n</table>\n");
}

static void text_cell(Text *t, const char *class, const char *text)
{
    text_add(t, "<td class=\"%s\">", class);
    html_text(t, text);
    text_add(t, "</td>");
}

static void amount_cell(Text *t, double v, const char *unit)
{
    text_add(t, "<td data-v=\"%.9g\">%s</td>", v, amount_text(t->arena, v, unit));
}

/* A bar of this share of the cell, and the share in percent. */
static void share_cell(Text *t, double part, double whole)
{
    double percent = whole > 0 ? 100 * part / whole : 0;
    text_add(t,
             "<td data-v=\"%.9g\" class=\"share\"><span style=\"width:%.1f%%\"></span>"
             "%.1f %%</td>",
             percent, percent, percent);
}

/* ---- kernels ---- */

/* All calls of one kernel in an entry. */
typedef struct Sum {
    const Kernel *kernel;
    double times, flops, bytes, seconds;
} Sum;
typedef ARRAY(Sum) Sums;

static Sums sums_of(Arena *arena, const Costs *costs)
{
    Sums sums = {0};
    for (int i = 0; i < costs->n; i++) {
        const Cost *c = &costs->at[i];
        const Kernel *k = c->kernel->same;
        int at = 0;
        if (!k)
            continue;
        while (at < sums.n && sums.at[at].kernel != k)
            at++;
        if (at == sums.n)
            PUSH(arena, sums, ((Sum){.kernel = k}));
        Sum *s = &sums.at[at];
        s->times += c->times;
        s->flops += c->flops;
        s->bytes += c->bytes;
        s->seconds += c->seconds;
    }
    return sums;
}

static const char *line_text(Arena *arena, Where where)
{
    if (!where.file)
        return "";
    const char *slash = strrchr(where.file, '/');
    return arena_format(arena, "%s:%d", slash ? slash + 1 : where.file, where.line);
}

static void add_kernel(Text *t, const Sum *s, const Sum *all, bool timed)
{
    text_add(t, "<tr>");
    text_cell(t, "text mono", s->kernel->id);
    text_cell(t, "text mono", line_text(t->arena, s->kernel->where));
    text_add(t, "<td data-v=\"%.0f\">%.0f</td>", s->times, s->times);
    amount_cell(t, s->flops, "");
    share_cell(t, s->flops, all->flops);
    amount_cell(t, s->bytes, "B");
    double intensity = s->bytes > 0 ? s->flops / s->bytes : 0;
    text_add(t, "<td data-v=\"%.9g\">%.3g</td>", intensity, intensity);
    if (timed) {
        amount_cell(t, s->seconds, "s");
        share_cell(t, s->seconds, all->seconds);
        amount_cell(t, s->seconds > 0 ? s->flops / s->seconds : 0, "FLOP/s");
        amount_cell(t, s->seconds > 0 ? s->bytes / s->seconds : 0, "B/s");
    }
    text_cell(t, "text wrap mono", s->kernel->formula ? s->kernel->formula : "");
    text_add(t, "</tr>\n");
}

static void add_kernels(Text *t, const Sums *sums, const Sum *all, bool timed)
{
    static const Column columns[] = {{"kernel", true},        {"line", true},
                                     {"calls", false},        {"FLOPs", false},
                                     {"of FLOPs", false},     {"bytes", false},
                                     {"FLOPs a byte", false}, {"time", false},
                                     {"of time", false},      {"FLOP/s", false},
                                     {"bytes/s", false},      {"what", true}};
    enum { ALL = sizeof columns / sizeof *columns, UNTIMED = 7, TIMES = 4 };
    Column shown[ALL];
    int n = 0;
    for (int i = 0; i < ALL; i++)
        if (timed || i < UNTIMED || i >= UNTIMED + TIMES)
            shown[n++] = columns[i];
    table_begin(t, n, shown);
    for (int i = 0; i < sums->n; i++)
        add_kernel(t, &sums->at[i], all, timed);
    table_end(t);
}

/* ---- arrays ---- */

static void add_array(Text *t, const Layout *l)
{
    const Buffer *b = l->buffer;
    long long at = l->owns ? (long long)b->offset : -1;
    text_add(t, "<tr>");
    text_cell(t, "text mono", b->name);
    text_cell(t, "text", buffer_kind_name(b->kind));
    text_cell(t, "text mono", layout_type(t->arena, b));
    amount_cell(t, (double)l->bytes, "B");
    text_add(t, "<td data-v=\"%lld\">%s</td>", at,
             l->owns ? arena_format(t->arena, "%lld", at) : "");
    text_add(t, "<td data-v=\"%d\">%s</td>", l->first, layout_calls(t->arena, l));
    text_cell(t, "text mono", line_text(t->arena, l->where));
    text_cell(t, "text wrap", l->text);
    text_add(t, "</tr>\n");
}

static void add_arrays(Text *t, const Routine *r)
{
    static const Column columns[] = {{"array", true}, {"kind", true},
                                     {"type", true},  {"bytes", false},
                                     {"at", false},   {"calls", false},
                                     {"line", true},  {"layout", true}};
    Layouts list = layouts_of(t->arena, r);
    text_add(t, "<h3>Arrays</h3>\n");
    table_begin(t, sizeof columns / sizeof *columns, columns);
    for (int i = 0; i < list.n; i++)
        add_array(t, &list.at[i]);
    table_end(t);
}

/* ---- an entry ---- */

static void add_entry(Text *t, const ReportPage *p, int number)
{
    const Entry *e = &p->program->entries.at[number];
    const Routine *r = p->emitted.routine[number];
    Costs costs = costs_of(p->arena, r, p->times);
    Sums sums = sums_of(p->arena, &costs);
    Sum all = {0};
    for (int i = 0; i < sums.n; i++) {
        all.flops += sums.at[i].flops;
        all.bytes += sums.at[i].bytes;
        all.seconds += sums.at[i].seconds;
    }
    text_add(t, "<details%s>\n<summary><h2>", e == p->main ? " open" : "");
    html_text(t, e->name);
    text_add(t, "</h2> <span class=\"quiet\">%s of %s, %s",
             count_text(p->arena, costs.n, "call", "calls"),
             count_text(p->arena, sums.n, "kernel", "kernels"),
             amount_text(p->arena, all.flops, "FLOP"));
    if (all.seconds > 0)
        text_add(t, ", %s", amount_text(p->arena, all.seconds, "s"));
    text_add(t, "</span></summary>\n");
    if (r->work.n > 0) {
        text_add(t,
                 "<h3>Work memory</h3>\n<p class=\"quiet\">%s; %s if nothing shared; "
                 "at most %s alive at once (the line). Point at a buffer to read "
                 "it.</p>\n%s",
                 amount_text(p->arena, (double)r->work_bytes, "B"),
                 amount_text(p->arena, (double)r->unshared_bytes, "B"),
                 amount_text(p->arena, (double)r->live_bytes, "B"),
                 plan_svg(p->arena, r));
    }
    text_add(t, "<h3>Kernels</h3>\n");
    add_kernels(t, &sums, &all, p->times && all.seconds > 0);
    add_arrays(t, r);
    text_add(t, "</details>\n");
}

/* ---- parameters ---- */

static int64_t bytes_of(const Param *p)
{
    int64_t size = p->dtype == F64 ? 8 : p->dtype == BOOL ? 1 : 4;
    return size_mul(shape_size(&p->shape), size);
}

typedef struct Layer {
    const char *name, *tensors;
    Where where;
    double numbers, bytes;
} Layer;
typedef ARRAY(Layer) Layers;

/* What belongs to a layer stands together; a parameter of its own is one. */
static Layers layers_of(const ReportPage *p)
{
    Layers layers = {0};
    for (int i = 0; i < p->program->params.n; i++) {
        const Param *q = &p->program->params.at[i];
        const char *name = q->layer ? q->layer : q->name, *dot = strrchr(q->name, '.');
        int at = 0;
        if (q->role != MF_PARAM)
            continue;
        while (at < layers.n && strcmp(layers.at[at].name, name) != 0)
            at++;
        if (at == layers.n)
            PUSH(p->arena, layers, ((Layer){name, "", q->where, 0, 0}));
        Layer *l = &layers.at[at];
        l->numbers += (double)shape_size(&q->shape);
        l->bytes += (double)bytes_of(q);
        l->tensors = arena_format(p->arena, "%s%s%s %s%s%s", l->tensors,
                                  *l->tensors ? ", " : "", q->layer ? dot + 1 : q->name,
                                  dtype_name(q->dtype), shape_text(p->arena, &q->shape),
                                  q->trainable ? "" : " (frozen)");
    }
    return layers;
}

static void add_layers(Text *t, const ReportPage *p)
{
    static const Column columns[] = {{"layer", true},       {"line", true},
                                     {"numbers", false},    {"bytes", false},
                                     {"of numbers", false}, {"tensors", true}};
    Layers layers = layers_of(p);
    double all = 0;
    for (int i = 0; i < layers.n; i++)
        all += layers.at[i].numbers;
    text_add(t, "<h2>Parameters by layer</h2>\n");
    table_begin(t, sizeof columns / sizeof *columns, columns);
    for (int i = 0; i < layers.n; i++) {
        const Layer *l = &layers.at[i];
        text_add(t, "<tr>");
        text_cell(t, "text mono", l->name);
        text_cell(t, "text mono", line_text(p->arena, l->where));
        amount_cell(t, l->numbers, "");
        amount_cell(t, l->bytes, "B");
        share_cell(t, l->numbers, all);
        text_cell(t, "text wrap mono", l->tensors);
        text_add(t, "</tr>\n");
    }
    table_end(t);
}

/* ---- the page ---- */

static void add_summary(Text *t, const ReportPage *p)
{
    double numbers[2] = {0}, bytes = 0, state = 0, work = 0; /* frozen, to learn */
    for (int i = 0; i < p->program->params.n; i++) {
        const Param *q = &p->program->params.at[i];
        numbers[q->trainable] +=
            q->role == MF_PARAM ? (double)shape_size(&q->shape) : 0;
        bytes += q->role == MF_PARAM ? (double)bytes_of(q) : 0;
        state += q->role == MF_STAT || q->role == MF_STATE ? (double)bytes_of(q) : 0;
    }
    for (int i = 0; i < p->program->entries.n; i++) {
        double b = (double)p->emitted.routine[i]->work_end;
        work = b > work ? b : work;
    }
    text_add(t,
             "<p>%.0f numbers to learn, %s%s. Bytes: parameters %s, state %s, work %s, "
             "all %s.</p>\n",
             numbers[true],
             numbers[false] > 0
                 ? arena_format(p->arena, "%.0f frozen, ", numbers[false])
                 : "",
             dtype_name(p->program->real), amount_text(p->arena, bytes, "B"),
             amount_text(p->arena, state, "B"), amount_text(p->arena, work, "B"),
             amount_text(p->arena, bytes + state + work, "B"));
}

const char *report_page(const ReportPage *p)
{
    static const char *const scripts[] = {"report.js"};
    const char *title =
        arena_format(p->arena, "%s, made by %s", p->program->name, p->program->script);
    Text t = html_begin(p->arena, title);
    add_summary(&t, p);
    for (int main = 1; main >= 0; main--)
        for (int i = 0; i < p->program->entries.n; i++) {
            const Entry *e = &p->program->entries.at[i];
            if (e->kind != ENTRY_INIT && (e == p->main) == (main == 1))
                add_entry(&t, p, i);
        }
    add_layers(&t, p);
    html_end(&t, 1, scripts);
    return t.at;
}

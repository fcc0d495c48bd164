/*
 * c_struct.c - the struct of a network: tensors of the model, metrics of the last
 * batch, and the work memory of every entry as the plan placed it.
 */
#include "c_file.h"

#include <string.h>

/* Members with their comments in one column. */
typedef struct Member {
    const char *text, *comment;
} Member;
typedef ARRAY(Member) Members;

static void print_members(Text *t, const Members *list)
{
    for (int i = 0; i < list->n;) {
        /* A run of lines with comments that fit has one column. */
        size_t column = 0;
        int end = i;
        for (; end < list->n && *list->at[end].comment; end++) {
            size_t w = strlen(list->at[end].text);
            column = w > column ? w : column;
        }
        if (end == i) {
            text_line(t, "%s", list->at[i++].text);
            continue;
        }
        size_t widest = 0;
        for (int k = i; k < end; k++) {
            size_t w = strlen(list->at[k].comment);
            widest = w > widest ? w : widest;
        }
        bool fits =
            (size_t)(t->indent * TEXT_INDENT) + column + widest + 7 <= TEXT_WIDTH;
        for (; i < end; i++)
            if (fits)
                text_line(t, "%-*s /* %s */", (int)column, list->at[i].text,
                          list->at[i].comment);
            else
                text_line(t, "%s", list->at[i].text);
    }
}

static void add_member(CFile *f, Members *list, const char *text, const char *comment)
{
    Member m = {text, comment};
    PUSH(f->arena, *list, m);
}

static const char *declare(CFile *f, Dtype d, const char *name, const Shape *s)
{
    return arena_format(f->arena, "%s %s%s;", c_dtype(d), name,
                        c_extents(f->arena, s, ""));
}

/* The tensors of the model: parameters, running statistics, state, settings. */
static void print_params(CFile *f, Text *t)
{
    static const char *const title[] = {
        [MF_PARAM] = NULL,
        [MF_STAT] = "running statistics",
        [MF_STATE] = "state of the optimiser",
        [MF_SETTING] = "settings, which --set changes",
    };
    static const MfRole order[] = {MF_PARAM, MF_STAT, MF_STATE, MF_SETTING};
    Program *p = f->program;
    int64_t at = 0, begin = 0;
    f->param = NEW_N(f->arena, const char *, p->params.n + 1);
    for (int r = 0; r < 4; r++) {
        Members list = {0};
        if (order[r] == MF_STAT)
            begin = at;
        for (int i = 0; i < p->params.n; i++) {
            const Param *q = &p->params.at[i];
            if (q->role != order[r])
                continue;
            f->param[i] = scope_name(&f->members, q->name);
            at = align_up(at, dtype_bytes(q->dtype)) +
                 size_mul(shape_size(&q->shape), dtype_bytes(q->dtype));
            add_member(f, &list, declare(f, q->dtype, f->param[i], &q->shape),
                       file_line(f->arena, q->where));
            if (order[r] <= MF_STATE)
                f->last_member[order[r] == MF_PARAM ? 0 : 1] = f->param[i];
        }
        if (list.n && title[order[r]])
            text_comment(t, title[order[r]]);
        print_members(t, &list);
        if (order[r] == MF_PARAM)
            f->param_bytes = at;
        if (order[r] == MF_STATE)
            f->state_bytes = at - begin;
    }
    f->struct_bytes = at;
}

/* The work arrays of an entry, in structs side by side in a union: two that share
 * bytes stand in different structs; what lies between is left out by name. */
static int64_t print_work(CFile *f, Text *t, int entry)
{
    Routine *r = f->routine[entry];
    Scope scope = scope_new(f->arena, NULL);
    Members *column = NEW_N(f->arena, Members, r->work.n + 1);
    int64_t *end = NEW_N(f->arena, int64_t, r->work.n + 1), most = 0, align = 1;
    int columns = 0, gaps = 0;
    for (int i = 0; i < r->work.n; i++) {
        Buffer *b = r->work.at[i];
        int64_t size = dtype_bytes(b->dtype);
        align = size > align ? size : align;
        int c = 0;
        while (c < columns && align_up(end[c], size) > b->offset)
            c++;
        columns = c == columns ? columns + 1 : columns;
        if (align_up(end[c], size) < b->offset) {
            const char *gap = arena_format(f->arena, "unsigned char gap%d[%lld];",
                                           ++gaps, (long long)(b->offset - end[c]));
            add_member(f, &column[c], gap, "");
        }
        f->buffer[b->id] = scope_name(&scope, b->name);
        const char *calls =
            b->first == b->last
                ? arena_format(f->arena, "call %d", b->first + 1)
                : arena_format(f->arena, "calls %d to %d", b->first + 1, b->last + 1);
        add_member(f, &column[c], declare(f, b->dtype, f->buffer[b->id], &b->shape),
                   calls);
        end[c] = b->offset + buffer_bytes(b);
        most = end[c] > most ? end[c] : most;
    }
    if (columns == 0)
        return 0;
    text_open(t, columns > 1 ? "union %s" : "struct %s", f->work_type[entry]);
    f->work_kind[entry] = columns > 1 ? "union" : "struct";
    Members single = {0}; /* need no struct of their own */
    for (int c = 0; c < columns; c++)
        if (columns == 1 || column[c].n == 1)
            for (int i = 0; i < column[c].n; i++)
                PUSH(f->arena, single, column[c].at[i]);
    print_members(t, &single);
    for (int c = 0; c < columns; c++) {
        if (columns == 1 || column[c].n == 1)
            continue;
        text_open(t, "struct");
        print_members(t, &column[c]);
        text_close(t, ";");
    }
    text_close(t, arena_format(f->arena, " %s;", f->work_name[entry]));
    f->work_align = align > f->work_align ? align : f->work_align;
    return align_up(most, align);
}

/* The members of the work memory are called as the entries are, but for functions
 * that have the name of a word of C, which has no prefix here. */
static void name_works(CFile *f)
{
    int n = f->program->entries.n;
    Scope scope = scope_new(f->arena, NULL);
    f->work_name = NEW_N(f->arena, const char *, n + 1);
    for (int i = 0; i < n; i++) {
        const char *name = scope_name(&scope, f->entry[i]);
        bool func = f->program->entries.at[i].kind == ENTRY_FUNC;
        f->work_name[i] = func ? name : f->entry[i];
    }
}

void c_struct(CFile *f, Text *t)
{
    text_add(t, "typedef struct %s {\n", f->type);
    t->indent++;
    f->members = scope_new(f->arena, &f->types);
    print_params(f, t);
    Members metric = {0};
    Scope scope = scope_new(f->arena, NULL);
    for (int i = 0; i < f->program->entries.n; i++) {
        Routine *r = f->routine[i];
        if (r->entry->kind != ENTRY_STEP && r->entry->kind != ENTRY_EVAL)
            continue;
        for (int k = 0; k < r->outputs.n; k++) {
            Buffer *b = r->outputs.at[k];
            f->buffer[b->id] = NULL;
            for (int m = 0; m < metric.n && !f->buffer[b->id]; m++)
                if (strcmp(f->metric.at[m], b->name) == 0)
                    f->buffer[b->id] = f->metric_name.at[m];
            if (f->buffer[b->id] || k == 0)
                continue;
            const char *name = scope_name(&scope, b->name);
            PUSH(f->arena, f->metric, b->name);
            PUSH(f->arena, f->metric_name, name);
            f->buffer[b->id] = name;
            add_member(f, &metric, declare(f, b->dtype, name, &b->shape), "");
        }
    }
    if (metric.n) {
        text_comment(t, "of the last batch");
        text_open(t, "struct");
        print_members(t, &metric);
        text_close(t, " metric;");
    }
    Text work = text_new(f->arena);
    work.indent = t->indent + 1;
    name_works(f);
    int used = 0;
    for (int i = 0; i < f->program->entries.n; i++) {
        int64_t bytes = print_work(f, &work, i);
        used += bytes > 0;
        f->work_bytes = bytes > f->work_bytes ? bytes : f->work_bytes;
    }
    f->work_bytes = align_up(f->work_bytes, f->work_align > 0 ? f->work_align : 1);
    text_line(t, "uint64_t seed, step;");
    if (f->profile) {
        text_comment(t, "nanoseconds and calls of every kernel");
        f->profile_member = scope_name(&f->members, "profile");
        text_line(t, "uint64_t %s[%d][2];", f->profile_member, f->kernels.n + 1);
    }
    if (used) {
        if (used > 1)
            text_comment(t, "work memory: one function runs at a time");
        text_open(t, "union");
        text_add(t, "%s", work.at);
        text_close(t, " work;");
    }
    t->indent--;
    text_add(t, "} %s;\n\n", f->type);
    f->has_work = used > 0;
}

void c_sizes(CFile *f, Text *t)
{
    const char *up = f->macro;
    const struct {
        const char *name;
        int64_t bytes;
    } size[] = {{"PARAM", f->param_bytes},
                {"STATE", f->state_bytes},
                {"WORK", f->work_bytes}};
    for (int i = 0; i < 3; i++)
        text_line(t, "#define %s_%s_BYTES %lluu", up, size[i].name,
                  (unsigned long long)size[i].bytes);
    text_blank(t);
}

void c_asserts(CFile *f, Text *t)
{
    const char *up = f->macro, *m = f->last_member[0];
    text_line(t, "/* clang-format off */");
    if (f->has_work)
        text_line(t,
                  "_Static_assert(sizeof(((%s *)0)->work) == %s_WORK_BYTES, \"work\");",
                  f->type, up);
    if (m) {
        text_line(t,
                  "_Static_assert(offsetof(%s, %s) + sizeof(((%s *)0)->%s) ==", f->type,
                  m, f->type, m);
        text_line(t, "               %s_PARAM_BYTES, \"parameters\");", up);
    }
    text_line(t, "/* clang-format on */");
    text_blank(t);
}

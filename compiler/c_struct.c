/*
 * c_struct.c - the struct of a network: tensors of the model, metrics of the last
 * batch, and the work memory of every entry as the plan placed it.
 */
#include "c_file.h"

#include <string.h>

/* ---- members ---- */

/* The widest text of the lines from here on whose comments stand in one column beside
 * them; 0: this line has none, or no room for it. */
static size_t texts_width(const Member *m, int n, size_t room)
{
    size_t text = 0, comment = 0;
    for (; n > 0 && *m->comment; n--, m++) {
        size_t t = strlen(m->text), c = strlen(m->comment);
        t = t > text ? t : text;
        c = c > comment ? c : comment;
        if (t + c > room)
            break;
        text = t, comment = c;
    }
    return text;
}

void c_print_members(Text *t, const Members *list)
{
    size_t room = (size_t)(TEXT_WIDTH - t->indent * TEXT_INDENT) - 7;
    for (int i = 0; i < list->n;) {
        const Member *m = &list->at[i];
        size_t column = texts_width(m, list->n - i, room);
        if (column == 0) {
            if (*m->comment)
                text_line(t, "/* %s */", m->comment);
            text_line(t, "%s", m->text);
            i++;
        }
        for (size_t most = room - column; column > 0 && i < list->n; i++, m++) {
            if (!*m->comment || strlen(m->text) > column || strlen(m->comment) > most)
                break;
            text_line(t, "%-*s /* %s */", (int)column, m->text, m->comment);
        }
    }
}

void c_add_member(CFile *f, Members *list, const char *text, const char *comment)
{
    Member m = {text, comment};
    PUSH(f->arena, *list, m);
}

const char *c_declare(CFile *f, const char *type, const char *name, const Shape *s)
{
    return arena_format(f->arena, "%s %s%s;", type, name, c_extents(f->arena, s, ""));
}

/* ---- tensors of the model ---- */

/* What the tensors of a role have in common with those of other blocks: the dtype, the
 * shape, and the name but for its numbers. */
static const char *tensor_key(Arena *arena, const Param *q)
{
    char *name = arena_format(arena, "%s", q->name);
    size_t n = 0;
    for (const char *p = q->name; *p; p++)
        if (*p < '0' || *p > '9')
            name[n++] = *p;
    name[n] = 0;
    const char *key = arena_format(arena, "%s %s%s", name, dtype_name(q->dtype),
                                   c_extents(arena, &q->shape, ""));
    return intern_n(arena, key, strlen(key));
}

/* Tensors of one role, by their numbers, and where the next one lies. */
typedef struct Tensors {
    int n, *at;
    const void **key;
    int64_t bytes, align; /* align: of what comes next, behind a block */
} Tensors;

static void take_bytes(Tensors *list, const Param *q)
{
    int64_t size = dtype_bytes(q->dtype);
    list->bytes = align_up(align_up(list->bytes, list->align), size);
    list->bytes = size_add(list->bytes, size_mul(shape_size(&q->shape), size));
    list->align = 1;
}

/* Tensors that repeat themselves are an array; several for each turn, an array of
 * structs. They have the names of the first turn. */
static void print_block(CFile *f, Text *t, Tensors *list, Repeat r, const char *name)
{
    Scope inner = scope_new(f->arena, NULL);
    Members members = {0};
    const Param *param = f->program->params.at;
    const char *block = r.period > 1 ? scope_name(&f->members, name) : NULL;
    int64_t align = 1;
    for (int i = 0; i < r.period; i++) {
        const Param *q = &param[list->at[r.first + i]];
        const char *member = scope_name(block ? &inner : &f->members, q->name);
        const char *all =
            block ? member : arena_format(f->arena, "%s[%d]", member, r.turns);
        c_add_member(f, &members, c_declare(f, c_dtype(q->dtype), all, &q->shape),
                     file_line(f->arena, q->where));
        for (int k = 0; k < r.turns; k++)
            f->param[list->at[r.first + k * r.period + i]] =
                block ? arena_format(f->arena, "%s[%d].%s", block, k, member)
                      : arena_format(f->arena, "%s[%d]", member, k);
        align = dtype_bytes(q->dtype) > align ? dtype_bytes(q->dtype) : align;
    }
    for (int k = 0; k < r.turns; k++) {
        list->align = align;
        for (int i = 0; i < r.period; i++)
            take_bytes(list, &param[list->at[r.first + i]]);
    }
    list->align = align;
    int last = list->at[r.first + r.turns * r.period - 1];
    text_comment(t, c_comment(f->arena, arena_format(f->arena, "%s to %s",
                                                     param[list->at[r.first]].name,
                                                     param[last].name)));
    if (block)
        text_open(t, "struct");
    c_print_members(t, &members);
    if (block)
        text_close(t, arena_format(f->arena, " %s[%d];", block, r.turns));
}

static void print_tensors(CFile *f, Text *t, Tensors *list, int from, int to,
                          const char *name)
{
    Repeat r = find_repeat(list->key, from, to);
    if (r.turns > 0) {
        r.first -= r.slack;
        print_tensors(f, t, list, from, r.first, name);
        print_block(f, t, list, r, name);
        print_tensors(f, t, list, r.first + r.turns * r.period, to, name);
        return;
    }
    Members members = {0};
    for (int i = from; i < to; i++) {
        const Param *q = &f->program->params.at[list->at[i]];
        const char *member = scope_name(&f->members, q->name);
        f->param[list->at[i]] = member;
        c_add_member(f, &members, c_declare(f, c_dtype(q->dtype), member, &q->shape),
                     file_line(f->arena, q->where));
        take_bytes(list, q);
    }
    c_print_members(t, &members);
}

/* The tensors of the model: parameters, running statistics, state, settings. Returns
 * their bytes. */
static int64_t print_params(CFile *f, Text *t)
{
    static const struct {
        MfRole role;
        const char *title, *block;
    } part[] = {
        {MF_PARAM, NULL, "block"},
        {MF_STAT, "running statistics", "stat"},
        {MF_STATE, "state of the optimiser", "state"},
        {MF_SETTING, "settings, which --set changes", "setting"},
    };
    Program *p = f->program;
    Tensors list = {.at = NEW_N(f->arena, int, p->params.n + 1),
                    .key = NEW_N(f->arena, const void *, p->params.n + 1),
                    .align = 1};
    f->param = NEW_N(f->arena, const char *, p->params.n + 1);
    for (int r = 0; r < 4; r++) {
        list.n = 0;
        for (int i = 0; i < p->params.n; i++)
            if (p->params.at[i].role == part[r].role) {
                list.key[list.n] = tensor_key(f->arena, &p->params.at[i]);
                list.at[list.n++] = i;
            }
        if (list.n && part[r].title)
            text_comment(t, part[r].title);
        print_tensors(f, t, &list, 0, list.n, part[r].block);
        if (part[r].role == MF_PARAM)
            f->param_bytes = list.bytes;
        if (part[r].role == MF_STATE)
            f->state_bytes = list.bytes - f->param_bytes;
    }
    return align_up(list.bytes, list.align);
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

/* What the steps and evaluations give besides the loss: a member for each name.
 * Returns where it ends, behind `at` bytes. */
static int64_t print_metrics(CFile *f, Text *t, int64_t at)
{
    int64_t bytes = 0, align = 1;
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
            c_add_member(f, &metric, c_declare(f, c_dtype(b->dtype), name, &b->shape),
                         "");
            int64_t size = dtype_bytes(b->dtype);
            align = size > align ? size : align;
            bytes = size_add(align_up(bytes, size), buffer_bytes(b));
        }
    }
    if (metric.n == 0)
        return at;
    text_comment(t, "of the last batch");
    text_open(t, "struct");
    c_print_members(t, &metric);
    text_close(t, " metric;");
    return size_add(align_up(at, align), align_up(bytes, align));
}

/* What the functions write down of their own speed. Returns its bytes. */
static int64_t print_times(CFile *f, Text *t)
{
    int64_t numbers = 0;
    for (int i = 0; i < f->program->entries.n && !f->threads_member; i++)
        if (f->routine[i]->threads > 0) {
            text_comment(t, "how fast the functions are with threads, see mf_threads");
            f->threads_member = scope_name(&f->members, "threads");
            text_line(t, "uint64_t %s[%d][4];", f->threads_member,
                      f->program->entries.n);
            numbers += 4 * f->program->entries.n;
        }
    if (f->profile) {
        text_comment(t, "nanoseconds and calls of every kernel");
        f->profile_member = scope_name(&f->members, "profile");
        text_line(t, "uint64_t %s[%d][2];", f->profile_member, f->kernels.n + 1);
        numbers += 2 * (f->kernels.n + 1);
    }
    return numbers * 8;
}

/* Long arrays of the work memory lie at lines of the cache, if the net does. */
static void print_gap(CFile *f, Text *t, int64_t bytes)
{
    int64_t gap = align_up(bytes, LINE_BYTES) - bytes;
    if (f->work_bytes >= LONG_BYTES && gap > 0)
        text_line(t, "unsigned char %s[%lld]; /* to a multiple of %d bytes */",
                  scope_name(&f->members, "gap"), (long long)gap, LINE_BYTES);
}

void c_struct(CFile *f, Text *t)
{
    text_add(t, "typedef struct %s {\n", f->type);
    t->indent++;
    f->members = scope_new(f->arena, &f->types);
    int64_t head = print_metrics(f, t, print_params(f, t));
    Text work = text_new(f->arena);
    work.indent = t->indent + 1;
    name_works(f);
    Text own = text_new(f->arena);
    own.indent = work.indent;
    int used = 0;
    int64_t own_bytes = 0;
    for (int i = 0; i < f->program->entries.n; i++) {
        int64_t bytes = c_work(f, &work, i), more = c_own(f, &own, i);
        used += bytes > 0;
        f->work_bytes = bytes > f->work_bytes ? bytes : f->work_bytes;
        own_bytes = more > own_bytes ? more : own_bytes;
    }
    f->work_bytes = align_up(f->work_bytes, f->work_align > 0 ? f->work_align : 1);
    own_bytes = align_up(own_bytes, f->own_align > 0 ? f->own_align : 1);
    text_line(t, "uint64_t seed, step;");
    head = align_up(head, 8) + 2 * 8 + print_times(f, t);
    if (used) {
        print_gap(f, t, head);
        if (used > 1)
            text_comment(t, "work memory: one function runs at a time");
        text_open(t, "union");
        text_add(t, "%s", work.at);
        text_close(t, " work;");
    }
    if (own_bytes > 0) {
        f->own_member = scope_name(&f->members, "own");
        text_comment(t, "work memory of each thread, for bands of rows");
        text_open(t, "union");
        text_add(t, "%s", own.at);
        text_close(t, arena_format(f->arena, " %s;", f->own_member));
        f->work_bytes = size_add(f->work_bytes, own_bytes);
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
                {"WORK", f->work_bytes},
                {"STACK", f->stack_bytes}};
    for (size_t i = 0; i < sizeof size / sizeof *size; i++)
        text_line(t, "#define %s_%s_BYTES %lluu", up, size[i].name,
                  (unsigned long long)size[i].bytes);
    text_line(t, "#define %s_TENSORS %du", up, (int)f->program->params.n);
    text_blank(t);
}

void c_asserts(CFile *f, Text *t)
{
    const char *up = f->macro, *m = NULL;
    for (int i = 0; i < f->program->params.n; i++)
        if (f->program->params.at[i].role == MF_PARAM)
            m = f->param[i];
    text_format_off(t);
    if (f->has_work && f->own_member) {
        text_line(t,
                  "_Static_assert(sizeof(((%s *)0)->work) + sizeof(((%s *)0)->%s) ==",
                  f->type, f->type, f->own_member);
        text_line(t, "               %s_WORK_BYTES, \"work\");", up);
    } else if (f->has_work) {
        text_line(t,
                  "_Static_assert(sizeof(((%s *)0)->work) == %s_WORK_BYTES, \"work\");",
                  f->type, up);
    }
    if (m) {
        text_line(t,
                  "_Static_assert(offsetof(%s, %s) + sizeof(((%s *)0)->%s) ==", f->type,
                  m, f->type, m);
        text_line(t, "               %s_PARAM_BYTES, \"parameters\");", up);
    }
    text_format_on(t);
    text_blank(t);
}

/*
 * c_file.c - the file around the kernels: banner, memory, kernels, functions, and
 * the tables and main of the trainer (c_tables.c), in the order a reader wants.
 */
#include "c_file.h"

#include <string.h>

/* ---- names ---- */

static const char *upper(Arena *arena, const char *text)
{
    char *copy = arena_format(arena, "%s", text);
    for (char *p = copy; *p; p++)
        if (*p >= 'a' && *p <= 'z')
            *p = (char)(*p - 'a' + 'A');
    return copy;
}

/* boston_net becomes BostonNet. */
static const char *camel(Arena *arena, const char *text)
{
    char *copy = arena_format(arena, "%s", text);
    size_t n = 0;
    bool start = true;
    for (const char *p = text; *p; p++) {
        if (*p == '_') {
            start = true;
            continue;
        }
        bool low = *p >= 'a' && *p <= 'z';
        copy[n++] = start && low ? (char)(*p - 'a' + 'A') : *p;
        start = false;
    }
    copy[n] = 0;
    return copy;
}

const char *file_fn(const CFile *f, const char *name)
{
    return arena_format(f->arena, "%s_%s", f->prefix, name);
}

/* ---- memory ---- */

const char *file_line(Arena *arena, Where where)
{
    if (!where.file)
        return "";
    const char *slash = strrchr(where.file, '/');
    return arena_format(arena, "%s:%d",
                        c_comment(arena, slash ? slash + 1 : where.file), where.line);
}

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

/* BostonStep, the type of an entry's work memory. */
static const char *work_tag(CFile *f, const char *name)
{
    return arena_format(f->arena, "%s%s", f->type, camel(f->arena, name));
}

/* The work arrays of an entry, in structs side by side in a union: two that share
 * bytes stand in different structs; what lies between is left out by name. */
static int64_t print_work(CFile *f, Text *t, int entry, const char *name)
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
    text_open(t, columns > 1 ? "union %s" : "struct %s", work_tag(f, name));
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
    text_close(t, arena_format(f->arena, " %s;", name));
    f->work_align = align > f->work_align ? align : f->work_align;
    return align_up(most, align);
}

static void print_struct(CFile *f, Text *t)
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
    int used = 0;
    for (int i = 0; i < f->program->entries.n; i++) {
        int64_t bytes = print_work(f, &work, i, f->entry[i]);
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

static void print_sizes(CFile *f, Text *t)
{
    const char *up = upper(f->arena, f->prefix);
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

static void print_asserts(CFile *f, Text *t)
{
    const char *up = upper(f->arena, f->prefix), *m = f->last_member[0];
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

/* ---- data of the script ---- */

/* Does a kernel read this array? (A scan may run over one that its body ignores.) */
static bool is_read(const Calls *calls, const Buffer *b)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        if (is_read(&c->body, b))
            return true;
        for (int r = 0; c->kernel && r < c->kernel->params.n; r++)
            if (buffer_base(c->kernel->params.at[r]) == b)
                return true;
    }
    return false;
}

static void print_data(CFile *f, Text *t)
{
    Scope scope = scope_new(f->arena, NULL);
    for (int e = 0; e < f->program->entries.n; e++)
        for (int i = 0; i < f->routine[e]->buffers.n; i++) {
            Buffer *b = f->routine[e]->buffers.at[i];
            if (b->kind != B_CONST || !is_read(&f->routine[e]->calls, buffer_base(b)))
                continue;
            for (int k = 0; k < f->consts.n && !f->buffer[b->id]; k++) {
                const Buffer *o = f->consts.at[k];
                if (o->data == b->data && o->dtype == b->dtype &&
                    same_shape(&o->shape, &b->shape))
                    f->buffer[b->id] = f->buffer[o->id];
            }
            if (f->buffer[b->id])
                continue;
            PUSH(f->arena, f->consts, b);
            const char *name =
                scope_name(&scope, arena_format(f->arena, "const_%s", b->name));
            f->buffer[b->id] = name;
            int64_t n = shape_size(&b->shape);
            if (b->shape.rank == 0) {
                text_line(t, "static const %s %s = %s;", c_type(b), name,
                          number_text(f->arena, b->data[0], b->dtype == F32));
                continue;
            }
            text_line(t, "/* clang-format off */");
            text_line(t, "static const %s %s%s = {", c_type(b), name,
                      c_extents(f->arena, &b->shape, ""));
            size_t at = 0;
            for (int64_t k = 0; k < n; k++) {
                /* a brace for every axis that begins or ends here */
                int64_t block = 1;
                const char *open = "", *close = "";
                for (int d = b->shape.rank - 1; d > 0; d--) {
                    block *= b->shape.dim[d];
                    if (k % block == 0)
                        open = arena_format(f->arena, "{%s", open);
                    if ((k + 1) % block == 0)
                        close = arena_format(f->arena, "%s}", close);
                }
                const char *number =
                    is_float(b->dtype)
                        ? number_text(f->arena, b->data[k], b->dtype == F32)
                        : arena_format(f->arena, "%lld", (long long)b->data[k]);
                const char *item =
                    arena_format(f->arena, "%s%s%s,", open, number, close);
                bool first = at == 0 || at + strlen(item) + 1 > TEXT_WIDTH || *open;
                if (first) {
                    text_add(t, "%s    %s", at ? "\n" : "", item);
                    at = 4 + strlen(item);
                } else {
                    text_add(t, " %s", item);
                    at += 1 + strlen(item);
                }
            }
            text_add(t, "\n};\n");
            text_line(t, "/* clang-format on */");
            text_blank(t);
        }
}

/* ---- kernels ---- */

typedef struct Printed {
    Kernel *kernel;
    const char *text;
    uint64_t hash;
} Printed;

typedef struct KernelTable {
    Printed *slot;
    int n, size;
} KernelTable;

/* The kernel that has this text already, or the kernel itself. */
static Kernel *find_equal(CFile *f, KernelTable *table, Kernel *k)
{
    Text plain = text_new(f->arena);
    c_kernel(&plain, k, "k", NAMES_PLAIN, NULL, "");
    uint64_t hash = hash_bytes(0, plain.at, plain.n);
    if (2 * (table->n + 1) > table->size) {
        KernelTable old = *table;
        table->size = old.size ? 2 * old.size : 64;
        table->slot = NEW_N(f->arena, Printed, table->size);
        for (int i = 0; i < old.size; i++) {
            if (!old.slot[i].kernel)
                continue;
            size_t at = (size_t)old.slot[i].hash;
            while (table->slot[at & (size_t)(table->size - 1)].kernel)
                at++;
            table->slot[at & (size_t)(table->size - 1)] = old.slot[i];
        }
    }
    size_t at = (size_t)hash;
    for (;; at++) {
        Printed *p = &table->slot[at & (size_t)(table->size - 1)];
        if (!p->kernel) {
            *p = (Printed){k, plain.at, hash};
            table->n++;
            return k;
        }
        if (p->hash == hash && strcmp(p->text, plain.at) == 0)
            return p->kernel;
    }
}

/* 3  h = sigmoid(x W1 + b1)                 one line for each formula of the kernel,
 *    d = h - y             boston.lua:14    the line of the script behind the last */
static void print_title(CFile *f, Text *t, const Kernel *k)
{
    const char *line = file_line(f->arena, k->where);
    const char *rest = c_comment(f->arena, k->formula);
    const char *lead = arena_format(f->arena, "/* %d  ", k->number);
    int margin = (int)strlen(lead);
    while (rest) {
        const char *end = strstr(rest, "; ");
        size_t n = end ? (size_t)(end - rest) : strlen(rest);
        size_t room = TEXT_WIDTH - (size_t)margin - (end ? 0 : strlen(line) + 5);
        const char *text = n > room
                               ? arena_format(f->arena, "%.*s...", (int)room - 3, rest)
                               : arena_format(f->arena, "%.*s", (int)n, rest);
        if (end)
            text_line(t, "%s%s", lead, text);
        else if (*line)
            text_line(t, "%s%-*s  %s */", lead, (int)room, text, line);
        else
            text_line(t, "%s%s */", lead, text);
        rest = end ? end + 2 : NULL;
        lead = arena_format(f->arena, " *%*s", margin - 2, "");
    }
}

/* The one statement of a kernel that stores a number into a scalar, or NULL: such a
 * kernel is printed where it is called. */
static const Stmt *constant_store(const Kernel *k)
{
    const Stmt *s = k->body.n == 1 ? k->body.at[0] : NULL;
    bool number =
        s && s->kind == S_STORE && s->value->kind == X_NUM && is_float(s->value->dtype);
    return number && s->buffer->shape.rank == 0 ? s : NULL;
}

/* Numbers the kernels and names those that are printed: one of each text. */
static void number_kernels(CFile *f, KernelTable *table, const Calls *calls)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        if (!c->kernel) {
            number_kernels(f, table, &c->body);
            continue;
        }
        Kernel *k = c->kernel;
        if (constant_store(k))
            continue;
        k->same = find_equal(f, table, k);
        if (k->same != k)
            continue;
        PUSH(f->arena, f->kernels, k);
        k->number = f->kernels.n;
        const char *name = arena_format(f->arena, "k%d_%.14s", k->number, k->name);
        k->id = scope_name(&f->functions, name);
    }
}

static void print_kernels(CFile *f, Text *t)
{
    for (int i = 0; i < f->kernels.n; i++) {
        Kernel *k = f->kernels.at[i];
        print_title(f, t, k);
        c_kernel(t, k, k->id, NAMES_OF_BUFFERS, &f->types,
                 f->standalone ? "MF_CLONES " : "");
        text_blank(t);
    }
}

/* ---- calls ---- */

static bool is_const_memory(const Buffer *b)
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
    if (b->kind == B_COUNTER)
        return b->stream
                   ? arena_format(f->arena, "0x%llxu", (unsigned long long)b->stream)
                   : arena_format(f->arena, "net->%s", b->name);
    if (b->kind == B_WORK && b->shape.rank > 0)
        return arena_format(f->arena, "w->%s", name);
    const Routine *r = f->routine[f->current];
    if (b->kind == B_OUTPUT && r->entry->kind != ENTRY_FUNC && b != r->outputs.at[0])
        return arena_format(f->arena, "net->metric.%s", name);
    if (b->kind == B_OUTPUT && r->entry->kind == ENTRY_FUNC && b->shape.rank == 0)
        return arena_format(f->arena, "*%s", name);
    return name;
}

/* An lvalue of the array with the extents that the buffer has. */
static const char *array_text(CFile *f, const Buffer *b)
{
    if (!b->base)
        return home_text(f, b);
    const char *base = array_text(f, b->base);
    Arena *a = f->arena;
    const Buffer *home = buffer_base((Buffer *)b);
    if (b->turn) {
        long long last = (long long)b->turn->extent - 1;
        return b->from_end ? arena_format(a, "%s[%lld - %s]", base, last, b->turn->name)
                           : arena_format(a, "%s[%s]", base, b->turn->name);
    }
    if (same_extents(&b->shape, &b->base->shape))
        return base;
    if (b->shape.rank == 0) {
        for (int d = 0; d < b->base->shape.rank; d++)
            base = arena_format(a, "%s[0]", base);
        return base;
    }
    const char *address =
        b->base->shape.rank == 0 ? arena_format(a, "&%s", base) : base;
    Shape inner = shape_drop(b->shape, 0);
    const char *type = arena_format(a, inner.rank ? "%s%s(*)%s" : "%s%s *%s",
                                    is_const_memory(home) ? "const " : "", c_type(home),
                                    c_extents(a, &inner, ""));
    return arena_format(a, "((%s)%s)", type, address);
}

static const char *arg_text(CFile *f, const Buffer *b, bool written)
{
    const char *text = array_text(f, b);
    if (b->shape.rank > 0) {
        /* the outer parentheses of a cast are not needed here */
        size_t n = strlen(text);
        if (text[0] == '(' && text[1] == '(' && text[n - 1] == ')')
            return arena_format(f->arena, "%.*s", (int)n - 2, text + 1);
        return text;
    }
    if (!written)
        return text;
    return *text == '*' ? text + 1 : arena_format(f->arena, "&%s", text);
}

/* What has run since the last mark: kernel k, or for 0 what is outside. Initial values
 * are no part of a training. */
static void print_mark(CFile *f, Text *t, int k)
{
    if (f->profile && f->program->entries.at[f->current].kind != ENTRY_INIT)
        text_line(t, "mf_profile_mark(net->%s, %d);", f->profile_member, k);
}

static void print_calls(CFile *f, Text *t, const Calls *calls)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        if (!c->kernel) {
            const char *name = c->turn->name = scope_name(&f->locals, c->turn->name);
            text_open(t, "for (int %s = 0; %s < %lld; %s++)", name, name,
                      (long long)c->turn->extent, name);
            print_calls(f, t, &c->body);
            text_close(t, "");
            continue;
        }
        const Kernel *k = c->kernel;
        const Stmt *number = constant_store(k);
        if (number) {
            text_line(t, "%s = %s;", array_text(f, k->params.at[0]),
                      number_text(f->arena, number->value->num,
                                  number->value->dtype == F32));
            continue;
        }
        const char **item = NEW_N(f->arena, const char *, k->params.n + 1);
        for (int p = 0; p < k->params.n; p++)
            item[p] = arg_text(f, k->params.at[p], k->written.at[p]);
        text_list(t, arena_format(f->arena, "%s(", k->same->id), k->params.n, item,
                  ");");
        print_mark(f, t, k->same->number);
    }
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
    PUSH(f->arena, item, arena_format(f->arena, "%s *net", f->type));
    if (e->kind == ENTRY_INIT)
        PUSH(f->arena, item, "uint64_t seed");
    for (int i = 0; i < r->inputs.n; i++) {
        const Buffer *b = r->inputs.at[i];
        f->buffer[b->id] = scope_name(&scope, b->name);
        const char *text =
            b->shape.rank == 0
                ? arena_format(f->arena, "%s %s", c_type(b), f->buffer[b->id])
                : arena_format(f->arena, "const %s %s%s", c_type(b), f->buffer[b->id],
                               c_extents(f->arena, &b->shape, "restrict"));
        PUSH(f->arena, item, text);
    }
    for (int i = 0; e->kind == ENTRY_FUNC && i < r->outputs.n; i++) {
        const Buffer *b = r->outputs.at[i];
        f->buffer[b->id] = scope_name(&scope, b->name);
        const char *text =
            b->shape.rank == 0
                ? arena_format(f->arena, "%s *restrict %s", c_type(b), f->buffer[b->id])
                : arena_format(f->arena, "%s %s%s", c_type(b), f->buffer[b->id],
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
    else if (e->kind == ENTRY_EVAL)
        text = "The loss and the metrics as in inference, without an update.";
    else
        text =
            arena_format(f->arena, "The function `%s`.", c_comment(f->arena, e->name));
    text_comment(t, text);
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
        text_line(t, "memset(net, 0, sizeof *net);");
        text_line(t, "net->seed = seed;");
    }
    bool loss = e->kind == ENTRY_STEP || e->kind == ENTRY_EVAL;
    if (loss) {
        Buffer *b = r->outputs.at[0];
        f->buffer[b->id] = scope_name(&f->locals, b->name);
        text_line(t, "%s %s;", c_type(b), f->buffer[b->id]);
    }
    for (int i = 0; i < r->buffers.n; i++) {
        Buffer *b = r->buffers.at[i];
        if (b->kind != B_WORK || b->shape.rank > 0 || b->base || b->first < 0)
            continue;
        f->buffer[b->id] = scope_name(&f->locals, b->name);
        text_line(t, "%s %s;", c_type(b), f->buffer[b->id]);
    }
    Text calls = text_new(f->arena);
    calls.indent = t->indent;
    print_mark(f, &calls, 0);
    print_calls(f, &calls, &r->calls);
    bool works = strstr(calls.at, "w->") != NULL; /* a parameter may be named w too */
    if (works)
        text_line(t, "%s %s *w = &net->work.%s;", f->work_kind[entry],
                  work_tag(f, f->entry[entry]), f->entry[entry]);
    if (e->kind != ENTRY_INIT && !works && !text_mentions(calls.at, "net"))
        text_line(t, "(void)net;");
    for (int i = 0; i < r->inputs.n; i++)
        if (!text_mentions(calls.at, f->buffer[r->inputs.at[i]->id]))
            text_line(t, "(void)%s;", f->buffer[r->inputs.at[i]->id]);
    text_add(t, "%s", calls.at);
    if (loss)
        text_line(t, "return %s;", f->buffer[r->outputs.at[0]->id]);
    text_close(t, "");
    text_blank(t);
}

/* gcc warns of what C allows since C23, a pointer to rows that becomes one to const
 * rows; and takes arrays that share memory in a union for one another. */
static void print_functions(CFile *f, Text *t)
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

static void print_prototypes(CFile *f, Text *t)
{
    for (int i = 0; i < f->program->entries.n; i++) {
        print_doc(f, t, i);
        print_signature(f, t, i, ";");
    }
    text_line(t, "extern const MfTensor %s[];", file_fn(f, "tensors"));
    text_blank(t);
}

/* ---- the file ---- */

static void print_banner(CFile *f, Text *t, const char *file)
{
    Program *p = f->program;
    int nodes = 0;
    int64_t unshared = 0, live = 0;
    for (int i = 0; i < p->entries.n; i++) {
        const Routine *r = f->routine[i];
        if (r->entry->kind == ENTRY_STEP || p->trains.n == 0) {
            nodes += r->graph->nodes.n;
            unshared = r->unshared_bytes > unshared ? r->unshared_bytes : unshared;
            live = r->live_bytes > live ? r->live_bytes : live;
        }
    }
    int64_t params = 0;
    for (int i = 0; i < p->params.n; i++)
        if (p->params.at[i].role == MF_PARAM)
            params += shape_size(&p->params.at[i].shape);
    const char *script = c_comment(f->arena, p->script);
    text_line(t, "/*");
    text_fill(t, " * ",
              arena_format(f->arena,
                           "%s.c - trains and runs the network of %s. Written by "
                           "mfc %s: edit the script, not this file.",
                           file, script, MFC_VERSION));
    text_line(t, " *");
    text_fill(t, " * ",
              arena_format(f->arena, "%lld parameters; %d nodes in %d kernels;",
                           (long long)params, nodes, f->kernels.n));
    text_fill(t, " * ",
              arena_format(f->arena,
                           "bytes: parameters %lld, state %lld, work %lld (unshared "
                           "%lld)",
                           (long long)f->param_bytes, (long long)f->state_bytes,
                           (long long)f->work_bytes, (long long)unshared));
    text_line(t, " */");
}

static bool has_rows(const Calls *calls)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        if (!c->kernel ? has_rows(&c->body) : false)
            return true;
        for (int k = 0; c->kernel && k < c->kernel->params.n; k++)
            if (!c->kernel->written.at[k] && c->kernel->params.at[k]->shape.rank > 1)
                return true;
    }
    return false;
}

/* What follows the prefix: never alone, so that it may be a word of C. */
static const char *suffix(Scope *scope, const char *name)
{
    return scope_name(scope, arena_format(scope->arena, "f_%s", name)) + 2;
}

/* A name within the file, which differs from those that it offers. */
static const char *inner_name(CFile *f, const char *before, const char *name,
                              const char *after)
{
    return scope_name(&f->functions,
                      arena_format(f->arena, "%s%s%s", before, name, after));
}

/* Every entry's identifier; the compiler's own entries have theirs. */
static void name_entries(CFile *f)
{
    Scope scope = scope_new(f->arena, NULL);
    int n = f->program->entries.n;
    f->entry = NEW_N(f->arena, const char *, n + 1);
    suffix(&scope, "tensors");
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < n; i++) {
            const Entry *e = &f->program->entries.at[i];
            if ((e->kind == ENTRY_FUNC) != (pass == 1))
                continue;
            f->entry[i] = suffix(&scope, e->name);
            scope_name(&f->functions, file_fn(f, f->entry[i]));
        }
    f->call = NEW_N(f->arena, const char *, n + 1);
    f->in = NEW_N(f->arena, const char *, n + 1);
    f->out = NEW_N(f->arena, const char *, n + 1);
    for (int i = 0; i < n; i++) {
        f->call[i] = inner_name(f, "call_", f->entry[i], "");
        f->in[i] = inner_name(f, "", f->entry[i], "_in");
        f->out[i] = inner_name(f, "", f->entry[i], "_out");
    }
    f->init = inner_name(f, "init_net", "", "");
}

/* A prefix never stands alone, so that it may be a word of C: net, int, for. */
static const char *prefix_of(Scope *scope, const char *name)
{
    const char *whole = scope_name(scope, arena_format(scope->arena, "%s_", name));
    return intern_n(scope->arena, whole, strlen(whole) - 1);
}

static CFile file_begin(Program *p, const EmitOptions *o)
{
    CFile f = {.arena = p->arena, .program = p};
    Scope scope = scope_new(p->arena, NULL);
    f.prefix = prefix_of(&scope, o->prefix ? o->prefix : p->name);
    f.type = scope_name(&scope, camel(p->arena, f.prefix));
    f.types = scope_new(p->arena, NULL);
    scope_name(&f.types, f.type);
    scope_name(&f.types, file_fn(&f, "tensors"));
    f.standalone = o->standalone;
    f.params = param_buffers(p);
    f.routine = backend_run(p, f.params, o->pipeline);
    f.buffer = NEW_N(p->arena, const char *, f.params->n_buffers + 1);
    f.functions = scope_new(p->arena, NULL);
    name_entries(&f);
    f.work_kind = NEW_N(p->arena, const char *, p->entries.n + 1);
    for (int i = 0; i < p->entries.n; i++)
        f.rows |= has_rows(&f.routine[i]->calls);
    f.profile = o->profile;
    KernelTable table = {0};
    for (int pass = 0; pass < 2; pass++) /* initial values last: they are dull */
        for (int i = 0; i < p->entries.n; i++)
            if ((p->entries.at[i].kind == ENTRY_INIT) == (pass == 1))
                number_kernels(&f, &table, &f.routine[i]->calls);
    return f;
}

static const char *print_header(CFile *f, const EmitOptions *o,
                                const char *declarations)
{
    Text t = text_new(f->arena);
    const char *up = upper(f->arena, f->prefix);
    text_line(&t, "/* %s.h - what %s.c offers. Written by mfc %s. */", f->prefix,
              f->prefix, MFC_VERSION);
    text_line(&t, "#ifndef %s_H", up);
    text_line(&t, "#define %s_H", up);
    text_blank(&t);
    if (o->standalone)
        c_runtime_types(&t);
    else
        text_line(&t, "#include \"mfrt.h\"");
    text_blank(&t);
    text_line(&t, "#ifdef __cplusplus");
    text_line(&t, "#define restrict"); /* C++ has none in float x[restrict 11] */
    text_line(&t, "extern \"C\" {");
    text_line(&t, "#endif");
    text_blank(&t);
    text_add(&t, "%s", declarations);
    text_line(&t, "#ifdef __cplusplus");
    text_line(&t, "#undef restrict");
    text_line(&t, "}");
    text_line(&t, "#endif");
    text_blank(&t);
    text_line(&t, "#endif");
    return t.at;
}

/* Memory, sizes and functions as their users see them. */
static const char *print_declarations(CFile *f)
{
    Text memory = text_new(f->arena), t = text_new(f->arena);
    print_struct(f, &memory);
    print_sizes(f, &t);
    text_add(&t, "%s", memory.at);
    print_prototypes(f, &t);
    return t.at;
}

static const char *print_body(CFile *f)
{
    Text t = text_new(f->arena);
    print_data(f, &t);
    print_kernels(f, &t);
    print_functions(f, &t);
    c_tensors(f, &t);
    return t.at;
}

Emitted emit_program(Program *p, const EmitOptions *o)
{
    CFile f = file_begin(p, o);
    Emitted out = {.routine = f.routine};
    const char *declarations = print_declarations(&f);
    const char *body = print_body(&f);
    Text t = text_new(p->arena);
    print_banner(&f, &t, f.prefix);
    if (!o->no_main && o->standalone) {
        text_line(&t, "#ifndef _POSIX_C_SOURCE");
        text_line(&t, "#define _POSIX_C_SOURCE 200809L");
        text_line(&t, "#endif");
    }
    if (o->standalone)
        c_runtime(&t, body, o->no_main ? RUNTIME_KERNELS : RUNTIME_TRAINER);
    else
        text_line(&t, "#include \"mfrt.h\"");
    text_blank(&t);
    if (o->header) {
        const char *slash = strrchr(o->header, '/');
        out.header = print_header(&f, o, declarations);
        text_line(&t, "#include \"%s\"", slash ? slash + 1 : o->header);
        text_blank(&t);
    } else {
        text_add(&t, "%s", declarations);
    }
    print_asserts(&f, &t);
    text_add(&t, "%s", body);
    if (!o->no_main) {
        text_line(&t, "#ifndef %s_NO_MAIN", upper(p->arena, f.prefix));
        text_blank(&t);
        if (o->standalone)
            c_runtime_trainer(&t);
        c_tables(&f, &t);
        c_main(&f, &t);
        text_line(&t, "#endif");
    }
    out.source = t.at;
    return out;
}

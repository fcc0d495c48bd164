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

const char *file_line(Arena *arena, Where where)
{
    if (!where.file)
        return "";
    const char *slash = strrchr(where.file, '/');
    return arena_format(arena, "%s:%d",
                        c_comment(arena, slash ? slash + 1 : where.file), where.line);
}

/* ---- the file ---- */

static void print_banner(CFile *f, Text *t, const char *file, const char *body)
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
                           "%s.c - %s %s. Written by mfc %s: edit the script, not this "
                           "file.",
                           file,
                           p->trains.n > 0 ? "trains and runs the network of"
                                           : "the functions of",
                           script, MFC_VERSION));
    text_line(t, " *");
    text_fill(t, " * ",
              arena_format(f->arena, "%s; %s%s; %s;",
                           count_text(f->arena, params, "parameter", "parameters"),
                           p->trains.n > 0 ? "a step of " : "",
                           count_text(f->arena, nodes, "node", "nodes"),
                           count_text(f->arena, f->kernels.n, "kernel", "kernels")));
    text_fill(t, " * ",
              arena_format(f->arena,
                           "bytes: parameters %lld, state %lld, work %lld (unshared "
                           "%lld), stack %lld",
                           (long long)f->param_bytes, (long long)f->state_bytes,
                           (long long)f->work_bytes, (long long)unshared,
                           (long long)f->stack_bytes));
    c_legend(t, body);
    if (f->blas)
        text_fill(t, " * ",
                  "Large products are OpenBLAS's (--blas), whose last bits differ from "
                  "machine to machine.");
    text_line(t, " */");
}

static bool has_rows(const Kernel *k)
{
    for (int p = 0; p < k->params.n; p++)
        if (!k->written.at[p] && k->params.at[p]->shape.rank > 1)
            return true;
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
    f.macro = upper(p->arena, f.prefix);
    f.types = scope_new(p->arena, NULL);
    f.type = scope_name(&f.types, camel(p->arena, f.prefix));
    scope_name(&f.types, file_fn(&f, "tensors"));
    scope_name(&f.types, arena_format(p->arena, "%s_H", f.macro)); /* of the header */
    f.standalone = o->standalone;
    f.params = param_buffers(p);
    f.routine = backend_run(p, f.params, o->pipeline);
    f.buffer = NEW_N(p->arena, const char *, f.params->n_buffers + 1);
    f.functions = scope_new(p->arena, NULL);
    name_entries(&f);
    f.work_kind = NEW_N(p->arena, const char *, p->entries.n + 1);
    f.work_type = NEW_N(p->arena, const char *, p->entries.n + 1);
    f.own_type = NEW_N(p->arena, const char *, p->entries.n + 1);
    for (int i = 0; i < p->entries.n; i++)
        f.work_type[i] =
            arena_format(p->arena, "%s%s", f.type, camel(p->arena, f.entry[i]));
    f.profile = o->profile;
    for (int i = 0; i < p->entries.n; i++) {
        Calls calls = kernel_calls(p->arena, &f.routine[i]->calls);
        for (int k = 0; k < calls.n; k++) {
            f.rows |= has_rows(calls.at[k]->kernel);
            f.blas |= kernel_calls_blas(calls.at[k]->kernel);
        }
    }
    for (int i = 0; i < p->entries.n; i++)
        if (f.routine[i]->stack_bytes > f.stack_bytes)
            f.stack_bytes = f.routine[i]->stack_bytes;
    c_number_kernels(&f);
    return f;
}

static const char *print_header(CFile *f, const EmitOptions *o,
                                const char *declarations)
{
    Text t = text_new(f->arena);
    const char *up = f->macro;
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
    text_line(&t, "#ifdef __GNUC__ /* structs without a name are of C11 alone */");
    text_line(&t, "#pragma GCC diagnostic push");
    text_line(&t, "#pragma GCC diagnostic ignored \"-Wpedantic\"");
    text_line(&t, "#endif");
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
    text_line(&t, "#ifdef __GNUC__");
    text_line(&t, "#pragma GCC diagnostic pop");
    text_line(&t, "#endif");
    text_blank(&t);
    text_line(&t, "#endif");
    return t.at;
}

/* Without -fopenmp the file is one of a single thread, and no compiler warns. */
static void print_quiet_pragmas(Text *t)
{
    text_line(t, "#if defined __GNUC__ && !defined _OPENMP");
    text_line(t, "#pragma GCC diagnostic ignored \"-Wunknown-pragmas\"");
    text_line(t, "#endif");
}

static void print_posix(Text *t)
{
    text_line(t, "#ifndef _POSIX_C_SOURCE");
    text_line(t, "#define _POSIX_C_SOURCE 200809L");
    text_line(t, "#endif");
}

/* Memory, sizes and functions as their users see them. */
static const char *print_declarations(CFile *f)
{
    Text memory = text_new(f->arena), t = text_new(f->arena);
    c_struct(f, &memory);
    c_sizes(f, &t);
    text_add(&t, "%s", memory.at);
    c_prototypes(f, &t);
    return t.at;
}

static const char *print_body(CFile *f)
{
    Text t = text_new(f->arena);
    c_data(f, &t);
    c_kernels(f, &t);
    c_functions(f, &t);
    c_tensors(f, &t);
    return t.at;
}

Emitted emit_program(Program *p, const EmitOptions *o)
{
    CFile f = file_begin(p, o);
    Emitted out = {.routine = f.routine};
    const char *declarations = print_declarations(&f);
    const char *body = print_body(&f);
    bool trains = o->standalone && !o->no_main && !o->no_trainer;
    Text t = text_new(p->arena);
    print_banner(&f, &t, f.prefix, body);
    if (trains)
        print_posix(&t);
    if (o->pipeline->threads)
        print_quiet_pragmas(&t);
    if (o->no_trainer) /* the trainer calls it by its address */
        c_runtime(&t, arena_format(p->arena, "%smf_arithmetic()", body), NULL);
    else if (o->standalone)
        c_runtime(&t, body, trains ? f.macro : NULL);
    else
        text_line(&t, "#include \"mfrt.h\"");
    if (f.blas)
        text_line(&t, "#include <cblas.h> /* of OpenBLAS: link with -lopenblas */");
    text_blank(&t);
    if (o->header) {
        const char *slash = strrchr(o->header, '/');
        out.header = print_header(&f, o, declarations);
        text_line(&t, "#include \"%s\"", slash ? slash + 1 : o->header);
        text_blank(&t);
    } else {
        text_add(&t, "%s", declarations);
    }
    c_asserts(&f, &t);
    text_add(&t, "%s", body);
    if (!o->no_main) {
        text_line(&t, "#ifndef %s_NO_MAIN", f.macro);
        text_blank(&t);
        if (trains)
            c_runtime_trainer(&t);
        c_tables(&f, &t);
        c_main(&f, &t);
        text_line(&t, "#endif");
    }
    while (t.n > 1 && t.at[t.n - 2] == '\n') /* no blank line at the end */
        t.at[--t.n] = '\0';
    out.source = t.at;
    return out;
}

const char *emit_trainer(Arena *arena)
{
    Text t = text_new(arena), trainer = text_new(arena);
    c_runtime_trainer(&trainer);
    print_posix(&t);
    c_runtime(&t, trainer.at, NULL);
    text_add(&t, "%s", trainer.at);
    return t.at;
}

/*
 * c_kernels.c - the kernels of a file, each once: those that are equal up to their
 * arrays are one function. Before them stand the constant arrays that they read.
 */
#include "c_file.h"

#include <string.h>

/* ---- data of the script ---- */

/* Does a kernel read this array? (A scan may run over one that its body ignores.) */
static bool is_read(const Calls *kernels, const Buffer *b)
{
    for (int i = 0; i < kernels->n; i++) {
        const Kernel *k = kernels->at[i]->kernel;
        for (int p = 0; p < k->params.n; p++)
            if (buffer_base(k->params.at[p]) == b)
                return true;
    }
    return false;
}

/* The name of an array of the same elements that is there already, or NULL. */
static const char *same_const(const CFile *f, const Buffer *b)
{
    for (int k = 0; k < f->consts.n; k++) {
        const Buffer *o = f->consts.at[k];
        size_t bytes = (size_t)shape_size(&b->shape) * sizeof *b->data;
        if (o->dtype == b->dtype && same_shape(&o->shape, &b->shape) &&
            memcmp(o->data, b->data, bytes) == 0)
            return f->buffer[o->id];
    }
    return NULL;
}

/* Element k with its comma, and a brace for every axis that begins or ends here. */
static const char *element_text(Arena *arena, const Buffer *b, int64_t k)
{
    int64_t block = 1;
    const char *open = "", *close = "";
    for (int d = b->shape.rank - 1; d > 0; d--) {
        block *= b->shape.dim[d];
        if (k % block == 0)
            open = arena_format(arena, "{%s", open);
        if ((k + 1) % block == 0)
            close = arena_format(arena, "%s}", close);
    }
    const char *number = is_float(b->dtype)
                             ? number_text(arena, b->data[k], b->dtype == F32)
                             : arena_format(arena, "%lld", (long long)b->data[k]);
    return arena_format(arena, "%s%s%s,", open, number, close);
}

static void print_const(Text *t, const Buffer *b, const char *name)
{
    Arena *arena = t->arena;
    if (b->shape.rank == 0) {
        text_line(t, "static const %s %s = %s;", c_type(b), name,
                  number_text(arena, b->data[0], b->dtype == F32));
        return;
    }
    text_table(t, arena_format(arena, "static const %s %s%s", c_type(b), name,
                               c_extents(arena, &b->shape, "")));
    int64_t n = shape_size(&b->shape);
    size_t at = 0;
    for (int64_t k = 0; k < n; k++) {
        const char *item = element_text(arena, b, k);
        bool first = at == 0 || at + strlen(item) + 1 > TEXT_WIDTH || *item == '{';
        if (first) {
            text_add(t, "%s    %s", at ? "\n" : "", item);
            at = 4 + strlen(item);
        } else {
            text_add(t, " %s", item);
            at += 1 + strlen(item);
        }
    }
    text_add(t, "\n");
    text_table_end(t);
}

void c_data(CFile *f, Text *t)
{
    Scope scope = scope_new(f->arena, NULL);
    for (int e = 0; e < f->program->entries.n; e++) {
        Calls kernels = kernel_calls(f->arena, &f->routine[e]->calls);
        for (int i = 0; i < f->routine[e]->buffers.n; i++) {
            Buffer *b = f->routine[e]->buffers.at[i];
            if (b->kind != B_CONST || f->buffer[b->id] ||
                !is_read(&kernels, buffer_base(b)))
                continue;
            f->buffer[b->id] = same_const(f, b);
            if (f->buffer[b->id])
                continue;
            PUSH(f->arena, f->consts, b);
            f->buffer[b->id] =
                scope_name(&scope, arena_format(f->arena, "const_%s", b->name));
            print_const(t, b, f->buffer[b->id]);
        }
    }
}

/* ---- kernels ---- */

const Stmt *c_constant(const Kernel *k)
{
    const Stmt *s = k->body.n == 1 ? k->body.at[0] : NULL;
    bool number =
        s && s->kind == S_STORE && s->value->kind == X_NUM && is_float(s->value->dtype);
    return number && s->buffer->shape.rank == 0 ? s : NULL;
}

static void number_calls(CFile *f, KernelTable *table, const Calls *calls)
{
    Calls all = kernel_calls(f->arena, calls);
    for (int i = 0; i < all.n; i++) {
        Kernel *k = all.at[i]->kernel;
        k->same = NULL;
        if (c_constant(k))
            continue;
        k->same = equal_kernel(table, k);
        k->same->apart |= k->apart;
        if (k->same != k)
            continue;
        PUSH(f->arena, f->kernels, k);
        k->number = f->kernels.n;
        const char *name =
            arena_format(f->arena, "k%d_%s", k->number, text_short(f->arena, k->name));
        k->id = scope_name(&f->functions, name);
    }
}

void c_number_kernels(CFile *f)
{
    const Program *p = f->program;
    KernelTable table = {.arena = f->arena};
    for (int pass = 0; pass < 2; pass++) /* initial values last: they are dull */
        for (int i = 0; i < p->entries.n; i++)
            if ((p->entries.at[i].kind == ENTRY_INIT) == (pass == 1))
                number_calls(f, &table, &f->routine[i]->calls);
}

void c_kernels(CFile *f, Text *t)
{
    Titler titler = {.arena = f->arena};
    for (int i = 0; i < f->kernels.n; i++) {
        Kernel *k = f->kernels.at[i];
        Text text = text_new(f->arena);
        if (k->apart)
            text_line(&text, "MF_APART");
        KernelNames names = c_kernel(&text, k, k->id, NAMES_OF_BUFFERS, &f->types,
                                     f->standalone ? "MF_CLONES " : "");
        c_title(t, &titler, k, &names);
        text_add(t, "%s", text.at);
        text_blank(t);
    }
}

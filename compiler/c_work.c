/*
 * c_work.c - the work memory of an entry as C types, as the plan placed its arrays:
 * those that share bytes stand in different structs of a union, and kin that lie side
 * by side are one array.
 */
#include "c_file.h"

#include <string.h>

/* A member of the work memory: an array, or kin that the plan placed side by side. */
typedef struct Slot {
    const Buffer *buffer; /* the first one */
    int n, first, last;   /* arrays; the first and the last call */
    bool shared;          /* several are at one place */
} Slot;
typedef ARRAY(Slot) Slots;

/* The members in the order of their places; of[i], at[i]: which one, and which of its
 * arrays, the i-th work array is. */
static Slots find_slots(CFile *f, int n, Buffer *const *list, int *of, int *at)
{
    Slots slots = {0};
    int *open = NEW_N(f->arena, int, f->params->n_buffers + 1); /* of the kin, from 1 */
    for (int i = 0; i < n; i++) {
        Buffer *b = list[i];
        int *mine = &open[buffer_kin(b)->id];
        Slot *s = *mine > 0 ? &slots.at[*mine - 1] : NULL;
        int64_t gap = s ? b->offset - s->buffer->offset : 0, size = buffer_bytes(b);
        if (!s || gap > s->n * size || gap % size != 0) {
            Slot new = {.buffer = b, .first = b->first, .last = b->last};
            PUSH(f->arena, slots, new);
            *mine = slots.n;
            s = &slots.at[slots.n - 1];
            gap = 0;
        }
        of[i] = *mine - 1;
        at[i] = (int)(gap / size);
        s->shared |= at[i] < s->n;
        s->n = at[i] + 1;
        s->first = b->first < s->first ? b->first : s->first;
        s->last = b->last > s->last ? b->last : s->last;
    }
    return slots;
}

static const char *calls_text(CFile *f, const Slot *s)
{
    return s->first == s->last
               ? arena_format(f->arena, "call %d", s->first + 1)
               : arena_format(f->arena, "calls %d to %d", s->first + 1, s->last + 1);
}

typedef ARRAY(const Buffer *) Guests;

/* By number of an array: those that take its place later. */
static Guests *find_guests(CFile *f, const Routine *r)
{
    Guests *of = NEW_N(f->arena, Guests, f->params->n_buffers + 1);
    for (int i = 0; i < r->buffers.n; i++) {
        const Buffer *home = buffer_base(r->buffers.at[i]), *g = r->buffers.at[i];
        if (g != home && g->kind == B_WORK && !g->turn &&
            same_extents(&g->shape, &home->shape))
            PUSH(f->arena, of[home->id], g);
    }
    return of;
}

/* What takes the place of the array later, in the words of a comment. */
static const char *guests_text(CFile *f, const Buffer *b, const Guests *guests)
{
    enum { MOST = 3 };
    const char *text = "", *last = b->name;
    int n = 0;
    for (int i = 0; i < guests->n; i++) {
        const Buffer *g = guests->at[i];
        if (strcmp(g->name, last) == 0)
            continue;
        if (++n > MOST)
            return arena_format(f->arena, "%s ...", text);
        last = g->name;
        text = arena_format(f->arena, "%s%s %s", text, n > 1 ? "," : ", then",
                            text_identifier(f->arena, g->name));
    }
    return text;
}

/* Of several arrays: without the number that tells one from the others. */
static const char *slot_name(CFile *f, Scope *scope, const Slot *s)
{
    const char *name = s->buffer->name;
    size_t n = strlen(name);
    while ((s->n > 1 || s->shared) && n > 1 && name[n - 1] >= '0' && name[n - 1] <= '9')
        n--;
    return scope_name(scope, arena_format(f->arena, "%.*s", (int)n, name));
}

/* Arrays of an entry, in structs side by side in a union: two that share bytes stand in
 * different structs; what lies between is left out by name. `name` is the member's. */
static int64_t print_work(CFile *f, Text *t, const Routine *r, int n,
                          Buffer *const *list, const char *type, const char **kind,
                          const char *name, int64_t *most_align)
{
    Scope scope = scope_new(f->arena, NULL);
    int *of = NEW_N(f->arena, int, n + 1), *at = NEW_N(f->arena, int, n + 1);
    Slots slots = find_slots(f, n, list, of, at);
    Members *column = NEW_N(f->arena, Members, slots.n + 1);
    int64_t *end = NEW_N(f->arena, int64_t, slots.n + 1), most = 0, align = 1;
    const char **slot = NEW_N(f->arena, const char *, slots.n + 1);
    const Guests *guests = find_guests(f, r);
    int columns = 0, gaps = 0;
    for (int i = 0; i < slots.n; i++) {
        const Slot *s = &slots.at[i];
        const Buffer *b = s->buffer;
        int64_t size = dtype_bytes(b->dtype);
        align = size > align ? size : align;
        int c = 0;
        while (c < columns && align_up(end[c], size) > b->offset)
            c++;
        columns = c == columns ? columns + 1 : columns;
        if (align_up(end[c], size) < b->offset) {
            const char *gap = arena_format(f->arena, "unsigned char gap%d[%lld];",
                                           ++gaps, (long long)(b->offset - end[c]));
            c_add_member(f, &column[c], gap, "");
        }
        slot[i] = slot_name(f, &scope, s);
        const char *all =
            s->n > 1 ? arena_format(f->arena, "%s[%d]", slot[i], s->n) : slot[i];
        c_add_member(f, &column[c], c_declare(f, c_type(b), all, &b->shape),
                     arena_format(f->arena, "%s%s", calls_text(f, s),
                                  guests_text(f, b, &guests[b->id])));
        end[c] = b->offset + s->n * buffer_bytes(b);
        most = end[c] > most ? end[c] : most;
    }
    for (int i = 0; i < n; i++)
        f->buffer[list[i]->id] =
            slots.at[of[i]].n > 1 ? arena_format(f->arena, "%s[%d]", slot[of[i]], at[i])
                                  : slot[of[i]];
    if (columns == 0)
        return 0;
    *kind = columns > 1 ? "union" : "struct";
    text_open(t, "%s %s", *kind, type);
    Members single = {0}; /* need no struct of their own */
    for (int c = 0; c < columns; c++)
        if (columns == 1 || column[c].n == 1)
            for (int i = 0; i < column[c].n; i++)
                PUSH(f->arena, single, column[c].at[i]);
    c_print_members(t, &single);
    for (int c = 0; c < columns; c++) {
        if (columns == 1 || column[c].n == 1)
            continue;
        text_open(t, "struct");
        c_print_members(t, &column[c]);
        text_close(t, ";");
    }
    text_close(t, arena_format(f->arena, " %s;", name));
    *most_align = align > *most_align ? align : *most_align;
    return align_up(most, align);
}

int64_t c_work(CFile *f, Text *t, int entry)
{
    const Routine *r = f->routine[entry];
    return print_work(f, t, r, r->work.n, r->work.at, f->work_type[entry],
                      &f->work_kind[entry], f->work_name[entry], &f->work_align);
}

int64_t c_own(CFile *f, Text *t, int entry)
{
    const Routine *r = f->routine[entry];
    const char *type = arena_format(f->arena, "%sOwn", f->work_type[entry]), *kind = "";
    int64_t bytes =
        print_work(f, t, r, r->own.n, r->own.at, type, &kind,
                   arena_format(f->arena, "%s[%d]", f->work_name[entry], r->slots),
                   &f->own_align);
    f->own_type[entry] = arena_format(f->arena, "%s %s", kind, type);
    return size_mul(bytes, r->slots);
}

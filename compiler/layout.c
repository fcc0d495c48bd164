/*
 * layout.c - how each array of an entry lies in memory. What the back end decided is
 * read from the arrays as they are after it: whose elements they hold (a node, whose
 * shape says what is missing), in whose place they are, and how the kernels see them.
 *
 *     relu     f32[64,28,30,30]  row-major, zeros around it: 1+1 along axes 3, 4
 *     h        f32[128,512]      row-major, 128 of 4096 rows at a time
 *     dh       f32[128,512]      in the place of h
 *     t        f32[16,16]        in a kernel, rows of 10 filled up to 16
 */
#include "layout.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

typedef struct Survey {
    Arena *arena;
    const Routine *routine;
    Layouts list;
    ARRAY(Buffer *) views; /* other shapes in which kernels see an array, each once */
} Survey;

const char *layout_name(LayoutKind kind)
{
    static const char *const names[] =
        {[LAYOUT_ROWS] = "row-major", [LAYOUT_HALO] = "halo",
         [LAYOUT_STRIPS] = "strips",  [LAYOUT_SUMS] = "sums",
         [LAYOUT_PLACE] = "in place", [LAYOUT_LOCAL] = "in a kernel",
         [LAYOUT_SCALAR] = "scalar",  [LAYOUT_NONE] = "unused"};
    return names[kind];
}

const char *buffer_kind_name(BufferKind kind)
{
    static const char *const names[] =
        {[B_INPUT] = "input",    [B_OUTPUT] = "output", [B_PARAM] = "tensor",
         [B_CONST] = "constant", [B_WORK] = "work",     [B_LOCAL] = "local",
         [B_COUNTER] = "counter"};
    return names[kind];
}

const char *layout_calls(Arena *arena, const Layout *l)
{
    if (l->first < 0)
        return "-";
    return l->first == l->last
               ? arena_format(arena, "%d", l->first + 1)
               : arena_format(arena, "%d-%d", l->first + 1, l->last + 1);
}

static const char *extents_text(Arena *arena, const Buffer *b)
{
    Shape plain = b->shape;
    memset(plain.sym, 0, sizeof plain.sym);
    return shape_text(arena, &plain);
}

/* By the names of its dims, if it has as many rows as they say. */
const char *layout_type(Arena *arena, const Buffer *b)
{
    bool whole = !b->node || same_extents(&b->shape, &b->node->shape);
    return arena_format(arena, "%s%s", dtype_name(b->dtype),
                        whole ? shape_text(arena, &b->shape) : extents_text(arena, b));
}

LayoutKind layout_of_tensor(const Shape *shape)
{
    return shape->rank > 0 ? LAYOUT_ROWS : LAYOUT_SCALAR;
}

/* ---- what the calls touch ---- */

static Layout *layout_at(Survey *s, const Buffer *b)
{
    for (int i = 0; i < s->list.n; i++)
        if (s->list.at[i].buffer == b)
            return &s->list.at[i];
    return NULL;
}

static void note_call(Survey *s, const Buffer *b, int at)
{
    Layout *l = layout_at(s, b);
    if (!l && b->kind == B_PARAM) {
        PUSH(s->arena, s->list, ((Layout){.buffer = b, .first = at}));
        l = &s->list.at[s->list.n - 1];
    }
    if (!l || b->kind == B_WORK)
        return; /* the plan knows best */
    l->first = l->first < 0 ? at : l->first;
    l->last = at;
}

static bool same_view(const Buffer *a, const Buffer *b)
{
    return a->band == b->band && same_extents(&a->shape, &b->shape);
}

static void note_view(Survey *s, Buffer *b)
{
    const Buffer *home = buffer_base(b);
    if (!b->base || b->flat || (!b->turn && same_extents(&b->shape, &home->shape)))
        return;
    for (int i = 0; i < s->views.n; i++)
        if (buffer_base(s->views.at[i]) == home && same_view(s->views.at[i], b))
            return;
    PUSH(s->arena, s->views, b);
}

static void note_calls(Survey *s, const Calls *calls)
{
    Calls all = kernel_calls(s->arena, calls);
    for (int i = 0; i < all.n; i++) {
        const Call *c = all.at[i];
        for (int k = 0; k < c->kernel->params.n; k++) {
            note_call(s, buffer_base(c->kernel->params.at[k]), c->at);
            note_view(s, c->kernel->params.at[k]);
        }
    }
}

/* ---- in words ---- */

/* "1+1 along axes 3, 4": the axes that have as many in front and behind are together.
 */
static void add_borders(Text *t, const Node *pad, const int64_t *before,
                        const int64_t *after)
{
    const char *lead = "";
    bool told[MAX_RANK] = {0};
    for (int d = 0; d < pad->shape.rank; d++) {
        if (told[d] || (before[d] | after[d]) == 0)
            continue;
        bool more = false;
        for (int e = d + 1; e < pad->shape.rank; e++)
            more |= before[e] == before[d] && after[e] == after[d];
        text_add(t, "%s%lld+%lld along %s %d", lead, (long long)before[d],
                 (long long)after[d], more ? "axes" : "axis", d + 1);
        for (int e = d + 1; e < pad->shape.rank; e++)
            if (before[e] == before[d] && after[e] == after[d]) {
                told[e] = true;
                text_add(t, ", %d", e + 1);
            }
        lead = ", ";
    }
}

/* What a pad, and the pads below it with the same element, have around and between. */
static void add_halo(Text *t, const Node *pad)
{
    int64_t before[MAX_RANK] = {0}, after[MAX_RANK] = {0};
    int rank = pad->shape.rank;
    bool around = false, between = false;
    const Node *n = pad;
    while (n->op == OP_pad && !between &&
           memcmp(&n->attr.num, &pad->attr.num, sizeof n->attr.num) == 0) {
        for (int d = 0; d < rank; d++) {
            before[d] += n->attr.at[d];
            after[d] += n->attr.at[rank + d];
            around |= (before[d] | after[d]) != 0;
            between |= n->attr.at[2 * rank + d] != 0;
        }
        n = n->arg[0];
    }
    const char *what =
        pad->attr.num == 0 ? "zeros" : arena_format(t->arena, "%g", pad->attr.num);
    const char *of = node_word(n);
    if (around) {
        text_add(t, ", %s around %s: ", what, of);
        add_borders(t, pad, before, after);
    }
    if (between)
        text_add(t, ", %s between the elements of %s", what, of);
}

static void add_views(Text *t, const Survey *s, const Buffer *b)
{
    for (int i = 0; i < s->views.n; i++) {
        const Buffer *v = s->views.at[i];
        if (buffer_base(s->views.at[i]) != b)
            continue;
        if (v->band)
            text_add(t, ", %lld rows at a time", (long long)v->shape.dim[0]);
        else if (v->turn)
            text_add(t, ", a slice in each turn of a loop%s",
                     v->from_end ? " from the last one" : "");
        else
            text_add(t, ", seen as %s too", extents_text(t->arena, v));
    }
}

/* The array in the kernel; the one that took its place there again, if one did. */
static const Buffer *innermost(const Buffer *b)
{
    while (b->within)
        b = b->within;
    return b;
}

static void describe_local(Text *t, const Buffer *b)
{
    const Buffer *in = innermost(b);
    int rank = in->shape.rank;
    if (rank == 0) {
        text_add(t, "a value in a kernel");
        return;
    }
    int64_t row = in->shape.dim[rank - 1],
            own = b->shape.rank > 0 ? b->shape.dim[b->shape.rank - 1] : row;
    text_add(t, "%s in a kernel", extents_text(t->arena, in));
    if (row > own)
        text_add(t, ", rows of %lld filled up to %lld", (long long)own, (long long)row);
}

static void describe_rows(Text *t, const Survey *s, Layout *l)
{
    const Buffer *b = l->buffer;
    const Node *n = b->node;
    l->kind = LAYOUT_ROWS;
    text_add(t, "row-major");
    if (b->dtype == BOOL)
        text_add(t, ", a byte for each truth value");
    if (n && n->op == OP_pad) {
        l->kind = LAYOUT_HALO;
        add_halo(t, n);
    }
    if (n && n->shape.rank > b->shape.rank)
        text_add(t, ", those of %s that one turn of its kernel needs",
                 shape_text(t->arena, &n->shape));
    else if (n && b->shape.rank > 0 && n->shape.dim[0] > b->shape.dim[0])
        text_add(t, ", %lld of %lld rows at a time", (long long)b->shape.dim[0],
                 (long long)n->shape.dim[0]);
    if (b->own)
        text_add(t, ", each thread has one");
    add_views(t, s, b);
}

static void describe_work(Text *t, const Survey *s, Layout *l)
{
    const Buffer *b = l->buffer;
    if (b->base) {
        l->kind = LAYOUT_PLACE;
        text_add(t, "%sin the place of %s",
                 b->base->kind == B_PARAM ? "the new value, " : "", b->base->name);
        add_views(t, s, b);
    } else if (b->first < 0) {
        l->kind = b->within ? LAYOUT_LOCAL : LAYOUT_NONE;
        if (b->within)
            describe_local(t, b);
        else
            text_add(t, "nothing touches it");
    } else if (b->shape.rank == 0) {
        l->kind = LAYOUT_SCALAR;
        text_add(t, "scalar, a variable of the function");
    } else if (b->source && b->source->kind == B_LOCAL) {
        l->kind = LAYOUT_SUMS;
        text_add(t, "row-major, sums over bands of rows");
    } else if (b->source) {
        l->kind = LAYOUT_STRIPS;
        text_add(t,
                 "strips of %lld columns of %s, copied once for the products of a loop",
                 (long long)b->shape.dim[b->shape.rank - 1], b->source->name);
    } else {
        describe_rows(t, s, l);
    }
}

static void describe(Survey *s, Layout *l)
{
    const Buffer *b = l->buffer;
    Text t = text_new(s->arena);
    l->bytes = buffer_bytes(b);
    if (b->node)
        l->where = b->node->where;
    if (b->kind == B_WORK) {
        describe_work(&t, s, l);
        l->bytes = l->kind == LAYOUT_LOCAL ? buffer_bytes(innermost(b)) : l->bytes;
        l->first = b->first;
        l->last = b->last;
    } else if (b->shape.rank == 0) {
        l->kind = LAYOUT_SCALAR;
        text_add(&t, "scalar");
    } else {
        describe_rows(&t, s, l);
    }
    l->text = t.at;
}

/* ---- the list ---- */

static int group_of(const Layout *l)
{
    static const int order[] =
        {[B_INPUT] = 0, [B_PARAM] = 1, [B_CONST] = 2, [B_OUTPUT] = 3, [B_WORK] = 5};
    return l->owns ? 4 : order[l->buffer->kind];
}

static int in_order(const void *a, const void *b)
{
    const Layout *x = a, *y = b;
    int gx = group_of(x), gy = group_of(y);
    if (gx != gy)
        return gx < gy ? -1 : 1;
    int64_t px = x->owns ? x->buffer->offset : 0, py = y->owns ? y->buffer->offset : 0;
    if (px != py)
        return px < py ? -1 : 1;
    return x->buffer->id < y->buffer->id ? -1 : x->buffer->id > y->buffer->id;
}

Layouts layouts_of(Arena *arena, const Routine *r)
{
    Survey s = {.arena = arena, .routine = r};
    for (int i = 0; i < r->buffers.n; i++)
        PUSH(arena, s.list,
             ((Layout){.buffer = r->buffers.at[i], .first = -1, .last = -1}));
    note_calls(&s, &r->calls);
    for (int i = 0; i < r->work.n; i++)
        layout_at(&s, r->work.at[i])->owns = true;
    for (int i = 0; i < s.list.n; i++)
        describe(&s, &s.list.at[i]);
    if (s.list.n > 0)
        qsort(s.list.at, (size_t)s.list.n, sizeof *s.list.at, in_order);
    return s.list;
}

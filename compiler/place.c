/*
 * place.c - the place of each work array: greedily, the lowest gap among those already
 * placed whose lifetimes meet its own. Only arrays of one type share bytes: a compiler
 * of C may take a store of an int before the load of a float. Kin (roll.c), the arrays
 * that the turns of repeated calls use for the same thing, go as one group: all at one
 * place if one lives at a time, else side by side, so that C has one array of them.
 * Which arrays go first, and whether kin stay together, is tried out; the least memory
 * wins.
 */
#include "decisions.h"
#include "loop.h"

#include <stdlib.h>

typedef ARRAY(Buffer *) Buffers;

/* Member k lies k strides behind the first one. */
typedef struct Group {
    Buffers member;
    int64_t size, stride, bytes; /* of a member; between two; of all */
    double weight;               /* the heaviest go first */
} Group;

typedef struct Groups {
    Group *at;
    int n, cap;
} Groups;

typedef struct Order {
    bool apart; /* every array goes by itself */
    bool long_first;
} Order;

/* An array that has a place, and where it ends. */
typedef struct Span {
    Buffer *buffer;
    int64_t end;
} Span;

typedef struct Placed {
    Arena *arena;
    bool naive;        /* lifetimes do not count */
    ARRAY(Span) spans; /* by offset */
    int64_t bytes;
} Placed;

/* Together, kin may take 1/32 more memory, and this much. */
enum { KIN_COSTS = 32, KIN_BYTES = 1024 };

/* What is long begins with a line of the cache: a vector in two is two reads. */
static int64_t align_long(int64_t at, int64_t bytes, Dtype d)
{
    return align_up(at, bytes >= LONG_BYTES ? LINE_BYTES : dtype_bytes(d));
}

static bool meet(const Placed *p, const Buffer *a, const Buffer *b)
{
    return p->naive || (a->first <= b->last && b->first <= a->last);
}

static int heavier_first(const void *a, const void *b)
{
    const Group *x = a, *y = b;
    return x->weight != y->weight ? (x->weight < y->weight) - (x->weight > y->weight)
                                  : x->member.at[0]->id - y->member.at[0]->id;
}

static int lower_first(const Buffer *x, const Buffer *y)
{
    return x->offset != y->offset ? (x->offset > y->offset) - (x->offset < y->offset)
                                  : (x->id > y->id) - (x->id < y->id);
}

/* The least place from `at` on where no member meets `o`; `down`: the last member lies
 * first. */
static int64_t beyond(const Placed *p, const Group *g, bool down, int64_t at,
                      const Span *o)
{
    int64_t begin = o->buffer->offset, end = o->end, to = at;
    int first = 0, last = g->member.n - 1; /* of those that reach into its bytes */
    if (g->stride > 0) {
        first = at < begin ? (int)((begin - at) / g->stride) : 0;
        int64_t behind = (end - 1 - at) / g->stride;
        last = behind < last ? (int)behind : last;
    }
    for (int i = first; i <= last && end > at; i++) {
        const Buffer *b = g->member.at[down ? g->member.n - 1 - i : i];
        if (meet(p, o->buffer, b)) {
            to = end - g->stride * i;
            break; /* the others are clear of it then too */
        }
    }
    return to > at ? align_long(to, g->size, g->member.at[0]->dtype) : at;
}

static int64_t find_place(const Placed *p, const Group *g, bool down)
{
    int64_t at = 0;
    const Span *span = p->spans.at;
    for (int i = 0; i < p->spans.n && span[i].buffer->offset < at + g->bytes; i++) {
        int64_t to = beyond(p, g, down, at, &span[i]);
        if (to > at && g->stride > 0)
            i = -1; /* other members may meet those that lie before */
        at = to;
    }
    return at;
}

static void place(Placed *p, Buffer *b, int64_t at)
{
    b->offset = at;
    Span new = {b, at + buffer_bytes(b)};
    PUSH(p->arena, p->spans, new);
    Span *span = p->spans.at;
    for (int i = p->spans.n - 1; i > 0 && lower_first(span[i - 1].buffer, b) > 0; i--) {
        span[i] = span[i - 1];
        span[i - 1] = new;
    }
    p->bytes = new.end > p->bytes ? new.end : p->bytes;
}

static void place_group(Placed *p, const Group *g)
{
    int64_t up = find_place(p, g, false);
    int64_t down = g->stride > 0 ? find_place(p, g, true) : up;
    if (g->member.n > 1)
        decided(g->stride == 0 ? D_kin_one_place : D_kin_beside);
    if (down < up)
        decided(D_kin_down);
    for (int k = 0; k < g->member.n; k++)
        place(p, g->member.at[k],
              down < up ? down + g->stride * (g->member.n - 1 - k)
                        : up + g->stride * k);
}

/* Now that all members are known: one at a time, or side by side? */
static void settle(const Placed *p, Group *g, bool long_first)
{
    Buffer **member = g->member.at;
    int first = member[0]->first, last = member[0]->last;
    bool apart = true;
    for (int i = 1; i < g->member.n; i++) {
        for (int k = 0; k < i && apart; k++)
            apart = !meet(p, member[i], member[k]);
        first = member[i]->first < first ? member[i]->first : first;
        last = member[i]->last > last ? member[i]->last : last;
    }
    g->size = buffer_bytes(member[0]);
    g->stride = apart ? 0 : g->size;
    g->bytes = size_add(size_mul(g->stride, g->member.n - 1), g->size);
    g->weight = (double)g->bytes * (long_first ? last - first + 1 : 1);
}

static Placed place_all(Arena *arena, const Buffers *list, bool naive, Order o)
{
    Placed p = {.arena = arena, .naive = naive};
    int ids = 0;
    for (int i = 0; i < list->n; i++)
        ids = list->at[i]->id > ids ? list->at[i]->id : ids;
    int *group = NEW_N(arena, int, ids + 1); /* by the eldest's number, from 1 */
    Groups groups = {0};
    for (int i = 0; i < list->n; i++) {
        Buffer *b = list->at[i];
        int *mine = &group[o.apart ? b->id : buffer_kin(b)->id];
        if (*mine == 0) {
            Group g = {0};
            PUSH(arena, groups, g);
            *mine = groups.n;
        }
        PUSH(arena, groups.at[*mine - 1].member, b);
    }
    for (int i = 0; i < groups.n; i++)
        settle(&p, &groups.at[i], o.long_first);
    if (groups.n > 0)
        qsort(groups.at, (size_t)groups.n, sizeof *groups.at, heavier_first);
    for (int i = 0; i < groups.n; i++)
        place_group(&p, &groups.at[i]);
    return p;
}

static const Dtype widest_first[DTYPES] = {F64, F32, I32, BOOL};

/* The arrays of one type, all threads' or each thread's own, from byte 0 on; returns
 * their bytes. */
static int64_t place_type(Arena *arena, Routine *r, Dtype d, bool own, bool naive)
{
    static const Order orders[] = {{false, false},
                                   {false, true},
                                   {true, false},
                                   {true, true}};
    Buffers list = {0};
    for (int i = 0; i < r->buffers.n; i++) {
        Buffer *b = r->buffers.at[i];
        if (b->kind == B_WORK && b->shape.rank > 0 && !b->base && b->first >= 0 &&
            b->dtype == d && b->own == own)
            PUSH(arena, list, b);
    }
    int best = 0;
    int64_t least = INT64_MAX;
    for (int i = 0; i < 4; i++) {
        int64_t bytes = place_all(arena, &list, naive, orders[i]).bytes;
        if (orders[i].apart)
            bytes = size_add(bytes, bytes / KIN_COSTS + KIN_BYTES);
        if (bytes < least) {
            least = bytes;
            best = i;
        }
    }
    if (orders[best].apart)
        decided(D_place_apart);
    if (orders[best].long_first)
        decided(D_place_long);
    Placed p = place_all(arena, &list, naive, orders[best]);
    int64_t apart = 0;
    for (int i = 0; i < list.n; i++)
        apart += buffer_bytes(list.at[i]);
    if (p.bytes < apart)
        decided(D_place_shared);
    for (int i = 0; i < p.spans.n; i++)
        if (own)
            PUSH(arena, r->own, p.spans.at[i].buffer);
        else
            PUSH(arena, r->work, p.spans.at[i].buffer);
    return p.bytes;
}

/* Moves the arrays of each type to where the types' bytes begin. */
static void move(int n, Buffer *const *list, const int64_t *from, const int64_t *to)
{
    for (int i = 0; i < n; i++)
        list[i]->offset += to[list[i]->dtype] - from[list[i]->dtype];
}

static void move_types(Routine *r, const int64_t *from, const int64_t *to)
{
    move(r->work.n, r->work.at, from, to);
    r->work_bytes = size_mul(r->own_bytes, r->slots);
    r->work_end = 0;
    for (int i = 0; i < DTYPES; i++) {
        Dtype d = widest_first[i];
        r->work_bytes = size_add(r->work_bytes, r->type_bytes[d]);
        r->work_end = r->type_bytes[d] > 0 ? to[d] + r->type_bytes[d] : r->work_end;
    }
}

/* Where each type begins if it takes so many bytes; returns where the last one ends. */
static int64_t begin_types(const int64_t *bytes, int64_t *begin)
{
    int64_t at = 0;
    for (int i = 0; i < DTYPES; i++) {
        Dtype d = widest_first[i];
        begin[d] = at = align_long(at, bytes[d], d);
        at = size_add(at, bytes[d]);
    }
    return at;
}

void place_work(Arena *arena, Routine *r, bool naive)
{
    static const int64_t nowhere[DTYPES];
    int64_t begin[DTYPES], own[DTYPES];
    for (int i = 0; i < DTYPES; i++) {
        Dtype d = widest_first[i];
        own[d] = place_type(arena, r, d, true, naive);
        r->type_bytes[d] = place_type(arena, r, d, false, naive);
    }
    int64_t end = begin_types(own, begin);
    move(r->own.n, r->own.at, nowhere, begin);
    r->own_bytes = align_up(end, 8);
    begin_types(r->type_bytes, begin);
    move_types(r, nowhere, begin);
}

void place_together(int n, Routine *const *routine)
{
    int64_t most[DTYPES] = {0}, from[DTYPES], to[DTYPES];
    for (int i = 0; i < n; i++)
        for (int d = 0; d < DTYPES; d++)
            if (routine[i]->type_bytes[d] > most[d])
                most[d] = routine[i]->type_bytes[d];
    begin_types(most, to);
    for (int i = 0; i < n; i++) {
        begin_types(routine[i]->type_bytes, from);
        move_types(routine[i], from, to);
    }
}

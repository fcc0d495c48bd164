/*
 * lower_pad.c - arrays with a border of equal elements. What is padded has no array of
 * its own: its kernel stores it where the pad's array wants it, and what is around it
 * there and then, while that memory is in the cache. No element is copied, and no index
 * is compared with a limit:
 *
 *     for i: for j: x[i][j] = ...                       for i
 *     for i: for j: pad[i][j] =          becomes          for j: pad[i][j + 1] = ...
 *         j is inside ? x[i][j - 1] : 0                   pad[i][0] = 0
 *                                                         pad[i][n + 1] = 0
 *
 * All that reads x reads pad[i][j + 1] (pass_fuse.c chooses which x). Where x is an
 * array already, the same loops copy it.
 */
#include "lower.h"

#include <string.h>

/* A pad and the pads below it that have no arrays, as one. */
typedef struct Pads {
    const Node *outer, *inside; /* the array, and what it has in its middle */
    int64_t before[MAX_RANK];
    int last; /* the last axis with elements around; -1: there is none */
} Pads;

static Pads pads_of(const Lower *l, const Node *pad)
{
    Pads p = {.outer = pad, .inside = pad, .last = -1};
    do {
        for (int d = 0; d < pad->shape.rank; d++)
            p.before[d] += p.inside->attr.at[d];
        p.inside = p.inside->arg[0];
    } while (pad_is_plain(p.inside) && l->fusion.place[p.inside->id] == P_INLINE &&
             memcmp(&p.inside->attr.num, &pad->attr.num, sizeof pad->attr.num) == 0);
    for (int d = 0; d < pad->shape.rank; d++)
        if (p.inside->shape.dim[d] < pad->shape.dim[d])
            p.last = d;
    return p;
}

const Index *home_index(Lower *l, const Node *n, const Index *index, Index *in)
{
    const Node *home = l->fusion.home[n->id];
    if (!home)
        return index;
    Pads p = pads_of(l, home);
    for (int d = 0; d < n->shape.rank; d++)
        in[d] = p.before[d] == 0 ? index[d]
                                 : index_add(index_whole(l, index[d], n->shape.dim[d]),
                                             index_num(p.before[d]));
    return in;
}

/* Everything along the axes from d on. */
static void store_fill(Lower *l, const Pads *p, Index *out, int d)
{
    const Node *pad = p->outer;
    int mark = l->depth;
    for (; d < pad->shape.rank; d++)
        out[d] = loop_open(l, pad->shape.dim[d]);
    store(l, l->buffer[pad->id], out, x_num(l, pad->attr.num, pad->dtype));
    loop_close(l, mark);
}

static void store_inside(Lower *l, const Pads *p, Index *in, Index *out, int d)
{
    int mark = l->depth;
    for (; d < p->outer->shape.rank; d++)
        out[d] = in[d] = loop_open(l, p->outer->shape.dim[d]);
    store(l, l->buffer[p->outer->id], out, element(l, p->inside, in));
    loop_close(l, mark);
}

/* The border along the axes from d on; `in`, if the inside is stored as well, is the
 * index in it. */
static void store_around(Lower *l, const Pads *p, Index *in, Index *out, int d)
{
    if (d > p->last) {
        if (in)
            store_inside(l, p, in, out, d);
        return;
    }
    int64_t before = p->before[d], n = p->inside->shape.dim[d];
    int64_t after = p->outer->shape.dim[d] - before - n;
    int mark = l->depth;
    if (before > 0) {
        out[d] = loop_open(l, before);
        store_fill(l, p, out, d + 1);
        loop_close(l, mark);
    }
    if (in || d < p->last) {
        Index v = loop_open(l, n);
        if (in)
            in[d] = v;
        out[d] = index_add(v, index_num(before));
        store_around(l, p, in, out, d + 1);
        loop_close(l, mark);
    }
    if (after > 0) {
        out[d] = index_add(loop_open(l, after), index_num(before + n));
        store_fill(l, p, out, d + 1);
        loop_close(l, mark);
    }
}

void lower_pad(Lower *l, const Node *root)
{
    Index in[MAX_RANK], out[MAX_RANK];
    Pads p = pads_of(l, root);
    store_around(l, &p, in, out, 0);
}

static const Node *stored_home(const Lower *l, int i)
{
    const Members *m = l->members;
    return m->stored[i] ? l->fusion.home[m->at[i]->id] : NULL;
}

void store_borders(Lower *l, const Index *index, int open)
{
    for (int i = 0; i < l->members->n; i++) {
        const Node *home = stored_home(l, i);
        if (!home)
            continue;
        Index out[MAX_RANK];
        for (int d = 0; d < open; d++)
            out[d] = index[d];
        Pads p = pads_of(l, home);
        store_around(l, &p, NULL, out, open);
    }
}

int unpadded_axes(const Lower *l)
{
    int axes = 0;
    bool any = false;
    for (int i = 0; i < l->members->n; i++) {
        const Node *home = stored_home(l, i);
        if (!home)
            continue;
        Pads p = pads_of(l, home);
        int d = 0;
        while (d < home->shape.rank && home->shape.dim[d] == p.inside->shape.dim[d])
            d++;
        axes = any && axes < d ? axes : d;
        any = true;
    }
    return axes;
}

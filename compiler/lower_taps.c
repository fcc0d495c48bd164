/*
 * lower_taps.c - the sum over the taps of windows, which is the gradient of windows
 * that overlap: each element is added where it belongs, instead of each sum looking for
 * its terms among elements and zeros:
 *
 *     for h < 13                                       sum[13] = 0
 *       for k < 3                                      for k < 3
 *         sum[h] += (h - k) % 2 == 0 ? ... : 0           for o < 6
 *                                                          sum[2 o + k] += a[k][o]
 *
 * The terms of an element are in the order of k either way. Windows along a row that
 * are a stride apart are added up by what it leaves, sum[k % 2][o + k / 2]: what lies
 * side by side is added side by side, and brought to its place once.
 */
#include "decisions.h"
#include "lower.h"

enum { AXIS, K_AXIS, STRIDE, DILATION, PAD, COUNT };

typedef struct Taps {
    const Node *sum, *window;
    const int64_t *at; /* of the window */
    int axis;          /* in the sum; those in front of it are open loops, at `index` */
    Index index[MAX_RANK];
    Shape reach; /* of what is added to: with the padding, from the axis on */
} Taps;

static Taps taps_of(const Node *sum)
{
    const Node *window = sum->arg[0], *a = window->arg[0];
    const int64_t *at = window->attr.at;
    Taps t = {.sum = sum, .window = window, .at = at};
    t.axis = (int)(at[AXIS] - (at[K_AXIS] < at[AXIS]));
    int64_t last = (a->shape.dim[at[AXIS]] - 1) * at[STRIDE] +
                   (a->shape.dim[at[K_AXIS]] - 1) * at[DILATION];
    int64_t all = at[PAD] + at[COUNT];
    t.reach.dim[0] = last < all ? all : last + 1;
    t.reach.rank = sum->shape.rank - t.axis;
    for (int d = 1; d < t.reach.rank; d++)
        t.reach.dim[d] = sum->shape.dim[t.axis + d];
    return t;
}

/* Adds tap k of all windows: to element o * step + first of the last axes. */
static void add_tap(Lower *l, const Taps *t, Index k, Buffer *to, Index *place, int n,
                    int64_t step)
{
    Index in[MAX_RANK], *first = &place[n];
    int mark = l->depth, window = (int)t->at[AXIS], copies = (int)t->at[K_AXIS];
    in[copies] = k;
    in[window] = loop_open(l, t->window->arg[0]->shape.dim[window]);
    *first = index_add(*first, index_scale(in[window], step));
    for (int d = 0, e = 0; d < t->window->shape.rank; d++) {
        if (d == copies)
            continue;
        if (d != window && e < t->axis)
            in[d] = t->index[e];
        else if (d != window)
            place[n + e - t->axis] = in[d] = loop_open(l, t->sum->shape.dim[e]);
        e++;
    }
    accumulate(l, ACC_ADD, to, place, element(l, t->window->arg[0], in), NULL);
    loop_close(l, mark);
}

static Buffer *zeros(Lower *l, const Taps *t, Shape shape)
{
    Buffer *b = local_array(l, "sum", t->sum->dtype, shape);
    l->block->at[l->block->n - 1]->value = x_num(l, 0, t->sum->dtype);
    return b;
}

/* sum[o * stride + k * dilation] += a[k][o] */
static Buffer *add_taps(Lower *l, const Taps *t)
{
    Buffer *sum = zeros(l, t, t->reach);
    Index place[MAX_RANK];
    int mark = l->depth;
    Index k = loop_open(l, t->window->arg[0]->shape.dim[t->at[K_AXIS]]);
    place[0] = index_scale(k, t->at[DILATION]);
    add_tap(l, t, k, sum, place, 0, t->at[STRIDE]);
    loop_close(l, mark);
    return sum;
}

/* by[k % stride][o + k / stride] += a[k][o]; sum[q * stride + r] = by[r][q] */
static Buffer *add_by_rest(Lower *l, const Taps *t)
{
    int64_t stride = t->at[STRIDE], taps = t->window->arg[0]->shape.dim[t->at[K_AXIS]];
    int64_t each = (t->reach.dim[0] + stride - 1) / stride;
    Buffer *by = zeros(l, t, shape_of(2, (int64_t[]){stride, each}));
    int mark = l->depth;
    for (int64_t m = 0; m < taps; m += stride) {
        Index r = loop_open(l, taps - m < stride ? taps - m : stride);
        Index place[MAX_RANK] = {r, index_num(m / stride)};
        add_tap(l, t, index_add(r, index_num(m)), by, place, 1, 1);
        loop_close(l, mark);
    }
    Buffer *sum =
        local_array(l, "sum", t->sum->dtype, shape_of(1, (int64_t[]){stride * each}));
    Index q = loop_open(l, each), r = loop_open(l, stride);
    Index from[2] = {r, q}, to[1] = {index_add(index_scale(q, stride), r)};
    store(l, sum, to, x_load(l, by, from));
    loop_close(l, mark);
    return sum;
}

bool lower_taps(Lower *l, const Node *root)
{
    if (!adds_taps(root) || l->fusion.place[root->arg[0]->id] != P_INLINE)
        return false;
    Taps t = taps_of(root);
    int64_t size = shape_size(&t.reach);
    if (stack_room(l->options->stack, 0) / 4 < size * dtype_bytes(root->dtype))
        return false;
    int mark = l->depth, around = unpadded_axes(l), outer = mark;
    around = around < t.axis ? around : t.axis;
    for (int d = 0; d < t.axis; d++) {
        t.index[d] = loop_open(l, root->shape.dim[d]);
        outer = d < around ? l->depth : outer;
    }
    decided(D_lower_taps);
    bool row = size == t.reach.dim[0] && t.reach.rank == 1;
    Buffer *sum = row && t.at[STRIDE] > 1 ? add_by_rest(l, &t) : add_taps(l, &t);
    Index place[MAX_RANK];
    for (int d = t.axis; d < root->shape.rank; d++)
        place[d - t.axis] = t.index[d] = loop_open(l, root->shape.dim[d]);
    place[0] = index_add(place[0], index_num(t.at[PAD]));
    l->value[root->id] = x_load(l, sum, place);
    store_members(l, t.index);
    l->value[root->id] = NULL;
    loop_close(l, outer);
    store_borders(l, t.index, around);
    loop_close(l, mark);
    return true;
}

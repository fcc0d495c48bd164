/*
 * pass_window.c - pads the operands of windows, so that no index of a window leaves
 * its operand:
 *
 *     slide(broadcast(x))   becomes   slide(broadcast(pad(x)))
 *     unslide(a)            becomes   flip(slide(flip(pad(a))))    with a's rows apart
 *
 * The pad is pushed below the copies, and lives in memory once (pass_fuse.c): the
 * products of a convolution then read plain affine indices without conditions.
 * Keeps every value. Needs nothing; cse and fold tidy up behind it.
 */
#include "decisions.h"
#include "graph.h"

#include <string.h>

enum { AXIS, K_AXIS, STRIDE, DILATION, PAD, COUNT };

static Node *pad_axis(Node *a, int axis, int64_t before, int64_t after, int64_t inner)
{
    int64_t b[MAX_RANK] = {0}, e[MAX_RANK] = {0}, i[MAX_RANK] = {0};
    b[axis] = before;
    e[axis] = after;
    i[axis] = inner;
    return n_pad(a, b, e, i, 0);
}

/* The pad of a, or a with the pad below the views that leave the axis alone. */
static Node *pad_below(Node *a, int axis, int64_t before, int64_t after, int64_t inner)
{
    int below = -1;
    int64_t n = a->shape.dim[axis];
    if (a->op == OP_broadcast)
        below = (int)a->attr.at[axis];
    else if (a->op == OP_slice && a->attr.at[axis] == 0 &&
             a->arg[0]->shape.dim[axis] == n)
        below = axis; /* it starts at 0 and takes all: the other axes are cut */
    else if ((a->op == OP_slide || a->op == OP_unslide) && a->attr.at[AXIS] != axis &&
             a->attr.at[K_AXIS] != axis)
        below = axis;
    if (below < 0)
        return pad_axis(a, axis, before, after, inner);
    Node *x = pad_below(a->arg[0], below, before, after, inner);
    if (a->op == OP_slice) {
        Attr attr = a->attr;
        attr.at[a->shape.rank + axis] = 1; /* of one element the step may be any */
        attr.at[2 * a->shape.rank + axis] = x->shape.dim[axis];
        return node_new(a->graph, OP_slice, 1, &x, &attr);
    }
    if (a->op != OP_broadcast)
        return node_new(a->graph, a->op, 1, &x, &a->attr);
    Shape shape = a->shape;
    int from[MAX_RANK];
    for (int d = 0; d < shape.rank; d++)
        from[d] = (int)a->attr.at[d];
    shape.dim[axis] = x->shape.dim[below];
    shape.sym[axis] = x->shape.sym[below];
    return n_broadcast(x, shape, from);
}

static Node *flip(Node *a, int axis)
{
    if (a->op == OP_broadcast && a->attr.at[axis] < 0)
        return a; /* all copies are the same */
    int64_t n = a->shape.dim[axis];
    return n_slice_axis(a, axis, n - 1, -1, n);
}

/* So many windows of n as a slide over the padded a; the axis keeps its name. */
static Node *slide_over(const Node *n, Node *a, int64_t stride, int64_t count)
{
    Attr attr = n->attr;
    attr.at[COUNT] = count;
    attr.at[STRIDE] = stride;
    attr.at[PAD] = 0;
    return node_new(a->graph, OP_slide, 1, &a, &attr);
}

static Node *slide_inside(Node *n)
{
    const int64_t *at = n->attr.at;
    Node *a = n->arg[0];
    int axis = (int)at[AXIS], k = (int)at[K_AXIS];
    int64_t last =
        (at[COUNT] - 1) * at[STRIDE] + (a->shape.dim[k] - 1) * at[DILATION] - at[PAD];
    int64_t after = last - (a->shape.dim[axis] - 1);
    after = after > 0 ? after : 0;
    if (at[PAD] == 0 && after == 0)
        return n;
    decided(D_window_slide);
    a = pad_below(a, axis, at[PAD], after, 0);
    return slide_over(n, a, at[STRIDE], at[COUNT]);
}

/* Element k of the window at h is (h + pad - k * dilation) / stride: with the rows
 * stride apart and the window reversed, a slide of stride 1. */
static Node *unslide_inside(Node *n)
{
    const int64_t *at = n->attr.at;
    Node *a = n->arg[0];
    int axis = (int)at[AXIS], k = (int)at[K_AXIS];
    int64_t reach = (a->shape.dim[k] - 1) * at[DILATION], before = reach - at[PAD];
    int64_t cut = before < 0 ? -before : 0; /* windows before the first that is asked */
    if (cut > 0 && n->attr.sym[axis])
        return n;
    int64_t rows = (a->shape.dim[axis] - 1) * at[STRIDE] + 1;
    int64_t after = at[COUNT] - 1 + at[PAD] - (rows - 1);
    after = after > 0 ? after : 0;
    decided(D_window_unslide);
    a = pad_below(a, axis, before + cut, after, at[STRIDE] - 1);
    a = slide_over(n, flip(a, k), 1, at[COUNT] + cut);
    return flip(cut > 0 ? n_slice_axis(a, axis, cut, 1, at[COUNT]) : a, k);
}

/* An unslide is padded for those who use it, but for sums that add its taps. */
static Node *window_rule(void *context, Node *n)
{
    (void)context;
    Node **arg = NEW_N(n->graph->arena, Node *, n->n + 1);
    bool padded = false;
    for (int k = 0; k < n->n; k++) {
        Node *a = n->arg[k];
        bool inside = a->op == OP_unslide && is_float(a->dtype) && !adds_taps(n);
        arg[k] = inside ? unslide_inside(a) : a;
        padded |= arg[k] != a;
    }
    n = padded ? node_new(n->graph, n->op, n->n, arg, &n->attr) : n;
    return n->op == OP_slide && is_float(n->dtype) ? slide_inside(n) : n;
}

void pass_window(Graph *g)
{
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->attr.body != NULL)
            pass_window(g->nodes.at[i]->attr.body);
    graph_rewrite(g, window_rule, NULL);
}

/*
 * onnx_batch.c - whether one model serves every size of the batch. The function's graph
 * is made with two sizes, and the graphs are compared: a script may use the size in any
 * way, and only what comes out of it can tell. Extents that are the same multiple of
 * the batch in both may differ, where the model takes them from its operands' shapes.
 */
#include "onnx.h"

#include <string.h>

static bool extents_fit(const Shape *a, const Shape *b, Extent batch)
{
    bool fit = a->rank == b->rank;
    for (int i = 0; fit && i < a->rank; i++) {
        Extent e = {a->dim[i], b->dim[i]};
        fit = is_fixed(e) || is_multiple(e, batch);
    }
    return fit;
}

/* The extents of a reshape or of copies, the turns of a scan, a slice of a whole axis.
 */
static bool is_extent(const Node *n, int i)
{
    int rank = n->shape.rank;
    if (n->op == OP_reshape)
        return true;
    if (n->op == OP_broadcast)
        return i >= rank;
    if (n->op == OP_scan)
        return i == 2;
    if (n->op != OP_slice || i < 2 * rank)
        return false;
    int axis = i - 2 * rank;
    return n->attr.at[axis] == 0 && n->attr.at[rank + axis] == 1 &&
           n->shape.dim[axis] == n->arg[0]->shape.dim[axis];
}

static bool attributes_fit(const Node *a, const Node *b)
{
    bool fit = a->attr.n == b->attr.n && a->attr.num == b->attr.num;
    for (int i = 0; fit && i < a->attr.n; i++)
        fit = a->attr.at[i] == b->attr.at[i] || (is_extent(a, i) && is_extent(b, i));
    fit = fit && (a->attr.text == NULL) == (b->attr.text == NULL) &&
          (a->attr.text == NULL || strcmp(a->attr.text, b->attr.text) == 0);
    if (!fit || a->attr.data == NULL || b->attr.data == NULL)
        return fit && a->attr.data == b->attr.data;
    int64_t n = shape_size(&a->shape);
    return n == shape_size(&b->shape) &&
           memcmp(a->attr.data, b->attr.data, (size_t)n * sizeof(double)) == 0;
}

static bool nodes_fit(const Node *a, const Node *b, Extent batch)
{
    bool fit = a->op == b->op && a->dtype == b->dtype && a->n == b->n;
    for (int k = 0; fit && k < a->n; k++)
        fit = a->arg[k]->id == b->arg[k]->id;
    /* Of a scan, the shape is that of all its results together. */
    fit = fit && (a->op == OP_scan || extents_fit(&a->shape, &b->shape, batch));
    return fit && attributes_fit(a, b);
}

bool onnx_alike(const Graph *a, const Graph *b, Extent batch, Where *where)
{
    for (int i = 0; i < a->nodes.n && i < b->nodes.n; i++) {
        const Node *x = a->nodes.at[i], *y = b->nodes.at[i];
        *where = x->where;
        if (!nodes_fit(x, y, batch))
            return false;
        if (x->attr.body != NULL &&
            !onnx_alike(x->attr.body, y->attr.body, batch, where))
            return false;
    }
    bool alike = a->nodes.n == b->nodes.n && a->outs.n == b->outs.n;
    for (int i = 0; alike && i < a->outs.n; i++)
        alike = a->outs.at[i].node->id == b->outs.at[i].node->id;
    return alike;
}

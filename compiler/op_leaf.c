/*
 * op_leaf.c - where values come from: inputs, parameters, constants, numbers
 * that the compiler knows, random draws; and the operators that leave elements
 * as they are or change their type only.
 */
#include "eval.h"

#include <math.h>
#include <string.h>

/* ---- types ---- */

static void check_extents(const Node *y)
{
    for (int i = 0; i < y->shape.rank; i++)
        if (y->shape.dim[i] < 1)
            fail_at(y->where, "%s: axis %d has extent %lld; no dim may be below 1",
                    op_info(y->op)->name, i + 1, (long long)y->shape.dim[i]);
    shape_size(&y->shape);
}

void input_shape(Node *y)
{
    check_extents(y);
}

void param_shape(Node *y)
{
    check_extents(y);
}

void const_shape(Node *y)
{
    check_extents(y);
}

void full_shape(Node *y)
{
    check_extents(y);
}

void iota_shape(Node *y)
{
    check_extents(y);
    if (y->attr.at[0] < 0 || y->attr.at[0] >= y->shape.rank)
        bug("iota along axis %lld of %s", (long long)y->attr.at[0], type_text(y));
}

void step_shape(Node *y)
{
    check_extents(y);
}

void random_shape(Node *y)
{
    check_extents(y);
}

Node *n_input(Graph *g, const char *name, Dtype dtype, Shape shape)
{
    Attr attr = {.text = name};
    return node_named(node_typed(g, OP_input, dtype, shape, &attr), name);
}

Node *n_param(Graph *g, const char *name, Dtype dtype, Shape shape)
{
    Attr attr = {.text = name};
    return node_named(node_typed(g, OP_param, dtype, shape, &attr), name);
}

Node *n_const(Graph *g, Dtype dtype, Shape shape, const double *data)
{
    int64_t n = shape_size(&shape);
    double *copy = NEW_N(g->arena, double, n);
    memcpy(copy, data, (size_t)n * sizeof *data);
    Attr attr = {.data = copy};
    return node_typed(g, OP_const, dtype, shape, &attr);
}

Node *n_full(Graph *g, Dtype dtype, Shape shape, double value)
{
    Attr attr = {.num = dtype == F32 ? (double)(float)value : value};
    return node_typed(g, OP_full, dtype, shape, &attr);
}

Node *n_like(Node *n, double value)
{
    return n_full(n->graph, n->dtype, n->shape, value);
}

Node *n_iota(Graph *g, Dtype dtype, Shape shape, int axis)
{
    Attr attr = {.n = 1, .at = {axis}};
    return node_typed(g, OP_iota, dtype, shape, &attr);
}

Node *n_step(Graph *g, Dtype dtype)
{
    return node_typed(g, OP_step, dtype, (Shape){0}, NULL);
}

Node *n_random(Graph *g, Dtype dtype, Shape shape, const char *stream)
{
    Attr attr = {.text = stream};
    return node_typed(g, OP_random, dtype, shape, &attr);
}

/* ---- cast ---- */

void cast_shape(Node *y)
{
    if (y->attr.at[0] < 0 || y->attr.at[0] >= DTYPES)
        bug("cast to dtype %lld", (long long)y->attr.at[0]);
    y->shape = y->arg[0]->shape;
    y->dtype = (Dtype)y->attr.at[0];
}

Node *cast_grad(Node *y, Node *dy, int k)
{
    return n_cast(dy, y->arg[k]->dtype);
}

Node *n_cast(Node *a, Dtype to)
{
    Attr attr = {.n = 1, .at = {to}};
    return a->dtype == to ? a : node_new(a->graph, OP_cast, 1, &a, &attr);
}

/* ---- stop ---- */

void stop_shape(Node *y)
{
    y->shape = y->arg[0]->shape;
    y->dtype = y->arg[0]->dtype;
}

void stop_view(const Node *y, View *view)
{
    *view = view_identity(y->shape.rank);
}

Node *n_stop(Node *a)
{
    return node_new(a->graph, OP_stop, 1, &a, NULL);
}

/* ---- mode ---- */

void mode_shape(Node *y)
{
    const Node *a = y->arg[0], *b = y->arg[1];
    if (a->dtype != b->dtype || !same_shape(&a->shape, &b->shape))
        fail_at(y->where, "mode: %s is %s in training but %s is %s in inference",
                node_label(a), type_text(a), node_label(b), type_text(b));
    y->shape = a->shape;
    y->dtype = a->dtype;
}

/* Each side gets its gradient in its own mode only. */
Node *mode_grad(Node *y, Node *dy, int k)
{
    (void)y;
    Node *zero = n_like(dy, 0);
    return k == 0 ? n_mode(dy, zero) : n_mode(zero, dy);
}

Node *n_mode(Node *training, Node *inference)
{
    return node_new(training->graph, OP_mode, 2, (Node *[]){training, inference}, NULL);
}

/*
 * grad_case.h - for tests of gradients: a graph, parameters with fixed values, and
 * gradients against differences.
 */
#ifndef GRAD_CASE_H
#define GRAD_CASE_H

#include <math.h>
#include <string.h>

#include "eval.h"
#include "tolerance.h"

#include <check.h> /* last: it defines a macro called fail */

static Arena *arena;
static Graph *g;

static inline void setup(void)
{
    arena = arena_new();
    g = graph_new(arena, "test");
}

static inline void teardown(void)
{
    arena_free(arena);
}

static inline Node *param(const char *name, int rank, int64_t a, int64_t b)
{
    return n_param(g, name, F64, shape_of(rank, (int64_t[]){a, b}));
}

static inline Node *grad(Node *y, Node *x)
{
    Node *dx;
    graph_grad(y, NULL, 1, &x, &dx);
    return dx;
}

static inline bool reaches(Node *from, const Node *what)
{
    int n;
    Node **order = graph_order(arena, g, 1, &from, &n);
    for (int i = 0; i < n; i++)
        if (order[i] == what)
            return true;
    return false;
}

/* Values of parameters: fixed, with one element moved. */
typedef struct Moved {
    const Node *param;
    int64_t at;
    double by;
} Moved;

static inline const Scalar *value_of_param(void *context, const Node *leaf)
{
    const Moved *moved = context;
    if (leaf->op != OP_param)
        return NULL;
    int64_t n = shape_size(&leaf->shape);
    Scalar *v = NEW_N(arena, Scalar, n);
    for (int64_t i = 0; i < n; i++) {
        double shift = (double)(leaf->attr.text[0] % 13);
        double x = 0.7 * sin(shift + 1.3 * (double)i);
        bool here = strcmp(leaf->attr.text, moved->param->attr.text) == 0;
        v[i] = ring_f64.number(here && i == moved->at ? x + moved->by : x);
    }
    return v;
}

static inline double value(Node *y, int64_t at, Moved moved, bool passes)
{
    Out out = {"y", y, false};
    Graph *copy = graph_extract(g, "y", 1, &out, INFERENCE);
    if (passes) {
        pass_fold(copy);
        pass_cse(copy);
        pass_dce(copy);
        graph_check(copy, "passes");
    }
    Env env = {.ring = &ring_f64, .leaf = value_of_param, .context = &moved};
    return eval_graph(arena, copy, &env)[copy->outs.at[0].node->id][at].d;
}

/* dy/dx against a central difference of fourth order. */
static inline void check_gradient(Node *y, Node *x, Node *dx)
{
    double h = 1e-3;
    for (int64_t i = 0; i < shape_size(&x->shape); i++) {
        double exact = value(dx, i, (Moved){x, -1, 0}, false);
        ck_assert_double_eq(exact, value(dx, i, (Moved){x, -1, 0}, true));
        double near = value(y, 0, (Moved){x, i, h}, false) -
                      value(y, 0, (Moved){x, i, -h}, false);
        double far = value(y, 0, (Moved){x, i, 2 * h}, false) -
                     value(y, 0, (Moved){x, i, -2 * h}, false);
        ck_assert_double_eq_tol(exact, (8 * near - far) / (12 * h), TOL_DIFFERENCE);
    }
}

#endif

/*
 * op.c - what follows from the rows of ops.def: the table of operators, the
 * builders and type rules of the scalar ones, and their gradients.
 */
#include "graph.h"

#include <string.h>

/* ---- builders: n_add(a, b) and so on ---- */

#define SCALAR(name, n, ...) SCALAR_BUILD_##n(name)
#define SCALAR_BUILD_1(name)                                                           \
    Node *n_##name(Node *a)                                                            \
    {                                                                                  \
        return node_new(a->graph, OP_##name, 1, (Node *[]){a}, NULL);                  \
    }
#define SCALAR_BUILD_2(name)                                                           \
    Node *n_##name(Node *a, Node *b)                                                   \
    {                                                                                  \
        return node_new(a->graph, OP_##name, 2, (Node *[]){a, b}, NULL);               \
    }
#define SCALAR_BUILD_3(name)                                                           \
    Node *n_##name(Node *a, Node *b, Node *c)                                          \
    {                                                                                  \
        return node_new(a->graph, OP_##name, 3, (Node *[]){a, b, c}, NULL);            \
    }
#include "ops.def"

/* ---- types ---- */

static void want(const Node *y, bool fits, const Node *a, const char *expected)
{
    if (!fits)
        fail_at(y->where, "%s: %s is %s, expected %s", op_info(y->op)->name,
                node_label(a), type_text(a), expected);
}

static void want_one_dtype(const Node *y, const Node *a, const Node *b)
{
    if (a->dtype != b->dtype)
        fail_at(y->where,
                "%s: %s is %s but %s is %s; cast one of them, for example with "
                ":cast \"%s\"",
                op_info(y->op)->name, node_label(a), type_text(a), node_label(b),
                type_text(b), dtype_name(is_float(b->dtype) ? b->dtype : a->dtype));
}

static void scalar_shape(Node *y)
{
    Node *first = y->arg[0];
    for (int i = 1; i < y->n; i++)
        if (!same_shape(&first->shape, &y->arg[i]->shape))
            fail_at(y->where, "%s: shapes differ: %s is %s but %s is %s",
                    op_info(y->op)->name, node_label(first), type_text(first),
                    node_label(y->arg[i]), type_text(y->arg[i]));
    y->shape = first->shape;
    OpKind kind = op_info(y->op)->kind;
    if (kind == K_SELECT) {
        want(y, first->dtype == BOOL, first, "bool; compare it with something");
        want_one_dtype(y, y->arg[1], y->arg[2]);
        y->dtype = y->arg[1]->dtype;
        return;
    }
    for (int i = 1; i < y->n; i++)
        want_one_dtype(y, first, y->arg[i]);
    for (int i = 0; i < y->n; i++) {
        Node *a = y->arg[i];
        if (kind == K_FLOAT)
            want(y, is_float(a->dtype), a, "f32 or f64; cast it with :cast \"f32\"");
        if (kind == K_NUMERIC)
            want(y, a->dtype != BOOL, a, "a number; cast it with :cast \"f32\"");
        if (kind == K_LOGIC)
            want(y, a->dtype == BOOL, a, "bool; compare it with something");
    }
    y->dtype = kind == K_COMPARE || kind == K_LOGIC ? BOOL : first->dtype;
}

/* ---- gradients ---- */

/* d a^b / da = b a^(b - 1), and 0 where b = 0, whatever a is. A constant
 * exponent makes the usual small powers plain products. */
static Node *pow_grad_base(Node *dy, Node *a, Node *b)
{
    if (b->op == OP_full && b->attr.num == 1)
        return dy;
    if (b->op == OP_full && b->attr.num == 0)
        return NULL;
    Node *slope = n_mul(dy, b);
    if (b->op == OP_full && b->attr.num == 2)
        return n_mul(slope, a);
    if (b->op == OP_full)
        return n_mul(slope, n_pow(a, n_like(b, b->attr.num - 1)));
    Node *is_zero = n_eq(b, n_like(b, 0));
    Node *safe = n_where(is_zero, n_like(b, 1), b);
    return n_mul(slope, n_pow(a, n_sub(safe, n_like(b, 1))));
}

/* d a^b / db = a^b log a, and 0 where a = 0 and b >= 0. */
static Node *pow_grad_exponent(Node *dy, Node *y, Node *a, Node *b)
{
    Node *base = n_eq(a, n_like(a, 0));
    Node *edge = n_logical_and(base, n_ge(b, n_like(b, 0)));
    Node *slope = n_mul(y, n_log(n_where(edge, n_like(a, 1), a)));
    return n_mul(dy, n_where(edge, n_like(a, 0), slope));
}

/* The part of the gradient of max(a, b) that goes to a. */
static Node *grad_side(Node *a, Node *b)
{
    Node *tie = n_eq(a, b);
    Node *half = n_where(tie, n_like(a, 0.5), n_like(a, 0));
    Node *above = n_gt(a, b);
    return n_where(above, n_like(a, 1), half);
}

#define GRAD_POW_BASE pow_grad_base(dy, a, b)
#define GRAD_POW_EXPONENT pow_grad_exponent(dy, y, a, b)
#define GRAD_SIDE(a, b) grad_side(a, b)
#define NUM(v) n_like(y, v)
#define ZERO NULL

#define GRADS_1(da) return da;
#define GRADS_2(da, db) return k == 0 ? (da) : (db);
#define GRADS_3(da, db, dc) return k == 0 ? (da) : k == 1 ? (db) : (dc);

#define SCALAR(name, n, kind, prec, value, ...)                                        \
    static Node *name##_grad(Node *y, Node *dy, int k)                                 \
    {                                                                                  \
        Node *a = y->arg[0], *b = n > 1 ? y->arg[n > 1] : a, *c = y->arg[n - 1];       \
        (void)a, (void)b, (void)c, (void)dy, (void)k;                                  \
        GRADS_##n(__VA_ARGS__)                                                         \
    }
#include "ops.def"

/* ---- the table ---- */

/* Of each tensor operator: gradient, view, evaluation. */
#define RULES_input NULL, NULL, NULL
#define RULES_param NULL, NULL, NULL
#define RULES_const NULL, NULL, NULL
#define RULES_full NULL, NULL, NULL
#define RULES_iota NULL, NULL, NULL
#define RULES_step NULL, NULL, NULL
#define RULES_random NULL, NULL, NULL
#define RULES_cast cast_grad, NULL, NULL
#define RULES_stop NULL, stop_view, NULL
#define RULES_mode mode_grad, NULL, NULL
#define RULES_permute permute_grad, permute_view, NULL
#define RULES_reshape reshape_grad, NULL, NULL
#define RULES_broadcast broadcast_grad, broadcast_view, NULL
#define RULES_slice slice_grad, slice_view, NULL
#define RULES_pad pad_grad, pad_view, NULL
#define RULES_slide slide_grad, slide_view, NULL
#define RULES_unslide unslide_grad, unslide_view, NULL
#define RULES_concat concat_grad, NULL, concat_eval
#define RULES_sum sum_grad, NULL, sum_eval
#define RULES_max max_grad, NULL, max_eval
#define RULES_argmax NULL, NULL, argmax_eval
#define RULES_prod prod_grad, NULL, prod_eval
#define RULES_cumsum cumsum_grad, NULL, cumsum_eval
#define RULES_contract contract_grad, NULL, contract_eval
#define RULES_gather gather_grad, NULL, gather_eval
#define RULES_scatter scatter_grad, NULL, scatter_eval
#define RULES_scan NULL, NULL, scan_eval /* its gradient is scan_backward */
#define RULES_get NULL, NULL, get_eval

static const OpInfo table[OPS] = {
#define SCALAR(name, n, kind, prec, value, ...)                                        \
    [OP_##name] = {#name,        n,           kind, prec, #value, NULL,                \
                   scalar_shape, name##_grad, NULL, NULL},
#define TENSOR(name, n, doc)                                                           \
    [OP_##name] = {#name, n, K_TENSOR, 0, NULL, doc, name##_shape, RULES_##name},
#include "ops.def"
};

const OpInfo *op_info(Op op)
{
    return &table[op];
}

bool op_is_function(Op op)
{
    return op_info(op)->kind == K_FLOAT && op_info(op)->prec == PREC_CALL;
}

Op op_find(const char *name)
{
    for (int op = 0; op < OPS; op++)
        if (strcmp(table[op].name, name) == 0)
            return (Op)op;
    return OPS;
}

bool is_scalar_op(Op op)
{
    return table[op].kind != K_TENSOR;
}

bool is_leaf(const Node *n)
{
    return table[n->op].arity == 0;
}

bool is_view(const Node *n)
{
    return table[n->op].view != NULL;
}

int op_cost(const Node *n)
{
    enum { COST_SIMPLE = 1, COST_DIVIDE = 4, COST_CALL = 10 };
    if (n->op == OP_random)
        return 4 * COST_CALL;
    if (!is_scalar_op(n->op))
        return n->op == OP_cast || n->op == OP_gather ? COST_SIMPLE : 0;
    if (n->op == OP_div || n->op == OP_sqrt)
        return COST_DIVIDE;
    return op_info(n->op)->prec == PREC_CALL && is_float(n->dtype) && n->op != OP_abs &&
                   n->op != OP_maximum && n->op != OP_minimum && n->op != OP_relu &&
                   n->op != OP_sign
               ? COST_CALL
               : COST_SIMPLE;
}

/*
 * onnx_scalar.c - the ONNX nodes of scalar operators: one of the same meaning for most
 * of them, a few for the others.
 */
#include "onnx.h"

typedef const char *(*ScalarRule)(Onnx *o, const Node *n, const char *const *in,
                                  const char *out);

/* Most are one node of the same meaning, the others a few. */
typedef struct Scalar1 {
    const char *op;
    ScalarRule rule;
} Scalar1;

static const char *number(Onnx *o, const Node *n, double v)
{
    return tensor_number(o, n->dtype, v);
}

/* Exact where exp(a) - 1 would cancel: tanh(a / 2) (exp(a) + 1). */
static const char *write_expm1(Onnx *o, const Node *n, const char *const *in,
                               const char *out)
{
    const char *half = call_2(o, n, "Mul", in[0], number(o, n, 0.5), NULL);
    const char *slope = call_1(o, n, "Tanh", half, NULL);
    const char *power = call_1(o, n, "Exp", in[0], NULL);
    return call_2(o, n, "Mul", slope, call_2(o, n, "Add", power, number(o, n, 1), NULL),
                  out);
}

/* 2 atanh(a / (a + 2)) near 0, where log(1 + a) has lost digits of a. */
static const char *write_log1p(Onnx *o, const Node *n, const char *const *in,
                               const char *out)
{
    const char *below = call_2(o, n, "Add", in[0], number(o, n, 2), NULL);
    const char *ratio = call_2(o, n, "Div", in[0], below, NULL);
    const char *arc = call_1(o, n, "Atanh", ratio, NULL);
    const char *small = call_2(o, n, "Add", arc, arc, NULL);
    const char *sum = call_2(o, n, "Add", in[0], number(o, n, 1), NULL);
    const char *large = call_1(o, n, "Log", sum, NULL);
    const char *size = call_1(o, n, "Abs", in[0], NULL);
    const char *near = call_2(o, n, "Less", size, number(o, n, 0.5), NULL);
    return call_3(o, n, "Where", near, small, large, out);
}

static const char *write_ne(Onnx *o, const Node *n, const char *const *in,
                            const char *out)
{
    return call_1(o, n, "Not", call_2(o, n, "Equal", in[0], in[1], NULL), out);
}

static const char *write_relu(Onnx *o, const Node *n, const char *const *in,
                              const char *out)
{
    return n->dtype == I32 ? call_2(o, n, "Max", in[0], number(o, n, 0), out)
                           : call_1(o, n, "Relu", in[0], out);
}

/* ONNX orders numbers only, and chooses among truth values nowhere. */
static const char *write_order(Onnx *o, const Node *n, const char *const *in,
                               const char *op, const char *out)
{
    if (n->arg[0]->dtype != BOOL)
        return call_2(o, n, op, in[0], in[1], out);
    return call_2(o, n, op, call_cast(o, n, in[0], ONNX_I32, NULL),
                  call_cast(o, n, in[1], ONNX_I32, NULL), out);
}

static const char *write_lt(Onnx *o, const Node *n, const char *const *in,
                            const char *out)
{
    return write_order(o, n, in, "Less", out);
}

static const char *write_le(Onnx *o, const Node *n, const char *const *in,
                            const char *out)
{
    return write_order(o, n, in, "LessOrEqual", out);
}

static const char *write_gt(Onnx *o, const Node *n, const char *const *in,
                            const char *out)
{
    return write_order(o, n, in, "Greater", out);
}

static const char *write_ge(Onnx *o, const Node *n, const char *const *in,
                            const char *out)
{
    return write_order(o, n, in, "GreaterOrEqual", out);
}

static const char *write_where(Onnx *o, const Node *n, const char *const *in,
                               const char *out)
{
    if (n->dtype != BOOL)
        return call_3(o, n, "Where", in[0], in[1], in[2], out);
    const char *first = call_2(o, n, "And", in[0], in[1], NULL);
    const char *otherwise = call_1(o, n, "Not", in[0], NULL);
    return call_2(o, n, "Or", first, call_2(o, n, "And", otherwise, in[2], NULL), out);
}

static const Scalar1 scalars[OPS] = {
    [OP_neg] = {"Neg", NULL},           [OP_add] = {"Add", NULL},
    [OP_sub] = {"Sub", NULL},           [OP_mul] = {"Mul", NULL},
    [OP_div] = {"Div", NULL},           [OP_pow] = {"Pow", NULL},
    [OP_maximum] = {"Max", NULL},       [OP_minimum] = {"Min", NULL},
    [OP_abs] = {"Abs", NULL},           [OP_sign] = {"Sign", NULL},
    [OP_floor] = {"Floor", NULL},       [OP_ceil] = {"Ceil", NULL},
    [OP_round] = {"Round", NULL},       [OP_sqrt] = {"Sqrt", NULL},
    [OP_exp] = {"Exp", NULL},           [OP_expm1] = {NULL, write_expm1},
    [OP_log] = {"Log", NULL},           [OP_log1p] = {NULL, write_log1p},
    [OP_sin] = {"Sin", NULL},           [OP_cos] = {"Cos", NULL},
    [OP_atan] = {"Atan", NULL},         [OP_tanh] = {"Tanh", NULL},
    [OP_erf] = {"Erf", NULL},           [OP_sigmoid] = {"Sigmoid", NULL},
    [OP_softplus] = {"Softplus", NULL}, [OP_relu] = {NULL, write_relu},
    [OP_lt] = {NULL, write_lt},         [OP_le] = {NULL, write_le},
    [OP_gt] = {NULL, write_gt},         [OP_ge] = {NULL, write_ge},
    [OP_eq] = {"Equal", NULL},          [OP_ne] = {NULL, write_ne},
    [OP_logical_and] = {"And", NULL},   [OP_logical_or] = {"Or", NULL},
    [OP_logical_not] = {"Not", NULL},   [OP_where] = {NULL, write_where},
};

/* The copies that all operands have are those of the result. */
static void op_scalar(Onnx *o, const Node *n)
{
    Value y = {.copies = ~0u};
    const char *in[3] = {NULL};
    for (int k = 0; k < n->n; k++) {
        const Value *v = value_of(o, n->arg[k]);
        in[k] = v->name;
        y.copies &= v->copies;
        y.rank = v->rank > y.rank ? v->rank : y.rank;
    }
    const Scalar1 *s = &scalars[n->op];
    const char *out = y.copies == 0 ? name_result(o, n) : name_loose(o, n);
    if (s->rule != NULL) {
        y.name = s->rule(o, n, in, out);
    } else {
        Call c = call_new(o, n, s->op);
        for (int k = 0; k < n->n; k++)
            call_in(&c, in[k]);
        y.name = call_end(&c, out);
    }
    y.full = y.copies == 0 ? y.name : NULL;
    o->scope->value[n->id] = y;
}

OnnxRule onnx_scalar(Op op)
{
    return scalars[op].op != NULL || scalars[op].rule != NULL ? op_scalar : NULL;
}

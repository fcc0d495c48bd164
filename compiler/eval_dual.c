/*
 * eval_dual.c - dual numbers: a value and its derivative along one direction.
 * They judge the gradients that pass_grad makes, so the derivatives here are
 * written a second time, by hand and as directional derivatives, and share
 * nothing with the gradient column of ops.def:
 *
 *     d f(a, b) = f_a(a, b) da + f_b(a, b) db
 *
 * At kinks they are what docs/language.md says: relu'(0) = abs'(0) = 0, a tie of
 * maximum or minimum halves, steps have derivative zero.
 */
#include <float.h>
#include <math.h>

#include "eval.h"

/* Values v, derivatives d of the operands, and the value y of the result. */
typedef double (*DualFunction)(const double *v, const double *d, double y);

/* One derivative: `f` in terms of a b c, da db dc, y. */
#define DERIVATIVE(name, f)                                                            \
    static double dual_d_##name(const double *v, const double *d, double y)            \
    {                                                                                  \
        const double a = v[0], b = v[1], c = v[2], da = d[0], db = d[1], dc = d[2];    \
        (void)a, (void)b, (void)c, (void)da, (void)db, (void)dc, (void)y;              \
        return f;                                                                      \
    }

static double logistic(double x)
{
    return x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x));
}

/* A zero factor wins over an infinite slope: the slope belongs to an operand
 * that does not move. */
static double along(double slope, double d)
{
    return d == 0 ? 0 : slope * d;
}

static double pow_base_slope(double a, double b)
{
    return b == 0 ? 0 : b * pow(a, b - 1);
}

static double pow_exponent_slope(double a, double b)
{
    return a == 0 && b >= 0 ? 0 : pow(a, b) * log(a);
}

static double pick(double a, double b, double larger, double smaller)
{
    if (a == b)
        return 0.5 * (larger + smaller);
    return a > b ? larger : smaller;
}

static const double two_over_root_pi = 1.12837916709551257390;

DERIVATIVE(neg, -da)
DERIVATIVE(add, da + db)
DERIVATIVE(sub, da - db)
DERIVATIVE(mul, da *b + a * db)
DERIVATIVE(div, (da * b - a * db) / (b * b))
DERIVATIVE(pow, along(pow_base_slope(a, b), da) + along(pow_exponent_slope(a, b), db))
DERIVATIVE(maximum, pick(a, b, da, db))
DERIVATIVE(minimum, pick(a, b, db, da))
DERIVATIVE(abs, a > 0 ? da : a < 0 ? -da : 0)
DERIVATIVE(step, 0)
DERIVATIVE(sqrt, along(0.5 / sqrt(a), da))
DERIVATIVE(exp, exp(a) * da)
DERIVATIVE(log, along(1 / a, da))
DERIVATIVE(log1p, along(1 / (1 + a), da))
DERIVATIVE(sin, cos(a) * da)
DERIVATIVE(cos, -sin(a) * da)
DERIVATIVE(atan, along(1 / (1 + a * a), da))
DERIVATIVE(tanh, 4 * logistic(2 * a) * logistic(-2 * a) * da)
DERIVATIVE(erf, two_over_root_pi *exp(-a *a) * da)
DERIVATIVE(sigmoid, logistic(a) * logistic(-a) * da)
DERIVATIVE(softplus, logistic(a) * da)
DERIVATIVE(relu, a > 0 ? da : 0)
DERIVATIVE(where, a != 0 ? db : dc)

static const DualFunction dual_function[OPS] = {
    [OP_neg] = dual_d_neg,           [OP_add] = dual_d_add,
    [OP_sub] = dual_d_sub,           [OP_mul] = dual_d_mul,
    [OP_div] = dual_d_div,           [OP_pow] = dual_d_pow,
    [OP_maximum] = dual_d_maximum,   [OP_minimum] = dual_d_minimum,
    [OP_abs] = dual_d_abs,           [OP_sign] = dual_d_step,
    [OP_floor] = dual_d_step,        [OP_ceil] = dual_d_step,
    [OP_round] = dual_d_step,        [OP_sqrt] = dual_d_sqrt,
    [OP_exp] = dual_d_exp,           [OP_expm1] = dual_d_exp, /* expm1' = exp */
    [OP_log] = dual_d_log,           [OP_log1p] = dual_d_log1p,
    [OP_sin] = dual_d_sin,           [OP_cos] = dual_d_cos,
    [OP_atan] = dual_d_atan,         [OP_tanh] = dual_d_tanh,
    [OP_erf] = dual_d_erf,           [OP_sigmoid] = dual_d_sigmoid,
    [OP_softplus] = dual_d_softplus, [OP_relu] = dual_d_relu,
    [OP_lt] = dual_d_step,           [OP_le] = dual_d_step,
    [OP_gt] = dual_d_step,           [OP_ge] = dual_d_step,
    [OP_eq] = dual_d_step,           [OP_ne] = dual_d_step,
    [OP_logical_and] = dual_d_step,  [OP_logical_or] = dual_d_step,
    [OP_logical_not] = dual_d_step,  [OP_where] = dual_d_where,
};

static const unsigned char dual_arity[OPS] = {
#define SCALAR(name, n, ...) [OP_##name] = n,
#include "ops.def"
};

bool dual_is_exact(Op op)
{
    return dual_function[op] != NULL;
}

/* The derivative along d by central differences of order 6. */
static double difference(Op op, const double *v, const double *d)
{
    static const double weight[3] = {45.0 / 60, -9.0 / 60, 1.0 / 60};
    double size = fmax(fabs(d[0]), fmax(fabs(d[1]), fabs(d[2])));
    if (size == 0)
        return 0;
    double h = 1e-3 / size, sum = 0;
    for (int i = 0; i < 3; i++) {
        double t = (i + 1) * h;
        sum += weight[i] *
               (eval_real(op, v[0] + t * d[0], v[1] + t * d[1], v[2] + t * d[2]) -
                eval_real(op, v[0] - t * d[0], v[1] - t * d[1], v[2] - t * d[2]));
    }
    return sum / h;
}

static Scalar dual(double v, double d)
{
    return (Scalar){.dual = {v, d}};
}

static Scalar dual_number(double v)
{
    return dual(v, 0);
}

static double dual_value(Scalar s)
{
    return s.dual.v;
}

static Scalar dual_add(Scalar a, Scalar b)
{
    return dual(a.dual.v + b.dual.v, a.dual.d + b.dual.d);
}

static Scalar dual_mul(Scalar a, Scalar b)
{
    return dual(a.dual.v * b.dual.v, a.dual.d * b.dual.v + a.dual.v * b.dual.d);
}

static Scalar dual_fma(Scalar a, Scalar b, Scalar c)
{
    return dual(fma(a.dual.v, b.dual.v, c.dual.v),
                a.dual.d * b.dual.v + a.dual.v * b.dual.d + c.dual.d);
}

/* The value is real_dot's: what rounds or compares it takes the same side here. */
static Scalar dual_dot(int64_t n, const Scalar *a, int64_t da, const Scalar *b,
                       int64_t db, Scalar sum)
{
    double v = sum.dual.v, d = sum.dual.d;
    for (int64_t i = 0; i < n; i++) {
        const Scalar *p = &a[i * da], *q = &b[i * db];
        v = fma(p->dual.v, q->dual.v, v);
        d += p->dual.d * q->dual.v + p->dual.v * q->dual.d;
    }
    return dual(v, d);
}

static bool dual_less(Scalar a, Scalar b)
{
    return a.dual.v < b.dual.v;
}

static bool dual_equal(Scalar a, Scalar b)
{
    return a.dual.v == b.dual.v;
}

static Scalar dual_op(Op op, Dtype dtype, const Scalar *arg)
{
    Scalar value = ring_f64.op(op, dtype, arg);
    if (op == OP_stop || !is_float(dtype))
        return value;
    double v[3] = {0}, d[3] = {0};
    for (int i = 0; i < dual_arity[op]; i++) {
        v[i] = arg[i].dual.v;
        d[i] = arg[i].dual.d;
    }
    DualFunction f = dual_function[op];
    value.dual.d = f ? f(v, d, value.dual.v) : difference(op, v, d);
    return value;
}

static Scalar dual_cast(Scalar a, Dtype from, Dtype to)
{
    Scalar value = ring_f64.cast(a, from, to);
    value.dual.d = is_float(from) && is_float(to) ? a.dual.d : 0;
    return value;
}

const Ring ring_dual = {"dual",   dual_number, dual_value, dual_add,
                        dual_mul, dual_fma,    dual_less,  dual_equal,
                        dual_op,  dual_cast,   &ring_i32,  dual_dot};

/*
 * eval_real.c - the ring of doubles, and that of 32-bit integers.
 *
 * The value of a scalar operator is the expression of its row in ops.def,
 * compiled here: the emitted code prints the same text, so that an f64 build
 * and the evaluator agree to the last bit.
 */
#include <math.h>

#include "../runtime/mf_math.h"
#include "eval.h"

/* The operands a, b, c of a row, in the types that the emitted code gives them. */
#define OPERANDS_K_NUMERIC double a = x, b = y, c = z;
#define OPERANDS_K_FLOAT OPERANDS_K_NUMERIC
#define OPERANDS_K_COMPARE OPERANDS_K_NUMERIC
#define OPERANDS_K_LOGIC bool a = x != 0, b = y != 0, c = z != 0;
#define OPERANDS_K_SELECT                                                              \
    bool a = x != 0;                                                                   \
    double b = y, c = z;

#define SCALAR(name, n, kind, prec, expression, ...)                                   \
    static double row_##name(double x, double y, double z)                             \
    {                                                                                  \
        OPERANDS_##kind(void) a, (void)b, (void)c;                                     \
        return (double)(expression);                                                   \
    }
#include "ops.def"

typedef double (*RealFunction)(double a, double b, double c);

static const RealFunction real_function[OPS] = {
#define SCALAR(name, ...) [OP_##name] = row_##name,
#include "ops.def"
};

static const unsigned char real_arity[OPS] = {
#define SCALAR(name, n, ...) [OP_##name] = n,
#include "ops.def"
};

static Scalar real_number(double v)
{
    return (Scalar){.dual = {v, 0}};
}

static double real_value(Scalar s)
{
    return s.d;
}

static Scalar real_add(Scalar a, Scalar b)
{
    return real_number(a.d + b.d);
}

static Scalar real_mul(Scalar a, Scalar b)
{
    return real_number(a.d * b.d);
}

static Scalar real_fma(Scalar a, Scalar b, Scalar c)
{
    return real_number(fma(a.d, b.d, c.d));
}

static bool real_less(Scalar a, Scalar b)
{
    return a.d < b.d;
}

static bool real_equal(Scalar a, Scalar b)
{
    return a.d == b.d;
}

/* A whole number, modulo 2^32. */
static int32_t wrap_i32(double v)
{
    double r = fmod(v, 4294967296.0); /* exact */
    if (r < -2147483648.0)
        r += 4294967296.0;
    else if (r >= 2147483648.0)
        r -= 4294967296.0;
    return (int32_t)r;
}

int32_t truncate_i32(double v)
{
    if (isnan(v))
        return 0;
    if (v <= (double)INT32_MIN)
        return INT32_MIN;
    if (v >= (double)INT32_MAX)
        return INT32_MAX;
    return (int32_t)v;
}

/* A double holds every i32 result before it wraps, but not a product. */
static double wrapped_product(double a, double b)
{
    uint32_t product = (uint32_t)wrap_i32(a) * (uint32_t)wrap_i32(b);
    return product > INT32_MAX ? (double)product - 4294967296.0 : (double)product;
}

double eval_real(Op op, double a, double b, double c)
{
    return real_function[op](a, b, c);
}

static Scalar real_op(Op op, Dtype dtype, const Scalar *arg)
{
    if (op == OP_stop)
        return real_number(arg[0].d);
    int n = real_arity[op];
    double a = arg[0].d, b = n > 1 ? arg[1].d : 0, c = n > 2 ? arg[2].d : 0;
    if (dtype != I32)
        return real_number(real_function[op](a, b, c));
    if (op == OP_mul)
        return real_number(wrapped_product(a, b));
    return real_number(wrap_i32(real_function[op](a, b, c)));
}

static Scalar real_dot(int64_t n, const Scalar *a, int64_t da, const Scalar *b,
                       int64_t db, Scalar sum)
{
    double s = sum.d;
    for (int64_t i = 0; i < n; i++)
        s = fma(a[i * da].d, b[i * db].d, s);
    return real_number(s);
}

static Scalar real_cast(Scalar a, Dtype from, Dtype to)
{
    if (to == BOOL)
        return real_number(a.d != 0);
    if (to == I32 && is_float(from))
        return real_number(truncate_i32(a.d));
    return real_number(a.d);
}

const Ring ring_f64 = {"f64",    real_number, real_value, real_add,
                       real_mul, real_fma,    real_less,  real_equal,
                       real_op,  real_cast,   &ring_i32,  real_dot};

/* ---- integers ---- */

static Scalar int_number(double v)
{
    return real_number(wrap_i32(v));
}

static Scalar int_add(Scalar a, Scalar b)
{
    return real_number(wrap_i32(a.d + b.d));
}

static Scalar int_mul(Scalar a, Scalar b)
{
    return real_number(wrapped_product(a.d, b.d));
}

static Scalar int_fma(Scalar a, Scalar b, Scalar c)
{
    return int_add(int_mul(a, b), c);
}

static Scalar int_dot(int64_t n, const Scalar *a, int64_t da, const Scalar *b,
                      int64_t db, Scalar sum)
{
    for (int64_t i = 0; i < n; i++)
        sum = int_fma(a[i * da], b[i * db], sum);
    return sum;
}

const Ring ring_i32 = {"i32",   int_number, real_value, int_add,
                       int_mul, int_fma,    real_less,  real_equal,
                       real_op, real_cast,  &ring_i32,  int_dot};

/*
 * eval_f32.c - the ring of floats: every operation rounded as f32 code rounds
 * it. An element is a double that holds a float, so that integers above 2^24
 * pass through unharmed. The rows of ops.def are compiled once more, with the
 * runtime's functions for float in the place of those for double.
 */
#include <math.h>

#include "../runtime/mf_math.h"
#include "eval.h"

#define mf_exp mf_expf
#define mf_expm1 mf_expm1f
#define mf_log mf_logf
#define mf_log1p mf_log1pf
#define mf_sin mf_sinf
#define mf_cos mf_cosf
#define mf_atan mf_atanf
#define mf_tanh mf_tanhf
#define mf_erf mf_erff
#define mf_sigmoid mf_sigmoidf
#define mf_softplus mf_softplusf
#define mf_pow mf_powf
#define mf_max mf_maxf
#define mf_min mf_minf
#define mf_abs mf_absf
#define mf_sign mf_signf
#define mf_round mf_roundf
#define mf_relu mf_reluf
#define floor floorf
#define ceil ceilf
#define sqrt sqrtf

/* The operands a, b, c of a row, in the types that the emitted code gives them. */
#define OPERANDS_K_NUMERIC float a = x, b = y, c = z;
#define OPERANDS_K_FLOAT OPERANDS_K_NUMERIC
#define OPERANDS_K_COMPARE OPERANDS_K_NUMERIC
#define OPERANDS_K_LOGIC bool a = x != 0, b = y != 0, c = z != 0;
#define OPERANDS_K_SELECT                                                              \
    bool a = x != 0;                                                                   \
    float b = y, c = z;

#define SCALAR(name, n, kind, prec, expression, ...)                                   \
    static float row_##name(float x, float y, float z)                                 \
    {                                                                                  \
        OPERANDS_##kind(void) a, (void)b, (void)c;                                     \
        return (float)(expression);                                                    \
    }
#include "ops.def"

typedef float (*FloatFunction)(float a, float b, float c);

static const FloatFunction float_function[OPS] = {
#define SCALAR(name, ...) [OP_##name] = row_##name,
#include "ops.def"
};

static const unsigned char float_arity[OPS] = {
#define SCALAR(name, n, ...) [OP_##name] = n,
#include "ops.def"
};

static Scalar float_number(double v)
{
    return (Scalar){.dual = {(double)(float)v, 0}};
}

static double float_value(Scalar s)
{
    return s.d;
}

static Scalar float_add(Scalar a, Scalar b)
{
    return float_number((double)((float)a.d + (float)b.d));
}

static Scalar float_mul(Scalar a, Scalar b)
{
    return float_number((double)((float)a.d * (float)b.d));
}

static Scalar float_fma(Scalar a, Scalar b, Scalar c)
{
    return float_number((double)fmaf((float)a.d, (float)b.d, (float)c.d));
}

static Scalar float_dot(int64_t n, const Scalar *a, int64_t da, const Scalar *b,
                        int64_t db, Scalar sum)
{
    float s = (float)sum.d;
    for (int64_t i = 0; i < n; i++)
        s = fmaf((float)a[i * da].d, (float)b[i * db].d, s);
    return float_number((double)s);
}

static bool float_less(Scalar a, Scalar b)
{
    return a.d < b.d;
}

static bool float_equal(Scalar a, Scalar b)
{
    return a.d == b.d;
}

static Scalar float_op(Op op, Dtype dtype, const Scalar *arg)
{
    if (!is_float(dtype))
        return ring_i32.op(op, dtype, arg);
    if (op == OP_stop)
        return arg[0];
    int n = float_arity[op];
    float a = (float)arg[0].d;
    float b = n > 1 ? (float)arg[1].d : 0, c = n > 2 ? (float)arg[2].d : 0;
    return float_number((double)float_function[op](a, b, c));
}

static Scalar float_cast(Scalar a, Dtype from, Dtype to)
{
    return is_float(to) ? float_number(a.d) : ring_i32.cast(a, from, to);
}

const Ring ring_f32 = {"f32",     float_number, float_value, float_add,
                       float_mul, float_fma,    float_less,  float_equal,
                       float_op,  float_cast,   &ring_i32,   float_dot};

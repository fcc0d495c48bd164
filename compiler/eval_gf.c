/*
 * eval_gf.c - the field GF(p), p = 2^61 - 1: the oracle without rounding. Two
 * graphs that mean the same have equal values there; two that do not differ at
 * random arguments but for a chance of about 2^-61 a comparison.
 *
 *     + - * / neg, where, products and sums   exact in the field
 *     a number, m 2^e in binary               exact (2^61 = 1)
 *     order                                   a < b where b - a is in 1 .. p/2,
 *         or a positive small number: not transitive, but right for integers, and
 *         what follows from the sign of a difference holds: trichotomy, a < b as
 *         -b < -a, relu(a) as maximum(a, 0), abs(-a) as abs(a), abs(a) sign(a) as a
 *     i32, bool                               true integers, wrapping at 32 bits
 *     exp, tanh, sqrt ...                     a hash of the operator and operands
 *     pow                                     exact for a whole exponent up to 64
 *
 * A function of small numbers (n / 2^k, |n| < 2^24, k <= 10), a quotient too, is
 * the number that floating point gives: what constant folding makes of one
 * operator on such constants. A graph under test has no longer chains of them.
 */
#include <math.h>

#include "eval.h"

__extension__ typedef unsigned __int128 Wide;

#define P ((UINT64_C(1) << 61) - 1)

static uint64_t gf_reduce(Wide x)
{
    uint64_t r = (uint64_t)(x & P) + (uint64_t)(x >> 61);
    r = (r & P) + (r >> 61);
    return r >= P ? r - P : r;
}

static uint64_t gf_plus(uint64_t a, uint64_t b)
{
    uint64_t r = a + b;
    return r >= P ? r - P : r;
}

static uint64_t gf_minus(uint64_t a)
{
    return a == 0 ? 0 : P - a;
}

static uint64_t gf_times(uint64_t a, uint64_t b)
{
    return gf_reduce((Wide)a * b);
}

static uint64_t gf_power(uint64_t a, uint64_t n)
{
    uint64_t r = 1;
    for (; n > 0; n >>= 1) {
        if (n & 1)
            r = gf_times(r, a);
        a = gf_times(a, a);
    }
    return r;
}

/* a^(2^n - 1) */
static uint64_t gf_ones(uint64_t a, int n)
{
    if (n == 1)
        return a;
    uint64_t half = gf_ones(a, n / 2), r = half;
    for (int i = 0; i < n / 2; i++)
        r = gf_times(r, r);
    r = gf_times(r, half);
    return n % 2 == 0 ? r : gf_times(gf_times(r, r), a);
}

/* a^(P - 2), by Fermat: P - 2 is 59 ones and then 01. The inverse of 0 is 0. */
static uint64_t gf_inverse(uint64_t a)
{
    uint64_t r = gf_ones(a, 59);
    r = gf_times(r, r);
    return gf_times(gf_times(r, r), a);
}

/* a 2^k: the 61 bits turn. */
static uint64_t gf_shift(uint64_t a, int k)
{
    k %= 61;
    k = k < 0 ? k + 61 : k;
    return (a << k & P) | a >> (61 - k);
}

static uint64_t gf_mix(uint64_t h)
{
    h ^= h >> 30;
    h *= UINT64_C(0xbf58476d1ce4e5b9);
    h ^= h >> 27;
    h *= UINT64_C(0x94d049bb133111eb);
    return h ^ (h >> 31);
}

static uint64_t gf_integer(int64_t v)
{
    return v < 0 ? gf_minus(gf_reduce((Wide)(-(v + 1)) + 1)) : gf_reduce((Wide)v);
}

/* The whole number in (-2^60, 2^60) that the residue stands for. */
static int64_t gf_whole(uint64_t a)
{
    return a > P / 2 ? -(int64_t)(P - a) : (int64_t)a;
}

/* Whether the residue is a small number, see above. Of these, bits 24 to 50 are the
 * same. */
static bool gf_small(uint64_t a, double *v)
{
    uint64_t middle = a >> 24 & 0x7ffffff;
    if (middle != 0 && middle != 0x7ffffff)
        return false;
    for (int k = 0; k <= 10; k++) {
        int64_t n = gf_whole(gf_shift(a, k));
        if (-(1 << 24) < n && n < (1 << 24)) {
            *v = (double)n / (double)(1 << k);
            return true;
        }
    }
    return false;
}

/* Half of the residues; of small numbers those that are. */
static bool gf_negative(uint64_t a)
{
    double v;
    return gf_small(a, &v) ? v < 0 : a > P / 2;
}

static Scalar gf(uint64_t residue)
{
    return (Scalar){.p = residue};
}

static Scalar gf_number(double v)
{
    if (isnan(v))
        return gf(gf_mix(1) % P);
    if (isinf(v))
        return gf(v > 0 ? gf_mix(2) % P : gf_minus(gf_mix(2) % P));
    if (fabs(v) < 0x1p60 && v == (double)(int64_t)v)
        return gf(gf_integer((int64_t)v));
    int e = 0;
    int64_t m = (int64_t)ldexp(frexp(v, &e), 53);
    return gf(gf_shift(gf_integer(m), (e - 53) % 61));
}

static double gf_value(Scalar s)
{
    return (double)gf_whole(s.p);
}

static Scalar gf_add(Scalar a, Scalar b)
{
    return gf(gf_plus(a.p, b.p));
}

static Scalar gf_mul(Scalar a, Scalar b)
{
    return gf(gf_times(a.p, b.p));
}

static Scalar gf_fma(Scalar a, Scalar b, Scalar c)
{
    return gf(gf_plus(gf_times(a.p, b.p), c.p));
}

static Scalar gf_dot(int64_t n, const Scalar *a, int64_t da, const Scalar *b,
                     int64_t db, Scalar sum)
{
    for (int64_t i = 0; i < n; i++)
        sum = gf_fma(a[i * da], b[i * db], sum);
    return sum;
}

static bool gf_less(Scalar a, Scalar b)
{
    uint64_t d = gf_plus(b.p, gf_minus(a.p));
    return d != 0 && !gf_negative(d);
}

static bool gf_equal(Scalar a, Scalar b)
{
    return a.p == b.p;
}

/* ---- scalar operators ---- */

/* Whether all operands are small numbers; then *y is the value in floating point. */
static bool gf_on_small(Op op, Dtype dtype, int n, const Scalar *arg, Scalar *y)
{
    Scalar real[3] = {{{0, 0}}};
    for (int i = 0; i < n; i++) {
        double v;
        if (!gf_small(arg[i].p, &v))
            return false;
        real[i] = ring_f64.number(v);
    }
    const Ring *ring = dtype == F32 ? &ring_f32 : &ring_f64;
    *y = gf_number(ring->value(ring->op(op, dtype, real)));
    return true;
}

/* Any function without algebra. */
static Scalar gf_hashed(Op op, int n, const Scalar *arg)
{
    uint64_t h = hash_text(0, op_info(op)->name);
    for (int i = 0; i < n; i++)
        h = gf_mix(h + arg[i].p);
    return gf(h % P);
}

typedef Scalar (*GfFunction)(const Scalar *arg);

/* One exact operator: `f`, a residue, in terms of the operands a, b, c. */
#define EXACT(name, f)                                                                 \
    static Scalar gf_op_##name(const Scalar *arg)                                      \
    {                                                                                  \
        return gf(f);                                                                  \
    }
#define A arg[0]
#define B arg[1]
#define C arg[2]

static const Scalar zero = {.p = 0};

EXACT(neg, gf_minus(A.p))
EXACT(add, gf_plus(A.p, B.p))
EXACT(sub, gf_plus(A.p, gf_minus(B.p)))
EXACT(mul, gf_times(A.p, B.p))
EXACT(maximum, gf_less(A, B) ? B.p : A.p)
EXACT(minimum, gf_less(B, A) ? B.p : A.p)
EXACT(abs, gf_negative(A.p) ? gf_minus(A.p) : A.p)
EXACT(sign, A.p == 0 ? 0 : gf_negative(A.p) ? P - 1 : 1)
EXACT(relu, gf_negative(A.p) ? zero.p : A.p)
EXACT(lt, gf_less(A, B))
EXACT(le, !gf_less(B, A))
EXACT(gt, gf_less(B, A))
EXACT(ge, !gf_less(A, B))
EXACT(eq, A.p == B.p)
EXACT(ne, A.p != B.p)
EXACT(logical_and, A.p != 0 && B.p != 0)
EXACT(logical_or, A.p != 0 || B.p != 0)
EXACT(logical_not, A.p == 0)
EXACT(where, A.p != 0 ? B.p : C.p)
EXACT(stop, A.p)

static Scalar gf_op_div(const Scalar *arg)
{
    return gf(gf_times(A.p, gf_inverse(B.p)));
}

static Scalar gf_op_pow(const Scalar *arg)
{
    double b;
    if (gf_small(B.p, &b)) {
        if (b == floor(b) && fabs(b) <= 64) {
            uint64_t r = gf_power(A.p, (uint64_t)fabs(b));
            return gf(b < 0 ? gf_inverse(r) : r);
        }
        if (b == 0.5)
            return gf_hashed(OP_sqrt, 1, arg);
    }
    return gf_hashed(OP_pow, 2, arg);
}

static const GfFunction gf_function[OPS] = {
    [OP_neg] = gf_op_neg,
    [OP_add] = gf_op_add,
    [OP_sub] = gf_op_sub,
    [OP_mul] = gf_op_mul,
    [OP_div] = gf_op_div,
    [OP_pow] = gf_op_pow,
    [OP_maximum] = gf_op_maximum,
    [OP_minimum] = gf_op_minimum,
    [OP_abs] = gf_op_abs,
    [OP_sign] = gf_op_sign,
    [OP_relu] = gf_op_relu,
    [OP_lt] = gf_op_lt,
    [OP_le] = gf_op_le,
    [OP_gt] = gf_op_gt,
    [OP_ge] = gf_op_ge,
    [OP_eq] = gf_op_eq,
    [OP_ne] = gf_op_ne,
    [OP_logical_and] = gf_op_logical_and,
    [OP_logical_or] = gf_op_logical_or,
    [OP_logical_not] = gf_op_logical_not,
    [OP_where] = gf_op_where,
    [OP_stop] = gf_op_stop,
};

static const unsigned char gf_arity[OPS] = {
#define SCALAR(name, n, ...) [OP_##name] = n,
#include "ops.def"
};

static Scalar gf_op(Op op, Dtype dtype, const Scalar *arg)
{
    if (dtype == I32 && op != OP_stop) {
        Scalar real[3] = {{{0, 0}}};
        for (int i = 0; i < gf_arity[op]; i++)
            real[i] = ring_i32.number(gf_value(arg[i]));
        return gf_number(ring_i32.op(op, I32, real).d);
    }
    GfFunction f = gf_function[op];
    bool ring_operator = f && op != OP_div && op != OP_pow; /* exact on small numbers */
    Scalar y;
    if (!ring_operator && gf_on_small(op, dtype, gf_arity[op], arg, &y))
        return y;
    return f ? f(arg) : gf_hashed(op, gf_arity[op], arg);
}

static Scalar gf_cast(Scalar a, Dtype from, Dtype to)
{
    if (to == BOOL)
        return gf(a.p != 0);
    if (to != I32 || !is_float(from))
        return a;
    double v;
    if (gf_small(a.p, &v))
        return gf_number(truncate_i32(v));
    return gf(gf_mix(a.p) >> 33); /* some integer, 31 bits */
}

const Ring ring_gf = {"gf",    gf_number, gf_value, gf_add,  gf_mul,   gf_fma,
                      gf_less, gf_equal,  gf_op,    gf_cast, &ring_gf, gf_dot};

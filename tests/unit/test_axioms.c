/*
 * test_axioms.c - what the passes take to be true of numbers is true of this machine's:
 * each line of axioms.def, to the bit, on all triples of special values and on random
 * bits, in f32, f64 and, with wrapping, i32; what is true of truth values, on all of
 * them; casts; and that GF(2^61 - 1) is a field in which small numbers add and multiply
 * as they do. docs/trust.md lists them.
 */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "../../runtime/mf_random.h"
#include "eval.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *axioms_suite(void);

enum { SPECIAL = 22, RANDOM = 20000 };

static const double special[SPECIAL] = {0.0,       -0.0,       1,
                                        -1,        0.5,        -0.5,
                                        2,         3,          -7,
                                        0.1,       0x1p-126,   0x1p-149,
                                        -0x1p-149, 0x1.8p-148, 0x1p-1022,
                                        0x1p-1074, 0x1p127,    -0x1.fffffep127,
                                        0x1p1023,  INFINITY,   -INFINITY,
                                        NAN};

/* ---- floats ---- */

/* The axioms of one type: true, or the name of one that is false at (a, b, c). */
#define FLOATS(T)                                                                      \
    static T T##_nonzero(T x)                                                          \
    {                                                                                  \
        return x == 0 ? 0 : x;                                                         \
    }                                                                                  \
    static T T##_finite(T x)                                                           \
    {                                                                                  \
        return isfinite(x) ? x : 1;                                                    \
    }                                                                                  \
    static T T##_most(T x, T y)                                                        \
    {                                                                                  \
        return x != x ? x : y != y ? y : x > y ? x : y;                                \
    }                                                                                  \
    static bool T##_same(T x, T y, bool free)                                          \
    {                                                                                  \
        if ((x != x && y != y) || (free && x == 0 && y == 0))                          \
            return true;                                                               \
        return memcmp(&x, &y, sizeof x) == 0;                                          \
    }                                                                                  \
    static const char *T##_axioms(T a, T b, T c)                                       \
    {                                                                                  \
        const volatile T one_ = 1, zero_ = 0;                                          \
        const T one = one_, zero = zero_;

#define add(x, y) ((x) + (y))
#define sub(x, y) ((x) - (y))
#define mul(x, y) ((x) * (y))
#define neg(x) (-(x))
#define truth(x) ((x) ? one : zero)
#define TRY(T, text, left, right, free)                                                \
    if (!T##_same(left, right, free))                                                  \
        return text;
#define BOTH(name, text, left, right) FLOAT(name, text, left, right)

FLOATS(float)
#define two(k) (ldexpf(1, k) * one)
#define fused(x, y, z) fmaf(x, y, z)
#define nonzero float_nonzero
#define finite float_finite
#define most float_most
#define FLOAT(name, text, left, right) TRY(float, text, left, right, false)
#define FREE(name, text, left, right) TRY(float, text, left, right, true)
#include "axioms.def"
return NULL;
}
#undef two
#undef fused
#undef nonzero
#undef finite
#undef most
#undef FLOAT
#undef FREE

FLOATS(double)
#define two(k) (ldexp(1, k) * one)
#define fused(x, y, z) fma(x, y, z)
#define nonzero double_nonzero
#define finite double_finite
#define most double_most
#define FLOAT(name, text, left, right) TRY(double, text, left, right, false)
#define FREE(name, text, left, right) TRY(double, text, left, right, true)
#include "axioms.def"
return NULL;
}
#undef FLOAT
#undef FREE
#undef BOTH
#undef add
#undef sub
#undef mul
#undef neg

/* Integers wrap; C promises it of unsigned ones. */
static const char *int_axioms(uint32_t a, uint32_t b, uint32_t c)
{
    const uint32_t one = 1, zero = 0;
#define add(x, y) ((x) + (y))
#define sub(x, y) ((x) - (y))
#define mul(x, y) ((x) * (y))
#define neg(x) (0u - (x))
#define FLOAT(name, text, left, right)
#define BOTH(name, text, left, right)                                                  \
    if ((left) != (right))                                                             \
        return text;
#define FREE BOTH
#include "axioms.def"
    return NULL;
}
#undef add
#undef sub
#undef mul
#undef neg

static void must_hold(const char *type, const char *broken, double a, double b,
                      double c)
{
    if (broken != NULL)
        ck_abort_msg("%s: %s does not hold for a = %a, b = %a, c = %a", type, broken, a,
                     b, c);
}

static void try_all(double a, double b, double c)
{
    float x = (float)a, y = (float)b, z = (float)c;
    must_hold("f64", double_axioms(a, b, c), a, b, c);
    must_hold("f32", float_axioms(x, y, z), (double)x, (double)y, (double)z);
}

START_TEST(special_values)
{
    for (int i = 0; i < SPECIAL; i++)
        for (int j = 0; j < SPECIAL; j++)
            for (int k = 0; k < SPECIAL; k++)
                try_all(special[i], special[j], special[k]);
}
END_TEST

START_TEST(random_values)
{
    for (uint64_t i = 0; i < RANDOM; i++) {
        uint64_t bits[3];
        double v[3];
        float f[3];
        for (int k = 0; k < 3; k++) {
            bits[k] = mf_mix(3 * i + (uint64_t)k + 1);
            uint32_t half = (uint32_t)bits[k];
            memcpy(&v[k], &bits[k], sizeof v[k]);
            memcpy(&f[k], &half, sizeof f[k]);
        }
        must_hold("f64", double_axioms(v[0], v[1], v[2]), v[0], v[1], v[2]);
        must_hold("f32", float_axioms(f[0], f[1], f[2]), (double)f[0], (double)f[1],
                  (double)f[2]);
        uint32_t a = (uint32_t)bits[0], b = (uint32_t)bits[1], c = (uint32_t)bits[2];
        must_hold("i32", int_axioms(a, b, c), a, b, c);
        /* numbers of one size, whose sums are rounded */
        for (int k = 0; k < 3; k++)
            v[k] = (double)(int64_t)bits[k] * 0x1p-63;
        try_all(v[0], v[1], v[2]);
    }
    must_hold("i32", int_axioms(0x80000000u, 0xffffffffu, 0x80000000u), 0, 0, 0);
}
END_TEST

/* ---- truth, casts ---- */

START_TEST(truth_values)
{
    for (int i = 0; i < 16; i++) {
        bool p = i & 1, q = i >> 1 & 1, a = i >> 2 & 1, b = i >> 3 & 1;
        ck_assert(!!p == p);
        ck_assert((p && true) == p && (p && false) == false);
        ck_assert((p || false) == p && (p || true) == true);
        ck_assert((!p ? a : b) == (p ? b : a));
        ck_assert((p ? (p ? a : q) : b) == (p ? a : b));
        ck_assert((p ? a : (p ? q : b)) == (p ? a : b));
        ck_assert((p ? a : a) == a);
    }
}
END_TEST

/* bool to anything and i32 or f32 to f64 lose nothing, so a cast after them is one. */
START_TEST(casts)
{
    const Ring *ring = &ring_f64;
    for (int64_t i = -70000; i < 70000; i++) {
        double v = (double)(i * 30011 % INT32_MAX);
        Scalar a = ring->number(v);
        ck_assert(ring->value(ring->cast(ring->cast(a, I32, F64), F64, I32)) == v);
        Scalar f = ring->number((double)(float)v * 0.37);
        f = ring->number((double)(float)ring->value(f));
        double there = ring->value(ring->cast(ring->cast(f, F32, F64), F64, I32));
        ck_assert(there == ring->value(ring->cast(f, F32, I32)));
    }
    for (int truth = 0; truth < 2; truth++)
        for (int to = 0; to < DTYPES; to++)
            ck_assert(ring->value(ring->cast(ring->number(truth), BOOL, (Dtype)to)) ==
                      truth);
}
END_TEST

/* ---- the field ---- */

START_TEST(field)
{
    const Ring *r = &ring_gf;
    const Scalar one = r->number(1), none = r->number(0);
    for (uint64_t i = 0; i < RANDOM; i++) {
        Scalar x[3], quotient[2];
        for (int k = 0; k < 3; k++)
            x[k].p = mf_random_below(5, 6, i, (uint64_t)k, (UINT64_C(1) << 61) - 1);
        Scalar a = x[0], b = x[1], c = x[2];
        ck_assert(r->equal(r->add(a, b), r->add(b, a)));
        ck_assert(r->equal(r->mul(a, b), r->mul(b, a)));
        ck_assert(r->equal(r->add(r->add(a, b), c), r->add(a, r->add(b, c))));
        ck_assert(r->equal(r->mul(r->mul(a, b), c), r->mul(a, r->mul(b, c))));
        ck_assert(r->equal(r->mul(a, r->add(b, c)),
                           r->add(r->mul(a, b), r->mul(a, c))));
        ck_assert(r->equal(r->fma(a, b, c), r->add(r->mul(a, b), c)));
        ck_assert(r->equal(r->add(a, none), a) && r->equal(r->mul(a, one), a));
        ck_assert(r->equal(r->add(a, r->op(OP_neg, F32, &a)), none));
        quotient[0] = b;
        quotient[1] = a;
        if (a.p != 0)
            ck_assert(r->equal(r->mul(r->op(OP_div, F32, quotient), a), b));
    }
    for (int i = -40; i <= 40; i++)
        for (int j = -40; j <= 40; j++) {
            double x = i * 0.125, y = j * 0.25;
            ck_assert(r->equal(r->add(r->number(x), r->number(y)), r->number(x + y)));
            ck_assert(r->equal(r->mul(r->number(x), r->number(y)), r->number(x * y)));
        }
}
END_TEST

Suite *axioms_suite(void)
{
    Suite *suite = suite_create("axioms");
    TCase *tests = tcase_create("axioms");
    tcase_add_test(tests, special_values);
    tcase_add_test(tests, random_values);
    tcase_add_test(tests, truth_values);
    tcase_add_test(tests, casts);
    tcase_add_test(tests, field);
    suite_add_tcase(suite, tests);
    return suite;
}

/*
 * ulp.c - the table of docs/math.md: the largest error of each function in ulp, over
 * every float, and over doubles at random and at hard places against MPFR:
 *
 *     cc -O3 -march=native -ffast-math -c tests/long/ulp_near.c -o near.o
 *     cc -O3 -march=native -I tests/unit tests/long/ulp.c near.o -o ulp -lmpfr -lgmp
 * -lm
 *     ./ulp [NAME ...]          all functions, or those named; pow is sampled
 *     ./ulp --stride 101 ...    every 101st float
 *
 * Exit code 1 if an error is above the bound that the unit tests use.
 */
#include <inttypes.h>
#include <mpfr.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../runtime/mf_random.h"
#include "math_rows.h"
#include "ulp_near.h"

enum { SAMPLE = 1000000, BITS = 200 /* of the reference for doubles */ };

static const double bound = 2; /* TOL_ULP */

typedef struct Worst {
    double ulp, x, z, y;
} Worst;

static void note(Worst *worst, double ulp, double x, double z, double y)
{
    if (ulp > worst->ulp)
        *worst = (Worst){ulp, x, z, y};
}

/* ---- floats: all of them ---- */

#define NARROW(name)                                                                   \
    static void narrow_##name(const float *x, float *y)                                \
    {                                                                                  \
        for (int i = 0; i < NEAR_BLOCK; i++)                                           \
            y[i] = mf_##name##f(x[i]);                                                 \
    }
EACH_FUNCTION(NARROW)

static const struct {
    const char *name;
    void (*narrow)(const float *x, float *y);
    void (*near)(const double *x, double *y);
} blocks[] = {
#define BLOCK(name) {#name, narrow_##name, near_##name},
    EACH_FUNCTION(BLOCK)};
_Static_assert(sizeof blocks / sizeof *blocks == MATH_ROWS, "a function for each row");

/* Is each y surely within `worst` ulp of what is nearly its true value? */
static bool all_within(double worst, const double *near, const float *y)
{
    int beyond = 0;
    for (int i = 0; i < NEAR_BLOCK; i++) {
        double unit = mf_from_bits(mf_bits(near[i]) & 0x7ff0000000000000U) * 0x1p-23;
        unit = unit > 0x1p-149 ? unit : 0x1p-149;
        double off = fabs(near[i] - (double)y[i]), most = worst * (1 - 0x1p-20) * unit;
        beyond += !(off <= most) & !(near[i] == (double)y[i]);
    }
    return beyond == 0;
}

static Worst every_float(int row, uint64_t stride)
{
    static float x[NEAR_BLOCK], y[NEAR_BLOCK];
    static double wide[NEAR_BLOCK], near[NEAR_BLOCK];
    Worst worst = {0};
    for (uint64_t bits = 0; bits < UINT64_C(1) << 32; bits += NEAR_BLOCK * stride) {
        for (uint64_t i = 0; i < NEAR_BLOCK; i++) {
            x[i] = mf_from_bitsf((uint32_t)(bits + i * stride));
            wide[i] = (double)x[i];
        }
        blocks[row].narrow(x, y);
        blocks[row].near(wide, near);
        if (all_within(worst.ulp, near, y))
            continue;
        for (int i = 0; i < NEAR_BLOCK; i++)
            note(&worst, ulp_float(math_rows[row].narrow_reference(wide[i]), y[i]),
                 wide[i], 0, (double)y[i]);
    }
    return worst;
}

/* ---- doubles ---- */

/* The true value by MPFR, rounded to 64 bits. */
static long double true_value(const char *name, double x, double z)
{
    static const struct {
        const char *name;
        int (*f)(mpfr_t y, const mpfr_t x, mpfr_rnd_t rounding);
    } known[] = {{"exp", mpfr_exp},     {"expm1", mpfr_expm1}, {"log", mpfr_log},
                 {"log1p", mpfr_log1p}, {"sin", mpfr_sin},     {"cos", mpfr_cos},
                 {"atan", mpfr_atan},   {"tanh", mpfr_tanh},   {"erf", mpfr_erf}};
    mpfr_t a, b;
    mpfr_inits2(BITS, a, b, (mpfr_ptr)NULL);
    mpfr_set_d(a, x, MPFR_RNDN);
    mpfr_set_d(b, z, MPFR_RNDN);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].name, name) == 0)
            known[i].f(a, a, MPFR_RNDN);
    if (strcmp(name, "pow") == 0) {
        mpfr_pow(a, a, b, MPFR_RNDN);
    } else if (strcmp(name, "sigmoid") == 0) {
        mpfr_neg(a, a, MPFR_RNDN);
        mpfr_exp(a, a, MPFR_RNDN);
        mpfr_add_ui(a, a, 1, MPFR_RNDN);
        mpfr_ui_div(a, 1, a, MPFR_RNDN);
    } else if (strcmp(name, "softplus") == 0) {
        mpfr_set_d(a, -fabs(x), MPFR_RNDN);
        mpfr_exp(a, a, MPFR_RNDN);
        mpfr_log1p(a, a, MPFR_RNDN);
        mpfr_add_d(a, a, x > 0 ? x : 0, MPFR_RNDN);
    }
    long double y = mpfr_get_ld(a, MPFR_RNDN);
    mpfr_clears(a, b, (mpfr_ptr)NULL);
    return y;
}

/* Where reductions and branches meet: k ln 2 / 2, k pi / 2, 2^k and 2^k sqrt(2), the
 * limits of the ranges; and their nearest neighbours. */
static double hard(uint64_t i)
{
    static const double ends[] = {0.5,    0.55,  0.625,  1,      2,      3,
                                  4,      6,     18,     32,     37,     38,
                                  88.72,  103.9, 104,    708.39, 709.78, 710,
                                  745.13, 750,   0x1p31, 0x1p32, 1e22,   1e300};
    double k = (double)(i / 32 % 4096) - 2048;
    double x = i / 32 % 5 == 0   ? k * 0x1.62e42fefa39efp-2
               : i / 32 % 5 == 1 ? k * 0x1.921fb54442d18p0
               : i / 32 % 5 == 2 ? ldexp(1, (int)k / 2)
               : i / 32 % 5 == 3 ? ldexp(0x1.6a09e667f3bcdp0, (int)k / 2)
                                 : ends[i / 160 % (sizeof ends / sizeof *ends)];
    x = mf_from_bits(mf_bits(x) + i % 16 - 8);
    return i & 16 ? -x : x;
}

/* A fifth each: any bits; near the origin; where exp has finite values; spread
 * evenly over exponents around 1; hard ones. */
static double sample(uint64_t i)
{
    if (i % 5 == 4)
        return hard(i / 5);
    double u = fma(2, mf_uniform(5, 1, 0, i), -1);
    switch (i % 4) {
    case 0:
        return mf_from_bits(mf_random(5, 2, 0, i));
    case 1:
        return 4 * u;
    case 2:
        return 800 * u;
    default:
        return ldexp(u, (int)mf_random_below(5, 3, 0, i, 48) - 24);
    }
}

static Worst some_doubles(const MathRow *row, uint64_t stride)
{
    Worst worst = {0};
    for (uint64_t i = 0; i < SAMPLE / stride + 1; i++) {
        double x = sample(i), y = row->wide(x);
        note(&worst, ulp_double(true_value(row->name, x, 0), y), x, 0, y);
    }
    return worst;
}

/* Bases around 1 with large exponents, any base with small ones, any pair. */
static void draw_pair(uint64_t i, double *x, double *z)
{
    double u = fma(2, mf_uniform(6, 1, 0, i), -1);
    double v = fma(2, mf_uniform(6, 2, 0, i), -1);
    *x = i % 3 == 0   ? exp(8 * u)
         : i % 3 == 1 ? 1 + ldexp(u, -(int)(i % 40))
                      : sample(i);
    *z = i % 3 == 0 ? 800 * v : i % 3 == 1 ? ldexp(v, (int)(i % 50)) : 4 * v;
    if (i % 16 < 3) {
        *x = -*x;
        *z = rint(*z);
    }
}

static Worst some_powers(uint64_t stride, bool wide)
{
    Worst worst = {0};
    for (uint64_t i = 0; i < SAMPLE / stride + 1; i++) {
        double x, z;
        draw_pair(i, &x, &z);
        float xf = (float)x, zf = (float)z;
        if (wide)
            note(&worst, ulp_double(true_value("pow", x, z), mf_pow(x, z)), x, z,
                 mf_pow(x, z));
        else
            note(&worst, ulp_float((double)true_value("pow", xf, zf), mf_powf(xf, zf)),
                 xf, zf, mf_powf(xf, zf));
    }
    return worst;
}

static bool print(const char *name, const char *type, Worst w)
{
    printf("%-9s %-7s %.3f ulp at %a", name, type, w.ulp, w.x);
    if (w.z != 0)
        printf(" and %a", w.z);
    printf(", where it gives %a\n", w.y);
    fflush(stdout);
    return w.ulp <= bound;
}

static bool is_asked(const char *name, int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (strcmp(name, argv[i]) == 0)
            return true;
    return argc < 2;
}

int main(int argc, char **argv)
{
    uint64_t stride = 1;
    if (argc > 2 && strcmp(argv[1], "--stride") == 0) {
        stride = strtoull(argv[2], NULL, 10);
        stride = stride > 0 ? stride : 1;
        argc -= 2;
        argv += 2;
    }
    bool fine = true;
    for (int i = 0; i < MATH_ROWS; i++)
        if (is_asked(math_rows[i].name, argc, argv)) {
            const MathRow *row = &math_rows[i];
            fine &= print(row->name, "float", every_float(i, stride));
            fine &= print(row->name, "double", some_doubles(row, stride));
        }
    if (is_asked("pow", argc, argv)) {
        fine &= print("pow", "float", some_powers(stride, false));
        fine &= print("pow", "double", some_powers(stride, true));
    }
    return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}

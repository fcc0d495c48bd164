/*
 * ulp.c - the table of docs/math.md: the largest error of each function in ulp,
 * over every float and a sample of doubles. About two minutes a function:
 *
 *     cc -O3 -march=native -I tests/unit tests/long/ulp.c -o ulp -lm
 *     ./ulp [NAME ...]          all functions, or those named; pow is sampled
 *     ./ulp --stride 101 ...    every 101st float
 *
 * Exit code 1 if an error is above the bound that the unit tests use.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../runtime/mf_random.h"
#include "math_rows.h"

enum { SAMPLE = 20000000 };

static const double bound = 2; /* TOL_ULP */

typedef struct Worst {
    double ulp, x, z, y;
} Worst;

static void note(Worst *worst, double ulp, double x, double z, double y)
{
    if (ulp > worst->ulp)
        *worst = (Worst){ulp, x, z, y};
}

/* At least the distance in ulp, in a few instructions: a unit of y's neighbourhood is
 * no smaller than 2^-24 of the exact value. */
static double ulp_at_most(double exact, float y)
{
    double unit = fmax(fabs(exact) * 0x1p-24, 0x1p-149);
    return fabs(exact) < 0x1p127 ? fabs(exact - y) / unit : INFINITY;
}

static Worst every_float(const MathRow *row, uint64_t stride)
{
    Worst worst = {0};
    for (uint64_t bits = 0; bits < UINT64_C(1) << 32; bits += stride) {
        float x = mf_from_bitsf((uint32_t)bits), y = row->narrow(x);
        double exact = row->narrow_reference(x);
        if (!(ulp_at_most(exact, y) <= worst.ulp))
            note(&worst, ulp_float(exact, y), x, 0, y);
    }
    return worst;
}

/* A quarter each: any bits; near the origin; where exp has finite values; spread
 * evenly over exponents around 1. */
static double sample(uint64_t i)
{
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
        note(&worst, ulp_double(row->wide_reference(x), y), x, 0, y);
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
            note(&worst, ulp_double(powl(x, z), mf_pow(x, z)), x, z, mf_pow(x, z));
        else
            note(&worst, ulp_float((double)powl(xf, zf), mf_powf(xf, zf)), xf, zf,
                 mf_powf(xf, zf));
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
            fine &= print(row->name, "float", every_float(row, stride));
            fine &= print(row->name, "double", some_doubles(row, stride));
        }
    if (is_asked("pow", argc, argv)) {
        fine &= print("pow", "float", some_powers(stride, false));
        fine &= print("pow", "double", some_powers(stride, true));
    }
    return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}

/*
 * micro_math.c - elements per nanosecond of the functions of mf_math.h on one
 * thread, in and out of the first-level cache, beside a loop over libm:
 *
 *     cc -O3 -march=native bench/micro_math.c -o micro_math -lm && ./micro_math
 */
#include <math.h>
#include <stdio.h>
#include <time.h>

#include "../runtime/mf_math.h"
#include "../runtime/mf_random.h"

enum { N = 1024, CALLS = 40, TRIES = 30 };

float xf[N], yf[N]; /* not static: every store counts */
double x[N], y[N];

static double now(void)
{
    struct timespec t;
    timespec_get(&t, TIME_UTC);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static double rate(void (*loop)(void))
{
    double best = INFINITY;
    for (int i = 0; i < TRIES; i++) {
        double start = now();
        for (int k = 0; k < CALLS; k++)
            loop();
        best = fmin(best, now() - start);
    }
    return N * CALLS / best;
}

#define LOOP(name, out, value)                                                         \
    static void name(void)                                                             \
    {                                                                                  \
        for (int i = 0; i < N; i++)                                                    \
            out[i] = value;                                                            \
    }
#define LOOPS(name, narrow, wide, libm)                                                \
    LOOP(name##_narrow, yf, narrow)                                                    \
    LOOP(name##_wide, y, wide)                                                         \
    LOOP(name##_libm, yf, libm)
#define PRINT(name)                                                                    \
    printf("%-9s %8.2f %8.2f %8.2f\n", #name, rate(name##_narrow), rate(name##_wide),  \
           rate(name##_libm))

LOOPS(exp, mf_expf(xf[i]), mf_exp(x[i]), expf(xf[i]))
LOOPS(expm1, mf_expm1f(xf[i]), mf_expm1(x[i]), expm1f(xf[i]))
LOOPS(log, mf_logf(xf[i]), mf_log(x[i]), logf(xf[i]))
LOOPS(log1p, mf_log1pf(xf[i]), mf_log1p(x[i]), log1pf(xf[i]))
LOOPS(sin, mf_sinf(xf[i]), mf_sin(x[i]), sinf(xf[i]))
LOOPS(cos, mf_cosf(xf[i]), mf_cos(x[i]), cosf(xf[i]))
LOOPS(atan, mf_atanf(xf[i]), mf_atan(x[i]), atanf(xf[i]))
LOOPS(tanh, mf_tanhf(xf[i]), mf_tanh(x[i]), tanhf(xf[i]))
LOOPS(erf, mf_erff(xf[i]), mf_erf(x[i]), erff(xf[i]))
LOOPS(sigmoid, mf_sigmoidf(xf[i]), mf_sigmoid(x[i]), 1 / (1 + expf(-xf[i])))
LOOPS(softplus, mf_softplusf(xf[i]), mf_softplus(x[i]), log1pf(expf(xf[i])))
LOOPS(pow, mf_powf(xf[i], 2.4f), mf_pow(x[i], 2.4), powf(xf[i], 2.4f))
LOOPS(uniform, mf_uniformf(1, 2, 3, (uint64_t)i), mf_uniform(1, 2, 3, (uint64_t)i),
      (float)mf_unitf((uint32_t)mf_random(1, 2, 3, (uint64_t)i)))

static void fill(void)
{
    mf_uniform_rowf(1, 2, 3, 0, N, yf);
}

int main(void)
{
    for (int i = 0; i < N; i++)
        xf[i] = (float)(x[i] = 0.01 + 8 * mf_uniform(0, 0, 0, (uint64_t)i));
    printf("elements/ns  float   double     libm\n");
    PRINT(exp);
    PRINT(expm1);
    PRINT(log);
    PRINT(log1p);
    PRINT(sin);
    PRINT(cos);
    PRINT(atan);
    PRINT(tanh);
    PRINT(erf);
    PRINT(sigmoid);
    PRINT(softplus);
    PRINT(pow);
    PRINT(uniform);
    printf("%-9s %8.2f\n", "fill", rate(fill));
    return 0;
}

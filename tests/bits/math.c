/*
 * math.c - a hash of what the functions of mf_math.h and mf_random.h give over
 * many arguments, one line a function, in loops that compilers vectorise.
 * tests/run_bits compares the lines of several compilers and options. NaN counts
 * as one value: which NaN comes out differs between machines.
 */
#include <inttypes.h>
#include <stdio.h>

#include "../../runtime/mf_math.h"
#include "../../runtime/mf_random.h"

enum { N = 4096, ROUNDS = 64 };

static float all_xf[ROUNDS][N], all_yf[ROUNDS][N], zf[N];
static double all_x[ROUNDS][N], all_y[ROUNDS][N], z[N];

/* Those of a round. */
#define xf all_xf[round]
#define yf all_yf[round]
#define x all_x[round]
#define y all_y[round]

/* Half of the arguments are random bits, half lie near the origin. */
static void draw(uint64_t round)
{
    for (uint64_t i = 0; i < N; i++) {
        uint64_t bits = mf_random(1, 2, round, i), more = mf_random(1, 3, round, i);
        double near = fma(20, mf_uniform(1, 4, round, i), -10);
        x[i] = i & 1 ? mf_from_bits(bits) : near;
        xf[i] = i & 1 ? mf_from_bitsf((uint32_t)bits) : (float)near;
        y[i] = i & 2 ? mf_from_bits(more) : near * near;
        yf[i] = i & 2 ? mf_from_bitsf((uint32_t)more) : (float)(near * near);
    }
}

static uint64_t hash_floats(uint64_t h)
{
    for (int i = 0; i < N; i++)
        h = mf_mix(h ^ (zf[i] == zf[i] ? mf_bitsf(zf[i]) : 1U));
    return h;
}

static uint64_t hash_doubles(uint64_t h)
{
    for (int i = 0; i < N; i++)
        h = mf_mix(h ^ (z[i] == z[i] ? mf_bits(z[i]) : 1U));
    return h;
}

#define FUNCTION(name, narrow, wide)                                                   \
    MF_CLONES static void name##_lines(void)                                           \
    {                                                                                  \
        uint64_t h = 0, hf = 0;                                                        \
        for (uint64_t round = 0; round < ROUNDS; round++) {                            \
            for (int i = 0; i < N; i++)                                                \
                zf[i] = narrow;                                                        \
            for (int i = 0; i < N; i++)                                                \
                z[i] = wide;                                                           \
            hf = hash_floats(hf);                                                      \
            h = hash_doubles(h);                                                       \
        }                                                                              \
        printf("%s %016" PRIx64 " %016" PRIx64 "\n", #name, hf, h);                    \
    }

FUNCTION(exp, mf_expf(xf[i]), mf_exp(x[i]))
FUNCTION(expm1, mf_expm1f(xf[i]), mf_expm1(x[i]))
FUNCTION(log, mf_logf(yf[i]), mf_log(y[i]))
FUNCTION(log1p, mf_log1pf(xf[i]), mf_log1p(x[i]))
FUNCTION(sin, mf_sinf(xf[i]), mf_sin(x[i]))
FUNCTION(cos, mf_cosf(xf[i]), mf_cos(x[i]))
FUNCTION(atan, mf_atanf(xf[i]), mf_atan(x[i]))
FUNCTION(tanh, mf_tanhf(xf[i]), mf_tanh(x[i]))
FUNCTION(erf, mf_erff(xf[i]), mf_erf(x[i]))
FUNCTION(sigmoid, mf_sigmoidf(xf[i]), mf_sigmoid(x[i]))
FUNCTION(softplus, mf_softplusf(xf[i]), mf_softplus(x[i]))
FUNCTION(pow, mf_powf(yf[i], xf[i]), mf_pow(y[i], x[i]))
FUNCTION(max, mf_maxf(xf[i], yf[i]), mf_max(x[i], y[i]))
FUNCTION(min, mf_minf(xf[i], yf[i]), mf_min(x[i], y[i]))
FUNCTION(sign, mf_signf(xf[i]), mf_sign(x[i]))
FUNCTION(round, mf_roundf(xf[i]), mf_round(x[i]))
FUNCTION(relu, mf_reluf(xf[i]), mf_relu(x[i]))
FUNCTION(uniform, mf_uniformf(1, 2, round, (uint64_t)i),
         mf_uniform(1, 2, round, (uint64_t)i))
/* What a generated file may hold: products beside sums must stay apart there too. */
FUNCTION(contraction, xf[i] * yf[i] + 1.25f * xf[i], x[i] * y[i] + 1.25 * x[i])
FUNCTION(fused, mf_expf(xf[i]) * yf[i] + mf_logf(yf[i]),
         mf_exp(x[i]) * y[i] + mf_log(y[i]))

int main(void)
{
    const char *wrong = mf_arithmetic();
    if (wrong) {
        fprintf(stderr, "error: results would depend on the compiler: %s\n", wrong);
        return 5;
    }
    for (uint64_t round = 0; round < ROUNDS; round++)
        draw(round);
    exp_lines();
    expm1_lines();
    log_lines();
    log1p_lines();
    sin_lines();
    cos_lines();
    atan_lines();
    tanh_lines();
    erf_lines();
    sigmoid_lines();
    softplus_lines();
    pow_lines();
    max_lines();
    min_lines();
    sign_lines();
    round_lines();
    relu_lines();
    uniform_lines();
    contraction_lines();
    fused_lines();
    return 0;
}

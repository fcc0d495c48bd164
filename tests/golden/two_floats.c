/*
 * two_floats.c - the functions of two_floats.lua. Written by mfc 0.1: edit the script,
 * not this file.
 *
 * 0 parameters; 24 nodes; 2 kernels;
 * bytes: parameters 0, state 0, work 0 (unshared 4608), stack 6592
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * MF_BY_ROW          clang shall make vectors along the rows, not across them
 * MF_LANES           how many of the 16 lanes of a sum the loop goes over: n or all
 * mf_sum16           the sum of 16 lanes, added as a tree: always in the same order
 * MF_APART           not made a part of its caller, whose stack its arrays would take
 */
#include "mfrt.h"

#define TWO_FLOATS_PARAM_BYTES 0u
#define TWO_FLOATS_STATE_BYTES 0u
#define TWO_FLOATS_WORK_BYTES 0u
#define TWO_FLOATS_STACK_BYTES 6592u
#define TWO_FLOATS_TENSORS 0u

typedef struct TwoFloats {
    uint64_t seed, step;
} TwoFloats;

/* Initial values of everything, drawn from the seed. */
void two_floats_init(TwoFloats *net, uint64_t seed);
/* The function `f`. */
void two_floats_f(TwoFloats *net, const float x[restrict 16][11],
                  double narrow_first[restrict 16][11],
                  double wide_first[restrict 16][11]);
extern const MfTensor two_floats_tensors[];

/* clang-format off */
/* clang-format on */

/* 1  e = exp(x)                                                     two_floats.lua:8
 *    v = sin(f64(e))                                               two_floats.lua:11
 *    sum = sum(e)
 *    sum = sum(v)                                                   two_floats.lua:6
 *    narrow_first = f64(e / sum) * (v / sum)                       two_floats.lua:11 */
MF_APART
static void k1_narrow_first(const float x[restrict 16][11],
                            double narrow_first[restrict 16][11])
{
    double v[16][11];
    float e[16][11];
    for (int i = 0; i < 16; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 11; j++) {
            const float e2 = mf_expf(x[i][j]);
            e[i][j] = e2;
            v[i][j] = mf_sin((double)e2);
        }
    }
    float sums[16];
    for (int i = 0; i < 16; i++) {
        float lane[16] = {0};
        MF_ROLLED
        for (int j = 0; j < MF_LANES(11); j++)
            lane[j] += j < 11 ? e[i][j] : 0.0f;
        const float sum = mf_sum16f(lane);
        sums[i] = sum;
    }
    double sums2[16];
    for (int i = 0; i < 16; i++) {
        double lane[16] = {0};
        MF_ROLLED
        for (int j = 0; j < MF_LANES(11); j++)
            lane[j] += j < 11 ? v[i][j] : 0.0;
        const double sum = mf_sum16(lane);
        sums2[i] = sum;
    }
    for (int i = 0; i < 16; i++) {
        MF_BY_ROW;
        const double sum = sums2[i];
        const float sum2 = sums[i];
        MF_ROLLED
        for (int j = 0; j < 8; j++)
            narrow_first[i][j] = (double)(e[i][j] / sum2) * (v[i][j] / sum);
        MF_ROLLED
        for (int j = 8; j < 11; j++)
            narrow_first[i][j] = (double)(e[i][j] / sum2) * (v[i][j] / sum);
    }
}

/* 2  wide = exp(f64(x))                                             two_floats.lua:9
 *    v = cos(f32(wide))                                            two_floats.lua:12
 *    sum = sum(v)
 *    sum = sum(wide)                                                two_floats.lua:6
 *    wide_first = wide / sum * f64(v / sum)                        two_floats.lua:12 */
MF_APART
static void k2_wide_first(const float x[restrict 16][11],
                          double wide_first[restrict 16][11])
{
    float v[16][11];
    double wide[16][11];
    for (int i = 0; i < 16; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 11; j++) {
            const double wide2 = mf_exp((double)x[i][j]);
            wide[i][j] = wide2;
            v[i][j] = mf_cosf((float)wide2);
        }
    }
    float sums[16];
    for (int i = 0; i < 16; i++) {
        float lane[16] = {0};
        MF_ROLLED
        for (int j = 0; j < MF_LANES(11); j++)
            lane[j] += j < 11 ? v[i][j] : 0.0f;
        const float sum = mf_sum16f(lane);
        sums[i] = sum;
    }
    double sums2[16];
    for (int i = 0; i < 16; i++) {
        double lane[16] = {0};
        MF_ROLLED
        for (int j = 0; j < MF_LANES(11); j++)
            lane[j] += j < 11 ? wide[i][j] : 0.0;
        const double sum = mf_sum16(lane);
        sums2[i] = sum;
    }
    for (int i = 0; i < 16; i++) {
        MF_BY_ROW;
        const double sum = sums2[i];
        const float sum2 = sums[i];
        MF_ROLLED
        for (int j = 0; j < 8; j++)
            wide_first[i][j] = wide[i][j] / sum * (double)(v[i][j] / sum2);
        MF_ROLLED
        for (int j = 8; j < 11; j++)
            wide_first[i][j] = wide[i][j] / sum * (double)(v[i][j] / sum2);
    }
}

/* gcc warns where rows become const rows, as C allows since C23, and where arrays
 * share memory in a union. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#endif

/* Initial values of everything, drawn from the seed. */
void two_floats_init(TwoFloats *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
}

/* The function `f`. */
void two_floats_f(TwoFloats *net, const float x[restrict 16][11],
                  double narrow_first[restrict 16][11],
                  double wide_first[restrict 16][11])
{
    (void)net;
    k1_narrow_first(x, narrow_first);
    k2_wide_first(x, wide_first);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

const MfTensor two_floats_tensors[1];

#ifndef TWO_FLOATS_NO_MAIN

/* clang-format off */
static const MfPort f_in[] = {
    {"x", MF_F32, 2, {16, 11}, 0, NULL},
};

static const MfPort f_out[] = {
    {"narrow_first", MF_F64, 2, {16, 11}, 0, NULL},
    {"wide_first", MF_F64, 2, {16, 11}, 0, NULL},
};
/* clang-format on */

static void call_f(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[11] = (const float(*)[11])in[0];
    two_floats_f(net, in0, out[0], out[1]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"f", 16, 1, 2, f_in, f_out, call_f},
};

static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 175};
static const double probe_is_0[] = {0.005803360420651211, 0.01538748842805175, 0.011788761833014853, 0.017778360926266154};
static const long probe_at_1[] = {0, 1, 2, 175};
static const double probe_is_1[] = {0.013630181817450761, -0.006169069062548055, -0.0552747904343365, -0.020967692757520074};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 2.528295326147503e-14},
    {0, 1, 7u, 4, probe_at_1, probe_is_1, 8.809285602332644e-14},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    two_floats_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "two_floats",
    .script = "two_floats.lua",
    .version = "0.1",
    .hash = 0xbe9b38461aa8c92cu,
    .real = MF_F32,
    .size = sizeof(TwoFloats),
    .param_bytes = 0,
    .state_bytes = 0,
    .work_bytes = 0,
    .seed_offset = offsetof(TwoFloats, seed),
    .step_offset = offsetof(TwoFloats, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_funcs = 1,
    .tensor = two_floats_tensors,
    .func = funcs,
    .data = &source,
    .n_probes = 2,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static TwoFloats net;
    return mf_main(argc, argv, &model, &net);
}

#endif

/*
 * near_rows.c - the functions of near_rows.lua. Written by mfc 0.1: edit the script,
 * not this file.
 *
 * 70 parameters; 9 nodes; 1 kernel;
 * bytes: parameters 280, state 0, work 0 (unshared 0), stack 5376
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * MF_BY_ROW          clang shall make vectors along the rows, not across them
 * MF_APART           not made a part of its caller, whose stack its arrays would take
 */
#include "mfrt.h"

#define NEAR_ROWS_PARAM_BYTES 280u
#define NEAR_ROWS_STATE_BYTES 0u
#define NEAR_ROWS_WORK_BYTES 0u
#define NEAR_ROWS_STACK_BYTES 5376u
#define NEAR_ROWS_TENSORS 2u

typedef struct NearRows {
    float W[6][10]; /* near_rows.lua:5 */
    float b[10];    /* near_rows.lua:5 */
    uint64_t seed, step;
} NearRows;

/* Initial values of everything, drawn from the seed. */
void near_rows_init(NearRows *net, uint64_t seed);
/* The function `f`. */
void near_rows_f(NearRows *net, const float x[restrict 12][6],
                 float y[restrict 12][10]);
extern const MfTensor near_rows_tensors[];

/* clang-format off */
_Static_assert(offsetof(NearRows, b) + sizeof(((NearRows *)0)->b) ==
               NEAR_ROWS_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  y = tanh(x W + b)                                               near_rows.lua:6 */
MF_APART
static void k1_y(const float x[restrict 12][6], const float W[restrict 6][10],
                 const float b[restrict 10], float y[restrict 12][10])
{
    float acc[12][16] = {0};
    float W2[6][16];
    for (int j = 0; j < 6; j++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int k = 0; k < 16; k++)
            W2[j][k] = k < 10 ? W[j][k] : 0.0f;
    }
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 6; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                acc[i][k] = fmaf(x[i][j], W2[j][k], acc[i][k]);
        }
    float b2[16];
    MF_ROLLED
    for (int j = 0; j < 16; j++)
        b2[j] = j < 10 ? b[j] : 0.0f;
    for (int i = 0; i < 12; i++) {
        MF_BY_ROW;
        float y2[16];
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            y2[j] = mf_tanhf(acc[i][j] + b2[j]);
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            y[i][j] = y2[j];
    }
}

/* gcc warns where rows become const rows, as C allows since C23, and where arrays
 * share memory in a union. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#endif

/* Initial values of everything, drawn from the seed. */
void near_rows_init(NearRows *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
}

/* The function `f`. */
void near_rows_f(NearRows *net, const float x[restrict 12][6], float y[restrict 12][10])
{
    k1_y(x, net->W, net->b, y);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor near_rows_tensors[] = {
    {"W", MF_F32, MF_PARAM, 2, {6, 10}, offsetof(NearRows, W)},
    {"b", MF_F32, MF_PARAM, 1, {10}, offsetof(NearRows, b)},
};
/* clang-format on */

#ifndef NEAR_ROWS_NO_MAIN

/* clang-format off */
static const MfPort f_in[] = {
    {"x", MF_F32, 2, {12, 6}, 0, NULL},
};

static const MfPort f_out[] = {
    {"y", MF_F32, 2, {12, 10}, 0, NULL},
};
/* clang-format on */

static void call_f(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[6] = (const float(*)[6])in[0];
    near_rows_f(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"f", 12, 1, 1, f_in, f_out, call_f},
};

static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 119};
static const double probe_is_0[] = {0.0, 0.0, 0.0, 0.0};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 1e-08},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    near_rows_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "near_rows",
    .script = "near_rows.lua",
    .version = "0.1",
    .hash = 0x861d03662d6d5afeu,
    .real = MF_F32,
    .size = sizeof(NearRows),
    .param_bytes = 280,
    .state_bytes = 0,
    .work_bytes = 0,
    .seed_offset = offsetof(NearRows, seed),
    .step_offset = offsetof(NearRows, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 2,
    .n_funcs = 1,
    .tensor = near_rows_tensors,
    .func = funcs,
    .data = &source,
    .n_probes = 1,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static NearRows net;
    return mf_main(argc, argv, &model, &net);
}

#endif

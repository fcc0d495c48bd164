/*
 * drawn_taps.c - the functions of drawn_taps.lua. Written by mfc 0.1: edit the script,
 * not this file.
 *
 * 288 parameters; 15 nodes; 3 kernels;
 * bytes: parameters 1152, state 0, work 3136 (unshared 3136), stack 93440
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * mf_plan            what all tiles of a product have in common, from tables of
 *                    counters, outermost first: {extent, step} of the rows in the first
 *                    operand and of the columns in the second, {extent, step, step} of
 *                    the terms in both
 * mf_product         a product of matrices by register tiles as it is planned, with one
 *                    fused multiply-add a term in rising order
 * mf_uniform_row     random numbers from 0 to below 1: seed, stream, step, the first
 *                    element, how many, where to
 * MF_APART           not made a part of its caller, whose stack its arrays would take
 */
#include "mfrt.h"

#define DRAWN_TAPS_PARAM_BYTES 1152u
#define DRAWN_TAPS_STATE_BYTES 0u
#define DRAWN_TAPS_WORK_BYTES 3136u
#define DRAWN_TAPS_STACK_BYTES 93440u
#define DRAWN_TAPS_TENSORS 1u

typedef struct DrawnTaps {
    float W[4][8][3][3]; /* drawn_taps.lua:5 */
    uint64_t seed, step;
    unsigned char gap[48]; /* to a multiple of 64 bytes */
    union {
        struct DrawnTapsPredict {
            float pad[2][8][7][7]; /* calls 1 to 2 */
        } predict;
    } work;
} DrawnTaps;

/* Initial values of everything, drawn from the seed. */
void drawn_taps_init(DrawnTaps *net, uint64_t seed);
/* The function `predict`. */
void drawn_taps_predict(DrawnTaps *net, const float x[restrict 2][8][5][5],
                        float y[restrict 2][4][5][5]);
extern const MfTensor drawn_taps_tensors[];

/* clang-format off */
_Static_assert(sizeof(((DrawnTaps *)0)->work) == DRAWN_TAPS_WORK_BYTES, "work");
_Static_assert(offsetof(DrawnTaps, W) + sizeof(((DrawnTaps *)0)->W) ==
               DRAWN_TAPS_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  pad = pad(x)                                                   drawn_taps.lua:6 */
static void k1_pad(const float x[restrict 2][8][5][5], float pad[restrict 2][8][7][7])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 8; j++) {
            for (int k = 0; k < 7; k++)
                pad[i][j][0][k] = 0.0f;
            for (int k = 0; k < 5; k++) {
                pad[i][j][k + 1][0] = 0.0f;
                MF_ROLLED
                for (int l = 0; l < 5; l++)
                    pad[i][j][k + 1][l + 1] = x[i][j][k][l];
                pad[i][j][k + 1][6] = 0.0f;
            }
            for (int k = 0; k < 7; k++)
                pad[i][j][6][k] = 0.0f;
        }
}

/* 2  y = einsum("ncpqij,ocij->nopq", windows(pad), W)               drawn_taps.lua:6 */
MF_APART
static void k2_y(const float W[restrict 4][8][3][3],
                 const float pad[restrict 2][8][7][7], float y[restrict 2][4][5][5])
{
    static const MfAxis rows[] = {{4, 72}};
    static const MfAxis columns[] = {{2, 392}, {5, 7}, {5, 1}};
    static const MfTerm terms[] = {{8, 9, 49}, {3, 3, 7}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 3, columns, 3, terms);
    float acc[4][64];
    mf_productf(&plan, &W[0][0][0][0], &pad[0][0][0][0], acc[0], 64);
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 5; k++) {
                MF_ROLLED
                for (int l = 0; l < 5; l++)
                    y[i][j][k][l] = acc[j][25 * i + 5 * k + l];
            }
}

/* 3  W = -0.1 + 0.2 * uniform()                                     drawn_taps.lua:5 */
static void k3_W(uint64_t step, uint64_t seed, uint64_t stream,
                 float W[restrict 4][8][3][3])
{
    for (int i = 0; i < 4; i++) {
        float u[72];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(72 * i), 72, u);
        MF_ROLLED
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++)
                    W[i][j][k][l] = -0.1f + 0.2f * u[9 * j + 3 * k + l];
    }
}

/* gcc warns where rows become const rows, as C allows since C23, and where arrays
 * share memory in a union. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wstringop-overflow"
#pragma GCC diagnostic ignored "-Wstringop-overread"
#endif

/* Initial values of everything, drawn from the seed. */
void drawn_taps_init(DrawnTaps *net, uint64_t seed)
{
    memset(net, 0, offsetof(DrawnTaps, work));
    net->seed = seed;
    k3_W(net->step, net->seed, 0x5f875fff279ab970u, net->W);
}

/* The function `predict`. */
void drawn_taps_predict(DrawnTaps *net, const float x[restrict 2][8][5][5],
                        float y[restrict 2][4][5][5])
{
    struct DrawnTapsPredict *w = &net->work.predict;
    k1_pad(x, w->pad);
    k2_y(net->W, w->pad, y);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor drawn_taps_tensors[] = {
    {"W", MF_F32, MF_PARAM, 4, {4, 8, 3, 3}, offsetof(DrawnTaps, W)},
};
/* clang-format on */

#ifndef DRAWN_TAPS_NO_MAIN

/* clang-format off */
static const MfPort predict_in[] = {
    {"x", MF_F32, 4, {2, 8, 5, 5}, 0, NULL},
};

static const MfPort predict_out[] = {
    {"y", MF_F32, 4, {2, 4, 5, 5}, 0, NULL},
};
/* clang-format on */

static void call_predict(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[8][5][5] = (const float(*)[8][5][5])in[0];
    drawn_taps_predict(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"predict", 2, 1, 1, predict_in, predict_out, call_predict},
};

static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 199};
static const double probe_is_0[] = {-0.03894099220633507, 0.07757940888404846, -0.39427199959754944, -0.15017172694206238};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 7.284720668792725e-06},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    drawn_taps_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "drawn_taps",
    .script = "drawn_taps.lua",
    .version = "0.1",
    .hash = 0xda23d59d7b9cbe2fu,
    .real = MF_F32,
    .size = sizeof(DrawnTaps),
    .param_bytes = 1152,
    .state_bytes = 0,
    .work_bytes = 3136,
    .seed_offset = offsetof(DrawnTaps, seed),
    .step_offset = offsetof(DrawnTaps, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 1,
    .n_funcs = 1,
    .tensor = drawn_taps_tensors,
    .func = funcs,
    .data = &source,
    .n_probes = 1,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static _Alignas(64) DrawnTaps net;
    return mf_main(argc, argv, &model, &net);
}

#endif

/*
 * eight_axes.c - the functions of eight_axes.lua. Written by mfc 0.1: edit the script,
 * not this file.
 *
 * 100 parameters; 41 nodes; 2 kernels;
 * bytes: parameters 400, state 0, work 0 (unshared 400), stack 4096
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * mf_uniform         a random number from 0 to below 1: seed, stream, step, element
 */
#include "mfrt.h"

#define EIGHT_AXES_PARAM_BYTES 400u
#define EIGHT_AXES_STATE_BYTES 0u
#define EIGHT_AXES_WORK_BYTES 0u
#define EIGHT_AXES_STACK_BYTES 4096u
#define EIGHT_AXES_TENSORS 10u

typedef struct EightAxes {
    /* v1 to v10 */
    float v1[10][1][1][2][1][1][1][1][5]; /* eight_axes.lua:6 */
    uint64_t seed, step;
} EightAxes;

/* Initial values of everything, drawn from the seed. */
void eight_axes_init(EightAxes *net, uint64_t seed);
/* The function `f`. */
void eight_axes_f(EightAxes *net, const float x[restrict 1][1][2][1][1][1][1][5],
                  float h[restrict 1][1][2][1][1][1][1][5]);
extern const MfTensor eight_axes_tensors[];

/* clang-format off */
_Static_assert(offsetof(EightAxes, v1[9]) + sizeof(((EightAxes *)0)->v1[9]) ==
               EIGHT_AXES_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  h = x * v1
 *    h = h * v2
 *    h = h * v3
 *    h = h * v4
 *    h = h * v5
 *    h = h * v6
 *    h = h * v7
 *    h = h * v8
 *    h = h * v9
 *    h = h * v10                                                    eight_axes.lua:6 */
static void k1_h(const float x[restrict 1][1][2][1][1][1][1][5],
                 const float v1[restrict 1][1][2][1][1][1][1][5],
                 const float v2[restrict 1][1][2][1][1][1][1][5],
                 const float v3[restrict 1][1][2][1][1][1][1][5],
                 const float v4[restrict 1][1][2][1][1][1][1][5],
                 const float v5[restrict 1][1][2][1][1][1][1][5],
                 const float v6[restrict 1][1][2][1][1][1][1][5],
                 const float v7[restrict 1][1][2][1][1][1][1][5],
                 const float v8[restrict 1][1][2][1][1][1][1][5],
                 const float v9[restrict 1][1][2][1][1][1][1][5],
                 const float v10[restrict 1][1][2][1][1][1][1][5],
                 float h[restrict 1][1][2][1][1][1][1][5])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 5; j++) {
            const float h2 = x[0][0][i][0][0][0][0][j] * v1[0][0][i][0][0][0][0][j];
            const float h3 = h2 * v2[0][0][i][0][0][0][0][j];
            const float h4 = h3 * v3[0][0][i][0][0][0][0][j];
            const float h5 = h4 * v4[0][0][i][0][0][0][0][j];
            const float h6 = h5 * v5[0][0][i][0][0][0][0][j];
            const float h7 = h6 * v6[0][0][i][0][0][0][0][j];
            const float h8 = h7 * v7[0][0][i][0][0][0][0][j];
            const float h9 = h8 * v8[0][0][i][0][0][0][0][j];
            const float h10 = h9 * v9[0][0][i][0][0][0][0][j];
            h[0][0][i][0][0][0][0][j] = h10 * v10[0][0][i][0][0][0][0][j];
        }
}

/* 2  v1 = uniform()                                                 eight_axes.lua:6 */
static void k2_v1(uint64_t step, uint64_t seed, uint64_t stream,
                  float v1[restrict 1][1][2][1][1][1][1][5])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 5; j++) {
            const int at = 5 * i + j;
            v1[0][0][i][0][0][0][0][j] = mf_uniformf(seed, stream, step, (uint64_t)at);
        }
}

/* gcc warns where rows become const rows, as C allows since C23, and where arrays
 * share memory in a union. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#endif

/* Initial values of everything, drawn from the seed. */
void eight_axes_init(EightAxes *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
    k2_v1(net->step, net->seed, 0x149cecdc9c81b9f1u, net->v1[0]);
    k2_v1(net->step, net->seed, 0x56ce9b2bb9ff0729u, net->v1[1]);
    k2_v1(net->step, net->seed, 0x3e9b5a1ec6191921u, net->v1[2]);
    k2_v1(net->step, net->seed, 0x6cf4b9793c8e160bu, net->v1[3]);
    k2_v1(net->step, net->seed, 0xb17274731de35e39u, net->v1[4]);
    k2_v1(net->step, net->seed, 0xb7adf181d68a876u, net->v1[5]);
    k2_v1(net->step, net->seed, 0x600bcc23367d6925u, net->v1[6]);
    k2_v1(net->step, net->seed, 0xce191dcb35f2e5bfu, net->v1[7]);
    k2_v1(net->step, net->seed, 0x240de29f2fcefaf4u, net->v1[8]);
    k2_v1(net->step, net->seed, 0xcda3bb9e97866ae6u, net->v1[9]);
}

/* The function `f`. */
void eight_axes_f(EightAxes *net, const float x[restrict 1][1][2][1][1][1][1][5],
                  float h[restrict 1][1][2][1][1][1][1][5])
{
    k1_h(x, net->v1[0], net->v1[1], net->v1[2], net->v1[3], net->v1[4], net->v1[5],
         net->v1[6], net->v1[7], net->v1[8], net->v1[9], h);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor eight_axes_tensors[] = {
    {"v1", MF_F32, MF_PARAM, 8, {1, 1, 2, 1, 1, 1, 1, 5}, offsetof(EightAxes, v1[0])},
    {"v2", MF_F32, MF_PARAM, 8, {1, 1, 2, 1, 1, 1, 1, 5}, offsetof(EightAxes, v1[1])},
    {"v3", MF_F32, MF_PARAM, 8, {1, 1, 2, 1, 1, 1, 1, 5}, offsetof(EightAxes, v1[2])},
    {"v4", MF_F32, MF_PARAM, 8, {1, 1, 2, 1, 1, 1, 1, 5}, offsetof(EightAxes, v1[3])},
    {"v5", MF_F32, MF_PARAM, 8, {1, 1, 2, 1, 1, 1, 1, 5}, offsetof(EightAxes, v1[4])},
    {"v6", MF_F32, MF_PARAM, 8, {1, 1, 2, 1, 1, 1, 1, 5}, offsetof(EightAxes, v1[5])},
    {"v7", MF_F32, MF_PARAM, 8, {1, 1, 2, 1, 1, 1, 1, 5}, offsetof(EightAxes, v1[6])},
    {"v8", MF_F32, MF_PARAM, 8, {1, 1, 2, 1, 1, 1, 1, 5}, offsetof(EightAxes, v1[7])},
    {"v9", MF_F32, MF_PARAM, 8, {1, 1, 2, 1, 1, 1, 1, 5}, offsetof(EightAxes, v1[8])},
    {"v10", MF_F32, MF_PARAM, 8, {1, 1, 2, 1, 1, 1, 1, 5}, offsetof(EightAxes, v1[9])},
};
/* clang-format on */

#ifndef EIGHT_AXES_NO_MAIN

/* clang-format off */
static const MfPort f_in[] = {
    {"x", MF_F32, 8, {1, 1, 2, 1, 1, 1, 1, 5}, 0, NULL},
};

static const MfPort f_out[] = {
    {"h", MF_F32, 8, {1, 1, 2, 1, 1, 1, 1, 5}, 0, NULL},
};
/* clang-format on */

static void call_f(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[1][2][1][1][1][1][5] = (const float(*)[1][2][1][1][1][1][5])in[0];
    eight_axes_f(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"f", 1, 1, 1, f_in, f_out, call_f},
};

static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 9};
static const double probe_is_0[] = {-1.1387207621282869e-07, 2.160504664061591e-05, 1.3395830364970607e-06, -1.7715909734761226e-06};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 1.5986581672914328e-08},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    eight_axes_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "eight_axes",
    .script = "eight_axes.lua",
    .version = "0.1",
    .hash = 0xc34baf91fdbecd48u,
    .real = MF_F32,
    .size = sizeof(EightAxes),
    .param_bytes = 400,
    .state_bytes = 0,
    .work_bytes = 0,
    .seed_offset = offsetof(EightAxes, seed),
    .step_offset = offsetof(EightAxes, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 10,
    .n_funcs = 1,
    .tensor = eight_axes_tensors,
    .func = funcs,
    .data = &source,
    .n_probes = 1,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static EightAxes net;
    return mf_main(argc, argv, &model, &net);
}

#endif

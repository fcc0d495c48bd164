/*
 * zeros_of_strides.c - the functions of zeros_of_strides.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 0 parameters; 14 nodes; 1 kernel;
 * bytes: parameters 0, state 0, work 0 (unshared 0), stack 4096
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 */
#include "mfrt.h"

#define ZEROS_OF_STRIDES_PARAM_BYTES 0u
#define ZEROS_OF_STRIDES_STATE_BYTES 0u
#define ZEROS_OF_STRIDES_WORK_BYTES 0u
#define ZEROS_OF_STRIDES_STACK_BYTES 4096u
#define ZEROS_OF_STRIDES_TENSORS 0u

typedef struct ZerosOfStrides {
    uint64_t seed, step;
} ZerosOfStrides;

/* Initial values of everything, drawn from the seed. */
void zeros_of_strides_init(ZerosOfStrides *net, uint64_t seed);
/* The function `merge`. */
void zeros_of_strides_merge(ZerosOfStrides *net, const float x[restrict 2][4][4][6],
                            const float w2[restrict 2][2][2][24],
                            float dx[restrict 2][4][4][6]);
extern const MfTensor zeros_of_strides_tensors[];

/* clang-format off */
/* clang-format on */

/* 1  db = w[:, :, :, 18:24]
 *    db = w[:, :, :, 6:12]
 *    db = pad(db) + pad(db)
 *    da = w[:, :, :, 12:18]
 *    da = w[:, :, :, 0:6]
 *    da = pad(da) + pad(da)                                   zeros_of_strides.lua:7
 *    dx = pad(db) + pad(da)                                   zeros_of_strides.lua:6 */
static void k1_dx(const float w[restrict 2][2][2][24], float dx[restrict 2][4][4][6])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++) {
            for (int k = 0; k < 2; k++) {
                for (int l = 0; l < 6; l++)
                    dx[i][2 * j][2 * k][l] = 0.0f + w[i][j][k][l];
                for (int l = 0; l < 6; l++)
                    dx[i][2 * j][2 * k + 1][l] = w[i][j][k][l + 12] + 0.0f;
            }
            for (int k = 0; k < 2; k++) {
                for (int l = 0; l < 6; l++)
                    dx[i][2 * j + 1][2 * k][l] = 0.0f + w[i][j][k][l + 6];
                for (int l = 0; l < 6; l++)
                    dx[i][2 * j + 1][2 * k + 1][l] = w[i][j][k][l + 18] + 0.0f;
            }
        }
}

/* gcc warns where rows become const rows, as C allows since C23, and where arrays
 * share memory in a union. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#endif

/* Initial values of everything, drawn from the seed. */
void zeros_of_strides_init(ZerosOfStrides *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
}

/* The function `merge`. */
void zeros_of_strides_merge(ZerosOfStrides *net, const float x[restrict 2][4][4][6],
                            const float w2[restrict 2][2][2][24],
                            float dx[restrict 2][4][4][6])
{
    (void)net;
    (void)x;
    k1_dx(w2, dx);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

const MfTensor zeros_of_strides_tensors[1];

#ifndef ZEROS_OF_STRIDES_NO_MAIN

/* clang-format off */
static const MfPort merge_in[] = {
    {"x", MF_F32, 4, {2, 4, 4, 6}, 0, NULL},
    {"w", MF_F32, 4, {2, 2, 2, 24}, 0, NULL},
};

static const MfPort merge_out[] = {
    {"dx", MF_F32, 4, {2, 4, 4, 6}, 0, NULL},
};
/* clang-format on */

static void call_merge(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[4][4][6] = (const float(*)[4][4][6])in[0];
    const float(*in1)[2][2][24] = (const float(*)[2][2][24])in[1];
    zeros_of_strides_merge(net, in0, in1, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"merge", 2, 2, 1, merge_in, merge_out, call_merge},
};

static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 191};
static const double probe_is_0[] = {0.7266730070114136, -0.29306766390800476, -0.2968388795852661, 0.6354482173919678};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 9.907609353065492e-06},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    zeros_of_strides_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "zeros_of_strides",
    .script = "zeros_of_strides.lua",
    .version = "0.1",
    .hash = 0x6fea30fc98597b00u,
    .real = MF_F32,
    .size = sizeof(ZerosOfStrides),
    .param_bytes = 0,
    .state_bytes = 0,
    .work_bytes = 0,
    .seed_offset = offsetof(ZerosOfStrides, seed),
    .step_offset = offsetof(ZerosOfStrides, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_funcs = 1,
    .tensor = zeros_of_strides_tensors,
    .func = funcs,
    .data = &source,
    .n_probes = 1,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static ZerosOfStrides net;
    return mf_main(argc, argv, &model, &net);
}

#endif

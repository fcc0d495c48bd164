/*
 * copied_rows.c - the functions of copied_rows.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 0 parameters; 2 nodes; 1 kernel;
 * bytes: parameters 0, state 0, work 0 (unshared 0), stack 4096
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 */
#include "mfrt.h"

#define COPIED_ROWS_PARAM_BYTES 0u
#define COPIED_ROWS_STATE_BYTES 0u
#define COPIED_ROWS_WORK_BYTES 0u
#define COPIED_ROWS_STACK_BYTES 4096u
#define COPIED_ROWS_TENSORS 0u

typedef struct CopiedRows {
    uint64_t seed, step;
} CopiedRows;

/* Initial values of everything, drawn from the seed. */
void copied_rows_init(CopiedRows *net, uint64_t seed);
/* The function `f`. */
void copied_rows_f(CopiedRows *net, const float x[restrict 5][2][3][7][7],
                   float y[restrict 5][3][2][7][7]);
extern const MfTensor copied_rows_tensors[];

/* clang-format off */
/* clang-format on */

/* 1  y = permute(x)                                                copied_rows.lua:4 */
static void k1_y(const float x[restrict 5][2][3][7][7], float y[restrict 5][3][2][7][7])
{
    for (int i = 0; i < 5; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 2; k++)
                for (int l = 0; l < 7; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 7; m++)
                        y[i][j][k][l][m] = x[i][k][j][l][m];
                }
}

/* gcc warns where rows become const rows, as C allows since C23, and where arrays
 * share memory in a union. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#endif

/* Initial values of everything, drawn from the seed. */
void copied_rows_init(CopiedRows *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
}

/* The function `f`. */
void copied_rows_f(CopiedRows *net, const float x[restrict 5][2][3][7][7],
                   float y[restrict 5][3][2][7][7])
{
    (void)net;
    k1_y(x, y);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

const MfTensor copied_rows_tensors[1];

#ifndef COPIED_ROWS_NO_MAIN

/* clang-format off */
static const MfPort f_in[] = {
    {"x", MF_F32, 5, {5, 2, 3, 7, 7}, 0, NULL},
};

static const MfPort f_out[] = {
    {"y", MF_F32, 5, {5, 3, 2, 7, 7}, 0, NULL},
};
/* clang-format on */

static void call_f(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[2][3][7][7] = (const float(*)[2][3][7][7])in[0];
    copied_rows_f(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"f", 5, 1, 1, f_in, f_out, call_f},
};

static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 1469};
static const double probe_is_0[] = {-0.16015984117984772, 0.541771411895752, 0.9637938141822815, 0.9390912652015686};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 9.999195466041565e-06},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    copied_rows_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "copied_rows",
    .script = "copied_rows.lua",
    .version = "0.1",
    .hash = 0x4e2accbf719a3dc8u,
    .real = MF_F32,
    .size = sizeof(CopiedRows),
    .param_bytes = 0,
    .state_bytes = 0,
    .work_bytes = 0,
    .seed_offset = offsetof(CopiedRows, seed),
    .step_offset = offsetof(CopiedRows, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_funcs = 1,
    .tensor = copied_rows_tensors,
    .func = funcs,
    .data = &source,
    .n_probes = 1,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static CopiedRows net;
    return mf_main(argc, argv, &model, &net);
}

#endif

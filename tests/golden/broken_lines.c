/*
 * broken_lines.c - the functions of broken_lines.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 0 parameters; 17 nodes; 1 kernel;
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

#define BROKEN_LINES_PARAM_BYTES 0u
#define BROKEN_LINES_STATE_BYTES 0u
#define BROKEN_LINES_WORK_BYTES 0u
#define BROKEN_LINES_STACK_BYTES 4096u
#define BROKEN_LINES_TENSORS 0u

typedef struct BrokenLines {
    uint64_t seed, step;
} BrokenLines;

/* Initial values of everything, drawn from the seed. */
void broken_lines_init(BrokenLines *net, uint64_t seed);
/* The function `shift`. */
void broken_lines_shift(BrokenLines *net, const float normalised[restrict 3][6][4],
                        const float layernorm_weight[restrict 4],
                        const float layernorm_bias[restrict 4],
                        const float mix[restrict 4], float mixed[restrict 3][6][4]);
extern const MfTensor broken_lines_tensors[];

/* clang-format off */
/* clang-format on */

/* 1  now = normalised * layernorm_weight + layernorm_bias         broken_lines.lua:9
 *    last = pad(now[:, 0:5, :])                                  broken_lines.lua:10
 *    mixed = now * mix + last * (1 - mix)                        broken_lines.lua:14 */
static void k1_mixed(const float normalised[restrict 3][6][4],
                     const float layernorm_weight[restrict 4],
                     const float layernorm_bias[restrict 4],
                     const float mix[restrict 4], float mixed[restrict 3][6][4])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 6; j++) {
            MF_ROLLED
            for (int k = 0; k < 4; k++) {
                const float t = normalised[i][j][k] * layernorm_weight[k];
                const float now = t + layernorm_bias[k];
                const float t2 = 1.0f - mix[k];
                const float t3 = now * mix[k];
                /* clang-format off */
                mixed[i][j][k] =
                    t3 +
                    (j >= 1
                        ? normalised[i][j - 1][k] * layernorm_weight[k] +
                        layernorm_bias[k] : 0.0f) * t2;
                /* clang-format on */
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
void broken_lines_init(BrokenLines *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
}

/* The function `shift`. */
void broken_lines_shift(BrokenLines *net, const float normalised[restrict 3][6][4],
                        const float layernorm_weight[restrict 4],
                        const float layernorm_bias[restrict 4],
                        const float mix[restrict 4], float mixed[restrict 3][6][4])
{
    (void)net;
    k1_mixed(normalised, layernorm_weight, layernorm_bias, mix, mixed);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

const MfTensor broken_lines_tensors[1];

#ifndef BROKEN_LINES_NO_MAIN

/* clang-format off */
static const MfPort shift_in[] = {
    {"normalised", MF_F32, 3, {3, 6, 4}, 0, NULL},
    {"layernorm_weight", MF_F32, 1, {4}, 0, NULL},
    {"layernorm_bias", MF_F32, 1, {4}, 0, NULL},
    {"mix", MF_F32, 1, {4}, 0, NULL},
};

static const MfPort shift_out[] = {
    {"mixed", MF_F32, 3, {3, 6, 4}, 0, NULL},
};
/* clang-format on */

static void call_shift(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[6][4] = (const float(*)[6][4])in[0];
    const float *in1 = in[1];
    const float *in2 = in[2];
    const float *in3 = in[3];
    broken_lines_shift(net, in0, in1, in2, in3, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"shift", 0, 4, 1, shift_in, shift_out, call_shift},
};

static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 71};
static const double probe_is_0[] = {-0.39825087785720825, 0.056592535227537155, -0.038845714181661606, -1.0039126873016357};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 1.866086078643799e-05},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    broken_lines_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "broken_lines",
    .script = "broken_lines.lua",
    .version = "0.1",
    .hash = 0xff2735e447bdd740u,
    .real = MF_F32,
    .size = sizeof(BrokenLines),
    .param_bytes = 0,
    .state_bytes = 0,
    .work_bytes = 0,
    .seed_offset = offsetof(BrokenLines, seed),
    .step_offset = offsetof(BrokenLines, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_funcs = 1,
    .tensor = broken_lines_tensors,
    .func = funcs,
    .data = &source,
    .n_probes = 1,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static BrokenLines net;
    return mf_main(argc, argv, &model, &net);
}

#endif

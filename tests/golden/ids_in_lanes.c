/*
 * ids_in_lanes.c - the functions of ids_in_lanes.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 0 parameters; 13 nodes; 1 kernel;
 * bytes: parameters 0, state 0, work 0 (unshared 0), stack 4160
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * MF_LANES           how many of the 16 lanes of a sum the loop goes over: n or all
 * mf_sum16           the sum of 16 lanes, added as a tree: always in the same order
 */
#include "mfrt.h"

#define IDS_IN_LANES_PARAM_BYTES 0u
#define IDS_IN_LANES_STATE_BYTES 0u
#define IDS_IN_LANES_WORK_BYTES 0u
#define IDS_IN_LANES_STACK_BYTES 4160u
#define IDS_IN_LANES_TENSORS 0u

typedef struct IdsInLanes {
    uint64_t seed, step;
} IdsInLanes;

/* Initial values of everything, drawn from the seed. */
void ids_in_lanes_init(IdsInLanes *net, uint64_t seed);
/* The function `score`. */
void ids_in_lanes_score(IdsInLanes *net, const int32_t y[restrict 3][6],
                        const float moves[restrict 16], float score[restrict 3]);
extern const MfTensor ids_in_lanes_tensors[];

/* clang-format off */
/* clang-format on */

/* 1  pairs_of_y = y[:, 0:5] * 4 + y[:, 1:6]                       ids_in_lanes.lua:5
 *    score = sum(gather(moves, minimum(maximum(pairs_of_y, 0),
 *        15)))                                                    ids_in_lanes.lua:9 */
static void k1_score(const int32_t y[restrict 3][6], const float moves[restrict 16],
                     float score[restrict 3])
{
    for (int i = 0; i < 3; i++) {
        float lane[16] = {0};
        MF_ROLLED
        for (int j = 0; j < MF_LANES(5); j++) {
            /* clang-format off */
            const int at =
                j < 5
                ? mf_mini(mf_maxi(mf_addi(mf_muli(y[i][j], 4), y[i][j + 1]), 0), 15)
                : 0;
            /* clang-format on */
            lane[j] += j < 5 ? moves[at] : 0.0f;
        }
        const float sum = mf_sum16f(lane);
        score[i] = sum;
    }
}

/* gcc warns where rows become const rows, as C allows since C23, and where arrays
 * share memory in a union. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#endif

/* Initial values of everything, drawn from the seed. */
void ids_in_lanes_init(IdsInLanes *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
}

/* The function `score`. */
void ids_in_lanes_score(IdsInLanes *net, const int32_t y[restrict 3][6],
                        const float moves[restrict 16], float score[restrict 3])
{
    (void)net;
    k1_score(y, moves, score);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

const MfTensor ids_in_lanes_tensors[1];

#ifndef IDS_IN_LANES_NO_MAIN

/* clang-format off */
static const MfPort score_in[] = {
    {"y", MF_I32, 2, {3, 6}, 0, NULL},
    {"moves", MF_F32, 1, {16}, 0, NULL},
};

static const MfPort score_out[] = {
    {"score", MF_F32, 1, {3}, 0, NULL},
};
/* clang-format on */

static void call_score(void *net, const void *const *in, void *const *out)
{
    const int32_t(*in0)[6] = (const int32_t(*)[6])in[0];
    const float *in1 = in[1];
    ids_in_lanes_score(net, in0, in1, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"score", 0, 2, 1, score_in, score_out, call_score},
};

static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2};
static const double probe_is_0[] = {2.0510106086730957, 1.7148737907409668, -0.09157192707061768};
static const MfProbe probes[] = {
    {0, 0, 7u, 3, probe_at_0, probe_is_0, 2.0520106086730956e-05},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    ids_in_lanes_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "ids_in_lanes",
    .script = "ids_in_lanes.lua",
    .version = "0.1",
    .hash = 0x2a6e2e45bc5bcdfdu,
    .real = MF_F32,
    .size = sizeof(IdsInLanes),
    .param_bytes = 0,
    .state_bytes = 0,
    .work_bytes = 0,
    .seed_offset = offsetof(IdsInLanes, seed),
    .step_offset = offsetof(IdsInLanes, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_funcs = 1,
    .tensor = ids_in_lanes_tensors,
    .func = funcs,
    .data = &source,
    .n_probes = 1,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static IdsInLanes net;
    return mf_main(argc, argv, &model, &net);
}

#endif

/*
 * alike.c - the functions of alike.lua. Written by mfc 0.1: edit the script, not this
 * file.
 *
 * 1720 parameters; 163 nodes; 3 kernels;
 * bytes: parameters 6880, state 0, work 640 (unshared 11392), stack 5632
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * MF_LANES           how many of the 16 lanes of a sum the loop goes over: n or all
 * mf_sum16           the sum of 16 lanes, added as a tree: always in the same order
 * mf_max16           the largest of 16 lanes
 * mf_uniform_row     random numbers from 0 to below 1: seed, stream, step, the first
 *                    element, how many, where to
 * MF_APART           not made a part of its caller, whose stack its arrays would take
 */
#include "mfrt.h"

#define ALIKE_PARAM_BYTES 6880u
#define ALIKE_STATE_BYTES 0u
#define ALIKE_WORK_BYTES 640u
#define ALIKE_STACK_BYTES 5632u
#define ALIKE_TENSORS 2u

typedef struct Alike {
    float W[3][40];  /* alike.lua:6 */
    float V[40][40]; /* alike.lua:7 */
    uint64_t seed, step;
    union {
        union AlikeF {
            float h3[2][40]; /* calls 5 to 6 */
            struct {
                float h[2][40];  /* calls 1 to 2 */
                float h4[2][40]; /* calls 2 to 3 */
            };
            struct {
                float h2[2][40]; /* calls 3 to 4 */
                float h5[2][40]; /* calls 4 to 5 */
            };
        } f;
    } work;
} Alike;

/* Initial values of everything, drawn from the seed. */
void alike_init(Alike *net, uint64_t seed);
/* The function `f`. */
void alike_f(Alike *net, const float x[restrict 2][6][3],
             const float h0[restrict 2][40], float h[restrict 2][40]);
extern const MfTensor alike_tensors[];

/* clang-format off */
_Static_assert(sizeof(((Alike *)0)->work) == ALIKE_WORK_BYTES, "work");
_Static_assert(offsetof(Alike, V) + sizeof(((Alike *)0)->V) ==
               ALIKE_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  add = x[:, 0:1, :] W + h0 V
 *    max = max(add)
 *    exp = exp(add - max)
 *    inverse = 1 / sum(exp)
 *    softmax = exp * inverse
 *    product = softmax V
 *    max = max(product)
 *    exp = exp(product - max)
 *    inverse = 1 / sum(exp)
 *    h = exp * inverse
 *    where at = 0                                                       alike.lua:10 */
MF_APART
static void k1_h(const float x[restrict 2][6][3], const float W[restrict 3][40],
                 const float h0[restrict 2][40], const float V[restrict 40][40], int at,
                 float h[restrict 2][40])
{
    for (int i = 0; i < 2; i++) {
        float acc[40] = {0};
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 40; k++)
                acc[k] = fmaf(x[i][at][j], W[j][k], acc[k]);
        float acc2[40] = {0};
        for (int j = 0; j < 40; j++)
            for (int k = 0; k < 40; k++)
                acc2[k] = fmaf(h0[i][j], V[j][k], acc2[k]);
        float add[40];
        for (int j = 0; j < 40; j++)
            add[j] = acc[j] + acc2[j];
        float lane[16];
        for (int i0 = 0; i0 < 16; i0++)
            lane[i0] = -INFINITY;
        for (int j = 0; j < 2; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] = mf_maxf(add[16 * j + k], lane[k]);
        }
        MF_ROLLED
        for (int j = 0; j < MF_LANES(8); j++)
            lane[j] = mf_maxf(j < 8 ? add[j + 32] : -INFINITY, lane[j]);
        const float top = mf_max16f(lane);
        float exp[40];
        for (int j = 0; j < 40; j++)
            exp[j] = mf_expf(add[j] - top);
        float lane2[16] = {0};
        for (int j = 0; j < 2; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane2[k] += exp[16 * j + k];
        }
        MF_ROLLED
        for (int j = 0; j < MF_LANES(8); j++)
            lane2[j] += j < 8 ? exp[j + 32] : 0.0f;
        const float sum = mf_sum16f(lane2);
        const float inverse = 1.0f / sum;
        float softmax[40];
        for (int j = 0; j < 40; j++)
            softmax[j] = exp[j] * inverse;
        float acc3[40] = {0};
        for (int j = 0; j < 40; j++)
            for (int k = 0; k < 40; k++)
                acc3[k] = fmaf(softmax[j], V[j][k], acc3[k]);
        float product[40];
        for (int j = 0; j < 40; j++)
            product[j] = acc3[j];
        float lane3[16];
        for (int i0 = 0; i0 < 16; i0++)
            lane3[i0] = -INFINITY;
        for (int j = 0; j < 2; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane3[k] = mf_maxf(product[16 * j + k], lane3[k]);
        }
        MF_ROLLED
        for (int j = 0; j < MF_LANES(8); j++)
            lane3[j] = mf_maxf(j < 8 ? product[j + 32] : -INFINITY, lane3[j]);
        const float top2 = mf_max16f(lane3);
        float exp2[40];
        for (int j = 0; j < 40; j++)
            exp2[j] = mf_expf(product[j] - top2);
        float lane4[16] = {0};
        for (int j = 0; j < 2; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane4[k] += exp2[16 * j + k];
        }
        MF_ROLLED
        for (int j = 0; j < MF_LANES(8); j++)
            lane4[j] += j < 8 ? exp2[j + 32] : 0.0f;
        const float sum2 = mf_sum16f(lane4);
        const float inverse2 = 1.0f / sum2;
        for (int j = 0; j < 40; j++)
            h[i][j] = exp2[j] * inverse2;
    }
}

/* 2  W = sqrt(-2 * log1p(-uniform())) * cos(6.28319 * uniform())         alike.lua:6 */
static void k2_W(uint64_t step, uint64_t seed, uint64_t stream, uint64_t stream2,
                 float W[restrict 3][40])
{
    for (int i = 0; i < 3; i++) {
        float u[40];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(40 * i), 40, u);
        float u2[40];
        mf_uniform_rowf(seed, stream2, step, (uint64_t)(40 * i), 40, u2);
        for (int j = 0; j < 40; j++)
            W[i][j] = sqrtf(-2.0f * mf_log1pf(-u[j])) * mf_cosf(6.2831855f * u2[j]);
    }
}

/* 3  V = sqrt(-2 * log1p(-uniform())) * cos(6.28319 * uniform())         alike.lua:7 */
static void k3_V(uint64_t step, uint64_t seed, uint64_t stream, uint64_t stream2,
                 float V[restrict 40][40])
{
    for (int i = 0; i < 40; i++) {
        float u[40];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(40 * i), 40, u);
        float u2[40];
        mf_uniform_rowf(seed, stream2, step, (uint64_t)(40 * i), 40, u2);
        for (int j = 0; j < 40; j++)
            V[i][j] = sqrtf(-2.0f * mf_log1pf(-u[j])) * mf_cosf(6.2831855f * u2[j]);
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
void alike_init(Alike *net, uint64_t seed)
{
    memset(net, 0, offsetof(Alike, work));
    net->seed = seed;
    k2_W(net->step, net->seed, 0x5f875fff279ab970u, 0x4d4723a9e5b5d394u, net->W);
    k3_V(net->step, net->seed, 0x5f42ddd2f6fc5089u, 0xa418ea17c26155au, net->V);
}

/* The function `f`. */
void alike_f(Alike *net, const float x[restrict 2][6][3],
             const float h0[restrict 2][40], float h[restrict 2][40])
{
    union AlikeF *w = &net->work.f;
    k1_h(x, net->W, h0, net->V, 0, w->h);
    k1_h(x, net->W, w->h, net->V, 1, w->h4);
    k1_h(x, net->W, w->h4, net->V, 2, w->h2);
    k1_h(x, net->W, w->h2, net->V, 3, w->h5);
    k1_h(x, net->W, w->h5, net->V, 4, w->h3);
    k1_h(x, net->W, w->h3, net->V, 5, h);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor alike_tensors[] = {
    {"W", MF_F32, MF_PARAM, 2, {3, 40}, offsetof(Alike, W)},
    {"V", MF_F32, MF_PARAM, 2, {40, 40}, offsetof(Alike, V)},
};
/* clang-format on */

#ifndef ALIKE_NO_MAIN

/* clang-format off */
static const MfPort f_in[] = {
    {"x", MF_F32, 3, {2, 6, 3}, 0, NULL},
    {"h0", MF_F32, 2, {2, 40}, 0, NULL},
};

static const MfPort f_out[] = {
    {"h", MF_F32, 2, {2, 40}, 0, NULL},
};
/* clang-format on */

static void call_f(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[6][3] = (const float(*)[6][3])in[0];
    const float(*in1)[40] = (const float(*)[40])in[1];
    alike_f(net, in0, in1, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"f", 2, 2, 1, f_in, f_out, call_f},
};

static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 79};
static const double probe_is_0[] = {0.018288521096110344, 0.031055450439453125, 0.0263848677277565, 0.02466350980103016};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 3.7846466362476355e-07},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    alike_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "alike",
    .script = "alike.lua",
    .version = "0.1",
    .hash = 0x1ee491042fba16bbu,
    .real = MF_F32,
    .size = sizeof(Alike),
    .param_bytes = 6880,
    .state_bytes = 0,
    .work_bytes = 640,
    .seed_offset = offsetof(Alike, seed),
    .step_offset = offsetof(Alike, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 2,
    .n_funcs = 1,
    .tensor = alike_tensors,
    .func = funcs,
    .data = &source,
    .n_probes = 1,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static Alike net;
    return mf_main(argc, argv, &model, &net);
}

#endif

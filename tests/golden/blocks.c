/*
 * blocks.c - trains and runs the network of blocks.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 93216 parameters; a step of 194 nodes; 22 kernels;
 * bytes: parameters 372864, state 0, work 294912 (unshared 913536), stack 129280
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * mf_sum16           the sum of 16 lanes, added as a tree: always in the same order
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

#define BLOCKS_PARAM_BYTES 372864u
#define BLOCKS_STATE_BYTES 0u
#define BLOCKS_WORK_BYTES 294912u
#define BLOCKS_STACK_BYTES 129280u
#define BLOCKS_TENSORS 25u

typedef struct Blocks {
    /* linear1.weight to linear12.bias */
    struct {
        float linear1_weight[96][80]; /* blocks.lua:9 */
        float linear1_bias[80];       /* blocks.lua:9 */
        float linear2_weight[80][96]; /* blocks.lua:9 */
        float linear2_bias[96];       /* blocks.lua:9 */
    } block[6];
    /* settings, which --set changes */
    float lr; /* blocks.lua:14 */
    uint64_t seed, step;
    unsigned char gap[40]; /* to a multiple of 64 bytes */
    /* work memory: one function runs at a time */
    union {
        union BlocksStep {
            struct {
                float tanh[6][64][80]; /* calls 1 to 48 */
                float h[5][64][96];    /* calls 2 to 44 */
                float error[64][96];   /* calls 12 to 13 */
                float dh[64][96];      /* calls 12 to 48 */
            };
            struct {
                unsigned char gap1[245760];
                float dlinear[64][80]; /* calls 15 to 47 */
            };
        } step;
        struct BlocksEval {
            float h[64][96];       /* calls 2 to 13 */
            float product[64][96]; /* calls 12 to 13 */
            float tanh[64][80];    /* calls 1 to 12 */
        } eval;
        struct BlocksEvalOne {
            float h[1][96];       /* calls 2 to 13 */
            float product[1][96]; /* calls 12 to 13 */
            float tanh[1][80];    /* calls 1 to 12 */
        } eval_one;
    } work;
} Blocks;

/* Initial values of everything, drawn from the seed. */
void blocks_init(Blocks *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float blocks_step(Blocks *net, const float x[restrict 64][96],
                  const float y[restrict 64][96]);
/* The loss and the metrics as in inference, without an update. */
float blocks_eval(Blocks *net, const float x[restrict 64][96],
                  const float y[restrict 64][96]);
/* The same of a batch of one row. */
float blocks_eval_one(Blocks *net, const float x[restrict 1][96],
                      const float y[restrict 1][96]);
extern const MfTensor blocks_tensors[];

/* clang-format off */
_Static_assert(sizeof(((Blocks *)0)->work) == BLOCKS_WORK_BYTES, "work");
_Static_assert(offsetof(Blocks, block[5].linear2_bias) + sizeof(((Blocks *)0)->block[5].linear2_bias) ==
               BLOCKS_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  tanh = tanh(x linear1_weight + linear1_bias)                       blocks.lua:9 */
MF_APART
static void k1_tanh(const float x[restrict 64][96],
                    const float linear1_weight[restrict 96][80],
                    const float linear1_bias[restrict 80], float tanh[restrict 64][80])
{
    static const MfAxis rows[] = {{64, 96}};
    static const MfAxis columns[] = {{80, 1}};
    static const MfTerm terms[] = {{96, 1, 80}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][96];
    mf_productf(&plan, &x[0][0], &linear1_weight[0][0], acc[0], 96);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 80; j++)
            tanh[i][j] = mf_tanhf(acc[i][j] + linear1_bias[j]);
}

/* 2  h = x + (tanh linear2_weight + linear2_bias)                       blocks.lua:9 */
MF_APART
static void k2_h(const float tanh[restrict 64][80],
                 const float linear2_weight[restrict 80][96],
                 const float x[restrict 64][96], const float linear2_bias[restrict 96],
                 float h[restrict 64][96])
{
    static const MfAxis rows[] = {{64, 80}};
    static const MfAxis columns[] = {{96, 1}};
    static const MfTerm terms[] = {{80, 1, 96}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][96];
    mf_productf(&plan, &tanh[0][0], &linear2_weight[0][0], acc[0], 96);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 96; j++)
            h[i][j] = x[i][j] + (acc[i][j] + linear2_bias[j]);
}

/* 3  h = h + (tanh linear12_weight + linear12_bias)                     blocks.lua:9
 *    error = h - y
 *    dh = 0.00016276 * error + 0.00016276 * error                      blocks.lua:14 */
MF_APART
static void k3_dh(const float tanh[restrict 64][80],
                  const float linear12_weight[restrict 80][96],
                  const float h[restrict 64][96],
                  const float linear12_bias[restrict 96],
                  const float y[restrict 64][96], float error[restrict 64][96],
                  float dh[restrict 64][96])
{
    static const MfAxis rows[] = {{64, 80}};
    static const MfAxis columns[] = {{96, 1}};
    static const MfTerm terms[] = {{80, 1, 96}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][96];
    mf_productf(&plan, &tanh[0][0], &linear12_weight[0][0], acc[0], 96);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 96; j++) {
            const float h2 = h[i][j] + (acc[i][j] + linear12_bias[j]);
            const float error2 = h2 - y[i][j];
            error[i][j] = error2;
            const float t = 0.00016276042f * error2;
            dh[i][j] = t + t;
        }
}

/* 4  loss = sum(error * error) / 6144                                  blocks.lua:14 */
static void k4_loss(const float error[restrict 64][96], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 6; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += error[i][16 * j + k] * error[i][16 * j + k];
        }
    const float sum = mf_sum16f(lane);
    *loss = sum / 6144.0f;
}

/* 5  dlinear12_bias = sum(dh)                                           blocks.lua:9
 *    linear12_bias = linear12_bias - lr * dlinear12_bias               blocks.lua:14 */
MF_APART
static void k5_linear12_bias(const float dh[restrict 64][96], float lr,
                             float linear12_bias[restrict 96])
{
    float acc[96] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 96; j++)
            acc[j] += dh[i][j];
    for (int i = 0; i < 96; i++)
        linear12_bias[i] = linear12_bias[i] - lr * acc[i];
}

/* 6  dlinear11 = dh linear12_weight' * (1 - tanh * tanh)                blocks.lua:9 */
MF_APART
static void k6_dlinear11(const float dh[restrict 64][96],
                         const float linear12_weight[restrict 80][96],
                         const float tanh[restrict 64][80],
                         float dlinear11[restrict 64][80])
{
    static const MfAxis rows[] = {{64, 96}};
    static const MfAxis columns[] = {{80, 96}};
    static const MfTerm terms[] = {{96, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][96];
    mf_productf(&plan, &dh[0][0], &linear12_weight[0][0], acc[0], 96);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 80; j++)
            dlinear11[i][j] = acc[i][j] * (1.0f - tanh[i][j] * tanh[i][j]);
}

/* 7  dlinear11_bias = sum(dlinear11)                                    blocks.lua:9
 *    linear11_bias = linear11_bias - lr * dlinear11_bias               blocks.lua:14 */
MF_APART
static void k7_linear11_bias(const float dlinear11[restrict 64][80], float lr,
                             float linear11_bias[restrict 80])
{
    float acc[80] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 80; j++)
            acc[j] += dlinear11[i][j];
    for (int i = 0; i < 80; i++)
        linear11_bias[i] = linear11_bias[i] - lr * acc[i];
}

/* 8  dlinear12_weight = tanh' dh                                        blocks.lua:9
 *    linear12_weight = linear12_weight - lr * dlinear12_weight         blocks.lua:14 */
MF_APART
static void k8_linear12_weight(const float tanh[restrict 64][80],
                               const float dh[restrict 64][96], float lr,
                               float linear12_weight[restrict 80][96])
{
    static const MfAxis rows[] = {{80, 1}};
    static const MfAxis columns[] = {{96, 1}};
    static const MfTerm terms[] = {{64, 80, 96}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[80][96];
    mf_productf(&plan, &tanh[0][0], &dh[0][0], acc[0], 96);
    for (int i = 0; i < 80; i++)
        for (int j = 0; j < 96; j++)
            linear12_weight[i][j] = linear12_weight[i][j] - lr * acc[i][j];
}

/* 9  dh = dh + dlinear11 linear11_weight'                               blocks.lua:9 */
MF_APART
static void k9_dh(const float dlinear11[restrict 64][80],
                  const float linear11_weight[restrict 96][80],
                  float dh[restrict 64][96])
{
    static const MfAxis rows[] = {{64, 80}};
    static const MfAxis columns[] = {{96, 80}};
    static const MfTerm terms[] = {{80, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][96];
    mf_productf(&plan, &dlinear11[0][0], &linear11_weight[0][0], acc[0], 96);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 96; j++)
            dh[i][j] = dh[i][j] + acc[i][j];
}

/* 10  dlinear11_weight = h' dlinear11                                   blocks.lua:9
 *     linear11_weight = linear11_weight - lr * dlinear11_weight        blocks.lua:14 */
MF_APART
static void k10_linear11_weight(const float h[restrict 64][96],
                                const float dlinear11[restrict 64][80], float lr,
                                float linear11_weight[restrict 96][80])
{
    static const MfAxis rows[] = {{96, 1}};
    static const MfAxis columns[] = {{80, 1}};
    static const MfTerm terms[] = {{64, 96, 80}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[96][96];
    mf_productf(&plan, &h[0][0], &dlinear11[0][0], acc[0], 96);
    for (int i = 0; i < 96; i++)
        for (int j = 0; j < 80; j++)
            linear11_weight[i][j] = linear11_weight[i][j] - lr * acc[i][j];
}

/* 11  h = h + (tanh linear4_weight + linear4_bias)                      blocks.lua:9 */
MF_APART
static void k11_h(const float tanh[restrict 64][80],
                  const float linear4_weight[restrict 80][96],
                  const float linear4_bias[restrict 96], float h[restrict 64][96])
{
    static const MfAxis rows[] = {{64, 80}};
    static const MfAxis columns[] = {{96, 1}};
    static const MfTerm terms[] = {{80, 1, 96}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][96];
    mf_productf(&plan, &tanh[0][0], &linear4_weight[0][0], acc[0], 96);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 96; j++)
            h[i][j] = h[i][j] + (acc[i][j] + linear4_bias[j]);
}

/* 12  product = tanh linear12_weight                                    blocks.lua:9 */
MF_APART
static void k12_product(const float tanh[restrict 64][80],
                        const float linear12_weight[restrict 80][96],
                        float product[restrict 64][96])
{
    static const MfAxis rows[] = {{64, 80}};
    static const MfAxis columns[] = {{96, 1}};
    static const MfTerm terms[] = {{80, 1, 96}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][96];
    mf_productf(&plan, &tanh[0][0], &linear12_weight[0][0], acc[0], 96);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 96; j++)
            product[i][j] = acc[i][j];
}

/* 13  h = h + (product + linear12_bias)                                 blocks.lua:9
 *     error = h - y
 *     loss = sum(error * error) / 6144                                 blocks.lua:14 */
static void k13_loss(const float h[restrict 64][96],
                     const float product[restrict 64][96],
                     const float linear12_bias[restrict 96],
                     const float y[restrict 64][96], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 6; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float linear12 =
                    product[i][16 * j + k] + linear12_bias[16 * j + k];
                const float h2 = h[i][16 * j + k] + linear12;
                const float error = h2 - y[i][16 * j + k];
                lane[k] += error * error;
            }
        }
    const float sum = mf_sum16f(lane);
    *loss = sum / 6144.0f;
}

/* 14  tanh = tanh(x linear1_weight + linear1_bias)                      blocks.lua:9 */
MF_APART
static void k14_tanh(const float x[restrict 1][96],
                     const float linear1_weight[restrict 96][80],
                     const float linear1_bias[restrict 80], float tanh[restrict 1][80])
{
    float acc[80] = {0};
    for (int i = 0; i < 96; i++)
        for (int j = 0; j < 80; j++)
            acc[j] = fmaf(x[0][i], linear1_weight[i][j], acc[j]);
    for (int i = 0; i < 80; i++)
        tanh[0][i] = mf_tanhf(acc[i] + linear1_bias[i]);
}

/* 15  h = x + (tanh linear2_weight + linear2_bias)                      blocks.lua:9 */
static void k15_h(const float tanh[restrict 1][80],
                  const float linear2_weight[restrict 80][96],
                  const float x[restrict 1][96], const float linear2_bias[restrict 96],
                  float h[restrict 1][96])
{
    float acc[96] = {0};
    for (int i = 0; i < 80; i++)
        for (int j = 0; j < 96; j++)
            acc[j] = fmaf(tanh[0][i], linear2_weight[i][j], acc[j]);
    for (int i = 0; i < 96; i++)
        h[0][i] = x[0][i] + (acc[i] + linear2_bias[i]);
}

/* 16  h = h + (tanh linear4_weight + linear4_bias)                      blocks.lua:9 */
MF_APART
static void k16_h(const float tanh[restrict 1][80],
                  const float linear4_weight[restrict 80][96],
                  const float linear4_bias[restrict 96], float h[restrict 1][96])
{
    float acc[96] = {0};
    for (int i = 0; i < 80; i++)
        for (int j = 0; j < 96; j++)
            acc[j] = fmaf(tanh[0][i], linear4_weight[i][j], acc[j]);
    for (int i = 0; i < 96; i++)
        h[0][i] = h[0][i] + (acc[i] + linear4_bias[i]);
}

/* 17  product = tanh linear12_weight                                    blocks.lua:9 */
MF_APART
static void k17_product(const float tanh[restrict 1][80],
                        const float linear12_weight[restrict 80][96],
                        float product[restrict 1][96])
{
    float acc[96] = {0};
    for (int i = 0; i < 80; i++)
        for (int j = 0; j < 96; j++)
            acc[j] = fmaf(tanh[0][i], linear12_weight[i][j], acc[j]);
    for (int i = 0; i < 96; i++)
        product[0][i] = acc[i];
}

/* 18  h = h + (product + linear12_bias)                                 blocks.lua:9
 *     error = h - y
 *     loss = sum(error * error) / 96                                   blocks.lua:14 */
MF_APART
static void k18_loss(const float h[restrict 1][96], const float product[restrict 1][96],
                     const float linear12_bias[restrict 96],
                     const float y[restrict 1][96], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 6; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float linear12 = product[0][16 * i + j] + linear12_bias[16 * i + j];
            const float h2 = h[0][16 * i + j] + linear12;
            const float error = h2 - y[0][16 * i + j];
            lane[j] += error * error;
        }
    }
    const float sum = mf_sum16f(lane);
    *loss = sum / 96.0f;
}

/* 19  linear1_weight = -0.102062 + 0.204124 * uniform()                 blocks.lua:9 */
MF_APART
static void k19_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear1_weight[restrict 96][80])
{
    for (int i = 0; i < 96; i++) {
        float u[80];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(80 * i), 80, u);
        for (int j = 0; j < 80; j++)
            linear1_weight[i][j] = -0.10206208f + 0.20412415f * u[j];
    }
}

/* 20  linear1_bias = -0.102062 + 0.204124 * uniform()                   blocks.lua:9 */
MF_APART
static void k20_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear1_bias[restrict 80])
{
    float u[80];
    mf_uniform_rowf(seed, stream, step, 0, 80, u);
    for (int i = 0; i < 80; i++)
        linear1_bias[i] = -0.10206208f + 0.20412415f * u[i];
}

/* 21  linear2_weight = -0.111803 + 0.223607 * uniform()                 blocks.lua:9 */
MF_APART
static void k21_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear2_weight[restrict 80][96])
{
    for (int i = 0; i < 80; i++) {
        float u[96];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(96 * i), 96, u);
        for (int j = 0; j < 96; j++)
            linear2_weight[i][j] = -0.1118034f + 0.2236068f * u[j];
    }
}

/* 22  linear2_bias = -0.111803 + 0.223607 * uniform()                   blocks.lua:9 */
MF_APART
static void k22_linear2_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear2_bias[restrict 96])
{
    float u[96];
    mf_uniform_rowf(seed, stream, step, 0, 96, u);
    for (int i = 0; i < 96; i++)
        linear2_bias[i] = -0.1118034f + 0.2236068f * u[i];
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
void blocks_init(Blocks *net, uint64_t seed)
{
    memset(net, 0, offsetof(Blocks, work));
    net->seed = seed;
    /* clang-format off */
    const struct {
        uint64_t stream, stream2, stream3, stream4;
    } at[6] = {
        {0x473800183e71e1a0u, 0x3dec48e02e45c109u, 0xb9800f9db6736de7u,
         0xb838840dc7e1e18au},
        {0xdc0755dd0e317fe0u, 0xab2c34ca6b62242bu, 0xb04297c53c5008bau,
         0xe4f2c030a4753befu},
        {0x149eb5010972c4eau, 0x8cf8ff501f23b8f7u, 0x79ef3c2dc1dd66f8u,
         0xb737e7d202022fceu},
        {0x4b56c098fe3d3d6eu, 0x61727b86ae9dca5u, 0xcfa53ae04f1d2f5u,
         0x9e425a99c510e06fu},
        {0x6c15a562184661c7u, 0xdc5858ed04398d62u, 0x9121580fe89b30d2u,
         0x47ce3e5ed7b63ad1u},
        {0xb2a589e37e0226b4u, 0xaa93d72dc3a01f54u, 0xfb758d47bb625469u,
         0x2656149e67cf42b6u},
    };
    /* clang-format on */
    for (int i = 0; i < 6; i++) {
        k19_linear1_weight(net->step, net->seed, at[i].stream,
                           net->block[i].linear1_weight);
        k20_linear1_bias(net->step, net->seed, at[i].stream2,
                         net->block[i].linear1_bias);
        k21_linear2_weight(net->step, net->seed, at[i].stream3,
                           net->block[i].linear2_weight);
        k22_linear2_bias(net->step, net->seed, at[i].stream4,
                         net->block[i].linear2_bias);
    }
    net->lr = 0.1f;
}

/* One step: forward, backward, update; returns the loss before it. */
float blocks_step(Blocks *net, const float x[restrict 64][96],
                  const float y[restrict 64][96])
{
    float loss;
    union BlocksStep *w = &net->work.step;
    /* forward */
    k1_tanh(x, net->block[0].linear1_weight, net->block[0].linear1_bias, w->tanh[0]);
    k2_h(w->tanh[0], net->block[0].linear2_weight, x, net->block[0].linear2_bias,
         w->h[0]);
    k1_tanh(w->h[0], net->block[1].linear1_weight, net->block[1].linear1_bias,
            w->tanh[1]);
    for (int i = 0; i < 4; i++) {
        k2_h(w->tanh[i + 1], net->block[i + 1].linear2_weight, w->h[i],
             net->block[i + 1].linear2_bias, w->h[i + 1]);
        k1_tanh(w->h[i + 1], net->block[i + 2].linear1_weight,
                net->block[i + 2].linear1_bias, w->tanh[i + 2]);
    }
    /* forward and backward */
    k3_dh(w->tanh[5], net->block[5].linear2_weight, w->h[4], net->block[5].linear2_bias,
          y, w->error, w->dh);
    /* the loss */
    k4_loss(w->error, &loss);
    /* backward, and the update of what is done */
    k5_linear12_bias(w->dh, net->lr, net->block[5].linear2_bias);
    for (int i = 0; i < 5; i++) {
        k6_dlinear11(w->dh, net->block[5 - i].linear2_weight, w->tanh[5 - i],
                     w->dlinear);
        k7_linear11_bias(w->dlinear, net->lr, net->block[5 - i].linear1_bias);
        k8_linear12_weight(w->tanh[5 - i], w->dh, net->lr,
                           net->block[5 - i].linear2_weight);
        k9_dh(w->dlinear, net->block[5 - i].linear1_weight, w->dh);
        k5_linear12_bias(w->dh, net->lr, net->block[4 - i].linear2_bias);
        k10_linear11_weight(w->h[4 - i], w->dlinear, net->lr,
                            net->block[5 - i].linear1_weight);
    }
    k6_dlinear11(w->dh, net->block[0].linear2_weight, w->tanh[0], w->dlinear);
    k10_linear11_weight(x, w->dlinear, net->lr, net->block[0].linear1_weight);
    k7_linear11_bias(w->dlinear, net->lr, net->block[0].linear1_bias);
    k8_linear12_weight(w->tanh[0], w->dh, net->lr, net->block[0].linear2_weight);
    net->step++;
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float blocks_eval(Blocks *net, const float x[restrict 64][96],
                  const float y[restrict 64][96])
{
    float loss;
    struct BlocksEval *w = &net->work.eval;
    k1_tanh(x, net->block[0].linear1_weight, net->block[0].linear1_bias, w->tanh);
    k2_h(w->tanh, net->block[0].linear2_weight, x, net->block[0].linear2_bias, w->h);
    k1_tanh(w->h, net->block[1].linear1_weight, net->block[1].linear1_bias, w->tanh);
    k11_h(w->tanh, net->block[1].linear2_weight, net->block[1].linear2_bias, w->h);
    k1_tanh(w->h, net->block[2].linear1_weight, net->block[2].linear1_bias, w->tanh);
    k11_h(w->tanh, net->block[2].linear2_weight, net->block[2].linear2_bias, w->h);
    k1_tanh(w->h, net->block[3].linear1_weight, net->block[3].linear1_bias, w->tanh);
    k11_h(w->tanh, net->block[3].linear2_weight, net->block[3].linear2_bias, w->h);
    k1_tanh(w->h, net->block[4].linear1_weight, net->block[4].linear1_bias, w->tanh);
    k11_h(w->tanh, net->block[4].linear2_weight, net->block[4].linear2_bias, w->h);
    k1_tanh(w->h, net->block[5].linear1_weight, net->block[5].linear1_bias, w->tanh);
    k12_product(w->tanh, net->block[5].linear2_weight, w->product);
    k13_loss(w->h, w->product, net->block[5].linear2_bias, y, &loss);
    return loss;
}

/* The same of a batch of one row. */
float blocks_eval_one(Blocks *net, const float x[restrict 1][96],
                      const float y[restrict 1][96])
{
    float loss;
    struct BlocksEvalOne *w = &net->work.eval_one;
    k14_tanh(x, net->block[0].linear1_weight, net->block[0].linear1_bias, w->tanh);
    k15_h(w->tanh, net->block[0].linear2_weight, x, net->block[0].linear2_bias, w->h);
    k14_tanh(w->h, net->block[1].linear1_weight, net->block[1].linear1_bias, w->tanh);
    k16_h(w->tanh, net->block[1].linear2_weight, net->block[1].linear2_bias, w->h);
    k14_tanh(w->h, net->block[2].linear1_weight, net->block[2].linear1_bias, w->tanh);
    k16_h(w->tanh, net->block[2].linear2_weight, net->block[2].linear2_bias, w->h);
    k14_tanh(w->h, net->block[3].linear1_weight, net->block[3].linear1_bias, w->tanh);
    k16_h(w->tanh, net->block[3].linear2_weight, net->block[3].linear2_bias, w->h);
    k14_tanh(w->h, net->block[4].linear1_weight, net->block[4].linear1_bias, w->tanh);
    k16_h(w->tanh, net->block[4].linear2_weight, net->block[4].linear2_bias, w->h);
    k14_tanh(w->h, net->block[5].linear1_weight, net->block[5].linear1_bias, w->tanh);
    k17_product(w->tanh, net->block[5].linear2_weight, w->product);
    k18_loss(w->h, w->product, net->block[5].linear2_bias, y, &loss);
    return loss;
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor blocks_tensors[] = {
    {"linear1.weight", MF_F32, MF_PARAM, 2, {96, 80}, offsetof(Blocks, block[0].linear1_weight)},
    {"linear1.bias", MF_F32, MF_PARAM, 1, {80}, offsetof(Blocks, block[0].linear1_bias)},
    {"linear2.weight", MF_F32, MF_PARAM, 2, {80, 96}, offsetof(Blocks, block[0].linear2_weight)},
    {"linear2.bias", MF_F32, MF_PARAM, 1, {96}, offsetof(Blocks, block[0].linear2_bias)},
    {"linear3.weight", MF_F32, MF_PARAM, 2, {96, 80}, offsetof(Blocks, block[1].linear1_weight)},
    {"linear3.bias", MF_F32, MF_PARAM, 1, {80}, offsetof(Blocks, block[1].linear1_bias)},
    {"linear4.weight", MF_F32, MF_PARAM, 2, {80, 96}, offsetof(Blocks, block[1].linear2_weight)},
    {"linear4.bias", MF_F32, MF_PARAM, 1, {96}, offsetof(Blocks, block[1].linear2_bias)},
    {"linear5.weight", MF_F32, MF_PARAM, 2, {96, 80}, offsetof(Blocks, block[2].linear1_weight)},
    {"linear5.bias", MF_F32, MF_PARAM, 1, {80}, offsetof(Blocks, block[2].linear1_bias)},
    {"linear6.weight", MF_F32, MF_PARAM, 2, {80, 96}, offsetof(Blocks, block[2].linear2_weight)},
    {"linear6.bias", MF_F32, MF_PARAM, 1, {96}, offsetof(Blocks, block[2].linear2_bias)},
    {"linear7.weight", MF_F32, MF_PARAM, 2, {96, 80}, offsetof(Blocks, block[3].linear1_weight)},
    {"linear7.bias", MF_F32, MF_PARAM, 1, {80}, offsetof(Blocks, block[3].linear1_bias)},
    {"linear8.weight", MF_F32, MF_PARAM, 2, {80, 96}, offsetof(Blocks, block[3].linear2_weight)},
    {"linear8.bias", MF_F32, MF_PARAM, 1, {96}, offsetof(Blocks, block[3].linear2_bias)},
    {"linear9.weight", MF_F32, MF_PARAM, 2, {96, 80}, offsetof(Blocks, block[4].linear1_weight)},
    {"linear9.bias", MF_F32, MF_PARAM, 1, {80}, offsetof(Blocks, block[4].linear1_bias)},
    {"linear10.weight", MF_F32, MF_PARAM, 2, {80, 96}, offsetof(Blocks, block[4].linear2_weight)},
    {"linear10.bias", MF_F32, MF_PARAM, 1, {96}, offsetof(Blocks, block[4].linear2_bias)},
    {"linear11.weight", MF_F32, MF_PARAM, 2, {96, 80}, offsetof(Blocks, block[5].linear1_weight)},
    {"linear11.bias", MF_F32, MF_PARAM, 1, {80}, offsetof(Blocks, block[5].linear1_bias)},
    {"linear12.weight", MF_F32, MF_PARAM, 2, {80, 96}, offsetof(Blocks, block[5].linear2_weight)},
    {"linear12.bias", MF_F32, MF_PARAM, 1, {96}, offsetof(Blocks, block[5].linear2_bias)},
    {"lr", MF_F32, MF_SETTING, 0, {0}, offsetof(Blocks, lr)},
};
/* clang-format on */

#ifndef BLOCKS_NO_MAIN

/* clang-format off */
static const MfPort step_in[] = {
    {"x", MF_F32, 2, {64, 96}, 0, NULL},
    {"y", MF_F32, 2, {64, 96}, 0, NULL},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const float(*in0)[96] = (const float(*)[96])in[0];
    const float(*in1)[96] = (const float(*)[96])in[1];
    out[0] = (double)blocks_step(net, in0, in1);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const float(*in0)[96] = (const float(*)[96])in[0];
    const float(*in1)[96] = (const float(*)[96])in[1];
    out[0] = (double)blocks_eval(net, in0, in1);
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const float(*in0)[96] = (const float(*)[96])in[0];
    const float(*in1)[96] = (const float(*)[96])in[1];
    out[0] = (double)blocks_eval_one(net, in0, in1);
}

/* clang-format off */
static const MfTrain trains[] = {
    {
        .name = "",
        .batch = 64,
        .n_in = 2,
        .in = step_in,
        .step = call_step,
        .eval = call_eval,
        .eval_one = call_eval_one,
        .steps = 10,
        .shuffle = MF_SHUFFLE,
        .accumulate = 1,
        .turns = 1,
    },
};

static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    blocks_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "blocks",
    .script = "blocks.lua",
    .version = "0.1",
    .hash = 0x431635c9a6c4d94au,
    .real = MF_F32,
    .size = sizeof(Blocks),
    .param_bytes = 372864,
    .state_bytes = 0,
    .work_bytes = 294912,
    .seed_offset = offsetof(Blocks, seed),
    .step_offset = offsetof(Blocks, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 25,
    .n_trains = 1,
    .tensor = blocks_tensors,
    .train = trains,
    .data = &source,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static _Alignas(64) Blocks net;
    return mf_main(argc, argv, &model, &net);
}

#endif

/*
 * mnist_mlp.c - trains and runs the network of mnist_mlp.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 109386 parameters; a step of 134 nodes; 30 kernels;
 * bytes: parameters 437544, state 437544, work 82176 (unshared 982096), stack 200960
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
 * mf_plan            what all tiles of a product have in common, from tables of
 *                    counters, outermost first: {extent, step} of the rows in the first
 *                    operand and of the columns in the second, {extent, step, step} of
 *                    the terms in both
 * mf_product         a product of matrices by register tiles as it is planned, with one
 *                    fused multiply-add a term in rising order
 * mf_product_turned  the same, and the result has a row for every column
 * mf_above           greater, or the first NaN
 * mf_uniform         a random number from 0 to below 1: seed, stream, step, element
 * mf_uniform_row     random numbers from 0 to below 1: seed, stream, step, the first
 *                    element, how many, where to
 * MF_APART           not made a part of its caller, whose stack its arrays would take
 */
#include "mfrt.h"

#define MNIST_MLP_PARAM_BYTES 437544u
#define MNIST_MLP_STATE_BYTES 437544u
#define MNIST_MLP_WORK_BYTES 82176u
#define MNIST_MLP_STACK_BYTES 200960u
#define MNIST_MLP_TENSORS 14u

typedef struct MnistMlp {
    float linear1_weight[784][128]; /* mnist_mlp.lua:12 */
    float linear1_bias[128];        /* mnist_mlp.lua:12 */
    float linear2_weight[128][64];  /* mnist_mlp.lua:13 */
    float linear2_bias[64];         /* mnist_mlp.lua:13 */
    float linear3_weight[64][10];   /* mnist_mlp.lua:14 */
    float linear3_bias[10];         /* mnist_mlp.lua:14 */
    /* state of the optimiser */
    float sgd_v_linear1_weight[784][128]; /* mnist_mlp.lua:26 */
    float sgd_v_linear1_bias[128];        /* mnist_mlp.lua:26 */
    float sgd_v_linear2_weight[128][64];  /* mnist_mlp.lua:26 */
    float sgd_v_linear2_bias[64];         /* mnist_mlp.lua:26 */
    float sgd_v_linear3_weight[64][10];   /* mnist_mlp.lua:26 */
    float sgd_v_linear3_bias[10];         /* mnist_mlp.lua:26 */
    /* settings, which --set changes */
    float momentum; /* mnist_mlp.lua:26 */
    float lr;       /* mnist_mlp.lua:26 */
    /* of the last batch */
    struct {
        float accuracy;
    } metric;
    uint64_t seed, step;
    unsigned char gap[16]; /* to a multiple of 64 bytes */
    /* work memory: one function runs at a time */
    union {
        union MnistMlpStep {
            struct {
                float relu[64][128];   /* calls 1 to 15 */
                float relu2[64][64];   /* calls 2 to 11 */
                float logits[64][10];  /* calls 3 to 7 */
                float dlogits[64][10]; /* calls 4 to 11 */
                float max[64];         /* calls 4 to 7 */
                float sum[64];         /* calls 4 to 7 */
                unsigned char gap2[10752];
                float dlinear2[64][64]; /* calls 9 to 15 */
                int32_t argmax[64];     /* calls 5 to 6 */
            };
            struct {
                unsigned char gap1[32768];
                float dlinear1[64][128]; /* calls 12 to 14 */
            };
        } step;
        union MnistMlpEval {
            struct {
                float relu[64][128]; /* calls 1 to 2 */
                float relu2[64][64]; /* calls 2 to 3 */
                unsigned char gap1[32768];
                int32_t argmax[64]; /* calls 5 to 6 */
            };
            struct {
                float logits[64][10]; /* calls 3 to 7 */
                float max[64];        /* calls 4 to 7 */
                float sum[64];        /* calls 4 to 7 */
            };
        } eval;
        union MnistMlpEvalOne {
            struct {
                float relu[1][128]; /* calls 1 to 2 */
                float relu2[1][64]; /* calls 2 to 3 */
                unsigned char gap1[81152];
                int32_t argmax[1]; /* calls 5 to 6 */
            };
            struct {
                float logits[1][10]; /* calls 3 to 8 */
                float max[1];        /* calls 4 to 8 */
                float sum[1];        /* calls 7 to 8 */
            };
        } eval_one;
        struct MnistMlpPredict {
            float relu[1][128]; /* calls 1 to 2 */
            float relu2[1][64]; /* calls 2 to 3 */
        } predict;
    } work;
} MnistMlp;

/* Initial values of everything, drawn from the seed. */
void mnist_mlp_init(MnistMlp *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float mnist_mlp_step(MnistMlp *net, const float image[restrict 64][784],
                     const int32_t label[restrict 64]);
/* The loss and the metrics as in inference, without an update. */
float mnist_mlp_eval(MnistMlp *net, const float image[restrict 64][784],
                     const int32_t label[restrict 64]);
/* The same of a batch of one row. */
float mnist_mlp_eval_one(MnistMlp *net, const float image[restrict 1][784],
                         const int32_t label[restrict 1]);
/* The function `predict`. */
void mnist_mlp_predict(MnistMlp *net, const float image[restrict 1][784],
                       float logits[restrict 1][10], int32_t digit[restrict 1]);
extern const MfTensor mnist_mlp_tensors[];

/* clang-format off */
_Static_assert(sizeof(((MnistMlp *)0)->work) == MNIST_MLP_WORK_BYTES, "work");
_Static_assert(offsetof(MnistMlp, linear3_bias) + sizeof(((MnistMlp *)0)->linear3_bias) ==
               MNIST_MLP_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  relu = relu(image linear1_weight + linear1_bias)               mnist_mlp.lua:16 */
MF_APART
static void k1_relu(const float image[restrict 64][784],
                    const float linear1_weight[restrict 784][128],
                    const float linear1_bias[restrict 128],
                    float relu[restrict 64][128])
{
    static const MfAxis rows[] = {{64, 784}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{784, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        mf_productf(&plan, &image[0][0], &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                relu[j][64 * i + k] = mf_reluf(acc[j][k] + linear1_bias[64 * i + k]);
    }
}

/* 2  relu2 = relu(relu linear2_weight + linear2_bias)               mnist_mlp.lua:16 */
MF_APART
static void k2_relu(const float relu[restrict 64][128],
                    const float linear2_weight[restrict 128][64],
                    const float linear2_bias[restrict 64], float relu2[restrict 64][64])
{
    static const MfAxis rows[] = {{64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][64];
    mf_productf(&plan, &relu[0][0], &linear2_weight[0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            relu2[i][j] = mf_reluf(acc[i][j] + linear2_bias[j]);
}

/* 3  logits = relu linear3_weight + linear3_bias                    mnist_mlp.lua:16 */
MF_APART
static void k3_logits(const float relu[restrict 64][64],
                      const float linear3_weight[restrict 64][10],
                      const float linear3_bias[restrict 10],
                      float logits[restrict 64][10])
{
    static const MfAxis rows[] = {{64, 64}};
    static const MfAxis columns[] = {{10, 1}};
    static const MfTerm terms[] = {{64, 1, 10}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_productf(&plan, &relu[0][0], &linear3_weight[0][0], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            logits[i][j] = acc[i][j] + linear3_bias[j];
    }
}

/* 4  max = max(logits)
 *    exp = exp(logits - max)
 *    sum = sum(exp)
 *    dsum = 0.015625 / sum
 *    dlogits = where(column == label, -0.015625, 0) + dsum * exp    mnist_mlp.lua:17 */
MF_APART
static void k4_dlogits(const float logits[restrict 64][10],
                       const int32_t label[restrict 64], float max[restrict 64],
                       float sum[restrict 64], float dlogits[restrict 64][10])
{
    for (int i = 0; i < 4; i++) {
        MF_BY_ROW;
        for (int r = 0; r < 16; r++) {
            float acc = -INFINITY;
            for (int j = 0; j < 10; j++)
                acc = mf_maxf(logits[16 * i + r][j], acc);
            max[16 * i + r] = acc;
        }
        float exp[16][16];
        for (int r = 0; r < 16; r++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int j = 0; j < 16; j++) {
                const float t = j < 10 ? logits[16 * i + r][j] : 0.0f;
                exp[r][j] = mf_expf(t - max[16 * i + r]);
            }
        }
        float sums[16];
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            MF_ROLLED
            for (int j = 0; j < 16; j++)
                lane[j] += j < 10 ? exp[r][j] : 0.0f;
            const float sum2 = mf_sum16f(lane);
            sum[16 * i + r] = sum2;
            sums[r] = sum2;
        }
        float dsums[16];
        MF_ROLLED
        for (int r = 0; r < 16; r++) {
            const float sum2 = sums[r];
            dsums[r] = 0.015625f / sum2;
        }
        for (int r = 0; r < 16; r++) {
            MF_BY_ROW;
            const float dsum = dsums[r];
            MF_ROLLED
            for (int j = 0; j < 10; j++) {
                const float t = j == label[16 * i + r] ? -0.015625f : 0.0f;
                dlogits[16 * i + r][j] = t + dsum * exp[r][j];
            }
        }
    }
}

/* 5  argmax = argmax(logits)                                        mnist_mlp.lua:29 */
static void k5_argmax(const float logits[restrict 64][10], int32_t argmax[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float top = -INFINITY;
        int32_t first = 0;
        for (int j = 0; j < 10; j++) {
            const float x = logits[i][j];
            const int32_t old = first;
            first = mf_abovef(x, top) ? j : old;
            top = mf_maxf(x, top);
        }
        argmax[i] = first;
    }
}

/* 6  accuracy = sum(f32(argmax == label)) * 0.015625                mnist_mlp.lua:29 */
static void k6_accuracy(const int32_t argmax[restrict 64],
                        const int32_t label[restrict 64], float *restrict accuracy)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += (float)(argmax[16 * i + j] == label[16 * i + j]);
    }
    const float sum = mf_sum16f(lane);
    *accuracy = sum * 0.015625f;
}

/* 7  loss = sum(log(sum) - gather(logits - max, label)) * 0.015625  mnist_mlp.lua:17 */
static void k7_loss(const int32_t label[restrict 64], const float sum[restrict 64],
                    const float logits[restrict 64][10], const float max[restrict 64],
                    float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const int at = label[16 * i + j];
            const float t = logits[16 * i + j][at] - max[16 * i + j];
            lane[j] += mf_logf(sum[16 * i + j]) - t;
        }
    }
    const float sum2 = mf_sum16f(lane);
    *loss = sum2 * 0.015625f;
}

/* 8  dlinear3_bias = sum(dlogits)                                   mnist_mlp.lua:16
 *    v = momentum * sgd_v_linear3_bias + dlinear3_bias
 *    sgd_v_linear3_bias = where(abs(v) < 1e-30, 0, v)
 *    linear3_bias = linear3_bias - lr * sgd_v_linear3_bias          mnist_mlp.lua:26 */
static void k8_linear3_bias(const float dlogits[restrict 64][10], float momentum,
                            float lr, float sgd_v_linear3_bias[restrict 10],
                            float linear3_bias[restrict 10])
{
    float acc[10] = {0};
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            acc[j] += dlogits[i][j];
    }
    MF_ROLLED
    for (int i = 0; i < 10; i++) {
        const float v = momentum * sgd_v_linear3_bias[i] + acc[i];
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        sgd_v_linear3_bias[i] = v2;
        linear3_bias[i] = linear3_bias[i] - lr * v2;
    }
}

/* 9  dlinear2 = where(relu > 0, dlogits linear3_weight', 0)         mnist_mlp.lua:16 */
MF_APART
static void k9_dlinear2(const float dlogits[restrict 64][10],
                        const float linear3_weight[restrict 64][10],
                        const float relu[restrict 64][64],
                        float dlinear2[restrict 64][64])
{
    static const MfAxis rows[] = {{64, 10}};
    static const MfAxis columns[] = {{64, 10}};
    static const MfTerm terms[] = {{10, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][64];
    mf_productf(&plan, &dlogits[0][0], &linear3_weight[0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++) {
            const float t = acc[i][j];
            dlinear2[i][j] = relu[i][j] > 0.0f ? t : 0.0f;
        }
}

/* 10  dlinear2_bias = sum(dlinear2)                                 mnist_mlp.lua:16
 *     v = momentum * sgd_v_linear2_bias + dlinear2_bias
 *     sgd_v_linear2_bias = where(abs(v) < 1e-30, 0, v)
 *     linear2_bias = linear2_bias - lr * sgd_v_linear2_bias         mnist_mlp.lua:26 */
static void k10_linear2_bias(const float dlinear2[restrict 64][64], float momentum,
                             float lr, float sgd_v_linear2_bias[restrict 64],
                             float linear2_bias[restrict 64])
{
    float acc[64] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            acc[j] += dlinear2[i][j];
    for (int i = 0; i < 64; i++) {
        const float v = momentum * sgd_v_linear2_bias[i] + acc[i];
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        sgd_v_linear2_bias[i] = v2;
        linear2_bias[i] = linear2_bias[i] - lr * v2;
    }
}

/* 11  dlinear3_weight = relu' dlogits                               mnist_mlp.lua:16
 *     v = momentum * sgd_v_linear3_weight + dlinear3_weight
 *     sgd_v_linear3_weight = where(abs(v) < 1e-30, 0, v)
 *     linear3_weight = linear3_weight - lr * sgd_v_linear3_weight   mnist_mlp.lua:26 */
MF_APART
static void k11_linear3_weight(const float dlogits[restrict 64][10],
                               const float relu[restrict 64][64], float momentum,
                               float lr, float sgd_v_linear3_weight[restrict 64][10],
                               float linear3_weight[restrict 64][10])
{
    static const MfAxis rows[] = {{10, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 10, 64}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_product_turnedf(&plan, &dlogits[0][0], &relu[0][0], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++) {
            const float v = momentum * sgd_v_linear3_weight[i][j] + acc[i][j];
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            sgd_v_linear3_weight[i][j] = v2;
            linear3_weight[i][j] = linear3_weight[i][j] - lr * v2;
        }
    }
}

/* 12  dlinear1 = where(relu > 0, dlinear2 linear2_weight', 0)       mnist_mlp.lua:16 */
MF_APART
static void k12_dlinear1(const float dlinear2[restrict 64][64],
                         const float linear2_weight[restrict 128][64],
                         const float relu[restrict 64][128],
                         float dlinear1[restrict 64][128])
{
    static const MfAxis rows[] = {{64, 64}};
    static const MfAxis columns[] = {{64, 64}};
    static const MfTerm terms[] = {{64, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        mf_productf(&plan, &dlinear2[0][0], &linear2_weight[64 * i][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k];
                dlinear1[j][64 * i + k] = relu[j][64 * i + k] > 0.0f ? t : 0.0f;
            }
    }
}

/* 13  dlinear1_weight = image' dlinear1                             mnist_mlp.lua:16
 *     v = momentum * sgd_v_linear1_weight + dlinear1_weight
 *     sgd_v_linear1_weight = where(abs(v) < 1e-30, 0, v)
 *     linear1_weight = linear1_weight - lr * sgd_v_linear1_weight   mnist_mlp.lua:26 */
MF_APART
static void k13_linear1_weight(const float image[restrict 64][784],
                               const float dlinear1[restrict 64][128], float momentum,
                               float lr, float sgd_v_linear1_weight[restrict 784][128],
                               float linear1_weight[restrict 784][128])
{
    static const MfAxis rows[] = {{196, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 784, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++) {
            float acc[196][64];
            mf_productf(&plan, &image[0][196 * i], &dlinear1[0][64 * j], acc[0], 64);
            for (int k = 0; k < 196; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = sgd_v_linear1_weight[196 * i + k][64 * j + l];
                    const float v = momentum * t + acc[k][l];
                    const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                    sgd_v_linear1_weight[196 * i + k][64 * j + l] = v2;
                    const float t2 = linear1_weight[196 * i + k][64 * j + l];
                    linear1_weight[196 * i + k][64 * j + l] = t2 - lr * v2;
                }
        }
}

/* 14  dlinear1_bias = sum(dlinear1)                                 mnist_mlp.lua:16
 *     v = momentum * sgd_v_linear1_bias + dlinear1_bias
 *     sgd_v_linear1_bias = where(abs(v) < 1e-30, 0, v)
 *     linear1_bias = linear1_bias - lr * sgd_v_linear1_bias         mnist_mlp.lua:26 */
static void k14_linear1_bias(const float dlinear1[restrict 64][128], float momentum,
                             float lr, float sgd_v_linear1_bias[restrict 128],
                             float linear1_bias[restrict 128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += dlinear1[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float v = momentum * sgd_v_linear1_bias[64 * i + j] + acc[j];
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            sgd_v_linear1_bias[64 * i + j] = v2;
            linear1_bias[64 * i + j] = linear1_bias[64 * i + j] - lr * v2;
        }
    }
}

/* 15  dlinear2_weight = relu' dlinear2                              mnist_mlp.lua:16
 *     v = momentum * sgd_v_linear2_weight + dlinear2_weight
 *     sgd_v_linear2_weight = where(abs(v) < 1e-30, 0, v)
 *     linear2_weight = linear2_weight - lr * sgd_v_linear2_weight   mnist_mlp.lua:26 */
MF_APART
static void k15_linear2_weight(const float relu[restrict 64][128],
                               const float dlinear2[restrict 64][64], float momentum,
                               float lr, float sgd_v_linear2_weight[restrict 128][64],
                               float linear2_weight[restrict 128][64])
{
    static const MfAxis rows[] = {{128, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 128, 64}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[128][64];
    mf_productf(&plan, &relu[0][0], &dlinear2[0][0], acc[0], 64);
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            const float v = momentum * sgd_v_linear2_weight[i][j] + acc[i][j];
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            sgd_v_linear2_weight[i][j] = v2;
            linear2_weight[i][j] = linear2_weight[i][j] - lr * v2;
        }
}

/* 16  max = max(logits)
 *     sum = sum(exp(logits - max))                                  mnist_mlp.lua:17 */
static void k16_sum(const float logits[restrict 64][10], float max[restrict 64],
                    float sum[restrict 64])
{
    for (int i = 0; i < 4; i++) {
        MF_BY_ROW;
        for (int r = 0; r < 16; r++) {
            float acc = -INFINITY;
            for (int j = 0; j < 10; j++)
                acc = mf_maxf(logits[16 * i + r][j], acc);
            max[16 * i + r] = acc;
        }
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            MF_ROLLED
            for (int j = 0; j < MF_LANES(10); j++) {
                const float t = j < 10 ? logits[16 * i + r][j] : 0.0f;
                const float term = mf_expf(t - max[16 * i + r]);
                lane[j] += j < 10 ? term : 0.0f;
            }
            const float sum2 = mf_sum16f(lane);
            sum[16 * i + r] = sum2;
        }
    }
}

/* 17  relu = relu(image linear1_weight + linear1_bias)              mnist_mlp.lua:16 */
MF_APART
static void k17_relu(const float image[restrict 1][784],
                     const float linear1_weight[restrict 784][128],
                     const float linear1_bias[restrict 128],
                     float relu[restrict 1][128])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{128, 1}};
    static const MfTerm terms[] = {{784, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[1][128];
    mf_productf(&plan, &image[0][0], &linear1_weight[0][0], acc[0], 128);
    for (int i = 0; i < 128; i++)
        relu[0][i] = mf_reluf(acc[0][i] + linear1_bias[i]);
}

/* 18  relu2 = relu(relu linear2_weight + linear2_bias)              mnist_mlp.lua:16 */
static void k18_relu(const float relu[restrict 1][128],
                     const float linear2_weight[restrict 128][64],
                     const float linear2_bias[restrict 64], float relu2[restrict 1][64])
{
    float acc[64] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++)
            acc[j] = fmaf(relu[0][i], linear2_weight[i][j], acc[j]);
    for (int i = 0; i < 64; i++)
        relu2[0][i] = mf_reluf(acc[i] + linear2_bias[i]);
}

/* 19  logits = relu linear3_weight + linear3_bias                   mnist_mlp.lua:16 */
static void k19_logits(const float relu[restrict 1][64],
                       const float linear3_weight[restrict 64][10],
                       const float linear3_bias[restrict 10],
                       float logits[restrict 1][10])
{
    float acc[10] = {0};
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            acc[j] = fmaf(relu[0][i], linear3_weight[i][j], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 10; i++)
        logits[0][i] = acc[i] + linear3_bias[i];
}

/* 20  max = max(logits)                                             mnist_mlp.lua:17 */
static void k20_max(const float logits[restrict 1][10], float max[restrict 1])
{
    float acc = -INFINITY;
    for (int i = 0; i < 10; i++)
        acc = mf_maxf(logits[0][i], acc);
    max[0] = acc;
}

/* 21  argmax = argmax(logits)                                       mnist_mlp.lua:29 */
static void k21_argmax(const float logits[restrict 1][10], int32_t argmax[restrict 1])
{
    float top = -INFINITY;
    int32_t first = 0;
    for (int i = 0; i < 10; i++) {
        const float x = logits[0][i];
        const int32_t old = first;
        first = mf_abovef(x, top) ? i : old;
        top = mf_maxf(x, top);
    }
    argmax[0] = first;
}

/* 22  accuracy = f32(argmax == label)                               mnist_mlp.lua:29 */
static void k22_accuracy(const int32_t argmax[restrict 1],
                         const int32_t label[restrict 1], float *restrict accuracy)
{
    *accuracy = (float)(argmax[0] == label[0]);
}

/* 23  sum = sum(exp(logits - max))                                  mnist_mlp.lua:17 */
static void k23_sum(const float logits[restrict 1][10], const float max[restrict 1],
                    float sum[restrict 1])
{
    float lane[16] = {0};
    MF_ROLLED
    for (int i = 0; i < MF_LANES(10); i++) {
        const float term = mf_expf((i < 10 ? logits[0][i] : 0.0f) - max[0]);
        lane[i] += i < 10 ? term : 0.0f;
    }
    const float sum2 = mf_sum16f(lane);
    sum[0] = sum2;
}

/* 24  loss = log(sum) - gather(logits - max, label)                 mnist_mlp.lua:17 */
static void k24_loss(const int32_t label[restrict 1], const float sum[restrict 1],
                     const float logits[restrict 1][10], const float max[restrict 1],
                     float *restrict loss)
{
    const int at = label[0];
    *loss = mf_logf(sum[0]) - (logits[0][at] - max[0]);
}

/* 25  linear1_weight = -0.0357143 + 0.0714286 * uniform()           mnist_mlp.lua:12 */
static void k25_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear1_weight[restrict 784][128])
{
    for (int i = 0; i < 784; i++)
        for (int j = 0; j < 2; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(128 * i + 64 * j), 64, u);
            for (int k = 0; k < 64; k++)
                linear1_weight[i][64 * j + k] = -0.035714287f + 0.071428575f * u[k];
        }
}

/* 26  linear1_bias = -0.0357143 + 0.0714286 * uniform()             mnist_mlp.lua:12 */
static void k26_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear1_bias[restrict 128])
{
    for (int i = 0; i < 2; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            linear1_bias[64 * i + j] = -0.035714287f + 0.071428575f * u[j];
    }
}

/* 27  linear2_weight = -0.0883883 + 0.176777 * uniform()            mnist_mlp.lua:13 */
static void k27_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear2_weight[restrict 128][64])
{
    for (int i = 0; i < 128; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            linear2_weight[i][j] = -0.088388346f + 0.17677669f * u[j];
    }
}

/* 28  linear2_bias = -0.0883883 + 0.176777 * uniform()              mnist_mlp.lua:13 */
static void k28_linear2_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear2_bias[restrict 64])
{
    float u[64];
    mf_uniform_rowf(seed, stream, step, 0, 64, u);
    for (int i = 0; i < 64; i++)
        linear2_bias[i] = -0.088388346f + 0.17677669f * u[i];
}

/* 29  linear3_weight = -0.125 + 0.25 * uniform()                    mnist_mlp.lua:14 */
MF_APART
static void k29_linear3_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear3_weight[restrict 64][10])
{
    float u[640];
    mf_uniform_rowf(seed, stream, step, 0, 640, u);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            linear3_weight[i][j] = -0.125f + 0.25f * u[10 * i + j];
    }
}

/* 30  linear3_bias = -0.125 + 0.25 * uniform()                      mnist_mlp.lua:14 */
static void k30_linear3_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear3_bias[restrict 10])
{
    MF_ROLLED
    for (int i = 0; i < 10; i++) {
        const float t = 0.25f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear3_bias[i] = -0.125f + t;
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
void mnist_mlp_init(MnistMlp *net, uint64_t seed)
{
    memset(net, 0, offsetof(MnistMlp, work));
    net->seed = seed;
    k25_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, net->linear1_weight);
    k26_linear1_bias(net->step, net->seed, 0x3dec48e02e45c109u, net->linear1_bias);
    k27_linear2_weight(net->step, net->seed, 0xb9800f9db6736de7u, net->linear2_weight);
    k28_linear2_bias(net->step, net->seed, 0xb838840dc7e1e18au, net->linear2_bias);
    k29_linear3_weight(net->step, net->seed, 0xdc0755dd0e317fe0u, net->linear3_weight);
    k30_linear3_bias(net->step, net->seed, 0xab2c34ca6b62242bu, net->linear3_bias);
    net->momentum = 0.9f;
    net->lr = 0.05f;
}

/* One step: forward, backward, update; returns the loss before it. */
float mnist_mlp_step(MnistMlp *net, const float image[restrict 64][784],
                     const int32_t label[restrict 64])
{
    float loss;
    union MnistMlpStep *w = &net->work.step;
    /* forward */
    k1_relu(image, net->linear1_weight, net->linear1_bias, w->relu);
    k2_relu(w->relu, net->linear2_weight, net->linear2_bias, w->relu2);
    k3_logits(w->relu2, net->linear3_weight, net->linear3_bias, w->logits);
    /* forward and backward */
    k4_dlogits(w->logits, label, w->max, w->sum, w->dlogits);
    /* forward */
    k5_argmax(w->logits, w->argmax);
    /* metrics */
    k6_accuracy(w->argmax, label, &net->metric.accuracy);
    /* the loss */
    k7_loss(label, w->sum, w->logits, w->max, &loss);
    /* backward, and the update of what is done */
    k8_linear3_bias(w->dlogits, net->momentum, net->lr, net->sgd_v_linear3_bias,
                    net->linear3_bias);
    k9_dlinear2(w->dlogits, net->linear3_weight, w->relu2, w->dlinear2);
    k10_linear2_bias(w->dlinear2, net->momentum, net->lr, net->sgd_v_linear2_bias,
                     net->linear2_bias);
    k11_linear3_weight(w->dlogits, w->relu2, net->momentum, net->lr,
                       net->sgd_v_linear3_weight, net->linear3_weight);
    k12_dlinear1(w->dlinear2, net->linear2_weight, w->relu, w->dlinear1);
    k13_linear1_weight(image, w->dlinear1, net->momentum, net->lr,
                       net->sgd_v_linear1_weight, net->linear1_weight);
    k14_linear1_bias(w->dlinear1, net->momentum, net->lr, net->sgd_v_linear1_bias,
                     net->linear1_bias);
    k15_linear2_weight(w->relu, w->dlinear2, net->momentum, net->lr,
                       net->sgd_v_linear2_weight, net->linear2_weight);
    net->step++;
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float mnist_mlp_eval(MnistMlp *net, const float image[restrict 64][784],
                     const int32_t label[restrict 64])
{
    float loss;
    union MnistMlpEval *w = &net->work.eval;
    k1_relu(image, net->linear1_weight, net->linear1_bias, w->relu);
    k2_relu(w->relu, net->linear2_weight, net->linear2_bias, w->relu2);
    k3_logits(w->relu2, net->linear3_weight, net->linear3_bias, w->logits);
    k16_sum(w->logits, w->max, w->sum);
    k5_argmax(w->logits, w->argmax);
    k6_accuracy(w->argmax, label, &net->metric.accuracy);
    k7_loss(label, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The same of a batch of one row. */
float mnist_mlp_eval_one(MnistMlp *net, const float image[restrict 1][784],
                         const int32_t label[restrict 1])
{
    float loss;
    union MnistMlpEvalOne *w = &net->work.eval_one;
    k17_relu(image, net->linear1_weight, net->linear1_bias, w->relu);
    k18_relu(w->relu, net->linear2_weight, net->linear2_bias, w->relu2);
    k19_logits(w->relu2, net->linear3_weight, net->linear3_bias, w->logits);
    k20_max(w->logits, w->max);
    k21_argmax(w->logits, w->argmax);
    k22_accuracy(w->argmax, label, &net->metric.accuracy);
    k23_sum(w->logits, w->max, w->sum);
    k24_loss(label, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The function `predict`. */
void mnist_mlp_predict(MnistMlp *net, const float image[restrict 1][784],
                       float logits[restrict 1][10], int32_t digit[restrict 1])
{
    struct MnistMlpPredict *w = &net->work.predict;
    k17_relu(image, net->linear1_weight, net->linear1_bias, w->relu);
    k18_relu(w->relu, net->linear2_weight, net->linear2_bias, w->relu2);
    k19_logits(w->relu2, net->linear3_weight, net->linear3_bias, logits);
    k21_argmax(logits, digit);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor mnist_mlp_tensors[] = {
    {"linear1.weight", MF_F32, MF_PARAM, 2, {784, 128}, offsetof(MnistMlp, linear1_weight)},
    {"linear1.bias", MF_F32, MF_PARAM, 1, {128}, offsetof(MnistMlp, linear1_bias)},
    {"linear2.weight", MF_F32, MF_PARAM, 2, {128, 64}, offsetof(MnistMlp, linear2_weight)},
    {"linear2.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(MnistMlp, linear2_bias)},
    {"linear3.weight", MF_F32, MF_PARAM, 2, {64, 10}, offsetof(MnistMlp, linear3_weight)},
    {"linear3.bias", MF_F32, MF_PARAM, 1, {10}, offsetof(MnistMlp, linear3_bias)},
    {"sgd.v.linear1.weight", MF_F32, MF_STATE, 2, {784, 128}, offsetof(MnistMlp, sgd_v_linear1_weight)},
    {"sgd.v.linear1.bias", MF_F32, MF_STATE, 1, {128}, offsetof(MnistMlp, sgd_v_linear1_bias)},
    {"sgd.v.linear2.weight", MF_F32, MF_STATE, 2, {128, 64}, offsetof(MnistMlp, sgd_v_linear2_weight)},
    {"sgd.v.linear2.bias", MF_F32, MF_STATE, 1, {64}, offsetof(MnistMlp, sgd_v_linear2_bias)},
    {"sgd.v.linear3.weight", MF_F32, MF_STATE, 2, {64, 10}, offsetof(MnistMlp, sgd_v_linear3_weight)},
    {"sgd.v.linear3.bias", MF_F32, MF_STATE, 1, {10}, offsetof(MnistMlp, sgd_v_linear3_bias)},
    {"momentum", MF_F32, MF_SETTING, 0, {0}, offsetof(MnistMlp, momentum)},
    {"lr", MF_F32, MF_SETTING, 0, {0}, offsetof(MnistMlp, lr)},
};
/* clang-format on */

#ifndef MNIST_MLP_NO_MAIN

/* clang-format off */
static const MfPort predict_in[] = {
    {"image", MF_F32, 2, {1, 784}, 0, NULL},
};

static const MfPort predict_out[] = {
    {"logits", MF_F32, 2, {1, 10}, 0, NULL},
    {"digit", MF_I32, 1, {1}, 0, NULL},
};
/* clang-format on */

static void call_predict(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[784] = (const float(*)[784])in[0];
    mnist_mlp_predict(net, in0, out[0], out[1]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"predict", 1, 1, 2, predict_in, predict_out, call_predict},
};

static const MfPort step_in[] = {
    {"image", MF_F32, 2, {64, 784}, 0, NULL},
    {"label", MF_I32, 1, {64}, 10, NULL},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const float(*in0)[784] = (const float(*)[784])in[0];
    const int32_t *in1 = in[1];
    out[0] = (double)mnist_mlp_step(net, in0, in1);
    const MnistMlp *done = net;
    out[1] = (double)done->metric.accuracy;
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const float(*in0)[784] = (const float(*)[784])in[0];
    const int32_t *in1 = in[1];
    out[0] = (double)mnist_mlp_eval(net, in0, in1);
    const MnistMlp *done = net;
    out[1] = (double)done->metric.accuracy;
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const float(*in0)[784] = (const float(*)[784])in[0];
    const int32_t *in1 = in[1];
    out[0] = (double)mnist_mlp_eval_one(net, in0, in1);
    const MnistMlp *done = net;
    out[1] = (double)done->metric.accuracy;
}

/* clang-format off */
static const char *const metrics_0[] = {
    "accuracy",
};

static const MfTrain trains[] = {
    {
        .name = "",
        .batch = 64,
        .n_in = 2,
        .in = step_in,
        .step = call_step,
        .eval = call_eval,
        .eval_one = call_eval_one,
        .n_metrics = 1,
        .metric = metrics_0,
        .epochs = 10,
        .shuffle = MF_SHUFFLE,
        .seed = 1u,
        .accumulate = 1,
        .valid_split = "test",
        .turns = 1,
    },
};

static const MfField fields[] = {
    {.input = "image", .path = "t10k-images-idx3-ubyte.gz", .scale = MF_AFFINE, .mul = 1.0, .sub = 0.0, .div = 255.0},
    {.input = "label", .path = "t10k-labels-idx1-ubyte.gz"},
};

static const MfSplit splits[] = {
    {"train", 0.85},
    {"test", 0.15},
};

static const MfData source = {
    .kind = MF_DATA_IDX,
    .n_fields = 2,
    .n_splits = 2,
    .field = fields,
    .split = splits,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 9};
static const double probe_is_0[] = {-0.09549091011285782, -0.1165316104888916, 0.05627014860510826, 0.053462907671928406};
static const long probe_at_1[] = {0};
static const double probe_is_1[] = {5.0};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 1.8236669695377352e-06},
    {0, 1, 7u, 1, probe_at_1, probe_is_1, 0.0},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    mnist_mlp_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "mnist_mlp",
    .script = "mnist_mlp.lua",
    .version = "0.1",
    .hash = 0xccd9076b160f592u,
    .real = MF_F32,
    .size = sizeof(MnistMlp),
    .param_bytes = 437544,
    .state_bytes = 437544,
    .work_bytes = 82176,
    .seed_offset = offsetof(MnistMlp, seed),
    .step_offset = offsetof(MnistMlp, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 14,
    .n_funcs = 1,
    .n_trains = 1,
    .tensor = mnist_mlp_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
    .n_probes = 2,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static _Alignas(64) MnistMlp net;
    return mf_main(argc, argv, &model, &net);
}

#endif

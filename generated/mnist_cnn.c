/*
 * mnist_cnn.c - trains and runs the network of mnist_cnn.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 1199882 parameters; a step of 225 nodes; 50 kernels;
 * bytes: parameters 4799528, state 4799528, work 37929216 (unshared 60357200), stack
 * 263424
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. y (in x) is stored in the array of x. The
 * functions that call the kernels stand behind them.
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
 * mf_ahead           asks the second cache for what the next loop or turn needs: where
 *                    this turn's is, how far on that is, of how many bytes, and which
 *                    part of so many
 * mf_later           asks for it in the same way, while the next product of this plan
 *                    runs: where this turn's is, how far on, of how many bytes, which
 *                    part of so many
 * mf_above           greater, or the first NaN
 * mf_uniform         a random number from 0 to below 1: seed, stream, step, element
 * mf_uniform_row     random numbers from 0 to below 1: seed, stream, step, the first
 *                    element, how many, where to
 * MF_AT32            begins at a multiple of 32 bytes, as gcc may take it to
 * MF_APART           not made a part of its caller, whose stack its arrays would take
 */
#include "mfrt.h"

#define MNIST_CNN_PARAM_BYTES 4799528u
#define MNIST_CNN_STATE_BYTES 4799528u
#define MNIST_CNN_WORK_BYTES 37929216u
#define MNIST_CNN_STACK_BYTES 263424u
#define MNIST_CNN_TENSORS 18u

typedef struct MnistCnn {
    float conv2d1_weight[32][1][3][3];  /* mnist_cnn.lua:13 */
    float conv2d1_bias[32];             /* mnist_cnn.lua:13 */
    float conv2d2_weight[64][32][3][3]; /* mnist_cnn.lua:14 */
    float conv2d2_bias[64];             /* mnist_cnn.lua:14 */
    float linear1_weight[9216][128];    /* mnist_cnn.lua:17 */
    float linear1_bias[128];            /* mnist_cnn.lua:17 */
    float linear2_weight[128][10];      /* mnist_cnn.lua:18 */
    float linear2_bias[10];             /* mnist_cnn.lua:18 */
    /* state of the optimiser */
    float sgd_v_conv2d1_weight[32][1][3][3];  /* mnist_cnn.lua:30 */
    float sgd_v_conv2d1_bias[32];             /* mnist_cnn.lua:30 */
    float sgd_v_conv2d2_weight[64][32][3][3]; /* mnist_cnn.lua:30 */
    float sgd_v_conv2d2_bias[64];             /* mnist_cnn.lua:30 */
    float sgd_v_linear1_weight[9216][128];    /* mnist_cnn.lua:30 */
    float sgd_v_linear1_bias[128];            /* mnist_cnn.lua:30 */
    float sgd_v_linear2_weight[128][10];      /* mnist_cnn.lua:30 */
    float sgd_v_linear2_bias[10];             /* mnist_cnn.lua:30 */
    /* settings, which --set changes */
    float momentum; /* mnist_cnn.lua:30 */
    float lr;       /* mnist_cnn.lua:30 */
    /* of the last batch */
    struct {
        float accuracy;
    } metric;
    uint64_t seed, step;
    unsigned char gap[16]; /* to a multiple of 64 bytes */
    /* work memory: one function runs at a time */
    union {
        union MnistCnnStep {
            float pad[64][64][28][28]; /* calls 22 to 25 */
            struct {
                float conv2d2_weight_strips[1][288][64]; /* calls 2 to 6 */
                unsigned char gap1[2285568];
                float dropout2[64][128]; /* calls 8 to 17 */
                float logits[64][10];    /* calls 9 to 13 */
                float dlogits[64][10];   /* calls 10 to 17 */
                float max[64];           /* calls 10 to 13 */
                float sum[64];           /* calls 10 to 13 */
                unsigned char gap2[2320896];
                float relu[64][128];               /* calls 8 to 20, then dlinear1 */
                float dlinear1_strips[1][128][64]; /* calls 18 to 19 */
                unsigned char gap3[8060928];
                float relu2[64][64][24][24];         /* calls 6 to 22 */
                float permute[64][64][12][2][12][2]; /* calls 21 to 22 */
                float relu3[64][32][26][26];         /* calls 5 to 27, then dconv2d1 */
                float conv2d2_weight_strips2[1][576][32]; /* calls 3 to 24 */
                int32_t argmax[64];                       /* calls 11 to 12 */
                uint8_t lt[589824];                       /* calls 4 to 19 */
                uint8_t dropped[64][128];                 /* calls 1 to 14 */
            };
            struct {
                float dropout[64][64][12][12]; /* calls 7 to 20 */
                float where[64][9216];         /* calls 19 to 21 */
            };
        } step;
        union MnistCnnEval {
            struct {
                float max_pool2d[64][64][12][12];        /* calls 2 to 6 */
                float conv2d[4][64][24][24];             /* calls 4 to 5 */
                float relu[4][32][26][26];               /* calls 3 to 4 */
                float conv2d2_weight_strips[1][288][64]; /* calls 1 to 5 */
                unsigned char gap2[33961984];
                int32_t argmax[64]; /* calls 9 to 10 */
            };
            struct {
                float logits[64][10]; /* calls 7 to 11 */
                float max[64];        /* calls 8 to 11 */
                float sum[64];        /* calls 8 to 11 */
                unsigned char gap1[2356224];
                float dropout[64][128]; /* calls 6 to 7 */
            };
        } eval;
        union MnistCnnEvalOne {
            struct {
                float conv2d[1][64][24][24]; /* calls 2 to 3 */
                float relu[1][32][26][26];   /* calls 1 to 2 */
                unsigned char gap2[37096960];
                int32_t argmax[1]; /* calls 7 to 8 */
            };
            struct {
                float dropout[1][128]; /* calls 4 to 5 */
                float logits[1][10];   /* calls 5 to 10 */
                unsigned char gap1[146904];
                float max_pool2d[1][64][12][12]; /* calls 3 to 4 */
            };
            struct {
                float max[1]; /* calls 6 to 10 */
                float sum[1]; /* calls 9 to 10 */
            };
        } eval_one;
        union MnistCnnPredict {
            struct {
                float conv2d[1][64][24][24]; /* calls 2 to 3 */
                float relu[1][32][26][26];   /* calls 1 to 2 */
            };
            struct {
                float dropout[1][128]; /* calls 4 to 5 */
                unsigned char gap1[146944];
                float max_pool2d[1][64][12][12]; /* calls 3 to 4 */
            };
        } predict;
    } work;
} MnistCnn;

/* Initial values of everything, drawn from the seed. */
void mnist_cnn_init(MnistCnn *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float mnist_cnn_step(MnistCnn *net, const float image[restrict 64][1][28][28],
                     const int32_t label[restrict 64]);
/* The loss and the metrics as in inference, without an update. */
float mnist_cnn_eval(MnistCnn *net, const float image[restrict 64][1][28][28],
                     const int32_t label[restrict 64]);
/* The same of a batch of one row. */
float mnist_cnn_eval_one(MnistCnn *net, const float image[restrict 1][1][28][28],
                         const int32_t label[restrict 1]);
/* The function `predict`. */
void mnist_cnn_predict(MnistCnn *net, const float image[restrict 1][1][28][28],
                       float logits[restrict 1][10], int32_t digit[restrict 1]);
extern const MfTensor mnist_cnn_tensors[];

/* clang-format off */
_Static_assert(sizeof(((MnistCnn *)0)->work) == MNIST_CNN_WORK_BYTES, "work");
_Static_assert(offsetof(MnistCnn, linear2_bias) + sizeof(((MnistCnn *)0)->linear2_bias) ==
               MNIST_CNN_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  dropped = uniform() < 0.5                                      mnist_cnn.lua:20 */
static void k1_dropped(uint64_t step, uint64_t seed, uint64_t stream,
                       uint8_t dropped[restrict 64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 2; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(128 * i + 64 * j), 64, u);
            for (int k = 0; k < 64; k++)
                dropped[i][64 * j + k] = u[k] < 0.5f;
        }
}

/* 2  conv2d2_weight by strips of 64 columns, as products read it    mnist_cnn.lua:20 */
static void k2_weight_strips(const float conv2d2_weight[restrict 64][32][3][3],
                             float weight_strips[restrict 1][288][64])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 3; l++)
                    weight_strips[0][9 * i + 3 * j + l][k] = conv2d2_weight[k][i][j][l];
}

/* 3  conv2d2_weight by strips of 32 columns, as products read it    mnist_cnn.lua:20 */
static void k3_weight_strips(const float conv2d2_weight[restrict 64][32][3][3],
                             float weight_strips[restrict 1][576][32])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 32; l++)
                    weight_strips[0][9 * i + 3 * j + k][l] = conv2d2_weight[i][l][k][j];
}

/* 4  lt = uniform() < 0.25                                          mnist_cnn.lua:20 */
static void k4_lt(uint64_t step, uint64_t seed, uint64_t stream,
                  uint8_t lt[restrict 589824])
{
    for (int i = 0; i < 9216; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            lt[64 * i + j] = u[j] < 0.25f;
    }
}

/* 5  relu = relu(einsum("ncpqij,ocij->nopq", windows(image), conv2d1_weight) +
 *        conv2d1_bias)                                              mnist_cnn.lua:20 */
MF_APART
static void k5_relu(const float conv2d1_weight[restrict 32][1][3][3],
                    const float image[restrict 64][1][28][28],
                    const float conv2d1_bias[restrict 32],
                    float relu[restrict 64][32][26][26])
{
    static const MfAxis rows[] = {{32, 9}};
    static const MfAxis columns[] = {{4, 28}, {26, 1}};
    static const MfTerm terms[] = {{3, 3, 28}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 2, terms);
    static const MfAxis columns2[] = {{2, 28}, {26, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 2, columns2, 2, terms);
    for (int i = 0; i < 64; i++) {
        for (int j = 0; j < 6; j++) {
            mf_later(&plan, &relu[i][0][0][0], 86528, 86320, j, 6);
            float acc[32][128];
            mf_productf(&plan, &conv2d1_weight[0][0][0][0], &image[i][0][4 * j][0],
                        acc[0], 128);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++) {
                    MF_BY_ROW;
                    for (int m = 0; m < 26; m++) {
                        const float conv2d1 = acc[k][26 * l + m] + conv2d1_bias[k];
                        relu[i][k][4 * j + l][m] = mf_reluf(conv2d1);
                    }
                }
        }
        float acc[32][64];
        mf_productf(&plan2, &conv2d1_weight[0][0][0][0], &image[i][0][24][0], acc[0],
                    64);
        for (int j = 0; j < 32; j++) {
            mf_ahead(&relu[i][j][24][0], 24336, 208, 0, 1);
            for (int k = 0; k < 2; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 26; l++) {
                    const float conv2d1 = acc[j][26 * k + l] + conv2d1_bias[j];
                    relu[i][j][k + 24][l] = mf_reluf(conv2d1);
                }
            }
        }
    }
}

/* 6  relu2 = relu(einsum("ncpqij,ocij->nopq", windows(relu), conv2d2_weight) +
 *        conv2d2_bias)                                              mnist_cnn.lua:20 */
MF_APART
static void k6_relu(const float relu[restrict 64][32][26][26],
                    const float weight_strips[restrict 1][288][64],
                    const float conv2d2_bias[restrict 64],
                    float relu2[restrict 64][64][24][24])
{
    static const MfAxis rows[] = {{8, 26}, {24, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{32, 676, 576}, {3, 26, 192}, {3, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 3, terms);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 3; j++) {
            mf_later(&plan, &relu[i][0][0][0], 86528, 86528, j, 3);
            float MF_AT32 acc[64][192];
            mf_product_turnedf(&plan, &relu[i][0][8 * j][0], &weight_strips[0][0][0],
                               acc[0], 192);
            for (int k = 0; k < 64; k++) {
                mf_ahead(&relu2[i][k][8 * j][0], 4608, 768, 0, 1);
                for (int l = 0; l < 8; l++) {
                    MF_BY_ROW;
                    for (int m = 0; m < 24; m++) {
                        const float conv2d2 = acc[k][24 * l + m] + conv2d2_bias[k];
                        relu2[i][k][8 * j + l][m] = mf_reluf(conv2d2);
                    }
                }
            }
        }
}

/* 7  dropout = where(lt, 0, 1.33333 *
 *        max(permute(reshape(permute(relu)))))                      mnist_cnn.lua:20 */
MF_APART
static void k7_dropout(const float relu[restrict 64][64][12][2][24],
                       const uint8_t lt[restrict 64][64][12][12],
                       float dropout[restrict 64][64][12][12])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++) {
            float acc[12][12];
            for (int i0 = 0; i0 < 12; i0++)
                for (int i1 = 0; i1 < 12; i1++)
                    acc[i0][i1] = -INFINITY;
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 2; l++) {
                    MF_ROLLED
                    for (int n = 0; n < 12; n++)
                        for (int m = 0; m < 2; m++)
                            acc[k][n] = mf_maxf(relu[i][j][k][l][m + 2 * n], acc[k][n]);
                }
            for (int k = 0; k < 12; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 12; l++) {
                    const float t = 1.3333334f * acc[k][l];
                    dropout[i][j][k][l] = lt[i][j][k][l] ? 0.0f : t;
                }
            }
        }
}

/* 8  relu = relu(dropout linear1_weight + linear1_bias)
 *    dropout2 = where(dropped, 0, 2 * relu)                         mnist_cnn.lua:20 */
MF_APART
static void k8_dropout(const float dropout[restrict 64][9216],
                       const float linear1_weight[restrict 9216][128],
                       const float linear1_bias[restrict 128],
                       const uint8_t dropped[restrict 64][128],
                       float relu[restrict 64][128], float dropout2[restrict 64][128])
{
    static const MfAxis rows[] = {{64, 9216}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{9216, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        mf_productf(&plan, &dropout[0][0], &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = mf_reluf(acc[j][k] + linear1_bias[64 * i + k]);
                relu[j][64 * i + k] = t;
                dropout2[j][64 * i + k] = dropped[j][64 * i + k] ? 0.0f : 2.0f * t;
            }
    }
}

/* 9  logits = dropout linear2_weight + linear2_bias                 mnist_cnn.lua:20 */
MF_APART
static void k9_logits(const float dropout[restrict 64][128],
                      const float linear2_weight[restrict 128][10],
                      const float linear2_bias[restrict 10],
                      float logits[restrict 64][10])
{
    static const MfAxis rows[] = {{64, 128}};
    static const MfAxis columns[] = {{10, 1}};
    static const MfTerm terms[] = {{128, 1, 10}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_productf(&plan, &dropout[0][0], &linear2_weight[0][0], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            logits[i][j] = acc[i][j] + linear2_bias[j];
    }
}

/* 10  max = max(logits)
 *     exp = exp(logits - max)
 *     sum = sum(exp)
 *     dsum = 0.015625 / sum
 *     dlogits = where(column == label, -0.015625, 0) + dsum * exp   mnist_cnn.lua:21 */
MF_APART
static void k10_dlogits(const float logits[restrict 64][10],
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

/* 11  argmax = argmax(logits)                                       mnist_cnn.lua:33 */
static void k11_argmax(const float logits[restrict 64][10], int32_t argmax[restrict 64])
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

/* 12  accuracy = sum(f32(argmax == label)) * 0.015625               mnist_cnn.lua:33 */
static void k12_accuracy(const int32_t argmax[restrict 64],
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

/* 13  loss = sum(log(sum) - gather(logits - max, label)) *
 *         0.015625                                                  mnist_cnn.lua:21 */
static void k13_loss(const int32_t label[restrict 64], const float sum[restrict 64],
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

/* 14  dlinear1 (in relu) = where(relu > 0, where(dropped, 0, dlogits linear2_weight') *
 *         2, 0)                                                     mnist_cnn.lua:20 */
MF_APART
static void k14_dlinear1(const float dlogits[restrict 64][10],
                         const float linear2_weight[restrict 128][10],
                         const uint8_t dropped[restrict 64][128],
                         float relu[restrict 64][128])
{
    static const MfAxis rows[] = {{64, 10}};
    static const MfAxis columns[] = {{64, 10}};
    static const MfTerm terms[] = {{10, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        mf_productf(&plan, &dlogits[0][0], &linear2_weight[64 * i][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k];
                const float t2 = (dropped[j][64 * i + k] ? 0.0f : t) * 2.0f;
                relu[j][64 * i + k] = relu[j][64 * i + k] > 0.0f ? t2 : 0.0f;
            }
    }
}

/* 15  dlinear2_bias = sum(dlogits)                                  mnist_cnn.lua:20
 *     v = momentum * sgd_v_linear2_bias + dlinear2_bias
 *     sgd_v_linear2_bias = where(abs(v) < 1e-30, 0, v)
 *     linear2_bias = linear2_bias - lr * sgd_v_linear2_bias         mnist_cnn.lua:30 */
static void k15_linear2_bias(const float dlogits[restrict 64][10], float momentum,
                             float lr, float sgd_v_linear2_bias[restrict 10],
                             float linear2_bias[restrict 10])
{
    float acc[10] = {0};
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            acc[j] += dlogits[i][j];
    }
    MF_ROLLED
    for (int i = 0; i < 10; i++) {
        const float v = momentum * sgd_v_linear2_bias[i] + acc[i];
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        sgd_v_linear2_bias[i] = v2;
        linear2_bias[i] = linear2_bias[i] - lr * v2;
    }
}

/* 16  dlinear1_bias = sum(dlinear1)                                 mnist_cnn.lua:20
 *     v = momentum * sgd_v_linear1_bias + dlinear1_bias
 *     sgd_v_linear1_bias = where(abs(v) < 1e-30, 0, v)
 *     linear1_bias = linear1_bias - lr * sgd_v_linear1_bias         mnist_cnn.lua:30 */
static void k16_linear1_bias(const float dlinear1[restrict 64][128], float momentum,
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

/* 17  dlinear2_weight = dropout' dlogits                            mnist_cnn.lua:20
 *     v = momentum * sgd_v_linear2_weight + dlinear2_weight
 *     sgd_v_linear2_weight = where(abs(v) < 1e-30, 0, v)
 *     linear2_weight = linear2_weight - lr * sgd_v_linear2_weight   mnist_cnn.lua:30 */
MF_APART
static void k17_linear2_weight(const float dlogits[restrict 64][10],
                               const float dropout[restrict 64][128], float momentum,
                               float lr, float sgd_v_linear2_weight[restrict 128][10],
                               float linear2_weight[restrict 128][10])
{
    static const MfAxis rows[] = {{10, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 10, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][32];
        mf_product_turnedf(&plan, &dlogits[0][0], &dropout[0][64 * i], acc[0], 32);
        for (int j = 0; j < 64; j++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int k = 0; k < 10; k++) {
                const float t = momentum * sgd_v_linear2_weight[64 * i + j][k];
                const float v = t + acc[j][k];
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                sgd_v_linear2_weight[64 * i + j][k] = v2;
                linear2_weight[64 * i + j][k] = linear2_weight[64 * i + j][k] - lr * v2;
            }
        }
    }
}

/* 18  dlinear1 by strips of 64 columns, as products read it         mnist_cnn.lua:20 */
static void k18_dlinear1_strips(const float dlinear1[restrict 64][128],
                                float dlinear1_strips[restrict 1][128][64])
{
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < 64; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                dlinear1_strips[0][16 * i + k][j] = dlinear1[j][16 * i + k];
        }
}

/* 19  where = where(lt, 0, dlinear1 linear1_weight')                mnist_cnn.lua:20 */
MF_APART
static void k19_where(const float linear1_weight[restrict 9216][128],
                      const float dlinear1_strips[restrict 1][128][64],
                      const uint8_t lt[restrict 64][9216],
                      float where[restrict 64][9216])
{
    static const MfAxis rows[] = {{256, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 36; i++) {
        float acc[64][256];
        mf_product_turnedf(&plan, &linear1_weight[256 * i][0],
                           &dlinear1_strips[0][0][0], acc[0], 256);
        for (int j = 0; j < 64; j++) {
            mf_ahead(&where[j][256 * i], 36864, 1024, 0, 1);
            for (int k = 0; k < 256; k++) {
                const float t = acc[j][k];
                where[j][256 * i + k] = lt[j][256 * i + k] ? 0.0f : t;
            }
        }
    }
}

/* 20  dlinear1_weight = dropout' dlinear1                           mnist_cnn.lua:20
 *     v = momentum * sgd_v_linear1_weight + dlinear1_weight
 *     sgd_v_linear1_weight = where(abs(v) < 1e-30, 0, v)
 *     linear1_weight = linear1_weight - lr * sgd_v_linear1_weight   mnist_cnn.lua:30 */
MF_APART
static void k20_linear1_weight(const float dropout[restrict 64][9216],
                               const float dlinear1[restrict 64][128], float momentum,
                               float lr, float sgd_v_linear1_weight[restrict 9216][128],
                               float linear1_weight[restrict 9216][128])
{
    static const MfAxis rows[] = {{256, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 9216, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 36; i++)
        for (int j = 0; j < 2; j++) {
            float acc[256][64];
            mf_productf(&plan, &dropout[0][256 * i], &dlinear1[0][64 * j], acc[0], 64);
            for (int k = 0; k < 256; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = sgd_v_linear1_weight[256 * i + k][64 * j + l];
                    const float v = momentum * t + acc[k][l];
                    const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                    sgd_v_linear1_weight[256 * i + k][64 * j + l] = v2;
                    const float t2 = linear1_weight[256 * i + k][64 * j + l];
                    linear1_weight[256 * i + k][64 * j + l] = t2 - lr * v2;
                }
        }
}

/* 21  argmax = argmax(permute(reshape(permute(relu))))
 *     permute = permute(where(reshape(index) == argmax,
 *         reshape(where * 1.33333), 0))                             mnist_cnn.lua:20 */
MF_APART
static void k21_permute(const float relu[restrict 64][64][12][2][24],
                        const float where[restrict 64][9216],
                        float permute[restrict 64][64][12][2][12][2])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++) {
            float top[12][12];
            for (int i0 = 0; i0 < 12; i0++)
                for (int i1 = 0; i1 < 12; i1++)
                    top[i0][i1] = -INFINITY;
            int32_t first[12][12] = {0};
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 2; l++) {
                    MF_ROLLED
                    for (int n = 0; n < 12; n++)
                        for (int m = 0; m < 2; m++) {
                            const float x = relu[i][j][k][l][m + 2 * n];
                            const int32_t old = first[k][n];
                            first[k][n] = mf_abovef(x, top[k][n]) ? 2 * l + m : old;
                            top[k][n] = mf_maxf(x, top[k][n]);
                        }
                }
            int32_t argmax[12][16];
            for (int k = 0; k < 12; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    argmax[k][l] = l < 12 ? first[k][l] : 0;
            }
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 2; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 12; m++)
                        for (int n = 0; n < 2; n++) {
                            const float t = where[i][144 * j + 12 * k + m] * 1.3333334f;
                            const bool t2 = 2 * l + n == argmax[k][m];
                            permute[i][j][k][l][m][n] = t2 ? t : 0.0f;
                        }
                }
        }
}

/* 22  dconv2d2 (in pad) = where(relu > 0, permute, 0)
 *     pad = pad(dconv2d2)                                           mnist_cnn.lua:20 */
static void k22_dconv2d2(const float relu[restrict 64][64][24][24],
                         const float permute[restrict 64][64][24][24],
                         float pad[restrict 64][64][28][28])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++) {
            mf_ahead(&pad[i][j][2][2], 3136, 2672, 0, 1);
            for (int k = 0; k < 24; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 24; l++) {
                    const float t = permute[i][j][k][l];
                    pad[i][j][k + 2][l + 2] = relu[i][j][k][l] > 0.0f ? t : 0.0f;
                }
            }
            for (int k = 0; k < 2; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 28; l++)
                    pad[i][j][k][l] = 0.0f;
            }
            for (int k = 0; k < 24; k++) {
                for (int l = 0; l < 2; l++)
                    pad[i][j][k + 2][l] = 0.0f;
                for (int l = 0; l < 2; l++)
                    pad[i][j][k + 2][l + 26] = 0.0f;
            }
            for (int k = 0; k < 2; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 28; l++)
                    pad[i][j][k + 26][l] = 0.0f;
            }
        }
}

/* 23  dconv2d2_weight = einsum("ncpqij,nopq->ocij", windows(relu),
 *         pad)                                                      mnist_cnn.lua:20
 *     v = momentum * sgd_v_conv2d2_weight + dconv2d2_weight
 *     sgd_v_conv2d2_weight = where(abs(v) < 1e-30, 0, v)
 *     conv2d2_weight = conv2d2_weight - lr * sgd_v_conv2d2_weight   mnist_cnn.lua:30 */
MF_APART
static void k23_conv2d2_weight(const float relu[restrict 64][32][26][26],
                               const float pad[restrict 64][64][28][28], float momentum,
                               float lr,
                               float sgd_v_conv2d2_weight[restrict 64][32][3][3],
                               float conv2d2_weight[restrict 64][32][3][3])
{
    static const MfAxis rows[] = {{16, 676}, {3, 26}, {3, 1}};
    static const MfAxis columns[] = {{64, 784}};
    static const MfTerm terms[] = {{64, 21632, 50176}, {24, 26, 28}, {24, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][160];
        mf_product_turnedf(&plan, &relu[0][16 * i][0][0], &pad[0][0][2][2], acc[0],
                           160);
        for (int j = 0; j < 64; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 3; l++)
                    for (int m = 0; m < 3; m++) {
                        const float t = sgd_v_conv2d2_weight[j][16 * i + k][l][m];
                        const float v = momentum * t + acc[j][9 * k + 3 * l + m];
                        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                        sgd_v_conv2d2_weight[j][16 * i + k][l][m] = v2;
                        const float t2 = conv2d2_weight[j][16 * i + k][l][m];
                        conv2d2_weight[j][16 * i + k][l][m] = t2 - lr * v2;
                    }
        }
    }
}

/* 24  dconv2d1 (in relu) = where(relu > 0, einsum("nopqji,ocij->ncpq",
 *         turned_windows(pad), conv2d2_weight), 0)                  mnist_cnn.lua:20 */
MF_APART
static void k24_dconv2d1(const float pad[restrict 64][64][28][28],
                         const float weight_strips[restrict 1][576][32],
                         float relu[restrict 64][32][26][26])
{
    static const MfAxis rows[] = {{9, 28}, {26, 1}};
    static const MfAxis columns[] = {{32, 1}};
    static const MfTerm terms[] = {{64, 784, 288}, {3, -1, 96}, {3, -28, 32}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 3, terms);
    static const MfAxis rows2[] = {{8, 28}, {26, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 2, rows2, 1, columns, 3, terms);
    for (int i = 0; i < 64; i++) {
        for (int j = 0; j < 2; j++) {
            float acc[32][256];
            mf_product_turnedf(&plan, &pad[i][0][9 * j + 2][2], &weight_strips[0][0][0],
                               acc[0], 256);
            for (int k = 0; k < 32; k++) {
                mf_ahead(&relu[i][k][9 * j][0], 5408, 936, 0, 1);
                for (int l = 0; l < 9; l++) {
                    MF_BY_ROW;
                    for (int m = 0; m < 26; m++) {
                        const float t = acc[k][26 * l + m];
                        const bool t2 = relu[i][k][9 * j + l][m] > 0.0f;
                        relu[i][k][9 * j + l][m] = t2 ? t : 0.0f;
                    }
                }
            }
        }
        float acc[32][224];
        mf_product_turnedf(&plan2, &pad[i][0][20][2], &weight_strips[0][0][0], acc[0],
                           224);
        for (int j = 0; j < 32; j++) {
            mf_ahead(&relu[i][j][18][0], 5408, 832, 0, 1);
            for (int k = 0; k < 8; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 26; l++) {
                    const float t = acc[j][26 * k + l];
                    relu[i][j][k + 18][l] = relu[i][j][k + 18][l] > 0.0f ? t : 0.0f;
                }
            }
        }
    }
}

/* 25  dconv2d2_bias = sum(pad)                                      mnist_cnn.lua:20
 *     v = momentum * sgd_v_conv2d2_bias + dconv2d2_bias
 *     sgd_v_conv2d2_bias = where(abs(v) < 1e-30, 0, v)
 *     conv2d2_bias = conv2d2_bias - lr * sgd_v_conv2d2_bias         mnist_cnn.lua:30 */
static void k25_conv2d2_bias(const float pad[restrict 64][64][28][28], float momentum,
                             float lr, float sgd_v_conv2d2_bias[restrict 64],
                             float conv2d2_bias[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 64; j++) {
            mf_ahead(&pad[j][i][2][2], 200704, 2640, 0, 1);
            for (int k = 0; k < 24; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] += pad[j][i][k + 2][l + 2];
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    lane[l] += pad[j][i][k + 2][l + 18];
            }
        }
        const float sum = mf_sum16f(lane);
        const float v = momentum * sgd_v_conv2d2_bias[i] + sum;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        sgd_v_conv2d2_bias[i] = v2;
        conv2d2_bias[i] = conv2d2_bias[i] - lr * v2;
    }
}

/* 26  dconv2d1_weight = einsum("ncpqij,nopq->ocij",
 *         windows(image), dconv2d1)                                 mnist_cnn.lua:20
 *     v = momentum * sgd_v_conv2d1_weight + dconv2d1_weight
 *     sgd_v_conv2d1_weight = where(abs(v) < 1e-30, 0, v)
 *     conv2d1_weight = conv2d1_weight - lr * sgd_v_conv2d1_weight   mnist_cnn.lua:30 */
MF_APART
static void k26_conv2d1_weight(const float image[restrict 64][1][28][28],
                               const float dconv2d1[restrict 64][32][26][26],
                               float momentum, float lr,
                               float sgd_v_conv2d1_weight[restrict 32][1][3][3],
                               float conv2d1_weight[restrict 32][1][3][3])
{
    static const MfAxis rows[] = {{3, 28}, {3, 1}};
    static const MfAxis columns[] = {{32, 676}};
    static const MfTerm terms[] = {{64, 784, 21632}, {26, 28, 26}, {26, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 3, terms);
    float acc[32][32];
    mf_product_turnedf(&plan, &image[0][0][0][0], &dconv2d1[0][0][0][0], acc[0], 32);
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 3; k++) {
                const float t = momentum * sgd_v_conv2d1_weight[i][0][j][k];
                const float v = t + acc[i][3 * j + k];
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                sgd_v_conv2d1_weight[i][0][j][k] = v2;
                conv2d1_weight[i][0][j][k] = conv2d1_weight[i][0][j][k] - lr * v2;
            }
}

/* 27  dconv2d1_bias = sum(dconv2d1)                                 mnist_cnn.lua:20
 *     v = momentum * sgd_v_conv2d1_bias + dconv2d1_bias
 *     sgd_v_conv2d1_bias = where(abs(v) < 1e-30, 0, v)
 *     conv2d1_bias = conv2d1_bias - lr * sgd_v_conv2d1_bias         mnist_cnn.lua:30 */
MF_APART
static void k27_conv2d1_bias(const float dconv2d1[restrict 64][32][26][26],
                             float momentum, float lr,
                             float sgd_v_conv2d1_bias[restrict 32],
                             float conv2d1_bias[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 64; j++) {
            mf_ahead(&dconv2d1[j][i][0][0], 86528, 2664, 0, 1);
            for (int k = 0; k < 26; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] += dconv2d1[j][i][k][l];
                MF_ROLLED
                for (int l = 0; l < MF_LANES(10); l++)
                    lane[l] += l < 10 ? dconv2d1[j][i][k][l + 16] : 0.0f;
            }
        }
        const float sum = mf_sum16f(lane);
        const float v = momentum * sgd_v_conv2d1_bias[i] + sum;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        sgd_v_conv2d1_bias[i] = v2;
        conv2d1_bias[i] = conv2d1_bias[i] - lr * v2;
    }
}

/* 28  relu = relu(einsum("ncpqij,ocij->nopq", windows(image), conv2d1_weight) +
 *         conv2d1_bias)                                             mnist_cnn.lua:20 */
MF_APART
static void k28_relu(const float conv2d1_weight[restrict 32][1][3][3],
                     const float image[restrict 4][1][28][28],
                     const float conv2d1_bias[restrict 32],
                     float relu[restrict 4][32][26][26])
{
    static const MfAxis rows[] = {{32, 9}};
    static const MfAxis columns[] = {{4, 28}, {26, 1}};
    static const MfTerm terms[] = {{3, 3, 28}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 2, terms);
    static const MfAxis columns2[] = {{2, 28}, {26, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 2, columns2, 2, terms);
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 6; j++) {
            float acc[32][128];
            mf_productf(&plan, &conv2d1_weight[0][0][0][0], &image[i][0][4 * j][0],
                        acc[0], 128);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++) {
                    MF_BY_ROW;
                    for (int m = 0; m < 26; m++) {
                        const float conv2d1 = acc[k][26 * l + m] + conv2d1_bias[k];
                        relu[i][k][4 * j + l][m] = mf_reluf(conv2d1);
                    }
                }
        }
        float acc[32][64];
        mf_productf(&plan2, &conv2d1_weight[0][0][0][0], &image[i][0][24][0], acc[0],
                    64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 2; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 26; l++) {
                    const float conv2d1 = acc[j][26 * k + l] + conv2d1_bias[j];
                    relu[i][j][k + 24][l] = mf_reluf(conv2d1);
                }
            }
    }
}

/* 29  conv2d = einsum("ncpqij,ocij->nopq", windows(relu),
 *         conv2d2_weight)                                           mnist_cnn.lua:20 */
MF_APART
static void k29_conv2d(const float relu[restrict 4][32][26][26],
                       const float weight_strips[restrict 1][288][64],
                       float conv2d[restrict 4][64][24][24])
{
    static const MfAxis rows[] = {{8, 26}, {24, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{32, 676, 576}, {3, 26, 192}, {3, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 3, terms);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++) {
            float MF_AT32 acc[64][192];
            mf_product_turnedf(&plan, &relu[i][0][8 * j][0], &weight_strips[0][0][0],
                               acc[0], 192);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 8; l++)
                    for (int m = 0; m < 24; m++)
                        conv2d[i][k][8 * j + l][m] = acc[k][24 * l + m];
        }
}

/* 30  max_pool2d = max(permute(reshape(permute(reshape(relu(conv2d
 *         + conv2d2_bias))))))                                      mnist_cnn.lua:20 */
static void k30_max_pool2d(const float conv2d[restrict 4][64][24][24],
                           const float conv2d2_bias[restrict 64],
                           float max_pool2d[restrict 4][64][12][12])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float acc[12][12];
            for (int i0 = 0; i0 < 12; i0++)
                for (int i1 = 0; i1 < 12; i1++)
                    acc[i0][i1] = -INFINITY;
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 2; l++) {
                    MF_ROLLED
                    for (int n = 0; n < 12; n++)
                        for (int m = 0; m < 2; m++) {
                            const float t = conv2d[i][j][2 * k + l][m + 2 * n];
                            const float conv2d2 = t + conv2d2_bias[j];
                            acc[k][n] = mf_maxf(mf_reluf(conv2d2), acc[k][n]);
                        }
                }
            for (int k = 0; k < 12; k++) {
                MF_ROLLED
                for (int l = 0; l < 12; l++)
                    max_pool2d[i][j][k][l] = acc[k][l];
            }
        }
}

/* 31  dropout = relu(max_pool2d linear1_weight + linear1_bias)      mnist_cnn.lua:20 */
MF_APART
static void k31_dropout(const float max_pool2d[restrict 64][9216],
                        const float linear1_weight[restrict 9216][128],
                        const float linear1_bias[restrict 128],
                        float dropout[restrict 64][128])
{
    static const MfAxis rows[] = {{64, 9216}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{9216, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        mf_productf(&plan, &max_pool2d[0][0], &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                dropout[j][64 * i + k] = mf_reluf(acc[j][k] + linear1_bias[64 * i + k]);
    }
}

/* 32  max = max(logits)
 *     sum = sum(exp(logits - max))                                  mnist_cnn.lua:21 */
static void k32_sum(const float logits[restrict 64][10], float max[restrict 64],
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

/* 33  relu = relu(einsum("ncpqij,ocij->nopq", windows(image), conv2d1_weight) +
 *         conv2d1_bias)                                             mnist_cnn.lua:20 */
MF_APART
static void k33_relu(const float conv2d1_weight[restrict 32][1][3][3],
                     const float image[restrict 1][1][28][28],
                     const float conv2d1_bias[restrict 32],
                     float relu[restrict 1][32][26][26])
{
    static const MfAxis rows[] = {{32, 9}};
    static const MfAxis columns[] = {{4, 28}, {26, 1}};
    static const MfTerm terms[] = {{3, 3, 28}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 2, terms);
    static const MfAxis columns2[] = {{2, 28}, {26, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 2, columns2, 2, terms);
    for (int i = 0; i < 6; i++) {
        float acc[32][128];
        mf_productf(&plan, &conv2d1_weight[0][0][0][0], &image[0][0][4 * i][0], acc[0],
                    128);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 4; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 26; l++) {
                    const float conv2d1 = acc[j][26 * k + l] + conv2d1_bias[j];
                    relu[0][j][4 * i + k][l] = mf_reluf(conv2d1);
                }
            }
    }
    float acc[32][64];
    mf_productf(&plan2, &conv2d1_weight[0][0][0][0], &image[0][0][24][0], acc[0], 64);
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 2; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 26; k++)
                relu[0][i][j + 24][k] = mf_reluf(acc[i][26 * j + k] + conv2d1_bias[i]);
        }
}

/* 34  conv2d = einsum("ncpqij,ocij->nopq", windows(relu),
 *         conv2d2_weight)                                           mnist_cnn.lua:20 */
MF_APART
static void k34_conv2d(const float conv2d2_weight[restrict 64][32][3][3],
                       const float relu[restrict 1][32][26][26],
                       float conv2d[restrict 1][64][24][24])
{
    static const MfAxis rows[] = {{64, 288}};
    static const MfAxis columns[] = {{4, 26}, {24, 1}};
    static const MfTerm terms[] = {{32, 9, 676}, {3, 3, 26}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 6; i++) {
        float MF_AT32 acc[64][96];
        mf_productf(&plan, &conv2d2_weight[0][0][0][0], &relu[0][0][4 * i][0], acc[0],
                    96);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 24; l++)
                    conv2d[0][j][4 * i + k][l] = acc[j][24 * k + l];
    }
}

/* 35  max_pool2d = max(permute(reshape(permute(reshape(relu(conv2d
 *         + conv2d2_bias))))))                                      mnist_cnn.lua:20 */
static void k35_max_pool2d(const float conv2d[restrict 1][64][24][24],
                           const float conv2d2_bias[restrict 64],
                           float max_pool2d[restrict 1][64][12][12])
{
    for (int i = 0; i < 64; i++) {
        float acc[12][12];
        for (int i0 = 0; i0 < 12; i0++)
            for (int i1 = 0; i1 < 12; i1++)
                acc[i0][i1] = -INFINITY;
        for (int j = 0; j < 12; j++)
            for (int k = 0; k < 2; k++) {
                MF_ROLLED
                for (int m = 0; m < 12; m++)
                    for (int l = 0; l < 2; l++) {
                        const float t = conv2d[0][i][2 * j + k][l + 2 * m];
                        acc[j][m] = mf_maxf(mf_reluf(t + conv2d2_bias[i]), acc[j][m]);
                    }
            }
        for (int j = 0; j < 12; j++) {
            MF_ROLLED
            for (int k = 0; k < 12; k++)
                max_pool2d[0][i][j][k] = acc[j][k];
        }
    }
}

/* 36  dropout = relu(max_pool2d linear1_weight + linear1_bias)      mnist_cnn.lua:20 */
MF_APART
static void k36_dropout(const float max_pool2d[restrict 1][9216],
                        const float linear1_weight[restrict 9216][128],
                        const float linear1_bias[restrict 128],
                        float dropout[restrict 1][128])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{128, 1}};
    static const MfTerm terms[] = {{9216, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[1][128];
    mf_productf(&plan, &max_pool2d[0][0], &linear1_weight[0][0], acc[0], 128);
    for (int i = 0; i < 128; i++)
        dropout[0][i] = mf_reluf(acc[0][i] + linear1_bias[i]);
}

/* 37  logits = dropout linear2_weight + linear2_bias                mnist_cnn.lua:20 */
static void k37_logits(const float dropout[restrict 1][128],
                       const float linear2_weight[restrict 128][10],
                       const float linear2_bias[restrict 10],
                       float logits[restrict 1][10])
{
    float acc[10] = {0};
    for (int i = 0; i < 128; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            acc[j] = fmaf(dropout[0][i], linear2_weight[i][j], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 10; i++)
        logits[0][i] = acc[i] + linear2_bias[i];
}

/* 38  max = max(logits)                                             mnist_cnn.lua:21 */
static void k38_max(const float logits[restrict 1][10], float max[restrict 1])
{
    float acc = -INFINITY;
    for (int i = 0; i < 10; i++)
        acc = mf_maxf(logits[0][i], acc);
    max[0] = acc;
}

/* 39  argmax = argmax(logits)                                       mnist_cnn.lua:33 */
static void k39_argmax(const float logits[restrict 1][10], int32_t argmax[restrict 1])
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

/* 40  accuracy = f32(argmax == label)                               mnist_cnn.lua:33 */
static void k40_accuracy(const int32_t argmax[restrict 1],
                         const int32_t label[restrict 1], float *restrict accuracy)
{
    *accuracy = (float)(argmax[0] == label[0]);
}

/* 41  sum = sum(exp(logits - max))                                  mnist_cnn.lua:21 */
static void k41_sum(const float logits[restrict 1][10], const float max[restrict 1],
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

/* 42  loss = log(sum) - gather(logits - max, label)                 mnist_cnn.lua:21 */
static void k42_loss(const int32_t label[restrict 1], const float sum[restrict 1],
                     const float logits[restrict 1][10], const float max[restrict 1],
                     float *restrict loss)
{
    const int at = label[0];
    *loss = mf_logf(sum[0]) - (logits[0][at] - max[0]);
}

/* 43  conv2d1_weight = -0.333333 + 0.666667 * uniform()             mnist_cnn.lua:13 */
MF_APART
static void k43_conv2d1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float conv2d1_weight[restrict 32][1][3][3])
{
    float u[288];
    mf_uniform_rowf(seed, stream, step, 0, 288, u);
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 3; k++) {
                const float t = 0.6666667f * u[9 * i + 3 * j + k];
                conv2d1_weight[i][0][j][k] = -0.33333334f + t;
            }
}

/* 44  conv2d1_bias = -0.333333 + 0.666667 * uniform()               mnist_cnn.lua:13 */
static void k44_conv2d1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float conv2d1_bias[restrict 32])
{
    float u[32];
    mf_uniform_rowf(seed, stream, step, 0, 32, u);
    for (int i = 0; i < 32; i++)
        conv2d1_bias[i] = -0.33333334f + 0.6666667f * u[i];
}

/* 45  conv2d2_weight = -0.0589256 + 0.117851 * uniform()            mnist_cnn.lua:14 */
MF_APART
static void k45_conv2d2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float conv2d2_weight[restrict 64][32][3][3])
{
    for (int i = 0; i < 64; i++) {
        float u[288];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(288 * i), 288, u);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    const float t = 0.11785113f * u[9 * j + 3 * k + l];
                    conv2d2_weight[i][j][k][l] = -0.058925565f + t;
                }
    }
}

/* 46  conv2d2_bias = -0.0589256 + 0.117851 * uniform()              mnist_cnn.lua:14 */
static void k46_conv2d2_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float conv2d2_bias[restrict 64])
{
    float u[64];
    mf_uniform_rowf(seed, stream, step, 0, 64, u);
    for (int i = 0; i < 64; i++)
        conv2d2_bias[i] = -0.058925565f + 0.11785113f * u[i];
}

/* 47  linear1_weight = -0.0104167 + 0.0208333 * uniform()           mnist_cnn.lua:17 */
static void k47_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear1_weight[restrict 9216][128])
{
    for (int i = 0; i < 9216; i++)
        for (int j = 0; j < 2; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(128 * i + 64 * j), 64, u);
            for (int k = 0; k < 64; k++)
                linear1_weight[i][64 * j + k] = -0.010416667f + 0.020833334f * u[k];
        }
}

/* 48  linear1_bias = -0.0104167 + 0.0208333 * uniform()             mnist_cnn.lua:17 */
static void k48_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear1_bias[restrict 128])
{
    for (int i = 0; i < 2; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            linear1_bias[64 * i + j] = -0.010416667f + 0.020833334f * u[j];
    }
}

/* 49  linear2_weight = -0.0883883 + 0.176777 * uniform()            mnist_cnn.lua:18 */
MF_APART
static void k49_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear2_weight[restrict 128][10])
{
    float u[1280];
    mf_uniform_rowf(seed, stream, step, 0, 1280, u);
    for (int i = 0; i < 128; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            linear2_weight[i][j] = -0.088388346f + 0.17677669f * u[10 * i + j];
    }
}

/* 50  linear2_bias = -0.0883883 + 0.176777 * uniform()              mnist_cnn.lua:18 */
static void k50_linear2_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear2_bias[restrict 10])
{
    MF_ROLLED
    for (int i = 0; i < 10; i++) {
        const float t = 0.17677669f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear2_bias[i] = -0.088388346f + t;
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
void mnist_cnn_init(MnistCnn *net, uint64_t seed)
{
    memset(net, 0, offsetof(MnistCnn, work));
    net->seed = seed;
    k43_conv2d1_weight(net->step, net->seed, 0xdeab1f8b63e126f2u, net->conv2d1_weight);
    k44_conv2d1_bias(net->step, net->seed, 0xca889192c1873d83u, net->conv2d1_bias);
    k45_conv2d2_weight(net->step, net->seed, 0xd6b9509e5ac9e05du, net->conv2d2_weight);
    k46_conv2d2_bias(net->step, net->seed, 0x4c70c218a0505e6eu, net->conv2d2_bias);
    k47_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, net->linear1_weight);
    k48_linear1_bias(net->step, net->seed, 0x3dec48e02e45c109u, net->linear1_bias);
    k49_linear2_weight(net->step, net->seed, 0xb9800f9db6736de7u, net->linear2_weight);
    k50_linear2_bias(net->step, net->seed, 0xb838840dc7e1e18au, net->linear2_bias);
    net->momentum = 0.9f;
    net->lr = 0.02f;
}

/* One step: forward, backward, update; returns the loss before it. */
float mnist_cnn_step(MnistCnn *net, const float image[restrict 64][1][28][28],
                     const int32_t label[restrict 64])
{
    float loss;
    union MnistCnnStep *w = &net->work.step;
    /* forward */
    k1_dropped(net->step, net->seed, 0xbb00d74ecdfddc7bu, w->dropped);
    k2_weight_strips(net->conv2d2_weight, w->conv2d2_weight_strips);
    k3_weight_strips(net->conv2d2_weight, w->conv2d2_weight_strips2);
    k4_lt(net->step, net->seed, 0xd37e7a07cc979a39u, w->lt);
    k5_relu(net->conv2d1_weight, image, net->conv2d1_bias, w->relu3);
    k6_relu(w->relu3, w->conv2d2_weight_strips, net->conv2d2_bias, w->relu2);
    k7_dropout((float(*)[64][12][2][24])w->relu2, (uint8_t(*)[64][12][12])w->lt,
               w->dropout);
    k8_dropout((float(*)[9216])w->dropout, net->linear1_weight, net->linear1_bias,
               w->dropped, w->relu, w->dropout2);
    k9_logits(w->dropout2, net->linear2_weight, net->linear2_bias, w->logits);
    /* forward and backward */
    k10_dlogits(w->logits, label, w->max, w->sum, w->dlogits);
    /* forward */
    k11_argmax(w->logits, w->argmax);
    /* metrics */
    k12_accuracy(w->argmax, label, &net->metric.accuracy);
    /* the loss */
    k13_loss(label, w->sum, w->logits, w->max, &loss);
    /* backward, and the update of what is done */
    k14_dlinear1(w->dlogits, net->linear2_weight, w->dropped, w->relu);
    k15_linear2_bias(w->dlogits, net->momentum, net->lr, net->sgd_v_linear2_bias,
                     net->linear2_bias);
    k16_linear1_bias(w->relu, net->momentum, net->lr, net->sgd_v_linear1_bias,
                     net->linear1_bias);
    k17_linear2_weight(w->dlogits, w->dropout2, net->momentum, net->lr,
                       net->sgd_v_linear2_weight, net->linear2_weight);
    k18_dlinear1_strips(w->relu, w->dlinear1_strips);
    k19_where(net->linear1_weight, w->dlinear1_strips, (uint8_t(*)[9216])w->lt,
              w->where);
    k20_linear1_weight((float(*)[9216])w->dropout, w->relu, net->momentum, net->lr,
                       net->sgd_v_linear1_weight, net->linear1_weight);
    k21_permute((float(*)[64][12][2][24])w->relu2, w->where, w->permute);
    k22_dconv2d2(w->relu2, (float(*)[64][24][24])w->permute, w->pad);
    k23_conv2d2_weight(w->relu3, w->pad, net->momentum, net->lr,
                       net->sgd_v_conv2d2_weight, net->conv2d2_weight);
    k24_dconv2d1(w->pad, w->conv2d2_weight_strips2, w->relu3);
    k25_conv2d2_bias(w->pad, net->momentum, net->lr, net->sgd_v_conv2d2_bias,
                     net->conv2d2_bias);
    k26_conv2d1_weight(image, w->relu3, net->momentum, net->lr,
                       net->sgd_v_conv2d1_weight, net->conv2d1_weight);
    k27_conv2d1_bias(w->relu3, net->momentum, net->lr, net->sgd_v_conv2d1_bias,
                     net->conv2d1_bias);
    net->step++;
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float mnist_cnn_eval(MnistCnn *net, const float image[restrict 64][1][28][28],
                     const int32_t label[restrict 64])
{
    float loss;
    union MnistCnnEval *w = &net->work.eval;
    k2_weight_strips(net->conv2d2_weight, w->conv2d2_weight_strips);
    for (int row = 0; row < 64; row += 4) {
        k28_relu(net->conv2d1_weight, &image[row], net->conv2d1_bias, w->relu);
        k29_conv2d(w->relu, w->conv2d2_weight_strips, w->conv2d);
        k30_max_pool2d(w->conv2d, net->conv2d2_bias, &w->max_pool2d[row]);
    }
    k31_dropout((float(*)[9216])w->max_pool2d, net->linear1_weight, net->linear1_bias,
                w->dropout);
    k9_logits(w->dropout, net->linear2_weight, net->linear2_bias, w->logits);
    k32_sum(w->logits, w->max, w->sum);
    k11_argmax(w->logits, w->argmax);
    k12_accuracy(w->argmax, label, &net->metric.accuracy);
    k13_loss(label, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The same of a batch of one row. */
float mnist_cnn_eval_one(MnistCnn *net, const float image[restrict 1][1][28][28],
                         const int32_t label[restrict 1])
{
    float loss;
    union MnistCnnEvalOne *w = &net->work.eval_one;
    k33_relu(net->conv2d1_weight, image, net->conv2d1_bias, w->relu);
    k34_conv2d(net->conv2d2_weight, w->relu, w->conv2d);
    k35_max_pool2d(w->conv2d, net->conv2d2_bias, w->max_pool2d);
    k36_dropout((float(*)[9216])w->max_pool2d, net->linear1_weight, net->linear1_bias,
                w->dropout);
    k37_logits(w->dropout, net->linear2_weight, net->linear2_bias, w->logits);
    k38_max(w->logits, w->max);
    k39_argmax(w->logits, w->argmax);
    k40_accuracy(w->argmax, label, &net->metric.accuracy);
    k41_sum(w->logits, w->max, w->sum);
    k42_loss(label, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The function `predict`. */
void mnist_cnn_predict(MnistCnn *net, const float image[restrict 1][1][28][28],
                       float logits[restrict 1][10], int32_t digit[restrict 1])
{
    union MnistCnnPredict *w = &net->work.predict;
    k33_relu(net->conv2d1_weight, image, net->conv2d1_bias, w->relu);
    k34_conv2d(net->conv2d2_weight, w->relu, w->conv2d);
    k35_max_pool2d(w->conv2d, net->conv2d2_bias, w->max_pool2d);
    k36_dropout((float(*)[9216])w->max_pool2d, net->linear1_weight, net->linear1_bias,
                w->dropout);
    k37_logits(w->dropout, net->linear2_weight, net->linear2_bias, logits);
    k39_argmax(logits, digit);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor mnist_cnn_tensors[] = {
    {"conv2d1.weight", MF_F32, MF_PARAM, 4, {32, 1, 3, 3}, offsetof(MnistCnn, conv2d1_weight)},
    {"conv2d1.bias", MF_F32, MF_PARAM, 1, {32}, offsetof(MnistCnn, conv2d1_bias)},
    {"conv2d2.weight", MF_F32, MF_PARAM, 4, {64, 32, 3, 3}, offsetof(MnistCnn, conv2d2_weight)},
    {"conv2d2.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(MnistCnn, conv2d2_bias)},
    {"linear1.weight", MF_F32, MF_PARAM, 2, {9216, 128}, offsetof(MnistCnn, linear1_weight)},
    {"linear1.bias", MF_F32, MF_PARAM, 1, {128}, offsetof(MnistCnn, linear1_bias)},
    {"linear2.weight", MF_F32, MF_PARAM, 2, {128, 10}, offsetof(MnistCnn, linear2_weight)},
    {"linear2.bias", MF_F32, MF_PARAM, 1, {10}, offsetof(MnistCnn, linear2_bias)},
    {"sgd.v.conv2d1.weight", MF_F32, MF_STATE, 4, {32, 1, 3, 3}, offsetof(MnistCnn, sgd_v_conv2d1_weight)},
    {"sgd.v.conv2d1.bias", MF_F32, MF_STATE, 1, {32}, offsetof(MnistCnn, sgd_v_conv2d1_bias)},
    {"sgd.v.conv2d2.weight", MF_F32, MF_STATE, 4, {64, 32, 3, 3}, offsetof(MnistCnn, sgd_v_conv2d2_weight)},
    {"sgd.v.conv2d2.bias", MF_F32, MF_STATE, 1, {64}, offsetof(MnistCnn, sgd_v_conv2d2_bias)},
    {"sgd.v.linear1.weight", MF_F32, MF_STATE, 2, {9216, 128}, offsetof(MnistCnn, sgd_v_linear1_weight)},
    {"sgd.v.linear1.bias", MF_F32, MF_STATE, 1, {128}, offsetof(MnistCnn, sgd_v_linear1_bias)},
    {"sgd.v.linear2.weight", MF_F32, MF_STATE, 2, {128, 10}, offsetof(MnistCnn, sgd_v_linear2_weight)},
    {"sgd.v.linear2.bias", MF_F32, MF_STATE, 1, {10}, offsetof(MnistCnn, sgd_v_linear2_bias)},
    {"momentum", MF_F32, MF_SETTING, 0, {0}, offsetof(MnistCnn, momentum)},
    {"lr", MF_F32, MF_SETTING, 0, {0}, offsetof(MnistCnn, lr)},
};
/* clang-format on */

#ifndef MNIST_CNN_NO_MAIN

/* clang-format off */
static const MfPort predict_in[] = {
    {"image", MF_F32, 4, {1, 1, 28, 28}, 0, NULL},
};

static const MfPort predict_out[] = {
    {"logits", MF_F32, 2, {1, 10}, 0, NULL},
    {"digit", MF_I32, 1, {1}, 0, NULL},
};
/* clang-format on */

static void call_predict(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[1][28][28] = (const float(*)[1][28][28])in[0];
    mnist_cnn_predict(net, in0, out[0], out[1]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"predict", 1, 1, 2, predict_in, predict_out, call_predict},
};

static const MfPort step_in[] = {
    {"image", MF_F32, 4, {64, 1, 28, 28}, 0, NULL},
    {"label", MF_I32, 1, {64}, 10, NULL},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const float(*in0)[1][28][28] = (const float(*)[1][28][28])in[0];
    const int32_t *in1 = in[1];
    out[0] = (double)mnist_cnn_step(net, in0, in1);
    const MnistCnn *done = net;
    out[1] = (double)done->metric.accuracy;
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const float(*in0)[1][28][28] = (const float(*)[1][28][28])in[0];
    const int32_t *in1 = in[1];
    out[0] = (double)mnist_cnn_eval(net, in0, in1);
    const MnistCnn *done = net;
    out[1] = (double)done->metric.accuracy;
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const float(*in0)[1][28][28] = (const float(*)[1][28][28])in[0];
    const int32_t *in1 = in[1];
    out[0] = (double)mnist_cnn_eval_one(net, in0, in1);
    const MnistCnn *done = net;
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
        .epochs = 6,
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

static void init_net(void *net, uint64_t seed)
{
    mnist_cnn_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "mnist_cnn",
    .script = "mnist_cnn.lua",
    .version = "0.1",
    .hash = 0x7eb44f7490674261u,
    .real = MF_F32,
    .size = sizeof(MnistCnn),
    .param_bytes = 4799528,
    .state_bytes = 4799528,
    .work_bytes = 37929216,
    .seed_offset = offsetof(MnistCnn, seed),
    .step_offset = offsetof(MnistCnn, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 18,
    .n_funcs = 1,
    .n_trains = 1,
    .tensor = mnist_cnn_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static _Alignas(64) MnistCnn net;
    return mf_main(argc, argv, &model, &net);
}

#endif

/*
 * mnist_mlp.c - trains and runs the network of mnist_mlp.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 109386 parameters; 130 nodes in 32 kernels;
 * bytes: parameters 437544, state 437544, work 81920 (unshared 987216)
 */
#include "mfrt.h"

#define MNIST_MLP_PARAM_BYTES 437544u
#define MNIST_MLP_STATE_BYTES 437544u
#define MNIST_MLP_WORK_BYTES 81920u

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
    /* work memory: one function runs at a time */
    union {
        union MnistMlpStep {
            struct {
                float relu[64][128];   /* calls 2 to 15 */
                float relu2[64][64];   /* calls 3 to 11 */
                float logits[64][10];  /* calls 4 to 6 */
                float sub[64][10];     /* calls 5 to 8 */
                float scatter[64][10]; /* calls 1 to 11 */
                float sum[64];         /* calls 5 to 8 */
                int32_t argmax[64];    /* calls 6 to 7 */
                unsigned char gap2[8192];
                float where2[64][64]; /* calls 10 to 15 */
            };
            struct {
                unsigned char gap1[32768];
                float where[64][128]; /* calls 13 to 16 */
            };
        } step;
        union MnistMlpEval {
            struct {
                float relu[64][128]; /* calls 1 to 2 */
                float relu2[64][64]; /* calls 2 to 3 */
            };
            struct {
                float logits[64][10]; /* calls 3 to 5 */
                float sub[64][10];    /* calls 4 to 7 */
                float sum[64];        /* calls 4 to 7 */
                int32_t argmax[64];   /* calls 5 to 6 */
            };
        } eval;
        union MnistMlpEvalOne {
            struct {
                float relu[1][128]; /* calls 1 to 2 */
                float relu2[1][64]; /* calls 2 to 3 */
            };
            struct {
                float logits[1][10]; /* calls 3 to 9 */
                float max[1];        /* calls 4 to 6 */
                int32_t argmax[1];   /* calls 5 to 7 */
            };
            struct {
                unsigned char gap1[40];
                float sum[1]; /* calls 8 to 9 */
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
/* The loss and the metrics as in inference, without an update. */
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

/* 1  scatter(-0.015625, label)                                      mnist_mlp.lua:17 */
static void k1_scatter(const int32_t label[restrict 64], float scatter[restrict 64][10])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++)
            scatter[i][j] = 0.0f;
    for (int i = 0; i < 64; i++) {
        const int at = label[i];
        scatter[i][at] += -0.015625f;
    }
}

/* 2  relu(image linear1.weight + linear1.bias)                      mnist_mlp.lua:16 */
static void k2_relu(const float image[restrict 64][784],
                    const float linear1_weight[restrict 784][128],
                    const float linear1_bias[restrict 128],
                    float relu[restrict 64][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 784}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{784, 1, 128}};
        mf_productf(1, rows, 1, columns, 1, terms, &image[0][0],
                    &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                relu[j][64 * i + k] = mf_reluf(acc[j][k] + linear1_bias[64 * i + k]);
    }
}

/* 3  relu(relu6 linear2.weight + linear2.bias)                      mnist_mlp.lua:16 */
static void k3_relu(const float relu[restrict 64][128],
                    const float linear2_weight[restrict 128][64],
                    const float linear2_bias[restrict 64], float relu2[restrict 64][64])
{
    float acc[64][64];
    static const MfAxis rows[] = {{64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 64}};
    mf_productf(1, rows, 1, columns, 1, terms, &relu[0][0], &linear2_weight[0][0],
                acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            relu2[i][j] = mf_reluf(acc[i][j] + linear2_bias[j]);
}

/* 4  logits = relu12 linear3.weight + linear3.bias                  mnist_mlp.lua:16 */
static void k4_logits(const float linear3_weight[restrict 64][10],
                      const float relu[restrict 64][64],
                      const float linear3_bias[restrict 10],
                      float logits[restrict 64][10])
{
    float acc[10][64];
    static const MfAxis rows[] = {{10, 1}};
    static const MfAxis columns[] = {{64, 64}};
    static const MfTerm terms[] = {{64, 10, 1}};
    mf_productf(1, rows, 1, columns, 1, terms, &linear3_weight[0][0], &relu[0][0],
                acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++)
            logits[i][j] = acc[j][i] + linear3_bias[j];
}

/* 5  max(logits)
 *    logits - max18
 *    exp(sub20)
 *    sum(exp21)
 *    0.015625 / sum22
 *    dlogits = scatter46 + div48 * exp21                            mnist_mlp.lua:17 */
static void k5_dlogits(const float logits[restrict 64][10], float sub[restrict 64][10],
                       float sum[restrict 64], float scatter[restrict 64][10])
{
    for (int i = 0; i < 64; i++) {
        float acc = -INFINITY;
        for (int j = 0; j < 10; j++)
            acc = mf_maxf(logits[i][j], acc);
        float max;
        max = acc;
        float exp[10];
        for (int j = 0; j < 10; j++) {
            const float t = logits[i][j] - max;
            sub[i][j] = t;
            exp[j] = mf_expf(t);
        }
        float lane[16] = {0};
        for (int j = 0; j < 10; j++)
            lane[j] += exp[j];
        const float sum2 = mf_sum16f(lane);
        sum[i] = sum2;
        float div;
        div = 0.015625f / sum2;
        for (int j = 0; j < 10; j++)
            scatter[i][j] = scatter[i][j] + div * exp[j];
    }
}

/* 6  argmax(logits)                                                 mnist_mlp.lua:29 */
static void k6_argmax(const float logits[restrict 64][10], int32_t argmax[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float top = -INFINITY;
        int32_t at = 0;
        for (int j = 0; j < 10; j++) {
            if (mf_abovef(logits[i][j], top)) {
                top = logits[i][j];
                at = j;
            }
        }
        argmax[i] = at;
    }
}

/* 7  accuracy = sum(f32(argmax30 == label)) * 0.015625              mnist_mlp.lua:29 */
static void k7_accuracy(const int32_t argmax[restrict 64],
                        const int32_t label[restrict 64], float *restrict accuracy)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 16; j++)
            lane[j] += (float)(argmax[16 * i + j] == label[16 * i + j]);
    const float sum = mf_sum16f(lane);
    *accuracy = sum * 0.015625f;
}

/* 8  loss = sum(log(sum22) - gather(sub20, label)) * 0.015625       mnist_mlp.lua:17 */
static void k8_loss(const int32_t label[restrict 64], const float sum[restrict 64],
                    const float sub[restrict 64][10], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 16; j++) {
            const int at = label[16 * i + j];
            lane[j] += mf_logf(sum[16 * i + j]) - sub[16 * i + j][at];
        }
    const float sum2 = mf_sum16f(lane);
    *loss = sum2 * 0.015625f;
}

/* 9  sgd.v.linear3.bias = where(abs(momentum * sgd.v.linear3.bias + sum(dlogits)) < ...
 *    linear3.bias = linear3.bias - lr * where127                    mnist_mlp.lua:26 */
static void k9_linear3_bias(const float dlogits[restrict 64][10], float momentum,
                            float lr, float sgd_v_linear3_bias[restrict 10],
                            float linear3_bias[restrict 10])
{
    float acc[10] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++)
            acc[j] += dlogits[i][j];
    for (int i = 0; i < 10; i++) {
        const float t = momentum * sgd_v_linear3_bias[i] + acc[i];
        const float t2 = mf_absf(t) < 1e-30f ? 0.0f : t;
        sgd_v_linear3_bias[i] = t2;
        linear3_bias[i] = linear3_bias[i] - lr * t2;
    }
}

/* 10  where(relu12 > 0, dlogits linear3.weight', 0)                 mnist_mlp.lua:16 */
static void k10_where(const float dlogits[restrict 64][10],
                      const float linear3_weight[restrict 64][10],
                      const float relu[restrict 64][64], float where[restrict 64][64])
{
    float acc[64][64];
    static const MfAxis rows[] = {{64, 10}};
    static const MfAxis columns[] = {{64, 10}};
    static const MfTerm terms[] = {{10, 1, 1}};
    mf_productf(1, rows, 1, columns, 1, terms, &dlogits[0][0], &linear3_weight[0][0],
                acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            where[i][j] = relu[i][j] > 0.0f ? acc[i][j] : 0.0f;
}

/* 11  sgd.v.linear3.weight = where(abs(momentum * sgd.v.linear3.weight + relu12' dlo...
 *     linear3.weight = linear3.weight - lr * where114               mnist_mlp.lua:26 */
static void k11_linear3_weight(const float dlogits[restrict 64][10],
                               const float relu[restrict 64][64], float momentum,
                               float lr, float sgd_v_linear3_weight[restrict 64][10],
                               float linear3_weight[restrict 64][10])
{
    float acc[10][64];
    static const MfAxis rows[] = {{10, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 10, 64}};
    mf_productf(1, rows, 1, columns, 1, terms, &dlogits[0][0], &relu[0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++) {
            const float t = momentum * sgd_v_linear3_weight[i][j] + acc[j][i];
            const float t2 = mf_absf(t) < 1e-30f ? 0.0f : t;
            sgd_v_linear3_weight[i][j] = t2;
            linear3_weight[i][j] = linear3_weight[i][j] - lr * t2;
        }
}

/* 12  sgd.v.linear2.bias = where(abs(momentum * sgd.v.linear2.bias + sum(where53)) <...
 *     linear2.bias = linear2.bias - lr * where101                   mnist_mlp.lua:26 */
static void k12_linear2_bias(const float where[restrict 64][64], float momentum,
                             float lr, float sgd_v_linear2_bias[restrict 64],
                             float linear2_bias[restrict 64])
{
    float acc[64] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            acc[j] += where[i][j];
    for (int i = 0; i < 64; i++) {
        const float t = momentum * sgd_v_linear2_bias[i] + acc[i];
        const float t2 = mf_absf(t) < 1e-30f ? 0.0f : t;
        sgd_v_linear2_bias[i] = t2;
        linear2_bias[i] = linear2_bias[i] - lr * t2;
    }
}

/* 13  where(relu6 > 0, where53 linear2.weight', 0)                  mnist_mlp.lua:16 */
static void k13_where(const float where[restrict 64][64],
                      const float linear2_weight[restrict 128][64],
                      const float relu[restrict 64][128],
                      float where2[restrict 64][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 64}};
        static const MfAxis columns[] = {{64, 64}};
        static const MfTerm terms[] = {{64, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &where[0][0],
                    &linear2_weight[64 * i][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                where2[j][64 * i + k] = relu[j][64 * i + k] > 0.0f ? acc[j][k] : 0.0f;
    }
}

/* 14  sgd.v.linear1.bias = where(abs(momentum * sgd.v.linear1.bias + sum(where55)) <...
 *     linear1.bias = linear1.bias - lr * where75                    mnist_mlp.lua:26 */
static void k14_linear1_bias(const float where[restrict 64][128], float momentum,
                             float lr, float sgd_v_linear1_bias[restrict 128],
                             float linear1_bias[restrict 128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += where[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float t = momentum * sgd_v_linear1_bias[64 * i + j] + acc[j];
            const float t2 = mf_absf(t) < 1e-30f ? 0.0f : t;
            sgd_v_linear1_bias[64 * i + j] = t2;
            linear1_bias[64 * i + j] = linear1_bias[64 * i + j] - lr * t2;
        }
    }
}

/* 15  sgd.v.linear2.weight = where(abs(momentum * sgd.v.linear2.weight + relu6' wher...
 *     linear2.weight = linear2.weight - lr * where88                mnist_mlp.lua:26 */
static void k15_linear2_weight(const float relu[restrict 64][128],
                               const float where[restrict 64][64], float momentum,
                               float lr, float sgd_v_linear2_weight[restrict 128][64],
                               float linear2_weight[restrict 128][64])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 1}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{64, 128, 64}};
        mf_productf(1, rows, 1, columns, 1, terms, &relu[0][64 * i], &where[0][0],
                    acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = momentum * sgd_v_linear2_weight[64 * i + j][k];
                const float t2 = t + acc[j][k];
                const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
                sgd_v_linear2_weight[64 * i + j][k] = t2_2;
                const float t3 = linear2_weight[64 * i + j][k];
                linear2_weight[64 * i + j][k] = t3 - lr * t2_2;
            }
    }
}

/* 16  sgd.v.linear1.weight = where(abs(momentum * sgd.v.linear1.weight + image' wher...
 *     linear1.weight = linear1.weight - lr * where62                mnist_mlp.lua:26 */
static void k16_linear1_weight(const float image[restrict 64][784],
                               const float where[restrict 64][128], float momentum,
                               float lr, float sgd_v_linear1_weight[restrict 784][128],
                               float linear1_weight[restrict 784][128])
{
    for (int i = 0; i < 14; i++)
        for (int j = 0; j < 2; j++) {
            float acc[56][64];
            static const MfAxis rows[] = {{56, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{64, 784, 128}};
            mf_productf(1, rows, 1, columns, 1, terms, &image[0][56 * i],
                        &where[0][64 * j], acc[0], 64);
            for (int k = 0; k < 56; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = sgd_v_linear1_weight[56 * i + k][64 * j + l];
                    const float t2 = momentum * t + acc[k][l];
                    const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
                    sgd_v_linear1_weight[56 * i + k][64 * j + l] = t2_2;
                    const float t3 = linear1_weight[56 * i + k][64 * j + l];
                    linear1_weight[56 * i + k][64 * j + l] = t3 - lr * t2_2;
                }
        }
}

/* 17  max(logits)
 *     logits - max18
 *     sum(exp(sub20))                                               mnist_mlp.lua:17 */
static void k17_sum(const float logits[restrict 64][10], float sub[restrict 64][10],
                    float sum[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float acc = -INFINITY;
        for (int j = 0; j < 10; j++)
            acc = mf_maxf(logits[i][j], acc);
        float max;
        max = acc;
        for (int j = 0; j < 10; j++)
            sub[i][j] = logits[i][j] - max;
        float lane[16] = {0};
        for (int j = 0; j < 10; j++)
            lane[j] += mf_expf(sub[i][j]);
        const float sum2 = mf_sum16f(lane);
        sum[i] = sum2;
    }
}

/* 18  relu(image linear1.weight + linear1.bias)                     mnist_mlp.lua:16 */
static void k18_relu(const float image[restrict 1][784],
                     const float linear1_weight[restrict 784][128],
                     const float linear1_bias[restrict 128],
                     float relu[restrict 1][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 784; j++)
            for (int k = 0; k < 64; k++)
                acc[k] = fmaf(image[0][j], linear1_weight[j][64 * i + k], acc[k]);
        for (int j = 0; j < 64; j++)
            relu[0][64 * i + j] = mf_reluf(acc[j] + linear1_bias[64 * i + j]);
    }
}

/* 19  relu(relu6 linear2.weight + linear2.bias)                     mnist_mlp.lua:16 */
static void k19_relu(const float relu[restrict 1][128],
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

/* 20  logits = relu12 linear3.weight + linear3.bias                 mnist_mlp.lua:16 */
static void k20_logits(const float relu[restrict 1][64],
                       const float linear3_weight[restrict 64][10],
                       const float linear3_bias[restrict 10],
                       float logits[restrict 1][10])
{
    float acc[10] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++)
            acc[j] = fmaf(relu[0][i], linear3_weight[i][j], acc[j]);
    for (int i = 0; i < 10; i++)
        logits[0][i] = acc[i] + linear3_bias[i];
}

/* 21  max(logits)                                                   mnist_mlp.lua:17 */
static void k21_max(const float logits[restrict 1][10], float max[restrict 1])
{
    float acc = -INFINITY;
    for (int i = 0; i < 10; i++)
        acc = mf_maxf(logits[0][i], acc);
    max[0] = acc;
}

/* 22  argmax(logits)                                                mnist_mlp.lua:29 */
static void k22_argmax(const float logits[restrict 1][10], int32_t argmax[restrict 1])
{
    float top = -INFINITY;
    int32_t at = 0;
    for (int i = 0; i < 10; i++) {
        if (mf_abovef(logits[0][i], top)) {
            top = logits[0][i];
            at = i;
        }
    }
    argmax[0] = at;
}

/* 23  logits - max18                                                mnist_mlp.lua:17 */
static void k23_sub(const float max[restrict 1], float logits[restrict 1][10])
{
    for (int i = 0; i < 10; i++)
        logits[0][i] = logits[0][i] - max[0];
}

/* 24  accuracy = f32(argmax28 == label)                             mnist_mlp.lua:29 */
static void k24_accuracy(const int32_t argmax[restrict 1],
                         const int32_t label[restrict 1], float *restrict accuracy)
{
    *accuracy = (float)(argmax[0] == label[0]);
}

/* 25  sum(exp(sub20))                                               mnist_mlp.lua:17 */
static void k25_sum(const float sub[restrict 1][10], float sum[restrict 1])
{
    float lane[16] = {0};
    for (int i = 0; i < 10; i++)
        lane[i] += mf_expf(sub[0][i]);
    const float sum2 = mf_sum16f(lane);
    sum[0] = sum2;
}

/* 26  loss = log(sum22) - gather(sub20, label)                      mnist_mlp.lua:17 */
static void k26_loss(const int32_t label[restrict 1], const float sum[restrict 1],
                     const float sub[restrict 1][10], float *restrict loss)
{
    const int at = label[0];
    *loss = mf_logf(sum[0]) - sub[0][at];
}

/* 27  linear3.bias = -0.125 + 0.25 * init linear3.bias              mnist_mlp.lua:14 */
static void k27_linear3_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear3_bias[restrict 10])
{
    for (int i = 0; i < 10; i++) {
        const float t = 0.25f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear3_bias[i] = -0.125f + t;
    }
}

/* 28  linear2.bias = -0.0883883 + 0.176777 * init linear2.bias      mnist_mlp.lua:13 */
static void k28_linear2_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear2_bias[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        const float t = 0.17677669f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear2_bias[i] = -0.088388346f + t;
    }
}

/* 29  linear1.bias = -0.0357143 + 0.0714286 * init linear1.bias     mnist_mlp.lua:12 */
static void k29_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear1_bias[restrict 128])
{
    for (int i = 0; i < 128; i++) {
        const float t = 0.071428575f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear1_bias[i] = -0.035714287f + t;
    }
}

/* 30  linear3.weight = -0.125 + 0.25 * init linear3.weight          mnist_mlp.lua:14 */
static void k30_linear3_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear3_weight[restrict 64][10])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++) {
            const int at = 10 * i + j;
            const float t = 0.25f * mf_uniformf(seed, stream, step, (uint64_t)at);
            linear3_weight[i][j] = -0.125f + t;
        }
}

/* 31  linear2.weight = -0.0883883 + 0.176777 * init linear2.weight  mnist_mlp.lua:13 */
static void k31_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear2_weight[restrict 128][64])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            const int at = 64 * i + j;
            const float t = mf_uniformf(seed, stream, step, (uint64_t)at);
            linear2_weight[i][j] = -0.088388346f + 0.17677669f * t;
        }
}

/* 32  linear1.weight = -0.0357143 + 0.0714286 * init linear1.we...  mnist_mlp.lua:12 */
static void k32_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear1_weight[restrict 784][128])
{
    for (int i = 0; i < 784; i++)
        for (int j = 0; j < 128; j++) {
            const int at = 128 * i + j;
            const float t = mf_uniformf(seed, stream, step, (uint64_t)at);
            linear1_weight[i][j] = -0.035714287f + 0.071428575f * t;
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
    memset(net, 0, sizeof *net);
    net->seed = seed;
    net->momentum = 0.9f;
    net->lr = 0.05f;
    k27_linear3_bias(net->step, net->seed, 0xab2c34ca6b62242bu, net->linear3_bias);
    k28_linear2_bias(net->step, net->seed, 0xb838840dc7e1e18au, net->linear2_bias);
    k29_linear1_bias(net->step, net->seed, 0x3dec48e02e45c109u, net->linear1_bias);
    k30_linear3_weight(net->step, net->seed, 0xdc0755dd0e317fe0u, net->linear3_weight);
    k31_linear2_weight(net->step, net->seed, 0xb9800f9db6736de7u, net->linear2_weight);
    k32_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, net->linear1_weight);
}

/* One step: forward, backward, update; returns the loss before it. */
float mnist_mlp_step(MnistMlp *net, const float image[restrict 64][784],
                     const int32_t label[restrict 64])
{
    float loss;
    union MnistMlpStep *w = &net->work.step;
    k1_scatter(label, w->scatter);
    k2_relu(image, net->linear1_weight, net->linear1_bias, w->relu);
    k3_relu(w->relu, net->linear2_weight, net->linear2_bias, w->relu2);
    k4_logits(net->linear3_weight, w->relu2, net->linear3_bias, w->logits);
    k5_dlogits(w->logits, w->sub, w->sum, w->scatter);
    k6_argmax(w->logits, w->argmax);
    k7_accuracy(w->argmax, label, &net->metric.accuracy);
    k8_loss(label, w->sum, w->sub, &loss);
    k9_linear3_bias(w->scatter, net->momentum, net->lr, net->sgd_v_linear3_bias,
                    net->linear3_bias);
    k10_where(w->scatter, net->linear3_weight, w->relu2, w->where2);
    k11_linear3_weight(w->scatter, w->relu2, net->momentum, net->lr,
                       net->sgd_v_linear3_weight, net->linear3_weight);
    k12_linear2_bias(w->where2, net->momentum, net->lr, net->sgd_v_linear2_bias,
                     net->linear2_bias);
    k13_where(w->where2, net->linear2_weight, w->relu, w->where);
    k14_linear1_bias(w->where, net->momentum, net->lr, net->sgd_v_linear1_bias,
                     net->linear1_bias);
    k15_linear2_weight(w->relu, w->where2, net->momentum, net->lr,
                       net->sgd_v_linear2_weight, net->linear2_weight);
    k16_linear1_weight(image, w->where, net->momentum, net->lr,
                       net->sgd_v_linear1_weight, net->linear1_weight);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float mnist_mlp_eval(MnistMlp *net, const float image[restrict 64][784],
                     const int32_t label[restrict 64])
{
    float loss;
    union MnistMlpEval *w = &net->work.eval;
    k2_relu(image, net->linear1_weight, net->linear1_bias, w->relu);
    k3_relu(w->relu, net->linear2_weight, net->linear2_bias, w->relu2);
    k4_logits(net->linear3_weight, w->relu2, net->linear3_bias, w->logits);
    k17_sum(w->logits, w->sub, w->sum);
    k6_argmax(w->logits, w->argmax);
    k7_accuracy(w->argmax, label, &net->metric.accuracy);
    k8_loss(label, w->sum, w->sub, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float mnist_mlp_eval_one(MnistMlp *net, const float image[restrict 1][784],
                         const int32_t label[restrict 1])
{
    float loss;
    union MnistMlpEvalOne *w = &net->work.eval_one;
    k18_relu(image, net->linear1_weight, net->linear1_bias, w->relu);
    k19_relu(w->relu, net->linear2_weight, net->linear2_bias, w->relu2);
    k20_logits(w->relu2, net->linear3_weight, net->linear3_bias, w->logits);
    k21_max(w->logits, w->max);
    k22_argmax(w->logits, w->argmax);
    k23_sub(w->max, w->logits);
    k24_accuracy(w->argmax, label, &net->metric.accuracy);
    k25_sum(w->logits, w->sum);
    k26_loss(label, w->sum, w->logits, &loss);
    return loss;
}

/* The function `predict`. */
void mnist_mlp_predict(MnistMlp *net, const float image[restrict 1][784],
                       float logits[restrict 1][10], int32_t digit[restrict 1])
{
    struct MnistMlpPredict *w = &net->work.predict;
    k18_relu(image, net->linear1_weight, net->linear1_bias, w->relu);
    k19_relu(w->relu, net->linear2_weight, net->linear2_bias, w->relu2);
    k20_logits(w->relu2, net->linear3_weight, net->linear3_bias, logits);
    k22_argmax(logits, digit);
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
    {"image", MF_F32, 2, {1, 784}, 0},
};
/* clang-format on */

/* clang-format off */
static const MfPort predict_out[] = {
    {"logits", MF_F32, 2, {1, 10}, 0},
    {"digit", MF_I32, 1, {1}, 0},
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
/* clang-format on */

/* clang-format off */
static const MfPort step_in[] = {
    {"image", MF_F32, 2, {64, 784}, 0},
    {"label", MF_I32, 1, {64}, 10},
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
/* clang-format on */

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
/* clang-format on */

/* clang-format off */
static const MfField fields[] = {
    {.input = "image", .path = "t10k-images-idx3-ubyte.gz", .scale = MF_AFFINE, .mul = 1.0, .sub = 0.0, .div = 255.0},
    {.input = "label", .path = "t10k-labels-idx1-ubyte.gz"},
};
/* clang-format on */

/* clang-format off */
static const MfSplit splits[] = {
    {"train", 0.85},
    {"test", 0.15},
};
/* clang-format on */

/* clang-format off */
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
    .hash = 0xd325c34132f0bc83u,
    .real = MF_F32,
    .size = sizeof(MnistMlp),
    .param_bytes = 437544,
    .state_bytes = 437544,
    .work_bytes = 81920,
    .seed_offset = offsetof(MnistMlp, seed),
    .step_offset = offsetof(MnistMlp, step),
    .init = init_net,
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
    static MnistMlp net;
    return mf_main(argc, argv, &model, &net);
}

#endif

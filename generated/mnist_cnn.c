/*
 * mnist_cnn.c - trains and runs the network of mnist_cnn.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 1199882 parameters; 225 nodes in 51 kernels;
 * bytes: parameters 4799528, state 4799528, work 37257216 (unshared 93212240)
 */
#include "mfrt.h"

#define MNIST_CNN_PARAM_BYTES 4799528u
#define MNIST_CNN_STATE_BYTES 4799528u
#define MNIST_CNN_WORK_BYTES 37257216u

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
    /* work memory: one function runs at a time */
    union {
        union MnistCnnStep {
            struct {
                int32_t argmax[64][64][12][12]; /* calls 6 to 18 */
                float where[64][128];           /* calls 7 to 14 */
                bool lt[64][128];               /* calls 2 to 13 */
                float logits[64][10];           /* calls 8 to 10 */
                float sub[64][10];              /* calls 9 to 12 */
                float scatter[64][10];          /* calls 1 to 15 */
                float sum[64];                  /* calls 9 to 12 */
                int32_t argmax2[64];            /* calls 10 to 11 */
                unsigned char gap2[2310144];
                bool lt2[64][64][12][12]; /* calls 3 to 18 */
                unsigned char gap3[4128768];
                float where2[64][64][12][12]; /* calls 6 to 23 */
                float relu[64][128];          /* calls 7 to 23 */
                unsigned char gap4[1015808];
                float relu2[64][64][24][24];     /* calls 5 to 26 */
                float where3[64][64][12][12][2]; /* calls 18 to 19 */
                unsigned char gap7[4718592];
                float relu3[64][32][26][26]; /* calls 4 to 26 */
            };
            struct {
                float permute[64][64][12][12][2][2]; /* calls 19 to 20 */
                unsigned char gap5[12845056];
                float permute2[64][64][12][2][24]; /* calls 20 to 21 */
            };
            struct {
                float pad[64][64][28][28]; /* calls 24 to 25 */
                unsigned char gap6[9437184];
                float where4[64][32][26][26]; /* calls 25 to 28 */
            };
            struct {
                unsigned char gap1[2359296];
                float contract[64][9216]; /* calls 17 to 18 */
            };
        } step;
        union MnistCnnEval {
            struct {
                float contract[64][64][24][24]; /* calls 2 to 3 */
                float relu2[64][32][26][26];    /* calls 1 to 2 */
            };
            struct {
                float relu[64][128];  /* calls 4 to 5 */
                float logits[64][10]; /* calls 5 to 7 */
                unsigned char gap1[9401856];
                float max[64][64][12][12]; /* calls 3 to 4 */
            };
            struct {
                float sub[64][10];  /* calls 6 to 9 */
                float sum[64];      /* calls 6 to 9 */
                int32_t argmax[64]; /* calls 7 to 8 */
            };
        } eval;
        union MnistCnnEvalOne {
            float sum[1]; /* calls 10 to 11 */
            struct {
                float contract[1][64][24][24]; /* calls 2 to 3 */
                float relu2[1][32][26][26];    /* calls 1 to 2 */
            };
            struct {
                float relu[1][128];  /* calls 4 to 5 */
                float logits[1][10]; /* calls 5 to 11 */
                unsigned char gap1[146904];
                float max2[1][64][12][12][2]; /* call 3 */
                float max3[1][64][12][12];    /* calls 3 to 4 */
            };
            struct {
                float max[1];      /* calls 6 to 8 */
                int32_t argmax[1]; /* calls 7 to 9 */
            };
        } eval_one;
        union MnistCnnPredict {
            struct {
                float contract[1][64][24][24]; /* calls 2 to 3 */
                float relu2[1][32][26][26];    /* calls 1 to 2 */
            };
            struct {
                float relu[1][128]; /* calls 4 to 5 */
                unsigned char gap1[146944];
                float max[1][64][12][12][2]; /* call 3 */
                float max2[1][64][12][12];   /* calls 3 to 4 */
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
/* The loss and the metrics as in inference, without an update. */
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

/* 1  scatter(-0.015625, label)                                      mnist_cnn.lua:21 */
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

/* 2  random2 < 0.5                                                  mnist_cnn.lua:20 */
static void k2_lt(uint64_t step, uint64_t seed, uint64_t stream,
                  bool lt[restrict 64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 128; j++) {
            const int at = 128 * i + j;
            lt[i][j] = mf_uniformf(seed, stream, step, (uint64_t)at) < 0.5f;
        }
}

/* 3  random1 < 0.25                                                 mnist_cnn.lua:20 */
static void k3_lt(uint64_t step, uint64_t seed, uint64_t stream,
                  bool lt[restrict 64][64][12][12])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 12; l++) {
                    const int at = 9216 * i + 144 * j + 12 * k + l;
                    const float t = mf_uniformf(seed, stream, step, (uint64_t)at);
                    lt[i][j][k][l] = t < 0.25f;
                }
}

/* 4  relu(einsum("ncpqij,ocij->nopq", slide(slide(image)), conv...  mnist_cnn.lua:20 */
static void k4_relu(const float conv2d1_weight[restrict 32][1][3][3],
                    const float image[restrict 64][1][28][28],
                    const float conv2d1_bias[restrict 32],
                    float relu[restrict 64][32][26][26])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 13; j++) {
            float acc[32][64];
            static const MfAxis rows[] = {{32, 9}};
            static const MfAxis columns[] = {{2, 28}, {26, 1}};
            static const MfTerm terms[] = {{3, 3, 28}, {3, 1, 1}};
            mf_productf(1, rows, 2, columns, 2, terms, &conv2d1_weight[0][0][0][0],
                        &image[i][0][2 * j][0], acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 26; m++) {
                        const float t = acc[k][26 * l + m] + conv2d1_bias[k];
                        relu[i][k][2 * j + l][m] = mf_reluf(t);
                    }
        }
}

/* 5  relu(einsum("ncpqij,ocij->nopq", slide(slide(relu20)), con...  mnist_cnn.lua:20 */
static void k5_relu(const float relu[restrict 64][32][26][26],
                    const float conv2d2_weight[restrict 64][32][3][3],
                    const float conv2d2_bias[restrict 64],
                    float relu2[restrict 64][64][24][24])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 12; j++) {
            float acc[48][64];
            static const MfAxis rows[] = {{2, 26}, {24, 1}};
            static const MfAxis columns[] = {{64, 288}};
            static const MfTerm terms[] = {{32, 676, 9}, {3, 26, 3}, {3, 1, 1}};
            mf_productf(2, rows, 1, columns, 3, terms, &relu[i][0][2 * j][0],
                        &conv2d2_weight[0][0][0][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 24; m++) {
                        const float t = acc[24 * l + m][k] + conv2d2_bias[k];
                        relu2[i][k][2 * j + l][m] = mf_reluf(t);
                    }
        }
}

/* 6  max(permute(reshape(permute(reshape31))))
 *    where(lt7, 0, 1.33333 * max(max35))
 *    argmax(max35)                                                  mnist_cnn.lua:20 */
static void k6_argmax(const float relu[restrict 64][64][12][2][24],
                      const bool lt[restrict 64][64][12][12],
                      float where[restrict 64][64][12][12],
                      int32_t argmax[restrict 64][64][12][12])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 12; l++) {
                    float max[2];
                    for (int m = 0; m < 2; m++) {
                        float acc = -INFINITY;
                        for (int n = 0; n < 2; n++)
                            acc = mf_maxf(relu[i][j][k][m][2 * l + n], acc);
                        max[m] = acc;
                    }
                    float acc = -INFINITY;
                    for (int m = 0; m < 2; m++)
                        acc = mf_maxf(max[m], acc);
                    where[i][j][k][l] = lt[i][j][k][l] ? 0.0f : 1.3333334f * acc;
                    float top = -INFINITY;
                    int32_t at = 0;
                    for (int m = 0; m < 2; m++) {
                        if (mf_abovef(max[m], top)) {
                            top = max[m];
                            at = m;
                        }
                    }
                    argmax[i][j][k][l] = at;
                }
}

/* 7  relu(reshape39 linear1.weight + linear1.bias)
 *    where(lt2, 0, 2 * relu45)                                      mnist_cnn.lua:20 */
static void k7_where(const float where[restrict 64][9216],
                     const float linear1_weight[restrict 9216][128],
                     const float linear1_bias[restrict 128],
                     const bool lt[restrict 64][128], float relu[restrict 64][128],
                     float where2[restrict 64][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 9216}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{9216, 1, 128}};
        mf_productf(1, rows, 1, columns, 1, terms, &where[0][0],
                    &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = mf_reluf(acc[j][k] + linear1_bias[64 * i + k]);
                relu[j][64 * i + k] = t;
                where2[j][64 * i + k] = lt[j][64 * i + k] ? 0.0f : 2.0f * t;
            }
    }
}

/* 8  logits = where47 linear2.weight + linear2.bias                 mnist_cnn.lua:20 */
static void k8_logits(const float linear2_weight[restrict 128][10],
                      const float where[restrict 64][128],
                      const float linear2_bias[restrict 10],
                      float logits[restrict 64][10])
{
    float acc[10][64];
    static const MfAxis rows[] = {{10, 1}};
    static const MfAxis columns[] = {{64, 128}};
    static const MfTerm terms[] = {{128, 10, 1}};
    mf_productf(1, rows, 1, columns, 1, terms, &linear2_weight[0][0], &where[0][0],
                acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++)
            logits[i][j] = acc[j][i] + linear2_bias[j];
}

/* 9  max(logits)
 *    logits - max53
 *    exp(sub55)
 *    sum(exp56)
 *    0.015625 / sum57
 *    dlogits = scatter90 + div92 * exp56                            mnist_cnn.lua:21 */
static void k9_dlogits(const float logits[restrict 64][10], float sub[restrict 64][10],
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

/* 10  argmax(logits)                                                mnist_cnn.lua:33 */
static void k10_argmax(const float logits[restrict 64][10], int32_t argmax[restrict 64])
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

/* 11  accuracy = sum(f32(argmax65 == label)) * 0.015625             mnist_cnn.lua:33 */
static void k11_accuracy(const int32_t argmax[restrict 64],
                         const int32_t label[restrict 64], float *restrict accuracy)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 16; j++)
            lane[j] += (float)(argmax[16 * i + j] == label[16 * i + j]);
    const float sum = mf_sum16f(lane);
    *accuracy = sum * 0.015625f;
}

/* 12  loss = sum(log(sum57) - gather(sub55, label)) * 0.015625      mnist_cnn.lua:21 */
static void k12_loss(const int32_t label[restrict 64], const float sum[restrict 64],
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

/* 13  where(relu45 > 0, where(lt2, 0, dlogits linear2.weight') ...  mnist_cnn.lua:20 */
static void k13_where(const float dlogits[restrict 64][10],
                      const float linear2_weight[restrict 128][10],
                      const bool lt[restrict 64][128], float relu[restrict 64][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 10}};
        static const MfAxis columns[] = {{64, 10}};
        static const MfTerm terms[] = {{10, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &dlogits[0][0],
                    &linear2_weight[64 * i][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = (lt[j][64 * i + k] ? 0.0f : acc[j][k]) * 2.0f;
                relu[j][64 * i + k] = relu[j][64 * i + k] > 0.0f ? t : 0.0f;
            }
    }
}

/* 14  sgd.v.linear2.weight = where(abs(momentum * sgd.v.linear2.weight + where47' dl...
 *     linear2.weight = linear2.weight - lr * where209               mnist_cnn.lua:30 */
static void k14_linear2_weight(const float dlogits[restrict 64][10],
                               const float where[restrict 64][128], float momentum,
                               float lr, float sgd_v_linear2_weight[restrict 128][10],
                               float linear2_weight[restrict 128][10])
{
    for (int i = 0; i < 2; i++) {
        float acc[10][64];
        static const MfAxis rows[] = {{10, 1}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{64, 10, 128}};
        mf_productf(1, rows, 1, columns, 1, terms, &dlogits[0][0], &where[0][64 * i],
                    acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 10; k++) {
                const float t = momentum * sgd_v_linear2_weight[64 * i + j][k];
                const float t2 = t + acc[k][j];
                const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
                sgd_v_linear2_weight[64 * i + j][k] = t2_2;
                const float t3 = linear2_weight[64 * i + j][k];
                linear2_weight[64 * i + j][k] = t3 - lr * t2_2;
            }
    }
}

/* 15  sgd.v.linear2.bias = where(abs(momentum * sgd.v.linear2.bias + sum(dlogits)) <...
 *     linear2.bias = linear2.bias - lr * where222                   mnist_cnn.lua:30 */
static void k15_linear2_bias(const float dlogits[restrict 64][10], float momentum,
                             float lr, float sgd_v_linear2_bias[restrict 10],
                             float linear2_bias[restrict 10])
{
    float acc[10] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++)
            acc[j] += dlogits[i][j];
    for (int i = 0; i < 10; i++) {
        const float t = momentum * sgd_v_linear2_bias[i] + acc[i];
        const float t2 = mf_absf(t) < 1e-30f ? 0.0f : t;
        sgd_v_linear2_bias[i] = t2;
        linear2_bias[i] = linear2_bias[i] - lr * t2;
    }
}

/* 16  sgd.v.linear1.bias = where(abs(momentum * sgd.v.linear1.bias + sum(where99)) <...
 *     linear1.bias = linear1.bias - lr * where196                   mnist_cnn.lua:30 */
static void k16_linear1_bias(const float where[restrict 64][128], float momentum,
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

/* 17  where99 linear1.weight'                                       mnist_cnn.lua:20 */
static void k17_contract(const float where[restrict 64][128],
                         const float linear1_weight[restrict 9216][128],
                         float contract[restrict 64][9216])
{
    for (int i = 0; i < 144; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 128}};
        static const MfAxis columns[] = {{64, 128}};
        static const MfTerm terms[] = {{128, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &where[0][0],
                    &linear1_weight[64 * i][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                contract[j][64 * i + k] = acc[j][k];
    }
}

/* 18  where(iota == argmax85, where(lt7, 0, reshape101) * 1.333...  mnist_cnn.lua:20 */
static void k18_where(const int32_t argmax[restrict 64][64][12][12],
                      const bool lt[restrict 64][64][12][12],
                      const float contract[restrict 64][64][12][12],
                      float where[restrict 64][64][12][12][2])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 12; l++)
                    for (int m = 0; m < 2; m++) {
                        const float t = lt[i][j][k][l] ? 0.0f : contract[i][j][k][l];
                        const bool t2 = m == argmax[i][j][k][l];
                        where[i][j][k][l][m] = t2 ? t * 1.3333334f : 0.0f;
                    }
}

/* 19  argmax(permute(reshape(permute(reshape31))))
 *     permute(where(iota == argmax81, where106, 0))                 mnist_cnn.lua:20 */
static void k19_permute(const float relu[restrict 64][64][12][2][24],
                        const float where[restrict 64][64][12][12][2],
                        float permute[restrict 64][64][12][12][2][2])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 12; l++) {
                    int32_t argmax[2];
                    for (int m = 0; m < 2; m++) {
                        float top = -INFINITY;
                        int32_t at = 0;
                        for (int n = 0; n < 2; n++) {
                            if (mf_abovef(relu[i][j][k][m][2 * l + n], top)) {
                                top = relu[i][j][k][m][2 * l + n];
                                at = n;
                            }
                        }
                        argmax[m] = at;
                    }
                    for (int m = 0; m < 2; m++)
                        for (int n = 0; n < 2; n++) {
                            const float t = where[i][j][k][l][n];
                            permute[i][j][k][l][m][n] = m == argmax[n] ? t : 0.0f;
                        }
                }
}

/* 20  permute(reshape111)                                           mnist_cnn.lua:20 */
static void k20_permute(const float permute[restrict 64][64][12][24][2],
                        float permute2[restrict 64][64][12][2][24])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 24; m++)
                        permute2[i][j][k][l][m] = permute[i][j][k][m][l];
}

/* 21  where(relu30 > 0, reshape113, 0)                              mnist_cnn.lua:20 */
static void k21_where(const float permute[restrict 64][64][24][24],
                      float relu[restrict 64][64][24][24])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 24; k++)
                for (int l = 0; l < 24; l++) {
                    const bool t = relu[i][j][k][l] > 0.0f;
                    relu[i][j][k][l] = t ? permute[i][j][k][l] : 0.0f;
                }
}

/* 22  sgd.v.conv2d2.bias = where(abs(momentum * sgd.v.conv2d2.bias + sum(where114)) ...
 *     conv2d2.bias = conv2d2.bias - lr * where170                   mnist_cnn.lua:30 */
static void k22_conv2d2_bias(const float where[restrict 64][64][24][24], float momentum,
                             float lr, float sgd_v_conv2d2_bias[restrict 64],
                             float conv2d2_bias[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 24; k++) {
                for (int l = 0; l < 16; l++)
                    lane[l] += where[j][i][k][l];
                for (int l = 0; l < 8; l++)
                    lane[l] += where[j][i][k][l + 16];
            }
        const float sum = mf_sum16f(lane);
        const float t = momentum * sgd_v_conv2d2_bias[i] + sum;
        const float t2 = mf_absf(t) < 1e-30f ? 0.0f : t;
        sgd_v_conv2d2_bias[i] = t2;
        conv2d2_bias[i] = conv2d2_bias[i] - lr * t2;
    }
}

/* 23  sgd.v.linear1.weight = where(abs(momentum * sgd.v.linear1.weight + reshape39' ...
 *     linear1.weight = linear1.weight - lr * where183               mnist_cnn.lua:30 */
static void k23_linear1_weight(const float where[restrict 64][9216],
                               const float where2[restrict 64][128], float momentum,
                               float lr, float sgd_v_linear1_weight[restrict 9216][128],
                               float linear1_weight[restrict 9216][128])
{
    for (int i = 0; i < 144; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{64, 9216, 128}};
            mf_productf(1, rows, 1, columns, 1, terms, &where[0][64 * i],
                        &where2[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = sgd_v_linear1_weight[64 * i + k][64 * j + l];
                    const float t2 = momentum * t + acc[k][l];
                    const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
                    sgd_v_linear1_weight[64 * i + k][64 * j + l] = t2_2;
                    const float t3 = linear1_weight[64 * i + k][64 * j + l];
                    linear1_weight[64 * i + k][64 * j + l] = t3 - lr * t2_2;
                }
        }
}

/* 24  pad(pad(where114))                                            mnist_cnn.lua:20 */
static void k24_pad(const float where[restrict 64][64][24][24],
                    float pad[restrict 64][64][28][28])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 28; k++)
                for (int l = 0; l < 28; l++) {
                    const bool t = k - 2 >= 0 && k - 2 < 24;
                    const bool t2 = t && (l - 2 >= 0 && l - 2 < 24);
                    pad[i][j][k][l] = t2 ? where[i][j][k - 2][l - 2] : 0.0f;
                }
}

/* 25  where(relu20 > 0, einsum("nopqji,ocij->ncpq", slice(slide...  mnist_cnn.lua:20 */
static void k25_where(const float conv2d2_weight[restrict 64][32][3][3],
                      const float pad[restrict 64][64][28][28],
                      const float relu[restrict 64][32][26][26],
                      float where[restrict 64][32][26][26])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 13; j++) {
            float acc[32][64];
            static const MfAxis rows[] = {{32, 9}};
            static const MfAxis columns[] = {{2, 28}, {26, 1}};
            static const MfTerm terms[] = {{64, 288, 784}, {3, 1, -1}, {3, 3, -28}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d2_weight[0][0][0][0],
                        &pad[i][0][2 * j + 2][2], acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 26; m++) {
                        const bool t = relu[i][k][2 * j + l][m] > 0.0f;
                        where[i][k][2 * j + l][m] = t ? acc[k][26 * l + m] : 0.0f;
                    }
        }
}

/* 26  sgd.v.conv2d2.weight = where(abs(momentum * sgd.v.conv2d2.weight + einsum("ncp...
 *     conv2d2.weight = conv2d2.weight - lr * where157               mnist_cnn.lua:30 */
static void k26_conv2d2_weight(const float relu[restrict 64][32][26][26],
                               const float where[restrict 64][64][24][24],
                               float momentum, float lr,
                               float sgd_v_conv2d2_weight[restrict 64][32][3][3],
                               float conv2d2_weight[restrict 64][32][3][3])
{
    for (int i = 0; i < 8; i++) {
        float acc[36][64];
        static const MfAxis rows[] = {{4, 676}, {3, 26}, {3, 1}};
        static const MfAxis columns[] = {{64, 576}};
        static const MfTerm terms[] = {{64, 21632, 36864}, {24, 26, 24}, {24, 1, 1}};
        mf_productf(3, rows, 1, columns, 3, terms, &relu[0][4 * i][0][0],
                    &where[0][0][0][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 3; l++)
                    for (int m = 0; m < 3; m++) {
                        const float t = sgd_v_conv2d2_weight[j][4 * i + k][l][m];
                        const float t2 = momentum * t + acc[9 * k + 3 * l + m][j];
                        const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
                        sgd_v_conv2d2_weight[j][4 * i + k][l][m] = t3;
                        const float t4 = conv2d2_weight[j][4 * i + k][l][m];
                        conv2d2_weight[j][4 * i + k][l][m] = t4 - lr * t3;
                    }
    }
}

/* 27  sgd.v.conv2d1.bias = where(abs(momentum * sgd.v.conv2d1.bias + sum(where124)) ...
 *     conv2d1.bias = conv2d1.bias - lr * where144                   mnist_cnn.lua:30 */
static void k27_conv2d1_bias(const float where[restrict 64][32][26][26], float momentum,
                             float lr, float sgd_v_conv2d1_bias[restrict 32],
                             float conv2d1_bias[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 26; k++) {
                for (int l = 0; l < 16; l++)
                    lane[l] += where[j][i][k][l];
                for (int l = 0; l < 10; l++)
                    lane[l] += where[j][i][k][l + 16];
            }
        const float sum = mf_sum16f(lane);
        const float t = momentum * sgd_v_conv2d1_bias[i] + sum;
        const float t2 = mf_absf(t) < 1e-30f ? 0.0f : t;
        sgd_v_conv2d1_bias[i] = t2;
        conv2d1_bias[i] = conv2d1_bias[i] - lr * t2;
    }
}

/* 28  sgd.v.conv2d1.weight = where(abs(momentum * sgd.v.conv2d1.weight + einsum("ncp...
 *     conv2d1.weight = conv2d1.weight - lr * where131               mnist_cnn.lua:30 */
static void k28_conv2d1_weight(const float image[restrict 64][1][28][28],
                               const float where[restrict 64][32][26][26],
                               float momentum, float lr,
                               float sgd_v_conv2d1_weight[restrict 32][1][3][3],
                               float conv2d1_weight[restrict 32][1][3][3])
{
    float acc[9][32];
    static const MfAxis rows[] = {{3, 28}, {3, 1}};
    static const MfAxis columns[] = {{32, 676}};
    static const MfTerm terms[] = {{64, 784, 21632}, {26, 28, 26}, {26, 1, 1}};
    mf_productf(2, rows, 1, columns, 3, terms, &image[0][0][0][0], &where[0][0][0][0],
                acc[0], 32);
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 3; k++) {
                const float t = momentum * sgd_v_conv2d1_weight[i][0][j][k];
                const float t2 = t + acc[3 * j + k][i];
                const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
                sgd_v_conv2d1_weight[i][0][j][k] = t2_2;
                conv2d1_weight[i][0][j][k] = conv2d1_weight[i][0][j][k] - lr * t2_2;
            }
}

/* 29  einsum("ncpqij,ocij->nopq", slide(slide(relu10)), conv2d2...  mnist_cnn.lua:20 */
static void k29_contract(const float relu[restrict 64][32][26][26],
                         const float conv2d2_weight[restrict 64][32][3][3],
                         float contract[restrict 64][64][24][24])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 12; j++) {
            float acc[48][64];
            static const MfAxis rows[] = {{2, 26}, {24, 1}};
            static const MfAxis columns[] = {{64, 288}};
            static const MfTerm terms[] = {{32, 676, 9}, {3, 26, 3}, {3, 1, 1}};
            mf_productf(2, rows, 1, columns, 3, terms, &relu[i][0][2 * j][0],
                        &conv2d2_weight[0][0][0][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 24; m++)
                        contract[i][k][2 * j + l][m] = acc[24 * l + m][k];
        }
}

/* 30  max(permute(reshape(permute(reshape(relu(contract16 + conv2d2.bias))))))
 *     max(max25)                                                    mnist_cnn.lua:20 */
static void k30_max(const float contract[restrict 64][64][24][24],
                    const float conv2d2_bias[restrict 64],
                    float max[restrict 64][64][12][12])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 12; l++) {
                    float max2[2];
                    for (int m = 0; m < 2; m++) {
                        float acc = -INFINITY;
                        for (int n = 0; n < 2; n++) {
                            const float t = contract[i][j][2 * k + m][2 * l + n];
                            acc = mf_maxf(mf_reluf(t + conv2d2_bias[j]), acc);
                        }
                        max2[m] = acc;
                    }
                    float acc = -INFINITY;
                    for (int m = 0; m < 2; m++)
                        acc = mf_maxf(max2[m], acc);
                    max[i][j][k][l] = acc;
                }
}

/* 31  relu(reshape27 linear1.weight + linear1.bias)                 mnist_cnn.lua:20 */
static void k31_relu(const float max[restrict 64][9216],
                     const float linear1_weight[restrict 9216][128],
                     const float linear1_bias[restrict 128],
                     float relu[restrict 64][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 9216}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{9216, 1, 128}};
        mf_productf(1, rows, 1, columns, 1, terms, &max[0][0],
                    &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                relu[j][64 * i + k] = mf_reluf(acc[j][k] + linear1_bias[64 * i + k]);
    }
}

/* 32  max(logits)
 *     logits - max39
 *     sum(exp(sub41))                                               mnist_cnn.lua:21 */
static void k32_sum(const float logits[restrict 64][10], float sub[restrict 64][10],
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

/* 33  relu(einsum("ncpqij,ocij->nopq", slide(slide(image)), con...  mnist_cnn.lua:20 */
static void k33_relu(const float conv2d1_weight[restrict 32][1][3][3],
                     const float image[restrict 1][1][28][28],
                     const float conv2d1_bias[restrict 32],
                     float relu[restrict 1][32][26][26])
{
    for (int i = 0; i < 13; i++) {
        float acc[32][64];
        static const MfAxis rows[] = {{32, 9}};
        static const MfAxis columns[] = {{2, 28}, {26, 1}};
        static const MfTerm terms[] = {{3, 3, 28}, {3, 1, 1}};
        mf_productf(1, rows, 2, columns, 2, terms, &conv2d1_weight[0][0][0][0],
                    &image[0][0][2 * i][0], acc[0], 64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 2; k++)
                for (int l = 0; l < 26; l++) {
                    const float t = acc[j][26 * k + l] + conv2d1_bias[j];
                    relu[0][j][2 * i + k][l] = mf_reluf(t);
                }
    }
}

/* 34  einsum("ncpqij,ocij->nopq", slide(slide(relu10)), conv2d2...  mnist_cnn.lua:20 */
static void k34_contract(const float relu[restrict 1][32][26][26],
                         const float conv2d2_weight[restrict 64][32][3][3],
                         float contract[restrict 1][64][24][24])
{
    for (int i = 0; i < 12; i++) {
        float acc[48][64];
        static const MfAxis rows[] = {{2, 26}, {24, 1}};
        static const MfAxis columns[] = {{64, 288}};
        static const MfTerm terms[] = {{32, 676, 9}, {3, 26, 3}, {3, 1, 1}};
        mf_productf(2, rows, 1, columns, 3, terms, &relu[0][0][2 * i][0],
                    &conv2d2_weight[0][0][0][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 2; k++)
                for (int l = 0; l < 24; l++)
                    contract[0][j][2 * i + k][l] = acc[24 * k + l][j];
    }
}

/* 35  max(permute(reshape(permute(reshape(relu(contract16 + conv2d2.bias))))))
 *     max(max25)                                                    mnist_cnn.lua:20 */
static void k35_max(const float contract[restrict 1][64][24][24],
                    const float conv2d2_bias[restrict 64],
                    float max[restrict 1][64][12][12][2],
                    float max2[restrict 1][64][12][12])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 12; j++)
            for (int k = 0; k < 12; k++) {
                for (int l = 0; l < 2; l++) {
                    float acc = -INFINITY;
                    for (int m = 0; m < 2; m++) {
                        const float t = contract[0][i][2 * j + l][2 * k + m];
                        acc = mf_maxf(mf_reluf(t + conv2d2_bias[i]), acc);
                    }
                    max[0][i][j][k][l] = acc;
                }
                float acc = -INFINITY;
                for (int l = 0; l < 2; l++)
                    acc = mf_maxf(max[0][i][j][k][l], acc);
                max2[0][i][j][k] = acc;
            }
}

/* 36  relu(reshape27 linear1.weight + linear1.bias)                 mnist_cnn.lua:20 */
static void k36_relu(const float max[restrict 1][9216],
                     const float linear1_weight[restrict 9216][128],
                     const float linear1_bias[restrict 128],
                     float relu[restrict 1][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 9216; j++)
            for (int k = 0; k < 64; k++)
                acc[k] = fmaf(max[0][j], linear1_weight[j][64 * i + k], acc[k]);
        for (int j = 0; j < 64; j++)
            relu[0][64 * i + j] = mf_reluf(acc[j] + linear1_bias[64 * i + j]);
    }
}

/* 37  logits = relu33 linear2.weight + linear2.bias                 mnist_cnn.lua:20 */
static void k37_logits(const float relu[restrict 1][128],
                       const float linear2_weight[restrict 128][10],
                       const float linear2_bias[restrict 10],
                       float logits[restrict 1][10])
{
    float acc[10] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 10; j++)
            acc[j] = fmaf(relu[0][i], linear2_weight[i][j], acc[j]);
    for (int i = 0; i < 10; i++)
        logits[0][i] = acc[i] + linear2_bias[i];
}

/* 38  max(logits)                                                   mnist_cnn.lua:21 */
static void k38_max(const float logits[restrict 1][10], float max[restrict 1])
{
    float acc = -INFINITY;
    for (int i = 0; i < 10; i++)
        acc = mf_maxf(logits[0][i], acc);
    max[0] = acc;
}

/* 39  argmax(logits)                                                mnist_cnn.lua:33 */
static void k39_argmax(const float logits[restrict 1][10], int32_t argmax[restrict 1])
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

/* 40  logits - max39                                                mnist_cnn.lua:21 */
static void k40_sub(const float max[restrict 1], float logits[restrict 1][10])
{
    for (int i = 0; i < 10; i++)
        logits[0][i] = logits[0][i] - max[0];
}

/* 41  accuracy = f32(argmax49 == label)                             mnist_cnn.lua:33 */
static void k41_accuracy(const int32_t argmax[restrict 1],
                         const int32_t label[restrict 1], float *restrict accuracy)
{
    *accuracy = (float)(argmax[0] == label[0]);
}

/* 42  sum(exp(sub41))                                               mnist_cnn.lua:21 */
static void k42_sum(const float sub[restrict 1][10], float sum[restrict 1])
{
    float lane[16] = {0};
    for (int i = 0; i < 10; i++)
        lane[i] += mf_expf(sub[0][i]);
    const float sum2 = mf_sum16f(lane);
    sum[0] = sum2;
}

/* 43  loss = log(sum43) - gather(sub41, label)                      mnist_cnn.lua:21 */
static void k43_loss(const int32_t label[restrict 1], const float sum[restrict 1],
                     const float sub[restrict 1][10], float *restrict loss)
{
    const int at = label[0];
    *loss = mf_logf(sum[0]) - sub[0][at];
}

/* 44  linear2.bias = -0.0883883 + 0.176777 * init linear2.bias      mnist_cnn.lua:18 */
static void k44_linear2_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear2_bias[restrict 10])
{
    for (int i = 0; i < 10; i++) {
        const float t = 0.17677669f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear2_bias[i] = -0.088388346f + t;
    }
}

/* 45  conv2d1.bias = -0.333333 + 0.666667 * init conv2d1.bias       mnist_cnn.lua:13 */
static void k45_conv2d1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float conv2d1_bias[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        const float t = 0.6666667f * mf_uniformf(seed, stream, step, (uint64_t)i);
        conv2d1_bias[i] = -0.33333334f + t;
    }
}

/* 46  conv2d2.bias = -0.0589256 + 0.117851 * init conv2d2.bias      mnist_cnn.lua:14 */
static void k46_conv2d2_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float conv2d2_bias[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        const float t = 0.11785113f * mf_uniformf(seed, stream, step, (uint64_t)i);
        conv2d2_bias[i] = -0.058925565f + t;
    }
}

/* 47  linear1.bias = -0.0104167 + 0.0208333 * init linear1.bias     mnist_cnn.lua:17 */
static void k47_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear1_bias[restrict 128])
{
    for (int i = 0; i < 128; i++) {
        const float t = 0.020833334f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear1_bias[i] = -0.010416667f + t;
    }
}

/* 48  conv2d1.weight = -0.333333 + 0.666667 * init conv2d1.weight   mnist_cnn.lua:13 */
static void k48_conv2d1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float conv2d1_weight[restrict 32][1][3][3])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 3; k++) {
                const int at = 9 * i + 3 * j + k;
                const float t = mf_uniformf(seed, stream, step, (uint64_t)at);
                conv2d1_weight[i][0][j][k] = -0.33333334f + 0.6666667f * t;
            }
}

/* 49  linear2.weight = -0.0883883 + 0.176777 * init linear2.weight  mnist_cnn.lua:18 */
static void k49_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear2_weight[restrict 128][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 10; j++) {
            const int at = 10 * i + j;
            const float t = mf_uniformf(seed, stream, step, (uint64_t)at);
            linear2_weight[i][j] = -0.088388346f + 0.17677669f * t;
        }
}

/* 50  conv2d2.weight = -0.0589256 + 0.117851 * init conv2d2.weight  mnist_cnn.lua:14 */
static void k50_conv2d2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float conv2d2_weight[restrict 64][32][3][3])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    const int at = 288 * i + 9 * j + 3 * k + l;
                    const float t = mf_uniformf(seed, stream, step, (uint64_t)at);
                    conv2d2_weight[i][j][k][l] = -0.058925565f + 0.11785113f * t;
                }
}

/* 51  linear1.weight = -0.0104167 + 0.0208333 * init linear1.we...  mnist_cnn.lua:17 */
static void k51_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear1_weight[restrict 9216][128])
{
    for (int i = 0; i < 9216; i++)
        for (int j = 0; j < 128; j++) {
            const int at = 128 * i + j;
            const float t = mf_uniformf(seed, stream, step, (uint64_t)at);
            linear1_weight[i][j] = -0.010416667f + 0.020833334f * t;
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
    memset(net, 0, sizeof *net);
    net->seed = seed;
    net->momentum = 0.9f;
    net->lr = 0.02f;
    k44_linear2_bias(net->step, net->seed, 0xb838840dc7e1e18au, net->linear2_bias);
    k45_conv2d1_bias(net->step, net->seed, 0xca889192c1873d83u, net->conv2d1_bias);
    k46_conv2d2_bias(net->step, net->seed, 0x4c70c218a0505e6eu, net->conv2d2_bias);
    k47_linear1_bias(net->step, net->seed, 0x3dec48e02e45c109u, net->linear1_bias);
    k48_conv2d1_weight(net->step, net->seed, 0xdeab1f8b63e126f2u, net->conv2d1_weight);
    k49_linear2_weight(net->step, net->seed, 0xb9800f9db6736de7u, net->linear2_weight);
    k50_conv2d2_weight(net->step, net->seed, 0xd6b9509e5ac9e05du, net->conv2d2_weight);
    k51_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, net->linear1_weight);
}

/* One step: forward, backward, update; returns the loss before it. */
float mnist_cnn_step(MnistCnn *net, const float image[restrict 64][1][28][28],
                     const int32_t label[restrict 64])
{
    float loss;
    union MnistCnnStep *w = &net->work.step;
    k1_scatter(label, w->scatter);
    k2_lt(net->step, net->seed, 0xbb00d74ecdfddc7bu, w->lt);
    k3_lt(net->step, net->seed, 0xd37e7a07cc979a39u, w->lt2);
    k4_relu(net->conv2d1_weight, image, net->conv2d1_bias, w->relu3);
    k5_relu(w->relu3, net->conv2d2_weight, net->conv2d2_bias, w->relu2);
    k6_argmax((float(*)[64][12][2][24])w->relu2, w->lt2, w->where2, w->argmax);
    k7_where((float(*)[9216])w->where2, net->linear1_weight, net->linear1_bias, w->lt,
             w->relu, w->where);
    k8_logits(net->linear2_weight, w->where, net->linear2_bias, w->logits);
    k9_dlogits(w->logits, w->sub, w->sum, w->scatter);
    k10_argmax(w->logits, w->argmax2);
    k11_accuracy(w->argmax2, label, &net->metric.accuracy);
    k12_loss(label, w->sum, w->sub, &loss);
    k13_where(w->scatter, net->linear2_weight, w->lt, w->relu);
    k14_linear2_weight(w->scatter, w->where, net->momentum, net->lr,
                       net->sgd_v_linear2_weight, net->linear2_weight);
    k15_linear2_bias(w->scatter, net->momentum, net->lr, net->sgd_v_linear2_bias,
                     net->linear2_bias);
    k16_linear1_bias(w->relu, net->momentum, net->lr, net->sgd_v_linear1_bias,
                     net->linear1_bias);
    k17_contract(w->relu, net->linear1_weight, w->contract);
    k18_where(w->argmax, w->lt2, (float(*)[64][12][12])w->contract, w->where3);
    k19_permute((float(*)[64][12][2][24])w->relu2, w->where3, w->permute);
    k20_permute((float(*)[64][12][24][2])w->permute, w->permute2);
    k21_where((float(*)[64][24][24])w->permute2, w->relu2);
    k22_conv2d2_bias(w->relu2, net->momentum, net->lr, net->sgd_v_conv2d2_bias,
                     net->conv2d2_bias);
    k23_linear1_weight((float(*)[9216])w->where2, w->relu, net->momentum, net->lr,
                       net->sgd_v_linear1_weight, net->linear1_weight);
    k24_pad(w->relu2, w->pad);
    k25_where(net->conv2d2_weight, w->pad, w->relu3, w->where4);
    k26_conv2d2_weight(w->relu3, w->relu2, net->momentum, net->lr,
                       net->sgd_v_conv2d2_weight, net->conv2d2_weight);
    k27_conv2d1_bias(w->where4, net->momentum, net->lr, net->sgd_v_conv2d1_bias,
                     net->conv2d1_bias);
    k28_conv2d1_weight(image, w->where4, net->momentum, net->lr,
                       net->sgd_v_conv2d1_weight, net->conv2d1_weight);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float mnist_cnn_eval(MnistCnn *net, const float image[restrict 64][1][28][28],
                     const int32_t label[restrict 64])
{
    float loss;
    union MnistCnnEval *w = &net->work.eval;
    k4_relu(net->conv2d1_weight, image, net->conv2d1_bias, w->relu2);
    k29_contract(w->relu2, net->conv2d2_weight, w->contract);
    k30_max(w->contract, net->conv2d2_bias, w->max);
    k31_relu((float(*)[9216])w->max, net->linear1_weight, net->linear1_bias, w->relu);
    k8_logits(net->linear2_weight, w->relu, net->linear2_bias, w->logits);
    k32_sum(w->logits, w->sub, w->sum);
    k10_argmax(w->logits, w->argmax);
    k11_accuracy(w->argmax, label, &net->metric.accuracy);
    k12_loss(label, w->sum, w->sub, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float mnist_cnn_eval_one(MnistCnn *net, const float image[restrict 1][1][28][28],
                         const int32_t label[restrict 1])
{
    float loss;
    union MnistCnnEvalOne *w = &net->work.eval_one;
    k33_relu(net->conv2d1_weight, image, net->conv2d1_bias, w->relu2);
    k34_contract(w->relu2, net->conv2d2_weight, w->contract);
    k35_max(w->contract, net->conv2d2_bias, w->max2, w->max3);
    k36_relu((float(*)[9216])w->max3, net->linear1_weight, net->linear1_bias, w->relu);
    k37_logits(w->relu, net->linear2_weight, net->linear2_bias, w->logits);
    k38_max(w->logits, w->max);
    k39_argmax(w->logits, w->argmax);
    k40_sub(w->max, w->logits);
    k41_accuracy(w->argmax, label, &net->metric.accuracy);
    k42_sum(w->logits, w->sum);
    k43_loss(label, w->sum, w->logits, &loss);
    return loss;
}

/* The function `predict`. */
void mnist_cnn_predict(MnistCnn *net, const float image[restrict 1][1][28][28],
                       float logits[restrict 1][10], int32_t digit[restrict 1])
{
    union MnistCnnPredict *w = &net->work.predict;
    k33_relu(net->conv2d1_weight, image, net->conv2d1_bias, w->relu2);
    k34_contract(w->relu2, net->conv2d2_weight, w->contract);
    k35_max(w->contract, net->conv2d2_bias, w->max, w->max2);
    k36_relu((float(*)[9216])w->max2, net->linear1_weight, net->linear1_bias, w->relu);
    k37_logits(w->relu, net->linear2_weight, net->linear2_bias, logits);
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
    {"image", MF_F32, 4, {1, 1, 28, 28}, 0},
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
    const float(*in0)[1][28][28] = (const float(*)[1][28][28])in[0];
    mnist_cnn_predict(net, in0, out[0], out[1]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"predict", 1, 1, 2, predict_in, predict_out, call_predict},
};
/* clang-format on */

/* clang-format off */
static const MfPort step_in[] = {
    {"image", MF_F32, 4, {64, 1, 28, 28}, 0},
    {"label", MF_I32, 1, {64}, 10},
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
        .epochs = 6,
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

static void init_net(void *net, uint64_t seed)
{
    mnist_cnn_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "mnist_cnn",
    .script = "mnist_cnn.lua",
    .version = "0.1",
    .hash = 0x6c8a69556e78df79u,
    .real = MF_F32,
    .size = sizeof(MnistCnn),
    .param_bytes = 4799528,
    .state_bytes = 4799528,
    .work_bytes = 37257216,
    .seed_offset = offsetof(MnistCnn, seed),
    .step_offset = offsetof(MnistCnn, step),
    .init = init_net,
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
    static MnistCnn net;
    return mf_main(argc, argv, &model, &net);
}

#endif

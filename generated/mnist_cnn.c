/*
 * mnist_cnn.c - trains and runs the network of mnist_cnn.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 1199882 parameters; 225 nodes in 57 kernels;
 * bytes: parameters 4799528, state 4799528, work 39616512 (unshared 102649424)
 */
#include "mfrt.h"

#define MNIST_CNN_PARAM_BYTES 4799528u
#define MNIST_CNN_STATE_BYTES 4799528u
#define MNIST_CNN_WORK_BYTES 39616512u

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
                float permute[64][64][12][24][2]; /* calls 6 to 8 */
                float where2[64][64][12][12];     /* calls 9 to 28 */
                bool lt[64][64][12][12];          /* calls 3 to 24 */
                float relu[64][128];              /* calls 11 to 28 */
                bool lt2[64][128];                /* calls 2 to 19 */
                float scatter[64][10];            /* calls 1 to 21 */
                unsigned char gap2[415232];
                float relu2[64][64][24][24];        /* calls 5 to 31 */
                float max2[64][64][12][12][2];      /* calls 7 to 10 */
                int32_t argmax2[64][64][12][12][2]; /* calls 8 to 24 */
                float relu3[64][32][26][26];        /* calls 4 to 31 */
                int32_t argmax3[64][64][12][12];    /* calls 10 to 24 */
            };
            struct {
                float where[64][128]; /* calls 11 to 20 */
                float logits[64][10]; /* calls 12 to 17 */
                float exp[64][10];    /* calls 16 to 18 */
                float max[64];        /* calls 13 to 16 */
                float sum[64];        /* calls 16 to 17 */
                float div[64];        /* calls 16 to 18 */
                unsigned char gap3[22243584];
                float contract[64][9216]; /* calls 23 to 24 */
            };
            struct {
                float permute2[64][64][12][12][2][2]; /* calls 24 to 25 */
                unsigned char gap4[12845056];
                float permute3[64][64][12][2][24]; /* calls 25 to 26 */
            };
            struct {
                float pad[64][64][28][28]; /* calls 29 to 30 */
                unsigned char gap5[9437184];
                float where3[64][32][26][26]; /* calls 30 to 33 */
            };
            struct {
                unsigned char gap1[35328];
                int32_t argmax[64]; /* calls 14 to 15 */
            };
        } step;
        union MnistCnnEval {
            struct {
                float relu[64][64][24][24];  /* calls 2 to 3 */
                float relu3[64][32][26][26]; /* calls 1 to 2 */
            };
            struct {
                float max[64][64][12][12]; /* calls 4 to 5 */
                float relu2[64][128];      /* calls 5 to 6 */
                unsigned char gap2[7045120];
                float permute[64][64][12][24][2]; /* calls 3 to 4 */
            };
            struct {
                float logits[64][10]; /* calls 6 to 12 */
                float max2[64];       /* calls 7 to 9 */
                int32_t argmax[64];   /* calls 8 to 10 */
            };
            struct {
                unsigned char gap1[2560];
                float sum[64]; /* calls 11 to 12 */
            };
        } eval;
        union MnistCnnEvalOne {
            float sum[1]; /* calls 11 to 12 */
            struct {
                float relu[1][64][24][24];  /* calls 2 to 3 */
                float relu3[1][32][26][26]; /* calls 1 to 2 */
            };
            struct {
                float max[1][64][12][12][2]; /* call 4 */
                float max3[1][64][12][12];   /* calls 4 to 5 */
                unsigned char gap1[36864];
                float permute[1][64][12][24][2]; /* calls 3 to 4 */
            };
            struct {
                float relu2[1][128]; /* calls 5 to 6 */
                float logits[1][10]; /* calls 6 to 12 */
            };
            struct {
                float max2[1];     /* calls 7 to 9 */
                int32_t argmax[1]; /* calls 8 to 10 */
            };
        } eval_one;
        union MnistCnnPredict {
            float relu2[1][128]; /* calls 5 to 6 */
            struct {
                float relu[1][64][24][24];  /* calls 2 to 3 */
                float relu3[1][32][26][26]; /* calls 1 to 2 */
            };
            struct {
                float max[1][64][12][12][2]; /* call 4 */
                float max2[1][64][12][12];   /* calls 4 to 5 */
                unsigned char gap1[36864];
                float permute[1][64][12][24][2]; /* calls 3 to 4 */
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

/* 6  permute(reshape31)                                             mnist_cnn.lua:20 */
static void k6_permute(const float relu[restrict 64][64][12][2][24],
                       float permute[restrict 64][64][12][24][2])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 24; l++)
                    for (int m = 0; m < 2; m++)
                        permute[i][j][k][l][m] = relu[i][j][k][m][l];
}

/* 7  max(permute(reshape33))                                        mnist_cnn.lua:20 */
static void k7_max(const float permute[restrict 64][64][12][12][2][2],
                   float max[restrict 64][64][12][12][2])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 12; l++) {
                    float acc[2];
                    for (int i0 = 0; i0 < 2; i0++)
                        acc[i0] = -INFINITY;
                    for (int m = 0; m < 2; m++)
                        for (int n = 0; n < 2; n++)
                            acc[n] = mf_maxf(permute[i][j][k][l][m][n], acc[n]);
                    for (int m = 0; m < 2; m++)
                        max[i][j][k][l][m] = acc[m];
                }
}

/* 8  argmax(permute(reshape33))                                     mnist_cnn.lua:20 */
static void k8_argmax(const float permute[restrict 64][64][12][12][2][2],
                      int32_t argmax[restrict 64][64][12][12][2])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 12; l++)
                    for (int m = 0; m < 2; m++) {
                        float top = -INFINITY;
                        int32_t at = 0;
                        for (int n = 0; n < 2; n++) {
                            if (mf_abovef(permute[i][j][k][l][n][m], top)) {
                                top = permute[i][j][k][l][n][m];
                                at = n;
                            }
                        }
                        argmax[i][j][k][l][m] = at;
                    }
}

/* 9  where(lt7, 0, 1.33333 * max(max35))                            mnist_cnn.lua:20 */
static void k9_where(const float max[restrict 64][64][12][12][2],
                     const bool lt[restrict 64][64][12][12],
                     float where[restrict 64][64][12][12])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 12; k++) {
                float acc[12];
                for (int i0 = 0; i0 < 12; i0++)
                    acc[i0] = -INFINITY;
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 12; m++)
                        acc[m] = mf_maxf(max[i][j][k][m][l], acc[m]);
                for (int l = 0; l < 12; l++)
                    where[i][j][k][l] = lt[i][j][k][l] ? 0.0f : 1.3333334f * acc[l];
            }
}

/* 10  argmax(max35)                                                 mnist_cnn.lua:20 */
static void k10_argmax(const float max[restrict 64][64][12][12][2],
                       int32_t argmax[restrict 64][64][12][12])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 12; l++) {
                    float top = -INFINITY;
                    int32_t at = 0;
                    for (int m = 0; m < 2; m++) {
                        if (mf_abovef(max[i][j][k][l][m], top)) {
                            top = max[i][j][k][l][m];
                            at = m;
                        }
                    }
                    argmax[i][j][k][l] = at;
                }
}

/* 11  relu(reshape39 linear1.weight + linear1.bias); where(lt2,...  mnist_cnn.lua:20 */
static void k11_where(const float where[restrict 64][9216],
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

/* 12  logits = where47 linear2.weight + linear2.bias                mnist_cnn.lua:20 */
static void k12_logits(const float where[restrict 64][128],
                       const float linear2_weight[restrict 128][10],
                       const float linear2_bias[restrict 10],
                       float logits[restrict 64][10])
{
    float acc[64][32];
    static const MfAxis rows[] = {{64, 128}};
    static const MfAxis columns[] = {{10, 1}};
    static const MfTerm terms[] = {{128, 1, 10}};
    mf_productf(1, rows, 1, columns, 1, terms, &where[0][0], &linear2_weight[0][0],
                acc[0], 32);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++)
            logits[i][j] = acc[i][j] + linear2_bias[j];
}

/* 13  max(logits)                                                   mnist_cnn.lua:21 */
static void k13_max(const float logits[restrict 64][10], float max[restrict 64])
{
    float acc[64];
    for (int i0 = 0; i0 < 64; i0++)
        acc[i0] = -INFINITY;
    for (int i = 0; i < 10; i++)
        for (int j = 0; j < 64; j++)
            acc[j] = mf_maxf(logits[j][i], acc[j]);
    for (int i = 0; i < 64; i++)
        max[i] = acc[i];
}

/* 14  argmax(logits)                                                mnist_cnn.lua:33 */
static void k14_argmax(const float logits[restrict 64][10], int32_t argmax[restrict 64])
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

/* 15  accuracy = sum(f32(argmax65 == label)) * 0.015625             mnist_cnn.lua:33 */
static void k15_accuracy(const int32_t argmax[restrict 64],
                         const int32_t label[restrict 64], float *restrict accuracy)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 16; j++)
            lane[j] += (float)(argmax[16 * i + j] == label[16 * i + j]);
    const float sum = mf_sum16f(lane);
    *accuracy = sum * 0.015625f;
}

/* 16  logits - max53; exp(sub55); sum(exp56); 0.015625 / sum57      mnist_cnn.lua:21 */
static void k16_div(const float max[restrict 64], float logits[restrict 64][10],
                    float exp[restrict 64][10], float sum[restrict 64],
                    float div[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        for (int j = 0; j < 10; j++) {
            const float t = logits[i][j] - max[i];
            logits[i][j] = t;
            exp[i][j] = mf_expf(t);
        }
        float lane[16] = {0};
        for (int j = 0; j < 10; j++)
            lane[j] += exp[i][j];
        const float sum2 = mf_sum16f(lane);
        sum[i] = sum2;
        div[i] = 0.015625f / sum2;
    }
}

/* 17  loss = sum(log(sum57) - gather(sub55, label)) * 0.015625      mnist_cnn.lua:21 */
static void k17_loss(const int32_t label[restrict 64], const float sum[restrict 64],
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

/* 18  dlogits = scatter90 + div92 * exp56                           mnist_cnn.lua:21 */
static void k18_dlogits(const float div[restrict 64], const float exp[restrict 64][10],
                        float scatter[restrict 64][10])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++)
            scatter[i][j] = scatter[i][j] + div[i] * exp[i][j];
}

/* 19  where(relu45 > 0, where(lt2, 0, dlogits linear2.weight') ...  mnist_cnn.lua:20 */
static void k19_where(const float dlogits[restrict 64][10],
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

/* 20  sgd.v.linear2.weight = where(abs(momentum * sgd.v.linear2...  mnist_cnn.lua:30 */
static void k20_linear2_weight(const float dlogits[restrict 64][10],
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

/* 21  sgd.v.linear2.bias = where(abs(momentum * sgd.v.linear2.b...  mnist_cnn.lua:30 */
static void k21_linear2_bias(const float dlogits[restrict 64][10], float momentum,
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

/* 22  sgd.v.linear1.bias = where(abs(momentum * sgd.v.linear1.b...  mnist_cnn.lua:30 */
static void k22_linear1_bias(const float where[restrict 64][128], float momentum,
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

/* 23  where99 linear1.weight'                                       mnist_cnn.lua:20 */
static void k23_contract(const float where[restrict 64][128],
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

/* 24  where(iota == argmax85, where(lt7, 0, reshape101) * 1.333...  mnist_cnn.lua:20 */
static void k24_permute(const int32_t argmax[restrict 64][64][12][12],
                        const bool lt[restrict 64][64][12][12],
                        const float contract[restrict 64][64][12][12],
                        const int32_t argmax2[restrict 64][64][12][12][2],
                        float permute[restrict 64][64][12][12][2][2])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 12; l++) {
                    float where[2];
                    for (int m = 0; m < 2; m++) {
                        const float t = lt[i][j][k][l] ? 0.0f : contract[i][j][k][l];
                        where[m] = m == argmax[i][j][k][l] ? t * 1.3333334f : 0.0f;
                    }
                    for (int m = 0; m < 2; m++)
                        for (int n = 0; n < 2; n++) {
                            const bool t = m == argmax2[i][j][k][l][n];
                            permute[i][j][k][l][m][n] = t ? where[n] : 0.0f;
                        }
                }
}

/* 25  permute(reshape111)                                           mnist_cnn.lua:20 */
static void k25_permute(const float permute[restrict 64][64][12][24][2],
                        float permute2[restrict 64][64][12][2][24])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 24; m++)
                        permute2[i][j][k][l][m] = permute[i][j][k][m][l];
}

/* 26  where(relu30 > 0, reshape113, 0)                              mnist_cnn.lua:20 */
static void k26_where(const float permute[restrict 64][64][24][24],
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

/* 27  sgd.v.conv2d2.bias = where(abs(momentum * sgd.v.conv2d2.b...  mnist_cnn.lua:30 */
static void k27_conv2d2_bias(const float where[restrict 64][64][24][24], float momentum,
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

/* 28  sgd.v.linear1.weight = where(abs(momentum * sgd.v.linear1...  mnist_cnn.lua:30 */
static void k28_linear1_weight(const float where[restrict 64][9216],
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

/* 29  pad(pad(where114))                                            mnist_cnn.lua:20 */
static void k29_pad(const float where[restrict 64][64][24][24],
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

/* 30  where(relu20 > 0, einsum("nopqji,ocij->ncpq", slice(slide...  mnist_cnn.lua:20 */
static void k30_where(const float pad[restrict 64][64][28][28],
                      const float conv2d2_weight[restrict 64][32][3][3],
                      const float relu[restrict 64][32][26][26],
                      float where[restrict 64][32][26][26])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 13; j++) {
            float acc[52][32];
            static const MfAxis rows[] = {{2, 28}, {26, 1}};
            static const MfAxis columns[] = {{32, 9}};
            static const MfTerm terms[] = {{64, 784, 288}, {3, -1, 1}, {3, -28, 3}};
            mf_productf(2, rows, 1, columns, 3, terms, &pad[i][0][2 * j + 2][2],
                        &conv2d2_weight[0][0][0][0], acc[0], 32);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 26; m++) {
                        const bool t = relu[i][k][2 * j + l][m] > 0.0f;
                        where[i][k][2 * j + l][m] = t ? acc[26 * l + m][k] : 0.0f;
                    }
        }
}

/* 31  sgd.v.conv2d2.weight = where(abs(momentum * sgd.v.conv2d2...  mnist_cnn.lua:30 */
static void k31_conv2d2_weight(const float relu[restrict 64][32][26][26],
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

/* 32  sgd.v.conv2d1.bias = where(abs(momentum * sgd.v.conv2d1.b...  mnist_cnn.lua:30 */
static void k32_conv2d1_bias(const float where[restrict 64][32][26][26], float momentum,
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

/* 33  sgd.v.conv2d1.weight = where(abs(momentum * sgd.v.conv2d1...  mnist_cnn.lua:30 */
static void k33_conv2d1_weight(const float image[restrict 64][1][28][28],
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

/* 34  max(permute(reshape23)); max(max25)                           mnist_cnn.lua:20 */
static void k34_max(const float permute[restrict 64][64][12][12][2][2],
                    float max[restrict 64][64][12][12])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 12; k++) {
                float max2[12][2];
                for (int l = 0; l < 12; l++) {
                    float acc[2];
                    for (int i0 = 0; i0 < 2; i0++)
                        acc[i0] = -INFINITY;
                    for (int m = 0; m < 2; m++)
                        for (int n = 0; n < 2; n++)
                            acc[n] = mf_maxf(permute[i][j][k][l][m][n], acc[n]);
                    for (int m = 0; m < 2; m++)
                        max2[l][m] = acc[m];
                }
                float acc[12];
                for (int i0 = 0; i0 < 12; i0++)
                    acc[i0] = -INFINITY;
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 12; m++)
                        acc[m] = mf_maxf(max2[m][l], acc[m]);
                for (int l = 0; l < 12; l++)
                    max[i][j][k][l] = acc[l];
            }
}

/* 35  relu(reshape27 linear1.weight + linear1.bias)                 mnist_cnn.lua:20 */
static void k35_relu(const float max[restrict 64][9216],
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

/* 36  logits - max39                                                mnist_cnn.lua:21 */
static void k36_sub(const float max[restrict 64], float logits[restrict 64][10])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++)
            logits[i][j] = logits[i][j] - max[i];
}

/* 37  sum(exp(sub41))                                               mnist_cnn.lua:21 */
static void k37_sum(const float sub[restrict 64][10], float sum[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 10; j++)
            lane[j] += mf_expf(sub[i][j]);
        const float sum2 = mf_sum16f(lane);
        sum[i] = sum2;
    }
}

/* 38  relu(einsum("ncpqij,ocij->nopq", slide(slide(image)), con...  mnist_cnn.lua:20 */
static void k38_relu(const float conv2d1_weight[restrict 32][1][3][3],
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

/* 39  relu(einsum("ncpqij,ocij->nopq", slide(slide(relu10)), co...  mnist_cnn.lua:20 */
static void k39_relu(const float relu[restrict 1][32][26][26],
                     const float conv2d2_weight[restrict 64][32][3][3],
                     const float conv2d2_bias[restrict 64],
                     float relu2[restrict 1][64][24][24])
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
                for (int l = 0; l < 24; l++) {
                    const float t = acc[24 * k + l][j] + conv2d2_bias[j];
                    relu2[0][j][2 * i + k][l] = mf_reluf(t);
                }
    }
}

/* 40  permute(reshape21)                                            mnist_cnn.lua:20 */
static void k40_permute(const float relu[restrict 1][64][12][2][24],
                        float permute[restrict 1][64][12][24][2])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 12; j++)
            for (int k = 0; k < 24; k++)
                for (int l = 0; l < 2; l++)
                    permute[0][i][j][k][l] = relu[0][i][j][l][k];
}

/* 41  max(permute(reshape23)); max(max25)                           mnist_cnn.lua:20 */
static void k41_max(const float permute[restrict 1][64][12][12][2][2],
                    float max[restrict 1][64][12][12][2],
                    float max2[restrict 1][64][12][12])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 12; j++) {
            for (int k = 0; k < 12; k++) {
                float acc[2];
                for (int i0 = 0; i0 < 2; i0++)
                    acc[i0] = -INFINITY;
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 2; m++)
                        acc[m] = mf_maxf(permute[0][i][j][k][l][m], acc[m]);
                for (int l = 0; l < 2; l++)
                    max[0][i][j][k][l] = acc[l];
            }
            float acc[12];
            for (int i0 = 0; i0 < 12; i0++)
                acc[i0] = -INFINITY;
            for (int k = 0; k < 2; k++)
                for (int l = 0; l < 12; l++)
                    acc[l] = mf_maxf(max[0][i][j][l][k], acc[l]);
            for (int k = 0; k < 12; k++)
                max2[0][i][j][k] = acc[k];
        }
}

/* 42  relu(reshape27 linear1.weight + linear1.bias)                 mnist_cnn.lua:20 */
static void k42_relu(const float max[restrict 1][9216],
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

/* 43  logits = relu33 linear2.weight + linear2.bias                 mnist_cnn.lua:20 */
static void k43_logits(const float relu[restrict 1][128],
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

/* 44  max(logits)                                                   mnist_cnn.lua:21 */
static void k44_max(const float logits[restrict 1][10], float max[restrict 1])
{
    float acc = -INFINITY;
    for (int i = 0; i < 10; i++)
        acc = mf_maxf(logits[0][i], acc);
    max[0] = acc;
}

/* 45  argmax(logits)                                                mnist_cnn.lua:33 */
static void k45_argmax(const float logits[restrict 1][10], int32_t argmax[restrict 1])
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

/* 46  logits - max39                                                mnist_cnn.lua:21 */
static void k46_sub(const float max[restrict 1], float logits[restrict 1][10])
{
    for (int i = 0; i < 10; i++)
        logits[0][i] = logits[0][i] - max[0];
}

/* 47  accuracy = f32(argmax49 == label)                             mnist_cnn.lua:33 */
static void k47_accuracy(const int32_t argmax[restrict 1],
                         const int32_t label[restrict 1], float *restrict accuracy)
{
    *accuracy = (float)(argmax[0] == label[0]);
}

/* 48  sum(exp(sub41))                                               mnist_cnn.lua:21 */
static void k48_sum(const float sub[restrict 1][10], float sum[restrict 1])
{
    float lane[16] = {0};
    for (int i = 0; i < 10; i++)
        lane[i] += mf_expf(sub[0][i]);
    const float sum2 = mf_sum16f(lane);
    sum[0] = sum2;
}

/* 49  loss = log(sum43) - gather(sub41, label)                      mnist_cnn.lua:21 */
static void k49_loss(const int32_t label[restrict 1], const float sum[restrict 1],
                     const float sub[restrict 1][10], float *restrict loss)
{
    const int at = label[0];
    *loss = mf_logf(sum[0]) - sub[0][at];
}

/* 50  linear2.bias = -0.0883883 + 0.176777 * init linear2.bias      mnist_cnn.lua:18 */
static void k50_linear2_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear2_bias[restrict 10])
{
    for (int i = 0; i < 10; i++) {
        const float t = 0.17677669f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear2_bias[i] = -0.088388346f + t;
    }
}

/* 51  conv2d1.bias = -0.333333 + 0.666667 * init conv2d1.bias       mnist_cnn.lua:13 */
static void k51_conv2d1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float conv2d1_bias[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        const float t = 0.6666667f * mf_uniformf(seed, stream, step, (uint64_t)i);
        conv2d1_bias[i] = -0.33333334f + t;
    }
}

/* 52  conv2d2.bias = -0.0589256 + 0.117851 * init conv2d2.bias      mnist_cnn.lua:14 */
static void k52_conv2d2_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float conv2d2_bias[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        const float t = 0.11785113f * mf_uniformf(seed, stream, step, (uint64_t)i);
        conv2d2_bias[i] = -0.058925565f + t;
    }
}

/* 53  linear1.bias = -0.0104167 + 0.0208333 * init linear1.bias     mnist_cnn.lua:17 */
static void k53_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear1_bias[restrict 128])
{
    for (int i = 0; i < 128; i++) {
        const float t = 0.020833334f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear1_bias[i] = -0.010416667f + t;
    }
}

/* 54  conv2d1.weight = -0.333333 + 0.666667 * init conv2d1.weight   mnist_cnn.lua:13 */
static void k54_conv2d1_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 55  linear2.weight = -0.0883883 + 0.176777 * init linear2.weight  mnist_cnn.lua:18 */
static void k55_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear2_weight[restrict 128][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 10; j++) {
            const int at = 10 * i + j;
            const float t = mf_uniformf(seed, stream, step, (uint64_t)at);
            linear2_weight[i][j] = -0.088388346f + 0.17677669f * t;
        }
}

/* 56  conv2d2.weight = -0.0589256 + 0.117851 * init conv2d2.weight  mnist_cnn.lua:14 */
static void k56_conv2d2_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 57  linear1.weight = -0.0104167 + 0.0208333 * init linear1.we...  mnist_cnn.lua:17 */
static void k57_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
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
    k50_linear2_bias(net->step, net->seed, 0xb838840dc7e1e18au, net->linear2_bias);
    k51_conv2d1_bias(net->step, net->seed, 0xca889192c1873d83u, net->conv2d1_bias);
    k52_conv2d2_bias(net->step, net->seed, 0x4c70c218a0505e6eu, net->conv2d2_bias);
    k53_linear1_bias(net->step, net->seed, 0x3dec48e02e45c109u, net->linear1_bias);
    k54_conv2d1_weight(net->step, net->seed, 0xdeab1f8b63e126f2u, net->conv2d1_weight);
    k55_linear2_weight(net->step, net->seed, 0xb9800f9db6736de7u, net->linear2_weight);
    k56_conv2d2_weight(net->step, net->seed, 0xd6b9509e5ac9e05du, net->conv2d2_weight);
    k57_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, net->linear1_weight);
}

/* One step: forward, backward, update; returns the loss before it. */
float mnist_cnn_step(MnistCnn *net, const float image[restrict 64][1][28][28],
                     const int32_t label[restrict 64])
{
    float loss;
    union MnistCnnStep *w = &net->work.step;
    k1_scatter(label, w->scatter);
    k2_lt(net->step, net->seed, 0xbb00d74ecdfddc7bu, w->lt2);
    k3_lt(net->step, net->seed, 0xd37e7a07cc979a39u, w->lt);
    k4_relu(net->conv2d1_weight, image, net->conv2d1_bias, w->relu3);
    k5_relu(w->relu3, net->conv2d2_weight, net->conv2d2_bias, w->relu2);
    k6_permute((float(*)[64][12][2][24])w->relu2, w->permute);
    k7_max((float(*)[64][12][12][2][2])w->permute, w->max2);
    k8_argmax((float(*)[64][12][12][2][2])w->permute, w->argmax2);
    k9_where(w->max2, w->lt, w->where2);
    k10_argmax(w->max2, w->argmax3);
    k11_where((float(*)[9216])w->where2, net->linear1_weight, net->linear1_bias, w->lt2,
              w->relu, w->where);
    k12_logits(w->where, net->linear2_weight, net->linear2_bias, w->logits);
    k13_max(w->logits, w->max);
    k14_argmax(w->logits, w->argmax);
    k15_accuracy(w->argmax, label, &net->metric.accuracy);
    k16_div(w->max, w->logits, w->exp, w->sum, w->div);
    k17_loss(label, w->sum, w->logits, &loss);
    k18_dlogits(w->div, w->exp, w->scatter);
    k19_where(w->scatter, net->linear2_weight, w->lt2, w->relu);
    k20_linear2_weight(w->scatter, w->where, net->momentum, net->lr,
                       net->sgd_v_linear2_weight, net->linear2_weight);
    k21_linear2_bias(w->scatter, net->momentum, net->lr, net->sgd_v_linear2_bias,
                     net->linear2_bias);
    k22_linear1_bias(w->relu, net->momentum, net->lr, net->sgd_v_linear1_bias,
                     net->linear1_bias);
    k23_contract(w->relu, net->linear1_weight, w->contract);
    k24_permute(w->argmax3, w->lt, (float(*)[64][12][12])w->contract, w->argmax2,
                w->permute2);
    k25_permute((float(*)[64][12][24][2])w->permute2, w->permute3);
    k26_where((float(*)[64][24][24])w->permute3, w->relu2);
    k27_conv2d2_bias(w->relu2, net->momentum, net->lr, net->sgd_v_conv2d2_bias,
                     net->conv2d2_bias);
    k28_linear1_weight((float(*)[9216])w->where2, w->relu, net->momentum, net->lr,
                       net->sgd_v_linear1_weight, net->linear1_weight);
    k29_pad(w->relu2, w->pad);
    k30_where(w->pad, net->conv2d2_weight, w->relu3, w->where3);
    k31_conv2d2_weight(w->relu3, w->relu2, net->momentum, net->lr,
                       net->sgd_v_conv2d2_weight, net->conv2d2_weight);
    k32_conv2d1_bias(w->where3, net->momentum, net->lr, net->sgd_v_conv2d1_bias,
                     net->conv2d1_bias);
    k33_conv2d1_weight(image, w->where3, net->momentum, net->lr,
                       net->sgd_v_conv2d1_weight, net->conv2d1_weight);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float mnist_cnn_eval(MnistCnn *net, const float image[restrict 64][1][28][28],
                     const int32_t label[restrict 64])
{
    float loss;
    union MnistCnnEval *w = &net->work.eval;
    k4_relu(net->conv2d1_weight, image, net->conv2d1_bias, w->relu3);
    k5_relu(w->relu3, net->conv2d2_weight, net->conv2d2_bias, w->relu);
    k6_permute((float(*)[64][12][2][24])w->relu, w->permute);
    k34_max((float(*)[64][12][12][2][2])w->permute, w->max);
    k35_relu((float(*)[9216])w->max, net->linear1_weight, net->linear1_bias, w->relu2);
    k12_logits(w->relu2, net->linear2_weight, net->linear2_bias, w->logits);
    k13_max(w->logits, w->max2);
    k14_argmax(w->logits, w->argmax);
    k36_sub(w->max2, w->logits);
    k15_accuracy(w->argmax, label, &net->metric.accuracy);
    k37_sum(w->logits, w->sum);
    k17_loss(label, w->sum, w->logits, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float mnist_cnn_eval_one(MnistCnn *net, const float image[restrict 1][1][28][28],
                         const int32_t label[restrict 1])
{
    float loss;
    union MnistCnnEvalOne *w = &net->work.eval_one;
    k38_relu(net->conv2d1_weight, image, net->conv2d1_bias, w->relu3);
    k39_relu(w->relu3, net->conv2d2_weight, net->conv2d2_bias, w->relu);
    k40_permute((float(*)[64][12][2][24])w->relu, w->permute);
    k41_max((float(*)[64][12][12][2][2])w->permute, w->max, w->max3);
    k42_relu((float(*)[9216])w->max3, net->linear1_weight, net->linear1_bias, w->relu2);
    k43_logits(w->relu2, net->linear2_weight, net->linear2_bias, w->logits);
    k44_max(w->logits, w->max2);
    k45_argmax(w->logits, w->argmax);
    k46_sub(w->max2, w->logits);
    k47_accuracy(w->argmax, label, &net->metric.accuracy);
    k48_sum(w->logits, w->sum);
    k49_loss(label, w->sum, w->logits, &loss);
    return loss;
}

/* The function `predict`. */
void mnist_cnn_predict(MnistCnn *net, const float image[restrict 1][1][28][28],
                       float logits[restrict 1][10], int32_t digit[restrict 1])
{
    union MnistCnnPredict *w = &net->work.predict;
    k38_relu(net->conv2d1_weight, image, net->conv2d1_bias, w->relu3);
    k39_relu(w->relu3, net->conv2d2_weight, net->conv2d2_bias, w->relu);
    k40_permute((float(*)[64][12][2][24])w->relu, w->permute);
    k41_max((float(*)[64][12][12][2][2])w->permute, w->max, w->max2);
    k42_relu((float(*)[9216])w->max2, net->linear1_weight, net->linear1_bias, w->relu2);
    k43_logits(w->relu2, net->linear2_weight, net->linear2_bias, logits);
    k45_argmax(logits, digit);
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
    .work_bytes = 39616512,
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

/*
 * lora.c - trains and runs the network of lora.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 114098 parameters; a step of 301 nodes; 41 kernels;
 * bytes: parameters 456392, state 37696, work 87808 (unshared 188640), stack 212224
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * MF_UNROLLED        gcc shall unroll the loop, and make vectors across the rows
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
 * mf_uniform_row     random numbers from 0 to below 1: seed, stream, step, the first
 *                    element, how many, where to
 * MF_APART           not made a part of its caller, whose stack its arrays would take
 */
#include "mfrt.h"

#define LORA_PARAM_BYTES 456392u
#define LORA_STATE_BYTES 37696u
#define LORA_WORK_BYTES 87808u
#define LORA_STACK_BYTES 212224u
#define LORA_TENSORS 29u

typedef struct Lora {
    float linear1_weight[784][128]; /* lora.lua:23 */
    float linear1_bias[128];        /* lora.lua:24 */
    float linear1_down[784][4];     /* lora.lua:25 */
    float linear1_up[4][128];       /* lora.lua:26 */
    float linear2_weight[128][64];  /* lora.lua:23 */
    float linear2_bias[64];         /* lora.lua:24 */
    float linear2_down[128][4];     /* lora.lua:25 */
    float linear2_up[4][64];        /* lora.lua:26 */
    float linear3_weight[64][10];   /* lora.lua:23 */
    float linear3_bias[10];         /* lora.lua:24 */
    float linear3_down[64][4];      /* lora.lua:25 */
    float linear3_up[4][10];        /* lora.lua:26 */
    /* state of the optimiser */
    float adamw_m_linear1_down[784][4]; /* lora.lua:47 */
    float adamw_v_linear1_down[784][4]; /* lora.lua:47 */
    float adamw_m_linear1_up[4][128];   /* lora.lua:47 */
    float adamw_v_linear1_up[4][128];   /* lora.lua:47 */
    float adamw_m_linear2_down[128][4]; /* lora.lua:47 */
    float adamw_v_linear2_down[128][4]; /* lora.lua:47 */
    float adamw_m_linear2_up[4][64];    /* lora.lua:47 */
    float adamw_v_linear2_up[4][64];    /* lora.lua:47 */
    float adamw_m_linear3_down[64][4];  /* lora.lua:47 */
    float adamw_v_linear3_down[64][4];  /* lora.lua:47 */
    float adamw_m_linear3_up[4][10];    /* lora.lua:47 */
    float adamw_v_linear3_up[4][10];    /* lora.lua:47 */
    /* settings, which --set changes */
    float lr;           /* lora.lua:47 */
    float weight_decay; /* lora.lua:47 */
    float beta1;        /* lora.lua:47 */
    float beta2;        /* lora.lua:47 */
    float eps;          /* lora.lua:47 */
    /* of the last batch */
    struct {
        float accuracy;
    } metric;
    uint64_t seed, step;
    unsigned char gap[16]; /* to a multiple of 64 bytes */
    /* work memory: one function runs at a time */
    union {
        union LoraStep {
            struct {
                float x[64][128];        /* calls 4 to 20 */
                float x2[64][64];        /* calls 6 to 16 */
                float logits[64][10];    /* calls 8 to 12 */
                float dproduct4[64][10]; /* calls 9 to 14 */
                float product[64][4];    /* calls 7 to 14 */
                float max[64];           /* calls 9 to 12 */
                float sum[64];           /* calls 9 to 12 */
                unsigned char gap3[9728];
                float dx_in[64][64];    /* calls 15 to 19 */
                float dlogits[64][10];  /* calls 9 to 15 */
                float product2[64][4];  /* calls 3 to 23 */
                float product3[64][4];  /* calls 5 to 18 */
                float dproduct6[64][4]; /* calls 13 to 16 */
                int32_t argmax[64];     /* calls 10 to 11 */
            };
            struct {
                float dproduct[64][4]; /* calls 21 to 22 */
                unsigned char gap1[31744];
                float dproduct2[64][128]; /* calls 19 to 23 */
                unsigned char gap4[16384];
                float dproduct5[64][4]; /* calls 17 to 20 */
            };
            struct {
                unsigned char gap2[49152];
                float dproduct3[64][64]; /* calls 15 to 18 */
            };
        } step;
        union LoraEval {
            struct {
                float x[64][128];      /* calls 2 to 4 */
                float product2[64][4]; /* calls 1 to 2 */
                unsigned char gap3[15360];
                float product3[64][4]; /* calls 3 to 4 */
                unsigned char gap4[37376];
                int32_t argmax[64]; /* calls 8 to 9 */
            };
            struct {
                float logits[64][10]; /* calls 6 to 10 */
                float product[64][4]; /* calls 5 to 6 */
                unsigned char gap2[29184];
                float x2[64][64]; /* calls 4 to 6 */
            };
            struct {
                unsigned char gap1[2560];
                float max[64]; /* calls 7 to 10 */
                float sum[64]; /* calls 7 to 10 */
            };
        } eval;
        union LoraEvalOne {
            struct {
                float x[1][128];      /* calls 2 to 4 */
                float product2[1][4]; /* calls 1 to 2 */
                unsigned char gap3[240];
                float product3[1][4]; /* calls 3 to 4 */
                unsigned char gap4[86768];
                int32_t argmax[1]; /* calls 8 to 9 */
            };
            struct {
                float logits[1][10]; /* calls 6 to 11 */
                float product[1][4]; /* calls 5 to 6 */
                unsigned char gap2[456];
                float x2[1][64]; /* calls 4 to 6 */
            };
            struct {
                unsigned char gap1[40];
                float max[1]; /* calls 7 to 11 */
                float sum[1]; /* calls 10 to 11 */
            };
        } eval_one;
        union LoraPredict {
            struct {
                float x[1][128];      /* calls 2 to 4 */
                float product2[1][4]; /* calls 1 to 2 */
                unsigned char gap2[240];
                float product3[1][4]; /* calls 3 to 4 */
            };
            struct {
                float product[1][4]; /* calls 5 to 6 */
                unsigned char gap1[496];
                float x2[1][64]; /* calls 4 to 6 */
            };
        } predict;
    } work;
} Lora;

/* Initial values of everything, drawn from the seed. */
void lora_init(Lora *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float lora_step(Lora *net, const float image[restrict 64][784],
                const int32_t label[restrict 64]);
/* The loss and the metrics as in inference, without an update. */
float lora_eval(Lora *net, const float image[restrict 64][784],
                const int32_t label[restrict 64]);
/* The same of a batch of one row. */
float lora_eval_one(Lora *net, const float image[restrict 1][784],
                    const int32_t label[restrict 1]);
/* The function `predict`. */
void lora_predict(Lora *net, const float image[restrict 1][784],
                  float logits[restrict 1][10]);
extern const MfTensor lora_tensors[];

/* clang-format off */
_Static_assert(sizeof(((Lora *)0)->work) == LORA_WORK_BYTES, "work");
_Static_assert(offsetof(Lora, linear3_up) + sizeof(((Lora *)0)->linear3_up) ==
               LORA_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  rate = lr / (1 - pow(beta1, step + 1))                              lora.lua:47 */
static void k1_rate(float beta1, uint64_t step, float lr, float *restrict rate)
{
    const float t = mf_powf(beta1, (float)step + 1.0f);
    *rate = lr / (1.0f - t);
}

/* 2  root = sqrt(1 - pow(beta2, step + 1))                               lora.lua:47 */
static void k2_root(float beta2, uint64_t step, float *restrict root)
{
    const float t = mf_powf(beta2, (float)step + 1.0f);
    *root = sqrtf(1.0f - t);
}

/* 3  product = image linear1_down                                        lora.lua:28 */
MF_APART
static void k3_product(const float linear1_down[restrict 784][4],
                       const float image[restrict 64][784],
                       float product[restrict 64][4])
{
    static const MfAxis rows[] = {{4, 1}};
    static const MfAxis columns[] = {{64, 784}};
    static const MfTerm terms[] = {{784, 4, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_product_turnedf(&plan, &linear1_down[0][0], &image[0][0], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 4; j++)
            product[i][j] = acc[i][j];
    }
}

/* 4  x = relu(image linear1_weight + linear1_bias + 2 * product
 *        linear1_up)                                                     lora.lua:37 */
MF_APART
static void k4_x(const float image[restrict 64][784],
                 const float linear1_weight[restrict 784][128],
                 const float product[restrict 64][4],
                 const float linear1_up[restrict 4][128],
                 const float linear1_bias[restrict 128], float x[restrict 64][128])
{
    static const MfAxis rows[] = {{64, 784}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{784, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{64, 4}};
    static const MfTerm terms2[] = {{4, 1, 128}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns, 1, terms2);
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        mf_productf(&plan, &image[0][0], &linear1_weight[0][64 * i], acc[0], 64);
        float acc2[64][64];
        mf_productf(&plan2, &product[0][0], &linear1_up[0][64 * i], acc2[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] + linear1_bias[64 * i + k];
                x[j][64 * i + k] = mf_reluf(t + 2.0f * acc2[j][k]);
            }
    }
}

/* 5  product = x linear2_down                                            lora.lua:28 */
MF_APART
static void k5_product(const float linear2_down[restrict 128][4],
                       const float x[restrict 64][128], float product[restrict 64][4])
{
    static const MfAxis rows[] = {{4, 1}};
    static const MfAxis columns[] = {{64, 128}};
    static const MfTerm terms[] = {{128, 4, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_product_turnedf(&plan, &linear2_down[0][0], &x[0][0], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 4; j++)
            product[i][j] = acc[i][j];
    }
}

/* 6  x2 = relu(x linear2_weight + linear2_bias + 2 * product
 *        linear2_up)                                                     lora.lua:37 */
MF_APART
static void k6_x(const float x[restrict 64][128],
                 const float linear2_weight[restrict 128][64],
                 const float product[restrict 64][4],
                 const float linear2_up[restrict 4][64],
                 const float linear2_bias[restrict 64], float x2[restrict 64][64])
{
    static const MfAxis rows[] = {{64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{64, 4}};
    static const MfTerm terms2[] = {{4, 1, 64}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns, 1, terms2);
    float acc[64][64];
    mf_productf(&plan, &x[0][0], &linear2_weight[0][0], acc[0], 64);
    float acc2[64][64];
    mf_productf(&plan2, &product[0][0], &linear2_up[0][0], acc2[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            x2[i][j] = mf_reluf(acc[i][j] + linear2_bias[j] + 2.0f * acc2[i][j]);
}

/* 7  product = x linear3_down                                            lora.lua:28 */
MF_APART
static void k7_product(const float linear3_down[restrict 64][4],
                       const float x[restrict 64][64], float product[restrict 64][4])
{
    static const MfAxis rows[] = {{4, 1}};
    static const MfAxis columns[] = {{64, 64}};
    static const MfTerm terms[] = {{64, 4, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_product_turnedf(&plan, &linear3_down[0][0], &x[0][0], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 4; j++)
            product[i][j] = acc[i][j];
    }
}

/* 8  logits = x linear3_weight + linear3_bias + 2 * product linear3_up   lora.lua:28 */
MF_APART
static void k8_logits(const float x[restrict 64][64],
                      const float linear3_weight[restrict 64][10],
                      const float product[restrict 64][4],
                      const float linear3_up[restrict 4][10],
                      const float linear3_bias[restrict 10],
                      float logits[restrict 64][10])
{
    static const MfAxis rows[] = {{64, 64}};
    static const MfAxis columns[] = {{10, 1}};
    static const MfTerm terms[] = {{64, 1, 10}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{64, 4}};
    static const MfTerm terms2[] = {{4, 1, 10}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns, 1, terms2);
    float acc[64][32];
    mf_productf(&plan, &x[0][0], &linear3_weight[0][0], acc[0], 32);
    float acc2[64][32];
    mf_productf(&plan2, &product[0][0], &linear3_up[0][0], acc2[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            logits[i][j] = acc[i][j] + linear3_bias[j] + 2.0f * acc2[i][j];
    }
}

/* 9  max = max(logits)
 *    exp = exp(logits - max)
 *    sum = sum(exp)
 *    dsum = 0.015625 / sum
 *    dlogits = where(column == label, -0.015625, 0) + dsum * exp         lora.lua:38
 *    dproduct = dlogits * 2                                              lora.lua:28 */
MF_APART
static void k9_dproduct(const float logits[restrict 64][10],
                        const int32_t label[restrict 64], float max[restrict 64],
                        float sum[restrict 64], float dlogits[restrict 64][10],
                        float dproduct[restrict 64][10])
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
                const float dlogits2 = t + dsum * exp[r][j];
                dlogits[16 * i + r][j] = dlogits2;
                dproduct[16 * i + r][j] = dlogits2 * 2.0f;
            }
        }
    }
}

/* 10  argmax = argmax(logits)                                            lora.lua:50 */
static void k10_argmax(const float logits[restrict 64][10], int32_t argmax[restrict 64])
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

/* 11  accuracy = sum(f32(argmax == label)) * 0.015625                    lora.lua:50 */
static void k11_accuracy(const int32_t argmax[restrict 64],
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

/* 12  loss = sum(log(sum) - gather(logits - max, label)) * 0.015625      lora.lua:38 */
static void k12_loss(const int32_t label[restrict 64], const float sum[restrict 64],
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

/* 13  dproduct2 = dproduct linear3_up'                                   lora.lua:28 */
MF_APART
static void k13_dproduct(const float linear3_up[restrict 4][10],
                         const float dproduct[restrict 64][10],
                         float dproduct2[restrict 64][4])
{
    static const MfAxis rows[] = {{4, 10}};
    static const MfAxis columns[] = {{64, 10}};
    static const MfTerm terms[] = {{10, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_product_turnedf(&plan, &linear3_up[0][0], &dproduct[0][0], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 4; j++)
            dproduct2[i][j] = acc[i][j];
    }
}

/* 14  dlinear3_up = product' dproduct                                    lora.lua:28
 *     m = beta1 * adamw_m_linear3_up + (1 - beta1) * dlinear3_up
 *     adamw_m_linear3_up = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_linear3_up + (1 - beta2) * dlinear3_up * dlinear3_up
 *     adamw_v_linear3_up = where(abs(v) < 1e-30, 0, v)
 *     linear3_up = linear3_up * (1 - lr * weight_decay) - rate * adamw_m_linear3_up /
 *         (sqrt(adamw_v_linear3_up) / root + eps)                        lora.lua:47 */
MF_APART
static void k14_linear3_up(const float product[restrict 64][4],
                           const float dproduct[restrict 64][10], float beta1,
                           float beta2, float lr, float weight_decay, float rate,
                           float root, float eps,
                           float adamw_m_linear3_up[restrict 4][10],
                           float adamw_v_linear3_up[restrict 4][10],
                           float linear3_up[restrict 4][10])
{
    float dproduct2[64][16];
    for (int j = 0; j < 64; j++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int k = 0; k < 16; k++)
            dproduct2[j][k] = k < 10 ? dproduct[j][k] : 0.0f;
    }
    for (int i = 0; i < 4; i++) {
        MF_BY_ROW;
        float acc[16] = {0};
        for (int j = 0; j < 64; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                acc[k] = fmaf(product[j][i], dproduct2[j][k], acc[k]);
        }
        MF_ROLLED
        for (int j = 0; j < 10; j++) {
            const float dlinear3_up = acc[j];
            const float t = beta1 * adamw_m_linear3_up[i][j];
            const float m = t + (1.0f - beta1) * dlinear3_up;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            adamw_m_linear3_up[i][j] = m2;
            const float t2 = (1.0f - beta2) * dlinear3_up * dlinear3_up;
            const float v = beta2 * adamw_v_linear3_up[i][j] + t2;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            adamw_v_linear3_up[i][j] = v2;
            const float t3 = linear3_up[i][j] * (1.0f - lr * weight_decay);
            linear3_up[i][j] = t3 - rate * m2 / (sqrtf(v2) / root + eps);
        }
    }
}

/* 15  dx = dproduct linear3_down' + dlogits linear3_weight'              lora.lua:28
 *     dx_in = where(x > 0, dx, 0)                                        lora.lua:37
 *     dproduct2 = dx_in * 2                                              lora.lua:28 */
MF_APART
static void k15_dproduct(const float dproduct[restrict 64][4],
                         const float linear3_down[restrict 64][4],
                         const float dlogits[restrict 64][10],
                         const float linear3_weight[restrict 64][10],
                         const float x[restrict 64][64], float dx_in[restrict 64][64],
                         float dproduct2[restrict 64][64])
{
    static const MfAxis rows[] = {{64, 4}};
    static const MfAxis columns[] = {{64, 4}};
    static const MfTerm terms[] = {{4, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{64, 10}};
    static const MfAxis columns2[] = {{64, 10}};
    static const MfTerm terms2[] = {{10, 1, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns2, 1, terms2);
    float acc[64][64];
    mf_productf(&plan, &dproduct[0][0], &linear3_down[0][0], acc[0], 64);
    float acc2[64][64];
    mf_productf(&plan2, &dlogits[0][0], &linear3_weight[0][0], acc2[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++) {
            const float dx = acc[i][j] + acc2[i][j];
            const float dx_in2 = x[i][j] > 0.0f ? dx : 0.0f;
            dx_in[i][j] = dx_in2;
            dproduct2[i][j] = dx_in2 * 2.0f;
        }
}

/* 16  dlinear3_down = x' dproduct                                        lora.lua:28
 *     m = beta1 * adamw_m_linear3_down + (1 - beta1) * dlinear3_down
 *     adamw_m_linear3_down = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_linear3_down + (1 - beta2) * dlinear3_down * dlinear3_down
 *     adamw_v_linear3_down = where(abs(v) < 1e-30, 0, v)
 *     linear3_down = linear3_down * (1 - lr * weight_decay) - rate *
 *         adamw_m_linear3_down / (sqrt(adamw_v_linear3_down) / root +
 *         eps)                                                           lora.lua:47 */
MF_APART
static void k16_linear3_down(const float dproduct[restrict 64][4],
                             const float x[restrict 64][64], float beta1, float beta2,
                             float lr, float weight_decay, float rate, float root,
                             float eps, float adamw_m_linear3_down[restrict 64][4],
                             float adamw_v_linear3_down[restrict 64][4],
                             float linear3_down[restrict 64][4])
{
    static const MfAxis rows[] = {{4, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 4, 64}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_product_turnedf(&plan, &dproduct[0][0], &x[0][0], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_UNROLLED
        for (int j = 0; j < 4; j++) {
            const float dlinear3_down = acc[i][j];
            const float t = beta1 * adamw_m_linear3_down[i][j];
            const float m = t + (1.0f - beta1) * dlinear3_down;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            adamw_m_linear3_down[i][j] = m2;
            const float t2 = (1.0f - beta2) * dlinear3_down * dlinear3_down;
            const float v = beta2 * adamw_v_linear3_down[i][j] + t2;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            adamw_v_linear3_down[i][j] = v2;
            const float t3 = linear3_down[i][j] * (1.0f - lr * weight_decay);
            linear3_down[i][j] = t3 - rate * m2 / (sqrtf(v2) / root + eps);
        }
    }
}

/* 17  dproduct2 = dproduct linear2_up'                                   lora.lua:28 */
MF_APART
static void k17_dproduct(const float linear2_up[restrict 4][64],
                         const float dproduct[restrict 64][64],
                         float dproduct2[restrict 64][4])
{
    static const MfAxis rows[] = {{4, 64}};
    static const MfAxis columns[] = {{64, 64}};
    static const MfTerm terms[] = {{64, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_product_turnedf(&plan, &linear2_up[0][0], &dproduct[0][0], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 4; j++)
            dproduct2[i][j] = acc[i][j];
    }
}

/* 18  dlinear2_up = product' dproduct                                    lora.lua:28
 *     m = beta1 * adamw_m_linear2_up + (1 - beta1) * dlinear2_up
 *     adamw_m_linear2_up = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_linear2_up + (1 - beta2) * dlinear2_up * dlinear2_up
 *     adamw_v_linear2_up = where(abs(v) < 1e-30, 0, v)
 *     linear2_up = linear2_up * (1 - lr * weight_decay) - rate * adamw_m_linear2_up /
 *         (sqrt(adamw_v_linear2_up) / root + eps)                        lora.lua:47 */
MF_APART
static void k18_linear2_up(const float product[restrict 64][4],
                           const float dproduct[restrict 64][64], float beta1,
                           float beta2, float lr, float weight_decay, float rate,
                           float root, float eps,
                           float adamw_m_linear2_up[restrict 4][64],
                           float adamw_v_linear2_up[restrict 4][64],
                           float linear2_up[restrict 4][64])
{
    static const MfAxis rows[] = {{4, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 4, 64}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[4][64];
    mf_productf(&plan, &product[0][0], &dproduct[0][0], acc[0], 64);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            const float dlinear2_up = acc[i][j];
            const float t = beta1 * adamw_m_linear2_up[i][j];
            const float m = t + (1.0f - beta1) * dlinear2_up;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            adamw_m_linear2_up[i][j] = m2;
            const float t2 = (1.0f - beta2) * dlinear2_up * dlinear2_up;
            const float v = beta2 * adamw_v_linear2_up[i][j] + t2;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            adamw_v_linear2_up[i][j] = v2;
            const float t3 = linear2_up[i][j] * (1.0f - lr * weight_decay);
            linear2_up[i][j] = t3 - rate * m2 / (sqrtf(v2) / root + eps);
        }
}

/* 19  dx = dproduct linear2_down' + dx_in linear2_weight'
 *     dproduct2 = where(x > 0, dx, 0) * 2                                lora.lua:28 */
MF_APART
static void k19_dproduct(const float dproduct[restrict 64][4],
                         const float linear2_down[restrict 128][4],
                         const float dx_in[restrict 64][64],
                         const float linear2_weight[restrict 128][64],
                         const float x[restrict 64][128],
                         float dproduct2[restrict 64][128])
{
    static const MfAxis rows[] = {{64, 4}};
    static const MfAxis columns[] = {{64, 4}};
    static const MfTerm terms[] = {{4, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{64, 64}};
    static const MfAxis columns2[] = {{64, 64}};
    static const MfTerm terms2[] = {{64, 1, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns2, 1, terms2);
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        mf_productf(&plan, &dproduct[0][0], &linear2_down[64 * i][0], acc[0], 64);
        float acc2[64][64];
        mf_productf(&plan2, &dx_in[0][0], &linear2_weight[64 * i][0], acc2[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float dx = acc[j][k] + acc2[j][k];
                dproduct2[j][64 * i + k] = (x[j][64 * i + k] > 0.0f ? dx : 0.0f) * 2.0f;
            }
    }
}

/* 20  dlinear2_down = x' dproduct                                        lora.lua:28
 *     m = beta1 * adamw_m_linear2_down + (1 - beta1) * dlinear2_down
 *     adamw_m_linear2_down = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_linear2_down + (1 - beta2) * dlinear2_down * dlinear2_down
 *     adamw_v_linear2_down = where(abs(v) < 1e-30, 0, v)
 *     linear2_down = linear2_down * (1 - lr * weight_decay) - rate *
 *         adamw_m_linear2_down / (sqrt(adamw_v_linear2_down) / root +
 *         eps)                                                           lora.lua:47 */
MF_APART
static void k20_linear2_down(const float dproduct[restrict 64][4],
                             const float x[restrict 64][128], float beta1, float beta2,
                             float lr, float weight_decay, float rate, float root,
                             float eps, float adamw_m_linear2_down[restrict 128][4],
                             float adamw_v_linear2_down[restrict 128][4],
                             float linear2_down[restrict 128][4])
{
    static const MfAxis rows[] = {{4, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 4, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][32];
        mf_product_turnedf(&plan, &dproduct[0][0], &x[0][64 * i], acc[0], 32);
        for (int j = 0; j < 64; j++) {
            MF_UNROLLED
            for (int k = 0; k < 4; k++) {
                const float dlinear2_down = acc[j][k];
                const float t = beta1 * adamw_m_linear2_down[64 * i + j][k];
                const float m = t + (1.0f - beta1) * dlinear2_down;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                adamw_m_linear2_down[64 * i + j][k] = m2;
                const float t2 = (1.0f - beta2) * dlinear2_down * dlinear2_down;
                const float v = beta2 * adamw_v_linear2_down[64 * i + j][k] + t2;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                adamw_v_linear2_down[64 * i + j][k] = v2;
                const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
                const float t4 = linear2_down[64 * i + j][k];
                linear2_down[64 * i + j][k] = t4 * (1.0f - lr * weight_decay) - t3;
            }
        }
    }
}

/* 21  dproduct2 = dproduct linear1_up'                                   lora.lua:28 */
MF_APART
static void k21_dproduct(const float linear1_up[restrict 4][128],
                         const float dproduct[restrict 64][128],
                         float dproduct2[restrict 64][4])
{
    static const MfAxis rows[] = {{4, 128}};
    static const MfAxis columns[] = {{64, 128}};
    static const MfTerm terms[] = {{128, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_product_turnedf(&plan, &linear1_up[0][0], &dproduct[0][0], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 4; j++)
            dproduct2[i][j] = acc[i][j];
    }
}

/* 22  dlinear1_down = image' dproduct                                    lora.lua:28
 *     m = beta1 * adamw_m_linear1_down + (1 - beta1) * dlinear1_down
 *     adamw_m_linear1_down = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_linear1_down + (1 - beta2) * dlinear1_down * dlinear1_down
 *     adamw_v_linear1_down = where(abs(v) < 1e-30, 0, v)
 *     linear1_down = linear1_down * (1 - lr * weight_decay) - rate *
 *         adamw_m_linear1_down / (sqrt(adamw_v_linear1_down) / root +
 *         eps)                                                           lora.lua:47 */
MF_APART
static void k22_linear1_down(const float dproduct[restrict 64][4],
                             const float image[restrict 64][784], float beta1,
                             float beta2, float lr, float weight_decay, float rate,
                             float root, float eps,
                             float adamw_m_linear1_down[restrict 784][4],
                             float adamw_v_linear1_down[restrict 784][4],
                             float linear1_down[restrict 784][4])
{
    static const MfAxis rows[] = {{4, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 4, 784}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis columns2[] = {{16, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 1, columns2, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[64][32];
        mf_product_turnedf(&plan, &dproduct[0][0], &image[0][64 * i], acc[0], 32);
        for (int j = 0; j < 64; j++) {
            MF_UNROLLED
            for (int k = 0; k < 4; k++) {
                const float dlinear1_down = acc[j][k];
                const float t = beta1 * adamw_m_linear1_down[64 * i + j][k];
                const float m = t + (1.0f - beta1) * dlinear1_down;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                adamw_m_linear1_down[64 * i + j][k] = m2;
                const float t2 = (1.0f - beta2) * dlinear1_down * dlinear1_down;
                const float v = beta2 * adamw_v_linear1_down[64 * i + j][k] + t2;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                adamw_v_linear1_down[64 * i + j][k] = v2;
                const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
                const float t4 = linear1_down[64 * i + j][k];
                linear1_down[64 * i + j][k] = t4 * (1.0f - lr * weight_decay) - t3;
            }
        }
    }
    float acc[16][32];
    mf_product_turnedf(&plan2, &dproduct[0][0], &image[0][768], acc[0], 32);
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        MF_UNROLLED
        for (int j = 0; j < 4; j++) {
            const float dlinear1_down = acc[i][j];
            const float t = beta1 * adamw_m_linear1_down[i + 768][j];
            const float m = t + (1.0f - beta1) * dlinear1_down;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            adamw_m_linear1_down[i + 768][j] = m2;
            const float t2 = (1.0f - beta2) * dlinear1_down * dlinear1_down;
            const float v = beta2 * adamw_v_linear1_down[i + 768][j] + t2;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            adamw_v_linear1_down[i + 768][j] = v2;
            const float t3 = linear1_down[i + 768][j] * (1.0f - lr * weight_decay);
            linear1_down[i + 768][j] = t3 - rate * m2 / (sqrtf(v2) / root + eps);
        }
    }
}

/* 23  dlinear1_up = product' dproduct                                    lora.lua:28
 *     m = beta1 * adamw_m_linear1_up + (1 - beta1) * dlinear1_up
 *     adamw_m_linear1_up = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_linear1_up + (1 - beta2) * dlinear1_up * dlinear1_up
 *     adamw_v_linear1_up = where(abs(v) < 1e-30, 0, v)
 *     linear1_up = linear1_up * (1 - lr * weight_decay) - rate * adamw_m_linear1_up /
 *         (sqrt(adamw_v_linear1_up) / root + eps)                        lora.lua:47 */
MF_APART
static void k23_linear1_up(const float product[restrict 64][4],
                           const float dproduct[restrict 64][128], float beta1,
                           float beta2, float lr, float weight_decay, float rate,
                           float root, float eps,
                           float adamw_m_linear1_up[restrict 4][128],
                           float adamw_v_linear1_up[restrict 4][128],
                           float linear1_up[restrict 4][128])
{
    static const MfAxis rows[] = {{4, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 4, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[4][64];
        mf_productf(&plan, &product[0][0], &dproduct[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++) {
                const float dlinear1_up = acc[j][k];
                const float t = beta1 * adamw_m_linear1_up[j][64 * i + k];
                const float m = t + (1.0f - beta1) * dlinear1_up;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                adamw_m_linear1_up[j][64 * i + k] = m2;
                const float t2 = (1.0f - beta2) * dlinear1_up * dlinear1_up;
                const float v = beta2 * adamw_v_linear1_up[j][64 * i + k] + t2;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                adamw_v_linear1_up[j][64 * i + k] = v2;
                const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
                const float t4 = linear1_up[j][64 * i + k];
                linear1_up[j][64 * i + k] = t4 * (1.0f - lr * weight_decay) - t3;
            }
    }
}

/* 24  max = max(logits)
 *     sum = sum(exp(logits - max))                                       lora.lua:38 */
static void k24_sum(const float logits[restrict 64][10], float max[restrict 64],
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

/* 25  product = image linear1_down                                       lora.lua:28 */
static void k25_product(const float image[restrict 1][784],
                        const float linear1_down[restrict 784][4],
                        float product[restrict 1][4])
{
    float acc[4] = {0};
    for (int i = 0; i < 784; i++)
        for (int j = 0; j < 4; j++)
            acc[j] = fmaf(image[0][i], linear1_down[i][j], acc[j]);
    MF_ROLLED
    for (int i = 0; i < 4; i++)
        product[0][i] = acc[i];
}

/* 26  x = relu(image linear1_weight + linear1_bias + 2 * product
 *         linear1_up)                                                    lora.lua:37 */
MF_APART
static void k26_x(const float image[restrict 1][784],
                  const float linear1_weight[restrict 784][128],
                  const float product[restrict 1][4],
                  const float linear1_up[restrict 4][128],
                  const float linear1_bias[restrict 128], float x[restrict 1][128])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{128, 1}};
    static const MfTerm terms[] = {{784, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfTerm terms2[] = {{4, 1, 128}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 1, columns, 1, terms2);
    float acc[1][128];
    mf_productf(&plan, &image[0][0], &linear1_weight[0][0], acc[0], 128);
    float acc2[1][128];
    mf_productf(&plan2, &product[0][0], &linear1_up[0][0], acc2[0], 128);
    for (int i = 0; i < 128; i++)
        x[0][i] = mf_reluf(acc[0][i] + linear1_bias[i] + 2.0f * acc2[0][i]);
}

/* 27  product = x linear2_down                                           lora.lua:28 */
static void k27_product(const float x[restrict 1][128],
                        const float linear2_down[restrict 128][4],
                        float product[restrict 1][4])
{
    float acc[4] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++)
            acc[j] = fmaf(x[0][i], linear2_down[i][j], acc[j]);
    MF_ROLLED
    for (int i = 0; i < 4; i++)
        product[0][i] = acc[i];
}

/* 28  x2 = relu(x linear2_weight + linear2_bias + 2 * product
 *         linear2_up)                                                    lora.lua:37 */
static void k28_x(const float x[restrict 1][128],
                  const float linear2_weight[restrict 128][64],
                  const float product[restrict 1][4],
                  const float linear2_up[restrict 4][64],
                  const float linear2_bias[restrict 64], float x2[restrict 1][64])
{
    float acc[64] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++)
            acc[j] = fmaf(x[0][i], linear2_weight[i][j], acc[j]);
    float acc2[64] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            acc2[j] = fmaf(product[0][i], linear2_up[i][j], acc2[j]);
    for (int i = 0; i < 64; i++)
        x2[0][i] = mf_reluf(acc[i] + linear2_bias[i] + 2.0f * acc2[i]);
}

/* 29  product = x linear3_down                                           lora.lua:28 */
static void k29_product(const float x[restrict 1][64],
                        const float linear3_down[restrict 64][4],
                        float product[restrict 1][4])
{
    float acc[4] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 4; j++)
            acc[j] = fmaf(x[0][i], linear3_down[i][j], acc[j]);
    MF_ROLLED
    for (int i = 0; i < 4; i++)
        product[0][i] = acc[i];
}

/* 30  logits = x linear3_weight + linear3_bias + 2 * product linear3_up  lora.lua:28 */
static void k30_logits(const float x[restrict 1][64],
                       const float linear3_weight[restrict 64][10],
                       const float product[restrict 1][4],
                       const float linear3_up[restrict 4][10],
                       const float linear3_bias[restrict 10],
                       float logits[restrict 1][10])
{
    float acc[10] = {0};
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            acc[j] = fmaf(x[0][i], linear3_weight[i][j], acc[j]);
    }
    float acc2[10] = {0};
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            acc2[j] = fmaf(product[0][i], linear3_up[i][j], acc2[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 10; i++)
        logits[0][i] = acc[i] + linear3_bias[i] + 2.0f * acc2[i];
}

/* 31  max = max(logits)                                                  lora.lua:38 */
static void k31_max(const float logits[restrict 1][10], float max[restrict 1])
{
    float acc = -INFINITY;
    for (int i = 0; i < 10; i++)
        acc = mf_maxf(logits[0][i], acc);
    max[0] = acc;
}

/* 32  argmax = argmax(logits)                                            lora.lua:50 */
static void k32_argmax(const float logits[restrict 1][10], int32_t argmax[restrict 1])
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

/* 33  accuracy = f32(argmax == label)                                    lora.lua:50 */
static void k33_accuracy(const int32_t argmax[restrict 1],
                         const int32_t label[restrict 1], float *restrict accuracy)
{
    *accuracy = (float)(argmax[0] == label[0]);
}

/* 34  sum = sum(exp(logits - max))                                       lora.lua:38 */
static void k34_sum(const float logits[restrict 1][10], const float max[restrict 1],
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

/* 35  loss = log(sum) - gather(logits - max, label)                      lora.lua:38 */
static void k35_loss(const int32_t label[restrict 1], const float sum[restrict 1],
                     const float logits[restrict 1][10], const float max[restrict 1],
                     float *restrict loss)
{
    const int at = label[0];
    *loss = mf_logf(sum[0]) - (logits[0][at] - max[0]);
}

/* 36  linear1_weight = -0.0874818 + 0.174964 * uniform()                 lora.lua:23 */
static void k36_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear1_weight[restrict 784][128])
{
    for (int i = 0; i < 784; i++)
        for (int j = 0; j < 2; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(128 * i + 64 * j), 64, u);
            for (int k = 0; k < 64; k++)
                linear1_weight[i][64 * j + k] = -0.087481774f + 0.17496355f * u[k];
        }
}

/* 37  linear1_down = -0.0874818 + 0.174964 * uniform()                   lora.lua:25 */
MF_APART
static void k37_linear1_down(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear1_down[restrict 784][4])
{
    float u[3136];
    mf_uniform_rowf(seed, stream, step, 0, 3136, u);
    for (int i = 0; i < 784; i++)
        for (int j = 0; j < 4; j++)
            linear1_down[i][j] = -0.087481774f + 0.17496355f * u[4 * i + j];
}

/* 38  linear2_weight = -0.216506 + 0.433013 * uniform()                  lora.lua:23 */
static void k38_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear2_weight[restrict 128][64])
{
    for (int i = 0; i < 128; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            linear2_weight[i][j] = -0.21650635f + 0.4330127f * u[j];
    }
}

/* 39  linear2_down = -0.216506 + 0.433013 * uniform()                    lora.lua:25 */
MF_APART
static void k39_linear2_down(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear2_down[restrict 128][4])
{
    float u[512];
    mf_uniform_rowf(seed, stream, step, 0, 512, u);
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++)
            linear2_down[i][j] = -0.21650635f + 0.4330127f * u[4 * i + j];
}

/* 40  linear3_weight = -0.306186 + 0.612372 * uniform()                  lora.lua:23 */
MF_APART
static void k40_linear3_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear3_weight[restrict 64][10])
{
    float u[640];
    mf_uniform_rowf(seed, stream, step, 0, 640, u);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            linear3_weight[i][j] = -0.30618623f + 0.61237246f * u[10 * i + j];
    }
}

/* 41  linear3_down = -0.306186 + 0.612372 * uniform()                    lora.lua:25 */
MF_APART
static void k41_linear3_down(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear3_down[restrict 64][4])
{
    float u[256];
    mf_uniform_rowf(seed, stream, step, 0, 256, u);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 4; j++)
            linear3_down[i][j] = -0.30618623f + 0.61237246f * u[4 * i + j];
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
void lora_init(Lora *net, uint64_t seed)
{
    memset(net, 0, offsetof(Lora, work));
    net->seed = seed;
    k36_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, net->linear1_weight);
    k37_linear1_down(net->step, net->seed, 0xa339a8fece4a72f8u, net->linear1_down);
    k38_linear2_weight(net->step, net->seed, 0xb9800f9db6736de7u, net->linear2_weight);
    k39_linear2_down(net->step, net->seed, 0x2dde311c2cbab06eu, net->linear2_down);
    k40_linear3_weight(net->step, net->seed, 0xdc0755dd0e317fe0u, net->linear3_weight);
    k41_linear3_down(net->step, net->seed, 0xb36c7b18d76b9994u, net->linear3_down);
    net->lr = 0.001f;
    net->weight_decay = 0.01f;
    net->beta1 = 0.9f;
    net->beta2 = 0.999f;
    net->eps = 1e-08f;
}

/* One step: forward, backward, update; returns the loss before it. */
float lora_step(Lora *net, const float image[restrict 64][784],
                const int32_t label[restrict 64])
{
    float loss, rate, root;
    union LoraStep *w = &net->work.step;
    k1_rate(net->beta1, net->step, net->lr, &rate);
    k2_root(net->beta2, net->step, &root);
    /* forward */
    k3_product(net->linear1_down, image, w->product2);
    k4_x(image, net->linear1_weight, w->product2, net->linear1_up, net->linear1_bias,
         w->x);
    k5_product(net->linear2_down, w->x, w->product3);
    k6_x(w->x, net->linear2_weight, w->product3, net->linear2_up, net->linear2_bias,
         w->x2);
    k7_product(net->linear3_down, w->x2, w->product);
    k8_logits(w->x2, net->linear3_weight, w->product, net->linear3_up,
              net->linear3_bias, w->logits);
    /* forward and backward */
    k9_dproduct(w->logits, label, w->max, w->sum, w->dlogits, w->dproduct4);
    /* forward */
    k10_argmax(w->logits, w->argmax);
    /* metrics */
    k11_accuracy(w->argmax, label, &net->metric.accuracy);
    /* the loss */
    k12_loss(label, w->sum, w->logits, w->max, &loss);
    /* backward, and the update of what is done */
    k13_dproduct(net->linear3_up, w->dproduct4, w->dproduct6);
    k14_linear3_up(w->product, w->dproduct4, net->beta1, net->beta2, net->lr,
                   net->weight_decay, rate, root, net->eps, net->adamw_m_linear3_up,
                   net->adamw_v_linear3_up, net->linear3_up);
    k15_dproduct(w->dproduct6, net->linear3_down, w->dlogits, net->linear3_weight,
                 w->x2, w->dx_in, w->dproduct3);
    k16_linear3_down(w->dproduct6, w->x2, net->beta1, net->beta2, net->lr,
                     net->weight_decay, rate, root, net->eps, net->adamw_m_linear3_down,
                     net->adamw_v_linear3_down, net->linear3_down);
    k17_dproduct(net->linear2_up, w->dproduct3, w->dproduct5);
    k18_linear2_up(w->product3, w->dproduct3, net->beta1, net->beta2, net->lr,
                   net->weight_decay, rate, root, net->eps, net->adamw_m_linear2_up,
                   net->adamw_v_linear2_up, net->linear2_up);
    k19_dproduct(w->dproduct5, net->linear2_down, w->dx_in, net->linear2_weight, w->x,
                 w->dproduct2);
    k20_linear2_down(w->dproduct5, w->x, net->beta1, net->beta2, net->lr,
                     net->weight_decay, rate, root, net->eps, net->adamw_m_linear2_down,
                     net->adamw_v_linear2_down, net->linear2_down);
    k21_dproduct(net->linear1_up, w->dproduct2, w->dproduct);
    k22_linear1_down(w->dproduct, image, net->beta1, net->beta2, net->lr,
                     net->weight_decay, rate, root, net->eps, net->adamw_m_linear1_down,
                     net->adamw_v_linear1_down, net->linear1_down);
    k23_linear1_up(w->product2, w->dproduct2, net->beta1, net->beta2, net->lr,
                   net->weight_decay, rate, root, net->eps, net->adamw_m_linear1_up,
                   net->adamw_v_linear1_up, net->linear1_up);
    net->step++;
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float lora_eval(Lora *net, const float image[restrict 64][784],
                const int32_t label[restrict 64])
{
    float loss;
    union LoraEval *w = &net->work.eval;
    k3_product(net->linear1_down, image, w->product2);
    k4_x(image, net->linear1_weight, w->product2, net->linear1_up, net->linear1_bias,
         w->x);
    k5_product(net->linear2_down, w->x, w->product3);
    k6_x(w->x, net->linear2_weight, w->product3, net->linear2_up, net->linear2_bias,
         w->x2);
    k7_product(net->linear3_down, w->x2, w->product);
    k8_logits(w->x2, net->linear3_weight, w->product, net->linear3_up,
              net->linear3_bias, w->logits);
    k24_sum(w->logits, w->max, w->sum);
    k10_argmax(w->logits, w->argmax);
    k11_accuracy(w->argmax, label, &net->metric.accuracy);
    k12_loss(label, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The same of a batch of one row. */
float lora_eval_one(Lora *net, const float image[restrict 1][784],
                    const int32_t label[restrict 1])
{
    float loss;
    union LoraEvalOne *w = &net->work.eval_one;
    k25_product(image, net->linear1_down, w->product2);
    k26_x(image, net->linear1_weight, w->product2, net->linear1_up, net->linear1_bias,
          w->x);
    k27_product(w->x, net->linear2_down, w->product3);
    k28_x(w->x, net->linear2_weight, w->product3, net->linear2_up, net->linear2_bias,
          w->x2);
    k29_product(w->x2, net->linear3_down, w->product);
    k30_logits(w->x2, net->linear3_weight, w->product, net->linear3_up,
               net->linear3_bias, w->logits);
    k31_max(w->logits, w->max);
    k32_argmax(w->logits, w->argmax);
    k33_accuracy(w->argmax, label, &net->metric.accuracy);
    k34_sum(w->logits, w->max, w->sum);
    k35_loss(label, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The function `predict`. */
void lora_predict(Lora *net, const float image[restrict 1][784],
                  float logits[restrict 1][10])
{
    union LoraPredict *w = &net->work.predict;
    k25_product(image, net->linear1_down, w->product2);
    k26_x(image, net->linear1_weight, w->product2, net->linear1_up, net->linear1_bias,
          w->x);
    k27_product(w->x, net->linear2_down, w->product3);
    k28_x(w->x, net->linear2_weight, w->product3, net->linear2_up, net->linear2_bias,
          w->x2);
    k29_product(w->x2, net->linear3_down, w->product);
    k30_logits(w->x2, net->linear3_weight, w->product, net->linear3_up,
               net->linear3_bias, logits);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor lora_tensors[] = {
    {"linear1.weight", MF_F32, MF_PARAM, 2, {784, 128}, offsetof(Lora, linear1_weight)},
    {"linear1.bias", MF_F32, MF_PARAM, 1, {128}, offsetof(Lora, linear1_bias)},
    {"linear1.down", MF_F32, MF_PARAM, 2, {784, 4}, offsetof(Lora, linear1_down)},
    {"linear1.up", MF_F32, MF_PARAM, 2, {4, 128}, offsetof(Lora, linear1_up)},
    {"linear2.weight", MF_F32, MF_PARAM, 2, {128, 64}, offsetof(Lora, linear2_weight)},
    {"linear2.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(Lora, linear2_bias)},
    {"linear2.down", MF_F32, MF_PARAM, 2, {128, 4}, offsetof(Lora, linear2_down)},
    {"linear2.up", MF_F32, MF_PARAM, 2, {4, 64}, offsetof(Lora, linear2_up)},
    {"linear3.weight", MF_F32, MF_PARAM, 2, {64, 10}, offsetof(Lora, linear3_weight)},
    {"linear3.bias", MF_F32, MF_PARAM, 1, {10}, offsetof(Lora, linear3_bias)},
    {"linear3.down", MF_F32, MF_PARAM, 2, {64, 4}, offsetof(Lora, linear3_down)},
    {"linear3.up", MF_F32, MF_PARAM, 2, {4, 10}, offsetof(Lora, linear3_up)},
    {"adamw.m.linear1.down", MF_F32, MF_STATE, 2, {784, 4}, offsetof(Lora, adamw_m_linear1_down)},
    {"adamw.v.linear1.down", MF_F32, MF_STATE, 2, {784, 4}, offsetof(Lora, adamw_v_linear1_down)},
    {"adamw.m.linear1.up", MF_F32, MF_STATE, 2, {4, 128}, offsetof(Lora, adamw_m_linear1_up)},
    {"adamw.v.linear1.up", MF_F32, MF_STATE, 2, {4, 128}, offsetof(Lora, adamw_v_linear1_up)},
    {"adamw.m.linear2.down", MF_F32, MF_STATE, 2, {128, 4}, offsetof(Lora, adamw_m_linear2_down)},
    {"adamw.v.linear2.down", MF_F32, MF_STATE, 2, {128, 4}, offsetof(Lora, adamw_v_linear2_down)},
    {"adamw.m.linear2.up", MF_F32, MF_STATE, 2, {4, 64}, offsetof(Lora, adamw_m_linear2_up)},
    {"adamw.v.linear2.up", MF_F32, MF_STATE, 2, {4, 64}, offsetof(Lora, adamw_v_linear2_up)},
    {"adamw.m.linear3.down", MF_F32, MF_STATE, 2, {64, 4}, offsetof(Lora, adamw_m_linear3_down)},
    {"adamw.v.linear3.down", MF_F32, MF_STATE, 2, {64, 4}, offsetof(Lora, adamw_v_linear3_down)},
    {"adamw.m.linear3.up", MF_F32, MF_STATE, 2, {4, 10}, offsetof(Lora, adamw_m_linear3_up)},
    {"adamw.v.linear3.up", MF_F32, MF_STATE, 2, {4, 10}, offsetof(Lora, adamw_v_linear3_up)},
    {"lr", MF_F32, MF_SETTING, 0, {0}, offsetof(Lora, lr)},
    {"weight_decay", MF_F32, MF_SETTING, 0, {0}, offsetof(Lora, weight_decay)},
    {"beta1", MF_F32, MF_SETTING, 0, {0}, offsetof(Lora, beta1)},
    {"beta2", MF_F32, MF_SETTING, 0, {0}, offsetof(Lora, beta2)},
    {"eps", MF_F32, MF_SETTING, 0, {0}, offsetof(Lora, eps)},
};
/* clang-format on */

#ifndef LORA_NO_MAIN

/* clang-format off */
static const MfPort predict_in[] = {
    {"image", MF_F32, 2, {1, 784}, 0, NULL},
};

static const MfPort predict_out[] = {
    {"logits", MF_F32, 2, {1, 10}, 0, NULL},
};
/* clang-format on */

static void call_predict(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[784] = (const float(*)[784])in[0];
    lora_predict(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"predict", 1, 1, 1, predict_in, predict_out, call_predict},
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
    out[0] = (double)lora_step(net, in0, in1);
    const Lora *done = net;
    out[1] = (double)done->metric.accuracy;
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const float(*in0)[784] = (const float(*)[784])in[0];
    const int32_t *in1 = in[1];
    out[0] = (double)lora_eval(net, in0, in1);
    const Lora *done = net;
    out[1] = (double)done->metric.accuracy;
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const float(*in0)[784] = (const float(*)[784])in[0];
    const int32_t *in1 = in[1];
    out[0] = (double)lora_eval_one(net, in0, in1);
    const Lora *done = net;
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
        .epochs = 3,
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
static const double probe_is_0[] = {-0.20249326527118683, 0.08449272066354752, 0.5581790804862976, 1.2200292348861694};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 1.2210292348861694e-05},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    lora_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "lora",
    .script = "lora.lua",
    .version = "0.1",
    .hash = 0x7625ad7e941c3d4eu,
    .real = MF_F32,
    .size = sizeof(Lora),
    .param_bytes = 456392,
    .state_bytes = 37696,
    .work_bytes = 87808,
    .seed_offset = offsetof(Lora, seed),
    .step_offset = offsetof(Lora, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 29,
    .n_funcs = 1,
    .n_trains = 1,
    .tensor = lora_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
    .n_probes = 1,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static _Alignas(64) Lora net;
    return mf_main(argc, argv, &model, &net);
}

#endif

/*
 * vae.c - trains and runs the network of vae.lua. Written by mfc 0.1: edit the script,
 * not this file.
 *
 * 652824 parameters; a step of 390 nodes; 43 kernels;
 * bytes: parameters 2611296, state 5222592, work 632320 (unshared 8686368), stack
 * 250112
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. y (in x) is stored in the array of x. The
 * functions that call the kernels stand behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * MF_SINGLY          gcc shall not do two turns of the loop at a time
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
 * mf_uniform         a random number from 0 to below 1: seed, stream, step, element
 * mf_uniform_row     random numbers from 0 to below 1: seed, stream, step, the first
 *                    element, how many, where to
 * MF_APART           not made a part of its caller, whose stack its arrays would take
 */
#include "mfrt.h"

#define VAE_PARAM_BYTES 2611296u
#define VAE_STATE_BYTES 5222592u
#define VAE_WORK_BYTES 632320u
#define VAE_STACK_BYTES 250112u
#define VAE_TENSORS 34u

typedef struct Vae {
    float linear1_weight[784][400]; /* vae.lua:12 */
    float linear1_bias[400];        /* vae.lua:12 */
    float linear2_weight[400][20];  /* vae.lua:13 */
    float linear2_bias[20];         /* vae.lua:13 */
    float linear3_weight[400][20];  /* vae.lua:14 */
    float linear3_bias[20];         /* vae.lua:14 */
    float linear4_weight[20][400];  /* vae.lua:15 */
    float linear4_bias[400];        /* vae.lua:15 */
    float linear5_weight[400][784]; /* vae.lua:15 */
    float linear5_bias[784];        /* vae.lua:15 */
    /* state of the optimiser */
    float adam_m_linear1_weight[784][400]; /* vae.lua:32 */
    float adam_v_linear1_weight[784][400]; /* vae.lua:32 */
    float adam_m_linear1_bias[400];        /* vae.lua:32 */
    float adam_v_linear1_bias[400];        /* vae.lua:32 */
    float adam_m_linear2_weight[400][20];  /* vae.lua:32 */
    float adam_v_linear2_weight[400][20];  /* vae.lua:32 */
    float adam_m_linear2_bias[20];         /* vae.lua:32 */
    float adam_v_linear2_bias[20];         /* vae.lua:32 */
    float adam_m_linear3_weight[400][20];  /* vae.lua:32 */
    float adam_v_linear3_weight[400][20];  /* vae.lua:32 */
    float adam_m_linear3_bias[20];         /* vae.lua:32 */
    float adam_v_linear3_bias[20];         /* vae.lua:32 */
    float adam_m_linear4_weight[20][400];  /* vae.lua:32 */
    float adam_v_linear4_weight[20][400];  /* vae.lua:32 */
    float adam_m_linear4_bias[400];        /* vae.lua:32 */
    float adam_v_linear4_bias[400];        /* vae.lua:32 */
    float adam_m_linear5_weight[400][784]; /* vae.lua:32 */
    float adam_v_linear5_weight[400][784]; /* vae.lua:32 */
    float adam_m_linear5_bias[784];        /* vae.lua:32 */
    float adam_v_linear5_bias[784];        /* vae.lua:32 */
    /* settings, which --set changes */
    float beta1; /* vae.lua:32 */
    float beta2; /* vae.lua:32 */
    float lr;    /* vae.lua:32 */
    float eps;   /* vae.lua:32 */
    /* of the last batch */
    struct {
        float divergence;
    } metric;
    uint64_t seed, step;
    unsigned char gap[56]; /* to a multiple of 64 bytes */
    /* work memory: one function runs at a time */
    union {
        union VaeStep {
            float linear5[64][784];  /* calls 9 to 10 */
            float dlinear4[64][400]; /* calls 13 to 19 */
            float dlinear1[64][400]; /* calls 20 to 22 */
            struct {
                float log_variance[64][20]; /* calls 5 to 6 */
                unsigned char gap1[195584];
                float dlinear5[64][784]; /* calls 9 to 16 */
                float h[64][400];        /* calls 3 to 24 */
                float relu[64][400];     /* calls 8 to 16 */
                float mean[64][20];      /* calls 4 to 14 */
                float exp[64][20];       /* calls 5 to 14 */
                float noise[64][20];     /* calls 5 to 23, then dmean */
                float z[64][20];         /* calls 5 to 19 */
                float exp2[64][20];      /* calls 5 to 24, then dlog_variance */
                float rebuilt[64];       /* calls 10 to 12 */
                float divergence[64];    /* calls 6 to 12 */
            };
        } step;
        union VaeEval {
            struct {
                float h[64][400];           /* calls 1 to 3 */
                float mean[64][20];         /* calls 2 to 4 */
                float log_variance[64][20]; /* calls 3 to 4 */
                float z[64][20];            /* calls 3 to 6 */
                unsigned char gap1[82944];
                float relu[64][400];  /* calls 6 to 7 */
                float divergence[64]; /* calls 4 to 9 */
            };
            struct {
                float linear5[64][784]; /* calls 7 to 8 */
                float rebuilt[64];      /* calls 8 to 9 */
            };
        } eval;
        union VaeEvalOne {
            struct {
                float h[1][400];           /* calls 2 to 4 */
                float mean[1][20];         /* calls 3 to 5 */
                float noise[20];           /* calls 1 to 7 */
                float log_variance[1][20]; /* calls 4 to 5 */
                unsigned char gap1[1296];
                float relu[1][400];  /* calls 7 to 8 */
                float divergence[1]; /* calls 5 to 10 */
            };
            struct {
                float linear5[1][784]; /* calls 8 to 9 */
                float rebuilt[1];      /* calls 9 to 10 */
            };
        } eval_one;
        struct VaeDecode {
            float relu[1][400]; /* calls 1 to 2 */
        } decode;
        struct VaeEncode {
            float h[1][400]; /* calls 1 to 3 */
        } encode;
    } work;
} Vae;

/* Initial values of everything, drawn from the seed. */
void vae_init(Vae *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float vae_step(Vae *net, const float image[restrict 64][784]);
/* The loss and the metrics as in inference, without an update. */
float vae_eval(Vae *net, const float image[restrict 64][784]);
/* The same of a batch of one row. */
float vae_eval_one(Vae *net, const float image[restrict 1][784]);
/* The function `decode`. */
void vae_decode(Vae *net, const float z[restrict 1][20], float image[restrict 1][784]);
/* The function `encode`. */
void vae_encode(Vae *net, const float image[restrict 1][784],
                float mean[restrict 1][20], float log_variance[restrict 1][20]);
extern const MfTensor vae_tensors[];

/* clang-format off */
_Static_assert(sizeof(((Vae *)0)->work) == VAE_WORK_BYTES, "work");
_Static_assert(offsetof(Vae, linear5_bias) + sizeof(((Vae *)0)->linear5_bias) ==
               VAE_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  rate = lr / (1 - pow(beta1, step + 1))                               vae.lua:32 */
static void k1_rate(float beta1, uint64_t step, float lr, float *restrict rate)
{
    const float t = mf_powf(beta1, (float)step + 1.0f);
    *rate = lr / (1.0f - t);
}

/* 2  root = sqrt(1 - pow(beta2, step + 1))                                vae.lua:32 */
static void k2_root(float beta2, uint64_t step, float *restrict root)
{
    const float t = mf_powf(beta2, (float)step + 1.0f);
    *root = sqrtf(1.0f - t);
}

/* 3  h = relu(image linear1_weight + linear1_bias)                        vae.lua:17 */
MF_APART
static void k3_h(const float image[restrict 64][784],
                 const float linear1_weight[restrict 784][400],
                 const float linear1_bias[restrict 400], float h[restrict 64][400])
{
    static const MfAxis rows[] = {{64, 784}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{784, 1, 400}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis columns2[] = {{16, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 1, columns2, 1, terms);
    for (int i = 0; i < 6; i++) {
        float acc[64][64];
        mf_productf(&plan, &image[0][0], &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                h[j][64 * i + k] = mf_reluf(acc[j][k] + linear1_bias[64 * i + k]);
    }
    float acc[64][32];
    mf_productf(&plan2, &image[0][0], &linear1_weight[0][384], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            h[i][j + 384] = mf_reluf(acc[i][j] + linear1_bias[j + 384]);
    }
}

/* 4  mean = h linear2_weight + linear2_bias                               vae.lua:18 */
MF_APART
static void k4_mean(const float linear2_weight[restrict 400][20],
                    const float h[restrict 64][400],
                    const float linear2_bias[restrict 20], float mean[restrict 64][20])
{
    static const MfAxis rows[] = {{20, 1}};
    static const MfAxis columns[] = {{64, 400}};
    static const MfTerm terms[] = {{400, 20, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_product_turnedf(&plan, &linear2_weight[0][0], &h[0][0], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            mean[i][j] = acc[i][j] + linear2_bias[j];
        MF_ROLLED
        for (int j = 16; j < 20; j++)
            mean[i][j] = acc[i][j] + linear2_bias[j];
    }
}

/* 5  log_variance = h linear3_weight + linear3_bias                       vae.lua:19
 *    exp = exp(0.5 * log_variance)                                        vae.lua:21
 *    noise = sqrt(-2 * log1p(-uniform())) * cos(6.28319 * uniform())      vae.lua:20
 *    z = mean + exp * noise                                               vae.lua:21
 *    exp2 = exp(log_variance)                                             vae.lua:25 */
MF_APART
static void k5_exp(const float linear3_weight[restrict 400][20],
                   const float h[restrict 64][400], uint64_t step, uint64_t seed,
                   uint64_t stream, uint64_t stream2,
                   const float linear3_bias[restrict 20],
                   const float mean[restrict 64][20],
                   float log_variance[restrict 64][20], float exp[restrict 64][20],
                   float noise[restrict 64][20], float z[restrict 64][20],
                   float exp2[restrict 64][20])
{
    static const MfAxis rows[] = {{20, 1}};
    static const MfAxis columns[] = {{64, 400}};
    static const MfTerm terms[] = {{400, 20, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_product_turnedf(&plan, &linear3_weight[0][0], &h[0][0], acc[0], 32);
    float u[1280];
    mf_uniform_rowf(seed, stream, step, 0, 1280, u);
    float u2[1280];
    mf_uniform_rowf(seed, stream2, step, 0, 1280, u2);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float log_variance2 = acc[i][j] + linear3_bias[j];
            log_variance[i][j] = log_variance2;
            const float t = mf_expf(0.5f * log_variance2);
            exp[i][j] = t;
            const float t2 = sqrtf(-2.0f * mf_log1pf(-u[20 * i + j]));
            const float noise2 = t2 * mf_cosf(6.2831855f * u2[20 * i + j]);
            noise[i][j] = noise2;
            const float z2 = mean[i][j] + t * noise2;
            z[i][j] = z2;
            exp2[i][j] = mf_expf(log_variance2);
        }
        MF_ROLLED
        for (int j = 16; j < 20; j++) {
            const float log_variance2 = acc[i][j] + linear3_bias[j];
            log_variance[i][j] = log_variance2;
            const float t = mf_expf(0.5f * log_variance2);
            exp[i][j] = t;
            const float t2 = sqrtf(-2.0f * mf_log1pf(-u[20 * i + j]));
            const float noise2 = t2 * mf_cosf(6.2831855f * u2[20 * i + j]);
            noise[i][j] = noise2;
            const float z2 = mean[i][j] + t * noise2;
            z[i][j] = z2;
            exp2[i][j] = mf_expf(log_variance2);
        }
    }
}

/* 6  divergence = 0.5 * sum(mean * mean + exp - 1 - log_variance)         vae.lua:25 */
static void k6_divergence(const float mean[restrict 64][20],
                          const float exp[restrict 64][20],
                          const float log_variance[restrict 64][20],
                          float divergence[restrict 64])
{
    for (int i = 0; i < 4; i++) {
        MF_BY_ROW;
        float sums[16];
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            MF_ROLLED
            for (int j = 0; j < 16; j++) {
                const float t = mean[16 * i + r][j] * mean[16 * i + r][j];
                lane[j] += t + exp[16 * i + r][j] - 1.0f - log_variance[16 * i + r][j];
            }
            MF_ROLLED
            for (int j = 0; j < MF_LANES(4); j++) {
                const float t = j < 4 ? mean[16 * i + r][j + 16] : 0.0f;
                const float t2 = t * t + (j < 4 ? exp[16 * i + r][j + 16] : 0.0f);
                const float t3 = j < 4 ? log_variance[16 * i + r][j + 16] : 0.0f;
                const float term = t2 - 1.0f - t3;
                lane[j] += j < 4 ? term : 0.0f;
            }
            const float sum = mf_sum16f(lane);
            sums[r] = sum;
        }
        MF_ROLLED
        for (int r = 0; r < 16; r++) {
            const float sum = sums[r];
            divergence[16 * i + r] = 0.5f * sum;
        }
    }
}

/* 7  divergence2 = sum(divergence) * 0.015625                             vae.lua:34 */
static void k7_divergence(const float divergence[restrict 64],
                          float *restrict divergence2)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += divergence[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    *divergence2 = sum * 0.015625f;
}

/* 8  relu = relu(z linear4_weight + linear4_bias)                         vae.lua:24 */
MF_APART
static void k8_relu(const float z[restrict 64][20],
                    const float linear4_weight[restrict 20][400],
                    const float linear4_bias[restrict 400],
                    float relu[restrict 64][400])
{
    static const MfAxis rows[] = {{64, 20}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{20, 1, 400}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis columns2[] = {{16, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 1, columns2, 1, terms);
    for (int i = 0; i < 6; i++) {
        float acc[64][64];
        mf_productf(&plan, &z[0][0], &linear4_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                relu[j][64 * i + k] = mf_reluf(acc[j][k] + linear4_bias[64 * i + k]);
    }
    float acc[64][32];
    mf_productf(&plan2, &z[0][0], &linear4_weight[0][384], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            relu[i][j + 384] = mf_reluf(acc[i][j] + linear4_bias[j + 384]);
    }
}

/* 9  linear5 = relu linear5_weight + linear5_bias
 *    dlinear5 = -0.015625 * image + 0.015625 * sigmoid(linear5)           vae.lua:24 */
MF_APART
static void k9_dlinear5(const float relu[restrict 64][400],
                        const float linear5_weight[restrict 400][784],
                        const float linear5_bias[restrict 784],
                        const float image[restrict 64][784],
                        float linear5[restrict 64][784],
                        float dlinear5[restrict 64][784])
{
    static const MfAxis rows[] = {{64, 400}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{400, 1, 784}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis columns2[] = {{16, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 1, columns2, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        mf_productf(&plan, &relu[0][0], &linear5_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float linear5_2 = acc[j][k] + linear5_bias[64 * i + k];
                linear5[j][64 * i + k] = linear5_2;
                const float t = 0.015625f * mf_sigmoidf(linear5_2);
                dlinear5[j][64 * i + k] = -0.015625f * image[j][64 * i + k] + t;
            }
    }
    float acc[64][32];
    mf_productf(&plan2, &relu[0][0], &linear5_weight[0][768], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float linear5_2 = acc[i][j] + linear5_bias[j + 768];
            linear5[i][j + 768] = linear5_2;
            const float t = 0.015625f * mf_sigmoidf(linear5_2);
            dlinear5[i][j + 768] = -0.015625f * image[i][j + 768] + t;
        }
    }
}

/* 10  rebuilt = sum(softplus(linear5) - image * linear5)                  vae.lua:24 */
static void k10_rebuilt(const float linear5[restrict 64][784],
                        const float image[restrict 64][784], float rebuilt[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 49; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = image[i][16 * j + k] * linear5[i][16 * j + k];
                lane[k] += mf_softplusf(linear5[i][16 * j + k]) - t;
            }
        }
        const float sum = mf_sum16f(lane);
        rebuilt[i] = sum;
    }
}

/* 11  dlinear5_bias = sum(dlinear5)                                       vae.lua:24
 *     m = beta1 * adam_m_linear5_bias + (1 - beta1) * dlinear5_bias
 *     adam_m_linear5_bias = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adam_v_linear5_bias + (1 - beta2) * dlinear5_bias * dlinear5_bias
 *     adam_v_linear5_bias = where(abs(v) < 1e-30, 0, v)
 *     linear5_bias = linear5_bias - rate * adam_m_linear5_bias /
 *         (sqrt(adam_v_linear5_bias) / root + eps)                        vae.lua:32 */
static void k11_linear5_bias(const float dlinear5[restrict 64][784], float beta1,
                             float beta2, float rate, float root, float eps,
                             float adam_m_linear5_bias[restrict 784],
                             float adam_v_linear5_bias[restrict 784],
                             float linear5_bias[restrict 784])
{
    for (int i = 0; i < 12; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += dlinear5[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float dlinear5_bias = acc[j];
            const float t = beta1 * adam_m_linear5_bias[64 * i + j];
            const float m = t + (1.0f - beta1) * dlinear5_bias;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            adam_m_linear5_bias[64 * i + j] = m2;
            const float t2 = (1.0f - beta2) * dlinear5_bias * dlinear5_bias;
            const float v = beta2 * adam_v_linear5_bias[64 * i + j] + t2;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            adam_v_linear5_bias[64 * i + j] = v2;
            const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
            linear5_bias[64 * i + j] = linear5_bias[64 * i + j] - t3;
        }
    }
    float acc[16] = {0};
    for (int i = 0; i < 64; i++) {
        MF_SINGLY;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] += dlinear5[i][j + 768];
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float dlinear5_bias = acc[i];
        const float t = beta1 * adam_m_linear5_bias[i + 768];
        const float m = t + (1.0f - beta1) * dlinear5_bias;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        adam_m_linear5_bias[i + 768] = m2;
        const float t2 = (1.0f - beta2) * dlinear5_bias * dlinear5_bias;
        const float v = beta2 * adam_v_linear5_bias[i + 768] + t2;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        adam_v_linear5_bias[i + 768] = v2;
        const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
        linear5_bias[i + 768] = linear5_bias[i + 768] - t3;
    }
}

/* 12  loss = sum(rebuilt + divergence) * 0.015625                         vae.lua:26 */
static void k12_loss(const float rebuilt[restrict 64],
                     const float divergence[restrict 64], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += rebuilt[16 * i + j] + divergence[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    *loss = sum * 0.015625f;
}

/* 13  dlinear4 = where(relu > 0, dlinear5 linear5_weight', 0)             vae.lua:24 */
MF_APART
static void k13_dlinear4(const float linear5_weight[restrict 400][784],
                         const float dlinear5[restrict 64][784],
                         const float relu[restrict 64][400],
                         float dlinear4[restrict 64][400])
{
    static const MfAxis rows[] = {{200, 784}};
    static const MfAxis columns[] = {{64, 784}};
    static const MfTerm terms[] = {{784, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][224];
        mf_product_turnedf(&plan, &linear5_weight[200 * i][0], &dlinear5[0][0], acc[0],
                           224);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 200; k++) {
                const float t = acc[j][k];
                dlinear4[j][200 * i + k] = relu[j][200 * i + k] > 0.0f ? t : 0.0f;
            }
    }
}

/* 14  dz = dlinear4 linear4_weight'                                       vae.lua:24
 *     dlog_variance (in exp2) = -0.0078125 + 0.0078125 * exp2 + dz * noise * exp *
 *         0.5
 *     dmean (in noise) = 0.0078125 * mean + 0.0078125 * mean + dz         vae.lua:21 */
MF_APART
static void k14_dmean(const float linear4_weight[restrict 20][400],
                      const float dlinear4[restrict 64][400],
                      const float exp[restrict 64][20],
                      const float mean[restrict 64][20], float exp2[restrict 64][20],
                      float noise[restrict 64][20])
{
    static const MfAxis rows[] = {{20, 400}};
    static const MfAxis columns[] = {{64, 400}};
    static const MfTerm terms[] = {{400, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_product_turnedf(&plan, &linear4_weight[0][0], &dlinear4[0][0], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float dz = acc[i][j];
            const float t = -0.0078125f + 0.0078125f * exp2[i][j];
            const float dlog_variance = t + dz * noise[i][j] * exp[i][j] * 0.5f;
            exp2[i][j] = dlog_variance;
            const float t2 = 0.0078125f * mean[i][j];
            noise[i][j] = t2 + t2 + dz;
        }
        MF_ROLLED
        for (int j = 16; j < 20; j++) {
            const float dz = acc[i][j];
            const float t = -0.0078125f + 0.0078125f * exp2[i][j];
            const float dlog_variance = t + dz * noise[i][j] * exp[i][j] * 0.5f;
            exp2[i][j] = dlog_variance;
            const float t2 = 0.0078125f * mean[i][j];
            noise[i][j] = t2 + t2 + dz;
        }
    }
}

/* 15  dlinear4_bias = sum(dlinear4)                                       vae.lua:24
 *     m = beta1 * adam_m_linear4_bias + (1 - beta1) * dlinear4_bias
 *     adam_m_linear4_bias = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adam_v_linear4_bias + (1 - beta2) * dlinear4_bias * dlinear4_bias
 *     adam_v_linear4_bias = where(abs(v) < 1e-30, 0, v)
 *     linear4_bias = linear4_bias - rate * adam_m_linear4_bias /
 *         (sqrt(adam_v_linear4_bias) / root + eps)                        vae.lua:32 */
MF_APART
static void k15_linear4_bias(const float dlinear4[restrict 64][400], float beta1,
                             float beta2, float rate, float root, float eps,
                             float adam_m_linear4_bias[restrict 400],
                             float adam_v_linear4_bias[restrict 400],
                             float linear4_bias[restrict 400])
{
    for (int i = 0; i < 6; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += dlinear4[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float dlinear4_bias = acc[j];
            const float t = beta1 * adam_m_linear4_bias[64 * i + j];
            const float m = t + (1.0f - beta1) * dlinear4_bias;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            adam_m_linear4_bias[64 * i + j] = m2;
            const float t2 = (1.0f - beta2) * dlinear4_bias * dlinear4_bias;
            const float v = beta2 * adam_v_linear4_bias[64 * i + j] + t2;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            adam_v_linear4_bias[64 * i + j] = v2;
            const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
            linear4_bias[64 * i + j] = linear4_bias[64 * i + j] - t3;
        }
    }
    float acc[16] = {0};
    for (int i = 0; i < 64; i++) {
        MF_SINGLY;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] += dlinear4[i][j + 384];
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float dlinear4_bias = acc[i];
        const float t = beta1 * adam_m_linear4_bias[i + 384];
        const float m = t + (1.0f - beta1) * dlinear4_bias;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        adam_m_linear4_bias[i + 384] = m2;
        const float t2 = (1.0f - beta2) * dlinear4_bias * dlinear4_bias;
        const float v = beta2 * adam_v_linear4_bias[i + 384] + t2;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        adam_v_linear4_bias[i + 384] = v2;
        const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
        linear4_bias[i + 384] = linear4_bias[i + 384] - t3;
    }
}

/* 16  dlinear5_weight = relu' dlinear5                                    vae.lua:24
 *     m = beta1 * m_linear5_weight + (1 - beta1) * dlinear5_weight
 *     m_linear5_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_linear5_weight + (1 - beta2) * dlinear5_weight * dlinear5_weight
 *     v_linear5_weight = where(abs(v) < 1e-30, 0, v)
 *     linear5_weight = linear5_weight - rate * m_linear5_weight /
 *         (sqrt(v_linear5_weight) / root + eps)                           vae.lua:32 */
MF_APART
static void k16_linear5_weight(const float relu[restrict 64][400],
                               const float dlinear5[restrict 64][784], float beta1,
                               float beta2, float rate, float root, float eps,
                               float m_linear5_weight[restrict 400][784],
                               float v_linear5_weight[restrict 400][784],
                               float linear5_weight[restrict 400][784])
{
    static const MfAxis rows[] = {{200, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 400, 784}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis columns2[] = {{16, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 1, columns2, 1, terms);
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 12; j++) {
            float acc[200][64];
            mf_productf(&plan, &relu[0][200 * i], &dlinear5[0][64 * j], acc[0], 64);
            for (int k = 0; k < 200; k++) {
                mf_ahead(&m_linear5_weight[200 * i + k][64 * j], 25088, 256, 0, 1);
                mf_ahead(&v_linear5_weight[200 * i + k][64 * j], 25088, 256, 0, 1);
                mf_ahead(&linear5_weight[200 * i + k][64 * j], 25088, 256, 0, 1);
                for (int l = 0; l < 64; l++) {
                    const float dlinear5_weight = acc[k][l];
                    const float t = beta1 * m_linear5_weight[200 * i + k][64 * j + l];
                    const float m = t + (1.0f - beta1) * dlinear5_weight;
                    const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                    m_linear5_weight[200 * i + k][64 * j + l] = m2;
                    const float t2 = beta2 * v_linear5_weight[200 * i + k][64 * j + l];
                    const float t3 = (1.0f - beta2) * dlinear5_weight;
                    const float v = t2 + t3 * dlinear5_weight;
                    const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                    v_linear5_weight[200 * i + k][64 * j + l] = v2;
                    const float t4 = linear5_weight[200 * i + k][64 * j + l];
                    const float t5 = rate * m2 / (sqrtf(v2) / root + eps);
                    linear5_weight[200 * i + k][64 * j + l] = t4 - t5;
                }
            }
        }
        float acc[200][32];
        mf_productf(&plan2, &relu[0][200 * i], &dlinear5[0][768], acc[0], 32);
        for (int j = 0; j < 200; j++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float dlinear5_weight = acc[j][k];
                const float t = beta1 * m_linear5_weight[200 * i + j][k + 768];
                const float m = t + (1.0f - beta1) * dlinear5_weight;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                m_linear5_weight[200 * i + j][k + 768] = m2;
                const float t2 = (1.0f - beta2) * dlinear5_weight * dlinear5_weight;
                const float t3 = beta2 * v_linear5_weight[200 * i + j][k + 768];
                const float v = t3 + t2;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                v_linear5_weight[200 * i + j][k + 768] = v2;
                const float t4 = linear5_weight[200 * i + j][k + 768];
                const float t5 = rate * m2 / (sqrtf(v2) / root + eps);
                linear5_weight[200 * i + j][k + 768] = t4 - t5;
            }
        }
    }
}

/* 17  dlinear2_bias = sum(dmean)                                          vae.lua:18
 *     m = beta1 * adam_m_linear2_bias + (1 - beta1) * dlinear2_bias
 *     adam_m_linear2_bias = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adam_v_linear2_bias + (1 - beta2) * dlinear2_bias * dlinear2_bias
 *     adam_v_linear2_bias = where(abs(v) < 1e-30, 0, v)
 *     linear2_bias = linear2_bias - rate * adam_m_linear2_bias /
 *         (sqrt(adam_v_linear2_bias) / root + eps)                        vae.lua:32 */
MF_APART
static void k17_linear2_bias(const float dmean[restrict 64][20], float beta1,
                             float beta2, float rate, float root, float eps,
                             float adam_m_linear2_bias[restrict 20],
                             float adam_v_linear2_bias[restrict 20],
                             float linear2_bias[restrict 20])
{
    float acc[20] = {0};
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] += dmean[i][j];
        MF_ROLLED
        for (int j = 16; j < 20; j++)
            acc[j] += dmean[i][j];
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float dlinear2_bias = acc[i];
        const float t = beta1 * adam_m_linear2_bias[i];
        const float m = t + (1.0f - beta1) * dlinear2_bias;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        adam_m_linear2_bias[i] = m2;
        const float t2 = (1.0f - beta2) * dlinear2_bias * dlinear2_bias;
        const float v = beta2 * adam_v_linear2_bias[i] + t2;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        adam_v_linear2_bias[i] = v2;
        linear2_bias[i] = linear2_bias[i] - rate * m2 / (sqrtf(v2) / root + eps);
    }
    MF_ROLLED
    for (int i = 16; i < 20; i++) {
        const float dlinear2_bias = acc[i];
        const float t = beta1 * adam_m_linear2_bias[i];
        const float m = t + (1.0f - beta1) * dlinear2_bias;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        adam_m_linear2_bias[i] = m2;
        const float t2 = (1.0f - beta2) * dlinear2_bias * dlinear2_bias;
        const float v = beta2 * adam_v_linear2_bias[i] + t2;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        adam_v_linear2_bias[i] = v2;
        linear2_bias[i] = linear2_bias[i] - rate * m2 / (sqrtf(v2) / root + eps);
    }
}

/* 18  dlinear4_weight = z' dlinear4                                       vae.lua:24
 *     m = beta1 * m_linear4_weight + (1 - beta1) * dlinear4_weight
 *     m_linear4_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_linear4_weight + (1 - beta2) * dlinear4_weight * dlinear4_weight
 *     v_linear4_weight = where(abs(v) < 1e-30, 0, v)
 *     linear4_weight = linear4_weight - rate * m_linear4_weight /
 *         (sqrt(v_linear4_weight) / root + eps)                           vae.lua:32 */
MF_APART
static void k18_linear4_weight(const float z[restrict 64][20],
                               const float dlinear4[restrict 64][400], float beta1,
                               float beta2, float rate, float root, float eps,
                               float m_linear4_weight[restrict 20][400],
                               float v_linear4_weight[restrict 20][400],
                               float linear4_weight[restrict 20][400])
{
    static const MfAxis rows[] = {{20, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 20, 400}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis columns2[] = {{16, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 1, columns2, 1, terms);
    for (int i = 0; i < 6; i++) {
        float acc[20][64];
        mf_productf(&plan, &z[0][0], &dlinear4[0][64 * i], acc[0], 64);
        for (int j = 0; j < 20; j++)
            for (int k = 0; k < 64; k++) {
                const float dlinear4_weight = acc[j][k];
                const float t = beta1 * m_linear4_weight[j][64 * i + k];
                const float m = t + (1.0f - beta1) * dlinear4_weight;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                m_linear4_weight[j][64 * i + k] = m2;
                const float t2 = (1.0f - beta2) * dlinear4_weight * dlinear4_weight;
                const float v = beta2 * v_linear4_weight[j][64 * i + k] + t2;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                v_linear4_weight[j][64 * i + k] = v2;
                const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
                linear4_weight[j][64 * i + k] = linear4_weight[j][64 * i + k] - t3;
            }
    }
    float acc[20][32];
    mf_productf(&plan2, &z[0][0], &dlinear4[0][384], acc[0], 32);
    for (int i = 0; i < 20; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float dlinear4_weight = acc[i][j];
            const float t = beta1 * m_linear4_weight[i][j + 384];
            const float m = t + (1.0f - beta1) * dlinear4_weight;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            m_linear4_weight[i][j + 384] = m2;
            const float t2 = (1.0f - beta2) * dlinear4_weight * dlinear4_weight;
            const float v = beta2 * v_linear4_weight[i][j + 384] + t2;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            v_linear4_weight[i][j + 384] = v2;
            const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
            linear4_weight[i][j + 384] = linear4_weight[i][j + 384] - t3;
        }
    }
}

/* 19  dh = dlog_variance linear3_weight' + dmean linear2_weight'          vae.lua:18
 *     dlinear1 = where(h > 0, dh, 0)                                      vae.lua:17 */
MF_APART
static void k19_dlinear1(const float dlog_variance[restrict 64][20],
                         const float linear3_weight[restrict 400][20],
                         const float dmean[restrict 64][20],
                         const float linear2_weight[restrict 400][20],
                         const float h[restrict 64][400],
                         float dlinear1[restrict 64][400])
{
    static const MfAxis rows[] = {{64, 20}};
    static const MfAxis columns[] = {{64, 20}};
    static const MfTerm terms[] = {{20, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis columns2[] = {{16, 20}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 1, columns2, 1, terms);
    for (int i = 0; i < 6; i++) {
        float acc[64][64];
        mf_productf(&plan, &dlog_variance[0][0], &linear3_weight[64 * i][0], acc[0],
                    64);
        float acc2[64][64];
        mf_productf(&plan, &dmean[0][0], &linear2_weight[64 * i][0], acc2[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float dh = acc[j][k] + acc2[j][k];
                dlinear1[j][64 * i + k] = h[j][64 * i + k] > 0.0f ? dh : 0.0f;
            }
    }
    float acc[64][32];
    mf_productf(&plan2, &dlog_variance[0][0], &linear3_weight[384][0], acc[0], 32);
    float acc2[64][32];
    mf_productf(&plan2, &dmean[0][0], &linear2_weight[384][0], acc2[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float dh = acc[i][j] + acc2[i][j];
            dlinear1[i][j + 384] = h[i][j + 384] > 0.0f ? dh : 0.0f;
        }
    }
}

/* 20  dlinear1_weight = image' dlinear1                                   vae.lua:17
 *     m = beta1 * m_linear1_weight + (1 - beta1) * dlinear1_weight
 *     m_linear1_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_linear1_weight + (1 - beta2) * dlinear1_weight * dlinear1_weight
 *     v_linear1_weight = where(abs(v) < 1e-30, 0, v)
 *     linear1_weight = linear1_weight - rate * m_linear1_weight /
 *         (sqrt(v_linear1_weight) / root + eps)                           vae.lua:32 */
MF_APART
static void k20_linear1_weight(const float image[restrict 64][784],
                               const float dlinear1[restrict 64][400], float beta1,
                               float beta2, float rate, float root, float eps,
                               float m_linear1_weight[restrict 784][400],
                               float v_linear1_weight[restrict 784][400],
                               float linear1_weight[restrict 784][400])
{
    static const MfAxis rows[] = {{196, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 784, 400}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis columns2[] = {{16, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 1, columns2, 1, terms);
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 6; j++) {
            float acc[196][64];
            mf_productf(&plan, &image[0][196 * i], &dlinear1[0][64 * j], acc[0], 64);
            for (int k = 0; k < 196; k++) {
                mf_ahead(&m_linear1_weight[196 * i + k][64 * j], 12800, 256, 0, 1);
                mf_ahead(&v_linear1_weight[196 * i + k][64 * j], 12800, 256, 0, 1);
                mf_ahead(&linear1_weight[196 * i + k][64 * j], 12800, 256, 0, 1);
                for (int l = 0; l < 64; l++) {
                    const float dlinear1_weight = acc[k][l];
                    const float t = beta1 * m_linear1_weight[196 * i + k][64 * j + l];
                    const float m = t + (1.0f - beta1) * dlinear1_weight;
                    const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                    m_linear1_weight[196 * i + k][64 * j + l] = m2;
                    const float t2 = beta2 * v_linear1_weight[196 * i + k][64 * j + l];
                    const float t3 = (1.0f - beta2) * dlinear1_weight;
                    const float v = t2 + t3 * dlinear1_weight;
                    const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                    v_linear1_weight[196 * i + k][64 * j + l] = v2;
                    const float t4 = linear1_weight[196 * i + k][64 * j + l];
                    const float t5 = rate * m2 / (sqrtf(v2) / root + eps);
                    linear1_weight[196 * i + k][64 * j + l] = t4 - t5;
                }
            }
        }
        float acc[196][32];
        mf_productf(&plan2, &image[0][196 * i], &dlinear1[0][384], acc[0], 32);
        for (int j = 0; j < 196; j++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float dlinear1_weight = acc[j][k];
                const float t = beta1 * m_linear1_weight[196 * i + j][k + 384];
                const float m = t + (1.0f - beta1) * dlinear1_weight;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                m_linear1_weight[196 * i + j][k + 384] = m2;
                const float t2 = (1.0f - beta2) * dlinear1_weight * dlinear1_weight;
                const float t3 = beta2 * v_linear1_weight[196 * i + j][k + 384];
                const float v = t3 + t2;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                v_linear1_weight[196 * i + j][k + 384] = v2;
                const float t4 = linear1_weight[196 * i + j][k + 384];
                const float t5 = rate * m2 / (sqrtf(v2) / root + eps);
                linear1_weight[196 * i + j][k + 384] = t4 - t5;
            }
        }
    }
}

/* 21  dlinear2_weight = h' dmean                                          vae.lua:18
 *     m = beta1 * m_linear2_weight + (1 - beta1) * dlinear2_weight
 *     m_linear2_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_linear2_weight + (1 - beta2) * dlinear2_weight * dlinear2_weight
 *     v_linear2_weight = where(abs(v) < 1e-30, 0, v)
 *     linear2_weight = linear2_weight - rate * m_linear2_weight /
 *         (sqrt(v_linear2_weight) / root + eps)                           vae.lua:32 */
MF_APART
static void k21_linear2_weight(const float dmean[restrict 64][20],
                               const float h[restrict 64][400], float beta1,
                               float beta2, float rate, float root, float eps,
                               float m_linear2_weight[restrict 400][20],
                               float v_linear2_weight[restrict 400][20],
                               float linear2_weight[restrict 400][20])
{
    static const MfAxis rows[] = {{20, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 20, 400}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis columns2[] = {{16, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 1, columns2, 1, terms);
    for (int i = 0; i < 6; i++) {
        float acc[64][32];
        mf_product_turnedf(&plan, &dmean[0][0], &h[0][64 * i], acc[0], 32);
        for (int j = 0; j < 64; j++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float dlinear2_weight = acc[j][k];
                const float t = beta1 * m_linear2_weight[64 * i + j][k];
                const float m = t + (1.0f - beta1) * dlinear2_weight;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                m_linear2_weight[64 * i + j][k] = m2;
                const float t2 = (1.0f - beta2) * dlinear2_weight * dlinear2_weight;
                const float v = beta2 * v_linear2_weight[64 * i + j][k] + t2;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                v_linear2_weight[64 * i + j][k] = v2;
                const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
                linear2_weight[64 * i + j][k] = linear2_weight[64 * i + j][k] - t3;
            }
            MF_ROLLED
            for (int k = 16; k < 20; k++) {
                const float dlinear2_weight = acc[j][k];
                const float t = beta1 * m_linear2_weight[64 * i + j][k];
                const float m = t + (1.0f - beta1) * dlinear2_weight;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                m_linear2_weight[64 * i + j][k] = m2;
                const float t2 = (1.0f - beta2) * dlinear2_weight * dlinear2_weight;
                const float v = beta2 * v_linear2_weight[64 * i + j][k] + t2;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                v_linear2_weight[64 * i + j][k] = v2;
                const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
                linear2_weight[64 * i + j][k] = linear2_weight[64 * i + j][k] - t3;
            }
        }
    }
    float acc[16][32];
    mf_product_turnedf(&plan2, &dmean[0][0], &h[0][384], acc[0], 32);
    for (int i = 0; i < 16; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float dlinear2_weight = acc[i][j];
            const float t = beta1 * m_linear2_weight[i + 384][j];
            const float m = t + (1.0f - beta1) * dlinear2_weight;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            m_linear2_weight[i + 384][j] = m2;
            const float t2 = (1.0f - beta2) * dlinear2_weight * dlinear2_weight;
            const float v = beta2 * v_linear2_weight[i + 384][j] + t2;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            v_linear2_weight[i + 384][j] = v2;
            const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
            linear2_weight[i + 384][j] = linear2_weight[i + 384][j] - t3;
        }
        MF_ROLLED
        for (int j = 16; j < 20; j++) {
            const float dlinear2_weight = acc[i][j];
            const float t = beta1 * m_linear2_weight[i + 384][j];
            const float m = t + (1.0f - beta1) * dlinear2_weight;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            m_linear2_weight[i + 384][j] = m2;
            const float t2 = (1.0f - beta2) * dlinear2_weight * dlinear2_weight;
            const float v = beta2 * v_linear2_weight[i + 384][j] + t2;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            v_linear2_weight[i + 384][j] = v2;
            const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
            linear2_weight[i + 384][j] = linear2_weight[i + 384][j] - t3;
        }
    }
}

/* 22  log_variance = h linear3_weight + linear3_bias                      vae.lua:19
 *     noise = sqrt(-2 * log1p(-uniform())) * cos(6.28319 * uniform())     vae.lua:20
 *     z = mean + exp(0.5 * log_variance) * noise                          vae.lua:21 */
MF_APART
static void k22_z(const float linear3_weight[restrict 400][20],
                  const float h[restrict 64][400], uint64_t step, uint64_t seed,
                  uint64_t stream, uint64_t stream2,
                  const float linear3_bias[restrict 20],
                  const float mean[restrict 64][20],
                  float log_variance[restrict 64][20], float z[restrict 64][20])
{
    static const MfAxis rows[] = {{20, 1}};
    static const MfAxis columns[] = {{64, 400}};
    static const MfTerm terms[] = {{400, 20, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_product_turnedf(&plan, &linear3_weight[0][0], &h[0][0], acc[0], 32);
    float u[1280];
    mf_uniform_rowf(seed, stream, step, 0, 1280, u);
    float u2[1280];
    mf_uniform_rowf(seed, stream2, step, 0, 1280, u2);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float log_variance2 = acc[i][j] + linear3_bias[j];
            log_variance[i][j] = log_variance2;
            const float t = sqrtf(-2.0f * mf_log1pf(-u[20 * i + j]));
            const float noise = t * mf_cosf(6.2831855f * u2[20 * i + j]);
            z[i][j] = mean[i][j] + mf_expf(0.5f * log_variance2) * noise;
        }
        MF_ROLLED
        for (int j = 16; j < 20; j++) {
            const float log_variance2 = acc[i][j] + linear3_bias[j];
            log_variance[i][j] = log_variance2;
            const float t = sqrtf(-2.0f * mf_log1pf(-u[20 * i + j]));
            const float noise = t * mf_cosf(6.2831855f * u2[20 * i + j]);
            z[i][j] = mean[i][j] + mf_expf(0.5f * log_variance2) * noise;
        }
    }
}

/* 23  divergence = 0.5 * sum(mean * mean + exp(log_variance) - 1 -
 *         log_variance)                                                   vae.lua:25 */
static void k23_divergence(const float mean[restrict 64][20],
                           const float log_variance[restrict 64][20],
                           float divergence[restrict 64])
{
    for (int i = 0; i < 4; i++) {
        MF_BY_ROW;
        float sums[16];
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            MF_ROLLED
            for (int j = 0; j < 16; j++) {
                const float t = mean[16 * i + r][j] * mean[16 * i + r][j];
                const float t2 = t + mf_expf(log_variance[16 * i + r][j]) - 1.0f;
                lane[j] += t2 - log_variance[16 * i + r][j];
            }
            MF_ROLLED
            for (int j = 0; j < MF_LANES(4); j++) {
                const float t = j < 4 ? mean[16 * i + r][j + 16] : 0.0f;
                const float t2 = j < 4 ? log_variance[16 * i + r][j + 16] : 0.0f;
                const float term = t * t + mf_expf(t2) - 1.0f - t2;
                lane[j] += j < 4 ? term : 0.0f;
            }
            const float sum = mf_sum16f(lane);
            sums[r] = sum;
        }
        MF_ROLLED
        for (int r = 0; r < 16; r++) {
            const float sum = sums[r];
            divergence[16 * i + r] = 0.5f * sum;
        }
    }
}

/* 24  linear5 = relu linear5_weight + linear5_bias                        vae.lua:24 */
MF_APART
static void k24_linear5(const float relu[restrict 64][400],
                        const float linear5_weight[restrict 400][784],
                        const float linear5_bias[restrict 784],
                        float linear5[restrict 64][784])
{
    static const MfAxis rows[] = {{64, 400}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{400, 1, 784}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis columns2[] = {{16, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 1, columns2, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        mf_productf(&plan, &relu[0][0], &linear5_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                linear5[j][64 * i + k] = acc[j][k] + linear5_bias[64 * i + k];
    }
    float acc[64][32];
    mf_productf(&plan2, &relu[0][0], &linear5_weight[0][768], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            linear5[i][j + 768] = acc[i][j] + linear5_bias[j + 768];
    }
}

/* 25  noise = sqrt(-2 * log1p(-uniform())) * cos(6.28319 * uniform())     vae.lua:20 */
static void k25_noise(uint64_t step, uint64_t seed, uint64_t stream, uint64_t stream2,
                      float noise[restrict 20])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float t = 6.2831855f * mf_uniformf(seed, stream2, step, (uint64_t)i);
        const float t2 = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)i));
        noise[i] = sqrtf(-2.0f * t2) * mf_cosf(t);
    }
    MF_ROLLED
    for (int i = 16; i < 20; i++) {
        const float t = 6.2831855f * mf_uniformf(seed, stream2, step, (uint64_t)i);
        const float t2 = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)i));
        noise[i] = sqrtf(-2.0f * t2) * mf_cosf(t);
    }
}

/* 26  h = relu(image linear1_weight + linear1_bias)                       vae.lua:17 */
MF_APART
static void k26_h(const float image[restrict 1][784],
                  const float linear1_weight[restrict 784][400],
                  const float linear1_bias[restrict 400], float h[restrict 1][400])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{80, 1}};
    static const MfTerm terms[] = {{784, 1, 400}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 5; i++) {
        float acc[1][96];
        mf_productf(&plan, &image[0][0], &linear1_weight[0][80 * i], acc[0], 96);
        for (int j = 0; j < 80; j++)
            h[0][80 * i + j] = mf_reluf(acc[0][j] + linear1_bias[80 * i + j]);
    }
}

/* 27  mean = h linear2_weight + linear2_bias                              vae.lua:18 */
static void k27_mean(const float h[restrict 1][400],
                     const float linear2_weight[restrict 400][20],
                     const float linear2_bias[restrict 20], float mean[restrict 1][20])
{
    float acc[20] = {0};
    for (int i = 0; i < 400; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(h[0][i], linear2_weight[i][j], acc[j]);
        MF_ROLLED
        for (int j = 16; j < 20; j++)
            acc[j] = fmaf(h[0][i], linear2_weight[i][j], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        mean[0][i] = acc[i] + linear2_bias[i];
    MF_ROLLED
    for (int i = 16; i < 20; i++)
        mean[0][i] = acc[i] + linear2_bias[i];
}

/* 28  log_variance = h linear3_weight + linear3_bias                      vae.lua:19
 *     z (in noise) = mean + exp(0.5 * log_variance) * noise               vae.lua:21 */
static void k28_z(const float h[restrict 1][400],
                  const float linear3_weight[restrict 400][20],
                  const float linear3_bias[restrict 20],
                  const float mean[restrict 1][20], float log_variance[restrict 1][20],
                  float noise[restrict 1][20])
{
    float acc[20] = {0};
    for (int i = 0; i < 400; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(h[0][i], linear3_weight[i][j], acc[j]);
        MF_ROLLED
        for (int j = 16; j < 20; j++)
            acc[j] = fmaf(h[0][i], linear3_weight[i][j], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float log_variance2 = acc[i] + linear3_bias[i];
        log_variance[0][i] = log_variance2;
        noise[0][i] = mean[0][i] + mf_expf(0.5f * log_variance2) * noise[0][i];
    }
    MF_ROLLED
    for (int i = 16; i < 20; i++) {
        const float log_variance2 = acc[i] + linear3_bias[i];
        log_variance[0][i] = log_variance2;
        noise[0][i] = mean[0][i] + mf_expf(0.5f * log_variance2) * noise[0][i];
    }
}

/* 29  divergence = 0.5 * sum(mean * mean + exp(log_variance) - 1 -
 *         log_variance)                                                   vae.lua:25 */
static void k29_divergence(const float mean[restrict 1][20],
                           const float log_variance[restrict 1][20],
                           float divergence[restrict 1])
{
    float lane[16] = {0};
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float t = mean[0][i] * mean[0][i] + mf_expf(log_variance[0][i]) - 1.0f;
        lane[i] += t - log_variance[0][i];
    }
    MF_ROLLED
    for (int i = 0; i < MF_LANES(4); i++) {
        const float t = i < 4 ? mean[0][i + 16] : 0.0f;
        const float t2 = i < 4 ? log_variance[0][i + 16] : 0.0f;
        const float term = t * t + mf_expf(t2) - 1.0f - t2;
        lane[i] += i < 4 ? term : 0.0f;
    }
    const float sum = mf_sum16f(lane);
    divergence[0] = 0.5f * sum;
}

/* 30  divergence2 = divergence                                            vae.lua:34 */
static void k30_divergence(const float divergence[restrict 1],
                           float *restrict divergence2)
{
    *divergence2 = divergence[0];
}

/* 31  relu = relu(z linear4_weight + linear4_bias)                        vae.lua:24 */
static void k31_relu(const float z[restrict 1][20],
                     const float linear4_weight[restrict 20][400],
                     const float linear4_bias[restrict 400],
                     float relu[restrict 1][400])
{
    for (int i = 0; i < 6; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 20; j++)
            for (int k = 0; k < 64; k++)
                acc[k] = fmaf(z[0][j], linear4_weight[j][64 * i + k], acc[k]);
        for (int j = 0; j < 64; j++)
            relu[0][64 * i + j] = mf_reluf(acc[j] + linear4_bias[64 * i + j]);
    }
    float acc[16] = {0};
    for (int i = 0; i < 20; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(z[0][i], linear4_weight[i][j + 384], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        relu[0][i + 384] = mf_reluf(acc[i] + linear4_bias[i + 384]);
}

/* 32  linear5 = relu linear5_weight + linear5_bias                        vae.lua:24 */
MF_APART
static void k32_linear5(const float relu[restrict 1][400],
                        const float linear5_weight[restrict 400][784],
                        const float linear5_bias[restrict 784],
                        float linear5[restrict 1][784])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{112, 1}};
    static const MfTerm terms[] = {{400, 1, 784}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 7; i++) {
        float acc[1][128];
        mf_productf(&plan, &relu[0][0], &linear5_weight[0][112 * i], acc[0], 128);
        for (int j = 0; j < 112; j++)
            linear5[0][112 * i + j] = acc[0][j] + linear5_bias[112 * i + j];
    }
}

/* 33  rebuilt = sum(softplus(linear5) - image * linear5)                  vae.lua:24 */
static void k33_rebuilt(const float linear5[restrict 1][784],
                        const float image[restrict 1][784], float rebuilt[restrict 1])
{
    float lane[16] = {0};
    for (int i = 0; i < 49; i++) {
        MF_SINGLY;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float t = image[0][16 * i + j] * linear5[0][16 * i + j];
            lane[j] += mf_softplusf(linear5[0][16 * i + j]) - t;
        }
    }
    const float sum = mf_sum16f(lane);
    rebuilt[0] = sum;
}

/* 34  loss = rebuilt + divergence                                         vae.lua:26 */
static void k34_loss(const float rebuilt[restrict 1],
                     const float divergence[restrict 1], float *restrict loss)
{
    *loss = rebuilt[0] + divergence[0];
}

/* 35  image = sigmoid(relu linear5_weight + linear5_bias)                 vae.lua:40 */
MF_APART
static void k35_image(const float relu[restrict 1][400],
                      const float linear5_weight[restrict 400][784],
                      const float linear5_bias[restrict 784],
                      float image[restrict 1][784])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{112, 1}};
    static const MfTerm terms[] = {{400, 1, 784}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 7; i++) {
        float acc[1][128];
        mf_productf(&plan, &relu[0][0], &linear5_weight[0][112 * i], acc[0], 128);
        for (int j = 0; j < 112; j++)
            image[0][112 * i + j] = mf_sigmoidf(acc[0][j] + linear5_bias[112 * i + j]);
    }
}

/* 36  linear1_weight = -0.0357143 + 0.0714286 * uniform()                 vae.lua:12 */
static void k36_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2,
                               float linear1_weight[restrict 784][400])
{
    for (int i = 0; i < 784; i++) {
        MF_BY_ROW;
        for (int j = 0; j < 6; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(400 * i + 64 * j), 64, u);
            for (int k = 0; k < 64; k++)
                linear1_weight[i][64 * j + k] = -0.035714287f + 0.071428575f * u[k];
        }
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const int at = 400 * i + j + 384;
            const float t = mf_uniformf(seed, stream2, step, (uint64_t)at);
            linear1_weight[i][j + 384] = -0.035714287f + 0.071428575f * t;
        }
    }
}

/* 37  linear1_bias = -0.0357143 + 0.0714286 * uniform()                   vae.lua:12 */
static void k37_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             uint64_t stream2, float linear1_bias[restrict 400])
{
    for (int i = 0; i < 6; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            linear1_bias[64 * i + j] = -0.035714287f + 0.071428575f * u[j];
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float t = mf_uniformf(seed, stream2, step, (uint64_t)(i + 384));
        linear1_bias[i + 384] = -0.035714287f + 0.071428575f * t;
    }
}

/* 38  linear2_weight = -0.05 + 0.1 * uniform()                            vae.lua:13 */
MF_APART
static void k38_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear2_weight[restrict 400][20])
{
    float u[8000];
    mf_uniform_rowf(seed, stream, step, 0, 8000, u);
    for (int i = 0; i < 400; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            linear2_weight[i][j] = -0.05f + 0.1f * u[20 * i + j];
        MF_ROLLED
        for (int j = 16; j < 20; j++)
            linear2_weight[i][j] = -0.05f + 0.1f * u[20 * i + j];
    }
}

/* 39  linear2_bias = -0.05 + 0.1 * uniform()                              vae.lua:13 */
static void k39_linear2_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear2_bias[restrict 20])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        linear2_bias[i] = -0.05f + 0.1f * mf_uniformf(seed, stream, step, (uint64_t)i);
    MF_ROLLED
    for (int i = 16; i < 20; i++)
        linear2_bias[i] = -0.05f + 0.1f * mf_uniformf(seed, stream, step, (uint64_t)i);
}

/* 40  linear4_weight = -0.223607 + 0.447214 * uniform()                   vae.lua:15 */
static void k40_linear4_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2, float linear4_weight[restrict 20][400])
{
    for (int i = 0; i < 20; i++) {
        MF_BY_ROW;
        for (int j = 0; j < 6; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(400 * i + 64 * j), 64, u);
            for (int k = 0; k < 64; k++)
                linear4_weight[i][64 * j + k] = -0.2236068f + 0.4472136f * u[k];
        }
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const int at = 400 * i + j + 384;
            const float t = mf_uniformf(seed, stream2, step, (uint64_t)at);
            linear4_weight[i][j + 384] = -0.2236068f + 0.4472136f * t;
        }
    }
}

/* 41  linear4_bias = -0.223607 + 0.447214 * uniform()                     vae.lua:15 */
static void k41_linear4_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             uint64_t stream2, float linear4_bias[restrict 400])
{
    for (int i = 0; i < 6; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            linear4_bias[64 * i + j] = -0.2236068f + 0.4472136f * u[j];
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float t = mf_uniformf(seed, stream2, step, (uint64_t)(i + 384));
        linear4_bias[i + 384] = -0.2236068f + 0.4472136f * t;
    }
}

/* 42  linear5_weight = -0.05 + 0.1 * uniform()                            vae.lua:15 */
MF_APART
static void k42_linear5_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2,
                               float linear5_weight[restrict 400][784])
{
    for (int i = 0; i < 400; i++) {
        MF_BY_ROW;
        for (int j = 0; j < 12; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(784 * i + 64 * j), 64, u);
            for (int k = 0; k < 64; k++)
                linear5_weight[i][64 * j + k] = -0.05f + 0.1f * u[k];
        }
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const int at = 784 * i + j + 768;
            const float t = 0.1f * mf_uniformf(seed, stream2, step, (uint64_t)at);
            linear5_weight[i][j + 768] = -0.05f + t;
        }
    }
}

/* 43  linear5_bias = -0.05 + 0.1 * uniform()                              vae.lua:15 */
MF_APART
static void k43_linear5_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             uint64_t stream2, float linear5_bias[restrict 784])
{
    for (int i = 0; i < 12; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            linear5_bias[64 * i + j] = -0.05f + 0.1f * u[j];
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float t = 0.1f * mf_uniformf(seed, stream2, step, (uint64_t)(i + 768));
        linear5_bias[i + 768] = -0.05f + t;
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
void vae_init(Vae *net, uint64_t seed)
{
    memset(net, 0, offsetof(Vae, work));
    net->seed = seed;
    k36_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, 0x473800183e71e1a0u,
                       net->linear1_weight);
    k37_linear1_bias(net->step, net->seed, 0x3dec48e02e45c109u, 0x3dec48e02e45c109u,
                     net->linear1_bias);
    k38_linear2_weight(net->step, net->seed, 0xb9800f9db6736de7u, net->linear2_weight);
    k39_linear2_bias(net->step, net->seed, 0xb838840dc7e1e18au, net->linear2_bias);
    k38_linear2_weight(net->step, net->seed, 0xdc0755dd0e317fe0u, net->linear3_weight);
    k39_linear2_bias(net->step, net->seed, 0xab2c34ca6b62242bu, net->linear3_bias);
    k40_linear4_weight(net->step, net->seed, 0xb04297c53c5008bau, 0xb04297c53c5008bau,
                       net->linear4_weight);
    k41_linear4_bias(net->step, net->seed, 0xe4f2c030a4753befu, 0xe4f2c030a4753befu,
                     net->linear4_bias);
    k42_linear5_weight(net->step, net->seed, 0x149eb5010972c4eau, 0x149eb5010972c4eau,
                       net->linear5_weight);
    k43_linear5_bias(net->step, net->seed, 0x8cf8ff501f23b8f7u, 0x8cf8ff501f23b8f7u,
                     net->linear5_bias);
    net->beta1 = 0.9f;
    net->beta2 = 0.999f;
    net->lr = 0.001f;
    net->eps = 1e-08f;
}

/* One step: forward, backward, update; returns the loss before it. */
float vae_step(Vae *net, const float image[restrict 64][784])
{
    float loss, rate, root;
    union VaeStep *w = &net->work.step;
    k1_rate(net->beta1, net->step, net->lr, &rate);
    k2_root(net->beta2, net->step, &root);
    /* forward */
    k3_h(image, net->linear1_weight, net->linear1_bias, w->h);
    k4_mean(net->linear2_weight, w->h, net->linear2_bias, w->mean);
    k5_exp(net->linear3_weight, w->h, net->step, net->seed, 0xd37e7a07cc979a39u,
           0x71007b15f8c7a0e7u, net->linear3_bias, w->mean, w->log_variance, w->exp,
           w->noise, w->z, w->exp2);
    k6_divergence(w->mean, w->exp2, w->log_variance, w->divergence);
    /* metrics */
    k7_divergence(w->divergence, &net->metric.divergence);
    /* forward */
    k8_relu(w->z, net->linear4_weight, net->linear4_bias, w->relu);
    /* forward and backward */
    k9_dlinear5(w->relu, net->linear5_weight, net->linear5_bias, image, w->linear5,
                w->dlinear5);
    /* forward */
    k10_rebuilt(w->linear5, image, w->rebuilt);
    /* backward, and the update of what is done */
    k11_linear5_bias(w->dlinear5, net->beta1, net->beta2, rate, root, net->eps,
                     net->adam_m_linear5_bias, net->adam_v_linear5_bias,
                     net->linear5_bias);
    /* the loss */
    k12_loss(w->rebuilt, w->divergence, &loss);
    /* backward, and the update of what is done */
    k13_dlinear4(net->linear5_weight, w->dlinear5, w->relu, w->dlinear4);
    k14_dmean(net->linear4_weight, w->dlinear4, w->exp, w->mean, w->exp2, w->noise);
    k15_linear4_bias(w->dlinear4, net->beta1, net->beta2, rate, root, net->eps,
                     net->adam_m_linear4_bias, net->adam_v_linear4_bias,
                     net->linear4_bias);
    k16_linear5_weight(w->relu, w->dlinear5, net->beta1, net->beta2, rate, root,
                       net->eps, net->adam_m_linear5_weight, net->adam_v_linear5_weight,
                       net->linear5_weight);
    k17_linear2_bias(w->noise, net->beta1, net->beta2, rate, root, net->eps,
                     net->adam_m_linear2_bias, net->adam_v_linear2_bias,
                     net->linear2_bias);
    k17_linear2_bias(w->exp2, net->beta1, net->beta2, rate, root, net->eps,
                     net->adam_m_linear3_bias, net->adam_v_linear3_bias,
                     net->linear3_bias);
    k18_linear4_weight(w->z, w->dlinear4, net->beta1, net->beta2, rate, root, net->eps,
                       net->adam_m_linear4_weight, net->adam_v_linear4_weight,
                       net->linear4_weight);
    k19_dlinear1(w->exp2, net->linear3_weight, w->noise, net->linear2_weight, w->h,
                 w->dlinear1);
    k20_linear1_weight(image, w->dlinear1, net->beta1, net->beta2, rate, root, net->eps,
                       net->adam_m_linear1_weight, net->adam_v_linear1_weight,
                       net->linear1_weight);
    k15_linear4_bias(w->dlinear1, net->beta1, net->beta2, rate, root, net->eps,
                     net->adam_m_linear1_bias, net->adam_v_linear1_bias,
                     net->linear1_bias);
    k21_linear2_weight(w->noise, w->h, net->beta1, net->beta2, rate, root, net->eps,
                       net->adam_m_linear2_weight, net->adam_v_linear2_weight,
                       net->linear2_weight);
    k21_linear2_weight(w->exp2, w->h, net->beta1, net->beta2, rate, root, net->eps,
                       net->adam_m_linear3_weight, net->adam_v_linear3_weight,
                       net->linear3_weight);
    net->step++;
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float vae_eval(Vae *net, const float image[restrict 64][784])
{
    float loss;
    union VaeEval *w = &net->work.eval;
    k3_h(image, net->linear1_weight, net->linear1_bias, w->h);
    k4_mean(net->linear2_weight, w->h, net->linear2_bias, w->mean);
    k22_z(net->linear3_weight, w->h, net->step, net->seed, 0xd37e7a07cc979a39u,
          0x71007b15f8c7a0e7u, net->linear3_bias, w->mean, w->log_variance, w->z);
    k23_divergence(w->mean, w->log_variance, w->divergence);
    k7_divergence(w->divergence, &net->metric.divergence);
    k8_relu(w->z, net->linear4_weight, net->linear4_bias, w->relu);
    k24_linear5(w->relu, net->linear5_weight, net->linear5_bias, w->linear5);
    k10_rebuilt(w->linear5, image, w->rebuilt);
    k12_loss(w->rebuilt, w->divergence, &loss);
    return loss;
}

/* The same of a batch of one row. */
float vae_eval_one(Vae *net, const float image[restrict 1][784])
{
    float loss;
    union VaeEvalOne *w = &net->work.eval_one;
    k25_noise(net->step, net->seed, 0xd37e7a07cc979a39u, 0x71007b15f8c7a0e7u, w->noise);
    k26_h(image, net->linear1_weight, net->linear1_bias, w->h);
    k27_mean(w->h, net->linear2_weight, net->linear2_bias, w->mean);
    k28_z(w->h, net->linear3_weight, net->linear3_bias, w->mean, w->log_variance,
          (float(*)[20])w->noise);
    k29_divergence(w->mean, w->log_variance, w->divergence);
    k30_divergence(w->divergence, &net->metric.divergence);
    k31_relu((float(*)[20])w->noise, net->linear4_weight, net->linear4_bias, w->relu);
    k32_linear5(w->relu, net->linear5_weight, net->linear5_bias, w->linear5);
    k33_rebuilt(w->linear5, image, w->rebuilt);
    k34_loss(w->rebuilt, w->divergence, &loss);
    return loss;
}

/* The function `decode`. */
void vae_decode(Vae *net, const float z[restrict 1][20], float image[restrict 1][784])
{
    struct VaeDecode *w = &net->work.decode;
    k31_relu(z, net->linear4_weight, net->linear4_bias, w->relu);
    k35_image(w->relu, net->linear5_weight, net->linear5_bias, image);
}

/* The function `encode`. */
void vae_encode(Vae *net, const float image[restrict 1][784],
                float mean[restrict 1][20], float log_variance[restrict 1][20])
{
    struct VaeEncode *w = &net->work.encode;
    k26_h(image, net->linear1_weight, net->linear1_bias, w->h);
    k27_mean(w->h, net->linear2_weight, net->linear2_bias, mean);
    k27_mean(w->h, net->linear3_weight, net->linear3_bias, log_variance);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor vae_tensors[] = {
    {"linear1.weight", MF_F32, MF_PARAM, 2, {784, 400}, offsetof(Vae, linear1_weight)},
    {"linear1.bias", MF_F32, MF_PARAM, 1, {400}, offsetof(Vae, linear1_bias)},
    {"linear2.weight", MF_F32, MF_PARAM, 2, {400, 20}, offsetof(Vae, linear2_weight)},
    {"linear2.bias", MF_F32, MF_PARAM, 1, {20}, offsetof(Vae, linear2_bias)},
    {"linear3.weight", MF_F32, MF_PARAM, 2, {400, 20}, offsetof(Vae, linear3_weight)},
    {"linear3.bias", MF_F32, MF_PARAM, 1, {20}, offsetof(Vae, linear3_bias)},
    {"linear4.weight", MF_F32, MF_PARAM, 2, {20, 400}, offsetof(Vae, linear4_weight)},
    {"linear4.bias", MF_F32, MF_PARAM, 1, {400}, offsetof(Vae, linear4_bias)},
    {"linear5.weight", MF_F32, MF_PARAM, 2, {400, 784}, offsetof(Vae, linear5_weight)},
    {"linear5.bias", MF_F32, MF_PARAM, 1, {784}, offsetof(Vae, linear5_bias)},
    {"adam.m.linear1.weight", MF_F32, MF_STATE, 2, {784, 400}, offsetof(Vae, adam_m_linear1_weight)},
    {"adam.v.linear1.weight", MF_F32, MF_STATE, 2, {784, 400}, offsetof(Vae, adam_v_linear1_weight)},
    {"adam.m.linear1.bias", MF_F32, MF_STATE, 1, {400}, offsetof(Vae, adam_m_linear1_bias)},
    {"adam.v.linear1.bias", MF_F32, MF_STATE, 1, {400}, offsetof(Vae, adam_v_linear1_bias)},
    {"adam.m.linear2.weight", MF_F32, MF_STATE, 2, {400, 20}, offsetof(Vae, adam_m_linear2_weight)},
    {"adam.v.linear2.weight", MF_F32, MF_STATE, 2, {400, 20}, offsetof(Vae, adam_v_linear2_weight)},
    {"adam.m.linear2.bias", MF_F32, MF_STATE, 1, {20}, offsetof(Vae, adam_m_linear2_bias)},
    {"adam.v.linear2.bias", MF_F32, MF_STATE, 1, {20}, offsetof(Vae, adam_v_linear2_bias)},
    {"adam.m.linear3.weight", MF_F32, MF_STATE, 2, {400, 20}, offsetof(Vae, adam_m_linear3_weight)},
    {"adam.v.linear3.weight", MF_F32, MF_STATE, 2, {400, 20}, offsetof(Vae, adam_v_linear3_weight)},
    {"adam.m.linear3.bias", MF_F32, MF_STATE, 1, {20}, offsetof(Vae, adam_m_linear3_bias)},
    {"adam.v.linear3.bias", MF_F32, MF_STATE, 1, {20}, offsetof(Vae, adam_v_linear3_bias)},
    {"adam.m.linear4.weight", MF_F32, MF_STATE, 2, {20, 400}, offsetof(Vae, adam_m_linear4_weight)},
    {"adam.v.linear4.weight", MF_F32, MF_STATE, 2, {20, 400}, offsetof(Vae, adam_v_linear4_weight)},
    {"adam.m.linear4.bias", MF_F32, MF_STATE, 1, {400}, offsetof(Vae, adam_m_linear4_bias)},
    {"adam.v.linear4.bias", MF_F32, MF_STATE, 1, {400}, offsetof(Vae, adam_v_linear4_bias)},
    {"adam.m.linear5.weight", MF_F32, MF_STATE, 2, {400, 784}, offsetof(Vae, adam_m_linear5_weight)},
    {"adam.v.linear5.weight", MF_F32, MF_STATE, 2, {400, 784}, offsetof(Vae, adam_v_linear5_weight)},
    {"adam.m.linear5.bias", MF_F32, MF_STATE, 1, {784}, offsetof(Vae, adam_m_linear5_bias)},
    {"adam.v.linear5.bias", MF_F32, MF_STATE, 1, {784}, offsetof(Vae, adam_v_linear5_bias)},
    {"beta1", MF_F32, MF_SETTING, 0, {0}, offsetof(Vae, beta1)},
    {"beta2", MF_F32, MF_SETTING, 0, {0}, offsetof(Vae, beta2)},
    {"lr", MF_F32, MF_SETTING, 0, {0}, offsetof(Vae, lr)},
    {"eps", MF_F32, MF_SETTING, 0, {0}, offsetof(Vae, eps)},
};
/* clang-format on */

#ifndef VAE_NO_MAIN

/* clang-format off */
static const MfPort decode_in[] = {
    {"z", MF_F32, 2, {1, 20}, 0, NULL},
};

static const MfPort decode_out[] = {
    {"image", MF_F32, 2, {1, 784}, 0, NULL},
};
/* clang-format on */

static void call_decode(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[20] = (const float(*)[20])in[0];
    vae_decode(net, in0, out[0]);
}

/* clang-format off */
static const MfPort encode_in[] = {
    {"image", MF_F32, 2, {1, 784}, 0, NULL},
};

static const MfPort encode_out[] = {
    {"mean", MF_F32, 2, {1, 20}, 0, NULL},
    {"log_variance", MF_F32, 2, {1, 20}, 0, NULL},
};
/* clang-format on */

static void call_encode(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[784] = (const float(*)[784])in[0];
    vae_encode(net, in0, out[0], out[1]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"decode", 1, 1, 1, decode_in, decode_out, call_decode},
    {"encode", 1, 1, 2, encode_in, encode_out, call_encode},
};

static const MfPort step_in[] = {
    {"image", MF_F32, 2, {64, 784}, 0, NULL},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const float(*in0)[784] = (const float(*)[784])in[0];
    out[0] = (double)vae_step(net, in0);
    const Vae *done = net;
    out[1] = (double)done->metric.divergence;
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const float(*in0)[784] = (const float(*)[784])in[0];
    out[0] = (double)vae_eval(net, in0);
    const Vae *done = net;
    out[1] = (double)done->metric.divergence;
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const float(*in0)[784] = (const float(*)[784])in[0];
    out[0] = (double)vae_eval_one(net, in0);
    const Vae *done = net;
    out[1] = (double)done->metric.divergence;
}

/* clang-format off */
static const char *const metrics_0[] = {
    "divergence",
};

static const MfTrain trains[] = {
    {
        .name = "",
        .batch = 64,
        .n_in = 1,
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
};

static const MfSplit splits[] = {
    {"train", 0.85},
    {"test", 0.15},
};

static const MfData source = {
    .kind = MF_DATA_IDX,
    .n_fields = 1,
    .n_splits = 2,
    .field = fields,
    .split = splits,
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    vae_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "vae",
    .script = "vae.lua",
    .version = "0.1",
    .hash = 0x14ef1fc7caa6e5d8u,
    .real = MF_F32,
    .size = sizeof(Vae),
    .param_bytes = 2611296,
    .state_bytes = 5222592,
    .work_bytes = 632320,
    .seed_offset = offsetof(Vae, seed),
    .step_offset = offsetof(Vae, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 34,
    .n_funcs = 2,
    .n_trains = 1,
    .tensor = vae_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static _Alignas(64) Vae net;
    return mf_main(argc, argv, &model, &net);
}

#endif

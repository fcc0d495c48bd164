/*
 * vae.c - trains and runs the network of vae.lua. Written by mfc 0.1: edit the script,
 * not this file.
 *
 * 652824 parameters; 388 nodes in 47 kernels;
 * bytes: parameters 2611296, state 5222592, work 632320 (unshared 8686368)
 */
#include "mfrt.h"

#define VAE_PARAM_BYTES 2611296u
#define VAE_STATE_BYTES 5222592u
#define VAE_WORK_BYTES 632320u

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
    /* work memory: one function runs at a time */
    union {
        union VaeStep {
            float add[64][784];    /* calls 10 to 11 */
            float where[64][400];  /* calls 14 to 19 */
            float where2[64][400]; /* calls 20 to 25 */
            struct {
                float log_variance[64][20]; /* calls 6 to 7 */
                unsigned char gap1[195584];
                float add2[64][784];  /* calls 10 to 24 */
                float h[64][400];     /* calls 4 to 23 */
                float relu[64][400];  /* calls 9 to 24 */
                float mean[64][20];   /* calls 5 to 15 */
                float noise[64][20];  /* calls 3 to 22 */
                float exp[64][20];    /* calls 6 to 15 */
                float z[64][20];      /* calls 6 to 19 */
                float exp2[64][20];   /* calls 6 to 23 */
                float rebuilt[64];    /* calls 11 to 12 */
                float divergence[64]; /* calls 7 to 12 */
            };
        } step;
        union VaeEval {
            struct {
                float h[64][400];           /* calls 2 to 4 */
                float mean[64][20];         /* calls 3 to 5 */
                float noise[64][20];        /* calls 1 to 7 */
                float log_variance[64][20]; /* calls 4 to 5 */
                unsigned char gap1[82944];
                float relu[64][400];  /* calls 7 to 8 */
                float divergence[64]; /* calls 5 to 10 */
            };
            struct {
                float add[64][784]; /* calls 8 to 9 */
                float rebuilt[64];  /* calls 9 to 10 */
            };
        } eval;
        union VaeEvalOne {
            struct {
                float h[1][400];           /* calls 2 to 4 */
                float mean[1][20];         /* calls 3 to 5 */
                float noise[1][20];        /* calls 1 to 7 */
                float log_variance[1][20]; /* calls 4 to 5 */
                unsigned char gap1[1296];
                float relu[1][400];  /* calls 7 to 8 */
                float divergence[1]; /* calls 5 to 10 */
            };
            struct {
                float add[1][784]; /* calls 8 to 9 */
                float rebuilt[1];  /* calls 9 to 10 */
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
/* The loss and the metrics as in inference, without an update. */
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

/* 1  lr / (1 - pow(beta1, step + 1))                                      vae.lua:32 */
static void k1_div(float beta1, uint64_t step, float lr, float *restrict div)
{
    const float t = mf_powf(beta1, (float)step + 1.0f);
    *div = lr / (1.0f - t);
}

/* 2  sqrt(1 - pow(beta2, step + 1))                                       vae.lua:32 */
static void k2_sqrt(float beta2, uint64_t step, float *restrict sqrt_)
{
    const float t = mf_powf(beta2, (float)step + 1.0f);
    *sqrt_ = sqrtf(1.0f - t);
}

/* 3  noise = sqrt(-2 * log1p(-random1)) * cos(6.28319 * random1')         vae.lua:20 */
static void k3_noise(uint64_t step, uint64_t seed, uint64_t stream, uint64_t stream2,
                     float noise[restrict 64][20])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 20; j++) {
            const int at = 20 * i + j;
            const float t = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)at));
            const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
            noise[i][j] = sqrtf(-2.0f * t) * mf_cosf(6.2831855f * t2);
        }
}

/* 4  h = relu(image linear1.weight + linear1.bias)                        vae.lua:17 */
static void k4_h(const float linear1_weight[restrict 784][400],
                 const float image[restrict 64][784],
                 const float linear1_bias[restrict 400], float h[restrict 64][400])
{
    for (int i = 0; i < 10; i++) {
        float acc[40][64];
        static const MfAxis rows[] = {{40, 1}};
        static const MfAxis columns[] = {{64, 784}};
        static const MfTerm terms[] = {{784, 400, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &linear1_weight[0][40 * i],
                    &image[0][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 40; k++)
                h[j][40 * i + k] = mf_reluf(acc[k][j] + linear1_bias[40 * i + k]);
    }
}

/* 5  mean = h linear2.weight + linear2.bias                               vae.lua:18 */
static void k5_mean(const float linear2_weight[restrict 400][20],
                    const float h[restrict 64][400],
                    const float linear2_bias[restrict 20], float mean[restrict 64][20])
{
    float acc[20][64];
    static const MfAxis rows[] = {{20, 1}};
    static const MfAxis columns[] = {{64, 400}};
    static const MfTerm terms[] = {{400, 20, 1}};
    mf_productf(1, rows, 1, columns, 1, terms, &linear2_weight[0][0], &h[0][0], acc[0],
                64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 20; j++)
            mean[i][j] = acc[j][i] + linear2_bias[j];
}

/* 6  log_variance = h linear3.weight + linear3.bias
 *    exp(0.5 * log_variance)
 *    z = mean + exp19 * noise
 *    exp(log_variance)                                                    vae.lua:25 */
static void k6_exp(const float linear3_weight[restrict 400][20],
                   const float h[restrict 64][400],
                   const float linear3_bias[restrict 20],
                   const float mean[restrict 64][20],
                   const float noise[restrict 64][20],
                   float log_variance[restrict 64][20], float exp[restrict 64][20],
                   float z[restrict 64][20], float exp2[restrict 64][20])
{
    float acc[20][64];
    static const MfAxis rows[] = {{20, 1}};
    static const MfAxis columns[] = {{64, 400}};
    static const MfTerm terms[] = {{400, 20, 1}};
    mf_productf(1, rows, 1, columns, 1, terms, &linear3_weight[0][0], &h[0][0], acc[0],
                64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 20; j++) {
            const float log_variance2 = acc[j][i] + linear3_bias[j];
            log_variance[i][j] = log_variance2;
            const float t = mf_expf(0.5f * log_variance2);
            exp[i][j] = t;
            const float z2 = mean[i][j] + t * noise[i][j];
            z[i][j] = z2;
            exp2[i][j] = mf_expf(log_variance2);
        }
}

/* 7  divergence = 0.5 * sum(mean * mean + exp50 - 1 - log_variance)       vae.lua:25 */
static void k7_divergence(const float mean[restrict 64][20],
                          const float exp[restrict 64][20],
                          const float log_variance[restrict 64][20],
                          float divergence[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 16; j++)
            lane[j] += mean[i][j] * mean[i][j] + exp[i][j] - 1.0f - log_variance[i][j];
        for (int j = 0; j < 4; j++) {
            const float t = mean[i][j + 16] * mean[i][j + 16] + exp[i][j + 16] - 1.0f;
            lane[j] += t - log_variance[i][j + 16];
        }
        const float sum = mf_sum16f(lane);
        divergence[i] = 0.5f * sum;
    }
}

/* 8  divergence = sum(divergence) * 0.015625                              vae.lua:34 */
static void k8_divergence(const float divergence[restrict 64],
                          float *restrict divergence2)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 16; j++)
            lane[j] += divergence[16 * i + j];
    const float sum = mf_sum16f(lane);
    *divergence2 = sum * 0.015625f;
}

/* 9  relu(z linear4.weight + linear4.bias)                                vae.lua:24 */
static void k9_relu(const float z[restrict 64][20],
                    const float linear4_weight[restrict 20][400],
                    const float linear4_bias[restrict 400],
                    float relu[restrict 64][400])
{
    for (int i = 0; i < 10; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 20}};
        static const MfAxis columns[] = {{40, 1}};
        static const MfTerm terms[] = {{20, 1, 400}};
        mf_productf(1, rows, 1, columns, 1, terms, &z[0][0], &linear4_weight[0][40 * i],
                    acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 40; k++)
                relu[j][40 * i + k] = mf_reluf(acc[j][k] + linear4_bias[40 * i + k]);
    }
}

/* 10  relu38 linear5.weight + linear5.bias
 *     -0.015625 * image + 0.015625 * sigmoid(add43)                       vae.lua:24 */
static void k10_add(const float relu[restrict 64][400],
                    const float linear5_weight[restrict 400][784],
                    const float linear5_bias[restrict 784],
                    const float image[restrict 64][784], float add[restrict 64][784],
                    float add2[restrict 64][784])
{
    for (int i = 0; i < 14; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 400}};
        static const MfAxis columns[] = {{56, 1}};
        static const MfTerm terms[] = {{400, 1, 784}};
        mf_productf(1, rows, 1, columns, 1, terms, &relu[0][0],
                    &linear5_weight[0][56 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 56; k++) {
                const float t = acc[j][k] + linear5_bias[56 * i + k];
                add[j][56 * i + k] = t;
                const float t2 = -0.015625f * image[j][56 * i + k];
                add2[j][56 * i + k] = t2 + 0.015625f * mf_sigmoidf(t);
            }
    }
}

/* 11  rebuilt = sum(softplus(add43) - image * add43)                      vae.lua:24 */
static void k11_rebuilt(const float add[restrict 64][784],
                        const float image[restrict 64][784], float rebuilt[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 49; j++)
            for (int k = 0; k < 16; k++) {
                const float t = image[i][16 * j + k] * add[i][16 * j + k];
                lane[k] += mf_softplusf(add[i][16 * j + k]) - t;
            }
        const float sum = mf_sum16f(lane);
        rebuilt[i] = sum;
    }
}

/* 12  loss = sum(rebuilt + divergence) * 0.015625                         vae.lua:26 */
static void k12_loss(const float rebuilt[restrict 64],
                     const float divergence[restrict 64], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 16; j++)
            lane[j] += rebuilt[16 * i + j] + divergence[16 * i + j];
    const float sum = mf_sum16f(lane);
    *loss = sum * 0.015625f;
}

/* 13  adam.m.linear5.bias = where(abs(beta1 * adam.m.linear5.bias + (1 - beta1) * su...
 *     adam.v.linear5.bias = where(abs(beta2 * adam.v.linear5.bias + (1 - beta2) * (s...
 *     linear5.bias = linear5.bias - div70 * where369 / (sqrt(where380...  vae.lua:32 */
static void k13_linear5_bias(const float add[restrict 64][784], float beta1,
                             float beta2, float div, float sqrt_, float eps,
                             float adam_m_linear5_bias[restrict 784],
                             float adam_v_linear5_bias[restrict 784],
                             float linear5_bias[restrict 784])
{
    for (int i = 0; i < 12; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += add[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float dlinear5_bias = acc[j];
            const float t = beta1 * adam_m_linear5_bias[64 * i + j];
            const float t2 = t + (1.0f - beta1) * dlinear5_bias;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            adam_m_linear5_bias[64 * i + j] = t2_2;
            const float t3 = (1.0f - beta2) * (dlinear5_bias * dlinear5_bias);
            const float t4 = beta2 * adam_v_linear5_bias[64 * i + j] + t3;
            const float t5 = mf_absf(t4) < 1e-30f ? 0.0f : t4;
            adam_v_linear5_bias[64 * i + j] = t5;
            const float t6 = div * t2_2 / (sqrtf(t5) / sqrt_ + eps);
            linear5_bias[64 * i + j] = linear5_bias[64 * i + j] - t6;
        }
    }
    float acc[16] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 16; j++)
            acc[j] += add[i][j + 768];
    for (int i = 0; i < 16; i++) {
        const float dlinear5_bias = acc[i];
        const float t = beta1 * adam_m_linear5_bias[i + 768];
        const float t2 = t + (1.0f - beta1) * dlinear5_bias;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        adam_m_linear5_bias[i + 768] = t2_2;
        const float t3 = (1.0f - beta2) * (dlinear5_bias * dlinear5_bias);
        const float t4 = beta2 * adam_v_linear5_bias[i + 768] + t3;
        const float t5 = mf_absf(t4) < 1e-30f ? 0.0f : t4;
        adam_v_linear5_bias[i + 768] = t5;
        const float t6 = div * t2_2 / (sqrtf(t5) / sqrt_ + eps);
        linear5_bias[i + 768] = linear5_bias[i + 768] - t6;
    }
}

/* 14  where(relu38 > 0, add89 linear5.weight', 0)                         vae.lua:24 */
static void k14_where(const float linear5_weight[restrict 400][784],
                      const float add[restrict 64][784],
                      const float relu[restrict 64][400], float where[restrict 64][400])
{
    for (int i = 0; i < 10; i++) {
        float acc[40][64];
        static const MfAxis rows[] = {{40, 784}};
        static const MfAxis columns[] = {{64, 784}};
        static const MfTerm terms[] = {{784, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &linear5_weight[40 * i][0],
                    &add[0][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 40; k++)
                where[j][40 * i + k] = relu[j][40 * i + k] > 0.0f ? acc[k][j] : 0.0f;
    }
}

/* 15  dlog_variance = -0.0078125 + 0.0078125 * exp50 + where91 linear4.weight' * noi...
 *     dmean = 0.0078125 * mean + 0.0078125 * mean + where91 linear4.w...  vae.lua:21 */
static void k15_dmean(const float linear4_weight[restrict 20][400],
                      const float where[restrict 64][400],
                      const float exp[restrict 64][20],
                      const float mean[restrict 64][20], float exp2[restrict 64][20],
                      float noise[restrict 64][20])
{
    float acc[20][64];
    static const MfAxis rows[] = {{20, 400}};
    static const MfAxis columns[] = {{64, 400}};
    static const MfTerm terms[] = {{400, 1, 1}};
    mf_productf(1, rows, 1, columns, 1, terms, &linear4_weight[0][0], &where[0][0],
                acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 20; j++) {
            const float dz = acc[j][i];
            const float t = -0.0078125f + 0.0078125f * exp2[i][j];
            const float dlog_variance = t + dz * noise[i][j] * exp[i][j] * 0.5f;
            exp2[i][j] = dlog_variance;
            const float t2 = 0.0078125f * mean[i][j];
            noise[i][j] = t2 + t2 + dz;
        }
}

/* 16  adam.m.linear2.bias = where(abs(beta1 * adam.m.linear2.bias + (1 - beta1) * su...
 *     adam.v.linear2.bias = where(abs(beta2 * adam.v.linear2.bias + (1 - beta2) * (s...
 *     linear2.bias = linear2.bias - div70 * where210 / (sqrt(where221...  vae.lua:32 */
static void k16_linear2_bias(const float dmean[restrict 64][20], float beta1,
                             float beta2, float div, float sqrt_, float eps,
                             float adam_m_linear2_bias[restrict 20],
                             float adam_v_linear2_bias[restrict 20],
                             float linear2_bias[restrict 20])
{
    float acc[20] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 20; j++)
            acc[j] += dmean[i][j];
    for (int i = 0; i < 20; i++) {
        const float dlinear2_bias = acc[i];
        const float t = beta1 * adam_m_linear2_bias[i];
        const float t2 = t + (1.0f - beta1) * dlinear2_bias;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        adam_m_linear2_bias[i] = t2_2;
        const float t3 = (1.0f - beta2) * (dlinear2_bias * dlinear2_bias);
        const float t4 = beta2 * adam_v_linear2_bias[i] + t3;
        const float t5 = mf_absf(t4) < 1e-30f ? 0.0f : t4;
        adam_v_linear2_bias[i] = t5;
        linear2_bias[i] = linear2_bias[i] - div * t2_2 / (sqrtf(t5) / sqrt_ + eps);
    }
}

/* 17  adam.m.linear3.bias = where(abs(beta1 * adam.m.linear3.bias + (1 - beta1) * su...
 *     adam.v.linear3.bias = where(abs(beta2 * adam.v.linear3.bias + (1 - beta2) * (s...
 *     linear3.bias = linear3.bias - div70 * where258 / (sqrt(where267...  vae.lua:32 */
static void k17_linear3_bias(const float dlog_variance[restrict 64][20], float beta1,
                             float beta2, float div, float sqrt_, float eps,
                             float adam_m_linear3_bias[restrict 20],
                             float adam_v_linear3_bias[restrict 20],
                             float linear3_bias[restrict 20])
{
    float acc[20] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 20; j++)
            acc[j] += dlog_variance[i][j];
    for (int i = 0; i < 20; i++) {
        const float dlinear3_bias = acc[i];
        const float t = beta1 * adam_m_linear3_bias[i];
        const float t2 = t + (1.0f - beta1) * dlinear3_bias;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        adam_m_linear3_bias[i] = t2_2;
        const float t3 = (1.0f - beta2) * (dlinear3_bias * dlinear3_bias);
        const float t4 = beta2 * adam_v_linear3_bias[i] + t3;
        const float t5 = mf_absf(t4) < 1e-30f ? 0.0f : t4;
        adam_v_linear3_bias[i] = t5;
        linear3_bias[i] = linear3_bias[i] - div * t2_2 / (sqrtf(t5) / sqrt_ + eps);
    }
}

/* 18  adam.m.linear4.bias = where(abs(beta1 * adam.m.linear4.bias + (1 - beta1) * su...
 *     adam.v.linear4.bias = where(abs(beta2 * adam.v.linear4.bias + (1 - beta2) * (s...
 *     linear4.bias = linear4.bias - div70 * where311 / (sqrt(where320...  vae.lua:32 */
static void k18_linear4_bias(const float where[restrict 64][400], float beta1,
                             float beta2, float div, float sqrt_, float eps,
                             float adam_m_linear4_bias[restrict 400],
                             float adam_v_linear4_bias[restrict 400],
                             float linear4_bias[restrict 400])
{
    for (int i = 0; i < 6; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += where[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float dlinear4_bias = acc[j];
            const float t = beta1 * adam_m_linear4_bias[64 * i + j];
            const float t2 = t + (1.0f - beta1) * dlinear4_bias;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            adam_m_linear4_bias[64 * i + j] = t2_2;
            const float t3 = (1.0f - beta2) * (dlinear4_bias * dlinear4_bias);
            const float t4 = beta2 * adam_v_linear4_bias[64 * i + j] + t3;
            const float t5 = mf_absf(t4) < 1e-30f ? 0.0f : t4;
            adam_v_linear4_bias[64 * i + j] = t5;
            const float t6 = div * t2_2 / (sqrtf(t5) / sqrt_ + eps);
            linear4_bias[64 * i + j] = linear4_bias[64 * i + j] - t6;
        }
    }
    float acc[16] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 16; j++)
            acc[j] += where[i][j + 384];
    for (int i = 0; i < 16; i++) {
        const float dlinear4_bias = acc[i];
        const float t = beta1 * adam_m_linear4_bias[i + 384];
        const float t2 = t + (1.0f - beta1) * dlinear4_bias;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        adam_m_linear4_bias[i + 384] = t2_2;
        const float t3 = (1.0f - beta2) * (dlinear4_bias * dlinear4_bias);
        const float t4 = beta2 * adam_v_linear4_bias[i + 384] + t3;
        const float t5 = mf_absf(t4) < 1e-30f ? 0.0f : t4;
        adam_v_linear4_bias[i + 384] = t5;
        const float t6 = div * t2_2 / (sqrtf(t5) / sqrt_ + eps);
        linear4_bias[i + 384] = linear4_bias[i + 384] - t6;
    }
}

/* 19  adam.m.linear4.weight = where(abs(beta1 * adam.m.linear4.weight + (1 - beta1) ...
 *     adam.v.linear4.weight = where(abs(beta2 * adam.v.linear4.weight + (1 - beta2) ...
 *     linear4.weight = linear4.weight - div70 * where285 / (sqrt(wher...  vae.lua:32 */
static void k19_linear4_weight(const float z[restrict 64][20],
                               const float where[restrict 64][400], float beta1,
                               float beta2, float div, float sqrt_, float eps,
                               float m_linear4_weight[restrict 20][400],
                               float v_linear4_weight[restrict 20][400],
                               float linear4_weight[restrict 20][400])
{
    for (int i = 0; i < 10; i++) {
        float acc[20][64];
        static const MfAxis rows[] = {{20, 1}};
        static const MfAxis columns[] = {{40, 1}};
        static const MfTerm terms[] = {{64, 20, 400}};
        mf_productf(1, rows, 1, columns, 1, terms, &z[0][0], &where[0][40 * i], acc[0],
                    64);
        for (int j = 0; j < 20; j++)
            for (int k = 0; k < 40; k++) {
                const float dlinear4_weight = acc[j][k];
                const float t = beta1 * m_linear4_weight[j][40 * i + k];
                const float t2 = t + (1.0f - beta1) * dlinear4_weight;
                const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
                m_linear4_weight[j][40 * i + k] = t3;
                const float t4 = (1.0f - beta2) * (dlinear4_weight * dlinear4_weight);
                const float t5 = beta2 * v_linear4_weight[j][40 * i + k] + t4;
                const float t6 = mf_absf(t5) < 1e-30f ? 0.0f : t5;
                v_linear4_weight[j][40 * i + k] = t6;
                const float t7 = div * t3 / (sqrtf(t6) / sqrt_ + eps);
                linear4_weight[j][40 * i + k] = linear4_weight[j][40 * i + k] - t7;
            }
    }
}

/* 20  where(h > 0, dlog_variance linear3.weight' + dmean linear2.weig...  vae.lua:17 */
static void k20_where(const float dlog_variance[restrict 64][20],
                      const float linear3_weight[restrict 400][20],
                      const float dmean[restrict 64][20],
                      const float linear2_weight[restrict 400][20],
                      const float h[restrict 64][400], float where[restrict 64][400])
{
    for (int i = 0; i < 10; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 20}};
        static const MfAxis columns[] = {{40, 20}};
        static const MfTerm terms[] = {{20, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &dlog_variance[0][0],
                    &linear3_weight[40 * i][0], acc[0], 64);
        float acc2[64][64];
        static const MfAxis rows2[] = {{64, 20}};
        static const MfAxis columns2[] = {{40, 20}};
        static const MfTerm terms2[] = {{20, 1, 1}};
        mf_productf(1, rows2, 1, columns2, 1, terms2, &dmean[0][0],
                    &linear2_weight[40 * i][0], acc2[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 40; k++) {
                const bool t = h[j][40 * i + k] > 0.0f;
                where[j][40 * i + k] = t ? acc[j][k] + acc2[j][k] : 0.0f;
            }
    }
}

/* 21  adam.m.linear1.bias = where(abs(beta1 * adam.m.linear1.bias + (1 - beta1) * su...
 *     adam.v.linear1.bias = where(abs(beta2 * adam.v.linear1.bias + (1 - beta2) * (s...
 *     linear1.bias = linear1.bias - div70 * where148 / (sqrt(where159...  vae.lua:32 */
static void k21_linear1_bias(const float where[restrict 64][400], float beta1,
                             float beta2, float div, float sqrt_, float eps,
                             float adam_m_linear1_bias[restrict 400],
                             float adam_v_linear1_bias[restrict 400],
                             float linear1_bias[restrict 400])
{
    for (int i = 0; i < 6; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += where[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float dlinear1_bias = acc[j];
            const float t = beta1 * adam_m_linear1_bias[64 * i + j];
            const float t2 = t + (1.0f - beta1) * dlinear1_bias;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            adam_m_linear1_bias[64 * i + j] = t2_2;
            const float t3 = (1.0f - beta2) * (dlinear1_bias * dlinear1_bias);
            const float t4 = beta2 * adam_v_linear1_bias[64 * i + j] + t3;
            const float t5 = mf_absf(t4) < 1e-30f ? 0.0f : t4;
            adam_v_linear1_bias[64 * i + j] = t5;
            const float t6 = div * t2_2 / (sqrtf(t5) / sqrt_ + eps);
            linear1_bias[64 * i + j] = linear1_bias[64 * i + j] - t6;
        }
    }
    float acc[16] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 16; j++)
            acc[j] += where[i][j + 384];
    for (int i = 0; i < 16; i++) {
        const float dlinear1_bias = acc[i];
        const float t = beta1 * adam_m_linear1_bias[i + 384];
        const float t2 = t + (1.0f - beta1) * dlinear1_bias;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        adam_m_linear1_bias[i + 384] = t2_2;
        const float t3 = (1.0f - beta2) * (dlinear1_bias * dlinear1_bias);
        const float t4 = beta2 * adam_v_linear1_bias[i + 384] + t3;
        const float t5 = mf_absf(t4) < 1e-30f ? 0.0f : t4;
        adam_v_linear1_bias[i + 384] = t5;
        const float t6 = div * t2_2 / (sqrtf(t5) / sqrt_ + eps);
        linear1_bias[i + 384] = linear1_bias[i + 384] - t6;
    }
}

/* 22  adam.m.linear2.weight = where(abs(beta1 * adam.m.linear2.weight + (1 - beta1) ...
 *     adam.v.linear2.weight = where(abs(beta2 * adam.v.linear2.weight + (1 - beta2) ...
 *     linear2.weight = linear2.weight - div70 * where179 / (sqrt(wher...  vae.lua:32 */
static void k22_linear2_weight(const float h[restrict 64][400],
                               const float dmean[restrict 64][20], float beta1,
                               float beta2, float div, float sqrt_, float eps,
                               float m_linear2_weight[restrict 400][20],
                               float v_linear2_weight[restrict 400][20],
                               float linear2_weight[restrict 400][20])
{
    for (int i = 0; i < 10; i++) {
        float acc[40][32];
        static const MfAxis rows[] = {{40, 1}};
        static const MfAxis columns[] = {{20, 1}};
        static const MfTerm terms[] = {{64, 400, 20}};
        mf_productf(1, rows, 1, columns, 1, terms, &h[0][40 * i], &dmean[0][0], acc[0],
                    32);
        for (int j = 0; j < 40; j++)
            for (int k = 0; k < 20; k++) {
                const float dlinear2_weight = acc[j][k];
                const float t = beta1 * m_linear2_weight[40 * i + j][k];
                const float t2 = t + (1.0f - beta1) * dlinear2_weight;
                const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
                m_linear2_weight[40 * i + j][k] = t3;
                const float t4 = (1.0f - beta2) * (dlinear2_weight * dlinear2_weight);
                const float t5 = beta2 * v_linear2_weight[40 * i + j][k] + t4;
                const float t6 = mf_absf(t5) < 1e-30f ? 0.0f : t5;
                v_linear2_weight[40 * i + j][k] = t6;
                const float t7 = div * t3 / (sqrtf(t6) / sqrt_ + eps);
                linear2_weight[40 * i + j][k] = linear2_weight[40 * i + j][k] - t7;
            }
    }
}

/* 23  adam.m.linear3.weight = where(abs(beta1 * adam.m.linear3.weight + (1 - beta1) ...
 *     adam.v.linear3.weight = where(abs(beta2 * adam.v.linear3.weight + (1 - beta2) ...
 *     linear3.weight = linear3.weight - div70 * where236 / (sqrt(wher...  vae.lua:32 */
static void k23_linear3_weight(const float h[restrict 64][400],
                               const float dlog_variance[restrict 64][20], float beta1,
                               float beta2, float div, float sqrt_, float eps,
                               float m_linear3_weight[restrict 400][20],
                               float v_linear3_weight[restrict 400][20],
                               float linear3_weight[restrict 400][20])
{
    for (int i = 0; i < 10; i++) {
        float acc[40][32];
        static const MfAxis rows[] = {{40, 1}};
        static const MfAxis columns[] = {{20, 1}};
        static const MfTerm terms[] = {{64, 400, 20}};
        mf_productf(1, rows, 1, columns, 1, terms, &h[0][40 * i], &dlog_variance[0][0],
                    acc[0], 32);
        for (int j = 0; j < 40; j++)
            for (int k = 0; k < 20; k++) {
                const float dlinear3_weight = acc[j][k];
                const float t = beta1 * m_linear3_weight[40 * i + j][k];
                const float t2 = t + (1.0f - beta1) * dlinear3_weight;
                const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
                m_linear3_weight[40 * i + j][k] = t3;
                const float t4 = (1.0f - beta2) * (dlinear3_weight * dlinear3_weight);
                const float t5 = beta2 * v_linear3_weight[40 * i + j][k] + t4;
                const float t6 = mf_absf(t5) < 1e-30f ? 0.0f : t5;
                v_linear3_weight[40 * i + j][k] = t6;
                const float t7 = div * t3 / (sqrtf(t6) / sqrt_ + eps);
                linear3_weight[40 * i + j][k] = linear3_weight[40 * i + j][k] - t7;
            }
    }
}

/* 24  adam.m.linear5.weight = where(abs(beta1 * adam.m.linear5.weight + (1 - beta1) ...
 *     adam.v.linear5.weight = where(abs(beta2 * adam.v.linear5.weight + (1 - beta2) ...
 *     linear5.weight = linear5.weight - div70 * where338 / (sqrt(wher...  vae.lua:32 */
static void k24_linear5_weight(const float relu[restrict 64][400],
                               const float add[restrict 64][784], float beta1,
                               float beta2, float div, float sqrt_, float eps,
                               float m_linear5_weight[restrict 400][784],
                               float v_linear5_weight[restrict 400][784],
                               float linear5_weight[restrict 400][784])
{
    for (int i = 0; i < 10; i++)
        for (int j = 0; j < 14; j++) {
            float acc[40][64];
            static const MfAxis rows[] = {{40, 1}};
            static const MfAxis columns[] = {{56, 1}};
            static const MfTerm terms[] = {{64, 400, 784}};
            mf_productf(1, rows, 1, columns, 1, terms, &relu[0][40 * i],
                        &add[0][56 * j], acc[0], 64);
            for (int k = 0; k < 40; k++)
                for (int l = 0; l < 56; l++) {
                    const float dlinear5_weight = acc[k][l];
                    const float t = beta1 * m_linear5_weight[40 * i + k][56 * j + l];
                    const float t2 = t + (1.0f - beta1) * dlinear5_weight;
                    const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
                    m_linear5_weight[40 * i + k][56 * j + l] = t3;
                    const float t4 = beta2 * v_linear5_weight[40 * i + k][56 * j + l];
                    const float t5 = dlinear5_weight * dlinear5_weight;
                    const float t5_2 = t4 + (1.0f - beta2) * t5;
                    const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
                    v_linear5_weight[40 * i + k][56 * j + l] = t6;
                    const float t7 = linear5_weight[40 * i + k][56 * j + l];
                    const float t8 = div * t3 / (sqrtf(t6) / sqrt_ + eps);
                    linear5_weight[40 * i + k][56 * j + l] = t7 - t8;
                }
        }
}

/* 25  adam.m.linear1.weight = where(abs(beta1 * adam.m.linear1.weight + (1 - beta1) ...
 *     adam.v.linear1.weight = where(abs(beta2 * adam.v.linear1.weight + (1 - beta2) ...
 *     linear1.weight = linear1.weight - div70 * where111 / (sqrt(wher...  vae.lua:32 */
static void k25_linear1_weight(const float image[restrict 64][784],
                               const float where[restrict 64][400], float beta1,
                               float beta2, float div, float sqrt_, float eps,
                               float m_linear1_weight[restrict 784][400],
                               float v_linear1_weight[restrict 784][400],
                               float linear1_weight[restrict 784][400])
{
    for (int i = 0; i < 14; i++)
        for (int j = 0; j < 10; j++) {
            float acc[56][64];
            static const MfAxis rows[] = {{56, 1}};
            static const MfAxis columns[] = {{40, 1}};
            static const MfTerm terms[] = {{64, 784, 400}};
            mf_productf(1, rows, 1, columns, 1, terms, &image[0][56 * i],
                        &where[0][40 * j], acc[0], 64);
            for (int k = 0; k < 56; k++)
                for (int l = 0; l < 40; l++) {
                    const float dlinear1_weight = acc[k][l];
                    const float t = beta1 * m_linear1_weight[56 * i + k][40 * j + l];
                    const float t2 = t + (1.0f - beta1) * dlinear1_weight;
                    const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
                    m_linear1_weight[56 * i + k][40 * j + l] = t3;
                    const float t4 = beta2 * v_linear1_weight[56 * i + k][40 * j + l];
                    const float t5 = dlinear1_weight * dlinear1_weight;
                    const float t5_2 = t4 + (1.0f - beta2) * t5;
                    const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
                    v_linear1_weight[56 * i + k][40 * j + l] = t6;
                    const float t7 = linear1_weight[56 * i + k][40 * j + l];
                    const float t8 = div * t3 / (sqrtf(t6) / sqrt_ + eps);
                    linear1_weight[56 * i + k][40 * j + l] = t7 - t8;
                }
        }
}

/* 26  log_variance = h linear3.weight + linear3.bias
 *     z = mean + exp(0.5 * log_variance) * noise                          vae.lua:21 */
static void k26_z(const float linear3_weight[restrict 400][20],
                  const float h[restrict 64][400],
                  const float linear3_bias[restrict 20],
                  const float mean[restrict 64][20],
                  float log_variance[restrict 64][20], float noise[restrict 64][20])
{
    float acc[20][64];
    static const MfAxis rows[] = {{20, 1}};
    static const MfAxis columns[] = {{64, 400}};
    static const MfTerm terms[] = {{400, 20, 1}};
    mf_productf(1, rows, 1, columns, 1, terms, &linear3_weight[0][0], &h[0][0], acc[0],
                64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 20; j++) {
            const float log_variance2 = acc[j][i] + linear3_bias[j];
            log_variance[i][j] = log_variance2;
            noise[i][j] = mean[i][j] + mf_expf(0.5f * log_variance2) * noise[i][j];
        }
}

/* 27  divergence = 0.5 * sum(mean * mean + exp(log_variance) - 1 - lo...  vae.lua:25 */
static void k27_divergence(const float mean[restrict 64][20],
                           const float log_variance[restrict 64][20],
                           float divergence[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 16; j++) {
            const float t = mean[i][j] * mean[i][j] + mf_expf(log_variance[i][j]);
            lane[j] += t - 1.0f - log_variance[i][j];
        }
        for (int j = 0; j < 4; j++) {
            const float t = mean[i][j + 16] * mean[i][j + 16];
            const float t2 = t + mf_expf(log_variance[i][j + 16]) - 1.0f;
            lane[j] += t2 - log_variance[i][j + 16];
        }
        const float sum = mf_sum16f(lane);
        divergence[i] = 0.5f * sum;
    }
}

/* 28  relu38 linear5.weight + linear5.bias                                vae.lua:24 */
static void k28_add(const float relu[restrict 64][400],
                    const float linear5_weight[restrict 400][784],
                    const float linear5_bias[restrict 784], float add[restrict 64][784])
{
    for (int i = 0; i < 14; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 400}};
        static const MfAxis columns[] = {{56, 1}};
        static const MfTerm terms[] = {{400, 1, 784}};
        mf_productf(1, rows, 1, columns, 1, terms, &relu[0][0],
                    &linear5_weight[0][56 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 56; k++)
                add[j][56 * i + k] = acc[j][k] + linear5_bias[56 * i + k];
    }
}

/* 29  noise = sqrt(-2 * log1p(-random1)) * cos(6.28319 * random1')        vae.lua:20 */
static void k29_noise(uint64_t step, uint64_t seed, uint64_t stream, uint64_t stream2,
                      float noise[restrict 1][20])
{
    for (int i = 0; i < 20; i++) {
        const float t = 6.2831855f * mf_uniformf(seed, stream2, step, (uint64_t)i);
        const float t2 = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)i));
        noise[0][i] = sqrtf(-2.0f * t2) * mf_cosf(t);
    }
}

/* 30  h = relu(image linear1.weight + linear1.bias)                       vae.lua:17 */
static void k30_h(const float image[restrict 1][784],
                  const float linear1_weight[restrict 784][400],
                  const float linear1_bias[restrict 400], float h[restrict 1][400])
{
    for (int i = 0; i < 6; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 784; j++)
            for (int k = 0; k < 64; k++)
                acc[k] = fmaf(image[0][j], linear1_weight[j][64 * i + k], acc[k]);
        for (int j = 0; j < 64; j++)
            h[0][64 * i + j] = mf_reluf(acc[j] + linear1_bias[64 * i + j]);
    }
    float acc[16] = {0};
    for (int i = 0; i < 784; i++)
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(image[0][i], linear1_weight[i][j + 384], acc[j]);
    for (int i = 0; i < 16; i++)
        h[0][i + 384] = mf_reluf(acc[i] + linear1_bias[i + 384]);
}

/* 31  mean = h linear2.weight + linear2.bias                              vae.lua:18 */
static void k31_mean(const float h[restrict 1][400],
                     const float linear2_weight[restrict 400][20],
                     const float linear2_bias[restrict 20], float mean[restrict 1][20])
{
    float acc[20] = {0};
    for (int i = 0; i < 400; i++)
        for (int j = 0; j < 20; j++)
            acc[j] = fmaf(h[0][i], linear2_weight[i][j], acc[j]);
    for (int i = 0; i < 20; i++)
        mean[0][i] = acc[i] + linear2_bias[i];
}

/* 32  log_variance = h linear3.weight + linear3.bias
 *     z = mean + exp(0.5 * log_variance) * noise                          vae.lua:21 */
static void k32_z(const float h[restrict 1][400],
                  const float linear3_weight[restrict 400][20],
                  const float linear3_bias[restrict 20],
                  const float mean[restrict 1][20], float log_variance[restrict 1][20],
                  float noise[restrict 1][20])
{
    float acc[20] = {0};
    for (int i = 0; i < 400; i++)
        for (int j = 0; j < 20; j++)
            acc[j] = fmaf(h[0][i], linear3_weight[i][j], acc[j]);
    for (int i = 0; i < 20; i++) {
        const float log_variance2 = acc[i] + linear3_bias[i];
        log_variance[0][i] = log_variance2;
        noise[0][i] = mean[0][i] + mf_expf(0.5f * log_variance2) * noise[0][i];
    }
}

/* 33  divergence = 0.5 * sum(mean * mean + exp(log_variance) - 1 - lo...  vae.lua:25 */
static void k33_divergence(const float mean[restrict 1][20],
                           const float log_variance[restrict 1][20],
                           float divergence[restrict 1])
{
    float lane[16] = {0};
    for (int i = 0; i < 16; i++) {
        const float t = mean[0][i] * mean[0][i] + mf_expf(log_variance[0][i]) - 1.0f;
        lane[i] += t - log_variance[0][i];
    }
    for (int i = 0; i < 4; i++) {
        const float t = mean[0][i + 16] * mean[0][i + 16];
        const float t2 = t + mf_expf(log_variance[0][i + 16]) - 1.0f;
        lane[i] += t2 - log_variance[0][i + 16];
    }
    const float sum = mf_sum16f(lane);
    divergence[0] = 0.5f * sum;
}

/* 34  divergence = divergence                                             vae.lua:34 */
static void k34_divergence(const float divergence[restrict 1],
                           float *restrict divergence2)
{
    *divergence2 = divergence[0];
}

/* 35  relu(z linear4.weight + linear4.bias)                               vae.lua:24 */
static void k35_relu(const float z[restrict 1][20],
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
    for (int i = 0; i < 20; i++)
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(z[0][i], linear4_weight[i][j + 384], acc[j]);
    for (int i = 0; i < 16; i++)
        relu[0][i + 384] = mf_reluf(acc[i] + linear4_bias[i + 384]);
}

/* 36  relu38 linear5.weight + linear5.bias                                vae.lua:24 */
static void k36_add(const float relu[restrict 1][400],
                    const float linear5_weight[restrict 400][784],
                    const float linear5_bias[restrict 784], float add[restrict 1][784])
{
    for (int i = 0; i < 12; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 400; j++)
            for (int k = 0; k < 64; k++)
                acc[k] = fmaf(relu[0][j], linear5_weight[j][64 * i + k], acc[k]);
        for (int j = 0; j < 64; j++)
            add[0][64 * i + j] = acc[j] + linear5_bias[64 * i + j];
    }
    float acc[16] = {0};
    for (int i = 0; i < 400; i++)
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(relu[0][i], linear5_weight[i][j + 768], acc[j]);
    for (int i = 0; i < 16; i++)
        add[0][i + 768] = acc[i] + linear5_bias[i + 768];
}

/* 37  rebuilt = sum(softplus(add43) - image * add43)                      vae.lua:24 */
static void k37_rebuilt(const float add[restrict 1][784],
                        const float image[restrict 1][784], float rebuilt[restrict 1])
{
    float lane[16] = {0};
    for (int i = 0; i < 49; i++)
        for (int j = 0; j < 16; j++) {
            const float t = image[0][16 * i + j] * add[0][16 * i + j];
            lane[j] += mf_softplusf(add[0][16 * i + j]) - t;
        }
    const float sum = mf_sum16f(lane);
    rebuilt[0] = sum;
}

/* 38  loss = rebuilt + divergence                                         vae.lua:26 */
static void k38_loss(const float rebuilt[restrict 1],
                     const float divergence[restrict 1], float *restrict loss)
{
    *loss = rebuilt[0] + divergence[0];
}

/* 39  image = sigmoid(relu6 linear5.weight + linear5.bias)                vae.lua:40 */
static void k39_image(const float relu[restrict 1][400],
                      const float linear5_weight[restrict 400][784],
                      const float linear5_bias[restrict 784],
                      float image[restrict 1][784])
{
    for (int i = 0; i < 12; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 400; j++)
            for (int k = 0; k < 64; k++)
                acc[k] = fmaf(relu[0][j], linear5_weight[j][64 * i + k], acc[k]);
        for (int j = 0; j < 64; j++)
            image[0][64 * i + j] = mf_sigmoidf(acc[j] + linear5_bias[64 * i + j]);
    }
    float acc[16] = {0};
    for (int i = 0; i < 400; i++)
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(relu[0][i], linear5_weight[i][j + 768], acc[j]);
    for (int i = 0; i < 16; i++)
        image[0][i + 768] = mf_sigmoidf(acc[i] + linear5_bias[i + 768]);
}

/* 40  linear2.bias = -0.05 + 0.1 * init linear2.bias                      vae.lua:13 */
static void k40_linear2_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear2_bias[restrict 20])
{
    for (int i = 0; i < 20; i++)
        linear2_bias[i] = -0.05f + 0.1f * mf_uniformf(seed, stream, step, (uint64_t)i);
}

/* 41  linear1.bias = -0.0357143 + 0.0714286 * init linear1.bias           vae.lua:12 */
static void k41_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear1_bias[restrict 400])
{
    for (int i = 0; i < 400; i++) {
        const float t = 0.071428575f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear1_bias[i] = -0.035714287f + t;
    }
}

/* 42  linear4.bias = -0.223607 + 0.447214 * init linear4.bias             vae.lua:15 */
static void k42_linear4_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear4_bias[restrict 400])
{
    for (int i = 0; i < 400; i++) {
        const float t = 0.4472136f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear4_bias[i] = -0.2236068f + t;
    }
}

/* 43  linear5.bias = -0.05 + 0.1 * init linear5.bias                      vae.lua:15 */
static void k43_linear5_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear5_bias[restrict 784])
{
    for (int i = 0; i < 784; i++)
        linear5_bias[i] = -0.05f + 0.1f * mf_uniformf(seed, stream, step, (uint64_t)i);
}

/* 44  linear2.weight = -0.05 + 0.1 * init linear2.weight                  vae.lua:13 */
static void k44_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear2_weight[restrict 400][20])
{
    for (int i = 0; i < 400; i++)
        for (int j = 0; j < 20; j++) {
            const int at = 20 * i + j;
            const float t = 0.1f * mf_uniformf(seed, stream, step, (uint64_t)at);
            linear2_weight[i][j] = -0.05f + t;
        }
}

/* 45  linear4.weight = -0.223607 + 0.447214 * init linear4.weight         vae.lua:15 */
static void k45_linear4_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear4_weight[restrict 20][400])
{
    for (int i = 0; i < 20; i++)
        for (int j = 0; j < 400; j++) {
            const int at = 400 * i + j;
            const float t = mf_uniformf(seed, stream, step, (uint64_t)at);
            linear4_weight[i][j] = -0.2236068f + 0.4472136f * t;
        }
}

/* 46  linear1.weight = -0.0357143 + 0.0714286 * init linear1.weight       vae.lua:12 */
static void k46_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear1_weight[restrict 784][400])
{
    for (int i = 0; i < 784; i++)
        for (int j = 0; j < 400; j++) {
            const int at = 400 * i + j;
            const float t = mf_uniformf(seed, stream, step, (uint64_t)at);
            linear1_weight[i][j] = -0.035714287f + 0.071428575f * t;
        }
}

/* 47  linear5.weight = -0.05 + 0.1 * init linear5.weight                  vae.lua:15 */
static void k47_linear5_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear5_weight[restrict 400][784])
{
    for (int i = 0; i < 400; i++)
        for (int j = 0; j < 784; j++) {
            const int at = 784 * i + j;
            const float t = 0.1f * mf_uniformf(seed, stream, step, (uint64_t)at);
            linear5_weight[i][j] = -0.05f + t;
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
    memset(net, 0, sizeof *net);
    net->seed = seed;
    net->beta1 = 0.9f;
    net->beta2 = 0.999f;
    net->lr = 0.001f;
    net->eps = 1e-08f;
    k40_linear2_bias(net->step, net->seed, 0xb838840dc7e1e18au, net->linear2_bias);
    k40_linear2_bias(net->step, net->seed, 0xab2c34ca6b62242bu, net->linear3_bias);
    k41_linear1_bias(net->step, net->seed, 0x3dec48e02e45c109u, net->linear1_bias);
    k42_linear4_bias(net->step, net->seed, 0xe4f2c030a4753befu, net->linear4_bias);
    k43_linear5_bias(net->step, net->seed, 0x8cf8ff501f23b8f7u, net->linear5_bias);
    k44_linear2_weight(net->step, net->seed, 0xb9800f9db6736de7u, net->linear2_weight);
    k44_linear2_weight(net->step, net->seed, 0xdc0755dd0e317fe0u, net->linear3_weight);
    k45_linear4_weight(net->step, net->seed, 0xb04297c53c5008bau, net->linear4_weight);
    k46_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, net->linear1_weight);
    k47_linear5_weight(net->step, net->seed, 0x149eb5010972c4eau, net->linear5_weight);
}

/* One step: forward, backward, update; returns the loss before it. */
float vae_step(Vae *net, const float image[restrict 64][784])
{
    float loss;
    float div;
    float sqrt_;
    union VaeStep *w = &net->work.step;
    k1_div(net->beta1, net->step, net->lr, &div);
    k2_sqrt(net->beta2, net->step, &sqrt_);
    k3_noise(net->step, net->seed, 0xd37e7a07cc979a39u, 0x71007b15f8c7a0e7u, w->noise);
    k4_h(net->linear1_weight, image, net->linear1_bias, w->h);
    k5_mean(net->linear2_weight, w->h, net->linear2_bias, w->mean);
    k6_exp(net->linear3_weight, w->h, net->linear3_bias, w->mean, w->noise,
           w->log_variance, w->exp, w->z, w->exp2);
    k7_divergence(w->mean, w->exp2, w->log_variance, w->divergence);
    k8_divergence(w->divergence, &net->metric.divergence);
    k9_relu(w->z, net->linear4_weight, net->linear4_bias, w->relu);
    k10_add(w->relu, net->linear5_weight, net->linear5_bias, image, w->add, w->add2);
    k11_rebuilt(w->add, image, w->rebuilt);
    k12_loss(w->rebuilt, w->divergence, &loss);
    k13_linear5_bias(w->add2, net->beta1, net->beta2, div, sqrt_, net->eps,
                     net->adam_m_linear5_bias, net->adam_v_linear5_bias,
                     net->linear5_bias);
    k14_where(net->linear5_weight, w->add2, w->relu, w->where);
    k15_dmean(net->linear4_weight, w->where, w->exp, w->mean, w->exp2, w->noise);
    k16_linear2_bias(w->noise, net->beta1, net->beta2, div, sqrt_, net->eps,
                     net->adam_m_linear2_bias, net->adam_v_linear2_bias,
                     net->linear2_bias);
    k17_linear3_bias(w->exp2, net->beta1, net->beta2, div, sqrt_, net->eps,
                     net->adam_m_linear3_bias, net->adam_v_linear3_bias,
                     net->linear3_bias);
    k18_linear4_bias(w->where, net->beta1, net->beta2, div, sqrt_, net->eps,
                     net->adam_m_linear4_bias, net->adam_v_linear4_bias,
                     net->linear4_bias);
    k19_linear4_weight(w->z, w->where, net->beta1, net->beta2, div, sqrt_, net->eps,
                       net->adam_m_linear4_weight, net->adam_v_linear4_weight,
                       net->linear4_weight);
    k20_where(w->exp2, net->linear3_weight, w->noise, net->linear2_weight, w->h,
              w->where2);
    k21_linear1_bias(w->where2, net->beta1, net->beta2, div, sqrt_, net->eps,
                     net->adam_m_linear1_bias, net->adam_v_linear1_bias,
                     net->linear1_bias);
    k22_linear2_weight(w->h, w->noise, net->beta1, net->beta2, div, sqrt_, net->eps,
                       net->adam_m_linear2_weight, net->adam_v_linear2_weight,
                       net->linear2_weight);
    k23_linear3_weight(w->h, w->exp2, net->beta1, net->beta2, div, sqrt_, net->eps,
                       net->adam_m_linear3_weight, net->adam_v_linear3_weight,
                       net->linear3_weight);
    k24_linear5_weight(w->relu, w->add2, net->beta1, net->beta2, div, sqrt_, net->eps,
                       net->adam_m_linear5_weight, net->adam_v_linear5_weight,
                       net->linear5_weight);
    k25_linear1_weight(image, w->where2, net->beta1, net->beta2, div, sqrt_, net->eps,
                       net->adam_m_linear1_weight, net->adam_v_linear1_weight,
                       net->linear1_weight);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float vae_eval(Vae *net, const float image[restrict 64][784])
{
    float loss;
    union VaeEval *w = &net->work.eval;
    k3_noise(net->step, net->seed, 0xd37e7a07cc979a39u, 0x71007b15f8c7a0e7u, w->noise);
    k4_h(net->linear1_weight, image, net->linear1_bias, w->h);
    k5_mean(net->linear2_weight, w->h, net->linear2_bias, w->mean);
    k26_z(net->linear3_weight, w->h, net->linear3_bias, w->mean, w->log_variance,
          w->noise);
    k27_divergence(w->mean, w->log_variance, w->divergence);
    k8_divergence(w->divergence, &net->metric.divergence);
    k9_relu(w->noise, net->linear4_weight, net->linear4_bias, w->relu);
    k28_add(w->relu, net->linear5_weight, net->linear5_bias, w->add);
    k11_rebuilt(w->add, image, w->rebuilt);
    k12_loss(w->rebuilt, w->divergence, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float vae_eval_one(Vae *net, const float image[restrict 1][784])
{
    float loss;
    union VaeEvalOne *w = &net->work.eval_one;
    k29_noise(net->step, net->seed, 0xd37e7a07cc979a39u, 0x71007b15f8c7a0e7u, w->noise);
    k30_h(image, net->linear1_weight, net->linear1_bias, w->h);
    k31_mean(w->h, net->linear2_weight, net->linear2_bias, w->mean);
    k32_z(w->h, net->linear3_weight, net->linear3_bias, w->mean, w->log_variance,
          w->noise);
    k33_divergence(w->mean, w->log_variance, w->divergence);
    k34_divergence(w->divergence, &net->metric.divergence);
    k35_relu(w->noise, net->linear4_weight, net->linear4_bias, w->relu);
    k36_add(w->relu, net->linear5_weight, net->linear5_bias, w->add);
    k37_rebuilt(w->add, image, w->rebuilt);
    k38_loss(w->rebuilt, w->divergence, &loss);
    return loss;
}

/* The function `decode`. */
void vae_decode(Vae *net, const float z[restrict 1][20], float image[restrict 1][784])
{
    struct VaeDecode *w = &net->work.decode;
    k35_relu(z, net->linear4_weight, net->linear4_bias, w->relu);
    k39_image(w->relu, net->linear5_weight, net->linear5_bias, image);
}

/* The function `encode`. */
void vae_encode(Vae *net, const float image[restrict 1][784],
                float mean[restrict 1][20], float log_variance[restrict 1][20])
{
    struct VaeEncode *w = &net->work.encode;
    k30_h(image, net->linear1_weight, net->linear1_bias, w->h);
    k31_mean(w->h, net->linear2_weight, net->linear2_bias, mean);
    k31_mean(w->h, net->linear3_weight, net->linear3_bias, log_variance);
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
    {"z", MF_F32, 2, {1, 20}, 0},
};
/* clang-format on */

/* clang-format off */
static const MfPort decode_out[] = {
    {"image", MF_F32, 2, {1, 784}, 0},
};
/* clang-format on */

static void call_decode(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[20] = (const float(*)[20])in[0];
    vae_decode(net, in0, out[0]);
}

/* clang-format off */
static const MfPort encode_in[] = {
    {"image", MF_F32, 2, {1, 784}, 0},
};
/* clang-format on */

/* clang-format off */
static const MfPort encode_out[] = {
    {"mean", MF_F32, 2, {1, 20}, 0},
    {"log_variance", MF_F32, 2, {1, 20}, 0},
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
/* clang-format on */

/* clang-format off */
static const MfPort step_in[] = {
    {"image", MF_F32, 2, {64, 784}, 0},
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
/* clang-format on */

/* clang-format off */
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
/* clang-format on */

/* clang-format off */
static const MfField fields[] = {
    {.input = "image", .path = "t10k-images-idx3-ubyte.gz", .scale = MF_AFFINE, .mul = 1.0, .sub = 0.0, .div = 255.0},
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
    .hash = 0xc5599fdfb91b66efu,
    .real = MF_F32,
    .size = sizeof(Vae),
    .param_bytes = 2611296,
    .state_bytes = 5222592,
    .work_bytes = 632320,
    .seed_offset = offsetof(Vae, seed),
    .step_offset = offsetof(Vae, step),
    .init = init_net,
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
    static Vae net;
    return mf_main(argc, argv, &model, &net);
}

#endif

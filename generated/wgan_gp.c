/*
 * wgan_gp.c - trains and runs the network of wgan_gp.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 1083921 parameters; 660 nodes in 73 kernels;
 * bytes: parameters 4335684, state 8671376, work 1597952 (unshared 9336332)
 */
#include "mfrt.h"

#define WGAN_GP_PARAM_BYTES 4335684u
#define WGAN_GP_STATE_BYTES 8671376u
#define WGAN_GP_WORK_BYTES 1597952u

typedef struct WganGp {
    float generator_linear1_weight[64][256];  /* wgan_gp.lua:16 */
    float generator_linear1_bias[256];        /* wgan_gp.lua:16 */
    float generator_linear2_weight[256][512]; /* wgan_gp.lua:17 */
    float generator_linear2_bias[512];        /* wgan_gp.lua:17 */
    float generator_linear3_weight[512][784]; /* wgan_gp.lua:18 */
    float generator_linear3_bias[784];        /* wgan_gp.lua:18 */
    float critic_linear1_weight[784][512];    /* wgan_gp.lua:23 */
    float critic_linear1_bias[512];           /* wgan_gp.lua:23 */
    float critic_linear2_weight[512][256];    /* wgan_gp.lua:24 */
    float critic_linear2_bias[256];           /* wgan_gp.lua:24 */
    float critic_linear3_weight[256][1];      /* wgan_gp.lua:25 */
    float critic_linear3_bias[1];             /* wgan_gp.lua:25 */
    /* state of the optimiser */
    float critic_adam_m_critic_linear1_weight[784][512];      /* wgan_gp.lua:47 */
    float critic_adam_v_critic_linear1_weight[784][512];      /* wgan_gp.lua:47 */
    float critic_updates;                                     /* wgan_gp.lua:47 */
    float critic_adam_m_critic_linear1_bias[512];             /* wgan_gp.lua:47 */
    float critic_adam_v_critic_linear1_bias[512];             /* wgan_gp.lua:47 */
    float critic_adam_m_critic_linear2_weight[512][256];      /* wgan_gp.lua:47 */
    float critic_adam_v_critic_linear2_weight[512][256];      /* wgan_gp.lua:47 */
    float critic_adam_m_critic_linear2_bias[256];             /* wgan_gp.lua:47 */
    float critic_adam_v_critic_linear2_bias[256];             /* wgan_gp.lua:47 */
    float critic_adam_m_critic_linear3_weight[256][1];        /* wgan_gp.lua:47 */
    float critic_adam_v_critic_linear3_weight[256][1];        /* wgan_gp.lua:47 */
    float critic_adam_m_critic_linear3_bias[1];               /* wgan_gp.lua:47 */
    float critic_adam_v_critic_linear3_bias[1];               /* wgan_gp.lua:47 */
    float generator_adam_m_generator_linear1_weigh[64][256];  /* wgan_gp.lua:50 */
    float generator_adam_v_generator_linear1_weigh[64][256];  /* wgan_gp.lua:50 */
    float generator_updates;                                  /* wgan_gp.lua:50 */
    float generator_adam_m_generator_linear1_bias[256];       /* wgan_gp.lua:50 */
    float generator_adam_v_generator_linear1_bias[256];       /* wgan_gp.lua:50 */
    float generator_adam_m_generator_linear2_weigh[256][512]; /* wgan_gp.lua:50 */
    float generator_adam_v_generator_linear2_weigh[256][512]; /* wgan_gp.lua:50 */
    float generator_adam_m_generator_linear2_bias[512];       /* wgan_gp.lua:50 */
    float generator_adam_v_generator_linear2_bias[512];       /* wgan_gp.lua:50 */
    float generator_adam_m_generator_linear3_weigh[512][784]; /* wgan_gp.lua:50 */
    float generator_adam_v_generator_linear3_weigh[512][784]; /* wgan_gp.lua:50 */
    float generator_adam_m_generator_linear3_bias[784];       /* wgan_gp.lua:50 */
    float generator_adam_v_generator_linear3_bias[784];       /* wgan_gp.lua:50 */
    /* settings, which --set changes */
    float critic_beta1;    /* wgan_gp.lua:47 */
    float critic_beta2;    /* wgan_gp.lua:47 */
    float critic_lr;       /* wgan_gp.lua:47 */
    float critic_eps;      /* wgan_gp.lua:47 */
    float generator_beta1; /* wgan_gp.lua:50 */
    float generator_beta2; /* wgan_gp.lua:50 */
    float generator_lr;    /* wgan_gp.lua:50 */
    float generator_eps;   /* wgan_gp.lua:50 */
    /* of the last batch */
    struct {
        float distance;
    } metric;
    uint64_t seed, step;
    /* work memory: one function runs at a time */
    union {
        union WganGpStepCritic {
            struct {
                float relu[64][256]; /* calls 4 to 8 */
                float mul[64][64];   /* calls 3 to 4 */
                unsigned char gap1[118784];
                float where[64][512];     /* calls 9 to 27 */
                float add[64][512];       /* calls 9 to 26 */
                float relu2[64][512];     /* calls 8 to 13 */
                float between[64][784];   /* calls 13 to 14 */
                float contract2[64][256]; /* calls 5 to 27 */
                float contract3[64][256]; /* calls 6 to 27 */
                float where2[64][256];    /* calls 10 to 30 */
                float contract4[64][256]; /* calls 7 to 27 */
                float random[64];         /* calls 2 to 13 */
                unsigned char gap5[130816];
                float slope[64][784]; /* calls 17 to 18 */
                unsigned char gap6[61440];
                float add5[64][256];    /* calls 20 to 30 */
                float where5[64][256];  /* calls 22 to 30 */
                float contract5[64][1]; /* calls 12 to 29 */
                float sub[64];          /* calls 18 to 31 */
                uint8_t gt[64][256];    /* calls 15 to 20 */
            };
            struct {
                float fake[64][784]; /* calls 13 to 25 */
                unsigned char gap2[262144];
                float add2[64][512];   /* calls 14 to 27 */
                float dslope[64][784]; /* calls 18 to 25 */
                unsigned char gap3[262144];
                float where3[64][512]; /* calls 14 to 15 */
                float where4[64][512]; /* calls 21 to 27 */
                float add4[64][512];   /* calls 21 to 26 */
            };
            struct {
                float contract[64][1]; /* calls 28 to 29 */
                unsigned char gap4[1056512];
                float add3[64][512]; /* calls 16 to 25 */
            };
        } step_critic;
        union WganGpEvalCritic {
            float slope[64][784];  /* calls 17 to 18 */
            float where2[64][512]; /* calls 6 to 7 */
            struct {
                float relu[64][256]; /* calls 3 to 5 */
                float mul[64][64];   /* calls 2 to 3 */
                unsigned char gap1[49152];
                float where4[64][256]; /* calls 7 to 8 */
                unsigned char gap2[4096];
                float between[64][784];   /* calls 9 to 14 */
                float relu2[64][512];     /* calls 5 to 9 */
                float contract2[64][256]; /* calls 4 to 16 */
                float random[64];         /* calls 1 to 9 */
                float contract3[64][1];   /* calls 8 to 13 */
            };
            struct {
                float fake[64][784]; /* calls 9 to 10 */
                float sum[64];       /* calls 18 to 19 */
                unsigned char gap3[200448];
                float add[64][512]; /* calls 14 to 17 */
            };
            struct {
                float where[64][512]; /* calls 14 to 15 */
                unsigned char gap4[270336];
                float where5[64][512]; /* calls 10 to 11 */
            };
            struct {
                float where3[64][256]; /* calls 11 to 12 */
                float contract[64][1]; /* calls 12 to 13 */
            };
        } eval_critic;
        union WganGpEvalOneCritic {
            float slope[1][784];  /* calls 16 to 17 */
            float where2[1][512]; /* calls 6 to 7 */
            float where3[1][256]; /* calls 10 to 11 */
            struct {
                float relu[1][256]; /* calls 3 to 5 */
                float mul[1][64];   /* calls 2 to 3 */
                unsigned char gap1[1856];
                float between[1][784];  /* calls 8 to 13 */
                float relu2[1][512];    /* calls 5 to 8 */
                float contract[1][256]; /* calls 4 to 15 */
                float where5[1][256];   /* calls 7 to 11 */
                float random[1];        /* calls 1 to 8 */
            };
            struct {
                float fake[1][784]; /* calls 8 to 9 */
                float sum[1];       /* calls 17 to 18 */
                unsigned char gap2[3132];
                float add[1][512]; /* calls 13 to 16 */
                unsigned char gap4[2048];
                float sub[1][1]; /* calls 11 to 18 */
            };
            struct {
                float where[1][512]; /* calls 13 to 14 */
                unsigned char gap3[4224];
                float where4[1][512]; /* calls 9 to 10 */
            };
        } eval_one_critic;
        union WganGpStepGenerator {
            struct {
                float fake[64][784];      /* calls 6 to 16 */
                float relu[64][512];      /* calls 5 to 16 */
                float add[64][512];       /* calls 7 to 12 */
                float where3[64][512];    /* calls 7 to 8 */
                float relu2[64][256];     /* calls 4 to 20 */
                float contract2[64][256]; /* calls 3 to 10 */
                float where4[64][256];    /* calls 8 to 9 */
                float mul[64][64];        /* calls 2 to 18 */
            };
            struct {
                float where[64][256]; /* calls 17 to 19 */
                unsigned char gap1[266240];
                float where2[64][512]; /* calls 14 to 20 */
                float contract[64][1]; /* calls 9 to 11 */
            };
        } step_generator;
        union WganGpEvalGenerator {
            struct {
                float relu[64][256]; /* calls 2 to 3 */
                float mul[64][64];   /* calls 1 to 2 */
                unsigned char gap1[118784];
                float relu2[64][512]; /* calls 3 to 4 */
            };
            struct {
                float fake[64][784];   /* calls 4 to 5 */
                float where2[64][512]; /* calls 5 to 6 */
            };
            struct {
                float where[64][256];  /* calls 6 to 7 */
                float contract[64][1]; /* calls 7 to 8 */
            };
        } eval_generator;
        struct WganGpGenerate {
            float relu[1][512];  /* calls 2 to 3 */
            float relu2[1][256]; /* calls 1 to 2 */
        } generate;
    } work;
} WganGp;

/* Initial values of everything, drawn from the seed. */
void wgan_gp_init(WganGp *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float wgan_gp_step_critic(WganGp *net, const float image[restrict 64][784]);
/* The loss and the metrics as in inference, without an update. */
float wgan_gp_eval_critic(WganGp *net, const float image[restrict 64][784]);
/* The loss and the metrics as in inference, without an update. */
float wgan_gp_eval_one_critic(WganGp *net, const float image[restrict 1][784]);
/* One step: forward, backward, update; returns the loss before it. */
float wgan_gp_step_generator(WganGp *net);
/* The loss and the metrics as in inference, without an update. */
float wgan_gp_eval_generator(WganGp *net);
/* The function `generate`. */
void wgan_gp_generate(WganGp *net, const float z[restrict 1][64],
                      float image[restrict 1][784]);
extern const MfTensor wgan_gp_tensors[];

/* clang-format off */
_Static_assert(sizeof(((WganGp *)0)->work) == WGAN_GP_WORK_BYTES, "work");
_Static_assert(offsetof(WganGp, critic_linear3_bias) + sizeof(((WganGp *)0)->critic_linear3_bias) ==
               WGAN_GP_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  critic.updates = critic.updates + 1
 *    critic.lr / (1 - pow(critic.beta1, add120))
 *    sqrt(1 - pow(critic.beta2, add120))                              wgan_gp.lua:47 */
static void k1_sqrt(float critic_beta1, float critic_lr, float critic_beta2,
                    float *restrict critic_updates, float *restrict div,
                    float *restrict sqrt_)
{
    const float t = *critic_updates + 1.0f;
    *critic_updates = t;
    const float t2 = mf_powf(critic_beta1, t);
    const float t3 = critic_lr / (1.0f - t2);
    *div = t3;
    const float t4 = mf_powf(critic_beta2, t);
    *sqrt_ = sqrtf(1.0f - t4);
}

/* 2  random2                                                          wgan_gp.lua:33 */
static void k2_random(uint64_t step, uint64_t seed, uint64_t stream,
                      float random[restrict 64])
{
    float u[64];
    mf_uniform_rowf(seed, stream, step, (uint64_t)0, 64, u);
    for (int i = 0; i < 64; i++)
        random[i] = u[i];
}

/* 3  sqrt(-2 * log1p(-random1)) * cos(6.28319 * random1')             wgan_gp.lua:29 */
static void k3_mul(uint64_t step, uint64_t seed, uint64_t stream, uint64_t stream2,
                   float mul[restrict 64][64])
{
    for (int i = 0; i < 64; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        float u2[64];
        mf_uniform_rowf(seed, stream2, step, (uint64_t)(64 * i), 64, u2);
        for (int j = 0; j < 64; j++)
            mul[i][j] = sqrtf(-2.0f * mf_log1pf(-u[j])) * mf_cosf(6.2831855f * u2[j]);
    }
}

/* 4  relu(mul20 generator.linear1.weight + generator.linear1.bias)    wgan_gp.lua:29 */
static void k4_relu(const float mul[restrict 64][64],
                    const float linear1_weight[restrict 64][256],
                    const float linear1_bias[restrict 256],
                    float relu[restrict 64][256])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 64}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{64, 1, 256}};
        mf_productf(1, rows, 1, columns, 1, terms, &mul[0][0],
                    &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                relu[j][64 * i + k] = mf_reluf(acc[j][k] + linear1_bias[64 * i + k]);
    }
}

/* 5  1 critic.linear3.weight'                                         wgan_gp.lua:35 */
static void k5_contract(const float linear3_weight[restrict 256][1],
                        float contract[restrict 64][256])
{
    for (int i = 0; i < 64; i++) {
        float acc[4][64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                acc[j][k] = fmaf(1.0f, linear3_weight[64 * j + k][0], acc[j][k]);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                contract[i][64 * j + k] = acc[j][k];
    }
}

/* 6  -0.015625 critic.linear3.weight'                                 wgan_gp.lua:37 */
static void k6_contract(const float linear3_weight[restrict 256][1],
                        float contract[restrict 64][256])
{
    for (int i = 0; i < 64; i++) {
        float acc[4][64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                acc[j][k] = fmaf(-0.015625f, linear3_weight[64 * j + k][0], acc[j][k]);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                contract[i][64 * j + k] = acc[j][k];
    }
}

/* 7  0.015625 critic.linear3.weight'                                  wgan_gp.lua:37 */
static void k7_contract(const float linear3_weight[restrict 256][1],
                        float contract[restrict 64][256])
{
    for (int i = 0; i < 64; i++) {
        float acc[4][64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                acc[j][k] = fmaf(0.015625f, linear3_weight[64 * j + k][0], acc[j][k]);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                contract[i][64 * j + k] = acc[j][k];
    }
}

/* 8  relu(relu26 generator.linear2.weight + generator.linear2.bias)   wgan_gp.lua:29 */
static void k8_relu(const float relu[restrict 64][256],
                    const float linear2_weight[restrict 256][512],
                    const float linear2_bias[restrict 512],
                    float relu2[restrict 64][512])
{
    for (int i = 0; i < 8; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 256}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{256, 1, 512}};
        mf_productf(1, rows, 1, columns, 1, terms, &relu[0][0],
                    &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                relu2[j][64 * i + k] = mf_reluf(acc[j][k] + linear2_bias[64 * i + k]);
    }
}

/* 9  image critic.linear1.weight + critic.linear1.bias
 *    where(add87 > 0, add87, 0.2 * add87)                             wgan_gp.lua:37 */
static void k9_where(const float image[restrict 64][784],
                     const float linear1_weight[restrict 784][512],
                     const float critic_linear1_bias[restrict 512],
                     float add[restrict 64][512], float where[restrict 64][512])
{
    for (int i = 0; i < 8; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 784}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{784, 1, 512}};
        mf_productf(1, rows, 1, columns, 1, terms, &image[0][0],
                    &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] + critic_linear1_bias[64 * i + k];
                add[j][64 * i + k] = t;
                where[j][64 * i + k] = t > 0.0f ? t : 0.2f * t;
            }
    }
}

/* 10  where(where90 critic.linear2.weight + critic.linear2.bias > 0, where90 ...
 *     where(where90 critic.linear2.weight + critic.linear2.bias >...  wgan_gp.lua:37 */
static void k10_add(const float where[restrict 64][512],
                    const float linear2_weight[restrict 512][256],
                    const float critic_linear2_bias[restrict 256],
                    float where2[restrict 64][256], float contract[restrict 64][256])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 512}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{512, 1, 256}};
        mf_productf(1, rows, 1, columns, 1, terms, &where[0][0],
                    &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] + critic_linear2_bias[64 * i + k];
                const float t2 = t > 0.0f ? t : 0.2f * t;
                where2[j][64 * i + k] = t2;
                const bool t3 = t > 0.0f;
                const float t4 = contract[j][64 * i + k];
                const float t5 = contract[j][64 * i + k];
                contract[j][64 * i + k] = (t3 ? t4 : 0.0f) + (t3 ? 0.0f : t5) * 0.2f;
            }
    }
}

/* 11  where(add87 > 0, add149 critic.linear2.weight', 0) + where(...  wgan_gp.lua:37 */
static void k11_add(const float linear2_weight[restrict 512][256],
                    const float add[restrict 64][256], float add2[restrict 64][512])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][256];
        static const MfAxis rows[] = {{256, 256}};
        static const MfAxis columns[] = {{64, 256}};
        static const MfTerm terms[] = {{256, 1, 1}};
        mf_product_turnedf(1, rows, 1, columns, 1, terms, &linear2_weight[256 * i][0],
                           &add[0][0], acc[0], 256);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 256; k++) {
                const float t = acc[j][k];
                const bool t2 = add2[j][256 * i + k] > 0.0f;
                add2[j][256 * i + k] = (t2 ? t : 0.0f) + (t2 ? 0.0f : t) * 0.2f;
            }
    }
}

/* 12  where95 critic.linear3.weight                                   wgan_gp.lua:37 */
static void k12_contract(const float linear3_weight[restrict 256][1],
                         const float where[restrict 64][256],
                         float contract[restrict 64][1])
{
    float acc[1][64];
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{64, 256}};
    static const MfTerm terms[] = {{256, 1, 1}};
    mf_productf(1, rows, 1, columns, 1, terms, &linear3_weight[0][0], &where[0][0],
                acc[0], 64);
    for (int i = 0; i < 64; i++)
        contract[i][0] = acc[0][i];
}

/* 13  fake = sigmoid(relu32 generator.linear3.weight + generator.linear3.bias)
 *     between = reshape2 * image + (1 - random2) * fake               wgan_gp.lua:34 */
static void k13_between(const float relu[restrict 64][512],
                        const float linear3_weight[restrict 512][784],
                        const float linear3_bias[restrict 784], const float random[64],
                        const float image[restrict 64][784], const float random2[64],
                        float fake[restrict 64][784], float between[restrict 64][784])
{
    for (int i = 0; i < 7; i++) {
        float acc[64][128];
        static const MfAxis rows[] = {{64, 512}};
        static const MfAxis columns[] = {{112, 1}};
        static const MfTerm terms[] = {{512, 1, 784}};
        mf_productf(1, rows, 1, columns, 1, terms, &relu[0][0],
                    &linear3_weight[0][112 * i], acc[0], 128);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 112; k++) {
                const float t = acc[j][k] + linear3_bias[112 * i + k];
                const float fake2 = mf_sigmoidf(t);
                fake[j][112 * i + k] = fake2;
                const float t2 = random[j] * image[j][112 * i + k];
                between[j][112 * i + k] = t2 + (1.0f - random2[j]) * fake2;
            }
    }
}

/* 14  where50 critic.linear2.weight + critic.linear2.bias > 0
 *     where(gt57, contract60, 0) + where(gt57, 0, contract60) * 0.2   wgan_gp.lua:35 */
static void k14_add(const float where[restrict 64][512],
                    const float linear2_weight[restrict 512][256],
                    const float critic_linear2_bias[restrict 256],
                    uint8_t gt[restrict 64][256], float contract[restrict 64][256])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64] = {0};
            for (int k = 0; k < 512; k++)
                for (int l = 0; l < 64; l++)
                    acc[l] = fmaf(where[i][k], linear2_weight[k][64 * j + l], acc[l]);
            for (int k = 0; k < 64; k++) {
                const bool t = acc[k] + critic_linear2_bias[64 * j + k] > 0.0f;
                gt[i][64 * j + k] = t;
                const float t2 = contract[i][64 * j + k];
                const float t3 = contract[i][64 * j + k];
                contract[i][64 * j + k] = (t ? t2 : 0.0f) + (t ? 0.0f : t3) * 0.2f;
            }
        }
}

/* 15  where(add45 > 0, add65 critic.linear2.weight', 0) + where(a...  wgan_gp.lua:35 */
static void k15_add(const float linear2_weight[restrict 512][256],
                    const float add[restrict 64][256],
                    const float add2[restrict 64][512], float add3[restrict 64][512])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][256];
        static const MfAxis rows[] = {{256, 256}};
        static const MfAxis columns[] = {{64, 256}};
        static const MfTerm terms[] = {{256, 1, 1}};
        mf_product_turnedf(1, rows, 1, columns, 1, terms, &linear2_weight[256 * i][0],
                           &add[0][0], acc[0], 256);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 256; k++) {
                const float t = acc[j][k];
                const bool t2 = add2[j][256 * i + k] > 0.0f;
                add3[j][256 * i + k] = (t2 ? t : 0.0f) + (t2 ? 0.0f : t) * 0.2f;
            }
    }
}

/* 16  slope = add70 critic.linear1.weight'                            wgan_gp.lua:35 */
static void k16_slope(const float linear1_weight[restrict 784][512],
                      const float add[restrict 64][512], float slope[restrict 64][784])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][224];
        static const MfAxis rows[] = {{196, 512}};
        static const MfAxis columns[] = {{64, 512}};
        static const MfTerm terms[] = {{512, 1, 1}};
        mf_product_turnedf(1, rows, 1, columns, 1, terms, &linear1_weight[196 * i][0],
                           &add[0][0], acc[0], 224);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 196; k++)
                slope[j][196 * i + k] = acc[j][k];
    }
}

/* 17  sum(slope * slope)
 *     where(sum73 != 0, sqrt(where(sum73 != 0, sum73, 1)), sum73) - 1
 *     0.5 * where(sum73 != 0, 0.15625 * sub80 + 0.15625 * sub80, 0) / sqrt(...
 *     dslope = where(sum73 != 0, div163, 0) * slope + where(sum73...  wgan_gp.lua:36 */
static void k17_dslope(const float slope[restrict 64][784], float sub[restrict 64],
                       float dslope[restrict 64][784])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 49; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += slope[i][16 * j + k] * slope[i][16 * j + k];
        }
        const float sum = mf_sum16f(lane);
        const float sum2 = sum;
        const float t = sqrtf(sum != 0.0f ? sum : 1.0f);
        const float t2 = (sum != 0.0f ? t : sum) - 1.0f;
        sub[i] = t2;
        const float t3 = 0.15625f * t2;
        const float t4 = t3 + t3;
        const float t5 = 0.5f * (sum != 0.0f ? t4 : 0.0f);
        const float div = t5 / t;
        for (int j = 0; j < 784; j++) {
            const float t6 = (sum2 != 0.0f ? div : 0.0f) * slope[i][j];
            dslope[i][j] = t6 + t6;
        }
    }
}

/* 18  where(add45 > 0, 0, dslope critic.linear1.weight * 0.2) + w...  wgan_gp.lua:35 */
static void k18_add(const float dslope[restrict 64][784],
                    const float linear1_weight[restrict 784][512],
                    float add[restrict 64][512])
{
    for (int i = 0; i < 8; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 784}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{784, 1, 512}};
        mf_productf(1, rows, 1, columns, 1, terms, &dslope[0][0],
                    &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k];
                const bool t2 = add[j][64 * i + k] > 0.0f;
                add[j][64 * i + k] = (t2 ? 0.0f : t * 0.2f) + (t2 ? t : 0.0f);
            }
    }
}

/* 19  where(gt57, 0, add246 critic.linear2.weight * 0.2) + where(...  wgan_gp.lua:35 */
static void k19_add(const float add[restrict 64][512],
                    const float linear2_weight[restrict 512][256],
                    const uint8_t gt[restrict 64][256], float add2[restrict 64][256])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 512}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{512, 1, 256}};
        mf_productf(1, rows, 1, columns, 1, terms, &add[0][0],
                    &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k];
                const float t2 = gt[j][64 * i + k] ? 0.0f : t * 0.2f;
                add2[j][64 * i + k] = t2 + (gt[j][64 * i + k] ? t : 0.0f);
            }
    }
}

/* 20  critic.adam.m.critic.linear2.bias = where(abs(critic.beta1 * critic.adam.m.cri...
 *     critic.adam.v.critic.linear2.bias = where(abs(critic.beta2 * critic.adam.v.cri...
 *     critic.linear2.bias = critic.linear2.bias - div125 * where2...  wgan_gp.lua:47 */
static void k20_critic_linear2_bias(const float add[restrict 64][256],
                                    const float add2[restrict 64][256],
                                    float critic_beta1, float critic_beta2, float div,
                                    float sqrt_, float critic_eps,
                                    float critic_linear2_bias[restrict 256],
                                    float critic_linear2_bias2[restrict 256],
                                    float critic_linear2_bias3[restrict 256])
{
    for (int i = 0; i < 4; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += add[j][64 * i + k];
        float acc2[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc2[k] += add2[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float dcritic_linear2_bias = acc[j] + acc2[j];
            const float t = critic_beta1 * critic_linear2_bias[64 * i + j];
            const float t2 = t + (1.0f - critic_beta1) * dcritic_linear2_bias;
            const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            critic_linear2_bias[64 * i + j] = t3;
            const float t4 = critic_beta2 * critic_linear2_bias2[64 * i + j];
            const float t5 = dcritic_linear2_bias * dcritic_linear2_bias;
            const float t5_2 = t4 + (1.0f - critic_beta2) * t5;
            const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
            critic_linear2_bias2[64 * i + j] = t6;
            const float t7 = div * t3 / (sqrtf(t6) / sqrt_ + critic_eps);
            critic_linear2_bias3[64 * i + j] = critic_linear2_bias3[64 * i + j] - t7;
        }
    }
}

/* 21  critic.adam.m.critic.linear1.weight = where(abs(critic.beta1 * critic.adam.m.c...
 *     critic.adam.v.critic.linear1.weight = where(abs(critic.beta2 * critic.adam.v.c...
 *     critic.linear1.weight = critic.linear1.weight - div125 * wh...  wgan_gp.lua:47 */
static void k21_linear1_weight(const float fake[restrict 64][784],
                               const float add[restrict 64][512],
                               const float image[restrict 64][784],
                               const float add2[restrict 64][512],
                               const float dslope[restrict 64][784],
                               const float add3[restrict 64][512], float critic_beta1,
                               float critic_beta2, float div, float sqrt_,
                               float critic_eps,
                               float linear1_weight[restrict 784][512],
                               float linear1_weight2[restrict 784][512],
                               float linear1_weight3[restrict 784][512])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 8; j++) {
            float acc[196][64];
            static const MfAxis rows[] = {{196, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{64, 784, 512}};
            mf_productf(1, rows, 1, columns, 1, terms, &fake[0][196 * i],
                        &add[0][64 * j], acc[0], 64);
            float acc2[196][64];
            static const MfAxis rows2[] = {{196, 1}};
            static const MfAxis columns2[] = {{64, 1}};
            static const MfTerm terms2[] = {{64, 784, 512}};
            mf_productf(1, rows2, 1, columns2, 1, terms2, &image[0][196 * i],
                        &add2[0][64 * j], acc2[0], 64);
            float acc3[196][64];
            static const MfAxis rows3[] = {{196, 1}};
            static const MfAxis columns3[] = {{64, 1}};
            static const MfTerm terms3[] = {{64, 784, 512}};
            mf_productf(1, rows3, 1, columns3, 1, terms3, &dslope[0][196 * i],
                        &add3[0][64 * j], acc3[0], 64);
            for (int k = 0; k < 196; k++)
                for (int l = 0; l < 64; l++) {
                    const float dcritic_linear1_weight =
                        acc[k][l] + acc2[k][l] + acc3[k][l];
                    const float t = (1.0f - critic_beta1) * dcritic_linear1_weight;
                    const float t2 = linear1_weight[196 * i + k][64 * j + l];
                    const float t2_2 = critic_beta1 * t2 + t;
                    const float t3 = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
                    linear1_weight[196 * i + k][64 * j + l] = t3;
                    const float t4 = dcritic_linear1_weight * dcritic_linear1_weight;
                    const float t5 = linear1_weight2[196 * i + k][64 * j + l];
                    const float t6 = (1.0f - critic_beta2) * t4;
                    const float t6_2 = critic_beta2 * t5 + t6;
                    const float t7 = mf_absf(t6_2) < 1e-30f ? 0.0f : t6_2;
                    linear1_weight2[196 * i + k][64 * j + l] = t7;
                    const float t8 = div * t3 / (sqrtf(t7) / sqrt_ + critic_eps);
                    const float t9 = linear1_weight3[196 * i + k][64 * j + l];
                    linear1_weight3[196 * i + k][64 * j + l] = t9 - t8;
                }
        }
}

/* 22  critic.adam.m.critic.linear1.bias = where(abs(critic.beta1 * critic.adam.m.cri...
 *     critic.adam.v.critic.linear1.bias = where(abs(critic.beta2 * critic.adam.v.cri...
 *     critic.linear1.bias = critic.linear1.bias - div125 * where2...  wgan_gp.lua:47 */
static void k22_critic_linear1_bias(const float add[restrict 64][512],
                                    const float add2[restrict 64][512],
                                    float critic_beta1, float critic_beta2, float div,
                                    float sqrt_, float critic_eps,
                                    float critic_linear1_bias[restrict 512],
                                    float critic_linear1_bias2[restrict 512],
                                    float critic_linear1_bias3[restrict 512])
{
    for (int i = 0; i < 8; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += add[j][64 * i + k];
        float acc2[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc2[k] += add2[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float dcritic_linear1_bias = acc[j] + acc2[j];
            const float t = critic_beta1 * critic_linear1_bias[64 * i + j];
            const float t2 = t + (1.0f - critic_beta1) * dcritic_linear1_bias;
            const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            critic_linear1_bias[64 * i + j] = t3;
            const float t4 = critic_beta2 * critic_linear1_bias2[64 * i + j];
            const float t5 = dcritic_linear1_bias * dcritic_linear1_bias;
            const float t5_2 = t4 + (1.0f - critic_beta2) * t5;
            const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
            critic_linear1_bias2[64 * i + j] = t6;
            const float t7 = div * t3 / (sqrtf(t6) / sqrt_ + critic_eps);
            critic_linear1_bias3[64 * i + j] = critic_linear1_bias3[64 * i + j] - t7;
        }
    }
}

/* 23  critic.adam.m.critic.linear2.weight = where(abs(critic.beta1 * critic.adam.m.c...
 *     critic.adam.v.critic.linear2.weight = where(abs(critic.beta2 * critic.adam.v.c...
 *     critic.linear2.weight = critic.linear2.weight - div125 * wh...  wgan_gp.lua:47 */
static void k23_linear2_weight(const float where[restrict 64][512],
                               const float add[restrict 64][256],
                               const float where2[restrict 64][512],
                               const float add2[restrict 64][256],
                               const float add3[restrict 64][512],
                               const float add4[restrict 64][256], float critic_beta1,
                               float critic_beta2, float div, float sqrt_,
                               float critic_eps,
                               float linear2_weight[restrict 512][256],
                               float linear2_weight2[restrict 512][256],
                               float linear2_weight3[restrict 512][256])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{256, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{64, 512, 256}};
            mf_productf(1, rows, 1, columns, 1, terms, &where[0][256 * i],
                        &add[0][64 * j], acc[0], 64);
            float acc2[256][64];
            static const MfAxis rows2[] = {{256, 1}};
            static const MfAxis columns2[] = {{64, 1}};
            static const MfTerm terms2[] = {{64, 512, 256}};
            mf_productf(1, rows2, 1, columns2, 1, terms2, &where2[0][256 * i],
                        &add2[0][64 * j], acc2[0], 64);
            float acc3[256][64];
            static const MfAxis rows3[] = {{256, 1}};
            static const MfAxis columns3[] = {{64, 1}};
            static const MfTerm terms3[] = {{64, 512, 256}};
            mf_productf(1, rows3, 1, columns3, 1, terms3, &add3[0][256 * i],
                        &add4[0][64 * j], acc3[0], 64);
            for (int k = 0; k < 256; k++)
                for (int l = 0; l < 64; l++) {
                    const float dcritic_linear2_weight =
                        acc[k][l] + acc2[k][l] + acc3[k][l];
                    const float t = (1.0f - critic_beta1) * dcritic_linear2_weight;
                    const float t2 = linear2_weight[256 * i + k][64 * j + l];
                    const float t2_2 = critic_beta1 * t2 + t;
                    const float t3 = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
                    linear2_weight[256 * i + k][64 * j + l] = t3;
                    const float t4 = dcritic_linear2_weight * dcritic_linear2_weight;
                    const float t5 = linear2_weight2[256 * i + k][64 * j + l];
                    const float t6 = (1.0f - critic_beta2) * t4;
                    const float t6_2 = critic_beta2 * t5 + t6;
                    const float t7 = mf_absf(t6_2) < 1e-30f ? 0.0f : t6_2;
                    linear2_weight2[256 * i + k][64 * j + l] = t7;
                    const float t8 = div * t3 / (sqrtf(t7) / sqrt_ + critic_eps);
                    const float t9 = linear2_weight3[256 * i + k][64 * j + l];
                    linear2_weight3[256 * i + k][64 * j + l] = t9 - t8;
                }
        }
}

/* 24  distance = sum(contract96 + critic.linear3.bias) * 0.015625...  wgan_gp.lua:37 */
static void k24_distance(const float contract[restrict 64][1],
                         const float critic_linear3_bias[restrict 1],
                         const float contract2[restrict 64][1],
                         float *restrict distance)
{
    float acc = 0.0f;
    for (int i = 0; i < 64; i++)
        acc += contract[i][0] + critic_linear3_bias[0];
    float acc2 = 0.0f;
    for (int i = 0; i < 64; i++)
        acc2 += contract2[i][0] + critic_linear3_bias[0];
    *distance = acc * 0.015625f - acc2 * 0.015625f;
}

/* 25  critic.adam.m.critic.linear3.weight = where(abs(critic.beta1 * critic.adam.m.c...
 *     critic.adam.v.critic.linear3.weight = where(abs(critic.beta2 * critic.adam.v.c...
 *     critic.linear3.weight = critic.linear3.weight - div125 * wh...  wgan_gp.lua:47 */
static void k25_linear3_weight(const float where[restrict 64][256],
                               const float where2[restrict 64][256],
                               const float add[restrict 64][256], float critic_beta1,
                               float critic_beta2, float div, float sqrt_,
                               float critic_eps, float linear3_weight[restrict 256][1],
                               float linear3_weight2[restrict 256][1],
                               float linear3_weight3[restrict 256][1])
{
    for (int i = 0; i < 4; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] = fmaf(where[j][64 * i + k], 0.015625f, acc[k]);
        float acc2[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc2[k] = fmaf(where2[j][64 * i + k], -0.015625f, acc2[k]);
        float acc3[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc3[k] = fmaf(1.0f, add[j][64 * i + k], acc3[k]);
        for (int j = 0; j < 64; j++) {
            const float dcritic_linear3_weight = acc[j] + acc2[j] + acc3[j];
            const float t = (1.0f - critic_beta1) * dcritic_linear3_weight;
            const float t2 = critic_beta1 * linear3_weight[64 * i + j][0] + t;
            const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            linear3_weight[64 * i + j][0] = t3;
            const float t4 = dcritic_linear3_weight * dcritic_linear3_weight;
            const float t5 = critic_beta2 * linear3_weight2[64 * i + j][0];
            const float t5_2 = t5 + (1.0f - critic_beta2) * t4;
            const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
            linear3_weight2[64 * i + j][0] = t6;
            const float t7 = div * t3 / (sqrtf(t6) / sqrt_ + critic_eps);
            linear3_weight3[64 * i + j][0] = linear3_weight3[64 * i + j][0] - t7;
        }
    }
}

/* 26  critic_loss = 10 * (sum(sub80 * sub80) * 0.015625) - distance   wgan_gp.lua:38 */
static void k26_critic_loss(const float sub[restrict 64], float distance,
                            float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += sub[16 * i + j] * sub[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    const float penalty = sum * 0.015625f;
    *loss = 1e+01f * penalty - distance;
}

/* 27  critic.adam.m.critic.linear3.bias = where(abs(critic.beta1 * critic.adam.m.cri...
 *     critic.adam.v.critic.linear3.bias = where(abs(critic.beta2 * critic.adam.v.cri...
 *     critic.linear3.bias = critic.linear3.bias - div125 * where3...  wgan_gp.lua:47 */
static void k27_critic_linear3_bias(float critic_beta1, float critic_beta2, float div,
                                    float sqrt_, float critic_eps,
                                    float critic_linear3_bias[restrict 1],
                                    float critic_linear3_bias2[restrict 1],
                                    float critic_linear3_bias3[restrict 1])
{
    float acc = 0.0f;
    for (int i = 0; i < 64; i++)
        acc += 0.015625f;
    float acc2 = 0.0f;
    for (int i = 0; i < 64; i++)
        acc2 += -0.015625f;
    const float dcritic_linear3_bias = acc + acc2;
    const float t = (1.0f - critic_beta1) * dcritic_linear3_bias;
    const float t2 = critic_beta1 * critic_linear3_bias[0] + t;
    const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
    critic_linear3_bias[0] = t2_2;
    const float t3 = dcritic_linear3_bias * dcritic_linear3_bias;
    const float t4 = critic_beta2 * critic_linear3_bias2[0];
    const float t4_2 = t4 + (1.0f - critic_beta2) * t3;
    const float t5 = mf_absf(t4_2) < 1e-30f ? 0.0f : t4_2;
    critic_linear3_bias2[0] = t5;
    const float t6 = div * t2_2 / (sqrtf(t5) / sqrt_ + critic_eps);
    critic_linear3_bias3[0] = critic_linear3_bias3[0] - t6;
}

/* 28  where(image critic.linear1.weight + critic.linear1.bias > 0...  wgan_gp.lua:37 */
static void k28_where(const float image[restrict 64][784],
                      const float linear1_weight[restrict 784][512],
                      const float critic_linear1_bias[restrict 512],
                      float where[restrict 64][512])
{
    for (int i = 0; i < 8; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 784}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{784, 1, 512}};
        mf_productf(1, rows, 1, columns, 1, terms, &image[0][0],
                    &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] + critic_linear1_bias[64 * i + k];
                where[j][64 * i + k] = t > 0.0f ? t : 0.2f * t;
            }
    }
}

/* 29  where(where90 critic.linear2.weight + critic.linear2.bias >...  wgan_gp.lua:37 */
static void k29_where(const float where[restrict 64][512],
                      const float linear2_weight[restrict 512][256],
                      const float critic_linear2_bias[restrict 256],
                      float where2[restrict 64][256])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 512}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{512, 1, 256}};
        mf_productf(1, rows, 1, columns, 1, terms, &where[0][0],
                    &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] + critic_linear2_bias[64 * i + k];
                where2[j][64 * i + k] = t > 0.0f ? t : 0.2f * t;
            }
    }
}

/* 30  where(where50 critic.linear2.weight + critic.linear2.bias >...  wgan_gp.lua:35 */
static void k30_add(const float where[restrict 64][512],
                    const float linear2_weight[restrict 512][256],
                    const float critic_linear2_bias[restrict 256],
                    float contract[restrict 64][256])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64] = {0};
            for (int k = 0; k < 512; k++)
                for (int l = 0; l < 64; l++)
                    acc[l] = fmaf(where[i][k], linear2_weight[k][64 * j + l], acc[l]);
            for (int k = 0; k < 64; k++) {
                const bool t = acc[k] + critic_linear2_bias[64 * j + k] > 0.0f;
                const float t2 = contract[i][64 * j + k];
                const float t3 = contract[i][64 * j + k];
                contract[i][64 * j + k] = (t ? t2 : 0.0f) + (t ? 0.0f : t3) * 0.2f;
            }
        }
}

/* 31  sum(slope * slope)                                              wgan_gp.lua:36 */
static void k31_sum(const float slope[restrict 64][784], float sum[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 49; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += slope[i][16 * j + k] * slope[i][16 * j + k];
        }
        const float sum2 = mf_sum16f(lane);
        sum[i] = sum2;
    }
}

/* 32  critic_loss = 10 * (sum((where(sum73 != 0, sqrt(...), sum73...  wgan_gp.lua:38 */
static void k32_critic_loss(const float sum[restrict 64], float distance,
                            float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const bool t = sum[16 * i + j] != 0.0f;
            const float t2 = sum[16 * i + j];
            const float t3 = sqrtf(t ? t2 : 1.0f);
            const float t4 = sum[16 * i + j];
            const float t5 = (t ? t3 : t4) - 1.0f;
            lane[j] += t5 * t5;
        }
    }
    const float sum2 = mf_sum16f(lane);
    const float penalty = sum2 * 0.015625f;
    *loss = 1e+01f * penalty - distance;
}

/* 33  random2                                                         wgan_gp.lua:33 */
static void k33_random(uint64_t step, uint64_t seed, uint64_t stream,
                       float random[restrict 1])
{
    random[0] = mf_uniformf(seed, stream, step, (uint64_t)0);
}

/* 34  sqrt(-2 * log1p(-random1)) * cos(6.28319 * random1')            wgan_gp.lua:29 */
static void k34_mul(uint64_t step, uint64_t seed, uint64_t stream, uint64_t stream2,
                    float mul[restrict 1][64])
{
    float u[64];
    mf_uniform_rowf(seed, stream, step, (uint64_t)0, 64, u);
    float u2[64];
    mf_uniform_rowf(seed, stream2, step, (uint64_t)0, 64, u2);
    for (int i = 0; i < 64; i++)
        mul[0][i] = sqrtf(-2.0f * mf_log1pf(-u[i])) * mf_cosf(6.2831855f * u2[i]);
}

/* 35  relu(mul20 generator.linear1.weight + generator.linear1.bias)   wgan_gp.lua:29 */
static void k35_relu(const float mul[restrict 1][64],
                     const float linear1_weight[restrict 64][256],
                     const float linear1_bias[restrict 256],
                     float relu[restrict 1][256])
{
    for (int i = 0; i < 2; i++) {
        float acc[1][128];
        static const MfAxis rows[] = {{1, 0}};
        static const MfAxis columns[] = {{128, 1}};
        static const MfTerm terms[] = {{64, 1, 256}};
        mf_productf(1, rows, 1, columns, 1, terms, &mul[0][0],
                    &linear1_weight[0][128 * i], acc[0], 128);
        for (int j = 0; j < 128; j++)
            relu[0][128 * i + j] = mf_reluf(acc[0][j] + linear1_bias[128 * i + j]);
    }
}

/* 36  1 critic.linear3.weight'                                        wgan_gp.lua:35 */
static void k36_contract(const float linear3_weight[restrict 256][1],
                         float contract[restrict 1][256])
{
    float acc[4][64] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            acc[i][j] = fmaf(1.0f, linear3_weight[64 * i + j][0], acc[i][j]);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            contract[0][64 * i + j] = acc[i][j];
}

/* 37  relu(relu26 generator.linear2.weight + generator.linear2.bias)  wgan_gp.lua:29 */
static void k37_relu(const float relu[restrict 1][256],
                     const float linear2_weight[restrict 256][512],
                     const float linear2_bias[restrict 512],
                     float relu2[restrict 1][512])
{
    for (int i = 0; i < 4; i++) {
        float acc[1][128];
        static const MfAxis rows[] = {{1, 0}};
        static const MfAxis columns[] = {{128, 1}};
        static const MfTerm terms[] = {{256, 1, 512}};
        mf_productf(1, rows, 1, columns, 1, terms, &relu[0][0],
                    &linear2_weight[0][128 * i], acc[0], 128);
        for (int j = 0; j < 128; j++)
            relu2[0][128 * i + j] = mf_reluf(acc[0][j] + linear2_bias[128 * i + j]);
    }
}

/* 38  where(image critic.linear1.weight + critic.linear1.bias > 0...  wgan_gp.lua:37 */
static void k38_where(const float image[restrict 1][784],
                      const float linear1_weight[restrict 784][512],
                      const float critic_linear1_bias[restrict 512],
                      float where[restrict 1][512])
{
    for (int i = 0; i < 4; i++) {
        float acc[1][128];
        static const MfAxis rows[] = {{1, 0}};
        static const MfAxis columns[] = {{128, 1}};
        static const MfTerm terms[] = {{784, 1, 512}};
        mf_productf(1, rows, 1, columns, 1, terms, &image[0][0],
                    &linear1_weight[0][128 * i], acc[0], 128);
        for (int j = 0; j < 128; j++) {
            const float t = acc[0][j] + critic_linear1_bias[128 * i + j];
            where[0][128 * i + j] = t > 0.0f ? t : 0.2f * t;
        }
    }
}

/* 39  where(where88 critic.linear2.weight + critic.linear2.bias >...  wgan_gp.lua:37 */
static void k39_where(const float where[restrict 1][512],
                      const float linear2_weight[restrict 512][256],
                      const float critic_linear2_bias[restrict 256],
                      float where2[restrict 1][256])
{
    for (int i = 0; i < 2; i++) {
        float acc[1][128];
        static const MfAxis rows[] = {{1, 0}};
        static const MfAxis columns[] = {{128, 1}};
        static const MfTerm terms[] = {{512, 1, 256}};
        mf_productf(1, rows, 1, columns, 1, terms, &where[0][0],
                    &linear2_weight[0][128 * i], acc[0], 128);
        for (int j = 0; j < 128; j++) {
            const float t = acc[0][j] + critic_linear2_bias[128 * i + j];
            where2[0][128 * i + j] = t > 0.0f ? t : 0.2f * t;
        }
    }
}

/* 40  fake = sigmoid(relu32 generator.linear3.weight + generator.linear3.bias)
 *     between = reshape2 * image + (1 - random2) * fake               wgan_gp.lua:34 */
static void k40_between(const float relu[restrict 1][512],
                        const float linear3_weight[restrict 512][784],
                        const float linear3_bias[restrict 784], const float random[1],
                        const float image[restrict 1][784], const float random2[1],
                        float fake[restrict 1][784], float between[restrict 1][784])
{
    for (int i = 0; i < 7; i++) {
        float acc[1][128];
        static const MfAxis rows[] = {{1, 0}};
        static const MfAxis columns[] = {{112, 1}};
        static const MfTerm terms[] = {{512, 1, 784}};
        mf_productf(1, rows, 1, columns, 1, terms, &relu[0][0],
                    &linear3_weight[0][112 * i], acc[0], 128);
        for (int j = 0; j < 112; j++) {
            const float fake2 = mf_sigmoidf(acc[0][j] + linear3_bias[112 * i + j]);
            fake[0][112 * i + j] = fake2;
            const float t = random[0] * image[0][112 * i + j];
            between[0][112 * i + j] = t + (1.0f - random2[0]) * fake2;
        }
    }
}

/* 41  where93 critic.linear3.weight + critic.linear3.bias - (wher...  wgan_gp.lua:37 */
static void k41_sub(const float where[restrict 1][256],
                    const float linear3_weight[restrict 256][1],
                    const float where2[restrict 1][256],
                    const float critic_linear3_bias[restrict 1],
                    float sub[restrict 1][1])
{
    float acc = 0.0f;
    for (int i = 0; i < 256; i++)
        acc = fmaf(where[0][i], linear3_weight[i][0], acc);
    float acc2 = 0.0f;
    for (int i = 0; i < 256; i++)
        acc2 = fmaf(where2[0][i], linear3_weight[i][0], acc2);
    sub[0][0] = acc + critic_linear3_bias[0] - (acc2 + critic_linear3_bias[0]);
}

/* 42  distance = sub110                                               wgan_gp.lua:37 */
static void k42_distance(const float sub[restrict 1][1], float *restrict distance)
{
    *distance = sub[0][0];
}

/* 43  between critic.linear1.weight + critic.linear1.bias
 *     where(add45 > 0, add45, 0.2 * add45)                            wgan_gp.lua:35 */
static void k43_where(const float between[restrict 1][784],
                      const float linear1_weight[restrict 784][512],
                      const float critic_linear1_bias[restrict 512],
                      float add[restrict 1][512], float where[restrict 1][512])
{
    for (int i = 0; i < 4; i++) {
        float acc[1][128];
        static const MfAxis rows[] = {{1, 0}};
        static const MfAxis columns[] = {{128, 1}};
        static const MfTerm terms[] = {{784, 1, 512}};
        mf_productf(1, rows, 1, columns, 1, terms, &between[0][0],
                    &linear1_weight[0][128 * i], acc[0], 128);
        for (int j = 0; j < 128; j++) {
            const float t = acc[0][j] + critic_linear1_bias[128 * i + j];
            add[0][128 * i + j] = t;
            where[0][128 * i + j] = t > 0.0f ? t : 0.2f * t;
        }
    }
}

/* 44  where(where50 critic.linear2.weight + critic.linear2.bias >...  wgan_gp.lua:35 */
static void k44_add(const float where[restrict 1][512],
                    const float linear2_weight[restrict 512][256],
                    const float critic_linear2_bias[restrict 256],
                    float contract[restrict 1][256])
{
    for (int i = 0; i < 4; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 512; j++)
            for (int k = 0; k < 64; k++)
                acc[k] = fmaf(where[0][j], linear2_weight[j][64 * i + k], acc[k]);
        for (int j = 0; j < 64; j++) {
            const bool t = acc[j] + critic_linear2_bias[64 * i + j] > 0.0f;
            const float t2 = contract[0][64 * i + j];
            const float t3 = contract[0][64 * i + j];
            contract[0][64 * i + j] = (t ? t2 : 0.0f) + (t ? 0.0f : t3) * 0.2f;
        }
    }
}

/* 45  where(add45 > 0, add65 critic.linear2.weight', 0) + where(a...  wgan_gp.lua:35 */
static void k45_add(const float add[restrict 1][256],
                    const float linear2_weight[restrict 512][256],
                    float add2[restrict 1][512])
{
    for (int i = 0; i < 4; i++) {
        float acc[1][128];
        static const MfAxis rows[] = {{1, 0}};
        static const MfAxis columns[] = {{128, 256}};
        static const MfTerm terms[] = {{256, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &add[0][0],
                    &linear2_weight[128 * i][0], acc[0], 128);
        for (int j = 0; j < 128; j++) {
            const float t = acc[0][j];
            const bool t2 = add2[0][128 * i + j] > 0.0f;
            add2[0][128 * i + j] = (t2 ? t : 0.0f) + (t2 ? 0.0f : t) * 0.2f;
        }
    }
}

/* 46  slope = add70 critic.linear1.weight'                            wgan_gp.lua:35 */
static void k46_slope(const float add[restrict 1][512],
                      const float linear1_weight[restrict 784][512],
                      float slope[restrict 1][784])
{
    for (int i = 0; i < 7; i++) {
        float acc[1][128];
        static const MfAxis rows[] = {{1, 0}};
        static const MfAxis columns[] = {{112, 512}};
        static const MfTerm terms[] = {{512, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &add[0][0],
                    &linear1_weight[112 * i][0], acc[0], 128);
        for (int j = 0; j < 112; j++)
            slope[0][112 * i + j] = acc[0][j];
    }
}

/* 47  sum(slope * slope)                                              wgan_gp.lua:36 */
static void k47_sum(const float slope[restrict 1][784], float sum[restrict 1])
{
    float lane[16] = {0};
    for (int i = 0; i < 49; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += slope[0][16 * i + j] * slope[0][16 * i + j];
    }
    const float sum2 = mf_sum16f(lane);
    sum[0] = sum2;
}

/* 48  critic_loss = 10 * ((where(sum73 != 0, sqrt(...), sum73) - ...  wgan_gp.lua:38 */
static void k48_critic_loss(const float sum[restrict 1], const float sub[restrict 1][1],
                            float *restrict loss)
{
    const bool t = sum[0] != 0.0f;
    const float t2 = sum[0];
    const float t3 = sqrtf(t ? t2 : 1.0f);
    const float t4 = sum[0];
    const float t5 = (t ? t3 : t4) - 1.0f;
    *loss = 1e+01f * (t5 * t5) - sub[0][0];
}

/* 49  fake = sigmoid(relu22 generator.linear3.weight + generator....  wgan_gp.lua:29 */
static void k49_fake(const float relu[restrict 64][512],
                     const float linear3_weight[restrict 512][784],
                     const float linear3_bias[restrict 784],
                     float fake[restrict 64][784])
{
    for (int i = 0; i < 7; i++) {
        float acc[64][128];
        static const MfAxis rows[] = {{64, 512}};
        static const MfAxis columns[] = {{112, 1}};
        static const MfTerm terms[] = {{512, 1, 784}};
        mf_productf(1, rows, 1, columns, 1, terms, &relu[0][0],
                    &linear3_weight[0][112 * i], acc[0], 128);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 112; k++) {
                const float t = acc[j][k] + linear3_bias[112 * i + k];
                fake[j][112 * i + k] = mf_sigmoidf(t);
            }
    }
}

/* 50  generator_loss = sum(contract50 + critic.linear3.bias) * -0...  wgan_gp.lua:41 */
static void k50_generator_loss(const float contract[restrict 64][1],
                               const float critic_linear3_bias[restrict 1],
                               float *restrict loss)
{
    float acc = 0.0f;
    for (int i = 0; i < 64; i++)
        acc += contract[i][0] + critic_linear3_bias[0];
    *loss = acc * -0.015625f;
}

/* 51  add83 critic.linear1.weight' * (fake * (1 - fake))              wgan_gp.lua:29 */
static void k51_mul(const float linear1_weight[restrict 784][512],
                    const float add[restrict 64][512], float fake[restrict 64][784])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][224];
        static const MfAxis rows[] = {{196, 512}};
        static const MfAxis columns[] = {{64, 512}};
        static const MfTerm terms[] = {{512, 1, 1}};
        mf_product_turnedf(1, rows, 1, columns, 1, terms, &linear1_weight[196 * i][0],
                           &add[0][0], acc[0], 224);
        for (int j = 0; j < 64; j++) {
            MF_ROLLED
            for (int k = 0; k < 192; k++) {
                const float t = fake[j][196 * i + k] * (1.0f - fake[j][196 * i + k]);
                fake[j][196 * i + k] = acc[j][k] * t;
            }
            MF_ROLLED
            for (int k = 192; k < 196; k++) {
                const float t = fake[j][196 * i + k] * (1.0f - fake[j][196 * i + k]);
                fake[j][196 * i + k] = acc[j][k] * t;
            }
        }
    }
}

/* 52  generator.adam.m.generator.linear3.bias = where(abs(generator.beta1 * generato...
 *     generator.adam.v.generator.linear3.bias = where(abs(generator.beta2 * generato...
 *     generator.linear3.bias = generator.linear3.bias - div64 * w...  wgan_gp.lua:50 */
static void k52_linear3_bias(const float mul[restrict 64][784], float generator_beta1,
                             float generator_beta2, float div, float sqrt_,
                             float generator_eps, float linear3_bias[restrict 784],
                             float linear3_bias2[restrict 784],
                             float linear3_bias3[restrict 784])
{
    for (int i = 0; i < 12; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += mul[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float dgenerator_linear3_bias = acc[j];
            const float t = (1.0f - generator_beta1) * dgenerator_linear3_bias;
            const float t2 = generator_beta1 * linear3_bias[64 * i + j] + t;
            const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            linear3_bias[64 * i + j] = t3;
            const float t4 = dgenerator_linear3_bias * dgenerator_linear3_bias;
            const float t5 = generator_beta2 * linear3_bias2[64 * i + j];
            const float t5_2 = t5 + (1.0f - generator_beta2) * t4;
            const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
            linear3_bias2[64 * i + j] = t6;
            const float t7 = div * t3 / (sqrtf(t6) / sqrt_ + generator_eps);
            linear3_bias3[64 * i + j] = linear3_bias3[64 * i + j] - t7;
        }
    }
    float acc[16] = {0};
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] += mul[i][j + 768];
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float dgenerator_linear3_bias = acc[i];
        const float t = (1.0f - generator_beta1) * dgenerator_linear3_bias;
        const float t2 = generator_beta1 * linear3_bias[i + 768] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        linear3_bias[i + 768] = t2_2;
        const float t3 = dgenerator_linear3_bias * dgenerator_linear3_bias;
        const float t4 = generator_beta2 * linear3_bias2[i + 768];
        const float t4_2 = t4 + (1.0f - generator_beta2) * t3;
        const float t5 = mf_absf(t4_2) < 1e-30f ? 0.0f : t4_2;
        linear3_bias2[i + 768] = t5;
        const float t6 = div * t2_2 / (sqrtf(t5) / sqrt_ + generator_eps);
        linear3_bias3[i + 768] = linear3_bias3[i + 768] - t6;
    }
}

/* 53  where(relu22 > 0, mul88 generator.linear3.weight', 0)           wgan_gp.lua:29 */
static void k53_where(const float linear3_weight[restrict 512][784],
                      const float mul[restrict 64][784],
                      const float relu[restrict 64][512], float where[restrict 64][512])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][256];
        static const MfAxis rows[] = {{256, 784}};
        static const MfAxis columns[] = {{64, 784}};
        static const MfTerm terms[] = {{784, 1, 1}};
        mf_product_turnedf(1, rows, 1, columns, 1, terms, &linear3_weight[256 * i][0],
                           &mul[0][0], acc[0], 256);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 256; k++) {
                const float t = acc[j][k];
                where[j][256 * i + k] = relu[j][256 * i + k] > 0.0f ? t : 0.0f;
            }
    }
}

/* 54  generator.adam.m.generator.linear2.bias = where(abs(generator.beta1 * generato...
 *     generator.adam.v.generator.linear2.bias = where(abs(generator.beta2 * generato...
 *     generator.linear2.bias = generator.linear2.bias - div64 * w...  wgan_gp.lua:50 */
static void k54_linear2_bias(const float where[restrict 64][512], float generator_beta1,
                             float generator_beta2, float div, float sqrt_,
                             float generator_eps, float linear2_bias[restrict 512],
                             float linear2_bias2[restrict 512],
                             float linear2_bias3[restrict 512])
{
    for (int i = 0; i < 8; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += where[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float dgenerator_linear2_bias = acc[j];
            const float t = (1.0f - generator_beta1) * dgenerator_linear2_bias;
            const float t2 = generator_beta1 * linear2_bias[64 * i + j] + t;
            const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            linear2_bias[64 * i + j] = t3;
            const float t4 = dgenerator_linear2_bias * dgenerator_linear2_bias;
            const float t5 = generator_beta2 * linear2_bias2[64 * i + j];
            const float t5_2 = t5 + (1.0f - generator_beta2) * t4;
            const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
            linear2_bias2[64 * i + j] = t6;
            const float t7 = div * t3 / (sqrtf(t6) / sqrt_ + generator_eps);
            linear2_bias3[64 * i + j] = linear2_bias3[64 * i + j] - t7;
        }
    }
}

/* 55  generator.adam.m.generator.linear3.weight = where(abs(generator.beta1 * genera...
 *     generator.adam.v.generator.linear3.weight = where(abs(generator.beta2 * genera...
 *     generator.linear3.weight = generator.linear3.weight - div64...  wgan_gp.lua:50 */
static void k55_linear3_weight(const float relu[restrict 64][512],
                               const float mul[restrict 64][784], float generator_beta1,
                               float generator_beta2, float div, float sqrt_,
                               float generator_eps,
                               float linear3_weight[restrict 512][784],
                               float linear3_weight2[restrict 512][784],
                               float linear3_weight3[restrict 512][784])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 7; j++) {
            float acc[128][128];
            static const MfAxis rows[] = {{128, 1}};
            static const MfAxis columns[] = {{112, 1}};
            static const MfTerm terms[] = {{64, 512, 784}};
            mf_productf(1, rows, 1, columns, 1, terms, &relu[0][128 * i],
                        &mul[0][112 * j], acc[0], 128);
            for (int k = 0; k < 128; k++)
                for (int l = 0; l < 112; l++) {
                    const float dgenerator_linear3_weight = acc[k][l];
                    const float t = linear3_weight[128 * i + k][112 * j + l];
                    const float t2 = dgenerator_linear3_weight;
                    const float t3 = (1.0f - generator_beta1) * t2;
                    const float t2_2 = generator_beta1 * t + t3;
                    const float t3_2 = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
                    linear3_weight[128 * i + k][112 * j + l] = t3_2;
                    const float t4 = linear3_weight2[128 * i + k][112 * j + l];
                    const float t5 = (1.0f - generator_beta2) * (t2 * t2);
                    const float t6 = generator_beta2 * t4 + t5;
                    const float t7 = mf_absf(t6) < 1e-30f ? 0.0f : t6;
                    linear3_weight2[128 * i + k][112 * j + l] = t7;
                    const float t8 = div * t3_2 / (sqrtf(t7) / sqrt_ + generator_eps);
                    const float t9 = linear3_weight3[128 * i + k][112 * j + l];
                    linear3_weight3[128 * i + k][112 * j + l] = t9 - t8;
                }
        }
}

/* 56  where(relu16 > 0, where90 generator.linear2.weight', 0)         wgan_gp.lua:29 */
static void k56_where(const float linear2_weight[restrict 256][512],
                      const float where[restrict 64][512],
                      const float relu[restrict 64][256],
                      float where2[restrict 64][256])
{
    float acc[64][256];
    static const MfAxis rows[] = {{256, 512}};
    static const MfAxis columns[] = {{64, 512}};
    static const MfTerm terms[] = {{512, 1, 1}};
    mf_product_turnedf(1, rows, 1, columns, 1, terms, &linear2_weight[0][0],
                       &where[0][0], acc[0], 256);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 256; j++) {
            const float t = acc[i][j];
            where2[i][j] = relu[i][j] > 0.0f ? t : 0.0f;
        }
}

/* 57  generator.adam.m.generator.linear1.weight = where(abs(generator.beta1 * genera...
 *     generator.adam.v.generator.linear1.weight = where(abs(generator.beta2 * genera...
 *     generator.linear1.weight = generator.linear1.weight - div64...  wgan_gp.lua:50 */
static void k57_linear1_weight(const float mul[restrict 64][64],
                               const float where[restrict 64][256],
                               float generator_beta1, float generator_beta2, float div,
                               float sqrt_, float generator_eps,
                               float linear1_weight[restrict 64][256],
                               float linear1_weight2[restrict 64][256],
                               float linear1_weight3[restrict 64][256])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 1}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{64, 64, 256}};
        mf_productf(1, rows, 1, columns, 1, terms, &mul[0][0], &where[0][64 * i],
                    acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float dgenerator_linear1_weight = acc[j][k];
                const float t = (1.0f - generator_beta1) * dgenerator_linear1_weight;
                const float t2 = generator_beta1 * linear1_weight[j][64 * i + k];
                const float t2_2 = t2 + t;
                const float t3 = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
                linear1_weight[j][64 * i + k] = t3;
                const float t4 = dgenerator_linear1_weight * dgenerator_linear1_weight;
                const float t5 = generator_beta2 * linear1_weight2[j][64 * i + k];
                const float t5_2 = t5 + (1.0f - generator_beta2) * t4;
                const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
                linear1_weight2[j][64 * i + k] = t6;
                const float t7 = div * t3 / (sqrtf(t6) / sqrt_ + generator_eps);
                linear1_weight3[j][64 * i + k] = linear1_weight3[j][64 * i + k] - t7;
            }
    }
}

/* 58  generator.adam.m.generator.linear1.bias = where(abs(generator.beta1 * generato...
 *     generator.adam.v.generator.linear1.bias = where(abs(generator.beta2 * generato...
 *     generator.linear1.bias = generator.linear1.bias - div64 * w...  wgan_gp.lua:50 */
static void k58_linear1_bias(const float where[restrict 64][256], float generator_beta1,
                             float generator_beta2, float div, float sqrt_,
                             float generator_eps, float linear1_bias[restrict 256],
                             float linear1_bias2[restrict 256],
                             float linear1_bias3[restrict 256])
{
    for (int i = 0; i < 4; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += where[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float dgenerator_linear1_bias = acc[j];
            const float t = (1.0f - generator_beta1) * dgenerator_linear1_bias;
            const float t2 = generator_beta1 * linear1_bias[64 * i + j] + t;
            const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            linear1_bias[64 * i + j] = t3;
            const float t4 = dgenerator_linear1_bias * dgenerator_linear1_bias;
            const float t5 = generator_beta2 * linear1_bias2[64 * i + j];
            const float t5_2 = t5 + (1.0f - generator_beta2) * t4;
            const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
            linear1_bias2[64 * i + j] = t6;
            const float t7 = div * t3 / (sqrtf(t6) / sqrt_ + generator_eps);
            linear1_bias3[64 * i + j] = linear1_bias3[64 * i + j] - t7;
        }
    }
}

/* 59  generator.adam.m.generator.linear2.weight = where(abs(generator.beta1 * genera...
 *     generator.adam.v.generator.linear2.weight = where(abs(generator.beta2 * genera...
 *     generator.linear2.weight = generator.linear2.weight - div64...  wgan_gp.lua:50 */
static void k59_linear2_weight(const float relu[restrict 64][256],
                               const float where[restrict 64][512],
                               float generator_beta1, float generator_beta2, float div,
                               float sqrt_, float generator_eps,
                               float linear2_weight[restrict 256][512],
                               float linear2_weight2[restrict 256][512],
                               float linear2_weight3[restrict 256][512])
{
    for (int i = 0; i < 8; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{256, 1}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{64, 256, 512}};
        mf_productf(1, rows, 1, columns, 1, terms, &relu[0][0], &where[0][64 * i],
                    acc[0], 64);
        for (int j = 0; j < 256; j++)
            for (int k = 0; k < 64; k++) {
                const float dgenerator_linear2_weight = acc[j][k];
                const float t = (1.0f - generator_beta1) * dgenerator_linear2_weight;
                const float t2 = generator_beta1 * linear2_weight[j][64 * i + k];
                const float t2_2 = t2 + t;
                const float t3 = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
                linear2_weight[j][64 * i + k] = t3;
                const float t4 = dgenerator_linear2_weight * dgenerator_linear2_weight;
                const float t5 = generator_beta2 * linear2_weight2[j][64 * i + k];
                const float t5_2 = t5 + (1.0f - generator_beta2) * t4;
                const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
                linear2_weight2[j][64 * i + k] = t6;
                const float t7 = div * t3 / (sqrtf(t6) / sqrt_ + generator_eps);
                linear2_weight3[j][64 * i + k] = linear2_weight3[j][64 * i + k] - t7;
            }
    }
}

/* 60  image = sigmoid(relu12 generator.linear3.weight + generator...  wgan_gp.lua:56 */
static void k60_image(const float relu[restrict 1][512],
                      const float linear3_weight[restrict 512][784],
                      const float linear3_bias[restrict 784],
                      float image[restrict 1][784])
{
    for (int i = 0; i < 7; i++) {
        float acc[1][128];
        static const MfAxis rows[] = {{1, 0}};
        static const MfAxis columns[] = {{112, 1}};
        static const MfTerm terms[] = {{512, 1, 784}};
        mf_productf(1, rows, 1, columns, 1, terms, &relu[0][0],
                    &linear3_weight[0][112 * i], acc[0], 128);
        for (int j = 0; j < 112; j++)
            image[0][112 * i + j] = mf_sigmoidf(acc[0][j] + linear3_bias[112 * i + j]);
    }
}

/* 61  generator.linear1.weight = -0.125 + 0.25 * init generator.l...  wgan_gp.lua:16 */
static void k61_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear1_weight[restrict 64][256])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 4; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(256 * i + 64 * j), 64, u);
            for (int k = 0; k < 64; k++)
                linear1_weight[i][64 * j + k] = -0.125f + 0.25f * u[k];
        }
}

/* 62  generator.linear1.bias = -0.125 + 0.25 * init generator.lin...  wgan_gp.lua:16 */
static void k62_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear1_bias[restrict 256])
{
    for (int i = 0; i < 4; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            linear1_bias[64 * i + j] = -0.125f + 0.25f * u[j];
    }
}

/* 63  generator.linear2.weight = -0.0625 + 0.125 * init generator...  wgan_gp.lua:17 */
static void k63_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear2_weight[restrict 256][512])
{
    for (int i = 0; i < 256; i++)
        for (int j = 0; j < 8; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(512 * i + 64 * j), 64, u);
            for (int k = 0; k < 64; k++)
                linear2_weight[i][64 * j + k] = -0.0625f + 0.125f * u[k];
        }
}

/* 64  generator.linear2.bias = -0.0625 + 0.125 * init generator.l...  wgan_gp.lua:17 */
static void k64_linear2_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear2_bias[restrict 512])
{
    for (int i = 0; i < 8; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            linear2_bias[64 * i + j] = -0.0625f + 0.125f * u[j];
    }
}

/* 65  generator.linear3.weight = -0.0441942 + 0.0883883 * init ge...  wgan_gp.lua:18 */
static void k65_linear3_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2,
                               float linear3_weight[restrict 512][784])
{
    for (int i = 0; i < 512; i++) {
        for (int j = 0; j < 12; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(784 * i + 64 * j), 64, u);
            for (int k = 0; k < 64; k++)
                linear3_weight[i][64 * j + k] = -0.044194173f + 0.088388346f * u[k];
        }
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const int at = 784 * i + j + 768;
            const float t = mf_uniformf(seed, stream2, step, (uint64_t)at);
            linear3_weight[i][j + 768] = -0.044194173f + 0.088388346f * t;
        }
    }
}

/* 66  generator.linear3.bias = -0.0441942 + 0.0883883 * init gene...  wgan_gp.lua:18 */
static void k66_linear3_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             uint64_t stream2, float linear3_bias[restrict 784])
{
    for (int i = 0; i < 12; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            linear3_bias[64 * i + j] = -0.044194173f + 0.088388346f * u[j];
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float t = mf_uniformf(seed, stream2, step, (uint64_t)(i + 768));
        linear3_bias[i + 768] = -0.044194173f + 0.088388346f * t;
    }
}

/* 67  critic.linear1.weight = -0.0357143 + 0.0714286 * init criti...  wgan_gp.lua:23 */
static void k67_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear1_weight[restrict 784][512])
{
    for (int i = 0; i < 784; i++)
        for (int j = 0; j < 8; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(512 * i + 64 * j), 64, u);
            for (int k = 0; k < 64; k++)
                linear1_weight[i][64 * j + k] = -0.035714287f + 0.071428575f * u[k];
        }
}

/* 68  critic.linear1.bias = -0.0357143 + 0.0714286 * init critic....  wgan_gp.lua:23 */
static void k68_critic_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                                    float critic_linear1_bias[restrict 512])
{
    for (int i = 0; i < 8; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            critic_linear1_bias[64 * i + j] = -0.035714287f + 0.071428575f * u[j];
    }
}

/* 69  critic.linear2.weight = -0.0441942 + 0.0883883 * init criti...  wgan_gp.lua:24 */
static void k69_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear2_weight[restrict 512][256])
{
    for (int i = 0; i < 512; i++)
        for (int j = 0; j < 4; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(256 * i + 64 * j), 64, u);
            for (int k = 0; k < 64; k++)
                linear2_weight[i][64 * j + k] = -0.044194173f + 0.088388346f * u[k];
        }
}

/* 70  critic.linear2.bias = -0.0441942 + 0.0883883 * init critic....  wgan_gp.lua:24 */
static void k70_critic_linear2_bias(uint64_t step, uint64_t seed, uint64_t stream,
                                    float critic_linear2_bias[restrict 256])
{
    for (int i = 0; i < 4; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            critic_linear2_bias[64 * i + j] = -0.044194173f + 0.088388346f * u[j];
    }
}

/* 71  critic.linear3.weight = -0.0625 + 0.125 * init critic.linea...  wgan_gp.lua:25 */
static void k71_linear3_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear3_weight[restrict 256][1])
{
    for (int i = 0; i < 256; i++) {
        const float t = 0.125f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear3_weight[i][0] = -0.0625f + t;
    }
}

/* 72  critic.linear3.bias = -0.0625 + 0.125 * init critic.linear3...  wgan_gp.lua:25 */
static void k72_critic_linear3_bias(uint64_t step, uint64_t seed, uint64_t stream,
                                    float critic_linear3_bias[restrict 1])
{
    const float t = 0.125f * mf_uniformf(seed, stream, step, (uint64_t)0);
    critic_linear3_bias[0] = -0.0625f + t;
}

/* 73  0.5                                                             wgan_gp.lua:47 */
static void k73_critic_beta1(float full, float *restrict generator_beta1)
{
    *generator_beta1 = full;
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
void wgan_gp_init(WganGp *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
    k61_linear1_weight(net->step, net->seed, 0xcfb5eaa0969db09fu,
                       net->generator_linear1_weight);
    k62_linear1_bias(net->step, net->seed, 0xd929eeae93c6617au,
                     net->generator_linear1_bias);
    k63_linear2_weight(net->step, net->seed, 0x500c217ee59a66e6u,
                       net->generator_linear2_weight);
    k64_linear2_bias(net->step, net->seed, 0x9ddb309ef86d00dcu,
                     net->generator_linear2_bias);
    k65_linear3_weight(net->step, net->seed, 0x122c20586b3a6accu, 0x122c20586b3a6accu,
                       net->generator_linear3_weight);
    k66_linear3_bias(net->step, net->seed, 0xeb4d766c22db7995u, 0xeb4d766c22db7995u,
                     net->generator_linear3_bias);
    k67_linear1_weight(net->step, net->seed, 0x21444a7093541cf6u,
                       net->critic_linear1_weight);
    k68_critic_linear1_bias(net->step, net->seed, 0x540db8d81012815eu,
                            net->critic_linear1_bias);
    k69_linear2_weight(net->step, net->seed, 0xc518551c6006b106u,
                       net->critic_linear2_weight);
    k70_critic_linear2_bias(net->step, net->seed, 0x9af2252f77408c00u,
                            net->critic_linear2_bias);
    k71_linear3_weight(net->step, net->seed, 0x1bba4340c7e88124u,
                       net->critic_linear3_weight);
    k72_critic_linear3_bias(net->step, net->seed, 0xe8de6d5ce8d4fedau,
                            net->critic_linear3_bias);
    net->critic_beta1 = 0.5f;
    net->critic_beta2 = 0.9f;
    net->critic_lr = 0.0001f;
    net->critic_eps = 1e-08f;
    k73_critic_beta1(net->critic_beta1, &net->generator_beta1);
    k73_critic_beta1(net->critic_beta2, &net->generator_beta2);
    k73_critic_beta1(net->critic_lr, &net->generator_lr);
    k73_critic_beta1(net->critic_eps, &net->generator_eps);
}

/* One step: forward, backward, update; returns the loss before it. */
float wgan_gp_step_critic(WganGp *net, const float image[restrict 64][784])
{
    float loss;
    float div;
    float sqrt_;
    union WganGpStepCritic *w = &net->work.step_critic;
    k1_sqrt(net->critic_beta1, net->critic_lr, net->critic_beta2, &net->critic_updates,
            &div, &sqrt_);
    k2_random(net->step, net->seed, 0xbb00d74ecdfddc7bu, w->random);
    k3_mul(net->step, net->seed, 0xd37e7a07cc979a39u, 0x71007b15f8c7a0e7u, w->mul);
    k4_relu(w->mul, net->generator_linear1_weight, net->generator_linear1_bias,
            w->relu);
    k5_contract(net->critic_linear3_weight, w->contract2);
    k6_contract(net->critic_linear3_weight, w->contract3);
    k7_contract(net->critic_linear3_weight, w->contract4);
    k8_relu(w->relu, net->generator_linear2_weight, net->generator_linear2_bias,
            w->relu2);
    k9_where(image, net->critic_linear1_weight, net->critic_linear1_bias, w->add,
             w->where);
    k10_add(w->where, net->critic_linear2_weight, net->critic_linear2_bias, w->where2,
            w->contract3);
    k11_add(net->critic_linear2_weight, w->contract3, w->add);
    k12_contract(net->critic_linear3_weight, w->where2, w->contract5);
    k13_between(w->relu2, net->generator_linear3_weight, net->generator_linear3_bias,
                w->random, image, w->random, w->fake, w->between);
    k9_where(w->between, net->critic_linear1_weight, net->critic_linear1_bias, w->add2,
             w->where3);
    k14_add(w->where3, net->critic_linear2_weight, net->critic_linear2_bias, w->gt,
            w->contract2);
    k15_add(net->critic_linear2_weight, w->contract2, w->add2, w->add3);
    k16_slope(net->critic_linear1_weight, w->add3, w->slope);
    k17_dslope(w->slope, w->sub, w->dslope);
    k18_add(w->dslope, net->critic_linear1_weight, w->add2);
    k19_add(w->add2, net->critic_linear2_weight, w->gt, w->add5);
    k9_where(w->fake, net->critic_linear1_weight, net->critic_linear1_bias, w->add4,
             w->where4);
    k10_add(w->where4, net->critic_linear2_weight, net->critic_linear2_bias, w->where5,
            w->contract4);
    k11_add(net->critic_linear2_weight, w->contract4, w->add4);
    k20_critic_linear2_bias(w->contract4, w->contract3, net->critic_beta1,
                            net->critic_beta2, div, sqrt_, net->critic_eps,
                            net->critic_adam_m_critic_linear2_bias,
                            net->critic_adam_v_critic_linear2_bias,
                            net->critic_linear2_bias);
    k21_linear1_weight(w->fake, w->add4, image, w->add, w->dslope, w->add3,
                       net->critic_beta1, net->critic_beta2, div, sqrt_,
                       net->critic_eps, net->critic_adam_m_critic_linear1_weight,
                       net->critic_adam_v_critic_linear1_weight,
                       net->critic_linear1_weight);
    k22_critic_linear1_bias(w->add4, w->add, net->critic_beta1, net->critic_beta2, div,
                            sqrt_, net->critic_eps,
                            net->critic_adam_m_critic_linear1_bias,
                            net->critic_adam_v_critic_linear1_bias,
                            net->critic_linear1_bias);
    k23_linear2_weight(w->where4, w->contract4, w->where, w->contract3, w->add2,
                       w->contract2, net->critic_beta1, net->critic_beta2, div, sqrt_,
                       net->critic_eps, net->critic_adam_m_critic_linear2_weight,
                       net->critic_adam_v_critic_linear2_weight,
                       net->critic_linear2_weight);
    k12_contract(net->critic_linear3_weight, w->where5, w->contract);
    k24_distance(w->contract5, net->critic_linear3_bias, w->contract,
                 &net->metric.distance);
    k25_linear3_weight(w->where5, w->where2, w->add5, net->critic_beta1,
                       net->critic_beta2, div, sqrt_, net->critic_eps,
                       net->critic_adam_m_critic_linear3_weight,
                       net->critic_adam_v_critic_linear3_weight,
                       net->critic_linear3_weight);
    k26_critic_loss(w->sub, net->metric.distance, &loss);
    k27_critic_linear3_bias(net->critic_beta1, net->critic_beta2, div, sqrt_,
                            net->critic_eps, net->critic_adam_m_critic_linear3_bias,
                            net->critic_adam_v_critic_linear3_bias,
                            net->critic_linear3_bias);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float wgan_gp_eval_critic(WganGp *net, const float image[restrict 64][784])
{
    float loss;
    union WganGpEvalCritic *w = &net->work.eval_critic;
    k2_random(net->step, net->seed, 0xbb00d74ecdfddc7bu, w->random);
    k3_mul(net->step, net->seed, 0xd37e7a07cc979a39u, 0x71007b15f8c7a0e7u, w->mul);
    k4_relu(w->mul, net->generator_linear1_weight, net->generator_linear1_bias,
            w->relu);
    k5_contract(net->critic_linear3_weight, w->contract2);
    k8_relu(w->relu, net->generator_linear2_weight, net->generator_linear2_bias,
            w->relu2);
    k28_where(image, net->critic_linear1_weight, net->critic_linear1_bias, w->where2);
    k29_where(w->where2, net->critic_linear2_weight, net->critic_linear2_bias,
              w->where4);
    k12_contract(net->critic_linear3_weight, w->where4, w->contract3);
    k13_between(w->relu2, net->generator_linear3_weight, net->generator_linear3_bias,
                w->random, image, w->random, w->fake, w->between);
    k28_where(w->fake, net->critic_linear1_weight, net->critic_linear1_bias, w->where5);
    k29_where(w->where5, net->critic_linear2_weight, net->critic_linear2_bias,
              w->where3);
    k12_contract(net->critic_linear3_weight, w->where3, w->contract);
    k24_distance(w->contract3, net->critic_linear3_bias, w->contract,
                 &net->metric.distance);
    k9_where(w->between, net->critic_linear1_weight, net->critic_linear1_bias, w->add,
             w->where);
    k30_add(w->where, net->critic_linear2_weight, net->critic_linear2_bias,
            w->contract2);
    k11_add(net->critic_linear2_weight, w->contract2, w->add);
    k16_slope(net->critic_linear1_weight, w->add, w->slope);
    k31_sum(w->slope, w->sum);
    k32_critic_loss(w->sum, net->metric.distance, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float wgan_gp_eval_one_critic(WganGp *net, const float image[restrict 1][784])
{
    float loss;
    union WganGpEvalOneCritic *w = &net->work.eval_one_critic;
    k33_random(net->step, net->seed, 0xbb00d74ecdfddc7bu, w->random);
    k34_mul(net->step, net->seed, 0xd37e7a07cc979a39u, 0x71007b15f8c7a0e7u, w->mul);
    k35_relu(w->mul, net->generator_linear1_weight, net->generator_linear1_bias,
             w->relu);
    k36_contract(net->critic_linear3_weight, w->contract);
    k37_relu(w->relu, net->generator_linear2_weight, net->generator_linear2_bias,
             w->relu2);
    k38_where(image, net->critic_linear1_weight, net->critic_linear1_bias, w->where2);
    k39_where(w->where2, net->critic_linear2_weight, net->critic_linear2_bias,
              w->where5);
    k40_between(w->relu2, net->generator_linear3_weight, net->generator_linear3_bias,
                w->random, image, w->random, w->fake, w->between);
    k38_where(w->fake, net->critic_linear1_weight, net->critic_linear1_bias, w->where4);
    k39_where(w->where4, net->critic_linear2_weight, net->critic_linear2_bias,
              w->where3);
    k41_sub(w->where5, net->critic_linear3_weight, w->where3, net->critic_linear3_bias,
            w->sub);
    k42_distance(w->sub, &net->metric.distance);
    k43_where(w->between, net->critic_linear1_weight, net->critic_linear1_bias, w->add,
              w->where);
    k44_add(w->where, net->critic_linear2_weight, net->critic_linear2_bias,
            w->contract);
    k45_add(w->contract, net->critic_linear2_weight, w->add);
    k46_slope(w->add, net->critic_linear1_weight, w->slope);
    k47_sum(w->slope, w->sum);
    k48_critic_loss(w->sum, w->sub, &loss);
    return loss;
}

/* One step: forward, backward, update; returns the loss before it. */
float wgan_gp_step_generator(WganGp *net)
{
    float loss;
    float div;
    float sqrt_;
    union WganGpStepGenerator *w = &net->work.step_generator;
    k1_sqrt(net->generator_beta1, net->generator_lr, net->generator_beta2,
            &net->generator_updates, &div, &sqrt_);
    k3_mul(net->step, net->seed, 0xd37e7a07cc979a39u, 0x71007b15f8c7a0e7u, w->mul);
    k6_contract(net->critic_linear3_weight, w->contract2);
    k4_relu(w->mul, net->generator_linear1_weight, net->generator_linear1_bias,
            w->relu2);
    k8_relu(w->relu2, net->generator_linear2_weight, net->generator_linear2_bias,
            w->relu);
    k49_fake(w->relu, net->generator_linear3_weight, net->generator_linear3_bias,
             w->fake);
    k9_where(w->fake, net->critic_linear1_weight, net->critic_linear1_bias, w->add,
             w->where3);
    k10_add(w->where3, net->critic_linear2_weight, net->critic_linear2_bias, w->where4,
            w->contract2);
    k12_contract(net->critic_linear3_weight, w->where4, w->contract);
    k11_add(net->critic_linear2_weight, w->contract2, w->add);
    k50_generator_loss(w->contract, net->critic_linear3_bias, &loss);
    k51_mul(net->critic_linear1_weight, w->add, w->fake);
    k52_linear3_bias(w->fake, net->generator_beta1, net->generator_beta2, div, sqrt_,
                     net->generator_eps, net->generator_adam_m_generator_linear3_bias,
                     net->generator_adam_v_generator_linear3_bias,
                     net->generator_linear3_bias);
    k53_where(net->generator_linear3_weight, w->fake, w->relu, w->where2);
    k54_linear2_bias(w->where2, net->generator_beta1, net->generator_beta2, div, sqrt_,
                     net->generator_eps, net->generator_adam_m_generator_linear2_bias,
                     net->generator_adam_v_generator_linear2_bias,
                     net->generator_linear2_bias);
    k55_linear3_weight(w->relu, w->fake, net->generator_beta1, net->generator_beta2,
                       div, sqrt_, net->generator_eps,
                       net->generator_adam_m_generator_linear3_weigh,
                       net->generator_adam_v_generator_linear3_weigh,
                       net->generator_linear3_weight);
    k56_where(net->generator_linear2_weight, w->where2, w->relu2, w->where);
    k57_linear1_weight(w->mul, w->where, net->generator_beta1, net->generator_beta2,
                       div, sqrt_, net->generator_eps,
                       net->generator_adam_m_generator_linear1_weigh,
                       net->generator_adam_v_generator_linear1_weigh,
                       net->generator_linear1_weight);
    k58_linear1_bias(w->where, net->generator_beta1, net->generator_beta2, div, sqrt_,
                     net->generator_eps, net->generator_adam_m_generator_linear1_bias,
                     net->generator_adam_v_generator_linear1_bias,
                     net->generator_linear1_bias);
    k59_linear2_weight(w->relu2, w->where2, net->generator_beta1, net->generator_beta2,
                       div, sqrt_, net->generator_eps,
                       net->generator_adam_m_generator_linear2_weigh,
                       net->generator_adam_v_generator_linear2_weigh,
                       net->generator_linear2_weight);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float wgan_gp_eval_generator(WganGp *net)
{
    float loss;
    union WganGpEvalGenerator *w = &net->work.eval_generator;
    k3_mul(net->step, net->seed, 0xd37e7a07cc979a39u, 0x71007b15f8c7a0e7u, w->mul);
    k4_relu(w->mul, net->generator_linear1_weight, net->generator_linear1_bias,
            w->relu);
    k8_relu(w->relu, net->generator_linear2_weight, net->generator_linear2_bias,
            w->relu2);
    k49_fake(w->relu2, net->generator_linear3_weight, net->generator_linear3_bias,
             w->fake);
    k28_where(w->fake, net->critic_linear1_weight, net->critic_linear1_bias, w->where2);
    k29_where(w->where2, net->critic_linear2_weight, net->critic_linear2_bias,
              w->where);
    k12_contract(net->critic_linear3_weight, w->where, w->contract);
    k50_generator_loss(w->contract, net->critic_linear3_bias, &loss);
    return loss;
}

/* The function `generate`. */
void wgan_gp_generate(WganGp *net, const float z[restrict 1][64],
                      float image[restrict 1][784])
{
    struct WganGpGenerate *w = &net->work.generate;
    k35_relu(z, net->generator_linear1_weight, net->generator_linear1_bias, w->relu2);
    k37_relu(w->relu2, net->generator_linear2_weight, net->generator_linear2_bias,
             w->relu);
    k60_image(w->relu, net->generator_linear3_weight, net->generator_linear3_bias,
              image);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor wgan_gp_tensors[] = {
    {"generator.linear1.weight", MF_F32, MF_PARAM, 2, {64, 256}, offsetof(WganGp, generator_linear1_weight)},
    {"generator.linear1.bias", MF_F32, MF_PARAM, 1, {256}, offsetof(WganGp, generator_linear1_bias)},
    {"generator.linear2.weight", MF_F32, MF_PARAM, 2, {256, 512}, offsetof(WganGp, generator_linear2_weight)},
    {"generator.linear2.bias", MF_F32, MF_PARAM, 1, {512}, offsetof(WganGp, generator_linear2_bias)},
    {"generator.linear3.weight", MF_F32, MF_PARAM, 2, {512, 784}, offsetof(WganGp, generator_linear3_weight)},
    {"generator.linear3.bias", MF_F32, MF_PARAM, 1, {784}, offsetof(WganGp, generator_linear3_bias)},
    {"critic.linear1.weight", MF_F32, MF_PARAM, 2, {784, 512}, offsetof(WganGp, critic_linear1_weight)},
    {"critic.linear1.bias", MF_F32, MF_PARAM, 1, {512}, offsetof(WganGp, critic_linear1_bias)},
    {"critic.linear2.weight", MF_F32, MF_PARAM, 2, {512, 256}, offsetof(WganGp, critic_linear2_weight)},
    {"critic.linear2.bias", MF_F32, MF_PARAM, 1, {256}, offsetof(WganGp, critic_linear2_bias)},
    {"critic.linear3.weight", MF_F32, MF_PARAM, 2, {256, 1}, offsetof(WganGp, critic_linear3_weight)},
    {"critic.linear3.bias", MF_F32, MF_PARAM, 1, {1}, offsetof(WganGp, critic_linear3_bias)},
    {"critic.adam.m.critic.linear1.weight", MF_F32, MF_STATE, 2, {784, 512}, offsetof(WganGp, critic_adam_m_critic_linear1_weight)},
    {"critic.adam.v.critic.linear1.weight", MF_F32, MF_STATE, 2, {784, 512}, offsetof(WganGp, critic_adam_v_critic_linear1_weight)},
    {"critic.updates", MF_F32, MF_STATE, 0, {0}, offsetof(WganGp, critic_updates)},
    {"critic.adam.m.critic.linear1.bias", MF_F32, MF_STATE, 1, {512}, offsetof(WganGp, critic_adam_m_critic_linear1_bias)},
    {"critic.adam.v.critic.linear1.bias", MF_F32, MF_STATE, 1, {512}, offsetof(WganGp, critic_adam_v_critic_linear1_bias)},
    {"critic.adam.m.critic.linear2.weight", MF_F32, MF_STATE, 2, {512, 256}, offsetof(WganGp, critic_adam_m_critic_linear2_weight)},
    {"critic.adam.v.critic.linear2.weight", MF_F32, MF_STATE, 2, {512, 256}, offsetof(WganGp, critic_adam_v_critic_linear2_weight)},
    {"critic.adam.m.critic.linear2.bias", MF_F32, MF_STATE, 1, {256}, offsetof(WganGp, critic_adam_m_critic_linear2_bias)},
    {"critic.adam.v.critic.linear2.bias", MF_F32, MF_STATE, 1, {256}, offsetof(WganGp, critic_adam_v_critic_linear2_bias)},
    {"critic.adam.m.critic.linear3.weight", MF_F32, MF_STATE, 2, {256, 1}, offsetof(WganGp, critic_adam_m_critic_linear3_weight)},
    {"critic.adam.v.critic.linear3.weight", MF_F32, MF_STATE, 2, {256, 1}, offsetof(WganGp, critic_adam_v_critic_linear3_weight)},
    {"critic.adam.m.critic.linear3.bias", MF_F32, MF_STATE, 1, {1}, offsetof(WganGp, critic_adam_m_critic_linear3_bias)},
    {"critic.adam.v.critic.linear3.bias", MF_F32, MF_STATE, 1, {1}, offsetof(WganGp, critic_adam_v_critic_linear3_bias)},
    {"generator.adam.m.generator.linear1.weight", MF_F32, MF_STATE, 2, {64, 256}, offsetof(WganGp, generator_adam_m_generator_linear1_weigh)},
    {"generator.adam.v.generator.linear1.weight", MF_F32, MF_STATE, 2, {64, 256}, offsetof(WganGp, generator_adam_v_generator_linear1_weigh)},
    {"generator.updates", MF_F32, MF_STATE, 0, {0}, offsetof(WganGp, generator_updates)},
    {"generator.adam.m.generator.linear1.bias", MF_F32, MF_STATE, 1, {256}, offsetof(WganGp, generator_adam_m_generator_linear1_bias)},
    {"generator.adam.v.generator.linear1.bias", MF_F32, MF_STATE, 1, {256}, offsetof(WganGp, generator_adam_v_generator_linear1_bias)},
    {"generator.adam.m.generator.linear2.weight", MF_F32, MF_STATE, 2, {256, 512}, offsetof(WganGp, generator_adam_m_generator_linear2_weigh)},
    {"generator.adam.v.generator.linear2.weight", MF_F32, MF_STATE, 2, {256, 512}, offsetof(WganGp, generator_adam_v_generator_linear2_weigh)},
    {"generator.adam.m.generator.linear2.bias", MF_F32, MF_STATE, 1, {512}, offsetof(WganGp, generator_adam_m_generator_linear2_bias)},
    {"generator.adam.v.generator.linear2.bias", MF_F32, MF_STATE, 1, {512}, offsetof(WganGp, generator_adam_v_generator_linear2_bias)},
    {"generator.adam.m.generator.linear3.weight", MF_F32, MF_STATE, 2, {512, 784}, offsetof(WganGp, generator_adam_m_generator_linear3_weigh)},
    {"generator.adam.v.generator.linear3.weight", MF_F32, MF_STATE, 2, {512, 784}, offsetof(WganGp, generator_adam_v_generator_linear3_weigh)},
    {"generator.adam.m.generator.linear3.bias", MF_F32, MF_STATE, 1, {784}, offsetof(WganGp, generator_adam_m_generator_linear3_bias)},
    {"generator.adam.v.generator.linear3.bias", MF_F32, MF_STATE, 1, {784}, offsetof(WganGp, generator_adam_v_generator_linear3_bias)},
    {"critic.beta1", MF_F32, MF_SETTING, 0, {0}, offsetof(WganGp, critic_beta1)},
    {"critic.beta2", MF_F32, MF_SETTING, 0, {0}, offsetof(WganGp, critic_beta2)},
    {"critic.lr", MF_F32, MF_SETTING, 0, {0}, offsetof(WganGp, critic_lr)},
    {"critic.eps", MF_F32, MF_SETTING, 0, {0}, offsetof(WganGp, critic_eps)},
    {"generator.beta1", MF_F32, MF_SETTING, 0, {0}, offsetof(WganGp, generator_beta1)},
    {"generator.beta2", MF_F32, MF_SETTING, 0, {0}, offsetof(WganGp, generator_beta2)},
    {"generator.lr", MF_F32, MF_SETTING, 0, {0}, offsetof(WganGp, generator_lr)},
    {"generator.eps", MF_F32, MF_SETTING, 0, {0}, offsetof(WganGp, generator_eps)},
};
/* clang-format on */

#ifndef WGAN_GP_NO_MAIN

/* clang-format off */
static const MfPort generate_in[] = {
    {"z", MF_F32, 2, {1, 64}, 0},
};
/* clang-format on */

/* clang-format off */
static const MfPort generate_out[] = {
    {"image", MF_F32, 2, {1, 784}, 0},
};
/* clang-format on */

static void call_generate(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[64] = (const float(*)[64])in[0];
    wgan_gp_generate(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"generate", 1, 1, 1, generate_in, generate_out, call_generate},
};
/* clang-format on */

/* clang-format off */
static const MfPort step_critic_in[] = {
    {"image", MF_F32, 2, {64, 784}, 0},
};
/* clang-format on */

static void call_step_critic(void *net, const void *const *in, double *out)
{
    const float(*in0)[784] = (const float(*)[784])in[0];
    out[0] = (double)wgan_gp_step_critic(net, in0);
    const WganGp *done = net;
    out[1] = (double)done->metric.distance;
}

static void call_eval_critic(void *net, const void *const *in, double *out)
{
    const float(*in0)[784] = (const float(*)[784])in[0];
    out[0] = (double)wgan_gp_eval_critic(net, in0);
    const WganGp *done = net;
    out[1] = (double)done->metric.distance;
}

static void call_eval_one_critic(void *net, const void *const *in, double *out)
{
    const float(*in0)[784] = (const float(*)[784])in[0];
    out[0] = (double)wgan_gp_eval_one_critic(net, in0);
    const WganGp *done = net;
    out[1] = (double)done->metric.distance;
}

static void call_step_generator(void *net, const void *const *in, double *out)
{
    (void)in;
    out[0] = (double)wgan_gp_step_generator(net);
}

static void call_eval_generator(void *net, const void *const *in, double *out)
{
    (void)in;
    out[0] = (double)wgan_gp_eval_generator(net);
}

/* clang-format off */
static const char *const metrics_0[] = {
    "distance",
};
/* clang-format on */

/* clang-format off */
static const MfTrain trains[] = {
    {
        .name = "critic",
        .batch = 64,
        .n_in = 1,
        .in = step_critic_in,
        .step = call_step_critic,
        .eval = call_eval_critic,
        .eval_one = call_eval_one_critic,
        .n_metrics = 1,
        .metric = metrics_0,
        .steps = 6000,
        .shuffle = MF_SHUFFLE,
        .seed = 1u,
        .accumulate = 1,
        .turns = 5,
    },
    {
        .name = "generator",
        .step = call_step_generator,
        .eval = call_eval_generator,
        .steps = 6000,
        .shuffle = MF_SHUFFLE,
        .seed = 1u,
        .accumulate = 1,
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
static const MfData source = {
    .kind = MF_DATA_IDX,
    .n_fields = 1,
    .field = fields,
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    wgan_gp_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "wgan_gp",
    .script = "wgan_gp.lua",
    .version = "0.1",
    .hash = 0x432c5769bf6c311cu,
    .real = MF_F32,
    .size = sizeof(WganGp),
    .param_bytes = 4335684,
    .state_bytes = 8671376,
    .work_bytes = 1597952,
    .seed_offset = offsetof(WganGp, seed),
    .step_offset = offsetof(WganGp, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 46,
    .n_funcs = 1,
    .n_trains = 2,
    .tensor = wgan_gp_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static WganGp net;
    return mf_main(argc, argv, &model, &net);
}

#endif

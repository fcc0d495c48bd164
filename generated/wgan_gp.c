/*
 * wgan_gp.c - trains and runs the network of wgan_gp.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 1083921 parameters; a step of 660 nodes; 72 kernels;
 * bytes: parameters 4335684, state 8671376, work 1597952 (unshared 9336332), stack
 * 307456
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. y (in x) is stored in the array of x. The
 * functions that call the kernels stand behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * MF_SINGLY          gcc shall not do two turns of the loop at a time
 * MF_BY_ROW          clang shall make vectors along the rows, not across them
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

#define WGAN_GP_PARAM_BYTES 4335684u
#define WGAN_GP_STATE_BYTES 8671376u
#define WGAN_GP_WORK_BYTES 1597952u
#define WGAN_GP_STACK_BYTES 307456u
#define WGAN_GP_TENSORS 46u

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
    unsigned char gap[56]; /* to a multiple of 64 bytes */
    /* work memory: one function runs at a time */
    union {
        union WganGpStepCritic {
            struct {
                float relu[64][256]; /* calls 4 to 8 */
                float mul[64][64];   /* calls 3 to 4 */
                unsigned char gap1[118784];
                float leaky_relu[64][512];     /* calls 9 to 27 */
                float critic_linear1[64][512]; /* calls 9 to 26, then dcritic_linear1 */
                float relu2[64][512];          /* calls 8 to 13 */
                float between[64][784];        /* calls 13 to 14 */
                float dleaky_relu[64][256];    /* calls 5 to 27, then dcritic_linear2 */
                float dleaky_relu2[64][256];   /* calls 6 to 27, then dcritic_linear2 */
                float leaky_relu2[64][256];    /* calls 10 to 30 */
                float dleaky_relu3[64][256];   /* calls 7 to 27, then dcritic_linear2 */
                float mix[64];                 /* calls 2 to 13 */
                unsigned char gap5[130816];
                float slope[64][784]; /* calls 17 to 18 */
                unsigned char gap6[61440];
                float ddleaky_relu[64][256]; /* calls 20 to 30 */
                float leaky_relu5[64][256];  /* calls 22 to 30 */
                float product2[64][1];       /* calls 12 to 29 */
                float sub[64];               /* calls 18 to 31 */
                uint8_t gt[64][256];         /* calls 15 to 20 */
            };
            struct {
                float fake[64][784]; /* calls 13 to 25 */
                unsigned char gap2[262144];
                float critic_linear1_2[64][512]; /* calls 14 to 27, then ddleaky_relu */
                float dslope[64][784];           /* calls 18 to 25 */
                unsigned char gap3[262144];
                float leaky_relu3[64][512]; /* calls 14 to 15 */
                float leaky_relu4[64][512]; /* calls 21 to 27 */
                /* calls 21 to 26, then dcritic_linear1 */
                float critic_linear1_3[64][512];
            };
            struct {
                float product[64][1]; /* calls 28 to 29 */
                unsigned char gap4[1056512];
                float dcritic_linear1[64][512]; /* calls 16 to 25 */
            };
        } step_critic;
        union WganGpEvalCritic {
            float slope[64][784];       /* calls 17 to 18 */
            float leaky_relu2[64][512]; /* calls 6 to 7 */
            struct {
                float relu[64][256]; /* calls 3 to 5 */
                float mul[64][64];   /* calls 2 to 3 */
                unsigned char gap1[49152];
                float leaky_relu4[64][256]; /* calls 7 to 8 */
                unsigned char gap2[4096];
                float between[64][784];     /* calls 9 to 14 */
                float relu2[64][512];       /* calls 5 to 9 */
                float dleaky_relu[64][256]; /* calls 4 to 16, then dcritic_linear2 */
                float mix[64];              /* calls 1 to 9 */
                float product2[64][1];      /* calls 8 to 13 */
            };
            struct {
                float fake[64][784]; /* calls 9 to 10 */
                float sum[64];       /* calls 18 to 19 */
                unsigned char gap3[200448];
                /* calls 14 to 17, then dcritic_linear1 */
                float critic_linear1[64][512];
            };
            struct {
                float leaky_relu[64][512]; /* calls 14 to 15 */
                unsigned char gap4[270336];
                float leaky_relu5[64][512]; /* calls 10 to 11 */
            };
            struct {
                float leaky_relu3[64][256]; /* calls 11 to 12 */
                float product[64][1];       /* calls 12 to 13 */
            };
        } eval_critic;
        union WganGpEvalOneCritic {
            float slope[1][784];       /* calls 16 to 17 */
            float leaky_relu2[1][512]; /* calls 6 to 7 */
            float leaky_relu3[1][256]; /* calls 10 to 11 */
            struct {
                float relu[1][256]; /* calls 3 to 5 */
                float mul[1][64];   /* calls 2 to 3 */
                unsigned char gap1[1856];
                float between[1][784];     /* calls 8 to 13 */
                float relu2[1][512];       /* calls 5 to 8 */
                float dleaky_relu[1][256]; /* calls 4 to 15, then dcritic_linear2 */
                float leaky_relu5[1][256]; /* calls 7 to 11 */
                float mix[1];              /* calls 1 to 8 */
            };
            struct {
                float fake[1][784]; /* calls 8 to 9 */
                float sum[1];       /* calls 17 to 18 */
                unsigned char gap2[3132];
                float critic_linear1[1][512]; /* calls 13 to 16, then dcritic_linear1 */
                unsigned char gap4[2048];
                float distance[1][1]; /* calls 11 to 18 */
            };
            struct {
                float leaky_relu[1][512]; /* calls 13 to 14 */
                unsigned char gap3[4224];
                float leaky_relu4[1][512]; /* calls 9 to 10 */
            };
        } eval_one_critic;
        union WganGpStepGenerator {
            struct {
                float fake[64][784]; /* calls 6 to 16, then dgenerator_linear3 */
                float relu[64][512]; /* calls 5 to 16 */
                float critic_linear1[64][512]; /* calls 7 to 12, then dcritic_linear1 */
                float leaky_relu[64][512];     /* calls 7 to 8 */
                float relu2[64][256];          /* calls 4 to 20 */
                float dleaky_relu[64][256];    /* calls 3 to 10, then dcritic_linear2 */
                float leaky_relu2[64][256];    /* calls 8 to 9 */
                float mul[64][64];             /* calls 2 to 18 */
            };
            struct {
                float dgenerator_linear1[64][256]; /* calls 17 to 19 */
                unsigned char gap1[266240];
                float dgenerator_linear2[64][512]; /* calls 14 to 20 */
                float product[64][1];              /* calls 9 to 11 */
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
                float fake[64][784];        /* calls 4 to 5 */
                float leaky_relu2[64][512]; /* calls 5 to 6 */
            };
            struct {
                float leaky_relu[64][256]; /* calls 6 to 7 */
                float product[64][1];      /* calls 7 to 8 */
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
/* The same of a batch of one row. */
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

/* 1  critic_updates = critic_updates + 1
 *    rate = critic_lr / (1 - pow(critic_beta1, critic_updates))
 *    root = sqrt(1 - pow(critic_beta2, critic_updates))               wgan_gp.lua:47 */
static void k1_root(float critic_beta1, float critic_lr, float critic_beta2,
                    float *restrict critic_updates, float *restrict rate,
                    float *restrict root)
{
    const float t = *critic_updates + 1.0f;
    *critic_updates = t;
    const float t2 = mf_powf(critic_beta1, t);
    const float rate2 = critic_lr / (1.0f - t2);
    *rate = rate2;
    const float t3 = mf_powf(critic_beta2, t);
    *root = sqrtf(1.0f - t3);
}

/* 2  mix = mix                                                        wgan_gp.lua:33 */
static void k2_mix(uint64_t step, uint64_t seed, uint64_t stream,
                   float mix[restrict 64])
{
    float u[64];
    mf_uniform_rowf(seed, stream, step, 0, 64, u);
    for (int i = 0; i < 64; i++)
        mix[i] = u[i];
}

/* 3  mul = sqrt(-2 * log1p(-uniform())) * cos(6.28319 * uniform())    wgan_gp.lua:29 */
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

/* 4  relu = relu(mul linear1_weight + linear1_bias)                   wgan_gp.lua:29 */
MF_APART
static void k4_relu(const float mul[restrict 64][64],
                    const float linear1_weight[restrict 64][256],
                    const float linear1_bias[restrict 256],
                    float relu[restrict 64][256])
{
    static const MfAxis rows[] = {{64, 64}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 1, 256}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        float acc[64][64];
        mf_productf(&plan, &mul[0][0], &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                relu[j][64 * i + k] = mf_reluf(acc[j][k] + linear1_bias[64 * i + k]);
    }
}

/* 5  dleaky_relu = 1 linear3_weight'                                  wgan_gp.lua:35 */
MF_APART
static void k5_dleaky_relu(const float linear3_weight[restrict 256][1],
                           float dleaky_relu[restrict 64][256])
{
    for (int i = 0; i < 64; i++) {
        float acc[4][64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                acc[j][k] = fmaf(1.0f, linear3_weight[64 * j + k][0], acc[j][k]);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                dleaky_relu[i][64 * j + k] = acc[j][k];
    }
}

/* 6  dleaky_relu = -0.015625 linear3_weight'                          wgan_gp.lua:37 */
MF_APART
static void k6_dleaky_relu(const float linear3_weight[restrict 256][1],
                           float dleaky_relu[restrict 64][256])
{
    for (int i = 0; i < 64; i++) {
        float acc[4][64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                acc[j][k] = fmaf(-0.015625f, linear3_weight[64 * j + k][0], acc[j][k]);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                dleaky_relu[i][64 * j + k] = acc[j][k];
    }
}

/* 7  dleaky_relu = 0.015625 linear3_weight'                           wgan_gp.lua:37 */
MF_APART
static void k7_dleaky_relu(const float linear3_weight[restrict 256][1],
                           float dleaky_relu[restrict 64][256])
{
    for (int i = 0; i < 64; i++) {
        float acc[4][64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                acc[j][k] = fmaf(0.015625f, linear3_weight[64 * j + k][0], acc[j][k]);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                dleaky_relu[i][64 * j + k] = acc[j][k];
    }
}

/* 8  relu2 = relu(relu linear2_weight + linear2_bias)                 wgan_gp.lua:29 */
MF_APART
static void k8_relu(const float relu[restrict 64][256],
                    const float linear2_weight[restrict 256][512],
                    const float linear2_bias[restrict 512],
                    float relu2[restrict 64][512])
{
    static const MfAxis rows[] = {{64, 256}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{256, 1, 512}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 8; i++) {
        float acc[64][64];
        mf_productf(&plan, &relu[0][0], &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                relu2[j][64 * i + k] = mf_reluf(acc[j][k] + linear2_bias[64 * i + k]);
    }
}

/* 9  critic_linear1 = image linear1_weight + critic_linear1_bias
 *    leaky_relu = where(critic_linear1 > 0, critic_linear1, 0.2 *
 *        critic_linear1)                                              wgan_gp.lua:37 */
MF_APART
static void k9_leaky_relu(const float image[restrict 64][784],
                          const float linear1_weight[restrict 784][512],
                          const float critic_linear1_bias[restrict 512],
                          float critic_linear1[restrict 64][512],
                          float leaky_relu[restrict 64][512])
{
    static const MfAxis rows[] = {{64, 784}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{784, 1, 512}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 8; i++) {
        float acc[64][64];
        mf_productf(&plan, &image[0][0], &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float critic_linear1_2 =
                    acc[j][k] + critic_linear1_bias[64 * i + k];
                critic_linear1[j][64 * i + k] = critic_linear1_2;
                const bool t = critic_linear1_2 > 0.0f;
                const float t2 = 0.2f * critic_linear1_2;
                leaky_relu[j][64 * i + k] = t ? critic_linear1_2 : t2;
            }
    }
}

/* 10  critic_linear2 = leaky_relu linear2_weight + critic_linear2_bias
 *     leaky_relu2 = where(critic_linear2 > 0, critic_linear2, 0.2 * critic_linear2)
 *     dcritic_linear2 (in dleaky_relu) = where(critic_linear2 > 0, dleaky_relu, 0) +
 *         where(critic_linear2 > 0, 0, dleaky_relu) * 0.2             wgan_gp.lua:37 */
MF_APART
static void k10_dcritic_linear2(const float leaky_relu[restrict 64][512],
                                const float linear2_weight[restrict 512][256],
                                const float critic_linear2_bias[restrict 256],
                                float leaky_relu2[restrict 64][256],
                                float dleaky_relu[restrict 64][256])
{
    static const MfAxis rows[] = {{64, 512}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{512, 1, 256}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        float acc[64][64];
        mf_productf(&plan, &leaky_relu[0][0], &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float critic_linear2 =
                    acc[j][k] + critic_linear2_bias[64 * i + k];
                const bool t = critic_linear2 > 0.0f;
                const float leaky_relu3 = t ? critic_linear2 : 0.2f * critic_linear2;
                leaky_relu2[j][64 * i + k] = leaky_relu3;
                const bool t2 = critic_linear2 > 0.0f;
                const float t3 = dleaky_relu[j][64 * i + k];
                dleaky_relu[j][64 * i + k] = (t2 ? t3 : 0.0f) + (t2 ? 0.0f : t3) * 0.2f;
            }
    }
}

/* 11  dleaky_relu = dcritic_linear2 linear2_weight'
 *     dcritic_linear1 (in critic_linear1) = where(critic_linear1 > 0, dleaky_relu, 0) +
 *         where(critic_linear1 > 0, 0, dleaky_relu) * 0.2             wgan_gp.lua:37 */
MF_APART
static void k11_dcritic_linear1(const float linear2_weight[restrict 512][256],
                                const float dcritic_linear2[restrict 64][256],
                                float critic_linear1[restrict 64][512])
{
    static const MfAxis rows[] = {{256, 256}};
    static const MfAxis columns[] = {{64, 256}};
    static const MfTerm terms[] = {{256, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][256];
        mf_product_turnedf(&plan, &linear2_weight[256 * i][0], &dcritic_linear2[0][0],
                           acc[0], 256);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 256; k++) {
                const float dleaky_relu = acc[j][k];
                const bool t = critic_linear1[j][256 * i + k] > 0.0f;
                const float t2 = (t ? 0.0f : dleaky_relu) * 0.2f;
                critic_linear1[j][256 * i + k] = (t ? dleaky_relu : 0.0f) + t2;
            }
    }
}

/* 12  product = leaky_relu linear3_weight                             wgan_gp.lua:37 */
MF_APART
static void k12_product(const float linear3_weight[restrict 256][1],
                        const float leaky_relu[restrict 64][256],
                        float product[restrict 64][1])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{64, 256}};
    static const MfTerm terms[] = {{256, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[1][64];
    mf_productf(&plan, &linear3_weight[0][0], &leaky_relu[0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        product[i][0] = acc[0][i];
}

/* 13  fake = sigmoid(relu linear3_weight + linear3_bias)              wgan_gp.lua:29
 *     between = reshape * image + (1 - mix2) * fake                   wgan_gp.lua:34 */
MF_APART
static void k13_between(const float relu[restrict 64][512],
                        const float linear3_weight[restrict 512][784],
                        const float linear3_bias[restrict 784], const float mix[64],
                        const float image[restrict 64][784], const float mix2[64],
                        float fake[restrict 64][784], float between[restrict 64][784])
{
    static const MfAxis rows[] = {{64, 512}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{512, 1, 784}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis columns2[] = {{16, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 1, columns2, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        mf_productf(&plan, &relu[0][0], &linear3_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float generator_linear3 = acc[j][k] + linear3_bias[64 * i + k];
                const float fake2 = mf_sigmoidf(generator_linear3);
                fake[j][64 * i + k] = fake2;
                const float t = mix[j] * image[j][64 * i + k];
                between[j][64 * i + k] = t + (1.0f - mix2[j]) * fake2;
            }
    }
    float acc[64][32];
    mf_productf(&plan2, &relu[0][0], &linear3_weight[0][768], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float fake2 = mf_sigmoidf(acc[i][j] + linear3_bias[j + 768]);
            fake[i][j + 768] = fake2;
            between[i][j + 768] = mix[i] * image[i][j + 768] + (1.0f - mix2[i]) * fake2;
        }
    }
}

/* 14  gt = leaky_relu linear2_weight + critic_linear2_bias > 0
 *     dcritic_linear2 (in dleaky_relu) = where(gt, dleaky_relu, 0) + where(gt, 0,
 *         dleaky_relu) * 0.2                                          wgan_gp.lua:35 */
static void k14_dcritic_linear2(const float leaky_relu[restrict 64][512],
                                const float linear2_weight[restrict 512][256],
                                const float critic_linear2_bias[restrict 256],
                                uint8_t gt[restrict 64][256],
                                float dleaky_relu[restrict 64][256])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64] = {0};
            for (int k = 0; k < 512; k++)
                for (int l = 0; l < 64; l++) {
                    const float a = leaky_relu[i][k];
                    acc[l] = fmaf(a, linear2_weight[k][64 * j + l], acc[l]);
                }
            for (int k = 0; k < 64; k++) {
                const bool t = acc[k] + critic_linear2_bias[64 * j + k] > 0.0f;
                gt[i][64 * j + k] = t;
                const float t2 = dleaky_relu[i][64 * j + k];
                dleaky_relu[i][64 * j + k] = (t ? t2 : 0.0f) + (t ? 0.0f : t2) * 0.2f;
            }
        }
}

/* 15  dleaky_relu = dcritic_linear2 linear2_weight'
 *     dcritic_linear1 = where(critic_linear1 > 0, dleaky_relu, 0) +
 *         where(critic_linear1 > 0, 0, dleaky_relu) * 0.2             wgan_gp.lua:35 */
MF_APART
static void k15_dcritic_linear1(const float linear2_weight[restrict 512][256],
                                const float dcritic_linear2[restrict 64][256],
                                const float critic_linear1[restrict 64][512],
                                float dcritic_linear1[restrict 64][512])
{
    static const MfAxis rows[] = {{256, 256}};
    static const MfAxis columns[] = {{64, 256}};
    static const MfTerm terms[] = {{256, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][256];
        mf_product_turnedf(&plan, &linear2_weight[256 * i][0], &dcritic_linear2[0][0],
                           acc[0], 256);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 256; k++) {
                const float dleaky_relu = acc[j][k];
                const bool t = critic_linear1[j][256 * i + k] > 0.0f;
                const float t2 = (t ? 0.0f : dleaky_relu) * 0.2f;
                dcritic_linear1[j][256 * i + k] = (t ? dleaky_relu : 0.0f) + t2;
            }
    }
}

/* 16  slope = dcritic_linear1 linear1_weight'                         wgan_gp.lua:35 */
MF_APART
static void k16_slope(const float linear1_weight[restrict 784][512],
                      const float dcritic_linear1[restrict 64][512],
                      float slope[restrict 64][784])
{
    static const MfAxis rows[] = {{196, 512}};
    static const MfAxis columns[] = {{64, 512}};
    static const MfTerm terms[] = {{512, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        float acc[64][224];
        mf_product_turnedf(&plan, &linear1_weight[196 * i][0], &dcritic_linear1[0][0],
                           acc[0], 224);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 196; k++)
                slope[j][196 * i + k] = acc[j][k];
    }
}

/* 17  sum = sum(slope * slope)
 *     sub = where(sum != 0, sqrt(where(sum != 0, sum, 1)), sum) - 1
 *     dwhere = 0.5 * where(sum != 0, 0.15625 * sub + 0.15625 * sub, 0) / sqrt(where(sum
 *         != 0, sum, 1))
 *     dslope = where(sum != 0, dwhere, 0) * slope + where(sum != 0,
 *         dwhere, 0) * slope                                          wgan_gp.lua:36 */
MF_APART
static void k17_dslope(const float slope[restrict 64][784], float sub[restrict 64],
                       float dslope[restrict 64][784])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 49; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += slope[i][16 * j + k] * slope[i][16 * j + k];
        }
        const float sum = mf_sum16f(lane);
        const float t = sqrtf(sum != 0.0f ? sum : 1.0f);
        const float t2 = (sum != 0.0f ? t : sum) - 1.0f;
        sub[i] = t2;
        const float t3 = 0.15625f * t2;
        const float dsub = t3 + t3;
        const float t4 = 0.5f * (sum != 0.0f ? dsub : 0.0f);
        const float dwhere = t4 / t;
        for (int j = 0; j < 784; j++) {
            const float t5 = (sum != 0.0f ? dwhere : 0.0f) * slope[i][j];
            dslope[i][j] = t5 + t5;
        }
    }
}

/* 18  ddcritic_linear1 = dslope linear1_weight
 *     ddleaky_relu (in critic_linear1) = where(critic_linear1 > 0, 0, ddcritic_linear1
 *         * 0.2) + where(critic_linear1 > 0, ddcritic_linear1, 0)     wgan_gp.lua:35 */
MF_APART
static void k18_ddleaky_relu(const float dslope[restrict 64][784],
                             const float linear1_weight[restrict 784][512],
                             float critic_linear1[restrict 64][512])
{
    static const MfAxis rows[] = {{64, 784}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{784, 1, 512}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 8; i++) {
        float acc[64][64];
        mf_productf(&plan, &dslope[0][0], &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float ddcritic_linear1 = acc[j][k];
                const bool t = critic_linear1[j][64 * i + k] > 0.0f;
                const float t2 = t ? 0.0f : ddcritic_linear1 * 0.2f;
                critic_linear1[j][64 * i + k] = t2 + (t ? ddcritic_linear1 : 0.0f);
            }
    }
}

/* 19  ddcritic_linear2 = ddleaky_relu linear2_weight
 *     ddleaky_relu2 = where(gt, 0, ddcritic_linear2 * 0.2) + where(gt,
 *         ddcritic_linear2, 0)                                        wgan_gp.lua:35 */
MF_APART
static void k19_ddleaky_relu(const float ddleaky_relu[restrict 64][512],
                             const float linear2_weight[restrict 512][256],
                             const uint8_t gt[restrict 64][256],
                             float ddleaky_relu2[restrict 64][256])
{
    static const MfAxis rows[] = {{64, 512}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{512, 1, 256}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        float acc[64][64];
        mf_productf(&plan, &ddleaky_relu[0][0], &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float ddcritic_linear2 = acc[j][k];
                const float t = gt[j][64 * i + k] ? 0.0f : ddcritic_linear2 * 0.2f;
                const float t2 = gt[j][64 * i + k] ? ddcritic_linear2 : 0.0f;
                ddleaky_relu2[j][64 * i + k] = t + t2;
            }
    }
}

/* 20  dcritic_linear2_bias = sum(dcritic_linear2) +
 *         sum(dcritic_linear2)                                        wgan_gp.lua:37
 *     m = critic_beta1 * critic_linear2_bias + (1 - critic_beta1) *
 *         dcritic_linear2_bias
 *     critic_linear2_bias = where(abs(m) < 1e-30, 0, m)
 *     v = critic_beta2 * critic_linear2_bias2 + (1 - critic_beta2) *
 *         dcritic_linear2_bias * dcritic_linear2_bias
 *     critic_linear2_bias2 = where(abs(v) < 1e-30, 0, v)
 *     critic_linear2_bias3 = critic_linear2_bias3 - rate * critic_linear2_bias /
 *         (sqrt(critic_linear2_bias2) / root + critic_eps)            wgan_gp.lua:47 */
MF_APART
static void k20_critic_linear2_bias(const float dcritic_linear2[restrict 64][256],
                                    const float dcritic_linear2_2[restrict 64][256],
                                    float critic_beta1, float critic_beta2, float rate,
                                    float root, float critic_eps,
                                    float critic_linear2_bias[restrict 256],
                                    float critic_linear2_bias2[restrict 256],
                                    float critic_linear2_bias3[restrict 256])
{
    for (int i = 0; i < 4; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += dcritic_linear2[j][64 * i + k];
        float acc2[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc2[k] += dcritic_linear2_2[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float dcritic_linear2_bias = acc[j] + acc2[j];
            const float t = critic_beta1 * critic_linear2_bias[64 * i + j];
            const float m = t + (1.0f - critic_beta1) * dcritic_linear2_bias;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            critic_linear2_bias[64 * i + j] = m2;
            const float t2 = critic_beta2 * critic_linear2_bias2[64 * i + j];
            const float t3 = (1.0f - critic_beta2) * dcritic_linear2_bias;
            const float v = t2 + t3 * dcritic_linear2_bias;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            critic_linear2_bias2[64 * i + j] = v2;
            const float t4 = rate * m2 / (sqrtf(v2) / root + critic_eps);
            critic_linear2_bias3[64 * i + j] = critic_linear2_bias3[64 * i + j] - t4;
        }
    }
}

/* 21  dlinear1_weight = fake' dcritic_linear1 + image' dcritic_linear1 + dslope'
 *         dcritic_linear1_3                                           wgan_gp.lua:35
 *     m = critic_beta1 * linear1_weight + (1 - critic_beta1) * dlinear1_weight
 *     linear1_weight = where(abs(m) < 1e-30, 0, m)
 *     v = critic_beta2 * linear1_weight2 + (1 - critic_beta2) * dlinear1_weight *
 *         dlinear1_weight
 *     linear1_weight2 = where(abs(v) < 1e-30, 0, v)
 *     linear1_weight3 = linear1_weight3 - rate * linear1_weight /
 *         (sqrt(linear1_weight2) / root + critic_eps)                 wgan_gp.lua:47 */
MF_APART
static void k21_linear1_weight(const float fake[restrict 64][784],
                               const float dcritic_linear1[restrict 64][512],
                               const float image[restrict 64][784],
                               const float dcritic_linear1_2[restrict 64][512],
                               const float dslope[restrict 64][784],
                               const float dcritic_linear1_3[restrict 64][512],
                               float critic_beta1, float critic_beta2, float rate,
                               float root, float critic_eps,
                               float linear1_weight[restrict 784][512],
                               float linear1_weight2[restrict 784][512],
                               float linear1_weight3[restrict 784][512])
{
    static const MfAxis rows[] = {{196, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 784, 512}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 8; j++) {
            float acc[196][64];
            mf_productf(&plan, &fake[0][196 * i], &dcritic_linear1[0][64 * j], acc[0],
                        64);
            float acc2[196][64];
            mf_productf(&plan, &image[0][196 * i], &dcritic_linear1_2[0][64 * j],
                        acc2[0], 64);
            float acc3[196][64];
            mf_productf(&plan, &dslope[0][196 * i], &dcritic_linear1_3[0][64 * j],
                        acc3[0], 64);
            for (int k = 0; k < 196; k++) {
                mf_ahead(&linear1_weight[196 * i + k][64 * j], 16384, 256, 0, 1);
                mf_ahead(&linear1_weight2[196 * i + k][64 * j], 16384, 256, 0, 1);
                mf_ahead(&linear1_weight3[196 * i + k][64 * j], 16384, 256, 0, 1);
                for (int l = 0; l < 64; l++) {
                    const float linear1_weight4 = acc[k][l] + acc2[k][l] + acc3[k][l];
                    const float t = linear1_weight[196 * i + k][64 * j + l];
                    const float t2 = (1.0f - critic_beta1) * linear1_weight4;
                    const float m = critic_beta1 * t + t2;
                    const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                    linear1_weight[196 * i + k][64 * j + l] = m2;
                    const float t3 = linear1_weight2[196 * i + k][64 * j + l];
                    const float t4 = (1.0f - critic_beta2) * linear1_weight4;
                    const float v = critic_beta2 * t3 + t4 * linear1_weight4;
                    const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                    linear1_weight2[196 * i + k][64 * j + l] = v2;
                    const float t5 = rate * m2 / (sqrtf(v2) / root + critic_eps);
                    const float t6 = linear1_weight3[196 * i + k][64 * j + l];
                    linear1_weight3[196 * i + k][64 * j + l] = t6 - t5;
                }
            }
        }
}

/* 22  dcritic_linear1_bias = sum(dcritic_linear1) +
 *         sum(dcritic_linear1)                                        wgan_gp.lua:37
 *     m = critic_beta1 * critic_linear1_bias + (1 - critic_beta1) *
 *         dcritic_linear1_bias
 *     critic_linear1_bias = where(abs(m) < 1e-30, 0, m)
 *     v = critic_beta2 * critic_linear1_bias2 + (1 - critic_beta2) *
 *         dcritic_linear1_bias * dcritic_linear1_bias
 *     critic_linear1_bias2 = where(abs(v) < 1e-30, 0, v)
 *     critic_linear1_bias3 = critic_linear1_bias3 - rate * critic_linear1_bias /
 *         (sqrt(critic_linear1_bias2) / root + critic_eps)            wgan_gp.lua:47 */
MF_APART
static void k22_critic_linear1_bias(const float dcritic_linear1[restrict 64][512],
                                    const float dcritic_linear1_2[restrict 64][512],
                                    float critic_beta1, float critic_beta2, float rate,
                                    float root, float critic_eps,
                                    float critic_linear1_bias[restrict 512],
                                    float critic_linear1_bias2[restrict 512],
                                    float critic_linear1_bias3[restrict 512])
{
    for (int i = 0; i < 8; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += dcritic_linear1[j][64 * i + k];
        float acc2[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc2[k] += dcritic_linear1_2[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float dcritic_linear1_bias = acc[j] + acc2[j];
            const float t = critic_beta1 * critic_linear1_bias[64 * i + j];
            const float m = t + (1.0f - critic_beta1) * dcritic_linear1_bias;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            critic_linear1_bias[64 * i + j] = m2;
            const float t2 = critic_beta2 * critic_linear1_bias2[64 * i + j];
            const float t3 = (1.0f - critic_beta2) * dcritic_linear1_bias;
            const float v = t2 + t3 * dcritic_linear1_bias;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            critic_linear1_bias2[64 * i + j] = v2;
            const float t4 = rate * m2 / (sqrtf(v2) / root + critic_eps);
            critic_linear1_bias3[64 * i + j] = critic_linear1_bias3[64 * i + j] - t4;
        }
    }
}

/* 23  dlinear2_weight = leaky_relu' dcritic_linear2 + leaky_relu2' dcritic_linear2 +
 *         ddleaky_relu' dcritic_linear2                               wgan_gp.lua:35
 *     m = critic_beta1 * linear2_weight + (1 - critic_beta1) * dlinear2_weight
 *     linear2_weight = where(abs(m) < 1e-30, 0, m)
 *     v = critic_beta2 * linear2_weight2 + (1 - critic_beta2) * dlinear2_weight *
 *         dlinear2_weight
 *     linear2_weight2 = where(abs(v) < 1e-30, 0, v)
 *     linear2_weight3 = linear2_weight3 - rate * linear2_weight /
 *         (sqrt(linear2_weight2) / root + critic_eps)                 wgan_gp.lua:47 */
MF_APART
static void k23_linear2_weight(const float leaky_relu[restrict 64][512],
                               const float dcritic_linear2[restrict 64][256],
                               const float leaky_relu2[restrict 64][512],
                               const float dcritic_linear2_2[restrict 64][256],
                               const float ddleaky_relu[restrict 64][512],
                               const float dcritic_linear2_3[restrict 64][256],
                               float critic_beta1, float critic_beta2, float rate,
                               float root, float critic_eps,
                               float linear2_weight[restrict 512][256],
                               float linear2_weight2[restrict 512][256],
                               float linear2_weight3[restrict 512][256])
{
    static const MfAxis rows[] = {{256, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 512, 256}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            float acc[256][64];
            mf_productf(&plan, &leaky_relu[0][256 * i], &dcritic_linear2[0][64 * j],
                        acc[0], 64);
            float acc2[256][64];
            mf_productf(&plan, &leaky_relu2[0][256 * i], &dcritic_linear2_2[0][64 * j],
                        acc2[0], 64);
            float acc3[256][64];
            mf_productf(&plan, &ddleaky_relu[0][256 * i], &dcritic_linear2_3[0][64 * j],
                        acc3[0], 64);
            for (int k = 0; k < 256; k++)
                for (int l = 0; l < 64; l++) {
                    const float linear2_weight4 = acc[k][l] + acc2[k][l] + acc3[k][l];
                    const float t = linear2_weight[256 * i + k][64 * j + l];
                    const float t2 = (1.0f - critic_beta1) * linear2_weight4;
                    const float m = critic_beta1 * t + t2;
                    const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                    linear2_weight[256 * i + k][64 * j + l] = m2;
                    const float t3 = linear2_weight2[256 * i + k][64 * j + l];
                    const float t4 = (1.0f - critic_beta2) * linear2_weight4;
                    const float v = critic_beta2 * t3 + t4 * linear2_weight4;
                    const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                    linear2_weight2[256 * i + k][64 * j + l] = v2;
                    const float t5 = rate * m2 / (sqrtf(v2) / root + critic_eps);
                    const float t6 = linear2_weight3[256 * i + k][64 * j + l];
                    linear2_weight3[256 * i + k][64 * j + l] = t6 - t5;
                }
        }
}

/* 24  distance = sum(product + critic_linear3_bias) * 0.015625 - sum(product2 +
 *         critic_linear3_bias) * 0.015625                             wgan_gp.lua:37 */
static void k24_distance(const float product[restrict 64][1],
                         const float critic_linear3_bias[restrict 1],
                         const float product2[restrict 64][1], float *restrict distance)
{
    float acc = 0.0f;
    for (int i = 0; i < 64; i++)
        acc += product[i][0] + critic_linear3_bias[0];
    float acc2 = 0.0f;
    for (int i = 0; i < 64; i++)
        acc2 += product2[i][0] + critic_linear3_bias[0];
    *distance = acc * 0.015625f - acc2 * 0.015625f;
}

/* 25  dlinear3_weight = leaky_relu' 0.015625 + leaky_relu2'
 *         -0.015625 + ddleaky_relu' 1                                 wgan_gp.lua:35
 *     m = critic_beta1 * linear3_weight + (1 - critic_beta1) * dlinear3_weight
 *     linear3_weight = where(abs(m) < 1e-30, 0, m)
 *     v = critic_beta2 * linear3_weight2 + (1 - critic_beta2) * dlinear3_weight *
 *         dlinear3_weight
 *     linear3_weight2 = where(abs(v) < 1e-30, 0, v)
 *     linear3_weight3 = linear3_weight3 - rate * linear3_weight /
 *         (sqrt(linear3_weight2) / root + critic_eps)                 wgan_gp.lua:47 */
MF_APART
static void k25_linear3_weight(const float leaky_relu[restrict 64][256],
                               const float leaky_relu2[restrict 64][256],
                               const float ddleaky_relu[restrict 64][256],
                               float critic_beta1, float critic_beta2, float rate,
                               float root, float critic_eps,
                               float linear3_weight[restrict 256][1],
                               float linear3_weight2[restrict 256][1],
                               float linear3_weight3[restrict 256][1])
{
    for (int i = 0; i < 4; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] = fmaf(leaky_relu[j][64 * i + k], 0.015625f, acc[k]);
        float acc2[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc2[k] = fmaf(leaky_relu2[j][64 * i + k], -0.015625f, acc2[k]);
        float acc3[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc3[k] = fmaf(1.0f, ddleaky_relu[j][64 * i + k], acc3[k]);
        for (int j = 0; j < 64; j++) {
            const float linear3_weight4 = acc[j] + acc2[j] + acc3[j];
            const float t = critic_beta1 * linear3_weight[64 * i + j][0];
            const float m = t + (1.0f - critic_beta1) * linear3_weight4;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            linear3_weight[64 * i + j][0] = m2;
            const float t2 = (1.0f - critic_beta2) * linear3_weight4 * linear3_weight4;
            const float v = critic_beta2 * linear3_weight2[64 * i + j][0] + t2;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            linear3_weight2[64 * i + j][0] = v2;
            const float t3 = rate * m2 / (sqrtf(v2) / root + critic_eps);
            linear3_weight3[64 * i + j][0] = linear3_weight3[64 * i + j][0] - t3;
        }
    }
}

/* 26  penalty = sum(sub * sub) * 0.015625                             wgan_gp.lua:36
 *     loss = 10 * penalty - distance                                  wgan_gp.lua:38 */
MF_APART
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
    *loss = 10.0f * penalty - distance;
}

/* 27  dcritic_linear3_bias = sum(0.015625) + sum(-0.015625)           wgan_gp.lua:37
 *     m = critic_beta1 * critic_linear3_bias + (1 - critic_beta1) *
 *         dcritic_linear3_bias
 *     critic_linear3_bias = where(abs(m) < 1e-30, 0, m)
 *     v = critic_beta2 * critic_linear3_bias2 + (1 - critic_beta2) *
 *         dcritic_linear3_bias * dcritic_linear3_bias
 *     critic_linear3_bias2 = where(abs(v) < 1e-30, 0, v)
 *     critic_linear3_bias3 = critic_linear3_bias3 - rate * critic_linear3_bias /
 *         (sqrt(critic_linear3_bias2) / root + critic_eps)            wgan_gp.lua:47 */
static void k27_critic_linear3_bias(float critic_beta1, float critic_beta2, float rate,
                                    float root, float critic_eps,
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
    const float m = critic_beta1 * critic_linear3_bias[0] + t;
    const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
    critic_linear3_bias[0] = m2;
    const float t2 = (1.0f - critic_beta2) * dcritic_linear3_bias;
    const float t3 = critic_beta2 * critic_linear3_bias2[0];
    const float v = t3 + t2 * dcritic_linear3_bias;
    const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
    critic_linear3_bias2[0] = v2;
    const float t4 = rate * m2 / (sqrtf(v2) / root + critic_eps);
    critic_linear3_bias3[0] = critic_linear3_bias3[0] - t4;
}

/* 28  critic_linear1 = image linear1_weight + critic_linear1_bias
 *     leaky_relu = where(critic_linear1 > 0, critic_linear1, 0.2 *
 *         critic_linear1)                                             wgan_gp.lua:37 */
MF_APART
static void k28_leaky_relu(const float image[restrict 64][784],
                           const float linear1_weight[restrict 784][512],
                           const float critic_linear1_bias[restrict 512],
                           float leaky_relu[restrict 64][512])
{
    static const MfAxis rows[] = {{64, 784}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{784, 1, 512}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 8; i++) {
        float acc[64][64];
        mf_productf(&plan, &image[0][0], &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float critic_linear1 =
                    acc[j][k] + critic_linear1_bias[64 * i + k];
                const bool t = critic_linear1 > 0.0f;
                leaky_relu[j][64 * i + k] = t ? critic_linear1 : 0.2f * critic_linear1;
            }
    }
}

/* 29  critic_linear2 = leaky_relu linear2_weight + critic_linear2_bias
 *     leaky_relu2 = where(critic_linear2 > 0, critic_linear2, 0.2 *
 *         critic_linear2)                                             wgan_gp.lua:37 */
MF_APART
static void k29_leaky_relu(const float leaky_relu[restrict 64][512],
                           const float linear2_weight[restrict 512][256],
                           const float critic_linear2_bias[restrict 256],
                           float leaky_relu2[restrict 64][256])
{
    static const MfAxis rows[] = {{64, 512}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{512, 1, 256}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        float acc[64][64];
        mf_productf(&plan, &leaky_relu[0][0], &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float critic_linear2 =
                    acc[j][k] + critic_linear2_bias[64 * i + k];
                const bool t = critic_linear2 > 0.0f;
                leaky_relu2[j][64 * i + k] = t ? critic_linear2 : 0.2f * critic_linear2;
            }
    }
}

/* 30  dcritic_linear2 (in dleaky_relu) = where(leaky_relu linear2_weight +
 *         critic_linear2_bias > 0, dleaky_relu, 0) + where(leaky_relu linear2_weight +
 *         critic_linear2_bias > 0, 0, dleaky_relu) * 0.2              wgan_gp.lua:35 */
static void k30_dcritic_linear2(const float leaky_relu[restrict 64][512],
                                const float linear2_weight[restrict 512][256],
                                const float critic_linear2_bias[restrict 256],
                                float dleaky_relu[restrict 64][256])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64] = {0};
            for (int k = 0; k < 512; k++)
                for (int l = 0; l < 64; l++) {
                    const float a = leaky_relu[i][k];
                    acc[l] = fmaf(a, linear2_weight[k][64 * j + l], acc[l]);
                }
            for (int k = 0; k < 64; k++) {
                const bool t = acc[k] + critic_linear2_bias[64 * j + k] > 0.0f;
                const float t2 = dleaky_relu[i][64 * j + k];
                dleaky_relu[i][64 * j + k] = (t ? t2 : 0.0f) + (t ? 0.0f : t2) * 0.2f;
            }
        }
}

/* 31  sum = sum(slope * slope)                                        wgan_gp.lua:36 */
MF_APART
static void k31_sum(const float slope[restrict 64][784], float sum[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 49; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += slope[i][16 * j + k] * slope[i][16 * j + k];
        }
        const float sum2 = mf_sum16f(lane);
        sum[i] = sum2;
    }
}

/* 32  penalty = sum((where(sum != 0, sqrt(where(sum != 0, sum, 1)), sum) - 1) *
 *         (where(sum != 0, sqrt(where(sum != 0, sum, 1)), sum) - 1))
 *         * 0.015625                                                  wgan_gp.lua:36
 *     loss = 10 * penalty - distance                                  wgan_gp.lua:38 */
MF_APART
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
            const float t4 = (t ? t3 : t2) - 1.0f;
            lane[j] += t4 * t4;
        }
    }
    const float sum2 = mf_sum16f(lane);
    const float penalty = sum2 * 0.015625f;
    *loss = 10.0f * penalty - distance;
}

/* 33  mix = mix                                                       wgan_gp.lua:33 */
static void k33_mix(uint64_t step, uint64_t seed, uint64_t stream,
                    float mix[restrict 1])
{
    mix[0] = mf_uniformf(seed, stream, step, 0);
}

/* 34  mul = sqrt(-2 * log1p(-uniform())) * cos(6.28319 * uniform())   wgan_gp.lua:29 */
static void k34_mul(uint64_t step, uint64_t seed, uint64_t stream, uint64_t stream2,
                    float mul[restrict 1][64])
{
    float u[64];
    mf_uniform_rowf(seed, stream, step, 0, 64, u);
    float u2[64];
    mf_uniform_rowf(seed, stream2, step, 0, 64, u2);
    for (int i = 0; i < 64; i++)
        mul[0][i] = sqrtf(-2.0f * mf_log1pf(-u[i])) * mf_cosf(6.2831855f * u2[i]);
}

/* 35  relu = relu(mul linear1_weight + linear1_bias)                  wgan_gp.lua:29 */
static void k35_relu(const float mul[restrict 1][64],
                     const float linear1_weight[restrict 64][256],
                     const float linear1_bias[restrict 256],
                     float relu[restrict 1][256])
{
    for (int i = 0; i < 4; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] = fmaf(mul[0][j], linear1_weight[j][64 * i + k], acc[k]);
        for (int j = 0; j < 64; j++)
            relu[0][64 * i + j] = mf_reluf(acc[j] + linear1_bias[64 * i + j]);
    }
}

/* 36  dleaky_relu = 1 linear3_weight'                                 wgan_gp.lua:35 */
MF_APART
static void k36_dleaky_relu(const float linear3_weight[restrict 256][1],
                            float dleaky_relu[restrict 1][256])
{
    float acc[4][64] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            acc[i][j] = fmaf(1.0f, linear3_weight[64 * i + j][0], acc[i][j]);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            dleaky_relu[0][64 * i + j] = acc[i][j];
}

/* 37  relu2 = relu(relu linear2_weight + linear2_bias)                wgan_gp.lua:29 */
MF_APART
static void k37_relu(const float relu[restrict 1][256],
                     const float linear2_weight[restrict 256][512],
                     const float linear2_bias[restrict 512],
                     float relu2[restrict 1][512])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{128, 1}};
    static const MfTerm terms[] = {{256, 1, 512}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        float acc[1][128];
        mf_productf(&plan, &relu[0][0], &linear2_weight[0][128 * i], acc[0], 128);
        for (int j = 0; j < 128; j++)
            relu2[0][128 * i + j] = mf_reluf(acc[0][j] + linear2_bias[128 * i + j]);
    }
}

/* 38  critic_linear1 = image linear1_weight + critic_linear1_bias
 *     leaky_relu = where(critic_linear1 > 0, critic_linear1, 0.2 *
 *         critic_linear1)                                             wgan_gp.lua:37 */
MF_APART
static void k38_leaky_relu(const float image[restrict 1][784],
                           const float linear1_weight[restrict 784][512],
                           const float critic_linear1_bias[restrict 512],
                           float leaky_relu[restrict 1][512])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{128, 1}};
    static const MfTerm terms[] = {{784, 1, 512}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        float acc[1][128];
        mf_productf(&plan, &image[0][0], &linear1_weight[0][128 * i], acc[0], 128);
        for (int j = 0; j < 128; j++) {
            const float critic_linear1 = acc[0][j] + critic_linear1_bias[128 * i + j];
            const bool t = critic_linear1 > 0.0f;
            leaky_relu[0][128 * i + j] = t ? critic_linear1 : 0.2f * critic_linear1;
        }
    }
}

/* 39  critic_linear2 = leaky_relu linear2_weight + critic_linear2_bias
 *     leaky_relu2 = where(critic_linear2 > 0, critic_linear2, 0.2 *
 *         critic_linear2)                                             wgan_gp.lua:37 */
MF_APART
static void k39_leaky_relu(const float leaky_relu[restrict 1][512],
                           const float linear2_weight[restrict 512][256],
                           const float critic_linear2_bias[restrict 256],
                           float leaky_relu2[restrict 1][256])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{128, 1}};
    static const MfTerm terms[] = {{512, 1, 256}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[1][128];
        mf_productf(&plan, &leaky_relu[0][0], &linear2_weight[0][128 * i], acc[0], 128);
        for (int j = 0; j < 128; j++) {
            const float critic_linear2 = acc[0][j] + critic_linear2_bias[128 * i + j];
            const bool t = critic_linear2 > 0.0f;
            leaky_relu2[0][128 * i + j] = t ? critic_linear2 : 0.2f * critic_linear2;
        }
    }
}

/* 40  fake = sigmoid(relu linear3_weight + linear3_bias)              wgan_gp.lua:29
 *     between = reshape * image + (1 - mix2) * fake                   wgan_gp.lua:34 */
MF_APART
static void k40_between(const float relu[restrict 1][512],
                        const float linear3_weight[restrict 512][784],
                        const float linear3_bias[restrict 784], const float mix[1],
                        const float image[restrict 1][784], const float mix2[1],
                        float fake[restrict 1][784], float between[restrict 1][784])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{112, 1}};
    static const MfTerm terms[] = {{512, 1, 784}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 7; i++) {
        float acc[1][128];
        mf_productf(&plan, &relu[0][0], &linear3_weight[0][112 * i], acc[0], 128);
        for (int j = 0; j < 112; j++) {
            const float fake2 = mf_sigmoidf(acc[0][j] + linear3_bias[112 * i + j]);
            fake[0][112 * i + j] = fake2;
            const float t = mix[0] * image[0][112 * i + j];
            between[0][112 * i + j] = t + (1.0f - mix2[0]) * fake2;
        }
    }
}

/* 41  distance = leaky_relu linear3_weight + critic_linear3_bias - (leaky_relu2
 *         linear3_weight + critic_linear3_bias)                       wgan_gp.lua:37 */
static void k41_distance(const float leaky_relu[restrict 1][256],
                         const float linear3_weight[restrict 256][1],
                         const float leaky_relu2[restrict 1][256],
                         const float critic_linear3_bias[restrict 1],
                         float distance[restrict 1][1])
{
    float acc = 0.0f;
    for (int i = 0; i < 256; i++)
        acc = fmaf(leaky_relu[0][i], linear3_weight[i][0], acc);
    float acc2 = 0.0f;
    for (int i = 0; i < 256; i++)
        acc2 = fmaf(leaky_relu2[0][i], linear3_weight[i][0], acc2);
    distance[0][0] = acc + critic_linear3_bias[0] - (acc2 + critic_linear3_bias[0]);
}

/* 42  distance2 = distance                                            wgan_gp.lua:37 */
static void k42_distance(const float distance[restrict 1][1], float *restrict distance2)
{
    *distance2 = distance[0][0];
}

/* 43  critic_linear1 = between linear1_weight + critic_linear1_bias
 *     leaky_relu = where(critic_linear1 > 0, critic_linear1, 0.2 *
 *         critic_linear1)                                             wgan_gp.lua:35 */
MF_APART
static void k43_leaky_relu(const float between[restrict 1][784],
                           const float linear1_weight[restrict 784][512],
                           const float critic_linear1_bias[restrict 512],
                           float critic_linear1[restrict 1][512],
                           float leaky_relu[restrict 1][512])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{128, 1}};
    static const MfTerm terms[] = {{784, 1, 512}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        float acc[1][128];
        mf_productf(&plan, &between[0][0], &linear1_weight[0][128 * i], acc[0], 128);
        for (int j = 0; j < 128; j++) {
            const float critic_linear1_2 = acc[0][j] + critic_linear1_bias[128 * i + j];
            critic_linear1[0][128 * i + j] = critic_linear1_2;
            const bool t = critic_linear1_2 > 0.0f;
            leaky_relu[0][128 * i + j] = t ? critic_linear1_2 : 0.2f * critic_linear1_2;
        }
    }
}

/* 44  dcritic_linear2 (in dleaky_relu) = where(leaky_relu linear2_weight +
 *         critic_linear2_bias > 0, dleaky_relu, 0) + where(leaky_relu linear2_weight +
 *         critic_linear2_bias > 0, 0, dleaky_relu) * 0.2              wgan_gp.lua:35 */
static void k44_dcritic_linear2(const float leaky_relu[restrict 1][512],
                                const float linear2_weight[restrict 512][256],
                                const float critic_linear2_bias[restrict 256],
                                float dleaky_relu[restrict 1][256])
{
    for (int i = 0; i < 4; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 512; j++)
            for (int k = 0; k < 64; k++)
                acc[k] = fmaf(leaky_relu[0][j], linear2_weight[j][64 * i + k], acc[k]);
        for (int j = 0; j < 64; j++) {
            const bool t = acc[j] + critic_linear2_bias[64 * i + j] > 0.0f;
            const float t2 = dleaky_relu[0][64 * i + j];
            dleaky_relu[0][64 * i + j] = (t ? t2 : 0.0f) + (t ? 0.0f : t2) * 0.2f;
        }
    }
}

/* 45  dleaky_relu = dcritic_linear2 linear2_weight'
 *     dcritic_linear1 (in critic_linear1) = where(critic_linear1 > 0, dleaky_relu, 0) +
 *         where(critic_linear1 > 0, 0, dleaky_relu) * 0.2             wgan_gp.lua:35 */
MF_APART
static void k45_dcritic_linear1(const float dcritic_linear2[restrict 1][256],
                                const float linear2_weight[restrict 512][256],
                                float critic_linear1[restrict 1][512])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{128, 256}};
    static const MfTerm terms[] = {{256, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        float acc[1][128];
        mf_productf(&plan, &dcritic_linear2[0][0], &linear2_weight[128 * i][0], acc[0],
                    128);
        for (int j = 0; j < 128; j++) {
            const float dleaky_relu = acc[0][j];
            const bool t = critic_linear1[0][128 * i + j] > 0.0f;
            const float t2 = (t ? 0.0f : dleaky_relu) * 0.2f;
            critic_linear1[0][128 * i + j] = (t ? dleaky_relu : 0.0f) + t2;
        }
    }
}

/* 46  slope = dcritic_linear1 linear1_weight'                         wgan_gp.lua:35 */
MF_APART
static void k46_slope(const float dcritic_linear1[restrict 1][512],
                      const float linear1_weight[restrict 784][512],
                      float slope[restrict 1][784])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{112, 512}};
    static const MfTerm terms[] = {{512, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 7; i++) {
        float acc[1][128];
        mf_productf(&plan, &dcritic_linear1[0][0], &linear1_weight[112 * i][0], acc[0],
                    128);
        for (int j = 0; j < 112; j++)
            slope[0][112 * i + j] = acc[0][j];
    }
}

/* 47  sum = sum(slope * slope)                                        wgan_gp.lua:36 */
MF_APART
static void k47_sum(const float slope[restrict 1][784], float sum[restrict 1])
{
    float lane[16] = {0};
    for (int i = 0; i < 49; i++) {
        MF_SINGLY;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += slope[0][16 * i + j] * slope[0][16 * i + j];
    }
    const float sum2 = mf_sum16f(lane);
    sum[0] = sum2;
}

/* 48  loss = 10 * ((where(sum != 0, sqrt(where(sum != 0, sum, 1)), sum) - 1) *
 *         (where(sum != 0, sqrt(where(sum != 0, sum, 1)), sum) - 1))
 *         - distance                                                  wgan_gp.lua:38 */
static void k48_critic_loss(const float sum[restrict 1],
                            const float distance[restrict 1][1], float *restrict loss)
{
    const bool t = sum[0] != 0.0f;
    const float t2 = sum[0];
    const float t3 = sqrtf(t ? t2 : 1.0f);
    const float t4 = (t ? t3 : t2) - 1.0f;
    *loss = 10.0f * (t4 * t4) - distance[0][0];
}

/* 49  fake = sigmoid(relu linear3_weight + linear3_bias)              wgan_gp.lua:29 */
MF_APART
static void k49_fake(const float relu[restrict 64][512],
                     const float linear3_weight[restrict 512][784],
                     const float linear3_bias[restrict 784],
                     float fake[restrict 64][784])
{
    static const MfAxis rows[] = {{64, 512}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{512, 1, 784}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis columns2[] = {{16, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 1, columns2, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        mf_productf(&plan, &relu[0][0], &linear3_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                fake[j][64 * i + k] = mf_sigmoidf(acc[j][k] + linear3_bias[64 * i + k]);
    }
    float acc[64][32];
    mf_productf(&plan2, &relu[0][0], &linear3_weight[0][768], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            fake[i][j + 768] = mf_sigmoidf(acc[i][j] + linear3_bias[j + 768]);
    }
}

/* 50  loss = sum(product + critic_linear3_bias) * -0.015625           wgan_gp.lua:41 */
static void k50_generator_loss(const float product[restrict 64][1],
                               const float critic_linear3_bias[restrict 1],
                               float *restrict loss)
{
    float acc = 0.0f;
    for (int i = 0; i < 64; i++)
        acc += product[i][0] + critic_linear3_bias[0];
    *loss = acc * -0.015625f;
}

/* 51  dfake = dcritic_linear1 linear1_weight'                         wgan_gp.lua:41
 *     dgenerator_linear3 (in fake) = dfake * (fake * (1 - fake))      wgan_gp.lua:29 */
MF_APART
static void k51_dgenerator_linear3(const float linear1_weight[restrict 784][512],
                                   const float dcritic_linear1[restrict 64][512],
                                   float fake[restrict 64][784])
{
    static const MfAxis rows[] = {{196, 512}};
    static const MfAxis columns[] = {{64, 512}};
    static const MfTerm terms[] = {{512, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        float acc[64][224];
        mf_product_turnedf(&plan, &linear1_weight[196 * i][0], &dcritic_linear1[0][0],
                           acc[0], 224);
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

/* 52  dlinear3_bias = sum(dgenerator_linear3)                         wgan_gp.lua:29
 *     m = generator_beta1 * linear3_bias + (1 - generator_beta1) * dlinear3_bias
 *     linear3_bias = where(abs(m) < 1e-30, 0, m)
 *     v = generator_beta2 * linear3_bias2 + (1 - generator_beta2) * dlinear3_bias *
 *         dlinear3_bias
 *     linear3_bias2 = where(abs(v) < 1e-30, 0, v)
 *     linear3_bias3 = linear3_bias3 - rate * linear3_bias / (sqrt(linear3_bias2) / root
 *         + generator_eps)                                            wgan_gp.lua:50 */
static void k52_linear3_bias(const float dgenerator_linear3[restrict 64][784],
                             float generator_beta1, float generator_beta2, float rate,
                             float root, float generator_eps,
                             float linear3_bias[restrict 784],
                             float linear3_bias2[restrict 784],
                             float linear3_bias3[restrict 784])
{
    for (int i = 0; i < 12; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += dgenerator_linear3[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float linear3_bias4 = acc[j];
            const float t = generator_beta1 * linear3_bias[64 * i + j];
            const float m = t + (1.0f - generator_beta1) * linear3_bias4;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            linear3_bias[64 * i + j] = m2;
            const float t2 = (1.0f - generator_beta2) * linear3_bias4 * linear3_bias4;
            const float v = generator_beta2 * linear3_bias2[64 * i + j] + t2;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            linear3_bias2[64 * i + j] = v2;
            const float t3 = rate * m2 / (sqrtf(v2) / root + generator_eps);
            linear3_bias3[64 * i + j] = linear3_bias3[64 * i + j] - t3;
        }
    }
    float acc[16] = {0};
    for (int i = 0; i < 64; i++) {
        MF_SINGLY;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] += dgenerator_linear3[i][j + 768];
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float linear3_bias4 = acc[i];
        const float t = (1.0f - generator_beta1) * linear3_bias4;
        const float m = generator_beta1 * linear3_bias[i + 768] + t;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        linear3_bias[i + 768] = m2;
        const float t2 = (1.0f - generator_beta2) * linear3_bias4 * linear3_bias4;
        const float v = generator_beta2 * linear3_bias2[i + 768] + t2;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        linear3_bias2[i + 768] = v2;
        const float t3 = rate * m2 / (sqrtf(v2) / root + generator_eps);
        linear3_bias3[i + 768] = linear3_bias3[i + 768] - t3;
    }
}

/* 53  dgenerator_linear2 = where(relu > 0, dgenerator_linear3
 *         linear3_weight', 0)                                         wgan_gp.lua:29 */
MF_APART
static void k53_dgenerator_linear2(const float linear3_weight[restrict 512][784],
                                   const float dgenerator_linear3[restrict 64][784],
                                   const float relu[restrict 64][512],
                                   float dgenerator_linear2[restrict 64][512])
{
    static const MfAxis rows[] = {{256, 784}};
    static const MfAxis columns[] = {{64, 784}};
    static const MfTerm terms[] = {{784, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][256];
        mf_product_turnedf(&plan, &linear3_weight[256 * i][0],
                           &dgenerator_linear3[0][0], acc[0], 256);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 256; k++) {
                const float t = acc[j][k];
                const bool t2 = relu[j][256 * i + k] > 0.0f;
                dgenerator_linear2[j][256 * i + k] = t2 ? t : 0.0f;
            }
    }
}

/* 54  dlinear2_bias = sum(dgenerator_linear2)                         wgan_gp.lua:29
 *     m = generator_beta1 * linear2_bias + (1 - generator_beta1) * dlinear2_bias
 *     linear2_bias = where(abs(m) < 1e-30, 0, m)
 *     v = generator_beta2 * linear2_bias2 + (1 - generator_beta2) * dlinear2_bias *
 *         dlinear2_bias
 *     linear2_bias2 = where(abs(v) < 1e-30, 0, v)
 *     linear2_bias3 = linear2_bias3 - rate * linear2_bias / (sqrt(linear2_bias2) / root
 *         + generator_eps)                                            wgan_gp.lua:50 */
MF_APART
static void k54_linear2_bias(const float dgenerator_linear2[restrict 64][512],
                             float generator_beta1, float generator_beta2, float rate,
                             float root, float generator_eps,
                             float linear2_bias[restrict 512],
                             float linear2_bias2[restrict 512],
                             float linear2_bias3[restrict 512])
{
    for (int i = 0; i < 8; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += dgenerator_linear2[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float linear2_bias4 = acc[j];
            const float t = generator_beta1 * linear2_bias[64 * i + j];
            const float m = t + (1.0f - generator_beta1) * linear2_bias4;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            linear2_bias[64 * i + j] = m2;
            const float t2 = (1.0f - generator_beta2) * linear2_bias4 * linear2_bias4;
            const float v = generator_beta2 * linear2_bias2[64 * i + j] + t2;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            linear2_bias2[64 * i + j] = v2;
            const float t3 = rate * m2 / (sqrtf(v2) / root + generator_eps);
            linear2_bias3[64 * i + j] = linear2_bias3[64 * i + j] - t3;
        }
    }
}

/* 55  dlinear3_weight = relu' dgenerator_linear3                      wgan_gp.lua:29
 *     m = generator_beta1 * linear3_weight + (1 - generator_beta1) * dlinear3_weight
 *     linear3_weight = where(abs(m) < 1e-30, 0, m)
 *     v = generator_beta2 * linear3_weight2 + (1 - generator_beta2) * dlinear3_weight *
 *         dlinear3_weight
 *     linear3_weight2 = where(abs(v) < 1e-30, 0, v)
 *     linear3_weight3 = linear3_weight3 - rate * linear3_weight /
 *         (sqrt(linear3_weight2) / root + generator_eps)              wgan_gp.lua:50 */
MF_APART
static void k55_linear3_weight(const float relu[restrict 64][512],
                               const float dgenerator_linear3[restrict 64][784],
                               float generator_beta1, float generator_beta2, float rate,
                               float root, float generator_eps,
                               float linear3_weight[restrict 512][784],
                               float linear3_weight2[restrict 512][784],
                               float linear3_weight3[restrict 512][784])
{
    static const MfAxis rows[] = {{256, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 512, 784}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis columns2[] = {{16, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows, 1, columns2, 1, terms);
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 12; j++) {
            float acc[256][64];
            mf_productf(&plan, &relu[0][256 * i], &dgenerator_linear3[0][64 * j],
                        acc[0], 64);
            for (int k = 0; k < 256; k++) {
                mf_ahead(&linear3_weight[256 * i + k][64 * j], 25088, 256, 0, 1);
                mf_ahead(&linear3_weight2[256 * i + k][64 * j], 25088, 256, 0, 1);
                mf_ahead(&linear3_weight3[256 * i + k][64 * j], 25088, 256, 0, 1);
                for (int l = 0; l < 64; l++) {
                    const float linear3_weight4 = acc[k][l];
                    const float t = (1.0f - generator_beta1) * linear3_weight4;
                    const float t2 = linear3_weight[256 * i + k][64 * j + l];
                    const float m = generator_beta1 * t2 + t;
                    const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                    linear3_weight[256 * i + k][64 * j + l] = m2;
                    const float t3 = (1.0f - generator_beta2) * linear3_weight4;
                    const float t4 = linear3_weight2[256 * i + k][64 * j + l];
                    const float v = generator_beta2 * t4 + t3 * linear3_weight4;
                    const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                    linear3_weight2[256 * i + k][64 * j + l] = v2;
                    const float t5 = rate * m2 / (sqrtf(v2) / root + generator_eps);
                    const float t6 = linear3_weight3[256 * i + k][64 * j + l];
                    linear3_weight3[256 * i + k][64 * j + l] = t6 - t5;
                }
            }
        }
        float acc[256][32];
        mf_productf(&plan2, &relu[0][256 * i], &dgenerator_linear3[0][768], acc[0], 32);
        for (int j = 0; j < 256; j++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float linear3_weight4 = acc[j][k];
                const float t = (1.0f - generator_beta1) * linear3_weight4;
                const float t2 = linear3_weight[256 * i + j][k + 768];
                const float m = generator_beta1 * t2 + t;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                linear3_weight[256 * i + j][k + 768] = m2;
                const float t3 = (1.0f - generator_beta2) * linear3_weight4;
                const float t4 = linear3_weight2[256 * i + j][k + 768];
                const float v = generator_beta2 * t4 + t3 * linear3_weight4;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                linear3_weight2[256 * i + j][k + 768] = v2;
                const float t5 = rate * m2 / (sqrtf(v2) / root + generator_eps);
                const float t6 = linear3_weight3[256 * i + j][k + 768];
                linear3_weight3[256 * i + j][k + 768] = t6 - t5;
            }
        }
    }
}

/* 56  dgenerator_linear1 = where(relu > 0, dgenerator_linear2
 *         linear2_weight', 0)                                         wgan_gp.lua:29 */
MF_APART
static void k56_dgenerator_linear1(const float linear2_weight[restrict 256][512],
                                   const float dgenerator_linear2[restrict 64][512],
                                   const float relu[restrict 64][256],
                                   float dgenerator_linear1[restrict 64][256])
{
    static const MfAxis rows[] = {{256, 512}};
    static const MfAxis columns[] = {{64, 512}};
    static const MfTerm terms[] = {{512, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][256];
    mf_product_turnedf(&plan, &linear2_weight[0][0], &dgenerator_linear2[0][0], acc[0],
                       256);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 256; j++) {
            const float t = acc[i][j];
            dgenerator_linear1[i][j] = relu[i][j] > 0.0f ? t : 0.0f;
        }
}

/* 57  dlinear1_weight = mul' dgenerator_linear1                       wgan_gp.lua:29
 *     m = generator_beta1 * linear1_weight + (1 - generator_beta1) * dlinear1_weight
 *     linear1_weight = where(abs(m) < 1e-30, 0, m)
 *     v = generator_beta2 * linear1_weight2 + (1 - generator_beta2) * dlinear1_weight *
 *         dlinear1_weight
 *     linear1_weight2 = where(abs(v) < 1e-30, 0, v)
 *     linear1_weight3 = linear1_weight3 - rate * linear1_weight /
 *         (sqrt(linear1_weight2) / root + generator_eps)              wgan_gp.lua:50 */
MF_APART
static void k57_linear1_weight(const float mul[restrict 64][64],
                               const float dgenerator_linear1[restrict 64][256],
                               float generator_beta1, float generator_beta2, float rate,
                               float root, float generator_eps,
                               float linear1_weight[restrict 64][256],
                               float linear1_weight2[restrict 64][256],
                               float linear1_weight3[restrict 64][256])
{
    static const MfAxis rows[] = {{64, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 64, 256}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        float acc[64][64];
        mf_productf(&plan, &mul[0][0], &dgenerator_linear1[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float linear1_weight4 = acc[j][k];
                const float t = generator_beta1 * linear1_weight[j][64 * i + k];
                const float m = t + (1.0f - generator_beta1) * linear1_weight4;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                linear1_weight[j][64 * i + k] = m2;
                const float t2 = generator_beta2 * linear1_weight2[j][64 * i + k];
                const float t3 = (1.0f - generator_beta2) * linear1_weight4;
                const float v = t2 + t3 * linear1_weight4;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                linear1_weight2[j][64 * i + k] = v2;
                const float t4 = rate * m2 / (sqrtf(v2) / root + generator_eps);
                linear1_weight3[j][64 * i + k] = linear1_weight3[j][64 * i + k] - t4;
            }
    }
}

/* 58  dlinear1_bias = sum(dgenerator_linear1)                         wgan_gp.lua:29
 *     m = generator_beta1 * linear1_bias + (1 - generator_beta1) * dlinear1_bias
 *     linear1_bias = where(abs(m) < 1e-30, 0, m)
 *     v = generator_beta2 * linear1_bias2 + (1 - generator_beta2) * dlinear1_bias *
 *         dlinear1_bias
 *     linear1_bias2 = where(abs(v) < 1e-30, 0, v)
 *     linear1_bias3 = linear1_bias3 - rate * linear1_bias / (sqrt(linear1_bias2) / root
 *         + generator_eps)                                            wgan_gp.lua:50 */
MF_APART
static void k58_linear1_bias(const float dgenerator_linear1[restrict 64][256],
                             float generator_beta1, float generator_beta2, float rate,
                             float root, float generator_eps,
                             float linear1_bias[restrict 256],
                             float linear1_bias2[restrict 256],
                             float linear1_bias3[restrict 256])
{
    for (int i = 0; i < 4; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                acc[k] += dgenerator_linear1[j][64 * i + k];
        for (int j = 0; j < 64; j++) {
            const float linear1_bias4 = acc[j];
            const float t = generator_beta1 * linear1_bias[64 * i + j];
            const float m = t + (1.0f - generator_beta1) * linear1_bias4;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            linear1_bias[64 * i + j] = m2;
            const float t2 = (1.0f - generator_beta2) * linear1_bias4 * linear1_bias4;
            const float v = generator_beta2 * linear1_bias2[64 * i + j] + t2;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            linear1_bias2[64 * i + j] = v2;
            const float t3 = rate * m2 / (sqrtf(v2) / root + generator_eps);
            linear1_bias3[64 * i + j] = linear1_bias3[64 * i + j] - t3;
        }
    }
}

/* 59  dlinear2_weight = relu' dgenerator_linear2                      wgan_gp.lua:29
 *     m = generator_beta1 * linear2_weight + (1 - generator_beta1) * dlinear2_weight
 *     linear2_weight = where(abs(m) < 1e-30, 0, m)
 *     v = generator_beta2 * linear2_weight2 + (1 - generator_beta2) * dlinear2_weight *
 *         dlinear2_weight
 *     linear2_weight2 = where(abs(v) < 1e-30, 0, v)
 *     linear2_weight3 = linear2_weight3 - rate * linear2_weight /
 *         (sqrt(linear2_weight2) / root + generator_eps)              wgan_gp.lua:50 */
MF_APART
static void k59_linear2_weight(const float relu[restrict 64][256],
                               const float dgenerator_linear2[restrict 64][512],
                               float generator_beta1, float generator_beta2, float rate,
                               float root, float generator_eps,
                               float linear2_weight[restrict 256][512],
                               float linear2_weight2[restrict 256][512],
                               float linear2_weight3[restrict 256][512])
{
    static const MfAxis rows[] = {{256, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 256, 512}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 8; i++) {
        float acc[256][64];
        mf_productf(&plan, &relu[0][0], &dgenerator_linear2[0][64 * i], acc[0], 64);
        for (int j = 0; j < 256; j++)
            for (int k = 0; k < 64; k++) {
                const float linear2_weight4 = acc[j][k];
                const float t = generator_beta1 * linear2_weight[j][64 * i + k];
                const float m = t + (1.0f - generator_beta1) * linear2_weight4;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                linear2_weight[j][64 * i + k] = m2;
                const float t2 = generator_beta2 * linear2_weight2[j][64 * i + k];
                const float t3 = (1.0f - generator_beta2) * linear2_weight4;
                const float v = t2 + t3 * linear2_weight4;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                linear2_weight2[j][64 * i + k] = v2;
                const float t4 = rate * m2 / (sqrtf(v2) / root + generator_eps);
                linear2_weight3[j][64 * i + k] = linear2_weight3[j][64 * i + k] - t4;
            }
    }
}

/* 60  image = sigmoid(relu linear3_weight + linear3_bias)             wgan_gp.lua:56 */
MF_APART
static void k60_image(const float relu[restrict 1][512],
                      const float linear3_weight[restrict 512][784],
                      const float linear3_bias[restrict 784],
                      float image[restrict 1][784])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{112, 1}};
    static const MfTerm terms[] = {{512, 1, 784}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 7; i++) {
        float acc[1][128];
        mf_productf(&plan, &relu[0][0], &linear3_weight[0][112 * i], acc[0], 128);
        for (int j = 0; j < 112; j++)
            image[0][112 * i + j] = mf_sigmoidf(acc[0][j] + linear3_bias[112 * i + j]);
    }
}

/* 61  linear1_weight = -0.125 + 0.25 * uniform()                      wgan_gp.lua:16 */
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

/* 62  linear1_bias = -0.125 + 0.25 * uniform()                        wgan_gp.lua:16 */
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

/* 63  linear2_weight = -0.0625 + 0.125 * uniform()                    wgan_gp.lua:17 */
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

/* 64  linear2_bias = -0.0625 + 0.125 * uniform()                      wgan_gp.lua:17 */
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

/* 65  linear3_weight = -0.0441942 + 0.0883883 * uniform()             wgan_gp.lua:18 */
MF_APART
static void k65_linear3_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2,
                               float linear3_weight[restrict 512][784])
{
    for (int i = 0; i < 512; i++) {
        MF_BY_ROW;
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

/* 66  linear3_bias = -0.0441942 + 0.0883883 * uniform()               wgan_gp.lua:18 */
MF_APART
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

/* 67  linear1_weight = -0.0357143 + 0.0714286 * uniform()             wgan_gp.lua:23 */
MF_APART
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

/* 68  critic_linear1_bias = -0.0357143 + 0.0714286 * uniform()        wgan_gp.lua:23 */
MF_APART
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

/* 69  linear2_weight = -0.0441942 + 0.0883883 * uniform()             wgan_gp.lua:24 */
MF_APART
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

/* 70  critic_linear2_bias = -0.0441942 + 0.0883883 * uniform()        wgan_gp.lua:24 */
MF_APART
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

/* 71  linear3_weight = -0.0625 + 0.125 * uniform()                    wgan_gp.lua:25 */
static void k71_linear3_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear3_weight[restrict 256][1])
{
    for (int i = 0; i < 256; i++) {
        const float t = 0.125f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear3_weight[i][0] = -0.0625f + t;
    }
}

/* 72  critic_linear3_bias = -0.0625 + 0.125 * uniform()               wgan_gp.lua:25 */
static void k72_critic_linear3_bias(uint64_t step, uint64_t seed, uint64_t stream,
                                    float critic_linear3_bias[restrict 1])
{
    critic_linear3_bias[0] = -0.0625f + 0.125f * mf_uniformf(seed, stream, step, 0);
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
    memset(net, 0, offsetof(WganGp, work));
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
    net->generator_beta1 = 0.5f;
    net->generator_beta2 = 0.9f;
    net->generator_lr = 0.0001f;
    net->generator_eps = 1e-08f;
}

/* One step: forward, backward, update; returns the loss before it. */
float wgan_gp_step_critic(WganGp *net, const float image[restrict 64][784])
{
    float loss, rate, root;
    union WganGpStepCritic *w = &net->work.step_critic;
    k1_root(net->critic_beta1, net->critic_lr, net->critic_beta2, &net->critic_updates,
            &rate, &root);
    /* forward */
    k2_mix(net->step, net->seed, 0xbb00d74ecdfddc7bu, w->mix);
    k3_mul(net->step, net->seed, 0xd37e7a07cc979a39u, 0x71007b15f8c7a0e7u, w->mul);
    k4_relu(w->mul, net->generator_linear1_weight, net->generator_linear1_bias,
            w->relu);
    k5_dleaky_relu(net->critic_linear3_weight, w->dleaky_relu);
    /* backward, and the update of what is done */
    k6_dleaky_relu(net->critic_linear3_weight, w->dleaky_relu2);
    k7_dleaky_relu(net->critic_linear3_weight, w->dleaky_relu3);
    /* forward */
    k8_relu(w->relu, net->generator_linear2_weight, net->generator_linear2_bias,
            w->relu2);
    k9_leaky_relu(image, net->critic_linear1_weight, net->critic_linear1_bias,
                  w->critic_linear1, w->leaky_relu);
    /* forward and backward */
    k10_dcritic_linear2(w->leaky_relu, net->critic_linear2_weight,
                        net->critic_linear2_bias, w->leaky_relu2, w->dleaky_relu2);
    /* backward, and the update of what is done */
    k11_dcritic_linear1(net->critic_linear2_weight, w->dleaky_relu2, w->critic_linear1);
    /* forward */
    k12_product(net->critic_linear3_weight, w->leaky_relu2, w->product2);
    k13_between(w->relu2, net->generator_linear3_weight, net->generator_linear3_bias,
                w->mix, image, w->mix, w->fake, w->between);
    k9_leaky_relu(w->between, net->critic_linear1_weight, net->critic_linear1_bias,
                  w->critic_linear1_2, w->leaky_relu3);
    k14_dcritic_linear2(w->leaky_relu3, net->critic_linear2_weight,
                        net->critic_linear2_bias, w->gt, w->dleaky_relu);
    k15_dcritic_linear1(net->critic_linear2_weight, w->dleaky_relu, w->critic_linear1_2,
                        w->dcritic_linear1);
    k16_slope(net->critic_linear1_weight, w->dcritic_linear1, w->slope);
    /* forward and backward */
    k17_dslope(w->slope, w->sub, w->dslope);
    /* backward, and the update of what is done */
    k18_ddleaky_relu(w->dslope, net->critic_linear1_weight, w->critic_linear1_2);
    k19_ddleaky_relu(w->critic_linear1_2, net->critic_linear2_weight, w->gt,
                     w->ddleaky_relu);
    /* forward */
    k9_leaky_relu(w->fake, net->critic_linear1_weight, net->critic_linear1_bias,
                  w->critic_linear1_3, w->leaky_relu4);
    /* forward and backward */
    k10_dcritic_linear2(w->leaky_relu4, net->critic_linear2_weight,
                        net->critic_linear2_bias, w->leaky_relu5, w->dleaky_relu3);
    /* backward, and the update of what is done */
    k11_dcritic_linear1(net->critic_linear2_weight, w->dleaky_relu3,
                        w->critic_linear1_3);
    k20_critic_linear2_bias(w->dleaky_relu3, w->dleaky_relu2, net->critic_beta1,
                            net->critic_beta2, rate, root, net->critic_eps,
                            net->critic_adam_m_critic_linear2_bias,
                            net->critic_adam_v_critic_linear2_bias,
                            net->critic_linear2_bias);
    k21_linear1_weight(w->fake, w->critic_linear1_3, image, w->critic_linear1,
                       w->dslope, w->dcritic_linear1, net->critic_beta1,
                       net->critic_beta2, rate, root, net->critic_eps,
                       net->critic_adam_m_critic_linear1_weight,
                       net->critic_adam_v_critic_linear1_weight,
                       net->critic_linear1_weight);
    k22_critic_linear1_bias(w->critic_linear1_3, w->critic_linear1, net->critic_beta1,
                            net->critic_beta2, rate, root, net->critic_eps,
                            net->critic_adam_m_critic_linear1_bias,
                            net->critic_adam_v_critic_linear1_bias,
                            net->critic_linear1_bias);
    k23_linear2_weight(w->leaky_relu4, w->dleaky_relu3, w->leaky_relu, w->dleaky_relu2,
                       w->critic_linear1_2, w->dleaky_relu, net->critic_beta1,
                       net->critic_beta2, rate, root, net->critic_eps,
                       net->critic_adam_m_critic_linear2_weight,
                       net->critic_adam_v_critic_linear2_weight,
                       net->critic_linear2_weight);
    /* forward */
    k12_product(net->critic_linear3_weight, w->leaky_relu5, w->product);
    /* metrics */
    k24_distance(w->product2, net->critic_linear3_bias, w->product,
                 &net->metric.distance);
    /* backward, and the update of what is done */
    k25_linear3_weight(w->leaky_relu5, w->leaky_relu2, w->ddleaky_relu,
                       net->critic_beta1, net->critic_beta2, rate, root,
                       net->critic_eps, net->critic_adam_m_critic_linear3_weight,
                       net->critic_adam_v_critic_linear3_weight,
                       net->critic_linear3_weight);
    /* the loss */
    k26_critic_loss(w->sub, net->metric.distance, &loss);
    /* backward, and the update of what is done */
    k27_critic_linear3_bias(net->critic_beta1, net->critic_beta2, rate, root,
                            net->critic_eps, net->critic_adam_m_critic_linear3_bias,
                            net->critic_adam_v_critic_linear3_bias,
                            net->critic_linear3_bias);
    net->step++;
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float wgan_gp_eval_critic(WganGp *net, const float image[restrict 64][784])
{
    float loss;
    union WganGpEvalCritic *w = &net->work.eval_critic;
    k2_mix(net->step, net->seed, 0xbb00d74ecdfddc7bu, w->mix);
    k3_mul(net->step, net->seed, 0xd37e7a07cc979a39u, 0x71007b15f8c7a0e7u, w->mul);
    k4_relu(w->mul, net->generator_linear1_weight, net->generator_linear1_bias,
            w->relu);
    k5_dleaky_relu(net->critic_linear3_weight, w->dleaky_relu);
    k8_relu(w->relu, net->generator_linear2_weight, net->generator_linear2_bias,
            w->relu2);
    k28_leaky_relu(image, net->critic_linear1_weight, net->critic_linear1_bias,
                   w->leaky_relu2);
    k29_leaky_relu(w->leaky_relu2, net->critic_linear2_weight, net->critic_linear2_bias,
                   w->leaky_relu4);
    k12_product(net->critic_linear3_weight, w->leaky_relu4, w->product2);
    k13_between(w->relu2, net->generator_linear3_weight, net->generator_linear3_bias,
                w->mix, image, w->mix, w->fake, w->between);
    k28_leaky_relu(w->fake, net->critic_linear1_weight, net->critic_linear1_bias,
                   w->leaky_relu5);
    k29_leaky_relu(w->leaky_relu5, net->critic_linear2_weight, net->critic_linear2_bias,
                   w->leaky_relu3);
    k12_product(net->critic_linear3_weight, w->leaky_relu3, w->product);
    k24_distance(w->product2, net->critic_linear3_bias, w->product,
                 &net->metric.distance);
    k9_leaky_relu(w->between, net->critic_linear1_weight, net->critic_linear1_bias,
                  w->critic_linear1, w->leaky_relu);
    k30_dcritic_linear2(w->leaky_relu, net->critic_linear2_weight,
                        net->critic_linear2_bias, w->dleaky_relu);
    k11_dcritic_linear1(net->critic_linear2_weight, w->dleaky_relu, w->critic_linear1);
    k16_slope(net->critic_linear1_weight, w->critic_linear1, w->slope);
    k31_sum(w->slope, w->sum);
    k32_critic_loss(w->sum, net->metric.distance, &loss);
    return loss;
}

/* The same of a batch of one row. */
float wgan_gp_eval_one_critic(WganGp *net, const float image[restrict 1][784])
{
    float loss;
    union WganGpEvalOneCritic *w = &net->work.eval_one_critic;
    k33_mix(net->step, net->seed, 0xbb00d74ecdfddc7bu, w->mix);
    k34_mul(net->step, net->seed, 0xd37e7a07cc979a39u, 0x71007b15f8c7a0e7u, w->mul);
    k35_relu(w->mul, net->generator_linear1_weight, net->generator_linear1_bias,
             w->relu);
    k36_dleaky_relu(net->critic_linear3_weight, w->dleaky_relu);
    k37_relu(w->relu, net->generator_linear2_weight, net->generator_linear2_bias,
             w->relu2);
    k38_leaky_relu(image, net->critic_linear1_weight, net->critic_linear1_bias,
                   w->leaky_relu2);
    k39_leaky_relu(w->leaky_relu2, net->critic_linear2_weight, net->critic_linear2_bias,
                   w->leaky_relu5);
    k40_between(w->relu2, net->generator_linear3_weight, net->generator_linear3_bias,
                w->mix, image, w->mix, w->fake, w->between);
    k38_leaky_relu(w->fake, net->critic_linear1_weight, net->critic_linear1_bias,
                   w->leaky_relu4);
    k39_leaky_relu(w->leaky_relu4, net->critic_linear2_weight, net->critic_linear2_bias,
                   w->leaky_relu3);
    k41_distance(w->leaky_relu5, net->critic_linear3_weight, w->leaky_relu3,
                 net->critic_linear3_bias, w->distance);
    k42_distance(w->distance, &net->metric.distance);
    k43_leaky_relu(w->between, net->critic_linear1_weight, net->critic_linear1_bias,
                   w->critic_linear1, w->leaky_relu);
    k44_dcritic_linear2(w->leaky_relu, net->critic_linear2_weight,
                        net->critic_linear2_bias, w->dleaky_relu);
    k45_dcritic_linear1(w->dleaky_relu, net->critic_linear2_weight, w->critic_linear1);
    k46_slope(w->critic_linear1, net->critic_linear1_weight, w->slope);
    k47_sum(w->slope, w->sum);
    k48_critic_loss(w->sum, w->distance, &loss);
    return loss;
}

/* One step: forward, backward, update; returns the loss before it. */
float wgan_gp_step_generator(WganGp *net)
{
    float loss, rate, root;
    union WganGpStepGenerator *w = &net->work.step_generator;
    k1_root(net->generator_beta1, net->generator_lr, net->generator_beta2,
            &net->generator_updates, &rate, &root);
    /* forward */
    k3_mul(net->step, net->seed, 0xd37e7a07cc979a39u, 0x71007b15f8c7a0e7u, w->mul);
    /* backward, and the update of what is done */
    k6_dleaky_relu(net->critic_linear3_weight, w->dleaky_relu);
    /* forward */
    k4_relu(w->mul, net->generator_linear1_weight, net->generator_linear1_bias,
            w->relu2);
    k8_relu(w->relu2, net->generator_linear2_weight, net->generator_linear2_bias,
            w->relu);
    k49_fake(w->relu, net->generator_linear3_weight, net->generator_linear3_bias,
             w->fake);
    k9_leaky_relu(w->fake, net->critic_linear1_weight, net->critic_linear1_bias,
                  w->critic_linear1, w->leaky_relu);
    /* forward and backward */
    k10_dcritic_linear2(w->leaky_relu, net->critic_linear2_weight,
                        net->critic_linear2_bias, w->leaky_relu2, w->dleaky_relu);
    /* forward */
    k12_product(net->critic_linear3_weight, w->leaky_relu2, w->product);
    /* backward, and the update of what is done */
    k11_dcritic_linear1(net->critic_linear2_weight, w->dleaky_relu, w->critic_linear1);
    /* the loss */
    k50_generator_loss(w->product, net->critic_linear3_bias, &loss);
    /* backward, and the update of what is done */
    k51_dgenerator_linear3(net->critic_linear1_weight, w->critic_linear1, w->fake);
    k52_linear3_bias(w->fake, net->generator_beta1, net->generator_beta2, rate, root,
                     net->generator_eps, net->generator_adam_m_generator_linear3_bias,
                     net->generator_adam_v_generator_linear3_bias,
                     net->generator_linear3_bias);
    k53_dgenerator_linear2(net->generator_linear3_weight, w->fake, w->relu,
                           w->dgenerator_linear2);
    k54_linear2_bias(w->dgenerator_linear2, net->generator_beta1, net->generator_beta2,
                     rate, root, net->generator_eps,
                     net->generator_adam_m_generator_linear2_bias,
                     net->generator_adam_v_generator_linear2_bias,
                     net->generator_linear2_bias);
    k55_linear3_weight(w->relu, w->fake, net->generator_beta1, net->generator_beta2,
                       rate, root, net->generator_eps,
                       net->generator_adam_m_generator_linear3_weigh,
                       net->generator_adam_v_generator_linear3_weigh,
                       net->generator_linear3_weight);
    k56_dgenerator_linear1(net->generator_linear2_weight, w->dgenerator_linear2,
                           w->relu2, w->dgenerator_linear1);
    k57_linear1_weight(w->mul, w->dgenerator_linear1, net->generator_beta1,
                       net->generator_beta2, rate, root, net->generator_eps,
                       net->generator_adam_m_generator_linear1_weigh,
                       net->generator_adam_v_generator_linear1_weigh,
                       net->generator_linear1_weight);
    k58_linear1_bias(w->dgenerator_linear1, net->generator_beta1, net->generator_beta2,
                     rate, root, net->generator_eps,
                     net->generator_adam_m_generator_linear1_bias,
                     net->generator_adam_v_generator_linear1_bias,
                     net->generator_linear1_bias);
    k59_linear2_weight(w->relu2, w->dgenerator_linear2, net->generator_beta1,
                       net->generator_beta2, rate, root, net->generator_eps,
                       net->generator_adam_m_generator_linear2_weigh,
                       net->generator_adam_v_generator_linear2_weigh,
                       net->generator_linear2_weight);
    net->step++;
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
    k28_leaky_relu(w->fake, net->critic_linear1_weight, net->critic_linear1_bias,
                   w->leaky_relu2);
    k29_leaky_relu(w->leaky_relu2, net->critic_linear2_weight, net->critic_linear2_bias,
                   w->leaky_relu);
    k12_product(net->critic_linear3_weight, w->leaky_relu, w->product);
    k50_generator_loss(w->product, net->critic_linear3_bias, &loss);
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
    {"z", MF_F32, 2, {1, 64}, 0, NULL},
};

static const MfPort generate_out[] = {
    {"image", MF_F32, 2, {1, 784}, 0, NULL},
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

static const MfPort step_critic_in[] = {
    {"image", MF_F32, 2, {64, 784}, 0, NULL},
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

static const MfField fields[] = {
    {.input = "image", .path = "t10k-images-idx3-ubyte.gz", .scale = MF_AFFINE, .mul = 1.0, .sub = 0.0, .div = 255.0},
};

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
    .hash = 0x2116e49d77893ab4u,
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
    static _Alignas(64) WganGp net;
    return mf_main(argc, argv, &model, &net);
}

#endif

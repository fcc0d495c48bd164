/*
 * nanogpt.c - trains and runs the network of nanogpt.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 804096 parameters; a step of 1466 nodes; 89 kernels;
 * bytes: parameters 3216384, state 6432768, work 10622528 (unshared 34599488), stack
 * 217728
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
 * mf_max16           the largest of 16 lanes
 * mf_plan            what all tiles of a product have in common, from tables of
 *                    counters, outermost first: {extent, step} of the rows in the first
 *                    operand and of the columns in the second, {extent, step, step} of
 *                    the terms in both
 * mf_product         a product of matrices by register tiles as it is planned, with one
 *                    fused multiply-add a term in rising order
 * mf_product_more    the same, and the sums go on from those that are there
 * mf_product_turned  the same, and the result has a row for every column
 * mf_ahead           asks the second cache for what the next loop or turn needs: where
 *                    this turn's is, how far on that is, of how many bytes, and which
 *                    part of so many
 * mf_later           asks for it in the same way, while the next product of this plan
 *                    runs: where this turn's is, how far on, of how many bytes, which
 *                    part of so many
 * mf_uniform_row     random numbers from 0 to below 1: seed, stream, step, the first
 *                    element, how many, where to
 * MF_APART           not made a part of its caller, whose stack its arrays would take
 */
#include "mfrt.h"

#define NANOGPT_PARAM_BYTES 3216384u
#define NANOGPT_STATE_BYTES 6432768u
#define NANOGPT_WORK_BYTES 10622528u
#define NANOGPT_STACK_BYTES 217728u
#define NANOGPT_TENSORS 86u

typedef struct Nanogpt {
    float embedding1_weight[65][128]; /* nanogpt.lua:29 */
    float positions[64][128];         /* nanogpt.lua:30 */
    /* multiheadattention1.qkv.weight to linear8.weight */
    struct {
        float multiheadattention1_qkv_weight[128][384]; /* nanogpt.lua:17 */
        float multiheadattention1_out_weight[128][128]; /* nanogpt.lua:17 */
        float layernorm1_weight[128];                   /* nanogpt.lua:20 */
        float layernorm2_weight[128];                   /* nanogpt.lua:22 */
        float linear1_weight[128][512];                 /* nanogpt.lua:23 */
        float linear2_weight[512][128];                 /* nanogpt.lua:24 */
    } block[4];
    float layernorm9_weight[128]; /* nanogpt.lua:36 */
    /* state of the optimiser */
    float adamw_m_embedding1_weight[65][128]; /* nanogpt.lua:44 */
    float adamw_v_embedding1_weight[65][128]; /* nanogpt.lua:44 */
    float adamw_m_positions[64][128];         /* nanogpt.lua:44 */
    float adamw_v_positions[64][128];         /* nanogpt.lua:44 */
    /* adamw.m.multiheadattention1.qkv.weight to adamw.v.linear8.weight */
    struct {
        float adamw_m_multiheadattention1_qkv_weight[128][384]; /* nanogpt.lua:44 */
        float adamw_v_multiheadattention1_qkv_weight[128][384]; /* nanogpt.lua:44 */
        float adamw_m_multiheadattention1_out_weight[128][128]; /* nanogpt.lua:44 */
        float adamw_v_multiheadattention1_out_weight[128][128]; /* nanogpt.lua:44 */
        float adamw_m_layernorm1_weight[128];                   /* nanogpt.lua:44 */
        float adamw_v_layernorm1_weight[128];                   /* nanogpt.lua:44 */
        float adamw_m_layernorm2_weight[128];                   /* nanogpt.lua:44 */
        float adamw_v_layernorm2_weight[128];                   /* nanogpt.lua:44 */
        float adamw_m_linear1_weight[128][512];                 /* nanogpt.lua:44 */
        float adamw_v_linear1_weight[128][512];                 /* nanogpt.lua:44 */
        float adamw_m_linear2_weight[512][128];                 /* nanogpt.lua:44 */
        float adamw_v_linear2_weight[512][128];                 /* nanogpt.lua:44 */
    } state[4];
    float adamw_m_layernorm9_weight[128]; /* nanogpt.lua:44 */
    float adamw_v_layernorm9_weight[128]; /* nanogpt.lua:44 */
    /* settings, which --set changes */
    float total_steps;  /* nanogpt.lua:47 */
    float weight_decay; /* nanogpt.lua:44 */
    float beta1;        /* nanogpt.lua:44 */
    float beta2;        /* nanogpt.lua:44 */
    float eps;          /* nanogpt.lua:44 */
    uint64_t seed, step;
    unsigned char gap[24]; /* to a multiple of 64 bytes */
    /* work memory: one function runs at a time */
    union {
        union NanogptStep {
            struct {
                float layernorm1[2][64][128]; /* calls 32 to 34 */
                unsigned char gap1[512];
                float dlayernorm1_weight[9][128]; /* calls 136 to 200 */
                unsigned char gap2[715776];
                float layernorm[2][64][128]; /* calls 41 to 61 */
                float dproduct[64][64];      /* calls 82 to 127 */
                unsigned char gap5[114688];
                float dq[2][64][4][32];                 /* calls 82 to 128 */
                float add[4][2][64][512];               /* calls 39 to 118 */
                float gelu[4][2][64][512];              /* calls 39 to 119 */
                float dlinear1_weight[4][128][512];     /* calls 6 to 198 */
                float dlinear2_weight[4][512][128];     /* calls 5 to 199 */
                float qkv[4][2][64][384];               /* calls 34 to 127 */
                float dqkv_weight[4][128][384];         /* calls 9 to 194 */
                float exp[4][2][4][64][64];             /* calls 35 to 127 */
                float softmax[4][2][4][64][64];         /* calls 35 to 126 */
                float dresidual[12][64][128];           /* calls 31 to 146 */
                float dcentred[12][64][128];            /* calls 31 to 146 */
                float heads[4][2][64][4][32];           /* calls 35 to 124 */
                float residual[4][2][64][128];          /* calls 36 to 123 */
                float x[4][2][64][128];                 /* calls 40 to 117 */
                float layernorm1_strips[4][16][128][8]; /* calls 33 to 129 */
                float dout_weight[4][128][128];         /* calls 8 to 195 */
                float layernorm2_strips[4][16][128][8]; /* calls 38 to 120 */
                float centred[2][64][128];              /* calls 32 to 132 */
                float x2[2][64][128];                   /* calls 68 to 134 */
                float logits[2][64][65];                /* calls 68 to 69 */
                unsigned char gap10[32256];
                /* calls 71 to 122, then dresidual, dx, dresidual ... */
                float dx2[2][64][128];
                float dlogits[2][64][65];                /* calls 69 to 134 */
                float dembedding1_weight_sum[2][65][64]; /* calls 30 to 147 */
                float dpositions_sum[64][2][64];         /* calls 29 to 145 */
                float sum[4][2][4][64];                  /* calls 35 to 127 */
                float inverse[4][2][4][64];              /* calls 35 to 127 */
                float dlayernorm9_weight_sum[9][2][64];  /* calls 4 to 144 */
                float dsum[12][64];                      /* calls 31 to 146 */
                float mean[4][2][64];                    /* calls 37 to 123 */
                float deviation[4][2][64];               /* calls 37 to 122 */
                float inverse2[4][2][64];                /* calls 37 to 123 */
                float mean2[4][2][64];                   /* calls 41 to 117 */
                float inverse3[4][2][64];                /* calls 41 to 117 */
                float deviation2[3][2][64];              /* calls 41 to 116 */
                float deviation3[2][64];                 /* calls 32 to 131 */
                float inverse4[2][64];                   /* calls 32 to 132 */
                float deviation4[2][64];                 /* calls 68 to 71 */
                float dlogits_sum[16];                   /* calls 3 to 135 */
            };
            struct {
                float linear[4][2][64][512]; /* calls 39 to 121, then dlinear1 */
                unsigned char gap6[786432];
                float dlayernorm[2][64][128]; /* calls 76 to 123 */
                float dv[2][64][4][32];       /* calls 81 to 128 */
                unsigned char gap8[7405568];
                float layernorm2[2][64][128]; /* calls 37 to 66 */
                unsigned char gap9[917504];
                float dx[2][64][128]; /* calls 70 to 132 */
            };
            struct {
                float scatter[65][128]; /* calls 146 to 174, then dembedding1_weight */
                float dpositions[64][128]; /* calls 145 to 175 */
                unsigned char gap3[720384];
                float dheads[2][64][128]; /* calls 80 to 127 */
                unsigned char gap7[983040];
                float dk[2][64][4][32]; /* calls 82 to 128 */
            };
            struct {
                unsigned char gap4[786432];
                float dqkv[2][64][384]; /* calls 83 to 130 */
            };
        } step;
        union NanogptEval {
            struct {
                float qkv[4][64][384];         /* calls 3 to 4 */
                float residual[12][64][128];   /* calls 1 to 9 */
                float layernorm2[12][64][128]; /* calls 1 to 9 */
                float layernorm1[4][64][128];  /* calls 2 to 3 */
                float softmax[64][64];         /* call 4 */
                unsigned char gap7[245760];
                float layernorm3[4][64][128]; /* calls 11 to 12 */
                float softmax2[64][64];       /* call 13 */
            };
            struct {
                float x[12][64][128];         /* calls 7 to 15 */
                float qkv2[4][64][384];       /* calls 12 to 13 */
                float residual2[12][64][128]; /* calls 10 to 18 */
                float heads[4][64][4][32];    /* calls 4 to 5 */
                unsigned char gap8[262144];
                float heads2[4][64][4][32]; /* calls 13 to 14 */
                float softmax3[64][64];     /* call 22 */
            };
            struct {
                float x2[12][64][128];  /* calls 16 to 24 */
                float gelu[2][64][512]; /* calls 17 to 18 */
                unsigned char gap4[131072];
                float residual3[12][64][128]; /* calls 19 to 27 */
                float gelu4[2][64][512];      /* calls 8 to 9 */
                unsigned char gap9[131072];
                float layernorm5[4][64][128]; /* calls 20 to 21 */
                float softmax4[64][64];       /* call 31 */
            };
            struct {
                float x3[12][64][128];         /* calls 25 to 33 */
                float qkv3[4][64][384];        /* calls 21 to 22 */
                float residual4[12][64][128];  /* calls 28 to 36 */
                float layernorm4[12][64][128]; /* calls 10 to 18 */
                float heads3[4][64][4][32];    /* calls 22 to 23 */
            };
            struct {
                float x4[12][64][128];   /* calls 34 to 37 */
                float gelu2[2][64][512]; /* calls 26 to 27 */
                unsigned char gap5[524288];
                float layernorm6[12][64][128]; /* calls 19 to 27 */
                float layernorm7[4][64][128];  /* calls 29 to 30 */
            };
            struct {
                unsigned char gap1[393216];
                float qkv4[4][64][384]; /* calls 30 to 31 */
                unsigned char gap6[393216];
                float layernorm8[12][64][128]; /* calls 28 to 36 */
                float heads4[4][64][4][32];    /* calls 31 to 32 */
            };
            struct {
                unsigned char gap2[393216];
                float gelu3[2][64][512]; /* calls 35 to 36 */
            };
            struct {
                unsigned char gap3[393216];
                float logits[12][64][65]; /* calls 37 to 38 */
                float x5[64][128];        /* call 37 */
            };
        } eval;
        union NanogptEvalOne {
            float gelu[1][64][512]; /* calls 8 to 36 */
            struct {
                float centred[1][64][128]; /* call 1 */
                float mean3[1][64];        /* call 1 */
                float inverse3[1][64];     /* call 1 */
                unsigned char gap2[65024];
                float layernorm1[1][64][128]; /* calls 1 to 2 */
                float layernorm2[1][64][128]; /* calls 7 to 35 */
                float exp[1][4][64][64];      /* call 4 */
                float softmax[1][4][64][64];  /* calls 4 to 5 */
                float max2[1][4][64];         /* call 4 */
                float inverse4[1][4][64];     /* call 4 */
                unsigned char gap6[30720];
                float max3[1][4][64];     /* calls 13 to 31 */
                float inverse5[1][4][64]; /* calls 13 to 31 */
            };
            struct {
                float qkv[1][64][384];        /* calls 2 to 5 */
                float score[1][4][64][64];    /* calls 3 to 4 */
                float exp2[1][4][64][64];     /* calls 13 to 31 */
                float softmax2[1][4][64][64]; /* calls 13 to 32 */
                float residual[1][64][128]; /* calls 6 to 37, then x, residual, x ... */
            };
            struct {
                float mean[1][64];    /* calls 7 to 34 */
                float inverse[1][64]; /* calls 7 to 34 */
                unsigned char gap1[16128];
                float max[1][64]; /* calls 39 to 40 */
                float sum[1][64]; /* calls 39 to 40 */
                unsigned char gap3[81152];
                float heads[1][64][4][32]; /* calls 5 to 6 */
            };
            struct {
                float mean2[1][64];    /* calls 10 to 37 */
                float inverse2[1][64]; /* calls 10 to 37 */
                unsigned char gap4[97792];
                float layernorm[1][64][128]; /* calls 10 to 38 */
            };
            struct {
                float qkv2[1][64][384];     /* calls 11 to 32 */
                float score2[1][4][64][64]; /* calls 12 to 31 */
            };
            struct {
                float logits[1][64][65]; /* calls 38 to 40 */
                unsigned char gap5[81664];
                float heads2[1][64][4][32]; /* calls 14 to 33 */
            };
        } eval_one;
        union NanogptLogits {
            float gelu[1][64][512]; /* calls 8 to 36 */
            struct {
                float centred[1][64][128]; /* call 1 */
                float mean3[1][64];        /* call 1 */
                float inverse3[1][64];     /* call 1 */
                unsigned char gap1[65024];
                float layernorm1[1][64][128]; /* calls 1 to 2 */
                float layernorm2[1][64][128]; /* calls 7 to 35 */
                float exp[1][4][64][64];      /* call 4 */
                float softmax[1][4][64][64];  /* calls 4 to 5 */
                float max[1][4][64];          /* call 4 */
                float inverse4[1][4][64];     /* call 4 */
                unsigned char gap5[30720];
                float max2[1][4][64];     /* calls 13 to 31 */
                float inverse5[1][4][64]; /* calls 13 to 31 */
            };
            struct {
                float qkv[1][64][384];        /* calls 2 to 5 */
                float score[1][4][64][64];    /* calls 3 to 4 */
                float exp2[1][4][64][64];     /* calls 13 to 31 */
                float softmax2[1][4][64][64]; /* calls 13 to 32 */
                float residual[1][64][128]; /* calls 6 to 37, then x, residual, x ... */
            };
            struct {
                float mean[1][64];    /* calls 7 to 34 */
                float inverse[1][64]; /* calls 7 to 34 */
                unsigned char gap2[97792];
                float heads[1][64][4][32]; /* calls 5 to 6 */
            };
            struct {
                float mean2[1][64];    /* calls 10 to 37 */
                float inverse2[1][64]; /* calls 10 to 37 */
                unsigned char gap3[97792];
                float layernorm[1][64][128]; /* calls 10 to 38 */
            };
            struct {
                float qkv2[1][64][384];     /* calls 11 to 32 */
                float score2[1][4][64][64]; /* calls 12 to 31 */
            };
            struct {
                unsigned char gap4[98304];
                float heads2[1][64][4][32]; /* calls 14 to 33 */
            };
        } logits;
    } work;
} Nanogpt;

/* Initial values of everything, drawn from the seed. */
void nanogpt_init(Nanogpt *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float nanogpt_step(Nanogpt *net, const int32_t tokens[restrict 12][64],
                   const int32_t target[restrict 12][64]);
/* The loss and the metrics as in inference, without an update. */
float nanogpt_eval(Nanogpt *net, const int32_t tokens[restrict 12][64],
                   const int32_t target[restrict 12][64]);
/* The same of a batch of one row. */
float nanogpt_eval_one(Nanogpt *net, const int32_t tokens[restrict 1][64],
                       const int32_t target[restrict 1][64]);
/* The function `logits`. */
void nanogpt_logits(Nanogpt *net, const int32_t tokens[restrict 1][64],
                    float logits[restrict 1][64][65]);
extern const MfTensor nanogpt_tensors[];

/* clang-format off */
_Static_assert(sizeof(((Nanogpt *)0)->work) == NANOGPT_WORK_BYTES, "work");
_Static_assert(offsetof(Nanogpt, layernorm9_weight) + sizeof(((Nanogpt *)0)->layernorm9_weight) ==
               NANOGPT_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  root = sqrt(1 - pow(beta2, step + 1))                            nanogpt.lua:44 */
static void k1_root(float beta2, uint64_t step, float *restrict root)
{
    const float t = mf_powf(beta2, (float)step + 1.0f);
    *root = sqrtf(1.0f - t);
}

/* 2  cosine = where(step < 100, 0.001 * (step + 1) / 100, 0.0001 + 0.0009 * (1 +
 *        cos(3.14159 * minimum((step - 100) / maximum(total_steps - 100, 1), 1))) *
 *        0.5)                                                         nanogpt.lua:47
 *    rate = cosine / (1 - pow(beta1, step + 1))                       nanogpt.lua:44 */
static void k2_rate(uint64_t step, float total_steps, float beta1,
                    float *restrict cosine, float *restrict rate)
{
    const float warmup = 0.001f * ((float)step + 1.0f) / 100.0f;
    const float t = ((float)step - 100.0f) / mf_maxf(total_steps - 100.0f, 1.0f);
    const float t2 = mf_cosf(3.1415927f * mf_minf(t, 1.0f));
    const float t3 = 0.0009f * (1.0f + t2) * 0.5f;
    const float cosine2 = (float)step < 100.0f ? warmup : 0.0001f + t3;
    *cosine = cosine2;
    const float t4 = mf_powf(beta1, (float)step + 1.0f);
    *rate = cosine2 / (1.0f - t4);
}

/* 3  what the sums over the rows start with                           nanogpt.lua:38 */
static void k3_dlogits_start(float dlogits_sum[restrict 16])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        dlogits_sum[i] = 0.0f;
}

/* 4  what the sums over the rows start with                           nanogpt.lua:36 */
static void k4_weight_start(float weight_sum[restrict 2][64])
{
    for (int i = 0; i < 2; i++)
        for (int i2 = 0; i2 < 64; i2++)
            weight_sum[i][i2] = 0.0f;
}

/* 5  what the sums over the rows start with                           nanogpt.lua:34 */
static void k5_weight_start(float dlinear8_weight[restrict 512][128])
{
    for (int i = 0; i < 512; i++)
        for (int i2 = 0; i2 < 128; i2++)
            dlinear8_weight[i][i2] = 0.0f;
}

/* 6  what the sums over the rows start with                           nanogpt.lua:34 */
static void k6_weight_start(float dlinear7_weight[restrict 128][512])
{
    for (int i = 0; i < 128; i++)
        for (int i2 = 0; i2 < 512; i2++)
            dlinear7_weight[i][i2] = 0.0f;
}

/* 7  what the sums over the rows start with                           nanogpt.lua:34 */
static void k7_out_weight_start(float dout_weight[restrict 128][128])
{
    for (int i = 0; i < 128; i++)
        for (int i2 = 0; i2 < 128; i2++)
            dout_weight[i][i2] = 0.0f;
}

/* 8  what the sums over the rows start with                           nanogpt.lua:34 */
static void k8_qkv_weight_start(float dqkv_weight[restrict 128][384])
{
    for (int i = 0; i < 128; i++)
        for (int i2 = 0; i2 < 384; i2++)
            dqkv_weight[i][i2] = 0.0f;
}

/* 9  what the sums over the rows start with                           nanogpt.lua:32 */
static void k9_dpositions_start(float dpositions_sum[restrict 64][2][64])
{
    for (int i = 0; i < 64; i++)
        for (int i2 = 0; i2 < 2; i2++)
            for (int i3 = 0; i3 < 64; i3++)
                dpositions_sum[i][i2][i3] = 0.0f;
}

/* 10  what the sums over the rows start with                          nanogpt.lua:32 */
static void k10_weight_start(float weight_sum[restrict 2][65][64])
{
    for (int i = 0; i < 2; i++)
        for (int i2 = 0; i2 < 65; i2++)
            for (int i3 = 0; i3 < 64; i3++)
                weight_sum[i][i2][i3] = 0.0f;
}

/* 11  x = gather(embedding1_weight, tokens) + positions               nanogpt.lua:32
 *     mean = sum(x) * 0.0078125
 *     centred = x - mean
 *     deviation = sqrt(sum(centred * centred) * 0.0078125 + 1e-05)
 *     inverse = 1 / deviation
 *     layernorm1 = centred * inverse * layernorm1_weight              nanogpt.lua:34 */
static void k11_layernorm1(const int32_t tokens[restrict 2][64],
                           const float embedding1_weight[restrict 65][128],
                           const float positions[restrict 64][128],
                           const float layernorm1_weight[restrict 128],
                           float centred[restrict 2][64][128],
                           float deviation[restrict 2][64],
                           float inverse[restrict 2][64],
                           float layernorm1[restrict 2][64][128])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const int at = tokens[i][j];
                    const float embedding1 = embedding1_weight[at][16 * k + l];
                    lane[l] += embedding1 + positions[j][16 * k + l];
                }
            }
            const float sum = mf_sum16f(lane);
            const float mean = sum * 0.0078125f;
            for (int k = 0; k < 128; k++) {
                const int at = tokens[i][j];
                const float x = embedding1_weight[at][k] + positions[j][k];
                centred[i][j][k] = x - mean;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += centred[i][j][16 * k + l] * centred[i][j][16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float mean2 = sum2 * 0.0078125f;
            const float deviation2 = sqrtf(mean2 + 1e-05f);
            deviation[i][j] = deviation2;
            inverse[i][j] = 1.0f / deviation2;
            for (int k = 0; k < 128; k++) {
                const float normal = centred[i][j][k] * inverse[i][j];
                layernorm1[i][j][k] = normal * layernorm1_weight[k];
            }
        }
}

/* 12  layernorm1 by strips of 8 columns, as products read it          nanogpt.lua:34 */
static void k12_layernorm1_strips(const float layernorm1[restrict 2][64][128],
                                  float layernorm1_strips[restrict 16][128][8])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 16; k++) {
                mf_ahead(&layernorm1[i][0][0], 32768, 32768, 16 * j + k, 64);
                mf_ahead(&layernorm1_strips[k][64 * i + 16 * j][0], 16384, 512, 0, 1);
                for (int l = 0; l < 16; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++) {
                        layernorm1_strips[k][64 * i + 16 * j + l][m] =
                            layernorm1[i][16 * j + l][8 * k + m];
                    }
                }
            }
}

/* 13  qkv = layernorm1 qkv_weight                                     nanogpt.lua:34 */
MF_APART
static void k13_qkv(const float layernorm1[restrict 2][64][128],
                    const float qkv_weight[restrict 128][384],
                    float qkv[restrict 2][64][384])
{
    static const MfAxis rows[] = {{2, 8192}, {64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 384}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int j = 0; j < 6; j++) {
        float acc[128][64];
        mf_productf(&plan, &layernorm1[0][0][0], &qkv_weight[0][64 * j], acc[0], 64);
        for (int k = 0; k < 2; k++)
            for (int l = 0; l < 64; l++) {
                mf_ahead(&qkv[k][l][64 * j], 12288, 256, 0, 1);
                for (int m = 0; m < 64; m++)
                    qkv[k][l][64 * j + m] = acc[64 * k + l][m];
            }
    }
}

/* 14  q = reshape(qkv[:, :, 0:128])
 *     k = reshape(qkv[:, :, 128:256])
 *     score = where(row >= column, q k' * 0.176777, -inf)
 *     max = max(score)
 *     exp = exp(score - max)
 *     sum = sum(exp)
 *     inverse = 1 / sum
 *     softmax = exp * inverse
 *     v = reshape(qkv[:, :, 256:384])
 *     heads = softmax v                                               nanogpt.lua:34 */
MF_APART
static void k14_heads(const float qkv[restrict 2][64][384],
                      float exp[restrict 2][4][64][64], float sum[restrict 2][4][64],
                      float inverse[restrict 2][4][64],
                      float softmax[restrict 2][4][64][64],
                      float heads[restrict 2][64][4][32])
{
    static const MfAxis rows[] = {{64, 384}};
    static const MfAxis columns[] = {{64, 384}};
    static const MfTerm terms[] = {{32, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{64, 64}};
    static const MfAxis columns2[] = {{32, 1}};
    static const MfTerm terms2[] = {{64, 1, 384}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns2, 1, terms2);
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            mf_later(&plan, &heads[i][0][0][0], 32768, 32768, j, 4);
            float acc[64][64];
            mf_productf(&plan, &qkv[i][0][32 * j], &qkv[i][0][32 * j + 128], acc[0],
                        64);
            for (int k = 0; k < 4; k++) {
                MF_BY_ROW;
                float score[16][64];
                for (int r = 0; r < 16; r++)
                    for (int l = 0; l < 64; l++) {
                        const float t = acc[16 * k + r][l] * 0.17677669f;
                        score[r][l] = 16 * k + r >= l ? t : -INFINITY;
                    }
                float maxs[16];
                for (int r = 0; r < 16; r++) {
                    float lane[16];
                    for (int i0 = 0; i0 < 16; i0++)
                        lane[i0] = -INFINITY;
                    for (int l = 0; l < 4; l++) {
                        MF_ROLLED
                        for (int m = 0; m < 16; m++)
                            lane[m] = mf_maxf(score[r][16 * l + m], lane[m]);
                    }
                    const float top = mf_max16f(lane);
                    maxs[r] = top;
                }
                for (int r = 0; r < 16; r++) {
                    const float max = maxs[r];
                    for (int l = 0; l < 64; l++)
                        exp[i][j][16 * k + r][l] = mf_expf(score[r][l] - max);
                }
                float sums[16];
                for (int r = 0; r < 16; r++) {
                    float lane[16] = {0};
                    for (int l = 0; l < 4; l++) {
                        MF_ROLLED
                        for (int m = 0; m < 16; m++)
                            lane[m] += exp[i][j][16 * k + r][16 * l + m];
                    }
                    const float sum2 = mf_sum16f(lane);
                    sum[i][j][16 * k + r] = sum2;
                    sums[r] = sum2;
                }
                MF_ROLLED
                for (int r = 0; r < 16; r++) {
                    const float sum2 = sums[r];
                    inverse[i][j][16 * k + r] = 1.0f / sum2;
                }
                for (int r = 0; r < 16; r++)
                    for (int l = 0; l < 64; l++) {
                        const float t = inverse[i][j][16 * k + r];
                        softmax[i][j][16 * k + r][l] = exp[i][j][16 * k + r][l] * t;
                    }
            }
            float acc2[64][32];
            mf_productf(&plan2, &softmax[i][j][0][0], &qkv[i][0][32 * j + 256], acc2[0],
                        32);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 32; l++)
                    heads[i][k][j][l] = acc2[k][l];
        }
}

/* 15  x = gather(embedding1_weight, tokens) + positions               nanogpt.lua:32
 *     residual = x + heads out_weight                                 nanogpt.lua:34 */
MF_APART
static void k15_residual(const float heads[restrict 2][64][128],
                         const float out_weight[restrict 128][128],
                         const int32_t tokens[restrict 2][64],
                         const float embedding1_weight[restrict 65][128],
                         const float positions[restrict 64][128],
                         float residual[restrict 2][64][128])
{
    static const MfAxis rows[] = {{2, 8192}, {64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int j = 0; j < 2; j++) {
        float acc[128][64];
        mf_productf(&plan, &heads[0][0][0], &out_weight[0][64 * j], acc[0], 64);
        for (int k = 0; k < 2; k++)
            for (int l = 0; l < 64; l++)
                for (int m = 0; m < 64; m++) {
                    const int at = tokens[k][l];
                    const float embedding1 = embedding1_weight[at][64 * j + m];
                    const float x = embedding1 + positions[l][64 * j + m];
                    residual[k][l][64 * j + m] = x + acc[64 * k + l][m];
                }
    }
}

/* 16  mean = sum(residual) * 0.0078125
 *     centred = residual - mean
 *     deviation = sqrt(sum(centred * centred) * 0.0078125 + 1e-05)
 *     inverse = 1 / deviation
 *     layernorm2 = centred * inverse * layernorm2_weight              nanogpt.lua:34 */
MF_APART
static void k16_layernorm2(const float residual[restrict 2][64][128],
                           const float layernorm2_weight[restrict 128],
                           float mean[restrict 2][64], float deviation[restrict 2][64],
                           float inverse[restrict 2][64],
                           float layernorm2[restrict 2][64][128])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            MF_BY_ROW;
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += residual[i][16 * j + r][16 * k + l];
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums[r];
                mean[i][16 * j + r] = sum * 0.0078125f;
            }
            float sums2[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = residual[i][16 * j + r][16 * k + l];
                        const float centred = t - mean[i][16 * j + r];
                        lane[l] += centred * centred;
                    }
                }
                const float sum = mf_sum16f(lane);
                sums2[r] = sum;
            }
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums2[r];
                const float mean2 = sum * 0.0078125f;
                const float deviation2 = sqrtf(mean2 + 1e-05f);
                deviation[i][16 * j + r] = deviation2;
                inverse[i][16 * j + r] = 1.0f / deviation2;
            }
            for (int r = 0; r < 16; r++)
                for (int k = 0; k < 128; k++) {
                    const float centred =
                        residual[i][16 * j + r][k] - mean[i][16 * j + r];
                    const float normal = centred * inverse[i][16 * j + r];
                    layernorm2[i][16 * j + r][k] = normal * layernorm2_weight[k];
                }
        }
}

/* 17  linear1 = layernorm2 linear1_weight
 *     add = 1 + erf(linear1 * 0.707107)
 *     gelu = 0.5 * linear1 * add                                      nanogpt.lua:34 */
MF_APART
static void k17_gelu(const float layernorm2[restrict 2][64][128],
                     const float linear1_weight[restrict 128][512],
                     float linear1[restrict 2][64][512], float add[restrict 2][64][512],
                     float gelu[restrict 2][64][512])
{
    static const MfAxis rows[] = {{2, 8192}, {64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 512}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int j = 0; j < 8; j++) {
        float acc[128][64];
        mf_productf(&plan, &layernorm2[0][0][0], &linear1_weight[0][64 * j], acc[0],
                    64);
        for (int k = 0; k < 2; k++)
            for (int l = 0; l < 64; l++) {
                mf_ahead(&linear1[k][l][64 * j], 16384, 256, 0, 1);
                mf_ahead(&add[k][l][64 * j], 16384, 256, 0, 1);
                mf_ahead(&gelu[k][l][64 * j], 16384, 256, 0, 1);
                for (int m = 0; m < 64; m++) {
                    const float linear1_2 = acc[64 * k + l][m];
                    linear1[k][l][64 * j + m] = linear1_2;
                    const float t = 1.0f + mf_erff(linear1_2 * 0.70710677f);
                    add[k][l][64 * j + m] = t;
                    gelu[k][l][64 * j + m] = 0.5f * linear1_2 * t;
                }
            }
    }
}

/* 18  x = residual + gelu linear2_weight                              nanogpt.lua:34 */
MF_APART
static void k18_x(const float gelu[restrict 2][64][512],
                  const float linear2_weight[restrict 512][128],
                  const float residual[restrict 2][64][128],
                  float x[restrict 2][64][128])
{
    static const MfAxis rows[] = {{2, 32768}, {64, 512}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{512, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int j = 0; j < 2; j++) {
        float acc[128][64];
        mf_productf(&plan, &gelu[0][0][0], &linear2_weight[0][64 * j], acc[0], 64);
        for (int k = 0; k < 2; k++)
            for (int l = 0; l < 64; l++)
                for (int m = 0; m < 64; m++) {
                    const float t = residual[k][l][64 * j + m];
                    x[k][l][64 * j + m] = t + acc[64 * k + l][m];
                }
    }
}

/* 19  residual = x + heads out_weight                                 nanogpt.lua:34 */
MF_APART
static void k19_residual(const float heads[restrict 2][64][128],
                         const float out_weight[restrict 128][128],
                         const float x[restrict 2][64][128],
                         float residual[restrict 2][64][128])
{
    static const MfAxis rows[] = {{2, 8192}, {64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int j = 0; j < 2; j++) {
        float acc[128][64];
        mf_productf(&plan, &heads[0][0][0], &out_weight[0][64 * j], acc[0], 64);
        for (int k = 0; k < 2; k++)
            for (int l = 0; l < 64; l++)
                for (int m = 0; m < 64; m++) {
                    const float t = x[k][l][64 * j + m];
                    residual[k][l][64 * j + m] = t + acc[64 * k + l][m];
                }
    }
}

/* 20  mean = sum(x) * 0.0078125
 *     centred = x - mean
 *     deviation = sqrt(sum(centred * centred) * 0.0078125 + 1e-05)
 *     inverse = 1 / deviation
 *     x (in x2) = centred * inverse * layernorm9_weight               nanogpt.lua:36
 *     logits = x embedding1_weight'                                   nanogpt.lua:37 */
MF_APART
static void k20_logits(const float x[restrict 2][64][128],
                       const float layernorm9_weight[restrict 128],
                       const float embedding1_weight[restrict 65][128],
                       float mean[restrict 2][64], float deviation[restrict 2][64],
                       float inverse[restrict 2][64], float x2[restrict 2][64][128],
                       float logits[restrict 2][64][65])
{
    static const MfAxis rows[] = {{65, 128}};
    static const MfAxis columns[] = {{64, 128}};
    static const MfTerm terms[] = {{128, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        mf_later(&plan, &x2[i][0][0], 32768, 32768, 0, 1);
        for (int j = 0; j < 4; j++) {
            MF_BY_ROW;
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += x[i][16 * j + r][16 * k + l];
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums[r];
                mean[i][16 * j + r] = sum * 0.0078125f;
            }
            float sums2[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = x[i][16 * j + r][16 * k + l];
                        const float centred = t - mean[i][16 * j + r];
                        lane[l] += centred * centred;
                    }
                }
                const float sum = mf_sum16f(lane);
                sums2[r] = sum;
            }
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums2[r];
                const float mean2 = sum * 0.0078125f;
                const float deviation2 = sqrtf(mean2 + 1e-05f);
                deviation[i][16 * j + r] = deviation2;
                inverse[i][16 * j + r] = 1.0f / deviation2;
            }
            for (int r = 0; r < 16; r++)
                for (int k = 0; k < 128; k++) {
                    const float centred = x[i][16 * j + r][k] - mean[i][16 * j + r];
                    const float normal = centred * inverse[i][16 * j + r];
                    x2[i][16 * j + r][k] = normal * layernorm9_weight[k];
                }
        }
        float acc[64][96];
        mf_product_turnedf(&plan, &embedding1_weight[0][0], &x2[i][0][0], acc[0], 96);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 65; k++)
                logits[i][j][k] = acc[j][k];
    }
}

/* 21  what these rows add to the sums of dlogits
 *     max = max(logits)
 *     exp = exp(logits - max)
 *     sum = sum(exp)
 *     dsum = 0.00130208 / sum
 *     dlogits = where(column == target, -0.00130208, 0) + dsum * exp  nanogpt.lua:38 */
MF_APART
static void k21_dlogits_add(const float logits[restrict 2][64][65],
                            const int32_t target[restrict 2][64],
                            float dlogits_sum[restrict 16],
                            float dlogits[restrict 2][64][65])
{
    float lane[16];
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        lane[i] = dlogits_sum[i];
    for (int i = 0; i < 2; i++) {
        float sum[64];
        float max[64];
        for (int j = 0; j < 4; j++) {
            MF_BY_ROW;
            for (int r = 0; r < 16; r++) {
                float lane2[16];
                for (int i0 = 0; i0 < 16; i0++)
                    lane2[i0] = -INFINITY;
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane2[l] = mf_maxf(logits[i][16 * j + r][16 * k + l], lane2[l]);
                }
                const float term = logits[i][16 * j + r][64];
                MF_ROLLED
                for (int k = 0; k < MF_LANES(1); k++)
                    lane2[k] = mf_maxf(k < 1 ? term : -INFINITY, lane2[k]);
                const float top = mf_max16f(lane2);
                max[16 * j + r] = top;
            }
            float exp[16][65];
            for (int r = 0; r < 16; r++)
                for (int k = 0; k < 65; k++)
                    exp[r][k] = mf_expf(logits[i][16 * j + r][k] - max[16 * j + r]);
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane2[16] = {0};
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane2[l] += exp[r][16 * k + l];
                }
                const float term = exp[r][64];
                MF_ROLLED
                for (int k = 0; k < MF_LANES(1); k++)
                    lane2[k] += k < 1 ? term : 0.0f;
                const float sum2 = mf_sum16f(lane2);
                sum[16 * j + r] = sum2;
                sums[r] = sum2;
            }
            float dsums[16];
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum2 = sums[r];
                dsums[r] = 0.0013020834f / sum2;
            }
            for (int r = 0; r < 16; r++) {
                const float dsum = dsums[r];
                for (int k = 0; k < 65; k++) {
                    const bool t = k == target[i][16 * j + r];
                    const float t2 = t ? -0.0013020834f : 0.0f;
                    dlogits[i][16 * j + r][k] = t2 + dsum * exp[r][k];
                }
            }
        }
        for (int j = 0; j < 4; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const int at = target[i][16 * j + k];
                const float t = logits[i][16 * j + k][at] - max[16 * j + k];
                lane[k] += mf_logf(sum[16 * j + k]) - t;
            }
        }
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        dlogits_sum[i] = lane[i];
}

/* 22  dx = dlogits embedding1_weight                                  nanogpt.lua:37 */
MF_APART
static void k22_dx(const float dlogits[restrict 2][64][65],
                   const float embedding1_weight[restrict 65][128],
                   float dx[restrict 2][64][128])
{
    static const MfAxis rows[] = {{2, 4160}, {64, 65}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{65, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int j = 0; j < 2; j++) {
        float acc[128][64];
        mf_productf(&plan, &dlogits[0][0][0], &embedding1_weight[0][64 * j], acc[0],
                    64);
        for (int k = 0; k < 2; k++)
            for (int l = 0; l < 64; l++)
                for (int m = 0; m < 64; m++)
                    dx[k][l][64 * j + m] = acc[64 * k + l][m];
    }
}

/* 23  dnormal = dx * layernorm9_weight
 *     centred = x - mean
 *     dadd = sum(dnormal * centred) * inverse / deviation * -0.5 / deviation
 *     dcentred = dnormal * inverse + dadd * 0.0078125 * centred + dadd * 0.0078125 *
 *         centred
 *     dsum = sum(dcentred) * -0.0078125
 *     dx (in dx2) = dcentred + dsum                                   nanogpt.lua:36 */
MF_APART
static void k23_dx(const float dx[restrict 2][64][128],
                   const float layernorm9_weight[restrict 128],
                   const float x[restrict 2][64][128], const float mean[restrict 2][64],
                   const float inverse[restrict 2][64],
                   const float deviation[restrict 2][64],
                   float dx2[restrict 2][64][128])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 8; j++) {
            MF_BY_ROW;
            float sums[8];
            for (int r = 0; r < 8; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = layernorm9_weight[16 * k + l];
                        const float dnormal = dx[i][8 * j + r][16 * k + l] * t;
                        const float t2 = x[i][8 * j + r][16 * k + l];
                        lane[l] += dnormal * (t2 - mean[i][8 * j + r]);
                    }
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            float dadds[8];
            MF_ROLLED
            for (int r = 0; r < 8; r++) {
                const float sum = sums[r];
                const float t = sum * inverse[i][8 * j + r];
                const float t2 = t / deviation[i][8 * j + r];
                dadds[r] = t2 * -0.5f / deviation[i][8 * j + r];
            }
            float dcentred[8][128];
            for (int r = 0; r < 8; r++) {
                const float dadd = dadds[r];
                for (int k = 0; k < 128; k++) {
                    const float centred = x[i][8 * j + r][k] - mean[i][8 * j + r];
                    const float t = dadd * 0.0078125f * centred;
                    const float dnormal = dx[i][8 * j + r][k] * layernorm9_weight[k];
                    dcentred[r][k] = dnormal * inverse[i][8 * j + r] + t + t;
                }
            }
            float sums2[8];
            for (int r = 0; r < 8; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += dcentred[r][16 * k + l];
                }
                const float sum = mf_sum16f(lane);
                sums2[r] = sum;
            }
            float dsums[8];
            MF_ROLLED
            for (int r = 0; r < 8; r++) {
                const float sum = sums2[r];
                dsums[r] = sum * -0.0078125f;
            }
            for (int r = 0; r < 8; r++) {
                const float dsum = dsums[r];
                for (int k = 0; k < 128; k++)
                    dx2[i][8 * j + r][k] = dcentred[r][k] + dsum;
            }
        }
}

/* 24  what these rows add to the sums of dlayernorm9_weight           nanogpt.lua:36 */
MF_APART
static void k24_weight_add(const float dx[restrict 2][64][128],
                           const float x[restrict 2][64][128],
                           const float mean[restrict 2][64],
                           const float inverse[restrict 2][64],
                           float weight_sum[restrict 2][64])
{
    float acc[2][64];
    for (int i = 0; i < 2; i++)
        for (int i2 = 0; i2 < 64; i2++)
            acc[i][i2] = weight_sum[i][i2];
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float centred = x[j][k][l + 64 * i] - mean[j][k];
                    acc[i][l] += dx[j][k][l + 64 * i] * (centred * inverse[j][k]);
                }
    for (int i = 0; i < 2; i++)
        for (int i2 = 0; i2 < 64; i2++)
            weight_sum[i][i2] = acc[i][i2];
}

/* 25  dgelu = dx linear8_weight'
 *     dlinear7 (in linear7) = dgelu * (0.5 * linear7) * (1.12838 * exp(-(linear7 *
 *         0.707107 * (linear7 * 0.707107)))) * 0.707107 + dgelu *
 *         add * 0.5                                                   nanogpt.lua:34 */
MF_APART
static void k25_dlinear7(const float dx[restrict 2][64][128],
                         const float linear8_weight[restrict 512][128],
                         const float add[restrict 2][64][512],
                         float linear7[restrict 2][64][512])
{
    static const MfAxis rows[] = {{2, 8192}, {64, 128}};
    static const MfAxis columns[] = {{64, 128}};
    static const MfTerm terms[] = {{128, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int j = 0; j < 8; j++) {
        float acc[128][64];
        mf_productf(&plan, &dx[0][0][0], &linear8_weight[64 * j][0], acc[0], 64);
        for (int k = 0; k < 2; k++)
            for (int l = 0; l < 64; l++) {
                mf_ahead(&linear7[k][l][64 * j], 16384, 256, 0, 1);
                mf_ahead(&add[k][l][64 * j], 16384, 256, 0, 1);
                for (int m = 0; m < 64; m++) {
                    const float dgelu = acc[64 * k + l][m];
                    const float t = linear7[k][l][64 * j + m] * 0.70710677f;
                    const float dadd = dgelu * (0.5f * linear7[k][l][64 * j + m]);
                    const float dmul = dadd * (1.1283792f * mf_expf(-(t * t)));
                    const float t2 = dgelu * add[k][l][64 * j + m] * 0.5f;
                    linear7[k][l][64 * j + m] = dmul * 0.70710677f + t2;
                }
            }
    }
}

/* 26  what these rows add to dlinear8_weight                          nanogpt.lua:34 */
MF_APART
static void k26_dlinear8_weight(const float gelu[restrict 2][64][512],
                                const float dx[restrict 2][64][128],
                                float dlinear8_weight[restrict 512][128])
{
    static const MfAxis rows[] = {{256, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{2, 32768, 8192}, {64, 512, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 2, terms);
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++) {
            mf_product_moref(&plan, &gelu[0][0][256 * i], &dx[0][0][64 * j],
                             &dlinear8_weight[256 * i][64 * j], 128);
        }
}

/* 27  what these rows add to dlinear7_weight                          nanogpt.lua:34 */
MF_APART
static void k27_dlinear7_weight(const float layernorm8_strips[restrict 16][128][8],
                                const float dlinear7[restrict 2][64][512],
                                float dlinear7_weight[restrict 128][512])
{
    static const MfAxis rows[] = {{16, 1024}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{2, 512, 32768}, {64, 8, 512}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 2, terms);
    for (int i = 0; i < 8; i++) {
        mf_product_moref(&plan, &layernorm8_strips[0][0][0], &dlinear7[0][0][64 * i],
                         &dlinear7_weight[0][64 * i], 512);
    }
}

/* 28  dlayernorm8 = dlinear7 linear7_weight'                          nanogpt.lua:34 */
MF_APART
static void k28_dlayernorm8(const float dlinear7[restrict 2][64][512],
                            const float linear7_weight[restrict 128][512],
                            float dlayernorm8[restrict 2][64][128])
{
    static const MfAxis rows[] = {{2, 32768}, {64, 512}};
    static const MfAxis columns[] = {{64, 512}};
    static const MfTerm terms[] = {{512, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int j = 0; j < 2; j++) {
        float acc[128][64];
        mf_productf(&plan, &dlinear7[0][0][0], &linear7_weight[64 * j][0], acc[0], 64);
        for (int k = 0; k < 2; k++)
            for (int l = 0; l < 64; l++)
                for (int m = 0; m < 64; m++)
                    dlayernorm8[k][l][64 * j + m] = acc[64 * k + l][m];
    }
}

/* 29  dnormal = dlayernorm8 * layernorm8_weight
 *     centred = residual - mean
 *     dadd = sum(dnormal * centred) * inverse / deviation * -0.5 / deviation
 *     dcentred = dnormal * inverse + dadd * 0.0078125 * centred + dadd * 0.0078125 *
 *         centred
 *     dsum = sum(dcentred) * -0.0078125
 *     dresidual (in dx) = dx + dcentred + dsum                        nanogpt.lua:34 */
MF_APART
static void k29_dresidual(const float dlayernorm8[restrict 2][64][128],
                          const float layernorm8_weight[restrict 128],
                          const float residual[restrict 2][64][128],
                          const float mean[restrict 2][64],
                          const float inverse[restrict 2][64],
                          const float deviation[restrict 2][64],
                          float dx[restrict 2][64][128])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 8; j++) {
            MF_BY_ROW;
            float sums[8];
            for (int r = 0; r < 8; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = dlayernorm8[i][8 * j + r][16 * k + l];
                        const float t2 = residual[i][8 * j + r][16 * k + l];
                        const float dnormal = t * layernorm8_weight[16 * k + l];
                        lane[l] += dnormal * (t2 - mean[i][8 * j + r]);
                    }
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            float dadds[8];
            MF_ROLLED
            for (int r = 0; r < 8; r++) {
                const float sum = sums[r];
                const float t = sum * inverse[i][8 * j + r];
                const float t2 = t / deviation[i][8 * j + r];
                dadds[r] = t2 * -0.5f / deviation[i][8 * j + r];
            }
            float dcentred[8][128];
            for (int r = 0; r < 8; r++) {
                const float dadd = dadds[r];
                for (int k = 0; k < 128; k++) {
                    const float centred =
                        residual[i][8 * j + r][k] - mean[i][8 * j + r];
                    const float t = dadd * 0.0078125f * centred;
                    const float t2 = dlayernorm8[i][8 * j + r][k];
                    const float t3 = t2 * layernorm8_weight[k] * inverse[i][8 * j + r];
                    dcentred[r][k] = t3 + t + t;
                }
            }
            float sums2[8];
            for (int r = 0; r < 8; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += dcentred[r][16 * k + l];
                }
                const float sum = mf_sum16f(lane);
                sums2[r] = sum;
            }
            float dsums[8];
            MF_ROLLED
            for (int r = 0; r < 8; r++) {
                const float sum = sums2[r];
                dsums[r] = sum * -0.0078125f;
            }
            for (int r = 0; r < 8; r++) {
                const float dsum = dsums[r];
                for (int k = 0; k < 128; k++)
                    dx[i][8 * j + r][k] = dx[i][8 * j + r][k] + dcentred[r][k] + dsum;
            }
        }
}

/* 30  what these rows add to dmultiheadattention4_out_weight          nanogpt.lua:34 */
MF_APART
static void k30_out_weight(const float heads[restrict 2][64][128],
                           const float dresidual[restrict 2][64][128],
                           float dout_weight[restrict 128][128])
{
    static const MfAxis rows[] = {{128, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{2, 8192, 8192}, {64, 128, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 2, terms);
    for (int i = 0; i < 2; i++) {
        mf_product_moref(&plan, &heads[0][0][0], &dresidual[0][0][64 * i],
                         &dout_weight[0][64 * i], 128);
    }
}

/* 31  dheads = dresidual out_weight'                                  nanogpt.lua:34 */
MF_APART
static void k31_dheads(const float dresidual[restrict 2][64][128],
                       const float out_weight[restrict 128][128],
                       float dheads[restrict 2][64][128])
{
    static const MfAxis rows[] = {{2, 8192}, {64, 128}};
    static const MfAxis columns[] = {{64, 128}};
    static const MfTerm terms[] = {{128, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int j = 0; j < 2; j++) {
        float acc[128][64];
        mf_productf(&plan, &dresidual[0][0][0], &out_weight[64 * j][0], acc[0], 64);
        for (int k = 0; k < 2; k++)
            for (int l = 0; l < 64; l++)
                for (int m = 0; m < 64; m++)
                    dheads[k][l][64 * j + m] = acc[64 * k + l][m];
    }
}

/* 32  dv = softmax' dheads                                            nanogpt.lua:34 */
MF_APART
static void k32_dv(const float softmax[restrict 2][4][64][64],
                   const float dheads[restrict 2][64][4][32],
                   float dv[restrict 2][64][4][32])
{
    static const MfAxis rows[] = {{64, 1}};
    static const MfAxis columns[] = {{32, 1}};
    static const MfTerm terms[] = {{64, 64, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            mf_later(&plan, &dheads[i][0][0][0], 32768, 32768, j, 4);
            mf_later(&plan, &dv[i][0][0][0], 32768, 32768, j, 4);
            float acc[64][32];
            mf_productf(&plan, &softmax[i][j][0][0], &dheads[i][0][j][0], acc[0], 32);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 32; l++)
                    dv[i][k][j][l] = acc[k][l];
        }
}

/* 33  v = reshape(qkv[:, :, 256:384])
 *     dsoftmax = dheads v'
 *     div = sum(dsoftmax * exp) * inverse / sum
 *     k = reshape(qkv[:, :, 128:256])
 *     dq = dproduct k
 *     q = reshape(qkv[:, :, 0:128])
 *     dk = dproduct' q                                                nanogpt.lua:34 */
MF_APART
static void k33_dk(const float dheads[restrict 2][64][4][32],
                   const float qkv[restrict 2][64][384],
                   const float exp[restrict 2][4][64][64],
                   const float inverse[restrict 2][4][64],
                   const float sum[restrict 2][4][64], float dproduct[restrict 64][64],
                   float dq[restrict 2][64][4][32], float dk[restrict 2][64][4][32])
{
    static const MfAxis rows[] = {{64, 128}};
    static const MfAxis columns[] = {{64, 384}};
    static const MfTerm terms[] = {{32, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{64, 64}};
    static const MfAxis columns2[] = {{32, 1}};
    static const MfTerm terms2[] = {{64, 1, 384}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns2, 1, terms2);
    static const MfAxis rows3[] = {{64, 1}};
    static const MfTerm terms3[] = {{64, 64, 384}};
    MfPlan plan3;
    mf_planf(&plan3, 1, rows3, 1, columns2, 1, terms3);
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            mf_later(&plan, &dheads[i][0][0][0], 32768, 32768, j, 4);
            mf_later(&plan, &dq[i][0][0][0], 32768, 32768, j, 4);
            mf_later(&plan, &dk[i][0][0][0], 32768, 32768, j, 4);
            float acc[64][64];
            mf_productf(&plan, &dheads[i][0][j][0], &qkv[i][0][32 * j + 256], acc[0],
                        64);
            for (int k = 0; k < 4; k++) {
                MF_BY_ROW;
                float dsoftmax[16][64];
                for (int r = 0; r < 16; r++)
                    for (int l = 0; l < 64; l++)
                        dsoftmax[r][l] = acc[16 * k + r][l];
                float sums[16];
                for (int r = 0; r < 16; r++) {
                    float lane[16] = {0};
                    for (int l = 0; l < 4; l++) {
                        MF_ROLLED
                        for (int m = 0; m < 16; m++) {
                            const float t = exp[i][j][16 * k + r][16 * l + m];
                            lane[m] += dsoftmax[r][16 * l + m] * t;
                        }
                    }
                    const float sum2 = mf_sum16f(lane);
                    sums[r] = sum2;
                }
                float divs[16];
                MF_ROLLED
                for (int r = 0; r < 16; r++) {
                    const float sum2 = sums[r];
                    const float t = sum2 * inverse[i][j][16 * k + r];
                    divs[r] = t / sum[i][j][16 * k + r];
                }
                for (int r = 0; r < 16; r++) {
                    const float div = divs[r];
                    for (int l = 0; l < 64; l++) {
                        /* clang-format off */
                        const float dsub =
                            (dsoftmax[r][l] * inverse[i][j][16 * k + r] - div) *
                            exp[i][j][16 * k + r][l];
                        /* clang-format on */
                        const float dmul = 16 * k + r >= l ? dsub : 0.0f;
                        dproduct[16 * k + r][l] = dmul * 0.17677669f;
                    }
                }
            }
            float acc2[64][32];
            mf_productf(&plan2, &dproduct[0][0], &qkv[i][0][32 * j + 128], acc2[0], 32);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 32; l++)
                    dq[i][k][j][l] = acc2[k][l];
            float acc3[64][32];
            mf_productf(&plan3, &dproduct[0][0], &qkv[i][0][32 * j], acc3[0], 32);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 32; l++)
                    dk[i][k][j][l] = acc3[k][l];
        }
}

/* 34  dqkv = concat(dq, dk, dv)                                       nanogpt.lua:34 */
static void k34_dqkv(const float dq[restrict 2][64][128],
                     const float dk[restrict 2][64][128],
                     const float dv[restrict 2][64][128],
                     float dqkv[restrict 2][64][384])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 64; j++) {
            mf_ahead(&dqkv[i][j][0], 6144, 512, 0, 1);
            for (int k = 0; k < 128; k++)
                dqkv[i][j][k] = dq[i][j][k];
        }
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 64; j++) {
            mf_ahead(&dqkv[i][j][128], 6144, 512, 0, 1);
            for (int k = 0; k < 128; k++)
                dqkv[i][j][k + 128] = dk[i][j][k];
        }
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 64; j++) {
            mf_ahead(&dqkv[i][j][256], 6144, 512, 0, 1);
            for (int k = 0; k < 128; k++)
                dqkv[i][j][k + 256] = dv[i][j][k];
        }
}

/* 35  what these rows add to dmultiheadattention4_qkv_weight          nanogpt.lua:34 */
MF_APART
static void k35_qkv_weight(const float layernorm7_strips[restrict 16][128][8],
                           const float dqkv[restrict 2][64][384],
                           float dqkv_weight[restrict 128][384])
{
    static const MfAxis rows[] = {{16, 1024}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{2, 512, 24576}, {64, 8, 384}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 2, terms);
    for (int i = 0; i < 6; i++) {
        mf_product_moref(&plan, &layernorm7_strips[0][0][0], &dqkv[0][0][64 * i],
                         &dqkv_weight[0][64 * i], 384);
    }
}

/* 36  dlayernorm7 = dqkv qkv_weight'                                  nanogpt.lua:34 */
MF_APART
static void k36_dlayernorm7(const float dqkv[restrict 2][64][384],
                            const float qkv_weight[restrict 128][384],
                            float dlayernorm7[restrict 2][64][128])
{
    static const MfAxis rows[] = {{2, 24576}, {64, 384}};
    static const MfAxis columns[] = {{64, 384}};
    static const MfTerm terms[] = {{384, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int j = 0; j < 2; j++) {
        float acc[128][64];
        mf_productf(&plan, &dqkv[0][0][0], &qkv_weight[64 * j][0], acc[0], 64);
        for (int k = 0; k < 2; k++)
            for (int l = 0; l < 64; l++)
                for (int m = 0; m < 64; m++)
                    dlayernorm7[k][l][64 * j + m] = acc[64 * k + l][m];
    }
}

/* 37  dnormal = dlayernorm2 * layernorm2_weight
 *     centred = residual - mean
 *     dadd = sum(dnormal * centred) * inverse / deviation * -0.5 / deviation
 *     dcentred = dnormal * inverse + dadd * 0.0078125 * centred + dadd * 0.0078125 *
 *         centred
 *     dsum = sum(dcentred) * -0.0078125
 *     dresidual = dx + dcentred + dsum                                nanogpt.lua:34 */
MF_APART
static void k37_dresidual(const float dlayernorm2[restrict 2][64][128],
                          const float layernorm2_weight[restrict 128],
                          const float residual[restrict 2][64][128],
                          const float mean[restrict 2][64],
                          const float inverse[restrict 2][64],
                          const float deviation[restrict 2][64],
                          const float dx[restrict 2][64][128],
                          float dresidual[restrict 2][64][128])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 8; j++) {
            MF_BY_ROW;
            float sums[8];
            for (int r = 0; r < 8; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = dlayernorm2[i][8 * j + r][16 * k + l];
                        const float t2 = residual[i][8 * j + r][16 * k + l];
                        const float dnormal = t * layernorm2_weight[16 * k + l];
                        lane[l] += dnormal * (t2 - mean[i][8 * j + r]);
                    }
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            float dadds[8];
            MF_ROLLED
            for (int r = 0; r < 8; r++) {
                const float sum = sums[r];
                const float t = sum * inverse[i][8 * j + r];
                const float t2 = t / deviation[i][8 * j + r];
                dadds[r] = t2 * -0.5f / deviation[i][8 * j + r];
            }
            float dcentred[8][128];
            for (int r = 0; r < 8; r++) {
                const float dadd = dadds[r];
                for (int k = 0; k < 128; k++) {
                    const float centred =
                        residual[i][8 * j + r][k] - mean[i][8 * j + r];
                    const float t = dadd * 0.0078125f * centred;
                    const float t2 = dlayernorm2[i][8 * j + r][k];
                    const float t3 = t2 * layernorm2_weight[k] * inverse[i][8 * j + r];
                    dcentred[r][k] = t3 + t + t;
                }
            }
            float sums2[8];
            for (int r = 0; r < 8; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += dcentred[r][16 * k + l];
                }
                const float sum = mf_sum16f(lane);
                sums2[r] = sum;
            }
            float dsums[8];
            MF_ROLLED
            for (int r = 0; r < 8; r++) {
                const float sum = sums2[r];
                dsums[r] = sum * -0.0078125f;
            }
            for (int r = 0; r < 8; r++) {
                const float dsum = dsums[r];
                for (int k = 0; k < 128; k++) {
                    const float t = dx[i][8 * j + r][k] + dcentred[r][k];
                    dresidual[i][8 * j + r][k] = t + dsum;
                }
            }
        }
}

/* 38  dnormal = dlayernorm1 * layernorm1_weight
 *     dadd = sum(dnormal * centred) * inverse / deviation * -0.5 / deviation
 *     dcentred = dnormal * inverse + dadd * 0.0078125 * centred + dadd * 0.0078125 *
 *         centred
 *     dsum = sum(dcentred) * -0.0078125                               nanogpt.lua:34 */
MF_APART
static void k38_dsum(const float dlayernorm1[restrict 2][64][128],
                     const float layernorm1_weight[restrict 128],
                     const float centred[restrict 2][64][128],
                     const float inverse[restrict 2][64],
                     const float deviation[restrict 2][64],
                     float dcentred[restrict 2][64][128], float dsum[restrict 2][64])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            MF_BY_ROW;
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = dlayernorm1[i][16 * j + r][16 * k + l];
                        const float t2 = centred[i][16 * j + r][16 * k + l];
                        lane[l] += t * layernorm1_weight[16 * k + l] * t2;
                    }
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            float dadds[16];
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums[r];
                const float t = sum * inverse[i][16 * j + r];
                const float t2 = t / deviation[i][16 * j + r];
                dadds[r] = t2 * -0.5f / deviation[i][16 * j + r];
            }
            for (int r = 0; r < 16; r++) {
                const float dadd = dadds[r];
                for (int k = 0; k < 128; k++) {
                    const float t = dadd * 0.0078125f * centred[i][16 * j + r][k];
                    const float t2 = dlayernorm1[i][16 * j + r][k];
                    const float dnormal = t2 * layernorm1_weight[k];
                    const float t3 = dnormal * inverse[i][16 * j + r] + t;
                    dcentred[i][16 * j + r][k] = t3 + t;
                }
            }
            float sums2[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += dcentred[i][16 * j + r][16 * k + l];
                }
                const float sum = mf_sum16f(lane);
                sums2[r] = sum;
            }
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums2[r];
                dsum[i][16 * j + r] = sum * -0.0078125f;
            }
        }
}

/* 39  what these rows add to the sums of dlayernorm1_weight           nanogpt.lua:34 */
MF_APART
static void k39_weight_add(const float dlayernorm1[restrict 2][64][128],
                           const float centred[restrict 2][64][128],
                           const float inverse[restrict 2][64],
                           float weight_sum[restrict 2][64])
{
    float acc[2][64];
    for (int i = 0; i < 2; i++)
        for (int i2 = 0; i2 < 64; i2++)
            acc[i][i2] = weight_sum[i][i2];
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float normal = centred[j][k][l + 64 * i] * inverse[j][k];
                    acc[i][l] += dlayernorm1[j][k][l + 64 * i] * normal;
                }
    for (int i = 0; i < 2; i++)
        for (int i2 = 0; i2 < 64; i2++)
            weight_sum[i][i2] = acc[i][i2];
}

/* 40  what these rows add to the sums of dpositions                   nanogpt.lua:32 */
MF_APART
static void k40_dpositions_add(const float dresidual[restrict 2][64][128],
                               const float dcentred[restrict 2][64][128],
                               const float dsum[restrict 2][64],
                               float dpositions_sum[restrict 64][2][64])
{
    float acc[64][2][64];
    for (int i = 0; i < 64; i++)
        for (int i2 = 0; i2 < 2; i2++)
            for (int i3 = 0; i3 < 64; i3++)
                acc[i][i2][i3] = dpositions_sum[i][i2][i3];
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 2; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = dresidual[k][i][l + 64 * j];
                    acc[i][j][l] += t + dcentred[k][i][l + 64 * j] + dsum[k][i];
                }
    for (int i = 0; i < 64; i++)
        for (int i2 = 0; i2 < 2; i2++)
            for (int i3 = 0; i3 < 64; i3++)
                dpositions_sum[i][i2][i3] = acc[i][i2][i3];
}

/* 41  what these rows add to the sums of dembedding1_weight           nanogpt.lua:32 */
MF_APART
static void k41_weight_add(const float dlogits[restrict 2][64][65],
                           const float x[restrict 2][64][128],
                           float weight_sum[restrict 2][65][64])
{
    static const MfAxis rows[] = {{65, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{2, 4160, 8192}, {64, 65, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 2, terms);
    for (int i = 0; i < 2; i++) {
        mf_product_moref(&plan, &dlogits[0][0][0], &x[0][0][64 * i],
                         &weight_sum[i][0][0], 64);
    }
}

/* 42  loss = sum(log(sum) - gather(logits - max, target)) / 768       nanogpt.lua:38 */
static void k42_dlogits(const float dlogits_sum[restrict 16], float *restrict loss)
{
    float lane[16];
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        lane[i] = dlogits_sum[i];
    const float sum = mf_sum16f(lane);
    *loss = sum / 768.0f;
}

/* 43  dlayernorm9_weight = sum(dx * ((x - mean) * inverse))           nanogpt.lua:36 */
static void k43_dlayernorm9_weight(const float weight_sum[restrict 2][64],
                                   float dlayernorm9_weight[restrict 128])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 64; j++)
            dlayernorm9_weight[j + 64 * i] = weight_sum[i][j];
}

/* 44  dx = dresidual + dcentred + dsum                                nanogpt.lua:34
 *     dpositions = sum(dx)                                            nanogpt.lua:32 */
static void k44_dpositions(const float dpositions_sum[restrict 64][2][64],
                           float dpositions[restrict 64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 64; k++)
                dpositions[i][k + 64 * j] = dpositions_sum[i][j][k];
}

/* 45  dx = dresidual + dcentred + dsum                                nanogpt.lua:34
 *     scatter = scatter(dx, tokens)                                   nanogpt.lua:32 */
static void k45_scatter(const int32_t tokens[restrict 12][64],
                        const float dresidual[restrict 12][64][128],
                        const float dcentred[restrict 12][64][128],
                        const float dsum[restrict 12][64],
                        float scatter[restrict 65][128])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 128; j++)
            scatter[i][j] = 0.0f;
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 128; k++) {
                const int at = tokens[i][j];
                scatter[at][k] += dresidual[i][j][k] + dcentred[i][j][k] + dsum[i][j];
            }
}

/* 46  dembedding1_weight (in scatter) = dlogits' x + scatter          nanogpt.lua:32 */
static void k46_dembedding1_weight(const float weight_sum[restrict 2][65][64],
                                   float scatter[restrict 65][128])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 65; j++)
            for (int k = 0; k < 64; k++)
                scatter[j][k + 64 * i] = weight_sum[i][j][k] + scatter[j][k + 64 * i];
}

/* 47  squares = sum(dembedding1_weight * dembedding1_weight) + sum(dpositions *
 *         dpositions)                                                 nanogpt.lua:44 */
MF_APART
static void k47_squares(const float dembedding1_weight[restrict 65][128],
                        const float dpositions[restrict 64][128],
                        float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = dembedding1_weight[i][16 * j + k];
                lane[k] += t * dembedding1_weight[i][16 * j + k];
            }
        }
    const float sum = mf_sum16f(lane);
    float lane2[16] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane2[k] += dpositions[i][16 * j + k] * dpositions[i][16 * j + k];
        }
    const float sum2 = mf_sum16f(lane2);
    *squares = sum + sum2;
}

/* 48  squares = squares + sum(dqkv_weight * dqkv_weight)              nanogpt.lua:44 */
MF_APART
static void k48_squares(const float dqkv_weight[restrict 128][384],
                        float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 24; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += dqkv_weight[i][16 * j + k] * dqkv_weight[i][16 * j + k];
        }
    const float sum = mf_sum16f(lane);
    *squares = *squares + sum;
}

/* 49  squares = squares + sum(dout_weight * dout_weight)              nanogpt.lua:44 */
MF_APART
static void k49_squares(const float dout_weight[restrict 128][128],
                        float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += dout_weight[i][16 * j + k] * dout_weight[i][16 * j + k];
        }
    const float sum = mf_sum16f(lane);
    *squares = *squares + sum;
}

/* 50  squares = squares + sum(dlayernorm1_weight *
 *         dlayernorm1_weight)                                         nanogpt.lua:44 */
MF_APART
static void k50_squares(const float dlayernorm1_weight[restrict 128],
                        float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 8; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += dlayernorm1_weight[16 * i + j] * dlayernorm1_weight[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    *squares = *squares + sum;
}

/* 51  squares = squares + sum(dlinear1_weight * dlinear1_weight)      nanogpt.lua:44 */
MF_APART
static void k51_squares(const float dlinear1_weight[restrict 128][512],
                        float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = dlinear1_weight[i][16 * j + k];
                lane[k] += t * dlinear1_weight[i][16 * j + k];
            }
        }
    const float sum = mf_sum16f(lane);
    *squares = *squares + sum;
}

/* 52  squares = squares + sum(dlinear2_weight * dlinear2_weight)      nanogpt.lua:44 */
MF_APART
static void k52_squares(const float dlinear2_weight[restrict 512][128],
                        float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 512; i++)
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = dlinear2_weight[i][16 * j + k];
                lane[k] += t * dlinear2_weight[i][16 * j + k];
            }
        }
    const float sum = mf_sum16f(lane);
    *squares = *squares + sum;
}

/* 53  grad_norm = sqrt(squares + sum(dlayernorm9_weight * dlayernorm9_weight))
 *     clip_in (in squares) = 1 / (grad_norm + 1e-06)                  nanogpt.lua:44 */
MF_APART
static void k53_clip_in(const float dlayernorm9_weight[restrict 128],
                        float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 8; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += dlayernorm9_weight[16 * i + j] * dlayernorm9_weight[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    const float squares2 = *squares + sum;
    const float grad_norm = sqrtf(squares2);
    *squares = 1.0f / (grad_norm + 1e-06f);
}

/* 54  clip = minimum(clip_in, 1)
 *     g = dembedding1_weight * clip
 *     m = beta1 * m_embedding1_weight + (1 - beta1) * g
 *     m_embedding1_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_embedding1_weight + (1 - beta2) * g * g
 *     v_embedding1_weight = where(abs(v) < 1e-30, 0, v)
 *     embedding1_weight = embedding1_weight * (1 - cosine * weight_decay) - rate *
 *         m_embedding1_weight / (sqrt(v_embedding1_weight) / root +
 *         eps)                                                        nanogpt.lua:44 */
static void k54_embedding1_weight(float beta1,
                                  const float dembedding1_weight[restrict 65][128],
                                  float clip_in, float beta2, float cosine,
                                  float weight_decay, float rate, float root, float eps,
                                  float m_embedding1_weight[restrict 65][128],
                                  float v_embedding1_weight[restrict 65][128],
                                  float embedding1_weight[restrict 65][128])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 128; j++) {
            const float t = mf_minf(clip_in, 1.0f);
            const float t2 = (1.0f - beta1) * (dembedding1_weight[i][j] * t);
            const float m = beta1 * m_embedding1_weight[i][j] + t2;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            m_embedding1_weight[i][j] = m2;
            const float t3 = mf_minf(clip_in, 1.0f);
            const float g = dembedding1_weight[i][j] * t3;
            const float t4 = beta2 * v_embedding1_weight[i][j];
            const float v = t4 + (1.0f - beta2) * g * g;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            v_embedding1_weight[i][j] = v2;
            const float t5 = embedding1_weight[i][j] * (1.0f - cosine * weight_decay);
            embedding1_weight[i][j] = t5 - rate * m2 / (sqrtf(v2) / root + eps);
        }
}

/* 55  clip = minimum(clip_in, 1)
 *     g = dpositions * clip
 *     m = beta1 * adamw_m_positions + (1 - beta1) * g
 *     adamw_m_positions = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_positions + (1 - beta2) * g * g
 *     adamw_v_positions = where(abs(v) < 1e-30, 0, v)
 *     positions = positions * (1 - cosine * weight_decay) - rate * adamw_m_positions /
 *         (sqrt(adamw_v_positions) / root + eps)                      nanogpt.lua:44 */
static void k55_positions(float beta1, const float dpositions[restrict 64][128],
                          float clip_in, float beta2, float cosine, float weight_decay,
                          float rate, float root, float eps,
                          float adamw_m_positions[restrict 64][128],
                          float adamw_v_positions[restrict 64][128],
                          float positions[restrict 64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 128; j++) {
            const float t = mf_minf(clip_in, 1.0f);
            const float t2 = (1.0f - beta1) * (dpositions[i][j] * t);
            const float m = beta1 * adamw_m_positions[i][j] + t2;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            adamw_m_positions[i][j] = m2;
            const float t3 = mf_minf(clip_in, 1.0f);
            const float g = dpositions[i][j] * t3;
            const float t4 = beta2 * adamw_v_positions[i][j];
            const float v = t4 + (1.0f - beta2) * g * g;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            adamw_v_positions[i][j] = v2;
            const float t5 = positions[i][j] * (1.0f - cosine * weight_decay);
            positions[i][j] = t5 - rate * m2 / (sqrtf(v2) / root + eps);
        }
}

/* 56  clip = minimum(clip_in, 1)
 *     g = dqkv_weight * clip
 *     m = beta1 * adamw_m_qkv_weight + (1 - beta1) * g
 *     adamw_m_qkv_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_qkv_weight + (1 - beta2) * g * g
 *     adamw_v_qkv_weight = where(abs(v) < 1e-30, 0, v)
 *     qkv_weight = qkv_weight * (1 - cosine * weight_decay) - rate * adamw_m_qkv_weight
 *         / (sqrt(adamw_v_qkv_weight) / root + eps)                   nanogpt.lua:44 */
static void k56_qkv_weight(float beta1, const float dqkv_weight[restrict 128][384],
                           float clip_in, float beta2, float cosine, float weight_decay,
                           float rate, float root, float eps,
                           float adamw_m_qkv_weight[restrict 128][384],
                           float adamw_v_qkv_weight[restrict 128][384],
                           float qkv_weight[restrict 128][384])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 384; j++) {
            const float t = mf_minf(clip_in, 1.0f);
            const float t2 = (1.0f - beta1) * (dqkv_weight[i][j] * t);
            const float m = beta1 * adamw_m_qkv_weight[i][j] + t2;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            adamw_m_qkv_weight[i][j] = m2;
            const float t3 = mf_minf(clip_in, 1.0f);
            const float g = dqkv_weight[i][j] * t3;
            const float t4 = beta2 * adamw_v_qkv_weight[i][j];
            const float v = t4 + (1.0f - beta2) * g * g;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            adamw_v_qkv_weight[i][j] = v2;
            const float t5 = qkv_weight[i][j] * (1.0f - cosine * weight_decay);
            qkv_weight[i][j] = t5 - rate * m2 / (sqrtf(v2) / root + eps);
        }
}

/* 57  clip = minimum(clip_in, 1)
 *     g = dout_weight * clip
 *     m = beta1 * adamw_m_out_weight + (1 - beta1) * g
 *     adamw_m_out_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_out_weight + (1 - beta2) * g * g
 *     adamw_v_out_weight = where(abs(v) < 1e-30, 0, v)
 *     out_weight = out_weight * (1 - cosine * weight_decay) - rate * adamw_m_out_weight
 *         / (sqrt(adamw_v_out_weight) / root + eps)                   nanogpt.lua:44 */
static void k57_out_weight(float beta1, const float dout_weight[restrict 128][128],
                           float clip_in, float beta2, float cosine, float weight_decay,
                           float rate, float root, float eps,
                           float adamw_m_out_weight[restrict 128][128],
                           float adamw_v_out_weight[restrict 128][128],
                           float out_weight[restrict 128][128])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 128; j++) {
            const float t = mf_minf(clip_in, 1.0f);
            const float t2 = (1.0f - beta1) * (dout_weight[i][j] * t);
            const float m = beta1 * adamw_m_out_weight[i][j] + t2;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            adamw_m_out_weight[i][j] = m2;
            const float t3 = mf_minf(clip_in, 1.0f);
            const float g = dout_weight[i][j] * t3;
            const float t4 = beta2 * adamw_v_out_weight[i][j];
            const float v = t4 + (1.0f - beta2) * g * g;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            adamw_v_out_weight[i][j] = v2;
            const float t5 = out_weight[i][j] * (1.0f - cosine * weight_decay);
            out_weight[i][j] = t5 - rate * m2 / (sqrtf(v2) / root + eps);
        }
}

/* 58  clip = minimum(clip_in, 1)
 *     g = dlayernorm1_weight * clip
 *     m = beta1 * m_layernorm1_weight + (1 - beta1) * g
 *     m_layernorm1_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_layernorm1_weight + (1 - beta2) * g * g
 *     v_layernorm1_weight = where(abs(v) < 1e-30, 0, v)
 *     layernorm1_weight = layernorm1_weight - rate * m_layernorm1_weight /
 *         (sqrt(v_layernorm1_weight) / root + eps)                    nanogpt.lua:44 */
static void k58_layernorm1_weight(float beta1,
                                  const float dlayernorm1_weight[restrict 128],
                                  float clip_in, float beta2, float rate, float root,
                                  float eps, float m_layernorm1_weight[restrict 128],
                                  float v_layernorm1_weight[restrict 128],
                                  float layernorm1_weight[restrict 128])
{
    for (int i = 0; i < 128; i++) {
        const float t = mf_minf(clip_in, 1.0f);
        const float t2 = (1.0f - beta1) * (dlayernorm1_weight[i] * t);
        const float m = beta1 * m_layernorm1_weight[i] + t2;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        m_layernorm1_weight[i] = m2;
        const float t3 = mf_minf(clip_in, 1.0f);
        const float g = dlayernorm1_weight[i] * t3;
        const float v = beta2 * v_layernorm1_weight[i] + (1.0f - beta2) * g * g;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        v_layernorm1_weight[i] = v2;
        const float t4 = rate * m2 / (sqrtf(v2) / root + eps);
        layernorm1_weight[i] = layernorm1_weight[i] - t4;
    }
}

/* 59  clip = minimum(clip_in, 1)
 *     g = dlinear1_weight * clip
 *     m = beta1 * m_linear1_weight + (1 - beta1) * g
 *     m_linear1_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_linear1_weight + (1 - beta2) * g * g
 *     v_linear1_weight = where(abs(v) < 1e-30, 0, v)
 *     linear1_weight = linear1_weight * (1 - cosine * weight_decay) - rate *
 *         m_linear1_weight / (sqrt(v_linear1_weight) / root + eps)    nanogpt.lua:44 */
static void k59_linear1_weight(float beta1,
                               const float dlinear1_weight[restrict 128][512],
                               float clip_in, float beta2, float cosine,
                               float weight_decay, float rate, float root, float eps,
                               float m_linear1_weight[restrict 128][512],
                               float v_linear1_weight[restrict 128][512],
                               float linear1_weight[restrict 128][512])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 512; j++) {
            const float t = mf_minf(clip_in, 1.0f);
            const float t2 = (1.0f - beta1) * (dlinear1_weight[i][j] * t);
            const float m = beta1 * m_linear1_weight[i][j] + t2;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            m_linear1_weight[i][j] = m2;
            const float t3 = mf_minf(clip_in, 1.0f);
            const float g = dlinear1_weight[i][j] * t3;
            const float t4 = beta2 * v_linear1_weight[i][j];
            const float v = t4 + (1.0f - beta2) * g * g;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            v_linear1_weight[i][j] = v2;
            const float t5 = linear1_weight[i][j] * (1.0f - cosine * weight_decay);
            linear1_weight[i][j] = t5 - rate * m2 / (sqrtf(v2) / root + eps);
        }
}

/* 60  clip = minimum(clip_in, 1)
 *     g = dlinear2_weight * clip
 *     m = beta1 * m_linear2_weight + (1 - beta1) * g
 *     m_linear2_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_linear2_weight + (1 - beta2) * g * g
 *     v_linear2_weight = where(abs(v) < 1e-30, 0, v)
 *     linear2_weight = linear2_weight * (1 - cosine * weight_decay) - rate *
 *         m_linear2_weight / (sqrt(v_linear2_weight) / root + eps)    nanogpt.lua:44 */
static void k60_linear2_weight(float beta1,
                               const float dlinear2_weight[restrict 512][128],
                               float clip_in, float beta2, float cosine,
                               float weight_decay, float rate, float root, float eps,
                               float m_linear2_weight[restrict 512][128],
                               float v_linear2_weight[restrict 512][128],
                               float linear2_weight[restrict 512][128])
{
    for (int i = 0; i < 512; i++)
        for (int j = 0; j < 128; j++) {
            const float t = mf_minf(clip_in, 1.0f);
            const float t2 = (1.0f - beta1) * (dlinear2_weight[i][j] * t);
            const float m = beta1 * m_linear2_weight[i][j] + t2;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            m_linear2_weight[i][j] = m2;
            const float t3 = mf_minf(clip_in, 1.0f);
            const float g = dlinear2_weight[i][j] * t3;
            const float t4 = beta2 * v_linear2_weight[i][j];
            const float v = t4 + (1.0f - beta2) * g * g;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            v_linear2_weight[i][j] = v2;
            const float t5 = linear2_weight[i][j] * (1.0f - cosine * weight_decay);
            linear2_weight[i][j] = t5 - rate * m2 / (sqrtf(v2) / root + eps);
        }
}

/* 61  x = gather(embedding1_weight, tokens) + positions               nanogpt.lua:32
 *     mean = sum(x) * 0.0078125
 *     centred = x - mean
 *     inverse = 1 / sqrt(sum(centred * centred) * 0.0078125 + 1e-05)
 *     layernorm1 = centred * inverse * layernorm1_weight              nanogpt.lua:34 */
static void k61_layernorm1(const int32_t tokens[restrict 4][64],
                           const float embedding1_weight[restrict 65][128],
                           const float positions[restrict 64][128],
                           const float layernorm1_weight[restrict 128],
                           float layernorm1[restrict 4][64][128])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const int at = tokens[i][j];
                    const float embedding1 = embedding1_weight[at][16 * k + l];
                    lane[l] += embedding1 + positions[j][16 * k + l];
                }
            }
            const float sum = mf_sum16f(lane);
            const float mean = sum * 0.0078125f;
            float centred[128];
            for (int k = 0; k < 128; k++) {
                const int at = tokens[i][j];
                const float x = embedding1_weight[at][k] + positions[j][k];
                centred[k] = x - mean;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += centred[16 * k + l] * centred[16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float mean2 = sum2 * 0.0078125f;
            const float deviation = sqrtf(mean2 + 1e-05f);
            const float inverse = 1.0f / deviation;
            for (int k = 0; k < 128; k++)
                layernorm1[i][j][k] = centred[k] * inverse * layernorm1_weight[k];
        }
}

/* 62  qkv = layernorm1 qkv_weight                                     nanogpt.lua:34 */
MF_APART
static void k62_qkv(const float layernorm1[restrict 4][64][128],
                    const float qkv_weight[restrict 128][384],
                    float qkv[restrict 4][64][384])
{
    static const MfAxis rows[] = {{4, 8192}, {64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 384}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int j = 0; j < 6; j++) {
        float acc[256][64];
        mf_productf(&plan, &layernorm1[0][0][0], &qkv_weight[0][64 * j], acc[0], 64);
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 64; l++)
                for (int m = 0; m < 64; m++)
                    qkv[k][l][64 * j + m] = acc[64 * k + l][m];
    }
}

/* 63  q = reshape(qkv[:, :, 0:128])
 *     k = reshape(qkv[:, :, 128:256])
 *     score = where(row >= column, q k' * 0.176777, -inf)
 *     max = max(score)
 *     exp = exp(score - max)
 *     inverse = 1 / sum(exp)
 *     v = reshape(qkv[:, :, 256:384])
 *     heads = softmax v                                               nanogpt.lua:34 */
MF_APART
static void k63_heads(const float qkv[restrict 4][64][384],
                      float softmax[restrict 64][64],
                      float heads[restrict 4][64][4][32])
{
    static const MfAxis rows[] = {{64, 384}};
    static const MfAxis columns[] = {{64, 384}};
    static const MfTerm terms[] = {{32, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{64, 64}};
    static const MfAxis columns2[] = {{32, 1}};
    static const MfTerm terms2[] = {{64, 1, 384}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns2, 1, terms2);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][64];
            mf_productf(&plan, &qkv[i][0][32 * j], &qkv[i][0][32 * j + 128], acc[0],
                        64);
            for (int k = 0; k < 8; k++) {
                MF_BY_ROW;
                float score[8][64];
                for (int r = 0; r < 8; r++)
                    for (int l = 0; l < 64; l++) {
                        const float t = acc[8 * k + r][l] * 0.17677669f;
                        score[r][l] = 8 * k + r >= l ? t : -INFINITY;
                    }
                float maxs[8];
                for (int r = 0; r < 8; r++) {
                    float lane[16];
                    for (int i0 = 0; i0 < 16; i0++)
                        lane[i0] = -INFINITY;
                    for (int l = 0; l < 4; l++) {
                        MF_ROLLED
                        for (int m = 0; m < 16; m++)
                            lane[m] = mf_maxf(score[r][16 * l + m], lane[m]);
                    }
                    const float top = mf_max16f(lane);
                    maxs[r] = top;
                }
                float exp[8][64];
                for (int r = 0; r < 8; r++) {
                    const float max = maxs[r];
                    for (int l = 0; l < 64; l++)
                        exp[r][l] = mf_expf(score[r][l] - max);
                }
                float sums[8];
                for (int r = 0; r < 8; r++) {
                    float lane[16] = {0};
                    for (int l = 0; l < 4; l++) {
                        MF_ROLLED
                        for (int m = 0; m < 16; m++)
                            lane[m] += exp[r][16 * l + m];
                    }
                    const float sum = mf_sum16f(lane);
                    sums[r] = sum;
                }
                float inverses[8];
                MF_ROLLED
                for (int r = 0; r < 8; r++) {
                    const float sum = sums[r];
                    inverses[r] = 1.0f / sum;
                }
                for (int r = 0; r < 8; r++) {
                    const float inverse = inverses[r];
                    for (int l = 0; l < 64; l++)
                        softmax[8 * k + r][l] = exp[r][l] * inverse;
                }
            }
            float acc2[64][32];
            mf_productf(&plan2, &softmax[0][0], &qkv[i][0][32 * j + 256], acc2[0], 32);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 32; l++)
                    heads[i][k][j][l] = acc2[k][l];
        }
}

/* 64  x = gather(embedding1_weight, tokens) + positions               nanogpt.lua:32
 *     residual = x + heads out_weight                                 nanogpt.lua:34 */
MF_APART
static void k64_residual(const float heads[restrict 4][64][128],
                         const float out_weight[restrict 128][128],
                         const int32_t tokens[restrict 4][64],
                         const float embedding1_weight[restrict 65][128],
                         const float positions[restrict 64][128],
                         float residual[restrict 4][64][128])
{
    static const MfAxis rows[] = {{4, 8192}, {64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int j = 0; j < 2; j++) {
        float acc[256][64];
        mf_productf(&plan, &heads[0][0][0], &out_weight[0][64 * j], acc[0], 64);
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 64; l++)
                for (int m = 0; m < 64; m++) {
                    const int at = tokens[k][l];
                    const float embedding1 = embedding1_weight[at][64 * j + m];
                    const float x = embedding1 + positions[l][64 * j + m];
                    residual[k][l][64 * j + m] = x + acc[64 * k + l][m];
                }
    }
}

/* 65  mean = sum(residual) * 0.0078125
 *     centred = residual - mean
 *     inverse = 1 / sqrt(sum(centred * centred) * 0.0078125 + 1e-05)
 *     layernorm2 = centred * inverse * layernorm2_weight              nanogpt.lua:34 */
MF_APART
static void k65_layernorm2(const float residual[restrict 4][64][128],
                           const float layernorm2_weight[restrict 128],
                           float layernorm2[restrict 4][64][128])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++) {
            MF_BY_ROW;
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += residual[i][16 * j + r][16 * k + l];
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            float means[16];
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums[r];
                means[r] = sum * 0.0078125f;
            }
            float sums2[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                const float mean = means[r];
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = residual[i][16 * j + r][16 * k + l];
                        const float centred = t - mean;
                        lane[l] += centred * centred;
                    }
                }
                const float sum = mf_sum16f(lane);
                sums2[r] = sum;
            }
            float inverses[16];
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums2[r];
                const float mean = sum * 0.0078125f;
                const float deviation = sqrtf(mean + 1e-05f);
                inverses[r] = 1.0f / deviation;
            }
            for (int r = 0; r < 16; r++) {
                const float inverse = inverses[r];
                const float mean = means[r];
                for (int k = 0; k < 128; k++) {
                    const float normal = (residual[i][16 * j + r][k] - mean) * inverse;
                    layernorm2[i][16 * j + r][k] = normal * layernorm2_weight[k];
                }
            }
        }
}

/* 66  linear1 = layernorm2 linear1_weight
 *     gelu = 0.5 * linear1 * (1 + erf(linear1 * 0.707107))            nanogpt.lua:34 */
MF_APART
static void k66_gelu(const float layernorm2[restrict 2][64][128],
                     const float linear1_weight[restrict 128][512],
                     float gelu[restrict 2][64][512])
{
    static const MfAxis rows[] = {{2, 8192}, {64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 512}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int j = 0; j < 8; j++) {
        float acc[128][64];
        mf_productf(&plan, &layernorm2[0][0][0], &linear1_weight[0][64 * j], acc[0],
                    64);
        for (int k = 0; k < 2; k++)
            for (int l = 0; l < 64; l++)
                for (int m = 0; m < 64; m++) {
                    const float linear1 = acc[64 * k + l][m];
                    const float t = 1.0f + mf_erff(linear1 * 0.70710677f);
                    gelu[k][l][64 * j + m] = 0.5f * linear1 * t;
                }
    }
}

/* 67  residual = x + heads out_weight                                 nanogpt.lua:34 */
MF_APART
static void k67_residual(const float heads[restrict 4][64][128],
                         const float out_weight[restrict 128][128],
                         const float x[restrict 4][64][128],
                         float residual[restrict 4][64][128])
{
    static const MfAxis rows[] = {{4, 8192}, {64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int j = 0; j < 2; j++) {
        float acc[256][64];
        mf_productf(&plan, &heads[0][0][0], &out_weight[0][64 * j], acc[0], 64);
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 64; l++)
                for (int m = 0; m < 64; m++) {
                    const float t = x[k][l][64 * j + m];
                    residual[k][l][64 * j + m] = t + acc[64 * k + l][m];
                }
    }
}

/* 68  mean = sum(x) * 0.0078125
 *     centred = x - mean
 *     inverse = 1 / sqrt(sum(centred * centred) * 0.0078125 + 1e-05)
 *     x2 = centred * inverse * layernorm9_weight                      nanogpt.lua:36
 *     logits = x2 embedding1_weight'                                  nanogpt.lua:37 */
MF_APART
static void k68_logits(const float x[restrict 12][64][128],
                       const float layernorm9_weight[restrict 128],
                       const float embedding1_weight[restrict 65][128],
                       float x2[restrict 64][128], float logits[restrict 12][64][65])
{
    static const MfAxis rows[] = {{65, 128}};
    static const MfAxis columns[] = {{64, 128}};
    static const MfTerm terms[] = {{128, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        for (int j = 0; j < 4; j++) {
            MF_BY_ROW;
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += x[i][16 * j + r][16 * k + l];
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            float means[16];
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums[r];
                means[r] = sum * 0.0078125f;
            }
            float sums2[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                const float mean = means[r];
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float centred = x[i][16 * j + r][16 * k + l] - mean;
                        lane[l] += centred * centred;
                    }
                }
                const float sum = mf_sum16f(lane);
                sums2[r] = sum;
            }
            float inverses[16];
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums2[r];
                const float mean = sum * 0.0078125f;
                const float deviation = sqrtf(mean + 1e-05f);
                inverses[r] = 1.0f / deviation;
            }
            for (int r = 0; r < 16; r++) {
                const float inverse = inverses[r];
                const float mean = means[r];
                for (int k = 0; k < 128; k++) {
                    const float normal = (x[i][16 * j + r][k] - mean) * inverse;
                    x2[16 * j + r][k] = normal * layernorm9_weight[k];
                }
            }
        }
        float acc[64][96];
        mf_product_turnedf(&plan, &embedding1_weight[0][0], &x2[0][0], acc[0], 96);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 65; k++)
                logits[i][j][k] = acc[j][k];
    }
}

/* 69  max = max(logits)
 *     sum = sum(exp(logits - max))
 *     loss = sum(log(sum) - gather(logits - max, target)) / 768       nanogpt.lua:38 */
MF_APART
static void k69_loss(const float logits[restrict 12][64][65],
                     const int32_t target[restrict 12][64], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 12; i++) {
        float sum[64];
        float max[64];
        for (int j = 0; j < 4; j++) {
            MF_BY_ROW;
            for (int r = 0; r < 16; r++) {
                float lane2[16];
                for (int i0 = 0; i0 < 16; i0++)
                    lane2[i0] = -INFINITY;
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane2[l] = mf_maxf(logits[i][16 * j + r][16 * k + l], lane2[l]);
                }
                const float term = logits[i][16 * j + r][64];
                MF_ROLLED
                for (int k = 0; k < MF_LANES(1); k++)
                    lane2[k] = mf_maxf(k < 1 ? term : -INFINITY, lane2[k]);
                const float top = mf_max16f(lane2);
                max[16 * j + r] = top;
            }
            float terms[16];
            MF_ROLLED
            for (int r = 0; r < 16; r++)
                terms[r] = mf_expf(logits[i][16 * j + r][64] - max[16 * j + r]);
            for (int r = 0; r < 16; r++) {
                float lane2[16] = {0};
                const float term = terms[r];
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = logits[i][16 * j + r][16 * k + l];
                        lane2[l] += mf_expf(t - max[16 * j + r]);
                    }
                }
                MF_ROLLED
                for (int k = 0; k < MF_LANES(1); k++)
                    lane2[k] += k < 1 ? term : 0.0f;
                const float sum2 = mf_sum16f(lane2);
                sum[16 * j + r] = sum2;
            }
        }
        for (int j = 0; j < 4; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const int at = target[i][16 * j + k];
                const float t = logits[i][16 * j + k][at] - max[16 * j + k];
                lane[k] += mf_logf(sum[16 * j + k]) - t;
            }
        }
    }
    const float sum = mf_sum16f(lane);
    *loss = sum / 768.0f;
}

/* 70  x = gather(embedding1_weight, tokens) + positions               nanogpt.lua:32
 *     mean = sum(x) * 0.0078125
 *     centred = x - mean
 *     inverse = 1 / sqrt(sum(centred * centred) * 0.0078125 + 1e-05)
 *     layernorm1 = centred * inverse * layernorm1_weight              nanogpt.lua:34 */
static void k70_layernorm1(const int32_t tokens[restrict 1][64],
                           const float embedding1_weight[restrict 65][128],
                           const float positions[restrict 64][128],
                           const float layernorm1_weight[restrict 128],
                           float mean[restrict 1][64],
                           float centred[restrict 1][64][128],
                           float inverse[restrict 1][64],
                           float layernorm1[restrict 1][64][128])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const int at = tokens[0][i];
                lane[k] += embedding1_weight[at][16 * j + k] + positions[i][16 * j + k];
            }
        }
        const float sum = mf_sum16f(lane);
        mean[0][i] = sum * 0.0078125f;
        for (int j = 0; j < 128; j++) {
            const int at = tokens[0][i];
            const float x = embedding1_weight[at][j] + positions[i][j];
            centred[0][i][j] = x - mean[0][i];
        }
        float lane2[16] = {0};
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane2[k] += centred[0][i][16 * j + k] * centred[0][i][16 * j + k];
        }
        const float sum2 = mf_sum16f(lane2);
        const float mean2 = sum2 * 0.0078125f;
        const float deviation = sqrtf(mean2 + 1e-05f);
        inverse[0][i] = 1.0f / deviation;
        for (int j = 0; j < 128; j++) {
            const float normal = centred[0][i][j] * inverse[0][i];
            layernorm1[0][i][j] = normal * layernorm1_weight[j];
        }
    }
}

/* 71  qkv = layernorm1 qkv_weight                                     nanogpt.lua:34 */
MF_APART
static void k71_qkv(const float layernorm1[restrict 1][64][128],
                    const float qkv_weight[restrict 128][384],
                    float qkv[restrict 1][64][384])
{
    static const MfAxis rows[] = {{64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 384}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 6; i++) {
        float acc[64][64];
        mf_productf(&plan, &layernorm1[0][0][0], &qkv_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                qkv[0][j][64 * i + k] = acc[j][k];
    }
}

/* 72  q = reshape(qkv[:, :, 0:128])
 *     k = reshape(qkv[:, :, 128:256])
 *     score = where(row >= column, q k' * 0.176777, -inf)             nanogpt.lua:34 */
MF_APART
static void k72_score(const float qkv[restrict 1][64][384],
                      float score[restrict 1][4][64][64])
{
    static const MfAxis rows[] = {{64, 384}};
    static const MfAxis columns[] = {{64, 384}};
    static const MfTerm terms[] = {{32, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        float acc[64][64];
        mf_productf(&plan, &qkv[0][0][32 * i], &qkv[0][0][32 * i + 128], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] * 0.17677669f;
                score[0][i][j][k] = j >= k ? t : -INFINITY;
            }
    }
}

/* 73  max = max(score)
 *     exp = exp(score - max)
 *     inverse = 1 / sum(exp)
 *     softmax = exp * inverse                                         nanogpt.lua:34 */
MF_APART
static void k73_softmax(const float score[restrict 1][4][64][64],
                        float max[restrict 1][4][64], float exp[restrict 1][4][64][64],
                        float inverse[restrict 1][4][64],
                        float softmax[restrict 1][4][64][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++) {
            MF_BY_ROW;
            for (int r = 0; r < 16; r++) {
                float lane[16];
                for (int i0 = 0; i0 < 16; i0++)
                    lane[i0] = -INFINITY;
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] = mf_maxf(score[0][i][16 * j + r][16 * k + l], lane[l]);
                }
                const float top = mf_max16f(lane);
                max[0][i][16 * j + r] = top;
            }
            for (int r = 0; r < 16; r++)
                for (int k = 0; k < 64; k++) {
                    const float t = score[0][i][16 * j + r][k];
                    exp[0][i][16 * j + r][k] = mf_expf(t - max[0][i][16 * j + r]);
                }
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += exp[0][i][16 * j + r][16 * k + l];
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums[r];
                inverse[0][i][16 * j + r] = 1.0f / sum;
            }
            for (int r = 0; r < 16; r++)
                for (int k = 0; k < 64; k++) {
                    const float t = inverse[0][i][16 * j + r];
                    softmax[0][i][16 * j + r][k] = exp[0][i][16 * j + r][k] * t;
                }
        }
}

/* 74  v = reshape(qkv[:, :, 256:384])
 *     heads = softmax v                                               nanogpt.lua:34 */
MF_APART
static void k74_heads(const float softmax[restrict 1][4][64][64],
                      const float qkv[restrict 1][64][384],
                      float heads[restrict 1][64][4][32])
{
    static const MfAxis rows[] = {{64, 64}};
    static const MfAxis columns[] = {{32, 1}};
    static const MfTerm terms[] = {{64, 1, 384}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        float acc[64][32];
        mf_productf(&plan, &softmax[0][i][0][0], &qkv[0][0][32 * i + 256], acc[0], 32);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 32; k++)
                heads[0][j][i][k] = acc[j][k];
    }
}

/* 75  x = gather(embedding1_weight, tokens) + positions               nanogpt.lua:32
 *     residual = x + heads out_weight                                 nanogpt.lua:34 */
MF_APART
static void k75_residual(const float heads[restrict 1][64][128],
                         const float out_weight[restrict 128][128],
                         const int32_t tokens[restrict 1][64],
                         const float embedding1_weight[restrict 65][128],
                         const float positions[restrict 64][128],
                         float residual[restrict 1][64][128])
{
    static const MfAxis rows[] = {{64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        mf_productf(&plan, &heads[0][0][0], &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const int at = tokens[0][j];
                const float embedding1 = embedding1_weight[at][64 * i + k];
                const float x = embedding1 + positions[j][64 * i + k];
                residual[0][j][64 * i + k] = x + acc[j][k];
            }
    }
}

/* 76  mean = sum(residual) * 0.0078125
 *     centred = residual - mean
 *     inverse = 1 / sqrt(sum(centred * centred) * 0.0078125 + 1e-05)
 *     layernorm2 = centred * inverse * layernorm2_weight              nanogpt.lua:34 */
MF_APART
static void k76_layernorm2(const float residual[restrict 1][64][128],
                           const float layernorm2_weight[restrict 128],
                           float mean[restrict 1][64], float inverse[restrict 1][64],
                           float layernorm2[restrict 1][64][128])
{
    for (int i = 0; i < 4; i++) {
        MF_BY_ROW;
        float sums[16];
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            for (int j = 0; j < 8; j++) {
                MF_ROLLED
                for (int k = 0; k < 16; k++)
                    lane[k] += residual[0][16 * i + r][16 * j + k];
            }
            const float sum = mf_sum16f(lane);
            sums[r] = sum;
        }
        MF_ROLLED
        for (int r = 0; r < 16; r++) {
            const float sum = sums[r];
            mean[0][16 * i + r] = sum * 0.0078125f;
        }
        float sums2[16];
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            for (int j = 0; j < 8; j++) {
                MF_ROLLED
                for (int k = 0; k < 16; k++) {
                    const float t = residual[0][16 * i + r][16 * j + k];
                    const float centred = t - mean[0][16 * i + r];
                    lane[k] += centred * centred;
                }
            }
            const float sum = mf_sum16f(lane);
            sums2[r] = sum;
        }
        MF_ROLLED
        for (int r = 0; r < 16; r++) {
            const float sum = sums2[r];
            const float mean2 = sum * 0.0078125f;
            const float deviation = sqrtf(mean2 + 1e-05f);
            inverse[0][16 * i + r] = 1.0f / deviation;
        }
        for (int r = 0; r < 16; r++)
            for (int j = 0; j < 128; j++) {
                const float centred = residual[0][16 * i + r][j] - mean[0][16 * i + r];
                const float normal = centred * inverse[0][16 * i + r];
                layernorm2[0][16 * i + r][j] = normal * layernorm2_weight[j];
            }
    }
}

/* 77  linear1 = layernorm2 linear1_weight
 *     gelu = 0.5 * linear1 * (1 + erf(linear1 * 0.707107))            nanogpt.lua:34 */
MF_APART
static void k77_gelu(const float layernorm2[restrict 1][64][128],
                     const float linear1_weight[restrict 128][512],
                     float gelu[restrict 1][64][512])
{
    static const MfAxis rows[] = {{64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 512}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 8; i++) {
        float acc[64][64];
        mf_productf(&plan, &layernorm2[0][0][0], &linear1_weight[0][64 * i], acc[0],
                    64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float linear1 = acc[j][k];
                const float t = 1.0f + mf_erff(linear1 * 0.70710677f);
                gelu[0][j][64 * i + k] = 0.5f * linear1 * t;
            }
    }
}

/* 78  x (in residual) = residual + gelu linear2_weight                nanogpt.lua:34 */
MF_APART
static void k78_x(const float gelu[restrict 1][64][512],
                  const float linear2_weight[restrict 512][128],
                  float residual[restrict 1][64][128])
{
    static const MfAxis rows[] = {{64, 512}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{512, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        mf_productf(&plan, &gelu[0][0][0], &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                residual[0][j][64 * i + k] = residual[0][j][64 * i + k] + acc[j][k];
    }
}

/* 79  residual (in x) = x + heads out_weight                          nanogpt.lua:34 */
MF_APART
static void k79_residual(const float heads[restrict 1][64][128],
                         const float out_weight[restrict 128][128],
                         float x[restrict 1][64][128])
{
    static const MfAxis rows[] = {{64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        mf_productf(&plan, &heads[0][0][0], &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                x[0][j][64 * i + k] = x[0][j][64 * i + k] + acc[j][k];
    }
}

/* 80  logits = x embedding1_weight'                                   nanogpt.lua:37 */
MF_APART
static void k80_logits(const float embedding1_weight[restrict 65][128],
                       const float x[restrict 1][64][128],
                       float logits[restrict 1][64][65])
{
    static const MfAxis rows[] = {{65, 128}};
    static const MfAxis columns[] = {{64, 128}};
    static const MfTerm terms[] = {{128, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][96];
    mf_product_turnedf(&plan, &embedding1_weight[0][0], &x[0][0][0], acc[0], 96);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 65; j++)
            logits[0][i][j] = acc[i][j];
}

/* 81  max = max(logits)
 *     sum = sum(exp(logits - max))                                    nanogpt.lua:38 */
MF_APART
static void k81_sum(const float logits[restrict 1][64][65], float max[restrict 1][64],
                    float sum[restrict 1][64])
{
    for (int i = 0; i < 4; i++) {
        MF_BY_ROW;
        for (int r = 0; r < 16; r++) {
            float lane[16];
            for (int i0 = 0; i0 < 16; i0++)
                lane[i0] = -INFINITY;
            for (int j = 0; j < 4; j++) {
                MF_ROLLED
                for (int k = 0; k < 16; k++)
                    lane[k] = mf_maxf(logits[0][16 * i + r][16 * j + k], lane[k]);
            }
            const float term = logits[0][16 * i + r][64];
            MF_ROLLED
            for (int j = 0; j < MF_LANES(1); j++)
                lane[j] = mf_maxf(j < 1 ? term : -INFINITY, lane[j]);
            const float top = mf_max16f(lane);
            max[0][16 * i + r] = top;
        }
        float terms[16];
        MF_ROLLED
        for (int r = 0; r < 16; r++)
            terms[r] = mf_expf(logits[0][16 * i + r][64] - max[0][16 * i + r]);
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            const float term = terms[r];
            for (int j = 0; j < 4; j++) {
                MF_ROLLED
                for (int k = 0; k < 16; k++) {
                    const float t = logits[0][16 * i + r][16 * j + k];
                    lane[k] += mf_expf(t - max[0][16 * i + r]);
                }
            }
            MF_ROLLED
            for (int j = 0; j < MF_LANES(1); j++)
                lane[j] += j < 1 ? term : 0.0f;
            const float sum2 = mf_sum16f(lane);
            sum[0][16 * i + r] = sum2;
        }
    }
}

/* 82  loss = sum(log(sum) - gather(logits - max, target)) * 0.015625  nanogpt.lua:38 */
MF_APART
static void k82_loss(const int32_t target[restrict 1][64],
                     const float sum[restrict 1][64],
                     const float logits[restrict 1][64][65],
                     const float max[restrict 1][64], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const int at = target[0][16 * i + j];
            const float t = logits[0][16 * i + j][at] - max[0][16 * i + j];
            lane[j] += mf_logf(sum[0][16 * i + j]) - t;
        }
    }
    const float sum2 = mf_sum16f(lane);
    *loss = sum2 * 0.015625f;
}

/* 83  embedding1_weight = 0.02 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *         uniform()))                                                 nanogpt.lua:29 */
static void k83_embedding1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                  uint64_t stream2,
                                  float embedding1_weight[restrict 65][128])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 2; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(128 * i + 64 * j), 64, u);
            float u2[64];
            mf_uniform_rowf(seed, stream2, step, (uint64_t)(128 * i + 64 * j), 64, u2);
            for (int k = 0; k < 64; k++) {
                const float t = sqrtf(-2.0f * mf_log1pf(-u[k]));
                const float t2 = t * mf_cosf(6.2831855f * u2[k]);
                embedding1_weight[i][64 * j + k] = 0.02f * t2;
            }
        }
}

/* 84  positions = 0.02 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319
 *         * uniform()))                                               nanogpt.lua:30 */
static void k84_positions(uint64_t step, uint64_t seed, uint64_t stream,
                          uint64_t stream2, float positions[restrict 64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 2; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(128 * i + 64 * j), 64, u);
            float u2[64];
            mf_uniform_rowf(seed, stream2, step, (uint64_t)(128 * i + 64 * j), 64, u2);
            for (int k = 0; k < 64; k++) {
                const float t = sqrtf(-2.0f * mf_log1pf(-u[k]));
                const float t2 = t * mf_cosf(6.2831855f * u2[k]);
                positions[i][64 * j + k] = 0.02f * t2;
            }
        }
}

/* 85  qkv_weight = 0.02 * (sqrt(-2 * log1p(-uniform())) *
 *         cos(6.28319 * uniform()))                                   nanogpt.lua:17 */
MF_APART
static void k85_qkv_weight(uint64_t step, uint64_t seed, uint64_t stream,
                           uint64_t stream2, float qkv_weight[restrict 128][384])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 6; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(384 * i + 64 * j), 64, u);
            float u2[64];
            mf_uniform_rowf(seed, stream2, step, (uint64_t)(384 * i + 64 * j), 64, u2);
            for (int k = 0; k < 64; k++) {
                const float t = sqrtf(-2.0f * mf_log1pf(-u[k]));
                const float t2 = t * mf_cosf(6.2831855f * u2[k]);
                qkv_weight[i][64 * j + k] = 0.02f * t2;
            }
        }
}

/* 86  out_weight = 0.00707107 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *         uniform()))                                                 nanogpt.lua:17 */
MF_APART
static void k86_out_weight(uint64_t step, uint64_t seed, uint64_t stream,
                           uint64_t stream2, float out_weight[restrict 128][128])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 2; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(128 * i + 64 * j), 64, u);
            float u2[64];
            mf_uniform_rowf(seed, stream2, step, (uint64_t)(128 * i + 64 * j), 64, u2);
            for (int k = 0; k < 64; k++) {
                const float t = sqrtf(-2.0f * mf_log1pf(-u[k]));
                const float t2 = t * mf_cosf(6.2831855f * u2[k]);
                out_weight[i][64 * j + k] = 0.0070710676f * t2;
            }
        }
}

/* 87  linear1_weight = 0.02 * (sqrt(-2 * log1p(-uniform())) *
 *         cos(6.28319 * uniform()))                                   nanogpt.lua:23 */
MF_APART
static void k87_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2,
                               float linear1_weight[restrict 128][512])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 8; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(512 * i + 64 * j), 64, u);
            float u2[64];
            mf_uniform_rowf(seed, stream2, step, (uint64_t)(512 * i + 64 * j), 64, u2);
            for (int k = 0; k < 64; k++) {
                const float t = sqrtf(-2.0f * mf_log1pf(-u[k]));
                const float t2 = t * mf_cosf(6.2831855f * u2[k]);
                linear1_weight[i][64 * j + k] = 0.02f * t2;
            }
        }
}

/* 88  linear2_weight = 0.00707107 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *         uniform()))                                                 nanogpt.lua:24 */
MF_APART
static void k88_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2,
                               float linear2_weight[restrict 512][128])
{
    for (int i = 0; i < 512; i++)
        for (int j = 0; j < 2; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(128 * i + 64 * j), 64, u);
            float u2[64];
            mf_uniform_rowf(seed, stream2, step, (uint64_t)(128 * i + 64 * j), 64, u2);
            for (int k = 0; k < 64; k++) {
                const float t = sqrtf(-2.0f * mf_log1pf(-u[k]));
                const float t2 = t * mf_cosf(6.2831855f * u2[k]);
                linear2_weight[i][64 * j + k] = 0.0070710676f * t2;
            }
        }
}

/* 89  layernorm1_weight = 1                                           nanogpt.lua:20 */
static void k89_layernorm1_weight(float layernorm1_weight[restrict 128])
{
    for (int i = 0; i < 128; i++)
        layernorm1_weight[i] = 1.0f;
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
void nanogpt_init(Nanogpt *net, uint64_t seed)
{
    memset(net, 0, offsetof(Nanogpt, work));
    net->seed = seed;
    k83_embedding1_weight(net->step, net->seed, 0x8e02a496dde5f4au, 0xe94c3c713ba8f944u,
                          net->embedding1_weight);
    k84_positions(net->step, net->seed, 0x8c8a6c6fc0003907u, 0x5057d4c23d038ed9u,
                  net->positions);
    /* clang-format off */
    const struct {
        uint64_t stream, stream2, stream3, stream4, stream5, stream6, stream7, stream8;
    } at[4] = {
        {0x12be7771552f14b7u, 0xcfd333180247daa7u, 0x2cbf271db6e55abdu,
         0xa4404b357576da69u, 0x473800183e71e1a0u, 0x7f018379fddf372fu,
         0xb9800f9db6736de7u, 0x98806bfa11b20ff3u},
        {0xbdb6ae06579dbe1bu, 0xdf3b50a971395afeu, 0xdcb3d36500cc923bu,
         0x5f7a4f4ad94a35e3u, 0xdc0755dd0e317fe0u, 0xab60295f7bebb0f1u,
         0xb04297c53c5008bau, 0x4d0194f5fc72826bu},
        {0x35e4cb2b9aabb25u, 0xf5f30e499f6e6483u, 0xcb8f26f91b7e41c4u,
         0x152f59eba8236367u, 0x149eb5010972c4eau, 0xaf00080be804b25eu,
         0x79ef3c2dc1dd66f8u, 0x6177670d761be2f4u},
        {0xdb13a0bcac4bc8f0u, 0x262461ce35ad7030u, 0x548db890b1ffedbbu,
         0xd3e0a30d585fc1d1u, 0x4b56c098fe3d3d6eu, 0x64dd5254b314eb9au,
         0xcfa53ae04f1d2f5u, 0x2804db7db72f0574u},
    };
    /* clang-format on */
    for (int i = 0; i < 4; i++) {
        k85_qkv_weight(net->step, net->seed, at[i].stream, at[i].stream2,
                       net->block[i].multiheadattention1_qkv_weight);
        k86_out_weight(net->step, net->seed, at[i].stream3, at[i].stream4,
                       net->block[i].multiheadattention1_out_weight);
        k87_linear1_weight(net->step, net->seed, at[i].stream5, at[i].stream6,
                           net->block[i].linear1_weight);
        k88_linear2_weight(net->step, net->seed, at[i].stream7, at[i].stream8,
                           net->block[i].linear2_weight);
    }
    k89_layernorm1_weight(net->block[0].layernorm1_weight);
    k89_layernorm1_weight(net->block[0].layernorm2_weight);
    k89_layernorm1_weight(net->block[1].layernorm1_weight);
    k89_layernorm1_weight(net->block[1].layernorm2_weight);
    k89_layernorm1_weight(net->block[2].layernorm1_weight);
    k89_layernorm1_weight(net->block[2].layernorm2_weight);
    k89_layernorm1_weight(net->block[3].layernorm1_weight);
    k89_layernorm1_weight(net->block[3].layernorm2_weight);
    k89_layernorm1_weight(net->layernorm9_weight);
    net->total_steps = 2000.0f;
    net->weight_decay = 0.1f;
    net->beta1 = 0.9f;
    net->beta2 = 0.99f;
    net->eps = 1e-08f;
}

/* One step: forward, backward, update; returns the loss before it. */
float nanogpt_step(Nanogpt *net, const int32_t tokens[restrict 12][64],
                   const int32_t target[restrict 12][64])
{
    float loss, cosine, rate, squares, root;
    union NanogptStep *w = &net->work.step;
    k1_root(net->beta2, net->step, &root);
    k2_rate(net->step, net->total_steps, net->beta1, &cosine, &rate);
    k3_dlogits_start(w->dlogits_sum);
    for (int i = 0; i < 4; i++) {
        k4_weight_start(w->dlayernorm9_weight_sum[2 * i]);
        k5_weight_start(w->dlinear2_weight[3 - i]);
        k6_weight_start(w->dlinear1_weight[3 - i]);
        k4_weight_start(w->dlayernorm9_weight_sum[2 * i + 1]);
        k7_out_weight_start(w->dout_weight[3 - i]);
        k8_qkv_weight_start(w->dqkv_weight[3 - i]);
    }
    k4_weight_start(w->dlayernorm9_weight_sum[8]);
    k9_dpositions_start(w->dpositions_sum);
    k10_weight_start(w->dembedding1_weight_sum);
    for (int row = 0; row < 12; row += 2) {
        /* forward */
        k11_layernorm1(&tokens[row], net->embedding1_weight, net->positions,
                       net->block[0].layernorm1_weight, w->centred, w->deviation3,
                       w->inverse4, w->layernorm1);
        k12_layernorm1_strips(w->layernorm1, w->layernorm1_strips[0]);
        k13_qkv(w->layernorm1, net->block[0].multiheadattention1_qkv_weight, w->qkv[0]);
        k14_heads(w->qkv[0], w->exp[0], w->sum[0], w->inverse[0], w->softmax[0],
                  w->heads[0]);
        k15_residual((float(*)[64][128])w->heads[0],
                     net->block[0].multiheadattention1_out_weight, &tokens[row],
                     net->embedding1_weight, net->positions, w->residual[0]);
        for (int i = 0; i < 3; i++) {
            k16_layernorm2(w->residual[i], net->block[i].layernorm2_weight, w->mean[i],
                           w->deviation[i], w->inverse2[i], w->layernorm2);
            k12_layernorm1_strips(w->layernorm2, w->layernorm2_strips[i]);
            k17_gelu(w->layernorm2, net->block[i].linear1_weight, w->linear[i],
                     w->add[i], w->gelu[i]);
            k18_x(w->gelu[i], net->block[i].linear2_weight, w->residual[i], w->x[i]);
            k16_layernorm2(w->x[i], net->block[i + 1].layernorm1_weight, w->mean2[i],
                           w->deviation2[i], w->inverse3[i], w->layernorm);
            k12_layernorm1_strips(w->layernorm, w->layernorm1_strips[i + 1]);
            k13_qkv(w->layernorm, net->block[i + 1].multiheadattention1_qkv_weight,
                    w->qkv[i + 1]);
            k14_heads(w->qkv[i + 1], w->exp[i + 1], w->sum[i + 1], w->inverse[i + 1],
                      w->softmax[i + 1], w->heads[i + 1]);
            k19_residual((float(*)[64][128])w->heads[i + 1],
                         net->block[i + 1].multiheadattention1_out_weight, w->x[i],
                         w->residual[i + 1]);
        }
        k16_layernorm2(w->residual[3], net->block[3].layernorm2_weight, w->mean[3],
                       w->deviation[3], w->inverse2[3], w->layernorm2);
        k12_layernorm1_strips(w->layernorm2, w->layernorm2_strips[3]);
        k17_gelu(w->layernorm2, net->block[3].linear1_weight, w->linear[3], w->add[3],
                 w->gelu[3]);
        k18_x(w->gelu[3], net->block[3].linear2_weight, w->residual[3], w->x[3]);
        k20_logits(w->x[3], net->layernorm9_weight, net->embedding1_weight, w->mean2[3],
                   w->deviation4, w->inverse3[3], w->x2, w->logits);
        /* forward and backward */
        k21_dlogits_add(w->logits, &target[row], w->dlogits_sum, w->dlogits);
        /* backward, and the update of what is done */
        k22_dx(w->dlogits, net->embedding1_weight, w->dx);
        k23_dx(w->dx, net->layernorm9_weight, w->x[3], w->mean2[3], w->inverse3[3],
               w->deviation4, w->dx2);
        for (int i = 0; i < 3; i++) {
            k24_weight_add(w->dx, w->x[3 - i], w->mean2[3 - i], w->inverse3[3 - i],
                           w->dlayernorm9_weight_sum[2 * i]);
            k25_dlinear7(w->dx2, net->block[3 - i].linear2_weight, w->add[3 - i],
                         w->linear[3 - i]);
            k26_dlinear8_weight(w->gelu[3 - i], w->dx2, w->dlinear2_weight[3 - i]);
            k27_dlinear7_weight(w->layernorm2_strips[3 - i], w->linear[3 - i],
                                w->dlinear1_weight[3 - i]);
            k28_dlayernorm8(w->linear[3 - i], net->block[3 - i].linear1_weight,
                            w->dlayernorm);
            k29_dresidual(w->dlayernorm, net->block[3 - i].layernorm2_weight,
                          w->residual[3 - i], w->mean[3 - i], w->inverse2[3 - i],
                          w->deviation[3 - i], w->dx2);
            k24_weight_add(w->dlayernorm, w->residual[3 - i], w->mean[3 - i],
                           w->inverse2[3 - i], w->dlayernorm9_weight_sum[2 * i + 1]);
            k30_out_weight((float(*)[64][128])w->heads[3 - i], w->dx2,
                           w->dout_weight[3 - i]);
            k31_dheads(w->dx2, net->block[3 - i].multiheadattention1_out_weight,
                       w->dheads);
            k32_dv(w->softmax[3 - i], (float(*)[64][4][32])w->dheads, w->dv);
            k33_dk((float(*)[64][4][32])w->dheads, w->qkv[3 - i], w->exp[3 - i],
                   w->inverse[3 - i], w->sum[3 - i], w->dproduct, w->dq, w->dk);
            k34_dqkv((float(*)[64][128])w->dq, (float(*)[64][128])w->dk,
                     (float(*)[64][128])w->dv, w->dqkv);
            k35_qkv_weight(w->layernorm1_strips[3 - i], w->dqkv, w->dqkv_weight[3 - i]);
            k36_dlayernorm7(w->dqkv, net->block[3 - i].multiheadattention1_qkv_weight,
                            w->dx);
            k29_dresidual(w->dx, net->block[3 - i].layernorm1_weight, w->x[2 - i],
                          w->mean2[2 - i], w->inverse3[2 - i], w->deviation2[2 - i],
                          w->dx2);
        }
        k24_weight_add(w->dx, w->x[0], w->mean2[0], w->inverse3[0],
                       w->dlayernorm9_weight_sum[6]);
        k25_dlinear7(w->dx2, net->block[0].linear2_weight, w->add[0], w->linear[0]);
        k26_dlinear8_weight(w->gelu[0], w->dx2, w->dlinear2_weight[0]);
        k27_dlinear7_weight(w->layernorm2_strips[0], w->linear[0],
                            w->dlinear1_weight[0]);
        k28_dlayernorm8(w->linear[0], net->block[0].linear1_weight, w->dlayernorm);
        k37_dresidual(w->dlayernorm, net->block[0].layernorm2_weight, w->residual[0],
                      w->mean[0], w->inverse2[0], w->deviation[0], w->dx2,
                      &w->dresidual[row]);
        k24_weight_add(w->dlayernorm, w->residual[0], w->mean[0], w->inverse2[0],
                       w->dlayernorm9_weight_sum[7]);
        k30_out_weight((float(*)[64][128])w->heads[0], &w->dresidual[row],
                       w->dout_weight[0]);
        k31_dheads(&w->dresidual[row], net->block[0].multiheadattention1_out_weight,
                   w->dheads);
        k32_dv(w->softmax[0], (float(*)[64][4][32])w->dheads, w->dv);
        k33_dk((float(*)[64][4][32])w->dheads, w->qkv[0], w->exp[0], w->inverse[0],
               w->sum[0], w->dproduct, w->dq, w->dk);
        k34_dqkv((float(*)[64][128])w->dq, (float(*)[64][128])w->dk,
                 (float(*)[64][128])w->dv, w->dqkv);
        k35_qkv_weight(w->layernorm1_strips[0], w->dqkv, w->dqkv_weight[0]);
        k36_dlayernorm7(w->dqkv, net->block[0].multiheadattention1_qkv_weight, w->dx);
        k38_dsum(w->dx, net->block[0].layernorm1_weight, w->centred, w->inverse4,
                 w->deviation3, &w->dcentred[row], &w->dsum[row]);
        k39_weight_add(w->dx, w->centred, w->inverse4, w->dlayernorm9_weight_sum[8]);
        k40_dpositions_add(&w->dresidual[row], &w->dcentred[row], &w->dsum[row],
                           w->dpositions_sum);
        k41_weight_add(w->dlogits, w->x2, w->dembedding1_weight_sum);
    }
    /* the loss */
    k42_dlogits(w->dlogits_sum, &loss);
    /* backward, and the update of what is done */
    for (int i = 0; i < 9; i++) {
        k43_dlayernorm9_weight(w->dlayernorm9_weight_sum[i],
                               w->dlayernorm1_weight[8 - i]);
    }
    k44_dpositions(w->dpositions_sum, w->dpositions);
    k45_scatter(tokens, w->dresidual, w->dcentred, w->dsum, w->scatter);
    k46_dembedding1_weight(w->dembedding1_weight_sum, w->scatter);
    k47_squares(w->scatter, w->dpositions, &squares);
    for (int i = 0; i < 4; i++) {
        k48_squares(w->dqkv_weight[i], &squares);
        k49_squares(w->dout_weight[i], &squares);
        k50_squares(w->dlayernorm1_weight[2 * i], &squares);
        k50_squares(w->dlayernorm1_weight[2 * i + 1], &squares);
        k51_squares(w->dlinear1_weight[i], &squares);
        k52_squares(w->dlinear2_weight[i], &squares);
    }
    k53_clip_in(w->dlayernorm1_weight[8], &squares);
    k54_embedding1_weight(net->beta1, w->scatter, squares, net->beta2, cosine,
                          net->weight_decay, rate, root, net->eps,
                          net->adamw_m_embedding1_weight,
                          net->adamw_v_embedding1_weight, net->embedding1_weight);
    k55_positions(net->beta1, w->dpositions, squares, net->beta2, cosine,
                  net->weight_decay, rate, root, net->eps, net->adamw_m_positions,
                  net->adamw_v_positions, net->positions);
    for (int i = 0; i < 4; i++) {
        k56_qkv_weight(net->beta1, w->dqkv_weight[i], squares, net->beta2, cosine,
                       net->weight_decay, rate, root, net->eps,
                       net->state[i].adamw_m_multiheadattention1_qkv_weight,
                       net->state[i].adamw_v_multiheadattention1_qkv_weight,
                       net->block[i].multiheadattention1_qkv_weight);
        k57_out_weight(net->beta1, w->dout_weight[i], squares, net->beta2, cosine,
                       net->weight_decay, rate, root, net->eps,
                       net->state[i].adamw_m_multiheadattention1_out_weight,
                       net->state[i].adamw_v_multiheadattention1_out_weight,
                       net->block[i].multiheadattention1_out_weight);
        k58_layernorm1_weight(net->beta1, w->dlayernorm1_weight[2 * i], squares,
                              net->beta2, rate, root, net->eps,
                              net->state[i].adamw_m_layernorm1_weight,
                              net->state[i].adamw_v_layernorm1_weight,
                              net->block[i].layernorm1_weight);
        k58_layernorm1_weight(net->beta1, w->dlayernorm1_weight[2 * i + 1], squares,
                              net->beta2, rate, root, net->eps,
                              net->state[i].adamw_m_layernorm2_weight,
                              net->state[i].adamw_v_layernorm2_weight,
                              net->block[i].layernorm2_weight);
        k59_linear1_weight(net->beta1, w->dlinear1_weight[i], squares, net->beta2,
                           cosine, net->weight_decay, rate, root, net->eps,
                           net->state[i].adamw_m_linear1_weight,
                           net->state[i].adamw_v_linear1_weight,
                           net->block[i].linear1_weight);
        k60_linear2_weight(net->beta1, w->dlinear2_weight[i], squares, net->beta2,
                           cosine, net->weight_decay, rate, root, net->eps,
                           net->state[i].adamw_m_linear2_weight,
                           net->state[i].adamw_v_linear2_weight,
                           net->block[i].linear2_weight);
    }
    k58_layernorm1_weight(net->beta1, w->dlayernorm1_weight[8], squares, net->beta2,
                          rate, root, net->eps, net->adamw_m_layernorm9_weight,
                          net->adamw_v_layernorm9_weight, net->layernorm9_weight);
    net->step++;
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float nanogpt_eval(Nanogpt *net, const int32_t tokens[restrict 12][64],
                   const int32_t target[restrict 12][64])
{
    float loss;
    union NanogptEval *w = &net->work.eval;
    for (int row = 0; row < 12; row += 4) {
        k61_layernorm1(&tokens[row], net->embedding1_weight, net->positions,
                       net->block[0].layernorm1_weight, w->layernorm1);
        k62_qkv(w->layernorm1, net->block[0].multiheadattention1_qkv_weight, w->qkv);
        k63_heads(w->qkv, w->softmax, w->heads);
        k64_residual((float(*)[64][128])w->heads,
                     net->block[0].multiheadattention1_out_weight, &tokens[row],
                     net->embedding1_weight, net->positions, &w->residual[row]);
        k65_layernorm2(&w->residual[row], net->block[0].layernorm2_weight,
                       &w->layernorm2[row]);
    }
    for (int row2 = 0; row2 < 12; row2 += 2) {
        k66_gelu(&w->layernorm2[row2], net->block[0].linear1_weight, w->gelu4);
        k18_x(w->gelu4, net->block[0].linear2_weight, &w->residual[row2], &w->x[row2]);
    }
    for (int row3 = 0; row3 < 12; row3 += 4) {
        k65_layernorm2(&w->x[row3], net->block[1].layernorm1_weight, w->layernorm3);
        k62_qkv(w->layernorm3, net->block[1].multiheadattention1_qkv_weight, w->qkv2);
        k63_heads(w->qkv2, w->softmax2, w->heads2);
        k67_residual((float(*)[64][128])w->heads2,
                     net->block[1].multiheadattention1_out_weight, &w->x[row3],
                     &w->residual2[row3]);
        k65_layernorm2(&w->residual2[row3], net->block[1].layernorm2_weight,
                       &w->layernorm4[row3]);
    }
    for (int row4 = 0; row4 < 12; row4 += 2) {
        k66_gelu(&w->layernorm4[row4], net->block[1].linear1_weight, w->gelu);
        k18_x(w->gelu, net->block[1].linear2_weight, &w->residual2[row4], &w->x2[row4]);
    }
    for (int row5 = 0; row5 < 12; row5 += 4) {
        k65_layernorm2(&w->x2[row5], net->block[2].layernorm1_weight, w->layernorm5);
        k62_qkv(w->layernorm5, net->block[2].multiheadattention1_qkv_weight, w->qkv3);
        k63_heads(w->qkv3, w->softmax3, w->heads3);
        k67_residual((float(*)[64][128])w->heads3,
                     net->block[2].multiheadattention1_out_weight, &w->x2[row5],
                     &w->residual3[row5]);
        k65_layernorm2(&w->residual3[row5], net->block[2].layernorm2_weight,
                       &w->layernorm6[row5]);
    }
    for (int row6 = 0; row6 < 12; row6 += 2) {
        k66_gelu(&w->layernorm6[row6], net->block[2].linear1_weight, w->gelu2);
        k18_x(w->gelu2, net->block[2].linear2_weight, &w->residual3[row6],
              &w->x3[row6]);
    }
    for (int row7 = 0; row7 < 12; row7 += 4) {
        k65_layernorm2(&w->x3[row7], net->block[3].layernorm1_weight, w->layernorm7);
        k62_qkv(w->layernorm7, net->block[3].multiheadattention1_qkv_weight, w->qkv4);
        k63_heads(w->qkv4, w->softmax4, w->heads4);
        k67_residual((float(*)[64][128])w->heads4,
                     net->block[3].multiheadattention1_out_weight, &w->x3[row7],
                     &w->residual4[row7]);
        k65_layernorm2(&w->residual4[row7], net->block[3].layernorm2_weight,
                       &w->layernorm8[row7]);
    }
    for (int row8 = 0; row8 < 12; row8 += 2) {
        k66_gelu(&w->layernorm8[row8], net->block[3].linear1_weight, w->gelu3);
        k18_x(w->gelu3, net->block[3].linear2_weight, &w->residual4[row8],
              &w->x4[row8]);
    }
    k68_logits(w->x4, net->layernorm9_weight, net->embedding1_weight, w->x5, w->logits);
    k69_loss(w->logits, target, &loss);
    return loss;
}

/* The same of a batch of one row. */
float nanogpt_eval_one(Nanogpt *net, const int32_t tokens[restrict 1][64],
                       const int32_t target[restrict 1][64])
{
    float loss;
    union NanogptEvalOne *w = &net->work.eval_one;
    k70_layernorm1(tokens, net->embedding1_weight, net->positions,
                   net->block[0].layernorm1_weight, w->mean3, w->centred, w->inverse3,
                   w->layernorm1);
    k71_qkv(w->layernorm1, net->block[0].multiheadattention1_qkv_weight, w->qkv);
    k72_score(w->qkv, w->score);
    k73_softmax(w->score, w->max2, w->exp, w->inverse4, w->softmax);
    k74_heads(w->softmax, w->qkv, w->heads);
    k75_residual((float(*)[64][128])w->heads,
                 net->block[0].multiheadattention1_out_weight, tokens,
                 net->embedding1_weight, net->positions, w->residual);
    for (int i = 0; i < 3; i++) {
        k76_layernorm2(w->residual, net->block[i].layernorm2_weight, w->mean,
                       w->inverse, w->layernorm2);
        k77_gelu(w->layernorm2, net->block[i].linear1_weight, w->gelu);
        k78_x(w->gelu, net->block[i].linear2_weight, w->residual);
        k76_layernorm2(w->residual, net->block[i + 1].layernorm1_weight, w->mean2,
                       w->inverse2, w->layernorm);
        k71_qkv(w->layernorm, net->block[i + 1].multiheadattention1_qkv_weight,
                w->qkv2);
        k72_score(w->qkv2, w->score2);
        k73_softmax(w->score2, w->max3, w->exp2, w->inverse5, w->softmax2);
        k74_heads(w->softmax2, w->qkv2, w->heads2);
        k79_residual((float(*)[64][128])w->heads2,
                     net->block[i + 1].multiheadattention1_out_weight, w->residual);
    }
    k76_layernorm2(w->residual, net->block[3].layernorm2_weight, w->mean, w->inverse,
                   w->layernorm2);
    k77_gelu(w->layernorm2, net->block[3].linear1_weight, w->gelu);
    k78_x(w->gelu, net->block[3].linear2_weight, w->residual);
    k76_layernorm2(w->residual, net->layernorm9_weight, w->mean2, w->inverse2,
                   w->layernorm);
    k80_logits(net->embedding1_weight, w->layernorm, w->logits);
    k81_sum(w->logits, w->max, w->sum);
    k82_loss(target, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The function `logits`. */
void nanogpt_logits(Nanogpt *net, const int32_t tokens[restrict 1][64],
                    float logits[restrict 1][64][65])
{
    union NanogptLogits *w = &net->work.logits;
    k70_layernorm1(tokens, net->embedding1_weight, net->positions,
                   net->block[0].layernorm1_weight, w->mean3, w->centred, w->inverse3,
                   w->layernorm1);
    k71_qkv(w->layernorm1, net->block[0].multiheadattention1_qkv_weight, w->qkv);
    k72_score(w->qkv, w->score);
    k73_softmax(w->score, w->max, w->exp, w->inverse4, w->softmax);
    k74_heads(w->softmax, w->qkv, w->heads);
    k75_residual((float(*)[64][128])w->heads,
                 net->block[0].multiheadattention1_out_weight, tokens,
                 net->embedding1_weight, net->positions, w->residual);
    for (int i = 0; i < 3; i++) {
        k76_layernorm2(w->residual, net->block[i].layernorm2_weight, w->mean,
                       w->inverse, w->layernorm2);
        k77_gelu(w->layernorm2, net->block[i].linear1_weight, w->gelu);
        k78_x(w->gelu, net->block[i].linear2_weight, w->residual);
        k76_layernorm2(w->residual, net->block[i + 1].layernorm1_weight, w->mean2,
                       w->inverse2, w->layernorm);
        k71_qkv(w->layernorm, net->block[i + 1].multiheadattention1_qkv_weight,
                w->qkv2);
        k72_score(w->qkv2, w->score2);
        k73_softmax(w->score2, w->max2, w->exp2, w->inverse5, w->softmax2);
        k74_heads(w->softmax2, w->qkv2, w->heads2);
        k79_residual((float(*)[64][128])w->heads2,
                     net->block[i + 1].multiheadattention1_out_weight, w->residual);
    }
    k76_layernorm2(w->residual, net->block[3].layernorm2_weight, w->mean, w->inverse,
                   w->layernorm2);
    k77_gelu(w->layernorm2, net->block[3].linear1_weight, w->gelu);
    k78_x(w->gelu, net->block[3].linear2_weight, w->residual);
    k76_layernorm2(w->residual, net->layernorm9_weight, w->mean2, w->inverse2,
                   w->layernorm);
    k80_logits(net->embedding1_weight, w->layernorm, logits);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor nanogpt_tensors[] = {
    {"embedding1.weight", MF_F32, MF_PARAM, 2, {65, 128}, offsetof(Nanogpt, embedding1_weight)},
    {"positions", MF_F32, MF_PARAM, 2, {64, 128}, offsetof(Nanogpt, positions)},
    {"multiheadattention1.qkv.weight", MF_F32, MF_PARAM, 2, {128, 384}, offsetof(Nanogpt, block[0].multiheadattention1_qkv_weight)},
    {"multiheadattention1.out.weight", MF_F32, MF_PARAM, 2, {128, 128}, offsetof(Nanogpt, block[0].multiheadattention1_out_weight)},
    {"layernorm1.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, block[0].layernorm1_weight)},
    {"layernorm2.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, block[0].layernorm2_weight)},
    {"linear1.weight", MF_F32, MF_PARAM, 2, {128, 512}, offsetof(Nanogpt, block[0].linear1_weight)},
    {"linear2.weight", MF_F32, MF_PARAM, 2, {512, 128}, offsetof(Nanogpt, block[0].linear2_weight)},
    {"multiheadattention2.qkv.weight", MF_F32, MF_PARAM, 2, {128, 384}, offsetof(Nanogpt, block[1].multiheadattention1_qkv_weight)},
    {"multiheadattention2.out.weight", MF_F32, MF_PARAM, 2, {128, 128}, offsetof(Nanogpt, block[1].multiheadattention1_out_weight)},
    {"layernorm3.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, block[1].layernorm1_weight)},
    {"layernorm4.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, block[1].layernorm2_weight)},
    {"linear3.weight", MF_F32, MF_PARAM, 2, {128, 512}, offsetof(Nanogpt, block[1].linear1_weight)},
    {"linear4.weight", MF_F32, MF_PARAM, 2, {512, 128}, offsetof(Nanogpt, block[1].linear2_weight)},
    {"multiheadattention3.qkv.weight", MF_F32, MF_PARAM, 2, {128, 384}, offsetof(Nanogpt, block[2].multiheadattention1_qkv_weight)},
    {"multiheadattention3.out.weight", MF_F32, MF_PARAM, 2, {128, 128}, offsetof(Nanogpt, block[2].multiheadattention1_out_weight)},
    {"layernorm5.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, block[2].layernorm1_weight)},
    {"layernorm6.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, block[2].layernorm2_weight)},
    {"linear5.weight", MF_F32, MF_PARAM, 2, {128, 512}, offsetof(Nanogpt, block[2].linear1_weight)},
    {"linear6.weight", MF_F32, MF_PARAM, 2, {512, 128}, offsetof(Nanogpt, block[2].linear2_weight)},
    {"multiheadattention4.qkv.weight", MF_F32, MF_PARAM, 2, {128, 384}, offsetof(Nanogpt, block[3].multiheadattention1_qkv_weight)},
    {"multiheadattention4.out.weight", MF_F32, MF_PARAM, 2, {128, 128}, offsetof(Nanogpt, block[3].multiheadattention1_out_weight)},
    {"layernorm7.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, block[3].layernorm1_weight)},
    {"layernorm8.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, block[3].layernorm2_weight)},
    {"linear7.weight", MF_F32, MF_PARAM, 2, {128, 512}, offsetof(Nanogpt, block[3].linear1_weight)},
    {"linear8.weight", MF_F32, MF_PARAM, 2, {512, 128}, offsetof(Nanogpt, block[3].linear2_weight)},
    {"layernorm9.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, layernorm9_weight)},
    {"adamw.m.embedding1.weight", MF_F32, MF_STATE, 2, {65, 128}, offsetof(Nanogpt, adamw_m_embedding1_weight)},
    {"adamw.v.embedding1.weight", MF_F32, MF_STATE, 2, {65, 128}, offsetof(Nanogpt, adamw_v_embedding1_weight)},
    {"adamw.m.positions", MF_F32, MF_STATE, 2, {64, 128}, offsetof(Nanogpt, adamw_m_positions)},
    {"adamw.v.positions", MF_F32, MF_STATE, 2, {64, 128}, offsetof(Nanogpt, adamw_v_positions)},
    {"adamw.m.multiheadattention1.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, state[0].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention1.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, state[0].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention1.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, state[0].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention1.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, state[0].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.layernorm1.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[0].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm1.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[0].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm2.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[0].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm2.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[0].adamw_v_layernorm2_weight)},
    {"adamw.m.linear1.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, state[0].adamw_m_linear1_weight)},
    {"adamw.v.linear1.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, state[0].adamw_v_linear1_weight)},
    {"adamw.m.linear2.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, state[0].adamw_m_linear2_weight)},
    {"adamw.v.linear2.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, state[0].adamw_v_linear2_weight)},
    {"adamw.m.multiheadattention2.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, state[1].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention2.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, state[1].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention2.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, state[1].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention2.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, state[1].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.layernorm3.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[1].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm3.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[1].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm4.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[1].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm4.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[1].adamw_v_layernorm2_weight)},
    {"adamw.m.linear3.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, state[1].adamw_m_linear1_weight)},
    {"adamw.v.linear3.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, state[1].adamw_v_linear1_weight)},
    {"adamw.m.linear4.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, state[1].adamw_m_linear2_weight)},
    {"adamw.v.linear4.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, state[1].adamw_v_linear2_weight)},
    {"adamw.m.multiheadattention3.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, state[2].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention3.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, state[2].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention3.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, state[2].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention3.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, state[2].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.layernorm5.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[2].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm5.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[2].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm6.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[2].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm6.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[2].adamw_v_layernorm2_weight)},
    {"adamw.m.linear5.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, state[2].adamw_m_linear1_weight)},
    {"adamw.v.linear5.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, state[2].adamw_v_linear1_weight)},
    {"adamw.m.linear6.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, state[2].adamw_m_linear2_weight)},
    {"adamw.v.linear6.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, state[2].adamw_v_linear2_weight)},
    {"adamw.m.multiheadattention4.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, state[3].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention4.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, state[3].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention4.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, state[3].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention4.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, state[3].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.layernorm7.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[3].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm7.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[3].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm8.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[3].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm8.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, state[3].adamw_v_layernorm2_weight)},
    {"adamw.m.linear7.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, state[3].adamw_m_linear1_weight)},
    {"adamw.v.linear7.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, state[3].adamw_v_linear1_weight)},
    {"adamw.m.linear8.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, state[3].adamw_m_linear2_weight)},
    {"adamw.v.linear8.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, state[3].adamw_v_linear2_weight)},
    {"adamw.m.layernorm9.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_m_layernorm9_weight)},
    {"adamw.v.layernorm9.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_v_layernorm9_weight)},
    {"total_steps", MF_F32, MF_SETTING, 0, {0}, offsetof(Nanogpt, total_steps)},
    {"weight_decay", MF_F32, MF_SETTING, 0, {0}, offsetof(Nanogpt, weight_decay)},
    {"beta1", MF_F32, MF_SETTING, 0, {0}, offsetof(Nanogpt, beta1)},
    {"beta2", MF_F32, MF_SETTING, 0, {0}, offsetof(Nanogpt, beta2)},
    {"eps", MF_F32, MF_SETTING, 0, {0}, offsetof(Nanogpt, eps)},
};
/* clang-format on */

#ifndef NANOGPT_NO_MAIN

/* clang-format off */
static const MfPort logits_in[] = {
    {"tokens", MF_I32, 2, {1, 64}, 65, NULL},
};

static const MfPort logits_out[] = {
    {"logits", MF_F32, 3, {1, 64, 65}, 0, NULL},
};
/* clang-format on */

static void call_logits(void *net, const void *const *in, void *const *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    nanogpt_logits(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"logits", 1, 1, 1, logits_in, logits_out, call_logits},
};

static const MfPort step_in[] = {
    {"tokens", MF_I32, 2, {12, 64}, 65, NULL},
    {"target", MF_I32, 2, {12, 64}, 65, NULL},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)nanogpt_step(net, in0, in1);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)nanogpt_eval(net, in0, in1);
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)nanogpt_eval_one(net, in0, in1);
}

/* clang-format off */
static const MfTrain trains[] = {
    {
        .name = "",
        .batch = 12,
        .n_in = 2,
        .in = step_in,
        .step = call_step,
        .eval = call_eval,
        .eval_one = call_eval_one,
        .steps = 2000,
        .shuffle = MF_SHUFFLE,
        .seed = 1u,
        .accumulate = 1,
        .valid_split = "valid",
        .valid_every = 250,
        .valid_batches = 20,
        .turns = 1,
    },
};

static const MfField fields[] = {
    {.input = "tokens", .columns = "tokens"},
    {.input = "target", .columns = "target"},
};

static const MfSplit splits[] = {
    {"train", 0.9},
    {"valid", 0.1},
};

static const MfData source = {
    .kind = MF_DATA_TEXT,
    .path = "tinyshakespeare.txt",
    .context = 64,
    .vocabulary = 65,
    .n_fields = 2,
    .n_splits = 2,
    .field = fields,
    .split = splits,
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    nanogpt_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "nanogpt",
    .script = "nanogpt.lua",
    .version = "0.1",
    .hash = 0xe28dfa5419e06824u,
    .real = MF_F32,
    .size = sizeof(Nanogpt),
    .param_bytes = 3216384,
    .state_bytes = 6432768,
    .work_bytes = 10622528,
    .seed_offset = offsetof(Nanogpt, seed),
    .step_offset = offsetof(Nanogpt, step),
    .steps_offset = offsetof(Nanogpt, total_steps),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 86,
    .n_funcs = 1,
    .n_trains = 1,
    .tensor = nanogpt_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static _Alignas(64) Nanogpt net;
    return mf_main(argc, argv, &model, &net);
}

#endif

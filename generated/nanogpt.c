/*
 * nanogpt.c - trains and runs the network of nanogpt.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 804096 parameters; 1457 nodes in 89 kernels;
 * bytes: parameters 3216384, state 6432768, work 39650304 (unshared 89290240)
 */
#include "mfrt.h"

#define NANOGPT_PARAM_BYTES 3216384u
#define NANOGPT_STATE_BYTES 6432768u
#define NANOGPT_WORK_BYTES 39650304u

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
    /* work memory: one function runs at a time */
    union {
        union NanogptStep {
            struct {
                float where[12][4][64][64]; /* calls 7 to 8 */
                unsigned char gap1[3932160];
                float where2[12][4][64][64];       /* calls 16 to 35 */
                float contract3[12][64][128];      /* calls 55 to 111 */
                float contract4[12][64][4][32];    /* calls 59 to 115 */
                float add2[4][12][64][512];        /* calls 12 to 102 */
                float mul[4][12][64][512];         /* calls 12 to 103 */
                float contract8[4][12][64][384];   /* calls 6 to 114 */
                float exp[4][12][4][64][64];       /* calls 8 to 114 */
                float div[4][12][4][64][64];       /* calls 8 to 112 */
                float mul2[5][12][64][128];        /* calls 5 to 122 */
                float contract9[4][12][64][4][32]; /* calls 9 to 108 */
                float add3[4][12][64][128];        /* calls 10 to 107 */
                float mul3[4][12][64][128];        /* calls 11 to 104 */
                float x[4][12][64][128];           /* calls 13 to 101 */
                float sub[12][64][128];            /* calls 5 to 119 */
                float logits[12][64][65];          /* calls 42 to 44 */
                float max[12][64];                 /* calls 43 to 44 */
                float sum[12][64];                 /* calls 43 to 44 */
                unsigned char gap8[187392];
                float dx2[12][64][128];    /* calls 46 to 121 */
                float dlogits[12][64][65]; /* calls 43 to 122 */
                float sum2[4][12][4][64];  /* calls 8 to 112 */
                float mul4[4][12][64];     /* calls 11 to 107 */
                float sqrt_[4][12][64];    /* calls 11 to 106 */
                float div2[4][12][64];     /* calls 11 to 107 */
                float mul5[4][12][64];     /* calls 14 to 101 */
                float sqrt_2[4][12][64];   /* calls 14 to 100 */
                float div3[4][12][64];     /* calls 14 to 101 */
                float sqrt_3[12][64];      /* calls 5 to 121 */
                float div4[12][64];        /* calls 5 to 119 */
            };
            struct {
                float contract[4][12][64][512]; /* calls 12 to 105 */
                unsigned char gap4[3932160];
                float dlinear1_weight[4][128][512]; /* calls 50 to 200 */
                float dlinear2_weight[4][512][128]; /* calls 49 to 201 */
                float dmultiheadattention1_out_weight[4][128][128];
                unsigned char gap5[4128768];
                float dmultiheadattention1_qkv_weight[4][128][384];
                float contract5[12][64][128];     /* calls 51 to 107 */
                float contract7[12][64][4][32];   /* calls 56 to 115 */
                float dlayernorm2_weight[4][128]; /* calls 53 to 199 */
                unsigned char gap7[20248576];
                float dx[12][64][128]; /* calls 45 to 119 */
                unsigned char gap9[698368];
                float dlayernorm1_weight[5][128]; /* calls 47 to 202 */
            };
            struct {
                float add[12][64][128];    /* calls 118 to 121 */
                float scatter[65][128];    /* calls 121 to 176 */
                float dpositions[64][128]; /* calls 120 to 177 */
                unsigned char gap2[4259328];
                float contract2[12][4][64][64]; /* calls 57 to 112 */
                unsigned char gap6[11993088];
                float contract6[12][64][4][32]; /* calls 60 to 115 */
            };
            struct {
                unsigned char gap3[4718592];
                float concat[12][64][384]; /* calls 61 to 117 */
            };
        } step;
        union NanogptEval {
            struct {
                float contract[12][64][384]; /* calls 2 to 5 */
                float mul2[12][64][128];     /* calls 1 to 2 */
                float mul4[12][64][128];     /* calls 7 to 35 */
                float div[12][4][64][64];    /* calls 4 to 5 */
                float add[12][64][128];      /* calls 6 to 37 */
            };
            struct {
                float mul[12][64][512]; /* calls 8 to 36 */
                unsigned char gap5[393216];
                float div2[12][4][64][64]; /* calls 13 to 32 */
            };
            struct {
                float contract2[12][64][384]; /* calls 11 to 32 */
                float where[12][4][64][64];   /* calls 3 to 4 */
            };
            struct {
                float logits[12][64][65]; /* calls 38 to 40 */
                float max[12][64];        /* calls 39 to 40 */
                float sum[12][64];        /* calls 39 to 40 */
                unsigned char gap1[973824];
                float contract3[12][64][4][32]; /* calls 5 to 6 */
            };
            struct {
                unsigned char gap2[1179648];
                float mul3[12][64][128]; /* calls 10 to 38 */
            };
            struct {
                unsigned char gap3[1179648];
                float where2[12][4][64][64]; /* calls 12 to 31 */
            };
            struct {
                unsigned char gap4[1179648];
                float contract4[12][64][4][32]; /* calls 14 to 33 */
            };
        } eval;
        union NanogptEvalOne {
            float mul2[1][64][512]; /* calls 8 to 36 */
            struct {
                float sub[1][64][128]; /* call 1 */
                float mul4[1][64];     /* call 1 */
                float div3[1][64];     /* call 1 */
                unsigned char gap2[65024];
                float mul5[1][64][128];   /* calls 1 to 2 */
                float mul7[1][64][128];   /* calls 7 to 35 */
                float exp[1][4][64][64];  /* call 4 */
                float div4[1][4][64][64]; /* calls 4 to 5 */
                float max2[1][4][64];     /* call 4 */
                float sum2[1][4][64];     /* call 4 */
                unsigned char gap6[30720];
                float max3[1][4][64]; /* calls 13 to 31 */
                float sum3[1][4][64]; /* calls 13 to 31 */
            };
            struct {
                float contract[1][64][384]; /* calls 2 to 5 */
                float where[1][4][64][64];  /* calls 3 to 4 */
                float exp2[1][4][64][64];   /* calls 13 to 31 */
                float div5[1][4][64][64];   /* calls 13 to 32 */
                float add[1][64][128];      /* calls 6 to 37 */
            };
            struct {
                float mul[1][64]; /* calls 7 to 34 */
                float div[1][64]; /* calls 7 to 34 */
                unsigned char gap1[16128];
                float max[1][64]; /* calls 39 to 40 */
                float sum[1][64]; /* calls 39 to 40 */
                unsigned char gap3[81152];
                float contract3[1][64][4][32]; /* calls 5 to 6 */
            };
            struct {
                float mul3[1][64]; /* calls 10 to 37 */
                float div2[1][64]; /* calls 10 to 37 */
                unsigned char gap4[97792];
                float mul6[1][64][128]; /* calls 10 to 38 */
            };
            struct {
                float contract2[1][64][384]; /* calls 11 to 32 */
                float where2[1][4][64][64];  /* calls 12 to 31 */
            };
            struct {
                float logits[1][64][65]; /* calls 38 to 40 */
                unsigned char gap5[81664];
                float contract4[1][64][4][32]; /* calls 14 to 33 */
            };
        } eval_one;
        union NanogptLogits {
            float mul2[1][64][512]; /* calls 8 to 36 */
            struct {
                float sub[1][64][128]; /* call 1 */
                float mul4[1][64];     /* call 1 */
                float div3[1][64];     /* call 1 */
                unsigned char gap1[65024];
                float mul5[1][64][128];   /* calls 1 to 2 */
                float mul7[1][64][128];   /* calls 7 to 35 */
                float exp[1][4][64][64];  /* call 4 */
                float div4[1][4][64][64]; /* calls 4 to 5 */
                float max[1][4][64];      /* call 4 */
                float sum[1][4][64];      /* call 4 */
                unsigned char gap5[30720];
                float max2[1][4][64]; /* calls 13 to 31 */
                float sum2[1][4][64]; /* calls 13 to 31 */
            };
            struct {
                float contract[1][64][384]; /* calls 2 to 5 */
                float where[1][4][64][64];  /* calls 3 to 4 */
                float exp2[1][4][64][64];   /* calls 13 to 31 */
                float div5[1][4][64][64];   /* calls 13 to 32 */
                float add[1][64][128];      /* calls 6 to 37 */
            };
            struct {
                float mul[1][64]; /* calls 7 to 34 */
                float div[1][64]; /* calls 7 to 34 */
                unsigned char gap2[97792];
                float contract3[1][64][4][32]; /* calls 5 to 6 */
            };
            struct {
                float mul3[1][64]; /* calls 10 to 37 */
                float div2[1][64]; /* calls 10 to 37 */
                unsigned char gap3[97792];
                float mul6[1][64][128]; /* calls 10 to 38 */
            };
            struct {
                float contract2[1][64][384]; /* calls 11 to 32 */
                float where2[1][4][64][64];  /* calls 12 to 31 */
            };
            struct {
                unsigned char gap4[98304];
                float contract4[1][64][4][32]; /* calls 14 to 33 */
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
/* The loss and the metrics as in inference, without an update. */
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

/* 1  0.001 * (step + 1) / 100                                         nanogpt.lua:47 */
static void k1_div(uint64_t step, float *restrict div)
{
    *div = 0.001f * ((float)step + 1.0f) / 1e+02f;
}

/* 2  pow(beta1, step + 1)                                             nanogpt.lua:44 */
static void k2_pow(float beta1, uint64_t step, float *restrict pow)
{
    *pow = mf_powf(beta1, (float)step + 1.0f);
}

/* 3  where(step < 100, div305, 0.0001 + 0.0009 * (1 + cos(3.14159 * minimum(...
 *    where322 / (1 - pow329)                                          nanogpt.lua:44 */
static void k3_div(uint64_t step, float total_steps, float *restrict div,
                   float *restrict pow)
{
    const float t = ((float)step - 1e+02f) / mf_maxf(total_steps - 1e+02f, 1.0f);
    const float t2 = mf_cosf(3.1415927f * mf_minf(t, 1.0f));
    const float t3 = 0.0009f * (1.0f + t2) * 0.5f;
    const float t4 = (float)step < 1e+02f ? *div : 0.0001f + t3;
    *div = t4;
    *pow = t4 / (1.0f - *pow);
}

/* 4  sqrt(1 - pow(beta2, step + 1))                                   nanogpt.lua:44 */
static void k4_sqrt(float beta2, uint64_t step, float *restrict sqrt_)
{
    const float t = mf_powf(beta2, (float)step + 1.0f);
    *sqrt_ = sqrtf(1.0f - t);
}

/* 5  sum(gather(embedding1.weight, tokens) + positions) * 0.0078125
 *    gather(embedding1.weight, tokens) + positions - mul12
 *    sqrt(sum(sub14 * sub14) * 0.0078125 + 1e-05)
 *    1 / sqrt21
 *    sub14 * div22 * layernorm1.weight                                nanogpt.lua:34 */
static void k5_mul(const int32_t tokens[restrict 12][64],
                   const float embedding1_weight[restrict 65][128],
                   const float positions[restrict 64][128],
                   const float layernorm1_weight[restrict 128],
                   float sub[restrict 12][64][128], float sqrt_[restrict 12][64],
                   float div[restrict 12][64], float mul[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const int at = tokens[i][j];
                    const float t = embedding1_weight[at][16 * k + l];
                    lane[l] += t + positions[j][16 * k + l];
                }
            }
            const float sum = mf_sum16f(lane);
            const float mul2 = sum * 0.0078125f;
            for (int k = 0; k < 128; k++) {
                const int at = tokens[i][j];
                const float x = embedding1_weight[at][k] + positions[j][k];
                sub[i][j][k] = x - mul2;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += sub[i][j][16 * k + l] * sub[i][j][16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 * 0.0078125f;
            const float t2 = sqrtf(t + 1e-05f);
            sqrt_[i][j] = t2;
            div[i][j] = 1.0f / t2;
            for (int k = 0; k < 128; k++)
                mul[i][j][k] = sub[i][j][k] * div[i][j] * layernorm1_weight[k];
        }
}

/* 6  mul27 multiheadattention1.qkv.weight                             nanogpt.lua:34 */
static void k6_contract(const float mul[restrict 12][64][128],
                        const float qkv_weight[restrict 128][384],
                        float contract[restrict 12][64][384])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 6; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{4, 8192}, {64, 128}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{128, 1, 384}};
            mf_productf(2, rows, 1, columns, 1, terms, &mul[4 * i][0][0],
                        &qkv_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    for (int m = 0; m < 64; m++)
                        contract[4 * i + k][l][64 * j + m] = acc[64 * k + l][m];
        }
}

/* 7  where(iota >= iota, reshape(slice(contract29)) reshape(slice...  nanogpt.lua:34 */
static void k7_where(const float contract[restrict 12][64][384],
                     float where[restrict 12][4][64][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 384}};
            static const MfAxis columns[] = {{64, 384}};
            static const MfTerm terms[] = {{32, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &contract[i][0][32 * j],
                        &contract[i][0][32 * j + 128], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[k][l] / 5.656854f;
                    where[i][j][k][l] = k >= l ? t : -INFINITY;
                }
        }
}

/* 8  max(where38)
 *    exp(where38 - max39)
 *    sum(exp42)
 *    exp42 / sum43                                                    nanogpt.lua:34 */
static void k8_div(const float where[restrict 12][4][64][64],
                   float exp[restrict 12][4][64][64], float sum[restrict 12][4][64],
                   float div[restrict 12][4][64][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 4; k++) {
                float maxs[16];
                for (int r = 0; r < 16; r++) {
                    float lane[16];
                    for (int i0 = 0; i0 < 16; i0++)
                        lane[i0] = -INFINITY;
                    for (int l = 0; l < 4; l++) {
                        MF_ROLLED
                        for (int m = 0; m < 16; m++) {
                            lane[m] =
                                mf_maxf(where[i][j][16 * k + r][16 * l + m], lane[m]);
                        }
                    }
                    const float top = mf_max16f(lane);
                    maxs[r] = top;
                }
                for (int r = 0; r < 16; r++) {
                    const float max = maxs[r];
                    for (int l = 0; l < 64; l++) {
                        const float t = where[i][j][16 * k + r][l] - max;
                        exp[i][j][16 * k + r][l] = mf_expf(t);
                    }
                }
                for (int r = 0; r < 16; r++) {
                    float lane[16] = {0};
                    for (int l = 0; l < 4; l++) {
                        MF_ROLLED
                        for (int m = 0; m < 16; m++)
                            lane[m] += exp[i][j][16 * k + r][16 * l + m];
                    }
                    const float sum2 = mf_sum16f(lane);
                    sum[i][j][16 * k + r] = sum2;
                }
                for (int r = 0; r < 16; r++)
                    for (int l = 0; l < 64; l++) {
                        const float t = exp[i][j][16 * k + r][l];
                        div[i][j][16 * k + r][l] = t / sum[i][j][16 * k + r];
                    }
            }
}

/* 9  div45 reshape(slice(contract29))                                 nanogpt.lua:34 */
static void k9_contract(const float div[restrict 12][4][64][64],
                        const float contract[restrict 12][64][384],
                        float contract2[restrict 12][64][4][32])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][32];
            static const MfAxis rows[] = {{64, 64}};
            static const MfAxis columns[] = {{32, 1}};
            static const MfTerm terms[] = {{64, 1, 384}};
            mf_productf(1, rows, 1, columns, 1, terms, &div[i][j][0][0],
                        &contract[i][0][32 * j + 256], acc[0], 32);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 32; l++)
                    contract2[i][k][j][l] = acc[k][l];
        }
}

/* 10  gather(embedding1.weight, tokens) + positions + reshape49 ...   nanogpt.lua:34 */
static void k10_add(const float contract[restrict 12][64][128],
                    const float out_weight[restrict 128][128],
                    const int32_t tokens[restrict 12][64],
                    const float embedding1_weight[restrict 65][128],
                    const float positions[restrict 64][128],
                    float add[restrict 12][64][128])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 2; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{4, 8192}, {64, 128}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{128, 1, 128}};
            mf_productf(2, rows, 1, columns, 1, terms, &contract[4 * i][0][0],
                        &out_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    for (int m = 0; m < 64; m++) {
                        const int at = tokens[4 * i + k][l];
                        const float t = embedding1_weight[at][64 * j + m];
                        const float x = t + positions[l][64 * j + m];
                        add[4 * i + k][l][64 * j + m] = x + acc[64 * k + l][m];
                    }
        }
}

/* 11  sum(add52) * 0.0078125
 *     sqrt(sum((add52 - mul55) * (add52 - mul55)) * 0.0078125 + 1e-05)
 *     1 / sqrt62
 *     (add52 - mul55) * div63 * layernorm2.weight                     nanogpt.lua:34 */
static void k11_mul(const float add[restrict 12][64][128],
                    const float layernorm2_weight[restrict 128],
                    float mul[restrict 12][64], float sqrt_[restrict 12][64],
                    float div[restrict 12][64], float mul2[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += add[i][16 * j + r][16 * k + l];
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums[r];
                mul[i][16 * j + r] = sum * 0.0078125f;
            }
            float sums2[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = add[i][16 * j + r][16 * k + l];
                        const float t2 = t - mul[i][16 * j + r];
                        lane[l] += t2 * t2;
                    }
                }
                const float sum2 = mf_sum16f(lane);
                sums2[r] = sum2;
            }
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum2 = sums2[r];
                const float t = sum2 * 0.0078125f;
                const float t2 = sqrtf(t + 1e-05f);
                sqrt_[i][16 * j + r] = t2;
                div[i][16 * j + r] = 1.0f / t2;
            }
            for (int r = 0; r < 16; r++)
                for (int k = 0; k < 128; k++) {
                    const float t = add[i][16 * j + r][k] - mul[i][16 * j + r];
                    const float t2 = t * div[i][16 * j + r];
                    mul2[i][16 * j + r][k] = t2 * layernorm2_weight[k];
                }
        }
}

/* 12  mul68 linear1.weight
 *     1 + erf(contract70 * 0.707107)
 *     0.5 * contract70 * add76                                        nanogpt.lua:34 */
static void k12_mul(const float mul[restrict 12][64][128],
                    const float linear1_weight[restrict 128][512],
                    float contract[restrict 12][64][512],
                    float add[restrict 12][64][512], float mul2[restrict 12][64][512])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 8; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{4, 8192}, {64, 128}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{128, 1, 512}};
            mf_productf(2, rows, 1, columns, 1, terms, &mul[4 * i][0][0],
                        &linear1_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    for (int m = 0; m < 64; m++) {
                        const float t = acc[64 * k + l][m];
                        contract[4 * i + k][l][64 * j + m] = t;
                        const float t2 = 1.0f + mf_erff(t * 0.70710677f);
                        add[4 * i + k][l][64 * j + m] = t2;
                        mul2[4 * i + k][l][64 * j + m] = 0.5f * t * t2;
                    }
        }
}

/* 13  x = add52 + mul77 linear2.weight                                nanogpt.lua:34 */
static void k13_x(const float mul[restrict 12][64][512],
                  const float linear2_weight[restrict 512][128],
                  const float add[restrict 12][64][128], float x[restrict 12][64][128])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 2; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{4, 32768}, {64, 512}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{512, 1, 128}};
            mf_productf(2, rows, 1, columns, 1, terms, &mul[4 * i][0][0],
                        &linear2_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    for (int m = 0; m < 64; m++) {
                        const float t = add[4 * i + k][l][64 * j + m];
                        x[4 * i + k][l][64 * j + m] = t + acc[64 * k + l][m];
                    }
        }
}

/* 14  x + reshape115 multiheadattention2.out.weight                   nanogpt.lua:34 */
static void k14_add(const float contract[restrict 12][64][128],
                    const float out_weight[restrict 128][128],
                    const float x[restrict 12][64][128],
                    float add[restrict 12][64][128])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 2; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{4, 8192}, {64, 128}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{128, 1, 128}};
            mf_productf(2, rows, 1, columns, 1, terms, &contract[4 * i][0][0],
                        &out_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    for (int m = 0; m < 64; m++) {
                        const float t = x[4 * i + k][l][64 * j + m];
                        add[4 * i + k][l][64 * j + m] = t + acc[64 * k + l][m];
                    }
        }
}

/* 15  logits = x embedding1.weight'                                   nanogpt.lua:37 */
static void k15_logits(const float embedding1_weight[restrict 65][128],
                       const float x[restrict 12][64][128],
                       float logits[restrict 12][64][65])
{
    for (int i = 0; i < 12; i++) {
        float acc[64][96];
        static const MfAxis rows[] = {{65, 128}};
        static const MfAxis columns[] = {{64, 128}};
        static const MfTerm terms[] = {{128, 1, 1}};
        mf_product_turnedf(1, rows, 1, columns, 1, terms, &embedding1_weight[0][0],
                           &x[i][0][0], acc[0], 96);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 65; k++)
                logits[i][j][k] = acc[j][k];
    }
}

/* 16  max(logits)
 *     exp(logits - max286)
 *     sum(exp289)
 *     0.00130208 / sum290
 *     dlogits = where(iota == target, -0.00130208, 0) + div345 * ...  nanogpt.lua:38 */
static void k16_dlogits(const float logits[restrict 12][64][65],
                        const int32_t target[restrict 12][64],
                        float max[restrict 12][64], float sum[restrict 12][64],
                        float dlogits[restrict 12][64][65])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            for (int r = 0; r < 16; r++) {
                float lane[16];
                for (int i0 = 0; i0 < 16; i0++)
                    lane[i0] = -INFINITY;
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] = mf_maxf(logits[i][16 * j + r][16 * k + l], lane[l]);
                }
                lane[0] = mf_maxf(logits[i][16 * j + r][64], lane[0]);
                const float top = mf_max16f(lane);
                max[i][16 * j + r] = top;
            }
            float exp[16][65];
            for (int r = 0; r < 16; r++)
                for (int k = 0; k < 65; k++)
                    exp[r][k] = mf_expf(logits[i][16 * j + r][k] - max[i][16 * j + r]);
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += exp[r][16 * k + l];
                }
                lane[0] += exp[r][64];
                const float sum2 = mf_sum16f(lane);
                sum[i][16 * j + r] = sum2;
                sums[r] = sum2;
            }
            float divs[16];
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum2 = sums[r];
                divs[r] = 0.0013020834f / sum2;
            }
            for (int r = 0; r < 16; r++) {
                const float div = divs[r];
                for (int k = 0; k < 65; k++) {
                    const bool t = k == target[i][16 * j + r];
                    const float t2 = t ? -0.0013020834f : 0.0f;
                    dlogits[i][16 * j + r][k] = t2 + div * exp[r][k];
                }
            }
        }
}

/* 17  loss = sum(log(sum290) - gather(logits - max286, target)) /...  nanogpt.lua:38 */
static void k17_loss(const int32_t target[restrict 12][64],
                     const float sum[restrict 12][64],
                     const float logits[restrict 12][64][65],
                     const float max[restrict 12][64], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const int at = target[i][16 * j + k];
                const float t = logits[i][16 * j + k][at] - max[i][16 * j + k];
                lane[k] += mf_logf(sum[i][16 * j + k]) - t;
            }
        }
    const float sum2 = mf_sum16f(lane);
    *loss = sum2 / 768.0f;
}

/* 18  dx = dlogits embedding1.weight                                  nanogpt.lua:37 */
static void k18_dx(const float dlogits[restrict 12][64][65],
                   const float embedding1_weight[restrict 65][128],
                   float dx[restrict 12][64][128])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 2; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{4, 4160}, {64, 65}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{65, 1, 128}};
            mf_productf(2, rows, 1, columns, 1, terms, &dlogits[4 * i][0][0],
                        &embedding1_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    for (int m = 0; m < 64; m++)
                        dx[4 * i + k][l][64 * j + m] = acc[64 * k + l][m];
        }
}

/* 19  sum(dx * layernorm9.weight * (x - mul271)) * div279 / sqrt278 * -0.5 / ...
 *     dx * layernorm9.weight * div279 + div359 * 0.0078125 * (x - mul271) + ...
 *     sum(add364) * -0.0078125
 *     dx = add364 + mul367                                            nanogpt.lua:36 */
static void k19_dx(const float dx[restrict 12][64][128],
                   const float layernorm9_weight[restrict 128],
                   const float x[restrict 12][64][128],
                   const float mul[restrict 12][64], const float div[restrict 12][64],
                   const float sqrt_[restrict 12][64], float dx2[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 8; j++) {
            float sums[8];
            for (int r = 0; r < 8; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = layernorm9_weight[16 * k + l];
                        const float t2 = dx[i][8 * j + r][16 * k + l] * t;
                        const float t3 = x[i][8 * j + r][16 * k + l];
                        lane[l] += t2 * (t3 - mul[i][8 * j + r]);
                    }
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            float divs[8];
            MF_ROLLED
            for (int r = 0; r < 8; r++) {
                const float sum = sums[r];
                const float t = sum * div[i][8 * j + r];
                const float t2 = t / sqrt_[i][8 * j + r];
                divs[r] = t2 * -0.5f / sqrt_[i][8 * j + r];
            }
            float add[8][128];
            for (int r = 0; r < 8; r++) {
                const float div2 = divs[r];
                for (int k = 0; k < 128; k++) {
                    const float t = x[i][8 * j + r][k] - mul[i][8 * j + r];
                    const float t3 = div2 * 0.0078125f * t;
                    const float t2 = dx[i][8 * j + r][k] * layernorm9_weight[k];
                    add[r][k] = t2 * div[i][8 * j + r] + t3 + t3;
                }
            }
            float sums2[8];
            for (int r = 0; r < 8; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += add[r][16 * k + l];
                }
                const float sum2 = mf_sum16f(lane);
                sums2[r] = sum2;
            }
            float muls[8];
            MF_ROLLED
            for (int r = 0; r < 8; r++) {
                const float sum2 = sums2[r];
                muls[r] = sum2 * -0.0078125f;
            }
            for (int r = 0; r < 8; r++) {
                const float mul2 = muls[r];
                for (int k = 0; k < 128; k++)
                    dx2[i][8 * j + r][k] = add[r][k] + mul2;
            }
        }
}

/* 20  dlayernorm9.weight = sum(dx * ((x - mul271) * div279))          nanogpt.lua:36 */
static void k20_dlayernorm9_weight(const float dx[restrict 12][64][128],
                                   const float x[restrict 12][64][128],
                                   const float mul[restrict 12][64],
                                   const float div[restrict 12][64],
                                   float dlayernorm9_weight[restrict 128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 12; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = (x[j][k][64 * i + l] - mul[j][k]) * div[j][k];
                    acc[l] += dx[j][k][64 * i + l] * t;
                }
        for (int j = 0; j < 64; j++)
            dlayernorm9_weight[64 * i + j] = acc[j];
    }
}

/* 21  dx linear8.weight' * (0.5 * contract261) * (1.12838 * exp(-...  nanogpt.lua:34 */
static void k21_add(const float dx[restrict 12][64][128],
                    const float linear8_weight[restrict 512][128],
                    const float add[restrict 12][64][512],
                    float contract[restrict 12][64][512])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 8; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{4, 8192}, {64, 128}};
            static const MfAxis columns[] = {{64, 128}};
            static const MfTerm terms[] = {{128, 1, 1}};
            mf_productf(2, rows, 1, columns, 1, terms, &dx[4 * i][0][0],
                        &linear8_weight[64 * j][0], acc[0], 64);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    for (int m = 0; m < 64; m++) {
                        const float t = acc[64 * k + l][m];
                        const float t2 = contract[4 * i + k][l][64 * j + m];
                        const float t3 = t2 * 0.70710677f;
                        const float t4 = 0.5f * contract[4 * i + k][l][64 * j + m];
                        const float t5 = t * t4 * (1.1283792f * mf_expf(-(t3 * t3)));
                        const float t6 = t * add[4 * i + k][l][64 * j + m] * 0.5f;
                        contract[4 * i + k][l][64 * j + m] = t5 * 0.70710677f + t6;
                    }
        }
}

/* 22  dlinear8.weight = mul266' dx                                    nanogpt.lua:34 */
static void k22_dlinear8_weight(const float mul[restrict 12][64][512],
                                const float dx[restrict 12][64][128],
                                float dlinear8_weight[restrict 512][128])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{256, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{12, 32768, 8192}, {64, 512, 128}};
            mf_productf(1, rows, 1, columns, 2, terms, &mul[0][0][256 * i],
                        &dx[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 256; k++)
                for (int l = 0; l < 64; l++)
                    dlinear8_weight[256 * i + k][64 * j + l] = acc[k][l];
        }
}

/* 23  dlinear7.weight = mul259' add381                                nanogpt.lua:34 */
static void k23_dlinear7_weight(const float mul[restrict 12][64][128],
                                const float add[restrict 12][64][512],
                                float dlinear7_weight[restrict 128][512])
{
    for (int i = 0; i < 8; i++) {
        float acc[128][64];
        static const MfAxis rows[] = {{128, 1}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{12, 8192, 32768}, {64, 128, 512}};
        mf_productf(1, rows, 1, columns, 2, terms, &mul[0][0][0], &add[0][0][64 * i],
                    acc[0], 64);
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 64; k++)
                dlinear7_weight[j][64 * i + k] = acc[j][k];
    }
}

/* 24  add381 linear7.weight'                                          nanogpt.lua:34 */
static void k24_contract(const float add[restrict 12][64][512],
                         const float linear7_weight[restrict 128][512],
                         float contract[restrict 12][64][128])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 2; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{4, 32768}, {64, 512}};
            static const MfAxis columns[] = {{64, 512}};
            static const MfTerm terms[] = {{512, 1, 1}};
            mf_productf(2, rows, 1, columns, 1, terms, &add[4 * i][0][0],
                        &linear7_weight[64 * j][0], acc[0], 64);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    for (int m = 0; m < 64; m++)
                        contract[4 * i + k][l][64 * j + m] = acc[64 * k + l][m];
        }
}

/* 25  sum(contract382 * layernorm8.weight * (add244 - mul246)) * div254 / ...
 *     contract382 * layernorm8.weight * div254 + div390 * 0.0078125 * (add244...
 *     sum(add395) * -0.0078125
 *     dx + add395 + mul398                                            nanogpt.lua:34 */
static void k25_add(const float contract[restrict 12][64][128],
                    const float layernorm8_weight[restrict 128],
                    const float add[restrict 12][64][128],
                    const float mul[restrict 12][64], const float div[restrict 12][64],
                    const float sqrt_[restrict 12][64], float dx[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 8; j++) {
            float sums[8];
            for (int r = 0; r < 8; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = contract[i][8 * j + r][16 * k + l];
                        const float t2 = t * layernorm8_weight[16 * k + l];
                        const float t3 = add[i][8 * j + r][16 * k + l];
                        lane[l] += t2 * (t3 - mul[i][8 * j + r]);
                    }
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            float divs[8];
            MF_ROLLED
            for (int r = 0; r < 8; r++) {
                const float sum = sums[r];
                const float t = sum * div[i][8 * j + r];
                const float t2 = t / sqrt_[i][8 * j + r];
                divs[r] = t2 * -0.5f / sqrt_[i][8 * j + r];
            }
            float add2[8][128];
            for (int r = 0; r < 8; r++) {
                const float div2 = divs[r];
                for (int k = 0; k < 128; k++) {
                    const float t = add[i][8 * j + r][k] - mul[i][8 * j + r];
                    const float t3 = div2 * 0.0078125f * t;
                    const float t2 = contract[i][8 * j + r][k] * layernorm8_weight[k];
                    add2[r][k] = t2 * div[i][8 * j + r] + t3 + t3;
                }
            }
            float sums2[8];
            for (int r = 0; r < 8; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += add2[r][16 * k + l];
                }
                const float sum2 = mf_sum16f(lane);
                sums2[r] = sum2;
            }
            float muls[8];
            MF_ROLLED
            for (int r = 0; r < 8; r++) {
                const float sum2 = sums2[r];
                muls[r] = sum2 * -0.0078125f;
            }
            for (int r = 0; r < 8; r++) {
                const float mul2 = muls[r];
                for (int k = 0; k < 128; k++)
                    dx[i][8 * j + r][k] = dx[i][8 * j + r][k] + add2[r][k] + mul2;
            }
        }
}

/* 26  dmultiheadattention4.out.weight = reshape241' add400            nanogpt.lua:34 */
static void k26_out_weight(const float contract[restrict 12][64][128],
                           const float add[restrict 12][64][128],
                           float out_weight[restrict 128][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[128][64];
        static const MfAxis rows[] = {{128, 1}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{12, 8192, 8192}, {64, 128, 128}};
        mf_productf(1, rows, 1, columns, 2, terms, &contract[0][0][0],
                    &add[0][0][64 * i], acc[0], 64);
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 64; k++)
                out_weight[j][64 * i + k] = acc[j][k];
    }
}

/* 27  add400 multiheadattention4.out.weight'                          nanogpt.lua:34 */
static void k27_contract(const float add[restrict 12][64][128],
                         const float out_weight[restrict 128][128],
                         float contract[restrict 12][64][128])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 2; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{4, 8192}, {64, 128}};
            static const MfAxis columns[] = {{64, 128}};
            static const MfTerm terms[] = {{128, 1, 1}};
            mf_productf(2, rows, 1, columns, 1, terms, &add[4 * i][0][0],
                        &out_weight[64 * j][0], acc[0], 64);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    for (int m = 0; m < 64; m++)
                        contract[4 * i + k][l][64 * j + m] = acc[64 * k + l][m];
        }
}

/* 28  div237' reshape402                                              nanogpt.lua:34 */
static void k28_contract(const float div[restrict 12][4][64][64],
                         const float contract[restrict 12][64][4][32],
                         float contract2[restrict 12][64][4][32])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][32];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{32, 1}};
            static const MfTerm terms[] = {{64, 64, 128}};
            mf_productf(1, rows, 1, columns, 1, terms, &div[i][j][0][0],
                        &contract[i][0][j][0], acc[0], 32);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 32; l++)
                    contract2[i][k][j][l] = acc[k][l];
        }
}

/* 29  reshape402 reshape(slice(contract223))'                         nanogpt.lua:34 */
static void k29_contract(const float contract[restrict 12][64][4][32],
                         const float contract2[restrict 12][64][384],
                         float contract3[restrict 12][4][64][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 128}};
            static const MfAxis columns[] = {{64, 384}};
            static const MfTerm terms[] = {{32, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &contract[i][0][j][0],
                        &contract2[i][0][32 * j + 256], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract3[i][j][k][l] = acc[k][l];
        }
}

/* 30  -sum(contract403 * div237 / sum235)
 *     where(iota >= iota, (contract403 / sum235 + neg408) * exp23...  nanogpt.lua:34 */
static void k30_div(const float contract[restrict 12][4][64][64],
                    const float div[restrict 12][4][64][64],
                    const float sum[restrict 12][4][64],
                    float exp[restrict 12][4][64][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 4; k++) {
                float sums[16];
                for (int r = 0; r < 16; r++) {
                    float lane[16] = {0};
                    for (int l = 0; l < 4; l++) {
                        MF_ROLLED
                        for (int m = 0; m < 16; m++) {
                            const float t = contract[i][j][16 * k + r][16 * l + m];
                            const float t2 = t * div[i][j][16 * k + r][16 * l + m];
                            lane[m] += t2 / sum[i][j][16 * k + r];
                        }
                    }
                    const float sum2 = mf_sum16f(lane);
                    sums[r] = sum2;
                }
                float negs[16];
                MF_ROLLED
                for (int r = 0; r < 16; r++) {
                    const float sum2 = sums[r];
                    negs[r] = -sum2;
                }
                for (int r = 0; r < 16; r++) {
                    const float neg = negs[r];
                    for (int l = 0; l < 64; l++) {
                        /* clang-format off */
                        const float t =
                            (contract[i][j][16 * k + r][l] / sum[i][j][16 * k + r] + neg) * exp[i][j][16 * k + r][l];
                        /* clang-format on */
                        const float t2 = 16 * k + r >= l ? t : 0.0f;
                        exp[i][j][16 * k + r][l] = t2 / 5.656854f;
                    }
                }
            }
}

/* 31  div414 reshape(slice(contract223))                              nanogpt.lua:34 */
static void k31_contract(const float div[restrict 12][4][64][64],
                         const float contract[restrict 12][64][384],
                         float contract2[restrict 12][64][4][32])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][32];
            static const MfAxis rows[] = {{64, 64}};
            static const MfAxis columns[] = {{32, 1}};
            static const MfTerm terms[] = {{64, 1, 384}};
            mf_productf(1, rows, 1, columns, 1, terms, &div[i][j][0][0],
                        &contract[i][0][32 * j + 128], acc[0], 32);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 32; l++)
                    contract2[i][k][j][l] = acc[k][l];
        }
}

/* 32  div414' reshape(slice(contract223))                             nanogpt.lua:34 */
static void k32_contract(const float div[restrict 12][4][64][64],
                         const float contract[restrict 12][64][384],
                         float contract2[restrict 12][64][4][32])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][32];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{32, 1}};
            static const MfTerm terms[] = {{64, 64, 384}};
            mf_productf(1, rows, 1, columns, 1, terms, &div[i][j][0][0],
                        &contract[i][0][32 * j], acc[0], 32);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 32; l++)
                    contract2[i][k][j][l] = acc[k][l];
        }
}

/* 33  concat(reshape416, reshape418, reshape420)                      nanogpt.lua:34 */
static void k33_concat(const float contract[restrict 12][64][128],
                       const float contract2[restrict 12][64][128],
                       const float contract3[restrict 12][64][128],
                       float concat[restrict 12][64][384])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 128; k++)
                concat[i][j][k] = contract[i][j][k];
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 128; k++)
                concat[i][j][k + 128] = contract2[i][j][k];
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 128; k++)
                concat[i][j][k + 256] = contract3[i][j][k];
}

/* 34  dmultiheadattention4.qkv.weight = mul221' concat421             nanogpt.lua:34 */
static void k34_qkv_weight(const float mul[restrict 12][64][128],
                           const float concat[restrict 12][64][384],
                           float qkv_weight[restrict 128][384])
{
    for (int i = 0; i < 6; i++) {
        float acc[128][64];
        static const MfAxis rows[] = {{128, 1}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{12, 8192, 24576}, {64, 128, 384}};
        mf_productf(1, rows, 1, columns, 2, terms, &mul[0][0][0], &concat[0][0][64 * i],
                    acc[0], 64);
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 64; k++)
                qkv_weight[j][64 * i + k] = acc[j][k];
    }
}

/* 35  concat421 multiheadattention4.qkv.weight'                       nanogpt.lua:34 */
static void k35_contract(const float concat[restrict 12][64][384],
                         const float qkv_weight[restrict 128][384],
                         float contract[restrict 12][64][128])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 2; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{4, 24576}, {64, 384}};
            static const MfAxis columns[] = {{64, 384}};
            static const MfTerm terms[] = {{384, 1, 1}};
            mf_productf(2, rows, 1, columns, 1, terms, &concat[4 * i][0][0],
                        &qkv_weight[64 * j][0], acc[0], 64);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    for (int m = 0; m < 64; m++)
                        contract[4 * i + k][l][64 * j + m] = acc[64 * k + l][m];
        }
}

/* 36  sum(contract629 * layernorm1.weight * sub14) * div22 / sqrt21 * -0.5 / ...
 *     contract629 * layernorm1.weight * div22 + div637 * 0.0078125 * sub14 + ...
 *     sum(add642) * -0.0078125                                        nanogpt.lua:34 */
static void k36_mul(const float contract[restrict 12][64][128],
                    const float layernorm1_weight[restrict 128],
                    const float sub[restrict 12][64][128],
                    const float div[restrict 12][64], float add[restrict 12][64][128],
                    float sqrt_[restrict 12][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = contract[i][16 * j + r][16 * k + l];
                        const float t2 = t * layernorm1_weight[16 * k + l];
                        lane[l] += t2 * sub[i][16 * j + r][16 * k + l];
                    }
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            float divs[16];
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums[r];
                const float t = sum * div[i][16 * j + r];
                const float t2 = t / sqrt_[i][16 * j + r];
                divs[r] = t2 * -0.5f / sqrt_[i][16 * j + r];
            }
            for (int r = 0; r < 16; r++) {
                const float div2 = divs[r];
                for (int k = 0; k < 128; k++) {
                    const float t = div2 * 0.0078125f * sub[i][16 * j + r][k];
                    const float t2 = contract[i][16 * j + r][k] * layernorm1_weight[k];
                    add[i][16 * j + r][k] = t2 * div[i][16 * j + r] + t + t;
                }
            }
            float sums2[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += add[i][16 * j + r][16 * k + l];
                }
                const float sum2 = mf_sum16f(lane);
                sums2[r] = sum2;
            }
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum2 = sums2[r];
                sqrt_[i][16 * j + r] = sum2 * -0.0078125f;
            }
        }
}

/* 37  dlayernorm1.weight = sum(contract629 * (sub14 * div22))         nanogpt.lua:34 */
static void k37_dlayernorm1_weight(const float contract[restrict 12][64][128],
                                   const float sub[restrict 12][64][128],
                                   const float div[restrict 12][64],
                                   float dlayernorm1_weight[restrict 128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 12; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = sub[j][k][64 * i + l] * div[j][k];
                    acc[l] += contract[j][k][64 * i + l] * t;
                }
        for (int j = 0; j < 64; j++)
            dlayernorm1_weight[64 * i + j] = acc[j];
    }
}

/* 38  dpositions = sum(add608 + add642 + mul645)                      nanogpt.lua:32 */
static void k38_dpositions(const float add[restrict 12][64][128],
                           const float add2[restrict 12][64][128],
                           const float mul[restrict 12][64],
                           float dpositions[restrict 64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64] = {0};
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = add[k][i][64 * j + l] + add2[k][i][64 * j + l];
                    acc[l] += t + mul[k][i];
                }
            for (int k = 0; k < 64; k++)
                dpositions[i][64 * j + k] = acc[k];
        }
}

/* 39  scatter(add608 + add642 + mul645, tokens)                       nanogpt.lua:32 */
static void k39_scatter(const int32_t tokens[restrict 12][64],
                        const float add[restrict 12][64][128],
                        const float add2[restrict 12][64][128],
                        const float mul[restrict 12][64],
                        float scatter[restrict 65][128])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 128; j++)
            scatter[i][j] = 0.0f;
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 128; k++) {
                const int at = tokens[i][j];
                scatter[at][k] += add[i][j][k] + add2[i][j][k] + mul[i][j];
            }
}

/* 40  dembedding1.weight = dlogits' x + scatter648                    nanogpt.lua:32 */
static void k40_dembedding1_weight(const float dlogits[restrict 12][64][65],
                                   const float x[restrict 12][64][128],
                                   float scatter[restrict 65][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[65][64];
        static const MfAxis rows[] = {{65, 1}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{12, 4160, 8192}, {64, 65, 128}};
        mf_productf(1, rows, 1, columns, 2, terms, &dlogits[0][0][0], &x[0][0][64 * i],
                    acc[0], 64);
        for (int j = 0; j < 65; j++)
            for (int k = 0; k < 64; k++)
                scatter[j][64 * i + k] = acc[j][k] + scatter[j][64 * i + k];
    }
}

/* 41  sum(dembedding1.weight * dembedding1.weight) + sum(dpositio...  nanogpt.lua:44 */
static void k41_add(const float dembedding1_weight[restrict 65][128],
                    const float dpositions[restrict 64][128], float *restrict add)
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
    *add = sum + sum2;
}

/* 42  add655 + sum(dmultiheadattention1.qkv.weight * ...              nanogpt.lua:44 */
static void k42_add(const float qkv_weight[restrict 128][384], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 24; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += qkv_weight[i][16 * j + k] * qkv_weight[i][16 * j + k];
        }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 43  add659 + sum(dmultiheadattention1.out.weight * ...              nanogpt.lua:44 */
static void k43_add(const float out_weight[restrict 128][128], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += out_weight[i][16 * j + k] * out_weight[i][16 * j + k];
        }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 44  add663 + sum(dlayernorm1.weight * dlayernorm1.weight)           nanogpt.lua:44 */
static void k44_add(const float dlayernorm1_weight[restrict 128], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 8; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += dlayernorm1_weight[16 * i + j] * dlayernorm1_weight[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 45  add673 + sum(dlinear1.weight * dlinear1.weight)                 nanogpt.lua:44 */
static void k45_add(const float dlinear1_weight[restrict 128][512], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = dlinear1_weight[i][16 * j + k];
                lane[k] += t * dlinear1_weight[i][16 * j + k];
            }
        }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 46  add677 + sum(dlinear2.weight * dlinear2.weight)                 nanogpt.lua:44 */
static void k46_add(const float dlinear2_weight[restrict 512][128], float *restrict add)
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
    *add = *add + sum;
}

/* 47  1 / (sqrt(add759 + sum(dlayernorm9.weight * dlayernorm9.wei...  nanogpt.lua:44 */
static void k47_div(const float dlayernorm9_weight[restrict 128], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 8; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += dlayernorm9_weight[16 * i + j] * dlayernorm9_weight[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    const float t = *add + sum;
    const float grad_norm = sqrtf(t);
    *add = 1.0f / (grad_norm + 1e-06f);
}

/* 48  adamw.m.embedding1.weight = where(abs(beta1 * adamw.m.embed...  nanogpt.lua:44 */
static void k48_m_embedding1_weight(float beta1,
                                    const float dembedding1_weight[restrict 65][128],
                                    float div,
                                    float m_embedding1_weight[restrict 65][128])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (dembedding1_weight[i][j] * clip);
            const float t2 = beta1 * m_embedding1_weight[i][j] + t;
            m_embedding1_weight[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        }
}

/* 49  adamw.v.positions = where(abs(beta2 * adamw.v.positions + (...  nanogpt.lua:44 */
static void k49_adamw_v_positions(float beta2, const float dpositions[restrict 64][128],
                                  float div, float adamw_v_positions[restrict 64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = dpositions[i][j] * clip;
            const float t2 = beta2 * adamw_v_positions[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            adamw_v_positions[i][j] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
        }
}

/* 50  adamw.v.multiheadattention1.qkv.weight = where(abs(beta2 * ...  nanogpt.lua:44 */
static void k50_qkv_weight(float beta2, const float qkv_weight[restrict 128][384],
                           float div, float qkv_weight2[restrict 128][384])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 384; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = qkv_weight[i][j] * clip;
            const float t2 = beta2 * qkv_weight2[i][j] + (1.0f - beta2) * (t * t);
            qkv_weight2[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        }
}

/* 51  adamw.v.multiheadattention1.out.weight = where(abs(beta2 * ...  nanogpt.lua:44 */
static void k51_out_weight(float beta2, const float out_weight[restrict 128][128],
                           float div, float out_weight2[restrict 128][128])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = out_weight[i][j] * clip;
            const float t2 = beta2 * out_weight2[i][j] + (1.0f - beta2) * (t * t);
            out_weight2[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        }
}

/* 52  adamw.v.layernorm1.weight = where(abs(beta2 * adamw.v.layer...  nanogpt.lua:44 */
static void k52_v_layernorm1_weight(float beta2,
                                    const float dlayernorm1_weight[restrict 128],
                                    float div, float v_layernorm1_weight[restrict 128])
{
    for (int i = 0; i < 128; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = dlayernorm1_weight[i] * clip;
        const float t2 = beta2 * v_layernorm1_weight[i];
        const float t2_2 = t2 + (1.0f - beta2) * (t * t);
        v_layernorm1_weight[i] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
    }
}

/* 53  adamw.v.linear1.weight = where(abs(beta2 * adamw.v.linear1....  nanogpt.lua:44 */
static void k53_v_linear1_weight(float beta2,
                                 const float dlinear1_weight[restrict 128][512],
                                 float div, float v_linear1_weight[restrict 128][512])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 512; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = dlinear1_weight[i][j] * clip;
            const float t2 = beta2 * v_linear1_weight[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            v_linear1_weight[i][j] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
        }
}

/* 54  adamw.v.linear2.weight = where(abs(beta2 * adamw.v.linear2....  nanogpt.lua:44 */
static void k54_v_linear2_weight(float beta2,
                                 const float dlinear2_weight[restrict 512][128],
                                 float div, float v_linear2_weight[restrict 512][128])
{
    for (int i = 0; i < 512; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = dlinear2_weight[i][j] * clip;
            const float t2 = beta2 * v_linear2_weight[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            v_linear2_weight[i][j] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
        }
}

/* 55  adamw.v.embedding1.weight = where(abs(beta2 * adamw.v.embedding1.weight + (1 -...
 *     embedding1.weight = embedding1.weight * (1 - where322 * wei...  nanogpt.lua:44 */
static void k55_embedding1_weight(float beta2,
                                  const float dembedding1_weight[restrict 65][128],
                                  float div, float where, float weight_decay,
                                  float div2, const float where2[restrict 65][128],
                                  float sqrt_, float eps,
                                  float v_embedding1_weight[restrict 65][128],
                                  float embedding1_weight[restrict 65][128])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = dembedding1_weight[i][j] * clip;
            const float t2 = beta2 * v_embedding1_weight[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            const float t3 = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
            v_embedding1_weight[i][j] = t3;
            const float t4 = embedding1_weight[i][j] * (1.0f - where * weight_decay);
            const float t5 = div2 * where2[i][j] / (sqrtf(t3) / sqrt_ + eps);
            embedding1_weight[i][j] = t4 - t5;
        }
}

/* 56  adamw.m.positions = where(abs(beta1 * adamw.m.positions + (1 - beta1) * (dposi...
 *     positions = positions * (1 - where322 * weight_decay) - div...  nanogpt.lua:44 */
static void k56_positions(float beta1, const float dpositions[restrict 64][128],
                          float div, float where, float weight_decay, float div2,
                          const float where2[restrict 64][128], float sqrt_, float eps,
                          float adamw_m_positions[restrict 64][128],
                          float positions[restrict 64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (dpositions[i][j] * clip);
            const float t2 = beta1 * adamw_m_positions[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            adamw_m_positions[i][j] = t2_2;
            const float t3 = div2 * t2_2 / (sqrtf(where2[i][j]) / sqrt_ + eps);
            positions[i][j] = positions[i][j] * (1.0f - where * weight_decay) - t3;
        }
}

/* 57  adamw.m.multiheadattention1.qkv.weight = where(abs(beta1 * adamw.m.multiheadat...
 *     multiheadattention1.qkv.weight = multiheadattention1.qkv.we...  nanogpt.lua:44 */
static void k57_qkv_weight(float beta1, const float qkv_weight[restrict 128][384],
                           float div, float where, float weight_decay, float div2,
                           const float where2[restrict 128][384], float sqrt_,
                           float eps, float qkv_weight2[restrict 128][384],
                           float qkv_weight3[restrict 128][384])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 384; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (qkv_weight[i][j] * clip);
            const float t2 = beta1 * qkv_weight2[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            qkv_weight2[i][j] = t2_2;
            const float t3 = qkv_weight3[i][j] * (1.0f - where * weight_decay);
            qkv_weight3[i][j] = t3 - div2 * t2_2 / (sqrtf(where2[i][j]) / sqrt_ + eps);
        }
}

/* 58  adamw.m.multiheadattention1.out.weight = where(abs(beta1 * adamw.m.multiheadat...
 *     multiheadattention1.out.weight = multiheadattention1.out.we...  nanogpt.lua:44 */
static void k58_out_weight(float beta1, const float out_weight[restrict 128][128],
                           float div, float where, float weight_decay, float div2,
                           const float where2[restrict 128][128], float sqrt_,
                           float eps, float out_weight2[restrict 128][128],
                           float out_weight3[restrict 128][128])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (out_weight[i][j] * clip);
            const float t2 = beta1 * out_weight2[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            out_weight2[i][j] = t2_2;
            const float t3 = out_weight3[i][j] * (1.0f - where * weight_decay);
            out_weight3[i][j] = t3 - div2 * t2_2 / (sqrtf(where2[i][j]) / sqrt_ + eps);
        }
}

/* 59  adamw.m.layernorm1.weight = where(abs(beta1 * adamw.m.layernorm1.weight + (1 -...
 *     layernorm1.weight = layernorm1.weight - div331 * where918 /...  nanogpt.lua:44 */
static void k59_layernorm1_weight(float beta1,
                                  const float dlayernorm1_weight[restrict 128],
                                  float div, float div2,
                                  const float where[restrict 128], float sqrt_,
                                  float eps, float m_layernorm1_weight[restrict 128],
                                  float layernorm1_weight[restrict 128])
{
    for (int i = 0; i < 128; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = (1.0f - beta1) * (dlayernorm1_weight[i] * clip);
        const float t2 = beta1 * m_layernorm1_weight[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        m_layernorm1_weight[i] = t2_2;
        const float t3 = div2 * t2_2 / (sqrtf(where[i]) / sqrt_ + eps);
        layernorm1_weight[i] = layernorm1_weight[i] - t3;
    }
}

/* 60  adamw.m.linear1.weight = where(abs(beta1 * adamw.m.linear1.weight + (1 - beta1...
 *     linear1.weight = linear1.weight * (1 - where322 * weight_de...  nanogpt.lua:44 */
static void k60_linear1_weight(float beta1,
                               const float dlinear1_weight[restrict 128][512],
                               float div, float where, float weight_decay, float div2,
                               const float where2[restrict 128][512], float sqrt_,
                               float eps, float m_linear1_weight[restrict 128][512],
                               float linear1_weight[restrict 128][512])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 512; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (dlinear1_weight[i][j] * clip);
            const float t2 = beta1 * m_linear1_weight[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            m_linear1_weight[i][j] = t2_2;
            const float t3 = linear1_weight[i][j] * (1.0f - where * weight_decay);
            const float t4 = div2 * t2_2 / (sqrtf(where2[i][j]) / sqrt_ + eps);
            linear1_weight[i][j] = t3 - t4;
        }
}

/* 61  adamw.m.linear2.weight = where(abs(beta1 * adamw.m.linear2.weight + (1 - beta1...
 *     linear2.weight = linear2.weight * (1 - where322 * weight_de...  nanogpt.lua:44 */
static void k61_linear2_weight(float beta1,
                               const float dlinear2_weight[restrict 512][128],
                               float div, float where, float weight_decay, float div2,
                               const float where2[restrict 512][128], float sqrt_,
                               float eps, float m_linear2_weight[restrict 512][128],
                               float linear2_weight[restrict 512][128])
{
    for (int i = 0; i < 512; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (dlinear2_weight[i][j] * clip);
            const float t2 = beta1 * m_linear2_weight[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            m_linear2_weight[i][j] = t2_2;
            const float t3 = linear2_weight[i][j] * (1.0f - where * weight_decay);
            const float t4 = div2 * t2_2 / (sqrtf(where2[i][j]) / sqrt_ + eps);
            linear2_weight[i][j] = t3 - t4;
        }
}

/* 62  sum(gather(embedding1.weight, tokens) + positions) * 0.0078125
 *     gather(embedding1.weight, tokens) + positions - mul12
 *     1 / sqrt(sum(sub14 * sub14) * 0.0078125 + 1e-05)
 *     sub14 * div22 * layernorm1.weight                               nanogpt.lua:34 */
static void k62_mul(const int32_t tokens[restrict 12][64],
                    const float embedding1_weight[restrict 65][128],
                    const float positions[restrict 64][128],
                    const float layernorm1_weight[restrict 128],
                    float mul[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const int at = tokens[i][j];
                    const float t = embedding1_weight[at][16 * k + l];
                    lane[l] += t + positions[j][16 * k + l];
                }
            }
            const float sum = mf_sum16f(lane);
            const float mul2 = sum * 0.0078125f;
            float sub[128];
            for (int k = 0; k < 128; k++) {
                const int at = tokens[i][j];
                const float x = embedding1_weight[at][k] + positions[j][k];
                sub[k] = x - mul2;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += sub[16 * k + l] * sub[16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 * 0.0078125f;
            const float t2 = sqrtf(t + 1e-05f);
            const float div = 1.0f / t2;
            for (int k = 0; k < 128; k++)
                mul[i][j][k] = sub[k] * div * layernorm1_weight[k];
        }
}

/* 63  max(where38)
 *     exp(where38 - max39)
 *     sum(exp42)
 *     exp42 / sum43                                                   nanogpt.lua:34 */
static void k63_div(const float where[restrict 12][4][64][64],
                    float div[restrict 12][4][64][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 4; k++) {
                float maxs[16];
                for (int r = 0; r < 16; r++) {
                    float lane[16];
                    for (int i0 = 0; i0 < 16; i0++)
                        lane[i0] = -INFINITY;
                    for (int l = 0; l < 4; l++) {
                        MF_ROLLED
                        for (int m = 0; m < 16; m++) {
                            lane[m] =
                                mf_maxf(where[i][j][16 * k + r][16 * l + m], lane[m]);
                        }
                    }
                    const float top = mf_max16f(lane);
                    maxs[r] = top;
                }
                float exp[16][64];
                for (int r = 0; r < 16; r++) {
                    const float max = maxs[r];
                    for (int l = 0; l < 64; l++)
                        exp[r][l] = mf_expf(where[i][j][16 * k + r][l] - max);
                }
                float sums[16];
                for (int r = 0; r < 16; r++) {
                    float lane[16] = {0};
                    for (int l = 0; l < 4; l++) {
                        MF_ROLLED
                        for (int m = 0; m < 16; m++)
                            lane[m] += exp[r][16 * l + m];
                    }
                    const float sum = mf_sum16f(lane);
                    sums[r] = sum;
                }
                for (int r = 0; r < 16; r++) {
                    const float sum2 = sums[r];
                    for (int l = 0; l < 64; l++)
                        div[i][j][16 * k + r][l] = exp[r][l] / sum2;
                }
            }
}

/* 64  sum(add52) * 0.0078125
 *     1 / sqrt(sum((add52 - mul55) * (add52 - mul55)) * 0.0078125 + 1e-05)
 *     (add52 - mul55) * div63 * layernorm2.weight                     nanogpt.lua:34 */
static void k64_mul(const float add[restrict 12][64][128],
                    const float layernorm2_weight[restrict 128],
                    float mul[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += add[i][16 * j + r][16 * k + l];
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            float muls[16];
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums[r];
                muls[r] = sum * 0.0078125f;
            }
            float sums2[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                const float mul2 = muls[r];
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = add[i][16 * j + r][16 * k + l] - mul2;
                        lane[l] += t * t;
                    }
                }
                const float sum2 = mf_sum16f(lane);
                sums2[r] = sum2;
            }
            float divs[16];
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum2 = sums2[r];
                const float t = sum2 * 0.0078125f;
                const float t2 = sqrtf(t + 1e-05f);
                divs[r] = 1.0f / t2;
            }
            for (int r = 0; r < 16; r++) {
                const float div = divs[r];
                const float mul2 = muls[r];
                for (int k = 0; k < 128; k++) {
                    const float t = (add[i][16 * j + r][k] - mul2) * div;
                    mul[i][16 * j + r][k] = t * layernorm2_weight[k];
                }
            }
        }
}

/* 65  0.5 * mul68 linear1.weight * (1 + erf(mul68 linear1.weight ...  nanogpt.lua:34 */
static void k65_mul(const float mul[restrict 12][64][128],
                    const float linear1_weight[restrict 128][512],
                    float mul2[restrict 12][64][512])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 8; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{4, 8192}, {64, 128}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{128, 1, 512}};
            mf_productf(2, rows, 1, columns, 1, terms, &mul[4 * i][0][0],
                        &linear1_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    for (int m = 0; m < 64; m++) {
                        const float t = acc[64 * k + l][m];
                        const float t2 = 1.0f + mf_erff(t * 0.70710677f);
                        mul2[4 * i + k][l][64 * j + m] = 0.5f * t * t2;
                    }
        }
}

/* 66  x = add52 + mul77 linear2.weight                                nanogpt.lua:34 */
static void k66_x(const float mul[restrict 12][64][512],
                  const float linear2_weight[restrict 512][128],
                  float add[restrict 12][64][128])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 2; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{4, 32768}, {64, 512}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{512, 1, 128}};
            mf_productf(2, rows, 1, columns, 1, terms, &mul[4 * i][0][0],
                        &linear2_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    for (int m = 0; m < 64; m++) {
                        const float t = add[4 * i + k][l][64 * j + m];
                        add[4 * i + k][l][64 * j + m] = t + acc[64 * k + l][m];
                    }
        }
}

/* 67  x + reshape115 multiheadattention2.out.weight                   nanogpt.lua:34 */
static void k67_add(const float contract[restrict 12][64][128],
                    const float out_weight[restrict 128][128],
                    float x[restrict 12][64][128])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 2; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{4, 8192}, {64, 128}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{128, 1, 128}};
            mf_productf(2, rows, 1, columns, 1, terms, &contract[4 * i][0][0],
                        &out_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    for (int m = 0; m < 64; m++) {
                        const float t = x[4 * i + k][l][64 * j + m];
                        x[4 * i + k][l][64 * j + m] = t + acc[64 * k + l][m];
                    }
        }
}

/* 68  max(logits)
 *     sum(exp(logits - max286))                                       nanogpt.lua:38 */
static void k68_sum(const float logits[restrict 12][64][65], float max[restrict 12][64],
                    float sum[restrict 12][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            for (int r = 0; r < 16; r++) {
                float lane[16];
                for (int i0 = 0; i0 < 16; i0++)
                    lane[i0] = -INFINITY;
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] = mf_maxf(logits[i][16 * j + r][16 * k + l], lane[l]);
                }
                lane[0] = mf_maxf(logits[i][16 * j + r][64], lane[0]);
                const float top = mf_max16f(lane);
                max[i][16 * j + r] = top;
            }
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = logits[i][16 * j + r][16 * k + l];
                        lane[l] += mf_expf(t - max[i][16 * j + r]);
                    }
                }
                lane[0] += mf_expf(logits[i][16 * j + r][64] - max[i][16 * j + r]);
                const float sum2 = mf_sum16f(lane);
                sum[i][16 * j + r] = sum2;
            }
        }
}

/* 69  sum(gather(embedding1.weight, tokens) + positions) * 0.0078125
 *     gather(embedding1.weight, tokens) + positions - mul12
 *     1 / sqrt(sum(sub14 * sub14) * 0.0078125 + 1e-05)
 *     sub14 * div22 * layernorm1.weight                               nanogpt.lua:34 */
static void k69_mul(const int32_t tokens[restrict 1][64],
                    const float embedding1_weight[restrict 65][128],
                    const float positions[restrict 64][128],
                    const float layernorm1_weight[restrict 128],
                    float mul[restrict 1][64], float sub[restrict 1][64][128],
                    float div[restrict 1][64], float mul2[restrict 1][64][128])
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
        mul[0][i] = sum * 0.0078125f;
        for (int j = 0; j < 128; j++) {
            const int at = tokens[0][i];
            const float x = embedding1_weight[at][j] + positions[i][j];
            sub[0][i][j] = x - mul[0][i];
        }
        float lane2[16] = {0};
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane2[k] += sub[0][i][16 * j + k] * sub[0][i][16 * j + k];
        }
        const float sum2 = mf_sum16f(lane2);
        const float t = sum2 * 0.0078125f;
        const float t2 = sqrtf(t + 1e-05f);
        div[0][i] = 1.0f / t2;
        for (int j = 0; j < 128; j++)
            mul2[0][i][j] = sub[0][i][j] * div[0][i] * layernorm1_weight[j];
    }
}

/* 70  mul27 multiheadattention1.qkv.weight                            nanogpt.lua:34 */
static void k70_contract(const float mul[restrict 1][64][128],
                         const float qkv_weight[restrict 128][384],
                         float contract[restrict 1][64][384])
{
    for (int i = 0; i < 6; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 128}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{128, 1, 384}};
        mf_productf(1, rows, 1, columns, 1, terms, &mul[0][0][0],
                    &qkv_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                contract[0][j][64 * i + k] = acc[j][k];
    }
}

/* 71  where(iota >= iota, reshape(slice(contract29)) reshape(slic...  nanogpt.lua:34 */
static void k71_where(const float contract[restrict 1][64][384],
                      float where[restrict 1][4][64][64])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 384}};
        static const MfAxis columns[] = {{64, 384}};
        static const MfTerm terms[] = {{32, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &contract[0][0][32 * i],
                    &contract[0][0][32 * i + 128], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] / 5.656854f;
                where[0][i][j][k] = j >= k ? t : -INFINITY;
            }
    }
}

/* 72  max(where38)
 *     exp(where38 - max39)
 *     sum(exp42)
 *     exp42 / sum43                                                   nanogpt.lua:34 */
static void k72_div(const float where[restrict 1][4][64][64],
                    float max[restrict 1][4][64], float exp[restrict 1][4][64][64],
                    float sum[restrict 1][4][64], float div[restrict 1][4][64][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++) {
            for (int r = 0; r < 16; r++) {
                float lane[16];
                for (int i0 = 0; i0 < 16; i0++)
                    lane[i0] = -INFINITY;
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] = mf_maxf(where[0][i][16 * j + r][16 * k + l], lane[l]);
                }
                const float top = mf_max16f(lane);
                max[0][i][16 * j + r] = top;
            }
            for (int r = 0; r < 16; r++)
                for (int k = 0; k < 64; k++) {
                    const float t = where[0][i][16 * j + r][k];
                    exp[0][i][16 * j + r][k] = mf_expf(t - max[0][i][16 * j + r]);
                }
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] += exp[0][i][16 * j + r][16 * k + l];
                }
                const float sum2 = mf_sum16f(lane);
                sum[0][i][16 * j + r] = sum2;
            }
            for (int r = 0; r < 16; r++)
                for (int k = 0; k < 64; k++) {
                    const float t = exp[0][i][16 * j + r][k];
                    div[0][i][16 * j + r][k] = t / sum[0][i][16 * j + r];
                }
        }
}

/* 73  div45 reshape(slice(contract29))                                nanogpt.lua:34 */
static void k73_contract(const float div[restrict 1][4][64][64],
                         const float contract[restrict 1][64][384],
                         float contract2[restrict 1][64][4][32])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][32];
        static const MfAxis rows[] = {{64, 64}};
        static const MfAxis columns[] = {{32, 1}};
        static const MfTerm terms[] = {{64, 1, 384}};
        mf_productf(1, rows, 1, columns, 1, terms, &div[0][i][0][0],
                    &contract[0][0][32 * i + 256], acc[0], 32);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 32; k++)
                contract2[0][j][i][k] = acc[j][k];
    }
}

/* 74  gather(embedding1.weight, tokens) + positions + reshape49 ...   nanogpt.lua:34 */
static void k74_add(const float contract[restrict 1][64][128],
                    const float out_weight[restrict 128][128],
                    const int32_t tokens[restrict 1][64],
                    const float embedding1_weight[restrict 65][128],
                    const float positions[restrict 64][128],
                    float add[restrict 1][64][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 128}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{128, 1, 128}};
        mf_productf(1, rows, 1, columns, 1, terms, &contract[0][0][0],
                    &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const int at = tokens[0][j];
                const float t = embedding1_weight[at][64 * i + k];
                const float x = t + positions[j][64 * i + k];
                add[0][j][64 * i + k] = x + acc[j][k];
            }
    }
}

/* 75  sum(add52) * 0.0078125
 *     1 / sqrt(sum((add52 - mul55) * (add52 - mul55)) * 0.0078125 + 1e-05)
 *     (add52 - mul55) * div63 * layernorm2.weight                     nanogpt.lua:34 */
static void k75_mul(const float add[restrict 1][64][128],
                    const float layernorm2_weight[restrict 128],
                    float mul[restrict 1][64], float div[restrict 1][64],
                    float mul2[restrict 1][64][128])
{
    for (int i = 0; i < 4; i++) {
        float sums[16];
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            for (int j = 0; j < 8; j++) {
                MF_ROLLED
                for (int k = 0; k < 16; k++)
                    lane[k] += add[0][16 * i + r][16 * j + k];
            }
            const float sum = mf_sum16f(lane);
            sums[r] = sum;
        }
        MF_ROLLED
        for (int r = 0; r < 16; r++) {
            const float sum = sums[r];
            mul[0][16 * i + r] = sum * 0.0078125f;
        }
        float sums2[16];
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            for (int j = 0; j < 8; j++) {
                MF_ROLLED
                for (int k = 0; k < 16; k++) {
                    const float t = add[0][16 * i + r][16 * j + k];
                    const float t2 = t - mul[0][16 * i + r];
                    lane[k] += t2 * t2;
                }
            }
            const float sum2 = mf_sum16f(lane);
            sums2[r] = sum2;
        }
        MF_ROLLED
        for (int r = 0; r < 16; r++) {
            const float sum2 = sums2[r];
            const float t = sum2 * 0.0078125f;
            const float t2 = sqrtf(t + 1e-05f);
            div[0][16 * i + r] = 1.0f / t2;
        }
        for (int r = 0; r < 16; r++)
            for (int j = 0; j < 128; j++) {
                const float t = add[0][16 * i + r][j] - mul[0][16 * i + r];
                mul2[0][16 * i + r][j] = t * div[0][16 * i + r] * layernorm2_weight[j];
            }
    }
}

/* 76  0.5 * mul68 linear1.weight * (1 + erf(mul68 linear1.weight ...  nanogpt.lua:34 */
static void k76_mul(const float mul[restrict 1][64][128],
                    const float linear1_weight[restrict 128][512],
                    float mul2[restrict 1][64][512])
{
    for (int i = 0; i < 8; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 128}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{128, 1, 512}};
        mf_productf(1, rows, 1, columns, 1, terms, &mul[0][0][0],
                    &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k];
                mul2[0][j][64 * i + k] = 0.5f * t * (1.0f + mf_erff(t * 0.70710677f));
            }
    }
}

/* 77  x = add52 + mul77 linear2.weight                                nanogpt.lua:34 */
static void k77_x(const float mul[restrict 1][64][512],
                  const float linear2_weight[restrict 512][128],
                  float add[restrict 1][64][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 512}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{512, 1, 128}};
        mf_productf(1, rows, 1, columns, 1, terms, &mul[0][0][0],
                    &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                add[0][j][64 * i + k] = add[0][j][64 * i + k] + acc[j][k];
    }
}

/* 78  x + reshape115 multiheadattention2.out.weight                   nanogpt.lua:34 */
static void k78_add(const float contract[restrict 1][64][128],
                    const float out_weight[restrict 128][128],
                    float x[restrict 1][64][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 128}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{128, 1, 128}};
        mf_productf(1, rows, 1, columns, 1, terms, &contract[0][0][0],
                    &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                x[0][j][64 * i + k] = x[0][j][64 * i + k] + acc[j][k];
    }
}

/* 79  logits = x embedding1.weight'                                   nanogpt.lua:37 */
static void k79_logits(const float embedding1_weight[restrict 65][128],
                       const float x[restrict 1][64][128],
                       float logits[restrict 1][64][65])
{
    float acc[64][96];
    static const MfAxis rows[] = {{65, 128}};
    static const MfAxis columns[] = {{64, 128}};
    static const MfTerm terms[] = {{128, 1, 1}};
    mf_product_turnedf(1, rows, 1, columns, 1, terms, &embedding1_weight[0][0],
                       &x[0][0][0], acc[0], 96);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 65; j++)
            logits[0][i][j] = acc[i][j];
}

/* 80  max(logits)
 *     sum(exp(logits - max286))                                       nanogpt.lua:38 */
static void k80_sum(const float logits[restrict 1][64][65], float max[restrict 1][64],
                    float sum[restrict 1][64])
{
    for (int i = 0; i < 4; i++) {
        for (int r = 0; r < 16; r++) {
            float lane[16];
            for (int i0 = 0; i0 < 16; i0++)
                lane[i0] = -INFINITY;
            for (int j = 0; j < 4; j++) {
                MF_ROLLED
                for (int k = 0; k < 16; k++)
                    lane[k] = mf_maxf(logits[0][16 * i + r][16 * j + k], lane[k]);
            }
            lane[0] = mf_maxf(logits[0][16 * i + r][64], lane[0]);
            const float top = mf_max16f(lane);
            max[0][16 * i + r] = top;
        }
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            for (int j = 0; j < 4; j++) {
                MF_ROLLED
                for (int k = 0; k < 16; k++) {
                    const float t = logits[0][16 * i + r][16 * j + k];
                    lane[k] += mf_expf(t - max[0][16 * i + r]);
                }
            }
            lane[0] += mf_expf(logits[0][16 * i + r][64] - max[0][16 * i + r]);
            const float sum2 = mf_sum16f(lane);
            sum[0][16 * i + r] = sum2;
        }
    }
}

/* 81  loss = sum(log(sum290) - gather(logits - max286, target)) *...  nanogpt.lua:38 */
static void k81_loss(const int32_t target[restrict 1][64],
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

/* 82  embedding1.weight = 0.02 * (sqrt(-2 * log1p(-init embedding...  nanogpt.lua:29 */
static void k82_embedding1_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 83  positions = 0.02 * (sqrt(-2 * log1p(-init positions)) * cos...  nanogpt.lua:30 */
static void k83_positions(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 84  multiheadattention1.qkv.weight = 0.02 * (sqrt(-2 * log1p(-i...  nanogpt.lua:17 */
static void k84_qkv_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 85  multiheadattention1.out.weight = 0.00707107 * (sqrt(-2 * lo...  nanogpt.lua:17 */
static void k85_out_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 86  layernorm1.weight = 1                                           nanogpt.lua:20 */
static void k86_layernorm1_weight(float layernorm1_weight[restrict 128])
{
    for (int i = 0; i < 128; i++)
        layernorm1_weight[i] = 1.0f;
}

/* 87  linear1.weight = 0.02 * (sqrt(-2 * log1p(-init linear1.weig...  nanogpt.lua:23 */
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

/* 88  linear2.weight = 0.00707107 * (sqrt(-2 * log1p(-init linear...  nanogpt.lua:24 */
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

/* 89  1                                                               nanogpt.lua:20 */
static void k89_layernorm1_weight(const float full[restrict 128],
                                  float layernorm2_weight[restrict 128])
{
    for (int i = 0; i < 128; i++)
        layernorm2_weight[i] = full[i];
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
    memset(net, 0, sizeof *net);
    net->seed = seed;
    k82_embedding1_weight(net->step, net->seed, 0x8e02a496dde5f4au, 0xe94c3c713ba8f944u,
                          net->embedding1_weight);
    k83_positions(net->step, net->seed, 0x8c8a6c6fc0003907u, 0x5057d4c23d038ed9u,
                  net->positions);
    k84_qkv_weight(net->step, net->seed, 0x12be7771552f14b7u, 0xcfd333180247daa7u,
                   net->block[0].multiheadattention1_qkv_weight);
    k85_out_weight(net->step, net->seed, 0x2cbf271db6e55abdu, 0xa4404b357576da69u,
                   net->block[0].multiheadattention1_out_weight);
    k86_layernorm1_weight(net->block[0].layernorm1_weight);
    k87_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, 0x7f018379fddf372fu,
                       net->block[0].linear1_weight);
    k88_linear2_weight(net->step, net->seed, 0xb9800f9db6736de7u, 0x98806bfa11b20ff3u,
                       net->block[0].linear2_weight);
    k84_qkv_weight(net->step, net->seed, 0xbdb6ae06579dbe1bu, 0xdf3b50a971395afeu,
                   net->block[1].multiheadattention1_qkv_weight);
    k85_out_weight(net->step, net->seed, 0xdcb3d36500cc923bu, 0x5f7a4f4ad94a35e3u,
                   net->block[1].multiheadattention1_out_weight);
    k87_linear1_weight(net->step, net->seed, 0xdc0755dd0e317fe0u, 0xab60295f7bebb0f1u,
                       net->block[1].linear1_weight);
    k88_linear2_weight(net->step, net->seed, 0xb04297c53c5008bau, 0x4d0194f5fc72826bu,
                       net->block[1].linear2_weight);
    k84_qkv_weight(net->step, net->seed, 0x35e4cb2b9aabb25u, 0xf5f30e499f6e6483u,
                   net->block[2].multiheadattention1_qkv_weight);
    k85_out_weight(net->step, net->seed, 0xcb8f26f91b7e41c4u, 0x152f59eba8236367u,
                   net->block[2].multiheadattention1_out_weight);
    k87_linear1_weight(net->step, net->seed, 0x149eb5010972c4eau, 0xaf00080be804b25eu,
                       net->block[2].linear1_weight);
    k88_linear2_weight(net->step, net->seed, 0x79ef3c2dc1dd66f8u, 0x6177670d761be2f4u,
                       net->block[2].linear2_weight);
    k84_qkv_weight(net->step, net->seed, 0xdb13a0bcac4bc8f0u, 0x262461ce35ad7030u,
                   net->block[3].multiheadattention1_qkv_weight);
    k85_out_weight(net->step, net->seed, 0x548db890b1ffedbbu, 0xd3e0a30d585fc1d1u,
                   net->block[3].multiheadattention1_out_weight);
    k87_linear1_weight(net->step, net->seed, 0x4b56c098fe3d3d6eu, 0x64dd5254b314eb9au,
                       net->block[3].linear1_weight);
    k88_linear2_weight(net->step, net->seed, 0xcfa53ae04f1d2f5u, 0x2804db7db72f0574u,
                       net->block[3].linear2_weight);
    net->total_steps = 2e+03f;
    net->weight_decay = 0.1f;
    net->beta1 = 0.9f;
    net->beta2 = 0.99f;
    net->eps = 1e-08f;
    k89_layernorm1_weight(net->block[0].layernorm1_weight,
                          net->block[0].layernorm2_weight);
    k89_layernorm1_weight(net->block[0].layernorm1_weight,
                          net->block[1].layernorm1_weight);
    k89_layernorm1_weight(net->block[0].layernorm1_weight,
                          net->block[1].layernorm2_weight);
    k89_layernorm1_weight(net->block[0].layernorm1_weight,
                          net->block[2].layernorm1_weight);
    k89_layernorm1_weight(net->block[0].layernorm1_weight,
                          net->block[2].layernorm2_weight);
    k89_layernorm1_weight(net->block[0].layernorm1_weight,
                          net->block[3].layernorm1_weight);
    k89_layernorm1_weight(net->block[0].layernorm1_weight,
                          net->block[3].layernorm2_weight);
    k89_layernorm1_weight(net->block[0].layernorm1_weight, net->layernorm9_weight);
}

/* One step: forward, backward, update; returns the loss before it. */
float nanogpt_step(Nanogpt *net, const int32_t tokens[restrict 12][64],
                   const int32_t target[restrict 12][64])
{
    float loss;
    float div;
    float pow;
    float add;
    float sqrt_;
    union NanogptStep *w = &net->work.step;
    k1_div(net->step, &div);
    k2_pow(net->beta1, net->step, &pow);
    k3_div(net->step, net->total_steps, &div, &pow);
    k4_sqrt(net->beta2, net->step, &sqrt_);
    k5_mul(tokens, net->embedding1_weight, net->positions,
           net->block[0].layernorm1_weight, w->sub, w->sqrt_3, w->div4, w->mul2[0]);
    k6_contract(w->mul2[0], net->block[0].multiheadattention1_qkv_weight,
                w->contract8[0]);
    k7_where(w->contract8[0], w->where);
    k8_div(w->where, w->exp[0], w->sum2[0], w->div[0]);
    k9_contract(w->div[0], w->contract8[0], w->contract9[0]);
    k10_add((float(*)[64][128])w->contract9[0],
            net->block[0].multiheadattention1_out_weight, tokens,
            net->embedding1_weight, net->positions, w->add3[0]);
    for (int i = 0; i < 3; i++) {
        k11_mul(w->add3[i], net->block[i].layernorm2_weight, w->mul4[i], w->sqrt_[i],
                w->div2[i], w->mul3[i]);
        k12_mul(w->mul3[i], net->block[i].linear1_weight, w->contract[i], w->add2[i],
                w->mul[i]);
        k13_x(w->mul[i], net->block[i].linear2_weight, w->add3[i], w->x[i]);
        k11_mul(w->x[i], net->block[i + 1].layernorm1_weight, w->mul5[i], w->sqrt_2[i],
                w->div3[i], w->mul2[i + 1]);
        k6_contract(w->mul2[i + 1], net->block[i + 1].multiheadattention1_qkv_weight,
                    w->contract8[i + 1]);
        k7_where(w->contract8[i + 1], w->where2);
        k8_div(w->where2, w->exp[i + 1], w->sum2[i + 1], w->div[i + 1]);
        k9_contract(w->div[i + 1], w->contract8[i + 1], w->contract9[i + 1]);
        k14_add((float(*)[64][128])w->contract9[i + 1],
                net->block[i + 1].multiheadattention1_out_weight, w->x[i],
                w->add3[i + 1]);
    }
    k11_mul(w->add3[3], net->block[3].layernorm2_weight, w->mul4[3], w->sqrt_[3],
            w->div2[3], w->mul3[3]);
    k12_mul(w->mul3[3], net->block[3].linear1_weight, w->contract[3], w->add2[3],
            w->mul[3]);
    k13_x(w->mul[3], net->block[3].linear2_weight, w->add3[3], w->x[3]);
    k11_mul(w->x[3], net->layernorm9_weight, w->mul5[3], w->sqrt_2[3], w->div3[3],
            w->mul2[4]);
    k15_logits(net->embedding1_weight, w->mul2[4], w->logits);
    k16_dlogits(w->logits, target, w->max, w->sum, w->dlogits);
    k17_loss(target, w->sum, w->logits, w->max, &loss);
    k18_dx(w->dlogits, net->embedding1_weight, w->dx);
    k19_dx(w->dx, net->layernorm9_weight, w->x[3], w->mul5[3], w->div3[3], w->sqrt_2[3],
           w->dx2);
    for (int i = 0; i < 3; i++) {
        k20_dlayernorm9_weight(w->dx, w->x[3 - i], w->mul5[3 - i], w->div3[3 - i],
                               w->dlayernorm1_weight[4 - i]);
        k21_add(w->dx2, net->block[3 - i].linear2_weight, w->add2[3 - i],
                w->contract[3 - i]);
        k22_dlinear8_weight(w->mul[3 - i], w->dx2, w->dlinear2_weight[3 - i]);
        k23_dlinear7_weight(w->mul3[3 - i], w->contract[3 - i],
                            w->dlinear1_weight[3 - i]);
        k24_contract(w->contract[3 - i], net->block[3 - i].linear1_weight,
                     w->contract5);
        k25_add(w->contract5, net->block[3 - i].layernorm2_weight, w->add3[3 - i],
                w->mul4[3 - i], w->div2[3 - i], w->sqrt_[3 - i], w->dx2);
        k20_dlayernorm9_weight(w->contract5, w->add3[3 - i], w->mul4[3 - i],
                               w->div2[3 - i], w->dlayernorm2_weight[3 - i]);
        k26_out_weight((float(*)[64][128])w->contract9[3 - i], w->dx2,
                       w->dmultiheadattention1_out_weight[3 - i]);
        k27_contract(w->dx2, net->block[3 - i].multiheadattention1_out_weight,
                     w->contract3);
        k28_contract(w->div[3 - i], (float(*)[64][4][32])w->contract3, w->contract7);
        k29_contract((float(*)[64][4][32])w->contract3, w->contract8[3 - i],
                     w->contract2);
        k30_div(w->contract2, w->div[3 - i], w->sum2[3 - i], w->exp[3 - i]);
        k31_contract(w->exp[3 - i], w->contract8[3 - i], w->contract4);
        k32_contract(w->exp[3 - i], w->contract8[3 - i], w->contract6);
        k33_concat((float(*)[64][128])w->contract4, (float(*)[64][128])w->contract6,
                   (float(*)[64][128])w->contract7, w->concat);
        k34_qkv_weight(w->mul2[3 - i], w->concat,
                       w->dmultiheadattention1_qkv_weight[3 - i]);
        k35_contract(w->concat, net->block[3 - i].multiheadattention1_qkv_weight,
                     w->dx);
        k25_add(w->dx, net->block[3 - i].layernorm1_weight, w->x[2 - i], w->mul5[2 - i],
                w->div3[2 - i], w->sqrt_2[2 - i], w->dx2);
    }
    k20_dlayernorm9_weight(w->dx, w->x[0], w->mul5[0], w->div3[0],
                           w->dlayernorm1_weight[1]);
    k21_add(w->dx2, net->block[0].linear2_weight, w->add2[0], w->contract[0]);
    k22_dlinear8_weight(w->mul[0], w->dx2, w->dlinear2_weight[0]);
    k23_dlinear7_weight(w->mul3[0], w->contract[0], w->dlinear1_weight[0]);
    k24_contract(w->contract[0], net->block[0].linear1_weight, w->contract5);
    k25_add(w->contract5, net->block[0].layernorm2_weight, w->add3[0], w->mul4[0],
            w->div2[0], w->sqrt_[0], w->dx2);
    k20_dlayernorm9_weight(w->contract5, w->add3[0], w->mul4[0], w->div2[0],
                           w->dlayernorm2_weight[0]);
    k26_out_weight((float(*)[64][128])w->contract9[0], w->dx2,
                   w->dmultiheadattention1_out_weight[0]);
    k27_contract(w->dx2, net->block[0].multiheadattention1_out_weight, w->contract3);
    k28_contract(w->div[0], (float(*)[64][4][32])w->contract3, w->contract7);
    k29_contract((float(*)[64][4][32])w->contract3, w->contract8[0], w->contract2);
    k30_div(w->contract2, w->div[0], w->sum2[0], w->exp[0]);
    k31_contract(w->exp[0], w->contract8[0], w->contract4);
    k32_contract(w->exp[0], w->contract8[0], w->contract6);
    k33_concat((float(*)[64][128])w->contract4, (float(*)[64][128])w->contract6,
               (float(*)[64][128])w->contract7, w->concat);
    k34_qkv_weight(w->mul2[0], w->concat, w->dmultiheadattention1_qkv_weight[0]);
    k35_contract(w->concat, net->block[0].multiheadattention1_qkv_weight, w->dx);
    k36_mul(w->dx, net->block[0].layernorm1_weight, w->sub, w->div4, w->add, w->sqrt_3);
    k37_dlayernorm1_weight(w->dx, w->sub, w->div4, w->dlayernorm1_weight[0]);
    k38_dpositions(w->dx2, w->add, w->sqrt_3, w->dpositions);
    k39_scatter(tokens, w->dx2, w->add, w->sqrt_3, w->scatter);
    k40_dembedding1_weight(w->dlogits, w->mul2[4], w->scatter);
    k41_add(w->scatter, w->dpositions, &add);
    for (int i = 0; i < 4; i++) {
        k42_add(w->dmultiheadattention1_qkv_weight[i], &add);
        k43_add(w->dmultiheadattention1_out_weight[i], &add);
        k44_add(w->dlayernorm1_weight[i], &add);
        k44_add(w->dlayernorm2_weight[i], &add);
        k45_add(w->dlinear1_weight[i], &add);
        k46_add(w->dlinear2_weight[i], &add);
    }
    k47_div(w->dlayernorm1_weight[4], &add);
    k48_m_embedding1_weight(net->beta1, w->scatter, add,
                            net->adamw_m_embedding1_weight);
    k49_adamw_v_positions(net->beta2, w->dpositions, add, net->adamw_v_positions);
    for (int i = 0; i < 4; i++) {
        k50_qkv_weight(net->beta2, w->dmultiheadattention1_qkv_weight[i], add,
                       net->state[i].adamw_v_multiheadattention1_qkv_weight);
        k51_out_weight(net->beta2, w->dmultiheadattention1_out_weight[i], add,
                       net->state[i].adamw_v_multiheadattention1_out_weight);
        k52_v_layernorm1_weight(net->beta2, w->dlayernorm1_weight[i], add,
                                net->state[i].adamw_v_layernorm1_weight);
        k52_v_layernorm1_weight(net->beta2, w->dlayernorm2_weight[i], add,
                                net->state[i].adamw_v_layernorm2_weight);
        k53_v_linear1_weight(net->beta2, w->dlinear1_weight[i], add,
                             net->state[i].adamw_v_linear1_weight);
        k54_v_linear2_weight(net->beta2, w->dlinear2_weight[i], add,
                             net->state[i].adamw_v_linear2_weight);
    }
    k52_v_layernorm1_weight(net->beta2, w->dlayernorm1_weight[4], add,
                            net->adamw_v_layernorm9_weight);
    k55_embedding1_weight(net->beta2, w->scatter, add, div, net->weight_decay, pow,
                          net->adamw_m_embedding1_weight, sqrt_, net->eps,
                          net->adamw_v_embedding1_weight, net->embedding1_weight);
    k56_positions(net->beta1, w->dpositions, add, div, net->weight_decay, pow,
                  net->adamw_v_positions, sqrt_, net->eps, net->adamw_m_positions,
                  net->positions);
    for (int i = 0; i < 4; i++) {
        k57_qkv_weight(net->beta1, w->dmultiheadattention1_qkv_weight[i], add, div,
                       net->weight_decay, pow,
                       net->state[i].adamw_v_multiheadattention1_qkv_weight, sqrt_,
                       net->eps, net->state[i].adamw_m_multiheadattention1_qkv_weight,
                       net->block[i].multiheadattention1_qkv_weight);
        k58_out_weight(net->beta1, w->dmultiheadattention1_out_weight[i], add, div,
                       net->weight_decay, pow,
                       net->state[i].adamw_v_multiheadattention1_out_weight, sqrt_,
                       net->eps, net->state[i].adamw_m_multiheadattention1_out_weight,
                       net->block[i].multiheadattention1_out_weight);
        k59_layernorm1_weight(net->beta1, w->dlayernorm1_weight[i], add, pow,
                              net->state[i].adamw_v_layernorm1_weight, sqrt_, net->eps,
                              net->state[i].adamw_m_layernorm1_weight,
                              net->block[i].layernorm1_weight);
        k59_layernorm1_weight(net->beta1, w->dlayernorm2_weight[i], add, pow,
                              net->state[i].adamw_v_layernorm2_weight, sqrt_, net->eps,
                              net->state[i].adamw_m_layernorm2_weight,
                              net->block[i].layernorm2_weight);
        k60_linear1_weight(net->beta1, w->dlinear1_weight[i], add, div,
                           net->weight_decay, pow, net->state[i].adamw_v_linear1_weight,
                           sqrt_, net->eps, net->state[i].adamw_m_linear1_weight,
                           net->block[i].linear1_weight);
        k61_linear2_weight(net->beta1, w->dlinear2_weight[i], add, div,
                           net->weight_decay, pow, net->state[i].adamw_v_linear2_weight,
                           sqrt_, net->eps, net->state[i].adamw_m_linear2_weight,
                           net->block[i].linear2_weight);
    }
    k59_layernorm1_weight(net->beta1, w->dlayernorm1_weight[4], add, pow,
                          net->adamw_v_layernorm9_weight, sqrt_, net->eps,
                          net->adamw_m_layernorm9_weight, net->layernorm9_weight);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float nanogpt_eval(Nanogpt *net, const int32_t tokens[restrict 12][64],
                   const int32_t target[restrict 12][64])
{
    float loss;
    union NanogptEval *w = &net->work.eval;
    k62_mul(tokens, net->embedding1_weight, net->positions,
            net->block[0].layernorm1_weight, w->mul2);
    k6_contract(w->mul2, net->block[0].multiheadattention1_qkv_weight, w->contract);
    k7_where(w->contract, w->where);
    k63_div(w->where, w->div);
    k9_contract(w->div, w->contract, w->contract3);
    k10_add((float(*)[64][128])w->contract3,
            net->block[0].multiheadattention1_out_weight, tokens,
            net->embedding1_weight, net->positions, w->add);
    for (int i = 0; i < 3; i++) {
        k64_mul(w->add, net->block[i].layernorm2_weight, w->mul4);
        k65_mul(w->mul4, net->block[i].linear1_weight, w->mul);
        k66_x(w->mul, net->block[i].linear2_weight, w->add);
        k64_mul(w->add, net->block[i + 1].layernorm1_weight, w->mul3);
        k6_contract(w->mul3, net->block[i + 1].multiheadattention1_qkv_weight,
                    w->contract2);
        k7_where(w->contract2, w->where2);
        k63_div(w->where2, w->div2);
        k9_contract(w->div2, w->contract2, w->contract4);
        k67_add((float(*)[64][128])w->contract4,
                net->block[i + 1].multiheadattention1_out_weight, w->add);
    }
    k64_mul(w->add, net->block[3].layernorm2_weight, w->mul4);
    k65_mul(w->mul4, net->block[3].linear1_weight, w->mul);
    k66_x(w->mul, net->block[3].linear2_weight, w->add);
    k64_mul(w->add, net->layernorm9_weight, w->mul3);
    k15_logits(net->embedding1_weight, w->mul3, w->logits);
    k68_sum(w->logits, w->max, w->sum);
    k17_loss(target, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float nanogpt_eval_one(Nanogpt *net, const int32_t tokens[restrict 1][64],
                       const int32_t target[restrict 1][64])
{
    float loss;
    union NanogptEvalOne *w = &net->work.eval_one;
    k69_mul(tokens, net->embedding1_weight, net->positions,
            net->block[0].layernorm1_weight, w->mul4, w->sub, w->div3, w->mul5);
    k70_contract(w->mul5, net->block[0].multiheadattention1_qkv_weight, w->contract);
    k71_where(w->contract, w->where);
    k72_div(w->where, w->max2, w->exp, w->sum2, w->div4);
    k73_contract(w->div4, w->contract, w->contract3);
    k74_add((float(*)[64][128])w->contract3,
            net->block[0].multiheadattention1_out_weight, tokens,
            net->embedding1_weight, net->positions, w->add);
    for (int i = 0; i < 3; i++) {
        k75_mul(w->add, net->block[i].layernorm2_weight, w->mul, w->div, w->mul7);
        k76_mul(w->mul7, net->block[i].linear1_weight, w->mul2);
        k77_x(w->mul2, net->block[i].linear2_weight, w->add);
        k75_mul(w->add, net->block[i + 1].layernorm1_weight, w->mul3, w->div2, w->mul6);
        k70_contract(w->mul6, net->block[i + 1].multiheadattention1_qkv_weight,
                     w->contract2);
        k71_where(w->contract2, w->where2);
        k72_div(w->where2, w->max3, w->exp2, w->sum3, w->div5);
        k73_contract(w->div5, w->contract2, w->contract4);
        k78_add((float(*)[64][128])w->contract4,
                net->block[i + 1].multiheadattention1_out_weight, w->add);
    }
    k75_mul(w->add, net->block[3].layernorm2_weight, w->mul, w->div, w->mul7);
    k76_mul(w->mul7, net->block[3].linear1_weight, w->mul2);
    k77_x(w->mul2, net->block[3].linear2_weight, w->add);
    k75_mul(w->add, net->layernorm9_weight, w->mul3, w->div2, w->mul6);
    k79_logits(net->embedding1_weight, w->mul6, w->logits);
    k80_sum(w->logits, w->max, w->sum);
    k81_loss(target, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The function `logits`. */
void nanogpt_logits(Nanogpt *net, const int32_t tokens[restrict 1][64],
                    float logits[restrict 1][64][65])
{
    union NanogptLogits *w = &net->work.logits;
    k69_mul(tokens, net->embedding1_weight, net->positions,
            net->block[0].layernorm1_weight, w->mul4, w->sub, w->div3, w->mul5);
    k70_contract(w->mul5, net->block[0].multiheadattention1_qkv_weight, w->contract);
    k71_where(w->contract, w->where);
    k72_div(w->where, w->max, w->exp, w->sum, w->div4);
    k73_contract(w->div4, w->contract, w->contract3);
    k74_add((float(*)[64][128])w->contract3,
            net->block[0].multiheadattention1_out_weight, tokens,
            net->embedding1_weight, net->positions, w->add);
    for (int i = 0; i < 3; i++) {
        k75_mul(w->add, net->block[i].layernorm2_weight, w->mul, w->div, w->mul7);
        k76_mul(w->mul7, net->block[i].linear1_weight, w->mul2);
        k77_x(w->mul2, net->block[i].linear2_weight, w->add);
        k75_mul(w->add, net->block[i + 1].layernorm1_weight, w->mul3, w->div2, w->mul6);
        k70_contract(w->mul6, net->block[i + 1].multiheadattention1_qkv_weight,
                     w->contract2);
        k71_where(w->contract2, w->where2);
        k72_div(w->where2, w->max2, w->exp2, w->sum2, w->div5);
        k73_contract(w->div5, w->contract2, w->contract4);
        k78_add((float(*)[64][128])w->contract4,
                net->block[i + 1].multiheadattention1_out_weight, w->add);
    }
    k75_mul(w->add, net->block[3].layernorm2_weight, w->mul, w->div, w->mul7);
    k76_mul(w->mul7, net->block[3].linear1_weight, w->mul2);
    k77_x(w->mul2, net->block[3].linear2_weight, w->add);
    k75_mul(w->add, net->layernorm9_weight, w->mul3, w->div2, w->mul6);
    k79_logits(net->embedding1_weight, w->mul6, logits);
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
    {"tokens", MF_I32, 2, {1, 64}, 65},
};
/* clang-format on */

/* clang-format off */
static const MfPort logits_out[] = {
    {"logits", MF_F32, 3, {1, 64, 65}, 0},
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
/* clang-format on */

/* clang-format off */
static const MfPort step_in[] = {
    {"tokens", MF_I32, 2, {12, 64}, 65},
    {"target", MF_I32, 2, {12, 64}, 65},
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
/* clang-format on */

/* clang-format off */
static const MfField fields[] = {
    {.input = "tokens", .columns = "tokens"},
    {.input = "target", .columns = "target"},
};
/* clang-format on */

/* clang-format off */
static const MfSplit splits[] = {
    {"train", 0.9},
    {"valid", 0.1},
};
/* clang-format on */

/* clang-format off */
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
    .hash = 0x1a7a072409a93826u,
    .real = MF_F32,
    .size = sizeof(Nanogpt),
    .param_bytes = 3216384,
    .state_bytes = 6432768,
    .work_bytes = 39650304,
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
    static Nanogpt net;
    return mf_main(argc, argv, &model, &net);
}

#endif

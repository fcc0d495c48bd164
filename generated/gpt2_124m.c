/*
 * gpt2_124m.c - trains and runs the network of gpt2_124m.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 124439808 parameters; 6059 nodes in 96 kernels;
 * bytes: parameters 497759232, state 995518464, work 557283328 (unshared 2646472004)
 */
#include "mfrt.h"

#define GPT2_124M_PARAM_BYTES 497759232u
#define GPT2_124M_STATE_BYTES 995518464u
#define GPT2_124M_WORK_BYTES 557283328u

typedef struct Gpt2124m {
    float embedding1_weight[50257][768]; /* gpt2_124m.lua:34 */
    float positions[1024][768];          /* gpt2_124m.lua:35 */
    /* multiheadattention1.qkv.weight to linear24.bias */
    struct {
        float multiheadattention1_qkv_weight[768][2304]; /* gpt2_124m.lua:22 */
        float multiheadattention1_qkv_bias[2304];        /* gpt2_124m.lua:22 */
        float multiheadattention1_out_weight[768][768];  /* gpt2_124m.lua:22 */
        float multiheadattention1_out_bias[768];         /* gpt2_124m.lua:22 */
        float layernorm1_weight[768];                    /* gpt2_124m.lua:25 */
        float layernorm1_bias[768];                      /* gpt2_124m.lua:25 */
        float layernorm2_weight[768];                    /* gpt2_124m.lua:27 */
        float layernorm2_bias[768];                      /* gpt2_124m.lua:27 */
        float linear1_weight[768][3072];                 /* gpt2_124m.lua:28 */
        float linear1_bias[3072];                        /* gpt2_124m.lua:28 */
        float linear2_weight[3072][768];                 /* gpt2_124m.lua:29 */
        float linear2_bias[768];                         /* gpt2_124m.lua:29 */
    } block[12];
    float layernorm25_weight[768]; /* gpt2_124m.lua:41 */
    float layernorm25_bias[768];   /* gpt2_124m.lua:41 */
    /* state of the optimiser */
    float adamw_m_embedding1_weight[50257][768]; /* gpt2_124m.lua:47 */
    float adamw_v_embedding1_weight[50257][768]; /* gpt2_124m.lua:47 */
    float adamw_m_positions[1024][768];          /* gpt2_124m.lua:47 */
    float adamw_v_positions[1024][768];          /* gpt2_124m.lua:47 */
    /* adamw.m.multiheadattention1.qkv.weight to adamw.v.linear24.bias */
    struct {
        float adamw_m_multiheadattention1_qkv_weight[768][2304]; /* gpt2_124m.lua:47 */
        float adamw_v_multiheadattention1_qkv_weight[768][2304]; /* gpt2_124m.lua:47 */
        float adamw_m_multiheadattention1_qkv_bias[2304];        /* gpt2_124m.lua:47 */
        float adamw_v_multiheadattention1_qkv_bias[2304];        /* gpt2_124m.lua:47 */
        float adamw_m_multiheadattention1_out_weight[768][768];  /* gpt2_124m.lua:47 */
        float adamw_v_multiheadattention1_out_weight[768][768];  /* gpt2_124m.lua:47 */
        float adamw_m_multiheadattention1_out_bias[768];         /* gpt2_124m.lua:47 */
        float adamw_v_multiheadattention1_out_bias[768];         /* gpt2_124m.lua:47 */
        float adamw_m_layernorm1_weight[768];                    /* gpt2_124m.lua:47 */
        float adamw_v_layernorm1_weight[768];                    /* gpt2_124m.lua:47 */
        float adamw_m_layernorm1_bias[768];                      /* gpt2_124m.lua:47 */
        float adamw_v_layernorm1_bias[768];                      /* gpt2_124m.lua:47 */
        float adamw_m_layernorm2_weight[768];                    /* gpt2_124m.lua:47 */
        float adamw_v_layernorm2_weight[768];                    /* gpt2_124m.lua:47 */
        float adamw_m_layernorm2_bias[768];                      /* gpt2_124m.lua:47 */
        float adamw_v_layernorm2_bias[768];                      /* gpt2_124m.lua:47 */
        float adamw_m_linear1_weight[768][3072];                 /* gpt2_124m.lua:47 */
        float adamw_v_linear1_weight[768][3072];                 /* gpt2_124m.lua:47 */
        float adamw_m_linear1_bias[3072];                        /* gpt2_124m.lua:47 */
        float adamw_v_linear1_bias[3072];                        /* gpt2_124m.lua:47 */
        float adamw_m_linear2_weight[3072][768];                 /* gpt2_124m.lua:47 */
        float adamw_v_linear2_weight[3072][768];                 /* gpt2_124m.lua:47 */
        float adamw_m_linear2_bias[768];                         /* gpt2_124m.lua:47 */
        float adamw_v_linear2_bias[768];                         /* gpt2_124m.lua:47 */
    } state[12];
    float adamw_m_layernorm25_weight[768]; /* gpt2_124m.lua:47 */
    float adamw_v_layernorm25_weight[768]; /* gpt2_124m.lua:47 */
    float adamw_m_layernorm25_bias[768];   /* gpt2_124m.lua:47 */
    float adamw_v_layernorm25_bias[768];   /* gpt2_124m.lua:47 */
    /* settings, which --set changes */
    float lr;           /* gpt2_124m.lua:47 */
    float weight_decay; /* gpt2_124m.lua:47 */
    float beta1;        /* gpt2_124m.lua:47 */
    float beta2;        /* gpt2_124m.lua:47 */
    float eps;          /* gpt2_124m.lua:47 */
    uint64_t seed, step;
    /* work memory: one function runs at a time */
    union {
        union Gpt2124mStep {
            struct {
                float where[4][12][64][64]; /* calls 5 to 6 */
                unsigned char gap1[7864320];
                float concat[12][4][64][2304];      /* calls 131 to 358 */
                float add[4][64][768];              /* calls 122 to 346 */
                float add2[12][4][64][2304];        /* calls 4 to 339 */
                float exp[12][4][12][64][64];       /* calls 6 to 339 */
                float div[12][4][12][64][64];       /* calls 6 to 337 */
                float add3[12][4][64][768];         /* calls 8 to 332 */
                float x[12][4][64][768];            /* calls 11 to 325 */
                float contract7[11][4][64][12][64]; /* calls 16 to 329 */
                float sub[4][64][768];              /* calls 3 to 344 */
                float mul[12][4][64][3072];         /* calls 10 to 381 */
                float contract8[4][64][12][64];     /* calls 7 to 346 */
                float logits[4][64][50257];         /* calls 112 to 114 */
                float sum[12][4][12][64];           /* calls 6 to 337 */
                float div2[12][4][64];              /* calls 9 to 332 */
                float div3[12][4][64];              /* calls 9 to 332 */
                float sqrt_[12][4][64];             /* calls 9 to 331 */
                float div4[12][4][64];              /* calls 12 to 325 */
                float div5[12][4][64];              /* calls 12 to 325 */
                float sqrt_2[12][4][64];            /* calls 12 to 324 */
                float div6[4][64];                  /* calls 3 to 344 */
                float sqrt_3[4][64];                /* calls 3 to 343 */
                float exp2[50257];                  /* call 113 */
                float max[4][64];                   /* calls 113 to 114 */
                float sum2[4][64];                  /* calls 113 to 114 */
                unsigned char gap12[22821564];
                float add4[12][4][64][3072]; /* calls 10 to 382 */
                float add5[12][4][64][768];  /* calls 9 to 382 */
                float dx2[12][4][64][768];   /* calls 116 to 381 */
                unsigned char gap13[97766400];
                float dmultiheadattention1_qkv_weight[12][768][2304];
                float dmultiheadattention1_out_weight[12][768][768];
                float dlogits[4][64][50257];                   /* calls 113 to 384 */
                float add6[13][4][64][768];                    /* calls 3 to 384 */
                float dlinear1_bias[12][3072];                 /* calls 120 to 823 */
                float dmultiheadattention1_qkv_bias[12][2304]; /* calls 132 to 815 */
                float sum3[64][768];                           /* calls 345 to 681 */
                float dx3[4][64][768];                         /* calls 343 to 383 */
                float dlinear2_bias[12][768];                  /* calls 119 to 825 */
                float dlayernorm2_bias[12][768];               /* calls 123 to 821 */
                float dlayernorm2_weight[12][768];             /* calls 123 to 820 */
                float dmultiheadattention1_out_bias[12][768];  /* calls 124 to 817 */
                float dlayernorm1_bias[12][768];               /* calls 135 to 819 */
                float dlayernorm1_weight[12][768];             /* calls 135 to 818 */
                float dlayernorm25_bias[768];                  /* calls 117 to 827 */
                float dlayernorm25_weight[768];                /* calls 117 to 826 */
            };
            struct {
                float tanh[12][4][64][3072]; /* calls 10 to 326 */
                unsigned char gap3[25952256];
                float contract[4][64][768]; /* calls 133 to 344 */
                unsigned char gap4[19660800];
                float contract2[4][64][12][64]; /* calls 129 to 340 */
                unsigned char gap5[8650752];
                float contract3[4][64][12][64]; /* calls 127 to 340 */
                unsigned char gap6[8650752];
                float contract4[4][64][768]; /* calls 121 to 332 */
                unsigned char gap9[9437184];
                float dlinear1_weight[12][768][3072]; /* calls 360 to 822 */
                float scatter[50257][768];            /* calls 383 to 680 */
            };
            struct {
                float dlinear2_weight[12][3072][768]; /* calls 359 to 824 */
                unsigned char gap10[38535168];
                float dx[4][64][768]; /* calls 115 to 117 */
            };
            struct {
                unsigned char gap2[34603008];
                float where2[4][12][64][64]; /* calls 14 to 105 */
                unsigned char gap7[67633152];
                float contract5[4][64][768]; /* calls 125 to 336 */
                unsigned char gap11[47972352];
                float contract9[4][12][64][64]; /* calls 126 to 337 */
            };
            struct {
                unsigned char gap8[103022592];
                float contract6[4][64][12][64]; /* calls 130 to 340 */
            };
        } step;
        union Gpt2124mEval {
            float logits[4][64][50257]; /* calls 110 to 112 */
            struct {
                float add[4][64][2304];   /* calls 2 to 5 */
                float add3[4][64][768];   /* calls 1 to 2 */
                float div[4][12][64][64]; /* calls 4 to 5 */
                float add5[4][64][768];   /* calls 7 to 107 */
                unsigned char gap4[46744576];
                float add6[4][64][768]; /* calls 10 to 110 */
            };
            struct {
                float mul[4][64][3072];    /* calls 8 to 108 */
                float add4[4][64][768];    /* calls 6 to 109 */
                float div2[4][12][64][64]; /* calls 13 to 104 */
                unsigned char gap5[46744576];
                float max[4][64]; /* calls 111 to 112 */
                float sum[4][64]; /* calls 111 to 112 */
            };
            struct {
                float add2[4][64][2304];    /* calls 11 to 104 */
                float where[4][12][64][64]; /* calls 3 to 4 */
            };
            struct {
                unsigned char gap1[2359296];
                float contract[4][64][12][64]; /* calls 5 to 6 */
            };
            struct {
                unsigned char gap2[2359296];
                float where2[4][12][64][64]; /* calls 12 to 103 */
            };
            struct {
                unsigned char gap3[2359296];
                float contract2[4][64][12][64]; /* calls 14 to 105 */
            };
        } eval;
        union Gpt2124mEvalOne {
            float mul[1][64][3072];     /* calls 8 to 108 */
            float logits[1][64][50257]; /* calls 110 to 112 */
            struct {
                float sub[1][64][768]; /* call 1 */
                float div5[1][64];     /* call 1 */
                float div6[1][64];     /* call 1 */
                unsigned char gap1[392704];
                float add3[1][64][768];    /* calls 1 to 2 */
                float exp[1][12][64][64];  /* call 4 */
                float div7[1][12][64][64]; /* calls 4 to 5 */
                float max[1][12][64];      /* call 4 */
                float sum[1][12][64];      /* call 4 */
                unsigned char gap5[190464];
                float max2[1][12][64]; /* calls 13 to 103 */
                float sum2[1][12][64]; /* calls 13 to 103 */
                unsigned char gap6[11483392];
                float add6[1][64][768]; /* calls 10 to 110 */
            };
            struct {
                float add[1][64][2304];     /* calls 2 to 5 */
                float where[1][12][64][64]; /* calls 3 to 4 */
                float add4[1][64][768];     /* calls 6 to 109 */
                float add5[1][64][768];     /* calls 7 to 107 */
                float div8[1][12][64][64];  /* calls 13 to 104 */
                unsigned char gap7[11489536];
                float max3[1][64]; /* calls 111 to 112 */
                float sum3[1][64]; /* calls 111 to 112 */
            };
            struct {
                float div[1][64];  /* calls 7 to 106 */
                float div3[1][64]; /* calls 7 to 106 */
                unsigned char gap2[589312];
                float contract[1][64][12][64]; /* calls 5 to 6 */
                unsigned char gap4[196608];
                float exp2[1][12][64][64]; /* calls 13 to 103 */
            };
            struct {
                float div2[1][64]; /* calls 10 to 109 */
                float div4[1][64]; /* calls 10 to 109 */
                unsigned char gap3[589312];
                float where2[1][12][64][64]; /* calls 12 to 103 */
            };
            struct {
                float add2[1][64][2304];        /* calls 11 to 104 */
                float contract2[1][64][12][64]; /* calls 14 to 105 */
            };
        } eval_one;
        union Gpt2124mLogits {
            float mul[1][64][3072]; /* calls 8 to 108 */
            struct {
                float sub[1][64][768]; /* call 1 */
                float div5[1][64];     /* call 1 */
                float div6[1][64];     /* call 1 */
                unsigned char gap1[392704];
                float add3[1][64][768];    /* calls 1 to 2 */
                float exp[1][12][64][64];  /* call 4 */
                float div7[1][12][64][64]; /* calls 4 to 5 */
                float max[1][12][64];      /* call 4 */
                float sum[1][12][64];      /* call 4 */
                unsigned char gap6[190464];
                float max2[1][12][64]; /* calls 13 to 103 */
                float sum2[1][12][64]; /* calls 13 to 103 */
            };
            struct {
                float add[1][64][2304];     /* calls 2 to 5 */
                float where[1][12][64][64]; /* calls 3 to 4 */
                float add5[1][64][768];     /* calls 6 to 109 */
                float add6[1][64][768];     /* calls 7 to 107 */
                float div8[1][12][64][64];  /* calls 13 to 104 */
            };
            struct {
                float div[1][64];  /* calls 7 to 106 */
                float div3[1][64]; /* calls 7 to 106 */
                unsigned char gap2[589312];
                float contract[1][64][12][64]; /* calls 5 to 6 */
                unsigned char gap5[196608];
                float exp2[1][12][64][64]; /* calls 13 to 103 */
            };
            struct {
                float div2[1][64]; /* calls 10 to 109 */
                float div4[1][64]; /* calls 10 to 109 */
                unsigned char gap3[589312];
                float add4[1][64][768]; /* calls 10 to 110 */
            };
            struct {
                float add2[1][64][2304];     /* calls 11 to 104 */
                float where2[1][12][64][64]; /* calls 12 to 103 */
            };
            struct {
                unsigned char gap4[589824];
                float contract2[1][64][12][64]; /* calls 14 to 105 */
            };
        } logits;
    } work;
} Gpt2124m;

/* Initial values of everything, drawn from the seed. */
void gpt2_124m_init(Gpt2124m *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float gpt2_124m_step(Gpt2124m *net, const int32_t tokens[restrict 4][64],
                     const int32_t target[restrict 4][64]);
/* The loss and the metrics as in inference, without an update. */
float gpt2_124m_eval(Gpt2124m *net, const int32_t tokens[restrict 4][64],
                     const int32_t target[restrict 4][64]);
/* The loss and the metrics as in inference, without an update. */
float gpt2_124m_eval_one(Gpt2124m *net, const int32_t tokens[restrict 1][64],
                         const int32_t target[restrict 1][64]);
/* The function `logits`. */
void gpt2_124m_logits(Gpt2124m *net, const int32_t tokens[restrict 1][64],
                      float logits[restrict 1][64][50257]);
extern const MfTensor gpt2_124m_tensors[];

/* clang-format off */
_Static_assert(sizeof(((Gpt2124m *)0)->work) == GPT2_124M_WORK_BYTES, "work");
_Static_assert(offsetof(Gpt2124m, layernorm25_bias) + sizeof(((Gpt2124m *)0)->layernorm25_bias) ==
               GPT2_124M_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  lr / (1 - pow(beta1, step + 1))                                gpt2_124m.lua:47 */
static void k1_div(float beta1, uint64_t step, float lr, float *restrict div)
{
    const float t = mf_powf(beta1, (float)step + 1.0f);
    *div = lr / (1.0f - t);
}

/* 2  sqrt(1 - pow(beta2, step + 1))                                 gpt2_124m.lua:47 */
static void k2_sqrt(float beta2, uint64_t step, float *restrict sqrt_)
{
    const float t = mf_powf(beta2, (float)step + 1.0f);
    *sqrt_ = sqrtf(1.0f - t);
}

/* 3  sum(gather(embedding1.weight, tokens) + slice(positions)) / 768
 *    gather(embedding1.weight, tokens) + slice(positions) - div13
 *    sqrt(sum(sub15 * sub15) / 768 + 1e-05)
 *    1 / sqrt22
 *    sub15 * div23 * layernorm1.weight + layernorm1.bias            gpt2_124m.lua:39 */
static void k3_add(const int32_t tokens[restrict 4][64],
                   const float embedding1_weight[restrict 50257][768],
                   const float positions[restrict 1024][768],
                   const float layernorm1_weight[restrict 768],
                   const float layernorm1_bias[restrict 768],
                   float sub[restrict 4][64][768], float sqrt_[restrict 4][64],
                   float div[restrict 4][64], float add[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const int at = tokens[i][j];
                    const float t = embedding1_weight[at][16 * k + l];
                    lane[l] += t + positions[j][16 * k + l];
                }
            }
            const float sum = mf_sum16f(lane);
            const float div2 = sum / 768.0f;
            for (int k = 0; k < 768; k++) {
                const int at = tokens[i][j];
                const float x = embedding1_weight[at][k] + positions[j][k];
                sub[i][j][k] = x - div2;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += sub[i][j][16 * k + l] * sub[i][j][16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 / 768.0f;
            const float t2 = sqrtf(t + 1e-05f);
            sqrt_[i][j] = t2;
            div[i][j] = 1.0f / t2;
            for (int k = 0; k < 768; k++) {
                const float t3 = sub[i][j][k] * div[i][j] * layernorm1_weight[k];
                add[i][j][k] = t3 + layernorm1_bias[k];
            }
        }
}

/* 4  add31 multiheadattention1.qkv.weight + multiheadattention1...  gpt2_124m.lua:39 */
static void k4_add(const float add[restrict 4][64][768],
                   const float qkv_weight[restrict 768][2304],
                   const float qkv_bias[restrict 2304],
                   float add2[restrict 4][64][2304])
{
    for (int i = 0; i < 36; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{4, 49152}, {64, 768}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{768, 1, 2304}};
        mf_productf(2, rows, 1, columns, 1, terms, &add[0][0][0],
                    &qkv_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    add2[j][k][64 * i + l] = acc[64 * j + k][l] + qkv_bias[64 * i + l];
    }
}

/* 5  where(iota >= iota, reshape(slice(add36)) reshape(slice(ad...  gpt2_124m.lua:39 */
static void k5_where(const float add[restrict 4][64][2304],
                     float where[restrict 4][12][64][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 2304}};
            static const MfAxis columns[] = {{64, 2304}};
            static const MfTerm terms[] = {{64, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &add[i][0][64 * j],
                        &add[i][0][64 * j + 768], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[k][l] * 0.125f;
                    where[i][j][k][l] = k >= l ? t : -INFINITY;
                }
        }
}

/* 6  max(where45)
 *    exp(where45 - max46)
 *    sum(exp49)
 *    exp49 / sum50                                                  gpt2_124m.lua:39 */
static void k6_div(const float where[restrict 4][12][64][64],
                   float exp[restrict 4][12][64][64], float sum[restrict 4][12][64],
                   float div[restrict 4][12][64][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++)
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

/* 7  div52 reshape(slice(add36))                                    gpt2_124m.lua:39 */
static void k7_contract(const float div[restrict 4][12][64][64],
                        const float add[restrict 4][64][2304],
                        float contract[restrict 4][64][12][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 64}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{64, 1, 2304}};
            mf_productf(1, rows, 1, columns, 1, terms, &div[i][j][0][0],
                        &add[i][0][64 * j + 1536], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[i][k][j][l] = acc[k][l];
        }
}

/* 8  gather(embedding1.weight, tokens) + slice(positions) + (re...  gpt2_124m.lua:39 */
static void k8_add(const float contract[restrict 4][64][768],
                   const float out_weight[restrict 768][768],
                   const int32_t tokens[restrict 4][64],
                   const float embedding1_weight[restrict 50257][768],
                   const float positions[restrict 1024][768],
                   const float out_bias[restrict 768], float add[restrict 4][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{4, 49152}, {64, 768}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{768, 1, 768}};
        mf_productf(2, rows, 1, columns, 1, terms, &contract[0][0][0],
                    &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const int at = tokens[j][k];
                    const float t = embedding1_weight[at][64 * i + l];
                    const float x = t + positions[k][64 * i + l];
                    const float t2 = acc[64 * j + k][l] + out_bias[64 * i + l];
                    add[j][k][64 * i + l] = x + t2;
                }
    }
}

/* 9  sum(add62) / 768
 *    sqrt(sum((add62 - div65) * (add62 - div65)) / 768 + 1e-05)
 *    1 / sqrt72
 *    (add62 - div65) * div73 * layernorm2.weight + layernorm2.bias  gpt2_124m.lua:39 */
static void k9_add(const float add[restrict 4][64][768],
                   const float layernorm2_weight[restrict 768],
                   const float layernorm2_bias[restrict 768], float div[restrict 4][64],
                   float sqrt_[restrict 4][64], float div2[restrict 4][64],
                   float add2[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] += add[i][j][16 * k + l];
            }
            const float sum = mf_sum16f(lane);
            div[i][j] = sum / 768.0f;
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = add[i][j][16 * k + l] - div[i][j];
                    lane2[l] += t * t;
                }
            }
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 / 768.0f;
            const float t2 = sqrtf(t + 1e-05f);
            sqrt_[i][j] = t2;
            div2[i][j] = 1.0f / t2;
            for (int k = 0; k < 768; k++) {
                const float t3 = (add[i][j][k] - div[i][j]) * div2[i][j];
                add2[i][j][k] = t3 * layernorm2_weight[k] + layernorm2_bias[k];
            }
        }
}

/* 10  add81 linear1.weight + linear1.bias
 *     tanh(0.797885 * (add86 + 0.044715 * (add86 * add86 * add86)))
 *     0.5 * add86 * (1 + tanh96)                                    gpt2_124m.lua:39 */
static void k10_mul(const float add[restrict 4][64][768],
                    const float linear1_weight[restrict 768][3072],
                    const float linear1_bias[restrict 3072],
                    float add2[restrict 4][64][3072], float tanh[restrict 4][64][3072],
                    float mul[restrict 4][64][3072])
{
    for (int i = 0; i < 48; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{4, 49152}, {64, 768}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{768, 1, 3072}};
        mf_productf(2, rows, 1, columns, 1, terms, &add[0][0][0],
                    &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = linear1_bias[64 * i + l];
                    const float t2 = acc[64 * j + k][l] + t;
                    add2[j][k][64 * i + l] = t2;
                    const float t3 = 0.7978846f * (t2 + 0.044715f * (t2 * t2 * t2));
                    const float t3_2 = mf_tanhf(t3);
                    tanh[j][k][64 * i + l] = t3_2;
                    mul[j][k][64 * i + l] = 0.5f * t2 * (1.0f + t3_2);
                }
    }
}

/* 11  x = add62 + (mul98 linear2.weight + linear2.bias)             gpt2_124m.lua:39 */
static void k11_x(const float mul[restrict 4][64][3072],
                  const float linear2_weight[restrict 3072][768],
                  const float add[restrict 4][64][768],
                  const float linear2_bias[restrict 768], float x[restrict 4][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{4, 196608}, {64, 3072}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{3072, 1, 768}};
        mf_productf(2, rows, 1, columns, 1, terms, &mul[0][0][0],
                    &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[64 * j + k][l] + linear2_bias[64 * i + l];
                    x[j][k][64 * i + l] = add[j][k][64 * i + l] + t;
                }
    }
}

/* 12  x + (reshape145 multiheadattention2.out.weight + ...          gpt2_124m.lua:39 */
static void k12_add(const float contract[restrict 4][64][768],
                    const float out_weight[restrict 768][768],
                    const float x[restrict 4][64][768],
                    const float out_bias[restrict 768], float add[restrict 4][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{4, 49152}, {64, 768}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{768, 1, 768}};
        mf_productf(2, rows, 1, columns, 1, terms, &contract[0][0][0],
                    &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[64 * j + k][l] + out_bias[64 * i + l];
                    add[j][k][64 * i + l] = x[j][k][64 * i + l] + t;
                }
    }
}

/* 13  logits = x embedding1.weight'                                 gpt2_124m.lua:42 */
static void k13_logits(const float x[restrict 4][64][768],
                       const float embedding1_weight[restrict 50257][768],
                       float logits[restrict 4][64][50257])
{
    for (int i = 0; i < 785; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{4, 49152}, {64, 768}};
        static const MfAxis columns[] = {{64, 768}};
        static const MfTerm terms[] = {{768, 1, 1}};
        mf_productf(2, rows, 1, columns, 1, terms, &x[0][0][0],
                    &embedding1_weight[64 * i][0], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    logits[j][k][64 * i + l] = acc[64 * j + k][l];
    }
    float acc[256][32];
    static const MfAxis rows[] = {{4, 49152}, {64, 768}};
    static const MfAxis columns[] = {{17, 768}};
    static const MfTerm terms[] = {{768, 1, 1}};
    mf_productf(2, rows, 1, columns, 1, terms, &x[0][0][0],
                &embedding1_weight[50240][0], acc[0], 32);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 17; k++)
                logits[i][j][k + 50240] = acc[64 * i + j][k];
}

/* 14  max(logits)
 *     exp(logits - max1059)
 *     sum(exp1062)
 *     0.00390625 / sum1063
 *     dlogits = where(iota == target, -0.00390625, 0) + div1097...  gpt2_124m.lua:43 */
static void k14_dlogits(const float logits[restrict 4][64][50257],
                        const int32_t target[restrict 4][64], float max[restrict 4][64],
                        float exp[restrict 50257], float sum[restrict 4][64],
                        float dlogits[restrict 4][64][50257])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16];
            for (int i0 = 0; i0 < 16; i0++)
                lane[i0] = -INFINITY;
            for (int k = 0; k < 3141; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] = mf_maxf(logits[i][j][16 * k + l], lane[l]);
            }
            lane[0] = mf_maxf(logits[i][j][50256], lane[0]);
            const float top = mf_max16f(lane);
            max[i][j] = top;
            for (int k = 0; k < 50257; k++)
                exp[k] = mf_expf(logits[i][j][k] - max[i][j]);
            float lane2[16] = {0};
            for (int k = 0; k < 3141; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += exp[16 * k + l];
            }
            lane2[0] += exp[50256];
            const float sum2 = mf_sum16f(lane2);
            sum[i][j] = sum2;
            const float div = 0.00390625f / sum2;
            for (int k = 0; k < 50257; k++) {
                const float t = k == target[i][j] ? -0.00390625f : 0.0f;
                dlogits[i][j][k] = t + div * exp[k];
            }
        }
}

/* 15  loss = sum(log(sum1063) - gather(logits - max1059, target...  gpt2_124m.lua:43 */
static void k15_loss(const int32_t target[restrict 4][64],
                     const float sum[restrict 4][64],
                     const float logits[restrict 4][64][50257],
                     const float max[restrict 4][64], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const int at = target[i][16 * j + k];
                const float t = logits[i][16 * j + k][at] - max[i][16 * j + k];
                lane[k] += mf_logf(sum[i][16 * j + k]) - t;
            }
        }
    const float sum2 = mf_sum16f(lane);
    *loss = sum2 * 0.00390625f;
}

/* 16  dx = dlogits embedding1.weight                                gpt2_124m.lua:42 */
static void k16_dx(const float dlogits[restrict 4][64][50257],
                   const float embedding1_weight[restrict 50257][768],
                   float dx[restrict 4][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{4, 3216448}, {64, 50257}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{50257, 1, 768}};
        mf_productf(2, rows, 1, columns, 1, terms, &dlogits[0][0][0],
                    &embedding1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    dx[j][k][64 * i + l] = acc[64 * j + k][l];
    }
}

/* 17  sum(dx * ... * (x - ...)) * div1049 / sqrt1048 * -0.5 / sqrt1048 / 768
 *     dx * layernorm25.weight * div1049 + div1112 * (x - div1041) + div1112 * ...
 *     sum(add1116) / 768
 *     dx = add1116 + -div1118                                       gpt2_124m.lua:41 */
static void k17_dx(const float dx[restrict 4][64][768],
                   const float layernorm25_weight[restrict 768],
                   const float x[restrict 4][64][768], const float div[restrict 4][64],
                   const float div2[restrict 4][64], const float sqrt_[restrict 4][64],
                   float dx2[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = x[i][j][16 * k + l] - div[i][j];
                    const float t2 = layernorm25_weight[16 * k + l];
                    lane[l] += dx[i][j][16 * k + l] * t2 * t;
                }
            }
            const float sum = mf_sum16f(lane);
            const float t = sum * div2[i][j];
            const float t2 = t / sqrt_[i][j];
            const float t3 = t2 * -0.5f / sqrt_[i][j];
            const float div3 = t3 / 768.0f;
            float add[768];
            for (int k = 0; k < 768; k++) {
                const float t4 = div3 * (x[i][j][k] - div[i][j]);
                add[k] = dx[i][j][k] * layernorm25_weight[k] * div2[i][j] + t4 + t4;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += add[16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float div2_2 = sum2 / 768.0f;
            for (int k = 0; k < 768; k++)
                dx2[i][j][k] = add[k] + -div2_2;
        }
}

/* 18  dlayernorm25.weight = sum(dx * ((x - div1041) * div1049))
 *     dlayernorm25.bias = sum(dx)                                   gpt2_124m.lua:41 */
static void k18_dlayernorm25_bias(const float dx[restrict 4][64][768],
                                  const float x[restrict 4][64][768],
                                  const float div[restrict 4][64],
                                  const float div2[restrict 4][64],
                                  float dlayernorm25_weight[restrict 768],
                                  float dlayernorm25_bias[restrict 768])
{
    for (int i = 0; i < 12; i++) {
        float acc[64] = {0};
        float acc2[64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = (x[j][k][64 * i + l] - div[j][k]) * div2[j][k];
                    acc[l] += dx[j][k][64 * i + l] * t;
                    acc2[l] += dx[j][k][64 * i + l];
                }
        for (int j = 0; j < 64; j++)
            dlayernorm25_weight[64 * i + j] = acc[j];
        for (int j = 0; j < 64; j++)
            dlayernorm25_bias[64 * i + j] = acc2[j];
    }
}

/* 19  dx linear24.weight' * (0.5 * add1024) * (1 - tanh1031 * t...  gpt2_124m.lua:39 */
static void k19_add(const float dx[restrict 4][64][768],
                    const float linear24_weight[restrict 3072][768],
                    const float tanh[restrict 4][64][3072],
                    float add[restrict 4][64][3072])
{
    for (int i = 0; i < 48; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{4, 49152}, {64, 768}};
        static const MfAxis columns[] = {{64, 768}};
        static const MfTerm terms[] = {{768, 1, 1}};
        mf_productf(2, rows, 1, columns, 1, terms, &dx[0][0][0],
                    &linear24_weight[64 * i][0], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[64 * j + k][l];
                    const float t2 = tanh[j][k][64 * i + l] * tanh[j][k][64 * i + l];
                    const float t3 = t * (0.5f * add[j][k][64 * i + l]) * (1.0f - t2);
                    const float t4 = t3 * 0.7978846f;
                    const float t5 = t4 * 0.044715f * add[j][k][64 * i + l];
                    const float t6 = t5 * add[j][k][64 * i + l];
                    const float t7 = add[j][k][64 * i + l] * add[j][k][64 * i + l];
                    const float t8 = t * (1.0f + tanh[j][k][64 * i + l]) * 0.5f;
                    add[j][k][64 * i + l] = t4 + t4 * 0.044715f * t7 + t6 + t6 + t8;
                }
    }
}

/* 20  dlinear24.bias = sum(dx)                                      gpt2_124m.lua:39 */
static void k20_dlinear24_bias(const float dx[restrict 4][64][768],
                               float dlinear24_bias[restrict 768])
{
    for (int i = 0; i < 12; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    acc[l] += dx[j][k][64 * i + l];
        for (int j = 0; j < 64; j++)
            dlinear24_bias[64 * i + j] = acc[j];
    }
}

/* 21  dlinear23.bias = sum(add1137)                                 gpt2_124m.lua:39 */
static void k21_dlinear23_bias(const float add[restrict 4][64][3072],
                               float dlinear23_bias[restrict 3072])
{
    for (int i = 0; i < 48; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    acc[l] += add[j][k][64 * i + l];
        for (int j = 0; j < 64; j++)
            dlinear23_bias[64 * i + j] = acc[j];
    }
}

/* 22  add1137 linear23.weight'                                      gpt2_124m.lua:39 */
static void k22_contract(const float add[restrict 4][64][3072],
                         const float linear23_weight[restrict 768][3072],
                         float contract[restrict 4][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{4, 196608}, {64, 3072}};
        static const MfAxis columns[] = {{64, 3072}};
        static const MfTerm terms[] = {{3072, 1, 1}};
        mf_productf(2, rows, 1, columns, 1, terms, &add[0][0][0],
                    &linear23_weight[64 * i][0], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[j][k][64 * i + l] = acc[64 * j + k][l];
    }
}

/* 23  sum(contract1138 * ... * (add1001 - ...)) * div1011 / sqrt1010 * -0.5 / ...
 *     contract1138 * layernorm24.weight * div1011 + div1147 * (add1001 - ...
 *     sum(add1151) / 768
 *     dx + add1151 + -div1154                                       gpt2_124m.lua:39 */
static void k23_add(const float contract[restrict 4][64][768],
                    const float layernorm24_weight[restrict 768],
                    const float add[restrict 4][64][768],
                    const float div[restrict 4][64], const float div2[restrict 4][64],
                    const float sqrt_[restrict 4][64],
                    const float dx[restrict 4][64][768],
                    float add2[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = add[i][j][16 * k + l] - div[i][j];
                    const float t2 = layernorm24_weight[16 * k + l];
                    lane[l] += contract[i][j][16 * k + l] * t2 * t;
                }
            }
            const float sum = mf_sum16f(lane);
            const float t = sum * div2[i][j];
            const float t2 = t / sqrt_[i][j];
            const float t3 = t2 * -0.5f / sqrt_[i][j];
            const float div3 = t3 / 768.0f;
            float add3[768];
            for (int k = 0; k < 768; k++) {
                const float t4 = div3 * (add[i][j][k] - div[i][j]);
                const float t5 = contract[i][j][k] * layernorm24_weight[k];
                add3[k] = t5 * div2[i][j] + t4 + t4;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += add3[16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float div2_2 = sum2 / 768.0f;
            for (int k = 0; k < 768; k++)
                add2[i][j][k] = dx[i][j][k] + add3[k] + -div2_2;
        }
}

/* 24  add1157 multiheadattention12.out.weight'                      gpt2_124m.lua:39 */
static void k24_contract(const float add[restrict 4][64][768],
                         const float out_weight[restrict 768][768],
                         float contract[restrict 4][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{4, 49152}, {64, 768}};
        static const MfAxis columns[] = {{64, 768}};
        static const MfTerm terms[] = {{768, 1, 1}};
        mf_productf(2, rows, 1, columns, 1, terms, &add[0][0][0],
                    &out_weight[64 * i][0], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[j][k][64 * i + l] = acc[64 * j + k][l];
    }
}

/* 25  reshape1159 reshape(slice(add977))'                           gpt2_124m.lua:39 */
static void k25_contract(const float contract[restrict 4][64][12][64],
                         const float add[restrict 4][64][2304],
                         float contract2[restrict 4][12][64][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 768}};
            static const MfAxis columns[] = {{64, 2304}};
            static const MfTerm terms[] = {{64, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &contract[i][0][j][0],
                        &add[i][0][64 * j + 1536], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract2[i][j][k][l] = acc[k][l];
        }
}

/* 26  div991' reshape1159                                           gpt2_124m.lua:39 */
static void k26_contract(const float div[restrict 4][12][64][64],
                         const float contract[restrict 4][64][12][64],
                         float contract2[restrict 4][64][12][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{64, 64, 768}};
            mf_productf(1, rows, 1, columns, 1, terms, &div[i][j][0][0],
                        &contract[i][0][j][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract2[i][k][j][l] = acc[k][l];
        }
}

/* 27  -sum(contract1160 * div991 / sum989)
 *     where(iota >= iota, (contract1160 / sum989 + neg1165) * e...  gpt2_124m.lua:39 */
static void k27_mul(const float contract[restrict 4][12][64][64],
                    const float div[restrict 4][12][64][64],
                    const float sum[restrict 4][12][64],
                    float exp[restrict 4][12][64][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++)
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
                        exp[i][j][16 * k + r][l] = t2 * 0.125f;
                    }
                }
            }
}

/* 28  mul1171 reshape(slice(add977))                                gpt2_124m.lua:39 */
static void k28_contract(const float mul[restrict 4][12][64][64],
                         const float add[restrict 4][64][2304],
                         float contract[restrict 4][64][12][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 64}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{64, 1, 2304}};
            mf_productf(1, rows, 1, columns, 1, terms, &mul[i][j][0][0],
                        &add[i][0][64 * j + 768], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[i][k][j][l] = acc[k][l];
        }
}

/* 29  mul1171' reshape(slice(add977))                               gpt2_124m.lua:39 */
static void k29_contract(const float mul[restrict 4][12][64][64],
                         const float add[restrict 4][64][2304],
                         float contract[restrict 4][64][12][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{64, 64, 2304}};
            mf_productf(1, rows, 1, columns, 1, terms, &mul[i][j][0][0],
                        &add[i][0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[i][k][j][l] = acc[k][l];
        }
}

/* 30  concat(reshape1173, reshape1175, reshape1177)                 gpt2_124m.lua:39 */
static void k30_concat(const float contract[restrict 4][64][768],
                       const float contract2[restrict 4][64][768],
                       const float contract3[restrict 4][64][768],
                       float concat[restrict 4][64][2304])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 768; k++)
                concat[i][j][k] = contract[i][j][k];
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 768; k++)
                concat[i][j][k + 768] = contract2[i][j][k];
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 768; k++)
                concat[i][j][k + 1536] = contract3[i][j][k];
}

/* 31  dmultiheadattention12.qkv.bias = sum(concat1178)              gpt2_124m.lua:39 */
static void k31_qkv_bias(const float concat[restrict 4][64][2304],
                         float qkv_bias[restrict 2304])
{
    for (int i = 0; i < 36; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    acc[l] += concat[j][k][64 * i + l];
        for (int j = 0; j < 64; j++)
            qkv_bias[64 * i + j] = acc[j];
    }
}

/* 32  concat1178 multiheadattention12.qkv.weight'                   gpt2_124m.lua:39 */
static void k32_contract(const float concat[restrict 4][64][2304],
                         const float qkv_weight[restrict 768][2304],
                         float contract[restrict 4][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{4, 147456}, {64, 2304}};
        static const MfAxis columns[] = {{64, 2304}};
        static const MfTerm terms[] = {{2304, 1, 1}};
        mf_productf(2, rows, 1, columns, 1, terms, &concat[0][0][0],
                    &qkv_weight[64 * i][0], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[j][k][64 * i + l] = acc[64 * j + k][l];
    }
}

/* 33  dmultiheadattention12.out.weight = reshape995' add1157        gpt2_124m.lua:39 */
static void k33_out_weight(const float contract[restrict 4][64][768],
                           const float add[restrict 4][64][768],
                           float out_weight[restrict 768][768])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 12; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{256, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{4, 49152, 49152}, {64, 768, 768}};
            mf_productf(1, rows, 1, columns, 2, terms, &contract[0][0][256 * i],
                        &add[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 256; k++)
                for (int l = 0; l < 64; l++)
                    out_weight[256 * i + k][64 * j + l] = acc[k][l];
        }
}

/* 34  sum(contract2015 * ... * sub15) * div23 / sqrt22 * -0.5 / sqrt22 / 768
 *     contract2015 * layernorm1.weight * div23 + div2024 * sub15 + div2024 * ...
 *     sum(add2028) / 768
 *     dx = add1994 + add2028 + -div2031                             gpt2_124m.lua:39 */
static void k34_dx(const float contract[restrict 4][64][768],
                   const float layernorm1_weight[restrict 768],
                   const float sub[restrict 4][64][768],
                   const float div[restrict 4][64], const float sqrt_[restrict 4][64],
                   const float add[restrict 4][64][768], float dx[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = layernorm1_weight[16 * k + l];
                    lane[l] += contract[i][j][16 * k + l] * t * sub[i][j][16 * k + l];
                }
            }
            const float sum = mf_sum16f(lane);
            const float t = sum * div[i][j];
            const float t2 = t / sqrt_[i][j];
            const float t3 = t2 * -0.5f / sqrt_[i][j];
            const float div2 = t3 / 768.0f;
            float add2[768];
            for (int k = 0; k < 768; k++) {
                const float t4 = div2 * sub[i][j][k];
                const float t5 = contract[i][j][k] * layernorm1_weight[k] * div[i][j];
                add2[k] = t5 + t4 + t4;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += add2[16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float div2_2 = sum2 / 768.0f;
            for (int k = 0; k < 768; k++)
                dx[i][j][k] = add[i][j][k] + add2[k] + -div2_2;
        }
}

/* 35  dlayernorm1.weight = sum(contract2015 * (sub15 * div23))
 *     dlayernorm1.bias = sum(contract2015)                          gpt2_124m.lua:39 */
static void k35_dlayernorm1_bias(const float contract[restrict 4][64][768],
                                 const float sub[restrict 4][64][768],
                                 const float div[restrict 4][64],
                                 float dlayernorm1_weight[restrict 768],
                                 float dlayernorm1_bias[restrict 768])
{
    for (int i = 0; i < 12; i++) {
        float acc[64] = {0};
        float acc2[64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = sub[j][k][64 * i + l] * div[j][k];
                    acc[l] += contract[j][k][64 * i + l] * t;
                    acc2[l] += contract[j][k][64 * i + l];
                }
        for (int j = 0; j < 64; j++)
            dlayernorm1_weight[64 * i + j] = acc[j];
        for (int j = 0; j < 64; j++)
            dlayernorm1_bias[64 * i + j] = acc2[j];
    }
}

/* 36  sum(dx)                                                       gpt2_124m.lua:37 */
static void k36_sum(const float dx[restrict 4][64][768], float sum[restrict 64][768])
{
    for (int i = 0; i < 64; i++) {
        float acc[12][64] = {0};
        for (int j = 0; j < 12; j++)
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    acc[j][l] += dx[k][i][64 * j + l];
        for (int j = 0; j < 12; j++)
            for (int k = 0; k < 64; k++)
                sum[i][64 * j + k] = acc[j][k];
    }
}

/* 37  dmultiheadattention12.qkv.weight = add972' concat1178         gpt2_124m.lua:39 */
static void k37_qkv_weight(const float add[restrict 4][64][768],
                           const float concat[restrict 4][64][2304],
                           float qkv_weight[restrict 768][2304])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 36; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{256, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{4, 49152, 147456}, {64, 768, 2304}};
            mf_productf(1, rows, 1, columns, 2, terms, &add[0][0][256 * i],
                        &concat[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 256; k++)
                for (int l = 0; l < 64; l++)
                    qkv_weight[256 * i + k][64 * j + l] = acc[k][l];
        }
}

/* 38  dlinear24.weight = mul1033' dx                                gpt2_124m.lua:39 */
static void k38_dlinear24_weight(const float mul[restrict 4][64][3072],
                                 const float dx[restrict 4][64][768],
                                 float dlinear24_weight[restrict 3072][768])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 12; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{256, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{4, 196608, 49152}, {64, 3072, 768}};
            mf_productf(1, rows, 1, columns, 2, terms, &mul[0][0][256 * i],
                        &dx[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 256; k++)
                for (int l = 0; l < 64; l++)
                    dlinear24_weight[256 * i + k][64 * j + l] = acc[k][l];
        }
}

/* 39  dlinear23.weight = add1019' add1137                           gpt2_124m.lua:39 */
static void k39_dlinear23_weight(const float add[restrict 4][64][768],
                                 const float add2[restrict 4][64][3072],
                                 float dlinear23_weight[restrict 768][3072])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 48; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{256, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{4, 49152, 196608}, {64, 768, 3072}};
            mf_productf(1, rows, 1, columns, 2, terms, &add[0][0][256 * i],
                        &add2[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 256; k++)
                for (int l = 0; l < 64; l++)
                    dlinear23_weight[256 * i + k][64 * j + l] = acc[k][l];
        }
}

/* 40  scatter(dx, tokens)                                           gpt2_124m.lua:37 */
static void k40_scatter(const int32_t tokens[restrict 4][64],
                        const float dx[restrict 4][64][768],
                        float scatter[restrict 50257][768])
{
    for (int i = 0; i < 50257; i++)
        for (int j = 0; j < 768; j++)
            scatter[i][j] = 0.0f;
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 768; k++) {
                const int at = tokens[i][j];
                scatter[at][k] += dx[i][j][k];
            }
}

/* 41  dembedding1.weight = dlogits' x + scatter2035                 gpt2_124m.lua:37 */
static void k41_dembedding1_weight(const float dlogits[restrict 4][64][50257],
                                   const float x[restrict 4][64][768],
                                   float scatter[restrict 50257][768])
{
    for (int i = 0; i < 196; i++)
        for (int j = 0; j < 12; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{256, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{4, 3216448, 49152}, {64, 50257, 768}};
            mf_productf(1, rows, 1, columns, 2, terms, &dlogits[0][0][256 * i],
                        &x[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 256; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = scatter[256 * i + k][64 * j + l];
                    scatter[256 * i + k][64 * j + l] = acc[k][l] + t;
                }
        }
    for (int i = 0; i < 12; i++) {
        float acc[81][64];
        static const MfAxis rows[] = {{81, 1}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{4, 3216448, 49152}, {64, 50257, 768}};
        mf_productf(1, rows, 1, columns, 2, terms, &dlogits[0][0][50176],
                    &x[0][0][64 * i], acc[0], 64);
        for (int j = 0; j < 81; j++)
            for (int k = 0; k < 64; k++) {
                const float t = scatter[j + 50176][64 * i + k];
                scatter[j + 50176][64 * i + k] = acc[j][k] + t;
            }
    }
}

/* 42  sum(dembedding1.weight * dembedding1.weight) + sum(pad(su...  gpt2_124m.lua:47 */
static void k42_add(const float dembedding1_weight[restrict 50257][768],
                    const float sum[restrict 64][768], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 50257; i++)
        for (int j = 0; j < 48; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = dembedding1_weight[i][16 * j + k];
                lane[k] += t * dembedding1_weight[i][16 * j + k];
            }
        }
    const float sum2 = mf_sum16f(lane);
    float lane2[16] = {0};
    for (int i = 0; i < 1024; i++)
        for (int j = 0; j < 48; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = i < 64 ? sum[i][16 * j + k] : 0.0f;
                lane2[k] += t * t;
            }
        }
    const float sum2_2 = mf_sum16f(lane2);
    *add = sum2 + sum2_2;
}

/* 43  add2043 + sum(dmultiheadattention1.qkv.weight * ...           gpt2_124m.lua:47 */
static void k43_add(const float qkv_weight[restrict 768][2304], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 144; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += qkv_weight[i][16 * j + k] * qkv_weight[i][16 * j + k];
        }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 44  add2047 + sum(dmultiheadattention1.qkv.bias * ...             gpt2_124m.lua:47 */
static void k44_add(const float qkv_bias[restrict 2304], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 144; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += qkv_bias[16 * i + j] * qkv_bias[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 45  add2051 + sum(dmultiheadattention1.out.weight * ...           gpt2_124m.lua:47 */
static void k45_add(const float out_weight[restrict 768][768], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 48; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += out_weight[i][16 * j + k] * out_weight[i][16 * j + k];
        }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 46  add2055 + sum(dmultiheadattention1.out.bias * ...             gpt2_124m.lua:47 */
static void k46_add(const float out_bias[restrict 768], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 48; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += out_bias[16 * i + j] * out_bias[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 47  add2077 + sum(dlinear1.weight * dlinear1.weight)              gpt2_124m.lua:47 */
static void k47_add(const float dlinear1_weight[restrict 768][3072],
                    float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 192; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = dlinear1_weight[i][16 * j + k];
                lane[k] += t * dlinear1_weight[i][16 * j + k];
            }
        }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 48  add2081 + sum(dlinear1.bias * dlinear1.bias)                  gpt2_124m.lua:47 */
static void k48_add(const float dlinear1_bias[restrict 3072], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 192; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += dlinear1_bias[16 * i + j] * dlinear1_bias[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 49  add2085 + sum(dlinear2.weight * dlinear2.weight)              gpt2_124m.lua:47 */
static void k49_add(const float dlinear2_weight[restrict 3072][768],
                    float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 3072; i++)
        for (int j = 0; j < 48; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = dlinear2_weight[i][16 * j + k];
                lane[k] += t * dlinear2_weight[i][16 * j + k];
            }
        }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 50  1 / (sqrt(add2648 + sum(dlayernorm25.bias * dlayernorm25....  gpt2_124m.lua:47 */
static void k50_div(const float dlayernorm25_bias[restrict 768], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 48; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += dlayernorm25_bias[16 * i + j] * dlayernorm25_bias[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    const float t = *add + sum;
    const float grad_norm = sqrtf(t);
    *add = 1.0f / (grad_norm + 1e-06f);
}

/* 51  adamw.m.embedding1.weight = where(abs(beta1 * adamw.m.emb...  gpt2_124m.lua:47 */
static void k51_m_embedding1_weight(float beta1,
                                    const float dembedding1_weight[restrict 50257][768],
                                    float div,
                                    float m_embedding1_weight[restrict 50257][768])
{
    for (int i = 0; i < 50257; i++)
        for (int j = 0; j < 768; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (dembedding1_weight[i][j] * clip);
            const float t2 = beta1 * m_embedding1_weight[i][j] + t;
            m_embedding1_weight[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        }
}

/* 52  adamw.v.positions = where(abs(beta2 * adamw.v.positions +...  gpt2_124m.lua:47 */
static void k52_adamw_v_positions(float beta2, const float sum[restrict 64][768],
                                  float div,
                                  float adamw_v_positions[restrict 1024][768])
{
    for (int i = 0; i < 1024; i++) {
        MF_ROLLED
        for (int j = 0; j < 768; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (i < 64 ? sum[i][j] : 0.0f) * clip;
            const float t2 = beta2 * adamw_v_positions[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            adamw_v_positions[i][j] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
        }
    }
}

/* 53  adamw.v.multiheadattention1.qkv.weight = where(abs(beta2 ...  gpt2_124m.lua:47 */
static void k53_qkv_weight(float beta2, const float qkv_weight[restrict 768][2304],
                           float div, float qkv_weight2[restrict 768][2304])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 2304; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = qkv_weight[i][j] * clip;
            const float t2 = beta2 * qkv_weight2[i][j] + (1.0f - beta2) * (t * t);
            qkv_weight2[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        }
}

/* 54  adamw.v.multiheadattention1.qkv.bias = where(abs(beta2 * ...  gpt2_124m.lua:47 */
static void k54_qkv_bias(float beta2, const float qkv_bias[restrict 2304], float div,
                         float qkv_bias2[restrict 2304])
{
    for (int i = 0; i < 2304; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = qkv_bias[i] * clip;
        const float t2 = beta2 * qkv_bias2[i] + (1.0f - beta2) * (t * t);
        qkv_bias2[i] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
    }
}

/* 55  adamw.v.multiheadattention1.out.weight = where(abs(beta2 ...  gpt2_124m.lua:47 */
static void k55_out_weight(float beta2, const float out_weight[restrict 768][768],
                           float div, float out_weight2[restrict 768][768])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 768; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = out_weight[i][j] * clip;
            const float t2 = beta2 * out_weight2[i][j] + (1.0f - beta2) * (t * t);
            out_weight2[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        }
}

/* 56  adamw.v.multiheadattention1.out.bias = where(abs(beta2 * ...  gpt2_124m.lua:47 */
static void k56_out_bias(float beta2, const float out_bias[restrict 768], float div,
                         float out_bias2[restrict 768])
{
    for (int i = 0; i < 768; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = out_bias[i] * clip;
        const float t2 = beta2 * out_bias2[i] + (1.0f - beta2) * (t * t);
        out_bias2[i] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
    }
}

/* 57  adamw.v.linear1.weight = where(abs(beta2 * adamw.v.linear...  gpt2_124m.lua:47 */
static void k57_v_linear1_weight(float beta2,
                                 const float dlinear1_weight[restrict 768][3072],
                                 float div, float v_linear1_weight[restrict 768][3072])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 3072; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = dlinear1_weight[i][j] * clip;
            const float t2 = beta2 * v_linear1_weight[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            v_linear1_weight[i][j] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
        }
}

/* 58  adamw.v.linear1.bias = where(abs(beta2 * adamw.v.linear1....  gpt2_124m.lua:47 */
static void k58_adamw_v_linear1_bias(float beta2,
                                     const float dlinear1_bias[restrict 3072],
                                     float div,
                                     float adamw_v_linear1_bias[restrict 3072])
{
    for (int i = 0; i < 3072; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = dlinear1_bias[i] * clip;
        const float t2 = beta2 * adamw_v_linear1_bias[i];
        const float t2_2 = t2 + (1.0f - beta2) * (t * t);
        adamw_v_linear1_bias[i] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
    }
}

/* 59  adamw.v.linear2.weight = where(abs(beta2 * adamw.v.linear...  gpt2_124m.lua:47 */
static void k59_v_linear2_weight(float beta2,
                                 const float dlinear2_weight[restrict 3072][768],
                                 float div, float v_linear2_weight[restrict 3072][768])
{
    for (int i = 0; i < 3072; i++)
        for (int j = 0; j < 768; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = dlinear2_weight[i][j] * clip;
            const float t2 = beta2 * v_linear2_weight[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            v_linear2_weight[i][j] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
        }
}

/* 60  adamw.v.embedding1.weight = where(abs(beta2 * adamw.v.embedding1.weight + (1 -...
 *     embedding1.weight = embedding1.weight * (1 - lr * weight_...  gpt2_124m.lua:47 */
static void k60_embedding1_weight(float beta2,
                                  const float dembedding1_weight[restrict 50257][768],
                                  float div, float lr, float weight_decay, float div2,
                                  const float where[restrict 50257][768], float sqrt_,
                                  float eps,
                                  float v_embedding1_weight[restrict 50257][768],
                                  float embedding1_weight[restrict 50257][768])
{
    for (int i = 0; i < 50257; i++)
        for (int j = 0; j < 768; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = dembedding1_weight[i][j] * clip;
            const float t2 = beta2 * v_embedding1_weight[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            const float t3 = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
            v_embedding1_weight[i][j] = t3;
            const float t4 = embedding1_weight[i][j] * (1.0f - lr * weight_decay);
            const float t5 = div2 * where[i][j] / (sqrtf(t3) / sqrt_ + eps);
            embedding1_weight[i][j] = t4 - t5;
        }
}

/* 61  adamw.m.positions = where(abs(beta1 * adamw.m.positions + (1 - beta1) * (pad(s...
 *     positions = positions * (1 - lr * weight_decay) - div1083...  gpt2_124m.lua:47 */
static void k61_positions(float beta1, const float sum[restrict 64][768], float div,
                          float lr, float weight_decay, float div2,
                          const float where[restrict 1024][768], float sqrt_, float eps,
                          float adamw_m_positions[restrict 1024][768],
                          float positions[restrict 1024][768])
{
    for (int i = 0; i < 1024; i++) {
        MF_ROLLED
        for (int j = 0; j < 768; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * ((i < 64 ? sum[i][j] : 0.0f) * clip);
            const float t2 = beta1 * adamw_m_positions[i][j] + t;
            const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            adamw_m_positions[i][j] = t3;
            const float t4 = div2 * t3 / (sqrtf(where[i][j]) / sqrt_ + eps);
            positions[i][j] = positions[i][j] * (1.0f - lr * weight_decay) - t4;
        }
    }
}

/* 62  adamw.m.multiheadattention1.qkv.weight = where(abs(beta1 * adamw.m.multiheadat...
 *     multiheadattention1.qkv.weight = multiheadattention1.qkv....  gpt2_124m.lua:47 */
static void k62_qkv_weight(float beta1, const float qkv_weight[restrict 768][2304],
                           float div, float lr, float weight_decay, float div2,
                           const float where[restrict 768][2304], float sqrt_,
                           float eps, float qkv_weight2[restrict 768][2304],
                           float qkv_weight3[restrict 768][2304])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 2304; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (qkv_weight[i][j] * clip);
            const float t2 = beta1 * qkv_weight2[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            qkv_weight2[i][j] = t2_2;
            const float t3 = div2 * t2_2 / (sqrtf(where[i][j]) / sqrt_ + eps);
            qkv_weight3[i][j] = qkv_weight3[i][j] * (1.0f - lr * weight_decay) - t3;
        }
}

/* 63  adamw.m.multiheadattention1.qkv.bias = where(abs(beta1 * adamw.m.multiheadatte...
 *     multiheadattention1.qkv.bias = multiheadattention1.qkv.bi...  gpt2_124m.lua:47 */
static void k63_qkv_bias(float beta1, const float qkv_bias[restrict 2304], float div,
                         float div2, const float where[restrict 2304], float sqrt_,
                         float eps, float qkv_bias2[restrict 2304],
                         float qkv_bias3[restrict 2304])
{
    for (int i = 0; i < 2304; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = (1.0f - beta1) * (qkv_bias[i] * clip);
        const float t2 = beta1 * qkv_bias2[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        qkv_bias2[i] = t2_2;
        qkv_bias3[i] = qkv_bias3[i] - div2 * t2_2 / (sqrtf(where[i]) / sqrt_ + eps);
    }
}

/* 64  adamw.m.multiheadattention1.out.weight = where(abs(beta1 * adamw.m.multiheadat...
 *     multiheadattention1.out.weight = multiheadattention1.out....  gpt2_124m.lua:47 */
static void k64_out_weight(float beta1, const float out_weight[restrict 768][768],
                           float div, float lr, float weight_decay, float div2,
                           const float where[restrict 768][768], float sqrt_, float eps,
                           float out_weight2[restrict 768][768],
                           float out_weight3[restrict 768][768])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 768; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (out_weight[i][j] * clip);
            const float t2 = beta1 * out_weight2[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            out_weight2[i][j] = t2_2;
            const float t3 = div2 * t2_2 / (sqrtf(where[i][j]) / sqrt_ + eps);
            out_weight3[i][j] = out_weight3[i][j] * (1.0f - lr * weight_decay) - t3;
        }
}

/* 65  adamw.m.multiheadattention1.out.bias = where(abs(beta1 * adamw.m.multiheadatte...
 *     multiheadattention1.out.bias = multiheadattention1.out.bi...  gpt2_124m.lua:47 */
static void k65_out_bias(float beta1, const float out_bias[restrict 768], float div,
                         float div2, const float where[restrict 768], float sqrt_,
                         float eps, float out_bias2[restrict 768],
                         float out_bias3[restrict 768])
{
    for (int i = 0; i < 768; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = (1.0f - beta1) * (out_bias[i] * clip);
        const float t2 = beta1 * out_bias2[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        out_bias2[i] = t2_2;
        out_bias3[i] = out_bias3[i] - div2 * t2_2 / (sqrtf(where[i]) / sqrt_ + eps);
    }
}

/* 66  adamw.m.linear1.weight = where(abs(beta1 * adamw.m.linear1.weight + (1 - beta1...
 *     linear1.weight = linear1.weight * (1 - lr * weight_decay)...  gpt2_124m.lua:47 */
static void k66_linear1_weight(float beta1,
                               const float dlinear1_weight[restrict 768][3072],
                               float div, float lr, float weight_decay, float div2,
                               const float where[restrict 768][3072], float sqrt_,
                               float eps, float m_linear1_weight[restrict 768][3072],
                               float linear1_weight[restrict 768][3072])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 3072; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (dlinear1_weight[i][j] * clip);
            const float t2 = beta1 * m_linear1_weight[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            m_linear1_weight[i][j] = t2_2;
            const float t3 = linear1_weight[i][j] * (1.0f - lr * weight_decay);
            const float t4 = div2 * t2_2 / (sqrtf(where[i][j]) / sqrt_ + eps);
            linear1_weight[i][j] = t3 - t4;
        }
}

/* 67  adamw.m.linear1.bias = where(abs(beta1 * adamw.m.linear1.bias + (1 - beta1) * ...
 *     linear1.bias = linear1.bias - div1083 * where2992 / (sqrt...  gpt2_124m.lua:47 */
static void k67_linear1_bias(float beta1, const float dlinear1_bias[restrict 3072],
                             float div, float div2, const float where[restrict 3072],
                             float sqrt_, float eps,
                             float adamw_m_linear1_bias[restrict 3072],
                             float linear1_bias[restrict 3072])
{
    for (int i = 0; i < 3072; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = (1.0f - beta1) * (dlinear1_bias[i] * clip);
        const float t2 = beta1 * adamw_m_linear1_bias[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        adamw_m_linear1_bias[i] = t2_2;
        const float t3 = div2 * t2_2 / (sqrtf(where[i]) / sqrt_ + eps);
        linear1_bias[i] = linear1_bias[i] - t3;
    }
}

/* 68  adamw.m.linear2.weight = where(abs(beta1 * adamw.m.linear2.weight + (1 - beta1...
 *     linear2.weight = linear2.weight * (1 - lr * weight_decay)...  gpt2_124m.lua:47 */
static void k68_linear2_weight(float beta1,
                               const float dlinear2_weight[restrict 3072][768],
                               float div, float lr, float weight_decay, float div2,
                               const float where[restrict 3072][768], float sqrt_,
                               float eps, float m_linear2_weight[restrict 3072][768],
                               float linear2_weight[restrict 3072][768])
{
    for (int i = 0; i < 3072; i++)
        for (int j = 0; j < 768; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (dlinear2_weight[i][j] * clip);
            const float t2 = beta1 * m_linear2_weight[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            m_linear2_weight[i][j] = t2_2;
            const float t3 = linear2_weight[i][j] * (1.0f - lr * weight_decay);
            const float t4 = div2 * t2_2 / (sqrtf(where[i][j]) / sqrt_ + eps);
            linear2_weight[i][j] = t3 - t4;
        }
}

/* 69  sum(gather(embedding1.weight, tokens) + slice(positions)) / 768
 *     gather(embedding1.weight, tokens) + slice(positions) - div13
 *     1 / sqrt(sum(sub15 * sub15) / 768 + 1e-05)
 *     sub15 * div23 * layernorm1.weight + layernorm1.bias           gpt2_124m.lua:39 */
static void k69_add(const int32_t tokens[restrict 4][64],
                    const float embedding1_weight[restrict 50257][768],
                    const float positions[restrict 1024][768],
                    const float layernorm1_weight[restrict 768],
                    const float layernorm1_bias[restrict 768],
                    float add[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const int at = tokens[i][j];
                    const float t = embedding1_weight[at][16 * k + l];
                    lane[l] += t + positions[j][16 * k + l];
                }
            }
            const float sum = mf_sum16f(lane);
            const float div = sum / 768.0f;
            float sub[768];
            for (int k = 0; k < 768; k++) {
                const int at = tokens[i][j];
                const float x = embedding1_weight[at][k] + positions[j][k];
                sub[k] = x - div;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += sub[16 * k + l] * sub[16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 / 768.0f;
            const float t2 = sqrtf(t + 1e-05f);
            const float div2 = 1.0f / t2;
            for (int k = 0; k < 768; k++) {
                const float t3 = sub[k] * div2 * layernorm1_weight[k];
                add[i][j][k] = t3 + layernorm1_bias[k];
            }
        }
}

/* 70  max(where45)
 *     exp(where45 - max46)
 *     sum(exp49)
 *     exp49 / sum50                                                 gpt2_124m.lua:39 */
static void k70_div(const float where[restrict 4][12][64][64],
                    float div[restrict 4][12][64][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++)
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

/* 71  sum(add62) / 768
 *     1 / sqrt(sum((add62 - div65) * (add62 - div65)) / 768 + 1e-05)
 *     (add62 - div65) * div73 * layernorm2.weight + layernorm2....  gpt2_124m.lua:39 */
static void k71_add(const float add[restrict 4][64][768],
                    const float layernorm2_weight[restrict 768],
                    const float layernorm2_bias[restrict 768],
                    float add2[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] += add[i][j][16 * k + l];
            }
            const float sum = mf_sum16f(lane);
            const float div = sum / 768.0f;
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = add[i][j][16 * k + l] - div;
                    lane2[l] += t * t;
                }
            }
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 / 768.0f;
            const float t2 = sqrtf(t + 1e-05f);
            const float div2 = 1.0f / t2;
            for (int k = 0; k < 768; k++) {
                const float t3 = (add[i][j][k] - div) * div2 * layernorm2_weight[k];
                add2[i][j][k] = t3 + layernorm2_bias[k];
            }
        }
}

/* 72  0.5 * (add81 linear1.weight + linear1.bias) * (1 + tanh(0...  gpt2_124m.lua:39 */
static void k72_mul(const float add[restrict 4][64][768],
                    const float linear1_weight[restrict 768][3072],
                    const float linear1_bias[restrict 3072],
                    float mul[restrict 4][64][3072])
{
    for (int i = 0; i < 48; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{4, 49152}, {64, 768}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{768, 1, 3072}};
        mf_productf(2, rows, 1, columns, 1, terms, &add[0][0][0],
                    &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = linear1_bias[64 * i + l];
                    const float t2 = acc[64 * j + k][l] + t;
                    const float t3 = 0.7978846f * (t2 + 0.044715f * (t2 * t2 * t2));
                    mul[j][k][64 * i + l] = 0.5f * t2 * (1.0f + mf_tanhf(t3));
                }
    }
}

/* 73  x = add62 + (mul98 linear2.weight + linear2.bias)             gpt2_124m.lua:39 */
static void k73_x(const float mul[restrict 4][64][3072],
                  const float linear2_weight[restrict 3072][768],
                  const float linear2_bias[restrict 768],
                  float add[restrict 4][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{4, 196608}, {64, 3072}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{3072, 1, 768}};
        mf_productf(2, rows, 1, columns, 1, terms, &mul[0][0][0],
                    &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[64 * j + k][l] + linear2_bias[64 * i + l];
                    add[j][k][64 * i + l] = add[j][k][64 * i + l] + t;
                }
    }
}

/* 74  x + (reshape145 multiheadattention2.out.weight + ...          gpt2_124m.lua:39 */
static void k74_add(const float contract[restrict 4][64][768],
                    const float out_weight[restrict 768][768],
                    const float out_bias[restrict 768], float x[restrict 4][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{4, 49152}, {64, 768}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{768, 1, 768}};
        mf_productf(2, rows, 1, columns, 1, terms, &contract[0][0][0],
                    &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[64 * j + k][l] + out_bias[64 * i + l];
                    x[j][k][64 * i + l] = x[j][k][64 * i + l] + t;
                }
    }
}

/* 75  max(logits)
 *     sum(exp(logits - max1059))                                    gpt2_124m.lua:43 */
static void k75_sum(const float logits[restrict 4][64][50257],
                    float max[restrict 4][64], float sum[restrict 4][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16];
            for (int i0 = 0; i0 < 16; i0++)
                lane[i0] = -INFINITY;
            for (int k = 0; k < 3141; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] = mf_maxf(logits[i][j][16 * k + l], lane[l]);
            }
            lane[0] = mf_maxf(logits[i][j][50256], lane[0]);
            const float top = mf_max16f(lane);
            max[i][j] = top;
            float lane2[16] = {0};
            for (int k = 0; k < 3141; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += mf_expf(logits[i][j][16 * k + l] - max[i][j]);
            }
            lane2[0] += mf_expf(logits[i][j][50256] - max[i][j]);
            const float sum2 = mf_sum16f(lane2);
            sum[i][j] = sum2;
        }
}

/* 76  sum(gather(embedding1.weight, tokens) + slice(positions)) / 768
 *     gather(embedding1.weight, tokens) + slice(positions) - div13
 *     1 / sqrt(sum(sub15 * sub15) / 768 + 1e-05)
 *     sub15 * div23 * layernorm1.weight + layernorm1.bias           gpt2_124m.lua:39 */
static void k76_add(const int32_t tokens[restrict 1][64],
                    const float embedding1_weight[restrict 50257][768],
                    const float positions[restrict 1024][768],
                    const float layernorm1_weight[restrict 768],
                    const float layernorm1_bias[restrict 768],
                    float div[restrict 1][64], float sub[restrict 1][64][768],
                    float div2[restrict 1][64], float add[restrict 1][64][768])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 48; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const int at = tokens[0][i];
                lane[k] += embedding1_weight[at][16 * j + k] + positions[i][16 * j + k];
            }
        }
        const float sum = mf_sum16f(lane);
        div[0][i] = sum / 768.0f;
        for (int j = 0; j < 768; j++) {
            const int at = tokens[0][i];
            const float x = embedding1_weight[at][j] + positions[i][j];
            sub[0][i][j] = x - div[0][i];
        }
        float lane2[16] = {0};
        for (int j = 0; j < 48; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane2[k] += sub[0][i][16 * j + k] * sub[0][i][16 * j + k];
        }
        const float sum2 = mf_sum16f(lane2);
        const float t = sum2 / 768.0f;
        const float t2 = sqrtf(t + 1e-05f);
        div2[0][i] = 1.0f / t2;
        for (int j = 0; j < 768; j++) {
            const float t3 = sub[0][i][j] * div2[0][i] * layernorm1_weight[j];
            add[0][i][j] = t3 + layernorm1_bias[j];
        }
    }
}

/* 77  add31 multiheadattention1.qkv.weight + multiheadattention...  gpt2_124m.lua:39 */
static void k77_add(const float add[restrict 1][64][768],
                    const float qkv_weight[restrict 768][2304],
                    const float qkv_bias[restrict 2304],
                    float add2[restrict 1][64][2304])
{
    for (int i = 0; i < 36; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 768}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{768, 1, 2304}};
        mf_productf(1, rows, 1, columns, 1, terms, &add[0][0][0],
                    &qkv_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                add2[0][j][64 * i + k] = acc[j][k] + qkv_bias[64 * i + k];
    }
}

/* 78  where(iota >= iota, reshape(slice(add36)) reshape(slice(a...  gpt2_124m.lua:39 */
static void k78_where(const float add[restrict 1][64][2304],
                      float where[restrict 1][12][64][64])
{
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 2304}};
        static const MfAxis columns[] = {{64, 2304}};
        static const MfTerm terms[] = {{64, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &add[0][0][64 * i],
                    &add[0][0][64 * i + 768], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] * 0.125f;
                where[0][i][j][k] = j >= k ? t : -INFINITY;
            }
    }
}

/* 79  max(where45)
 *     exp(where45 - max46)
 *     sum(exp49)
 *     exp49 / sum50                                                 gpt2_124m.lua:39 */
static void k79_div(const float where[restrict 1][12][64][64],
                    float max[restrict 1][12][64], float exp[restrict 1][12][64][64],
                    float sum[restrict 1][12][64], float div[restrict 1][12][64][64])
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

/* 80  div52 reshape(slice(add36))                                   gpt2_124m.lua:39 */
static void k80_contract(const float div[restrict 1][12][64][64],
                         const float add[restrict 1][64][2304],
                         float contract[restrict 1][64][12][64])
{
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 64}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{64, 1, 2304}};
        mf_productf(1, rows, 1, columns, 1, terms, &div[0][i][0][0],
                    &add[0][0][64 * i + 1536], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                contract[0][j][i][k] = acc[j][k];
    }
}

/* 81  gather(embedding1.weight, tokens) + slice(positions) + (r...  gpt2_124m.lua:39 */
static void k81_add(const float contract[restrict 1][64][768],
                    const float out_weight[restrict 768][768],
                    const int32_t tokens[restrict 1][64],
                    const float embedding1_weight[restrict 50257][768],
                    const float positions[restrict 1024][768],
                    const float out_bias[restrict 768], float add[restrict 1][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 768}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{768, 1, 768}};
        mf_productf(1, rows, 1, columns, 1, terms, &contract[0][0][0],
                    &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const int at = tokens[0][j];
                const float t = embedding1_weight[at][64 * i + k];
                const float x = t + positions[j][64 * i + k];
                add[0][j][64 * i + k] = x + (acc[j][k] + out_bias[64 * i + k]);
            }
    }
}

/* 82  sum(add62) / 768
 *     1 / sqrt(sum((add62 - div65) * (add62 - div65)) / 768 + 1e-05)
 *     (add62 - div65) * div73 * layernorm2.weight + layernorm2....  gpt2_124m.lua:39 */
static void k82_add(const float add[restrict 1][64][768],
                    const float layernorm2_weight[restrict 768],
                    const float layernorm2_bias[restrict 768],
                    float div[restrict 1][64], float div2[restrict 1][64],
                    float add2[restrict 1][64][768])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 48; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += add[0][i][16 * j + k];
        }
        const float sum = mf_sum16f(lane);
        div[0][i] = sum / 768.0f;
        float lane2[16] = {0};
        for (int j = 0; j < 48; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = add[0][i][16 * j + k] - div[0][i];
                lane2[k] += t * t;
            }
        }
        const float sum2 = mf_sum16f(lane2);
        const float t = sum2 / 768.0f;
        const float t2 = sqrtf(t + 1e-05f);
        div2[0][i] = 1.0f / t2;
        for (int j = 0; j < 768; j++) {
            const float t3 = (add[0][i][j] - div[0][i]) * div2[0][i];
            add2[0][i][j] = t3 * layernorm2_weight[j] + layernorm2_bias[j];
        }
    }
}

/* 83  0.5 * (add81 linear1.weight + linear1.bias) * (1 + tanh(0...  gpt2_124m.lua:39 */
static void k83_mul(const float add[restrict 1][64][768],
                    const float linear1_weight[restrict 768][3072],
                    const float linear1_bias[restrict 3072],
                    float mul[restrict 1][64][3072])
{
    for (int i = 0; i < 48; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 768}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{768, 1, 3072}};
        mf_productf(1, rows, 1, columns, 1, terms, &add[0][0][0],
                    &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] + linear1_bias[64 * i + k];
                const float t2 = mf_tanhf(0.7978846f * (t + 0.044715f * (t * t * t)));
                mul[0][j][64 * i + k] = 0.5f * t * (1.0f + t2);
            }
    }
}

/* 84  x = add62 + (mul98 linear2.weight + linear2.bias)             gpt2_124m.lua:39 */
static void k84_x(const float mul[restrict 1][64][3072],
                  const float linear2_weight[restrict 3072][768],
                  const float linear2_bias[restrict 768],
                  float add[restrict 1][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 3072}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{3072, 1, 768}};
        mf_productf(1, rows, 1, columns, 1, terms, &mul[0][0][0],
                    &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] + linear2_bias[64 * i + k];
                add[0][j][64 * i + k] = add[0][j][64 * i + k] + t;
            }
    }
}

/* 85  x + (reshape145 multiheadattention2.out.weight + ...          gpt2_124m.lua:39 */
static void k85_add(const float contract[restrict 1][64][768],
                    const float out_weight[restrict 768][768],
                    const float out_bias[restrict 768], float x[restrict 1][64][768])
{
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 768}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{768, 1, 768}};
        mf_productf(1, rows, 1, columns, 1, terms, &contract[0][0][0],
                    &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] + out_bias[64 * i + k];
                x[0][j][64 * i + k] = x[0][j][64 * i + k] + t;
            }
    }
}

/* 86  logits = x embedding1.weight'                                 gpt2_124m.lua:42 */
static void k86_logits(const float embedding1_weight[restrict 50257][768],
                       const float x[restrict 1][64][768],
                       float logits[restrict 1][64][50257])
{
    for (int i = 0; i < 196; i++) {
        float acc[64][256];
        static const MfAxis rows[] = {{256, 768}};
        static const MfAxis columns[] = {{64, 768}};
        static const MfTerm terms[] = {{768, 1, 1}};
        mf_product_turnedf(1, rows, 1, columns, 1, terms,
                           &embedding1_weight[256 * i][0], &x[0][0][0], acc[0], 256);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 256; k++)
                logits[0][j][256 * i + k] = acc[j][k];
    }
    float acc[64][96];
    static const MfAxis rows[] = {{81, 768}};
    static const MfAxis columns[] = {{64, 768}};
    static const MfTerm terms[] = {{768, 1, 1}};
    mf_product_turnedf(1, rows, 1, columns, 1, terms, &embedding1_weight[50176][0],
                       &x[0][0][0], acc[0], 96);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 81; j++)
            logits[0][i][j + 50176] = acc[i][j];
}

/* 87  max(logits)
 *     sum(exp(logits - max1059))                                    gpt2_124m.lua:43 */
static void k87_sum(const float logits[restrict 1][64][50257],
                    float max[restrict 1][64], float sum[restrict 1][64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16];
        for (int i0 = 0; i0 < 16; i0++)
            lane[i0] = -INFINITY;
        for (int j = 0; j < 3141; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] = mf_maxf(logits[0][i][16 * j + k], lane[k]);
        }
        lane[0] = mf_maxf(logits[0][i][50256], lane[0]);
        const float top = mf_max16f(lane);
        max[0][i] = top;
        float lane2[16] = {0};
        for (int j = 0; j < 3141; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane2[k] += mf_expf(logits[0][i][16 * j + k] - max[0][i]);
        }
        lane2[0] += mf_expf(logits[0][i][50256] - max[0][i]);
        const float sum2 = mf_sum16f(lane2);
        sum[0][i] = sum2;
    }
}

/* 88  loss = sum(log(sum1063) - gather(logits - max1059, target...  gpt2_124m.lua:43 */
static void k88_loss(const int32_t target[restrict 1][64],
                     const float sum[restrict 1][64],
                     const float logits[restrict 1][64][50257],
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

/* 89  embedding1.weight = 0.02 * (sqrt(-2 * log1p(-init embeddi...  gpt2_124m.lua:34 */
static void k89_embedding1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                  uint64_t stream2,
                                  float embedding1_weight[restrict 50257][768])
{
    for (int i = 0; i < 50257; i++)
        for (int j = 0; j < 12; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(768 * i + 64 * j), 64, u);
            float u2[64];
            mf_uniform_rowf(seed, stream2, step, (uint64_t)(768 * i + 64 * j), 64, u2);
            for (int k = 0; k < 64; k++) {
                const float t = sqrtf(-2.0f * mf_log1pf(-u[k]));
                const float t2 = t * mf_cosf(6.2831855f * u2[k]);
                embedding1_weight[i][64 * j + k] = 0.02f * t2;
            }
        }
}

/* 90  positions = 0.02 * (sqrt(-2 * log1p(-init positions)) * c...  gpt2_124m.lua:35 */
static void k90_positions(uint64_t step, uint64_t seed, uint64_t stream,
                          uint64_t stream2, float positions[restrict 1024][768])
{
    for (int i = 0; i < 1024; i++)
        for (int j = 0; j < 12; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(768 * i + 64 * j), 64, u);
            float u2[64];
            mf_uniform_rowf(seed, stream2, step, (uint64_t)(768 * i + 64 * j), 64, u2);
            for (int k = 0; k < 64; k++) {
                const float t = sqrtf(-2.0f * mf_log1pf(-u[k]));
                const float t2 = t * mf_cosf(6.2831855f * u2[k]);
                positions[i][64 * j + k] = 0.02f * t2;
            }
        }
}

/* 91  multiheadattention1.qkv.weight = 0.02 * (sqrt(-2 * log1p(...  gpt2_124m.lua:22 */
static void k91_qkv_weight(uint64_t step, uint64_t seed, uint64_t stream,
                           uint64_t stream2, float qkv_weight[restrict 768][2304])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 36; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(2304 * i + 64 * j), 64, u);
            float u2[64];
            mf_uniform_rowf(seed, stream2, step, (uint64_t)(2304 * i + 64 * j), 64, u2);
            for (int k = 0; k < 64; k++) {
                const float t = sqrtf(-2.0f * mf_log1pf(-u[k]));
                const float t2 = t * mf_cosf(6.2831855f * u2[k]);
                qkv_weight[i][64 * j + k] = 0.02f * t2;
            }
        }
}

/* 92  multiheadattention1.out.weight = 0.00408248 * (sqrt(-2 * ...  gpt2_124m.lua:22 */
static void k92_out_weight(uint64_t step, uint64_t seed, uint64_t stream,
                           uint64_t stream2, float out_weight[restrict 768][768])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 12; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(768 * i + 64 * j), 64, u);
            float u2[64];
            mf_uniform_rowf(seed, stream2, step, (uint64_t)(768 * i + 64 * j), 64, u2);
            for (int k = 0; k < 64; k++) {
                const float t = sqrtf(-2.0f * mf_log1pf(-u[k]));
                const float t2 = t * mf_cosf(6.2831855f * u2[k]);
                out_weight[i][64 * j + k] = 0.004082483f * t2;
            }
        }
}

/* 93  layernorm1.weight = 1                                         gpt2_124m.lua:25 */
static void k93_layernorm1_weight(float layernorm1_weight[restrict 768])
{
    for (int i = 0; i < 768; i++)
        layernorm1_weight[i] = 1.0f;
}

/* 94  linear1.weight = 0.02 * (sqrt(-2 * log1p(-init linear1.we...  gpt2_124m.lua:28 */
static void k94_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2,
                               float linear1_weight[restrict 768][3072])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 48; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(3072 * i + 64 * j), 64, u);
            float u2[64];
            mf_uniform_rowf(seed, stream2, step, (uint64_t)(3072 * i + 64 * j), 64, u2);
            for (int k = 0; k < 64; k++) {
                const float t = sqrtf(-2.0f * mf_log1pf(-u[k]));
                const float t2 = t * mf_cosf(6.2831855f * u2[k]);
                linear1_weight[i][64 * j + k] = 0.02f * t2;
            }
        }
}

/* 95  linear2.weight = 0.00408248 * (sqrt(-2 * log1p(-init line...  gpt2_124m.lua:29 */
static void k95_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2,
                               float linear2_weight[restrict 3072][768])
{
    for (int i = 0; i < 3072; i++)
        for (int j = 0; j < 12; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(768 * i + 64 * j), 64, u);
            float u2[64];
            mf_uniform_rowf(seed, stream2, step, (uint64_t)(768 * i + 64 * j), 64, u2);
            for (int k = 0; k < 64; k++) {
                const float t = sqrtf(-2.0f * mf_log1pf(-u[k]));
                const float t2 = t * mf_cosf(6.2831855f * u2[k]);
                linear2_weight[i][64 * j + k] = 0.004082483f * t2;
            }
        }
}

/* 96  1                                                             gpt2_124m.lua:25 */
static void k96_layernorm1_weight(const float full[restrict 768],
                                  float layernorm2_weight[restrict 768])
{
    for (int i = 0; i < 768; i++)
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
void gpt2_124m_init(Gpt2124m *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
    k89_embedding1_weight(net->step, net->seed, 0x8e02a496dde5f4au, 0xe94c3c713ba8f944u,
                          net->embedding1_weight);
    k90_positions(net->step, net->seed, 0x8c8a6c6fc0003907u, 0x5057d4c23d038ed9u,
                  net->positions);
    k91_qkv_weight(net->step, net->seed, 0x12be7771552f14b7u, 0xcfd333180247daa7u,
                   net->block[0].multiheadattention1_qkv_weight);
    k92_out_weight(net->step, net->seed, 0x2cbf271db6e55abdu, 0xa4404b357576da69u,
                   net->block[0].multiheadattention1_out_weight);
    k93_layernorm1_weight(net->block[0].layernorm1_weight);
    /* clang-format off */
    const struct {
        uint64_t stream, stream2, stream3, stream4, stream5, stream6, stream7, stream8;
    } at[11] = {
        {0x473800183e71e1a0u, 0x7f018379fddf372fu, 0xb9800f9db6736de7u,
         0x98806bfa11b20ff3u, 0xbdb6ae06579dbe1bu, 0xdf3b50a971395afeu,
         0xdcb3d36500cc923bu, 0x5f7a4f4ad94a35e3u},
        {0xdc0755dd0e317fe0u, 0xab60295f7bebb0f1u, 0xb04297c53c5008bau,
         0x4d0194f5fc72826bu, 0x35e4cb2b9aabb25u, 0xf5f30e499f6e6483u,
         0xcb8f26f91b7e41c4u, 0x152f59eba8236367u},
        {0x149eb5010972c4eau, 0xaf00080be804b25eu, 0x79ef3c2dc1dd66f8u,
         0x6177670d761be2f4u, 0xdb13a0bcac4bc8f0u, 0x262461ce35ad7030u,
         0x548db890b1ffedbbu, 0xd3e0a30d585fc1d1u},
        {0x4b56c098fe3d3d6eu, 0x64dd5254b314eb9au, 0xcfa53ae04f1d2f5u,
         0x2804db7db72f0574u, 0xb2e48b6de1ea067cu, 0xdd3ce64d23f24c21u,
         0x5661b3cccf93b78cu, 0x212a6d41e17fcc00u},
        {0x6c15a562184661c7u, 0xf2dd609851af961u, 0x9121580fe89b30d2u,
         0x235f2a30b13cdc82u, 0xc1d72613b87a0677u, 0x47de00af81df5baau,
         0xa222ca3f6bb0f511u, 0x9271f940584ccb1du},
        {0xb2a589e37e0226b4u, 0x5719bef484d14e4u, 0xfb758d47bb625469u,
         0x70b10ace02337064u, 0x30a9dc2031dba97u, 0x13eaa16bbac0e494u,
         0xe3445c88097edf71u, 0xcd1c01e840944e2au},
        {0x911c78f6b915c100u, 0x810c4d4e7109ce17u, 0x1f2554c7afbe7a3u,
         0x2797d4703ce81bc2u, 0xbdbd3f79cb1b3138u, 0xa8015daa4ef3ec62u,
         0xb3cd4ace053215c2u, 0x54851f5894dd73dfu},
        {0x84888f0e4c01d32bu, 0x3be569936976eab8u, 0x4adf6115e939da49u,
         0x96414f9295ef6dabu, 0xc85687e4d807e02du, 0x51e812b3bc55b27eu,
         0xa1b6309c8939dbb6u, 0x5497a4cbb09f75aau},
        {0xa92ec49a0c071a69u, 0xebdfad0368ff843u, 0x995316947ccb2fc7u,
         0x5f1c6359da44d869u, 0xf7947f5cd966a8b8u, 0x44670fa8140ad178u,
         0x486725fbd2951e1au, 0x825e87043b47253fu},
        {0x974c3a2ce9b788b9u, 0xc9cc9735e5790d5eu, 0x395a1d0b72836bf0u,
         0xe606ba427aa63339u, 0x1ecea9ee12c1e9fcu, 0x218c2eb284b83cd1u,
         0xb0b96bbe5164d79du, 0x7db78369010e4395u},
        {0x8b66eb881e2e04bu, 0x8c14b4d71891abeu, 0x2fba4bc9736ec049u,
         0x34053251b486dcaeu, 0xd699cf81b642f128u, 0xb4c3c665203a45cu,
         0x60be45533bdbb073u, 0x948a2fca3fac7478u},
    };
    /* clang-format on */
    for (int i = 0; i < 11; i++) {
        k94_linear1_weight(net->step, net->seed, at[i].stream, at[i].stream2,
                           net->block[i].linear1_weight);
        k95_linear2_weight(net->step, net->seed, at[i].stream3, at[i].stream4,
                           net->block[i].linear2_weight);
        k91_qkv_weight(net->step, net->seed, at[i].stream5, at[i].stream6,
                       net->block[i + 1].multiheadattention1_qkv_weight);
        k92_out_weight(net->step, net->seed, at[i].stream7, at[i].stream8,
                       net->block[i + 1].multiheadattention1_out_weight);
    }
    k94_linear1_weight(net->step, net->seed, 0x8988d2912b8eb54au, 0x34aa54111c9f1a39u,
                       net->block[11].linear1_weight);
    k95_linear2_weight(net->step, net->seed, 0x646c8287bbf954d2u, 0xc93db5ce12c616e6u,
                       net->block[11].linear2_weight);
    net->lr = 0.0003f;
    net->weight_decay = 0.1f;
    net->beta1 = 0.9f;
    net->beta2 = 0.95f;
    net->eps = 1e-08f;
    /* clang-format off */
    const struct {
        float *layernorm2_weight;
    } at2[24] = {
        {net->block[0].layernorm2_weight},
        {net->block[1].layernorm1_weight},
        {net->block[1].layernorm2_weight},
        {net->block[2].layernorm1_weight},
        {net->block[2].layernorm2_weight},
        {net->block[3].layernorm1_weight},
        {net->block[3].layernorm2_weight},
        {net->block[4].layernorm1_weight},
        {net->block[4].layernorm2_weight},
        {net->block[5].layernorm1_weight},
        {net->block[5].layernorm2_weight},
        {net->block[6].layernorm1_weight},
        {net->block[6].layernorm2_weight},
        {net->block[7].layernorm1_weight},
        {net->block[7].layernorm2_weight},
        {net->block[8].layernorm1_weight},
        {net->block[8].layernorm2_weight},
        {net->block[9].layernorm1_weight},
        {net->block[9].layernorm2_weight},
        {net->block[10].layernorm1_weight},
        {net->block[10].layernorm2_weight},
        {net->block[11].layernorm1_weight},
        {net->block[11].layernorm2_weight},
        {net->layernorm25_weight},
    };
    /* clang-format on */
    for (int i = 0; i < 24; i++) {
        k96_layernorm1_weight(net->block[0].layernorm1_weight,
                              at2[i].layernorm2_weight);
    }
}

/* One step: forward, backward, update; returns the loss before it. */
float gpt2_124m_step(Gpt2124m *net, const int32_t tokens[restrict 4][64],
                     const int32_t target[restrict 4][64])
{
    float loss;
    float div;
    float add;
    float sqrt_;
    union Gpt2124mStep *w = &net->work.step;
    k1_div(net->beta1, net->step, net->lr, &div);
    k2_sqrt(net->beta2, net->step, &sqrt_);
    k3_add(tokens, net->embedding1_weight, net->positions,
           net->block[0].layernorm1_weight, net->block[0].layernorm1_bias, w->sub,
           w->sqrt_3, w->div6, w->add6[0]);
    k4_add(w->add6[0], net->block[0].multiheadattention1_qkv_weight,
           net->block[0].multiheadattention1_qkv_bias, w->add2[0]);
    k5_where(w->add2[0], w->where);
    k6_div(w->where, w->exp[0], w->sum[0], w->div[0]);
    k7_contract(w->div[0], w->add2[0], w->contract8);
    k8_add((float(*)[64][768])w->contract8,
           net->block[0].multiheadattention1_out_weight, tokens, net->embedding1_weight,
           net->positions, net->block[0].multiheadattention1_out_bias, w->add3[0]);
    k9_add(w->add3[0], net->block[0].layernorm2_weight, net->block[0].layernorm2_bias,
           w->div2[0], w->sqrt_[0], w->div3[0], w->add5[0]);
    for (int i = 0; i < 11; i++) {
        k10_mul(w->add5[i], net->block[i].linear1_weight, net->block[i].linear1_bias,
                w->add4[i], w->tanh[i], w->mul[i]);
        k11_x(w->mul[i], net->block[i].linear2_weight, w->add3[i],
              net->block[i].linear2_bias, w->x[i]);
        k9_add(w->x[i], net->block[i + 1].layernorm1_weight,
               net->block[i + 1].layernorm1_bias, w->div4[i], w->sqrt_2[i], w->div5[i],
               w->add6[i + 1]);
        k4_add(w->add6[i + 1], net->block[i + 1].multiheadattention1_qkv_weight,
               net->block[i + 1].multiheadattention1_qkv_bias, w->add2[i + 1]);
        k5_where(w->add2[i + 1], w->where2);
        k6_div(w->where2, w->exp[i + 1], w->sum[i + 1], w->div[i + 1]);
        k7_contract(w->div[i + 1], w->add2[i + 1], w->contract7[i]);
        k12_add((float(*)[64][768])w->contract7[i],
                net->block[i + 1].multiheadattention1_out_weight, w->x[i],
                net->block[i + 1].multiheadattention1_out_bias, w->add3[i + 1]);
        k9_add(w->add3[i + 1], net->block[i + 1].layernorm2_weight,
               net->block[i + 1].layernorm2_bias, w->div2[i + 1], w->sqrt_[i + 1],
               w->div3[i + 1], w->add5[i + 1]);
    }
    k10_mul(w->add5[11], net->block[11].linear1_weight, net->block[11].linear1_bias,
            w->add4[11], w->tanh[11], w->mul[11]);
    k11_x(w->mul[11], net->block[11].linear2_weight, w->add3[11],
          net->block[11].linear2_bias, w->x[11]);
    k9_add(w->x[11], net->layernorm25_weight, net->layernorm25_bias, w->div4[11],
           w->sqrt_2[11], w->div5[11], w->add6[12]);
    k13_logits(w->add6[12], net->embedding1_weight, w->logits);
    k14_dlogits(w->logits, target, w->max, w->exp2, w->sum2, w->dlogits);
    k15_loss(target, w->sum2, w->logits, w->max, &loss);
    k16_dx(w->dlogits, net->embedding1_weight, w->dx);
    k17_dx(w->dx, net->layernorm25_weight, w->x[11], w->div4[11], w->div5[11],
           w->sqrt_2[11], w->dx2[0]);
    k18_dlayernorm25_bias(w->dx, w->x[11], w->div4[11], w->div5[11],
                          w->dlayernorm25_weight, w->dlayernorm25_bias);
    k19_add(w->dx2[0], net->block[11].linear2_weight, w->tanh[11], w->add4[11]);
    k20_dlinear24_bias(w->dx2[0], w->dlinear2_bias[11]);
    k21_dlinear23_bias(w->add4[11], w->dlinear1_bias[11]);
    for (int i = 0; i < 11; i++) {
        k22_contract(w->add4[11 - i], net->block[11 - i].linear1_weight, w->contract4);
        k23_add(w->contract4, net->block[11 - i].layernorm2_weight, w->add3[11 - i],
                w->div2[11 - i], w->div3[11 - i], w->sqrt_[11 - i], w->dx2[i], w->add);
        k18_dlayernorm25_bias(w->contract4, w->add3[11 - i], w->div2[11 - i],
                              w->div3[11 - i], w->dlayernorm2_weight[11 - i],
                              w->dlayernorm2_bias[11 - i]);
        k20_dlinear24_bias(w->add, w->dmultiheadattention1_out_bias[11 - i]);
        k24_contract(w->add, net->block[11 - i].multiheadattention1_out_weight,
                     w->contract5);
        k25_contract((float(*)[64][12][64])w->contract5, w->add2[11 - i], w->contract9);
        k26_contract(w->div[11 - i], (float(*)[64][12][64])w->contract5, w->contract3);
        k27_mul(w->contract9, w->div[11 - i], w->sum[11 - i], w->exp[11 - i]);
        k28_contract(w->exp[11 - i], w->add2[11 - i], w->contract2);
        k29_contract(w->exp[11 - i], w->add2[11 - i], w->contract6);
        k30_concat((float(*)[64][768])w->contract2, (float(*)[64][768])w->contract6,
                   (float(*)[64][768])w->contract3, w->concat[11 - i]);
        k31_qkv_bias(w->concat[11 - i], w->dmultiheadattention1_qkv_bias[11 - i]);
        k32_contract(w->concat[11 - i],
                     net->block[11 - i].multiheadattention1_qkv_weight, w->contract);
        k23_add(w->contract, net->block[11 - i].layernorm1_weight, w->x[10 - i],
                w->div4[10 - i], w->div5[10 - i], w->sqrt_2[10 - i], w->add,
                w->dx2[i + 1]);
        k18_dlayernorm25_bias(w->contract, w->x[10 - i], w->div4[10 - i],
                              w->div5[10 - i], w->dlayernorm1_weight[11 - i],
                              w->dlayernorm1_bias[11 - i]);
        k19_add(w->dx2[i + 1], net->block[10 - i].linear2_weight, w->tanh[10 - i],
                w->add4[10 - i]);
        k20_dlinear24_bias(w->dx2[i + 1], w->dlinear2_bias[10 - i]);
        k21_dlinear23_bias(w->add4[10 - i], w->dlinear1_bias[10 - i]);
        k33_out_weight((float(*)[64][768])w->contract7[10 - i], w->add,
                       w->dmultiheadattention1_out_weight[11 - i]);
    }
    k22_contract(w->add4[0], net->block[0].linear1_weight, w->contract4);
    k23_add(w->contract4, net->block[0].layernorm2_weight, w->add3[0], w->div2[0],
            w->div3[0], w->sqrt_[0], w->dx2[11], w->add);
    k18_dlayernorm25_bias(w->contract4, w->add3[0], w->div2[0], w->div3[0],
                          w->dlayernorm2_weight[0], w->dlayernorm2_bias[0]);
    k20_dlinear24_bias(w->add, w->dmultiheadattention1_out_bias[0]);
    k24_contract(w->add, net->block[0].multiheadattention1_out_weight, w->contract5);
    k25_contract((float(*)[64][12][64])w->contract5, w->add2[0], w->contract9);
    k26_contract(w->div[0], (float(*)[64][12][64])w->contract5, w->contract3);
    k27_mul(w->contract9, w->div[0], w->sum[0], w->exp[0]);
    k28_contract(w->exp[0], w->add2[0], w->contract2);
    k29_contract(w->exp[0], w->add2[0], w->contract6);
    k30_concat((float(*)[64][768])w->contract2, (float(*)[64][768])w->contract6,
               (float(*)[64][768])w->contract3, w->concat[0]);
    k31_qkv_bias(w->concat[0], w->dmultiheadattention1_qkv_bias[0]);
    k32_contract(w->concat[0], net->block[0].multiheadattention1_qkv_weight,
                 w->contract);
    k34_dx(w->contract, net->block[0].layernorm1_weight, w->sub, w->div6, w->sqrt_3,
           w->add, w->dx3);
    k35_dlayernorm1_bias(w->contract, w->sub, w->div6, w->dlayernorm1_weight[0],
                         w->dlayernorm1_bias[0]);
    k36_sum(w->dx3, w->sum3);
    k33_out_weight((float(*)[64][768])w->contract8, w->add,
                   w->dmultiheadattention1_out_weight[0]);
    for (int i = 0; i < 12; i++) {
        k37_qkv_weight(w->add6[11 - i], w->concat[11 - i],
                       w->dmultiheadattention1_qkv_weight[11 - i]);
    }
    for (int i = 0; i < 12; i++) {
        k38_dlinear24_weight(w->mul[11 - i], w->dx2[i], w->dlinear2_weight[11 - i]);
        k39_dlinear23_weight(w->add5[11 - i], w->add4[11 - i],
                             w->dlinear1_weight[11 - i]);
    }
    k40_scatter(tokens, w->dx3, w->scatter);
    k41_dembedding1_weight(w->dlogits, w->add6[12], w->scatter);
    k42_add(w->scatter, w->sum3, &add);
    for (int i = 0; i < 12; i++) {
        k43_add(w->dmultiheadattention1_qkv_weight[i], &add);
        k44_add(w->dmultiheadattention1_qkv_bias[i], &add);
        k45_add(w->dmultiheadattention1_out_weight[i], &add);
        k46_add(w->dmultiheadattention1_out_bias[i], &add);
        k46_add(w->dlayernorm1_weight[i], &add);
        k46_add(w->dlayernorm1_bias[i], &add);
        k46_add(w->dlayernorm2_weight[i], &add);
        k46_add(w->dlayernorm2_bias[i], &add);
        k47_add(w->dlinear1_weight[i], &add);
        k48_add(w->dlinear1_bias[i], &add);
        k49_add(w->dlinear2_weight[i], &add);
        k46_add(w->dlinear2_bias[i], &add);
    }
    k46_add(w->dlayernorm25_weight, &add);
    k50_div(w->dlayernorm25_bias, &add);
    k51_m_embedding1_weight(net->beta1, w->scatter, add,
                            net->adamw_m_embedding1_weight);
    k52_adamw_v_positions(net->beta2, w->sum3, add, net->adamw_v_positions);
    for (int i = 0; i < 12; i++) {
        k53_qkv_weight(net->beta2, w->dmultiheadattention1_qkv_weight[i], add,
                       net->state[i].adamw_v_multiheadattention1_qkv_weight);
        k54_qkv_bias(net->beta2, w->dmultiheadattention1_qkv_bias[i], add,
                     net->state[i].adamw_v_multiheadattention1_qkv_bias);
        k55_out_weight(net->beta2, w->dmultiheadattention1_out_weight[i], add,
                       net->state[i].adamw_v_multiheadattention1_out_weight);
        k56_out_bias(net->beta2, w->dmultiheadattention1_out_bias[i], add,
                     net->state[i].adamw_v_multiheadattention1_out_bias);
        k56_out_bias(net->beta2, w->dlayernorm1_weight[i], add,
                     net->state[i].adamw_v_layernorm1_weight);
        k56_out_bias(net->beta2, w->dlayernorm1_bias[i], add,
                     net->state[i].adamw_v_layernorm1_bias);
        k56_out_bias(net->beta2, w->dlayernorm2_weight[i], add,
                     net->state[i].adamw_v_layernorm2_weight);
        k56_out_bias(net->beta2, w->dlayernorm2_bias[i], add,
                     net->state[i].adamw_v_layernorm2_bias);
        k57_v_linear1_weight(net->beta2, w->dlinear1_weight[i], add,
                             net->state[i].adamw_v_linear1_weight);
        k58_adamw_v_linear1_bias(net->beta2, w->dlinear1_bias[i], add,
                                 net->state[i].adamw_v_linear1_bias);
        k59_v_linear2_weight(net->beta2, w->dlinear2_weight[i], add,
                             net->state[i].adamw_v_linear2_weight);
        k56_out_bias(net->beta2, w->dlinear2_bias[i], add,
                     net->state[i].adamw_v_linear2_bias);
    }
    k56_out_bias(net->beta2, w->dlayernorm25_weight, add,
                 net->adamw_v_layernorm25_weight);
    k56_out_bias(net->beta2, w->dlayernorm25_bias, add, net->adamw_v_layernorm25_bias);
    k60_embedding1_weight(net->beta2, w->scatter, add, net->lr, net->weight_decay, div,
                          net->adamw_m_embedding1_weight, sqrt_, net->eps,
                          net->adamw_v_embedding1_weight, net->embedding1_weight);
    k61_positions(net->beta1, w->sum3, add, net->lr, net->weight_decay, div,
                  net->adamw_v_positions, sqrt_, net->eps, net->adamw_m_positions,
                  net->positions);
    for (int i = 0; i < 12; i++) {
        k62_qkv_weight(net->beta1, w->dmultiheadattention1_qkv_weight[i], add, net->lr,
                       net->weight_decay, div,
                       net->state[i].adamw_v_multiheadattention1_qkv_weight, sqrt_,
                       net->eps, net->state[i].adamw_m_multiheadattention1_qkv_weight,
                       net->block[i].multiheadattention1_qkv_weight);
        k63_qkv_bias(net->beta1, w->dmultiheadattention1_qkv_bias[i], add, div,
                     net->state[i].adamw_v_multiheadattention1_qkv_bias, sqrt_,
                     net->eps, net->state[i].adamw_m_multiheadattention1_qkv_bias,
                     net->block[i].multiheadattention1_qkv_bias);
        k64_out_weight(net->beta1, w->dmultiheadattention1_out_weight[i], add, net->lr,
                       net->weight_decay, div,
                       net->state[i].adamw_v_multiheadattention1_out_weight, sqrt_,
                       net->eps, net->state[i].adamw_m_multiheadattention1_out_weight,
                       net->block[i].multiheadattention1_out_weight);
        k65_out_bias(net->beta1, w->dmultiheadattention1_out_bias[i], add, div,
                     net->state[i].adamw_v_multiheadattention1_out_bias, sqrt_,
                     net->eps, net->state[i].adamw_m_multiheadattention1_out_bias,
                     net->block[i].multiheadattention1_out_bias);
        k65_out_bias(net->beta1, w->dlayernorm1_weight[i], add, div,
                     net->state[i].adamw_v_layernorm1_weight, sqrt_, net->eps,
                     net->state[i].adamw_m_layernorm1_weight,
                     net->block[i].layernorm1_weight);
        k65_out_bias(net->beta1, w->dlayernorm1_bias[i], add, div,
                     net->state[i].adamw_v_layernorm1_bias, sqrt_, net->eps,
                     net->state[i].adamw_m_layernorm1_bias,
                     net->block[i].layernorm1_bias);
        k65_out_bias(net->beta1, w->dlayernorm2_weight[i], add, div,
                     net->state[i].adamw_v_layernorm2_weight, sqrt_, net->eps,
                     net->state[i].adamw_m_layernorm2_weight,
                     net->block[i].layernorm2_weight);
        k65_out_bias(net->beta1, w->dlayernorm2_bias[i], add, div,
                     net->state[i].adamw_v_layernorm2_bias, sqrt_, net->eps,
                     net->state[i].adamw_m_layernorm2_bias,
                     net->block[i].layernorm2_bias);
        k66_linear1_weight(net->beta1, w->dlinear1_weight[i], add, net->lr,
                           net->weight_decay, div, net->state[i].adamw_v_linear1_weight,
                           sqrt_, net->eps, net->state[i].adamw_m_linear1_weight,
                           net->block[i].linear1_weight);
        k67_linear1_bias(net->beta1, w->dlinear1_bias[i], add, div,
                         net->state[i].adamw_v_linear1_bias, sqrt_, net->eps,
                         net->state[i].adamw_m_linear1_bias,
                         net->block[i].linear1_bias);
        k68_linear2_weight(net->beta1, w->dlinear2_weight[i], add, net->lr,
                           net->weight_decay, div, net->state[i].adamw_v_linear2_weight,
                           sqrt_, net->eps, net->state[i].adamw_m_linear2_weight,
                           net->block[i].linear2_weight);
        k65_out_bias(net->beta1, w->dlinear2_bias[i], add, div,
                     net->state[i].adamw_v_linear2_bias, sqrt_, net->eps,
                     net->state[i].adamw_m_linear2_bias, net->block[i].linear2_bias);
    }
    k65_out_bias(net->beta1, w->dlayernorm25_weight, add, div,
                 net->adamw_v_layernorm25_weight, sqrt_, net->eps,
                 net->adamw_m_layernorm25_weight, net->layernorm25_weight);
    k65_out_bias(net->beta1, w->dlayernorm25_bias, add, div,
                 net->adamw_v_layernorm25_bias, sqrt_, net->eps,
                 net->adamw_m_layernorm25_bias, net->layernorm25_bias);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float gpt2_124m_eval(Gpt2124m *net, const int32_t tokens[restrict 4][64],
                     const int32_t target[restrict 4][64])
{
    float loss;
    union Gpt2124mEval *w = &net->work.eval;
    k69_add(tokens, net->embedding1_weight, net->positions,
            net->block[0].layernorm1_weight, net->block[0].layernorm1_bias, w->add3);
    k4_add(w->add3, net->block[0].multiheadattention1_qkv_weight,
           net->block[0].multiheadattention1_qkv_bias, w->add);
    k5_where(w->add, w->where);
    k70_div(w->where, w->div);
    k7_contract(w->div, w->add, w->contract);
    k8_add((float(*)[64][768])w->contract, net->block[0].multiheadattention1_out_weight,
           tokens, net->embedding1_weight, net->positions,
           net->block[0].multiheadattention1_out_bias, w->add4);
    k71_add(w->add4, net->block[0].layernorm2_weight, net->block[0].layernorm2_bias,
            w->add5);
    k72_mul(w->add5, net->block[0].linear1_weight, net->block[0].linear1_bias, w->mul);
    for (int i = 0; i < 11; i++) {
        k73_x(w->mul, net->block[i].linear2_weight, net->block[i].linear2_bias,
              w->add4);
        k71_add(w->add4, net->block[i + 1].layernorm1_weight,
                net->block[i + 1].layernorm1_bias, w->add6);
        k4_add(w->add6, net->block[i + 1].multiheadattention1_qkv_weight,
               net->block[i + 1].multiheadattention1_qkv_bias, w->add2);
        k5_where(w->add2, w->where2);
        k70_div(w->where2, w->div2);
        k7_contract(w->div2, w->add2, w->contract2);
        k74_add((float(*)[64][768])w->contract2,
                net->block[i + 1].multiheadattention1_out_weight,
                net->block[i + 1].multiheadattention1_out_bias, w->add4);
        k71_add(w->add4, net->block[i + 1].layernorm2_weight,
                net->block[i + 1].layernorm2_bias, w->add5);
        k72_mul(w->add5, net->block[i + 1].linear1_weight,
                net->block[i + 1].linear1_bias, w->mul);
    }
    k73_x(w->mul, net->block[11].linear2_weight, net->block[11].linear2_bias, w->add4);
    k71_add(w->add4, net->layernorm25_weight, net->layernorm25_bias, w->add6);
    k13_logits(w->add6, net->embedding1_weight, w->logits);
    k75_sum(w->logits, w->max, w->sum);
    k15_loss(target, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float gpt2_124m_eval_one(Gpt2124m *net, const int32_t tokens[restrict 1][64],
                         const int32_t target[restrict 1][64])
{
    float loss;
    union Gpt2124mEvalOne *w = &net->work.eval_one;
    k76_add(tokens, net->embedding1_weight, net->positions,
            net->block[0].layernorm1_weight, net->block[0].layernorm1_bias, w->div5,
            w->sub, w->div6, w->add3);
    k77_add(w->add3, net->block[0].multiheadattention1_qkv_weight,
            net->block[0].multiheadattention1_qkv_bias, w->add);
    k78_where(w->add, w->where);
    k79_div(w->where, w->max, w->exp, w->sum, w->div7);
    k80_contract(w->div7, w->add, w->contract);
    k81_add((float(*)[64][768])w->contract,
            net->block[0].multiheadattention1_out_weight, tokens,
            net->embedding1_weight, net->positions,
            net->block[0].multiheadattention1_out_bias, w->add4);
    k82_add(w->add4, net->block[0].layernorm2_weight, net->block[0].layernorm2_bias,
            w->div, w->div3, w->add5);
    k83_mul(w->add5, net->block[0].linear1_weight, net->block[0].linear1_bias, w->mul);
    for (int i = 0; i < 11; i++) {
        k84_x(w->mul, net->block[i].linear2_weight, net->block[i].linear2_bias,
              w->add4);
        k82_add(w->add4, net->block[i + 1].layernorm1_weight,
                net->block[i + 1].layernorm1_bias, w->div2, w->div4, w->add6);
        k77_add(w->add6, net->block[i + 1].multiheadattention1_qkv_weight,
                net->block[i + 1].multiheadattention1_qkv_bias, w->add2);
        k78_where(w->add2, w->where2);
        k79_div(w->where2, w->max2, w->exp2, w->sum2, w->div8);
        k80_contract(w->div8, w->add2, w->contract2);
        k85_add((float(*)[64][768])w->contract2,
                net->block[i + 1].multiheadattention1_out_weight,
                net->block[i + 1].multiheadattention1_out_bias, w->add4);
        k82_add(w->add4, net->block[i + 1].layernorm2_weight,
                net->block[i + 1].layernorm2_bias, w->div, w->div3, w->add5);
        k83_mul(w->add5, net->block[i + 1].linear1_weight,
                net->block[i + 1].linear1_bias, w->mul);
    }
    k84_x(w->mul, net->block[11].linear2_weight, net->block[11].linear2_bias, w->add4);
    k82_add(w->add4, net->layernorm25_weight, net->layernorm25_bias, w->div2, w->div4,
            w->add6);
    k86_logits(net->embedding1_weight, w->add6, w->logits);
    k87_sum(w->logits, w->max3, w->sum3);
    k88_loss(target, w->sum3, w->logits, w->max3, &loss);
    return loss;
}

/* The function `logits`. */
void gpt2_124m_logits(Gpt2124m *net, const int32_t tokens[restrict 1][64],
                      float logits[restrict 1][64][50257])
{
    union Gpt2124mLogits *w = &net->work.logits;
    k76_add(tokens, net->embedding1_weight, net->positions,
            net->block[0].layernorm1_weight, net->block[0].layernorm1_bias, w->div5,
            w->sub, w->div6, w->add3);
    k77_add(w->add3, net->block[0].multiheadattention1_qkv_weight,
            net->block[0].multiheadattention1_qkv_bias, w->add);
    k78_where(w->add, w->where);
    k79_div(w->where, w->max, w->exp, w->sum, w->div7);
    k80_contract(w->div7, w->add, w->contract);
    k81_add((float(*)[64][768])w->contract,
            net->block[0].multiheadattention1_out_weight, tokens,
            net->embedding1_weight, net->positions,
            net->block[0].multiheadattention1_out_bias, w->add5);
    k82_add(w->add5, net->block[0].layernorm2_weight, net->block[0].layernorm2_bias,
            w->div, w->div3, w->add6);
    k83_mul(w->add6, net->block[0].linear1_weight, net->block[0].linear1_bias, w->mul);
    for (int i = 0; i < 11; i++) {
        k84_x(w->mul, net->block[i].linear2_weight, net->block[i].linear2_bias,
              w->add5);
        k82_add(w->add5, net->block[i + 1].layernorm1_weight,
                net->block[i + 1].layernorm1_bias, w->div2, w->div4, w->add4);
        k77_add(w->add4, net->block[i + 1].multiheadattention1_qkv_weight,
                net->block[i + 1].multiheadattention1_qkv_bias, w->add2);
        k78_where(w->add2, w->where2);
        k79_div(w->where2, w->max2, w->exp2, w->sum2, w->div8);
        k80_contract(w->div8, w->add2, w->contract2);
        k85_add((float(*)[64][768])w->contract2,
                net->block[i + 1].multiheadattention1_out_weight,
                net->block[i + 1].multiheadattention1_out_bias, w->add5);
        k82_add(w->add5, net->block[i + 1].layernorm2_weight,
                net->block[i + 1].layernorm2_bias, w->div, w->div3, w->add6);
        k83_mul(w->add6, net->block[i + 1].linear1_weight,
                net->block[i + 1].linear1_bias, w->mul);
    }
    k84_x(w->mul, net->block[11].linear2_weight, net->block[11].linear2_bias, w->add5);
    k82_add(w->add5, net->layernorm25_weight, net->layernorm25_bias, w->div2, w->div4,
            w->add4);
    k86_logits(net->embedding1_weight, w->add4, logits);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor gpt2_124m_tensors[] = {
    {"embedding1.weight", MF_F32, MF_PARAM, 2, {50257, 768}, offsetof(Gpt2124m, embedding1_weight)},
    {"positions", MF_F32, MF_PARAM, 2, {1024, 768}, offsetof(Gpt2124m, positions)},
    {"multiheadattention1.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, block[0].multiheadattention1_qkv_weight)},
    {"multiheadattention1.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, block[0].multiheadattention1_qkv_bias)},
    {"multiheadattention1.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, block[0].multiheadattention1_out_weight)},
    {"multiheadattention1.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[0].multiheadattention1_out_bias)},
    {"layernorm1.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[0].layernorm1_weight)},
    {"layernorm1.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[0].layernorm1_bias)},
    {"layernorm2.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[0].layernorm2_weight)},
    {"layernorm2.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[0].layernorm2_bias)},
    {"linear1.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, block[0].linear1_weight)},
    {"linear1.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, block[0].linear1_bias)},
    {"linear2.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, block[0].linear2_weight)},
    {"linear2.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[0].linear2_bias)},
    {"multiheadattention2.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, block[1].multiheadattention1_qkv_weight)},
    {"multiheadattention2.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, block[1].multiheadattention1_qkv_bias)},
    {"multiheadattention2.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, block[1].multiheadattention1_out_weight)},
    {"multiheadattention2.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[1].multiheadattention1_out_bias)},
    {"layernorm3.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[1].layernorm1_weight)},
    {"layernorm3.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[1].layernorm1_bias)},
    {"layernorm4.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[1].layernorm2_weight)},
    {"layernorm4.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[1].layernorm2_bias)},
    {"linear3.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, block[1].linear1_weight)},
    {"linear3.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, block[1].linear1_bias)},
    {"linear4.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, block[1].linear2_weight)},
    {"linear4.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[1].linear2_bias)},
    {"multiheadattention3.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, block[2].multiheadattention1_qkv_weight)},
    {"multiheadattention3.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, block[2].multiheadattention1_qkv_bias)},
    {"multiheadattention3.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, block[2].multiheadattention1_out_weight)},
    {"multiheadattention3.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[2].multiheadattention1_out_bias)},
    {"layernorm5.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[2].layernorm1_weight)},
    {"layernorm5.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[2].layernorm1_bias)},
    {"layernorm6.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[2].layernorm2_weight)},
    {"layernorm6.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[2].layernorm2_bias)},
    {"linear5.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, block[2].linear1_weight)},
    {"linear5.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, block[2].linear1_bias)},
    {"linear6.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, block[2].linear2_weight)},
    {"linear6.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[2].linear2_bias)},
    {"multiheadattention4.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, block[3].multiheadattention1_qkv_weight)},
    {"multiheadattention4.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, block[3].multiheadattention1_qkv_bias)},
    {"multiheadattention4.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, block[3].multiheadattention1_out_weight)},
    {"multiheadattention4.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[3].multiheadattention1_out_bias)},
    {"layernorm7.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[3].layernorm1_weight)},
    {"layernorm7.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[3].layernorm1_bias)},
    {"layernorm8.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[3].layernorm2_weight)},
    {"layernorm8.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[3].layernorm2_bias)},
    {"linear7.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, block[3].linear1_weight)},
    {"linear7.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, block[3].linear1_bias)},
    {"linear8.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, block[3].linear2_weight)},
    {"linear8.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[3].linear2_bias)},
    {"multiheadattention5.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, block[4].multiheadattention1_qkv_weight)},
    {"multiheadattention5.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, block[4].multiheadattention1_qkv_bias)},
    {"multiheadattention5.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, block[4].multiheadattention1_out_weight)},
    {"multiheadattention5.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[4].multiheadattention1_out_bias)},
    {"layernorm9.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[4].layernorm1_weight)},
    {"layernorm9.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[4].layernorm1_bias)},
    {"layernorm10.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[4].layernorm2_weight)},
    {"layernorm10.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[4].layernorm2_bias)},
    {"linear9.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, block[4].linear1_weight)},
    {"linear9.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, block[4].linear1_bias)},
    {"linear10.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, block[4].linear2_weight)},
    {"linear10.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[4].linear2_bias)},
    {"multiheadattention6.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, block[5].multiheadattention1_qkv_weight)},
    {"multiheadattention6.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, block[5].multiheadattention1_qkv_bias)},
    {"multiheadattention6.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, block[5].multiheadattention1_out_weight)},
    {"multiheadattention6.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[5].multiheadattention1_out_bias)},
    {"layernorm11.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[5].layernorm1_weight)},
    {"layernorm11.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[5].layernorm1_bias)},
    {"layernorm12.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[5].layernorm2_weight)},
    {"layernorm12.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[5].layernorm2_bias)},
    {"linear11.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, block[5].linear1_weight)},
    {"linear11.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, block[5].linear1_bias)},
    {"linear12.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, block[5].linear2_weight)},
    {"linear12.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[5].linear2_bias)},
    {"multiheadattention7.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, block[6].multiheadattention1_qkv_weight)},
    {"multiheadattention7.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, block[6].multiheadattention1_qkv_bias)},
    {"multiheadattention7.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, block[6].multiheadattention1_out_weight)},
    {"multiheadattention7.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[6].multiheadattention1_out_bias)},
    {"layernorm13.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[6].layernorm1_weight)},
    {"layernorm13.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[6].layernorm1_bias)},
    {"layernorm14.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[6].layernorm2_weight)},
    {"layernorm14.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[6].layernorm2_bias)},
    {"linear13.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, block[6].linear1_weight)},
    {"linear13.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, block[6].linear1_bias)},
    {"linear14.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, block[6].linear2_weight)},
    {"linear14.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[6].linear2_bias)},
    {"multiheadattention8.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, block[7].multiheadattention1_qkv_weight)},
    {"multiheadattention8.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, block[7].multiheadattention1_qkv_bias)},
    {"multiheadattention8.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, block[7].multiheadattention1_out_weight)},
    {"multiheadattention8.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[7].multiheadattention1_out_bias)},
    {"layernorm15.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[7].layernorm1_weight)},
    {"layernorm15.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[7].layernorm1_bias)},
    {"layernorm16.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[7].layernorm2_weight)},
    {"layernorm16.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[7].layernorm2_bias)},
    {"linear15.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, block[7].linear1_weight)},
    {"linear15.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, block[7].linear1_bias)},
    {"linear16.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, block[7].linear2_weight)},
    {"linear16.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[7].linear2_bias)},
    {"multiheadattention9.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, block[8].multiheadattention1_qkv_weight)},
    {"multiheadattention9.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, block[8].multiheadattention1_qkv_bias)},
    {"multiheadattention9.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, block[8].multiheadattention1_out_weight)},
    {"multiheadattention9.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[8].multiheadattention1_out_bias)},
    {"layernorm17.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[8].layernorm1_weight)},
    {"layernorm17.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[8].layernorm1_bias)},
    {"layernorm18.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[8].layernorm2_weight)},
    {"layernorm18.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[8].layernorm2_bias)},
    {"linear17.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, block[8].linear1_weight)},
    {"linear17.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, block[8].linear1_bias)},
    {"linear18.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, block[8].linear2_weight)},
    {"linear18.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[8].linear2_bias)},
    {"multiheadattention10.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, block[9].multiheadattention1_qkv_weight)},
    {"multiheadattention10.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, block[9].multiheadattention1_qkv_bias)},
    {"multiheadattention10.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, block[9].multiheadattention1_out_weight)},
    {"multiheadattention10.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[9].multiheadattention1_out_bias)},
    {"layernorm19.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[9].layernorm1_weight)},
    {"layernorm19.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[9].layernorm1_bias)},
    {"layernorm20.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[9].layernorm2_weight)},
    {"layernorm20.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[9].layernorm2_bias)},
    {"linear19.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, block[9].linear1_weight)},
    {"linear19.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, block[9].linear1_bias)},
    {"linear20.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, block[9].linear2_weight)},
    {"linear20.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[9].linear2_bias)},
    {"multiheadattention11.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, block[10].multiheadattention1_qkv_weight)},
    {"multiheadattention11.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, block[10].multiheadattention1_qkv_bias)},
    {"multiheadattention11.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, block[10].multiheadattention1_out_weight)},
    {"multiheadattention11.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[10].multiheadattention1_out_bias)},
    {"layernorm21.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[10].layernorm1_weight)},
    {"layernorm21.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[10].layernorm1_bias)},
    {"layernorm22.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[10].layernorm2_weight)},
    {"layernorm22.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[10].layernorm2_bias)},
    {"linear21.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, block[10].linear1_weight)},
    {"linear21.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, block[10].linear1_bias)},
    {"linear22.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, block[10].linear2_weight)},
    {"linear22.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[10].linear2_bias)},
    {"multiheadattention12.qkv.weight", MF_F32, MF_PARAM, 2, {768, 2304}, offsetof(Gpt2124m, block[11].multiheadattention1_qkv_weight)},
    {"multiheadattention12.qkv.bias", MF_F32, MF_PARAM, 1, {2304}, offsetof(Gpt2124m, block[11].multiheadattention1_qkv_bias)},
    {"multiheadattention12.out.weight", MF_F32, MF_PARAM, 2, {768, 768}, offsetof(Gpt2124m, block[11].multiheadattention1_out_weight)},
    {"multiheadattention12.out.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[11].multiheadattention1_out_bias)},
    {"layernorm23.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[11].layernorm1_weight)},
    {"layernorm23.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[11].layernorm1_bias)},
    {"layernorm24.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[11].layernorm2_weight)},
    {"layernorm24.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[11].layernorm2_bias)},
    {"linear23.weight", MF_F32, MF_PARAM, 2, {768, 3072}, offsetof(Gpt2124m, block[11].linear1_weight)},
    {"linear23.bias", MF_F32, MF_PARAM, 1, {3072}, offsetof(Gpt2124m, block[11].linear1_bias)},
    {"linear24.weight", MF_F32, MF_PARAM, 2, {3072, 768}, offsetof(Gpt2124m, block[11].linear2_weight)},
    {"linear24.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, block[11].linear2_bias)},
    {"layernorm25.weight", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm25_weight)},
    {"layernorm25.bias", MF_F32, MF_PARAM, 1, {768}, offsetof(Gpt2124m, layernorm25_bias)},
    {"adamw.m.embedding1.weight", MF_F32, MF_STATE, 2, {50257, 768}, offsetof(Gpt2124m, adamw_m_embedding1_weight)},
    {"adamw.v.embedding1.weight", MF_F32, MF_STATE, 2, {50257, 768}, offsetof(Gpt2124m, adamw_v_embedding1_weight)},
    {"adamw.m.positions", MF_F32, MF_STATE, 2, {1024, 768}, offsetof(Gpt2124m, adamw_m_positions)},
    {"adamw.v.positions", MF_F32, MF_STATE, 2, {1024, 768}, offsetof(Gpt2124m, adamw_v_positions)},
    {"adamw.m.multiheadattention1.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[0].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention1.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[0].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention1.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[0].adamw_m_multiheadattention1_qkv_bias)},
    {"adamw.v.multiheadattention1.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[0].adamw_v_multiheadattention1_qkv_bias)},
    {"adamw.m.multiheadattention1.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[0].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention1.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[0].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.multiheadattention1.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[0].adamw_m_multiheadattention1_out_bias)},
    {"adamw.v.multiheadattention1.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[0].adamw_v_multiheadattention1_out_bias)},
    {"adamw.m.layernorm1.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[0].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm1.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[0].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm1.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[0].adamw_m_layernorm1_bias)},
    {"adamw.v.layernorm1.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[0].adamw_v_layernorm1_bias)},
    {"adamw.m.layernorm2.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[0].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm2.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[0].adamw_v_layernorm2_weight)},
    {"adamw.m.layernorm2.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[0].adamw_m_layernorm2_bias)},
    {"adamw.v.layernorm2.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[0].adamw_v_layernorm2_bias)},
    {"adamw.m.linear1.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[0].adamw_m_linear1_weight)},
    {"adamw.v.linear1.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[0].adamw_v_linear1_weight)},
    {"adamw.m.linear1.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[0].adamw_m_linear1_bias)},
    {"adamw.v.linear1.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[0].adamw_v_linear1_bias)},
    {"adamw.m.linear2.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[0].adamw_m_linear2_weight)},
    {"adamw.v.linear2.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[0].adamw_v_linear2_weight)},
    {"adamw.m.linear2.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[0].adamw_m_linear2_bias)},
    {"adamw.v.linear2.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[0].adamw_v_linear2_bias)},
    {"adamw.m.multiheadattention2.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[1].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention2.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[1].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention2.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[1].adamw_m_multiheadattention1_qkv_bias)},
    {"adamw.v.multiheadattention2.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[1].adamw_v_multiheadattention1_qkv_bias)},
    {"adamw.m.multiheadattention2.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[1].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention2.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[1].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.multiheadattention2.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[1].adamw_m_multiheadattention1_out_bias)},
    {"adamw.v.multiheadattention2.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[1].adamw_v_multiheadattention1_out_bias)},
    {"adamw.m.layernorm3.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[1].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm3.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[1].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm3.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[1].adamw_m_layernorm1_bias)},
    {"adamw.v.layernorm3.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[1].adamw_v_layernorm1_bias)},
    {"adamw.m.layernorm4.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[1].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm4.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[1].adamw_v_layernorm2_weight)},
    {"adamw.m.layernorm4.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[1].adamw_m_layernorm2_bias)},
    {"adamw.v.layernorm4.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[1].adamw_v_layernorm2_bias)},
    {"adamw.m.linear3.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[1].adamw_m_linear1_weight)},
    {"adamw.v.linear3.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[1].adamw_v_linear1_weight)},
    {"adamw.m.linear3.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[1].adamw_m_linear1_bias)},
    {"adamw.v.linear3.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[1].adamw_v_linear1_bias)},
    {"adamw.m.linear4.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[1].adamw_m_linear2_weight)},
    {"adamw.v.linear4.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[1].adamw_v_linear2_weight)},
    {"adamw.m.linear4.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[1].adamw_m_linear2_bias)},
    {"adamw.v.linear4.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[1].adamw_v_linear2_bias)},
    {"adamw.m.multiheadattention3.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[2].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention3.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[2].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention3.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[2].adamw_m_multiheadattention1_qkv_bias)},
    {"adamw.v.multiheadattention3.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[2].adamw_v_multiheadattention1_qkv_bias)},
    {"adamw.m.multiheadattention3.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[2].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention3.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[2].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.multiheadattention3.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[2].adamw_m_multiheadattention1_out_bias)},
    {"adamw.v.multiheadattention3.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[2].adamw_v_multiheadattention1_out_bias)},
    {"adamw.m.layernorm5.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[2].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm5.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[2].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm5.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[2].adamw_m_layernorm1_bias)},
    {"adamw.v.layernorm5.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[2].adamw_v_layernorm1_bias)},
    {"adamw.m.layernorm6.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[2].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm6.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[2].adamw_v_layernorm2_weight)},
    {"adamw.m.layernorm6.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[2].adamw_m_layernorm2_bias)},
    {"adamw.v.layernorm6.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[2].adamw_v_layernorm2_bias)},
    {"adamw.m.linear5.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[2].adamw_m_linear1_weight)},
    {"adamw.v.linear5.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[2].adamw_v_linear1_weight)},
    {"adamw.m.linear5.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[2].adamw_m_linear1_bias)},
    {"adamw.v.linear5.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[2].adamw_v_linear1_bias)},
    {"adamw.m.linear6.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[2].adamw_m_linear2_weight)},
    {"adamw.v.linear6.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[2].adamw_v_linear2_weight)},
    {"adamw.m.linear6.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[2].adamw_m_linear2_bias)},
    {"adamw.v.linear6.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[2].adamw_v_linear2_bias)},
    {"adamw.m.multiheadattention4.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[3].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention4.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[3].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention4.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[3].adamw_m_multiheadattention1_qkv_bias)},
    {"adamw.v.multiheadattention4.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[3].adamw_v_multiheadattention1_qkv_bias)},
    {"adamw.m.multiheadattention4.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[3].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention4.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[3].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.multiheadattention4.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[3].adamw_m_multiheadattention1_out_bias)},
    {"adamw.v.multiheadattention4.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[3].adamw_v_multiheadattention1_out_bias)},
    {"adamw.m.layernorm7.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[3].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm7.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[3].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm7.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[3].adamw_m_layernorm1_bias)},
    {"adamw.v.layernorm7.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[3].adamw_v_layernorm1_bias)},
    {"adamw.m.layernorm8.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[3].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm8.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[3].adamw_v_layernorm2_weight)},
    {"adamw.m.layernorm8.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[3].adamw_m_layernorm2_bias)},
    {"adamw.v.layernorm8.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[3].adamw_v_layernorm2_bias)},
    {"adamw.m.linear7.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[3].adamw_m_linear1_weight)},
    {"adamw.v.linear7.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[3].adamw_v_linear1_weight)},
    {"adamw.m.linear7.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[3].adamw_m_linear1_bias)},
    {"adamw.v.linear7.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[3].adamw_v_linear1_bias)},
    {"adamw.m.linear8.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[3].adamw_m_linear2_weight)},
    {"adamw.v.linear8.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[3].adamw_v_linear2_weight)},
    {"adamw.m.linear8.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[3].adamw_m_linear2_bias)},
    {"adamw.v.linear8.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[3].adamw_v_linear2_bias)},
    {"adamw.m.multiheadattention5.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[4].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention5.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[4].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention5.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[4].adamw_m_multiheadattention1_qkv_bias)},
    {"adamw.v.multiheadattention5.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[4].adamw_v_multiheadattention1_qkv_bias)},
    {"adamw.m.multiheadattention5.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[4].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention5.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[4].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.multiheadattention5.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[4].adamw_m_multiheadattention1_out_bias)},
    {"adamw.v.multiheadattention5.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[4].adamw_v_multiheadattention1_out_bias)},
    {"adamw.m.layernorm9.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[4].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm9.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[4].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm9.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[4].adamw_m_layernorm1_bias)},
    {"adamw.v.layernorm9.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[4].adamw_v_layernorm1_bias)},
    {"adamw.m.layernorm10.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[4].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm10.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[4].adamw_v_layernorm2_weight)},
    {"adamw.m.layernorm10.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[4].adamw_m_layernorm2_bias)},
    {"adamw.v.layernorm10.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[4].adamw_v_layernorm2_bias)},
    {"adamw.m.linear9.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[4].adamw_m_linear1_weight)},
    {"adamw.v.linear9.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[4].adamw_v_linear1_weight)},
    {"adamw.m.linear9.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[4].adamw_m_linear1_bias)},
    {"adamw.v.linear9.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[4].adamw_v_linear1_bias)},
    {"adamw.m.linear10.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[4].adamw_m_linear2_weight)},
    {"adamw.v.linear10.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[4].adamw_v_linear2_weight)},
    {"adamw.m.linear10.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[4].adamw_m_linear2_bias)},
    {"adamw.v.linear10.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[4].adamw_v_linear2_bias)},
    {"adamw.m.multiheadattention6.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[5].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention6.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[5].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention6.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[5].adamw_m_multiheadattention1_qkv_bias)},
    {"adamw.v.multiheadattention6.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[5].adamw_v_multiheadattention1_qkv_bias)},
    {"adamw.m.multiheadattention6.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[5].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention6.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[5].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.multiheadattention6.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[5].adamw_m_multiheadattention1_out_bias)},
    {"adamw.v.multiheadattention6.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[5].adamw_v_multiheadattention1_out_bias)},
    {"adamw.m.layernorm11.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[5].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm11.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[5].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm11.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[5].adamw_m_layernorm1_bias)},
    {"adamw.v.layernorm11.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[5].adamw_v_layernorm1_bias)},
    {"adamw.m.layernorm12.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[5].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm12.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[5].adamw_v_layernorm2_weight)},
    {"adamw.m.layernorm12.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[5].adamw_m_layernorm2_bias)},
    {"adamw.v.layernorm12.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[5].adamw_v_layernorm2_bias)},
    {"adamw.m.linear11.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[5].adamw_m_linear1_weight)},
    {"adamw.v.linear11.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[5].adamw_v_linear1_weight)},
    {"adamw.m.linear11.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[5].adamw_m_linear1_bias)},
    {"adamw.v.linear11.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[5].adamw_v_linear1_bias)},
    {"adamw.m.linear12.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[5].adamw_m_linear2_weight)},
    {"adamw.v.linear12.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[5].adamw_v_linear2_weight)},
    {"adamw.m.linear12.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[5].adamw_m_linear2_bias)},
    {"adamw.v.linear12.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[5].adamw_v_linear2_bias)},
    {"adamw.m.multiheadattention7.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[6].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention7.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[6].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention7.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[6].adamw_m_multiheadattention1_qkv_bias)},
    {"adamw.v.multiheadattention7.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[6].adamw_v_multiheadattention1_qkv_bias)},
    {"adamw.m.multiheadattention7.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[6].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention7.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[6].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.multiheadattention7.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[6].adamw_m_multiheadattention1_out_bias)},
    {"adamw.v.multiheadattention7.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[6].adamw_v_multiheadattention1_out_bias)},
    {"adamw.m.layernorm13.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[6].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm13.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[6].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm13.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[6].adamw_m_layernorm1_bias)},
    {"adamw.v.layernorm13.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[6].adamw_v_layernorm1_bias)},
    {"adamw.m.layernorm14.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[6].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm14.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[6].adamw_v_layernorm2_weight)},
    {"adamw.m.layernorm14.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[6].adamw_m_layernorm2_bias)},
    {"adamw.v.layernorm14.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[6].adamw_v_layernorm2_bias)},
    {"adamw.m.linear13.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[6].adamw_m_linear1_weight)},
    {"adamw.v.linear13.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[6].adamw_v_linear1_weight)},
    {"adamw.m.linear13.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[6].adamw_m_linear1_bias)},
    {"adamw.v.linear13.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[6].adamw_v_linear1_bias)},
    {"adamw.m.linear14.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[6].adamw_m_linear2_weight)},
    {"adamw.v.linear14.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[6].adamw_v_linear2_weight)},
    {"adamw.m.linear14.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[6].adamw_m_linear2_bias)},
    {"adamw.v.linear14.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[6].adamw_v_linear2_bias)},
    {"adamw.m.multiheadattention8.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[7].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention8.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[7].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention8.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[7].adamw_m_multiheadattention1_qkv_bias)},
    {"adamw.v.multiheadattention8.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[7].adamw_v_multiheadattention1_qkv_bias)},
    {"adamw.m.multiheadattention8.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[7].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention8.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[7].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.multiheadattention8.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[7].adamw_m_multiheadattention1_out_bias)},
    {"adamw.v.multiheadattention8.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[7].adamw_v_multiheadattention1_out_bias)},
    {"adamw.m.layernorm15.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[7].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm15.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[7].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm15.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[7].adamw_m_layernorm1_bias)},
    {"adamw.v.layernorm15.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[7].adamw_v_layernorm1_bias)},
    {"adamw.m.layernorm16.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[7].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm16.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[7].adamw_v_layernorm2_weight)},
    {"adamw.m.layernorm16.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[7].adamw_m_layernorm2_bias)},
    {"adamw.v.layernorm16.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[7].adamw_v_layernorm2_bias)},
    {"adamw.m.linear15.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[7].adamw_m_linear1_weight)},
    {"adamw.v.linear15.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[7].adamw_v_linear1_weight)},
    {"adamw.m.linear15.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[7].adamw_m_linear1_bias)},
    {"adamw.v.linear15.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[7].adamw_v_linear1_bias)},
    {"adamw.m.linear16.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[7].adamw_m_linear2_weight)},
    {"adamw.v.linear16.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[7].adamw_v_linear2_weight)},
    {"adamw.m.linear16.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[7].adamw_m_linear2_bias)},
    {"adamw.v.linear16.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[7].adamw_v_linear2_bias)},
    {"adamw.m.multiheadattention9.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[8].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention9.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[8].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention9.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[8].adamw_m_multiheadattention1_qkv_bias)},
    {"adamw.v.multiheadattention9.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[8].adamw_v_multiheadattention1_qkv_bias)},
    {"adamw.m.multiheadattention9.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[8].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention9.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[8].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.multiheadattention9.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[8].adamw_m_multiheadattention1_out_bias)},
    {"adamw.v.multiheadattention9.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[8].adamw_v_multiheadattention1_out_bias)},
    {"adamw.m.layernorm17.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[8].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm17.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[8].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm17.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[8].adamw_m_layernorm1_bias)},
    {"adamw.v.layernorm17.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[8].adamw_v_layernorm1_bias)},
    {"adamw.m.layernorm18.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[8].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm18.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[8].adamw_v_layernorm2_weight)},
    {"adamw.m.layernorm18.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[8].adamw_m_layernorm2_bias)},
    {"adamw.v.layernorm18.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[8].adamw_v_layernorm2_bias)},
    {"adamw.m.linear17.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[8].adamw_m_linear1_weight)},
    {"adamw.v.linear17.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[8].adamw_v_linear1_weight)},
    {"adamw.m.linear17.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[8].adamw_m_linear1_bias)},
    {"adamw.v.linear17.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[8].adamw_v_linear1_bias)},
    {"adamw.m.linear18.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[8].adamw_m_linear2_weight)},
    {"adamw.v.linear18.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[8].adamw_v_linear2_weight)},
    {"adamw.m.linear18.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[8].adamw_m_linear2_bias)},
    {"adamw.v.linear18.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[8].adamw_v_linear2_bias)},
    {"adamw.m.multiheadattention10.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[9].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention10.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[9].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention10.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[9].adamw_m_multiheadattention1_qkv_bias)},
    {"adamw.v.multiheadattention10.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[9].adamw_v_multiheadattention1_qkv_bias)},
    {"adamw.m.multiheadattention10.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[9].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention10.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[9].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.multiheadattention10.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[9].adamw_m_multiheadattention1_out_bias)},
    {"adamw.v.multiheadattention10.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[9].adamw_v_multiheadattention1_out_bias)},
    {"adamw.m.layernorm19.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[9].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm19.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[9].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm19.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[9].adamw_m_layernorm1_bias)},
    {"adamw.v.layernorm19.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[9].adamw_v_layernorm1_bias)},
    {"adamw.m.layernorm20.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[9].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm20.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[9].adamw_v_layernorm2_weight)},
    {"adamw.m.layernorm20.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[9].adamw_m_layernorm2_bias)},
    {"adamw.v.layernorm20.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[9].adamw_v_layernorm2_bias)},
    {"adamw.m.linear19.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[9].adamw_m_linear1_weight)},
    {"adamw.v.linear19.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[9].adamw_v_linear1_weight)},
    {"adamw.m.linear19.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[9].adamw_m_linear1_bias)},
    {"adamw.v.linear19.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[9].adamw_v_linear1_bias)},
    {"adamw.m.linear20.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[9].adamw_m_linear2_weight)},
    {"adamw.v.linear20.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[9].adamw_v_linear2_weight)},
    {"adamw.m.linear20.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[9].adamw_m_linear2_bias)},
    {"adamw.v.linear20.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[9].adamw_v_linear2_bias)},
    {"adamw.m.multiheadattention11.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[10].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention11.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[10].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention11.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[10].adamw_m_multiheadattention1_qkv_bias)},
    {"adamw.v.multiheadattention11.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[10].adamw_v_multiheadattention1_qkv_bias)},
    {"adamw.m.multiheadattention11.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[10].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention11.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[10].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.multiheadattention11.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[10].adamw_m_multiheadattention1_out_bias)},
    {"adamw.v.multiheadattention11.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[10].adamw_v_multiheadattention1_out_bias)},
    {"adamw.m.layernorm21.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[10].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm21.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[10].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm21.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[10].adamw_m_layernorm1_bias)},
    {"adamw.v.layernorm21.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[10].adamw_v_layernorm1_bias)},
    {"adamw.m.layernorm22.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[10].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm22.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[10].adamw_v_layernorm2_weight)},
    {"adamw.m.layernorm22.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[10].adamw_m_layernorm2_bias)},
    {"adamw.v.layernorm22.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[10].adamw_v_layernorm2_bias)},
    {"adamw.m.linear21.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[10].adamw_m_linear1_weight)},
    {"adamw.v.linear21.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[10].adamw_v_linear1_weight)},
    {"adamw.m.linear21.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[10].adamw_m_linear1_bias)},
    {"adamw.v.linear21.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[10].adamw_v_linear1_bias)},
    {"adamw.m.linear22.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[10].adamw_m_linear2_weight)},
    {"adamw.v.linear22.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[10].adamw_v_linear2_weight)},
    {"adamw.m.linear22.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[10].adamw_m_linear2_bias)},
    {"adamw.v.linear22.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[10].adamw_v_linear2_bias)},
    {"adamw.m.multiheadattention12.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[11].adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention12.qkv.weight", MF_F32, MF_STATE, 2, {768, 2304}, offsetof(Gpt2124m, state[11].adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention12.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[11].adamw_m_multiheadattention1_qkv_bias)},
    {"adamw.v.multiheadattention12.qkv.bias", MF_F32, MF_STATE, 1, {2304}, offsetof(Gpt2124m, state[11].adamw_v_multiheadattention1_qkv_bias)},
    {"adamw.m.multiheadattention12.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[11].adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention12.out.weight", MF_F32, MF_STATE, 2, {768, 768}, offsetof(Gpt2124m, state[11].adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.multiheadattention12.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[11].adamw_m_multiheadattention1_out_bias)},
    {"adamw.v.multiheadattention12.out.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[11].adamw_v_multiheadattention1_out_bias)},
    {"adamw.m.layernorm23.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[11].adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm23.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[11].adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm23.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[11].adamw_m_layernorm1_bias)},
    {"adamw.v.layernorm23.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[11].adamw_v_layernorm1_bias)},
    {"adamw.m.layernorm24.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[11].adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm24.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[11].adamw_v_layernorm2_weight)},
    {"adamw.m.layernorm24.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[11].adamw_m_layernorm2_bias)},
    {"adamw.v.layernorm24.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[11].adamw_v_layernorm2_bias)},
    {"adamw.m.linear23.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[11].adamw_m_linear1_weight)},
    {"adamw.v.linear23.weight", MF_F32, MF_STATE, 2, {768, 3072}, offsetof(Gpt2124m, state[11].adamw_v_linear1_weight)},
    {"adamw.m.linear23.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[11].adamw_m_linear1_bias)},
    {"adamw.v.linear23.bias", MF_F32, MF_STATE, 1, {3072}, offsetof(Gpt2124m, state[11].adamw_v_linear1_bias)},
    {"adamw.m.linear24.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[11].adamw_m_linear2_weight)},
    {"adamw.v.linear24.weight", MF_F32, MF_STATE, 2, {3072, 768}, offsetof(Gpt2124m, state[11].adamw_v_linear2_weight)},
    {"adamw.m.linear24.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[11].adamw_m_linear2_bias)},
    {"adamw.v.linear24.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, state[11].adamw_v_linear2_bias)},
    {"adamw.m.layernorm25.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm25_weight)},
    {"adamw.v.layernorm25.weight", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm25_weight)},
    {"adamw.m.layernorm25.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_m_layernorm25_bias)},
    {"adamw.v.layernorm25.bias", MF_F32, MF_STATE, 1, {768}, offsetof(Gpt2124m, adamw_v_layernorm25_bias)},
    {"lr", MF_F32, MF_SETTING, 0, {0}, offsetof(Gpt2124m, lr)},
    {"weight_decay", MF_F32, MF_SETTING, 0, {0}, offsetof(Gpt2124m, weight_decay)},
    {"beta1", MF_F32, MF_SETTING, 0, {0}, offsetof(Gpt2124m, beta1)},
    {"beta2", MF_F32, MF_SETTING, 0, {0}, offsetof(Gpt2124m, beta2)},
    {"eps", MF_F32, MF_SETTING, 0, {0}, offsetof(Gpt2124m, eps)},
};
/* clang-format on */

#ifndef GPT2_124M_NO_MAIN

/* clang-format off */
static const MfPort logits_in[] = {
    {"tokens", MF_I32, 2, {1, 64}, 50257},
};
/* clang-format on */

/* clang-format off */
static const MfPort logits_out[] = {
    {"logits", MF_F32, 3, {1, 64, 50257}, 0},
};
/* clang-format on */

static void call_logits(void *net, const void *const *in, void *const *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    gpt2_124m_logits(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"logits", 1, 1, 1, logits_in, logits_out, call_logits},
};
/* clang-format on */

/* clang-format off */
static const MfPort step_in[] = {
    {"tokens", MF_I32, 2, {4, 64}, 50257},
    {"target", MF_I32, 2, {4, 64}, 50257},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)gpt2_124m_step(net, in0, in1);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)gpt2_124m_eval(net, in0, in1);
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)gpt2_124m_eval_one(net, in0, in1);
}

/* clang-format off */
static const MfTrain trains[] = {
    {
        .name = "",
        .batch = 4,
        .n_in = 2,
        .in = step_in,
        .step = call_step,
        .eval = call_eval,
        .eval_one = call_eval_one,
        .steps = 1000,
        .shuffle = MF_SHUFFLE,
        .seed = 1u,
        .accumulate = 1,
        .turns = 1,
    },
};
/* clang-format on */

/* clang-format off */
static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    gpt2_124m_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "gpt2_124m",
    .script = "gpt2_124m.lua",
    .version = "0.1",
    .hash = 0x3e4c107b5923e063u,
    .real = MF_F32,
    .size = sizeof(Gpt2124m),
    .param_bytes = 497759232,
    .state_bytes = 995518464,
    .work_bytes = 557283328,
    .seed_offset = offsetof(Gpt2124m, seed),
    .step_offset = offsetof(Gpt2124m, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 449,
    .n_funcs = 1,
    .n_trains = 1,
    .tensor = gpt2_124m_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
};
/* clang-format on */

int main(int argc, char **argv)
{
    return mf_main(argc, argv, &model, NULL); /* too large to be static */
}

#endif

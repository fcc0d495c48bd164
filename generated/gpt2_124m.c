/*
 * gpt2_124m.c - trains and runs the network of gpt2_124m.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 124439808 parameters; a step of 6084 nodes; 89 kernels;
 * bytes: parameters 497759232, state 995518464, work 547846144 (unshared 2798597444),
 * stack 292096
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
 * mf_product_turned  the same, and the result has a row for every column
 * mf_ahead           asks the second cache for what the next loop or turn needs: where
 *                    this turn's is, how far on that is, of how many bytes, and which
 *                    part of so many
 * mf_uniform_row     random numbers from 0 to below 1: seed, stream, step, the first
 *                    element, how many, where to
 * MF_APART           not made a part of its caller, whose stack its arrays would take
 */
#include "mfrt.h"

#define GPT2_124M_PARAM_BYTES 497759232u
#define GPT2_124M_STATE_BYTES 995518464u
#define GPT2_124M_WORK_BYTES 547846144u
#define GPT2_124M_STACK_BYTES 292096u
#define GPT2_124M_TENSORS 449u

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
    unsigned char gap[24]; /* to a multiple of 64 bytes */
    /* work memory: one function runs at a time */
    union {
        union Gpt2124mStep {
            struct {
                float layernorm1[4][64][768]; /* calls 3 to 5 */
                unsigned char gap1[7864320];
                float dqkv_strips[12][36][256][64];      /* calls 158 to 393 */
                float dv[4][64][12][64];                 /* calls 151 to 374 */
                float tanh[12][4][64][3072];             /* calls 11 to 362 */
                float qkv[12][4][64][2304];              /* calls 5 to 372 */
                float layernorm1_strips[12][96][256][8]; /* calls 4 to 393 */
                float dlinear1_weight[12][768][3072];    /* calls 395 to 709 */
                float dqkv_weight[12][768][2304];        /* calls 382 to 701 */
                /* calls 418 to 567, then dembedding1_weight */
                float scatter[50257][768];
                float dout_weight[12][768][768]; /* calls 156 to 703 */
                float dlogits[4][64][50257];     /* calls 137 to 419 */
                float x2[4][64][768];            /* calls 135 to 419 */
                /* calls 139 to 418, then dresidual, dx, dresidual ... */
                float dx2[4][64][768];
                float dlinear1_bias[12][3072];     /* calls 143 to 710 */
                float dqkv_bias[12][2304];         /* calls 155 to 702 */
                float dpositions[64][768];         /* calls 381 to 568 */
                float dlayernorm1_bias[13][768];   /* calls 140 to 714 */
                float dlayernorm1_weight[13][768]; /* calls 140 to 713 */
                float dlinear2_bias[12][768];      /* calls 141 to 712 */
                float dlayernorm2_bias[12][768];   /* calls 148 to 708 */
                float dlayernorm2_weight[12][768]; /* calls 148 to 707 */
                float dout_bias[12][768];          /* calls 149 to 704 */
            };
            struct {
                float linear[12][4][64][3072]; /* calls 11 to 366, then dlinear1 */
                unsigned char gap4[34603008];
                float dlayernorm[4][64][768]; /* calls 145 to 368 */
                float dproduct[64][64];       /* calls 152 to 372 */
                unsigned char gap7[1556480];
                float dresidual_strips[12][256][64]; /* calls 153 to 376 */
                unsigned char gap8[37748736];
                float gelu_tanh_strips[12][384][256][8]; /* calls 13 to 416 */
                float heads_strips[12][96][256][8];      /* calls 8 to 376 */
                float exp[12][4][12][64][64];            /* calls 6 to 372 */
                float softmax[12][4][12][64][64];        /* calls 6 to 371 */
                float residual[12][4][64][768];          /* calls 7 to 368 */
                float x[12][4][64][768];                 /* calls 12 to 360 */
                float gelu_tanh[4][64][3072];            /* calls 11 to 134 */
                float centred[4][64][768];               /* calls 3 to 380 */
                float logits[4][64][50257];              /* calls 136 to 137 */
                float sum[12][4][12][64];                /* calls 6 to 372 */
                float inverse[12][4][12][64];            /* calls 6 to 372 */
                float mean[12][4][64];                   /* calls 9 to 368 */
                float inverse2[12][4][64];               /* calls 9 to 368 */
                float deviation2[12][4][64];             /* calls 9 to 367 */
                float mean2[12][4][64];                  /* calls 14 to 360 */
                float inverse3[12][4][64];               /* calls 14 to 360 */
                float deviation3[11][4][64];             /* calls 14 to 359 */
                float inverse4[4][64];                   /* calls 3 to 380 */
                float deviation4[4][64];                 /* calls 3 to 379 */
                unsigned char gap15[57481216];
                float dlinear1_strips[12][48][256][64];  /* calls 146 to 417 */
                float layernorm2_strips[12][96][256][8]; /* calls 10 to 417 */
                float dx_strips2[12][12][256][64];       /* calls 144 to 416 */
            };
            struct {
                float dlinear2_weight[12][3072][768]; /* calls 394 to 711 */
                unsigned char gap9[34603008];
                float layernorm2[4][64][768]; /* calls 9 to 132 */
                unsigned char gap10[29884416];
                float dq[4][64][12][64]; /* calls 152 to 374 */
                unsigned char gap11[8650752];
                float dk[4][64][12][64]; /* calls 152 to 374 */
                unsigned char gap12[9437184];
                float x_strips[4][768][64];  /* calls 135 to 136 */
                float dx_strips[4][768][64]; /* calls 139 to 362 */
                float deviation[4][64];      /* calls 135 to 139 */
            };
            struct {
                unsigned char gap2[34603008];
                float heads[4][64][12][64]; /* calls 6 to 129 */
                unsigned char gap5[36962304];
                float dheads[4][64][768]; /* calls 150 to 372 */
                unsigned char gap13[125042688];
                float exp2[50257]; /* call 137 */
            };
            struct {
                unsigned char gap3[34603008];
                float layernorm[4][64][768]; /* calls 14 to 126 */
                unsigned char gap6[36962304];
                float dqkv[4][64][2304]; /* calls 154 to 378 */
                unsigned char gap14[123469824];
                float dx[4][64][768]; /* calls 138 to 380 */
            };
        } step;
        union Gpt2124mEval {
            float logits[4][64][50257]; /* calls 86 to 87 */
            struct {
                float qkv[4][64][2304];       /* calls 2 to 3 */
                float layernorm1[4][64][768]; /* calls 1 to 2 */
                float softmax[64][64];        /* call 3 */
                unsigned char gap3[770048];
                float layernorm2[4][64][768]; /* calls 5 to 83 */
                unsigned char gap4[46744576];
                float x_strips[4][768][64]; /* calls 85 to 86 */
            };
            struct {
                float gelu_tanh[4][64][3072]; /* calls 6 to 84 */
                float residual[4][64][768]; /* calls 4 to 85, then x, residual, x ... */
                float softmax2[64][64];     /* calls 10 to 80 */
            };
            struct {
                float qkv2[4][64][2304];    /* calls 9 to 80 */
                float heads[4][64][12][64]; /* calls 3 to 4 */
            };
            struct {
                float x[64][768]; /* call 85 */
                unsigned char gap1[2162688];
                float layernorm[4][64][768]; /* calls 8 to 79 */
            };
            struct {
                unsigned char gap2[2359296];
                float heads2[4][64][12][64]; /* calls 10 to 81 */
            };
        } eval;
        union Gpt2124mEvalOne {
            float gelu_tanh[1][64][3072]; /* calls 8 to 108 */
            float logits[1][64][50257];   /* calls 111 to 113 */
            struct {
                float centred[1][64][768]; /* call 1 */
                float mean3[1][64];        /* call 1 */
                float inverse3[1][64];     /* call 1 */
                unsigned char gap1[392704];
                float layernorm1[1][64][768]; /* calls 1 to 2 */
                float exp[1][12][64][64];     /* call 4 */
                float softmax[1][12][64][64]; /* calls 4 to 5 */
                float max[1][12][64];         /* call 4 */
                float inverse4[1][12][64];    /* call 4 */
                unsigned char gap6[190464];
                float max2[1][12][64];     /* calls 13 to 103 */
                float inverse5[1][12][64]; /* calls 13 to 103 */
                unsigned char gap7[11483392];
                float x_strips[1][768][64]; /* calls 110 to 111 */
            };
            struct {
                float qkv[1][64][2304];     /* calls 2 to 5 */
                float score[1][12][64][64]; /* calls 3 to 4 */
                /* calls 6 to 109, then x, residual, x ... */
                float residual[1][64][768];
                float layernorm2[1][64][768];  /* calls 7 to 107 */
                float softmax2[1][12][64][64]; /* calls 13 to 104 */
                unsigned char gap8[11489536];
                float max3[1][64]; /* calls 112 to 113 */
                float sum[1][64];  /* calls 112 to 113 */
            };
            struct {
                float mean[1][64];    /* calls 7 to 106 */
                float inverse[1][64]; /* calls 7 to 106 */
                unsigned char gap2[589312];
                float heads[1][64][12][64]; /* calls 5 to 6 */
                unsigned char gap5[196608];
                float exp2[1][12][64][64]; /* calls 13 to 103 */
            };
            struct {
                float mean2[1][64];    /* calls 10 to 109 */
                float inverse2[1][64]; /* calls 10 to 109 */
                unsigned char gap3[589312];
                float layernorm[1][64][768]; /* calls 10 to 110 */
            };
            struct {
                float qkv2[1][64][2304];     /* calls 11 to 104 */
                float score2[1][12][64][64]; /* calls 12 to 103 */
            };
            struct {
                unsigned char gap4[589824];
                float heads2[1][64][12][64]; /* calls 14 to 105 */
            };
        } eval_one;
        union Gpt2124mLogits {
            float gelu_tanh[1][64][3072]; /* calls 8 to 108 */
            struct {
                float centred[1][64][768]; /* call 1 */
                float mean3[1][64];        /* call 1 */
                float inverse3[1][64];     /* call 1 */
                unsigned char gap1[392704];
                float layernorm1[1][64][768]; /* calls 1 to 2 */
                float exp[1][12][64][64];     /* call 4 */
                float softmax[1][12][64][64]; /* calls 4 to 5 */
                float max[1][12][64];         /* call 4 */
                float inverse4[1][12][64];    /* call 4 */
                unsigned char gap6[190464];
                float max2[1][12][64];     /* calls 13 to 103 */
                float inverse5[1][12][64]; /* calls 13 to 103 */
            };
            struct {
                float qkv[1][64][2304];     /* calls 2 to 5 */
                float score[1][12][64][64]; /* calls 3 to 4 */
                /* calls 6 to 109, then x, residual, x ... */
                float residual[1][64][768];
                float layernorm2[1][64][768];  /* calls 7 to 107 */
                float softmax2[1][12][64][64]; /* calls 13 to 104 */
            };
            struct {
                float mean[1][64];    /* calls 7 to 106 */
                float inverse[1][64]; /* calls 7 to 106 */
                unsigned char gap2[589312];
                float heads[1][64][12][64]; /* calls 5 to 6 */
                unsigned char gap5[196608];
                float exp2[1][12][64][64]; /* calls 13 to 103 */
            };
            struct {
                float mean2[1][64];    /* calls 10 to 109 */
                float inverse2[1][64]; /* calls 10 to 109 */
                unsigned char gap3[589312];
                float layernorm[1][64][768]; /* calls 10 to 110 */
            };
            struct {
                float qkv2[1][64][2304];     /* calls 11 to 104 */
                float score2[1][12][64][64]; /* calls 12 to 103 */
            };
            struct {
                float x_strips[1][768][64]; /* calls 110 to 111 */
                unsigned char gap4[393216];
                float heads2[1][64][12][64]; /* calls 14 to 105 */
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
/* The same of a batch of one row. */
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

/* 1  rate = lr / (1 - pow(beta1, step + 1))                         gpt2_124m.lua:47 */
static void k1_rate(float beta1, uint64_t step, float lr, float *restrict rate)
{
    const float t = mf_powf(beta1, (float)step + 1.0f);
    *rate = lr / (1.0f - t);
}

/* 2  root = sqrt(1 - pow(beta2, step + 1))                          gpt2_124m.lua:47 */
static void k2_root(float beta2, uint64_t step, float *restrict root)
{
    const float t = mf_powf(beta2, (float)step + 1.0f);
    *root = sqrtf(1.0f - t);
}

/* 3  x = gather(embedding1_weight, tokens) + positions[0:64, :]     gpt2_124m.lua:37
 *    mean = sum(x) / 768
 *    centred = x - mean
 *    deviation = sqrt(sum(centred * centred) / 768 + 1e-05)
 *    inverse = 1 / deviation
 *    layernorm1 = centred * inverse * layernorm1_weight +
 *        layernorm1_bias                                            gpt2_124m.lua:39 */
static void k3_layernorm1(const int32_t tokens[restrict 4][64],
                          const float embedding1_weight[restrict 50257][768],
                          const float positions[restrict 1024][768],
                          const float layernorm1_weight[restrict 768],
                          const float layernorm1_bias[restrict 768],
                          float centred[restrict 4][64][768],
                          float deviation[restrict 4][64],
                          float inverse[restrict 4][64],
                          float layernorm1[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const int at = tokens[i][j];
                    const float embedding1 = embedding1_weight[at][16 * k + l];
                    lane[l] += embedding1 + positions[j][16 * k + l];
                }
            }
            const float sum = mf_sum16f(lane);
            const float mean = sum / 768.0f;
            for (int k = 0; k < 768; k++) {
                const int at = tokens[i][j];
                const float x = embedding1_weight[at][k] + positions[j][k];
                centred[i][j][k] = x - mean;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += centred[i][j][16 * k + l] * centred[i][j][16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float mean2 = sum2 / 768.0f;
            const float deviation2 = sqrtf(mean2 + 1e-05f);
            deviation[i][j] = deviation2;
            inverse[i][j] = 1.0f / deviation2;
            for (int k = 0; k < 768; k++) {
                const float normal = centred[i][j][k] * inverse[i][j];
                const float t = normal * layernorm1_weight[k];
                layernorm1[i][j][k] = t + layernorm1_bias[k];
            }
        }
}

/* 4  layernorm1 by strips of 8 columns, as products read it         gpt2_124m.lua:39 */
static void k4_layernorm1_strips(const float layernorm1[restrict 4][64][768],
                                 float layernorm1_strips[restrict 96][256][8])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 96; k++)
                for (int l = 0; l < 16; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++) {
                        layernorm1_strips[k][64 * i + 16 * j + l][m] =
                            layernorm1[i][16 * j + l][8 * k + m];
                    }
                }
}

/* 5  qkv = layernorm1 qkv_weight + qkv_bias                         gpt2_124m.lua:39 */
MF_APART
static void k5_qkv(const float layernorm1[restrict 4][64][768],
                   const float qkv_weight[restrict 768][2304],
                   const float qkv_bias[restrict 2304], float qkv[restrict 4][64][2304])
{
    static const MfAxis rows[] = {{4, 49152}, {64, 768}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{768, 1, 2304}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int i = 0; i < 36; i++) {
        float acc[256][64];
        mf_productf(&plan, &layernorm1[0][0][0], &qkv_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++) {
                mf_ahead(&qkv[j][k][64 * i], 73728, 256, 0, 1);
                for (int l = 0; l < 64; l++)
                    qkv[j][k][64 * i + l] = acc[64 * j + k][l] + qkv_bias[64 * i + l];
            }
    }
}

/* 6  q = reshape(qkv[:, :, 0:768])
 *    k = reshape(qkv[:, :, 768:1536])
 *    score = where(row >= column, q k' * 0.125, -inf)
 *    max = max(score)
 *    exp = exp(score - max)
 *    sum = sum(exp)
 *    inverse = 1 / sum
 *    softmax = exp * inverse
 *    v = reshape(qkv[:, :, 1536:2304])
 *    heads = softmax v                                              gpt2_124m.lua:39 */
MF_APART
static void k6_heads(const float qkv[restrict 4][64][2304],
                     float exp[restrict 4][12][64][64], float sum[restrict 4][12][64],
                     float inverse[restrict 4][12][64],
                     float softmax[restrict 4][12][64][64],
                     float heads[restrict 4][64][12][64])
{
    static const MfAxis rows[] = {{64, 2304}};
    static const MfAxis columns[] = {{64, 2304}};
    static const MfTerm terms[] = {{64, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{64, 64}};
    static const MfAxis columns2[] = {{64, 1}};
    static const MfTerm terms2[] = {{64, 1, 2304}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns2, 1, terms2);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            mf_productf(&plan, &qkv[i][0][64 * j], &qkv[i][0][64 * j + 768], acc[0],
                        64);
            for (int k = 0; k < 4; k++) {
                MF_BY_ROW;
                float score[16][64];
                for (int r = 0; r < 16; r++)
                    for (int l = 0; l < 64; l++) {
                        const float t = acc[16 * k + r][l] * 0.125f;
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
            float acc2[64][64];
            mf_productf(&plan2, &softmax[i][j][0][0], &qkv[i][0][64 * j + 1536],
                        acc2[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    heads[i][k][j][l] = acc2[k][l];
        }
}

/* 7  x = gather(embedding1_weight, tokens) + positions[0:64, :]     gpt2_124m.lua:37
 *    residual = x + (heads out_weight + out_bias)                   gpt2_124m.lua:39 */
MF_APART
static void k7_residual(const float heads[restrict 4][64][768],
                        const float out_weight[restrict 768][768],
                        const int32_t tokens[restrict 4][64],
                        const float embedding1_weight[restrict 50257][768],
                        const float positions[restrict 1024][768],
                        const float out_bias[restrict 768],
                        float residual[restrict 4][64][768])
{
    static const MfAxis rows[] = {{4, 49152}, {64, 768}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{768, 1, 768}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        mf_productf(&plan, &heads[0][0][0], &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++) {
                mf_ahead(&positions[k][64 * i], 24576, 256, 0, 1);
                for (int l = 0; l < 64; l++) {
                    const int at = tokens[j][k];
                    const float embedding1 = embedding1_weight[at][64 * i + l];
                    const float x = embedding1 + positions[k][64 * i + l];
                    const float multiheadattention1 =
                        acc[64 * j + k][l] + out_bias[64 * i + l];
                    residual[j][k][64 * i + l] = x + multiheadattention1;
                }
            }
    }
}

/* 8  mean = sum(residual) / 768
 *    centred = residual - mean
 *    deviation = sqrt(sum(centred * centred) / 768 + 1e-05)
 *    inverse = 1 / deviation
 *    layernorm2 = centred * inverse * layernorm2_weight +
 *        layernorm2_bias                                            gpt2_124m.lua:39 */
MF_APART
static void k8_layernorm2(const float residual[restrict 4][64][768],
                          const float layernorm2_weight[restrict 768],
                          const float layernorm2_bias[restrict 768],
                          float mean[restrict 4][64], float deviation[restrict 4][64],
                          float inverse[restrict 4][64],
                          float layernorm2[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] += residual[i][j][16 * k + l];
            }
            const float sum = mf_sum16f(lane);
            mean[i][j] = sum / 768.0f;
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float centred = residual[i][j][16 * k + l] - mean[i][j];
                    lane2[l] += centred * centred;
                }
            }
            const float sum2 = mf_sum16f(lane2);
            const float mean2 = sum2 / 768.0f;
            const float deviation2 = sqrtf(mean2 + 1e-05f);
            deviation[i][j] = deviation2;
            inverse[i][j] = 1.0f / deviation2;
            for (int k = 0; k < 768; k++) {
                const float normal = (residual[i][j][k] - mean[i][j]) * inverse[i][j];
                const float t = normal * layernorm2_weight[k];
                layernorm2[i][j][k] = t + layernorm2_bias[k];
            }
        }
}

/* 9  linear1 = layernorm2 linear1_weight + linear1_bias
 *    tanh = tanh(0.797885 * (linear1 + 0.044715 * (linear1 * linear1 * linear1)))
 *    gelu_tanh = 0.5 * linear1 * (1 + tanh)                         gpt2_124m.lua:39 */
MF_APART
static void k9_gelu_tanh(const float layernorm2[restrict 4][64][768],
                         const float linear1_weight[restrict 768][3072],
                         const float linear1_bias[restrict 3072],
                         float linear1[restrict 4][64][3072],
                         float tanh[restrict 4][64][3072],
                         float gelu_tanh[restrict 4][64][3072])
{
    static const MfAxis rows[] = {{4, 49152}, {64, 768}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{768, 1, 3072}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int i = 0; i < 48; i++) {
        float acc[256][64];
        mf_productf(&plan, &layernorm2[0][0][0], &linear1_weight[0][64 * i], acc[0],
                    64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++) {
                mf_ahead(&linear1[j][k][64 * i], 98304, 256, 0, 1);
                mf_ahead(&tanh[j][k][64 * i], 98304, 256, 0, 1);
                mf_ahead(&gelu_tanh[j][k][64 * i], 98304, 256, 0, 1);
                for (int l = 0; l < 64; l++) {
                    const float t = linear1_bias[64 * i + l];
                    const float linear1_2 = acc[64 * j + k][l] + t;
                    linear1[j][k][64 * i + l] = linear1_2;
                    const float t2 = 0.044715f * (linear1_2 * linear1_2 * linear1_2);
                    const float t3 = mf_tanhf(0.7978846f * (linear1_2 + t2));
                    tanh[j][k][64 * i + l] = t3;
                    gelu_tanh[j][k][64 * i + l] = 0.5f * linear1_2 * (1.0f + t3);
                }
            }
    }
}

/* 10  x = residual + (gelu_tanh linear2_weight + linear2_bias)      gpt2_124m.lua:39 */
MF_APART
static void k10_x(const float gelu_tanh[restrict 4][64][3072],
                  const float linear2_weight[restrict 3072][768],
                  const float residual[restrict 4][64][768],
                  const float linear2_bias[restrict 768], float x[restrict 4][64][768])
{
    static const MfAxis rows[] = {{4, 196608}, {64, 3072}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{3072, 1, 768}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        mf_productf(&plan, &gelu_tanh[0][0][0], &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float linear2 = acc[64 * j + k][l] + linear2_bias[64 * i + l];
                    x[j][k][64 * i + l] = residual[j][k][64 * i + l] + linear2;
                }
    }
}

/* 11  gelu_tanh by strips of 8 columns, as products read it         gpt2_124m.lua:39 */
static void k11_gelu_tanh_strips(const float gelu_tanh[restrict 4][64][3072],
                                 float gelu_tanh_strips[restrict 384][256][8])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 384; k++) {
                mf_ahead(&gelu_tanh_strips[k][64 * i + 16 * j][0], 32768, 512, 0, 1);
                for (int l = 0; l < 16; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++) {
                        gelu_tanh_strips[k][64 * i + 16 * j + l][m] =
                            gelu_tanh[i][16 * j + l][8 * k + m];
                    }
                }
            }
}

/* 12  residual = x + (heads out_weight + out_bias)                  gpt2_124m.lua:39 */
MF_APART
static void k12_residual(const float heads[restrict 4][64][768],
                         const float out_weight[restrict 768][768],
                         const float x[restrict 4][64][768],
                         const float out_bias[restrict 768],
                         float residual[restrict 4][64][768])
{
    static const MfAxis rows[] = {{4, 49152}, {64, 768}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{768, 1, 768}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        mf_productf(&plan, &heads[0][0][0], &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float multiheadattention2 =
                        acc[64 * j + k][l] + out_bias[64 * i + l];
                    const float t = x[j][k][64 * i + l];
                    residual[j][k][64 * i + l] = t + multiheadattention2;
                }
    }
}

/* 13  mean = sum(x) / 768
 *     centred = x - mean
 *     deviation = sqrt(sum(centred * centred) / 768 + 1e-05)
 *     inverse = 1 / deviation
 *     x2 = centred * inverse * layernorm25_weight +
 *         layernorm25_bias                                          gpt2_124m.lua:41 */
MF_APART
static void k13_x_strips(const float x[restrict 4][64][768],
                         const float layernorm25_weight[restrict 768],
                         const float layernorm25_bias[restrict 768],
                         float mean[restrict 4][64], float deviation[restrict 4][64],
                         float inverse[restrict 4][64], float x2[restrict 4][64][768],
                         float x_strips[restrict 4][768][64])
{
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] += x[i][j][16 * k + l];
            }
            const float sum = mf_sum16f(lane);
            mean[i][j] = sum / 768.0f;
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float centred = x[i][j][16 * k + l] - mean[i][j];
                    lane2[l] += centred * centred;
                }
            }
            const float sum2 = mf_sum16f(lane2);
            const float mean2 = sum2 / 768.0f;
            const float deviation2 = sqrtf(mean2 + 1e-05f);
            deviation[i][j] = deviation2;
            inverse[i][j] = 1.0f / deviation2;
            for (int k = 0; k < 768; k++) {
                const float normal = (x[i][j][k] - mean[i][j]) * inverse[i][j];
                x2[i][j][k] = normal * layernorm25_weight[k] + layernorm25_bias[k];
            }
        }
        for (int j = 0; j < 48; j++)
            for (int k = 0; k < 64; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    x_strips[i][16 * j + l][k] = x2[i][k][16 * j + l];
            }
    }
}

/* 14  logits = x embedding1_weight'                                 gpt2_124m.lua:42 */
MF_APART
static void k14_logits(const float embedding1_weight[restrict 50257][768],
                       const float x_strips[restrict 4][768][64],
                       float logits[restrict 4][64][50257])
{
    static const MfAxis rows[] = {{256, 768}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{768, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{81, 768}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 196; j++) {
            float acc[64][256];
            mf_product_turnedf(&plan, &embedding1_weight[256 * j][0],
                               &x_strips[i][0][0], acc[0], 256);
            for (int k = 0; k < 64; k++) {
                mf_ahead(&logits[i][k][256 * j], 201028, 1024, 0, 1);
                for (int l = 0; l < 256; l++)
                    logits[i][k][256 * j + l] = acc[k][l];
            }
        }
        float acc[64][96];
        mf_product_turnedf(&plan2, &embedding1_weight[50176][0], &x_strips[i][0][0],
                           acc[0], 96);
        for (int j = 0; j < 64; j++) {
            mf_ahead(&logits[i][j][50176], 1206168, 324, 0, 1);
            for (int k = 0; k < 81; k++)
                logits[i][j][k + 50176] = acc[j][k];
        }
    }
}

/* 15  max = max(logits)
 *     exp = exp(logits - max)
 *     sum = sum(exp)
 *     dsum = 0.00390625 / sum
 *     loss = sum(log(sum) - gather(logits - max, target)) * 0.00390625
 *     dlogits = where(column == target, -0.00390625, 0) + dsum *
 *         exp                                                       gpt2_124m.lua:43 */
MF_APART
static void k15_dlogits(const float logits[restrict 4][64][50257],
                        const int32_t target[restrict 4][64], float exp[restrict 50257],
                        float *restrict loss, float dlogits[restrict 4][64][50257])
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++) {
        float sum[64];
        float max[64];
        for (int j = 0; j < 64; j++) {
            float lane2[16];
            for (int i0 = 0; i0 < 16; i0++)
                lane2[i0] = -INFINITY;
            for (int k = 0; k < 3141; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] = mf_maxf(logits[i][j][16 * k + l], lane2[l]);
            }
            const float term = logits[i][j][50256];
            MF_ROLLED
            for (int k = 0; k < MF_LANES(1); k++)
                lane2[k] = mf_maxf(k < 1 ? term : -INFINITY, lane2[k]);
            const float top = mf_max16f(lane2);
            max[j] = top;
            float lane3[16] = {0};
            for (int k = 0; k < 3141; k++) {
                MF_SINGLY;
                mf_ahead(&dlogits[i][j][0], 0, 201024, k, 3141);
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    exp[16 * k + l] = mf_expf(logits[i][j][16 * k + l] - max[j]);
                    lane3[l] += exp[16 * k + l];
                }
            }
            for (int k = 50256; k < 50257; k++)
                exp[k] = mf_expf(logits[i][j][k] - max[j]);
            const float term2 = exp[50256];
            MF_ROLLED
            for (int k = 0; k < MF_LANES(1); k++)
                lane3[k] += k < 1 ? term2 : 0.0f;
            const float sum2 = mf_sum16f(lane3);
            sum[j] = sum2;
            const float dsum = 0.00390625f / sum2;
            for (int k = 0; k < 50257; k++) {
                const float t = k == target[i][j] ? -0.00390625f : 0.0f;
                dlogits[i][j][k] = t + dsum * exp[k];
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
    *loss = sum * 0.00390625f;
}

/* 16  dx = dlogits embedding1_weight                                gpt2_124m.lua:42 */
MF_APART
static void k16_dx(const float dlogits[restrict 4][64][50257],
                   const float embedding1_weight[restrict 50257][768],
                   float dx[restrict 4][64][768])
{
    static const MfAxis rows[] = {{4, 3216448}, {64, 50257}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{50257, 1, 768}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        mf_productf(&plan, &dlogits[0][0][0], &embedding1_weight[0][64 * i], acc[0],
                    64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    dx[j][k][64 * i + l] = acc[64 * j + k][l];
    }
}

/* 17  dnormal = dx * layernorm25_weight
 *     centred = x - mean
 *     dsum = sum(dnormal * centred) * inverse / deviation * -0.5 / deviation / 768
 *     dcentred = dnormal * inverse + dsum * centred + dsum * centred
 *     div = sum(dcentred) / 768
 *     dx2 = dcentred - div                                          gpt2_124m.lua:41 */
MF_APART
static void k17_dx_strips(const float dx[restrict 4][64][768],
                          const float layernorm25_weight[restrict 768],
                          const float x[restrict 4][64][768],
                          const float mean[restrict 4][64],
                          const float inverse[restrict 4][64],
                          const float deviation[restrict 4][64],
                          float dx2[restrict 4][64][768],
                          float dx_strips[restrict 4][768][64])
{
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float centred = x[i][j][16 * k + l] - mean[i][j];
                    const float t = layernorm25_weight[16 * k + l];
                    lane[l] += dx[i][j][16 * k + l] * t * centred;
                }
            }
            const float sum = mf_sum16f(lane);
            const float t = sum * inverse[i][j];
            const float t2 = t / deviation[i][j];
            const float dadd = t2 * -0.5f / deviation[i][j];
            const float dsum = dadd / 768.0f;
            float dcentred[768];
            for (int k = 0; k < 768; k++) {
                const float t3 = dsum * (x[i][j][k] - mean[i][j]);
                const float t4 = dx[i][j][k] * layernorm25_weight[k] * inverse[i][j];
                dcentred[k] = t4 + t3 + t3;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += dcentred[16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float div = sum2 / 768.0f;
            for (int k = 0; k < 768; k++)
                dx2[i][j][k] = dcentred[k] - div;
        }
        for (int j = 0; j < 48; j++)
            for (int k = 0; k < 64; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    dx_strips[i][16 * j + l][k] = dx2[i][k][16 * j + l];
            }
    }
}

/* 18  dlayernorm25_weight = sum(dx * ((x - mean) * inverse))
 *     dlayernorm25_bias = sum(dx)                                   gpt2_124m.lua:41 */
MF_APART
static void k18_dlayernorm25_bias(const float dx[restrict 4][64][768],
                                  const float x[restrict 4][64][768],
                                  const float mean[restrict 4][64],
                                  const float inverse[restrict 4][64],
                                  float dlayernorm25_weight[restrict 768],
                                  float dlayernorm25_bias[restrict 768])
{
    for (int i = 0; i < 12; i++) {
        float acc[64] = {0};
        float acc2[64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float centred = x[j][k][64 * i + l] - mean[j][k];
                    acc[l] += dx[j][k][64 * i + l] * (centred * inverse[j][k]);
                    acc2[l] += dx[j][k][64 * i + l];
                }
        for (int j = 0; j < 64; j++)
            dlayernorm25_weight[64 * i + j] = acc[j];
        for (int j = 0; j < 64; j++)
            dlayernorm25_bias[64 * i + j] = acc2[j];
    }
}

/* 19  dlinear24_bias = sum(dx)                                      gpt2_124m.lua:39 */
MF_APART
static void k19_dlinear24_bias(const float dx[restrict 4][64][768],
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

/* 20  dgelu_tanh = dx linear24_weight'
 *     dadd = dgelu_tanh * (0.5 * linear23) * (1 - tanh * tanh) * 0.797885
 *     dmul = dadd * 0.044715
 *     dlinear23 (in linear23) = dadd + dmul * (linear23 * linear23) + dmul * linear23 *
 *         linear23 + dmul * linear23 * linear23 + dgelu_tanh * (1
 *         + tanh) * 0.5                                             gpt2_124m.lua:39 */
MF_APART
static void k20_dlinear23(const float linear24_weight[restrict 3072][768],
                          const float dx_strips[restrict 4][768][64],
                          const float tanh[restrict 4][64][3072],
                          float linear23[restrict 4][64][3072])
{
    static const MfAxis rows[] = {{256, 768}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{768, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][256];
            mf_product_turnedf(&plan, &linear24_weight[256 * j][0], &dx_strips[i][0][0],
                               acc[0], 256);
            for (int k = 0; k < 64; k++) {
                mf_ahead(&linear23[i][k][256 * j], 12288, 1024, 0, 1);
                mf_ahead(&tanh[i][k][256 * j], 12288, 1024, 0, 1);
                for (int l = 0; l < 256; l++) {
                    const float dgelu_tanh = acc[k][l];
                    const float dadd =
                        dgelu_tanh * (0.5f * linear23[i][k][256 * j + l]);
                    const float t = tanh[i][k][256 * j + l] * tanh[i][k][256 * j + l];
                    const float dadd2 = dadd * (1.0f - t) * 0.7978846f;
                    const float dmul = dadd2 * 0.044715f * linear23[i][k][256 * j + l];
                    const float t2 = dmul * linear23[i][k][256 * j + l];
                    const float dmul2 = dgelu_tanh * (1.0f + tanh[i][k][256 * j + l]);
                    const float t3 = linear23[i][k][256 * j + l];
                    const float t4 = t3 * linear23[i][k][256 * j + l];
                    const float t5 = dadd2 + dadd2 * 0.044715f * t4 + t2 + t2;
                    linear23[i][k][256 * j + l] = t5 + dmul2 * 0.5f;
                }
            }
        }
}

/* 21  dlinear23_bias = sum(dlinear23)                               gpt2_124m.lua:39 */
MF_APART
static void k21_dlinear23_bias(const float dlinear23[restrict 4][64][3072],
                               float dlinear23_bias[restrict 3072])
{
    for (int i = 0; i < 48; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++) {
                mf_ahead(&dlinear23[j][k][64 * i], 98304, 256, 0, 1);
                for (int l = 0; l < 64; l++)
                    acc[l] += dlinear23[j][k][64 * i + l];
            }
        for (int j = 0; j < 64; j++)
            dlinear23_bias[64 * i + j] = acc[j];
    }
}

/* 22  dx by strips of 64 columns, as products read it               gpt2_124m.lua:39 */
static void k22_dx_strips(const float dx[restrict 4][64][768],
                          float dx_strips[restrict 12][256][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 16; l++)
                    for (int m = 0; m < 64; m++) {
                        dx_strips[k][64 * i + 16 * j + l][m] =
                            dx[i][16 * j + l][64 * k + m];
                    }
}

/* 23  dlayernorm24 = dlinear23 linear23_weight'                     gpt2_124m.lua:39 */
MF_APART
static void k23_dlayernorm24(const float dlinear23[restrict 4][64][3072],
                             const float linear23_weight[restrict 768][3072],
                             float dlayernorm24[restrict 4][64][768])
{
    static const MfAxis rows[] = {{4, 196608}, {64, 3072}};
    static const MfAxis columns[] = {{64, 3072}};
    static const MfTerm terms[] = {{3072, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        mf_productf(&plan, &dlinear23[0][0][0], &linear23_weight[64 * i][0], acc[0],
                    64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    dlayernorm24[j][k][64 * i + l] = acc[64 * j + k][l];
    }
}

/* 24  dlinear23 by strips of 64 columns, as products read it        gpt2_124m.lua:39 */
static void k24_dlinear23_strips(const float dlinear23[restrict 4][64][3072],
                                 float dlinear23_strips[restrict 48][256][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 48; k++)
                for (int l = 0; l < 16; l++) {
                    mf_ahead(&dlinear23[i][16 * j + l][64 * k], 98304, 256, 0, 1);
                    mf_ahead(&dlinear23_strips[k][64 * i + 16 * j][0], 65536, 4096, l,
                             16);
                    for (int m = 0; m < 64; m++) {
                        dlinear23_strips[k][64 * i + 16 * j + l][m] =
                            dlinear23[i][16 * j + l][64 * k + m];
                    }
                }
}

/* 25  dnormal = dlayernorm24 * layernorm24_weight
 *     centred = residual - mean
 *     dsum = sum(dnormal * centred) * inverse / deviation * -0.5 / deviation / 768
 *     dcentred = dnormal * inverse + dsum * centred + dsum * centred
 *     div = sum(dcentred) / 768
 *     dresidual (in dx) = dx + dcentred - div                       gpt2_124m.lua:39 */
MF_APART
static void k25_dresidual(const float dlayernorm24[restrict 4][64][768],
                          const float layernorm24_weight[restrict 768],
                          const float residual[restrict 4][64][768],
                          const float mean[restrict 4][64],
                          const float inverse[restrict 4][64],
                          const float deviation[restrict 4][64],
                          float dx[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float centred = residual[i][j][16 * k + l] - mean[i][j];
                    const float t = dlayernorm24[i][j][16 * k + l];
                    lane[l] += t * layernorm24_weight[16 * k + l] * centred;
                }
            }
            const float sum = mf_sum16f(lane);
            const float t = sum * inverse[i][j];
            const float t2 = t / deviation[i][j];
            const float dadd = t2 * -0.5f / deviation[i][j];
            const float dsum = dadd / 768.0f;
            float dcentred[768];
            for (int k = 0; k < 768; k++) {
                const float t3 = dsum * (residual[i][j][k] - mean[i][j]);
                const float dnormal = dlayernorm24[i][j][k] * layernorm24_weight[k];
                dcentred[k] = dnormal * inverse[i][j] + t3 + t3;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += dcentred[16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float div = sum2 / 768.0f;
            for (int k = 0; k < 768; k++)
                dx[i][j][k] = dx[i][j][k] + dcentred[k] - div;
        }
}

/* 26  dheads = dresidual out_weight'                                gpt2_124m.lua:39 */
MF_APART
static void k26_dheads(const float dresidual[restrict 4][64][768],
                       const float out_weight[restrict 768][768],
                       float dheads[restrict 4][64][768])
{
    static const MfAxis rows[] = {{4, 49152}, {64, 768}};
    static const MfAxis columns[] = {{64, 768}};
    static const MfTerm terms[] = {{768, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        mf_productf(&plan, &dresidual[0][0][0], &out_weight[64 * i][0], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    dheads[j][k][64 * i + l] = acc[64 * j + k][l];
    }
}

/* 27  dv = softmax' dheads                                          gpt2_124m.lua:39 */
MF_APART
static void k27_dv(const float softmax[restrict 4][12][64][64],
                   const float dheads[restrict 4][64][12][64],
                   float dv[restrict 4][64][12][64])
{
    static const MfAxis rows[] = {{64, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 64, 768}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            mf_productf(&plan, &softmax[i][j][0][0], &dheads[i][0][j][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    dv[i][k][j][l] = acc[k][l];
        }
}

/* 28  v = reshape(qkv[:, :, 1536:2304])
 *     dsoftmax = dheads v'
 *     div = sum(dsoftmax * exp) * inverse / sum
 *     dproduct = where(row >= column, (dsoftmax * inverse - div) * exp, 0) * 0.125
 *     k = reshape(qkv[:, :, 768:1536])
 *     dq = dproduct k
 *     q = reshape(qkv[:, :, 0:768])
 *     dk = dproduct' q                                              gpt2_124m.lua:39 */
MF_APART
static void k28_dk(const float dheads[restrict 4][64][12][64],
                   const float qkv[restrict 4][64][2304],
                   const float exp[restrict 4][12][64][64],
                   const float inverse[restrict 4][12][64],
                   const float sum[restrict 4][12][64], float dproduct[restrict 64][64],
                   float dq[restrict 4][64][12][64], float dk[restrict 4][64][12][64])
{
    static const MfAxis rows[] = {{64, 768}};
    static const MfAxis columns[] = {{64, 2304}};
    static const MfTerm terms[] = {{64, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{64, 64}};
    static const MfAxis columns2[] = {{64, 1}};
    static const MfTerm terms2[] = {{64, 1, 2304}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns2, 1, terms2);
    static const MfAxis rows3[] = {{64, 1}};
    static const MfTerm terms3[] = {{64, 64, 2304}};
    MfPlan plan3;
    mf_planf(&plan3, 1, rows3, 1, columns2, 1, terms3);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            mf_productf(&plan, &dheads[i][0][j][0], &qkv[i][0][64 * j + 1536], acc[0],
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
                        dproduct[16 * k + r][l] = dmul * 0.125f;
                    }
                }
            }
            float acc2[64][64];
            mf_productf(&plan2, &dproduct[0][0], &qkv[i][0][64 * j + 768], acc2[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    dq[i][k][j][l] = acc2[k][l];
            float acc3[64][64];
            mf_productf(&plan3, &dproduct[0][0], &qkv[i][0][64 * j], acc3[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    dk[i][k][j][l] = acc3[k][l];
        }
}

/* 29  dqkv = concat(dq, dk, dv)                                     gpt2_124m.lua:39 */
static void k29_dqkv(const float dq[restrict 4][64][768],
                     const float dk[restrict 4][64][768],
                     const float dv[restrict 4][64][768],
                     float dqkv[restrict 4][64][2304])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            mf_ahead(&dqkv[i][j][0], 9216, 3072, 0, 1);
            for (int k = 0; k < 768; k++)
                dqkv[i][j][k] = dq[i][j][k];
        }
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            mf_ahead(&dqkv[i][j][768], 9216, 3072, 0, 1);
            for (int k = 0; k < 768; k++)
                dqkv[i][j][k + 768] = dk[i][j][k];
        }
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            mf_ahead(&dqkv[i][j][1536], 9216, 3072, 0, 1);
            for (int k = 0; k < 768; k++)
                dqkv[i][j][k + 1536] = dv[i][j][k];
        }
}

/* 30  dqkv_bias = sum(dqkv)                                         gpt2_124m.lua:39 */
MF_APART
static void k30_qkv_bias(const float dqkv[restrict 4][64][2304],
                         float dqkv_bias[restrict 2304])
{
    for (int i = 0; i < 36; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++) {
                mf_ahead(&dqkv[j][k][64 * i], 73728, 256, 0, 1);
                for (int l = 0; l < 64; l++)
                    acc[l] += dqkv[j][k][64 * i + l];
            }
        for (int j = 0; j < 64; j++)
            dqkv_bias[64 * i + j] = acc[j];
    }
}

/* 31  dout_weight = reshape' dresidual                              gpt2_124m.lua:39 */
MF_APART
static void k31_out_weight(const float heads_strips[restrict 96][256][8],
                           const float dresidual_strips[restrict 12][256][64],
                           float dout_weight[restrict 768][768])
{
    static const MfAxis rows[] = {{32, 2048}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{4, 512, 4096}, {64, 8, 64}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 2, terms);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 12; j++) {
            float acc[256][64];
            mf_productf(&plan, &heads_strips[32 * i][0][0], &dresidual_strips[j][0][0],
                        acc[0], 64);
            for (int k = 0; k < 256; k++) {
                mf_ahead(&dout_weight[256 * i + k][64 * j], 24576, 256, 0, 1);
                for (int l = 0; l < 64; l++)
                    dout_weight[256 * i + k][64 * j + l] = acc[k][l];
            }
        }
}

/* 32  dlayernorm23 = dqkv qkv_weight'                               gpt2_124m.lua:39 */
MF_APART
static void k32_dlayernorm23(const float dqkv[restrict 4][64][2304],
                             const float qkv_weight[restrict 768][2304],
                             float dlayernorm23[restrict 4][64][768])
{
    static const MfAxis rows[] = {{4, 147456}, {64, 2304}};
    static const MfAxis columns[] = {{64, 2304}};
    static const MfTerm terms[] = {{2304, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        mf_productf(&plan, &dqkv[0][0][0], &qkv_weight[64 * i][0], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    dlayernorm23[j][k][64 * i + l] = acc[64 * j + k][l];
    }
}

/* 33  dqkv by strips of 64 columns, as products read it             gpt2_124m.lua:39 */
static void k33_dqkv_strips(const float dqkv[restrict 4][64][2304],
                            float dqkv_strips[restrict 36][256][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 36; k++)
                for (int l = 0; l < 16; l++) {
                    mf_ahead(&dqkv[i][16 * j + l][64 * k], 73728, 256, 0, 1);
                    mf_ahead(&dqkv_strips[k][64 * i + 16 * j][0], 65536, 4096, l, 16);
                    for (int m = 0; m < 64; m++) {
                        dqkv_strips[k][64 * i + 16 * j + l][m] =
                            dqkv[i][16 * j + l][64 * k + m];
                    }
                }
}

/* 34  dnormal = dlayernorm23 * layernorm23_weight
 *     centred = x - mean
 *     dsum = sum(dnormal * centred) * inverse / deviation * -0.5 / deviation / 768
 *     dcentred = dnormal * inverse + dsum * centred + dsum * centred
 *     div = sum(dcentred) / 768
 *     dx (in dresidual) = dresidual + dcentred - div                gpt2_124m.lua:39 */
MF_APART
static void k34_dx_strips(const float dlayernorm23[restrict 4][64][768],
                          const float layernorm23_weight[restrict 768],
                          const float x[restrict 4][64][768],
                          const float mean[restrict 4][64],
                          const float inverse[restrict 4][64],
                          const float deviation[restrict 4][64],
                          float dresidual[restrict 4][64][768],
                          float dx_strips[restrict 4][768][64])
{
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float centred = x[i][j][16 * k + l] - mean[i][j];
                    const float t = dlayernorm23[i][j][16 * k + l];
                    lane[l] += t * layernorm23_weight[16 * k + l] * centred;
                }
            }
            const float sum = mf_sum16f(lane);
            const float t = sum * inverse[i][j];
            const float t2 = t / deviation[i][j];
            const float dadd = t2 * -0.5f / deviation[i][j];
            const float dsum = dadd / 768.0f;
            float dcentred[768];
            for (int k = 0; k < 768; k++) {
                const float t3 = dsum * (x[i][j][k] - mean[i][j]);
                const float dnormal = dlayernorm23[i][j][k] * layernorm23_weight[k];
                dcentred[k] = dnormal * inverse[i][j] + t3 + t3;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += dcentred[16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float div = sum2 / 768.0f;
            for (int k = 0; k < 768; k++)
                dresidual[i][j][k] = dresidual[i][j][k] + dcentred[k] - div;
        }
        for (int j = 0; j < 48; j++)
            for (int k = 0; k < 64; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    dx_strips[i][16 * j + l][k] = dresidual[i][k][16 * j + l];
            }
    }
}

/* 35  dnormal = dlayernorm1 * layernorm1_weight
 *     dsum = sum(dnormal * centred) * inverse / deviation * -0.5 / deviation / 768
 *     dcentred = dnormal * inverse + dsum * centred + dsum * centred
 *     div = sum(dcentred) / 768
 *     dx (in dresidual) = dresidual + dcentred - div                gpt2_124m.lua:39 */
MF_APART
static void k35_dx(const float dlayernorm1[restrict 4][64][768],
                   const float layernorm1_weight[restrict 768],
                   const float centred[restrict 4][64][768],
                   const float inverse[restrict 4][64],
                   const float deviation[restrict 4][64],
                   float dresidual[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = dlayernorm1[i][j][16 * k + l];
                    const float dnormal = t * layernorm1_weight[16 * k + l];
                    lane[l] += dnormal * centred[i][j][16 * k + l];
                }
            }
            const float sum = mf_sum16f(lane);
            const float t = sum * inverse[i][j];
            const float t2 = t / deviation[i][j];
            const float dadd = t2 * -0.5f / deviation[i][j];
            const float dsum = dadd / 768.0f;
            float dcentred[768];
            for (int k = 0; k < 768; k++) {
                const float t3 = dsum * centred[i][j][k];
                const float dnormal = dlayernorm1[i][j][k] * layernorm1_weight[k];
                dcentred[k] = dnormal * inverse[i][j] + t3 + t3;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += dcentred[16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float div = sum2 / 768.0f;
            for (int k = 0; k < 768; k++)
                dresidual[i][j][k] = dresidual[i][j][k] + dcentred[k] - div;
        }
}

/* 36  dlayernorm1_weight = sum(dlayernorm1 * (centred * inverse))
 *     dlayernorm1_bias = sum(dlayernorm1)                           gpt2_124m.lua:39 */
MF_APART
static void k36_dlayernorm1_bias(const float dlayernorm1[restrict 4][64][768],
                                 const float centred[restrict 4][64][768],
                                 const float inverse[restrict 4][64],
                                 float dlayernorm1_weight[restrict 768],
                                 float dlayernorm1_bias[restrict 768])
{
    for (int i = 0; i < 12; i++) {
        float acc[64] = {0};
        float acc2[64] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float normal = centred[j][k][64 * i + l] * inverse[j][k];
                    acc[l] += dlayernorm1[j][k][64 * i + l] * normal;
                    acc2[l] += dlayernorm1[j][k][64 * i + l];
                }
        for (int j = 0; j < 64; j++)
            dlayernorm1_weight[64 * i + j] = acc[j];
        for (int j = 0; j < 64; j++)
            dlayernorm1_bias[64 * i + j] = acc2[j];
    }
}

/* 37  dpositions = sum(dx)                                          gpt2_124m.lua:37 */
MF_APART
static void k37_dpositions(const float dx[restrict 4][64][768],
                           float dpositions[restrict 64][768])
{
    for (int i = 0; i < 64; i++) {
        float acc[12][64] = {0};
        for (int j = 0; j < 12; j++)
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    acc[j][l] += dx[k][i][64 * j + l];
        for (int j = 0; j < 12; j++)
            for (int k = 0; k < 64; k++)
                dpositions[i][64 * j + k] = acc[j][k];
    }
}

/* 38  dqkv_weight = layernorm23' dqkv                               gpt2_124m.lua:39 */
MF_APART
static void k38_qkv_weight(const float layernorm23_strips[restrict 96][256][8],
                           const float dqkv_strips[restrict 36][256][64],
                           float dqkv_weight[restrict 768][2304])
{
    static const MfAxis rows[] = {{32, 2048}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{4, 512, 4096}, {64, 8, 64}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 2, terms);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 36; j++) {
            float acc[256][64];
            mf_productf(&plan, &layernorm23_strips[32 * i][0][0], &dqkv_strips[j][0][0],
                        acc[0], 64);
            for (int k = 0; k < 256; k++) {
                mf_ahead(&dqkv_weight[256 * i + k][64 * j], 73728, 256, 0, 1);
                for (int l = 0; l < 64; l++)
                    dqkv_weight[256 * i + k][64 * j + l] = acc[k][l];
            }
        }
}

/* 39  dlinear24_weight = gelu_tanh' dx                              gpt2_124m.lua:39 */
MF_APART
static void k39_dlinear24_weight(const float gelu_tanh_strips[restrict 384][256][8],
                                 const float dx_strips[restrict 12][256][64],
                                 float dlinear24_weight[restrict 3072][768])
{
    static const MfAxis rows[] = {{32, 2048}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{4, 512, 4096}, {64, 8, 64}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 2, terms);
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 12; j++) {
            float acc[256][64];
            mf_productf(&plan, &gelu_tanh_strips[32 * i][0][0], &dx_strips[j][0][0],
                        acc[0], 64);
            for (int k = 0; k < 256; k++) {
                mf_ahead(&dlinear24_weight[256 * i + k][64 * j], 24576, 256, 0, 1);
                for (int l = 0; l < 64; l++)
                    dlinear24_weight[256 * i + k][64 * j + l] = acc[k][l];
            }
        }
}

/* 40  dlinear23_weight = layernorm24' dlinear23                     gpt2_124m.lua:39 */
MF_APART
static void k40_dlinear23_weight(const float layernorm24_strips[restrict 96][256][8],
                                 const float dlinear23_strips[restrict 48][256][64],
                                 float dlinear23_weight[restrict 768][3072])
{
    static const MfAxis rows[] = {{32, 2048}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{4, 512, 4096}, {64, 8, 64}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 2, terms);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 48; j++) {
            float acc[256][64];
            mf_productf(&plan, &layernorm24_strips[32 * i][0][0],
                        &dlinear23_strips[j][0][0], acc[0], 64);
            for (int k = 0; k < 256; k++) {
                mf_ahead(&dlinear23_weight[256 * i + k][64 * j], 98304, 256, 0, 1);
                for (int l = 0; l < 64; l++)
                    dlinear23_weight[256 * i + k][64 * j + l] = acc[k][l];
            }
        }
}

/* 41  scatter = scatter(dx, tokens)                                 gpt2_124m.lua:37 */
static void k41_scatter(const int32_t tokens[restrict 4][64],
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

/* 42  dembedding1_weight (in scatter) = dlogits' x + scatter        gpt2_124m.lua:37 */
MF_APART
static void k42_dembedding1_weight(const float dlogits[restrict 4][64][50257],
                                   const float x[restrict 4][64][768],
                                   float scatter[restrict 50257][768])
{
    static const MfAxis rows[] = {{256, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{4, 3216448, 49152}, {64, 50257, 768}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 2, terms);
    static const MfAxis rows2[] = {{81, 1}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns, 2, terms);
    for (int i = 0; i < 196; i++)
        for (int j = 0; j < 12; j++) {
            float acc[256][64];
            mf_productf(&plan, &dlogits[0][0][256 * i], &x[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 256; k++) {
                mf_ahead(&scatter[256 * i + k][64 * j], 24576, 256, 0, 1);
                for (int l = 0; l < 64; l++) {
                    const float t = scatter[256 * i + k][64 * j + l];
                    scatter[256 * i + k][64 * j + l] = acc[k][l] + t;
                }
            }
        }
    for (int i = 0; i < 12; i++) {
        float acc[81][64];
        mf_productf(&plan2, &dlogits[0][0][50176], &x[0][0][64 * i], acc[0], 64);
        for (int j = 0; j < 81; j++) {
            mf_ahead(&scatter[j + 50176][64 * i], 24576, 256, 0, 1);
            for (int k = 0; k < 64; k++) {
                const float t = scatter[j + 50176][64 * i + k];
                scatter[j + 50176][64 * i + k] = acc[j][k] + t;
            }
        }
    }
}

/* 43  dpositions = pad(dpositions)                                  gpt2_124m.lua:37
 *     squares = sum(dembedding1_weight * dembedding1_weight) + sum(dpositions *
 *         dpositions)                                               gpt2_124m.lua:47 */
MF_APART
static void k43_squares(const float dembedding1_weight[restrict 50257][768],
                        const float dpositions[restrict 64][768],
                        float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 50257; i++)
        for (int j = 0; j < 48; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = dembedding1_weight[i][16 * j + k];
                lane[k] += t * dembedding1_weight[i][16 * j + k];
            }
        }
    const float sum = mf_sum16f(lane);
    float lane2[16] = {0};
    for (int i = 0; i < 1024; i++)
        for (int j = 0; j < 48; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float dpositions2 = i < 64 ? dpositions[i][16 * j + k] : 0.0f;
                lane2[k] += dpositions2 * dpositions2;
            }
        }
    const float sum2 = mf_sum16f(lane2);
    *squares = sum + sum2;
}

/* 44  squares = squares + sum(dqkv_weight * dqkv_weight)            gpt2_124m.lua:47 */
MF_APART
static void k44_squares(const float dqkv_weight[restrict 768][2304],
                        float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 144; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += dqkv_weight[i][16 * j + k] * dqkv_weight[i][16 * j + k];
        }
    const float sum = mf_sum16f(lane);
    *squares = *squares + sum;
}

/* 45  squares = squares + sum(dqkv_bias * dqkv_bias)                gpt2_124m.lua:47 */
MF_APART
static void k45_squares(const float dqkv_bias[restrict 2304], float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 144; i++) {
        MF_SINGLY;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += dqkv_bias[16 * i + j] * dqkv_bias[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    *squares = *squares + sum;
}

/* 46  squares = squares + sum(dout_weight * dout_weight)            gpt2_124m.lua:47 */
MF_APART
static void k46_squares(const float dout_weight[restrict 768][768],
                        float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 48; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += dout_weight[i][16 * j + k] * dout_weight[i][16 * j + k];
        }
    const float sum = mf_sum16f(lane);
    *squares = *squares + sum;
}

/* 47  squares = squares + sum(dout_bias * dout_bias)                gpt2_124m.lua:47 */
MF_APART
static void k47_squares(const float dout_bias[restrict 768], float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 48; i++) {
        MF_SINGLY;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += dout_bias[16 * i + j] * dout_bias[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    *squares = *squares + sum;
}

/* 48  squares = squares + sum(dlinear1_weight * dlinear1_weight)    gpt2_124m.lua:47 */
MF_APART
static void k48_squares(const float dlinear1_weight[restrict 768][3072],
                        float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 192; j++) {
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

/* 49  squares = squares + sum(dlinear1_bias * dlinear1_bias)        gpt2_124m.lua:47 */
MF_APART
static void k49_squares(const float dlinear1_bias[restrict 3072],
                        float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 192; i++) {
        MF_SINGLY;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += dlinear1_bias[16 * i + j] * dlinear1_bias[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    *squares = *squares + sum;
}

/* 50  squares = squares + sum(dlinear2_weight * dlinear2_weight)    gpt2_124m.lua:47 */
MF_APART
static void k50_squares(const float dlinear2_weight[restrict 3072][768],
                        float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 3072; i++)
        for (int j = 0; j < 48; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = dlinear2_weight[i][16 * j + k];
                lane[k] += t * dlinear2_weight[i][16 * j + k];
            }
        }
    const float sum = mf_sum16f(lane);
    *squares = *squares + sum;
}

/* 51  grad_norm = sqrt(squares + sum(dlayernorm25_bias * dlayernorm25_bias))
 *     clip_in (in squares) = 1 / (grad_norm + 1e-06)                gpt2_124m.lua:47 */
MF_APART
static void k51_clip_in(const float dlayernorm25_bias[restrict 768],
                        float *restrict squares)
{
    float lane[16] = {0};
    for (int i = 0; i < 48; i++) {
        MF_SINGLY;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += dlayernorm25_bias[16 * i + j] * dlayernorm25_bias[16 * i + j];
    }
    const float sum = mf_sum16f(lane);
    const float squares2 = *squares + sum;
    const float grad_norm = sqrtf(squares2);
    *squares = 1.0f / (grad_norm + 1e-06f);
}

/* 52  clip = minimum(clip_in, 1)
 *     g = dembedding1_weight * clip
 *     m = beta1 * m_embedding1_weight + (1 - beta1) * g
 *     m_embedding1_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_embedding1_weight + (1 - beta2) * g * g
 *     v_embedding1_weight = where(abs(v) < 1e-30, 0, v)
 *     embedding1_weight = embedding1_weight * (1 - lr * weight_decay) - rate *
 *         m_embedding1_weight / (sqrt(v_embedding1_weight) / root
 *         + eps)                                                    gpt2_124m.lua:47 */
static void k52_embedding1_weight(float beta1,
                                  const float dembedding1_weight[restrict 50257][768],
                                  float clip_in, float beta2, float lr,
                                  float weight_decay, float rate, float root, float eps,
                                  float m_embedding1_weight[restrict 50257][768],
                                  float v_embedding1_weight[restrict 50257][768],
                                  float embedding1_weight[restrict 50257][768])
{
    for (int i = 0; i < 50257; i++)
        for (int j = 0; j < 768; j++) {
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
            const float t5 = embedding1_weight[i][j] * (1.0f - lr * weight_decay);
            embedding1_weight[i][j] = t5 - rate * m2 / (sqrtf(v2) / root + eps);
        }
}

/* 53  dpositions = pad(dpositions)                                  gpt2_124m.lua:37
 *     clip = minimum(clip_in, 1)
 *     g = dpositions * clip
 *     m = beta1 * adamw_m_positions + (1 - beta1) * g
 *     adamw_m_positions = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_positions + (1 - beta2) * g * g
 *     adamw_v_positions = where(abs(v) < 1e-30, 0, v)
 *     positions = positions * (1 - lr * weight_decay) - rate * adamw_m_positions /
 *         (sqrt(adamw_v_positions) / root + eps)                    gpt2_124m.lua:47 */
static void k53_positions(float beta1, const float dpositions[restrict 64][768],
                          float clip_in, float beta2, float lr, float weight_decay,
                          float rate, float root, float eps,
                          float adamw_m_positions[restrict 1024][768],
                          float adamw_v_positions[restrict 1024][768],
                          float positions[restrict 1024][768])
{
    for (int i = 0; i < 1024; i++) {
        MF_ROLLED
        for (int j = 0; j < 768; j++) {
            const float t = mf_minf(clip_in, 1.0f);
            const float t2 = (1.0f - beta1) * ((i < 64 ? dpositions[i][j] : 0.0f) * t);
            const float m = beta1 * adamw_m_positions[i][j] + t2;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            adamw_m_positions[i][j] = m2;
            const float t3 = mf_minf(clip_in, 1.0f);
            const float g = (i < 64 ? dpositions[i][j] : 0.0f) * t3;
            const float t4 = beta2 * adamw_v_positions[i][j];
            const float v = t4 + (1.0f - beta2) * g * g;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            adamw_v_positions[i][j] = v2;
            const float t5 = positions[i][j] * (1.0f - lr * weight_decay);
            positions[i][j] = t5 - rate * m2 / (sqrtf(v2) / root + eps);
        }
    }
}

/* 54  clip = minimum(clip_in, 1)
 *     g = dqkv_weight * clip
 *     m = beta1 * adamw_m_qkv_weight + (1 - beta1) * g
 *     adamw_m_qkv_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_qkv_weight + (1 - beta2) * g * g
 *     adamw_v_qkv_weight = where(abs(v) < 1e-30, 0, v)
 *     qkv_weight = qkv_weight * (1 - lr * weight_decay) - rate * adamw_m_qkv_weight /
 *         (sqrt(adamw_v_qkv_weight) / root + eps)                   gpt2_124m.lua:47 */
static void k54_qkv_weight(float beta1, const float dqkv_weight[restrict 768][2304],
                           float clip_in, float beta2, float lr, float weight_decay,
                           float rate, float root, float eps,
                           float adamw_m_qkv_weight[restrict 768][2304],
                           float adamw_v_qkv_weight[restrict 768][2304],
                           float qkv_weight[restrict 768][2304])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 2304; j++) {
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
            const float t5 = qkv_weight[i][j] * (1.0f - lr * weight_decay);
            qkv_weight[i][j] = t5 - rate * m2 / (sqrtf(v2) / root + eps);
        }
}

/* 55  clip = minimum(clip_in, 1)
 *     g = dqkv_bias * clip
 *     m = beta1 * adamw_m_qkv_bias + (1 - beta1) * g
 *     adamw_m_qkv_bias = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_qkv_bias + (1 - beta2) * g * g
 *     adamw_v_qkv_bias = where(abs(v) < 1e-30, 0, v)
 *     qkv_bias = qkv_bias - rate * adamw_m_qkv_bias / (sqrt(adamw_v_qkv_bias) / root +
 *         eps)                                                      gpt2_124m.lua:47 */
static void k55_qkv_bias(float beta1, const float dqkv_bias[restrict 2304],
                         float clip_in, float beta2, float rate, float root, float eps,
                         float adamw_m_qkv_bias[restrict 2304],
                         float adamw_v_qkv_bias[restrict 2304],
                         float qkv_bias[restrict 2304])
{
    for (int i = 0; i < 2304; i++) {
        const float t = mf_minf(clip_in, 1.0f);
        const float t2 = (1.0f - beta1) * (dqkv_bias[i] * t);
        const float m = beta1 * adamw_m_qkv_bias[i] + t2;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        adamw_m_qkv_bias[i] = m2;
        const float t3 = mf_minf(clip_in, 1.0f);
        const float g = dqkv_bias[i] * t3;
        const float v = beta2 * adamw_v_qkv_bias[i] + (1.0f - beta2) * g * g;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        adamw_v_qkv_bias[i] = v2;
        qkv_bias[i] = qkv_bias[i] - rate * m2 / (sqrtf(v2) / root + eps);
    }
}

/* 56  clip = minimum(clip_in, 1)
 *     g = dout_weight * clip
 *     m = beta1 * adamw_m_out_weight + (1 - beta1) * g
 *     adamw_m_out_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_out_weight + (1 - beta2) * g * g
 *     adamw_v_out_weight = where(abs(v) < 1e-30, 0, v)
 *     out_weight = out_weight * (1 - lr * weight_decay) - rate * adamw_m_out_weight /
 *         (sqrt(adamw_v_out_weight) / root + eps)                   gpt2_124m.lua:47 */
static void k56_out_weight(float beta1, const float dout_weight[restrict 768][768],
                           float clip_in, float beta2, float lr, float weight_decay,
                           float rate, float root, float eps,
                           float adamw_m_out_weight[restrict 768][768],
                           float adamw_v_out_weight[restrict 768][768],
                           float out_weight[restrict 768][768])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 768; j++) {
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
            const float t5 = out_weight[i][j] * (1.0f - lr * weight_decay);
            out_weight[i][j] = t5 - rate * m2 / (sqrtf(v2) / root + eps);
        }
}

/* 57  clip = minimum(clip_in, 1)
 *     g = dout_bias * clip
 *     m = beta1 * adamw_m_out_bias + (1 - beta1) * g
 *     adamw_m_out_bias = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_out_bias + (1 - beta2) * g * g
 *     adamw_v_out_bias = where(abs(v) < 1e-30, 0, v)
 *     out_bias = out_bias - rate * adamw_m_out_bias / (sqrt(adamw_v_out_bias) / root +
 *         eps)                                                      gpt2_124m.lua:47 */
static void k57_out_bias(float beta1, const float dout_bias[restrict 768],
                         float clip_in, float beta2, float rate, float root, float eps,
                         float adamw_m_out_bias[restrict 768],
                         float adamw_v_out_bias[restrict 768],
                         float out_bias[restrict 768])
{
    for (int i = 0; i < 768; i++) {
        const float t = mf_minf(clip_in, 1.0f);
        const float t2 = (1.0f - beta1) * (dout_bias[i] * t);
        const float m = beta1 * adamw_m_out_bias[i] + t2;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        adamw_m_out_bias[i] = m2;
        const float t3 = mf_minf(clip_in, 1.0f);
        const float g = dout_bias[i] * t3;
        const float v = beta2 * adamw_v_out_bias[i] + (1.0f - beta2) * g * g;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        adamw_v_out_bias[i] = v2;
        out_bias[i] = out_bias[i] - rate * m2 / (sqrtf(v2) / root + eps);
    }
}

/* 58  clip = minimum(clip_in, 1)
 *     g = dlinear1_weight * clip
 *     m = beta1 * m_linear1_weight + (1 - beta1) * g
 *     m_linear1_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_linear1_weight + (1 - beta2) * g * g
 *     v_linear1_weight = where(abs(v) < 1e-30, 0, v)
 *     linear1_weight = linear1_weight * (1 - lr * weight_decay) - rate *
 *         m_linear1_weight / (sqrt(v_linear1_weight) / root + eps)  gpt2_124m.lua:47 */
static void k58_linear1_weight(float beta1,
                               const float dlinear1_weight[restrict 768][3072],
                               float clip_in, float beta2, float lr, float weight_decay,
                               float rate, float root, float eps,
                               float m_linear1_weight[restrict 768][3072],
                               float v_linear1_weight[restrict 768][3072],
                               float linear1_weight[restrict 768][3072])
{
    for (int i = 0; i < 768; i++)
        for (int j = 0; j < 3072; j++) {
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
            const float t5 = linear1_weight[i][j] * (1.0f - lr * weight_decay);
            linear1_weight[i][j] = t5 - rate * m2 / (sqrtf(v2) / root + eps);
        }
}

/* 59  clip = minimum(clip_in, 1)
 *     g = dlinear1_bias * clip
 *     m = beta1 * adamw_m_linear1_bias + (1 - beta1) * g
 *     adamw_m_linear1_bias = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adamw_v_linear1_bias + (1 - beta2) * g * g
 *     adamw_v_linear1_bias = where(abs(v) < 1e-30, 0, v)
 *     linear1_bias = linear1_bias - rate * adamw_m_linear1_bias /
 *         (sqrt(adamw_v_linear1_bias) / root + eps)                 gpt2_124m.lua:47 */
static void k59_linear1_bias(float beta1, const float dlinear1_bias[restrict 3072],
                             float clip_in, float beta2, float rate, float root,
                             float eps, float adamw_m_linear1_bias[restrict 3072],
                             float adamw_v_linear1_bias[restrict 3072],
                             float linear1_bias[restrict 3072])
{
    for (int i = 0; i < 3072; i++) {
        const float t = mf_minf(clip_in, 1.0f);
        const float t2 = (1.0f - beta1) * (dlinear1_bias[i] * t);
        const float m = beta1 * adamw_m_linear1_bias[i] + t2;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        adamw_m_linear1_bias[i] = m2;
        const float t3 = mf_minf(clip_in, 1.0f);
        const float g = dlinear1_bias[i] * t3;
        const float v = beta2 * adamw_v_linear1_bias[i] + (1.0f - beta2) * g * g;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        adamw_v_linear1_bias[i] = v2;
        linear1_bias[i] = linear1_bias[i] - rate * m2 / (sqrtf(v2) / root + eps);
    }
}

/* 60  clip = minimum(clip_in, 1)
 *     g = dlinear2_weight * clip
 *     m = beta1 * m_linear2_weight + (1 - beta1) * g
 *     m_linear2_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_linear2_weight + (1 - beta2) * g * g
 *     v_linear2_weight = where(abs(v) < 1e-30, 0, v)
 *     linear2_weight = linear2_weight * (1 - lr * weight_decay) - rate *
 *         m_linear2_weight / (sqrt(v_linear2_weight) / root + eps)  gpt2_124m.lua:47 */
static void k60_linear2_weight(float beta1,
                               const float dlinear2_weight[restrict 3072][768],
                               float clip_in, float beta2, float lr, float weight_decay,
                               float rate, float root, float eps,
                               float m_linear2_weight[restrict 3072][768],
                               float v_linear2_weight[restrict 3072][768],
                               float linear2_weight[restrict 3072][768])
{
    for (int i = 0; i < 3072; i++)
        for (int j = 0; j < 768; j++) {
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
            const float t5 = linear2_weight[i][j] * (1.0f - lr * weight_decay);
            linear2_weight[i][j] = t5 - rate * m2 / (sqrtf(v2) / root + eps);
        }
}

/* 61  x = gather(embedding1_weight, tokens) + positions[0:64, :]    gpt2_124m.lua:37
 *     mean = sum(x) / 768
 *     centred = x - mean
 *     inverse = 1 / sqrt(sum(centred * centred) / 768 + 1e-05)
 *     layernorm1 = centred * inverse * layernorm1_weight +
 *         layernorm1_bias                                           gpt2_124m.lua:39 */
MF_APART
static void k61_layernorm1(const int32_t tokens[restrict 4][64],
                           const float embedding1_weight[restrict 50257][768],
                           const float positions[restrict 1024][768],
                           const float layernorm1_weight[restrict 768],
                           const float layernorm1_bias[restrict 768],
                           float layernorm1[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const int at = tokens[i][j];
                    const float embedding1 = embedding1_weight[at][16 * k + l];
                    lane[l] += embedding1 + positions[j][16 * k + l];
                }
            }
            const float sum = mf_sum16f(lane);
            const float mean = sum / 768.0f;
            float centred[768];
            for (int k = 0; k < 768; k++) {
                const int at = tokens[i][j];
                const float x = embedding1_weight[at][k] + positions[j][k];
                centred[k] = x - mean;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] += centred[16 * k + l] * centred[16 * k + l];
            }
            const float sum2 = mf_sum16f(lane2);
            const float mean2 = sum2 / 768.0f;
            const float deviation = sqrtf(mean2 + 1e-05f);
            const float inverse = 1.0f / deviation;
            for (int k = 0; k < 768; k++) {
                const float t = centred[k] * inverse * layernorm1_weight[k];
                layernorm1[i][j][k] = t + layernorm1_bias[k];
            }
        }
}

/* 62  q = reshape(qkv[:, :, 0:768])
 *     k = reshape(qkv[:, :, 768:1536])
 *     score = where(row >= column, q k' * 0.125, -inf)
 *     max = max(score)
 *     exp = exp(score - max)
 *     inverse = 1 / sum(exp)
 *     softmax = exp * inverse
 *     v = reshape(qkv[:, :, 1536:2304])
 *     heads = softmax v                                             gpt2_124m.lua:39 */
MF_APART
static void k62_heads(const float qkv[restrict 4][64][2304],
                      float softmax[restrict 64][64],
                      float heads[restrict 4][64][12][64])
{
    static const MfAxis rows[] = {{64, 2304}};
    static const MfAxis columns[] = {{64, 2304}};
    static const MfTerm terms[] = {{64, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{64, 64}};
    static const MfAxis columns2[] = {{64, 1}};
    static const MfTerm terms2[] = {{64, 1, 2304}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns2, 1, terms2);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 12; j++) {
            float acc[64][64];
            mf_productf(&plan, &qkv[i][0][64 * j], &qkv[i][0][64 * j + 768], acc[0],
                        64);
            for (int k = 0; k < 8; k++) {
                MF_BY_ROW;
                float score[8][64];
                for (int r = 0; r < 8; r++)
                    for (int l = 0; l < 64; l++) {
                        const float t = acc[8 * k + r][l] * 0.125f;
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
            float acc2[64][64];
            mf_productf(&plan2, &softmax[0][0], &qkv[i][0][64 * j + 1536], acc2[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    heads[i][k][j][l] = acc2[k][l];
        }
}

/* 63  mean = sum(residual) / 768
 *     centred = residual - mean
 *     inverse = 1 / sqrt(sum(centred * centred) / 768 + 1e-05)
 *     layernorm2 = centred * inverse * layernorm2_weight +
 *         layernorm2_bias                                           gpt2_124m.lua:39 */
MF_APART
static void k63_layernorm2(const float residual[restrict 4][64][768],
                           const float layernorm2_weight[restrict 768],
                           const float layernorm2_bias[restrict 768],
                           float layernorm2[restrict 4][64][768])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] += residual[i][j][16 * k + l];
            }
            const float sum = mf_sum16f(lane);
            const float mean = sum / 768.0f;
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float centred = residual[i][j][16 * k + l] - mean;
                    lane2[l] += centred * centred;
                }
            }
            const float sum2 = mf_sum16f(lane2);
            const float mean2 = sum2 / 768.0f;
            const float deviation = sqrtf(mean2 + 1e-05f);
            const float inverse = 1.0f / deviation;
            for (int k = 0; k < 768; k++) {
                const float normal = (residual[i][j][k] - mean) * inverse;
                const float t = normal * layernorm2_weight[k];
                layernorm2[i][j][k] = t + layernorm2_bias[k];
            }
        }
}

/* 64  linear1 = layernorm2 linear1_weight + linear1_bias
 *     gelu_tanh = 0.5 * linear1 * (1 + tanh(0.797885 * (linear1 + 0.044715 * (linear1 *
 *         linear1 * linear1))))                                     gpt2_124m.lua:39 */
MF_APART
static void k64_gelu_tanh(const float layernorm2[restrict 4][64][768],
                          const float linear1_weight[restrict 768][3072],
                          const float linear1_bias[restrict 3072],
                          float gelu_tanh[restrict 4][64][3072])
{
    static const MfAxis rows[] = {{4, 49152}, {64, 768}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{768, 1, 3072}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int i = 0; i < 48; i++) {
        float acc[256][64];
        mf_productf(&plan, &layernorm2[0][0][0], &linear1_weight[0][64 * i], acc[0],
                    64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++) {
                mf_ahead(&gelu_tanh[j][k][64 * i], 98304, 256, 0, 1);
                for (int l = 0; l < 64; l++) {
                    const float t = linear1_bias[64 * i + l];
                    const float linear1 = acc[64 * j + k][l] + t;
                    const float t2 = 0.044715f * (linear1 * linear1 * linear1);
                    const float t3 = 1.0f + mf_tanhf(0.7978846f * (linear1 + t2));
                    gelu_tanh[j][k][64 * i + l] = 0.5f * linear1 * t3;
                }
            }
    }
}

/* 65  x (in residual) = residual + (gelu_tanh linear2_weight +
 *         linear2_bias)                                             gpt2_124m.lua:39 */
MF_APART
static void k65_x(const float gelu_tanh[restrict 4][64][3072],
                  const float linear2_weight[restrict 3072][768],
                  const float linear2_bias[restrict 768],
                  float residual[restrict 4][64][768])
{
    static const MfAxis rows[] = {{4, 196608}, {64, 3072}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{3072, 1, 768}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        mf_productf(&plan, &gelu_tanh[0][0][0], &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float linear2 = acc[64 * j + k][l] + linear2_bias[64 * i + l];
                    residual[j][k][64 * i + l] = residual[j][k][64 * i + l] + linear2;
                }
    }
}

/* 66  residual (in x) = x + (heads out_weight + out_bias)           gpt2_124m.lua:39 */
MF_APART
static void k66_residual(const float heads[restrict 4][64][768],
                         const float out_weight[restrict 768][768],
                         const float out_bias[restrict 768],
                         float x[restrict 4][64][768])
{
    static const MfAxis rows[] = {{4, 49152}, {64, 768}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{768, 1, 768}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[256][64];
        mf_productf(&plan, &heads[0][0][0], &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float multiheadattention2 =
                        acc[64 * j + k][l] + out_bias[64 * i + l];
                    x[j][k][64 * i + l] = x[j][k][64 * i + l] + multiheadattention2;
                }
    }
}

/* 67  mean = sum(x) / 768
 *     centred = x - mean
 *     inverse = 1 / sqrt(sum(centred * centred) / 768 + 1e-05)
 *     x2 = centred * inverse * layernorm25_weight +
 *         layernorm25_bias                                          gpt2_124m.lua:41 */
MF_APART
static void k67_x_strips(const float x[restrict 4][64][768],
                         const float layernorm25_weight[restrict 768],
                         const float layernorm25_bias[restrict 768],
                         float x2[restrict 64][768],
                         float x_strips[restrict 4][768][64])
{
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] += x[i][j][16 * k + l];
            }
            const float sum = mf_sum16f(lane);
            const float mean = sum / 768.0f;
            float lane2[16] = {0};
            for (int k = 0; k < 48; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float centred = x[i][j][16 * k + l] - mean;
                    lane2[l] += centred * centred;
                }
            }
            const float sum2 = mf_sum16f(lane2);
            const float mean2 = sum2 / 768.0f;
            const float deviation = sqrtf(mean2 + 1e-05f);
            const float inverse = 1.0f / deviation;
            for (int k = 0; k < 768; k++) {
                const float t = (x[i][j][k] - mean) * inverse * layernorm25_weight[k];
                x2[j][k] = t + layernorm25_bias[k];
            }
        }
        for (int j = 0; j < 48; j++)
            for (int k = 0; k < 64; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    x_strips[i][16 * j + l][k] = x2[k][16 * j + l];
            }
    }
}

/* 68  max = max(logits)
 *     sum = sum(exp(logits - max))
 *     loss = sum(log(sum) - gather(logits - max, target)) *
 *         0.00390625                                                gpt2_124m.lua:43 */
MF_APART
static void k68_loss(const float logits[restrict 4][64][50257],
                     const int32_t target[restrict 4][64], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++) {
        float sum[64];
        float max[64];
        for (int j = 0; j < 64; j++) {
            float lane2[16];
            for (int i0 = 0; i0 < 16; i0++)
                lane2[i0] = -INFINITY;
            for (int k = 0; k < 3141; k++) {
                MF_SINGLY;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane2[l] = mf_maxf(logits[i][j][16 * k + l], lane2[l]);
            }
            const float term = logits[i][j][50256];
            MF_ROLLED
            for (int k = 0; k < MF_LANES(1); k++)
                lane2[k] = mf_maxf(k < 1 ? term : -INFINITY, lane2[k]);
            const float top = mf_max16f(lane2);
            max[j] = top;
            float lane3[16] = {0};
            const float term2 = mf_expf(logits[i][j][50256] - max[j]);
            for (int k = 0; k < 3141; k++) {
                MF_SINGLY;
                mf_ahead(&logits[i][j][0], 201028, 201024, k, 3141);
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane3[l] += mf_expf(logits[i][j][16 * k + l] - max[j]);
            }
            MF_ROLLED
            for (int k = 0; k < MF_LANES(1); k++)
                lane3[k] += k < 1 ? term2 : 0.0f;
            const float sum2 = mf_sum16f(lane3);
            sum[j] = sum2;
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
    *loss = sum * 0.00390625f;
}

/* 69  x = gather(embedding1_weight, tokens) + positions[0:64, :]    gpt2_124m.lua:37
 *     mean = sum(x) / 768
 *     centred = x - mean
 *     inverse = 1 / sqrt(sum(centred * centred) / 768 + 1e-05)
 *     layernorm1 = centred * inverse * layernorm1_weight +
 *         layernorm1_bias                                           gpt2_124m.lua:39 */
static void k69_layernorm1(const int32_t tokens[restrict 1][64],
                           const float embedding1_weight[restrict 50257][768],
                           const float positions[restrict 1024][768],
                           const float layernorm1_weight[restrict 768],
                           const float layernorm1_bias[restrict 768],
                           float mean[restrict 1][64],
                           float centred[restrict 1][64][768],
                           float inverse[restrict 1][64],
                           float layernorm1[restrict 1][64][768])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 48; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const int at = tokens[0][i];
                lane[k] += embedding1_weight[at][16 * j + k] + positions[i][16 * j + k];
            }
        }
        const float sum = mf_sum16f(lane);
        mean[0][i] = sum / 768.0f;
        for (int j = 0; j < 768; j++) {
            const int at = tokens[0][i];
            const float x = embedding1_weight[at][j] + positions[i][j];
            centred[0][i][j] = x - mean[0][i];
        }
        float lane2[16] = {0};
        for (int j = 0; j < 48; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane2[k] += centred[0][i][16 * j + k] * centred[0][i][16 * j + k];
        }
        const float sum2 = mf_sum16f(lane2);
        const float mean2 = sum2 / 768.0f;
        const float deviation = sqrtf(mean2 + 1e-05f);
        inverse[0][i] = 1.0f / deviation;
        for (int j = 0; j < 768; j++) {
            const float t = centred[0][i][j] * inverse[0][i] * layernorm1_weight[j];
            layernorm1[0][i][j] = t + layernorm1_bias[j];
        }
    }
}

/* 70  qkv = layernorm1 qkv_weight + qkv_bias                        gpt2_124m.lua:39 */
MF_APART
static void k70_qkv(const float layernorm1[restrict 1][64][768],
                    const float qkv_weight[restrict 768][2304],
                    const float qkv_bias[restrict 2304],
                    float qkv[restrict 1][64][2304])
{
    static const MfAxis rows[] = {{64, 768}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{768, 1, 2304}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 36; i++) {
        float acc[64][64];
        mf_productf(&plan, &layernorm1[0][0][0], &qkv_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                qkv[0][j][64 * i + k] = acc[j][k] + qkv_bias[64 * i + k];
    }
}

/* 71  q = reshape(qkv[:, :, 0:768])
 *     k = reshape(qkv[:, :, 768:1536])
 *     score = where(row >= column, q k' * 0.125, -inf)              gpt2_124m.lua:39 */
MF_APART
static void k71_score(const float qkv[restrict 1][64][2304],
                      float score[restrict 1][12][64][64])
{
    static const MfAxis rows[] = {{64, 2304}};
    static const MfAxis columns[] = {{64, 2304}};
    static const MfTerm terms[] = {{64, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        mf_productf(&plan, &qkv[0][0][64 * i], &qkv[0][0][64 * i + 768], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] * 0.125f;
                score[0][i][j][k] = j >= k ? t : -INFINITY;
            }
    }
}

/* 72  max = max(score)
 *     exp = exp(score - max)
 *     inverse = 1 / sum(exp)
 *     softmax = exp * inverse                                       gpt2_124m.lua:39 */
MF_APART
static void k72_softmax(const float score[restrict 1][12][64][64],
                        float max[restrict 1][12][64],
                        float exp[restrict 1][12][64][64],
                        float inverse[restrict 1][12][64],
                        float softmax[restrict 1][12][64][64])
{
    for (int i = 0; i < 12; i++)
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

/* 73  v = reshape(qkv[:, :, 1536:2304])
 *     heads = softmax v                                             gpt2_124m.lua:39 */
MF_APART
static void k73_heads(const float softmax[restrict 1][12][64][64],
                      const float qkv[restrict 1][64][2304],
                      float heads[restrict 1][64][12][64])
{
    static const MfAxis rows[] = {{64, 64}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 1, 2304}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        mf_productf(&plan, &softmax[0][i][0][0], &qkv[0][0][64 * i + 1536], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                heads[0][j][i][k] = acc[j][k];
    }
}

/* 74  x = gather(embedding1_weight, tokens) + positions[0:64, :]    gpt2_124m.lua:37
 *     residual = x + (heads out_weight + out_bias)                  gpt2_124m.lua:39 */
MF_APART
static void k74_residual(const float heads[restrict 1][64][768],
                         const float out_weight[restrict 768][768],
                         const int32_t tokens[restrict 1][64],
                         const float embedding1_weight[restrict 50257][768],
                         const float positions[restrict 1024][768],
                         const float out_bias[restrict 768],
                         float residual[restrict 1][64][768])
{
    static const MfAxis rows[] = {{64, 768}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{768, 1, 768}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        mf_productf(&plan, &heads[0][0][0], &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++) {
            mf_ahead(&positions[j][64 * i], 24576, 256, 0, 1);
            for (int k = 0; k < 64; k++) {
                const int at = tokens[0][j];
                const float embedding1 = embedding1_weight[at][64 * i + k];
                const float x = embedding1 + positions[j][64 * i + k];
                residual[0][j][64 * i + k] = x + (acc[j][k] + out_bias[64 * i + k]);
            }
        }
    }
}

/* 75  mean = sum(residual) / 768
 *     centred = residual - mean
 *     inverse = 1 / sqrt(sum(centred * centred) / 768 + 1e-05)
 *     layernorm2 = centred * inverse * layernorm2_weight +
 *         layernorm2_bias                                           gpt2_124m.lua:39 */
MF_APART
static void k75_layernorm2(const float residual[restrict 1][64][768],
                           const float layernorm2_weight[restrict 768],
                           const float layernorm2_bias[restrict 768],
                           float mean[restrict 1][64], float inverse[restrict 1][64],
                           float layernorm2[restrict 1][64][768])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 48; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] += residual[0][i][16 * j + k];
        }
        const float sum = mf_sum16f(lane);
        mean[0][i] = sum / 768.0f;
        float lane2[16] = {0};
        for (int j = 0; j < 48; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float centred = residual[0][i][16 * j + k] - mean[0][i];
                lane2[k] += centred * centred;
            }
        }
        const float sum2 = mf_sum16f(lane2);
        const float mean2 = sum2 / 768.0f;
        const float deviation = sqrtf(mean2 + 1e-05f);
        inverse[0][i] = 1.0f / deviation;
        for (int j = 0; j < 768; j++) {
            const float normal = (residual[0][i][j] - mean[0][i]) * inverse[0][i];
            layernorm2[0][i][j] = normal * layernorm2_weight[j] + layernorm2_bias[j];
        }
    }
}

/* 76  linear1 = layernorm2 linear1_weight + linear1_bias
 *     gelu_tanh = 0.5 * linear1 * (1 + tanh(0.797885 * (linear1 + 0.044715 * (linear1 *
 *         linear1 * linear1))))                                     gpt2_124m.lua:39 */
MF_APART
static void k76_gelu_tanh(const float layernorm2[restrict 1][64][768],
                          const float linear1_weight[restrict 768][3072],
                          const float linear1_bias[restrict 3072],
                          float gelu_tanh[restrict 1][64][3072])
{
    static const MfAxis rows[] = {{64, 768}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{768, 1, 3072}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 48; i++) {
        float acc[64][64];
        mf_productf(&plan, &layernorm2[0][0][0], &linear1_weight[0][64 * i], acc[0],
                    64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float linear1 = acc[j][k] + linear1_bias[64 * i + k];
                const float t = linear1 + 0.044715f * (linear1 * linear1 * linear1);
                const float t2 = 1.0f + mf_tanhf(0.7978846f * t);
                gelu_tanh[0][j][64 * i + k] = 0.5f * linear1 * t2;
            }
    }
}

/* 77  x (in residual) = residual + (gelu_tanh linear2_weight +
 *         linear2_bias)                                             gpt2_124m.lua:39 */
MF_APART
static void k77_x(const float gelu_tanh[restrict 1][64][3072],
                  const float linear2_weight[restrict 3072][768],
                  const float linear2_bias[restrict 768],
                  float residual[restrict 1][64][768])
{
    static const MfAxis rows[] = {{64, 3072}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{3072, 1, 768}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        mf_productf(&plan, &gelu_tanh[0][0][0], &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float linear2 = acc[j][k] + linear2_bias[64 * i + k];
                residual[0][j][64 * i + k] = residual[0][j][64 * i + k] + linear2;
            }
    }
}

/* 78  residual (in x) = x + (heads out_weight + out_bias)           gpt2_124m.lua:39 */
MF_APART
static void k78_residual(const float heads[restrict 1][64][768],
                         const float out_weight[restrict 768][768],
                         const float out_bias[restrict 768],
                         float x[restrict 1][64][768])
{
    static const MfAxis rows[] = {{64, 768}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{768, 1, 768}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        mf_productf(&plan, &heads[0][0][0], &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float multiheadattention2 = acc[j][k] + out_bias[64 * i + k];
                x[0][j][64 * i + k] = x[0][j][64 * i + k] + multiheadattention2;
            }
    }
}

/* 79  x by strips of 64 columns, as products read it                gpt2_124m.lua:42 */
static void k79_x_strips(const float x[restrict 1][64][768],
                         float x_strips[restrict 1][768][64])
{
    for (int i = 0; i < 48; i++)
        for (int j = 0; j < 64; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                x_strips[0][16 * i + k][j] = x[0][j][16 * i + k];
        }
}

/* 80  logits = x embedding1_weight'                                 gpt2_124m.lua:42 */
MF_APART
static void k80_logits(const float embedding1_weight[restrict 50257][768],
                       const float x_strips[restrict 1][768][64],
                       float logits[restrict 1][64][50257])
{
    static const MfAxis rows[] = {{256, 768}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{768, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{81, 768}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns, 1, terms);
    for (int i = 0; i < 196; i++) {
        float acc[64][256];
        mf_product_turnedf(&plan, &embedding1_weight[256 * i][0], &x_strips[0][0][0],
                           acc[0], 256);
        for (int j = 0; j < 64; j++) {
            mf_ahead(&logits[0][j][256 * i], 201028, 1024, 0, 1);
            for (int k = 0; k < 256; k++)
                logits[0][j][256 * i + k] = acc[j][k];
        }
    }
    float acc[64][96];
    mf_product_turnedf(&plan2, &embedding1_weight[50176][0], &x_strips[0][0][0], acc[0],
                       96);
    for (int i = 0; i < 64; i++) {
        mf_ahead(&logits[0][i][50176], 1206168, 324, 0, 1);
        for (int j = 0; j < 81; j++)
            logits[0][i][j + 50176] = acc[i][j];
    }
}

/* 81  max = max(logits)
 *     sum = sum(exp(logits - max))                                  gpt2_124m.lua:43 */
MF_APART
static void k81_sum(const float logits[restrict 1][64][50257],
                    float max[restrict 1][64], float sum[restrict 1][64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16];
        for (int i0 = 0; i0 < 16; i0++)
            lane[i0] = -INFINITY;
        for (int j = 0; j < 3141; j++) {
            MF_SINGLY;
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane[k] = mf_maxf(logits[0][i][16 * j + k], lane[k]);
        }
        const float term = logits[0][i][50256];
        MF_ROLLED
        for (int j = 0; j < MF_LANES(1); j++)
            lane[j] = mf_maxf(j < 1 ? term : -INFINITY, lane[j]);
        const float top = mf_max16f(lane);
        max[0][i] = top;
        float lane2[16] = {0};
        const float term2 = mf_expf(logits[0][i][50256] - max[0][i]);
        for (int j = 0; j < 3141; j++) {
            MF_SINGLY;
            mf_ahead(&logits[0][i][0], 201028, 201024, j, 3141);
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                lane2[k] += mf_expf(logits[0][i][16 * j + k] - max[0][i]);
        }
        MF_ROLLED
        for (int j = 0; j < MF_LANES(1); j++)
            lane2[j] += j < 1 ? term2 : 0.0f;
        const float sum2 = mf_sum16f(lane2);
        sum[0][i] = sum2;
    }
}

/* 82  loss = sum(log(sum) - gather(logits - max, target)) *
 *         0.015625                                                  gpt2_124m.lua:43 */
MF_APART
static void k82_loss(const int32_t target[restrict 1][64],
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

/* 83  embedding1_weight = 0.02 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *         uniform()))                                               gpt2_124m.lua:34 */
static void k83_embedding1_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 84  positions = 0.02 * (sqrt(-2 * log1p(-uniform())) *
 *         cos(6.28319 * uniform()))                                 gpt2_124m.lua:35 */
static void k84_positions(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 85  qkv_weight = 0.02 * (sqrt(-2 * log1p(-uniform())) *
 *         cos(6.28319 * uniform()))                                 gpt2_124m.lua:22 */
MF_APART
static void k85_qkv_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 86  out_weight = 0.00408248 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *         uniform()))                                               gpt2_124m.lua:22 */
MF_APART
static void k86_out_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 87  linear1_weight = 0.02 * (sqrt(-2 * log1p(-uniform())) *
 *         cos(6.28319 * uniform()))                                 gpt2_124m.lua:28 */
MF_APART
static void k87_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 88  linear2_weight = 0.00408248 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *         uniform()))                                               gpt2_124m.lua:29 */
MF_APART
static void k88_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 89  layernorm1_weight = 1                                         gpt2_124m.lua:25 */
static void k89_layernorm1_weight(float layernorm1_weight[restrict 768])
{
    for (int i = 0; i < 768; i++)
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
void gpt2_124m_init(Gpt2124m *net, uint64_t seed)
{
    memset(net, 0, offsetof(Gpt2124m, work));
    net->seed = seed;
    k83_embedding1_weight(net->step, net->seed, 0x8e02a496dde5f4au, 0xe94c3c713ba8f944u,
                          net->embedding1_weight);
    k84_positions(net->step, net->seed, 0x8c8a6c6fc0003907u, 0x5057d4c23d038ed9u,
                  net->positions);
    /* clang-format off */
    const struct {
        uint64_t stream, stream2, stream3, stream4, stream5, stream6, stream7, stream8;
    } at[12] = {
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
        {0xb2e48b6de1ea067cu, 0xdd3ce64d23f24c21u, 0x5661b3cccf93b78cu,
         0x212a6d41e17fcc00u, 0x6c15a562184661c7u, 0xf2dd609851af961u,
         0x9121580fe89b30d2u, 0x235f2a30b13cdc82u},
        {0xc1d72613b87a0677u, 0x47de00af81df5baau, 0xa222ca3f6bb0f511u,
         0x9271f940584ccb1du, 0xb2a589e37e0226b4u, 0x5719bef484d14e4u,
         0xfb758d47bb625469u, 0x70b10ace02337064u},
        {0x30a9dc2031dba97u, 0x13eaa16bbac0e494u, 0xe3445c88097edf71u,
         0xcd1c01e840944e2au, 0x911c78f6b915c100u, 0x810c4d4e7109ce17u,
         0x1f2554c7afbe7a3u, 0x2797d4703ce81bc2u},
        {0xbdbd3f79cb1b3138u, 0xa8015daa4ef3ec62u, 0xb3cd4ace053215c2u,
         0x54851f5894dd73dfu, 0x84888f0e4c01d32bu, 0x3be569936976eab8u,
         0x4adf6115e939da49u, 0x96414f9295ef6dabu},
        {0xc85687e4d807e02du, 0x51e812b3bc55b27eu, 0xa1b6309c8939dbb6u,
         0x5497a4cbb09f75aau, 0xa92ec49a0c071a69u, 0xebdfad0368ff843u,
         0x995316947ccb2fc7u, 0x5f1c6359da44d869u},
        {0xf7947f5cd966a8b8u, 0x44670fa8140ad178u, 0x486725fbd2951e1au,
         0x825e87043b47253fu, 0x974c3a2ce9b788b9u, 0xc9cc9735e5790d5eu,
         0x395a1d0b72836bf0u, 0xe606ba427aa63339u},
        {0x1ecea9ee12c1e9fcu, 0x218c2eb284b83cd1u, 0xb0b96bbe5164d79du,
         0x7db78369010e4395u, 0x8b66eb881e2e04bu, 0x8c14b4d71891abeu,
         0x2fba4bc9736ec049u, 0x34053251b486dcaeu},
        {0xd699cf81b642f128u, 0xb4c3c665203a45cu, 0x60be45533bdbb073u,
         0x948a2fca3fac7478u, 0x8988d2912b8eb54au, 0x34aa54111c9f1a39u,
         0x646c8287bbf954d2u, 0xc93db5ce12c616e6u},
    };
    /* clang-format on */
    for (int i = 0; i < 12; i++) {
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
    k89_layernorm1_weight(net->block[4].layernorm1_weight);
    k89_layernorm1_weight(net->block[4].layernorm2_weight);
    k89_layernorm1_weight(net->block[5].layernorm1_weight);
    k89_layernorm1_weight(net->block[5].layernorm2_weight);
    k89_layernorm1_weight(net->block[6].layernorm1_weight);
    k89_layernorm1_weight(net->block[6].layernorm2_weight);
    k89_layernorm1_weight(net->block[7].layernorm1_weight);
    k89_layernorm1_weight(net->block[7].layernorm2_weight);
    k89_layernorm1_weight(net->block[8].layernorm1_weight);
    k89_layernorm1_weight(net->block[8].layernorm2_weight);
    k89_layernorm1_weight(net->block[9].layernorm1_weight);
    k89_layernorm1_weight(net->block[9].layernorm2_weight);
    k89_layernorm1_weight(net->block[10].layernorm1_weight);
    k89_layernorm1_weight(net->block[10].layernorm2_weight);
    k89_layernorm1_weight(net->block[11].layernorm1_weight);
    k89_layernorm1_weight(net->block[11].layernorm2_weight);
    k89_layernorm1_weight(net->layernorm25_weight);
    net->lr = 0.0003f;
    net->weight_decay = 0.1f;
    net->beta1 = 0.9f;
    net->beta2 = 0.95f;
    net->eps = 1e-08f;
}

/* One step: forward, backward, update; returns the loss before it. */
float gpt2_124m_step(Gpt2124m *net, const int32_t tokens[restrict 4][64],
                     const int32_t target[restrict 4][64])
{
    float loss, rate, squares, root;
    union Gpt2124mStep *w = &net->work.step;
    k1_rate(net->beta1, net->step, net->lr, &rate);
    k2_root(net->beta2, net->step, &root);
    /* forward */
    k3_layernorm1(tokens, net->embedding1_weight, net->positions,
                  net->block[0].layernorm1_weight, net->block[0].layernorm1_bias,
                  w->centred, w->deviation4, w->inverse4, w->layernorm1);
    k4_layernorm1_strips(w->layernorm1, w->layernorm1_strips[0]);
    k5_qkv(w->layernorm1, net->block[0].multiheadattention1_qkv_weight,
           net->block[0].multiheadattention1_qkv_bias, w->qkv[0]);
    k6_heads(w->qkv[0], w->exp[0], w->sum[0], w->inverse[0], w->softmax[0], w->heads);
    k7_residual((float(*)[64][768])w->heads,
                net->block[0].multiheadattention1_out_weight, tokens,
                net->embedding1_weight, net->positions,
                net->block[0].multiheadattention1_out_bias, w->residual[0]);
    for (int i = 0; i < 11; i++) {
        k4_layernorm1_strips((float(*)[64][768])w->heads, w->heads_strips[i]);
        k8_layernorm2(w->residual[i], net->block[i].layernorm2_weight,
                      net->block[i].layernorm2_bias, w->mean[i], w->deviation2[i],
                      w->inverse2[i], w->layernorm2);
        k4_layernorm1_strips(w->layernorm2, w->layernorm2_strips[i]);
        k9_gelu_tanh(w->layernorm2, net->block[i].linear1_weight,
                     net->block[i].linear1_bias, w->linear[i], w->tanh[i],
                     w->gelu_tanh);
        k10_x(w->gelu_tanh, net->block[i].linear2_weight, w->residual[i],
              net->block[i].linear2_bias, w->x[i]);
        k11_gelu_tanh_strips(w->gelu_tanh, w->gelu_tanh_strips[i]);
        k8_layernorm2(w->x[i], net->block[i + 1].layernorm1_weight,
                      net->block[i + 1].layernorm1_bias, w->mean2[i], w->deviation3[i],
                      w->inverse3[i], w->layernorm);
        k4_layernorm1_strips(w->layernorm, w->layernorm1_strips[i + 1]);
        k5_qkv(w->layernorm, net->block[i + 1].multiheadattention1_qkv_weight,
               net->block[i + 1].multiheadattention1_qkv_bias, w->qkv[i + 1]);
        k6_heads(w->qkv[i + 1], w->exp[i + 1], w->sum[i + 1], w->inverse[i + 1],
                 w->softmax[i + 1], w->heads);
        k12_residual((float(*)[64][768])w->heads,
                     net->block[i + 1].multiheadattention1_out_weight, w->x[i],
                     net->block[i + 1].multiheadattention1_out_bias,
                     w->residual[i + 1]);
    }
    k4_layernorm1_strips((float(*)[64][768])w->heads, w->heads_strips[11]);
    k8_layernorm2(w->residual[11], net->block[11].layernorm2_weight,
                  net->block[11].layernorm2_bias, w->mean[11], w->deviation2[11],
                  w->inverse2[11], w->layernorm2);
    k4_layernorm1_strips(w->layernorm2, w->layernorm2_strips[11]);
    k9_gelu_tanh(w->layernorm2, net->block[11].linear1_weight,
                 net->block[11].linear1_bias, w->linear[11], w->tanh[11], w->gelu_tanh);
    k10_x(w->gelu_tanh, net->block[11].linear2_weight, w->residual[11],
          net->block[11].linear2_bias, w->x[11]);
    k11_gelu_tanh_strips(w->gelu_tanh, w->gelu_tanh_strips[11]);
    k13_x_strips(w->x[11], net->layernorm25_weight, net->layernorm25_bias, w->mean2[11],
                 w->deviation, w->inverse3[11], w->x2, w->x_strips);
    k14_logits(net->embedding1_weight, w->x_strips, w->logits);
    /* the loss and its gradient */
    k15_dlogits(w->logits, target, w->exp2, &loss, w->dlogits);
    /* backward, and the update of what is done */
    k16_dx(w->dlogits, net->embedding1_weight, w->dx);
    k17_dx_strips(w->dx, net->layernorm25_weight, w->x[11], w->mean2[11],
                  w->inverse3[11], w->deviation, w->dx2, w->dx_strips);
    for (int i = 0; i < 11; i++) {
        k18_dlayernorm25_bias(w->dx, w->x[11 - i], w->mean2[11 - i],
                              w->inverse3[11 - i], w->dlayernorm1_weight[12 - i],
                              w->dlayernorm1_bias[12 - i]);
        k19_dlinear24_bias(w->dx2, w->dlinear2_bias[11 - i]);
        k20_dlinear23(net->block[11 - i].linear2_weight, w->dx_strips, w->tanh[11 - i],
                      w->linear[11 - i]);
        k21_dlinear23_bias(w->linear[11 - i], w->dlinear1_bias[11 - i]);
        k22_dx_strips(w->dx2, w->dx_strips2[11 - i]);
        k23_dlayernorm24(w->linear[11 - i], net->block[11 - i].linear1_weight,
                         w->dlayernorm);
        k24_dlinear23_strips(w->linear[11 - i], w->dlinear1_strips[11 - i]);
        k25_dresidual(w->dlayernorm, net->block[11 - i].layernorm2_weight,
                      w->residual[11 - i], w->mean[11 - i], w->inverse2[11 - i],
                      w->deviation2[11 - i], w->dx2);
        k18_dlayernorm25_bias(w->dlayernorm, w->residual[11 - i], w->mean[11 - i],
                              w->inverse2[11 - i], w->dlayernorm2_weight[11 - i],
                              w->dlayernorm2_bias[11 - i]);
        k19_dlinear24_bias(w->dx2, w->dout_bias[11 - i]);
        k26_dheads(w->dx2, net->block[11 - i].multiheadattention1_out_weight,
                   w->dheads);
        k27_dv(w->softmax[11 - i], (float(*)[64][12][64])w->dheads, w->dv);
        k28_dk((float(*)[64][12][64])w->dheads, w->qkv[11 - i], w->exp[11 - i],
               w->inverse[11 - i], w->sum[11 - i], w->dproduct, w->dq, w->dk);
        k22_dx_strips(w->dx2, w->dresidual_strips);
        k29_dqkv((float(*)[64][768])w->dq, (float(*)[64][768])w->dk,
                 (float(*)[64][768])w->dv, w->dqkv);
        k30_qkv_bias(w->dqkv, w->dqkv_bias[11 - i]);
        k31_out_weight(w->heads_strips[11 - i], w->dresidual_strips,
                       w->dout_weight[11 - i]);
        k32_dlayernorm23(w->dqkv, net->block[11 - i].multiheadattention1_qkv_weight,
                         w->dx);
        k33_dqkv_strips(w->dqkv, w->dqkv_strips[11 - i]);
        k34_dx_strips(w->dx, net->block[11 - i].layernorm1_weight, w->x[10 - i],
                      w->mean2[10 - i], w->inverse3[10 - i], w->deviation3[10 - i],
                      w->dx2, w->dx_strips);
    }
    k18_dlayernorm25_bias(w->dx, w->x[0], w->mean2[0], w->inverse3[0],
                          w->dlayernorm1_weight[1], w->dlayernorm1_bias[1]);
    k19_dlinear24_bias(w->dx2, w->dlinear2_bias[0]);
    k20_dlinear23(net->block[0].linear2_weight, w->dx_strips, w->tanh[0], w->linear[0]);
    k21_dlinear23_bias(w->linear[0], w->dlinear1_bias[0]);
    k22_dx_strips(w->dx2, w->dx_strips2[0]);
    k23_dlayernorm24(w->linear[0], net->block[0].linear1_weight, w->dlayernorm);
    k24_dlinear23_strips(w->linear[0], w->dlinear1_strips[0]);
    k25_dresidual(w->dlayernorm, net->block[0].layernorm2_weight, w->residual[0],
                  w->mean[0], w->inverse2[0], w->deviation2[0], w->dx2);
    k18_dlayernorm25_bias(w->dlayernorm, w->residual[0], w->mean[0], w->inverse2[0],
                          w->dlayernorm2_weight[0], w->dlayernorm2_bias[0]);
    k19_dlinear24_bias(w->dx2, w->dout_bias[0]);
    k26_dheads(w->dx2, net->block[0].multiheadattention1_out_weight, w->dheads);
    k27_dv(w->softmax[0], (float(*)[64][12][64])w->dheads, w->dv);
    k28_dk((float(*)[64][12][64])w->dheads, w->qkv[0], w->exp[0], w->inverse[0],
           w->sum[0], w->dproduct, w->dq, w->dk);
    k22_dx_strips(w->dx2, w->dresidual_strips);
    k29_dqkv((float(*)[64][768])w->dq, (float(*)[64][768])w->dk,
             (float(*)[64][768])w->dv, w->dqkv);
    k30_qkv_bias(w->dqkv, w->dqkv_bias[0]);
    k31_out_weight(w->heads_strips[0], w->dresidual_strips, w->dout_weight[0]);
    k32_dlayernorm23(w->dqkv, net->block[0].multiheadattention1_qkv_weight, w->dx);
    k33_dqkv_strips(w->dqkv, w->dqkv_strips[0]);
    k35_dx(w->dx, net->block[0].layernorm1_weight, w->centred, w->inverse4,
           w->deviation4, w->dx2);
    k36_dlayernorm1_bias(w->dx, w->centred, w->inverse4, w->dlayernorm1_weight[0],
                         w->dlayernorm1_bias[0]);
    k37_dpositions(w->dx2, w->dpositions);
    for (int i = 0; i < 12; i++) {
        k38_qkv_weight(w->layernorm1_strips[11 - i], w->dqkv_strips[11 - i],
                       w->dqkv_weight[11 - i]);
    }
    for (int i = 0; i < 12; i++) {
        k39_dlinear24_weight(w->gelu_tanh_strips[11 - i], w->dx_strips2[11 - i],
                             w->dlinear2_weight[11 - i]);
        k40_dlinear23_weight(w->layernorm2_strips[11 - i], w->dlinear1_strips[11 - i],
                             w->dlinear1_weight[11 - i]);
    }
    k41_scatter(tokens, w->dx2, w->scatter);
    k42_dembedding1_weight(w->dlogits, w->x2, w->scatter);
    k43_squares(w->scatter, w->dpositions, &squares);
    for (int i = 0; i < 12; i++) {
        k44_squares(w->dqkv_weight[i], &squares);
        k45_squares(w->dqkv_bias[i], &squares);
        k46_squares(w->dout_weight[i], &squares);
        k47_squares(w->dout_bias[i], &squares);
        k47_squares(w->dlayernorm1_weight[i], &squares);
        k47_squares(w->dlayernorm1_bias[i], &squares);
        k47_squares(w->dlayernorm2_weight[i], &squares);
        k47_squares(w->dlayernorm2_bias[i], &squares);
        k48_squares(w->dlinear1_weight[i], &squares);
        k49_squares(w->dlinear1_bias[i], &squares);
        k50_squares(w->dlinear2_weight[i], &squares);
        k47_squares(w->dlinear2_bias[i], &squares);
    }
    k47_squares(w->dlayernorm1_weight[12], &squares);
    k51_clip_in(w->dlayernorm1_bias[12], &squares);
    k52_embedding1_weight(net->beta1, w->scatter, squares, net->beta2, net->lr,
                          net->weight_decay, rate, root, net->eps,
                          net->adamw_m_embedding1_weight,
                          net->adamw_v_embedding1_weight, net->embedding1_weight);
    k53_positions(net->beta1, w->dpositions, squares, net->beta2, net->lr,
                  net->weight_decay, rate, root, net->eps, net->adamw_m_positions,
                  net->adamw_v_positions, net->positions);
    for (int i = 0; i < 12; i++) {
        k54_qkv_weight(net->beta1, w->dqkv_weight[i], squares, net->beta2, net->lr,
                       net->weight_decay, rate, root, net->eps,
                       net->state[i].adamw_m_multiheadattention1_qkv_weight,
                       net->state[i].adamw_v_multiheadattention1_qkv_weight,
                       net->block[i].multiheadattention1_qkv_weight);
        k55_qkv_bias(net->beta1, w->dqkv_bias[i], squares, net->beta2, rate, root,
                     net->eps, net->state[i].adamw_m_multiheadattention1_qkv_bias,
                     net->state[i].adamw_v_multiheadattention1_qkv_bias,
                     net->block[i].multiheadattention1_qkv_bias);
        k56_out_weight(net->beta1, w->dout_weight[i], squares, net->beta2, net->lr,
                       net->weight_decay, rate, root, net->eps,
                       net->state[i].adamw_m_multiheadattention1_out_weight,
                       net->state[i].adamw_v_multiheadattention1_out_weight,
                       net->block[i].multiheadattention1_out_weight);
        k57_out_bias(net->beta1, w->dout_bias[i], squares, net->beta2, rate, root,
                     net->eps, net->state[i].adamw_m_multiheadattention1_out_bias,
                     net->state[i].adamw_v_multiheadattention1_out_bias,
                     net->block[i].multiheadattention1_out_bias);
        k57_out_bias(net->beta1, w->dlayernorm1_weight[i], squares, net->beta2, rate,
                     root, net->eps, net->state[i].adamw_m_layernorm1_weight,
                     net->state[i].adamw_v_layernorm1_weight,
                     net->block[i].layernorm1_weight);
        k57_out_bias(net->beta1, w->dlayernorm1_bias[i], squares, net->beta2, rate,
                     root, net->eps, net->state[i].adamw_m_layernorm1_bias,
                     net->state[i].adamw_v_layernorm1_bias,
                     net->block[i].layernorm1_bias);
        k57_out_bias(net->beta1, w->dlayernorm2_weight[i], squares, net->beta2, rate,
                     root, net->eps, net->state[i].adamw_m_layernorm2_weight,
                     net->state[i].adamw_v_layernorm2_weight,
                     net->block[i].layernorm2_weight);
        k57_out_bias(net->beta1, w->dlayernorm2_bias[i], squares, net->beta2, rate,
                     root, net->eps, net->state[i].adamw_m_layernorm2_bias,
                     net->state[i].adamw_v_layernorm2_bias,
                     net->block[i].layernorm2_bias);
        k58_linear1_weight(net->beta1, w->dlinear1_weight[i], squares, net->beta2,
                           net->lr, net->weight_decay, rate, root, net->eps,
                           net->state[i].adamw_m_linear1_weight,
                           net->state[i].adamw_v_linear1_weight,
                           net->block[i].linear1_weight);
        k59_linear1_bias(net->beta1, w->dlinear1_bias[i], squares, net->beta2, rate,
                         root, net->eps, net->state[i].adamw_m_linear1_bias,
                         net->state[i].adamw_v_linear1_bias,
                         net->block[i].linear1_bias);
        k60_linear2_weight(net->beta1, w->dlinear2_weight[i], squares, net->beta2,
                           net->lr, net->weight_decay, rate, root, net->eps,
                           net->state[i].adamw_m_linear2_weight,
                           net->state[i].adamw_v_linear2_weight,
                           net->block[i].linear2_weight);
        k57_out_bias(net->beta1, w->dlinear2_bias[i], squares, net->beta2, rate, root,
                     net->eps, net->state[i].adamw_m_linear2_bias,
                     net->state[i].adamw_v_linear2_bias, net->block[i].linear2_bias);
    }
    k57_out_bias(net->beta1, w->dlayernorm1_weight[12], squares, net->beta2, rate, root,
                 net->eps, net->adamw_m_layernorm25_weight,
                 net->adamw_v_layernorm25_weight, net->layernorm25_weight);
    k57_out_bias(net->beta1, w->dlayernorm1_bias[12], squares, net->beta2, rate, root,
                 net->eps, net->adamw_m_layernorm25_bias, net->adamw_v_layernorm25_bias,
                 net->layernorm25_bias);
    net->step++;
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float gpt2_124m_eval(Gpt2124m *net, const int32_t tokens[restrict 4][64],
                     const int32_t target[restrict 4][64])
{
    float loss;
    union Gpt2124mEval *w = &net->work.eval;
    k61_layernorm1(tokens, net->embedding1_weight, net->positions,
                   net->block[0].layernorm1_weight, net->block[0].layernorm1_bias,
                   w->layernorm1);
    k5_qkv(w->layernorm1, net->block[0].multiheadattention1_qkv_weight,
           net->block[0].multiheadattention1_qkv_bias, w->qkv);
    k62_heads(w->qkv, w->softmax, w->heads);
    k7_residual((float(*)[64][768])w->heads,
                net->block[0].multiheadattention1_out_weight, tokens,
                net->embedding1_weight, net->positions,
                net->block[0].multiheadattention1_out_bias, w->residual);
    for (int i = 0; i < 11; i++) {
        k63_layernorm2(w->residual, net->block[i].layernorm2_weight,
                       net->block[i].layernorm2_bias, w->layernorm2);
        k64_gelu_tanh(w->layernorm2, net->block[i].linear1_weight,
                      net->block[i].linear1_bias, w->gelu_tanh);
        k65_x(w->gelu_tanh, net->block[i].linear2_weight, net->block[i].linear2_bias,
              w->residual);
        k63_layernorm2(w->residual, net->block[i + 1].layernorm1_weight,
                       net->block[i + 1].layernorm1_bias, w->layernorm);
        k5_qkv(w->layernorm, net->block[i + 1].multiheadattention1_qkv_weight,
               net->block[i + 1].multiheadattention1_qkv_bias, w->qkv2);
        k62_heads(w->qkv2, w->softmax2, w->heads2);
        k66_residual((float(*)[64][768])w->heads2,
                     net->block[i + 1].multiheadattention1_out_weight,
                     net->block[i + 1].multiheadattention1_out_bias, w->residual);
    }
    k63_layernorm2(w->residual, net->block[11].layernorm2_weight,
                   net->block[11].layernorm2_bias, w->layernorm2);
    k64_gelu_tanh(w->layernorm2, net->block[11].linear1_weight,
                  net->block[11].linear1_bias, w->gelu_tanh);
    k65_x(w->gelu_tanh, net->block[11].linear2_weight, net->block[11].linear2_bias,
          w->residual);
    k67_x_strips(w->residual, net->layernorm25_weight, net->layernorm25_bias, w->x,
                 w->x_strips);
    k14_logits(net->embedding1_weight, w->x_strips, w->logits);
    k68_loss(w->logits, target, &loss);
    return loss;
}

/* The same of a batch of one row. */
float gpt2_124m_eval_one(Gpt2124m *net, const int32_t tokens[restrict 1][64],
                         const int32_t target[restrict 1][64])
{
    float loss;
    union Gpt2124mEvalOne *w = &net->work.eval_one;
    k69_layernorm1(tokens, net->embedding1_weight, net->positions,
                   net->block[0].layernorm1_weight, net->block[0].layernorm1_bias,
                   w->mean3, w->centred, w->inverse3, w->layernorm1);
    k70_qkv(w->layernorm1, net->block[0].multiheadattention1_qkv_weight,
            net->block[0].multiheadattention1_qkv_bias, w->qkv);
    k71_score(w->qkv, w->score);
    k72_softmax(w->score, w->max, w->exp, w->inverse4, w->softmax);
    k73_heads(w->softmax, w->qkv, w->heads);
    k74_residual((float(*)[64][768])w->heads,
                 net->block[0].multiheadattention1_out_weight, tokens,
                 net->embedding1_weight, net->positions,
                 net->block[0].multiheadattention1_out_bias, w->residual);
    for (int i = 0; i < 11; i++) {
        k75_layernorm2(w->residual, net->block[i].layernorm2_weight,
                       net->block[i].layernorm2_bias, w->mean, w->inverse,
                       w->layernorm2);
        k76_gelu_tanh(w->layernorm2, net->block[i].linear1_weight,
                      net->block[i].linear1_bias, w->gelu_tanh);
        k77_x(w->gelu_tanh, net->block[i].linear2_weight, net->block[i].linear2_bias,
              w->residual);
        k75_layernorm2(w->residual, net->block[i + 1].layernorm1_weight,
                       net->block[i + 1].layernorm1_bias, w->mean2, w->inverse2,
                       w->layernorm);
        k70_qkv(w->layernorm, net->block[i + 1].multiheadattention1_qkv_weight,
                net->block[i + 1].multiheadattention1_qkv_bias, w->qkv2);
        k71_score(w->qkv2, w->score2);
        k72_softmax(w->score2, w->max2, w->exp2, w->inverse5, w->softmax2);
        k73_heads(w->softmax2, w->qkv2, w->heads2);
        k78_residual((float(*)[64][768])w->heads2,
                     net->block[i + 1].multiheadattention1_out_weight,
                     net->block[i + 1].multiheadattention1_out_bias, w->residual);
    }
    k75_layernorm2(w->residual, net->block[11].layernorm2_weight,
                   net->block[11].layernorm2_bias, w->mean, w->inverse, w->layernorm2);
    k76_gelu_tanh(w->layernorm2, net->block[11].linear1_weight,
                  net->block[11].linear1_bias, w->gelu_tanh);
    k77_x(w->gelu_tanh, net->block[11].linear2_weight, net->block[11].linear2_bias,
          w->residual);
    k75_layernorm2(w->residual, net->layernorm25_weight, net->layernorm25_bias,
                   w->mean2, w->inverse2, w->layernorm);
    k79_x_strips(w->layernorm, w->x_strips);
    k80_logits(net->embedding1_weight, w->x_strips, w->logits);
    k81_sum(w->logits, w->max3, w->sum);
    k82_loss(target, w->sum, w->logits, w->max3, &loss);
    return loss;
}

/* The function `logits`. */
void gpt2_124m_logits(Gpt2124m *net, const int32_t tokens[restrict 1][64],
                      float logits[restrict 1][64][50257])
{
    union Gpt2124mLogits *w = &net->work.logits;
    k69_layernorm1(tokens, net->embedding1_weight, net->positions,
                   net->block[0].layernorm1_weight, net->block[0].layernorm1_bias,
                   w->mean3, w->centred, w->inverse3, w->layernorm1);
    k70_qkv(w->layernorm1, net->block[0].multiheadattention1_qkv_weight,
            net->block[0].multiheadattention1_qkv_bias, w->qkv);
    k71_score(w->qkv, w->score);
    k72_softmax(w->score, w->max, w->exp, w->inverse4, w->softmax);
    k73_heads(w->softmax, w->qkv, w->heads);
    k74_residual((float(*)[64][768])w->heads,
                 net->block[0].multiheadattention1_out_weight, tokens,
                 net->embedding1_weight, net->positions,
                 net->block[0].multiheadattention1_out_bias, w->residual);
    for (int i = 0; i < 11; i++) {
        k75_layernorm2(w->residual, net->block[i].layernorm2_weight,
                       net->block[i].layernorm2_bias, w->mean, w->inverse,
                       w->layernorm2);
        k76_gelu_tanh(w->layernorm2, net->block[i].linear1_weight,
                      net->block[i].linear1_bias, w->gelu_tanh);
        k77_x(w->gelu_tanh, net->block[i].linear2_weight, net->block[i].linear2_bias,
              w->residual);
        k75_layernorm2(w->residual, net->block[i + 1].layernorm1_weight,
                       net->block[i + 1].layernorm1_bias, w->mean2, w->inverse2,
                       w->layernorm);
        k70_qkv(w->layernorm, net->block[i + 1].multiheadattention1_qkv_weight,
                net->block[i + 1].multiheadattention1_qkv_bias, w->qkv2);
        k71_score(w->qkv2, w->score2);
        k72_softmax(w->score2, w->max2, w->exp2, w->inverse5, w->softmax2);
        k73_heads(w->softmax2, w->qkv2, w->heads2);
        k78_residual((float(*)[64][768])w->heads2,
                     net->block[i + 1].multiheadattention1_out_weight,
                     net->block[i + 1].multiheadattention1_out_bias, w->residual);
    }
    k75_layernorm2(w->residual, net->block[11].layernorm2_weight,
                   net->block[11].layernorm2_bias, w->mean, w->inverse, w->layernorm2);
    k76_gelu_tanh(w->layernorm2, net->block[11].linear1_weight,
                  net->block[11].linear1_bias, w->gelu_tanh);
    k77_x(w->gelu_tanh, net->block[11].linear2_weight, net->block[11].linear2_bias,
          w->residual);
    k75_layernorm2(w->residual, net->layernorm25_weight, net->layernorm25_bias,
                   w->mean2, w->inverse2, w->layernorm);
    k79_x_strips(w->layernorm, w->x_strips);
    k80_logits(net->embedding1_weight, w->x_strips, logits);
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
    {"tokens", MF_I32, 2, {1, 64}, 50257, NULL},
};

static const MfPort logits_out[] = {
    {"logits", MF_F32, 3, {1, 64, 50257}, 0, NULL},
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

static const MfPort step_in[] = {
    {"tokens", MF_I32, 2, {4, 64}, 50257, NULL},
    {"target", MF_I32, 2, {4, 64}, 50257, NULL},
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
    .hash = 0x3c437b04be3770c7u,
    .real = MF_F32,
    .size = sizeof(Gpt2124m),
    .param_bytes = 497759232,
    .state_bytes = 995518464,
    .work_bytes = 547846144,
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

/*
 * char_lstm.c - trains and runs the network of char_lstm.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 420289 parameters; 271 nodes in 42 kernels;
 * bytes: parameters 1681156, state 3362312, work 35397632 (unshared 42776332)
 */
#include "mfrt.h"

#define CHAR_LSTM_PARAM_BYTES 1681156u
#define CHAR_LSTM_STATE_BYTES 3362312u
#define CHAR_LSTM_WORK_BYTES 35397632u

typedef struct CharLstm {
    float embedding1_weight[65][128]; /* char_lstm.lua:12 */
    float lstm1_weight_ih[128][1024]; /* char_lstm.lua:13 */
    float lstm1_weight_hh[256][1024]; /* char_lstm.lua:13 */
    float lstm1_bias_ih[1024];        /* char_lstm.lua:13 */
    float lstm1_bias_hh[1024];        /* char_lstm.lua:13 */
    float linear1_weight[256][65];    /* char_lstm.lua:14 */
    float linear1_bias[65];           /* char_lstm.lua:14 */
    /* state of the optimiser */
    float adam_m_embedding1_weight[65][128]; /* char_lstm.lua:24 */
    float adam_v_embedding1_weight[65][128]; /* char_lstm.lua:24 */
    float adam_m_lstm1_weight_ih[128][1024]; /* char_lstm.lua:24 */
    float adam_v_lstm1_weight_ih[128][1024]; /* char_lstm.lua:24 */
    float adam_m_lstm1_weight_hh[256][1024]; /* char_lstm.lua:24 */
    float adam_v_lstm1_weight_hh[256][1024]; /* char_lstm.lua:24 */
    float adam_m_lstm1_bias_ih[1024];        /* char_lstm.lua:24 */
    float adam_v_lstm1_bias_ih[1024];        /* char_lstm.lua:24 */
    float adam_m_lstm1_bias_hh[1024];        /* char_lstm.lua:24 */
    float adam_v_lstm1_bias_hh[1024];        /* char_lstm.lua:24 */
    float adam_m_linear1_weight[256][65];    /* char_lstm.lua:24 */
    float adam_v_linear1_weight[256][65];    /* char_lstm.lua:24 */
    float adam_m_linear1_bias[65];           /* char_lstm.lua:24 */
    float adam_v_linear1_bias[65];           /* char_lstm.lua:24 */
    /* settings, which --set changes */
    float beta1; /* char_lstm.lua:24 */
    float beta2; /* char_lstm.lua:24 */
    float lr;    /* char_lstm.lua:24 */
    float eps;   /* char_lstm.lua:24 */
    uint64_t seed, step;
    /* work memory: one function runs at a time */
    union {
        union CharLstmStep {
            struct {
                float add[64][32][1024]; /* calls 8 to 23 */
                float out[64][32][1024]; /* calls 9 to 23 */
                float carry[32][256];    /* calls 3 to 14 */
                float carry2[32][256];   /* calls 4 to 14 */
                unsigned char gap3[466944];
                float max[32][64]; /* calls 16 to 17 */
                float sum[32][64]; /* calls 16 to 17 */
                unsigned char gap4[7839744];
                float out3[64][32][256];      /* calls 9 to 24 */
                float out4[64][32][256];      /* calls 9 to 26 */
                float out5[64][32][256];      /* calls 9 to 23 */
                float contract2[64][32][256]; /* calls 19 to 23 */
                float gather[32][64][128];    /* calls 7 to 29 */
                float dlogits[32][64][65];    /* calls 16 to 24 */
                float carry3[32][256];        /* calls 5 to 23 */
                float carry4[32][256];        /* calls 6 to 23 */
                float sigmoid[32][256];       /* calls 21 to 22 */
                float tanh[32][256];          /* calls 21 to 22 */
                float sigmoid2[32][256];      /* calls 21 to 22 */
                float tanh2[32][256];         /* calls 21 to 22 */
                float sigmoid3[32][256];      /* calls 21 to 22 */
                float add2[32][256];          /* calls 21 to 22 */
            };
            struct {
                float contract[32][64][128];       /* calls 27 to 28 */
                float dembedding1_weight[65][128]; /* calls 28 to 30 */
                unsigned char gap1[15695360];
                float logits[32][64][65]; /* calls 15 to 17 */
            };
            struct {
                unsigned char gap2[16777216];
                float out2[64][32][1024]; /* calls 20 to 29 */
            };
        } step;
        union CharLstmEval {
            struct {
                float add[64][32][1024];   /* calls 4 to 8 */
                float gather[32][64][128]; /* calls 3 to 4 */
                unsigned char gap2[1048576];
                float add2[32][1024];  /* calls 6 to 7 */
                float carry[32][256];  /* calls 1 to 8 */
                float carry2[32][256]; /* calls 2 to 8 */
            };
            struct {
                float logits[32][64][65]; /* calls 9 to 11 */
                float max[32][64];        /* calls 10 to 11 */
                float sum[32][64];        /* calls 10 to 11 */
                unsigned char gap1[7839744];
                float out[64][32][256]; /* calls 5 to 9 */
            };
        } eval;
        union CharLstmEvalOne {
            struct {
                float add[64][1][1024];   /* calls 4 to 8 */
                float gather[1][64][128]; /* calls 3 to 4 */
                unsigned char gap2[32768];
                float add2[1][1024];  /* calls 6 to 7 */
                float carry[1][256];  /* calls 1 to 8 */
                float carry2[1][256]; /* calls 2 to 8 */
            };
            struct {
                float logits[1][64][65]; /* calls 9 to 11 */
                float max[1][64];        /* calls 10 to 11 */
                float sum[1][64];        /* calls 10 to 11 */
                unsigned char gap1[244992];
                float out[64][1][256]; /* calls 5 to 9 */
            };
        } eval_one;
        union CharLstmLogits {
            struct {
                float add[64][1][1024];   /* calls 4 to 8 */
                float gather[1][64][128]; /* calls 3 to 4 */
                unsigned char gap2[32768];
                float add2[1][1024];  /* calls 6 to 7 */
                float carry[1][256];  /* calls 1 to 8 */
                float carry2[1][256]; /* calls 2 to 8 */
            };
            struct {
                unsigned char gap1[262144];
                float out[64][1][256]; /* calls 5 to 9 */
            };
        } logits;
    } work;
} CharLstm;

/* Initial values of everything, drawn from the seed. */
void char_lstm_init(CharLstm *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float char_lstm_step(CharLstm *net, const int32_t tokens[restrict 32][64],
                     const int32_t target[restrict 32][64]);
/* The loss and the metrics as in inference, without an update. */
float char_lstm_eval(CharLstm *net, const int32_t tokens[restrict 32][64],
                     const int32_t target[restrict 32][64]);
/* The loss and the metrics as in inference, without an update. */
float char_lstm_eval_one(CharLstm *net, const int32_t tokens[restrict 1][64],
                         const int32_t target[restrict 1][64]);
/* The function `logits`. */
void char_lstm_logits(CharLstm *net, const int32_t tokens[restrict 1][64],
                      float logits[restrict 1][64][65]);
extern const MfTensor char_lstm_tensors[];

/* clang-format off */
_Static_assert(sizeof(((CharLstm *)0)->work) == CHAR_LSTM_WORK_BYTES, "work");
_Static_assert(offsetof(CharLstm, linear1_bias) + sizeof(((CharLstm *)0)->linear1_bias) ==
               CHAR_LSTM_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  lr / (1 - pow(beta1, step + 1))                                char_lstm.lua:24 */
static void k1_div(float beta1, uint64_t step, float lr, float *restrict div)
{
    const float t = mf_powf(beta1, (float)step + 1.0f);
    *div = lr / (1.0f - t);
}

/* 2  sqrt(1 - pow(beta2, step + 1))                                 char_lstm.lua:24 */
static void k2_sqrt(float beta2, uint64_t step, float *restrict sqrt_)
{
    const float t = mf_powf(beta2, (float)step + 1.0f);
    *sqrt_ = sqrtf(1.0f - t);
}

/* 3  0                                                              char_lstm.lua:16 */
static void k3_full(float carry[restrict 32][256])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++)
            carry[i][j] = 0.0f;
}

/* 4  gather(embedding1.weight, tokens)                              char_lstm.lua:16 */
static void k4_gather(const int32_t tokens[restrict 32][64],
                      const float embedding1_weight[restrict 65][128],
                      float gather[restrict 32][64][128])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 128; k++) {
                const int at = tokens[i][j];
                gather[i][j][k] = embedding1_weight[at][k];
            }
}

/* 5  einsum("bak,kz->abz", gather3, lstm1.weight_ih) + lstm1.bi...  char_lstm.lua:16 */
static void k5_add(const float gather[restrict 32][64][128],
                   const float lstm1_weight_ih[restrict 128][1024],
                   const float lstm1_bias_ih[restrict 1024],
                   const float lstm1_bias_hh[restrict 1024],
                   float add[restrict 64][32][1024])
{
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < 16; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{8, 128}, {32, 8192}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{128, 1, 1024}};
            mf_productf(2, rows, 1, columns, 1, terms, &gather[0][8 * i][0],
                        &lstm1_weight_ih[0][64 * j], acc[0], 64);
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 32; l++)
                    for (int m = 0; m < 64; m++) {
                        const float t = lstm1_bias_ih[64 * j + m];
                        const float t2 = lstm1_bias_hh[64 * j + m];
                        add[8 * i + k][l][64 * j + m] = acc[32 * k + l][m] + t + t2;
                    }
        }
}

/* 6  #0                                                             char_lstm.lua:16 */
static void k6_input(const float carry[restrict 32][256], float out[restrict 32][256])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++)
            out[i][j] = carry[i][j];
}

/* 7  #0 lstm1.weight_hh                                             char_lstm.lua:16 */
static void k7_contract(const float carry[restrict 32][256],
                        const float lstm1_weight_hh[restrict 256][1024],
                        float out[restrict 32][1024])
{
    for (int i = 0; i < 16; i++) {
        float acc[32][64];
        static const MfAxis rows[] = {{32, 256}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{256, 1, 1024}};
        mf_productf(1, rows, 1, columns, 1, terms, &carry[0][0],
                    &lstm1_weight_hh[0][64 * i], acc[0], 64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 64; k++)
                out[j][64 * i + k] = acc[j][k];
    }
}

/* 8  sigmoid(slice(#2 + contract3)) * #1 + sigmoid(slice(#2 + contract3)) * ...
 *    sigmoid(slice(#2 + contract3)) * tanh(add16)                   char_lstm.lua:16 */
static void k8_mul(const float add[restrict 32][1024],
                   const float out[restrict 32][1024], float carry[restrict 32][256],
                   float out2[restrict 32][256])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++) {
            const float t = mf_sigmoidf(add[i][j + 256] + out[i][j + 256]);
            const float t2 = mf_tanhf(add[i][j + 512] + out[i][j + 512]);
            const float t3 = mf_sigmoidf(add[i][j] + out[i][j]) * t2;
            const float t3_2 = t * carry[i][j] + t3;
            carry[i][j] = t3_2;
            const float t4 = mf_sigmoidf(add[i][j + 768] + out[i][j + 768]);
            out2[i][j] = t4 * mf_tanhf(t3_2);
        }
}

/* 9  logits = einsum("bak,kz->abz", get14, linear1.weight) + li...  char_lstm.lua:17 */
static void k9_logits(const float linear1_weight[restrict 256][65],
                      const float out[restrict 64][32][256],
                      const float linear1_bias[restrict 65],
                      float logits[restrict 32][64][65])
{
    for (int i = 0; i < 32; i++) {
        float acc[64][96];
        static const MfAxis rows[] = {{65, 1}};
        static const MfAxis columns[] = {{64, 8192}};
        static const MfTerm terms[] = {{256, 65, 1}};
        mf_product_turnedf(1, rows, 1, columns, 1, terms, &linear1_weight[0][0],
                           &out[0][i][0], acc[0], 96);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 65; k++)
                logits[i][j][k] = acc[j][k] + linear1_bias[k];
    }
}

/* 10  max(logits)
 *     exp(logits - max20)
 *     sum(exp23)
 *     0.000488281 / sum24
 *     dlogits = where(iota == target, -0.000488281, 0) + div54 ...  char_lstm.lua:18 */
static void k10_dlogits(const float logits[restrict 32][64][65],
                        const int32_t target[restrict 32][64],
                        float max[restrict 32][64], float sum[restrict 32][64],
                        float dlogits[restrict 32][64][65])
{
    for (int i = 0; i < 32; i++)
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
                divs[r] = 0.00048828125f / sum2;
            }
            for (int r = 0; r < 16; r++) {
                const float div = divs[r];
                for (int k = 0; k < 65; k++) {
                    const bool t = k == target[i][16 * j + r];
                    const float t2 = t ? -0.00048828125f : 0.0f;
                    dlogits[i][16 * j + r][k] = t2 + div * exp[r][k];
                }
            }
        }
}

/* 11  loss = sum(log(sum24) - gather(logits - max20, target)) *...  char_lstm.lua:18 */
static void k11_loss(const int32_t target[restrict 32][64],
                     const float sum[restrict 32][64],
                     const float logits[restrict 32][64][65],
                     const float max[restrict 32][64], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 4; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const int at = target[i][16 * j + k];
                const float t = logits[i][16 * j + k][at] - max[i][16 * j + k];
                lane[k] += mf_logf(sum[i][16 * j + k]) - t;
            }
        }
    const float sum2 = mf_sum16f(lane);
    *loss = sum2 * 0.00048828125f;
}

/* 12  adam.m.linear1.bias = where(abs(beta1 * adam.m.linear1.bias + (1 - beta1) * su...
 *     adam.v.linear1.bias = where(abs(beta2 * adam.v.linear1.bias + (1 - beta2) * (s...
 *     linear1.bias = linear1.bias - div39 * where252 / (sqrt(wh...  char_lstm.lua:24 */
static void k12_linear1_bias(const float dlogits[restrict 32][64][65], float beta1,
                             float beta2, float div, float sqrt_, float eps,
                             float adam_m_linear1_bias[restrict 65],
                             float adam_v_linear1_bias[restrict 65],
                             float linear1_bias[restrict 65])
{
    float acc[65] = {0};
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 65; k++)
                acc[k] += dlogits[i][j][k];
    for (int i = 0; i < 65; i++) {
        const float dlinear1_bias = acc[i];
        const float t = beta1 * adam_m_linear1_bias[i];
        const float t2 = t + (1.0f - beta1) * dlinear1_bias;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        adam_m_linear1_bias[i] = t2_2;
        const float t3 = (1.0f - beta2) * (dlinear1_bias * dlinear1_bias);
        const float t4 = beta2 * adam_v_linear1_bias[i] + t3;
        const float t5 = mf_absf(t4) < 1e-30f ? 0.0f : t4;
        adam_v_linear1_bias[i] = t5;
        linear1_bias[i] = linear1_bias[i] - div * t2_2 / (sqrtf(t5) / sqrt_ + eps);
    }
}

/* 13  einsum("abz,kz->bak", dlogits, linear1.weight)                char_lstm.lua:16 */
static void k13_contract(const float dlogits[restrict 32][64][65],
                         const float linear1_weight[restrict 256][65],
                         float contract[restrict 64][32][256])
{
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < 4; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{8, 65}, {32, 4160}};
            static const MfAxis columns[] = {{64, 65}};
            static const MfTerm terms[] = {{65, 1, 1}};
            mf_productf(2, rows, 1, columns, 1, terms, &dlogits[0][8 * i][0],
                        &linear1_weight[64 * j][0], acc[0], 64);
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 32; l++)
                    for (int m = 0; m < 64; m++)
                        contract[8 * i + k][l][64 * j + m] = acc[32 * k + l][m];
        }
}

/* 14  sigmoid(slice(#3 + #5))
 *     tanh(slice(#3 + #5))
 *     sigmoid(slice(#3 + #5))
 *     tanh(sigmoid12 * #2 + sigmoid16 * tanh18)
 *     sigmoid(slice(#3 + #5))
 *     #1 + (#0 + #4) * sigmoid8 * (1 - tanh21 * tanh21)
 *     add25 * sigmoid12                                             char_lstm.lua:16 */
static void k14_mul(const float add[restrict 32][1024],
                    const float out[restrict 32][1024],
                    const float out2[restrict 32][256],
                    const float carry[restrict 32][256],
                    const float contract[restrict 32][256],
                    float sigmoid[restrict 32][256], float tanh[restrict 32][256],
                    float sigmoid2[restrict 32][256], float tanh2[restrict 32][256],
                    float sigmoid3[restrict 32][256], float add2[restrict 32][256],
                    float carry2[restrict 32][256])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++) {
            sigmoid[i][j] = mf_sigmoidf(add[i][j] + out[i][j]);
            tanh[i][j] = mf_tanhf(add[i][j + 512] + out[i][j + 512]);
            const float t = mf_sigmoidf(add[i][j + 256] + out[i][j + 256]);
            sigmoid2[i][j] = t;
            tanh2[i][j] = mf_tanhf(t * out2[i][j] + sigmoid[i][j] * tanh[i][j]);
            const float t2 = mf_sigmoidf(add[i][j + 768] + out[i][j + 768]);
            sigmoid3[i][j] = t2;
            const float t3 = (carry[i][j] + contract[i][j]) * t2;
            const float t4 = t3 * (1.0f - tanh2[i][j] * tanh2[i][j]);
            const float t4_2 = carry2[i][j] + t4;
            add2[i][j] = t4_2;
            carry2[i][j] = t4_2 * sigmoid2[i][j];
        }
}

/* 15  concat(add25 * tanh18 * (sigmoid16 * (1 - sigmoid16)), ad...  char_lstm.lua:16 */
static void k15_concat(const float add[restrict 32][256],
                       const float tanh[restrict 32][256],
                       const float sigmoid[restrict 32][256],
                       const float out[restrict 32][256],
                       const float sigmoid2[restrict 32][256],
                       const float carry[restrict 32][256],
                       const float contract[restrict 32][256],
                       const float tanh2[restrict 32][256],
                       const float sigmoid3[restrict 32][256],
                       float out2[restrict 32][1024])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++) {
            const float t = sigmoid[i][j] * (1.0f - sigmoid[i][j]);
            out2[i][j] = add[i][j] * tanh[i][j] * t;
        }
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++) {
            const float t = sigmoid2[i][j] * (1.0f - sigmoid2[i][j]);
            out2[i][j + 256] = add[i][j] * out[i][j] * t;
        }
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++) {
            const float t = 1.0f - tanh[i][j] * tanh[i][j];
            out2[i][j + 512] = add[i][j] * sigmoid[i][j] * t;
        }
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++) {
            const float t = (carry[i][j] + contract[i][j]) * tanh2[i][j];
            out2[i][j + 768] = t * (sigmoid3[i][j] * (1.0f - sigmoid3[i][j]));
        }
}

/* 16  concat42 #6'                                                  char_lstm.lua:16 */
static void k16_contract(const float lstm1_weight_hh[restrict 256][1024],
                         const float out[restrict 32][1024],
                         float carry[restrict 32][256])
{
    float acc[32][256];
    static const MfAxis rows[] = {{256, 1024}};
    static const MfAxis columns[] = {{32, 1024}};
    static const MfTerm terms[] = {{1024, 1, 1}};
    mf_product_turnedf(1, rows, 1, columns, 1, terms, &lstm1_weight_hh[0][0],
                       &out[0][0], acc[0], 256);
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++)
            carry[i][j] = acc[i][j];
}

/* 17  adam.m.linear1.weight = where(abs(beta1 * adam.m.linear1.weight + (1 - beta1) ...
 *     adam.v.linear1.weight = where(abs(beta2 * adam.v.linear1.weight + (1 - beta2) ...
 *     linear1.weight = linear1.weight - div39 * where221 / (sqr...  char_lstm.lua:24 */
static void k17_linear1_weight(const float dlogits[restrict 32][64][65],
                               const float out[restrict 64][32][256], float beta1,
                               float beta2, float div, float sqrt_, float eps,
                               float m_linear1_weight[restrict 256][65],
                               float v_linear1_weight[restrict 256][65],
                               float linear1_weight[restrict 256][65])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][96];
        static const MfAxis rows[] = {{65, 1}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{32, 4160, 256}, {64, 65, 8192}};
        mf_product_turnedf(1, rows, 1, columns, 2, terms, &dlogits[0][0][0],
                           &out[0][0][64 * i], acc[0], 96);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 65; k++) {
                const float dlinear1_weight = acc[j][k];
                const float t = beta1 * m_linear1_weight[64 * i + j][k];
                const float t2 = t + (1.0f - beta1) * dlinear1_weight;
                const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
                m_linear1_weight[64 * i + j][k] = t3;
                const float t4 = (1.0f - beta2) * (dlinear1_weight * dlinear1_weight);
                const float t5 = beta2 * v_linear1_weight[64 * i + j][k] + t4;
                const float t6 = mf_absf(t5) < 1e-30f ? 0.0f : t5;
                v_linear1_weight[64 * i + j][k] = t6;
                const float t7 = div * t3 / (sqrtf(t6) / sqrt_ + eps);
                linear1_weight[64 * i + j][k] = linear1_weight[64 * i + j][k] - t7;
            }
    }
}

/* 18  adam.m.lstm1.bias_ih = where(abs(beta1 * adam.m.lstm1.bias_ih + (1 - beta1) * ...
 *     adam.v.lstm1.bias_ih = where(abs(beta2 * adam.v.lstm1.bias_ih + (1 - beta2) * ...
 *     lstm1.bias_ih = lstm1.bias_ih - div39 * where171 / (sqrt(where182) / sqrt87 + ...
 *     adam.m.lstm1.bias_hh = where(abs(beta1 * adam.m.lstm1.bias_hh + (1 - beta1) * ...
 *     adam.v.lstm1.bias_hh = where(abs(beta2 * adam.v.lstm1.bias_hh + (1 - beta2) * ...
 *     lstm1.bias_hh = lstm1.bias_hh - div39 * where195 / (sqrt(...  char_lstm.lua:24 */
static void k18_lstm1_bias_hh(const float out[restrict 64][32][1024], float beta1,
                              float beta2, float div, float sqrt_, float eps,
                              float adam_m_lstm1_bias_ih[restrict 1024],
                              float adam_v_lstm1_bias_ih[restrict 1024],
                              float lstm1_bias_ih[restrict 1024],
                              float adam_m_lstm1_bias_hh[restrict 1024],
                              float adam_v_lstm1_bias_hh[restrict 1024],
                              float lstm1_bias_hh[restrict 1024])
{
    for (int i = 0; i < 16; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 64; l++)
                    acc[l] += out[j][k][64 * i + l];
        for (int j = 0; j < 64; j++) {
            const float dlstm1_bias_ih = acc[j];
            const float t = beta1 * adam_m_lstm1_bias_ih[64 * i + j];
            const float t2 = t + (1.0f - beta1) * dlstm1_bias_ih;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            adam_m_lstm1_bias_ih[64 * i + j] = t2_2;
            const float t3 = (1.0f - beta2) * (dlstm1_bias_ih * dlstm1_bias_ih);
            const float t4 = beta2 * adam_v_lstm1_bias_ih[64 * i + j] + t3;
            const float t5 = mf_absf(t4) < 1e-30f ? 0.0f : t4;
            adam_v_lstm1_bias_ih[64 * i + j] = t5;
            const float t6 = div * t2_2 / (sqrtf(t5) / sqrt_ + eps);
            const float t6_2 = lstm1_bias_ih[64 * i + j] - t6;
            lstm1_bias_ih[64 * i + j] = t6_2;
            const float t7 = beta1 * adam_m_lstm1_bias_hh[64 * i + j];
            const float t7_2 = t7 + (1.0f - beta1) * dlstm1_bias_ih;
            const float t8 = mf_absf(t7_2) < 1e-30f ? 0.0f : t7_2;
            adam_m_lstm1_bias_hh[64 * i + j] = t8;
            const float t9 = beta2 * adam_v_lstm1_bias_hh[64 * i + j] + t3;
            const float t10 = mf_absf(t9) < 1e-30f ? 0.0f : t9;
            adam_v_lstm1_bias_hh[64 * i + j] = t10;
            const float t11 = div * t8 / (sqrtf(t10) / sqrt_ + eps);
            lstm1_bias_hh[64 * i + j] = lstm1_bias_hh[64 * i + j] - t11;
        }
    }
}

/* 19  adam.m.lstm1.weight_hh = where(abs(beta1 * adam.m.lstm1.weight_hh + (1 - beta1...
 *     adam.v.lstm1.weight_hh = where(abs(beta2 * adam.v.lstm1.weight_hh + (1 - beta2...
 *     lstm1.weight_hh = lstm1.weight_hh - div39 * where140 / (s...  char_lstm.lua:24 */
static void k19_lstm1_weight_hh(const float out[restrict 64][32][256],
                                const float out2[restrict 64][32][1024], float beta1,
                                float beta2, float div, float sqrt_, float eps,
                                float m_lstm1_weight_hh[restrict 256][1024],
                                float v_lstm1_weight_hh[restrict 256][1024],
                                float lstm1_weight_hh[restrict 256][1024])
{
    for (int i = 0; i < 16; i++) {
        float acc[256][64];
        static const MfAxis rows[] = {{256, 1}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{64, 8192, 32768}, {32, 256, 1024}};
        mf_productf(1, rows, 1, columns, 2, terms, &out[0][0][0], &out2[0][0][64 * i],
                    acc[0], 64);
        for (int j = 0; j < 256; j++)
            for (int k = 0; k < 64; k++) {
                const float dlstm1_weight_hh = acc[j][k];
                const float t = beta1 * m_lstm1_weight_hh[j][64 * i + k];
                const float t2 = t + (1.0f - beta1) * dlstm1_weight_hh;
                const float t3 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
                m_lstm1_weight_hh[j][64 * i + k] = t3;
                const float t4 = beta2 * v_lstm1_weight_hh[j][64 * i + k];
                const float t5 = dlstm1_weight_hh * dlstm1_weight_hh;
                const float t5_2 = t4 + (1.0f - beta2) * t5;
                const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
                v_lstm1_weight_hh[j][64 * i + k] = t6;
                const float t7 = div * t3 / (sqrtf(t6) / sqrt_ + eps);
                lstm1_weight_hh[j][64 * i + k] = lstm1_weight_hh[j][64 * i + k] - t7;
            }
    }
}

/* 20  einsum("abz,kz->bak", get61, lstm1.weight_ih)                 char_lstm.lua:16 */
static void k20_contract(const float out[restrict 64][32][1024],
                         const float lstm1_weight_ih[restrict 128][1024],
                         float contract[restrict 32][64][128])
{
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < 2; j++) {
            float acc[256][64];
            static const MfAxis rows[] = {{4, 1024}, {64, 32768}};
            static const MfAxis columns[] = {{64, 1024}};
            static const MfTerm terms[] = {{1024, 1, 1}};
            mf_productf(2, rows, 1, columns, 1, terms, &out[0][4 * i][0],
                        &lstm1_weight_ih[64 * j][0], acc[0], 64);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    for (int m = 0; m < 64; m++)
                        contract[4 * i + k][l][64 * j + m] = acc[64 * k + l][m];
        }
}

/* 21  dembedding1.weight = scatter(contract62, tokens)              char_lstm.lua:16 */
static void k21_dembedding1_weight(const int32_t tokens[restrict 32][64],
                                   const float contract[restrict 32][64][128],
                                   float dembedding1_weight[restrict 65][128])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 128; j++)
            dembedding1_weight[i][j] = 0.0f;
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 128; k++) {
                const int at = tokens[i][j];
                dembedding1_weight[at][k] += contract[i][j][k];
            }
}

/* 22  adam.m.lstm1.weight_ih = where(abs(beta1 * adam.m.lstm1.weight_ih + (1 - beta1...
 *     adam.v.lstm1.weight_ih = where(abs(beta2 * adam.v.lstm1.weight_ih + (1 - beta2...
 *     lstm1.weight_ih = lstm1.weight_ih - div39 * where108 / (s...  char_lstm.lua:24 */
static void k22_lstm1_weight_ih(const float out[restrict 64][32][1024],
                                const float gather[restrict 32][64][128], float beta1,
                                float beta2, float div, float sqrt_, float eps,
                                float m_lstm1_weight_ih[restrict 128][1024],
                                float v_lstm1_weight_ih[restrict 128][1024],
                                float lstm1_weight_ih[restrict 128][1024])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64][256];
            static const MfAxis rows[] = {{256, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{64, 32768, 128}, {32, 1024, 8192}};
            mf_product_turnedf(1, rows, 1, columns, 2, terms, &out[0][0][256 * i],
                               &gather[0][0][64 * j], acc[0], 256);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 256; l++) {
                    const float dlstm1_weight_ih = acc[k][l];
                    const float t = m_lstm1_weight_ih[64 * j + k][256 * i + l];
                    const float t2 = (1.0f - beta1) * dlstm1_weight_ih;
                    const float t2_2 = beta1 * t + t2;
                    const float t3 = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
                    m_lstm1_weight_ih[64 * j + k][256 * i + l] = t3;
                    const float t4 = v_lstm1_weight_ih[64 * j + k][256 * i + l];
                    const float t5 = dlstm1_weight_ih * dlstm1_weight_ih;
                    const float t6 = beta2 * t4 + (1.0f - beta2) * t5;
                    const float t7 = mf_absf(t6) < 1e-30f ? 0.0f : t6;
                    v_lstm1_weight_ih[64 * j + k][256 * i + l] = t7;
                    const float t8 = lstm1_weight_ih[64 * j + k][256 * i + l];
                    const float t9 = div * t3 / (sqrtf(t7) / sqrt_ + eps);
                    lstm1_weight_ih[64 * j + k][256 * i + l] = t8 - t9;
                }
        }
}

/* 23  adam.m.embedding1.weight = where(abs(beta1 * adam.m.embedding1.weight + (1 - b...
 *     adam.v.embedding1.weight = where(abs(beta2 * adam.v.embedding1.weight + (1 - b...
 *     embedding1.weight = embedding1.weight - div39 * where70 /...  char_lstm.lua:24 */
static void k23_embedding1_weight(float beta1,
                                  const float dembedding1_weight[restrict 65][128],
                                  float beta2, float div, float sqrt_, float eps,
                                  float m_embedding1_weight[restrict 65][128],
                                  float v_embedding1_weight[restrict 65][128],
                                  float embedding1_weight[restrict 65][128])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 128; j++) {
            const float t = (1.0f - beta1) * dembedding1_weight[i][j];
            const float t2 = beta1 * m_embedding1_weight[i][j] + t;
            m_embedding1_weight[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            const float t3 = dembedding1_weight[i][j] * dembedding1_weight[i][j];
            const float t4 = beta2 * v_embedding1_weight[i][j];
            const float t2_2 = t4 + (1.0f - beta2) * t3;
            const float t3_2 = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
            v_embedding1_weight[i][j] = t3_2;
            const float t5 = div * m_embedding1_weight[i][j];
            const float t6 = t5 / (sqrtf(t3_2) / sqrt_ + eps);
            embedding1_weight[i][j] = embedding1_weight[i][j] - t6;
        }
}

/* 24  #2 + #0 lstm1.weight_hh                                       char_lstm.lua:16 */
static void k24_add(const float carry[restrict 32][256],
                    const float lstm1_weight_hh[restrict 256][1024],
                    const float add[restrict 32][1024], float add2[restrict 32][1024])
{
    for (int i = 0; i < 16; i++) {
        float acc[32][64];
        static const MfAxis rows[] = {{32, 256}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{256, 1, 1024}};
        mf_productf(1, rows, 1, columns, 1, terms, &carry[0][0],
                    &lstm1_weight_hh[0][64 * i], acc[0], 64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 64; k++)
                add2[j][64 * i + k] = add[j][64 * i + k] + acc[j][k];
    }
}

/* 25  sigmoid(slice(add4)) * #1 + sigmoid(slice(add4)) * tanh(slice(add4))
 *     sigmoid(slice(add4)) * tanh(add16)                            char_lstm.lua:16 */
static void k25_mul(const float add[restrict 32][1024], float carry[restrict 32][256],
                    float out[restrict 32][256])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++) {
            const float t = mf_sigmoidf(add[i][j]) * mf_tanhf(add[i][j + 512]);
            const float t2 = mf_sigmoidf(add[i][j + 256]) * carry[i][j] + t;
            carry[i][j] = t2;
            out[i][j] = mf_sigmoidf(add[i][j + 768]) * mf_tanhf(t2);
        }
}

/* 26  max(logits)
 *     sum(exp(logits - max20))                                      char_lstm.lua:18 */
static void k26_sum(const float logits[restrict 32][64][65], float max[restrict 32][64],
                    float sum[restrict 32][64])
{
    for (int i = 0; i < 32; i++)
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

/* 27  0                                                             char_lstm.lua:16 */
static void k27_full(float carry[restrict 1][256])
{
    for (int i = 0; i < 256; i++)
        carry[0][i] = 0.0f;
}

/* 28  gather(embedding1.weight, tokens)                             char_lstm.lua:16 */
static void k28_gather(const int32_t tokens[restrict 1][64],
                       const float embedding1_weight[restrict 65][128],
                       float gather[restrict 1][64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 128; j++) {
            const int at = tokens[0][i];
            gather[0][i][j] = embedding1_weight[at][j];
        }
}

/* 29  einsum("bak,kz->abz", gather3, lstm1.weight_ih) + lstm1.b...  char_lstm.lua:16 */
static void k29_add(const float gather[restrict 1][64][128],
                    const float lstm1_weight_ih[restrict 128][1024],
                    const float lstm1_bias_ih[restrict 1024],
                    const float lstm1_bias_hh[restrict 1024],
                    float add[restrict 64][1][1024])
{
    for (int i = 0; i < 16; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 128}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{128, 1, 1024}};
        mf_productf(1, rows, 1, columns, 1, terms, &gather[0][0][0],
                    &lstm1_weight_ih[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] + lstm1_bias_ih[64 * i + k];
                add[j][0][64 * i + k] = t + lstm1_bias_hh[64 * i + k];
            }
    }
}

/* 30  #2 + #0 lstm1.weight_hh                                       char_lstm.lua:16 */
static void k30_add(const float carry[restrict 1][256],
                    const float lstm1_weight_hh[restrict 256][1024],
                    const float add[restrict 1][1024], float add2[restrict 1][1024])
{
    for (int i = 0; i < 8; i++) {
        float acc[1][128];
        static const MfAxis rows[] = {{1, 0}};
        static const MfAxis columns[] = {{128, 1}};
        static const MfTerm terms[] = {{256, 1, 1024}};
        mf_productf(1, rows, 1, columns, 1, terms, &carry[0][0],
                    &lstm1_weight_hh[0][128 * i], acc[0], 128);
        for (int j = 0; j < 128; j++)
            add2[0][128 * i + j] = add[0][128 * i + j] + acc[0][j];
    }
}

/* 31  sigmoid(slice(add4)) * #1 + sigmoid(slice(add4)) * tanh(slice(add4))
 *     sigmoid(slice(add4)) * tanh(add16)                            char_lstm.lua:16 */
static void k31_mul(const float add[restrict 1][1024], float carry[restrict 1][256],
                    float out[restrict 1][256])
{
    for (int i = 0; i < 256; i++) {
        const float t = mf_sigmoidf(add[0][i]) * mf_tanhf(add[0][i + 512]);
        const float t2 = mf_sigmoidf(add[0][i + 256]) * carry[0][i] + t;
        carry[0][i] = t2;
        out[0][i] = mf_sigmoidf(add[0][i + 768]) * mf_tanhf(t2);
    }
}

/* 32  sigmoid(slice(#2 + #0 lstm1.weight_hh)) * tanh(sigmoid(sl...  char_lstm.lua:16 */
static void k32_mul(const float out[restrict 1][256], float carry[restrict 1][256])
{
    for (int i = 0; i < 256; i++)
        carry[0][i] = out[0][i];
}

/* 33  logits = einsum("bak,kz->abz", get14, linear1.weight) + l...  char_lstm.lua:17 */
static void k33_logits(const float linear1_weight[restrict 256][65],
                       const float out[restrict 64][1][256],
                       const float linear1_bias[restrict 65],
                       float logits[restrict 1][64][65])
{
    float acc[64][96];
    static const MfAxis rows[] = {{65, 1}};
    static const MfAxis columns[] = {{64, 256}};
    static const MfTerm terms[] = {{256, 65, 1}};
    mf_product_turnedf(1, rows, 1, columns, 1, terms, &linear1_weight[0][0],
                       &out[0][0][0], acc[0], 96);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 65; j++)
            logits[0][i][j] = acc[i][j] + linear1_bias[j];
}

/* 34  max(logits)
 *     sum(exp(logits - max20))                                      char_lstm.lua:18 */
static void k34_sum(const float logits[restrict 1][64][65], float max[restrict 1][64],
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

/* 35  loss = sum(log(sum24) - gather(logits - max20, target)) *...  char_lstm.lua:18 */
static void k35_loss(const int32_t target[restrict 1][64],
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

/* 36  embedding1.weight = sqrt(-2 * log1p(-init embedding1.weig...  char_lstm.lua:12 */
static void k36_embedding1_weight(uint64_t step, uint64_t seed, uint64_t stream,
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
                embedding1_weight[i][64 * j + k] = t * mf_cosf(6.2831855f * u2[k]);
            }
        }
}

/* 37  lstm1.weight_ih = -0.0883883 + 0.176777 * init lstm1.weig...  char_lstm.lua:13 */
static void k37_lstm1_weight_ih(uint64_t step, uint64_t seed, uint64_t stream,
                                float lstm1_weight_ih[restrict 128][1024])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(1024 * i + 64 * j), 64, u);
            for (int k = 0; k < 64; k++)
                lstm1_weight_ih[i][64 * j + k] = -0.088388346f + 0.17677669f * u[k];
        }
}

/* 38  lstm1.weight_hh = -0.0625 + 0.125 * init lstm1.weight_hh      char_lstm.lua:13 */
static void k38_lstm1_weight_hh(uint64_t step, uint64_t seed, uint64_t stream,
                                float lstm1_weight_hh[restrict 256][1024])
{
    for (int i = 0; i < 256; i++)
        for (int j = 0; j < 16; j++) {
            float u[64];
            mf_uniform_rowf(seed, stream, step, (uint64_t)(1024 * i + 64 * j), 64, u);
            for (int k = 0; k < 64; k++)
                lstm1_weight_hh[i][64 * j + k] = -0.0625f + 0.125f * u[k];
        }
}

/* 39  lstm1.bias_ih = -0.0883883 + 0.176777 * init lstm1.bias_ih    char_lstm.lua:13 */
static void k39_lstm1_bias_ih(uint64_t step, uint64_t seed, uint64_t stream,
                              float lstm1_bias_ih[restrict 1024])
{
    for (int i = 0; i < 16; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            lstm1_bias_ih[64 * i + j] = -0.088388346f + 0.17677669f * u[j];
    }
}

/* 40  lstm1.bias_hh = -0.0625 + 0.125 * init lstm1.bias_hh          char_lstm.lua:13 */
static void k40_lstm1_bias_hh(uint64_t step, uint64_t seed, uint64_t stream,
                              float lstm1_bias_hh[restrict 1024])
{
    for (int i = 0; i < 16; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            lstm1_bias_hh[64 * i + j] = -0.0625f + 0.125f * u[j];
    }
}

/* 41  linear1.weight = -0.0625 + 0.125 * init linear1.weight        char_lstm.lua:14 */
static void k41_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear1_weight[restrict 256][65])
{
    for (int i = 0; i < 256; i++) {
        float u[65];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(65 * i), 65, u);
        for (int j = 0; j < 65; j++)
            linear1_weight[i][j] = -0.0625f + 0.125f * u[j];
    }
}

/* 42  linear1.bias = -0.0625 + 0.125 * init linear1.bias            char_lstm.lua:14 */
static void k42_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear1_bias[restrict 65])
{
    float u[65];
    mf_uniform_rowf(seed, stream, step, (uint64_t)0, 65, u);
    for (int i = 0; i < 65; i++)
        linear1_bias[i] = -0.0625f + 0.125f * u[i];
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
void char_lstm_init(CharLstm *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
    k36_embedding1_weight(net->step, net->seed, 0x8e02a496dde5f4au, 0xe94c3c713ba8f944u,
                          net->embedding1_weight);
    k37_lstm1_weight_ih(net->step, net->seed, 0x32256f4571caf732u,
                        net->lstm1_weight_ih);
    k38_lstm1_weight_hh(net->step, net->seed, 0x22ca0291f4c2e6beu,
                        net->lstm1_weight_hh);
    k39_lstm1_bias_ih(net->step, net->seed, 0x9ae00c099e35ffbfu, net->lstm1_bias_ih);
    k40_lstm1_bias_hh(net->step, net->seed, 0x6cd4b0890a673b3au, net->lstm1_bias_hh);
    k41_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, net->linear1_weight);
    k42_linear1_bias(net->step, net->seed, 0x3dec48e02e45c109u, net->linear1_bias);
    net->beta1 = 0.9f;
    net->beta2 = 0.999f;
    net->lr = 0.002f;
    net->eps = 1e-08f;
}

/* One step: forward, backward, update; returns the loss before it. */
float char_lstm_step(CharLstm *net, const int32_t tokens[restrict 32][64],
                     const int32_t target[restrict 32][64])
{
    float loss;
    float div;
    float sqrt_;
    union CharLstmStep *w = &net->work.step;
    k1_div(net->beta1, net->step, net->lr, &div);
    k2_sqrt(net->beta2, net->step, &sqrt_);
    k3_full(w->carry);
    k3_full(w->carry2);
    k3_full(w->carry3);
    k3_full(w->carry4);
    k4_gather(tokens, net->embedding1_weight, w->gather);
    k5_add(w->gather, net->lstm1_weight_ih, net->lstm1_bias_ih, net->lstm1_bias_hh,
           w->add);
    for (int t = 0; t < 64; t++) {
        k6_input(w->carry, w->out4[t]);
        k6_input(w->carry2, w->out5[t]);
        k7_contract(w->carry, net->lstm1_weight_hh, w->out[t]);
        k8_mul(w->add[t], w->out[t], w->carry2, w->out3[t]);
        k6_input(w->out3[t], w->carry);
    }
    k9_logits(net->linear1_weight, w->out3, net->linear1_bias, w->logits);
    k10_dlogits(w->logits, target, w->max, w->sum, w->dlogits);
    k11_loss(target, w->sum, w->logits, w->max, &loss);
    k12_linear1_bias(w->dlogits, net->beta1, net->beta2, div, sqrt_, net->eps,
                     net->adam_m_linear1_bias, net->adam_v_linear1_bias,
                     net->linear1_bias);
    k13_contract(w->dlogits, net->linear1_weight, w->contract2);
    for (int t2 = 0; t2 < 64; t2++) {
        k14_mul(w->add[63 - t2], w->out[63 - t2], w->out5[63 - t2], w->carry3,
                w->contract2[63 - t2], w->sigmoid, w->tanh, w->sigmoid2, w->tanh2,
                w->sigmoid3, w->add2, w->carry4);
        k15_concat(w->add2, w->tanh, w->sigmoid, w->out5[63 - t2], w->sigmoid2,
                   w->carry3, w->contract2[63 - t2], w->tanh2, w->sigmoid3,
                   w->out2[63 - t2]);
        k16_contract(net->lstm1_weight_hh, w->out2[63 - t2], w->carry3);
    }
    k17_linear1_weight(w->dlogits, w->out3, net->beta1, net->beta2, div, sqrt_,
                       net->eps, net->adam_m_linear1_weight, net->adam_v_linear1_weight,
                       net->linear1_weight);
    k18_lstm1_bias_hh(w->out2, net->beta1, net->beta2, div, sqrt_, net->eps,
                      net->adam_m_lstm1_bias_ih, net->adam_v_lstm1_bias_ih,
                      net->lstm1_bias_ih, net->adam_m_lstm1_bias_hh,
                      net->adam_v_lstm1_bias_hh, net->lstm1_bias_hh);
    k19_lstm1_weight_hh(w->out4, w->out2, net->beta1, net->beta2, div, sqrt_, net->eps,
                        net->adam_m_lstm1_weight_hh, net->adam_v_lstm1_weight_hh,
                        net->lstm1_weight_hh);
    k20_contract(w->out2, net->lstm1_weight_ih, w->contract);
    k21_dembedding1_weight(tokens, w->contract, w->dembedding1_weight);
    k22_lstm1_weight_ih(w->out2, w->gather, net->beta1, net->beta2, div, sqrt_,
                        net->eps, net->adam_m_lstm1_weight_ih,
                        net->adam_v_lstm1_weight_ih, net->lstm1_weight_ih);
    k23_embedding1_weight(net->beta1, w->dembedding1_weight, net->beta2, div, sqrt_,
                          net->eps, net->adam_m_embedding1_weight,
                          net->adam_v_embedding1_weight, net->embedding1_weight);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float char_lstm_eval(CharLstm *net, const int32_t tokens[restrict 32][64],
                     const int32_t target[restrict 32][64])
{
    float loss;
    union CharLstmEval *w = &net->work.eval;
    k3_full(w->carry);
    k3_full(w->carry2);
    k4_gather(tokens, net->embedding1_weight, w->gather);
    k5_add(w->gather, net->lstm1_weight_ih, net->lstm1_bias_ih, net->lstm1_bias_hh,
           w->add);
    for (int t = 0; t < 64; t++) {
        k24_add(w->carry, net->lstm1_weight_hh, w->add[t], w->add2);
        k25_mul(w->add2, w->carry2, w->out[t]);
        k6_input(w->out[t], w->carry);
    }
    k9_logits(net->linear1_weight, w->out, net->linear1_bias, w->logits);
    k26_sum(w->logits, w->max, w->sum);
    k11_loss(target, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float char_lstm_eval_one(CharLstm *net, const int32_t tokens[restrict 1][64],
                         const int32_t target[restrict 1][64])
{
    float loss;
    union CharLstmEvalOne *w = &net->work.eval_one;
    k27_full(w->carry);
    k27_full(w->carry2);
    k28_gather(tokens, net->embedding1_weight, w->gather);
    k29_add(w->gather, net->lstm1_weight_ih, net->lstm1_bias_ih, net->lstm1_bias_hh,
            w->add);
    for (int t = 0; t < 64; t++) {
        k30_add(w->carry, net->lstm1_weight_hh, w->add[t], w->add2);
        k31_mul(w->add2, w->carry2, w->out[t]);
        k32_mul(w->out[t], w->carry);
    }
    k33_logits(net->linear1_weight, w->out, net->linear1_bias, w->logits);
    k34_sum(w->logits, w->max, w->sum);
    k35_loss(target, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The function `logits`. */
void char_lstm_logits(CharLstm *net, const int32_t tokens[restrict 1][64],
                      float logits[restrict 1][64][65])
{
    union CharLstmLogits *w = &net->work.logits;
    k27_full(w->carry);
    k27_full(w->carry2);
    k28_gather(tokens, net->embedding1_weight, w->gather);
    k29_add(w->gather, net->lstm1_weight_ih, net->lstm1_bias_ih, net->lstm1_bias_hh,
            w->add);
    for (int t = 0; t < 64; t++) {
        k30_add(w->carry, net->lstm1_weight_hh, w->add[t], w->add2);
        k31_mul(w->add2, w->carry2, w->out[t]);
        k32_mul(w->out[t], w->carry);
    }
    k33_logits(net->linear1_weight, w->out, net->linear1_bias, logits);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor char_lstm_tensors[] = {
    {"embedding1.weight", MF_F32, MF_PARAM, 2, {65, 128}, offsetof(CharLstm, embedding1_weight)},
    {"lstm1.weight_ih", MF_F32, MF_PARAM, 2, {128, 1024}, offsetof(CharLstm, lstm1_weight_ih)},
    {"lstm1.weight_hh", MF_F32, MF_PARAM, 2, {256, 1024}, offsetof(CharLstm, lstm1_weight_hh)},
    {"lstm1.bias_ih", MF_F32, MF_PARAM, 1, {1024}, offsetof(CharLstm, lstm1_bias_ih)},
    {"lstm1.bias_hh", MF_F32, MF_PARAM, 1, {1024}, offsetof(CharLstm, lstm1_bias_hh)},
    {"linear1.weight", MF_F32, MF_PARAM, 2, {256, 65}, offsetof(CharLstm, linear1_weight)},
    {"linear1.bias", MF_F32, MF_PARAM, 1, {65}, offsetof(CharLstm, linear1_bias)},
    {"adam.m.embedding1.weight", MF_F32, MF_STATE, 2, {65, 128}, offsetof(CharLstm, adam_m_embedding1_weight)},
    {"adam.v.embedding1.weight", MF_F32, MF_STATE, 2, {65, 128}, offsetof(CharLstm, adam_v_embedding1_weight)},
    {"adam.m.lstm1.weight_ih", MF_F32, MF_STATE, 2, {128, 1024}, offsetof(CharLstm, adam_m_lstm1_weight_ih)},
    {"adam.v.lstm1.weight_ih", MF_F32, MF_STATE, 2, {128, 1024}, offsetof(CharLstm, adam_v_lstm1_weight_ih)},
    {"adam.m.lstm1.weight_hh", MF_F32, MF_STATE, 2, {256, 1024}, offsetof(CharLstm, adam_m_lstm1_weight_hh)},
    {"adam.v.lstm1.weight_hh", MF_F32, MF_STATE, 2, {256, 1024}, offsetof(CharLstm, adam_v_lstm1_weight_hh)},
    {"adam.m.lstm1.bias_ih", MF_F32, MF_STATE, 1, {1024}, offsetof(CharLstm, adam_m_lstm1_bias_ih)},
    {"adam.v.lstm1.bias_ih", MF_F32, MF_STATE, 1, {1024}, offsetof(CharLstm, adam_v_lstm1_bias_ih)},
    {"adam.m.lstm1.bias_hh", MF_F32, MF_STATE, 1, {1024}, offsetof(CharLstm, adam_m_lstm1_bias_hh)},
    {"adam.v.lstm1.bias_hh", MF_F32, MF_STATE, 1, {1024}, offsetof(CharLstm, adam_v_lstm1_bias_hh)},
    {"adam.m.linear1.weight", MF_F32, MF_STATE, 2, {256, 65}, offsetof(CharLstm, adam_m_linear1_weight)},
    {"adam.v.linear1.weight", MF_F32, MF_STATE, 2, {256, 65}, offsetof(CharLstm, adam_v_linear1_weight)},
    {"adam.m.linear1.bias", MF_F32, MF_STATE, 1, {65}, offsetof(CharLstm, adam_m_linear1_bias)},
    {"adam.v.linear1.bias", MF_F32, MF_STATE, 1, {65}, offsetof(CharLstm, adam_v_linear1_bias)},
    {"beta1", MF_F32, MF_SETTING, 0, {0}, offsetof(CharLstm, beta1)},
    {"beta2", MF_F32, MF_SETTING, 0, {0}, offsetof(CharLstm, beta2)},
    {"lr", MF_F32, MF_SETTING, 0, {0}, offsetof(CharLstm, lr)},
    {"eps", MF_F32, MF_SETTING, 0, {0}, offsetof(CharLstm, eps)},
};
/* clang-format on */

#ifndef CHAR_LSTM_NO_MAIN

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
    char_lstm_logits(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"logits", 1, 1, 1, logits_in, logits_out, call_logits},
};
/* clang-format on */

/* clang-format off */
static const MfPort step_in[] = {
    {"tokens", MF_I32, 2, {32, 64}, 65},
    {"target", MF_I32, 2, {32, 64}, 65},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)char_lstm_step(net, in0, in1);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)char_lstm_eval(net, in0, in1);
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)char_lstm_eval_one(net, in0, in1);
}

/* clang-format off */
static const MfTrain trains[] = {
    {
        .name = "",
        .batch = 32,
        .n_in = 2,
        .in = step_in,
        .step = call_step,
        .eval = call_eval,
        .eval_one = call_eval_one,
        .steps = 1000,
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
    char_lstm_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "char_lstm",
    .script = "char_lstm.lua",
    .version = "0.1",
    .hash = 0xa3be7d90797f6638u,
    .real = MF_F32,
    .size = sizeof(CharLstm),
    .param_bytes = 1681156,
    .state_bytes = 3362312,
    .work_bytes = 35397632,
    .seed_offset = offsetof(CharLstm, seed),
    .step_offset = offsetof(CharLstm, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 25,
    .n_funcs = 1,
    .n_trains = 1,
    .tensor = char_lstm_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static CharLstm net;
    return mf_main(argc, argv, &model, &net);
}

#endif

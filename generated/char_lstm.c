/*
 * char_lstm.c - trains and runs the network of char_lstm.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 420289 parameters; a step of 269 nodes; 44 kernels;
 * bytes: parameters 1681156, state 3362312, work 26886144 (unshared 36992268), stack
 * 221760
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. y (in x) is stored in the array of x. The
 * functions that call the kernels stand behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
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

#define CHAR_LSTM_PARAM_BYTES 1681156u
#define CHAR_LSTM_STATE_BYTES 3362312u
#define CHAR_LSTM_WORK_BYTES 26886144u
#define CHAR_LSTM_STACK_BYTES 221760u
#define CHAR_LSTM_TENSORS 25u

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
    unsigned char gap[16]; /* to a multiple of 64 bytes */
    /* work memory: one function runs at a time */
    union {
        union CharLstmStep {
            float dgates[64][32][1024]; /* calls 22 to 29 */
            float sub[65][128];         /* calls 30 to 32 */
            struct {
                float h[64][32][256];                      /* calls 11 to 17 */
                float lstm1_weight_hh_strips[16][256][64]; /* calls 9 to 16 */
                float product[65][1024];                   /* calls 8 to 16 */
                float gates[32][1024];                     /* calls 12 to 15 */
                float h2[32][256];                         /* calls 4 to 16 */
                float c[32][256];                          /* calls 5 to 16 */
                unsigned char gap1[4780032];
                float h3[64][32][256];                      /* calls 11 to 26 */
                float c2[64][32][256];                      /* calls 11 to 25 */
                float output_gate[64][32][256];             /* calls 11 to 25 */
                float forget_gate[64][32][256];             /* calls 11 to 25 */
                float input_gate[64][32][256];              /* calls 11 to 25 */
                float candidate[64][32][256];               /* calls 11 to 25 */
                float dh[64][32][256];                      /* calls 21 to 25 */
                float h_strips[32][2048][8];                /* calls 17 to 27 */
                float lstm1_weight_hh_strips2[4][1024][64]; /* calls 10 to 25 */
                float dlogits[32][64][65];                  /* calls 18 to 26 */
                float dh2[32][256];                         /* calls 6 to 25 */
                float dc[32][256];                          /* calls 7 to 25 */
                float tanh[32][256];                        /* calls 23 to 24 */
                float dc2[32][256];                         /* calls 23 to 24 */
                int32_t permute[64][32];                    /* calls 3 to 16 */
            };
            struct {
                float logits[32][64][65]; /* calls 18 to 19 */
                float max[32][64];        /* calls 18 to 19 */
                float sum[32][64];        /* calls 18 to 19 */
                unsigned char gap2[7839744];
                float dproduct[65][1024]; /* calls 29 to 31 */
            };
        } step;
        union CharLstmEval {
            struct {
                float h[64][32][256];                      /* calls 6 to 10 */
                float lstm1_weight_hh_strips[16][256][64]; /* calls 5 to 9 */
                float product[65][1024];                   /* calls 4 to 9 */
                float gates[32][1024];                     /* calls 7 to 8 */
                float h2[32][256];                         /* calls 2 to 9 */
                float c[32][256];                          /* calls 3 to 9 */
                unsigned char gap2[23269376];
                int32_t permute[64][32]; /* calls 1 to 9 */
            };
            struct {
                unsigned char gap1[2097152];
                float logits[32][64][65]; /* calls 10 to 11 */
                float max[32][64];        /* calls 10 to 11 */
                float sum[32][64];        /* calls 10 to 11 */
            };
        } eval;
        union CharLstmEvalOne {
            float lstm1_weight_hh_strips[8][256][128]; /* calls 5 to 9 */
            struct {
                float embedding1[1][64][128]; /* calls 3 to 4 */
                unsigned char gap1[1015808];
                float from_input[64][1][1024]; /* calls 4 to 9 */
                float h[64][1][256];           /* calls 6 to 10 */
                float gates[1][1024];          /* calls 7 to 8 */
                float h2[1][256];              /* calls 1 to 9 */
                float c[1][256];               /* calls 2 to 9 */
            };
            struct {
                float logits[1][64][65]; /* calls 10 to 12 */
                float max[1][64];        /* calls 11 to 12 */
                float sum[1][64];        /* calls 11 to 12 */
            };
        } eval_one;
        union CharLstmLogits {
            float lstm1_weight_hh_strips[8][256][128]; /* calls 5 to 9 */
            struct {
                float embedding1[1][64][128]; /* calls 3 to 4 */
                unsigned char gap1[1015808];
                float from_input[64][1][1024]; /* calls 4 to 9 */
                float h[64][1][256];           /* calls 6 to 10 */
                float gates[1][1024];          /* calls 7 to 8 */
                float h2[1][256];              /* calls 1 to 9 */
                float c[1][256];               /* calls 2 to 9 */
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
/* The same of a batch of one row. */
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

/* 1  rate = lr / (1 - pow(beta1, step + 1))                         char_lstm.lua:24 */
static void k1_rate(float beta1, uint64_t step, float lr, float *restrict rate)
{
    const float t = mf_powf(beta1, (float)step + 1.0f);
    *rate = lr / (1.0f - t);
}

/* 2  root = sqrt(1 - pow(beta2, step + 1))                          char_lstm.lua:24 */
static void k2_root(float beta2, uint64_t step, float *restrict root)
{
    const float t = mf_powf(beta2, (float)step + 1.0f);
    *root = sqrtf(1.0f - t);
}

/* 3  permute = tokens'                                              char_lstm.lua:16 */
static void k3_permute(const int32_t tokens[restrict 32][64],
                       int32_t permute[restrict 64][32])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 32; j++)
            permute[i][j] = tokens[j][i];
}

/* 4  h = 0                                                          char_lstm.lua:16 */
static void k4_h(float h[restrict 32][256])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++)
            h[i][j] = 0.0f;
}

/* 5  product = embedding1_weight lstm1_weight_ih                    char_lstm.lua:16 */
MF_APART
static void k5_product(const float embedding1_weight[restrict 65][128],
                       const float lstm1_weight_ih[restrict 128][1024],
                       float product[restrict 65][1024])
{
    static const MfAxis rows[] = {{65, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 1024}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 16; i++) {
        float acc[65][64];
        mf_productf(&plan, &embedding1_weight[0][0], &lstm1_weight_ih[0][64 * i],
                    acc[0], 64);
        for (int j = 0; j < 65; j++)
            for (int k = 0; k < 64; k++)
                product[j][64 * i + k] = acc[j][k];
    }
}

/* 6  lstm1_weight_hh by strips of 64 columns, as products read it   char_lstm.lua:16 */
static void k6_weight_hh_strips(const float lstm1_weight_hh[restrict 256][1024],
                                float weight_hh_strips[restrict 16][256][64])
{
    for (int i = 0; i < 16; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 16; k++) {
                mf_ahead(&lstm1_weight_hh[16 * i][0], 65536, 65536, 16 * j + k, 256);
                mf_ahead(&weight_hh_strips[j][16 * i][0], 65536, 4096, k, 16);
                for (int l = 0; l < 64; l++) {
                    weight_hh_strips[j][16 * i + k][l] =
                        lstm1_weight_hh[16 * i + k][64 * j + l];
                }
            }
}

/* 7  lstm1_weight_hh by strips of 64 columns, as products read it   char_lstm.lua:16 */
static void k7_weight_hh_strips(const float lstm1_weight_hh[restrict 256][1024],
                                float weight_hh_strips[restrict 4][1024][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    weight_hh_strips[i][16 * j + l][k] =
                        lstm1_weight_hh[64 * i + k][16 * j + l];
                }
            }
}

/* 8  gates = gather(product, permute) + lstm1_bias_ih + lstm1_bias_hh + h
 *        lstm1.weight_hh                                            char_lstm.lua:16 */
MF_APART
static void k8_gates(const float h[restrict 32][256],
                     const float weight_hh_strips[restrict 16][256][64],
                     const int32_t permute[restrict 32],
                     const float product[restrict 65][1024],
                     const float lstm1_bias_ih[restrict 1024],
                     const float lstm1_bias_hh[restrict 1024],
                     float gates[restrict 32][1024])
{
    static const MfAxis rows[] = {{32, 256}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{256, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 16; i++) {
        float acc[32][64];
        mf_productf(&plan, &h[0][0], &weight_hh_strips[i][0][0], acc[0], 64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 64; k++) {
                const int at = permute[j];
                const float t = product[at][64 * i + k] + lstm1_bias_ih[64 * i + k];
                gates[j][64 * i + k] = t + lstm1_bias_hh[64 * i + k] + acc[j][k];
            }
    }
}

/* 9  h2 = h                                                         char_lstm.lua:16 */
static void k9_h(const float h[restrict 32][256], float h2[restrict 32][256])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++)
            h2[i][j] = h[i][j];
}

/* 10  output_gate = sigmoid(gates[:, 768:1024])
 *     forget_gate = sigmoid(gates[:, 256:512])
 *     input_gate = sigmoid(gates[:, 0:256])
 *     candidate = tanh(gates[:, 512:768])
 *     c = forget_gate * c + input_gate * candidate
 *     h = output_gate * tanh(c)                                     char_lstm.lua:16 */
static void k10_h(const float gates[restrict 32][1024],
                  float output_gate[restrict 32][256],
                  float forget_gate[restrict 32][256],
                  float input_gate[restrict 32][256], float candidate[restrict 32][256],
                  float c[restrict 32][256], float h[restrict 32][256])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++) {
            const float output_gate2 = mf_sigmoidf(gates[i][j + 768]);
            output_gate[i][j] = output_gate2;
            const float forget_gate2 = mf_sigmoidf(gates[i][j + 256]);
            forget_gate[i][j] = forget_gate2;
            const float input_gate2 = mf_sigmoidf(gates[i][j]);
            input_gate[i][j] = input_gate2;
            const float candidate2 = mf_tanhf(gates[i][j + 512]);
            candidate[i][j] = candidate2;
            const float c2 = forget_gate2 * c[i][j] + input_gate2 * candidate2;
            c[i][j] = c2;
            h[i][j] = output_gate2 * mf_tanhf(c2);
        }
}

/* 11  h by strips of 8 columns, as products read it                 char_lstm.lua:16 */
static void k11_h_strips(const float h[restrict 64][32][256],
                         float h_strips[restrict 32][2048][8])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 32; k++) {
                mf_ahead(&h[i][0][0], 32768, 32768, 32 * j + k, 64);
                mf_ahead(&h_strips[k][32 * i + 16 * j][0], 262144, 512, 0, 1);
                for (int l = 0; l < 16; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++) {
                        h_strips[k][32 * i + 16 * j + l][m] =
                            h[i][16 * j + l][8 * k + m];
                    }
                }
            }
}

/* 12  logits = einsum("bak,kz->abz", h, linear1_weight) +
 *         linear1_bias                                              char_lstm.lua:17
 *     max = max(logits)
 *     exp = exp(logits - max)
 *     sum = sum(exp)
 *     dsum = 0.000488281 / sum
 *     dlogits = where(column == target, -0.000488281, 0) + dsum *
 *         exp                                                       char_lstm.lua:18 */
MF_APART
static void k12_dlogits(const float linear1_weight[restrict 256][65],
                        const float h[restrict 64][32][256],
                        const float linear1_bias[restrict 65],
                        const int32_t target[restrict 32][64],
                        float logits[restrict 32][64][65], float max[restrict 32][64],
                        float sum[restrict 32][64], float dlogits[restrict 32][64][65])
{
    static const MfAxis rows[] = {{65, 1}};
    static const MfAxis columns[] = {{64, 8192}};
    static const MfTerm terms[] = {{256, 65, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 32; i++) {
        float acc[64][96];
        mf_product_turnedf(&plan, &linear1_weight[0][0], &h[0][i][0], acc[0], 96);
        for (int j = 0; j < 4; j++) {
            MF_BY_ROW;
            for (int r = 0; r < 16; r++)
                for (int k = 0; k < 65; k++)
                    logits[i][16 * j + r][k] = acc[16 * j + r][k] + linear1_bias[k];
            for (int r = 0; r < 16; r++) {
                float lane[16];
                for (int i0 = 0; i0 < 16; i0++)
                    lane[i0] = -INFINITY;
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] = mf_maxf(logits[i][16 * j + r][16 * k + l], lane[l]);
                }
                const float term = logits[i][16 * j + r][64];
                MF_ROLLED
                for (int k = 0; k < MF_LANES(1); k++)
                    lane[k] = mf_maxf(k < 1 ? term : -INFINITY, lane[k]);
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
                const float term = exp[r][64];
                MF_ROLLED
                for (int k = 0; k < MF_LANES(1); k++)
                    lane[k] += k < 1 ? term : 0.0f;
                const float sum2 = mf_sum16f(lane);
                sum[i][16 * j + r] = sum2;
                sums[r] = sum2;
            }
            float dsums[16];
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum2 = sums[r];
                dsums[r] = 0.00048828125f / sum2;
            }
            for (int r = 0; r < 16; r++) {
                const float dsum = dsums[r];
                for (int k = 0; k < 65; k++) {
                    const bool t = k == target[i][16 * j + r];
                    const float t2 = t ? -0.00048828125f : 0.0f;
                    dlogits[i][16 * j + r][k] = t2 + dsum * exp[r][k];
                }
            }
        }
    }
}

/* 13  loss = sum(log(sum) - gather(logits - max, target)) *
 *         0.000488281                                               char_lstm.lua:18 */
static void k13_loss(const int32_t target[restrict 32][64],
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

/* 14  dlinear1_bias = sum(dlogits)                                  char_lstm.lua:17
 *     m = beta1 * adam_m_linear1_bias + (1 - beta1) * dlinear1_bias
 *     adam_m_linear1_bias = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adam_v_linear1_bias + (1 - beta2) * dlinear1_bias * dlinear1_bias
 *     adam_v_linear1_bias = where(abs(v) < 1e-30, 0, v)
 *     linear1_bias = linear1_bias - rate * adam_m_linear1_bias /
 *         (sqrt(adam_v_linear1_bias) / root + eps)                  char_lstm.lua:24 */
static void k14_linear1_bias(const float dlogits[restrict 32][64][65], float beta1,
                             float beta2, float rate, float root, float eps,
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
        const float m = t + (1.0f - beta1) * dlinear1_bias;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        adam_m_linear1_bias[i] = m2;
        const float t2 = (1.0f - beta2) * dlinear1_bias * dlinear1_bias;
        const float v = beta2 * adam_v_linear1_bias[i] + t2;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        adam_v_linear1_bias[i] = v2;
        linear1_bias[i] = linear1_bias[i] - rate * m2 / (sqrtf(v2) / root + eps);
    }
}

/* 15  dh = einsum("abz,kz->bak", dlogits, linear1_weight)           char_lstm.lua:16 */
MF_APART
static void k15_dh(const float dlogits[restrict 32][64][65],
                   const float linear1_weight[restrict 256][65],
                   float dh[restrict 64][32][256])
{
    static const MfAxis rows[] = {{8, 65}, {32, 4160}};
    static const MfAxis columns[] = {{64, 65}};
    static const MfTerm terms[] = {{65, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 1, terms);
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < 4; j++) {
            float acc[256][64];
            mf_productf(&plan, &dlogits[0][8 * i][0], &linear1_weight[64 * j][0],
                        acc[0], 64);
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 32; l++) {
                    mf_ahead(&dh[8 * i + k][l][64 * j], 8192, 256, 0, 1);
                    for (int m = 0; m < 64; m++)
                        dh[8 * i + k][l][64 * j + m] = acc[32 * k + l][m];
                }
        }
}

/* 16  tanh = tanh(forget_gate * c + input_gate * candidate)
 *     dc = dc2 + (dh + dh2) * output_gate * (1 - tanh * tanh)
 *     dc (in dc2) = dc * forget_gate                                char_lstm.lua:16 */
static void k16_dc(const float forget_gate[restrict 32][256],
                   const float c[restrict 32][256],
                   const float input_gate[restrict 32][256],
                   const float candidate[restrict 32][256],
                   const float dh[restrict 32][256], const float dh2[restrict 32][256],
                   const float output_gate[restrict 32][256],
                   float tanh[restrict 32][256], float dc[restrict 32][256],
                   float dc2[restrict 32][256])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++) {
            const float t = input_gate[i][j] * candidate[i][j];
            const float t2 = mf_tanhf(forget_gate[i][j] * c[i][j] + t);
            tanh[i][j] = t2;
            const float dtanh = (dh[i][j] + dh2[i][j]) * output_gate[i][j];
            const float dc3 = dc2[i][j] + dtanh * (1.0f - t2 * t2);
            dc[i][j] = dc3;
            dc2[i][j] = dc3 * forget_gate[i][j];
        }
}

/* 17  dgates = concat(dc * candidate * (input_gate * (1 - input_gate)), dc * c *
 *         (forget_gate * (1 - forget_gate)), dc * input_gate * (1 - candidate *
 *         candidate), (dh + dh2) * tanh * (output_gate * (1 -
 *         output_gate)))                                            char_lstm.lua:16 */
static void k17_dgates(const float dc[restrict 32][256],
                       const float candidate[restrict 32][256],
                       const float input_gate[restrict 32][256],
                       const float c[restrict 32][256],
                       const float forget_gate[restrict 32][256],
                       const float dh[restrict 32][256],
                       const float dh2[restrict 32][256],
                       const float tanh[restrict 32][256],
                       const float output_gate[restrict 32][256],
                       float dgates[restrict 32][1024])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++) {
            const float t = input_gate[i][j] * (1.0f - input_gate[i][j]);
            dgates[i][j] = dc[i][j] * candidate[i][j] * t;
        }
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++) {
            const float t = forget_gate[i][j] * (1.0f - forget_gate[i][j]);
            dgates[i][j + 256] = dc[i][j] * c[i][j] * t;
        }
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++) {
            const float t = 1.0f - candidate[i][j] * candidate[i][j];
            dgates[i][j + 512] = dc[i][j] * input_gate[i][j] * t;
        }
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++) {
            const float t = output_gate[i][j] * (1.0f - output_gate[i][j]);
            dgates[i][j + 768] = (dh[i][j] + dh2[i][j]) * tanh[i][j] * t;
        }
}

/* 18  dh = dgates lstm1.weight_hh'                                  char_lstm.lua:16 */
MF_APART
static void k18_dh(const float dgates[restrict 32][1024],
                   const float weight_hh_strips[restrict 4][1024][64],
                   float dh[restrict 32][256])
{
    static const MfAxis rows[] = {{32, 1024}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{1024, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 4; i++) {
        float acc[32][64];
        mf_productf(&plan, &dgates[0][0], &weight_hh_strips[i][0][0], acc[0], 64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 64; k++)
                dh[j][64 * i + k] = acc[j][k];
    }
}

/* 19  hidden = permute(h)                                           char_lstm.lua:16
 *     dlinear1_weight = hidden' dlogits                             char_lstm.lua:17
 *     m = beta1 * m_linear1_weight + (1 - beta1) * dlinear1_weight
 *     m_linear1_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_linear1_weight + (1 - beta2) * dlinear1_weight * dlinear1_weight
 *     v_linear1_weight = where(abs(v) < 1e-30, 0, v)
 *     linear1_weight = linear1_weight - rate * m_linear1_weight /
 *         (sqrt(v_linear1_weight) / root + eps)                     char_lstm.lua:24 */
MF_APART
static void k19_linear1_weight(const float dlogits[restrict 32][64][65],
                               const float h[restrict 64][32][256], float beta1,
                               float beta2, float rate, float root, float eps,
                               float m_linear1_weight[restrict 256][65],
                               float v_linear1_weight[restrict 256][65],
                               float linear1_weight[restrict 256][65])
{
    static const MfAxis rows[] = {{65, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{32, 4160, 256}, {64, 65, 8192}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 2, terms);
    for (int i = 0; i < 4; i++) {
        float acc[64][96];
        mf_product_turnedf(&plan, &dlogits[0][0][0], &h[0][0][64 * i], acc[0], 96);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 65; k++) {
                const float dlinear1_weight = acc[j][k];
                const float t = beta1 * m_linear1_weight[64 * i + j][k];
                const float m = t + (1.0f - beta1) * dlinear1_weight;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                m_linear1_weight[64 * i + j][k] = m2;
                const float t2 = (1.0f - beta2) * dlinear1_weight * dlinear1_weight;
                const float v = beta2 * v_linear1_weight[64 * i + j][k] + t2;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                v_linear1_weight[64 * i + j][k] = v2;
                const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
                linear1_weight[64 * i + j][k] = linear1_weight[64 * i + j][k] - t3;
            }
    }
}

/* 20  dlstm1_weight_hh = h' dgates                                  char_lstm.lua:16
 *     m = beta1 * m_lstm1_weight_hh + (1 - beta1) * dlstm1_weight_hh
 *     m_lstm1_weight_hh = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_lstm1_weight_hh + (1 - beta2) * dlstm1_weight_hh *
 *         dlstm1_weight_hh
 *     v_lstm1_weight_hh = where(abs(v) < 1e-30, 0, v)
 *     lstm1_weight_hh = lstm1_weight_hh - rate * m_lstm1_weight_hh /
 *         (sqrt(v_lstm1_weight_hh) / root + eps)                    char_lstm.lua:24 */
MF_APART
static void k20_lstm1_weight_hh(const float h_strips[restrict 32][2048][8],
                                const float dgates[restrict 64][32][1024], float beta1,
                                float beta2, float rate, float root, float eps,
                                float m_lstm1_weight_hh[restrict 256][1024],
                                float v_lstm1_weight_hh[restrict 256][1024],
                                float lstm1_weight_hh[restrict 256][1024])
{
    static const MfAxis rows[] = {{32, 16384}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 256, 32768}, {32, 8, 1024}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 2, terms);
    for (int i = 0; i < 16; i++) {
        float acc[256][64];
        mf_productf(&plan, &h_strips[0][0][0], &dgates[0][0][64 * i], acc[0], 64);
        for (int j = 0; j < 256; j++) {
            mf_ahead(&m_lstm1_weight_hh[j][64 * i], 32768, 256, 0, 1);
            mf_ahead(&v_lstm1_weight_hh[j][64 * i], 32768, 256, 0, 1);
            mf_ahead(&lstm1_weight_hh[j][64 * i], 32768, 256, 0, 1);
            for (int k = 0; k < 64; k++) {
                const float dlstm1_weight_hh = acc[j][k];
                const float t = beta1 * m_lstm1_weight_hh[j][64 * i + k];
                const float m = t + (1.0f - beta1) * dlstm1_weight_hh;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                m_lstm1_weight_hh[j][64 * i + k] = m2;
                const float t2 = (1.0f - beta2) * dlstm1_weight_hh * dlstm1_weight_hh;
                const float v = beta2 * v_lstm1_weight_hh[j][64 * i + k] + t2;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                v_lstm1_weight_hh[j][64 * i + k] = v2;
                const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
                lstm1_weight_hh[j][64 * i + k] = lstm1_weight_hh[j][64 * i + k] - t3;
            }
        }
    }
}

/* 21  dlstm1_bias_ih = sum(dgates)                                  char_lstm.lua:16
 *     m = beta1 * adam_m_lstm1_bias_ih + (1 - beta1) * dlstm1_bias_ih
 *     adam_m_lstm1_bias_ih = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adam_v_lstm1_bias_ih + (1 - beta2) * dlstm1_bias_ih *
 *         dlstm1_bias_ih
 *     adam_v_lstm1_bias_ih = where(abs(v) < 1e-30, 0, v)
 *     lstm1_bias_ih = lstm1_bias_ih - rate * adam_m_lstm1_bias_ih /
 *         (sqrt(adam_v_lstm1_bias_ih) / root + eps)
 *     m = beta1 * adam_m_lstm1_bias_hh + (1 - beta1) * dlstm1_bias_ih
 *     adam_m_lstm1_bias_hh = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adam_v_lstm1_bias_hh + (1 - beta2) * dlstm1_bias_ih *
 *         dlstm1_bias_ih
 *     adam_v_lstm1_bias_hh = where(abs(v) < 1e-30, 0, v)
 *     lstm1_bias_hh = lstm1_bias_hh - rate * adam_m_lstm1_bias_hh /
 *         (sqrt(adam_v_lstm1_bias_hh) / root + eps)                 char_lstm.lua:24 */
MF_APART
static void k21_lstm1_bias_hh(const float dgates[restrict 64][32][1024], float beta1,
                              float beta2, float rate, float root, float eps,
                              float adam_m_lstm1_bias_ih[restrict 1024],
                              float adam_v_lstm1_bias_ih[restrict 1024],
                              float lstm1_bias_ih[restrict 1024],
                              float adam_m_lstm1_bias_hh[restrict 1024],
                              float adam_v_lstm1_bias_hh[restrict 1024],
                              float lstm1_bias_hh[restrict 1024])
{
    float acc[1024] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 1024; k++)
                acc[k] += dgates[i][j][k];
    for (int i = 0; i < 1024; i++) {
        const float dlstm1_bias_ih = acc[i];
        const float t = beta1 * adam_m_lstm1_bias_ih[i];
        const float m = t + (1.0f - beta1) * dlstm1_bias_ih;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        adam_m_lstm1_bias_ih[i] = m2;
        const float t2 = (1.0f - beta2) * dlstm1_bias_ih * dlstm1_bias_ih;
        const float v = beta2 * adam_v_lstm1_bias_ih[i] + t2;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        adam_v_lstm1_bias_ih[i] = v2;
        const float t3 = lstm1_bias_ih[i] - rate * m2 / (sqrtf(v2) / root + eps);
        lstm1_bias_ih[i] = t3;
        const float t4 = beta1 * adam_m_lstm1_bias_hh[i];
        const float m3 = t4 + (1.0f - beta1) * dlstm1_bias_ih;
        const float m4 = mf_absf(m3) < 1e-30f ? 0.0f : m3;
        adam_m_lstm1_bias_hh[i] = m4;
        const float v3 = beta2 * adam_v_lstm1_bias_hh[i] + t2;
        const float v4 = mf_absf(v3) < 1e-30f ? 0.0f : v3;
        adam_v_lstm1_bias_hh[i] = v4;
        lstm1_bias_hh[i] = lstm1_bias_hh[i] - rate * m4 / (sqrtf(v4) / root + eps);
    }
}

/* 22  dproduct = scatter(dgates, tokens)                            char_lstm.lua:16 */
static void k22_dproduct(const int32_t tokens[restrict 32][64],
                         const float dgates[restrict 64][32][1024],
                         float dproduct[restrict 65][1024])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 1024; j++)
            dproduct[i][j] = 0.0f;
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 1024; k++) {
                const int at = tokens[j][i];
                dproduct[at][k] += dgates[i][j][k];
            }
}

/* 23  dembedding1_weight = dproduct lstm1_weight_ih'                char_lstm.lua:16
 *     m = beta1 * m_embedding1_weight + (1 - beta1) * dembedding1_weight
 *     m_embedding1_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_embedding1_weight + (1 - beta2) * dembedding1_weight *
 *         dembedding1_weight
 *     v_embedding1_weight = where(abs(v) < 1e-30, 0, v)
 *     sub = embedding1_weight - rate * m_embedding1_weight / (sqrt(v_embedding1_weight)
 *         / root + eps)                                             char_lstm.lua:24 */
MF_APART
static void k23_embedding1_weight(const float dproduct[restrict 65][1024],
                                  const float lstm1_weight_ih[restrict 128][1024],
                                  float beta1, float beta2,
                                  const float embedding1_weight[restrict 65][128],
                                  float rate, float root, float eps,
                                  float m_embedding1_weight[restrict 65][128],
                                  float v_embedding1_weight[restrict 65][128],
                                  float sub[restrict 65][128])
{
    static const MfAxis rows[] = {{65, 1024}};
    static const MfAxis columns[] = {{64, 1024}};
    static const MfTerm terms[] = {{1024, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 2; i++) {
        float acc[65][64];
        mf_productf(&plan, &dproduct[0][0], &lstm1_weight_ih[64 * i][0], acc[0], 64);
        for (int j = 0; j < 65; j++)
            for (int k = 0; k < 64; k++) {
                const float dembedding1_weight = acc[j][k];
                const float t = beta1 * m_embedding1_weight[j][64 * i + k];
                const float m = t + (1.0f - beta1) * dembedding1_weight;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                m_embedding1_weight[j][64 * i + k] = m2;
                const float t2 = beta2 * v_embedding1_weight[j][64 * i + k];
                const float t3 = (1.0f - beta2) * dembedding1_weight;
                const float v = t2 + t3 * dembedding1_weight;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                v_embedding1_weight[j][64 * i + k] = v2;
                const float t4 = rate * m2 / (sqrtf(v2) / root + eps);
                sub[j][64 * i + k] = embedding1_weight[j][64 * i + k] - t4;
            }
    }
}

/* 24  dlstm1_weight_ih = embedding1_weight' dproduct                char_lstm.lua:16
 *     m = beta1 * m_lstm1_weight_ih + (1 - beta1) * dlstm1_weight_ih
 *     m_lstm1_weight_ih = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_lstm1_weight_ih + (1 - beta2) * dlstm1_weight_ih *
 *         dlstm1_weight_ih
 *     v_lstm1_weight_ih = where(abs(v) < 1e-30, 0, v)
 *     lstm1_weight_ih = lstm1_weight_ih - rate * m_lstm1_weight_ih /
 *         (sqrt(v_lstm1_weight_ih) / root + eps)                    char_lstm.lua:24 */
MF_APART
static void k24_lstm1_weight_ih(const float embedding1_weight[restrict 65][128],
                                const float dproduct[restrict 65][1024], float beta1,
                                float beta2, float rate, float root, float eps,
                                float m_lstm1_weight_ih[restrict 128][1024],
                                float v_lstm1_weight_ih[restrict 128][1024],
                                float lstm1_weight_ih[restrict 128][1024])
{
    static const MfAxis rows[] = {{128, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{65, 128, 1024}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 16; i++) {
        float acc[128][64];
        mf_productf(&plan, &embedding1_weight[0][0], &dproduct[0][64 * i], acc[0], 64);
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 64; k++) {
                const float dlstm1_weight_ih = acc[j][k];
                const float t = beta1 * m_lstm1_weight_ih[j][64 * i + k];
                const float m = t + (1.0f - beta1) * dlstm1_weight_ih;
                const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
                m_lstm1_weight_ih[j][64 * i + k] = m2;
                const float t2 = (1.0f - beta2) * dlstm1_weight_ih * dlstm1_weight_ih;
                const float v = beta2 * v_lstm1_weight_ih[j][64 * i + k] + t2;
                const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                v_lstm1_weight_ih[j][64 * i + k] = v2;
                const float t3 = rate * m2 / (sqrtf(v2) / root + eps);
                lstm1_weight_ih[j][64 * i + k] = lstm1_weight_ih[j][64 * i + k] - t3;
            }
    }
}

/* 25  embedding1_weight = sub                                       char_lstm.lua:24 */
static void k25_embedding1_weight(const float sub[restrict 65][128],
                                  float embedding1_weight[restrict 65][128])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 128; j++)
            embedding1_weight[i][j] = sub[i][j];
}

/* 26  c = sigmoid(gates[:, 256:512]) * c + sigmoid(gates[:, 0:256]) * tanh(gates[:,
 *         512:768])
 *     h = sigmoid(gates[:, 768:1024]) * tanh(c)                     char_lstm.lua:16 */
static void k26_h(const float gates[restrict 32][1024], float c[restrict 32][256],
                  float h[restrict 32][256])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 256; j++) {
            const float t = mf_sigmoidf(gates[i][j]) * mf_tanhf(gates[i][j + 512]);
            const float c2 = mf_sigmoidf(gates[i][j + 256]) * c[i][j] + t;
            c[i][j] = c2;
            h[i][j] = mf_sigmoidf(gates[i][j + 768]) * mf_tanhf(c2);
        }
}

/* 27  logits = einsum("bak,kz->abz", h, linear1_weight) +
 *         linear1_bias                                              char_lstm.lua:17
 *     max = max(logits)
 *     sum = sum(exp(logits - max))                                  char_lstm.lua:18 */
MF_APART
static void k27_sum(const float linear1_weight[restrict 256][65],
                    const float h[restrict 64][32][256],
                    const float linear1_bias[restrict 65],
                    float logits[restrict 32][64][65], float max[restrict 32][64],
                    float sum[restrict 32][64])
{
    static const MfAxis rows[] = {{65, 1}};
    static const MfAxis columns[] = {{64, 8192}};
    static const MfTerm terms[] = {{256, 65, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 32; i++) {
        float acc[64][96];
        mf_product_turnedf(&plan, &linear1_weight[0][0], &h[0][i][0], acc[0], 96);
        for (int j = 0; j < 4; j++) {
            MF_BY_ROW;
            for (int r = 0; r < 16; r++)
                for (int k = 0; k < 65; k++)
                    logits[i][16 * j + r][k] = acc[16 * j + r][k] + linear1_bias[k];
            for (int r = 0; r < 16; r++) {
                float lane[16];
                for (int i0 = 0; i0 < 16; i0++)
                    lane[i0] = -INFINITY;
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++)
                        lane[l] = mf_maxf(logits[i][16 * j + r][16 * k + l], lane[l]);
                }
                const float term = logits[i][16 * j + r][64];
                MF_ROLLED
                for (int k = 0; k < MF_LANES(1); k++)
                    lane[k] = mf_maxf(k < 1 ? term : -INFINITY, lane[k]);
                const float top = mf_max16f(lane);
                max[i][16 * j + r] = top;
            }
            float terms2[16];
            MF_ROLLED
            for (int r = 0; r < 16; r++)
                terms2[r] = mf_expf(logits[i][16 * j + r][64] - max[i][16 * j + r]);
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                const float term = terms2[r];
                for (int k = 0; k < 4; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 16; l++) {
                        const float t = logits[i][16 * j + r][16 * k + l];
                        lane[l] += mf_expf(t - max[i][16 * j + r]);
                    }
                }
                MF_ROLLED
                for (int k = 0; k < MF_LANES(1); k++)
                    lane[k] += k < 1 ? term : 0.0f;
                const float sum2 = mf_sum16f(lane);
                sum[i][16 * j + r] = sum2;
            }
        }
    }
}

/* 28  h = 0                                                         char_lstm.lua:16 */
static void k28_h(float h[restrict 1][256])
{
    for (int i = 0; i < 256; i++)
        h[0][i] = 0.0f;
}

/* 29  embedding1 = gather(embedding1_weight, tokens)                char_lstm.lua:16 */
static void k29_embedding1(const int32_t tokens[restrict 1][64],
                           const float embedding1_weight[restrict 65][128],
                           float embedding1[restrict 1][64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 128; j++) {
            const int at = tokens[0][i];
            embedding1[0][i][j] = embedding1_weight[at][j];
        }
}

/* 30  from_input = einsum("bak,kz->abz", embedding1, lstm1_weight_ih) + lstm1_bias_ih +
 *         lstm1_bias_hh                                             char_lstm.lua:16 */
MF_APART
static void k30_from_input(const float embedding1[restrict 1][64][128],
                           const float lstm1_weight_ih[restrict 128][1024],
                           const float lstm1_bias_ih[restrict 1024],
                           const float lstm1_bias_hh[restrict 1024],
                           float from_input[restrict 64][1][1024])
{
    static const MfAxis rows[] = {{64, 128}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 1, 1024}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 16; i++) {
        float acc[64][64];
        mf_productf(&plan, &embedding1[0][0][0], &lstm1_weight_ih[0][64 * i], acc[0],
                    64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k] + lstm1_bias_ih[64 * i + k];
                from_input[j][0][64 * i + k] = t + lstm1_bias_hh[64 * i + k];
            }
    }
}

/* 31  lstm1_weight_hh by strips of 128 columns, as products read
 *         it                                                        char_lstm.lua:16 */
static void k31_weight_hh_strips(const float lstm1_weight_hh[restrict 256][1024],
                                 float weight_hh_strips[restrict 8][256][128])
{
    for (int i = 0; i < 16; i++)
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 16; k++) {
                mf_ahead(&lstm1_weight_hh[16 * i][0], 65536, 65536, 16 * j + k, 128);
                mf_ahead(&weight_hh_strips[j][16 * i][0], 131072, 8192, k, 16);
                for (int l = 0; l < 128; l++) {
                    weight_hh_strips[j][16 * i + k][l] =
                        lstm1_weight_hh[16 * i + k][128 * j + l];
                }
            }
}

/* 32  gates = from_input + h lstm1_weight_hh                        char_lstm.lua:16 */
MF_APART
static void k32_gates(const float h[restrict 1][256],
                      const float weight_hh_strips[restrict 8][256][128],
                      const float from_input[restrict 1][1024],
                      float gates[restrict 1][1024])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{128, 1}};
    static const MfTerm terms[] = {{256, 1, 128}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 8; i++) {
        float acc[1][128];
        mf_productf(&plan, &h[0][0], &weight_hh_strips[i][0][0], acc[0], 128);
        for (int j = 0; j < 128; j++)
            gates[0][128 * i + j] = from_input[0][128 * i + j] + acc[0][j];
    }
}

/* 33  c = sigmoid(gates[:, 256:512]) * c + sigmoid(gates[:, 0:256]) * tanh(gates[:,
 *         512:768])
 *     h = sigmoid(gates[:, 768:1024]) * tanh(c)                     char_lstm.lua:16 */
static void k33_h(const float gates[restrict 1][1024], float c[restrict 1][256],
                  float h[restrict 1][256])
{
    for (int i = 0; i < 256; i++) {
        const float t = mf_sigmoidf(gates[0][i]) * mf_tanhf(gates[0][i + 512]);
        const float c2 = mf_sigmoidf(gates[0][i + 256]) * c[0][i] + t;
        c[0][i] = c2;
        h[0][i] = mf_sigmoidf(gates[0][i + 768]) * mf_tanhf(c2);
    }
}

/* 34  h2 = h                                                        char_lstm.lua:16 */
static void k34_h(const float h[restrict 1][256], float h2[restrict 1][256])
{
    for (int i = 0; i < 256; i++)
        h2[0][i] = h[0][i];
}

/* 35  logits = einsum("bak,kz->abz", h, linear1_weight) +
 *         linear1_bias                                              char_lstm.lua:17 */
MF_APART
static void k35_logits(const float linear1_weight[restrict 256][65],
                       const float h[restrict 64][1][256],
                       const float linear1_bias[restrict 65],
                       float logits[restrict 1][64][65])
{
    static const MfAxis rows[] = {{65, 1}};
    static const MfAxis columns[] = {{64, 256}};
    static const MfTerm terms[] = {{256, 65, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][96];
    mf_product_turnedf(&plan, &linear1_weight[0][0], &h[0][0][0], acc[0], 96);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 65; j++)
            logits[0][i][j] = acc[i][j] + linear1_bias[j];
}

/* 36  max = max(logits)
 *     sum = sum(exp(logits - max))                                  char_lstm.lua:18 */
static void k36_sum(const float logits[restrict 1][64][65], float max[restrict 1][64],
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

/* 37  loss = sum(log(sum) - gather(logits - max, target)) *
 *         0.015625                                                  char_lstm.lua:18 */
static void k37_loss(const int32_t target[restrict 1][64],
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

/* 38  embedding1_weight = sqrt(-2 * log1p(-uniform())) *
 *         cos(6.28319 * uniform())                                  char_lstm.lua:12 */
static void k38_embedding1_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 39  lstm1_weight_ih = -0.0883883 + 0.176777 * uniform()           char_lstm.lua:13 */
static void k39_lstm1_weight_ih(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 40  lstm1_weight_hh = -0.0625 + 0.125 * uniform()                 char_lstm.lua:13 */
static void k40_lstm1_weight_hh(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 41  lstm1_bias_ih = -0.0883883 + 0.176777 * uniform()             char_lstm.lua:13 */
MF_APART
static void k41_lstm1_bias_ih(uint64_t step, uint64_t seed, uint64_t stream,
                              float lstm1_bias_ih[restrict 1024])
{
    for (int i = 0; i < 16; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            lstm1_bias_ih[64 * i + j] = -0.088388346f + 0.17677669f * u[j];
    }
}

/* 42  lstm1_bias_hh = -0.0625 + 0.125 * uniform()                   char_lstm.lua:13 */
MF_APART
static void k42_lstm1_bias_hh(uint64_t step, uint64_t seed, uint64_t stream,
                              float lstm1_bias_hh[restrict 1024])
{
    for (int i = 0; i < 16; i++) {
        float u[64];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(64 * i), 64, u);
        for (int j = 0; j < 64; j++)
            lstm1_bias_hh[64 * i + j] = -0.0625f + 0.125f * u[j];
    }
}

/* 43  linear1_weight = -0.0625 + 0.125 * uniform()                  char_lstm.lua:14 */
MF_APART
static void k43_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               float linear1_weight[restrict 256][65])
{
    for (int i = 0; i < 256; i++) {
        float u[65];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(65 * i), 65, u);
        for (int j = 0; j < 65; j++)
            linear1_weight[i][j] = -0.0625f + 0.125f * u[j];
    }
}

/* 44  linear1_bias = -0.0625 + 0.125 * uniform()                    char_lstm.lua:14 */
MF_APART
static void k44_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                             float linear1_bias[restrict 65])
{
    float u[65];
    mf_uniform_rowf(seed, stream, step, 0, 65, u);
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
    memset(net, 0, offsetof(CharLstm, work));
    net->seed = seed;
    k38_embedding1_weight(net->step, net->seed, 0x8e02a496dde5f4au, 0xe94c3c713ba8f944u,
                          net->embedding1_weight);
    k39_lstm1_weight_ih(net->step, net->seed, 0x32256f4571caf732u,
                        net->lstm1_weight_ih);
    k40_lstm1_weight_hh(net->step, net->seed, 0x22ca0291f4c2e6beu,
                        net->lstm1_weight_hh);
    k41_lstm1_bias_ih(net->step, net->seed, 0x9ae00c099e35ffbfu, net->lstm1_bias_ih);
    k42_lstm1_bias_hh(net->step, net->seed, 0x6cd4b0890a673b3au, net->lstm1_bias_hh);
    k43_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, net->linear1_weight);
    k44_linear1_bias(net->step, net->seed, 0x3dec48e02e45c109u, net->linear1_bias);
    net->beta1 = 0.9f;
    net->beta2 = 0.999f;
    net->lr = 0.002f;
    net->eps = 1e-08f;
}

/* One step: forward, backward, update; returns the loss before it. */
float char_lstm_step(CharLstm *net, const int32_t tokens[restrict 32][64],
                     const int32_t target[restrict 32][64])
{
    float loss, rate, root;
    union CharLstmStep *w = &net->work.step;
    k1_rate(net->beta1, net->step, net->lr, &rate);
    k2_root(net->beta2, net->step, &root);
    /* forward */
    k3_permute(tokens, w->permute);
    k4_h(w->h2);
    k4_h(w->c);
    k4_h(w->dh2);
    k4_h(w->dc);
    k5_product(net->embedding1_weight, net->lstm1_weight_ih, w->product);
    k6_weight_hh_strips(net->lstm1_weight_hh, w->lstm1_weight_hh_strips);
    k7_weight_hh_strips(net->lstm1_weight_hh, w->lstm1_weight_hh_strips2);
    for (int t = 0; t < 64; t++) {
        k8_gates(w->h2, w->lstm1_weight_hh_strips, w->permute[t], w->product,
                 net->lstm1_bias_ih, net->lstm1_bias_hh, w->gates);
        k9_h(w->h2, w->h[t]);
        k9_h(w->c, w->c2[t]);
        k10_h(w->gates, w->output_gate[t], w->forget_gate[t], w->input_gate[t],
              w->candidate[t], w->c, w->h3[t]);
        k9_h(w->h3[t], w->h2);
    }
    k11_h_strips(w->h, w->h_strips);
    /* forward and backward */
    k12_dlogits(net->linear1_weight, w->h3, net->linear1_bias, target, w->logits,
                w->max, w->sum, w->dlogits);
    /* the loss */
    k13_loss(target, w->sum, w->logits, w->max, &loss);
    /* backward, and the update of what is done */
    k14_linear1_bias(w->dlogits, net->beta1, net->beta2, rate, root, net->eps,
                     net->adam_m_linear1_bias, net->adam_v_linear1_bias,
                     net->linear1_bias);
    k15_dh(w->dlogits, net->linear1_weight, w->dh);
    for (int t2 = 0; t2 < 64; t2++) {
        k16_dc(w->forget_gate[63 - t2], w->c2[63 - t2], w->input_gate[63 - t2],
               w->candidate[63 - t2], w->dh2, w->dh[63 - t2], w->output_gate[63 - t2],
               w->tanh, w->dc2, w->dc);
        k17_dgates(w->dc2, w->candidate[63 - t2], w->input_gate[63 - t2],
                   w->c2[63 - t2], w->forget_gate[63 - t2], w->dh2, w->dh[63 - t2],
                   w->tanh, w->output_gate[63 - t2], w->dgates[63 - t2]);
        k18_dh(w->dgates[63 - t2], w->lstm1_weight_hh_strips2, w->dh2);
    }
    k19_linear1_weight(w->dlogits, w->h3, net->beta1, net->beta2, rate, root, net->eps,
                       net->adam_m_linear1_weight, net->adam_v_linear1_weight,
                       net->linear1_weight);
    k20_lstm1_weight_hh(w->h_strips, w->dgates, net->beta1, net->beta2, rate, root,
                        net->eps, net->adam_m_lstm1_weight_hh,
                        net->adam_v_lstm1_weight_hh, net->lstm1_weight_hh);
    k21_lstm1_bias_hh(w->dgates, net->beta1, net->beta2, rate, root, net->eps,
                      net->adam_m_lstm1_bias_ih, net->adam_v_lstm1_bias_ih,
                      net->lstm1_bias_ih, net->adam_m_lstm1_bias_hh,
                      net->adam_v_lstm1_bias_hh, net->lstm1_bias_hh);
    k22_dproduct(tokens, w->dgates, w->dproduct);
    k23_embedding1_weight(w->dproduct, net->lstm1_weight_ih, net->beta1, net->beta2,
                          net->embedding1_weight, rate, root, net->eps,
                          net->adam_m_embedding1_weight, net->adam_v_embedding1_weight,
                          w->sub);
    k24_lstm1_weight_ih(net->embedding1_weight, w->dproduct, net->beta1, net->beta2,
                        rate, root, net->eps, net->adam_m_lstm1_weight_ih,
                        net->adam_v_lstm1_weight_ih, net->lstm1_weight_ih);
    k25_embedding1_weight(w->sub, net->embedding1_weight);
    net->step++;
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float char_lstm_eval(CharLstm *net, const int32_t tokens[restrict 32][64],
                     const int32_t target[restrict 32][64])
{
    float loss;
    union CharLstmEval *w = &net->work.eval;
    k3_permute(tokens, w->permute);
    k4_h(w->h2);
    k4_h(w->c);
    k5_product(net->embedding1_weight, net->lstm1_weight_ih, w->product);
    k6_weight_hh_strips(net->lstm1_weight_hh, w->lstm1_weight_hh_strips);
    for (int t = 0; t < 64; t++) {
        k8_gates(w->h2, w->lstm1_weight_hh_strips, w->permute[t], w->product,
                 net->lstm1_bias_ih, net->lstm1_bias_hh, w->gates);
        k26_h(w->gates, w->c, w->h[t]);
        k9_h(w->h[t], w->h2);
    }
    k27_sum(net->linear1_weight, w->h, net->linear1_bias, w->logits, w->max, w->sum);
    k13_loss(target, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The same of a batch of one row. */
float char_lstm_eval_one(CharLstm *net, const int32_t tokens[restrict 1][64],
                         const int32_t target[restrict 1][64])
{
    float loss;
    union CharLstmEvalOne *w = &net->work.eval_one;
    k28_h(w->h2);
    k28_h(w->c);
    k29_embedding1(tokens, net->embedding1_weight, w->embedding1);
    k30_from_input(w->embedding1, net->lstm1_weight_ih, net->lstm1_bias_ih,
                   net->lstm1_bias_hh, w->from_input);
    k31_weight_hh_strips(net->lstm1_weight_hh, w->lstm1_weight_hh_strips);
    for (int t = 0; t < 64; t++) {
        k32_gates(w->h2, w->lstm1_weight_hh_strips, w->from_input[t], w->gates);
        k33_h(w->gates, w->c, w->h[t]);
        k34_h(w->h[t], w->h2);
    }
    k35_logits(net->linear1_weight, w->h, net->linear1_bias, w->logits);
    k36_sum(w->logits, w->max, w->sum);
    k37_loss(target, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The function `logits`. */
void char_lstm_logits(CharLstm *net, const int32_t tokens[restrict 1][64],
                      float logits[restrict 1][64][65])
{
    union CharLstmLogits *w = &net->work.logits;
    k28_h(w->h2);
    k28_h(w->c);
    k29_embedding1(tokens, net->embedding1_weight, w->embedding1);
    k30_from_input(w->embedding1, net->lstm1_weight_ih, net->lstm1_bias_ih,
                   net->lstm1_bias_hh, w->from_input);
    k31_weight_hh_strips(net->lstm1_weight_hh, w->lstm1_weight_hh_strips);
    for (int t = 0; t < 64; t++) {
        k32_gates(w->h2, w->lstm1_weight_hh_strips, w->from_input[t], w->gates);
        k33_h(w->gates, w->c, w->h[t]);
        k34_h(w->h[t], w->h2);
    }
    k35_logits(net->linear1_weight, w->h, net->linear1_bias, logits);
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
    {"tokens", MF_I32, 2, {1, 64}, 65, NULL},
};

static const MfPort logits_out[] = {
    {"logits", MF_F32, 3, {1, 64, 65}, 0, NULL},
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

static const MfPort step_in[] = {
    {"tokens", MF_I32, 2, {32, 64}, 65, NULL},
    {"target", MF_I32, 2, {32, 64}, 65, NULL},
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
    char_lstm_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "char_lstm",
    .script = "char_lstm.lua",
    .version = "0.1",
    .hash = 0xb26802b925f80df9u,
    .real = MF_F32,
    .size = sizeof(CharLstm),
    .param_bytes = 1681156,
    .state_bytes = 3362312,
    .work_bytes = 26886144,
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
    static _Alignas(64) CharLstm net;
    return mf_main(argc, argv, &model, &net);
}

#endif

/*
 * boston.c - trains and runs the network of boston.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 151 parameters; a step of 43 nodes; 14 kernels;
 * bytes: parameters 604, state 0, work 968 (unshared 1572), stack 6400
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * MF_BY_ROW          clang shall make vectors along the rows, not across them
 * mf_uniform         a random number from 0 to below 1: seed, stream, step, element
 * mf_uniform_row     random numbers from 0 to below 1: seed, stream, step, the first
 *                    element, how many, where to
 * MF_APART           not made a part of its caller, whose stack its arrays would take
 */
#include "mfrt.h"

#define BOSTON_PARAM_BYTES 604u
#define BOSTON_STATE_BYTES 0u
#define BOSTON_WORK_BYTES 968u
#define BOSTON_STACK_BYTES 6400u
#define BOSTON_TENSORS 5u

typedef struct Boston {
    float W1[13][10]; /* boston.lua:9 */
    float b1[10];     /* boston.lua:10 */
    float W2[10][1];  /* boston.lua:11 */
    float b2[1];      /* boston.lua:12 */
    /* settings, which --set changes */
    float lr; /* boston.lua:22 */
    uint64_t seed, step;
    /* work memory: one function runs at a time */
    union {
        struct BostonStep {
            float h[11][10];     /* calls 1 to 6 */
            float dh_in[11][10]; /* calls 1 to 5 */
            float error[11][1];  /* calls 1 to 2 */
            float dyhat[11][1];  /* calls 1 to 6 */
        } step;
        struct BostonEval {
            float product[11][1]; /* calls 1 to 2 */
        } eval;
        struct BostonEvalOne {
            float h[1][10];      /* calls 1 to 2 */
            float product[1][1]; /* calls 2 to 3 */
        } eval_one;
        struct BostonPredict {
            float h[1][10]; /* calls 1 to 2 */
        } predict;
    } work;
} Boston;

/* Initial values of everything, drawn from the seed. */
void boston_init(Boston *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float boston_step(Boston *net, const float x[restrict 11][13],
                  const float y[restrict 11][1]);
/* The loss and the metrics as in inference, without an update. */
float boston_eval(Boston *net, const float x[restrict 11][13],
                  const float y[restrict 11][1]);
/* The same of a batch of one row. */
float boston_eval_one(Boston *net, const float x[restrict 1][13],
                      const float y[restrict 1][1]);
/* The function `predict`. */
void boston_predict(Boston *net, const float x[restrict 1][13],
                    float yhat[restrict 1][1]);
extern const MfTensor boston_tensors[];

/* clang-format off */
_Static_assert(sizeof(((Boston *)0)->work) == BOSTON_WORK_BYTES, "work");
_Static_assert(offsetof(Boston, b2) + sizeof(((Boston *)0)->b2) ==
               BOSTON_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  h = sigmoid(x W1 + b1)                                            boston.lua:14
 *    yhat = h W2 + b2                                                  boston.lua:15
 *    error = yhat - y
 *    dyhat = 0.0909091 * error + 0.0909091 * error                     boston.lua:16
 *    dh = dyhat W2'                                                    boston.lua:15
 *    dh_in = dh * (h * (1 - h))                                        boston.lua:14 */
MF_APART
static void k1_dh_in(const float x[restrict 11][13], const float W1[restrict 13][10],
                     const float b1[restrict 10], const float W2[restrict 10][1],
                     const float b2[restrict 1], const float y[restrict 11][1],
                     float h[restrict 11][10], float error[restrict 11][1],
                     float dyhat[restrict 11][1], float dh_in[restrict 11][10])
{
    float acc[11][16] = {0};
    float W1_2[13][16];
    for (int j = 0; j < 13; j++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int k = 0; k < 16; k++)
            W1_2[j][k] = k < 10 ? W1[j][k] : 0.0f;
    }
    for (int i = 0; i < 11; i++)
        for (int j = 0; j < 13; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                acc[i][k] = fmaf(x[i][j], W1_2[j][k], acc[i][k]);
        }
    float b1_2[16];
    MF_ROLLED
    for (int j = 0; j < 16; j++)
        b1_2[j] = j < 10 ? b1[j] : 0.0f;
    for (int i = 0; i < 11; i++) {
        MF_BY_ROW;
        float h2[16];
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            h2[j] = mf_sigmoidf(acc[i][j] + b1_2[j]);
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            h[i][j] = h2[j];
    }
    float acc2[11] = {0};
    for (int i = 0; i < 11; i++)
        for (int j = 0; j < 10; j++)
            acc2[i] = fmaf(h[i][j], W2[j][0], acc2[i]);
    MF_ROLLED
    for (int i = 0; i < 11; i++) {
        const float yhat = acc2[i] + b2[0];
        const float error2 = yhat - y[i][0];
        error[i][0] = error2;
        const float t = 0.09090909f * error2;
        dyhat[i][0] = t + t;
    }
    float acc3[11][10] = {0};
    for (int i = 0; i < 11; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            acc3[i][j] = fmaf(dyhat[i][0], W2[j][0], acc3[i][j]);
    }
    for (int i = 0; i < 11; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            dh_in[i][j] = acc3[i][j] * (h[i][j] * (1.0f - h[i][j]));
    }
}

/* 2  loss = sum(error * error) / 11                                    boston.lua:16 */
static void k2_cost(const float error[restrict 11][1], float *restrict loss)
{
    float acc = 0.0f;
    for (int i = 0; i < 11; i++)
        acc += error[i][0] * error[i][0];
    *loss = acc / 11.0f;
}

/* 3  db2 = sum(dyhat)                                                  boston.lua:15
 *    b2 = b2 - lr * db2                                                boston.lua:22 */
static void k3_b2(const float dyhat[restrict 11][1], float lr, float b2[restrict 1])
{
    float acc = 0.0f;
    for (int i = 0; i < 11; i++)
        acc += dyhat[i][0];
    b2[0] = b2[0] - lr * acc;
}

/* 4  dW1 = x' dh_in                                                    boston.lua:14
 *    W1 = W1 - lr * dW1                                                boston.lua:22 */
MF_APART
static void k4_W1(const float x[restrict 11][13], const float dh_in[restrict 11][10],
                  float lr, float W1[restrict 13][10])
{
    float acc[13][16] = {0};
    float dh_in2[11][16];
    for (int j = 0; j < 11; j++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int k = 0; k < 16; k++)
            dh_in2[j][k] = k < 10 ? dh_in[j][k] : 0.0f;
    }
    for (int i = 0; i < 13; i++)
        for (int j = 0; j < 11; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                acc[i][k] = fmaf(x[j][i], dh_in2[j][k], acc[i][k]);
        }
    for (int i = 0; i < 13; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            W1[i][j] = W1[i][j] - lr * acc[i][j];
    }
}

/* 5  db1 = sum(dh_in)                                                  boston.lua:14
 *    b1 = b1 - lr * db1                                                boston.lua:22 */
static void k5_b1(const float dh_in[restrict 11][10], float lr, float b1[restrict 10])
{
    float acc[10] = {0};
    for (int i = 0; i < 11; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            acc[j] += dh_in[i][j];
    }
    MF_ROLLED
    for (int i = 0; i < 10; i++)
        b1[i] = b1[i] - lr * acc[i];
}

/* 6  dW2 = h' dyhat                                                    boston.lua:15
 *    W2 = W2 - lr * dW2                                                boston.lua:22 */
static void k6_W2(const float h[restrict 11][10], const float dyhat[restrict 11][1],
                  float lr, float W2[restrict 10][1])
{
    float acc[10] = {0};
    for (int i = 0; i < 11; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            acc[j] = fmaf(h[i][j], dyhat[i][0], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 10; i++)
        W2[i][0] = W2[i][0] - lr * acc[i];
}

/* 7  h = sigmoid(x W1 + b1)                                            boston.lua:14
 *    product = h W2                                                    boston.lua:15 */
MF_APART
static void k7_product(const float x[restrict 11][13], const float W1[restrict 13][10],
                       const float b1[restrict 10], const float W2[restrict 10][1],
                       float product[restrict 11][1])
{
    float acc[11][16] = {0};
    float W1_2[13][16];
    for (int j = 0; j < 13; j++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int k = 0; k < 16; k++)
            W1_2[j][k] = k < 10 ? W1[j][k] : 0.0f;
    }
    for (int i = 0; i < 11; i++)
        for (int j = 0; j < 13; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                acc[i][k] = fmaf(x[i][j], W1_2[j][k], acc[i][k]);
        }
    float h[11][16];
    float b1_2[16];
    MF_ROLLED
    for (int j = 0; j < 16; j++)
        b1_2[j] = j < 10 ? b1[j] : 0.0f;
    for (int i = 0; i < 11; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            h[i][j] = mf_sigmoidf(acc[i][j] + b1_2[j]);
    }
    for (int i = 0; i < 11; i++) {
        float acc2 = 0.0f;
        for (int j = 0; j < 10; j++)
            acc2 = fmaf(h[i][j], W2[j][0], acc2);
        product[i][0] = acc2;
    }
}

/* 8  yhat = product + b2                                               boston.lua:15
 *    error = yhat - y
 *    loss = sum(error * error) / 11                                    boston.lua:16 */
static void k8_cost(const float product[restrict 11][1], const float b2[restrict 1],
                    const float y[restrict 11][1], float *restrict loss)
{
    float acc = 0.0f;
    for (int i = 0; i < 11; i++) {
        const float yhat = product[i][0] + b2[0];
        const float error = yhat - y[i][0];
        acc += error * error;
    }
    *loss = acc / 11.0f;
}

/* 9  h = sigmoid(x W1 + b1)                                            boston.lua:14 */
static void k9_h(const float x[restrict 1][13], const float W1[restrict 13][10],
                 const float b1[restrict 10], float h[restrict 1][10])
{
    float acc[10] = {0};
    for (int i = 0; i < 13; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            acc[j] = fmaf(x[0][i], W1[i][j], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 10; i++)
        h[0][i] = mf_sigmoidf(acc[i] + b1[i]);
}

/* 10  product = h W2                                                   boston.lua:15 */
static void k10_product(const float h[restrict 1][10], const float W2[restrict 10][1],
                        float product[restrict 1][1])
{
    float acc = 0.0f;
    for (int i = 0; i < 10; i++)
        acc = fmaf(h[0][i], W2[i][0], acc);
    product[0][0] = acc;
}

/* 11  yhat = product + b2                                              boston.lua:15
 *     error = yhat - y
 *     loss = error * error                                             boston.lua:16 */
static void k11_cost(const float product[restrict 1][1], const float b2[restrict 1],
                     const float y[restrict 1][1], float *restrict loss)
{
    const float yhat = product[0][0] + b2[0];
    const float error = yhat - y[0][0];
    *loss = error * error;
}

/* 12  yhat = h W2 + b2                                                 boston.lua:15 */
static void k12_yhat(const float h[restrict 1][10], const float W2[restrict 10][1],
                     const float b2[restrict 1], float yhat[restrict 1][1])
{
    float acc = 0.0f;
    for (int i = 0; i < 10; i++)
        acc = fmaf(h[0][i], W2[i][0], acc);
    yhat[0][0] = acc + b2[0];
}

/* 13  W1 = sqrt(-2 * log1p(-uniform())) * cos(6.28319 * uniform())      boston.lua:9 */
MF_APART
static void k13_W1(uint64_t step, uint64_t seed, uint64_t stream, uint64_t stream2,
                   float W1[restrict 130])
{
    float u[130];
    mf_uniform_rowf(seed, stream, step, 0, 130, u);
    float u2[130];
    mf_uniform_rowf(seed, stream2, step, 0, 130, u2);
    for (int i = 0; i < 130; i++)
        W1[i] = sqrtf(-2.0f * mf_log1pf(-u[i])) * mf_cosf(6.2831855f * u2[i]);
}

/* 14  mul = sqrt(-2 * log1p(-uniform())) * cos(6.28319 * uniform())
 *     W2 = mul                                                         boston.lua:11 */
static void k14_W2(uint64_t step, uint64_t seed, uint64_t stream, uint64_t stream2,
                   float W2[restrict 10][1])
{
    MF_ROLLED
    for (int i = 0; i < 10; i++) {
        const float t = 6.2831855f * mf_uniformf(seed, stream2, step, (uint64_t)i);
        const float t2 = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)i));
        const float mul = sqrtf(-2.0f * t2) * mf_cosf(t);
        W2[i][0] = mul;
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
void boston_init(Boston *net, uint64_t seed)
{
    memset(net, 0, offsetof(Boston, work));
    net->seed = seed;
    k13_W1(net->step, net->seed, 0xdb1abcd04fca55f9u, 0x23daabbd01aac985u,
           (float *)net->W1);
    net->lr = 0.01f;
    k14_W2(net->step, net->seed, 0xef3e0347504c1120u, 0x7175016a31ce8affu, net->W2);
}

/* One step: forward, backward, update; returns the loss before it. */
float boston_step(Boston *net, const float x[restrict 11][13],
                  const float y[restrict 11][1])
{
    float loss;
    struct BostonStep *w = &net->work.step;
    /* forward and backward */
    k1_dh_in(x, net->W1, net->b1, net->W2, net->b2, y, w->h, w->error, w->dyhat,
             w->dh_in);
    /* the loss */
    k2_cost(w->error, &loss);
    /* backward, and the update of what is done */
    k3_b2(w->dyhat, net->lr, net->b2);
    k4_W1(x, w->dh_in, net->lr, net->W1);
    k5_b1(w->dh_in, net->lr, net->b1);
    k6_W2(w->h, w->dyhat, net->lr, net->W2);
    net->step++;
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float boston_eval(Boston *net, const float x[restrict 11][13],
                  const float y[restrict 11][1])
{
    float loss;
    struct BostonEval *w = &net->work.eval;
    k7_product(x, net->W1, net->b1, net->W2, w->product);
    k8_cost(w->product, net->b2, y, &loss);
    return loss;
}

/* The same of a batch of one row. */
float boston_eval_one(Boston *net, const float x[restrict 1][13],
                      const float y[restrict 1][1])
{
    float loss;
    struct BostonEvalOne *w = &net->work.eval_one;
    k9_h(x, net->W1, net->b1, w->h);
    k10_product(w->h, net->W2, w->product);
    k11_cost(w->product, net->b2, y, &loss);
    return loss;
}

/* The function `predict`. */
void boston_predict(Boston *net, const float x[restrict 1][13],
                    float yhat[restrict 1][1])
{
    struct BostonPredict *w = &net->work.predict;
    k9_h(x, net->W1, net->b1, w->h);
    k12_yhat(w->h, net->W2, net->b2, yhat);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor boston_tensors[] = {
    {"W1", MF_F32, MF_PARAM, 2, {13, 10}, offsetof(Boston, W1)},
    {"b1", MF_F32, MF_PARAM, 1, {10}, offsetof(Boston, b1)},
    {"W2", MF_F32, MF_PARAM, 2, {10, 1}, offsetof(Boston, W2)},
    {"b2", MF_F32, MF_PARAM, 1, {1}, offsetof(Boston, b2)},
    {"lr", MF_F32, MF_SETTING, 0, {0}, offsetof(Boston, lr)},
};
/* clang-format on */

#ifndef BOSTON_NO_MAIN

/* clang-format off */
static const MfPort predict_in[] = {
    {"x", MF_F32, 2, {1, 13}, 0, NULL},
};

static const MfPort predict_out[] = {
    {"yhat", MF_F32, 2, {1, 1}, 0, NULL},
};
/* clang-format on */

static void call_predict(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[13] = (const float(*)[13])in[0];
    boston_predict(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"predict", 1, 1, 1, predict_in, predict_out, call_predict},
};

static const MfPort step_in[] = {
    {"x", MF_F32, 2, {11, 13}, 0, NULL},
    {"y", MF_F32, 2, {11, 1}, 0, NULL},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const float(*in0)[13] = (const float(*)[13])in[0];
    const float(*in1)[1] = (const float(*)[1])in[1];
    out[0] = (double)boston_step(net, in0, in1);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const float(*in0)[13] = (const float(*)[13])in[0];
    const float(*in1)[1] = (const float(*)[1])in[1];
    out[0] = (double)boston_eval(net, in0, in1);
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const float(*in0)[13] = (const float(*)[13])in[0];
    const float(*in1)[1] = (const float(*)[1])in[1];
    out[0] = (double)boston_eval_one(net, in0, in1);
}

/* clang-format off */
static const MfTrain trains[] = {
    {
        .name = "",
        .batch = 11,
        .n_in = 2,
        .in = step_in,
        .step = call_step,
        .eval = call_eval,
        .eval_one = call_eval_one,
        .epochs = 1000,
        .shuffle = MF_REPLACEMENT,
        .seed = 1u,
        .accumulate = 1,
        .turns = 1,
    },
};

static const MfField fields[] = {
    {.input = "x", .columns = "1:13", .scale = MF_ZSCORE},
    {.input = "y", .columns = "medv"},
};

static const MfData source = {
    .kind = MF_DATA_CSV,
    .path = "data/boston.csv",
    .header = -1,
    .n_fields = 2,
    .field = fields,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0};
static const double probe_is_0[] = {-1.3188416957855225};
static const MfProbe probes[] = {
    {0, 0, 7u, 1, probe_at_0, probe_is_0, 1.3198416957855224e-05},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    boston_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "boston",
    .script = "boston.lua",
    .version = "0.1",
    .hash = 0xaf0992df924f9b0au,
    .real = MF_F32,
    .size = sizeof(Boston),
    .param_bytes = 604,
    .state_bytes = 0,
    .work_bytes = 968,
    .seed_offset = offsetof(Boston, seed),
    .step_offset = offsetof(Boston, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 5,
    .n_funcs = 1,
    .n_trains = 1,
    .tensor = boston_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
    .n_probes = 1,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static Boston net;
    return mf_main(argc, argv, &model, &net);
}

#endif

/*
 * grokking_sequential.c - trains and runs the network of grokking_sequential.lua.
 * Written by mfc 0.1: edit the script, not this file.
 *
 * 13 parameters; a step of 34 nodes; 16 kernels;
 * bytes: parameters 104, state 0, work 256 (unshared 360), stack 4320
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 */
#include "mfrt.h"

#define GROKKING_SEQUENTIAL_PARAM_BYTES 104u
#define GROKKING_SEQUENTIAL_STATE_BYTES 0u
#define GROKKING_SEQUENTIAL_WORK_BYTES 256u
#define GROKKING_SEQUENTIAL_STACK_BYTES 4320u
#define GROKKING_SEQUENTIAL_TENSORS 5u

typedef struct GrokkingSequential {
    double linear1_weight[2][3]; /* grokking_sequential.lua:17 */
    double linear1_bias[3];      /* grokking_sequential.lua:17 */
    double linear2_weight[3][1]; /* grokking_sequential.lua:17 */
    double linear2_bias[1];      /* grokking_sequential.lua:17 */
    /* settings, which --set changes */
    double lr; /* grokking_sequential.lua:34 */
    /* of the last batch */
    struct {
        double loss_sum1;
    } metric;
    uint64_t seed, step;
    /* work memory: one function runs at a time */
    union {
        struct GrokkingSequentialStep {
            double linear1[4][3];  /* calls 1 to 6 */
            double dlinear1[4][3]; /* calls 1 to 5 */
            double error[4][1];    /* calls 1 to 2 */
            double dpred[4][1];    /* calls 1 to 6 */
        } step;
        struct GrokkingSequentialEval {
            double product[4][1]; /* calls 1 to 2 */
        } eval;
        struct GrokkingSequentialEvalOne {
            double linear1[1][3]; /* calls 1 to 2 */
            double loss[1][1];    /* calls 2 to 4 */
        } eval_one;
        struct GrokkingSequentialPredict {
            double linear1[1][3]; /* calls 1 to 2 */
        } predict;
    } work;
} GrokkingSequential;

/* Initial values of everything, drawn from the seed. */
void grokking_sequential_init(GrokkingSequential *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
double grokking_sequential_step(GrokkingSequential *net,
                                const double data[restrict 4][2],
                                const double target[restrict 4][1]);
/* Values over many batches, from the means of the sums that eval gives. */
double grokking_sequential_eval_total(GrokkingSequential *net, double loss_sum1);
/* The loss and the metrics as in inference, without an update. */
double grokking_sequential_eval(GrokkingSequential *net,
                                const double data[restrict 4][2],
                                const double target[restrict 4][1]);
/* The same of a batch of one row. */
double grokking_sequential_eval_one(GrokkingSequential *net,
                                    const double data[restrict 1][2],
                                    const double target[restrict 1][1]);
/* The function `predict`. */
void grokking_sequential_predict(GrokkingSequential *net,
                                 const double data[restrict 1][2],
                                 double pred[restrict 1][1]);
extern const MfTensor grokking_sequential_tensors[];

/* clang-format off */
_Static_assert(sizeof(((GrokkingSequential *)0)->work) == GROKKING_SEQUENTIAL_WORK_BYTES, "work");
_Static_assert(offsetof(GrokkingSequential, linear2_bias) + sizeof(((GrokkingSequential *)0)->linear2_bias) ==
               GROKKING_SEQUENTIAL_PARAM_BYTES, "parameters");
/* clang-format on */

/* clang-format off */
static const double const_data[2][3] = {
    {0.5437431604812986, -0.615429769598336, -1.1978064265539556},
    {2.1416584322166123, -0.09462100189797196, -0.9288281000339327},
};

static const double const_data2[3][1] = {
    {-0.580878134023515},
    {-0.5251698071781478},
    {-0.5713801657541415},
};
/* clang-format on */

/* 1  linear1 = data linear1_weight + linear1_bias
 *    pred = linear1 linear2_weight + linear2_bias         grokking_sequential.lua:27
 *    error = pred - target
 *    dpred = error + error                                grokking_sequential.lua:28
 *    dlinear1 = dpred linear2_weight'                     grokking_sequential.lua:27 */
static void k1_dlinear1(const double data[restrict 4][2],
                        const double linear1_weight[restrict 2][3],
                        const double linear1_bias[restrict 3],
                        const double linear2_weight[restrict 3][1],
                        const double linear2_bias[restrict 1],
                        const double target[restrict 4][1],
                        double linear1[restrict 4][3], double error[restrict 4][1],
                        double dpred[restrict 4][1], double dlinear1[restrict 4][3])
{
    double acc[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 3; k++)
                acc[i][k] = fma(data[i][j], linear1_weight[j][k], acc[i][k]);
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            linear1[i][j] = acc[i][j] + linear1_bias[j];
    double acc2[4] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc2[i] = fma(linear1[i][j], linear2_weight[j][0], acc2[i]);
    for (int i = 0; i < 4; i++) {
        const double pred = acc2[i] + linear2_bias[0];
        const double error2 = pred - target[i][0];
        error[i][0] = error2;
        dpred[i][0] = error2 + error2;
    }
    double acc3[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc3[i][j] = fma(dpred[i][0], linear2_weight[j][0], acc3[i][j]);
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            dlinear1[i][j] = acc3[i][j];
    }
}

/* 2  loss = sum(error * error)                            grokking_sequential.lua:28 */
static void k2_loss(const double error[restrict 4][1], double *restrict loss)
{
    double acc = 0.0;
    for (int i = 0; i < 4; i++)
        acc += error[i][0] * error[i][0];
    *loss = acc;
}

/* 3  dlinear2_bias = sum(dpred)                           grokking_sequential.lua:27
 *    linear2_bias = linear2_bias - lr * dlinear2_bias     grokking_sequential.lua:34 */
static void k3_linear2_bias(const double dpred[restrict 4][1], double lr,
                            double linear2_bias[restrict 1])
{
    double acc = 0.0;
    for (int i = 0; i < 4; i++)
        acc += dpred[i][0];
    linear2_bias[0] = linear2_bias[0] - lr * acc;
}

/* 4  dlinear1_weight = data' dlinear1                     grokking_sequential.lua:27
 *    linear1_weight = linear1_weight - lr *
 *        dlinear1_weight                                  grokking_sequential.lua:34 */
static void k4_linear1_weight(const double data[restrict 4][2],
                              const double dlinear1[restrict 4][3], double lr,
                              double linear1_weight[restrict 2][3])
{
    for (int i = 0; i < 2; i++) {
        double acc[3] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 3; k++)
                acc[k] = fma(data[j][i], dlinear1[j][k], acc[k]);
        for (int j = 0; j < 3; j++)
            linear1_weight[i][j] = linear1_weight[i][j] - lr * acc[j];
    }
}

/* 5  dlinear1_bias = sum(dlinear1)                        grokking_sequential.lua:27
 *    linear1_bias = linear1_bias - lr * dlinear1_bias     grokking_sequential.lua:34 */
static void k5_linear1_bias(const double dlinear1[restrict 4][3], double lr,
                            double linear1_bias[restrict 3])
{
    double acc[3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc[j] += dlinear1[i][j];
    for (int i = 0; i < 3; i++)
        linear1_bias[i] = linear1_bias[i] - lr * acc[i];
}

/* 6  dlinear2_weight = linear1' dpred                     grokking_sequential.lua:27
 *    linear2_weight = linear2_weight - lr *
 *        dlinear2_weight                                  grokking_sequential.lua:34 */
static void k6_linear2_weight(const double linear1[restrict 4][3],
                              const double dpred[restrict 4][1], double lr,
                              double linear2_weight[restrict 3][1])
{
    double acc[3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc[j] = fma(linear1[i][j], dpred[i][0], acc[j]);
    for (int i = 0; i < 3; i++)
        linear2_weight[i][0] = linear2_weight[i][0] - lr * acc[i];
}

/* 7  loss = loss_sum1                                     grokking_sequential.lua:34 */
static void k7_loss(double loss_sum1, double *restrict loss)
{
    *loss = loss_sum1;
}

/* 8  linear1 = data linear1_weight + linear1_bias
 *    product = linear1 linear2_weight                     grokking_sequential.lua:27 */
static void k8_product(const double data[restrict 4][2],
                       const double linear1_weight[restrict 2][3],
                       const double linear1_bias[restrict 3],
                       const double linear2_weight[restrict 3][1],
                       double product[restrict 4][1])
{
    double acc[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 3; k++)
                acc[i][k] = fma(data[i][j], linear1_weight[j][k], acc[i][k]);
    double linear1[4][4];
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 4; j++)
            linear1[i][j] = (j < 3 ? acc[i][j] : 0.0) + (j < 3 ? linear1_bias[j] : 0.0);
    }
    for (int i = 0; i < 4; i++) {
        double acc2 = 0.0;
        for (int j = 0; j < 3; j++)
            acc2 = fma(linear1[i][j], linear2_weight[j][0], acc2);
        product[i][0] = acc2;
    }
}

/* 9  pred = product + linear2_bias                        grokking_sequential.lua:27
 *    error = pred - target
 *    loss = sum(error * error)                            grokking_sequential.lua:28 */
static void k9_loss(const double product[restrict 4][1],
                    const double linear2_bias[restrict 1],
                    const double target[restrict 4][1], double *restrict loss)
{
    double acc = 0.0;
    for (int i = 0; i < 4; i++) {
        const double pred = product[i][0] + linear2_bias[0];
        const double error = pred - target[i][0];
        acc += error * error;
    }
    *loss = acc;
}

/* 10  linear1 = data linear1_weight + linear1_bias        grokking_sequential.lua:27 */
static void k10_linear1(const double data[restrict 1][2],
                        const double linear1_weight[restrict 2][3],
                        const double linear1_bias[restrict 3],
                        double linear1[restrict 1][3])
{
    double acc[3] = {0};
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            acc[j] = fma(data[0][i], linear1_weight[i][j], acc[j]);
    for (int i = 0; i < 3; i++)
        linear1[0][i] = acc[i] + linear1_bias[i];
}

/* 11  pred = linear1 linear2_weight + linear2_bias        grokking_sequential.lua:27
 *     error = pred - target
 *     loss = error * error                                grokking_sequential.lua:28 */
static void k11_loss(const double linear1[restrict 1][3],
                     const double linear2_weight[restrict 3][1],
                     const double linear2_bias[restrict 1],
                     const double target[restrict 1][1], double loss[restrict 1][1])
{
    double acc = 0.0;
    for (int i = 0; i < 3; i++)
        acc = fma(linear1[0][i], linear2_weight[i][0], acc);
    const double pred = acc + linear2_bias[0];
    const double error = pred - target[0][0];
    loss[0][0] = error * error;
}

/* 12  loss2 = loss                                        grokking_sequential.lua:28 */
static void k12_loss(const double loss[restrict 1][1], double *restrict loss2)
{
    *loss2 = loss[0][0];
}

/* 13  loss_sum1 = loss * 4                                grokking_sequential.lua:34 */
static void k13_loss_sum1(const double loss[restrict 1][1], double *restrict loss_sum1)
{
    *loss_sum1 = loss[0][0] * 4.0;
}

/* 14  pred = linear1 linear2_weight + linear2_bias        grokking_sequential.lua:27 */
static void k14_pred(const double linear1[restrict 1][3],
                     const double linear2_weight[restrict 3][1],
                     const double linear2_bias[restrict 1], double pred[restrict 1][1])
{
    double acc = 0.0;
    for (int i = 0; i < 3; i++)
        acc = fma(linear1[0][i], linear2_weight[i][0], acc);
    pred[0][0] = acc + linear2_bias[0];
}

/* 15  linear2_weight = data * 0.816497                    grokking_sequential.lua:14 */
static void k15_linear2_weight(const double data[restrict 3][1],
                               double linear2_weight[restrict 3][1])
{
    for (int i = 0; i < 3; i++)
        linear2_weight[i][0] = data[i][0] * 0.816496580927726;
}

/* 16  linear1_weight = data                               grokking_sequential.lua:14 */
static void k16_linear1_weight(const double data[restrict 2][3],
                               double linear1_weight[restrict 2][3])
{
    for (int i = 0; i < 2; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            linear1_weight[i][j] = data[i][j];
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
void grokking_sequential_init(GrokkingSequential *net, uint64_t seed)
{
    memset(net, 0, offsetof(GrokkingSequential, work));
    net->seed = seed;
    k15_linear2_weight(const_data2, net->linear2_weight);
    k16_linear1_weight(const_data, net->linear1_weight);
    net->lr = 0.05;
}

/* One step: forward, backward, update; returns the loss before it. */
double grokking_sequential_step(GrokkingSequential *net,
                                const double data[restrict 4][2],
                                const double target[restrict 4][1])
{
    double loss;
    struct GrokkingSequentialStep *w = &net->work.step;
    /* forward and backward */
    k1_dlinear1(data, net->linear1_weight, net->linear1_bias, net->linear2_weight,
                net->linear2_bias, target, w->linear1, w->error, w->dpred, w->dlinear1);
    /* the loss */
    k2_loss(w->error, &loss);
    /* backward, and the update of what is done */
    k3_linear2_bias(w->dpred, net->lr, net->linear2_bias);
    k4_linear1_weight(data, w->dlinear1, net->lr, net->linear1_weight);
    k5_linear1_bias(w->dlinear1, net->lr, net->linear1_bias);
    k6_linear2_weight(w->linear1, w->dpred, net->lr, net->linear2_weight);
    net->step++;
    return loss;
}

/* Values over many batches, from the means of the sums that eval gives. */
double grokking_sequential_eval_total(GrokkingSequential *net, double loss_sum1)
{
    double loss;
    (void)net;
    k7_loss(loss_sum1, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
double grokking_sequential_eval(GrokkingSequential *net,
                                const double data[restrict 4][2],
                                const double target[restrict 4][1])
{
    double loss;
    struct GrokkingSequentialEval *w = &net->work.eval;
    k8_product(data, net->linear1_weight, net->linear1_bias, net->linear2_weight,
               w->product);
    k9_loss(w->product, net->linear2_bias, target, &loss);
    k7_loss(loss, &net->metric.loss_sum1);
    return loss;
}

/* The same of a batch of one row. */
double grokking_sequential_eval_one(GrokkingSequential *net,
                                    const double data[restrict 1][2],
                                    const double target[restrict 1][1])
{
    double loss;
    struct GrokkingSequentialEvalOne *w = &net->work.eval_one;
    k10_linear1(data, net->linear1_weight, net->linear1_bias, w->linear1);
    k11_loss(w->linear1, net->linear2_weight, net->linear2_bias, target, w->loss);
    k12_loss(w->loss, &loss);
    k13_loss_sum1(w->loss, &net->metric.loss_sum1);
    return loss;
}

/* The function `predict`. */
void grokking_sequential_predict(GrokkingSequential *net,
                                 const double data[restrict 1][2],
                                 double pred[restrict 1][1])
{
    struct GrokkingSequentialPredict *w = &net->work.predict;
    k10_linear1(data, net->linear1_weight, net->linear1_bias, w->linear1);
    k14_pred(w->linear1, net->linear2_weight, net->linear2_bias, pred);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor grokking_sequential_tensors[] = {
    {"linear1.weight", MF_F64, MF_PARAM, 2, {2, 3}, offsetof(GrokkingSequential, linear1_weight)},
    {"linear1.bias", MF_F64, MF_PARAM, 1, {3}, offsetof(GrokkingSequential, linear1_bias)},
    {"linear2.weight", MF_F64, MF_PARAM, 2, {3, 1}, offsetof(GrokkingSequential, linear2_weight)},
    {"linear2.bias", MF_F64, MF_PARAM, 1, {1}, offsetof(GrokkingSequential, linear2_bias)},
    {"lr", MF_F64, MF_SETTING, 0, {0}, offsetof(GrokkingSequential, lr)},
};
/* clang-format on */

#ifndef GROKKING_SEQUENTIAL_NO_MAIN

/* clang-format off */
static const MfPort predict_in[] = {
    {"data", MF_F64, 2, {1, 2}, 0, NULL},
};

static const MfPort predict_out[] = {
    {"pred", MF_F64, 2, {1, 1}, 0, NULL},
};
/* clang-format on */

static void call_predict(void *net, const void *const *in, void *const *out)
{
    const double(*in0)[2] = (const double(*)[2])in[0];
    grokking_sequential_predict(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"predict", 1, 1, 1, predict_in, predict_out, call_predict},
};

static const MfPort step_in[] = {
    {"data", MF_F64, 2, {4, 2}, 0, NULL},
    {"target", MF_F64, 2, {4, 1}, 0, NULL},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const double(*in0)[2] = (const double(*)[2])in[0];
    const double(*in1)[1] = (const double(*)[1])in[1];
    out[0] = grokking_sequential_step(net, in0, in1);
}

static void call_eval_total(void *net, const void *const *in, double *out)
{
    const double in0 = *(const double *)in[0];
    out[0] = grokking_sequential_eval_total(net, in0);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const double(*in0)[2] = (const double(*)[2])in[0];
    const double(*in1)[1] = (const double(*)[1])in[1];
    out[0] = grokking_sequential_eval(net, in0, in1);
    const GrokkingSequential *done = net;
    out[1] = (double)done->metric.loss_sum1;
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const double(*in0)[2] = (const double(*)[2])in[0];
    const double(*in1)[1] = (const double(*)[1])in[1];
    out[0] = grokking_sequential_eval_one(net, in0, in1);
    const GrokkingSequential *done = net;
    out[1] = (double)done->metric.loss_sum1;
}

static const int totalled_0[] = {0};

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
        .n_sums = 1,
        .n_totalled = 1,
        .totalled = totalled_0,
        .total = call_eval_total,
        .epochs = 10,
        .shuffle = MF_IN_ORDER,
        .accumulate = 1,
        .turns = 1,
    },
};

static const double data_0[] = {
    0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 1.0,
};

static const double data_1[] = {
    0.0, 1.0, 0.0, 1.0,
};

static const MfField fields[] = {
    {.input = "data", .values = data_0, .rows = 4},
    {.input = "target", .values = data_1, .rows = 4},
};

static const MfData source = {
    .kind = MF_DATA_INLINE,
    .n_fields = 2,
    .field = fields,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0};
static const double probe_is_0[] = {-0.3840239458720065};
static const MfProbe probes[] = {
    {0, 0, 7u, 1, probe_at_0, probe_is_0, 3.850239458720065e-13},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    grokking_sequential_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "grokking_sequential",
    .script = "grokking_sequential.lua",
    .version = "0.1",
    .hash = 0x805b54a6420a9051u,
    .real = MF_F64,
    .size = sizeof(GrokkingSequential),
    .param_bytes = 104,
    .state_bytes = 0,
    .work_bytes = 256,
    .seed_offset = offsetof(GrokkingSequential, seed),
    .step_offset = offsetof(GrokkingSequential, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 5,
    .n_funcs = 1,
    .n_trains = 1,
    .tensor = grokking_sequential_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
    .n_probes = 1,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static GrokkingSequential net;
    return mf_main(argc, argv, &model, &net);
}

#endif

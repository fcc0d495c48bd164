/*
 * grokking_backprop.c - trains and runs the network of grokking_backprop.lua. Written
 * by mfc 0.1: edit the script, not this file.
 *
 * 9 parameters; a step of 24 nodes; 17 kernels;
 * bytes: parameters 72, state 0, work 352 (unshared 328), stack 4416
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 */
#include "mfrt.h"

#define GROKKING_BACKPROP_PARAM_BYTES 72u
#define GROKKING_BACKPROP_STATE_BYTES 0u
#define GROKKING_BACKPROP_WORK_BYTES 352u
#define GROKKING_BACKPROP_STACK_BYTES 4416u
#define GROKKING_BACKPROP_TENSORS 3u

typedef struct GrokkingBackprop {
    double weights_0_1[2][3]; /* grokking_backprop.lua:14 */
    double weights_1_2[3][1]; /* grokking_backprop.lua:15 */
    /* settings, which --set changes */
    double lr; /* grokking_backprop.lua:38 */
    /* of the last batch */
    struct {
        double loss_sum1;
    } metric;
    uint64_t seed, step;
    /* work memory: one function runs at a time */
    union {
        struct GrokkingBackpropStep {
            double layer_1[4][3];  /* calls 1 to 4 */
            double dlayer_1[4][3]; /* calls 1 to 3 */
            double diff[4][1];     /* calls 1 to 2 */
            double ddiff[4][1];    /* calls 1 to 4 */
        } step;
        struct GrokkingBackpropEval {
            double pred[4][1]; /* calls 1 to 2 */
        } eval;
        struct GrokkingBackpropEvalOne {
            double layer_1[1][3]; /* calls 1 to 2 */
            double loss[1][1];    /* calls 2 to 4 */
        } eval_one;
        struct GrokkingBackpropGradients {
            double layer_1[4][3];      /* calls 1 to 3 */
            double layer_1_grad[4][3]; /* calls 1 to 4 */
            double dlayer_1[4][3];     /* calls 1 to 5 */
            double diff[4][1];         /* calls 1 to 2 */
            double ddiff[4][1];        /* calls 1 to 3 */
        } gradients;
        struct GrokkingBackpropPredict {
            double layer_1[1][3]; /* calls 1 to 2 */
        } predict;
    } work;
} GrokkingBackprop;

/* Initial values of everything, drawn from the seed. */
void grokking_backprop_init(GrokkingBackprop *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
double grokking_backprop_step(GrokkingBackprop *net, const double x[restrict 4][2],
                              const double y[restrict 4][1]);
/* Values over many batches, from the means of the sums that eval gives. */
double grokking_backprop_eval_total(GrokkingBackprop *net, double loss_sum1);
/* The loss and the metrics as in inference, without an update. */
double grokking_backprop_eval(GrokkingBackprop *net, const double x[restrict 4][2],
                              const double y[restrict 4][1]);
/* The same of a batch of one row. */
double grokking_backprop_eval_one(GrokkingBackprop *net, const double x[restrict 1][2],
                                  const double y[restrict 1][1]);
/* The function `gradients`. */
void grokking_backprop_gradients(GrokkingBackprop *net, const double x[restrict 4][2],
                                 const double y[restrict 4][1],
                                 double weights_0_1_update[restrict 2][3],
                                 double weights_1_2_update[restrict 3][1],
                                 double derived_0_1[restrict 2][3],
                                 double derived_1_2[restrict 3][1]);
/* The function `predict`. */
void grokking_backprop_predict(GrokkingBackprop *net, const double x[restrict 1][2],
                               double pred[restrict 1][1]);
extern const MfTensor grokking_backprop_tensors[];

/* clang-format off */
_Static_assert(sizeof(((GrokkingBackprop *)0)->work) == GROKKING_BACKPROP_WORK_BYTES, "work");
_Static_assert(offsetof(GrokkingBackprop, weights_1_2) + sizeof(((GrokkingBackprop *)0)->weights_1_2) ==
               GROKKING_BACKPROP_PARAM_BYTES, "parameters");
/* clang-format on */

/* clang-format off */
static const double const_data[2][3] = {
    {0.3745401188473625, 0.9507143064099162, 0.7319939418114051},
    {0.5986584841970366, 0.15601864044243652, 0.15599452033620265},
};

static const double const_data2[3][1] = {
    {0.05808361216819946},
    {0.8661761457749352},
    {0.6011150117432088},
};
/* clang-format on */

/* 1  layer_1 = x weights_0_1                                grokking_backprop.lua:18
 *    pred = layer_1 weights_1_2                             grokking_backprop.lua:19
 *    diff = pred - y                                        grokking_backprop.lua:20
 *    ddiff = diff + diff                                    grokking_backprop.lua:21
 *    dlayer_1 = ddiff weights_1_2'                          grokking_backprop.lua:19 */
static void k1_dlayer_1(const double x[restrict 4][2],
                        const double weights_0_1[restrict 2][3],
                        const double weights_1_2[restrict 3][1],
                        const double y[restrict 4][1], double layer_1[restrict 4][3],
                        double diff[restrict 4][1], double ddiff[restrict 4][1],
                        double dlayer_1[restrict 4][3])
{
    double acc[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 3; k++)
                acc[i][k] = fma(x[i][j], weights_0_1[j][k], acc[i][k]);
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            layer_1[i][j] = acc[i][j];
    }
    double acc2[4] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc2[i] = fma(layer_1[i][j], weights_1_2[j][0], acc2[i]);
    for (int i = 0; i < 4; i++) {
        const double diff2 = acc2[i] - y[i][0];
        diff[i][0] = diff2;
        ddiff[i][0] = diff2 + diff2;
    }
    double acc3[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc3[i][j] = fma(ddiff[i][0], weights_1_2[j][0], acc3[i][j]);
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            dlayer_1[i][j] = acc3[i][j];
    }
}

/* 2  loss = sum(diff * diff)                                grokking_backprop.lua:21 */
static void k2_loss(const double diff[restrict 4][1], double *restrict loss)
{
    double acc = 0.0;
    for (int i = 0; i < 4; i++)
        acc += diff[i][0] * diff[i][0];
    *loss = acc;
}

/* 3  g = x' dlayer_1                                        grokking_backprop.lua:18
 *    weights_0_1 = weights_0_1 - lr * (0.5 * g)             grokking_backprop.lua:38 */
static void k3_weights_0_1(const double x[restrict 4][2],
                           const double dlayer_1[restrict 4][3], double lr,
                           double weights_0_1[restrict 2][3])
{
    for (int i = 0; i < 2; i++) {
        double acc[3] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 3; k++)
                acc[k] = fma(x[j][i], dlayer_1[j][k], acc[k]);
        for (int j = 0; j < 3; j++)
            weights_0_1[i][j] = weights_0_1[i][j] - lr * (0.5 * acc[j]);
    }
}

/* 4  g = layer_1' ddiff                                     grokking_backprop.lua:19
 *    weights_1_2 = weights_1_2 - lr * (0.5 * g)             grokking_backprop.lua:38 */
static void k4_weights_1_2(const double layer_1[restrict 4][3],
                           const double ddiff[restrict 4][1], double lr,
                           double weights_1_2[restrict 3][1])
{
    double acc[3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc[j] = fma(layer_1[i][j], ddiff[i][0], acc[j]);
    for (int i = 0; i < 3; i++)
        weights_1_2[i][0] = weights_1_2[i][0] - lr * (0.5 * acc[i]);
}

/* 5  loss = loss_sum1                                       grokking_backprop.lua:34 */
static void k5_loss(double loss_sum1, double *restrict loss)
{
    *loss = loss_sum1;
}

/* 6  layer_1 = x weights_0_1                                grokking_backprop.lua:18
 *    pred = layer_1 weights_1_2                             grokking_backprop.lua:19 */
static void k6_pred(const double x[restrict 4][2],
                    const double weights_0_1[restrict 2][3],
                    const double weights_1_2[restrict 3][1], double pred[restrict 4][1])
{
    double acc[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 3; k++)
                acc[i][k] = fma(x[i][j], weights_0_1[j][k], acc[i][k]);
    double layer_1[4][4];
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 4; j++)
            layer_1[i][j] = j < 3 ? acc[i][j] : 0.0;
    }
    for (int i = 0; i < 4; i++) {
        double acc2 = 0.0;
        for (int j = 0; j < 3; j++)
            acc2 = fma(layer_1[i][j], weights_1_2[j][0], acc2);
        pred[i][0] = acc2;
    }
}

/* 7  diff = pred - y                                        grokking_backprop.lua:20
 *    loss = sum(diff * diff)                                grokking_backprop.lua:21 */
static void k7_loss(const double pred[restrict 4][1], const double y[restrict 4][1],
                    double *restrict loss)
{
    double acc = 0.0;
    for (int i = 0; i < 4; i++) {
        const double diff = pred[i][0] - y[i][0];
        acc += diff * diff;
    }
    *loss = acc;
}

/* 8  layer_1 = x weights_0_1                                grokking_backprop.lua:18 */
static void k8_layer_1(const double x[restrict 1][2],
                       const double weights_0_1[restrict 2][3],
                       double layer_1[restrict 1][3])
{
    double acc[3] = {0};
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            acc[j] = fma(x[0][i], weights_0_1[i][j], acc[j]);
    MF_ROLLED
    for (int i = 0; i < 3; i++)
        layer_1[0][i] = acc[i];
}

/* 9  pred = layer_1 weights_1_2                             grokking_backprop.lua:19
 *    diff = pred - y                                        grokking_backprop.lua:20
 *    loss = diff * diff                                     grokking_backprop.lua:21 */
static void k9_loss(const double layer_1[restrict 1][3],
                    const double weights_1_2[restrict 3][1],
                    const double y[restrict 1][1], double loss[restrict 1][1])
{
    double acc = 0.0;
    for (int i = 0; i < 3; i++)
        acc = fma(layer_1[0][i], weights_1_2[i][0], acc);
    const double diff = acc - y[0][0];
    loss[0][0] = diff * diff;
}

/* 10  loss2 = loss                                          grokking_backprop.lua:21 */
static void k10_loss(const double loss[restrict 1][1], double *restrict loss2)
{
    *loss2 = loss[0][0];
}

/* 11  loss_sum1 = loss * 4                                  grokking_backprop.lua:34 */
static void k11_loss_sum1(const double loss[restrict 1][1], double *restrict loss_sum1)
{
    *loss_sum1 = loss[0][0] * 4.0;
}

/* 12  layer_1 = x weights_0_1                               grokking_backprop.lua:18
 *     pred = layer_1 weights_1_2                            grokking_backprop.lua:19
 *     diff = pred - y                                       grokking_backprop.lua:20
 *     ddiff = diff + diff                                   grokking_backprop.lua:21
 *     layer_1_grad = diff weights_1_2'                      grokking_backprop.lua:24
 *     dlayer_1 = ddiff weights_1_2'                         grokking_backprop.lua:19 */
static void k12_dlayer_1(const double x[restrict 4][2],
                         const double weights_0_1[restrict 2][3],
                         const double weights_1_2[restrict 3][1],
                         const double y[restrict 4][1], double layer_1[restrict 4][3],
                         double diff[restrict 4][1], double ddiff[restrict 4][1],
                         double layer_1_grad[restrict 4][3],
                         double dlayer_1[restrict 4][3])
{
    double acc[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 3; k++)
                acc[i][k] = fma(x[i][j], weights_0_1[j][k], acc[i][k]);
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            layer_1[i][j] = acc[i][j];
    }
    double acc2[4] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc2[i] = fma(layer_1[i][j], weights_1_2[j][0], acc2[i]);
    for (int i = 0; i < 4; i++) {
        const double diff2 = acc2[i] - y[i][0];
        diff[i][0] = diff2;
        ddiff[i][0] = diff2 + diff2;
    }
    double acc3[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc3[i][j] = fma(diff[i][0], weights_1_2[j][0], acc3[i][j]);
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            layer_1_grad[i][j] = acc3[i][j];
    }
    double acc4[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc4[i][j] = fma(ddiff[i][0], weights_1_2[j][0], acc4[i][j]);
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            dlayer_1[i][j] = acc4[i][j];
    }
}

/* 13  weights_1_2_update = layer_1' diff                    grokking_backprop.lua:25 */
static void k13_weights_1_2_update(const double layer_1[restrict 4][3],
                                   const double diff[restrict 4][1],
                                   double weights_1_2_update[restrict 3][1])
{
    double acc[3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc[j] = fma(layer_1[i][j], diff[i][0], acc[j]);
    for (int i = 0; i < 3; i++)
        weights_1_2_update[i][0] = acc[i];
}

/* 14  weights_0_1_update = x' layer_1_grad                  grokking_backprop.lua:26 */
static void k14_weights_0_1_update(const double x[restrict 4][2],
                                   const double layer_1_grad[restrict 4][3],
                                   double weights_0_1_update[restrict 2][3])
{
    for (int i = 0; i < 2; i++) {
        double acc[3] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 3; k++)
                acc[k] = fma(x[j][i], layer_1_grad[j][k], acc[k]);
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            weights_0_1_update[i][j] = acc[j];
    }
}

/* 15  pred = layer_1 weights_1_2                            grokking_backprop.lua:19 */
static void k15_pred(const double layer_1[restrict 1][3],
                     const double weights_1_2[restrict 3][1],
                     double pred[restrict 1][1])
{
    double acc = 0.0;
    for (int i = 0; i < 3; i++)
        acc = fma(layer_1[0][i], weights_1_2[i][0], acc);
    pred[0][0] = acc;
}

/* 16  weights_0_1 = data                                    grokking_backprop.lua:14 */
static void k16_weights_0_1(const double data[restrict 2][3],
                            double weights_0_1[restrict 2][3])
{
    for (int i = 0; i < 2; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            weights_0_1[i][j] = data[i][j];
    }
}

/* 17  weights_1_2 = data                                    grokking_backprop.lua:15 */
static void k17_weights_1_2(const double data[restrict 3][1],
                            double weights_1_2[restrict 3][1])
{
    for (int i = 0; i < 3; i++)
        weights_1_2[i][0] = data[i][0];
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
void grokking_backprop_init(GrokkingBackprop *net, uint64_t seed)
{
    memset(net, 0, offsetof(GrokkingBackprop, work));
    net->seed = seed;
    k16_weights_0_1(const_data, net->weights_0_1);
    k17_weights_1_2(const_data2, net->weights_1_2);
    net->lr = 0.1;
}

/* One step: forward, backward, update; returns the loss before it. */
double grokking_backprop_step(GrokkingBackprop *net, const double x[restrict 4][2],
                              const double y[restrict 4][1])
{
    double loss;
    struct GrokkingBackpropStep *w = &net->work.step;
    /* forward and backward */
    k1_dlayer_1(x, net->weights_0_1, net->weights_1_2, y, w->layer_1, w->diff, w->ddiff,
                w->dlayer_1);
    /* the loss */
    k2_loss(w->diff, &loss);
    /* backward, and the update of what is done */
    k3_weights_0_1(x, w->dlayer_1, net->lr, net->weights_0_1);
    k4_weights_1_2(w->layer_1, w->ddiff, net->lr, net->weights_1_2);
    net->step++;
    return loss;
}

/* Values over many batches, from the means of the sums that eval gives. */
double grokking_backprop_eval_total(GrokkingBackprop *net, double loss_sum1)
{
    double loss;
    (void)net;
    k5_loss(loss_sum1, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
double grokking_backprop_eval(GrokkingBackprop *net, const double x[restrict 4][2],
                              const double y[restrict 4][1])
{
    double loss;
    struct GrokkingBackpropEval *w = &net->work.eval;
    k6_pred(x, net->weights_0_1, net->weights_1_2, w->pred);
    k7_loss(w->pred, y, &loss);
    k5_loss(loss, &net->metric.loss_sum1);
    return loss;
}

/* The same of a batch of one row. */
double grokking_backprop_eval_one(GrokkingBackprop *net, const double x[restrict 1][2],
                                  const double y[restrict 1][1])
{
    double loss;
    struct GrokkingBackpropEvalOne *w = &net->work.eval_one;
    k8_layer_1(x, net->weights_0_1, w->layer_1);
    k9_loss(w->layer_1, net->weights_1_2, y, w->loss);
    k10_loss(w->loss, &loss);
    k11_loss_sum1(w->loss, &net->metric.loss_sum1);
    return loss;
}

/* The function `gradients`. */
void grokking_backprop_gradients(GrokkingBackprop *net, const double x[restrict 4][2],
                                 const double y[restrict 4][1],
                                 double weights_0_1_update[restrict 2][3],
                                 double weights_1_2_update[restrict 3][1],
                                 double derived_0_1[restrict 2][3],
                                 double derived_1_2[restrict 3][1])
{
    struct GrokkingBackpropGradients *w = &net->work.gradients;
    k12_dlayer_1(x, net->weights_0_1, net->weights_1_2, y, w->layer_1, w->diff,
                 w->ddiff, w->layer_1_grad, w->dlayer_1);
    k13_weights_1_2_update(w->layer_1, w->diff, weights_1_2_update);
    k13_weights_1_2_update(w->layer_1, w->ddiff, derived_1_2);
    k14_weights_0_1_update(x, w->layer_1_grad, weights_0_1_update);
    k14_weights_0_1_update(x, w->dlayer_1, derived_0_1);
}

/* The function `predict`. */
void grokking_backprop_predict(GrokkingBackprop *net, const double x[restrict 1][2],
                               double pred[restrict 1][1])
{
    struct GrokkingBackpropPredict *w = &net->work.predict;
    k8_layer_1(x, net->weights_0_1, w->layer_1);
    k15_pred(w->layer_1, net->weights_1_2, pred);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor grokking_backprop_tensors[] = {
    {"weights_0_1", MF_F64, MF_PARAM, 2, {2, 3}, offsetof(GrokkingBackprop, weights_0_1)},
    {"weights_1_2", MF_F64, MF_PARAM, 2, {3, 1}, offsetof(GrokkingBackprop, weights_1_2)},
    {"lr", MF_F64, MF_SETTING, 0, {0}, offsetof(GrokkingBackprop, lr)},
};
/* clang-format on */

#ifndef GROKKING_BACKPROP_NO_MAIN

/* clang-format off */
static const MfPort gradients_in[] = {
    {"x", MF_F64, 2, {4, 2}, 0, NULL},
    {"y", MF_F64, 2, {4, 1}, 0, NULL},
};

static const MfPort gradients_out[] = {
    {"weights_0_1_update", MF_F64, 2, {2, 3}, 0, NULL},
    {"weights_1_2_update", MF_F64, 2, {3, 1}, 0, NULL},
    {"derived_0_1", MF_F64, 2, {2, 3}, 0, NULL},
    {"derived_1_2", MF_F64, 2, {3, 1}, 0, NULL},
};
/* clang-format on */

static void call_gradients(void *net, const void *const *in, void *const *out)
{
    const double(*in0)[2] = (const double(*)[2])in[0];
    const double(*in1)[1] = (const double(*)[1])in[1];
    grokking_backprop_gradients(net, in0, in1, out[0], out[1], out[2], out[3]);
}

/* clang-format off */
static const MfPort predict_in[] = {
    {"x", MF_F64, 2, {1, 2}, 0, NULL},
};

static const MfPort predict_out[] = {
    {"pred", MF_F64, 2, {1, 1}, 0, NULL},
};
/* clang-format on */

static void call_predict(void *net, const void *const *in, void *const *out)
{
    const double(*in0)[2] = (const double(*)[2])in[0];
    grokking_backprop_predict(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"gradients", 0, 2, 4, gradients_in, gradients_out, call_gradients},
    {"predict", 1, 1, 1, predict_in, predict_out, call_predict},
};

static const MfPort step_in[] = {
    {"x", MF_F64, 2, {4, 2}, 0, NULL},
    {"y", MF_F64, 2, {4, 1}, 0, NULL},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const double(*in0)[2] = (const double(*)[2])in[0];
    const double(*in1)[1] = (const double(*)[1])in[1];
    out[0] = grokking_backprop_step(net, in0, in1);
}

static void call_eval_total(void *net, const void *const *in, double *out)
{
    const double in0 = *(const double *)in[0];
    out[0] = grokking_backprop_eval_total(net, in0);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const double(*in0)[2] = (const double(*)[2])in[0];
    const double(*in1)[1] = (const double(*)[1])in[1];
    out[0] = grokking_backprop_eval(net, in0, in1);
    const GrokkingBackprop *done = net;
    out[1] = (double)done->metric.loss_sum1;
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const double(*in0)[2] = (const double(*)[2])in[0];
    const double(*in1)[1] = (const double(*)[1])in[1];
    out[0] = grokking_backprop_eval_one(net, in0, in1);
    const GrokkingBackprop *done = net;
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
    {.input = "x", .values = data_0, .rows = 4},
    {.input = "y", .values = data_1, .rows = 4},
};

static const MfData source = {
    .kind = MF_DATA_INLINE,
    .n_fields = 2,
    .field = fields,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 5};
static const double probe_is_0[] = {0.15940793027744332, 2.3771825046595696, 1.649733828591817, -0.6106469640340878};
static const long probe_at_1[] = {0, 1, 2};
static const double probe_is_1[] = {0.4197574730789027, 2.4507011382391886, 1.8504571773304344};
static const long probe_at_2[] = {0, 1, 2, 5};
static const double probe_is_2[] = {0.31881586055488664, 4.754365009319139, 3.299467657183634, -1.2212939280681756};
static const long probe_at_3[] = {0, 1, 2};
static const double probe_is_3[] = {0.8395149461578054, 4.901402276478377, 3.7009143546608687};
static const long probe_at_4[] = {0};
static const double probe_is_4[] = {-0.06299031500091988};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 2.3781825046595695e-12},
    {0, 1, 7u, 3, probe_at_1, probe_is_1, 2.4517011382391885e-12},
    {0, 2, 7u, 4, probe_at_2, probe_is_2, 4.755365009319139e-12},
    {0, 3, 7u, 3, probe_at_3, probe_is_3, 4.902402276478377e-12},
    {1, 0, 7u, 1, probe_at_4, probe_is_4, 6.399031500091988e-14},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    grokking_backprop_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "grokking_backprop",
    .script = "grokking_backprop.lua",
    .version = "0.1",
    .hash = 0x8d1722cbef9253e7u,
    .real = MF_F64,
    .size = sizeof(GrokkingBackprop),
    .param_bytes = 72,
    .state_bytes = 0,
    .work_bytes = 352,
    .seed_offset = offsetof(GrokkingBackprop, seed),
    .step_offset = offsetof(GrokkingBackprop, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 3,
    .n_funcs = 2,
    .n_trains = 1,
    .tensor = grokking_backprop_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
    .n_probes = 5,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static GrokkingBackprop net;
    return mf_main(argc, argv, &model, &net);
}

#endif

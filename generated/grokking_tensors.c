/*
 * grokking_tensors.c - trains and runs the network of grokking_tensors.lua. Written by
 * mfc 0.1: edit the script, not this file.
 *
 * 9 parameters; a step of 20 nodes; 21 kernels;
 * bytes: parameters 72, state 0, work 256 (unshared 328), stack 4320
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 */
#include "mfrt.h"

#define GROKKING_TENSORS_PARAM_BYTES 72u
#define GROKKING_TENSORS_STATE_BYTES 0u
#define GROKKING_TENSORS_WORK_BYTES 256u
#define GROKKING_TENSORS_STACK_BYTES 4320u
#define GROKKING_TENSORS_TENSORS 3u

typedef struct GrokkingTensors {
    double w1[2][3]; /* grokking_tensors.lua:17 */
    double w2[3][1]; /* grokking_tensors.lua:19 */
    /* settings, which --set changes */
    double lr; /* grokking_tensors.lua:37 */
    /* of the last batch */
    struct {
        double loss_sum1;
    } metric;
    uint64_t seed, step;
    /* work memory: one function runs at a time */
    union {
        struct GrokkingTensorsStep {
            double product[4][3];  /* calls 1 to 4 */
            double dproduct[4][3]; /* calls 1 to 3 */
            double sub[4][1];      /* calls 1 to 2 */
            double dpred[4][1];    /* calls 1 to 4 */
        } step;
        struct GrokkingTensorsEval {
            double pred[4][1]; /* calls 1 to 2 */
        } eval;
        struct GrokkingTensorsEvalOne {
            double product[1][3]; /* calls 1 to 2 */
            double loss[1][1];    /* calls 2 to 4 */
        } eval_one;
        struct GrokkingTensorsPredict {
            double product[1][3]; /* calls 1 to 2 */
        } predict;
    } work;
} GrokkingTensors;

/* Initial values of everything, drawn from the seed. */
void grokking_tensors_init(GrokkingTensors *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
double grokking_tensors_step(GrokkingTensors *net, const double data[restrict 4][2],
                             const double target[restrict 4][1]);
/* Values over many batches, from the means of the sums that eval gives. */
double grokking_tensors_eval_total(GrokkingTensors *net, double loss_sum1);
/* The loss and the metrics as in inference, without an update. */
double grokking_tensors_eval(GrokkingTensors *net, const double data[restrict 4][2],
                             const double target[restrict 4][1]);
/* The same of a batch of one row. */
double grokking_tensors_eval_one(GrokkingTensors *net, const double data[restrict 1][2],
                                 const double target[restrict 1][1]);
/* The function `expands`. */
void grokking_tensors_expands(GrokkingTensors *net, double expand_1[restrict 4][2][3],
                              double expand_2[restrict 2][4][3],
                              double expand_3[restrict 2][3][4]);
/* The function `multiuse`. */
void grokking_tensors_multiuse(GrokkingTensors *net, const double a[restrict 5],
                               const double b[restrict 5], const double c[restrict 5],
                               double added_b[restrict 5],
                               double negated_b[restrict 5]);
/* The function `predict`. */
void grokking_tensors_predict(GrokkingTensors *net, const double data[restrict 1][2],
                              double pred[restrict 1][1]);
/* The function `sums`. */
void grokking_tensors_sums(GrokkingTensors *net, double sum_1[restrict 3],
                           double sum_2[restrict 2]);
extern const MfTensor grokking_tensors_tensors[];

/* clang-format off */
_Static_assert(sizeof(((GrokkingTensors *)0)->work) == GROKKING_TENSORS_WORK_BYTES, "work");
_Static_assert(offsetof(GrokkingTensors, w2) + sizeof(((GrokkingTensors *)0)->w2) ==
               GROKKING_TENSORS_PARAM_BYTES, "parameters");
/* clang-format on */

/* clang-format off */
static const double const_data[2][3] = {
    {0.1834347898661638, 0.7796910002727693, 0.596850157946487},
    {0.44583275285359114, 0.09997491581800289, 0.45924889196586716},
};

static const double const_data2[3][1] = {
    {0.14286681792194078},
    {0.6508884729488529},
    {0.056411579027100256},
};

static const double const_table_2x3[2][3] = {
    {1.0, 2.0, 3.0},
    {4.0, 5.0, 6.0},
};
/* clang-format on */

/* 1  product = data w1
 *    pred = product w2                                       grokking_tensors.lua:21
 *    sub = pred - target
 *    dpred = sub + sub                                       grokking_tensors.lua:22
 *    dproduct = dpred w2'                                    grokking_tensors.lua:21 */
static void k1_dproduct(const double data[restrict 4][2],
                        const double w1[restrict 2][3], const double w2[restrict 3][1],
                        const double target[restrict 4][1],
                        double product[restrict 4][3], double sub[restrict 4][1],
                        double dpred[restrict 4][1], double dproduct[restrict 4][3])
{
    double acc[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 3; k++)
                acc[i][k] = fma(data[i][j], w1[j][k], acc[i][k]);
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            product[i][j] = acc[i][j];
    }
    double acc2[4] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc2[i] = fma(product[i][j], w2[j][0], acc2[i]);
    for (int i = 0; i < 4; i++) {
        const double t = acc2[i] - target[i][0];
        sub[i][0] = t;
        dpred[i][0] = t + t;
    }
    double acc3[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc3[i][j] = fma(dpred[i][0], w2[j][0], acc3[i][j]);
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            dproduct[i][j] = acc3[i][j];
    }
}

/* 2  loss = sum(sub * sub)                                   grokking_tensors.lua:22 */
static void k2_loss(const double sub[restrict 4][1], double *restrict loss)
{
    double acc = 0.0;
    for (int i = 0; i < 4; i++)
        acc += sub[i][0] * sub[i][0];
    *loss = acc;
}

/* 3  dw1 = data' dproduct                                    grokking_tensors.lua:21
 *    w1 = w1 - lr * dw1                                      grokking_tensors.lua:37 */
static void k3_w1(const double data[restrict 4][2],
                  const double dproduct[restrict 4][3], double lr,
                  double w1[restrict 2][3])
{
    for (int i = 0; i < 2; i++) {
        double acc[3] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 3; k++)
                acc[k] = fma(data[j][i], dproduct[j][k], acc[k]);
        for (int j = 0; j < 3; j++)
            w1[i][j] = w1[i][j] - lr * acc[j];
    }
}

/* 4  dw2 = product' dpred                                    grokking_tensors.lua:21
 *    w2 = w2 - lr * dw2                                      grokking_tensors.lua:37 */
static void k4_w2(const double product[restrict 4][3],
                  const double dpred[restrict 4][1], double lr,
                  double w2[restrict 3][1])
{
    double acc[3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc[j] = fma(product[i][j], dpred[i][0], acc[j]);
    for (int i = 0; i < 3; i++)
        w2[i][0] = w2[i][0] - lr * acc[i];
}

/* 5  loss = loss_sum1                                        grokking_tensors.lua:37 */
static void k5_loss(double loss_sum1, double *restrict loss)
{
    *loss = loss_sum1;
}

/* 6  product = data w1
 *    pred = product w2                                       grokking_tensors.lua:21 */
static void k6_pred(const double data[restrict 4][2], const double w1[restrict 2][3],
                    const double w2[restrict 3][1], double pred[restrict 4][1])
{
    double acc[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 3; k++)
                acc[i][k] = fma(data[i][j], w1[j][k], acc[i][k]);
    double product[4][4];
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 4; j++)
            product[i][j] = j < 3 ? acc[i][j] : 0.0;
    }
    for (int i = 0; i < 4; i++) {
        double acc2 = 0.0;
        for (int j = 0; j < 3; j++)
            acc2 = fma(product[i][j], w2[j][0], acc2);
        pred[i][0] = acc2;
    }
}

/* 7  loss = sum((pred - target) * (pred - target))           grokking_tensors.lua:22 */
static void k7_loss(const double pred[restrict 4][1],
                    const double target[restrict 4][1], double *restrict loss)
{
    double acc = 0.0;
    for (int i = 0; i < 4; i++) {
        const double t = pred[i][0] - target[i][0];
        acc += t * t;
    }
    *loss = acc;
}

/* 8  product = data w1                                       grokking_tensors.lua:21 */
static void k8_product(const double data[restrict 1][2], const double w1[restrict 2][3],
                       double product[restrict 1][3])
{
    double acc[3] = {0};
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            acc[j] = fma(data[0][i], w1[i][j], acc[j]);
    MF_ROLLED
    for (int i = 0; i < 3; i++)
        product[0][i] = acc[i];
}

/* 9  pred = product w2                                       grokking_tensors.lua:21
 *    loss = (pred - target) * (pred - target)                grokking_tensors.lua:22 */
static void k9_loss(const double product[restrict 1][3], const double w2[restrict 3][1],
                    const double target[restrict 1][1], double loss[restrict 1][1])
{
    double acc = 0.0;
    for (int i = 0; i < 3; i++)
        acc = fma(product[0][i], w2[i][0], acc);
    const double t = acc - target[0][0];
    loss[0][0] = t * t;
}

/* 10  loss2 = loss                                           grokking_tensors.lua:22 */
static void k10_loss(const double loss[restrict 1][1], double *restrict loss2)
{
    *loss2 = loss[0][0];
}

/* 11  loss_sum1 = loss * 4                                   grokking_tensors.lua:37 */
static void k11_loss_sum1(const double loss[restrict 1][1], double *restrict loss_sum1)
{
    *loss_sum1 = loss[0][0] * 4.0;
}

/* 12  expand_1 = table_2x3                                   grokking_tensors.lua:43 */
static void k12_expand_1(const double table_2x3[restrict 2][3],
                         double expand_1[restrict 4][2][3])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++) {
            MF_ROLLED
            for (int k = 0; k < 3; k++)
                expand_1[i][j][k] = table_2x3[j][k];
        }
}

/* 13  expand_2 = table_2x3                                   grokking_tensors.lua:44 */
static void k13_expand_2(const double table_2x3[restrict 2][3],
                         double expand_2[restrict 2][4][3])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            MF_ROLLED
            for (int k = 0; k < 3; k++)
                expand_2[i][j][k] = table_2x3[i][k];
        }
}

/* 14  expand_3 = table_2x3                                   grokking_tensors.lua:45 */
static void k14_expand_3(const double table_2x3[restrict 2][3],
                         double expand_3[restrict 2][3][4])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 4; k++)
                expand_3[i][j][k] = table_2x3[i][j];
}

/* 15  added_b = 2                                            grokking_tensors.lua:29 */
static void k15_added_b(double added_b[restrict 5])
{
    for (int i = 0; i < 5; i++)
        added_b[i] = 2.0;
}

/* 16  negated_b = -2                                         grokking_tensors.lua:30 */
static void k16_negated_b(double negated_b[restrict 5])
{
    for (int i = 0; i < 5; i++)
        negated_b[i] = -2.0;
}

/* 17  pred = product w2                                      grokking_tensors.lua:21 */
static void k17_pred(const double product[restrict 1][3],
                     const double w2[restrict 3][1], double pred[restrict 1][1])
{
    double acc = 0.0;
    for (int i = 0; i < 3; i++)
        acc = fma(product[0][i], w2[i][0], acc);
    pred[0][0] = acc;
}

/* 18  sum_1 = sum(table_2x3)                                 grokking_tensors.lua:41 */
static void k18_sum_1(const double table_2x3[restrict 2][3], double sum_1[restrict 3])
{
    double acc[3] = {0};
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            acc[j] += table_2x3[i][j];
    MF_ROLLED
    for (int i = 0; i < 3; i++)
        sum_1[i] = acc[i];
}

/* 19  sum_2 = sum(table_2x3)                                 grokking_tensors.lua:42 */
static void k19_sum_2(const double table_2x3[restrict 2][3], double sum_2[restrict 2])
{
    for (int i = 0; i < 2; i++) {
        const double t = 0.0 + table_2x3[i][0] + table_2x3[i][2];
        const double sum = t + table_2x3[i][1];
        sum_2[i] = sum;
    }
}

/* 20  w1 = data                                              grokking_tensors.lua:17 */
static void k20_w1(const double data[restrict 2][3], double w1[restrict 2][3])
{
    for (int i = 0; i < 2; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            w1[i][j] = data[i][j];
    }
}

/* 21  w2 = data                                              grokking_tensors.lua:19 */
static void k21_w2(const double data[restrict 3][1], double w2[restrict 3][1])
{
    for (int i = 0; i < 3; i++)
        w2[i][0] = data[i][0];
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
void grokking_tensors_init(GrokkingTensors *net, uint64_t seed)
{
    memset(net, 0, offsetof(GrokkingTensors, work));
    net->seed = seed;
    k20_w1(const_data, net->w1);
    k21_w2(const_data2, net->w2);
    net->lr = 0.1;
}

/* One step: forward, backward, update; returns the loss before it. */
double grokking_tensors_step(GrokkingTensors *net, const double data[restrict 4][2],
                             const double target[restrict 4][1])
{
    double loss;
    struct GrokkingTensorsStep *w = &net->work.step;
    /* forward and backward */
    k1_dproduct(data, net->w1, net->w2, target, w->product, w->sub, w->dpred,
                w->dproduct);
    /* the loss */
    k2_loss(w->sub, &loss);
    /* backward, and the update of what is done */
    k3_w1(data, w->dproduct, net->lr, net->w1);
    k4_w2(w->product, w->dpred, net->lr, net->w2);
    net->step++;
    return loss;
}

/* Values over many batches, from the means of the sums that eval gives. */
double grokking_tensors_eval_total(GrokkingTensors *net, double loss_sum1)
{
    double loss;
    (void)net;
    k5_loss(loss_sum1, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
double grokking_tensors_eval(GrokkingTensors *net, const double data[restrict 4][2],
                             const double target[restrict 4][1])
{
    double loss;
    struct GrokkingTensorsEval *w = &net->work.eval;
    k6_pred(data, net->w1, net->w2, w->pred);
    k7_loss(w->pred, target, &loss);
    k5_loss(loss, &net->metric.loss_sum1);
    return loss;
}

/* The same of a batch of one row. */
double grokking_tensors_eval_one(GrokkingTensors *net, const double data[restrict 1][2],
                                 const double target[restrict 1][1])
{
    double loss;
    struct GrokkingTensorsEvalOne *w = &net->work.eval_one;
    k8_product(data, net->w1, w->product);
    k9_loss(w->product, net->w2, target, w->loss);
    k10_loss(w->loss, &loss);
    k11_loss_sum1(w->loss, &net->metric.loss_sum1);
    return loss;
}

/* The function `expands`. */
void grokking_tensors_expands(GrokkingTensors *net, double expand_1[restrict 4][2][3],
                              double expand_2[restrict 2][4][3],
                              double expand_3[restrict 2][3][4])
{
    (void)net;
    k12_expand_1(const_table_2x3, expand_1);
    k13_expand_2(const_table_2x3, expand_2);
    k14_expand_3(const_table_2x3, expand_3);
}

/* The function `multiuse`. */
void grokking_tensors_multiuse(GrokkingTensors *net, const double a[restrict 5],
                               const double b[restrict 5], const double c[restrict 5],
                               double added_b[restrict 5], double negated_b[restrict 5])
{
    (void)net;
    (void)a;
    (void)b;
    (void)c;
    k15_added_b(added_b);
    k16_negated_b(negated_b);
}

/* The function `predict`. */
void grokking_tensors_predict(GrokkingTensors *net, const double data[restrict 1][2],
                              double pred[restrict 1][1])
{
    struct GrokkingTensorsPredict *w = &net->work.predict;
    k8_product(data, net->w1, w->product);
    k17_pred(w->product, net->w2, pred);
}

/* The function `sums`. */
void grokking_tensors_sums(GrokkingTensors *net, double sum_1[restrict 3],
                           double sum_2[restrict 2])
{
    (void)net;
    k18_sum_1(const_table_2x3, sum_1);
    k19_sum_2(const_table_2x3, sum_2);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor grokking_tensors_tensors[] = {
    {"w1", MF_F64, MF_PARAM, 2, {2, 3}, offsetof(GrokkingTensors, w1)},
    {"w2", MF_F64, MF_PARAM, 2, {3, 1}, offsetof(GrokkingTensors, w2)},
    {"lr", MF_F64, MF_SETTING, 0, {0}, offsetof(GrokkingTensors, lr)},
};
/* clang-format on */

#ifndef GROKKING_TENSORS_NO_MAIN

/* clang-format off */
static const MfPort expands_out[] = {
    {"expand_1", MF_F64, 3, {4, 2, 3}, 0, NULL},
    {"expand_2", MF_F64, 3, {2, 4, 3}, 0, NULL},
    {"expand_3", MF_F64, 3, {2, 3, 4}, 0, NULL},
};
/* clang-format on */

static void call_expands(void *net, const void *const *in, void *const *out)
{
    (void)in;
    grokking_tensors_expands(net, out[0], out[1], out[2]);
}

/* clang-format off */
static const MfPort multiuse_in[] = {
    {"a", MF_F64, 1, {5}, 0, NULL},
    {"b", MF_F64, 1, {5}, 0, NULL},
    {"c", MF_F64, 1, {5}, 0, NULL},
};

static const MfPort multiuse_out[] = {
    {"added_b", MF_F64, 1, {5}, 0, NULL},
    {"negated_b", MF_F64, 1, {5}, 0, NULL},
};
/* clang-format on */

static void call_multiuse(void *net, const void *const *in, void *const *out)
{
    const double *in0 = in[0];
    const double *in1 = in[1];
    const double *in2 = in[2];
    grokking_tensors_multiuse(net, in0, in1, in2, out[0], out[1]);
}

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
    grokking_tensors_predict(net, in0, out[0]);
}

/* clang-format off */
static const MfPort sums_out[] = {
    {"sum_1", MF_F64, 1, {3}, 0, NULL},
    {"sum_2", MF_F64, 1, {2}, 0, NULL},
};
/* clang-format on */

static void call_sums(void *net, const void *const *in, void *const *out)
{
    (void)in;
    grokking_tensors_sums(net, out[0], out[1]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"expands", 0, 0, 3, NULL, expands_out, call_expands},
    {"multiuse", 5, 3, 2, multiuse_in, multiuse_out, call_multiuse},
    {"predict", 1, 1, 1, predict_in, predict_out, call_predict},
    {"sums", 0, 0, 2, NULL, sums_out, call_sums},
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
    out[0] = grokking_tensors_step(net, in0, in1);
}

static void call_eval_total(void *net, const void *const *in, double *out)
{
    const double in0 = *(const double *)in[0];
    out[0] = grokking_tensors_eval_total(net, in0);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const double(*in0)[2] = (const double(*)[2])in[0];
    const double(*in1)[1] = (const double(*)[1])in[1];
    out[0] = grokking_tensors_eval(net, in0, in1);
    const GrokkingTensors *done = net;
    out[1] = (double)done->metric.loss_sum1;
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const double(*in0)[2] = (const double(*)[2])in[0];
    const double(*in1)[1] = (const double(*)[1])in[1];
    out[0] = grokking_tensors_eval_one(net, in0, in1);
    const GrokkingTensors *done = net;
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
static const long probe_at_0[] = {0, 1, 2, 23};
static const double probe_is_0[] = {1.0, 2.0, 3.0, 6.0};
static const long probe_at_1[] = {0, 1, 2, 23};
static const double probe_is_1[] = {1.0, 2.0, 3.0, 6.0};
static const long probe_at_2[] = {0, 1, 2, 23};
static const double probe_is_2[] = {1.0, 1.0, 1.0, 6.0};
static const long probe_at_3[] = {0, 1, 2, 4};
static const double probe_is_3[] = {2.0, 2.0, 2.0, 2.0};
static const long probe_at_4[] = {0, 1, 2, 4};
static const double probe_is_4[] = {-2.0, -2.0, -2.0, -2.0};
static const long probe_at_5[] = {0};
static const double probe_is_5[] = {-0.007071506577080647};
static const long probe_at_6[] = {0, 1, 2};
static const double probe_is_6[] = {5.0, 7.0, 9.0};
static const long probe_at_7[] = {0, 1};
static const double probe_is_7[] = {6.0, 15.0};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 6.001e-12},
    {0, 1, 7u, 4, probe_at_1, probe_is_1, 6.001e-12},
    {0, 2, 7u, 4, probe_at_2, probe_is_2, 6.001e-12},
    {1, 0, 7u, 4, probe_at_3, probe_is_3, 2.0009999999999997e-12},
    {1, 1, 7u, 4, probe_at_4, probe_is_4, 2.0009999999999997e-12},
    {2, 0, 7u, 1, probe_at_5, probe_is_5, 8.071506577080646e-15},
    {3, 0, 7u, 3, probe_at_6, probe_is_6, 9.000999999999999e-12},
    {3, 1, 7u, 2, probe_at_7, probe_is_7, 1.5001e-11},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    grokking_tensors_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "grokking_tensors",
    .script = "grokking_tensors.lua",
    .version = "0.1",
    .hash = 0xed9bd7747aedc315u,
    .real = MF_F64,
    .size = sizeof(GrokkingTensors),
    .param_bytes = 72,
    .state_bytes = 0,
    .work_bytes = 256,
    .seed_offset = offsetof(GrokkingTensors, seed),
    .step_offset = offsetof(GrokkingTensors, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 3,
    .n_funcs = 4,
    .n_trains = 1,
    .tensor = grokking_tensors_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
    .n_probes = 8,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static GrokkingTensors net;
    return mf_main(argc, argv, &model, &net);
}

#endif

/*
 * grokking_as_printed.c - trains and runs the network of grokking_as_printed.lua.
 * Written by mfc 0.1: edit the script, not this file.
 *
 * 9 parameters; a step of 29 nodes; 16 kernels;
 * bytes: parameters 72, state 0, work 328 (unshared 400), stack 4320
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 */
#include "mfrt.h"

#define GROKKING_AS_PRINTED_PARAM_BYTES 72u
#define GROKKING_AS_PRINTED_STATE_BYTES 0u
#define GROKKING_AS_PRINTED_WORK_BYTES 328u
#define GROKKING_AS_PRINTED_STACK_BYTES 4320u
#define GROKKING_AS_PRINTED_TENSORS 3u

typedef struct GrokkingAsPrinted {
    double w1[2][3]; /* grokking_as_printed.lua:22 */
    double w2[3][1]; /* grokking_as_printed.lua:24 */
    /* settings, which --set changes */
    double lr; /* grokking_as_printed.lua:33 */
    /* of the last batch */
    struct {
        double loss_sum1;
    } metric;
    uint64_t seed, step;
    /* work memory: one function runs at a time */
    union {
        struct GrokkingAsPrintedStep {
            double product[4][3];  /* calls 3 to 5 */
            double dproduct[4][3]; /* calls 3 to 6 */
            double add[2][3];      /* calls 2 to 3 */
            double error[4][1];    /* calls 3 to 4 */
            double dpred[4][1];    /* calls 3 to 5 */
            double add2[3][1];     /* calls 1 to 3 */
        } step;
        struct GrokkingAsPrintedEval {
            double add[2][3];  /* calls 2 to 3 */
            double pred[4][1]; /* calls 3 to 4 */
            double add2[3][1]; /* calls 1 to 3 */
        } eval;
        union GrokkingAsPrintedEvalOne {
            double loss[1][1]; /* calls 4 to 6 */
            struct {
                double add[2][3];     /* calls 2 to 3 */
                double product[1][3]; /* calls 3 to 4 */
                double add2[3][1];    /* calls 1 to 4 */
            };
        } eval_one;
        struct GrokkingAsPrintedPredict {
            double add[2][3];     /* calls 2 to 3 */
            double product[1][3]; /* calls 3 to 4 */
            double add2[3][1];    /* calls 1 to 4 */
        } predict;
    } work;
} GrokkingAsPrinted;

/* Initial values of everything, drawn from the seed. */
void grokking_as_printed_init(GrokkingAsPrinted *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
double grokking_as_printed_step(GrokkingAsPrinted *net,
                                const double data[restrict 4][2],
                                const double target[restrict 4][1]);
/* Values over many batches, from the means of the sums that eval gives. */
double grokking_as_printed_eval_total(GrokkingAsPrinted *net, double loss_sum1);
/* The loss and the metrics as in inference, without an update. */
double grokking_as_printed_eval(GrokkingAsPrinted *net,
                                const double data[restrict 4][2],
                                const double target[restrict 4][1]);
/* The same of a batch of one row. */
double grokking_as_printed_eval_one(GrokkingAsPrinted *net,
                                    const double data[restrict 1][2],
                                    const double target[restrict 1][1]);
/* The function `predict`. */
void grokking_as_printed_predict(GrokkingAsPrinted *net,
                                 const double data[restrict 1][2],
                                 double pred[restrict 1][1]);
extern const MfTensor grokking_as_printed_tensors[];

/* clang-format off */
_Static_assert(sizeof(((GrokkingAsPrinted *)0)->work) == GROKKING_AS_PRINTED_WORK_BYTES, "work");
_Static_assert(offsetof(GrokkingAsPrinted, w2) + sizeof(((GrokkingAsPrinted *)0)->w2) ==
               GROKKING_AS_PRINTED_PARAM_BYTES, "parameters");
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
/* clang-format on */

/* 1  add = w2 + 0.5 * (w2 - w2)                           grokking_as_printed.lua:14 */
static void k1_add(const double w2[restrict 3][1], double add[restrict 3][1])
{
    for (int i = 0; i < 3; i++)
        add[i][0] = w2[i][0] + 0.5 * (w2[i][0] - w2[i][0]);
}

/* 2  add = w1 + (w1 - w1)                                 grokking_as_printed.lua:14 */
static void k2_add(const double w1[restrict 2][3], double add[restrict 2][3])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            add[i][j] = w1[i][j] + (w1[i][j] - w1[i][j]);
}

/* 3  product = data add
 *    pred = product add2                                  grokking_as_printed.lua:26
 *    error = pred - target
 *    dpred = error + error                                grokking_as_printed.lua:27
 *    dproduct = dpred add2'                               grokking_as_printed.lua:26 */
static void k3_dproduct(const double data[restrict 4][2],
                        const double add[restrict 2][3],
                        const double add2[restrict 3][1],
                        const double target[restrict 4][1],
                        double product[restrict 4][3], double error[restrict 4][1],
                        double dpred[restrict 4][1], double dproduct[restrict 4][3])
{
    double acc[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 3; k++)
                acc[i][k] = fma(data[i][j], add[j][k], acc[i][k]);
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            product[i][j] = acc[i][j];
    }
    double acc2[4] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc2[i] = fma(product[i][j], add2[j][0], acc2[i]);
    for (int i = 0; i < 4; i++) {
        const double error2 = acc2[i] - target[i][0];
        error[i][0] = error2;
        dpred[i][0] = error2 + error2;
    }
    double acc3[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc3[i][j] = fma(dpred[i][0], add2[j][0], acc3[i][j]);
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            dproduct[i][j] = acc3[i][j];
    }
}

/* 4  loss = sum(error * error)                            grokking_as_printed.lua:27 */
static void k4_loss(const double error[restrict 4][1], double *restrict loss)
{
    double acc = 0.0;
    for (int i = 0; i < 4; i++)
        acc += error[i][0] * error[i][0];
    *loss = acc;
}

/* 5  dadd = product' dpred                                grokking_as_printed.lua:26
 *    dw2 = dadd + dadd * 0.5                              grokking_as_printed.lua:14
 *    w2 = w2 - lr * dw2                                   grokking_as_printed.lua:33 */
static void k5_w2(const double product[restrict 4][3],
                  const double dpred[restrict 4][1], double lr,
                  double w2[restrict 3][1])
{
    double acc[3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            acc[j] = fma(product[i][j], dpred[i][0], acc[j]);
    for (int i = 0; i < 3; i++) {
        const double dadd = acc[i];
        w2[i][0] = w2[i][0] - lr * (dadd + dadd * 0.5);
    }
}

/* 6  dadd = data' dproduct                                grokking_as_printed.lua:26
 *    dw1 = dadd + dadd                                    grokking_as_printed.lua:14
 *    w1 = w1 - lr * dw1                                   grokking_as_printed.lua:33 */
static void k6_w1(const double data[restrict 4][2],
                  const double dproduct[restrict 4][3], double lr,
                  double w1[restrict 2][3])
{
    for (int i = 0; i < 2; i++) {
        double acc[3] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 3; k++)
                acc[k] = fma(data[j][i], dproduct[j][k], acc[k]);
        for (int j = 0; j < 3; j++)
            w1[i][j] = w1[i][j] - lr * (acc[j] + acc[j]);
    }
}

/* 7  loss = loss_sum1                                     grokking_as_printed.lua:33 */
static void k7_loss(double loss_sum1, double *restrict loss)
{
    *loss = loss_sum1;
}

/* 8  product = data add
 *    pred = product add2                                  grokking_as_printed.lua:26 */
static void k8_pred(const double data[restrict 4][2], const double add[restrict 2][3],
                    const double add2[restrict 3][1], double pred[restrict 4][1])
{
    double acc[4][3] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 3; k++)
                acc[i][k] = fma(data[i][j], add[j][k], acc[i][k]);
    double product[4][4];
    for (int i = 0; i < 4; i++) {
        MF_ROLLED
        for (int j = 0; j < 4; j++)
            product[i][j] = j < 3 ? acc[i][j] : 0.0;
    }
    for (int i = 0; i < 4; i++) {
        double acc2 = 0.0;
        for (int j = 0; j < 3; j++)
            acc2 = fma(product[i][j], add2[j][0], acc2);
        pred[i][0] = acc2;
    }
}

/* 9  error = pred - target
 *    loss = sum(error * error)                            grokking_as_printed.lua:27 */
static void k9_loss(const double pred[restrict 4][1],
                    const double target[restrict 4][1], double *restrict loss)
{
    double acc = 0.0;
    for (int i = 0; i < 4; i++) {
        const double error = pred[i][0] - target[i][0];
        acc += error * error;
    }
    *loss = acc;
}

/* 10  product = data add                                  grokking_as_printed.lua:26 */
static void k10_product(const double data[restrict 1][2],
                        const double add[restrict 2][3], double product[restrict 1][3])
{
    double acc[3] = {0};
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            acc[j] = fma(data[0][i], add[i][j], acc[j]);
    MF_ROLLED
    for (int i = 0; i < 3; i++)
        product[0][i] = acc[i];
}

/* 11  pred = product add                                  grokking_as_printed.lua:26
 *     error = pred - target
 *     loss = error * error                                grokking_as_printed.lua:27 */
static void k11_loss(const double product[restrict 1][3],
                     const double add[restrict 3][1],
                     const double target[restrict 1][1], double loss[restrict 1][1])
{
    double acc = 0.0;
    for (int i = 0; i < 3; i++)
        acc = fma(product[0][i], add[i][0], acc);
    const double error = acc - target[0][0];
    loss[0][0] = error * error;
}

/* 12  loss2 = loss                                        grokking_as_printed.lua:27 */
static void k12_loss(const double loss[restrict 1][1], double *restrict loss2)
{
    *loss2 = loss[0][0];
}

/* 13  loss_sum1 = loss * 4                                grokking_as_printed.lua:33 */
static void k13_loss_sum1(const double loss[restrict 1][1], double *restrict loss_sum1)
{
    *loss_sum1 = loss[0][0] * 4.0;
}

/* 14  pred = product add                                  grokking_as_printed.lua:26 */
static void k14_pred(const double product[restrict 1][3],
                     const double add[restrict 3][1], double pred[restrict 1][1])
{
    double acc = 0.0;
    for (int i = 0; i < 3; i++)
        acc = fma(product[0][i], add[i][0], acc);
    pred[0][0] = acc;
}

/* 15  w1 = data                                           grokking_as_printed.lua:22 */
static void k15_w1(const double data[restrict 2][3], double w1[restrict 2][3])
{
    for (int i = 0; i < 2; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            w1[i][j] = data[i][j];
    }
}

/* 16  w2 = data                                           grokking_as_printed.lua:24 */
static void k16_w2(const double data[restrict 3][1], double w2[restrict 3][1])
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
void grokking_as_printed_init(GrokkingAsPrinted *net, uint64_t seed)
{
    memset(net, 0, offsetof(GrokkingAsPrinted, work));
    net->seed = seed;
    k15_w1(const_data, net->w1);
    k16_w2(const_data2, net->w2);
    net->lr = 0.1;
}

/* One step: forward, backward, update; returns the loss before it. */
double grokking_as_printed_step(GrokkingAsPrinted *net,
                                const double data[restrict 4][2],
                                const double target[restrict 4][1])
{
    double loss;
    struct GrokkingAsPrintedStep *w = &net->work.step;
    /* forward */
    k1_add(net->w2, w->add2);
    k2_add(net->w1, w->add);
    /* forward and backward */
    k3_dproduct(data, w->add, w->add2, target, w->product, w->error, w->dpred,
                w->dproduct);
    /* the loss */
    k4_loss(w->error, &loss);
    /* backward, and the update of what is done */
    k5_w2(w->product, w->dpred, net->lr, net->w2);
    k6_w1(data, w->dproduct, net->lr, net->w1);
    net->step++;
    return loss;
}

/* Values over many batches, from the means of the sums that eval gives. */
double grokking_as_printed_eval_total(GrokkingAsPrinted *net, double loss_sum1)
{
    double loss;
    (void)net;
    k7_loss(loss_sum1, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
double grokking_as_printed_eval(GrokkingAsPrinted *net,
                                const double data[restrict 4][2],
                                const double target[restrict 4][1])
{
    double loss;
    struct GrokkingAsPrintedEval *w = &net->work.eval;
    k1_add(net->w2, w->add2);
    k2_add(net->w1, w->add);
    k8_pred(data, w->add, w->add2, w->pred);
    k9_loss(w->pred, target, &loss);
    k7_loss(loss, &net->metric.loss_sum1);
    return loss;
}

/* The same of a batch of one row. */
double grokking_as_printed_eval_one(GrokkingAsPrinted *net,
                                    const double data[restrict 1][2],
                                    const double target[restrict 1][1])
{
    double loss;
    union GrokkingAsPrintedEvalOne *w = &net->work.eval_one;
    k1_add(net->w2, w->add2);
    k2_add(net->w1, w->add);
    k10_product(data, w->add, w->product);
    k11_loss(w->product, w->add2, target, w->loss);
    k12_loss(w->loss, &loss);
    k13_loss_sum1(w->loss, &net->metric.loss_sum1);
    return loss;
}

/* The function `predict`. */
void grokking_as_printed_predict(GrokkingAsPrinted *net,
                                 const double data[restrict 1][2],
                                 double pred[restrict 1][1])
{
    struct GrokkingAsPrintedPredict *w = &net->work.predict;
    k1_add(net->w2, w->add2);
    k2_add(net->w1, w->add);
    k10_product(data, w->add, w->product);
    k14_pred(w->product, w->add2, pred);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor grokking_as_printed_tensors[] = {
    {"w1", MF_F64, MF_PARAM, 2, {2, 3}, offsetof(GrokkingAsPrinted, w1)},
    {"w2", MF_F64, MF_PARAM, 2, {3, 1}, offsetof(GrokkingAsPrinted, w2)},
    {"lr", MF_F64, MF_SETTING, 0, {0}, offsetof(GrokkingAsPrinted, lr)},
};
/* clang-format on */

#ifndef GROKKING_AS_PRINTED_NO_MAIN

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
    grokking_as_printed_predict(net, in0, out[0]);
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
    out[0] = grokking_as_printed_step(net, in0, in1);
}

static void call_eval_total(void *net, const void *const *in, double *out)
{
    const double in0 = *(const double *)in[0];
    out[0] = grokking_as_printed_eval_total(net, in0);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const double(*in0)[2] = (const double(*)[2])in[0];
    const double(*in1)[1] = (const double(*)[1])in[1];
    out[0] = grokking_as_printed_eval(net, in0, in1);
    const GrokkingAsPrinted *done = net;
    out[1] = (double)done->metric.loss_sum1;
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const double(*in0)[2] = (const double(*)[2])in[0];
    const double(*in1)[1] = (const double(*)[1])in[1];
    out[0] = grokking_as_printed_eval_one(net, in0, in1);
    const GrokkingAsPrinted *done = net;
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
static const double probe_is_0[] = {-0.007071506577080647};
static const MfProbe probes[] = {
    {0, 0, 7u, 1, probe_at_0, probe_is_0, 8.071506577080646e-15},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    grokking_as_printed_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "grokking_as_printed",
    .script = "grokking_as_printed.lua",
    .version = "0.1",
    .hash = 0x82bad30e777e11c4u,
    .real = MF_F64,
    .size = sizeof(GrokkingAsPrinted),
    .param_bytes = 72,
    .state_bytes = 0,
    .work_bytes = 328,
    .seed_offset = offsetof(GrokkingAsPrinted, seed),
    .step_offset = offsetof(GrokkingAsPrinted, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 3,
    .n_funcs = 1,
    .n_trains = 1,
    .tensor = grokking_as_printed_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
    .n_probes = 1,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static GrokkingAsPrinted net;
    return mf_main(argc, argv, &model, &net);
}

#endif

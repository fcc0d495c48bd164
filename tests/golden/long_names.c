/*
 * long_names.c - trains and runs the network of long_names.lua. Written by mfc 0.1:
 * edit the script, not this file.
 *
 * 6 parameters; a step of 81 nodes; 12 kernels;
 * bytes: parameters 24, state 48, work 24 (unshared 120), stack 4096
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. y (in x) is stored in the array of x. The
 * functions that call the kernels stand behind them.
 */
#include "mfrt.h"

#define LONG_NAMES_PARAM_BYTES 24u
#define LONG_NAMES_STATE_BYTES 48u
#define LONG_NAMES_WORK_BYTES 24u
#define LONG_NAMES_STACK_BYTES 4096u
#define LONG_NAMES_TENSORS 10u

typedef struct LongNames {
    float amount_per_customer_and_day[3];              /* long_names.lua:5 */
    float normalised_transaction_amount_per_custom[3]; /* long_names.lua:6 */
    /* state of the optimiser */
    float adam_m_amount_per_customer_and_day[3];       /* long_names.lua:10 */
    float adam_v_amount_per_customer_and_day[3];       /* long_names.lua:10 */
    float adam_m_normalised_transaction_amount_per[3]; /* long_names.lua:10 */
    float adam_v_normalised_transaction_amount_per[3]; /* long_names.lua:10 */
    /* settings, which --set changes */
    float beta1; /* long_names.lua:10 */
    float beta2; /* long_names.lua:10 */
    float lr;    /* long_names.lua:10 */
    float eps;   /* long_names.lua:10 */
    /* of the last batch */
    struct {
        double loss_sum1;
    } metric;
    uint64_t seed, step;
    /* work memory: one function runs at a time */
    union {
        struct LongNamesStep {
            /* calls 3 to 9, then cumsum */
            float predicted_probability_of_a_purchase_next[3];
            float dsquare[3]; /* calls 4 to 8, then dtransaction_amount_per_customer */
        } step;
        struct LongNamesEval {
            /* calls 1 to 3, then cumsum */
            float predicted_probability_of_a_purchase_next[3];
        } eval;
    } work;
} LongNames;

/* Initial values of everything, drawn from the seed. */
void long_names_init(LongNames *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float long_names_step(LongNames *net, const float x[restrict 3]);
/* Values over many batches, from the means of the sums that eval gives. */
float long_names_eval_total(LongNames *net, double loss_sum1);
/* The loss and the metrics as in inference, without an update. */
float long_names_eval(LongNames *net, const float x[restrict 3]);
extern const MfTensor long_names_tensors[];

/* clang-format off */
_Static_assert(sizeof(((LongNames *)0)->work) == LONG_NAMES_WORK_BYTES, "work");
_Static_assert(offsetof(LongNames, normalised_transaction_amount_per_custom) + sizeof(((LongNames *)0)->normalised_transaction_amount_per_custom) ==
               LONG_NAMES_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  rate = lr / (1 - pow(beta1, step + 1))                        long_names.lua:10 */
static void k1_rate(float beta1, uint64_t step, float lr, float *restrict rate)
{
    const float t = mf_powf(beta1, (float)step + 1.0f);
    *rate = lr / (1.0f - t);
}

/* 2  root = sqrt(1 - pow(beta2, step + 1))                         long_names.lua:10 */
static void k2_root(float beta2, uint64_t step, float *restrict root)
{
    const float t = mf_powf(beta2, (float)step + 1.0f);
    *root = sqrtf(1.0f - t);
}

/* 3  of_a_purchase_next_month = cumsum(x * amount_per_customer_and_day +
 *        transaction_amount_per_customer)                           long_names.lua:7 */
static void k3_of_a_purchase_next_month(
    const float x[restrict 3], const float amount_per_customer_and_day[restrict 3],
    const float transaction_amount_per_customer[restrict 3],
    float of_a_purchase_next_month[restrict 3])
{
    float acc = 0.0f;
    for (int i = 0; i < 3; i++) {
        const float t = x[i] * amount_per_customer_and_day[i];
        acc += t + transaction_amount_per_customer[i];
        of_a_purchase_next_month[i] = acc;
    }
}

/* 4  dsquare = cumsum(1)                                           long_names.lua:10 */
static void k4_dsquare(float dsquare[restrict 3])
{
    float acc = 0.0f;
    for (int i = 0; i < 3; i++) {
        acc += 1.0f;
        dsquare[2 - i] = acc;
    }
}

/* 5  dof_a_purchase_next_month = dsquare * of_a_purchase_next_month + dsquare *
 *        of_a_purchase_next_month                                   long_names.lua:8
 *    dtransaction_amount_per_customer (in dsquare) =
 *        cumsum(dof_a_purchase_next_month)                          long_names.lua:7 */
static void k5_transaction_amount_per_customer(
    const float of_a_purchase_next_month[restrict 3], float dsquare[restrict 3])
{
    float acc = 0.0f;
    for (int i = 0; i < 3; i++) {
        const float t = dsquare[2 - i] * of_a_purchase_next_month[2 - i];
        acc += t + t;
        dsquare[2 - i] = acc;
    }
}

/* 6  square = of_a_purchase_next_month * of_a_purchase_next_month   long_names.lua:8
 *    cumsum (in of_a_purchase_next_month) = cumsum(square)         long_names.lua:10 */
static void k6_cumsum(float of_a_purchase_next_month[restrict 3])
{
    float acc = 0.0f;
    for (int i = 0; i < 3; i++) {
        acc += of_a_purchase_next_month[i] * of_a_purchase_next_month[i];
        of_a_purchase_next_month[i] = acc;
    }
}

/* 7  damount_per_customer_and_day =
 *        dtransaction_amount_per_customer * x                       long_names.lua:7
 *    m = beta1 * m_amount_per_customer_and_day + (1 - beta1) *
 *        damount_per_customer_and_day
 *    m_amount_per_customer_and_day = where(abs(m) < 1e-30, 0, m)
 *    v = beta2 * v_amount_per_customer_and_day + (1 - beta2) *
 *        damount_per_customer_and_day * damount_per_customer_and_day
 *    v_amount_per_customer_and_day = where(abs(v) < 1e-30, 0, v)
 *    amount_per_customer_and_day = amount_per_customer_and_day - rate *
 *        m_amount_per_customer_and_day / (sqrt(v_amount_per_customer_and_day) / root +
 *        eps)                                                      long_names.lua:10 */
static void k7_amount_per_customer_and_day(
    float beta1, const float dtransaction_amount_per_customer[restrict 3],
    const float x[restrict 3], float beta2, float rate, float root, float eps,
    float m_amount_per_customer_and_day[restrict 3],
    float v_amount_per_customer_and_day[restrict 3],
    float amount_per_customer_and_day[restrict 3])
{
    for (int i = 0; i < 3; i++) {
        const float t = (1.0f - beta1) * (dtransaction_amount_per_customer[i] * x[i]);
        const float m = beta1 * m_amount_per_customer_and_day[i] + t;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        m_amount_per_customer_and_day[i] = m2;
        const float t2 = dtransaction_amount_per_customer[i];
        const float damount_per_customer_and_day = t2 * x[i];
        const float t3 = (1.0f - beta2) * damount_per_customer_and_day;
        const float t4 = beta2 * v_amount_per_customer_and_day[i];
        const float v = t4 + t3 * damount_per_customer_and_day;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        v_amount_per_customer_and_day[i] = v2;
        const float t5 = rate * m2 / (sqrtf(v2) / root + eps);
        amount_per_customer_and_day[i] = amount_per_customer_and_day[i] - t5;
    }
}

/* 8  m = beta1 * transaction_amount_per_customer + (1 - beta1) *
 *        dtransaction_amount_per_customer
 *    transaction_amount_per_customer = where(abs(m) < 1e-30, 0, m)
 *    v = beta2 * transaction_amount_per_customer2 + (1 - beta2) *
 *        dtransaction_amount_per_customer * dtransaction_amount_per_customer
 *    transaction_amount_per_customer2 = where(abs(v) < 1e-30, 0, v)
 *    transaction_amount_per_customer3 = transaction_amount_per_customer3 - rate *
 *        transaction_amount_per_customer / (sqrt(transaction_amount_per_customer2) /
 *        root + eps)                                               long_names.lua:10 */
static void k8_transaction_amount_per_customer(
    float beta1, const float dtransaction_amount_per_customer[restrict 3], float beta2,
    float rate, float root, float eps,
    float transaction_amount_per_customer[restrict 3],
    float transaction_amount_per_customer2[restrict 3],
    float transaction_amount_per_customer3[restrict 3])
{
    for (int i = 0; i < 3; i++) {
        const float t = (1.0f - beta1) * dtransaction_amount_per_customer[i];
        const float m = beta1 * transaction_amount_per_customer[i] + t;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        transaction_amount_per_customer[i] = m2;
        const float t2 = (1.0f - beta2) * dtransaction_amount_per_customer[i];
        const float t3 = beta2 * transaction_amount_per_customer2[i];
        const float v = t3 + t2 * dtransaction_amount_per_customer[i];
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        transaction_amount_per_customer2[i] = v2;
        const float t4 = rate * m2 / (sqrtf(v2) / root + eps);
        transaction_amount_per_customer3[i] = transaction_amount_per_customer3[i] - t4;
    }
}

/* 9  loss = sum(cumsum)                                            long_names.lua:10 */
static void k9_loss(const float cumsum[restrict 3], float *restrict loss)
{
    const float sum = 0.0f + cumsum[0] + cumsum[2] + cumsum[1];
    *loss = sum;
}

/* 10  loss = f32(loss_sum1)                                        long_names.lua:10 */
static void k10_loss(double loss_sum1, float *restrict loss)
{
    *loss = (float)loss_sum1;
}

/* 11  loss = sum(cumsum)
 *     loss_sum1 = f64(loss)                                        long_names.lua:10 */
static void k11_loss_sum1(const float cumsum[restrict 3], float *restrict loss,
                          double *restrict loss_sum1)
{
    const float sum = 0.0f + cumsum[0] + cumsum[2] + cumsum[1];
    *loss = sum;
    *loss_sum1 = (double)sum;
}

/* 12  amount_per_customer_and_day = 1                               long_names.lua:5 */
static void k12_amount_per_customer_and_day(
    float amount_per_customer_and_day[restrict 3])
{
    for (int i = 0; i < 3; i++)
        amount_per_customer_and_day[i] = 1.0f;
}

/* gcc warns where rows become const rows, as C allows since C23, and where arrays
 * share memory in a union. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wstringop-overflow"
#pragma GCC diagnostic ignored "-Wstringop-overread"
#endif

/* Initial values of everything, drawn from the seed. */
void long_names_init(LongNames *net, uint64_t seed)
{
    memset(net, 0, offsetof(LongNames, work));
    net->seed = seed;
    k12_amount_per_customer_and_day(net->amount_per_customer_and_day);
    net->beta1 = 0.9f;
    net->beta2 = 0.999f;
    net->lr = 0.001f;
    net->eps = 1e-08f;
}

/* One step: forward, backward, update; returns the loss before it. */
float long_names_step(LongNames *net, const float x[restrict 3])
{
    float loss, rate, root;
    struct LongNamesStep *w = &net->work.step;
    k1_rate(net->beta1, net->step, net->lr, &rate);
    k2_root(net->beta2, net->step, &root);
    /* forward */
    k3_of_a_purchase_next_month(x, net->amount_per_customer_and_day,
                                net->normalised_transaction_amount_per_custom,
                                w->predicted_probability_of_a_purchase_next);
    /* backward, and the update of what is done */
    k4_dsquare(w->dsquare);
    k5_transaction_amount_per_customer(w->predicted_probability_of_a_purchase_next,
                                       w->dsquare);
    /* forward */
    k6_cumsum(w->predicted_probability_of_a_purchase_next);
    /* backward, and the update of what is done */
    k7_amount_per_customer_and_day(net->beta1, w->dsquare, x, net->beta2, rate, root,
                                   net->eps, net->adam_m_amount_per_customer_and_day,
                                   net->adam_v_amount_per_customer_and_day,
                                   net->amount_per_customer_and_day);
    k8_transaction_amount_per_customer(net->beta1, w->dsquare, net->beta2, rate, root,
                                       net->eps,
                                       net->adam_m_normalised_transaction_amount_per,
                                       net->adam_v_normalised_transaction_amount_per,
                                       net->normalised_transaction_amount_per_custom);
    /* the loss */
    k9_loss(w->predicted_probability_of_a_purchase_next, &loss);
    net->step++;
    return loss;
}

/* Values over many batches, from the means of the sums that eval gives. */
float long_names_eval_total(LongNames *net, double loss_sum1)
{
    float loss;
    (void)net;
    k10_loss(loss_sum1, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float long_names_eval(LongNames *net, const float x[restrict 3])
{
    float loss;
    struct LongNamesEval *w = &net->work.eval;
    k3_of_a_purchase_next_month(x, net->amount_per_customer_and_day,
                                net->normalised_transaction_amount_per_custom,
                                w->predicted_probability_of_a_purchase_next);
    k6_cumsum(w->predicted_probability_of_a_purchase_next);
    k11_loss_sum1(w->predicted_probability_of_a_purchase_next, &loss,
                  &net->metric.loss_sum1);
    return loss;
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor long_names_tensors[] = {
    {"amount_per_customer_and_day", MF_F32, MF_PARAM, 1, {3}, offsetof(LongNames, amount_per_customer_and_day)},
    {"normalised_transaction_amount_per_customer", MF_F32, MF_PARAM, 1, {3}, offsetof(LongNames, normalised_transaction_amount_per_custom)},
    {"adam.m.amount_per_customer_and_day", MF_F32, MF_STATE, 1, {3}, offsetof(LongNames, adam_m_amount_per_customer_and_day)},
    {"adam.v.amount_per_customer_and_day", MF_F32, MF_STATE, 1, {3}, offsetof(LongNames, adam_v_amount_per_customer_and_day)},
    {"adam.m.normalised_transaction_amount_per_customer", MF_F32, MF_STATE, 1, {3}, offsetof(LongNames, adam_m_normalised_transaction_amount_per)},
    {"adam.v.normalised_transaction_amount_per_customer", MF_F32, MF_STATE, 1, {3}, offsetof(LongNames, adam_v_normalised_transaction_amount_per)},
    {"beta1", MF_F32, MF_SETTING, 0, {0}, offsetof(LongNames, beta1)},
    {"beta2", MF_F32, MF_SETTING, 0, {0}, offsetof(LongNames, beta2)},
    {"lr", MF_F32, MF_SETTING, 0, {0}, offsetof(LongNames, lr)},
    {"eps", MF_F32, MF_SETTING, 0, {0}, offsetof(LongNames, eps)},
};
/* clang-format on */

#ifndef LONG_NAMES_NO_MAIN

/* clang-format off */
static const MfPort step_in[] = {
    {"x", MF_F32, 1, {3}, 0, NULL},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const float *in0 = in[0];
    out[0] = (double)long_names_step(net, in0);
}

static void call_eval_total(void *net, const void *const *in, double *out)
{
    const double in0 = *(const double *)in[0];
    out[0] = (double)long_names_eval_total(net, in0);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const float *in0 = in[0];
    out[0] = (double)long_names_eval(net, in0);
    const LongNames *done = net;
    out[1] = (double)done->metric.loss_sum1;
}

static const int totalled_0[] = {0};

/* clang-format off */
static const MfTrain trains[] = {
    {
        .name = "",
        .batch = 3,
        .n_in = 1,
        .in = step_in,
        .step = call_step,
        .eval = call_eval,
        .n_sums = 1,
        .n_totalled = 1,
        .totalled = totalled_0,
        .total = call_eval_total,
        .steps = 2,
        .shuffle = MF_SHUFFLE,
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
    long_names_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "long_names",
    .script = "long_names.lua",
    .version = "0.1",
    .hash = 0x585550dd99e44a07u,
    .real = MF_F32,
    .size = sizeof(LongNames),
    .param_bytes = 24,
    .state_bytes = 48,
    .work_bytes = 24,
    .seed_offset = offsetof(LongNames, seed),
    .step_offset = offsetof(LongNames, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 10,
    .n_trains = 1,
    .tensor = long_names_tensors,
    .train = trains,
    .data = &source,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static LongNames net;
    return mf_main(argc, argv, &model, &net);
}

#endif

/*
 * settings.c - trains and runs the network of setting_names.lua. Written by mfc 0.1:
 * edit the script, not this file.
 *
 * 3 parameters; a step of 37 nodes; 5 kernels;
 * bytes: parameters 12, state 12, work 0 (unshared 16), stack 4096
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 */
#include "mfrt.h"

#define SETTINGS_PARAM_BYTES 12u
#define SETTINGS_STATE_BYTES 12u
#define SETTINGS_WORK_BYTES 0u
#define SETTINGS_STACK_BYTES 4096u
#define SETTINGS_TENSORS 7u

typedef struct Settings {
    float lr[2];    /* setting_names.lua:4 */
    float momentum; /* setting_names.lua:4 */
    /* state of the optimiser */
    float sgd_v_lr[2];    /* setting_names.lua:7 */
    float sgd_v_momentum; /* setting_names.lua:7 */
    /* settings, which --set changes */
    float weight_decay; /* setting_names.lua:7 */
    float sgd_momentum; /* setting_names.lua:7 */
    float sgd_lr;       /* setting_names.lua:7 */
    /* of the last batch */
    struct {
        double loss_sum1;
    } metric;
    uint64_t seed, step;
} Settings;

/* Initial values of everything, drawn from the seed. */
void settings_init(Settings *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float settings_step(Settings *net, const float x[restrict 2]);
/* Values over many batches, from the means of the sums that eval gives. */
float settings_eval_total(Settings *net, double loss_sum1);
/* The loss and the metrics as in inference, without an update. */
float settings_eval(Settings *net, const float x[restrict 2]);
extern const MfTensor settings_tensors[];

/* clang-format off */
_Static_assert(offsetof(Settings, momentum) + sizeof(((Settings *)0)->momentum) ==
               SETTINGS_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  loss = sum(x * lr) + momentum                               setting_names.lua:7 */
static void k1_loss(const float x[restrict 2], const float lr[restrict 2],
                    float momentum, float *restrict loss)
{
    const float sum = 0.0f + x[0] * lr[0] + x[1] * lr[1];
    *loss = sum + momentum;
}

/* 2  v = sgd_momentum * sgd_v_lr + (x + weight_decay * lr)
 *    sgd_v_lr = where(abs(v) < 1e-30, 0, v)
 *    lr = lr - sgd_lr * sgd_v_lr                                 setting_names.lua:7 */
static void k2_lr(float sgd_momentum, const float x[restrict 2], float weight_decay,
                  float sgd_lr, float sgd_v_lr[restrict 2], float lr[restrict 2])
{
    for (int i = 0; i < 2; i++) {
        const float t = x[i] + weight_decay * lr[i];
        const float v = sgd_momentum * sgd_v_lr[i] + t;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        sgd_v_lr[i] = v2;
        lr[i] = lr[i] - sgd_lr * v2;
    }
}

/* 3  v = sgd_momentum * sgd_v_momentum + (1 + weight_decay * momentum)
 *    sgd_v_momentum = where(abs(v) < 1e-30, 0, v)
 *    momentum = momentum - sgd_lr * sgd_v_momentum               setting_names.lua:7 */
static void k3_momentum(float sgd_momentum, float weight_decay, float sgd_lr,
                        float *restrict sgd_v_momentum, float *restrict momentum)
{
    const float t = 1.0f + weight_decay * *momentum;
    const float v = sgd_momentum * *sgd_v_momentum + t;
    const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
    *sgd_v_momentum = v2;
    *momentum = *momentum - sgd_lr * v2;
}

/* 4  loss = f32(loss_sum1) + momentum                            setting_names.lua:7 */
static void k4_loss(double loss_sum1, float momentum, float *restrict loss)
{
    *loss = (float)loss_sum1 + momentum;
}

/* 5  loss = sum(x * lr) + momentum
 *    loss_sum1 = f64(sum(x * lr))                                setting_names.lua:7 */
static void k5_loss_sum1(const float x[restrict 2], const float lr[restrict 2],
                         float momentum, float *restrict loss,
                         double *restrict loss_sum1)
{
    const float sum = 0.0f + x[0] * lr[0] + x[1] * lr[1];
    const float t = sum + momentum;
    *loss = t;
    *loss_sum1 = (double)sum;
}

/* Initial values of everything, drawn from the seed. */
void settings_init(Settings *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
    net->weight_decay = 0.01f;
    net->sgd_momentum = 0.9f;
    net->sgd_lr = 0.1f;
}

/* One step: forward, backward, update; returns the loss before it. */
float settings_step(Settings *net, const float x[restrict 2])
{
    float loss;
    /* the loss */
    k1_loss(x, net->lr, net->momentum, &loss);
    k2_lr(net->sgd_momentum, x, net->weight_decay, net->sgd_lr, net->sgd_v_lr, net->lr);
    k3_momentum(net->sgd_momentum, net->weight_decay, net->sgd_lr, &net->sgd_v_momentum,
                &net->momentum);
    net->step++;
    return loss;
}

/* Values over many batches, from the means of the sums that eval gives. */
float settings_eval_total(Settings *net, double loss_sum1)
{
    float loss;
    k4_loss(loss_sum1, net->momentum, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float settings_eval(Settings *net, const float x[restrict 2])
{
    float loss;
    k5_loss_sum1(x, net->lr, net->momentum, &loss, &net->metric.loss_sum1);
    return loss;
}

/* clang-format off */
const MfTensor settings_tensors[] = {
    {"lr", MF_F32, MF_PARAM, 1, {2}, offsetof(Settings, lr)},
    {"momentum", MF_F32, MF_PARAM, 0, {0}, offsetof(Settings, momentum)},
    {"sgd.v.lr", MF_F32, MF_STATE, 1, {2}, offsetof(Settings, sgd_v_lr)},
    {"sgd.v.momentum", MF_F32, MF_STATE, 0, {0}, offsetof(Settings, sgd_v_momentum)},
    {"weight_decay", MF_F32, MF_SETTING, 0, {0}, offsetof(Settings, weight_decay)},
    {"sgd.momentum", MF_F32, MF_SETTING, 0, {0}, offsetof(Settings, sgd_momentum)},
    {"sgd.lr", MF_F32, MF_SETTING, 0, {0}, offsetof(Settings, sgd_lr)},
};
/* clang-format on */

#ifndef SETTINGS_NO_MAIN

/* clang-format off */
static const MfPort step_in[] = {
    {"x", MF_F32, 1, {2}, 0, NULL},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const float *in0 = in[0];
    out[0] = (double)settings_step(net, in0);
}

static void call_eval_total(void *net, const void *const *in, double *out)
{
    const double in0 = *(const double *)in[0];
    out[0] = (double)settings_eval_total(net, in0);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const float *in0 = in[0];
    out[0] = (double)settings_eval(net, in0);
    const Settings *done = net;
    out[1] = (double)done->metric.loss_sum1;
}

static const int totalled_0[] = {0};

/* clang-format off */
static const MfTrain trains[] = {
    {
        .name = "",
        .batch = 2,
        .n_in = 1,
        .in = step_in,
        .step = call_step,
        .eval = call_eval,
        .n_sums = 1,
        .n_totalled = 1,
        .totalled = totalled_0,
        .total = call_eval_total,
        .steps = 1,
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
    settings_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "settings",
    .script = "setting_names.lua",
    .version = "0.1",
    .hash = 0x20a3b114cbb0a63du,
    .real = MF_F32,
    .size = sizeof(Settings),
    .param_bytes = 12,
    .state_bytes = 12,
    .work_bytes = 0,
    .seed_offset = offsetof(Settings, seed),
    .step_offset = offsetof(Settings, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 7,
    .n_trains = 1,
    .tensor = settings_tensors,
    .train = trains,
    .data = &source,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static Settings net;
    return mf_main(argc, argv, &model, &net);
}

#endif

/*
 * call.c - trains and runs the network of entry_names.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 2 parameters; a step of 8 nodes; 10 kernels;
 * bytes: parameters 8, state 0, work 8 (unshared 8), stack 4096
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. y (in x) is stored in the array of x. The
 * functions that call the kernels stand behind them.
 */
#include "mfrt.h"

#define CALL_PARAM_BYTES 8u
#define CALL_STATE_BYTES 0u
#define CALL_WORK_BYTES 8u
#define CALL_STACK_BYTES 4096u
#define CALL_TENSORS 2u

typedef struct Call {
    float static_assert_[2]; /* entry_names.lua:5 */
    /* settings, which --set changes */
    float lr; /* entry_names.lua:11 */
    /* of the last batch */
    struct {
        double loss_sum1;
    } metric;
    uint64_t seed, step;
    union {
        struct CallShort {
            float cumsum[2]; /* calls 1 to 5, then exp */
        } short_;
    } work;
} Call;

/* Initial values of everything, drawn from the seed. */
void call_init(Call *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float call_step(Call *net, const float x[restrict 2]);
/* Values over many batches, from the means of the sums that eval gives. */
float call_eval_total(Call *net, double loss_sum1);
/* The loss and the metrics as in inference, without an update. */
float call_eval(Call *net, const float x[restrict 2]);
/* The function `1f`. */
void call_1f(Call *net, const float x[restrict 2], float v_Y[restrict 2]);
/* The function `eval`. */
void call_eval2(Call *net, const float x[restrict 2], float v_Y[restrict 2]);
/* The function `init`. */
void call_init2(Call *net, const float x[restrict 2], float v_Y[restrict 2]);
/* The function `int`. */
void call_int(Call *net, const float x[restrict 2], float v_Y[restrict 2]);
/* The function `net`. */
void call_net(Call *net, const float x[restrict 2], float v_Y[restrict 2]);
/* The function `short`. */
void call_short(Call *net, const float x[restrict 2], float s[restrict 2]);
/* The function `step`. */
void call_step2(Call *net, const float x[restrict 2], float v_Y[restrict 2]);
/* The function `tensors`. */
void call_tensors2(Call *net, const float x[restrict 2], float v_Y[restrict 2]);
extern const MfTensor call_tensors[];

/* clang-format off */
_Static_assert(sizeof(((Call *)0)->work) == CALL_WORK_BYTES, "work");
_Static_assert(offsetof(Call, static_assert_) + sizeof(((Call *)0)->static_assert_) ==
               CALL_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  v_Y = x * static_assert_                                      entry_names.lua:6
 *    loss = sum(v_Y)                                              entry_names.lua:11 */
static void k1_loss(const float x[restrict 2], const float static_assert_[restrict 2],
                    float *restrict loss)
{
    const float v_Y = x[0] * static_assert_[0];
    const float v_Y2 = x[1] * static_assert_[1];
    const float sum = 0.0f + v_Y + v_Y2;
    *loss = sum;
}

/* 2  static_assert_ = static_assert_ - lr * x                     entry_names.lua:11 */
static void k2_static_assert(float lr, const float x[restrict 2],
                             float static_assert_[restrict 2])
{
    for (int i = 0; i < 2; i++)
        static_assert_[i] = static_assert_[i] - lr * x[i];
}

/* 3  loss = f32(loss_sum1)                                        entry_names.lua:11 */
static void k3_loss(double loss_sum1, float *restrict loss)
{
    *loss = (float)loss_sum1;
}

/* 4  v_Y = x * static_assert_                                      entry_names.lua:6
 *    loss = sum(v_Y)
 *    loss_sum1 = f64(loss)                                        entry_names.lua:11 */
static void k4_loss_sum1(const float x[restrict 2],
                         const float static_assert_[restrict 2], float *restrict loss,
                         double *restrict loss_sum1)
{
    const float v_Y = x[0] * static_assert_[0];
    const float v_Y2 = x[1] * static_assert_[1];
    const float sum = 0.0f + v_Y + v_Y2;
    *loss = sum;
    *loss_sum1 = (double)sum;
}

/* 5  v_Y = x * static_assert_                                      entry_names.lua:6 */
static void k5_Y(const float x[restrict 2], const float static_assert_[restrict 2],
                 float v_Y[restrict 2])
{
    for (int i = 0; i < 2; i++)
        v_Y[i] = x[i] * static_assert_[i];
}

/* 6  cumsum = cumsum(x)                                            entry_names.lua:7 */
static void k6_cumsum(const float x[restrict 2], float cumsum[restrict 2])
{
    float acc = 0.0f;
    for (int i = 0; i < 2; i++) {
        acc += x[i];
        cumsum[i] = acc;
    }
}

/* 7  max = max(cumsum)                                             entry_names.lua:7 */
static void k7_max(const float cumsum[restrict 2], float *restrict max)
{
    float acc = -INFINITY;
    for (int i = 0; i < 2; i++)
        acc = mf_maxf(cumsum[i], acc);
    *max = acc;
}

/* 8  exp (in cumsum) = exp(cumsum - max)                           entry_names.lua:7 */
static void k8_exp(float max, float cumsum[restrict 2])
{
    for (int i = 0; i < 2; i++)
        cumsum[i] = mf_expf(cumsum[i] - max);
}

/* 9  inverse = 1 / sum(exp)                                        entry_names.lua:7 */
static void k9_inverse(const float exp[restrict 2], float *restrict inverse)
{
    const float sum = 0.0f + exp[0] + exp[1];
    *inverse = 1.0f / sum;
}

/* 10  s = exp * inverse                                            entry_names.lua:7 */
static void k10_s(const float exp[restrict 2], float inverse, float s[restrict 2])
{
    for (int i = 0; i < 2; i++)
        s[i] = exp[i] * inverse;
}

/* gcc warns where rows become const rows, as C allows since C23, and where arrays
 * share memory in a union. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wstringop-overflow"
#pragma GCC diagnostic ignored "-Wstringop-overread"
#endif

/* Initial values of everything, drawn from the seed. */
void call_init(Call *net, uint64_t seed)
{
    memset(net, 0, offsetof(Call, work));
    net->seed = seed;
    net->lr = 0.1f;
}

/* One step: forward, backward, update; returns the loss before it. */
float call_step(Call *net, const float x[restrict 2])
{
    float loss;
    /* the loss */
    k1_loss(x, net->static_assert_, &loss);
    k2_static_assert(net->lr, x, net->static_assert_);
    net->step++;
    return loss;
}

/* Values over many batches, from the means of the sums that eval gives. */
float call_eval_total(Call *net, double loss_sum1)
{
    float loss;
    (void)net;
    k3_loss(loss_sum1, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float call_eval(Call *net, const float x[restrict 2])
{
    float loss;
    k4_loss_sum1(x, net->static_assert_, &loss, &net->metric.loss_sum1);
    return loss;
}

/* The function `1f`. */
void call_1f(Call *net, const float x[restrict 2], float v_Y[restrict 2])
{
    k5_Y(x, net->static_assert_, v_Y);
}

/* The function `eval`. */
void call_eval2(Call *net, const float x[restrict 2], float v_Y[restrict 2])
{
    k5_Y(x, net->static_assert_, v_Y);
}

/* The function `init`. */
void call_init2(Call *net, const float x[restrict 2], float v_Y[restrict 2])
{
    k5_Y(x, net->static_assert_, v_Y);
}

/* The function `int`. */
void call_int(Call *net, const float x[restrict 2], float v_Y[restrict 2])
{
    k5_Y(x, net->static_assert_, v_Y);
}

/* The function `net`. */
void call_net(Call *net, const float x[restrict 2], float v_Y[restrict 2])
{
    k5_Y(x, net->static_assert_, v_Y);
}

/* The function `short`. */
void call_short(Call *net, const float x[restrict 2], float s[restrict 2])
{
    float max, inverse;
    struct CallShort *w = &net->work.short_;
    k6_cumsum(x, w->cumsum);
    k7_max(w->cumsum, &max);
    k8_exp(max, w->cumsum);
    k9_inverse(w->cumsum, &inverse);
    k10_s(w->cumsum, inverse, s);
}

/* The function `step`. */
void call_step2(Call *net, const float x[restrict 2], float v_Y[restrict 2])
{
    k5_Y(x, net->static_assert_, v_Y);
}

/* The function `tensors`. */
void call_tensors2(Call *net, const float x[restrict 2], float v_Y[restrict 2])
{
    k5_Y(x, net->static_assert_, v_Y);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor call_tensors[] = {
    {"static_assert", MF_F32, MF_PARAM, 1, {2}, offsetof(Call, static_assert_)},
    {"lr", MF_F32, MF_SETTING, 0, {0}, offsetof(Call, lr)},
};
/* clang-format on */

#ifndef CALL_NO_MAIN

/* clang-format off */
static const MfPort v_1f_in[] = {
    {"x", MF_F32, 1, {2}, 0, NULL},
};

static const MfPort v_1f_out[] = {
    {"-Y", MF_F32, 1, {2}, 0, NULL},
};
/* clang-format on */

static void call_1f2(void *net, const void *const *in, void *const *out)
{
    const float *in0 = in[0];
    call_1f(net, in0, out[0]);
}

/* clang-format off */
static const MfPort eval2_in[] = {
    {"x", MF_F32, 1, {2}, 0, NULL},
};

static const MfPort eval2_out[] = {
    {"-Y", MF_F32, 1, {2}, 0, NULL},
};
/* clang-format on */

static void call_eval2_2(void *net, const void *const *in, void *const *out)
{
    const float *in0 = in[0];
    call_eval2(net, in0, out[0]);
}

/* clang-format off */
static const MfPort init2_in[] = {
    {"x", MF_F32, 1, {2}, 0, NULL},
};

static const MfPort init2_out[] = {
    {"-Y", MF_F32, 1, {2}, 0, NULL},
};
/* clang-format on */

static void call_init2_2(void *net, const void *const *in, void *const *out)
{
    const float *in0 = in[0];
    call_init2(net, in0, out[0]);
}

/* clang-format off */
static const MfPort int_in[] = {
    {"x", MF_F32, 1, {2}, 0, NULL},
};

static const MfPort int_out[] = {
    {"-Y", MF_F32, 1, {2}, 0, NULL},
};
/* clang-format on */

static void call_int2(void *net, const void *const *in, void *const *out)
{
    const float *in0 = in[0];
    call_int(net, in0, out[0]);
}

/* clang-format off */
static const MfPort net_in[] = {
    {"x", MF_F32, 1, {2}, 0, NULL},
};

static const MfPort net_out[] = {
    {"-Y", MF_F32, 1, {2}, 0, NULL},
};
/* clang-format on */

static void call_net2(void *net, const void *const *in, void *const *out)
{
    const float *in0 = in[0];
    call_net(net, in0, out[0]);
}

/* clang-format off */
static const MfPort short_in[] = {
    {"x", MF_F32, 1, {2}, 0, NULL},
};

static const MfPort short_out[] = {
    {"s", MF_F32, 1, {2}, 0, NULL},
};
/* clang-format on */

static void call_short2(void *net, const void *const *in, void *const *out)
{
    const float *in0 = in[0];
    call_short(net, in0, out[0]);
}

/* clang-format off */
static const MfPort step2_in[] = {
    {"x", MF_F32, 1, {2}, 0, NULL},
};

static const MfPort step2_out[] = {
    {"-Y", MF_F32, 1, {2}, 0, NULL},
};
/* clang-format on */

static void call_step2_2(void *net, const void *const *in, void *const *out)
{
    const float *in0 = in[0];
    call_step2(net, in0, out[0]);
}

/* clang-format off */
static const MfPort tensors2_in[] = {
    {"x", MF_F32, 1, {2}, 0, NULL},
};

static const MfPort tensors2_out[] = {
    {"-Y", MF_F32, 1, {2}, 0, NULL},
};
/* clang-format on */

static void call_tensors2_2(void *net, const void *const *in, void *const *out)
{
    const float *in0 = in[0];
    call_tensors2(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"1f", 2, 1, 1, v_1f_in, v_1f_out, call_1f2},
    {"eval", 2, 1, 1, eval2_in, eval2_out, call_eval2_2},
    {"init", 2, 1, 1, init2_in, init2_out, call_init2_2},
    {"int", 2, 1, 1, int_in, int_out, call_int2},
    {"net", 2, 1, 1, net_in, net_out, call_net2},
    {"short", 2, 1, 1, short_in, short_out, call_short2},
    {"step", 2, 1, 1, step2_in, step2_out, call_step2_2},
    {"tensors", 2, 1, 1, tensors2_in, tensors2_out, call_tensors2_2},
};

static const MfPort step_in[] = {
    {"x", MF_F32, 1, {2}, 0, NULL},
};
/* clang-format on */

static void call_step3(void *net, const void *const *in, double *out)
{
    const float *in0 = in[0];
    out[0] = (double)call_step(net, in0);
}

static void call_eval_total2(void *net, const void *const *in, double *out)
{
    const double in0 = *(const double *)in[0];
    out[0] = (double)call_eval_total(net, in0);
}

static void call_eval3(void *net, const void *const *in, double *out)
{
    const float *in0 = in[0];
    out[0] = (double)call_eval(net, in0);
    const Call *done = net;
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
        .step = call_step3,
        .eval = call_eval3,
        .n_sums = 1,
        .n_totalled = 1,
        .totalled = totalled_0,
        .total = call_eval_total2,
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

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1};
static const double probe_is_0[] = {-0.0, 0.0};
static const long probe_at_1[] = {0, 1};
static const double probe_is_1[] = {-0.0, 0.0};
static const long probe_at_2[] = {0, 1};
static const double probe_is_2[] = {-0.0, 0.0};
static const long probe_at_3[] = {0, 1};
static const double probe_is_3[] = {-0.0, 0.0};
static const long probe_at_4[] = {0, 1};
static const double probe_is_4[] = {-0.0, 0.0};
static const long probe_at_5[] = {0, 1};
static const double probe_is_5[] = {0.3677755892276764, 0.6322243809700012};
static const long probe_at_6[] = {0, 1};
static const double probe_is_6[] = {-0.0, 0.0};
static const long probe_at_7[] = {0, 1};
static const double probe_is_7[] = {-0.0, 0.0};
static const MfProbe probes[] = {
    {0, 0, 7u, 2, probe_at_0, probe_is_0, 1e-08},
    {1, 0, 7u, 2, probe_at_1, probe_is_1, 1e-08},
    {2, 0, 7u, 2, probe_at_2, probe_is_2, 1e-08},
    {3, 0, 7u, 2, probe_at_3, probe_is_3, 1e-08},
    {4, 0, 7u, 2, probe_at_4, probe_is_4, 1e-08},
    {5, 0, 7u, 2, probe_at_5, probe_is_5, 6.332243809700013e-06},
    {6, 0, 7u, 2, probe_at_6, probe_is_6, 1e-08},
    {7, 0, 7u, 2, probe_at_7, probe_is_7, 1e-08},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    call_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "call",
    .script = "entry_names.lua",
    .version = "0.1",
    .hash = 0xb24b5d7dfdff6ad3u,
    .real = MF_F32,
    .size = sizeof(Call),
    .param_bytes = 8,
    .state_bytes = 0,
    .work_bytes = 8,
    .seed_offset = offsetof(Call, seed),
    .step_offset = offsetof(Call, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 2,
    .n_funcs = 8,
    .n_trains = 1,
    .tensor = call_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
    .n_probes = 8,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static Call net;
    return mf_main(argc, argv, &model, &net);
}

#endif

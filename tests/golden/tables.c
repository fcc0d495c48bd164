/*
 * tables.c - trains and runs the network of tables.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 9 parameters; a step of 84 nodes; 24 kernels;
 * bytes: parameters 36, state 56, work 36 (unshared 96), stack 4160
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * MF_LANES           how many of the 16 lanes of a sum the loop goes over: n or all
 * mf_sum16           the sum of 16 lanes, added as a tree: always in the same order
 */
#include "mfrt.h"

#define TABLES_PARAM_BYTES 36u
#define TABLES_STATE_BYTES 56u
#define TABLES_WORK_BYTES 36u
#define TABLES_STACK_BYTES 4160u
#define TABLES_TENSORS 9u

typedef struct Tables {
    float level[5][1];          /* tables.lua:8 */
    float batchnorm1_weight[2]; /* tables.lua:9 */
    float batchnorm1_bias[2];   /* tables.lua:9 */
    /* running statistics */
    float batchnorm1_running_mean[2]; /* tables.lua:9 */
    float batchnorm1_running_var[2];  /* tables.lua:9 */
    /* state of the optimiser */
    float accumulated_level[5][1]; /* tables.lua:16 */
    float sgd_v_level[5][1];       /* tables.lua:16 */
    /* settings, which --set changes */
    float total_steps; /* tables.lua:17 */
    float momentum;    /* tables.lua:16 */
    /* of the last batch */
    struct {
        float near;
        float rmse;
        double rmse_sum1;
    } metric;
    uint64_t seed, step;
    /* work memory: one function runs at a time */
    union {
        struct TablesStep {
            float dlevel[5][1]; /* calls 6 to 7 */
            float off_in[4];    /* calls 2 to 6 */
        } step;
        struct TablesPart {
            float dlevel[5][1]; /* calls 5 to 6 */
            float off_in[4];    /* calls 1 to 5 */
        } part;
        struct TablesEval {
            float off[4]; /* calls 1 to 4 */
        } eval;
        struct TablesEvalOne {
            float off[1]; /* calls 1 to 5 */
        } eval_one;
        struct TablesScaled {
            float scale[2]; /* calls 1 to 2 */
        } scaled;
    } work;
} Tables;

/* Initial values of everything, drawn from the seed. */
void tables_init(Tables *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float tables_step(Tables *net, const float x[restrict 4][2], const float y[restrict 4],
                  const int32_t id[restrict 4]);
/* One step: forward, backward, update; returns the loss before it. */
float tables_part(Tables *net, const float x[restrict 4][2], const float y[restrict 4],
                  const int32_t id[restrict 4]);
/* Values over many batches, from the means of the sums that eval gives. */
float tables_eval_total(Tables *net, double rmse_sum1);
/* The loss and the metrics as in inference, without an update. */
float tables_eval(Tables *net, const float x[restrict 4][2], const float y[restrict 4],
                  const int32_t id[restrict 4]);
/* The same of a batch of one row. */
float tables_eval_one(Tables *net, const float x[restrict 1][2],
                      const float y[restrict 1], const int32_t id[restrict 1]);
/* The function `rows`. */
void tables_rows(Tables *net, const float x[restrict 4][2],
                 const int32_t id[restrict 4], float out[restrict 4]);
/* The function `scaled`. */
void tables_scaled(Tables *net, float a, const float x[restrict 4][2], double b,
                   float z[restrict 4][2]);
/* The function `sum`. */
void tables_sum(Tables *net, const float x[restrict 4][2], const int32_t id[restrict 4],
                float *restrict sum);
extern const MfTensor tables_tensors[];

/* clang-format off */
_Static_assert(sizeof(((Tables *)0)->work) == TABLES_WORK_BYTES, "work");
_Static_assert(offsetof(Tables, batchnorm1_bias) + sizeof(((Tables *)0)->batchnorm1_bias) ==
               TABLES_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  linear = 0.1 - 0.1 * minimum(step / total_steps, 1)               tables.lua:17 */
static void k1_linear(uint64_t step, float total_steps, float *restrict linear)
{
    const float t = (float)step / total_steps;
    *linear = 0.1f - 0.1f * mf_minf(t, 1.0f);
}

/* 2  off_in = gather(level, id) + x[:, 0:1] - y                        tables.lua:11 */
static void k2_off_in(const int32_t id[restrict 4], const float level[restrict 5][1],
                      const float x[restrict 4][2], const float y[restrict 4],
                      float off_in[restrict 4])
{
    for (int i = 0; i < 4; i++) {
        const int at = id[i];
        off_in[i] = level[at][0] + x[i][0] - y[i];
    }
}

/* 3  off = abs(off_in)                                                 tables.lua:11
 *    loss = sum(off) * 0.25                                            tables.lua:16 */
static void k3_loss(const float off_in[restrict 4], float *restrict loss)
{
    const float off = mf_absf(off_in[0]);
    const float off2 = mf_absf(off_in[2]);
    const float off3 = mf_absf(off_in[1]);
    const float off4 = mf_absf(off_in[3]);
    const float sum = 0.0f + off + off2 + (off3 + off4);
    *loss = sum * 0.25f;
}

/* 4  off = abs(off_in)                                                 tables.lua:11
 *    near = sum(f32(off < 1)) * 0.25                                   tables.lua:18 */
static void k4_near(const float off_in[restrict 4], float *restrict near)
{
    const float off = mf_absf(off_in[0]);
    const float off2 = mf_absf(off_in[2]);
    const float off3 = mf_absf(off_in[1]);
    const float off4 = mf_absf(off_in[3]);
    const float t = 0.0f + (float)(off < 1.0f) + (float)(off2 < 1.0f);
    const float sum = t + ((float)(off3 < 1.0f) + (float)(off4 < 1.0f));
    *near = sum * 0.25f;
}

/* 5  off = abs(off_in)                                                 tables.lua:11
 *    rmse = sqrt(sum(off * off) * 0.25)                                tables.lua:18 */
static void k5_rmse(const float off_in[restrict 4], float *restrict rmse)
{
    const float off = mf_absf(off_in[0]);
    const float off2 = mf_absf(off_in[2]);
    const float off3 = mf_absf(off_in[1]);
    const float off4 = mf_absf(off_in[3]);
    const float sum = 0.0f + off * off + off2 * off2 + (off3 * off3 + off4 * off4);
    *rmse = sqrtf(sum * 0.25f);
}

/* 6  dout = 0.25 * sign(off_in)                                        tables.lua:11
 *    dlevel = scatter(dout, id)                                        tables.lua:10 */
static void k6_dlevel(const int32_t id[restrict 4], const float off_in[restrict 4],
                      float dlevel[restrict 5][1])
{
    for (int i = 0; i < 5; i++)
        dlevel[i][0] = 0.0f;
    for (int i = 0; i < 4; i++) {
        const int at = id[i];
        dlevel[at][0] += 0.25f * mf_signf(off_in[i]);
    }
}

/* 7  v = momentum * sgd_v_level + (accumulated_level + dlevel * 0.5)
 *    sgd_v_level = where(abs(v) < 1e-30, 0, v)
 *    level = level - linear * sgd_v_level                              tables.lua:16 */
static void k7_level(float momentum, const float accumulated_level[restrict 5][1],
                     const float dlevel[restrict 5][1], float linear,
                     float sgd_v_level[restrict 5][1], float level[restrict 5][1])
{
    for (int i = 0; i < 5; i++) {
        const float t = accumulated_level[i][0] + dlevel[i][0] * 0.5f;
        const float v = momentum * sgd_v_level[i][0] + t;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        sgd_v_level[i][0] = v2;
        level[i][0] = level[i][0] - linear * v2;
    }
}

/* 8  accumulated_level = 0                                             tables.lua:16 */
static void k8_accumulated_level(float accumulated_level[restrict 5][1])
{
    for (int i = 0; i < 5; i++)
        accumulated_level[i][0] = 0.0f;
}

/* 9  accumulated_level = accumulated_level + dlevel * 0.5              tables.lua:16 */
static void k9_accumulated_level(const float dlevel[restrict 5][1],
                                 float accumulated_level[restrict 5][1])
{
    for (int i = 0; i < 5; i++)
        accumulated_level[i][0] = accumulated_level[i][0] + dlevel[i][0] * 0.5f;
}

/* 10  rmse = sqrt(f32(rmse_sum1) * 0.25)                               tables.lua:18 */
static void k10_rmse(double rmse_sum1, float *restrict rmse)
{
    *rmse = sqrtf((float)rmse_sum1 * 0.25f);
}

/* 11  off = abs(gather(level, id) + x[:, 0:1] - y)                     tables.lua:11 */
static void k11_off(const int32_t id[restrict 4], const float level[restrict 5][1],
                    const float x[restrict 4][2], const float y[restrict 4],
                    float off[restrict 4])
{
    for (int i = 0; i < 4; i++) {
        const int at = id[i];
        off[i] = mf_absf(level[at][0] + x[i][0] - y[i]);
    }
}

/* 12  loss = sum(off) * 0.25                                           tables.lua:16 */
static void k12_loss(const float off[restrict 4], float *restrict loss)
{
    const float sum = 0.0f + off[0] + off[2] + (off[1] + off[3]);
    *loss = sum * 0.25f;
}

/* 13  near = sum(f32(off < 1)) * 0.25                                  tables.lua:18 */
static void k13_near(const float off[restrict 4], float *restrict near)
{
    const float t = 0.0f + (float)(off[0] < 1.0f) + (float)(off[2] < 1.0f);
    const float sum = t + ((float)(off[1] < 1.0f) + (float)(off[3] < 1.0f));
    *near = sum * 0.25f;
}

/* 14  rmse = sqrt(sum(off * off) * 0.25)                               tables.lua:18
 *     rmse_sum1 = f64(sum(off * off))                                  tables.lua:16 */
static void k14_rmse_sum1(const float off[restrict 4], float *restrict rmse,
                          double *restrict rmse_sum1)
{
    const float t = 0.0f + off[0] * off[0] + off[2] * off[2];
    const float sum = t + (off[1] * off[1] + off[3] * off[3]);
    const float t2 = sqrtf(sum * 0.25f);
    *rmse = t2;
    *rmse_sum1 = (double)sum;
}

/* 15  off = abs(gather(level, id) + x[:, 0:1] - y)                     tables.lua:11 */
static void k15_off(const int32_t id[restrict 1], const float level[restrict 5][1],
                    const float x[restrict 1][2], const float y[restrict 1],
                    float off[restrict 1])
{
    const int at = id[0];
    off[0] = mf_absf(level[at][0] + x[0][0] - y[0]);
}

/* 16  loss = off                                                       tables.lua:16 */
static void k16_loss(const float off[restrict 1], float *restrict loss)
{
    *loss = off[0];
}

/* 17  near = f32(off < 1)                                              tables.lua:18 */
static void k17_near(const float off[restrict 1], float *restrict near)
{
    *near = (float)(off[0] < 1.0f);
}

/* 18  rmse = sqrt(off * off)                                           tables.lua:18 */
static void k18_rmse(const float off[restrict 1], float *restrict rmse)
{
    *rmse = sqrtf(off[0] * off[0]);
}

/* 19  rmse_sum1 = f64(off * off) * 4                                   tables.lua:16 */
static void k19_rmse_sum1(const float off[restrict 1], double *restrict rmse_sum1)
{
    *rmse_sum1 = (double)(off[0] * off[0]) * 4.0;
}

/* 20  out = gather(level, id) + x[:, 0:1]                              tables.lua:10 */
static void k20_out(const int32_t id[restrict 4], const float level[restrict 5][1],
                    const float x[restrict 4][2], float out[restrict 4])
{
    for (int i = 0; i < 4; i++) {
        const int at = id[i];
        out[i] = level[at][0] + x[i][0];
    }
}

/* 21  scale = batchnorm1_weight / sqrt(running_var + 1e-05)            tables.lua:23 */
static void k21_scale(const float running_var[restrict 2],
                      const float batchnorm1_weight[restrict 2],
                      float scale[restrict 2])
{
    for (int i = 0; i < 2; i++) {
        const float deviation = sqrtf(running_var[i] + 1e-05f);
        scale[i] = batchnorm1_weight[i] / deviation;
    }
}

/* 22  z = ((x - running_mean) * scale + batchnorm1_bias) * (a +
 *         f32(b))                                                      tables.lua:23 */
static void k22_z(const float x[restrict 4][2], const float running_mean[restrict 2],
                  const float scale[restrict 2],
                  const float batchnorm1_bias[restrict 2], float a, double b,
                  float z[restrict 4][2])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 2; j++) {
            const float t = (x[i][j] - running_mean[j]) * scale[j];
            z[i][j] = (t + batchnorm1_bias[j]) * (a + (float)b);
        }
}

/* 23  sum = sum(gather(level, id) + x[:, 0:1])                         tables.lua:24 */
static void k23_sum(const int32_t id[restrict 4], const float level[restrict 5][1],
                    const float x[restrict 4][2], float *restrict sum)
{
    float lane[16] = {0};
    MF_ROLLED
    for (int i = 0; i < MF_LANES(4); i++) {
        const int at = i < 4 ? id[i] : 0;
        const float term = (i < 4 ? level[at][0] : 0.0f) + (i < 4 ? x[i][0] : 0.0f);
        lane[i] += i < 4 ? term : 0.0f;
    }
    const float sum2 = mf_sum16f(lane);
    *sum = sum2;
}

/* 24  batchnorm1_weight = 1                                             tables.lua:9 */
static void k24_batchnorm1_weight(float batchnorm1_weight[restrict 2])
{
    for (int i = 0; i < 2; i++)
        batchnorm1_weight[i] = 1.0f;
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
void tables_init(Tables *net, uint64_t seed)
{
    memset(net, 0, offsetof(Tables, work));
    net->seed = seed;
    k24_batchnorm1_weight(net->batchnorm1_weight);
    k24_batchnorm1_weight(net->batchnorm1_running_var);
    net->total_steps = 1.0f;
    net->momentum = 0.9f;
}

/* One step: forward, backward, update; returns the loss before it. */
float tables_step(Tables *net, const float x[restrict 4][2], const float y[restrict 4],
                  const int32_t id[restrict 4])
{
    float loss, linear;
    struct TablesStep *w = &net->work.step;
    k1_linear(net->step, net->total_steps, &linear);
    /* forward */
    k2_off_in(id, net->level, x, y, w->off_in);
    /* the loss */
    k3_loss(w->off_in, &loss);
    /* metrics */
    k4_near(w->off_in, &net->metric.near);
    k5_rmse(w->off_in, &net->metric.rmse);
    /* backward, and the update of what is done */
    k6_dlevel(id, w->off_in, w->dlevel);
    k7_level(net->momentum, net->accumulated_level, w->dlevel, linear, net->sgd_v_level,
             net->level);
    k8_accumulated_level(net->accumulated_level);
    net->step++;
    return loss;
}

/* One step: forward, backward, update; returns the loss before it. */
float tables_part(Tables *net, const float x[restrict 4][2], const float y[restrict 4],
                  const int32_t id[restrict 4])
{
    float loss;
    struct TablesPart *w = &net->work.part;
    /* forward */
    k2_off_in(id, net->level, x, y, w->off_in);
    /* the loss */
    k3_loss(w->off_in, &loss);
    /* metrics */
    k4_near(w->off_in, &net->metric.near);
    k5_rmse(w->off_in, &net->metric.rmse);
    /* backward, and the update of what is done */
    k6_dlevel(id, w->off_in, w->dlevel);
    k9_accumulated_level(w->dlevel, net->accumulated_level);
    return loss;
}

/* Values over many batches, from the means of the sums that eval gives. */
float tables_eval_total(Tables *net, double rmse_sum1)
{
    float rmse;
    (void)net;
    k10_rmse(rmse_sum1, &rmse);
    return rmse;
}

/* The loss and the metrics as in inference, without an update. */
float tables_eval(Tables *net, const float x[restrict 4][2], const float y[restrict 4],
                  const int32_t id[restrict 4])
{
    float loss;
    struct TablesEval *w = &net->work.eval;
    k11_off(id, net->level, x, y, w->off);
    k12_loss(w->off, &loss);
    k13_near(w->off, &net->metric.near);
    k14_rmse_sum1(w->off, &net->metric.rmse, &net->metric.rmse_sum1);
    return loss;
}

/* The same of a batch of one row. */
float tables_eval_one(Tables *net, const float x[restrict 1][2],
                      const float y[restrict 1], const int32_t id[restrict 1])
{
    float loss;
    struct TablesEvalOne *w = &net->work.eval_one;
    k15_off(id, net->level, x, y, w->off);
    k16_loss(w->off, &loss);
    k17_near(w->off, &net->metric.near);
    k18_rmse(w->off, &net->metric.rmse);
    k19_rmse_sum1(w->off, &net->metric.rmse_sum1);
    return loss;
}

/* The function `rows`. */
void tables_rows(Tables *net, const float x[restrict 4][2],
                 const int32_t id[restrict 4], float out[restrict 4])
{
    k20_out(id, net->level, x, out);
}

/* The function `scaled`. */
void tables_scaled(Tables *net, float a, const float x[restrict 4][2], double b,
                   float z[restrict 4][2])
{
    struct TablesScaled *w = &net->work.scaled;
    k21_scale(net->batchnorm1_running_var, net->batchnorm1_weight, w->scale);
    k22_z(x, net->batchnorm1_running_mean, w->scale, net->batchnorm1_bias, a, b, z);
}

/* The function `sum`. */
void tables_sum(Tables *net, const float x[restrict 4][2], const int32_t id[restrict 4],
                float *restrict sum)
{
    k23_sum(id, net->level, x, sum);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor tables_tensors[] = {
    {"level", MF_F32, MF_PARAM, 2, {5, 1}, offsetof(Tables, level)},
    {"batchnorm1.weight", MF_F32, MF_PARAM, 1, {2}, offsetof(Tables, batchnorm1_weight)},
    {"batchnorm1.bias", MF_F32, MF_PARAM, 1, {2}, offsetof(Tables, batchnorm1_bias)},
    {"batchnorm1.running_mean", MF_F32, MF_STAT, 1, {2}, offsetof(Tables, batchnorm1_running_mean)},
    {"batchnorm1.running_var", MF_F32, MF_STAT, 1, {2}, offsetof(Tables, batchnorm1_running_var)},
    {"accumulated.level", MF_F32, MF_STATE, 2, {5, 1}, offsetof(Tables, accumulated_level)},
    {"sgd.v.level", MF_F32, MF_STATE, 2, {5, 1}, offsetof(Tables, sgd_v_level)},
    {"total_steps", MF_F32, MF_SETTING, 0, {0}, offsetof(Tables, total_steps)},
    {"momentum", MF_F32, MF_SETTING, 0, {0}, offsetof(Tables, momentum)},
};
/* clang-format on */

#ifndef TABLES_NO_MAIN

/* clang-format off */
static const MfPort rows_in[] = {
    {"x", MF_F32, 2, {4, 2}, 0, NULL},
    {"id", MF_I32, 1, {4}, 5, NULL},
};

static const MfPort rows_out[] = {
    {"out", MF_F32, 1, {4}, 0, NULL},
};
/* clang-format on */

static void call_rows(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[2] = (const float(*)[2])in[0];
    const int32_t *in1 = in[1];
    tables_rows(net, in0, in1, out[0]);
}

/* clang-format off */
static const MfPort scaled_in[] = {
    {"a", MF_F32, 0, {0}, 0, NULL},
    {"x", MF_F32, 2, {4, 2}, 0, NULL},
    {"b", MF_F64, 0, {0}, 0, NULL},
};

static const MfPort scaled_out[] = {
    {"z", MF_F32, 2, {4, 2}, 0, NULL},
};
/* clang-format on */

static void call_scaled(void *net, const void *const *in, void *const *out)
{
    const float in0 = *(const float *)in[0];
    const float(*in1)[2] = (const float(*)[2])in[1];
    const double in2 = *(const double *)in[2];
    tables_scaled(net, in0, in1, in2, out[0]);
}

/* clang-format off */
static const MfPort sum_in[] = {
    {"x", MF_F32, 2, {4, 2}, 0, NULL},
    {"id", MF_I32, 1, {4}, 5, NULL},
};

static const MfPort sum_out[] = {
    {"sum", MF_F32, 0, {0}, 0, NULL},
};
/* clang-format on */

static void call_sum(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[2] = (const float(*)[2])in[0];
    const int32_t *in1 = in[1];
    tables_sum(net, in0, in1, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"rows", 4, 2, 1, rows_in, rows_out, call_rows},
    {"scaled", 0, 3, 1, scaled_in, scaled_out, call_scaled},
    {"sum", 0, 2, 1, sum_in, sum_out, call_sum},
};

static const MfPort step_in[] = {
    {"x", MF_F32, 2, {4, 2}, 0, NULL},
    {"y", MF_F32, 1, {4}, 0, NULL},
    {"id", MF_I32, 1, {4}, 5, NULL},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const float(*in0)[2] = (const float(*)[2])in[0];
    const float *in1 = in[1];
    const int32_t *in2 = in[2];
    out[0] = (double)tables_step(net, in0, in1, in2);
    const Tables *done = net;
    out[1] = (double)done->metric.near;
    out[2] = (double)done->metric.rmse;
}

static void call_part(void *net, const void *const *in, double *out)
{
    const float(*in0)[2] = (const float(*)[2])in[0];
    const float *in1 = in[1];
    const int32_t *in2 = in[2];
    out[0] = (double)tables_part(net, in0, in1, in2);
    const Tables *done = net;
    out[1] = (double)done->metric.near;
    out[2] = (double)done->metric.rmse;
}

static void call_eval_total(void *net, const void *const *in, double *out)
{
    const double in0 = *(const double *)in[0];
    out[0] = (double)tables_eval_total(net, in0);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const float(*in0)[2] = (const float(*)[2])in[0];
    const float *in1 = in[1];
    const int32_t *in2 = in[2];
    out[0] = (double)tables_eval(net, in0, in1, in2);
    const Tables *done = net;
    out[1] = (double)done->metric.near;
    out[2] = (double)done->metric.rmse;
    out[3] = (double)done->metric.rmse_sum1;
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const float(*in0)[2] = (const float(*)[2])in[0];
    const float *in1 = in[1];
    const int32_t *in2 = in[2];
    out[0] = (double)tables_eval_one(net, in0, in1, in2);
    const Tables *done = net;
    out[1] = (double)done->metric.near;
    out[2] = (double)done->metric.rmse;
    out[3] = (double)done->metric.rmse_sum1;
}

/* clang-format off */
static const char *const metrics_0[] = {
    "near",
    "rmse",
};
/* clang-format on */

static const int totalled_0[] = {2};

/* clang-format off */
static const MfTrain trains[] = {
    {
        .name = "",
        .batch = 4,
        .n_in = 3,
        .in = step_in,
        .step = call_step,
        .eval = call_eval,
        .eval_one = call_eval_one,
        .part = call_part,
        .n_metrics = 2,
        .metric = metrics_0,
        .n_sums = 1,
        .n_totalled = 1,
        .totalled = totalled_0,
        .total = call_eval_total,
        .epochs = 3,
        .shuffle = MF_REPLACEMENT,
        .seed = 1u,
        .accumulate = 2,
        .valid_split = "valid",
        .valid_epochs = 2,
        .valid_batches = 3,
        .early_metric = "near",
        .early_patience = 5,
        .checkpoint_every = 10,
        .checkpoint_keep = 4,
        .turns = 1,
    },
};

static const MfField fields[] = {
    {.input = "id", .columns = "id"},
    {.input = "x", .columns = "1:2"},
    {.input = "y", .columns = "y"},
};

static const MfSplit splits[] = {
    {"train", 0.8},
    {"valid", 0.2},
};

static const MfData source = {
    .kind = MF_DATA_CSV,
    .path = "t.csv",
    .header = -1,
    .n_fields = 3,
    .n_splits = 2,
    .field = fields,
    .split = splits,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 3};
static const double probe_is_0[] = {-0.16015984117984772, 0.9637938141822815, 0.26748940348625183, -0.6169846057891846};
static const long probe_at_1[] = {0, 1, 2, 7};
static const double probe_is_1[] = {0.5205898880958557, -0.20995423197746277, -0.2126559168100357, -0.03325587138533592};
static const long probe_at_2[] = {0};
static const double probe_is_2[] = {0.45413875579833984};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 9.647938141822816e-06},
    {1, 0, 7u, 4, probe_at_1, probe_is_1, 6.068260202407837e-06},
    {2, 0, 7u, 1, probe_at_2, probe_is_2, 4.551387557983399e-06},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    tables_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "tables",
    .script = "tables.lua",
    .version = "0.1",
    .hash = 0xd500f29f36f8a988u,
    .real = MF_F32,
    .size = sizeof(Tables),
    .param_bytes = 36,
    .state_bytes = 56,
    .work_bytes = 36,
    .seed_offset = offsetof(Tables, seed),
    .step_offset = offsetof(Tables, step),
    .steps_offset = offsetof(Tables, total_steps),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 9,
    .n_funcs = 3,
    .n_trains = 1,
    .tensor = tables_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
    .n_probes = 3,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static Tables net;
    return mf_main(argc, argv, &model, &net);
}

#endif

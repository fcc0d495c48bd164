/*
 * tiny_model.c - see tiny_model.h. The functions are what the compiler would
 * emit, for any number of rows.
 */
#include <math.h>
#include <signal.h>
#include <string.h>

#include "tiny_model.h"

int tiny_stop_at;

static void tiny_init(void *net, uint64_t seed)
{
    Tiny *t = net;
    memset(t, 0, sizeof *t);
    for (uint64_t i = 0; i < 3; i++)
        t->w[i] = mf_uniformf(seed, mf_hash("w"), 0, i);
    t->lr = 0.05f;
    t->beta = 0.5f;
    t->seed = seed;
}

static float row_value(const Tiny *t, const float *x)
{
    return fmaf(x[2], t->w[2], fmaf(x[1], t->w[1], fmaf(x[0], t->w[0], t->b)));
}

/* Loss and largest error of n rows. */
static void forward(const Tiny *t, int n, const float *x, const float *y, double *out)
{
    out[0] = out[1] = 0;
    for (int i = 0; i < n; i++) {
        double d = (double)(row_value(t, x + 3 * i) - y[i]);
        out[0] += d * d / n;
        out[1] += fabs(d) / n;
    }
}

static void backward(Tiny *t, const float *x, const float *y, float scale)
{
    float noise = mf_uniformf(t->seed, mf_hash("noise"), t->step, 0) * 0.1f;
    for (int i = 0; i < TINY_BATCH; i++) {
        float d = scale * (2 * (row_value(t, x + 3 * i) - y[i]) / TINY_BATCH + noise);
        for (int k = 0; k < 3; k++)
            t->w_g[k] += d * x[3 * i + k];
        t->b_g += d;
    }
}

static void update(Tiny *t, float *p, float *m, float *g)
{
    *m = t->beta * *m + *g;
    *p -= t->lr * *m * (1 - (float)t->step / (t->steps + 100));
    *g = 0;
}

static void apply(Tiny *t, double loss)
{
    for (int k = 0; k < 3; k++)
        update(t, &t->w[k], &t->w_m[k], &t->w_g[k]);
    update(t, &t->b, &t->b_m, &t->b_g);
    t->mean = 0.9f * t->mean + 0.1f * (float)loss;
    if (t->step + 1 == (uint64_t)tiny_stop_at)
        raise(SIGINT);
}

static void tiny_step(void *net, const void *const *in, double *out)
{
    forward(net, TINY_BATCH, in[0], in[1], out);
    backward(net, in[0], in[1], 1);
    apply(net, out[0]);
}

static void tiny_part(void *net, const void *const *in, double *out)
{
    forward(net, TINY_BATCH, in[0], in[1], out);
    backward(net, in[0], in[1], 0.5f);
}

static void tiny_last(void *net, const void *const *in, double *out)
{
    tiny_part(net, in, out);
    apply(net, out[0]);
}

/* The second train of a pair: no data, pulls the weights to 0. */
static void pull_step(void *net, const void *const *in, double *out)
{
    Tiny *t = net;
    (void)in;
    out[0] = 0;
    for (int k = 0; k < 3; k++) {
        out[0] += (double)(t->w[k] * t->w[k]);
        t->w[k] *= 0.99f;
    }
}

static void tiny_eval(void *net, const void *const *in, double *out)
{
    forward(net, TINY_BATCH, in[0], in[1], out);
}

static void tiny_eval_one(void *net, const void *const *in, double *out)
{
    forward(net, 1, in[0], in[1], out);
}

static void tiny_predict(void *net, const void *const *in, void *const *out)
{
    for (int i = 0; i < 5; i++)
        ((float *)out[0])[i] = row_value(net, (const float *)in[0] + 3 * i);
}

/* Every dtype, in and out. */
static void tiny_mixed(void *net, const void *const *in, void *const *out)
{
    (void)net;
    const int32_t *id = in[1];
    for (int i = 0; i < 2; i++)
        ((double *)out[0])[i] = ((const double *)in[0])[id[i]];
    ((unsigned char *)out[1])[0] = ((const unsigned char *)in[2])[0] ^ 1;
    ((int32_t *)out[2])[0] = id[0] + id[1];
}

static const MfTensor tensors[] = {
    {"w", MF_F32, MF_PARAM, 2, {3, 1}, offsetof(Tiny, w)},
    {"b", MF_F32, MF_PARAM, 1, {1}, offsetof(Tiny, b)},
    {"mean", MF_F32, MF_STAT, 0, {0}, offsetof(Tiny, mean)},
    {"w.m", MF_F32, MF_STATE, 2, {3, 1}, offsetof(Tiny, w_m)},
    {"b.m", MF_F32, MF_STATE, 1, {1}, offsetof(Tiny, b_m)},
    {"lr", MF_F32, MF_SETTING, 0, {0}, offsetof(Tiny, lr)},
    {"beta \"1\"", MF_F32, MF_SETTING, 0, {0}, offsetof(Tiny, beta)},
};

static const MfPort train_in[] = {{"x", MF_F32, 2, {TINY_BATCH, 3}, 0, NULL},
                                  {"y", MF_F32, 2, {TINY_BATCH, 1}, 0, NULL}};
static const MfPort predict_in[] = {{"x", MF_F32, 2, {5, 3}, 0, NULL}};
static const MfPort predict_out[] = {{"yhat", MF_F32, 2, {5, 1}, 0, NULL}};
static const MfPort mixed_in[] = {{"table", MF_F64, 1, {3}, 0, NULL},
                                  {"ids", MF_I32, 1, {2}, 3, NULL},
                                  {"flag", MF_BOOL, 0, {0}, 0, NULL}};
static const MfPort mixed_out[] = {{"picked", MF_F64, 1, {2}, 0, NULL},
                                   {"a/b", MF_BOOL, 0, {0}, 0, NULL},
                                   {"a?b", MF_I32, 0, {0}, 0, NULL}};
static const MfFunc funcs[] = {{"mixed", 0, 3, 3, mixed_in, mixed_out, tiny_mixed},
                               {"predict", 5, 1, 1, predict_in, predict_out,
                                tiny_predict}};

static const char *const metrics[] = {"mae"}, *const rising[] = {"accuracy"};
static const MfTrain plain = {.name = "",
                              .batch = TINY_BATCH,
                              .n_in = 2,
                              .in = train_in,
                              .step = tiny_step,
                              .eval = tiny_eval,
                              .eval_one = tiny_eval_one,
                              .n_metrics = 1,
                              .metric = metrics,
                              .epochs = 4,
                              .shuffle = MF_SHUFFLE,
                              .seed = 7,
                              .turns = 1};

static void make_data(TinyProgram *p)
{
    for (int i = 0; i < TINY_ROWS; i++) {
        double *x = &p->x[3 * i];
        x[0] = i * 0.25 - 1;
        x[1] = i * 7 % 11 * 0.2 - 1;
        x[2] = i * 5 % 13 * 0.1;
        p->y[i] = 2 * x[0] - 3 * x[1] + x[2] + i * 3 % 7 * 0.1;
    }
    p->field[0] =
        (MfField){.input = "x", .values = p->x, .rows = TINY_ROWS, .scale = MF_ZSCORE};
    p->field[1] = (MfField){.input = "y", .values = p->y, .rows = TINY_ROWS};
    p->data = (MfData){.kind = MF_DATA_INLINE, .n_fields = 2, .field = p->field};
}

static void make_early(TinyProgram *p)
{
    p->split[0] = (MfSplit){"train", 0.75};
    p->split[1] = (MfSplit){"valid", 0.25};
    p->data.n_splits = 2;
    p->data.split = p->split;
    p->train[0].valid_split = "valid";
    p->train[0].valid_every = 2;
    p->train[0].early_metric = "valid_mae";
    p->train[0].early_patience = 6;
    p->train[0].checkpoint_every = 3;
    p->train[0].checkpoint_keep = 2;
}

void tiny_make(TinyProgram *p, TinyKind kind)
{
    *p = (TinyProgram){.train = {plain}};
    make_data(p);
    p->model = (MfModel){.name = "tiny",
                         .script = "tiny.lua",
                         .version = "0.1",
                         .hash = 0x1111 * ((uint64_t)kind + 1),
                         .real = MF_F32,
                         .size = sizeof(Tiny),
                         .param_bytes = 20,
                         .seed_offset = offsetof(Tiny, seed),
                         .step_offset = offsetof(Tiny, step),
                         .steps_offset = offsetof(Tiny, steps),
                         .init = tiny_init,
                         .n_tensors = sizeof tensors / sizeof *tensors,
                         .n_funcs = 2,
                         .n_trains = kind == TINY_PAIR ? 2 : 1,
                         .tensor = tensors,
                         .func = funcs,
                         .train = p->train,
                         .data = &p->data};
    if (kind == TINY_EARLY || kind == TINY_SELDOM || kind == TINY_RISES)
        make_early(p);
    if (kind == TINY_SELDOM) {
        p->train[0].valid_every = 0;
        p->train[0].valid_epochs = 2;
    }
    if (kind == TINY_RISES) {
        p->train[0].metric = rising;
        p->train[0].early_metric = "valid_accuracy";
    }
    if (kind == TINY_CAREFUL)
        p->train[0].checkpoint_every = 1;
    if (kind == TINY_ACCUMULATE) {
        p->train[0].step = tiny_last;
        p->train[0].part = tiny_part;
        p->train[0].accumulate = 2;
        p->train[0].checkpoint_epochs = 1;
    }
    if (kind == TINY_PAIR) {
        p->train[0].name = "d";
        p->train[0].turns = 2;
        p->train[1] = (MfTrain){.name = "g",
                                .step = pull_step,
                                .eval = pull_step,
                                .seed = 7,
                                .turns = 1};
    }
}

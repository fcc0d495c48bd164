/*
 * tf_tutorial.c - the functions of tf_tutorial.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 65 parameters; 62 nodes; 8 kernels;
 * bytes: parameters 260, state 0, work 1320 (unshared 1320), stack 5416
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

#define TF_TUTORIAL_PARAM_BYTES 260u
#define TF_TUTORIAL_STATE_BYTES 0u
#define TF_TUTORIAL_WORK_BYTES 1320u
#define TF_TUTORIAL_STACK_BYTES 5416u
#define TF_TUTORIAL_TENSORS 4u

typedef struct TfTutorial {
    float W[2][16];  /* tf_tutorial.lua:6 */
    float b[16];     /* tf_tutorial.lua:7 */
    float W2[16][1]; /* tf_tutorial.lua:8 */
    float b2[1];     /* tf_tutorial.lua:9 */
    uint64_t seed, step;
    unsigned char gap[40]; /* to a multiple of 64 bytes */
    union {
        struct TfTutorialGrads {
            float a[10][16];  /* calls 1 to 2 */
            float dz[10][16]; /* calls 1 to 5 */
            float dz2[10][1]; /* calls 1 to 3 */
        } grads;
    } work;
} TfTutorial;

/* Initial values of everything, drawn from the seed. */
void tf_tutorial_init(TfTutorial *net, uint64_t seed);
/* The function `forward`. */
void tf_tutorial_forward(TfTutorial *net, const float input[restrict 10][2],
                         float z[restrict 10][16], float a[restrict 10][16],
                         float z2[restrict 10][1]);
/* The function `grads`. */
void tf_tutorial_grads(TfTutorial *net, const float input[restrict 10][2],
                       const float y[restrict 10][1], float dW[restrict 2][16],
                       float db[restrict 16], float dW2[restrict 16][1],
                       float db2[restrict 1]);
extern const MfTensor tf_tutorial_tensors[];

/* clang-format off */
_Static_assert(sizeof(((TfTutorial *)0)->work) == TF_TUTORIAL_WORK_BYTES, "work");
_Static_assert(offsetof(TfTutorial, b2) + sizeof(((TfTutorial *)0)->b2) ==
               TF_TUTORIAL_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  z = input W + b                                              tf_tutorial.lua:10
 *    a = relu(z)                                                  tf_tutorial.lua:11
 *    z2 = a W2 + b2                                               tf_tutorial.lua:12 */
static void k1_z2(const float input[restrict 10][2], const float W[restrict 2][16],
                  const float b[restrict 16], const float W2[restrict 16][1],
                  const float b2[restrict 1], float z[restrict 10][16],
                  float a[restrict 10][16], float z2[restrict 10][1])
{
    float acc[10][16] = {0};
    for (int i = 0; i < 10; i++)
        for (int j = 0; j < 2; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                acc[i][k] = fmaf(input[i][j], W[j][k], acc[i][k]);
        }
    for (int i = 0; i < 10; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float z3 = acc[i][j] + b[j];
            z[i][j] = z3;
            a[i][j] = mf_reluf(z3);
        }
    }
    float acc2[10] = {0};
    for (int i = 0; i < 10; i++)
        for (int j = 0; j < 16; j++)
            acc2[i] = fmaf(a[i][j], W2[j][0], acc2[i]);
    MF_ROLLED
    for (int i = 0; i < 10; i++)
        z2[i][0] = acc2[i] + b2[0];
}

/* 2  z = input W + b                                              tf_tutorial.lua:10
 *    a = relu(z)                                                  tf_tutorial.lua:11
 *    z2 = a W2 + b2                                               tf_tutorial.lua:12
 *    dz2 = sigmoid(z2) - y                                        tf_tutorial.lua:13
 *    da = dz2 W2'                                                 tf_tutorial.lua:12
 *    dz = where(a > 0, da, 0)                                     tf_tutorial.lua:11 */
MF_APART
static void k2_dz(const float input[restrict 10][2], const float W[restrict 2][16],
                  const float b[restrict 16], const float W2[restrict 16][1],
                  const float b2[restrict 1], const float y[restrict 10][1],
                  float a[restrict 10][16], float dz2[restrict 10][1],
                  float dz[restrict 10][16])
{
    float acc[10][16] = {0};
    for (int i = 0; i < 10; i++)
        for (int j = 0; j < 2; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                acc[i][k] = fmaf(input[i][j], W[j][k], acc[i][k]);
        }
    for (int i = 0; i < 10; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float z = acc[i][j] + b[j];
            a[i][j] = mf_reluf(z);
        }
    }
    float acc2[10] = {0};
    for (int i = 0; i < 10; i++)
        for (int j = 0; j < 16; j++)
            acc2[i] = fmaf(a[i][j], W2[j][0], acc2[i]);
    MF_ROLLED
    for (int i = 0; i < 10; i++) {
        const float z2 = acc2[i] + b2[0];
        dz2[i][0] = mf_sigmoidf(z2) - y[i][0];
    }
    float acc3[10][16] = {0};
    for (int i = 0; i < 10; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc3[i][j] = fmaf(dz2[i][0], W2[j][0], acc3[i][j]);
    }
    for (int i = 0; i < 10; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float t = acc3[i][j];
            dz[i][j] = a[i][j] > 0.0f ? t : 0.0f;
        }
    }
}

/* 3  dW2 = a' dz2                                                 tf_tutorial.lua:12 */
static void k3_dW2(const float a[restrict 10][16], const float dz2[restrict 10][1],
                   float dW2[restrict 16][1])
{
    float acc[16] = {0};
    for (int i = 0; i < 10; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(a[i][j], dz2[i][0], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        dW2[i][0] = acc[i];
}

/* 4  db2 = sum(dz2)                                               tf_tutorial.lua:12 */
static void k4_db2(const float dz2[restrict 10][1], float db2[restrict 1])
{
    float acc = 0.0f;
    for (int i = 0; i < 10; i++)
        acc += dz2[i][0];
    db2[0] = acc;
}

/* 5  dW = input' dz                                               tf_tutorial.lua:10 */
static void k5_dW(const float input[restrict 10][2], const float dz[restrict 10][16],
                  float dW[restrict 2][16])
{
    for (int i = 0; i < 2; i++) {
        float acc[16] = {0};
        for (int j = 0; j < 10; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                acc[k] = fmaf(input[j][i], dz[j][k], acc[k]);
        }
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            dW[i][j] = acc[j];
    }
}

/* 6  db = sum(dz)                                                 tf_tutorial.lua:10 */
static void k6_db(const float dz[restrict 10][16], float db[restrict 16])
{
    float acc[16] = {0};
    for (int i = 0; i < 10; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] += dz[i][j];
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        db[i] = acc[i];
}

/* 7  W = sqrt(-2 * log1p(-uniform())) * cos(6.28319 * uniform())   tf_tutorial.lua:6 */
static void k7_W(uint64_t step, uint64_t seed, uint64_t stream, uint64_t stream2,
                 float W[restrict 2][16])
{
    float u[32];
    mf_uniform_rowf(seed, stream, step, 0, 32, u);
    float u2[32];
    mf_uniform_rowf(seed, stream2, step, 0, 32, u2);
    for (int i = 0; i < 2; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float t = sqrtf(-2.0f * mf_log1pf(-u[16 * i + j]));
            W[i][j] = t * mf_cosf(6.2831855f * u2[16 * i + j]);
        }
    }
}

/* 8  mul = sqrt(-2 * log1p(-uniform())) * cos(6.28319 * uniform())
 *    W2 = mul                                                      tf_tutorial.lua:8 */
static void k8_W2(uint64_t step, uint64_t seed, uint64_t stream, uint64_t stream2,
                  float W2[restrict 16][1])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
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
void tf_tutorial_init(TfTutorial *net, uint64_t seed)
{
    memset(net, 0, offsetof(TfTutorial, work));
    net->seed = seed;
    k7_W(net->step, net->seed, 0x5f875fff279ab970u, 0x4d4723a9e5b5d394u, net->W);
    k8_W2(net->step, net->seed, 0xef3e0347504c1120u, 0x7175016a31ce8affu, net->W2);
}

/* The function `forward`. */
void tf_tutorial_forward(TfTutorial *net, const float input[restrict 10][2],
                         float z[restrict 10][16], float a[restrict 10][16],
                         float z2[restrict 10][1])
{
    k1_z2(input, net->W, net->b, net->W2, net->b2, z, a, z2);
}

/* The function `grads`. */
void tf_tutorial_grads(TfTutorial *net, const float input[restrict 10][2],
                       const float y[restrict 10][1], float dW[restrict 2][16],
                       float db[restrict 16], float dW2[restrict 16][1],
                       float db2[restrict 1])
{
    struct TfTutorialGrads *w = &net->work.grads;
    k2_dz(input, net->W, net->b, net->W2, net->b2, y, w->a, w->dz2, w->dz);
    k3_dW2(w->a, w->dz2, dW2);
    k4_db2(w->dz2, db2);
    k5_dW(input, w->dz, dW);
    k6_db(w->dz, db);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor tf_tutorial_tensors[] = {
    {"W", MF_F32, MF_PARAM, 2, {2, 16}, offsetof(TfTutorial, W)},
    {"b", MF_F32, MF_PARAM, 1, {16}, offsetof(TfTutorial, b)},
    {"W2", MF_F32, MF_PARAM, 2, {16, 1}, offsetof(TfTutorial, W2)},
    {"b2", MF_F32, MF_PARAM, 1, {1}, offsetof(TfTutorial, b2)},
};
/* clang-format on */

#ifndef TF_TUTORIAL_NO_MAIN

/* clang-format off */
static const MfPort forward_in[] = {
    {"input", MF_F32, 2, {10, 2}, 0, NULL},
};

static const MfPort forward_out[] = {
    {"z", MF_F32, 2, {10, 16}, 0, NULL},
    {"a", MF_F32, 2, {10, 16}, 0, NULL},
    {"z2", MF_F32, 2, {10, 1}, 0, NULL},
};
/* clang-format on */

static void call_forward(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[2] = (const float(*)[2])in[0];
    tf_tutorial_forward(net, in0, out[0], out[1], out[2]);
}

/* clang-format off */
static const MfPort grads_in[] = {
    {"input", MF_F32, 2, {10, 2}, 0, NULL},
    {"y", MF_F32, 2, {10, 1}, 0, NULL},
};

static const MfPort grads_out[] = {
    {"dW", MF_F32, 2, {2, 16}, 0, NULL},
    {"db", MF_F32, 1, {16}, 0, NULL},
    {"dW2", MF_F32, 2, {16, 1}, 0, NULL},
    {"db2", MF_F32, 1, {1}, 0, NULL},
};
/* clang-format on */

static void call_grads(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[2] = (const float(*)[2])in[0];
    const float(*in1)[1] = (const float(*)[1])in[1];
    tf_tutorial_grads(net, in0, in1, out[0], out[1], out[2], out[3]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"forward", 10, 1, 3, forward_in, forward_out, call_forward},
    {"grads", 0, 2, 4, grads_in, grads_out, call_grads},
};

static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 159};
static const double probe_is_0[] = {0.36802878975868225, -0.4462088346481323, -0.8196958303451538, -0.5570467710494995};
static const long probe_at_1[] = {0, 1, 2, 159};
static const double probe_is_1[] = {0.36802878975868225, 0.0, 0.0, 0.0};
static const long probe_at_2[] = {0, 1, 2, 9};
static const double probe_is_2[] = {-1.6371115446090698, -0.08181058615446091, -0.36887380480766296, -2.11692476272583};
static const long probe_at_3[] = {0, 1, 2, 31};
static const double probe_is_3[] = {0.21521766483783722, -0.09984219074249268, 0.3079797029495239, -0.0022633508779108524};
static const long probe_at_4[] = {0, 1, 2, 15};
static const double probe_is_4[] = {-0.056788623332977295, -0.08264435827732086, 0.2549302279949188, -0.17122524976730347};
static const long probe_at_5[] = {0, 1, 2, 15};
static const double probe_is_5[] = {0.6886155605316162, -0.21091490983963013, 0.22683794796466827, 0.14809344708919525};
static const long probe_at_6[] = {0};
static const double probe_is_6[] = {-0.13753271102905273};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 2.8168113956451418e-05},
    {0, 1, 7u, 4, probe_at_1, probe_is_1, 2.6566062698364258e-05},
    {0, 2, 7u, 4, probe_at_2, probe_is_2, 4.368923259735108e-05},
    {1, 0, 7u, 4, probe_at_3, probe_is_3, 1.6877181062698364e-05},
    {1, 1, 7u, 4, probe_at_4, probe_is_4, 3.459198308944702e-05},
    {1, 2, 7u, 4, probe_at_5, probe_is_5, 2.9477127323150635e-05},
    {1, 3, 7u, 1, probe_at_6, probe_is_6, 1.3853271102905274e-06},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    tf_tutorial_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "tf_tutorial",
    .script = "tf_tutorial.lua",
    .version = "0.1",
    .hash = 0xc8f70e6cabf33a40u,
    .real = MF_F32,
    .size = sizeof(TfTutorial),
    .param_bytes = 260,
    .state_bytes = 0,
    .work_bytes = 1320,
    .seed_offset = offsetof(TfTutorial, seed),
    .step_offset = offsetof(TfTutorial, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 4,
    .n_funcs = 2,
    .tensor = tf_tutorial_tensors,
    .func = funcs,
    .data = &source,
    .n_probes = 7,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static _Alignas(64) TfTutorial net;
    return mf_main(argc, argv, &model, &net);
}

#endif

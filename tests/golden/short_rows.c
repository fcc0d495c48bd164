/*
 * short_rows.c - the functions of short_rows.lua. Written by mfc 0.1: edit the script,
 * not this file.
 *
 * 0 parameters; 7 nodes; 3 kernels;
 * bytes: parameters 0, state 0, work 0 (unshared 0), stack 4096
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * MF_UNROLLED        gcc shall unroll the loop, and make vectors across the rows
 */
#include "mfrt.h"

#define SHORT_ROWS_PARAM_BYTES 0u
#define SHORT_ROWS_STATE_BYTES 0u
#define SHORT_ROWS_WORK_BYTES 0u
#define SHORT_ROWS_STACK_BYTES 4096u
#define SHORT_ROWS_TENSORS 0u

typedef struct ShortRows {
    uint64_t seed, step;
} ShortRows;

/* Initial values of everything, drawn from the seed. */
void short_rows_init(ShortRows *net, uint64_t seed);
/* The function `across`. */
void short_rows_across(ShortRows *net, const float many[restrict 40][3],
                       float sine[restrict 40][3]);
/* The function `along`. */
void short_rows_along(ShortRows *net, const float few[restrict 5][3],
                      float power[restrict 5][3]);
/* The function `apart`. */
void short_rows_apart(ShortRows *net, const float many[restrict 40][3],
                      float both[restrict 40][6]);
extern const MfTensor short_rows_tensors[];

/* clang-format off */
/* clang-format on */

/* 1  sine = sin(many)                                               short_rows.lua:7 */
static void k1_sine(const float many[restrict 120], float sine[restrict 120])
{
    for (int i = 0; i < 120; i++)
        sine[i] = mf_sinf(many[i]);
}

/* 2  power = exp(few)                                               short_rows.lua:9 */
static void k2_power(const float few[restrict 15], float power[restrict 15])
{
    MF_ROLLED
    for (int i = 0; i < 15; i++)
        power[i] = mf_expf(few[i]);
}

/* 3  both = concat(many, tanh(many))                                short_rows.lua:8 */
static void k3_both(const float many[restrict 40][3], float both[restrict 40][6])
{
    for (int i = 0; i < 40; i++) {
        MF_ROLLED
        for (int j = 0; j < 3; j++)
            both[i][j] = many[i][j];
    }
    for (int i = 0; i < 40; i++) {
        MF_UNROLLED
        for (int j = 0; j < 3; j++)
            both[i][j + 3] = mf_tanhf(many[i][j]);
    }
}

/* gcc warns where rows become const rows, as C allows since C23, and where arrays
 * share memory in a union. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#endif

/* Initial values of everything, drawn from the seed. */
void short_rows_init(ShortRows *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
}

/* The function `across`. */
void short_rows_across(ShortRows *net, const float many[restrict 40][3],
                       float sine[restrict 40][3])
{
    (void)net;
    k1_sine((const float *)many, (float *)sine);
}

/* The function `along`. */
void short_rows_along(ShortRows *net, const float few[restrict 5][3],
                      float power[restrict 5][3])
{
    (void)net;
    k2_power((const float *)few, (float *)power);
}

/* The function `apart`. */
void short_rows_apart(ShortRows *net, const float many[restrict 40][3],
                      float both[restrict 40][6])
{
    (void)net;
    k3_both(many, both);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

const MfTensor short_rows_tensors[1];

#ifndef SHORT_ROWS_NO_MAIN

/* clang-format off */
static const MfPort across_in[] = {
    {"many", MF_F32, 2, {40, 3}, 0, NULL},
};

static const MfPort across_out[] = {
    {"sine", MF_F32, 2, {40, 3}, 0, NULL},
};
/* clang-format on */

static void call_across(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[3] = (const float(*)[3])in[0];
    short_rows_across(net, in0, out[0]);
}

/* clang-format off */
static const MfPort along_in[] = {
    {"few", MF_F32, 2, {5, 3}, 0, NULL},
};

static const MfPort along_out[] = {
    {"power", MF_F32, 2, {5, 3}, 0, NULL},
};
/* clang-format on */

static void call_along(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[3] = (const float(*)[3])in[0];
    short_rows_along(net, in0, out[0]);
}

/* clang-format off */
static const MfPort apart_in[] = {
    {"many", MF_F32, 2, {40, 3}, 0, NULL},
};

static const MfPort apart_out[] = {
    {"both", MF_F32, 2, {40, 6}, 0, NULL},
};
/* clang-format on */

static void call_apart(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[3] = (const float(*)[3])in[0];
    short_rows_apart(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"across", 40, 1, 1, across_in, across_out, call_across},
    {"along", 5, 1, 1, along_in, along_out, call_along},
    {"apart", 40, 1, 1, apart_in, apart_out, call_apart},
};

static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 119};
static const double probe_is_0[] = {-0.15947599709033966, 0.5156545639038086, 0.8213614821434021, -0.2687323987483978};
static const long probe_at_1[] = {0, 1, 2, 14};
static const double probe_is_1[] = {0.8520075678825378, 1.719049334526062, 2.6216235160827637, 1.2731753587722778};
static const long probe_at_2[] = {0, 1, 2, 239};
static const double probe_is_2[] = {-0.16015984117984772, 0.541771411895752, 0.9637938141822815, -0.2655562162399292};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 8.414007554054261e-06},
    {1, 0, 7u, 4, probe_at_1, probe_is_1, 2.622623516082764e-05},
    {2, 0, 7u, 4, probe_at_2, probe_is_2, 9.990222582817079e-06},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    short_rows_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "short_rows",
    .script = "short_rows.lua",
    .version = "0.1",
    .hash = 0xb9ef109bcb573226u,
    .real = MF_F32,
    .size = sizeof(ShortRows),
    .param_bytes = 0,
    .state_bytes = 0,
    .work_bytes = 0,
    .seed_offset = offsetof(ShortRows, seed),
    .step_offset = offsetof(ShortRows, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_funcs = 3,
    .tensor = short_rows_tensors,
    .func = funcs,
    .data = &source,
    .n_probes = 3,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static ShortRows net;
    return mf_main(argc, argv, &model, &net);
}

#endif

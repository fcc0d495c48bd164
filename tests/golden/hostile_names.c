/*
 * v_names.c - the functions of hostile_names.lua. Written by mfc 0.1: edit the script,
 * not this file.
 *
 * 12 parameters; 37 nodes; 2 kernels;
 * bytes: parameters 48, state 0, work 0 (unshared 32), stack 4120
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 *
 * mf_uniform         a random number from 0 to below 1: seed, stream, step, element
 */
#include "mfrt.h"

#define V_NAMES_PARAM_BYTES 48u
#define V_NAMES_STATE_BYTES 0u
#define V_NAMES_WORK_BYTES 0u
#define V_NAMES_STACK_BYTES 4120u
#define V_NAMES_TENSORS 4u

typedef struct VNames {
    float restrict_[2][2];     /* hostile_names.lua:5 */
    float v_system_true[2][2]; /* hostile_names.lua:6 */
    float v_s_n_[2];           /* hostile_names.lua:7 */
    float f_r_[2];             /* hostile_names.lua:8 */
    uint64_t seed, step;
} VNames;

/* Initial values of everything, drawn from the seed. */
void v_names_init(VNames *net, uint64_t seed);
/* The function `for`. */
void v_names_for(VNames *net, const float x_int_evil_[restrict 3][2],
                 float tail_[restrict 3][2]);
extern const MfTensor v_names_tensors[];

/* clang-format off */
_Static_assert(offsetof(VNames, f_r_) + sizeof(((VNames *)0)->f_r_) ==
               V_NAMES_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  main_ = x_int_evil_ restrict_
 *    int_ = tanh(main_ + v_s_n_)
 *    v_ = int_ v_system_true
 *    tail_ = v_ * f_r_                                           hostile_names.lua:9 */
static void k1_tail_(const float x_int_evil_[restrict 3][2],
                     const float restrict_[restrict 2][2],
                     const float v_s_n_[restrict 2],
                     const float v_system_true[restrict 2][2],
                     const float f_r_[restrict 2], float tail_[restrict 3][2])
{
    for (int i = 0; i < 3; i++) {
        float acc[2] = {0};
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 2; k++)
                acc[k] = fmaf(x_int_evil_[i][j], restrict_[j][k], acc[k]);
        float int_[2];
        for (int j = 0; j < 2; j++)
            int_[j] = mf_tanhf(acc[j] + v_s_n_[j]);
        float acc2[2] = {0};
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 2; k++)
                acc2[k] = fmaf(int_[j], v_system_true[j][k], acc2[k]);
        for (int j = 0; j < 2; j++)
            tail_[i][j] = acc2[j] * f_r_[j];
    }
}

/* 2  restrict_ = sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *        uniform())                                              hostile_names.lua:5 */
static void k2_restrict(uint64_t step, uint64_t seed, uint64_t stream, uint64_t stream2,
                        float restrict_[restrict 2][2])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++) {
            const int at = 2 * i + j;
            const float t = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)at));
            const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
            restrict_[i][j] = sqrtf(-2.0f * t) * mf_cosf(6.2831855f * t2);
        }
}

/* gcc warns where rows become const rows, as C allows since C23, and where arrays
 * share memory in a union. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#endif

/* Initial values of everything, drawn from the seed. */
void v_names_init(VNames *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
    k2_restrict(net->step, net->seed, 0xe177608413cd0a7bu, 0x670c1f901be19f64u,
                net->restrict_);
    k2_restrict(net->step, net->seed, 0x63730cc91e3a6248u, 0x43abcb3d49504ec9u,
                net->v_system_true);
}

/* The function `for`. */
void v_names_for(VNames *net, const float x_int_evil_[restrict 3][2],
                 float tail_[restrict 3][2])
{
    k1_tail_(x_int_evil_, net->restrict_, net->v_s_n_, net->v_system_true, net->f_r_,
             tail_);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor v_names_tensors[] = {
    {"restrict", MF_F32, MF_PARAM, 2, {2, 2}, offsetof(VNames, restrict_)},
    {"\"); system(\"true", MF_F32, MF_PARAM, 2, {2, 2}, offsetof(VNames, v_system_true)},
    {"%s%n\\", MF_F32, MF_PARAM, 1, {2}, offsetof(VNames, v_s_n_)},
    {"f\303\274r_\317\200", MF_F32, MF_PARAM, 1, {2}, offsetof(VNames, f_r_)},
};
/* clang-format on */

#ifndef V_NAMES_NO_MAIN

/* clang-format off */
static const MfPort for_in[] = {
    {"x */ int evil; /*", MF_F32, 2, {3, 2}, 0, NULL},
};

static const MfPort for_out[] = {
    {"tail\\", MF_F32, 2, {3, 2}, 0, NULL},
};
/* clang-format on */

static void call_for(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[2] = (const float(*)[2])in[0];
    v_names_for(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"for", 3, 1, 1, for_in, for_out, call_for},
};

static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 5};
static const double probe_is_0[] = {0.0, 0.0, -0.0, -0.0};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 1e-08},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    v_names_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "*/names",
    .script = "hostile_names.lua",
    .version = "0.1",
    .hash = 0x38bea014609daeb9u,
    .real = MF_F32,
    .size = sizeof(VNames),
    .param_bytes = 48,
    .state_bytes = 0,
    .work_bytes = 0,
    .seed_offset = offsetof(VNames, seed),
    .step_offset = offsetof(VNames, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 4,
    .n_funcs = 1,
    .tensor = v_names_tensors,
    .func = funcs,
    .data = &source,
    .n_probes = 1,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static VNames net;
    return mf_main(argc, argv, &model, &net);
}

#endif

/*
 * const_once.c - the functions of const_once.lua. Written by mfc 0.1: edit the script,
 * not this file.
 *
 * 0 parameters; 9 nodes; 2 kernels;
 * bytes: parameters 0, state 0, work 0 (unshared 0), stack 4104
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. The functions that call the kernels stand
 * behind them.
 */
#include "mfrt.h"

#define CONST_ONCE_PARAM_BYTES 0u
#define CONST_ONCE_STATE_BYTES 0u
#define CONST_ONCE_WORK_BYTES 0u
#define CONST_ONCE_STACK_BYTES 4104u
#define CONST_ONCE_TENSORS 0u

typedef struct ConstOnce {
    uint64_t seed, step;
} ConstOnce;

/* Initial values of everything, drawn from the seed. */
void const_once_init(ConstOnce *net, uint64_t seed);
/* The function `first`. */
void const_once_first(ConstOnce *net, const float x[restrict 2][3],
                      float a[restrict 2][2]);
/* The function `second`. */
void const_once_second(ConstOnce *net, const float y[restrict 3][2],
                       float b[restrict 2][2]);
/* The function `third`. */
void const_once_third(ConstOnce *net, const float y[restrict 3][2],
                      float c[restrict 2][2]);
extern const MfTensor const_once_tensors[];

/* clang-format off */
/* clang-format on */

/* clang-format off */
static const float const_data[3][2] = {
    {1.0f, 2.0f},
    {3.0f, 4.0f},
    {5.0f, 0.0f},
};

static const float const_data2[3][2] = {
    {1.0f, 2.0f},
    {3.0f, 4.0f},
    {5.0f, -0.0f},
};
/* clang-format on */

/* 1  a = x data                                                     const_once.lua:5 */
static void k1_a(const float x[restrict 2][3], const float data[restrict 3][2],
                 float a[restrict 2][2])
{
    for (int i = 0; i < 2; i++) {
        float acc[2] = {0};
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 2; k++)
                acc[k] = fmaf(x[i][j], data[j][k], acc[k]);
        for (int j = 0; j < 2; j++)
            a[i][j] = acc[j];
    }
}

/* 2  b = y' data                                                    const_once.lua:6 */
static void k2_b(const float y[restrict 3][2], const float data[restrict 3][2],
                 float b[restrict 2][2])
{
    for (int i = 0; i < 2; i++) {
        float acc[2] = {0};
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 2; k++)
                acc[k] = fmaf(y[j][i], data[j][k], acc[k]);
        for (int j = 0; j < 2; j++)
            b[i][j] = acc[j];
    }
}

/* gcc warns where rows become const rows, as C allows since C23, and where arrays
 * share memory in a union. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#endif

/* Initial values of everything, drawn from the seed. */
void const_once_init(ConstOnce *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
}

/* The function `first`. */
void const_once_first(ConstOnce *net, const float x[restrict 2][3],
                      float a[restrict 2][2])
{
    (void)net;
    k1_a(x, const_data, a);
}

/* The function `second`. */
void const_once_second(ConstOnce *net, const float y[restrict 3][2],
                       float b[restrict 2][2])
{
    (void)net;
    k2_b(y, const_data, b);
}

/* The function `third`. */
void const_once_third(ConstOnce *net, const float y[restrict 3][2],
                      float c[restrict 2][2])
{
    (void)net;
    k2_b(y, const_data2, c);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

const MfTensor const_once_tensors[1];

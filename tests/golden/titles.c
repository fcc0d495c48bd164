/*
 * titles.c - the functions of titles.lua. Written by mfc 0.1: edit the script, not this
 * file.
 *
 * 150 parameters; 39 nodes; 9 kernels;
 * bytes: parameters 600, state 0, work 589824 (unshared 589824), stack 209152
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. y (in x) is stored in the array of x. The
 * functions that call the kernels stand behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * MF_BY_ROW          clang shall make vectors along the rows, not across them
 * MF_LANES           how many of the 16 lanes of a sum the loop goes over: n or all
 * mf_sum16           the sum of 16 lanes, added as a tree: always in the same order
 * mf_plan            what all tiles of a product have in common, from tables of
 *                    counters, outermost first: {extent, step} of the rows in the first
 *                    operand and of the columns in the second, {extent, step, step} of
 *                    the terms in both
 * mf_product         a product of matrices by register tiles as it is planned, with one
 *                    fused multiply-add a term in rising order
 * mf_product_turned  the same, and the result has a row for every column
 * MF_APART           not made a part of its caller, whose stack its arrays would take
 */
#include "mfrt.h"

#define TITLES_PARAM_BYTES 600u
#define TITLES_STATE_BYTES 0u
#define TITLES_WORK_BYTES 589824u
#define TITLES_STACK_BYTES 209152u
#define TITLES_TENSORS 4u

typedef struct Titles {
    float K1[2][1][3][3]; /* titles.lua:6 */
    float K2[2][2][3][3]; /* titles.lua:6 */
    float W[4][16];       /* titles.lua:9 */
    float V[16][2];       /* titles.lua:9 */
    uint64_t seed, step;
    unsigned char gap[24]; /* to a multiple of 64 bytes */
    /* work memory: one function runs at a time */
    union {
        struct TitlesBanded {
            float hidden[8192][16];  /* calls 2 to 3 */
            float twice_in[8192][2]; /* calls 3 to 4 */
        } banded;
        struct TitlesPadded {
            float pad[2][2][8][8]; /* calls 1 to 3 */
        } padded;
    } work;
} Titles;

/* Initial values of everything, drawn from the seed. */
void titles_init(Titles *net, uint64_t seed);
/* The function `again`. */
void titles_again(Titles *net, const float x[restrict 2][1][6][6],
                  float max[restrict 2][6][6], float sum[restrict 2][1][6]);
/* The function `banded`. */
void titles_banded(Titles *net, const float rows[restrict 65536][4],
                   float mean[restrict 65536]);
/* The function `padded`. */
void titles_padded(Titles *net, const float x[restrict 2][1][6][6],
                   float outer[restrict 2][2][6][6], float most[restrict 2][6][6]);
/* The function `same`. */
void titles_same(Titles *net, const float x[restrict 2][1][6][6],
                 float a[restrict 2][1][6][6], float b[restrict 2][1][6][6]);
extern const MfTensor titles_tensors[];

/* clang-format off */
_Static_assert(sizeof(((Titles *)0)->work) == TITLES_WORK_BYTES, "work");
_Static_assert(offsetof(Titles, V) + sizeof(((Titles *)0)->V) ==
               TITLES_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  a = abs(x)                                                        titles.lua:12
 *    max = a                                                           titles.lua:18 */
static void k1_max(const float x[restrict 2][1][6][6], float max[restrict 2][6][6])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 6; j++)
            for (int k = 0; k < 6; k++)
                max[i][j][k] = mf_absf(x[i][0][j][k]);
}

/* 2  a = abs(x)                                                        titles.lua:12
 *    sum = sum(a)                                                      titles.lua:18 */
static void k2_sum(const float x[restrict 2][1][6][6], float sum[restrict 2][1][6])
{
    for (int i = 0; i < 2; i++) {
        float acc[6] = {0};
        for (int j = 0; j < 6; j++)
            for (int k = 0; k < 6; k++)
                acc[k] += mf_absf(x[i][0][j][k]);
        MF_ROLLED
        for (int j = 0; j < 6; j++)
            sum[i][0][j] = acc[j];
    }
}

/* 3  hidden = tanh(rows W)                                             titles.lua:10 */
static void k3_hidden(const float rows[restrict 8192][4], const float W[restrict 4][16],
                      float hidden[restrict 8192][16])
{
    for (int i = 0; i < 512; i++) {
        float acc[16][16] = {0};
        for (int r = 0; r < 16; r++)
            for (int j = 0; j < 4; j++) {
                MF_ROLLED
                for (int k = 0; k < 16; k++)
                    acc[r][k] = fmaf(rows[16 * i + r][j], W[j][k], acc[r][k]);
            }
        for (int r = 0; r < 16; r++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int j = 0; j < 16; j++)
                hidden[16 * i + r][j] = mf_tanhf(acc[r][j]);
        }
    }
}

/* 4  twice_in = hidden V                                               titles.lua:11 */
MF_APART
static void k4_twice_in(const float V[restrict 16][2],
                        const float hidden[restrict 8192][16],
                        float twice_in[restrict 8192][2])
{
    static const MfAxis rows[] = {{2, 1}};
    static const MfAxis columns[] = {{128, 16}};
    static const MfTerm terms[] = {{16, 2, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    for (int i = 0; i < 64; i++) {
        float acc[128][32];
        mf_product_turnedf(&plan, &V[0][0], &hidden[128 * i][0], acc[0], 32);
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 2; k++)
                twice_in[128 * i + j][k] = acc[j][k];
    }
}

/* 5  twice = tanh(twice_in)                                            titles.lua:11
 *    mean = sum(twice) * 0.5                                           titles.lua:16 */
MF_APART
static void k5_mean(const float twice_in[restrict 8192][2], float mean[restrict 8192])
{
    for (int i = 0; i < 512; i++) {
        MF_BY_ROW;
        float sums[16];
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            MF_ROLLED
            for (int j = 0; j < MF_LANES(2); j++) {
                const float term = mf_tanhf(j < 2 ? twice_in[16 * i + r][j] : 0.0f);
                lane[j] += j < 2 ? term : 0.0f;
            }
            const float sum = mf_sum16f(lane);
            sums[r] = sum;
        }
        MF_ROLLED
        for (int r = 0; r < 16; r++) {
            const float sum = sums[r];
            mean[16 * i + r] = sum * 0.5f;
        }
    }
}

/* 6  pad = pad(x)
 *    inner (in pad) = relu(einsum("ncpqij,ocij->nopq", windows(pad),
 *        K1))                                                           titles.lua:7
 *    pad = pad(inner)                                                   titles.lua:8 */
static void k6_inner(const float x[restrict 2][1][6][6],
                     const float K1[restrict 2][1][3][3],
                     float pad[restrict 2][2][8][8])
{
    for (int i = 0; i < 2; i++) {
        MF_BY_ROW;
        float pad2[1][8][8];
        MF_ROLLED
        for (int j = 0; j < 8; j++)
            pad2[0][0][j] = 0.0f;
        for (int j = 0; j < 6; j++) {
            pad2[0][j + 1][0] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 6; k++)
                pad2[0][j + 1][k + 1] = x[i][0][j][k];
            pad2[0][j + 1][7] = 0.0f;
        }
        MF_ROLLED
        for (int j = 0; j < 8; j++)
            pad2[0][7][j] = 0.0f;
        for (int j = 0; j < 2; j++) {
            MF_BY_ROW;
            float acc[6][6] = {0};
            for (int k = 0; k < 6; k++)
                for (int l = 0; l < 3; l++)
                    for (int m = 0; m < 3; m++)
                        for (int n = 0; n < 6; n++) {
                            const float a = pad2[0][k + l][m + n];
                            acc[k][n] = fmaf(a, K1[j][0][l][m], acc[k][n]);
                        }
            for (int k = 0; k < 6; k++)
                for (int l = 0; l < 6; l++)
                    pad[i][j][k + 1][l + 1] = mf_reluf(acc[k][l]);
            MF_ROLLED
            for (int k = 0; k < 8; k++)
                pad[i][j][0][k] = 0.0f;
            for (int k = 0; k < 6; k++) {
                pad[i][j][k + 1][0] = 0.0f;
                pad[i][j][k + 1][7] = 0.0f;
            }
            MF_ROLLED
            for (int k = 0; k < 8; k++)
                pad[i][j][7][k] = 0.0f;
        }
    }
}

/* 7  outer = einsum("ncpqij,ocij->nopq", windows(pad), K2)              titles.lua:8 */
MF_APART
static void k7_outer(const float K2[restrict 2][2][3][3],
                     const float pad[restrict 2][2][8][8],
                     float outer[restrict 2][2][6][6])
{
    static const MfAxis rows[] = {{2, 18}};
    static const MfAxis columns[] = {{2, 128}, {6, 8}, {6, 1}};
    static const MfTerm terms[] = {{2, 9, 64}, {3, 3, 8}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 3, columns, 3, terms);
    float acc[2][96];
    mf_productf(&plan, &K2[0][0][0][0], &pad[0][0][0][0], acc[0], 96);
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 6; k++) {
                MF_ROLLED
                for (int l = 0; l < 6; l++)
                    outer[i][j][k][l] = acc[j][36 * i + 6 * k + l];
            }
}

/* 8  most = sum(pad)                                                   titles.lua:15 */
static void k8_most(const float pad[restrict 2][2][8][8], float most[restrict 2][6][6])
{
    for (int i = 0; i < 2; i++) {
        float acc[6][6] = {0};
        for (int j = 0; j < 6; j++)
            for (int k = 0; k < 2; k++)
                for (int l = 0; l < 6; l++)
                    acc[j][l] += pad[k][i][j + 1][l + 1];
        for (int j = 0; j < 6; j++) {
            MF_ROLLED
            for (int k = 0; k < 6; k++)
                most[i][j][k] = acc[j][k];
        }
    }
}

/* 9  a = abs(x)
 *    b = a                                                             titles.lua:12 */
static void k9_b(const float x[restrict 2][1][6][6], float a[restrict 2][1][6][6],
                 float b[restrict 2][1][6][6])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 6; j++)
            for (int k = 0; k < 6; k++) {
                a[i][0][j][k] = mf_absf(x[i][0][j][k]);
                b[i][0][j][k] = a[i][0][j][k];
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
void titles_init(Titles *net, uint64_t seed)
{
    memset(net, 0, offsetof(Titles, work));
    net->seed = seed;
}

/* The function `again`. */
void titles_again(Titles *net, const float x[restrict 2][1][6][6],
                  float max[restrict 2][6][6], float sum[restrict 2][1][6])
{
    (void)net;
    k1_max(x, max);
    k2_sum(x, sum);
}

/* The function `banded`. */
void titles_banded(Titles *net, const float rows[restrict 65536][4],
                   float mean[restrict 65536])
{
    struct TitlesBanded *w = &net->work.banded;
    for (int row = 0; row < 65536; row += 8192) {
        k3_hidden(&rows[row], net->W, w->hidden);
        k4_twice_in(net->V, w->hidden, w->twice_in);
        k5_mean(w->twice_in, &mean[row]);
    }
}

/* The function `padded`. */
void titles_padded(Titles *net, const float x[restrict 2][1][6][6],
                   float outer[restrict 2][2][6][6], float most[restrict 2][6][6])
{
    struct TitlesPadded *w = &net->work.padded;
    k6_inner(x, net->K1, w->pad);
    k7_outer(net->K2, w->pad, outer);
    k8_most(w->pad, most);
}

/* The function `same`. */
void titles_same(Titles *net, const float x[restrict 2][1][6][6],
                 float a[restrict 2][1][6][6], float b[restrict 2][1][6][6])
{
    (void)net;
    k9_b(x, a, b);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor titles_tensors[] = {
    {"K1", MF_F32, MF_PARAM, 4, {2, 1, 3, 3}, offsetof(Titles, K1)},
    {"K2", MF_F32, MF_PARAM, 4, {2, 2, 3, 3}, offsetof(Titles, K2)},
    {"W", MF_F32, MF_PARAM, 2, {4, 16}, offsetof(Titles, W)},
    {"V", MF_F32, MF_PARAM, 2, {16, 2}, offsetof(Titles, V)},
};
/* clang-format on */

#ifndef TITLES_NO_MAIN

/* clang-format off */
static const MfPort again_in[] = {
    {"x", MF_F32, 4, {2, 1, 6, 6}, 0, NULL},
};

static const MfPort again_out[] = {
    {"max", MF_F32, 3, {2, 6, 6}, 0, NULL},
    {"sum", MF_F32, 3, {2, 1, 6}, 0, NULL},
};
/* clang-format on */

static void call_again(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[1][6][6] = (const float(*)[1][6][6])in[0];
    titles_again(net, in0, out[0], out[1]);
}

/* clang-format off */
static const MfPort banded_in[] = {
    {"rows", MF_F32, 2, {65536, 4}, 0, NULL},
};

static const MfPort banded_out[] = {
    {"mean", MF_F32, 1, {65536}, 0, NULL},
};
/* clang-format on */

static void call_banded(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[4] = (const float(*)[4])in[0];
    titles_banded(net, in0, out[0]);
}

/* clang-format off */
static const MfPort padded_in[] = {
    {"x", MF_F32, 4, {2, 1, 6, 6}, 0, NULL},
};

static const MfPort padded_out[] = {
    {"outer", MF_F32, 4, {2, 2, 6, 6}, 0, NULL},
    {"most", MF_F32, 3, {2, 6, 6}, 0, NULL},
};
/* clang-format on */

static void call_padded(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[1][6][6] = (const float(*)[1][6][6])in[0];
    titles_padded(net, in0, out[0], out[1]);
}

/* clang-format off */
static const MfPort same_in[] = {
    {"x", MF_F32, 4, {2, 1, 6, 6}, 0, NULL},
};

static const MfPort same_out[] = {
    {"a", MF_F32, 4, {2, 1, 6, 6}, 0, NULL},
    {"b", MF_F32, 4, {2, 1, 6, 6}, 0, NULL},
};
/* clang-format on */

static void call_same(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[1][6][6] = (const float(*)[1][6][6])in[0];
    titles_same(net, in0, out[0], out[1]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"again", 2, 1, 2, again_in, again_out, call_again},
    {"banded", 65536, 1, 1, banded_in, banded_out, call_banded},
    {"padded", 2, 1, 2, padded_in, padded_out, call_padded},
    {"same", 2, 1, 2, same_in, same_out, call_same},
};

static const MfData source = {
    .kind = MF_DATA_NONE,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0, 1, 2, 71};
static const double probe_is_0[] = {0.16015984117984772, 0.541771411895752, 0.9637938141822815, 0.837497889995575};
static const long probe_at_1[] = {0, 1, 2, 11};
static const double probe_is_1[] = {2.417900562286377, 3.2429704666137695, 1.9369966983795166, 2.652886390686035};
static const long probe_at_2[] = {0, 1, 2, 143};
static const double probe_is_2[] = {0.0, 0.0, 0.0, 0.0};
static const long probe_at_3[] = {0, 1, 2, 71};
static const double probe_is_3[] = {0.0, 0.0, 0.0, 0.0};
static const long probe_at_4[] = {0, 1, 2, 71};
static const double probe_is_4[] = {0.16015984117984772, 0.541771411895752, 0.9637938141822815, 0.837497889995575};
static const long probe_at_5[] = {0, 1, 2, 71};
static const double probe_is_5[] = {0.16015984117984772, 0.541771411895752, 0.9637938141822815, 0.837497889995575};
static const MfProbe probes[] = {
    {0, 0, 7u, 4, probe_at_0, probe_is_0, 9.647938141822816e-06},
    {0, 1, 7u, 4, probe_at_1, probe_is_1, 3.890953136444092e-05},
    {2, 0, 7u, 4, probe_at_2, probe_is_2, 1e-08},
    {2, 1, 7u, 4, probe_at_3, probe_is_3, 1e-08},
    {3, 0, 7u, 4, probe_at_4, probe_is_4, 9.647938141822816e-06},
    {3, 1, 7u, 4, probe_at_5, probe_is_5, 9.647938141822816e-06},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    titles_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "titles",
    .script = "titles.lua",
    .version = "0.1",
    .hash = 0x7a88dec38c2710c2u,
    .real = MF_F32,
    .size = sizeof(Titles),
    .param_bytes = 600,
    .state_bytes = 0,
    .work_bytes = 589824,
    .seed_offset = offsetof(Titles, seed),
    .step_offset = offsetof(Titles, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 4,
    .n_funcs = 4,
    .tensor = titles_tensors,
    .func = funcs,
    .data = &source,
    .n_probes = 6,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static _Alignas(64) Titles net;
    return mf_main(argc, argv, &model, &net);
}

#endif

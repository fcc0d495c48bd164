/*
 * micro_product.c - GFLOP/s of the register tile (runtime/mf_tile.h) on one thread,
 * beside the peak of this processor's fused multiply-adds and, with -DBLAS, OpenBLAS.
 * The tiles, their copy into the result included, are those that mfc emits:
 *
 *     cc -std=c11 -O3 -march=native -ffp-contract=off -Iruntime \
 *         bench/micro_product.c -o micro_product -lm && ./micro_product [SECONDS]
 *
 * With -DPEAK it prints the peak alone. Peak and products take turns; each figure is
 * the best of its tries, in processor time. NN is x W, NT dy W', TN x' dy; the
 * convolutions are 3x3 over padded NCHW.
 */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "mf_math.h"

#include "mf_tile.h"
#ifdef BLAS
#include <cblas.h>
#endif

enum { HIGH = 256, WIDE = 64, MOST = 128, STRIP = 32, LANES = 16, CHAINS = 12 };

typedef struct Shape {
    const char *form; /* NN, NT, TN, or F, X, W: forward, grad-input, grad-weight */
    int m, k, n;      /* of a convolution: images, channels in, channels out */
    int side;         /* of a convolution's result */
} Shape;

static const Shape shapes[] = {
    {"NN", 64, 784, 128, 0},     {"TN", 784, 64, 128, 0},
    {"NN", 64, 128, 64, 0},      {"NT", 64, 64, 128, 0},
    {"NN", 64, 64, 10, 0},       {"NT", 64, 10, 64, 0},
    {"NN", 256, 256, 256, 0},    {"NT", 256, 256, 256, 0},
    {"TN", 256, 256, 256, 0},    {"NN", 768, 128, 384, 0},
    {"NT", 768, 384, 128, 0},    {"TN", 128, 768, 384, 0},
    {"NN", 768, 512, 128, 0},    {"NT", 768, 128, 512, 0},
    {"TN", 512, 768, 128, 0},    {"NN", 32, 256, 1024, 0},
    {"NT", 32, 1024, 256, 0},    {"NN", 256, 1024, 1024, 0},
    {"NT", 256, 1024, 1024, 0},  {"TN", 1024, 256, 1024, 0},
    {"NN", 1024, 1024, 1024, 0}, {"NT", 1024, 1024, 1024, 0},
    {"TN", 1024, 1024, 1024, 0}, {"NN", 100, 300, 50, 0},
    {"NT", 300, 300, 300, 0},    {"TN", 1000, 300, 1000, 0},
    {"NN", 1024, 20, 20, 0},     {"NT", 1024, 20, 20, 0},
    {"TN", 20, 1024, 20, 0},     {"NN", 1024, 100, 20, 0},
    {"NN", 1, 784, 128, 0},      {"F", 8, 16, 16, 32},
    {"X", 8, 16, 16, 32},        {"W", 8, 16, 16, 32},
    {"F", 8, 32, 32, 16},        {"X", 8, 32, 32, 16},
    {"W", 8, 32, 32, 16},        {"F", 8, 64, 64, 8},
    {"X", 8, 64, 64, 8},         {"W", 8, 64, 64, 8},
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* ---- the peak ---- */

static volatile float near_one = 1, near_zero = 1e-9f;
float peak_out[CHAINS][LANES]; /* not static: every store counts */

/* Chains of dependent multiply-adds, enough of them to keep every unit busy. */
static double peak(void)
{
    enum { TURNS = 200000 };
    MfVecf acc[CHAINS], x = MF_SETF(near_one), y = MF_SETF(near_zero);
    for (int i = 0; i < CHAINS; i++)
        acc[i] = MF_SETF((float)i);
    double start = now();
    for (int t = 0; t < TURNS; t++)
        _Pragma("GCC unroll 12") for (int i = 0; i < CHAINS; i++) acc[i] =
            MF_FMAF(acc[i], x, y);
    double seconds = now() - start;
    for (int i = 0; i < CHAINS; i++)
        MF_STOREF(peak_out[i], acc[i]);
    return 2.0 * MF_VF * CHAINS * TURNS / seconds * 1e-9;
}

/* ---- products ---- */

/* Tiles of nearly equal height; columns that a strip and a bit holds stay together, and
 * more of few rows. */
static void product(int m, int k, int n, const float *a, int ai, int ak, const float *b,
                    int bj, int bk, float *c)
{
    static float acc[HIGH * MOST];
    const MfTerm terms[] = {{k, ak, bk}};
    int tiles = (m + HIGH - 1) / HIGH, high = (m + tiles - 1) / tiles;
    int broad = n <= WIDE + LANES ? n : m <= MF_LOW ? MOST : WIDE;
    for (int i = 0; i < m; i += high)
        for (int j = 0; j < n; j += broad) {
            int rows = m - i < high ? m - i : high,
                cols = n - j < broad ? n - j : broad;
            int wide = (cols + STRIP - 1) / STRIP * STRIP;
            const MfAxis row[] = {{rows, ai}}, column[] = {{cols, bj}};
            MfPlan plan;
            mf_planf(&plan, 1, row, 1, column, 1, terms);
            mf_productf(&plan, a + (ptrdiff_t)i * ai, b + (ptrdiff_t)j * bj, acc, wide);
            for (int r = 0; r < rows; r++)
                memcpy(c + (ptrdiff_t)(i + r) * n + j, acc + r * wide,
                       (size_t)cols * sizeof *c);
        }
}

/* y[n][o][h][w] = sum over i, p, q of x[n][i][h + p][w + q] * w[o][i][p][q] */
static void forward(const Shape *s, const float *x, const float *w, float *y)
{
    static float acc[WIDE][WIDE];
    int side = s->side, wide = side + 2, high = WIDE / side, area = wide * wide;
    int rows = s->n < WIDE ? s->n : WIDE;
    const MfAxis row[] = {{rows, 9 * s->k}}, column[] = {{high, wide}, {side, 1}};
    const MfTerm terms[] = {{s->k, 9, area}, {3, 3, wide}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, row, 2, column, 3, terms);
    for (int n = 0; n < s->m; n++)
        for (int h = 0; h < side; h += high) {
            mf_productf(&plan, w, x + (ptrdiff_t)n * s->k * area + h * wide, acc[0],
                        WIDE);
            for (int o = 0; o < rows; o++)
                memcpy(y + ((ptrdiff_t)(n * s->n + o) * side + h) * side, acc[o],
                       sizeof acc[o]);
        }
}

/* The same with the kernel turned round and its channels exchanged. */
static void grad_input(const Shape *s, const float *dy, const float *w, float *dx)
{
    static float acc[WIDE][WIDE];
    int side = s->side, wide = side + 2, high = WIDE / side, area = wide * wide;
    int rows = s->k < WIDE ? s->k : WIDE;
    const MfAxis row[] = {{rows, 9}}, column[] = {{high, wide}, {side, 1}};
    const MfTerm terms[] = {{s->n, 9 * s->k, area}, {3, 3, -wide}, {3, 1, -1}};
    MfPlan plan;
    mf_planf(&plan, 1, row, 2, column, 3, terms);
    for (int n = 0; n < s->m; n++)
        for (int h = 0; h < side; h += high) {
            mf_productf(&plan, w, dy + (ptrdiff_t)n * s->n * area + (h + 2) * wide + 2,
                        acc[0], WIDE);
            for (int i = 0; i < rows; i++)
                memcpy(dx + ((ptrdiff_t)(n * s->k + i) * side + h) * side, acc[i],
                       sizeof acc[i]);
        }
}

/* dw[o][i][p][q] = sum over n, h, w of dy[n][o][h][w] * x[n][i][h + p][w + q] */
static void grad_weight(const Shape *s, const float *dy, const float *x, float *dw)
{
    enum { CHANNELS = 16 };
    static float acc[9 * CHANNELS][WIDE];
    int side = s->side, wide = side + 2, area = wide * wide, own = side * side;
    const MfAxis row[] = {{CHANNELS, area}, {3, wide}, {3, 1}},
                 column[] = {{s->n, own}};
    const MfTerm terms[] = {{s->m, s->k * area, s->n * own},
                            {side, wide, side},
                            {side, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 3, row, 1, column, 3, terms);
    int columns = (s->n + STRIP - 1) / STRIP * STRIP;
    for (int i = 0; i < s->k; i += CHANNELS) {
        mf_productf(&plan, x + (ptrdiff_t)i * area, dy, acc[0], columns);
        for (int r = 0; r < 9 * CHANNELS; r++)
            for (int o = 0; o < s->n; o++)
                dw[(o * s->k + i) * 9 + r] = acc[0][r * columns + o];
    }
}

static void own(const Shape *s, const float *a, const float *b, float *c)
{
    int tn = s->form[0] == 'T', nt = s->form[1] == 'T';
    if (s->form[0] == 'F')
        forward(s, a, b, c);
    else if (s->form[0] == 'X')
        grad_input(s, a, b, c);
    else if (s->form[0] == 'W')
        grad_weight(s, a, b, c);
    else
        product(s->m, s->k, s->n, a, tn ? 1 : s->k, tn ? s->m : 1, b, nt ? s->k : 1,
                nt ? 1 : s->n, c);
}

#ifdef BLAS
static void blas(const Shape *s, const float *a, const float *b, float *c)
{
    int tn = s->form[0] == 'T', nt = s->form[1] == 'T';
    cblas_sgemm(CblasRowMajor, tn ? CblasTrans : CblasNoTrans,
                nt ? CblasTrans : CblasNoTrans, s->m, s->n, s->k, 1, a,
                tn ? s->m : s->k, b, nt ? s->k : s->n, 0, c, s->n);
}
#endif

static double rate(void (*run)(const Shape *, const float *, const float *, float *),
                   const Shape *s, const float *a, const float *b, float *c)
{
    double area = s->side ? 9.0 * s->side * s->side : 1;
    double work = 2.0 * s->m * s->k * s->n * area;
    int calls = (int)(2e7 / work) + 1;
    double start = now();
    for (int i = 0; i < calls; i++)
        run(s, a, b, c);
    return work * calls / (now() - start) * 1e-9;
}

static float *draw(size_t n)
{
    float *x = calloc(n, sizeof *x);
    if (!x)
        exit(1);
    for (size_t i = 0; i < n; i++)
        x[i] = (float)((i * 2654435761u >> 8) % 1000) * 1e-3f - 0.5f;
    return x;
}

int main(int argc, char **argv)
{
    enum { SIZE = 2 << 20 };
#ifdef PEAK
    (void)argc, (void)argv;
    printf("%.1f\n", fmax(fmax(peak(), peak()), fmax(peak(), peak())));
    return 0;
#endif
    double seconds = argc > 1 ? atof(argv[1]) : 0.2;
    float *a = draw(SIZE), *b = draw(SIZE), *c = draw(SIZE);
    printf("form     m    k    n side    own of peak     blas  own/blas\n");
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const Shape *s = &shapes[i];
        double most = 0, mine = 0, other = 0, end = now() + seconds;
        while (now() < end) {
            most = fmax(most, peak());
            mine = fmax(mine, rate(own, s, a, b, c));
#ifdef BLAS
            if (s->side == 0)
                other = fmax(other, rate(blas, s, a, b, c));
#endif
        }
        printf("%-4s  %4d %4d %4d %4d %6.1f %6.0f%%", s->form, s->m, s->k, s->n,
               s->side, mine, 100 * mine / most);
        if (other > 0)
            printf("  %7.1f %9.2f", other, mine / other);
        printf("\n");
    }
    return 0;
}

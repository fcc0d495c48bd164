/*
 * mf_tile.h - the one register tile that serves products of every kind: dense
 * layers, convolutions, attention and their gradients.
 *
 *     c[i][j] = sum over k of a[i * a_i + at_a(k)] * b[j * b_j + at_b(k)]
 *
 * k runs over several nested counters, the last fastest; an element is summed in
 * rising order of k with one fused multiply-add a term, so the bits are those of a
 * plain loop whatever the vectors are. Vectors come from the instruction set that
 * the file is compiled for (AVX-512, AVX2, NEON), else from plain arrays.
 */
#ifndef MF_TILE_H
#define MF_TILE_H
#include <stddef.h>

/* The counters of a product, outermost first: how far one step goes, in elements. */
typedef struct MfAxis {
    int extent;
    ptrdiff_t step;
} MfAxis;

typedef struct MfTerm {
    int extent;
    ptrdiff_t a, b;
} MfTerm;

enum { MF_COUNTERS = 8, MF_ROWS = 128, MF_COLUMNS = 128, MF_BLOCK = 256 };

/* A vector of floats: MF_VF of them. */
#if defined __AVX512F__
#include <immintrin.h>
typedef __m512 MfVecf;
#define MF_VF 16
#define MF_LOADF(p) _mm512_loadu_ps(p)
#define MF_STOREF(p, v) _mm512_storeu_ps(p, v)
#define MF_SETF(x) _mm512_set1_ps(x)
#define MF_FMAF(a, b, c) _mm512_fmadd_ps(a, b, c)
#elif defined __AVX2__ && defined __FMA__
#include <immintrin.h>
typedef __m256 MfVecf;
#define MF_VF 8
#define MF_LOADF(p) _mm256_loadu_ps(p)
#define MF_STOREF(p, v) _mm256_storeu_ps(p, v)
#define MF_SETF(x) _mm256_set1_ps(x)
#define MF_FMAF(a, b, c) _mm256_fmadd_ps(a, b, c)
#elif defined __ARM_NEON && defined __aarch64__
#include <arm_neon.h>
typedef float32x4_t MfVecf;
#define MF_VF 4
#define MF_LOADF(p) vld1q_f32(p)
#define MF_STOREF(p, v) vst1q_f32(p, v)
#define MF_SETF(x) vdupq_n_f32(x)
#define MF_FMAF(a, b, c) vfmaq_f32(c, a, b)
#else
#define MF_VF 16 /* plain arrays */
#endif

/* The same for doubles. */
#if defined __AVX512F__
#include <immintrin.h>
typedef __m512d MfVec;
#define MF_V 8
#define MF_LOAD(p) _mm512_loadu_pd(p)
#define MF_STORE(p, v) _mm512_storeu_pd(p, v)
#define MF_SET(x) _mm512_set1_pd(x)
#define MF_FMA(a, b, c) _mm512_fmadd_pd(a, b, c)
#elif defined __AVX2__ && defined __FMA__
#include <immintrin.h>
typedef __m256d MfVec;
#define MF_V 4
#define MF_LOAD(p) _mm256_loadu_pd(p)
#define MF_STORE(p, v) _mm256_storeu_pd(p, v)
#define MF_SET(x) _mm256_set1_pd(x)
#define MF_FMA(a, b, c) _mm256_fmadd_pd(a, b, c)
#elif defined __ARM_NEON && defined __aarch64__
#include <arm_neon.h>
typedef float64x2_t MfVec;
#define MF_V 2
#define MF_LOAD(p) vld1q_f64(p)
#define MF_STORE(p, v) vst1q_f64(p, v)
#define MF_SET(x) vdupq_n_f64(x)
#define MF_FMA(a, b, c) vfmaq_f64(c, a, b)
#else
#define MF_V 8
#endif

/* The body of a tile: R rows by two vectors, n terms at the given offsets. Its
 * accumulators go on from c unless `first`. R is a literal, so that they all stay
 * in registers. */
#define MF_TILE_BODY(R, VEC, V, LOAD, STORE, SET, FMA)                                 \
    VEC acc[R][2];                                                                     \
    for (int i = 0; i < R; i++)                                                        \
        for (int v = 0; v < 2; v++)                                                    \
            acc[i][v] = first ? SET(0) : LOAD(c + i * c_i + v * V);                    \
    for (int k = 0; k < n; k++) {                                                      \
        VEC b0 = LOAD(b + at_b[k]), b1 = LOAD(b + at_b[k] + V);                        \
        _Pragma("GCC unroll 8") for (int i = 0; i < R; i++)                            \
        {                                                                              \
            VEC s = SET(a[row[i] + at_a[k]]);                                          \
            acc[i][0] = FMA(s, b0, acc[i][0]);                                         \
            acc[i][1] = FMA(s, b1, acc[i][1]);                                         \
        }                                                                              \
    }                                                                                  \
    for (int i = 0; i < R; i++)                                                        \
        for (int v = 0; v < 2; v++)                                                    \
            STORE(c + i * c_i + v * V, acc[i][v]);

/* The same on plain arrays, which both compilers vectorise where they can. */
#define MF_TILE_PLAIN(R, T, V, FMA)                                                    \
    T acc[R][2 * V];                                                                   \
    for (int i = 0; i < R; i++)                                                        \
        for (int v = 0; v < 2 * V; v++)                                                \
            acc[i][v] = first ? 0 : c[i * c_i + v];                                    \
    for (int k = 0; k < n; k++)                                                        \
        for (int i = 0; i < R; i++)                                                    \
            for (int v = 0; v < 2 * V; v++)                                            \
                acc[i][v] = FMA(a[row[i] + at_a[k]], b[at_b[k] + v], acc[i][v]);       \
    for (int i = 0; i < R; i++)                                                        \
        for (int v = 0; v < 2 * V; v++)                                                \
            c[i * c_i + v] = acc[i][v];

#if defined MF_SETF
#define MF_TILE_BODYF(R)                                                               \
    MF_TILE_BODY(R, MfVecf, MF_VF, MF_LOADF, MF_STOREF, MF_SETF, MF_FMAF)
#define MF_TILE_BODYD(R) MF_TILE_BODY(R, MfVec, MF_V, MF_LOAD, MF_STORE, MF_SET, MF_FMA)
#else
#define MF_TILE_BODYF(R) MF_TILE_PLAIN(R, float, MF_VF, fmaf)
#define MF_TILE_BODYD(R) MF_TILE_PLAIN(R, double, MF_V, fma)
#endif

#define MF_TILE_ARGS(T)                                                                \
    int n, const T *a, const ptrdiff_t *row, const ptrdiff_t *at_a, const T *b,        \
        const ptrdiff_t *at_b, T *c, ptrdiff_t c_i, int first

MF_CLONES static inline void mf_rows8f(MF_TILE_ARGS(float)){MF_TILE_BODYF(8)}

MF_CLONES static inline void mf_rows4f(MF_TILE_ARGS(float)){MF_TILE_BODYF(4)}

MF_CLONES static inline void mf_rows2f(MF_TILE_ARGS(float)){MF_TILE_BODYF(2)}

MF_CLONES static inline void mf_rows1f(MF_TILE_ARGS(float)){MF_TILE_BODYF(1)}

MF_CLONES static inline void mf_rows8(MF_TILE_ARGS(double)){MF_TILE_BODYD(8)}

MF_CLONES static inline void mf_rows4(MF_TILE_ARGS(double)){MF_TILE_BODYD(4)}

MF_CLONES static inline void mf_rows2(MF_TILE_ARGS(double)){MF_TILE_BODYD(2)}

MF_CLONES static inline void mf_rows1(MF_TILE_ARGS(double))
{
    MF_TILE_BODYD(1)
}

/* The offsets of all elements of nested counters; returns how many. */
static inline int mf_offsets(int axes, const MfAxis *axis, ptrdiff_t *at)
{
    int n = 1;
    at[0] = 0;
    for (int d = 0; d < axes; d++) {
        for (int i = n - 1; i >= 0; i--)
            for (int k = axis[d].extent - 1; k >= 0; k--)
                at[i * axis[d].extent + k] = at[i] + k * axis[d].step;
        n *= axis[d].extent;
    }
    return n;
}

/* The offsets of the next terms, at most MF_BLOCK; `at` counts like an odometer.
 * Returns how many. */
static inline int mf_terms(int counters, const MfTerm *term, int *at, ptrdiff_t *at_a,
                           ptrdiff_t *at_b)
{
    int n = 0, last = counters - 1;
    while (n < MF_BLOCK && at[0] < term[0].extent) {
        ptrdiff_t a = 0, b = 0;
        for (int q = 0; q <= last; q++) {
            a += at[q] * term[q].a;
            b += at[q] * term[q].b;
        }
        int end = term[last].extent - at[last];
        end = end < MF_BLOCK - n ? end : MF_BLOCK - n;
        for (int k = 0; k < end; k++) {
            at_a[n + k] = a + k * term[last].a;
            at_b[n + k] = b + k * term[last].b;
        }
        n += end;
        at[last] += end;
        for (int q = last; q > 0 && at[q] == term[q].extent; q--) {
            at[q] = 0;
            at[q - 1]++;
        }
    }
    return n;
}

/* The product of rows by columns into c, whose rows are c_i apart and hold whole
 * strips: the columns rounded up to 32. Columns of b that are not neighbours, or are
 * fewer than a strip, are copied into one. */
static inline void mf_productf(int row_axes, const MfAxis *rows, int column_axes,
                               const MfAxis *columns, int counters, const MfTerm *terms,
                               const float *a, const float *b, float *c, ptrdiff_t c_i)
{
    enum { V = 2 * MF_VF };
    ptrdiff_t row[MF_ROWS], column[MF_COLUMNS];
    ptrdiff_t at_a[MF_BLOCK], at_b[MF_BLOCK], packed[MF_BLOCK];
    float strip[MF_BLOCK * V];
    int at[MF_COUNTERS] = {0}, near = column_axes == 1 && columns[0].step == 1;
    int m = mf_offsets(row_axes, rows, row),
        n = mf_offsets(column_axes, columns, column);
    for (int first = 1, k; (k = mf_terms(counters, terms, at, at_a, at_b)) > 0;
         first = 0)
        for (int j = 0; j < n; j += V) {
            int width = n - j < V ? n - j : V;
            const float *from = b + j;
            const ptrdiff_t *at_from = at_b;
            if (!near || width < V) {
                for (int q = 0; q < k; q++) {
                    float *to = strip + q * V;
                    packed[q] = q * V;
                    for (int v = 0; v < width; v++)
                        to[v] = b[column[j + v] + at_b[q]];
                    for (int v = width; v < V; v++)
                        to[v] = 0;
                }
                from = strip;
                at_from = packed;
            }
            float *to = c + j;
            int i = 0;
            for (; i + 8 <= m; i += 8)
                mf_rows8f(k, a, row + i, at_a, from, at_from, to + i * c_i, c_i, first);
            if (m - i >= 4) {
                mf_rows4f(k, a, row + i, at_a, from, at_from, to + i * c_i, c_i, first);
                i += 4;
            }
            if (m - i >= 2) {
                mf_rows2f(k, a, row + i, at_a, from, at_from, to + i * c_i, c_i, first);
                i += 2;
            }
            if (i < m)
                mf_rows1f(k, a, row + i, at_a, from, at_from, to + i * c_i, c_i, first);
        }
}

/* The product of rows by columns into c, whose rows are c_i apart and hold whole
 * strips: the columns rounded up to 32. Columns of b that are not neighbours, or are
 * fewer than a strip, are copied into one. */
static inline void mf_product(int row_axes, const MfAxis *rows, int column_axes,
                              const MfAxis *columns, int counters, const MfTerm *terms,
                              const double *a, const double *b, double *c,
                              ptrdiff_t c_i)
{
    enum { V = 2 * MF_V };
    ptrdiff_t row[MF_ROWS], column[MF_COLUMNS];
    ptrdiff_t at_a[MF_BLOCK], at_b[MF_BLOCK], packed[MF_BLOCK];
    double strip[MF_BLOCK * V];
    int at[MF_COUNTERS] = {0}, near = column_axes == 1 && columns[0].step == 1;
    int m = mf_offsets(row_axes, rows, row),
        n = mf_offsets(column_axes, columns, column);
    for (int first = 1, k; (k = mf_terms(counters, terms, at, at_a, at_b)) > 0;
         first = 0)
        for (int j = 0; j < n; j += V) {
            int width = n - j < V ? n - j : V;
            const double *from = b + j;
            const ptrdiff_t *at_from = at_b;
            if (!near || width < V) {
                for (int q = 0; q < k; q++) {
                    double *to = strip + q * V;
                    packed[q] = q * V;
                    for (int v = 0; v < width; v++)
                        to[v] = b[column[j + v] + at_b[q]];
                    for (int v = width; v < V; v++)
                        to[v] = 0;
                }
                from = strip;
                at_from = packed;
            }
            double *to = c + j;
            int i = 0;
            for (; i + 8 <= m; i += 8)
                mf_rows8(k, a, row + i, at_a, from, at_from, to + i * c_i, c_i, first);
            if (m - i >= 4) {
                mf_rows4(k, a, row + i, at_a, from, at_from, to + i * c_i, c_i, first);
                i += 4;
            }
            if (m - i >= 2) {
                mf_rows2(k, a, row + i, at_a, from, at_from, to + i * c_i, c_i, first);
                i += 2;
            }
            if (i < m)
                mf_rows1(k, a, row + i, at_a, from, at_from, to + i * c_i, c_i, first);
        }
}

#endif

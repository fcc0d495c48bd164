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
#include <string.h>

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

/* A vector of floats: MF_VF of them. MF_SOMEF loads the first n, and zeros. MF_LOWF and
 * MF_HIGHF zip two vectors: a0 b0 a1 b1 ... of their lower and upper halves. */
#if defined __AVX512F__
#include <immintrin.h>
typedef __m512 MfVecf;
#define MF_VF 16
#define MF_LOADF(p) _mm512_loadu_ps(p)
#define MF_SOMEF(p, n) _mm512_maskz_loadu_ps((__mmask16)((1u << (n)) - 1), p)
#define MF_STOREF(p, v) _mm512_storeu_ps(p, v)
#define MF_SETF(x) _mm512_set1_ps(x)
#define MF_FMAF(a, b, c) _mm512_fmadd_ps(a, b, c)
#define MF_LOWF(a, b) _mm512_permutex2var_ps(a, mf_zip16(0), b)
#define MF_HIGHF(a, b) _mm512_permutex2var_ps(a, mf_zip16(8), b)
static inline __m512i mf_zip16(int i)
{
    return _mm512_add_epi32(_mm512_set1_epi32(i),
                            _mm512_setr_epi32(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21,
                                              6, 22, 7, 23));
}
#elif defined __AVX2__ && defined __FMA__
#include <immintrin.h>
typedef __m256 MfVecf;
#define MF_VF 8
#define MF_LOADF(p) _mm256_loadu_ps(p)
#define MF_SOMEF(p, n) _mm256_maskload_ps(p, mf_first8(n))
#define MF_STOREF(p, v) _mm256_storeu_ps(p, v)
#define MF_SETF(x) _mm256_set1_ps(x)
#define MF_FMAF(a, b, c) _mm256_fmadd_ps(a, b, c)
#define MF_HALVESF(a, b, i)                                                            \
    _mm256_permute2f128_ps(_mm256_unpacklo_ps(a, b), _mm256_unpackhi_ps(a, b), i)
#define MF_LOWF(a, b) MF_HALVESF(a, b, 0x20)
#define MF_HIGHF(a, b) MF_HALVESF(a, b, 0x31)
static inline __m256i mf_first8(int n)
{
    __m256i lane = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    return _mm256_cmpgt_epi32(_mm256_set1_epi32(n), lane);
}
#elif defined __ARM_NEON && defined __aarch64__
#include <arm_neon.h>
typedef float32x4_t MfVecf;
#define MF_VF 4
#define MF_LOADF(p) vld1q_f32(p)
#define MF_SOMEF(p, n) mf_some4f(p, n)
#define MF_STOREF(p, v) vst1q_f32(p, v)
#define MF_SETF(x) vdupq_n_f32(x)
#define MF_FMAF(a, b, c) vfmaq_f32(c, a, b)
#define MF_LOWF(a, b) vzip1q_f32(a, b)
#define MF_HIGHF(a, b) vzip2q_f32(a, b)
static inline MfVecf mf_some4f(const float *p, int n)
{
    float x[4] = {0};
    for (int i = 0; i < n && i < 4; i++)
        x[i] = p[i];
    return vld1q_f32(x);
}
#else
#define MF_VF 16 /* plain arrays */
#endif

#if defined MF_SETF
#define MF_ZEROF(p) MF_STOREF(p, MF_SETF(0))
#define MF_COPYF(to, from, n) MF_STOREF(to, MF_SOMEF(from, n))
#else
#define MF_ZEROF(p) memset(p, 0, MF_VF * sizeof *(p))
#define MF_COPYF(to, from, n) memcpy(to, from, (size_t)(n) * sizeof *(to))
#endif

/* The same for doubles. */
#if defined __AVX512F__
#include <immintrin.h>
typedef __m512d MfVec;
#define MF_V 8
#define MF_LOAD(p) _mm512_loadu_pd(p)
#define MF_SOME(p, n) _mm512_maskz_loadu_pd((__mmask8)((1u << (n)) - 1), p)
#define MF_STORE(p, v) _mm512_storeu_pd(p, v)
#define MF_SET(x) _mm512_set1_pd(x)
#define MF_FMA(a, b, c) _mm512_fmadd_pd(a, b, c)
#define MF_LOW(a, b) _mm512_permutex2var_pd(a, mf_zip8(0), b)
#define MF_HIGH(a, b) _mm512_permutex2var_pd(a, mf_zip8(4), b)
static inline __m512i mf_zip8(int i)
{
    return _mm512_add_epi64(_mm512_set1_epi64(i),
                            _mm512_setr_epi64(0, 8, 1, 9, 2, 10, 3, 11));
}
#elif defined __AVX2__ && defined __FMA__
#include <immintrin.h>
typedef __m256d MfVec;
#define MF_V 4
#define MF_LOAD(p) _mm256_loadu_pd(p)
#define MF_SOME(p, n) _mm256_maskload_pd(p, mf_first4(n))
#define MF_STORE(p, v) _mm256_storeu_pd(p, v)
#define MF_SET(x) _mm256_set1_pd(x)
#define MF_FMA(a, b, c) _mm256_fmadd_pd(a, b, c)
#define MF_HALVES(a, b, i)                                                             \
    _mm256_permute2f128_pd(_mm256_unpacklo_pd(a, b), _mm256_unpackhi_pd(a, b), i)
#define MF_LOW(a, b) MF_HALVES(a, b, 0x20)
#define MF_HIGH(a, b) MF_HALVES(a, b, 0x31)
static inline __m256i mf_first4(int n)
{
    return _mm256_cmpgt_epi64(_mm256_set1_epi64x(n), _mm256_setr_epi64x(0, 1, 2, 3));
}
#elif defined __ARM_NEON && defined __aarch64__
typedef float64x2_t MfVec;
#define MF_V 2
#define MF_LOAD(p) vld1q_f64(p)
#define MF_SOME(p, n) mf_some2(p, n)
#define MF_STORE(p, v) vst1q_f64(p, v)
#define MF_SET(x) vdupq_n_f64(x)
#define MF_FMA(a, b, c) vfmaq_f64(c, a, b)
#define MF_LOW(a, b) vzip1q_f64(a, b)
#define MF_HIGH(a, b) vzip2q_f64(a, b)
static inline MfVec mf_some2(const double *p, int n)
{
    double x[2] = {p[0], n > 1 ? p[1] : 0};
    return vld1q_f64(x);
}
#else
#define MF_V 8
#endif

#if defined MF_SET
#define MF_ZERO(p) MF_STORE(p, MF_SET(0))
#define MF_COPY(to, from, n) MF_STORE(to, MF_SOME(from, n))
#else
#define MF_ZERO(p) memset(p, 0, MF_V * sizeof *(p))
#define MF_COPY(to, from, n) memcpy(to, from, (size_t)(n) * sizeof *(to))
#endif

/* Before a kernel: one copy of it serves all products of a file, and its accumulators
 * have the registers for themselves. */
#if defined MF_SETF && defined __GNUC__
#define MF_KERNEL static __attribute__((noinline, unused))
#else
#define MF_KERNEL MF_CLONES static inline
#endif

/* The body of a tile: R rows by N vectors, n terms at the given offsets. Its
 * accumulators go on from c unless `first`. R and N are literals, so that they all
 * stay in registers. */
#define MF_TILE_BODY(R, N, VEC, V, LOAD, STORE, SET, FMA)                              \
    VEC acc[R][N], x[N];                                                               \
    for (int i = 0; i < R; i++)                                                        \
        for (int v = 0; v < N; v++)                                                    \
            acc[i][v] = first ? SET(0) : LOAD(c + i * c_i + v * V);                    \
    for (int k = 0; k < n; k++) {                                                      \
        for (int v = 0; v < N; v++)                                                    \
            x[v] = LOAD(b + at_b[k] + v * V);                                          \
        _Pragma("GCC unroll 16") for (int i = 0; i < R; i++)                           \
        {                                                                              \
            VEC s = SET(a[row[i] + at_a[k]]);                                          \
            for (int v = 0; v < N; v++)                                                \
                acc[i][v] = FMA(s, x[v], acc[i][v]);                                   \
        }                                                                              \
    }                                                                                  \
    for (int i = 0; i < R; i++)                                                        \
        for (int v = 0; v < N; v++)                                                    \
            STORE(c + i * c_i + v * V, acc[i][v]);

/* The same on plain arrays, which both compilers vectorise where they can. */
#define MF_TILE_PLAIN(R, N, T, FMA)                                                    \
    T acc[R][N];                                                                       \
    for (int i = 0; i < R; i++)                                                        \
        for (int v = 0; v < N; v++)                                                    \
            acc[i][v] = first ? 0 : c[i * c_i + v];                                    \
    for (int k = 0; k < n; k++)                                                        \
        for (int i = 0; i < R; i++)                                                    \
            for (int v = 0; v < N; v++)                                                \
                acc[i][v] = FMA(a[row[i] + at_a[k]], b[at_b[k] + v], acc[i][v]);       \
    for (int i = 0; i < R; i++)                                                        \
        for (int v = 0; v < N; v++)                                                    \
            c[i * c_i + v] = acc[i][v];

#if defined MF_SETF
#define MF_TILE_BODYF(R, N)                                                            \
    MF_TILE_BODY(R, N, MfVecf, MF_VF, MF_LOADF, MF_STOREF, MF_SETF, MF_FMAF)
#define MF_TILE_BODYD(R, N)                                                            \
    MF_TILE_BODY(R, N, MfVec, MF_V, MF_LOAD, MF_STORE, MF_SET, MF_FMA)
#else
#define MF_TILE_BODYF(R, N) MF_TILE_PLAIN(R, N *MF_VF, float, fmaf)
#define MF_TILE_BODYD(R, N) MF_TILE_PLAIN(R, N *MF_V, double, fma)
#endif

#define MF_TILE_ARGS(T)                                                                \
    int n, const T *a, const ptrdiff_t *row, const ptrdiff_t *at_a, const T *b,        \
        const ptrdiff_t *at_b, T *c, ptrdiff_t c_i, int first
#define MF_TILE_ROWS n, a, row + i, at_a, b, at_b, c + i *c_i, c_i, first

MF_KERNEL void mf_rows8f(MF_TILE_ARGS(float)){MF_TILE_BODYF(8, 2)}

MF_KERNEL void mf_rows4f(MF_TILE_ARGS(float)){MF_TILE_BODYF(4, 2)}

MF_KERNEL void mf_rows2f(MF_TILE_ARGS(float)){MF_TILE_BODYF(2, 2)}

MF_KERNEL void mf_rows1f(MF_TILE_ARGS(float)){MF_TILE_BODYF(1, 2)}

MF_KERNEL void mf_rows8x1f(MF_TILE_ARGS(float)){MF_TILE_BODYF(8, 1)}

MF_KERNEL void mf_rows4x1f(MF_TILE_ARGS(float)){MF_TILE_BODYF(4, 1)}

MF_KERNEL void mf_rows2x1f(MF_TILE_ARGS(float)){MF_TILE_BODYF(2, 1)}

MF_KERNEL void mf_rows1x1f(MF_TILE_ARGS(float)){MF_TILE_BODYF(1, 1)}

MF_KERNEL void mf_rows8(MF_TILE_ARGS(double)){MF_TILE_BODYD(8, 2)}

MF_KERNEL void mf_rows4(MF_TILE_ARGS(double)){MF_TILE_BODYD(4, 2)}

MF_KERNEL void mf_rows2(MF_TILE_ARGS(double)){MF_TILE_BODYD(2, 2)}

MF_KERNEL void mf_rows1(MF_TILE_ARGS(double)){MF_TILE_BODYD(1, 2)}

MF_KERNEL void mf_rows8x1(MF_TILE_ARGS(double)){MF_TILE_BODYD(8, 1)}

MF_KERNEL void mf_rows4x1(MF_TILE_ARGS(double)){MF_TILE_BODYD(4, 1)}

MF_KERNEL void mf_rows2x1(MF_TILE_ARGS(double)){MF_TILE_BODYD(2, 1)}

MF_KERNEL void mf_rows1x1(MF_TILE_ARGS(double))
{
    MF_TILE_BODYD(1, 1)
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

/* How many columns from `column` on are neighbours, at most n. */
static inline int mf_run(int n, const ptrdiff_t *column)
{
    int run = 1;
    while (run < n && column[run] == column[run - 1] + 1)
        run++;
    return run;
}

/* Columns of b as rows of a strip, as far as V columns and V terms reach: a matrix
 * turned by zipping its upper half with its lower one, log2(V) times. */
static inline void mf_turnf(int columns, const ptrdiff_t *column, int terms,
                            const float *b, float *strip)
{
#if defined MF_SETF
    MfVecf x[MF_VF], y[MF_VF];
    _Pragma("GCC unroll 16") for (int i = 0; i < MF_VF; i++) x[i] =
        i < columns ? MF_SOMEF(b + column[i], terms) : MF_SETF(0);
    _Pragma("GCC unroll 4") for (int width = 1; width < MF_VF; width *= 2)
    {
        _Pragma("GCC unroll 8") for (int i = 0; i < MF_VF / 2; i++)
        {
            y[2 * i] = MF_LOWF(x[i], x[i + MF_VF / 2]);
            y[2 * i + 1] = MF_HIGHF(x[i], x[i + MF_VF / 2]);
        }
        _Pragma("GCC unroll 16") for (int i = 0; i < MF_VF; i++) x[i] = y[i];
    }
    for (int k = 0; k < terms; k++)
        MF_STOREF(strip + k * 2 * MF_VF, x[k]);
#else
    for (int k = 0; k < terms; k++)
        for (int i = 0; i < MF_VF; i++)
            strip[k * 2 * MF_VF + i] = i < columns ? b[column[i] + k] : 0;
#endif
}

/* Copies n terms of `width` columns of b into a strip, rows of 2 vectors with zeros
 * behind the last column: neighbours together, and terms that are neighbours turned. */
static inline void mf_packf(int n, const ptrdiff_t *at_b, int width,
                            const ptrdiff_t *column, const float *b, float *strip)
{
    enum { V = MF_VF };
    int pieces = 0, start[2 * V], size[2 * V];
    for (int v = 0, run; v < width; v += run, pieces++) {
        run = mf_run(width - v < V ? width - v : V, column + v);
        start[pieces] = v;
        size[pieces] = run;
    }
    if (4 * pieces <= width)
        for (int k = 0; k < n; k++) {
            float *to = strip + k * 2 * V;
            const float *from = b + at_b[k];
            MF_ZEROF(to + V);
            for (int i = 0; i < pieces; i++)
                MF_COPYF(to + start[i], from + column[start[i]], size[i]);
        }
    else
        for (int k = 0, run; k < n; k += run) {
            run = mf_run(n - k < V ? n - k : V, at_b + k);
            for (int v = 0; v < 2 * V; v += V)
                mf_turnf(width - v, column + v, run, b + at_b[k],
                         strip + k * 2 * V + v);
        }
}

/* All rows of one strip of columns; a narrow one is a single vector. */
static inline void mf_stripf(int m, int narrow, MF_TILE_ARGS(float))
{
    for (int i = 0, r; i < m; i += r) {
        r = m - i >= 8 ? 8 : m - i >= 4 ? 4 : m - i >= 2 ? 2 : 1;
        if (r == 8 && narrow)
            mf_rows8x1f(MF_TILE_ROWS);
        else if (r == 8)
            mf_rows8f(MF_TILE_ROWS);
        else if (r == 4 && narrow)
            mf_rows4x1f(MF_TILE_ROWS);
        else if (r == 4)
            mf_rows4f(MF_TILE_ROWS);
        else if (r == 2 && narrow)
            mf_rows2x1f(MF_TILE_ROWS);
        else if (r == 2)
            mf_rows2f(MF_TILE_ROWS);
        else if (narrow)
            mf_rows1x1f(MF_TILE_ROWS);
        else
            mf_rows1f(MF_TILE_ROWS);
    }
}

/* The product of rows by columns into c, whose rows are c_i apart and hold whole
 * strips: the columns rounded up to 32. Columns of b that are not neighbours, are
 * fewer than a strip or lie far apart in memory from term to term are copied into
 * one. */
static inline void mf_productf(int row_axes, const MfAxis *rows, int column_axes,
                               const MfAxis *columns, int counters, const MfTerm *terms,
                               const float *a, const float *b, float *c, ptrdiff_t c_i)
{
    enum { V = 2 * MF_VF, FAR = 256 };
    ptrdiff_t row[MF_ROWS], column[MF_COLUMNS];
    ptrdiff_t at_a[MF_BLOCK], at_b[MF_BLOCK], packed[MF_BLOCK];
    float strip[(MF_BLOCK + 1) * V];
    int at[MF_COUNTERS] = {0};
    int m = mf_offsets(row_axes, rows, row),
        n = mf_offsets(column_axes, columns, column);
    for (int k = 0; k < MF_BLOCK; k++)
        packed[k] = k * V;
    ptrdiff_t step = terms[counters - 1].b;
    int far = m > 16 && (step >= FAR || step <= -FAR);
    for (int first = 1, k; (k = mf_terms(counters, terms, at, at_a, at_b)) > 0;
         first = 0)
        for (int j = 0; j < n; j += V) {
            int width = n - j < V ? n - j : V;
            if (!far && mf_run(width, column + j) == V) {
                mf_stripf(m, 0, k, a, row, at_a, b + column[j], at_b, c + j, c_i,
                          first);
                continue;
            }
            mf_packf(k, at_b, width, column + j, b, strip);
            mf_stripf(m, 2 * width <= V, k, a, row, at_a, strip, packed, c + j, c_i,
                      first);
        }
}

/* Columns of b as rows of a strip, as far as V columns and V terms reach: a matrix
 * turned by zipping its upper half with its lower one, log2(V) times. */
static inline void mf_turn(int columns, const ptrdiff_t *column, int terms,
                           const double *b, double *strip)
{
#if defined MF_SET
    MfVec x[MF_V], y[MF_V];
    _Pragma("GCC unroll 16") for (int i = 0; i < MF_V; i++) x[i] =
        i < columns ? MF_SOME(b + column[i], terms) : MF_SET(0);
    _Pragma("GCC unroll 4") for (int width = 1; width < MF_V; width *= 2)
    {
        _Pragma("GCC unroll 8") for (int i = 0; i < MF_V / 2; i++)
        {
            y[2 * i] = MF_LOW(x[i], x[i + MF_V / 2]);
            y[2 * i + 1] = MF_HIGH(x[i], x[i + MF_V / 2]);
        }
        _Pragma("GCC unroll 16") for (int i = 0; i < MF_V; i++) x[i] = y[i];
    }
    for (int k = 0; k < terms; k++)
        MF_STORE(strip + k * 2 * MF_V, x[k]);
#else
    for (int k = 0; k < terms; k++)
        for (int i = 0; i < MF_V; i++)
            strip[k * 2 * MF_V + i] = i < columns ? b[column[i] + k] : 0;
#endif
}

/* Copies n terms of `width` columns of b into a strip, rows of 2 vectors with zeros
 * behind the last column: neighbours together, and terms that are neighbours turned. */
static inline void mf_pack(int n, const ptrdiff_t *at_b, int width,
                           const ptrdiff_t *column, const double *b, double *strip)
{
    enum { V = MF_V };
    int pieces = 0, start[2 * V], size[2 * V];
    for (int v = 0, run; v < width; v += run, pieces++) {
        run = mf_run(width - v < V ? width - v : V, column + v);
        start[pieces] = v;
        size[pieces] = run;
    }
    if (4 * pieces <= width)
        for (int k = 0; k < n; k++) {
            double *to = strip + k * 2 * V;
            const double *from = b + at_b[k];
            MF_ZERO(to + V);
            for (int i = 0; i < pieces; i++)
                MF_COPY(to + start[i], from + column[start[i]], size[i]);
        }
    else
        for (int k = 0, run; k < n; k += run) {
            run = mf_run(n - k < V ? n - k : V, at_b + k);
            for (int v = 0; v < 2 * V; v += V)
                mf_turn(width - v, column + v, run, b + at_b[k], strip + k * 2 * V + v);
        }
}

/* All rows of one strip of columns; a narrow one is a single vector. */
static inline void mf_strip(int m, int narrow, MF_TILE_ARGS(double))
{
    for (int i = 0, r; i < m; i += r) {
        r = m - i >= 8 ? 8 : m - i >= 4 ? 4 : m - i >= 2 ? 2 : 1;
        if (r == 8 && narrow)
            mf_rows8x1(MF_TILE_ROWS);
        else if (r == 8)
            mf_rows8(MF_TILE_ROWS);
        else if (r == 4 && narrow)
            mf_rows4x1(MF_TILE_ROWS);
        else if (r == 4)
            mf_rows4(MF_TILE_ROWS);
        else if (r == 2 && narrow)
            mf_rows2x1(MF_TILE_ROWS);
        else if (r == 2)
            mf_rows2(MF_TILE_ROWS);
        else if (narrow)
            mf_rows1x1(MF_TILE_ROWS);
        else
            mf_rows1(MF_TILE_ROWS);
    }
}

/* The product of rows by columns into c, whose rows are c_i apart and hold whole
 * strips: the columns rounded up to 32. Columns of b that are not neighbours, are
 * fewer than a strip or lie far apart in memory from term to term are copied into
 * one. */
static inline void mf_product(int row_axes, const MfAxis *rows, int column_axes,
                              const MfAxis *columns, int counters, const MfTerm *terms,
                              const double *a, const double *b, double *c,
                              ptrdiff_t c_i)
{
    enum { V = 2 * MF_V, FAR = 256 };
    ptrdiff_t row[MF_ROWS], column[MF_COLUMNS];
    ptrdiff_t at_a[MF_BLOCK], at_b[MF_BLOCK], packed[MF_BLOCK];
    double strip[(MF_BLOCK + 1) * V];
    int at[MF_COUNTERS] = {0};
    int m = mf_offsets(row_axes, rows, row),
        n = mf_offsets(column_axes, columns, column);
    for (int k = 0; k < MF_BLOCK; k++)
        packed[k] = k * V;
    ptrdiff_t step = terms[counters - 1].b;
    int far = m > 16 && (step >= FAR || step <= -FAR);
    for (int first = 1, k; (k = mf_terms(counters, terms, at, at_a, at_b)) > 0;
         first = 0)
        for (int j = 0; j < n; j += V) {
            int width = n - j < V ? n - j : V;
            if (!far && mf_run(width, column + j) == V) {
                mf_strip(m, 0, k, a, row, at_a, b + column[j], at_b, c + j, c_i, first);
                continue;
            }
            mf_pack(k, at_b, width, column + j, b, strip);
            mf_strip(m, 2 * width <= V, k, a, row, at_a, strip, packed, c + j, c_i,
                     first);
        }
}

#endif

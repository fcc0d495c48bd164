/*
 * mf_vector.h - vectors of floats (MF_VF) and doubles (MF_V) of the instruction set
 * that the file is compiled for: AVX-512, AVX2 with FMA, NEON; else there are none, and
 * kernels are loops over plain arrays.
 */
#ifndef MF_VECTOR_H
#define MF_VECTOR_H
#include <stdint.h>
#include <string.h>

/* Are there vectors? */
#if defined __AVX512F__ || (defined __AVX2__ && defined __FMA__) ||                    \
    (defined __ARM_NEON && defined __aarch64__)
#define MF_VECTORS 1
#else
#define MF_VECTORS 0
#endif

/* So many vectors in each of six rows fill the registers. */
#if defined __AVX512F__ || (defined __ARM_NEON && defined __aarch64__)
#define MF_WIDE 4
#else
#define MF_WIDE 2
#endif

/* Asks for the line of the cache behind the one that p points into: where one step of a
 * tile is long enough to hide it, and the terms of a row lie in lines of their own. And
 * asks the second cache for a line that is needed later: a tile of N vectors and G
 * parts of the rows does if MF_SOON. */
#if defined __AVX512F__ && defined __GNUC__
#define MF_AHEAD(p) __builtin_prefetch((const void *)((uintptr_t)(p) + 64))
#define MF_ASK(address) __builtin_prefetch((const void *)(address), 0, 2)
#define MF_SOON(G, N) ((N) == MF_WIDE && (G) == 1)
#else
#define MF_AHEAD(p) ((void)0)
#define MF_ASK(address) ((void)(address))
#define MF_SOON(G, N) 0
#endif

/* In a loop: x, but nothing that follows from x, shall stay in a register. */
#if defined __GNUC__
#define MF_HOLD(x) __asm__ volatile("" : "+r"(x))
#define MF_LITERAL(x) __builtin_constant_p(x)
#else
#define MF_HOLD(x) ((void)0)
#define MF_LITERAL(x) 1
#endif

/* Asks the second cache for a part of the bytes that lie `far` behind p: of `parts`
 * equal ones. (They need not be there: nothing is read.) */
static inline void mf_ahead(const void *p, size_t far, int bytes, int part, int parts)
{
#if defined __GNUC__
    enum { LINE = 64 };
    int lines = (bytes + LINE - 1) / LINE, n = (lines + parts - 1) / parts;
    uintptr_t from = (uintptr_t)p + far + (uintptr_t)part * (uintptr_t)(n * LINE);
    for (int i = 0; i < n; i++)
        __builtin_prefetch((const void *)(from + (uintptr_t)(i * LINE)), 0, 2);
#else
    (void)p, (void)far, (void)bytes, (void)part, (void)parts;
#endif
}

/* Before an array: it begins with a line of the cache. */
#if defined __GNUC__
#define MF_LINED __attribute__((aligned(64)))
#else
#define MF_LINED
#endif

/* Can the last vector of a row be loaded in part, as fast as a whole one? */
#if defined __AVX512F__
#define MF_PARTS 1
#else
#define MF_PARTS 0
#endif

/* Is half a vector half of the work? (Or no more than a whole one.) */
#if defined __AVX512F__ && defined __AVX512VL__
#define MF_HALF
#endif

/* A vector of floats: MF_VF of them. MF_SOMEF loads the first n, and zeros; MF_LASTF
 * too where MF_PARTS, else it loads all. MF_LOWF and MF_HIGHF zip two vectors: a0 b0
 * a1 b1 ... of their lower and upper halves. Where MF_HALF, MfHalff is half a vector,
 * and names with MF_HALF_ are its own. */
#if defined __AVX512F__
#include <immintrin.h>
typedef __m512 MfVecf;
#define MF_VF 16
#define MF_LOADF(p) _mm512_loadu_ps(p)
#define MF_SOMEF(p, n) _mm512_maskz_loadu_ps((__mmask16)((1u << (n)) - 1), p)
#define MF_LASTF(p, n) MF_SOMEF(p, n)
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
#if defined MF_HALF
typedef __m256 MfHalff;
#define MF_HALF_LOADF(p) _mm256_loadu_ps(p)
#define MF_HALF_LASTF(p, n) _mm256_maskz_loadu_ps((__mmask8)((1u << (n)) - 1), p)
#define MF_HALF_STOREF(p, v) _mm256_storeu_ps(p, v)
#define MF_HALF_SETF(x) _mm256_set1_ps(x)
#define MF_HALF_OFF(v) _mm512_castps512_ps256(v)
#define MF_HALF_FMAF(a, b, c) _mm256_fmadd_ps(a, b, c)
#endif
#elif defined __AVX2__ && defined __FMA__
#include <immintrin.h>
typedef __m256 MfVecf;
#define MF_VF 8
#define MF_LOADF(p) _mm256_loadu_ps(p)
#define MF_SOMEF(p, n) _mm256_maskload_ps(p, mf_first8(n))
#define MF_LASTF(p, n) ((void)(n), MF_LOADF(p))
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
#define MF_LASTF(p, n) ((void)(n), MF_LOADF(p))
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

#if MF_VECTORS
#define MF_ZEROF(p) MF_STOREF(p, MF_SETF(0))
#define MF_COPYF(to, from, n) MF_STOREF(to, MF_SOMEF(from, n))
#else
#define MF_ZEROF(p) memset(p, 0, MF_VF * sizeof *(p))
#define MF_COPYF(to, from, n) memcpy(to, from, (size_t)(n) * sizeof *(to))
#endif
#define MF_OFF(v) (v)

/* The same for doubles. */
#if defined __AVX512F__
#include <immintrin.h>
typedef __m512d MfVec;
#define MF_V 8
#define MF_LOAD(p) _mm512_loadu_pd(p)
#define MF_SOME(p, n) _mm512_maskz_loadu_pd((__mmask8)((1u << (n)) - 1), p)
#define MF_LAST(p, n) MF_SOME(p, n)
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
#if defined MF_HALF
typedef __m256d MfHalf;
#define MF_HALF_LOAD(p) _mm256_loadu_pd(p)
#define MF_HALF_LAST(p, n) _mm256_maskz_loadu_pd((__mmask8)((1u << (n)) - 1), p)
#define MF_HALF_STORE(p, v) _mm256_storeu_pd(p, v)
#define MF_HALF_SET(x) _mm256_set1_pd(x)
#define MF_HALF_OF(v) _mm512_castpd512_pd256(v)
#define MF_HALF_FMA(a, b, c) _mm256_fmadd_pd(a, b, c)
#endif
#elif defined __AVX2__ && defined __FMA__
#include <immintrin.h>
typedef __m256d MfVec;
#define MF_V 4
#define MF_LOAD(p) _mm256_loadu_pd(p)
#define MF_SOME(p, n) _mm256_maskload_pd(p, mf_first4(n))
#define MF_LAST(p, n) ((void)(n), MF_LOAD(p))
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
#define MF_LAST(p, n) ((void)(n), MF_LOAD(p))
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
#define MF_OF(v) (v)

#if MF_VECTORS
#define MF_ZERO(p) MF_STORE(p, MF_SET(0))
#define MF_COPY(to, from, n) MF_STORE(to, MF_SOME(from, n))
#else
#define MF_ZERO(p) memset(p, 0, MF_V * sizeof *(p))
#define MF_COPY(to, from, n) memcpy(to, from, (size_t)(n) * sizeof *(to))
#endif

#endif

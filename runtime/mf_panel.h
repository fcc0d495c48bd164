/*
 * mf_panel.h - the kernels of a tile (mf_tile.h): panels of one to six rows by a few
 * vectors of columns, whose sums stay in registers from the first term to the last.
 */
#ifndef MF_PANEL_H
#define MF_PANEL_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "mf_vector.h"

/* Before a kernel: one copy of it serves all products of a file, and its accumulators
 * have the registers for themselves. */
#if MF_VECTORS && defined __GNUC__
#define MF_KERNEL static __attribute__((noinline, unused))
#else
#define MF_KERNEL MF_CLONES static inline
#endif

enum { MF_BLOCK = 256 };         /* terms at once */
enum { MF_ASKS = MF_BLOCK / 2 }; /* times that a panel asks: with every other term */

/* The lines of the cache that the next panel of a strip asks for while its terms are
 * done, and how far on the panel after it does. */
typedef struct MfSoon {
    uintptr_t line[MF_ASKS], step[MF_ASKS];
} MfSoon;

#define MF_TILE_ARGS(T)                                                                \
    int n, const T *a, const ptrdiff_t *row, const ptrdiff_t *at_a, const T *b,        \
        const ptrdiff_t *at_b, int last, T *c, ptrdiff_t c_i, int first, int high,     \
        ptrdiff_t apart, MfSoon *soon

#define MF_TILE_ALL                                                                    \
    rows, panels, n, a, row, at_a, b, at_b, last, c, c_i, first, high, apart, soon

/* The body of a tile: so many panels of R rows by N vectors, n terms at the given
 * offsets, of each of G parts of the rows, which are `high` rows and `apart` elements
 * of a from each other. Its accumulators go on from c unless `first`; the vectors lie
 * GAP elements apart, and the last one has OWN columns, and may be half of one: END is
 * its type, E the prefix of its macros, S the suffix of all. G, R and N are literals,
 * so that they all stay in registers. */
#define MF_TILE_BODY(G, R, N, T, S, VEC, V, GAP, OWN, END, E)                          \
    for (int p = 0; p < panels; p++, row += R, c += R * c_i) {                         \
        const T *from[R];                                                              \
        uintptr_t line[MF_ASKS];                                                       \
        VEC acc[G * R][N], x[N];                                                       \
        END end[G * R], y;                                                             \
        _Pragma("GCC unroll 8") for (int i = 0; i < R; i++) from[i] = a + row[i];      \
        _Pragma("GCC unroll 32") for (int i = 0; i < G * R; i++)                       \
        {                                                                              \
            _Pragma("GCC unroll 8") for (int v = 0; v < N - 1; v++) acc[i][v] =        \
                MF_SET##S(0);                                                          \
            end[i] = E##SET##S(0);                                                     \
        }                                                                              \
        if (!first)                                                                    \
            _Pragma("GCC unroll 32") for (int i = 0; i < G * R; i++)                   \
            {                                                                          \
                const T *old = c + (i / R * high + i % R) * c_i;                       \
                _Pragma("GCC unroll 8") for (int v = 0; v < N - 1; v++) acc[i][v] =    \
                    MF_LOAD##S(old + v * V);                                           \
                end[i] = E##LOAD##S(old + (N - 1) * V);                                \
            }                                                                          \
        const int each = MF_SOON(G, N) ? mf_soon_panel(soon, n, c, line) : 0;          \
        _Pragma("GCC unroll 1") for (int k = 0; k < n; k++)                            \
        {                                                                              \
            ptrdiff_t at[G];                                                           \
            at[0] = at_a[k];                                                           \
            _Pragma("GCC unroll 4") for (int g = 1; g < G; g++)                        \
            {                                                                          \
                at[g] = at[g - 1] + apart;                                             \
                MF_HOLD(at[g]);                                                        \
            }                                                                          \
            if (MF_SOON(G, N))                                                         \
                MF_ASK(line[k >> each]);                                               \
            if (N < MF_WIDE && G == 1)                                                 \
                MF_AHEAD(from[R - 1] + at[0]);                                         \
            ptrdiff_t gap = GAP;                                                       \
            if (!MF_LITERAL(GAP))                                                      \
                MF_HOLD(gap);                                                          \
            _Pragma("GCC unroll 8") for (int v = 0; v < N - 1; v++) x[v] =             \
                MF_LOAD##S(b + at_b[k] + v * gap);                                     \
            y = E##LAST##S(b + at_b[k] + (N - 1) * gap, OWN);                          \
            _Pragma("GCC unroll 32") for (int i = 0; i < G * R; i++)                   \
            {                                                                          \
                const T *left = from[i % R] + at[i / R];                               \
                VEC s = MF_SET##S(*left);                                              \
                _Pragma("GCC unroll 8") for (int v = 0; v < N - 1; v++) acc[i][v] =    \
                    MF_FMA##S(s, x[v], acc[i][v]);                                     \
                end[i] = E##FMA##S(E##OF##S(s), y, end[i]);                            \
            }                                                                          \
        }                                                                              \
        _Pragma("GCC unroll 32") for (int i = 0; i < G * R; i++)                       \
        {                                                                              \
            T *to = c + (i / R * high + i % R) * c_i;                                  \
            _Pragma("GCC unroll 8") for (int v = 0; v < N - 1; v++)                    \
                MF_STORE##S(to + v * V, acc[i][v]);                                    \
            E##STORE##S(to + (N - 1) * V, end[i]);                                     \
        }                                                                              \
    }

/* The same on plain arrays, which both compilers vectorise where they can. */
#define MF_TILE_PLAIN(R, N, T, FMA)                                                    \
    (void)last, (void)high, (void)apart, (void)soon;                                   \
    for (int p = 0; p < panels; p++, row += R, c += R * c_i) {                         \
        T acc[R][N];                                                                   \
        for (int i = 0; i < R; i++)                                                    \
            for (int v = 0; v < N; v++)                                                \
                acc[i][v] = first ? 0 : c[i * c_i + v];                                \
        for (int k = 0; k < n; k++)                                                    \
            for (int i = 0; i < R; i++)                                                \
                for (int v = 0; v < N; v++)                                            \
                    acc[i][v] = FMA(a[row[i] + at_a[k]], b[at_b[k] + v], acc[i][v]);   \
        for (int i = 0; i < R; i++)                                                    \
            for (int v = 0; v < N; v++)                                                \
                c[i * c_i + v] = acc[i][v];                                            \
    }

#if MF_VECTORS
/* Those of a panel of n terms, one for so many terms (2 to the power that is returned);
 * one for all, of what is at hand, where nothing is asked for. */
static inline int mf_soon_panel(MfSoon *s, int n, const void *at, uintptr_t *line)
{
    line[0] = (uintptr_t)at;
    if (!s)
        return 30;
    for (int i = 0; 2 * i < n; i += 8)
        for (int j = i; j < i + 8; j++) {
            line[j] = s->line[j];
            s->line[j] += s->step[j];
        }
    return 1;
}

/* Of kernels whose vectors are spaced, `last` is how far they are apart. */
#define MF_BODYF(G, R, N)                                                              \
    MF_TILE_BODY(G, R, N, float, F, MfVecf, MF_VF, MF_VF, last, MfVecf, MF_)
#define MF_BODY(G, R, N)                                                               \
    MF_TILE_BODY(G, R, N, double, , MfVec, MF_V, MF_V, last, MfVec, MF_)
#define MF_FULL_BODYF(G, R, N)                                                         \
    (void)last;                                                                        \
    MF_TILE_BODY(G, R, N, float, F, MfVecf, MF_VF, MF_VF, MF_VF, MfVecf, MF_)
#define MF_FULL_BODY(G, R, N)                                                          \
    (void)last;                                                                        \
    MF_TILE_BODY(G, R, N, double, , MfVec, MF_V, MF_V, MF_V, MfVec, MF_)
#define MF_HALF_BODYF(G, R, N)                                                         \
    MF_TILE_BODY(G, R, N, float, F, MfVecf, MF_VF, MF_VF, last, MfHalff, MF_HALF_)
#define MF_HALF_BODY(G, R, N)                                                          \
    MF_TILE_BODY(G, R, N, double, , MfVec, MF_V, MF_V, last, MfHalf, MF_HALF_)
#define MF_SPACED_BODYF(G, R, N)                                                       \
    MF_TILE_BODY(G, R, N, float, F, MfVecf, MF_VF, last, MF_VF, MfVecf, MF_)
#define MF_SPACED_BODY(G, R, N)                                                        \
    MF_TILE_BODY(G, R, N, double, , MfVec, MF_V, last, MF_V, MfVec, MF_)
enum { MF_SPACES = 1 };
#else
#define MF_BODYF(G, R, N) MF_TILE_PLAIN(R, N *MF_VF, float, fmaf)
#define MF_BODY(G, R, N) MF_TILE_PLAIN(R, N *MF_V, double, fma)
#define MF_FULL_BODYF MF_BODYF
#define MF_FULL_BODY MF_BODY
#define MF_SPACED_BODYF MF_BODYF
#define MF_SPACED_BODY MF_BODY
enum { MF_SPACES = 0 }; /* no strip is spaced */
#endif

/* Kernels of one to six rows by N vectors, and the choice among them. */
#define MF_TO_6(...) MF_TO_6_OF(__VA_ARGS__) /* an argument may be a macro */
#define MF_TO_6_OF(NAME, BODY, T, G, N)                                                \
    MF_KERNEL void NAME##1(int panels, MF_TILE_ARGS(T)){                               \
        BODY(G, 1, N)} MF_KERNEL void NAME##2(int panels, MF_TILE_ARGS(T)){            \
        BODY(G, 2, N)} MF_KERNEL void NAME##3(int panels, MF_TILE_ARGS(T)){            \
        BODY(G, 3, N)} MF_KERNEL void NAME##4(int panels, MF_TILE_ARGS(T)){            \
        BODY(G, 4, N)} MF_KERNEL void NAME##5(int panels, MF_TILE_ARGS(T)){            \
        BODY(G, 5, N)} MF_KERNEL void NAME##6(int panels, MF_TILE_ARGS(T))             \
    {                                                                                  \
        BODY(G, 6, N)                                                                  \
    }                                                                                  \
    static inline void NAME(int rows, int panels, MF_TILE_ARGS(T))                     \
    {                                                                                  \
        switch (rows) {                                                                \
        case 1:                                                                        \
            NAME##1(panels, n, a, row, at_a, b, at_b, last, c, c_i, first, high,       \
                    apart, soon);                                                      \
            break;                                                                     \
        case 2:                                                                        \
            NAME##2(panels, n, a, row, at_a, b, at_b, last, c, c_i, first, high,       \
                    apart, soon);                                                      \
            break;                                                                     \
        case 3:                                                                        \
            NAME##3(panels, n, a, row, at_a, b, at_b, last, c, c_i, first, high,       \
                    apart, soon);                                                      \
            break;                                                                     \
        case 4:                                                                        \
            NAME##4(panels, n, a, row, at_a, b, at_b, last, c, c_i, first, high,       \
                    apart, soon);                                                      \
            break;                                                                     \
        case 5:                                                                        \
            NAME##5(panels, n, a, row, at_a, b, at_b, last, c, c_i, first, high,       \
                    apart, soon);                                                      \
            break;                                                                     \
        default:                                                                       \
            NAME##6(panels, n, a, row, at_a, b, at_b, last, c, c_i, first, high,       \
                    apart, soon);                                                      \
        }                                                                              \
    }

/* And those whose last vector is half of one. */
#define MF_KERNELS(...) MF_KERNELS_OF(__VA_ARGS__)
#if defined MF_HALF
#define MF_KERNELS_OF(NAME, BODY, HALF, T, V, G, N)                                    \
    MF_TO_6(NAME##_whole, BODY, T, G, N)                                               \
    MF_TO_6(NAME##_half, HALF, T, G, N)                                                \
    static inline void NAME(int rows, int panels, MF_TILE_ARGS(T))                     \
    {                                                                                  \
        if (2 * last <= V)                                                             \
            NAME##_half(rows, panels, n, a, row, at_a, b, at_b, last, c, c_i, first,   \
                        high, apart, soon);                                            \
        else                                                                           \
            NAME##_whole(rows, panels, n, a, row, at_a, b, at_b, last, c, c_i, first,  \
                         high, apart, soon);                                           \
    }
#else
#define MF_KERNELS_OF(NAME, BODY, HALF, T, V, G, N) MF_TO_6(NAME, BODY, T, G, N)
#endif

/* So many vectors as MF_WIDE that lie apart from each other: rows of an image. */
enum { MF_SPACED = -1 };

/* Of three rows or fewer, which are as fast as memory: more columns at once, so that
 * longer runs of it are read. */
enum { MF_LOW = 3, MF_BROAD = 2 * MF_WIDE };
#define MF_TO_3(...) MF_TO_3_OF(__VA_ARGS__)
#define MF_TO_3_OF(NAME, BODY, T)                                                      \
    MF_KERNEL void NAME##1(int panels, MF_TILE_ARGS(T)){                               \
        BODY(1, 1, MF_BROAD)} MF_KERNEL void NAME##2(int panels, MF_TILE_ARGS(T)){     \
        BODY(1, 2, MF_BROAD)} MF_KERNEL void NAME##3(int panels, MF_TILE_ARGS(T))      \
    {                                                                                  \
        BODY(1, 3, MF_BROAD)                                                           \
    }                                                                                  \
    static inline void NAME(int rows, MF_TILE_ARGS(T))                                 \
    {                                                                                  \
        if (rows == 1)                                                                 \
            NAME##1(1, n, a, row, at_a, b, at_b, last, c, c_i, first, high, apart,     \
                    soon);                                                             \
        else if (rows == 2)                                                            \
            NAME##2(1, n, a, row, at_a, b, at_b, last, c, c_i, first, high, apart,     \
                    soon);                                                             \
        else                                                                           \
            NAME##3(1, n, a, row, at_a, b, at_b, last, c, c_i, first, high, apart,     \
                    soon);                                                             \
    }

#endif

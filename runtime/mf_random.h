/*
 * mf_random.h - random numbers by counting: Philox 4x32-10 (Salmon, Moraes, Dror
 * and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011).
 *
 * A number is a function of (seed, stream, step, element): no state, so every
 * thread and every order of evaluation draws the same. The stream is the hash of
 * a name, the step the training step. The key is mixed from seed and stream, the
 * counter is (block, step), and a block of 128 bits serves four floats or two
 * doubles.
 *
 * Each part below, from one blank line to the next, stands alone: a stand-alone
 * file holds the parts that it uses.
 */
#ifndef MF_RANDOM_H
#define MF_RANDOM_H
#include <stdint.h>
/* A block: the counter going in, four random words coming out. */
typedef struct MfBlock {
    uint32_t a, b, c, d;
} MfBlock;

/* A bijection of 64 bits in which every bit of x moves about half of the bits. */
static inline uint64_t mf_mix(uint64_t x)
{
    x = (x ^ (x >> 33)) * 0xff51afd7ed558ccdU;
    x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53U;
    return x ^ (x >> 33);
}

/* The stream of a name: FNV-1a of its bytes, mixed. The compiler prints it. */
static inline uint64_t mf_hash(const char *text)
{
    uint64_t h = 0xcbf29ce484222325U;
    for (; *text != '\0'; text++)
        h = (h ^ (unsigned char)*text) * 0x100000001b3U;
    return mf_mix(h);
}

/* The key of a stream; the same in a whole loop over elements. */
static inline uint64_t mf_key(uint64_t seed, uint64_t stream)
{
    return mf_mix(seed ^ mf_mix(stream + 0x9e3779b97f4a7c15U));
}

/* Philox 4x32-10. */
static inline MfBlock mf_philox(MfBlock x, uint32_t key0, uint32_t key1)
{
    for (int round = 0; round < 10; round++) {
        uint64_t p = (uint64_t)0xd2511f53U * x.a;
        uint64_t q = (uint64_t)0xcd9e8d57U * x.c;
        x.a = (uint32_t)(q >> 32) ^ x.b ^ key0;
        x.b = (uint32_t)q;
        x.c = (uint32_t)(p >> 32) ^ x.d ^ key1;
        x.d = (uint32_t)p;
        key0 += 0x9e3779b9U;
        key1 += 0xbb67ae85U;
    }
    return x;
}

/* The block of that number of a stream at a step. */
static inline MfBlock mf_block(uint64_t key, uint64_t step, uint64_t block)
{
    MfBlock counter = {(uint32_t)block, (uint32_t)(block >> 32), (uint32_t)step,
                       (uint32_t)(step >> 32)};
    return mf_philox(counter, (uint32_t)key, (uint32_t)(key >> 32));
}

/* The upper 24 bits of a word as a number in [0, 1). */
static inline float mf_unitf(uint32_t word)
{
    return (float)(int32_t)(word >> 8) * 0x1p-24f;
}

/* Uniform in [0, 1), a multiple of 2^-24. */
static inline float mf_uniformf(uint64_t seed, uint64_t stream, uint64_t step,
                                uint64_t element)
{
    MfBlock x = mf_block(mf_key(seed, stream), step, element >> 2);
    uint32_t low = element & 1 ? x.b : x.a;
    uint32_t high = element & 1 ? x.d : x.c;
    return mf_unitf(element & 2 ? high : low);
}

/* The elements first to first + n - 1 of mf_uniformf, many times as fast: 16 blocks at
 * a time, each word in the lower half of a lane. */
static inline void mf_uniform_rowf(uint64_t seed, uint64_t stream, uint64_t step,
                                   uint64_t first, int n, float *out)
{
    enum { BLOCKS = 16 };
    const uint64_t key = mf_key(seed, stream), low = 0xffffffffU;
    int at = -(int)(first & 3);
    for (uint64_t block = first >> 2; at < n; block += BLOCKS, at += 4 * BLOCKS) {
        uint64_t a[BLOCKS], b[BLOCKS], c[BLOCKS], d[BLOCKS];
        uint64_t key0 = key & low, key1 = key >> 32;
        for (int i = 0; i < BLOCKS; i++) {
            a[i] = (block + (uint64_t)i) & low;
            b[i] = (block + (uint64_t)i) >> 32;
            c[i] = step & low;
            d[i] = step >> 32;
        }
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < BLOCKS; i++) {
                const uint64_t p = (uint64_t)0xd2511f53U * (uint32_t)a[i];
                const uint64_t q = (uint64_t)0xcd9e8d57U * (uint32_t)c[i];
                a[i] = (q >> 32) ^ b[i] ^ key0;
                b[i] = q & low;
                c[i] = (p >> 32) ^ d[i] ^ key1;
                d[i] = p & low;
            }
            key0 = (key0 + 0x9e3779b9U) & low;
            key1 = (key1 + 0xbb67ae85U) & low;
        }
        float u[4 * BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            u[4 * i] = mf_unitf((uint32_t)a[i]);
            u[4 * i + 1] = mf_unitf((uint32_t)b[i]);
            u[4 * i + 2] = mf_unitf((uint32_t)c[i]);
            u[4 * i + 3] = mf_unitf((uint32_t)d[i]);
        }
        const int end = n - at < 4 * BLOCKS ? n - at : 4 * BLOCKS;
        for (int i = at < 0 ? -at : 0; i < end; i++)
            out[at + i] = u[i];
    }
}

/* 64 random bits. */
static inline uint64_t mf_random(uint64_t seed, uint64_t stream, uint64_t step,
                                 uint64_t element)
{
    MfBlock x = mf_block(mf_key(seed, stream), step, element >> 1);
    uint32_t low = element & 1 ? x.c : x.a;
    uint32_t high = element & 1 ? x.d : x.b;
    return (uint64_t)high << 32 | low;
}

/* Uniform in [0, 1), a multiple of 2^-53. */
static inline double mf_uniform(uint64_t seed, uint64_t stream, uint64_t step,
                                uint64_t element)
{
    return (double)(int64_t)(mf_random(seed, stream, step, element) >> 11) * 0x1p-53;
}

/* Uniform in 0, 1 ... n - 1 (0 for n = 0): the upper half of the product of n and
 * 64 random bits, so no number is likelier than another by more than n / 2^64. */
static inline uint64_t mf_random_below(uint64_t seed, uint64_t stream, uint64_t step,
                                       uint64_t element, uint64_t n)
{
    uint64_t x = mf_random(seed, stream, step, element);
    uint64_t low = x & 0xffffffffU, high = x >> 32;
    uint64_t n_low = n & 0xffffffffU, n_high = n >> 32;
    uint64_t mid = high * n_low + (low * n_low >> 32);
    uint64_t carry = low * n_high + (mid & 0xffffffffU);
    return high * n_high + (mid >> 32) + (carry >> 32);
}

#endif

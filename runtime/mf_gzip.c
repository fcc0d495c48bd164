/*
 * mf_gzip.c - expands gzip files (RFC 1952), that is deflate (RFC 1951) between a
 * header and a checksum. A Huffman code is canonical: the codes of a length are
 * consecutive numbers, so a code is known by how many symbols have each length.
 * Codes of up to 10 bits, nearly all, are looked up in one step.
 */
#include <stdlib.h>
#include <string.h>

#include "mf_array.h"

enum {
    GZIP_LENGTHS = 15, /* bits of the longest code */
    GZIP_QUICK = 10,   /* bits looked up at once */
    GZIP_SYMBOLS = 288
};

typedef struct GzipStream {
    const unsigned char *at, *end; /* what is left to read */
    uint64_t bits;                 /* read but not used, the next one lowest */
    int n_bits;
    bool broken, full;
    unsigned char *to;
    size_t size, room; /* written, writable */
    size_t member;     /* where this member's output starts */
} GzipStream;

typedef struct GzipCode {
    uint16_t count[GZIP_LENGTHS + 1]; /* symbols of each length */
    uint16_t symbol[GZIP_SYMBOLS];    /* by length, then by value */
    uint16_t quick[1 << GZIP_QUICK];  /* symbol << 4 | length; 0: longer */
} GzipCode;

/* ---- bits ---- */

static void gzip_fill(GzipStream *s)
{
    while (s->n_bits <= 56 && s->at < s->end) {
        s->bits |= (uint64_t)*s->at++ << s->n_bits;
        s->n_bits += 8;
    }
}

static unsigned gzip_bits(GzipStream *s, int n)
{
    gzip_fill(s);
    if (s->n_bits < n) {
        s->broken = true;
        return 0;
    }
    unsigned v = (unsigned)(s->bits & ((UINT64_C(1) << n) - 1));
    s->bits >>= n;
    s->n_bits -= n;
    return v;
}

/* Back to whole bytes: what remains of this one is dropped, others returned. */
static void gzip_align(GzipStream *s)
{
    s->at -= s->n_bits / 8;
    s->bits = 0;
    s->n_bits = 0;
}

static void gzip_put(GzipStream *s, unsigned char byte)
{
    if (s->size < s->room)
        s->to[s->size++] = byte;
    else
        s->full = true;
}

/* ---- Huffman codes ---- */

static unsigned gzip_reverse(unsigned code, int n)
{
    unsigned r = 0;
    for (int i = 0; i < n; i++)
        r |= (code >> i & 1) << (n - 1 - i);
    return r;
}

/* Makes a code of the lengths of its symbols; false when they over-fill it. A
 * code may be incomplete: what it lacks is an error where it occurs. */
static bool gzip_code(GzipCode *code, const uint8_t *length, int n)
{
    uint16_t offset[GZIP_LENGTHS + 2] = {0};
    unsigned next[GZIP_LENGTHS + 2] = {0};
    int left = 1;
    memset(code, 0, sizeof *code);
    for (int i = 0; i < n; i++)
        code->count[length[i]]++;
    code->count[0] = 0;
    for (int i = 1; i <= GZIP_LENGTHS; i++) {
        left = 2 * left - code->count[i];
        if (left < 0)
            return false;
        offset[i + 1] = (uint16_t)(offset[i] + code->count[i]);
        next[i + 1] = (next[i] + code->count[i]) << 1;
    }
    for (int i = 0; i < n; i++) {
        int bits = length[i];
        if (bits == 0)
            continue;
        code->symbol[offset[bits]++] = (uint16_t)i;
        unsigned at = gzip_reverse(next[bits]++, bits);
        for (; bits <= GZIP_QUICK && at < 1u << GZIP_QUICK; at += 1u << bits)
            code->quick[at] = (uint16_t)(i << 4 | bits);
    }
    return true;
}

static int gzip_symbol(GzipStream *s, const GzipCode *code)
{
    gzip_fill(s);
    unsigned quick = code->quick[s->bits & ((1u << GZIP_QUICK) - 1)];
    int length = (int)(quick & 15);
    if (length > 0 && length <= s->n_bits) {
        s->bits >>= length;
        s->n_bits -= length;
        return (int)(quick >> 4);
    }
    int at = 0, first = 0, index = 0; /* the code so far, the first of its length */
    for (length = 1; length <= GZIP_LENGTHS && length <= s->n_bits; length++) {
        at |= (int)(s->bits >> (length - 1) & 1);
        int count = code->count[length];
        if (at - first < count) {
            s->bits >>= length;
            s->n_bits -= length;
            return code->symbol[index + at - first];
        }
        index += count;
        first = (first + count) << 1;
        at <<= 1;
    }
    s->broken = true;
    return -1;
}

/* ---- blocks ---- */

static void gzip_copy(GzipStream *s, size_t length, size_t distance)
{
    if (distance > s->size - s->member) {
        s->broken = true;
        return;
    }
    if (length > s->room - s->size) {
        length = s->room - s->size;
        s->full = true;
    }
    unsigned char *to = s->to + s->size, *from = to - distance;
    for (size_t i = 0; i < length; i++) /* they may overlap: byte by byte */
        to[i] = from[i];
    s->size += length;
}

static void gzip_compressed(GzipStream *s, const GzipCode *literal,
                            const GzipCode *distance)
{
    static const uint16_t length_base[] = {3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
                                           15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
                                           67, 83, 99, 115, 131, 163, 195, 227, 258};
    static const uint8_t length_more[] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                          2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
    static const uint16_t distance_base[] = {1,    2,    3,    4,     5,     7,
                                             9,    13,   17,   25,    33,    49,
                                             65,   97,   129,  193,   257,   385,
                                             513,  769,  1025, 1537,  2049,  3073,
                                             4097, 6145, 8193, 12289, 16385, 24577};
    static const uint8_t distance_more[] = {0, 0, 0,  0,  1,  1,  2,  2,  3,  3,
                                            4, 4, 5,  5,  6,  6,  7,  7,  8,  8,
                                            9, 9, 10, 10, 11, 11, 12, 12, 13, 13};
    while (!s->broken && !s->full) {
        int symbol = gzip_symbol(s, literal);
        if (symbol < 256) {
            if (symbol >= 0)
                gzip_put(s, (unsigned char)symbol);
            continue;
        }
        if (symbol == 256)
            return;
        int i = symbol - 257;
        if (i > 28) {
            s->broken = true;
            return;
        }
        size_t length = length_base[i] + gzip_bits(s, length_more[i]);
        int j = gzip_symbol(s, distance);
        if (j < 0 || j > 29) {
            s->broken = true;
            return;
        }
        gzip_copy(s, length, distance_base[j] + gzip_bits(s, distance_more[j]));
    }
}

static void gzip_stored(GzipStream *s)
{
    gzip_align(s);
    if (s->end - s->at < 4) {
        s->broken = true;
        return;
    }
    size_t n = s->at[0] | (size_t)s->at[1] << 8;
    size_t check = s->at[2] | (size_t)s->at[3] << 8;
    s->at += 4;
    if ((n ^ check) != 0xffff || (size_t)(s->end - s->at) < n) {
        s->broken = true;
        return;
    }
    if (n > s->room - s->size) {
        n = s->room - s->size;
        s->full = true;
    }
    if (n > 0)
        memcpy(s->to + s->size, s->at, n);
    s->size += n;
    s->at += n;
}

static void gzip_fixed(GzipStream *s)
{
    GzipCode literal, distance;
    uint8_t length[GZIP_SYMBOLS];
    for (int i = 0; i < GZIP_SYMBOLS; i++)
        length[i] = (uint8_t)(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
    gzip_code(&literal, length, GZIP_SYMBOLS);
    memset(length, 5, 30);
    gzip_code(&distance, length, 30);
    gzip_compressed(s, &literal, &distance);
}

static void gzip_dynamic(GzipStream *s)
{
    static const uint8_t order[] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                    11, 4,  12, 3, 13, 2, 14, 1, 15};
    GzipCode literal, distance;
    uint8_t length[286 + 32] = {0};
    int n_literal = (int)gzip_bits(s, 5) + 257, n_distance = (int)gzip_bits(s, 5) + 1;
    int n_lengths = (int)gzip_bits(s, 4) + 4, n = 0;
    if (n_literal > 286)
        s->broken = true;
    for (int i = 0; i < n_lengths; i++)
        length[order[i]] = (uint8_t)gzip_bits(s, 3);
    s->broken |= !gzip_code(&literal, length, 19); /* first the code of the lengths */
    memset(length, 0, 19);
    while (!s->broken && n < n_literal + n_distance) {
        int symbol = gzip_symbol(s, &literal), repeat = 1;
        if (symbol == 16)
            repeat = 3 + (int)gzip_bits(s, 2);
        else if (symbol == 17)
            repeat = 3 + (int)gzip_bits(s, 3);
        else if (symbol == 18)
            repeat = 11 + (int)gzip_bits(s, 7);
        if (repeat > n_literal + n_distance - n || (symbol == 16 && n == 0))
            s->broken = true;
        uint8_t value = (uint8_t)(symbol < 16 ? symbol : 0);
        if (symbol == 16 && n > 0)
            value = length[n - 1];
        for (; repeat > 0 && !s->broken; repeat--)
            length[n++] = value;
    }
    s->broken = s->broken || length[256] == 0;
    s->broken = s->broken || !gzip_code(&literal, length, n_literal);
    s->broken = s->broken || !gzip_code(&distance, length + n_literal, n_distance);
    if (!s->broken)
        gzip_compressed(s, &literal, &distance);
}

static void gzip_inflate(GzipStream *s)
{
    for (bool last = false; !last && !s->broken && !s->full;) {
        last = gzip_bits(s, 1) != 0;
        switch (gzip_bits(s, 2)) {
        case 0:
            gzip_stored(s);
            break;
        case 1:
            gzip_fixed(s);
            break;
        case 2:
            gzip_dynamic(s);
            break;
        default:
            s->broken = true;
        }
    }
    gzip_align(s);
}

/* ---- members ---- */

static uint32_t gzip_crc(const unsigned char *at, size_t n)
{
    uint32_t table[256], crc = UINT32_MAX;
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t c = i;
        for (int k = 0; k < 8; k++)
            c = (c & 1) != 0 ? c >> 1 ^ UINT32_C(0xedb88320) : c >> 1;
        table[i] = c;
    }
    for (size_t i = 0; i < n; i++)
        crc = crc >> 8 ^ table[(crc ^ at[i]) & 0xff];
    return ~crc;
}

static uint32_t gzip_u32(const unsigned char *at)
{
    return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

/* Past the ten fixed bytes and what the flags announce. */
static bool gzip_header(GzipStream *s)
{
    enum { EXTRA = 4, NAME = 8, COMMENT = 16, CHECK = 2, RESERVED = 0xe0 };
    if (s->end - s->at < 18 || s->at[0] != 0x1f || s->at[1] != 0x8b || s->at[2] != 8)
        return false;
    unsigned flags = s->at[3];
    s->at += 10;
    if ((flags & RESERVED) != 0)
        return false;
    if ((flags & EXTRA) != 0) {
        size_t n = s->at[0] | (size_t)s->at[1] << 8;
        if ((size_t)(s->end - s->at) < n + 2)
            return false;
        s->at += n + 2;
    }
    for (unsigned flag = NAME; flag <= COMMENT; flag *= 2) {
        if ((flags & flag) == 0)
            continue;
        const unsigned char *end = memchr(s->at, 0, (size_t)(s->end - s->at));
        if (end == NULL)
            return false;
        s->at = end + 1;
    }
    if ((flags & CHECK) != 0) {
        if (s->end - s->at < 2)
            return false;
        s->at += 2;
    }
    return true;
}

MfGzip mf_gzip_expand(const unsigned char *from, size_t n, unsigned char *to,
                      size_t room, size_t *size)
{
    GzipStream s = {.at = from, .end = from + n, .to = to, .room = room};
    do {
        s.member = s.size;
        if (!gzip_header(&s))
            s.broken = true;
        else
            gzip_inflate(&s);
        if (s.broken || s.full)
            break;
        size_t length = s.size - s.member;
        if (s.end - s.at < 8 || gzip_u32(s.at) != gzip_crc(to + s.member, length) ||
            gzip_u32(s.at + 4) != (length & UINT32_MAX))
            s.broken = true;
        else
            s.at += 8;
    } while (!s.broken && s.at < s.end);
    *size = s.size;
    return s.broken ? MF_GZIP_BROKEN : s.full ? MF_GZIP_FULL : MF_GZIP_OK;
}

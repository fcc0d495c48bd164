/*
 * parse_case.h - a reader of a format and its hostile files: every truncation, every
 * flipped bit.
 */
#ifndef PARSE_CASE_H
#define PARSE_CASE_H

#include "data_files.h"

typedef int Parse(const char *path, MfBytes *file, MfArray *out);

/* Parses a copy with nothing behind it, so that the sanitizer sees every byte that
 * is read too far. */
static inline int parse(Parse *reader, const void *bytes, size_t n, MfArray *out)
{
    MfBytes file = {malloc(n + 1), n};
    ck_assert_ptr_nonnull(file.at);
    memcpy(file.at, bytes, n);
    file.at[n] = 0;
    int code = reader("file", &file, out);
    ck_assert_ptr_null(file.at);
    return code;
}

/* Whatever was parsed must be readable to the end. */
static inline void read_all(MfArray *a)
{
    double sum = 0, v;
    ck_assert_uint_le(a->rows * a->row, 100000);
    for (size_t i = 0; i < a->rows * a->row; i++) {
        mf_array_load(a, i, 1, &v);
        sum += v;
    }
    ck_assert(sum == sum || sum != sum);
    mf_array_free(a);
}

/* Every truncation fails; every flipped bit fails or gives numbers. */
static inline void damage(Parse *reader, const unsigned char *bytes, size_t n,
                          size_t cuts)
{
    MfArray a;
    static unsigned char copy[8192];
    ck_assert_uint_lt(n, sizeof copy);
    catch_begin();
    for (size_t cut = 0; cut < cuts; cut++)
        if (parse(reader, bytes, cut, &a) == 0) {
            catch_end();
            ck_abort_msg("accepted when cut to %zu bytes", cut);
        }
    for (size_t i = 0; i < n * 8; i++) {
        memcpy(copy, bytes, n);
        copy[i / 8] ^= (unsigned char)(1u << i % 8);
        if (parse(reader, copy, n, &a) == 0)
            read_all(&a);
    }
    catch_end();
}

#endif

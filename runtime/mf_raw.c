/*
 * mf_raw.c - files without a header: rows of numbers, one after another, and texts,
 * whose bytes become tokens.
 */
#include <stdlib.h>
#include <string.h>

#include "mf_array.h"

int mf_raw_parse(const char *path, MfBytes *file, MfItem item, size_t row, MfArray *out)
{
    size_t bytes = 0;
    *out = (MfArray){.path = path, .item = item};
    int code = 0;
    if (!mf_size_mul(row, mf_item_size(item), &bytes))
        code = mf_fail(3, "%s: rows of %zu numbers do not fit in memory", path, row);
    else if (file->size % bytes != 0)
        code =
            mf_fail(3, "%s: %s are not whole rows of %zu (%zu x %s)", path,
                    mf_count(file->size, "byte").text, bytes, row, mf_item_name(item));
    if (code == 0) {
        const size_t dim[2] = {file->size / bytes, row};
        mf_array_shape(out, 2, dim);
        mf_order(file->at, file->size / mf_item_size(item), mf_item_size(item),
                 MF_LITTLE);
        out->block = file->at;
        out->at = file->at;
    } else {
        free(file->at);
    }
    *file = (MfBytes){0};
    return code;
}

int mf_text_alphabet(const MfBytes *file, unsigned char byte[256])
{
    bool seen[256] = {false};
    int n = 0;
    for (size_t i = 0; i < file->size; i++)
        seen[file->at[i]] = true;
    for (int c = 0; c < 256; c++)
        if (seen[c])
            byte[n++] = (unsigned char)c;
    return n;
}

int32_t *mf_text_tokens(const char *path, const MfBytes *file, int n_bytes,
                        const unsigned char *byte)
{
    int32_t token[256];
    MfQuote quote;
    int32_t *out = mf_alloc(file->size, sizeof *out);
    if (out == NULL)
        return NULL;
    for (int c = 0; c < 256; c++)
        token[c] = -1;
    for (int t = 0; t < n_bytes; t++)
        token[byte[t]] = t;
    for (size_t i = 0; i < file->size; i++) {
        out[i] = token[file->at[i]];
        if (out[i] < 0) {
            mf_fail(3, "%s: byte %zu: %s is not among the %d that training knew", path,
                    i, mf_quote(&quote, (const char *)file->at + i, 1), n_bytes);
            free(out);
            return NULL;
        }
    }
    return out;
}

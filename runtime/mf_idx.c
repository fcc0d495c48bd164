/*
 * mf_idx.c - the files of the MNIST family, plain or in gzip:
 *
 *     0 0 type rank      u1 8, i1 9, i2 11, i4 12, f4 13, f8 14
 *     u32 x rank         extents, big-endian
 *     the numbers        big-endian, to the end of the file
 *
 * A compressed file is expanded twice: a few bytes, to learn from the header how
 * many there must be, then exactly these.
 */
#include <stdlib.h>
#include <string.h>

#include "mf_array.h"

enum { IDX_HEADER_MOST = 4 + 4 * MF_MAX_RANK };

static bool idx_is_gzip(const MfBytes *file)
{
    return file->size >= 2 && file->at[0] == 0x1f && file->at[1] == 0x8b;
}

bool mf_idx_magic(const MfBytes *file)
{
    const unsigned char *at = file->at;
    return idx_is_gzip(file) || (file->size >= 4 && at[0] == 0 && at[1] == 0 &&
                                 at[2] >= 8 && at[2] <= 14 && at[3] >= 1);
}

/* Takes shape and type from the first n bytes of a file; the offset of the numbers,
 * or 0 after a message. */
static size_t idx_header(const char *path, const unsigned char *at, size_t n,
                         MfArray *a)
{
    static const signed char item[] = {MF_U1, MF_I1, -1, MF_I2, MF_I4, MF_F4, MF_F8};
    size_t dim[MF_MAX_RANK];
    if (n < 4 || at[0] != 0 || at[1] != 0 || at[2] < 8 || at[2] > 14 ||
        item[at[2] - 8] < 0) {
        mf_fail(3, "%s: not an IDX file: its first bytes are not 0 0 type rank", path);
        return 0;
    }
    int rank = at[3];
    if (rank < 1 || rank > MF_MAX_RANK) {
        mf_fail(3, "%s: IDX with %d axes, expected 1 to %d", path, rank, MF_MAX_RANK);
        return 0;
    }
    if (n < 4 + 4 * (size_t)rank) {
        mf_fail(3, "%s: its IDX header is cut off: truncated?", path);
        return 0;
    }
    for (int i = 0; i < rank; i++) {
        const unsigned char *d = at + 4 + 4 * i;
        dim[i] = (size_t)d[0] << 24 | (size_t)d[1] << 16 | (size_t)d[2] << 8 | d[3];
    }
    a->item = (MfItem)item[at[2] - 8];
    if (!mf_array_shape(a, rank, dim)) {
        mf_fail(3, "%s: its shape claims more numbers than memory can hold", path);
        return 0;
    }
    return 4 + 4 * (size_t)rank;
}

/* Deflate turns no byte into more than 1032; a larger claim is not worth memory. */
static int idx_expand(const char *path, MfBytes *file)
{
    enum { RATIO = 1032 };
    unsigned char header[IDX_HEADER_MOST];
    size_t size, bytes;
    MfArray a = {.path = path};
    MfGzip state = mf_gzip_expand(file->at, file->size, header, sizeof header, &size);
    if (state == MF_GZIP_BROKEN)
        return mf_fail(3, "%s: a broken gzip file: truncated?", path);
    size_t start = idx_header(path, header, size, &a);
    if (start == 0)
        return 3;
    bytes = a.rows * a.row * mf_item_size(a.item);
    if (bytes / RATIO > file->size)
        return mf_fail(3, "%s: its shape claims %zu bytes, more than %zu can expand to",
                       path, bytes, file->size);
    unsigned char *to = mf_alloc(start + bytes, 1);
    if (to == NULL)
        return 3;
    state = mf_gzip_expand(file->at, file->size, to, start + bytes, &size);
    free(file->at);
    *file = (MfBytes){to, size};
    if (state == MF_GZIP_BROKEN)
        return mf_fail(3, "%s: a broken gzip file: truncated?", path);
    if (state == MF_GZIP_FULL)
        return mf_fail(3, "%s: its shape claims %zu bytes but more follow", path,
                       bytes);
    return 0;
}

static int idx_array(const char *path, MfBytes *file, MfArray *out)
{
    if (idx_is_gzip(file) && idx_expand(path, file) != 0)
        return 3;
    size_t start = idx_header(path, file->at, file->size, out);
    if (start == 0)
        return 3;
    size_t n = out->rows * out->row, size = mf_item_size(out->item);
    if (n * size != file->size - start)
        return mf_fail(3, "%s: its shape claims %zu bytes but %zu follow%s", path,
                       n * size, file->size - start,
                       n * size > file->size - start ? ": truncated?" : "");
    mf_order(file->at + start, n, size, MF_BIG);
    out->at = file->at + start;
    out->block = file->at;
    out->alike = true;
    return 0;
}

int mf_idx_parse(const char *path, MfBytes *file, MfArray *out)
{
    *out = (MfArray){.path = path};
    int code = idx_array(path, file, out);
    if (code != 0) {
        free(file->at);
        *out = (MfArray){0};
    }
    *file = (MfBytes){0};
    return code;
}

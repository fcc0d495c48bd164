/*
 * mf_array.c - turns stored numbers into rows of an input: load a block of rows as
 * doubles, scale it, store it in the input's dtype. The choice of type is made
 * once a block, outside the loops.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mf_array.h"

/* ---- sizes and names ---- */

size_t mf_item_size(MfItem item)
{
    static const size_t size[] = {1, 1, 1, 2, 2, 4, 4, 8, 8, 2, 4, 8};
    return size[item];
}

const char *mf_item_name(MfItem item)
{
    static const char *const name[] = {"u1", "i1", "b1", "u2", "i2", "u4",
                                       "i4", "u8", "i8", "f2", "f4", "f8"};
    return name[item];
}

size_t mf_dtype_bytes(MfDtype dtype)
{
    static const size_t size[] = {sizeof(float), sizeof(double), sizeof(int32_t),
                                  sizeof(bool)};
    return size[dtype];
}

size_t mf_port_row(const MfPort *port)
{
    size_t n = 1;
    for (int i = 1; i < port->rank; i++)
        n *= (size_t)port->dim[i]; /* static and small: the compiler checked it */
    return n;
}

int mf_port_limit(const MfPort *port, size_t number)
{
    return port->limits == NULL ? port->limit : port->limits[number];
}

void mf_array_free(MfArray *a)
{
    free(a->block);
    *a = (MfArray){0};
}

bool mf_array_shape(MfArray *a, int rank, const size_t *dim)
{
    size_t bytes;
    a->rank = rank;
    a->rows = rank > 0 ? dim[0] : 1;
    a->row = 1;
    for (int i = 0; i < rank; i++) {
        a->dim[i] = dim[i];
        if (i > 0 && !mf_size_mul(a->row, dim[i], &a->row))
            return false;
    }
    return mf_size_mul(a->row, mf_item_size(a->item), &bytes) &&
           mf_size_mul(a->rows, bytes, &bytes);
}

/* ---- what fits what ---- */

static void shape_add(MfShapeNote *s, size_t *at, size_t extent, bool last)
{
    int n = snprintf(s->text + *at, sizeof s->text - *at, "%zu%s", extent,
                     last ? "]" : ",");
    *at += (size_t)n;
}

const char *mf_array_shape_text(MfShapeNote *s, const MfArray *a)
{
    size_t at = 1;
    memcpy(s->text, "[]", 3);
    for (int i = 0; i < a->rank; i++)
        shape_add(s, &at, a->dim[i], i + 1 == a->rank);
    return s->text;
}

const char *mf_port_shape_text(MfShapeNote *s, const MfPort *port)
{
    size_t at = 1;
    memcpy(s->text, "[]", 3);
    for (int i = 0; i < port->rank; i++)
        shape_add(s, &at, (size_t)port->dim[i], i + 1 == port->rank);
    return s->text;
}

int mf_array_takes(const MfArray *a, const MfPort *port)
{
    if (a->untyped || a->item < MF_F2 || port->dtype != MF_I32)
        return 0;
    return mf_fail(3,
                   "%s: input %s takes no %s numbers, expected whole ones: "
                   "x.astype(\"int32\")",
                   a->path, port->name, mf_item_name(a->item));
}

int mf_array_check(const MfArray *a, const MfPort *port)
{
    MfShapeNote shape;
    int code = mf_array_takes(a, port);
    if (code != 0)
        return code;
    if (port->rank < 1)
        return mf_fail(3, "%s: input %s is a scalar, so rows of a file cannot feed it",
                       a->path, port->name);
    if (a->row != mf_port_row(port) || a->rank < 1)
        return mf_fail(3, "%s: %s has %s in a row but input %s takes %zu", a->path,
                       mf_array_shape_text(&shape, a),
                       mf_count(a->rank < 1 ? 0 : a->row, "number").text, port->name,
                       mf_port_row(port));
    return 0;
}

/* ---- load, scale, store ---- */

#define LOAD(T) LOAD_AS(T, (double))
#define LOAD_AS(T, AS)                                                                 \
    do {                                                                               \
        T value;                                                                       \
        for (size_t i = 0; i < n; i++) {                                               \
            memcpy(&value, from + i * sizeof value, sizeof value);                     \
            to[i] = AS(value);                                                         \
        }                                                                              \
    } while (0)

void mf_array_load(const MfArray *a, size_t first, size_t n, double *to)
{
    const unsigned char *from = a->at + first * mf_item_size(a->item);
    switch (a->item) {
    case MF_U1:
        LOAD(uint8_t);
        break;
    case MF_I1:
        LOAD(int8_t);
        break;
    case MF_B1:
        LOAD(uint8_t);
        break;
    case MF_U2:
        LOAD(uint16_t);
        break;
    case MF_I2:
        LOAD(int16_t);
        break;
    case MF_U4:
        LOAD(uint32_t);
        break;
    case MF_I4:
        LOAD(int32_t);
        break;
    case MF_U8:
        LOAD(uint64_t);
        break;
    case MF_I8:
        LOAD(int64_t);
        break;
    case MF_F2:
        LOAD_AS(uint16_t, mf_half);
        break;
    case MF_F4:
        LOAD(float);
        break;
    case MF_F8:
        LOAD(double);
        break;
    case MF_ITEMS:
        break;
    }
}

/* A product and a difference in one rounding, so that no compiler's choice to
 * contract them can matter. */
static void block_scale(const MfMap *map, size_t rows, size_t row, double *v)
{
    if (map->sub == NULL)
        return;
    for (size_t i = 0; i < rows; i++, v += row)
        for (size_t j = 0; j < row; j++) {
            size_t k = map->n == 1 ? 0 : j;
            double moved =
                map->mul == 1 ? v[j] - map->sub[k] : fma(v[j], map->mul, -map->sub[k]);
            v[j] = moved / map->div[k];
        }
}

/* Stores n numbers, whole rows; returns the place of one that does not fit, or n. */
static size_t block_store(const MfPort *port, size_t n, const double *v, void *to)
{
    /* From here on a number rounds to infinity. */
    const double most = 3.4028235677973366e38;
    size_t i = 0;
    switch (port->dtype) {
    case MF_F32:
        for (float *out = to; i < n; i++) {
            if (fabs(v[i]) >= most && !isinf(v[i]))
                return i;
            out[i] = (float)v[i];
        }
        break;
    case MF_F64:
        memcpy(to, v, n * sizeof *v);
        break;
    case MF_I32: {
        size_t row = mf_port_row(port);
        int32_t *out = to;
        for (size_t j = 0; i < n; i++, j = j + 1 < row ? j + 1 : 0) {
            int limit = mf_port_limit(port, j);
            double low = limit > 0 ? 0 : INT32_MIN;
            double high = limit > 0 ? limit - 1 : INT32_MAX;
            if (!(v[i] >= low && v[i] <= high) || v[i] != floor(v[i]))
                return i;
            out[i] = (int32_t)v[i];
        }
        break;
    }
    case MF_BOOL:
        for (bool *out = to; i < n; i++) {
            if (v[i] != 0 && v[i] != 1)
                return i;
            out[i] = v[i] == 1;
        }
        break;
    }
    return n;
}

/* ---- the whole ---- */

void mf_index_wanted(int limit, double v, size_t size, char text[size])
{
    snprintf(text, size, "a whole number from 0 to %d%s", limit - 1,
             v == -100 ? " (ignore_index leaves out labels that do not count)" : "");
}

static int array_misfit(const MfArray *a, const MfPort *port, size_t at, double v)
{
    char where[64], want[MF_INDEX_WANTED] = "0 or 1";
    size_t row = at / a->row, j = at % a->row;
    if (a->line > 0)
        snprintf(where, sizeof where, "line %zu", a->line + row);
    else if (a->row > 1)
        snprintf(where, sizeof where, "row %zu, number %zu", row, j);
    else
        snprintf(where, sizeof where, "row %zu", row);
    int limit = mf_port_limit(port, j);
    if (port->dtype == MF_I32 && limit > 0)
        mf_index_wanted(limit, v, sizeof want, want);
    else if (port->dtype == MF_I32)
        snprintf(want, sizeof want, "a whole number of 32 bits");
    else if (port->dtype == MF_F32)
        snprintf(want, sizeof want, "a number within the range of f32");
    return mf_fail(3, "%s: input %s: %s: found %.15g, expected %s", a->path, port->name,
                   where, v, want);
}

int mf_array_fill(const MfArray *a, const MfPort *port, const MfMap *map, void *to)
{
    enum { BLOCK = 1024 }; /* numbers; at least a row */
    size_t row = a->row, step = row >= BLOCK || row == 0 ? 1 : BLOCK / row;
    double *block = mf_alloc(step * row, sizeof *block);
    unsigned char *out = to;
    int code = block == NULL ? 3 : 0;
    for (size_t i = 0; i < a->rows && code == 0; i += step) {
        size_t rows = a->rows - i < step ? a->rows - i : step;
        size_t n = rows * row;
        mf_array_load(a, i * row, n, block);
        block_scale(map, rows, row, block);
        size_t bad = block_store(port, n, block, out);
        if (bad < n)
            code = array_misfit(a, port, i * row + bad, block[bad]);
        out += n * mf_dtype_bytes(port->dtype);
    }
    free(block);
    return code;
}

bool mf_array_is_column(const MfArray *a, const MfPort *port, const MfMap *map)
{
    bool same = (a->item == MF_F4 && port->dtype == MF_F32) ||
                (a->item == MF_F8 && port->dtype == MF_F64) ||
                (a->item == MF_I4 && port->dtype == MF_I32 && port->limit == 0);
    return same && map->sub == NULL && a->block != NULL &&
           (uintptr_t)a->at % mf_item_size(a->item) == 0;
}

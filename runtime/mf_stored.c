/*
 * mf_stored.c - the bytes of tensors, in and out of safetensors files: whether a
 * stored tensor fits its place, reading of any floating dtype as F32 or F64, and
 * writing. How a file is opened and checked is in mf_safetensors.c.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#endif
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "mf_file.h"
#include "mf_safetensors.h"

static const char *const place_dtype[] = {"F32", "F64", "I32", "BOOL"};

/* "F32[13,10]"; eight extents of 20 digits fit. */
static void shape_text(char text[200], const char *dtype, int rank, const uint64_t *dim)
{
    int n = snprintf(text, 200, "%s[", dtype);
    for (int i = 0; i < rank; i++)
        n +=
            snprintf(text + n, 200 - (size_t)n, "%s%" PRIu64, i > 0 ? "," : "", dim[i]);
    snprintf(text + n, 200 - (size_t)n, "]");
}

/* ---- floating numbers, as the bytes of a file have them ---- */

typedef union MfChunk {
    uint16_t h[1024];
    float f[1024];
    double d[1024];
} MfChunk;

typedef struct MfFloats {
    const char *dtype;
    size_t size;
    double (*value)(const MfChunk *chunk, size_t i);
} MfFloats;

static double half_value(const MfChunk *chunk, size_t i)
{
    return mf_half(chunk->h[i]);
}

/* The upper half of a float. */
static double brief_value(const MfChunk *chunk, size_t i)
{
    uint32_t bits = (uint32_t)chunk->h[i] << 16;
    float value;
    memcpy(&value, &bits, sizeof value);
    return (double)value;
}

static double single_value(const MfChunk *chunk, size_t i)
{
    return (double)chunk->f[i];
}

static double wide_value(const MfChunk *chunk, size_t i)
{
    return chunk->d[i];
}

/* NULL: the dtype is none of floating numbers. */
static const MfFloats *floats_of(const char *dtype)
{
    static const MfFloats floats[] = {{"F16", 2, half_value},
                                      {"BF16", 2, brief_value},
                                      {"F32", 4, single_value},
                                      {"F64", 8, wide_value}};
    for (size_t i = 0; i < sizeof floats / sizeof *floats; i++)
        if (strcmp(dtype, floats[i].dtype) == 0)
            return &floats[i];
    return NULL;
}

/* ---- a stored tensor and its place ---- */

bool mf_tensors_fit(const MfTensorFile *f, const MfPlace *place)
{
    const MfStored *t = mf_tensors_find(f, place->name);
    const char *dtype = place_dtype[place->dtype];
    bool same = t != NULL && t->rank == place->rank;
    for (int i = 0; same && i < place->rank; i++)
        same = t->dim[i] == (uint64_t)place->dim[i];
    bool converts = same && floats_of(t->dtype) != NULL && floats_of(dtype) != NULL;
    return same && (converts || strcmp(t->dtype, dtype) == 0);
}

static bool is_transposed(const MfStored *t, const MfPlace *place)
{
    return t->rank == 2 && place->rank == 2 && t->dim[0] == (uint64_t)place->dim[1] &&
           t->dim[1] == (uint64_t)place->dim[0];
}

void mf_tensors_other(const MfTensorFile *f, const char *name, char text[200])
{
    const MfStored *t = mf_tensors_find(f, name);
    text[0] = '\0';
    if (t != NULL)
        shape_text(text, t->dtype, t->rank, t->dim);
}

int mf_tensors_match(const MfTensorFile *f, const MfPlace *place)
{
    const MfStored *t = mf_tensors_find(f, place->name);
    const char *dtype = place_dtype[place->dtype];
    char here[200], there[200];
    uint64_t dim[MF_MAX_RANK];
    if (t == NULL)
        return mf_fail(3, "%s: there is no tensor %s in it", f->path, place->name);
    if (mf_tensors_fit(f, place))
        return 0;
    for (int i = 0; i < place->rank; i++)
        dim[i] = (uint64_t)place->dim[i];
    shape_text(there, t->dtype, t->rank, t->dim);
    shape_text(here, dtype, place->rank, dim);
    return mf_fail(3, "%s: %s is %s there but %s in this program%s", f->path,
                   place->name, there, here,
                   is_transposed(t, place) ? ": transposed, as PyTorch has a Linear's"
                                           : "");
}

/* Reads n elements of the same dtype. */
static bool read_as_is(FILE *file, void *out, size_t n, size_t size)
{
    if (fread(out, size, n, file) != n)
        return false;
    mf_order(out, n, size, MF_LITTLE);
    return true;
}

/* Reads n elements of another floating dtype. */
static bool read_converted(FILE *file, const MfFloats *from, MfDtype dtype, void *out,
                           size_t n)
{
    MfChunk chunk;
    size_t size = from->size;
    for (size_t i = 0, step; i < n; i += step) {
        step = n - i < 1024 ? n - i : 1024;
        if (fread(&chunk, size, step, file) != step)
            return false;
        mf_order(&chunk, step, size, MF_LITTLE);
        for (size_t k = 0; k < step; k++)
            if (dtype == MF_F64)
                ((double *)out)[i + k] = from->value(&chunk, k);
            else
                ((float *)out)[i + k] = (float)from->value(&chunk, k);
    }
    return true;
}

static bool bools_are_bits(const unsigned char *value, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (value[i] > 1)
            return false;
    return true;
}

int mf_tensors_read(const MfTensorFile *f, const MfPlace *place)
{
    const MfStored *t = mf_tensors_find(f, place->name);
    size_t n = mf_place_count(place), size = mf_dtype_size(place->dtype);
    if (t == NULL || fseeko(f->file, (off_t)(f->start + t->begin), SEEK_SET) != 0)
        return mf_fail(3, "%s: cannot find %s", f->path, place->name);
    bool complete = strcmp(t->dtype, place_dtype[place->dtype]) == 0
                        ? read_as_is(f->file, place->data, n, size)
                        : read_converted(f->file, floats_of(t->dtype), place->dtype,
                                         place->data, n);
    if (!complete)
        return mf_fail(3, "%s: cannot read %s", f->path, place->name);
    if (place->dtype == MF_BOOL && !bools_are_bits(place->data, n))
        return mf_fail(3, "%s: %s is BOOL but holds other bytes than 0 and 1", f->path,
                       place->name);
    return 0;
}

/* ---- writing ---- */

/* A text that grows. */
typedef struct MfHeader {
    char *at;
    size_t n, room;
    bool failed;
} MfHeader;

static void header_put(MfHeader *h, const char *text, size_t n)
{
    if (h->n + n > h->room && !h->failed) {
        char *larger = mf_resize(h->at, 2 * (h->room + n), 1);
        h->failed = larger == NULL;
        h->at = larger != NULL ? larger : h->at;
        h->room = 2 * (h->room + n);
    }
    if (h->failed)
        return;
    memcpy(h->at + h->n, text, n);
    h->n += n;
}

static void header_puts(MfHeader *h, const char *text)
{
    header_put(h, text, strlen(text));
}

static void header_number(MfHeader *h, const char *before, uint64_t number)
{
    char text[64];
    int n = snprintf(text, sizeof text, "%s%" PRIu64, before, number);
    header_put(h, text, (size_t)n);
}

static void header_text(MfHeader *h, const char *text)
{
    header_puts(h, "\"");
    for (; *text != '\0'; text++) {
        char escape[8];
        if ((unsigned char)*text < 0x20)
            header_put(h, escape,
                       (size_t)snprintf(escape, 8, "\\u%04x", (unsigned)*text));
        else if (*text == '"' || *text == '\\')
            header_put(h, (char[]){'\\', *text}, 2);
        else
            header_put(h, text, 1);
    }
    header_puts(h, "\"");
}

static void header_place(MfHeader *h, const MfPlace *p, uint64_t *offset)
{
    header_text(h, p->name);
    header_puts(h, ":{\"dtype\":");
    header_text(h, place_dtype[p->dtype]);
    header_puts(h, ",\"shape\":[");
    for (int i = 0; i < p->rank; i++)
        header_number(h, i > 0 ? "," : "", (uint64_t)p->dim[i]);
    header_number(h, "],\"data_offsets\":[", *offset);
    *offset += mf_place_count(p) * mf_dtype_size(p->dtype);
    header_number(h, ",", *offset);
    header_puts(h, "]}");
}

/* The header, padded so that the tensors start at a multiple of 8. */
static MfHeader header_make(const MfPlace *place, int n_places, const MfPair *pair,
                            int n_pairs)
{
    MfHeader h = {0};
    uint64_t offset = 0;
    header_puts(&h, "{\"__metadata__\":{");
    for (int i = 0; i < n_pairs; i++) {
        header_puts(&h, i > 0 ? "," : "");
        header_text(&h, pair[i].key);
        header_puts(&h, ":");
        header_text(&h, pair[i].value);
    }
    header_puts(&h, "}");
    for (int i = 0; i < n_places; i++) {
        header_puts(&h, ",");
        header_place(&h, &place[i], &offset);
    }
    header_puts(&h, "}");
    while (h.n % 8 != 0 && !h.failed)
        header_puts(&h, " ");
    return h;
}

int mf_tensors_write(const char *path, const MfPlace *place, int n_places,
                     const MfPair *pair, int n_pairs)
{
    MfHeader h = header_make(place, n_places, pair, n_pairs);
    MfWriter w;
    unsigned char prefix[8];
    int code = h.failed ? 3 : mf_write_begin(&w, path);
    if (code == 0) {
        for (int i = 0; i < 8; i++)
            prefix[i] = (unsigned char)((uint64_t)h.n >> 8 * i);
        mf_write_put(&w, prefix, 8);
        mf_write_put(&w, h.at, h.n);
        for (int i = 0; i < n_places; i++)
            mf_write_numbers(&w, place[i].data, mf_place_count(&place[i]),
                             mf_dtype_size(place[i].dtype));
        code = mf_write_end(&w);
    }
    free(h.at);
    return code;
}

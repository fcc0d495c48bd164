/*
 * mf_npy.c - NumPy's file of one array:
 *
 *     \x93NUMPY 1 0      magic and version
 *     u16 (2 0: u32)     length of the header, little-endian
 *     {'descr': '<f4', 'fortran_order': False, 'shape': (506, 13), }   padded
 *     the numbers        to the end of the file
 *
 * Accepted: versions 1 and 2, integers, halves, singles, doubles and bool in either
 * order of bytes, C order, a header of at most 4096 bytes; never pickled objects.
 * (numpy.lib.format, NEP 1)
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mf_array.h"

static const char npy_magic[] = "\x93NUMPY";
enum { NPY_MAGIC = 6, NPY_HEADER_MOST = 4096 };

bool mf_npy_magic(const MfBytes *file)
{
    return file->size >= NPY_MAGIC && memcmp(file->at, npy_magic, NPY_MAGIC) == 0;
}

/* ---- the header: a small corner of Python's notation ---- */

typedef struct NpyHeader {
    const char *path, *at, *end;
    const char *wrong; /* what was expected where it broke; NULL: nothing */
    char descr[16];
    bool fortran;
    int rank;
    size_t dim[MF_MAX_RANK];
} NpyHeader;

static bool npy_expect(NpyHeader *h, const char *what)
{
    if (h->wrong == NULL)
        h->wrong = what;
    return false;
}

static void npy_space(NpyHeader *h)
{
    while (h->at < h->end && (*h->at == ' ' || *h->at == '\n' || *h->at == '\t'))
        h->at++;
}

static bool npy_char(NpyHeader *h, char c)
{
    npy_space(h);
    if (h->at >= h->end || *h->at != c)
        return false;
    h->at++;
    return true;
}

/* 'text' or "text" without escapes, into a buffer. */
static bool npy_text(NpyHeader *h, char *to, size_t room)
{
    npy_space(h);
    if (h->at >= h->end || (*h->at != '\'' && *h->at != '"'))
        return npy_expect(h, "a text in quotes");
    char quote = *h->at++;
    size_t n = 0;
    while (h->at < h->end && *h->at != quote && n + 1 < room)
        to[n++] = *h->at++;
    to[n] = '\0';
    if (h->at >= h->end || *h->at != quote)
        return npy_expect(h, "a short text in quotes");
    h->at++;
    return true;
}

static bool npy_word(NpyHeader *h, const char *word)
{
    size_t n = strlen(word);
    npy_space(h);
    if ((size_t)(h->end - h->at) < n || memcmp(h->at, word, n) != 0)
        return false;
    h->at += n;
    return true;
}

static bool npy_shape(NpyHeader *h)
{
    if (!npy_char(h, '('))
        return npy_expect(h, "( before the shape");
    while (!npy_char(h, ')')) {
        size_t n = 0;
        const char *start = h->at;
        for (; h->at < h->end && *h->at >= '0' && *h->at <= '9'; h->at++) {
            if (n > SIZE_MAX / 2 / 10)
                return npy_expect(h, "an extent that memory can hold");
            n = n * 10 + (size_t)(*h->at - '0');
        }
        if (h->at == start)
            return npy_expect(h, "a whole number in the shape");
        if (h->rank == MF_MAX_RANK)
            return npy_expect(h, "at most 8 axes");
        h->dim[h->rank++] = n;
        if (!npy_char(h, ',')) {
            if (!npy_char(h, ')'))
                return npy_expect(h, ", or ) in the shape");
            break;
        }
        npy_space(h);
    }
    return true;
}

static bool npy_value(NpyHeader *h, const char *key)
{
    if (strcmp(key, "descr") == 0) {
        npy_space(h);
        if (h->at < h->end && *h->at == '[')
            return npy_expect(h, "plain numbers, not records");
        return npy_text(h, h->descr, sizeof h->descr);
    }
    if (strcmp(key, "fortran_order") == 0) {
        h->fortran = npy_word(h, "True");
        return h->fortran || npy_word(h, "False") || npy_expect(h, "True or False");
    }
    if (strcmp(key, "shape") == 0)
        return npy_shape(h);
    return npy_expect(h, "descr, fortran_order or shape");
}

static bool npy_header(NpyHeader *h)
{
    static const char *const keys[] = {"descr", "fortran_order", "shape"};
    unsigned seen = 0;
    if (!npy_char(h, '{'))
        return npy_expect(h, "{");
    while (!npy_char(h, '}')) {
        char key[16];
        if (!npy_text(h, key, sizeof key))
            return false;
        if (!npy_char(h, ':'))
            return npy_expect(h, ": after a key");
        if (!npy_value(h, key))
            return false;
        for (unsigned i = 0; i < 3; i++)
            if (strcmp(key, keys[i]) == 0) {
                if ((seen >> i & 1) != 0)
                    return npy_expect(h, "each key once");
                seen |= 1u << i;
            }
        if (!npy_char(h, ',')) {
            if (!npy_char(h, '}'))
                return npy_expect(h, ", or }");
            break;
        }
    }
    npy_space(h);
    if (h->at != h->end)
        return npy_expect(h, "nothing after }");
    return seen == 7 || npy_expect(h, "descr, fortran_order and shape");
}

/* ---- the file ---- */

static int npy_item(const NpyHeader *h, MfItem *item)
{
    MfQuote quote;
    bool ordered = h->descr[0] != '\0' && strchr("<>|", h->descr[0]) != NULL;
    for (int i = 0; i < MF_ITEMS && ordered; i++)
        if (strcmp(h->descr + 1, mf_item_name((MfItem)i)) == 0) {
            *item = (MfItem)i;
            return 0;
        }
    return mf_fail(3,
                   "%s: dtype %s, expected integers, f2, f4, f8 or b1: "
                   "x.astype(\"float32\")",
                   h->path, mf_quote(&quote, h->descr, strlen(h->descr)));
}

/* Finds the header and its end; the offset of the numbers, 0 after a message. */
static size_t npy_open(const char *path, const MfBytes *file, NpyHeader *h)
{
    const unsigned char *at = file->at;
    if (!mf_npy_magic(file) || file->size < 10) {
        mf_fail(3, "%s: not an NPY file: it %s", path,
                file->size == 0       ? "is empty"
                : !mf_npy_magic(file) ? "does not start with \\x93NUMPY"
                                      : "ends within its header");
        return 0;
    }
    if ((at[6] != 1 && at[6] != 2) || at[7] != 0) {
        mf_fail(3, "%s: NPY version %d.%d, expected 1.0 or 2.0", path, at[6], at[7]);
        return 0;
    }
    size_t start = at[6] == 1 ? 10 : 12, n = at[8] | (size_t)at[9] << 8;
    if (at[6] == 2 && file->size >= 12)
        n |= (size_t)at[10] << 16 | (size_t)at[11] << 24;
    if (file->size < start || n > file->size - start || n > NPY_HEADER_MOST) {
        mf_fail(3, "%s: its header claims %zu bytes of %zu, at most %d: truncated?",
                path, n, file->size, NPY_HEADER_MOST);
        return 0;
    }
    *h = (NpyHeader){.path = path, .at = (const char *)at + start};
    h->end = h->at + n;
    return start + n;
}

static int npy_array(const char *path, const MfBytes *file, MfArray *out)
{
    NpyHeader h;
    size_t start = npy_open(path, file, &h), bytes;
    if (start == 0)
        return 3;
    const char *text = h.at;
    if (!npy_header(&h))
        return mf_fail(3, "%s: a broken NPY header: byte %zu of it: expected %s", path,
                       (size_t)(h.at - text), h.wrong);
    if (h.fortran)
        return mf_fail(3,
                       "%s: its numbers are in Fortran order, expected C order; "
                       "save numpy.ascontiguousarray(x)",
                       path);
    int code = npy_item(&h, &out->item);
    if (code != 0)
        return code;
    if (!mf_array_shape(out, h.rank, h.dim) ||
        !mf_size_mul(out->rows, out->row * mf_item_size(out->item), &bytes))
        return mf_fail(3, "%s: its shape claims more numbers than memory can hold",
                       path);
    if (bytes != file->size - start)
        return mf_fail(3, "%s: its shape claims %zu bytes of %s but %zu follow%s", path,
                       bytes, mf_item_name(out->item), file->size - start,
                       bytes > file->size - start ? ": truncated?" : "");
    mf_order(file->at + start, out->rows * out->row, mf_item_size(out->item),
             h.descr[0] == '>' ? MF_BIG : MF_LITTLE);
    out->at = file->at + start;
    out->block = file->at;
    return 0;
}

int mf_npy_parse(const char *path, MfBytes *file, MfArray *out)
{
    *out = (MfArray){.path = path};
    int code = npy_array(path, file, out);
    if (code != 0)
        free(file->at);
    *file = (MfBytes){0};
    return code;
}

/* ---- single tensors ---- */

static int npy_same_shape(const MfArray *a, const MfPort *port)
{
    bool same = a->rank == port->rank;
    for (int i = 0; i < a->rank && same; i++)
        same = a->dim[i] == (size_t)port->dim[i];
    if (same)
        return 0;
    MfShapeNote found, want;
    return mf_fail(3, "%s: its shape is %s but input %s is %s", a->path,
                   mf_array_shape_text(&found, a), port->name,
                   mf_port_shape_text(&want, port));
}

int mf_npy_read(const char *path, const MfPort *port, void *out)
{
    const MfMap as_is = {.mul = 1};
    MfBytes file;
    MfArray a;
    int code = mf_file_read(path, &file);
    if (code == 0)
        code = mf_npy_parse(path, &file, &a);
    if (code != 0)
        return code;
    code = mf_array_takes(&a, port);
    if (code == 0)
        code = npy_same_shape(&a, port);
    if (code == 0)
        code = mf_array_fill(&a, port, &as_is, out);
    mf_array_free(&a);
    return code;
}

int mf_npy_write(const char *path, MfDtype dtype, int rank, const int *dim,
                 const void *data)
{
    static const char *const descr[] = {"<f4", "<f8", "<i4", "|b1"};
    enum { START = 10, ALIGN = 64, ROOM = 512 }; /* 8 extents take 96 bytes */
    char header[ROOM];
    size_t n = 1;
    int at = START;
    at += snprintf(header + at, ROOM - START,
                   "{'descr': '%s', 'fortran_order': False, 'shape': (", descr[dtype]);
    for (int i = 0; i < rank; i++) {
        at += snprintf(header + at, ROOM - (size_t)at, i > 0 ? ", %d" : "%d", dim[i]);
        n *= (size_t)dim[i];
    }
    at += snprintf(header + at, ROOM - (size_t)at, rank == 1 ? ",), }" : "), }");
    while ((at + 1) % ALIGN != 0)
        header[at++] = ' ';
    header[at++] = '\n';
    memcpy(header, npy_magic, NPY_MAGIC);
    header[6] = 1;
    header[7] = 0;
    header[8] = (char)((at - START) & 0xff);
    header[9] = (char)((at - START) >> 8);
    MfWriter w;
    if (mf_write_begin(&w, path) == 0) {
        mf_write_put(&w, header, (size_t)at);
        mf_write_numbers(&w, data, n, mf_dtype_bytes(dtype));
    }
    return mf_write_end(&w);
}

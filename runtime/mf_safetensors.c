/*
 * mf_safetensors.c - reads and writes safetensors files. The header is a small
 * corner of JSON: one object of objects, texts, and lists of whole numbers; so
 * the reader is one function for each of these, and refuses everything else.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#endif
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "mf_file.h"
#include "mf_safetensors.h"

enum { MF_HEADER_LIMIT = 100000000 }; /* bytes; the limit of the format itself */

/* ---- dtypes ---- */

static const struct {
    const char *name;
    unsigned size;
} stored_dtype[] = {{"BOOL", 1}, {"U8", 1},  {"I8", 1},  {"F8_E5M2", 1}, {"F8_E4M3", 1},
                    {"I16", 2},  {"U16", 2}, {"F16", 2}, {"BF16", 2},    {"I32", 4},
                    {"U32", 4},  {"F32", 4}, {"I64", 8}, {"U64", 8},     {"F64", 8}};

static unsigned stored_size(const char *dtype)
{
    for (size_t i = 0; i < sizeof stored_dtype / sizeof *stored_dtype; i++)
        if (strcmp(dtype, stored_dtype[i].name) == 0)
            return stored_dtype[i].size;
    return 0;
}

size_t mf_dtype_size(MfDtype dtype)
{
    static const size_t size[] = {4, 8, 4, 1};
    return size[dtype];
}

size_t mf_place_count(const MfPlace *place)
{
    size_t n = 1;
    for (int i = 0; i < place->rank; i++)
        n *= (size_t)place->dim[i];
    return n;
}

/* ---- the header's JSON ---- */

static const char no_memory[] = "out of memory"; /* mf_resize has said it */

typedef struct MfJson {
    char *at, *end;
    const char *wrong; /* what was wrong first; NULL: nothing yet */
} MfJson;

static void json_wrong(MfJson *j, const char *what)
{
    if (j->wrong == NULL)
        j->wrong = what;
    j->at = j->end; /* every later question is answered with no */
}

static void json_space(MfJson *j)
{
    while (j->at < j->end && memchr(" \t\r\n", *j->at, 4) != NULL)
        j->at++;
}

static bool json_next(MfJson *j, char c)
{
    json_space(j);
    if (j->at >= j->end || *j->at != c)
        return false;
    j->at++;
    return true;
}

static void json_expect(MfJson *j, char c, const char *otherwise)
{
    if (!json_next(j, c))
        json_wrong(j, otherwise);
}

/* Four hexadecimal digits; 0 when they are not. */
static unsigned json_hex(MfJson *j)
{
    unsigned value = 0;
    for (int i = 0; i < 4; i++) {
        static const char digits[] = "0123456789abcdefABCDEF";
        const char *d = j->at < j->end ? memchr(digits, *j->at, 22) : NULL;
        if (d == NULL)
            return 0;
        unsigned v = (unsigned)(d - digits);
        value = value * 16 + (v < 16 ? v : v - 6);
        j->at++;
    }
    return value;
}

/* The code point of \uXXXX, or of a pair of them, as UTF-8; returns the end. */
static char *json_unicode(MfJson *j, char *out)
{
    unsigned c = json_hex(j);
    if (c >= 0xd800 && c < 0xdc00) {
        bool pair = j->end - j->at > 2 && j->at[0] == '\\' && j->at[1] == 'u';
        j->at += pair ? 2 : 0;
        unsigned low = pair ? json_hex(j) : 0;
        c = low >= 0xdc00 && low < 0xe000
                ? 0x10000 + ((c & 0x3ff) << 10 | (low & 0x3ff))
                : 0;
    }
    if (c == 0 || (c >= 0xd800 && c < 0xe000)) {
        json_wrong(j, "a bad \\u in a text");
    } else if (c < 0x80) {
        *out++ = (char)c;
    } else {
        int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3; /* bytes of six bits */
        *out++ = (char)((0xff00 >> (more + 1) & 0xff) | (int)(c >> 6 * more));
        while (more-- > 0)
            *out++ = (char)(0x80 | (c >> 6 * more & 0x3f));
    }
    return out;
}

/* A text, decoded in its own place: what it says is never longer than what says
 * it. Its closing quote becomes the NUL. */
static const char *json_text(MfJson *j)
{
    json_expect(j, '"', "a text was expected");
    const char *text = j->at;
    char *out = j->at;
    while (j->at < j->end && *j->at != '"') {
        char c = *j->at++;
        if ((unsigned char)c < 0x20) {
            json_wrong(j, "a control character in a text");
        } else if (c != '\\') {
            *out++ = c;
        } else if (j->at < j->end && *j->at == 'u') {
            j->at++;
            out = json_unicode(j, out);
        } else {
            static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
            const char *e = j->at < j->end ? memchr(from, *j->at, 8) : NULL;
            if (e == NULL) {
                json_wrong(j, "an unknown escape in a text");
                break;
            }
            *out++ = to[e - from];
            j->at++;
        }
    }
    if (j->at >= j->end) {
        json_wrong(j, "a text without an end");
        return "";
    }
    j->at++;
    *out = '\0';
    return text;
}

static uint64_t json_whole(MfJson *j)
{
    json_space(j);
    uint64_t value = 0;
    char *first = j->at;
    for (; j->at < j->end && *j->at >= '0' && *j->at <= '9'; j->at++) {
        if (value > (UINT64_C(1) << 53))
            break;
        value = value * 10 + (uint64_t)(*j->at - '0');
    }
    if (j->at == first || value > (UINT64_C(1) << 53) || (*first == '0' && value > 0))
        json_wrong(j, "a whole number up to 2^53 was expected");
    return value;
}

/* [1,2,3]; returns how many, at most `limit`. */
static int json_list(MfJson *j, uint64_t *value, int limit)
{
    int n = 0;
    json_expect(j, '[', "a list of numbers was expected");
    if (json_next(j, ']'))
        return 0;
    do {
        uint64_t v = json_whole(j);
        if (n < limit)
            value[n++] = v;
        else
            json_wrong(j, "a list is too long");
    } while (json_next(j, ','));
    json_expect(j, ']', "a list without an end");
    return n;
}

/* Room for one more in an array whose capacity is the next power of 2; NULL when
 * there is none, or when the header is known to be wrong. */
static void *json_room(MfJson *j, void *array, int n, size_t size)
{
    if (j->wrong != NULL)
        return NULL;
    if ((n & (n - 1)) != 0)
        return array;
    void *larger = mf_resize(array, n == 0 ? 1 : 2 * (size_t)n, size);
    if (larger == NULL)
        json_wrong(j, no_memory);
    return larger;
}

static void json_metadata(MfJson *j, MfTensorFile *f)
{
    if (f->n_pairs > 0)
        json_wrong(j, "__metadata__ stands there twice");
    json_expect(j, '{', "__metadata__ is not an object");
    if (json_next(j, '}'))
        return;
    do {
        const char *key = json_text(j);
        json_expect(j, ':', "a colon was expected");
        const char *value = json_text(j);
        MfPair *pair = json_room(j, f->pair, f->n_pairs, sizeof *pair);
        if (pair == NULL)
            return;
        f->pair = pair;
        f->pair[f->n_pairs++] = (MfPair){key, value};
    } while (json_next(j, ','));
    json_expect(j, '}', "__metadata__ without an end");
}

static MfStored json_tensor(MfJson *j, const char *name)
{
    MfStored t = {.name = name};
    uint64_t offset[2];
    unsigned seen = 0;
    json_expect(j, '{', "a tensor is not an object");
    do {
        const char *key = json_text(j);
        json_expect(j, ':', "a colon was expected");
        if (strcmp(key, "dtype") == 0 && !(seen & 1)) {
            t.dtype = json_text(j);
            seen |= 1;
        } else if (strcmp(key, "shape") == 0 && !(seen & 2)) {
            t.rank = json_list(j, t.dim, MF_MAX_RANK);
            seen |= 2;
        } else if (strcmp(key, "data_offsets") == 0 && !(seen & 4)) {
            if (json_list(j, offset, 2) != 2)
                json_wrong(j, "data_offsets is not a pair");
            seen |= 4;
        } else {
            json_wrong(j, "an unknown key of a tensor");
        }
    } while (json_next(j, ','));
    json_expect(j, '}', "a tensor without an end");
    if (seen != 7)
        json_wrong(j, "a tensor without dtype, shape or data_offsets");
    if (j->wrong == NULL) {
        t.begin = offset[0];
        t.end = offset[1];
    }
    return t;
}

static void json_header(MfJson *j, MfTensorFile *f)
{
    json_expect(j, '{', "the header is not an object");
    if (!json_next(j, '}')) {
        do {
            const char *name = json_text(j);
            json_expect(j, ':', "a colon was expected");
            if (j->wrong == NULL && strcmp(name, "__metadata__") == 0) {
                json_metadata(j, f);
                continue;
            }
            MfStored t = json_tensor(j, name);
            MfStored *tensor = json_room(j, f->tensor, f->n_tensors, sizeof *tensor);
            if (tensor == NULL)
                return;
            f->tensor = tensor;
            f->tensor[f->n_tensors++] = t;
        } while (json_next(j, ','));
        json_expect(j, '}', "the header has no end");
    }
    json_space(j); /* writers pad with spaces */
    if (j->at != j->end)
        json_wrong(j, "something follows the header's end");
}

/* ---- checks ---- */

static int stored_by_begin(const void *a, const void *b)
{
    const MfStored *s = a, *t = b;
    if (s->begin != t->begin)
        return s->begin < t->begin ? -1 : 1;
    return s->end < t->end ? -1 : s->end > t->end;
}

static int stored_by_name(const void *a, const void *b)
{
    return strcmp(((const MfStored *)a)->name, ((const MfStored *)b)->name);
}

static bool name_is_printable(const char *name)
{
    for (; *name != '\0'; name++)
        if ((unsigned char)*name < 0x20 || *name == 0x7f)
            return false;
    return true;
}

/* The bytes that shape and dtype ask for; UINT64_MAX when that overflows. */
static uint64_t stored_bytes(const MfStored *t)
{
    uint64_t n = stored_size(t->dtype);
    for (int i = 0; i < t->rank; i++) {
        if (t->dim[i] != 0 && n > (UINT64_C(1) << 60) / t->dim[i])
            return UINT64_MAX;
        n *= t->dim[i];
    }
    return n;
}

static int tensors_check(MfTensorFile *f)
{
    size_t n = (size_t)f->n_tensors;
    uint64_t end = 0;
    for (size_t i = 0; i < n; i++) {
        const MfStored *t = &f->tensor[i];
        if (!name_is_printable(t->name))
            return mf_fail(3, "%s: a control character in a tensor's name", f->path);
        if (stored_size(t->dtype) == 0)
            return mf_fail(3, "%s: %s has the unknown dtype %s", f->path, t->name,
                           name_is_printable(t->dtype) ? t->dtype : "?");
        if (t->end < t->begin || t->end > f->n_bytes)
            return mf_fail(3,
                           "%s: %s claims bytes %" PRIu64 " to %" PRIu64 " of %" PRIu64
                           ": is the file truncated?",
                           f->path, t->name, t->begin, t->end, f->n_bytes);
        if (t->end - t->begin != stored_bytes(t))
            return mf_fail(3, "%s: the bytes of %s do not fit its shape", f->path,
                           t->name);
    }
    if (n > 0)
        qsort(f->tensor, n, sizeof *f->tensor, stored_by_begin);
    for (size_t i = 0; i < n; i++) {
        if (f->tensor[i].begin != end)
            return mf_fail(3, "%s: %s overlaps its neighbour or leaves a gap", f->path,
                           f->tensor[i].name);
        end = f->tensor[i].end;
    }
    if (end != f->n_bytes)
        return mf_fail(3, "%s: %" PRIu64 " bytes belong to no tensor", f->path,
                       f->n_bytes - end);
    if (n > 0)
        qsort(f->tensor, n, sizeof *f->tensor, stored_by_name);
    for (size_t i = 1; i < n; i++)
        if (strcmp(f->tensor[i - 1].name, f->tensor[i].name) == 0)
            return mf_fail(3, "%s: there are two tensors %s", f->path,
                           f->tensor[i].name);
    return 0;
}

/* ---- opening ---- */

static int header_read(MfTensorFile *f)
{
    struct stat s;
    unsigned char prefix[8];
    if (fstat(fileno(f->file), &s) != 0 || !S_ISREG(s.st_mode))
        return mf_fail(3, "%s: not a regular file", f->path);
    uint64_t size = (uint64_t)s.st_size, n = 0;
    if (size < 8 || fread(prefix, 1, 8, f->file) != 8)
        return mf_fail(3, "%s: too short to be a safetensors file", f->path);
    for (int i = 8; i-- > 0;)
        n = n << 8 | prefix[i];
    if (n < 2 || n > MF_HEADER_LIMIT || n > size - 8)
        return mf_fail(3,
                       "%s: its header claims %" PRIu64 " bytes of %" PRIu64
                       ": truncated, or not a safetensors file",
                       f->path, n, size);
    f->start = 8 + n;
    f->n_bytes = size - 8 - n;
    f->header = mf_alloc((size_t)n, 1);
    if (f->header == NULL)
        return 3;
    if (fread(f->header, 1, (size_t)n, f->file) != n)
        return mf_fail(3, "%s: cannot read: %s", f->path, strerror(errno));
    MfJson j = {.at = f->header, .end = f->header + n};
    json_header(&j, f);
    if (j.wrong == no_memory)
        return 3;
    if (j.wrong != NULL)
        return mf_fail(3, "%s: a broken safetensors header: %s", f->path, j.wrong);
    return 0;
}

int mf_tensors_open(MfTensorFile *f, const char *path)
{
    *f = (MfTensorFile){.path = path};
    f->file = fopen(path, "rb");
    if (f->file == NULL)
        return mf_fail(3, "%s: %s", path, strerror(errno));
    int code = header_read(f);
    return code != 0 ? code : tensors_check(f);
}

void mf_tensors_close(MfTensorFile *f)
{
    if (f->file != NULL)
        fclose(f->file);
    free(f->header);
    free(f->tensor);
    free(f->pair);
    *f = (MfTensorFile){0};
}

const MfStored *mf_tensors_find(const MfTensorFile *f, const char *name)
{
    MfStored key = {.name = name};
    if (f->n_tensors == 0)
        return NULL;
    return bsearch(&key, f->tensor, (size_t)f->n_tensors, sizeof key, stored_by_name);
}

const char *mf_tensors_text(const MfTensorFile *f, const char *key)
{
    for (int i = 0; i < f->n_pairs; i++)
        if (strcmp(f->pair[i].key, key) == 0)
            return f->pair[i].value;
    return NULL;
}

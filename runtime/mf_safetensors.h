/*
 * mf_safetensors.h - the safetensors format: named tensors and pairs of text.
 *
 *     8 bytes      n, the length of the header, little-endian
 *     n bytes      {"__metadata__":{"key":"value"},
 *                   "W1":{"dtype":"F32","shape":[13,10],"data_offsets":[0,520]}, ...}
 *     the rest     the tensors, one after another without a gap
 *
 * A file is believed only after every field of its header was checked against
 * the size of the file; nothing is read from it before.
 */
#ifndef MF_SAFETENSORS_H
#define MF_SAFETENSORS_H

#include <stdio.h>

#include "mfrt.h"

/* A line of metadata. */
typedef struct MfPair {
    const char *key, *value;
} MfPair;

/* A tensor of an opened file: bytes begin to end, counted from the first one. */
typedef struct MfStored {
    const char *name, *dtype; /* F32, F64, I32, BOOL, BF16 ... */
    int rank;
    uint64_t dim[MF_MAX_RANK];
    uint64_t begin, end;
} MfStored;

typedef struct MfTensorFile {
    FILE *file;
    const char *path;
    char *header;            /* all names and texts point into it */
    uint64_t start, n_bytes; /* of the tensors */
    int n_tensors, n_pairs;
    MfStored *tensor; /* by rising name */
    MfPair *pair;
} MfTensorFile;

/* Opens and checks a file; 0, or 3 after a message. Close it in either case. */
int mf_tensors_open(MfTensorFile *f, const char *path);
void mf_tensors_close(MfTensorFile *f);

const MfStored *mf_tensors_find(const MfTensorFile *f, const char *name);
/* The value of a key of the metadata; NULL when there is none. */
const char *mf_tensors_text(const MfTensorFile *f, const char *key);

/* A tensor to be written, or the place where one is to be read to. */
typedef struct MfPlace {
    const char *name;
    MfDtype dtype;
    int rank;
    const int *dim;
    void *data;
} MfPlace;

size_t mf_dtype_size(MfDtype dtype);
size_t mf_place_count(const MfPlace *place); /* elements */

/* Whether the file has this tensor in this shape and in a dtype that converts
 * (F32 and F64 do to each other). */
bool mf_tensors_fit(const MfTensorFile *f, const MfPlace *place);
/* The same; 0, or 3 after a message naming both. */
int mf_tensors_match(const MfTensorFile *f, const MfPlace *place);
/* What the file has under this name: "F32[16,64]", or "". */
void mf_tensors_other(const MfTensorFile *f, const char *name, char text[200]);
/* Reads a tensor that matches; 0, or 3 after a message. */
int mf_tensors_read(const MfTensorFile *f, const MfPlace *place);

/* Writes a whole file, in one piece or not at all; 0, or 3 after a message. */
int mf_tensors_write(const char *path, const MfPlace *place, int n_places,
                     const MfPair *pair, int n_pairs);

#endif

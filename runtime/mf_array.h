/*
 * mf_array.h - rows of numbers as a file stores them, the readers that make them
 * and the one function that turns them into rows of an input. Internal to the
 * data side; the trainer uses mf_data.h.
 *
 * A reader believes nothing: it checks every field of a header against the size
 * of the file before it touches what the header speaks of, and the end after it.
 */
#ifndef MF_ARRAY_H
#define MF_ARRAY_H

#include <stdint.h>

#include "mf_data.h"
#include "mf_file.h"
#include "mfrt.h"

typedef enum MfItem {
    MF_U1,
    MF_I1,
    MF_B1,
    MF_U2,
    MF_I2,
    MF_U4,
    MF_I4,
    MF_U8,
    MF_I8,
    MF_F2,
    MF_F4,
    MF_F8,
    MF_ITEMS
} MfItem;

size_t mf_item_size(MfItem item);
const char *mf_item_name(MfItem item); /* as NumPy writes it: u1, f4 ... */

typedef struct MfArray {
    const char *path; /* for messages; the caller's */
    MfItem item;
    int rank; /* as stored: dim[0] is the rows */
    size_t dim[MF_MAX_RANK];
    size_t rows, row;        /* numbers in a row */
    const unsigned char *at; /* in the machine's order of bytes */
    unsigned char *block;    /* what to free; NULL: not ours */
    bool untyped; /* csv, inline: f8 for want of a type; any dtype may hold them */
    bool gaps;    /* csv: a NaN stands for a value that is missing */
    bool alike;   /* pixels: one scaling for all numbers of a row */
    size_t line;  /* csv: of the first row, where a row is a line */
} MfArray;

void mf_array_free(MfArray *a);
/* Sets rank, rows and row from dims; false when a product does not fit. */
bool mf_array_shape(MfArray *a, int rank, const size_t *dim);

/* "[506,13]", for messages; returns s->text. */
typedef struct MfShapeNote {
    char text[24 * MF_MAX_RANK];
} MfShapeNote;
const char *mf_array_shape_text(MfShapeNote *s, const MfArray *a);
const char *mf_port_shape_text(MfShapeNote *s, const MfPort *port);

/* (v * mul - sub[j]) / div[j], j the place in the row; n: 1 or the row size. */
typedef struct MfMap {
    double mul;
    int n;
    const double *sub, *div; /* NULL: v itself */
} MfMap;

/* The port's numbers in a row (all axes but the first) and their bytes. */
size_t mf_port_row(const MfPort *port);
/* The limit of a number of a row. */
int mf_port_limit(const MfPort *port, size_t number);
size_t mf_dtype_bytes(MfDtype dtype);

/* Whether the port takes numbers of such a type; 0, or 3. */
int mf_array_takes(const MfArray *a, const MfPort *port);
/* Whether it takes rows of such numbers and this size; 0, or 3. */
int mf_array_check(const MfArray *a, const MfPort *port);
/* What an input with a limit takes, where v was found. */
enum { MF_INDEX_WANTED = 128 };
void mf_index_wanted(int limit, double v, size_t size, char text[size]);
/* Writes all rows in the port's dtype to `to`; 0, or 3 for a number that does
 * not fit the dtype or is no index below the port's limit. */
int mf_array_fill(const MfArray *a, const MfPort *port, const MfMap *map, void *to);
/* Whether filling would only copy, so that the block itself may be the column. */
bool mf_array_is_column(const MfArray *a, const MfPort *port, const MfMap *map);
/* Loads `n` numbers from the given one on as doubles. */
void mf_array_load(const MfArray *a, size_t first, size_t n, double *to);

/* ---- readers: they take over file->at, also after an error ---- */

int mf_npy_parse(const char *path, MfBytes *file, MfArray *out);
int mf_idx_parse(const char *path, MfBytes *file, MfArray *out); /* or idx.gz */
/* Rows of `row` numbers, one after another. */
int mf_raw_parse(const char *path, MfBytes *file, MfItem item, size_t row,
                 MfArray *out);
bool mf_npy_magic(const MfBytes *file);
bool mf_idx_magic(const MfBytes *file); /* also true of .gz */

/* Expands a gzip file of one or more members into `to`. MF_GZIP_FULL: there is
 * more than `room`, and the first `room` bytes are right. */
typedef enum MfGzip { MF_GZIP_OK, MF_GZIP_FULL, MF_GZIP_BROKEN } MfGzip;
MfGzip mf_gzip_expand(const unsigned char *from, size_t n, unsigned char *to,
                      size_t room, size_t *size);

/* ---- text: tokens are places in an alphabet of bytes ---- */

/* The distinct bytes in rising order; returns how many. */
int mf_text_alphabet(const MfBytes *file, unsigned char byte[256]);
/* The text as i32 tokens, for free(); NULL after a message: a byte that is not in
 * the alphabet, or no memory. */
int32_t *mf_text_tokens(const char *path, const MfBytes *file, int n_bytes,
                        const unsigned char *byte);

/* ---- csv ---- */

typedef struct MfCsv {
    char *path; /* its own */
    MfBytes file;
    char separator;
    bool has_header;
    char **name; /* of the columns; NULL: no header */
    int width;
    size_t rows;
    size_t start; /* offset of the first row ... */
    size_t line;  /* ... and its line, counted from 1 */
    bool one_line_a_row;
    bool gaps; /* what is missing is NaN, where a port is floating; as in MfData */
} MfCsv;

/* Whether the first row is a header; below 0: what the rows say, or where they say
 * nothing, that it is, or is not. As in MfData. */
typedef enum MfCsvHeader {
    MF_HEADER_UNLIKELY = -2,
    MF_HEADER_LIKELY,
    MF_HEADER_NONE,
    MF_HEADER_IS
} MfCsvHeader;
/* Takes over the file. 0 or 3. */
int mf_csv_open(MfCsv *csv, const char *path, MfBytes *file, MfCsvHeader header);
void mf_csv_close(MfCsv *csv);
/* Whether "crim:lstat" names columns, and not only their places. */
bool mf_csv_names_columns(const char *columns);
/* The columns that "1:13", "medv", "crim,zn,4:6" name, from 0, for free(). A
 * number from 1, from the end with -1; a range may lack its end. 0 or 3. */
int mf_csv_columns(const MfCsv *csv, const char *input, const char *columns, int *n,
                   int **position);
/* The column of this name; -1: none, -2: several. */
int mf_csv_find(const MfCsv *csv, const char *name);
/* That of the first of the names between commas; *names goes behind it, NULL at the
 * end. */
int mf_csv_next(const MfCsv *csv, const char **names);
/* What names in a column are: numbers only are read with NONE, the names of
 * `classes` with KNOWN; LEARN makes classes of them, for mf_classes_free. */
typedef enum MfNaming { MF_NAMES_NONE, MF_NAMES_KNOWN, MF_NAMES_LEARN } MfNaming;
/* These columns as an array of f8; whole numbers below the limit for i32 ports, and
 * there a column of names as numbers of classes[i], n of them. */
int mf_csv_read(const MfCsv *csv, const MfPort *port, int n, const int *position,
                MfNaming naming, MfClasses *classes, MfArray *out);
void mf_classes_free(int n, MfClasses *classes);
/* The same names again, n columns of them; NULL after a message. */
MfClasses *mf_classes_copy(int n, const MfClasses *from);
/* Reads a plain decimal number that takes all n bytes (behind which there is
 * another byte that belongs to no number). */
bool mf_number(const char *text, size_t n, double *out);
/* Reads 2024-02-29, 2024-02-29T12:00 or 2024-02-29 12:00:30 as days since the first one
 * of 1970, in UTC. */
bool mf_day(const char *text, size_t n, double *out);

#endif

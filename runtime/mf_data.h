/*
 * mf_data.h - the rows that a trainer works on. A file becomes an MfArray (rows
 * of numbers, as they were stored); an input's arrays become one MfColumn (rows
 * in the input's dtype, scaled); columns side by side become an MfDataset, whose
 * splits are ranges of rows and so views of the same memory.
 *
 *     boston.csv ──▶ MfArray 506x13 ──fit, scale──▶ MfColumn x ─┐
 *                └─▶ MfArray 506x1  ──────────────▶ MfColumn y ─┴▶ all | train | valid
 *
 * Functions return 0, or the exit code 2 (command line) or 3 (data) after one
 * message on stderr that names the file, the row or line, what was found and
 * what was expected. Rows are counted from 0 in messages, lines of text from 1.
 */
#ifndef MF_DATA_H
#define MF_DATA_H

#include "mf_file.h"
#include "mfrt.h"

/* ---- the assembled data ---- */

/* One input's rows in its dtype. Row i: row_bytes at bytes + i * stride; the
 * stride is smaller than a row where rows overlap (windows of a text). */
typedef struct MfColumn {
    const MfPort *port; /* the caller's; its first axis is the batch */
    size_t row_bytes, stride;
    long rows;
    const unsigned char *bytes;
} MfColumn;

/* Rows that belong together: column[i] is that of the port i asked for. */
typedef struct MfSet {
    const char *split; /* "": every row */
    long rows;
    int n;
    MfColumn *column;
} MfSet;

/* The names of a csv's column: class k is called name[k]. */
typedef struct MfClasses {
    int n; /* 0: the column has numbers */
    char **name;
} MfClasses;

/* What was learnt of an input from the training rows and holds for all others:
 * its scaling, (v - sub) / div, and where in a csv it stood. */
typedef struct MfFitted {
    char *input;
    int n_scaled;       /* numbers of a row, 1: all of them alike, 0: as they are */
    double *sub, *div;  /* n_scaled each */
    int n_columns;      /* 0: not from a csv */
    int *position;      /* from 0 */
    char **name;        /* NULL: the file had no header */
    MfClasses *classes; /* of each column */
    int width;          /* of the file */
} MfFitted;

/* {0} is a fit of nothing. */
typedef struct MfFit {
    int n;
    MfFitted *input;
    int n_bytes; /* the alphabet: token t is byte[t]; 0: no text */
    unsigned char byte[256];
} MfFit;

typedef struct MfDataset {
    int n_sets;
    MfSet *set; /* set[0] holds every row, the others are the splits */
    MfFit fit;
    int n_blocks; /* memory that the columns point into */
    void **block;
} MfDataset;

/* What the command line says about data. */
typedef struct MfDataArgs {
    const char *dir;         /* --data-dir; NULL: the current folder */
    int n_files;             /* --data NAME=FILE, as given. A relative FILE is */
    const char *const *file; /*   looked for below dir, then where we are */
    const MfFit *fit; /* of an earlier training (mf_fit_parse), applied instead of
                         fitting anew; NULL: fit on the training split */
} MfDataArgs;

/* Loads every row of every split for these ports (their names must differ).
 * After an error *out is empty. The ports must outlive the data. */
int mf_data_load(const MfModel *model, int n_ports, const MfPort *port,
                 const MfDataArgs *args, MfDataset *out);
/* The rows of a split. NULL or "": all. "train": all where the program has no
 * splits, else what no split claims if none has that name. NULL: no such split. */
const MfSet *mf_data_set(const MfDataset *data, const char *split);
void mf_data_free(MfDataset *data);

/* The rows of `predict --in`: one file, or NAME=FILE for each port. Columns of a
 * csv are found by their names in the training's file if both have headers, else
 * by their places if the width is the same, else all in order; targets may be
 * missing. Paths are used as given; args->file is not. */
int mf_data_load_inputs(const MfModel *model, int n_ports, const MfPort *port, int n_in,
                        const char *const *in, const MfDataArgs *args, MfDataset *out);

static inline const void *mf_row(const MfColumn *column, long i)
{
    return column->bytes + (size_t)i * column->stride;
}

/* The fit as one line without quotes, backslashes or control characters (for the
 * metadata of a parameter file), for free(); NULL after a message. "": nothing. */
char *mf_fit_text(const MfFit *fit);
/* And back; 0 or 3. */
int mf_fit_parse(const char *text, MfFit *out);
/* The entry of an input; NULL: there is none, or no fit. */
const MfFitted *mf_fit_find(const MfFit *fit, const char *input);
void mf_fit_free(MfFit *fit);

/* ---- single tensors and tables ---- */

/* Reads an NPY file of exactly the port's shape, in a dtype it accepts, into
 * `out`, which has room for the port; indices are checked against the limit. */
int mf_npy_read(const char *path, const MfPort *port, void *out);
/* Writes an NPY file, version 1. */
int mf_npy_write(const char *path, MfDtype dtype, int rank, const int *dim,
                 const void *data);

/* A csv of predictions: a header, then rows. Begin with the ports in the order
 * of the columns (an output of several numbers a row becomes name_0, name_1 …),
 * add rows of each port's values, end writes the file ("-": stdout). */
typedef struct MfTable {
    const MfPort *port;
    const MfFitted *const *classes; /* of each port, for names in place of numbers;
                                       NULL: none has them */
    int n_ports, code;
    char *text;
    size_t size, room;
} MfTable;

int mf_table_begin(MfTable *t, int n_ports, const MfPort *port);
int mf_table_rows(MfTable *t, long rows, const void *const *values);
int mf_table_end(MfTable *t, const char *path); /* frees */

#endif

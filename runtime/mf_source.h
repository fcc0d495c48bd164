/*
 * mf_source.h - finds and reads what feeds each input: the program's field for it
 * or a file of the command line. Internal to the data side.
 */
#ifndef MF_SOURCE_H
#define MF_SOURCE_H

#include "mf_array.h"

/* A piece of an input's rows; a program may give one for each split. */
typedef struct MfPart {
    MfArray array;
    const char *split; /* NULL: of all */
} MfPart;

typedef struct MfSource {
    const MfPort *port;
    const MfField *field; /* says the scaling; NULL: none */
    int n_parts;
    MfPart *part;
    int shift; /* of a text: 1 the window, 2 the window moved by one; 0: no text */
    const MfCsv *csv; /* the reader's; NULL: not from one */
    int n_columns, *position;
    MfClasses *classes; /* of each column */
} MfSource;

/* The files that one loading has opened. */
typedef struct MfReader {
    const MfModel *model;
    const MfDataArgs *args;
    int n_csv, n_paths;
    MfCsv **csv;
    char **path; /* arrays' messages point here */
    const char *text_path;
    MfBytes text; /* at NULL: no input is one */
    bool fixed;   /* nothing is learnt of these rows: they are not for training */
} MfReader;

typedef enum MfFormat {
    MF_FORMAT_CSV,
    MF_FORMAT_NPY,
    MF_FORMAT_IDX,
    MF_FORMAT_OTHER
} MfFormat;

/* By the name of the file, else by its first bytes. */
MfFormat mf_file_format(const char *path, const MfBytes *file);

/* The program's field for an input; NULL: none. */
const MfField *mf_field_find(const MfData *data, const char *input);

/* Reads what the program, or --data, says for source->port. 0, 2 or 3. */
int mf_source_read(MfReader *r, MfSource *source);
/* Reads this file for source->port instead. `path` as given. 0, 2 or 3. */
int mf_source_file(MfReader *r, MfSource *source, const char *path);
/* The same where the file is already there; takes it over. */
int mf_source_bytes(MfReader *r, MfSource *source, const char *path, MfBytes *file);
/* Takes columns of a csv for source->port; owns `position` also after an error. */
int mf_source_columns(MfReader *r, MfSource *source, const MfCsv *csv, int n,
                      int *position);
void mf_source_free(MfSource *source);

/* Whether every NAME=FILE of args names an input of the model; 0 or 2. */
int mf_args_check(const MfModel *model, int n_ports, const MfPort *port,
                  const MfDataArgs *args);
/* Reads the files of `predict --in` for n sources. */
int mf_inputs_read(MfReader *r, int n, MfSource *source, int n_in,
                   const char *const *in);

/* ---- what training rows teach ---- */

/* Adds an entry with the place of the source in its csv; NULL after a message. */
MfFitted *mf_fit_add(MfFit *fit, const MfSource *source);
/* Fits the scaling of source->field to these rows. */
int mf_fit_learn(MfFitted *f, const MfSource *source, size_t first, size_t rows);
int mf_fit_copy(MfFit *to, const MfFit *from); /* to is empty */

/* Opens a csv, or finds it among those opened; NULL after a message. With bytes
 * it takes these over instead of reading the file. */
const MfCsv *mf_reader_csv(MfReader *r, const char *path, MfBytes *file);
void mf_reader_free(MfReader *r);

#endif

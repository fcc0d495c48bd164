/*
 * mf_csv.h - a walk over the cells of a csv, for the files that read one: opening,
 * header and choice of columns in mf_csv.c, values in mf_csv_values.c.
 */
#ifndef MF_CSV_H
#define MF_CSV_H

#include "mf_array.h"

typedef struct MfCsvCell {
    const char *at;
    size_t n;
    bool quoted, last; /* in its row */
} MfCsvCell;

typedef struct MfCsvCursor {
    const MfCsv *csv;
    const char *at, *end;
    size_t line;
    size_t row_line; /* where the row of the last cell began */
} MfCsvCursor;

/* At the first row behind the header. */
MfCsvCursor mf_csv_begin(const MfCsv *csv);
/* The next cell of a text that has one; afterwards the cursor is behind the
 * separator or the end of the line. */
int mf_csv_cell(MfCsvCursor *c, MfCsvCell *cell);
/* Whether it is what tables write for a value that is not there: empty, NA, ? ... */
bool mf_csv_missing(const MfCsvCell *cell);
/* What it says, without quotes, for free(); NULL after a message. */
char *mf_csv_text(const MfCsvCell *cell);

#endif

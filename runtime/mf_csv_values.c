/*
 * mf_csv_values.c - the cells of a csv's columns as numbers. A column of names that
 * feeds an i32 input is one of classes: class k is the k-th of its different names, in
 * rising order of their bytes, over the whole file; or what an earlier training made
 * of them. A column is one of names if its first value is no number. A cell that is
 * missing, or that is not what its column is, is an error with line and column; where
 * values may be missing it is NaN, and an empty name among names.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "mf_csv.h"

/* ---- the names of a column ---- */

void mf_classes_free(int n, MfClasses *classes)
{
    for (int i = 0; i < n && classes != NULL; i++) {
        for (int k = 0; k < classes[i].n; k++)
            free(classes[i].name[k]);
        free(classes[i].name);
    }
    free(classes);
}

MfClasses *mf_classes_copy(int n, const MfClasses *from)
{
    MfClasses *to = mf_alloc((size_t)n, sizeof *to);
    for (int i = 0; i < n && to != NULL; i++) {
        to[i].name = mf_alloc((size_t)from[i].n, sizeof *to[i].name);
        bool copied = to[i].name != NULL;
        for (; copied && to[i].n < from[i].n; to[i].n += copied) {
            to[i].name[to[i].n] = mf_path_join(NULL, from[i].name[to[i].n]);
            copied = to[i].name[to[i].n] != NULL;
        }
        if (!copied) {
            mf_classes_free(n, to);
            return NULL;
        }
    }
    return to;
}

/* The cell of the cursor's row in a column; the cursor goes to the next row. */
static int values_skip(MfCsvCursor *c, int column, MfCsvCell *found)
{
    MfCsvCell cell;
    *found = (MfCsvCell){0};
    c->row_line = c->line;
    for (int i = 0; i < c->csv->width; i++) {
        int code = mf_csv_cell(c, &cell);
        if (code != 0)
            return code;
        if (i == column)
            *found = cell;
    }
    return 0;
}

static bool values_are_names(const MfCsv *csv, int column)
{
    MfCsvCursor c = mf_csv_begin(csv);
    MfCsvCell cell;
    double v;
    for (size_t r = 0; r < csv->rows; r++) {
        if (values_skip(&c, column, &cell) != 0)
            return false;
        if (!mf_csv_missing(&cell))
            return !mf_number(cell.at, cell.n, &v);
    }
    return false;
}

static int names_compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Adds the names of all rows; numbers are none, nor is an empty cell unless values may
 * be missing, and are told of when they are read. */
static int names_collect(const MfCsv *csv, int column, MfClasses *to)
{
    MfCsvCursor c = mf_csv_begin(csv);
    MfCsvCell cell;
    double v;
    to->name = mf_alloc(csv->rows, sizeof *to->name);
    if (to->name == NULL)
        return 3;
    for (size_t r = 0; r < csv->rows; r++) {
        int code = values_skip(&c, column, &cell);
        if (code != 0)
            return code;
        bool empty = cell.n == 0 && !csv->gaps;
        if (empty || mf_number(cell.at, cell.n, &v))
            continue;
        char *name = to->n == INT32_MAX ? NULL : mf_csv_text(&cell);
        if (name == NULL)
            return 3;
        to->name[to->n++] = name;
    }
    return 0;
}

static int names_learn(const MfCsv *csv, int column, MfClasses *to)
{
    int code = names_collect(csv, column, to), n = 0;
    if (code != 0)
        return code;
    qsort(to->name, (size_t)to->n, sizeof *to->name, names_compare);
    for (int i = 0; i < to->n; i++)
        if (n > 0 && strcmp(to->name[n - 1], to->name[i]) == 0)
            free(to->name[i]);
        else
            to->name[n++] = to->name[i];
    to->n = n;
    return 0;
}

/* ---- reading names ---- */

/* The classes of a column, sorted to be found. */
typedef struct ValuesClass {
    const char *name;
    int number;
} ValuesClass;

typedef struct ValuesColumn {
    int n; /* 0: of numbers */
    ValuesClass *class_;
    const MfClasses *classes;
} ValuesColumn;

static int class_compare(const void *a, const void *b)
{
    return strcmp(((const ValuesClass *)a)->name, ((const ValuesClass *)b)->name);
}

static int column_sort(ValuesColumn *column, const MfClasses *classes)
{
    if (classes == NULL || classes->n == 0)
        return 0;
    column->class_ = mf_alloc((size_t)classes->n, sizeof *column->class_);
    if (column->class_ == NULL)
        return 3;
    column->classes = classes;
    for (; column->n < classes->n; column->n++)
        column->class_[column->n] = (ValuesClass){classes->name[column->n], column->n};
    qsort(column->class_, (size_t)column->n, sizeof *column->class_, class_compare);
    return 0;
}

/* "'high', 'low', 'mid'", or the first of many; for messages. */
typedef struct ValuesNote {
    char text[160];
} ValuesNote;

static const char *classes_note(ValuesNote *note, const MfClasses *classes)
{
    size_t at = 0, room = sizeof note->text;
    note->text[0] = '\0';
    for (int i = 0; i < classes->n; i++) {
        MfQuote quote;
        const char *name = mf_quote(&quote, classes->name[i], strlen(classes->name[i]));
        if (i > 0 && at + strlen(name) + 40 > room) {
            snprintf(note->text + at, room - at, " and %d more", classes->n - i);
            break;
        }
        int n = snprintf(note->text + at, room - at, "%s%s", i > 0 ? ", " : "", name);
        at += (size_t)n < room - at ? (size_t)n : room - at - 1;
    }
    return note->text;
}

/* ---- cells ---- */

/* "column 3 'age'", for messages. */
typedef struct ValuesPlace {
    char text[160];
} ValuesPlace;

static const char *column_note(ValuesPlace *place, const MfCsv *csv, int column)
{
    MfQuote name;
    const char *title = csv->name != NULL ? csv->name[column] : "";
    snprintf(place->text, sizeof place->text, "column %d%s%s", column + 1,
             csv->name != NULL ? " " : "",
             csv->name != NULL ? mf_quote(&name, title, strlen(title)) : "");
    return place->text;
}

static int bad_cell(const MfCsvCursor *c, const MfPort *port, int column,
                    const MfCsvCell *cell, const char *expected)
{
    ValuesPlace place;
    MfQuote quote;
    return mf_fail(3, "%s:%zu: input %s: %s: %s, expected %s%s", c->csv->path,
                   c->row_line, port->name, column_note(&place, c->csv, column),
                   cell->n == 0 ? "is empty" : mf_quote(&quote, cell->at, cell->n),
                   expected,
                   mf_csv_missing(cell) ? ": fill it in, or leave the row out" : "");
}

static int cell_class(const MfCsvCursor *c, const MfPort *port, int column,
                      const MfCsvCell *cell, const ValuesColumn *of, double *out)
{
    char *name = mf_csv_text(cell), expected[240];
    if (name == NULL)
        return 3;
    ValuesClass key = {name, 0};
    const ValuesClass *found =
        bsearch(&key, of->class_, (size_t)of->n, sizeof *of->class_, class_compare);
    free(name);
    if (found != NULL) {
        *out = found->number;
        return 0;
    }
    ValuesNote note;
    snprintf(expected, sizeof expected, "one of the column's names, %s",
             classes_note(&note, of->classes));
    return bad_cell(c, port, column, cell, expected);
}

/* true and false of a bool input. */
static bool cell_truth(const char *text, size_t n, double *out)
{
    bool yes = n == 4 && strncasecmp(text, "true", n) == 0;
    bool no = n == 5 && strncasecmp(text, "false", n) == 0;
    *out = yes ? 1 : 0;
    return yes || no;
}

static const char *number_expected(const MfPort *port, const MfCsvCell *cell)
{
    if (memchr(cell->at, ',', cell->n) != NULL)
        return "a number with a decimal point";
    if (port->dtype == MF_F32 || port->dtype == MF_F64)
        return mf_csv_missing(cell) ? "a number"
                                    : "a number (names can be classes of an i32 input)";
    if (port->dtype == MF_BOOL)
        return "0, 1, true or false";
    return mf_csv_missing(cell) ? "a number"
                                : "a number (no names of this column are known)";
}

static int cell_value(const MfCsvCursor *c, const MfPort *port, int limit, int column,
                      const MfCsvCell *cell, double *out)
{
    char index[MF_INDEX_WANTED];
    const char *digits = cell->at;
    size_t n = cell->n;
    for (; n > 0 && *digits == ' '; n--) /* in quotes, blanks are kept */
        digits++;
    while (n > 0 && digits[n - 1] == ' ')
        n--;
    if (port->dtype == MF_BOOL && cell_truth(digits, n, out))
        return 0;
    bool floating = port->dtype == MF_F32 || port->dtype == MF_F64;
    if (c->csv->gaps && floating && mf_csv_missing(cell)) {
        *out = NAN;
        return 0;
    }
    if (floating && mf_day(digits, n, out))
        return 0;
    if (!mf_number(digits, n, out))
        return bad_cell(c, port, column, cell, number_expected(port, cell));
    if (isinf(*out))
        return bad_cell(c, port, column, cell, "a number within range");
    if (port->dtype == MF_BOOL && *out != 0 && *out != 1)
        return bad_cell(c, port, column, cell, "0, 1, true or false");
    if (port->dtype != MF_I32)
        return 0;
    if (*out != floor(*out) || *out < INT32_MIN || *out > INT32_MAX)
        return bad_cell(c, port, column, cell, "a whole number of 32 bits");
    if (limit > 0 && (*out < 0 || *out >= limit)) {
        mf_index_wanted(limit, *out, sizeof index, index);
        return bad_cell(c, port, column, cell, index);
    }
    return 0;
}

/* ---- columns ---- */

/* For each column of the file the first place in a row that takes it, for each
 * place the next one that takes the same column: -1 ends both. And the names. */
typedef struct ValuesWanted {
    int *first, *next;
    ValuesColumn *column; /* of each place */
} ValuesWanted;

static void wanted_free(ValuesWanted *w, int n)
{
    for (int i = 0; i < n && w->column != NULL; i++)
        free(w->column[i].class_);
    free(w->column);
    free(w->first);
    free(w->next);
}

static int wanted_begin(ValuesWanted *w, const MfCsv *csv, int n, const int *position)
{
    w->first = mf_alloc((size_t)csv->width, sizeof *w->first);
    w->next = mf_alloc((size_t)n, sizeof *w->next);
    w->column = mf_alloc((size_t)n, sizeof *w->column);
    if (w->first == NULL || w->next == NULL || w->column == NULL)
        return 3;
    for (int i = 0; i < csv->width; i++)
        w->first[i] = -1;
    for (int i = n; i-- > 0;) {
        w->next[i] = w->first[position[i]];
        w->first[position[i]] = i;
    }
    return 0;
}

/* Learns the names of a column that has some, and sorts those that are known. */
static int wanted_names(ValuesWanted *w, int i, const MfCsv *csv, const MfPort *port,
                        int column, MfNaming naming, MfClasses *classes)
{
    ValuesPlace place;
    ValuesNote note;
    if (naming == MF_NAMES_NONE || port->dtype != MF_I32)
        return 0;
    if (naming == MF_NAMES_LEARN && classes->n == 0 && values_are_names(csv, column)) {
        int code = names_learn(csv, column, classes);
        if (code != 0)
            return code;
    }
    int limit = mf_port_limit(port, (size_t)i);
    if (limit > 0 && classes->n > limit)
        return mf_fail(3,
                       "%s: input %s: %s: %d different names, %s, but the model "
                       "takes %d",
                       csv->path, port->name, column_note(&place, csv, column),
                       classes->n, classes_note(&note, classes), limit);
    return column_sort(&w->column[i], classes);
}

static int values_read(const MfCsv *csv, const MfPort *port, const ValuesWanted *wanted,
                       size_t n, double *out)
{
    MfCsvCursor c = mf_csv_begin(csv);
    MfCsvCell cell;
    for (size_t row = 0; row < csv->rows; row++, out += n) {
        c.row_line = c.line;
        for (int column = 0; column < csv->width; column++) {
            int code = mf_csv_cell(&c, &cell), first = wanted->first[column];
            for (int i = first; i >= 0 && code == 0; i = wanted->next[i])
                code = wanted->column[i].n > 0
                           ? cell_class(&c, port, column, &cell, &wanted->column[i],
                                        &out[i])
                           : cell_value(&c, port, mf_port_limit(port, (size_t)i),
                                        column, &cell, &out[i]);
            if (code != 0)
                return code;
        }
    }
    return 0;
}

int mf_csv_read(const MfCsv *csv, const MfPort *port, int n, const int *position,
                MfNaming naming, MfClasses *classes, MfArray *out)
{
    size_t dim[2] = {csv->rows, (size_t)n};
    *out = (MfArray){.path = csv->path,
                     .item = MF_F8,
                     .untyped = true,
                     .gaps = csv->gaps,
                     .line = csv->one_line_a_row ? csv->line : 0};
    if (!mf_array_shape(out, 2, dim))
        return mf_fail(3, "%s: too large", csv->path);
    ValuesWanted wanted = {0};
    double *values = mf_alloc(out->rows * out->row, sizeof *values);
    int code = values == NULL ? 3 : wanted_begin(&wanted, csv, n, position);
    for (int i = 0; i < n && code == 0; i++)
        code = wanted_names(&wanted, i, csv, port, position[i], naming,
                            classes == NULL ? NULL : &classes[i]);
    if (code == 0)
        code = values_read(csv, port, &wanted, out->row, values);
    wanted_free(&wanted, n);
    out->block = (unsigned char *)values;
    out->at = out->block;
    if (code != 0)
        mf_array_free(out);
    return code;
}

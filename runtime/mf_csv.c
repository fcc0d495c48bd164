/*
 * mf_csv.c - tables of text (RFC 4180): cells between commas (or semicolons or
 * tabs, if the first line has no comma), quotes, LF or CRLF, a byte-order mark,
 * blank lines at the end. Opening walks the file once and checks that every row
 * has the same number of cells; reading walks it again for the columns asked for.
 * A value that is missing or no number is an error with line and column.
 */
#include <math.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "mf_array.h"

/* ---- cells ---- */

typedef struct CsvCell {
    const char *at;
    size_t n;
    bool quoted, last; /* in its row */
} CsvCell;

typedef struct CsvCursor {
    const MfCsv *csv;
    const char *at, *end;
    size_t line;
    size_t row_line; /* where the row of the last cell began */
} CsvCursor;

static CsvCursor csv_cursor(const MfCsv *csv, size_t offset, size_t line)
{
    const char *text = (const char *)csv->file.at;
    return (CsvCursor){.csv = csv,
                       .at = text + offset,
                       .end = text + csv->file.size,
                       .line = line,
                       .row_line = line};
}

static bool csv_blank(char c, char separator)
{
    return (c == ' ' || c == '\t') && c != separator;
}

/* The inside of a quoted cell; at stands behind the opening quote. */
static int csv_quoted(CsvCursor *c, CsvCell *cell)
{
    size_t line = c->line;
    cell->at = c->at;
    cell->quoted = true;
    for (; c->at < c->end; c->at++) {
        if (*c->at == '\n')
            c->line++;
        if (*c->at != '"')
            continue;
        if (c->at + 1 < c->end && c->at[1] == '"') {
            c->at++;
            continue;
        }
        cell->n = (size_t)(c->at - cell->at);
        c->at++;
        return 0;
    }
    return mf_fail(3, "%s:%zu: a quote that is never closed", c->csv->path, line);
}

/* The next cell of a text that has one; afterwards the cursor is behind the
 * separator or the end of the line. */
static int csv_cell(CsvCursor *c, CsvCell *cell)
{
    char separator = c->csv->separator;
    *cell = (CsvCell){0};
    while (c->at < c->end && csv_blank(*c->at, separator))
        c->at++;
    if (c->at < c->end && *c->at == '"') {
        c->at++;
        int code = csv_quoted(c, cell);
        if (code != 0)
            return code;
        while (c->at < c->end && csv_blank(*c->at, separator))
            c->at++;
    } else {
        cell->at = c->at;
        while (c->at < c->end && *c->at != separator && *c->at != '\n' &&
               *c->at != '\r')
            c->at++;
        cell->n = (size_t)(c->at - cell->at);
        while (cell->n > 0 && csv_blank(cell->at[cell->n - 1], separator))
            cell->n--;
    }
    cell->last = true;
    if (c->at == c->end)
        return 0;
    if (*c->at == separator) {
        c->at++;
        cell->last = false;
    } else if (*c->at == '\n' || *c->at == '\r') {
        c->at += *c->at == '\r' && c->at + 1 < c->end && c->at[1] == '\n' ? 2 : 1;
        c->line++;
    } else {
        return mf_fail(3, "%s:%zu: text after a closing quote, expected %s",
                       c->csv->path, c->line, "a separator or the end of the line");
    }
    return 0;
}

/* The cells of the next row: 0 at the end of the text, -1 after a message. A last
 * empty cell behind a separator at the very end counts. */
static int csv_count_row(CsvCursor *c, bool *blank)
{
    CsvCell cell = {.last = false};
    int n = 0;
    *blank = false;
    if (c->at == c->end)
        return 0;
    for (c->row_line = c->line; !cell.last; n++) {
        if (n == INT_MAX - 1 || csv_cell(c, &cell) != 0)
            return -1;
        *blank = n == 0 && cell.last && cell.n == 0 && !cell.quoted;
    }
    return n;
}

/* ---- the header ---- */

/* What tables write for a value that is not there; such a cell does not make the
 * first row a header. */
static bool csv_missing(const CsvCell *cell)
{
    static const char *const words[] = {"",     "na",   "nan",  "n/a", "null",
                                        "none", "+nan", "-nan", "inf", "+inf",
                                        "-inf", "?",    "-"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cell->n == strlen(words[i]) &&
            strncasecmp(cell->at, words[i], cell->n) == 0)
            return true;
    return false;
}

static bool csv_looks_like_header(const MfCsv *csv)
{
    CsvCursor c = csv_cursor(csv, csv->start, csv->line);
    CsvCell cell = {.last = false};
    double v;
    while (!cell.last) {
        if (csv_cell(&c, &cell) != 0)
            return false;
        if (!csv_missing(&cell) && !mf_number(cell.at, cell.n, &v))
            return true;
    }
    return false;
}

static char *csv_title(const CsvCell *cell)
{
    char *name = mf_alloc(cell->n + 1, 1), *to = name;
    for (size_t i = 0; name != NULL && i < cell->n; i++) {
        *to++ = cell->at[i];
        if (cell->quoted && cell->at[i] == '"')
            i++; /* two quotes are one */
    }
    return name;
}

static int csv_take_header(MfCsv *csv)
{
    CsvCursor c = csv_cursor(csv, csv->start, csv->line);
    CsvCell cell;
    csv->name = mf_alloc((size_t)csv->width, sizeof *csv->name);
    if (csv->name == NULL)
        return 3;
    for (int i = 0; i < csv->width; i++) {
        if (csv_cell(&c, &cell) != 0)
            return 3;
        csv->name[i] = csv_title(&cell);
        if (csv->name[i] == NULL)
            return 3;
    }
    csv->start = (size_t)(c.at - (const char *)csv->file.at);
    csv->line = c.line;
    return 0;
}

/* ---- opening ---- */

static void csv_choose_separator(MfCsv *csv)
{
    const char *at = (const char *)csv->file.at + csv->start;
    size_t count[3] = {0};
    bool quoted = false;
    for (; *at != '\0' && (quoted || (*at != '\n' && *at != '\r')); at++) {
        quoted ^= *at == '"';
        if (!quoted && *at != '"')
            for (int i = 0; i < 3; i++)
                count[i] += *at == ",;\t"[i];
    }
    csv->separator = count[0] > 0   ? ','
                     : count[1] > 0 ? ';'
                     : count[2] > 0 ? '\t'
                                    : ',';
}

static int csv_check_rows(MfCsv *csv)
{
    CsvCursor c = csv_cursor(csv, csv->start, csv->line);
    size_t blank_line = 0;
    csv->one_line_a_row = true;
    for (;;) {
        bool blank;
        int n = csv_count_row(&c, &blank);
        if (n < 0)
            return 3;
        if (n == 0)
            break;
        if (blank) {
            blank_line = blank_line == 0 ? c.row_line : blank_line;
            continue;
        }
        if (blank_line != 0)
            return mf_fail(3, "%s:%zu: a blank line before a row", csv->path,
                           blank_line);
        if (csv->width == 0)
            csv->width = n;
        if (n != csv->width)
            return mf_fail(3, "%s:%zu: %d cells, expected %d as in the first row",
                           csv->path, c.row_line, n, csv->width);
        csv->rows++;
        csv->one_line_a_row &= c.line <= c.row_line + 1;
    }
    if (csv->rows == 0)
        return mf_fail(3, "%s: no rows", csv->path);
    return 0;
}

static int csv_start(MfCsv *csv, int header)
{
    const unsigned char *at = csv->file.at;
    size_t n = csv->file.size;
    if (n >= 2 &&
        ((at[0] == 0xff && at[1] == 0xfe) || (at[0] == 0xfe && at[1] == 0xff)))
        return mf_fail(3, "%s: UTF-16, expected UTF-8", csv->path);
    if (n >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0)
        csv->start = 3;
    csv->line = 1;
    csv_choose_separator(csv);
    int code = csv_check_rows(csv);
    if (code != 0)
        return code;
    csv->has_header = header < 0 ? csv_looks_like_header(csv) : header != 0;
    if (!csv->has_header)
        return 0;
    if (--csv->rows == 0)
        return mf_fail(3, "%s: a header but no rows", csv->path);
    return csv_take_header(csv);
}

int mf_csv_open(MfCsv *csv, const char *path, MfBytes *file, int header)
{
    *csv = (MfCsv){.file = *file};
    *file = (MfBytes){0};
    csv->path = mf_path_join(NULL, path);
    int code = csv->path == NULL ? 3 : csv_start(csv, header);
    if (code != 0)
        mf_csv_close(csv);
    return code;
}

void mf_csv_close(MfCsv *csv)
{
    for (int i = 0; i < csv->width && csv->name != NULL; i++)
        free(csv->name[i]);
    free(csv->name);
    free(csv->path);
    free(csv->file.at);
    *csv = (MfCsv){0};
}

/* ---- columns ---- */

int mf_csv_find(const MfCsv *csv, const char *name)
{
    int found = -1;
    for (int i = 0; i < csv->width && csv->name != NULL; i++)
        if (strcmp(csv->name[i], name) == 0)
            found = found == -1 ? i : -2;
    return found;
}

/* One end of a range: a place from 1, from the end with -, or a name; from 0, or
 * -1: neither. */
static int csv_place(const MfCsv *csv, const char *text, size_t n)
{
    char name[256];
    if (n == 0 || n >= sizeof name)
        return -1;
    memcpy(name, text, n);
    name[n] = '\0';
    char *end;
    long k = strtol(name, &end, 10);
    if (*end == '\0' && k >= 1 && k <= csv->width)
        return (int)k - 1;
    if (*end == '\0' && k <= -1 && k >= -csv->width)
        return csv->width + (int)k;
    return mf_csv_find(csv, name);
}

typedef struct CsvRange {
    int first, last;
} CsvRange;

/* "medv", "4", "4:6", "4:", ":6", "crim:lstat". */
static CsvRange csv_range(const MfCsv *csv, const char *text, size_t n)
{
    int whole = csv_place(csv, text, n);
    const char *colon = memchr(text, ':', n);
    if (whole >= 0 || colon == NULL)
        return (CsvRange){whole, whole};
    size_t left = (size_t)(colon - text), right = n - left - 1;
    return (CsvRange){left == 0 ? 0 : csv_place(csv, text, left),
                      right == 0 ? csv->width - 1 : csv_place(csv, colon + 1, right)};
}

static int csv_no_column(const MfCsv *csv, const char *input, const char *text,
                         size_t n)
{
    MfQuote quote;
    int seen = 0;
    for (int i = 0; i < csv->width && csv->name != NULL; i++)
        seen += strlen(csv->name[i]) == n && memcmp(csv->name[i], text, n) == 0;
    return mf_fail(3, "%s: input %s: there %s column %s: %s %d columns", csv->path,
                   input, seen > 1 ? "is more than one" : "is no",
                   mf_quote(&quote, text, n),
                   csv->name != NULL ? "the header names" : "without a header, it has",
                   csv->width);
}

static int csv_add_range(int *n, int **position, CsvRange range)
{
    size_t more = (size_t)(range.last - range.first) + 1;
    if (more > (size_t)(INT_MAX - *n))
        return mf_fail(3, "too many columns");
    int *moved = mf_resize(*position, (size_t)*n + more, sizeof *moved);
    if (moved == NULL)
        return 3;
    *position = moved;
    for (int i = range.first; i <= range.last; i++)
        moved[(*n)++] = i;
    return 0;
}

int mf_csv_columns(const MfCsv *csv, const char *input, const char *columns, int *n,
                   int **position)
{
    int code = 0, whole = columns == NULL ? -1 : mf_csv_find(csv, columns);
    *n = 0;
    *position = NULL;
    if (columns == NULL)
        return csv_add_range(n, position, (CsvRange){0, csv->width - 1});
    if (whole >= 0) /* a name may hold a comma or a colon */
        return csv_add_range(n, position, (CsvRange){whole, whole});
    for (const char *at = columns; code == 0;) {
        size_t length = strcspn(at, ","), left = length;
        const char *item = at;
        while (left > 0 && *item == ' ')
            item++, left--;
        while (left > 0 && item[left - 1] == ' ')
            left--;
        CsvRange range = csv_range(csv, item, left);
        if (range.first < 0 || range.last < range.first)
            code = csv_no_column(csv, input, item, left);
        else
            code = csv_add_range(n, position, range);
        if (at[length] == '\0')
            break;
        at += length + 1;
    }
    if (code != 0) {
        free(*position);
        *position = NULL;
    }
    return code;
}

/* ---- values ---- */

static int csv_bad_cell(const CsvCursor *c, const MfPort *port, int column,
                        const CsvCell *cell, const char *expected)
{
    const MfCsv *csv = c->csv;
    MfQuote quote, name;
    const char *title = csv->name != NULL ? csv->name[column] : "";
    return mf_fail(3, "%s:%zu: input %s: column %d%s%s: %s, expected %s", csv->path,
                   c->row_line, port->name, column + 1, csv->name != NULL ? " " : "",
                   csv->name != NULL ? mf_quote(&name, title, strlen(title)) : "",
                   cell->n == 0 ? "is empty" : mf_quote(&quote, cell->at, cell->n),
                   expected);
}

static int csv_value(const CsvCursor *c, const MfPort *port, int column,
                     const CsvCell *cell, double *out)
{
    char index[64];
    const char *digits = cell->at;
    size_t n = cell->n;
    for (; n > 0 && *digits == ' '; n--) /* in quotes, blanks are kept */
        digits++;
    while (n > 0 && digits[n - 1] == ' ')
        n--;
    if (!mf_number(digits, n, out))
        return csv_bad_cell(c, port, column, cell, "a number");
    if (isinf(*out))
        return csv_bad_cell(c, port, column, cell, "a number within range");
    if (port->dtype == MF_BOOL && *out != 0 && *out != 1)
        return csv_bad_cell(c, port, column, cell, "0 or 1");
    if (port->dtype != MF_I32)
        return 0;
    if (*out != floor(*out) || *out < INT32_MIN || *out > INT32_MAX)
        return csv_bad_cell(c, port, column, cell, "a whole number of 32 bits");
    if (port->limit > 0 && (*out < 0 || *out >= port->limit)) {
        snprintf(index, sizeof index, "a whole number from 0 to %d", port->limit - 1);
        return csv_bad_cell(c, port, column, cell, index);
    }
    return 0;
}

/* For each column of the file the first place in a row that takes it, for each
 * place the next one that takes the same column: -1 ends both. */
typedef struct CsvWanted {
    int *first, *next;
} CsvWanted;

static int csv_wanted(const MfCsv *csv, int n, const int *position, CsvWanted *w)
{
    w->first = mf_alloc((size_t)csv->width, sizeof *w->first);
    w->next = mf_alloc((size_t)n, sizeof *w->next);
    if (w->first == NULL || w->next == NULL)
        return 3;
    for (int i = 0; i < csv->width; i++)
        w->first[i] = -1;
    for (int i = n; i-- > 0;) {
        w->next[i] = w->first[position[i]];
        w->first[position[i]] = i;
    }
    return 0;
}

static int csv_read_rows(const MfCsv *csv, const MfPort *port, const CsvWanted *wanted,
                         size_t n, double *out)
{
    CsvCursor c = csv_cursor(csv, csv->start, csv->line);
    CsvCell cell;
    for (size_t row = 0; row < csv->rows; row++, out += n) {
        c.row_line = c.line;
        for (int column = 0; column < csv->width; column++) {
            double v;
            int code = csv_cell(&c, &cell);
            if (code == 0 && wanted->first[column] >= 0)
                code = csv_value(&c, port, column, &cell, &v);
            if (code != 0)
                return code;
            for (int i = wanted->first[column]; i >= 0; i = wanted->next[i])
                out[i] = v;
        }
    }
    return 0;
}

int mf_csv_read(const MfCsv *csv, const MfPort *port, int n, const int *position,
                MfArray *out)
{
    size_t dim[2] = {csv->rows, (size_t)n};
    *out = (MfArray){.path = csv->path,
                     .item = MF_F8,
                     .untyped = true,
                     .line = csv->one_line_a_row ? csv->line : 0};
    if (!mf_array_shape(out, 2, dim))
        return mf_fail(3, "%s: too large", csv->path);
    CsvWanted wanted = {0};
    double *values = mf_alloc(out->rows * out->row, sizeof *values);
    int code = values == NULL ? 3 : csv_wanted(csv, n, position, &wanted);
    if (code == 0)
        code = csv_read_rows(csv, port, &wanted, out->row, values);
    free(wanted.first);
    free(wanted.next);
    out->block = (unsigned char *)values;
    out->at = out->block;
    if (code != 0)
        mf_array_free(out);
    return code;
}

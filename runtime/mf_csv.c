/*
 * mf_csv.c - tables of text (RFC 4180): cells between commas (or semicolons or
 * tabs, if the first line has no comma), quotes, LF or CRLF, a byte-order mark,
 * blank lines at the end. Opening walks the file once and checks that every row
 * has the same number of cells; mf_csv_values.c walks it again for the columns asked
 * for.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "mf_csv.h"
#include "mf_options.h"

/* ---- cells ---- */

MfCsvCursor mf_csv_begin(const MfCsv *csv)
{
    const char *text = (const char *)csv->file.at;
    return (MfCsvCursor){.csv = csv,
                         .at = text + csv->start,
                         .end = text + csv->file.size,
                         .line = csv->line,
                         .row_line = csv->line};
}

static bool csv_blank(char c, char separator)
{
    return (c == ' ' || c == '\t') && c != separator;
}

/* The inside of a quoted cell; at stands behind the opening quote. */
static int csv_quoted(MfCsvCursor *c, MfCsvCell *cell)
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

int mf_csv_cell(MfCsvCursor *c, MfCsvCell *cell)
{
    char separator = c->csv->separator;
    *cell = (MfCsvCell){0};
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
static int csv_count_row(MfCsvCursor *c, bool *blank)
{
    MfCsvCell cell = {.last = false};
    int n = 0;
    *blank = false;
    if (c->at == c->end)
        return 0;
    for (c->row_line = c->line; !cell.last; n++) {
        if (n == INT_MAX - 1 || mf_csv_cell(c, &cell) != 0)
            return -1;
        *blank = n == 0 && cell.last && cell.n == 0 && !cell.quoted;
    }
    return n;
}

/* ---- the header ---- */

bool mf_csv_missing(const MfCsvCell *cell)
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

static bool csv_is_name(const MfCsvCell *cell)
{
    double v;
    return !mf_csv_missing(cell) && !mf_number(cell->at, cell->n, &v);
}

static bool csv_is_day(const MfCsvCell *cell)
{
    double v;
    return mf_day(cell->at, cell->n, &v);
}

/* What a row says about the first one, where that has names: 1 it is a header, for
 * there is a number, or a date, below a name; -1 it is none, for a name is there again,
 * or a date below a date; 0 no more than before. */
static int csv_weigh_row(MfCsvCursor *c, const MfCsvCell *first)
{
    bool again = false, number = false;
    double v;
    for (int i = 0; i < c->csv->width; i++) {
        MfCsvCell cell;
        if (mf_csv_cell(c, &cell) != 0 || !csv_is_name(&first[i]))
            continue;
        bool day = csv_is_day(&cell), days = day && csv_is_day(&first[i]);
        number |= mf_number(cell.at, cell.n, &v) || (day && !days);
        again |=
            days || (cell.n == first[i].n && memcmp(cell.at, first[i].at, cell.n) == 0);
    }
    return number ? 1 : again ? -1 : 0;
}

/* Whether the first row is a header: it has a name, and the rows say so; unless they
 * say nothing, where it is `unless`. */
static int csv_find_header(MfCsv *csv, MfCsvHeader unless)
{
    MfCsvCursor c = mf_csv_begin(csv);
    MfCsvCell *first = mf_alloc((size_t)csv->width, sizeof *first);
    if (first == NULL)
        return 3;
    for (int i = 0; i < csv->width; i++) {
        if (mf_csv_cell(&c, &first[i]) != 0)
            break;
        csv->has_header |= csv_is_name(&first[i]);
    }
    int verdict = 0;
    for (size_t r = 1; csv->has_header && r < csv->rows && verdict == 0; r++)
        verdict = csv_weigh_row(&c, first);
    csv->has_header &= verdict > 0 || (verdict == 0 && unless == MF_HEADER_LIKELY);
    free(first);
    return 0;
}

char *mf_csv_text(const MfCsvCell *cell)
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
    MfCsvCursor c = mf_csv_begin(csv);
    MfCsvCell cell;
    csv->name = mf_alloc((size_t)csv->width, sizeof *csv->name);
    if (csv->name == NULL)
        return 3;
    for (int i = 0; i < csv->width; i++) {
        if (mf_csv_cell(&c, &cell) != 0)
            return 3;
        csv->name[i] = mf_csv_text(&cell);
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
    MfCsvCursor c = mf_csv_begin(csv);
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
            return mf_fail(3, "%s:%zu: %s, expected %d as in the first row", csv->path,
                           c.row_line, mf_count((size_t)n, "cell").text, csv->width);
        csv->rows++;
        csv->one_line_a_row &= c.line <= c.row_line + 1;
    }
    if (csv->rows == 0)
        return mf_fail(3, "%s: no rows", csv->path);
    return 0;
}

/* A table in gzip as its text. How long that is nothing says that can be believed, but
 * no byte becomes more than 1032. */
static int csv_expand(MfCsv *csv)
{
    const MfBytes packed = csv->file;
    if (packed.size < 2 || packed.at[0] != 0x1f || packed.at[1] != 0x8b)
        return 0;
    for (size_t room = 8 * packed.size;; room *= 4) {
        size_t size;
        unsigned char *to = room > SIZE_MAX / 8 ? NULL : mf_alloc(room + 1, 1);
        if (to == NULL)
            return 3;
        MfGzip state = mf_gzip_expand(packed.at, packed.size, to, room, &size);
        if (state == MF_GZIP_OK) {
            to[size] = '\0';
            free(packed.at);
            csv->file = (MfBytes){to, size};
            return 0;
        }
        free(to);
        if (state == MF_GZIP_BROKEN)
            return mf_fail(3, "%s: a broken gzip file: truncated?", csv->path);
    }
}

static int csv_start(MfCsv *csv, MfCsvHeader header)
{
    if (csv_expand(csv) != 0)
        return 3;
    const unsigned char *at = csv->file.at;
    size_t n = csv->file.size;
    if (n >= 2 &&
        ((at[0] == 0xff && at[1] == 0xfe) || (at[0] == 0xfe && at[1] == 0xff)))
        return mf_fail(3, "%s: UTF-16, expected UTF-8", csv->path);
    if (n >= 4 && memcmp(at, "PK\3\4", 4) == 0)
        return mf_fail(3,
                       "%s: a ZIP archive, as .xlsx and .npz are, expected text: save "
                       "a table as CSV, an array by numpy.save",
                       csv->path);
    if (n >= 4 && memcmp(at, "PAR1", 4) == 0)
        return mf_fail(3, "%s: Parquet, expected text: save it as CSV", csv->path);
    if (n >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0)
        csv->start = 3;
    csv->line = 1;
    csv_choose_separator(csv);
    int code = csv_check_rows(csv);
    if (code != 0)
        return code;
    csv->has_header = header == MF_HEADER_IS;
    code = header < 0 ? csv_find_header(csv, header) : 0;
    if (code != 0 || !csv->has_header)
        return code;
    if (--csv->rows == 0)
        return mf_fail(3, "%s: a header but no rows", csv->path);
    return csv_take_header(csv);
}

int mf_csv_open(MfCsv *csv, const char *path, MfBytes *file, MfCsvHeader header)
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

/* An item of a list of columns, without the blanks around it. In quotes, as a file has
 * them, it is a name whatever it holds: `name` is it without the quotes. */
typedef struct CsvItem {
    const char *text;
    size_t n;
    bool quoted;
    char name[256]; /* empty: too long for one */
} CsvItem;

/* Where the text in quotes at `at` ends, which goes to item->name; NULL: it has more
 * behind them, or no end, and means itself. */
static const char *csv_unquote(CsvItem *item, const char *at)
{
    size_t n = 0;
    for (at++; *at != '\0' && (at[0] != '"' || at[1] == '"'); n++) {
        item->name[n < 255 ? n : 255] = *at;
        at += *at == '"' ? 2 : 1;
    }
    item->name[n < 256 ? n : 0] = '\0';
    if (*at == '\0')
        return NULL;
    at += 1 + strspn(at + 1, " ");
    return *at == ',' || *at == '\0' ? at : NULL;
}

/* The first item of *at, which goes behind it; NULL at the end. */
static CsvItem csv_item(const char **at)
{
    CsvItem item = {.text = *at + strspn(*at, " ")};
    const char *end = item.text[0] == '"' ? csv_unquote(&item, item.text) : NULL;
    item.quoted = end != NULL;
    if (end == NULL)
        end = item.text + strcspn(item.text, ",");
    item.n = (size_t)(end - item.text);
    while (item.n > 0 && item.text[item.n - 1] == ' ')
        item.n--;
    if (!item.quoted)
        snprintf(item.name, sizeof item.name, "%.*s", item.n < 256 ? (int)item.n : 0,
                 item.text);
    *at = *end == ',' ? end + 1 : NULL;
    return item;
}

int mf_csv_next(const MfCsv *csv, const char **names)
{
    int whole = mf_csv_find(csv, *names);
    if (whole >= 0)
        *names = NULL;
    return whole >= 0 ? whole : mf_csv_find(csv, csv_item(names).name);
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
static CsvRange csv_range(const MfCsv *csv, const CsvItem *item)
{
    const char *text = item->text, *colon = memchr(text, ':', item->n);
    int whole =
        item->quoted ? mf_csv_find(csv, item->name) : csv_place(csv, text, item->n);
    if (whole >= 0 || item->quoted || colon == NULL)
        return (CsvRange){whole, whole};
    size_t left = (size_t)(colon - text), right = item->n - left - 1;
    return (CsvRange){left == 0 ? 0 : csv_place(csv, text, left),
                      right == 0 ? csv->width - 1 : csv_place(csv, colon + 1, right)};
}

/* What a file has instead of the column that was asked for. */
static MfNames csv_names(const MfCsv *csv)
{
    MfNames names = {0};
    for (int i = 0; i < csv->width && csv->name != NULL; i++)
        mf_names_add(&names, csv->name[i]);
    return names;
}

static int csv_no_column(const MfCsv *csv, const char *input, const CsvItem *item)
{
    MfQuote quote, other;
    const char *name = item->name, *hint = "", *near = NULL;
    int found = mf_csv_find(csv, name);
    mf_quote(&quote, item->quoted ? name : item->text,
             item->quoted ? strlen(name) : item->n);
    if (found == -2)
        return mf_fail(3, "%s: input %s: there is more than one column %s", csv->path,
                       input, quote.text);
    if (csv->width == 1)
        hint = " (cells end at commas, else semicolons or tabs)";
    else if (name[0] == '0' && strchr("0123456789:", name[1]) != NULL)
        hint = " (places of columns count from 1)";
    if (csv->name == NULL)
        return mf_fail(
            3, "%s: input %s: there is no column %s: without a header, it has %s%s",
            csv->path, input, quote.text, mf_count((size_t)csv->width, "column").text,
            hint);
    if (hint[0] == '\0')
        near = mf_nearest(name, (const char *const *)csv->name, csv->width,
                          sizeof *csv->name);
    return mf_fail(3, "%s: input %s: there is no column %s%s%s: the header has %s%s",
                   csv->path, input, quote.text,
                   near != NULL ? ", the nearest is " : "",
                   near != NULL ? mf_quote(&other, near, strlen(near)) : "",
                   csv_names(csv).text, hint);
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

bool mf_csv_names_columns(const char *columns)
{
    return columns[strspn(columns, "0123456789:,- ")] != '\0';
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
    for (const char *at = columns; at != NULL && code == 0;) {
        CsvItem item = csv_item(&at);
        CsvRange range = csv_range(csv, &item);
        if (range.first < 0 || range.last < range.first)
            code = csv_no_column(csv, input, &item);
        else
            code = csv_add_range(n, position, range);
    }
    if (code != 0) {
        free(*position);
        *position = NULL;
    }
    return code;
}

/*
 * plot_log.c - reads the logs that trainers write (docs/runtime.md, "The log"). Any
 * object of numbers a line will do, and any table with a header: the column or key
 * `step` is the place, `train` says whose values they are, the others are values.
 */
#include "plot_log.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LARGEST = 1 << 30 };

/* A value of a line. */
typedef struct Field {
    const char *name, *text; /* text: of a string, else NULL */
    double number;           /* NaN for null */
    bool is_number;
} Field;
typedef ARRAY(Field) Fields;

typedef struct Reader {
    Arena *arena;
    Log *log;
    const char *at; /* in the line */
    int line;
    Fields fields; /* of the line */
} Reader;

_Noreturn static void wrong(const Reader *r, const char *what)
{
    fail(
        EXIT_FILE,
        "%s:%d: %s: plot reads what a trainer writes with --log FILE.jsonl or FILE.csv",
        r->log->path, r->line, what);
}

/* ---- series ---- */

static Series *series_named(Reader *r, const char *train, const char *name)
{
    if (train)
        name = arena_format(r->arena, "%s.%s", train, name);
    for (int i = 0; i < r->log->series.n; i++)
        if (strcmp(r->log->series.at[i].name, name) == 0)
            return &r->log->series.at[i];
    Series new = {.name = intern(r->arena, name)};
    PUSH(r->arena, r->log->series, new);
    return &r->log->series.at[r->log->series.n - 1];
}

static const Field *field_named(const Fields *fields, const char *name)
{
    for (int i = 0; i < fields->n; i++)
        if (strcmp(fields->at[i].name, name) == 0)
            return &fields->at[i];
    return NULL;
}

static double number_of(const Fields *fields, const char *name)
{
    const Field *f = field_named(fields, name);
    return f && f->is_number ? f->number : 0;
}

static void add_kernel(Reader *r, const Fields *fields)
{
    const Field *kernel = field_named(fields, "kernel");
    if (!kernel || !kernel->text)
        wrong(r, "this profile names no kernel");
    KernelTime time = {kernel->text, number_of(fields, "calls"),
                       number_of(fields, "seconds"), r->line};
    PUSH(r->arena, r->log->kernels, time);
}

/* `count`: lines of values before this one, the place where there is no step. */
static void add_fields(Reader *r, const Fields *fields, int count)
{
    const Field *train = field_named(fields, "train"), *step = NULL;
    step = field_named(fields, "step");
    double x = step && step->is_number ? step->number : count + 1;
    if (step && (!step->is_number || !isfinite(x)))
        wrong(r, "the step is not a number");
    r->log->x_name = step ? "step" : "line";
    for (int i = 0; i < fields->n; i++) {
        const Field *f = &fields->at[i];
        if (!f->is_number || f == step || strcmp(f->name, "epoch") == 0)
            continue;
        Series *s = series_named(r, train ? train->text : NULL, f->name);
        if (s->x.n > 0 && x < s->x.at[s->x.n - 1])
            wrong(r, "the steps do not rise: is this the log of one run?");
        PUSH(r->arena, s->x, x);
        PUSH(r->arena, s->y, f->number);
    }
}

/* ---- JSON ---- */

static void skip_blanks(Reader *r)
{
    while (*r->at == ' ' || *r->at == '\t' || *r->at == '\r')
        r->at++;
}

static bool take(Reader *r, const char *word)
{
    skip_blanks(r);
    size_t n = strlen(word);
    if (strncmp(r->at, word, n) != 0)
        return false;
    r->at += n;
    return true;
}

static const char *json_string(Reader *r)
{
    ARRAY(char) text = {0};
    if (!take(r, "\""))
        wrong(r, "a name in quotes was expected");
    size_t plain = strcspn(r->at, "\"\\\n");
    if (r->at[plain] == '"') {
        r->at += plain + 1;
        return intern_n(r->arena, r->at - plain - 1, plain);
    }
    while (*r->at != '"') {
        char c = *r->at++;
        if (c == '\0' || c == '\n')
            wrong(r, "a text has no end");
        if (c == '\\') {
            c = *r->at++;
            if (c == 'u') /* control characters; what they are does not matter */
                r->at += strspn(r->at, "0123456789abcdefABCDEF");
            c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'u' ? '?' : c;
        }
        if (c)
            PUSH(r->arena, text, c);
    }
    r->at++;
    return intern_n(r->arena, text.n ? text.at : "", (size_t)text.n);
}

/* An array or an object within: nothing that plot shows. */
static void skip_nested(Reader *r)
{
    int depth = 0;
    do {
        skip_blanks(r);
        if (*r->at == '"') {
            json_string(r);
            continue;
        }
        if (*r->at == '\0' || *r->at == '\n')
            wrong(r, "an array or object has no end");
        depth += (*r->at == '[' || *r->at == '{') - (*r->at == ']' || *r->at == '}');
        r->at++;
    } while (depth > 0);
}

static void json_value(Reader *r, Field *f)
{
    char *end;
    skip_blanks(r);
    if (*r->at == '"') {
        f->text = json_string(r);
    } else if (*r->at == '[' || *r->at == '{') {
        skip_nested(r);
    } else if (take(r, "null") || take(r, "NaN")) {
        f->is_number = true;
        f->number = NAN;
    } else if (!take(r, "true") && !take(r, "false")) {
        f->number = strtod(r->at, &end);
        f->is_number = end > r->at;
        if (!f->is_number)
            wrong(r, "a value was expected");
        r->at = end;
    }
}

static void json_line(Reader *r, int *count)
{
    Fields *fields = &r->fields;
    fields->n = 0;
    if (!take(r, "{"))
        wrong(r, "a line of a log is a JSON object, {\"step\":1,\"loss\":0.5}");
    while (!take(r, "}")) {
        Field f = {0};
        if (fields->n > 0 && !take(r, ","))
            wrong(r, "a comma or } was expected");
        f.name = json_string(r);
        if (!take(r, ":"))
            wrong(r, "a colon was expected");
        json_value(r, &f);
        PUSH(r->arena, *fields, f);
    }
    skip_blanks(r);
    if (*r->at != '\n' && *r->at != '\0')
        wrong(r, "there is more behind the object");
    const Field *event = field_named(fields, "event");
    if (event && event->text && strcmp(event->text, "profile") == 0)
        add_kernel(r, fields);
    else if (!event)
        add_fields(r, fields, (*count)++);
}

/* ---- CSV ---- */

typedef struct Cell {
    const char *at;
    size_t n;
} Cell;
typedef ARRAY(const char *) Columns; /* their names */

/* The text of a cell in quotes, which may hold commas, lines and doubled quotes. */
static Cell quoted_cell(Reader *r)
{
    ARRAY(char) text = {0};
    r->at++;
    for (; *r->at != '"' || r->at[1] == '"'; r->at++) {
        if (*r->at == '\n' || *r->at == '\0')
            wrong(r, "a cell has no end");
        r->at += *r->at == '"';
        PUSH(r->arena, text, *r->at);
    }
    r->at++;
    PUSH(r->arena, text, '\0');
    return (Cell){text.at, (size_t)text.n - 1};
}

/* The cell that begins here; `at` goes to the comma or the end of the line. */
static Cell csv_cell(Reader *r)
{
    Cell cell = {r->at, strcspn(r->at, ",\r\n")};
    if (*r->at == '"')
        cell = quoted_cell(r);
    else
        r->at += cell.n;
    if (*r->at == '\r')
        r->at++;
    if (*r->at != ',' && *r->at != '\n' && *r->at != '\0')
        wrong(r, "a comma was expected behind a cell");
    return cell;
}

/* Whether the whole cell is a number. */
static bool is_number(Cell cell, double *number)
{
    char *end;
    *number = strtod(cell.at, &end);
    return cell.n > 0 && end == cell.at + cell.n;
}

/* The names of the columns, from the first line. */
static Columns csv_names(Reader *r)
{
    Columns names = {0};
    for (bool more = true; more; r->at += more) {
        double number;
        Cell cell = csv_cell(r);
        more = *r->at == ',';
        if (cell.n == 0 || is_number(cell, &number) || (!more && names.n == 0))
            wrong(r,
                  "a log in CSV begins with the names of its columns, step,epoch,loss");
        PUSH(r->arena, names, intern_n(r->arena, cell.at, cell.n));
    }
    return names;
}

static void csv_line(Reader *r, const Columns *names, int count)
{
    Fields *fields = &r->fields;
    int n = 0;
    fields->n = 0;
    for (bool more = true; more; r->at += more) {
        Cell cell = csv_cell(r);
        more = *r->at == ',';
        if (n++ >= names->n || cell.n == 0)
            continue;
        Field f = {.name = names->at[n - 1]};
        f.is_number = is_number(cell, &f.number);
        if (strcmp(f.name, "train") == 0)
            f = (Field){.name = f.name, .text = intern_n(r->arena, cell.at, cell.n)};
        else if (!f.is_number)
            wrong(r, arena_format(r->arena, "%s: \"%.*s\" is not a number", f.name,
                                  cell.n < 40 ? (int)cell.n : 40, cell.at));
        PUSH(r->arena, *fields, f);
    }
    if (n != names->n)
        wrong(r, arena_format(r->arena, "%s, and the header has %d",
                              count_text(r->arena, n, "cell", "cells"), names->n));
    add_fields(r, fields, count);
}

/* ---- the file ---- */

Log log_read(Arena *arena, const char *path)
{
    Log log = {.path = path, .x_name = "step"};
    Reader r = {.arena = arena, .log = &log};
    Columns names = {0};
    size_t length;
    int count = 0;
    const char *text = file_read(arena, path, LARGEST, &length);
    bool json = text[strspn(text, " \t\r\n")] == '{';
    for (const char *line = text, *end; *line; line = end + 1) {
        end = strchr(line, '\n');
        r.line++;
        r.at = line;
        if (!end && r.line > 1)
            break;
        skip_blanks(&r);
        if (*r.at == '\n')
            continue;
        if (json) {
            json_line(&r, &count);
        } else if (names.n == 0) {
            names = csv_names(&r);
        } else {
            csv_line(&r, &names, count++);
        }
        if (!end)
            break;
    }
    return log;
}

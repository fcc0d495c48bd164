/*
 * mf_inputs.c - files that the command line names for inputs: --data NAME=FILE of
 * any command, and the files of `predict --in`, whose tables look like the
 * training's, but perhaps without its targets or in another order.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mf_options.h"
#include "mf_source.h"

static const char *file_for(const char *text, const char *name)
{
    size_t n = strlen(name);
    return strncmp(text, name, n) == 0 && text[n] == '=' ? text + n + 1 : NULL;
}

/* ---- --data ---- */

static bool args_name_port(const char *text, int n, const MfPort *port)
{
    for (int i = 0; i < n; i++)
        if (file_for(text, port[i].name) != NULL)
            return true;
    return false;
}

static bool args_name_input(const MfModel *model, const char *text)
{
    for (int i = 0; i < model->n_trains; i++)
        if (args_name_port(text, model->train[i].n_in, model->train[i].in))
            return true;
    for (int i = 0; i < model->n_funcs; i++)
        if (args_name_port(text, model->func[i].n_in, model->func[i].in))
            return true;
    return false;
}

int mf_args_check(const MfModel *model, int n_ports, const MfPort *port,
                  const MfDataArgs *args)
{
    for (int i = 0; i < args->n_files; i++) {
        const char *text = args->file[i];
        const char *sign = strchr(text, '=');
        if (sign == NULL || sign[1] == '\0')
            return mf_fail(2, "--data %s: expected NAME=FILE", text);
        if (!args_name_port(text, n_ports, port) && !args_name_input(model, text))
            return mf_fail(2, "--data %s: the model has no input %.*s", text,
                           (int)strcspn(text, "="), text);
    }
    return 0;
}

/* ---- predict --in: a table for all inputs that have no file of their own ---- */

static const MfFitted *inputs_fitted(const MfReader *r, const char *input)
{
    const MfFitted *f = mf_fit_find(r->args->fit, input);
    return f != NULL && f->n_columns > 0 ? f : NULL;
}

/* Where a table has a column of the training's: by name, or by place in a table as
 * wide; below 0: nowhere. */
static int inputs_place(const MfCsv *csv, const MfFitted *f, int i)
{
    if (csv->name != NULL && f->name != NULL)
        return mf_csv_find(csv, f->name[i]);
    return csv->width == f->width ? f->position[i] : -1;
}

/* Which columns the table has for an input: those of the training. One that no training
 * read has those that the program names; ranges and places tell nothing of a table of
 * another form. 1: found, for free(); 0: not all; -1 after a message. */
static int inputs_find(const MfReader *r, const MfSource *source, const MfCsv *csv,
                       int *n, int **position)
{
    const MfFitted *f = inputs_fitted(r, source->port->name);
    const char *names = source->field == NULL ? NULL : source->field->columns;
    *n = 0;
    if (f == NULL && (names == NULL || csv->name == NULL))
        return 0;
    *position = mf_alloc(f != NULL ? (size_t)f->n_columns : strlen(names) + 1,
                         sizeof **position);
    if (*position == NULL)
        return -1;
    bool found = true;
    for (; f != NULL && *n < f->n_columns && found; *n += found)
        found = ((*position)[*n] = inputs_place(csv, f, *n)) >= 0;
    for (; f == NULL && names != NULL && found; *n += found)
        found = ((*position)[*n] = mf_csv_next(csv, &names)) >= 0;
    return found;
}

/* Which name of the training's the table lacks; NULL: there are none to lack. */
static const char *inputs_lacking(const MfReader *r, int n, const MfSource *source,
                                  const MfCsv *csv)
{
    for (int i = 0; i < n; i++) {
        const MfFitted *f = inputs_fitted(r, source[i].port->name);
        for (int j = 0; f != NULL && f->name != NULL && j < f->n_columns; j++)
            if (csv->name != NULL && mf_csv_find(csv, f->name[j]) < 0)
                return f->name[j];
    }
    return NULL;
}

static int inputs_by_training(MfReader *r, int n, MfSource *source, const MfCsv *csv,
                              bool *done)
{
    int count, *position, found = 1, code = 0;
    for (int i = 0; i < n && found == 1; i++) {
        position = NULL;
        found = inputs_find(r, &source[i], csv, &count, &position);
        free(position);
    }
    *done = found != 0;
    for (int i = 0; i < n && found == 1 && code == 0; i++) {
        found = inputs_find(r, &source[i], csv, &count, &position);
        if (found == 1)
            code = mf_source_columns(r, &source[i], csv, count, position);
    }
    return found < 0 ? 3 : code;
}

/* All columns, one input after another. */
static int inputs_in_order(MfReader *r, int n, MfSource *source, const MfCsv *csv)
{
    int next = 0, code = 0;
    for (int i = 0; i < n && code == 0; i++) {
        size_t row = mf_port_row(source[i].port);
        int *position = mf_alloc(row, sizeof *position);
        if (position == NULL)
            return 3;
        for (size_t j = 0; j < row; j++)
            position[j] = next++;
        code = mf_source_columns(r, &source[i], csv, (int)row, position);
    }
    return code;
}

/* Of a table with names. */
static int column_missing(const MfCsv *csv, const char *path, const char *name)
{
    MfQuote a, b;
    const char *near =
        mf_nearest(name, (const char *const *)csv->name, csv->width, sizeof *csv->name);
    mf_quote(&a, name, strlen(name));
    if (near == NULL)
        return mf_fail(3, "%s: there is no column %s, which the training had", path,
                       a.text);
    return mf_fail(3,
                   "%s: there is no column %s, which the training had; the nearest "
                   "is %s",
                   path, a.text, mf_quote(&b, near, strlen(near)));
}

static int inputs_table(MfReader *r, int n, MfSource *source, const char *path,
                        MfBytes *file)
{
    const MfCsv *csv = mf_reader_csv(r, path, file);
    size_t total = 0;
    bool done;
    if (csv == NULL)
        return 3;
    for (int i = 0; i < n; i++)
        total += mf_port_row(source[i].port);
    int code = inputs_by_training(r, n, source, csv, &done);
    if (code != 0 || done)
        return code;
    const char *lacking = inputs_lacking(r, n, source, csv);
    if (total == (size_t)csv->width && lacking == NULL)
        return inputs_in_order(r, n, source, csv);
    if (lacking != NULL)
        return column_missing(csv, path, lacking);
    return mf_fail(3, "%s: %s, expected the %zu of the inputs%s", path,
                   mf_count((size_t)csv->width, "column").text, total,
                   r->args->fit != NULL ? ", or all of the training's" : "");
}

/* ---- predict --in ---- */

/* Moves the sources without a file of their own to the end; returns how many have
 * one. They are read in the order of the command line. */
static int inputs_named(MfReader *r, int n, MfSource *source, int n_in,
                        const char *const *in, bool *named)
{
    for (int i = 0; i < n; i++)
        for (int j = n_in; j-- > 0 && !named[i];) {
            const char *path = file_for(in[j], source[i].port->name);
            named[i] = path != NULL;
            int code = named[i] ? mf_source_file(r, &source[i], path) : 0;
            if (code != 0)
                return code;
        }
    return 0;
}

static int inputs_rest(MfReader *r, int n, MfSource *source, const char *path)
{
    MfBytes file;
    int code = mf_file_read(path, &file);
    if (code != 0)
        return code;
    const MfData *data = r->model->data;
    MfFormat format = mf_file_format(path, &file);
    bool other = format == MF_FORMAT_OTHER && data != NULL &&
                 (data->kind == MF_DATA_TEXT || data->kind == MF_DATA_RAW);
    if (format == MF_FORMAT_CSV || (format == MF_FORMAT_OTHER && !other)) {
        for (int i = 0; i < n; i++)
            source[i].field =
                data == NULL ? NULL : mf_field_find(data, source[i].port->name);
        return inputs_table(r, n, source, path, &file);
    }
    if (n != 1) {
        free(file.at);
        return mf_fail(2, "--in %s: there are %d inputs; give --in NAME=FILE for each",
                       path, n);
    }
    return mf_source_bytes(r, source, path, &file);
}

/* NAME=FILE of a name that no input has, unless a file is called so. */
static int inputs_unknown(int n, const MfSource *source, const char *text)
{
    const char *sign = strchr(text, '=');
    if (sign == NULL || access(text, F_OK) == 0)
        return 0;
    MfNames known = {0};
    MfQuote q;
    for (int i = 0; i < n; i++)
        mf_names_add(&known, source[i].port->name);
    return mf_fail(2, "--in %s: there is no input %s; there are: %s", text,
                   mf_quote(&q, text, (size_t)(sign - text)), known.text);
}

/* The one --in that is a file for what no other names; NULL: none. */
static int inputs_plain(int n, const MfSource *source, int n_in, const char *const *in,
                        const char **plain)
{
    *plain = NULL;
    for (int j = 0; j < n_in; j++) {
        bool own = false;
        for (int i = 0; i < n; i++)
            own |= file_for(in[j], source[i].port->name) != NULL;
        if (own)
            continue;
        int code = inputs_unknown(n, source, in[j]);
        if (code != 0)
            return code;
        if (*plain != NULL)
            return mf_fail(2, "--in %s: there is --in %s already", in[j], *plain);
        *plain = in[j];
    }
    return 0;
}

int mf_inputs_read(MfReader *r, int n, MfSource *source, int n_in,
                   const char *const *in)
{
    const char *plain;
    int rest = 0, code = inputs_plain(n, source, n_in, in, &plain);
    if (code != 0)
        return code;
    bool *named = mf_alloc((size_t)n, sizeof *named);
    MfSource *left = mf_alloc((size_t)n, sizeof *left);
    code = named == NULL || left == NULL ? 3 : 0;
    if (code == 0)
        code = inputs_named(r, n, source, n_in, in, named);
    for (int i = 0; i < n && code == 0; i++)
        if (!named[i])
            left[rest++] = source[i];
    if (code == 0 && rest > 0)
        code = plain != NULL
                   ? inputs_rest(r, rest, left, plain)
                   : mf_fail(2, "input %s has no data: give it with --in %s=FILE",
                             left[0].port->name, left[0].port->name);
    else if (code == 0 && plain != NULL)
        code = mf_fail(2, "--in %s: every input has a file already", plain);
    rest = 0;
    for (int i = 0; i < n && left != NULL && named != NULL; i++)
        if (!named[i] && left[rest].port != NULL)
            source[i] = left[rest++];
    free(named);
    free(left);
    return code;
}

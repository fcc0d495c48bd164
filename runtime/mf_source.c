/*
 * mf_source.c - from an input's name to arrays of numbers. The order of belief: a
 * file of --data, then the program's field; a file is what its name says, else
 * what its first bytes say, else what the program's data are.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#endif
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mf_source.h"

/* ---- the reader's files ---- */

/* Keeps a path as long as the reader. */
static const char *reader_keep(MfReader *r, char *path)
{
    char **moved =
        path == NULL ? NULL : mf_resize(r->path, (size_t)r->n_paths + 1, sizeof *moved);
    if (moved == NULL) {
        free(path);
        return NULL;
    }
    r->path = moved;
    r->path[r->n_paths++] = path;
    return path;
}

/* Where a relative path leads: below the data folder; a file of the command line
 * may as well stand where we are. */
static const char *reader_path(MfReader *r, const char *name, const char *fallback)
{
    char *path = mf_path_join(r->args->dir, name);
    if (path != NULL && fallback != NULL && access(path, F_OK) != 0 &&
        access(fallback, F_OK) == 0) {
        free(path);
        path = mf_path_join(NULL, fallback);
    }
    return reader_keep(r, path);
}

/* What the program says; else a table for predictions looks like the training's. */
static MfCsvHeader reader_header(const MfReader *r)
{
    const MfData *data = r->model->data;
    const MfFit *fit = r->fixed ? r->args->fit : NULL;
    bool bare = false;
    if (data != NULL && data->kind == MF_DATA_CSV && data->header >= 0)
        return data->header > 0 ? MF_HEADER_IS : MF_HEADER_NONE;
    for (int i = 0; fit != NULL && i < fit->n; i++)
        bare |= fit->input[i].n_columns > 0 && fit->input[i].name == NULL;
    return bare ? MF_HEADER_UNLIKELY : MF_HEADER_LIKELY;
}

const MfCsv *mf_reader_csv(MfReader *r, const char *path, MfBytes *file)
{
    MfBytes own = {0};
    for (int i = 0; i < r->n_csv; i++)
        if (strcmp(r->csv[i]->path, path) == 0) {
            if (file != NULL)
                free(file->at);
            return r->csv[i];
        }
    if (file == NULL) {
        if (mf_file_read(path, &own) != 0)
            return NULL;
        file = &own;
    }
    MfCsv **moved = mf_resize(r->csv, (size_t)r->n_csv + 1, sizeof *moved);
    MfCsv *csv = NULL;
    if (moved != NULL) {
        r->csv = moved;
        csv = mf_alloc(1, sizeof *csv);
    }
    if (csv == NULL) {
        free(file->at);
        return NULL;
    }
    if (mf_csv_open(csv, path, file, reader_header(r)) != 0) {
        free(csv);
        return NULL;
    }
    csv->gaps = r->model->data != NULL && r->model->data->gaps;
    return r->csv[r->n_csv++] = csv;
}

void mf_reader_free(MfReader *r)
{
    for (int i = 0; i < r->n_csv; i++) {
        mf_csv_close(r->csv[i]);
        free(r->csv[i]);
    }
    for (int i = 0; i < r->n_paths; i++)
        free(r->path[i]);
    free(r->csv);
    free(r->path);
    free(r->text.at);
    *r = (MfReader){0};
}

MfFormat mf_file_format(const char *path, const MfBytes *file)
{
    if (mf_path_ends(path, ".npy"))
        return MF_FORMAT_NPY;
    static const char *const tables[] = {".csv", ".tsv", ".csv.gz", ".tsv.gz"};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (mf_path_ends(path, tables[i]))
            return MF_FORMAT_CSV;
    if (mf_npy_magic(file))
        return MF_FORMAT_NPY;
    return mf_idx_magic(file) ? MF_FORMAT_IDX : MF_FORMAT_OTHER;
}

/* ---- one source ---- */

void mf_source_free(MfSource *source)
{
    for (int i = 0; i < source->n_parts; i++)
        mf_array_free(&source->part[i].array);
    free(source->part);
    mf_classes_free(source->n_columns, source->classes);
    free(source->position);
    *source = (MfSource){.port = source->port};
}

/* Adds an array, which it takes over. */
static int source_add(MfSource *source, const char *split, MfArray *array)
{
    MfPart *moved = NULL;
    int code = mf_array_check(array, source->port);
    if (code == 0) {
        moved = mf_resize(source->part, (size_t)source->n_parts + 1, sizeof *moved);
        code = moved == NULL ? 3 : 0;
    }
    if (code != 0) {
        mf_array_free(array);
        return code;
    }
    source->part = moved;
    moved[source->n_parts++] = (MfPart){*array, split};
    return 0;
}

/* The names of earlier training hold, if it had this input; else they are learnt. */
static int source_naming(const MfReader *r, MfSource *source, int n, MfNaming *naming)
{
    const MfFitted *f = mf_fit_find(r->args->fit, source->port->name);
    bool known = f != NULL && f->n_columns == n;
    *naming = known                   ? MF_NAMES_KNOWN
              : f != NULL || r->fixed ? MF_NAMES_NONE
                                      : MF_NAMES_LEARN;
    source->classes = known ? mf_classes_copy(n, f->classes)
                            : mf_alloc((size_t)n, sizeof *source->classes);
    return source->classes == NULL ? 3 : 0;
}

int mf_source_columns(MfReader *r, MfSource *source, const MfCsv *csv, int n,
                      int *position)
{
    MfArray array;
    MfNaming naming;
    source->csv = csv;
    source->n_columns = n;
    free(source->position);
    source->position = position;
    if ((size_t)n != mf_port_row(source->port))
        return mf_fail(3, "%s: %s for input %s, which takes %s a row", csv->path,
                       mf_count((size_t)n, "column").text, source->port->name,
                       mf_count(mf_port_row(source->port), "number").text);
    int code = source_naming(r, source, n, &naming);
    if (code == 0)
        code = mf_csv_read(csv, source->port, n, position, naming, source->classes,
                           &array);
    return code != 0 ? code : source_add(source, NULL, &array);
}

/* The columns that the field names, if it is one of a csv. */
static int source_csv(MfReader *r, MfSource *source, const char *path, MfBytes *file)
{
    const MfCsv *csv = mf_reader_csv(r, path, file);
    const char *columns = source->field == NULL ? NULL : source->field->columns;
    int n, *position;
    if (csv == NULL)
        return 3;
    /* A file with as many columns as the input takes is meant whole, unless it and the
     * program have names. */
    bool named = columns != NULL && csv->name != NULL && mf_csv_names_columns(columns);
    if (file != NULL && !named && (size_t)csv->width == mf_port_row(source->port))
        columns = NULL;
    int code = mf_csv_columns(csv, source->port->name, columns, &n, &position);
    return code != 0 ? code : mf_source_columns(r, source, csv, n, position);
}

/* A text is one for all inputs that are its windows. */
static int source_text(MfReader *r, MfSource *source, const char *path, MfBytes *file)
{
    const MfPort *port = source->port;
    const MfData *data = r->model->data;
    if (port->dtype != MF_I32 || port->rank < 1) {
        free(file->at);
        return mf_fail(3, "%s: input %s must be i32 to hold the tokens of a text", path,
                       port->name);
    }
    if (r->text.at != NULL) { /* both inputs name it */
        free(file->at);
    } else {
        r->text = *file;
        r->text_path = path;
    }
    source->shift = source->field == &data->field[0] ? 1 : 2;
    return 0;
}

static int source_raw(MfSource *source, const MfField *field, const char *path,
                      MfBytes *file, MfArray *array)
{
    static const MfItem item[] = {MF_F4, MF_F8, MF_I4, MF_B1};
    return mf_raw_parse(path, file, field->raw_u8 ? MF_U1 : item[field->raw],
                        mf_port_row(source->port), array);
}

int mf_source_bytes(MfReader *r, MfSource *source, const char *path, MfBytes *file)
{
    const MfData *data = r->model->data;
    MfDataKind kind = data == NULL ? MF_DATA_NONE : data->kind;
    MfFormat format = mf_file_format(path, file);
    const char *kept = reader_keep(r, mf_path_join(NULL, path));
    MfArray array;
    int code = 0;
    source->field = data == NULL ? NULL : mf_field_find(data, source->port->name);
    if (kept == NULL) {
        free(file->at);
        return 3;
    }
    if (format == MF_FORMAT_NPY)
        code = mf_npy_parse(kept, file, &array);
    else if (format == MF_FORMAT_IDX)
        code = mf_idx_parse(kept, file, &array);
    else if (format == MF_FORMAT_OTHER && kind == MF_DATA_TEXT && source->field != NULL)
        return source_text(r, source, kept, file);
    else if (format == MF_FORMAT_OTHER && kind == MF_DATA_RAW && source->field != NULL)
        code = source_raw(source, source->field, kept, file, &array);
    else
        return source_csv(r, source, kept, file);
    return code != 0 ? code : source_add(source, NULL, &array);
}

int mf_source_file(MfReader *r, MfSource *source, const char *path)
{
    MfBytes file;
    int code = mf_file_read(path, &file);
    return code != 0 ? code : mf_source_bytes(r, source, path, &file);
}

/* The FILE of the last --data NAME=FILE; NULL: none. */
static const char *reader_override(const MfReader *r, const char *input)
{
    size_t n = strlen(input);
    for (int i = r->args->n_files; i-- > 0;)
        if (strncmp(r->args->file[i], input, n) == 0 && r->args->file[i][n] == '=')
            return r->args->file[i] + n + 1;
    return NULL;
}

/* A text is named by the program, or by --data for any of its inputs. */
static const char *reader_text(MfReader *r)
{
    const MfData *data = r->model->data;
    for (int i = 0; i < data->n_fields; i++) {
        const char *file = reader_override(r, data->field[i].input);
        if (file != NULL && !mf_path_ends(file, ".npy") && !mf_path_ends(file, ".csv"))
            return reader_path(r, file, file);
    }
    return reader_path(r, data->path, NULL);
}

/* ---- what the program says ---- */

const MfField *mf_field_find(const MfData *data, const char *input)
{
    for (int i = 0; i < data->n_fields; i++)
        if (strcmp(data->field[i].input, input) == 0)
            return &data->field[i];
    return NULL;
}

static int source_inline(MfReader *r, MfSource *source, const MfField *field)
{
    const size_t dim[2] = {(size_t)field->rows, mf_port_row(source->port)};
    MfArray array = {.path = r->model->script,
                     .item = MF_F8,
                     .untyped = true,
                     .at = (const unsigned char *)field->values};
    if (!mf_array_shape(&array, 2, dim))
        return mf_fail(3, "%s: input %s: too large", r->model->script,
                       source->port->name);
    return source_add(source, field->split, &array);
}

static int source_field(MfReader *r, MfSource *source, const MfField *field)
{
    const MfData *data = r->model->data;
    const char *name = field->path != NULL ? field->path : data->path;
    MfBytes file;
    MfArray array;
    if (data->kind == MF_DATA_INLINE || name == NULL)
        return source_inline(r, source, field);
    const char *path =
        data->kind == MF_DATA_TEXT ? reader_text(r) : reader_path(r, name, NULL);
    if (path == NULL)
        return 3;
    if (data->kind == MF_DATA_CSV)
        return source_csv(r, source, path, NULL);
    if (data->kind == MF_DATA_TEXT && r->text.at != NULL) {
        file = (MfBytes){0};
        return source_text(r, source, path, &file);
    }
    int code = mf_file_read(path, &file);
    if (code != 0)
        return code;
    if (data->kind == MF_DATA_TEXT)
        return source_text(r, source, path, &file);
    if (data->kind == MF_DATA_NPY)
        code = mf_npy_parse(path, &file, &array);
    else if (data->kind == MF_DATA_IDX)
        code = mf_idx_parse(path, &file, &array);
    else
        code = source_raw(source, field, path, &file, &array);
    return code != 0 ? code : source_add(source, field->split, &array);
}

int mf_source_read(MfReader *r, MfSource *source)
{
    const MfData *data = r->model->data;
    const char *file = reader_override(r, source->port->name);
    int code = 0, n = data == NULL || data->kind == MF_DATA_NONE ? 0 : data->n_fields;
    if (file != NULL) {
        const char *path = reader_path(r, file, file);
        return path == NULL ? 3 : mf_source_file(r, source, path);
    }
    for (int i = 0; i < n && code == 0; i++)
        if (strcmp(data->field[i].input, source->port->name) == 0) {
            source->field = &data->field[i];
            code = source_field(r, source, source->field);
        }
    if (code == 0 && source->field == NULL)
        code = mf_fail(2,
                       "input %s has no data: give it with --data %s=FILE "
                       "(csv, npy or idx)",
                       source->port->name, source->port->name);
    return code;
}

/*
 * mf_log.c - the log file. A JSON line names its values; the columns of a CSV are
 * those of every train of the program, and a cell is empty where a step has no
 * such value.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#define _FILE_OFFSET_BITS 64
#endif
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mf_file.h"
#include "mf_log.h"

int mf_digits(MfDtype dtype)
{
    return dtype == MF_F64 ? 17 : dtype == MF_I32 ? 10 : 9;
}

double mf_shown(double v)
{
    return isnan(v) ? fabs(v) : v;
}

void mf_json_text(FILE *out, const char *text)
{
    putc('"', out);
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text < 0x20)
            fprintf(out, "\\u%04x", (unsigned)*text);
        else if (*text == '"' || *text == '\\')
            fprintf(out, "\\%c", *text);
        else
            putc(*text, out);
    }
    putc('"', out);
}

/* ---- names of values ---- */

static const char *value_name(const MfTrain *train, int i)
{
    return i == 0 ? "loss" : train->metric[i - 1];
}

static bool several_trains(const MfModel *model)
{
    return model->n_trains > 1;
}

/* Whether no earlier train or value has this name: then it gets a column. */
static bool column_is_new(const MfModel *model, int train, int value)
{
    const char *name = value_name(&model->train[train], value);
    for (int t = 0; t <= train; t++)
        for (int i = 0; i <= model->train[t].n_metrics; i++) {
            if (t == train && i == value)
                return true;
            if (strcmp(value_name(&model->train[t], i), name) == 0)
                return false;
        }
    return true;
}

/* The value of that name among those of a step; NULL when it has none. */
static const double *value_named(const MfTrain *train, const double *value,
                                 const char *name)
{
    for (int i = 0; i <= train->n_metrics && value != NULL; i++)
        if (strcmp(value_name(train, i), name) == 0)
            return &value[i];
    return NULL;
}

static bool has_validation(const MfModel *model)
{
    for (int t = 0; t < model->n_trains; t++)
        if (model->train[t].valid_split != NULL)
            return true;
    return false;
}

/* ---- CSV ---- */

static void csv_name(FILE *out, const char *prefix, const char *name)
{
    if (strpbrk(name, ",\"") == NULL) {
        fprintf(out, ",%s%s", prefix, name);
        return;
    }
    fprintf(out, ",\"%s", prefix);
    for (; *name != '\0'; name++)
        fprintf(out, *name == '"' ? "\"\"" : "%c", *name);
    putc('"', out);
}

/* The header, or the cells of a line where one is given. */
static void csv_cells(MfLog *log, const char *prefix, const MfTrain *train,
                      const double *value, bool header)
{
    const MfModel *m = log->model;
    for (int t = 0; t < m->n_trains; t++) {
        for (int i = 0; i <= m->train[t].n_metrics; i++) {
            const char *name = value_name(&m->train[t], i);
            if (!column_is_new(m, t, i))
                continue;
            const double *v = header ? NULL : value_named(train, value, name);
            if (header)
                csv_name(log->file, prefix, name);
            else if (v == NULL)
                putc(',', log->file);
            else
                fprintf(log->file, ",%.*g", mf_digits(m->real), mf_shown(*v));
        }
    }
}

static void csv_header(MfLog *log)
{
    fprintf(log->file, "step,epoch%s", several_trains(log->model) ? ",train" : "");
    csv_cells(log, "", NULL, NULL, true);
    if (has_validation(log->model))
        csv_cells(log, "valid_", NULL, NULL, true);
    putc('\n', log->file);
}

static void csv_line(MfLog *log, const MfLine *line)
{
    fprintf(log->file, "%" PRIu64 ",%" PRIu64, line->step, line->epoch);
    if (several_trains(log->model))
        csv_name(log->file, "", line->train->name);
    csv_cells(log, "", line->train, line->value, false);
    if (has_validation(log->model))
        csv_cells(log, "valid_", line->train, line->valid, false);
    putc('\n', log->file);
}

/* ---- JSON ---- */

static void json_values(MfLog *log, const char *prefix, const MfTrain *train,
                        const double *value)
{
    for (int i = 0; i <= train->n_metrics && value != NULL; i++) {
        char name[256];
        snprintf(name, sizeof name, "%s%s", prefix, value_name(train, i));
        putc(',', log->file);
        mf_json_text(log->file, name);
        if (isfinite(value[i]))
            fprintf(log->file, ":%.*g", mf_digits(log->model->real), value[i]);
        else
            fputs(":null", log->file); /* JSON has no other word for it */
    }
}

static void json_line(MfLog *log, const MfLine *line)
{
    fprintf(log->file, "{\"step\":%" PRIu64 ",\"epoch\":%" PRIu64, line->step,
            line->epoch);
    if (several_trains(log->model)) {
        fputs(",\"train\":", log->file);
        mf_json_text(log->file, line->train->name);
    }
    json_values(log, "", line->train, line->value);
    json_values(log, "valid_", line->train, line->valid);
    fputs("}\n", log->file);
}

/* ---- the file ---- */

static void log_failed(MfLog *log)
{
    log->code = mf_fail(3, "%s: %s; the training goes on without its log", log->path,
                        strerror(errno));
    fclose(log->file);
    log->file = NULL;
}

/* Cuts the log after the line of that step; false when it has none before. */
static bool keep_lines(MfLog *log, uint64_t step)
{
    off_t end = 0;
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    while ((n = getline(&line, &room, log->file)) > 0 && line[n - 1] == '\n') {
        uint64_t at;
        int read = sscanf(line, log->csv ? "%" SCNu64 "," : "{\"step\":%" SCNu64, &at);
        bool header = log->csv && end == 0;
        if (!header && (read != 1 || at > step))
            break;
        end += n;
    }
    free(line);
    if (ferror(log->file) || ftruncate(fileno(log->file), end) != 0 ||
        fseeko(log->file, end, SEEK_SET) != 0)
        log_failed(log); /* with all its lines, if they cannot be read */
    return end > 0;
}

/* Another stream to it, which closes without closing it. */
static FILE *standard_output(void)
{
    int fd = dup(1);
    return fd < 0 ? NULL : fdopen(fd, "w");
}

int mf_log_open(MfLog *log, const MfModel *model, const char *path, uint64_t step)
{
    *log = (MfLog){.model = model, .path = path};
    if (path == NULL)
        return 0;
    log->csv = mf_path_ends(path, ".csv");
    bool out = strcmp(path, "-") == 0;
    bool goes_on = !out && step > 0 && access(path, R_OK | W_OK) == 0;
    log->file = out ? standard_output() : fopen(path, goes_on ? "r+" : "w");
    if (log->file == NULL)
        return mf_fail(3, "%s: %s", path, strerror(errno));
    goes_on = goes_on && keep_lines(log, step);
    if (log->csv && !goes_on && log->file != NULL)
        csv_header(log);
    return log->code;
}

void mf_log_line(MfLog *log, const MfLine *line)
{
    if (log->file == NULL)
        return;
    if (log->csv)
        csv_line(log, line);
    else
        json_line(log, line);
    if (ferror(log->file))
        log_failed(log);
}

void mf_log_flush(MfLog *log)
{
    if (log->file != NULL && fflush(log->file) != 0)
        log_failed(log);
}

FILE *mf_log_beside(const MfLog *log)
{
    return log->path != NULL && strcmp(log->path, "-") == 0 ? stderr : stdout;
}

int mf_log_close(MfLog *log)
{
    mf_log_flush(log);
    if (log->file != NULL && fclose(log->file) != 0)
        log->code = mf_fail(3, "%s: %s", log->path, strerror(errno));
    log->file = NULL;
    return log->code;
}

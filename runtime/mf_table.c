/*
 * mf_table.c - writes predictions as csv: a header, then a line for each row. Every
 * number has the fewest digits that read back as the same one.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mf_array.h"
#include "mf_log.h"

static void table_add(MfTable *t, const char *text, size_t n)
{
    if (t->code == 0 && t->room - t->size < n) {
        size_t room = 2 * (t->size + n);
        char *moved = mf_resize(t->text, room, 1);
        if (moved == NULL) {
            t->code = 3;
            return;
        }
        t->text = moved;
        t->room = room;
    }
    if (t->code == 0) {
        memcpy(t->text + t->size, text, n);
        t->size += n;
    }
}

static void table_add_text(MfTable *t, const char *text)
{
    table_add(t, text, strlen(text));
}

static size_t table_row(const MfPort *port)
{
    return port->rank == 0 ? 1 : mf_port_row(port);
}

/* Quoted where the name would not be one plain cell, or would pass for a number. */
static void table_name(MfTable *t, const char *name, const char *suffix)
{
    double v;
    size_t n = strlen(name);
    bool plain = strcspn(name, "\",;\t\r\n") == n && name[0] != ' ' && n > 0 &&
                 name[n - 1] != ' ' && !mf_number(name, n, &v);
    if (!plain)
        table_add_text(t, "\"");
    for (size_t i = 0; i < n; i++)
        table_add(t, name[i] == '"' ? "\"\"" : name + i, name[i] == '"' ? 2 : 1);
    table_add_text(t, suffix);
    if (!plain)
        table_add_text(t, "\"");
}

int mf_table_begin(MfTable *t, int n_ports, const MfPort *port)
{
    *t = (MfTable){.port = port, .n_ports = n_ports};
    for (int i = 0; i < n_ports; i++) {
        size_t row = table_row(&port[i]);
        for (size_t j = 0; j < row; j++) {
            char suffix[32] = "";
            if (row > 1)
                snprintf(suffix, sizeof suffix, "_%zu", j);
            if (i > 0 || j > 0)
                table_add_text(t, ",");
            table_name(t, port[i].name, suffix);
        }
    }
    table_add_text(t, "\n");
    return t->code;
}

static void table_float(MfTable *t, float v)
{
    char text[40];
    for (int digits = 6; digits <= 9; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, mf_shown((double)v));
        if (strtof(text, NULL) == v)
            break;
    }
    table_add_text(t, text);
}

static void table_double(MfTable *t, double v)
{
    char text[40];
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, mf_shown(v));
        if (strtod(text, NULL) == v)
            break;
    }
    table_add_text(t, text);
}

static void table_value(MfTable *t, MfDtype dtype, const void *values, size_t i)
{
    char text[16];
    switch (dtype) {
    case MF_F32:
        table_float(t, ((const float *)values)[i]);
        break;
    case MF_F64:
        table_double(t, ((const double *)values)[i]);
        break;
    case MF_I32:
        snprintf(text, sizeof text, "%ld", (long)((const int32_t *)values)[i]);
        table_add_text(t, text);
        break;
    case MF_BOOL:
        table_add_text(t, ((const bool *)values)[i] ? "1" : "0");
        break;
    }
}

/* A number of a class as its name, if it has one. */
static bool table_class(MfTable *t, const MfPort *port, const MfFitted *f,
                        const void *values, size_t i, size_t j)
{
    const MfClasses *c = f != NULL && port->dtype == MF_I32 ? &f->classes[j] : NULL;
    int32_t k = c != NULL ? ((const int32_t *)values)[i] : 0;
    if (c == NULL || k < 0 || k >= c->n)
        return false;
    table_name(t, c->name[k], "");
    return true;
}

int mf_table_rows(MfTable *t, long rows, const void *const *values)
{
    for (size_t r = 0; r < (size_t)rows && t->code == 0; r++) {
        for (int i = 0; i < t->n_ports; i++) {
            size_t row = table_row(&t->port[i]);
            for (size_t j = 0; j < row; j++) {
                if (i > 0 || j > 0)
                    table_add_text(t, ",");
                const MfFitted *f = t->classes != NULL ? t->classes[i] : NULL;
                if (!table_class(t, &t->port[i], f, values[i], r * row + j, j))
                    table_value(t, t->port[i].dtype, values[i], r * row + j);
            }
        }
        table_add_text(t, "\n");
    }
    return t->code;
}

int mf_table_end(MfTable *t, const char *path)
{
    int code = t->code;
    if (code == 0 && strcmp(path, "-") == 0) {
        if (fwrite(t->text, 1, t->size, stdout) != t->size || fflush(stdout) != 0)
            code = mf_fail(3, "standard output: cannot write");
    } else if (code == 0) {
        code = mf_file_write(path, t->text, t->size);
    }
    free(t->text);
    *t = (MfTable){0};
    return code;
}

/*
 * script_data.h - between script_data.c, which reads what mf.data gets, and
 * script_data_check.c, which holds it against the inputs.
 */
#ifndef MFC_SCRIPT_DATA_H
#define MFC_SCRIPT_DATA_H

#include "script.h"

/* What mf.data.X gives: a description, and for values in the script how many
 * numbers a row of each field has. */
typedef struct Source {
    MfData data;
    MfField *field; /* of data */
    const int64_t *row;
} Source;

/* The input of this name, or NULL. */
const Node *data_input(const Run *r, const char *name);

#endif

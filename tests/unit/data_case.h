/*
 * data_case.h - a small program's data, for tests of what is loaded: its fields, what
 * the command line says, and the rows that come out.
 */
#ifndef DATA_CASE_H
#define DATA_CASE_H

#include "data_files.h"

typedef struct Case {
    MfData data;
    MfModel model;
    MfDataArgs args;
    MfDataset set;
} Case;

static Case c;

static inline void case_begin(MfDataKind kind, const char *path, int n,
                              const MfField *field)
{
    c = (Case){.data = {.kind = kind, .path = path, .header = -1}};
    c.data.n_fields = n;
    c.data.field = field;
    c.model = (MfModel){.name = "m", .script = "m.lua", .data = &c.data};
    c.args.dir = scratch.folder;
}

static inline int load(int n, const MfPort *port)
{
    return mf_data_load(&c.model, n, port, &c.args, &c.set);
}

static inline const MfColumn *column(const char *split, int i)
{
    const MfSet *set = mf_data_set(&c.set, split);
    ck_assert_ptr_nonnull(set);
    ck_assert_int_lt(i, set->n);
    ck_assert_int_eq(set->rows, set->column[i].rows);
    return &set->column[i];
}

#endif

/*
 * c_source.c - where the rows of the inputs come from, as tables for the runtime, with
 * the numbers that stand in the script.
 */
#include "c_file.h"

#include <string.h>

static void print_values(CFile *f, Text *t, const MfField *d, int number, int64_t size)
{
    text_format_off(t);
    text_line(t, "static const double data_%d[] = {", number);
    int64_t n = size_mul(size, d->rows);
    size_t at = 0;
    for (int64_t k = 0; k < n; k++) {
        const char *item =
            arena_format(f->arena, "%s,", number_text(f->arena, d->values[k], false));
        bool first = at == 0 || at + strlen(item) + 1 > TEXT_WIDTH;
        text_add(t, "%s%s%s", first && at ? "\n" : "", first ? "    " : " ", item);
        at = first ? 4 + strlen(item) : at + 1 + strlen(item);
    }
    text_add(t, "\n};\n");
    text_format_on(t);
    text_blank(t);
}

/* The elements of one row of the input that the field feeds. */
static int64_t row_size(const Program *p, const char *input)
{
    for (int i = 0; i < p->entries.n; i++)
        for (int k = 0; k < p->entries.at[i].inputs.n; k++) {
            const Port *port = &p->entries.at[i].inputs.at[k];
            if (strcmp(port->name, input) == 0 && port->shape.rank > 0)
                return shape_row(&port->shape);
        }
    return 0;
}

static void print_field(CFile *f, Text *t, const MfField *d, int number)
{
    static const char *const scales[] = {[MF_AS_IS] = "MF_AS_IS",
                                         [MF_ZSCORE] = "MF_ZSCORE",
                                         [MF_MINMAX] = "MF_MINMAX",
                                         [MF_AFFINE] = "MF_AFFINE"};
    static const char *const raw[] = {"MF_F32", "MF_F64", "MF_I32", "MF_BOOL"};
    Arena *a = f->arena;
    Text row = text_new(a);
    text_add(&row, "{.input = %s", text_quote(a, d->input));
    if (d->split)
        text_add(&row, ", .split = %s", text_quote(a, d->split));
    if (d->path)
        text_add(&row, ", .path = %s", text_quote(a, d->path));
    if (d->columns)
        text_add(&row, ", .columns = %s", text_quote(a, d->columns));
    if (d->scale != MF_AS_IS)
        text_add(&row, ", .scale = %s", scales[d->scale]);
    if (d->scale == MF_AFFINE)
        text_add(&row, ", .mul = %s, .sub = %s, .div = %s",
                 number_text(a, d->mul, false), number_text(a, d->sub, false),
                 number_text(a, d->div, false));
    if (d->raw_u8)
        text_add(&row, ", .raw_u8 = true");
    else if (f->program->data.kind == MF_DATA_RAW)
        text_add(&row, ", .raw = %s", raw[d->raw]);
    if (d->values)
        text_add(&row, ", .values = data_%d, .rows = %d", number, d->rows);
    text_line(t, "%s},", row.at);
}

void c_source(CFile *f, Text *t)
{
    static const char *const kinds[] =
        {[MF_DATA_NONE] = "MF_DATA_NONE", [MF_DATA_CSV] = "MF_DATA_CSV",
         [MF_DATA_NPY] = "MF_DATA_NPY",   [MF_DATA_IDX] = "MF_DATA_IDX",
         [MF_DATA_TEXT] = "MF_DATA_TEXT", [MF_DATA_INLINE] = "MF_DATA_INLINE",
         [MF_DATA_RAW] = "MF_DATA_RAW"};
    const MfData *d = &f->program->data;
    for (int i = 0; i < d->n_fields; i++)
        if (d->field[i].values)
            print_values(f, t, &d->field[i], i,
                         row_size(f->program, d->field[i].input));
    if (d->n_fields) {
        text_table(t, "static const MfField fields[]");
        for (int i = 0; i < d->n_fields; i++)
            print_field(f, t, &d->field[i], i);
        text_table_end(t);
    }
    if (d->n_splits) {
        text_table(t, "static const MfSplit splits[]");
        for (int i = 0; i < d->n_splits; i++)
            text_line(t, "{%s, %s},", text_quote(f->arena, d->split[i].name),
                      number_text(f->arena, d->split[i].fraction, false));
        text_table_end(t);
    }
    text_table(t, "static const MfData source");
    text_line(t, ".kind = %s,", kinds[d->kind]);
    if (d->path)
        text_line(t, ".path = %s,", text_quote(f->arena, d->path));
    if (d->kind == MF_DATA_CSV)
        text_line(t, ".header = %d,", d->header);
    if (d->gaps)
        text_line(t, ".gaps = true,");
    c_field(t, "context", d->context);
    c_field(t, "vocabulary", d->vocabulary);
    c_field(t, "n_fields", d->n_fields);
    c_field(t, "n_splits", d->n_splits);
    if (d->n_fields)
        text_line(t, ".field = fields,");
    if (d->n_splits)
        text_line(t, ".split = splits,");
    text_table_end(t);
}

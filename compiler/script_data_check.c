/*
 * script_data_check.c - what mf.program got as data, against the inputs of the program:
 * their names, the numbers in a row, and the rows of each.
 */
#include "script_data.h"

#include <stdlib.h>
#include <string.h>

const Node *data_input(const Run *r, const char *name)
{
    for (int i = 0; i < r->inputs.n; i++)
        if (strcmp(r->inputs.at[i]->name, name) == 0)
            return r->inputs.at[i];
    return NULL;
}

_Noreturn static void fail_no_input(Run *r, const char *name)
{
    const char **names = NEW_N(r->arena, const char *, r->inputs.n + 1);
    for (int i = 0; i < r->inputs.n; i++)
        names[i] = r->inputs.at[i]->name;
    const char *near = nearest_name(name, r->inputs.n, names);
    if (near != NULL)
        run_fail(r, "%s: there is no input %s: did you mean %s?", r->op, name, near);
    if (r->inputs.n == 0)
        run_fail(r, "%s: there is no input %s: data go to tensors of mf.input", r->op,
                 name);
    run_fail(r, "%s: there is no input %s (the script has %s)", r->op, name,
             list_names(r, r->inputs.n, names));
}

/* Of a text, x = "tokens" names the input "tokens"; where there is none, but an x,
 * the input is x and gets the tokens. */
static void settle_text(Run *r, Source *source)
{
    MfField *field = source->field;
    for (int i = 0; i < source->data.n_fields; i++) {
        const char *key = strcmp(field[i].columns, "tokens") == 0 ? "x" : "y";
        if (data_input(r, field[i].input) == NULL && data_input(r, key) != NULL)
            field[i].input = intern(r->arena, key);
    }
}

/* How many columns "1:3,5" are; 0: only the file knows, by its header or its width. */
static int64_t count_columns(const char *columns)
{
    int64_t n = 0;
    for (const char *at = columns; at != NULL && *at != '\0';) {
        char *end;
        long first = strtol(at, &end, 10), last = first;
        if (end > at && *end == ':') {
            at = end + 1;
            last = strtol(at, &end, 10);
        }
        if (end == at || (*end != '\0' && *end != ',') || first < 1 || last < first)
            return 0;
        n += last - first + 1;
        at = *end == ',' ? end + 1 : end;
    }
    return n;
}

static void check_field(Run *r, const Source *source, int i)
{
    const MfData *data = &source->data;
    const MfField *field = &data->field[i];
    const Node *x = data_input(r, field->input);
    if (x == NULL)
        fail_no_input(r, field->input);
    if (x->shape.rank == 0)
        run_fail(r,
                 "%s: the input %s is a scalar, but rows need a first axis, the batch",
                 r->op, x->name);
    int64_t row = shape_row(&x->shape);
    if (data->kind == MF_DATA_TEXT && (x->dtype != I32 || row != data->context))
        run_fail(r,
                 "%s: the input %s must be i32[B,%d] to get rows of the text, not %s",
                 r->op, x->name, data->context, type_text(x));
    if (field->scale != MF_AS_IS && !is_float(x->dtype))
        run_fail(r, "%s: only floating inputs are scaled, and %s is %s", r->op, x->name,
                 type_text(x));
    int64_t columns = data->kind == MF_DATA_CSV ? count_columns(field->columns) : 0;
    if (columns > 0 && columns != row)
        run_fail(r, "%s: a row of the input %s has %s, but the columns %s are %lld",
                 r->op, x->name, count_text(r->arena, row, "number", "numbers"),
                 field->columns, (long long)columns);
    if (data->kind == MF_DATA_INLINE && source->row[i] != row)
        run_fail(r, "%s: a row of the input %s has %s, but one of its data %lld", r->op,
                 x->name, count_text(r->arena, row, "number", "numbers"),
                 (long long)source->row[i]);
}

/* Values in the script: as many rows of each input. */
static void check_rows(Run *r, const MfData *data)
{
    for (int i = 1; data->kind == MF_DATA_INLINE && i < data->n_fields; i++)
        if (data->field[i].rows != data->field[0].rows)
            run_fail(r,
                     "%s: the inputs have different numbers of rows: %d of %s, but %d "
                     "of %s",
                     r->op, data->field[0].rows, data->field[0].input,
                     data->field[i].rows, data->field[i].input);
}

static int fill(lua_State *L)
{
    Program *p = lua_touserdata(L, 1);
    Run *r = run_of(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, r->program);
    if (option(L, -1, "data") == LUA_TNIL)
        return 0;
    run_at(r, *(Where *)lua_touserdata(L, -1));
    r->op = "data";
    lua_getiuservalue(L, -1, 1);
    Source *source = lua_touserdata(L, -1);
    if (source->data.kind == MF_DATA_TEXT)
        settle_text(r, source);
    for (int i = 0; i < source->data.n_fields; i++)
        check_field(r, source, i);
    check_rows(r, &source->data);
    p->data = source->data;
    return 0;
}

void data_fill(Program *p, Run *r)
{
    run_protected(r, fill, p);
}

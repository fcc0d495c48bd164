/*
 * script_data.c - mf.data: where the rows of the inputs come from. The files are
 * read by the trainer only; here their description becomes an MfData.
 *
 *     csv { path, header, missing, split, INPUT = { columns, scale } ... }
 *     npy | raw | idx { INPUT = path or { path, scale, dtype } ..., split }
 *         or by split: { train = { INPUT = ... }, test = { ... } }
 *     text { path, context, level, x = INPUT, y = INPUT, split }
 *     inline { INPUT = nested table or constant ..., split }
 */
#include "script_data.h"

#include <string.h>

const char script_data[] = "mf.data";

/* A description under construction. */
typedef struct Reader {
    lua_State *L;
    Run *r;
    MfData *data;
    ARRAY(MfField) fields;
    ARRAY(int64_t) rows; /* numbers in a row of each field; 0: a file knows */
    ARRAY(MfSplit) splits;
    bool by_split; /* the fields say the splits */
} Reader;

/* ---- options of a field ---- */

static MfScale named_scale(Run *r, const char *input, const char *name)
{
    if (strcmp(name, "zscore") == 0)
        return MF_ZSCORE;
    if (strcmp(name, "minmax") == 0)
        return MF_MINMAX;
    if (strcmp(name, "none") == 0)
        return MF_AS_IS;
    run_fail(r,
             "%s: scale of %s is \"zscore\", \"minmax\" or { mul = 1, sub = 0, div = 1 "
             "}, not \"%s\"",
             r->op, input, name);
}

/* The member `scale` of the table on the top. */
static void read_scale(Reader *d, MfField *field)
{
    static const char *const known[] = {"mul", "sub", "div"};
    lua_State *L = d->L;
    int type = option(L, -1, "scale");
    if (type == LUA_TSTRING) {
        field->scale = named_scale(d->r, field->input, lua_tostring(L, -1));
    } else if (type == LUA_TTABLE) {
        check_options(L, -1, "scale", 3, known, false);
        field->scale = MF_AFFINE;
        field->mul = real_option(L, -1, "mul", 1);
        field->sub = real_option(L, -1, "sub", 0);
        field->div = real_option(L, -1, "div", 1);
        if (field->div == 0)
            run_fail(d->r, "%s: scale of %s divides by 0", d->r->op, field->input);
    } else if (type != LUA_TNIL) {
        run_fail(d->r,
                 "%s: scale of %s is \"zscore\", \"minmax\" or { mul = 1, sub = 0, "
                 "div = 1 }, not %s",
                 d->r->op, field->input, describe(L, -1));
    }
    lua_pop(L, 1);
}

/* An item of a list as one of several between commas: a name that holds a comma or a
 * quote stands in quotes, as in the file; "1:3,5" are places. */
static const char *column_item(Arena *arena, const char *name)
{
    if (strpbrk(name, ",\"") == NULL || strspn(name, "0123456789:,- ") == strlen(name))
        return intern(arena, name);
    const char *out = "\"";
    for (const char *at = name; *at != '\0'; at++)
        out = arena_format(arena, "%s%s%c", out, *at == '"' ? "\"" : "", *at);
    return arena_format(arena, "%s\"", out);
}

/* "1:13", "medv", or a list of such: "crim,zn,4:6". The value on the top. */
static const char *read_columns(Reader *d, const char *input)
{
    lua_State *L = d->L;
    int type = lua_type(L, -1);
    if (type == LUA_TSTRING && lua_rawlen(L, -1) > 0)
        return intern(d->r->arena, lua_tostring(L, -1));
    if (type == LUA_TNUMBER)
        return arena_format(d->r->arena, "%lld",
                            (long long)check_whole(L, -1, "the number of a column"));
    const char *all = NULL;
    int n = type == LUA_TTABLE ? (int)lua_rawlen(L, -1) : 0;
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, -1, i);
        if (lua_type(L, -1) != LUA_TSTRING && !lua_isinteger(L, -1))
            run_fail(d->r, "%s: columns of %s are names and numbers, not %s", d->r->op,
                     input, describe(L, -1));
        lua_pushvalue(L, -1);
        const char *one = column_item(d->r->arena, lua_tostring(L, -1));
        all = all == NULL ? one : arena_format(d->r->arena, "%s,%s", all, one);
        lua_pop(L, 2);
    }
    if (all == NULL)
        run_fail(d->r,
                 "%s: columns of %s must be like \"1:13\", \"medv\" or a list of "
                 "them, not %s",
                 d->r->op, input, describe(L, -1));
    return all;
}

static const char *read_path(Reader *d, const char *what)
{
    lua_State *L = d->L;
    if (lua_type(L, -1) != LUA_TSTRING || lua_rawlen(L, -1) == 0)
        run_fail(d->r, "%s: %s must be the path of a file, not %s", d->r->op, what,
                 describe(L, -1));
    if (strlen(lua_tostring(L, -1)) != lua_rawlen(L, -1))
        run_fail(d->r, "%s: the path of %s holds a zero byte", d->r->op, what);
    return intern(d->r->arena, lua_tostring(L, -1));
}

/* ---- fields of each kind; the value stands on the top of the stack ---- */

static void csv_field(Reader *d, MfField *field)
{
    static const char *const known[] = {"columns", "scale"};
    lua_State *L = d->L;
    if (!lua_istable(L, -1) || lua_rawlen(L, -1) > 0) {
        field->columns = read_columns(d, field->input);
        if (lua_istable(L, -1)) {
            check_options(L, -1, field->input, 2, known, true);
            read_scale(d, field);
        }
        return;
    }
    check_options(L, -1, arena_format(d->r->arena, "%s: %s", d->r->op, field->input), 2,
                  known, false);
    if (option(L, -1, "columns") != LUA_TNIL)
        field->columns = read_columns(d, field->input);
    lua_pop(L, 1);
    read_scale(d, field);
}

/* { path = "a.csv", ... } is { "a.csv", ... }, for the table at index i. */
static void place_path(lua_State *L, int i)
{
    if (lua_rawlen(L, i) > 0)
        return;
    if (option(L, i, "path") == LUA_TSTRING) {
        lua_pushvalue(L, -1);
        lua_rawseti(L, i, 1);
        lua_pushnil(L);
        lua_setfield(L, i, "path");
    }
    lua_pop(L, 1);
}

static void raw_dtype(Reader *d, MfField *field)
{
    static const struct {
        const char *name;
        MfDtype dtype;
        bool u8;
    } kinds[] = {{"u8", MF_I32, true},
                 {"f32", MF_F32, false},
                 {"f64", MF_F64, false},
                 {"i32", MF_I32, false},
                 {"bool", MF_BOOL, false}};
    lua_State *L = d->L;
    const char *name = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "";
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(name, kinds[i].name) == 0) {
            field->raw = kinds[i].dtype;
            field->raw_u8 = kinds[i].u8;
            return;
        }
    run_fail(d->r,
             "%s: dtype of %s is \"u8\", \"i32\", \"f32\", \"f64\" or \"bool\", "
             "not %s",
             d->r->op, field->input, describe(L, -1));
}

/* What raw files hold unless a dtype is said: numbers of the input's kind. */
static MfDtype raw_default(const Reader *d, const MfField *field)
{
    const Node *input = data_input(d->r, field->input);
    return input == NULL          ? MF_F32
           : input->dtype == I32  ? MF_I32
           : input->dtype == BOOL ? MF_BOOL
                                  : MF_F32;
}

/* A path, or { path, scale = ..., dtype = ... }. */
static void file_field(Reader *d, MfField *field)
{
    static const char *const known[] = {"scale", "dtype"};
    lua_State *L = d->L;
    bool raw = d->data->kind == MF_DATA_RAW;
    field->raw = raw_default(d, field);
    if (!lua_istable(L, -1)) {
        field->path = read_path(d, field->input);
        return;
    }
    check_options(L, -1, arena_format(d->r->arena, "%s: %s", d->r->op, field->input),
                  raw ? 2 : 1, known, true);
    lua_rawgeti(L, -1, 1);
    field->path = read_path(d, field->input);
    lua_pop(L, 1);
    if (raw && option(L, -1, "dtype") != LUA_TNIL)
        raw_dtype(d, field);
    if (raw)
        lua_pop(L, 1);
    read_scale(d, field);
}

/* An input of truth values takes them as such, too. */
static bool begins_with_bool(lua_State *L)
{
    int top = lua_gettop(L);
    while (lua_istable(L, -1))
        lua_rawgeti(L, -1, 1);
    bool is = lua_isboolean(L, -1);
    lua_settop(L, top);
    return is;
}

static int64_t inline_field(Reader *d, MfField *field)
{
    lua_State *L = d->L;
    Tensor *t = to_tensor(L, -1);
    if (lua_istable(L, -1))
        read_scale(d, field);
    const Node *input = data_input(d->r, field->input);
    bool truth = input != NULL && input->dtype == BOOL && begins_with_bool(L);
    Node *node =
        t != NULL ? t->node : const_node(L, lua_gettop(L), (int)(truth ? BOOL : F64));
    if (node->op != OP_const || node->shape.rank == 0)
        run_fail(d->r,
                 "%s: %s must be a nested table of numbers or a constant with rows, "
                 "not %s",
                 d->r->op, field->input, describe(L, -1));
    field->rows = (int)node->shape.dim[0];
    field->values = node->attr.data;
    return shape_size(&node->shape) / field->rows;
}

static void read_field(Reader *d, const char *input, const char *split)
{
    MfField field = {.input = input, .split = split, .mul = 1, .div = 1};
    int64_t row = 0;
    if (d->data->kind == MF_DATA_CSV)
        csv_field(d, &field);
    else if (d->data->kind == MF_DATA_INLINE)
        row = inline_field(d, &field);
    else
        file_field(d, &field);
    PUSH(d->r->arena, d->fields, field);
    PUSH(d->r->arena, d->rows, row);
}

/* ---- splits: train, valid, test, and then by name ---- */

static int split_rank(const char *name)
{
    static const char *const first[] = {"train", "valid", "test"};
    for (int i = 0; i < 3; i++)
        if (strcmp(name, first[i]) == 0)
            return i;
    return 3;
}

static void add_split(Reader *d, const char *name, double fraction)
{
    MfSplit split = {name, fraction};
    PUSH(d->r->arena, d->splits, split);
    for (int i = d->splits.n - 1; i > 0; i--) {
        MfSplit *at = &d->splits.at[i];
        if (split_rank(at[-1].name) <= split_rank(at[0].name))
            break;
        split = at[-1];
        at[-1] = at[0];
        at[0] = split;
    }
}

static void read_splits(Reader *d)
{
    lua_State *L = d->L;
    Run *r = d->r;
    if (option(L, 1, "split") == LUA_TNIL) {
        lua_pop(L, 1);
        return;
    }
    if (!lua_istable(L, -1) || lua_rawlen(L, -1) > 0)
        run_fail(r, "%s: split must be a table like { train = 0.9, valid = 0.1 }",
                 r->op);
    int table = lua_gettop(L), n = lib_keys(L, table);
    double sum = 0;
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, table + 1, i);
        const char *name = check_name(L, -1, "the name of a split");
        lua_rawget(L, table);
        double fraction = check_real(L, -1, name);
        lua_pop(L, 1);
        if (!(fraction > 0 && fraction <= 1))
            run_fail(r, "%s: split.%s must be above 0 and at most 1, not %.14g", r->op,
                     name, fraction);
        sum += fraction;
        add_split(d, name, fraction);
    }
    if (sum > 1 + 1e-9)
        run_fail(r, "%s: the parts of split add up to %.14g, more than the whole",
                 r->op, sum);
    lua_settop(L, 1);
}

/* ---- the table as a whole ---- */

/* Whether the value at i is a group of fields, { image = ..., label = ... }, and
 * not the description of one. */
static bool is_group(Reader *d, int i)
{
    if (d->data->kind == MF_DATA_CSV || d->data->kind == MF_DATA_INLINE ||
        !lua_istable(d->L, i) || lua_rawlen(d->L, i) > 0)
        return false;
    return true;
}

static void read_group(Reader *d, const char *split)
{
    lua_State *L = d->L;
    int group = lua_gettop(L), n = lib_keys(L, group);
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, group + 1, i);
        const char *input = check_name(L, -1, "the name of an input");
        lua_rawget(L, group);
        read_field(d, input, split);
        lua_pop(L, 1);
    }
    lua_settop(L, group);
    add_split(d, split, 0);
    d->by_split = true;
}

/* An option and no input; its value is on top. */
static bool reserved(const Reader *d, const char *key)
{
    bool text = lua_type(d->L, -1) == LUA_TSTRING, csv = d->data->kind == MF_DATA_CSV;
    return strcmp(key, "split") == 0 || (csv && strcmp(key, "header") == 0) ||
           (csv && text && strcmp(key, "missing") == 0);
}

static void read_fields(Reader *d)
{
    lua_State *L = d->L;
    int n = lib_keys(L, 1);
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, 2, i);
        if (lua_type(L, -1) != LUA_TSTRING) {
            lua_pop(L, 1);
            continue;
        }
        const char *key = check_name(L, -1, "the name of an input");
        lua_rawget(L, 1);
        if (is_group(d, -1) && !reserved(d, key))
            read_group(d, key);
        else if (!reserved(d, key))
            read_field(d, key, NULL);
        lua_pop(L, 1);
    }
    if (d->fields.n == 0)
        run_fail(d->r, "%s: no input is named: x = ...", d->r->op);
    lua_settop(L, 1);
}

static void read_header(Reader *d)
{
    lua_State *L = d->L;
    int type = option(L, 1, "header");
    d->data->header = -1;
    if (type == LUA_TBOOLEAN)
        d->data->header = lua_toboolean(L, -1);
    else if (type != LUA_TNIL &&
             (type != LUA_TSTRING || strcmp(lua_tostring(L, -1), "auto") != 0))
        run_fail(d->r, "%s: header is true, false or \"auto\", not %s", d->r->op,
                 describe(L, -1));
    lua_pop(L, 1);
}

static void read_missing(Reader *d)
{
    lua_State *L = d->L;
    const char *text =
        option(L, 1, "missing") == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
    d->data->gaps = text != NULL && strcmp(text, "nan") == 0;
    if (text != NULL && !d->data->gaps && strcmp(text, "error") != 0)
        run_fail(d->r, "%s: missing is \"error\" or \"nan\", not %s", d->r->op,
                 describe(L, -1));
    lua_pop(L, 1);
}

/* x = "tokens" and y = "target": the inputs that get a window, and the same moved
 * by one. */
static void read_text(Reader *d)
{
    static const char *const known[] = {"x", "y", "context", "level", "split"};
    static const char *const moved[] = {"tokens", "target"};
    lua_State *L = d->L;
    Run *r = d->r;
    if (option(L, 1, "x") == LUA_TNIL)
        run_fail(r,
                 "%s: x is missing: x = \"tokens\" names the input that gets the text, "
                 "y = \"target\" the one that gets it moved by one",
                 r->op);
    check_options(L, 1, r->op, 5, known, true);
    if (option(L, 1, "level") != LUA_TNIL &&
        (lua_type(L, -1) != LUA_TSTRING || strcmp(lua_tostring(L, -1), "char") != 0))
        run_fail(r, "%s: level is \"char\", not %s", r->op, describe(L, -1));
    if (option(L, 1, "context") == LUA_TNIL)
        run_fail(r, "%s: context is missing: the number of characters in a row", r->op);
    int64_t context = check_whole(L, -1, "context");
    if (context < 1 || context > INT32_MAX)
        run_fail(r, "%s: context must be 1 or more, not %lld", r->op,
                 (long long)context);
    d->data->context = (int)context;
    for (int i = 0; i < 2; i++) {
        MfField field = {.columns = moved[i], .mul = 1, .div = 1};
        if (option(L, 1, known[i]) == LUA_TNIL)
            continue;
        field.input = check_name(L, -1, known[i]);
        PUSH(r->arena, d->fields, field);
        PUSH(r->arena, d->rows, 0);
    }
    lua_settop(L, 1);
}

static int read_data(lua_State *L, MfDataKind kind)
{
    Run *r = run_of(L);
    Source *source = NEW(r->arena, Source);
    Reader d = {.L = L, .r = r, .data = &source->data};
    d.data->kind = kind;
    if (!lua_istable(L, 1))
        run_fail(r, "%s: wants a table, not %s", r->op, describe(L, 1));
    lua_settop(L, 1);
    lua_Unsigned listed = kind == MF_DATA_CSV || kind == MF_DATA_TEXT ? 1 : 0;
    if (listed)
        place_path(L, 1);
    if (lua_rawlen(L, 1) != listed)
        run_fail(r,
                 listed
                     ? "%s: wants the path of one file first: { \"data.csv\", x = ... }"
                     : "%s: sources have the names of inputs: { x = ... }",
                 r->op);
    if (listed) {
        lua_rawgeti(L, 1, 1);
        d.data->path = read_path(&d, "the data");
        lua_pop(L, 1);
    }
    if (kind == MF_DATA_CSV) {
        read_header(&d);
        read_missing(&d);
    }
    if (kind == MF_DATA_TEXT)
        read_text(&d);
    else
        read_fields(&d);
    if (d.by_split && option(L, 1, "split") != LUA_TNIL)
        run_fail(r, "%s: either split or files for each split, not both", r->op);
    lua_settop(L, 1);
    read_splits(&d);
    d.data->field = source->field = d.fields.at;
    d.data->n_fields = d.fields.n;
    d.data->split = d.splits.at;
    d.data->n_splits = d.splits.n;
    source->row = d.rows.at;
    Where *where = lua_newuserdatauv(L, sizeof *where, 1);
    *where = r->where;
    lua_pushlightuserdata(L, source);
    lua_setiuservalue(L, -2, 1);
    luaL_setmetatable(L, script_data);
    return 1;
}

#define SOURCE(name, kind)                                                             \
    static int data_##name(lua_State *L)                                               \
    {                                                                                  \
        return read_data(L, kind);                                                     \
    }
SOURCE(csv, MF_DATA_CSV)
SOURCE(npy, MF_DATA_NPY)
SOURCE(idx, MF_DATA_IDX)
SOURCE(text, MF_DATA_TEXT)
SOURCE(inline, MF_DATA_INLINE)
SOURCE(raw, MF_DATA_RAW)

void data_open(lua_State *L)
{
    static const Api sources[] = {{"data.csv", data_csv, 0},
                                  {"data.npy", data_npy, 0},
                                  {"data.idx", data_idx, 0},
                                  {"data.text", data_text, 0},
                                  {"data.inline", data_inline, 0},
                                  {"data.raw", data_raw, 0}};
    lua_getfield(L, LUA_REGISTRYINDEX, "mf");
    lua_newtable(L);
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        call_push(L, &sources[i]);
        lua_setfield(L, -2, sources[i].name + strlen("data."));
    }
    lua_setfield(L, -2, "data");
    lua_pop(L, 1);
}

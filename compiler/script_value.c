/*
 * script_value.c - tensors and dims as Lua values, and how arguments are read:
 * numbers, shapes, axes, names. What is wrong with one is said in full, with the
 * function that was called in front.
 */
#include "script.h"

#include <math.h>
#include <string.h>

const char script_tensor[] = "tensor";

/* ---- tensors ---- */

void push_node(lua_State *L, Node *node)
{
    Tensor *t = lua_newuserdatauv(L, sizeof *t, 0);
    *t = (Tensor){.node = node};
    luaL_setmetatable(L, script_tensor);
    run_of(L)->started = true;
}

Tensor *to_tensor(lua_State *L, int i)
{
    return lua_isuserdata(L, i) ? luaL_testudata(L, i, script_tensor) : NULL;
}

Node *number_node(Run *r, Dtype dtype, double v)
{
    return n_full(r->graph, dtype, (Shape){0}, v);
}

/* The node as seen from the body b: its slot there. */
static Node *capture(Run *r, Body *b, Node *node)
{
    if (node->graph == b->graph)
        return node;
    Graph *outer = b->outer != NULL ? b->outer->graph : r->root;
    if (node->graph != outer) {
        if (b->outer == NULL)
            run_fail(r,
                     "%s: %s was made inside mf.scan and lives only there: return it "
                     "from the function",
                     r->op, describe_node(node));
        node = capture(r, b->outer, node);
    }
    if (node->op == OP_full)
        return n_full(b->graph, node->dtype, node->shape, node->attr.num);
    for (int i = 0; i < b->slots.n; i++)
        if (b->slots.at[i].outer == node && !b->slots.at[i].sequence)
            return b->slots.at[i].inner;
    Node *inner = n_slot(b->graph, b->n_slots, node->dtype, node->shape);
    inner->name = node->name;
    Slot slot = {node, inner, b->n_slots++, false};
    PUSH(r->arena, b->slots, slot);
    return inner;
}

Node *run_capture(Run *r, Node *node)
{
    if (node->graph == r->graph)
        return node;
    if (r->body == NULL)
        run_fail(r,
                 "%s: %s was made inside mf.scan and lives only there: return it "
                 "from the function",
                 r->op, describe_node(node));
    return capture(r, r->body, node);
}

/* x.mean(1) for x:mean(1): what the dot leaves in the tensor's place. */
static const char *colon_hint(lua_State *L, int i)
{
    Run *r = run_of(L);
    bool left = lua_isnoneornil(L, i) || lua_type(L, i) == LUA_TNUMBER;
    if (i != 1 || !left || r->op == NULL || strchr(r->op, '.') != NULL)
        return "";
    return arena_format(r->arena, " (methods are called with a colon: x:%s(...))",
                        r->op);
}

Node *check_node_arg(lua_State *L, int i, const char *what)
{
    Run *r = run_of(L);
    Tensor *t = to_tensor(L, i);
    if (t == NULL && lua_isnone(L, i))
        run_fail(r, "%s: %s is missing: it must be a tensor%s", r->op, what,
                 colon_hint(L, i));
    if (t == NULL)
        run_fail(r, "%s: %s must be a tensor, not %s%s", r->op, what, describe(L, i),
                 colon_hint(L, i));
    return run_capture(r, t->node);
}

Node *check_operand(lua_State *L, int i, Dtype dtype)
{
    Run *r = run_of(L);
    double v;
    Dim *dim = to_dim(L, i);
    if (dim != NULL)
        v = (double)dim->value;
    else if (lua_type(L, i) == LUA_TNUMBER)
        v = lua_tonumber(L, i);
    else if (lua_isboolean(L, i) && dtype == BOOL)
        v = lua_toboolean(L, i);
    else
        return check_node_arg(L, i, i == 1 ? "its operand" : "the other operand");
    if (dtype == BOOL && lua_type(L, i) == LUA_TNUMBER)
        run_fail(r,
                 "%s: a bool tensor and the number %.14g: cast the tensor first, or "
                 "use true and false",
                 r->op, v);
    if (dtype == I32 && (floor(v) != v || fabs(v) > 2147483648.0))
        run_fail(r,
                 "%s: an i32 tensor and the number %.14g, which is not a whole number "
                 "of 32 bits: cast the tensor first: x:cast \"f32\"",
                 r->op, v);
    return number_node(r, dtype, v);
}

/* ---- numbers ---- */

int64_t check_whole(lua_State *L, int i, const char *what)
{
    Run *r = run_of(L);
    Dim *dim = to_dim(L, i);
    if (dim != NULL)
        return dim->value;
    int whole;
    lua_Integer v = lua_tointegerx(L, i, &whole);
    if (lua_type(L, i) != LUA_TNUMBER || !whole)
        run_fail(r, "%s: %s must be a whole number, not %s", r->op, what,
                 describe(L, i));
    return v;
}

double check_real(lua_State *L, int i, const char *what)
{
    Run *r = run_of(L);
    Dim *dim = to_dim(L, i);
    if (dim != NULL)
        return (double)dim->value;
    if (lua_type(L, i) != LUA_TNUMBER)
        run_fail(r, "%s: %s must be a number, not %s", r->op, what, describe(L, i));
    return lua_tonumber(L, i);
}

int64_t check_extent(lua_State *L, int i, const char *what, const char **sym)
{
    Run *r = run_of(L);
    Dim *dim = to_dim(L, i);
    *sym = dim != NULL ? dim->name : NULL;
    if (dim == NULL && lua_type(L, i) == LUA_TNUMBER && !lua_isinteger(L, i) &&
        floor(lua_tonumber(L, i)) != lua_tonumber(L, i))
        run_fail(r,
                 "%s: %s must be a whole number, not %.14g (whole division is a // b)",
                 r->op, what, lua_tonumber(L, i));
    if (dim == NULL && lua_type(L, i) != LUA_TNUMBER)
        run_fail(r, "%s: %s must be a whole number or a mf.dim, not %s", r->op, what,
                 describe(L, i));
    int64_t v = check_whole(L, i, what);
    if (v <= 0)
        run_fail(r, "%s: %s must be 1 or more, not %lld", r->op, what, (long long)v);
    if (v > INT32_MAX)
        run_limit(r, r->where, "%s: %s is %lld, more than an axis can have", r->op,
                  what, (long long)v);
    return v;
}

/* ---- shapes and axes ---- */

Shape check_shape(lua_State *L, int i)
{
    Run *r = run_of(L);
    Shape s = {0};
    if (!lua_istable(L, i))
        run_fail(r, "%s: the shape must be a list of dimensions like { B, 13 }, not %s",
                 r->op, describe(L, i));
    lua_Unsigned n = lua_rawlen(L, i);
    check_options(L, i, "the shape", 0, NULL, true);
    if (n > MAX_RANK)
        run_fail(r, "%s: a tensor has at most %d axes, not %llu", r->op, MAX_RANK,
                 (unsigned long long)n);
    for (s.rank = 0; s.rank < (int)n; s.rank++) {
        char what[40];
        snprintf(what, sizeof what, "dimension %d", s.rank + 1);
        lua_rawgeti(L, i, s.rank + 1);
        s.dim[s.rank] = check_extent(L, -1, what, &s.sym[s.rank]);
        lua_pop(L, 1);
    }
    return s;
}

static int axis_named(Run *r, const Node *x, const char *name)
{
    int found = -1;
    for (int k = 0; k < x->shape.rank; k++) {
        if (x->shape.sym[k] == NULL || strcmp(x->shape.sym[k], name) != 0)
            continue;
        if (found >= 0)
            run_fail(r, "%s: two axes of %s are %s: give the axis by its number", r->op,
                     describe_node(x), name);
        found = k;
    }
    const char *names[MAX_RANK] = {0};
    int n = 0;
    for (int k = 0; k < x->shape.rank; k++)
        if (x->shape.sym[k] != NULL)
            names[n++] = x->shape.sym[k];
    const char *near = nearest_name(name, n, names);
    if (found < 0)
        run_fail(r, "%s: no axis of %s is called %s%s%s%s", r->op, describe_node(x),
                 name, near != NULL ? ": did you mean " : "", near != NULL ? near : "",
                 near != NULL ? "?" : "");
    return found;
}

int check_axis(lua_State *L, int i, const Node *x, int extra)
{
    Run *r = run_of(L);
    int rank = x->shape.rank + extra;
    Dim *dim = to_dim(L, i);
    if (dim != NULL)
        return axis_named(r, x, dim->name);
    if (lua_type(L, i) == LUA_TSTRING)
        return axis_named(r, x, lua_tostring(L, i));
    if (to_tensor(L, i) != NULL)
        run_fail(r,
                 "%s: the axis must be a number or the name of a dim, not a tensor "
                 "(mf.maximum and mf.minimum compare two tensors)",
                 r->op);
    if (lua_type(L, i) != LUA_TNUMBER)
        run_fail(r, "%s: the axis must be a number or the name of a dim, not %s", r->op,
                 describe(L, i));
    int64_t k = check_whole(L, i, "the axis");
    if (k == 0)
        run_fail(r, "%s: there is no axis 0: axes count from 1 (the last is -1)",
                 r->op);
    if (k > rank || -k > rank)
        run_fail(r, "%s: there is no axis %lld: %s has %d ax%ss%s", r->op, (long long)k,
                 describe_node(x), x->shape.rank, x->shape.rank == 1 ? "i" : "e",
                 extra > 0 ? ", and the new one may stand before, between or after"
                           : "");
    return (int)(k > 0 ? k - 1 : rank + k);
}

unsigned check_axes(lua_State *L, int i, const Node *x)
{
    Run *r = run_of(L);
    if (lua_isnoneornil(L, i))
        return (1u << x->shape.rank) - 1;
    if (!lua_istable(L, i))
        return 1u << check_axis(L, i, x, 0);
    unsigned axes = 0;
    int n = (int)lua_rawlen(L, i);
    check_options(L, i, "the axes", 0, NULL, true);
    if (n == 0)
        run_fail(r, "%s: the list of axes is empty", r->op);
    for (int k = 1; k <= n; k++) {
        lua_rawgeti(L, i, k);
        unsigned bit = 1u << check_axis(L, -1, x, 0);
        lua_pop(L, 1);
        if (axes & bit)
            run_fail(r, "%s: an axis stands twice in the list", r->op);
        axes |= bit;
    }
    return axes;
}

/* ---- names ---- */

/* The length of the UTF-8 sequence at p, 0 where it is none. */
static size_t utf8_length(const unsigned char *p, size_t n)
{
    size_t k = p[0] < 0x80   ? 1
               : p[0] < 0xc2 ? 0
               : p[0] < 0xe0 ? 2
               : p[0] < 0xf0 ? 3
                             : 4;
    if (p[0] > 0xf4 || k > n)
        return 0;
    for (size_t i = 1; i < k; i++)
        if ((p[i] & 0xc0) != 0x80)
            return 0;
    bool overlong = (p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xf0 && p[1] < 0x90);
    bool outside = (p[0] == 0xed && p[1] > 0x9f) || (p[0] == 0xf4 && p[1] > 0x8f);
    return overlong || outside ? 0 : k;
}

const char *check_name_text(Run *r, const char *text, size_t n, const char *what)
{
    if (n == 0 || n > MAX_NAME)
        run_fail(r, "%s: %s must have 1 to %d bytes, not %zu", r->op, what, MAX_NAME,
                 n);
    for (size_t i = 0; i < n;) {
        size_t k = utf8_length((const unsigned char *)text + i, n - i);
        bool control = (unsigned char)text[i] < ' ' || text[i] == 0x7f ||
                       (k == 2 && (unsigned char)text[i] == 0xc2 &&
                        (unsigned char)text[i + 1] < 0xa0);
        if (k == 0)
            run_fail(r, "%s: %s is not UTF-8", r->op, what);
        if (control)
            run_fail(r, "%s: %s holds a control character", r->op, what);
        i += k;
    }
    return intern_n(r->arena, text, n);
}

const char *check_name(lua_State *L, int i, const char *what)
{
    Run *r = run_of(L);
    if (lua_type(L, i) != LUA_TSTRING)
        run_fail(r, "%s: %s must be a string, not %s", r->op, what, describe(L, i));
    size_t n;
    const char *text = lua_tolstring(L, i, &n);
    return check_name_text(r, text, n, what);
}

Dtype check_dtype(lua_State *L, int i)
{
    Run *r = run_of(L);
    const char *name = lua_type(L, i) == LUA_TSTRING ? lua_tostring(L, i) : "";
    if (strcmp(name, "f32") == 0)
        return r->real; /* every floating value is f64 where f64 is asked for */
    if (strcmp(name, "f64") == 0)
        return F64;
    if (strcmp(name, "i32") == 0)
        return I32;
    if (strcmp(name, "bool") == 0)
        return BOOL;
    run_fail(r, "%s: the dtype must be \"f32\", \"f64\", \"i32\" or \"bool\", not %s",
             r->op, describe(L, i));
}

/* ---- what a value is, in words ---- */

const char *label_operand(const Node *n, const char *which)
{
    if (n->name == NULL && (n->op == OP_full || n->op == OP_const))
        return "a constant";
    if (n->name == NULL && slot_index(n) >= 0)
        return n->label != NULL ? n->label : "a value of the turn";
    const char *label = node_label(n);
    return strlen(label) <= 60 ? label
                               : arena_format(n->graph->arena, "the %s operand", which);
}

const char *label_node(const Node *n)
{
    return label_operand(n, "other");
}

const char *describe_node(const Node *n)
{
    Arena *arena = n->graph->arena;
    if (n->name != NULL)
        return arena_format(arena, "%s %s", n->name, type_text(n));
    return type_text(n);
}

const char *describe(lua_State *L, int i)
{
    Run *r = run_of(L);
    Tensor *t = to_tensor(L, i);
    Dim *dim = to_dim(L, i);
    if (t != NULL)
        return describe_node(t->node);
    if (dim != NULL)
        return arena_format(r->arena, "the dim %s", dim->name);
    switch (lua_type(L, i)) {
    case LUA_TNONE:
    case LUA_TNIL:
        return "nil";
    case LUA_TNUMBER: {
        lua_pushvalue(L, i);
        const char *text = arena_format(r->arena, "%s", lua_tostring(L, -1));
        lua_pop(L, 1);
        return text;
    }
    case LUA_TSTRING:
        return arena_format(r->arena, "\"%.80s\"", lua_tostring(L, i));
    case LUA_TBOOLEAN:
        return lua_toboolean(L, i) ? "true" : "false";
    case LUA_TUSERDATA:
        if (luaL_getmetafield(L, i, "__name") == LUA_TSTRING) {
            const char *text = arena_format(r->arena, "a %s", lua_tostring(L, -1));
            lua_pop(L, 1);
            return text;
        }
        return "an object";
    default:
        return arena_format(r->arena, "a %s", luaL_typename(L, i));
    }
}

int value_describe(lua_State *L)
{
    lua_pushstring(L, describe(L, 1));
    return 1;
}

void note_made(const Node *n)
{
    if ((n->op == OP_param || n->op == OP_input) && n->name != NULL &&
        n->where.file != NULL)
        note_at(n->where, "%s is made here", n->name);
}

/* ---- members of tensors and dims ---- */

static void push_shape(lua_State *L, const Shape *s)
{
    lua_createtable(L, s->rank, 0);
    for (int i = 0; i < s->rank; i++) {
        push_dim(L, s->dim[i], s->sym[i]);
        lua_rawseti(L, -2, i + 1);
    }
}

/* For the lint, which asks whether x.shape[1] == 4 compares a dim. */
static void note_shape_read(lua_State *L, const Shape *s)
{
    unsigned named = 0;
    for (int i = 0; i < s->rank; i++)
        named |= s->sym[i] != NULL ? 1u << i : 0;
    lua_Debug ar;
    if (named == 0 || !call_user_frame(L, 1, &ar))
        return;
    Run *r = run_of(L);
    Program *p = r->script->program;
    Where where = call_where(r, &ar);
    for (int i = 0; i < p->shapes.n; i++) {
        ShapeRead *read = &p->shapes.at[i];
        if (read->where.line == where.line &&
            strcmp(read->where.file, where.file) == 0) {
            read->named |= named;
            return;
        }
    }
    PUSH(p->arena, p->shapes, ((ShapeRead){where, named}));
}

Run *run_here(lua_State *L)
{
    Run *r = run_of(L);
    lua_Debug ar;
    if (call_user_frame(L, 1, &ar))
        run_at(r, call_where(r, &ar));
    return r;
}

static void tell_no_member(lua_State *L, const char *key)
{
    static const char *const own[] = {"shape", "rank", "dtype", "name"};
    Where where = run_here(L)->where;
    const char *near = nearest_name(key, 4, own);
    const char *meant = near != NULL
                            ? arena_format(run_of(L)->arena, ": did you mean %s?", near)
                            : names_meant(L, lua_upvalueindex(1), "", key);
    report_at(where, "a tensor has no %s%s", key,
              meant != NULL ? meant
                            : " (members: shape, rank, dtype, name; "
                              "mfc ops lists the methods)");
}

static int tensor_index(lua_State *L)
{
    const Node *n = to_tensor(L, 1)->node;
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : NULL;
    lua_pushvalue(L, 2);
    if (key != NULL && lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
        return 1;
    if (to_tensor(L, 1)->wrong) {
        push_wrong(L);
        return 1;
    }
    if (key == NULL) {
        report_at(run_here(L)->where,
                  "a tensor has no elements in the script: use "
                  "x:select(axis, i) or x:slice(axis, first, last)");
        push_wrong(L);
    } else if (strcmp(key, "shape") == 0) {
        note_shape_read(L, &n->shape);
        push_shape(L, &n->shape);
    } else if (strcmp(key, "rank") == 0)
        lua_pushinteger(L, n->shape.rank);
    else if (strcmp(key, "dtype") == 0)
        lua_pushstring(L, dtype_name(n->dtype));
    else if (strcmp(key, "name") == 0)
        lua_pushstring(L, n->name);
    else {
        tell_no_member(L, key);
        push_wrong(L);
    }
    return 1;
}

static int tensor_newindex(lua_State *L)
{
    if (!to_tensor(L, 1)->wrong)
        report_at(run_here(L)->where, "a tensor cannot be changed: make a new one");
    return 0;
}

static int tensor_tostring(lua_State *L)
{
    lua_pushstring(L, describe_node(to_tensor(L, 1)->node));
    return 1;
}

static int value_is_tensor(lua_State *L)
{
    lua_pushboolean(L, to_tensor(L, 1) != NULL);
    return 1;
}

static int value_is_dim(lua_State *L)
{
    lua_pushboolean(L, to_dim(L, 1) != NULL);
    return 1;
}

/* mf._fail(format, ...): the user's mistake, at the user's line. */
static int value_fail(lua_State *L)
{
    lua_getfield(L, LUA_REGISTRYINDEX, "format");
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, 1);
    run_fail(run_of(L), "%s", lua_tostring(L, -1));
}

/* mf._heal(format, ...): as _fail, but where it returns the call goes on with a value
 * of the type that it should have had. */
static int value_heal(lua_State *L)
{
    lua_getfield(L, LUA_REGISTRYINDEX, "format");
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, 1);
    if (!run_heal(run_of(L), "%s", lua_tostring(L, -1)))
        run_fail(run_of(L), "%s", lua_tostring(L, -1));
    return 0;
}

/* mf._errors(): how many were told. */
static int value_errors(lua_State *L)
{
    lua_pushinteger(L, diagnostics_errors());
    return 1;
}

/* mf._give_up(): fails without a word, after an error that was told. */
static int value_give_up(lua_State *L)
{
    run_quiet(run_of(L));
    run_fail(run_of(L), "it follows from another");
}

/* mf._note(tensor, format, ...): below the error that comes, where it was made. */
static int value_note(lua_State *L)
{
    Tensor *t = to_tensor(L, 1);
    if (t == NULL || t->node->where.file == NULL)
        return 0;
    lua_getfield(L, LUA_REGISTRYINDEX, "format");
    lua_replace(L, 1);
    lua_call(L, lua_gettop(L) - 1, 1);
    note_at(t->node->where, "%s", lua_tostring(L, -1));
    return 0;
}

/* mf._label(word, value, ...): the values; the first, if it is a tensor without a name,
 * is called so in emitted C, whatever it was called before. */
static int value_label(lua_State *L)
{
    Tensor *t = to_tensor(L, 2);
    if (t != NULL)
        t->node->label = intern(t->node->graph->arena, luaL_checkstring(L, 1));
    return lua_gettop(L) - 1;
}

void value_open(lua_State *L)
{
    static const luaL_Reg members[] = {{"__newindex", tensor_newindex},
                                       {"__tostring", tensor_tostring},
                                       {NULL, NULL}};
    static const luaL_Reg hidden[] =
        {{"_is_tensor", value_is_tensor}, {"_is_dim", value_is_dim},
         {"_describe", value_describe},   {"_options", value_options},
         {"_fail", value_fail},           {"_heal", value_heal},
         {"_errors", value_errors},       {"_give_up", value_give_up},
         {"_note", value_note},           {"_label", value_label},
         {"_public", call_public},        {NULL, NULL}};
    luaL_newmetatable(L, script_tensor);
    luaL_setfuncs(L, members, 0);
    luaL_getsubtable(L, LUA_REGISTRYINDEX, "methods");
    lua_pushcclosure(L, tensor_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pushliteral(L, "tensor");
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
    dim_open(L);
    lua_getfield(L, LUA_REGISTRYINDEX, "mf");
    luaL_setfuncs(L, hidden, 0);
    lua_pop(L, 1);
}

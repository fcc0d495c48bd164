/*
 * script_value.c - tensors as Lua values: how a body of a scan sees those from outside,
 * what they are in words, and their members. Here too are the inner functions of mf by
 * which the prelude looks at values and fails.
 */
#include "script.h"

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

/* A constant of one value is no operand; but it is one tensor, which has a gradient. */
static Node *full_inside(Run *r, Body *b, Node *node)
{
    for (int i = 0; i < b->fulls.n; i++)
        if (b->fulls.at[i].outer == node)
            return b->fulls.at[i].inner;
    Node *inner = n_full(b->graph, node->dtype, node->shape, node->attr.num);
    Slot slot = {.outer = node, .inner = inner};
    PUSH(r->arena, b->fulls, slot);
    return inner;
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
        return full_inside(r, b, node);
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

const char *describe_node(const Node *n)
{
    Arena *arena = n->graph->arena;
    if (n->name != NULL)
        return arena_format(arena, "%s %s", n->name, type_text(n));
    return type_text(n);
}

const char *layer_hint(const char *type)
{
    return strncmp(type, "nn.", 3) == 0 ? " (called, layer(x), it gives a tensor)" : "";
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
    default: {
        const char *named = NULL; /* what Lua calls it: nn.Linear, of a layer */
        if (luaL_getmetafield(L, i, "__name") == LUA_TSTRING) {
            named = intern(r->arena, lua_tostring(L, -1));
            lua_pop(L, 1);
        }
        if (named == NULL)
            named = lua_isuserdata(L, i) ? "object" : luaL_typename(L, i);
        return arena_format(r->arena, "%s %s%s", named[0] == 'o' ? "an" : "a", named,
                            layer_hint(named));
    }
    }
}

static int value_describe(lua_State *L)
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

/* x.shape[0] and [-1], of what its rawget does not find; further ones are nil, which is
 * how ipairs knows the end. */
static int shape_index(lua_State *L)
{
    int rank = (int)lua_rawlen(L, 1);
    lua_Integer axis = lua_isinteger(L, 2) ? lua_tointeger(L, 2) : 1;
    if (axis < 0 && axis >= -rank)
        return lua_rawgeti(L, 1, rank + 1 + axis), 1;
    if (axis >= 1)
        return lua_pushnil(L), 1;
    report_at(run_here(L)->where,
              "shape has no axis %lld: axes count from 1 (the last is -1)",
              (long long)axis);
    push_wrong(L);
    return 1;
}

static void push_shape(lua_State *L, const Shape *s)
{
    lua_createtable(L, s->rank, 0);
    lua_getfield(L, LUA_REGISTRYINDEX, "shape");
    lua_setmetatable(L, -2);
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

/* Arguments like those of string.format, as text. */
static const char *formatted(lua_State *L)
{
    lua_getfield(L, LUA_REGISTRYINDEX, "format");
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, 1);
    return lua_tostring(L, -1);
}

/* mf._fail(format, ...): the user's mistake, at the user's line. */
static int value_fail(lua_State *L)
{
    run_fail(run_of(L), "%s", formatted(L));
}

/* mf._heal(format, ...): as _fail, but where it returns the call goes on with a value
 * of the type that it should have had. */
static int value_heal(lua_State *L)
{
    const char *text = formatted(L);
    if (!run_heal(run_of(L), "%s", text))
        run_fail(run_of(L), "%s", text);
    return 0;
}

/* mf._blame(f): what f of the script gave is wrong, so that the error which comes
 * stands where f is written, and below it the line that called for it. */
static int value_blame(lua_State *L)
{
    Run *r = run_of(L);
    lua_Debug ar;
    luaL_checktype(L, 1, LUA_TFUNCTION);
    lua_settop(L, 1);
    lua_getinfo(L, ">S", &ar);
    if (ar.source[0] != '@') /* ours */
        return 0;
    note_at(r->where, "it is used here");
    ar.currentline = ar.linedefined;
    run_at(r, call_where(r, &ar));
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

/* mf._note(tensor, format, ...): below the error that comes, where it was made, if that
 * is another line. */
static int value_note(lua_State *L)
{
    Tensor *t = to_tensor(L, 1);
    if (t == NULL || t->node->where.file == NULL)
        return 0;
    Where where = t->node->where, here = run_of(L)->where;
    if (where.line == here.line && here.file && strcmp(where.file, here.file) == 0)
        return 0;
    lua_remove(L, 1);
    note_at(where, "%s", formatted(L));
    return 0;
}

/* mf._warn(format, ...): at the user's line; what is asked for is done. */
static int value_warn(lua_State *L)
{
    warn_at(run_of(L)->where, "%s", formatted(L));
    return 0;
}

static const Node *behind_views(const Node *n)
{
    while (is_view(n) || n->op == OP_reshape)
        n = n->arg[0];
    return n;
}

/* mf._squashed(tensor): "softmax" or "sigmoid", if one of these made it. */
static int value_squashed(lua_State *L)
{
    const Node *n = to_tensor(L, 1)->node;
    const Node *sum = n->op == OP_mul ? behind_views(n->arg[1]) : n;
    sum = sum->op == OP_div ? behind_views(sum->arg[1]) : n; /* e / sum, e (1 / sum) */
    bool softmax = sum != n && sum->op == OP_sum && n->arg[0]->op == OP_exp &&
                   sum->arg[0] == n->arg[0];
    lua_pushstring(L, softmax ? "softmax" : n->op == OP_sigmoid ? "sigmoid" : NULL);
    return 1;
}

/* mf._lowest(tensor): the lowest number below 0 that the script has `where` or
 * `concat` put into it, or nil. */
static int value_lowest(lua_State *L)
{
    const Node *n = behind_views(to_tensor(L, 1)->node);
    bool puts = n->op == OP_where || n->op == OP_concat;
    double low = 0;
    for (int i = n->op == OP_where; puts && i < n->n; i++) {
        const Node *one = behind_views(n->arg[i]);
        if (one->op == OP_full && one->attr.num < low)
            low = one->attr.num;
        int64_t count = one->op == OP_const ? shape_size(&one->shape) : 0;
        for (int64_t j = 0; j < count; j++)
            low = one->attr.data[j] < low ? one->attr.data[j] : low;
    }
    if (low == 0)
        return 0;
    lua_pushnumber(L, low);
    return 1;
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
    static const luaL_Reg hidden[] = {
        {"_is_tensor", value_is_tensor}, {"_is_dim", value_is_dim},
        {"_describe", value_describe},   {"_options", value_options},
        {"_fail", value_fail},           {"_heal", value_heal},
        {"_blame", value_blame},         {"_errors", value_errors},
        {"_give_up", value_give_up},     {"_note", value_note},
        {"_label", value_label},         {"_warn", value_warn},
        {"_squashed", value_squashed},   {"_lowest", value_lowest},
        {"_public", call_public},        {NULL, NULL},
    };
    luaL_newmetatable(L, "shape");
    lua_pushcfunction(L, shape_index);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
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

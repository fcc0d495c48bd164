/*
 * script_dim.c - named dims as Lua values: they take part in arithmetic and
 * comparisons as their numbers, and keep their name where a shape is wanted.
 */
#include "script.h"

#include <string.h>

const char script_dim[] = "dim";

void push_dim(lua_State *L, int64_t value, const char *name)
{
    if (name == NULL) {
        lua_pushinteger(L, value);
        return;
    }
    Dim *dim = lua_newuserdatauv(L, sizeof *dim, 0);
    *dim = (Dim){name, value};
    luaL_setmetatable(L, script_dim);
}

Dim *to_dim(lua_State *L, int i)
{
    return lua_isuserdata(L, i) ? luaL_testudata(L, i, script_dim) : NULL;
}

/* ---- members and operators ---- */

static int dim_index(lua_State *L)
{
    const Dim *dim = to_dim(L, 1);
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    if (strcmp(key, "value") == 0)
        lua_pushinteger(L, dim->value);
    else if (strcmp(key, "name") == 0)
        lua_pushstring(L, dim->name);
    else {
        report_at(run_here(L)->where, "a dim has no %s (members: value, name)", key);
        push_wrong(L);
    }
    return 1;
}

static int dim_newindex(lua_State *L)
{
    report_at(run_here(L)->where,
              "a dim cannot be changed: mf.dim(name, value) makes one");
    return 0;
}

static int dim_tostring(lua_State *L)
{
    lua_pushfstring(L, "%I", (LUAI_UACINT)to_dim(L, 1)->value);
    return 1;
}

static int dim_concat(lua_State *L)
{
    lib_tostring(L, 1);
    lib_tostring(L, 2);
    lua_concat(L, 2);
    return 1;
}

static void dim_numbers(lua_State *L)
{
    for (int i = 1; i <= 2; i++) {
        Dim *dim = to_dim(L, i);
        if (dim != NULL) {
            lua_pushinteger(L, dim->value);
            lua_replace(L, i);
        }
    }
    lua_settop(L, 2);
}

/* Upvalue: Lua's number of the operator. Arithmetic on a dim gives a number; with
 * a tensor it is the tensor's. */
static int dim_arith(lua_State *L)
{
    static const char *const event[] = {"__add", "__sub", "__mul", "__mod",
                                        "__pow", "__div", "__idiv"};
    int op = (int)lua_tointeger(L, lua_upvalueindex(1));
    if (op != LUA_OPUNM && to_tensor(L, 2) != NULL) {
        luaL_getmetafield(L, 2, event[op]);
        lua_insert(L, 1);
        lua_call(L, 2, 1);
        return 1;
    }
    dim_numbers(L);
    if (op == LUA_OPUNM)
        lua_settop(L, 1);
    lua_arith(L, op);
    return 1;
}

static int dim_compare(lua_State *L)
{
    int op = (int)lua_tointeger(L, lua_upvalueindex(1));
    dim_numbers(L);
    lua_pushboolean(L, lua_compare(L, 1, 2, op));
    return 1;
}

static int dim_eq(lua_State *L)
{
    Dim *a = to_dim(L, 1), *b = to_dim(L, 2);
    lua_pushboolean(L, a != NULL && b != NULL && a->name == b->name &&
                           a->value == b->value);
    return 1;
}

static void set_operator(lua_State *L, const char *event, lua_CFunction f, int op)
{
    lua_pushinteger(L, op);
    lua_pushcclosure(L, f, 1);
    lua_setfield(L, -2, event);
}

void dim_open(lua_State *L)
{
    static const luaL_Reg members[] = {{"__index", dim_index},
                                       {"__newindex", dim_newindex},
                                       {"__tostring", dim_tostring},
                                       {"__concat", dim_concat},
                                       {"__eq", dim_eq},
                                       {NULL, NULL}};
    luaL_newmetatable(L, script_dim);
    luaL_setfuncs(L, members, 0);
    set_operator(L, "__add", dim_arith, LUA_OPADD);
    set_operator(L, "__sub", dim_arith, LUA_OPSUB);
    set_operator(L, "__mul", dim_arith, LUA_OPMUL);
    set_operator(L, "__mod", dim_arith, LUA_OPMOD);
    set_operator(L, "__pow", dim_arith, LUA_OPPOW);
    set_operator(L, "__div", dim_arith, LUA_OPDIV);
    set_operator(L, "__idiv", dim_arith, LUA_OPIDIV);
    set_operator(L, "__unm", dim_arith, LUA_OPUNM);
    set_operator(L, "__lt", dim_compare, LUA_OPLT);
    set_operator(L, "__le", dim_compare, LUA_OPLE);
    lua_pushliteral(L, "dim");
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}

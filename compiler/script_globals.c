/*
 * script_globals.c - what a script finds: libraries of its own, mf without the inner
 * functions of the prelude, and no globals. Whoever reads or writes another name is
 * told what is meant, and the script goes on.
 */
#include "script.h"

#include <string.h>

/* The script gets copies of the libraries: what it does to them is not done to ours,
 * which methods of strings lead to. */
static void part_libraries(lua_State *L)
{
    lua_pushglobaltable(L);
    int globals = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, globals);) {
        if (!lua_istable(L, -1)) {
            lua_pop(L, 1);
            continue;
        }
        lua_newtable(L);
        for (lua_pushnil(L); lua_next(L, -3);) {
            lua_pushvalue(L, -2);
            lua_insert(L, -2);
            lua_settable(L, -4);
        }
        lua_remove(L, -2);
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_settable(L, globals);
    }
    lua_pushliteral(L, "");
    if (lua_getmetatable(L, -1)) {
        lua_pushboolean(L, false);
        lua_setfield(L, -2, "__metatable");
    }
    lua_settop(L, globals - 1);
}

/* What a script gets as mf: the prelude's table without its inner functions. */
static void publish(lua_State *L)
{
    lua_newtable(L);
    lua_getfield(L, LUA_REGISTRYINDEX, "mf");
    for (lua_pushnil(L); lua_next(L, -2);) {
        const char *key = lua_tostring(L, -2);
        if (key[0] == '_') {
            lua_pop(L, 1);
            continue;
        }
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_settable(L, -5);
    }
    lua_pop(L, 1);
    lua_setfield(L, LUA_REGISTRYINDEX, "mfc");
}

static void seal(lua_State *L)
{
    lua_getfield(L, LUA_REGISTRYINDEX, "mfc");
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
        const char *key = lua_tostring(L, -2);
        if (lua_type(L, -1) != LUA_TTABLE || key[0] == '_')
            continue;
        if (lua_getmetatable(L, -1)) {
            lua_pop(L, 1);
            continue;
        }
        const char *name = lua_pushfstring(L, "mf.%s", key);
        lua_insert(L, -2);
        names_strict(L, name);
        lua_remove(L, -2);
    }
    names_strict(L, "mf");
    lua_pop(L, 1);
}

/* Names that other languages have where scripts have nothing, or another one. */
static const struct {
    const char *key, *write;
} foreign[] = {
    {"True", "Lua writes true"},
    {"False", "Lua writes false"},
    {"None", "Lua writes nil"},
    {"null", "Lua writes nil"},
    {"len", "the length of a list is #t, an axis of a tensor x.shape[1]"},
    {"range", "a loop is for i = 1, n do ... end"},
    {"str", "it is tostring(v)"},
    {"int", "it is v // 1, of a tensor x:cast \"i32\""},
    {"float", "it is tonumber(v), of a tensor x:cast \"f32\""},
    {"nn", "write local nn = mf.nn"},
    {"np", "operations are functions of mf and methods of tensors"},
    {"torch", "operations are functions of mf and methods of tensors"},
    {"tf", "operations are functions of mf and methods of tensors"},
    {"F", "operations are functions of mf and methods of tensors"},
};

/* Reading a global that is not there. */
static void tell_undeclared(lua_State *L, Where where, const char *key)
{
    static const char *const missing[] = {"io",       "os",         "debug",
                                          "load",     "loadstring", "package",
                                          "dofile",   "loadfile",   "pcall",
                                          "xpcall",   "_G",         "collectgarbage",
                                          "coroutine"};
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++)
        if (strcmp(key, missing[i]) == 0) {
            report_at(where,
                      "%s is not there: a script only builds a model, and has no "
                      "access to files, the system or other scripts' state",
                      key);
            return;
        }
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (strcmp(key, foreign[i].key) == 0) {
            report_at(where, "%s is not declared: %s", key, foreign[i].write);
            return;
        }
    const char *meant = declared_elsewhere(run_of(L), where, key), *near;
    if (meant == NULL && (near = names_elsewhere(L, "mf.", key)) != NULL)
        meant = arena_format(run_of(L)->arena, "did you mean %s?", near);
    if (meant == NULL)
        meant = declared_near(run_of(L), where, key, "");
    if (meant == NULL && (near = nearest_key(L, 1, key)) != NULL)
        meant = arena_format(run_of(L)->arena, "did you mean %s?", near);
    if (strcmp(key, "mf") == 0)
        meant = "begin the script with local mf = require \"mfc\"";
    if (meant != NULL)
        report_at(where, "%s is not declared: %s", key, meant);
    else
        report_at(where, "%s is not declared: write local %s = ... before it is used",
                  key, key);
}

static int on_global(lua_State *L)
{
    Run *r = run_of(L);
    bool write = lua_gettop(L) == 3;
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    lua_Debug ar;
    Where where = r->where;
    if (call_user_frame(L, 1, &ar))
        where = call_where(r, &ar);
    if (write) {
        const char *meant =
            declared_near(r, where, key, arena_format(r->arena, ", or local %s", key));
        report_at(where, "%s is not declared: %s", key,
                  meant != NULL
                      ? meant
                      : arena_format(r->arena,
                                     "write local %s (a script has no globals)", key));
        lua_rawset(L, 1);
        return 0;
    }
    tell_undeclared(L, where, key);
    push_wrong(L); /* from now on too, without a word */
    lua_pushvalue(L, 2);
    lua_pushvalue(L, -2);
    lua_rawset(L, 1);
    return 1;
}

/* Reading a number that math does not have; functions are told when called. */
static int on_no_number(lua_State *L)
{
    static const struct {
        const char *name, *write;
    } known[] = {{"e", "math.exp(1)"},      {"eps", "2 ^ -52"},
                 {"inf", "math.huge"},      {"Inf", "math.huge"},
                 {"infinity", "math.huge"}, {"nan", "0 / 0"},
                 {"NaN", "0 / 0"},          {"PI", "math.pi"},
                 {"tau", "2 * math.pi"}};
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "";
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(key, known[i].name) == 0) {
            lua_Debug ar;
            Where where = run_of(L)->where;
            if (call_user_frame(L, 1, &ar))
                where = call_where(run_of(L), &ar);
            report_at(where, "math has no %s: use %s", key, known[i].write);
            push_wrong(L);
            return 1;
        }
    return 0;
}

static void close_globals(lua_State *L)
{
    lua_getglobal(L, "math");
    lua_newtable(L);
    lua_pushcfunction(L, on_no_number);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
    lua_pushglobaltable(L);
    lua_newtable(L);
    lua_pushcfunction(L, on_global);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__index");
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

void globals_open(lua_State *L)
{
    part_libraries(L);
    publish(L);
    seal(L);
    close_globals(L);
}

/*
 * script_names.c - what is meant by a name that mf, a part of it or a tensor does not
 * have.
 *
 * The same word in another spelling or a synonym of it, here or elsewhere in mf; what
 * is written in its place where there is nothing like it; else the name with the fewest
 * letters that differ.
 */
#include "script.h"

#include <string.h>

typedef struct {
    int n;
    const char *const *at;
} Names;

/* The names in the table at i that a script sees. */
static Names table_names(lua_State *L, int i)
{
    Run *r = run_of(L);
    ARRAY(const char *) keys = {0};
    i = lua_absindex(L, i);
    for (lua_pushnil(L); lua_next(L, i); lua_pop(L, 1)) {
        const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "_";
        const Tensor *t = to_tensor(L, -1); /* what was told stays out */
        if (key[0] != '_' && (t == NULL || !t->wrong))
            PUSH(r->arena, keys, key);
    }
    return (Names){keys.n, keys.at};
}

const char *nearest_key(lua_State *L, int i, const char *name)
{
    Names names = table_names(L, i);
    return nearest_name(name, names.n, names.at);
}

const char *names_elsewhere(lua_State *L, const char *prefix, const char *key)
{
    static const char *const parts[] = {"",     "nn",    "loss", "metric",
                                        "init", "optim", "data"};
    bool all = strcmp(prefix, "mf.") == 0;
    bool none = strcmp(prefix, "mf.init.") == 0 || strcmp(prefix, "mf.optim.") == 0 ||
                strcmp(prefix, "mf.data.") == 0;
    int n = none ? 0 : all ? 7 : 4, top = lua_gettop(L);
    const char *found = NULL;
    for (int k = 0; found == NULL && k < n; k++) {
        bool part = parts[k][0] != '\0';
        lua_getfield(L, LUA_REGISTRYINDEX, "mf");
        if (part)
            lua_getfield(L, -1, parts[k]);
        Names names = table_names(L, -1);
        const char *same = known_name(key, names.n, names.at);
        if (same != NULL && lua_getfield(L, -1, same) == LUA_TFUNCTION)
            found = arena_format(run_of(L)->arena, "mf.%s%s%s", parts[k],
                                 part ? "." : "", same);
        lua_settop(L, top);
    }
    return found;
}

const char *names_meant(lua_State *L, int i, const char *prefix, const char *key)
{
    Arena *arena = run_of(L)->arena;
    Names names = table_names(L, i);
    const char *here = known_name(key, names.n, names.at), *write, *there;
    if (here == NULL && (write = idiom(key)) != NULL)
        return arena_format(arena, ": use %s", write);
    if (here == NULL && (there = names_elsewhere(L, prefix, key)) != NULL)
        return arena_format(arena, ": did you mean %s?", there);
    if (here == NULL)
        here = nearest_name(key, names.n, names.at);
    return here != NULL ? arena_format(arena, ": did you mean %s%s?", prefix, here)
                        : NULL;
}

/* The names in the table at i, one after another; "" where they are too many. */
static const char *list_keys(lua_State *L, int i)
{
    enum { MANY = 40 };
    Run *r = run_of(L);
    const char *text = "";
    int n = lib_keys(L, i);
    for (int k = 1; n <= MANY && k <= n; k++) {
        lua_rawgeti(L, -1, k);
        text = arena_format(r->arena, "%s%s%s", text, k > 1 ? ", " : "",
                            lua_tostring(L, -1));
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return text;
}

/* Reading an unknown member of mf, mf.nn ... */
static int on_unknown_member(lua_State *L)
{
    Run *r = run_of(L);
    const char *table = lua_tostring(L, lua_upvalueindex(1));
    const char *key = lua_tostring(L, 2);
    if (lua_type(L, 2) != LUA_TSTRING || key[0] == '_')
        return 0;
    lua_Debug ar;
    Where where = r->where;
    if (call_user_frame(L, 1, &ar))
        where = call_where(r, &ar);
    const char *meant = names_meant(L, 1, arena_format(r->arena, "%s.", table), key);
    const char *members = meant != NULL ? "" : list_keys(L, 1);
    if (meant != NULL)
        report_at(where, "%s has no %s%s", table, key, meant);
    else
        report_at(where, "%s has no %s%s%s%s", table, key, *members ? " (it has " : "",
                  members, *members ? ")" : ": mfc ops lists its functions");
    push_wrong(L);
    return 1;
}

void names_strict(lua_State *L, const char *name)
{
    lua_newtable(L);
    lua_pushstring(L, name);
    lua_pushcclosure(L, on_unknown_member, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
}

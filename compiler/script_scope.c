/*
 * script_scope.c - what a piece of a script says of all that is done in it: the prefix
 * of names, that parameters are not trained, that layers behave as in inference. And
 * what a function holds: the parameters of a layer that is a plain function.
 */
#include "script.h"

#include <string.h>

/* ---- names and numbers ---- */

static Scope innermost(const Run *r)
{
    return r->scopes.n > 0 ? r->scopes.at[r->scopes.n - 1] : (Scope){.prefix = ""};
}

const char *scope_path(lua_State *L, int i, const char *what)
{
    Run *r = run_of(L);
    const char *name = check_name(L, i, what);
    const char *full = arena_format(r->arena, "%s%s", innermost(r).prefix, name);
    return check_name_text(r, full, strlen(full), what);
}

const char *scope_number(Run *r, const char *kind)
{
    const char *name = arena_format(r->arena, "%s%s", innermost(r).prefix, kind);
    name = intern(r->arena, name);
    int k = 0;
    while (k < r->counters.n && r->counters.at[k].name != name)
        k++;
    if (k == r->counters.n)
        PUSH(r->arena, r->counters, ((Counter){name, 0}));
    return arena_format(r->arena, "%s%d", name, ++r->counters.at[k].n);
}

static int number_of(lua_State *L)
{
    lua_pushstring(L, scope_number(run_of(L), luaL_checkstring(L, 1)));
    return 1;
}

/* ---- scopes ---- */

bool scope_trains(const Run *r)
{
    return !innermost(r).frozen;
}

bool scope_infers(const Run *r)
{
    return innermost(r).inference;
}

/* Calls the function at the top of the stack, alone on it, within this scope. */
static int call_within(lua_State *L, Scope scope)
{
    Run *r = run_of(L);
    PUSH(r->arena, r->scopes, scope);
    lua_call(L, 0, LUA_MULTRET);
    r->scopes.n--;
    return lua_gettop(L);
}

/* mf.scope(name, fn, { trainable = true }) */
static int scope_named(lua_State *L)
{
    static const char *const known[] = {"trainable"};
    Run *r = run_of(L);
    const char *name = scope_path(L, 1, "the name of the scope");
    if (!lua_isfunction(L, 2))
        run_fail(r, "scope: wants a function: mf.scope(\"%s\", function() ... end)",
                 name);
    lua_settop(L, 3);
    check_options(L, 3, "scope", 1, known, false);
    Scope scope = innermost(r);
    scope.prefix = arena_format(r->arena, "%s.", name);
    if (lua_istable(L, 3) && option(L, 3, "trainable") != LUA_TNIL) {
        if (!lua_isboolean(L, -1))
            run_fail(r, "scope: trainable is true or false, not %s", describe(L, -1));
        scope.frozen = !lua_toboolean(L, -1);
    }
    lua_settop(L, 2);
    lua_remove(L, 1);
    return call_within(L, scope);
}

/* mf.inference(fn) */
static int scope_inference(lua_State *L)
{
    Run *r = run_of(L);
    if (!lua_isfunction(L, 1))
        run_fail(r, "inference: wants a function: mf.inference(function() return "
                    "layer(x) end)");
    Scope scope = innermost(r);
    scope.inference = true;
    lua_settop(L, 1);
    return call_within(L, scope);
}

/* ---- what a function holds ---- */

/* mf._held(fn): its variables from outside, those of them that are tables, functions or
 * tensors, in the order in which it names them. */
static int held_by(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TFUNCTION);
    lua_settop(L, 1);
    lua_newtable(L);
    const char *name;
    for (int k = 1, n = 0; (name = lua_getupvalue(L, 1, k)) != NULL; k++) {
        int type = lua_type(L, -1);
        bool held =
            type == LUA_TTABLE || type == LUA_TFUNCTION || type == LUA_TUSERDATA;
        if (held && *name != '\0' && strcmp(name, "_ENV") != 0)
            lua_rawseti(L, 2, ++n);
        else
            lua_pop(L, 1);
    }
    return 1;
}

void scope_open(lua_State *L)
{
    static const Api functions[] = {{"scope", scope_named, 0},
                                    {"inference", scope_inference, 1}};
    static const Api hidden[] = {{"_number", number_of, 0}, {"_held", held_by, 0}};
    call_register(L, sizeof functions / sizeof *functions, functions, API_FUNCTION);
    call_register(L, sizeof hidden / sizeof *hidden, hidden, API_FUNCTION);
}

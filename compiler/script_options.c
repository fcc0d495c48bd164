/*
 * script_options.c - tables of options: every misspelt one is an error that says
 * what was meant.
 */
#include "lua_token.h"
#include "script.h"

#include <string.h>

int option(lua_State *L, int i, const char *name)
{
    i = lua_absindex(L, i);
    lua_pushstring(L, name);
    return lua_rawget(L, i);
}

int64_t whole_option(lua_State *L, int i, const char *name, int64_t otherwise)
{
    int64_t v = option(L, i, name) == LUA_TNIL ? otherwise : check_whole(L, -1, name);
    lua_pop(L, 1);
    return v;
}

double real_option(lua_State *L, int i, const char *name, double otherwise)
{
    double v = option(L, i, name) == LUA_TNIL ? otherwise : check_real(L, -1, name);
    lua_pop(L, 1);
    return v;
}

const char *list_names(Run *r, int n, const char *const *names)
{
    const char *text = n > 0 ? names[0] : "";
    for (int k = 1; k < n; k++)
        text = arena_format(r->arena, "%s, %s", text, names[k]);
    return text;
}

/* How an axis is given, where `key` is what others call it. */
static const char *axis_hint(const char *key)
{
    static const char *const axes[] = {"axis", "axes", "dim", "dims"};
    for (int i = 0; i < 4; i++)
        if (strcmp(key, axes[i]) == 0)
            return "an axis stands by itself, as in x:sum(1) or "
                   "x:sum({ 1, 3 }, { keep = true })";
    return NULL;
}

/* In which line of the table that begins in this one the option stands. */
static void note_line(Run *r, const char *key)
{
    Where where = r->where;
    if (where.file == NULL || strcmp(where.file, r->script->path) != 0)
        return;
    Tokens tokens = lua_tokens(r->arena, r->script->text);
    int depth = 0;
    for (const Token *t = tokens.at; t->kind != T_END; t++) {
        if (t->line < where.line)
            continue;
        depth += token_is(t, "{") - token_is(t, "}");
        if (t->line == where.line)
            continue;
        if (depth <= 0)
            return;
        if (token_is(t, key) && token_is(t + 1, "=")) {
            note_at((Where){where.file, t->line}, "%s stands here", key);
            return;
        }
    }
}

/* Told even where other things are wrong, for it follows from none of them. */
static void tell_unknown(Run *r, const char *what, const char *key, int n,
                         const char *const *names)
{
    const char *near = nearest_name(key, n, names), *axis = axis_hint(key);
    note_line(r, key);
    if (near != NULL)
        report_at(r->where, "%s: unknown option %s: did you mean %s?", what, key, near);
    else if (axis != NULL)
        report_at(r->where, "%s: unknown option %s: %s", what, key, axis);
    else if (idiom(key) != NULL)
        report_at(r->where, "%s: unknown option %s: use %s", what, key, idiom(key));
    else if (n == 0)
        report_at(r->where, "%s: takes no option %s", what, key);
    else
        report_at(r->where, "%s: unknown option %s (known: %s)", what, key,
                  list_names(r, n, names));
    run_quiet(r); /* what is missing now was most likely misspelt */
}

void check_options(lua_State *L, int i, const char *what, int n,
                   const char *const *names, bool list)
{
    Run *r = run_of(L);
    i = lua_absindex(L, i);
    if (lua_isnoneornil(L, i))
        return;
    if (!lua_istable(L, i))
        run_fail(r, "%s: %s must be a table, not %s", r->op,
                 strcmp(what, r->op) == 0 ? "options" : what, describe(L, i));
    int count = lib_keys(L, i);
    lua_Unsigned length = lua_rawlen(L, i);
    for (int k = 1; k <= count; k++) {
        lua_rawgeti(L, -1, k);
        if (lua_type(L, -1) == LUA_TSTRING) {
            const char *key = lua_tostring(L, -1);
            bool known = false;
            for (int j = 0; j < n; j++)
                known = known || strcmp(key, names[j]) == 0;
            if (!known && n == 0)
                run_fail(r, "%s: %s: a list takes no name %s%s%s", r->op, what, key,
                         axis_hint(key) != NULL ? ": " : "",
                         axis_hint(key) != NULL ? axis_hint(key) : "");
            if (!known)
                tell_unknown(r, what, key, n, names);
        } else {
            lua_Integer at = lua_isinteger(L, -1) ? lua_tointeger(L, -1) : 0;
            if (!list)
                run_fail(r,
                         "%s: options have names, like { %s = ... }, but %s stands "
                         "without one",
                         what, n > 0 ? names[0] : "name", describe(L, -1));
            if (at < 1 || (lua_Unsigned)at > length)
                run_fail(r, "%s: %s has a gap or a key that is no number of a list: %s",
                         r->op, what, describe(L, -1));
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

/* mf._options(what, given, defaults): a checked copy with the defaults filled in. A
 * string in the list part of `defaults` is the name of an option without one. */
int value_options(lua_State *L)
{
    Run *r = run_of(L);
    const char *what = luaL_checkstring(L, 1);
    lua_settop(L, 3);
    if (!lua_isnil(L, 2) && !lua_istable(L, 2))
        run_fail(r, "%s: options must be a table like { name = value }, not %s", what,
                 describe(L, 2));
    int count = lib_keys(L, 3);
    const char **names = NEW_N(r->arena, const char *, count + 1);
    lua_newtable(L);
    for (int k = 1; k <= count; k++) {
        lua_rawgeti(L, 4, k);
        bool bare = lua_type(L, -1) != LUA_TSTRING;
        lua_pushvalue(L, -1);
        lua_rawget(L, 3);
        names[k - 1] = lua_tostring(L, bare ? -1 : -2);
        bool given = false;
        if (lua_istable(L, 2)) {
            given = option(L, 2, names[k - 1]) != LUA_TNIL;
            bool flag = lua_isboolean(L, -2), text = lua_isstring(L, -1);
            if (flag && text) /* or a number */
                run_fail(r, "%s: %s is true or false, not %s", what, names[k - 1],
                         describe(L, -1));
            lua_setfield(L, 5, names[k - 1]);
        }
        if (!given && !bare)
            lua_setfield(L, 5, names[k - 1]);
        lua_settop(L, 5);
    }
    if (!lua_isnil(L, 2))
        check_options(L, 2, what, count, names, false);
    return 1;
}

/*
 * script_call.c - the way from a script into our functions. Every public function,
 * in C or in the prelude, is entered through one of two trampolines, which find
 * the user's line before anything of ours runs: nodes and errors then name it,
 * and a tail call cannot lose it, since a C function has a frame of its own.
 *
 *     script ── enter_c ──▶ C function
 *            └─ enter_lua ─▶ prelude ── enter_* (the line stays) ──▶ ...
 *                                  └──▶ a function of the user's: its own lines
 */
#include "script.h"

#include <string.h>

/* Work on names after locals, in steps of Lua's search for a local's name; after
 * so much of it nodes stay without. */
enum { MAX_NAMING = 200000000 };

Where call_where(Run *r, const lua_Debug *ar)
{
    if (ar->source != r->source) {
        r->source = ar->source;
        r->file = intern(r->arena, ar->source + 1);
    }
    return (Where){r->file, ar->currentline};
}

bool call_user_frame(lua_State *L, int level, lua_Debug *ar)
{
    for (; lua_getstack(L, level, ar); level++) {
        lua_getinfo(L, "Sl", ar);
        if (*ar->what != 'C')
            return ar->source[0] == '@';
    }
    return false;
}

void run_at(Run *r, Where where)
{
    r->where = where;
    r->root->where = where;
    for (Body *b = r->body; b != NULL; b = b->outer)
        b->graph->where = where;
}

/* Without a name, or with the one that a gradient gets by itself: dW. */
static bool is_unnamed(const Node *n)
{
    const char *of = n->grad_of != NULL ? n->grad_of->name : NULL;
    return n->name == NULL ||
           (of != NULL && n->name[0] == 'd' && strcmp(n->name + 1, of) == 0);
}

void call_name_locals(Run *r, lua_Debug *ar)
{
    lua_State *L = r->L;
    if (r->naming > MAX_NAMING)
        return;
    const char *name;
    int n = 1;
    for (; (name = lua_getlocal(L, ar, n)) != NULL; n++) {
        bool nameless = name[0] == '(' || strcmp(name, "_") == 0;
        Tensor *t = nameless ? NULL : to_tensor(L, -1);
        if (t != NULL && is_unnamed(t->node))
            t->node->name = intern(r->arena, name);
        lua_pop(L, 1);
    }
    r->naming += (long)n * n;
}

/* What an entry changes and its end puts back. */
typedef struct Entered {
    Where where;
    const char *op;
} Entered;

static Entered enter(Run *r, const char *op)
{
    Entered before = {r->where, r->op};
    lua_Debug ar;
    if (call_user_frame(r->L, 1, &ar)) {
        run_at(r, call_where(r, &ar));
        r->op = op;
        call_name_locals(r, &ar);
    } else if (r->op == NULL) {
        r->op = op;
    }
    return before;
}

static void leave(Run *r, Entered before)
{
    run_at(r, before.where);
    r->op = before.op;
}

static int enter_c(lua_State *L)
{
    Run *r = run_of(L);
    const Api *api = lua_touserdata(L, lua_upvalueindex(1));
    Entered before = enter(r, api->name);
    if (r->root->nodes.n >= MAX_NODES || r->graph->nodes.n >= MAX_NODES)
        run_limit(r, r->where, "the graph has more than %d nodes", MAX_NODES);
    luaL_checkstack(L, 20, NULL);
    int results = api->fn(L);
    leave(r, before);
    return results;
}

/* Upvalues: the function, its name. */
static int enter_lua(lua_State *L)
{
    Run *r = run_of(L);
    Entered before = enter(r, lua_tostring(L, lua_upvalueindex(2)));
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
    leave(r, before);
    return lua_gettop(L);
}

void call_push(lua_State *L, const Api *api)
{
    lua_pushlightuserdata(L, (void *)api);
    lua_pushcclosure(L, enter_c, 1);
}

void call_register(lua_State *L, int n, const Api *api, int how)
{
    lua_getfield(L, LUA_REGISTRYINDEX, "mf");
    luaL_getsubtable(L, LUA_REGISTRYINDEX, "methods");
    for (int i = 0; i < n; i++) {
        call_push(L, &api[i]);
        if (how & API_FUNCTION) {
            lua_pushvalue(L, -1);
            lua_setfield(L, -4, api[i].name);
        }
        if (how & API_METHOD) {
            lua_pushvalue(L, -1);
            lua_setfield(L, -3, api[i].name);
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 2);
}

void call_alias(lua_State *L, const char *name, const char *of)
{
    lua_getfield(L, LUA_REGISTRYINDEX, "mf");
    luaL_getsubtable(L, LUA_REGISTRYINDEX, "methods");
    lua_getfield(L, -2, of);
    lua_pushvalue(L, -1);
    lua_setfield(L, -4, name);
    lua_setfield(L, -2, name);
    lua_pop(L, 2);
}

/* mf._public(table, name, fn): table.name = fn, entered through the trampoline; a
 * function of mf itself becomes a method of tensors too. */
int call_public(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checktype(L, 3, LUA_TFUNCTION);
    lua_settop(L, 3);
    lua_pushvalue(L, 3);
    lua_pushvalue(L, 2);
    lua_pushcclosure(L, enter_lua, 2);
    lua_pushvalue(L, 4);
    lua_setfield(L, 1, luaL_checkstring(L, 2));
    lua_getfield(L, LUA_REGISTRYINDEX, "mf");
    if (lua_rawequal(L, 1, -1)) {
        luaL_getsubtable(L, LUA_REGISTRYINDEX, "methods");
        lua_pushvalue(L, 4);
        lua_setfield(L, -2, lua_tostring(L, 2));
    }
    return 0;
}

/*
 * script_call.c - the way from a script into our functions. Every public function,
 * in C or in the prelude, is entered through one of two trampolines, which find
 * the user's line before anything of ours runs: nodes and errors then name it,
 * and a tail call cannot lose it, since a C function has a frame of its own.
 *
 * Where the user calls, an error ends the call only: it gives a tensor that is wrong,
 * and what is computed of that is wrong, without a further word.
 *
 *     script ── enter_c ──▶ C function
 *            └─ enter_lua ─▶ prelude ── enter_* (the line stays) ──▶ ...
 *                                  └──▶ a function of the user's: its own lines
 */
#include "script.h"

#include <stdarg.h>
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

void call_note_callers(void *context, Where where)
{
    enum { MOST = 3 };
    Run *r = context;
    lua_Debug ar;
    int inside = -1,
        notes = 0; /* where the function called begins; -1: not yet there */
    for (int level = 0; notes < MOST && lua_getstack(r->L, level, &ar); level++) {
        lua_getinfo(r->L, "Sl", &ar);
        if (*ar.what == 'C' || ar.source[0] != '@')
            continue;
        Where at = call_where(r, &ar);
        if (inside < 0 && at.line != where.line)
            return;
        /* mf.scan(function ... calls what stands there */
        if (inside > 0 && at.line != inside && at.line != where.line) {
            note_at(at, "called from here");
            notes++;
        }
        inside = ar.linedefined;
        where = at;
    }
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

/* What an activation is of, where only its result has a name: h_in of h. */
void call_label_operand(Run *r, const Node *n)
{
    bool activation = is_scalar_op(n->op) && n->n == 1 && n->op != OP_neg;
    if (activation && !is_leaf(n->arg[0]))
        node_labelled(n->arg[0], arena_format(r->arena, "%s_in", n->name));
}

/* For the lint, which asks whether h == 0 compares a tensor. */
static void note_held(Run *r, Tensor *t, const char *local)
{
    Program *p = r->script->program;
    if (t->held != NULL && strcmp(t->held, local) == 0)
        return;
    t->held = intern(p->arena, local);
    PUSH(p->arena, p->held, ((Held){t->held, t->node->where}));
}

static void call_name_locals(Run *r, lua_Debug *ar)
{
    lua_State *L = r->L;
    if (r->naming > MAX_NAMING)
        return;
    const char *name;
    int n = 1;
    for (; (name = lua_getlocal(L, ar, n)) != NULL; n++) {
        bool nameless = name[0] == '(' || strcmp(name, "_") == 0;
        Tensor *t = nameless ? NULL : to_tensor(L, -1);
        if (t != NULL)
            note_held(r, t, name);
        if (t != NULL && is_unnamed(t->node)) {
            t->node->name = intern(r->arena, name);
            call_label_operand(r, t->node);
        }
        lua_pop(L, 1);
    }
    r->naming += (long)n * n;
}

/* What an entry changes and its end, also by an error, puts back. */
typedef struct Entered {
    Where where;
    const char *op;
    bool user; /* it is a call of the user's */
    Graph *graph;
    Body *body;
    int scopes;
    const char *updates, *stream;
    int stream_uses;
    bool quiet;
    int errors; /* told before it */
} Entered;

static Entered enter(Run *r, const char *op)
{
    Entered before = {.where = r->where,
                      .op = r->op,
                      .graph = r->graph,
                      .body = r->body,
                      .scopes = r->scopes.n,
                      .updates = r->updates,
                      .stream = r->stream,
                      .stream_uses = r->stream_uses,
                      .quiet = r->quiet,
                      .errors = diagnostics_errors() - r->healed};
    lua_Debug ar;
    if (call_user_frame(r->L, 1, &ar)) {
        run_at(r, call_where(r, &ar));
        r->op = op;
        before.user = true;
        call_name_locals(r, &ar);
    } else if (r->op == NULL) {
        r->op = op;
    }
    return before;
}

static void leave(Run *r, const Entered *before)
{
    r->graph = before->graph;
    r->body = before->body;
    r->scopes.n = before->scopes;
    r->updates = before->updates;
    if (r->stream != before->stream) /* else it has drawn, and that counts */
        r->stream_uses = before->stream_uses;
    r->stream = before->stream;
    run_at(r, before->where);
    r->op = before->op;
}

/* ---- going on after an error ---- */

static const char unwinding[] = "unwinding"; /* its address is the error value */

void call_unwind(void *context)
{
    Run *r = context;
    if (r->catching == 0)
        return;
    lua_pushlightuserdata(r->L, (void *)unwinding);
    lua_error(r->L);
}

bool call_unwinds(lua_State *L, int i)
{
    return lua_touserdata(L, i) == (const void *)unwinding;
}

static void set_quiet(Run *r, bool quiet)
{
    r->quiet = quiet;
    diagnostics_quiet(quiet);
}

/* The call around, if there is one, goes on with it: what it fails with follows. */
void push_wrong(lua_State *L)
{
    Run *r = run_of(L);
    if (r->wrong == NULL || r->wrong->graph != r->graph)
        r->wrong = n_full(r->graph, r->real, (Shape){0}, 0);
    push_node(L, r->wrong);
    to_tensor(L, -1)->wrong = true;
    if (r->catching > 0)
        set_quiet(r, true);
}

void run_quiet(Run *r)
{
    set_quiet(r, true);
}

bool run_heal(Run *r, const char *format, ...)
{
    char text[2048];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (r->quiet || r->catching == 0)
        return false;
    report_at(r->where, "%s", text);
    r->healed++;
    return true;
}

enum {
    DEEP = 4,   /* tables within tables that are looked into */
    RESULTS = 8 /* of a call that failed: of split, of a layer with states */
};

/* Whether the value at i is a wrong tensor or holds one; `mark` makes those that are
 * there wrong. */
static bool any_wrong(lua_State *L, int i, int depth, bool mark)
{
    Tensor *t = to_tensor(L, i);
    if (t != NULL)
        return t->wrong = t->wrong || mark;
    bool wrong = false;
    if (depth == 0 || !lua_istable(L, i) || !lua_checkstack(L, 4))
        return false;
    i = lua_absindex(L, i);
    for (lua_pushnil(L); lua_next(L, i); lua_pop(L, 1)) {
        Tensor *key = to_tensor(L, -2);
        wrong = any_wrong(L, -1, depth - 1, mark) || wrong || (key && key->wrong);
    }
    return wrong;
}

static bool any_of_all(lua_State *L, int first, bool mark)
{
    bool wrong = false;
    for (int i = first; i <= lua_gettop(L); i++)
        wrong = any_wrong(L, i, DEEP, mark) || wrong;
    return wrong;
}

/* All of them are wrong; a function, as initialisers are, does not show it later. */
static void mark_results(lua_State *L)
{
    any_of_all(L, 1, true);
    for (int i = 1; i <= lua_gettop(L); i++)
        if (lua_isfunction(L, i)) {
            push_wrong(L);
            lua_replace(L, i);
        }
}

/* What is too much would be left out without a word, and often means something else
 * elsewhere: x:flip(3, 4), x:log(2). A layer may be called as Lua's functions are. */
static void check_surplus(lua_State *L, Run *r, int n, int most)
{
    while (n > most && lua_isnil(L, n + 1))
        n--;
    bool layer = lua_istable(L, 2) && luaL_getmetafield(L, 2, "__call") != LUA_TNIL;
    if (layer)
        lua_pop(L, 1);
    if (most <= 0 || n <= most || layer)
        return;
    luaL_getsubtable(L, LUA_REGISTRYINDEX, "methods");
    bool method = lua_getfield(L, -1, r->op) != LUA_TNIL;
    lua_pop(L, 2);
    run_heal(r, "%s: takes %d argument%s%s, not %d", r->op, most, most == 1 ? "" : "s",
             method ? ", the tensor of a method counted" : "", n);
}

/* Calls the function at index 1 with the rest, at most `most` of which it looks at, for
 * the user; returns the number of results. */
static int call_caught(lua_State *L, Run *r, const Entered *before, int most)
{
    int n = lua_gettop(L) - 1;
    bool wrong = diagnostics_errors() > 0 && any_of_all(L, 2, false);
    set_quiet(r, wrong);
    r->catching++;
    check_surplus(L, r, n, most);
    run_push_handler(L);
    lua_insert(L, 1);
    int status = lua_pcall(L, n, LUA_MULTRET, 1);
    r->catching--;
    bool told = diagnostics_errors() - r->healed > before->errors;
    if (status != LUA_OK)
        run_check_status(r, status);
    leave(r, before);
    set_quiet(r, before->quiet || (told && r->catching > 0));
    if (status != LUA_OK) {
        lua_settop(L, 0);
        for (int i = 0; i < RESULTS; i++)
            push_wrong(L);
        return RESULTS;
    }
    lua_remove(L, 1);
    if (wrong || told)
        mark_results(L);
    return lua_gettop(L);
}

static int enter_c(lua_State *L)
{
    Run *r = run_of(L);
    const Api *api = lua_touserdata(L, lua_upvalueindex(1));
    Entered before = enter(r, api->name);
    luaL_checkstack(L, 20, NULL);
    if (before.user) {
        lua_pushcfunction(L, api->fn);
        lua_insert(L, 1);
        return call_caught(L, r, &before, api->most);
    }
    int results = api->fn(L);
    leave(r, &before);
    return results;
}

/* The number of parameters of the Lua function at i, 0 if it takes any. */
static int parameters_of(lua_State *L, int i)
{
    lua_Debug ar;
    lua_pushvalue(L, i);
    lua_getinfo(L, ">u", &ar);
    return ar.isvararg ? 0 : ar.nparams;
}

/* What a function of the prelude has made is called after it: mean, gelu. (Layers have
 * names of their own, and hidden functions none to show.) */
static void label_result(lua_State *L, const char *name, const Graph *g, int n_old)
{
    Tensor *t = to_tensor(L, 1);
    if (t != NULL && t->node->graph == g && t->node->id >= n_old && *name != '_' &&
        strchr(name, '.') == NULL)
        node_labelled(t->node, name);
}

/* Upvalues: the function, its name, how many arguments it takes. */
static int enter_lua(lua_State *L)
{
    Run *r = run_of(L);
    const char *name = lua_tostring(L, lua_upvalueindex(2));
    Entered before = enter(r, name);
    const Graph *g = r->graph;
    int n = g->nodes.n;
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    int results = 0;
    if (before.user) {
        results =
            call_caught(L, r, &before, (int)lua_tointeger(L, lua_upvalueindex(3)));
    } else {
        lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
        leave(r, &before);
        results = lua_gettop(L);
    }
    label_result(L, name, g, n);
    return results;
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

/* mf._public(table, name, fn, like, own): table.name = fn, entered through the
 * trampoline; a function of mf itself becomes a method of tensors too. It takes as many
 * arguments as `like`, by default fn, but for the first `own` of them. */
int call_public(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checktype(L, 3, LUA_TFUNCTION);
    lua_settop(L, 5);
    int most =
        parameters_of(L, lua_isfunction(L, 4) ? 4 : 3) - (int)lua_tointeger(L, 5);
    lua_settop(L, 4);
    lua_pushvalue(L, 3);
    lua_pushvalue(L, 2);
    lua_pushinteger(L, most);
    lua_pushcclosure(L, enter_lua, 3);
    lua_replace(L, 4);
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

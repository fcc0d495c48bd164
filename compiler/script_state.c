/*
 * script_state.c - the Lua state of a run: what it may use, and how files are loaded
 * into it.
 *
 *     memory        an allocator that counts
 *     instructions  a hook that counts
 */
#include "script.h"

#include "prelude.h"

#include <lualib.h>
#include <stdlib.h>
#include <string.h>

/* ---- caps ---- */

size_t script_bytes(const Script *s)
{
    size_t bytes = arena_bytes(s->arena);
    for (int i = 0; i < s->runs.n; i++)
        bytes += s->runs.at[i]->memory;
    return bytes;
}

/* What a block takes of the system, with what malloc adds. */
static size_t held(size_t size)
{
    return size == 0 ? 0 : (size + 8 + 15) / 16 * 16;
}

long run_most_instructions(const Run *r)
{
    long most = r->script->options->instructions;
    return most > 0 ? most : MAX_INSTRUCTIONS;
}

/* What may not be had is the end of the script: the first refusal tells why, since
 * telling takes memory too. */
static bool refuse(Run *r, size_t more)
{
    bool memory = more > MAX_BYTES || script_bytes(r->script) + more > MAX_BYTES;
    if (!memory && r->instructions < run_most_instructions(r))
        return false;
    r->starved = false;
    if (r->exhausted.file != NULL)
        return true;
    lua_Debug ar;
    bool here = r->L != NULL && call_user_frame(r->L, 0, &ar);
    r->exhausted = here ? call_where(r, &ar) : r->where;
    r->worked_off = !memory;
    return true;
}

enum { FILLED = 16 }; /* bytes of new memory that take as long as an instruction */

static void *allocate(void *context, void *p, size_t old, size_t size)
{
    Run *r = context;
    if (p == NULL)
        old = 0; /* then it says what kind of object is meant */
    if (size == 0) {
        r->memory -= held(old);
        free(p);
        return NULL;
    }
    if (size > old && refuse(r, size - old))
        return NULL;
    void *q = realloc(p, size);
    r->starved = q == NULL;
    if (q == NULL)
        return NULL;
    r->memory += held(size) - held(old);
    if (size > old)
        r->instructions += (long)((size - old) / FILLED);
    return q;
}

enum { HOOK_EVERY = 1000 };

static void count_instructions(lua_State *L, lua_Debug *ar)
{
    Run *r = run_of(L);
    r->instructions += HOOK_EVERY;
    if (diagnostics_errors() > 0 && (r->after_error += HOOK_EVERY) > MAX_AFTER_ERROR)
        diagnostics_stop();
    if (r->instructions < run_most_instructions(r))
        return;
    Where where = r->where;
    (void)ar;
    lua_Debug frame;
    if (call_user_frame(L, 0, &frame))
        where = call_where(r, &frame);
    run_worked_off(r, where);
}

/* Outside of a protected call nothing of ours raises errors but a lack of memory. */
static int on_panic(lua_State *L)
{
    run_limit(run_of(L), run_of(L)->where, "the script needs too much memory");
}

/* ---- loading ---- */

/* "net.lua:3: text" without its place, which goes to *line. */
static const char *without_place(const char *message, int *line)
{
    for (const char *p = strchr(message, ':'); p != NULL; p = strchr(p + 1, ':')) {
        char *end;
        long n = strtol(p + 1, &end, 10);
        if (end > p + 1 && end[0] == ':' && end[1] == ' ' && n > 0) {
            *line = (int)n;
            return end + 2;
        }
    }
    return message;
}

_Noreturn static void fail_syntax(Run *r, const char *path, const char *message,
                                  const char *text, size_t n)
{
    Where where = {intern(r->arena, path), 1};
    message = without_place(message, &where.line);
    if (strstr(message, "overflow") != NULL || strstr(message, "too many") != NULL)
        run_limit(r, where, "%s", message);
    if (strstr(message, "binary chunk") != NULL || memchr(text, '\0', n) != NULL)
        fail_at((Where){where.file, 0}, "this is not the text of a Lua script");
    syntax_fail(r->arena, where, message, text);
}

void run_file(Run *r, const char *path, const char *text, size_t n, int results)
{
    lua_State *L = r->L;
    const char *start = text;
    if (n >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        start = text += 3, n -= 3; /* a byte-order mark */
    while (*text == '#' && start < text + n && *start != '\n')
        start++; /* a first line for the shell */
    const char *chunk = lua_pushfstring(L, "@%s", path);
    size_t rest = n - (size_t)(start - text);
    int status = luaL_loadbufferx(L, start, rest, chunk, "t");
    if (status == LUA_ERRMEM)
        run_check_status(r, status);
    if (status != LUA_OK)
        fail_syntax(r, path, lua_tostring(L, -1), start, rest);
    Reading reading = {intern(r->arena, path), start};
    PUSH(r->arena, r->read, reading);
    declared_warn(reading.file, start);
    lua_remove(L, -2);
    lua_call(L, 0, results);
}

/* Each file of the prelude sees the globals of a script and `mf`, in a table of
 * its own that the script cannot change. */
static void load_prelude(Run *r)
{
    lua_State *L = r->L;
    lua_newtable(L);
    int env = lua_gettop(L);
    lua_pushglobaltable(L);
    for (lua_pushnil(L); lua_next(L, -2);) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_settable(L, env);
    }
    lua_pop(L, 1);
    lua_getfield(L, LUA_REGISTRYINDEX, "mf");
    lua_setfield(L, env, "mf");
    for (size_t i = 0; i < sizeof prelude_files / sizeof *prelude_files; i++) {
        const char *text = prelude_files[i].text;
        const char *name = lua_pushfstring(L, "=%s", prelude_files[i].name);
        int status = luaL_loadbufferx(L, text, strlen(text), name, "t");
        if (status == LUA_ERRMEM)
            run_check_status(r, status);
        if (status != LUA_OK)
            bug("prelude: %s", lua_tostring(L, -1));
        lua_pushvalue(L, env);
        lua_setupvalue(L, -2, 1);
        lua_getfield(L, LUA_REGISTRYINDEX, "mf");
        lua_call(L, 1, 0);
        lua_pop(L, 1);
    }
    lua_settop(L, env - 1);
}

static int open_state(lua_State *L)
{
    Run *r = run_of(L);
    lib_open(L);
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, "mf");
    value_open(L);
    scope_open(L);
    leaf_open(L);
    param_open(L);
    const_open(L);
    scalar_open(L);
    move_open(L);
    parts_open(L);
    reduce_open(L);
    product_open(L);
    index_open(L);
    grad_open(L);
    scan_open(L);
    rng_open(L);
    spec_open(L);
    data_open(L);
    load_prelude(r);
    globals_open(L);
    return 0;
}

void run_set_real(Run *r, Dtype dtype)
{
    r->drawn = dtype;
    r->real = r->script->options->widen ? F64 : dtype;
}

Run *run_new(Script *script, int n, const Dim *binding)
{
    Run *r = NEW(script->arena, Run);
    r->script = script;
    r->arena = script->arena;
    for (int i = 0; i < n; i++)
        PUSH(r->arena, r->binding, binding[i]);
    r->root = r->graph = graph_new(r->arena, "script");
    r->root->count = NEW(r->arena, NodeCount);
    r->root->count->most = MAX_NODES;
    const char *dtype = script->options->dtype;
    run_set_real(r, dtype != NULL && strcmp(dtype, "f64") == 0 ? F64 : F32);
    r->program = LUA_NOREF;
    lua_State *L = lua_newstate(allocate, r);
    if (L == NULL)
        fail(EXIT_LIMIT, "no memory for a Lua state");
    *(Run **)lua_getextraspace(L) = r;
    r->L = L;
    lua_atpanic(L, on_panic);
    run_protected(r, open_state, NULL);
    return r;
}

static int run_main(lua_State *L)
{
    Run *r = run_of(L);
    const Script *s = r->script;
    run_file(r, s->path, s->text, s->length, 1);
    if (diagnostics_errors() > 0)
        diagnostics_stop();
    if (luaL_testudata(L, -1, script_program) == NULL) {
        Where where = {s->path, 0};
        if (lua_isnil(L, -1))
            fail_at(where, "the script returns nothing: end it with "
                           "return mf.program { ... }");
        fail_at(where, "the script returns %s: end it with return mf.program { ... }",
                describe(L, -1));
    }
    lua_getiuservalue(L, -1, 1);
    r->program = luaL_ref(L, LUA_REGISTRYINDEX);
    return 0;
}

void run_script(Run *r)
{
    lua_sethook(r->L, count_instructions, LUA_MASKCOUNT, HOOK_EVERY);
    diagnostics_on_error(call_unwind, r);
    diagnostics_explained(call_note_callers, r);
    run_protected(r, run_main, NULL);
    diagnostics_explained(NULL, NULL);
    diagnostics_on_error(NULL, NULL);
}

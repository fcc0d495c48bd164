/*
 * script_state.c - the Lua state of a run: what it may use, how files are loaded
 * into it, and how its errors become diagnostics of ours.
 *
 *     memory        an allocator that counts
 *     instructions  a hook that counts
 *     errors        a message handler that finds the user's line and ends
 */
#include "script.h"

#include "prelude.h"

#include <lualib.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* ---- failing ---- */

/* An error that only another binding of the dims brings about says so. */
static void note_binding(const Run *r, Where where)
{
    const Script *s = r->script;
    if (s->runs.n > 0 && s->runs.at[0] != r)
        note_at(where, "the script ran again with %s, for a function's dims or a train",
                binding_text(r));
}

void run_fail(Run *r, const char *format, ...)
{
    char text[2048];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    note_binding(r, r->where);
    fail_at(r->where, "%s", text);
}

void run_limit(Run *r, Where where, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (where.file == NULL)
        where.file = r->script->path;
    limit_at(where, "%s", text);
}

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

/* Whether the message starts with the place of this frame; its length. */
static size_t place_length(const char *message, const lua_Debug *ar)
{
    char place[LUA_IDSIZE + 32];
    snprintf(place, sizeof place, "%s:%d: ", ar->short_src, ar->currentline);
    size_t n = strlen(place);
    return strncmp(message, place, n) == 0 ? n : 0;
}

/* What the parentheses of "attempt to call a nil value (field 'f')" name: "the field
 * f", or "a value" where Lua knows no name. */
static const char *named_value(Run *r, const char *message)
{
    const char *paren = strstr(message, " ("), *name = strchr(message, '\'');
    const char *end = strrchr(message, '\'');
    if (paren == NULL || name == NULL || end == name)
        return "a value";
    const char *kind = intern_n(r->arena, paren + 2, (size_t)(name - paren - 2));
    name = intern_n(r->arena, name + 1, (size_t)(end - name - 1));
    if (strcmp(name, "?") == 0 || strcmp(name, "integer index") == 0)
        return "an element of a table";
    return arena_format(r->arena, "the %s%s", kind, name);
}

/* math.sin of a tensor, whose numbers are not there while the script runs. */
static const char *of_tensor(Run *r, const char *name)
{
    lua_State *L = r->L;
    const char *ours = strcmp(name, "max") == 0   ? "maximum"
                       : strcmp(name, "min") == 0 ? "minimum"
                                                  : name;
    lua_getfield(L, LUA_REGISTRYINDEX, "mf");
    lua_pushstring(L, ours);
    bool known = lua_rawget(L, -2) == LUA_TFUNCTION;
    lua_pop(L, 2);
    return arena_format(r->arena, "%s: wants a number of the script, not a tensor%s%s",
                        name, known ? ": of tensors it is mf." : "", known ? ours : "");
}

/* "bad argument #2 to 'format' (number expected, got tensor)" likewise. */
static const char *plain_argument(Run *r, const char *message)
{
    const char *name = strchr(message, '\''),
               *end = name ? strchr(name + 1, '\'') : NULL;
    const char *why = end != NULL ? strchr(end, '(') : NULL;
    size_t n = why != NULL ? strlen(why) : 0;
    if (n < 2 || why[n - 1] != ')')
        return message;
    if (strcmp(why, "(number expected, got tensor)") == 0)
        return of_tensor(r, intern_n(r->arena, name + 1, (size_t)(end - name - 1)));
    return arena_format(r->arena, "%.*s: argument %d: %.*s", (int)(end - name - 1),
                        name + 1, atoi(strchr(message, '#') + 1), (int)n - 2, why + 1);
}

/* Lua's "attempt to call a nil value (field 'f')" in the words of the other errors;
 * what is not of this kind stays. */
static const char *plain_words(Run *r, const char *message)
{
    static const struct {
        const char *lua, *ours;
    } deeds[] = {{"call a ", "cannot be called: is its name right?"},
                 {"index a ", "has no members"},
                 {"perform arithmetic on a ", "is not a number"},
                 {"perform bitwise operation on a ", "is not a whole number"},
                 {"concatenate a ", "is not text"},
                 {"get length of a ", "has no length"}};
    static const char attempt[] = "attempt to ";
    if (strncmp(message, "bad argument #", 14) == 0)
        return plain_argument(r, message);
    if (strncmp(message, attempt, strlen(attempt)) != 0)
        return message;
    message += strlen(attempt);
    if (strncmp(message, "compare ", 8) == 0)
        return arena_format(r->arena, "cannot %s: they have no order", message);
    if (strncmp(message, "unm a ", 6) == 0) /* of strings, in Lua's own library */
        return "there is text behind a minus sign, which wants a number";
    if (strcmp(message, "perform 'n%%0'") == 0)
        return "cannot divide by zero";
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
        size_t n = strlen(deeds[i].lua);
        const char *end = strstr(message, " value");
        if (strncmp(message, deeds[i].lua, n) != 0 || end == NULL || end < message + n)
            continue;
        const char *type = intern_n(r->arena, message + n, (size_t)(end - message) - n);
        if (strstr(message, "(for iterator ") != NULL)
            return arena_format(
                r->arena, "for ... in wants pairs(t) or ipairs(t), not a %s alone",
                type);
        const char *value = named_value(r, message);
        if (strcmp(value, "the field random") == 0)
            return "math has no random, since a script gives the same C every time: "
                   "mf.random_uniform and mf.random_normal draw in the model, "
                   "mf.numpy_rng(seed) in the script";
        bool truth = strcmp(type, "boolean") == 0;
        return arena_format(r->arena, "%s is %s%s, and %s%s", value,
                            strcmp(type, "nil") == 0 ? "" : "a ", type, deeds[i].ours,
                            truth ? " (x == 1 of a tensor is false at once: x:eq(1) "
                                    "compares its elements)"
                                  : "");
    }
    return arena_format(r->arena, "cannot %s", message);
}

/* Every Lua error ends here: in the frame that the message names, else in the
 * nearest one of the user's. One of Lua's own after an error of ours follows from it,
 * most likely, and is not told. */
static int on_error(lua_State *L)
{
    Run *r = run_of(L);
    if (call_unwinds(L, 1))
        return 1;
    if (diagnostics_errors() > 0) {
        diagnostics_quiet(true);
        fail_at(r->where, "it follows from another");
    }
    diagnostics_on_error(NULL, NULL);
    const char *message = lua_tostring(L, 1);
    if (message == NULL)
        message = arena_format(r->arena, "the script raised an error that is a %s",
                               luaL_typename(L, 1));
    const char *whole = message;
    Where where = {0};
    bool ours = false,
         placed = false; /* ours: in the prelude; placed: its place found */
    lua_Debug ar;
    for (int level = 1; lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "Sl", &ar);
        if (*ar.what == 'C')
            continue;
        size_t n = placed ? 0 : place_length(message, &ar);
        placed = placed || n > 0;
        message += n;
        if (ar.source[0] != '@')
            ours = ours || where.file == NULL;
        else if (n > 0 || where.file == NULL)
            where = call_where(r, &ar);
        if (placed && where.file != NULL)
            break;
    }
    if (ours && r->where.file != NULL)
        where = r->where;
    bool deep = strstr(message, "stack overflow") != NULL; /* also while it is read */
    if (where.file == NULL && r->where.file == NULL && !deep)
        bug("%s", whole);
    if (strstr(message, "not enough memory") != NULL && r->exhausted.file != NULL)
        run_check_status(r, LUA_ERRMEM);
    if (strstr(message, "stack overflow (") != NULL) /* too many values at once */
        run_limit(r, where, "%s", strchr(strstr(message, "stack overflow ("), '('));
    if (deep)
        run_limit(r, where,
                  "calls are nested too deeply (does a function call itself "
                  "without an end?)");
    note_binding(r, where);
    if (strstr(message, "got dim") != NULL)
        message = arena_format(r->arena, "%s: d.value is the number of a dim", message);
    if (strstr(message, "string too large") != NULL)
        run_limit(r, where, "%s", message);
    message = plain_words(r, message);
    if (ours && r->op != NULL)
        fail_at(where, "%s: %s", r->op, message);
    fail_at(where, "%s", message);
}

void run_push_handler(lua_State *L)
{
    lua_pushcfunction(L, on_error);
}

_Noreturn static void fail_instructions(Run *r, Where where)
{
    run_limit(r, where,
              "the script runs for more than %ld instructions (does a loop "
              "never end?)",
              MAX_INSTRUCTIONS);
}

void run_check_status(Run *r, int status)
{
    if (status == LUA_ERRMEM && r->starved)
        fail(EXIT_LIMIT, "out of memory");
    if (status == LUA_ERRMEM && r->worked_off)
        fail_instructions(r, r->exhausted);
    if (status == LUA_ERRMEM)
        run_limit(r, r->exhausted, "the script needs more than %zu MiB of memory",
                  MAX_BYTES >> 20);
    if (!call_unwinds(r->L, -1)) /* an error in the handler */
        run_limit(r, r->where, "calls are nested too deeply");
}

void run_protected(Run *r, lua_CFunction f, void *data)
{
    lua_State *L = r->L;
    watch_run(r);
    diagnostics_here(&r->where);
    run_push_handler(L);
    lua_pushcfunction(L, f);
    lua_pushlightuserdata(L, data);
    int status = lua_pcall(L, 1, 0, -3);
    if (status != LUA_OK)
        run_check_status(r, status);
    lua_pop(L, 1);
}

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

/* What may not be had is the end of the script: the first refusal tells why, since
 * telling takes memory too. */
static bool refuse(Run *r, size_t more)
{
    bool memory = more > MAX_BYTES || script_bytes(r->script) + more > MAX_BYTES;
    if (!memory && r->instructions < MAX_INSTRUCTIONS)
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
    if (r->instructions < MAX_INSTRUCTIONS)
        return;
    Where where = r->where;
    (void)ar;
    lua_Debug frame;
    if (call_user_frame(L, 0, &frame))
        where = call_where(r, &frame);
    fail_instructions(r, where);
}

/* Outside of a protected call nothing of ours raises errors but a lack of memory. */
static int on_panic(lua_State *L)
{
    run_limit(run_of(L), run_of(L)->where, "the script needs too much memory");
}

/* ---- loading ---- */

_Noreturn static void fail_syntax(Run *r, const char *path, const char *message)
{
    Where where = {intern(r->arena, path), 1};
    message = without_place(message, &where.line);
    if (strstr(message, "overflow") != NULL || strstr(message, "too many") != NULL)
        run_limit(r, where, "%s", message);
    if (strstr(message, "binary chunk") != NULL)
        message = "this is not the text of a Lua script";
    fail_at(where, "%s", message);
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
        fail_syntax(r, path, lua_tostring(L, -1));
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
    const char *near = nearest_key(L, 1, key);
    if (strcmp(key, "mf") == 0)
        report_at(where, "mf is not declared: begin the script with "
                         "local mf = require \"mfc\"");
    else if (near != NULL)
        report_at(where, "%s is not declared: did you mean %s?", key, near);
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
        report_at(where, "%s is not declared: write local %s (a script has no globals)",
                  key, key);
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

static void close_globals(lua_State *L)
{
    lua_pushglobaltable(L);
    lua_newtable(L);
    lua_pushcfunction(L, on_global);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__index");
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
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
    scalar_open(L);
    move_open(L);
    reduce_open(L);
    product_open(L);
    index_open(L);
    grad_open(L);
    scan_open(L);
    rng_open(L);
    spec_open(L);
    data_open(L);
    load_prelude(r);
    part_libraries(L);
    publish(L);
    seal(L);
    close_globals(L);
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
    run_protected(r, run_main, NULL);
    diagnostics_on_error(NULL, NULL);
}

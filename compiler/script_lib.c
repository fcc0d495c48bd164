/*
 * script_lib.c - the standard library of a script: Lua's own, less what reaches
 * outside or differs from run to run. Tables are walked in a fixed order, nothing
 * shows an address, and dims count as numbers wherever a number is wanted.
 */
#include "script.h"

#include <lualib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- text ---- */

const char *lib_tostring(lua_State *L, int i)
{
    i = lua_absindex(L, i);
    if (luaL_getmetafield(L, i, "__tostring") != LUA_TNIL) {
        lua_pushvalue(L, i);
        lua_call(L, 1, 1);
        if (!lua_isstring(L, -1))
            luaL_error(L, "'__tostring' must return a string");
        return lua_tostring(L, -1);
    }
    switch (lua_type(L, i)) {
    case LUA_TNUMBER:
    case LUA_TSTRING:
    case LUA_TBOOLEAN:
    case LUA_TNIL:
        return luaL_tolstring(L, i, NULL);
    default:
        return lua_pushstring(L, luaL_typename(L, i)); /* no address */
    }
}

static int lib_to_string(lua_State *L)
{
    luaL_checkany(L, 1);
    lib_tostring(L, 1);
    return 1;
}

/* Lines of text, but nothing that a terminal obeys. */
static void print_text(const char *text, size_t n)
{
    char part[256];
    for (size_t i = 0, m; i < n; i += m) {
        m = n - i < sizeof part ? n - i : sizeof part;
        for (size_t k = 0; k < m; k++) {
            unsigned char c = (unsigned char)text[i + k];
            bool plain = (c >= ' ' && c != 0x7f) || c == '\n' || c == '\t';
            part[k] = plain ? text[i + k] : '?';
        }
        fwrite(part, 1, m, stderr);
    }
}

static int lib_print(lua_State *L)
{
    int n = lua_gettop(L);
    const Script *script = run_of(L)->script;
    bool main = script->runs.n == 0 || script->runs.at[0] == run_of(L);
    if (!main || script->options->rebind.func != NULL)
        return 0; /* said by the main run of the first reading */
    for (int i = 1; i <= n; i++)
        if (to_tensor(L, i) != NULL && to_tensor(L, i)->wrong)
            return 0; /* what became of an error that was told */
    for (int i = 1; i <= n; i++) {
        size_t length;
        lib_tostring(L, i);
        const char *text = lua_tolstring(L, -1, &length);
        if (i > 1)
            fputc('\t', stderr);
        print_text(text, length);
        run_of(L)->printed += length;
        lua_pop(L, 1);
    }
    fputc('\n', stderr);
    lua_Debug ar;
    Run *r = run_of(L);
    if (r->printed > MAX_PRINTED && call_user_frame(L, 1, &ar))
        run_limit(r, call_where(r, &ar), "the script prints more than %d bytes",
                  MAX_PRINTED);
    return 0;
}

/* The argument of each conversion: tables and the like become text here, since
 * string.format would print their addresses. */
static int lib_format(lua_State *L)
{
    size_t n;
    const char *format = luaL_checklstring(L, 1, &n);
    int arg = 1;
    for (const char *p = format; p < format + n; p++) {
        if (*p != '%')
            continue;
        p++;
        if (*p == '%')
            continue;
        p += strspn(p, "-+ #0123456789.");
        arg++;
        if (*p == 'p')
            luaL_error(L, "'%%p' is not there: addresses differ from run to run");
        Dim *dim = to_dim(L, arg);
        if (dim != NULL) {
            lua_pushinteger(L, dim->value);
            lua_replace(L, arg);
        } else if (*p == 's' && arg <= lua_gettop(L)) {
            lib_tostring(L, arg);
            lua_replace(L, arg);
        }
    }
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static int lib_rep(lua_State *L)
{
    if (lua_type(L, 1) == LUA_TSTRING && lua_rawlen(L, 1) == 0 &&
        luaL_optstring(L, 3, "")[0] == '\0') {
        lua_pushliteral(L, ""); /* Lua would go round and round */
        return 1;
    }
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* ---- numbers: a function of Lua's whose arguments may be dims ---- */

static int with_dims(lua_State *L)
{
    for (int i = 1; i <= lua_gettop(L); i++) {
        Dim *dim = to_dim(L, i);
        if (dim != NULL) {
            lua_pushinteger(L, dim->value);
            lua_replace(L, i);
        }
    }
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* ---- tables ---- */

typedef struct Key {
    int kind; /* numbers, strings, booleans, tensors */
    lua_Number number;
    lua_Integer whole; /* of equal numbers, or the id of a tensor */
    lua_Integer found; /* how many keys were found before it */
    const char *text;
    size_t length;
} Key;

static int key_order(const void *pa, const void *pb)
{
    const Key *a = pa, *b = pb;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->kind == 1) {
        size_t n = a->length < b->length ? a->length : b->length;
        int order = memcmp(a->text, b->text, n);
        if (order != 0)
            return order;
        return a->length < b->length ? -1 : a->length > b->length;
    }
    if (a->number < b->number || a->number > b->number)
        return a->number < b->number ? -1 : 1;
    return a->whole < b->whole ? -1 : a->whole > b->whole;
}

/* The key on the top of the stack. */
static Key key_read(lua_State *L)
{
    Key key = {0};
    Tensor *t = to_tensor(L, -1);
    int type = lua_type(L, -1);
    if (type == LUA_TNUMBER) {
        key.number = lua_tonumber(L, -1);
        key.whole = lua_tointeger(L, -1);
    } else if (type == LUA_TSTRING) {
        key.kind = 1;
        key.text = lua_tolstring(L, -1, &key.length);
    } else if (type == LUA_TBOOLEAN) {
        key.kind = 2;
        key.whole = lua_toboolean(L, -1);
    } else if (t != NULL) {
        key.kind = 3;
        key.whole = t->node->id;
    } else {
        luaL_error(L,
                   "a table with a %s as a key has no fixed order: use a list, or "
                   "names as keys",
                   lua_typename(L, type));
    }
    return key;
}

int lib_keys(lua_State *L, int i)
{
    i = lua_absindex(L, i);
    size_t n = 0;
    for (lua_pushnil(L); lua_next(L, i); lua_pop(L, 1))
        n++;
    Key *keys = lua_newuserdatauv(L, (n + 1) * sizeof *keys, 0);
    size_t at = 0;
    lua_createtable(L, (int)n, 0);
    int tensors = lua_gettop(L); /* keys of kind 3, as found */
    for (lua_pushnil(L); lua_next(L, i);) {
        lua_pop(L, 1);
        keys[at] = key_read(L);
        keys[at].found = (lua_Integer)at + 1;
        if (keys[at].kind == 3) {
            lua_pushvalue(L, -1);
            lua_rawseti(L, tensors, keys[at].found);
        }
        at++;
    }
    qsort(keys, n, sizeof *keys, key_order);
    lua_createtable(L, (int)n, 0);
    for (size_t k = 0; k < n; k++) {
        const Key *key = &keys[k];
        if (key->kind == 1)
            lua_pushlstring(L, key->text, key->length);
        else if (key->kind == 2)
            lua_pushboolean(L, key->whole != 0);
        else if (key->kind == 3)
            lua_rawgeti(L, tensors, key->found);
        else if ((lua_Number)key->whole == key->number)
            lua_pushinteger(L, key->whole);
        else
            lua_pushnumber(L, key->number);
        lua_rawseti(L, -2, (lua_Integer)k + 1);
    }
    lua_replace(L, -3);
    lua_pop(L, 1);
    run_of(L)->instructions += (long)n;
    return (int)n;
}

/* Upvalues: the keys, how many were given. */
static int lib_pairs_next(lua_State *L)
{
    lua_Integer k = lua_tointeger(L, lua_upvalueindex(2));
    for (;;) {
        lua_settop(L, 1);
        if (lua_rawgeti(L, lua_upvalueindex(1), ++k) == LUA_TNIL)
            return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, 1) != LUA_TNIL)
            break; /* it may have been removed on the way */
    }
    lua_pushinteger(L, k);
    lua_replace(L, lua_upvalueindex(2));
    return 2;
}

static int lib_pairs(lua_State *L)
{
    luaL_checkany(L, 1);
    if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 3);
        return 3;
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    lib_keys(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, lib_pairs_next, 2);
    lua_pushvalue(L, 1);
    return 2;
}

static int lib_next(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    int n = lib_keys(L, 1);
    int k = 1;
    if (!lua_isnil(L, 2)) {
        bool found = false;
        for (; k <= n && !found; k++) {
            lua_rawgeti(L, 3, k);
            found = lua_rawequal(L, 2, -1);
            lua_pop(L, 1);
        }
        if (!found)
            luaL_error(L, "invalid key to 'next'");
    }
    if (k > n) {
        lua_pushnil(L);
        return 1;
    }
    lua_rawgeti(L, 3, k);
    lua_pushvalue(L, -1);
    lua_rawget(L, 1);
    return 2;
}

/* Finalizers, weak tables and to-be-closed values depend on when memory is
 * collected. */
static int lib_setmetatable(lua_State *L)
{
    static const char *const forbidden[] = {"__gc", "__mode", "__close"};
    luaL_checktype(L, 1, LUA_TTABLE);
    int type = lua_type(L, 2);
    luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
    for (int i = 0; i < 3 && type == LUA_TTABLE; i++) {
        lua_pushstring(L, forbidden[i]);
        if (lua_rawget(L, 2) != LUA_TNIL)
            luaL_error(L,
                       "'%s' is not there: a script does not see when memory is "
                       "collected",
                       forbidden[i]);
        lua_pop(L, 1);
    }
    if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL)
        luaL_error(L, "cannot change a protected metatable");
    lua_settop(L, 2);
    lua_setmetatable(L, 1);
    return 1;
}

/* ---- require ---- */

/* a.b as a/b.lua below the script's folder. */
static const char *module_path(Run *r, const char *name)
{
    char path[MAX_NAME + 8];
    size_t n = strlen(name);
    if (n == 0 || n > MAX_NAME)
        return NULL;
    for (size_t i = 0; i <= n; i++) {
        char c = name[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                    (c >= '0' && c <= '9') || c == '_' || c == '-';
        bool dot = (c == '.' || c == '/') && i > 0 && path[i - 1] != '/' && i + 1 < n;
        if (!word && !dot && c != '\0')
            return NULL;
        path[i] = dot ? '/' : c;
    }
    return arena_format(r->arena, "%s%s.lua", r->script->folder, path);
}

/* Whether the file is one: a pipe would have us wait, and a link must not lead to what
 * lies elsewhere. */
static void check_module(Run *r, Where where, const char *name, const char *path)
{
    struct stat info;
    if (access(path, R_OK) != 0 || stat(path, &info) != 0)
        fail_at(where,
                "require: module %s: there is no file %s (mfc's own library is "
                "require \"mfc\")",
                name, path);
    if (info.st_size > MAX_SCRIPT_BYTES)
        run_limit(r, where, "require: module %s: %s is longer than %d bytes", name,
                  path, MAX_SCRIPT_BYTES);
    if (!S_ISREG(info.st_mode))
        fail_at(where, "require: module %s: %s is not a regular file", name, path);
    const char *folder = r->script->folder;
    char *home = realpath(*folder != '\0' ? folder : ".", NULL);
    char *real = realpath(path, NULL);
    size_t n = home != NULL ? strlen(home) : 0;
    n -= n == 1; /* the root ends with its slash */
    bool below =
        home != NULL && real != NULL && strncmp(real, home, n) == 0 && real[n] == '/';
    free(home);
    free(real);
    if (!below)
        fail_at(where, "require: module %s: %s leads out of the script's folder", name,
                path);
}

/* Of all runs, once. */
static void note_file(Run *r, const char *path)
{
    Program *p = r->script->program;
    for (int i = 0; i < p->files.n; i++)
        if (strcmp(p->files.at[i], path) == 0)
            return;
    PUSH(r->arena, p->files, path);
}

static int lib_require(lua_State *L)
{
    Run *r = run_of(L);
    lua_Debug ar;
    Where where = {r->script->path, 0};
    if (call_user_frame(L, 1, &ar))
        where = call_where(r, &ar);
    if (lua_type(L, 1) != LUA_TSTRING)
        fail_at(where, "require: wants the name of a module");
    size_t length;
    const char *name = lua_tolstring(L, 1, &length);
    if (strcmp(name, "mfc") == 0) {
        lua_getfield(L, LUA_REGISTRYINDEX, "mfc");
        return 1;
    }
    luaL_getsubtable(L, LUA_REGISTRYINDEX, "modules");
    if (lua_getfield(L, -1, name) != LUA_TNIL) {
        if (lua_islightuserdata(L, -1))
            fail_at(where, "require: module %s requires itself", name);
        return 1;
    }
    const char *path = strlen(name) == length ? module_path(r, name) : NULL;
    if (path == NULL)
        fail_at(where,
                "require: module names are like blocks or nets.blocks, for "
                "files below the script's folder, not \"%s\"",
                name);
    check_module(r, where, name, path);
    lua_pushlightuserdata(L, r);
    lua_setfield(L, 2, name);
    size_t n;
    const char *text = file_read(r->arena, path, MAX_SCRIPT_BYTES, &n);
    note_file(r, path);
    run_file(r, path, text, n, 1);
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        lua_pushboolean(L, 1);
    }
    lua_pushvalue(L, -1);
    lua_setfield(L, 2, name);
    return 1;
}

/* ---- the globals ---- */

/* Moves the named members of the table at `from` to that at `to`, wrapped. */
static void copy_members(lua_State *L, int from, int to, const char *const *names,
                         lua_CFunction wrap)
{
    for (; *names != NULL; names++) {
        lua_getfield(L, from, *names);
        if (wrap != NULL && lua_iscfunction(L, -1))
            lua_pushcclosure(L, wrap, 1);
        lua_setfield(L, to, *names);
    }
}

/* Puts `wrap` around every C function of the table. */
static void wrap_members(lua_State *L, int table, lua_CFunction wrap)
{
    for (lua_pushnil(L); lua_next(L, table);) {
        if (!lua_iscfunction(L, -1)) {
            lua_pop(L, 1);
            continue;
        }
        lua_pushcclosure(L, wrap, 1);
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_settable(L, table);
    }
}

/* A library of Lua's as a global, less the functions that are left out. */
static void copy_library(lua_State *L, int to, const char *name, lua_CFunction open,
                         const char *const *left_out, lua_CFunction wrap)
{
    luaL_requiref(L, name, open, 0);
    for (; *left_out != NULL; left_out++) {
        lua_pushnil(L);
        lua_setfield(L, -2, *left_out);
    }
    if (wrap != NULL)
        wrap_members(L, lua_gettop(L), wrap);
    lua_setfield(L, to, name);
}

static void wrap_member(lua_State *L, int library, const char *name, lua_CFunction wrap)
{
    lua_getfield(L, library, name);
    lua_pushcclosure(L, wrap, 1);
    lua_setfield(L, library, name);
}

void lib_open(lua_State *L)
{
    static const char *const base[] = {"assert", "error",    "getmetatable",
                                       "ipairs", "rawequal", "rawget",
                                       "rawlen", "rawset",   "select",
                                       "type",   NULL};
    static const char *const numbers[] = {"tonumber", NULL};
    static const char *const none[] = {NULL}, *const dump[] = {"dump", NULL};
    /* Those of old times are there or not, as Lua was built. */
    static const char *const left_out[] = {"random", "randomseed", "atan2", "cosh",
                                           "frexp",  "ldexp",      "log10", "pow",
                                           "sinh",   "tanh",       NULL};
    static const luaL_Reg own[] = {{"next", lib_next},
                                   {"pairs", lib_pairs},
                                   {"print", lib_print},
                                   {"require", lib_require},
                                   {"tostring", lib_to_string},
                                   {"setmetatable", lib_setmetatable},
                                   {NULL, NULL}};
    luaL_requiref(L, "_G", luaopen_base, 0);
    int all = lua_gettop(L);
    lua_newtable(L);
    int globals = lua_gettop(L);
    copy_members(L, all, globals, base, NULL);
    copy_members(L, all, globals, numbers, with_dims);
    copy_library(L, globals, "string", luaopen_string, dump, NULL);
    copy_library(L, globals, "table", luaopen_table, none, NULL);
    copy_library(L, globals, "utf8", luaopen_utf8, none, NULL);
    copy_library(L, globals, "math", luaopen_math, left_out, with_dims);
    lua_getfield(L, globals, "string");
    wrap_member(L, lua_gettop(L), "format", lib_format);
    lua_getfield(L, -1, "format"); /* ours, whatever the script does to its own */
    lua_setfield(L, LUA_REGISTRYINDEX, "format");
    wrap_member(L, lua_gettop(L), "rep", lib_rep);
    lua_pop(L, 1);
    luaL_setfuncs(L, own, 0);
    lua_pushliteral(L, "Lua 5.4");
    lua_setfield(L, globals, "_VERSION");
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_settop(L, all - 1);
}

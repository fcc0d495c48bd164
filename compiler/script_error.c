/*
 * script_error.c - how a script fails. Errors of ours stand at the user's line; those
 * of Lua go through a message handler that finds the line, says in our words what went
 * wrong, and ends. Here too is what became of a call that did not succeed.
 */
#include "script.h"

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

/* The line of the script that runs, for what is called without mfc's knowledge: an
 * initialiser is a function of the prelude's that the script may call itself. */
static Where running_line(Run *r)
{
    lua_Debug ar;
    for (int level = 0; lua_getstack(r->L, level, &ar); level++) {
        lua_getinfo(r->L, "Sl", &ar);
        if (ar.source[0] == '@')
            return call_where(r, &ar);
    }
    return r->where;
}

void run_fail(Run *r, const char *format, ...)
{
    char text[2048];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    Where where = r->where.file != NULL ? r->where : running_line(r);
    note_binding(r, where);
    fail_at(where, "%s", text);
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

/* ---- errors of Lua in our words ---- */

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
    if (strcmp(kind, "upvalue ") == 0)
        kind = "local ";
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

/* What is meant by a method that is nil: a tensor has none such, so that it is one of a
 * layer, or of a table. NULL: who knows. */
static const char *of_layer(Run *r, const char *value)
{
    static const struct {
        const char *name, *write;
    } known[] = {{"forward", "a layer is called itself: layer(x)"},
                 {"parameters", "the parameters of a layer are layer:params()"},
                 {"train", "mf.train and mf.func choose the mode of layers"},
                 {"eval", "mf.train and mf.func choose the mode of layers"}};
    static const char kind[] = "the method ";
    lua_State *L = r->L;
    if (strncmp(value, kind, strlen(kind)) != 0)
        return NULL;
    value += strlen(kind);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(value, known[i].name) == 0)
            return known[i].write;
    luaL_getsubtable(L, LUA_REGISTRYINDEX, "methods");
    lua_pushstring(L, value);
    bool method = lua_rawget(L, -2) != LUA_TNIL;
    lua_pop(L, 2);
    return !method ? NULL
                   : arena_format(r->arena,
                                  "tensors have it, like what a layer gives: "
                                  "layer(x):%s(...)",
                                  value);
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
        bool function = strcmp(type, "function") == 0;
        const char *layer = i == 0 ? of_layer(r, value) : NULL;
        if (layer != NULL)
            return arena_format(r->arena, "%s is %s: %s", value, type, layer);
        return arena_format(r->arena, "%s is %s%s, and %s%s", value,
                            strcmp(type, "nil") == 0 ? "" : "a ", type, deeds[i].ours,
                            truth ? " (x == 1 of a tensor is false at once: x:eq(1) "
                                    "compares its elements)"
                            : function && i > 1 ? " (called, f(), it gives one)"
                                                : layer_hint(type));
    }
    return arena_format(r->arena, "cannot %s", message);
}

/* ---- the handler ---- */

/* Whether the message starts with the place of this frame; its length. */
static size_t place_length(const char *message, const lua_Debug *ar)
{
    char place[LUA_IDSIZE + 32];
    snprintf(place, sizeof place, "%s:%d: ", ar->short_src, ar->currentline);
    size_t n = strlen(place);
    return strncmp(message, place, n) == 0 ? n : 0;
}

/* Where an error of Lua is, and what it says without its place. */
typedef struct Blame {
    Where where; /* no file: nowhere in the user's text */
    const char *message;
    bool ours; /* it was raised in the prelude */
} Blame;

/* In the frame that the message names, else in the nearest one of the user's. */
static Blame find_blame(Run *r, const char *message)
{
    Blame b = {.message = message};
    bool placed = false; /* the frame that it names was found */
    lua_Debug ar;
    for (int level = 1; lua_getstack(r->L, level, &ar); level++) {
        lua_getinfo(r->L, "Sl", &ar);
        if (*ar.what == 'C')
            continue;
        size_t n = placed ? 0 : place_length(b.message, &ar);
        placed = placed || n > 0;
        b.message += n;
        if (ar.source[0] != '@')
            b.ours = b.ours || b.where.file == NULL;
        else if (n > 0 || b.where.file == NULL)
            b.where = call_where(r, &ar);
        if (placed && b.where.file != NULL)
            break;
    }
    if (b.ours && r->where.file != NULL)
        b.where = r->where;
    return b;
}

/* What Lua says where a cap was reached. */
static void check_caps(Run *r, const Blame *b, bool deep)
{
    const char *many = strstr(b->message, "stack overflow (");
    if (strstr(b->message, "not enough memory") != NULL && r->exhausted.file != NULL)
        run_check_status(r, LUA_ERRMEM);
    if (many != NULL) /* too many values at once */
        run_limit(r, b->where, "%s", strchr(many, '('));
    if (deep)
        run_limit(r, b->where,
                  "calls are nested too deeply (does a function call itself "
                  "without an end?)");
    if (strstr(b->message, "string too large") != NULL)
        run_limit(r, b->where, "%s", b->message);
}

/* Every Lua error ends here. One of Lua's own after an error of ours follows from it,
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
    Blame b = find_blame(r, message);
    bool deep = strstr(b.message, "stack overflow") != NULL; /* also while it is read */
    if (b.where.file == NULL && r->where.file == NULL && !deep)
        bug("%s", message);
    check_caps(r, &b, deep);
    note_binding(r, b.where);
    if (strstr(b.message, "got dim") != NULL)
        b.message =
            arena_format(r->arena, "%s: d.value is the number of a dim", b.message);
    message = plain_words(r, b.message);
    if (b.ours && r->op != NULL)
        fail_at(b.where, "%s: %s", r->op, message);
    fail_at(b.where, "%s", message);
}

void run_push_handler(lua_State *L)
{
    lua_pushcfunction(L, on_error);
}

void run_worked_off(Run *r, Where where)
{
    run_limit(r, where,
              "the script runs for more than %ld instructions (does a loop "
              "never end?)",
              run_most_instructions(r));
}

void run_check_status(Run *r, int status)
{
    if (status == LUA_ERRMEM && r->starved)
        fail(EXIT_LIMIT, "out of memory");
    if (status == LUA_ERRMEM && r->worked_off)
        run_worked_off(r, r->exhausted);
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

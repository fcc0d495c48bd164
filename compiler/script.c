/*
 * script.c - a script's runs, and how they become a Program.
 *
 *     main run ──▶ which functions, which trains, their dims
 *        │
 *        ├─ a run for each binding of the dims that one of them asks for
 *        └─▶ entries, each from the run with its binding; tensors by name
 */
#include "script.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- bindings ---- */

/* What the command line says: "B=32" each. */
static void read_defines(Script *s, const ScriptOptions *options)
{
    for (int i = 0; i < options->define.n; i++) {
        const char *text = options->define.at[i], *equals = strchr(text, '=');
        char *end = NULL;
        errno = 0;
        long value = equals != NULL ? strtol(equals + 1, &end, 10) : 0;
        if (equals == NULL || equals == text || end == equals + 1 || *end != '\0' ||
            errno != 0 || value <= 0 || value > INT32_MAX)
            fail(EXIT_USAGE,
                 "-D %s: wants a dim and a whole number from 1, like -D B=32", text);
        Dim dim = {intern_n(s->arena, text, (size_t)(equals - text)), value};
        PUSH(s->arena, s->defines, dim);
    }
}

static void check_defines(const Script *s, const Run *main)
{
    for (int i = 0; i < s->defines.n; i++) {
        const char *name = s->defines.at[i].name, *known = "";
        bool found = false;
        for (int k = 0; k < main->dims.n; k++) {
            found = found || main->dims.at[k].name == name;
            known = arena_format(s->arena, "%s%s%s", known, k > 0 ? ", " : "",
                                 main->dims.at[k].name);
        }
        if (!found && main->dims.n == 0)
            fail(EXIT_USAGE, "-D %s: the script has no dims (mf.dim)", name);
        if (!found)
            fail(EXIT_USAGE, "-D %s: the script has no such dim (it has %s)", name,
                 known);
    }
}

bool run_defines(const Run *r, const char *dim)
{
    for (int i = 0; i < r->script->defines.n; i++)
        if (r->script->defines.at[i].name == dim)
            return true;
    return false;
}

const char *binding_text(const Run *r)
{
    const char *text = "";
    for (int i = 0; i < r->binding.n; i++)
        text = arena_format(r->arena, "%s%s%s = %lld", text, i > 0 ? ", " : "",
                            r->binding.at[i].name, (long long)r->binding.at[i].value);
    return text;
}

static int64_t bound_value(const Run *r, const Dim *dim)
{
    for (int i = 0; i < r->binding.n; i++)
        if (r->binding.at[i].name == dim->name)
            return r->binding.at[i].value;
    return dim->value;
}

/* The run in which these dims have these values and the others those of the main one,
 * the last of all if there was none: *made. */
static Run *run_for(Script *s, int n, const Dim *dims, bool *made)
{
    const Run *main = s->runs.at[0];
    ARRAY(Dim) binding = {0};
    for (int i = 0; i < main->dims.n; i++) {
        Dim dim = main->dims.at[i];
        for (int k = 0; k < n; k++)
            if (dims[k].name == dim.name)
                dim.value = dims[k].value;
        if (dim.value != main->dims.at[i].value || run_defines(main, dim.name))
            PUSH(s->arena, binding, dim);
    }
    for (int j = 0; j < s->runs.n; j++) {
        bool same = true;
        for (int i = 0; i < main->dims.n; i++) {
            Dim dim = main->dims.at[i];
            int64_t value = dim.value;
            for (int k = 0; k < binding.n; k++)
                if (binding.at[k].name == dim.name)
                    value = binding.at[k].value;
            same = same && bound_value(s->runs.at[j], &dim) == value;
        }
        *made = !same;
        if (same)
            return s->runs.at[j];
    }
    Run *r = run_new(s, binding.n, binding.at);
    PUSH(s->arena, s->runs, r);
    return r;
}

static void run_whole(void *context)
{
    Run *r = context;
    run_script(r);
    entry_merge_params(r->script->program, r);
}

/* This run, made at the first use. */
static Run *run_with(Script *s, int n, const Dim *dims)
{
    bool made;
    Run *r = run_for(s, n, dims, &made);
    if (made)
        run_whole(r);
    return r;
}

/* The same for one row; NULL where the script is wrong with a single row, as where it
 * divides the batch into groups: it then does without what is made of that run. */
static Run *run_of_row(Script *s, const char *batch)
{
    bool made;
    Run *r = run_for(s, 1, &(Dim){batch, 1}, &made);
    if (!made || diagnostics_try(run_whole, r))
        return r;
    watch_run(s->runs.at[0]);
    lua_close(r->L);
    s->runs.n--;
    return NULL;
}

/* ---- what the program asks for ---- */

typedef ARRAY(const char *) NameList;

typedef struct Wanted {
    NameList funcs, trains;
} Wanted;

static int read_wanted(lua_State *L)
{
    Wanted *wanted = lua_touserdata(L, 1);
    Run *r = run_of(L);
    Program *p = r->script->program;
    lua_settop(L, 0);
    lua_rawgeti(L, LUA_REGISTRYINDEX, r->program);
    if (option(L, 1, "name") != LUA_TNIL)
        p->name = intern(r->arena, lua_tostring(L, -1));
    lua_settop(L, 1);
    int n = option(L, 1, "funcs") == LUA_TTABLE ? lib_keys(L, 2) : 0;
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, 3, i);
        PUSH(r->arena, wanted->funcs, intern(r->arena, lua_tostring(L, -1)));
        lua_pop(L, 1);
    }
    lua_settop(L, 1);
    int type = option(L, 1, "train");
    if (type == LUA_TUSERDATA)
        PUSH(r->arena, wanted->trains, "");
    n = type == LUA_TTABLE ? lib_keys(L, 2) : 0;
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, 3, i);
        const char *name = intern(r->arena, lua_tostring(L, -1));
        if (strcmp(name, "schedule") != 0)
            PUSH(r->arena, wanted->trains, name);
        lua_pop(L, 1);
    }
    return 0;
}

typedef struct FuncDims {
    const char *func;
    ARRAY(Dim) dims;
} FuncDims;

static int read_dims(lua_State *L)
{
    FuncDims *f = lua_touserdata(L, 1);
    Run *r = run_of(L);
    r->op = "func";
    lua_settop(L, 0);
    entry_push(L, "funcs", f->func);
    if (option(L, -1, "dims") != LUA_TTABLE)
        return 0;
    int table = lua_gettop(L), n = lib_keys(L, table);
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, table + 1, i);
        const char *name = intern(r->arena, lua_tostring(L, -1));
        option(L, table, name);
        Dim dim = {name, check_whole(L, -1, name)};
        PUSH(r->arena, f->dims, dim);
        lua_pop(L, 2);
    }
    return 0;
}

static void make_func(Script *s, Run *main, const char *name)
{
    FuncDims f = {.func = name};
    run_protected(main, read_dims, &f);
    const Rebind *other = &s->options->rebind;
    if (other->func != NULL && strcmp(other->func, name) == 0)
        PUSH(s->arena, f.dims, ((Dim){intern(s->arena, other->dim), other->extent}));
    entry_func(s->program, run_with(s, f.dims.n, f.dims.at), name);
}

static void make_train(Script *s, Run *main, const char *name)
{
    Dim batch;
    bool has_batch = entry_batch(main, name, &batch);
    Run *r = has_batch ? run_with(s, 1, &batch) : main;
    Run *r1 = has_batch ? run_of_row(s, batch.name) : NULL;
    entry_train(s->program, r, r1, name, has_batch ? &batch : NULL);
}

/* The vocabulary of a text: what the inputs it feeds are indices below. */
static void set_vocabulary(Program *p)
{
    if (p->data.kind != MF_DATA_TEXT)
        return;
    for (int e = 0; e < p->entries.n; e++)
        for (int i = 0; i < p->entries.at[e].inputs.n; i++) {
            const Port *port = &p->entries.at[e].inputs.at[i];
            for (int k = 0; k < p->data.n_fields; k++)
                if (port->limit > 0 &&
                    strcmp(port->name, p->data.field[k].input) == 0 &&
                    (p->data.vocabulary == 0 || port->limit < p->data.vocabulary))
                    p->data.vocabulary = (int)port->limit;
        }
}

/* ---- the program ---- */

static const char *base_name(Arena *arena, const char *path, const char **stem)
{
    const char *slash = strrchr(path, '/');
    const char *file = slash != NULL ? slash + 1 : path;
    size_t n = strlen(file);
    if (n > 4 && strcmp(file + n - 4, ".lua") == 0)
        n -= 4;
    *stem = intern_n(arena, file, n > MAX_NAME ? MAX_NAME : n);
    return intern(arena, file);
}

static Script *script_new(Arena *arena, const char *path, const ScriptOptions *options)
{
    Script *s = NEW(arena, Script);
    Program *p = NEW(arena, Program);
    const char *slash = strrchr(path, '/');
    s->arena = p->arena = arena;
    s->path = p->path = intern(arena, path);
    s->folder = slash != NULL ? intern_n(arena, path, (size_t)(slash - path) + 1) : "";
    s->options = options;
    s->program = p;
    p->script = base_name(arena, path, &p->name);
    read_defines(s, options);
    s->text = file_read(arena, path, MAX_SCRIPT_BYTES, &s->length);
    return s;
}

/* Outside of Lua nothing of ours can stop but here. */
static void on_growth(void *context)
{
    const Script *s = context;
    Run *r = s->runs.at[s->runs.n - 1];
    if (script_bytes(s) > MAX_BYTES)
        run_limit(r, r->where, "the script needs more than %zu MiB of memory",
                  MAX_BYTES >> 20);
}

Program *script_run(Arena *arena, const char *path, const ScriptOptions *options)
{
    Script *s = script_new(arena, path, options);
    Program *p = s->program;
    Wanted wanted = {0};
    watch_start();
    Run *main = run_new(s, s->defines.n, s->defines.at);
    PUSH(arena, s->runs, main);
    watch_prelude(main);
    arena_watch(arena, on_growth, s);
    run_script(main);
    check_defines(s, main);
    p->real = main->real;
    p->drawn = main->drawn;
    entry_merge_params(p, main);
    data_fill(p, main);
    run_protected(main, read_wanted, &wanted);
    for (int i = 0; i < wanted.trains.n; i++)
        make_train(s, main, wanted.trains.at[i]);
    for (int i = 0; i < wanted.funcs.n; i++)
        make_func(s, main, wanted.funcs.at[i]);
    entry_init(p, main);
    set_vocabulary(p);
    p->hash = program_hash(p);
    watch_stop();
    arena_watch(arena, NULL, NULL);
    diagnostics_here(NULL);
    for (int i = 0; i < s->runs.n; i++)
        lua_close(s->runs.at[i]->L);
    return p;
}

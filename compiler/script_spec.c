/*
 * script_spec.c - mf.program, mf.train and mf.func: what a script asks for. Each
 * checks its options where they stand and keeps them, as a table in a userdata,
 * for script_entry.c.
 */
#include "script.h"

#include <string.h>

const char script_train[] = "mf.train", script_func[] = "mf.func",
           script_program[] = "mf.program";

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

/* The options at index 1 as a userdata of this kind. */
static int push_spec(lua_State *L, const char *kind)
{
    Where *where = lua_newuserdatauv(L, sizeof *where, 1);
    *where = run_of(L)->where;
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, 1);
    luaL_setmetatable(L, kind);
    return 1;
}

static void check_table(lua_State *L, const char *example)
{
    Run *r = run_of(L);
    if (!lua_istable(L, 1))
        run_fail(r, "%s: wants a table: %s, not %s", r->op, example, describe(L, 1));
    lua_settop(L, 1);
}

/* The tensors of the list `what` of the options, for the checks. */
static int list_length(lua_State *L, const char *what, const char *example)
{
    Run *r = run_of(L);
    if (option(L, 1, what) == LUA_TNIL)
        run_fail(r, "%s: %s is missing: %s", r->op, what, example);
    if (!lua_istable(L, -1) || (lua_rawlen(L, -1) == 0 && lib_keys(L, -1) > 0))
        run_fail(r,
                 "%s: %s must be a list, since its order is that of the C function: %s",
                 r->op, what, example);
    lua_settop(L, 2);
    check_options(L, 2, what, 0, NULL, true);
    return (int)lua_rawlen(L, 2);
}

/* ---- mf.func ---- */

static void check_inputs(lua_State *L)
{
    Run *r = run_of(L);
    int n = list_length(L, "inputs", "inputs = { x }");
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, 2, i);
        Node *node = check_node_arg(L, -1, "each of inputs");
        if (node->op != OP_input)
            run_fail(r, "%s: inputs must be tensors of mf.input, not %s", r->op,
                     describe_node(node));
        for (int k = 1; k < i; k++) {
            lua_rawgeti(L, 2, k);
            if (to_tensor(L, -1)->node == node)
                run_fail(r, "%s: the input %s stands twice in inputs", r->op,
                         node->name);
            lua_pop(L, 1);
        }
        lua_pop(L, 1);
    }
    lua_settop(L, 1);
}

static void check_outputs(lua_State *L)
{
    Run *r = run_of(L);
    int n = list_length(L, "outputs", "outputs = { yhat }");
    if (n == 0)
        run_fail(r, "%s: outputs is empty", r->op);
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, 2, i);
        check_node_arg(L, -1, "each of outputs");
        lua_pop(L, 1);
    }
    lua_settop(L, 1);
}

static bool has_dim(const Run *r, const char *name)
{
    for (int i = 0; i < r->dims.n; i++)
        if (strcmp(r->dims.at[i].name, name) == 0)
            return true;
    return false;
}

_Noreturn static void fail_no_dim(Run *r, const char *what, const char *name)
{
    const char **names = NEW_N(r->arena, const char *, r->dims.n + 1);
    for (int i = 0; i < r->dims.n; i++)
        names[i] = r->dims.at[i].name;
    const char *near = nearest_name(name, r->dims.n, names);
    if (near != NULL)
        run_fail(r, "%s: %s: there is no dim %s: did you mean %s?", r->op, what, name,
                 near);
    if (r->dims.n > 0)
        run_fail(r, "%s: %s: there is no dim %s (the script has %s)", r->op, what, name,
                 list_names(r, r->dims.n, names));
    run_fail(r, "%s: %s: there is no dim %s: a dim is made by mf.dim(\"%s\", value)",
             r->op, what, name, name);
}

static void check_dims(lua_State *L)
{
    Run *r = run_of(L);
    if (option(L, 1, "dims") == LUA_TNIL) {
        lua_settop(L, 1);
        return;
    }
    if (!lua_istable(L, 2))
        run_fail(r, "%s: dims must be a table like { B = 1 }, not %s", r->op,
                 describe(L, 2));
    int n = lib_keys(L, 2);
    for (int i = 1; i <= n; i++) {
        const char *sym;
        lua_rawgeti(L, 3, i);
        if (lua_type(L, -1) != LUA_TSTRING)
            run_fail(r, "%s: dims must be a table like { B = 1 }", r->op);
        const char *name = lua_tostring(L, -1);
        if (!has_dim(r, name))
            fail_no_dim(r, "dims", name);
        option(L, 2, name);
        check_extent(L, -1, "each of dims", &sym);
        lua_pop(L, 2);
    }
    lua_settop(L, 1);
}

static int spec_func(lua_State *L)
{
    static const char *const known[] = {"inputs", "outputs", "dims"};
    check_table(L, "mf.func { inputs = { x }, outputs = { y } }");
    check_options(L, 1, "func", COUNT(known), known, false);
    check_inputs(L);
    check_outputs(L);
    check_dims(L);
    return push_spec(L, script_func);
}

/* ---- mf.train ---- */

static void check_loss(lua_State *L)
{
    Run *r = run_of(L);
    if (option(L, 1, "loss") == LUA_TNIL)
        run_fail(r,
                 "train: loss is missing: mf.train { loss = cost, optimizer = ... }");
    Node *loss = check_node_arg(L, -1, "loss");
    if (loss->shape.rank != 0)
        run_fail(r, "train: loss must be a scalar, not %s: reduce it: loss:mean()",
                 describe_node(loss));
    if (!is_float(loss->dtype))
        run_fail(r, "train: loss must be floating, not %s", describe_node(loss));
    lua_settop(L, 1);
}

/* It may be missing where there is nothing for it to train: script_train.c. */
static void check_optimizer(lua_State *L)
{
    Run *r = run_of(L);
    int type = option(L, 1, "optimizer");
    if (type != LUA_TNIL &&
        (type != LUA_TTABLE || option(L, -1, "_optimizer") == LUA_TNIL))
        run_fail(r,
                 "train: optimizer must be one of mf.optim, like "
                 "mf.optim.SGD { lr = 0.01 }, not %s",
                 describe(L, 2));
    lua_settop(L, 1);
}

static void check_metrics(lua_State *L)
{
    Run *r = run_of(L);
    int type = option(L, 1, "metrics");
    if (type != LUA_TNIL && type != LUA_TTABLE)
        run_fail(r, "train: metrics must be a table like { accuracy = a }, not %s",
                 describe(L, -1));
    int n = type == LUA_TTABLE ? lib_keys(L, 2) : 0;
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, 3, i);
        bool named = lua_type(L, -1) == LUA_TSTRING;
        const char *name = named ? check_name(L, -1, "the name of a metric") : "metric";
        lua_rawget(L, 2);
        if (lua_type(L, -1) == LUA_TSTRING)
            run_fail(r,
                     "train: each of metrics is a scalar tensor, like "
                     "mf.metric.accuracy(scores, labels), not the text %s",
                     describe(L, -1));
        Node *node = check_node_arg(L, -1, name);
        if (node->shape.rank != 0)
            run_fail(r,
                     "train: the metric %s must be a scalar, not %s: reduce it: "
                     "m:mean()",
                     name, describe_node(node));
        lua_pop(L, 1);
    }
    lua_settop(L, 1);
}

static void check_params(lua_State *L)
{
    Run *r = run_of(L);
    if (option(L, 1, "params") == LUA_TNIL) {
        lua_settop(L, 1);
        return;
    }
    Form params = read_form(L, -1, "params", check_node_arg);
    for (int i = 0; i < params.n; i++) {
        const Node *node = params.at[i];
        const Made *made = node->op == OP_param ? param_find(r, node->attr.text) : NULL;
        if (made == NULL || made->param.role != MF_PARAM)
            run_fail(r,
                     "train: params must be parameters (mf.param, layer.weight), not "
                     "%s",
                     describe_node(node));
        if (!made->param.trainable)
            run_fail(r,
                     "train: %s is not trainable, as its mf.param or a mf.scope around "
                     "it says: leave it out of params",
                     made->param.name);
    }
    lua_settop(L, 1);
}

/* A whole number option from `least`; absent is fine. */
static void check_count(lua_State *L, int table, const char *name, int64_t least)
{
    Run *r = run_of(L);
    if (option(L, table, name) != LUA_TNIL) {
        int64_t v = check_whole(L, -1, name);
        if (v < least || v > INT32_MAX)
            run_fail(r, "%s: %s must be %lld or more, not %lld", r->op, name,
                     (long long)least, (long long)v);
    }
    lua_pop(L, 1);
}

static void check_positive(lua_State *L, const char *name)
{
    Run *r = run_of(L);
    if (option(L, 1, name) != LUA_TNIL && !(check_real(L, -1, name) > 0))
        run_fail(r, "train: %s must be above 0, not %s", name, describe(L, -1));
    lua_pop(L, 1);
}

/* A table among the options, with its known names; false where there is none. */
static bool push_group(lua_State *L, const char *name, int n, const char *const *known)
{
    Run *r = run_of(L);
    int type = option(L, 1, name);
    if (type != LUA_TNIL && type != LUA_TTABLE)
        run_fail(r, "train: %s must be a table like { %s = ... }, not %s", name,
                 known[0], describe(L, -1));
    if (type == LUA_TTABLE)
        check_options(L, -1, arena_format(r->arena, "train: %s", name), n, known,
                      false);
    return type == LUA_TTABLE;
}

/* "1 epoch", "2 epochs"; the number, or 0 where it is not that. */
static long epochs_of(const char *text)
{
    long n = 0;
    int end = 0;
    if (sscanf(text, "%ld epoch%n", &n, &end) != 1 || end == 0)
        return 0;
    if (text[end] == 's')
        end++;
    return text[end] == '\0' && n > 0 ? n : 0;
}

static void check_every(lua_State *L, const char *name)
{
    Run *r = run_of(L);
    int type = option(L, 2, "every");
    bool epochs = type == LUA_TSTRING && epochs_of(lua_tostring(L, -1)) > 0;
    lua_pop(L, 1);
    if (type == LUA_TSTRING && !epochs) {
        option(L, 2, "every");
        run_fail(r, "train: %s.every is a number of steps or \"2 epochs\", not %s",
                 name, describe(L, -1));
    }
    if (!epochs)
        check_count(L, 2, "every", 1);
}

static void check_groups(lua_State *L)
{
    static const char *const valid[] = {"split", "every", "batches"};
    static const char *const early[] = {"metric", "patience"};
    static const char *const checkpoint[] = {"every", "keep"};
    Run *r = run_of(L);
    if (push_group(L, "valid", 3, valid)) {
        check_every(L, "valid");
        check_count(L, 2, "batches", 1);
        if (option(L, 2, "split") != LUA_TNIL)
            check_name(L, -1, "valid.split");
    }
    lua_settop(L, 1);
    if (push_group(L, "early_stop", 2, early)) {
        check_count(L, 2, "patience", 1);
        if (option(L, 2, "metric") != LUA_TNIL)
            check_name(L, -1, "early_stop.metric");
    }
    lua_settop(L, 1);
    if (push_group(L, "checkpoint", 2, checkpoint)) {
        check_every(L, "checkpoint");
        check_count(L, 2, "keep", 1);
    }
    lua_settop(L, 1);
    int type = option(L, 1, "shuffle");
    bool word = type == LUA_TSTRING && strcmp(lua_tostring(L, -1), "replacement") == 0;
    if (type != LUA_TNIL && type != LUA_TBOOLEAN && !word)
        run_fail(r, "train: shuffle is true, false or \"replacement\", not %s",
                 describe(L, -1));
    lua_settop(L, 1);
}

static int spec_train(lua_State *L)
{
    static const char *const known[] = {"loss",       "optimizer",  "metrics",
                                        "epochs",     "steps",      "batch",
                                        "shuffle",    "seed",       "params",
                                        "clip_norm",  "valid",      "clip_value",
                                        "accumulate", "early_stop", "checkpoint"};
    check_table(L, "mf.train { loss = cost, optimizer = mf.optim.SGD { lr = 0.01 } }");
    check_options(L, 1, "train", COUNT(known), known, false);
    check_loss(L);
    check_optimizer(L);
    check_metrics(L);
    check_params(L);
    check_count(L, 1, "epochs", 1);
    check_count(L, 1, "steps", 1);
    check_count(L, 1, "batch", 1);
    check_count(L, 1, "seed", 0);
    check_count(L, 1, "accumulate", 1);
    check_positive(L, "clip_norm");
    check_positive(L, "clip_value");
    check_groups(L);
    return push_spec(L, script_train);
}

/* ---- mf.program ---- */

static void check_funcs(lua_State *L)
{
    Run *r = run_of(L);
    int type = option(L, 1, "funcs");
    if (type != LUA_TNIL && type != LUA_TTABLE)
        run_fail(r,
                 "program: funcs must be a table like { predict = mf.func { ... } }, "
                 "not %s",
                 describe(L, -1));
    int n = type == LUA_TTABLE ? lib_keys(L, 2) : 0;
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, 3, i);
        if (lua_type(L, -1) != LUA_TSTRING)
            run_fail(r, "program: functions have names: funcs = { predict = mf.func "
                        "{ ... } }");
        const char *name = check_name(L, -1, "the name of a function");
        lua_rawget(L, 2);
        if (luaL_testudata(L, -1, script_func) == NULL)
            run_fail(r, "program: funcs.%s must be a mf.func { ... }, not %s", name,
                     describe(L, -1));
        lua_pop(L, 1);
    }
    lua_settop(L, 1);
}

static void check_schedule(lua_State *L)
{
    Run *r = run_of(L);
    if (option(L, 2, "schedule") == LUA_TNIL) {
        lua_pop(L, 1);
        return;
    }
    if (!lua_istable(L, -1))
        run_fail(r,
                 "program: train.schedule must be a table like { d = 5, g = 1 }, not "
                 "%s",
                 describe(L, -1));
    int schedule = lua_gettop(L);
    int n = lib_keys(L, schedule);
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, schedule + 1, i);
        const char *name = check_name(L, -1, "a name in train.schedule");
        if (option(L, 2, name) == LUA_TNIL || strcmp(name, "schedule") == 0)
            run_fail(r, "program: train.schedule names %s, but there is no such train",
                     name);
        lua_pop(L, 1);
        option(L, schedule, name);
        const char *what = arena_format(r->arena, "train.schedule.%s", name);
        int64_t turns = check_whole(L, -1, what);
        if (turns < 1 || turns > INT32_MAX)
            run_fail(r, "program: train.schedule.%s must be 1 or more, not %lld", name,
                     (long long)turns);
        lua_pop(L, 2);
    }
    lua_settop(L, 2);
}

static void check_trains(lua_State *L)
{
    Run *r = run_of(L);
    int type = option(L, 1, "train");
    bool one = luaL_testudata(L, 2, script_train) != NULL;
    if (type != LUA_TNIL && type != LUA_TTABLE && !one)
        run_fail(r,
                 "program: train must be mf.train { ... } or a table of them by name, "
                 "not %s",
                 describe(L, 2));
    int n = type == LUA_TTABLE ? lib_keys(L, 2) : 0;
    if (type == LUA_TTABLE && (n == 0 || option(L, 2, "optimizer") != LUA_TNIL))
        run_fail(r,
                 "program: train must be mf.train { ... } or a table of them by name, "
                 "not %s table",
                 n == 0 ? "an empty" : "its options in a");
    lua_settop(L, type == LUA_TTABLE ? 3 : 2);
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, 3, i);
        if (lua_type(L, -1) != LUA_TSTRING)
            run_fail(r, "program: several trains have names: train = { d = mf.train "
                        "{ ... }, g = ... }");
        const char *name = check_name(L, -1, "the name of a train");
        lua_rawget(L, 2);
        if (strcmp(name, "schedule") != 0 &&
            luaL_testudata(L, -1, script_train) == NULL)
            run_fail(r, "program: train.%s must be a mf.train { ... }, not %s%s", name,
                     describe(L, -1),
                     nearest_name(name, 1, (const char *const[]){"schedule"}) != NULL
                         ? ": did you mean schedule?"
                         : "");
        lua_pop(L, 1);
    }
    lua_settop(L, 2);
    if (type == LUA_TTABLE)
        check_schedule(L);
    lua_settop(L, 1);
}

static int spec_program(lua_State *L)
{
    static const char *const known[] = {"name", "data", "train", "funcs"};
    Run *r = run_of(L);
    check_table(L, "mf.program { name = \"net\", train = ..., funcs = ... }");
    check_options(L, 1, "program", COUNT(known), known, false);
    if (option(L, 1, "name") != LUA_TNIL)
        check_name(L, -1, "the name");
    if (option(L, 1, "data") != LUA_TNIL && luaL_testudata(L, -1, script_data) == NULL)
        run_fail(r,
                 "program: data must be one of mf.data, like mf.data.csv { ... }, not "
                 "%s",
                 describe(L, -1));
    lua_settop(L, 1);
    check_trains(L);
    check_funcs(L);
    bool train = option(L, 1, "train") != LUA_TNIL;
    if (option(L, 1, "funcs") == LUA_TNIL && !train)
        run_fail(
            r, "program: there is neither a train nor a function: funcs = { predict = "
               "mf.func { ... } }");
    return push_spec(L, script_program);
}

static void open_kind(lua_State *L, const char *kind)
{
    luaL_newmetatable(L, kind);
    lua_pushstring(L, kind);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}

void spec_open(lua_State *L)
{
    static const Api functions[] = {{"func", spec_func, 0},
                                    {"train", spec_train, 0},
                                    {"program", spec_program, 0}};
    open_kind(L, script_func);
    open_kind(L, script_train);
    open_kind(L, script_program);
    open_kind(L, script_data);
    call_register(L, 3, functions, API_FUNCTION);
}

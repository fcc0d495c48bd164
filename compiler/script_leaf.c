/*
 * script_leaf.c - where tensors come from: inputs, parameters, constants, named
 * dims, the step counter.
 */
#include "script.h"

#include <math.h>
#include <string.h>

/* ---- dims and the dtype ---- */

static int64_t dim_value(Run *r, const char *name, int64_t value)
{
    for (int i = 0; i < r->binding.n; i++)
        if (r->binding.at[i].name == name)
            return r->binding.at[i].value;
    return value;
}

static int leaf_dim(lua_State *L)
{
    Run *r = run_of(L);
    const char *name = check_name(L, 1, "the name");
    const char *sym;
    if (lua_isnoneornil(L, 2))
        run_fail(r, "dim: %s needs a value: mf.dim(\"%s\", 32)", name, name);
    int64_t value = dim_value(r, name, check_extent(L, 2, "the value", &sym));
    for (int i = 0; i < r->dims.n; i++) {
        const Dim *d = &r->dims.at[i];
        if (d->name == name && d->value != value)
            run_fail(r, "dim: %s is %lld already, not %lld", name, (long long)d->value,
                     (long long)value);
        if (d->name == name) {
            push_dim(L, value, name);
            return 1;
        }
    }
    PUSH(r->arena, r->dims, ((Dim){name, value}));
    push_dim(L, value, name);
    return 1;
}

static int leaf_dtype(lua_State *L)
{
    Run *r = run_of(L);
    const char *name = lua_type(L, 1) == LUA_TSTRING ? lua_tostring(L, 1) : "";
    bool f64 = strcmp(name, "f64") == 0;
    if (!f64 && strcmp(name, "f32") != 0)
        run_fail(r, "dtype: floating values are \"f32\" or \"f64\", not %s",
                 describe(L, 1));
    if (r->started)
        run_fail(r, "dtype: it must stand at the top of the script, before the first "
                    "tensor");
    if (r->script->options->dtype == NULL)
        run_set_real(r, f64 ? F64 : F32);
    return 0;
}

/* ---- inputs ---- */

static int leaf_input(lua_State *L)
{
    Run *r = run_of(L);
    const char *name = check_name(L, 1, "the name");
    Shape shape = check_shape(L, 2);
    Dtype dtype = lua_isnoneornil(L, 3) ? r->real : check_dtype(L, 3);
    for (int i = 0; i < r->inputs.n; i++)
        if (r->inputs.at[i]->name == name) {
            note_made(r->inputs.at[i]);
            run_fail(r, "input: there is an input %s already", name);
        }
    Node *n = node_named(n_input(r->root, name, dtype, shape), name);
    PUSH(r->arena, r->inputs, n);
    push_node(L, n);
    return 1;
}

/* ---- parameters ---- */

Made *leaf_find(Run *r, const char *name)
{
    lua_State *L = r->L;
    luaL_getsubtable(L, LUA_REGISTRYINDEX, "params");
    lua_getfield(L, -1, name);
    Made *made = lua_isnil(L, -1) ? NULL : &r->params.at[lua_tointeger(L, -1)];
    lua_pop(L, 2);
    return made;
}

/* linear1 of enc.linear1.weight is what a report calls its layer. */
static const char *layer_of(Run *r, const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot == NULL ? NULL : intern_n(r->arena, name, (size_t)(dot - name));
}

Made *leaf_param(Run *r, const char *name, Dtype dtype, Shape shape, MfRole role)
{
    lua_State *L = r->L;
    const Made *old = leaf_find(r, name);
    if (old != NULL) {
        note_at(old->param.where, "the first %s is made here", name);
        run_fail(r,
                 "%s: there is a tensor %s already: names are unique (mf.scope gives "
                 "a prefix)",
                 r->op == NULL ? "param" : r->op, name);
    }
    Param param = {.name = name,
                   .dtype = dtype,
                   .shape = shape,
                   .role = role,
                   .trainable = role == MF_PARAM && scope_trains(r),
                   .where = r->where,
                   .layer = layer_of(r, name)};
    Node *node = node_named(n_param(r->root, name, dtype, shape), name);
    PUSH(r->arena, r->params, ((Made){.param = param, .node = node}));
    luaL_getsubtable(L, LUA_REGISTRYINDEX, "params");
    lua_pushinteger(L, r->params.n - 1);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
    return &r->params.at[r->params.n - 1];
}

/* mf.init.normal for mf.init.normal(): the function at i is none of mf.init itself. */
static void check_called(lua_State *L, int i)
{
    lua_getfield(L, LUA_REGISTRYINDEX, "mf");
    option(L, -1, "init");
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
        if (lua_rawequal(L, -1, i))
            run_fail(run_of(L),
                     "%s: mf.init.%s makes an initial value when it is "
                     "called: mf.init.%s()",
                     run_of(L)->op, lua_tostring(L, -2), lua_tostring(L, -2));
    lua_pop(L, 2);
}

/* What the initialiser at index i gives, in the root graph. */
static Node *initial_value(lua_State *L, int i, const Param *param)
{
    Run *r = run_of(L);
    Graph *graph = r->graph;
    Body *body = r->body;
    const char *stream = r->stream;
    int uses = r->stream_uses;
    r->graph = r->root;
    r->body = NULL;
    r->stream = param->name;
    r->stream_uses = 0;
    if (lua_isfunction(L, i)) {
        check_called(L, i);
        lua_pushvalue(L, i);
        lua_createtable(L, param->shape.rank, 0);
        for (int k = 0; k < param->shape.rank; k++) {
            push_dim(L, param->shape.dim[k], param->shape.sym[k]);
            lua_rawseti(L, -2, k + 1);
        }
        lua_pushstring(L, param->name);
        lua_call(L, 2, 1);
    } else {
        lua_pushvalue(L, i);
    }
    Node *value;
    if (to_tensor(L, -1) != NULL)
        value = run_capture(r, to_tensor(L, -1)->node);
    else if (lua_type(L, -1) == LUA_TNUMBER)
        value = n_full(r->root, param->dtype, param->shape, lua_tonumber(L, -1));
    else if (lua_istable(L, -1))
        value = leaf_const(L, -1, (int)param->dtype);
    else
        run_fail(
            r,
            "%s: the initial value of %s must be one of mf.init, a tensor, a number "
            "or a function (shape, name) -> tensor, not %s",
            r->op, param->name, describe(L, -1));
    lua_pop(L, 1);
    r->graph = graph;
    r->body = body;
    r->stream = stream;
    r->stream_uses = uses;
    return value;
}

/* The parameter's initial value, of its shape and dtype. */
static Node *fitted_value(Run *r, Node *value, const Param *param)
{
    bool same = value->shape.rank == param->shape.rank;
    for (int k = 0; same && k < value->shape.rank; k++)
        same = value->shape.dim[k] == param->shape.dim[k];
    if (!same)
        run_fail(r, "%s: %s is %s but its initial value is %s", r->op, param->name,
                 shape_text(r->arena, &param->shape), type_text(value));
    if (is_float(param->dtype) != is_float(value->dtype))
        run_fail(r, "%s: %s is %s but its initial value is %s: cast it", r->op,
                 param->name, dtype_name(param->dtype), type_text(value));
    if (value->dtype != param->dtype)
        value = n_cast(value, param->dtype);
    return same_shape(&value->shape, &param->shape) ? value
                                                    : n_reshape(value, param->shape);
}

static void set_initial(lua_State *L, int i, Made *made)
{
    Run *r = run_of(L);
    int at = (int)(made - r->params.at);
    if (lua_isnoneornil(L, i))
        return;
    Param param = made->param;
    Node *value = fitted_value(r, initial_value(L, i, &param), &param);
    r->params.at[at].init = value; /* the array may have moved */
}

static int leaf_param_of(lua_State *L)
{
    Run *r = run_of(L);
    static const char *const known[] = {"trainable"};
    lua_settop(L, 4);
    const char *name = scope_path(L, 1, "the name");
    Shape shape = check_shape(L, 2);
    check_options(L, 4, "param", 1, known, false);
    Made *made = leaf_param(r, name, r->real, shape, MF_PARAM);
    Node *node = made->node;
    if (lua_istable(L, 4) && option(L, 4, "trainable") != LUA_TNIL) {
        if (!lua_isboolean(L, -1))
            run_fail(r, "param: trainable is true or false, not %s", describe(L, -1));
        made->param.trainable = lua_toboolean(L, -1);
        made->kept = !made->param.trainable;
    }
    set_initial(L, 3, made);
    push_node(L, node);
    return 1;
}

/* mf._param { name, shape | like, init, role, trainable, value }: a tensor of the
 * model. `like`: shaped as this tensor. */
static int leaf_hidden_param(lua_State *L)
{
    Run *r = run_of(L);
    static const char *const roles[] = {"param", "stat", "state", "setting", NULL};
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    option(L, 1, "name");
    const char *name = check_name(L, 2, "the name");
    option(L, 1, "role");
    MfRole role = (MfRole)luaL_checkoption(L, 3, "param", roles);
    option(L, 1, "like");
    const Tensor *like = to_tensor(L, 4);
    option(L, 1, "shape");
    Shape shape = !lua_isnil(L, 5) ? check_shape(L, 5)
                  : like != NULL   ? like->node->shape
                                   : (Shape){0};
    Dtype dtype = like != NULL ? like->node->dtype : r->real;
    Made *made = leaf_param(r, name, dtype, shape, role);
    Node *node = made->node;
    if (option(L, 1, "trainable") == LUA_TBOOLEAN && !lua_toboolean(L, -1))
        made->param.trainable = false;
    if (option(L, 1, "value") != LUA_TNIL)
        made->value = luaL_checknumber(L, -1);
    option(L, 1, "init");
    set_initial(L, lua_gettop(L), made);
    push_node(L, node);
    return 1;
}

/* The setting that the trainer fills with the number of steps. */
static int leaf_total_steps(lua_State *L)
{
    Run *r = run_of(L);
    Made *made = leaf_find(r, "total_steps");
    if (made != NULL && made->param.role != MF_SETTING) {
        note_at(made->param.where, "total_steps is made here");
        run_fail(r,
                 "%s: the number of steps is called total_steps, as a parameter of "
                 "the script: give that another name, or this the option steps = n",
                 r->op);
    }
    if (made == NULL) {
        made = leaf_param(r, "total_steps", r->real, (Shape){0}, MF_SETTING);
        made->value = 1;
    }
    push_node(L, run_capture(r, made->node));
    return 1;
}

/* mf._is_learnt(t): a parameter, if only within a frozen scope. */
static int leaf_is_learnt(lua_State *L)
{
    const Tensor *t = to_tensor(L, 1);
    const Made *made = t != NULL && t->node->op == OP_param
                           ? leaf_find(run_of(L), t->node->attr.text)
                           : NULL;
    lua_pushboolean(L, made != NULL && made->param.role == MF_PARAM && !made->kept);
    return 1;
}

/* mf._has_param(name) */
static int leaf_has_param(lua_State *L)
{
    lua_pushboolean(L, leaf_find(run_of(L), luaL_checkstring(L, 1)) != NULL);
    return 1;
}

static int leaf_stat(lua_State *L)
{
    Run *r = run_of(L);
    Stat stat = {check_node_arg(L, 1, "the statistic"),
                 check_node_arg(L, 2, "the value"),
                 lua_isnoneornil(L, 3) ? NULL : check_node_arg(L, 3, "the witness")};
    if (r->body != NULL)
        run_fail(r,
                 "%s: running statistics cannot be kept inside mf.scan: move the layer "
                 "out of the loop, or use a norm without them",
                 r->op);
    if (stat.param->op != OP_param)
        bug("_stat of something that is no parameter");
    PUSH(r->arena, r->stats, stat);
    return 0;
}

/* mf._stat(stat, value, witness): what a layer keeps, in training. */
static int leaf_layer_stat(lua_State *L)
{
    return scope_infers(run_of(L)) ? 0 : leaf_stat(L);
}

/* mf._store(param, value): in every training step. */
static int leaf_store(lua_State *L)
{
    lua_settop(L, 2);
    return leaf_stat(L);
}

/* mf.update(state, value, witness): what a script keeps from step to step beside what
 * is learnt. */
static int leaf_update(lua_State *L)
{
    Run *r = run_of(L);
    if (r->body != NULL)
        run_fail(r,
                 "update: a state changes once a step: give it what mf.scan returns, "
                 "outside of the loop");
    Node *state = check_node_arg(L, 1, "the state"),
         *value = check_node_arg(L, 2, "the value");
    const Made *made = state->op == OP_param ? leaf_find(r, state->attr.text) : NULL;
    if (made == NULL)
        run_fail(r,
                 "update: %s is no parameter: mf.param(name, shape, init, "
                 "{ trainable = false }) makes one",
                 describe_node(state));
    if (made->param.role == MF_PARAM && made->param.trainable)
        run_fail(r,
                 "update: %s is trained, by the optimizer: { trainable = false } "
                 "makes it a state, as an option of mf.param, or of the mf.scope "
                 "around its layer",
                 describe_node(state));
    if (!same_shape(&state->shape, &value->shape) || state->dtype != value->dtype)
        run_fail(r, "update: the value must be like the state: %s for %s",
                 describe_node(value), describe_node(state));
    return leaf_stat(L);
}

static int leaf_mode(lua_State *L)
{
    Node *training = check_node_arg(L, 1, "the value in training");
    Node *inference = check_node_arg(L, 2, "the value in inference");
    if (!same_shape(&training->shape, &inference->shape))
        inference = move_reshape_like(inference, training->shape);
    push_node(L, scope_infers(run_of(L)) ? inference : n_mode(training, inference));
    return 1;
}

/* ---- constants ---- */

typedef struct Elements {
    ARRAY(double) values;
    Shape shape;
    int n_bool, n_number;
} Elements;

static void collect(lua_State *L, Elements *e, int depth)
{
    Run *r = run_of(L);
    Dim *dim = to_dim(L, -1);
    if (lua_istable(L, -1)) {
        int64_t n = (int64_t)lua_rawlen(L, -1);
        if (depth == MAX_RANK)
            run_fail(r, "%s: the table is nested more than %d deep", r->op, MAX_RANK);
        if (n == 0)
            run_fail(
                r, "%s: there is an empty table among the values, and no dim may be 0",
                r->op);
        bool fresh = e->values.n == 0 && depth == e->shape.rank;
        if (fresh)
            e->shape.dim[e->shape.rank++] = n;
        if (depth >= e->shape.rank || e->shape.dim[depth] != n)
            run_fail(r,
                     "%s: rows have different lengths: one has %lld elements, another "
                     "%lld",
                     r->op, depth < e->shape.rank ? (long long)e->shape.dim[depth] : 0,
                     (long long)n);
        luaL_checkstack(L, 4, NULL);
        for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
            if (lua_type(L, -2) == LUA_TSTRING)
                run_fail(r, "%s: a list of values has no names, but there is %s", r->op,
                         lua_tostring(L, -2));
        for (int64_t i = 1; i <= n; i++) {
            lua_rawgeti(L, -1, i);
            collect(L, e, depth + 1);
            lua_pop(L, 1);
        }
        return;
    }
    if (depth != e->shape.rank)
        run_fail(r, "%s: rows have different depths: a value stands beside a table",
                 r->op);
    double v;
    if (lua_isboolean(L, -1)) {
        e->n_bool++;
        v = lua_toboolean(L, -1);
    } else if (lua_type(L, -1) == LUA_TNUMBER || dim != NULL) {
        e->n_number++;
        v = dim != NULL ? (double)dim->value : lua_tonumber(L, -1);
    } else {
        run_fail(r, "%s: values must be numbers, not %s", r->op, describe(L, -1));
    }
    if (e->values.n == MAX_CONST)
        run_limit(r, r->where, "%s: more than %d values in a constant", r->op,
                  MAX_CONST);
    PUSH(r->arena, e->values, v);
}

static bool is_i32(double v)
{
    return floor(v) == v && v >= -2147483648.0 && v <= 2147483647.0;
}

Node *leaf_const(lua_State *L, int i, int dtype)
{
    Run *r = run_of(L);
    Elements e = {0};
    lua_pushvalue(L, i);
    collect(L, &e, 0);
    lua_pop(L, 1);
    if (dtype < 0)
        dtype = (int)(e.n_bool > 0 && e.n_number == 0 ? BOOL : r->real);
    if (e.n_bool > 0 && (dtype != BOOL || e.n_number > 0))
        run_fail(r,
                 "%s: values must be numbers, or all of them true or false for a bool "
                 "tensor",
                 r->op);
    for (int k = 0; k < e.values.n; k++) {
        double v = e.values.at[k];
        if (dtype == I32 && !is_i32(v))
            run_fail(r, "%s: %.14g is not a whole number of 32 bits", r->op, v);
        if (dtype == BOOL)
            e.values.at[k] = v != 0;
    }
    if (e.shape.rank == 0)
        return n_full(r->graph, (Dtype)dtype, e.shape, e.values.at[0]);
    return n_const(r->graph, (Dtype)dtype, e.shape, e.values.at);
}

static int leaf_const_of(lua_State *L)
{
    int dtype = lua_isnoneornil(L, 2) ? -1 : (int)check_dtype(L, 2);
    if (to_tensor(L, 1) != NULL) {
        Node *a = check_node_arg(L, 1, "the value");
        push_node(L,
                  dtype < 0 || a->dtype == (Dtype)dtype ? a : n_cast(a, (Dtype)dtype));
        return 1;
    }
    push_node(L, leaf_const(L, 1, dtype));
    return 1;
}

static int push_full(lua_State *L, double v, int dtype_at)
{
    Run *r = run_of(L);
    Shape shape = check_shape(L, 1);
    Dtype dtype = lua_isnoneornil(L, dtype_at) ? r->real : check_dtype(L, dtype_at);
    if (dtype == I32 && !is_i32(v))
        run_fail(r, "%s: %.14g is not a whole number of 32 bits", r->op, v);
    push_node(L, n_full(r->graph, dtype, shape, dtype == BOOL ? v != 0 : v));
    return 1;
}

static int leaf_zeros(lua_State *L)
{
    return push_full(L, 0, 2);
}

static int leaf_ones(lua_State *L)
{
    return push_full(L, 1, 2);
}

static int leaf_full(lua_State *L)
{
    double v =
        lua_isboolean(L, 2) ? lua_toboolean(L, 2) : check_real(L, 2, "the value");
    return push_full(L, v, 3);
}

/* The steps done; within the update of one of several trains, the updates of this one:
 * what Adam's correction of the bias wants. */
static int leaf_step(lua_State *L)
{
    Run *r = run_of(L);
    if (r->updates == NULL) {
        push_node(L, run_capture(r, n_step(r->root, r->real)));
        return 1;
    }
    Made *made = leaf_find(r, r->updates);
    if (made == NULL)
        made = leaf_param(r, r->updates, r->real, (Shape){0}, MF_STATE);
    push_node(L, run_capture(r, made->node));
    return 1;
}

/* t:as "name": the same tensor under this name. A node that the user has named
 * before keeps that name, and goes out under the new one. */
static int leaf_as(lua_State *L)
{
    Run *r = run_of(L);
    if (to_tensor(L, 1) == NULL)
        check_node_arg(L, 1, "what is named");
    Node *node = to_tensor(L, 1)->node;
    const char *name = check_name(L, 2, "the name");
    while (node->graph == r->root && r->named.n <= node->id)
        PUSH(r->arena, r->named, false);
    bool *named = node->graph == r->root ? &r->named.at[node->id] : NULL;
    bool leaf = node->op == OP_param || node->op == OP_input;
    if (!leaf && (named == NULL || !*named)) {
        node->name = name;
        call_label_operand(r, node);
        if (named != NULL)
            *named = true;
        lua_settop(L, 1);
        push_node(L, node);
        return 1;
    }
    push_node(L, node);
    to_tensor(L, -1)->alias = name;
    return 1;
}

void leaf_open(lua_State *L)
{
    static const Api functions[] = {
        {"input", leaf_input, 3},    {"param", leaf_param_of, 4},
        {"const", leaf_const_of, 2}, {"zeros", leaf_zeros, 0},
        {"ones", leaf_ones, 0},      {"full", leaf_full, 3},
        {"dim", leaf_dim, 2},        {"dtype", leaf_dtype, 0},
        {"step", leaf_step, 0},      {"update", leaf_update, 3},
    };
    static const Api methods[] = {{"as", leaf_as, 0}};
    static const Api hidden[] = {
        {"_param", leaf_hidden_param, 0},  {"_total_steps", leaf_total_steps, 0},
        {"_is_learnt", leaf_is_learnt, 0}, {"_has_param", leaf_has_param, 0},
        {"_stat", leaf_layer_stat, 0},     {"_store", leaf_store, 0},
        {"_mode", leaf_mode, 0},
    };
    call_register(L, sizeof functions / sizeof *functions, functions, API_FUNCTION);
    call_register(L, 1, methods, API_METHOD);
    call_register(L, sizeof hidden / sizeof *hidden, hidden, API_FUNCTION);
}

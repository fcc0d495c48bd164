/*
 * script_param.c - tensors of the model: parameters with their initial values, what the
 * prelude keeps as statistics, states and settings, and what changes them besides the
 * optimiser.
 */
#include "script.h"

#include <string.h>

Made *param_find(Run *r, const char *name)
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

Made *param_new(Run *r, const char *name, Dtype dtype, Shape shape, MfRole role)
{
    lua_State *L = r->L;
    const Made *old = param_find(r, name);
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

/* The initialiser at i; mf.init.normal, which makes one, stands for mf.init.normal().
 */
static void push_initialiser(lua_State *L, int i)
{
    lua_getfield(L, LUA_REGISTRYINDEX, "mf");
    option(L, -1, "init");
    bool maker = false;
    for (lua_pushnil(L); !maker && lua_next(L, -2);) {
        maker = lua_rawequal(L, -1, i);
        lua_pop(L, maker ? 2 : 1);
    }
    lua_pop(L, 2);
    lua_pushvalue(L, i);
    if (maker)
        lua_call(L, 0, 1);
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
        push_initialiser(L, i);
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
        value = const_node(L, -1, (int)param->dtype);
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

static int param_param(lua_State *L)
{
    Run *r = run_of(L);
    static const char *const known[] = {"trainable"};
    lua_settop(L, 4);
    const char *name = scope_path(L, 1, "the name");
    Shape shape = check_shape(L, 2);
    if (lua_istable(L, 3) && option(L, 3, "trainable") != LUA_TNIL)
        run_fail(r, "param: the initial value is missing before the options: "
                    "mf.param(name, shape, mf.init.zeros(), { trainable = false })");
    check_options(L, 4, "param", 1, known, false);
    Made *made = param_new(r, name, r->real, shape, MF_PARAM);
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
static int param_hidden(lua_State *L)
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
    Made *made = param_new(r, name, dtype, shape, role);
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
static int param_total_steps(lua_State *L)
{
    Run *r = run_of(L);
    Made *made = param_find(r, "total_steps");
    if (made != NULL && made->param.role != MF_SETTING) {
        note_at(made->param.where, "total_steps is made here");
        run_fail(r,
                 "%s: the number of steps is called total_steps, as a parameter of "
                 "the script: give that another name, or this the option steps = n",
                 r->op);
    }
    if (made == NULL) {
        made = param_new(r, "total_steps", r->real, (Shape){0}, MF_SETTING);
        made->value = 1;
    }
    push_node(L, run_capture(r, made->node));
    return 1;
}

/* mf._is_learnt(t): a parameter, if only within a frozen scope. */
static int param_is_learnt(lua_State *L)
{
    const Tensor *t = to_tensor(L, 1);
    const Made *made = t != NULL && t->node->op == OP_param
                           ? param_find(run_of(L), t->node->attr.text)
                           : NULL;
    lua_pushboolean(L, made != NULL && made->param.role == MF_PARAM && !made->kept);
    return 1;
}

/* mf._has_param(name) */
static int param_is_there(lua_State *L)
{
    lua_pushboolean(L, param_find(run_of(L), luaL_checkstring(L, 1)) != NULL);
    return 1;
}

static int param_stat(lua_State *L)
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
static int param_layer_stat(lua_State *L)
{
    return scope_infers(run_of(L)) ? 0 : param_stat(L);
}

/* mf._store(param, value): in every training step. */
static int param_store(lua_State *L)
{
    lua_settop(L, 2);
    return param_stat(L);
}

/* mf.update(state, value, witness): what a script keeps from step to step beside what
 * is learnt. */
static int param_update(lua_State *L)
{
    Run *r = run_of(L);
    if (r->body != NULL)
        run_fail(r,
                 "update: a state changes once a step: give it what mf.scan returns, "
                 "outside of the loop");
    Node *state = check_node_arg(L, 1, "the state"),
         *value = check_node_arg(L, 2, "the value");
    const Made *made = state->op == OP_param ? param_find(r, state->attr.text) : NULL;
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
        run_fail(r, "update: the value must be like the state: %s for %s%s",
                 describe_node(value), describe_node(state),
                 shapes_hint(r, &value->shape, &state->shape));
    return param_stat(L);
}

void param_open(lua_State *L)
{
    static const Api functions[] = {{"param", param_param, 4},
                                    {"update", param_update, 3}};
    static const Api hidden[] = {
        {"_param", param_hidden, 0},        {"_total_steps", param_total_steps, 0},
        {"_is_learnt", param_is_learnt, 0}, {"_has_param", param_is_there, 0},
        {"_stat", param_layer_stat, 0},     {"_store", param_store, 0},
    };
    call_register(L, sizeof functions / sizeof *functions, functions, API_FUNCTION);
    call_register(L, sizeof hidden / sizeof *hidden, hidden, API_FUNCTION);
}

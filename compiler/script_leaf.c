/*
 * script_leaf.c - dims and the dtype, inputs, the step counter; what is one thing in
 * training and another in inference, and what has a name.
 */
#include "script.h"

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

/* ---- what changes and what is named ---- */

static int leaf_mode(lua_State *L)
{
    Node *training = check_node_arg(L, 1, "the value in training");
    Node *inference = check_node_arg(L, 2, "the value in inference");
    if (!same_shape(&training->shape, &inference->shape))
        inference = move_reshape_like(inference, training->shape);
    push_node(L, scope_infers(run_of(L)) ? inference : n_mode(training, inference));
    return 1;
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
    Made *made = param_find(r, r->updates);
    if (made == NULL)
        made = param_new(r, r->updates, r->real, (Shape){0}, MF_STATE);
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
    static const Api functions[] = {{"input", leaf_input, 3},
                                    {"dim", leaf_dim, 2},
                                    {"dtype", leaf_dtype, 0},
                                    {"step", leaf_step, 0}};
    static const Api methods[] = {{"as", leaf_as, 0}};
    static const Api hidden[] = {{"_mode", leaf_mode, 0}};
    call_register(L, sizeof functions / sizeof *functions, functions, API_FUNCTION);
    call_register(L, 1, methods, API_METHOD);
    call_register(L, 1, hidden, API_FUNCTION);
}

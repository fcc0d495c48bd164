/*
 * script_const.c - constants: nested tables of numbers, and tensors whose elements are
 * all the same.
 */
#include "script.h"

#include <math.h>
#include <string.h>

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

Node *const_node(lua_State *L, int i, int dtype)
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

static int const_const(lua_State *L)
{
    int dtype = lua_isnoneornil(L, 2) ? -1 : (int)check_dtype(L, 2);
    if (to_tensor(L, 1) != NULL) {
        Node *a = check_node_arg(L, 1, "the value");
        push_node(L,
                  dtype < 0 || a->dtype == (Dtype)dtype ? a : n_cast(a, (Dtype)dtype));
        return 1;
    }
    push_node(L, const_node(L, 1, dtype));
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

static int const_zeros(lua_State *L)
{
    return push_full(L, 0, 2);
}

static int const_ones(lua_State *L)
{
    return push_full(L, 1, 2);
}

static int const_full(lua_State *L)
{
    double v =
        lua_isboolean(L, 2) ? lua_toboolean(L, 2) : check_real(L, 2, "the value");
    return push_full(L, v, 3);
}

void const_open(lua_State *L)
{
    static const Api functions[] = {{"const", const_const, 2},
                                    {"zeros", const_zeros, 0},
                                    {"ones", const_ones, 0},
                                    {"full", const_full, 3}};
    call_register(L, sizeof functions / sizeof *functions, functions, API_FUNCTION);
}

/*
 * script_parts.c - parts of a tensor, and tensors as parts of another: slices, splits,
 * padding, concatenation. Axes and positions count from 1 in scripts and from 0 in the
 * graph.
 */
#include "script.h"

/* ---- cutting ---- */

/* A position along an axis of n: 1 to n, or from the end with -1; from 0. */
static int64_t check_position(lua_State *L, int i, const Node *a, int axis,
                              const char *what)
{
    Run *r = run_of(L);
    int64_t n = a->shape.dim[axis], k = check_whole(L, i, what);
    if (k == 0)
        run_fail(r, "%s: %s is 0, but positions count from 1 (the last is -1)", r->op,
                 what);
    if (k > n || k < -n)
        run_fail(r, "%s: %s is %lld, but axis %d of %s has %lld", r->op, what,
                 (long long)k, axis + 1, describe_node(a), (long long)n);
    return k > 0 ? k - 1 : n + k;
}

static int parts_slice(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = check_subject(L);
    int axis = check_axis(L, 2, a, 0);
    int64_t first = 0, last = a->shape.dim[axis] - 1, step = 1;
    if (!lua_isnoneornil(L, 3))
        first = check_position(L, 3, a, axis, "the first position");
    if (!lua_isnoneornil(L, 4))
        last = check_position(L, 4, a, axis, "the last position");
    if (!lua_isnoneornil(L, 5))
        step = check_whole(L, 5, "the step");
    if (step < 1)
        run_fail(r,
                 "%s: the step must be 1 or more, not %lld (x:flip(axis) turns an axis "
                 "round)",
                 r->op, (long long)step);
    if (last < first)
        run_fail(r,
                 "%s: nothing lies between position %lld and %lld of axis %d, and no "
                 "dim may be 0",
                 r->op, (long long)first + 1, (long long)last + 1, axis + 1);
    if (step > a->shape.dim[axis])
        step = a->shape.dim[axis]; /* the first one is the only one, as with more */
    int64_t count = (last - first) / step + 1;
    push_node(L, count == a->shape.dim[axis]
                     ? a
                     : n_slice_axis(a, axis, first, step, count));
    return 1;
}

static int parts_select(lua_State *L)
{
    Node *a = check_subject(L);
    int axis = check_axis(L, 2, a, 0);
    int64_t at = check_position(L, 3, a, axis, "the position");
    Node *cut = n_slice_axis(a, axis, at, 1, 1);
    push_node(L, n_reshape(cut, shape_drop(a->shape, axis)));
    return 1;
}

static int parts_flip(lua_State *L)
{
    Node *a = check_subject(L);
    unsigned axes = check_axes(L, 2, a);
    int64_t start[MAX_RANK], step[MAX_RANK], count[MAX_RANK];
    for (int i = 0; i < a->shape.rank; i++) {
        bool turn = axes >> i & 1;
        count[i] = a->shape.dim[i];
        start[i] = turn ? count[i] - 1 : 0;
        step[i] = turn ? -1 : 1;
    }
    push_node(L, n_slice(a, start, step, count));
    return 1;
}

static int parts_split(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = check_subject(L);
    if (lua_istable(L, 2))
        run_fail(r,
                 "%s: it makes n equal parts; each of unequal ones is x:slice(axis, "
                 "first, last)",
                 r->op);
    int64_t n = check_whole(L, 2, "the number of parts");
    int axis = lua_isnoneornil(L, 3) ? 0 : check_axis(L, 3, a, 0);
    if (a->shape.rank == 0)
        run_fail(r, "%s: a scalar has no axis to split", r->op);
    int64_t extent = a->shape.dim[axis];
    if (n < 1 || extent % n != 0)
        run_fail(r, "%s: axis %d of %s does not divide into %lld equal parts", r->op,
                 axis + 1, describe_node(a), (long long)n);
    if (n > 200)
        run_limit(r, r->where,
                  "%s: at most 200 parts, not %lld: take them with x:slice", r->op,
                  (long long)n);
    luaL_checkstack(L, (int)n, NULL);
    for (int64_t k = 0; k < n; k++)
        push_node(L,
                  n == 1 ? a : n_slice_axis(a, axis, k * (extent / n), 1, extent / n));
    return (int)n;
}

/* ---- joining ---- */

/* The tensors in the list at argument 1. */
static Node **check_nodes(lua_State *L, int *n)
{
    Run *r = run_of(L);
    if (!lua_istable(L, 1))
        run_fail(r, "%s: wants a list of tensors: mf.%s({ a, b }, axis)", r->op, r->op);
    check_options(L, 1, "the tensors", 0, NULL, true);
    *n = (int)lua_rawlen(L, 1);
    if (*n == 0)
        run_fail(r, "%s: the list of tensors is empty", r->op);
    Node **arg = NEW_N(r->arena, Node *, *n);
    for (int i = 0; i < *n; i++) {
        lua_rawgeti(L, 1, i + 1);
        arg[i] = check_node_arg(L, -1, "each of the list");
        lua_pop(L, 1);
        if (arg[i]->dtype != arg[0]->dtype)
            run_fail(r, "%s: the dtypes differ: %s and %s: cast one", r->op,
                     describe_node(arg[0]), describe_node(arg[i]));
    }
    return arg;
}

/* x:concat({ y }, axis) is { x, y }; x:concat(y, axis) too. */
static void method_form(lua_State *L)
{
    if (to_tensor(L, 1) == NULL)
        return;
    lua_createtable(L, 2, 0);
    lua_pushvalue(L, 1);
    lua_rawseti(L, -2, 1);
    bool list = lua_istable(L, 2);
    int n = list ? (int)lua_rawlen(L, 2) : 1;
    for (int i = 1; i <= n; i++) {
        if (list)
            lua_rawgeti(L, 2, i);
        else
            lua_pushvalue(L, 2);
        lua_rawseti(L, -2, i + 1);
    }
    lua_replace(L, 2);
    lua_remove(L, 1);
}

static int parts_concat(lua_State *L)
{
    Run *r = run_of(L);
    int n;
    method_form(L);
    Node **arg = check_nodes(L, &n);
    if (arg[0]->shape.rank == 0)
        run_fail(r, "%s: scalars have no axis to join along: mf.stack({ a, b }, 1)",
                 r->op);
    int axis = lua_isnoneornil(L, 2) ? 0 : check_axis(L, 2, arg[0], 0);
    for (int i = 1; i < n; i++) {
        const Shape *a = &arg[0]->shape, *b = &arg[i]->shape;
        int k = 0;
        while (k < a->rank && k < b->rank && (k == axis || same_dim(a, k, b, k)))
            k++;
        if (k < a->rank || a->rank != b->rank)
            run_fail(r, "%s: the shapes differ beside axis %d: %s and %s%s", r->op,
                     axis + 1, describe_node(arg[0]), describe_node(arg[i]),
                     dim_hint(r, a, k, b, k));
    }
    push_node(L, n == 1 ? arg[0] : n_concat(r->graph, n, arg, axis));
    return 1;
}

static int parts_stack(lua_State *L)
{
    Run *r = run_of(L);
    int n;
    method_form(L);
    Node **arg = check_nodes(L, &n);
    check_room(r, arg[0]);
    int axis = lua_isnoneornil(L, 2) ? 0 : check_axis(L, 2, arg[0], 1);
    for (int i = 0; i < n; i++) {
        if (!same_shape(&arg[i]->shape, &arg[0]->shape))
            run_fail(r, "%s: the shapes differ: %s and %s%s", r->op,
                     describe_node(arg[0]), describe_node(arg[i]),
                     shapes_hint(r, &arg[0]->shape, &arg[i]->shape));
    }
    Shape shape = shape_insert(arg[0]->shape, axis, 1, NULL);
    for (int i = 0; i < n; i++)
        arg[i] = n_reshape(arg[i], shape);
    push_node(L, n == 1 ? arg[0] : n_concat(r->graph, n, arg, axis));
    return 1;
}

/* ---- padding ---- */

/* The value at argument 3, which an element of `dtype` can be. */
static double pad_value(lua_State *L, Dtype dtype)
{
    if (lua_isnoneornil(L, 3))
        return 0;
    if (dtype == BOOL && lua_isboolean(L, 3))
        return lua_toboolean(L, 3);
    double value = check_real(L, 3, "the value");
    if (dtype == BOOL && value != 0 && value != 1)
        run_fail(run_of(L), "%s: the value must be true or false, not %.14g",
                 run_of(L)->op, value);
    return dtype == BOOL ? value : check_operand(L, 3, dtype)->attr.num;
}

static int parts_pad(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = check_subject(L);
    int rank = a->shape.rank;
    int64_t before[MAX_RANK] = {0}, after[MAX_RANK] = {0}, inner[MAX_RANK] = {0};
    double value = pad_value(L, a->dtype);
    if (!lua_istable(L, 2) || (int)lua_rawlen(L, 2) != rank)
        run_fail(r, "%s: wants a pair { before, after } for each of the %d axes of %s",
                 r->op, rank, describe_node(a));
    for (int i = 0; i < rank; i++) {
        lua_rawgeti(L, 2, i + 1);
        if (!lua_istable(L, -1) || lua_rawlen(L, -1) != 2)
            run_fail(r, "%s: wants a pair { before, after } for each axis, not %s",
                     r->op, describe(L, -1));
        lua_rawgeti(L, -1, 1);
        lua_rawgeti(L, -2, 2);
        before[i] = check_whole(L, -2, "the padding");
        after[i] = check_whole(L, -1, "the padding");
        lua_pop(L, 3);
        if (before[i] < 0 || after[i] < 0)
            run_fail(r, "%s: the padding must be 0 or more (x:slice takes a part)",
                     r->op);
    }
    push_node(L, n_pad(a, before, after, inner, value));
    return 1;
}

void parts_open(lua_State *L)
{
    static const Api both[] = {
        {"slice", parts_slice, 5},   {"select", parts_select, 3},
        {"flip", parts_flip, 2},     {"split", parts_split, 3},
        {"concat", parts_concat, 0}, {"stack", parts_stack, 0},
        {"pad", parts_pad, 3},
    };
    call_register(L, sizeof both / sizeof *both, both, API_BOTH);
}

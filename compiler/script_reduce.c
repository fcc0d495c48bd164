/*
 * script_reduce.c - sums, products, extremes, and running sums. Axes in any of
 * the forms of the language: a number, a dim's name, a list, or nothing for all.
 */
#include "script.h"

/* The arguments of a reduction: x, axes, { keep = true }. */
typedef struct Reduction {
    Node *x;
    unsigned axes;
    bool keep;
} Reduction;

static bool read_keep(lua_State *L, int i)
{
    static const char *const known[] = {"keep"};
    Run *r = run_of(L);
    if (!lua_isnil(L, i) && !lua_istable(L, i))
        run_fail(r,
                 "%s: several axes are a list, and options a table: x:%s({ 1, 2 }, { "
                 "keep = true })",
                 r->op, r->op);
    check_options(L, i, r->op, 1, known, false);
    if (!lua_istable(L, i))
        return false;
    int type = option(L, i, "keep");
    if (type != LUA_TBOOLEAN && type != LUA_TNIL)
        run_fail(r, "%s: keep is true or false, not %s", r->op, describe(L, -1));
    bool keep = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return keep;
}

static Reduction read_reduction(lua_State *L)
{
    Run *r = run_of(L);
    Reduction red = {.x = check_subject(L)};
    lua_settop(L, 3);
    bool options_first = lua_istable(L, 2) && lua_isnil(L, 3) && lua_rawlen(L, 2) == 0;
    if (options_first) { /* x:sum { keep = true } */
        lua_pushnil(L);
        lua_insert(L, 2);
        lua_settop(L, 3);
    }
    if (red.x->dtype == BOOL)
        run_fail(r, "%s: wants numbers, not %s: cast it: x:cast \"f32\"", r->op,
                 describe_node(red.x));
    red.axes = check_axes(L, 2, red.x);
    red.keep = read_keep(L, 3);
    return red;
}

static Node *kept(Node *y, const Reduction *red)
{
    if (!red->keep)
        return y;
    Shape s = y->shape;
    for (int i = 0; i < red->x->shape.rank; i++)
        if (red->axes >> i & 1)
            s = shape_insert(s, i, 1, NULL);
    return move_reshape_like(y, s);
}

static Node *largest(Node *a, unsigned axes)
{
    return axes == 0 ? a : n_max(a, axes);
}

static int reduce_sum(lua_State *L)
{
    Reduction red = read_reduction(L);
    if (red.axes == 0)
        push_node(L, red.x);
    else
        push_node(L, red.keep ? n_sum_keep(red.x, red.axes) : n_sum(red.x, red.axes));
    return 1;
}

static int reduce_max(lua_State *L)
{
    Reduction red = read_reduction(L);
    push_node(L, kept(largest(red.x, red.axes), &red));
    return 1;
}

/* In the other order; the least whole number has no negative. */
static Node *turned(Node *x)
{
    return x->dtype == I32 ? n_sub(n_like(x, -1), x) : n_neg(x);
}

static int reduce_min(lua_State *L)
{
    Reduction red = read_reduction(L);
    Node *y = turned(largest(turned(red.x), red.axes));
    push_node(L, kept(y, &red));
    return 1;
}

static int reduce_prod(lua_State *L)
{
    Reduction red = read_reduction(L);
    Node *y = red.x;
    for (int i = y->shape.rank - 1; i >= 0; i--)
        if (red.axes >> i & 1)
            y = n_prod(y, i);
    push_node(L, kept(y, &red));
    return 1;
}

/* Over everything the position is that in row-major order. */
static int position(lua_State *L, bool least)
{
    Run *r = run_of(L);
    Reduction red = read_reduction(L);
    if (!lua_isnil(L, 2) && (red.axes & (red.axes - 1)) != 0)
        run_fail(r, "%s: takes one axis, or none for the position among all elements",
                 r->op);
    Node *y = n_argmax(least ? turned(red.x) : red.x, red.axes);
    push_node(L, kept(y, &red));
    return 1;
}

static int reduce_argmax(lua_State *L)
{
    return position(L, false);
}

static int reduce_argmin(lua_State *L)
{
    return position(L, true);
}

static int reduce_cumsum(lua_State *L)
{
    static const char *const known[] = {"reverse"};
    Run *r = run_of(L);
    Node *a = check_subject(L);
    lua_settop(L, 3);
    check_options(L, 3, r->op, 1, known, false);
    bool reverse = lua_istable(L, 3) && option(L, 3, "reverse") && lua_toboolean(L, -1);
    if (a->dtype == BOOL)
        run_fail(r, "%s: wants numbers, not %s: cast it: x:cast \"f32\"", r->op,
                 describe_node(a));
    if (lua_isnil(L, 2) && a->shape.rank != 1)
        run_fail(r, "%s: which axis of %s? x:cumsum(axis)", r->op, describe_node(a));
    int axis = lua_isnil(L, 2) ? 0 : check_axis(L, 2, a, 0);
    push_node(L, n_cumsum(a, axis, reverse));
    return 1;
}

void reduce_open(lua_State *L)
{
    static const Api both[] = {
        {"sum", reduce_sum, 0},       {"max", reduce_max, 0},
        {"min", reduce_min, 0},       {"prod", reduce_prod, 0},
        {"argmax", reduce_argmax, 0}, {"argmin", reduce_argmin, 0},
        {"cumsum", reduce_cumsum, 0},
    };
    call_register(L, sizeof both / sizeof *both, both, API_BOTH);
}

/*
 * script_move.c - movement: the same elements in another shape or order. Axes and
 * positions count from 1 in scripts and from 0 in the graph.
 */
#include "script.h"

#include <string.h>

static Node *subject(lua_State *L)
{
    return check_node_arg(L, 1, "its operand");
}

/* f(x, a, b, ...) as f(x, { a, b, ... }): afterwards a list stands at index 2. */
static void gather_list(lua_State *L)
{
    int n = lua_gettop(L);
    if (n == 2 && lua_istable(L, 2))
        return;
    lua_createtable(L, n, 0);
    for (int i = 2; i <= n; i++) {
        lua_pushvalue(L, i);
        lua_rawseti(L, -2, i - 1);
    }
    lua_insert(L, 2);
    lua_settop(L, 2);
}

/* ---- reshape ---- */

/* The dim that -1 stands for: a named one if the dims of x that the others do not
 * use up are exactly it. */
static const char *inferred_sym(const Shape *x, const Shape *s, int unknown)
{
    bool used[MAX_RANK] = {false};
    for (int i = 0; i < s->rank; i++)
        for (int k = 0; k < x->rank && i != unknown; k++)
            if (!used[k] && same_dim(x, k, s, i)) {
                used[k] = true;
                break;
            }
    int left = -1, n = 0;
    for (int k = 0; k < x->rank; k++)
        if (!used[k] && (x->sym[k] != NULL || x->dim[k] != 1)) {
            left = k;
            n++;
        }
    return n == 1 && x->dim[left] == s->dim[unknown] ? x->sym[left] : NULL;
}

static Shape read_reshape(lua_State *L, const Node *a)
{
    Run *r = run_of(L);
    Shape s = {0};
    int unknown = -1;
    int n = (int)lua_rawlen(L, 2);
    int64_t known = 1, size = shape_size(&a->shape);
    check_options(L, 2, "the shape", 0, NULL, true);
    if (n > MAX_RANK)
        run_fail(r, "%s: a tensor has at most %d axes, not %d", r->op, MAX_RANK, n);
    for (s.rank = 0; s.rank < n; s.rank++) {
        lua_rawgeti(L, 2, s.rank + 1);
        bool minus = lua_type(L, -1) == LUA_TNUMBER && lua_tonumber(L, -1) == -1;
        char what[40];
        snprintf(what, sizeof what, "dimension %d", s.rank + 1);
        if (minus && unknown >= 0)
            run_fail(r, "%s: only one dimension can be -1", r->op);
        if (minus)
            unknown = s.rank;
        else
            s.dim[s.rank] = check_extent(L, -1, what, &s.sym[s.rank]);
        known = minus ? known : size_mul(known, s.dim[s.rank]);
        lua_pop(L, 1);
    }
    if (unknown >= 0 && size % known == 0) {
        s.dim[unknown] = size / known;
        s.sym[unknown] = inferred_sym(&a->shape, &s, unknown);
        return s;
    }
    if (unknown >= 0)
        run_fail(r, "%s: %s has %s, which %lld do not divide", r->op, describe_node(a),
                 count_text(r->arena, size, "element", "elements"), (long long)known);
    if (known != size)
        run_fail(r, "%s: %s has %s but %s has %lld", r->op, describe_node(a),
                 count_text(r->arena, size, "element", "elements"),
                 shape_text(r->arena, &s), (long long)known);
    return s;
}

Node *move_reshape_like(Node *a, Shape shape)
{
    return same_shape(&a->shape, &shape) ? a : n_reshape(a, shape);
}

static int move_reshape(lua_State *L)
{
    Node *a = subject(L);
    gather_list(L);
    push_node(L, move_reshape_like(a, read_reshape(L, a)));
    return 1;
}

static int move_flatten(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = subject(L);
    int from = 1;
    if (!lua_isnoneornil(L, 2))
        from = check_axis(L, 2, a, 0);
    if (from > a->shape.rank)
        run_fail(r,
                 "%s: %s has no axis 2 to flatten from: give the first axis: "
                 "x:flatten(1)",
                 r->op, describe_node(a));
    Shape s = {.rank = from};
    for (int i = 0; i < from; i++) {
        s.dim[i] = a->shape.dim[i];
        s.sym[i] = a->shape.sym[i];
    }
    int64_t rest = 1;
    for (int i = from; i < a->shape.rank; i++)
        rest = size_mul(rest, a->shape.dim[i]);
    s = shape_insert(s, from, rest, NULL);
    s.sym[from] = inferred_sym(&a->shape, &s, from);
    push_node(L, move_reshape_like(a, s));
    return 1;
}

static int move_squeeze(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = subject(L);
    unsigned axes = 0;
    bool all = lua_isnoneornil(L, 2);
    if (!all)
        axes = check_axes(L, 2, a);
    Shape s = a->shape;
    for (int i = a->shape.rank - 1; i >= 0; i--) {
        const char *name = a->shape.sym[i];
        bool one = a->shape.dim[i] == 1 && name == NULL;
        if ((axes >> i & 1) && !one && a->shape.dim[i] == 1)
            run_fail(r,
                     "%s: axis %d of %s is the dim %s, which need not be 1; "
                     ":select(%d, 1) takes its first place",
                     r->op, i + 1, describe_node(a), name, i + 1);
        if ((axes >> i & 1) && !one)
            run_fail(r, "%s: axis %d of %s is not 1", r->op, i + 1, describe_node(a));
        if ((all || (axes >> i & 1)) && one)
            s = shape_drop(s, i);
    }
    push_node(L, move_reshape_like(a, s));
    return 1;
}

static void check_room(Run *r, const Node *a)
{
    if (a->shape.rank == MAX_RANK)
        run_fail(r, "%s: %s has %d axes already, and a tensor has no more", r->op,
                 describe_node(a), MAX_RANK);
}

static int move_unsqueeze(lua_State *L)
{
    Node *a = subject(L);
    check_room(run_of(L), a);
    int axis = check_axis(L, 2, a, 1);
    push_node(L, n_reshape(a, shape_insert(a->shape, axis, 1, NULL)));
    return 1;
}

/* ---- order of axes ---- */

static int move_permute(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = subject(L);
    gather_list(L);
    int axes[MAX_RANK], rank = a->shape.rank;
    unsigned seen = 0;
    if ((int)lua_rawlen(L, 2) != rank)
        run_fail(r, "%s: %s has %s, but the list %d", r->op, describe_node(a),
                 count_text(r->arena, rank, "axis", "axes"), (int)lua_rawlen(L, 2));
    for (int i = 0; i < rank; i++) {
        lua_rawgeti(L, 2, i + 1);
        axes[i] = check_axis(L, -1, a, 0);
        lua_pop(L, 1);
        if (seen >> axes[i] & 1)
            run_fail(r, "%s: axis %d stands twice in the list", r->op, axes[i] + 1);
        seen |= 1u << axes[i];
    }
    push_node(L, n_permute(a, axes));
    return 1;
}

static int move_transpose(lua_State *L)
{
    Node *a = subject(L);
    int i = check_axis(L, 2, a, 0), j = check_axis(L, 3, a, 0);
    push_node(L, i == j ? a : n_transpose(a, i, j));
    return 1;
}

static int move_t(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = subject(L);
    int rank = a->shape.rank;
    if (rank < 2)
        run_fail(r, "T: swaps the last two axes, but %s has %d", describe_node(a),
                 rank);
    push_node(L, n_transpose(a, rank - 2, rank - 1));
    return 1;
}

/* ---- copies ---- */

static int move_expand(lua_State *L)
{
    Node *a = subject(L);
    const char *sym;
    check_room(run_of(L), a);
    int axis = check_axis(L, 2, a, 1);
    int64_t n = check_extent(L, 3, "the number of copies", &sym);
    push_node(L, n_expand(a, axis, n, sym));
    return 1;
}

static int move_broadcast(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = subject(L);
    gather_list(L);
    Shape shape = check_shape(L, 2), joined;
    if (!shape_join(&a->shape, &shape, &joined) || !same_shape(&joined, &shape))
        run_fail(r, "%s: %s does not broadcast to %s", r->op, describe_node(a),
                 shape_text(r->arena, &shape));
    push_node(L, same_shape(&a->shape, &shape) ? a : n_broadcast_to(a, shape));
    return 1;
}

/* ---- parts ---- */

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

static int move_slice(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = subject(L);
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

static int move_select(lua_State *L)
{
    Node *a = subject(L);
    int axis = check_axis(L, 2, a, 0);
    int64_t at = check_position(L, 3, a, axis, "the position");
    Node *cut = n_slice_axis(a, axis, at, 1, 1);
    push_node(L, n_reshape(cut, shape_drop(a->shape, axis)));
    return 1;
}

static int move_flip(lua_State *L)
{
    Node *a = subject(L);
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

static int move_split(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = subject(L);
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

static int move_pad(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = subject(L);
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

static int move_concat(lua_State *L)
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
        bool fits = arg[i]->shape.rank == arg[0]->shape.rank;
        for (int k = 0; fits && k < arg[0]->shape.rank; k++)
            fits = k == axis || same_dim(&arg[i]->shape, k, &arg[0]->shape, k);
        if (!fits)
            run_fail(r, "%s: the shapes differ beside axis %d: %s and %s", r->op,
                     axis + 1, describe_node(arg[0]), describe_node(arg[i]));
    }
    push_node(L, n == 1 ? arg[0] : n_concat(r->graph, n, arg, axis));
    return 1;
}

static int move_stack(lua_State *L)
{
    Run *r = run_of(L);
    int n;
    method_form(L);
    Node **arg = check_nodes(L, &n);
    check_room(r, arg[0]);
    int axis = lua_isnoneornil(L, 2) ? 0 : check_axis(L, 2, arg[0], 1);
    Shape shape = shape_insert(arg[0]->shape, axis, 1, NULL);
    for (int i = 0; i < n; i++) {
        if (!same_shape(&arg[i]->shape, &arg[0]->shape))
            run_fail(r, "%s: the shapes differ: %s and %s", r->op,
                     describe_node(arg[0]), describe_node(arg[i]));
    }
    shape = shape_insert(arg[0]->shape, axis, 1, NULL);
    for (int i = 0; i < n; i++)
        arg[i] = n_reshape(arg[i], shape);
    push_node(L, n == 1 ? arg[0] : n_concat(r->graph, n, arg, axis));
    return 1;
}

/* ---- windows, for the prelude: axes count from 1 ---- */

static Node *window(lua_State *L,
                    Node *(*make)(Node *, int, int, int64_t, int64_t, int64_t, int64_t))
{
    Node *a = subject(L);
    int axis = check_axis(L, 2, a, 0), k = check_axis(L, 3, a, 0);
    int64_t v[4];
    for (int i = 0; i < 4; i++)
        v[i] = check_whole(L, 4 + i, "a number of the window");
    return make(a, axis, k, v[0], v[1], v[2], v[3]);
}

static int move_slide(lua_State *L)
{
    push_node(L, window(L, n_slide));
    return 1;
}

/* unslide, and the sum over the axis of taps. */
static int move_fold(lua_State *L)
{
    Node *y = window(L, n_unslide);
    push_node(L, sum_window(y, 1u << check_axis(L, 3, subject(L), 0)));
    return 1;
}

static int move_axis(lua_State *L)
{
    lua_pushinteger(L, check_axis(L, 2, subject(L), 0) + 1);
    return 1;
}

void move_open(lua_State *L)
{
    static const Api both[] = {
        {"reshape", move_reshape, 0},
        {"flatten", move_flatten, 2},
        {"squeeze", move_squeeze, 2},
        {"unsqueeze", move_unsqueeze, 2},
        {"permute", move_permute, 0},
        {"transpose", move_transpose, 3},
        {"T", move_t, 1},
        {"expand", move_expand, 3},
        {"broadcast", move_broadcast, 0},
        {"slice", move_slice, 5},
        {"select", move_select, 3},
        {"flip", move_flip, 2},
        {"split", move_split, 3},
        {"pad", move_pad, 3},
        {"concat", move_concat, 0},
        {"stack", move_stack, 0},
    };
    static const Api hidden[] = {{"_slide", move_slide, 0},
                                 {"_fold", move_fold, 0},
                                 {"_axis", move_axis, 0}};
    call_register(L, sizeof both / sizeof *both, both, API_BOTH);
    call_register(L, sizeof hidden / sizeof *hidden, hidden, API_FUNCTION);
}

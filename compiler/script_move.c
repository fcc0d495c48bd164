/*
 * script_move.c - movement: the same elements in another shape or order, or several
 * times. Axes count from 1 in scripts and from 0 in the graph.
 */
#include "script.h"

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

/* The dim that -1 stands for: the one named dim of x that is not among the others, if
 * these have no further one and their plain numbers the product of those of x. */
static const char *inferred_sym(const Shape *x, const Shape *s, int unknown)
{
    bool used[MAX_RANK] = {false};
    int further = 0, left = -1, n = 0;
    for (int i = 0; i < s->rank; i++) {
        int k = 0;
        while (s->sym[i] != NULL && k < x->rank && (used[k] || !same_dim(x, k, s, i)))
            k++;
        if (s->sym[i] != NULL && k == x->rank)
            further++;
        else if (s->sym[i] != NULL)
            used[k] = true;
    }
    for (int k = 0; k < x->rank; k++)
        if (!used[k] && x->sym[k] != NULL) {
            left = k;
            n++;
        }
    bool one = n == 1 && further == 0 && x->dim[left] == s->dim[unknown];
    return one ? x->sym[left] : NULL;
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
    Node *a = check_subject(L);
    gather_list(L);
    push_node(L, move_reshape_like(a, read_reshape(L, a)));
    return 1;
}

static int move_flatten(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = check_subject(L);
    int from = 1;
    if (!lua_isnoneornil(L, 2))
        from = check_axis(L, 2, a, 0);
    if (from > a->shape.rank)
        run_fail(r,
                 "%s: %s has no axis 2 to flatten from: give the first axis: "
                 "x:flatten(1)",
                 r->op, describe_node(a));
    int to = a->shape.rank - 1;
    if (!lua_isnoneornil(L, 3))
        to = check_axis(L, 3, a, 0);
    if (to < from)
        run_fail(r, "%s: the last axis, %d, is before the first one, %d", r->op, to + 1,
                 from + 1);
    Shape s = {0};
    int64_t all = 1;
    for (int i = 0; i < a->shape.rank; i++) {
        if (i >= from && i <= to)
            all = size_mul(all, a->shape.dim[i]);
        if (i == to)
            s = shape_insert(s, from, all, NULL);
        else if (i < from || i > to)
            s = shape_insert(s, s.rank, a->shape.dim[i], a->shape.sym[i]);
    }
    s.sym[from] = inferred_sym(&a->shape, &s, from);
    push_node(L, move_reshape_like(a, s));
    return 1;
}

static int move_squeeze(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = check_subject(L);
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

static int move_unsqueeze(lua_State *L)
{
    Node *a = check_subject(L);
    check_room(run_of(L), a);
    int axis = check_axis(L, 2, a, 1);
    push_node(L, n_reshape(a, shape_insert(a->shape, axis, 1, NULL)));
    return 1;
}

/* ---- order of axes ---- */

static int move_permute(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = check_subject(L);
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
    Node *a = check_subject(L);
    int i = check_axis(L, 2, a, 0), j = check_axis(L, 3, a, 0);
    push_node(L, i == j ? a : n_transpose(a, i, j));
    return 1;
}

static int move_t(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = check_subject(L);
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
    Node *a = check_subject(L);
    const char *sym;
    check_room(run_of(L), a);
    if (lua_istable(L, 2))
        run_fail(run_of(L),
                 "expand: it inserts an axis of n copies, x:expand(axis, n); "
                 "to a shape it is x:broadcast { ... }");
    int axis = check_axis(L, 2, a, 1);
    int64_t n = check_extent(L, 3, "the number of copies", &sym);
    push_node(L, n_expand(a, axis, n, sym));
    return 1;
}

static int move_broadcast(lua_State *L)
{
    Run *r = run_of(L);
    Node *a = check_subject(L);
    gather_list(L);
    Shape shape = check_shape(L, 2), joined;
    if (!shape_join(&a->shape, &shape, &joined) || !same_shape(&joined, &shape))
        run_fail(r, "%s: %s does not broadcast to %s%s", r->op, describe_node(a),
                 shape_text(r->arena, &shape), shapes_hint(r, &a->shape, &shape));
    push_node(L, same_shape(&a->shape, &shape) ? a : n_broadcast_to(a, shape));
    return 1;
}

/* ---- windows, for the prelude: axes count from 1 ---- */

static Node *window(lua_State *L,
                    Node *(*make)(Node *, int, int, int64_t, int64_t, int64_t, int64_t))
{
    Node *a = check_subject(L);
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
    push_node(L, sum_window(y, 1u << check_axis(L, 3, check_subject(L), 0)));
    return 1;
}

static int move_axis(lua_State *L)
{
    lua_pushinteger(L, check_axis(L, 2, check_subject(L), 0) + 1);
    return 1;
}

void move_open(lua_State *L)
{
    static const Api both[] = {
        {"reshape", move_reshape, 0},
        {"flatten", move_flatten, 3},
        {"squeeze", move_squeeze, 2},
        {"unsqueeze", move_unsqueeze, 2},
        {"permute", move_permute, 0},
        {"transpose", move_transpose, 3},
        {"T", move_t, 1},
        {"expand", move_expand, 3},
        {"broadcast", move_broadcast, 0},
    };
    static const Api hidden[] = {{"_slide", move_slide, 0},
                                 {"_fold", move_fold, 0},
                                 {"_axis", move_axis, 0}};
    call_register(L, sizeof both / sizeof *both, both, API_BOTH);
    call_register(L, sizeof hidden / sizeof *hidden, hidden, API_FUNCTION);
}

/*
 * script_scalar.c - the scalar functions, one for each SCALAR row of ops.def, and
 * the operators of Lua. Broadcasting is made explicit here: the operands of a node
 * have one shape.
 */
#include "script.h"

#include <math.h>
#include <string.h>

/* NumPy's rule, aligned at the last axis: equal dims, or one a plain 1. */
bool shape_join(const Shape *a, const Shape *b, Shape *out)
{
    *out = a->rank >= b->rank ? *a : *b;
    for (int i = 1; i <= a->rank && i <= b->rank; i++) {
        int ia = a->rank - i, ib = b->rank - i, io = out->rank - i;
        bool one_a = a->dim[ia] == 1 && a->sym[ia] == NULL;
        bool one_b = b->dim[ib] == 1 && b->sym[ib] == NULL;
        if (!same_dim(a, ia, b, ib) && !one_a && !one_b)
            return false;
        out->dim[io] = one_a ? b->dim[ib] : a->dim[ia];
        out->sym[io] = one_a ? b->sym[ib] : a->sym[ia];
    }
    return true;
}

const char *dim_hint(Run *r, const Shape *a, int i, const Shape *b, int j)
{
    if (i >= a->rank || j >= b->rank || a->dim[i] != b->dim[j] || same_dim(a, i, b, j))
        return "";
    const char *one = a->sym[i], *other = b->sym[j];
    const char *why =
        " (a named dim goes only with itself, even where the numbers agree";
    if (one && other)
        return arena_format(r->arena, "%s)", why);
    return arena_format(r->arena, "%s: reshape calls a plain axis %s)", why,
                        one ? one : other);
}

const char *shapes_hint(Run *r, const Shape *a, const Shape *b)
{
    const char *hint = "";
    for (int i = 1; *hint == '\0' && i <= a->rank && i <= b->rank; i++)
        hint = dim_hint(r, a, a->rank - i, b, b->rank - i);
    return hint;
}

/* mf._dim_hint(m, n): of two extents, numbers or dims. */
static int scalar_dim_hint(lua_State *L)
{
    Shape s = {.rank = 2};
    for (int i = 0; i < 2; i++)
        s.dim[i] = check_extent(L, i + 1, "an extent", &s.sym[i]);
    lua_pushstring(L, dim_hint(run_of(L), &s, 0, &s, 1));
    return 1;
}

/* mf._shapes_hint(a, b, n): of a without its last n axes and b. */
static int scalar_shapes_hint(lua_State *L)
{
    Shape a = check_node_arg(L, 1, "a")->shape, b = check_node_arg(L, 2, "b")->shape;
    a.rank -= (int)luaL_optinteger(L, 3, 0);
    lua_pushstring(L, shapes_hint(run_of(L), &a, &b));
    return 1;
}

/* The axes of n, but those of 1, where they stand in `other`, with 1 between them; rank
 * 0 where they do not. */
static Shape spread(const Node *n, const Shape *other)
{
    const Shape *s = &n->shape;
    Shape wide = {0};
    int k = 0;
    for (int i = 0; i < other->rank; i++) {
        while (k < s->rank && s->dim[k] == 1)
            k++;
        bool own = k < s->rank && same_dim(s, k, other, i);
        if (!own && wide.rank == 0)
            continue;
        wide.dim[wide.rank] = own ? s->dim[k] : 1;
        wide.sym[wide.rank++] = own ? s->sym[k++] : NULL;
    }
    while (k < s->rank && s->dim[k] == 1)
        k++;
    return k == s->rank ? wide : (Shape){0};
}

/* The axes of n with one of 1 a place further, where they broadcast with `other`: what
 * a habit of axes that count from 0 meant; rank 0 where there is none. */
static Shape moved(const Node *n, const Shape *other)
{
    for (int i = 0; i + 1 < n->shape.rank; i++) {
        Shape s = n->shape, joined;
        if (s.dim[i] != 1)
            continue;
        s.dim[i] = s.dim[i + 1];
        s.sym[i] = s.sym[i + 1];
        s.dim[i + 1] = 1;
        s.sym[i + 1] = NULL;
        if (shape_join(&s, other, &joined))
            return s;
    }
    return (Shape){0};
}

/* How n would broadcast with `other`; "" where it would not. */
static const char *spread_hint(Run *r, const Node *n, const char *which,
                               const Shape *other)
{
    Shape wide = moved(n, other);
    if (wide.rank == 0)
        wide = spread(n, other);
    if (wide.rank == 0)
        return "";
    return arena_format(r->arena,
                        ": as %s %s would: unsqueeze or reshape (axes count from 1)",
                        shape_text(r->arena, &wide), label_operand(n, which));
}

/* Why `left` and n, an operand that `so_far` was made of, do not broadcast. */
static const char *join_hint(Run *r, const Node *left, const Shape *so_far,
                             const Node *n)
{
    const char *hint = shapes_hint(r, so_far, &n->shape);
    if (*hint == '\0')
        hint = spread_hint(r, n, "right", so_far);
    if (*hint == '\0' && same_shape(so_far, &left->shape))
        hint = spread_hint(r, left, "left", &n->shape);
    return hint;
}

static void join(Run *r, int n, Node *const *arg, Shape *shape)
{
    *shape = arg[0]->shape;
    for (int i = 1; i < n; i++) {
        Shape so_far = *shape;
        if (shape_join(&so_far, &arg[i]->shape, shape))
            continue;
        for (int k = 0; k <= i; k++)
            note_made(arg[k]);
        run_fail(r, "%s: the shapes do not broadcast: %s is %s but %s is %s%s", r->op,
                 label_operand(arg[i - 1], "left"), type_text(arg[i - 1]),
                 label_operand(arg[i], "right"), type_text(arg[i]),
                 join_hint(r, arg[i - 1], &so_far, arg[i]));
    }
}

/* The dtype rules of ops.def, said in terms of the user's tensors. */
static void check_dtypes(Run *r, Op op, int n, Node *const *arg)
{
    OpKind kind = op_info(op)->kind;
    int first = kind == K_SELECT ? 1 : 0;
    for (int i = first + 1; i < n; i++)
        if (arg[i]->dtype != arg[first]->dtype)
            run_fail(r, "%s: the dtypes differ: %s and %s: cast one: x:cast \"%s\"",
                     r->op, describe_node(arg[first]), describe_node(arg[i]),
                     is_float(arg[first]->dtype) ? dtype_name(arg[first]->dtype)
                                                 : dtype_name(arg[i]->dtype));
    if (kind == K_SELECT && arg[0]->dtype != BOOL)
        run_fail(r, "%s: the condition must be bool, not %s: compare it: x:gt(0)",
                 r->op, describe_node(arg[0]));
    for (int i = 0; i < n; i++) {
        Dtype d = arg[i]->dtype;
        if ((kind == K_FLOAT && !is_float(d)) || (kind == K_NUMERIC && d == BOOL))
            run_fail(r, "%s: wants %s, not %s: cast it: x:cast \"f32\"%s", r->op,
                     kind == K_FLOAT ? "floating tensors" : "numbers",
                     describe_node(arg[i]),
                     n == 2 && d == BOOL ? ", or use logical_and, logical_or" : "");
        if (kind == K_LOGIC && d != BOOL)
            run_fail(r, "%s: wants bool tensors, not %s: compare it: x:gt(0)", r->op,
                     describe_node(arg[i]));
    }
}

static Node *scalar_node(Run *r, Op op, int n, Node **arg)
{
    Shape shape;
    check_dtypes(r, op, n, arg);
    join(r, n, arg, &shape);
    for (int i = 0; i < n; i++)
        if (!same_shape(&arg[i]->shape, &shape))
            arg[i] = arg[i]->op == OP_full && arg[i]->name == NULL
                         ? n_full(r->graph, arg[i]->dtype, shape, arg[i]->attr.num)
                         : n_broadcast_to(arg[i], shape);
    return node_new(r->graph, op, n, arg, NULL);
}

Node *scalar_binary(Run *r, Op op, Node *a, Node *b)
{
    Node *arg[2] = {a, b};
    return scalar_node(r, op, 2, arg);
}

/* The dtype that numbers among the arguments take: that of the first tensor. */
static Dtype operand_dtype(lua_State *L, int first, int last)
{
    for (int i = first; i <= last; i++)
        if (to_tensor(L, i) != NULL)
            return to_tensor(L, i)->node->dtype;
    return run_of(L)->real;
}

static int call_scalar(lua_State *L, Op op)
{
    Run *r = run_of(L);
    int n = op_info(op)->arity;
    Node *arg[3];
    if (lua_gettop(L) == 0)
        run_fail(r,
                 "%s: wants %d operand%s, not 0: methods are called with a colon: "
                 "x:%s()",
                 r->op, n, n == 1 ? "" : "s", r->op);
    if (lua_gettop(L) < n)
        run_fail(r, "%s: wants %d operand%s, not %d", r->op, n, n == 1 ? "" : "s",
                 lua_gettop(L));
    int first = 1;
    if (op_info(op)->kind == K_SELECT) {
        arg[0] = check_operand(L, 1, BOOL);
        first = 2;
    }
    Dtype dtype = operand_dtype(L, first, n);
    if (op_info(op)->kind == K_SELECT && lua_isboolean(L, 2) && lua_isboolean(L, 3))
        dtype = BOOL;
    if (op_info(op)->kind == K_LOGIC)
        dtype = BOOL;
    for (int i = first; i <= n; i++)
        arg[i - 1] = check_operand(L, i, dtype);
    push_node(L, scalar_node(r, op, n, arg));
    return 1;
}

#define SCALAR(name, n, ...)                                                           \
    static int scalar_##name(lua_State *L)                                             \
    {                                                                                  \
        return call_scalar(L, OP_##name);                                              \
    }
#include "ops.def"

/* x ^ 2 is exact and cheap as a product. */
static int scalar_power(lua_State *L)
{
    if (to_tensor(L, 1) != NULL && lua_type(L, 2) == LUA_TNUMBER &&
        lua_tonumber(L, 2) == 2) {
        lua_settop(L, 1);
        lua_pushvalue(L, 1);
        return call_scalar(L, OP_mul);
    }
    return call_scalar(L, OP_pow);
}

static int scalar_negative(lua_State *L)
{
    lua_settop(L, 1); /* Lua gives the operand twice */
    return call_scalar(L, OP_neg);
}

static int scalar_cast(lua_State *L)
{
    Node *a = check_node_arg(L, 1, "what is cast");
    Dtype to = check_dtype(L, 2);
    push_node(L, a->dtype == to ? a : n_cast(a, to));
    return 1;
}

static int scalar_stop(lua_State *L)
{
    push_node(L, n_stop(check_subject(L)));
    return 1;
}

/* ---- operators that cannot mean anything on tensors ---- */

static int no_order(lua_State *L)
{
    run_fail(run_of(L), "tensors have no order in the script: mf.lt(a, b), le, gt, ge "
                        "compare elements, and mf.where(c, a, b) chooses");
}

static int no_bits(lua_State *L)
{
    run_fail(run_of(L), "tensors have no bits: mf.logical_and(a, b), mf.logical_or and "
                        "mf.logical_not are of bool tensors");
}

static int no_equality(lua_State *L)
{
    run_fail(run_of(L), "== on tensors: mf.eq(a, b) compares elements, rawequal(a, b) "
                        "asks whether two variables hold the same tensor");
}

static int no_length(lua_State *L)
{
    run_fail(run_of(L), "a tensor has no #: x.shape[i] is the extent of axis i, x.rank "
                        "the number of axes");
}

static int no_concat(lua_State *L)
{
    run_fail(run_of(L),
             "a tensor is not text: mf.concat({ a, b }, axis) joins tensors, "
             "tostring(x) describes one");
}

static int no_call(lua_State *L)
{
    run_fail(run_of(L), "a tensor is not a function: layers are called on tensors, "
                        "methods are like x:relu()");
}

/* What the prelude says of the operator: a // b and a % b mean what they mean of Lua's
 * numbers. */
static int by_prelude(lua_State *L, const char *name)
{
    lua_settop(L, 2);
    if (to_tensor(L, 1) == NULL) {
        push_node(L, check_operand(L, 1, to_tensor(L, 2)->node->dtype));
        lua_replace(L, 1);
    }
    lua_getfield(L, LUA_REGISTRYINDEX, "mf");
    lua_getfield(L, -1, name);
    lua_replace(L, 3);
    lua_rotate(L, 1, 1);
    lua_call(L, 2, 1);
    return 1;
}

static int scalar_whole(lua_State *L)
{
    return by_prelude(L, "floor_divide");
}

static int scalar_remainder(lua_State *L)
{
    return by_prelude(L, "remainder");
}

void scalar_open(lua_State *L)
{
    static const Api rows[] = {
#define SCALAR(name, n, ...) {#name, scalar_##name, n},
#include "ops.def"
        {"cast", scalar_cast, 2},
        {"stop_gradient", scalar_stop, 1},
    };
    static const struct {
        const char *event;
        Api api;
    } operators[] = {
        {"__add", {"add", scalar_add, 0}},
        {"__sub", {"sub", scalar_sub, 0}},
        {"__mul", {"mul", scalar_mul, 0}},
        {"__div", {"div", scalar_div, 0}},
        {"__pow", {"pow", scalar_power, 0}},
        {"__unm", {"neg", scalar_negative, 0}},
        {"__lt", {"<", no_order, 0}},
        {"__le", {"<=", no_order, 0}},
        {"__band", {"&", no_bits, 0}},
        {"__bor", {"|", no_bits, 0}},
        {"__bxor", {"~", no_bits, 0}},
        {"__bnot", {"~", no_bits, 0}},
        {"__eq", {"==", no_equality, 0}},
        {"__len", {"#", no_length, 0}},
        {"__concat", {"..", no_concat, 0}},
        {"__call", {"call", no_call, 0}},
        {"__idiv", {"floor_divide", scalar_whole, 0}},
        {"__mod", {"remainder", scalar_remainder, 0}},
    };
    static const Api hints[] = {{"_dim_hint", scalar_dim_hint, 0},
                                {"_shapes_hint", scalar_shapes_hint, 0}};
    call_register(L, sizeof rows / sizeof *rows, rows, API_BOTH);
    call_register(L, 2, hints, API_FUNCTION);
    luaL_getmetatable(L, script_tensor);
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        call_push(L, &operators[i].api);
        lua_setfield(L, -2, operators[i].event);
    }
    lua_pop(L, 1);
}

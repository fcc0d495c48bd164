/*
 * script_grad.c - derivatives as ordinary nodes: grad, and from it jvp and hvp.
 *
 *     jvp  J v: the gradient of u -> (J' u) . v, which is linear in u
 *     hvp  H v: the gradient of grad(y) with v as its cotangent, for H = H'
 */
#include "script.h"

/* One tensor, or a list of them. */
typedef struct Nodes {
    Node **at;
    int n;
    bool list;
} Nodes;

static Nodes check_nodes(lua_State *L, int i, const char *what)
{
    Run *r = run_of(L);
    Nodes nodes = {.n = 1, .list = lua_istable(L, i)};
    if (nodes.list && luaL_getmetafield(L, i, "__call") != LUA_TNIL)
        run_fail(r,
                 "%s: %s must be a tensor or a list of them, not a layer: its "
                 "parameters are layer:params()",
                 r->op, what);
    if (nodes.list) {
        check_options(L, i, what, 0, NULL, true);
        nodes.n = (int)lua_rawlen(L, i);
    }
    nodes.at = NEW_N(r->arena, Node *, nodes.n);
    if (!nodes.list)
        nodes.at[0] = check_node_arg(L, i, what);
    for (int k = 0; nodes.list && k < nodes.n; k++) {
        lua_rawgeti(L, i, k + 1);
        nodes.at[k] = check_node_arg(L, -1, what);
        lua_pop(L, 1);
    }
    return nodes;
}

static int push_nodes(lua_State *L, const Nodes *nodes)
{
    if (!nodes->list) {
        push_node(L, nodes->at[0]);
        return 1;
    }
    lua_createtable(L, nodes->n, 0);
    for (int k = 0; k < nodes->n; k++) {
        push_node(L, nodes->at[k]);
        lua_rawseti(L, -2, k + 1);
    }
    return 1;
}

static Nodes like(Run *r, const Nodes *xs)
{
    return (Nodes){NEW_N(r->arena, Node *, xs->n), xs->n, xs->list};
}

static void check_floats(Run *r, const Nodes *nodes)
{
    for (int k = 0; k < nodes->n; k++)
        if (!is_float(nodes->at[k]->dtype))
            run_fail(r, "%s: only floating tensors have a derivative, not %s", r->op,
                     describe_node(nodes->at[k]));
}

static void check_scalar(Run *r, const Node *y)
{
    if (!is_float(y->dtype))
        run_fail(r, "%s: y must be floating, not %s", r->op, describe_node(y));
    if (y->shape.rank != 0)
        run_fail(r,
                 "%s: y must be a scalar, not %s: reduce it (y:sum()), or give its "
                 "cotangent: mf.grad(y, x, { seed = s })",
                 r->op, describe_node(y));
}

/* The tangents v of xs: as many, of the same shapes. */
static Nodes check_tangents(lua_State *L, int i, const Nodes *xs)
{
    Run *r = run_of(L);
    Nodes v = check_nodes(L, i, "v");
    if (v.list != xs->list || v.n != xs->n)
        run_fail(r, "%s: v must be like x: %d tensor%s", r->op, xs->n,
                 xs->n == 1 ? "" : "s");
    for (int k = 0; k < v.n; k++)
        if (!same_shape(&v.at[k]->shape, &xs->at[k]->shape) ||
            v.at[k]->dtype != xs->at[k]->dtype)
            run_fail(r, "%s: v must be like x: %s for %s", r->op,
                     describe_node(v.at[k]), describe_node(xs->at[k]));
    return v;
}

static int grad_grad(lua_State *L)
{
    static const char *const known[] = {"seed"};
    Run *r = run_of(L);
    Node *y = check_node_arg(L, 1, "y");
    Nodes xs = check_nodes(L, 2, "x");
    Node *seed = NULL;
    if (to_tensor(L, 3) != NULL)
        run_fail(r, "%s: several tensors are a list: mf.grad(y, { a, b })", r->op);
    lua_settop(L, 3);
    check_options(L, 3, r->op, 1, known, false);
    check_floats(r, &xs);
    if (lua_istable(L, 3) && option(L, 3, "seed") != LUA_TNIL) {
        seed = check_operand(L, 4, y->dtype);
        if (seed->shape.rank == 0 && y->shape.rank > 0)
            seed = n_broadcast_to(seed, y->shape);
        if (!same_shape(&seed->shape, &y->shape) || seed->dtype != y->dtype)
            run_fail(r, "%s: the seed must be like y: %s for %s", r->op,
                     describe_node(seed), describe_node(y));
    } else {
        check_scalar(r, y);
    }
    Nodes out = like(r, &xs);
    run_grad(r, y, seed, xs.n, xs.at, out.at);
    return push_nodes(L, &out);
}

static Node *dot_all(Run *r, int n, Node *const *a, Node *const *b)
{
    Node *sum = NULL;
    for (int k = 0; k < n; k++) {
        Node *p = scalar_binary(r, OP_mul, a[k], b[k]);
        if (p->shape.rank > 0)
            p = n_sum(p, (1u << p->shape.rank) - 1);
        sum = sum == NULL ? p : n_add(sum, p);
    }
    return sum;
}

static int grad_jvp(lua_State *L)
{
    Run *r = run_of(L);
    Nodes ys = check_nodes(L, 1, "y");
    Nodes xs = check_nodes(L, 2, "x");
    check_floats(r, &xs);
    check_floats(r, &ys);
    Nodes v = check_tangents(L, 3, &xs);
    Nodes u = like(r, &ys), out = like(r, &ys), back = like(r, &xs);
    for (int k = 0; k < ys.n; k++)
        out.at[k] = u.at[k] = n_stop(n_like(ys.at[k], 0));
    if (xs.n > 0 && ys.n > 0) {
        run_grad_many(r, ys.n, ys.at, u.at, xs.n, xs.at, back.at);
        graph_grad(dot_all(r, xs.n, back.at, v.at), NULL, u.n, u.at, out.at);
    }
    return push_nodes(L, &out);
}

static int grad_hvp(lua_State *L)
{
    Run *r = run_of(L);
    Node *y = check_node_arg(L, 1, "y");
    Nodes xs = check_nodes(L, 2, "x");
    check_scalar(r, y);
    check_floats(r, &xs);
    Nodes v = check_tangents(L, 3, &xs);
    Nodes g = like(r, &xs), out = like(r, &xs);
    run_grad(r, y, NULL, xs.n, xs.at, g.at);
    run_grad_many(r, xs.n, g.at, v.at, xs.n, xs.at, out.at);
    return push_nodes(L, &out);
}

void grad_open(lua_State *L)
{
    static const Api both[] = {{"grad", grad_grad, 3},
                               {"jvp", grad_jvp, 3},
                               {"hvp", grad_hvp, 3}};
    call_register(L, 3, both, API_BOTH);
}

/*
 * script_grad.c - derivatives as ordinary nodes: grad, and from it jvp and hvp.
 *
 *     jvp  J v: the gradient of u -> (J' u) . v, which is linear in u
 *     hvp  H v: the gradient of grad(y) with v as its cotangent, for H = H'
 */
#include "script.h"

static Form check_tensors(lua_State *L, int i, const char *what)
{
    if (lua_isnoneornil(L, i))
        check_node_arg(L, i, what);
    return read_form(L, i, what, check_node_arg);
}

static Node **alike(Run *r, const Form *xs)
{
    return NEW_N(r->arena, Node *, xs->n);
}

static void check_floats(Run *r, const Form *nodes)
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
static Form check_tangents(lua_State *L, int i, const Form *xs)
{
    Run *r = run_of(L);
    Form v = check_tensors(L, i, "v");
    const char *other = form_difference(r->arena, xs, &v);
    if (other != NULL)
        run_fail(r, "%s: v must be like x (%s)", r->op, other);
    for (int k = 0; k < v.n; k++)
        if (!same_shape(&v.at[k]->shape, &xs->at[k]->shape) ||
            v.at[k]->dtype != xs->at[k]->dtype)
            run_fail(r, "%s: v must be like x: %s for %s%s", r->op,
                     describe_node(v.at[k]), describe_node(xs->at[k]),
                     shapes_hint(r, &v.at[k]->shape, &xs->at[k]->shape));
    return v;
}

static int grad_grad(lua_State *L)
{
    static const char *const known[] = {"seed"};
    Run *r = run_of(L);
    Node *y = check_node_arg(L, 1, "y");
    Form xs = check_tensors(L, 2, "x");
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
            run_fail(r, "%s: the seed must be like y: %s for %s%s", r->op,
                     describe_node(seed), describe_node(y),
                     shapes_hint(r, &seed->shape, &y->shape));
    } else {
        check_scalar(r, y);
    }
    Node **out = alike(r, &xs);
    run_grad(r, y, seed, xs.n, xs.at, out);
    push_form(L, &xs, out);
    return 1;
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
    Form ys = check_tensors(L, 1, "y");
    Form xs = check_tensors(L, 2, "x");
    check_floats(r, &xs);
    check_floats(r, &ys);
    Form v = check_tangents(L, 3, &xs);
    Node **u = alike(r, &ys), **out = alike(r, &ys), **back = alike(r, &xs);
    for (int k = 0; k < ys.n; k++)
        out[k] = u[k] = n_stop(n_like(ys.at[k], 0));
    if (xs.n > 0 && ys.n > 0) {
        run_grad_many(r, ys.n, ys.at, u, xs.n, xs.at, back);
        graph_grad(dot_all(r, xs.n, back, v.at), NULL, ys.n, u, out);
    }
    push_form(L, &ys, out);
    return 1;
}

static int grad_hvp(lua_State *L)
{
    Run *r = run_of(L);
    Node *y = check_node_arg(L, 1, "y");
    Form xs = check_tensors(L, 2, "x");
    check_scalar(r, y);
    check_floats(r, &xs);
    Form v = check_tangents(L, 3, &xs);
    Node **g = alike(r, &xs), **out = alike(r, &xs);
    run_grad(r, y, NULL, xs.n, xs.at, g);
    run_grad_many(r, xs.n, g, v.at, xs.n, xs.at, out);
    push_form(L, &xs, out);
    return 1;
}

void grad_open(lua_State *L)
{
    static const Api both[] = {{"grad", grad_grad, 3},
                               {"jvp", grad_jvp, 3},
                               {"hvp", grad_hvp, 3}};
    call_register(L, 3, both, API_BOTH);
}

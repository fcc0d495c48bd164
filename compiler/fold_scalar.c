/*
 * fold_scalar.c - rules for scalar operators: identities, arithmetic on
 * constants, choice and logic, casts; and for those over copies, which are
 * computed once for each distinct element.
 */
#include "fold.h"

#include <math.h>

static bool is_num(const Node *n, double v)
{
    return n->op == OP_full && n->attr.num == v;
}

static bool is_neg(const Node *n)
{
    return n->op == OP_neg;
}

/* The constant -c, which i32 may not have; then the rule does not apply. */
static bool can_negate(const Node *c)
{
    return c->op == OP_full && !(c->dtype == I32 && c->attr.num == INT32_MIN);
}

static Node *negated(const Node *c)
{
    return fold_number(c, -c->attr.num);
}

/* ---- scalar operators ---- */

Node *fold_constant(Node *n)
{
    Scalar arg[3] = {{{0, 0}}};
    for (int i = 0; i < n->n; i++) {
        if (n->arg[i]->op != OP_full)
            return NULL;
        arg[i] = ring_f64.number(n->arg[i]->attr.num);
    }
    Dtype dtype = n->arg[n->n - 1]->dtype;
    const Ring *ring = dtype == F32 ? &ring_f32 : &ring_f64;
    double v = n->op == OP_cast
                   ? ring->value(ring->cast(arg[0], n->arg[0]->dtype, n->dtype))
                   : ring->value(ring->op(n->op, dtype, arg));
    return isnan(v) ? NULL : fold_hit(R_constant, n, fold_number(n, v));
}

Node *fold_add(Node *n)
{
    Node *a = n->arg[0], *b = n->arg[1];
    if (is_num(a, 0))
        return fold_hit(R_add_zero, n, b); /* 0 + b = b */
    if (is_num(b, 0))
        return fold_hit(R_add_zero, n, a); /* a + 0 = a */
    if (is_neg(b))
        return fold_hit(R_add_neg, n,
                        fold_again(n_sub(a, b->arg[0]))); /* a + -b = a - b */
    if (is_neg(a))
        return fold_hit(R_add_neg, n,
                        fold_again(n_sub(b, a->arg[0]))); /* -a + b = b - a */
    return NULL;
}

Node *fold_sub(Node *n)
{
    Node *a = n->arg[0], *b = n->arg[1];
    if (is_num(b, 0))
        return fold_hit(R_sub_zero, n, a); /* a - 0 = a */
    if (is_num(a, 0))
        return fold_hit(R_zero_sub, n, fold_again(n_neg(b))); /* 0 - b = -b */
    if (is_neg(b))
        return fold_hit(R_sub_neg, n,
                        fold_again(n_add(a, b->arg[0]))); /* a - -b = a + b */
    return NULL;
}

Node *fold_mul(Node *n)
{
    for (int i = 0; i < 2; i++) {
        Node *a = n->arg[1 - i], *b = n->arg[i];
        if (is_num(b, 1))
            return fold_hit(R_mul_one, n, a); /* a * 1 = a */
        if (is_num(b, -1))
            return fold_hit(R_mul_minus_one, n, fold_again(n_neg(a))); /* a * -1 = -a */
        if (is_neg(a) && can_negate(b)) { /* -a * c = a * -c */
            Node *c = negated(b);
            return fold_hit(R_mul_neg_const, n, fold_again(n_mul(a->arg[0], c)));
        }
        if (is_neg(a)) { /* -a * b = -(a * b) */
            Node *product = i == 1 ? n_mul(a->arg[0], b) : n_mul(b, a->arg[0]);
            return fold_hit(R_mul_neg, n, fold_again(n_neg(fold_again(product))));
        }
    }
    return NULL;
}

/* Whether 1/c is exact, so that dividing by c is multiplying by it. */
static bool is_power_of_two(const Node *c)
{
    int exponent;
    if (c->op != OP_full || !isfinite(c->attr.num) || c->attr.num == 0)
        return false;
    return fabs(frexp(c->attr.num, &exponent)) == 0.5 && exponent > -100 &&
           exponent < 100;
}

Node *fold_div(Node *n)
{
    Node *a = n->arg[0], *b = n->arg[1];
    if (is_num(b, 1))
        return fold_hit(R_div_one, n, a); /* a / 1 = a */
    if (is_num(b, -1))
        return fold_hit(R_div_minus_one, n, fold_again(n_neg(a))); /* a / -1 = -a */
    if (is_power_of_two(b)) /* a / 2^k = a * 2^-k */
        return fold_hit(R_div_power, n,
                        fold_again(n_mul(a, fold_number(b, 1 / b->attr.num))));
    if (is_neg(a)) /* -a / b = -(a / b) */
        return fold_hit(R_div_neg, n,
                        fold_again(n_neg(fold_again(n_div(a->arg[0], b)))));
    if (is_neg(b)) /* a / -b = -(a / b) */
        return fold_hit(R_div_neg, n,
                        fold_again(n_neg(fold_again(n_div(a, b->arg[0])))));
    return NULL;
}

Node *fold_neg(Node *n)
{
    Node *a = n->arg[0];
    if (is_neg(a))
        return fold_hit(R_neg_neg, n, a->arg[0]); /* --a = a */
    if (a->op == OP_sub)                          /* -(a - b) = b - a */
        return fold_hit(R_neg_sub, n, n_sub(a->arg[1], a->arg[0]));
    if (a->op == OP_mul && can_negate(a->arg[1])) { /* -(a * c) = a * -c */
        Node *c = negated(a->arg[1]);
        return fold_hit(R_neg_mul_const, n, fold_again(n_mul(a->arg[0], c)));
    }
    if (a->op == OP_mul && can_negate(a->arg[0])) { /* -(c * a) = -c * a */
        Node *c = negated(a->arg[0]);
        return fold_hit(R_neg_mul_const, n, fold_again(n_mul(c, a->arg[1])));
    }
    return NULL;
}

/* x < x and x > x are false; of integers, x == x and its kin are true. */
Node *fold_compare(Node *n)
{
    if (n->arg[0] != n->arg[1])
        return NULL;
    if (n->op == OP_lt || n->op == OP_gt)
        return fold_hit(R_compare_same, n, fold_number(n, 0));
    if (is_float(n->arg[0]->dtype)) /* NaN is not equal to itself */
        return NULL;
    return fold_hit(R_compare_same, n, fold_number(n, n->op != OP_ne));
}

Node *fold_where(Node *n)
{
    Node *c = n->arg[0], *a = n->arg[1], *b = n->arg[2];
    if (c->op == OP_full)
        return fold_hit(R_where_const, n,
                        c->attr.num != 0 ? a : b); /* true ? a : b = a */
    if (a == b || (a->op == OP_full && is_num(b, a->attr.num) &&
                   signbit(a->attr.num) == signbit(b->attr.num)))
        return fold_hit(R_where_same, n, a); /* c ? a : a = a */
    if (c->op == OP_logical_not)             /* !c ? a : b = c ? b : a */
        return fold_hit(R_where_not, n, fold_again(n_where(c->arg[0], b, a)));
    if (a->op == OP_where && a->arg[0] == c) /* c ? (c ? a : x) : b = c ? a : b */
        return fold_hit(R_where_where, n, fold_again(n_where(c, a->arg[1], b)));
    if (b->op == OP_where && b->arg[0] == c) /* c ? a : (c ? x : b) = c ? a : b */
        return fold_hit(R_where_where, n, fold_again(n_where(c, a, b->arg[2])));
    return NULL;
}

Node *fold_logic(Node *n)
{
    if (n->op == OP_logical_not)
        return n->arg[0]->op == OP_logical_not
                   ? fold_hit(R_not_not, n, n->arg[0]->arg[0]) /* !!a = a */
                   : NULL;
    for (int i = 0; i < 2; i++) {
        Node *a = n->arg[1 - i], *b = n->arg[i];
        if (b->op != OP_full)
            continue;
        bool truth = b->attr.num != 0;
        if (n->op == OP_logical_and) /* a && true = a, a && false = false */
            return fold_hit(R_and_const, n, truth ? a : b);
        return fold_hit(R_or_const, n, truth ? b : a); /* a || false = a */
    }
    return NULL;
}

/* Whether every value of `from` is one of `to`, another dtype. */
static bool is_exact_cast(Dtype from, Dtype to)
{
    return from == BOOL || to == F64;
}

Node *fold_cast(Node *n)
{
    Node *a = n->arg[0];
    if (a->dtype == n->dtype)
        return fold_hit(R_cast_same, n, a);
    if (a->op == OP_cast && is_exact_cast(a->arg[0]->dtype, a->dtype))
        return fold_hit(R_cast_cast, n, fold_again(n_cast(a->arg[0], n->dtype)));
    return NULL;
}

/* ---- scalar operators over copies ---- */

/* The axes of n's shape along which operand a differs. */
static unsigned own_axes(const Node *a)
{
    unsigned axes = 0;
    for (int i = 0; i < a->shape.rank; i++)
        if (a->op == OP_broadcast && a->attr.at[i] >= 0)
            axes |= 1u << i;
    return axes;
}

/* Operand a of a large shape, shrunk to those of its axes that are in `axes`. */
static Node *shrink(Node *a, Shape small, unsigned axes)
{
    if (a->op == OP_full)
        return n_full(a->graph, a->dtype, small, a->attr.num);
    int from[MAX_RANK], rank = 0;
    for (int i = 0; i < a->shape.rank; i++)
        if (axes >> i & 1)
            from[rank++] = (int)a->attr.at[i];
    if (same_shape(&small, &a->arg[0]->shape))
        return a->arg[0];
    return fold_again(n_broadcast(a->arg[0], small, from));
}

/* f(copies of a, copies of b) = copies of f(a, b): once for each distinct one. */
Node *fold_hoist(Node *n)
{
    unsigned axes = 0, all = (1u << n->shape.rank) - 1;
    for (int k = 0; k < n->n; k++) {
        if (n->arg[k]->op != OP_broadcast && n->arg[k]->op != OP_full)
            return NULL;
        axes |= own_axes(n->arg[k]);
    }
    if (axes == all)
        return NULL;
    Shape small = {0};
    int from[MAX_RANK];
    for (int i = 0; i < n->shape.rank; i++) {
        from[i] = -1;
        if (axes >> i & 1) {
            from[i] = small.rank;
            small = shape_insert(small, small.rank, n->shape.dim[i], n->shape.sym[i]);
        }
    }
    Node *arg[3];
    for (int k = 0; k < n->n; k++)
        arg[k] = shrink(n->arg[k], small, axes);
    Node *f = fold_again(node_new(n->graph, n->op, n->n, arg, &n->attr));
    return fold_hit(R_hoist, n, fold_again(n_broadcast(f, n->shape, from)));
}

/* Are random numbers drawn as one row? (Each operator over them is asked once.) */
static bool drawn_flat(const Node *a)
{
    bool drawn = a->op == OP_random;
    for (int k = 0; k < a->n && is_scalar_op(a->op) && !drawn; k++)
        drawn = drawn_flat(a->arg[k]);
    return drawn && a->shape.rank == 1;
}

/* f(reshape a, reshape b) = reshape f(a, b): for axes of extent 1, so that those which
 * come from keeping an axis meet those which drop it; for axes that the reshapes split,
 * for fewer are better and a kernel can go on in the shape of its product. Where random
 * numbers are compared, as dropout does, the mask is drawn as one row; initial values
 * are not: they are written where they belong. Of several shapes before the reshape the
 * one with the most axes is taken. */
Node *fold_lift_reshape(Node *n)
{
    const Shape *from = NULL;
    for (int k = 0; k < n->n; k++) {
        const Node *a = n->arg[k];
        bool copies = a->op == OP_broadcast && a->arg[0]->shape.rank == 0;
        if (a->op == OP_full || copies)
            continue;
        if (a->op != OP_reshape)
            return NULL;
        bool drawn = is_float(a->arg[0]->dtype) && drawn_flat(a->arg[0]);
        bool splits =
            drawn ? n->dtype == BOOL : shape_splits(&a->arg[0]->shape, &a->shape);
        if (!splits && !moves_ones(a))
            return NULL;
        if (from == NULL || a->arg[0]->shape.rank > from->rank)
            from = &a->arg[0]->shape;
    }
    for (int k = 0; k < n->n; k++)
        if (n->arg[k]->op == OP_reshape &&
            !same_shape(&n->arg[k]->arg[0]->shape, from) &&
            !shape_splits(&n->arg[k]->arg[0]->shape, from))
            return NULL;
    if (from == NULL)
        return NULL;
    Node *arg[3];
    for (int k = 0; k < n->n; k++) {
        Node *a = n->arg[k];
        arg[k] = a->op == OP_reshape ? fold_again(n_reshape(a->arg[0], *from))
                 : a->op == OP_broadcast
                     ? fold_again(n_broadcast_to(a->arg[0], *from))
                     : n_full(n->graph, a->dtype, *from, a->attr.num);
    }
    Node *f = fold_again(node_new(n->graph, n->op, n->n, arg, &n->attr));
    return fold_hit(R_lift_reshape, n, fold_again(n_reshape(f, n->shape)));
}

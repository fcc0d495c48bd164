/*
 * test_ops.c - every operator of ops.def: its value against a definition that
 * shares nothing with the evaluator, its gradient and its second gradient
 * against dual numbers, with random cotangents, at three seeds.
 *
 * The derivative test, for y = op(x ...), R a random input shaped like y:
 *     first    s = sum(R y)            ds/dx by pass_grad  =  by dual numbers
 *     second   s2 = sum(Q ds/dx)       ds2/d(x, R)         =  by dual numbers
 * A new SCALAR row is tested as it is; a new TENSOR row needs a case.
 */
#include <float.h>
#include <math.h>
#include <string.h>

#include "../../runtime/mf_random.h"
#include "op_case.h"
#include "special_graph.h"
#include "tolerance.h"

#include <check.h> /* last: it defines a macro called fail */

enum { SEEDS = 3 };

/* ---- values of leaves ---- */

typedef struct Point {
    Arena *arena;
    const Ring *ring;
    uint64_t seed;
    bool positive; /* floats in [0.25, 2), else in [-2, 2) */
    double length; /* of the direction; dual numbers only */
} Point;

static double coordinate(const Node *leaf, uint64_t seed, int64_t i)
{
    return 2 * mf_uniform(seed, mf_hash(leaf->attr.text), 1, (uint64_t)i) - 1;
}

static const Scalar *point_leaf(void *context, const Node *leaf)
{
    Point *p = context;
    if (leaf->op != OP_input)
        return NULL;
    int64_t size = shape_size(&leaf->shape);
    Scalar *out = NEW_N(p->arena, Scalar, size);
    for (int64_t i = 0; i < size; i++) {
        double u = mf_uniform(p->seed, mf_hash(leaf->attr.text), 0, (uint64_t)i);
        double v = p->positive ? 0.25 + 1.75 * u : 4 * u - 2;
        if (!is_float(leaf->dtype))
            v = floor(u * (double)case_limit(leaf));
        out[i] = p->ring->number(v);
        if (p->ring == &ring_dual && is_float(leaf->dtype))
            out[i].dual.d = coordinate(leaf, p->seed, i) / p->length;
    }
    return out;
}

static Scalar **values_at(Point *p, const Graph *g)
{
    Env env = {.ring = p->ring, .leaf = point_leaf, .context = p, .seed = p->seed};
    return eval_graph(p->arena, g, &env);
}

/* ---- values ---- */

static void check_value(Op op, int variant, const Ring *ring)
{
    Arena *arena = arena_new();
    Case c = case_of(arena, op, variant);
    Definition define = definition_of(op);
    Node *y = c.y;
    if (y && y->op != op) /* the case has it inside */
        y = y->arg[0];
    if (y && define) {
        graph_out(c.g, "y", y);
        Point p = {.arena = arena, .ring = ring, .seed = 3};
        Scalar **value = values_at(&p, c.g);
        Scalar **arg = NEW_N(arena, Scalar *, y->n);
        for (int k = 0; k < y->n; k++)
            arg[k] = value[y->arg[k]->id];
        int64_t at[MAX_RANK] = {0}, size = shape_size(&y->shape);
        for (int64_t i = 0; i < size; i++) {
            Scalar want = define(ring, y, arg, at);
            ck_assert_msg(ring->equal(value[y->id][i], want), "%s, case %d: element %d",
                          op_info(op)->name, variant, (int)i);
            for (int d = y->shape.rank - 1; d >= 0 && ++at[d] == y->shape.dim[d]; d--)
                at[d] = 0;
        }
    }
    arena_free(arena);
}

START_TEST(tensor_values)
{
    for (int op = 0; op < OPS; op++)
        for (int variant = 0; variant < VARIANTS; variant++) {
            if (is_scalar_op((Op)op))
                continue;
            /* The field has no rounding; but it has no order either. */
            bool order = op == OP_max || op == OP_argmax;
            check_value((Op)op, variant, order ? &ring_f64 : &ring_gf);
        }
}
END_TEST

/* A scan, turn by turn, without a scan. */
START_TEST(scan_values)
{
    for (int variant = 0; variant < VARIANTS; variant++) {
        Arena *arena = arena_new();
        Case c = case_of(arena, OP_get, variant);
        Node *a = c.x[0], *b = c.x[1], *x = c.x[2];
        for (int64_t t = 0; t < x->shape.dim[0]; t++) {
            Node *row = n_reshape(n_slice_axis(x, 0, t, 1, 1), a->shape);
            Node *next = n_sin(n_add(b, row));
            b = n_mul(a, row);
            a = next;
        }
        Node *want = variant % 2 ? b : a;
        graph_out(c.g, "got", c.y);
        graph_out(c.g, "want", want);
        Point p = {.arena = arena, .ring = &ring_f64, .seed = 3};
        Scalar **value = values_at(&p, c.g);
        for (int i = 0; i < 5; i++)
            ck_assert_double_eq(value[c.y->id][i].d, value[want->id][i].d);
        arena_free(arena);
    }
}
END_TEST

static bool same_number(double a, double b)
{
    return (isnan(a) && isnan(b)) || (a == b && signbit(a) == signbit(b));
}

/* A graph of one scalar operator gives what its row says, at special values. */
START_TEST(scalar_values)
{
    static const double v[] = {0.0, -0.0,  1,      -1,       0.5, -2.5,    2.5,
                               7,   1e300, -1e300, INFINITY, NAN, DBL_MIN, -INFINITY};
    enum { N = sizeof v / sizeof *v };
    for (int op = 0; op < OPS; op++) {
        const OpInfo *info = op_info((Op)op);
        if (!is_scalar_op((Op)op) || info->kind == K_LOGIC || info->kind == K_SELECT)
            continue;
        Arena *arena = arena_new();
        Graph *g = graph_new(arena, "g");
        double a[N * N], b[N * N];
        for (int i = 0; i < N * N; i++) {
            a[i] = v[i / N];
            b[i] = v[i % N];
        }
        Shape s = shape_of(1, (int64_t[]){N * N});
        Node *arg[2] = {n_const(g, F64, s, a), n_const(g, F64, s, b)};
        Node *y = node_new(g, (Op)op, info->arity, arg, NULL);
        graph_out(g, "y", y);
        Point p = {.arena = arena, .ring = &ring_f64};
        Scalar *got = values_at(&p, g)[y->id];
        for (int i = 0; i < N * N; i++)
            ck_assert_msg(same_number(got[i].d, eval_real((Op)op, a[i], b[i], 0)),
                          "%s(%g, %g) is %g", info->name, a[i], b[i], got[i].d);
        arena_free(arena);
    }
}
END_TEST

/* What the functions are, from elsewhere: libm and PyTorch's edges. */
START_TEST(scalar_edges)
{
    static const struct {
        Op op;
        double a, b, want;
    } rows[] = {
        {OP_relu, NAN, 0, NAN},
        {OP_relu, -0.0, 0, 0},
        {OP_maximum, NAN, 1, NAN},
        {OP_maximum, 1, NAN, NAN},
        {OP_minimum, NAN, 1, NAN},
        {OP_minimum, 1, NAN, NAN},
        {OP_sigmoid, INFINITY, 0, 1},
        {OP_sigmoid, -INFINITY, 0, 0},
        {OP_sigmoid, -800, 0, 0},
        {OP_softplus, 1000, 0, 1000},
        {OP_softplus, -1000, 0, 0},
        {OP_round, 0.5, 0, 0},
        {OP_round, 1.5, 0, 2},
        {OP_round, -2.5, 0, -2},
        {OP_sign, -3, 0, -1},
        {OP_sign, NAN, 0, NAN},
        {OP_log, 0, 0, -INFINITY},
        {OP_log, -1, 0, NAN},
        {OP_sqrt, -1, 0, NAN},
        {OP_exp, -INFINITY, 0, 0},
        {OP_exp, 1000, 0, INFINITY},
        {OP_atan, INFINITY, 0, 1.57079632679489661923},
        {OP_atan, -INFINITY, 0, -1.57079632679489661923},
        {OP_tanh, INFINITY, 0, 1},
        {OP_tanh, -INFINITY, 0, -1},
        {OP_erf, INFINITY, 0, 1},
        {OP_expm1, 1e-20, 0, 1e-20},
        {OP_log1p, 1e-20, 0, 1e-20},
        {OP_div, 1, 0, INFINITY},
        {OP_div, 0, 0, NAN},
        {OP_pow, 0, 0, 1},
        {OP_pow, -2, 3, -8},
        {OP_pow, -2, 0.5, NAN},
        {OP_lt, NAN, 1, 0},
        {OP_ge, NAN, 1, 0},
        {OP_ne, NAN, NAN, 1},
        {OP_eq, 0.0, -0.0, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double got = eval_real(rows[i].op, rows[i].a, rows[i].b, 0);
        ck_assert_msg((isnan(got) && isnan(rows[i].want)) || got == rows[i].want,
                      "%s(%g, %g) is %g", op_info(rows[i].op)->name, rows[i].a,
                      rows[i].b, got);
    }
    ck_assert_double_eq(eval_real(OP_where, 0, NAN, 1), 1);
    ck_assert_double_eq(eval_real(OP_where, 1, 2, NAN), 2);
}
END_TEST

static double softplus(double x)
{
    return log1p(exp(x));
}

static double sigmoid(double x)
{
    return 1 / (1 + exp(-x));
}

START_TEST(scalar_functions)
{
    static const struct {
        Op op;
        double (*f)(double);
    } rows[] = {{OP_exp, exp},     {OP_expm1, expm1},     {OP_log, log},
                {OP_log1p, log1p}, {OP_sin, sin},         {OP_cos, cos},
                {OP_atan, atan},   {OP_tanh, tanh},       {OP_erf, erf},
                {OP_sqrt, sqrt},   {OP_sigmoid, sigmoid}, {OP_softplus, softplus},
                {OP_floor, floor}, {OP_ceil, ceil}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (int k = 0; k < 2000; k++) {
            double x = 24 * mf_uniform(1, i, 0, (uint64_t)k) - 12;
            if (rows[i].op == OP_log || rows[i].op == OP_log1p || rows[i].op == OP_sqrt)
                x = fabs(x);
            double got = eval_real(rows[i].op, x, 0, 0), want = rows[i].f(x);
            ck_assert_msg(fabs(got - want) <= TOL_FUNCTION * fmax(1, fabs(want)),
                          "%s(%.17g) is %.17g, not %.17g", op_info(rows[i].op)->name, x,
                          got, want);
        }
}
END_TEST

/* ---- derivatives ---- */

static Node *sum_all(Node *n)
{
    return n->shape.rank == 0 ? n : n_sum(n, (1u << n->shape.rank) - 1);
}

/* sum(R n), R a new subject of the case. */
static Node *weighed(Case *c, Node *n)
{
    return sum_all(n_mul(n, case_input(c, n->shape)));
}

/* What is compared at one point. */
typedef struct Derivative {
    bool finite;
    double symbolic, dual, scale;
} Derivative;

static Derivative derivative_of(Case *c, Node *s, Node *const *dx, int n, uint64_t seed,
                                bool positive)
{
    Arena *work = arena_new();
    Point p = {.arena = work, .ring = &ring_f64, .seed = seed, .positive = positive};
    double square = 0;
    for (int k = 0; k < n; k++)
        for (int64_t i = 0; i < shape_size(&c->x[k]->shape); i++)
            square += pow(coordinate(c->x[k], seed, i), 2);
    p.length = sqrt(square);
    c->g->outs.n = 0;
    graph_out(c->g, "s", s);
    for (int k = 0; k < n; k++)
        graph_out(c->g, c->x[k]->attr.text, dx[k]);
    Scalar **value = values_at(&p, c->g);
    Derivative d = {.finite = isfinite(value[s->id][0].d)};
    for (int k = 0; k < n; k++)
        for (int64_t i = 0; i < shape_size(&c->x[k]->shape); i++) {
            double g = value[dx[k]->id][i].d;
            d.symbolic += g * coordinate(c->x[k], seed, i) / p.length;
            d.scale = fmax(d.scale, fabs(g));
            d.finite = d.finite && isfinite(g);
        }
    p.ring = &ring_dual;
    d.dual = values_at(&p, c->g)[s->id][0].dual.d;
    arena_free(work);
    return d;
}

/* Checks d s / d x; tells whether the point was in the domain. */
static bool check_derivative(Case *c, Node *s, Node **dx, uint64_t seed, bool positive,
                             Op op, const char *which)
{
    int n = c->n;
    graph_grad(s, NULL, n, c->x, dx);
    graph_check(c->g, "test");
    Derivative d = derivative_of(c, s, dx, n, seed, positive);
    if (!d.finite)
        return false;
    double tolerance =
        is_scalar_op(op) && !dual_is_exact(op) ? TOL_DIFFERENCE : TOL_DERIVATIVE;
    ck_assert_msg(
        fabs(d.symbolic - d.dual) <= tolerance * d.scale,
        "%s, case %d, seed %d: the %s gradient gives %.17g, dual numbers %.17g "
        "(scale %g)",
        op_info(op)->name, c->variant, (int)seed, which, d.symbolic, d.dual, d.scale);
    return true;
}

/* Both derivatives of c->y; false where the values are not finite there. */
static bool check_derivatives(Case *c, uint64_t seed, bool positive, Op op)
{
    Node *y = is_float(c->y->dtype) ? c->y : n_cast(c->y, F64);
    Node *dx[MOST_SUBJECTS] = {NULL}, *s2 = NULL;
    int n = c->n;
    Node *s = weighed(c, y);
    bool inside = check_derivative(c, s, dx, seed, positive, op, "first");
    for (int k = 0; k < n && inside; k++) {
        int64_t size = shape_size(&dx[k]->shape);
        double *q = NEW_N(c->g->arena, double, size);
        for (int64_t i = 0; i < size; i++)
            q[i] = 2 * mf_uniform(seed, (uint64_t)k, 9, (uint64_t)i) - 1;
        Node *term = sum_all(n_mul(dx[k], n_const(c->g, F64, dx[k]->shape, q)));
        s2 = s2 ? n_add(s2, term) : term;
    }
    if (s2 && inside)
        inside = check_derivative(c, s2, dx, seed, positive, op, "second");
    return inside;
}

static bool check_case(Op op, int variant, uint64_t seed, bool positive)
{
    Arena *arena = arena_new();
    Case c = case_of(arena, op, variant);
    bool inside = !c.y || check_derivatives(&c, seed, positive, op);
    arena_free(arena);
    return inside;
}

START_TEST(derivatives)
{
    Op op = (Op)_i;
    if (op_info(op)->arity == 0)
        return;
    int found = 0;
    for (int variant = 0; variant < VARIANTS; variant++) {
        Arena *arena = arena_new();
        found += case_of(arena, op, variant).y != NULL;
        arena_free(arena);
        for (uint64_t seed = 1; seed <= SEEDS; seed++)
            if (!check_case(op, variant, seed, false))
                ck_assert_msg(check_case(op, variant, seed, true),
                              "%s, case %d: not finite even at positive operands",
                              op_info(op)->name, variant);
    }
    ck_assert_msg(found > 0, "%s has no case in op_case.c", op_info(op)->name);
}
END_TEST

/* A constant exponent has rules of its own. */
START_TEST(constant_exponents)
{
    static const double exponents[] = {0, 1, 2, 3, -1, 0.5, -2.5};
    for (size_t k = 0; k < sizeof exponents / sizeof *exponents; k++) {
        Arena *arena = arena_new();
        Case c = {.g = graph_new(arena, "g"), .variant = (int)k, .real = F64};
        Node *x = case_input(&c, shape_of(2, (int64_t[]){5, 3}));
        c.y = n_pow(x, n_like(x, exponents[k]));
        ck_assert(check_derivatives(&c, 1, true, OP_pow));
        arena_free(arena);
    }
}
END_TEST

/* A gradient at a tie, and at the kinks of docs/language.md. */
START_TEST(kinks)
{
    static const struct {
        Op op;
        double a, b, da;
    } rows[] = {{OP_relu, 0, 0, 0},      {OP_abs, 0, 0, 0},    {OP_maximum, 1, 1, 0.5},
                {OP_minimum, 1, 1, 0.5}, {OP_sign, 0.5, 0, 0}, {OP_round, 0.5, 0, 0},
                {OP_pow, 0, 2, 0},       {OP_pow, 0, 1, 1},    {OP_pow, 0, 0, 0},
                {OP_maximum, 2, 1, 1},   {OP_minimum, 2, 1, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Arena *arena = arena_new();
        Graph *g = graph_new(arena, "g");
        Shape s = {0};
        double a = rows[i].a, b = rows[i].b;
        Node *arg[2] = {n_const(g, F64, s, &a), n_const(g, F64, s, &b)}, *da;
        Node *y = node_new(g, rows[i].op, op_info(rows[i].op)->arity, arg, NULL);
        graph_grad(y, NULL, 1, arg, &da);
        graph_out(g, "da", da);
        Point p = {.arena = arena, .ring = &ring_f64};
        double got = values_at(&p, g)[da->id][0].d;
        ck_assert_msg(got == rows[i].da, "%s at %g, %g has gradient %g",
                      op_info(rows[i].op)->name, a, b, got);
        arena_free(arena);
    }
}
END_TEST

/* d a^b / db is 0 where a = 0, whatever the logarithm of 0 is. */
START_TEST(exponents_of_zero)
{
    Arena *arena = arena_new();
    Graph *g = graph_new(arena, "g");
    double a = 0, b = 2;
    Node *base = n_const(g, F64, (Shape){0}, &a), *x = n_const(g, F64, (Shape){0}, &b);
    Node *dx;
    graph_grad(n_pow(base, x), NULL, 1, &x, &dx);
    graph_out(g, "dx", dx);
    Point p = {.arena = arena, .ring = &ring_f64};
    ck_assert_double_eq(values_at(&p, g)[dx->id][0].d, 0);
    arena_free(arena);
}
END_TEST

/* The first of equals gets all of the gradient of a largest element. */
START_TEST(ties_of_max)
{
    Arena *arena = arena_new();
    Graph *g = graph_new(arena, "g");
    double v[] = {1, 3, 3, 2};
    Node *x = n_const(g, F64, shape_of(1, (int64_t[]){4}), v), *dx;
    graph_grad(n_max(x, 1), NULL, 1, &x, &dx);
    graph_out(g, "dx", dx);
    Point p = {.arena = arena, .ring = &ring_f64};
    Scalar *got = values_at(&p, g)[dx->id];
    for (int i = 0; i < 4; i++)
        ck_assert_double_eq(got[i].d, i == 1);
    arena_free(arena);
}
END_TEST

/* tests/run_special compares the emitted code of these graphs with the evaluator. */
START_TEST(all_have_special_values)
{
    Op op = (Op)_i;
    if (op == OP_input || op == OP_iota || op == OP_step || op == OP_random)
        return; /* what they give is not made of numbers of ours */
    int found = 0;
    Arena *arena = arena_new();
    for (int i = special_first(op); i < special_first((Op)(op + 1)); i++)
        found += special_graph(arena, i) != NULL;
    arena_free(arena);
    ck_assert_msg(found > 0, "%s has no graph in special_graph.c", op_info(op)->name);
}
END_TEST

Suite *ops_suite(void);
Suite *ops_suite(void)
{
    Suite *suite = suite_create("ops");
    TCase *values = tcase_create("values"), *gradients = tcase_create("gradients");
    tcase_add_test(values, tensor_values);
    tcase_add_test(values, scan_values);
    tcase_add_test(values, scalar_values);
    tcase_add_test(values, scalar_edges);
    tcase_add_test(values, scalar_functions);
    tcase_add_loop_test(values, all_have_special_values, 0, OPS);
    tcase_add_loop_test(gradients, derivatives, 0, OPS);
    tcase_add_test(gradients, constant_exponents);
    tcase_add_test(gradients, kinks);
    tcase_add_test(gradients, exponents_of_zero);
    tcase_add_test(gradients, ties_of_max);
    suite_add_tcase(suite, values);
    suite_add_tcase(suite, gradients);
    return suite;
}

/*
 * test_grad.c - what graph_grad builds: the structure of gradients, not their
 * numbers (test_ops.c compares those with dual numbers), and gradients of scans
 * against differences.
 */
#include <math.h>
#include <string.h>

#include "eval.h"
#include "tolerance.h"

#include <check.h> /* last: it defines a macro called fail */

static Arena *arena;
static Graph *g;

static void setup(void)
{
    arena = arena_new();
    g = graph_new(arena, "test");
}

static void teardown(void)
{
    arena_free(arena);
}

static Node *param(const char *name, int rank, int64_t a, int64_t b)
{
    return n_param(g, name, F64, shape_of(rank, (int64_t[]){a, b}));
}

static Node *grad(Node *y, Node *x)
{
    Node *dx;
    graph_grad(y, NULL, 1, &x, &dx);
    return dx;
}

static bool reaches(Node *from, const Node *what)
{
    int n;
    Node **order = graph_order(arena, g, 1, &from, &n);
    for (int i = 0; i < n; i++)
        if (order[i] == what)
            return true;
    return false;
}

START_TEST(independent_tensors_get_zeros)
{
    Node *x = param("x", 1, 3, 0), *z = param("z", 1, 5, 0);
    Node *dz = grad(n_sum(n_exp(x), 1), z);
    ck_assert_int_eq(dz->op, OP_full);
    ck_assert_double_eq(dz->attr.num, 0);
    ck_assert(same_shape(&dz->shape, &z->shape));
}
END_TEST

START_TEST(the_gradient_of_y_by_itself_is_the_seed)
{
    Node *x = param("x", 1, 3, 0), *y = n_exp(x), *seed = param("s", 1, 3, 0);
    Node *xs[] = {y, x}, *out[2];
    graph_grad(y, seed, 2, xs, out);
    ck_assert_ptr_eq(out[0], seed);
    ck_assert_int_eq(out[1]->op, OP_mul);
}
END_TEST

START_TEST(uses_are_summed)
{
    Node *a = param("a", 0, 0, 0), *b = param("b", 0, 0, 0), *c = param("c", 0, 0, 0);
    Node *y = n_add(n_add(a, b), n_add(b, c));
    Node *db = grad(y, b);
    ck_assert_int_eq(db->op, OP_add);
    graph_out(g, "db", db);
    pass_fold(g);
    ck_assert_double_eq(g->outs.at[0].node->attr.num, 2);
}
END_TEST

START_TEST(a_frozen_part_costs_nothing)
{
    Node *x = param("x", 1, 3, 0);
    Node *frozen = x;
    for (int i = 0; i < 50; i++)
        frozen = n_sin(n_mul(frozen, x));
    Node *w = param("w", 1, 3, 0);
    Node *y = n_sum(n_mul(frozen, w), 1);
    int before = g->nodes.n;
    Node *dw = grad(y, w);
    ck_assert_int_le(g->nodes.n - before, 4);
    ck_assert(reaches(dw, frozen));
}
END_TEST

START_TEST(interior_nodes_are_subjects_too)
{
    Node *x = param("x", 1, 3, 0), *h = n_exp(x);
    Node *y = n_sum(n_mul(h, n_sin(h)), 1);
    int before = g->nodes.n;
    Node *dh = grad(y, h);
    ck_assert_int_eq(dh->op, OP_add);
    ck_assert_ptr_eq(dh->grad_of, h);
    for (int i = before; i < g->nodes.n; i++)
        ck_assert_ptr_ne(g->nodes.at[i]->grad_of, x); /* x is not on the way */
}
END_TEST

START_TEST(stop_and_integers_let_nothing_through)
{
    Node *x = param("x", 1, 3, 0);
    Node *rounded = n_cast(n_cast(x, I32), F64);
    Node *y = n_sum(n_add(n_stop(n_exp(x)), n_add(rounded, n_floor(x))), 1);
    Node *dx = grad(y, x);
    ck_assert_int_eq(dx->op, OP_full);
    ck_assert_double_eq(dx->attr.num, 0);
}
END_TEST

START_TEST(gradients_have_names_and_lines)
{
    g->where = (Where){"net.lua", 7};
    Node *x = param("x", 1, 3, 0), *h = node_named(n_exp(x), "h");
    g->where.line = 9;
    Node *y = n_sum(n_sin(h), 1);
    g->where.line = 20;
    Node *dx = grad(y, x);
    ck_assert_str_eq(dx->name, "dx");
    ck_assert_ptr_eq(dx->grad_of, x);
    ck_assert_int_eq(dx->where.line, 7); /* the line of exp, whose work it is */
    ck_assert_int_eq(g->where.line, 20);
}
END_TEST

START_TEST(names_of_dims_come_back)
{
    Shape s = shape_of(2, (int64_t[]){5, 3});
    s.sym[0] = intern(arena, "B");
    Node *x = n_param(g, "x", F64, s);
    Node *part = n_slice_axis(x, 0, 4, -2, 2);
    Node *window = n_slide(n_expand(x, 2, 3, NULL), 0, 2, 2, 1, 1, 3);
    Node *both[] = {x, n_slice_axis(x, 0, 0, 1, 2)};
    Node *joined = n_concat(g, 2, both, 0);
    Node *y = n_add(n_add(n_sum(part, 3), n_sum(window, 7)),
                    n_add(n_sum(joined, 3), n_sum(n_cumsum(n_max(x, 2), 0, 0), 1)));
    Node *dx = grad(y, x);
    ck_assert(same_shape(&dx->shape, &x->shape));
    graph_check(g, "gradients");
}
END_TEST

START_TEST(gradients_can_be_differentiated)
{
    Node *x = param("x", 2, 3, 4), *w = param("w", 2, 4, 5);
    Node *y = n_max(n_prod(n_contract(x, w, "ik,kj->ij"), 1), 1);
    Node *dx = grad(y, x);
    for (int i = 0; i < 3; i++)
        dx = grad(n_sum(n_mul(dx, dx), 3), i % 2 ? x : w);
    graph_check(g, "gradients");
    ck_assert(reaches(dx, w));
}
END_TEST

START_TEST(parts_are_joined)
{
    Node *x = param("x", 2, 3, 8), *y = n_like(n_sum(x, 3), 0);
    for (int i = 0; i < 4; i++) { /* in another order than they stand */
        Node *part = n_slice_axis(x, 1, 2 * (3 * i % 4), 1, 2);
        y = n_add(y, n_sum(i % 2 ? n_sin(part) : n_exp(part), 3));
    }
    Node *dx = grad(y, x);
    ck_assert_int_eq(dx->op, OP_concat);
    ck_assert_int_eq(dx->n, 4);
    ck_assert_ptr_eq(dx->grad_of, x);
    Node *hole = n_add(n_sum(n_exp(n_slice_axis(x, 1, 0, 1, 2)), 3),
                       n_sum(n_sin(n_slice_axis(x, 1, 3, 1, 5)), 3));
    ck_assert_int_eq(grad(hole, x)->op, OP_add);
}
END_TEST

/* Parts of a tensor of 8, whose lengths add up to 8 though they do not fill it. */
static Node *grad_of_parts(Node *x, Node *first, Node *second)
{
    unsigned all = (1u << x->shape.rank) - 1;
    return grad(n_add(n_sum(n_exp(first), all), n_sum(n_sin(second), all)), x);
}

START_TEST(what_does_not_fill_is_not_joined)
{
    Node *x = param("x", 1, 8, 0), *square = param("square", 2, 4, 4);
    Node *begin = n_slice_axis(x, 0, 0, 1, 4), *end = n_slice_axis(x, 0, 4, 1, 4);
    Node *middle = n_slice_axis(x, 0, 2, 1, 4), *even = n_slice_axis(x, 0, 0, 2, 4);
    ck_assert_int_eq(grad_of_parts(x, begin, end)->op, OP_concat);
    ck_assert_int_eq(grad_of_parts(x, begin, middle)->op, OP_add);
    ck_assert_int_eq(grad_of_parts(x, begin, n_slice_axis(x, 0, 4, 1, 3))->op, OP_add);
    ck_assert_int_eq(grad_of_parts(x, even, end)->op, OP_add);
    Node *rows = n_slice_axis(square, 0, 0, 1, 2);
    Node *columns = n_slice_axis(square, 1, 2, 1, 2);
    ck_assert_int_eq(grad_of_parts(square, rows, columns)->op, OP_add);
    /* A seed that is padded with ones. */
    const int64_t none[] = {0}, half[] = {4};
    Node *y = n_add(x, n_pad(end, half, none, NULL, 0)), *dx;
    Node *seed = n_pad(param("z", 1, 4, 0), none, half, NULL, 1);
    graph_grad(y, seed, 1, &x, &dx);
    ck_assert_int_eq(dx->op, OP_add);
}
END_TEST

START_TEST(long_chains_are_no_burden)
{
    Node *x = param("x", 0, 0, 0), *y = x;
    for (int i = 0; i < 100000; i++)
        y = i % 2 ? n_sin(y) : n_add(y, x);
    Out dx = {"dx", grad(y, x), false};
    Graph *copy = graph_extract(g, "copy", 1, &dx, TRAINING);
    pass_fold(copy);
    pass_cse(copy);
    pass_dce(copy);
    graph_check(copy, "passes");
    ck_assert_int_gt(copy->nodes.n, 200000);
}
END_TEST

START_TEST(whole_numbers_have_no_gradient)
{
    Node *x = param("x", 1, 3, 0);
    grad(n_sum(n_cast(x, I32), 1), x);
}
END_TEST

START_TEST(seeds_have_the_dtype)
{
    Node *x = param("x", 1, 3, 0), *dx;
    graph_grad(x, n_full(g, F32, x->shape, 1), 1, &x, &dx);
}
END_TEST

START_TEST(seeds_have_the_shape)
{
    Node *x = param("x", 1, 3, 0), *dx;
    graph_grad(x, n_full(g, F64, (Shape){0}, 1), 1, &x, &dx);
}
END_TEST

START_TEST(what_does_not_matter_has_zeros)
{
    Node *x = param("x", 1, 3, 0), *y = n_sum(n_exp(param("y", 1, 3, 0)), 1), *dx;
    graph_grad(y, NULL, 0, &x, &dx); /* of nothing */
    Node *zeros = grad(y, x);
    ck_assert(zeros->op == OP_full && zeros->attr.num == 0);
    ck_assert(same_shape(&zeros->shape, &x->shape));
}
END_TEST

START_TEST(vectors_want_a_seed)
{
    grad(n_exp(param("x", 1, 3, 0)), param("z", 1, 3, 0));
}
END_TEST

/* ---- scans ---- */

/* A recurrent cell over 5 turns, its last state and its outs in one number. */
typedef struct Cell {
    Node *p[4]; /* first state, sequence, weights, bias */
    Node *y;
} Cell;

static Cell cell(void)
{
    Cell c = {{param("h", 1, 3, 0), param("xs", 2, 5, 2), param("W", 2, 3, 3),
               param("b", 1, 2, 0)},
              NULL};
    Graph *body = graph_new(arena, "body");
    Node *h = n_slot(body, 0, F64, c.p[0]->shape);
    Node *x = n_slot(body, 1, F64, c.p[3]->shape);
    Node *w = n_slot(body, 2, F64, c.p[2]->shape);
    Node *b = n_slot(body, 3, F64, c.p[3]->shape);
    Node *s = n_expand(n_sum(n_mul(x, b), 1), 0, 3, NULL);
    Node *next = n_tanh(n_add(n_contract(h, w, "a,ab->b"), s));
    graph_out(body, "h", next);
    graph_out(body, "y", n_contract(n_mul(next, h), n_sin(x), "a,b->ab"));
    Node *scan = n_scan(g, body, 1, 1, 4, c.p);
    Node *last = n_get(scan, 0), *outs = n_get(scan, 1);
    Node *sine = n_sin(outs);
    c.y = n_add(n_sum(n_mul(last, last), 1), n_sum(n_mul(sine, outs), 7));
    return c;
}

/* Values of parameters: fixed, with one element moved. */
typedef struct Moved {
    const Node *param;
    int64_t at;
    double by;
} Moved;

static const Scalar *value_of_param(void *context, const Node *leaf)
{
    const Moved *moved = context;
    if (leaf->op != OP_param)
        return NULL;
    int64_t n = shape_size(&leaf->shape);
    Scalar *v = NEW_N(arena, Scalar, n);
    for (int64_t i = 0; i < n; i++) {
        double shift = (double)(leaf->attr.text[0] % 13);
        double x = 0.7 * sin(shift + 1.3 * (double)i);
        bool here = strcmp(leaf->attr.text, moved->param->attr.text) == 0;
        v[i] = ring_f64.number(here && i == moved->at ? x + moved->by : x);
    }
    return v;
}

static double value(Node *y, int64_t at, Moved moved, bool passes)
{
    Out out = {"y", y, false};
    Graph *copy = graph_extract(g, "y", 1, &out, INFERENCE);
    if (passes) {
        pass_fold(copy);
        pass_cse(copy);
        pass_dce(copy);
        graph_check(copy, "passes");
    }
    Env env = {.ring = &ring_f64, .leaf = value_of_param, .context = &moved};
    return eval_graph(arena, copy, &env)[copy->outs.at[0].node->id][at].d;
}

/* dy/dx against a central difference of fourth order. */
static void check_gradient(Node *y, Node *x, Node *dx)
{
    double h = 1e-3;
    for (int64_t i = 0; i < shape_size(&x->shape); i++) {
        double exact = value(dx, i, (Moved){x, -1, 0}, false);
        ck_assert_double_eq(exact, value(dx, i, (Moved){x, -1, 0}, true));
        double near = value(y, 0, (Moved){x, i, h}, false) -
                      value(y, 0, (Moved){x, i, -h}, false);
        double far = value(y, 0, (Moved){x, i, 2 * h}, false) -
                     value(y, 0, (Moved){x, i, -2 * h}, false);
        ck_assert_double_eq_tol(exact, (8 * near - far) / (12 * h), TOL_DIFFERENCE);
    }
}

START_TEST(casts_let_gradients_through)
{
    Node *x = param("x", 1, 3, 0), *single = n_cast(x, F32);
    Node *dx = grad(n_sum(n_mul(single, n_like(single, 3)), 1), x);
    ck_assert_int_eq(dx->dtype, F64);
    for (int i = 0; i < 3; i++)
        ck_assert_double_eq(value(dx, i, (Moved){x, -1, 0}, false), 3);
}
END_TEST

/* What counts in training has no gradient in inference. */
START_TEST(modes_have_their_own_gradients)
{
    Node *x = param("x", 1, 3, 0);
    Node *dx = grad(n_sum(n_mode(n_mul(x, x), n_add(x, x)), 1), x);
    for (int i = 0; i < 3; i++)
        ck_assert_double_eq(value(dx, i, (Moved){x, -1, 0}, false), 2);
}
END_TEST

START_TEST(sums_over_windows_are_sums)
{
    Node *a = param("a", 2, 4, 2), *b = param("b", 1, 3, 0);
    Node *c = n_contract(a, b, "hk,c->hkc"); /* one operand has both axes */
    Node *windows = n_slide(c, 0, 1, 1, 1, 1, 5);
    Node *two = sum_window(windows, 3);
    ck_assert_int_eq(two->shape.rank, 1);
    for (int i = 0; i < 3; i++)
        ck_assert_double_eq(value(two, i, (Moved){a, -1, 0}, false),
                            value(n_sum(windows, 3), i, (Moved){a, -1, 0}, false));
    Node *one = sum_window(windows, 2);
    for (int i = 0; i < 15; i++)
        ck_assert_double_eq(value(one, i, (Moved){a, -1, 0}, false),
                            value(n_sum(windows, 2), i, (Moved){a, -1, 0}, false));
}
END_TEST

START_TEST(scans_are_differentiated)
{
    Cell c = cell();
    Node *d[4];
    graph_grad(c.y, NULL, 4, c.p, d);
    graph_check(g, "the gradient of a scan");
    for (int k = 0; k < 4; k++)
        check_gradient(c.y, c.p[k], d[k]);
}
END_TEST

START_TEST(gradients_of_scans_are_differentiated)
{
    Cell c = cell();
    Node *d[4], *dd[4];
    graph_grad(c.y, NULL, 4, c.p, d);
    Node *y = n_add(n_sum(n_mul(d[2], n_sin(d[2])), 3), n_sum(n_mul(d[1], d[1]), 3));
    graph_grad(y, NULL, 4, c.p, dd);
    for (int k = 0; k < 4; k++)
        check_gradient(y, c.p[k], dd[k]);
}
END_TEST

/* out[t] = sum(x[t]) w y[t]: a turn's part of dw is a product of two sums, which is
 * not the product of their totals. The carry counts turns, in integers. */
START_TEST(products_of_sums_are_summed_in_the_loop)
{
    Node *count = n_full(g, I32, (Shape){0}, 0), *xs = param("xs", 2, 5, 3);
    Node *ys = param("ys", 2, 5, 2), *w = param("w", 0, 0, 0);
    Graph *body = graph_new(arena, "body");
    Node *n = n_slot(body, 0, I32, (Shape){0});
    Node *x = n_slot(body, 1, F64, shape_of(1, (int64_t[]){3}));
    Node *y = n_slot(body, 2, F64, shape_of(1, (int64_t[]){2}));
    Node *v = n_slot(body, 3, F64, (Shape){0});
    graph_out(body, "n", n_add(n, n_like(n, 1)));
    graph_out(body, "out", n_contract(n_mul(v, n_sum(x, 1)), y, ",i->i"));
    Node *arg[] = {count, xs, ys, w}, *of[] = {xs, ys, w}, *d[3];
    Node *out = n_get(n_scan(g, body, 1, 2, 4, arg), 1),
         *s = n_sum(n_mul(out, n_sin(out)), 3);
    graph_grad(s, NULL, 3, of, d);
    for (int k = 0; k < 3; k++)
        check_gradient(s, of[k], d[k]);
}
END_TEST

START_TEST(products_are_summed_after_the_loop)
{
    Cell c = cell();
    Node *dw = grad(c.y, c.p[2]);
    ck_assert_int_eq(dw->op, OP_contract); /* not a get of an accumulator */
    ck_assert_str_eq(dw->attr.text, "ca,cb->ab");
    Node *back = dw->arg[1]->arg[0];
    ck_assert_int_eq(back->op, OP_scan);
    ck_assert_int_eq((int)back->attr.at[3], 1);
    int products = 0;
    Graph *body = back->attr.body;
    Node **roots = NEW_N(arena, Node *, 2);
    for (int i = 0; i < 2; i++)
        roots[i] = body->outs.at[i].node;
    int n;
    Node **order = graph_order(arena, body, 2, roots, &n);
    for (int i = 0; i < n; i++)
        products += order[i]->op == OP_contract;
    ck_assert_int_eq(products, 2); /* of the outs and of the state; none again */
}
END_TEST

START_TEST(a_scan_off_the_path_has_no_gradient)
{
    Cell c = cell();
    Node *z = param("z", 0, 0, 0);
    Node *y = n_mul(n_stop(c.y), z);
    int before = g->nodes.n;
    grad(y, z);
    for (int i = before; i < g->nodes.n; i++)
        ck_assert_int_ne(g->nodes.at[i]->op, OP_scan);
}
END_TEST

Suite *grad_suite(void)
{
    Suite *s = suite_create("grad");
    TCase *t = tcase_create("grad");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_set_timeout(t, 60);
    tcase_add_test(t, independent_tensors_get_zeros);
    tcase_add_test(t, the_gradient_of_y_by_itself_is_the_seed);
    tcase_add_test(t, uses_are_summed);
    tcase_add_test(t, a_frozen_part_costs_nothing);
    tcase_add_test(t, interior_nodes_are_subjects_too);
    tcase_add_test(t, stop_and_integers_let_nothing_through);
    tcase_add_test(t, gradients_have_names_and_lines);
    tcase_add_test(t, names_of_dims_come_back);
    tcase_add_test(t, gradients_can_be_differentiated);
    tcase_add_test(t, parts_are_joined);
    tcase_add_test(t, what_does_not_fill_is_not_joined);
    tcase_add_test(t, long_chains_are_no_burden);
    tcase_add_test(t, casts_let_gradients_through);
    tcase_add_test(t, modes_have_their_own_gradients);
    tcase_add_test(t, sums_over_windows_are_sums);
    tcase_add_test(t, scans_are_differentiated);
    tcase_add_test(t, gradients_of_scans_are_differentiated);
    tcase_add_test(t, products_of_sums_are_summed_in_the_loop);
    tcase_add_test(t, products_are_summed_after_the_loop);
    tcase_add_test(t, a_scan_off_the_path_has_no_gradient);
    tcase_add_exit_test(t, vectors_want_a_seed, EXIT_SCRIPT);
    tcase_add_exit_test(t, whole_numbers_have_no_gradient, EXIT_SCRIPT);
    tcase_add_exit_test(t, seeds_have_the_dtype, EXIT_SCRIPT);
    tcase_add_exit_test(t, seeds_have_the_shape, EXIT_SCRIPT);
    tcase_add_test(t, what_does_not_matter_has_zeros);
    suite_add_tcase(s, t);
    return s;
}

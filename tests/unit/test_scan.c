/*
 * test_scan.c - gradients of scans: against differences, and what of them is made in
 * the loop and what after it.
 */
#include "grad_case.h"

Suite *scan_suite(void);

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

/* out[t] = f(x[t], ...) in a scan without carries: its sum of squares, so that every
 * turn's seed differs. The body is begun by the caller. */
typedef struct Loop {
    Graph *body;
    Node *arg[4], *slot[4]; /* the first is the sequence, the others are outer */
    int n;
} Loop;

static Loop loop_over(int n, Node *const *arg)
{
    Loop l = {.body = graph_new(arena, "body"), .n = n};
    for (int k = 0; k < n; k++) {
        Shape s = k == 0 ? shape_drop(arg[k]->shape, 0) : arg[k]->shape;
        l.arg[k] = arg[k];
        l.slot[k] = n_slot(l.body, k, arg[k]->dtype, s);
    }
    return l;
}

/* Checks all gradients; returns that of the last operand. */
static Node *check_loop(const Loop *l, Node *out)
{
    graph_out(l->body, "out", out);
    Node *outs = n_get(n_scan_plain(g, l->body, 0, 1, l->n, l->arg), 0), *d[4];
    Node *y = n_sum(n_mul(outs, n_sin(outs)), (1u << outs->shape.rank) - 1);
    graph_grad(y, NULL, l->n, l->arg, d);
    graph_check(g, "the gradient of a scan");
    for (int k = 0; k < l->n; k++)
        check_gradient(y, l->arg[k], d[k]);
    return d[l->n - 1];
}

/* Whether the gradient is a sum that the loop carries. */
static bool is_carried(const Node *d)
{
    return d->op == OP_get && d->attr.at[0] < d->arg[0]->attr.at[0];
}

/* db = sum of what is there for every turn: of the outs' gradients, or of what the
 * gradient of the sequence is made of anyway. */
START_TEST(sums_are_summed_after_the_loop)
{
    Node *arg[] = {param("xs", 2, 5, 3), param("b", 0, 0, 0)};
    Loop l = loop_over(2, arg);
    Node *wide = n_expand(l.slot[1], 0, 3, NULL);
    ck_assert_int_eq(check_loop(&l, n_add(l.slot[0], wide))->op, OP_sum);
    l = loop_over(2, arg);
    wide = n_expand(l.slot[1], 0, 3, NULL);
    ck_assert_int_eq(check_loop(&l, n_exp(n_add(l.slot[0], wide)))->op, OP_sum);
    l = loop_over(2, arg); /* a sum of products that nothing else wants */
    wide = n_expand(l.slot[1], 0, 3, NULL);
    ck_assert(is_carried(check_loop(&l, n_mul(n_exp(l.slot[0]), wide))));
}
END_TEST

/* Products with signs, turned and reshaped, added up: linear in the products. */
START_TEST(linear_terms_are_summed_after_the_loop)
{
    Node *arg[] = {param("xs", 2, 5, 4), param("W", 2, 2, 4)};
    Loop l = loop_over(2, arg);
    Node *x = l.slot[0], *w = l.slot[1];
    Node *down = n_contract(n_neg(w), x, "ij,j->i");
    Node *other = n_reshape(n_transpose(w, 0, 1), shape_of(2, (int64_t[]){2, 4}));
    Node *d = check_loop(&l, n_add(down, n_contract(other, x, "ij,j->i")));
    ck_assert(d->op == OP_add && !is_carried(d));
    l = loop_over(2, arg); /* one term that is none */
    x = l.slot[0], w = l.slot[1];
    Node *sines = n_contract(n_sin(w), x, "ij,j->i");
    d = check_loop(&l, n_add(sines, n_contract(w, x, "ij,j->i")));
    ck_assert(is_carried(d));
}
END_TEST

/* A factor that is the same in every turn is not stacked. */
START_TEST(products_without_the_turn_stay_in_the_loop)
{
    Node *arg[] = {param("xs", 1, 5, 0), param("v", 1, 3, 0), param("W", 2, 2, 3)};
    Loop l = loop_over(3, arg);
    Node *same = n_contract(l.slot[2], l.slot[1], "ij,j->i");
    Node *wide = n_expand(l.slot[0], 0, 2, NULL);
    ck_assert(is_carried(check_loop(&l, n_mul(same, wide))));
}
END_TEST

/* A factor that shows a sequence in another form is that sequence in another form. */
START_TEST(what_is_moved_is_not_stacked_again)
{
    Node *arg[] = {param("xs", 2, 5, 6), param("W", 2, 3, 4)};
    Loop l = loop_over(2, arg);
    Node *x = n_reshape(l.slot[0], shape_of(2, (int64_t[]){2, 3}));
    Node *moved = n_transpose(x, 0, 1);
    Node *d = check_loop(&l, n_contract(moved, l.slot[1], "ji,jk->ik"));
    ck_assert_int_eq(d->op, OP_contract);
    int from_sequence = 0;
    for (int k = 0; k < 2; k++) {
        const Node *factor = d->arg[k];
        while (factor->op == OP_permute || factor->op == OP_reshape)
            factor = factor->arg[0];
        from_sequence += factor == arg[0];
    }
    ck_assert_int_eq(from_sequence, 1);
}
END_TEST

/* Beyond some number of terms the sum is made in the loop. */
START_TEST(very_many_terms)
{
    Node *arg[] = {param("xs", 2, 3, 2), param("W", 1, 2, 0)};
    Loop l = loop_over(2, arg);
    Node *x = l.slot[0], *sum = n_contract(l.slot[1], x, "i,i->");
    for (int i = 0; i < 70; i++) {
        x = n_mul(x, n_like(x, 0.5));
        sum = n_add(sum, n_contract(l.slot[1], x, "i,i->"));
    }
    ck_assert(is_carried(check_loop(&l, sum)));
}
END_TEST

/* What has eight axes cannot be stacked. */
START_TEST(products_of_eight_axes)
{
    const int64_t dim[MAX_RANK] = {1, 1, 1, 1, 1, 1, 1, 2};
    Node *w = n_param(g, "W", F64, shape_of(MAX_RANK, dim));
    Node *arg[] = {param("xs", 2, 3, 2), w};
    int from[MAX_RANK] = {-1, -1, -1, -1, -1, -1, -1, 0};
    for (int side = 0; side < 2; side++) {
        Loop l = loop_over(2, arg);
        Node *wide = n_broadcast(l.slot[0], w->shape, from), *a = l.slot[1];
        Node *out = n_contract(side ? a : wide, side ? wide : a, "abcdefgh,abcdefgh->");
        ck_assert(is_carried(check_loop(&l, out)));
    }
}
END_TEST

/* What the scan keeps of its turns besides its own results, as types. */
static const char *kept(const Node *scan, int own)
{
    char *text = arena_format(arena, "%s", "");
    for (int k = own; k < scan_results(scan); k++)
        text = arena_format(arena, "%s %s", text,
                            type_text(scan->attr.body->outs.at[k].node));
    return text;
}

static Node *max_with_zero(Node *x)
{
    return n_maximum(x, n_like(x, 0));
}

/* next = f(h W + x V) */
static Node *recurrent(Node *(*f)(Node *))
{
    Node *arg[] = {param("h", 1, 3, 0), param("xs", 2, 5, 2), param("W", 2, 3, 3),
                   param("V", 2, 2, 3)};
    Graph *body = graph_new(arena, "body");
    Node *h = n_slot(body, 0, F64, arg[0]->shape);
    Node *x = n_slot(body, 1, F64, shape_drop(arg[1]->shape, 0));
    Node *w = n_slot(body, 2, F64, arg[2]->shape);
    Node *v = n_slot(body, 3, F64, arg[3]->shape);
    Node *sum = n_add(n_contract(h, w, "a,ab->b"), n_contract(x, v, "c,cb->b"));
    graph_out(body, "h", f(sum));
    Node *scan = n_scan(g, body, 1, 1, 4, arg), *last = n_get(scan, 0), *d[4];
    Node *y = n_sum(n_mul(last, n_sin(last)), 1);
    graph_grad(y, NULL, 4, arg, d);
    graph_check(g, "the gradient of a scan");
    for (int k = 0; k < 4; k++)
        check_gradient(y, arg[k], d[k]);
    return scan;
}

/* The incoming h is a factor of dW; the slope of tanh is made of its value, and that of
 * a maximum of truth values. The two products are not kept. */
START_TEST(what_costs_least_is_kept)
{
    ck_assert_str_eq(kept(recurrent(n_tanh), 1), " f64[3] f64[3]");
    ck_assert_str_eq(kept(recurrent(max_with_zero), 1), " f64[3] bool[3] bool[3]");
}
END_TEST

/* The one scan over this sequence that is not a gradient. */
static const Node *scan_over(const Node *xs)
{
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->op == OP_scan && g->nodes.at[i]->arg[0] == xs)
            return g->nodes.at[i];
    ck_abort_msg("no scan");
}

/* h = tanh of a product of one number, widened: as a factor of dv, h is stacked either
 * way, and as an out it is there; the product, which is smaller, is not kept then. Of
 * exp(x) the sequence is enough. */
START_TEST(what_is_there_anyway_is_kept)
{
    Node *arg[] = {param("xs", 2, 5, 2), param("w", 1, 2, 0), param("v", 2, 3, 2)};
    for (int out = 0; out < 2; out++) {
        arg[0] = param(out ? "ys" : "xs", 2, 5, 2);
        Loop l = loop_over(3 - out, arg);
        Node *h = n_contract(l.slot[0], l.slot[1], "a,a->");
        h = n_tanh(n_expand(h, 0, 3, NULL));
        check_loop(&l, out ? h : n_contract(h, l.slot[2], "a,ab->b"));
        ck_assert_str_eq(kept(scan_over(arg[0]), 1), out ? "" : " f64[3]");
    }
    Node *few[] = {param("zs", 2, 5, 2), param("u", 1, 2, 0)};
    Loop m = loop_over(2, few);
    check_loop(&m, n_mul(n_exp(m.slot[0]), m.slot[1]));
    ck_assert_str_eq(kept(scan_over(few[0]), 1), "");
}
END_TEST

/* The scan of a program whose stacks pass_dce has dropped is differentiated too. */
START_TEST(what_was_dropped_is_saved_again)
{
    Cell c = cell();
    Node *dw = grad(c.y, c.p[2]);
    Out out = {"y", c.y, false};
    Graph *copy = graph_extract(g, "copy", 1, &out, INFERENCE);
    pass_dce(copy);
    Node *y = copy->outs.at[0].node, *w = NULL, *again;
    for (int i = 0; i < copy->nodes.n; i++)
        if (copy->nodes.at[i]->op == OP_param &&
            strcmp(copy->nodes.at[i]->attr.text, "W") == 0)
            w = copy->nodes.at[i];
    ck_assert_ptr_nonnull(w);
    graph_grad(y, NULL, 1, &w, &again);
    graph_out(copy, "dW", again);
    graph_check(copy, "the gradient of a scan");
    Moved fixed = {w, -1, 0};
    Env env = {.ring = &ring_f64, .leaf = value_of_param, .context = &fixed};
    const Scalar *v = eval_graph(arena, copy, &env)[copy->outs.at[1].node->id];
    for (int i = 0; i < 9; i++)
        ck_assert_double_eq(v[i].d, value(dw, i, (Moved){c.p[2], -1, 0}, false));
}
END_TEST

/* One scan whose integers are read, beside one that has a gradient; in both a product
 * of integers, which is not kept. */
START_TEST(integers_have_no_gradient)
{
    Node *xs = param("xs", 2, 3, 2), *ids = n_iota(g, I32, xs->shape, 0);
    Node *arg[] = {ids, xs};
    Node *part[2];
    for (int k = 0; k < 2; k++) {
        Graph *body = graph_new(arena, "body");
        Node *i = n_slot(body, 0, I32, shape_drop(xs->shape, 0));
        Node *x = n_slot(body, 1, F64, shape_drop(xs->shape, 0));
        Node *count = n_contract(i, i, "a,a->");
        Node *real = n_mul(n_sum(x, 1), n_cast(count, F64));
        graph_out(body, "count", n_add(count, n_cast(n_sum(x, 1), I32)));
        graph_out(body, "real", real);
        Node *scan = n_scan(g, body, 0, 2, 2, arg);
        ck_assert_int_eq(scan_results(scan), 2);
        part[k] = n_get(scan, k);
    }
    Node *y = n_sum(n_mul(n_cast(part[0], F64), part[1]), 1), *dx = grad(y, xs);
    check_gradient(y, xs, dx);
}
END_TEST

static Node *scan_of_eight_axes(bool carry)
{
    const int64_t dim[MAX_RANK] = {1, 1, 1, 1, 1, 1, 1, 2};
    Node *arg[] = {n_param(g, "h", F64, shape_of(MAX_RANK, dim)), param("xs", 1, 3, 0)};
    Graph *body = graph_new(arena, "body");
    Node *h = n_slot(body, 0, F64, arg[0]->shape);
    Node *next = n_mul(h, n_like(h, 0.5));
    graph_out(body, "h", next);
    if (!carry)
        graph_out(body, "out", next);
    return n_get(n_scan(g, body, 1, 1, 2, arg), 0);
}

START_TEST(carries_of_eight_axes)
{
    Node *last = scan_of_eight_axes(true), *h = last->arg[0]->arg[0];
    const Moved fixed = {h, -1, 0};
    for (int i = 0; i < 2; i++)
        ck_assert_double_eq(value(last, i, fixed, false),
                            value(h, i, fixed, false) / 8);
}
END_TEST

START_TEST(carries_of_eight_axes_have_no_gradient)
{
    Node *last = scan_of_eight_axes(true);
    grad(n_sum(last, 255), last->arg[0]->arg[0]);
}
END_TEST

START_TEST(outs_of_eight_axes)
{
    scan_of_eight_axes(false);
}
END_TEST

Suite *scan_suite(void)
{
    Suite *s = suite_create("scan");
    TCase *t = tcase_create("scan");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, scans_are_differentiated);
    tcase_add_test(t, gradients_of_scans_are_differentiated);
    tcase_add_test(t, products_of_sums_are_summed_in_the_loop);
    tcase_add_test(t, products_are_summed_after_the_loop);
    tcase_add_test(t, a_scan_off_the_path_has_no_gradient);
    tcase_add_test(t, sums_are_summed_after_the_loop);
    tcase_add_test(t, linear_terms_are_summed_after_the_loop);
    tcase_add_test(t, products_without_the_turn_stay_in_the_loop);
    tcase_add_test(t, what_is_moved_is_not_stacked_again);
    tcase_add_test(t, very_many_terms);
    tcase_add_test(t, products_of_eight_axes);
    tcase_add_test(t, what_costs_least_is_kept);
    tcase_add_test(t, what_is_there_anyway_is_kept);
    tcase_add_test(t, what_was_dropped_is_saved_again);
    tcase_add_test(t, integers_have_no_gradient);
    tcase_add_test(t, carries_of_eight_axes);
    tcase_add_exit_test(t, carries_of_eight_axes_have_no_gradient, EXIT_SCRIPT);
    tcase_add_exit_test(t, outs_of_eight_axes, EXIT_SCRIPT);
    suite_add_tcase(s, t);
    return s;
}

/*
 * test_fold.c - every rule of pass_fold, one by one: a small graph, what it
 * shall become, and that the rule was counted; and what must not be folded.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "graph.h"

#include <check.h> /* last: it defines a macro called fail */

static Arena *arena;
static Graph *g;
static Node *x, *y, *m; /* x, y: f64[3,4]; m: bool[3,4] */

static void setup(void)
{
    arena = arena_new();
    g = graph_new(arena, "test");
    Shape s = shape_of(2, (int64_t[]){3, 4});
    x = n_param(g, "x", F64, s);
    y = n_param(g, "y", F64, s);
    m = n_input(g, "m", BOOL, s);
}

static void teardown(void)
{
    arena_free(arena);
}

static long fired(const char *rule)
{
    int n;
    const Count *count = fold_counts(&n);
    for (int i = 0; i < n; i++)
        if (strcmp(count[i].name, rule) == 0)
            return count[i].n;
    ck_abort_msg("no rule %s", rule);
    return 0;
}

/* The text of an operator over its operands: "sub(x, exp(y))". */
static const char *text_of(const Node *n)
{
    if (n->attr.text != NULL && n->n == 0)
        return n->attr.text;
    if (n->op == OP_full)
        return arena_format(arena, "%g", n->attr.num);
    const char *text = op_info(n->op)->name;
    if (n->op == OP_contract)
        text = arena_format(arena, "[%s]", n->attr.text);
    for (int i = 0; i < n->n; i++)
        text =
            arena_format(arena, "%s%s%s", text, i > 0 ? ", " : "(", text_of(n->arg[i]));
    return n->n > 0 ? arena_format(arena, "%s)", text) : text;
}

/* Folds n alone and expects this; `rule`, if given, must have fired. */
static Node *becomes(const char *rule, Node *n, const char *expected)
{
    long before = rule != NULL ? fired(rule) : 0;
    Out out = {"out", n, false};
    Graph *copy = graph_extract(g, "copy", 1, &out, INFERENCE);
    pass_fold(copy);
    graph_check(copy, "fold");
    Node *folded = copy->outs.at[0].node;
    ck_assert_str_eq(text_of(folded), expected);
    ck_assert(same_shape(&folded->shape, &n->shape));
    ck_assert_int_eq(folded->dtype, n->dtype);
    if (rule != NULL)
        ck_assert_msg(fired(rule) > before, "%s did not fire", rule);
    return folded;
}

static Node *num(double v)
{
    return n_like(x, v);
}

static void fold_arithmetic(void)
{
    becomes("add_zero", n_add(x, num(0)), "x");
    becomes("add_zero", n_add(num(0), x), "x");
    becomes("add_neg", n_add(x, n_neg(y)), "sub(x, y)");
    becomes("add_neg", n_add(n_neg(x), y), "sub(y, x)");
    becomes("sub_zero", n_sub(x, num(0)), "x");
    becomes("zero_sub", n_sub(num(0), x), "neg(x)");
    becomes("sub_neg", n_sub(x, n_neg(y)), "add(x, y)");
    becomes("mul_one", n_mul(x, num(1)), "x");
    becomes("mul_one", n_mul(num(1), x), "x");
    becomes("mul_minus_one", n_mul(num(-1), x), "neg(x)");
    becomes("mul_neg", n_mul(n_neg(x), y), "neg(mul(x, y))");
    becomes("mul_neg", n_mul(n_neg(x), n_neg(y)), "mul(x, y)");
    becomes("mul_neg_const", n_mul(n_neg(x), num(3)), "mul(x, -3)");
    becomes("div_one", n_div(x, num(1)), "x");
    becomes("div_minus_one", n_div(x, num(-1)), "neg(x)");
    becomes("div_power", n_div(x, num(8)), "mul(x, 0.125)");
    becomes("div_neg", n_div(n_neg(x), n_neg(y)), "div(x, y)");
    becomes("neg_neg", n_neg(n_neg(x)), "x");
    becomes("neg_sub", n_neg(n_sub(x, y)), "sub(y, x)");
    becomes("neg_mul_const", n_neg(n_mul(x, num(2))), "mul(x, -2)");
    becomes("neg_mul_const", n_neg(n_mul(num(2), x)), "mul(-2, x)");
}

START_TEST(arithmetic)
{
    fold_arithmetic();
}
END_TEST

START_TEST(what_is_not_exact_stays)
{
    becomes(NULL, n_mul(x, num(0)), "mul(x, 0)"); /* x may be NaN */
    becomes(NULL, n_sub(x, x), "sub(x, x)");
    becomes(NULL, n_div(x, x), "div(x, x)");
    becomes(NULL, n_div(x, num(3)), "div(x, 3)");
    becomes(NULL, n_div(x, num(INFINITY)), "div(x, inf)");
    becomes(NULL, n_div(x, num(ldexp(1, 120))), "div(x, 1.32923e+36)");
    becomes(NULL, n_div(x, num(ldexp(1, -120))), "div(x, 7.52316e-37)");
    Node *i = n_param(g, "i", I32, x->shape), *least = n_like(i, INT32_MIN);
    becomes(NULL, n_neg(n_mul(i, least)), "neg(mul(i, -2.14748e+09))"); /* no -c */
    becomes(NULL, n_eq(x, x), "eq(x, x)");
    becomes(NULL, n_mul(n_mul(x, num(3)), num(5)), "mul(mul(x, 3), 5)");
    becomes(NULL, n_add(n_add(x, num(3)), num(5)), "add(add(x, 3), 5)");
    becomes(NULL, n_sum(n_sum(x, 2), 1), "sum(sum(x))"); /* another order */
    becomes(NULL, n_sum(n_expand(x, 0, 5, NULL), 1), "sum(broadcast(x))");
    becomes(NULL, n_div(num(0), num(0)), "broadcast(div(0, 0))");
}
END_TEST

static void fold_choice_and_logic(void)
{
    Node *yes = n_like(m, 1), *no = n_like(m, 0);
    becomes("where_const", n_where(yes, x, y), "x");
    becomes("where_const", n_where(no, x, y), "y");
    becomes("where_same", n_where(m, x, x), "x");
    becomes("where_same", n_where(m, num(2), num(2)), "2");
    becomes(NULL, n_where(m, num(0), num(-0.0)), "where(m, 0, -0)");
    becomes("where_not", n_where(n_logical_not(m), x, y), "where(m, y, x)");
    becomes("where_where", n_where(m, n_where(m, x, y), num(0)), "where(m, x, 0)");
    becomes("where_where", n_where(m, x, n_where(m, num(0), y)), "where(m, x, y)");
    becomes("and_const", n_logical_and(m, yes), "m");
    becomes("and_const", n_logical_and(no, m), "0");
    becomes("or_const", n_logical_or(m, no), "m");
    becomes("or_const", n_logical_or(yes, m), "1");
    becomes("not_not", n_logical_not(n_logical_not(m)), "m");
    becomes("compare_same", n_lt(x, x), "0");
    becomes("compare_same", n_gt(x, x), "0");
    becomes("compare_same", n_eq(m, m), "1");
    becomes("compare_same", n_ge(m, m), "1");
    becomes("compare_same", n_ne(m, m), "0");
}

START_TEST(choice_and_logic)
{
    fold_choice_and_logic();
}
END_TEST

static void fold_constants(void)
{
    Node *f = n_full(g, F32, x->shape, 0.1), *i = n_full(g, I32, x->shape, 7);
    Node *sum = becomes("constant", n_add(num(2), num(3)), "5");
    ck_assert_int_eq(sum->dtype, F64);
    Node *third = becomes("constant", n_mul(f, n_like(f, 0.7)), "0.07");
    ck_assert_double_eq(third->attr.num, (double)(0.1f * 0.7f));
    becomes("constant", n_sub(i, n_like(i, 9)), "-2");
    becomes("constant", n_lt(i, n_like(i, 9)), "1");
    becomes("constant", n_cast(num(2.75), I32), "2");
    becomes("constant", n_cast(num(2.75), BOOL), "1");
    double same[] = {4, 4}, other[] = {4, 5};
    Shape two = shape_of(1, (int64_t[]){2});
    becomes("uniform", n_const(g, F64, two, same), "4");
    becomes(NULL, n_const(g, F64, two, other), "const");
    Shape one = shape_of(2, (int64_t[]){1, 3});
    becomes("iota_one", n_iota(g, I32, one, 0), "0");
    Node *value = n_param(g, "v", F64, shape_of(1, (int64_t[]){3}));
    Node *at = n_input(g, "at", I32, shape_of(1, (int64_t[]){3}));
    becomes("scatter_apart", n_scatter(value, at, "b,b->bv", 4, NULL),
            "where(eq(iota, broadcast(at)), broadcast(v), 0)");
    becomes(NULL, n_scatter(value, at, "b,b->v", 4, NULL), "scatter(v, at)");
    Node *drawn = n_random(g, F64, x->shape, "draw");
    becomes("random_flat", drawn, "reshape(draw)");
    becomes("lift_reshape", n_lt(drawn, n_like(drawn, 0.5)), "reshape(lt(draw, 0.5))");
    becomes("random_flat", n_mul(drawn, x), "mul(reshape(draw), x)");
    becomes("stop", n_stop(x), "x");
}

START_TEST(constants)
{
    fold_constants();
}
END_TEST

static void fold_casts(void)
{
    Node *f = n_param(g, "f", F32, x->shape), *i = n_param(g, "i", I32, x->shape);
    becomes("cast_cast", n_cast(n_cast(f, F64), F32), "f");
    becomes("cast_cast", n_cast(n_cast(i, F64), F32), "cast(i)");
    becomes("cast_cast", n_cast(n_cast(m, I32), BOOL), "m");
    becomes(NULL, n_cast(n_cast(x, F32), F64), "cast(cast(x))");
    becomes(NULL, n_cast(n_cast(i, F32), F64), "cast(cast(i))");
    Attr same = {.n = 1, .at = {F64}};
    becomes("cast_same", node_new(g, OP_cast, 1, &x, &same), "x");
}

START_TEST(casts)
{
    fold_casts();
}
END_TEST

static void fold_scalars_move_below_copies(void)
{
    Node *r = n_param(g, "r", F64, shape_of(1, (int64_t[]){4}));
    Node *s = n_param(g, "s", F64, (Shape){0});
    Node *rows = n_broadcast_to(r, x->shape), *all = n_broadcast_to(s, x->shape);
    becomes("hoist", n_exp(rows), "broadcast(exp(r))");
    becomes("hoist", n_mul(rows, n_exp(rows)), "broadcast(mul(r, exp(r)))");
    becomes("hoist", n_mul(rows, num(2)), "broadcast(mul(r, 2))");
    becomes("hoist", n_add(all, n_exp(all)), "broadcast(add(s, exp(s)))");
    becomes("hoist", n_mul(rows, all), "broadcast(mul(r, broadcast(s)))");
    becomes("hoist", n_cast(rows, F32), "broadcast(cast(r))");
    becomes(NULL, n_mul(rows, x), "mul(broadcast(r), x)");
    Node *c = n_broadcast(n_param(g, "c", F64, shape_of(1, (int64_t[]){3})), x->shape,
                          (int[]){0, -1});
    becomes(NULL, n_mul(rows, c), "mul(broadcast(r), broadcast(c))");
    becomes("permute_broadcast", n_transpose(rows, 0, 1), "broadcast(r)");
}

START_TEST(scalars_move_below_copies)
{
    fold_scalars_move_below_copies();
}
END_TEST

static void fold_movement(void)
{
    Shape flat = shape_of(1, (int64_t[]){12}), cube = shape_of(3, (int64_t[]){2, 3, 2});
    becomes("permute_same", n_permute(x, (int[]){0, 1}), "x");
    becomes("permute_permute", n_transpose(n_transpose(x, 0, 1), 0, 1), "x");
    Node *even_cube = n_param(g, "e", F64, shape_of(3, (int64_t[]){2, 2, 2}));
    Node *turned = n_permute(n_permute(even_cube, (int[]){0, 2, 1}), (int[]){1, 2, 0});
    turned = becomes("permute_permute", turned, "permute(e)");
    ck_assert_int_eq((int)turned->attr.at[0], 2);
    ck_assert_int_eq((int)turned->attr.at[1], 1);
    ck_assert_int_eq((int)turned->attr.at[2], 0);
    /* [b][a][c] joined to [b][ac] and turned: the permutations meet. */
    Node *box = n_param(g, "box", F64, cube);
    Node *joined =
        n_reshape(n_permute(box, (int[]){1, 0, 2}), shape_of(2, (int64_t[]){3, 4}));
    Node *met =
        becomes("permute_reshape", n_transpose(joined, 0, 1), "reshape(permute(box))");
    ck_assert_int_eq((int)met->arg[0]->attr.at[0], 0);
    ck_assert_int_eq((int)met->arg[0]->attr.at[1], 2);
    ck_assert_int_eq((int)met->arg[0]->attr.at[2], 1);
    Node *cut = n_reshape(n_permute(box, (int[]){1, 0, 2}),
                          shape_of(2, (int64_t[]){2, 6})); /* across the axes */
    becomes(NULL, n_transpose(cut, 0, 1), "permute(reshape(permute(box)))");
    becomes("reshape_same", n_reshape(x, x->shape), "x");
    becomes("reshape_reshape", n_reshape(n_reshape(x, cube), flat), "reshape(x)");
    becomes("reshape_reshape", n_reshape(n_reshape(x, flat), x->shape), "x");
    Node *kept = n_sum_keep(x, 2), *sum = n_param(g, "s", F64, (Shape){0});
    becomes("lift_reshape", n_exp(kept), "reshape(exp(sum(x)))");
    Node *mean = n_div(n_add(kept, n_broadcast_to(sum, kept->shape)), n_like(kept, 3));
    becomes("lift_reshape", n_reshape(mean, shape_of(1, (int64_t[]){3})),
            "div(add(sum(x), broadcast(s)), 3)");
    becomes(NULL, n_exp(n_reshape(x, flat)), "exp(reshape(x))");
    Node *row = n_param(g, "row", F64, shape_of(2, (int64_t[]){1, 5}));
    Node *column = n_param(g, "column", F64, shape_of(2, (int64_t[]){5, 1}));
    Shape five = shape_of(1, (int64_t[]){5});
    becomes("lift_reshape", n_add(n_reshape(row, five), n_reshape(column, five)),
            "reshape(add(row, reshape(column)))");
    /* Axes that are split: in the shape of the most axes before. */
    Node *long_row = n_param(g, "l", F64, flat);
    Shape parts = shape_of(3, (int64_t[]){3, 2, 2});
    becomes("lift_reshape", n_add(n_reshape(x, parts), n_reshape(long_row, parts)),
            "reshape(add(x, reshape(l)))");
    /* Neither of two shapes splits the other: one would have to be copied. */
    Node *tall = n_param(g, "tall", F64, shape_of(2, (int64_t[]){6, 2}));
    Node *wide = n_param(g, "wide", F64, shape_of(2, (int64_t[]){2, 6}));
    Shape neither = shape_of(3, (int64_t[]){2, 3, 2});
    becomes(NULL, n_add(n_reshape(tall, neither), n_reshape(wide, neither)),
            "add(reshape(tall), reshape(wide))");
    becomes("broadcast_same", n_broadcast(x, x->shape, (int[]){0, 1}), "x");
    Node *twice = n_expand(n_expand(x, 0, 5, NULL), 3, 7, NULL);
    becomes("broadcast_broadcast", twice, "broadcast(x)");
    becomes("slice_same", n_slice_axis(x, 1, 0, 1, 4), "x");
    Node *flip = n_slice_axis(x, 1, 3, -1, 4);
    becomes("slice_slice", n_slice_axis(flip, 1, 3, -1, 4), "x");
    Node *part = becomes("slice_slice", n_slice_axis(flip, 1, 1, 2, 2), "slice(x)");
    ck_assert_int_eq((int)part->attr.at[1], 2);
    ck_assert_int_eq((int)part->attr.at[3], -2);
    int64_t none[] = {0, 0}, one[] = {1, 2}, inner[] = {2, 0};
    becomes("pad_nothing", n_pad(x, none, none, NULL, 5), "x");
    Node *padded = n_pad(x, one, one, inner, 5);
    int64_t step[] = {3, 1}, count[] = {3, 4};
    becomes("slice_pad", n_slice(padded, one, step, count), "x");
    becomes(NULL, n_slice(padded, none, step, count), "slice(pad(x))");
    padded = n_pad(x, (int64_t[]){0, 1}, none, NULL, 5);
    becomes("slice_below_pad", n_slice_axis(padded, 0, 1, 1, 1), "pad(slice(x))");
    becomes(NULL, n_slice_axis(padded, 1, 1, 1, 3), "slice(pad(x))");
    becomes(NULL, n_slice_axis(padded, 0, x->shape.dim[0] - 1, -1, x->shape.dim[0]),
            "slice(pad(x))"); /* nothing less to pad */
    padded = n_pad(x, none, (int64_t[]){0, 1}, NULL, 5);
    becomes(NULL, n_slice_axis(padded, 1, 1, 1, 3), "slice(pad(x))");
    padded = n_pad(x, none, none, (int64_t[]){0, 1}, 5);
    becomes(NULL, n_slice_axis(padded, 1, 1, 1, 3), "slice(pad(x))");
    becomes("view_of_full", n_transpose(num(3), 0, 1), "3");
    becomes("view_of_full", n_pad(num(3), one, one, NULL, 3), "3");
    becomes(NULL, n_pad(num(3), one, one, NULL, 0), "pad(3)");
    becomes(NULL, n_slide(num(3), 0, 1, 1, 1, 1, 3), "slide(3)"); /* 0 outside */
    becomes("view_of_full", n_slide(num(0), 0, 1, 1, 1, 1, 3), "0");
    Node *both[] = {num(3), num(3)};
    becomes("view_of_full", n_concat(g, 2, both, 0), "3");
}

START_TEST(movement)
{
    fold_movement();
}
END_TEST

static void fold_reductions(void)
{
    Node *one = n_param(g, "one", F64, shape_of(2, (int64_t[]){1, 4}));
    becomes("sum_one", n_sum(one, 1), "reshape(one)");
    becomes("sum_one", n_sum(x, 0), "x");
    becomes("sum_neg", n_sum(n_neg(x), 1), "neg(sum(x))");
    becomes("reduce_one", n_max(one, 1), "reshape(one)");
    becomes("reduce_one", n_prod(one, 0), "reshape(one)");
    becomes("reduce_one", n_argmax(one, 1), "0");
    becomes("cumsum_one", n_cumsum(one, 0, 1), "one");
    becomes(NULL, n_sum(one, 3), "sum(one)");
}

START_TEST(reductions)
{
    fold_reductions();
}
END_TEST

static void fold_products(void)
{
    Node *w = n_param(g, "w", F64, shape_of(2, (int64_t[]){4, 5}));
    Node *wt = n_transpose(n_param(g, "v", F64, shape_of(2, (int64_t[]){5, 4})), 0, 1);
    Node *xt = n_transpose(n_param(g, "u", F64, shape_of(2, (int64_t[]){4, 3})), 0, 1);
    becomes("contract_permuted", n_contract(x, wt, "ik,kj->ij"), "[ik,jk->ij](x, v)");
    becomes("contract_permuted", n_contract(xt, wt, "ik,kj->ij"), "[ki,jk->ij](u, v)");
    becomes("contract_neg", n_contract(n_neg(x), w, "ik,kj->ij"),
            "neg([ik,kj->ij](x, w))");
    becomes("permute_contract", n_transpose(n_contract(x, w, "ik,kj->ij"), 0, 1),
            "[ik,kj->ji](x, w)");
    Node *ids = n_input(g, "ids", I32, shape_of(2, (int64_t[]){2, 3}));
    Node *rows = n_gather(x, ids, "vk,bt->btk"); /* three rows, six ids */
    becomes("contract_rows", n_contract(rows, w, "btk,kj->tbj"),
            "gather([ak,kj->aj](x, w), ids)");
    Node *flat = n_reshape(rows, shape_of(2, (int64_t[]){6, 4}));
    becomes("contract_rows", n_contract(w, flat, "kj,nk->nj"),
            "gather([kj,ak->aj](w, x), reshape(ids))");
    /* Not where the other operand has an axis of the ids, */
    Node *own = n_param(g, "own", F64, shape_of(2, (int64_t[]){2, 4}));
    becomes(NULL, n_contract(rows, own, "btk,bk->bt"),
            "[btk,bk->bt](gather(x, ids), own)");
    /* nor where the terms would change their order, */
    Node *wide = n_param(g, "wide", F64, shape_of(3, (int64_t[]){3, 4, 2}));
    Node *turned = n_gather(wide, ids, "vkm,bt->btmk");
    Node *both = n_param(g, "both", F64, shape_of(2, (int64_t[]){4, 2}));
    becomes(NULL, n_contract(turned, both, "btmk,km->bt"),
            "[btmk,km->bt](gather(wide, ids), both)");
    /* nor where a reshape has taken rows apart, or ids are not in front. */
    Node *apart = n_reshape(rows, shape_of(3, (int64_t[]){6, 2, 2}));
    Node *parts = n_param(g, "parts", F64, shape_of(3, (int64_t[]){2, 2, 5}));
    becomes(NULL, n_contract(apart, parts, "nab,abj->nj"),
            "[nab,abj->nj](reshape(gather(x, ids)), parts)");
    Node *behind =
        n_reshape(n_gather(x, ids, "vk,bt->kbt"), shape_of(2, (int64_t[]){8, 3}));
    Node *few = n_param(g, "few", F64, shape_of(2, (int64_t[]){3, 5}));
    becomes(NULL, n_contract(behind, few, "nt,tj->nj"),
            "[nt,tj->nj](reshape(gather(x, ids)), few)");
    Node *z = n_contract(x, w, "ik,kj->ij"); /* used twice: made once */
    Node *twice = n_contract(n_transpose(z, 0, 1), z, "ab,bc->ac");
    becomes(NULL, twice, "[ba,bc->ac]([ik,kj->ij](x, w), [ik,kj->ij](x, w))");
    /* Two summed letters: the first operand may not change their order. */
    Node *yt = n_transpose(y, 0, 1);
    becomes(NULL, n_contract(yt, n_transpose(x, 0, 1), "ab,ab->"),
            "[ab,ba->](permute(y), x)");
}

START_TEST(products)
{
    fold_products();
}
END_TEST

START_TEST(integers_do_not_overflow)
{
    Node *i = n_param(g, "i", I32, x->shape);
    becomes(NULL, n_mul(n_neg(i), n_like(i, -2147483648.0)),
            "neg(mul(i, -2.14748e+09))");
}
END_TEST

START_TEST(every_rule_is_tested)
{
    fold_arithmetic();
    fold_choice_and_logic();
    fold_constants();
    fold_casts();
    fold_scalars_move_below_copies();
    fold_movement();
    fold_reductions();
    fold_products();
    int n;
    const Count *count = fold_counts(&n);
    for (int i = 0; i < n; i++)
        ck_assert_msg(count[i].n > 0, "no test fires %s", count[i].name);
}
END_TEST

Suite *fold_suite(void)
{
    Suite *s = suite_create("fold");
    TCase *t = tcase_create("fold");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, arithmetic);
    tcase_add_test(t, what_is_not_exact_stays);
    tcase_add_test(t, choice_and_logic);
    tcase_add_test(t, constants);
    tcase_add_test(t, casts);
    tcase_add_test(t, scalars_move_below_copies);
    tcase_add_test(t, movement);
    tcase_add_test(t, reductions);
    tcase_add_test(t, products);
    tcase_add_test(t, integers_do_not_overflow);
    tcase_add_test(t, every_rule_is_tested);
    suite_add_tcase(s, t);
    return s;
}

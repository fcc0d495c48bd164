/*
 * test_graph.c - shapes, the types that rules infer and refuse, the order of a
 * graph, rewriting, extraction, common subexpressions, dead code.
 */
#include <string.h>

#include "graph.h"
#include "text.h"

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

static Shape dims(int rank, int64_t a, int64_t b, int64_t c)
{
    return shape_of(rank, (int64_t[]){a, b, c});
}

static Shape named(const char *sym, int64_t n, int64_t b)
{
    Shape s = dims(2, n, b, 0);
    s.sym[0] = intern(arena, sym);
    return s;
}

static Node *param(const char *name, Shape s)
{
    return n_param(g, name, F32, s);
}

/* ---- shapes ---- */

START_TEST(named_dims_are_their_own)
{
    Shape b = named("B", 64, 3), s = named("S", 64, 3), n = dims(2, 64, 3, 0);
    ck_assert(same_shape(&b, &b));
    ck_assert(!same_shape(&b, &s));
    ck_assert(!same_shape(&b, &n));
    ck_assert_str_eq(shape_text(arena, &b), "[B,3]");
    ck_assert_str_eq(type_text(param("x", b)), "f32[B,3]");
}
END_TEST

START_TEST(broadcast_follows_numpy)
{
    Shape to = named("B", 4, 3);
    Node *row = param("row", dims(1, 3, 0, 0));
    ck_assert(same_shape(&n_broadcast_to(row, to)->shape, &to));
    Node *one = param("one", dims(2, 1, 3, 0));
    ck_assert(same_shape(&n_broadcast_to(one, to)->shape, &to));
    Node *same = param("same", to);
    ck_assert_ptr_eq(n_broadcast_to(same, to), same);
}
END_TEST

START_TEST(a_plain_number_is_no_named_dim)
{
    n_broadcast_to(param("x", dims(2, 4, 3, 0)), named("B", 4, 3));
}
END_TEST

START_TEST(a_named_dim_of_one_does_not_stretch)
{
    n_broadcast_to(param("x", named("B", 1, 3)), dims(2, 4, 3, 0));
}
END_TEST

START_TEST(concat_wants_its_other_axes_alike)
{
    Node *both[] = {param("x", dims(2, 4, 3, 0)), param("y", dims(2, 2, 3, 0))};
    n_concat(both[0]->graph, 2, both, 1);
}
END_TEST

START_TEST(products_want_one_name_for_a_letter)
{
    n_contract(param("x", named("B", 4, 3)), param("y", dims(2, 4, 3, 0)), "ba,bc->ac");
}
END_TEST

START_TEST(scalar_operators_want_one_shape)
{
    n_add(param("x", dims(1, 3, 0, 0)), param("y", dims(1, 4, 0, 0)));
}
END_TEST

START_TEST(scalar_operators_want_one_dtype)
{
    n_add(param("x", dims(1, 3, 0, 0)), n_param(g, "n", I32, dims(1, 3, 0, 0)));
}
END_TEST

START_TEST(exp_wants_floats)
{
    n_exp(n_param(g, "n", I32, dims(1, 3, 0, 0)));
}
END_TEST

START_TEST(reshape_keeps_the_number_of_elements)
{
    n_reshape(param("x", dims(2, 3, 4, 0)), dims(2, 5, 2, 0));
}
END_TEST

START_TEST(slices_stay_inside)
{
    n_slice_axis(param("x", dims(1, 5, 0, 0)), 0, 1, 2, 3);
}
END_TEST

START_TEST(contractions_want_equal_dims)
{
    n_contract(param("x", dims(2, 3, 4, 0)), param("W", dims(2, 5, 2, 0)), "ik,kj->ij");
}
END_TEST

START_TEST(contractions_lose_no_letter)
{
    n_contract(param("x", dims(2, 3, 4, 0)), param("w", dims(1, 4, 0, 0)), "ik,k->");
}
END_TEST

START_TEST(no_dim_is_zero)
{
    param("x", dims(2, 3, 0, 0));
}
END_TEST

START_TEST(names_of_dims_survive_movement)
{
    Node *x = param("x", named("B", 5, 3));
    Node *flip = n_slice_axis(x, 0, 4, -1, 5);
    ck_assert(same_shape(&flip->shape, &x->shape));
    Node *part = n_slice_axis(x, 0, 1, 2, 2);
    ck_assert_ptr_null(part->shape.sym[0]);
    Node *t = n_transpose(x, 0, 1);
    ck_assert_str_eq(type_text(t), "f32[3,B]");
    Node *e = n_expand(x, 1, 7, NULL);
    ck_assert_str_eq(type_text(e), "f32[B,7,3]");
    ck_assert_str_eq(type_text(n_sum(e, 5)), "f32[7]");
    ck_assert_str_eq(type_text(n_sum_keep(x, 2)), "f32[B,1]");
    ck_assert_str_eq(type_text(n_argmax(x, 2)), "i32[B]");
}
END_TEST

START_TEST(letters_say_the_type_of_indexing)
{
    Node *table = param("table", dims(2, 11, 3, 0));
    Node *ids = n_input(g, "ids", I32, named("B", 5, 7));
    Node *rows = n_gather(table, ids, "vd,bt->btd");
    ck_assert_str_eq(type_text(rows), "f32[B,7,3]");
    Node *back = n_scatter(rows, ids, "btd,bt->vd", 11, NULL);
    ck_assert(same_shape(&back->shape, &table->shape));
}
END_TEST

START_TEST(sums_of_bools_are_refused)
{
    Node *x = param("x", dims(1, 3, 0, 0));
    n_sum(n_gt(x, n_like(x, 0)), 1);
}
END_TEST

START_TEST(limits_end_the_compilation)
{
    NodeCount count = {.most = 10};
    g->count = &count;
    Node *x = param("x", dims(1, 3, 0, 0));
    for (int i = 0; i < 20; i++)
        x = n_exp(x);
}
END_TEST

/* ---- order and rewriting ---- */

START_TEST(order_depends_on_structure)
{
    Node *x = param("x", dims(1, 3, 0, 0));
    Node *right = n_exp(x), *left = n_sin(x); /* made in the wrong order */
    Node *y = n_add(left, right);
    int n;
    Node **order = graph_order(arena, g, 1, &y, &n);
    Node *want[] = {x, left, right, y};
    ck_assert_int_eq(n, 4);
    for (int i = 0; i < n; i++)
        ck_assert_ptr_eq(order[i], want[i]);
}
END_TEST

static Node *exp_to_sin(void *context, Node *n)
{
    (void)context;
    return n->op == OP_exp ? n_sin(n->arg[0]) : n;
}

START_TEST(rewriting_replaces_and_drops)
{
    Node *x = param("x", dims(1, 3, 0, 0));
    Node *dead = n_cos(x), *e = node_named(n_exp(n_neg(x)), "e");
    Node *y = n_mul(e, e);
    (void)dead;
    graph_out(g, "y", y);
    graph_rewrite(g, exp_to_sin, NULL);
    graph_check(g, "rewriting");
    ck_assert_int_eq(g->nodes.n, 4);
    Node *out = g->outs.at[0].node;
    ck_assert_int_eq(out->op, OP_mul);
    ck_assert_int_eq(out->arg[0]->op, OP_sin);
    ck_assert_ptr_eq(out->arg[0], out->arg[1]);
    ck_assert_str_eq(out->arg[0]->name, "e");
}
END_TEST

START_TEST(forward_values_keep_their_names)
{
    Node *z = node_named(n_sin(param("x", (Shape){0})), "z"), *e = n_exp(z), *dz;
    graph_grad(e, NULL, 1, &z, &dz); /* 1 * exp(z), which is e */
    graph_out(g, "dz", n_neg(dz));
    graph_out(g, "e", e);
    pass_fold(g);
    pass_cse(g);
    Node *stays = g->outs.at[1].node;
    ck_assert_ptr_eq(g->outs.at[0].node->arg[0], stays);
    ck_assert_ptr_null(stays->name);
    ck_assert_ptr_null(stays->grad_of);
}
END_TEST

START_TEST(extraction_chooses_the_mode)
{
    Node *x = param("x", dims(1, 3, 0, 0));
    Out y = {"y", n_neg(n_mode(n_exp(x), n_sin(x))), false};
    Graph *train = graph_extract(g, "t", 1, &y, TRAINING);
    Graph *infer = graph_extract(g, "i", 1, &y, INFERENCE);
    Graph *both = graph_extract(g, "b", 1, &y, BOTH_MODES);
    ck_assert_int_eq(train->outs.at[0].node->arg[0]->op, OP_exp);
    ck_assert_int_eq(infer->outs.at[0].node->arg[0]->op, OP_sin);
    ck_assert_int_eq(both->outs.at[0].node->arg[0]->op, OP_mode);
    ck_assert_int_eq(train->nodes.n, 3);
    graph_check(train, "extraction");
    graph_check(infer, "extraction");
}
END_TEST

START_TEST(equal_nodes_become_one)
{
    Node *x = param("x", dims(1, 3, 0, 0));
    double one[] = {1, 2, 3}, two[] = {1, 2, 3}, other[] = {1, 2, 4};
    Node *a = n_add(n_exp(x), n_const(g, F32, x->shape, one));
    Node *b = n_add(n_exp(x), n_const(g, F32, x->shape, two));
    Node *c = n_add(n_exp(x), n_const(g, F32, x->shape, other));
    graph_out(g, "y", n_mul(n_mul(a, b), c));
    pass_cse(g);
    graph_check(g, "cse");
    Node *ab = g->outs.at[0].node->arg[0];
    ck_assert_ptr_eq(ab->arg[0], ab->arg[1]);
    ck_assert_ptr_ne(g->outs.at[0].node->arg[1], ab->arg[0]);
    ck_assert_int_eq(g->nodes.n, 8);
}
END_TEST

/* sum over turns of tanh(c + x), the carry; out: c * w */
static Node *loop(void)
{
    Shape one = {0}, three = dims(1, 3, 0, 0);
    Graph *body = graph_new(arena, "body");
    Node *c = n_slot(body, 0, F32, one), *x = n_slot(body, 1, F32, one);
    Node *w = n_slot(body, 2, F32, one);
    graph_out(body, "c", n_tanh(n_add(c, x)));
    graph_out(body, "y", n_mul(c, w));
    Node *arg[] = {param("c", one), param("xs", three), param("w", one)};
    return n_scan(g, body, 1, 1, 3, arg);
}

START_TEST(dead_code_narrows_scans)
{
    Node *scan = loop();
    graph_out(g, "last", n_get(scan, 0));
    Graph *copy = graph_extract(g, "copy", 1, g->outs.at, INFERENCE);
    pass_dce(copy);
    graph_check(copy, "dce");
    Node *narrow = copy->outs.at[0].node->arg[0];
    ck_assert_int_eq(scan_results(narrow), 1);
    ck_assert_int_eq(narrow->n, 2); /* w is read by the dropped out only */
    ck_assert_int_eq((int)narrow->attr.at[1], 1);
    ck_assert_int_eq(scan_results(scan), 2); /* the original stays */
}
END_TEST

START_TEST(scans_have_results)
{
    Node *scan = loop();
    ck_assert_str_eq(type_text(n_get(scan, 0)), "f32[]");
    ck_assert_str_eq(type_text(n_get(scan, 1)), "f32[3]");
    ck_assert_int_eq((int)scan_offset(scan, 2), 4);
    graph_check(g, "scan");
}
END_TEST

START_TEST(equal_scans_become_one)
{
    Node *a = loop(), *b = loop();
    graph_out(g, "y", n_add(n_get(a, 0), n_get(b, 0)));
    Graph *copy = graph_extract(g, "copy", 1, g->outs.at, INFERENCE);
    pass_cse(copy);
    graph_check(copy, "cse");
    Node *y = copy->outs.at[0].node;
    ck_assert_ptr_eq(y->arg[0], y->arg[1]);
}
END_TEST

/* ---- formulas ---- */

START_TEST(products_read_as_products)
{
    Node *x = param("x", dims(2, 5, 3, 0)), *w = param("W1", dims(2, 3, 2, 0));
    Node *b = param("b1", dims(1, 2, 0, 0)), *dz = param("dz", dims(2, 5, 2, 0));
    Node *z = n_contract(x, w, "ik,kj->ij");
    Node *h = n_sigmoid(n_add(z, n_broadcast_to(b, z->shape)));
    ck_assert_str_eq(node_formula(h), "sigmoid(x W1 + b1)");
    ck_assert_str_eq(node_formula(n_contract(x, dz, "ik,ij->kj")), "x' dz");
    ck_assert_str_eq(node_formula(n_contract(dz, w, "ij,kj->ik")), "dz W1'");
    ck_assert_str_eq(node_formula(n_contract(dz, x, "ij,ik->kj")), "x' dz");
    ck_assert_str_eq(node_formula(n_contract(b, b, "i,j->ij")),
                     "einsum(\"i,j->ij\", b1, b1)");
    Node *d = n_contract(x, dz, "ik,ij->kj");
    Node *step = n_sub(w, n_mul(n_like(w, 0.5), d));
    ck_assert_str_eq(node_formula(step), "W1 - 0.5 * x' dz");
    Node *p = n_mul(n_sub(b, n_neg(b)), n_sub(b, n_sub(b, b)));
    ck_assert_str_eq(node_formula(p), "(b1 + b1) * (b1 - (b1 - b1))");
}
END_TEST

START_TEST(long_formulas_are_cut)
{
    Node *x = param("a_rather_long_name", dims(1, 3, 0, 0));
    for (int i = 0; i < 50; i++)
        x = n_add(x, x);
    const char *text = node_formula(x);
    ck_assert_int_lt((int)strlen(text), 80);
    ck_assert_ptr_nonnull(strstr(text, "..."));
}
END_TEST

/* A word of ours says what a node is where the user has none, in formulas too. */
START_TEST(words_are_names_then_labels)
{
    Node *x = param("x", dims(1, 3, 0, 0));
    Node *sum = n_add(x, x), *exp = n_exp(sum);
    ck_assert_str_eq(node_word(exp), "exp");
    ck_assert_str_eq(node_word(n_contract(x, x, "i,j->ij")), "product");
    node_labelled(sum, "twice");
    node_labelled(sum, "again");
    ck_assert_str_eq(node_word(sum), "twice");
    node_called_as(exp, sum);
    ck_assert_str_eq(node_word(exp), "twice");
    node_named(exp, "y");
    ck_assert_str_eq(node_word(exp), "y");
    ck_assert_str_eq(node_formula(exp), "exp(x + x)"); /* a label stops nothing */
    Node *copy = node_copy(g, sum, sum->arg);
    ck_assert_str_eq(node_word(copy), "twice");
    Node *w = param("multiheadattention1.qkv.weight", dims(1, 3, 0, 0)), *dw;
    dw = node_named(n_exp(w), "dmultiheadattention1.qkv.weight");
    dw->grad_of = w;
    ck_assert_str_eq(node_word(dw), "dqkv.weight");
}
END_TEST

START_TEST(parts_and_indices_read_as_such)
{
    Node *x = param("x", dims(2, 4, 6, 0));
    Node *part = n_slice_axis(x, 1, 2, 1, 3);
    ck_assert_str_eq(node_formula(part), "x[:, 2:5]");
    ck_assert_str_eq(node_formula(n_slice_axis(x, 0, 1, 2, 2)), "x[1:4:2, :]");
    ck_assert_str_eq(node_formula(n_exp(n_slice_axis(x, 1, 5, -1, 6))),
                     "exp(x[:, ::-1])");
    Node *at = n_iota(g, F32, dims(1, 6, 0, 0), 0);
    ck_assert_str_eq(node_formula(n_add(at, at)), "index + index");
    ck_assert_str_eq(node_formula(n_neg(n_broadcast_to(at, dims(2, 4, 6, 0)))),
                     "-column");
}
END_TEST

static const char *letter_of(const void *context, const Node *n)
{
    return n->op == OP_param ? context : NULL;
}

START_TEST(other_names_and_stops_hold_in_formulas)
{
    Node *x = param("x", dims(1, 3, 0, 0)), *e = n_exp(x), *y = n_mul(e, n_neg(e));
    bool stop[8] = {false};
    Naming naming = {letter_of, "p"};
    ck_assert_str_eq(named_formula(y, stop, naming), "exp(p) * -exp(p)");
    stop[e->id] = true;
    node_labelled(e, "e");
    ck_assert_str_eq(named_formula(y, stop, naming), "e * -e");
}
END_TEST

/* ---- names and sizes ---- */

START_TEST(long_names_lose_what_says_least)
{
    static const char *const names[][2] =
        {{"linear1.weight", "linear1.weight"},
         {"adamw.v.multiheadattention1.qkv.weight", "adamw.v.qkv.weight"},
         {"adam.m.linear1.weight", "m.linear1.weight"},
         {"a_name_without_any_dots", "a_name_without_any_dots"},
         {"adam.m.amount_per_customer_and_day", "m.amount_per_customer_and_day"},
         {"normalised_transaction_amount_per_customer",
          "transaction_amount_per_customer"},
         {"abcdefghijklmnopqrstuvwxyz0123456789", "efghijklmnopqrstuvwxyz0123456789"}};
    for (int i = 0; i < 7; i++)
        ck_assert_str_eq(text_short(arena, names[i][0]), names[i][1]);
    ck_assert_str_eq(text_identifier(arena, "2 x.y"), "v_2_x_y");
}
END_TEST

/* Names that are macros in emitted C, of its own and of the headers it includes. */
START_TEST(identifiers_are_no_macros)
{
    const char *macro[] = {"FLT_MAX",         "INT32_MAX",       "M_PI",
                           "UINT_LEAST8_MAX", "FP_NAN",          "HUGE",
                           "DECIMAL_DIG",     "NET_PARAM_BYTES", "NET_TENSORS"};
    for (size_t i = 0; i < sizeof macro / sizeof *macro; i++)
        ck_assert_str_eq(text_identifier(arena, macro[i]),
                         arena_format(arena, "%s_", macro[i]));
    const char *plain[] = {"W_H", "MAX", "W1_MAX", "TENSORS",
                           "M",   "M_",  "INT8",   "layer_M"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        ck_assert_str_eq(text_identifier(arena, plain[i]), plain[i]);
}
END_TEST

START_TEST(equal_names_are_one_pointer)
{
    ck_assert_ptr_eq(intern(arena, "abc"), intern_n(arena, "abcdef", 3));
    const char *first = intern(arena, "n0");
    for (int i = 0; i < 1000; i++)
        intern(arena, arena_format(arena, "n%d", i));
    ck_assert_ptr_eq(first, intern(arena, "n0"));
}
END_TEST

START_TEST(sizes_are_checked)
{
    size_mul((int64_t)1 << 40, (int64_t)1 << 40);
}
END_TEST

Suite *graph_suite(void)
{
    Suite *s = suite_create("graph");
    TCase *t = tcase_create("graph");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, named_dims_are_their_own);
    tcase_add_test(t, broadcast_follows_numpy);
    tcase_add_test(t, names_of_dims_survive_movement);
    tcase_add_test(t, letters_say_the_type_of_indexing);
    tcase_add_test(t, order_depends_on_structure);
    tcase_add_test(t, rewriting_replaces_and_drops);
    tcase_add_test(t, forward_values_keep_their_names);
    tcase_add_test(t, extraction_chooses_the_mode);
    tcase_add_test(t, equal_nodes_become_one);
    tcase_add_test(t, dead_code_narrows_scans);
    tcase_add_test(t, scans_have_results);
    tcase_add_test(t, equal_scans_become_one);
    tcase_add_test(t, products_read_as_products);
    tcase_add_test(t, long_formulas_are_cut);
    tcase_add_test(t, words_are_names_then_labels);
    tcase_add_test(t, parts_and_indices_read_as_such);
    tcase_add_test(t, other_names_and_stops_hold_in_formulas);
    tcase_add_test(t, long_names_lose_what_says_least);
    tcase_add_test(t, identifiers_are_no_macros);
    tcase_add_test(t, equal_names_are_one_pointer);
    tcase_add_exit_test(t, a_plain_number_is_no_named_dim, EXIT_SCRIPT);
    tcase_add_exit_test(t, a_named_dim_of_one_does_not_stretch, EXIT_SCRIPT);
    tcase_add_exit_test(t, concat_wants_its_other_axes_alike, EXIT_SCRIPT);
    tcase_add_exit_test(t, products_want_one_name_for_a_letter, EXIT_SCRIPT);
    tcase_add_exit_test(t, scalar_operators_want_one_shape, EXIT_SCRIPT);
    tcase_add_exit_test(t, scalar_operators_want_one_dtype, EXIT_SCRIPT);
    tcase_add_exit_test(t, exp_wants_floats, EXIT_SCRIPT);
    tcase_add_exit_test(t, reshape_keeps_the_number_of_elements, EXIT_SCRIPT);
    tcase_add_exit_test(t, slices_stay_inside, EXIT_SCRIPT);
    tcase_add_exit_test(t, contractions_want_equal_dims, EXIT_SCRIPT);
    tcase_add_exit_test(t, contractions_lose_no_letter, EXIT_SCRIPT);
    tcase_add_exit_test(t, no_dim_is_zero, EXIT_SCRIPT);
    tcase_add_exit_test(t, sums_of_bools_are_refused, EXIT_SCRIPT);
    tcase_add_exit_test(t, limits_end_the_compilation, EXIT_LIMIT);
    tcase_add_exit_test(t, sizes_are_checked, EXIT_LIMIT);
    suite_add_tcase(s, t);
    return s;
}

/*
 * test_grad.c - what graph_grad builds: the structure of gradients, not their
 * numbers (test_ops.c compares those with dual numbers). Scans: test_scan.c.
 */
#include "grad_case.h"

Suite *grad_suite(void);

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

/* The joined parts of a named axis have its name. */
START_TEST(parts_of_a_named_axis)
{
    Shape s = shape_of(1, (int64_t[]){8});
    s.sym[0] = intern(arena, "B");
    Node *x = n_param(g, "x", F64, s);
    Node *begin = n_slice_axis(x, 0, 0, 1, 4), *end = n_slice_axis(x, 0, 4, 1, 4);
    Node *dx = grad(n_add(n_sum(n_exp(begin), 1), n_sum(n_sin(end), 1)), x);
    ck_assert(same_shape(&dx->shape, &s));
    ck_assert_int_eq(dx->op, OP_reshape);
    ck_assert_int_eq(dx->arg[0]->op, OP_concat);
}
END_TEST

/* A loop of the script takes many parts, and each of them by itself whenever it needs
 * it: those of one place are added up first, here the halves of every row twice. */
START_TEST(very_many_parts)
{
    Node *x = param("x", 2, 40, 2), *y = NULL;
    for (int i = 0; i < 160; i++) {
        Node *row = n_slice_axis(x, 0, i / 2 % 40, 1, 1);
        Node *part = n_sum(n_exp(n_slice_axis(row, 1, i % 2, 1, 1)), 3);
        y = y ? n_add(y, part) : part;
    }
    Node *dx = grad(y, x);
    ck_assert_int_eq(dx->op, OP_concat);
    ck_assert_int_eq(dx->n, 40);
    for (int i = 0; i < 40; i++) {
        ck_assert_int_eq(dx->arg[i]->op, OP_concat);
        ck_assert_int_eq(dx->arg[i]->n, 2);
        ck_assert_int_eq(dx->arg[i]->arg[1]->op, OP_add);
    }
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
    Node *corner =
        n_slice(square, (int64_t[]){0, 0}, (int64_t[]){1, 1}, (int64_t[]){2, 2});
    ck_assert_int_eq(grad_of_parts(square, corner, rows)->op, OP_add);
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

/* The sum over the axes as sum_window makes it, whose elements are those of a sum. */
static Node *same_sum(Node *windows, unsigned axes, const Node *any)
{
    Node *sum = sum_window(windows, axes), *plain = n_sum(windows, axes);
    ck_assert(same_shape(&sum->shape, &plain->shape));
    for (int64_t i = 0; i < shape_size(&sum->shape); i++)
        ck_assert_double_eq_tol(value(sum, i, (Moved){any, -1, 0}, false),
                                value(plain, i, (Moved){any, -1, 0}, false),
                                TOL_DERIVATIVE);
    return sum;
}

START_TEST(sums_over_windows_are_sums)
{
    Node *a = param("a", 2, 4, 2);
    for (int row = 3; row <= 6; row += 3) { /* shorter and longer than the positions */
        Node *b = param(row == 3 ? "b" : "b6", 1, row, 0);
        Node *c = n_contract(a, b, "hk,c->hkc"); /* one operand has both axes */
        Node *windows = n_slide(c, 0, 1, 1, 1, 1, 5);
        ck_assert_int_eq(same_sum(windows, 3, a)->shape.rank, 1);
        ck_assert_int_eq(same_sum(windows, 2, a)->op, row == 3 ? OP_permute : OP_sum);
    }
    /* a single tap has no step to the next: the windows lie apart */
    Node *spread = n_unslide(param("t", 2, 4, 1), 0, 1, 3, 2, 1, 12);
    ck_assert_int_ne(same_sum(spread, 2, a)->op, OP_sum);
}
END_TEST

/* Views between the product and the window: the sum goes past them where they leave the
 * window's two axes as they are. */
START_TEST(sums_over_windows_go_past_views)
{
    const int64_t none[3] = {0}, h[3] = {1, 0, 0}, q[3] = {0, 1, 0}, k[3] = {0, 0, 1};
    const int64_t four[4] = {4, 3, 1, 2}, cut[4] = {2, 2, 3, 2}, two[2] = {12, 2};
    Node *a = n_param(g, "a", F64, shape_of(3, (int64_t[]){4, 3, 5}));
    Node *c = n_contract(a, param("b", 2, 2, 5), "hqc,kc->hqk");
    const struct {
        Node *view;
        int axis, k;
        Op op; /* of the sum; a permute of the sum of taps where it stays behind */
    } test[] = {
        {n_pad(c, none, q, none, 0), 0, 2, OP_pad},
        {n_pad(c, none, q, none, 1), 0, 2, OP_permute},
        {n_pad(c, h, none, none, 0), 0, 2, OP_permute},
        {n_pad(c, none, k, none, 0), 0, 2, OP_permute},
        {n_slice_axis(c, 1, 1, 1, 2), 0, 2, OP_slice},
        {n_slice_axis(c, 0, 1, 1, 3), 0, 2, OP_permute},
        {n_permute(c, (int[]){2, 0, 1}), 1, 0, OP_permute},
        {n_reshape(c, shape_of(4, four)), 0, 3, OP_reshape},
        {n_reshape(c, shape_of(4, cut)), 0, 3, OP_sum},
        {n_reshape(c, shape_of(2, two)), 0, 1, OP_sum},
    };
    for (size_t i = 0; i < sizeof test / sizeof *test; i++) {
        Node *windows = n_slide(test[i].view, test[i].axis, test[i].k, 1, 1, 1, 5);
        ck_assert_int_eq(same_sum(windows, 1u << test[i].k, a)->op, test[i].op);
    }
}
END_TEST

/* Windows far apart that overlap, by rows of phases; of any number of elements. */
START_TEST(sums_over_wide_strides_are_sums)
{
    static const char *const letters[] = {"hc,kc->hk", "kc,hc->hk", "kc,hc->kh",
                                          "hkc,c->hk", "hkc,kc->hk"};
    static const struct {
        int taps, stride;
    } test[] = {{7, 5}, {9, 3}, {7, 3}, {12, 6}};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        for (size_t j = 0; j < sizeof test / sizeof *test; j++) {
            const int taps = test[j].taps;
            int64_t dim[2][3] = {{0}};
            int rank[2] = {0}, side = 0;
            for (const char *at = letters[i]; *at != '-'; at++)
                if (*at == ',')
                    side = 1;
                else
                    dim[side][rank[side]++] = *at == 'h' ? 4 : *at == 'k' ? taps : 2;
            Node *a = n_param(g, "a", F64, shape_of(rank[0], dim[0]));
            Node *b = n_param(g, "b", F64, shape_of(rank[1], dim[1]));
            Node *c = n_contract(a, b, letters[i]);
            bool turned = strcmp(strchr(letters[i], '>'), ">kh") == 0;
            for (int count = 8; count <= 40; count += 16)
                same_sum(n_unslide(c, turned, !turned, test[j].stride, 1, 2, count),
                         turned ? 1 : 2, a);
        }
}
END_TEST

/* Where there are fewer rows than ids, gradients go past the rows that were chosen, but
 * not where these are asked for. The sums are the same but for rounding. */
START_TEST(gradients_go_past_few_rows)
{
    static const struct {
        const char *chosen, *product;
        int64_t table[2], w, result[3];
        bool weight_first, past, turned;
    } test[] = {
        {"vk,bt->btk", "btk,kz->btz", {3, 4}, 4, {2, 4, 5}, false, true, false},
        {"kv,bt->tkb", "kz,tkb->zbt", {4, 3}, 4, {5, 2, 4}, true, true, false},
        /* reshaped; turned; of many rows; b summed */
        {"vk,bt->btk", "ak,kz->za", {3, 4}, 4, {5, 8, 1}, false, true, false},
        {"vk,bt->btk", "tkb,kz->btz", {3, 4}, 4, {2, 4, 5}, false, true, true},
        {"vk,bt->btk", "btk,kz->tzb", {5, 4}, 4, {4, 5, 2}, false, false, false},
        {"vk,bt->btk", "btk,bz->ktz", {3, 4}, 2, {4, 4, 5}, false, false, false},
    };
    const double number[] = {0, 2, 1, 1, 0, 2, 2, 0};
    Node *ids = n_const(g, I32, shape_of(2, (int64_t[]){2, 4}), number);
    for (size_t i = 0; i < sizeof test / sizeof *test; i++) {
        Node *table = param(arena_format(arena, "t%d", (int)i), 2, test[i].table[0],
                            test[i].table[1]);
        Node *w = param(arena_format(arena, "w%d", (int)i), 2, test[i].w, 5);
        int rank = test[i].product[0] == 'a' ? 2 : 3;
        Node *s = n_param(g, arena_format(arena, "s%d", (int)i), F64,
                          shape_of(rank, test[i].result));
        Node *x = n_gather(table, ids, test[i].chosen);
        if (rank == 2)
            x = n_reshape(x, shape_of(2, (int64_t[]){8, 4}));
        if (test[i].turned)
            x = n_permute(x, (int[]){1, 2, 0});
        Node *y = test[i].weight_first ? n_contract(w, x, test[i].product)
                                       : n_contract(x, w, test[i].product);
        Node *loss = n_sum(n_mul(y, s), rank == 2 ? 3 : 7), *xs[] = {table, w, x},
             *past[2], *plain[3];
        graph_grad(loss, NULL, 2, xs, past);
        graph_grad(loss, NULL, 3, xs, plain);
        ck_assert_int_eq(!reaches(past[1], x), test[i].past);
        ck_assert(reaches(plain[1], x));
        for (int k = 0; k < 2; k++) {
            check_gradient(loss, xs[k], past[k]);
            check_gradient(loss, xs[k], plain[k]);
        }
        check_gradient(n_sum(n_sin(past[0]), 3), w, grad(n_sum(n_sin(past[0]), 3), w));
    }
}
END_TEST

/* Of a product of which one operand has the window's axis, the other its taps: the
 * product of a window. */
START_TEST(sums_over_windows_of_products_are_products)
{
    static const struct {
        const char *letters;
        bool product;
    } test[] = {{"h,k->hk", true},    {"k,h->hk", true},     {"kc,hc->hk", true},
                {"hc,kc->hk", true},  {"hc,khc->hk", false}, /* both have the axis */
                {"kc,hkc->hk", false}};                      /* both have the taps */
    for (size_t i = 0; i < sizeof test / sizeof *test; i++) {
        int64_t dim[2][3] = {{0}};
        const char *at = test[i].letters;
        int rank[2] = {0};
        for (int k = 0; *at != '-'; at++)
            if (*at == ',')
                k = 1;
            else
                dim[k][rank[k]++] = *at == 'h' ? 4 : *at == 'k' ? 2 : 3;
        Node *a = n_param(g, "a", F64, shape_of(rank[0], dim[0]));
        Node *b = n_param(g, "b", F64, shape_of(rank[1], dim[1]));
        Node *windows = n_slide(n_contract(a, b, test[i].letters), 0, 1, 1, 1, 1, 5);
        Node *sum = same_sum(windows, 2, a);
        ck_assert_int_eq(sum->op, test[i].product ? OP_contract : OP_sum);
    }
    /* A window has an axis more than its operand, which may have all already. */
    const int64_t dim[MAX_RANK] = {4, 1, 1, 1, 1, 1, 1, 3};
    Node *a = n_param(g, "a", F64, shape_of(MAX_RANK, dim)), *b = param("b", 2, 2, 3);
    Node *c = n_contract(a, b, "hpqrstuc,kc->hkpqrstu");
    ck_assert_int_eq(same_sum(n_slide(c, 0, 1, 1, 1, 1, 5), 2, a)->op, OP_sum);
}
END_TEST

START_TEST(no_room_for_an_axis)
{
    const int64_t dim[MAX_RANK] = {1, 1, 1, 1, 1, 1, 1, 2};
    n_expand(n_param(g, "x", F64, shape_of(MAX_RANK, dim)), 0, 3, NULL);
}
END_TEST

/* The gradient of a product wants an axis more, and so does the gradient of that. */
START_TEST(products_of_any_rank)
{
    const int64_t dim[MAX_RANK] = {1, 2, 1, 3, 1, 1, 1, 2};
    for (int rank = MAX_RANK - 1; rank <= MAX_RANK; rank++) {
        Node *x = n_param(g, "x", F64, shape_of(rank, dim + MAX_RANK - rank));
        Node *y = n_prod(x, rank - 5), *all = y;
        while (all->shape.rank > 0)
            all = n_sum(all, 1);
        Node *dx = grad(all, x), *square = n_mul(dx, dx);
        check_gradient(all, x, dx);
        while (square->shape.rank > 0)
            square = n_sum(square, 1);
        check_gradient(square, x, grad(square, x));
    }
}
END_TEST

/* In each gradient of a long product are the others, also where one is zero, and few of
 * them for an element: no node is larger than what is multiplied, filled up. */
START_TEST(products_of_many)
{
    enum { MANY = 300 };
    Node *x = param("x", 2, MANY, 2), *place = n_iota(g, I32, x->shape, 0);
    Node *near = n_add(n_like(x, 1), n_mul(n_like(x, 0.01), x));
    for (int zeros = 0; zeros <= 2; zeros++) {
        Node *z = near;
        for (int i = 0; i < zeros; i++)
            z = n_where(n_eq(place, n_like(place, 7 + i)), n_like(x, 0), z);
        int before = g->nodes.n;
        Node *dz = grad(n_sum(n_prod(z, 0), 1), z);
        for (int i = before; i < g->nodes.n; i++)
            ck_assert_int_le(shape_size(&g->nodes.at[i]->shape), 2 * (MANY + 2));
        for (int i = 0; i < MANY; i += i < 12 ? 1 : 41) {
            Node *self = n_eq(place, n_like(place, i));
            Node *others = n_prod(n_where(self, n_like(x, 1), z), 0);
            for (int k = 0; k < 2; k++)
                ck_assert_double_eq_tol(value(dz, 2 * i + k, (Moved){x, -1, 0}, false),
                                        value(others, k, (Moved){x, -1, 0}, false),
                                        TOL_DERIVATIVE);
        }
    }
    Node *y = param("y", 1, 35, 0), *part = n_mul(n_like(y, 0.01), y);
    Node *dy = grad(n_prod(n_add(n_like(y, 1), part), 0), y);
    dy = n_mul(n_like(y, 100), dy);
    Node *square = n_sum(n_mul(dy, dy), 1);
    check_gradient(square, y, grad(square, y));
}
END_TEST

Suite *grad_suite(void)
{
    Suite *s = suite_create("grad");
    TCase *t = tcase_create("grad");
    tcase_add_checked_fixture(t, setup, teardown);
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
    tcase_add_test(t, parts_of_a_named_axis);
    tcase_add_test(t, very_many_parts);
    tcase_add_test(t, long_chains_are_no_burden);
    tcase_add_test(t, casts_let_gradients_through);
    tcase_add_test(t, modes_have_their_own_gradients);
    tcase_add_test(t, gradients_go_past_few_rows);
    tcase_add_test(t, sums_over_windows_are_sums);
    tcase_add_test(t, sums_over_windows_of_products_are_products);
    tcase_add_test(t, sums_over_windows_go_past_views);
    tcase_add_test(t, sums_over_wide_strides_are_sums);
    tcase_add_test(t, products_of_any_rank);
    tcase_add_test(t, products_of_many);
    tcase_add_exit_test(t, no_room_for_an_axis, EXIT_SCRIPT);
    tcase_add_exit_test(t, vectors_want_a_seed, EXIT_SCRIPT);
    tcase_add_exit_test(t, whole_numbers_have_no_gradient, EXIT_SCRIPT);
    tcase_add_exit_test(t, seeds_have_the_dtype, EXIT_SCRIPT);
    tcase_add_exit_test(t, seeds_have_the_shape, EXIT_SCRIPT);
    tcase_add_test(t, what_does_not_matter_has_zeros);
    suite_add_tcase(s, t);
    return s;
}

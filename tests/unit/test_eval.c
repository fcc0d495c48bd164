/*
 * test_eval.c - the evaluator: its rings (rounding, wrapping, the axioms of the
 * field), the derivatives of dual numbers, leaves, views, and the canonical
 * order of sums.
 */
#include <math.h>
#include <string.h>

#include "../../runtime/mf_random.h"
#include "eval.h"
#include "tolerance.h"

#include <check.h> /* last: it defines a macro called fail */

/* Values for leaves: uniform in [lo, hi) by name; floats only. */
typedef struct Leaves {
    Arena *arena;
    const Ring *ring;
    double lo, hi;
} Leaves;

static const Scalar *leaf_value(void *context, const Node *leaf)
{
    Leaves *l = context;
    if (leaf->op != OP_input)
        return NULL;
    int64_t size = shape_size(&leaf->shape);
    Scalar *out = NEW_N(l->arena, Scalar, size);
    for (int64_t i = 0; i < size; i++) {
        double u = mf_uniform(7, mf_hash(leaf->attr.text), 0, (uint64_t)i);
        out[i] = l->ring->number(l->lo + (l->hi - l->lo) * u);
    }
    return out;
}

static Scalar *value_of(Arena *arena, const Ring *ring, Node *n)
{
    Leaves *leaves = NEW(arena, Leaves);
    *leaves = (Leaves){arena, ring, -2, 2};
    Env env = {.ring = ring,
               .leaf = leaf_value,
               .context = leaves,
               .seed = 5,
               .step = 3};
    n->graph->outs.n = 0;
    graph_out(n->graph, "out", n);
    return eval_graph(arena, n->graph, &env)[n->id];
}

static Shape shape(int rank, int64_t a, int64_t b, int64_t c)
{
    return shape_of(rank, (int64_t[]){a, b, c});
}

/* ---- rings ---- */

static Scalar residue(uint64_t i)
{
    return ring_gf.number((double)(mf_random(1, 2, 3, i) >> 11));
}

START_TEST(field_axioms)
{
    for (uint64_t i = 0; i < 1000; i++) {
        Scalar a = residue(3 * i), b = residue(3 * i + 1), c = residue(3 * i + 2);
        Scalar left = ring_gf.mul(a, ring_gf.add(b, c));
        Scalar right = ring_gf.add(ring_gf.mul(a, b), ring_gf.mul(a, c));
        ck_assert(ring_gf.equal(left, right));
        ck_assert(ring_gf.equal(ring_gf.fma(a, b, c),
                                ring_gf.add(ring_gf.mul(a, b), c)));
        Scalar quotient = ring_gf.op(OP_div, F64, (Scalar[]){a, b});
        ck_assert(ring_gf.equal(ring_gf.mul(quotient, b), a));
        Scalar difference = ring_gf.op(OP_sub, F64, (Scalar[]){a, b});
        ck_assert(ring_gf.equal(ring_gf.add(difference, b), a));
        ck_assert(ring_gf.less(a, b) != ring_gf.less(b, a));
        Scalar sign = ring_gf.op(OP_sign, F64, &a), abs = ring_gf.op(OP_abs, F64, &a);
        ck_assert(ring_gf.equal(ring_gf.mul(sign, abs), a));
    }
}
END_TEST

START_TEST(field_numbers)
{
    static const double v[] = {0, 1, -1, 0.5, -0.375, 1e6, 4294967296.0, 0x1p-70, 3.25};
    for (int i = 0; i < 9; i++)
        for (int j = 0; j < 9; j++) {
            Scalar a = ring_gf.number(v[i]), b = ring_gf.number(v[j]);
            ck_assert(ring_gf.equal(ring_gf.mul(a, b), ring_gf.number(v[i] * v[j])));
        }
    ck_assert_double_eq(ring_gf.value(ring_gf.number(-12345)), -12345);
    ck_assert(ring_gf.less(ring_gf.number(-3), ring_gf.number(2)));
    Scalar two = ring_gf.number(2), third = ring_gf.number(1.0 / 3);
    ck_assert(ring_gf.equal(ring_gf.op(OP_exp, F64, &two), ring_gf.number(exp(2))));
    ck_assert(!ring_gf.equal(ring_gf.mul(third, ring_gf.number(3)), ring_gf.number(1)));
}
END_TEST

/* Different functions, and different operands, give different values. */
START_TEST(field_functions)
{
    for (int op = 0; op < OPS; op++) {
        const OpInfo *info = op_info((Op)op);
        if (info->kind != K_FLOAT)
            continue;
        Scalar x[2] = {residue(11), residue(12)}, y[2] = {residue(12), residue(13)};
        Scalar a = ring_gf.op((Op)op, F64, x), b = ring_gf.op((Op)op, F64, y);
        ck_assert_msg(!ring_gf.equal(a, b), "%s", info->name);
        ck_assert(ring_gf.equal(a, ring_gf.op((Op)op, F64, x)));
        for (int other = 0; other < op; other++)
            if (op_info((Op)other)->kind == K_FLOAT)
                ck_assert(!ring_gf.equal(a, ring_gf.op((Op)other, F64, x)));
    }
}
END_TEST

START_TEST(integers_wrap)
{
    const Ring *rings[] = {&ring_f64, &ring_f32, &ring_dual, &ring_gf};
    for (int i = 0; i < 4; i++) {
        const Ring *r = rings[i];
        Scalar big = r->number(0), x = r->number(65537), y = r->number(99991);
        big = r->op(OP_mul, I32, (Scalar[]){x, y});
        ck_assert_double_eq(r->value(big), (int32_t)(UINT64_C(65537) * 99991));
        Scalar top = r->integer->number(INT32_MAX), one = r->number(1);
        Scalar wrapped = r->op(OP_add, I32, (Scalar[]){top, one});
        ck_assert_double_eq(r->value(wrapped), INT32_MIN);
        ck_assert_double_eq(r->value(r->op(OP_neg, I32, &wrapped)), INT32_MIN);
    }
}
END_TEST

START_TEST(casts)
{
    const Ring *rings[] = {&ring_f64, &ring_f32, &ring_dual, &ring_gf};
    for (int i = 0; i < 4; i++) {
        const Ring *r = rings[i];
        ck_assert_double_eq(r->value(r->cast(r->number(-2.75), F64, I32)), -2);
        ck_assert_double_eq(r->value(r->cast(r->number(2.75), F64, I32)), 2);
        ck_assert_double_eq(r->value(r->cast(r->number(-0.5), F64, BOOL)), 1);
        ck_assert_double_eq(r->value(r->cast(r->number(0), F64, BOOL)), 0);
        ck_assert_double_eq(r->value(r->cast(r->number(7), I32, F32)), 7);
    }
    ck_assert_int_eq(truncate_i32(NAN), 0);
    ck_assert_int_eq(truncate_i32(1e300), INT32_MAX);
    ck_assert_int_eq(truncate_i32(-1e300), INT32_MIN);
    ck_assert_double_eq(ring_f32.value(ring_f32.cast(ring_f64.number(0.1), F64, F32)),
                        (double)0.1f);
    ck_assert_double_eq(ring_f32.value(ring_f32.cast(ring_f64.number(16777217), F64,
                                                     I32)),
                        16777217);
}
END_TEST

START_TEST(floats_round)
{
    Scalar a = ring_f32.number(1), b = ring_f32.number(0x1p-25),
           c = ring_f32.number(0.1);
    ck_assert_double_eq(ring_f32.value(ring_f32.add(a, b)), 1);
    ck_assert_double_eq(ring_f32.value(c), (double)0.1f);
    ck_assert_double_eq(ring_f32.value(ring_f32.mul(c, c)), (double)(0.1f * 0.1f));
    Scalar minus = ring_f32.number(-ring_f32.value(ring_f32.mul(c, c)));
    ck_assert_double_eq(ring_f32.value(ring_f32.fma(c, c, minus)),
                        (double)fmaf(0.1f, 0.1f, -(0.1f * 0.1f)));
}
END_TEST

/* The formulas of eval_dual.c against difference quotients of the values. */
START_TEST(dual_formulas)
{
    for (int op = 0; op < OPS; op++) {
        const OpInfo *info = op_info((Op)op);
        if (info->kind == K_TENSOR || info->kind == K_LOGIC)
            continue;
        for (int i = 0; i < 200; i++) {
            double v[3] = {0}, d[3] = {0};
            for (int k = 0; k < info->arity; k++) {
                v[k] =
                    0.3 + 1.6 * mf_uniform((uint64_t)op, 1, (uint64_t)k, (uint64_t)i);
                d[k] = 2 * mf_uniform((uint64_t)op, 2, (uint64_t)k, (uint64_t)i) - 1;
            }
            if (info->kind == K_SELECT) {
                v[0] = i % 2;
                d[0] = 0;
            }
            double h = 1e-4, numeric = 0;
            static const double weight[2] = {8.0 / 12, -1.0 / 12};
            for (int s = 1; s <= 2; s++) {
                double t = s * h;
                numeric +=
                    weight[s - 1] * (eval_real((Op)op, v[0] + t * d[0], v[1] + t * d[1],
                                               v[2] + t * d[2]) -
                                     eval_real((Op)op, v[0] - t * d[0], v[1] - t * d[1],
                                               v[2] - t * d[2]));
            }
            numeric /= h;
            bool jump = fabs(numeric) > 100; /* a step within h */
            for (int k = 1; k < info->arity; k++)
                jump = jump || fabs(v[k] - v[0]) < 3 * h; /* a kink within h */
            Scalar arg[3];
            for (int k = 0; k < 3; k++)
                arg[k] = (Scalar){.dual = {v[k], d[k]}};
            Scalar y = ring_dual.op((Op)op, F64, arg);
            ck_assert_msg(jump || fabs(y.dual.d - numeric) < TOL_DIFFERENCE,
                          "%s at %g %g: %g, numerically %g", info->name, v[0], v[1],
                          y.dual.d, numeric);
        }
    }
}
END_TEST

/* What rounds a product takes the same side in both, or gradients would differ. */
START_TEST(dual_products)
{
    Scalar real[2] = {ring_f64.number(0.1), ring_f64.number(0.3)};
    Scalar twin[2] = {ring_dual.number(0.1), ring_dual.number(0.3)};
    double sum = ring_f64.dot(2, real, 1, real, 1, ring_f64.number(-0.1)).d;
    ck_assert_double_eq(sum, fma(0.3, 0.3, fma(0.1, 0.1, -0.1)));
    ck_assert_double_eq(ring_dual.dot(2, twin, 1, twin, 1, ring_dual.number(-0.1))
                            .dual.v,
                        sum);
}
END_TEST

START_TEST(dual_kinks)
{
    Scalar zero = {.dual = {0, 1}}, one = {.dual = {1, 1}}, other = {.dual = {1, 0}};
    ck_assert_double_eq(ring_dual.op(OP_relu, F64, &zero).dual.d, 0);
    ck_assert_double_eq(ring_dual.op(OP_abs, F64, &zero).dual.d, 0);
    ck_assert_double_eq(ring_dual.op(OP_sign, F64, &one).dual.d, 0);
    ck_assert_double_eq(ring_dual.op(OP_maximum, F64, (Scalar[]){one, other}).dual.d,
                        0.5);
    ck_assert_double_eq(ring_dual.op(OP_minimum, F64, (Scalar[]){one, other}).dual.d,
                        0.5);
    ck_assert_double_eq(ring_dual.op(OP_stop, F64, &one).dual.d, 0);
    ck_assert_double_eq(ring_dual.cast(one, F64, F32).dual.d, 1);
    ck_assert_double_eq(ring_dual.cast(one, F64, I32).dual.d, 0);
}
END_TEST

/* ---- graphs ---- */

START_TEST(leaf_values)
{
    Arena *a = arena_new();
    Graph *g = graph_new(a, "g");
    Scalar *full = value_of(a, &ring_f64, n_full(g, F64, shape(2, 2, 3, 0), 1.5));
    Scalar *iota = value_of(a, &ring_f64, n_iota(g, I32, shape(3, 2, 3, 5), 1));
    Scalar *step = value_of(a, &ring_f64, n_step(g, F64));
    ck_assert_double_eq(step[0].d, 3);
    for (int i = 0; i < 30; i++) {
        ck_assert_double_eq(full[i % 6].d, 1.5);
        ck_assert_double_eq(iota[i].d, i / 5 % 3);
    }
    Node *n = n_random(g, F32, shape(2, 3, 5, 0), "drop");
    Scalar *d = value_of(a, &ring_f64, n), *f = value_of(a, &ring_f32, n);
    for (uint64_t i = 0; i < 15; i++) {
        ck_assert_double_eq(d[i].d, mf_uniform(5, mf_hash("drop"), 3, i));
        ck_assert_double_eq(f[i].d, (double)mf_uniformf(5, mf_hash("drop"), 3, i));
    }
    arena_free(a);
}
END_TEST

START_TEST(only_what_is_needed)
{
    Arena *a = arena_new();
    Graph *g = graph_new(a, "g");
    Node *x = n_input(g, "x", F64, shape(1, 3, 0, 0));
    Node *dead = n_exp(x), *y = n_neg(x);
    value_of(a, &ring_f64, y);
    Leaves leaves = {a, &ring_f64, 0, 1};
    Env env = {.ring = &ring_f64, .leaf = leaf_value, .context = &leaves};
    Scalar **v = eval_graph(a, g, &env);
    ck_assert_ptr_null(v[dead->id]);
    for (int i = 0; i < 3; i++)
        ck_assert_double_eq(v[y->id][i].d, -v[x->id][i].d);
    arena_free(a);
}
END_TEST

START_TEST(f64_in_an_f32_program)
{
    Arena *a = arena_new();
    Graph *g = graph_new(a, "g");
    Node *x = n_full(g, F32, (Shape){0}, (double)0.1f);
    Node *wide = n_cast(x, F64), *y = n_mul(wide, wide), *z = n_cast(y, F32);
    graph_out(g, "y", y);
    graph_out(g, "z", z);
    Env env = {.ring = &ring_f32};
    Scalar **v = eval_outs(a, g, &env);
    ck_assert_double_eq(v[0]->d, (double)0.1f * (double)0.1f);
    ck_assert_double_eq(v[1]->d, (double)(float)((double)0.1f * (double)0.1f));
    arena_free(a);
}
END_TEST

/* 16 lanes and a tree where the last axis is summed, else one after another. */
START_TEST(order_of_sums)
{
    Arena *a = arena_new();
    Graph *g = graph_new(a, "g");
    Node *x = n_input(g, "x", F32, shape(2, 3, 37, 0));
    Scalar *v = value_of(a, &ring_f32, x);
    Scalar *all = value_of(a, &ring_f32, n_sum(x, 3));
    Scalar *first = value_of(a, &ring_f32, n_sum(x, 1));
    float lane[16] = {0};
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 37; j++)
            lane[j % 16] += (float)v[i * 37 + j].d;
    for (int half = 8; half > 0; half /= 2)
        for (int i = 0; i < half; i++)
            lane[i] += lane[i + half];
    ck_assert_double_eq(all[0].d, (double)lane[0]);
    for (int j = 0; j < 37; j++) {
        float sum = 0;
        for (int i = 0; i < 3; i++)
            sum += (float)v[i * 37 + j].d;
        ck_assert_double_eq(first[j].d, (double)sum);
    }
    arena_free(a);
}
END_TEST

/* Of the elements along an axis the first of the largest; a NaN is larger than all. */
START_TEST(order_of_maxima)
{
    static const double v[] = {1, 3, 3, 2, NAN, 3, NAN, 9};
    static const int first[] = {1, 0};
    Arena *arena = arena_new();
    Graph *g = graph_new(arena, "g");
    Node *x = n_const(g, F64, shape(2, 2, 4, 0), v);
    const Scalar *top = value_of(arena, &ring_f64, n_max(x, 2));
    const Scalar *at = value_of(arena, &ring_f64, n_argmax(x, 2));
    ck_assert(top[0].d == 3 && isnan(top[1].d));
    for (int i = 0; i < 2; i++)
        ck_assert_double_eq(at[i].d, first[i]);
    arena_free(arena);
}
END_TEST

START_TEST(order_of_products)
{
    Arena *a = arena_new();
    Graph *g = graph_new(a, "g");
    Node *x = n_input(g, "x", F32, shape(2, 3, 17, 0));
    Node *w = n_input(g, "w", F32, shape(2, 17, 5, 0));
    Node *y = n_contract(x, w, "ik,kj->ij");
    Scalar *vx = value_of(a, &ring_f32, x), *vw = value_of(a, &ring_f32, w);
    Scalar *vy = value_of(a, &ring_f32, y);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 5; j++) {
            float sum = 0;
            for (int k = 0; k < 17; k++)
                sum = fmaf((float)vx[i * 17 + k].d, (float)vw[k * 5 + j].d, sum);
            ck_assert_double_eq(vy[i * 5 + j].d, (double)sum);
        }
    arena_free(a);
}
END_TEST

Suite *eval_suite(void);
Suite *eval_suite(void)
{
    Suite *suite = suite_create("eval");
    TCase *rings = tcase_create("rings"), *graphs = tcase_create("graphs");
    tcase_add_test(rings, field_axioms);
    tcase_add_test(rings, field_numbers);
    tcase_add_test(rings, field_functions);
    tcase_add_test(rings, integers_wrap);
    tcase_add_test(rings, casts);
    tcase_add_test(rings, floats_round);
    tcase_add_test(rings, dual_formulas);
    tcase_add_test(rings, dual_products);
    tcase_add_test(rings, dual_kinks);
    tcase_add_test(graphs, leaf_values);
    tcase_add_test(graphs, only_what_is_needed);
    tcase_add_test(graphs, f64_in_an_f32_program);
    tcase_add_test(graphs, order_of_sums);
    tcase_add_test(graphs, order_of_maxima);
    tcase_add_test(graphs, order_of_products);
    suite_add_tcase(suite, rings);
    suite_add_tcase(suite, graphs);
    return suite;
}

/*
 * test_hoist.c - what is made before a loop and what in its turns (scan_hoist.c), and
 * that it is worth the same: a scan beside the same scan as it was written, with the
 * gradients of both.
 */
#include <string.h>

#include "../../runtime/mf_random.h"
#include "eval.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *hoist_suite(void);

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

/* ---- a scan being written ---- */

enum { MOST = 6, T = 5, B = 2, F = 3 };

static Graph *body;
static Node *operand[MOST];
static int operands, carries, sequences;

static Shape shape(int rank, int64_t a, int64_t b, int64_t c)
{
    return shape_of(rank, (int64_t[]){a, b, c});
}

static Node *weights(const char *name, int64_t rows, int64_t columns)
{
    return n_param(g, name, F64, shape(2, rows, columns, 0));
}

static Node *row(const char *name, int64_t n)
{
    return n_param(g, name, F64, shape(1, n, 0, 0));
}

static Node *slot_of(Node *a, bool sequence)
{
    Shape s = sequence ? shape_drop(a->shape, 0) : a->shape;
    operand[operands] = a;
    return node_called_as(n_slot(body, operands++, a->dtype, s), a);
}

/* In this order: carries, sequences, whatever else a turn reads. */
static Node *carry(Node *init)
{
    carries++;
    return slot_of(init, false);
}

static Node *sequence(Node *xs)
{
    sequences++;
    return slot_of(xs, true);
}

static Node *outer(Node *a)
{
    return slot_of(a, false);
}

static void begin(void)
{
    body = graph_new(arena, "turn");
    operands = carries = sequences = 0;
}

/* h [B,F] and a slice of xs [T,B,F] */
static Node *h, *x;

static void begin_cell(void)
{
    begin();
    h = carry(weights("h", B, F));
    x = sequence(n_param(g, "xs", F64, shape(3, T, B, F)));
}

/* ---- values ---- */

static const Scalar *leaf_value(void *context, const Node *leaf)
{
    const Ring *ring = context;
    if (leaf->op != OP_param)
        return NULL;
    int64_t n = shape_size(&leaf->shape);
    Scalar *v = NEW_N(arena, Scalar, n);
    for (int64_t i = 0; i < n; i++)
        v[i] = ring->number(mf_uniform(1, mf_hash(leaf->attr.text), 0, (uint64_t)i));
    return v;
}

static void check_same(Node *a, Node *b, const Ring *ring)
{
    const Out outs[] = {{"a", a, false}, {"b", b, false}};
    for (Mode mode = INFERENCE; mode <= TRAINING; mode++) {
        Graph *copy = graph_extract(g, "both", 2, outs, mode);
        Env env = {.ring = ring, .leaf = leaf_value, .context = (void *)ring};
        Scalar **value = eval_graph(arena, copy, &env);
        const Scalar *v = value[copy->outs.at[0].node->id];
        const Scalar *u = value[copy->outs.at[1].node->id];
        for (int64_t i = 0; i < shape_size(&a->shape); i++)
            ck_assert_msg(memcmp(&v[i], &u[i], sizeof *v) == 0, "element %d over %s",
                          (int)i, ring->name);
    }
}

/* The sum of the squares of all results. */
static Node *squares(Node *scan, int n)
{
    Node *sum = NULL;
    for (int k = 0; k < n; k++) {
        Node *y = n_cast(n_get(scan, k), F64);
        y = n_sum(n_mul(y, y), (1u << y->shape.rank) - 1);
        sum = sum ? n_add(sum, y) : y;
    }
    return sum;
}

/* The gradients of operands over the field, where the order of a sum is no matter. */
static void check_gradients(Node *scan, Node *plain, int outs)
{
    for (int k = 0; k < operands; k++)
        if (operand[k]->op == OP_param) {
            Node *d[2];
            graph_grad(squares(scan, outs), NULL, 1, &operand[k], &d[0]);
            graph_grad(squares(plain, outs), NULL, 1, &operand[k], &d[1]);
            graph_check(g, "gradients");
            check_same(d[0], d[1], &ring_gf);
        }
}

/* The scan whose turn gives `next` and `out` (NULL: none). */
static Node *scan_of(Node *next, Node *out)
{
    if (next)
        graph_out(body, "h", next);
    if (out)
        graph_out(body, "out", out);
    int outs = body->outs.n;
    Node *scan = n_scan(g, body, carries, sequences, operands, operand);
    Node *plain = scan;
    if (scan->attr.body != body) /* something was hoisted */
        plain = n_scan_plain(g, body, carries, sequences, operands, operand);
    graph_check(g, "scan_hoist");
    for (int k = 0; k < outs; k++) {
        check_same(n_get(scan, k), n_get(plain, k), &ring_f64);
        check_same(n_get(scan, k), n_get(plain, k), &ring_gf);
    }
    check_gradients(scan, plain, outs);
    return scan;
}

/* How many of them the turns do. */
static int in_turn(const Node *scan, Op op)
{
    Graph *turn = scan->attr.body;
    Node *root[MOST];
    int n, found = 0;
    for (int k = 0; k < turn->outs.n; k++)
        root[k] = turn->outs.at[k].node;
    Node **order = graph_order(arena, turn, turn->outs.n, root, &n);
    for (int i = 0; i < n; i++)
        found += order[i]->op == op;
    return found;
}

/* ---- products ---- */

START_TEST(products_of_sequences_are_made_before)
{
    begin_cell();
    Node *w = outer(weights("W", F, F)), *u = outer(weights("U", F, F));
    Node *next =
        n_tanh(n_add(n_contract(x, w, "bi,ij->bj"), n_contract(h, u, "bi,ij->bj")));
    Node *scan = scan_of(next, NULL);
    ck_assert_int_eq(in_turn(scan, OP_contract), 1);
    ck_assert_int_eq(scan->n, 3); /* xs and W are no operands any more */
    const Node *made = scan->arg[1];
    ck_assert_int_eq(made->op, OP_contract);
    ck_assert_str_eq(made->attr.text, "tbi,ij->tbj");
    ck_assert_ptr_eq(made->arg[0], operand[1]);
    ck_assert_ptr_eq(made->arg[1], operand[2]);
}
END_TEST

/* Weights first; a letter t in use; vectors; a batch of weights. */
START_TEST(products_of_any_letters)
{
    static const struct Row {
        const char *letters, *lifted;
        int rank; /* of the weights */
        int64_t dim[3];
        bool first; /* the weights are */
    } rows[] = {
        {"ji,bi->bj", "ji,tbi->tbj", 2, {4, F, 0}, true},
        {"ta,ab->tb", "cta,ab->ctb", 2, {F, 4, 0}, false},
        {"ba,bac->bc", "tba,bac->tbc", 3, {B, F, 4}, false},
        {"bi,i->b", "tbi,i->tb", 1, {F, 0, 0}, false},
        {"bi,bi->", "tbi,bi->t", 2, {B, F, 0}, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct Row *r = &rows[i];
        begin_cell();
        Node *w = outer(n_param(g, "W", F64, shape_of(r->rank, r->dim)));
        Node *p = n_contract(r->first ? w : x, r->first ? x : w, r->letters);
        Node *sum = n_sum(p, (1u << p->shape.rank) - 1);
        Node *scan = scan_of(n_mul(h, n_broadcast_to(sum, h->shape)), p);
        ck_assert_int_eq(in_turn(scan, OP_contract), 0);
        const Node *made = n_get(scan, 1)->arg[0];
        ck_assert_str_eq(made->attr.text, r->lifted);
    }
}
END_TEST

/* relu(x W1 + b) W2: layer by layer, and what is made of it alone. */
START_TEST(encoders_move_layer_by_layer)
{
    begin_cell();
    Node *w1 = outer(weights("W1", F, 4)), *b = outer(row("b", 4));
    Node *w2 = outer(weights("W2", 4, F));
    Node *a = n_contract(x, w1, "bi,ij->bj");
    a = n_relu(n_add(a, n_broadcast_to(b, a->shape)));
    Node *e = n_tanh(n_contract(a, w2, "bi,ij->bj"));
    Node *scan = scan_of(n_mul(h, e), NULL);
    ck_assert_int_eq(in_turn(scan, OP_contract) + in_turn(scan, OP_relu), 0);
    ck_assert_int_eq(in_turn(scan, OP_tanh), 0);
    ck_assert_int_eq(scan->n, 2);
    ck_assert_int_eq(scan->arg[1]->op, OP_tanh);
}
END_TEST

/* A turn also reads the largest ones: as a sequence, not made again. */
START_TEST(what_goes_into_a_product_is_read)
{
    begin_cell();
    Node *w = outer(weights("W", F, F));
    Node *top = n_max(x, 2);
    Node *wide = n_expand(top, 1, F, NULL);
    Node *e = n_contract(n_sin(wide), w, "bi,ij->bj");
    Node *scan = scan_of(n_mul(n_add(h, wide), e), NULL);
    ck_assert_int_eq(in_turn(scan, OP_contract) + in_turn(scan, OP_max), 0);
    ck_assert_int_eq((int)scan->attr.at[1], 2); /* e and top */
}
END_TEST

/* Both factors change, or wait for a carry; nothing is summed. */
START_TEST(other_products_stay)
{
    begin_cell();
    Node *w = outer(weights("W", F, F));
    Node *pairs = n_contract(x, x, "bi,bi->b");
    ck_assert_int_eq(in_turn(scan_of(n_mul(h, n_expand(pairs, 1, F, NULL)), NULL),
                             OP_contract),
                     1);
    begin_cell();
    w = outer(weights("W", F, F));
    Node *mixed = n_contract(n_mul(x, h), w, "bi,ij->bj");
    ck_assert_int_eq(in_turn(scan_of(mixed, NULL), OP_contract), 1);
    begin_cell();
    Node *v = outer(row("v", F));
    Node *scaled = n_contract(x, v, "bi,i->bi");
    ck_assert_int_eq(in_turn(scan_of(n_mul(h, scaled), NULL), OP_contract), 1);
}
END_TEST

/* Over so many rows the weights are read often enough in a turn. */
START_TEST(products_of_many_rows_stay)
{
    static const struct Row {
        int64_t rows, inner, columns;
        int products; /* in the turn */
    } rows[] = {
        {31, 2, 3, 0},       {32, 2, 3, 1},        {32, 2, 1 << 16, 1},
        {32, 3, 1 << 16, 0}, {255, 2, 1 << 17, 0}, {256, 2, 1 << 17, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct Row *r = &rows[i];
        begin();
        Node *xs = n_param(g, "xs", F64, shape(3, T, r->rows, r->inner));
        Node *count = carry(n_param(g, "count", F64, (Shape){0}));
        Node *slice = sequence(xs), *w = outer(weights("W", r->inner, r->columns));
        Node *top = n_max(n_contract(slice, w, "bi,ij->bj"), 3);
        graph_out(body, "count", n_mul(count, top));
        Node *scan = n_scan(g, body, 1, 1, operands, operand);
        ck_assert_int_eq(in_turn(scan, OP_contract), r->products);
    }
}
END_TEST

/* ---- what is lifted ---- */

typedef Node *Between(Node *x);

static Node *turned(Node *a)
{
    return n_transpose(n_transpose(a, 0, 1), 0, 1);
}

static Node *reshaped(Node *a)
{
    Node *flat = n_reshape(a, shape(1, B * F, 0, 0));
    Node *one = n_reshape(n_slice_axis(flat, 0, 2, 1, 1), (Shape){0});
    return n_add(n_reshape(flat, a->shape), n_broadcast_to(one, a->shape));
}

static Node *copied(Node *a)
{
    return n_sum(n_expand(n_sin(a), 1, 4, NULL), 2);
}

static Node *cut(Node *a)
{
    Node *part = n_slice(a, (int64_t[]){1, 2}, (int64_t[]){-1, -2}, (int64_t[]){2, 2});
    return n_pad(part, (int64_t[]){0, 1}, (int64_t[]){0, 0}, NULL, 0.5);
}

static Node *spread(Node *a)
{
    Node *wide = n_pad(a, (int64_t[]){1, 0}, (int64_t[]){0, 1}, (int64_t[]){1, 2}, 2);
    return n_slice(wide, (int64_t[]){0, 0}, (int64_t[]){1, 1}, (int64_t[]){B, F});
}

static Node *windows(Node *a)
{
    Node *wide = n_slide(n_expand(a, 2, 2, NULL), 1, 2, 1, 1, 1, F);
    return n_sum(n_unslide(n_sin(wide), 1, 2, 1, 1, 1, F), 4);
}

static Node *joined(Node *a)
{
    Node *both = n_concat(body, 2, (Node *[]){a, n_like(a, 2)}, 1);
    return n_slice_axis(both, 1, 1, 2, F);
}

static Node *reduced(Node *a)
{
    Node *top = n_expand(n_max(a, 2), 1, F, NULL);
    Node *at = n_cast(n_expand(n_argmax(a, 1), 0, B, NULL), F64);
    Node *all = n_broadcast_to(n_sum(a, 3), a->shape);
    return n_add(n_mul(top, at), n_add(all, n_expand(n_prod(a, 0), 0, B, NULL)));
}

static Node *running(Node *a)
{
    return n_cumsum(n_cumsum(a, 1, 0), 0, 1);
}

static Node *chosen(Node *a)
{
    Node *ids = n_iota(body, I32, shape(2, B, F, 0), 0);
    Node *rows = n_gather(a, n_cast(n_ge(a, n_like(a, 0.5)), I32), "vi,bi->bi");
    Node *other = n_gather(a, ids, "vi,bi->bi"); /* the same rows in all turns */
    return n_add(rows, n_mul(other, n_where(n_lt(a, rows), rows, other)));
}

static Node *scattered(Node *a)
{
    Node *ids =
        n_cast(n_ge(n_sum(a, 2), n_full(body, F64, shape(1, B, 0, 0), 1.5)), I32);
    Node *fixed = n_iota(body, I32, shape(1, B, 0, 0), 0);
    Node *ones = n_like(a, 3);
    return n_add(n_scatter(a, ids, "bi,b->vi", B, NULL),
                 n_add(n_scatter(a, fixed, "bi,b->vi", B, NULL),
                       n_scatter(ones, ids, "bi,b->vi", B, NULL)));
}

static Node *moded(Node *a)
{
    return n_mode(n_stop(n_mul(a, a)), n_neg(a));
}

static Node *squared(Node *a)
{
    return n_contract(n_contract(a, a, "bi,ci->bc"), a, "bc,ci->bi");
}

START_TEST(all_operators_are_lifted)
{
    static Between *const between[] = {
        turned,  reshaped, copied, cut,     spread,    windows, joined,
        reduced, running,  chosen, squared, scattered, moded,
    };
    for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
        begin_cell();
        Node *w = outer(weights("W", F, F));
        Node *y = between[i](n_contract(x, w, "bi,ij->bj"));
        y = n_contract(y, w, "bi,ij->bj");
        Node *scan = scan_of(n_mul(h, y), y);
        ck_assert_msg(in_turn(scan, OP_contract) == 0, "operator %d", (int)i);
        ck_assert_int_eq(scan->n, 2);
        ck_assert_int_eq(scan->arg[1]->op, OP_contract);
    }
}
END_TEST

/* No room for one more axis, here or on the way. */
START_TEST(eight_axes_stay)
{
    const int64_t dim[MAX_RANK] = {1, 1, 1, 1, 1, 1, 1, F};
    int from[MAX_RANK] = {-1, -1, -1, -1, -1, -1, -1, 0};
    begin();
    Node *state = carry(row("h", F));
    Node *slice = sequence(n_param(g, "xs", F64, shape(2, T, F, 0)));
    Node *w = outer(n_param(g, "W", F64, shape_of(MAX_RANK, dim)));
    Node *wide = n_broadcast(slice, w->shape, from);
    Node *product = n_contract(wide, w, "abcdefgh,abcdefgh->h");
    Node *sum = n_contract(wide, w, "abcdefgh,abcdefgh->");
    Node *next = n_mul(state, n_add(product, n_broadcast_to(sum, state->shape)));
    ck_assert_int_eq(in_turn(scan_of(next, NULL), OP_contract), 2);
}
END_TEST

/* Nor for what a product of fewer axes gives, or for what is scattered. */
START_TEST(eight_axes_of_a_result_stay)
{
    const int64_t dim[MAX_RANK] = {F, 1, 1, 1, 1, 1, 1, 1};
    begin();
    Node *state = carry(row("h", F));
    Node *slice = sequence(n_param(g, "xs", F64, shape_of(4, (int64_t[]){T, 1, 1, F})));
    Node *w = outer(n_param(g, "W", F64, shape_of(7, dim)));
    Node *v = outer(row("v", F));
    Node *wide = n_contract(slice, w, "jab,bcdefgh->jacdefgh");
    Node *at = n_contract(slice, v, "jab,b->ja");
    Node *ids = n_cast(n_reshape(n_ne(at, at), shape(1, 1, 0, 0)), I32);
    Node *ones =
        n_full(body, F64, shape_of(MAX_RANK, (int64_t[]){1, 1, 1, 1, 1, 1, 1, 1}), 2);
    Node *there = n_scatter(ones, ids, "abcdefgh,a->ibcdefgh", 1, NULL);
    Node *sum = n_mul(n_sum(wide, 255), n_sum(there, 255));
    Node *scan = scan_of(n_mul(state, n_broadcast_to(sum, state->shape)), NULL);
    ck_assert_int_eq(in_turn(scan, OP_contract), 1);
    ck_assert_int_eq(in_turn(scan, OP_scatter), 1);
}
END_TEST

/* A loop in the turn has no axis to get; nor then has what is made of it. */
START_TEST(loops_over_sequences_stay)
{
    begin_cell();
    Node *w = outer(weights("W", F, F));
    Graph *inner = graph_new(arena, "inner");
    Node *s = n_slot(inner, 0, F64, shape(1, F, 0, 0)),
         *r = n_slot(inner, 1, F64, s->shape);
    graph_out(inner, "s", n_mul(s, n_add(s, r)));
    graph_out(inner, "out", n_sin(s));
    Node *first = n_reshape(n_slice_axis(x, 0, 0, 1, 1), s->shape);
    Node *outs = n_get(n_scan(body, inner, 1, 1, 2, (Node *[]){first, x}), 1);
    Node *product = n_contract(outs, w, "bi,ij->bj");
    Node *scan = scan_of(n_mul(h, product), NULL);
    ck_assert_int_eq(in_turn(scan, OP_contract), 1);
    ck_assert_int_eq(in_turn(scan, OP_scan), 1);
}
END_TEST

/* Rows of a table by an id of the turn, and a product of them. */
START_TEST(rows_of_tables_are_made_before)
{
    begin();
    Node *state = carry(weights("h", B, F));
    Node *ids = sequence(n_iota(g, I32, shape(2, T, B, 0), 0));
    Node *table = outer(weights("E", T, 4)), *w = outer(weights("W", 4, F));
    Node *rows = n_gather(table, ids, "vd,b->bd");
    Node *scan = scan_of(n_mul(state, n_contract(rows, w, "bi,ij->bj")), rows);
    ck_assert_int_eq(in_turn(scan, OP_contract) + in_turn(scan, OP_gather), 0);
}
END_TEST

/* In a product of 32 rows, chosen in the turn or before it: from a table of half as
 * many rows as there are ids the product is one of the table. */
START_TEST(products_of_few_rows_are_made_before)
{
    enum { MANY = 32 };
    for (int k = 0; k < 4; k++) {
        bool chosen = k / 2, few = k % 2; /* in the turn; a table small enough */
        begin();
        Node *count = carry(n_param(g, "count", F64, (Shape){0}));
        Node *ids = n_iota(g, I32, shape(2, MANY, T, 0), 0);
        Node *table = weights("E", T * MANY / 2 + !few, 4);
        Node *rows = chosen ? NULL : n_gather(table, ids, "vd,bt->btd");
        Node *slice = sequence(n_transpose(chosen ? ids : rows, 0, 1));
        if (chosen)
            slice = n_gather(outer(table), slice, "vd,b->bd");
        Node *w = outer(weights("W", 4, 7));
        Node *sum = n_sum(n_contract(slice, w, "bi,ij->bj"), 3);
        Node *scan = scan_of(n_mul(count, sum), NULL);
        ck_assert_int_eq(in_turn(scan, OP_contract), !few);
        ck_assert_int_eq(in_turn(scan, OP_gather), 0);
    }
}
END_TEST

/* ---- what does not change ---- */

START_TEST(outer_work_is_done_once)
{
    begin_cell();
    Node *v = outer(weights("V", F, F)), *a = outer(row("a", F));
    Node *norm = n_sqrt(n_sum(n_mul(v, v), 1));
    Node *w = n_div(v, n_expand(norm, 0, F, NULL));
    Node *next = n_contract(h, n_transpose(w, 0, 1), "bi,ij->bj");
    next = n_add(next, n_broadcast_to(n_neg(a), h->shape));
    Node *scan = scan_of(n_add(next, x), NULL);
    ck_assert_int_eq(in_turn(scan, OP_div) + in_turn(scan, OP_sum), 0);
    ck_assert_int_eq(in_turn(scan, OP_neg), 0);
    ck_assert_int_eq(in_turn(scan, OP_permute), 1); /* a view of W, which is made */
    ck_assert_int_eq(in_turn(scan, OP_broadcast), 1);
    ck_assert_int_eq(scan->n, 4);
}
END_TEST

/* Numbers and positions are nothing to read; a long computation on them is. */
START_TEST(constants)
{
    begin_cell();
    Node *at = n_iota(body, F64, h->shape, 1), *two = n_like(h, 2);
    Node *all = n_broadcast_to(n_exp(n_sum(two, 3)), h->shape);
    Node *scan = scan_of(n_add(h, n_mul(at, n_mul(all, n_exp(two)))), x);
    ck_assert_int_eq(scan->n, 2);
    begin_cell();
    at = n_iota(body, F64, h->shape, 1);
    scan = scan_of(n_add(h, n_neg(n_sin(at))), x);
    ck_assert_int_eq(in_turn(scan, OP_sin) + in_turn(scan, OP_neg), 0);
}
END_TEST

/* z is read in any case, so 1 - z is made of it; but an operand of a product, or an
 * out, is an array. */
START_TEST(simple_work_stays_with_what_is_read)
{
    begin_cell();
    Node *z = outer(weights("z", B, F)), *less = n_sub(n_like(z, 1), z);
    Node *far = n_exp(z);
    Node *scan = scan_of(n_add(n_mul(less, x), n_mul(n_mul(z, h), far)), NULL);
    ck_assert_int_eq(in_turn(scan, OP_sub), 1);
    ck_assert_int_eq(in_turn(scan, OP_exp), 0);
    begin_cell();
    Node *w = outer(weights("W", F, F)), *twice = n_add(w, w);
    Node *both =
        n_add(n_contract(h, w, "bi,ij->bj"), n_contract(h, twice, "bi,ij->bj"));
    ck_assert_int_eq(in_turn(scan_of(n_mul(both, x), NULL), OP_add), 1);
    begin_cell();
    z = outer(row("z", F));
    scan = scan_of(n_mul(h, n_broadcast_to(z, h->shape)), n_neg(z));
    ck_assert_int_eq(in_turn(scan, OP_neg), 0);
    begin_cell(); /* the same for a sequence */
    Node *xw = n_contract(x, outer(weights("W", F, F)), "bi,ij->bj");
    Node *pairs = n_contract(n_neg(xw), h, "bi,ci->bc");
    scan = scan_of(n_contract(pairs, n_mul(xw, h), "bc,cj->bj"), NULL);
    ck_assert_int_eq(in_turn(scan, OP_neg), 0);
}
END_TEST

/* What has more elements than what it is made of is made where it is read, but for a
 * product, which reads an array. */
START_TEST(wide_work_stays)
{
    for (int product = 0; product < 2; product++) {
        begin_cell();
        Node *p = n_expand(outer(row("p", F)), 1, F, NULL);
        Node *q = n_expand(outer(row("q", F)), 0, F, NULL);
        Node *far = n_exp(n_sub(p, q)), *wide = n_expand(far, 0, B, NULL);
        Node *sum = n_sum(n_mul(wide, n_expand(h, 1, F, NULL)), 4);
        Node *next = product ? n_contract(h, far, "bi,ij->bj") : sum;
        Node *scan = scan_of(n_add(next, x), NULL);
        ck_assert_int_eq(in_turn(scan, OP_exp), !product);
        ck_assert_int_eq(scan->n, product ? 3 : 4);
    }
}
END_TEST

/* The sum of something wide is not. */
START_TEST(sums_of_wide_work_are_made_once)
{
    begin_cell();
    Node *p = n_expand(outer(row("p", F)), 1, F, NULL);
    Node *q = n_expand(outer(row("q", F)), 0, F, NULL);
    Node *sum = n_sum(n_exp(n_sub(p, q)), 1);
    Node *scan = scan_of(n_add(n_mul(h, n_broadcast_to(sum, h->shape)), x), NULL);
    ck_assert_int_eq(in_turn(scan, OP_exp) + in_turn(scan, OP_sum), 0);
    ck_assert_int_eq(scan->n, 3);
}
END_TEST

/* ---- outs, operands, names ---- */

/* A stack of slices, of something outer or of what is made before is there already; its
 * gradient is that of the out alone. */
START_TEST(stacks_without_the_loop)
{
    begin_cell();
    Node *v = outer(row("v", F)), *w = outer(weights("W", F, F));
    graph_out(body, "h", n_mul(h, n_contract(x, w, "bi,ij->bj")));
    graph_out(body, "x", x);
    graph_out(body, "v", v);
    Node *scan = scan_of(NULL, n_contract(x, w, "bi,ij->bj"));
    for (int k = 1; k < 4; k++)
        ck_assert_int_ne(n_get(scan, k)->op, OP_get);
    Node *xs = n_get(scan, 1), *d, *y = squares(scan, 1);
    graph_grad(y, NULL, 1, &xs, &d);
    ck_assert_int_eq(d->op,
                     OP_full); /* zero: the turns read their slices, not the out */
}
END_TEST

START_TEST(one_sequence_stays_for_its_length)
{
    begin_cell();
    Node *scan = scan_of(n_mul(h, n_exp(h)), NULL);
    ck_assert_int_eq(scan->n, 2);
    begin_cell();
    Node *more = sequence(n_param(g, "more", F64, shape(1, T, 0, 0)));
    Node *a = outer(row("a", F));
    scan = scan_of(n_mul(h, n_broadcast_to(n_exp(a), h->shape)), NULL);
    ck_assert_int_eq((int)scan->attr.at[1], 1);
    ck_assert_int_eq(scan->n, 3);
    ck_assert_ptr_eq(scan->arg[1], operand[1]);
    ck_assert_int_eq(more->dtype, F64);
}
END_TEST

START_TEST(names_and_lines_move_too)
{
    begin_cell();
    Node *w = outer(weights("W", F, F));
    body->where = (Where){"net.lua", 7};
    Node *xw = node_named(n_contract(x, w, "bi,ij->bj"), "xw");
    Node *shift = node_labelled(n_exp(w), "shift");
    body->where.line = 8;
    Node *next = n_contract(n_add(h, xw), shift, "bi,ij->bj");
    graph_out(body, "h", next);
    Node *scan = n_scan(g, body, 1, 1, operands, operand);
    ck_assert_str_eq(scan->arg[1]->name, "xw");
    ck_assert_int_eq(scan->arg[1]->where.line, 7);
    ck_assert_str_eq(scan->arg[2]->label, "shift");
    ck_assert_int_eq(scan->arg[2]->where.line, 7);
    const Graph *turn = scan->attr.body;
    int found = 0;
    for (int i = 0; i < turn->nodes.n; i++) {
        const Node *n = turn->nodes.at[i];
        if (slot_index(n) == 1)
            ck_assert_str_eq(n->name, "xw");
        if (slot_index(n) == 2)
            ck_assert_str_eq(n->label, "shift");
        found += slot_index(n) > 0;
    }
    ck_assert_int_eq(found, 2);
}
END_TEST

/* xs [T,S,B,F]: the inner loop goes over S. Its product goes before it, into the turn
 * of the outer loop, and from there before that. */
START_TEST(loops_in_loops)
{
    begin();
    Node *state = carry(weights("h", B, F));
    Node *xs = n_param(g, "xs", F64, shape_of(4, (int64_t[]){T, 4, B, F}));
    Node *rows = sequence(xs), *w = outer(weights("W", F, F));
    Graph *inner = graph_new(arena, "inner");
    Node *s = n_slot(inner, 0, F64, state->shape), *r = n_slot(inner, 1, F64, s->shape);
    Node *u = n_slot(inner, 2, F64, w->shape);
    Node *p = n_contract(r, n_sin(u), "bi,ij->bj");
    graph_out(inner, "s", n_mul(s, p));
    Node *loop = n_scan(body, inner, 1, 1, 3, (Node *[]){state, rows, w});
    ck_assert_int_eq(in_turn(loop, OP_contract) + in_turn(loop, OP_sin), 0);
    Node *scan = scan_of(n_get(loop, 0), NULL);
    ck_assert_int_eq(in_turn(scan, OP_contract) + in_turn(scan, OP_sin), 0);
    ck_assert_int_eq(in_turn(scan, OP_scan), 1);
    ck_assert_int_eq(scan->arg[1]->op, OP_contract);
    ck_assert_int_eq(scan->arg[1]->shape.rank, 4);
}
END_TEST

/* The axis that comes in front is that of the turns, and is called as it is. */
START_TEST(names_of_dims_move_too)
{
    Shape named = shape(3, T, B, F);
    named.sym[0] = "T";
    named.sym[1] = "B";
    begin();
    h = carry(n_param(g, "h", F64, shape_drop(named, 0)));
    x = sequence(n_param(g, "xs", F64, named));
    Node *w = outer(weights("W", F, F));
    Shape turned = shape(3, B, 1, F);
    turned.sym[0] = "B";
    Node *y = n_contract(n_reshape(x, turned), w, "bci,ij->bcj");
    Node *scan = scan_of(n_mul(h, n_sum(y, 2)), NULL);
    ck_assert_int_eq(in_turn(scan, OP_contract), 0);
    const Node *made = scan->arg[1];
    while (made->op != OP_reshape)
        made = made->arg[0];
    ck_assert_int_eq(made->shape.rank, 4);
    ck_assert_str_eq(made->shape.sym[0], "T");
    ck_assert_str_eq(made->shape.sym[1], "B");
}
END_TEST

Suite *hoist_suite(void)
{
    Suite *s = suite_create("hoist");
    TCase *t = tcase_create("hoist");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, products_of_sequences_are_made_before);
    tcase_add_test(t, products_of_any_letters);
    tcase_add_test(t, encoders_move_layer_by_layer);
    tcase_add_test(t, what_goes_into_a_product_is_read);
    tcase_add_test(t, other_products_stay);
    tcase_add_test(t, products_of_many_rows_stay);
    tcase_add_test(t, all_operators_are_lifted);
    tcase_add_test(t, eight_axes_stay);
    tcase_add_test(t, eight_axes_of_a_result_stay);
    tcase_add_test(t, loops_over_sequences_stay);
    tcase_add_test(t, rows_of_tables_are_made_before);
    tcase_add_test(t, products_of_few_rows_are_made_before);
    tcase_add_test(t, outer_work_is_done_once);
    tcase_add_test(t, constants);
    tcase_add_test(t, simple_work_stays_with_what_is_read);
    tcase_add_test(t, wide_work_stays);
    tcase_add_test(t, sums_of_wide_work_are_made_once);
    tcase_add_test(t, stacks_without_the_loop);
    tcase_add_test(t, one_sequence_stays_for_its_length);
    tcase_add_test(t, names_and_lines_move_too);
    tcase_add_test(t, names_of_dims_move_too);
    tcase_add_test(t, loops_in_loops);
    suite_add_tcase(s, t);
    return s;
}

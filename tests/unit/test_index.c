/*
 * test_index.c - ids of a gather that the pass brings into range, and those that it
 * need not: what is known of a computed id, operator by operator. And ids that are
 * outside: the evaluator ends with a message, as a mistake of the script where the
 * script alone says them.
 */
#include "eval.h"

#include <check.h> /* last: it defines a macro called fail */

Suite *index_suite(void);

enum { ROWS = 5, IDS = 3 };

static Arena *arena;
static Graph *g;
static Node *table, *ids, *mask;

static void setup(void)
{
    arena = arena_new();
    g = graph_new(arena, "index");
    table = n_param(g, "table", F32, shape_of(2, (int64_t[]){ROWS, 2}));
    ids = n_input(g, "ids", I32, shape_of(1, (int64_t[]){IDS}));
    mask = n_input(g, "mask", BOOL, ids->shape);
}

static void teardown(void)
{
    arena_free(arena);
}

static Node *constant(double a, double b, double c)
{
    const double v[] = {a, b, c};
    return n_const(g, I32, ids->shape, v);
}

static Node *number(double v)
{
    return n_like(ids, v);
}

/* Does the pass leave the ids as they are? */
static bool is_known_inside(Node *chosen)
{
    Graph *one = graph_new(arena, "one");
    Node **map = NEW_N(arena, Node *, chosen->graph->nodes.n);
    for (int i = 0; i <= chosen->id; i++) {
        const Node *n = chosen->graph->nodes.at[i];
        Node **arg = NEW_N(arena, Node *, n->n + 1);
        for (int k = 0; k < n->n; k++)
            arg[k] = map[n->arg[k]->id];
        map[i] = node_copy(one, n, arg);
    }
    Node *x = map[chosen->id];
    graph_out(one, "y", n_gather(map[table->id], x, "rc,i->ic"));
    pass_index(one);
    const Node *y = one->outs.at[0].node;
    return y->arg[1]->op != OP_minimum || x->op == OP_minimum;
}

START_TEST(what_is_known_of_ids)
{
    Node *wide = n_expand(ids, 1, 2, NULL), *small = constant(0, 1, 2);
    int64_t one = 1, none = 0, two = 2;
    Node *high = n_expand(constant(2, 3, 2), 1, 1, NULL), *deep = small;
    Node *windows = n_reshape(n_slide(high, 0, 1, 1, 1, 1, IDS), ids->shape);
    Node *spread = n_reshape(n_unslide(high, 0, 1, 2, 1, 0, IDS), ids->shape);
    for (int i = 0; i < 100; i++)
        deep = n_maximum(deep, number(0));
    const struct {
        const char *what;
        Node *ids;
        bool inside;
    } rows[] = {
        {"an input is checked where it comes in", ids, true},
        {"a number", number(4), true},
        {"a number below", number(-1), false},
        {"a number above", number(5), false},
        {"numbers", constant(4, 0, 3), true},
        {"numbers, one above", constant(4, 5, 3), false},
        {"numbers, one below", constant(4, -5, 3), false},
        {"places", n_iota(g, I32, ids->shape, 0), true},
        {"places on", n_add(n_iota(g, I32, ids->shape, 0), number(2)), true},
        {"places too far on", n_add(n_iota(g, I32, ids->shape, 0), number(3)), false},
        {"places back", n_sub(number(4), n_iota(g, I32, ids->shape, 0)), true},
        {"places too far back", n_sub(number(1), n_iota(g, I32, ids->shape, 0)), false},
        {"twice", n_mul(small, number(2)), true},
        {"three times", n_mul(small, number(3)), false},
        {"minus", n_mul(small, number(-1)), false},
        {"wrapped sums", n_add(number(2147483647), number(2147483647)), false},
        {"wrapped below", n_maximum(n_sub(number(-2147483647), number(2)), number(0)),
         false},
        {"wrapped products", n_mul(number(2000000000), number(2000000000)), false},
        {"an input plus one", n_add(ids, number(1)), false},
        {"at least 0", n_maximum(ids, number(0)), false},
        {"relu", n_relu(small), true},
        {"of an input", n_relu(n_sub(ids, number(9))), false},
        {"between", n_minimum(n_maximum(n_neg(ids), number(0)), number(4)), true},
        {"chosen", n_where(mask, small, number(2)), true},
        {"chosen from an input", n_where(mask, ids, number(2)), false},
        {"chosen from outside", n_where(mask, small, number(7)), false},
        {"chosen from below", n_where(mask, number(-7), small), false},
        {"truth", n_cast(mask, I32), true},
        {"modes", n_mode(ids, number(1)), true},
        {"one mode outside", n_mode(number(9), ids), false},
        {"moved", n_slice_axis(ids, 0, IDS - 1, -1, IDS), true},
        {"joined", n_concat(g, 2, (Node *[]){ids, small}, 0), true},
        {"joined with others", n_concat(g, 2, (Node *[]){ids, number(8)}, 0), false},
        {"padded", n_pad(ids, &one, &one, &none, 4), true},
        {"padded with others", n_pad(ids, &two, &none, &none, 5), false},
        {"padded below", n_pad(ids, &none, &one, &none, -1), false},
        {"the largest", n_max(wide, 1), true},
        {"the place of the largest", n_argmax(n_expand(ids, 1, ROWS, NULL), 2), true},
        {"one place more", n_argmax(n_expand(ids, 1, ROWS + 1, NULL), 2), false},
        {"reshaped",
         n_reshape(n_reshape(ids, shape_of(2, (int64_t[]){1, IDS})), ids->shape), true},
        {"of floats", n_cast(n_cast(ids, F32), I32), false},
        {"a sum", n_sum(wide, 2), false},
        {"windows", windows, true},
        {"windows, whose pad is 0", n_sub(windows, number(2)), false},
        {"windows apart", spread, true},
        {"windows apart, with zeros between", n_sub(spread, number(2)), false},
        {"a slot of a loop", n_slot(g, 0, I32, ids->shape), false},
        {"what is made in very many steps", deep, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(is_known_inside(rows[i].ids) == rows[i].inside, "%s",
                      rows[i].what);
}
END_TEST

/* Of a gather by the carry, by an id of the sequence, and by one above it: does the
 * pass leave the ids as they are? */
static bool is_left_in_turns(int slot, double more)
{
    Graph *body = graph_new(arena, "turn");
    Shape one = shape_of(0, NULL);
    Node *id = n_slot(body, 0, I32, one), *next = n_slot(body, 1, I32, one);
    Node *rows = n_slot(body, 2, F32, table->shape), *at = slot == 0 ? id : next;
    if (more != 0)
        at = n_add(at, n_full(body, I32, one, more));
    graph_out(body, "id", n_add(id, next));
    graph_out(body, "row", n_gather(rows, at, "rc,->c"));
    Node *arg[] = {n_full(g, I32, one, 0), ids, table};
    graph_out(g, "y", n_get(n_scan_plain(g, body, 1, 1, 3, arg), 1));
    pass_index(g);
    const Graph *after = g->outs.at[g->outs.n - 1].node->arg[0]->attr.body;
    const Node *row = after->outs.at[1].node;
    ck_assert_int_eq(row->op, OP_gather);
    return row->arg[1]->op != OP_minimum;
}

START_TEST(ids_of_turns_are_looked_at)
{
    ck_assert(is_left_in_turns(1, 0));
    ck_assert(!is_left_in_turns(1, 1));
    ck_assert(!is_left_in_turns(0, 0));
}
END_TEST

/* ---- ids that are outside ---- */

static const Scalar *leaf_value(void *context, const Node *leaf)
{
    const double *id = context;
    if (leaf->op != OP_input && leaf->op != OP_param)
        return NULL;
    Scalar *out = NEW_N(arena, Scalar, shape_size(&leaf->shape));
    for (int64_t i = 0; i < shape_size(&leaf->shape); i++)
        out[i] = ring_f64.number(leaf->op == OP_input ? *id : (double)i);
    return out;
}

static void evaluate(Node *chosen, double id)
{
    Env env = {.ring = &ring_f64, .leaf = leaf_value, .context = &id};
    graph_out(g, "y", n_gather(table, chosen, "rc,i->ic"));
    eval_graph(arena, g, &env);
}

START_TEST(ids_inside_are_taken)
{
    evaluate(ids, 4);
}
END_TEST

START_TEST(ids_of_data_are_a_mistake_of_the_data)
{
    evaluate(ids, 5);
}
END_TEST

START_TEST(ids_below_are_a_mistake_of_the_data)
{
    evaluate(ids, -1);
}
END_TEST

START_TEST(ids_made_of_data_are_a_mistake_of_the_data)
{
    evaluate(n_add(constant(0, 1, 2), ids), 4);
}
END_TEST

START_TEST(ids_of_the_script_are_its_mistake)
{
    evaluate(n_add(constant(0, 4, 4), n_iota(g, I32, ids->shape, 0)), 0);
}
END_TEST

START_TEST(numbers_of_the_script_are_its_mistake)
{
    evaluate(number(5), 0);
}
END_TEST

Suite *index_suite(void)
{
    Suite *suite = suite_create("index");
    TCase *tests = tcase_create("index");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, what_is_known_of_ids);
    tcase_add_test(tests, ids_of_turns_are_looked_at);
    tcase_add_test(tests, ids_inside_are_taken);
    tcase_add_exit_test(tests, ids_of_data_are_a_mistake_of_the_data, EXIT_FILE);
    tcase_add_exit_test(tests, ids_below_are_a_mistake_of_the_data, EXIT_FILE);
    tcase_add_exit_test(tests, ids_made_of_data_are_a_mistake_of_the_data, EXIT_FILE);
    tcase_add_exit_test(tests, ids_of_the_script_are_its_mistake, EXIT_SCRIPT);
    tcase_add_exit_test(tests, numbers_of_the_script_are_its_mistake, EXIT_SCRIPT);
    suite_add_tcase(suite, tests);
    return suite;
}

/*
 * op_scan.c - a loop in the graph. One turn is a graph of its own, the body:
 *
 *     operands   c0 c1 | xs | w ...        carries, sequences, outer tensors
 *                 |  |    |    |
 *     body     slot 0 1   2    3 ...       the slice of xs that is this turn's
 *                 |  |    |
 *     outs       c0 c1 | out | kept ...   next carries, stacked outs, and what the
 *                                         gradient reads, stacked
 *
 * In reverse, turns go from the last slice to the first, and outs are stacked at
 * the place of their slice. The gradient (op_scan_back.c) adds the last group;
 * pass_dce drops the stacks that nobody gets.
 */
#include "eval.h"
#include "scan_hoist.h"

#include <assert.h>
#include <string.h>

enum { CARRIES, SEQUENCES, TURNS, REVERSE, SCAN_INTS };

Node *n_slot(Graph *body, int k, Dtype dtype, Shape shape)
{
    for (int i = 0; i < body->nodes.n; i++)
        if (slot_index(body->nodes.at[i]) == k)
            return body->nodes.at[i];
    Attr attr = {.n = 1, .at = {k}, .text = arena_format(body->arena, "#%d", k)};
    return node_typed(body, OP_input, dtype, shape, &attr);
}

void slot_number(Node *slot, int k)
{
    Arena *arena = slot->graph->arena;
    slot->attr.at[0] = k;
    slot->attr.text = intern(arena, arena_format(arena, "#%d", k));
}

int slot_index(const Node *input)
{
    return input->op == OP_input && input->attr.n == 1 ? (int)input->attr.at[0] : -1;
}

Shape scan_slot_shape(const Node *scan, int k)
{
    const Shape *s = &scan->arg[k]->shape;
    int first = (int)scan->attr.at[CARRIES];
    bool slice = k >= first && k < first + scan->attr.at[SEQUENCES];
    return slice ? shape_drop(*s, 0) : *s;
}

/* ---- results ---- */

int scan_results(const Node *scan)
{
    return scan->attr.body->outs.n;
}

Shape scan_result_shape(const Node *scan, int k)
{
    const Shape *s = &scan->attr.body->outs.at[k].node->shape;
    if (k < scan->attr.at[CARRIES])
        return *s;
    return shape_insert(*s, 0, scan->attr.at[TURNS], scan->attr.sym[0]);
}

Dtype scan_result_dtype(const Node *scan, int k)
{
    return scan->attr.body->outs.at[k].node->dtype;
}

int64_t scan_offset(const Node *scan, int k)
{
    int64_t offset = 0;
    for (int i = 0; i < k; i++) {
        Shape s = scan_result_shape(scan, i);
        offset = size_add(offset, shape_size(&s));
    }
    return offset;
}

/* ---- types ---- */

static void check_sequences(const Node *y)
{
    int first = (int)y->attr.at[CARRIES];
    for (int k = first; k < first + y->attr.at[SEQUENCES]; k++) {
        const Node *x = y->arg[k];
        if (x->shape.rank == 0)
            fail_at(y->where,
                    "scan: the sequence %s is %s and has no axis to cut along",
                    node_label(x), type_text(x));
        if (x->shape.dim[0] != y->attr.at[TURNS] || x->shape.sym[0] != y->attr.sym[0])
            fail_at(y->where, "scan: sequences differ in length: %s is %s but %s is %s",
                    node_label(y->arg[first]), type_text(y->arg[first]), node_label(x),
                    type_text(x));
    }
}

static void check_carries(const Node *y)
{
    const Graph *body = y->attr.body;
    int carries = (int)y->attr.at[CARRIES];
    if (body->outs.n < carries)
        fail_at(y->where, "scan: %d carries go in but %d come out of a turn", carries,
                body->outs.n);
    for (int k = 0; k < carries; k++) {
        const Node *init = y->arg[k], *next = body->outs.at[k].node;
        if (init->dtype != next->dtype || !same_shape(&init->shape, &next->shape))
            fail_at(y->where, "scan: carry %d starts as %s, %s, but a turn makes it %s",
                    k + 1, node_label(init), type_text(init), type_text(next));
    }
}

/* Stacks have an axis more than what they stack. */
static void check_stacks(const Node *y)
{
    const Graph *body = y->attr.body;
    for (int k = (int)y->attr.at[CARRIES]; k < body->outs.n; k++) {
        const Node *out = body->outs.at[k].node;
        if (out->shape.rank == MAX_RANK)
            fail_at(y->where,
                    "scan: a turn gives %s, %s, which has no room for the axis of the "
                    "turns: the largest rank is %d",
                    node_label(out), type_text(out), MAX_RANK);
    }
}

static void check_slots(const Node *y)
{
    const Graph *body = y->attr.body;
    for (int i = 0; i < body->nodes.n; i++) {
        const Node *n = body->nodes.at[i];
        int k = slot_index(n);
        if (k >= y->n || (k < 0 && (n->op == OP_input || n->op == OP_param)))
            bug("scan: its body reads %s, which is no operand", node_label(n));
        if (k < 0)
            continue;
        Shape want = scan_slot_shape(y, k);
        if (n->dtype != y->arg[k]->dtype || !same_shape(&n->shape, &want))
            bug("scan: slot %d is %s, operand %s", k, type_text(n),
                type_text(y->arg[k]));
    }
}

void scan_shape(Node *y)
{
    const int64_t *at = y->attr.at;
    if (y->attr.body == NULL || y->attr.n != SCAN_INTS || at[CARRIES] < 0 ||
        at[SEQUENCES] < 0 || at[CARRIES] + at[SEQUENCES] > y->n || at[TURNS] < 1)
        bug("scan with %d operands is malformed", y->n);
    check_sequences(y);
    check_carries(y);
    check_stacks(y);
    check_slots(y);
    int results = scan_results(y);
    if (results == 0)
        fail_at(y->where, "scan: a turn returns neither a carry nor an output");
    y->shape = shape_of(1, &(int64_t){scan_offset(y, results)});
    y->dtype = scan_result_dtype(y, 0);
}

void get_shape(Node *y)
{
    const Node *scan = y->arg[0];
    int64_t k = y->attr.at[0];
    if (scan->op != OP_scan || k < 0 || k >= scan_results(scan))
        bug("get %lld of %s", (long long)k, op_info(scan->op)->name);
    y->shape = scan_result_shape(scan, (int)k);
    y->dtype = scan_result_dtype(scan, (int)k);
}

/* The stack of a slot is there without the loop; its own node, with a gradient of its
 * own. */
static Node *stack_of_slot(Node *scan, int slot)
{
    const int64_t *at = scan->attr.at;
    Node *a = scan->arg[slot];
    return slot < at[CARRIES] + at[SEQUENCES]
               ? n_reshape(a, a->shape)
               : n_expand(a, 0, at[TURNS], scan->attr.sym[0]);
}

Node *n_get(Node *scan, int k)
{
    Attr attr = {.n = 1, .at = {k}};
    int64_t carries = scan->attr.at[CARRIES];
    Node *out = scan->attr.body->outs.at[k].node;
    int slot = k < carries ? -1 : slot_index(out);
    Node *get = slot >= carries ? stack_of_slot(scan, slot)
                                : node_new(scan->graph, OP_get, 1, &scan, &attr);
    return node_called_as(get, out);
}

/* ---- making ---- */

Node *scan_new(Graph *g, Graph *body, const Attr *ints, int n, Node *const *arg)
{
    Attr attr = *ints;
    attr.n = SCAN_INTS;
    attr.body = body;
    return node_new(g, OP_scan, n, arg, &attr);
}

static ScanParts parts_of(Graph *body, int carries, int xs, int n, Node *const *arg)
{
    const Shape *first = &arg[carries]->shape;
    assert(xs > 0 && first->rank > 0);
    return (ScanParts){body, carries, xs, {first->dim[0], first->sym[0]}, n, arg};
}

static Node *scan_of_parts(Graph *g, ScanParts p)
{
    Attr attr = {.at = {p.carries, p.sequences, p.turns.n, 0}, .sym = {p.turns.sym}};
    return scan_new(g, p.body, &attr, p.n, p.arg);
}

Node *n_scan(Graph *g, Graph *body, int carries, int xs, int n, Node *const *arg)
{
    return scan_of_parts(g, scan_hoist(g, parts_of(body, carries, xs, n, arg)));
}

Node *n_scan_plain(Graph *g, Graph *body, int carries, int xs, int n, Node *const *arg)
{
    return scan_of_parts(g, parts_of(body, carries, xs, n, arg));
}

/* ---- evaluation ---- */

typedef struct Turn {
    const Node *scan;
    const Scalar *const *arg;
    const Scalar **carry; /* as they come in */
    int64_t at;           /* the slice */
} Turn;

static const Scalar *turn_leaf(void *context, const Node *leaf)
{
    const Turn *turn = context;
    const int64_t *at = turn->scan->attr.at;
    int k = slot_index(leaf);
    if (k < 0)
        return NULL;
    if (k < at[CARRIES])
        return turn->carry[k];
    if (k < at[CARRIES] + at[SEQUENCES])
        return turn->arg[k] + turn->at * shape_size(&leaf->shape);
    return turn->arg[k];
}

void scan_eval(const Ring *ring, const Node *y, const Scalar *const *arg, Scalar *out)
{
    const Graph *body = y->attr.body;
    int carries = (int)y->attr.at[CARRIES], results = scan_results(y);
    int64_t turns = y->attr.at[TURNS];
    Arena *scratch = arena_new();
    Turn turn = {y, arg, NEW_N(scratch, const Scalar *, carries), 0};
    Scalar **to = NEW_N(scratch, Scalar *, results); /* results in out */
    for (int k = 0; k < results; k++)
        to[k] = out + scan_offset(y, k);
    for (int k = 0; k < carries; k++)
        turn.carry[k] = arg[k];
    Env env = {.ring = ring, .leaf = turn_leaf, .context = &turn};
    for (int64_t t = 0; t < turns; t++) {
        turn.at = y->attr.at[REVERSE] ? turns - 1 - t : t;
        Arena *arena = arena_new();
        Scalar **value = eval_graph(arena, body, &env);
        for (int k = results - 1; k >= 0; k--) { /* stacks before carries change */
            const Node *n = body->outs.at[k].node;
            size_t size = (size_t)shape_size(&n->shape);
            Scalar *place = k < carries ? NEW_N(arena, Scalar, size)
                                        : to[k] + (size_t)turn.at * size;
            memcpy(place, value[n->id], size * sizeof *place);
            if (k < carries)
                value[n->id] = place;
        }
        for (int k = 0; k < carries; k++) {
            const Node *n = body->outs.at[k].node;
            memcpy(to[k], value[n->id], (size_t)shape_size(&n->shape) * sizeof *out);
            turn.carry[k] = to[k];
        }
        arena_free(arena);
    }
    arena_free(scratch);
}

void get_eval(const Ring *ring, const Node *y, const Scalar *const *arg, Scalar *out)
{
    (void)ring;
    int64_t offset = scan_offset(y->arg[0], (int)y->attr.at[0]);
    memcpy(out, arg[0] + offset, (size_t)shape_size(&y->shape) * sizeof *out);
}

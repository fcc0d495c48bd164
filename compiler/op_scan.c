/*
 * op_scan.c - a loop in the graph. One turn is a graph of its own, the body:
 *
 *     operands   c0 c1 | xs | w ...        carries, sequences, outer tensors
 *                 |  |    |    |
 *     body     slot 0 1   2    3 ...       the slice of xs that is this turn's
 *                 |  |    |
 *     outs       c0 c1 | out | c0 c1       next carries, stacked outs, and the
 *                                          incoming carries, stacked
 *
 * n_scan adds the last group, because the gradient reads it: a scan that runs
 * the other way, over a body made by differentiating this one, with the
 * gradients of carries and of outer tensors as its carries. pass_dce drops the
 * stacks that nobody gets. In reverse, turns go from the last slice to the
 * first, and outs are stacked at the place of their slice.
 */
#include "eval.h"

#include <string.h>

enum { CARRIES, SEQUENCES, TURNS, REVERSE, SCAN_INTS };

typedef ARRAY(Node *) Nodes;

Node *n_slot(Graph *body, int k, Dtype dtype, Shape shape)
{
    for (int i = 0; i < body->nodes.n; i++)
        if (slot_index(body->nodes.at[i]) == k)
            return body->nodes.at[i];
    Attr attr = {.n = 1, .at = {k}, .text = arena_format(body->arena, "#%d", k)};
    return node_typed(body, OP_input, dtype, shape, &attr);
}

int slot_index(const Node *input)
{
    return input->op == OP_input && input->attr.n == 1 ? (int)input->attr.at[0] : -1;
}

/* The shape that slot k has in the body. */
static Shape slot_shape(const Node *scan, int k)
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
        Shape want = slot_shape(y, k);
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

Node *n_get(Node *scan, int k)
{
    Attr attr = {.n = 1, .at = {k}};
    return node_new(scan->graph, OP_get, 1, &scan, &attr);
}

/* ---- making ---- */

/* The result that is the stack of incoming carries k, or -1. */
static int saved_result(const Graph *body, int carries, int k)
{
    for (int i = carries; i < body->outs.n; i++)
        if (slot_index(body->outs.at[i].node) == k)
            return i;
    return -1;
}

static Node *scan_new(Graph *g, Graph *body, const Attr *ints, int n, Node *const *arg)
{
    int carries = (int)ints->at[CARRIES];
    for (int k = 0; k < carries; k++)
        if (saved_result(body, carries, k) < 0)
            graph_out(body, "saved", n_slot(body, k, arg[k]->dtype, arg[k]->shape));
    Attr attr = *ints;
    attr.n = SCAN_INTS;
    attr.body = body;
    return node_new(g, OP_scan, n, arg, &attr);
}

Node *n_scan(Graph *g, Graph *body, int carries, int xs, int n, Node *const *arg)
{
    if (xs < 1)
        fail_at(g->where, "scan: no sequence is given, so the number of turns is open");
    const Shape *first = &arg[carries]->shape;
    if (first->rank == 0)
        fail_at(g->where, "scan: the sequence %s is %s and has no axis to cut along",
                node_label(arg[carries]), type_text(arg[carries]));
    if (body->outs.n < carries)
        fail_at(g->where, "scan: %d carries go in but %d come out of a turn", carries,
                body->outs.n);
    Attr attr = {.at = {carries, xs, first->dim[0], 0}, .sym = {first->sym[0]}};
    return scan_new(g, body, &attr, n, arg);
}

/* ---- gradient ---- */

/* A copy of the body in `to`, whose slot k becomes slot[k] there; by body id. */
static Node **copy_body(Arena *scratch, const Graph *body, Graph *to, Node *const *slot)
{
    Node **roots = NEW_N(scratch, Node *, body->outs.n);
    Node **map = NEW_N(scratch, Node *, body->nodes.n);
    int n;
    for (int i = 0; i < body->outs.n; i++)
        roots[i] = body->outs.at[i].node;
    Node **order = graph_order(scratch, body, body->outs.n, roots, &n);
    for (int i = 0; i < n; i++) {
        int k = slot_index(order[i]);
        if (k >= 0) {
            map[order[i]->id] = slot[k];
            continue;
        }
        Node **arg = NEW_N(scratch, Node *, order[i]->n);
        for (int j = 0; j < order[i]->n; j++)
            arg[j] = map[order[i]->arg[j]->id];
        Node *copy = map[order[i]->id] = node_copy(to, order[i], arg);
        Node *of = copy->grad_of;
        copy->grad_of = of == NULL ? NULL : map[of->id];
    }
    return map;
}

/* The scan itself, or one that saves what it lacks: the incoming carries. */
static Node *with_saved(Arena *scratch, Node *scan)
{
    Graph *body = scan->attr.body;
    int carries = (int)scan->attr.at[CARRIES];
    bool all = true;
    for (int k = 0; k < carries; k++)
        all = all && saved_result(body, carries, k) >= 0;
    if (all)
        return scan;
    Graph *copy = graph_new(body->arena, body->name);
    Node **slot = NEW_N(scratch, Node *, scan->n);
    for (int k = 0; k < scan->n; k++)
        slot[k] = n_slot(copy, k, scan->arg[k]->dtype, slot_shape(scan, k));
    Node **map = copy_body(scratch, body, copy, slot);
    for (int i = 0; i < body->outs.n; i++)
        graph_out(copy, body->outs.at[i].name, map[body->outs.at[i].node->id]);
    return scan_new(scan->graph, copy, &scan->attr, scan->n, scan->arg);
}

/* The backward scan while it is put together: its body and its operands, group
 * by group. */
typedef struct Back {
    Arena *scratch;
    Graph *body;
    Nodes arg;
} Back;

static Node *back_slot(Back *b, Node *operand, Shape shape)
{
    Node *slot = n_slot(b->body, b->arg.n, operand->dtype, shape);
    PUSH(b->scratch, b->arg, operand);
    return slot;
}

void scan_backward(Node *scan, Node *const *dresult, const bool *need, Node **out)
{
    Arena *scratch = arena_new();
    Graph *g = scan->graph, *body = scan->attr.body;
    int carries = (int)scan->attr.at[CARRIES], xs = (int)scan->attr.at[SEQUENCES];
    int first = carries + xs, results = scan_results(scan);
    Node *saved = with_saved(scratch, scan);
    Back b = {scratch, graph_new(g->arena, "back"), {0}};
    b.body->where = scan->where;
    Node **seed = NEW_N(scratch, Node *, results);    /* by result */
    Node **sum = NEW_N(scratch, Node *, scan->n);     /* by operand: accumulators */
    Node **forward = NEW_N(scratch, Node *, scan->n); /* by operand: forward slots */
    int *result = NEW_N(scratch, int, scan->n);       /* by operand: backward result */

    /* Carries of the way back. */
    for (int k = 0; k < carries; k++) {
        Node *init = scan->arg[k];
        if (!is_float(init->dtype))
            continue;
        result[k] = b.arg.n;
        Node *last = dresult[k] != NULL ? dresult[k] : n_like(init, 0);
        seed[k] = back_slot(&b, last, init->shape);
    }
    for (int k = first; k < scan->n; k++)
        if (need[k]) {
            result[k] = b.arg.n;
            sum[k] = back_slot(&b, n_like(scan->arg[k], 0), scan->arg[k]->shape);
        }
    int back_carries = b.arg.n;

    /* Its sequences: saved carries, the sequences, gradients of stacked outs. */
    for (int k = 0; k < carries; k++) {
        Node *stack = n_get(saved, saved_result(saved->attr.body, carries, k));
        forward[k] = back_slot(&b, stack, scan->arg[k]->shape);
    }
    for (int k = carries; k < first; k++)
        forward[k] = back_slot(&b, scan->arg[k], slot_shape(scan, k));
    for (int k = carries; k < results; k++)
        if (dresult[k] != NULL)
            seed[k] = back_slot(&b, dresult[k], body->outs.at[k].node->shape);
    int back_xs = b.arg.n - back_carries;
    for (int k = first; k < scan->n; k++)
        forward[k] = back_slot(&b, scan->arg[k], scan->arg[k]->shape);

    /* One turn back: differentiate one turn forward. */
    Node **map = copy_body(scratch, body, b.body, forward);
    Nodes ys = {0}, seeds = {0}, subject = {0};
    for (int k = 0; k < results; k++)
        if (seed[k] != NULL) {
            PUSH(scratch, ys, map[body->outs.at[k].node->id]);
            PUSH(scratch, seeds, seed[k]);
        }
    for (int k = 0; k < scan->n; k++)
        if (k < carries ? is_float(scan->arg[k]->dtype) : need[k])
            PUSH(scratch, subject, forward[k]);
    Node **grad = NEW_N(scratch, Node *, subject.n);
    graph_grad_many(ys.n, ys.at, seeds.at, subject.n, subject.at, grad);

    /* Outs: the carries in their order, then the gradients of the sequences. */
    Node **of = NEW_N(scratch, Node *, scan->n);
    for (int k = 0, i = 0; k < scan->n; k++)
        if (i < subject.n && subject.at[i] == forward[k])
            of[k] = grad[i++];
    for (int k = 0; k < carries; k++)
        if (of[k] != NULL)
            graph_out(b.body, "carry", of[k]);
    for (int k = first; k < scan->n; k++)
        if (need[k])
            graph_out(b.body, "sum", n_add(sum[k], of[k]));
    for (int k = carries; k < first; k++)
        if (need[k]) {
            result[k] = b.body->outs.n;
            graph_out(b.body, "out", of[k]);
        }
    Attr attr = {
        .at = {back_carries, back_xs, scan->attr.at[TURNS], !scan->attr.at[REVERSE]},
        .sym = {scan->attr.sym[0]}};
    Node *back = scan_new(g, b.body, &attr, b.arg.n, b.arg.at);
    for (int k = 0; k < scan->n; k++)
        out[k] = need[k] ? n_get(back, result[k]) : NULL;
    arena_free(scratch);
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

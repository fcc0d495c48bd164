/*
 * script_scan.c - mf.scan(fn, init, xs): fn is called once, on slots of a new
 * graph, the body; what it returns are the body's outs. Outer tensors that it
 * reads become operands on the way (run_capture).
 *
 *     carry   a form, the same going in and coming out
 *     xs, out forms of their own
 */
#include "script.h"

static Node *member(lua_State *L, int i, const char *what)
{
    if (lua_type(L, i) == LUA_TNUMBER)
        return check_operand(L, i, run_of(L)->real);
    return check_node_arg(L, i, what);
}

static void check_carry(Run *r, const Form *init, const Form *next)
{
    const char *other = form_difference(r->arena, init, next);
    if (other != NULL)
        run_fail(r,
                 "scan: the function must return a carry of the same form as the "
                 "initial one (%s)",
                 other);
    for (int k = 0; k < init->n; k++)
        if (!same_shape(&init->at[k]->shape, &next->at[k]->shape) ||
            init->at[k]->dtype != next->at[k]->dtype)
            run_fail(r,
                     "scan: the carry must keep its type: it begins as %s and the "
                     "function returns %s%s",
                     describe_node(init->at[k]), describe_node(next->at[k]),
                     shapes_hint(r, &init->at[k]->shape, &next->at[k]->shape));
}

/* A slot of the body for the operand `outer`; a sequence loses its first axis. */
static Node *open_slot(Body *b, const Node *outer, bool sequence)
{
    Shape s = sequence ? shape_drop(outer->shape, 0) : outer->shape;
    Node *inner = n_slot(b->graph, b->n_slots++, outer->dtype, s);
    inner->name = outer->op == OP_full || outer->op == OP_const ? NULL : outer->name;
    return node_called_as(inner, outer);
}

/* The body with its slots in the order of the operands: carries, sequences, the
 * captures. Slots of the trace are numbered as they turned up. */
static Graph *finish_body(Run *r, const Body *b, int carries, int n_outs,
                          Node *const *outs, const int *number)
{
    Graph *g = graph_new(r->arena, "body");
    int n;
    Node **order = graph_order(r->arena, b->graph, n_outs, outs, &n);
    Node **map = NEW_N(r->arena, Node *, b->graph->nodes.n);
    for (int i = 0; i < n; i++) {
        Node *y = order[i];
        int slot = slot_index(y);
        g->where = y->where;
        if (slot >= 0) {
            int k = number[slot];
            map[y->id] = node_named(n_slot(g, k, y->dtype, y->shape), y->name);
            if (k < carries) /* the old value is called as the new one */
                node_called_as(map[y->id], outs[k]);
            node_called_as(map[y->id], y);
            continue;
        }
        Node **arg = NEW_N(r->arena, Node *, y->n);
        for (int k = 0; k < y->n; k++)
            arg[k] = map[y->arg[k]->id];
        map[y->id] = node_copy(g, y, arg);
    }
    for (int i = 0; i < n; i++) {
        Node *of = order[i]->grad_of;
        map[order[i]->id]->grad_of =
            of != NULL && of->graph == b->graph ? map[of->id] : NULL;
    }
    for (int k = 0; k < n_outs; k++)
        graph_out(g, arena_format(r->arena, "out%d", k + 1), map[outs[k]->id]);
    return g;
}

static void check_sequences(Run *r, const Form *xs)
{
    for (int k = 0; k < xs->n; k++) {
        if (xs->at[k]->shape.rank == 0)
            run_fail(r, "scan: a sequence is cut along axis 1, but %s is a scalar",
                     describe_node(xs->at[k]));
        if (!same_dim(&xs->at[k]->shape, 0, &xs->at[0]->shape, 0))
            run_fail(r, "scan: the sequences have different lengths: %s and %s%s",
                     describe_node(xs->at[0]), describe_node(xs->at[k]),
                     dim_hint(r, &xs->at[0]->shape, 0, &xs->at[k]->shape, 0));
    }
}

/* A number of turns is no sequence. */
static Form read_sequences(lua_State *L, int i)
{
    Run *r = run_of(L);
    if (lua_type(L, i) == LUA_TNUMBER || to_dim(L, i) != NULL)
        run_fail(r,
                 "scan: the sequence must be a tensor, not %s: n turns are "
                 "mf.arange(n)",
                 describe(L, i));
    Form xs = read_form(L, i, "the sequence", member);
    if (xs.n == 0)
        run_fail(r, "scan: there is no sequence, whose axis 1 says how many turns: "
                    "mf.scan(fn, init, mf.arange(n))");
    return xs;
}

static Node *member_slot(Body *b, const Form *form, int k, bool sequence)
{
    Node *slot = open_slot(b, form->at[k], sequence);
    return form->label[k] != NULL ? node_labelled(slot, form->label[k]) : slot;
}

/* Calls fn on the slots; its results are on the stack at 4 and 5. */
static void trace(lua_State *L, Body *b, const Form *init, const Form *xs)
{
    Run *r = run_of(L);
    Node **carry = NEW_N(r->arena, Node *, init->n);
    Node **slice = NEW_N(r->arena, Node *, xs->n);
    for (int k = 0; k < init->n; k++)
        carry[k] = member_slot(b, init, k, false);
    for (int k = 0; k < xs->n; k++)
        slice[k] = member_slot(b, xs, k, true);
    lua_settop(L, 3);
    lua_pushvalue(L, 1);
    push_form(L, init, carry);
    push_form(L, xs, slice);
    lua_call(L, 2, 2);
}

/* A body for one turn over these sequences; nodes go to it until close_body. */
static Body *open_body(Run *r, const Form *xs)
{
    Body *b = NEW(r->arena, Body);
    b->graph = graph_new(r->arena, "body");
    b->graph->count = r->root->count;
    b->graph->where = r->where;
    b->turns = xs->at[0]->shape.dim[0];
    b->turns_sym = xs->at[0]->shape.sym[0];
    b->outer = r->body;
    r->body = b;
    r->graph = b->graph;
    return b;
}

static void close_body(Run *r, Body *b)
{
    r->body = b->outer;
    r->graph = b->outer != NULL ? b->outer->graph : r->root;
}

/* What the scan works on: carries, sequences, drawn sequences, captures; and for
 * each slot of the trace the number of its operand. */
typedef struct Operands {
    int n, sequences;
    Node **at;
    int *number;
} Operands;

static Operands operands(Run *r, const Body *b, const Form *init, const Form *xs)
{
    Operands o = {.sequences = xs->n};
    o.at = NEW_N(r->arena, Node *, b->n_slots);
    o.number = NEW_N(r->arena, int, b->n_slots);
    for (int k = 0; k < init->n + xs->n; k++) {
        o.at[o.n] = k < init->n ? init->at[k] : xs->at[k - init->n];
        o.number[k] = o.n++;
    }
    for (int captures = 0; captures < 2; captures++)
        for (int k = 0; k < b->slots.n; k++) {
            const Slot *slot = &b->slots.at[k];
            if (slot->sequence == (captures == 1))
                continue;
            o.at[o.n] = slot->outer;
            o.number[slot->number] = o.n++;
            o.sequences += slot->sequence;
        }
    return o;
}

static int scan_scan(lua_State *L)
{
    Run *r = run_of(L);
    bool callable = lua_isfunction(L, 1) ||
                    (to_tensor(L, 1) == NULL && luaL_getmetafield(L, 1, "__call"));
    if (!callable)
        run_fail(r,
                 "scan: wants a function first: mf.scan(function(carry, x) ... return "
                 "carry, out end, init, xs), not %s",
                 describe(L, 1));
    lua_settop(L, 3);
    Form init = read_form(L, 2, "the initial carry", member);
    Form xs = read_sequences(L, 3);
    check_sequences(r, &xs);
    Body *b = open_body(r, &xs);
    trace(L, b, &init, &xs);
    Form next = read_form(L, 4, "the carry that the function returns", member);
    Form out = read_form(L, 5, "what the function returns beside the carry", member);
    check_carry(r, &init, &next);
    close_body(r, b);

    Operands o = operands(r, b, &init, &xs);
    int n = next.n + out.n;
    Node **outs = NEW_N(r->arena, Node *, n);
    for (int k = 0; k < n; k++)
        outs[k] = k < next.n ? next.at[k] : out.at[k - next.n];
    for (int k = 0; k < n; k++) { /* keys of tables are names */
        const char *label = k < next.n ? next.label[k] : out.label[k - next.n];
        if (label != NULL)
            node_labelled(outs[k], label);
    }
    Graph *body = finish_body(r, b, init.n, n, outs, o.number);
    Node *scan = n_scan(r->graph, body, init.n, o.sequences, o.n, o.at);
    for (int k = 0; k < n; k++)
        outs[k] = n_get(scan, k);
    push_form(L, &next, outs);
    push_form(L, &out, outs + next.n);
    return 2;
}

void scan_open(lua_State *L)
{
    static const Api functions[] = {{"scan", scan_scan, 3}};
    call_register(L, 1, functions, API_FUNCTION);
}

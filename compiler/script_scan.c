/*
 * script_scan.c - mf.scan(fn, init, xs): fn is called once, on slots of a new
 * graph, the body; what it returns are the body's outs. Outer tensors that it
 * reads become operands on the way (run_capture).
 *
 *     carry   tensor | list | keyed table, the same going in and coming out
 *     xs, out the same forms; keys in the order of lib_keys
 */
#include "script.h"

#include <string.h>

/* The tensors of a form, and how to make a value of the same form. */
typedef struct Form {
    int n;
    bool table;
    const char **key; /* of a keyed table; NULL: a list or one tensor */
    Node **at;
} Form;

static Node *member(lua_State *L, int i, const char *what)
{
    if (lua_type(L, i) == LUA_TNUMBER)
        return check_operand(L, i, run_of(L)->real);
    return check_node_arg(L, i, what);
}

static Form read_form(lua_State *L, int i, const char *what)
{
    Run *r = run_of(L);
    i = lua_absindex(L, i);
    Form form = {.table = lua_istable(L, i)};
    if (lua_isnoneornil(L, i))
        return form;
    if (!form.table) {
        form.n = 1;
        form.at = NEW_N(r->arena, Node *, 1);
        form.at[0] = member(L, i, what);
        return form;
    }
    form.n = lib_keys(L, i);
    form.at = NEW_N(r->arena, Node *, form.n);
    for (int k = 0; k < form.n; k++) {
        lua_rawgeti(L, -1, k + 1);
        bool named = lua_type(L, -1) == LUA_TSTRING;
        if (k == 0 && named)
            form.key = NEW_N(r->arena, const char *, form.n);
        if (named != (form.key != NULL))
            run_fail(r, "scan: %s mixes names and positions", what);
        if (named)
            form.key[k] = check_name(L, -1, "a name");
        else if (lua_tointeger(L, -1) != k + 1)
            run_fail(r, "scan: %s is a list with a gap", what);
        lua_rawget(L, i);
        form.at[k] = member(L, -1, what);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return form;
}

static void push_form(lua_State *L, const Form *form, Node *const *at)
{
    if (form->n == 0 && !form->table) {
        lua_pushnil(L);
        return;
    }
    if (!form->table) {
        push_node(L, at[0]);
        return;
    }
    lua_createtable(L, form->n, 0);
    for (int k = 0; k < form->n; k++) {
        push_node(L, at[k]);
        if (form->key != NULL)
            lua_setfield(L, -2, form->key[k]);
        else
            lua_rawseti(L, -2, k + 1);
    }
}

static bool same_form(const Form *a, const Form *b)
{
    if (a->n != b->n || a->table != b->table || (a->key == NULL) != (b->key == NULL))
        return false;
    for (int k = 0; a->key != NULL && k < a->n; k++)
        if (strcmp(a->key[k], b->key[k]) != 0)
            return false;
    return true;
}

static bool has_key(const Form *form, const char *key)
{
    for (int k = 0; form->key != NULL && k < form->n; k++)
        if (strcmp(form->key[k], key) == 0)
            return true;
    return false;
}

/* " (without c)": the first name that one of the forms lacks. */
static const char *lacking(Run *r, const Form *init, const Form *next)
{
    if (init->key == NULL || next->key == NULL)
        return "";
    for (int k = 0; k < init->n; k++)
        if (!has_key(next, init->key[k]))
            return arena_format(r->arena, " (without %s)", init->key[k]);
    for (int k = 0; k < next->n; k++)
        if (!has_key(init, next->key[k]))
            return arena_format(r->arena, " (%s is new)", next->key[k]);
    return "";
}

static void check_carry(Run *r, const Form *init, const Form *next)
{
    if (!same_form(init, next))
        run_fail(r,
                 "scan: the function must return a carry of the same form as the "
                 "initial one: %d tensor%s%s%s",
                 init->n, init->n == 1 ? "" : "s",
                 init->key != NULL ? " by the same names"
                 : init->table     ? " in a list"
                                   : "",
                 lacking(r, init, next));
    for (int k = 0; k < init->n; k++)
        if (!same_shape(&init->at[k]->shape, &next->at[k]->shape) ||
            init->at[k]->dtype != next->at[k]->dtype)
            run_fail(r,
                     "scan: the carry must keep its type: it begins as %s and the "
                     "function returns %s",
                     describe_node(init->at[k]), describe_node(next->at[k]));
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
    if (xs->n == 0)
        run_fail(r, "scan: there is no sequence, whose axis 1 says how many turns: "
                    "mf.scan(fn, init, mf.arange(n))");
    for (int k = 0; k < xs->n; k++) {
        if (xs->at[k]->shape.rank == 0)
            run_fail(r, "scan: a sequence is cut along axis 1, but %s is a scalar",
                     describe_node(xs->at[k]));
        if (!same_dim(&xs->at[k]->shape, 0, &xs->at[0]->shape, 0))
            run_fail(r, "scan: the sequences have different lengths: %s and %s",
                     describe_node(xs->at[0]), describe_node(xs->at[k]));
    }
}

static Node *member_slot(Body *b, const Form *form, int k, bool sequence)
{
    Node *slot = open_slot(b, form->at[k], sequence);
    return form->key != NULL ? node_labelled(slot, form->key[k]) : slot;
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
    Form init = read_form(L, 2, "the initial carry");
    Form xs = read_form(L, 3, "the sequence");
    check_sequences(r, &xs);
    Body *b = open_body(r, &xs);
    trace(L, b, &init, &xs);
    Form next = read_form(L, 4, "the carry that the function returns");
    Form out = read_form(L, 5, "what the function returns beside the carry");
    check_carry(r, &init, &next);
    close_body(r, b);

    Operands o = operands(r, b, &init, &xs);
    int n = next.n + out.n;
    Node **outs = NEW_N(r->arena, Node *, n);
    for (int k = 0; k < n; k++)
        outs[k] = k < next.n ? next.at[k] : out.at[k - next.n];
    for (int k = 0; k < n; k++) { /* keys of tables are names */
        const Form *form = k < next.n ? &next : &out;
        if (form->key != NULL)
            node_labelled(outs[k], form->key[k < next.n ? k : k - next.n]);
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

/*
 * op_scan_back.c - the gradient of a scan: a scan that runs the other way, over
 * a body made by differentiating the forward one.
 *
 *     carries     the gradients of the carries, and sums over the turns of those
 *                 of outer tensors
 *     sequences   what the forward scan keeps of each turn (scan_keep.c); its
 *                 sequences; the gradients of its stacked outs
 *     outer       the forward scan's
 *     outs        the gradients of the sequences
 *
 * Where the gradient of an outer tensor is a product in every turn, dw += h' dz,
 * it is one product after the loop instead, over the stacked h and dz.
 */
#include "lift.h"
#include "scan_keep.h"

#include <string.h>

enum { CARRIES, SEQUENCES, TURNS, REVERSE };

typedef enum Group { G_CARRY, G_SEQUENCE, G_OUTER, GROUPS } Group;

/* An operand of the backward scan and its slot in the body. */
typedef struct Slot {
    Group group;
    Node *node, *operand; /* operand NULL: an incoming carry that is not kept */
    Node *next;           /* carry: what a turn makes of it */
} Slot;

typedef struct Back {
    Arena *scratch;
    Graph *g;
    Node *scan;                  /* the forward scan */
    int carries, first, results; /* first: the number of the first outer operand */
    const bool *need;
    Graph *body;
    ARRAY(Slot) slots;
    ARRAY(Node *) stacks; /* of the body: what is stacked */
    bool *varies;         /* by body id: differs from turn to turn */
    bool *late;           /* by body id: made of gradients */
    Node **forward;       /* by operand: its forward value, in the body */
    Node **value;         /* by result: the same */
    Node **seed;          /* by result: its gradient, in the body */
    Node **of;            /* by operand: its gradient in one turn */
    Node *made;           /* the backward scan */
} Back;

static Node *new_slot(Back *b, Group group, Node *operand, Dtype dtype, Shape shape)
{
    Slot slot = {group, n_slot(b->body, b->slots.n, dtype, shape), operand, NULL};
    PUSH(b->scratch, b->slots, slot);
    return slot.node;
}

static Node *add_slot(Back *b, Group group, Node *operand)
{
    Shape shape = group == G_SEQUENCE ? shape_drop(operand->shape, 0) : operand->shape;
    return node_called_as(new_slot(b, group, operand, operand->dtype, shape), operand);
}

static Slot *find_slot(const Back *b, const Node *node)
{
    for (int i = 0; i < b->slots.n; i++)
        if (b->slots.at[i].node == node)
            return &b->slots.at[i];
    return NULL;
}

/* ---- the forward turn, again ---- */

/* Copies the forward turn into the body: b->value. */
static void copy_turn(Back *b)
{
    const Graph *body = b->scan->attr.body;
    Node **roots = NEW_N(b->scratch, Node *, body->outs.n);
    Node **map = NEW_N(b->scratch, Node *, body->nodes.n);
    int n;
    for (int i = 0; i < body->outs.n; i++)
        roots[i] = body->outs.at[i].node;
    Node **order = graph_order(b->scratch, body, body->outs.n, roots, &n);
    for (int i = 0; i < n; i++) {
        int k = slot_index(order[i]);
        if (k >= 0) {
            map[order[i]->id] = b->forward[k];
            continue;
        }
        Node **arg = NEW_N(b->scratch, Node *, order[i]->n);
        for (int j = 0; j < order[i]->n; j++)
            arg[j] = map[order[i]->arg[j]->id];
        map[order[i]->id] = node_copy(b->body, order[i], arg);
    }
    for (int i = 0; i < n; i++) {
        Node *of = order[i]->grad_of, *copy = map[order[i]->id];
        if (slot_index(order[i]) < 0)
            copy->grad_of = of == NULL ? NULL : map[of->id];
    }
    for (int k = 0; k < b->results; k++)
        b->value[k] = map[roots[k]->id];
}

/* The carries are stacked, and stacks have an axis more. */
static void check_ranks(const Node *scan)
{
    for (int k = 0; k < scan->attr.at[CARRIES]; k++)
        if (scan->arg[k]->shape.rank == MAX_RANK)
            fail_at(
                scan->where,
                "scan: the carry %s is %s, and the gradient keeps it for each turn: "
                "it needs a rank below %d",
                node_label(scan->arg[k]), type_text(scan->arg[k]), MAX_RANK);
}

/* ---- one turn back ---- */

static void add_forward_slots(Back *b, Node *const *dresult)
{
    Node *scan = b->scan;
    for (int k = 0; k < b->carries; k++)
        if (is_float(scan->arg[k]->dtype))
            b->seed[k] =
                add_slot(b, G_CARRY,
                         dresult[k] != NULL ? dresult[k] : n_like(scan->arg[k], 0));
    for (int k = 0; k < b->carries; k++)
        b->forward[k] =
            node_called_as(new_slot(b, G_SEQUENCE, NULL, scan->arg[k]->dtype,
                                    scan->arg[k]->shape),
                           n_slot(scan->attr.body, k, scan->arg[k]->dtype,
                                  scan->arg[k]->shape));
    for (int k = b->carries; k < scan->n; k++)
        b->forward[k] = add_slot(b, k < b->first ? G_SEQUENCE : G_OUTER, scan->arg[k]);
    for (int k = b->carries; k < b->results; k++)
        if (dresult[k] != NULL)
            b->seed[k] = add_slot(b, G_SEQUENCE, dresult[k]);
}

/* Differentiates a turn: b->of. */
static void differentiate(Back *b)
{
    ARRAY(Node *) ys = {0}, seeds = {0}, xs = {0};
    ARRAY(int) operand = {0};
    copy_turn(b);
    for (int k = 0; k < b->results; k++)
        if (b->seed[k] != NULL) {
            PUSH(b->scratch, ys, b->value[k]);
            PUSH(b->scratch, seeds, b->seed[k]);
        }
    for (int k = 0; k < b->scan->n; k++)
        if (k < b->carries ? is_float(b->scan->arg[k]->dtype) : b->need[k]) {
            PUSH(b->scratch, xs, b->forward[k]);
            PUSH(b->scratch, operand, k);
        }
    Node **grad = NEW_N(b->scratch, Node *, xs.n);
    graph_grad_many(ys.n, ys.at, seeds.at, xs.n, xs.at, grad);
    for (int i = 0; i < xs.n; i++)
        b->of[operand.at[i]] = grad[i];
}

/* ---- stacks, and sums over all turns ---- */

static int stack_number(const Back *b, const Node *n)
{
    for (int i = 0; i < b->stacks.n; i++)
        if (b->stacks.at[i] == n)
            return i;
    return -1;
}

/* The views that show all of their operand. */
static bool shows_all(const Node *n)
{
    bool moves = n->op == OP_reshape || n->op == OP_permute;
    return (moves || n->op == OP_slide || n->op == OP_broadcast) &&
           n->arg[0]->shape.rank < MAX_RANK;
}

/* What n shows in another form, or many times, or n: that is what is stacked, once. */
static Node *source_of(Node *n)
{
    Node *a = n;
    while (shows_all(a))
        a = a->arg[0];
    return shape_size(&a->shape) <= shape_size(&n->shape) ? a : n;
}

static bool is_sequence(const Back *b, const Node *n)
{
    const Slot *slot = find_slot(b, n);
    return slot != NULL && slot->group == G_SEQUENCE;
}

static bool is_stacked(const Back *b, Node *n)
{
    const Node *source = source_of(n);
    return is_sequence(b, source) || stack_number(b, source) >= 0;
}

static void add_stack(Back *b, Node *n)
{
    if (!is_stacked(b, n))
        PUSH(b->scratch, b->stacks, source_of(n));
}

static int count_carries(const Back *b)
{
    int n = 0;
    for (int i = 0; i < b->slots.n; i++)
        n += b->slots.at[i].group == G_CARRY;
    return n;
}

/* The views that make n of its source, over the stack of that. */
static Node *over_stack(const Node *n, const Node *source, Node *stack)
{
    if (n == source)
        return stack;
    Node *a = over_stack(n->arg[0], source, stack);
    return node_lift(n, &a, 1, (Turns){a->shape.dim[0], a->shape.sym[0]});
}

/* All the turns' values of a node of the body. */
static Node *stack_of(const Back *b, Node *n)
{
    const Node *source = source_of(n);
    Node *stack = is_sequence(b, source)
                      ? find_slot(b, source)->operand
                      : n_get(b->made, count_carries(b) + stack_number(b, source));
    return over_stack(n, source, stack);
}

static void mark_nodes(Back *b)
{
    b->varies = NEW_N(b->scratch, bool, b->body->nodes.n);
    b->late = NEW_N(b->scratch, bool, b->body->nodes.n);
    for (int i = 0; i < b->slots.n; i++)
        b->varies[b->slots.at[i].node->id] = b->slots.at[i].group != G_OUTER;
    for (int k = 0; k < b->results; k++)
        if (b->seed[k] != NULL)
            b->late[b->seed[k]->id] = true;
    for (int i = 0; i < b->body->nodes.n; i++) {
        const Node *n = b->body->nodes.at[i];
        for (int k = 0; k < n->n; k++) {
            b->varies[i] = b->varies[i] || b->varies[n->arg[k]->id];
            b->late[i] = b->late[i] || b->late[n->arg[k]->id];
        }
    }
}

/* Operators f with f(a) + f(b) = f(a + b). */
static bool is_linear(const Node *n)
{
    return n->op == OP_permute || n->op == OP_reshape || n->op == OP_neg ||
           n->op == OP_add;
}

enum { DEPTH = 64 };

/* Whether the sum of this term over all turns can be made after the loop from
 * stacks that cost little: those of factors, and those that are there anyway. */
static bool has_total(const Back *b, const Node *term, int depth)
{
    if (depth == 0)
        return false;
    if (term->op == OP_full)
        return term->attr.num == 0;
    if (term->op == OP_sum)
        return is_stacked(b, term->arg[0]);
    if (term->op == OP_contract)
        return b->varies[term->arg[0]->id] && b->varies[term->arg[1]->id] &&
               term->arg[0]->shape.rank < MAX_RANK &&
               term->arg[1]->shape.rank < MAX_RANK;
    for (int k = 0; k < term->n; k++)
        if (!is_linear(term) || !has_total(b, term->arg[k], depth - 1))
            return false;
    return term->n > 0;
}

static void add_total_stacks(Back *b, Node *term)
{
    for (int k = 0; k < term->n; k++)
        if (term->op == OP_contract)
            add_stack(b, term->arg[k]);
        else if (term->op != OP_sum)
            add_total_stacks(b, term->arg[k]);
}

/* The same contraction, with one more summed letter in front: the turn. */
static Node *total_product(const Back *b, const Node *term)
{
    const char *text = term->attr.text, *comma = strchr(text, ',');
    char t = 'a'; /* two operands have at most 16 letters */
    while (strchr(text, t) != NULL)
        t++;
    Node *p = stack_of(b, term->arg[0]), *q = stack_of(b, term->arg[1]);
    return n_contract(p, q,
                      arena_format(b->g->arena, "%c%.*s,%c%s", t, (int)(comma - text),
                                   text, t, comma + 1));
}

static Node *total_of(const Back *b, const Node *term)
{
    if (term->op == OP_full)
        return n_full(b->g, term->dtype, term->shape, 0);
    if (term->op == OP_sum)
        return n_sum(stack_of(b, term->arg[0]), (unsigned)term->attr.at[0] << 1 | 1);
    if (term->op == OP_contract)
        return total_product(b, term);
    Node *arg[2];
    for (int k = 0; k < term->n; k++)
        arg[k] = total_of(b, term->arg[k]);
    return node_new(b->g, term->op, term->n, arg, &term->attr);
}

/* ---- what is kept of a turn ---- */

/* Marks the factors of this total: they are stacked, whoever makes them. */
static void mark_factors(const Back *b, Node *term, bool *stays)
{
    for (int k = 0; k < term->n && term->op != OP_sum; k++)
        if (term->op == OP_contract)
            stays[source_of(term->arg[k])->id] = true;
        else
            mark_factors(b, term->arg[k], stays);
}

/* Which nodes of the body all turns leave in memory anyway. */
static bool *staying(const Back *b)
{
    bool *stays = NEW_N(b->scratch, bool, b->body->nodes.n);
    for (int k = b->carries; k < b->first; k++)
        stays[b->forward[k]->id] = b->scan->arg[k]->n == 0;
    for (int k = b->carries; k < b->results; k++)
        if (b->seed[k] != NULL)
            stays[b->value[k]->id] = true;
    for (int k = b->first; k < b->scan->n; k++)
        if (b->need[k] && has_total(b, b->of[k], DEPTH))
            mark_factors(b, b->of[k], stays);
    return stays;
}

static const bool *choose_kept(const Back *b)
{
    ARRAY(Node *) roots = {0};
    for (int k = 0; k < b->scan->n; k++)
        if (b->of[k] != NULL)
            PUSH(b->scratch, roots, b->of[k]);
    Turn turn = {b->body, roots.n, roots.at, b->varies, b->late, staying(b)};
    bool *kept = NEW_N(b->scratch, bool, b->body->nodes.n);
    scan_keep(b->scratch, &turn, kept);
    return kept;
}

/* Numbers the slots of a copy of the forward turn as the forward scan has them. */
static void number_as_forward(const Back *b, const Graph *turn)
{
    int *number = NEW_N(b->scratch, int, b->slots.n);
    for (int k = 0; k < b->scan->n; k++)
        number[slot_index(b->forward[k])] = k;
    for (int i = 0; i < turn->nodes.n; i++)
        if (slot_index(turn->nodes.at[i]) >= 0)
            slot_number(turn->nodes.at[i], number[slot_index(turn->nodes.at[i])]);
}

/* Lets the forward scan stack these nodes of the body too; which[i] becomes the number
 * of the result. */
static void stack_forward(Back *b, int n, Node *const *nodes, int *which)
{
    const Graph *old = b->scan->attr.body;
    ARRAY(Out) outs = {0};
    for (int k = 0; k < b->results; k++) {
        Out out = {old->outs.at[k].name, b->value[k], false};
        PUSH(b->scratch, outs, out);
    }
    for (int i = 0; i < n; i++) {
        which[i] = b->carries;
        while (which[i] < outs.n && outs.at[which[i]].node != nodes[i])
            which[i]++;
        Out out = {"kept", nodes[i], false};
        if (which[i] == outs.n)
            PUSH(b->scratch, outs, out);
    }
    if (outs.n == b->results)
        return;
    Graph *turn = graph_extract(b->body, old->name, outs.n, outs.at, BOTH_MODES);
    number_as_forward(b, turn);
    b->scan->attr.body = turn;
    scan_shape(b->scan);
}

/* Lets the way back read what is kept: its node becomes a slot. */
static void keep(Back *b)
{
    const bool *kept = choose_kept(b);
    ARRAY(Node *) nodes = {0};
    for (int i = 0; i < b->body->nodes.n; i++) {
        const Slot *slot = find_slot(b, b->body->nodes.at[i]);
        if (kept[i] && (slot == NULL || slot->operand == NULL))
            PUSH(b->scratch, nodes, b->body->nodes.at[i]);
    }
    int *which = NEW_N(b->scratch, int, nodes.n);
    stack_forward(b, nodes.n, nodes.at, which);
    for (int i = 0; i < nodes.n; i++) {
        Node *n = nodes.at[i], *stack = n_get(b->scan, which[i]);
        Slot *slot = find_slot(b, n);
        if (slot != NULL) {
            slot->operand = stack;
            continue;
        }
        Slot new = {G_SEQUENCE, n, stack, NULL};
        n->op = OP_input;
        n->n = 0;
        n->attr = (Attr){.n = 1};
        PUSH(b->scratch, b->slots, new);
    }
}

/* ---- putting it together ---- */

/* Which gradients of outer tensors are made after the loop; the others become
 * carries that sum. */
static void sum_outer(Back *b, bool *after, Slot **carry)
{
    int n = b->scan->n;
    for (int k = b->first; k < n; k++) {
        after[k] = b->need[k] && has_total(b, b->of[k], DEPTH);
        if (after[k])
            add_total_stacks(b, b->of[k]);
    }
    int *number = NEW_N(b->scratch, int, n);
    for (int k = b->first; k < n; k++)
        if (b->need[k] && !after[k]) {
            number[k] = b->slots.n;
            Node *sum = add_slot(b, G_CARRY, n_like(b->scan->arg[k], 0));
            b->slots.at[number[k]].next = n_add(sum, b->of[k]);
        }
    for (int k = b->first; k < n; k++)
        carry[k] = b->need[k] && !after[k] ? &b->slots.at[number[k]] : NULL;
}

/* Numbers the slots group by group and makes the scan. */
static void make_scan(Back *b)
{
    int n[GROUPS] = {0}, count = 0;
    Node **arg = NEW_N(b->scratch, Node *, b->slots.n);
    for (int group = 0; group < GROUPS; group++)
        for (int i = 0; i < b->slots.n; i++) {
            Slot *slot = &b->slots.at[i];
            if ((int)slot->group != group || slot->operand == NULL)
                continue;
            if (slot->group == G_CARRY)
                graph_out(b->body, "carry", slot->next);
            slot_number(slot->node, count);
            arg[count++] = slot->operand;
            n[group]++;
        }
    for (int i = 0; i < b->stacks.n; i++)
        graph_out(b->body, "out", b->stacks.at[i]);
    if (b->body->outs.n == 0) /* each gradient is a seed, or made of seeds alone */
        return;
    const Attr *forward = &b->scan->attr;
    Attr attr = {.at = {n[G_CARRY], n[G_SEQUENCE], forward->at[TURNS],
                        !forward->at[REVERSE]},
                 .sym = {forward->sym[0]}};
    Graph *body = graph_extract(b->body, b->body->name, b->body->outs.n,
                                b->body->outs.at, BOTH_MODES);
    b->made = scan_new(b->g, body, &attr, count, arg);
}

/* The place of a carry among the carries. */
static int carry_number(const Back *b, const Slot *carry)
{
    int n = 0;
    for (const Slot *slot = b->slots.at; slot != carry; slot++)
        n += slot->group == G_CARRY;
    return n;
}

void scan_backward(Node *scan, Node *const *dresult, const bool *need, Node **out)
{
    check_ranks(scan);
    Arena *scratch = arena_new();
    int results = scan_results(scan), n = scan->n;
    Back b = {.scratch = scratch,
              .g = scan->graph,
              .scan = scan,
              .carries = (int)scan->attr.at[CARRIES],
              .first = (int)(scan->attr.at[CARRIES] + scan->attr.at[SEQUENCES]),
              .results = results,
              .need = need,
              .body = graph_new(scan->graph->arena, "back"),
              .forward = NEW_N(scratch, Node *, n),
              .value = NEW_N(scratch, Node *, results),
              .seed = NEW_N(scratch, Node *, results),
              .of = NEW_N(scratch, Node *, n)};
    b.body->where = scan->where;
    b.body->count = scan->graph->count;
    bool *after = NEW_N(scratch, bool, n);
    Slot **carry = NEW_N(scratch, Slot *, n);
    add_forward_slots(&b, dresult);
    differentiate(&b);
    mark_nodes(&b);
    for (int k = b.carries; k < b.first; k++)
        if (need[k])
            add_stack(&b, b.of[k]);
    keep(&b);
    sum_outer(&b, after, carry);
    for (int k = 0; k < b.carries; k++)
        if (b.seed[k] != NULL) {
            carry[k] = find_slot(&b, b.seed[k]);
            carry[k]->next = b.of[k];
        }
    make_scan(&b);
    for (int k = 0; k < n; k++) {
        if (!need[k])
            out[k] = NULL;
        else if (carry[k] != NULL)
            out[k] = n_get(b.made, carry_number(&b, carry[k]));
        else
            out[k] = after[k] ? total_of(&b, b.of[k]) : stack_of(&b, b.of[k]);
    }
    arena_free(scratch);
}

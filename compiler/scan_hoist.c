/*
 * scan_hoist.c - takes out of the body of a new scan what does not wait for its
 * carries, before gradients are made, so that these are made outside too.
 *
 *     invariant    made of outer tensors alone: exp(log_a), a norm of weights. Made
 *                  once, and an outer operand from then on
 *     sequential   made of sequences too, but of no carry. A product of it with
 *                  something invariant is made for all turns at once (lift.h),
 *                      x_t Wx   "bi,ij->bj"   is   xs Wx   "tbi,ij->tbj"
 *                  and is a sequence; what is made of that alone follows it
 *     carried      the rest, which stays
 *
 * Each element is the same sum of the same terms as before. Views stay with their
 * readers: what they show is what moves. Three marks for a node of the body:
 *
 *     outside      its value is made before the loop, where somebody reads it
 *     inside       a turn reads it: computes it, or finds it in an operand
 *     needed       it is to be made before the loop
 */
#include "scan_hoist.h"
#include "decisions.h"
#include "rows.h"

#include <string.h>

/* The rows that a turn multiplies by the same weights. From SOME_ROWS on these are used
 * well enough once they are in a cache, and from MANY_ROWS on wherever they are: an
 * array for all turns would be slower, and the scan may be there to do without it. */
enum { SOME_ROWS = 32, MANY_ROWS = 256, CACHED = 1 << 17 /* elements */ };

/* A uniform value is a number, wherever it is read. */
typedef enum Kind { UNIFORM, CONSTANT, INVARIANT, SEQUENTIAL, CARRIED } Kind;

/* What is known of a node of the body, by its id. */
typedef struct Mark {
    Kind kind;
    bool liftable; /* sequential, and so is all that it is made of */
    bool outside, inside, needed;
    int64_t reads;  /* elements of the largest array that it is made of, or is */
    bool in_memory; /* a turn reads it as an array, not an element at a time */
    int operand;    /* its number as an operand of the new scan */
    Node *made;     /* before the loop */
    Node *copy;     /* in the new body */
} Mark;

typedef struct Hoist {
    Arena *scratch;
    Graph *g;
    ScanParts old;
    Node **order; /* the nodes that the outs need */
    int n;
    Mark *mark;
} Hoist;

static Mark *mark_of(const Hoist *h, const Node *n)
{
    return &h->mark[n->id];
}

/* ---- what a node is ---- */

static bool is_slot(const Node *n)
{
    return slot_index(n) >= 0;
}

/* Has it elements of its own, which a turn may find in an operand? */
static bool is_computed(const Node *n)
{
    return !is_leaf(n) && !is_view(n) && n->op != OP_scan;
}

static bool is_pointwise(const Node *n)
{
    if (n->op == OP_contract)
        return !product_sums(n);
    return is_scalar_op(n->op) || n->op == OP_cast || n->op == OP_mode;
}

/* Takes an element of it no longer than to read one? */
static bool is_simple(const Node *n)
{
    return is_pointwise(n) && op_cost(n) <= 1;
}

/* What a view shows, or n. */
static Node *source_of(Node *n)
{
    while (is_view(n))
        n = n->arg[0];
    return n;
}

/* The most that one of its operands reads. */
static int64_t most_read(const Hoist *h, const Node *n)
{
    int64_t most = 1;
    for (int k = 0; k < n->n; k++) {
        int64_t reads = mark_of(h, source_of(n->arg[k]))->reads;
        most = reads > most ? reads : most;
    }
    return most;
}

/* Has it more elements than what it is made of? To make these, time and again, is then
 * better than to keep them. */
static bool widens(const Hoist *h, const Node *n)
{
    return shape_size(&n->shape) > most_read(h, n);
}

static Kind slot_kind(const Hoist *h, int k)
{
    const ScanParts *p = &h->old;
    if (k < p->carries)
        return CARRIED;
    return k < p->carries + p->sequences ? SEQUENTIAL : INVARIANT;
}

static void classify(Hoist *h, const Node *n)
{
    Mark *m = mark_of(h, n);
    bool number = n->n > 0 || n->op == OP_full;
    m->kind = is_slot(n) ? slot_kind(h, slot_index(n)) : number ? UNIFORM : CONSTANT;
    m->liftable = is_slot(n) || is_liftable(n);
    for (int k = 0; k < n->n; k++) {
        const Mark *a = mark_of(h, n->arg[k]);
        m->kind = a->kind > m->kind ? a->kind : m->kind;
        m->liftable = m->liftable && (a->kind != SEQUENTIAL || a->liftable);
    }
}

/* ---- what is made outside ---- */

/* How often a turn uses each element of the other operand of a product. */
static int64_t rows_of(const Node *product, int side)
{
    Words w = words_of(product->attr.text);
    const Shape *s = &product->arg[side]->shape;
    int64_t rows = 1;
    for (int i = 0; i < s->rank; i++)
        if (strchr(w.word[1 - side], w.word[side][i]) == NULL)
            rows *= s->dim[i];
    return rows;
}

/* Are these rows of a table, which has few of them? Of all turns together these
 * products are one of the table with the weights (rows.c). */
static bool has_few_rows(const Hoist *h, Node *a)
{
    a = source_of(a);
    bool made =
        is_slot(a); /* before the loop: one of the axes of the ids is the turns */
    if (made)
        a = source_of(h->old.arg[slot_index(a)]);
    if (a->op != OP_gather)
        return false;
    int64_t ids = size_mul(shape_size(&a->arg[1]->shape), made ? 1 : h->old.turns.n);
    return 2 * index_extent(a) <= ids;
}

static bool uses_weights_well(const Node *product, int side)
{
    int64_t rows = rows_of(product, side);
    bool cached = shape_size(&product->arg[1 - side]->shape) <= CACHED;
    return rows >= MANY_ROWS || (rows >= SOME_ROWS && cached);
}

/* Worth to be made for all turns at once: a sum of something sequential with weights,
 * and rows of a table, whose gradient would be as large as the table in each turn. */
static bool is_goal(const Hoist *h, const Node *n)
{
    if (n->op != OP_contract && n->op != OP_gather)
        return false;
    bool second = mark_of(h, n->arg[1])->kind == SEQUENTIAL;
    if (mark_of(h, n->arg[second ? 0 : 1])->kind >= SEQUENTIAL)
        return false;
    if (n->op == OP_gather)
        return second && is_float(n->dtype);
    return product_sums(n) &&
           (has_few_rows(h, n->arg[second]) || !uses_weights_well(n, second));
}

/* Is something of this kind that it is made of made outside already? */
static bool follows(const Hoist *h, const Node *n, Kind kind)
{
    for (int k = 0; k < n->n; k++) {
        const Mark *a = mark_of(h, source_of(n->arg[k]));
        if (a->outside && a->kind == kind)
            return true;
    }
    return false;
}

static bool is_outside(const Hoist *h, const Node *n)
{
    const Mark *m = mark_of(h, n);
    if (!is_computed(n) || m->kind == UNIFORM || m->kind == CARRIED)
        return false;
    if (m->kind == SEQUENTIAL)
        return m->liftable &&
               (is_goal(h, n) || (follows(h, n, m->kind) && !widens(h, n)));
    if (!is_pointwise(n))
        return true;
    bool worth = m->kind == INVARIANT || !is_simple(n) || follows(h, n, CONSTANT);
    return worth && !widens(h, n);
}

static void decide_outside(Hoist *h, const Node *n)
{
    Mark *m = mark_of(h, n);
    m->outside = is_outside(h, n);
    bool array = m->outside || is_leaf(n) || !is_pointwise(n);
    m->reads = n->op == OP_full ? 1 : array ? shape_size(&n->shape) : most_read(h, n);
}

/* Sums and the like that go into something made outside are made there as well; so a
 * turn finds them there too. */
static void add_causes(Hoist *h)
{
    for (int i = h->n - 1; i >= 0; i--) {
        const Node *n = h->order[i];
        Mark *m = mark_of(h, n);
        bool worth = is_computed(n) && !is_pointwise(n) && m->kind != UNIFORM;
        m->outside = m->outside || (m->needed && worth);
        for (int k = 0; k < n->n && (m->outside || m->needed); k++)
            mark_of(h, n->arg[k])->needed = true;
    }
}

/* ---- what stays in the turn ---- */

static void read_inside(Hoist *h, Node *n, bool in_memory)
{
    for (;; n = n->arg[0]) {
        Mark *m = mark_of(h, n);
        m->inside = true;
        m->in_memory = m->in_memory || in_memory;
        if (!is_view(n))
            return;
    }
}

/* A simple operator over what the turn reads anyway: its value would only be one more
 * array to read. */
static bool stays(const Hoist *h, const Node *n)
{
    if (!is_simple(n) || mark_of(h, n)->in_memory)
        return false;
    for (int k = 0; k < n->n; k++) {
        const Node *a = source_of(n->arg[k]);
        const Mark *m = mark_of(h, a);
        bool number = m->kind <= CONSTANT && !m->outside;
        if (!number && !m->inside)
            return false;
    }
    return true;
}

static void mark_inside(Hoist *h)
{
    const Graph *body = h->old.body;
    for (int k = 0; k < body->outs.n; k++)
        read_inside(h, body->outs.at[k].node, true);
    for (int i = h->n - 1; i >= 0; i--) {
        const Node *n = h->order[i];
        Mark *m = mark_of(h, n);
        if (!m->inside)
            continue;
        bool once = is_computed(n) && (m->kind == CONSTANT || m->kind == INVARIANT);
        if (once && m->in_memory)
            m->outside = true;
        else if (m->outside)
            m->outside = !stays(h, n);
        for (int k = 0; k < n->n && !m->outside; k++)
            read_inside(h, n->arg[k], !is_view(n) && !is_pointwise(n));
    }
}

/* Is its value found in an operand that the scan did not have? */
static bool crosses(const Hoist *h, const Node *n)
{
    const Mark *m = mark_of(h, n);
    return m->inside && m->outside;
}

/* ---- before the loop ---- */

static Node *make_outside(const Hoist *h, Node *n)
{
    const Mark *m = mark_of(h, n);
    if (is_slot(n))
        return h->old.arg[slot_index(n)];
    Node **arg = NEW_N(h->scratch, Node *, n->n);
    unsigned stacked = 0;
    for (int k = 0; k < n->n; k++) {
        const Mark *a = mark_of(h, n->arg[k]);
        arg[k] = a->made;
        stacked |= (unsigned)(a->kind == SEQUENTIAL) << k;
    }
    return m->kind == SEQUENTIAL ? node_lift(n, arg, stacked, h->old.turns)
                                 : node_copy(h->g, n, arg);
}

static void make_needed(Hoist *h)
{
    for (int i = 0; i < h->n; i++)
        h->mark[h->order[i]->id].needed = false;
    for (int i = h->n - 1; i >= 0; i--) {
        const Node *n = h->order[i];
        Mark *m = mark_of(h, n);
        m->needed = m->needed || crosses(h, n);
        for (int k = 0; k < n->n && m->needed; k++)
            mark_of(h, n->arg[k])->needed = true;
    }
    for (int i = 0; i < h->n; i++) {
        Node *n = h->order[i];
        Mark *m = mark_of(h, n);
        if (!m->needed)
            continue;
        m->made = make_outside(h, n);
        if (crosses(h, n))
            decided(m->kind == SEQUENTIAL ? D_hoist_lifted : D_hoist_once);
    }
    /* A gradient's subject may have moved with it, for all turns as it or once. */
    for (int i = 0; i < h->n; i++) {
        const Node *n = h->order[i];
        const Mark *m = mark_of(h, n);
        bool inner = n->grad_of != NULL && n->grad_of->graph == h->old.body;
        const Mark *subject = inner ? mark_of(h, n->grad_of) : NULL;
        bool alike = subject != NULL && subject->kind == m->kind;
        if (m->made != NULL && !is_slot(n))
            m->made->grad_of = alike ? subject->made : NULL;
    }
}

/* ---- the new body ---- */

/* Those of this kind that the new body reads, first the operands of old. */
static int number_operands(const Hoist *h, Kind kind, int count, Node **arg)
{
    bool whole = kind != SEQUENTIAL;
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < h->n; i++) {
            Node *n = h->order[i];
            Mark *m = mark_of(h, n);
            if ((m->kind != SEQUENTIAL) != whole || m->kind == CARRIED)
                continue;
            if (pass == 0 ? !is_slot(n) || !m->inside : !crosses(h, n))
                continue;
            arg[count] = is_slot(n) ? h->old.arg[slot_index(n)] : m->made;
            m->operand = count++;
        }
    return count;
}

static Node *copy_inside(const Hoist *h, Graph *body, const Node *n)
{
    const Mark *m = mark_of(h, n);
    if (is_slot(n) || m->outside) {
        int k = m->kind == CARRIED ? slot_index(n) : m->operand;
        Node *slot = node_named(n_slot(body, k, n->dtype, n->shape), n->name);
        return node_labelled(slot, n->label);
    }
    Node **arg = NEW_N(h->scratch, Node *, n->n);
    for (int k = 0; k < n->n; k++)
        arg[k] = mark_of(h, n->arg[k])->copy;
    return node_copy(body, n, arg);
}

static Graph *new_body(const Hoist *h)
{
    const Graph *old = h->old.body;
    Graph *body = graph_new(old->arena, old->name);
    body->where = old->where;
    for (int i = 0; i < h->n; i++) {
        const Node *n = h->order[i];
        if (mark_of(h, n)->inside)
            mark_of(h, n)->copy = copy_inside(h, body, n);
    }
    for (int i = 0; i < h->n; i++) {
        const Node *n = h->order[i];
        bool same = n->grad_of != NULL && n->grad_of->graph == old;
        if (mark_of(h, n)->copy != NULL && !is_slot(n) && !mark_of(h, n)->outside)
            mark_of(h, n)->copy->grad_of = same ? mark_of(h, n->grad_of)->copy : NULL;
    }
    for (int k = 0; k < old->outs.n; k++)
        graph_out(body, old->outs.at[k].name, mark_of(h, old->outs.at[k].node)->copy);
    return body;
}

static ScanParts new_parts(const Hoist *h)
{
    ScanParts p = h->old;
    Node **arg = NEW_N(p.body->arena, Node *, p.n + h->n);
    int n = p.carries;
    for (int k = 0; k < n; k++)
        arg[k] = p.arg[k];
    n = number_operands(h, SEQUENTIAL, n, arg);
    if (n == p.carries) /* one stays, for its length */
        arg[n++] = p.arg[p.carries];
    p.sequences = n - p.carries;
    p.n = number_operands(h, INVARIANT, n, arg);
    p.arg = arg;
    p.body = new_body(h);
    return p;
}

ScanParts scan_hoist(Graph *g, ScanParts parts)
{
    Arena *scratch = arena_new();
    const Graph *body = parts.body;
    Hoist h = {.scratch = scratch,
               .g = g,
               .old = parts,
               .mark = NEW_N(scratch, Mark, body->nodes.n)};
    Node **roots = NEW_N(scratch, Node *, body->outs.n);
    for (int k = 0; k < body->outs.n; k++)
        roots[k] = body->outs.at[k].node;
    h.order = graph_order(scratch, body, body->outs.n, roots, &h.n);
    for (int i = 0; i < h.n; i++) {
        classify(&h, h.order[i]);
        decide_outside(&h, h.order[i]);
    }
    add_causes(&h);
    mark_inside(&h);
    bool any = false;
    for (int i = 0; i < h.n; i++)
        any = any || crosses(&h, h.order[i]);
    if (any) {
        make_needed(&h);
        parts = new_parts(&h);
    }
    arena_free(scratch);
    return parts;
}

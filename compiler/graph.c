/*
 * graph.c - nodes, shapes, the order of a graph, the one rewriting walk, and
 * the checker.
 *
 *     graph_order    roots -> nodes, operands first, by structure alone
 *     graph_rewrite  for each node in order: which node shall stand for it?
 *     graph_extract  a copy for one entry point, in training or in inference
 */
#include "graph.h"

#include <assert.h>
#include <string.h>

/* ---- shapes ---- */

int64_t shape_size(const Shape *s)
{
    int64_t size = 1;
    for (int i = 0; i < s->rank; i++)
        size = size_mul(size, s->dim[i]);
    return size;
}

int64_t shape_row(const Shape *s)
{
    return s->rank == 0 ? 1 : shape_size(s) / s->dim[0];
}

bool same_dim(const Shape *a, int i, const Shape *b, int j)
{
    return a->dim[i] == b->dim[j] && a->sym[i] == b->sym[j];
}

bool shape_splits(const Shape *a, const Shape *b)
{
    int j = 0;
    for (int i = 0; i < a->rank; i++) {
        int64_t parts = 1;
        while (parts < a->dim[i] && j < b->rank)
            parts *= b->dim[j++];
        if (parts != a->dim[i])
            return false;
    }
    while (j < b->rank && b->dim[j] == 1)
        j++;
    return j == b->rank;
}

bool same_shape(const Shape *a, const Shape *b)
{
    if (a->rank != b->rank)
        return false;
    for (int i = 0; i < a->rank; i++)
        if (!same_dim(a, i, b, i))
            return false;
    return true;
}

bool same_extents(const Shape *a, const Shape *b)
{
    if (a->rank != b->rank)
        return false;
    for (int d = 0; d < a->rank; d++)
        if (a->dim[d] != b->dim[d])
            return false;
    return true;
}

Shape shape_of(int rank, const int64_t *dim)
{
    Shape s = {.rank = rank};
    for (int i = 0; i < rank; i++)
        s.dim[i] = dim[i];
    return s;
}

Shape shape_drop(Shape s, int axis)
{
    s.rank--;
    for (int i = axis; i < s.rank; i++) {
        s.dim[i] = s.dim[i + 1];
        s.sym[i] = s.sym[i + 1];
    }
    s.dim[s.rank] = 0; /* unused entries are zero */
    s.sym[s.rank] = NULL;
    return s;
}

Shape shape_insert(Shape s, int axis, int64_t dim, const char *sym)
{
    assert(s.rank < MAX_RANK);
    for (int i = s.rank; i > axis; i--) {
        s.dim[i] = s.dim[i - 1];
        s.sym[i] = s.sym[i - 1];
    }
    s.dim[axis] = dim;
    s.sym[axis] = sym;
    s.rank++;
    return s;
}

const char *shape_text(Arena *arena, const Shape *s)
{
    const char *text = "";
    for (int i = 0; i < s->rank; i++) {
        const char *comma = i > 0 ? "," : "";
        if (s->sym[i] != NULL)
            text = arena_format(arena, "%s%s%s", text, comma, s->sym[i]);
        else
            text = arena_format(arena, "%s%s%lld", text, comma, (long long)s->dim[i]);
    }
    return arena_format(arena, "[%s]", text);
}

const char *dtype_name(Dtype d)
{
    static const char *const name[DTYPES] = {"f32", "f64", "i32", "bool"};
    return name[d];
}

int64_t dtype_bytes(Dtype d)
{
    static const int64_t size[DTYPES] = {[F32] = 4, [F64] = 8, [I32] = 4, [BOOL] = 1};
    return size[d];
}

bool is_float(Dtype d)
{
    return d == F32 || d == F64;
}

const char *type_text(const Node *n)
{
    Arena *arena = n->graph->arena;
    return arena_format(arena, "%s%s", dtype_name(n->dtype),
                        shape_text(arena, &n->shape));
}

const char *node_label(const Node *n)
{
    return n->name != NULL ? n->name : node_formula(n);
}

/* ---- nodes ---- */

Graph *graph_new(Arena *arena, const char *name)
{
    Graph *g = NEW(arena, Graph);
    g->arena = arena;
    g->name = intern(arena, name);
    return g;
}

/* A node without a type yet. */
static Node *node_bare(Graph *g, Op op, int n, Node *const *arg, const Attr *attr)
{
    if (g->count != NULL && ++g->count->n > g->count->most)
        limit_at(g->where, "the graph has more than %ld nodes", g->count->most);
    int arity = op_info(op)->arity;
    if (arity >= 0 && n != arity)
        bug("%s with %d operands", op_info(op)->name, n);
    Node *y = NEW(g->arena, Node);
    y->op = op;
    y->n = n;
    y->arg = n > 0 ? NEW_N(g->arena, Node *, n) : NULL;
    for (int i = 0; i < n; i++) {
        if (arg[i]->graph != g)
            bug("%s: operand %d is of another graph", op_info(op)->name, i);
        y->arg[i] = arg[i];
    }
    if (attr != NULL) {
        y->attr = *attr;
        y->attr.text = intern(g->arena, attr->text);
    }
    y->where = g->cause != NULL ? g->cause->where : g->where;
    y->graph = g;
    return y;
}

static Node *node_add(Node *y)
{
    Graph *g = y->graph;
    for (int i = 0; i < y->shape.rank && y->attr.body == NULL; i++)
        if (y->shape.dim[i] > INT32_MAX)
            limit_at(g->where, "%s: axis %d would be %lld, more than an axis can have",
                     op_info(y->op)->name, i + 1, (long long)y->shape.dim[i]);
    y->id = g->nodes.n;
    PUSH(g->arena, g->nodes, y);
    return y;
}

Node *node_new(Graph *g, Op op, int n, Node *const *arg, const Attr *attr)
{
    Node *y = node_bare(g, op, n, arg, attr);
    op_info(op)->shape(y);
    return node_add(y);
}

Node *node_typed(Graph *g, Op op, Dtype dtype, Shape shape, const Attr *attr)
{
    Node *y = node_bare(g, op, 0, NULL, attr);
    y->dtype = dtype;
    y->shape = shape;
    op_info(op)->shape(y);
    return node_add(y);
}

Node *node_copy(Graph *g, const Node *n, Node *const *arg)
{
    Where where = g->where;
    Node *cause = g->cause;
    g->where = n->where;
    g->cause = NULL;
    Node *y = n->n == 0 ? node_typed(g, n->op, n->dtype, n->shape, &n->attr)
                        : node_new(g, n->op, n->n, arg, &n->attr);
    y->name = n->name;
    y->label = n->label;
    y->grad_of = n->grad_of;
    g->where = where;
    g->cause = cause;
    return y;
}

void graph_out(Graph *g, const char *name, Node *node)
{
    Out out = {.name = intern(g->arena, name), .node = node};
    PUSH(g->arena, g->outs, out);
}

void graph_store(Graph *g, const char *param, Node *node)
{
    Out out = {.name = intern(g->arena, param), .node = node, .store = true};
    PUSH(g->arena, g->outs, out);
}

Node *node_named(Node *n, const char *name)
{
    if (n->name == NULL && name != NULL)
        n->name = intern(n->graph->arena, name);
    return n;
}

Node *node_labelled(Node *n, const char *label)
{
    if (n->name == NULL && n->label == NULL && label != NULL)
        n->label = intern(n->graph->arena, label);
    return n;
}

Node *node_called_as(Node *n, const Node *other)
{
    bool number = other->op == OP_full || other->op == OP_const;
    return number ? n : node_labelled(n, other->name ? other->name : other->label);
}

/* ---- order ---- */

typedef struct Frame {
    Node *node;
    int next; /* operand to visit */
} Frame;

Node **graph_order(Arena *arena, const Graph *g, int n_roots, Node *const *roots,
                   int *n)
{
    bool *seen = NEW_N(arena, bool, g->nodes.n);
    ARRAY(Node *) order = {0};
    ARRAY(Frame) stack = {0};
    for (int r = 0; r < n_roots; r++) {
        if (seen[roots[r]->id])
            continue;
        seen[roots[r]->id] = true;
        PUSH(arena, stack, ((Frame){roots[r], 0}));
        while (stack.n > 0) {
            Frame *top = &stack.at[stack.n - 1];
            if (top->next == top->node->n) {
                PUSH(arena, order, top->node);
                stack.n--;
                continue;
            }
            Node *a = top->node->arg[top->next++];
            if (!seen[a->id]) {
                seen[a->id] = true;
                PUSH(arena, stack, ((Frame){a, 0}));
            }
        }
    }
    *n = order.n;
    return order.at;
}

static Node **out_order(Arena *arena, const Graph *g, int n_outs, const Out *outs,
                        int *n)
{
    Node **roots = NEW_N(arena, Node *, n_outs);
    for (int i = 0; i < n_outs; i++)
        roots[i] = outs[i].node;
    return graph_order(arena, g, n_outs, roots, n);
}

/* ---- rewriting ---- */

/* The node over the operands that stand for its own; itself if they are its own. */
static Node *with_operands(Graph *g, Node *n, Node *const *map)
{
    bool same = true;
    for (int i = 0; i < n->n; i++)
        same = same && map[n->arg[i]->id] == n->arg[i];
    if (same)
        return n;
    Node **arg = NEW_N(g->arena, Node *, n->n);
    for (int i = 0; i < n->n; i++)
        arg[i] = map[n->arg[i]->id];
    return node_copy(g, n, arg);
}

/* Names and subjects pass on to the node that stands for n, where it has none. */
static void inherit(Node *stand, const Node *n)
{
    if (stand == n || stand->op == OP_full || stand->op == OP_const)
        return;
    node_named(stand, n->name);
    node_labelled(stand, n->label);
    if (stand->op == OP_reshape && moves_ones(stand))
        node_called_as(stand->arg[0], n);
    if (stand->grad_of == NULL)
        stand->grad_of = n->grad_of;
}

/* Drops what no out needs and numbers the rest by structure. A subject that is
 * gone leaves its gradient without one. */
static void renumber(Graph *g, Node *const *map, int n_old)
{
    Arena *scratch = arena_new();
    int n;
    Node **order = out_order(scratch, g, g->outs.n, g->outs.at, &n);
    bool *live = NEW_N(scratch, bool, g->nodes.n);
    for (int i = 0; i < n; i++)
        live[order[i]->id] = true;
    for (int i = 0; i < n; i++) {
        Node *of = order[i]->grad_of;
        if (of != NULL && of->id < n_old)
            of = map[of->id];
        order[i]->grad_of = of != NULL && live[of->id] && of != order[i] ? of : NULL;
    }
    for (int i = 0; i < n; i++) {
        order[i]->id = i;
        g->nodes.at[i] = order[i];
    }
    g->nodes.n = n;
    arena_free(scratch);
}

void graph_rewrite(Graph *g, RewriteRule rule, void *context)
{
    Arena *scratch = arena_new();
    int n, n_old = g->nodes.n;
    NodeCount *count = g->count;
    Node **order = out_order(scratch, g, g->outs.n, g->outs.at, &n);
    Node **map = NEW_N(scratch, Node *, n_old);
    Where where = g->where;
    bool changed = n < n_old;
    g->count = NULL;
    g->cause = NULL;
    for (int i = 0; i < n; i++) {
        int before = g->nodes.n;
        g->where = order[i]->where;
        Node *given = with_operands(g, order[i], map);
        Node *stand = rule(context, given);
        if (stand->dtype != given->dtype || !same_shape(&stand->shape, &given->shape))
            bug("rewriting: %s %s became %s %s", op_info(given->op)->name,
                type_text(given), op_info(stand->op)->name, type_text(stand));
        /* A forward value that happens to be a gradient too is not renamed. */
        if (stand->id >= before || stand->grad_of != NULL || given->grad_of == NULL)
            inherit(stand, given);
        changed = changed || stand != order[i] || stand->id != i;
        map[order[i]->id] = stand;
    }
    for (int i = 0; i < g->outs.n; i++)
        g->outs.at[i].node = map[g->outs.at[i].node->id];
    g->where = where;
    g->count = count;
    if (changed)
        renumber(g, map, n_old);
    arena_free(scratch);
}

Graph *graph_extract(Graph *g, const char *name, int n, const Out *outs, Mode mode)
{
    Arena *scratch = arena_new();
    Graph *copy = graph_new(g->arena, name);
    copy->where = g->where;
    int count;
    Node **order = out_order(scratch, g, n, outs, &count);
    Node **map = NEW_N(scratch, Node *, g->nodes.n);
    for (int i = 0; i < count; i++) {
        Node *y = order[i];
        Node **arg = NEW_N(scratch, Node *, y->n);
        for (int k = 0; k < y->n; k++)
            arg[k] = map[y->arg[k]->id];
        if (y->op == OP_mode && mode != BOTH_MODES) {
            map[y->id] = arg[mode == TRAINING ? 0 : 1];
            inherit(map[y->id], y);
            continue;
        }
        Node *c = map[y->id] = node_copy(copy, y, arg);
        if (y->attr.body != NULL) {
            const Graph *body = y->attr.body;
            c->attr.body = graph_extract(y->attr.body, body->name, body->outs.n,
                                         body->outs.at, mode);
        }
    }
    for (int i = 0; i < n; i++) {
        Out out = {intern(g->arena, outs[i].name), map[outs[i].node->id],
                   outs[i].store};
        PUSH(copy->arena, copy->outs, out);
    }
    for (int i = 0; i < copy->nodes.n; i++) {
        Node *c = copy->nodes.at[i];
        if (c->grad_of != NULL && c->grad_of->graph == g)
            c->grad_of = map[c->grad_of->id];
    }
    renumber(copy, NULL, 0); /* what only the other mode needs is dropped */
    arena_free(scratch);
    return copy;
}

/* ---- the checker ---- */

static void check_node(const Graph *g, const Node *n, int i, const char *after)
{
    const char *op = op_info(n->op)->name;
    if (n->id != i || n->graph != g)
        bug("after %s: node %d (%s) is out of place", after, i, op);
    for (int k = 0; k < n->n; k++)
        if (n->arg[k]->graph != g || n->arg[k]->id >= i || n->arg[k]->id < 0 ||
            g->nodes.at[n->arg[k]->id] != n->arg[k])
            bug("after %s: operand %d of node %d (%s) is not before it", after, k, i,
                op);
    Node again = *n;
    if (n->n > 0) {
        memset(&again.shape, 0, sizeof again.shape);
        again.dtype = DTYPES;
    }
    op_info(n->op)->shape(&again);
    if (again.dtype != n->dtype || !same_shape(&again.shape, &n->shape))
        bug("after %s: node %d (%s) is %s, its rule says otherwise", after, i, op,
            type_text(n));
    const Node *of = n->grad_of;
    if (of != NULL && (of->dtype != n->dtype || !same_shape(&of->shape, &n->shape)))
        bug("after %s: node %d (%s) is %s, but the gradient of %s", after, i, op,
            type_text(n), type_text(of));
    if (of != NULL &&
        (of->graph != g || of->id >= g->nodes.n || g->nodes.at[of->id] != of))
        bug("after %s: node %d (%s) is the gradient of a node that is gone", after, i,
            op);
}

void graph_check(const Graph *g, const char *after)
{
    for (int i = 0; i < g->nodes.n; i++) {
        check_node(g, g->nodes.at[i], i, after);
        if (g->nodes.at[i]->attr.body != NULL)
            graph_check(g->nodes.at[i]->attr.body, after);
    }
    for (int i = 0; i < g->outs.n; i++) {
        const Node *n = g->outs.at[i].node;
        if (n->graph != g || n->id >= g->nodes.n || g->nodes.at[n->id] != n)
            bug("after %s: out %s is not in the graph", after, g->outs.at[i].name);
    }
}

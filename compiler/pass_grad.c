/*
 * pass_grad.c - reverse-mode differentiation, once back over the graph.
 *
 *     for each node u on a path from y to the xs, users first:
 *         du is complete; for each operand a on such a path:
 *             da = da + rule(u, du, a)
 *
 * Needs: nothing. The gradients are ordinary nodes of the same graph, so they
 * can be differentiated again. The order is that of graph_order: which
 * contribution comes first depends on structure alone.
 */
#include "decisions.h"
#include "rows.h"

#include <string.h>

/* What is known while walking back; arrays by the id of a node that was there
 * before. */
typedef struct Walk {
    Arena *scratch;
    Graph *g;
    int n_old;
    bool *on_path; /* between the ys and the xs */
    bool *is_x;
    Node **grad;  /* the sum of the contributions so far */
    Node ***part; /* of a scan: the same for each of its results */
} Walk;

bool carries_gradient(const Node *n)
{
    return (is_float(n->dtype) || n->op == OP_scan) && n->op != OP_stop;
}

static void mark_path(Walk *w, Node *const *order, int n, int n_xs, Node *const *xs)
{
    w->on_path = NEW_N(w->scratch, bool, w->n_old);
    w->is_x = NEW_N(w->scratch, bool, w->n_old);
    for (int i = 0; i < n_xs; i++) {
        w->on_path[xs[i]->id] = is_float(xs[i]->dtype);
        w->is_x[xs[i]->id] = true;
    }
    for (int i = 0; i < n; i++) {
        Node *u = order[i];
        for (int k = 0; k < u->n && carries_gradient(u); k++)
            w->on_path[u->id] |= w->on_path[u->arg[k]->id];
    }
}

/* *sum + dx, with dx in the shape of its subject: a rule may have lost the name
 * of a dim, but never its extent. */
static void contribute(const Shape *shape, Dtype dtype, Node **sum, Node *dx)
{
    if (dx == NULL)
        return;
    if (dx->dtype != dtype || !same_extents(&dx->shape, shape))
        bug("gradient: a contribution is %s (%s)", type_text(dx),
            op_info(dx->op)->name);
    if (!same_shape(&dx->shape, shape))
        dx = n_reshape(dx, *shape);
    *sum = *sum == NULL ? dx : n_add(*sum, dx);
}

/* What is only seen otherwise, or moved, is called after what it is of. */
static const char *subject_word(const Node *x)
{
    while (x->name == NULL && x->label == NULL && x->n == 1 &&
           (x->op == OP_reshape || op_info(x->op)->view != NULL))
        x = x->arg[0];
    return node_word(x);
}

/* dx, now complete, belongs to x and is called after it; a named subject goes before an
 * unnamed one. */
static void set_subject(const Walk *w, Node *dx, Node *x)
{
    if (dx->id < w->n_old || dx->op == OP_full)
        return;
    if (dx->grad_of == NULL || (dx->name == NULL && x->name != NULL))
        dx->grad_of = x;
    if (dx->name == NULL && x->name != NULL)
        node_named(dx, arena_format(w->scratch, "d%s", x->name));
    node_labelled(dx, arena_format(w->scratch, "d%s", subject_word(x)));
}

/* ---- parts: x was cut up, and each part has a gradient ---- */

/* A part of a sum of pads: what is padded, and where it stands along the axis. */
typedef struct Part {
    Node *node;
    int64_t at;
} Part;

typedef struct Parts {
    Arena *arena;
    int axis; /* -1 before the first */
    ARRAY(Part) list;
} Parts;

/* The one axis along which this pads with zeros, or -1. */
static int padded_axis(const Node *pad)
{
    int rank = pad->shape.rank, axis = -1;
    for (int i = 0; i < rank; i++) {
        if (pad->attr.at[2 * rank + i] != 0 || pad->attr.num != 0)
            return -1;
        if (pad->attr.at[i] == 0 && pad->attr.at[rank + i] == 0)
            continue;
        if (axis >= 0)
            return -1;
        axis = i;
    }
    return axis;
}

enum { SUMS = 3 }; /* within each other on the right */

/* Enters the pads that n adds up, sorted, those of one place in the order of the sum;
 * false if there is anything else. */
static bool collect_parts(Parts *p, Node *n, int depth)
{
    for (; n->op == OP_add; n = n->arg[0])
        if (depth == 0 || !collect_parts(p, n->arg[1], depth - 1))
            return false;
    int axis = n->op == OP_pad ? padded_axis(n) : -1;
    if (axis < 0 || (p->axis >= 0 && p->axis != axis))
        return false;
    p->axis = axis;
    Part part = {n->arg[0], n->attr.at[axis]};
    PUSH(p->arena, p->list, part);
    int i = p->list.n - 1; /* what comes now stands before those that came */
    for (; i > 0 && p->list.at[i - 1].at >= part.at; i--)
        p->list.at[i] = p->list.at[i - 1];
    p->list.at[i] = part;
    return true;
}

static int64_t part_extent(const Parts *p, int i)
{
    return p->list.at[i].node->shape.dim[p->axis];
}

/* Is it a further part of the same place as the one before it? */
static bool is_beside(const Parts *p, int i)
{
    return i > 0 && p->list.at[i].at == p->list.at[i - 1].at &&
           part_extent(p, i) == part_extent(p, i - 1);
}

/* pad(a) + pad(b) + pad(c), where the parts meet and fill all: concat(a, b, c); parts
 * of one place are added up first. */
static Node *joined(Arena *arena, Node *sum)
{
    Parts p = {.arena = arena, .axis = -1};
    if (sum->op != OP_add || !collect_parts(&p, sum, SUMS))
        return sum;
    int64_t end = 0;
    for (int i = 0; i < p.list.n; i++) {
        if (is_beside(&p, i))
            continue;
        if (p.list.at[i].at != end)
            return sum;
        end += part_extent(&p, i);
    }
    if (end != sum->shape.dim[p.axis])
        return sum;
    Node **arg = NEW_N(arena, Node *, p.list.n);
    int n = 0;
    for (int i = 0; i < p.list.n; i++)
        if (is_beside(&p, i))
            arg[n - 1] = n_add(arg[n - 1], p.list.at[i].node);
        else
            arg[n++] = p.list.at[i].node;
    for (int i = 0; i < n; i++)
        arg[i] = joined(arena, arg[i]);
    Node *all = n_concat(sum->graph, n, arg, p.axis);
    return same_shape(&all->shape, &sum->shape) ? all : n_reshape(all, sum->shape);
}

/* ---- walking back ---- */

static Node **scan_parts(Walk *w, const Node *scan)
{
    if (w->part == NULL)
        w->part = NEW_N(w->scratch, Node **, w->n_old);
    if (w->part[scan->id] == NULL)
        w->part[scan->id] = NEW_N(w->scratch, Node *, scan_results(scan));
    return w->part[scan->id];
}

static void back_scan(Walk *w, Node *u)
{
    bool *need = NEW_N(w->scratch, bool, u->n);
    Node **da = NEW_N(w->scratch, Node *, u->n);
    for (int k = 0; k < u->n; k++)
        need[k] = w->on_path[u->arg[k]->id];
    scan_backward(u, scan_parts(w, u), need, da);
    for (int k = 0; k < u->n; k++)
        contribute(&u->arg[k]->shape, u->arg[k]->dtype, &w->grad[u->arg[k]->id], da[k]);
}

static void back_operand(Walk *w, Node *u, Node *du, int k)
{
    Node *a = u->arg[k];
    if (w->on_path[a->id])
        contribute(&a->shape, a->dtype, &w->grad[a->id],
                   op_info(u->op)->grad(u, du, k));
}

/* Is what lies between the product and the rows that it reads asked for? */
static bool is_asked_for(const Walk *w, const Node *a)
{
    const Node *gather = moved_from(a);
    for (; a != gather; a = a->arg[0])
        if (w->is_x[a->id])
            return true;
    return w->is_x[gather->id];
}

/* Goes past gathered rows, where there are fewer to choose from (rows.c). */
static bool back_rows(Walk *w, Node *u, Node *du)
{
    Node *rows = NULL;
    for (int k = 0; k < 2 && !rows; k++)
        if (!is_asked_for(w, u->arg[k]))
            rows = product_of_rows(u, k);
    if (!rows)
        return false;
    decided(D_grad_rows);
    Node *product = rows->arg[0], *dproduct = op_info(OP_gather)->grad(rows, du, 0);
    node_labelled(dproduct, "dproduct");
    for (int k = 0; k < 2; k++)
        back_operand(w, product, dproduct, k);
    return true;
}

static void back_node(Walk *w, Node *u)
{
    Node *du = w->grad[u->id] = joined(w->scratch, w->grad[u->id]);
    set_subject(w, du, u);
    if (u->op == OP_get) {
        Node **part = scan_parts(w, u->arg[0]);
        contribute(&u->shape, u->dtype, &part[u->attr.at[0]], du);
        return;
    }
    if (op_info(u->op)->grad == NULL)
        return;
    if (u->op == OP_contract && back_rows(w, u, du))
        return;
    for (int k = 0; k < u->n; k++)
        back_operand(w, u, du, k);
}

static void walk_back(Walk *w, Node *const *order, int n)
{
    for (int i = n - 1; i >= 0; i--) {
        Node *u = order[i];
        if (!w->on_path[u->id])
            continue;
        w->g->cause = u;
        if (u->op == OP_scan && w->part != NULL && w->part[u->id] != NULL)
            back_scan(w, u);
        else if (u->op != OP_scan && w->grad[u->id] != NULL)
            back_node(w, u);
    }
}

void graph_grad_many(int n_ys, Node *const *ys, Node *const *seeds, int n,
                     Node *const *xs, Node **out)
{
    if (n == 0)
        return;
    Graph *g = xs[0]->graph;
    Walk w = {.scratch = arena_new(), .g = g, .n_old = g->nodes.n};
    Node *cause = g->cause;
    int count;
    Node **order = graph_order(w.scratch, g, n_ys, ys, &count);
    mark_path(&w, order, count, n, xs);
    w.grad = NEW_N(w.scratch, Node *, w.n_old);
    for (int i = 0; i < n_ys; i++)
        if (w.on_path[ys[i]->id]) {
            g->cause = ys[i];
            contribute(&ys[i]->shape, ys[i]->dtype, &w.grad[ys[i]->id], seeds[i]);
        }
    walk_back(&w, order, count);
    g->cause = cause;
    for (int i = 0; i < n; i++) {
        out[i] = w.grad[xs[i]->id];
        if (out[i] == NULL)
            out[i] = n_like(xs[i], 0);
    }
    arena_free(w.scratch);
}

void graph_grad(Node *y, Node *seed, int n, Node *const *xs, Node **out)
{
    if (!is_float(y->dtype))
        fail_at(y->graph->where, "grad: %s is %s, expected a floating value",
                node_label(y), type_text(y));
    if (seed == NULL && y->shape.rank != 0)
        fail_at(y->graph->where,
                "grad: %s is %s, expected a scalar; sum it, or give its cotangent with "
                "seed =",
                node_label(y), type_text(y));
    if (seed != NULL &&
        (seed->dtype != y->dtype || !same_shape(&seed->shape, &y->shape)))
        fail_at(y->graph->where, "grad: the seed %s is %s but %s is %s",
                node_label(seed), type_text(seed), node_label(y), type_text(y));
    if (seed == NULL)
        seed = n_like(y, 1);
    graph_grad_many(1, &y, &seed, n, xs, out);
}

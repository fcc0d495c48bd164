/*
 * op_move.c - operators that move elements and compute nothing. All but
 * reshape and concat are views: an affine map from the result's index to the
 * operand's (graph.h). Their gradients are each other:
 *
 *     permute <-> inverse permute      broadcast <-> sum      concat -> slices
 *     slice   <-> pad                  (slide and unslide: op_window.c)
 */
#include "eval.h"

#include <string.h>

View view_identity(int rank)
{
    View view = {0};
    for (int i = 0; i < MAX_RANK; i++)
        view.div[i] = 1;
    for (int i = 0; i < rank; i++)
        view.coef[i][i] = 1;
    return view;
}

/* The names of the result's dims, taken from the shape it shall have. */
static void name_dims(Attr *attr, const Shape *like)
{
    for (int i = 0; i < like->rank; i++)
        attr->sym[i] = like->sym[i];
}

static void check_rank(const Node *y, int rank)
{
    if (rank > MAX_RANK)
        fail_at(y->where, "%s: the result has rank %d, but the largest is %d",
                op_info(y->op)->name, rank, MAX_RANK);
}

/* ---- permute ---- */

void permute_shape(Node *y)
{
    const Node *a = y->arg[0];
    bool used[MAX_RANK] = {false};
    if (y->attr.n != a->shape.rank)
        fail_at(y->where, "permute: %s is %s, but %d axes are given", node_label(a),
                type_text(a), y->attr.n);
    y->shape.rank = a->shape.rank;
    for (int i = 0; i < y->attr.n; i++) {
        int64_t from = y->attr.at[i];
        if (from < 0 || from >= a->shape.rank || used[from])
            fail_at(y->where, "permute: every axis of %s, %s, must be named once",
                    node_label(a), type_text(a));
        used[from] = true;
        y->shape.dim[i] = a->shape.dim[from];
        y->shape.sym[i] = a->shape.sym[from];
    }
    y->dtype = a->dtype;
}

Node *permute_grad(Node *y, Node *dy, int k)
{
    (void)k;
    int inverse[MAX_RANK] = {0};
    for (int i = 0; i < y->attr.n; i++)
        inverse[y->attr.at[i]] = i;
    return n_permute(dy, inverse);
}

void permute_view(const Node *y, View *view)
{
    *view = view_identity(0);
    for (int i = 0; i < y->attr.n; i++)
        view->coef[y->attr.at[i]][i] = 1;
}

Node *n_permute(Node *a, const int *axes)
{
    Attr attr = {.n = a->shape.rank};
    for (int i = 0; i < a->shape.rank; i++)
        attr.at[i] = axes[i];
    return node_new(a->graph, OP_permute, 1, &a, &attr);
}

Node *n_transpose(Node *a, int i, int j)
{
    int axes[MAX_RANK];
    for (int k = 0; k < MAX_RANK; k++)
        axes[k] = k;
    axes[i] = j;
    axes[j] = i;
    return n_permute(a, axes);
}

/* ---- reshape ---- */

void reshape_shape(Node *y)
{
    const Node *a = y->arg[0];
    check_rank(y, y->attr.n);
    y->shape.rank = y->attr.n;
    for (int i = 0; i < y->attr.n; i++) {
        y->shape.dim[i] = y->attr.at[i];
        y->shape.sym[i] = y->attr.sym[i];
        if (y->attr.at[i] < 1)
            fail_at(y->where, "reshape: axis %d has extent %lld; no dim may be below 1",
                    i + 1, (long long)y->attr.at[i]);
    }
    y->dtype = a->dtype;
    int64_t before = shape_size(&a->shape), after = shape_size(&y->shape);
    if (before != after)
        fail_at(y->where, "reshape: %s is %s with %lld elements, but %s has %lld",
                node_label(a), type_text(a), (long long)before,
                shape_text(y->graph->arena, &y->shape), (long long)after);
}

Node *reshape_grad(Node *y, Node *dy, int k)
{
    return n_reshape(dy, y->arg[k]->shape);
}

bool moves_ones(const Node *n)
{
    const Shape *a = &n->arg[0]->shape, *b = &n->shape;
    int i = 0, j = 0;
    for (;;) {
        while (i < a->rank && a->dim[i] == 1)
            i++;
        while (j < b->rank && b->dim[j] == 1)
            j++;
        if (i == a->rank) /* and j == b->rank: they have as many elements */
            return true;
        if (a->dim[i++] != b->dim[j++])
            return false;
    }
}

Node *n_reshape(Node *a, Shape shape)
{
    Attr attr = {.n = shape.rank};
    for (int i = 0; i < shape.rank; i++)
        attr.at[i] = shape.dim[i];
    name_dims(&attr, &shape);
    return node_new(a->graph, OP_reshape, 1, &a, &attr);
}

/* ---- broadcast: axes of copies between the operand's own, in their order ---- */

void broadcast_shape(Node *y)
{
    const Node *a = y->arg[0];
    int rank = y->attr.n / 2, next = 0;
    check_rank(y, rank);
    y->shape.rank = rank;
    for (int i = 0; i < rank; i++) {
        int64_t from = y->attr.at[i];
        if (from >= 0 && from != next)
            bug("broadcast: axes out of order, from %s", type_text(a));
        bool own = from >= 0 && next < a->shape.rank;
        y->shape.dim[i] = own ? a->shape.dim[next] : y->attr.at[rank + i];
        y->shape.sym[i] = own ? a->shape.sym[next] : y->attr.sym[i];
        if (y->shape.dim[i] < 1)
            fail_at(y->where, "broadcast: axis %d has extent %lld", i + 1,
                    (long long)y->shape.dim[i]);
        next += from >= 0;
    }
    if (next != a->shape.rank)
        bug("broadcast: %d axes of %s are used", next, type_text(a));
    y->dtype = a->dtype;
    shape_size(&y->shape);
}

Node *broadcast_grad(Node *y, Node *dy, int k)
{
    (void)k;
    unsigned axes = 0;
    for (int i = 0; i < y->shape.rank; i++)
        if (y->attr.at[i] < 0)
            axes |= 1u << i;
    return axes == 0 ? dy : sum_window(dy, axes);
}

void broadcast_view(const Node *y, View *view)
{
    *view = view_identity(0);
    for (int i = 0; i < y->shape.rank; i++)
        if (y->attr.at[i] >= 0)
            view->coef[y->attr.at[i]][i] = 1;
}

Node *n_broadcast(Node *a, Shape shape, const int *from)
{
    Attr attr = {.n = 2 * shape.rank};
    for (int i = 0; i < shape.rank; i++) {
        attr.at[i] = from[i] < 0 ? -1 : from[i];
        attr.at[shape.rank + i] = shape.dim[i];
        attr.sym[i] = shape.sym[i];
    }
    return node_new(a->graph, OP_broadcast, 1, &a, &attr);
}

Node *n_broadcast_to(Node *a, Shape shape)
{
    Shape kept = {0};
    int from[MAX_RANK], lead = shape.rank - a->shape.rank;
    bool fits = lead >= 0;
    for (int i = 0; fits && i < shape.rank; i++) {
        from[i] = -1;
        if (i < lead)
            continue;
        if (same_dim(&a->shape, i - lead, &shape, i)) {
            from[i] = kept.rank;
            kept = shape_insert(kept, kept.rank, shape.dim[i], shape.sym[i]);
        } else {
            fits = a->shape.dim[i - lead] == 1 && a->shape.sym[i - lead] == NULL;
        }
    }
    if (!fits)
        fail_at(a->graph->where, "broadcast: %s is %s and does not fit %s",
                node_label(a), type_text(a), shape_text(a->graph->arena, &shape));
    if (same_shape(&a->shape, &shape))
        return a;
    Node *own = same_shape(&a->shape, &kept) ? a : n_reshape(a, kept);
    return n_broadcast(own, shape, from);
}

Node *n_expand(Node *a, int axis, int64_t n, const char *sym)
{
    Shape shape = a->shape;
    int from[MAX_RANK];
    if (shape.rank == MAX_RANK)
        fail_at(a->graph->where, "expand: %s is %s, and the largest rank is %d",
                node_label(a), type_text(a), MAX_RANK);
    shape = shape_insert(shape, axis, n, sym);
    for (int i = 0; i < shape.rank; i++)
        from[i] = i < axis ? i : i == axis ? -1 : i - 1;
    return n_broadcast(a, shape, from);
}

/* ---- slice ---- */

void slice_shape(Node *y)
{
    const Node *a = y->arg[0];
    int rank = a->shape.rank;
    const int64_t *start = y->attr.at, *step = start + rank, *count = step + rank;
    if (y->attr.n != 3 * rank)
        bug("slice of %s with %d integers", type_text(a), y->attr.n);
    y->shape.rank = rank;
    for (int i = 0; i < rank; i++) {
        int64_t dim = a->shape.dim[i], room = dim - 1;
        bool fits = count[i] >= 1 && count[i] <= dim && step[i] != 0 && start[i] >= 0 &&
                    start[i] <= room;
        if (fits && count[i] > 1) {
            int64_t reach = step[i] > 0 ? room - start[i] : start[i];
            int64_t stride = step[i] > 0 ? step[i] : -step[i];
            fits = stride <= room && (count[i] - 1) <= reach / stride;
        }
        if (!fits)
            fail_at(y->where,
                    "slice: %s is %s; %lld elements from element %lld in steps of %lld "
                    "are not all inside axis %d",
                    node_label(a), type_text(a), (long long)count[i],
                    (long long)start[i] + 1, (long long)step[i], i + 1);
        y->shape.dim[i] = count[i];
        y->shape.sym[i] = count[i] == dim ? a->shape.sym[i] : y->attr.sym[i];
    }
    y->dtype = a->dtype;
}

static Node *slice_named(Node *a, const int64_t *start, const int64_t *step,
                         const Shape *result)
{
    int rank = a->shape.rank;
    Attr attr = {.n = 3 * rank};
    for (int i = 0; i < rank; i++) {
        attr.at[i] = start[i];
        attr.at[rank + i] = result->dim[i] == 1 ? 1 : step[i];
        attr.at[2 * rank + i] = result->dim[i];
        attr.sym[i] = result->dim[i] == a->shape.dim[i] ? NULL : result->sym[i];
    }
    return node_new(a->graph, OP_slice, 1, &a, &attr);
}

static Node *pad_named(Node *a, const int64_t *before, const int64_t *after,
                       const int64_t *inner, double value, const Shape *result);

/* The elements of dy go back to their places, zeros between; an axis that was
 * read backwards is turned first. */
Node *slice_grad(Node *y, Node *dy, int k)
{
    const Shape *a = &y->arg[k]->shape;
    int rank = a->rank;
    const int64_t *start = y->attr.at, *step = start + rank, *count = step + rank;
    int64_t before[MAX_RANK], after[MAX_RANK], inner[MAX_RANK];
    for (int i = 0; i < rank; i++) {
        int64_t last = start[i] + (count[i] - 1) * step[i];
        int64_t low = step[i] < 0 ? last : start[i];
        int64_t high = step[i] < 0 ? start[i] : last;
        if (step[i] < 0)
            dy = n_slice_axis(dy, i, count[i] - 1, -1, count[i]);
        before[i] = low;
        after[i] = a->dim[i] - 1 - high;
        inner[i] = count[i] == 1 ? 0 : (step[i] < 0 ? -step[i] : step[i]) - 1;
    }
    return pad_named(dy, before, after, inner, 0, a);
}

void slice_view(const Node *y, View *view)
{
    int rank = y->shape.rank;
    *view = view_identity(0);
    for (int i = 0; i < rank; i++) {
        view->base[i] = y->attr.at[i];
        view->coef[i][i] = y->attr.at[rank + i];
    }
}

Node *n_slice(Node *a, const int64_t *start, const int64_t *step, const int64_t *count)
{
    Shape result = shape_of(a->shape.rank, count);
    return slice_named(a, start, step, &result);
}

Node *n_slice_axis(Node *a, int axis, int64_t start, int64_t step, int64_t count)
{
    int64_t starts[MAX_RANK] = {0}, steps[MAX_RANK];
    Shape result = a->shape;
    for (int i = 0; i < MAX_RANK; i++)
        steps[i] = 1;
    starts[axis] = start;
    steps[axis] = step;
    result.dim[axis] = count;
    result.sym[axis] = NULL;
    return slice_named(a, starts, steps, &result);
}

/* ---- pad ---- */

void pad_shape(Node *y)
{
    const Node *a = y->arg[0];
    int rank = a->shape.rank;
    const int64_t *before = y->attr.at, *after = before + rank, *inner = after + rank;
    if (y->attr.n != 3 * rank)
        fail_at(y->where, "pad: %s is %s; give a pair for each axis", node_label(a),
                type_text(a));
    y->shape.rank = rank;
    for (int i = 0; i < rank; i++) {
        if (before[i] < 0 || after[i] < 0 || inner[i] < 0)
            fail_at(y->where, "pad: axis %d of %s is padded by a negative number",
                    i + 1, node_label(a));
        int64_t n = a->shape.dim[i];
        int64_t body = size_add(n, size_mul(n - 1, inner[i]));
        y->shape.dim[i] = size_add(size_add(before[i], after[i]), body);
        bool same = y->shape.dim[i] == n;
        y->shape.sym[i] = same ? a->shape.sym[i] : y->attr.sym[i];
    }
    y->dtype = a->dtype;
    shape_size(&y->shape);
}

static Node *pad_named(Node *a, const int64_t *before, const int64_t *after,
                       const int64_t *inner, double value, const Shape *result)
{
    int rank = a->shape.rank;
    Attr attr = {.n = 3 * rank, .num = value};
    for (int i = 0; i < rank; i++) {
        attr.at[i] = before[i];
        attr.at[rank + i] = after[i];
        attr.at[2 * rank + i] = inner[i];
        if (result != NULL && (before[i] | after[i] | inner[i]) != 0)
            attr.sym[i] = result->sym[i];
    }
    return node_new(a->graph, OP_pad, 1, &a, &attr);
}

Node *pad_grad(Node *y, Node *dy, int k)
{
    const Shape *a = &y->arg[k]->shape;
    int64_t step[MAX_RANK];
    for (int i = 0; i < a->rank; i++)
        step[i] = y->attr.at[2 * a->rank + i] + 1;
    return slice_named(dy, y->attr.at, step, a);
}

void pad_view(const Node *y, View *view)
{
    int rank = y->shape.rank;
    *view = view_identity(rank);
    for (int i = 0; i < rank; i++) {
        view->base[i] = -y->attr.at[i];
        view->div[i] = y->attr.at[2 * rank + i] + 1;
    }
    view->guarded = true;
    view->fill = y->attr.num;
}

Node *n_pad(Node *a, const int64_t *before, const int64_t *after, const int64_t *inner,
            double value)
{
    static const int64_t none[MAX_RANK];
    return pad_named(a, before, after, inner == NULL ? none : inner, value, NULL);
}

/* ---- concat ---- */

void concat_shape(Node *y)
{
    int axis = (int)y->attr.at[0];
    const Node *first = y->n > 0 ? y->arg[0] : NULL;
    if (first == NULL)
        fail_at(y->where, "concat: no tensors are given");
    if (axis < 0 || axis >= first->shape.rank)
        bug("concat along axis %d of %s", axis, type_text(first));
    y->shape = first->shape;
    for (int k = 1; k < y->n; k++) {
        const Node *a = y->arg[k];
        bool fits = a->shape.rank == first->shape.rank && a->dtype == first->dtype;
        for (int i = 0; fits && i < a->shape.rank; i++)
            fits = i == axis || same_dim(&a->shape, i, &first->shape, i);
        if (!fits)
            fail_at(y->where,
                    "concat: %s is %s but %s is %s; they may differ along axis %d only",
                    node_label(first), type_text(first), node_label(a), type_text(a),
                    axis + 1);
        y->shape.dim[axis] = size_add(y->shape.dim[axis], a->shape.dim[axis]);
        y->shape.sym[axis] = NULL;
    }
    y->dtype = first->dtype;
    shape_size(&y->shape);
}

Node *concat_grad(Node *y, Node *dy, int k)
{
    int axis = (int)y->attr.at[0];
    int64_t start[MAX_RANK] = {0}, step[MAX_RANK];
    for (int i = 0; i < MAX_RANK; i++)
        step[i] = 1;
    for (int i = 0; i < k; i++)
        start[axis] += y->arg[i]->shape.dim[axis];
    return slice_named(dy, start, step, &y->arg[k]->shape);
}

void concat_eval(const Ring *ring, const Node *y, const Scalar *const *arg, Scalar *out)
{
    (void)ring;
    int axis = (int)y->attr.at[0];
    size_t outer = 1, inner = 1, at = 0;
    for (int i = 0; i < axis; i++)
        outer *= (size_t)y->shape.dim[i];
    for (int i = axis + 1; i < y->shape.rank; i++)
        inner *= (size_t)y->shape.dim[i];
    for (size_t o = 0; o < outer; o++)
        for (int k = 0; k < y->n; k++) {
            size_t run = (size_t)y->arg[k]->shape.dim[axis] * inner;
            memcpy(out + at, arg[k] + o * run, run * sizeof *out);
            at += run;
        }
}

Node *n_concat(Graph *g, int n, Node *const *arg, int axis)
{
    Attr attr = {.n = 1, .at = {axis}};
    return node_new(g, OP_concat, n, arg, &attr);
}

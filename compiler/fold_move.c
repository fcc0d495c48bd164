/*
 * fold_move.c - rules for movement, one after another and over constants, and for
 * reductions.
 */
#include "fold.h"

#include <string.h>

/* ---- movement ---- */

/* The axes of the reshape's operand that become its axis i, for each i, where it does
 * nothing but join neighbours: they are first[i] to first[i + 1] - 1. No product is
 * ever too large, so where all axes are used up, none is too small. */
static bool joins(const Node *reshape, int *first)
{
    const Shape *a = &reshape->arg[0]->shape, *y = &reshape->shape;
    int k = 0;
    for (int i = 0; i < y->rank; i++) {
        int64_t size = 1;
        for (first[i] = k; k < a->rank && size * a->dim[k] <= y->dim[i]; k++)
            size *= a->dim[k];
    }
    first[y->rank] = k;
    return k == a->rank;
}

Node *fold_permute(Node *n)
{
    Node *a = n->arg[0];
    int rank = n->shape.rank, axes[MAX_RANK];
    bool same = true;
    for (int i = 0; i < rank; i++)
        same = same && n->attr.at[i] == i;
    if (same)
        return fold_hit(R_permute_same, n, a);
    if (a->op == OP_permute) {
        for (int i = 0; i < rank; i++)
            axes[i] = (int)a->attr.at[n->attr.at[i]];
        return fold_hit(R_permute_permute, n, fold_again(n_permute(a->arg[0], axes)));
    }
    int first[MAX_RANK + 1];
    if (a->op == OP_reshape && a->arg[0]->op == OP_permute && joins(a, first)) {
        int count = 0; /* the permutations meet below the reshape */
        for (int i = 0; i < rank; i++)
            for (int k = first[n->attr.at[i]]; k < first[n->attr.at[i] + 1]; k++)
                axes[count++] = k;
        return fold_hit(R_permute_reshape, n,
                        fold_again(n_reshape(fold_again(n_permute(a->arg[0], axes)),
                                             n->shape)));
    }
    if (a->op == OP_broadcast) { /* copies of the permuted */
        int from[MAX_RANK], own = 0;
        for (int i = 0; i < rank; i++) {
            int64_t axis = a->attr.at[n->attr.at[i]];
            from[i] = axis < 0 ? -1 : own;
            if (axis >= 0)
                axes[own++] = (int)axis;
        }
        Node *small = fold_again(n_permute(a->arg[0], axes));
        return fold_hit(R_permute_broadcast, n,
                        fold_again(n_broadcast(small, n->shape, from)));
    }
    return NULL;
}

Node *fold_reshape(Node *n)
{
    Node *a = n->arg[0];
    if (same_shape(&a->shape, &n->shape))
        return fold_hit(R_reshape_same, n, a);
    if (a->op == OP_reshape)
        return fold_hit(R_reshape_reshape, n,
                        fold_again(n_reshape(a->arg[0], n->shape)));
    return NULL;
}

Node *fold_broadcast(Node *n)
{
    Node *a = n->arg[0];
    if (a->shape.rank == n->shape.rank)
        return fold_hit(R_broadcast_same, n, a);
    if (a->op == OP_broadcast) {
        int from[MAX_RANK];
        for (int i = 0; i < n->shape.rank; i++)
            from[i] = n->attr.at[i] < 0 ? -1 : (int)a->attr.at[n->attr.at[i]];
        return fold_hit(R_broadcast_broadcast, n,
                        n_broadcast(a->arg[0], n->shape, from));
    }
    return NULL;
}

/* What is taken of an axis that is not padded is taken before there is padding. */
static Node *slice_below_pad(Node *n)
{
    Node *a = n->arg[0], *x = a->arg[0];
    int rank = n->shape.rank;
    const int64_t *before = a->attr.at, *after = before + rank, *inner = after + rank;
    Attr below = n->attr, above = n->attr;
    bool some = false;
    for (int i = 0; i < rank; i++) {
        int64_t all = x->shape.dim[i], count = n->shape.dim[i];
        bool padded = before[i] != 0 || after[i] != 0 || inner[i] != 0;
        Attr *whole = padded ? &below : &above;
        whole->at[i] = 0;
        whole->at[rank + i] = 1;
        whole->at[2 * rank + i] = padded ? all : count;
        whole->sym[i] = NULL;
        some = some || (!padded && count < all);
    }
    if (!some)
        return NULL;
    x = fold_again(node_new(n->graph, OP_slice, 1, &x, &below));
    x = node_new(n->graph, OP_pad, 1, &x, &a->attr);
    return fold_hit(R_slice_below_pad, n,
                    fold_again(node_new(n->graph, OP_slice, 1, &x, &above)));
}

Node *fold_slice(Node *n)
{
    Node *a = n->arg[0];
    int rank = n->shape.rank;
    const int64_t *start = n->attr.at, *step = start + rank, *count = step + rank;
    const int64_t *in = a->attr.at; /* slice: start, step; pad: before, after, inner */
    bool same = true, pads = a->op == OP_pad;
    for (int i = 0; i < rank; i++) {
        same = same && start[i] == 0 && count[i] == a->shape.dim[i];
        pads = pads && start[i] == in[i] && count[i] == a->arg[0]->shape.dim[i] &&
               (count[i] == 1 || step[i] == in[2 * rank + i] + 1);
    }
    if (same)
        return fold_hit(R_slice_same, n, a);
    if (pads) /* just what was padded */
        return fold_hit(R_slice_pad, n, a->arg[0]);
    if (a->op == OP_pad)
        return slice_below_pad(n);
    if (a->op != OP_slice)
        return NULL;
    Attr attr = n->attr;
    for (int i = 0; i < rank; i++) {
        attr.at[i] = in[i] + start[i] * in[rank + i];
        attr.at[rank + i] = count[i] == 1 ? 1 : step[i] * in[rank + i];
        attr.sym[i] = count[i] == a->arg[0]->shape.dim[i] ? NULL : n->shape.sym[i];
    }
    return fold_hit(R_slice_slice, n,
                    fold_again(node_new(n->graph, OP_slice, 1, &a->arg[0], &attr)));
}

Node *fold_pad(Node *n)
{
    for (int i = 0; i < n->attr.n; i++)
        if (n->attr.at[i] != 0)
            return NULL;
    return fold_hit(R_pad_nothing, n, n->arg[0]);
}

/* A view of equal elements, where nothing else comes in from outside. */
Node *fold_view_of_full(Node *n)
{
    double v = n->arg[0]->attr.num;
    for (int k = 0; k < n->n; k++)
        if (n->arg[k]->op != OP_full || memcmp(&n->arg[k]->attr.num, &v, sizeof v) != 0)
            return NULL;
    bool windows = n->op == OP_slide || n->op == OP_unslide;
    if ((n->op == OP_pad || windows) && memcmp(&n->attr.num, &v, sizeof v) != 0)
        return NULL;
    return fold_hit(R_view_of_full, n, fold_number(n, v));
}

/* ---- reductions ---- */

static bool are_ones(const Shape *s, unsigned axes)
{
    for (int i = 0; i < s->rank; i++)
        if ((axes >> i & 1) && s->dim[i] != 1)
            return false;
    return true;
}

Node *fold_sum(Node *n)
{
    Node *a = n->arg[0];
    if (are_ones(&a->shape, reduced_axes(n))) /* the sum of one element */
        return fold_hit(R_sum_one, n, fold_again(n_reshape(a, n->shape)));
    if (a->op == OP_neg) /* sum -a = -sum a */
        return fold_hit(R_sum_neg, n,
                        fold_again(n_neg(n_sum(a->arg[0], (unsigned)n->attr.at[0]))));
    return NULL;
}

/* max, argmax, prod, cumsum along axes of extent 1. */
Node *fold_reduce_one(Node *n)
{
    Node *a = n->arg[0];
    if (!are_ones(&a->shape, reduced_axes(n)))
        return NULL;
    if (n->op == OP_argmax)
        return fold_hit(R_reduce_one, n, fold_number(n, 0));
    if (n->op == OP_cumsum)
        return fold_hit(R_cumsum_one, n, a);
    return fold_hit(R_reduce_one, n, fold_again(n_reshape(a, n->shape)));
}

/* ---- indexing ---- */

/* x, whose axes have these letters, copied along the other letters of y's axes. */
static Node *spread(Node *x, const char *letters, const Node *y, const char *out)
{
    int axes[MAX_RANK], from[MAX_RANK], n = 0;
    for (int i = 0; i < y->shape.rank; i++) {
        const char *at = memchr(letters, out[i], (size_t)x->shape.rank);
        from[i] = at ? n : -1;
        if (at)
            axes[n++] = (int)(at - letters);
    }
    return fold_again(n_broadcast(fold_again(n_permute(x, axes)), y->shape, from));
}

/* "b,b->bv": no two elements meet, so nothing is added: a row is compared with its id,
 * which fuses with what is done with the row. */
Node *fold_scatter(Node *n)
{
    const char *a = n->attr.text, *ids = strchr(a, ',') + 1, *y = strchr(a, '>') + 1;
    int rank = n->arg[0]->shape.rank, indexed = -1;
    for (int i = 0; i < rank; i++)
        if (!strchr(y, a[i]))
            return NULL;
    for (int i = 0; i < n->shape.rank; i++)
        if (!memchr(a, y[i], (size_t)rank))
            indexed = i;
    Node *at = n_iota(n->graph, I32, n->shape, indexed);
    Node *chosen = n_eq(at, spread(n->arg[1], ids, n, y));
    Node *row =
        n_where(fold_again(chosen), spread(n->arg[0], a, n, y), fold_number(n, 0));
    return fold_hit(R_scatter_apart, n, fold_again(row));
}

/*
 * lower_reduce.c - a reduction that is expanded into a root: its accumulators, and the
 * loops over its terms.
 *
 * The order of every sum is the one that eval.h fixes: along the last axis of the
 * operand in 16 lanes, else one term after the other. It does not depend on what is
 * fused with what.
 */
#include "lower.h"

#include <math.h>
#include <string.h>

static AccKind acc_kind(const Node *n)
{
    return n->op == OP_max ? ACC_MAX : n->op == OP_prod ? ACC_MUL : ACC_ADD;
}

void keep_first(Lower *l, Buffer *top, Buffer *first, const Index *at, Expr *x,
                Index position)
{
    accumulate(l, ACC_FIRST, top, at, x, x_index(l, position));
    l->block->at[l->block->n - 1]->buffer2 = first;
}

double lowest_of(Dtype d)
{
    return d == I32 ? (double)INT32_MIN : -(double)INFINITY;
}

/* Of elements: of an argmax, the largest one. */
static double acc_start(const Node *n)
{
    if (n->op == OP_argmax)
        return lowest_of(n->arg[0]->dtype);

    return n->op == OP_max ? lowest_of(n->dtype) : n->op == OP_prod ? 1 : 0;
}

enum { LEAST_PLACED = 48 }; /* elements of a row, to look for a place in lanes */

/* Is it done in lanes along the last axis of its operand? (The place of a largest
 * element is the same in any order.) */
static bool in_lanes(const Node *n)
{
    const Shape *s = &n->arg[0]->shape;
    int64_t last = s->rank > 0 ? s->dim[s->rank - 1] : 0;
    bool lanes = n->op == OP_sum || (n->op == OP_max && last >= 2 * LANES) ||
                 (n->op == OP_argmax && last >= LEAST_PLACED);
    if (!lanes || !is_float(n->arg[0]->dtype))
        return false;
    return (reduced_axes(n) >> (s->rank - 1) & 1) && last > 1;
}

bool wants_row(const Node *n)
{
    int rank = n->arg[0]->shape.rank;
    return n->op == OP_contract || rank == 0 || !(reduced_axes(n) >> (rank - 1) & 1);
}

void row_open(Lower *l, Row *row, Index *at)
{
    if (row->width == 0)
        return;
    at[0] = loop_open(l, row->width);
    row->index[row->axis] = index_add(row->base, at[0]);
}

static void contract_terms(Lower *l, const Node *n, Row *row, Buffer *acc)
{
    const char *a = n->attr.text, *b = strchr(a, ',') + 1, *y = strchr(b, '>') + 1;
    const Shape *sa = &n->arg[0]->shape, *sb = &n->arg[1]->shape;
    Index known[128], at[1] = {{0}}, ia[MAX_RANK], ib[MAX_RANK];
    int mark = l->depth;
    for (int d = 0; d < sa->rank; d++)
        if (!strchr(y, a[d]))
            known[(int)a[d]] = loop_open(l, sa->dim[d]);
    row_open(l, row, at);
    for (int d = 0; y[d]; d++)
        known[(int)y[d]] = row->index[d];
    for (int d = 0; d < sa->rank; d++)
        ia[d] = known[(int)a[d]];
    for (int d = 0; d < sb->rank; d++)
        ib[d] = known[(int)b[d]];
    Expr *xa = element(l, n->arg[0], ia), *xb = element(l, n->arg[1], ib);
    accumulate(l, ACC_FMA, acc, at, xa, xb);
    loop_close(l, mark);
}

/* The terms of a reduction that is not in lanes, the row innermost. The accumulators
 * of an argmax are the positions; `top` has the largest elements so far. */
static void reduce_terms(Lower *l, const Node *n, Row *row, Buffer *acc, Buffer *top)
{
    unsigned axes = reduced_axes(n);
    const Shape *s = &n->arg[0]->shape;
    Index in[MAX_RANK], at[1] = {{0}}, position = index_num(0);
    int mark = l->depth;
    for (int d = 0; d < s->rank; d++)
        if (axes >> d & 1) {
            in[d] = loop_open(l, s->dim[d]);
            position = index_add(index_scale(position, s->dim[d]), in[d]);
        }
    row_open(l, row, at);
    for (int d = 0, e = 0; d < s->rank; d++)
        if (!(axes >> d & 1))
            in[d] = row->index[e++];
    Expr *x = element(l, n->arg[0], in);
    if (top) {
        keep_first(l, top, acc, at, x, position);
    } else {
        accumulate(l, acc_kind(n), acc, at, x, NULL);
    }
    loop_close(l, mark);
}

static Expr *let_term(Lower *l, Expr *value)
{
    Stmt *s = s_new(l, S_LET);
    s->var = var_new(l, "term", 0, value->dtype);
    s->value = value;
    emit(l, s);
    return x_var(l, s->var);
}

/* Opens the loop over 16 lanes of which the first `rest` have terms, and says which. */
static Expr *rest_open(Lower *l, int64_t rest, Index *lane)
{
    *lane = loop_open(l, LANES);
    l->frame[l->depth - 1].loop->least = rest;
    return x_inside(l, lane, rest);
}

/* The term of a lane behind the last whole 16, or what changes nothing: where vectors
 * are loaded in part all lanes are done, and so the lanes are written as they are read.
 * (Terms of many rows that are vectors anyway do not need that.) `only` is the term if
 * there is one, else NULL. */
static Expr *rest_term(Lower *l, const Node *n, Index *in, Index *lane, Expr *only)
{
    const Shape *s = &n->arg[0]->shape;
    Dtype d = n->arg[0]->dtype;
    int last = s->rank - 1;
    int64_t rest = s->dim[last] % LANES;
    Expr *none = x_num(l, acc_start(n), d), *guard;
    if (only) {
        only = only->kind == X_LOAD ? let_term(l, only) : only;
        guard = rest_open(l, rest, lane);
        return x_op(l, OP_where, d, 3, (Expr *[]){guard, only, none});
    }
    guard = rest_open(l, rest, lane);
    in[last] = index_add(index_num(s->dim[last] - rest), *lane);
    l->guard = guard;
    Expr *x = element(l, n->arg[0], in);
    l->guard = NULL;
    if (x->kind == X_OP && x->op == OP_where && x->arg[0]->kind == X_INSIDE &&
        x->arg[1]->kind == X_LOAD && index_same(x->arg[0]->index, guard->index) &&
        x->arg[0]->extent == guard->extent)
        return x_op(l, OP_where, d, 3, (Expr *[]){guard, x->arg[1], none});
    return x_op(l, OP_where, d, 3, (Expr *[]){guard, let_term(l, x), none});
}

/* The term behind all whole 16. What is computed for it is computed before them: then
 * several rows can do that at once (loop_block.c). */
static Expr *only_term(Lower *l, const Node *n, Index *in)
{
    const Shape *s = &n->arg[0]->shape;
    in[s->rank - 1] = index_num(s->dim[s->rank - 1] - 1);
    Expr *x = element(l, n->arg[0], in);
    return x->kind == X_LOAD ? x : let_term(l, x);
}

/* Along the last axis: element i goes to lane i mod 16. Of an argmax, its position goes
 * to `first`. */
static void lane_terms(Lower *l, const Node *n, const Row *row, Buffer *lanes,
                       Buffer *first)
{
    unsigned axes = reduced_axes(n);
    const Shape *s = &n->arg[0]->shape;
    Index in[MAX_RANK], lane, outer = index_num(0);
    int mark = l->depth, last = s->rank - 1;
    for (int d = 0, e = 0; d < last; d++) {
        in[d] = axes >> d & 1 ? loop_open(l, s->dim[d]) : row->index[e++];
        if (axes >> d & 1)
            outer = index_add(index_scale(outer, s->dim[d]), in[d]);
    }
    outer = index_scale(outer, s->dim[last]);
    int64_t whole = s->dim[last] / LANES, rest = s->dim[last] % LANES;
    int inner = l->depth;
    Expr *only = rest == 1 ? only_term(l, n, in) : NULL;
    for (int part = 0; part < 2; part++) {
        Index chunk = index_num(whole * LANES);
        Expr *x;
        if (part == 0 ? whole == 0 : rest == 0)
            continue;
        if (part == 1 && (inner == mark || (rest != 4 && rest != 8))) {
            x = rest_term(l, n, in, &lane, only);
        } else {
            if (part == 0)
                chunk = index_scale(loop_open(l, whole), LANES);
            lane = loop_open(l, part == 0 ? LANES : rest);
            in[last] = index_add(chunk, lane);
            x = element(l, n->arg[0], in);
        }
        if (first)
            keep_first(l, lanes, first, &lane, x,
                       index_add(outer, index_add(chunk, lane)));
        else
            accumulate(l, acc_kind(n), lanes, &lane, x, NULL);
        loop_close(l, inner);
    }
    loop_close(l, mark);
}

/* The value of a reduction in lanes, at known indices. */
static Expr *lane_value(Lower *l, const Node *n, const Row *row)
{
    bool place = n->op == OP_argmax;
    Buffer *lanes =
        local_filled(l, place ? "top" : "lane", n->arg[0]->dtype, LANES, acc_start(n));
    Buffer *first = place ? local_filled(l, "first", I32, LANES, 0) : NULL;
    lane_terms(l, n, row, lanes, first);
    Stmt *s = s_new(l, S_LET);
    s->var = var_new(l, place ? "at" : n->op == OP_max ? "top" : "sum", 0, n->dtype);
    s->buffer = lanes;
    s->buffer2 = first;
    s->lanes = true;
    s->acc = place ? ACC_FIRST : acc_kind(n);
    emit(l, s);
    return x_var(l, s->var);
}

Buffer *reduce(Lower *l, const Node *n, Row *row, Expr **value)
{
    Index at[1] = {{0}};
    *value = NULL;
    if (in_lanes(n) && row->width == 0) {
        *value = lane_value(l, n, row);
        return NULL;
    }
    bool first = n->op == OP_argmax;
    Dtype d = n->arg[0]->dtype;
    Buffer *top = first ? local_filled(l, "top", d, row->width, lowest_of(d)) : NULL;
    double start = first ? 0 : acc_start(n);
    Buffer *acc = local_filled(l, first ? "first" : "acc", n->dtype, row->width, start);
    if (n->op == OP_contract) {
        contract_terms(l, n, row, acc);
    } else if (!in_lanes(n)) {
        reduce_terms(l, n, row, acc, top);
    } else {
        int mark = l->depth;
        row_open(l, row, at);
        store(l, acc, at, lane_value(l, n, row));
        loop_close(l, mark);
    }
    if (row->width == 0)
        *value = x_load(l, acc, at);
    return acc;
}

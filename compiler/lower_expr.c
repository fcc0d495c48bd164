/*
 * lower_expr.c - element(node, index): the value of one element of a node. It is
 * loaded if the node lives in memory, else expanded in place. This one function
 * is all there is to element-wise fusion.
 */
#include "eval.h"
#include "lower.h"

#include <string.h>

static Expr *x_new(Lower *l, ExprKind kind, Dtype dtype)
{
    Expr *x = NEW(l->arena, Expr);
    x->kind = kind;
    x->dtype = dtype;
    return x;
}

Expr *x_num(Lower *l, double v, Dtype dtype)
{
    Expr *x = x_new(l, X_NUM, dtype);
    x->num = v;
    return x;
}

Expr *x_load(Lower *l, Buffer *b, const Index *index)
{
    Expr *x = x_new(l, X_LOAD, b->dtype);
    x->buffer = b;
    x->index = index_copy(l, index, b->shape.rank);
    return x;
}

/* Is x a choice by the same bound as the guard? */
static bool chooses_by(const Expr *x, const Expr *guard)
{
    return x->kind == X_OP && x->op == OP_where && x->arg[0]->kind == X_INSIDE &&
           guard->kind == X_INSIDE && x->arg[0]->extent == guard->extent &&
           index_same(x->arg[0]->index, guard->index);
}

Expr *x_op(Lower *l, Op op, Dtype dtype, int n, Expr *const *arg)
{
    Expr *x = x_new(l, X_OP, dtype);
    x->op = op;
    x->n = n;
    for (int i = 0; i < n; i++)
        x->arg[i] = arg[i];
    if (op == OP_where && chooses_by(arg[1], arg[0]))
        x->arg[1] = arg[1]->arg[1]; /* g ? (g ? a : b) : c is g ? a : c */
    return x;
}

/* An index that is the value of an i32 expression below `extent`. */
static Index let_index(Lower *l, Expr *value, int64_t extent)
{
    for (int i = l->block->n - 1; i >= 0 && value->kind == X_INDEX; i--) {
        const Stmt *old = l->block->at[i];
        if (old->kind == S_LET && old->value && old->value->kind == X_INDEX &&
            index_same(old->value->index, value->index))
            return index_var(old->var); /* it has a name already */
    }
    Stmt *s = s_new(l, S_LET);
    s->var = var_new(l, "at", extent, I32);
    s->value = value;
    emit(l, s);
    return index_var(s->var);
}

Expr *x_var(Lower *l, Var *v)
{
    Expr *x = x_num(l, 0, v->dtype);
    x->kind = X_VAR;
    x->var = v;
    return x;
}

Expr *x_index(Lower *l, Index index)
{
    Expr *x = x_new(l, X_INDEX, I32);
    x->index = index_copy(l, &index, 1);
    return x;
}

Index index_whole(Lower *l, Index a, int64_t extent)
{
    int64_t lo, hi;
    if (a.div == 1)
        return a;
    index_range(&a, &lo, &hi);
    Index whole = let_index(l, x_index(l, a), extent);
    whole.term[0].var->loose |= lo < 0 || hi >= a.div * extent || index_is_loose(&a);
    return whole;
}

/* 0 <= index < extent, and even if it has a divisor. */
Expr *x_inside(Lower *l, const Index *index, int64_t extent)
{
    Expr *x = x_new(l, X_INSIDE, BOOL);
    x->index = index_copy(l, index, 1);
    x->extent = extent;
    return x;
}

static Expr *guard_inside(Lower *l, Expr *guard, const Index *index, int64_t extent)
{
    Expr *x = x_inside(l, index, extent);
    if (!guard)
        return x;
    return x_op(l, OP_logical_and, BOOL, 2, (Expr *[]){guard, x});
}

static Expr *guard_and(Lower *l, Expr *guard, const Index *index, int64_t extent)
{
    int64_t lo, hi;
    index_range(index, &lo, &hi);
    if (index->div == 1 && lo >= 0 && hi < extent)
        return guard;
    return guard_inside(l, guard, index, extent);
}

/* Is axis d of the operand exactly result axis *e? */
static bool plain_axis(const View *v, int d, int rank, int *e)
{
    int found = -1;
    for (int i = 0; i < rank; i++)
        if (v->coef[d][i] != 0) {
            if (found >= 0 || v->coef[d][i] != 1)
                return false;
            found = i;
        }
    *e = found;
    return found >= 0 && v->base[d] == 0 && v->div[d] == 1;
}

static bool is_guard(const Expr *x)
{
    return x->kind == X_INSIDE ||
           (x->op == OP_logical_and && is_guard(x->arg[0]) && is_guard(x->arg[1]));
}

static Expr *view_element(Lower *l, const Node *n, const Index *index)
{
    View v = {0};
    op_info(n->op)->view(n, &v);
    const Node *a = n->arg[0];
    Index in[MAX_RANK];
    Expr *guard = NULL;
    for (int d = 0; d < a->shape.rank; d++) {
        int e;
        if (plain_axis(&v, d, n->shape.rank, &e)) {
            in[d] = index[e];
            if (v.guarded && a->shape.dim[d] < n->shape.dim[e])
                guard = guard_and(l, guard, &in[d], a->shape.dim[d]);
            continue;
        }
        in[d] = index_num(v.base[d]);
        for (e = 0; e < n->shape.rank; e++)
            if (v.coef[d][e] != 0) {
                Index part = index_whole(l, index[e], n->shape.dim[e]);
                in[d] = index_add(in[d], index_scale(part, v.coef[d][e]));
            }
        in[d].div = v.div[d];
        if (v.guarded)
            guard = guard_and(l, guard, &in[d], a->shape.dim[d]);
    }
    Expr *x = element(l, a, in);
    if (!guard)
        return x;
    bool guarded = x->kind == X_OP && x->op == OP_where && x->arg[2]->kind == X_NUM &&
                   x->arg[2]->num == v.fill && is_guard(x->arg[0]);
    if (guarded) { /* one condition for both */
        guard = x_op(l, OP_logical_and, BOOL, 2, (Expr *[]){guard, x->arg[0]});
        x = x->arg[1];
    }
    Expr *fill = x_num(l, v.fill, n->dtype);
    return x_op(l, OP_where, n->dtype, 3, (Expr *[]){guard, x, fill});
}

/* An element of a reshape whose axes are parts of the operand's. */
static Expr *reshape_element(Lower *l, const Node *n, const Index *index)
{
    const Shape *a = &n->arg[0]->shape, *b = &n->shape;
    Index in[MAX_RANK];
    int j = 0;
    for (int i = 0; i < a->rank; i++) {
        int from = j;
        int64_t parts = 1;
        while (parts < a->dim[i])
            parts *= b->dim[j++];
        in[i] = index_num(0);
        if (a->dim[i] == 1)
            continue;
        int whole = -1; /* the part that is the axis itself */
        for (int k = from; k < j; k++)
            whole = b->dim[k] == a->dim[i] ? k : whole;
        if (whole >= 0) {
            in[i] = index[whole];
            continue;
        }
        for (int k = from; k < j; k++) {
            parts /= b->dim[k];
            Index part = index_whole(l, index[k], b->dim[k]);
            in[i] = index_add(in[i], index_scale(part, parts));
        }
    }
    return element(l, n->arg[0], in);
}

static Expr *index_element(Lower *l, Index index, int64_t extent, Dtype dtype)
{
    Expr *x = x_index(l, index_whole(l, index, extent));
    return dtype == I32 ? x : x_op(l, OP_cast, dtype, 1, &x);
}

enum {
    LEAST_DRAWN = 24, /* fewer numbers than that are as fast one by one */
    MOST_DRAWN = 8192 /* of short loops; of a long one there are shorter rows */
};

/* How many of the innermost loops go along the elements of the index, one by one, as
 * far as they are needed for a row worth drawing; 0 where they do not. *n is its
 * length, *at the place in it, and *base what the index begins with. */
static int row_loops(const Lower *l, const Index *flat, int64_t *n, Index *at,
                     Index *base)
{
    int loops = 0;
    *n = 1;
    *at = index_num(0);
    *base = *flat;
    while (*n < LEAST_DRAWN && loops < l->depth) {
        Var *v = l->frame[l->depth - ++loops].loop->var;
        int i = 0;
        while (i < base->n && base->term[i].var != v)
            i++;
        if (i == base->n || base->term[i].coef != *n)
            return 0;
        base->term[i] = base->term[--base->n];
        *at = index_add(*at, index_scale(index_var(v), *n));
        *n *= v->extent;
    }
    int64_t most = loops == 1 || l->options->stack > 0 ? ROW + ROW / 2 : MOST_DRAWN;
    return *n < LEAST_DRAWN || *n > most ? 0 : loops;
}

/* The row of numbers that the innermost loops go along, filled before them: the
 * element is one of them. NULL where they do not go along elements. */
static Expr *row_element(Lower *l, Expr *random, const Index *flat)
{
    int64_t n, lo, hi;
    Index at, base;
    int loops = random->dtype == F32 ? row_loops(l, flat, &n, &at, &base) : 0;
    if (loops == 0)
        return NULL;
    for (int i = 0; i < base.n; i++) {
        bool outer = false;
        for (int d = 0; d + loops < l->depth; d++)
            outer |= l->frame[d].loop->var == base.term[i].var;
        if (!outer)
            return NULL;
    }
    index_range(&base, &lo, &hi);
    if (lo < 0) /* behind a condition it may begin before the first */
        return NULL;
    Block *inside = l->block, *outside = l->frame[l->depth - loops].outer;
    for (int i = outside->n - 1; i >= 0; i--) {
        const Stmt *s = outside->at[i];
        if (s->kind == S_FILL && s->value->stream->stream == random->stream->stream &&
            index_same(s->value->index, &base) && s->buffer->shape.dim[0] == n)
            return x_load(l, s->buffer, &at);
    }
    l->block = outside;
    Stmt *fill = s_new(l, S_FILL);
    fill->buffer = local_array(l, "u", F32, shape_of(1, &n));
    random->index = index_copy(l, &base, 1);
    fill->value = random;
    emit(l, fill);
    l->block = inside;
    return x_load(l, fill->buffer, &at);
}

static Expr *random_element(Lower *l, const Node *n, const Index *index)
{
    Expr *x = x_new(l, X_RANDOM, n->dtype);
    Index flat = index_num(0);
    int64_t stride = 1;
    for (int d = n->shape.rank - 1; d >= 0; d--) {
        Index part = index_whole(l, index[d], n->shape.dim[d]);
        flat = index_add(flat, index_scale(part, stride));
        stride = size_mul(stride, n->shape.dim[d]);
    }
    x->stream = NEW(l->arena, Buffer);
    x->stream->kind = B_COUNTER;
    x->stream->name = "stream";
    x->stream->stream = mf_hash(n->attr.text);
    x->stream->id = l->params->n_buffers++;
    x->buffer = l->params->step;
    x->buffer2 = l->params->seed;
    Expr *u = row_element(l, x, &flat);
    if (u)
        return u;
    if (flat.n > 1) /* a short name for a long index */
        flat = let_index(l, x_index(l, flat), stride);
    x->index = index_copy(l, &flat, 1);
    return x;
}

static Expr *step_element(Lower *l, const Node *n)
{
    Expr *x = x_load(l, l->params->step, NULL);
    x->dtype = I32; /* an integer of C: what is left is the cast */
    return x_op(l, OP_cast, n->dtype, 1, &x);
}

static int letter(const char *letters, char c, char end)
{
    for (int i = 0; letters[i] != end && letters[i]; i++)
        if (letters[i] == c)
            return i;
    return -1;
}

/* x where the guard holds: what chooses by it has chosen. */
static Expr *granted(Lower *l, Expr *x, const Expr *guard)
{
    if (chooses_by(x, guard))
        return granted(l, x->arg[1], guard);
    Expr *y = x;
    for (int i = 0; i < x->n; i++) {
        Expr *a = granted(l, x->arg[i], guard);
        if (a != x->arg[i] && y == x) {
            y = x_new(l, x->kind, x->dtype);
            *y = *x;
        }
        y->arg[i] = a;
    }
    return y;
}

/* The id at this index; 0 where the index leaves the ids, as it may behind the
 * condition of a pad or a window: the row has a name in front of that. */
static Index id_index(Lower *l, const Node *ids, const Index *index, int64_t extent)
{
    Expr *guard = NULL;
    for (int d = 0; d < ids->shape.rank; d++)
        guard = index_is_loose(&index[d])
                    ? guard_inside(l, guard, &index[d], ids->shape.dim[d])
                    : guard_and(l, guard, &index[d], ids->shape.dim[d]);
    Expr *id = element(l, ids, index);
    if (guard)
        id = x_op(l, OP_where, I32, 3,
                  (Expr *[]){guard, granted(l, id, guard), x_num(l, 0, I32)});
    return let_index(l, id, extent);
}

/* "vd,bt->btd": the operand's letter that the result lacks is indexed by ids. */
static Expr *gather_element(Lower *l, const Node *n, const Index *index)
{
    const char *a = n->attr.text, *b = strchr(a, ',') + 1, *y = strchr(b, '>') + 1;
    Index ids[MAX_RANK], in[MAX_RANK];
    for (int d = 0; d < n->arg[1]->shape.rank; d++)
        ids[d] = index[letter(y, b[d], 0)];
    const Shape *s = &n->arg[0]->shape;
    for (int d = 0; d < s->rank; d++) {
        int e = letter(y, a[d], 0);
        in[d] = e >= 0 ? index[e] : id_index(l, n->arg[1], ids, s->dim[d]);
    }
    return element(l, n->arg[0], in);
}

static bool same_expr(const Expr *a, const Expr *b)
{
    if (a == b)
        return true;
    if (a->kind != b->kind || a->dtype != b->dtype || a->op != b->op || a->n != b->n ||
        a->num != b->num || a->var != b->var || a->buffer != b->buffer ||
        a->extent != b->extent || a->kind == X_RANDOM)
        return false;
    int indices = a->kind == X_LOAD ? a->buffer->shape.rank : a->index ? 1 : 0;
    for (int i = 0; i < indices; i++)
        if (!index_same(&a->index[i], &b->index[i]))
            return false;
    for (int i = 0; i < a->n; i++)
        if (!same_expr(a->arg[i], b->arg[i]))
            return false;
    return true;
}

/* A comparison whose value is certain, or that of a truth value with a constant:
 * compilers of C warn of those. NULL for any other. */
static Expr *plain_compare(Lower *l, Op op, Expr *const *arg)
{
    if (is_float(arg[0]->dtype))
        return NULL; /* may be NaN */
    if (same_expr(arg[0], arg[1]))
        return x_num(l, eval_real(op, 0, 0, 0), BOOL);
    int k = arg[0]->kind == X_NUM ? 1 : 0; /* the one that varies */
    if (arg[k]->dtype != BOOL || arg[1 - k]->kind != X_NUM)
        return NULL;
    double c = arg[1 - k]->num, of[2];
    for (int v = 0; v < 2; v++)
        of[v] = k == 0 ? eval_real(op, v, c, 0) : eval_real(op, c, v, 0);
    if (of[0] == of[1])
        return x_num(l, of[0], BOOL);
    return of[1] != 0 ? arg[k] : x_op(l, OP_logical_not, BOOL, 1, &arg[k]);
}

static Expr *pointwise_element(Lower *l, const Node *n, const Index *index)
{
    Expr *arg[3];
    for (int k = 0; k < n->n; k++)
        arg[k] = element(l, n->arg[k], index);
    if (n->op == OP_stop || (n->op == OP_cast && arg[0]->dtype == n->dtype))
        return arg[0];
    Expr *plain = NULL;
    if (op_info(n->op)->kind == K_COMPARE)
        plain = plain_compare(l, n->op, arg);
    return plain ? plain : x_op(l, n->op, n->dtype, n->n, arg);
}

static Expr *expand(Lower *l, const Node *n, const Index *index)
{
    if (is_pointwise(n))
        return pointwise_element(l, n, index);
    if (is_view(n))
        return view_element(l, n, index);
    if (n->op == OP_reshape)
        return reshape_element(l, n, index);
    if (n->op == OP_full)
        return x_num(l, n->attr.num, n->dtype);
    if (n->op == OP_iota)
        return index_element(l, index[n->attr.at[0]], n->shape.dim[n->attr.at[0]],
                             n->dtype);
    if (n->op == OP_step)
        return step_element(l, n);
    if (n->op == OP_random)
        return random_element(l, n, index);
    if (n->op == OP_gather)
        return gather_element(l, n, index);
    bug("element: %s cannot be expanded in place", op_info(n->op)->name);
}

/* Is the index made of outer counters alone? */
static bool is_outer(const Lower *l, const Index *index)
{
    int known = 0;
    for (int i = 0; i < index->n; i++)
        for (int d = 0; d + 1 < l->depth; d++)
            known += l->frame[d].loop->var == index->term[i].var;
    return known == index->n;
}

/* An element of memory; 0 where there is a guard that does not hold. */
static Expr *memory_element(Lower *l, const Node *n, const Index *index)
{
    Index in[MAX_RANK];
    Expr *x = x_load(l, l->buffer[n->id], home_index(l, n, index, in));
    bool outer = true;
    for (int d = 0; d < n->shape.rank; d++)
        outer &= is_outer(l, &index[d]);
    if (outer || !l->guard)
        return x;
    Expr *zero = x_num(l, 0, n->dtype), *guard = x_new(l, X_NUM, BOOL);
    *guard = *l->guard;
    return x_op(l, OP_where, n->dtype, 3, (Expr *[]){guard, x, zero});
}

Expr *element(Lower *l, const Node *n, const Index *index)
{
    if (l->value[n->id])
        return l->value[n->id];
    bool memory = l->fusion.place[n->id] != P_INLINE;
    if (memory && !l->guard)
        return memory_element(l, n, index);
    for (int i = 0; i < l->memo.n; i++) {
        const Memo *m = &l->memo.at[i];
        bool same = m->node == n;
        for (int d = 0; same && d < n->shape.rank; d++)
            same = index_same(&m->index[d], &index[d]);
        if (same)
            return m->expr;
    }
    Expr *x = memory ? memory_element(l, n, index) : expand(l, n, index);
    if (!memory && is_pointwise(n) && !n->grad_of)
        x->hint = n->name;
    if (!memory)
        x->word = n->name ? n->name : n->label;
    Memo m = {n, index_copy(l, index, n->shape.rank), x};
    PUSH(l->arena, l->memo, m);
    return x;
}

/*
 * lower_alone.c - the nodes that are alone in their kernels, whose loops are not those
 * over their elements: concat, cumsum, scatter, and the place of the largest of what is
 * a row's own.
 */
#include "lower.h"

#include <string.h>

void lower_concat(Lower *l, const Node *root)
{
    int axis = (int)root->attr.at[0];
    int64_t offset = 0;
    for (int k = 0; k < root->n; k++) {
        const Node *a = root->arg[k];
        Index in[MAX_RANK], out[MAX_RANK];
        int mark = l->depth;
        for (int d = 0; d < a->shape.rank; d++) {
            in[d] = loop_open(l, a->shape.dim[d]);
            out[d] = d == axis ? index_add(in[d], index_num(offset)) : in[d];
        }
        store(l, l->buffer[root->id], out, element(l, a, in));
        loop_close(l, mark);
        offset += a->shape.dim[axis];
    }
}

/* The sums so far of `width` elements along an axis other than that of the cumsum, or
 * of a single one (0). */
static void cumsum_row(Lower *l, const Node *root, Row *row)
{
    int64_t n = root->shape.dim[root->attr.at[0]];
    int mark = l->depth;
    Index at[1] = {{0}};
    Buffer *acc = local_filled(l, "acc", root->dtype, row->width, 0);
    Index k = loop_open(l, n);
    if (root->attr.at[1])
        k = index_add(index_num(n - 1), index_scale(k, -1));
    row->index[root->attr.at[0]] = k;
    row_open(l, row, at);
    accumulate(l, ACC_ADD, acc, at, element(l, root->arg[0], row->index), NULL);
    store(l, l->buffer[root->id], row->index, x_load(l, acc, at));
    loop_close(l, mark);
}

/* Rows of sums go along memory where that is another axis; else a few rows are summed
 * together, for in each of them every sum waits for the one before. */
void lower_cumsum(Lower *l, const Node *root)
{
    enum { TOGETHER = 4 };
    const Shape *s = &root->shape;
    int axis = (int)root->attr.at[0], along = last_long(s), mark = l->depth;
    int64_t most = ROW;
    Index in[MAX_RANK];
    Row row = {.index = in, .axis = along};
    if (along == axis) {
        for (int d = 0; d < axis; d++)
            row.axis = s->dim[d] > 1 ? d : row.axis;
        most = TOGETHER;
    }
    for (int d = 0; d < s->rank; d++)
        if (d != axis && d != row.axis)
            in[d] = loop_open(l, s->dim[d]);
    int64_t n = row.axis == axis ? 1 : s->dim[row.axis];
    for (int64_t done = 0; done < n;) {
        int inner = l->depth;
        int64_t rest = n - done, times = rest >= most ? rest / most : 1;
        int64_t width = rest < most ? rest : most;
        row.width = width > 1 ? width : 0;
        if (row.axis != axis)
            in[row.axis] = row.base =
                index_add(index_num(done), index_scale(loop_open(l, times), width));
        cumsum_row(l, root, &row);
        loop_close(l, inner);
        done += times * width;
    }
    loop_close(l, mark);
}

/* "btd,bt->vd": zeros, then every element is added where its id says. */
void lower_scatter(Lower *l, const Node *root)
{
    const char *a = root->attr.text, *b = strchr(a, ',') + 1, *y = strchr(b, '>') + 1;
    Buffer *to = l->buffer[root->id];
    const Shape *sa = &root->arg[0]->shape, *sb = &root->arg[1]->shape;
    Index known[128], in[MAX_RANK], ids[MAX_RANK], out[MAX_RANK];
    int mark = l->depth;
    for (int d = 0; d < root->shape.rank; d++)
        out[d] = loop_open(l, root->shape.dim[d]);
    store(l, to, out, x_num(l, 0, root->dtype));
    loop_close(l, mark);
    for (int d = 0; d < sa->rank; d++)
        known[(int)a[d]] = in[d] = loop_open(l, sa->dim[d]);
    for (int d = 0; d < sb->rank; d++)
        ids[d] = known[(int)b[d]];
    Stmt *s = s_new(l, S_LET);
    s->value = element(l, root->arg[1], ids);
    for (int d = 0; d < root->shape.rank; d++) {
        const char *at = memchr(a, y[d], (size_t)sa->rank);
        if (at) {
            out[d] = known[(int)y[d]];
            continue;
        }
        s->var = var_new(l, "at", root->shape.dim[d], I32);
        emit(l, s);
        out[d] = index_var(s->var);
    }
    accumulate(l, ACC_ADD, to, out, element(l, root->arg[0], in), NULL);
    loop_close(l, mark);
}

/* The place of the largest element of each row, where an element is the row's own if a
 * number says so: argmax over i of where(ids[i] == row, x[i], lowest). */
typedef struct Own {
    Expr *row, *x; /* the number, and the element: both are the same for all rows */
} Own;

static bool expr_has(const Expr *x, const Var *v)
{
    bool has = x->var == v;
    int n = x->kind == X_LOAD ? x->buffer->shape.rank : x->index != NULL;
    for (int d = 0; d < n; d++)
        has |= index_has(&x->index[d], v);
    for (int k = 0; k < x->n; k++)
        has |= expr_has(x->arg[k], v);
    return has;
}

/* Of the term of such an argmax, where `row` counts the rows; none: it is another. */
static Own own_of(const Expr *term, const Var *row)
{
    const Expr *is = term->arg[0];
    for (int k = 0; is->kind == X_OP && is->op == OP_eq && k < 2; k++) {
        const Expr *counter = is->arg[k];
        if (counter->kind == X_INDEX && index_is(counter->index, row) &&
            !expr_has(is->arg[1 - k], row) && !expr_has(term->arg[1], row))
            return (Own){is->arg[1 - k], term->arg[1]};
    }
    return (Own){0};
}

/* What lies outside of the rows is compared with one of them, and is not its own. */
static Expr *own_term(Lower *l, const Own *own, Var *at, double lowest)
{
    Dtype d = own->x->dtype;
    Index row = index_var(at);
    Expr *none = x_num(l, lowest, d), *last = x_num(l, (double)(at->extent - 1), I32);
    Stmt *s = s_new(l, S_LET);
    s->var = at;
    s->value = x_op(l, OP_maximum, I32, 2, (Expr *[]){own->row, x_num(l, 0, I32)});
    s->value = x_op(l, OP_minimum, I32, 2, (Expr *[]){s->value, last});
    emit(l, s);
    Expr *is = x_op(l, OP_eq, BOOL, 2, (Expr *[]){own->row, x_index(l, row)});
    return x_op(l, OP_where, d, 3, (Expr *[]){is, own->x, none});
}

/* The rows of an argmax lie along axis `rows` of its operand. */
static bool lower_own_rows(Lower *l, const Node *root, int rows)
{
    const Node *a = root->arg[0];
    const Shape *s = &a->shape;
    Var *row = var_new(l, "row", s->dim[rows], I32);
    Var *at = var_new(l, "at", s->dim[rows], I32);
    Index in[MAX_RANK], out[MAX_RANK], position = index_num(0);
    kernel_begin(l);
    Buffer *top = work_buffer(l, "top", a->dtype, root->shape);
    Buffer *first = l->buffer[root->id];
    for (int d = 0; d < root->shape.rank; d++)
        out[d] = loop_open(l, root->shape.dim[d]);
    store(l, first, out, x_num(l, 0, I32));
    store(l, top, out, x_num(l, lowest_of(a->dtype), a->dtype));
    loop_close(l, 0);
    for (int d = 0, e = 0; d < s->rank; d++) {
        bool reduced = reduced_axes(root) >> d & 1;
        in[d] = d == rows ? index_var(row) : loop_open(l, s->dim[d]);
        if (reduced)
            position = index_add(index_scale(position, s->dim[d]), in[d]);
        else
            out[e++] = d == rows ? index_var(at) : in[d];
    }
    Expr *term = element(l, a, in);
    Own own = term->n == 3 && term->op == OP_where ? own_of(term, row) : (Own){0};
    if (own.row)
        keep_first(l, top, first, out, own_term(l, &own, at, lowest_of(a->dtype)),
                   position);
    loop_close(l, 0);
    return own.row != NULL;
}

bool lower_own(Lower *l, const Node *root)
{
    if (root->op != OP_argmax || root->arg[0]->op != OP_where)
        return false;
    const Node *where = root->arg[0], *none = where->arg[2];
    if (none->op != OP_full || none->attr.num != lowest_of(none->dtype) ||
        l->fusion.place[where->id] != P_INLINE)
        return false;
    for (int d = 0; d < where->shape.rank; d++)
        if (!(reduced_axes(root) >> d & 1) && where->shape.dim[d] > 1 &&
            lower_own_rows(l, root, d))
            return true;
    kernel_begin(l);
    return false;
}

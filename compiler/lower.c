/*
 * lower.c - one node that lives in memory becomes one kernel.
 *
 *     for each element of the root        or      for each row of the root
 *         root[i][j] = element(...)                   acc[j] = 0 for each j of the row
 *                                                     for k: acc[j] += a[i][k] *
 * b[k][j] root[i][j] = element(..., acc[j])
 *
 * Products and sums that are expanded into the root keep a row of accumulators,
 * so that the inner loop runs along memory. The order of every sum is the one
 * that eval.h fixes: it does not depend on what is fused with what.
 */
#include "decisions.h"
#include "lower.h"

#include <math.h>
#include <string.h>

/* ---- statements ---- */

Index *index_copy(Lower *l, const Index *index, int n)
{
    if (n == 0)
        return NULL;
    Index *copy = NEW_N(l->arena, Index, n);
    memcpy(copy, index, (size_t)n * sizeof *copy);
    return copy;
}

Var *var_new(Lower *l, const char *name, int64_t extent, Dtype dtype)
{
    Var *v = NEW(l->arena, Var);
    v->name = name;
    v->extent = extent;
    v->dtype = dtype;
    v->id = l->next_var++;
    return v;
}

Stmt *s_new(Lower *l, StmtKind kind)
{
    Stmt *s = NEW(l->arena, Stmt);
    s->kind = kind;
    return s;
}

void emit(Lower *l, Stmt *s)
{
    PUSH(l->arena, *l->block, s);
}

Index loop_open(Lower *l, int64_t extent)
{
    if (extent == 1)
        return index_num(0);
    static const char *const names[] = {"i", "j", "k", "l", "m",
                                        "n", "o", "p", "q", "r"};
    if (l->depth == MAX_DEPTH)
        fail(EXIT_LIMIT, "loops are nested more than %d deep", MAX_DEPTH);
    Stmt *s = s_new(l, S_FOR);
    int level = l->depth < 10 ? l->depth : 9;
    s->var = var_new(l, names[level], extent, I32);
    l->frame[l->depth].loop = s;
    l->frame[l->depth++].outer = l->block;
    l->block = &s->body;
    l->memo.n = 0;
    return index_var(s->var);
}

/* Closes loops until `depth` are open. A loop is put into its block now, behind
 * what was emitted there meanwhile. */
void loop_close(Lower *l, int depth)
{
    while (l->depth > depth) {
        l->depth--;
        l->block = l->frame[l->depth].outer;
        emit(l, l->frame[l->depth].loop);
    }
    l->memo.n = 0;
}

void store(Lower *l, Buffer *b, const Index *index, Expr *value)
{
    Stmt *s = s_new(l, S_STORE);
    s->buffer = b;
    s->index = index_copy(l, index, b->shape.rank);
    s->value = value;
    emit(l, s);
    l->memo.n = 0;
}

static void accumulate(Lower *l, AccKind acc, Buffer *b, const Index *index,
                       Expr *value, Expr *value2)
{
    Stmt *s = s_new(l, S_ACC);
    s->acc = acc;
    s->buffer = b;
    s->index = index_copy(l, index, b->shape.rank);
    s->value = value;
    s->value2 = value2;
    emit(l, s);
    l->memo.n = 0;
}

Buffer *local_array(Lower *l, const char *name, Dtype dtype, Shape shape)
{
    Buffer *b = NEW(l->arena, Buffer);
    b->kind = B_LOCAL;
    b->name = name;
    b->dtype = dtype;
    b->shape = shape;
    b->id = l->params->n_buffers++;
    Stmt *s = s_new(l, S_LOCAL);
    s->buffer = b;
    emit(l, s);
    return b;
}

/* A local array of n elements (a scalar for n = 0), filled with `fill`. */
static Buffer *local(Lower *l, const char *name, Dtype dtype, int64_t n, double fill)
{
    Buffer *b = local_array(l, name, dtype, shape_of(n > 0, &n));
    l->block->at[l->block->n - 1]->value = x_num(l, fill, dtype);
    return b;
}

/* ---- reductions ---- */

static AccKind acc_kind(const Node *n)
{
    return n->op == OP_max ? ACC_MAX : n->op == OP_prod ? ACC_MUL : ACC_ADD;
}

/* Keeps in `first` the position of the largest element, which is in `top`. */
static void keep_first(Lower *l, Buffer *top, Buffer *first, const Index *at, Expr *x,
                       Index position)
{
    accumulate(l, ACC_FIRST, top, at, x, x_index(l, position));
    l->block->at[l->block->n - 1]->buffer2 = first;
}

static Expr *x_var(Lower *l, Var *v)
{
    Expr *x = x_num(l, 0, v->dtype);
    x->kind = X_VAR;
    x->var = v;
    return x;
}

static double lowest(Dtype d)
{
    return d == I32 ? (double)INT32_MIN : -(double)INFINITY;
}

/* Of elements: of an argmax, the largest one. */
static double acc_start(const Node *n)
{
    if (n->op == OP_argmax)
        return lowest(n->arg[0]->dtype);

    return n->op == OP_max ? lowest(n->dtype) : n->op == OP_prod ? 1 : 0;
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

/* Is it best computed a row of the result at a time? Not where the last axis of the
 * operand is reduced: then one element needs what lies together. */
static bool wants_row(const Node *n)
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
        local(l, place ? "top" : "lane", n->arg[0]->dtype, LANES, acc_start(n));
    Buffer *first = place ? local(l, "first", I32, LANES, 0) : NULL;
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
    Buffer *top = first ? local(l, "top", d, row->width, lowest(d)) : NULL;
    double start = first ? 0 : acc_start(n);
    Buffer *acc = local(l, first ? "first" : "acc", n->dtype, row->width, start);
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

/* ---- roots ---- */

/* The reductions that are expanded into the root, operands first. */
typedef ARRAY(const Node *) NodeList;

static void find_reductions(Lower *l, const Node *n, bool root, NodeList *list)
{
    if (n->op == OP_contract || n->op == OP_sum || n->op == OP_max ||
        n->op == OP_prod || n->op == OP_argmax) {
        if (root || l->fusion.place[n->id] == P_INLINE)
            PUSH(l->arena, *list, n);
        return;
    }
    if (!is_pointwise(n) || (!root && l->fusion.place[n->id] != P_INLINE))
        return;
    for (int k = 0; k < n->n; k++)
        if (k == 0 || n->arg[k] != n->arg[k - 1])
            find_reductions(l, n->arg[k], false, list);
}

static Expr *root_element(Lower *l, const Node *root, const Index *index)
{
    if (l->value[root->id])
        return l->value[root->id];
    Place place = l->fusion.place[root->id];
    l->fusion.place[root->id] = P_INLINE;
    Expr *x;
    if (root->op == OP_reshape && !reshape_is_affine(root)) {
        Buffer *from = NEW(l->arena, Buffer); /* the operand, seen with these extents */
        *from = *l->buffer[root->arg[0]->id];
        from->base = l->buffer[root->arg[0]->id];
        from->turn = NULL;
        from->shape = root->shape;
        from->id = l->params->n_buffers++;
        x = x_load(l, from, index);
    } else {
        x = element(l, root, index);
    }
    l->fusion.place[root->id] = place;
    return x;
}

/* Each member's value is at hand for the next ones under a name. */
void store_members(Lower *l, const Index *index)
{
    const Members *g = l->members;
    Expr *held[sizeof g->at / sizeof *g->at];
    for (int i = 0; i < g->n; i++) {
        const Node *n = g->at[i];
        held[i] = l->value[n->id];
        Expr *x = root_element(l, n, index);
        if (i + 1 < g->n && x->kind != X_VAR && x->kind != X_NUM) {
            Stmt *s = s_new(l, S_LET);
            const char *word = n->name ? n->name : n->label;
            s->var = var_new(l, word ? word : "t", 0, n->dtype);
            s->value = x;
            emit(l, s);
            x = x_var(l, s->var);
        }
        l->value[n->id] = x;
        Index in[MAX_RANK];
        if (g->stored[i])
            store(l, l->buffer[n->id], home_index(l, n, index, in), x);
    }
    for (int i = 0; i < g->n; i++)
        l->value[g->at[i]->id] = held[i];
}

/* One row (or tile of a row): its reductions, then its elements. */
static void lower_row(Lower *l, const NodeList *list, Row *row)
{
    Buffer **acc = NEW_N(l->arena, Buffer *, list->n + 1);
    Expr **value = NEW_N(l->arena, Expr *, list->n + 1);
    for (int i = 0; i < list->n; i++)
        acc[i] = reduce(l, list->at[i], row, &value[i]);
    int mark = l->depth;
    Index at[1] = {{0}};
    row_open(l, row, at);
    for (int i = 0; i < list->n; i++)
        l->value[list->at[i]->id] = value[i] ? value[i] : x_load(l, acc[i], at);
    store_members(l, row->index);
    for (int i = 0; i < list->n; i++)
        l->value[list->at[i]->id] = NULL;
    loop_close(l, mark);
}

/* How many accumulators a row may have. A few vectors of them stay in registers; but
 * what comes from memory comes faster the more of it lies together, as long as the
 * accumulators fit the first cache. Threads divide by tiles. */
static int64_t longest_row(const Lower *l, const NodeList *list)
{
    bool far = list->n > 0 && !l->options->threads && l->options->stack == 0;
    for (int i = 0; i < list->n; i++) {
        const Node *n = list->at[i];
        far = far && n->op != OP_contract &&
              shape_size(&n->arg[0]->shape) >= l->options->uncached;
    }
    if (far)
        decided(D_lower_far);
    return far ? LONG_ROW : ROW;
}

/* Long rows go in tiles, and a shorter one for the rest. */
static void lower_tiles(Lower *l, const NodeList *list, Row *row, int64_t extent)
{
    int64_t most = longest_row(l, list);
    int64_t whole = extent > most + most / 2 ? extent / most : 0;
    if (whole > 0) {
        int mark = l->depth;
        row->base = index_scale(loop_open(l, whole), most);
        row->width = most;
        lower_row(l, list, row);
        loop_close(l, mark);
    }
    if (extent > whole * most) {
        row->base = index_num(whole * most);
        row->width = extent - whole * most;
        lower_row(l, list, row);
    }
}

/* Are random numbers drawn in the root's kernel? They come by rows. */
static bool draws(const Lower *l, const Node *n, bool root)
{
    if (!root && l->fusion.place[n->id] != P_INLINE)
        return false;
    bool found = n->op == OP_random;
    for (int k = 0; k < n->n && !found; k++)
        found = (k == 0 || n->arg[k] != n->arg[k - 1]) && draws(l, n->arg[k], false);
    return found;
}

/* The last axis that is longer than 1, or the last one if there is none. */
static int last_long(const Shape *s)
{
    int axis = s->rank - 1;
    while (axis > 0 && s->dim[axis] == 1)
        axis--;
    return s->rank > 0 && s->dim[axis] > 1 ? axis : s->rank - 1;
}

/* Do operands lie in memory as this axis of the reduction does? */
static bool goes_along(const Node *n, int axis)
{
    if (n->op != OP_contract) {
        const Shape *s = &n->arg[0]->shape;
        return !(reduced_axes(n) >> last_long(s) & 1);
    }
    const char *a = n->attr.text, *b = strchr(a, ',') + 1, *y = strchr(b, '>') + 1;
    const char *letters[] = {a, b};
    bool along = true;
    for (int k = 0; k < 2; k++) {
        const Shape *s = &n->arg[k]->shape;
        for (int d = 0; d < s->rank; d++)
            along &= letters[k][d] != y[axis] || d == last_long(s);
    }
    return along;
}

/* Rows go along the last axis; of a result [n, 1] along the other one, where that is
 * how its operands lie. */
static int row_axis(const Node *root, const NodeList *list)
{
    int last = root->shape.rank - 1, axis = last_long(&root->shape);
    for (int i = 0; i < list->n && axis != last; i++)
        axis = goes_along(list->at[i], axis) ? axis : last;
    return list->n > 0 ? axis : last;
}

static void lower_elements(Lower *l, const Node *root)
{
    NodeList list = {0};
    find_reductions(l, root, true, &list);
    if (lower_tiled(l, root, list.n, list.at))
        return;
    bool rows = list.n == 0 && draws(l, root, true);
    for (int i = 0; i < list.n; i++)
        rows |= wants_row(list.at[i]);
    int rank = root->shape.rank, axis = row_axis(root, &list);
    rows = rows && rank > 0 && root->shape.dim[axis] > 1;
    Index index[MAX_RANK];
    Row row = {.index = index, .axis = axis};
    int mark = l->depth, around = unpadded_axes(l), outer = mark;
    around = rows && axis < around ? axis : around < rank ? around : rank;
    for (int d = 0; d < rank; d++) {
        if (!rows || d != axis)
            index[d] = loop_open(l, root->shape.dim[d]);
        outer = d < around ? l->depth : outer;
    }
    if (rows)
        lower_tiles(l, &list, &row, root->shape.dim[axis]);
    else
        lower_row(l, &list, &row);
    loop_close(l, outer);
    store_borders(l, index, around);
    loop_close(l, mark);
}

static void lower_concat(Lower *l, const Node *root)
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
    Buffer *acc = local(l, "acc", root->dtype, row->width, 0);
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
static void lower_cumsum(Lower *l, const Node *root)
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
static void lower_scatter(Lower *l, const Node *root)
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

/* ---- kernels ---- */

void kernel_begin(Lower *l)
{
    l->kernel = NEW(l->arena, Kernel);
    l->block = &l->kernel->body;
    l->depth = 0;
    l->memo.n = 0;
}

static void use(Lower *l, Buffer *b, bool written)
{
    if (b->kind == B_LOCAL)
        return;
    Kernel *k = l->kernel;
    for (int i = 0; i < k->params.n; i++)
        if (k->params.at[i] == b) {
            k->written.at[i] |= written;
            return;
        }
    PUSH(l->arena, k->params, b);
    PUSH(l->arena, k->written, written);
}

static void use_expr(Lower *l, const Expr *x)
{
    if (!x)
        return;
    if (x->kind == X_LOAD || x->kind == X_RANDOM)
        use(l, x->buffer, false);
    if (x->kind == X_RANDOM) {
        use(l, x->buffer2, false);
        use(l, x->stream, false);
    }
    for (int i = 0; i < x->n; i++)
        use_expr(l, x->arg[i]);
}

static void use_block(Lower *l, const Block *block)
{
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        use_expr(l, s->value);
        use_expr(l, s->value2);
        if (s->tile) {
            use_expr(l, s->tile->a);
            use_expr(l, s->tile->b);
        }
        use_block(l, &s->body);
    }
}

static void write_block(Lower *l, const Block *block)
{
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        if (s->buffer && (s->kind == S_STORE || s->kind == S_ACC || s->kind == S_TILE))
            use(l, s->buffer, true);
        write_block(l, &s->body);
    }
}

/* ---- lets that nothing uses ---- */

static bool index_uses(const Index *x, int n, const Var *v)
{
    for (int i = 0; x && i < n; i++)
        if (index_has(&x[i], v))
            return true;
    return false;
}

static bool expr_uses(const Expr *x, const Var *v)
{
    if (!x)
        return false;
    int n = x->kind == X_LOAD ? x->buffer->shape.rank : 1;
    if (x->var == v || index_uses(x->index, n, v))
        return true;
    for (int i = 0; i < x->n; i++)
        if (expr_uses(x->arg[i], v))
            return true;
    return false;
}

static bool block_uses(const Block *block, int from, const Var *v)
{
    for (int i = from; i < block->n; i++) {
        const Stmt *s = block->at[i];
        int n = s->buffer ? s->buffer->shape.rank : 0;
        if (expr_uses(s->value, v) || expr_uses(s->value2, v) ||
            (s->tile && (expr_uses(s->tile->a, v) || expr_uses(s->tile->b, v))) ||
            index_uses(s->index, n, v) || block_uses(&s->body, 0, v))
            return true;
    }
    return false;
}

static void drop_lets(Block *block)
{
    for (int i = block->n - 1; i >= 0; i--) {
        Stmt *s = block->at[i];
        drop_lets(&s->body);
        if (s->kind != S_LET || block_uses(block, i + 1, s->var))
            continue;
        for (int k = i; k + 1 < block->n; k++)
            block->at[k] = block->at[k + 1];
        block->n--;
    }
}

Kernel *kernel_end(Lower *l, const Node *node)
{
    Kernel *k = l->kernel;
    drop_lets(&k->body);
    use_block(l, &k->body);
    write_block(l, &k->body);
    const char *title = l->title[node->id] ? l->title[node->id] : node->name;
    k->name = title ? title : node_word(node);
    k->where = node->where;
    return k;
}

static void add_formula(Lower *l, const Node *n, const Buffer *to, bool copy)
{
    Formula f = {n, to, copy, l->buffer, l->stop};
    PUSH(l->arena, l->kernel->formulas, f);
}

Kernel *lower_root(Lower *l, const Members *members)
{
    const Node *root = members->at[0];
    kernel_begin(l);
    l->members = members;
    if (root->op == OP_concat)
        lower_concat(l, root);
    else if (root->op == OP_cumsum)
        lower_cumsum(l, root);
    else if (root->op == OP_scatter)
        lower_scatter(l, root);
    else if (pad_is_plain(root))
        lower_pad(l, root);
    else
        lower_elements(l, root);
    const Node *last = root;
    for (int i = 0; i < members->n; i++) {
        const Node *n = members->at[i];
        if (!members->stored[i])
            continue;
        last = n;
        add_formula(l, n, l->buffer[n->id], false);
        if (l->fusion.home[n->id])
            add_formula(l, l->fusion.home[n->id], l->buffer[n->id], false);
    }
    return kernel_end(l, last);
}

Kernel *lower_copy(Lower *l, const Node *from, Buffer *to)
{
    kernel_begin(l);
    Index index[MAX_RANK];
    for (int d = 0; d < to->shape.rank; d++)
        index[d] = loop_open(l, to->shape.dim[d]);
    store(l, to, index, element(l, from, index));
    loop_close(l, 0);
    add_formula(l, from, to, l->stop[from->id]);
    Kernel *k = kernel_end(l, from);
    k->name = to->name;
    return k;
}

Kernel *lower_move(Lower *l, const Node *node, Buffer *from, Buffer *to)
{
    kernel_begin(l);
    Index index[MAX_RANK];
    for (int d = 0; d < to->shape.rank; d++)
        index[d] = loop_open(l, to->shape.dim[d]);
    store(l, to, index, x_load(l, from, index));
    loop_close(l, 0);
    add_formula(l, node, to, true);
    Kernel *k = kernel_end(l, node);
    k->name = to->name;
    return k;
}

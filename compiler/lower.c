/*
 * lower.c - one node that lives in memory becomes one kernel.
 *
 *     for each element of the root     or    for each row of the root
 *         root[i][j] = element(...)              acc[j] = 0 for each j of the row
 *                                                for k: acc[j] += a[i][k] * b[k][j]
 *                                                root[i][j] = element(..., acc[j])
 *
 * Products and sums that are expanded into the root keep a row of accumulators, so that
 * the inner loop runs along memory.
 */
#include "decisions.h"
#include "lower.h"

#include <string.h>

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

int last_long(const Shape *s)
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

/* ---- kernels ---- */

void kernel_begin(Lower *l)
{
    l->kernel = NEW(l->arena, Kernel);
    l->block = &l->kernel->body;
    l->depth = 0;
    l->memo.n = 0;
}

static void find_read(void *context, const Touch *p)
{
    if (!p->written)
        note_param(context, p);
}

/* Its parameters are the arrays it reads, then those it only writes. */
static void find_params(Lower *l)
{
    const Block *body = &l->kernel->body;
    Params found = {l->arena, l->kernel};
    for (int i = 0; i < body->n; i++)
        stmt_visit(body->at[i], find_read, &found);
    for (int i = 0; i < body->n; i++)
        stmt_visit(body->at[i], note_param, &found);
}

Kernel *kernel_end(Lower *l, const Node *node)
{
    Kernel *k = l->kernel;
    block_drop_lets(&k->body);
    find_params(l);
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
    else if (!lower_own(l, root) && !lower_taps(l, root))
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

/*
 * op_index.c - gather and scatter: rows chosen by numbers. Each is the other's
 * adjoint, and both are linear in their first operand.
 *
 *     gather  "vd,bt->btd"   out[b,t,d] = a[ids[b,t], d]
 *     scatter "btd,bt->vd"   out[ids[b,t], d] += a[b,t,d]
 *     gather  "bv,bk->bk"    out[b,k] = a[b, ids[b,k]]      (a shared letter)
 *
 * The letter of the table that the other side lacks is the one indexed. Letters
 * of the ids run over both sides.
 */
#include "eval.h"

#include <ctype.h>
#include <string.h>

/* "table,ids->side" for gather, "side,ids->table" for scatter. */
typedef struct Rows {
    const char *table, *ids, *side;
    int n_table, n_ids, n_side;
    int indexed; /* axis of the table */
} Rows;

static bool all_letters(const char *word, int n)
{
    for (int i = 0; i < n; i++)
        if (!isalpha((unsigned char)word[i]) ||
            memchr(word, word[i], (size_t)i) != NULL)
            return false;
    return true;
}

static bool has_letter(const char *word, int n, char c)
{
    return memchr(word, c, (size_t)n) != NULL;
}

/* Every letter has its place: one of the table is indexed, the others are on
 * the side; those of the ids are on the side; nothing else is. */
static bool rows_valid(Rows *r)
{
    if (!all_letters(r->table, r->n_table) || !all_letters(r->ids, r->n_ids) ||
        !all_letters(r->side, r->n_side))
        return false;
    int indexed = 0;
    for (int i = 0; i < r->n_table; i++)
        if (!has_letter(r->side, r->n_side, r->table[i])) {
            r->indexed = i;
            indexed++;
        }
    for (int i = 0; i < r->n_ids; i++)
        if (!has_letter(r->side, r->n_side, r->ids[i]))
            return false;
    for (int i = 0; i < r->n_side; i++)
        if (!has_letter(r->table, r->n_table, r->side[i]) &&
            !has_letter(r->ids, r->n_ids, r->side[i]))
            return false;
    return indexed == 1;
}

static Rows rows_of(const Node *y)
{
    const char *name = op_info(y->op)->name, *text = y->attr.text;
    const char *comma = text == NULL ? NULL : strchr(text, ',');
    const char *arrow = comma == NULL ? NULL : strstr(comma, "->");
    if (arrow == NULL)
        bug("%s with letters %s", name, text == NULL ? "(none)" : text);
    Rows r = {.ids = comma + 1, .n_ids = (int)(arrow - comma - 1)};
    const char *first = text, *last = arrow + 2;
    int n_first = (int)(comma - text), n_last = (int)strlen(last);
    bool gather = y->op == OP_gather;
    r.table = gather ? first : last;
    r.n_table = gather ? n_first : n_last;
    r.side = gather ? last : first;
    r.n_side = gather ? n_last : n_first;
    if (!rows_valid(&r))
        bug("%s with letters %s", name, text);
    return r;
}

/* The extent of a letter, looked up in both operands, which must agree. */
static void set_dim(Node *y, int i, char c)
{
    const char *word = y->attr.text;
    const Node *a = y->arg[0], *ids = y->arg[1];
    const char *comma = strchr(word, ','), *arrow = strstr(word, "->");
    const char *in_a = memchr(word, c, (size_t)(comma - word));
    const char *in_ids = memchr(comma, c, (size_t)(arrow - comma));
    int j = in_a == NULL ? -1 : (int)(in_a - word);
    int k = in_ids == NULL ? -1 : (int)(in_ids - comma - 1);
    if (j >= 0 && k >= 0 && !same_dim(&a->shape, j, &ids->shape, k))
        fail_at(y->where,
                "%s: %s is %s but %s is %s; axis %d of the first and axis %d of "
                "the second must be equal",
                op_info(y->op)->name, node_label(a), type_text(a), node_label(ids),
                type_text(ids), j + 1, k + 1);
    const Shape *from = j >= 0 ? &a->shape : &ids->shape;
    y->shape.dim[i] = from->dim[j >= 0 ? j : k];
    y->shape.sym[i] = from->sym[j >= 0 ? j : k];
}

static void check_ranks(const Node *y, const Rows *r, int n_first)
{
    const Node *a = y->arg[0], *ids = y->arg[1];
    const char *name = op_info(y->op)->name;
    if (ids->dtype != I32)
        fail_at(y->where,
                "%s: the ids %s are %s, expected i32; cast with :cast \"i32\"", name,
                node_label(ids), type_text(ids));
    if (a->shape.rank != n_first || ids->shape.rank != r->n_ids)
        bug("%s \"%s\" of %s and %s", name, y->attr.text, type_text(a), type_text(ids));
}

void gather_shape(Node *y)
{
    Rows r = rows_of(y);
    check_ranks(y, &r, r.n_table);
    if (r.n_side > MAX_RANK)
        fail_at(y->where, "gather: the result has rank %d, but the largest is %d",
                r.n_side, MAX_RANK);
    y->shape.rank = r.n_side;
    for (int i = 0; i < r.n_side; i++)
        set_dim(y, i, r.side[i]);
    y->dtype = y->arg[0]->dtype;
    shape_size(&y->shape);
}

void scatter_shape(Node *y)
{
    Rows r = rows_of(y);
    check_ranks(y, &r, r.n_side);
    if (r.n_table > MAX_RANK || y->attr.at[0] < 1)
        bug("scatter into %lld rows", (long long)y->attr.at[0]);
    for (int i = 0; i < r.n_ids; i++)
        set_dim(y, 0, r.ids[i]); /* both operands agree on it */
    y->shape.rank = r.n_table;
    for (int i = 0; i < r.n_table; i++)
        if (i != r.indexed)
            set_dim(y, i, r.table[i]);
    y->shape.dim[r.indexed] = y->attr.at[0];
    y->shape.sym[r.indexed] = y->attr.sym[0];
    y->dtype = y->arg[0]->dtype;
    shape_size(&y->shape);
}

Node *gather_grad(Node *y, Node *dy, int k)
{
    (void)k; /* the ids are integers */
    Rows r = rows_of(y);
    const Shape *a = &y->arg[0]->shape;
    const char *letters = arena_format(y->graph->arena, "%.*s,%.*s->%.*s", r.n_side,
                                       r.side, r.n_ids, r.ids, r.n_table, r.table);
    return n_scatter(dy, y->arg[1], letters, a->dim[r.indexed], a->sym[r.indexed]);
}

Node *scatter_grad(Node *y, Node *dy, int k)
{
    (void)k; /* the ids are integers */
    Rows r = rows_of(y);
    const char *letters = arena_format(y->graph->arena, "%.*s,%.*s->%.*s", r.n_table,
                                       r.table, r.n_ids, r.ids, r.n_side, r.side);
    return n_gather(dy, y->arg[1], letters);
}

/* ---- evaluation ---- */

/* How far a step along each axis of the side moves in `word` of shape s. */
static void steps(const Rows *r, const char *word, int n, const Shape *s, int64_t *step)
{
    int64_t stride = 1;
    for (int i = 0; i < r->n_side; i++)
        step[i] = 0;
    for (int k = n - 1; k >= 0; k--) {
        const char *at = memchr(r->side, word[k], (size_t)r->n_side);
        if (at != NULL)
            step[at - r->side] = stride;
        stride *= s->dim[k];
    }
}

int64_t index_extent(const Node *y)
{
    if (y->op == OP_scatter)
        return y->attr.at[0];
    const char *letters = y->attr.text, *result = strstr(letters, "->");
    int i = 0; /* the one that the result lacks */
    while (strchr(result, letters[i]) != NULL)
        i++;
    return y->arg[0]->shape.dim[i];
}

/* Does the script alone say what the value is? */
static bool known(const Node *n)
{
    bool all = n->n > 0 || n->op == OP_const || n->op == OP_full || n->op == OP_iota;
    for (int k = 0; k < n->n; k++)
        all = all && known(n->arg[k]);
    return all;
}

static int64_t row_number(const Ring *ring, const Node *y, Scalar id, int64_t n)
{
    double row = ring->value(id);
    bool outside = !(row >= 0 && row < (double)n);
    if (outside && known(y->arg[1]))
        fail_at(y->where, "%s: id %g of %s is not from 0 to %lld", op_info(y->op)->name,
                row, node_label(y->arg[1]), (long long)n - 1);
    if (outside)
        fail(EXIT_FILE, "%s of %s: id %g is not from 0 to %lld", op_info(y->op)->name,
             node_label(y->arg[1]), row, (long long)n - 1);
    return (int64_t)row;
}

/* Visits the side in row-major order; there[] is where each element belongs. */
static void visit(const Ring *ring, const Node *y, const Shape *side,
                  const Shape *table, const Scalar *ids, int64_t *there)
{
    Rows r = rows_of(y);
    int64_t in_table[MAX_RANK], in_ids[MAX_RANK], index[MAX_RANK] = {0}, stride = 1;
    steps(&r, r.table, r.n_table, table, in_table);
    steps(&r, r.ids, r.n_ids, &y->arg[1]->shape, in_ids);
    for (int i = r.indexed + 1; i < table->rank; i++)
        stride *= table->dim[i];
    int64_t n = shape_size(side), t = 0, k = 0;
    for (int64_t i = 0; i < n; i++) {
        there[i] = t + stride * row_number(ring, y, ids[k], table->dim[r.indexed]);
        for (int d = side->rank - 1; d >= 0; d--) {
            t += in_table[d];
            k += in_ids[d];
            if (++index[d] < side->dim[d])
                break;
            t -= in_table[d] * side->dim[d];
            k -= in_ids[d] * side->dim[d];
            index[d] = 0;
        }
    }
}

void gather_eval(const Ring *ring, const Node *y, const Scalar *const *arg, Scalar *out)
{
    Arena *scratch = arena_new();
    int64_t n = shape_size(&y->shape);
    int64_t *there = NEW_N(scratch, int64_t, n);
    visit(ring, y, &y->shape, &y->arg[0]->shape, arg[1], there);
    for (int64_t i = 0; i < n; i++)
        out[i] = arg[0][there[i]];
    arena_free(scratch);
}

void scatter_eval(const Ring *ring, const Node *y, const Scalar *const *arg,
                  Scalar *out)
{
    Arena *scratch = arena_new();
    int64_t n = shape_size(&y->arg[0]->shape), n_out = shape_size(&y->shape);
    int64_t *there = NEW_N(scratch, int64_t, n);
    visit(ring, y, &y->arg[0]->shape, &y->shape, arg[1], there);
    for (int64_t i = 0; i < n_out; i++)
        out[i] = ring->number(0);
    for (int64_t i = 0; i < n; i++)
        out[there[i]] = ring->add(out[there[i]], arg[0][i]);
    arena_free(scratch);
}

Node *n_gather(Node *a, Node *ids, const char *letters)
{
    Attr attr = {.text = letters};
    return node_new(a->graph, OP_gather, 2, (Node *[]){a, ids}, &attr);
}

Node *n_scatter(Node *a, Node *ids, const char *letters, int64_t n, const char *sym)
{
    Attr attr = {.n = 1, .at = {n}, .sym = {sym}, .text = letters};
    return node_new(a->graph, OP_scatter, 2, (Node *[]){a, ids}, &attr);
}

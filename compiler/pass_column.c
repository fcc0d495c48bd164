/*
 * pass_column.c - narrow matrices of many rows are made by columns:
 *
 *     h = x W           [1024,20]        h[128 o + p, j] = h'[o, j, p]
 *     h' = W' x'        [8,20,128]
 *
 * A row of 20 elements fills a vector of 16 and a quarter of the next one; 128 rows of
 * a column fill eight. So where products and element-wise operators gain by it, more
 * than others lose that go on by rows, what has so many rows is made in blocks of them,
 * and seen as rows by what remains. A block of 125 rows is padded to 128, whole
 * vectors: what is made there is for nobody. Each element is the same sum in the same
 * order: sums over rows go over the blocks, and in them over the rows.
 *
 * Needs nothing; keeps values to the bit; to be run after fold, which moves views.
 */
#include "decisions.h"
#include "rows.h"

#include <math.h>
#include <string.h>

enum { LEAST_ROWS = 64, MOST_BLOCK = 256, LEAST_GAIN = 10, LINE = 64 };

/* Cycles of a simple operator on a vector, with its loads; of an element of a vector of
 * columns that is brought into rows. */
static const double SCALAR_COST = 2, TURN = 3;

/* What becomes of a node: its elements are made by columns, or it reads such. */
typedef enum Deed { AS_IT_IS, MADE, READS } Deed;

typedef struct Columns {
    int64_t rows, block, padded; /* of all, of a block, and of that with its padding */
    Deed *deed;                  /* by old id; */
    Node **made;                 /* what stands for it by columns */
    Node **order;                /* of the walk: the old nodes, and where it is */
    int at;
} Columns;

/* ---- what can be made by columns ---- */

static bool is_matrix(const Node *n, int64_t rows)
{
    return n->shape.rank == 2 && n->shape.dim[0] == rows;
}

static bool is_made(const Columns *c, const Node *n)
{
    return c->deed[n->id] == MADE;
}

static bool any_made(const Columns *c, const Node *n)
{
    bool any = false;
    for (int k = 0; k < n->n; k++)
        any = any || is_made(c, n->arg[k]);
    return any;
}

/* Are all its operands made by columns, or of one? */
static bool is_of_columns(const Columns *c, const Node *n)
{
    bool all = true;
    for (int k = 0; k < n->n; k++)
        all = all && (is_made(c, n->arg[k]) || n->arg[k]->shape.dim[1] == 1);
    return all;
}

/* Has each axis but the second none of its integers in the attributes but `same`? */
static bool keeps_rows(const Node *n)
{
    const int64_t *at = n->attr.at;
    if (n->op == OP_slice)
        return at[2] == 1 && at[4] == n->arg[0]->shape.dim[0];
    return at[0] == 0 && at[2] == 0 && at[4] == 0;
}

/* The operand of a product that has its rows: "mk,kn->mn" in any order of the letters
 * of the other one; -1: it is another product. */
static int rows_operand(const Node *n)
{
    Words w = words_of(n->attr.text);
    for (int k = 0; k < 2; k++)
        if (strlen(w.word[0]) == 2 && strlen(w.word[1]) == 2 &&
            !strchr(w.word[1 - k], w.word[2][0]) &&
            strchr(w.word[1 - k], w.word[k][1]) && strlen(w.word[2]) == 2)
            return k;
    return -1;
}

/* Is it a sum of products over the rows, "mk,mn->kn"? */
static bool sums_rows(const Node *n, int64_t rows)
{
    Words w = words_of(n->attr.text);
    return is_matrix(n->arg[0], rows) && is_matrix(n->arg[1], rows) &&
           w.word[0][0] == w.word[1][0] && !strchr(w.word[2], w.word[0][0]) &&
           strlen(w.word[2]) == 2;
}

static Deed deed_of(const Columns *c, const Node *n)
{
    if (n->op == OP_contract && is_matrix(n, c->rows) && rows_operand(n) >= 0)
        return MADE;
    if (n->op == OP_contract)
        return any_made(c, n) && sums_rows(n, c->rows) ? READS : AS_IT_IS;
    if (n->op == OP_sum)
        return any_made(c, n) && reduced_axes(n) == 1 ? READS : AS_IT_IS;
    if (!is_matrix(n, c->rows) || n->n == 0)
        return AS_IT_IS;
    if (is_scalar_op(n->op) || n->op == OP_cast || n->op == OP_stop)
        return any_made(c, n) ? MADE : AS_IT_IS;
    if (n->op == OP_concat)
        return n->attr.at[0] == 1 && is_of_columns(c, n) ? MADE : AS_IT_IS;
    if (n->op == OP_slice || n->op == OP_pad)
        return is_of_columns(c, n) && keeps_rows(n) ? MADE : AS_IT_IS;
    return AS_IT_IS;
}

/* ---- what it brings: an estimate, in cycles ---- */

/* Vectors of a row, the last one of which may be filled in part. */
static double width(const Node *n)
{
    int64_t bytes = n->dtype == BOOL ? dtype_bytes(F32) : dtype_bytes(n->dtype);
    return (double)(n->shape.dim[1] * bytes) / LINE;
}

/* What a product takes for them; half a vector is less than a whole one. */
static double product_width(const Node *n)
{
    double w = width(n), rest = w - floor(w);
    return floor(w) + (rest > 0.5 ? 1 : rest > 0 ? 0.75 : 0);
}

/* What scalar operators take: compilers make half, a quarter and sixteenths of what is
 * left of a vector; of few elements there are vectors across the rows. */
static double scalar_width(const Node *n)
{
    double w = width(n), whole = floor(w);
    int rest = (int)(16 * (w - whole));
    return n->shape.dim[1] < 8 ? 2 * w
                               : whole + (rest >= 8) + (rest / 4 % 2) + (rest % 4);
}

/* Does nothing copy it to read it by columns? */
static bool is_free(const Columns *c, const Node *n)
{
    return is_made(c, n) || n->op == OP_full || n->op == OP_broadcast ||
           n->shape.dim[1] == 1;
}

static void add_gain(const Columns *c, const Node *n, double *rows, double *columns)
{
    double m = (double)c->rows, padded = m / (double)c->block * (double)c->padded;
    bool made = is_made(c, n), product = n->op == OP_contract;
    for (int k = 0; k < n->n; k++) {
        const Node *a = n->arg[k];
        if (!is_matrix(a, c->rows))
            continue;
        bool by = c->deed[n->id] != AS_IT_IS;
        if (by ? !is_free(c, a) : is_made(c, a) && a->shape.dim[1] > 1)
            *columns += m * (double)a->shape.dim[1]; /* read across */
    }
    if (made && n->shape.dim[1] == 1)
        return; /* one column lies as its rows do */
    if (made && product) {
        double terms = (double)n->arg[rows_operand(n)]->shape.dim[1];
        *rows += m * terms * product_width(n) / 2;
        *columns += padded * terms * width(n) / 2;
    } else if (made) {
        *rows += SCALAR_COST * m * op_cost(n) * scalar_width(n);
        *columns += SCALAR_COST * padded * op_cost(n) * width(n);
    } else if (c->deed[n->id] == READS && product) {
        double work = m * (double)n->shape.dim[0] * product_width(n) / 2;
        *rows += work;
        *columns += work + TURN * m * product_width(n); /* vectors are turned */
    } else if (c->deed[n->id] == READS) {
        double lines = ceil((double)(n->shape.dim[0] * dtype_bytes(n->dtype)) / LINE);
        *rows += 4 * m;
        *columns += 4 * m + TURN * m * lines;
    }
}

static int64_t whole_vectors(int64_t rows)
{
    enum { LANES = LINE / 4 };
    return (rows + LANES - 1) / LANES * LANES;
}

/* The rows of a block, which divide all: as few as fill vectors well; 0: none do. */
static int64_t choose_block(int64_t rows)
{
    enum { START = 6, FEWER = 95 };
    int64_t best = 0;
    double least = 1.2 * 100 / FEWER;
    for (int64_t p = 1; p <= MOST_BLOCK; p++) {
        double work = (double)(whole_vectors(p) + START) / (double)p;
        if (rows % p != 0 || work >= least * FEWER / 100)
            continue;
        best = p;
        least = work;
    }
    return best;
}

/* What is made by columns of so many rows; false: it does not pay. */
static bool choose(Columns *c, const Graph *g)
{
    double rows = 0, columns = 0;
    c->block = choose_block(c->rows);
    c->padded = whole_vectors(c->block);
    if (c->block == 0)
        return false;
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        c->deed[i] = deed_of(c, n);
        add_gain(c, n, &rows, &columns);
    }
    for (int i = 0; i < g->outs.n; i++) {
        const Node *n = g->outs.at[i].node;
        if (is_made(c, n) && n->shape.dim[1] > 1)
            columns += (double)shape_size(&n->shape);
    }
    return LEAST_GAIN * (rows - columns) > rows;
}

/* ---- the same by columns ---- */

static bool is_padded(const Columns *c)
{
    return c->padded > c->block;
}

/* Blocks of rows along the last axis, with their padding; and without it. */
static Node *with_padding(const Columns *c, Node *x)
{
    int64_t none[3] = {0}, after[3] = {0};
    after[x->shape.rank - 1] = c->padded - c->block;
    return is_padded(c) ? n_pad(x, none, after, none, 0) : x;
}

static Node *without_padding(const Columns *c, Node *y)
{
    return is_padded(c) ? n_slice_axis(y, 2, 0, 1, c->block) : y;
}

/* The elements of y, made by columns, as the rows of a matrix. */
static Node *as_rows(const Columns *c, Node *y, Shape shape)
{
    Node *x = without_padding(c, y);
    return n_reshape(shape.dim[1] == 1 ? x : n_transpose(x, 1, 2), shape);
}

static Node *columns_of_copies(const Columns *c, Node *x, Shape shape)
{
    Node *a = x->arg[0];
    if (x->attr.at[0] < 0)
        return n_broadcast(a, shape, (int[]){-1, (int)x->attr.at[1], -1});
    Shape blocks = shape_of(2, (int64_t[]){shape.dim[0], c->block});
    return n_broadcast(with_padding(c, n_reshape(a, blocks)), shape, (int[]){0, -1, 1});
}

/* What is not made by columns, in blocks of them. */
static Node *columns_of(const Columns *c, Node *x)
{
    int64_t blocks = c->rows / c->block, width = x->shape.dim[1];
    Shape shape = shape_of(3, (int64_t[]){blocks, width, c->padded});
    if (x->op == OP_full)
        return n_full(x->graph, x->dtype, shape, x->attr.num);
    if (x->op == OP_broadcast && x->arg[0]->shape.rank < 2)
        return columns_of_copies(c, x, shape);
    if (width == 1)
        return with_padding(c, n_reshape(x, shape_of(3, (int64_t[]){blocks, 1,
                                                                    c->block})));
    Node *y = n_reshape(x, shape_of(3, (int64_t[]){blocks, c->block, width}));
    return with_padding(c, n_transpose(y, 1, 2));
}

/* A letter that the product does not have. */
static char free_letter(const char *text)
{
    char letter = 'a';
    while (strchr(text, letter))
        letter++;
    return letter;
}

/* The word, "mk", with the letter of a block's rows behind, "mkp", if it has rows. */
static const char *blocked(Arena *arena, const char *word, char rows, char within)
{
    return strchr(word, rows) ? arena_format(arena, "%s%c", word, within) : word;
}

static Node *contract_columns(Node *n, bool made, Node **arg)
{
    Arena *arena = n->graph->arena;
    Words w = words_of(n->attr.text);
    char rows = made ? w.word[2][0] : w.word[0][0], p = free_letter(n->attr.text);
    return n_contract(arg[0], arg[1],
                      arena_format(arena, "%s,%s->%s",
                                   blocked(arena, w.word[0], rows, p),
                                   blocked(arena, w.word[1], rows, p),
                                   blocked(arena, w.word[2], rows, p)));
}

/* The attributes of a slice or pad along the second axis of two, for that of three. */
static Attr attr_of_columns(const Columns *c, const Node *n)
{
    Attr attr = n->attr;
    int64_t none = n->op == OP_slice;
    attr.n = 9;
    memset(attr.sym, 0, sizeof attr.sym);
    for (int i = 0; i < 3; i++)
        for (int d = 0; d < 3; d++)
            attr.at[3 * i + d] = d == 1 ? n->attr.at[2 * i + 1] : i == 1 ? none : 0;
    if (n->op == OP_slice) {
        attr.at[6] = c->rows / c->block;
        attr.at[8] = c->padded;
    }
    return attr;
}

/* The sum over the rows, as products with 1, which tiles make: a + x is fma(1, x, a).
 */
static Node *sum_columns(Node *y)
{
    static const double one = 1;
    int64_t blocks[] = {y->shape.dim[0], y->shape.dim[2]};
    Node *x = n_const(y->graph, y->dtype, shape_of(0, NULL), &one);
    node_labelled(x, "one");
    return n_contract(n_broadcast(x, shape_of(2, blocks), (int[]){-1, -1}), y,
                      "mp,mnp->n");
}

/* Operand k of a node of columns, which becomes n; without padding for a sum. */
static Node *operand(const Columns *c, const Node *old, const Node *n, int k)
{
    Node *x = n->arg[k], *made = c->made[old->arg[k]->id];
    Columns plain = *c;
    plain.padded = c->block;
    if (!is_matrix(x, c->rows))
        return x;
    if (c->deed[old->id] == READS)
        return made != NULL ? without_padding(c, made) : columns_of(&plain, x);
    return made != NULL ? made : columns_of(c, x);
}

/* The node over operands by columns. */
static Node *by_columns(const Columns *c, Node *n, bool made, Node **arg)
{
    if (n->op == OP_contract)
        return contract_columns(n, made, arg);
    if (n->op == OP_sum)
        return sum_columns(arg[0]);
    if (n->op != OP_slice && n->op != OP_pad)
        return node_new(n->graph, n->op, n->n, arg, &n->attr);
    Attr attr = attr_of_columns(c, n);
    return node_new(n->graph, n->op, 1, arg, &attr);
}

static Node *column_rule(void *context, Node *n)
{
    Columns *c = context;
    const Node *old = c->order[c->at++], *of = old->grad_of;
    Deed deed = c->deed[old->id];
    if (deed == AS_IT_IS)
        return n;
    Node **arg = NEW_N(n->graph->arena, Node *, n->n);
    for (int k = 0; k < n->n; k++)
        arg[k] = operand(c, old, n, k);
    Node *y = by_columns(c, n, deed == MADE, arg);
    decided(deed == MADE ? D_column_made : D_column_sum);
    if (deed == READS)
        return y;
    node_called_as(y, n);
    c->made[old->id] = y;
    y->grad_of = of != NULL && of->graph == n->graph ? c->made[of->id] : NULL;
    return as_rows(c, y, n->shape);
}

/* The next number of rows of a product, above `from`; 0: there is none. */
static int64_t next_rows(const Graph *g, int64_t from)
{
    int64_t next = 0;
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        if (n->op == OP_contract && n->shape.rank == 2 && n->shape.dim[0] > from &&
            (next == 0 || n->shape.dim[0] < next))
            next = n->shape.dim[0];
    }
    return next;
}

void pass_column(Graph *g)
{
    for (int64_t rows = next_rows(g, LEAST_ROWS - 1); rows > 0;
         rows = next_rows(g, rows)) {
        Arena *scratch = arena_new();
        int n;
        Columns c = {.rows = rows,
                     .deed = NEW_N(scratch, Deed, g->nodes.n),
                     .made = NEW_N(scratch, Node *, g->nodes.n)};
        Node **roots = NEW_N(scratch, Node *, g->outs.n);
        for (int i = 0; i < g->outs.n; i++)
            roots[i] = g->outs.at[i].node;
        c.order = graph_order(scratch, g, g->outs.n, roots, &n);
        if (choose(&c, g)) {
            graph_rewrite(g, column_rule, &c);
            PUSH(g->arena, g->blocks, rows / c.block);
        }
        arena_free(scratch);
    }
}

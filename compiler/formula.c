/*
 * formula.c - a node as people write it, for comments and messages:
 *
 *     sigmoid(x W1 + b1)      W1 - lr * x' dz1      sum(square)
 *
 * Products of matrices stand side by side, ' transposes, and what only copies
 * (broadcast, axes of extent 1) is not seen. It goes down to named nodes and
 * leaves, or to the nodes that it is told to stop at.
 */
#include "graph.h"
#include "text.h"

#include <string.h>

enum { SHORT = 72, LONG = 300, DEPTH = 8, DEEP = 24 };

/* Twice C's precedences, so that the matrix product fits between * and -a. */
enum { P_PRODUCT = 2 * PREC_MUL + 1, P_ATOM = 2 * PREC_CALL };

typedef struct Form {
    char text[LONG + 8];
    int n, most;
    bool full;
    const Node *root;
    const bool *stop_at;
    Naming naming;
} Form;

static void put(Form *f, const char *text)
{
    size_t n = strlen(text);
    if (f->full)
        return;
    if (f->n + (int)n > f->most) {
        memcpy(f->text + f->n, "...", 4);
        f->n += 3;
        f->full = true;
        return;
    }
    memcpy(f->text + f->n, text, n + 1);
    f->n += (int)n;
}

static void put_node(Form *f, const Node *n, int prec, int depth);

static void put_call(Form *f, const char *name, const Node *n, int depth)
{
    put(f, name);
    put(f, "(");
    for (int i = 0; i < n->n && !f->full; i++) {
        put(f, i > 0 ? ", " : "");
        put_node(f, n->arg[i], 0, depth);
    }
    put(f, ")");
}

/* ---- scalar operators: infix where C has them so ---- */

static void put_scalar(Form *f, const Node *n, int prec, int depth)
{
    const OpInfo *op = op_info(n->op);
    int own = 2 * op->prec;
    bool infix = n->n == 2 && op->prec < PREC_UNARY, prefix = op->prec == PREC_UNARY;
    if (!infix && !prefix) {
        put_call(f, op->name, n, depth);
        return;
    }
    char sign[8] = {0}; /* " + " of "a + b", "-" of "-a" */
    size_t cut = strlen(op->text) - (infix ? 2 : 1);
    if (cut < sizeof sign)
        memcpy(sign, op->text + infix, cut);
    put(f, own < prec ? "(" : "");
    if (infix)
        put_node(f, n->arg[0], own, depth);
    put(f, sign);
    int last = f->n;
    put_node(f, n->arg[n->n - 1], own + infix, depth);
    if (op->prec == PREC_ADD && f->n > last && f->text[last] == '-') {
        /* a + -2 * b = a - 2 * b */
        f->text[last - 2] = f->text[last - 2] == '+' ? '-' : '+';
        memmove(f->text + last, f->text + last + 1, (size_t)(f->n-- - last));
    }
    put(f, own < prec ? ")" : "");
}

/* ---- products ---- */

/* The letters of `word` that are in `in` and, if `out` is given, not in `out`. */
static void letters(char *to, const char *word, const char *in, const char *out)
{
    for (; *word != '\0'; word++)
        if (strchr(in, *word) != NULL && (out == NULL || strchr(out, *word) == NULL))
            *to++ = *word;
    *to = '\0';
}

/* 0: word is first then second; 1: the other way round; -1: neither. */
static int order_of(const char *word, const char *first, const char *second)
{
    size_t n = strlen(first), m = strlen(second);
    if (strlen(word) != n + m)
        return -1;
    if (memcmp(word, first, n) == 0 && memcmp(word + n, second, m) == 0)
        return 0;
    return memcmp(word, second, m) == 0 && memcmp(word + m, first, n) == 0 ? 1 : -1;
}

enum { WORD = 4 * MAX_RANK };

/* How a contraction reads as a product of two matrices, each as it is (0) or
 * transposed (1); swapped if the second operand stands first. */
typedef struct Product {
    bool valid, swapped;
    int turn[2];
} Product;

/* Leaves out the rows of a block (pass_column.c): the last letter of a word, where the
 * words that the first one begins are those that it ends. */
static void drop_blocks(char *const word[3])
{
    for (int i = 0; i < 3; i++) {
        size_t n = strlen(word[i]);
        char first = word[i][0], last = n > 2 ? word[i][n - 1] : '\0';
        bool pair = last != '\0';
        for (int k = 0; k < 3; k++)
            pair = pair &&
                   (strchr(word[k], first)
                        ? word[k][0] == first && word[k][strlen(word[k]) - 1] == last
                        : !strchr(word[k], last));
        for (int k = 0; k < 3 && pair; k++)
            if (word[k][0] == first)
                word[k][strlen(word[k]) - 1] = '\0';
    }
}

static Product product_of(const char *text)
{
    char a[WORD], b[WORD], o[WORD], batch[WORD], sum[WORD], m[WORD], n[WORD];
    char shared[WORD], a2[WORD], b2[WORD], o2[WORD];
    if (strlen(text) >= WORD || sscanf(text, "%31[^,],%31[^-]->%31s", a, b, o) != 3)
        return (Product){0};
    drop_blocks((char *const[]){a, b, o});
    letters(shared, a, b, NULL);
    letters(batch, shared, o, NULL);
    letters(sum, shared, shared, o);
    letters(a2, a, a, batch);
    letters(b2, b, b, batch);
    letters(o2, o, o, batch);
    letters(m, a2, a2, sum);
    letters(n, b2, b2, sum);
    int result = order_of(o2, m, n);
    Product p = {sum[0] != '\0' && result >= 0,
                 result == 1,
                 {order_of(a2, m, sum), order_of(b2, sum, n)}};
    p.valid = p.valid && p.turn[0] >= 0 && p.turn[1] >= 0;
    for (int k = 0; k < 2; k++)
        p.turn[k] ^= p.swapped && (k == 0 ? m : n)[0] != '\0'; /* (A B)' = B' A' */
    return p;
}

static void put_factor(Form *f, const Node *n, int turned, int prec, int depth)
{
    put_node(f, n, turned ? P_ATOM : prec, depth);
    put(f, turned ? "'" : "");
}

/* Are all its elements the constant 1? */
static bool is_one(const Node *n)
{
    return n->op == OP_broadcast && n->arg[0]->op == OP_const &&
           n->arg[0]->shape.rank == 0 && n->arg[0]->attr.data[0] == 1;
}

static void put_contract(Form *f, const Node *n, int prec, int depth)
{
    if (is_one(n->arg[0])) { /* pass_column.c */
        put(f, "sum(");
        put_node(f, n->arg[1], 0, depth);
        put(f, ")");
        return;
    }
    Product p = product_of(n->attr.text);
    if (!p.valid) {
        put(f, "einsum(\"");
        put(f, n->attr.text);
        put(f, "\", ");
        put_node(f, n->arg[0], 0, depth);
        put(f, ", ");
        put_node(f, n->arg[1], 0, depth);
        put(f, ")");
        return;
    }
    int first = p.swapped;
    put(f, P_PRODUCT < prec ? "(" : "");
    put_factor(f, n->arg[first], p.turn[first], P_PRODUCT, depth);
    put(f, " ");
    put_factor(f, n->arg[1 - first], p.turn[1 - first], P_PRODUCT + 1, depth);
    put(f, P_PRODUCT < prec ? ")" : "");
}

/* ---- everything else ---- */

static void put_number(Form *f, const Node *n)
{
    char text[32];
    if (n->dtype == BOOL)
        snprintf(text, sizeof text, "%s", n->attr.num != 0 ? "true" : "false");
    else
        snprintf(text, sizeof text, "%.6g", n->attr.num);
    put(f, text);
}

/* The index along an axis, in a tensor of this rank. */
static const char *index_word(int axis, int rank)
{
    return rank < 2 || axis < rank - 2 ? "index" : axis == rank - 1 ? "column" : "row";
}

static void put_name(Form *f, const Node *n)
{
    char text[32];
    const char *other =
        f->naming.name != NULL ? f->naming.name(f->naming.context, n) : NULL;
    if (n->op == OP_full) {
        put_number(f, n);
    } else if (other != NULL) {
        put(f, other);
    } else if (n->name != NULL || n->label != NULL) {
        put(f, node_word(n));
    } else if (n->op == OP_random) {
        put(f, "uniform()");
    } else if (n->attr.text != NULL && is_leaf(n)) {
        put(f, n->attr.text);
    } else if (n->op == OP_iota) {
        put(f, index_word((int)n->attr.at[0], n->shape.rank));
    } else if (n->op == OP_step) {
        put(f, op_info(n->op)->name);
    } else {
        snprintf(text, sizeof text, "%s%d", op_info(n->op)->name, n->id);
        put(f, text);
    }
}

/* x[:, 256:512]: which part of each axis, as NumPy has it. */
static void put_slice(Form *f, const Node *n, int depth)
{
    char text[64];
    const Shape *whole = &n->arg[0]->shape;
    const int64_t *start = n->attr.at, *step = start + whole->rank,
                  *count = step + whole->rank;
    put_node(f, n->arg[0], P_ATOM, depth);
    for (int d = 0; d < whole->rank; d++) {
        int64_t last = start[d] + step[d] * (count[d] - 1);
        put(f, d > 0 ? ", " : "[");
        if (count[d] == whole->dim[d])
            snprintf(text, sizeof text, step[d] > 0 ? ":" : "::-1");
        else if (step[d] == 1)
            snprintf(text, sizeof text, "%lld:%lld", (long long)start[d],
                     (long long)last + 1);
        else
            snprintf(text, sizeof text, "%lld:%lld:%lld", (long long)start[d],
                     (long long)(last + (step[d] > 0 ? 1 : -1)), (long long)step[d]);
        put(f, text);
    }
    put(f, whole->rank > 0 ? "]" : "");
}

static bool stops_at(const Form *f, const Node *n)
{
    if (is_leaf(n))
        return true;
    if (n == f->root)
        return false;
    return f->stop_at != NULL ? f->stop_at[n->id] : n->name != NULL;
}

/* Is it, as a formula has it, its operand? */
static bool only_shows(const Node *n)
{
    return n->op == OP_broadcast || n->op == OP_stop ||
           (n->op == OP_reshape && (moves_ones(n) || n->arg[0]->op == OP_random));
}

/* Does a slice only turn axes round? */
static bool only_turns(const Node *n)
{
    bool turns = n->op == OP_slice;
    for (int d = 0; turns && d < n->shape.rank; d++)
        turns = n->shape.dim[d] == n->arg[0]->shape.dim[d];
    return turns;
}

/* Windows along several axes, maybe turned round for a gradient: windows(x); pads along
 * several axes: pad(x). */
static bool put_chain(Form *f, const Node *n, int depth)
{
    const Node *of = n;
    bool slides = false, turned = false, pads = n->op == OP_pad;
    for (; of == n || !stops_at(f, of); of = of->arg[0]) {
        if (pads ? of->op != OP_pad
                 : of->op != OP_slide && !only_turns(of) && !only_shows(of))
            break;
        slides |= of->op == OP_slide;
        turned |= of->op == OP_slice;
    }
    if (!pads && !slides)
        return false;
    put(f, pads ? "pad(" : turned ? "turned_windows(" : "windows(");
    put_node(f, of, 0, depth - 1);
    put(f, ")");
    return true;
}

/* An index along one axis of more, said of the axis that it comes to. */
static bool put_index(Form *f, const Node *n)
{
    const Node *iota = n->op == OP_broadcast ? n->arg[0] : n;
    for (int d = 0; iota->op == OP_iota && iota != n && d < n->shape.rank; d++)
        if (n->attr.at[d] == iota->attr.at[0]) {
            put(f, index_word(d, n->shape.rank));
            return true;
        }
    return false;
}

static void put_node(Form *f, const Node *n, int prec, int depth)
{
    if (f->full)
        return;
    if (stops_at(f, n)) {
        put_name(f, n);
        return;
    }
    if (depth == 0) {
        put(f, "...");
        return;
    }
    if (put_index(f, n) || put_chain(f, n, depth))
        return;
    if (is_scalar_op(n->op))
        put_scalar(f, n, prec, depth - 1);
    else if (n->op == OP_contract)
        put_contract(f, n, prec, depth - 1);
    else if (only_shows(n))
        put_node(f, n->arg[0], prec, depth - 1);
    else if (n->op == OP_slice)
        put_slice(f, n, depth - 1);
    else if (n->op == OP_permute && n->shape.rank == 2 && n->attr.at[0] == 1)
        put_factor(f, n->arg[0], 1, 0, depth - 1);
    else
        put_call(f, n->op == OP_cast ? dtype_name(n->dtype) : op_info(n->op)->name, n,
                 depth - 1);
}

const char *node_word(const Node *n)
{
    Arena *arena = n->graph->arena;
    const char *subject = n->grad_of != NULL ? n->grad_of->name : NULL;
    if (n->name != NULL && *n->name == 'd' && subject != NULL &&
        strcmp(n->name + 1, subject) == 0)
        return arena_format(arena, "d%s", text_short(arena, subject));
    if (n->name != NULL)
        return n->name;
    if (n->label != NULL)
        return n->label;
    if (n->op == OP_input) /* a slot, which nothing has named */
        return "slot";
    return n->op == OP_contract ? "product"
           : n->op == OP_full   ? "value"
           : n->op == OP_get    ? "out"
                                : op_info(n->op)->name;
}

static const char *formula(Form *f, int depth)
{
    put_node(f, f->root, 0, depth);
    return intern(f->root->graph->arena, f->text);
}

const char *node_formula(const Node *n)
{
    Form f = {.root = n, .most = SHORT};
    return formula(&f, DEPTH);
}

const char *named_formula(const Node *n, const bool *stop_at, Naming naming)
{
    Form f = {.root = n, .stop_at = stop_at, .most = LONG, .naming = naming};
    return formula(&f, DEEP);
}

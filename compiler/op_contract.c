/*
 * op_contract.c - the one product: labelled axes, as einsum with two operands.
 *
 *     "ik,kj->ij"    matrix product         "bik,bkj->bij"  batched
 *     "i,j->ij"      outer                  "i,i->"         dot
 *
 * Letters that the result lacks are summed. Gradients are contractions:
 * d/da = (dy, b) with the letters of a as result, d/db = (a, dy).
 */
#include "eval.h"

#include <ctype.h>
#include <string.h>

/* The three words of "ik,kj->ij". */
typedef struct Letters {
    const char *word[3];
    int n[3];
} Letters;

static bool split_letters(const char *text, Letters *l)
{
    const char *comma = text == NULL ? NULL : strchr(text, ',');
    const char *arrow = comma == NULL ? NULL : strstr(comma, "->");
    if (arrow == NULL)
        return false;
    *l = (Letters){{text, comma + 1, arrow + 2},
                   {(int)(comma - text), (int)(arrow - comma - 1),
                    (int)strlen(arrow + 2)}};
    for (int w = 0; w < 3; w++)
        for (int i = 0; i < l->n[w]; i++) {
            char c = l->word[w][i];
            bool twice = memchr(l->word[w], c, (size_t)i) != NULL;
            if (!isalpha((unsigned char)c) || twice)
                return false;
        }
    return true;
}

/* Where the letter stands in word w, or -1. */
static int find_letter(const Letters *l, int w, char c)
{
    const char *at = memchr(l->word[w], c, (size_t)l->n[w]);
    return at == NULL ? -1 : (int)(at - l->word[w]);
}

static void check_operands(const Node *y, const Letters *l)
{
    for (int k = 0; k < 2; k++) {
        const Node *a = y->arg[k];
        if (a->shape.rank != l->n[k])
            fail_at(y->where, "einsum: %s is %s, but \"%s\" gives it %d letters",
                    node_label(a), type_text(a), y->attr.text, l->n[k]);
        for (int i = 0; i < l->n[k]; i++)
            if (find_letter(l, 1 - k, l->word[k][i]) < 0 &&
                find_letter(l, 2, l->word[k][i]) < 0)
                fail_at(y->where,
                        "einsum: letter %c of %s is in neither the other operand nor "
                        "the result of \"%s\"; sum over it first",
                        l->word[k][i], node_label(a), y->attr.text);
    }
    const Node *a = y->arg[0], *b = y->arg[1];
    if (a->dtype != b->dtype || a->dtype == BOOL)
        fail_at(y->where, "einsum: %s is %s but %s is %s; cast one of them",
                node_label(a), type_text(a), node_label(b), type_text(b));
}

/* Both operands agree on the letters they share. */
static void check_shared(const Node *y, const Letters *l)
{
    const Node *a = y->arg[0], *b = y->arg[1];
    for (int i = 0; i < l->n[0]; i++) {
        int j = find_letter(l, 1, l->word[0][i]);
        if (j < 0 || same_dim(&a->shape, i, &b->shape, j))
            continue;
        for (int k = 0; k < 2; k++)
            if (y->arg[k]->name != NULL && y->arg[k]->where.line != y->where.line)
                note_at(y->arg[k]->where, "%s is made here", y->arg[k]->name);
        fail_at(y->where,
                "einsum: dimensions %c of \"%s\" differ: %s is %s but %s is %s",
                l->word[0][i], y->attr.text, node_label(a), type_text(a), node_label(b),
                type_text(b));
    }
}

void contract_shape(Node *y)
{
    Letters l;
    if (!split_letters(y->attr.text, &l))
        fail_at(y->where,
                "einsum: \"%s\" is not of the form \"ik,kj->ij\": letters, none twice "
                "in a word, a comma, an arrow",
                y->attr.text == NULL ? "" : y->attr.text);
    check_operands(y, &l);
    check_shared(y, &l);
    if (l.n[2] > MAX_RANK)
        fail_at(y->where, "einsum: the result of \"%s\" has rank %d, the largest is %d",
                y->attr.text, l.n[2], MAX_RANK);
    y->shape.rank = l.n[2];
    for (int i = 0; i < l.n[2]; i++) {
        int k = find_letter(&l, 0, l.word[2][i]) >= 0 ? 0 : 1;
        int from = find_letter(&l, k, l.word[2][i]);
        if (from < 0)
            fail_at(y->where,
                    "einsum: letter %c of the result of \"%s\" is in no operand",
                    l.word[2][i], y->attr.text);
        y->shape.dim[i] = y->arg[k]->shape.dim[from];
        y->shape.sym[i] = y->arg[k]->shape.sym[from];
    }
    y->dtype = y->arg[0]->dtype;
    shape_size(&y->shape);
}

Node *contract_grad(Node *y, Node *dy, int k)
{
    Letters l;
    if (!split_letters(y->attr.text, &l))
        bug("contract with letters %s", y->attr.text);
    Arena *arena = y->graph->arena;
    if (k == 0)
        return n_contract(dy, y->arg[1],
                          arena_format(arena, "%s,%.*s->%.*s", l.word[2], l.n[1],
                                       l.word[1], l.n[0], l.word[0]));
    return n_contract(y->arg[0], dy,
                      arena_format(arena, "%.*s,%s->%.*s", l.n[0], l.word[0], l.word[2],
                                   l.n[1], l.word[1]));
}

/* ---- evaluation ---- */

/* A nest of loops: extents and the step of each operand, outermost first. */
typedef struct Nest {
    int n;
    int64_t count[2 * MAX_RANK], a[2 * MAX_RANK], b[2 * MAX_RANK];
} Nest;

static int64_t stride_of(const Shape *s, int axis)
{
    int64_t stride = 1;
    if (axis < 0)
        return 0;
    for (int i = axis + 1; i < s->rank; i++)
        stride *= s->dim[i];
    return stride;
}

static void nest_add(Nest *nest, const Node *y, const Letters *l, char c)
{
    const Shape *a = &y->arg[0]->shape, *b = &y->arg[1]->shape;
    int i = find_letter(l, 0, c), j = find_letter(l, 1, c), n = nest->n++;
    nest->count[n] = i >= 0 ? a->dim[i] : b->dim[j];
    nest->a[n] = stride_of(a, i);
    nest->b[n] = stride_of(b, j);
}

/* The next index of the nest but its innermost loop; false after the last. */
static bool nest_next(const Nest *nest, int64_t *index, int64_t *a, int64_t *b)
{
    for (int d = nest->n - 2; d >= 0; d--) {
        *a += nest->a[d];
        *b += nest->b[d];
        if (++index[d] < nest->count[d])
            return true;
        *a -= nest->a[d] * nest->count[d];
        *b -= nest->b[d] * nest->count[d];
        index[d] = 0;
    }
    return false;
}

/* One element: the sum over the nest, one fma a term. */
static Scalar inner_product(const Ring *ring, const Nest *nest, const Scalar *a,
                            const Scalar *b)
{
    Scalar sum = ring->number(0);
    int64_t index[2 * MAX_RANK] = {0}, ia = 0, ib = 0;
    int64_t n = nest->count[nest->n - 1];
    int64_t da = nest->a[nest->n - 1], db = nest->b[nest->n - 1];
    do
        sum = ring->dot(n, a + ia, da, b + ib, db, sum);
    while (nest_next(nest, index, &ia, &ib));
    return sum;
}

void contract_eval(const Ring *ring, const Node *y, const Scalar *const *arg,
                   Scalar *out)
{
    Letters l;
    if (!split_letters(y->attr.text, &l))
        bug("contract with letters %s", y->attr.text);
    /* A loop of one turn at the outside, so that no nest is empty. */
    Nest outer = {.n = 1, .count = {1}}, inner = {.n = 1, .count = {1}};
    for (int i = 0; i < l.n[2]; i++)
        nest_add(&outer, y, &l, l.word[2][i]);
    for (int i = 0; i < l.n[0]; i++)
        if (find_letter(&l, 2, l.word[0][i]) < 0)
            nest_add(&inner, y, &l, l.word[0][i]);
    int64_t index[2 * MAX_RANK] = {0}, a = 0, b = 0, last = outer.n - 1;
    do {
        for (int64_t i = 0; i < outer.count[last]; i++)
            *out++ = inner_product(ring, &inner, arg[0] + a + i * outer.a[last],
                                   arg[1] + b + i * outer.b[last]);
    } while (nest_next(&outer, index, &a, &b));
}

Node *n_contract(Node *a, Node *b, const char *letters)
{
    Attr attr = {.text = letters};
    return node_new(a->graph, OP_contract, 2, (Node *[]){a, b}, &attr);
}

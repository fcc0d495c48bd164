/*
 * op_define.c - the definition of each tensor operator (op_case.h). They loop over
 * everything and pick what belongs: slow, and nothing like the evaluator.
 */
#include "op_case.h"

#include <string.h>

/* The element of an operand at an index. */
static Scalar element(const Node *n, const Scalar *v, const int64_t *at)
{
    int64_t flat = 0;
    for (int d = 0; d < n->shape.rank; d++)
        flat = flat * n->shape.dim[d] + at[d];
    return v[flat];
}

/* The next index in row-major order; false after the last. */
static bool next_index(const Shape *s, int64_t *at)
{
    for (int d = s->rank - 1; d >= 0; d--) {
        if (++at[d] < s->dim[d])
            return true;
        at[d] = 0;
    }
    return false;
}

#define DEFINITION(name)                                                               \
    static Scalar define_##name(const Ring *ring, const Node *y, Scalar *const *arg,   \
                                const int64_t *at)

/* The same place in row-major order. */
DEFINITION(same)
{
    (void)ring;
    return element(y, arg[0], at);
}

DEFINITION(permute)
{
    (void)ring;
    int64_t in[MAX_RANK] = {0};
    for (int d = 0; d < y->shape.rank; d++)
        in[y->attr.at[d]] = at[d];
    return element(y->arg[0], arg[0], in);
}

DEFINITION(broadcast)
{
    (void)ring;
    int64_t in[MAX_RANK] = {0};
    for (int d = 0; d < y->shape.rank; d++)
        if (y->attr.at[d] >= 0)
            in[y->attr.at[d]] = at[d];
    return element(y->arg[0], arg[0], in);
}

DEFINITION(slice)
{
    (void)ring;
    int64_t in[MAX_RANK] = {0};
    for (int d = 0; d < y->shape.rank; d++)
        in[d] = y->attr.at[d] + at[d] * y->attr.at[y->shape.rank + d];
    return element(y->arg[0], arg[0], in);
}

/* The operand element that lands here, if any. */
DEFINITION(pad)
{
    const Shape *s = &y->arg[0]->shape;
    int64_t in[MAX_RANK] = {0};
    do {
        bool lands = true;
        for (int d = 0; d < s->rank; d++)
            lands = lands &&
                    y->attr.at[d] + in[d] * (y->attr.at[2 * s->rank + d] + 1) == at[d];
        if (lands)
            return element(y->arg[0], arg[0], in);
    } while (next_index(s, in));
    return ring->number(y->attr.num);
}

DEFINITION(slide)
{
    const int64_t *w = y->attr.at; /* axis, k axis, stride, dilation, pad */
    int64_t in[MAX_RANK] = {0};
    memcpy(in, at, sizeof(int64_t) * (size_t)y->shape.rank);
    in[w[0]] = at[w[0]] * w[2] + at[w[1]] * w[3] - w[4];
    bool inside = in[w[0]] >= 0 && in[w[0]] < y->arg[0]->shape.dim[w[0]];
    return inside ? element(y->arg[0], arg[0], in) : ring->number(0);
}

DEFINITION(unslide)
{
    const int64_t *w = y->attr.at;
    int64_t in[MAX_RANK] = {0};
    memcpy(in, at, sizeof(int64_t) * (size_t)y->shape.rank);
    for (int64_t o = 0; o < y->arg[0]->shape.dim[w[0]]; o++)
        if (o * w[2] + at[w[1]] * w[3] - w[4] == at[w[0]]) {
            in[w[0]] = o;
            return element(y->arg[0], arg[0], in);
        }
    return ring->number(0);
}

DEFINITION(concat)
{
    (void)ring;
    int64_t axis = y->attr.at[0], in[MAX_RANK] = {0};
    memcpy(in, at, sizeof(int64_t) * (size_t)y->shape.rank);
    int k = 0;
    for (; in[axis] >= y->arg[k]->shape.dim[axis]; k++)
        in[axis] -= y->arg[k]->shape.dim[axis];
    return element(y->arg[k], arg[k], in);
}

/* The axes that are kept must agree. */
static bool belongs(const Shape *s, unsigned axes, const int64_t *in, const int64_t *at)
{
    for (int d = 0, kept = 0; d < s->rank; d++)
        if (!(axes >> d & 1) && in[d] != at[kept++])
            return false;
    return true;
}

DEFINITION(sum)
{
    const Shape *s = &y->arg[0]->shape;
    int64_t in[MAX_RANK] = {0};
    Scalar sum = ring->number(0);
    do {
        if (belongs(s, (unsigned)y->attr.at[0], in, at))
            sum = ring->add(sum, element(y->arg[0], arg[0], in));
    } while (next_index(s, in));
    return sum;
}

DEFINITION(prod)
{
    const Shape *s = &y->arg[0]->shape;
    int64_t in[MAX_RANK] = {0};
    Scalar product = ring->number(1);
    do {
        if (belongs(s, 1u << y->attr.at[0], in, at))
            product = ring->mul(product, element(y->arg[0], arg[0], in));
    } while (next_index(s, in));
    return product;
}

static Scalar largest(const Ring *ring, const Node *y, Scalar *const *arg,
                      const int64_t *at, int64_t *place)
{
    const Shape *s = &y->arg[0]->shape;
    int64_t in[MAX_RANK] = {0};
    Scalar best = ring->number(0);
    int64_t seen = 0;
    do {
        if (!belongs(s, (unsigned)y->attr.at[0], in, at))
            continue;
        Scalar v = element(y->arg[0], arg[0], in);
        if (seen == 0 || ring->less(best, v)) {
            best = v;
            *place = seen;
        }
        seen++;
    } while (next_index(s, in));
    return best;
}

DEFINITION(max)
{
    int64_t place = 0;
    return largest(ring, y, arg, at, &place);
}

DEFINITION(argmax)
{
    int64_t place = 0;
    largest(ring, y, arg, at, &place);
    return ring->number((double)place);
}

DEFINITION(cumsum)
{
    int64_t axis = y->attr.at[0], in[MAX_RANK] = {0};
    memcpy(in, at, sizeof(int64_t) * (size_t)y->shape.rank);
    Scalar sum = ring->number(0);
    for (int64_t i = 0; i < y->shape.dim[axis]; i++) {
        in[axis] = i;
        if (y->attr.at[1] ? i >= at[axis] : i <= at[axis])
            sum = ring->add(sum, element(y->arg[0], arg[0], in));
    }
    return sum;
}

/* The values of letters: word by word, an index each; false on a clash. */
static bool bind(int64_t *letter, const char *word, const Shape *s, const int64_t *at)
{
    for (int i = 0; i < s->rank; i++) {
        int64_t *l = &letter[word[i] - 'a'];
        if (*l >= 0 && *l != at[i])
            return false;
        *l = at[i];
    }
    return true;
}

static void unbind(int64_t *letter)
{
    for (int i = 0; i < 26; i++)
        letter[i] = -1;
}

DEFINITION(contract)
{
    const char *text = y->attr.text;
    const Node *a = y->arg[0], *b = y->arg[1];
    int64_t i[MAX_RANK] = {0}, letter[26];
    Scalar sum = ring->number(0);
    do {
        int64_t k[MAX_RANK] = {0};
        do {
            unbind(letter);
            if (bind(letter, strchr(text, '>') + 1, &y->shape, at) &&
                bind(letter, text, &a->shape, i) &&
                bind(letter, strchr(text, ',') + 1, &b->shape, k))
                sum = ring->add(sum, ring->mul(element(a, arg[0], i),
                                               element(b, arg[1], k)));
        } while (next_index(&b->shape, k));
    } while (next_index(&a->shape, i));
    return sum;
}

/* Sums over both gather's table and scatter's side: each element a of the first
 * operand counts where its letters, with the id in the place of the indexed
 * one, are those of the result. */
static Scalar indexed(const Ring *ring, const Node *y, Scalar *const *arg,
                      const int64_t *at, const char *table, const Shape *table_shape)
{
    const Node *a = y->arg[0], *n = y->arg[1];
    const char *text = y->attr.text, *word = strchr(text, ',') + 1;
    bool gather = y->op == OP_gather;
    int64_t i[MAX_RANK] = {0};
    Scalar sum = ring->number(0);
    do {
        int64_t k[MAX_RANK] = {0};
        do {
            int64_t letter[26], row[MAX_RANK];
            unbind(letter);
            bool ok = bind(letter, word, &n->shape, k);
            /* the side binds its letters, then the table must agree */
            ok = ok && (gather ? bind(letter, strchr(text, '>') + 1, &y->shape, at)
                               : bind(letter, text, &a->shape, i));
            const int64_t *in_table = gather ? i : at;
            int64_t id = (int64_t)ring->value(element(n, arg[1], k));
            for (int d = 0; d < table_shape->rank; d++)
                row[d] = letter[table[d] - 'a'] < 0 ? id : letter[table[d] - 'a'];
            for (int d = 0; ok && d < table_shape->rank; d++)
                ok = row[d] == in_table[d];
            if (ok)
                sum = ring->add(sum, element(a, arg[0], i));
        } while (next_index(&n->shape, k));
    } while (next_index(&a->shape, i));
    return sum;
}

DEFINITION(gather)
{
    return indexed(ring, y, arg, at, y->attr.text, &y->arg[0]->shape);
}

DEFINITION(scatter)
{
    return indexed(ring, y, arg, at, strchr(y->attr.text, '>') + 1, &y->shape);
}

Definition definition_of(Op op)
{
    static const Definition definition[OPS] = {
        [OP_cast] = define_same,         [OP_stop] = define_same,
        [OP_mode] = define_same,         [OP_permute] = define_permute,
        [OP_reshape] = define_same,      [OP_broadcast] = define_broadcast,
        [OP_slice] = define_slice,       [OP_pad] = define_pad,
        [OP_slide] = define_slide,       [OP_unslide] = define_unslide,
        [OP_concat] = define_concat,     [OP_sum] = define_sum,
        [OP_max] = define_max,           [OP_argmax] = define_argmax,
        [OP_prod] = define_prod,         [OP_cumsum] = define_cumsum,
        [OP_contract] = define_contract, [OP_gather] = define_gather,
        [OP_scatter] = define_scatter,
    };
    return definition[op];
}

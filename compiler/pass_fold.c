/*
 * pass_fold.c - algebra on single nodes and arithmetic on constants.
 *
 * Needs nothing; keeps every value exactly, in floating point too, but for the
 * sign of zero. So there is no x * 0 = 0 (x may be NaN), no x - x = 0, and no
 * rule that changes the order of a sum. Every rule makes the graph smaller, moves
 * work to a smaller tensor, or moves a movement towards the outs, so that they end.
 */
#include "eval.h"

#include <math.h>
#include <string.h>

/* clang-format off */
#define RULES(X)                                                        \
    X(constant) X(uniform) X(iota_one) X(view_of_full) X(stop)          \
    X(add_zero) X(add_neg) X(sub_zero) X(zero_sub) X(sub_neg)           \
    X(mul_one) X(mul_minus_one) X(mul_neg) X(mul_neg_const)             \
    X(div_one) X(div_minus_one) X(div_power) X(div_neg)                 \
    X(neg_neg) X(neg_sub) X(neg_mul_const)                              \
    X(where_const) X(where_same) X(where_not) X(where_where)            \
    X(and_const) X(or_const) X(not_not) X(cast_same) X(cast_cast)       \
    X(hoist) X(lift_reshape) X(permute_same) X(permute_permute) X(permute_broadcast)    \
    X(reshape_same) X(reshape_reshape)                                  \
    X(broadcast_same) X(broadcast_broadcast)                            \
    X(slice_same) X(slice_slice) X(slice_pad) X(pad_nothing)            \
    X(sum_one) X(sum_neg) X(reduce_one) X(cumsum_one)                   \
    X(contract_neg) X(contract_permuted) X(permute_contract)
/* clang-format on */

enum {
#define X(name) R_##name,
    RULES(X)
#undef X
        N_RULES
};

/* How often each rule fired, for the tests. */
static Count counts[N_RULES + 1] = {
#define X(name) {#name, 0},
    RULES(X)
#undef X
        {NULL, 0}};

const Count *fold_counts(int *n)
{
    *n = N_RULES;
    return counts;
}

typedef struct Fold {
    Arena *scratch;
    Node **order; /* of the walk: the old nodes, and where it is */
    int at;
    int *old_uses;   /* by old id */
    ARRAY(int) uses; /* by the id of what stands for them */
} Fold;

/* ---- what rules ask and make ---- */

static bool is_num(const Node *n, double v)
{
    return n->op == OP_full && n->attr.num == v;
}

static bool is_neg(const Node *n)
{
    return n->op == OP_neg;
}

static bool same_type(const Node *a, const Node *b)
{
    return a->dtype == b->dtype && same_shape(&a->shape, &b->shape);
}

/* The rule's result, unless it has lost the name of a dim. */
static Node *hit(int rule, const Node *n, Node *result)
{
    if (result == NULL || !same_type(n, result))
        return NULL;
    counts[rule].n++;
    return result;
}

static Node *simplify(Node *n);

/* A constant that stands where n does. */
static Node *number(const Node *n, double v)
{
    return n_full(n->graph, n->dtype, n->shape, v);
}

/* The constant -c, which i32 may not have; then the rule does not apply. */
static bool can_negate(const Node *c)
{
    return c->op == OP_full && !(c->dtype == I32 && c->attr.num == INT32_MIN);
}

static Node *negated(const Node *c)
{
    return number(c, -c->attr.num);
}

/* ---- scalar operators ---- */

static Node *fold_constant(Node *n)
{
    Scalar arg[3] = {{{0, 0}}};
    for (int i = 0; i < n->n; i++) {
        if (n->arg[i]->op != OP_full)
            return NULL;
        arg[i] = ring_f64.number(n->arg[i]->attr.num);
    }
    Dtype dtype = n->arg[n->n - 1]->dtype;
    const Ring *ring = dtype == F32 ? &ring_f32 : &ring_f64;
    double v = n->op == OP_cast
                   ? ring->value(ring->cast(arg[0], n->arg[0]->dtype, n->dtype))
                   : ring->value(ring->op(n->op, dtype, arg));
    return isnan(v) ? NULL : hit(R_constant, n, number(n, v));
}

static Node *fold_add(Node *n)
{
    Node *a = n->arg[0], *b = n->arg[1];
    if (is_num(a, 0))
        return hit(R_add_zero, n, b); /* 0 + b = b */
    if (is_num(b, 0))
        return hit(R_add_zero, n, a); /* a + 0 = a */
    if (is_neg(b))
        return hit(R_add_neg, n, simplify(n_sub(a, b->arg[0]))); /* a + -b = a - b */
    if (is_neg(a))
        return hit(R_add_neg, n, simplify(n_sub(b, a->arg[0]))); /* -a + b = b - a */
    return NULL;
}

static Node *fold_sub(Node *n)
{
    Node *a = n->arg[0], *b = n->arg[1];
    if (is_num(b, 0))
        return hit(R_sub_zero, n, a); /* a - 0 = a */
    if (is_num(a, 0))
        return hit(R_zero_sub, n, simplify(n_neg(b))); /* 0 - b = -b */
    if (is_neg(b))
        return hit(R_sub_neg, n, simplify(n_add(a, b->arg[0]))); /* a - -b = a + b */
    return NULL;
}

static Node *fold_mul(Node *n)
{
    for (int i = 0; i < 2; i++) {
        Node *a = n->arg[1 - i], *b = n->arg[i];
        if (is_num(b, 1))
            return hit(R_mul_one, n, a); /* a * 1 = a */
        if (is_num(b, -1))
            return hit(R_mul_minus_one, n, simplify(n_neg(a))); /* a * -1 = -a */
        if (is_neg(a) && can_negate(b)) {                       /* -a * c = a * -c */
            Node *c = negated(b);
            return hit(R_mul_neg_const, n, simplify(n_mul(a->arg[0], c)));
        }
        if (is_neg(a)) { /* -a * b = -(a * b) */
            Node *product = i == 1 ? n_mul(a->arg[0], b) : n_mul(b, a->arg[0]);
            return hit(R_mul_neg, n, simplify(n_neg(simplify(product))));
        }
    }
    return NULL;
}

/* Whether 1/c is exact, so that dividing by c is multiplying by it. */
static bool is_power_of_two(const Node *c)
{
    int exponent;
    if (c->op != OP_full || !isfinite(c->attr.num) || c->attr.num == 0)
        return false;
    return fabs(frexp(c->attr.num, &exponent)) == 0.5 && exponent > -100 &&
           exponent < 100;
}

static Node *fold_div(Node *n)
{
    Node *a = n->arg[0], *b = n->arg[1];
    if (is_num(b, 1))
        return hit(R_div_one, n, a); /* a / 1 = a */
    if (is_num(b, -1))
        return hit(R_div_minus_one, n, simplify(n_neg(a))); /* a / -1 = -a */
    if (is_power_of_two(b))                                 /* a / 2^k = a * 2^-k */
        return hit(R_div_power, n, simplify(n_mul(a, number(b, 1 / b->attr.num))));
    if (is_neg(a)) /* -a / b = -(a / b) */
        return hit(R_div_neg, n, simplify(n_neg(simplify(n_div(a->arg[0], b)))));
    if (is_neg(b)) /* a / -b = -(a / b) */
        return hit(R_div_neg, n, simplify(n_neg(simplify(n_div(a, b->arg[0])))));
    return NULL;
}

static Node *fold_neg(Node *n)
{
    Node *a = n->arg[0];
    if (is_neg(a))
        return hit(R_neg_neg, n, a->arg[0]); /* --a = a */
    if (a->op == OP_sub)                     /* -(a - b) = b - a */
        return hit(R_neg_sub, n, n_sub(a->arg[1], a->arg[0]));
    if (a->op == OP_mul && can_negate(a->arg[1])) { /* -(a * c) = a * -c */
        Node *c = negated(a->arg[1]);
        return hit(R_neg_mul_const, n, simplify(n_mul(a->arg[0], c)));
    }
    if (a->op == OP_mul && can_negate(a->arg[0])) { /* -(c * a) = -c * a */
        Node *c = negated(a->arg[0]);
        return hit(R_neg_mul_const, n, simplify(n_mul(c, a->arg[1])));
    }
    return NULL;
}

static Node *fold_where(Node *n)
{
    Node *c = n->arg[0], *a = n->arg[1], *b = n->arg[2];
    if (c->op == OP_full)
        return hit(R_where_const, n, c->attr.num != 0 ? a : b); /* true ? a : b = a */
    if (a == b || (a->op == OP_full && is_num(b, a->attr.num) &&
                   signbit(a->attr.num) == signbit(b->attr.num)))
        return hit(R_where_same, n, a); /* c ? a : a = a */
    if (c->op == OP_logical_not)        /* !c ? a : b = c ? b : a */
        return hit(R_where_not, n, simplify(n_where(c->arg[0], b, a)));
    if (a->op == OP_where && a->arg[0] == c) /* c ? (c ? a : x) : b = c ? a : b */
        return hit(R_where_where, n, simplify(n_where(c, a->arg[1], b)));
    if (b->op == OP_where && b->arg[0] == c) /* c ? a : (c ? x : b) = c ? a : b */
        return hit(R_where_where, n, simplify(n_where(c, a, b->arg[2])));
    return NULL;
}

static Node *fold_logic(Node *n)
{
    if (n->op == OP_logical_not)
        return n->arg[0]->op == OP_logical_not
                   ? hit(R_not_not, n, n->arg[0]->arg[0]) /* !!a = a */
                   : NULL;
    for (int i = 0; i < 2; i++) {
        Node *a = n->arg[1 - i], *b = n->arg[i];
        if (b->op != OP_full)
            continue;
        bool truth = b->attr.num != 0;
        if (n->op == OP_logical_and) /* a && true = a, a && false = false */
            return hit(R_and_const, n, truth ? a : b);
        return hit(R_or_const, n, truth ? b : a); /* a || false = a */
    }
    return NULL;
}

/* Whether every value of `from` is one of `to`. */
static bool is_exact_cast(Dtype from, Dtype to)
{
    return from == to || from == BOOL || (to == F64 && from != F64);
}

static Node *fold_cast(Node *n)
{
    Node *a = n->arg[0];
    if (a->dtype == n->dtype)
        return hit(R_cast_same, n, a);
    if (a->op == OP_cast && is_exact_cast(a->arg[0]->dtype, a->dtype))
        return hit(R_cast_cast, n, simplify(n_cast(a->arg[0], n->dtype)));
    return NULL;
}

/* ---- scalar operators over copies ---- */

/* The axes of n's shape along which operand a differs. */
static unsigned own_axes(const Node *a)
{
    unsigned axes = 0;
    for (int i = 0; i < a->shape.rank; i++)
        if (a->op == OP_broadcast && a->attr.at[i] >= 0)
            axes |= 1u << i;
    return axes;
}

/* Operand a of a large shape, shrunk to those of its axes that are in `axes`. */
static Node *shrink(Node *a, Shape small, unsigned axes)
{
    if (a->op == OP_full)
        return n_full(a->graph, a->dtype, small, a->attr.num);
    int from[MAX_RANK], rank = 0;
    for (int i = 0; i < a->shape.rank; i++)
        if (axes >> i & 1)
            from[rank++] = (int)a->attr.at[i];
    if (same_shape(&small, &a->arg[0]->shape))
        return a->arg[0];
    return simplify(n_broadcast(a->arg[0], small, from));
}

/* f(copies of a, copies of b) = copies of f(a, b): once for each distinct one. */
static Node *fold_hoist(Node *n)
{
    unsigned axes = 0, all = (1u << n->shape.rank) - 1;
    for (int k = 0; k < n->n; k++) {
        if (n->arg[k]->op != OP_broadcast && n->arg[k]->op != OP_full)
            return NULL;
        axes |= own_axes(n->arg[k]);
    }
    if (axes == all)
        return NULL;
    Shape small = {0};
    int from[MAX_RANK];
    for (int i = 0; i < n->shape.rank; i++) {
        from[i] = -1;
        if (axes >> i & 1) {
            from[i] = small.rank;
            small = shape_insert(small, small.rank, n->shape.dim[i], n->shape.sym[i]);
        }
    }
    Node *arg[3];
    for (int k = 0; k < n->n; k++)
        arg[k] = shrink(n->arg[k], small, axes);
    Node *f = simplify(node_new(n->graph, n->op, n->n, arg, &n->attr));
    return hit(R_hoist, n, simplify(n_broadcast(f, n->shape, from)));
}

/* f(reshape a, reshape b) = reshape f(a, b), for axes of extent 1: so that those
 * which come from keeping an axis meet those which drop it. */
static Node *fold_lift_reshape(Node *n)
{
    const Shape *from = NULL;
    for (int k = 0; k < n->n; k++) {
        const Node *a = n->arg[k];
        bool copies = a->op == OP_broadcast && a->arg[0]->shape.rank == 0;
        if (a->op == OP_full || copies)
            continue;
        if (a->op != OP_reshape || !moves_ones(a))
            return NULL;
        if (from != NULL && !same_shape(from, &a->arg[0]->shape))
            return NULL;
        from = &a->arg[0]->shape;
    }
    if (from == NULL)
        return NULL;
    Node *arg[3];
    for (int k = 0; k < n->n; k++) {
        Node *a = n->arg[k];
        arg[k] = a->op == OP_reshape ? a->arg[0]
                 : a->op == OP_broadcast
                     ? simplify(n_broadcast_to(a->arg[0], *from))
                     : n_full(n->graph, a->dtype, *from, a->attr.num);
    }
    Node *f = simplify(node_new(n->graph, n->op, n->n, arg, &n->attr));
    return hit(R_lift_reshape, n, simplify(n_reshape(f, n->shape)));
}

/* ---- movement ---- */

static Node *fold_permute(Node *n)
{
    Node *a = n->arg[0];
    int rank = n->shape.rank, axes[MAX_RANK];
    bool same = true;
    for (int i = 0; i < rank; i++)
        same = same && n->attr.at[i] == i;
    if (same)
        return hit(R_permute_same, n, a);
    if (a->op == OP_permute) {
        for (int i = 0; i < rank; i++)
            axes[i] = (int)a->attr.at[n->attr.at[i]];
        return hit(R_permute_permute, n, simplify(n_permute(a->arg[0], axes)));
    }
    if (a->op == OP_broadcast) { /* copies of the permuted */
        int from[MAX_RANK], own = 0;
        for (int i = 0; i < rank; i++) {
            int64_t axis = a->attr.at[n->attr.at[i]];
            from[i] = axis < 0 ? -1 : own;
            if (axis >= 0)
                axes[own++] = (int)axis;
        }
        Node *small = simplify(n_permute(a->arg[0], axes));
        return hit(R_permute_broadcast, n,
                   simplify(n_broadcast(small, n->shape, from)));
    }
    return NULL;
}

static Node *fold_reshape(Node *n)
{
    Node *a = n->arg[0];
    if (same_shape(&a->shape, &n->shape))
        return hit(R_reshape_same, n, a);
    if (a->op == OP_reshape)
        return hit(R_reshape_reshape, n, simplify(n_reshape(a->arg[0], n->shape)));
    return NULL;
}

static Node *fold_broadcast(Node *n)
{
    Node *a = n->arg[0];
    if (a->shape.rank == n->shape.rank)
        return hit(R_broadcast_same, n, a);
    if (a->op == OP_broadcast) {
        int from[MAX_RANK];
        for (int i = 0; i < n->shape.rank; i++)
            from[i] = n->attr.at[i] < 0 ? -1 : (int)a->attr.at[n->attr.at[i]];
        return hit(R_broadcast_broadcast, n, n_broadcast(a->arg[0], n->shape, from));
    }
    return NULL;
}

static Node *fold_slice(Node *n)
{
    Node *a = n->arg[0];
    int rank = n->shape.rank;
    const int64_t *start = n->attr.at, *step = start + rank, *count = step + rank;
    const int64_t *in = a->attr.at; /* slice: start, step; pad: before, after, inner */
    bool same = true, pads = a->op == OP_pad;
    for (int i = 0; i < rank; i++) {
        same = same && start[i] == 0 && count[i] == a->shape.dim[i];
        pads = pads && start[i] == in[i] && count[i] == a->arg[0]->shape.dim[i] &&
               (count[i] == 1 || step[i] == in[2 * rank + i] + 1);
    }
    if (same)
        return hit(R_slice_same, n, a);
    if (pads) /* just what was padded */
        return hit(R_slice_pad, n, a->arg[0]);
    if (a->op != OP_slice)
        return NULL;
    Attr attr = n->attr;
    for (int i = 0; i < rank; i++) {
        attr.at[i] = in[i] + start[i] * in[rank + i];
        attr.at[rank + i] = count[i] == 1 ? 1 : step[i] * in[rank + i];
        attr.sym[i] = count[i] == a->arg[0]->shape.dim[i] ? NULL : n->shape.sym[i];
    }
    return hit(R_slice_slice, n,
               simplify(node_new(n->graph, OP_slice, 1, &a->arg[0], &attr)));
}

static Node *fold_pad(Node *n)
{
    for (int i = 0; i < n->attr.n; i++)
        if (n->attr.at[i] != 0)
            return NULL;
    return hit(R_pad_nothing, n, n->arg[0]);
}

/* A view of equal elements, where nothing else comes in from outside. */
static Node *fold_view_of_full(Node *n)
{
    double v = n->arg[0]->attr.num;
    for (int k = 0; k < n->n; k++)
        if (n->arg[k]->op != OP_full || memcmp(&n->arg[k]->attr.num, &v, sizeof v) != 0)
            return NULL;
    bool windows = n->op == OP_slide || n->op == OP_unslide;
    if ((n->op == OP_pad || windows) && memcmp(&n->attr.num, &v, sizeof v) != 0)
        return NULL;
    return hit(R_view_of_full, n, number(n, v));
}

/* ---- reductions ---- */

static Node *fold_sum(Node *n)
{
    Node *a = n->arg[0];
    bool ones = true;
    for (int i = 0; i < a->shape.rank; i++)
        ones = ones && (!(n->attr.at[0] >> i & 1) || a->shape.dim[i] == 1);
    if (ones) /* the sum of one element */
        return hit(R_sum_one, n, simplify(n_reshape(a, n->shape)));
    if (is_neg(a)) /* sum -a = -sum a */
        return hit(R_sum_neg, n,
                   simplify(n_neg(n_sum(a->arg[0], (unsigned)n->attr.at[0]))));
    return NULL;
}

/* max, argmax, prod, cumsum along an axis of extent 1. */
static Node *fold_reduce_one(Node *n)
{
    Node *a = n->arg[0];
    if (a->shape.dim[n->attr.at[0]] != 1)
        return NULL;
    if (n->op == OP_argmax)
        return hit(R_reduce_one, n, number(n, 0));
    if (n->op == OP_cumsum)
        return hit(R_cumsum_one, n, a);
    return hit(R_reduce_one, n, simplify(n_reshape(a, n->shape)));
}

/* ---- products ---- */

enum { WORD = 4 * MAX_RANK };

/* The three words of "ik,kj->ij". */
static void split(const char *text, char word[3][WORD])
{
    const char *comma = strchr(text, ','), *arrow = strstr(text, "->");
    size_t n[3] = {(size_t)(comma - text), (size_t)(arrow - comma - 1),
                   strlen(arrow + 2)};
    const char *start[3] = {text, comma + 1, arrow + 2};
    for (int w = 0; w < 3; w++) {
        memcpy(word[w], start[w], n[w]);
        word[w][n[w]] = '\0';
    }
}

static Node *contract_new(Node *a, Node *b, char word[3][WORD])
{
    return n_contract(
        a, b, arena_format(a->graph->arena, "%s,%s->%s", word[0], word[1], word[2]));
}

/* Whether the letters that are summed come in the same order in both words. */
static bool same_sum_order(const char *p, const char *q, const char *out)
{
    for (;;) {
        while (*p != '\0' && strchr(out, *p) != NULL)
            p++;
        while (*q != '\0' && strchr(out, *q) != NULL)
            q++;
        if (*p != *q || *p == '\0')
            return *p == *q;
        p++;
        q++;
    }
}

static Node *fold_contract(Node *n)
{
    char word[3][WORD];
    split(n->attr.text, word);
    for (int k = 0; k < 2; k++) {
        Node *a = n->arg[k], *other = n->arg[1 - k];
        if (is_neg(a)) { /* (-a) b = -(a b) */
            Node *product = k == 0 ? n_contract(a->arg[0], other, n->attr.text)
                                   : n_contract(other, a->arg[0], n->attr.text);
            return hit(R_contract_neg, n, simplify(n_neg(simplify(product))));
        }
        if (a->op != OP_permute)
            continue;
        char own[WORD] = {0}; /* the letters of what is permuted */
        for (int i = 0; i < a->shape.rank; i++)
            own[a->attr.at[i]] = word[k][i];
        if (k == 0 && !same_sum_order(own, word[0], word[2]))
            continue;
        memcpy(word[k], own, sizeof own);
        Node *result = k == 0 ? contract_new(a->arg[0], other, word)
                              : contract_new(other, a->arg[0], word);
        return hit(R_contract_permuted, n, simplify(result));
    }
    return NULL;
}

/* A product that only its transpose is made of is made transposed. */
static Node *fold_permute_contract(const Fold *f, Node *n)
{
    if (n->op != OP_permute || n->arg[0]->op != OP_contract)
        return NULL;
    Node *a = n->arg[0];
    if (a->id >= f->uses.n || f->uses.at[a->id] != 1)
        return NULL;
    char word[3][WORD], out[WORD] = {0};
    split(a->attr.text, word);
    for (int i = 0; i < n->shape.rank; i++)
        out[i] = word[2][n->attr.at[i]];
    memcpy(word[2], out, sizeof out);
    return hit(R_permute_contract, n, contract_new(a->arg[0], a->arg[1], word));
}

/* ---- leaves ---- */

static Node *fold_const(Node *n)
{
    const double *data = n->attr.data;
    int64_t size = shape_size(&n->shape);
    for (int64_t i = 1; i < size; i++)
        if (memcmp(&data[0], &data[i], sizeof *data) != 0)
            return NULL;
    return hit(R_uniform, n, number(n, data[0]));
}

static Node *fold_iota(Node *n)
{
    if (n->shape.dim[n->attr.at[0]] != 1)
        return NULL;
    return hit(R_iota_one, n, number(n, 0));
}

/* ---- the dispatch ---- */

static Node *fold_own(Node *n)
{
    switch (n->op) {
    case OP_const:
        return fold_const(n);
    case OP_iota:
        return fold_iota(n);
    case OP_stop:
        return hit(R_stop, n, n->arg[0]);
    case OP_add:
        return fold_add(n);
    case OP_sub:
        return fold_sub(n);
    case OP_mul:
        return fold_mul(n);
    case OP_div:
        return fold_div(n);
    case OP_neg:
        return fold_neg(n);
    case OP_where:
        return fold_where(n);
    case OP_logical_and:
    case OP_logical_or:
    case OP_logical_not:
        return fold_logic(n);
    case OP_cast:
        return fold_cast(n);
    case OP_permute:
        return fold_permute(n);
    case OP_reshape:
        return fold_reshape(n);
    case OP_broadcast:
        return fold_broadcast(n);
    case OP_slice:
        return fold_slice(n);
    case OP_pad:
        return fold_pad(n);
    case OP_sum:
        return fold_sum(n);
    case OP_max:
    case OP_argmax:
    case OP_prod:
    case OP_cumsum:
        return fold_reduce_one(n);
    case OP_contract:
        return fold_contract(n);
    default:
        return NULL;
    }
}

/* What one rule makes of n, or NULL when none applies. */
static Node *fold_once(Node *n)
{
    Node *m = NULL;
    bool scalar = is_scalar_op(n->op) || n->op == OP_cast;
    if (scalar)
        m = fold_constant(n);
    else if (is_view(n) || n->op == OP_reshape || n->op == OP_concat)
        m = fold_view_of_full(n);
    if (m == NULL)
        m = fold_own(n);
    if (m == NULL && scalar && n->shape.rank > 0)
        m = fold_hoist(n);
    if (m == NULL && scalar)
        m = fold_lift_reshape(n);
    return m;
}

static Node *simplify(Node *n)
{
    for (Node *m = n; m != NULL; m = fold_once(n))
        n = m;
    return n;
}

static Node *fold_rule(void *context, Node *n)
{
    Fold *f = context;
    const Node *old = f->order[f->at++];
    Node *m = simplify(n);
    Node *turned = fold_permute_contract(f, m);
    if (turned != NULL)
        m = simplify(turned);
    while (f->uses.n <= m->id)
        PUSH(f->scratch, f->uses, 0);
    f->uses.at[m->id] += f->old_uses[old->id];
    return m;
}

static void count_uses(Fold *f, const Graph *g)
{
    int n;
    Node **roots = NEW_N(f->scratch, Node *, g->outs.n);
    f->old_uses = NEW_N(f->scratch, int, g->nodes.n);
    for (int i = 0; i < g->outs.n; i++) {
        roots[i] = g->outs.at[i].node;
        f->old_uses[roots[i]->id]++;
    }
    f->order = graph_order(f->scratch, g, g->outs.n, roots, &n);
    for (int i = 0; i < n; i++)
        for (int k = 0; k < f->order[i]->n; k++)
            f->old_uses[f->order[i]->arg[k]->id]++;
}

void pass_fold(Graph *g)
{
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->attr.body != NULL)
            pass_fold(g->nodes.at[i]->attr.body);
    Fold f = {.scratch = arena_new()};
    count_uses(&f, g);
    graph_rewrite(g, fold_rule, &f);
    arena_free(f.scratch);
}

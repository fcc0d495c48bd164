/*
 * random_pair.c - steps that put together what rarely meets by chance, but all
 * the time in gradients and in what people write: numbers beside an operator,
 * an operator twice, a movement there and back. Rules of fold look for these.
 */
#include "generator.h"

#include <math.h>

/* x + 0, 1 * x, x / -1, x / 2, 0 - x ... */
static void step_number(Generator *r)
{
    static const double number[] = {0, 1, -1, 2, 0.5, -0.25, 4, 3};
    Item a = bounded(r, pick(r, r->real), 8);
    int kind = below(r, 4);
    double v = number[kind == 3 ? 1 + below(r, 7) : below(r, 8)];
    Node *n = n_like(a.node, v), *y;
    double m = fmax(fabs(a.lo), fabs(a.hi));
    if (kind == 3) {
        put(r, n_div(a.node, n), -m / fabs(v), m / fabs(v));
        return;
    }
    bool left = chance(r, 50);
    Node *p = left ? n : a.node, *q = left ? a.node : n;
    y = kind == 0 ? n_add(p, q) : kind == 1 ? n_sub(p, q) : n_mul(p, q);
    m = kind == 2 ? m * fabs(v) : m + fabs(v);
    put(r, y, -m, m);
}

/* A negation inside or outside of another operator. */
static void step_negation(Generator *r)
{
    Item a = bounded(r, pick(r, r->real), 8);
    double m = fmax(fabs(a.lo), fabs(a.hi));
    Item b = bounded(r, fit(r, pick(r, r->real), a.node->shape), 8);
    double k = fmax(fabs(b.lo), fabs(b.hi));
    Item minus = put(r, n_neg(a.node), -a.hi, -a.lo);
    switch (below(r, 6)) {
    case 0:
        put(r, n_neg(minus.node), a.lo, a.hi);
        break;
    case 1:
        put(r, n_neg(n_mul(a.node, b.node)), -m * k, m * k);
        break;
    case 2:
        put(r, n_add(minus.node, b.node), -m - k, m + k);
        break;
    case 3:
        put(r, n_sub(b.node, minus.node), -m - k, m + k);
        break;
    case 4:
        put(r, n_mul(minus.node, b.node), -m * k, m * k);
        break;
    default:
        put(r, n_neg(n_mul(n_like(a.node, below(r, 5) - 2), a.node)), -2 * m, 2 * m);
    }
}

/* Conditions: negated, twice, known. */
static void step_condition(Generator *r)
{
    Item c = pick(r, BOOL);
    Item a = variable(r, fit(r, pick(r, r->real), c.node->shape));
    Item b = variable(r, fit(r, pick(r, r->real), c.node->shape));
    double lo = fmin(a.lo, b.lo), hi = fmax(a.hi, b.hi);
    Node *not = n_logical_not(c.node), *known = n_like(c.node, below(r, 2));
    Node *inner = n_where(c.node, b.node, a.node);
    switch (below(r, 6)) {
    case 0:
        put(r, n_where(not, a.node, b.node), lo, hi);
        break;
    case 1:
        put(r, n_where(c.node, a.node, inner), lo, hi);
        break;
    case 2:
        put(r, n_where(c.node, inner, a.node), lo, hi);
        break;
    case 3:
        put(r, n_where(known, a.node, b.node), lo, hi);
        break;
    case 4:
        put(r, n_logical_not(not ), 0, 1);
        break;
    default:
        put(r,
            chance(r, 50) ? n_logical_and(known, c.node) : n_logical_or(c.node, known),
            0, 1);
    }
}

static Node *permuted(Generator *r, Node *n)
{
    int rank = n->shape.rank, axes[MAX_RANK], turn = rank > 0 ? below(r, rank) : 0;
    for (int i = 0; i < rank; i++)
        axes[i] = (i + turn) % rank;
    return n_permute(n, axes);
}

/* Mostly just what was padded; else with another step. */
static Node *padded_and_cut(Generator *r, Node *n)
{
    bool same = chance(r, 75);
    int64_t before[MAX_RANK], after[MAX_RANK], inner[MAX_RANK], step[MAX_RANK];
    for (int i = 0; i < n->shape.rank; i++) {
        before[i] = below(r, 3);
        after[i] = below(r, 3);
        inner[i] = below(r, 2);
        step[i] = same ? inner[i] + 1 : 1;
    }
    Node *wide = n_pad(n, before, after, inner, 0);
    return n_slice(wide, before, step, n->shape.dim);
}

static Node *flat_and_back(Node *n)
{
    int64_t size = shape_size(&n->shape);
    return n_reshape(n_reshape(n, shape_of(1, &size)), n->shape);
}

static Node *broadcast_twice(Generator *r, Node *n)
{
    if (n->shape.rank > 4 || shape_size(&n->shape) > r->largest)
        return n;
    return n_expand(n_expand(n, 0, 2, NULL), n->shape.rank, 1, NULL);
}

/* An operator that changes nothing, as node_new makes it without a question. */
static Node *changed_in_nothing(Generator *r, Node *n)
{
    int same[MAX_RANK] = {0, 1, 2, 3, 4, 5, 6, 7};
    Attr attr = {.n = 1, .at = {n->dtype}};
    int kind = below(r, 3);
    if (kind == 0)
        return n_broadcast(n, n->shape, same);
    return kind == 1 ? node_new(r->g, OP_cast, 1, &n, &attr) : n_permute(n, same);
}

static void step_there_and_back(Generator *r)
{
    Item a = pick_any(r);
    Node *n = a.node;
    int kind = below(r, 6);
    if (kind == 5 && (n->dtype == BOOL || chance(r, 20))) {
        Node *truth = n->dtype == BOOL ? n : n_gt(n, n_like(n, 0));
        put(r, n_cast(n_cast(truth, I32), r->real), 0, 1); /* the first is exact */
        return;
    }
    Node *y = kind == 0   ? permuted(r, permuted(r, n))
              : kind == 1 ? padded_and_cut(r, n)
              : kind == 2 ? flat_and_back(n)
              : kind == 3 ? broadcast_twice(r, n)
                          : changed_in_nothing(r, n);
    if (y != n)
        put(r, y, a.lo, a.hi);
}

/* A matrix product with transposes before and after, as gradients have them. */
static void step_transposed_product(Generator *r)
{
    int64_t i, k, j;
    const char *si, *sk, *sj;
    some_dim(r, &i, &si);
    some_dim(r, &k, &sk);
    some_dim(r, &j, &sj);
    Shape left = {.rank = 2, .dim = {k, i}, .sym = {sk, si}};
    Shape right = {.rank = 2, .dim = {k, j}, .sym = {sk, sj}};
    if (i * k * j > 20 * r->largest)
        return;
    Item a = bounded(r, fit(r, pick(r, r->real), left), 4);
    Item b = bounded(r, fit(r, pick(r, r->real), right), 4);
    Node *first = n_transpose(a.node, 0, 1);
    if (chance(r, 30))
        first = n_neg(first);
    Node *y = n_contract(first, b.node, "ik,kj->ij");
    if (chance(r, 50))
        y = n_transpose(y, 0, 1);
    put(r, y, -16.0 * (double)k, 16.0 * (double)k);
}

/* Two letters are summed, and the first operand is permuted before. */
static void step_permuted_product(Generator *r)
{
    static const int orders[][3] = {{2, 1, 0}, {1, 2, 0}, {0, 2, 1}, {2, 0, 1}};
    const int *order = orders[below(r, 4)];
    Shape a = {0}, stored = {0}, b = {0};
    for (int i = 0; i < 3; i++) {
        int64_t dim;
        const char *sym;
        some_dim(r, &dim, &sym);
        a = shape_insert(a, i, dim, sym);
    }
    if (shape_size(&a) > 4 * r->largest)
        return;
    b = shape_insert(shape_insert(b, 0, a.dim[1], a.sym[1]), 1, a.dim[2], a.sym[2]);
    stored.rank = 3;
    for (int i = 0; i < 3; i++) {
        stored.dim[order[i]] = a.dim[i];
        stored.sym[order[i]] = a.sym[i];
    }
    Item x = bounded(r, fit(r, pick(r, r->real), stored), 4);
    Item w = bounded(r, fit(r, pick(r, r->real), b), 4);
    Node *y = n_contract(n_permute(x.node, order), w.node, "ikl,kl->i");
    double m = 16.0 * (double)(a.dim[1] * a.dim[2]);
    put(r, y, -m, m);
}

const Step pair_steps[] = {step_permuted_product,
                           step_number,
                           step_number,
                           step_negation,
                           step_condition,
                           step_there_and_back,
                           step_there_and_back,
                           step_transposed_product,
                           NULL};

/*
 * op_case.c - a case for each operator (op_case.h).
 */
#include "op_case.h"

#include <stdlib.h>
#include <string.h>

/* ---- shapes and inputs ---- */

static const struct {
    int rank;
    int64_t dim[MAX_RANK];
} shapes[VARIANTS] = {{0, {0}},       {1, {7}},          {2, {5, 3}},
                      {3, {2, 7, 3}}, {4, {3, 2, 1, 5}}, {5, {2, 3, 1, 2, 5}},
                      {1, {17}},      {1, {1}},          {2, {3, 19}},
                      {2, {1, 5}}};

static Shape case_shape(const Case *c)
{
    return shape_of(shapes[c->variant].rank, shapes[c->variant].dim);
}

Node *case_input(Case *c, Shape shape)
{
    char name[16];
    snprintf(name, sizeof name, "x%d", c->n);
    return c->x[c->n++] = n_input(c->g, name, c->real, shape);
}

static Node *input(Case *c)
{
    return case_input(c, case_shape(c));
}

static Node *truth(Case *c, Shape shape)
{
    return n_input(c->g, "truth", BOOL, shape);
}

static Node *ids(Case *c, Shape shape, int limit)
{
    char name[32];
    snprintf(name, sizeof name, "i%d_%d", limit, c->variant);
    return n_input(c->g, name, I32, shape);
}

int64_t case_limit(const Node *leaf)
{
    return leaf->dtype == I32 ? strtol(leaf->attr.text + 1, NULL, 10) : 2;
}

/* ---- cases: the result, or NULL ---- */

static Node *case_cast(Case *c)
{
    return n_cast(n_cast(input(c), c->real == F32 ? F64 : F32), c->real);
}

static Node *case_stop(Case *c)
{
    return n_stop(input(c));
}

static Node *case_mode(Case *c)
{
    Node *a = input(c);
    return n_mode(a, input(c));
}

static Node *case_permute(Case *c)
{
    static const int order[6][5] = {{0},       {0},          {1, 0},
                                    {2, 0, 1}, {1, 3, 0, 2}, {4, 2, 0, 1, 3}};
    Shape s = case_shape(c);
    return n_permute(input(c), order[s.rank]);
}

static Node *case_reshape(Case *c)
{
    Shape s = case_shape(c);
    int64_t size = shape_size(&s);
    int64_t other[3] = {1, size, 1};
    for (int64_t d = 2; d < size; d++)
        if (size % d == 0) {
            other[1] = d;
            other[2] = size / d;
            break;
        }
    return n_reshape(input(c), shape_of(3, other));
}

static Node *case_broadcast(Case *c)
{
    Node *a = input(c);
    Node *y = n_expand(a, a->shape.rank, 3, NULL);
    return c->variant % 2 ? n_expand(y, 0, 2, NULL)
                          : n_expand(y, a->shape.rank / 2, 1, NULL);
}

static Node *case_slice(Case *c)
{
    Node *a = input(c);
    int64_t start[MAX_RANK], step[MAX_RANK], count[MAX_RANK];
    for (int i = 0; i < a->shape.rank; i++) {
        int64_t dim = a->shape.dim[i];
        bool back = (i + c->variant) % 2 == 1;
        step[i] = dim > 4 ? 2 : 1;
        count[i] = (dim - 1) / step[i] + (dim > 2 ? 0 : 1);
        start[i] = dim > 2 ? 1 : 0;
        if (back) {
            start[i] += (count[i] - 1) * step[i];
            step[i] = -step[i];
        }
    }
    return n_slice(a, start, step, count);
}

static Node *case_pad(Case *c)
{
    Node *a = input(c);
    int64_t before[MAX_RANK], after[MAX_RANK], inner[MAX_RANK];
    for (int i = 0; i < a->shape.rank; i++) {
        before[i] = (i + c->variant) % 3;
        after[i] = i % 2;
        inner[i] = (i + c->variant) % 2;
    }
    return n_pad(a, before, after, inner, c->variant % 2 ? 0 : -1.5);
}

/* stride, dilation, pad of the windows of each variant */
static const int64_t windows[VARIANTS][3] = {{1, 1, 0}, {1, 1, 1}, {2, 1, 0}, {1, 2, 2},
                                             {2, 2, 1}, {3, 1, 2}, {3, 2, 3}, {1, 1, 2},
                                             {2, 3, 4}, {1, 2, 3}};

static Node *case_slide(Case *c)
{
    const int64_t *w = windows[c->variant];
    static const int64_t flat[] = {11, 3}, deep[] = {2, 3, 7, 5};
    bool is_deep = c->variant % 2 == 1; /* the copies before the axis, and others */
    Node *a = case_input(c, shape_of(is_deep ? 4 : 2, is_deep ? deep : flat));
    int axis = is_deep ? 2 : 0, k = 1;
    int64_t reach = w[1] * (a->shape.dim[k] - 1) + 1;
    int64_t count = (a->shape.dim[axis] + 2 * w[2] - reach) / w[0] + 1;
    return n_slide(a, axis, k, w[0], w[1], w[2], count);
}

static Node *case_unslide(Case *c)
{
    const int64_t *w = windows[c->variant];
    static const int64_t flat[] = {7, 3}, deep[] = {2, 3, 5, 2};
    bool is_deep = c->variant % 2 == 1;
    Node *a = case_input(c, shape_of(is_deep ? 4 : 2, is_deep ? deep : flat));
    int axis = is_deep ? 2 : 0, k = 1;
    return n_unslide(a, axis, k, w[0], w[1], w[2], 13);
}

static Node *case_concat(Case *c)
{
    Shape s = case_shape(c);
    if (s.rank == 0)
        return NULL;
    int axis = c->variant % s.rank;
    Node *arg[3];
    arg[0] = input(c);
    s.dim[axis] = 2;
    arg[1] = case_input(c, s);
    arg[2] = arg[c->variant % 2]; /* one of them twice */
    return n_concat(c->g, 1 + (c->variant + 1) % 3, arg, axis);
}

/* Some or all axes of the operand, as bits. */
static unsigned some_axes(const Case *c, const Node *a)
{
    unsigned all = (1u << a->shape.rank) - 1;
    return c->variant % 2 ? all : all & 0x15u;
}

static Node *case_sum(Case *c)
{
    Node *a = input(c);
    return n_sum(a, some_axes(c, a));
}

/* An axis of the input that differs between variants; the rank is 1 at least. */
static Node *input_with_axis(Case *c, int *axis)
{
    Shape s = case_shape(c);
    if (s.rank == 0)
        return NULL;
    *axis = c->variant % s.rank;
    return input(c);
}

static Node *case_max(Case *c)
{
    Node *a = input(c);
    return n_max(a, some_axes(c, a));
}

static Node *case_argmax(Case *c)
{
    Node *a = input(c);
    return n_argmax(a, some_axes(c, a));
}

static Node *case_prod(Case *c)
{
    int axis;
    Node *a = input_with_axis(c, &axis);
    return a ? n_prod(a, axis) : NULL;
}

static Node *case_cumsum(Case *c)
{
    int axis;
    Node *a = input_with_axis(c, &axis);
    return a ? n_cumsum(a, axis, c->variant % 3 == 0) : NULL;
}

/* Extents of the letters a to g. */
static const int64_t letter_dim[] = {2, 3, 5, 7, 1, 11, 13};

static Shape lettered(const char *word, size_t n)
{
    Shape s = {.rank = (int)n};
    for (size_t i = 0; i < n; i++)
        s.dim[i] = letter_dim[word[i] - 'a'];
    return s;
}

static Node *case_contract(Case *c)
{
    static const char *const letters[VARIANTS] = {",->",           "c,c->",
                                                  "bc,cd->bd",     "cb,dc->db",
                                                  "abc,acd->abd",  "a,b->ab",
                                                  "abec,dbc->eda", "abc,cb->a",
                                                  "bac,dca->bcd",  "ab,ab->ab"};
    const char *text = letters[c->variant], *comma = strchr(text, ',');
    const char *arrow = strchr(text, '-');
    Node *a = case_input(c, lettered(text, (size_t)(comma - text)));
    Node *b = case_input(c, lettered(comma + 1, (size_t)(arrow - comma - 1)));
    return n_contract(a, b, text);
}

static Node *case_gather(Case *c)
{
    static const char *const letters[VARIANTS] = {"b,->",       "dc,ab->abc",
                                                  "cd,ab->cab", "bd,bc->bc",
                                                  "abd,ab->ab", "abd,bac->bca",
                                                  "bcd,->cb",   "ea,f->fe",
                                                  "f,g->g",     "abc,e->aec"};
    const char *text = letters[c->variant], *comma = strchr(text, ',');
    const char *arrow = strchr(text, '-');
    int indexed = 0; /* the letter that is not in the result */
    for (const char *l = text; l < comma; l++)
        if (!strchr(arrow, *l))
            indexed = (int)letter_dim[*l - 'a'];
    Node *a = case_input(c, lettered(text, (size_t)(comma - text)));
    Shape s = lettered(comma + 1, (size_t)(arrow - comma - 1));
    return n_gather(a, ids(c, s, indexed), text);
}

static Node *case_scatter(Case *c)
{
    static const char *const letters[VARIANTS] = {",->b",       "abc,ab->dc",
                                                  "cab,ab->cd", "bc,bc->bd",
                                                  "ab,ab->abd", "bca,bac->abd",
                                                  "cb,->bcd",   "fe,f->ea",
                                                  "g,g->f",     "aec,e->abc"};
    const char *text = letters[c->variant], *comma = strchr(text, ',');
    const char *arrow = strchr(text, '-');
    int n = 0; /* the extent of the letter that is in the result alone */
    for (const char *l = arrow + 2; *l; l++)
        if (!memchr(text, *l, (size_t)(arrow - text)))
            n = (int)letter_dim[*l - 'a'];
    Node *a = case_input(c, lettered(text, (size_t)(comma - text)));
    Shape s = lettered(comma + 1, (size_t)(arrow - comma - 1));
    return n_scatter(a, ids(c, s, n), text, n, NULL);
}

/* All results of a scan, flat, one after another. */
static Node *all_results(Case *c, Node *scan, int results)
{
    Node *flat[4];
    for (int k = 0; k < results; k++) {
        Node *get = n_get(scan, k);
        int64_t size = shape_size(&get->shape);
        flat[k] = n_reshape(get, shape_of(1, &size));
    }
    return n_concat(c->g, results, flat, 0);
}

/* h' = tanh(h w + x) + s h, out = h' h: carries, a sequence or two, an outer
 * tensor that every turn reads. */
static Node *case_scan(Case *c)
{
    static const int64_t turns[VARIANTS] = {1, 2, 3, 5, 7, 4, 1, 3, 2, 6};
    int64_t xs[] = {turns[c->variant], 3, 2};
    bool second = c->variant % 2 == 1;
    Node *arg[4], *init = case_input(c, shape_of(2, xs + 1));
    arg[0] = init;
    arg[1] = case_input(c, shape_of(3, xs));
    arg[2] = second ? case_input(c, shape_of(1, xs)) : case_input(c, shape_of(0, xs));
    arg[3] = case_input(c, shape_of(2, (int64_t[]){2, 2}));
    Graph *body = graph_new(c->g->arena, "turn");
    Node *h = n_slot(body, 0, c->real, init->shape),
         *x = n_slot(body, 1, c->real, init->shape);
    Node *s = n_slot(body, 2, c->real, shape_of(0, xs));
    Node *w = n_slot(body, 3, c->real, arg[3]->shape);
    Node *next = n_add(n_tanh(n_add(n_contract(h, w, "ik,kj->ij"), x)),
                       n_mul(n_broadcast_to(s, h->shape), h));
    graph_out(body, "h", next);
    graph_out(body, "out", n_mul(next, h));
    return all_results(c, n_scan(c->g, body, 1, second ? 2 : 1, 4, arg), 2);
}

/* Two carries that change places, and the last one alone is got. */
static Node *case_get(Case *c)
{
    int64_t xs[] = {3 + c->variant, 5};
    Node *arg[3] = {case_input(c, shape_of(1, xs + 1)),
                    case_input(c, shape_of(1, xs + 1)), case_input(c, shape_of(2, xs))};
    Graph *body = graph_new(c->g->arena, "turn");
    Node *slot[3];
    for (int k = 0; k < 3; k++)
        slot[k] = n_slot(body, k, c->real, arg[0]->shape);
    graph_out(body, "a", n_sin(n_add(slot[1], slot[2])));
    graph_out(body, "b", n_mul(slot[0], slot[2]));
    return n_get(n_scan(c->g, body, 2, 1, 3, arg), c->variant % 2);
}

/* ---- the table ---- */

static Node *(*const tensor_case[OPS])(Case *c) = {
    [OP_cast] = case_cast,         [OP_stop] = case_stop,
    [OP_mode] = case_mode,         [OP_permute] = case_permute,
    [OP_reshape] = case_reshape,   [OP_broadcast] = case_broadcast,
    [OP_slice] = case_slice,       [OP_pad] = case_pad,
    [OP_slide] = case_slide,       [OP_unslide] = case_unslide,
    [OP_concat] = case_concat,     [OP_sum] = case_sum,
    [OP_max] = case_max,           [OP_argmax] = case_argmax,
    [OP_prod] = case_prod,         [OP_cumsum] = case_cumsum,
    [OP_contract] = case_contract, [OP_gather] = case_gather,
    [OP_scatter] = case_scatter,   [OP_scan] = case_scan,
    [OP_get] = case_get,
};

/* Operands all different in even variants; in odd ones the first comes twice. */
static Node *case_scalar(Case *c, Op op)
{
    const OpInfo *info = op_info(op);
    Node *arg[3];
    for (int k = 0; k < info->arity; k++) {
        bool first_of_type = info->kind == K_SELECT ? k < 2 : k < 1;
        if (info->kind == K_LOGIC || (info->kind == K_SELECT && k == 0))
            arg[k] = truth(c, case_shape(c));
        else
            arg[k] = c->variant % 2 && !first_of_type ? arg[k - 1] : input(c);
    }
    return node_new(c->g, op, info->arity, arg, NULL);
}

Case case_in(Arena *arena, Op op, int variant, Dtype real)
{
    Case c = {.g = graph_new(arena, "case"), .variant = variant, .real = real};
    if (is_scalar_op(op))
        c.y = case_scalar(&c, op);
    else if (tensor_case[op])
        c.y = tensor_case[op](&c);
    return c;
}

Case case_of(Arena *arena, Op op, int variant)
{
    return case_in(arena, op, variant, F64);
}

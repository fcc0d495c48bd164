/*
 * pass_phase.c - products over windows that a stride has spread: of the taps of such a
 * window only some meet an element, the others meet zeros. They are taken apart into as
 * many products without zeros as the stride, whose elements lie by turns. With a step d
 * from tap to tap, and g = gcd(s, d):
 *
 *     sum_k unslide(a, stride s, step d)[h, k] b[k]  at  h = s q + r
 *         =  sum_j unslide(a, stride 1, step d / g)[q, j] b[(s / g) j + first(r)]
 *
 * or zeros, where no tap meets an element. So are the gradient of a convolution with a
 * stride by its operand, and the transposed convolution. Keeps every value where the
 * weights are finite. To be run before pass_window.
 */
#include "decisions.h"
#include "graph.h"

#include <string.h>

enum { AXIS, K_AXIS, STRIDE, DILATION, PAD, COUNT };
enum { MOST_PHASES = 4 };

/* The spread window below views of other axes, and where its axes are above them. */
typedef struct Spread {
    Node *window; /* NULL: there is none */
    int axis, k;
} Spread;

/* Where the operand's axis is in the broadcast. */
static int axis_above(const Node *broadcast, int axis)
{
    int d = 0;
    while (broadcast->attr.at[d] != axis)
        d++;
    return d;
}

static Spread find_spread(Node *a)
{
    const int64_t *at = a->attr.at;
    if (a->op == OP_unslide && at[STRIDE] > 1 && at[STRIDE] <= MOST_PHASES &&
        !a->attr.sym[at[AXIS]])
        return (Spread){a, (int)at[AXIS], (int)at[K_AXIS]};
    if (a->op != OP_slide && a->op != OP_unslide && a->op != OP_broadcast)
        return (Spread){0};
    Spread s = find_spread(a->arg[0]);
    if (!s.window)
        return s;
    if (a->op == OP_broadcast)
        return (Spread){s.window, axis_above(a, s.axis), axis_above(a, s.k)};
    bool own = at[AXIS] == s.axis || at[AXIS] == s.k || at[K_AXIS] == s.axis ||
               at[K_AXIS] == s.k;
    return own ? (Spread){0} : s;
}

/* a with another node in the place of the one below. */
static Node *replaced(Node *a, const Node *below, Node *with)
{
    if (a == below)
        return with;
    Node *x = replaced(a->arg[0], below, with);
    return node_new(a->graph, a->op, 1, &x, &a->attr);
}

/* The parts by turns along the axis: y[n q + r] = part[r][q]; the first `count`. */
static Node *by_turns(int n, Node **part, int axis, int64_t count)
{
    for (int r = 0; r < n; r++)
        part[r] = n_expand(part[r], axis + 1, 1, NULL);
    Node *y = n_concat(part[0]->graph, n, part, axis + 1);
    return n_slice_axis(n_merge_axes(y, axis), axis, 0, 1, count);
}

/* Elements r, r + step, ... along the axis; of copies, fewer copies. */
static Node *every(Node *a, int axis, int64_t r, int64_t step, int64_t count)
{
    if (a->op != OP_broadcast || a->attr.at[axis] >= 0)
        return n_slice_axis(a, axis, r, step, count);
    Attr attr = a->attr;
    attr.at[a->shape.rank + axis] = count;
    attr.sym[axis] = NULL; /* a part of a named axis has no name */
    return node_new(a->graph, OP_broadcast, 1, a->arg, &attr);
}

/* The taps that places of one phase meet: every step-th. */
typedef struct Taps {
    int64_t first, step, count; /* 0: none */
    int64_t places;             /* of the phase, from the first that meets one */
    int64_t before;             /* places before, which are zeros */
    Node *window;               /* of these taps, with stride 1 */
} Taps;

static int64_t common(int64_t a, int64_t b)
{
    return b == 0 ? a : common(b, a % b);
}

static Taps taps_of(const Node *window, int64_t phase)
{
    const int64_t *at = window->attr.at;
    int64_t s = at[STRIDE], d = at[DILATION], g = common(s, d);
    int axis = (int)at[AXIS], k = (int)at[K_AXIS];
    int64_t taps = window->arg[0]->shape.dim[k], all = (at[COUNT] + s - 1) / s;
    Taps t = {.step = s / g};
    while (t.first < t.step && (phase + at[PAD] - t.first * d) % s != 0)
        t.first++;
    int64_t pad = (phase + at[PAD] - t.first * d) / s;
    t.before = pad < 0 ? -pad : 0;
    t.places = all - t.before;
    if (t.first == t.step || t.first >= taps || t.places <= 0)
        return (Taps){.places = all};
    t.count = (taps - t.first + t.step - 1) / t.step;
    Node *a = every(window->arg[0], k, t.first, t.step, t.count);
    t.window = n_unslide(a, axis, k, 1, d / g, pad + t.before, t.places);
    return t;
}

/* a after zeros along the axis. */
static Node *after_zeros(Node *a, int axis, int64_t zeros)
{
    int64_t before[MAX_RANK] = {0}, none[MAX_RANK] = {0};
    before[axis] = zeros;
    return zeros > 0 ? n_pad(a, before, none, none, 0) : a;
}

/* Zeros of the shape of n, but for so many along the axis. */
static Node *zeros_like(const Node *n, int axis, int64_t count)
{
    Shape shape = n->shape;
    shape.dim[axis] = count;
    return n_full(n->graph, n->dtype, shape, 0);
}

static Node *in_phases(Node *n);

/* The product with this operand's spread window taken apart, or NULL. */
static Node *take_apart(Node *n, int side)
{
    Spread found = find_spread(n->arg[side]);
    const char *text = n->attr.text, *comma = strchr(text, ','),
               *result = strchr(text, '>') + 1;
    const char *mine = side == 0 ? text : comma + 1,
               *other = side == 0 ? comma + 1 : text;
    if (!found.window || n->shape.rank == MAX_RANK)
        return NULL;
    char along = mine[found.axis], tap = mine[found.k];
    const char *out = strchr(result, along), *in = strchr(other, tap);
    bool fits = out && in && in < (side == 0 ? result : comma) && !strchr(result, tap);
    const char *again = strchr(other, along);
    if (!fits || (again && again < (side == 0 ? result - 2 : comma)))
        return NULL;
    Node *window = found.window, *part[MOST_PHASES];
    const int64_t *at = window->attr.at;
    int axis = (int)(out - result);
    for (int i = 0; i < at[STRIDE]; i++) {
        Taps t = taps_of(window, i);
        part[i] = zeros_like(n, axis, t.places);
        if (t.count == 0)
            continue;
        Node *arg[2];
        arg[side] = replaced(n->arg[side], window, t.window);
        arg[1 - side] =
            every(n->arg[1 - side], (int)(in - other), t.first, t.step, t.count);
        part[i] = in_phases(n_contract(arg[0], arg[1], text));
        part[i] = after_zeros(part[i], axis, t.before);
    }
    decided(D_phase_apart);
    return by_turns((int)at[STRIDE], part, axis, at[COUNT]);
}

/* a without axis k, which is one of copies, and without the window of that axis. */
static Node *without_copies(Node *a, const Node *window, int k)
{
    if (a == window)
        return without_copies(a->arg[0], window, k);
    Attr attr = a->attr;
    int rank = a->shape.rank;
    if (a->op != OP_broadcast) {
        Node *x = without_copies(a->arg[0], window, k);
        attr.at[AXIS] -= attr.at[AXIS] > k;
        attr.at[K_AXIS] -= attr.at[K_AXIS] > k;
        memmove(attr.sym + k, attr.sym + k + 1,
                (size_t)(rank - k - 1) * sizeof *attr.sym);
        return node_new(a->graph, a->op, 1, &x, &attr);
    }
    int64_t own = a->attr.at[k];
    Node *x = own < 0 ? a->arg[0] : without_copies(a->arg[0], window, (int)own);
    if (rank - 1 == x->shape.rank)
        return x;
    attr.n = 2 * (rank - 1);
    for (int d = 0, e = 0; d < rank; d++) {
        if (d == k)
            continue;
        int64_t from = a->attr.at[d];
        attr.at[e] = from - (own >= 0 && from > own);
        attr.at[rank - 1 + e] = a->attr.at[rank + d];
        attr.sym[e++] = a->attr.sym[d];
    }
    return node_new(a->graph, OP_broadcast, 1, &x, &attr);
}

/* The same the other way round, where the sum goes along the window's positions and
 * the taps stay (the gradient of a transposed convolution by its weight): a window of
 * the other operand.
 *
 *     sum_h unslide(a)[h, k] b[h]  =  sum_o a[o] slide(b)[o, k] */
static Node *turn_around(Node *n, int side)
{
    Spread found = find_spread(n->arg[side]);
    Node *b = n->arg[1 - side], *window = found.window;
    const char *text = n->attr.text, *comma = strchr(text, ','),
               *result = strchr(text, '>') + 1;
    const char *mine = side == 0 ? text : comma + 1,
               *other = side == 0 ? comma + 1 : text;
    if (!window || b->shape.rank == MAX_RANK || window->arg[0]->op != OP_broadcast ||
        window->arg[0]->attr.at[window->attr.at[K_AXIS]] >= 0)
        return NULL;
    const int64_t *at = window->attr.at;
    char along = mine[found.axis], tap = mine[found.k];
    const char *end = side == 0 ? result - 2 : comma;
    const char *in = strchr(other, along), *again = strchr(other, tap);
    if (!in || in >= end || strchr(result, along) || !strchr(result, tap) ||
        (again && again < end))
        return NULL;
    int64_t positions = window->arg[0]->shape.dim[at[AXIS]];
    int rank = b->shape.rank;
    b = n_expand(b, rank, window->shape.dim[at[K_AXIS]], window->shape.sym[at[K_AXIS]]);
    b = n_slide(b, (int)(in - other), rank, at[STRIDE], at[DILATION], at[PAD],
                positions);
    char letters[2][2 * MAX_RANK];
    int length = 0;
    for (int d = 0; d < n->arg[side]->shape.rank; d++)
        if (d != found.k)
            letters[side][length++] = mine[d];
    letters[side][length] = 0;
    memcpy(letters[1 - side], other, (size_t)rank);
    letters[1 - side][rank] = tap;
    letters[1 - side][rank + 1] = 0;
    Node *arg[2];
    arg[side] = without_copies(n->arg[side], window, found.k);
    arg[1 - side] = b;
    Node *y = n_contract(arg[0], arg[1],
                         arena_format(n->graph->arena, "%s,%s->%s", letters[0],
                                      letters[1], result));
    decided(D_phase_around);
    return in_phases(y);
}

static Node *in_phases(Node *n)
{
    Node *y = NULL;
    for (int side = 0; side < 2 && !y; side++) {
        y = take_apart(n, side);
        y = y ? y : turn_around(n, side);
    }
    return y ? y : n;
}

/* The sum over the taps of a spread window of anything else. */
static Node *sum_apart(Node *n)
{
    Node *window = n->arg[0], *part[MOST_PHASES];
    const int64_t *at = window->attr.at;
    if (adds_taps(n) || window->op != OP_unslide ||
        n->attr.at[0] != INT64_C(1) << at[K_AXIS] ||
        find_spread(window).window != window)
        return n;
    int axis = (int)(at[AXIS] - (at[K_AXIS] < at[AXIS]));
    for (int i = 0; i < at[STRIDE]; i++) {
        Taps t = taps_of(window, i);
        part[i] = t.count > 0 ? n_sum(t.window, 1u << at[K_AXIS])
                              : zeros_like(n, axis, t.places);
        part[i] = after_zeros(part[i], axis, t.before);
    }
    decided(D_phase_sum);
    return by_turns((int)at[STRIDE], part, axis, at[COUNT]);
}

static Node *phase_rule(void *context, Node *n)
{
    (void)context;
    if (!is_float(n->dtype))
        return n;
    return n->op == OP_contract ? in_phases(n) : n->op == OP_sum ? sum_apart(n) : n;
}

void pass_phase(Graph *g)
{
    for (int i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i]->attr.body != NULL)
            pass_phase(g->nodes.at[i]->attr.body);
    graph_rewrite(g, phase_rule, NULL);
}

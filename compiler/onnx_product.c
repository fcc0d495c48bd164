/*
 * onnx_product.c - contractions. A product of matrices is MatMul; one of windows with
 * a kernel is Conv, and with the windows of its adjoint ConvTranspose:
 *
 *     x ─ expand ─ slide ─ expand ─ slide ─┐
 *                                   weight ┴ contract "ncpqij,ocij->nopq"
 *
 * whatever the order of the letters and however many there are of a kind. All else is
 * Einsum.
 */
#include "onnx.h"

#include <string.h>

enum { MOST_LETTERS = 3 * MAX_RANK };

/* The words of a contraction; x is the operand with windows, if there is one. */
typedef struct Words {
    char x[MOST_LETTERS], w[MOST_LETTERS], y[MOST_LETTERS];
} Words;

static void append(char *word, char c)
{
    size_t n = strlen(word);
    word[n] = c;
    word[n + 1] = '\0';
}

static bool has(const char *word, char c)
{
    return strchr(word, c) != NULL;
}

/* Operand `first` as x. */
static Words words_of(const Node *n, int first)
{
    Words l = {{0}, {0}, {0}};
    const char *text = n->attr.text, *comma = strchr(text, ','),
               *arrow = strchr(text, '-');
    memcpy(first == 0 ? l.x : l.w, text, (size_t)(comma - text));
    memcpy(first == 0 ? l.w : l.x, comma + 1, (size_t)(arrow - comma) - 1);
    strcpy(l.y, arrow + 2);
    return l;
}

/* ---- convolutions: what they are ---- */

typedef struct Window {
    char axis, out, tap; /* letters: of x, of the result, of the weight */
    const Node *node;    /* the slide or unslide */
} Window;

typedef struct Conv {
    const Node *x, *w; /* NULL: it is none */
    Words word;        /* of x below its windows */
    bool transposed;
    int n;
    Window window[MAX_RANK];
    /* Letters by what they are: batch, groups, channels of x, channels of the result;
     * taps of extent 1 that x lost count as channels of the weight. */
    char batch[MOST_LETTERS], group[MOST_LETTERS], in[MOST_LETTERS], out[MOST_LETTERS];
    char lost[MOST_LETTERS];
} Conv;

static bool peel_window(Conv *c)
{
    const int64_t *at = c->x->attr.at;
    if (c->n == MAX_RANK)
        return false;
    Window *w = &c->window[c->n++];
    w->axis = w->out = c->word.x[at[0]];
    w->tap = c->word.x[at[1]];
    w->node = c->x;
    return true;
}

/* Copies along taps. */
static bool peel_copies(Conv *c)
{
    char word[MOST_LETTERS] = "";
    for (int i = 0; i < c->x->shape.rank; i++) {
        bool tap = false;
        for (int k = 0; k < c->n; k++)
            tap = tap || c->window[k].tap == c->word.x[i];
        if (c->x->attr.at[i] >= 0)
            append(word, c->word.x[i]);
        else if (!tap)
            return false;
    }
    strcpy(c->word.x, word);
    return true;
}

/* New axes of extent 1. */
static bool peel_ones(Conv *c)
{
    const Shape *from = &c->x->arg[0]->shape, *to = &c->x->shape;
    char word[MOST_LETTERS] = "", lost[MOST_LETTERS] = "";
    int next = 0;
    for (int i = 0; i < to->rank; i++) {
        bool kept = next < from->rank && from->dim[next] == to->dim[i];
        if (!kept && to->dim[i] != 1)
            return false;
        append(kept ? word : lost, c->word.x[i]);
        next += kept;
    }
    if (next < from->rank)
        return false;
    strcpy(c->word.x, word);
    strcat(c->lost, lost);
    return true;
}

/* One node deeper, as long as it belongs to the windows. */
static bool peel(Conv *c)
{
    Op op = c->x->op;
    bool peeled = false;
    if (op == OP_slide || op == OP_unslide)
        peeled = peel_window(c);
    else if (op == OP_broadcast)
        peeled = peel_copies(c);
    else if (op == OP_reshape)
        peeled = peel_ones(c);
    if (peeled)
        c->x = c->x->arg[0];
    return peeled;
}

/* A window's two letters: the one that the weight has is summed. Those of a slide may
 * change places, as in the gradient of a weight. An axis has one window. */
static bool match_window(const Conv *c, Window *w)
{
    const Words *l = &c->word;
    bool slide = w->node->op == OP_slide;
    if (has(l->x, w->tap) || slide == c->transposed)
        return false;
    for (const Window *other = c->window; other < w; other++)
        if (other->axis == w->axis)
            return false;
    if (has(l->w, w->axis) && !has(l->w, w->tap) && slide) {
        w->out = w->tap;
        w->tap = w->axis;
    }
    return has(l->w, w->tap) && !has(l->y, w->tap) && has(l->y, w->out) &&
           !has(l->w, w->out);
}

static bool match_letters(Conv *c)
{
    const Words *l = &c->word;
    char windows[MOST_LETTERS] = "", taps[MOST_LETTERS] = "";
    for (int i = 0; i < c->n; i++) {
        append(windows, c->window[i].axis);
        append(taps, c->window[i].tap);
    }
    for (const char *p = l->x; *p; p++)
        if (!has(windows, *p))
            append(!has(l->w, *p) ? c->batch : has(l->y, *p) ? c->group : c->in, *p);
    for (const char *p = c->lost; *p; p++)
        if (!has(l->w, *p) || has(l->y, *p))
            return false;
    for (const char *p = l->w; *p; p++)
        if (!has(taps, *p) && !has(l->x, *p) && !has(c->lost, *p))
            append(c->out, *p);
    return true;
}

static bool above(const Conv *c, const Window *a, const Window *b)
{
    return strchr(c->word.x, a->axis) > strchr(c->word.x, b->axis);
}

static void sort_windows(Conv *c)
{
    for (int i = 1; i < c->n; i++)
        for (int k = i; k > 0 && above(c, &c->window[k - 1], &c->window[k]); k--) {
            Window w = c->window[k];
            c->window[k] = c->window[k - 1];
            c->window[k - 1] = w;
        }
}

static int open_extents(const Onnx *o, const Node *n)
{
    int open = 0;
    for (int i = 0; i < n->shape.rank; i++)
        open += !is_fixed(extent_of(o, n, i));
    return open;
}

/* At most one open extent each, so that axes may be joined to one; groups are counted
 * when the model is written. */
static bool may_join(const Onnx *o, const Node *n, const Conv *c)
{
    for (const char *p = c->group; *p; p++)
        if (!is_fixed(extent_of(o, c->w, (int)(strchr(c->word.w, *p) - c->word.w))))
            return false;
    return open_extents(o, c->x) <= 1 && open_extents(o, c->w) <= 1 &&
           open_extents(o, n) <= 1;
}

static const char *axis_of(const char *word, char c)
{
    return strchr(word, c);
}

/* The numbers of window i in its place: ints of slide, and padding at the end. */
typedef struct Sizes {
    int64_t stride, dilation, before, after, more;
} Sizes;

static bool sizes_of(const Node *n, const Conv *c, int i, Sizes *s)
{
    const Window *w = &c->window[i];
    const int64_t *at = w->node->attr.at;
    bool swapped = w->tap == w->axis;
    int64_t h = c->x->shape.dim[axis_of(c->word.x, w->axis) - c->word.x];
    int64_t taps = c->w->shape.dim[axis_of(c->word.w, w->tap) - c->word.w];
    int64_t count = n->shape.dim[axis_of(c->word.y, w->out) - c->word.y];
    *s = (Sizes){at[swapped ? 3 : 2], at[swapped ? 2 : 3], at[4], at[4], 0};
    int64_t reach = s->dilation * (taps - 1) + 1;
    if (c->transposed) {
        int64_t natural = (h - 1) * s->stride + reach - 2 * s->before;
        s->more = count > natural ? count - natural : 0;
        s->after += natural > count ? natural - count : 0;
        return s->more < s->stride || s->more < s->dilation;
    }
    int64_t needed = (count - 1) * s->stride + reach - h - s->before;
    bool even = needed <= s->after && s->after < needed + s->stride;
    s->after = even ? s->after : needed > 0 ? needed : 0;
    return s->after < needed + s->stride;
}

/* Of f32 only: there are few kernels for others. */
static Conv match(const Onnx *o, const Node *n, int first)
{
    Conv none = {.x = NULL}, c = {.x = n->arg[first], .w = n->arg[1 - first]};
    if (n->dtype != F32)
        return none;
    c.word = words_of(n, first);
    while (peel(&c))
        ;
    bool good = c.n > 0 && c.n <= 3;
    c.transposed = good && c.window[0].node->op == OP_unslide;
    for (int i = 0; i < c.n && good; i++)
        good = match_window(&c, &c.window[i]);
    good = good && match_letters(&c) && may_join(o, n, &c);
    if (!good)
        return none;
    sort_windows(&c);
    Sizes s;
    for (int i = 0; i < c.n && good; i++)
        good = sizes_of(n, &c, i, &s);
    return good ? c : none;
}

static Conv convolution_of(const Onnx *o, const Node *n)
{
    Conv c = match(o, n, 0);
    return c.x != NULL ? c : match(o, n, 1);
}

int onnx_reads(const Onnx *o, const Node *n, const Node **read)
{
    Conv c = {.x = NULL};
    if (n->op == OP_contract)
        c = convolution_of(o, n);
    for (int k = 0; k < n->n; k++)
        read[k] = n->arg[k];
    if (c.x != NULL) {
        read[0] = c.x;
        read[1] = c.w;
    }
    return n->n;
}

/* ---- convolutions: writing them ---- */

/* The product of the extents of these letters of node n. */
static Extent joined_extent(const Onnx *o, const Node *n, const char *word,
                            const char *letters)
{
    Extent e = {1, 1};
    for (const char *p = letters; *p; p++) {
        Extent more = extent_of(o, n, (int)(axis_of(word, *p) - word));
        e.a = size_mul(e.a, more.a);
        e.b = size_mul(e.b, more.b);
    }
    return e;
}

/* An operand with its letters in this order, and each group of them as one axis. */
static const char *grouped(Onnx *o, const Node *n, const Node *arg, const char *word,
                           int groups, const char *const *group)
{
    Extent to[3 * MAX_RANK];
    const char *order = "";
    bool join = false;
    for (int i = 0; i < groups; i++) {
        order = arena_format(o->arena, "%s%s", order, group[i]);
        to[i] = joined_extent(o, arg, word, group[i]);
        join = join || strlen(group[i]) != 1;
    }
    const char *a = call_permute(o, n, value_full(o, arg), word, order, NULL);
    return join ? call_reshape(o, n, a, groups, to, NULL) : a;
}

static const char *letter(Onnx *o, char c)
{
    return arena_format(o->arena, "%c", c);
}

static const char *two(Onnx *o, const char *a, const char *b)
{
    return arena_format(o->arena, "%s%s", a, b);
}

static void window_attributes(Call *call, const Node *n, const Conv *c)
{
    int64_t strides[3], dilations[3], pads[6], more[3];
    bool uneven = false;
    for (int i = 0; i < c->n; i++) {
        Sizes s;
        sizes_of(n, c, i, &s);
        strides[i] = s.stride;
        dilations[i] = s.dilation;
        pads[i] = s.before;
        pads[c->n + i] = s.after;
        more[i] = s.more;
        uneven = uneven || s.more > 0;
    }
    call_ints(call, "strides", c->n, strides);
    call_ints(call, "dilations", c->n, dilations);
    call_ints(call, "pads", 2 * c->n, pads);
    if (uneven)
        call_ints(call, "output_padding", c->n, more);
}

static void write_convolution(Onnx *o, const Node *n, const Conv *c)
{
    const char *x[5], *w[5], *y[5], *flat = "";
    const char *in = two(o, c->in, c->lost);
    int rank = 2 + c->n;
    x[0] = c->batch;
    x[1] = two(o, c->group, c->in);
    w[0] = two(o, c->group, c->transposed ? in : c->out);
    w[1] = c->transposed ? c->out : in;
    y[0] = c->batch;
    y[1] = two(o, c->group, c->out);
    for (int i = 0; i < c->n; i++) {
        x[2 + i] = letter(o, c->window[i].axis);
        w[2 + i] = letter(o, c->window[i].tap);
        y[2 + i] = letter(o, c->window[i].out);
    }
    Call call = call_new(o, n, c->transposed ? "ConvTranspose" : "Conv");
    call_in(&call, grouped(o, n, c->x, c->word.x, rank, x));
    call_in(&call, grouped(o, n, c->w, c->word.w, rank, w));
    call_int(&call, "group", joined_extent(o, c->w, c->word.w, c->group).a);
    window_attributes(&call, n, c);
    Extent to[MAX_RANK];
    bool split = false;
    for (int i = 0; i < rank; i++) {
        flat = two(o, flat, y[i]);
        split = split || strlen(y[i]) != 1;
    }
    for (int i = 0; i < n->shape.rank; i++)
        to[i] = extent_of(o, n, (int)(axis_of(c->word.y, flat[i]) - c->word.y));
    bool moved = strcmp(flat, c->word.y) != 0;
    const char *out = name_result(o, n);
    const char *name = call_end(&call, split || moved ? NULL : out);
    if (split)
        name = call_reshape(o, n, name, n->shape.rank, to, moved ? NULL : out);
    value_set(o, n, moved ? call_permute(o, n, name, flat, c->word.y, out) : name);
}

/* ---- matrices ---- */

/* The letters of a product of matrices: those of both operands and the result; of the
 * first and the result; of both, summed; of the second and the result. */
typedef struct Matrices {
    char both[MOST_LETTERS], rows[MOST_LETTERS], inner[MOST_LETTERS],
        columns[MOST_LETTERS];
} Matrices;

/* MatMul has one inner axis and one of columns, and the leading axes of the second
 * operand, if it has any, are those of the first. */
static bool is_matmul(const Words *l, Matrices *m)
{
    *m = (Matrices){{0}, {0}, {0}, {0}};
    for (const char *p = l->y; *p; p++)
        append(!has(l->w, *p) ? m->rows : !has(l->x, *p) ? m->columns : m->both, *p);
    for (const char *p = l->x; *p; p++)
        if (!has(l->y, *p))
            append(m->inner, *p);
    size_t rows = strlen(m->rows);
    return strlen(m->inner) == 1 && strlen(m->columns) == 1 &&
           (rows == 1 || (rows > 1 && m->both[0] == '\0'));
}

static void write_matmul(Onnx *o, const Node *n, const Words *l, const Matrices *m)
{
    const char *x = two(o, m->both, two(o, m->rows, m->inner));
    const char *w = two(o, m->both, two(o, m->inner, m->columns));
    const char *y = two(o, m->both, two(o, m->rows, m->columns));
    const char *a = call_permute(o, n, value_full(o, n->arg[0]), l->x, x, NULL);
    const char *b = call_permute(o, n, value_full(o, n->arg[1]), l->w, w, NULL);
    const char *out = name_result(o, n);
    bool same = strcmp(y, l->y) == 0;
    const char *name = call_2(o, n, "MatMul", a, b, same ? out : NULL);
    value_set(o, n, same ? name : call_permute(o, n, name, y, l->y, out));
}

/* With letters on one side only, ONNX's Mul does. */
static void write_scaled(Onnx *o, const Node *n, const Words *l)
{
    const char *order = two(o, l->x, l->w), *out = name_result(o, n);
    bool same = strcmp(order, l->y) == 0;
    const char *name = call_2(o, n, "Mul", value_full(o, n->arg[0]),
                              value_full(o, n->arg[1]), same ? out : NULL);
    value_set(o, n, same ? name : call_permute(o, n, name, order, l->y, out));
}

void onnx_contract(Onnx *o, const Node *n)
{
    Conv c = convolution_of(o, n);
    Words l = words_of(n, 0);
    Matrices m;
    if (c.x != NULL) {
        write_convolution(o, n, &c);
    } else if (l.x[0] == '\0' || l.w[0] == '\0') {
        write_scaled(o, n, &l);
    } else if (is_matmul(&l, &m)) {
        write_matmul(o, n, &l, &m);
    } else {
        Call call = call_new(o, n, "Einsum");
        call_in(&call, value_full(o, n->arg[0]));
        call_in(&call, value_full(o, n->arg[1]));
        call_text(&call, "equation", n->attr.text);
        value_set(o, n, call_end(&call, name_result(o, n)));
    }
}

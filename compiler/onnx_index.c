/*
 * onnx_index.c - elements chosen by numbers: gather and scatter, whose letters say how
 * axes belong together (op_index.c), and windows and paddings between elements, whose
 * numbers follow from their index map and are written into the model.
 */
#include "onnx.h"

#include <string.h>

/* ---- gather and scatter ---- */

enum { MOST_LETTERS = 2 * MAX_RANK + 1 };

/* Letters of the table and of the ids, in groups. */
typedef struct Groups {
    char table[MOST_LETTERS], ids[MOST_LETTERS], side[MOST_LETTERS];
    char shared[MOST_LETTERS]; /* of table and ids */
    char own[MOST_LETTERS];    /* of the ids alone */
    char rest[MOST_LETTERS];   /* of the table, but for the one indexed */
    char indexed[2];
} Groups;

static void append(char *word, char c)
{
    size_t n = strlen(word);
    word[n] = c;
    word[n + 1] = '\0';
}

static Groups groups_of(const Node *n)
{
    Groups g = {0};
    const char *text = n->attr.text, *comma = strchr(text, ','),
               *arrow = strchr(text, '-');
    char *first = n->op == OP_gather ? g.table : g.side;
    memcpy(first, text, (size_t)(comma - text));
    memcpy(g.ids, comma + 1, (size_t)(arrow - comma) - 1);
    strcpy(n->op == OP_gather ? g.side : g.table, arrow + 2);
    for (const char *p = g.table; *p; p++)
        if (strchr(g.ids, *p) != NULL)
            append(g.shared, *p);
        else if (strchr(g.side, *p) != NULL)
            append(g.rest, *p);
        else
            append(g.indexed, *p);
    for (const char *p = g.ids; *p; p++)
        if (strchr(g.shared, *p) == NULL)
            append(g.own, *p);
    return g;
}

static const char *joined(Onnx *o, const char *a, const char *b, const char *c)
{
    return arena_format(o->arena, "%s%s%s", a, b, c);
}

/* The extents of these letters, as node n has them under `word`. */
static int extents(const Onnx *o, const Node *n, const char *word, const char *letters,
                   Extent *to)
{
    int rank = 0;
    for (const char *p = letters; *p; p++)
        to[rank++] = extent_of(o, n, (int)(strchr(word, *p) - word));
    return rank;
}

/* Rows of a table that are the same for all: Gather. With letters in common: GatherND
 * within each of their places. */
void onnx_gather(Onnx *o, const Node *n)
{
    Groups g = groups_of(n);
    const char *table = value_full(o, n->arg[0]), *ids = value_full(o, n->arg[1]);
    const char *got, *letters, *out = name_result(o, n);
    bool plain = g.shared[0] == '\0';
    Call c = call_new(o, n, plain ? "Gather" : "GatherND");
    if (plain) {
        int axis = (int)(strchr(g.table, g.indexed[0]) - g.table);
        call_in(&c, table);
        call_in(&c, ids);
        call_int(&c, "axis", axis);
        letters = joined(o, arena_format(o->arena, "%.*s", axis, g.table), g.ids,
                         g.table + axis + 1);
    } else {
        int64_t last = (int64_t)strlen(g.ids);
        const char *rows = joined(o, g.shared, g.indexed, g.rest);
        ids = call_permute(o, n, ids, g.ids, joined(o, g.shared, g.own, ""), NULL);
        ids = call_cast(o, n, ids, ONNX_I64, NULL);
        call_in(&c, call_permute(o, n, table, g.table, rows, NULL));
        call_in(&c, call_2(o, n, "Unsqueeze", ids, tensor_list(o, 1, &last), NULL));
        call_int(&c, "batch_dims", (int64_t)strlen(g.shared));
        letters = joined(o, g.shared, g.own, g.rest);
    }
    bool same = strcmp(letters, g.side) == 0;
    got = call_end(&c, same ? out : NULL);
    value_set(o, n, same ? got : call_permute(o, n, got, letters, g.side, out));
}

/* The side's elements, the own letters of the ids as one axis, are added to zeros. */
void onnx_scatter(Onnx *o, const Node *n)
{
    Groups g = groups_of(n);
    const char *out = name_result(o, n);
    Extent to[MOST_LETTERS], one = {1, 1}, *many;
    int shared = extents(o, n, g.table, g.shared, to);
    many = &to[shared];
    *many = one;
    for (const char *p = g.own; *p; p++) {
        Extent e = extent_of(o, n->arg[1], (int)(strchr(g.ids, *p) - g.ids));
        many->a = size_mul(many->a, e.a);
        many->b = size_mul(many->b, e.b);
    }
    int rank = shared + 1 + extents(o, n, g.table, g.rest, many + 1);
    const char *own = joined(o, g.shared, g.own, "");
    const char *rows = joined(o, g.shared, g.own, g.rest);
    const char *from = call_permute(o, n, value_full(o, n->arg[0]), g.side, rows, NULL);
    from = call_reshape(o, n, from, rank, to, NULL);
    const char *ids = call_permute(o, n, value_full(o, n->arg[1]), g.ids, own, NULL);
    ids = call_cast(o, n, ids, ONNX_I64, NULL);
    Extent narrow[MOST_LETTERS];
    for (int i = 0; i < rank; i++)
        narrow[i] = i <= shared ? to[i] : one;
    ids = call_reshape(o, n, ids, rank, narrow, NULL);
    ids = call_2(o, n, "Expand", ids, call_1(o, n, "Shape", from, NULL), NULL);
    *many = extent_of(o, n, (int)(strchr(g.table, g.indexed[0]) - g.table));
    const char *zeros =
        call_expand(o, n, tensor_number(o, n->dtype, 0), rank, to, NULL);
    Call c = call_new(o, n, "ScatterElements");
    call_in(&c, zeros);
    call_in(&c, ids);
    call_in(&c, from);
    call_int(&c, "axis", shared);
    call_text(&c, "reduction", "add");
    const char *table = joined(o, g.shared, g.indexed, g.rest);
    bool same = strcmp(table, g.table) == 0;
    const char *sums = call_end(&c, same ? out : NULL);
    value_set(o, n, same ? sums : call_permute(o, n, sums, table, g.table, out));
}

/* ---- by an index map ---- */

/* `before` and `after` elements of this value around an axis. */
static const char *pad_axes(Onnx *o, const Node *n, const char *a, int rank,
                            const int64_t *before, const int64_t *after, double value,
                            const char *out)
{
    int64_t list[2 * MAX_RANK];
    for (int i = 0; i < rank; i++) {
        list[i] = before[i];
        list[rank + i] = after[i];
    }
    return call_3(o, n, "Pad", a, tensor_list(o, 2 * rank, list),
                  tensor_number(o, n->dtype, value), out);
}

/* Elements of axis `axis` of a, whose extent is n_from, by these numbers, an array of
 * this rank and dims; -1 stands for `fill`. The new axes stand where the old one was.
 */
static const char *pick(Onnx *o, const Node *n, const char *a, int rank, int axis,
                        int64_t n_from, int rank_from, const int64_t *dim,
                        int64_t *from, double fill, const char *out)
{
    int64_t size = 1, none[MAX_RANK] = {0}, one[MAX_RANK] = {0};
    bool outside = false;
    for (int i = 0; i < rank_from; i++)
        size *= dim[i];
    for (int64_t i = 0; i < size; i++)
        if (from[i] < 0) {
            outside = true;
            from[i] = n_from;
        }
    one[axis] = 1;
    if (outside)
        a = pad_axes(o, n, a, rank, none, one, fill, NULL);
    Call c = call_new(o, n, "Gather");
    call_in(&c, a);
    call_in(&c, tensor_ints(o, rank_from, dim, from));
    call_int(&c, "axis", axis);
    return call_end(&c, out);
}

/* Elements between neighbours are picked axis by axis, the rest is ONNX's Pad. */
void onnx_pad(Onnx *o, const Node *n)
{
    int rank = n->shape.rank;
    const int64_t *before = n->attr.at, *after = before + rank, *inner = after + rank;
    const char *a = value_full(o, n->arg[0]);
    for (int i = 0; i < rank; i++) {
        int64_t extent = n->arg[0]->shape.dim[i], step = inner[i] + 1;
        int64_t count = size_add(size_mul(extent - 1, step), 1);
        if (inner[i] == 0 || count == extent)
            continue;
        int64_t *from = NEW_N(o->arena, int64_t, count);
        for (int64_t k = 0; k < count; k++)
            from[k] = k % step == 0 ? k / step : -1;
        a = pick(o, n, a, rank, i, extent, 1, &count, from, n->attr.num, NULL);
    }
    value_set(o, n,
              pad_axes(o, n, a, rank, before, after, n->attr.num, name_result(o, n)));
}

/* Where element (i, k) of the window's two axes comes from, i * taps + k: a place along
 * the axis, or with `both` one of the two axes of the operand as one; -1: from none. */
static int64_t *window_places(Onnx *o, const Node *n, int axis, int taps, bool both)
{
    View view;
    op_info(n->op)->view(n, &view);
    int64_t count = n->shape.dim[axis], k = n->shape.dim[taps];
    int64_t *from = NEW_N(o->arena, int64_t, size_mul(count, k));
    for (int64_t i = 0; i < count * k; i++) {
        int64_t at = view.base[axis] + i / k * view.coef[axis][axis] +
                     i % k * view.coef[axis][taps];
        int64_t place = at / view.div[axis];
        bool inside =
            at >= 0 && at % view.div[axis] == 0 && place < n->arg[0]->shape.dim[axis];
        from[i] = !inside ? -1 : both ? place * k + i % k : place;
    }
    return from;
}

/* The window's axis goes to the end, and the elements are picked from it. Where the
 * operand does not just have copies along the taps, it is joined with these first. */
void onnx_window(Onnx *o, const Node *n)
{
    static const char letters[] = "abcdefgh";
    const Node *x = n->arg[0];
    const Value *v = value_of(o, x);
    int axis = (int)n->attr.at[0], taps = (int)n->attr.at[1], rank = n->shape.rank;
    int64_t k = n->shape.dim[taps], h = x->shape.dim[axis];
    bool both = v->copies != 1u << taps || v->rank != rank;
    char word[MAX_RANK + 1] = "", before[MAX_RANK + 1] = "";
    Extent to[MAX_RANK];
    for (int i = 0; i < rank; i++) {
        if (both || i != taps)
            append(before, letters[i]);
        if (i != axis && i != taps) {
            to[strlen(word)] = extent_of(o, n, i);
            append(word, letters[i]);
        }
    }
    append(word, letters[axis]);
    to[rank - 2] = (Extent){h * k, h * k};
    const char *a;
    if (both) {
        append(word, letters[taps]);
        a = call_permute(o, n, value_full(o, x), before, word, NULL);
        a = call_reshape(o, n, a, rank - 1, to, NULL);
    } else {
        const char *axes = tensor_list(o, 1, &(int64_t){taps});
        a = call_2(o, n, "Squeeze", v->name, axes, NULL);
        a = call_permute(o, n, a, before, word, NULL);
        append(word, letters[taps]);
    }
    int64_t *from = window_places(o, n, axis, taps, both);
    a = pick(o, n, a, rank - 1, rank - 2, both ? h * k : h, 2,
             (int64_t[]){n->shape.dim[axis], k}, from, 0, NULL);
    value_set(o, n,
              call_permute(o, n, a, word, arena_format(o->arena, "%.*s", rank, letters),
                           name_result(o, n)));
}

/*
 * lower_strips.c - what many tiles multiply by is brought into the order in which they
 * read it, once, before: weights of every turn of a scan, or every image of a
 * convolution,
 *
 *     W [256][1024]  becomes  strips [16][256][64]
 *
 * so that a strip of columns is one piece of memory and no tile has to copy or turn it;
 * and in x' dy the rows, which are read six at a time from term to term,
 *
 *     x [1024][256]  becomes  strips [32][1024][8]
 *
 * by a few terms of all strips at a time, as many as lie in a line of the cache. It is
 * the same product of the same elements. tile_choose.c says where it pays.
 */
#include "decisions.h"
#include "text.h"
#include "tile.h"

#include <string.h>

enum { LINE = 16 }; /* terms that are copied together */

bool is_steady(const Lower *l, const Buffer *b)
{
    for (int i = 0; i < l->steady.n; i++)
        if (b == l->steady.at[i] || (b->base == l->steady.at[i] && b->turn == NULL))
            return true;
    return false;
}

/* What a strip of operand k holds: the columns of a tile, or some of its rows. */
static Group strip_group(const Product *p, const Tiling *t, int k)
{
    if (k == columns_operand(p, t))
        return t->columns;
    int64_t rows = rows_together(p, t);
    return (Group){1, {t->rows.axis[t->rows.n - 1]}, {rows}, rows};
}

/* Is there a strip of its own for every place along axis d? */
static bool is_around(const Product *p, const Group *g, int k, int d)
{
    return p->operand[k].axis[d] != 0 && !in_group(g, d);
}

/* Columns are read by whole vectors, rows one by one. */
static int64_t strip_width(const Product *p, const Tiling *t, int k)
{
    enum { VECTOR = 16 };
    int64_t n = strip_group(p, t, k).size;
    return k == columns_operand(p, t) ? (n + VECTOR - 1) / VECTOR * VECTOR : n;
}

/* How many strips there are along the outermost axis of what they hold. */
static int64_t strips_along(const Product *p, const Group *g)
{
    int64_t extent = p->node->shape.dim[g->axis[0]];
    return (extent + g->chunk[0] - 1) / g->chunk[0];
}

/* The number of the strip at `base`, where all its parts are multiples. */
static Index strip_at(const Product *p, const Group *g, int k, const Index *base)
{
    Index strip = base[g->axis[0]], at = index_num(0);
    strip.base /= g->chunk[0];
    for (int i = 0; i < strip.n; i++)
        strip.term[i].coef /= g->chunk[0];
    for (int d = 0; d < p->node->shape.rank; d++)
        if (is_around(p, g, k, d))
            at = index_add(index_scale(at, p->node->shape.dim[d]), base[d]);
    return index_add(index_scale(at, strips_along(p, g)), strip);
}

/* ---- the copy ---- */

/* Indices of an element, by the letters of the product and by the axes of its result.
 */
typedef struct Element {
    Index known[128], base[MAX_RANK];
    Index term, column; /* in the strip */
} Element;

static void set_axis(Element *at, const Node *n, int d, Index index)
{
    at->known[(int)strchr(n->attr.text, '>')[1 + d]] = index;
}

/* Loops over the terms but the last letter, and of that over `most` pieces. */
static void open_terms(Lower *l, const Product *p, Element *at, int64_t piece)
{
    at->term = index_num(0);
    for (int q = 0; q < p->sums; q++) {
        bool last = q == p->sums - 1;
        Index i = loop_open(l, last ? p->extent[q] / piece : p->extent[q]);
        at->known[(int)p->letter[q]] = last ? index_scale(i, piece) : i;
        at->term =
            index_add(index_scale(at->term, last ? p->extent[q] / piece : p->extent[q]),
                      i);
    }
    at->term = index_scale(at->term, piece);
}

/* Loops over the columns of a strip, `first` of the outermost axis. */
static void open_columns(Lower *l, const Product *p, const Group *g, Element *at,
                         int64_t first)
{
    at->column = index_num(0);
    for (int i = 0; i < g->n; i++) {
        int d = g->axis[i];
        int64_t chunk = i == 0 ? first : g->chunk[i];
        Index j = loop_open(l, chunk);
        at->column = index_add(index_scale(at->column, chunk), j);
        set_axis(at, p->node, d, index_add(at->base[d], j));
    }
}

/* Are its terms neighbours, rather than its columns? */
static bool is_across(const Product *p, const Group *g, int k)
{
    const Steps *b = &p->operand[k];
    return b->axis[g->axis[g->n - 1]] != 1 && b->sum[p->sums - 1] == 1;
}

/* The longest part of the last letter that divides it, up to a line. */
static int64_t piece_of(const Product *p)
{
    int64_t piece = LINE;
    while (p->extent[p->sums - 1] % piece != 0)
        piece--;
    return piece;
}

/* Copies a piece of the terms of strips of `first` columns of the outermost axis: along
 * memory. */
static void copy_strips(Lower *l, const Product *p, const Group *g, int k, Element *at,
                        int64_t first, Buffer *to)
{
    const Node *n = p->node;
    bool across = is_across(p, g, k);
    int64_t piece = piece_of(p);
    int mark = l->depth;
    if (across)
        open_terms(l, p, at, piece);
    Index along = across ? index_num(0) : loop_open(l, piece);
    open_columns(l, p, g, at, first);
    if (across)
        along = loop_open(l, piece);
    Index *last = &at->known[(int)p->letter[p->sums - 1]], begin = *last;
    *last = index_add(begin, along);
    Index in[MAX_RANK],
        out[3] = {strip_at(p, g, k, at->base), index_add(at->term, along), at->column};
    operand_index(n, k, at->known, in);
    store(l, to, out, element(l, n->arg[k], in));
    *last = begin;
    loop_close(l, mark);
}

static void open_around(Lower *l, const Product *p, const Group *g, int k, Element *at)
{
    const Node *n = p->node;
    const char *a = n->attr.text;
    for (int i = 0; a[i] != '-'; i++)
        at->known[(int)a[i]] = index_num(0);
    for (int d = 0; d < n->shape.rank; d++) {
        at->base[d] =
            is_around(p, g, k, d) ? loop_open(l, n->shape.dim[d]) : index_num(0);
        set_axis(at, n, d, at->base[d]);
    }
}

static Kernel *copy_kernel(Lower *l, const Product *p, const Group *g, int k,
                           Buffer *to)
{
    int d = g->axis[0];
    int64_t extent = p->node->shape.dim[d], chunk = g->chunk[0], whole = extent / chunk;
    Element at;
    kernel_begin(l);
    open_around(l, p, g, k, &at);
    if (!is_across(p, g, k))
        open_terms(l, p, &at, piece_of(p));
    int mark = l->depth;
    at.base[d] = index_scale(loop_open(l, whole), chunk);
    copy_strips(l, p, g, k, &at, chunk, to);
    loop_close(l, mark);
    if (extent > whole * chunk) {
        at.base[d] = index_num(whole * chunk);
        copy_strips(l, p, g, k, &at, extent - whole * chunk, to);
    }
    loop_close(l, 0);
    Kernel *kernel = kernel_end(l, p->node);
    kernel->name = to->name;
    kernel->text =
        arena_format(l->arena, "%s by strips of %lld columns, as products read it",
                     text_identifier(l->arena, p->operand[k].buffer->name),
                     (long long)g->size);
    return kernel;
}

Buffer *make_strips(Lower *l, const Product *p, const Tiling *t, int k)
{
    decided(D_tile_strips);
    Group g = strip_group(p, t, k);
    int64_t extent[3] = {strips_along(p, &g), p->terms, strip_width(p, t, k)};
    for (int d = 0; d < p->node->shape.rank; d++)
        if (is_around(p, &g, k, d))
            extent[0] = size_mul(extent[0], p->node->shape.dim[d]);
    Buffer *to =
        work_buffer(l, arena_format(l->arena, "%s_strips", p->operand[k].buffer->name),
                    p->node->dtype, shape_of(3, extent));
    to->source = p->operand[k].buffer;
    Lower in = *l;
    memset(&in.memo, 0, sizeof in.memo);
    Calls *calls = p->operand[k].turns > 0 ? l->before : l->calls;
    lower_into(l, calls, copy_kernel(&in, p, &g, k, to), p->node);
    l->next_var = in.next_var;
    return to;
}

static void columns_by_strips(Tile *tile)
{
    for (int i = 1; i < tile->columns; i++)
        tile->column_extent[0] *= tile->column_extent[i];
    tile->columns = 1;
    tile->column_step[0] = 1;
}

static void rows_by_strips(Tile *tile, const Product *p, const Tiling *t, int k,
                           const Group *g, const Buffer *strips)
{
    int64_t elements = strips->shape.dim[1] * strips->shape.dim[2];
    tile->together = g->size;
    for (int i = 0; i < tile->rows; i++) {
        Index next[MAX_RANK];
        for (int d = 0; d < p->node->shape.rank; d++)
            next[d] = index_num(d != t->rows.axis[i] ? 0
                                : d == g->axis[0]    ? g->size
                                                     : 1);
        tile->row_step[i] = strip_at(p, g, k, next).base * elements;
    }
}

void tile_by_strips(Lower *l, Tile *tile, const Product *p, const Tiling *t, int k,
                    Buffer *strips, const Index *base)
{
    Group g = strip_group(p, t, k);
    bool columns = k == columns_operand(p, t);
    Index at[3] = {strip_at(p, &g, k, base), index_num(0), index_num(0)};
    *(columns ? &tile->b : &tile->a) = x_load(l, strips, at);
    if (columns)
        columns_by_strips(tile);
    else
        rows_by_strips(tile, p, t, k, &g, strips);
    int64_t step = strips->shape.dim[2], *term = columns ? tile->term_b : tile->term_a;
    for (int q = p->sums - 1; q >= 0; q--) {
        term[q] = step;
        step *= p->extent[q];
    }
}

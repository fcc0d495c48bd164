/*
 * lower_strips.c - weights that every turn of a scan multiplies by, or every image of a
 * convolution, are brought into the order in which the tiles read them, once, before:
 *
 *     W [256][1024]  becomes  strips [16][256][64]
 *
 * so that a strip of columns is one piece of memory and no tile has to copy or turn it.
 * It is the same product of the same elements. tile_choose.c says where it pays.
 */
#include "decisions.h"
#include "tile.h"

#include <string.h>

enum { LINE = 16 }; /* terms that are copied together, where they are neighbours */

bool is_steady(const Lower *l, const Buffer *b)
{
    for (int i = 0; i < l->steady.n; i++)
        if (b == l->steady.at[i] || (b->base == l->steady.at[i] && b->turn == NULL))
            return true;
    return false;
}

/* Is there a strip of its own for every place along axis d? */
static bool is_around(const Product *p, const Tiling *t, int k, int d)
{
    return p->operand[k].axis[d] != 0 && !in_group(&t->columns, d);
}

static int64_t strip_width(const Tiling *t)
{
    enum { VECTOR = 16 };
    return (t->columns.size + VECTOR - 1) / VECTOR * VECTOR;
}

/* How many tiles there are along the outermost axis of the columns. */
static int64_t tiles_along(const Product *p, const Tiling *t)
{
    int64_t extent = p->node->shape.dim[t->columns.axis[0]];
    return (extent + t->columns.chunk[0] - 1) / t->columns.chunk[0];
}

/* The number of the strip of the tile at `base`, where all its parts are multiples. */
static Index strip_at(const Product *p, const Tiling *t, int k, const Index *base)
{
    Index tile = base[t->columns.axis[0]], at = index_num(0);
    tile.base /= t->columns.chunk[0];
    for (int i = 0; i < tile.n; i++)
        tile.term[i].coef /= t->columns.chunk[0];
    for (int d = 0; d < p->node->shape.rank; d++)
        if (is_around(p, t, k, d))
            at = index_add(index_scale(at, p->node->shape.dim[d]), base[d]);
    return index_add(index_scale(at, tiles_along(p, t)), tile);
}

/* ---- the copy ---- */

/* Indices of an element, by the letters of the product and by the axes of its result.
 */
typedef struct Spot {
    Index known[128], base[MAX_RANK];
    Index term, column; /* in the strip */
} Spot;

static void set_axis(Spot *at, const Node *n, int d, Index index)
{
    at->known[(int)strchr(n->attr.text, '>')[1 + d]] = index;
}

/* Loops over the terms but the last letter, and of that over `most` pieces. */
static void open_terms(Lower *l, const Product *p, Spot *at, int64_t piece)
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

/* Loops over the columns of a tile, `first` of the outermost axis. */
static void open_columns(Lower *l, const Product *p, const Tiling *t, Spot *at,
                         int64_t first)
{
    at->column = index_num(0);
    for (int i = 0; i < t->columns.n; i++) {
        int d = t->columns.axis[i];
        int64_t chunk = i == 0 ? first : t->columns.chunk[i];
        Index j = loop_open(l, chunk);
        at->column = index_add(index_scale(at->column, chunk), j);
        set_axis(at, p->node, d, index_add(at->base[d], j));
    }
}

/* The longest part of the last letter that divides it, up to a line. */
static int64_t piece_of(const Product *p, const Tiling *t, int k)
{
    const Steps *b = &p->operand[k];
    int last = p->sums - 1;
    bool along = b->axis[t->columns.axis[t->columns.n - 1]] != 1 && b->sum[last] == 1;
    int64_t piece = along ? LINE : 1;
    while (p->extent[last] % piece != 0)
        piece--;
    return piece;
}

/* Copies strips of `first` columns of the outermost axis. */
static void copy_strips(Lower *l, const Product *p, const Tiling *t, int k, Spot *at,
                        int64_t first, Buffer *to)
{
    const Node *n = p->node;
    int64_t piece = piece_of(p, t, k);
    int mark = l->depth;
    open_terms(l, p, at, piece);
    open_columns(l, p, t, at, first);
    Index along = loop_open(l, piece), *last = &at->known[(int)p->letter[p->sums - 1]];
    *last = index_add(*last, along);
    Index in[MAX_RANK],
        out[3] = {strip_at(p, t, k, at->base), index_add(at->term, along), at->column};
    operand_index(n, k, at->known, in);
    store(l, to, out, element(l, n->arg[k], in));
    loop_close(l, mark);
}

static void open_around(Lower *l, const Product *p, const Tiling *t, int k, Spot *at)
{
    const Node *n = p->node;
    const char *a = n->attr.text;
    for (int i = 0; a[i] != '-'; i++)
        at->known[(int)a[i]] = index_num(0);
    for (int d = 0; d < n->shape.rank; d++) {
        at->base[d] =
            is_around(p, t, k, d) ? loop_open(l, n->shape.dim[d]) : index_num(0);
        set_axis(at, n, d, at->base[d]);
    }
}

static Kernel *copy_kernel(Lower *l, const Product *p, const Tiling *t, int k,
                           Buffer *to)
{
    int d = t->columns.axis[0];
    int64_t extent = p->node->shape.dim[d], chunk = t->columns.chunk[0],
            whole = extent / chunk;
    Spot at;
    kernel_begin(l);
    open_around(l, p, t, k, &at);
    int mark = l->depth;
    at.base[d] = index_scale(loop_open(l, whole), chunk);
    copy_strips(l, p, t, k, &at, chunk, to);
    loop_close(l, mark);
    if (extent > whole * chunk) {
        at.base[d] = index_num(whole * chunk);
        copy_strips(l, p, t, k, &at, extent - whole * chunk, to);
    }
    loop_close(l, 0);
    Kernel *kernel = kernel_end(l, p->node);
    kernel->name = to->name;
    kernel->text =
        arena_format(l->arena,
                     "%s, %lld columns together, as the products of a loop read it",
                     p->operand[k].buffer->name, (long long)t->columns.size);
    return kernel;
}

Buffer *make_strips(Lower *l, const Product *p, const Tiling *t, int k)
{
    decided(D_tile_strips);
    int64_t extent[3] = {tiles_along(p, t), p->terms, strip_width(t)};
    for (int d = 0; d < p->node->shape.rank; d++)
        if (is_around(p, t, k, d))
            extent[0] = size_mul(extent[0], p->node->shape.dim[d]);
    Buffer *to =
        work_buffer(l, arena_format(l->arena, "%s_strips", p->operand[k].buffer->name),
                    p->node->dtype, shape_of(3, extent));
    to->source = p->operand[k].buffer;
    Lower in = *l;
    memset(&in.memo, 0, sizeof in.memo);
    Calls *calls = p->operand[k].turns > 0 ? l->before : l->calls;
    lower_into(l, calls, copy_kernel(&in, p, t, k, to), p->node);
    l->next_var = in.next_var;
    return to;
}

void tile_by_strips(Lower *l, Tile *tile, const Product *p, const Tiling *t, int k,
                    Buffer *strips, const Index *base)
{
    Index at[3] = {strip_at(p, t, k, base), index_num(0), index_num(0)};
    tile->b = x_load(l, strips, at);
    for (int i = 1; i < tile->columns; i++)
        tile->column_extent[0] *= tile->column_extent[i];
    tile->columns = 1;
    tile->column_step[0] = 1;
    int64_t step = strips->shape.dim[2];
    for (int q = p->sums - 1; q >= 0; q--) {
        tile->term_b[q] = step;
        step *= p->extent[q];
    }
}

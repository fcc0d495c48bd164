/*
 * lower_tile.c - large products go through the runtime's register tile:
 *
 *     for each tile of the root
 *         float acc[256][64];
 *         mf_productf(rows, columns, terms, a, b, acc)     (mf_tile.h)
 *         root[i][j] = element(..., acc[i - tile][j - tile])
 *
 * Where the rows hold the last axis of the root, the tile is turned first, so that the
 * loops below it run along memory everywhere. What else is summed for the element, and
 * is no product that suits the tile, is summed for a row of it at a time, as in
 * lower.c.
 *
 * The rows of a tile are axes of one operand alone, its columns axes of the other;
 * axes of both are loops around. Which operand gives the columns, and how far the
 * tile reaches, is chosen by an estimate of cycles. The bits are those of lower.c.
 *
 * With --blas the tiles of large products of matrices are larger, and OpenBLAS makes
 * them: 256 by 256 take 3 % longer than the whole product in one call, and what
 * follows is fused and divided among threads as with our own.
 */
#include "decisions.h"
#include "lower.h"

#include <math.h>
#include <string.h>

enum {
    VECTOR = 16,
    WIDE = 4,
    LOW = 3,
    STRIP = 32,
    PANEL = 6,
    LEAST_WORK = 16384,
    LEAST_TERMS = 4,
    LARGE = 1 << 19, /* multiply-adds of a product for OpenBLAS, */
    LEAST_LINES = 8, /* and its rows, columns and terms */
    SHARE = 8000,
    MOST_SHARES = 4
};

/* What a tile may be. */
typedef struct Limits {
    int64_t rows, columns, elements;
    bool blas;            /* its columns are lines like its rows */
    int64_t room, turned; /* elements that the stack may hold; if it is turned */
} Limits;

/* How far the operand's element moves with each axis of the root, and with each
 * summed letter, in elements. */
typedef struct Steps {
    Buffer *buffer;
    int64_t axis[MAX_RANK], sum[MAX_RANK];
} Steps;

typedef struct Product {
    const Node *node;
    int sums; /* summed letters of more than one turn */
    char letter[MAX_RANK];
    int64_t extent[MAX_RANK], terms;
    Steps operand[2];
} Product;

/* Some axes of the root, outermost first; each reaches over `chunk` elements. */
typedef struct Group {
    int n;
    int axis[MAX_RANK];
    int64_t chunk[MAX_RANK], size;
} Group;

typedef struct Tiling {
    int columns_of; /* the operand that gives the columns */
    Group rows, columns;
    bool turned; /* the last axis of the root is one of rows */
    bool blas;   /* OpenBLAS makes it */
    double cost;
} Tiling;

/* ---- what the operands look like ---- */

static int64_t stride(const Buffer *b, int d)
{
    int64_t n = 1;
    for (int e = d + 1; e < b->shape.rank; e++)
        n = size_mul(n, b->shape.dim[e]);
    return n;
}

static int64_t step_of(const Expr *load, const Var *v)
{
    int64_t step = 0;
    for (int d = 0; d < load->buffer->shape.rank; d++)
        for (int i = 0; i < load->index[d].n; i++)
            if (load->index[d].term[i].var == v)
                step += load->index[d].term[i].coef * stride(load->buffer, d);
    return step;
}

/* The operand's element as a plain load, or NULL if it is anything else. */
static Expr *plain_load(Lower *l, const Node *operand, const Index *index)
{
    int before = l->block->n;
    Expr *x = element(l, operand, index);
    bool plain = x->kind == X_LOAD && l->block->n == before;
    l->block->n = before;
    for (int d = 0; plain && d < x->buffer->shape.rank; d++)
        plain = x->index[d].div == 1;
    return plain ? x : NULL;
}

static void operand_index(const Node *n, int k, const Index *known, Index *index)
{
    const char *letters = n->attr.text;
    if (k == 1)
        letters = strchr(letters, ',') + 1;
    for (int d = 0; d < n->arg[k]->shape.rank; d++)
        index[d] = known[(int)letters[d]];
}

/* Fails if an operand is not an array that is read at affine indices. */
static bool analyse(Lower *l, const Node *n, Product *p)
{
    const char *a = n->attr.text, *y = strchr(a, '>') + 1;
    Index known[128], index[MAX_RANK];
    Var *axis[MAX_RANK], *sum[MAX_RANK];
    *p = (Product){.node = n, .terms = 1};
    for (int d = 0; d < n->shape.rank; d++) {
        axis[d] = var_new(l, "i", n->shape.dim[d], I32);
        known[(int)y[d]] = index_var(axis[d]);
    }
    for (int d = 0; a[d] != ','; d++) {
        if (strchr(y, a[d]))
            continue;
        int64_t extent = n->arg[0]->shape.dim[d];
        known[(int)a[d]] = index_num(0);
        if (extent == 1)
            continue;
        sum[p->sums] = var_new(l, "k", extent, I32);
        known[(int)a[d]] = index_var(sum[p->sums]);
        p->letter[p->sums] = a[d];
        p->extent[p->sums++] = extent;
        p->terms = size_mul(p->terms, extent);
    }
    for (int k = 0; k < 2; k++) {
        operand_index(n, k, known, index);
        Expr *x = plain_load(l, n->arg[k], index);
        l->memo.n = 0;
        if (!x)
            return false;
        Steps *s = &p->operand[k];
        s->buffer = x->buffer;
        for (int d = 0; d < n->shape.rank; d++)
            s->axis[d] = step_of(x, axis[d]);
        for (int q = 0; q < p->sums; q++)
            s->sum[q] = step_of(x, sum[q]);
    }
    return true;
}

/* ---- which tile ---- */

static bool has_letter(const Node *n, int k, char c)
{
    const char *text = n->attr.text, *comma = strchr(text, ',');
    const char *at = strchr(k == 0 ? text : comma + 1, c);
    return k == 0 ? at && at < comma : at && at < strchr(comma, '-');
}

/* Is axis d of the result an axis of operand k alone? */
static bool belongs_to(const Node *n, int d, int k)
{
    char c = strchr(n->attr.text, '>')[1 + d];
    return has_letter(n, k, c) && !has_letter(n, 1 - k, c);
}

/* What a tile of so many rows costs a term, or of so many columns, which come in whole
 * vectors and mostly in strips of four of these, or of `strip`; rows, and what OpenBLAS
 * makes (strip is 0), share a copy. */
static double lines_cost(int64_t lines, int strip)
{
    if (strip == 0)
        return (double)(lines + 20);
    int64_t vectors = (lines + VECTOR - 1) / VECTOR;
    bool one = vectors <= WIDE || vectors == strip;
    return (double)(VECTOR * vectors + 2 + (one ? 0 : 2 * (vectors - WIDE)));
}

/* The part of an axis that a tile takes, of at most `most` lines with the `inner` that
 * it has already: the cheapest for the whole axis. A rest is a tile more in the text,
 * and is only worth it where nothing divides the axis well. */
static int64_t choose_chunk(int64_t extent, int64_t inner, int64_t most, int strip)
{
    int64_t best = 1;
    double least = 0;
    for (int64_t c = 1; c <= extent && c * inner <= most; c++) {
        int64_t rest = extent % c;
        double cost = (double)(extent / c) * lines_cost(c * inner, strip);
        if (rest)
            cost = (cost + lines_cost(rest * inner, strip)) * 1.08;
        if (c > 1 && cost > least)
            continue;
        best = c;
        least = cost;
    }
    return best;
}

/* Takes axes of operand k until the group is `most` elements: first the one along
 * memory, then the last ones. Only the outermost may leave a rest. */
static Group choose_group(const Product *p, int k, int64_t most, int strip)
{
    const Node *n = p->node;
    Group g = {.size = 1};
    bool taken[MAX_RANK] = {false};
    while (g.size < most) {
        int best = -1;
        for (int d = n->shape.rank - 1; d >= 0; d--) {
            if (taken[d] || n->shape.dim[d] == 1 || !belongs_to(n, d, k))
                continue;
            if (best < 0 || (p->operand[k].axis[d] == 1 && g.n == 0))
                best = d;
        }
        if (best < 0)
            break;
        int64_t chunk = choose_chunk(n->shape.dim[best], g.size, most, strip);
        if (chunk == 1)
            break;
        taken[best] = true;
        for (int i = g.n; i > 0; i--) {
            g.axis[i] = g.axis[i - 1];
            g.chunk[i] = g.chunk[i - 1];
        }
        g.axis[0] = best;
        g.chunk[0] = chunk;
        g.n++;
        g.size *= chunk;
        if (chunk < n->shape.dim[best])
            break;
    }
    return g;
}

/* How many vectors the widest strip of columns of operand k has: twice as many where
 * the other operand has few rows (mf_tile.h). */
static int strip_of(const Product *p, int k)
{
    int64_t rows = 1;
    for (int d = 0; d < p->node->shape.rank; d++)
        if (belongs_to(p->node, d, 1 - k))
            rows = size_mul(rows, p->node->shape.dim[d]);
    return rows <= LOW ? 2 * WIDE : WIDE;
}

static bool in_group(const Group *g, int d)
{
    bool found = false;
    for (int i = 0; i < g->n; i++)
        found = found || g->axis[i] == d;
    return found;
}

/* Cycles that a term of a vector of columns takes to be copied: nothing where columns
 * are whole vectors of neighbours, then neighbours together, neighbouring terms turned,
 * anything else one by one. */
static double pack_cost(const Product *p, const Tiling *t)
{
    const Steps *b = &p->operand[t->columns_of];
    int last = t->columns.n - 1;
    int64_t run = b->axis[t->columns.axis[last]] == 1 ? t->columns.chunk[last] : 1;
    if (run % VECTOR == 0)
        return 0;
    if (run >= 4)
        return 2 + (double)VECTOR / (double)run;
    return p->sums > 0 && b->sum[p->sums - 1] == 1 ? 7 : 20;
}

static double count_tiles(const Product *p, const Tiling *t)
{
    const Node *n = p->node;
    double tiles = 1;
    for (int d = 0; d < n->shape.rank; d++) {
        int64_t chunk = 1;
        for (int i = 0; i < t->rows.n; i++)
            chunk = t->rows.axis[i] == d ? t->rows.chunk[i] : chunk;
        for (int i = 0; i < t->columns.n; i++)
            chunk = t->columns.axis[i] == d ? t->columns.chunk[i] : chunk;
        tiles *= (double)((n->shape.dim[d] + chunk - 1) / chunk);
    }
    return tiles;
}

static double tile_cost(const Product *p, const Tiling *t)
{
    double rows = (double)t->rows.size,
           panels = (double)((t->rows.size + PANEL - 1) / PANEL);
    double vectors = (double)((t->columns.size + VECTOR - 1) / VECTOR);
    double work = rows * vectors;
    if (work < 4 * panels)
        work = 4 * panels; /* a chain of sums is never shorter than this */
    double pack = pack_cost(p, t);
    double store = rows * (double)t->columns.size * (t->turned ? 0.75 : 0.25);
    return count_tiles(p, t) * ((double)p->terms * (work + vectors * pack + 4) + store +
                                30 * panels + 2 * (rows + VECTOR * vectors));
}

/* Plain loops: along the last axis of the result, fast if both operands are. */
static double plain_cost(const Product *p)
{
    const Node *n = p->node;
    int last = n->shape.rank - 1;
    double work = (double)shape_size(&n->shape) * (double)p->terms;
    bool fast = last >= 0 && n->shape.dim[last] >= 8;
    for (int k = 0; k < 2; k++)
        fast = fast && (p->operand[k].axis[last] == 0 || p->operand[k].axis[last] == 1);
    return work * (fast ? 0.15 : 1.5);
}

/* Rows for which the stack has room, beside so many columns; 0: for none. */
static int64_t rows_with_room(const Limits *most, int64_t columns, bool turned)
{
    int64_t room = turned ? most->turned : most->room;
    if (room <= 0)
        return 0;
    return turned ? room / columns / STRIP * STRIP
                  : room / ((columns + STRIP - 1) / STRIP * STRIP);
}

/* The best tiles within the limits, if they are better than *best; `shares`: of how
 * many threads the one with the most tiles counts. */
static bool try_tiling(const Product *p, Limits most, double shares, Tiling *best)
{
    bool found = false;
    for (int k = 0; k < 2; k++) {
        Tiling t = {.columns_of = k};
        t.columns = choose_group(p, k, most.columns, most.blas ? 0 : strip_of(p, k));
        int last = p->node->shape.rank - 1;
        int64_t rows = most.elements / t.columns.size,
                room = rows_with_room(&most, t.columns.size,
                                      last >= 0 && belongs_to(p->node, last, 1 - k));
        rows = rows < most.rows ? rows : most.rows;
        rows = rows < room ? rows : room;
        t.rows = choose_group(p, 1 - k, rows, 0);
        t.turned = in_group(&t.rows, last);
        if (t.columns.n == 0 || rows == 0)
            continue;
        double tiles = count_tiles(p, &t);
        t.cost = tile_cost(p, &t) * (ceil(tiles / shares) / tiles);
        if (t.cost >= best->cost)
            continue;
        *best = t;
        found = true;
    }
    return found;
}

/* Where threads divide the tiles, there must be enough of them: each of SHARE cycles or
 * more. (Which tiles are chosen does not change a bit.) */
static bool choose_tiling(const Product *p, int n, bool threads, Limits most,
                          Tiling *best)
{
    bool found = try_tiling(p, most, 1, best);
    double terms = 0; /* of all products that share the tiles */
    for (int i = 0; i < n; i++)
        terms += (double)p[i].terms;
    double shares = floor(best->cost * terms / (double)p->terms / SHARE);
    if (!threads || !found || shares < 2)
        return found;
    shares = shares < MOST_SHARES ? shares : MOST_SHARES;
    best->cost *= ceil(count_tiles(p, best) / shares) / count_tiles(p, best);
    Limits less = most;
    for (less.rows = most.rows; less.rows >= 8; less.rows /= 2)
        for (less.columns = most.columns; less.columns >= STRIP; less.columns /= 2)
            try_tiling(p, less, shares, best);
    return true;
}

/* The operand of another product that gives the columns of the same tile; -1: the
 * tile does not suit it. */
static int columns_operand(const Product *p, const Tiling *t)
{
    for (int k = 0; k < 2; k++) {
        bool fits = true;
        for (int i = 0; i < t->columns.n; i++)
            fits = fits && belongs_to(p->node, t->columns.axis[i], k);
        for (int i = 0; i < t->rows.n; i++)
            fits = fits && belongs_to(p->node, t->rows.axis[i], 1 - k);
        if (fits)
            return k;
    }
    return -1;
}

/* ---- the tile as statements ---- */

static void fill_axes(Tile *tile, const Product *p, const Tiling *t,
                      const int64_t *chunk, int columns_of)
{
    for (int i = 0; i < t->rows.n; i++) {
        tile->row_extent[i] = chunk[t->rows.axis[i]];
        tile->row_step[i] = p->operand[1 - columns_of].axis[t->rows.axis[i]];
    }
    for (int i = 0; i < t->columns.n; i++) {
        tile->column_extent[i] = chunk[t->columns.axis[i]];
        tile->column_step[i] = p->operand[columns_of].axis[t->columns.axis[i]];
    }
    tile->rows = t->rows.n;
    tile->columns = t->columns.n;
    for (int q = 0; q < p->sums; q++) {
        tile->term_extent[q] = p->extent[q];
        tile->term_a[q] = p->operand[1 - columns_of].sum[q];
        tile->term_b[q] = p->operand[columns_of].sum[q];
    }
    tile->terms = p->sums;
}

/* Is it a large product of matrices, each of its tiles too? */
static bool suits_blas(const Product *p, const Tiling *t)
{
    const Node *n = p->node;
    int columns_of = columns_operand(p, t);
    if (columns_of < 0)
        return false;
    int64_t chunk[MAX_RANK];
    for (int i = 0; i < t->rows.n; i++)
        chunk[t->rows.axis[i]] = t->rows.chunk[i];
    for (int i = 0; i < t->columns.n; i++)
        chunk[t->columns.axis[i]] = t->columns.chunk[i];
    Tile tile = {0};
    Matrices x;
    fill_axes(&tile, p, t, chunk, columns_of);
    double work = (double)p->terms;
    for (int d = 0; d < n->shape.rank; d++)
        if (belongs_to(n, d, 0) || belongs_to(n, d, 1))
            work *= (double)n->shape.dim[d];
    return work >= LARGE && tile_matrices(&tile, &x) && x.m >= LEAST_LINES &&
           x.n >= LEAST_LINES && x.k >= LEAST_LINES;
}

/* Elements of each of n tiles that the stack has room for; `call`: what the product
 * itself takes. There may be a rest of the rows, of the columns and of both. */
static int64_t room_for(const Product *p, int n, const BackOptions *o, int64_t call)
{
    return stack_room(o->stack, call) / dtype_bytes(p->node->dtype) / (4 * n);
}

static bool choose_blas(const Product *p, int n, const BackOptions *o, Tiling *t)
{
    Tiling best = {.cost = INFINITY};
    Limits most = {256, 256, 256 * 256, true, room_for(p, n, o, 0), 0};
    if (!o->blas || !choose_tiling(p, n, o->threads, most, &best))
        return false;
    for (int i = 0; i < n; i++)
        if (!suits_blas(&p[i], &best))
            return false;
    *t = best;
    t->blas = true;
    return true;
}

static bool choose_ours(const Product *p, int n, const BackOptions *o, Tiling *t)
{
    Dtype d = p->node->dtype;
    Limits most = {256,
                   128,
                   64 * 256,
                   false,
                   room_for(p, n, o, tile_stack_bytes(d, false)),
                   room_for(p, n, o, tile_stack_bytes(d, true))};
    t->cost = plain_cost(p);
    return choose_tiling(p, n, o->threads, most, t);
}

/* The product over one tile whose first element is at `base`, into acc. */
static void emit_product(Lower *l, const Product *p, const Tiling *t, const Index *base,
                         const int64_t *chunk, Buffer *acc)
{
    const Node *n = p->node;
    const char *a = n->attr.text, *y = strchr(a, '>') + 1;
    Index known[128], index[MAX_RANK];
    for (int d = 0; a[d] != ','; d++)
        known[(int)a[d]] = index_num(0);
    for (int d = 0; d < n->shape.rank; d++)
        known[(int)y[d]] = base[d];
    Stmt *s = s_new(l, S_TILE);
    Tile *tile = s->tile = NEW(l->arena, Tile);
    tile->turned = t->turned;
    tile->blas = t->blas;
    int columns_of = columns_operand(p, t);
    fill_axes(tile, p, t, chunk, columns_of);
    operand_index(n, 1 - columns_of, known, index);
    tile->a = plain_load(l, n->arg[1 - columns_of], index);
    operand_index(n, columns_of, known, index);
    tile->b = plain_load(l, n->arg[columns_of], index);
    s->buffer = acc;
    emit(l, s);
    l->memo.n = 0;
}

/* Position of axis d in the group, counted through its chunks; not there: false. */
static bool flat_step(const Group *g, const int64_t *chunk, int d, int64_t *step)
{
    *step = 1;
    for (int i = g->n - 1; i >= 0; i--) {
        if (g->axis[i] == d)
            return true;
        *step *= chunk[g->axis[i]];
    }
    return false;
}

typedef struct TileJob {
    const Node *root;
    int n, n_rest;
    const Product *product;
    const Node **rest; /* reductions that no tile makes */
    const Tiling *tiling;
    Index base[MAX_RANK]; /* of the tile, for every axis of the root */
    int64_t chunk[MAX_RANK];
} TileJob;

/* The products over the tile; acc[i] is that of the i-th. */
static void emit_products(Lower *l, const TileJob *job, Buffer **acc)
{
    const Tiling *t = job->tiling;
    int64_t m = 1, n = 1;
    for (int i = 0; i < t->rows.n; i++)
        m *= job->chunk[t->rows.axis[i]];
    for (int i = 0; i < t->columns.n; i++)
        n *= job->chunk[t->columns.axis[i]];
    int64_t lines = t->turned ? n : m, across = t->turned ? m : n;
    int64_t extent[2] = {lines,
                         (across + STRIP - 1) / STRIP * STRIP}; /* whole strips */
    for (int i = 0; i < job->n; i++) {
        acc[i] = local_array(l, "acc", job->root->dtype, shape_of(2, extent));
        emit_product(l, &job->product[i], t, job->base, job->chunk, acc[i]);
    }
}

/* Opens the loops over the tile, and sums the rest for a row of the innermost one; at[]
 * is the place in the tile, and along[0] that in the row. */
static void open_tile(Lower *l, const TileJob *job, Row *row, Index *at, Index *along,
                      Buffer **rest, Expr **value)
{
    const Tiling *t = job->tiling;
    row->axis = -1;
    for (int d = 0; d < job->root->shape.rank; d++) {
        row->index[d] = job->base[d];
        if (job->chunk[d] > 1 && (in_group(&t->rows, d) || in_group(&t->columns, d)))
            row->axis = d;
    }
    for (int d = 0; d <= row->axis; d++) {
        int64_t step;
        bool is_row = flat_step(&t->rows, job->chunk, d, &step);
        if (!is_row && !flat_step(&t->columns, job->chunk, d, &step))
            continue;
        if (d == row->axis) {
            row->base = job->base[d];
            row->width = job->chunk[d];
            for (int i = 0; i < job->n_rest; i++)
                rest[i] = reduce(l, job->rest[i], row, &value[i]);
            row_open(l, row, along);
        } else {
            along[0] = loop_open(l, job->chunk[d]);
            row->index[d] = index_add(row->index[d], along[0]);
        }
        bool line = is_row != t->turned;
        at[!line] = index_add(at[!line], index_scale(along[0], step));
    }
    for (int i = 0; i < job->n_rest && row->axis < 0; i++)
        rest[i] = reduce(l, job->rest[i], row, &value[i]);
}

static void emit_tile(Lower *l, const TileJob *job)
{
    Buffer **acc = NEW_N(l->arena, Buffer *, job->n + job->n_rest),
           **rest = acc + job->n;
    Expr **value = NEW_N(l->arena, Expr *, job->n_rest + 1);
    Index index[MAX_RANK], at[2] = {index_num(0), index_num(0)}, along[1] = {{0}};
    Row row = {.index = index};
    emit_products(l, job, acc);
    int mark = l->depth;
    open_tile(l, job, &row, at, along, rest, value);
    for (int i = 0; i < job->n; i++)
        l->value[job->product[i].node->id] = x_load(l, acc[i], at);
    for (int i = 0; i < job->n_rest; i++)
        l->value[job->rest[i]->id] = value[i] ? value[i] : x_load(l, rest[i], along);
    store_members(l, index);
    for (int i = 0; i < job->n; i++)
        l->value[job->product[i].node->id] = NULL;
    for (int i = 0; i < job->n_rest; i++)
        l->value[job->rest[i]->id] = NULL;
    loop_close(l, mark);
}

/* Loops over the tiles along the axes of a group from `i` on, then what is `next`:
 * the columns after the rows, the tile after the columns. A rest is a tile more. */
static void emit_group(Lower *l, TileJob *job, int group, int i)
{
    const Group *g = group == 0 ? &job->tiling->rows : &job->tiling->columns;
    if (i == g->n) {
        if (group == 0)
            emit_group(l, job, 1, 0);
        else
            emit_tile(l, job);
        return;
    }
    int d = g->axis[i];
    int64_t extent = job->root->shape.dim[d], chunk = g->chunk[i],
            whole = extent / chunk;
    int mark = l->depth;
    job->chunk[d] = chunk;
    job->base[d] = index_scale(loop_open(l, whole), chunk);
    emit_group(l, job, group, i + 1);
    loop_close(l, mark);
    if (extent > whole * chunk) {
        decided(D_tile_rest);
        job->chunk[d] = extent - whole * chunk;
        job->base[d] = index_num(whole * chunk);
        emit_group(l, job, group, i + 1);
    }
}

/* Divides the reductions into products of enough terms, the first of which says what
 * the tiles are, and the rest. */
static void sort_reductions(Lower *l, TileJob *job, Product *p, int n,
                            const Node *const *reduction)
{
    for (int i = 0; i < n; i++) {
        Product *next = &p[job->n];
        bool product = reduction[i]->op == OP_contract &&
                       reduction[i]->dtype == job->root->dtype &&
                       analyse(l, reduction[i], next) &&
                       next->terms >= (job->n == 0 ? LEAST_TERMS : 2);
        if (product)
            job->n++;
        else
            job->rest[job->n_rest++] = reduction[i];
    }
}

/* Leaves what does not suit the tiles to the rest. */
static void drop_others(TileJob *job, Product *p, const Tiling *t)
{
    int n = 0;
    for (int i = 0; i < job->n; i++)
        if (columns_operand(&p[i], t) >= 0)
            p[n++] = p[i];
        else
            job->rest[job->n_rest++] = p[i].node;
    job->n = n;
}

bool lower_tiled(Lower *l, const Node *root, int n, const Node *const *reduction)
{
    if (n == 0 || l->options->no_tiles || !is_float(root->dtype))
        return false;
    Product *p = NEW_N(l->arena, Product, n);
    Tiling t = {0};
    TileJob job = {.root = root,
                   .product = p,
                   .tiling = &t,
                   .rest = NEW_N(l->arena, const Node *, n)};
    sort_reductions(l, &job, p, n, reduction);
    if (job.n == 0)
        return false;
    double work = (double)shape_size(&root->shape) * (double)p[0].terms;
    if (work < LEAST_WORK || !(choose_blas(p, job.n, l->options, &t) ||
                               choose_ours(p, job.n, l->options, &t)))
        return false;
    drop_others(&job, p, &t);
    decided(job.n > 1 ? D_tile_several : D_tile_used);
    if (job.n_rest > 0)
        decided(D_tile_beside);
    if (t.turned)
        decided(D_tile_turned);
    int mark = l->depth, around = unpadded_axes(l), open = 0, outer = mark;
    for (int d = 0; d < root->shape.rank; d++) {
        int64_t step, one[MAX_RANK] = {1, 1, 1, 1, 1, 1, 1, 1};
        bool inside =
            flat_step(&t.rows, one, d, &step) || flat_step(&t.columns, one, d, &step);
        if (!inside)
            job.base[d] = loop_open(l, root->shape.dim[d]);
        if (!inside && open == d && d < around) {
            open++;
            outer = l->depth;
        }
    }
    emit_group(l, &job, 0, 0);
    loop_close(l, outer);
    store_borders(l, job.base, open);
    loop_close(l, mark);
    return true;
}

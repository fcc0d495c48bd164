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
 * lower_reduce.c.
 *
 * Which operand gives the columns, and how far a tile reaches, is chosen by an estimate
 * (tile_choose.c). The bits are those of lower_reduce.c.
 */
#include "decisions.h"
#include "tile.h"

#include <string.h>

enum { LEAST_TERMS = 4 };

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

Expr *plain_load(Lower *l, const Node *operand, const Index *index)
{
    int before = l->block->n;
    Expr *x = element(l, operand, index);
    bool plain = x->kind == X_LOAD && l->block->n == before;
    l->block->n = before;
    for (int d = 0; plain && d < x->buffer->shape.rank; d++)
        plain = x->index[d].div == 1;
    return plain ? x : NULL;
}

void operand_index(const Node *n, int k, const Index *known, Index *index)
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
        s->turns = is_steady(l, x->buffer) ? l->turns : 0;
        for (int d = 0; d < n->shape.rank; d++)
            s->axis[d] = step_of(x, axis[d]);
        for (int q = 0; q < p->sums; q++)
            s->sum[q] = step_of(x, sum[q]);
    }
    return true;
}

/* Arrays that hold the operands of a product in strips, or NULL. */
typedef struct Strips {
    Buffer *of[2];
} Strips;

/* The product over one tile whose first element is at `base`, into acc. */
static void emit_product(Lower *l, const Product *p, const Tiling *t, const Index *base,
                         const int64_t *chunk, const Strips *strips, Buffer *acc)
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
    tile_axes(tile, p, t, chunk, columns_of);
    operand_index(n, 1 - columns_of, known, index);
    tile->a = plain_load(l, n->arg[1 - columns_of], index);
    operand_index(n, columns_of, known, index);
    tile->b = plain_load(l, n->arg[columns_of], index);
    for (int k = 0; k < 2; k++)
        if (strips->of[k])
            tile_by_strips(l, tile, p, t, k, strips->of[k], base);
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
    Strips *strips;    /* of each product */
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
        emit_product(l, &job->product[i], t, job->base, job->chunk, &job->strips[i],
                     acc[i]);
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

/* What many tiles read: in the order in which they do. */
static void find_strips(Lower *l, TileJob *job)
{
    job->strips = NEW_N(l->arena, Strips, job->n);
    for (int i = 0; i < job->n && !job->tiling->blas; i++)
        for (int k = 0; k < 2; k++)
            if (wants_strips(&job->product[i], job->tiling, k))
                job->strips[i].of[k] = make_strips(l, &job->product[i], job->tiling, k);
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
    if (!choose_tiles(p, job.n, l->options, &t))
        return false;
    drop_others(&job, p, &t);
    find_strips(l, &job);
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

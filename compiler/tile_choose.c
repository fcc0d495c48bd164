/*
 * tile_choose.c - which tile: how many rows and columns of a product, and of which
 * operand, by an estimate of cycles.
 *
 * The rows of a tile are axes of one operand alone, its columns axes of the other;
 * axes of both are loops around. With --blas the tiles of large products of matrices
 * are larger, and OpenBLAS makes them: 256 by 256 take 3 % longer than the whole
 * product in one call, and what follows is fused and divided among threads as with our
 * own. (Which tiles are chosen changes no bit.)
 */
#include "tile.h"

#include <math.h>
#include <string.h>

enum {
    VECTOR = 16,      /* elements, */
    WIDE = 4,         /* and so many vectors of a row at once */
    LOW = 3,          /* rows for which columns are read twice as wide */
    PANEL = 6,        /* rows at once */
    FAR = 256,        /* elements from term to term, where columns are copied */
    MANY = 96,        /* for so many rows (mf_tile.h) */
    FIRST = 1 << 13,  /* elements of the first cache */
    CACHED = 1 << 18, /* and of the second */
    LARGE = 1 << 19,  /* multiply-adds of a product for OpenBLAS, */
    LEAST_LINES = 8,  /* and its rows, columns and terms */
    SHARE = 8000,     /* cycles of what a thread gets, at least, */
    MOST_SHARES = 16, /* for so many threads */
    UNCUT = 1 << 10   /* elements of a sum over more rows */
};

/* Cycles that plain loops take, at least, where tiles take their place: of a product,
 * and of a tile where it is SMALL. */
enum { LEAST_COST = 2400, SMALL = 1 << 14, UNROLLED = 16 /* terms, by gcc */ };

enum { GAIN = 64 }; /* the least part of a product's time that strips must save */

/* Strips that no loop reads again and again hold so many elements at most, of products
 * of so many terms and multiply-adds at least; the terms of rows are so far apart. */
enum {
    APART = 64,
    PAGE = 1000,
    MANY_TERMS = 128,
    MOST_STRIPS = 1 << 22,
    LEAST_WORK = 1 << 22
};

/* What a tile may be. */
typedef struct Limits {
    int64_t rows, columns, elements;
    bool blas;            /* its columns are lines like its rows */
    int64_t room, turned; /* elements that the stack may hold; if it is turned */
} Limits;

static bool has_letter(const Node *n, int k, char c)
{
    const char *text = n->attr.text, *comma = strchr(text, ',');
    const char *at = strchr(k == 0 ? text : comma + 1, c);
    return k == 0 ? at && at < comma : at && at < strchr(comma, '-');
}

bool belongs_to(const Node *n, int d, int k)
{
    char c = strchr(n->attr.text, '>')[1 + d];
    return has_letter(n, k, c) && !has_letter(n, 1 - k, c);
}

/* What so many columns of a tile cost a term. Strips are `strip` vectors wide; of what
 * is left, strips of fewer do less with what they load. */
static double columns_cost(int64_t columns, int strip)
{
    int64_t width = VECTOR * strip, whole = columns / width, rest = columns % width;
    double cost = (double)(whole * (width + 3));
    if (rest > (WIDE - 1) * VECTOR)
        return cost + (double)((rest + VECTOR - 1) / VECTOR * VECTOR + 3);
    if (rest > VECTOR) {
        cost += 2 * VECTOR + 3;
        rest -= 2 * VECTOR;
    }
    return rest <= 0 ? cost : cost + (rest <= VECTOR / 2 ? 14 : 21);
}

/* The same of rows, and of what OpenBLAS makes (strip is 0): they share a copy. */
static double lines_cost(int64_t lines, int strip)
{
    return strip == 0 ? (double)(lines + 20) : columns_cost(lines, strip);
}

/* The part of an axis that a tile takes, of at most `most` lines with the `inner` that
 * it has already: the cheapest for the whole axis. A rest is a tile more in the text:
 * of rows, which may be of any number, it is only worth it where nothing divides the
 * axis well; and columns that begin between two vectors take longer to be read. */
static int64_t choose_chunk(int64_t extent, int64_t inner, int64_t most, int strip)
{
    int64_t best = 1;
    double least = 0;
    for (int64_t c = 1; c <= extent && c * inner <= most; c++) {
        int64_t rest = extent % c;
        double cost = (double)(extent / c) * lines_cost(c * inner, strip);
        if (rest)
            cost =
                (cost + lines_cost(rest * inner, strip)) * (strip == 0 ? 1.08 : 1.02);
        if (strip > 0 && c < extent && c * inner % VECTOR != 0)
            cost *= 1.03;
        if (c > 1 && cost >= least)
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

bool in_group(const Group *g, int d)
{
    bool found = false;
    for (int i = 0; i < g->n; i++)
        found = found || g->axis[i] == d;
    return found;
}

/* Cycles that a term of a vector of columns of operand k takes to be copied: nothing
 * where columns are whole vectors of neighbours, then neighbours together, neighbouring
 * terms turned (for few rows on the way to the sums), anything else one by one. */
static double pack_cost(const Product *p, const Tiling *t, int k)
{
    const Steps *b = &p->operand[k];
    int last = t->columns.n - 1;
    int64_t run = b->axis[t->columns.axis[last]] == 1 ? t->columns.chunk[last] : 1;
    if (run % VECTOR == 0)
        return 0;
    if (run >= 4)
        return 2 + (double)VECTOR / (double)run;
    if (p->sums == 0 || b->sum[p->sums - 1] != 1)
        return 20;
    return t->rows.size <= LOW ? 3 : 7;
}

/* How many tiles have the same columns of operand k, or rows, where `across` is how far
 * one reaches the other way: in all turns of a loop that does not change them. */
static int64_t sharing(const Product *p, int64_t across, int k)
{
    const Node *n = p->node;
    int64_t lines = 1, turns = p->operand[k].turns;
    for (int d = 0; d < n->shape.rank; d++)
        lines *= p->operand[k].axis[d] == 0 ? n->shape.dim[d] : 1;
    int64_t tiles = (lines + across - 1) / across;
    return turns > 0 ? turns * tiles : tiles;
}

/* So the columns may be brought into strips once: what that takes each of these tiles,
 * of a term of a vector. Beyond the second cache it waits for memory. */
static double strips_cost(const Product *p, const Tiling *t, int k)
{
    const Steps *b = &p->operand[k];
    bool large = shape_size(&b->buffer->shape) > CACHED;
    double turn = pack_cost(p, t, k) > 0 ? 16 : 0;
    return (turn + (large ? 24 : 8)) / (double)sharing(p, t->rows.size, k);
}

/* A part of the tile's innermost rows and of any rest: one panel's or two, so that
 * these read few lines that they do not use. */
int64_t rows_together(const Product *p, const Tiling *t)
{
    if (t->rows.n == 0)
        return 0;
    int last = t->rows.n - 1, d = t->rows.axis[last];
    int64_t extent = p->node->shape.dim[d], chunk = t->rows.chunk[last], n = 2 * PANEL;
    while (chunk % n != 0 || extent % n != 0)
        n--;
    const Steps *a = &p->operand[1 - columns_operand(p, t)];
    return a->axis[d] == 1 && n >= PANEL ? n : 0;
}

/* How often the elements of operand k are copied, if all are. */
static int64_t strips_size(const Product *p, int k)
{
    int64_t size = p->terms;
    for (int d = 0; d < p->node->shape.rank; d++)
        if (p->operand[k].axis[d] != 0)
            size = size_mul(size, p->node->shape.dim[d]);
    return size;
}

/* May a product have strips of what no loop reads again and again? */
static bool has_room(const Product *p, int k)
{
    int64_t size = strips_size(p, k);
    double work = (double)shape_size(&p->node->shape) * (double)p->terms;
    return p->terms >= MANY_TERMS && work >= LEAST_WORK && size <= MOST_STRIPS &&
           size <= shape_size(&p->operand[k].buffer->shape);
}

/* What it takes a tile to read a term of a vector of rows, each panel some of them,
 * where every term has lines or pages of its own. */
static double rows_fetch_cost(const Product *p, const Tiling *t, int k)
{
    const Steps *a = &p->operand[k];
    int64_t step = p->sums > 0 ? a->sum[p->sums - 1] : 0;
    if (step < APART || !has_room(p, k) || rows_together(p, t) == 0)
        return 0;
    return step >= PAGE ? 18 : step >= FAR ? 10 : 6;
}

/* And what it takes to read columns where they are, if that is longer than strips.
 * Where rows lie far apart and a strip is no smaller than the first cache, or its rows
 * are all in the same few lines of that, they come from the second cache time and
 * again; and of many rows, each tile copies those that have a page each (mf_plan.h). */
static double fetch_cost(const Product *p, const Tiling *t, int k)
{
    const Steps *b = &p->operand[k];
    double pack = pack_cost(p, t, k);
    int64_t step = p->sums > 0 ? b->sum[p->sums - 1] : 0;
    if (pack > 0 || (step < FAR && step > -FAR))
        return pack;
    bool large = shape_size(&b->buffer->shape) > CACHED;
    if (t->rows.size >= MANY && sharing(p, t->rows.size, k) > 1 && has_room(p, k)) {
        bool apart = rows_fetch_cost(p, t, 1 - k) > 0;
        if (step >= PAGE)
            return apart ? 24 : large ? 22 : 15;
        if (apart)
            return large ? 18 : 14;
    }
    if (large)
        return 3;
    bool first = p->terms * WIDE * VECTOR < FIRST && step % FAR != 0;
    return t->rows.size >= MANY ? 2 : first ? 0 : 1.5;
}

/* And in strips, of which the copy takes as long as that of columns. */
static double row_strips_cost(const Product *p, const Tiling *t, int k)
{
    bool large = shape_size(&p->operand[k].buffer->shape) > CACHED;
    return (large ? 24 : 8) / (double)sharing(p, t->columns.size, k);
}

/* The tiles of one product must gain by it what can be measured. */
bool wants_strips(const Product *p, const Tiling *t, int k)
{
    bool columns = k == columns_operand(p, t);
    double strips = columns ? strips_cost(p, t, k) : row_strips_cost(p, t, k);
    double fetch = columns ? fetch_cost(p, t, k) : rows_fetch_cost(p, t, k);
    if (p->operand[k].turns > 0)
        return strips < fetch;
    int64_t lines = columns ? t->rows.size : t->columns.size;
    return 2 * strips < fetch && GAIN * (fetch - strips) > (double)lines;
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

/* Less than 1: what is left of the columns, a tile of its own, has fewer vectors. */
static double fullness(const Product *p, const Tiling *t)
{
    int64_t extent = p->node->shape.dim[t->columns.axis[0]],
            chunk = t->columns.chunk[0], inner = t->columns.size / chunk,
            rest = extent % chunk;
    if (rest == 0)
        return 1;
    int64_t whole = (chunk * inner + VECTOR - 1) / VECTOR,
            part = (rest * inner + VECTOR - 1) / VECTOR;
    double tiles = (double)(extent / chunk);
    return (tiles + (double)part / (double)whole) / (tiles + 1);
}

/* Of so many rows of a tile. */
static double rows_cost(const Product *p, const Tiling *t, double rows)
{
    double panels = ceil(rows / PANEL);
    double vectors = (double)((t->columns.size + VECTOR - 1) / VECTOR);
    int64_t rest = t->columns.size % VECTOR; /* half a vector may hold it: */
    double half = rest > 0 && rest <= VECTOR / 2 ? 0.25 : 0; /* what that saves */
    double work = rows * (vectors - half);
    if (work < 4.5 * panels)
        work = 4.5 * panels; /* a chain of sums is never shorter than this */
    double pack = pack_cost(p, t, t->columns_of);
    if (pack > 0 && wants_strips(p, t, t->columns_of))
        pack = strips_cost(p, t, t->columns_of);
    double store = rows * (double)t->columns.size * (t->turned ? 0.75 : 0.25);
    double full = fullness(p, t);
    return (double)p->terms * (full * (work + vectors * pack) + 4) + full * store +
           30 * panels + 2 * (rows + VECTOR * vectors);
}

static double tile_cost(const Product *p, const Tiling *t)
{
    return count_tiles(p, t) * rows_cost(p, t, (double)t->rows.size);
}

/* Of the largest of so many shares of the tiles' rows (units.c), which are divided by
 * the outermost axis where the tile is turned; OpenBLAS makes whole tiles. */
static double share_cost(const Product *p, const Tiling *t, double shares)
{
    double rows = (double)t->rows.size, tiles = count_tiles(p, t), unit = 1;
    if (t->rows.n == 0 || t->blas)
        unit = rows;
    else if (t->turned)
        unit = rows / (double)t->rows.chunk[0];
    double own = unit * ceil(tiles * rows / unit / shares), whole = floor(own / rows);
    double rest = own - whole * rows;
    return whole * rows_cost(p, t, rows) + (rest > 0 ? rows_cost(p, t, rest) : 0);
}

/* Does the result have planes of a few sums, which are made at once? */
static bool has_small_planes(const Product *p)
{
    const Shape *s = &p->node->shape;
    int last = s->rank - 1;
    return last > 1 && chains_pay(s->dim[last], s->dim[last - 1], p->terms);
}

/* Plain loops: along the last axis of the result, fast if both operands are. The sums
 * of a row pass through memory from term to term where gcc does not unroll these. */
static double plain_cost(const Product *p)
{
    const Node *n = p->node;
    int last = n->shape.rank - 1;
    double work = (double)shape_size(&n->shape) * (double)p->terms;
    if (has_small_planes(p))
        return work * 0.5;
    bool fast = last >= 0 && n->shape.dim[last] >= 8;
    for (int k = 0; k < 2; k++)
        fast = fast && (p->operand[k].axis[last] == 0 || p->operand[k].axis[last] == 1);
    if (!fast)
        return work * 1.5;
    int64_t wide = n->shape.dim[last], vectors = (wide + VECTOR - 1) / VECTOR;
    double term = 1.7 * (double)vectors + (p->terms > UNROLLED ? 6 : 0);
    return work / (double)wide * term;
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
 * many threads the one with the most to do counts, where one thread for all takes no
 * longer than `alone`. */
static bool try_tiling(const Product *p, Limits most, double shares, double alone,
                       Tiling *best)
{
    bool found = false;
    for (int k = 0; k < 2; k++) {
        Tiling t = {.columns_of = k, .blas = most.blas};
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
        t.cost = share_cost(p, &t, shares);
        if (t.cost >= best->cost || tile_cost(p, &t) > alone)
            continue;
        *best = t;
        found = true;
    }
    return found;
}

/* Does a small result sum up many rows, as the gradient of a small layer's weights? It
 * has too few panels to be cut; and threads do other bands of rows meanwhile (bands.c).
 */
static bool sums_rows(const Product *p, int n)
{
    int64_t size = shape_size(&p->node->shape);
    bool rows = false;
    for (int i = 0; i < n; i++)
        rows = rows || (p[i].sums == 1 && p[i].terms >= size);
    return rows && size <= UNCUT;
}

/* Threads divide the rows of all tiles, and each copies columns for its own: so of the
 * tiles that are hardly slower for one thread, those that are fastest for many, if each
 * gets SHARE cycles or more. Fewer rows by an eighth at a time: four equal tiles of 144
 * are of no power of two. (Which tiles are chosen does not change a bit.) */
static bool choose_tiling(const Product *p, const Product *all, int n, bool threads,
                          Limits most, Tiling *best)
{
    bool found = try_tiling(p, most, 1, INFINITY, best);
    double terms = 0; /* of all products that share the tiles */
    for (int i = 0; i < n; i++)
        terms += (double)all[i].terms;
    double shares = floor(best->cost * terms / (double)p->terms / SHARE);
    if (!threads || !found || shares < 2 || sums_rows(all, n))
        return found;
    shares = shares < MOST_SHARES ? shares : MOST_SHARES;
    double alone = 1.01 * best->cost, own = share_cost(p, best, shares);
    alone = 2 * own > best->cost ? INFINITY : alone; /* it can hardly be divided */
    best->cost = own;
    Limits less = most;
    for (less.rows = most.rows; less.rows >= 8; less.rows -= less.rows / 8)
        for (less.columns = most.columns; less.columns >= VECTOR; less.columns /= 2)
            try_tiling(p, less, shares, alone, best);
    return true;
}

int columns_operand(const Product *p, const Tiling *t)
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

void tile_axes(Tile *tile, const Product *p, const Tiling *t, const int64_t *chunk,
               int columns_of)
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
    tile_axes(&tile, p, t, chunk, columns_of);
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

static bool choose_blas(const Product *p, const Product *all, int n,
                        const BackOptions *o, Tiling *t)
{
    Tiling best = {.cost = INFINITY};
    Limits most = {256, 256, 256 * 256, true, room_for(p, n, o, 0), 0};
    if (!o->blas || !choose_tiling(p, all, n, o->threads, most, &best))
        return false;
    for (int i = 0; i < n; i++)
        if (!suits_blas(&all[i], &best))
            return false;
    *t = best;
    t->blas = true;
    return true;
}

static bool choose_ours(const Product *p, const Product *all, int n,
                        const BackOptions *o, Tiling *t)
{
    Dtype d = p->node->dtype;
    Limits most = {256,
                   128,
                   64 * 256,
                   false,
                   room_for(p, n, o, tile_stack_bytes(d, false)),
                   room_for(p, n, o, tile_stack_bytes(d, true))};
    double plain = t->cost = plain_cost(p);
    if (plain < LEAST_COST || !choose_tiling(p, all, n, o->threads, most, t))
        return false;
    double work = (double)shape_size(&p->node->shape) * (double)p->terms;
    return work >= SMALL || plain >= LEAST_COST * count_tiles(p, t);
}

bool choose_tiles(const Product *p, int n, const BackOptions *o, Tiling *t)
{
    const Product *longest = p;
    for (int i = 1; i < n; i++)
        longest = p[i].terms > longest->terms ? &p[i] : longest;
    return choose_blas(longest, p, n, o, t) || choose_ours(longest, p, n, o, t);
}

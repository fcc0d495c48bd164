/*
 * units.c - the units that a turn of a loop can be divided into, so that threads get
 * equal shares of few and large turns: what a register tile makes of its outermost
 * axis of rows.
 *
 *     for (MfShare share = mf_share(4, 32); mf_more(&share);) {
 *         float acc[32][64];                      tile `turn` of 4,
 *         mf_rows(&plan, share.from, share.to);   some of its 32 rows
 *         mf_productf(&plan, ..., acc[0], 64);
 *         for (int j = share.from; j < share.to; j++)
 *             ...                                 one loop over units, or several
 *     }
 *
 * Where turns differ in their columns alone and copy none, a thread does the same rows
 * in each of them (mf_share_each): it makes what it reads in the next kernel, by rows.
 *
 * A unit touches no local array where another one writes it; what is neither in a loop
 * over units nor a tile is done again for each share of a turn, and has to be little.
 */
#include "threads.h"

enum {
    LITTLE = 8,     /* the rest takes an eighth of the time at most */
    FEW_UNITS = 16, /* of a turn, */
    LEAST_ROW = 8   /* and what has to be in one of its parts */
};

/* ---- which counters they are ---- */

/* Rows of a tile in one turn of its outermost n axes of rows. */
static int64_t rows_inside(const Tile *t, int n)
{
    int64_t rows = 1;
    for (int d = n; d < t->rows; d++)
        rows *= t->row_extent[d];
    return rows;
}

typedef struct Search {
    const Tile *tile;
    const Buffer *result;
    Units units; /* none: not seen yet */
    bool fails;
} Search;

/* Does the index lead through the tile's rows unit by unit, and no further? */
static bool goes_by_units(const Tile *t, const Index *x, const Units *u)
{
    Index rest = index_num(x->base);
    int64_t lo, hi;
    bool fits = x->div == 1;
    for (int d = 0; d < u->n; d++)
        fits = fits && u->at[d]->extent == t->row_extent[d] &&
               index_coef(x, u->at[d]) == rows_inside(t, d + 1);
    for (int i = 0; i < x->n && fits; i++) {
        Var *v = x->term[i].var;
        fits = v->extent >= 1;
        if (v != u->at[0] && v != u->at[1])
            rest = index_add(rest, index_scale(index_var(v), x->term[i].coef));
    }
    index_range(&rest, &lo, &hi);
    return fits && lo >= 0 && hi < rows_inside(t, u->n);
}

static void note_result(void *context, const Touch *p)
{
    Search *s = context;
    if (p->buffer != s->result || s->fails)
        return;
    const Index *x = p->index ? &p->index[s->tile->turned] : NULL;
    for (int i = 0; x && i < x->n && s->units.n == 0; i++)
        if (x->term[i].coef == rows_inside(s->tile, 1) &&
            x->term[i].var->extent == s->tile->row_extent[0])
            s->units = (Units){{x->term[i].var, NULL}, 1, false};
    s->fails = !x || s->units.n == 0 || !goes_by_units(s->tile, x, &s->units);
}

/* Does the block go through the results of its tiles by units? These, or the first. */
static Units try_counters(const Block *block, Units units)
{
    Search s = {.units = units};
    for (int i = 0; i < block->n && !s.fails; i++) {
        const Stmt *tile = block->at[i];
        const Tile *t = s.tile = tile->tile;
        s.result = tile->buffer;
        if (!t)
            continue;
        s.fails = t->blas || t->more || tile->index || t->rows < 1 + (units.n > 1) ||
                  t->row_extent[0] == 1 || !block_declares(block, tile->buffer);
        for (int k = 0; k < block->n; k++)
            if (!block->at[k]->tile)
                stmt_visit(block->at[k], note_result, &s);
    }
    return s.fails ? (Units){0} : s.units;
}

static bool has_row(const Block *block)
{
    bool found = false;
    for (int i = 0; i < block->n; i++)
        found = found ||
                (block->at[i]->kind == S_FOR && block->at[i]->var->extent >= LEAST_ROW);
    return found;
}

/* The counter that stands alone in each loop over units, with rows inside; else NULL.
 */
static const Var *inner_counter(const Block *block, const Var *unit)
{
    const Var *v = NULL;
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        bool over = s->kind == S_FOR && s->var == unit;
        const Stmt *in = over && s->body.n == 1 ? s->body.at[0] : NULL;
        const Var *next = in && in->kind == S_FOR && has_row(&in->body) ? in->var
                          : over                                        ? NULL
                                 : inner_counter(&s->body, unit);
        if ((over && !next) || (v && next && v != next))
            return NULL;
        v = next ? next : v;
    }
    return v;
}

/* Of few units each is divided again, where rows are inside. */
static Units find_counters(const Block *block)
{
    Units all = try_counters(block, (Units){0});
    const Var *in = all.n > 0 && all.at[0]->extent < FEW_UNITS
                        ? inner_counter(block, all.at[0])
                        : NULL;
    Units more = in ? try_counters(block, (Units){{all.at[0], in}, 2, false}) : all;
    return more.n > 0 ? more : all;
}

/* ---- what units do ---- */

typedef struct Toucher {
    Arena *arena;
    Part *part;
    const Stmt *tile; /* whose result is known, or NULL */
} Toucher;

static void note_touch(void *context, const Touch *p)
{
    const Toucher *t = context;
    if (!p->buffer || p->buffer->kind == B_COUNTER ||
        (t->tile && p->written && p->buffer == t->tile->buffer))
        return;
    Access a = {p->buffer, buffer_base(p->buffer), touch_index(t->arena, p),
                p->written};
    PUSH(t->arena, t->part->access, a);
}

/* Local arrays that a loop over units writes and others may read. */
static void find_shared(Arena *arena, Part *shared, const Block *block, const Var *unit)
{
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        if (s->kind != S_FOR || s->var != unit) {
            find_shared(arena, shared, &s->body, unit);
            continue;
        }
        Part all = {0};
        stmt_visit(s, note_touch, &(Toucher){arena, &all, NULL});
        for (int k = 0; k < all.access.n; k++)
            if (all.access.at[k].write &&
                !block_declares(&s->body, all.access.at[k].buffer))
                PUSH(arena, shared->access, all.access.at[k]);
    }
}

static bool writes(const Part *p, const Buffer *b)
{
    bool found = false;
    for (int i = 0; i < p->access.n; i++)
        found = found || (p->access.at[i].write && p->access.at[i].buffer == b);
    return found;
}

/* Does no unit touch what another one writes? */
static bool are_apart(Arena *arena, const Part *p, const Block *block, const Units *u)
{
    Part all = {0}, shared = {0};
    for (int i = 0; i < p->loops + u->n; i++)
        all.counter[i] = i < p->loops ? p->counter[i] : u->at[i - p->loops];
    for (int i = 0; i < block->n; i++)
        stmt_visit(block->at[i], note_touch,
                   &(Toucher){arena, &all, block->at[i]->tile ? block->at[i] : NULL});
    find_shared(arena, &shared, block, u->at[0]);
    bool apart = true;
    for (int i = 0; i < all.access.n; i++) {
        const Access *a = &all.access.at[i];
        bool matters =
            a->write && (a->buffer->kind != B_LOCAL || writes(&shared, a->buffer));
        for (int d = 0; d < u->n && matters; d++)
            apart = apart && part_owns(&all, p->loops + d, a);
    }
    return apart;
}

/* Nanoseconds of what is no unit's. */
static double cost_of_rest(const Block *block, const Var *unit)
{
    double cost = 0;
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        if (s->tile || (s->kind == S_FOR && s->var == unit))
            continue;
        cost += s->kind == S_FOR ? (double)s->var->extent * cost_of_rest(&s->body, unit)
                                 : stmt_cost(s);
    }
    return cost;
}

/* Have all turns the rows of their tiles in common, and columns in strips, so that
 * nothing is copied for each share? */
static bool same_rows(const Part *p, const Block *block)
{
    bool same = true;
    for (int i = 0; i < block->n; i++) {
        const Tile *t = block->at[i]->tile;
        if (!t)
            continue;
        same = same && t->b->buffer->source && t->b->buffer->kind != B_LOCAL;
        for (int c = 0; c < p->loops; c++)
            for (int d = 0; d < t->a->buffer->shape.rank; d++)
                same = same && index_coef(&t->a->index[d], p->counter[c]) == 0;
    }
    return same;
}

Units find_units(Arena *arena, const Part *p, const Block *block)
{
    Units u = find_counters(block);
    double cost = 0;
    for (int i = 0; u.n > 0 && i < block->n; i++)
        cost += stmt_cost(block->at[i]);
    bool fits = u.n > 0 && LITTLE * cost_of_rest(block, u.at[0]) <= cost &&
                are_apart(arena, p, block, &u);
    u.each = u.n == 1 && p->loops > 0 && same_rows(p, block);
    return fits ? u : (Units){0};
}

/* Is one of the local arrays that are declared in [from, to) touched behind that? */
static bool goes_on(Arena *arena, const Block *block, int from, int to)
{
    Part rest = {0};
    bool found = false;
    for (int i = to; i < block->n; i++)
        stmt_visit(block->at[i], note_touch, &(Toucher){arena, &rest, NULL});
    const Block before = {.at = block->at + from, .n = to - from};
    for (int i = 0; i < rest.access.n; i++)
        found = found || block_declares(&before, rest.access.at[i].buffer);
    return found;
}

static Stmt *one_turn(Arena *arena, Block body)
{
    Stmt *s = NEW(arena, Stmt);
    Var *v = NEW(arena, Var);
    *v = (Var){.name = "i", .extent = 1, .dtype = I32};
    *s = (Stmt){.kind = S_FOR, .var = v, .body = body};
    return s;
}

Block tiles_as_turns(Arena *arena, const Block *body)
{
    Block all = {0};
    for (int i = 0, to; i < body->n; i = to) {
        to = i + 1;
        while (body->at[i]->kind == S_LOCAL && to < body->n &&
               goes_on(arena, body, i, to))
            to++;
        Block turn = {0};
        for (int k = i; k < to; k++)
            PUSH(arena, turn, body->at[k]);
        if (find_units(arena, &(Part){0}, &turn).n > 0)
            PUSH(arena, all, one_turn(arena, turn));
        else
            for (int k = i; k < to; k++)
                PUSH(arena, all, body->at[k]);
    }
    return all;
}

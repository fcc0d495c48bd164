/*
 * band_spread.c - sums that are made in a loop, one after another, get a loop of their
 * own, so that what is made of them can wait for all rows:
 *
 *     for i                          acc[2][64]
 *         acc[64] = sums             for i
 *         W[i] = ... acc                 acc[i] = sums
 *                                    for i
 *                                        W[i] = ... acc[i]
 *
 * Two loops, the inner one alone in the outer one, are spread both.
 */
#include "band.h"

static bool is_sum(const Stmt *s, int64_t rows)
{
    if (s->kind == S_TILE)
        return s->tile->terms > 0 && s->tile->term_extent[0] == rows;
    return s->kind == S_FOR && s->var->extent == rows && !block_has_tile(&s->body);
}

/* A sum, or a loop of nothing else? */
static bool has_only_sums(const Stmt *s, int64_t rows)
{
    if (is_sum(s, rows))
        return true;
    bool sums = s->kind == S_FOR && s->body.n > 0;
    for (int i = 0; sums && i < s->body.n; i++)
        sums = is_sum(s->body.at[i], rows);
    return sums;
}

/* How many statements the loop begins with that are local arrays and sums; 0: it has
 * no sums. */
static int count_sums(const Stmt *loop, int64_t rows)
{
    int n = 0, sums = 0;
    while (n < loop->body.n &&
           (loop->body.at[n]->kind == S_LOCAL || has_only_sums(loop->body.at[n], rows)))
        sums += loop->body.at[n++]->kind != S_LOCAL;
    return sums > 0 ? n : 0;
}

/* Does what comes behind the sums write what they read? */
typedef struct Clash {
    const Stmt *loop;
    int sums;
    bool found;
} Clash;

static void clash_place(void *context, const Touch *p)
{
    Clash *c = context;
    if (!p->buffer || !p->written || p->buffer->kind == B_LOCAL)
        return;
    for (int i = 0; i < c->sums && !c->found; i++)
        c->found = stmt_sees(c->loop->body.at[i], p->buffer).n > 0;
}

/* A loop of the same turns, with a counter of its own: another number of turns for one
 * of the two, in a band, must not be the other's too. */
static Stmt *loop_like(const Cutter *c, const Stmt *loop)
{
    Stmt *s = NEW(c->arena, Stmt);
    s->kind = S_FOR;
    s->var = NEW(c->arena, Var);
    *s->var = *loop->var;
    s->var->id = (*c->next_id)++;
    return s;
}

static void spread(const Cutter *c, Block *body, const Stmt *loop, int sums)
{
    Arena *arena = c->arena;
    Stmt *copy = stmt_copy(arena, loop), *first = loop_like(c, loop),
         *second = loop_like(c, loop);
    for (int i = 0; i < copy->body.n; i++) {
        Stmt *s = copy->body.at[i];
        if (i >= sums || s->kind != S_LOCAL) {
            PUSH(arena, *(i < sums ? &first->body : &second->body), s);
            continue;
        }
        Buffer *from = s->buffer,
               *to = buffer_widened(arena, from, loop->var->extent, (*c->next_id)++);
        s->buffer = to;
        PUSH(arena, *body, s);
        block_widen(arena, &copy->body, from, to, loop->var);
    }
    for (int i = 0; i < 2; i++) {
        Stmt *s = i == 0 ? first : second;
        Index turn = index_var(s->var);
        block_rename(&s->body, loop->var, &turn);
        PUSH(arena, *body, s);
    }
}

/* May the sums of all turns be made before the rest of any? A sum of lanes has an array
 * of its own. */
static bool may_spread(const Stmt *loop, int sums)
{
    Clash clash = {loop, sums, false};
    bool may = sums < loop->body.n;
    for (int i = 0; i < loop->body.n && may; i++) {
        const Stmt *s = loop->body.at[i];
        may = !(s->kind == S_LOCAL && i < sums) || s->buffer->shape.rank < MAX_RANK;
        may = may && !s->lanes && s->kind != S_FILL;
        if (i >= sums)
            stmt_visit(s, clash_place, &clash);
    }
    return may && !clash.found;
}

/* Bytes of stack that the arrays of the sums take more when they have a row for each
 * turn. */
static int64_t spread_bytes(const Stmt *loop, int sums)
{
    int64_t bytes = 0;
    for (int i = 0; i < sums; i++)
        if (loop->body.at[i]->kind == S_LOCAL)
            bytes += buffer_bytes(loop->body.at[i]->buffer);
    return bytes * (loop->var->extent - 1);
}

/* Appends the loop, spread if it can be, or as it is; returns whether it was. */
static bool add_spread(const Cutter *c, Block *body, Stmt *loop, int64_t rows,
                       int64_t *room)
{
    Stmt *outer = loop;
    int64_t left = *room;
    if (loop->kind == S_FOR && loop->body.n == 1) {
        outer = NEW(c->arena, Stmt);
        *outer = *loop;
        outer->body = (Block){0};
        add_spread(c, &outer->body, loop->body.at[0], rows, &left);
    }
    int sums = outer->kind == S_FOR && outer->var->extent != rows
                   ? count_sums(outer, rows)
                   : 0;
    if (sums == 0 || !may_spread(outer, sums) || spread_bytes(outer, sums) > left) {
        PUSH(c->arena, *body, loop);
        return false;
    }
    *room = left - spread_bytes(outer, sums);
    spread(c, body, outer, sums);
    return true;
}

Kernel *spread_sums(const Cutter *c, Kernel *k, int64_t rows)
{
    Block body = {0};
    bool some = false;
    int64_t room = stack_room(c->stack, kernel_array_bytes(k));
    for (int i = 0; i < k->body.n; i++)
        some |= add_spread(c, &body, k->body.at[i], rows, &room);
    if (!some)
        return k;
    Kernel *copy = NEW(c->arena, Kernel);
    *copy = *k;
    copy->body = body;
    return copy;
}

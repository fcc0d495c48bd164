/*
 * loop_chains.c - a few sums are a few chains of additions, each of which waits for
 * itself. So those of a short loop around are made at once, as of the taps of a
 * depthwise convolution in the gradient of its weights:
 *
 *     for j < 3                               local acc[3,3] = 0
 *       local acc[3] = 0                      for l < 1024
 *       for l < 1024                            for n < 3
 *         for n < 3                               for i < 3
 *           fma acc[n], x[j][l + n], y[l]           fma acc[i][n], x[i][l + n], y[l]
 *       for n < 3                             for j < 3
 *         store z[j][n], acc[n]                 for n < 3
 *                                                 store z[j][n], acc[j][n]
 *
 * What they read is also read once only. Each sum has its terms in the same order as
 * before, so no bit changes.
 */
#include "decisions.h"
#include "loop.h"

enum {
    MOST_TURNS = 8, /* of the loop around */
    MOST_ROW = 7,   /* sums along a row: more of them fill a vector */
    MOST_SUMS = 64, /* in all */
    LEAST_TERMS = 64
};

typedef struct Chains {
    Arena *arena;
    int *next_id;
} Chains;

bool chains_pay(int64_t row, int64_t turns, int64_t terms)
{
    return row > 1 && row <= MOST_ROW && turns > 1 && turns <= MOST_TURNS &&
           terms >= LEAST_TERMS;
}

static bool plain(const Stmt *s)
{
    return s->kind == S_FOR && s->from == 0 && s->least == 0;
}

/* The innermost of loops within loops where it adds to a few sums, which it pays to
 * make with those of other turns; else NULL. */
static Stmt *row_of(Stmt *s, const Buffer *sums, int64_t turns)
{
    int64_t terms = 1;
    while (plain(s) && s->body.n == 1 && s->body.at[0]->kind == S_FOR) {
        terms *= s->var->extent;
        s = s->body.at[0];
    }
    const Stmt *add = plain(s) && s->body.n == 1 ? s->body.at[0] : NULL;
    bool adds = add && add->kind == S_ACC && add->buffer == sums && !add->buffer2;
    return adds && chains_pay(s->var->extent, turns, terms) ? s : NULL;
}

/* Does the block write, from a statement on, what the loop touches? */
static bool writes_of(const Block *block, int from, Stmt *loop)
{
    Block one = {.at = &loop, .n = 1, .cap = 1};
    bool found = false;
    for (int i = from; i < block->n && !found; i++) {
        const Stmt *s = block->at[i];
        if (s->kind == S_STORE || s->kind == S_ACC) {
            Touches t = find_touches(s->buffer, &one, NULL);
            found = t.n > 0 || t.other_view || s->buffer2;
        }
        found = found || writes_of(&s->body, 0, loop);
    }
    return found;
}

/* Where the loop begins with sums that its turns can make together: along what. */
static Stmt *common_row(const Stmt *loop)
{
    if (!plain(loop) || loop->body.n < 3)
        return NULL;
    const Stmt *local = loop->body.at[0];
    if (local->kind != S_LOCAL || local->buffer->shape.rank == 0 ||
        shape_size(&local->buffer->shape) * loop->var->extent > MOST_SUMS)
        return NULL;
    Stmt *row = row_of(loop->body.at[1], local->buffer, loop->var->extent);
    return row && !writes_of(&loop->body, 2, loop->body.at[1]) ? row : NULL;
}

/* The loop at this place: its sums and their terms come before it. */
static void gather(const Chains *c, Block *block, int at, Stmt *row)
{
    Stmt *loop = block->at[at], *local = loop->body.at[0], *terms = loop->body.at[1];
    Buffer *sums = local->buffer,
           *all = buffer_widened(c->arena, sums, loop->var->extent, (*c->next_id)++);
    sums->within = all;
    Stmt *turn = NEW(c->arena, Stmt);
    *turn = (Stmt){.kind = S_FOR, .var = NEW(c->arena, Var)};
    *turn->var = *loop->var;
    turn->var->id = (*c->next_id)++;
    PUSH(c->arena, turn->body, stmt_copy(c->arena, row->body.at[0]));
    Index index = index_var(turn->var);
    block_rename(&turn->body, loop->var, &index);
    block_widen(c->arena, &turn->body, sums, all, turn->var);
    row->body.at[0] = turn;
    loop->body.n -= 2;
    for (int i = 0; i < loop->body.n; i++)
        loop->body.at[i] = loop->body.at[i + 2];
    block_widen(c->arena, &loop->body, sums, all, loop->var);
    local->buffer = all;
    block_insert(c->arena, block, at, terms);
    block_insert(c->arena, block, at, local);
    decided(D_chains_common);
}

static void gather_block(const Chains *c, Block *block)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        gather_block(c, &s->body);
        Stmt *row = common_row(s);
        if (!row)
            continue;
        gather(c, block, i, row);
        i += 2;
    }
}

void loop_chains(Arena *arena, Kernel *k, ParamBuffers *params)
{
    for (int i = 0; i < k->body.n; i++) /* what threads divide stays outermost */
        gather_block(&(Chains){arena, &params->n_buffers}, &k->body.at[i]->body);
}

/*
 * loop_join.c - a long row that is computed and then summed is summed as it is
 * computed:
 *
 *     for j < 50257                       for j < 3141
 *       e[j] = exp(x[j])                    for k < 16
 *     for j < 3141                            e[16 j + k] = exp(x[16 j + k])
 *       for k < 16                            lane[k] += e[16 j + k]
 *         lane[k] += e[16 j + k]          for j from 50256 to 50257
 *                                           e[j] = exp(x[j])
 *
 * A row that does not fit the first cache is read once less. The terms of each lane
 * stay in order. Short rows are better off with loops of their own (loop_block.c).
 * Threads come later: no loop is divided yet.
 */
#include "decisions.h"
#include "loop.h"

enum { LANES = 16, LEAST_ROW = 1024 };

/* The one statement that is more than a name for a value, if it is the last. */
static const Stmt *last_of(const Block *block)
{
    const Stmt *last = block->n > 0 ? block->at[block->n - 1] : NULL;
    for (int i = 0; i + 1 < block->n; i++)
        if (block->at[i]->kind != S_LET || block->at[i]->lanes)
            last = NULL;
    return last;
}

/* The statement by which a loop fills a row, an element a turn; or NULL. */
static const Stmt *fill_of(const Stmt *loop)
{
    const Stmt *s = loop->kind == S_FOR ? last_of(&loop->body) : NULL;
    int last = s && s->kind == S_STORE ? s->buffer->shape.rank - 1 : -1;
    if (last < 0 || loop->least || loop->from || loop->var->extent < LEAST_ROW ||
        !index_is(&s->index[last], loop->var))
        return NULL;
    for (int d = 0; d < last; d++)
        if (index_has(&s->index[d], loop->var))
            return NULL;
    return s;
}

/* What a loop over 16 lanes in another one adds to each, or NULL. */
static const Stmt *sum_of(const Stmt *loop)
{
    const Stmt *lane =
        loop->kind == S_FOR && loop->body.n == 1 ? loop->body.at[0] : NULL;
    if (!lane || lane->kind != S_FOR || lane->var->extent != LANES || lane->least)
        return NULL;
    const Stmt *s = last_of(&lane->body);
    return s && s->kind == S_ACC && s->buffer->kind == B_LOCAL && !s->buffer2 ? s
                                                                              : NULL;
}

/* Reads of the row in a value: how many are at the place that is filled, or elsewhere.
 */
typedef struct Reads {
    int there, elsewhere;
} Reads;

static void count_reads(Reads *r, const Expr *x, const Stmt *fill, const Index *at)
{
    if (!x)
        return;
    if (x->kind == X_LOAD &&
        buffer_base(x->buffer) == buffer_base((Buffer *)fill->buffer)) {
        int last = fill->buffer->shape.rank - 1;
        bool there = x->buffer == fill->buffer && index_same(&x->index[last], at);
        for (int d = 0; there && d < last; d++)
            there = index_same(&x->index[d], &fill->index[d]);
        *(there ? &r->there : &r->elsewhere) += 1;
    }
    for (int i = 0; i < x->n; i++)
        count_reads(r, x->arg[i], fill, at);
}

static bool reads_it(const Block *block, const Buffer *b)
{
    Touches t = find_touches(b, block, NULL);
    return t.n > 0 || t.other_view;
}

/* Does the second loop sum what the first one fills, and can it fill it too? */
static bool can_join(const Stmt *row, const Stmt *sums, const Index *at)
{
    const Stmt *fill = fill_of(row), *acc = sum_of(sums);
    if (!fill || !acc || reads_it(&row->body, acc->buffer) ||
        acc->buffer == fill->buffer || row->var->extent / LANES != sums->var->extent)
        return false;
    Reads r = {0};
    const Block *lane = &sums->body.at[0]->body;
    for (int i = 0; i < lane->n; i++)
        count_reads(&r, lane->at[i]->value, fill, at);
    return r.there > 0 && r.elsewhere == 0;
}

static void join(Arena *arena, Stmt *row, Stmt *sums, const Index *at)
{
    Stmt *lane = sums->body.at[0], *whole = stmt_copy(arena, row);
    block_rename(&whole->body, row->var, at);
    for (int i = whole->body.n - 1; i >= 0; i--)
        block_insert(arena, &lane->body, 0, whole->body.at[i]);
    row->from = row->var->extent / LANES * LANES;
    decided(D_join_sum);
}

static void join_loops(Arena *arena, Block *block)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *row = block->at[i];
        join_loops(arena, &row->body);
        int next = i + 1;
        while (next < block->n && block->at[next]->kind == S_LOCAL)
            next++;
        Stmt *sums = next < block->n ? block->at[next] : NULL;
        const Stmt *lane = sums && sum_of(sums) ? sums->body.at[0] : NULL;
        if (!lane)
            continue;
        Index at =
            index_add(index_scale(index_var(sums->var), LANES), index_var(lane->var));
        if (!can_join(row, sums, &at))
            continue;
        join(arena, row, sums, &at);
        for (int k = i; k < next; k++) /* what is left of the row comes behind */
            block->at[k] = block->at[k + 1];
        block->at[next] = row;
        if (row->from == row->var->extent)
            block_remove(block, next);
    }
}

void loop_join(Arena *arena, Kernel *k)
{
    join_loops(arena, &k->body);
}

/*
 * loop_parity.c - loops in which only every second turn reads something, as in the
 * gradient of a stride, do two turns at a time:
 *
 *     for j < 32                                 for j < 16
 *       y[j] = (j % 2 == 0 ? x[j / 2] : 0) + z     y[2 j] = x[j] + z
 *                                                  y[2 j + 1] = 0 + z
 *
 * for compilers make scalars of such a condition. Turns and their sums stay in order,
 * and what a stride has left out is still the 0 that was added, so no bit changes.
 */
#include "decisions.h"
#include "loop.h"

#include <math.h>

enum { MOST = 4 /* turns at a time */ };

/* ---- what the conditions ask ---- */

/* Does the condition depend on the counter by its remainder? Then of what division. */
static int64_t asks_remainder(const Expr *x, const Var *v)
{
    if (!x)
        return 0;
    for (int i = 0; x->kind == X_INSIDE && x->index->div > 1 && i < x->index->n; i++)
        if (x->index->term[i].var == v && x->index->term[i].coef % x->index->div != 0)
            return x->index->div;
    int64_t found = 0;
    for (int i = 0; i < x->n && found == 0; i++)
        found = asks_remainder(x->arg[i], v);
    return found;
}

static int64_t remainder_of(const Block *block, const Var *v)
{
    int64_t found = 0;
    for (int i = 0; i < block->n && found == 0; i++) {
        const Stmt *s = block->at[i];
        found = asks_remainder(s->value, v);
        found = found ? found : asks_remainder(s->value2, v);
        found = found ? found : remainder_of(&s->body, v);
    }
    return found;
}

/* Can the statements stand several times behind each other? */
static bool can_repeat(const Block *block)
{
    bool can = !block_has_tile(block);
    for (int i = 0; i < block->n; i++) {
        StmtKind kind = block->at[i]->kind;
        can = can && (kind == S_FOR || kind == S_ACC || kind == S_STORE);
    }
    return can;
}

/* ---- what is known once the counter has its remainder ---- */

/* Divides it where that leaves none for any turn. */
static void settle_index(Index *x)
{
    bool even = x->base % x->div == 0;
    for (int i = 0; i < x->n; i++)
        even = even && x->term[i].coef % x->div == 0;
    if (!even)
        return;
    x->base /= x->div;
    for (int i = 0; i < x->n; i++)
        x->term[i].coef /= x->div;
    x->div = 1;
}

static bool is_truth(const Expr *x, double value)
{
    return x->kind == X_NUM && x->num == value;
}

static Expr *truth(Arena *arena, bool value)
{
    Expr *x = NEW(arena, Expr);
    *x = (Expr){.kind = X_NUM, .dtype = BOOL, .num = value};
    return x;
}

static Expr *settle_inside(Arena *arena, Expr *x)
{
    int64_t lo, hi;
    bool never = x->index->div > 1 && x->index->base % x->index->div != 0;
    for (int i = 0; i < x->index->n; i++)
        never = never && x->index->term[i].coef % x->index->div == 0;
    if (never)
        return truth(arena, false);
    settle_index(x->index);
    index_range(x->index, &lo, &hi);
    bool always = x->index->div == 1 && lo >= 0 && hi < x->extent;
    return always && !index_is_loose(x->index) ? truth(arena, true) : x;
}

/* Is it 0, and not -0? */
static bool is_zero(const Expr *x)
{
    return x->kind == X_NUM && x->num == 0 && !signbit(x->num);
}

static bool adds(const Expr *x)
{
    return x->kind == X_OP && x->op == OP_add && is_float(x->dtype);
}

/* 0 + 0 = 0, and y + 0 = y where y is a sum with 0, which is never -0. */
static Expr *settle_sum(Expr *x)
{
    for (int i = 0; i < 2; i++) {
        const Expr *y = x->arg[i];
        if (is_zero(x->arg[1 - i]) &&
            (is_zero(y) || (adds(y) && (is_zero(y->arg[0]) || is_zero(y->arg[1])))))
            return x->arg[i];
    }
    return x;
}

static Expr *settle(Arena *arena, Expr *x)
{
    if (!x)
        return NULL;
    for (int i = 0; i < x->n; i++)
        x->arg[i] = settle(arena, x->arg[i]);
    if (x->kind == X_INSIDE)
        return settle_inside(arena, x);
    if (x->kind == X_INDEX)
        settle_index(x->index);
    for (int d = 0; x->kind == X_LOAD && d < x->buffer->shape.rank; d++)
        settle_index(&x->index[d]);
    if (adds(x))
        return settle_sum(x);
    if (x->kind == X_OP && x->op == OP_where && x->arg[0]->kind == X_NUM)
        return x->arg[is_truth(x->arg[0], 0) ? 2 : 1];
    if (x->kind == X_OP && x->op == OP_logical_and)
        for (int i = 0; i < 2; i++) {
            if (is_truth(x->arg[i], 0))
                return x->arg[i];
            if (is_truth(x->arg[i], 1))
                return x->arg[1 - i];
        }
    return x;
}

/* A quotient that has become an index needs no name. */
static void settle_block(Arena *arena, Block *block)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        s->value = settle(arena, s->value);
        s->value2 = settle(arena, s->value2);
        if (s->kind == S_LET && s->value && s->value->kind == X_INDEX &&
            s->value->index->div == 1)
            block_rename(block, s->var, s->value->index);
        settle_block(arena, &s->body);
    }
}

/* ---- the loop ---- */

void block_add_turn(Arena *arena, Block *to, const Stmt *loop, Index at)
{
    Block turn = {0};
    for (int i = 0; i < loop->body.n; i++)
        PUSH(arena, turn, stmt_copy(arena, loop->body.at[i]));
    block_rename(&turn, loop->var, &at);
    settle_block(arena, &turn);
    block_drop_lets(&turn);
    for (int i = 0; i < turn.n; i++)
        PUSH(arena, *to, turn.at[i]);
}

/* The loop by `by` turns at a time, and behind it what is left. */
static Block split(Arena *arena, const Stmt *loop, int64_t by)
{
    Block all = {0};
    int64_t turns = loop->var->extent / by;
    Stmt *s = NEW(arena, Stmt);
    *s = *loop;
    s->body = (Block){0};
    s->var = NEW(arena, Var);
    *s->var = *loop->var;
    s->var->extent = turns;
    for (int64_t r = 0; r < by; r++)
        block_add_turn(arena, &s->body, loop,
                       index_add(index_scale(index_var(s->var), by), index_num(r)));
    PUSH(arena, all, s);
    for (int64_t k = turns * by; k < loop->var->extent; k++)
        block_add_turn(arena, &all, loop, index_num(k));
    decided(D_parity_split);
    return all;
}

static void split_block(Arena *arena, Block *block)
{
    Block all = {0};
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        bool loop = s->kind == S_FOR && s->from == 0 && s->least == 0;
        int64_t by = loop && can_repeat(&s->body) ? remainder_of(&s->body, s->var) : 0;
        Block new = {0};
        if (by > 1 && by <= MOST && s->var->extent > by)
            new = split(arena, s, by);
        else
            PUSH(arena, new, s);
        for (int k = 0; k < new.n; k++) {
            split_block(arena, &new.at[k]->body);
            PUSH(arena, all, new.at[k]);
        }
    }
    *block = all;
}

void loop_parity(Arena *arena, Kernel *k)
{
    split_block(arena, &k->body);
}

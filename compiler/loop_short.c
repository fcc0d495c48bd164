/*
 * loop_short.c - a sum of a few neighbours is one expression:
 *
 *     lane[16] = 0                        sum = 0 + x[2 j] + x[2 j + 1]
 *     for k < 2
 *       lane[k] += x[2 j + k]
 *     sum = lanes(lane)
 *
 * Sixteen lanes and their tree take as long for two terms as for sixteen, and keep
 * compilers from making vectors of the same sum of many rows. What is left of the tree
 * is its additions of two terms. Lanes without a term hold 0, which changes no sum but
 * -0; so it is added to the first term.
 */
#include "decisions.h"
#include "loop.h"

enum { LANES = 16, MOST = 8 /* terms */ };

/* ---- what a lane gets ---- */

/* The expression with a value instead of its name. */
static Expr *put_value(Expr *x, const Stmt *let)
{
    if (!x || (x->kind == X_VAR && x->var == let->var))
        return x ? let->value : NULL;
    for (int i = 0; i < x->n; i++)
        x->arg[i] = put_value(x->arg[i], let);
    return x;
}

/* The loop's last statement without the names before it, alone in a loop; or NULL. */
static Stmt *only_adds(Arena *arena, const Stmt *loop)
{
    Stmt *copy = stmt_copy(arena, loop), *last = copy->body.at[copy->body.n - 1];
    if (last->kind != S_ACC || last->acc != ACC_ADD)
        return NULL;
    for (int i = copy->body.n - 2; i >= 0; i--) {
        const Stmt *let = copy->body.at[i];
        if (let->kind != S_LET || let->lanes || let->var->extent > 0)
            return NULL;
        last->value = put_value(last->value, let);
    }
    copy->body = (Block){0};
    PUSH(arena, copy->body, last);
    return expr_functions(last->value) > 0 ? NULL : copy;
}

/* ---- the sum ---- */

typedef struct Short {
    Arena *arena;
    const Stmt *loop; /* of one statement */
    int64_t terms;
} Short;

static Expr *plus(Arena *arena, Expr *a, Expr *b)
{
    Expr *x = NEW(arena, Expr);
    *x = (Expr){.kind = X_OP, .dtype = b->dtype, .op = OP_add, .n = 2, .arg = {a, b}};
    return x;
}

static Expr *term(const Short *s, int64_t lane)
{
    Block turn = {0};
    block_add_turn(s->arena, &turn, s->loop, index_num(lane));
    Expr *x = turn.at[0]->value;
    if (lane > 0)
        return x;
    Expr *zero = NEW(s->arena, Expr);
    *zero = (Expr){.kind = X_NUM, .dtype = x->dtype};
    return plus(s->arena, zero, x);
}

/* The sum of every `step`-th lane from one on, in the order of the tree; or NULL. */
static Expr *tree(const Short *s, int64_t lane, int64_t step)
{
    if (lane >= s->terms)
        return NULL;
    if (step == LANES)
        return term(s, lane);
    Expr *a = tree(s, lane, 2 * step), *b = tree(s, lane + step, 2 * step);
    return b ? plus(s->arena, a, b) : a;
}

/* ---- where it stands ---- */

static bool touches(const Stmt *s, const Buffer *b)
{
    Stmt *one = (Stmt *)s;
    return find_touches(b, &(Block){.at = &one, .n = 1}, NULL).n > 0;
}

/* The place of the loop that alone adds to the lanes between two statements; or -1. */
static int loop_between(const Block *block, int from, int to, const Buffer *lane)
{
    int found = -1, n = 0;
    for (int i = from + 1; i < to; i++)
        if (touches(block->at[i], lane)) {
            found = i;
            n++;
        }
    const Stmt *s = n == 1 ? block->at[found] : NULL;
    bool few = s && s->kind == S_FOR && s->from == 0 && s->body.n > 0 &&
               s->var->extent <= LANES &&
               (s->least > 0 ? s->least : s->var->extent) <= MOST;
    return few ? found : -1;
}

/* Is the sum at place `at` of a few terms? Then it is made where their loop was. */
static bool shorten(Arena *arena, Block *block, int at)
{
    Stmt *sum = block->at[at];
    if (sum->kind != S_LET || !sum->lanes || sum->acc != ACC_ADD)
        return false;
    int start = at - 1;
    while (start >= 0 && (block->at[start]->kind != S_LOCAL ||
                          block->at[start]->buffer != sum->buffer))
        start--;
    int place = start < 0 ? -1 : loop_between(block, start, at, sum->buffer);
    const Stmt *loop = place < 0 ? NULL : block->at[place];
    const Stmt *adds = loop ? only_adds(arena, loop) : NULL;
    if (!adds || adds->body.at[0]->buffer != sum->buffer)
        return false;
    Short s = {arena, adds, loop->least > 0 ? loop->least : loop->var->extent};
    sum->value = tree(&s, 0, 1);
    sum->lanes = false;
    sum->buffer = NULL;
    block->at[place] = sum;
    block_remove(block, at);
    block_remove(block, start);
    decided(D_short_sum);
    return true;
}

static void shorten_block(Arena *arena, Block *block)
{
    for (int i = 0; i < block->n; i++) {
        shorten_block(arena, &block->at[i]->body);
        if (shorten(arena, block, i))
            i -= 2;
    }
}

void loop_short(Arena *arena, Kernel *k)
{
    shorten_block(arena, &k->body);
}

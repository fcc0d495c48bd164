/*
 * loop_body.c - what the passes over kernels ask of the body of a loop, and do to it.
 */
#include "loop.h"

/* ---- what a block touches of an array ---- */

bool index_is(const Index *x, const Var *v)
{
    return x->n == 1 && x->base == 0 && x->div == 1 && x->term[0].var == v &&
           x->term[0].coef == 1;
}

static void touch(Touches *t, const Buffer *b, const Index *index, bool written)
{
    if (b->kind == B_LOCAL && b != t->buffer)
        return;
    if (b != t->buffer) {
        t->other_view |= buffer_base((Buffer *)b) == buffer_base((Buffer *)t->buffer);
        return;
    }
    t->n++;
    t->writes += written;
    for (int d = 0; d < b->shape.rank; d++) {
        if (!index_is(&index[d], t->counter))
            t->at &= ~(1u << d);
        for (int i = 0; t->n == 1 && i < index[d].n; i++)
            if (index[d].term[i].var == t->counter) {
                t->axis = d;
                t->step = index[d].term[i].coef;
            }
    }
}

static void touch_expr(Touches *t, const Expr *x)
{
    if (!x)
        return;
    if (x->kind == X_LOAD)
        touch(t, x->buffer, x->index, false);
    for (int i = 0; i < x->n; i++)
        touch_expr(t, x->arg[i]);
}

bool tile_stays(const Tile *t, bool second, int axis)
{
    const Expr *operand = second ? t->b : t->a;
    int64_t lo = 0, hi = 0, stride = 1;
    for (int d = operand->buffer->shape.rank - 1; d > axis; d--) {
        int64_t from, to;
        index_range(&operand->index[d], &from, &to);
        lo += from * stride;
        hi += to * stride;
        stride *= operand->buffer->shape.dim[d];
    }
    tile_reach(t, second, 0, &lo, &hi);
    return lo >= 0 && hi < stride;
}

static void touch_operand(Touches *t, const Tile *tile, bool second)
{
    const Expr *operand = second ? tile->b : tile->a;
    touch(t, operand->buffer, operand->index, false);
    for (int d = 0; operand->buffer == t->buffer && d < t->buffer->shape.rank; d++)
        if (!tile_stays(tile, second, d))
            t->at &= ~(1u << d);
}

static void touch_block(Touches *t, const Block *block)
{
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        touch_expr(t, s->value);
        touch_expr(t, s->value2);
        if (s->kind == S_STORE || s->kind == S_ACC)
            touch(t, s->buffer, s->index, true);
        if (s->tile) {
            touch_operand(t, s->tile, false);
            touch_operand(t, s->tile, true);
        }
        touch_block(t, &s->body);
    }
}

Touches find_touches(const Buffer *b, const Block *block, const Var *counter)
{
    Touches t = {.buffer = b, .counter = counter, .at = (1u << b->shape.rank) - 1};
    touch_block(&t, block);
    return t;
}

bool block_has_tile(const Block *block)
{
    for (int i = 0; i < block->n; i++)
        if (block->at[i]->tile || block_has_tile(&block->at[i]->body))
            return true;
    return false;
}

bool block_declares(const Block *block, const Buffer *b)
{
    for (int i = 0; i < block->n; i++)
        if ((block->at[i]->kind == S_LOCAL && block->at[i]->buffer == b) ||
            block_declares(&block->at[i]->body, b))
            return true;
    return false;
}

void block_insert(Arena *arena, Block *block, int at, Stmt *s)
{
    PUSH(arena, *block, s);
    for (int i = block->n - 1; i > at; i--)
        block->at[i] = block->at[i - 1];
    block->at[at] = s;
}

void block_remove(Block *block, int at)
{
    block->n--;
    for (int i = at; i < block->n; i++)
        block->at[i] = block->at[i + 1];
}

int expr_functions(const Expr *x)
{
    int n = x && x->kind == X_OP && op_is_function(x->op);
    for (int i = 0; x && i < x->n; i++)
        n += expr_functions(x->arg[i]);
    return n;
}

/* ---- counters ---- */

typedef struct Rename {
    const Var *from;
    const Index *to;
} Rename;

static void rename_index(void *context, const Buffer *b, Index *x)
{
    const Rename *r = context;
    for (int i = 0; i < (b ? b->shape.rank : 1); i++) {
        Index y = index_num(x[i].base);
        for (int k = 0; k < x[i].n; k++) {
            Var *v = x[i].term[k].var;
            Index term = v == r->from ? *r->to : index_var(v);
            y = index_add(y, index_scale(term, x[i].term[k].coef));
        }
        y.div = x[i].div;
        x[i] = y;
    }
}

void block_rename(Block *block, const Var *from, const Index *to)
{
    block_change(block, rename_index, &(Rename){from, to});
}

void block_drop_lets(Block *block)
{
    for (int i = block->n - 1; i >= 0; i--) {
        Stmt *s = block->at[i];
        block_drop_lets(&s->body);
        if (s->kind != S_LET || block_uses(block, i + 1, s->var))
            continue;
        block_remove(block, i);
    }
}

/* ---- arrays ---- */

Buffer *buffer_widened(Arena *arena, const Buffer *b, int64_t turns, int id)
{
    Buffer *all = NEW(arena, Buffer);
    *all = *b;
    all->id = id;
    all->shape.rank++;
    all->shape.dim[0] = turns;
    for (int d = 0; d < b->shape.rank; d++)
        all->shape.dim[d + 1] = b->shape.dim[d];
    return all;
}

/* No index is the first element. */
static Index *one_more(Arena *arena, Var *v, const Index *rest, int n)
{
    Index *index = NEW_N(arena, Index, n + 1);
    index[0] = index_var(v);
    for (int i = 0; i < n; i++)
        index[i + 1] = rest ? rest[i] : index_num(0);
    return index;
}

static void widen_expr(Arena *arena, Expr *x, const Buffer *from, Buffer *to, Var *v)
{
    if (!x)
        return;
    if (x->kind == X_LOAD && x->buffer == from) {
        x->buffer = to;
        x->index = one_more(arena, v, x->index, from->shape.rank);
    }
    for (int i = 0; i < x->n; i++)
        widen_expr(arena, x->arg[i], from, to, v);
}

void block_widen(Arena *arena, Block *block, const Buffer *from, Buffer *to, Var *v)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        if (s->buffer == from) /* a partner has the same index */
            s->index = one_more(arena, v, s->index, from->shape.rank);
        s->buffer = s->buffer == from ? to : s->buffer;
        s->buffer2 = s->buffer2 == from ? to : s->buffer2;
        widen_expr(arena, s->value, from, to, v);
        widen_expr(arena, s->value2, from, to, v);
        block_widen(arena, &s->body, from, to, v);
    }
}

/* ---- copies ---- */

/* Expressions that are shared stay shared. */
typedef struct Copies {
    Arena *arena;
    ARRAY(Expr *) from, to;
} Copies;

static Index *copy_index(Arena *arena, const Index *index, int n)
{
    if (!index || n == 0)
        return NULL;
    Index *copy = NEW_N(arena, Index, n);
    for (int i = 0; i < n; i++)
        copy[i] = index[i];
    return copy;
}

static Expr *copy_expr(Copies *c, Expr *x)
{
    if (!x)
        return NULL;
    for (int i = 0; i < c->from.n; i++)
        if (c->from.at[i] == x)
            return c->to.at[i];
    Expr *copy = NEW(c->arena, Expr);
    *copy = *x;
    copy->index =
        copy_index(c->arena, x->index, x->kind == X_LOAD ? x->buffer->shape.rank : 1);
    for (int i = 0; i < x->n; i++)
        copy->arg[i] = copy_expr(c, x->arg[i]);
    PUSH(c->arena, c->from, x);
    PUSH(c->arena, c->to, copy);
    return copy;
}

static Stmt *copy_stmt(Copies *c, const Stmt *s)
{
    Stmt *copy = NEW(c->arena, Stmt);
    *copy = *s;
    copy->index = copy_index(c->arena, s->index, s->buffer ? s->buffer->shape.rank : 0);
    copy->value = copy_expr(c, s->value);
    copy->value2 = copy_expr(c, s->value2);
    if (s->tile) {
        copy->tile = NEW(c->arena, Tile);
        *copy->tile = *s->tile;
        copy->tile->a = copy_expr(c, s->tile->a);
        copy->tile->b = copy_expr(c, s->tile->b);
    }
    copy->body = (Block){0};
    for (int i = 0; i < s->body.n; i++)
        PUSH(c->arena, copy->body, copy_stmt(c, s->body.at[i]));
    return copy;
}

Stmt *stmt_copy(Arena *arena, const Stmt *s)
{
    Copies c = {.arena = arena};
    return copy_stmt(&c, s);
}

/*
 * loop_visit.c - every kernel that calls reach, and every place that a statement
 * touches: elements of arrays, operands of tiles, numbers that are indices, and values
 * by their names.
 */
#include "loop.h"

static void add_kernels(Arena *arena, Calls *list, const Calls *calls)
{
    for (int i = 0; i < calls->n; i++)
        if (calls->at[i]->kernel)
            PUSH(arena, *list, calls->at[i]);
        else
            add_kernels(arena, list, &calls->at[i]->body);
}

Calls kernel_calls(Arena *arena, const Calls *calls)
{
    Calls list = {0};
    add_kernels(arena, &list, calls);
    return list;
}

static void visit_expr(const Expr *x, Visit *visit, void *context)
{
    if (!x)
        return;
    Buffer *counter[] = {x->buffer, x->buffer2, x->stream};
    for (int i = 0; x->kind == X_RANDOM && i < 3; i++)
        if (counter[i])
            visit(context, &(Touch){.buffer = counter[i]});
    Touch p = {.index = x->index, .n = x->index ? 1 : 0};
    if (x->kind == X_LOAD)
        p = (Touch){.buffer = x->buffer, .index = x->index, .n = x->buffer->shape.rank};
    if (x->kind == X_VAR)
        p.var = x->var;
    if (x->kind != X_NUM && x->kind != X_OP)
        visit(context, &p);
    for (int i = 0; i < x->n; i++)
        visit_expr(x->arg[i], visit, context);
}

static void visit_tile(const Tile *t, Visit *visit, void *context)
{
    for (int k = 0; k < 2; k++) {
        const Expr *x = k == 0 ? t->a : t->b;
        visit(context, &(Touch){.buffer = x->buffer,
                                .index = x->index,
                                .n = x->buffer->shape.rank,
                                .tile = t,
                                .second = k == 1});
    }
}

void stmt_visit(const Stmt *s, Visit *visit, void *context)
{
    visit_expr(s->value, visit, context);
    visit_expr(s->value2, visit, context);
    if (s->tile)
        visit_tile(s->tile, visit, context);
    if (s->buffer && s->kind != S_LOCAL && s->kind != S_AHEAD) {
        Touch p = {.buffer = s->buffer,
                   .index = s->index,
                   .n = s->index ? s->buffer->shape.rank : 0,
                   .written = s->kind != S_LET,
                   .added = s->kind == S_ACC && !s->buffer2};
        visit(context, &p);
        p.buffer = s->buffer2;
        if (s->buffer2)
            visit(context, &p);
    }
    for (int i = 0; i < s->body.n; i++)
        stmt_visit(s->body.at[i], visit, context);
}

static void change_expr(Expr *x, ChangeIndex *change, void *context)
{
    if (!x)
        return;
    if (x->index)
        change(context, x->kind == X_LOAD ? x->buffer : NULL, x->index);
    for (int i = 0; i < x->n; i++)
        change_expr(x->arg[i], change, context);
}

void block_change(const Block *block, ChangeIndex *change, void *context)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        change_expr(s->value, change, context);
        change_expr(s->value2, change, context);
        if (s->tile) {
            change_expr(s->tile->a, change, context);
            change_expr(s->tile->b, change, context);
        }
        if (s->buffer && s->index)
            change(context, s->buffer, s->index);
        block_change(&s->body, change, context);
    }
}

bool touch_uses(const Touch *p, const Var *v)
{
    bool found = p->var == v;
    for (int d = 0; p->index && d < p->n && !found; d++)
        found = index_has(&p->index[d], v);
    return found;
}

typedef struct Search {
    const Var *var;
    bool found;
} Search;

static void search(void *context, const Touch *p)
{
    Search *s = context;
    s->found = s->found || touch_uses(p, s->var);
}

bool block_uses(const Block *block, int from, const Var *v)
{
    Search s = {.var = v};
    for (int i = from; i < block->n && !s.found; i++)
        stmt_visit(block->at[i], search, &s);
    return s.found;
}

void kernel_add_param(Arena *arena, Kernel *k, Buffer *b, bool written)
{
    int at = 0;
    while (at < k->params.n && k->params.at[at] != b)
        at++;
    if (at == k->params.n) {
        PUSH(arena, k->params, b);
        PUSH(arena, k->written, false);
    }
    k->written.at[at] |= written;
}

void note_param(void *context, const Touch *p)
{
    const Params *q = context;
    if (p->buffer && p->buffer->kind != B_LOCAL)
        kernel_add_param(q->arena, q->kernel, p->buffer, p->written);
}

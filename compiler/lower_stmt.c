/*
 * lower_stmt.c - the statements of the kernel under construction: loops that are open,
 * stores, accumulations and local arrays.
 */
#include "lower.h"

#include <string.h>

Index *index_copy(Lower *l, const Index *index, int n)
{
    if (n == 0)
        return NULL;
    Index *copy = NEW_N(l->arena, Index, n);
    memcpy(copy, index, (size_t)n * sizeof *copy);
    return copy;
}

Var *var_new(Lower *l, const char *name, int64_t extent, Dtype dtype)
{
    Var *v = NEW(l->arena, Var);
    v->name = name;
    v->extent = extent;
    v->dtype = dtype;
    v->id = l->next_var++;
    return v;
}

Stmt *s_new(Lower *l, StmtKind kind)
{
    Stmt *s = NEW(l->arena, Stmt);
    s->kind = kind;
    return s;
}

void emit(Lower *l, Stmt *s)
{
    PUSH(l->arena, *l->block, s);
}

Index loop_open(Lower *l, int64_t extent)
{
    if (extent == 1)
        return index_num(0);
    static const char *const names[] = {"i", "j", "k", "l", "m",
                                        "n", "o", "p", "q", "r"};
    if (l->depth == MAX_DEPTH)
        fail(EXIT_LIMIT, "loops are nested more than %d deep", MAX_DEPTH);
    Stmt *s = s_new(l, S_FOR);
    int level = l->depth < 10 ? l->depth : 9;
    s->var = var_new(l, names[level], extent, I32);
    l->frame[l->depth].loop = s;
    l->frame[l->depth++].outer = l->block;
    l->block = &s->body;
    l->memo.n = 0;
    return index_var(s->var);
}

/* Closes loops until `depth` are open. A loop is put into its block now, behind
 * what was emitted there meanwhile. */
void loop_close(Lower *l, int depth)
{
    while (l->depth > depth) {
        l->depth--;
        l->block = l->frame[l->depth].outer;
        emit(l, l->frame[l->depth].loop);
    }
    l->memo.n = 0;
}

void store(Lower *l, Buffer *b, const Index *index, Expr *value)
{
    Stmt *s = s_new(l, S_STORE);
    s->buffer = b;
    s->index = index_copy(l, index, b->shape.rank);
    s->value = value;
    emit(l, s);
    l->memo.n = 0;
}

void accumulate(Lower *l, AccKind acc, Buffer *b, const Index *index, Expr *value,
                Expr *value2)
{
    Stmt *s = s_new(l, S_ACC);
    s->acc = acc;
    s->buffer = b;
    s->index = index_copy(l, index, b->shape.rank);
    s->value = value;
    s->value2 = value2;
    emit(l, s);
    l->memo.n = 0;
}

Buffer *local_array(Lower *l, const char *name, Dtype dtype, Shape shape)
{
    Buffer *b = NEW(l->arena, Buffer);
    b->kind = B_LOCAL;
    b->name = name;
    b->dtype = dtype;
    b->shape = shape;
    b->id = l->params->n_buffers++;
    Stmt *s = s_new(l, S_LOCAL);
    s->buffer = b;
    emit(l, s);
    return b;
}

Buffer *local_filled(Lower *l, const char *name, Dtype dtype, int64_t n, double fill)
{
    Buffer *b = local_array(l, name, dtype, shape_of(n > 0, &n));
    l->block->at[l->block->n - 1]->value = x_num(l, fill, dtype);
    return b;
}

/*
 * inplace.c - may a kernel write its result over one of the arrays it reads, and
 * the rewriting of the kernel when it does: one parameter then stands for both.
 */
#include "loop.h"

/* Is `old` loaded nowhere but at the element `at` (nowhere at all for NULL)? */
static bool loads_only_at(const Expr *x, const Buffer *old, const Index *at)
{
    if (!x)
        return true;
    if (x->kind == X_LOAD && x->buffer == old) {
        if (!at)
            return false;
        for (int d = 0; d < old->shape.rank; d++)
            if (!index_same(&x->index[d], &at[d]))
                return false;
    }
    for (int i = 0; i < x->n; i++)
        if (!loads_only_at(x->arg[i], old, at))
            return false;
    return true;
}

/* The element of `new` that a statement of the block from `i` on stores, or NULL. */
static const Index *stored_at(const Block *block, int i, const Buffer *new)
{
    static const Index scalar = {.div = 1};
    for (; i < block->n; i++) {
        const Stmt *s = block->at[i];
        if (s->kind == S_STORE && s->buffer == new)
            return new->shape.rank == 0 ? &scalar : s->index;
    }
    return NULL;
}

/* Only the statement that stores element `at` of `new`, and those just before it, may
 * read `old`, and of it only that element. */
static bool block_in_place(const Block *block, const Buffer *new, const Buffer *old)
{
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        bool ours = s->buffer == new;
        if (s->kind == S_ACC && ours)
            return false;
        const Index *at = stored_at(block, i, new);
        if (s->tile && (s->tile->a->buffer == old || s->tile->b->buffer == old))
            return false;
        if (!loads_only_at(s->value, old, at) || !loads_only_at(s->value2, old, at) ||
            !block_in_place(&s->body, new, old))
            return false;
    }
    return true;
}

bool kernel_in_place(const Kernel *k, const Buffer *new, const Buffer *old)
{
    if (new->dtype != old->dtype || !same_extents(&new->shape, &old->shape))
        return false;
    if (new->reused)
        return false; /* later turns may want the operand */
    bool written = false;
    for (int i = 0; i < k->params.n; i++) {
        Buffer *b = k->params.at[i];
        written |= b == new && k->written.at[i];
        if ((b == old && k->written.at[i]) ||
            (b != old && b != new &&buffer_base(b) == buffer_base((Buffer *)old)))
            return false; /* written too, or seen with other extents */
    }
    return written && block_in_place(&k->body, new, old);
}

static void replace_expr(Expr *x, const Buffer *from, Buffer *to)
{
    if (!x)
        return;
    if (x->kind == X_LOAD && x->buffer == from)
        x->buffer = to;
    for (int i = 0; i < x->n; i++)
        replace_expr(x->arg[i], from, to);
}

void block_replace(Block *block, const Buffer *from, Buffer *to)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        s->buffer = s->buffer == from ? to : s->buffer;
        s->buffer2 = s->buffer2 == from ? to : s->buffer2;
        replace_expr(s->value, from, to);
        replace_expr(s->value2, from, to);
        if (s->tile) {
            replace_expr(s->tile->a, from, to);
            replace_expr(s->tile->b, from, to);
        }
        block_replace(&s->body, from, to);
    }
}

void kernel_write_over(Kernel *k, Buffer *new, Buffer *old)
{
    block_replace(&k->body, new, old);
    int n = 0;
    for (int i = 0; i < k->params.n; i++) {
        if (k->params.at[i] == old)
            continue;
        k->params.at[n] = k->params.at[i] == new ? old : k->params.at[i];
        k->written.at[n++] = k->written.at[i];
    }
    k->params.n = k->written.n = n;
}

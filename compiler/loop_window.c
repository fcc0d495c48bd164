/*
 * loop_window.c - a reduction over neighbours, as of a pool's window, goes on to the
 * next row of them once it has done with one:
 *
 *     for m < 2                                  for n < 12
 *       for n < 12                                 for m < 2
 *         top[n] = max(x[2 n + m], top[n])           top[n] = max(x[2 n + m], top[n])
 *
 * so that memory is read in order. Compilers would not read every second element by
 * vectors up to the end of a row, as what lies behind the last is none of the loop's,
 * and what is left of a maximum is branches. (Sums gain nothing, nor do rows that leave
 * a rest in any case.) Each element's terms stay in order, so no bit changes.
 */
#include "decisions.h"
#include "loop.h"

enum { MOST = 4 /* neighbours */, EVEN = 4 /* elements */ };

typedef struct Window {
    const Var *along, *across; /* the neighbours, the elements */
    Buffer *made[8];
    int n;
    bool apart;  /* nothing that is made is read by other statements */
    bool in_row; /* something is read in order once the loops change places */
} Window;

static int64_t step_of(const Index *index, const Var *v)
{
    return index->div == 1 ? index_coef(index, v) : 0;
}

static void look(void *context, const Touch *p)
{
    Window *w = context;
    if (!p->buffer || p->written)
        return;
    for (int i = 0; i < w->n; i++)
        w->apart = w->apart && w->made[i] != p->buffer;
    const Index *last = p->n > 0 ? &p->index[p->n - 1] : NULL;
    w->in_row |= last && step_of(last, w->along) == 1 &&
                 step_of(last, w->across) == w->along->extent;
}

/* Does the statement look for the largest, of elements of their own for every turn of
 * one loop, and of the same in those of the other? */
static bool finds_largest(const Stmt *s, const Window *w)
{
    bool own = false;
    bool same = s->kind == S_ACC && (s->acc == ACC_MAX || s->acc == ACC_FIRST);
    for (int d = 0; same && d < s->buffer->shape.rank; d++) {
        own |= step_of(&s->index[d], w->across) != 0;
        same = !index_has(&s->index[d], w->along);
    }
    return own && same;
}

static bool plain(const Stmt *s)
{
    return s->kind == S_FOR && s->from == 0 && s->least == 0 && s->divided == 0;
}

static bool reads_in_order(const Stmt *outer)
{
    const Stmt *inner = outer->body.n == 1 ? outer->body.at[0] : NULL;
    if (!plain(outer) || !inner || !plain(inner) || outer->var->extent > MOST ||
        inner->var->extent % EVEN != 0)
        return false;
    Window w = {.along = outer->var, .across = inner->var, .apart = true};
    for (int i = 0; i < inner->body.n; i++) {
        const Stmt *s = inner->body.at[i];
        if (w.n + 2 > (int)(sizeof w.made / sizeof *w.made) || !finds_largest(s, &w))
            return false;
        w.made[w.n++] = s->buffer;
        if (s->buffer2)
            w.made[w.n++] = s->buffer2;
    }
    for (int i = 0; i < inner->body.n; i++)
        stmt_visit(inner->body.at[i], look, &w);
    return w.apart && w.in_row;
}

static void order_block(Block *block)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        if (reads_in_order(s)) {
            decided(D_window_order);
            Var *along = s->var;
            s->var = s->body.at[0]->var;
            s->body.at[0]->var = along;
        }
        order_block(&s->body);
    }
}

void loop_window(Kernel *k)
{
    order_block(&k->body);
}

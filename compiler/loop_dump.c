/*
 * loop_dump.c - the loop form as text, a statement a line, for -d loops:
 *
 *     call 1: h = sigmoid(x W1 + b1)
 *         for i < 11
 *             local acc[10] = 0
 */
#include "loop.h"
#include "text.h"

static void dump_index(Text *t, const Index *x)
{
    if (x->div != 1)
        text_add(t, "(");
    bool any = false;
    for (int i = 0; i < x->n; i++) {
        if (x->term[i].coef != 1)
            text_add(t, "%s%lld %s", any ? " + " : "", (long long)x->term[i].coef,
                     x->term[i].var->name);
        else
            text_add(t, "%s%s", any ? " + " : "", x->term[i].var->name);
        any = true;
    }
    if (x->base != 0 || !any)
        text_add(t, "%s%lld", any ? " + " : "", (long long)x->base);
    if (x->div != 1)
        text_add(t, ") / %lld", (long long)x->div);
}

static void dump_place(Text *t, const Buffer *b, const Index *index)
{
    text_add(t, "%s", b->name);
    for (int d = 0; d < b->shape.rank; d++) {
        text_add(t, "[");
        dump_index(t, &index[d]);
        text_add(t, "]");
    }
}

static void dump_expr(Text *t, const Expr *x)
{
    switch (x->kind) {
    case X_NUM:
        text_add(t, "%.9g", x->num);
        return;
    case X_VAR:
        text_add(t, "%s", x->var->name);
        return;
    case X_INDEX:
        dump_index(t, x->index);
        return;
    case X_LOAD:
        dump_place(t, x->buffer, x->index);
        return;
    case X_INSIDE:
        text_add(t, "inside(");
        dump_index(t, x->index);
        text_add(t, ", %lld)", (long long)x->extent);
        return;
    case X_RANDOM:
        text_add(t, "random(");
        dump_index(t, x->index);
        text_add(t, ")");
        return;
    case X_OP:
        break;
    }
    if (x->op == OP_cast)
        text_add(t, "cast %s(", dtype_name(x->dtype));
    else
        text_add(t, "%s(", op_info(x->op)->name);
    for (int i = 0; i < x->n; i++) {
        text_add(t, "%s", i ? ", " : "");
        dump_expr(t, x->arg[i]);
    }
    text_add(t, ")");
}

static void dump_block(Text *t, const Block *block);

static void dump_acc(Text *t, const Stmt *s)
{
    static const char *const names[] = {[ACC_ADD] = "add",
                                        [ACC_FMA] = "fma",
                                        [ACC_MUL] = "mul",
                                        [ACC_MAX] = "max",
                                        [ACC_FIRST] = "first"};
    text_add(t, "%s ", names[s->acc]);
    dump_place(t, s->buffer, s->index);
    text_add(t, ", ");
    dump_expr(t, s->value);
    if (s->value2) {
        text_add(t, ", ");
        dump_expr(t, s->value2);
    }
    text_add(t, "\n");
}

static void dump_stmt(Text *t, const Stmt *s)
{
    text_add(t, "%*s", t->indent * TEXT_INDENT, "");
    switch (s->kind) {
    case S_FOR:
        text_add(t, "for %s < %lld", s->var->name, (long long)s->var->extent);
        if (s->from)
            text_add(t, ", from %lld", (long long)s->from);
        if (s->divided)
            text_add(t, ", %d divided", s->divided);
        for (int i = 0; i < s->units.n; i++)
            text_add(t, " with %s < %lld", s->units.at[i]->name,
                     (long long)s->units.at[i]->extent);
        text_add(t, "\n");
        t->indent++;
        dump_block(t, &s->body);
        t->indent--;
        return;
    case S_LET:
        text_add(t, "let %s = ", s->var->name);
        if (s->lanes)
            text_add(t, "lanes(%s)", s->buffer->name);
        else
            dump_expr(t, s->value);
        text_add(t, "\n");
        return;
    case S_LOCAL:
        text_add(t, "local %s%s", s->buffer->name,
                 shape_text(t->arena, &s->buffer->shape));
        if (s->value) {
            text_add(t, " = ");
            dump_expr(t, s->value);
        }
        text_add(t, "\n");
        return;
    case S_ACC:
        dump_acc(t, s);
        return;
    case S_STORE:
        text_add(t, "store ");
        dump_place(t, s->buffer, s->index);
        text_add(t, ", ");
        dump_expr(t, s->value);
        text_add(t, "\n");
        return;
    case S_FILL:
        text_add(t, "fill %s, ", s->buffer->name);
        dump_expr(t, s->value);
        text_add(t, "\n");
        return;
    case S_TILE:
        text_add(t, "product %s%s%s%s, rows %d, columns %d, terms %d, ",
                 s->buffer->name, s->tile->turned ? " turned" : "",
                 s->tile->blas ? " by blas" : "", s->tile->more ? " more" : "",
                 s->tile->rows, s->tile->columns, s->tile->terms);
        dump_expr(t, s->tile->a);
        text_add(t, ", ");
        dump_expr(t, s->tile->b);
        text_add(t, "\n");
        return;
    case S_AHEAD:
        if (!s->ahead->part) {
            text_add(t, "own ");
            dump_place(t, s->buffer, s->index);
            text_add(t, ", units %lld apart, %lld bytes\n", (long long)s->ahead->far,
                     (long long)s->ahead->bytes);
            return;
        }
        text_add(t, "ahead ");
        dump_place(t, s->buffer, s->index);
        text_add(t, ", %lld on, %lld bytes in %lld parts\n", (long long)s->ahead->far,
                 (long long)s->ahead->bytes, (long long)s->ahead->parts);
        return;
    }
}

static void dump_block(Text *t, const Block *block)
{
    for (int i = 0; i < block->n; i++)
        dump_stmt(t, block->at[i]);
}

static void dump_calls(Text *t, const Calls *calls)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        if (c->kernel) {
            text_line(t, "call %d: %s", c->at + 1, c->kernel->formula);
            t->indent++;
            for (int k = 0; k < c->kernel->params.n; k++)
                if (c->kernel->params.at[k]->counter)
                    text_line(t, "let %s = %lld",
                              c->kernel->params.at[k]->counter->name,
                              (long long)c->kernel->params.at[k]->number);
            dump_block(t, &c->kernel->body);
            t->indent--;
        } else {
            text_line(t, "loop %s < %lld%s", c->turn->name, (long long)c->turn->extent,
                      c->band ? arena_format(t->arena, ", of %lld rows each",
                                             (long long)c->band)
                              : "");
            t->indent++;
            dump_calls(t, &c->body);
            t->indent--;
        }
    }
}

char *loop_dump(Arena *arena, const Routine *r)
{
    Text t = text_new(arena);
    dump_calls(&t, &r->calls);
    for (int i = 0; i < r->work.n; i++) {
        const Buffer *b = r->work.at[i];
        text_line(&t, "work %s%s at %lld, calls %d to %d", b->name,
                  shape_text(arena, &b->shape), (long long)b->offset, b->first + 1,
                  b->last + 1);
    }
    return t.at;
}

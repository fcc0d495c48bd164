/*
 * c_roll.c - calls that repeat themselves on other arrays, as a loop:
 *
 *     k2(w->h, net->block[0].W, w->h2);        for (int i = 0; i < 2; i++)
 *     k2(w->h2, net->block[1].W, w->h3);           k2(at[i].h, net->block[i].W, ...);
 *
 * An argument that is the same in all turns stays, one that moves by an index gets the
 * counter, and the others stand in a table with a row for each turn.
 */
#include "c_file.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef struct Column {
    const Buffer *buffer; /* of the first turn */
    const char **text;    /* by turn */
    const char *name, *type, *after;
} Column;

typedef struct Rolled {
    CFile *f;
    const Calls *calls;
    Repeat r;
    const char *counter, *table;
    Scope names; /* of the columns */
    ARRAY(Column) columns;
} Rolled;

/* i, 2 * i + 1, 11 - i */
static const char *index_text(Arena *arena, const char *i, long from, long step)
{
    long size = step < 0 ? -step : step;
    const char *x = size == 1 ? i : arena_format(arena, "%ld * %s", size, i);
    if (step < 0)
        return arena_format(arena, "%ld - %s", from, x);
    return from == 0 ? x : arena_format(arena, "%s + %ld", x, from);
}

/* One text for all turns, if they differ in one index that moves in equal steps. */
static const char *moving_text(const Rolled *x, const char *const *text)
{
    Arena *arena = x->f->arena;
    const char *a = text[0], *b = text[1];
    size_t n = 0;
    while (a[n] && a[n] == b[n])
        n++;
    while (n > 0 && isdigit((unsigned char)a[n - 1]))
        n--;
    if (n > 0 ? a[n - 1] != '[' : !isdigit((unsigned char)a[strlen(a) - 1]))
        return NULL;
    char *rest;
    long from = strtol(a + n, &rest, 10), step = strtol(b + n, NULL, 10) - from;
    for (int i = 0; i < x->r.turns; i++)
        if (strcmp(text[i], arena_format(arena, "%.*s%ld%s", (int)n, a, from + i * step,
                                         rest)) != 0)
            return NULL;
    return arena_format(arena, "%.*s%s%s", (int)n, a,
                        index_text(arena, x->counter, from, step), rest);
}

/* The column with these texts. */
static const char *column_text(Rolled *x, const Buffer *b, const char **text)
{
    Arena *arena = x->f->arena;
    for (int i = 0; i < x->columns.n; i++) {
        bool same = true;
        for (int k = 0; k < x->r.turns && same; k++)
            same = strcmp(x->columns.at[i].text[k], text[k]) == 0;
        if (same)
            return arena_format(arena, "%s[%s].%s", x->table, x->counter,
                                x->columns.at[i].name);
    }
    Column c = {.buffer = b, .text = text};
    c.name = scope_name(&x->names, b->stream ? "stream" : b->name);
    c.type = arena_format(arena, "%s%s ", c_is_const(b) ? "const " : "", c_type(b));
    if (b->shape.rank > 0) {
        Shape inner = shape_drop(b->shape, 0);
        c.after = c_extents(arena, &inner, "");
    }
    PUSH(arena, x->columns, c);
    return arena_format(arena, "%s[%s].%s", x->table, x->counter, c.name);
}

/* What a call of the loop has for this argument, or NULL: a scalar that is another one
 * in every turn, and may have changed since the table was made. */
static const char *arg_text(Rolled *x, int call, int param)
{
    int turns = x->r.turns;
    const char **text = NEW_N(x->f->arena, const char *, turns);
    bool same = true;
    for (int i = 0; i < turns; i++) {
        text[i] = x->calls->at[x->r.first + i * x->r.period + call]->text[param];
        same = same && strcmp(text[i], text[0]) == 0;
    }
    if (same)
        return text[0];
    const char *moving = moving_text(x, text);
    if (moving)
        return moving;
    const Buffer *b = x->calls->at[x->r.first + call]->kernel->params.at[param];
    if (b->shape.rank == 0 && !b->stream && !b->counter)
        return NULL;
    return column_text(x, b, text);
}

static void print_table(const Rolled *x, Text *t)
{
    int n = x->columns.n;
    if (n == 0)
        return;
    Arena *arena = x->f->arena;
    const char **item = NEW_N(arena, const char *, n);
    text_format_off(t);
    text_open(t, "const struct");
    for (int i = 0; i < n;) {
        const char *type = x->columns.at[i].type;
        int k = 0;
        for (; i < n && strcmp(x->columns.at[i].type, type) == 0; i++) {
            const Column *c = &x->columns.at[i];
            const char *format = !c->after ? "%s" : *c->after ? "(*%s)%s" : "*%s";
            item[k++] = arena_format(arena, format, c->name, c->after);
        }
        text_list(t, type, k, item, ";");
    }
    text_close(t, arena_format(arena, " %s[%d] = {", x->table, x->r.turns));
    t->indent++;
    for (int i = 0; i < x->r.turns; i++) {
        for (int k = 0; k < n; k++)
            item[k] = x->columns.at[k].text[i];
        text_list(t, "{", n, item, "},");
    }
    text_close(t, ";");
    text_format_on(t);
}

typedef struct Loop {
    Repeat r;
    const char *text;   /* NULL: the calls cannot be written as one */
    int lines, columns; /* columns: of its table */
} Loop;

static int lines_of(const char *text)
{
    int n = 0;
    for (; *text; text++)
        n += *text == '\n';
    return n;
}

static Loop rolled(CFile *f, const Calls *calls, Repeat r, const char *table,
                   int indent)
{
    Scope saved = f->locals;
    f->locals = scope_new(f->arena, &saved);
    Rolled x = {.f = f, .calls = calls, .r = r, .table = table};
    x.names = scope_new(f->arena, NULL);
    x.counter = scope_name(&f->locals, "i");
    Text t = text_new(f->arena);
    t.indent = indent;
    const char ***own = NEW_N(f->arena, const char **, r.period);
    bool fine = true;
    for (int i = 0; i < r.period && fine; i++) {
        const Kernel *k = calls->at[r.first + i]->kernel;
        own[i] = NEW_N(f->arena, const char *, k->params.n + 1);
        for (int p = 0; p < k->params.n && fine; p++)
            fine = (own[i][p] = arg_text(&x, i, p)) != NULL;
    }
    if (fine) {
        print_table(&x, &t);
        text_open(&t, "for (int %s = 0; %s < %d; %s++)", x.counter, x.counter, r.turns,
                  x.counter);
        for (int i = 0; i < r.period; i++) {
            const char **mine = calls->at[r.first + i]->text;
            calls->at[r.first + i]->text = own[i];
            own[i] = mine;
        }
        c_calls(f, &t, calls, r.first, r.first + r.period);
        for (int i = 0; i < r.period; i++)
            calls->at[r.first + i]->text = own[i];
        text_close(&t, "");
    }
    f->locals = saved;
    return (Loop){r, fine ? t.at : NULL, lines_of(t.at), x.columns.n};
}

/* Of all the turns that the loop may begin with, the one that makes the shortest text;
 * and where that has a table, perhaps without the first turn or the last, which often
 * stand apart. No text: it is shorter without a loop. */
static Loop find_loop(CFile *f, const Calls *calls, Repeat r, const char *table,
                      int indent)
{
    int begin = r.first - r.slack, end = r.first + r.turns * r.period;
    int *lines = NEW_N(f->arena, int, end - begin + 1); /* of the calls before it */
    Text one = text_new(f->arena);
    one.indent = indent;
    for (int i = begin; i < end; i++) {
        one.n = 0;
        c_calls(f, &one, calls, i, i + 1);
        lines[i - begin + 1] = lines[i - begin] + lines_of(one.at);
    }
    int all = lines[end - begin];
    Loop best = {.lines = all, .columns = 1};
    for (int less = 0; less < 4 && best.columns > 0; less++)
        for (int shift = 0; shift <= r.slack; shift++) {
            Repeat try = r;
            try.first += (less & 1) * r.period - shift;
            try.turns -= (less & 1) + (less >> 1);
            if (try.turns < 2)
                continue;
            Loop loop = rolled(f, calls, try, table, indent);
            int after = try.first + try.turns * try.period;
            loop.lines += all - lines[after - begin] + lines[try.first - begin];
            if (loop.text && loop.lines < best.lines + (best.text && less == 0))
                best = loop;
        }
    return best;
}

/* The calls from `from` to before `to`: first what repeats itself longest, then what
 * stands before and behind it. */
static void roll(CFile *f, Text *t, const Calls *calls, const void *const *key,
                 int from, int to)
{
    Repeat r = find_repeat(key, from, to);
    if (r.turns == 0) {
        c_calls(f, t, calls, from, to);
        return;
    }
    unsigned phase = f->phase;
    Loop loop = find_loop(f, calls, r, scope_name(&f->locals, "at"), t->indent);
    f->phase = phase;
    int begin = r.first, end = begin + r.turns * r.period;
    if (loop.text) {
        begin = loop.r.first;
        end = begin + loop.r.turns * loop.r.period;
    }
    roll(f, t, calls, key, from, begin);
    for (int i = begin; loop.text && i < end; i++)
        c_phase(f, t, calls->at[i]);
    if (loop.text)
        text_add(t, "%s", loop.text);
    else
        c_calls(f, t, calls, begin, end);
    roll(f, t, calls, key, end, to);
}

/* Calls are alike if their kernels are, and if threads wait before both or neither. */
void c_rolled_calls(CFile *f, Text *t, const Calls *calls)
{
    const void **key = NEW_N(f->arena, const void *, calls->n + 1);
    bool threads = f->routine[f->current]->threads > 0;
    for (int i = 0; i < calls->n; i++) {
        Call *c = calls->at[i];
        if (c->kernel)
            c->text = c_args(f, c);
        key[i] = c;
        if (c->kernel && c->kernel->same)
            key[i] = (const char *)c->kernel->same + (threads && c->wait);
        if (c->adds > 0)
            key[i] = c;
    }
    roll(f, t, calls, key, 0, calls->n);
}

/*
 * c_value.c - which values get a name (a let): those that are used twice, those that
 * the user named, and parts of those that would make a line longer than 88 columns. A
 * line is broken only where what is long stands behind a condition.
 */
#include "c_printer.h"

#include <limits.h>
#include <string.h>

static bool is_guard(const Expr *x)
{
    return x->kind == X_INSIDE || (x->kind == X_OP && x->op == OP_logical_and &&
                                   (is_guard(x->arg[0]) || is_guard(x->arg[1])));
}

static bool guards(const Expr *x)
{
    return x->kind == X_OP && x->op == OP_where && is_guard(x->arg[0]);
}

/* Does the value read an array? */
static bool reads(const Expr *x)
{
    bool found = x->kind == X_LOAD && x->buffer->shape.rank > 0;
    for (int i = 0; i < x->n && !found; i++)
        found = !x->name && reads(x->arg[i]);
    return found;
}

bool reads_guarded(const Expr *x)
{
    bool found = guards(x) && (reads(x->arg[1]) || reads(x->arg[2]));
    for (int i = 0; i < x->n && !found; i++)
        found = reads_guarded(x->arg[i]);
    return found;
}

/* Does C evaluate the operand only if the first one says so? */
static bool is_conditional(const Expr *x, int operand)
{
    return operand > 0 && x->kind == X_OP &&
           (x->op == OP_where || x->op == OP_logical_and || x->op == OP_logical_or);
}

/* Counts how often each value is used where it is safe to compute it ahead: not
 * behind the condition that keeps an index inside. */
static void count_refs(Expr *x, bool guarded)
{
    if (x->refs++ > 0) {
        if (guarded)
            x->refs = 1;
        return;
    }
    if (guarded)
        x->refs = -1000;
    for (int i = 0; i < x->n; i++)
        count_refs(x->arg[i], guarded || (guards(x) && i > 0));
}

static void clear_refs(Expr *x)
{
    if (x->refs == 0)
        return;
    x->refs = 0;
    for (int i = 0; i < x->n; i++)
        clear_refs(x->arg[i]);
}

/* How loosely what stands around this space is bound: 0 before a question and its
 * answers, 1 behind a comma, a comparison or a sum's sign, 2 behind that of a product;
 * or -1, where no line may end. */
static int joint(const char *text, const char *space)
{
    if ((space[1] == '?' || space[1] == ':') && space[2] == ' ')
        return 0;
    if (space == text || !strchr(",+-*/%&|=<>", space[-1]))
        return -1;
    return strchr("*/%", space[-1]) ? 2 : 1;
}

static int opened(char c)
{
    return (c == '(' || c == '[') - (c == ')' || c == ']');
}

/* How much of the text is a line: up to the last of the loosest joints that the fewest
 * parentheses are around; all, where it fits or has none. */
static size_t line_of(const char *text, size_t room)
{
    size_t all = strlen(text), best = all;
    int depth = 0, least = INT_MAX;
    for (size_t i = 0; all > room && i < room; i++) {
        depth += opened(text[i]);
        int how = text[i] == ' ' ? joint(text, text + i) : -1;
        if (how >= 0 && 3 * depth + how <= least) {
            least = 3 * depth + how;
            best = i;
        }
    }
    return best;
}

/* The value below what it is given to, deeper where parentheses are open. */
static void put_lines(Text *t, const char *value)
{
    int deeper = 1;
    while (*value) {
        t->indent += deeper;
        int room = TEXT_WIDTH - t->indent * TEXT_INDENT - 1;
        size_t n = line_of(value, room > 24 ? (size_t)room : 24);
        text_line(t, "%.*s%s", (int)n, value, value[n] ? "" : ";");
        t->indent -= deeper;
        for (size_t i = 0; i < n; i++)
            deeper += opened(value[i]);
        value += n + (value[n] == ' ');
    }
}

void c_assign(Text *t, const char *to, const char *value)
{
    size_t room = (size_t)(TEXT_WIDTH - t->indent * TEXT_INDENT);
    if (strlen(to) + strlen(value) + 2 <= room) {
        text_line(t, "%s %s;", to, value);
        return;
    }
    bool fits = strlen(value) + 1 + TEXT_INDENT <= room && strlen(to) <= room;
    if (!fits)
        text_format_off(t);
    text_line(t, "%s", to);
    put_lines(t, value);
    if (!fits)
        text_format_on(t);
}

void c_let(Printer *p, Expr *x, const char *name)
{
    Var *v = NEW(p->arena, Var);
    const char *value = c_expr(p, x).text;
    v->name = c_name(p, name);
    c_assign(p->text,
             arena_format(p->arena, "const %s %s =", c_dtype(x->dtype), v->name),
             value);
    x->name = v;
}

/* Is `part` computed with x anyway? */
static bool holds(const Expr *x, const Expr *part)
{
    bool found = x == part;
    for (int i = 0; i < x->n && !found; i++)
        found = !is_conditional(x, i) && holds(x->arg[i], part);
    return found;
}

static size_t width(Printer *p, const Expr *x)
{
    return strlen(c_expr(p, x).text);
}

/* The widest part of x that fits into `room` and may be computed ahead. */
static Expr *widest_part(Printer *p, Expr *x, size_t room, size_t *best_width)
{
    Expr *best = NULL;
    for (int i = 0; i < x->n; i++) {
        Expr *a = x->arg[i];
        if (a->name || a->kind == X_NUM || (guards(x) && i > 0))
            continue;
        size_t w = width(p, a);
        if (w <= room && w > *best_width) {
            *best_width = w;
            best = a;
        } else if (w > room) {
            Expr *inner = widest_part(p, a, room, best_width);
            best = inner ? inner : best;
        }
    }
    return best;
}

/* Names parts of x until its text is no longer than `room`. */
static void shorten(Printer *p, Expr *x, size_t room)
{
    size_t line = (size_t)(TEXT_WIDTH - p->text->indent * TEXT_INDENT) - 19;
    while (width(p, x) > room) {
        size_t best_width = 7;
        Expr *best = widest_part(p, x, line, &best_width);
        if (!best)
            return;
        c_let(p, best, best->word ? best->word : "t");
    }
}

/* Reads x ahead, or takes what was read at the same place. */
static void read_ahead(Printer *p, Expr *x)
{
    for (int i = 0; i < p->read.n && x->kind == X_LOAD; i++) {
        const Expr *old = p->read.at[i];
        bool same = old->kind == X_LOAD && old->buffer == x->buffer;
        for (int d = 0; same && d < x->buffer->shape.rank; d++)
            same = index_same(&old->index[d], &x->index[d]);
        if (same) {
            x->name = old->name;
            return;
        }
    }
    c_let(p, x, x->word ? x->word : "t");
    PUSH(p->arena, p->read, x);
}

/* Names what is used twice or has the user's name, operands first, and what would be
 * read behind a condition without need: a plain read is faster, and see MF_ROLLED. */
static void name_values(Printer *p, Expr *x, bool root)
{
    if (x->name || x->refs < 0)
        return;
    for (int i = 0; i < x->n; i++) {
        Expr *a = x->arg[i];
        name_values(p, a, false);
        if (is_conditional(x, i) && !guards(x) && !a->name && reads(a) &&
            !holds(x->arg[0], a))
            read_ahead(p, a);
    }
    bool twice = x->refs > 1 && (x->kind == X_OP || x->kind == X_RANDOM);
    if (root || !(twice || (x->hint && x->kind == X_OP)))
        return;
    size_t mine = (size_t)(TEXT_WIDTH - p->text->indent * TEXT_INDENT);
    const char *name = x->word ? x->word : "t";
    shorten(p, x, mine - strlen(name) - 20);
    c_let(p, x, name);
}

const char *c_value(Printer *p, Expr *x, size_t used)
{
    p->read.n = 0;
    count_refs(x, false);
    name_values(p, x, true);
    clear_refs(x);
    size_t all = (size_t)(TEXT_WIDTH - p->text->indent * TEXT_INDENT);
    shorten(p, x, all > used + 16 ? all - used : 16);
    return c_expr(p, x).text;
}

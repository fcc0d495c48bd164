/*
 * c_print.c - statements and expressions as C.
 *
 * A value gets a name (a let) if it is used twice, if the user named it, or if
 * the line would be longer than 88 columns: so no line ever needs breaking.
 */
#include "c_print.h"

#include <ctype.h>
#include <string.h>

typedef struct Printer {
    Arena *arena;
    Text *text;
    Scope names;         /* of the function */
    const char **buffer; /* by parameter number */
    Kernel *kernel;
    ARRAY(const Buffer *) locals;
    ARRAY(const char *) local_names;
    int next_temp;
} Printer;

static const char *const types[DTYPES] =
    {[F32] = "float", [F64] = "double", [I32] = "int32_t", [BOOL] = "bool"};

const char *c_dtype(Dtype d)
{
    return types[d];
}

const char *c_type(const Buffer *b)
{
    return b->kind == B_COUNTER ? "uint64_t" : types[b->dtype];
}

const char *c_extents(Arena *arena, const Shape *s, const char *qualifier)
{
    char text[MAX_RANK * 24] = "";
    size_t n = 0;
    for (int d = 0; d < s->rank; d++)
        n += (size_t)snprintf(text + n, sizeof text - n, "[%s%s%lld]",
                              d == 0 ? qualifier : "", d == 0 && *qualifier ? " " : "",
                              (long long)s->dim[d]);
    return arena_format(arena, "%s", text);
}

const char *c_comment(Arena *arena, const char *text)
{
    char *copy = arena_format(arena, "%s", text);
    for (char *p = copy; *p; p++) {
        unsigned char c = (unsigned char)*p;
        if (c < ' ' || c > '~' || c == '\\' || c == '?')
            *p = '_';
        if (p > copy && ((p[-1] == '*' && *p == '/') || (p[-1] == '/' && *p == '*')))
            *p = '_';
    }
    return copy;
}

/* ---- names ---- */

static const char *buffer_name(Printer *p, const Buffer *b)
{
    for (int i = 0; i < p->kernel->params.n; i++)
        if (p->kernel->params.at[i] == b)
            return p->buffer[i];
    for (int i = 0; i < p->locals.n; i++)
        if (p->locals.at[i] == b)
            return p->local_names.at[i];
    bug("c_print: %s is not an array of the kernel", b->name);
}

static bool is_written(const Kernel *k, const Buffer *b)
{
    for (int i = 0; i < k->params.n; i++)
        if (k->params.at[i] == b)
            return k->written.at[i];
    return false;
}

/* ---- indices ---- */

static const char *affine_text(Printer *p, const Index *x)
{
    char text[512] = "";
    size_t n = 0;
    for (int pass = 0; pass < 2; pass++) /* positive terms first */
        for (int i = 0; i < x->n; i++) {
            long long c = (long long)x->term[i].coef;
            if ((c > 0) != (pass == 0))
                continue;
            const char *sign = c < 0 ? (n ? " - " : "-") : n ? " + " : "";
            long long m = c < 0 ? -c : c;
            if (m == 1)
                n += (size_t)snprintf(text + n, sizeof text - n, "%s%s", sign,
                                      x->term[i].var->name);
            else
                n += (size_t)snprintf(text + n, sizeof text - n, "%s%lld * %s", sign, m,
                                      x->term[i].var->name);
        }
    long long b = (long long)x->base;
    if (b > 0 && text[0] == '-') /* 6 - k */
        return arena_format(p->arena, "%lld - %s", b, text + 1);
    if (n == 0)
        snprintf(text, sizeof text, "%lld", b);
    else if (b != 0)
        snprintf(text + n, sizeof text - n, " %c %lld", b < 0 ? '-' : '+',
                 b < 0 ? -b : b);
    return arena_format(p->arena, "%s", text);
}

static bool is_simple(const Index *x)
{
    return x->n == 0 || (x->n == 1 && x->base == 0 && x->term[0].coef == 1);
}

static const char *index_text(Printer *p, const Index *x)
{
    const char *text = affine_text(p, x);
    if (x->div == 1)
        return text;
    return arena_format(p->arena, is_simple(x) ? "%s / %lld" : "(%s) / %lld", text,
                        (long long)x->div);
}

/* The sides of 0 <= index < extent that are not certain. */
static const char *inside_text(Printer *p, const Expr *x, int *prec)
{
    const Index *a = x->index;
    int64_t lo, hi, top = size_mul(x->extent, a->div);
    index_range(a, &lo, &hi);
    Index plain = *a;
    plain.div = 1;
    const char *text = affine_text(p, &plain), *all = "";
    int parts = 0;
    *prec = PREC_ORDER;
    if (lo < 0) {
        all = arena_format(p->arena, "%s >= 0", text);
        parts++;
    }
    if (hi >= top) {
        all = arena_format(p->arena, "%s%s%s < %lld", all, parts ? " && " : "", text,
                           (long long)top);
        parts++;
    }
    if (a->div != 1) {
        const char *format =
            is_simple(&plain) ? "%s%s%s %% %lld == 0" : "%s%s(%s) %% %lld == 0";
        if (parts == 0)
            *prec = PREC_EQUAL;
        all = arena_format(p->arena, format, all, parts ? " && " : "", text,
                           (long long)a->div);
        parts++;
    }
    if (parts > 1)
        *prec = PREC_AND;
    return parts ? all : "true";
}

/* ---- expressions ---- */

typedef struct Piece {
    const char *text;
    int prec;
} Piece;

static Piece expr_text(Printer *p, const Expr *x);

static const char *parens(Printer *p, Piece piece, int least)
{
    return piece.prec < least ? arena_format(p->arena, "(%s)", piece.text) : piece.text;
}

static const char *load_text(Printer *p, const Buffer *b, const Index *index)
{
    const char *text = buffer_name(p, b);
    if (b->shape.rank == 0)
        return is_written(p->kernel, b) ? arena_format(p->arena, "*%s", text) : text;
    for (int d = 0; d < b->shape.rank; d++)
        text = arena_format(p->arena, "%s[%s]", text, index_text(p, &index[d]));
    return text;
}

/* The suffix that functions have for this dtype. */
static const char *suffix(Dtype d)
{
    return d == F32 ? "f" : d == I32 || d == BOOL ? "i" : "";
}

/* The loosest precedence that operand `place` may have without parentheses, by the
 * rules of C and of what compilers warn of; `prec` is its own. */
static int least_prec(const OpInfo *info, int place, int prec)
{
    switch (info->prec) {
    case PREC_CALL:
        return 0;
    case PREC_UNARY:
        return PREC_CALL;
    case PREC_SELECT:
        return place == 0 ? PREC_SELECT + 1 : PREC_SELECT;
    case PREC_AND:
    case PREC_OR: /* a && b && c, but (a && b) || c */
        return place == 0 && prec == info->prec ? info->prec : PREC_EQUAL;
    case PREC_ORDER:
    case PREC_EQUAL: /* (a < b) == c */
        return PREC_ADD;
    default: /* only the first operand of a chain goes bare */
        return info->prec + (place > 0);
    }
}

/* Arithmetic of i32 wraps, which C promises for unsigned numbers only: mf_addi(a, b). */
static Piece wrapping_text(Printer *p, const Expr *x)
{
    const char *text = arena_format(p->arena, "mf_%si(", op_info(x->op)->name);
    for (int i = 0; i < x->n; i++)
        text = arena_format(p->arena, "%s%s%s", text, i > 0 ? ", " : "",
                            expr_text(p, x->arg[i]).text);
    return (Piece){arena_format(p->arena, "%s)", text), PREC_CALL};
}

/* Fills the operands into the row's C expression. */
static Piece op_text(Printer *p, const Expr *x)
{
    const OpInfo *info = op_info(x->op);
    if (x->dtype == I32 && info->kind == K_NUMERIC && info->prec != PREC_CALL)
        return wrapping_text(p, x);
    char out[4096];
    size_t n = 0;
    int args = 0;
    for (const char *s = info->text; *s && n < sizeof out - 1024;) {
        size_t w = 0;
        while (isalnum((unsigned char)s[w]) || s[w] == '_')
            w++;
        if (w == 1 && *s >= 'a' && *s <= 'c') {
            Piece a = expr_text(p, x->arg[*s - 'a']);
            const char *text = parens(p, a, least_prec(info, args, a.prec));
            if (info->prec == PREC_UNARY && (*text == '-' || *text == '+'))
                text = arena_format(p->arena, "(%s)", text);
            n += (size_t)snprintf(out + n, sizeof out - n, "%s", text);
            args++;
        } else if (w > 0) {
            bool call = s[w] == '(';
            n += (size_t)snprintf(out + n, sizeof out - n, "%.*s%s", (int)w, s,
                                  call ? suffix(x->dtype) : "");
        } else {
            out[n++] = *s;
            w = 1;
        }
        s += w;
    }
    out[n] = 0;
    return (Piece){arena_format(p->arena, "%s", out), info->prec};
}

static Piece cast_text(Printer *p, const Expr *x)
{
    const Expr *a = x->arg[0];
    Piece piece = expr_text(p, a);
    if (x->dtype == BOOL) {
        const char *zero =
            is_float(a->dtype) ? number_text(p->arena, 0, a->dtype == F32) : "0";
        return (Piece){arena_format(p->arena, "%s != %s", parens(p, piece, PREC_ADD),
                                    zero),
                       PREC_EQUAL};
    }
    if (x->dtype == I32 && is_float(a->dtype))
        return (Piece){arena_format(p->arena, "mf_int%s(%s)", suffix(a->dtype),
                                    piece.text),
                       PREC_CALL};
    return (Piece){arena_format(p->arena, "(%s)%s", types[x->dtype],
                                parens(p, piece, PREC_UNARY)),
                   PREC_UNARY};
}

static Piece number_piece(Printer *p, const Expr *x)
{
    const char *text;
    if (is_float(x->dtype))
        text = number_text(p->arena, x->num, x->dtype == F32);
    else if (x->dtype == BOOL)
        text = x->num != 0 ? "true" : "false";
    else if (x->num == (double)INT32_MIN)
        text = "INT32_MIN";
    else
        text = arena_format(p->arena, "%d", (int)x->num);
    return (Piece){text, *text == '-'   ? PREC_UNARY
                         : *text == '(' ? PREC_UNARY
                                        : PREC_CALL};
}

/* "seed, stream, step, element" */
static const char *draw_text(Printer *p, const Expr *x)
{
    bool simple = is_simple(x->index);
    return arena_format(p->arena, "%s, %s, %s, (uint64_t)%s%s%s",
                        buffer_name(p, x->buffer2), buffer_name(p, x->stream),
                        buffer_name(p, x->buffer), simple ? "" : "(",
                        affine_text(p, x->index), simple ? "" : ")");
}

static Piece random_text(Printer *p, const Expr *x)
{
    const char *text =
        arena_format(p->arena, "mf_uniform%s(%s)", suffix(x->dtype), draw_text(p, x));
    return (Piece){text, PREC_CALL};
}

static Piece expr_text(Printer *p, const Expr *x)
{
    if (x->name)
        return (Piece){x->name->name, PREC_CALL};
    int prec;
    switch (x->kind) {
    case X_NUM:
        return number_piece(p, x);
    case X_VAR:
        return (Piece){x->var->name, PREC_CALL};
    case X_INDEX:
        return (Piece){index_text(p, x->index),
                       x->index->div != 1                        ? PREC_MUL
                       : is_simple(x->index)                     ? PREC_CALL
                       : x->index->n == 1 && x->index->base == 0 ? PREC_MUL
                                                                 : PREC_ADD};
    case X_LOAD: {
        const char *text = load_text(p, x->buffer, x->index);
        return (Piece){text, *text == '*' ? PREC_UNARY : PREC_CALL};
    }
    case X_INSIDE: {
        const char *text = inside_text(p, x, &prec);
        return (Piece){text, prec};
    }
    case X_RANDOM:
        return random_text(p, x);
    case X_OP:
        break;
    }
    return x->op == OP_cast ? cast_text(p, x) : op_text(p, x);
}

/* ---- naming values ---- */

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

/* Does the value read memory only where an index is inside? */
static bool reads_guarded(const Expr *x)
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

/* to = value; on two lines where one is too short, and left alone by clang-format
 * where two are. */
static void assign(Text *t, const char *to, const char *value)
{
    size_t room = (size_t)(TEXT_WIDTH - t->indent * TEXT_INDENT);
    if (strlen(to) + strlen(value) + 4 <= room) {
        text_line(t, "%s = %s;", to, value);
        return;
    }
    bool fits = strlen(value) + 1 + TEXT_INDENT <= room && strlen(to) + 2 <= room;
    if (!fits)
        text_line(t, "/* clang-format off */");
    text_line(t, "%s =", to);
    t->indent++;
    text_line(t, "%s;", value);
    t->indent--;
    if (!fits)
        text_line(t, "/* clang-format on */");
}

static void let(Printer *p, Expr *x, const char *name)
{
    Var *v = NEW(p->arena, Var);
    const char *value = expr_text(p, x).text;
    v->name = scope_name(&p->names, name);
    assign(p->text, arena_format(p->arena, "const %s %s", types[x->dtype], v->name),
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
    return strlen(expr_text(p, x).text);
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
        let(p, best, "t");
    }
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
            let(p, a, "t");
    }
    bool twice = x->refs > 1 && (x->kind == X_OP || x->kind == X_RANDOM);
    if (root || !(twice || (x->hint && x->kind == X_OP)))
        return;
    size_t mine = (size_t)(TEXT_WIDTH - p->text->indent * TEXT_INDENT);
    const char *name = x->hint ? x->hint : "t";
    shorten(p, x, mine - strlen(name) - 20);
    let(p, x, name);
}

/* The value's text, after the lets it needs; `room` columns are left for it. */
static const char *value_text(Printer *p, Expr *x, size_t used)
{
    count_refs(x, false);
    name_values(p, x, true);
    clear_refs(x);
    size_t all = (size_t)(TEXT_WIDTH - p->text->indent * TEXT_INDENT);
    shorten(p, x, all > used + 16 ? all - used : 16);
    return expr_text(p, x).text;
}

/* ---- statements ---- */

static void print_block(Printer *p, const Block *block);
static void forget_expr(Expr *x);

static void print_local(Printer *p, const Stmt *s)
{
    const Buffer *b = s->buffer;
    const char *name = scope_name(&p->names, b->name);
    const char *fill = s->value ? expr_text(p, s->value).text : NULL;
    PUSH(p->arena, p->locals, b);
    PUSH(p->arena, p->local_names, name);
    if (b->shape.rank == 0 && !fill) {
        text_line(p->text, "%s %s;", c_type(b), name);
        return;
    }
    if (b->shape.rank == 0) {
        text_line(p->text, "%s %s = %s;", c_type(b), name, fill);
        return;
    }
    const char *extents = c_extents(p->arena, &b->shape, "");
    if (!s->value) {
        text_line(p->text, "%s %s%s;", c_type(b), name, extents);
        return;
    }
    if (s->value->num == 0) {
        text_line(p->text, "%s %s%s = {0};", c_type(b), name, extents);
        return;
    }
    text_line(p->text, "%s %s%s;", c_type(b), name, extents);
    text_line(p->text, "for (int i0 = 0; i0 < %lld; i0++)", (long long)b->shape.dim[0]);
    p->text->indent++;
    text_line(p->text, "%s[i0] = %s;", name, fill);
    p->text->indent--;
}

static void print_acc(Printer *p, const Stmt *s)
{
    Dtype d = s->buffer->dtype;
    const char *f = suffix(d);
    if (s->acc == ACC_FIRST) {
        const char *top = load_text(p, s->buffer, s->index);
        const char *at = load_text(p, s->buffer2, s->index);
        value_text(p, s->value, 24);
        if (s->value->kind != X_VAR && !s->value->name)
            let(p, s->value, "x");
        const char *x = expr_text(p, s->value).text;
        const char *old = scope_name(&p->names, "old");
        text_line(p->text, "const int32_t %s = %s;", old, at);
        text_line(p->text, "%s = mf_above%s(%s, %s) ? %s : %s;", at, f, x, top,
                  expr_text(p, s->value2).text, old);
        text_line(p->text, "%s = mf_max%s(%s, %s);", top, f, x, top);
        return;
    }
    const char *to = load_text(p, s->buffer, s->index);
    size_t w = strlen(to);
    if (s->acc == ACC_MAX) {
        const char *x = value_text(p, s->value, 2 * w + 16);
        /* in this order the first of equal zeros stays, as in the evaluator */
        text_line(p->text, "%s = mf_max%s(%s, %s);", to, f, x, to);
    } else if (s->acc == ACC_FMA && is_float(d)) {
        const char *x = value_text(p, s->value, 2 * w + 40);
        const char *y = value_text(p, s->value2, 2 * w + 14 + strlen(x));
        size_t room = (size_t)(TEXT_WIDTH - p->text->indent * TEXT_INDENT);
        if (2 * w + strlen(x) + strlen(y) + 14 > room) {
            let(p, s->value, "a");
            x = s->value->name->name;
        }
        if (2 * w + strlen(x) + strlen(y) + 14 > room) {
            let(p, s->value2, "b");
            y = s->value2->name->name;
        }
        text_line(p->text, "%s = fma%s(%s, %s, %s);", to, f, x, y, to);
    } else if (s->acc == ACC_FMA) {
        const char *x = value_text(p, s->value, 2 * w + 45);
        const char *y = value_text(p, s->value2, 2 * w + 30 + strlen(x));
        text_line(p->text, "%s = mf_addi(%s, mf_muli(%s, %s));", to, to, x, y);
    } else if (d == I32) {
        const char *x = value_text(p, s->value, 2 * w + 16);
        text_line(p->text, "%s = mf_%s(%s, %s);", to,
                  s->acc == ACC_ADD ? "addi" : "muli", to, x);
    } else {
        const char *x = value_text(p, s->value, w + 5);
        text_line(p->text, "%s %s %s;", to, s->acc == ACC_ADD ? "+=" : "*=", x);
    }
}

static void print_let(Printer *p, const Stmt *s)
{
    Dtype d = s->var->dtype;
    if (s->lanes) {
        const char *lanes = buffer_name(p, s->buffer);
        s->var->name = scope_name(&p->names, s->var->name);
        text_line(p->text, "const %s %s = mf_%s16%s(%s);", types[d], s->var->name,
                  s->acc == ACC_MAX ? "max" : "sum", suffix(d), lanes);
        return;
    }
    const char *value = value_text(p, s->value, 24);
    s->var->name = scope_name(&p->names, s->var->name);
    assign(p->text,
           arena_format(p->arena, "const %s %s", d == I32 ? "int" : types[d],
                        s->var->name),
           value);
}

/* A table of counters, and its name. */
static const char *print_axes(Printer *p, const char *name, const char *type, int n,
                              const int64_t *extent, const int64_t *a, const int64_t *b)
{
    name = scope_name(&p->names, name);
    Text t = text_new(p->arena);
    for (int i = 0; i < n; i++) {
        text_add(&t, "%s{%lld, %lld", i ? ", " : "", (long long)extent[i],
                 (long long)a[i]);
        if (b)
            text_add(&t, ", %lld", (long long)b[i]);
        text_add(&t, "}");
    }
    text_line(p->text, "static const %s %s[] = {%s};", type, name, t.at);
    return name;
}

static void print_fill(Printer *p, const Stmt *s)
{
    const char *item[] = {draw_text(p, s->value),
                          arena_format(p->arena, "%lld",
                                       (long long)s->buffer->shape.dim[0]),
                          buffer_name(p, s->buffer)};
    const char *head =
        arena_format(p->arena, "mf_uniform_row%s(", suffix(s->buffer->dtype));
    text_list(p->text, head, 3, item, ");");
}

static void print_tile(Printer *p, const Stmt *s)
{
    const Tile *t = s->tile;
    static const int64_t one[] = {1}, zero[] = {0};
    const char *rows = t->rows ? print_axes(p, "rows", "MfAxis", t->rows, t->row_extent,
                                            t->row_step, NULL)
                               : print_axes(p, "rows", "MfAxis", 1, one, zero, NULL);
    const char *columns = print_axes(p, "columns", "MfAxis", t->columns,
                                     t->column_extent, t->column_step, NULL);
    const char *terms = print_axes(p, "terms", "MfTerm", t->terms, t->term_extent,
                                   t->term_a, t->term_b);
    const char *item[] =
        {arena_format(p->arena, "%d", t->rows ? t->rows : 1),
         rows,
         arena_format(p->arena, "%d", t->columns),
         columns,
         arena_format(p->arena, "%d", t->terms),
         terms,
         arena_format(p->arena, "&%s", load_text(p, t->a->buffer, t->a->index)),
         arena_format(p->arena, "&%s", load_text(p, t->b->buffer, t->b->index)),
         arena_format(p->arena, "%s[0]", buffer_name(p, s->buffer)),
         arena_format(p->arena, "%lld", (long long)s->buffer->shape.dim[1])};
    const char *head =
        arena_format(p->arena, "mf_product%s%s(", t->turned ? "_turned" : "",
                     suffix(s->buffer->dtype));
    text_list(p->text, head, 10, item, ");");
}

static int lines_of(const Text *t)
{
    int n = 0;
    for (size_t i = 0; i < t->n; i++)
        n += t->at[i] == '\n';
    return n;
}

bool block_reads_guarded(const Block *block)
{
    bool found = false;
    for (int i = 0; i < block->n && !found; i++)
        found = (block->at[i]->value && reads_guarded(block->at[i]->value)) ||
                (block->at[i]->value2 && reads_guarded(block->at[i]->value2));
    return found;
}

static void print_for(Printer *p, const Stmt *s)
{
    Scope saved = p->names;
    p->names = scope_new(p->arena, &saved);
    int locals = p->locals.n;
    const char *name = s->var->name = scope_name(&p->names, s->var->name);
    Text body = text_new(p->arena), *out = p->text;
    body.indent = out->indent + 1;
    p->text = &body;
    print_block(p, &s->body);
    p->text = out;
    /* A single statement, one line or a loop, needs no braces. */
    bool single =
        lines_of(&body) == 1 || (s->body.n == 1 && s->body.at[0]->kind == S_FOR &&
                                 !block_reads_guarded(&s->body.at[0]->body));
    if (block_reads_guarded(&s->body))
        text_line(out, "MF_ROLLED");
    if (s->divided == 1)
        text_add(out, "#pragma omp for schedule(static) nowait\n");
    else if (s->divided > 1)
        text_add(out, "#pragma omp for collapse(%d) schedule(static) nowait\n",
                 s->divided);
    text_line(out, "for (int %s = 0; %s < %lld; %s++)%s", name, name,
              (long long)s->var->extent, name, single ? "" : " {");
    text_add(out, "%s", body.at);
    if (!single)
        text_line(out, "}");
    p->locals.n = p->local_names.n = locals;
    p->names = saved;
}

static void print_stmt(Printer *p, const Stmt *s)
{
    switch (s->kind) {
    case S_FOR:
        print_for(p, s);
        break;
    case S_LET:
        print_let(p, s);
        break;
    case S_LOCAL:
        print_local(p, s);
        break;
    case S_ACC:
        print_acc(p, s);
        break;
    case S_STORE: {
        const char *to = load_text(p, s->buffer, s->index);
        const char *x = value_text(p, s->value, strlen(to) + 4);
        assign(p->text, to, x);
        break;
    }
    case S_FILL:
        print_fill(p, s);
        break;
    case S_TILE:
        print_tile(p, s);
        break;
    case S_NOTE:
        text_comment(p->text, s->text);
        break;
    case S_CALL:
        bug("c_print: a call inside a kernel");
    }
}

/* What the first thread does alone: names in it are names of a block. */
static void print_alone(Printer *p, const Stmt *s)
{
    Scope saved = p->names;
    p->names = scope_new(p->arena, &saved);
    text_add(p->text, "#pragma omp master\n");
    text_line(p->text, "{");
    p->text->indent++;
    print_stmt(p, s);
    text_close(p->text, "");
    forget_expr(s->value);
    forget_expr(s->value2);
    p->names = saved;
}

static void print_block(Printer *p, const Block *block)
{
    for (int i = 0; i < block->n; i++)
        if (block->at[i]->alone)
            print_alone(p, block->at[i]);
        else
            print_stmt(p, block->at[i]);
}

/* ---- functions ---- */

/* Does another parameter see the same memory? (None of them is written then.) */
static bool is_shared(const Kernel *k, int param)
{
    const Buffer *home = buffer_base(k->params.at[param]);
    for (int i = 0; i < k->params.n; i++)
        if (i != param && buffer_base(k->params.at[i]) == home)
            return true;
    return false;
}

static const char *param_text(Printer *p, int param, const char *name)
{
    const Buffer *b = p->kernel->params.at[param];
    bool written = p->kernel->written.at[param];
    const char *type = c_type(b);
    if (b->shape.rank == 0)
        return arena_format(p->arena, written ? "%s *restrict %s" : "%s %s", type,
                            name);
    return arena_format(p->arena, "%s%s %s%s", written ? "" : "const ", type, name,
                        c_extents(p->arena, &b->shape,
                                  is_shared(p->kernel, param) ? "" : "restrict"));
}

/* Names belong to one printing. */
static void forget_names(const Block *block);

static void forget_expr(Expr *x)
{
    if (!x || (!x->name && x->refs == 0 && x->n == 0))
        return;
    x->name = NULL;
    for (int i = 0; i < x->n; i++)
        forget_expr(x->arg[i]);
}

static void forget_names(const Block *block)
{
    for (int i = 0; i < block->n; i++) {
        forget_expr(block->at[i]->value);
        forget_expr(block->at[i]->value2);
        forget_names(&block->at[i]->body);
    }
}

/* Inside a kernel the end of a long name will do: m_linear2_weight. */
static const char *short_name(const char *name)
{
    enum { LONGEST = 20 };
    size_t n = strlen(name);
    if (n <= LONGEST)
        return name;
    const char *end = name + n - LONGEST;
    for (const char *p = end; *p; p++)
        if ((p[-1] == '_' || p[-1] == '.') && isalpha((unsigned char)*p))
            return p;
    return end;
}

void c_kernel(Text *t, Kernel *k, const char *name, ParamNames names, const Scope *file,
              const char *before)
{
    Printer p = {.arena = t->arena, .text = t, .kernel = k};
    p.names = scope_new(t->arena, file);
    p.buffer = NEW_N(t->arena, const char *, k->params.n + 1);
    const char **param = NEW_N(t->arena, const char *, k->params.n + 1);
    for (int i = 0; i < k->params.n; i++) {
        const Buffer *b = k->params.at[i];
        p.buffer[i] = names == NAMES_PLAIN ? arena_format(t->arena, "p%d", i)
                      : b->kind == B_COUNTER && !b->stream
                          ? b->name
                          : scope_name(&p.names, short_name(b->name));
        param[i] = param_text(&p, i, p.buffer[i]);
    }
    text_list(t, arena_format(t->arena, "%sstatic void %s(", before, name), k->params.n,
              param, ")");
    text_line(t, "{");
    t->indent++;
    print_block(&p, &k->body);
    text_close(t, "");
    forget_names(&k->body);
}

/*
 * c_expr.c - expressions as C: names, indices, and operators with no more parentheses
 * than C and its compilers ask for.
 */
#include "c_printer.h"

#include <ctype.h>
#include <string.h>

static const char *const types[DTYPES] =
    {[F32] = "float", [F64] = "double", [I32] = "int32_t", [BOOL] = "bool"};

const char *c_dtype(Dtype d)
{
    return types[d];
}

/* gcc 12 makes no vectors of loops that read an array of bool. */
const char *c_type(const Buffer *b)
{
    return b->counter             ? "int"
           : b->kind == B_COUNTER ? "uint64_t"
           : b->dtype == BOOL     ? "uint8_t"
                                  : types[b->dtype];
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

const char *c_name(Printer *p, const char *word)
{
    return scope_name(&p->names, p->plain ? "v" : text_short(p->arena, word));
}

const char *c_buffer(Printer *p, const Buffer *b)
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

/* The index plus `base`, without it: 2 * i + j. Where i counts down, it stays. */
static Index without_base(const Index *a, int64_t *base)
{
    Index free = *a;
    free.div = 1;
    for (int i = 0; i < a->n; i++)
        if (a->term[i].coef < 0)
            return free;
    if (a->n > 0) {
        *base = a->base;
        free.base = 0;
    }
    return free;
}

/* The sides of 0 <= index < extent that are not certain. */
static const char *inside_text(Printer *p, const Expr *x, int *prec)
{
    const Index *a = x->index;
    int64_t lo, hi, top = size_mul(x->extent, a->div);
    index_range(a, &lo, &hi);
    Index plain = *a;
    plain.div = 1;
    int64_t base = 0;
    Index free = without_base(a, &base);
    const char *text = affine_text(p, &free), *all = "";
    int parts = 0;
    bool loose = index_is_loose(a);
    *prec = PREC_ORDER;
    if (lo < 0 || loose) {
        all = arena_format(p->arena, "%s >= %lld", text, (long long)-base);
        parts++;
    }
    if (hi >= top || loose) {
        all = arena_format(p->arena, "%s%s%s < %lld", all, parts ? " && " : "", text,
                           (long long)(top - base));
        parts++;
    }
    if (a->div != 1) {
        const char *format =
            is_simple(&plain) ? "%s%s%s %% %lld == 0" : "%s%s(%s) %% %lld == 0";
        if (parts == 0)
            *prec = PREC_EQUAL;
        all = arena_format(p->arena, format, all, parts ? " && " : "",
                           affine_text(p, &plain), (long long)a->div);
        parts++;
    }
    if (parts > 1)
        *prec = PREC_AND;
    return parts ? all : "true";
}

/* ---- expressions ---- */

static const char *parens(Printer *p, Piece piece, int least)
{
    return piece.prec < least ? arena_format(p->arena, "(%s)", piece.text) : piece.text;
}

const char *c_load(Printer *p, const Buffer *b, const Index *index)
{
    const char *text = c_buffer(p, b);
    if (b->shape.rank == 0)
        return is_written(p->kernel, b) ? arena_format(p->arena, "*%s", text) : text;
    for (int d = 0; d < b->shape.rank; d++)
        text = arena_format(p->arena, "%s[%s]", text, index_text(p, &index[d]));
    return text;
}

const char *c_suffix(Dtype d)
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

/* Arithmetic of i32 wraps, which C promises for unsigned numbers only: mf_addi(a, b).
 */
static Piece wrapping_text(Printer *p, const Expr *x)
{
    const char *text = arena_format(p->arena, "mf_%si(", op_info(x->op)->name);
    for (int i = 0; i < x->n; i++)
        text = arena_format(p->arena, "%s%s%s", text, i > 0 ? ", " : "",
                            c_expr(p, x->arg[i]).text);
    return (Piece){arena_format(p->arena, "%s)", text), PREC_CALL};
}

/* Fills the operands into the row's C expression. Of a sum of products as it is, gcc
 * makes -fma(a, b, c) one instruction, whose zeros have the other sign: mf_neg. */
static Piece op_text(Printer *p, const Expr *x)
{
    const OpInfo *info = op_info(x->op);
    const Expr *a = x->arg[0];
    if (x->op == OP_neg && a->kind == X_LOAD && a->buffer->fused)
        return (Piece){arena_format(p->arena, "mf_neg%s(%s)", c_suffix(x->dtype),
                                    c_expr(p, a).text),
                       PREC_CALL};
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
            Piece arg = c_expr(p, x->arg[*s - 'a']);
            const char *text = parens(p, arg, least_prec(info, args, arg.prec));
            bool twice = info->prec == PREC_UNARY && (*text == '-' || *text == '+');
            bool compared = info->prec == PREC_ORDER || info->prec == PREC_EQUAL;
            if (twice || (compared && *text == '!')) /* compilers warn of !a == b */
                text = arena_format(p->arena, "(%s)", text);
            if (info->prec == PREC_ADD && args == 1 && *text == '-') {
                /* a + -2 * b = a - 2 * b */
                out[n - 2] = out[n - 2] == '+' ? '-' : '+';
                text++;
            }
            n += (size_t)snprintf(out + n, sizeof out - n, "%s", text);
            args++;
        } else if (w > 0) {
            bool call = s[w] == '(';
            n += (size_t)snprintf(out + n, sizeof out - n, "%.*s%s", (int)w, s,
                                  call ? c_suffix(x->dtype) : "");
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
    Piece piece = c_expr(p, a);
    if (x->dtype == BOOL) {
        const char *zero =
            is_float(a->dtype) ? number_text(p->arena, 0, a->dtype == F32) : "0";
        return (Piece){arena_format(p->arena, "%s != %s", parens(p, piece, PREC_ADD),
                                    zero),
                       PREC_EQUAL};
    }
    if (x->dtype == I32 && is_float(a->dtype))
        return (Piece){arena_format(p->arena, "mf_int%s(%s)", c_suffix(a->dtype),
                                    piece.text),
                       PREC_CALL};
    /* There and back: gcc 12 takes it for trunc, whose zeros may be negative. */
    if (is_float(x->dtype) && a->kind == X_OP && a->op == OP_cast &&
        is_float(a->arg[0]->dtype) && a->dtype == I32)
        return (Piece){arena_format(p->arena, "mf_real%s(%s)", c_suffix(x->dtype),
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

const char *c_draw(Printer *p, const Expr *x)
{
    bool simple = is_simple(x->index), number = x->index->n == 0;
    const char *cast = number ? "" : "(uint64_t)";
    return arena_format(p->arena, "%s, %s, %s, %s%s%s%s", c_buffer(p, x->buffer2),
                        c_buffer(p, x->stream), c_buffer(p, x->buffer), cast,
                        simple ? "" : "(", affine_text(p, x->index), simple ? "" : ")");
}

static Piece random_text(Printer *p, const Expr *x)
{
    const char *text =
        arena_format(p->arena, "mf_uniform%s(%s)", c_suffix(x->dtype), c_draw(p, x));
    return (Piece){text, PREC_CALL};
}

Piece c_expr(Printer *p, const Expr *x)
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
        const char *text = c_load(p, x->buffer, x->index);
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

/*
 * c_print.c - statements as C, and the function of a kernel around them.
 */
#include "c_printer.h"

#include <string.h>

/* ---- statements ---- */

static void print_block(Printer *p, const Block *block);
static void forget_expr(Expr *x);

static const char *name_local(Printer *p, const Buffer *b)
{
    const char *name = c_name(p, b->name);
    PUSH(p->arena, p->locals, b);
    PUSH(p->arena, p->local_names, name);
    Called called = {b, name};
    PUSH(p->arena, p->called, called);
    return name;
}

static void print_local(Printer *p, const Block *block, const Stmt *s)
{
    const Buffer *b = s->buffer;
    const char *name = name_local(p, b);
    const char *fill = s->value ? c_expr(p, s->value).text : NULL;
    if (b->shape.rank == 0 && !fill) {
        text_line(p->text, "%s %s;", c_type(b), name);
        return;
    }
    if (b->shape.rank == 0) {
        text_line(p->text, "%s %s = %s;", c_type(b), name, fill);
        return;
    }
    const char *array =
        arena_format(p->arena, "%s %s%s%s", c_type(b), c_alignment(b, block), name,
                     c_extents(p->arena, &b->shape, ""));
    if (!s->value) {
        text_line(p->text, "%s;", array);
        return;
    }
    if (s->value->num == 0) {
        text_line(p->text, "%s = {0};", array);
        return;
    }
    text_line(p->text, "%s;", array);
    const char *to = name;
    for (int d = 0; d < b->shape.rank; d++) {
        text_line(p->text, "for (int i%d = 0; i%d < %lld; i%d++)", d, d,
                  (long long)b->shape.dim[d], d);
        p->text->indent++;
        to = arena_format(p->arena, "%s[i%d]", to, d);
    }
    text_line(p->text, "%s = %s;", to, fill);
    p->text->indent -= b->shape.rank;
}

static void print_acc(Printer *p, const Stmt *s)
{
    Dtype d = s->buffer->dtype;
    const char *f = c_suffix(d);
    if (s->acc == ACC_FIRST) {
        const char *top = c_load(p, s->buffer, s->index);
        const char *at = c_load(p, s->buffer2, s->index);
        c_value(p, s->value, 24);
        if (s->value->kind != X_VAR && !s->value->name)
            c_let(p, s->value, "x");
        const char *x = c_expr(p, s->value).text;
        const char *old = c_name(p, "old");
        text_line(p->text, "const int32_t %s = %s;", old, at);
        text_line(p->text, "%s = mf_above%s(%s, %s) ? %s : %s;", at, f, x, top,
                  c_expr(p, s->value2).text, old);
        text_line(p->text, "%s = mf_max%s(%s, %s);", top, f, x, top);
        return;
    }
    const char *to = c_load(p, s->buffer, s->index);
    size_t w = strlen(to);
    if (s->acc == ACC_MAX) {
        const char *x = c_value(p, s->value, 2 * w + 16);
        /* in this order the first of equal zeros stays, as in the evaluator */
        c_assign(p->text, arena_format(p->arena, "%s =", to),
                 arena_format(p->arena, "mf_max%s(%s, %s)", f, x, to));
    } else if (s->acc == ACC_FMA && is_float(d)) {
        const char *x = c_value(p, s->value, 2 * w + 40);
        const char *y = c_value(p, s->value2, 2 * w + 14 + strlen(x));
        size_t room = (size_t)(TEXT_WIDTH - p->text->indent * TEXT_INDENT);
        if (2 * w + strlen(x) + strlen(y) + 14 > room) {
            c_let(p, s->value, "a");
            x = s->value->name->name;
        }
        if (2 * w + strlen(x) + strlen(y) + 14 > room) {
            c_let(p, s->value2, "b");
            y = s->value2->name->name;
        }
        text_line(p->text, "%s = fma%s(%s, %s, %s);", to, f, x, y, to);
    } else if (s->acc == ACC_FMA) {
        const char *x = c_value(p, s->value, 2 * w + 45);
        const char *y = c_value(p, s->value2, 2 * w + 30 + strlen(x));
        text_line(p->text, "%s = mf_addi(%s, mf_muli(%s, %s));", to, to, x, y);
    } else if (d == I32) {
        const char *x = c_value(p, s->value, 2 * w + 16);
        text_line(p->text, "%s = mf_%s(%s, %s);", to,
                  s->acc == ACC_ADD ? "addi" : "muli", to, x);
    } else {
        const char *x = c_value(p, s->value, w + 5);
        const char *op = s->acc == ACC_ADD ? "+=" : "*=";
        c_assign(p->text, arena_format(p->arena, "%s %s", to, op), x);
    }
}

/* A name for the variable; what it was called in a former print counts for nothing. */
static const char *name_var(Printer *p, Var *v)
{
    v->word = v->word ? v->word : v->name;
    return v->name = c_name(p, v->word);
}

static void print_let(Printer *p, const Stmt *s)
{
    Dtype d = s->var->dtype;
    if (s->lanes) {
        const char *of = s->acc == ACC_FIRST ? "first"
                         : s->acc == ACC_MAX ? "max"
                                             : "sum";
        const char *lanes = c_buffer(p, s->buffer), *f = c_suffix(s->buffer->dtype);
        if (s->acc == ACC_FIRST)
            lanes = arena_format(p->arena, "%s, %s", lanes, c_buffer(p, s->buffer2));
        name_var(p, s->var);
        text_line(p->text, "const %s %s = mf_%s16%s(%s);", c_dtype(d), s->var->name, of,
                  f, lanes);
        return;
    }
    if (s->value->kind == X_VAR && s->value->dtype == d && s->value->var->word) {
        s->var->word = s->var->word ? s->var->word : s->var->name;
        s->var->name = s->value->var->name; /* another name for the same value */
        return;
    }
    const char *value = c_value(p, s->value, 24);
    name_var(p, s->var);
    c_assign(p->text,
             arena_format(p->arena, "const %s %s =", d == I32 ? "int" : c_dtype(d),
                          s->var->name),
             value);
}

static void print_store(Printer *p, const Stmt *s, const char *to)
{
    const char *x = c_value(p, s->value, strlen(to) + 4);
    if (*x == '!') /* an int, of which gcc does not see that it fits */
        x = arena_format(p->arena, "(bool)%s", x);
    c_assign(p->text, arena_format(p->arena, "%s =", to), x);
}

/* A scalar, declared with its first value. */
static void print_begin(Printer *p, const Buffer *b, const Stmt *store)
{
    print_store(p, store, arena_format(p->arena, "%s %s", c_type(b), name_local(p, b)));
}

static void print_fill(Printer *p, const Stmt *s)
{
    const char *item[] = {c_draw(p, s->value),
                          arena_format(p->arena, "%lld",
                                       (long long)s->buffer->shape.dim[0]),
                          c_buffer(p, s->buffer)};
    const char *head =
        arena_format(p->arena, "mf_uniform_row%s(", c_suffix(s->buffer->dtype));
    text_list(p->text, head, 3, item, ");");
}

static int lines_of(const Text *t)
{
    int n = 0;
    for (size_t i = 0; i < t->n; i++)
        n += t->at[i] == '\n';
    return n;
}

static void print_turns(Text *out, const char *name, const char *from, const char *to,
                        const char *body, bool braces)
{
    text_line(out, "for (int %s = %s; %s < %s; %s++)%s", name, from, name, to, name,
              braces ? " {" : "");
    text_add(out, "%s", body);
    if (braces)
        text_line(out, "}");
}

static int64_t units_of(const Units *u)
{
    int64_t n = 1;
    for (int i = 0; i < u->n; i++)
        n *= u->at[i]->extent;
    return n;
}

/* Two counters as parts of one. */
static void print_pair(Printer *p, Text *out, Var *v, Var *w, const char *of)
{
    const char *i = name_var(p, v), *j = name_var(p, w);
    text_line(out, "const int %s = %s / %lld, %s = %s %% %lld;", i, of,
              (long long)w->extent, j, of, (long long)w->extent);
}

/* Turns of which each thread does some, down to units. */
static void print_shares(Printer *p, const Stmt *s)
{
    Scope saved = p->names;
    p->names = scope_new(p->arena, &saved);
    int locals = p->locals.n;
    const Stmt *last = s->divided > 1 ? s->body.at[0] : s;
    long long n = s->var->extent, m = s->divided > 1 ? last->var->extent : 1;
    p->units = s->units;
    p->share = c_name(p, "share");
    text_open(p->text, "for (MfShare %s = mf_share%s(%lld, %lld); mf_more(&%s);)",
              p->share, s->units.each ? "_each" : "", n * m,
              (long long)units_of(&s->units), p->share);
    const char *turn = arena_format(p->arena, "%s.turn", p->share);
    if (s->divided > 1)
        print_pair(p, p->text, s->var, last->var, turn);
    else if (n > 1)
        text_line(p->text, "const int %s = %s;", name_var(p, s->var), turn);
    print_block(p, &last->body);
    text_close(p->text, "");
    p->units = (Units){0};
    p->names = saved;
    p->locals.n = p->local_names.n = locals;
}

static void print_for(Printer *p, const Stmt *s)
{
    if (s->units.n > 0) {
        print_shares(p, s);
        return;
    }
    Scope saved = p->names;
    p->names = scope_new(p->arena, &saved);
    int locals = p->locals.n;
    bool units = p->units.n > 0 && s->var == p->units.at[0],
         pair = units && p->units.n > 1;
    const Stmt *last = pair ? s->body.at[0] : s;
    const char *name = pair ? c_name(p, "unit") : name_var(p, s->var);
    Text body = text_new(p->arena), *out = p->text;
    body.indent = out->indent + 1;
    p->text = &body;
    int64_t around = p->around;
    p->around = last->var->extent;
    if (pair)
        print_pair(p, &body, s->var, last->var, name);
    bool singly = adds_to_lanes(last);
    if (singly)
        text_line(&body, "MF_SINGLY;");
    bool rows = !singly && stores_rows(last);
    if (rows)
        text_line(&body, "MF_BY_ROW;");
    print_block(p, &last->body);
    p->around = around;
    p->text = out;
    /* A single statement, one line or a loop, needs no braces. */
    bool single = lines_of(&body) == 1 ||
                  (!pair && s->body.n == 1 && s->body.at[0]->kind == S_FOR &&
                   word_before(s->body.at[0], p->units.at[0], s->var->extent) == NULL &&
                   !singly && !rows);
    int64_t n = s->var->extent, rest = turns_before_rest(s, p->units.at[0]);
    const char *word = word_before(s, p->units.at[0], around);
    if (word != NULL)
        text_line(out, "%s", word);
    if (s->divided == 1)
        text_add(out, "#pragma omp for schedule(static) nowait\n");
    else if (s->divided > 1)
        text_add(out, "#pragma omp for collapse(%d) schedule(static) nowait\n",
                 s->divided);
    int64_t first = rest > 0 ? rest : n;
    const char *to = s->least > 0
                         ? arena_format(p->arena, "MF_LANES(%lld)", (long long)s->least)
                         : arena_format(p->arena, "%lld", (long long)first);
    const char *from = arena_format(p->arena, "%lld", (long long)s->from);
    if (units) {
        from = arena_format(p->arena, "%s.from", p->share);
        to = arena_format(p->arena, "%s.to", p->share);
    }
    print_turns(out, name, from, to, body.at, !single);
    if (rest > 0) {
        text_line(out, "MF_ROLLED");
        to = arena_format(p->arena, "%lld", (long long)n);
        from = arena_format(p->arena, "%lld", (long long)rest);
        print_turns(out, name, from, to, body.at, !single);
    }
    p->locals.n = p->local_names.n = locals;
    p->names = saved;
}

static void print_own(Printer *p, const char *plan, const Stmt *s)
{
    const char *item[] = {
        plan,
        arena_format(p->arena, "&%s", p->share),
        arena_format(p->arena, "&%s", c_load(p, s->buffer, s->index)),
        arena_format(p->arena, "%lld", (long long)s->ahead->far),
        arena_format(p->arena, "%lld", (long long)s->ahead->bytes),
    };
    text_list(p->text, "mf_own(", sizeof item / sizeof *item, item, ");");
}

/* What stands beside a tile is asked for while it is made. */
static void print_ahead(Printer *p, const Block *block, const Stmt *s)
{
    const Ahead *a = s->ahead;
    const char *plan = c_plan(p, block);
    if (!a->part) {
        print_own(p, plan, s);
        return;
    }
    const char *item[] = {
        plan ? plan : "",
        arena_format(p->arena, "&%s", c_load(p, s->buffer, s->index)),
        arena_format(p->arena, "%lld", (long long)a->far),
        arena_format(p->arena, "%lld", (long long)a->bytes),
        c_expr(p, a->part).text,
        arena_format(p->arena, "%lld", (long long)a->parts),
    };
    int first = plan ? 0 : 1, n = (int)(sizeof item / sizeof item[0]) - first;
    text_list(p->text, plan ? "mf_later(" : "mf_ahead(", n, &item[first], ");");
}

static void print_stmt(Printer *p, const Block *block, const Stmt *s)
{
    switch (s->kind) {
    case S_FOR:
        print_for(p, s);
        break;
    case S_LET:
        print_let(p, s);
        break;
    case S_LOCAL:
        print_local(p, block, s);
        break;
    case S_ACC:
        print_acc(p, s);
        break;
    case S_STORE:
        print_store(p, s, c_load(p, s->buffer, s->index));
        break;
    case S_FILL:
        print_fill(p, s);
        break;
    case S_TILE:
        c_tile(p, s);
        break;
    case S_AHEAD:
        print_ahead(p, block, s);
        break;
    }
}

/* What the first thread does alone: names in it are names of a block. */
static void print_alone(Printer *p, const Block *block, const Stmt *s)
{
    Scope saved = p->names;
    p->names = scope_new(p->arena, &saved);
    text_add(p->text, "#pragma omp master\n");
    text_line(p->text, "{");
    p->text->indent++;
    print_stmt(p, block, s);
    text_close(p->text, "");
    forget_expr(s->value);
    forget_expr(s->value2);
    p->names = saved;
}

/* Is it a scalar that the statement behind it gives its first value? */
static bool begins(const Block *block, int i)
{
    const Stmt *s = block->at[i], *next = i + 1 < block->n ? block->at[i + 1] : NULL;
    return s->kind == S_LOCAL && s->buffer->shape.rank == 0 && !s->value && next &&
           next->kind == S_STORE && next->buffer == s->buffer && !next->alone;
}

static void print_block(Printer *p, const Block *block)
{
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        if (s->alone)
            print_alone(p, block, s);
        else if (begins(block, i))
            print_begin(p, s->buffer, block->at[++i]);
        else
            print_stmt(p, block, s);
    }
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
    bool value = b->shape.rank == 0 && !written && b->kind != B_COUNTER;
    const char *type = value ? c_dtype(b->dtype) : c_type(b);
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
        Var *v = block->at[i]->var;
        if (v && v->word)
            v->name = v->word;
        forget_expr(block->at[i]->value);
        forget_expr(block->at[i]->value2);
        forget_names(&block->at[i]->body);
    }
}

void c_mark_fused(const Block *block)
{
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        if (s->kind == S_ACC && s->acc == ACC_FMA && is_float(s->buffer->dtype))
            s->buffer->fused = true;
        c_mark_fused(&s->body);
    }
}

/* Each once. In plain text they say what they are. */
static void add_plan_params(Printer *p, Items *param)
{
    c_given_plans(p, &p->kernel->body);
    for (int i = 0; i < p->plans.n; i++) {
        const Plan *plan = &p->plans.at[i];
        bool again = false;
        for (int k = 0; k < i; k++)
            again = again || p->plans.at[k].name == plan->name;
        if (!again)
            PUSH(p->arena, *param,
                 arena_format(p->arena, "MfPlan *%s%s", plan->name,
                              p->plain ? plan->text : ""));
    }
}

KernelNames c_kernel(Text *t, Kernel *k, const char *name, ParamNames names,
                     const Scope *file, const char *before)
{
    Printer p = {.arena = t->arena, .text = t, .kernel = k};
    p.plain = names == NAMES_PLAIN;
    p.names = scope_new(t->arena, file);
    p.buffer = NEW_N(t->arena, const char *, k->params.n + 1);
    Items param = {0};
    for (int i = 0; i < k->params.n; i++) {
        const Buffer *b = k->params.at[i];
        p.buffer[i] = p.plain ? arena_format(t->arena, "p%d", i)
                      : b->kind == B_COUNTER && !b->stream && !b->counter
                          ? b->name
                          : scope_name(&p.names, text_short(t->arena, b->name));
        if (b->counter)
            b->counter->name = p.buffer[i];
        Called called = {b, p.buffer[i]};
        PUSH(t->arena, p.called, called);
    }
    if (k->planned)
        add_plan_params(&p, &param);
    for (int i = 0; i < k->params.n; i++)
        PUSH(t->arena, param, param_text(&p, i, p.buffer[i]));
    text_list(t, arena_format(t->arena, "%sstatic void %s(", before, name), param.n,
              param.at, ")");
    text_line(t, "{");
    t->indent++;
    c_mark_fused(&k->body);
    if (!k->planned)
        c_plans(&p, &k->body);
    print_block(&p, &k->body);
    text_close(t, "");
    forget_names(&k->body);
    return p.called;
}

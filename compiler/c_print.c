/*
 * c_print.c - statements as C, and the function of a kernel around them.
 */
#include "c_printer.h"

#include <string.h>

/* ---- statements ---- */

static void print_block(Printer *p, const Block *block);
static void forget_expr(Expr *x);

static void print_local(Printer *p, const Block *block, const Stmt *s)
{
    const Buffer *b = s->buffer;
    const char *name = c_name(p, b->name);
    const char *fill = s->value ? c_expr(p, s->value).text : NULL;
    PUSH(p->arena, p->locals, b);
    PUSH(p->arena, p->local_names, name);
    Called called = {b, name};
    PUSH(p->arena, p->called, called);
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
        c_assign(p->text, to, arena_format(p->arena, "mf_max%s(%s, %s)", f, x, to));
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
        text_line(p->text, "%s %s %s;", to, s->acc == ACC_ADD ? "+=" : "*=", x);
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
             arena_format(p->arena, "const %s %s", d == I32 ? "int" : c_dtype(d),
                          s->var->name),
             value);
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

static bool block_reads_guarded(const Block *block)
{
    bool found = false;
    for (int i = 0; i < block->n && !found; i++)
        found = (block->at[i]->value && reads_guarded(block->at[i]->value)) ||
                (block->at[i]->value2 && reads_guarded(block->at[i]->value2));
    return found;
}

enum { MOST_UNROLLED = 16, FEW = 4 }; /* turns, by gcc; and before anything else */

static bool depends_on(const Expr *x, const Var *v)
{
    bool found = (x->kind == X_VAR && x->var == v) ||
                 (x->kind == X_INDEX && index_has(x->index, v));
    for (int i = 0; i < x->n && !found; i++)
        found = depends_on(x->arg[i], v);
    return found;
}

/* Is it known once the loops are unrolled? */
static bool is_of_counters(const Expr *x)
{
    bool found = x->kind == X_NUM || x->kind == X_INDEX || x->kind == X_OP ||
                 x->kind == X_INSIDE;
    for (int i = 0; i < x->n && found; i++)
        found = is_of_counters(x->arg[i]);
    return found;
}

static bool chooses_by(const Expr *x, const Var *v)
{
    bool found = x->kind == X_OP && x->op == OP_where && is_of_counters(x->arg[0]) &&
                 depends_on(x->arg[0], v);
    for (int i = 0; i < x->n && !found; i++)
        found = chooses_by(x->arg[i], v);
    return found;
}

/* Do the turns of a short loop differ in what they choose, a sum or a difference? */
static bool chooses_by_turn(const Stmt *loop)
{
    bool found = false;
    for (int i = 0; i < loop->body.n && !found; i++) {
        const Stmt *s = loop->body.at[i];
        found = (s->value && chooses_by(s->value, loop->var)) ||
                (s->value2 && chooses_by(s->value2, loop->var));
    }
    return found && loop->var->extent <= MOST_UNROLLED;
}

/* Does the block store elements whose place depends on the variable? Through loops of
 * so few turns that gcc unrolls them first. */
static bool stores_along(const Block *block, const Var *v)
{
    bool found = false;
    for (int i = 0; i < block->n && !found; i++) {
        const Stmt *s = block->at[i];
        bool element = s->kind == S_STORE || s->kind == S_ACC;
        for (int d = 0; element && d < s->buffer->shape.rank; d++)
            found |= index_has(&s->index[d], v);
        found |= s->kind == S_FOR && stores_along(&s->body, v);
    }
    return found;
}

/* Are all loops in the block so short that gcc unrolls them first? */
static bool holds_few(const Block *block)
{
    bool few = true;
    for (int i = 0; i < block->n && few; i++) {
        const Stmt *s = block->at[i];
        few = s->kind != S_FOR || (s->var->extent <= FEW && holds_few(&s->body));
    }
    return few;
}

/* Is the next turn's element the next one in memory? */
static bool runs_along(const Buffer *b, const Index *index, const Var *v)
{
    const Index *last = b->shape.rank > 0 ? &index[b->shape.rank - 1] : NULL;
    bool found = false;
    for (int i = 0; last != NULL && i < last->n; i++)
        found |= last->term[i].var == v && last->term[i].coef == 1;
    return found && last->div == 1;
}

/* Does the loop copy a part of a row? Unrolled with the loops around it that is
 * straight code, of which gcc 12 makes vectors by shuffling: ten times as long a text,
 * which runs six times as long. */
static bool copies_row(const Stmt *loop)
{
    enum { LEAST = 3 };
    const Stmt *s = loop->body.n == 1 ? loop->body.at[0] : NULL;
    return s != NULL && s->kind == S_STORE && s->value->kind == X_LOAD &&
           loop->var->extent >= LEAST && loop->var->extent <= MOST_UNROLLED &&
           runs_along(s->buffer, s->index, loop->var) &&
           runs_along(s->value->buffer, s->value->index, loop->var);
}

static int count_functions(const Expr *x)
{
    const OpInfo *info = x != NULL && x->kind == X_OP ? op_info(x->op) : NULL;
    int n = info != NULL && info->kind == K_FLOAT && info->prec == PREC_CALL;
    for (int i = 0; x != NULL && i < x->n; i++)
        n += count_functions(x->arg[i]);
    return n;
}

/* Does the loop go along a row that is too short for vectors, of elementary functions,
 * within one over so many rows? Unrolled, gcc makes vectors of the same element of
 * several rows; left to itself it finds such a body too long to unroll. */
static bool goes_across_rows(const Stmt *loop, int64_t rows)
{
    enum { LEAST = 2, MOST = 7, MOST_FUNCTIONS = 24, LEAST_ROWS = 16 };
    int64_t turns = loop->kind == S_FOR ? loop->var->extent : 0;
    if (rows < LEAST_ROWS || turns < LEAST || turns > MOST || loop->divided ||
        loop->least || loop->from || loop_stays_rolled(loop))
        return false;
    int functions = 0;
    bool stores = false;
    for (int i = 0; i < loop->body.n; i++) {
        const Stmt *s = loop->body.at[i];
        if ((s->kind != S_LET || s->lanes) && s->kind != S_STORE)
            return false;
        functions += count_functions(s->value);
        stores |= s->kind == S_STORE && runs_along(s->buffer, s->index, loop->var);
    }
    return stores && functions > 0 && functions * turns <= MOST_FUNCTIONS;
}

/* Does the loop go along a short row, and could be made of vectors? */
static bool goes_along_row(const Stmt *loop)
{
    enum { LEAST = 8 };
    return loop->var->extent >= LEAST && loop->var->extent <= MOST_UNROLLED &&
           holds_few(&loop->body) && stores_along(&loop->body, loop->var);
}

bool loop_stays_rolled(const Stmt *s)
{
    return s->kind == S_FOR && (block_reads_guarded(&s->body) || goes_along_row(s) ||
                                copies_row(s) || chooses_by_turn(s));
}

/* Does the loop compute along rows of one dtype, and nothing else? Then this dtype's
 * bytes, else 0. */
static int64_t row_bytes(const Stmt *loop)
{
    int64_t bytes = 0;
    bool computes = false;
    for (int i = 0; i < loop->body.n; i++) {
        const Stmt *s = loop->body.at[i];
        computes |= s->kind == S_ACC || (s->value && s->value->kind == X_OP);
        if (s->kind == S_LET && !s->lanes)
            continue;
        int last = s->kind == S_STORE || s->kind == S_ACC ? s->buffer->shape.rank : 0;
        if (last == 0 || s->buffer->dtype == BOOL ||
            !index_has(&s->index[last - 1], loop->var))
            return 0;
        int64_t own = dtype_bytes(s->buffer->dtype);
        if (bytes != 0 && bytes != own)
            return 0;
        bytes = own;
    }
    return computes ? bytes : 0;
}

/* So many turns of a loop along a row fill whole vectors of 64 bytes, where a loop of
 * their own is worth it for the others: where 16 bytes or more are left behind the last
 * vector of 32, of which gcc 12 would make scalars (clang of all others). Or 0. */
static int64_t turns_before_rest(const Printer *p, const Stmt *s)
{
    enum { VECTOR = 64, HALF = 32, LEAST = 16, LONG = 256 };
    bool whole = !s->divided && !s->from && s->var != p->units.at[0];
    int64_t bytes = whole ? row_bytes(s) : 0, n = s->var->extent;
    if (bytes == 0 || n * bytes < VECTOR || n > LONG || n * bytes % HALF < LEAST)
        return 0;
    return n - n % (VECTOR / bytes);
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

/* What gcc is told about the loop, which another goes around so many times; or NULL. */
static const char *word_before(const Printer *p, const Stmt *loop, int64_t around)
{
    bool rolled = loop_stays_rolled(loop) || turns_before_rest(p, loop) > 0;
    return rolled ? "MF_ROLLED" : goes_across_rows(loop, around) ? "MF_UNROLLED" : NULL;
}

/* The only statement but for what is asked for ahead, or NULL. */
static const Stmt *only_stmt(const Block *block)
{
    int i = 0;
    while (i < block->n - 1 && block->at[i]->kind == S_AHEAD)
        i++;
    return i == block->n - 1 ? block->at[i] : NULL;
}

/* Does each turn add something to the same 16 lanes? Of many turns gcc 12 would do two
 * at a time, and might keep the lanes in memory then. */
static bool adds_to_lanes(const Stmt *loop)
{
    enum { LANES = 16 };
    const Stmt *inner = only_stmt(&loop->body);
    if (!inner || inner->kind != S_FOR || inner->var->extent != LANES)
        return false;
    bool found = false;
    for (int i = 0; i < inner->body.n; i++) {
        const Stmt *s = inner->body.at[i];
        found |= s->kind == S_ACC && s->acc != ACC_FMA && s->buffer->kind == B_LOCAL;
    }
    return found && loop->var->extent > MOST_UNROLLED && !loop->divided;
}

/* Does the loop store what it computes along a short row? (Of 8 turns with a bound,
 * fewer are elements.) */
static bool stores_row(const Stmt *row)
{
    enum { SHORTEST = 8, LONGEST = 32 };
    int64_t turns = row->kind == S_FOR ? row->var->extent : 0;
    bool stores = false;
    if (turns < SHORTEST + block_reads_guarded(&row->body) || turns > LONGEST)
        return false;
    for (int i = 0; i < row->body.n; i++) {
        const Stmt *s = row->body.at[i];
        stores |= s->kind == S_STORE && s->value->kind != X_LOAD &&
                  runs_along(s->buffer, s->index, row->var);
    }
    return stores;
}

/* Is each turn a short row, or several, in loops of their own? */
static bool stores_rows(const Stmt *loop)
{
    bool stores = false;
    for (int i = 0; i < loop->body.n && !stores; i++)
        stores = stores_row(loop->body.at[i]);
    return stores && loop->divided < 2;
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
    text_open(p->text, "for (MfShare %s = mf_share(%lld, %lld); mf_more(&%s);)",
              p->share, n * m, (long long)units_of(&s->units), p->share);
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
    bool single =
        lines_of(&body) == 1 ||
        (!pair && s->body.n == 1 && s->body.at[0]->kind == S_FOR &&
         word_before(p, s->body.at[0], s->var->extent) == NULL && !singly && !rows);
    int64_t n = s->var->extent, rest = turns_before_rest(p, s);
    const char *word = word_before(p, s, around);
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

/* What stands beside a tile is asked for while it is made. */
static void print_ahead(Printer *p, const Block *block, const Stmt *s)
{
    const Ahead *a = s->ahead;
    const char *plan = c_plan(p, block);
    const char *head =
        plan ? arena_format(p->arena, "mf_later(&%s, ", plan) : "mf_ahead(";
    text_line(p->text, "%s&%s, %lld, %lld, %s, %lld);", head,
              c_load(p, s->buffer, s->index), (long long)a->far, (long long)a->bytes,
              c_expr(p, a->part).text, (long long)a->parts);
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
    case S_STORE: {
        const char *to = c_load(p, s->buffer, s->index);
        const char *x = c_value(p, s->value, strlen(to) + 4);
        if (*x == '!') /* an int, of which gcc does not see that it fits */
            x = arena_format(p->arena, "(bool)%s", x);
        c_assign(p->text, to, x);
        break;
    }
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

static void print_block(Printer *p, const Block *block)
{
    for (int i = 0; i < block->n; i++)
        if (block->at[i]->alone)
            print_alone(p, block, block->at[i]);
        else
            print_stmt(p, block, block->at[i]);
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

KernelNames c_kernel(Text *t, Kernel *k, const char *name, ParamNames names,
                     const Scope *file, const char *before)
{
    Printer p = {.arena = t->arena, .text = t, .kernel = k};
    p.plain = names == NAMES_PLAIN;
    p.names = scope_new(t->arena, file);
    p.buffer = NEW_N(t->arena, const char *, k->params.n + 1);
    const char **param = NEW_N(t->arena, const char *, k->params.n + 1);
    for (int i = 0; i < k->params.n; i++) {
        const Buffer *b = k->params.at[i];
        p.buffer[i] = p.plain ? arena_format(t->arena, "p%d", i)
                      : b->kind == B_COUNTER && !b->stream && !b->counter
                          ? b->name
                          : scope_name(&p.names, text_short(t->arena, b->name));
        if (b->counter)
            b->counter->name = p.buffer[i];
        param[i] = param_text(&p, i, p.buffer[i]);
        Called called = {b, p.buffer[i]};
        PUSH(t->arena, p.called, called);
    }
    text_list(t, arena_format(t->arena, "%sstatic void %s(", before, name), k->params.n,
              param, ")");
    text_line(t, "{");
    t->indent++;
    c_mark_fused(&k->body);
    c_plans(&p, &k->body);
    print_block(&p, &k->body);
    text_close(t, "");
    forget_names(&k->body);
    return p.called;
}

/*
 * c_advice.c - what gcc and clang are told of a loop, which they would otherwise unroll
 * or make vectors of to its harm: MF_ROLLED, MF_UNROLLED, MF_SINGLY, MF_BY_ROW, and
 * where a loop ends that fills whole vectors.
 */
#include "c_printer.h"

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
        functions += expr_functions(s->value);
        stores |= s->kind == S_STORE && runs_along(s->buffer, s->index, loop->var);
    }
    return stores && functions > 0 && functions * turns <= MOST_FUNCTIONS;
}

static bool chooses_by_data(const Expr *x)
{
    bool found = x->kind == X_OP && x->op == OP_where && !is_of_counters(x->arg[0]);
    for (int i = 0; i < x->n && !found; i++)
        found = chooses_by_data(x->arg[i]);
    return found;
}

/* Does the loop look for the largest, or add what is chosen by what is in memory?
 * Unrolled that is branches. */
static bool adds_chosen(const Stmt *loop)
{
    const Stmt *s = loop->body.n > 0 ? loop->body.at[loop->body.n - 1] : NULL;
    return s && s->kind == S_ACC &&
           (s->acc == ACC_MAX || s->acc == ACC_FIRST ||
            (s->acc == ACC_ADD && chooses_by_data(s->value)));
}

/* Does the loop go along a short row, and could be made of vectors? */
static bool goes_along_row(const Stmt *loop)
{
    enum { LEAST = 8, LEAST_CHOSEN = 4 };
    return loop->var->extent >= (adds_chosen(loop) ? LEAST_CHOSEN : LEAST) &&
           loop->var->extent <= MOST_UNROLLED && holds_few(&loop->body) &&
           stores_along(&loop->body, loop->var);
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

int64_t turns_before_rest(const Stmt *s, const Var *unit)
{
    enum { VECTOR = 64, HALF = 32, LEAST = 16, LONG = 256 };
    bool whole = !s->divided && !s->from && s->var != unit;
    int64_t bytes = whole ? row_bytes(s) : 0, n = s->var->extent;
    if (bytes == 0 || n * bytes < VECTOR || n > LONG || n * bytes % HALF < LEAST)
        return 0;
    return n - n % (VECTOR / bytes);
}

const char *word_before(const Stmt *loop, const Var *unit, int64_t around)
{
    bool rolled = loop_stays_rolled(loop) || turns_before_rest(loop, unit) > 0;
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

bool adds_to_lanes(const Stmt *loop)
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

bool stores_rows(const Stmt *loop)
{
    bool stores = false;
    for (int i = 0; i < loop->body.n && !stores; i++)
        stores = stores_row(loop->body.at[i]);
    return stores && loop->divided < 2;
}

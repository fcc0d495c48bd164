/*
 * loop_flat.c - functions of all elements of rows that are no whole vectors are one
 * loop over all of them:
 *
 *     for k < 14                          for k < 196
 *       for l < 14                          y[i][k] = tanh(x[i][k])
 *         y[i][k][l] = tanh(x[i][k][l])
 *
 * Of fourteen a compiler makes a vector of eight, one of four and scalars, and a
 * function takes as long for each. The arrays lose an axis in this kernel, where other
 * statements go on to use them row by row. (Rows that are only stored in local arrays
 * become longer instead, in loop_pad.c, but of two elements.)
 */
#include "decisions.h"
#include "loop.h"

enum { LANES = 16, LEAST_ROW = 2, MOST_ROW = 100, FULL_REST = 12 };

/* Two loops, the inner one alone in the outer one. */
typedef struct Nest {
    Stmt *outer, *inner;
    bool fits;
    ARRAY(Buffer *) arrays; /* with a row of it each */
    Arena *arena;
} Nest;

/* ---- what it touches ---- */

/* Is the index of the axis a number of the element in the nest? */
static bool counts_elements(const Nest *n, const Index *x)
{
    int64_t inner = index_coef(x, n->inner->var);
    return x->div == 1 && index_coef(x, n->outer->var) == inner * n->inner->var->extent;
}

/* Are the last two the rows and the elements of the nest? */
static bool counts_rows(const Nest *n, const Buffer *b, const Index *index)
{
    int last = b->shape.rank - 1;
    return last > 0 && index_is(&index[last], n->inner->var) &&
           b->shape.dim[last] == n->inner->var->extent && index[last - 1].div == 1 &&
           index_coef(&index[last - 1], n->outer->var) == 1 &&
           !index_has(&index[last - 1], n->inner->var);
}

static void look(void *context, const Touch *p)
{
    Nest *n = context;
    const Var *row = n->outer->var, *at = n->inner->var;
    if (p->var == row || p->var == at || (p->buffer && !p->index && p->n > 0))
        n->fits = false;
    if (!p->index || !n->fits)
        return;
    bool rows = p->buffer && counts_rows(n, p->buffer, p->index);
    for (int d = 0; d < p->n - 2 * rows; d++) {
        bool used = index_has(&p->index[d], row) || index_has(&p->index[d], at);
        n->fits = n->fits && (!used || counts_elements(n, &p->index[d]));
    }
    bool known = !rows;
    for (int i = 0; i < n->arrays.n; i++)
        known |= n->arrays.at[i] == p->buffer;
    if (!known)
        PUSH(n->arena, n->arrays, p->buffer);
}

static bool plain(const Stmt *s)
{
    return s->kind == S_FOR && s->from == 0 && s->least == 0;
}

/* Does the nest compute functions of elements, each by itself? */
static bool is_nest(Arena *arena, Stmt *outer, Nest *n)
{
    Stmt *inner = outer->body.n == 1 ? outer->body.at[0] : NULL;
    if (!plain(outer) || !inner || !plain(inner))
        return false;
    int64_t row = inner->var->extent;
    int functions = 0;
    bool apart = row == LEAST_ROW;
    *n = (Nest){.outer = outer, .inner = inner, .fits = true, .arena = arena};
    for (int i = 0; i < inner->body.n; i++) {
        const Stmt *s = inner->body.at[i];
        if (s->kind != S_STORE && (s->kind != S_LET || s->lanes || s->var->extent > 0))
            return false;
        functions += expr_functions(s->value);
        apart |= s->kind == S_STORE && s->buffer->kind != B_LOCAL;
    }
    if (functions == 0 || !apart || row < LEAST_ROW || row > MOST_ROW ||
        row % LANES == 0)
        return false;
    for (int i = 0; i < inner->body.n; i++)
        stmt_visit(inner->body.at[i], look, n);
    return n->fits;
}

/* ---- arrays with an axis less ---- */

static bool index_divides(const Expr *x, const Buffer *b)
{
    bool found = false;
    for (int d = 0; x && x->kind == X_LOAD && x->buffer == b && d < b->shape.rank; d++)
        found |= x->index[d].div != 1;
    for (int i = 0; x && i < x->n && !found; i++)
        found = index_divides(x->arg[i], b);
    return found;
}

static bool is_read(const Expr *x, const Buffer *b)
{
    bool found = x && x->kind == X_LOAD && x->buffer == b;
    for (int i = 0; x && i < x->n && !found; i++)
        found = is_read(x->arg[i], b);
    return found;
}

/* Can all statements do with it? A place of a largest element has its array's index, a
 * quotient is none in a longer row, and gcc 12 makes no vectors of functions of what is
 * read behind a bound, there. */
static bool can_lose_axis(const Block *block, const Buffer *b, bool bound)
{
    bool can = true;
    for (int i = 0; i < block->n && can; i++) {
        const Stmt *s = block->at[i];
        bool own = s->buffer == b || s->buffer2 == b;
        for (int d = 0; own && s->index && d < b->shape.rank; d++)
            can = can && s->index[d].div == 1;
        can = can && !(own && (s->buffer2 || s->kind == S_FILL || s->kind == S_TILE)) &&
              !index_divides(s->value, b) && !index_divides(s->value2, b) &&
              !(bound && b->kind != B_LOCAL && is_read(s->value, b)) &&
              can_lose_axis(&s->body, b, bound || s->least > 0);
    }
    return can;
}

static Index *merged(Arena *arena, const Buffer *b, const Index *index)
{
    int last = b->shape.rank - 1;
    Index *flat = NEW_N(arena, Index, last);
    for (int d = 0; d < last; d++)
        flat[d] = index[d];
    flat[last - 1] =
        index_add(index_scale(index[last - 1], b->shape.dim[last]), index[last]);
    return flat;
}

static void flatten_expr(Arena *arena, Expr *x, const Buffer *from, Buffer *to)
{
    if (!x)
        return;
    if (x->kind == X_LOAD && x->buffer == from) {
        x->index = merged(arena, from, x->index);
        x->buffer = to;
    }
    for (int i = 0; i < x->n; i++)
        flatten_expr(arena, x->arg[i], from, to);
}

static void flatten(Arena *arena, Block *block, const Buffer *from, Buffer *to)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        if (s->buffer == from) {
            s->index = s->index ? merged(arena, from, s->index) : NULL;
            s->buffer = to;
        }
        flatten_expr(arena, s->value, from, to);
        flatten_expr(arena, s->value2, from, to);
        if (s->tile) {
            flatten_expr(arena, s->tile->a, from, to);
            flatten_expr(arena, s->tile->b, from, to);
        }
        flatten(arena, &s->body, from, to);
    }
}

/* The array with its last two axes as one: a local one anew, else a view of it. */
static Buffer *without_rows(Arena *arena, Buffer *b, ParamBuffers *params)
{
    Buffer *flat = NEW(arena, Buffer);
    *flat = *b;
    flat->shape = shape_drop(b->shape, b->shape.rank - 1);
    flat->shape.dim[flat->shape.rank - 1] *= b->shape.dim[b->shape.rank - 1];
    flat->id = params->n_buffers++;
    if (b->kind == B_LOCAL)
        return flat;
    flat->base = b;
    flat->flat = true;
    flat->turn = NULL;
    flat->from_end = flat->band = false;
    return flat;
}

/* ---- the loops ---- */

static void join_loops(Arena *arena, const Nest *n)
{
    Var *v = NEW(arena, Var);
    *v = *n->outer->var;
    v->extent *= n->inner->var->extent;
    Index none = index_num(0), all = index_var(v);
    block_rename(&n->inner->body, n->outer->var, &none);
    block_rename(&n->inner->body, n->inner->var, &all);
    n->outer->body = n->inner->body;
    n->outer->var = v;
    decided(D_flat_rows);
}

static bool flatten_nest(Arena *arena, Kernel *k, Nest *n, ParamBuffers *params)
{
    for (int i = 0; i < n->arrays.n; i++)
        if (!can_lose_axis(&k->body, n->arrays.at[i], false))
            return false;
    join_loops(arena, n);
    for (int i = 0; i < n->arrays.n; i++) {
        Buffer *b = n->arrays.at[i], *flat = without_rows(arena, b, params);
        flatten(arena, &k->body, b, flat);
        for (int p = 0; p < k->params.n; p++)
            k->params.at[p] = k->params.at[p] == b ? flat : k->params.at[p];
    }
    return true;
}

static void flatten_block(Arena *arena, Kernel *k, Block *block, ParamBuffers *params)
{
    for (int i = 0; i < block->n; i++) {
        Nest n;
        flatten_block(arena, k, &block->at[i]->body, params);
        if (is_nest(arena, block->at[i], &n))
            flatten_nest(arena, k, &n, params);
    }
}

void loop_flat(Arena *arena, Kernel *k, ParamBuffers *params)
{
    flatten_block(arena, k, &k->body, params);
}

/*
 * loop_near.c - what loops along short rows read over and over, and what they compute,
 * passes through local arrays:
 *
 *     for i < 48                              for j < 13: for k < 10: w[j][k] = W[j][k]
 *       for j < 13                            for i < 48
 *         for k < 10                            for j < 13
 *           acc[i][k] += x[i][j] * W[j][k]        for k < 10
 *       for k < 10                                  acc[i][k] += x[i][j] * w[j][k]
 *         y[i][k] = exp(acc[i][k])              for k < 10: e[k] = exp(acc[i][k])
 *                                               for k < 10: y[i][k] = e[k]
 *
 * For rows of local arrays can be longer than ten elements: loop_pad.c makes them
 * whole vectors, where a compiler would make a vector of eight and two scalars, each
 * of which takes as long. So a loop is changed only if it then touches along the row
 * nothing but such arrays. Only reads move to the front, and only stores to the back.
 */
#include "decisions.h"
#include "loop.h"

enum {
    VECTOR = 64,       /* bytes */
    SHORTEST_ROW = 8,  /* of fewer, vectors go across the rows */
    LONGEST_ROW = 64,  /* of more, what is left behind the last vector is little */
    LEAST_READS = 4,   /* of the same elements: one pays for the copy */
    MOST_BYTES = 8192, /* of a copy */
};

/* The loops around a statement, innermost first. */
typedef struct Around {
    const struct Around *outer;
    Stmt *loop;
} Around;

typedef struct Beside {
    Stmt *loop, *s;
} Beside;

typedef struct Copy {
    const Buffer *of;
    const Index *index;
    const Expr *load; /* of the copy */
} Copy;

typedef struct Near {
    Arena *arena;
    int *next_id;
    int64_t room;              /* bytes of the stack */
    ARRAY(const Buffer *) far; /* local arrays that stay as they are */
    ARRAY(Copy) copies;
    bool changed;
    ARRAY(Beside) before, after; /* what is to stand before and after loops */
} Near;

/* ---- what a loop along a row touches ---- */

static bool goes_along(const Buffer *b, const Index *index, const Var *v)
{
    int last = b->shape.rank - 1;
    return last >= 0 && index_has(&index[last], v);
}

static bool is_far(const Near *n, const Buffer *b)
{
    bool far = b->kind != B_LOCAL;
    for (int i = 0; i < n->far.n && !far; i++)
        far = n->far.at[i] == b;
    return far;
}

/* A row of a local array that can be longer. */
static bool is_near(const Near *n, const Buffer *b, const Index *index, const Var *v)
{
    int last = b->shape.rank - 1;
    return !is_far(n, b) && last >= 0 && b->shape.dim[last] == v->extent &&
           index_is(&index[last], v);
}

static const Around *find_around(const Around *a, const Var *v)
{
    while (a && a->loop->var != v)
        a = a->outer;
    return a;
}

static bool load_has(const Expr *load, const Var *v)
{
    bool has = false;
    for (int d = 0; d < load->buffer->shape.rank; d++)
        has |= index_has(&load->index[d], v);
    return has;
}

/* Are the counters of the loop and of those around it all that the place depends on? */
static bool is_known(const Expr *load, const Var *v, const Around *a)
{
    bool known = true;
    for (int d = 0; d < load->buffer->shape.rank; d++) {
        const Index *x = &load->index[d];
        known &= x->div == 1;
        for (int i = 0; i < x->n; i++)
            known &= x->term[i].var == v || find_around(a, x->term[i].var);
    }
    return known;
}

/* The outermost loop around whose turns all read the same; NULL: there is none. */
static Stmt *reads_again(const Expr *load, const Around *a)
{
    Stmt *loop = NULL;
    for (; a; a = a->outer)
        if (!load_has(load, a->loop->var))
            loop = a->loop;
    return loop;
}

/* Is it worth copying what the load reads before the loop in which it does so again? */
static bool may_copy(const Near *n, const Expr *load, const Var *v, const Around *a)
{
    const Stmt *again = reads_again(load, a);
    if (!again || load->buffer->kind == B_LOCAL || !is_known(load, v, a))
        return false;
    Touches t = find_touches(load->buffer, &again->body, NULL);
    int64_t reads = 1, bytes = padded_row(load->buffer->dtype, v->extent) *
                               dtype_bytes(load->buffer->dtype);
    int axes = 1;
    bool inside = true;
    for (; inside; a = a->outer) {
        inside = a->loop != again;
        if (load_has(load, a->loop->var)) {
            bytes *= a->loop->var->extent;
            axes++;
        } else {
            reads *= a->loop->var->extent;
        }
        if (bytes > MOST_BYTES || axes > MAX_RANK)
            return false;
    }
    return reads >= LEAST_READS && bytes <= n->room && t.writes == 0 && !t.other_view;
}

/* Can all that the value reads along the row be near? */
static bool may_read(const Near *n, const Expr *x, const Var *v, const Around *a,
                     int64_t element)
{
    if (!x)
        return true;
    bool may = x->kind != X_RANDOM && x->kind != X_INSIDE;
    if (x->kind == X_LOAD && load_has(x, v))
        may = x->buffer->dtype != BOOL && dtype_bytes(x->buffer->dtype) == element &&
              moves_along(x->buffer, x->index, v) &&
              (is_near(n, x->buffer, x->index, v) || may_copy(n, x, v, a));
    for (int i = 0; i < x->n && may; i++)
        may = may_read(n, x->arg[i], v, a, element);
    return may;
}

static bool stores_far(const Stmt *s)
{
    return s->kind == S_STORE && s->buffer->kind != B_LOCAL;
}

/* May its results stand in a local row until the loop has ended? */
static bool may_store_later(const Stmt *loop, const Stmt *s)
{
    Touches t = find_touches(s->buffer, &loop->body, NULL);
    return t.n == 1 && !t.other_view && moves_along(s->buffer, s->index, loop->var) &&
           goes_along(s->buffer, s->index, loop->var);
}

/* Does what is left behind the last vector of a row become a whole one? (Of a half or a
 * quarter of one a compiler makes scalars of a few elements only.) */
static bool becomes_whole(Dtype dtype, int64_t extent)
{
    int64_t row = padded_row(dtype, extent);
    return row > extent && row * dtype_bytes(dtype) % VECTOR == 0;
}

/* Can the loop touch nothing along its row but what is near? */
static bool may_be_near(const Near *n, const Stmt *loop, const Around *a)
{
    const Var *v = loop->var;
    int64_t element = 0;
    bool may = a && loop->least == 0 && loop->from == 0 && v->extent >= SHORTEST_ROW &&
               v->extent <= LONGEST_ROW,
         computes = false, far = false;
    for (int i = 0; i < loop->body.n && may; i++) {
        const Stmt *s = loop->body.at[i];
        computes |= expr_functions(s->value) > 0;
        if (s->kind == S_LET && !s->lanes && s->var->extent == 0)
            continue;
        may = (s->kind == S_STORE || (s->kind == S_ACC && s->acc != ACC_FIRST)) &&
              s->buffer->dtype != BOOL && becomes_whole(s->buffer->dtype, v->extent) &&
              (stores_far(s) ? may_store_later(loop, s)
                             : is_near(n, s->buffer, s->index, v));
        int64_t bytes = may ? dtype_bytes(s->buffer->dtype) : 0;
        may &= element == 0 || element == bytes;
        element = bytes;
        far |= stores_far(s);
    }
    for (int i = 0; i < loop->body.n && may; i++)
        may = may_read(n, loop->body.at[i]->value, v, a, element) &&
              may_read(n, loop->body.at[i]->value2, v, a, element);
    return may && element > 0 && (computes || !far);
}

static void leave(Near *n, const Buffer *b)
{
    if (!b || is_far(n, b))
        return;
    PUSH(n->arena, n->far, b);
    n->changed = true;
}

/* Finds the local arrays that anything else writes than loops that can be near. */
static void leave_others(Near *n, const Block *block, const Around *a)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        if (s->kind == S_LOCAL || (s->kind == S_FOR && may_be_near(n, s, a)))
            continue;
        leave(n, s->buffer);
        leave(n, s->buffer2);
        leave_others(n, &s->body, s->kind == S_FOR ? &(Around){a, s} : a);
    }
}

/* ---- the copies ---- */

static Stmt *new_stmt(const Near *n, StmtKind kind, Buffer *b)
{
    Stmt *s = NEW(n->arena, Stmt);
    s->kind = kind;
    s->buffer = b;
    return s;
}

static Buffer *new_local(Near *n, const Buffer *of, Shape shape)
{
    Buffer *b = NEW(n->arena, Buffer);
    b->kind = B_LOCAL;
    b->name = of->name;
    b->dtype = of->dtype;
    b->shape = shape;
    b->id = (*n->next_id)++;
    n->room -= padded_row(b->dtype, shape.dim[shape.rank - 1]) * buffer_bytes(b) /
               shape.dim[shape.rank - 1];
    return b;
}

static Expr *new_load(const Near *n, Buffer *b, Index *index)
{
    Expr *x = NEW(n->arena, Expr);
    x->kind = X_LOAD;
    x->dtype = b->dtype;
    x->buffer = b;
    x->index = index;
    return x;
}

/* A loop over the same turns as `of`, with a counter of its own. */
static Stmt *loop_around(const Near *n, const Var *of, Stmt *s)
{
    Stmt *loop = new_stmt(n, S_FOR, NULL);
    Var *v = NEW(n->arena, Var);
    *v = *of;
    v->id = (*n->next_id)++;
    PUSH(n->arena, loop->body, s);
    Index at = index_var(v);
    loop->var = v;
    block_rename(&loop->body, of, &at);
    return loop;
}

static void put(Near *n, Stmt *loop, Stmt *s)
{
    PUSH(n->arena, n->before, ((Beside){loop, s}));
}

/* The load reads a copy, which is made before the loop in which it does so again. */
static void copy_rows(Near *n, Expr *load, Var *v, const Around *a)
{
    const Stmt *again = reads_again(load, a);
    Var *axis[MAX_RANK] = {v};
    int axes = 1;
    for (; a->loop != again; a = a->outer)
        if (load_has(load, a->loop->var))
            axis[axes++] = a->loop->var;
    Shape shape = {.rank = axes};
    Index *at = NEW_N(n->arena, Index, axes), *index = NEW_N(n->arena, Index, axes);
    for (int d = 0; d < axes; d++) {
        shape.dim[d] = axis[axes - 1 - d]->extent;
        at[d] = index[d] = index_var(axis[axes - 1 - d]);
    }
    Buffer *to = new_local(n, load->buffer, shape);
    Stmt *s = new_stmt(n, S_STORE, to);
    s->value = new_load(n, load->buffer, load->index);
    s->index = index;
    for (int i = 0; i < axes; i++)
        s = loop_around(n, axis[i], s);
    put(n, a->loop, new_stmt(n, S_LOCAL, to));
    put(n, a->loop, s);
    load->buffer = to;
    load->index = at;
}

static const Copy *find_copy(const Near *n, const Expr *load)
{
    for (int i = 0; i < n->copies.n; i++) {
        const Copy *c = &n->copies.at[i];
        bool same = c->of == load->buffer;
        for (int d = 0; same && d < c->of->shape.rank; d++)
            same = index_same(&c->index[d], &load->index[d]);
        if (same)
            return c;
    }
    return NULL;
}

static void copy_reads(Near *n, Expr *x, Var *v, const Around *a)
{
    if (!x)
        return;
    if (x->kind == X_LOAD && load_has(x, v) && !is_near(n, x->buffer, x->index, v)) {
        const Copy *same = find_copy(n, x);
        Copy c = {x->buffer, x->index, x};
        if (same) {
            x->buffer = same->load->buffer;
            x->index = same->load->index;
        } else {
            copy_rows(n, x, v, a);
            PUSH(n->arena, n->copies, c);
        }
    }
    for (int i = 0; i < x->n; i++)
        copy_reads(n, x->arg[i], v, a);
}

/* The results of the loop stand in a local row, which is stored behind it. */
static void store_later(Near *n, Stmt *loop, Stmt *s)
{
    int rank = s->buffer->shape.rank;
    int64_t extent = loop->var->extent;
    Buffer *row = new_local(n, s->buffer, shape_of(1, &extent));
    Index *at = NEW_N(n->arena, Index, 1), *index = NEW_N(n->arena, Index, rank);
    *at = index_var(loop->var);
    for (int d = 0; d < rank; d++)
        index[d] = s->index[d];
    Stmt *store = new_stmt(n, S_STORE, s->buffer);
    store->index = index;
    store->value = new_load(n, row, NEW_N(n->arena, Index, 1));
    *store->value->index = *at;
    s->buffer = row;
    s->index = at;
    put(n, loop, new_stmt(n, S_LOCAL, row));
    PUSH(n->arena, n->after, ((Beside){loop, loop_around(n, loop->var, store)}));
}

static void bring_near(Near *n, Stmt *loop, const Around *a)
{
    decided(D_near_row);
    *loop = *stmt_copy(n->arena, loop); /* values are shared with other loops */
    for (int i = 0; i < loop->body.n; i++) {
        Stmt *s = loop->body.at[i];
        copy_reads(n, s->value, loop->var, a);
        copy_reads(n, s->value2, loop->var, a);
        if (stores_far(s))
            store_later(n, loop, s);
    }
}

static void near_block(Near *n, Block *block, const Around *a)
{
    Block out = {0};
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        if (s->kind == S_FOR && may_be_near(n, s, a))
            bring_near(n, s, a);
        else
            near_block(n, &s->body, s->kind == S_FOR ? &(Around){a, s} : a);
        for (int k = 0; k < n->before.n; k++)
            if (n->before.at[k].loop == s)
                PUSH(n->arena, out, n->before.at[k].s);
        PUSH(n->arena, out, s);
        for (int k = 0; k < n->after.n; k++)
            if (n->after.at[k].loop == s)
                PUSH(n->arena, out, n->after.at[k].s);
    }
    *block = out;
}

void loop_near(Arena *arena, Kernel *k, ParamBuffers *params, const BackOptions *o)
{
    if (block_has_tile(&k->body))
        return;
    Near n = {.arena = arena,
              .next_id = &params->n_buffers,
              .room = stack_room(o->stack, kernel_array_bytes(k))};
    do {
        n.changed = false;
        leave_others(&n, &k->body, NULL);
    } while (n.changed);
    near_block(&n, &k->body, NULL);
}

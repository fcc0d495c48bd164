/*
 * loop_merge.c - neighbouring kernels become one where they go over the same rows:
 *
 *     for i: mean[i] = ...                    for i
 *     for i: for j: d[i][j] = x - mean[i]       const float mean = ...
 *     for i: var[i] = ...                       for j: d[j] = x[i][j] - mean
 *                                               var[i] = ...
 *
 * Two loops merge if every array that one of them writes and the other touches is
 * indexed by the counters of both in the same place: then turn i of the second needs
 * only what turn i of the first made. An array that nothing else touches shrinks to
 * what one turn needs: a local array, or a place in work memory for all turns.
 * Kernels that read the same large array merge too, and the sums that they begin with
 * are made in one walk over it, those of everything among them. No order of any sum
 * changes. Kernels with register tiles merge where a turn passes on a small part of a
 * large array, as the scores of a head:
 *
 *     for i: for j: score[i][j] = q k'        for i: for j
 *     for i: for j: p[i][j] = softmax             score = q k'
 *     for i: for j: y[i][j] = p[i][j] v           p[i][j] = softmax
 *                                                 y[i][j] = p[i][j] v
 *
 * Others are left alone: they are what equal layers share.
 */
#include "decisions.h"
#include "loop.h"

#include <string.h>

enum {
    MOST_PARAMS = 20,
    MOST_STATEMENTS = 64,
    LARGEST_LOCAL = 2048,
    MOST_LOCALS = 8, /* of a kernel, where the stack is limited */
    LOOK_BACK = 6,
    LARGE_ARRAY = 1 << 16,
    LARGE_PASSED = 1 << 18, /* bytes of an array whose parts go from turn to turn, */
    MOST_PASSED = 1 << 15,  /* and of a part, if one of the turns has a tile */
    LEAST_TURNS = 16        /* of tiles, where threads divide them */
};

/* ---- may two loops merge? ---- */

static int count_statements(const Block *block)
{
    int n = block->n;
    for (int i = 0; i < block->n; i++)
        n += count_statements(&block->at[i]->body);
    return n;
}

/* Every array that both touch, one of them writing, has an axis that is the counter
 * of each. */
static bool may_merge(const Kernel *k, const Kernel *m, const Stmt *a, const Stmt *b)
{
    if (a->kind != S_FOR || b->kind != S_FOR || a->var->extent != b->var->extent ||
        a->least != b->least)
        return false;
    for (int i = 0; i < k->params.n + m->params.n; i++) {
        const Buffer *x =
            i < k->params.n ? k->params.at[i] : m->params.at[i - k->params.n];
        if (x->kind == B_COUNTER)
            continue;
        Touches s = find_touches(x, &a->body, a->var);
        Touches t = find_touches(x, &b->body, b->var);
        bool both = (s.n || s.other_view) && (t.n || t.other_view);
        bool writes = s.writes || t.writes;
        if (!both)
            continue;
        if (s.other_view || t.other_view) {
            /* seen with other extents: only reading is safe */
            if (writes || x->kind == B_WORK || x->kind == B_OUTPUT)
                return false;
        } else if (writes && (s.at & t.at) == 0) {
            return false;
        }
    }
    return true;
}

/* ---- merging ---- */

static bool touches_any(const Block *block, const Kernel *k, const Stmt *loop)
{
    for (int i = 0; i < k->params.n; i++) {
        const Buffer *b = k->params.at[i];
        Touches s = find_touches(b, block, NULL),
                t = find_touches(b, &loop->body, NULL);
        bool both = (s.n || s.other_view) && (t.n || t.other_view);
        if (both && b->kind != B_COUNTER && (s.writes || t.writes || s.other_view))
            return true;
    }
    return false;
}

/* The first loop at or behind place `from`, where only local arrays are made before it;
 * else -1. */
static int leading_loop(const Block *block, int from, int to)
{
    int i = from;
    while (i < to && block->at[i]->kind == S_LOCAL)
        i++;
    return i < to && block->at[i]->kind == S_FOR ? i : -1;
}

static void merge_loops(Arena *arena, const Kernel *k, const Kernel *m, Stmt *a,
                        Stmt *b);

static bool is_innermost(const Stmt *loop)
{
    for (int i = 0; i < loop->body.n; i++)
        if (loop->body.at[i]->kind == S_FOR)
            return false;
    return true;
}

/* From `meet` on stand the statements of another block. Both go over something, often
 * the same array, to sum it: then they do it together, if what the first makes of its
 * sum is nothing to the second. So do walks over rows, with a sum over all rows between
 * them: a row of what the first leaves to the second then has one place. (Neighbours
 * without local arrays merge anyway.) */
static bool merge_leading(Arena *arena, const Kernel *k, const Kernel *m, Block *block,
                          int meet)
{
    int x = leading_loop(block, 0, meet), y = leading_loop(block, meet, block->n);
    if (x < 0 || y < 0 || is_innermost(block->at[x]) != is_innermost(block->at[y]) ||
        (y == meet && (x == meet - 1 || is_innermost(block->at[y]))) ||
        !may_merge(k, m, block->at[x], block->at[y]))
        return false;
    Block between = {.at = &block->at[x + 1], .n = meet - x - 1, .cap = meet - x - 1};
    if (touches_any(&between, k, block->at[y]))
        return false;
    decided(D_merge_leading);
    Stmt *second = block->at[y];
    block_remove(block, y);
    for (int i = meet; i < y; i++, x++) { /* its local arrays in front of the loop */
        Stmt *local = block->at[i];
        for (int at = i; at > x; at--)
            block->at[at] = block->at[at - 1];
        block->at[x] = local;
    }
    merge_loops(arena, k, m, block->at[x], second);
    return true;
}

/* Appends loop b's body to loop a's, and merges the loops that meet there, or that come
 * first in both. */
static void merge_loops(Arena *arena, const Kernel *k, const Kernel *m, Stmt *a,
                        Stmt *b)
{
    Index to = index_var(a->var);
    block_rename(&b->body, b->var, &to);
    int meet = a->body.n;
    for (int i = 0; i < b->body.n; i++)
        PUSH(arena, a->body, b->body.at[i]);
    if (meet == 0 || meet == a->body.n || merge_leading(arena, k, m, &a->body, meet))
        return;
    Stmt *x = a->body.at[meet - 1], *y = a->body.at[meet];
    if (!may_merge(k, m, x, y))
        return;
    for (int i = meet; i + 1 < a->body.n; i++)
        a->body.at[i] = a->body.at[i + 1];
    a->body.n--;
    decided(D_merge_inner);
    merge_loops(arena, k, m, x, y);
}

/* ---- shrinking arrays ---- */

static void shrink_expr(Expr *x, const Buffer *b, int axes, Buffer *to)
{
    if (!x)
        return;
    if (x->kind == X_LOAD && x->buffer == b) {
        x->buffer = to;
        x->index = x->index + axes;
    }
    for (int i = 0; i < x->n; i++)
        shrink_expr(x->arg[i], b, axes, to);
}

/* Reads and writes `to` instead of b, without the first axes of b. */
static void shrink_block(Block *block, const Buffer *b, int axes, Buffer *to)
{
    for (int i = 0; i < block->n; i++) {
        Stmt *s = block->at[i];
        shrink_expr(s->value, b, axes, to);
        shrink_expr(s->value2, b, axes, to);
        if (s->tile) {
            shrink_expr(s->tile->a, b, axes, to);
            shrink_expr(s->tile->b, b, axes, to);
        }
        if ((s->kind == S_STORE || s->kind == S_ACC) && s->buffer == b) {
            s->buffer = to;
            if (s->index)
                s->index = s->index + axes;
        }
        shrink_block(&s->body, b, axes, to);
    }
}

static void read_var(Expr *x, const Buffer *b, Var *v)
{
    if (!x)
        return;
    if (x->kind == X_LOAD && x->buffer == b) {
        x->kind = X_VAR;
        x->var = v;
        x->index = NULL;
    }
    for (int i = 0; i < x->n; i++)
        read_var(x->arg[i], b, v);
}

static void read_var_block(Block *block, const Buffer *b, Var *v)
{
    for (int i = 0; i < block->n; i++) {
        read_var(block->at[i]->value, b, v);
        read_var(block->at[i]->value2, b, v);
        read_var_block(&block->at[i]->body, b, v);
    }
}

/* A scalar that one statement of the block itself stores is a named value. */
static bool name_value(Arena *arena, Block *block, Buffer *b, int *next_id)
{
    int writes = find_touches(b, block, NULL).writes;
    for (int i = 0; i < block->n && writes == 1; i++) {
        Stmt *s = block->at[i];
        if (s->kind != S_STORE || s->buffer != b)
            continue;
        decided(D_merge_name);
        s->kind = S_LET;
        s->buffer = NULL;
        s->index = NULL;
        s->var = NEW(arena, Var);
        s->var->name = b->name;
        s->var->dtype = b->dtype;
        s->var->id = (*next_id)++;
        read_var_block(block, b, s->var);
        return true;
    }
    return false;
}

typedef struct Merger {
    Arena *arena;
    const Extents *blocks; /* of rows: kernels do some of them at a time (bands.c) */
    int *users;            /* by buffer: calls that touch it */
    int n_users;
    int *next_id;
    bool threads;
    int64_t largest; /* local array, in bytes */
} Merger;

/* Array b without its first axes, which are those of the loops around the block. Is b
 * out of use now? */
static bool make_local(Merger *m, Block *block, int first, Buffer *b, Shape shape)
{
    int axes = b->shape.rank - shape.rank;
    bool large = shape_size(&shape) > LARGEST_LOCAL ||
                 shape_size(&shape) * dtype_bytes(b->dtype) > m->largest;
    if (large && m->threads)
        return false; /* threads that divide the turns have no place in common */
    Buffer *local = NEW(m->arena, Buffer);
    local->kind = B_LOCAL;
    local->name = b->name;
    local->dtype = b->dtype;
    local->id = (*m->next_id)++;
    local->shape = shape;
    shrink_block(block, b, axes, local);
    if (large) { /* no large array on the stack: b is one for all turns */
        decided(D_merge_reuse);
        shrink_block(block, local, 0, b);
        b->shape = shape;
        b->reused = true;
        return false;
    }
    b->within = local;
    if (local->shape.rank == 0 && name_value(m->arena, block, local, m->next_id))
        return true;
    decided(D_merge_local);
    Stmt *s = NEW(m->arena, Stmt);
    s->kind = S_LOCAL;
    s->buffer = local;
    block_insert(m->arena, block, first, s);
    return true;
}

/* Makes array b local to the innermost block that holds all its touches, if the
 * loops around that block are its first axes, in order. */
static bool shrink(Merger *m, Block *block, Buffer *b, int depth)
{
    int first = -1, holders = 0;
    for (int i = 0; i < block->n; i++) {
        Block one = {.at = &block->at[i], .n = 1, .cap = 1};
        if (find_touches(b, &one, NULL).n == 0)
            continue;
        first = first < 0 ? i : first;
        holders++;
    }
    if (holders == 1 && block->at[first]->kind == S_FOR && depth < b->shape.rank) {
        Stmt *s = block->at[first];
        if (find_touches(b, &s->body, s->var).at >> depth & 1)
            return shrink(m, &s->body, b, depth + 1);
    }
    if (depth == 0)
        return false;
    Shape rest = b->shape;
    for (int i = 0; i < depth; i++)
        rest = shape_drop(rest, 0);
    return make_local(m, block, first, b, rest);
}

/* ---- calls ---- */

/* What is only read comes first. */
static void order_params(Kernel *k)
{
    for (int i = 1; i < k->params.n; i++)
        for (int j = i; j > 0 && k->written.at[j - 1] && !k->written.at[j]; j--) {
            Buffer *b = k->params.at[j];
            k->params.at[j] = k->params.at[j - 1];
            k->params.at[j - 1] = b;
            k->written.at[j] = true;
            k->written.at[j - 1] = false;
        }
}

static void drop_param(Kernel *k, int at)
{
    for (int i = at; i + 1 < k->params.n; i++) {
        k->params.at[i] = k->params.at[i + 1];
        k->written.at[i] = k->written.at[i + 1];
    }
    k->params.n--;
    k->written.n--;
}

static void drop_buffer(Call *c, const Buffer *b)
{
    int n = 0;
    for (int i = 0; i < c->reads.n; i++)
        if (c->reads.at[i] != b)
            c->reads.at[n++] = c->reads.at[i];
    c->reads.n = n;
    n = 0;
    for (int i = 0; i < c->writes.n; i++)
        if (c->writes.at[i] != b)
            c->writes.at[n++] = c->writes.at[i];
    c->writes.n = n;
}

static void add_buffers(Arena *arena, Call *to, const Call *from)
{
    for (int i = 0; i < from->reads.n; i++) {
        bool known = false; /* what the call itself wrote before is none of its reads */
        for (int k = 0; k < to->reads.n; k++)
            known |= to->reads.at[k] == from->reads.at[i];
        for (int k = 0; k < to->writes.n; k++)
            known |= to->writes.at[k] == from->reads.at[i];
        if (!known)
            PUSH(arena, to->reads, from->reads.at[i]);
    }
    for (int i = 0; i < from->writes.n; i++) {
        bool known = false;
        for (int k = 0; k < to->writes.n; k++)
            known |= to->writes.at[k] == from->writes.at[i];
        if (!known)
            PUSH(arena, to->writes, from->writes.at[i]);
    }
}

static void count_users(Merger *m, const Calls *calls, int by)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        if (!c->kernel)
            count_users(m, &c->body, by);
        for (int k = 0; k < c->reads.n; k++)
            m->users[c->reads.at[k]->id] += by;
        for (int k = 0; k < c->writes.n; k++) {
            bool read = false;
            for (int j = 0; j < c->reads.n; j++)
                read |= c->reads.at[j] == c->writes.at[k];
            m->users[c->writes.at[k]->id] += read ? 0 : by;
        }
    }
}

/* Arrays that only this call touches shrink, or go to the inside altogether. */
static void shrink_private(Merger *m, Call *c)
{
    Kernel *k = c->kernel;
    for (int i = k->params.n - 1; i >= 0; i--) {
        Buffer *b = k->params.at[i];
        if (b->kind != B_WORK || b->base || !k->written.at[i] || m->users[b->id] != 1)
            continue;
        Touches t = find_touches(b, &k->body, NULL);
        bool viewed = t.n == t.writes; /* nobody reads it: it is not worth a place */
        for (int j = 0; j < k->params.n; j++)
            viewed |= j != i && buffer_base(k->params.at[j]) == b;
        if (viewed || !shrink(m, &k->body, b, 0))
            continue;
        drop_param(k, i);
        drop_buffer(c, b);
        m->users[b->id] = 0;
    }
}

static bool share_memory(const Call *a, const Call *b)
{
    for (int i = 0; i < a->writes.n; i++)
        for (int k = 0; k < b->reads.n; k++)
            if (a->writes.at[i] == b->reads.at[k])
                return true;
    return false;
}

/* Do the loops go along the same array, one that is no longer in the cache when the
 * second begins? */
static bool share_large(const Call *a, const Stmt *x, const Stmt *y)
{
    for (int i = 0; i < a->kernel->params.n; i++) {
        const Buffer *p = a->kernel->params.at[i];
        if (buffer_bytes(p) < LARGE_ARRAY)
            continue;
        Touches s = find_touches(p, &x->body, x->var),
                t = find_touches(p, &y->body, y->var);
        if (s.step != 0 && s.step == t.step && s.axis == t.axis)
            return true;
    }
    return false;
}

/* Where the kernel's loop stands, if it begins with one, but for local arrays; else -1.
 */
static int loop_of(const Call *c)
{
    if (!c->kernel || c->replaces || c->value)
        return -1;
    return leading_loop(&c->kernel->body, 0, c->kernel->body.n);
}

static bool is_of_blocks(const Merger *m, const Var *v)
{
    bool found = false;
    for (int i = 0; i < m->blocks->n; i++)
        found |= m->blocks->at[i] == v->extent;
    return found;
}

/* Do a product and what is made of it, or a product of that, go over the same parts of
 * an array, which are small beside it? A turn then finds in the first cache what the
 * turn of the other left. */
static bool passes_parts(const Merger *m, const Call *a, const Call *b, const Stmt *x,
                         const Stmt *y)
{
    int64_t turns = x->var->extent;
    if (is_of_blocks(m, x->var))
        return false;
    while (x->body.n == 1 && y->body.n == 1 &&
           may_merge(a->kernel, b->kernel, x->body.at[0], y->body.at[0])) {
        x = x->body.at[0];
        y = y->body.at[0];
        turns *= x->var->extent;
    }
    bool passes = false;
    if (m->threads && turns < LEAST_TURNS)
        return false;
    for (int i = 0; i < a->writes.n; i++)
        for (int k = 0; k < b->reads.n; k++)
            passes |= a->writes.at[i] == b->reads.at[k] &&
                      buffer_bytes(a->writes.at[i]) >= LARGE_PASSED &&
                      buffer_bytes(a->writes.at[i]) <= turns * MOST_PASSED;
    return passes;
}

/* Does the loop fill an array along another axis than its first, as strips of rows? */
static bool writes_across(const Call *c, const Stmt *loop)
{
    for (int i = 0; i < c->kernel->params.n; i++) {
        Touches t = find_touches(c->kernel->params.at[i], &loop->body, loop->var);
        if (t.writes > 0 && t.step != 0 && t.axis > 0)
            return true;
    }
    return false;
}

/* May the loops of these kernels merge? One that sums up everything has something
 * before and behind its loop: that pays for large arrays, and divides no longer. */
static bool may_merge_calls(const Merger *m, const Call *a, const Call *b)
{
    int i = loop_of(a), j = loop_of(b);
    if (i < 0 || j < 0)
        return false;
    const Block *x = &a->kernel->body, *y = &b->kernel->body;
    bool tiles = block_has_tile(x) || block_has_tile(y);
    if (tiles && (x->n > 1 || y->n > 1 || !passes_parts(m, a, b, x->at[i], y->at[j])))
        return false;
    if (writes_across(a, x->at[i]) != writes_across(b, y->at[j]))
        return false; /* or no band of rows could have either of them (bands.c) */
    bool large = share_large(a, x->at[i], y->at[j]);
    if (x->n > 1 || y->n > 1) {
        Block rest = {.at = &x->at[i + 1], .n = x->n - i - 1, .cap = x->n - i - 1};
        if (m->threads || !large || touches_any(&rest, a->kernel, y->at[j]))
            return false;
    }
    return (large || share_memory(a, b)) &&
           count_statements(x) + count_statements(y) <= MOST_STATEMENTS &&
           may_merge(a->kernel, b->kernel, x->at[i], y->at[j]);
}

/* What stands before the second loop and behind it goes before and behind the one that
 * is made of both. */
static void merge_bodies(Arena *arena, Call *a, const Call *b)
{
    Block *x = &a->kernel->body, *y = &b->kernel->body;
    int i = loop_of(a), j = loop_of(b);
    merge_loops(arena, a->kernel, b->kernel, x->at[i], y->at[j]);
    for (int at = 0; at < j; at++)
        block_insert(arena, x, 0, y->at[at]);
    for (int at = j + 1; at < y->n; at++)
        PUSH(arena, *x, y->at[at]);
}

static bool merge_pair(Merger *m, Call *a, Call *b)
{
    if (!may_merge_calls(m, a, b))
        return false;
    Kernel *k = a->kernel, *l = b->kernel;
    int extra = 0;
    for (int i = 0; i < l->params.n; i++) {
        bool known = false;
        for (int j = 0; j < k->params.n; j++)
            known |= k->params.at[j] == l->params.at[i];
        extra += !known;
    }
    if (k->params.n + extra > MOST_PARAMS)
        return false;
    decided(D_merge_kernels);
    Calls pair = {.at = (Call *[]){a, b}, .n = 2};
    count_users(m, &pair, -1);
    merge_bodies(m->arena, a, b);
    for (int i = 0; i < l->params.n; i++)
        kernel_add_param(m->arena, k, l->params.at[i], l->written.at[i]);
    order_params(k);
    add_buffers(m->arena, a, b);
    for (int i = 0; i < l->formulas.n; i++)
        PUSH(m->arena, k->formulas, l->formulas.at[i]);
    k->name = l->name;
    k->where = l->where;
    a->node = b->node;
    Calls one = {.at = &a, .n = 1};
    count_users(m, &one, 1);
    return true;
}

static bool touches(const Call *c, const Buffer *b, bool reads)
{
    for (int i = 0; i < c->writes.n; i++)
        if (c->writes.at[i] == b)
            return true;
    for (int i = 0; reads && i < c->reads.n; i++)
        if (c->reads.at[i] == b)
            return true;
    return false;
}

/* Must `later` stay behind `earlier`? */
static bool depends(const Call *later, const Call *earlier)
{
    for (int i = 0; i < later->reads.n; i++)
        if (touches(earlier, later->reads.at[i], false))
            return true;
    for (int i = 0; i < later->writes.n; i++)
        if (touches(earlier, later->writes.at[i], true))
            return true;
    return false;
}

static void merge_calls(Merger *m, Calls *calls)
{
    int n = 0;
    for (int i = 0; i < calls->n; i++) {
        Call *c = calls->at[i];
        if (!c->kernel)
            merge_calls(m, &c->body);
        bool merged = false;
        for (int k = n - 1; k >= 0 && k >= n - LOOK_BACK && !merged; k--) {
            merged = merge_pair(m, calls->at[k], c);
            if (depends(c, calls->at[k])) /* c cannot move before this one */
                break;
        }
        if (!merged)
            calls->at[n++] = c;
    }
    calls->n = n;
    for (int i = 0; i < n; i++)
        if (calls->at[i]->kernel)
            shrink_private(m, calls->at[i]);
}

static int largest_buffer(const Routine *r)
{
    int n = 0;
    for (int i = 0; i < r->buffers.n; i++)
        n = r->buffers.at[i]->id > n ? r->buffers.at[i]->id : n;
    return n;
}

void loop_merge(Arena *arena, Routine *r, ParamBuffers *params, const BackOptions *o)
{
    Merger m = {.arena = arena, .next_id = &params->n_buffers, .threads = o->threads};
    m.blocks = &r->graph->blocks;
    m.largest = stack_room(o->stack, 0) / MOST_LOCALS;
    m.n_users = params->n_buffers + largest_buffer(r) + 2;
    m.users = NEW_N(arena, int, m.n_users);
    count_users(&m, &r->calls, 1);
    merge_calls(&m, &r->calls);
    schedule_number(r);
}

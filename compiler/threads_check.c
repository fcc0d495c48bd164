/*
 * threads_check.c - a second opinion on what threads.c decided, in every compilation
 * that divides work: some numbers of threads are tried out. Every thread gets the
 * turns that OpenMP's static schedule gives it, and between two barriers no thread may
 * write what another one touches. Nothing is shared with threads.c but its marks in
 * loops, kernels and calls. Where threads take turns at bands of rows, some bands are
 * tried out; what adds to sums is done in their order, so that it may touch what the
 * same calls touch for another band.
 */
#include "threads.h"

/* The elements that a thread touches in an array. */
typedef struct Box {
    Buffer *buffer, *home;
    int thread,
        adds; /* adds: the number of the calls that do this band by band, or 0 */
    bool write;
    bool rows; /* some of all rows, which are the first axis of any view of the array */
    int64_t lo[MAX_RANK], hi[MAX_RANK];
} Box;

/* The turns of a counter: from lo to hi. */
typedef struct Range {
    const Var *var;
    int64_t lo, hi;
} Range;

typedef struct Trial {
    Arena *arena;
    int threads, thread;
    const char *kernel;
    ARRAY(Box) box;
    int call; /* where the boxes of the call that is tried begin */
    Range range[4];
    int ranges;
    const Call *loop; /* whose bands threads share, or NULL */
    int64_t band;     /* the number of that which is tried */
    int adds;
} Trial;

/* ---- what a thread touches ---- */

static void index_bounds(const Trial *t, const Index *x, int64_t dim, int64_t *lo,
                         int64_t *hi)
{
    *lo = *hi = x->base;
    for (int i = 0; i < x->n; i++) {
        int64_t from = 0, to = x->term[i].var->extent - 1, c = x->term[i].coef;
        for (int r = 0; r < t->ranges; r++)
            if (t->range[r].var == x->term[i].var) {
                from = t->range[r].lo;
                to = t->range[r].hi;
            }
        *lo += c * (c > 0 ? from : to);
        *hi += c * (c > 0 ? to : from);
    }
    /* what lies outside is behind a condition */
    *lo = *lo < 0 ? 0 : *lo / x->div;
    *hi = *hi / x->div >= dim ? dim - 1 : *hi / x->div;
}

static void add_box(Trial *t, Buffer *b, const Index *index, bool write)
{
    if (b->kind == B_LOCAL || b->kind == B_COUNTER)
        return;
    Buffer *home = buffer_base(b);
    if (home->own && !t->loop)
        bug("threads: %s is of each thread, outside of its bands", b->name);
    if (home->own)
        return;
    Box box = {.buffer = b,
               .home = home,
               .thread = t->thread,
               .adds = t->adds,
               .write = write};
    for (int d = 0; d < b->shape.rank; d++) {
        box.hi[d] = b->shape.dim[d] - 1;
        if (index)
            index_bounds(t, &index[d], b->shape.dim[d], &box.lo[d], &box.hi[d]);
    }
    if (t->loop && b->turn == t->loop->turn) { /* its rows among all */
        box.buffer = b->base;
        box.rows = true;
        box.lo[0] += t->band * b->shape.dim[0];
        box.hi[0] += t->band * b->shape.dim[0];
    }
    PUSH(t->arena, t->box, box);
}

static void try_expr(Trial *t, const Expr *x)
{
    if (!x)
        return;
    if (x->kind == X_LOAD)
        add_box(t, x->buffer, x->index, false);
    for (int i = 0; i < x->n; i++)
        try_expr(t, x->arg[i]);
}

static void try_operand(Trial *t, const Tile *tile, bool second)
{
    const Expr *x = second ? tile->b : tile->a;
    Touch p = {.buffer = x->buffer, .index = x->index, .tile = tile, .second = second};
    add_box(t, x->buffer, touch_index(t->arena, &p), false);
}

static void try_stmt(Trial *t, const Stmt *s)
{
    try_expr(t, s->value);
    try_expr(t, s->value2);
    if (s->tile) {
        try_operand(t, s->tile, false);
        try_operand(t, s->tile, true);
        add_box(t, s->buffer, NULL, true);
    }
    if (s->kind == S_STORE || s->kind == S_ACC)
        add_box(t, s->buffer, s->index, true);
    if (s->kind == S_ACC && s->buffer2)
        add_box(t, s->buffer2, s->index, true);
    for (int i = 0; i < s->body.n; i++)
        try_stmt(t, s->body.at[i]);
}

/* From..to of all turns of the counters from `level` inwards: a part of one turn, whole
 * turns, and a part. */
static void try_range(Trial *t, const Stmt *s, int level, int64_t from, int64_t to)
{
    int64_t in = 1;
    for (int i = level + 1; i < t->ranges; i++)
        in *= t->range[i].var->extent;
    int64_t first = (from + in - 1) / in, end = to / in;
    Range *r = &t->range[level];
    for (int i = level; i < t->ranges; i++)
        t->range[i] = (Range){t->range[i].var, 0, t->range[i].var->extent - 1};
    if (first < end) {
        r->lo = first;
        r->hi = end - 1;
        try_stmt(t, s);
    }
    if (from % in > 0) {
        r->lo = r->hi = first - 1;
        try_range(t, s, level + 1, from % in, first > end ? to % in : in);
    }
    if (to % in > 0 && first <= end) {
        r->lo = r->hi = end;
        try_range(t, s, level + 1, 0, to % in);
    }
}

/* What this thread does: the same number of turns for all, or of units in them, the
 * first ones one more. */
static void try_divided(Trial *t, const Stmt *s)
{
    int64_t n = 1, k = t->thread;
    t->range[t->ranges++].var = s->var;
    if (s->divided == 2)
        t->range[t->ranges++].var = s->body.at[0]->var;
    for (int i = 0; i < s->units.n; i++)
        t->range[t->ranges++].var = s->units.at[i];
    bool each_turn = s->units.each && s->units.at[0]->extent >= EACH_FROM * t->threads;
    for (int i = each_turn ? t->ranges - 1 : 0; i < t->ranges; i++)
        n *= t->range[i].var->extent;
    int64_t each = n / t->threads, rest = n % t->threads;
    int64_t from = k * each + (k < rest ? k : rest);
    for (int i = 0; each_turn && i < t->ranges; i++)
        t->range[i] = (Range){t->range[i].var, 0, t->range[i].var->extent - 1};
    try_range(t, s, each_turn ? t->ranges - 1 : 0, from, from + each + (k < rest));
    t->ranges = 0;
}

/* Where any thread may do it, that is none of those who do anything else. */
static void try_kernel(Trial *t, const Kernel *k, int call)
{
    t->kernel = k->name;
    int first = k->divided || !k->anyone ? 0 : t->threads + call;
    int end = k->divided ? t->threads : first + 1;
    for (t->thread = first; t->thread < end; t->thread++) {
        for (int i = 0; i < k->params.n; i++)
            if (k->params.at[i]->shape.rank == 0 && !k->written.at[i])
                add_box(t, k->params.at[i], NULL, false);
        for (int i = 0; i < k->body.n; i++) {
            const Stmt *s = k->body.at[i];
            if (s->divided)
                try_divided(t, s);
            else if (!s->alone || t->thread == 0)
                try_stmt(t, s);
        }
    }
}

/* ---- do threads meet? ---- */

static bool same_bytes(const Buffer *a, const Buffer *b)
{
    if (a == b)
        return true;
    return a->kind == B_WORK && b->kind == B_WORK && a->shape.rank > 0 &&
           b->shape.rank > 0 && a->offset < b->offset + buffer_bytes(b) &&
           b->offset < a->offset + buffer_bytes(a);
}

static bool meet(const Box *a, const Box *b)
{
    if (a->thread == b->thread || (!a->write && !b->write) ||
        (a->adds > 0 && a->adds == b->adds) || !same_bytes(a->home, b->home))
        return false;
    bool comparable = a->buffer == b->buffer ||
                      (a->buffer->base && a->buffer->base == b->buffer->base &&
                       a->buffer->turn == b->buffer->turn &&
                       a->buffer->from_end == b->buffer->from_end &&
                       same_extents(&a->buffer->shape, &b->buffer->shape));
    bool rows = a->rows && b->rows && a->home == b->home;
    int axes = comparable ? a->buffer->shape.rank : rows ? 1 : 0;
    for (int d = 0; d < axes; d++)
        if (a->hi[d] < b->lo[d] || b->hi[d] < a->lo[d])
            return false;
    return true;
}

static void compare(const Trial *t)
{
    for (int i = t->call; i < t->box.n; i++)
        for (int k = 0; k < i; k++)
            if (meet(&t->box.at[i], &t->box.at[k]))
                bug("threads: %s touches %s while another of %d threads does",
                    t->kernel, t->box.at[i].buffer->name, t->threads);
}

static void try_call(Trial *t, const Call *c)
{
    if (c->wait)
        t->box.n = 0;
    t->call = t->box.n;
    try_kernel(t, c->kernel, c->at);
    compare(t);
}

/* Some bands, each done by one thread: they look alike from there on. */
static void try_shared(Trial *t, const Call *loop)
{
    if (loop->wait)
        t->box.n = 0;
    t->call = t->box.n;
    t->loop = loop;
    for (t->band = 0; t->band < loop->turn->extent && t->band <= 2 * t->threads;
         t->band++)
        for (int i = 0; i < loop->body.n; i++) {
            const Call *c = loop->body.at[i];
            t->thread = (int)(t->band % t->threads);
            t->kernel = c->kernel->name;
            t->adds = c->adds;
            for (int k = 0; k < c->kernel->body.n; k++)
                try_stmt(t, c->kernel->body.at[k]);
        }
    t->loop = NULL;
    t->adds = 0;
    compare(t);
}

/* Loops twice, for what one turn leaves to the next. */
static void try_calls(Trial *t, const Calls *calls)
{
    for (int i = 0; i < calls->n; i++) {
        if (calls->at[i]->kernel) {
            try_call(t, calls->at[i]);
            continue;
        }
        if (calls->at[i]->shared) {
            try_shared(t, calls->at[i]);
            continue;
        }
        try_calls(t, &calls->at[i]->body);
        try_calls(t, &calls->at[i]->body);
    }
}

void threads_check(const Routine *r)
{
    static const int threads[] = {2, 3};
    for (int i = 0; i < 2 && r->threads > 0; i++) {
        Trial t = {.arena = r->graph->arena, .threads = threads[i]};
        try_calls(&t, &r->calls);
    }
}

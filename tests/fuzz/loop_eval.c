/*
 * loop_eval.c - see loop_eval.h. A statement is a case here and in c_print.c, and the
 * two share nothing: what is printed is judged by tests/run_random, what is meant,
 * here.
 */
#include "loop_eval.h"

#include <math.h>
#include <string.h>

#include "../../runtime/mf_random.h"

enum { MOST_VARS = 64 }; /* a power of 2 */

/* A counter or named value that is in scope. */
typedef struct Binding {
    const Var *var;
    int64_t count; /* as an index */
    Scalar value;
} Binding;

/* Elements of an array: the i-th at at[i * step]. */
typedef struct Memory {
    Scalar *at;
    int64_t step;
} Memory;

typedef struct Machine {
    Arena *arena;
    const Env *env;
    Scalar *work;   /* by byte */
    Scalar *own[2]; /* the same of two threads, who take turns at bands of rows, */
    int64_t band;   /* of which this is done */
    Scalar **home;  /* by the number of a buffer that is no work array */
    int n_home;
    Binding bound[MOST_VARS];
    int n;
    int latest[MOST_VARS]; /* by a hash of the name: where it was bound last */
} Machine;

/* ---- programs ---- */

static void add_param(Program *p, const char *name, const Node *n)
{
    Param param = {.name = name, .dtype = n->dtype, .shape = n->shape};
    for (int i = 0; i < p->params.n; i++)
        if (strcmp(p->params.at[i].name, name) == 0)
            return;
    PUSH(p->arena, p->params, param);
}

static void add_input(Program *p, Entry *e, const Node *n)
{
    Port port = {.name = n->attr.text, .dtype = n->dtype, .shape = n->shape};
    for (int i = 0; i < e->inputs.n; i++)
        if (strcmp(e->inputs.at[i].name, port.name) == 0)
            return;
    PUSH(p->arena, e->inputs, port);
}

Program *graph_program(Arena *arena, Graph *g)
{
    Program *p = NEW(arena, Program);
    Entry e = {.name = "run", .kind = ENTRY_FUNC, .graph = g};
    p->arena = arena;
    p->name = "g";
    p->script = p->path = "random.lua";
    p->real = F32;
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        p->real = n->dtype == F64 ? F64 : p->real;
        if (n->op == OP_param)
            add_param(p, n->attr.text, n);
        if (n->op == OP_input)
            add_input(p, &e, n);
    }
    for (int i = 0; i < g->outs.n; i++)
        if (g->outs.at[i].store)
            add_param(p, g->outs.at[i].name, g->outs.at[i].node);
    PUSH(arena, p->entries, e);
    return p;
}

/* ---- memory ---- */

static const Ring *ring_of(const Machine *m, Dtype d)
{
    if (!is_float(d))
        return m->env->ring->integer;
    return d == F64 && m->env->ring == &ring_f32 ? &ring_f64 : m->env->ring;
}

static Scalar unwritten(int64_t i)
{
    Scalar s = {.p = 0};
    s.dual.v = s.dual.d = NAN;
    s.p ^= (uint64_t)i & 0xffff; /* a NaN, and a residue */
    return s;
}

static Scalar *fresh(Machine *m, int64_t n)
{
    Scalar *s = NEW_N(m->arena, Scalar, n);
    for (int64_t i = 0; i < n; i++)
        s[i] = unwritten(i);
    return s;
}

static int *latest_of(Machine *m, const Var *v)
{
    return &m->latest[(uintptr_t)v / sizeof *v % MOST_VARS];
}

static const Binding *look_up(Machine *m, const Var *v)
{
    int *at = latest_of(m, v);
    if (*at < m->n && m->bound[*at].var == v)
        return &m->bound[*at];
    for (*at = m->n - 1; *at >= 0; --*at)
        if (m->bound[*at].var == v)
            return &m->bound[*at];
    bug("loop_eval: %s is not in scope", v->name);
}

static void bind(Machine *m, const Var *v, int64_t count, Scalar value)
{
    if (m->n == MOST_VARS)
        bug("loop_eval: too many names");
    *latest_of(m, v) = m->n;
    m->bound[m->n++] = (Binding){v, count, value};
}

static Memory memory_of(Machine *m, const Buffer *b)
{
    if (b->base) {
        Memory base = memory_of(m, b->base);
        if (b->turn) {
            int64_t t = look_up(m, b->turn)->count;
            t = b->from_end ? b->turn->extent - 1 - t : t;
            base.at += t * shape_size(&b->shape) * base.step;
        }
        return base;
    }
    if (b->kind == B_WORK && b->shape.rank > 0)
        return (Memory){(b->own ? m->own[m->band % 2] : m->work) + b->offset,
                        dtype_bytes(b->dtype)};
    if (b->id >= m->n_home)
        bug("loop_eval: array %d of %d", b->id, m->n_home);
    if (!m->home[b->id])
        m->home[b->id] = fresh(m, shape_size(&b->shape));
    return (Memory){m->home[b->id], 1};
}

static int64_t index_whole(Machine *m, const Index *x)
{
    int64_t sum = x->base;
    for (int i = 0; i < x->n; i++)
        sum += x->term[i].coef * look_up(m, x->term[i].var)->count;
    return sum;
}

static Scalar *element_at(Machine *m, const Buffer *b, const Index *index)
{
    int64_t at = 0;
    for (int d = 0; d < b->shape.rank; d++) {
        int64_t i = index_whole(m, &index[d]);
        if (index[d].div != 1)
            i /= index[d].div;
        if (i < 0 || i >= b->shape.dim[d])
            bug("loop_eval: index %d of %s is %lld of %lld", d, b->name, (long long)i,
                (long long)b->shape.dim[d]);
        at = at * b->shape.dim[d] + i;
    }
    Memory home = memory_of(m, b);
    return home.at + at * home.step;
}

/* ---- expressions ---- */

static Scalar value_of(Machine *m, const Expr *x);

static Scalar draw(Machine *m, const Expr *x, int64_t place)
{
    const Env *e = m->env;
    uint64_t stream = x->stream->stream, at = (uint64_t)place;
    bool single = e->single || e->ring == &ring_f32;
    return e->ring->number(single ? (double)mf_uniformf(e->seed, stream, e->step, at)
                                  : mf_uniform(e->seed, stream, e->step, at));
}

static bool is_true(const Machine *m, Scalar s)
{
    return m->env->ring->integer->value(s) != 0;
}

/* The operand that is not chosen may have no value. */
static Scalar operator_value(Machine *m, const Expr *x)
{
    Scalar arg[3] = {{{0, 0}}};
    arg[0] = value_of(m, x->arg[0]);
    if (x->op == OP_where)
        return value_of(m, x->arg[is_true(m, arg[0]) ? 1 : 2]);
    if (x->op == OP_logical_and && !is_true(m, arg[0]))
        return arg[0];
    if (x->op == OP_logical_or && is_true(m, arg[0]))
        return m->env->ring->integer->number(1);
    for (int i = 1; i < x->n; i++)
        arg[i] = value_of(m, x->arg[i]);
    Dtype dtype = x->arg[x->n - 1]->dtype;
    if (x->op == OP_cast)
        return ring_of(m, is_float(x->dtype) ? x->dtype : F32)
            ->cast(arg[0], dtype, x->dtype);
    return ring_of(m, is_float(dtype) ? dtype : F32)->op(x->op, dtype, arg);
}

static Scalar value_of(Machine *m, const Expr *x)
{
    const Ring *ring = ring_of(m, x->dtype);
    int64_t i;
    switch (x->kind) {
    case X_NUM:
        return ring->number(x->num);
    case X_VAR:
        return look_up(m, x->var)->value;
    case X_INDEX:
        return ring->number((double)(index_whole(m, x->index) / x->index->div));
    case X_LOAD:
        return *element_at(m, x->buffer, x->index);
    case X_INSIDE:
        i = index_whole(m, x->index);
        return ring->number(i >= 0 && i % x->index->div == 0 &&
                            i / x->index->div < x->extent);
    case X_RANDOM:
        return draw(m, x, index_whole(m, x->index));
    case X_OP:
        break;
    }
    return operator_value(m, x);
}

/* ---- statements ---- */

static void run_block(Machine *m, const Block *block);

/* What a maximum begins with is below every number. */
static bool is_below_all(const Ring *ring, Dtype d, Scalar s)
{
    return ring->equal(s, ring->number(is_float(d) ? -INFINITY : (double)INT32_MIN));
}

/* Does x come before the largest so far? The first NaN does. */
static bool is_above(const Ring *ring, Dtype d, Scalar x, Scalar top)
{
    if (!ring->equal(x, x))
        return ring->equal(top, top);
    if (is_below_all(ring, d, x)) /* whatever its residue is */
        return false;
    return is_below_all(ring, d, top) || ring->less(top, x);
}

static void accumulate(Machine *m, const Stmt *s)
{
    Dtype d = s->buffer->dtype;
    const Ring *ring = ring_of(m, d);
    Scalar x = value_of(m, s->value), y = x;
    if (s->value2)
        y = value_of(m, s->value2);
    Scalar *to = element_at(m, s->buffer, s->index);
    switch (s->acc) {
    case ACC_ADD:
        *to = ring->add(*to, x);
        break;
    case ACC_FMA:
        *to = ring->fma(x, y, *to);
        break;
    case ACC_MUL:
        *to = ring->mul(*to, x);
        break;
    case ACC_FIRST:
        if (is_above(ring, d, x, *to))
            *element_at(m, s->buffer2, s->index) = y;
        *to = is_above(ring, d, x, *to) ? x : *to;
        break;
    case ACC_MAX:
        *to = is_above(ring, d, x, *to) ? x : *to;
    }
}

static Scalar lanes_value(Machine *m, const Stmt *s)
{
    Dtype d = s->buffer->dtype;
    const Ring *ring = ring_of(m, d);
    Memory lane = memory_of(m, s->buffer);
    for (int half = 8; half > 0; half /= 2)
        for (int i = 0; i < half; i++) {
            Scalar a = lane.at[i], b = lane.at[i + half];
            lane.at[i] = s->acc != ACC_MAX         ? ring->add(a, b)
                         : is_above(ring, d, a, b) ? a
                                                   : b;
        }
    return lane.at[0];
}

/* The first place of the largest, from those of all lanes. */
static Scalar lanes_place(Machine *m, const Stmt *s)
{
    Dtype d = s->buffer->dtype;
    const Ring *ring = ring_of(m, d), *whole = ring_of(m, I32);
    Memory lane = memory_of(m, s->buffer), place = memory_of(m, s->buffer2);
    int first = 0;
    for (int i = 1; i < 16; i++)
        if (is_above(ring, d, lane.at[i], lane.at[first]) ||
            (!is_above(ring, d, lane.at[first], lane.at[i]) &&
             whole->value(place.at[i]) < whole->value(place.at[first])))
            first = i;
    return place.at[first];
}

static void run_let(Machine *m, const Stmt *s)
{
    Scalar v = !s->lanes             ? value_of(m, s->value)
               : s->acc == ACC_FIRST ? lanes_place(m, s)
                                     : lanes_value(m, s);
    int64_t count = 0;
    if (s->var->extent > 0)
        count = (int64_t)m->env->ring->integer->value(v);
    bind(m, s->var, count, v);
}

static void make_local(Machine *m, const Stmt *s)
{
    int64_t n = shape_size(&s->buffer->shape);
    Memory to = memory_of(m, s->buffer);
    Scalar fill = {.p = 0};
    if (s->value)
        fill = value_of(m, s->value);
    for (int64_t i = 0; i < n; i++)
        to.at[i] = s->value ? fill : unwritten(i);
}

/* How far an operand moves to place i of some nested axes. */
static int64_t step_to(int n, const int64_t *extent, const int64_t *step, int64_t i)
{
    int64_t sum = 0;
    for (int d = n - 1; d >= 0; d--) {
        sum += i % extent[d] * step[d];
        i /= extent[d];
    }
    return sum;
}

static int64_t product(int n, const int64_t *extent)
{
    int64_t all = 1;
    for (int i = 0; i < n; i++)
        all *= extent[i];
    return all;
}

static void run_tile(Machine *m, const Stmt *s)
{
    const Tile *t = s->tile;
    const Ring *ring = ring_of(m, s->buffer->dtype);
    int64_t rows = product(t->rows, t->row_extent),
            width = s->buffer->shape.dim[s->buffer->shape.rank - 1];
    int64_t columns = product(t->columns, t->column_extent);
    int64_t terms = product(t->terms, t->term_extent);
    Scalar *a0 = element_at(m, t->a->buffer, t->a->index);
    Scalar *b0 = element_at(m, t->b->buffer, t->b->index);
    int64_t da = memory_of(m, t->a->buffer).step, db = memory_of(m, t->b->buffer).step;
    Memory to = memory_of(m, s->buffer);
    if (s->index)
        to.at = element_at(m, s->buffer, s->index);
    for (int64_t i = 0; i < rows; i++)
        for (int64_t j = 0; j < columns; j++) {
            const Scalar *a = a0 + da * step_to(t->rows, t->row_extent, t->row_step, i);
            const Scalar *b =
                b0 + db * step_to(t->columns, t->column_extent, t->column_step, j);
            Scalar *place =
                to.at + to.step * (t->turned ? j * width + i : i * width + j);
            Scalar sum = t->more ? *place : ring->number(0);
            for (int64_t k = 0; k < terms; k++)
                sum = ring->fma(a[da * step_to(t->terms, t->term_extent, t->term_a, k)],
                                b[db * step_to(t->terms, t->term_extent, t->term_b, k)],
                                sum);
            *place = sum;
        }
}

static void run_stmt(Machine *m, const Stmt *s)
{
    int scope = m->n;
    switch (s->kind) {
    case S_FOR:
        for (int64_t i = s->from; i < s->var->extent; i++) {
            bind(m, s->var, i, ring_of(m, I32)->number((double)i));
            run_block(m, &s->body);
            m->n = scope;
        }
        break;
    case S_LET:
        run_let(m, s);
        break;
    case S_LOCAL:
        make_local(m, s);
        break;
    case S_ACC:
        accumulate(m, s);
        break;
    case S_STORE: {
        Scalar v = value_of(m, s->value);
        *element_at(m, s->buffer, s->index) = v;
        break;
    }
    case S_FILL:
        for (int64_t i = 0; i < s->buffer->shape.dim[0]; i++)
            memory_of(m, s->buffer).at[i] =
                draw(m, s->value, index_whole(m, s->value->index) + i);
        break;
    case S_TILE:
        run_tile(m, s);
        break;
    case S_AHEAD:
        break;
    }
}

static void run_block(Machine *m, const Block *block)
{
    int scope = m->n;
    for (int i = 0; i < block->n; i++)
        run_stmt(m, block->at[i]);
    m->n = scope;
}

static void run_calls(Machine *m, const Calls *calls)
{
    for (int i = 0; i < calls->n; i++) {
        const Call *c = calls->at[i];
        int scope = m->n;
        for (int k = 0; c->kernel && k < c->kernel->params.n; k++) {
            const Buffer *b = c->kernel->params.at[k];
            if (b->counter)
                bind(m, b->counter, b->number,
                     ring_of(m, I32)->number((double)b->number));
        }
        if (c->kernel)
            run_block(m, &c->kernel->body);
        m->n = scope;
        for (int64_t t = 0; !c->kernel && t < c->turn->extent; t++) {
            bind(m, c->turn, t, ring_of(m, I32)->number((double)t));
            m->band = c->shared ? t : 0;
            run_calls(m, &c->body);
            m->n = scope;
        }
    }
}

/* ---- the whole ---- */

static const Node *find_leaf(const Graph *g, Op op, const char *name)
{
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        if (n->op == op && strcmp(n->attr.text, name) == 0)
            return n;
    }
    return NULL;
}

static void fill_leaf(Machine *m, Buffer *b, const Node *leaf)
{
    Memory to = memory_of(m, b);
    if (!leaf)
        return;
    const Scalar *from = m->env->leaf(m->env->context, leaf);
    for (int64_t i = 0; i < shape_size(&b->shape); i++)
        to.at[i] = from[i];
}

static void fill_memory(Machine *m, const Program *p, const ParamBuffers *params,
                        const Routine *r)
{
    const Entry *e = &p->entries.at[0];
    for (int i = 0; i < p->params.n; i++)
        fill_leaf(m, params->param[i],
                  find_leaf(e->graph, OP_param, p->params.at[i].name));
    for (int i = 0; i < e->inputs.n; i++)
        fill_leaf(m, r->inputs.at[i],
                  find_leaf(e->graph, OP_input, e->inputs.at[i].name));
    for (int i = 0; i < r->buffers.n; i++) {
        Buffer *b = r->buffers.at[i];
        if (b->kind != B_CONST)
            continue;
        Memory to = memory_of(m, b);
        for (int64_t k = 0; k < shape_size(&b->shape); k++)
            to.at[k] = ring_of(m, b->dtype)->number(b->data[k]);
    }
    Buffer *counter[] = {params->seed, params->step};
    for (int i = 0; i < 2; i++)
        *memory_of(m, counter[i]).at =
            m->env->ring->integer->number((double)(i ? m->env->step : m->env->seed));
}

Scalar **loop_eval(Arena *arena, const Program *p, const ParamBuffers *params,
                   const Routine *r, const Env *env)
{
    Machine m = {.arena = arena, .env = env, .n_home = params->n_buffers};
    m.home = NEW_N(arena, Scalar *, m.n_home + 1);
    m.work = fresh(&m, r->work_end + 1);
    for (int i = 0; i < 2; i++)
        m.own[i] = fresh(&m, r->own_bytes + 1);
    fill_memory(&m, p, params, r);
    run_calls(&m, &r->calls);
    const Graph *g = p->entries.at[0].graph;
    Scalar **out = NEW_N(arena, Scalar *, g->outs.n + 1);
    int outputs = 0;
    for (int i = 0; i < g->outs.n; i++) {
        Buffer *b = NULL;
        for (int k = 0; g->outs.at[i].store && k < p->params.n; k++)
            if (strcmp(p->params.at[k].name, g->outs.at[i].name) == 0)
                b = params->param[k];
        out[i] = memory_of(&m, b ? b : r->outputs.at[outputs++]).at;
    }
    return out;
}

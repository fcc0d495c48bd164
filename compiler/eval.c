/*
 * eval.c - the value of a graph, generic over its ring.
 *
 * Nodes are computed in the order of their ids, each from the arrays of its
 * operands, without any fusion: scalar operators element by element, views by
 * their index map, other tensor operators by their own eval function (op_*.c),
 * leaves from the environment. Slow and plain on purpose.
 */
#include "eval.h"

#include <string.h>

#include "../runtime/mf_random.h"

typedef struct Eval {
    Arena *arena;
    const Env *env;
    Scalar **value; /* by id */
} Eval;

/* The ring of the floats of a dtype: an f32 program may have f64 nodes. */
static const Ring *float_ring(const Env *env, Dtype dtype)
{
    return dtype == F64 && env->ring == &ring_f32 ? &ring_f64 : env->ring;
}

/* The ring that computes this node: integers have their own arithmetic. (A scan
 * may have results of several dtypes; its body asks again, node by node.) */
static const Ring *ring_of(const Env *env, const Node *n)
{
    return is_float(n->dtype) ? float_ring(env, n->dtype) : env->ring->integer;
}

/* ---- leaves ---- */

static void eval_const(const Ring *ring, const Node *n, Scalar *out)
{
    int64_t size = shape_size(&n->shape);
    for (int64_t i = 0; i < size; i++)
        out[i] = ring->number(n->attr.data[i]);
}

static void eval_full(const Ring *ring, const Node *n, Scalar *out)
{
    int64_t size = shape_size(&n->shape);
    for (int64_t i = 0; i < size; i++)
        out[i] = ring->number(n->attr.num);
}

static void eval_iota(const Ring *ring, const Node *n, Scalar *out)
{
    int64_t size = shape_size(&n->shape), inner = 1;
    int axis = (int)n->attr.at[0];
    for (int d = axis + 1; d < n->shape.rank; d++)
        inner *= n->shape.dim[d];
    for (int64_t i = 0; i < size; i++)
        out[i] = ring->number((double)(i / inner % n->shape.dim[axis]));
}

static void eval_random(const Env *env, const Node *n, Scalar *out)
{
    int64_t size = shape_size(&n->shape);
    uint64_t stream = mf_hash(n->attr.text);
    bool single = env->single || env->ring == &ring_f32;
    for (int64_t i = 0; i < size; i++) {
        uint64_t at = (uint64_t)i;
        double v = single ? (double)mf_uniformf(env->seed, stream, env->step, at)
                          : mf_uniform(env->seed, stream, env->step, at);
        out[i] = env->ring->number(v);
    }
}

static void eval_leaf(const Env *env, const Node *n, Scalar *out)
{
    const Ring *ring = ring_of(env, n);
    const Scalar *given = env->leaf ? env->leaf(env->context, n) : NULL;
    int64_t size = shape_size(&n->shape);
    if (given)
        for (int64_t i = 0; i < size; i++)
            out[i] = given[i];
    else if (n->op == OP_const)
        eval_const(ring, n, out);
    else if (n->op == OP_full)
        eval_full(ring, n, out);
    else if (n->op == OP_iota)
        eval_iota(ring, n, out);
    else if (n->op == OP_step)
        out[0] = ring->number((double)env->step);
    else if (n->op == OP_random)
        eval_random(env, n, out);
    else
        bug("eval: no value for %s %s", op_info(n->op)->name, n->attr.text);
}

/* ---- views ---- */

/* The place in the operand of shape `s` that the numerators `num` point at, or
 * -1 for the fill. */
static int64_t view_place(const View *view, const Shape *s, const int64_t *num)
{
    int64_t at = 0;
    for (int d = 0; d < s->rank; d++) {
        int64_t i = num[d], div = view->div[d];
        bool inside = i >= 0 && i % div == 0 && i / div < s->dim[d];
        if (!inside && view->guarded)
            return -1;
        if (!inside)
            bug("eval: a view leaves its operand");
        at = at * s->dim[d] + i / div;
    }
    return at;
}

/* Adds `times` steps along result axis e to the numerators. */
static void view_step(const View *view, int rank, int e, int64_t times, int64_t *num)
{
    for (int d = 0; d < rank; d++)
        num[d] += times * view->coef[d][e];
}

static void eval_view(const Ring *ring, const Node *n, const Scalar *arg, Scalar *out)
{
    View view = {0};
    op_info(n->op)->view(n, &view);
    const Shape *to = &n->shape, *from = &n->arg[0]->shape;
    int64_t size = shape_size(to), num[MAX_RANK], index[MAX_RANK] = {0};
    Scalar fill = ring->number(view.fill);
    for (int d = 0; d < from->rank; d++)
        num[d] = view.base[d];
    for (int64_t i = 0; i < size; i++) {
        int64_t at = view_place(&view, from, num);
        out[i] = at < 0 ? fill : arg[at];
        for (int e = to->rank - 1; e >= 0; e--) {
            view_step(&view, from->rank, e, 1, num);
            if (++index[e] < to->dim[e])
                break;
            view_step(&view, from->rank, e, -to->dim[e], num);
            index[e] = 0;
        }
    }
}

/* ---- the other nodes ---- */

static void eval_scalar(const Env *env, const Node *n, const Scalar *const *arg,
                        Scalar *out)
{
    int64_t size = shape_size(&n->shape);
    Dtype dtype = n->arg[n->n - 1]->dtype;
    const Ring *ring = float_ring(env, dtype);
    for (int64_t i = 0; i < size; i++) {
        Scalar operand[3] = {{{0, 0}}};
        for (int k = 0; k < n->n; k++)
            operand[k] = arg[k][i];
        out[i] = ring->op(n->op, dtype, operand);
    }
}

/* cast, stop, reshape: element by element, in order. */
static bool keeps_order(const Node *n)
{
    return n->op == OP_cast || n->op == OP_stop || n->op == OP_reshape ||
           n->op == OP_mode;
}

static void eval_ordered(const Env *env, const Node *n, const Scalar *arg, Scalar *out)
{
    int64_t size = shape_size(&n->shape);
    Dtype from = n->arg[0]->dtype;
    const Ring *ring = float_ring(env, n->dtype);
    for (int64_t i = 0; i < size; i++)
        if (n->op == OP_cast)
            out[i] = ring->cast(arg[i], from, n->dtype);
        else if (n->op == OP_stop)
            out[i] = ring->op(OP_stop, from, &arg[i]);
        else
            out[i] = arg[i];
}

static void eval_node(Eval *e, const Node *n, Scalar *out)
{
    const OpInfo *info = op_info(n->op);
    const Scalar **arg = NEW_N(e->arena, const Scalar *, n->n + 1);
    for (int k = 0; k < n->n; k++)
        arg[k] = e->value[n->arg[k]->id];
    if (is_leaf(n))
        eval_leaf(e->env, n, out);
    else if (is_scalar_op(n->op))
        eval_scalar(e->env, n, arg, out);
    else if (keeps_order(n))
        eval_ordered(e->env, n, arg[0], out);
    else if (info->view)
        eval_view(ring_of(e->env, n), n, arg[0], out);
    else if (info->eval)
        info->eval(n->op == OP_scan ? e->env->ring : ring_of(e->env, n), n, arg, out);
    else
        bug("eval: %s has no value", info->name);
}

/* How many outs and operands of needed nodes each node is, by id. */
static int *count_uses(Arena *arena, const Graph *g)
{
    int *uses = NEW_N(arena, int, g->nodes.n + 1);
    for (int i = 0; i < g->outs.n; i++)
        uses[g->outs.at[i].node->id]++;
    for (int i = g->nodes.n - 1; i >= 0; i--)
        for (int k = 0; uses[i] > 0 && k < g->nodes.at[i]->n; k++)
            uses[g->nodes.at[i]->arg[k]->id]++;
    return uses;
}

Scalar **eval_graph(Arena *arena, const Graph *g, const Env *env)
{
    Eval e = {arena, env, NEW_N(arena, Scalar *, g->nodes.n + 1)};
    int *uses = count_uses(arena, g);
    for (int i = 0; i < g->nodes.n; i++)
        if (uses[i] > 0) {
            e.value[i] = NEW_N(arena, Scalar, shape_size(&g->nodes.at[i]->shape));
            eval_node(&e, g->nodes.at[i], e.value[i]);
        }
    return e.value;
}

/* ---- outs alone ---- */

enum { GIB = 1 << 30, MOST_GIB = 8 };

/* A value in an arena of its own, until it is dropped. */
typedef struct Home {
    Arena *arena;
    int64_t bytes;
} Home;

static void make_home(Home *home, Eval *e, const Node *n, int64_t *alive)
{
    int64_t size = shape_size(&n->shape);
    home->bytes = size_mul(size, sizeof(Scalar));
    *alive = size_add(*alive, home->bytes);
    if (*alive / GIB >= MOST_GIB)
        fail(EXIT_LIMIT,
             "%s: its values need more than %d GiB at once in the reference evaluator; "
             "give the dims of the script smaller values, as in -D B=1",
             n->graph->name, MOST_GIB);
    home->arena = arena_new();
    e->value[n->id] = NEW_N(home->arena, Scalar, size);
}

static void drop(Home *home, int64_t *alive)
{
    *alive -= home->bytes;
    arena_free(home->arena);
}

Scalar **eval_outs(Arena *arena, const Graph *g, const Env *env)
{
    Arena *scratch = arena_new();
    Eval e = {scratch, env, NEW_N(scratch, Scalar *, g->nodes.n + 1)};
    Home *home = NEW_N(scratch, Home, g->nodes.n + 1);
    int *uses = count_uses(scratch, g);
    int64_t alive = 0;
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        if (uses[i] == 0)
            continue;
        make_home(&home[i], &e, n, &alive);
        eval_node(&e, n, e.value[i]);
        for (int k = 0; k < n->n; k++)
            if (--uses[n->arg[k]->id] == 0)
                drop(&home[n->arg[k]->id], &alive);
    }
    Scalar **out = NEW_N(arena, Scalar *, g->outs.n + 1);
    for (int i = 0; i < g->outs.n; i++) {
        const Node *n = g->outs.at[i].node;
        int64_t size = shape_size(&n->shape);
        out[i] = NEW_N(arena, Scalar, size);
        memcpy(out[i], e.value[n->id], (size_t)size * sizeof *out[i]);
        if (--uses[n->id] == 0)
            drop(&home[n->id], &alive);
    }
    arena_free(scratch);
    return out;
}

/*
 * routine.c - an entry's graph becomes a list of kernel calls.
 *
 * Every node that lives in memory gets an array and a kernel. A store into a
 * tensor of the model (an update) and the carry of a scan are the same thing: the
 * new value is written over the old one, after everything that reads the old one.
 */
#include "lower.h"

#include <math.h>
#include <string.h>

ParamBuffers *param_buffers(Program *p)
{
    ParamBuffers *b = NEW(p->arena, ParamBuffers);
    b->arena = p->arena;
    b->program = p;
    b->param = NEW_N(p->arena, Buffer *, p->params.n + 1);
    for (int i = 0; i < p->params.n; i++) {
        const Param *param = &p->params.at[i];
        Buffer *t = b->param[i] = NEW(p->arena, Buffer);
        t->kind = B_PARAM;
        t->name = param->name;
        t->dtype = param->dtype;
        t->shape = param->shape;
        t->id = b->n_buffers++;
    }
    Buffer **counter[] = {&b->seed, &b->step};
    for (int i = 0; i < 2; i++) {
        Buffer *t = *counter[i] = NEW(p->arena, Buffer);
        t->kind = B_COUNTER;
        t->name = i == 0 ? "seed" : "step";
        t->id = b->n_buffers++;
    }
    return b;
}

static Buffer *new_buffer(Lower *l, BufferKind kind, const char *name, Dtype dtype,
                          Shape shape)
{
    Buffer *b = NEW(l->arena, Buffer);
    b->kind = kind;
    b->name = name;
    b->dtype = dtype;
    b->shape = shape;
    b->id = l->params->n_buffers++;
    b->first = -1;
    PUSH(l->arena, l->routine->buffers, b);
    return b;
}

/* The array that is `base` seen otherwise: with another shape, or a slice. */
static Buffer *see(Lower *l, Buffer *base, Shape shape, Var *turn, bool from_end)
{
    Buffer *b = NEW(l->arena, Buffer);
    *b = *base;
    b->base = base;
    b->shape = shape;
    b->turn = turn;
    b->from_end = from_end;
    b->id = l->params->n_buffers++;
    return b;
}

/* ---- calls ---- */

static void touch(Lower *l, Call *c, Buffer *b, bool written)
{
    b = buffer_base(b);
    if (b->kind == B_COUNTER)
        return;
    for (int i = 0; i < (written ? c->writes.n : c->reads.n); i++)
        if ((written ? c->writes.at[i] : c->reads.at[i]) == b)
            return;
    if (written)
        PUSH(l->arena, c->writes, b);
    else
        PUSH(l->arena, c->reads, b);
}

static Call *call_kernel(Lower *l, Kernel *k, const Node *node)
{
    Call *c = NEW(l->arena, Call);
    c->kernel = k;
    c->node = (Node *)node;
    for (int i = 0; i < k->params.n; i++)
        touch(l, c, k->params.at[i], k->written.at[i]);
    return c;
}

Buffer *work_buffer(Lower *l, const char *name, Dtype dtype, Shape shape)
{
    return new_buffer(l, B_WORK, name, dtype, shape);
}

void lower_into(Lower *l, Calls *calls, Kernel *k, const Node *node)
{
    PUSH(l->arena, *calls, call_kernel(l, k, node));
}

/* Seen from the calls of a loop, its own touch everything that they touch. */
static void touch_all(Lower *l, Call *loop)
{
    for (int i = 0; i < loop->body.n; i++) {
        Call *c = loop->body.at[i];
        for (int k = 0; k < c->reads.n; k++)
            touch(l, loop, c->reads.at[k], false);
        for (int k = 0; k < c->writes.n; k++)
            touch(l, loop, c->writes.at[k], true);
    }
}

/* ---- a graph ---- */

static void lower_scan(Lower *l, const Node *scan, Calls *calls);

/* Is the node computed by a kernel of its own? */
static bool has_kernel(const Lower *l, const Node *n)
{
    return l->fusion.place[n->id] == P_MEMORY && n->op != OP_input &&
           n->op != OP_param && n->op != OP_const && n->op != OP_get &&
           n->op != OP_scan;
}

/* May its result be written to any array? */
static bool finds_home(const Lower *l, const Node *n)
{
    return has_kernel(l, n) && !l->buffer[n->id];
}

static Buffer *node_home(Lower *l, const Node *n)
{
    bool data = n->op == OP_const;
    const char *name = data && !n->name ? "data" : node_word(n);
    Buffer *b = new_buffer(l, data ? B_CONST : B_WORK, name, n->dtype, n->shape);
    b->node = n;
    b->data = data ? n->attr.data : NULL;
    return b;
}

void lower_node(Lower *l, const Node *n, Calls *calls)
{
    int i = n->id;
    Place place = l->fusion.place[i];
    if (l->done[i] || place == P_INLINE)
        return;
    l->done[i] = !has_kernel(l, n); /* else when its members are known */
    if (place == P_ALIAS) {
        l->buffer[i] = see(l, l->buffer[n->arg[0]->id], n->shape, NULL, false);
        return;
    }
    if (n->op == OP_scan) {
        lower_scan(l, n, calls);
        return;
    }
    if (!has_kernel(l, n)) {
        if (!l->buffer[i])
            l->buffer[i] = node_home(l, n);
        return;
    }
    Members *members = NEW(l->arena, Members);
    *members = find_members(l, n, calls);
    for (int k = 0; k < members->n; k++) {
        const Node *m = members->at[k];
        const Node *home = l->fusion.home[m->id] ? l->fusion.home[m->id] : m;
        if (!members->stored[k])
            continue;
        if (!l->buffer[home->id])
            l->buffer[home->id] = node_home(l, home);
        l->buffer[m->id] = l->buffer[home->id];
        l->done[home->id] = true; /* what is around is stored too */
    }
    l->calls = calls;
    Call *c = call_kernel(l, lower_root(l, members), n);
    c->late = stands_alone(n, l->options);
    PUSH(l->arena, *calls, c);
}

/* Gives every node of the graph its array and appends the calls. Those that have
 * one already (inputs, parameters, outputs) keep it. */
static void lower_nodes(Lower *l, Calls *calls)
{
    for (int i = 0; i < l->g->nodes.n; i++)
        lower_node(l, l->g->nodes.at[i], calls);
}

/* Where a value must go besides its own array. */
typedef struct Target {
    Buffer *to;
    const Node *node;
    bool replaces; /* an old value that others read */
} Target;
typedef ARRAY(Target) Targets;

/* All new values are computed before the first takes the place of an old one, for
 * they may read each other's old values. */
static void copy_targets(Lower *l, Calls *calls, const Targets *targets)
{
    Buffer **value = NEW_N(l->arena, Buffer *, targets->n + 1);
    for (int i = 0; i < targets->n; i++) {
        const Target *t = &targets->at[i];
        const Node *n = t->node;
        value[i] = t->replaces && has_kernel(l, n) ? l->buffer[n->id] : NULL;
        if (value[i])
            continue;
        const char *name = t->to->kind == B_PARAM ? t->to->name : "new";
        value[i] =
            t->replaces ? new_buffer(l, B_WORK, name, n->dtype, n->shape) : t->to;
        PUSH(l->arena, *calls, call_kernel(l, lower_copy(l, n, value[i]), n));
    }
    for (int i = 0; i < targets->n; i++) {
        const Target *t = &targets->at[i];
        if (!t->replaces)
            continue;
        Call *c = call_kernel(l, lower_move(l, t->node, value[i], t->to), t->node);
        c->replaces = t->to;
        c->value = value[i];
        PUSH(l->arena, *calls, c);
    }
}

static Lower lower_begin(const Lower *outer, const Graph *g)
{
    Lower l = *outer;
    int n = g->nodes.n + 1;
    l.g = g;
    l.fusion = pass_fuse(l.arena, g, l.options);
    l.buffer = NEW_N(l.arena, Buffer *, n);
    l.value = NEW_N(l.arena, Expr *, n);
    l.stop = NEW_N(l.arena, bool, n);
    l.title = NEW_N(l.arena, const char *, n);
    l.done = NEW_N(l.arena, bool, n);
    l.busy = NEW_N(l.arena, bool, n);
    memset(&l.memo, 0, sizeof l.memo);
    find_users(&l);
    for (int i = 0; i < g->nodes.n; i++)
        l.stop[i] = l.fusion.place[i] != P_INLINE;
    return l;
}

/* scan: the carries are arrays that every turn writes over; sequences are read,
 * and outs written, a slice of the first axis at a time. */
static void lower_scan(Lower *l, const Node *scan, Calls *calls)
{
    const Graph *body = scan->attr.body;
    int carries = (int)scan->attr.at[0], xs = (int)scan->attr.at[1];
    bool reverse = scan->attr.at[3] != 0;
    Lower in = lower_begin(l, body);
    Call *loop = NEW(l->arena, Call);
    loop->node = (Node *)scan;
    loop->turn = var_new(l, "t", scan->attr.at[2], I32);
    in.next_var = l->next_var;
    in.turns = scan->attr.at[2];
    in.before = calls;
    memset(&in.steady, 0, sizeof in.steady);

    Buffer **result = NEW_N(l->arena, Buffer *, body->outs.n + 1);
    Targets targets = {0};
    for (int k = 0; k < body->outs.n; k++) {
        const Node *n = body->outs.at[k].node;
        const char *word = n->name ? n->name : n->label;
        const char *name = word ? word : k < carries ? "carry" : "out";
        result[k] = new_buffer(l, B_WORK, name, scan_result_dtype(scan, k),
                               scan_result_shape(scan, k));
        Target t = {result[k], n, k < carries};
        if (k < carries) {
            Call *c =
                call_kernel(l, lower_copy(l, scan->arg[k], result[k]), scan->arg[k]);
            PUSH(l->arena, *calls, c);
        } else {
            t.to = see(l, result[k], n->shape, loop->turn, reverse);
            if (finds_home(&in, n)) {
                in.buffer[n->id] = t.to;
                continue;
            }
        }
        PUSH(l->arena, targets, t);
    }
    for (int i = 0; i < body->nodes.n; i++) {
        const Node *n = body->nodes.at[i];
        int k = slot_index(n);
        if (k < 0)
            continue;
        in.buffer[i] = k < carries ? result[k] : l->buffer[scan->arg[k]->id];
        if (k >= carries && k < carries + xs)
            in.buffer[i] = see(l, in.buffer[i], n->shape, loop->turn, reverse);
        if (k >= carries + xs)
            PUSH(l->arena, in.steady, in.buffer[i]);
    }
    lower_nodes(&in, &loop->body);
    copy_targets(&in, &loop->body, &targets);
    l->next_var = in.next_var;
    touch_all(l, loop);
    PUSH(l->arena, *calls, loop);
    for (int i = scan->id + 1; i < l->g->nodes.n; i++) {
        const Node *n = l->g->nodes.at[i];
        if (n->op == OP_get && n->arg[0] == scan)
            l->buffer[i] = result[n->attr.at[0]];
    }
}

static int param_number(const Program *p, const char *name)
{
    for (int i = 0; i < p->params.n; i++)
        if (strcmp(p->params.at[i].name, name) == 0)
            return i;
    bug("no parameter is named %s", name);
}

static void bind_leaves(Lower *l, const Entry *e)
{
    Buffer **input = NEW_N(l->arena, Buffer *, e->inputs.n + 1);
    for (int i = 0; i < e->inputs.n; i++) {
        const Port *p = &e->inputs.at[i];
        input[i] = new_buffer(l, B_INPUT, p->name, p->dtype, p->shape);
        PUSH(l->arena, l->routine->inputs, input[i]);
    }
    for (int i = 0; i < l->g->nodes.n; i++) {
        const Node *n = l->g->nodes.at[i];
        if (n->op == OP_param)
            l->buffer[i] =
                l->params->param[param_number(l->params->program, n->attr.text)];
        for (int k = 0; n->op == OP_input && k < e->inputs.n; k++)
            if (strcmp(e->inputs.at[k].name, n->attr.text) == 0)
                l->buffer[i] = input[k];
    }
}

/* Outputs and stores: a node writes straight into the array of its first output,
 * the others are copied. */
static Targets bind_outs(Lower *l)
{
    Targets targets = {0};
    for (int i = 0; i < l->g->outs.n; i++) {
        const Out *out = &l->g->outs.at[i];
        Target t = {NULL, out->node, out->store};
        if (!l->title[out->node->id] && (out->store || !out->node->name))
            l->title[out->node->id] = out->name;
        if (out->store) {
            int k = param_number(l->params->program, out->name);
            t.to = l->params->param[k];
        } else {
            t.to =
                new_buffer(l, B_OUTPUT, out->name, out->node->dtype, out->node->shape);
            t.to->node = out->node;
            PUSH(l->arena, l->routine->outputs, t.to);
            if (finds_home(l, out->node)) {
                l->buffer[out->node->id] = t.to;
                continue;
            }
        }
        PUSH(l->arena, targets, t);
    }
    return targets;
}

/* Everything starts as zeros: storing zeros is no work for the init function. */
static void drop_zeros(Graph *g)
{
    int n = 0;
    for (int i = 0; i < g->outs.n; i++) {
        const Node *v = g->outs.at[i].node;
        if (v->op != OP_full || v->attr.num != 0 || signbit(v->attr.num))
            g->outs.at[n++] = g->outs.at[i];
    }
    g->outs.n = n;
}

Routine *lower_entry(Arena *arena, const Entry *e, ParamBuffers *params,
                     const BackOptions *o)
{
    Routine *r = NEW(arena, Routine);
    r->entry = e;
    r->graph = e->graph;
    if (e->kind == ENTRY_INIT)
        drop_zeros(e->graph);
    Lower start = {.arena = arena, .routine = r, .params = params, .options = o};
    Lower l = lower_begin(&start, e->graph);
    bind_leaves(&l, e);
    Targets targets = bind_outs(&l);
    lower_nodes(&l, &r->calls);
    copy_targets(&l, &r->calls, &targets);
    return r;
}

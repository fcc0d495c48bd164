/*
 * onnx.c - the walk over a graph that becomes an ONNX model: which nodes it needs, in
 * which scope, and under which name and shape their values stand.
 */
#include "onnx.h"

#include <string.h>

/* ---- extents ---- */

bool is_fixed(Extent e)
{
    return e.a == e.b;
}

bool is_multiple(Extent e, Extent batch)
{
    return e.a % batch.a == 0 && e.b % batch.b == 0 && e.a / batch.a == e.b / batch.b;
}

Extent extent_in(const OnnxScope *scope, const Node *n, int axis)
{
    return (Extent){n->shape.dim[axis], scope->twin->nodes.at[n->id]->shape.dim[axis]};
}

Extent extent_of(const Onnx *o, const Node *n, int axis)
{
    return extent_in(o->scope, n, axis);
}

/* [B] and [2 B] are asked for in many places, bodies of scans among them, and stand in
 * the outermost graph. */
const char *batch_multiple(Onnx *o, int64_t times)
{
    for (int i = 0; i < o->multiples.n; i++)
        if (o->multiples.at[i].times == times)
            return o->multiples.at[i].name;
    OnnxScope *scope = o->scope;
    o->scope = o->root;
    Node here = {.where = o->entry->where};
    const char *name;
    if (times == 1) {
        int input = 0, axis = 0;
        while (o->entry->inputs.at[input].shape.sym[axis] != o->batch)
            if (++axis >= o->entry->inputs.at[input].shape.rank)
                axis = 0, input++;
        Call c = call_new(o, &here, "Shape");
        call_in(&c, o->entry->inputs.at[input].name);
        call_int(&c, "start", axis);
        call_int(&c, "end", axis + 1);
        name = call_end(&c, name_new(o, o->batch));
    } else {
        name = call_2(o, &here, "Mul", batch_multiple(o, 1), tensor_list(o, 1, &times),
                      NULL);
    }
    PUSH(o->arena, o->multiples, ((Multiple){times, name}));
    o->scope = scope;
    return name;
}

/* ---- values ---- */

Value *value_of(Onnx *o, const Node *n)
{
    Value *v = &o->scope->value[n->id];
    if (v->name == NULL)
        bug("export: no value for %s", node_label(n));
    return v;
}

void value_set(Onnx *o, const Node *n, const char *name)
{
    o->scope->value[n->id] = (Value){.name = name, .rank = n->shape.rank, .full = name};
}

const char *value_full(Onnx *o, const Node *n)
{
    Value *v = value_of(o, n);
    if (v->full != NULL)
        return v->full;
    int rank = n->shape.rank;
    Extent to[MAX_RANK];
    for (int i = 0; i < rank; i++)
        to[i] = v->copies >> i & 1 ? extent_of(o, n, i) : (Extent){1, 1};
    const char *out = o->scope == o->root ? o->wanted[n->id] : NULL;
    v->full = call_expand(o, n, v->name, rank, to, v->name == out ? NULL : out);
    return v->full;
}

/* ---- scopes ---- */

OnnxScope *onnx_scope(Onnx *o, const Graph *graph, const Graph *twin)
{
    OnnxScope *s = NEW(o->arena, OnnxScope);
    s->graph = graph;
    s->twin = twin;
    s->value = NEW_N(o->arena, Value, graph->nodes.n + 1);
    s->nodes = (Buffer){.arena = o->arena};
    s->outer = o->scope;
    return s;
}

void onnx_write(Onnx *o, OnnxScope *scope)
{
    const Graph *g = scope->graph;
    o->scope = scope;
    bool *needed = NEW_N(o->arena, bool, g->nodes.n + 1);
    for (int i = 0; i < g->outs.n; i++)
        needed[g->outs.at[i].node->id] = true;
    for (int i = g->nodes.n - 1; i >= 0; i--) {
        const Node *n = g->nodes.at[i];
        if (!needed[i])
            continue;
        const Node **read = NEW_N(o->arena, const Node *, n->n + 1);
        for (int k = onnx_reads(o, n, read) - 1; k >= 0; k--)
            needed[read[k]->id] = true;
    }
    for (int i = 0; i < g->nodes.n; i++)
        if (needed[i])
            onnx_rule(g->nodes.at[i]->op)(o, g->nodes.at[i]);
}

/* ---- the function ---- */

/* Inputs and outputs have the names that the function gives them; of an output that
 * is called as an input is, the second gives way. */
static void take_names(Onnx *o)
{
    const Graph *g = o->root->graph;
    o->wanted = NEW_N(o->arena, const char *, g->nodes.n + 1);
    o->out = NEW_N(o->arena, const char *, g->outs.n + 1);
    for (int i = 0; i < o->entry->inputs.n; i++)
        name_new(o, o->entry->inputs.at[i].name);
    for (int i = 0; i < g->outs.n; i++) {
        const Node *n = g->outs.at[i].node;
        bool itself =
            n->op == OP_input && strcmp(n->attr.text, g->outs.at[i].name) == 0;
        o->out[i] =
            itself ? intern(o->arena, n->attr.text) : name_new(o, g->outs.at[i].name);
        if (!is_leaf(n) && o->wanted[n->id] == NULL)
            o->wanted[n->id] = o->out[i];
    }
}

static void write_outputs(Onnx *o)
{
    const Graph *g = o->root->graph;
    for (int i = 0; i < g->outs.n; i++) {
        const Node *n = g->outs.at[i].node;
        const char *name = value_full(o, n);
        if (name != o->out[i])
            call_1(o, n, "Identity", name, o->out[i]);
    }
}

void onnx_check(const Graph *g)
{
    for (int i = 0; i < g->nodes.n; i++) {
        const Node *n = g->nodes.at[i];
        if (n->attr.body != NULL)
            onnx_check(n->attr.body);
        onnx_refuse(n);
    }
}

Buffer onnx_export(Arena *arena, const Program *program, const Entry *entry,
                   const Entry *twin, const char *batch, Extent size, const Feed *feed)
{
    Onnx o = {.arena = arena, .program = program, .entry = entry, .feed = feed};
    o.twin = twin != NULL ? twin : entry;
    o.batch = batch;
    o.size = size;
    o.root = onnx_scope(&o, entry->graph, o.twin->graph);
    take_names(&o);
    onnx_write(&o, o.root);
    write_outputs(&o);
    return onnx_model(&o);
}

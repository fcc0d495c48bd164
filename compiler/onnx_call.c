/*
 * onnx_call.c - what an ONNX graph is written with: names that are used once, numbers
 * and parameters as initialisers, nodes, and the few nodes that every rule needs.
 */
#include "onnx.h"

#include <ctype.h>
#include <string.h>

/* ---- names ---- */

static bool is_taken(const Onnx *o, const char *name)
{
    for (int i = 0; i < o->taken.n; i++)
        if (o->taken.at[i] == name)
            return true;
    return false;
}

const char *name_new(Onnx *o, const char *like)
{
    const char *name = intern(o->arena, like);
    for (int i = 2; is_taken(o, name); i++)
        name = intern(o->arena, arena_format(o->arena, "%s_%d", like, i));
    PUSH(o->arena, o->taken, name);
    return name;
}

const char *name_result(Onnx *o, const Node *n)
{
    bool wanted = o->scope == o->root && o->wanted[n->id] != NULL;
    return wanted ? o->wanted[n->id] : name_loose(o, n);
}

const char *name_loose(Onnx *o, const Node *n)
{
    if (n->name != NULL)
        return name_new(o, n->name);
    return name_new(o, arena_format(o->arena, "%s_%d", op_info(n->op)->name, n->id));
}

/* ---- initialisers ---- */

static bool same_tensor(const OnnxTensor *a, const OnnxTensor *b)
{
    size_t n = 1;
    bool same = a->type == b->type && a->rank == b->rank && !a->param;
    for (int i = 0; same && i < a->rank; i++) {
        same = a->dim[i] == b->dim[i];
        n *= (size_t)a->dim[i];
    }
    if (!same || (a->real == NULL) != (b->real == NULL))
        return false;
    return a->real != NULL ? memcmp(a->real, b->real, n * sizeof *a->real) == 0
                           : memcmp(a->whole, b->whole, n * sizeof *a->whole) == 0;
}

static const char *add_once(Onnx *o, OnnxTensor t, const char *like)
{
    for (int i = 0; i < o->tensors.n; i++)
        if (same_tensor(&o->tensors.at[i], &t))
            return o->tensors.at[i].name;
    t.name = name_new(o, like);
    PUSH(o->arena, o->tensors, t);
    return t.name;
}

const char *tensor_number(Onnx *o, Dtype dtype, double v)
{
    double *copy = NEW(o->arena, double);
    *copy = v;
    OnnxTensor t = {.type = onnx_type(dtype), .real = copy};
    return add_once(o, t, arena_format(o->arena, "%.9g", v));
}

const char *tensor_ints(Onnx *o, int rank, const int64_t *dim, const int64_t *v)
{
    OnnxTensor t = {.type = ONNX_I64, .rank = rank};
    int64_t n = 1;
    for (int i = 0; i < rank; i++)
        n = size_mul(n, t.dim[i] = dim[i]);
    int64_t *copy = NEW_N(o->arena, int64_t, n);
    memcpy(copy, v, (size_t)n * sizeof *v);
    t.whole = copy;
    return add_once(o, t, "ints");
}

const char *tensor_list(Onnx *o, int n, const int64_t *v)
{
    static const int64_t none = 0;
    return tensor_ints(o, 1, &(int64_t){n}, n > 0 ? v : &none);
}

const char *tensor_add(Onnx *o, const char *name, Dtype dtype, int rank,
                       const int64_t *dim, const double *v)
{
    OnnxTensor t = {.type = onnx_type(dtype), .rank = rank, .real = v, .param = true};
    t.name = name_new(o, name);
    for (int i = 0; i < rank; i++)
        t.dim[i] = dim[i];
    PUSH(o->arena, o->tensors, t);
    return t.name;
}

/* ---- nodes: the fields of NodeProto and AttributeProto ---- */

enum {
    NODE_INPUT = 1,
    NODE_OUTPUT = 2,
    NODE_NAME = 3,
    NODE_OP = 4,
    NODE_ATTRIBUTE = 5,
    NODE_DOC = 6,
    ATTRIBUTE_NAME = 1,
    ATTRIBUTE_INT = 3,
    ATTRIBUTE_TEXT = 4,
    ATTRIBUTE_GRAPH = 6,
    ATTRIBUTE_INTS = 8,
    ATTRIBUTE_TYPE = 20,
    TYPE_INT = 2,
    TYPE_TEXT = 3,
    TYPE_GRAPH = 5,
    TYPE_INTS = 7,
    GRAPH_NODE = 1
};

Call call_new(Onnx *o, const Node *n, const char *op)
{
    return (Call){.o = o,
                  .op = op,
                  .where = n->where,
                  .attributes = {.arena = o->arena}};
}

void call_in(Call *c, const char *name)
{
    PUSH(c->o->arena, c->in, name);
}

static size_t attribute(Call *c, const char *name, int type)
{
    size_t at = pb_open(&c->attributes, NODE_ATTRIBUTE);
    pb_text(&c->attributes, ATTRIBUTE_NAME, name);
    pb_number(&c->attributes, ATTRIBUTE_TYPE, (uint64_t)type);
    return at;
}

void call_int(Call *c, const char *name, int64_t v)
{
    size_t at = attribute(c, name, TYPE_INT);
    pb_number(&c->attributes, ATTRIBUTE_INT, (uint64_t)v);
    pb_close(&c->attributes, at);
}

void call_ints(Call *c, const char *name, int n, const int64_t *v)
{
    if (n == 0)
        return; /* an empty list is a missing one */
    size_t at = attribute(c, name, TYPE_INTS);
    for (int i = 0; i < n; i++)
        pb_number(&c->attributes, ATTRIBUTE_INTS, (uint64_t)v[i]);
    pb_close(&c->attributes, at);
}

void call_text(Call *c, const char *name, const char *text)
{
    size_t at = attribute(c, name, TYPE_TEXT);
    pb_text(&c->attributes, ATTRIBUTE_TEXT, text);
    pb_close(&c->attributes, at);
}

void call_graph(Call *c, const char *name, const Buffer *graph)
{
    size_t at = attribute(c, name, TYPE_GRAPH);
    pb_bytes(&c->attributes, ATTRIBUTE_GRAPH, graph->at, graph->n);
    pb_close(&c->attributes, at);
}

void call_end_many(Call *c, int n, const char *const *out)
{
    Buffer *b = &c->o->scope->nodes;
    size_t node = pb_open(b, GRAPH_NODE);
    for (int i = 0; i < c->in.n; i++)
        pb_text(b, NODE_INPUT, c->in.at[i]);
    for (int i = 0; i < n; i++)
        pb_text(b, NODE_OUTPUT, out[i]);
    pb_text(b, NODE_NAME, out[0]);
    pb_text(b, NODE_OP, c->op);
    if (c->where.file != NULL) {
        const char *slash = strrchr(c->where.file, '/');
        const char *file = slash != NULL ? slash + 1 : c->where.file;
        pb_text(b, NODE_DOC, arena_format(c->o->arena, "%s:%d", file, c->where.line));
    }
    pb_append(b, &c->attributes);
    pb_close(b, node);
}

const char *call_end(Call *c, const char *out)
{
    if (out == NULL) {
        char *like = arena_format(c->o->arena, "%s", c->op);
        like[0] = (char)tolower((unsigned char)like[0]);
        out = name_new(c->o, like);
    }
    call_end_many(c, 1, &out);
    return out;
}

const char *call_1(Onnx *o, const Node *n, const char *op, const char *a,
                   const char *out)
{
    Call c = call_new(o, n, op);
    call_in(&c, a);
    return call_end(&c, out);
}

const char *call_2(Onnx *o, const Node *n, const char *op, const char *a, const char *b,
                   const char *out)
{
    Call c = call_new(o, n, op);
    call_in(&c, a);
    call_in(&c, b);
    return call_end(&c, out);
}

const char *call_3(Onnx *o, const Node *n, const char *op, const char *a, const char *b,
                   const char *c, const char *out)
{
    Call call = call_new(o, n, op);
    call_in(&call, a);
    call_in(&call, b);
    call_in(&call, c);
    return call_end(&call, out);
}

const char *call_cast(Onnx *o, const Node *n, const char *a, int type, const char *out)
{
    Call c = call_new(o, n, "Cast");
    call_in(&c, a);
    call_int(&c, "to", type);
    return call_end(&c, out);
}

const char *call_permute(Onnx *o, const Node *n, const char *a, const char *from,
                         const char *to, const char *out)
{
    int64_t perm[4 * MAX_RANK];
    int rank = (int)strlen(to);
    bool same = true;
    for (int i = 0; i < rank; i++) {
        perm[i] = strchr(from, to[i]) - from;
        same = same && perm[i] == i;
    }
    if (same)
        return out == NULL ? a : call_1(o, n, "Identity", a, out);
    Call c = call_new(o, n, "Transpose");
    call_in(&c, a);
    call_ints(&c, "perm", rank, perm);
    return call_end(&c, out);
}

/* ---- shapes ---- */

/* Extents as a tensor. An open one is computed when the model runs; in a reshape a
 * single one may be left to ONNX. */
static const char *shape_tensor(Onnx *o, const Node *n, int rank, const Extent *e,
                                int open)
{
    int64_t list[4 * MAX_RANK];
    for (int i = 0; i < rank; i++)
        list[i] = i == open ? -1 : e[i].a;
    bool fixed = true;
    for (int i = 0; i < rank; i++)
        fixed = fixed && (i == open || is_fixed(e[i]));
    if (fixed)
        return tensor_list(o, rank, list);
    Call c = call_new(o, n, "Concat");
    for (int i = 0; i < rank; i++) {
        bool number = i == open || is_fixed(e[i]);
        call_in(&c, number ? tensor_list(o, 1, &list[i])
                           : batch_multiple(o, e[i].a / o->size.a));
    }
    call_int(&c, "axis", 0);
    return call_end(&c, NULL);
}

const char *call_reshape(Onnx *o, const Node *n, const char *a, int rank,
                         const Extent *to, const char *out)
{
    int open = -1;
    for (int i = 0; i < rank; i++)
        if (!is_fixed(to[i]) && (open < 0 || !is_multiple(to[i], o->size)))
            open = i;
    return call_2(o, n, "Reshape", a, shape_tensor(o, n, rank, to, open), out);
}

const char *call_expand(Onnx *o, const Node *n, const char *a, int rank,
                        const Extent *to, const char *out)
{
    return call_2(o, n, "Expand", a, shape_tensor(o, n, rank, to, -1), out);
}

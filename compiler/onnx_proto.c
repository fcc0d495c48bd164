/*
 * onnx_proto.c - the messages of an ONNX file. Protocol Buffers know varints and
 * strings of bytes, each after a key of its field's number and kind; a message in a
 * message is a string of bytes. The numbers of the fields are those of onnx.proto.
 */
#include "onnx.h"

#include <string.h>

/* ---- Protocol Buffers ---- */

enum { VARINT = 0, BYTES = 2, VARINT_BYTES = 10, MOST = INT32_MAX };

static void room(Buffer *b, size_t more)
{
    if (more > MOST - b->n)
        fail(EXIT_LIMIT, "export: the model is larger than 2 GiB, the most that an "
                         "ONNX file may have");
    if (b->n + more <= b->cap)
        return;
    size_t cap = b->n + more > 2 * b->cap ? b->n + more : 2 * b->cap;
    char *larger = arena_alloc(b->arena, cap, 1);
    if (b->n > 0)
        memcpy(larger, b->at, b->n);
    b->at = larger;
    b->cap = cap;
}

static size_t varint(unsigned char *out, uint64_t v)
{
    size_t n = 0;
    for (; v > 127; v >>= 7)
        out[n++] = (unsigned char)(v & 127) | 128;
    out[n++] = (unsigned char)v;
    return n;
}

static void put(Buffer *b, const void *bytes, size_t n)
{
    room(b, n);
    if (n > 0)
        memcpy(b->at + b->n, bytes, n);
    b->n += n;
}

static void put_varint(Buffer *b, uint64_t v)
{
    unsigned char text[VARINT_BYTES];
    put(b, text, varint(text, v));
}

static void put_key(Buffer *b, int field, int kind)
{
    put_varint(b, (uint64_t)field << 3 | (uint64_t)kind);
}

void pb_number(Buffer *b, int field, uint64_t v)
{
    put_key(b, field, VARINT);
    put_varint(b, v);
}

void pb_bytes(Buffer *b, int field, const void *bytes, size_t n)
{
    put_key(b, field, BYTES);
    put_varint(b, n);
    put(b, bytes, n);
}

void pb_text(Buffer *b, int field, const char *text)
{
    pb_bytes(b, field, text, strlen(text));
}

void pb_append(Buffer *b, const Buffer *fields)
{
    put(b, fields->at, fields->n);
}

size_t pb_open(Buffer *b, int field)
{
    put_key(b, field, BYTES);
    return b->n;
}

/* The length goes in front of what it counts. */
void pb_close(Buffer *b, size_t opened)
{
    unsigned char text[VARINT_BYTES];
    size_t length = b->n - opened, n = varint(text, length);
    room(b, n);
    memmove(b->at + opened + n, b->at + opened, length);
    memcpy(b->at + opened, text, n);
    b->n += n;
}

/* ---- messages of onnx.proto ---- */

enum {
    MODEL_IR_VERSION = 1,
    MODEL_PRODUCER = 2,
    MODEL_PRODUCER_VERSION = 3,
    MODEL_DOC = 6,
    MODEL_GRAPH = 7,
    MODEL_OPSET = 8,
    OPSET_VERSION = 2,
    GRAPH_NODE = 1,
    GRAPH_NAME = 2,
    GRAPH_INITIALIZER = 5,
    GRAPH_INPUT = 11,
    GRAPH_OUTPUT = 12,
    TENSOR_DIM = 1,
    TENSOR_TYPE = 2,
    TENSOR_NAME = 8,
    TENSOR_RAW = 9,
    VALUE_NAME = 1,
    VALUE_TYPE = 2,
    TYPE_TENSOR = 1,
    TENSOR_ELEMENT = 1,
    TENSOR_SHAPE = 2,
    SHAPE_DIM = 1,
    DIM_VALUE = 1,
    DIM_PARAM = 2,
    IR_VERSION = 8, /* the one of opset 17 */
    OPSET = 17
};

int onnx_type(Dtype d)
{
    static const int type[DTYPES] = {ONNX_F32, ONNX_F64, ONNX_I32, ONNX_BOOL};
    return type[d];
}

static void put_extent(const Onnx *o, Buffer *b, Extent e)
{
    size_t dim = pb_open(b, SHAPE_DIM);
    if (is_fixed(e))
        pb_number(b, DIM_VALUE, (uint64_t)e.a);
    else if (e.a == o->size.a)
        pb_text(b, DIM_PARAM, o->batch);
    else
        pb_text(b, DIM_PARAM,
                arena_format(o->arena, "%lld*%s", (long long)(e.a / o->size.a),
                             o->batch));
    pb_close(b, dim);
}

static void put_value(Onnx *o, Buffer *b, int field, const char *name, Dtype dtype,
                      int rank, const Extent *dim)
{
    size_t value = pb_open(b, field);
    pb_text(b, VALUE_NAME, name);
    size_t type = pb_open(b, VALUE_TYPE), tensor = pb_open(b, TYPE_TENSOR);
    pb_number(b, TENSOR_ELEMENT, (uint64_t)onnx_type(dtype));
    size_t shape = pb_open(b, TENSOR_SHAPE);
    for (int i = 0; i < rank; i++)
        put_extent(o, b, dim[i]);
    pb_close(b, shape);
    pb_close(b, tensor);
    pb_close(b, type);
    pb_close(b, value);
}

/* The elements as the file has them: little-endian, one after another. */
static void put_raw(Buffer *b, const OnnxTensor *t, int64_t n)
{
    static const size_t size[] = {[ONNX_F32] = 4,
                                  [ONNX_I32] = 4,
                                  [ONNX_I64] = 8,
                                  [ONNX_BOOL] = 1,
                                  [ONNX_F64] = 8};
    size_t bytes = size[t->type];
    put_key(b, TENSOR_RAW, BYTES);
    put_varint(b, (uint64_t)size_mul(n, (int64_t)bytes));
    room(b, (size_t)size_mul(n, (int64_t)bytes));
    for (int64_t i = 0; i < n; i++) {
        double v = t->real != NULL ? t->real[i] : 0;
        uint64_t bits = t->whole != NULL ? (uint64_t)t->whole[i] : 0;
        float single = (float)v;
        uint32_t half = (uint32_t)(int32_t)(t->type == ONNX_I32 ? v : 0);
        if (t->type == ONNX_F32)
            memcpy(&half, &single, sizeof half);
        if (t->type == ONNX_F64)
            memcpy(&bits, &v, sizeof bits);
        else if (t->type == ONNX_BOOL)
            bits = v != 0;
        else if (t->type != ONNX_I64)
            bits = half;
        for (size_t k = 0; k < bytes; k++)
            b->at[b->n++] = (char)(bits >> 8 * k & 255);
    }
}

static void put_tensor(Buffer *b, const OnnxTensor *t)
{
    size_t tensor = pb_open(b, GRAPH_INITIALIZER);
    int64_t n = 1;
    for (int i = 0; i < t->rank; i++) {
        pb_number(b, TENSOR_DIM, (uint64_t)t->dim[i]);
        n = size_mul(n, t->dim[i]);
    }
    pb_number(b, TENSOR_TYPE, (uint64_t)t->type);
    pb_text(b, TENSOR_NAME, t->name);
    put_raw(b, t, n);
    pb_close(b, tensor);
}

static void put_signature(Onnx *o, Buffer *b)
{
    for (int i = 0; i < o->entry->inputs.n; i++) {
        const Port *p = &o->entry->inputs.at[i];
        Extent dim[MAX_RANK];
        for (int d = 0; d < p->shape.rank; d++)
            dim[d] = (Extent){p->shape.dim[d], o->twin->inputs.at[i].shape.dim[d]};
        put_value(o, b, GRAPH_INPUT, p->name, p->dtype, p->shape.rank, dim);
    }
    const Graph *g = o->root->graph;
    for (int i = 0; i < g->outs.n; i++) {
        const Node *n = g->outs.at[i].node;
        Extent dim[MAX_RANK];
        if (g->outs.at[i].store)
            continue;
        for (int d = 0; d < n->shape.rank; d++)
            dim[d] = extent_in(o->root, n, d);
        put_value(o, b, GRAPH_OUTPUT, o->out[i], n->dtype, n->shape.rank, dim);
    }
}

Buffer onnx_model(Onnx *o)
{
    Buffer b = {.arena = o->arena};
    pb_number(&b, MODEL_IR_VERSION, IR_VERSION);
    pb_text(&b, MODEL_PRODUCER, "mfc");
    pb_text(&b, MODEL_PRODUCER_VERSION, MFC_VERSION);
    pb_text(&b, MODEL_DOC,
            arena_format(o->arena, "%s of %s", o->entry->name, o->program->script));
    size_t opset = pb_open(&b, MODEL_OPSET);
    pb_number(&b, OPSET_VERSION, OPSET);
    pb_close(&b, opset);
    size_t graph = pb_open(&b, MODEL_GRAPH);
    pb_append(&b, &o->root->nodes);
    pb_text(&b, GRAPH_NAME, o->entry->name);
    for (int i = 0; i < o->tensors.n; i++)
        put_tensor(&b, &o->tensors.at[i]);
    put_signature(o, &b);
    pb_close(&b, graph);
    return b;
}

Buffer onnx_body(Onnx *o, const OnnxScope *body, int n_in, const char *const *out)
{
    Buffer b = {.arena = o->arena};
    const Node *scan = body->scan;
    pb_append(&b, &body->nodes);
    pb_text(&b, GRAPH_NAME, "turn");
    for (int k = 0; k < n_in; k++) {
        Shape s = scan_slot_shape(scan, k);
        Extent dim[MAX_RANK];
        int cut = scan->arg[k]->shape.rank - s.rank;
        for (int d = 0; d < s.rank; d++)
            dim[d] = extent_in(body->outer, scan->arg[k], d + cut);
        put_value(o, &b, GRAPH_INPUT, body->slot[k], scan->arg[k]->dtype, s.rank, dim);
    }
    for (int k = 0; k < body->graph->outs.n; k++) {
        const Node *n = body->graph->outs.at[k].node;
        Extent dim[MAX_RANK];
        for (int d = 0; d < n->shape.rank; d++)
            dim[d] = extent_in(body, n, d);
        put_value(o, &b, GRAPH_OUTPUT, out[k], n->dtype, n->shape.rank, dim);
    }
    return b;
}

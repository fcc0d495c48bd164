/*
 * onnx.h - a function of a program as an ONNX model, opset 17. What the files
 * onnx*.c share:
 *
 *     onnx.c          the walk over the graph: scopes and values
 *     onnx_call.c     names, initialisers, nodes of the file
 *     onnx_op.c       a rule for each operator
 *     onnx_scalar.c   those of scalar operators
 *     onnx_index.c    gather, scatter, windows
 *     onnx_product.c  contractions: MatMul, Conv, ConvTranspose, Einsum
 *     onnx_batch.c    may the batch be of any size?
 *     onnx_proto.c    messages of the file: Protocol Buffers
 *
 * Our graphs have static shapes. A model whose batch is open is made of two graphs
 * of the function, with two sizes of the batch: an extent that differs is a multiple
 * of the batch, and everything else is equal.
 */
#ifndef MFC_ONNX_H
#define MFC_ONNX_H

#include "feed.h"

/* ---- onnx_proto.c: a growing message ---- */

typedef struct Buffer {
    Arena *arena;
    char *at;
    size_t n, cap;
} Buffer;

void pb_number(Buffer *b, int field, uint64_t v);
void pb_bytes(Buffer *b, int field, const void *bytes, size_t n);
void pb_text(Buffer *b, int field, const char *text);
void pb_append(Buffer *b, const Buffer *fields);
/* A message within the message: what is put between them belongs to it. */
size_t pb_open(Buffer *b, int field);
void pb_close(Buffer *b, size_t opened);

/* ---- values ---- */

/* Of an axis, in the two graphs. */
typedef struct Extent {
    int64_t a, b;
} Extent;

/* The tensor that holds a node's elements. Broadcasting is put off until somebody
 * needs the copies, for ONNX's element-wise operators stretch axes of 1 themselves:
 * the tensor has the last `rank` axes of the node, those in `copies` with extent 1. */
typedef struct Value {
    const char *name; /* NULL: not written (yet) */
    int rank;
    unsigned copies;      /* bit i: axis i of the node; the missing ones too */
    const char *full;     /* with all its copies, once somebody needed it */
    const char **results; /* scan: the names of its results */
} Value;

/* The graph that is being written: the function's, or the body of a scan. */
typedef struct OnnxScope {
    const Graph *graph, *twin; /* the same graph with the other batch */
    Value *value;              /* by node id */
    Buffer nodes;
    const struct OnnxScope *outer; /* of a scan's body: where the scan is, */
    const Node *scan;              /* and the scan */
    const char **slot;             /* the names of its carries and slices */
} OnnxScope;

/* An initialiser; its elements are doubles or, with dtype ONNX_I64, whole. */
typedef struct OnnxTensor {
    const char *name;
    int type; /* of TensorProto */
    int rank;
    int64_t dim[MAX_RANK];
    const double *real;
    const int64_t *whole;
    bool param; /* not to be shared with equal numbers */
} OnnxTensor;

enum { ONNX_F32 = 1, ONNX_I32 = 6, ONNX_I64 = 7, ONNX_BOOL = 9, ONNX_F64 = 11 };
int onnx_type(Dtype d);

typedef struct Multiple {
    int64_t times;
    const char *name;
} Multiple;

typedef struct Onnx {
    Arena *arena;
    const Program *program;
    const Entry *entry, *twin; /* equal if no extent is open */
    const Feed *feed;          /* the parameters */
    const char *batch;         /* the dim that is open; NULL: none */
    Extent size;               /* of the batch in the two graphs */
    OnnxScope *root, *scope;
    ARRAY(const char *) taken; /* names */
    ARRAY(OnnxTensor) tensors;
    ARRAY(Multiple) multiples; /* int64[1] with this multiple of the batch */
    const char **wanted;       /* by root node id: what it shall be called, or NULL */
    const char **out;          /* the names of the outputs */
} Onnx;

/* ---- onnx.c: scopes and values ---- */

/* Of an axis of a node of this scope, or of the scope that is being written. */
Extent extent_in(const OnnxScope *scope, const Node *n, int axis);
Extent extent_of(const Onnx *o, const Node *n, int axis);
bool is_fixed(Extent e);
bool is_multiple(Extent e, Extent batch);

Value *value_of(Onnx *o, const Node *n);
void value_set(Onnx *o, const Node *n, const char *name);
/* With every axis of the node and all copies. */
const char *value_full(Onnx *o, const Node *n);

/* Writes the nodes that the outs of the scope need. */
void onnx_write(Onnx *o, OnnxScope *scope);
OnnxScope *onnx_scope(Onnx *o, const Graph *graph, const Graph *twin);
/* The batch times this, a vector of one int64. */
const char *batch_multiple(Onnx *o, int64_t times);

/* ---- onnx_call.c: names, initialisers, nodes of the file ---- */

/* This name, or with a number behind it if it is taken. */
const char *name_new(Onnx *o, const char *like);
/* What the result of a node shall be called, asked once for each; and before its copies
 * are made, for the name of an output is that of the whole. */
const char *name_result(Onnx *o, const Node *n);
const char *name_loose(Onnx *o, const Node *n);

/* Initialisers. Equal ones are one. */
const char *tensor_number(Onnx *o, Dtype dtype, double v);
const char *tensor_ints(Onnx *o, int rank, const int64_t *dim, const int64_t *v);
const char *tensor_list(Onnx *o, int n, const int64_t *v);
const char *tensor_add(Onnx *o, const char *name, Dtype dtype, int rank,
                       const int64_t *dim, const double *v);

/* A node of the file in the making. */
typedef struct Call {
    Onnx *o;
    const char *op;
    Where where;
    ARRAY(const char *) in;
    Buffer attributes;
} Call;

Call call_new(Onnx *o, const Node *n, const char *op);
void call_in(Call *c, const char *name);
void call_int(Call *c, const char *name, int64_t v);
void call_ints(Call *c, const char *name, int n, const int64_t *v);
void call_text(Call *c, const char *name, const char *text);
void call_graph(Call *c, const char *name, const Buffer *graph);
/* Writes it; returns `out`, or a new name if that is NULL. */
const char *call_end(Call *c, const char *out);
void call_end_many(Call *c, int n, const char *const *out);

/* The common forms: no attributes; `out` as above. */
const char *call_1(Onnx *o, const Node *n, const char *op, const char *a,
                   const char *out);
const char *call_2(Onnx *o, const Node *n, const char *op, const char *a, const char *b,
                   const char *out);
const char *call_3(Onnx *o, const Node *n, const char *op, const char *a, const char *b,
                   const char *c, const char *out);
const char *call_cast(Onnx *o, const Node *n, const char *a, int type, const char *out);
/* To these extents; of a reshape one may be open that is no multiple of the batch. */
const char *call_reshape(Onnx *o, const Node *n, const char *a, int rank,
                         const Extent *to, const char *out);
const char *call_expand(Onnx *o, const Node *n, const char *a, int rank,
                        const Extent *to, const char *out);
/* From axes in the order of these letters to that one; `a` itself where they are the
 * same and `out` is NULL. */
const char *call_permute(Onnx *o, const Node *n, const char *a, const char *from,
                         const char *to, const char *out);
/* ---- rules ---- */

/* Writes the node; NULL for an operator that a model cannot have. */
typedef void (*OnnxRule)(Onnx *o, const Node *n);
OnnxRule onnx_rule(Op op);
OnnxRule onnx_scalar(Op op); /* NULL: it is none of these */
/* Fails at the line of the first node that a model cannot have. */
void onnx_check(const Graph *g);
void onnx_refuse(const Node *n);

void onnx_gather(Onnx *o, const Node *n);
void onnx_scatter(Onnx *o, const Node *n);
void onnx_pad(Onnx *o, const Node *n);
void onnx_window(Onnx *o, const Node *n); /* slide and unslide */
void onnx_contract(Onnx *o, const Node *n);
/* The nodes that the rule of n reads, which are its operands unless a contraction is
 * written as a convolution of what lies below its windows. */
int onnx_reads(const Onnx *o, const Node *n, const Node **read);

/* ---- the file ---- */

/* The whole model of o->root. */
Buffer onnx_model(Onnx *o);
/* The graph of a scan's body: its inputs are the first n_in slots. */
Buffer onnx_body(Onnx *o, const OnnxScope *body, int n_in, const char *const *out);

/* ---- onnx_batch.c ---- */

/* Whether the graphs differ only as said above; if not, *where is the line of the first
 * difference. */
bool onnx_alike(const Graph *a, const Graph *b, Extent batch, Where *where);

/* The function `entry` as a model. `twin` is the same function with another batch, or
 * NULL: all extents are fixed. */
Buffer onnx_export(Arena *arena, const Program *program, const Entry *entry,
                   const Entry *twin, const char *batch, Extent size, const Feed *feed);

#endif

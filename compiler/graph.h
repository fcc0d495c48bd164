/*
 * graph.h - the tensor graph: what a script means.
 *
 *     param W [13,10] ─┐
 *     input x [B,13] ──┴─ contract "ik,kj->ij" ── add ── sigmoid ── ...
 *
 * A node is immutable once it is made. Its operands have smaller ids, so the
 * node list of a graph is a topological order and cycles cannot be written
 * down. Analyses keep their results in arrays of their own, indexed by id.
 *
 * Broadcasting is explicit: operands of a scalar operator all have the shape
 * of its result, and the front end inserts `broadcast` nodes. So the gradient
 * rule of a scalar operator never sums, and that of `broadcast` is `sum`.
 */
#ifndef MFC_GRAPH_H
#define MFC_GRAPH_H

#include "base.h"

enum { MAX_RANK = 8, MAX_INTS = 3 * MAX_RANK };

typedef enum Dtype { F32, F64, I32, BOOL, DTYPES } Dtype;

/* Extents and, where a dim is a named one (mf.dim), its interned name. Two
 * dims are the same only if both extent and name are. */
typedef struct Shape {
    int rank;
    int64_t dim[MAX_RANK];
    const char *sym[MAX_RANK]; /* NULL for a plain number */
} Shape;

typedef enum Op {
#define SCALAR(name, ...) OP_##name,
#define TENSOR(name, ...) OP_##name,
#include "ops.def"
    OPS
} Op;

typedef struct Graph Graph;
typedef struct Node Node;

/* What a node is beside its operator and operands. Each TENSOR row of ops.def
 * says what its integers, number and text mean; unused ones are zero, so that
 * two nodes are equal when their fields are. */
typedef struct Attr {
    int n;
    int64_t at[MAX_INTS];      /* axes counted from 0, starts, steps, ... */
    const char *sym[MAX_RANK]; /* names of the result's dims whose extents `at` gives */
    double num;                /* full: the value; pad: the value outside */
    const char *text;          /* interned: a leaf's name, contract's letters */
    const double *data;        /* const: its elements in row-major order */
    Graph *body;               /* scan: what one turn computes */
} Attr;

struct Node {
    Op op;
    int id;
    Dtype dtype;
    Shape shape;
    int n;      /* operands */
    Node **arg; /* each with a smaller id */
    Attr attr;
    const char *name;  /* the user's name for it, or NULL */
    const char *label; /* else a word of ours for it, for readers only, or NULL */
    Where where;       /* the user's line it comes from */
    Node *grad_of;     /* the node whose gradient (cotangent) this is, or NULL */
    Graph *graph;
};

/* What a graph is for: values that go out, and stores into the model's tensors
 * at its end (an optimiser's update, running statistics). */
typedef struct Out {
    const char *name; /* of the output; of the parameter for a store */
    Node *node;
    bool store; /* true: `name` is the OP_param that gets the value */
} Out;

/* The nodes of several graphs together, and how many they may be. */
typedef struct NodeCount {
    long n, most;
} NodeCount;

typedef ARRAY(int64_t) Extents;

struct Graph {
    Arena *arena;
    const char *name; /* of the entry point: "step", "predict" ... */
    ARRAY(Node *) nodes;
    ARRAY(Out) outs;
    Extents blocks; /* of rows, each made by columns: how many (pass_column.c) */
    Where where;    /* given to nodes that are made now (the script's current line) */
    Node *cause; /* while gradients are made: what new nodes are the gradient work of */
    NodeCount
        *count; /* beyond it the compilation ends with exit 4; NULL: it does not */
};

/* ---- what follows from the rows of ops.def ---- */

typedef enum OpKind {
    K_NUMERIC, /* operands of one dtype f32 f64 i32, the result too */
    K_FLOAT,   /* operands of one dtype f32 f64, the result too */
    K_COMPARE, /* operands of one dtype, the result bool */
    K_LOGIC,   /* bool to bool */
    K_SELECT,  /* bool, T, T to T */
    K_TENSOR   /* not a scalar operator: its own rules */
} OpKind;

/* The value of element `out[]` of a view is operand element `in[]`, where
 *     in[d] = (base[d] + sum over e of coef[d][e] * out[e]) / div[d]
 * If `guarded`, an index that does not divide evenly or leaves the operand
 * means the value `fill` instead. */
typedef struct View {
    int64_t base[MAX_RANK], coef[MAX_RANK][MAX_RANK], div[MAX_RANK];
    bool guarded;
    double fill;
} View;

View view_identity(int rank); /* in[d] = out[d], d < rank; never guarded */

typedef struct Ring Ring; /* eval.h */
typedef union Scalar Scalar;

typedef struct OpInfo {
    const char *name;
    int arity; /* -1: any number */
    OpKind kind;
    int prec;         /* scalar: precedence of `text` in C; PREC_CALL for f(a) */
    const char *text; /* scalar: the C expression in a, b, c */
    const char *doc;  /* tensor: the meaning of the attributes, one line */
    /* Fills in y->shape and y->dtype from operands and attributes; fails at
     * y->where when they do not fit. */
    void (*shape)(Node *y);
    /* The contribution of y to the gradient of operand k, where dy is the
     * gradient of y; NULL for none. */
    Node *(*grad)(Node *y, Node *dy, int k);
    /* The index map, for the operators that only move elements; else NULL. */
    void (*view)(const Node *y, View *view);
    /* The value of y from the values of its operands, in row-major order;
     * NULL for leaves, scalars and views, which the evaluator knows. */
    void (*eval)(const Ring *ring, const Node *y, const Scalar *const *arg,
                 Scalar *out);
} OpInfo;

/* C precedence, loosest first, for the `prec` of a row. */
enum {
    PREC_SELECT = 1,
    PREC_OR,
    PREC_AND,
    PREC_EQUAL,
    PREC_ORDER,
    PREC_ADD,
    PREC_MUL,
    PREC_UNARY,
    PREC_CALL
};

/* The rules of the tensor operators, in op_*.c; op.c says which of them exist. */
#define TENSOR(name, ...)                                                              \
    void name##_shape(Node *y);                                                        \
    Node *name##_grad(Node *y, Node *dy, int k);                                       \
    void name##_view(const Node *y, View *view);                                       \
    void name##_eval(const Ring *ring, const Node *y, const Scalar *const *arg,        \
                     Scalar *out);
#include "ops.def"

const OpInfo *op_info(Op op);
Op op_find(const char *name); /* OPS when there is none */
bool is_scalar_op(Op op);
bool op_is_function(Op op);  /* called by its name, of floats alone: exp, pow */
bool is_leaf(const Node *n); /* input param const full iota step random */
bool is_view(const Node *n); /* has an index map */
/* Simple operations for an element of it: 1 of a sum, 10 of an exp; 0 where it is no
 * matter of one element. */
int op_cost(const Node *n);
/* Of a reshape: whether it only inserts and drops axes of extent 1. */
bool moves_ones(const Node *reshape);

/* ---- shapes ---- */

int64_t shape_size(const Shape *s); /* elements */
int64_t shape_row(const Shape *s);  /* of them, where the first axis is of rows */
bool same_shape(const Shape *a, const Shape *b);
bool same_extents(const Shape *a, const Shape *b); /* whatever their dims are called */
/* Are the axes of a those of b, or some neighbours of b joined? */
bool shape_splits(const Shape *a, const Shape *b);
bool same_dim(const Shape *a, int i, const Shape *b, int j);
Shape shape_of(int rank, const int64_t *dim);
Shape shape_drop(Shape s, int axis);
Shape shape_insert(Shape s, int axis, int64_t dim, const char *sym);
const char *shape_text(Arena *arena, const Shape *s); /* [B,10] */
const char *type_text(const Node *n);                 /* f32[B,10] */
const char *node_label(const Node *n);                /* its name, or a short formula */
const char *dtype_name(Dtype d);                      /* "f32" */
int64_t dtype_bytes(Dtype d); /* of an element, and its alignment */
bool is_float(Dtype d);

/* ---- making nodes ---- */

Graph *graph_new(Arena *arena, const char *name);
/* The general constructor: checks and infers by the operator's own rule.
 * Scalar operators want operands of one shape. */
Node *node_new(Graph *g, Op op, int n, Node *const *arg, const Attr *attr);
/* A leaf, whose type nothing else says. */
Node *node_typed(Graph *g, Op op, Dtype dtype, Shape shape, const Attr *attr);
/* The same node over other operands, in g, with its name, line and subject. */
Node *node_copy(Graph *g, const Node *n, Node *const *arg);
/* Equal but for operands, name, line: the same operator, type and attributes. */
bool node_equal(const Node *a, const Node *b);
void graph_out(Graph *g, const char *name, Node *node);
void graph_store(Graph *g, const char *param, Node *node);
Node *node_named(Node *n, const char *name); /* sets the name if it has none yet */
Node *node_labelled(Node *n, const char *label);
Node *node_called_as(Node *n, const Node *other); /* labelled with its name or label */
/* What it is called in emitted C: its name, its label, or what its operator makes. */
const char *node_word(const Node *n);

/* Leaves. */
Node *n_input(Graph *g, const char *name, Dtype dtype, Shape shape);
Node *n_param(Graph *g, const char *name, Dtype dtype, Shape shape);
Node *n_const(Graph *g, Dtype dtype, Shape shape, const double *data);
Node *n_full(Graph *g, Dtype dtype, Shape shape, double value);
Node *n_iota(Graph *g, Dtype dtype, Shape shape, int axis); /* the index along axis */
Node *n_step(Graph *g, Dtype dtype); /* steps done before this one */
/* Uniform in [0,1), a new draw each step: Philox keyed by (seed, stream, step,
 * element). */
Node *n_random(Graph *g, Dtype dtype, Shape shape, const char *stream);
Node *n_like(Node *n, double value); /* n_full of n's dtype and shape */

/* Scalar operators: n_add(a, b), n_exp(a), ... one for each SCALAR row. */
#define SCALAR(name, n, ...) SCALAR_DECL_##n(name)
#define SCALAR_DECL_1(name) Node *n_##name(Node *a);
#define SCALAR_DECL_2(name) Node *n_##name(Node *a, Node *b);
#define SCALAR_DECL_3(name) Node *n_##name(Node *a, Node *b, Node *c);
#define TENSOR(name, ...)
#include "ops.def"
Node *n_cast(Node *a, Dtype to);
Node *n_stop(Node *a);                         /* the value of a, without a gradient */
Node *n_mode(Node *training, Node *inference); /* one shape and dtype */

/* Movement. Axes count from 0 here. */
Node *n_permute(Node *a, const int *axes);
Node *n_transpose(Node *a, int i, int j);
Node *n_reshape(Node *a, Shape shape);
/* Result axis i is operand axis from[i], or new (all copies) where from[i] < 0. */
Node *n_broadcast(Node *a, Shape shape, const int *from);
Node *n_broadcast_to(Node *a, Shape shape); /* NumPy's rule: aligned at the last axis */
Node *n_expand(Node *a, int axis, int64_t n,
               const char *sym); /* a new axis of n copies */
/* out[i] = a[start + i * step], i < count, along each axis; step may be negative. */
Node *n_slice(Node *a, const int64_t *start, const int64_t *step, const int64_t *count);
Node *n_slice_axis(Node *a, int axis, int64_t start, int64_t step, int64_t count);
/* `before` and `after` elements of `value` around, `inner` between neighbours. */
Node *n_pad(Node *a, const int64_t *before, const int64_t *after, const int64_t *inner,
            double value);
/* Windows along `axis`, where axis k holds the copies: a [.., H, .., K, ..]:
 *     slide:   y[o, k] = a[o * stride + k * dilation - pad, k], or 0 outside; o < count
 *     unslide: y[h, k] = a[(h + pad - k * dilation) / stride, k] where that is whole
 *              and inside, else 0; h < count. Each is the other's gradient. */
Node *n_slide(Node *a, int axis, int k, int64_t stride, int64_t dilation, int64_t pad,
              int64_t count);
Node *n_unslide(Node *a, int axis, int k, int64_t stride, int64_t dilation, int64_t pad,
                int64_t count);
/* Axes `axis` and `axis` + 1 as one. */
Node *n_merge_axes(Node *a, int axis);
/* The sum over these axes; for the axis k of a window over a product it is a product
 * over that window of one operand, so that no copy of a window is ever in memory. */
Node *sum_window(Node *x, unsigned axes);
/* Is it the sum over all taps of an unslide that is best made by adding each element
 * where it belongs (lower_taps.c)? Then the unslide stays as it is. */
bool adds_taps(const Node *sum);
Node *n_concat(Graph *g, int n, Node *const *arg, int axis);

/* Reductions. `axes` is a bit mask; the axes are dropped. */
unsigned reduced_axes(const Node *n); /* of any of these, as bits */
Node *n_sum(Node *a, unsigned axes);
Node *n_sum_keep(Node *a, unsigned axes); /* the axes stay, as 1 */
Node *n_max(Node *a, unsigned axes);
/* The first of equals, i32: its number among the elements along the axes. */
Node *n_argmax(Node *a, unsigned axes);
Node *n_prod(Node *a, int axis);
Node *n_cumsum(Node *a, int axis, int reverse);

/* Products: letters as in einsum, "ik,kj->ij"; no letter twice in one operand;
 * a letter of one operand is in the other or in the result. */
Node *n_contract(Node *a, Node *b, const char *letters);

/* Indexing, with letters too: "vd,bt->btd" is out[b,t,d] = a[ids[b,t], d]. The
 * letter of the first operand that is missing in the result is the one indexed.
 * scatter is its adjoint: "btd,bt->vd": out[ids[b,t], d] += a[b,t,d], where
 * `n` (and sym) is the extent of the new letter. */
Node *n_gather(Node *a, Node *ids, const char *letters);
/* The extent that the ids of a gather or scatter stay below. */
int64_t index_extent(const Node *y);
Node *n_scatter(Node *a, Node *ids, const char *letters, int64_t n, const char *sym);

/* scan: see op_scan.c. Operands: `carries` initial carries, `xs` sequences (cut
 * along axis 0, all of one length), and the outer tensors that a turn reads. The
 * body refers to operand k as n_slot(body, k, ...): the carry, the slice of the
 * sequence, the whole outer tensor. Its outs are the next carries and then what
 * is stacked. It holds no leaf but slots, const, full, iota. */
Node *n_slot(Graph *body, int k, Dtype dtype, Shape shape);
int slot_index(const Node *input); /* of a slot: which operand; else -1 */
void slot_number(Node *slot, int k);
/* What does not wait for the carries may be made before the loop (scan_hoist.c): the
 * scan's body and operands are then others. _plain: it is made in the turns. */
Node *n_scan(Graph *g, Graph *body, int carries, int xs, int n, Node *const *arg);
Node *n_scan_plain(Graph *g, Graph *body, int carries, int xs, int n, Node *const *arg);
/* Result k: the last carries, then the stacked outs. */
Node *n_get(Node *scan, int k);
void scan_shape(Node *scan); /* anew, after its body has changed */
/* The general scan: `ints` holds at[] and the name of the axis of turns, sym[0]. */
Node *scan_new(Graph *g, Graph *body, const Attr *ints, int n, Node *const *arg);
Shape scan_slot_shape(const Node *scan, int k); /* of slot k in the body */
/* Type of result k, and the offset of its elements in the value of the scan,
 * which is all its results one after another. */
int scan_results(const Node *scan);
Shape scan_result_shape(const Node *scan, int k);
Dtype scan_result_dtype(const Node *scan, int k);
int64_t scan_offset(const Node *scan, int k);
/* The gradients of the operands k with need[k], in out[k] (NULL: none), from
 * those of the results (NULL: zero). The scan gets results for what of its turns the
 * gradient needs. */
void scan_backward(Node *scan, Node *const *dresult, const bool *need, Node **out);

/* ---- gradients: pass_grad.c ---- */

/* The gradients of y with respect to xs[0..n-1], in out[]; `seed` is the
 * cotangent of y (NULL: y is a scalar and the seed 1). Tensors that y does not
 * depend on get zeros. New nodes go to the same graph. */
void graph_grad(Node *y, Node *seed, int n, Node *const *xs, Node **out);
/* The same of several ys, each with its seed; the contributions are summed. */
void graph_grad_many(int n_ys, Node *const *ys, Node *const *seeds, int n,
                     Node *const *xs, Node **out);

/* A gradient flows through floating values, and through scans, whose results
 * may be some. */
bool carries_gradient(const Node *n);

/* ---- walks ---- */

/* The nodes that these roots need, operands first: depth first from the roots,
 * so that the order depends on structure alone, not on ids. */
Node **graph_order(Arena *arena, const Graph *g, int n_roots, Node *const *roots,
                   int *n);

/* Rebuilds the graph: for every node that an out needs, in order, `rule` is
 * given the node with its operands already replaced and says which node shall
 * stand for it (the node itself, a new one made through node_new, or one of
 * the operands). Outs and names follow; what no out needs is dropped, and the
 * nodes are numbered in the order of graph_order. */
typedef Node *(*RewriteRule)(void *context, Node *n);
void graph_rewrite(Graph *g, RewriteRule rule, void *context);
/* A copy of what these outs need, in a graph of its own; each `mode` node is
 * replaced by its first operand if `training`, else by its second. */
typedef enum Mode { INFERENCE, TRAINING, BOTH_MODES /* mode nodes stay */ } Mode;
Graph *graph_extract(Graph *g, const char *name, int n, const Out *outs, Mode mode);

/* Passes: each says in its file what it needs, keeps and breaks. */
void pass_index(Graph *g);
void pass_phase(Graph *g);
void pass_window(Graph *g);
void pass_fold(Graph *g);
void pass_cse(Graph *g);
void pass_dce(Graph *g);
void pass_sink(Graph *g);
void pass_column(Graph *g);

/* Ids, operands, shapes as the rule would compute them, gradients shaped like
 * their subject; bug() on the first violation, naming `after`. */
void graph_check(const Graph *g, const char *after);

/* ---- text: dump.c, parse.c, formula.c ---- */

/* One node a line, which graph_parse reads back to an equal graph. */
char *graph_dump(const Graph *g);
Graph *graph_parse(Arena *arena, const char *text, const char *file);
bool is_word_char(char c); /* in a word that stands there without quotes */
/* The node as a formula of its operands' names, down to named nodes:
 * "sigmoid(x W1 + b1)". For messages: at most 72 columns. */
const char *node_formula(const Node *n);
/* The same for comments, a few lines long, down to the nodes to stop at, which may have
 * other names there. */
typedef struct Naming {
    const char *(*name)(const void *context, const Node *n); /* NULL: its own */
    const void *context;
} Naming;
const char *named_formula(const Node *n, const bool *stop_at, Naming naming);

/* How often each rule of fold and each decision fired, for the tests. */
typedef struct Count {
    const char *name;
    long n;
} Count;
const Count *fold_counts(int *n);

#endif

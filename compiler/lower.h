/*
 * lower.h - what the files of the lowering share: the state of one entry, and
 * the kernel under construction with its open loops.
 *
 *     routine.c       a graph to calls: buffers, kernels, stores, scans
 *     lower.c         a node that lives in memory to a kernel
 *     lower_expr.c    element(node, index): the value of one element
 *     lower_reduce.c  a reduction: accumulators, and loops over terms
 *     lower_tile.c    products by tiles
 *     lower_strips.c  weights of a scan in the order in which tiles read them
 *     lower_alone.c   concat, cumsum, scatter, rows of segments
 *     lower_taps.c    sums over the taps of windows
 *     lower_pad.c     pads
 *     lower_stmt.c    loops that are open, and statements
 */
#ifndef MFC_LOWER_H
#define MFC_LOWER_H

#include "loop.h"

enum { MAX_DEPTH = 32, LANES = 16, ROW = 64, LONG_ROW = 1024 };

/* One element of one node, already expanded in the current loop. */
typedef struct Memo {
    const Node *node;
    const Index *index;
    Expr *expr;
} Memo;

/* The nodes that one kernel computes, all of one shape, operands first; those that
 * are not stored are used by members only. */
typedef struct Members {
    int n;
    const Node *at[12];
    bool stored[12];
} Members;

typedef struct Lower {
    Arena *arena;
    const Graph *g;
    Fusion fusion;
    Routine *routine;
    ParamBuffers *params;
    Buffer **buffer; /* by node: the array it lives in */
    bool *done;      /* by node: its kernel is among the calls, or it needs none */
    bool *busy;      /* by node: it is among the members of a kernel to come */
    bool *is_out;    /* by node */
    int *first_user; /* by node: where its users begin in `users` */
    const Node **users;
    const Members *members; /* of the kernel under construction */
    const char **title;     /* by node: what its kernel makes, if not by its own name */
    bool *stop;   /* by node: it has a name in formulas, since it lives in memory */
    Expr **value; /* by node: of a reduction that is being expanded */
    /* the kernel under construction */
    Kernel *kernel;
    Calls *calls; /* that it goes behind */
    Block *block; /* where statements go now */
    struct {
        Stmt *loop;
        Block *outer;
    } frame[MAX_DEPTH];
    int depth;
    ARRAY(Memo) memo;
    const Expr *guard; /* of loads that are not for all turns of the innermost loop */
    int next_var;
    const BackOptions *options;
    /* of the body of a scan */
    int64_t turns;          /* 0: it is none */
    ARRAY(Buffer *) steady; /* arrays that all turns read and none writes */
    Calls *before;          /* the calls in front of the loop */
} Lower;

/* ---- lower_expr.c ---- */

Expr *x_num(Lower *l, double v, Dtype dtype);
Expr *x_var(Lower *l, Var *v);
Expr *x_index(Lower *l, Index index);
Expr *x_inside(Lower *l, const Index *index, int64_t extent);
Expr *x_load(Lower *l, Buffer *b, const Index *index);
Expr *x_op(Lower *l, Op op, Dtype dtype, int n, Expr *const *arg);
/* The index without its divisor: the quotient gets a name. */
Index index_whole(Lower *l, Index a, int64_t extent);
/* The value of the element of `node` at `index` (one for each of its axes). */
Expr *element(Lower *l, const Node *node, const Index *index);

/* A place in the result of the reduction of which one index is not yet known: in a
 * row, it is `base` plus the counter of a loop over `width` elements. */
typedef struct Row {
    Index *index; /* one for each axis of the root */
    int axis;     /* the row's */
    Index base;
    int64_t width; /* 0: no row, all indices are known */
} Row;

/* ---- lower_tile.c ---- */

/* Emits the root by tiles if the reductions in it are products that are worth it. */
bool lower_tiled(Lower *l, const Node *root, int n, const Node *const *reduction);

/* ---- lower_group.c ---- */

void find_users(Lower *l);
/* The nodes to compute together with the root. What they need besides is lowered
 * ahead. */
Members find_members(Lower *l, const Node *root, Calls *calls);

/* ---- lower_strips.c ---- */

/* Is it an array that all turns of the scan read and none writes? */
bool is_steady(const Lower *l, const Buffer *b);

/* ---- lower_pad.c ---- */

/* Where the element at `index` is in the array of the node: behind what a pad puts in
 * front of it. */
const Index *home_index(Lower *l, const Node *n, const Index *index, Index *in);
/* The elements around those members whose arrays are inner parts of pads. The loops
 * over the first `open` axes are open, at the index; there is no padding in these. */
void store_borders(Lower *l, const Index *index, int open);
/* So many axes in front of the first one that such a pad makes longer; 0: no pad. */
int unpadded_axes(const Lower *l);
/* Stores an array that is a pad: what is around, and what is inside. */
void lower_pad(Lower *l, const Node *root);

/* ---- routine.c ---- */

/* Gives the node its array and appends its kernel, unless that is done. */
void lower_node(Lower *l, const Node *n, Calls *calls);
Buffer *work_buffer(Lower *l, const char *name, Dtype dtype, Shape shape);
/* Appends a call of the kernel. */
void lower_into(Lower *l, Calls *calls, Kernel *k, const Node *node);

/* ---- lower_reduce.c ---- */

/* Is it best computed a row of the result at a time? Not where the last axis of the
 * operand is reduced: then one element needs what lies together. */
bool wants_row(const Node *n);
/* Computes a reduction for the whole row (or one element). The result is the
 * accumulators, or the one value in *value. */
Buffer *reduce(Lower *l, const Node *n, Row *row, Expr **value);
/* No element is less. */
double lowest_of(Dtype d);
/* Keeps in `first` the position of the largest element, which is in `top`. */
void keep_first(Lower *l, Buffer *top, Buffer *first, const Index *at, Expr *x,
                Index position);
/* Opens the loop along the row, if there is one: sets its index, and at[0] to the
 * position in the row. */
void row_open(Lower *l, Row *row, Index *at);

/* ---- lower_alone.c ---- */

void lower_concat(Lower *l, const Node *root);
void lower_cumsum(Lower *l, const Node *root);
void lower_scatter(Lower *l, const Node *root);
/* Emits the root if it is the place of the largest among the elements that numbers say
 * to be a row's own: each element is looked at once. */
bool lower_own(Lower *l, const Node *root);

/* ---- lower_taps.c ---- */

/* Emits the root if it is a sum over taps that are added where they belong. */
bool lower_taps(Lower *l, const Node *root);

/* ---- lower.c ---- */

/* Stores the elements of all members at the index. */
void store_members(Lower *l, const Index *index);
/* The last axis that is longer than 1, or the last one if there is none. */
int last_long(const Shape *s);
/* The kernel that computes the members into their arrays. */
Kernel *lower_root(Lower *l, const Members *members);
/* A kernel that computes the node, an element at a time, into any array. */
Kernel *lower_copy(Lower *l, const Node *from, Buffer *to);
/* A kernel that copies an array that holds the node. */
Kernel *lower_move(Lower *l, const Node *node, Buffer *from, Buffer *to);
void kernel_begin(Lower *l);
Kernel *kernel_end(Lower *l, const Node *node);

/* ---- lower_stmt.c ---- */

/* Opens a loop over `extent` turns and returns its index; none is opened for a
 * single turn, which is index 0. Closed by loop_close(l, mark). */
Index loop_open(Lower *l, int64_t extent);
void loop_close(Lower *l, int depth);
void emit(Lower *l, Stmt *s);
Stmt *s_new(Lower *l, StmtKind kind);
Index *index_copy(Lower *l, const Index *index, int n);
Var *var_new(Lower *l, const char *name, int64_t extent, Dtype dtype);
void store(Lower *l, Buffer *b, const Index *index, Expr *value);
/* Adds the value (a product of both, for ACC_FMA) to the element, or as `acc` says. */
void accumulate(Lower *l, AccKind acc, Buffer *b, const Index *index, Expr *value,
                Expr *value2);
/* A local array that is not filled. */
Buffer *local_array(Lower *l, const char *name, Dtype dtype, Shape shape);
/* A local array of n elements (a scalar for n = 0), filled with `fill`. */
Buffer *local_filled(Lower *l, const char *name, Dtype dtype, int64_t n, double fill);

#endif

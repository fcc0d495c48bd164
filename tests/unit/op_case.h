/*
 * op_case.h - small graphs around one operator each, for test_ops.c and, with
 * special values, tests/emit/emit_random.c (special_graph.h): a scalar row gets its
 * cases from its arity and kind, a tensor row from a function of its own in op_case.c.
 * Shapes are of different primes and 1, of rank 0 to 5.
 */
#ifndef OP_CASE_H
#define OP_CASE_H

#include "eval.h"

enum { MOST_SUBJECTS = 8, VARIANTS = 10 };

typedef struct Case {
    Graph *g;
    int variant;
    Dtype real;             /* of the inputs: F64, or what was asked for */
    Node *y;                /* NULL: there is no such variant */
    Node *x[MOST_SUBJECTS]; /* the floating inputs */
    int n;
} Case;

/* The case of this operator, or one without y; in f64, or another dtype. */
Case case_of(Arena *arena, Op op, int variant);
Case case_in(Arena *arena, Op op, int variant, Dtype real);
/* An input of this dtype, which becomes a subject. */
Node *case_input(Case *c, Shape shape);

/* Element `at` of the result, from its definition and nothing else; NULL for
 * operators that have none here (scan and get, which test_ops.c unrolls). */
typedef Scalar (*Definition)(const Ring *ring, const Node *y, Scalar *const *arg,
                             const int64_t *at);
Definition definition_of(Op op);

/* Values of leaves in test_ops.c and here: i32 inputs named "i<n>_..." hold
 * numbers below n. */
int64_t case_limit(const Node *leaf);

#endif

/*
 * eval.h - the reference evaluator: the value of a graph by plain loops, one
 * definition an operator, over any scalar. It is the judge of everything that
 * is emitted and shares no code with passes, schedule, plan or emission.
 */
#ifndef MFC_EVAL_H
#define MFC_EVAL_H

#include "graph.h"

/* One element. Tensors are arrays of it in row-major order. i32 and bool
 * elements are held in the same field as the ring's own numbers (`d`, or the
 * residue), so that a comparison is the number 1 or 0. */
union Scalar {
    double d;
    float f;
    struct {
        double v, d; /* value and derivative */
    } dual;
    uint64_t p;
};

/* A kind of scalar: real64, real32, dual numbers, GF(2^61 - 1). */
struct Ring {
    const char *name;
    Scalar (*number)(double v);
    double (*value)(Scalar s); /* back: the value part */
    Scalar (*add)(Scalar a, Scalar b);
    Scalar (*mul)(Scalar a, Scalar b);
    Scalar (*fma)(Scalar a, Scalar b, Scalar c); /* a * b + c, rounded once */
    bool (*less)(Scalar a, Scalar b);
    bool (*equal)(Scalar a, Scalar b);
    /* The value of a scalar operator, and of cast (to the dtype). */
    Scalar (*op)(Op op, Dtype dtype, const Scalar *arg);
    Scalar (*cast)(Scalar a, Dtype from, Dtype to);
};

extern const Ring ring_f64, ring_f32, ring_dual, ring_gf;

/* What the leaves are worth. Each function returns the elements of a leaf, or
 * NULL (then: input and param are an error, step 0). */
typedef struct Env {
    const Ring *ring;
    const Scalar *(*leaf)(void *context, const Node *leaf);
    void *context;
    uint64_t seed, step; /* of random and step nodes */
} Env;

/* The values of all nodes of the graph, by id; those that no out needs are
 * NULL. Lives in the arena. */
Scalar **eval_graph(Arena *arena, const Graph *g, const Env *env);

/* The canonical order of floating-point sums, part of the meaning of a program:
 *   contract: for each element over the summed letters, in the order of their
 *     first appearance in the first operand, rising, from 0, one fma a term;
 *   sum, where the last axis of the operand is reduced: for each result element
 *     16 lanes, an operand element belongs to lane (last index mod 16), in
 *     row-major order within a lane, from 0; lanes are added as a tree:
 *     l[i] += l[i + 8], i < 8, then + 4, + 2, + 1;
 *   sum over other axes, scatter, cumsum, prod: in row-major order of the
 *     operand, one after another, from 0 (prod: from 1). */

#endif

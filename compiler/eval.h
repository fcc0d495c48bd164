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
 * residue), so that a comparison is the number 1 or 0. `d` and `dual.v` are the
 * same place: f64, f32 and dual numbers hold integers alike. */
union Scalar {
    struct {
        double v, d; /* value and derivative */
    } dual;
    double d;   /* f64; f32, as a double that is one */
    uint64_t p; /* GF: the residue, below 2^61 - 1 */
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
    /* The value of a scalar operator, and of stop; dtype is that of the last
     * operand (it matters to i32, which wraps). */
    Scalar (*op)(Op op, Dtype dtype, const Scalar *arg);
    /* float to i32 drops the fraction (NaN is 0, the ends hold what is beyond
     * them); anything to bool is x != 0. */
    Scalar (*cast)(Scalar a, Dtype from, Dtype to);
    const Ring *integer; /* computes the tensor operators whose result is i32 or bool */
    /* sum, then n times fma(a, b, sum), where a and b go on by da and db. */
    Scalar (*dot)(int64_t n, const Scalar *a, int64_t da, const Scalar *b, int64_t db,
                  Scalar sum);
};

extern const Ring ring_f64, ring_f32, ring_dual, ring_gf;
extern const Ring ring_i32; /* integers modulo 2^32, held in `d` */

/* The value of a scalar operator in f64 as its row says; operands beyond the
 * operator's own are not looked at. */
double eval_real(Op op, double a, double b, double c);
/* Whether the derivative of a scalar operator in dual numbers is a formula; of
 * other operators (a row that is newer than eval_dual.c) it is a difference
 * quotient, good to about 9 digits. */
bool dual_is_exact(Op op);
int32_t truncate_i32(double v); /* as cast does */

/* What the leaves are worth. The function returns the elements of a leaf, which
 * are copied before the next call, or NULL: then input and param are an error,
 * and the others what the graph says of them. */
typedef struct Env {
    const Ring *ring;
    const Scalar *(*leaf)(void *context, const Node *leaf);
    void *context;
    uint64_t seed, step; /* of random and step nodes */
    bool single;         /* draw what an f32 program draws, in any ring */
} Env;

/* The values of all nodes of the graph, by id; those that no out needs are
 * NULL. Lives in the arena. */
Scalar **eval_graph(Arena *arena, const Graph *g, const Env *env);
/* The values of the outs alone, in their order: other values are freed after
 * their last use. Fails with exit 4 if too much is alive at once. */
Scalar **eval_outs(Arena *arena, const Graph *g, const Env *env);

/* A gradient and the derivative by dual numbers may differ by this much, in
 * units of the largest gradient of the graph. */
#define DERIVATIVE_TOLERANCE 1e-12

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

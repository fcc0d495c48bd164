/*
 * generator.h - the state of the generator of random graphs, and what its parts
 * share: random_pool.c (numbers, shapes, the pool), random_graph.c (operands, scalar
 * operators, whole graphs), random_tensor.c (a function for each tensor operator),
 * random_pair.c.
 */
#ifndef GENERATOR_H
#define GENERATOR_H

#include "random_graph.h"

/* A node and the interval that its elements lie in. */
typedef struct Item {
    Node *node;
    double lo, hi;
} Item;

typedef struct Generator {
    Graph *g;
    uint64_t state;
    Dtype real;    /* the floating dtype of the graph */
    int64_t batch; /* extent of the dim B */
    bool inner;    /* the body of a scan: constants are the only leaves */
    bool plain;    /* scans do everything in their turns */
    int leaves;    /* numbered for their names */
    int largest;   /* elements of a node, about */
    ARRAY(Item) pool;
    ARRAY(int) depth; /* by id: the arithmetic in what is made of constants alone */
} Generator;

/* ---- numbers ---- */

int below(Generator *r, int n); /* 0 .. n - 1 */
bool chance(Generator *r, int percent);

/* ---- operands ---- */

/* Some node of the dtype; new leaves are made when there is none. */
Item pick(Generator *r, Dtype dtype);
Item pick_any(Generator *r);
/* A leaf of that type. */
Item fresh(Generator *r, Dtype dtype, Shape shape);
Item fresh_variable(Generator *r, Dtype dtype, Shape shape); /* no constant */
const char *leaf_name(Generator *r, char kind);              /* "x3", a new one */
/* The item made to have that shape: broadcast, summed up, or another one. */
Item fit(Generator *r, Item a, Shape shape);
/* The same or a function of it with all elements in [-limit, limit]. */
Item bounded(Generator *r, Item a, double limit);
/* One that is not a constant, of a's type. */
Item variable(Generator *r, Item a);
/* i32 elements in 0 .. n - 1. */
Item indices(Generator *r, Shape shape, int64_t n);
/* Enters a node into the pool; not if constant folding would round there. */
Item put(Generator *r, Node *n, double lo, double hi);
bool is_constant(Generator *r, const Node *n); /* made of constants alone */
/* Whether constant folding rounds in what n is made of. */
bool is_rounded(Generator *r, const Node *n);
/* Two that are worth the same: whether constant folding rounds in one of them is
 * whether it does in both. */
void as_deep(Generator *r, const Node *a, const Node *b);
/* A cast. (An integer made of a float may be any: over the field it is.) */
Item put_cast(Generator *r, Item a, Dtype to);

Shape some_shape(Generator *r);
void some_dim(Generator *r, int64_t *dim, const char **sym);

/* ---- steps: each adds a node or a few, or none where the choice does not fit ---- */

typedef void (*Step)(Generator *r);
/* The lists end with NULL. */
extern const Step tensor_steps[]; /* one for each tensor operator, about */
extern const Step pair_steps[];   /* operators that belong together */
void step_of(Generator *r, const Step *steps);
void step_scalar(Generator *r);

#endif

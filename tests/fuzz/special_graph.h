/*
 * special_graph.h - every operator at special values: zeros of both signs, denormals,
 * infinities, NaN, the largest numbers, with its gradients. By construction no row of
 * ops.def is left out.
 */
#ifndef SPECIAL_GRAPH_H
#define SPECIAL_GRAPH_H

#include "graph.h"

/* Graphs are numbered from 0 to special_count() - 1, those of an operator from
 * special_first(op) on; some numbers have none: NULL. */
int special_count(void);
int special_first(Op op);
Graph *special_graph(Arena *arena, int number);
/* The value of element i of an input of such a graph. */
double special_value(const Node *leaf, uint64_t seed, int64_t i);

#endif

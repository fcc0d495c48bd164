/*
 * random_graph.h - a graph for every seed: 3 to 60 nodes of all operators and
 * dtypes, dims 1 2 3 5 7 and some around vector widths, fan-out, dead and equal
 * nodes, every pattern of broadcasting, scans, gradients, outs and stores.
 *
 * Values stay well-conditioned for leaves as random_leaf_value gives them: each
 * node's interval is followed while the graph grows, and operands of exp, log,
 * div, pow ... are led into their domain first.
 */
#ifndef RANDOM_GRAPH_H
#define RANDOM_GRAPH_H

#include "graph.h"

Graph *random_graph(Arena *arena, uint64_t seed);

/* The value of element i of an input or param of a random graph: floats in
 * [-2, 2), i32 in 0 .. RANDOM_LIMIT - 1, bool. Depends on the name and seed. */
enum { RANDOM_LIMIT = 5 };
double random_leaf_value(const Node *leaf, uint64_t seed, int64_t i);

#endif

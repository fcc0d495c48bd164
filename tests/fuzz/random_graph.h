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
/* The same, but its gradients are those of `scale` times the loss, divided by scale:
 * of a power of two, the same bits. */
Graph *random_graph_scaled(Arena *arena, uint64_t seed, double scale);
/* The same, but nothing is hoisted out of its scans. */
Graph *random_graph_plain(Arena *arena, uint64_t seed);

/* Another graph that is worth the same bits but for the signs of zeros. Its outs come
 * from the last to the first; an input or param x3 is called a_x3 or the like. */
Graph *random_twin(const Graph *g, uint64_t seed);
/* The name without such a prefix. */
const char *random_own_name(const char *name);

/* The value of element i of an input or param of a random graph: floats in
 * [-2, 2), i32 in 0 .. RANDOM_LIMIT - 1, bool. Depends on the own name and seed. */
enum { RANDOM_LIMIT = 5 };
double random_leaf_value(const Node *leaf, uint64_t seed, int64_t i);

#endif

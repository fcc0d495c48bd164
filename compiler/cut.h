/*
 * cut.h - the cheapest nodes of a graph that stand between two sides of it.
 */
#ifndef MFC_CUT_H
#define MFC_CUT_H

#include "graph.h"

/* More than any sum of prices: such a node is never chosen. */
#define CUT_NEVER (INT64_MAX / 4)

/* By id of a node. Each path from a source to a sink, both included, must hold a node
 * that has a price below CUT_NEVER. */
typedef struct Cut {
    const Graph *g;
    const bool *within; /* the others are not there */
    const bool *source, *sink;
    const int64_t *price; /* of choosing the node; not negative */
} Cut;

/* Sets chosen[id] for a set of nodes, of least price in all, that meets each path from
 * a source to a sink; of all such sets the one nearest to the sinks. */
void cheapest_cut(Arena *scratch, const Cut *c, bool *chosen);

#endif

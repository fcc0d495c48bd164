/*
 * scan_keep.h - what a scan keeps of its turns for its gradient.
 */
#ifndef MFC_SCAN_KEEP_H
#define MFC_SCAN_KEEP_H

#include "graph.h"

/* A turn and the way back through it, in one body; arrays by id. */
typedef struct Turn {
    const Graph *body;
    int n_roots;
    Node *const *roots; /* what the way back makes */
    const bool *varies; /* differs from turn to turn */
    const bool *late;   /* made of gradients, and so no part of the turn itself */
    const bool *stays;  /* all turns' values are in memory anyway */
} Turn;

/* Sets kept[id] for the nodes of the turn from which the way back starts: the values of
 * all turns stay in memory, and what else it reads is made of them again. */
void scan_keep(Arena *scratch, const Turn *turn, bool *kept);

#endif

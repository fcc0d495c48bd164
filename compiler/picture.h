/*
 * picture.h - an entry as a drawing: its nodes as the script makes them, or the kernels
 * that come out. The elements of the boxes say which line of the script they come from
 * (data-line="FILE:LINE", FILE a number) and what they cost, for the page of graph.
 */
#ifndef MFC_PICTURE_H
#define MFC_PICTURE_H

#include "costs.h"
#include "draw.h"

typedef ARRAY(const char *) Files; /* of Where.file, by number */

typedef struct Picture {
    Drawing d;
    const Program *program;
    Files *files;       /* grows by the files that boxes come from */
    const Times *times; /* of kernels, or NULL */
    int *box;           /* of a node or of a buffer, by id; -1: none */
} Picture;

/* The nodes that the results need, and with EVERYTHING the stores too. */
typedef enum Nodes { NODES_OF_RESULTS, EVERYTHING } Nodes;
void picture_nodes(Picture *p, const Graph *g, Nodes which);

/* A box is a kernel; with ARRAYS the arrays between them are boxes too. */
typedef enum Boxes { KERNELS, ARRAYS } Boxes;
void picture_calls(Picture *p, const Routine *r, Boxes boxes);

#endif

/*
 * lift.h - a node of a scan's body done for all turns at once: the same operator with
 * one more axis in front, that of the turns. Each element is made as in its turn.
 *
 *     bi,ij->bj   over bi stacked    is   tbi,ij->tbj
 *     sum, axes 2 of [B,F]           is   sum, axes 3 of [T,B,F]
 */
#ifndef MFC_LIFT_H
#define MFC_LIFT_H

#include "graph.h"

/* The axis of the turns. */
typedef struct Turns {
    int64_t n;
    const char *sym; /* NULL for a plain number */
} Turns;

/* Is there such an operator, and room for the axis? */
bool is_liftable(const Node *n);

/* The node n over these operands, in their graph, with its name and line. Operand k has
 * the axis of the turns in front if stacked >> k & 1 (one of them has), else it is the
 * same in all turns. */
Node *node_lift(const Node *n, Node *const *arg, unsigned stacked, Turns turns);

#endif

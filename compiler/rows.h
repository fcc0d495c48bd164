/*
 * rows.h - products of gathered rows (rows.c).
 */
#ifndef MFC_ROWS_H
#define MFC_ROWS_H

#include "graph.h"

/* What a only moves, by permutations and reshapes. */
const Node *moved_from(const Node *a);

/* A contraction whose operand k is gathered (and moved) as a gather from a product,
 * with the same bits; NULL where it is none, or where that is no less work. */
Node *product_of_rows(Node *n, int k);

#endif

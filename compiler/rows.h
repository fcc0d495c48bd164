/*
 * rows.h - products of gathered rows (rows.c).
 */
#ifndef MFC_ROWS_H
#define MFC_ROWS_H

#include "graph.h"

/* What operand k of a product is a permutation of. */
const Node *unpermuted(const Node *a);

/* A contraction whose operand k is gathered (and permuted) as a gather from a product,
 * with the same bits; NULL where it is none, or where that is no less work. */
Node *product_of_rows(Node *n, int k);

#endif

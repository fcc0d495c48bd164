/*
 * rows.h - products of gathered rows, and the letters of products (rows.c).
 */
#ifndef MFC_ROWS_H
#define MFC_ROWS_H

#include "graph.h"

enum { WORD = 4 * MAX_RANK };

/* The three words of "ik,kj->ij", of a product, a gather or a scatter. */
typedef struct Words {
    char word[3][WORD];
} Words;
Words words_of(const char *text);
/* Is any letter of the contraction summed? (Both operands have it then.) */
bool product_sums(const Node *contract);

/* Do the letters that are summed, which are those not kept, come in the same order in
 * both words? */
bool same_sum_order(const char *p, const char *q, const char *kept);

/* What a only moves, by permutations and reshapes. */
const Node *moved_from(const Node *a);

/* A contraction whose operand k is gathered (and moved) as a gather from a product,
 * with the same bits; NULL where it is none, or where that is no less work. */
Node *product_of_rows(Node *n, int k);

#endif

/*
 * fold_contract.c - rules for products: the letters of a contraction take in the
 * permutations around it, where the order of its sums stays.
 */
#include "fold.h"
#include "rows.h"

#include <string.h>

static Node *contract_new(Node *a, Node *b, const Words *w)
{
    return n_contract(a, b,
                      arena_format(a->graph->arena, "%s,%s->%s", w->word[0], w->word[1],
                                   w->word[2]));
}

Node *fold_contract(Node *n)
{
    Words w = words_of(n->attr.text);
    for (int k = 0; k < 2; k++) {
        Node *a = n->arg[k], *other = n->arg[1 - k];
        if (a->op == OP_neg) { /* (-a) b = -(a b) */
            Node *product = k == 0 ? n_contract(a->arg[0], other, n->attr.text)
                                   : n_contract(other, a->arg[0], n->attr.text);
            return fold_hit(R_contract_neg, n, fold_again(n_neg(fold_again(product))));
        }
        if (a->op == OP_gather || a->op == OP_reshape) {
            Node *rows = product_of_rows(n, k);
            if (rows) {
                return fold_hit(R_contract_rows, n, rows);
            }
        }
        if (a->op != OP_permute)
            continue;
        char own[WORD] = {0}; /* the letters of what is permuted */
        for (int i = 0; i < a->shape.rank; i++)
            own[a->attr.at[i]] = w.word[k][i];
        if (k == 0 && !same_sum_order(own, w.word[0], w.word[2]))
            continue;
        memcpy(w.word[k], own, sizeof own);
        Node *result = k == 0 ? contract_new(a->arg[0], other, &w)
                              : contract_new(other, a->arg[0], &w);
        return fold_hit(R_contract_permuted, n, fold_again(result));
    }
    return NULL;
}

/* A product that only its transpose is made of is made transposed. */
Node *fold_permute_contract(Node *n)
{
    Node *a = n->arg[0];
    Words w = words_of(a->attr.text);
    char out[WORD] = {0};
    for (int i = 0; i < n->shape.rank; i++)
        out[i] = w.word[2][n->attr.at[i]];
    memcpy(w.word[2], out, sizeof out);
    Node *turned = contract_new(a->arg[0], a->arg[1], &w);
    return fold_hit(R_permute_contract, n, fold_again(turned));
}

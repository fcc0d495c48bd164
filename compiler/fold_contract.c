/*
 * fold_contract.c - rules for products: the letters of a contraction take in the
 * permutations around it, where the order of its sums stays.
 */
#include "fold.h"
#include "rows.h"

#include <string.h>

enum { WORD = 4 * MAX_RANK };

/* The three words of "ik,kj->ij". */
static void split(const char *text, char word[3][WORD])
{
    const char *comma = strchr(text, ','), *arrow = strstr(text, "->");
    size_t n[3] = {(size_t)(comma - text), (size_t)(arrow - comma - 1),
                   strlen(arrow + 2)};
    const char *start[3] = {text, comma + 1, arrow + 2};
    for (int w = 0; w < 3; w++) {
        memcpy(word[w], start[w], n[w]);
        word[w][n[w]] = '\0';
    }
}

static Node *contract_new(Node *a, Node *b, char word[3][WORD])
{
    return n_contract(a, b,
                      arena_format(a->graph->arena, "%s,%s->%s", word[0], word[1],
                                   word[2]));
}

/* Whether the letters that are summed come in the same order in both words. */
static bool same_sum_order(const char *p, const char *q, const char *out)
{
    for (;;) {
        while (*p != '\0' && strchr(out, *p) != NULL)
            p++;
        while (*q != '\0' && strchr(out, *q) != NULL)
            q++;
        if (*p != *q || *p == '\0')
            return *p == *q;
        p++;
        q++;
    }
}

Node *fold_contract(Node *n)
{
    char word[3][WORD];
    split(n->attr.text, word);
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
            own[a->attr.at[i]] = word[k][i];
        if (k == 0 && !same_sum_order(own, word[0], word[2]))
            continue;
        memcpy(word[k], own, sizeof own);
        Node *result = k == 0 ? contract_new(a->arg[0], other, word)
                              : contract_new(other, a->arg[0], word);
        return fold_hit(R_contract_permuted, n, fold_again(result));
    }
    return NULL;
}

/* A product that only its transpose is made of is made transposed. */
Node *fold_permute_contract(Node *n)
{
    Node *a = n->arg[0];
    char word[3][WORD], out[WORD] = {0};
    split(a->attr.text, word);
    for (int i = 0; i < n->shape.rank; i++)
        out[i] = word[2][n->attr.at[i]];
    memcpy(word[2], out, sizeof out);
    Node *turned = contract_new(a->arg[0], a->arg[1], word);
    return fold_hit(R_permute_contract, n, fold_again(turned));
}

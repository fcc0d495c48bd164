/*
 * rows.c - a product of chosen rows is chosen from a product of all rows:
 *
 *     gather(table, ids) w   =   gather(table w, ids)
 *
 * to the bit, and cheaper where there are fewer rows than ids: an embedding of a small
 * vocabulary before a layer. pass_fold rewrites such products; pass_grad differentiates
 * them as if they stood there like that, so that the gradients of table and w are
 * products of as few rows:
 *
 *     d(table w) = scatter(dy, ids),   dw = table' d(table w),   d(table) = d(table w)
 * w'
 */
#include "rows.h"

#include <string.h>

enum { WORD = 4 * MAX_RANK };

typedef struct Words {
    char word[3][WORD]; /* of "ik,kj->ij" */
} Words;

static Words words_of(const char *text)
{
    const char *comma = strchr(text, ','), *arrow = strstr(text, "->");
    const char *start[] = {text, comma + 1, arrow + 2};
    const size_t n[] = {(size_t)(comma - text), (size_t)(arrow - comma - 1),
                        strlen(arrow + 2)};
    Words w = {0};
    for (int i = 0; i < 3; i++)
        memcpy(w.word[i], start[i], n[i]);
    return w;
}

/* A letter that stands in neither word. */
static char new_letter(const char *a, const char *b)
{
    for (char c = 'a'; c <= 'z'; c++)
        if (!strchr(a, c) && !strchr(b, c))
            return c;
    for (char c = 'A'; c <= 'Z'; c++)
        if (!strchr(a, c) && !strchr(b, c))
            return c;
    bug("a product uses all letters");
}

/* Do the letters that are summed come in the same order in both words? */
static bool same_sum_order(const char *p, const char *q, const char *kept)
{
    for (;; p++, q++) {
        p += strspn(p, kept);
        q += strspn(q, kept);
        if (*p != *q || *p == '\0')
            return *p == *q;
    }
}

const Node *unpermuted(const Node *a)
{
    while (a->op == OP_permute)
        a = a->arg[0];
    return a;
}

static bool has_fewer_rows(const Node *gather, int indexed)
{
    return gather->arg[0]->shape.dim[indexed] * 2 <= shape_size(&gather->arg[1]->shape);
}

Node *product_of_rows(Node *n, int k)
{
    Words product = words_of(n->attr.text);
    const char *other = product.word[1 - k], *out = product.word[2];
    char own[WORD], table[WORD] = {0}, ids[WORD] = {0}, all[WORD] = {0};
    strcpy(own, product.word[k]);
    Node *a = n->arg[k];
    for (; a->op == OP_permute; a = a->arg[0]) {
        char before[WORD];
        strcpy(before, own);
        for (int i = 0; before[i]; i++)
            own[a->attr.at[i]] = before[i];
    }
    if (a->op != OP_gather)
        return NULL;
    Words rows = words_of(a->attr.text); /* in letters of its own */
    char fresh = new_letter(product.word[0], product.word[1]);
    int indexed = -1;
    for (int i = 0; rows.word[0][i]; i++) {
        const char *side = strchr(rows.word[2], rows.word[0][i]);
        table[i] = side ? own[side - rows.word[2]] : fresh;
        indexed = side ? indexed : i;
    }
    for (int i = 0; rows.word[1][i]; i++) {
        ids[i] = own[strchr(rows.word[2], rows.word[1][i]) - rows.word[2]];
        if (strchr(table, ids[i]) || strchr(other, ids[i]) || !strchr(out, ids[i]))
            return NULL;
    }
    char kept[WORD] = {fresh};
    strcat(kept, out);
    if (!has_fewer_rows(a, indexed) ||
        (k == 0 && !same_sum_order(table, product.word[0], kept)))
        return NULL;
    all[0] = fresh;
    for (int i = 0, at = 1; out[i]; i++)
        if (!strchr(ids, out[i]))
            all[at++] = out[i];
    Arena *arena = n->graph->arena;
    Node *w = n->arg[1 - k];
    Node *y = k == 0 ? n_contract(a->arg[0], w,
                                  arena_format(arena, "%s,%s->%s", table, other, all))
                     : n_contract(w, a->arg[0],
                                  arena_format(arena, "%s,%s->%s", other, table, all));
    return n_gather(y, a->arg[1], arena_format(arena, "%s,%s->%s", all, ids, out));
}

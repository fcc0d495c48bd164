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

Words words_of(const char *text)
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

bool product_sums(const Node *contract)
{
    Words w = words_of(contract->attr.text);
    return strspn(w.word[0], w.word[2]) < strlen(w.word[0]);
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

bool same_sum_order(const char *p, const char *q, const char *kept)
{
    for (;; p++, q++) {
        p += strspn(p, kept);
        q += strspn(q, kept);
        if (*p != *q || *p == '\0')
            return *p == *q;
    }
}

const Node *moved_from(const Node *a)
{
    while (a->op == OP_permute || a->op == OP_reshape)
        a = a->arg[0];
    return a;
}

/* Rows of a table, with a letter for each axis of both. */
typedef struct Rows {
    Node *table, *ids;
    char of_table[WORD], of_ids[WORD]; /* no letters: it is none */
    int indexed;                       /* axis of the table */
} Rows;

/* gather(table, ids), whose axes are called `own`; the indexed one `fresh`. */
static Rows rows_of_gather(Node *a, const char *own, char fresh)
{
    Words w = words_of(a->attr.text); /* in letters of its own */
    Rows r = {.table = a->arg[0], .ids = a->arg[1]};
    for (int i = 0; w.word[0][i]; i++) {
        const char *side = strchr(w.word[2], w.word[0][i]);
        r.of_table[i] = side ? own[side - w.word[2]] : fresh;
        r.indexed = side ? r.indexed : i;
    }
    for (int i = 0; w.word[1][i]; i++)
        r.of_ids[i] = own[strchr(w.word[2], w.word[1][i]) - w.word[2]];
    return r;
}

/* The same where the axes of the ids, which come first, are others after a reshape. */
static Rows rows_of_reshape(const Node *a, const char *own, char fresh)
{
    Node *gather = a->arg[0];
    Words w = words_of(gather->attr.text);
    int n_ids = (int)strlen(w.word[1]), n_row = (int)strlen(w.word[2]) - n_ids,
        more = a->shape.rank - n_row;
    if (more < 1 || strncmp(w.word[1], w.word[2], (size_t)n_ids) != 0)
        return (Rows){0};
    for (int i = 0; i < n_row; i++)
        if (a->shape.dim[more + i] != gather->shape.dim[n_ids + i])
            return (Rows){0};
    Rows r = {.table = gather->arg[0]};
    Shape shape = a->shape;
    for (int i = a->shape.rank - 1; i >= more; i--)
        shape = shape_drop(shape, i);
    r.ids = n_reshape(gather->arg[1], shape);
    memcpy(r.of_ids, own, (size_t)more);
    for (int i = 0; w.word[0][i]; i++) {
        const char *side = strchr(w.word[2], w.word[0][i]);
        r.of_table[i] = side ? own[more + (side - w.word[2] - n_ids)] : fresh;
        r.indexed = side ? r.indexed : i;
    }
    return r;
}

/* What `own` names the axes of, behind permutations. */
static Rows find_rows(Node *a, char *own, char fresh)
{
    for (; a->op == OP_permute; a = a->arg[0]) {
        char before[WORD];
        strcpy(before, own);
        for (int i = 0; before[i]; i++)
            own[a->attr.at[i]] = before[i];
    }
    if (a->op == OP_gather)
        return rows_of_gather(a, own, fresh);
    if (a->op == OP_reshape && a->arg[0]->op == OP_gather)
        return rows_of_reshape(a, own, fresh);
    return (Rows){0};
}

Node *product_of_rows(Node *n, int k)
{
    Words product = words_of(n->attr.text);
    const char *other = product.word[1 - k], *out = product.word[2];
    char own[WORD], all[WORD] = {0};
    strcpy(own, product.word[k]);
    char fresh = new_letter(product.word[0], product.word[1]);
    Rows r = find_rows(n->arg[k], own, fresh);
    if (!r.table || r.table->shape.dim[r.indexed] * 2 > shape_size(&r.ids->shape))
        return NULL;
    const char *table = r.of_table, *ids = r.of_ids;
    for (int i = 0; ids[i]; i++)
        if (strchr(table, ids[i]) || strchr(other, ids[i]))
            return NULL;
    char kept[WORD] = {fresh};
    strcat(kept, out);
    if (k == 0 && !same_sum_order(table, product.word[0], kept))
        return NULL;
    all[0] = fresh;
    for (int i = 0, at = 1; out[i]; i++)
        if (!strchr(ids, out[i]))
            all[at++] = out[i];
    Arena *arena = n->graph->arena;
    Node *w = n->arg[1 - k];
    Node *y = k == 0 ? n_contract(r.table, w,
                                  arena_format(arena, "%s,%s->%s", table, other, all))
                     : n_contract(w, r.table,
                                  arena_format(arena, "%s,%s->%s", other, table, all));
    return n_gather(y, r.ids, arena_format(arena, "%s,%s->%s", all, ids, out));
}

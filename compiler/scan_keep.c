/*
 * scan_keep.c - what a scan keeps of its turns for its gradient. The way back reads
 * values of the turn, in the opposite order, so each of them is either kept, as an
 * array of all turns, or made again from others that are. What is kept is the cheapest
 * cut, in bytes, between where a turn's values come from - carries, sequences, and
 * products, which would cost more to make again than to read - and what the way back
 * reads; of two that are as cheap, the one that leaves less to be made again. So an
 * LSTM keeps its four gates, and not the two products that they are made of; a relu
 * keeps a truth value.
 */
#include "scan_keep.h"

#include "cut.h"
#include "rows.h"

/* Does it cost more to make it again than to read it? */
static bool is_dear(const Node *n)
{
    return n->op == OP_contract && is_float(n->dtype) && n->shape.rank < MAX_RANK &&
           product_sums(n);
}

/* In bytes, of a turn. An operand that only lies differently is kept instead. */
static int64_t price_of(const Turn *turn, const Node *n)
{
    if (n->op == OP_scan || n->op == OP_permute || n->op == OP_reshape ||
        n->shape.rank == MAX_RANK)
        return CUT_NEVER;
    return turn->stays[n->id] ? 0
                              : size_mul(shape_size(&n->shape), dtype_bytes(n->dtype));
}

/* What of the turn the way back reads. */
static void mark_read(Arena *scratch, const Turn *turn, bool *read)
{
    int n;
    Node **order = graph_order(scratch, turn->body, turn->n_roots, turn->roots, &n);
    for (int i = 0; i < n; i++)
        for (int k = 0; k < order[i]->n; k++)
            read[order[i]->arg[k]->id] =
                read[order[i]->arg[k]->id] || turn->late[order[i]->id];
    for (int i = 0; i < turn->n_roots; i++)
        read[turn->roots[i]->id] = true;
}

void scan_keep(Arena *scratch, const Turn *turn, bool *kept)
{
    int n = turn->body->nodes.n;
    bool *within = NEW_N(scratch, bool, n), *source = NEW_N(scratch, bool, n),
         *read = NEW_N(scratch, bool, n);
    int64_t *price = NEW_N(scratch, int64_t, n);
    mark_read(scratch, turn, read);
    for (int i = 0; i < n; i++) {
        const Node *node = turn->body->nodes.at[i];
        within[i] = turn->varies[i] && !turn->late[i];
        source[i] = slot_index(node) >= 0 || is_dear(node);
        price[i] = price_of(turn, node);
    }
    Cut cut = {turn->body, within, source, read, price};
    cheapest_cut(scratch, &cut, kept);
}

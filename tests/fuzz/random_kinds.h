/*
 * random_kinds.h - random graphs of one kind each, for what the general ones
 * (random_graph.h) meet too seldom.
 */
#ifndef RANDOM_KINDS_H
#define RANDOM_KINDS_H

#include "graph.h"

/* The three products of a convolution, or of a transposed one where the windows are
 * spread: by the operand and the weight, and the weight's gradient. */
Graph *random_windows(Arena *arena, uint64_t seed);

/* Products that are large enough for the register tile, alone, with others in one sum,
 * and turned; their extents leave rests. */
Graph *random_products(Arena *arena, uint64_t seed);

/* Equal layers one after another: for inference, or with their loss, its gradients and
 * an update, by momentum or not. */
Graph *random_layers(Arena *arena, uint64_t seed);

/* Sums, maxima and norms of rows or of columns, one made of the other. */
Graph *random_rows(Arena *arena, uint64_t seed);

/* Maxima over windows that lie side by side, along rows and columns or rows alone, and
 * the places of the largest: of f32 and f64, with NaN and zeros of both signs. */
Graph *random_pools(Arena *arena, uint64_t seed);

/* The same few arrays of many sizes again and again, some of which are needed for long:
 * what the plan has to find places for. */
Graph *random_memory(Arena *arena, uint64_t seed);

/* Arrays of the same rows, which also meet other rows than their own: for bands. */
Graph *random_chain(Arena *arena, uint64_t seed);

/* Scans whose turns multiply by the same large weights. */
Graph *random_cell(Arena *arena, uint64_t seed);

/* Scans over sequences that are wider than what they are made of. */
Graph *random_turns(Arena *arena, uint64_t seed);

/* Layers of few units over many rows. */
Graph *random_columns(Arena *arena, uint64_t seed);

/* Operators that belong together, as the rules of fold look for them. */
Graph *random_pairs(Arena *arena, uint64_t seed);

#endif

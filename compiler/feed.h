/*
 * feed.h - values for the leaves of a program's graphs: its tensors (initial, or
 * from a file) and the inputs of an entry. What `mfc eval`, `mfc gradcheck` and
 * the self-test of a trainer run the evaluator on.
 */
#ifndef MFC_FEED_H
#define MFC_FEED_H

#include "eval.h"
#include "program.h"

typedef struct Feed {
    Arena *arena;
    Program *program;
    uint64_t seed, step; /* of random and step nodes; step is 0 at first */
    double **param;      /* by the number of the tensor; in row-major order */
    double **tangent;    /* dual numbers: the derivative of a tensor; NULL: 0 */
    const Entry *entry;
    double **input; /* by the number of the entry's port; NULL: none yet */
    bool made_up;   /* inputs that mean nothing: computed ids are brought into range */
} Feed;

/* The tensors at the initial values that the entry "init" stores, drawn with
 * this seed and computed in this ring; zero where it stores none. */
Feed *feed_new(Arena *arena, Program *p, uint64_t seed, const Ring *ring);
/* The seed that the program trains with; 0 if it does not train. */
uint64_t feed_default_seed(const Program *p);
/* Parameters and running statistics from a safetensors file; fails with exit 3. */
void feed_load_params(Feed *f, const char *path);
/* Leaves the functions only, with the feed's values as constants in them (freeze.c). */
void program_freeze(Program *p, Feed *feed);
/* Makes place for the inputs of this entry, all missing. */
void feed_entry(Feed *f, const Entry *entry);
/* Input i from an NPY file; fails with exit 3. */
void feed_load_input(Feed *f, int i, const char *path);
/* All inputs at random: floats in (0, 1), which suits data, targets and
 * probabilities; integers below the limit of their port. */
void feed_random_inputs(Feed *f, uint64_t seed);

/* The values of the outs of a graph of this program, in their order, in the
 * arena. Every input of the graph must have a value. */
Scalar **feed_eval(Arena *arena, const Feed *f, const Ring *ring, Graph *g);

#endif

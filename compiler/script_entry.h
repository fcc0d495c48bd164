/*
 * script_entry.h - between script_entry.c (functions, the init entry),
 * script_train.c (training steps), script_pool.c and script_reach.c.
 */
#ifndef MFC_SCRIPT_ENTRY_H
#define MFC_SCRIPT_ENTRY_H

#include "script.h"

typedef ARRAY(Out) Outs;

/* Which nodes of the root graph, by id, these need. */
bool *reach(Run *r, int n, Node *const *roots, Mode mode);
/* Which nodes need an input or a random number, so that they differ from batch to
 * batch. */
bool *reach_batch(Run *r, Mode mode);

/* For each input of the run and each number of a row the smallest extent that it
 * indexes; 0: none. NULL of inputs that are not i32. */
typedef struct Limits {
    int n;
    const Node **input;
    int64_t **limit;
} Limits;
Limits reach_limits(Run *r, const bool *seen);

/* y with `to` in the place of `from`, as far as training reads it. */
Node *reach_replace(Run *r, Node *y, Node *from, Node *to);

/* Adds an entry of these outs; returns its number. */
int entry_add(Program *p, Run *r, const char *name, EntryKind kind, const Outs *outs,
              Mode mode);
/* The input as an argument of entry e. */
void entry_port(Program *p, int e, const Node *input, const Limits *limits,
                Where where);
Node **outs_nodes(Run *r, const Outs *outs);

/* ---- script_pool.c ---- */

/* The sums over the batch that a value is a function of; n 0: it is none of sums.
 * weight: how much of each is in it; NULL: it is not affine in them. */
typedef struct Pool {
    int n;
    double *weight;
} Pool;

/* For each value; the batch is a dim or, without a name, a plain number of rows. */
Pool *pool_find(Run *r, Dim batch, const Outs *values);
/* Whether the value is to be made of sums over all rows, since it is not the mean over
 * the rows of the batch of `one`, the same value for one row (NULL: not known). */
bool pool_needed(const Pool *pool, const Pool *one, double rows);
/* Appends the sums of pooled values, times `scale`; returns how many. */
int pool_sums(Run *r, Dim batch, const bool *pooled, double scale, Outs *values);
/* Adds the entry that makes the pooled values, in order, of sums; -1: there are none.
 */
int pool_total(Program *p, Run *r, const char *entry, Dim batch, const bool *pooled,
               const Outs *values);

#endif

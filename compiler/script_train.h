/*
 * script_train.h - between script_train.c, which makes the entries of a train, and the
 * files that read its options, find its batch and make its update. `at` is the index of
 * the options.
 */
#ifndef MFC_SCRIPT_TRAIN_H
#define MFC_SCRIPT_TRAIN_H

#include "script_entry.h"

/* ---- script_train_spec.c ---- */

/* Loss, then metrics: by their keys, else by what they are called. */
Outs train_values(lua_State *L, int at);
/* The options of the train of this name, as the trainer gets them. */
MfTrain train_spec(lua_State *L, int at, const char *name);
/* That the metric and the split which they name are there; valid_loss becomes loss. */
void train_check(Run *r, const MfData *data, Train *t);

/* ---- script_train_update.c ---- */

/* The gradients of k batches add up in tensors of their own: `part` stores the sums so
 * far, `step` zeros. g becomes the gradients of all k. */
void train_accumulate(Run *r, const char *train, int k, int n, Node *const *params,
                      Node **g, Outs *part, Outs *step);
/* By the options clip_value and clip_norm. */
void train_clip(lua_State *L, int at, int n, Node **g);
/* Running statistics whose witness the loss needs. One that is moved twice (a layer
 * that is called twice) moves on from where it got to. In a part of a step, which takes
 * one batch of several, only those move that a batch or a random number moves. */
void train_stats(Run *r, const bool *seen, bool part, Outs *outs);
/* Calls mf._apply(optimizer, prefix, params, grads), which returns the tensors to
 * store into and their values. Among several trains each counts its own updates. */
void train_update(lua_State *L, int at, const char *name, int n, Node *const *params,
                  Node *const *g, Outs *outs);

#endif

/*
 * mf_train.h - the training command, and what the other commands share with it:
 * a net as the command line asks for it.
 */
#ifndef MF_TRAIN_H
#define MF_TRAIN_H

#include "mf_data.h"
#include "mf_options.h"
#include "mfrt.h"

/* Initial values for --seed, then --params, then --set. *fit becomes the scaling
 * that the parameter file names; free it with mf_fit_free. 0, 2 or 3. */
int mf_net_prepare(const MfModel *model, void *net, const MfOptions *o, MfFit *fit);

/* The seed of the command line, else of the script. */
uint64_t mf_seed(const MfModel *model, const MfOptions *o);

/* What the command line says about data; a scaling that is empty is left out. */
MfDataArgs mf_data_args(const MfOptions *o, const MfFit *fit);

/* --set NAME=VALUE; 0, or 2 after a message. */
int mf_settings_apply(const MfModel *model, void *net, const MfList *set);

/* Trains. Returns the exit code. */
int mf_train(const MfModel *model, void *net, const MfOptions *o);

#endif

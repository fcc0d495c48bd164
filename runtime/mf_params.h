/*
 * mf_params.h - the model's tensors in files. A parameter file holds parameters
 * and running statistics; a checkpoint also holds the optimiser's state, the
 * settings and, in its metadata, where the training stood. Both are safetensors;
 * the metadata name the program, its hash and how the data were scaled.
 */
#ifndef MF_PARAMS_H
#define MF_PARAMS_H

#include "mf_data.h"
#include "mf_options.h"
#include "mf_safetensors.h"
#include "mfrt.h"

/* Which tensors: those whose bit, 1 << MfRole, is set. */
enum {
    MF_OF_PARAMS = 1U << MF_PARAM | 1U << MF_STAT,
    MF_OF_CHECKPOINT = MF_OF_PARAMS | 1U << MF_STATE | 1U << MF_SETTING
};

/* "boston 0123456789abcdef": the program's name and hash, as in the metadata. */
typedef struct MfIdentity {
    char text[280];
} MfIdentity;
const char *mf_identity(MfIdentity *buffer, const MfModel *model);

/* Writes the parameters; 0, or 3 after a message. */
int mf_params_save(const MfModel *model, void *net, const MfFit *fit, const char *path);

/* Reads parameters, or those of a checkpoint, in F32 or F64, when the file has
 * exactly the tensors of this program; and the scaling, into *fit, to be freed
 * with mf_fit_free. 0, or 3 after a message that names what does not fit. */
int mf_params_load(const MfModel *model, void *net, const char *path, MfFit *fit);

/* Reads the parameters that the file has by name and shape, and the scaling as above;
 * adds to `left` those that keep their values. 0, or 3: none is there. */
int mf_params_start(const MfModel *model, void *net, const char *path, MfFit *fit,
                    MfNames *left);

/* A copy of the parameters, to go back to. The bytes are those of the tensors of
 * MF_OF_PARAMS, one after another. */
size_t mf_params_bytes(const MfModel *model);
void mf_params_copy(const MfModel *model, const void *net, void *bytes);
void mf_params_restore(const MfModel *model, void *net, const void *bytes);

/* The first floating tensor that holds NaN or Inf; NULL: none does. */
const MfTensor *mf_tensor_not_finite(const MfModel *model, const void *net);

/* ---- checkpoints: DIR/step-000000042.safetensors ---- */

/* Writes a checkpoint of that step, then removes the oldest ones until `keep` are
 * left. `best` is a copy of parameters to be kept along, or NULL; `pair` where
 * the training stands. 0, or 3 after a message; the old ones are there then. */
int mf_checkpoint_save(const MfModel *model, void *net, void *best, const MfFit *fit,
                       const char *dir, uint64_t step, int keep, const MfPair *pair,
                       int n_pairs);

/* Keeps the folder, which is there, for this process; *lock as mf_file_lock gives it.
 * 0, or 3 after a message where another one has it. */
int mf_checkpoint_lock(const char *dir, int *lock);

/* Whether a new training may have the folder: one that holds checkpoints would mix
 * two, and is refused. 0, 2 or 3. */
int mf_checkpoint_begin(const char *dir);

/* Opens the newest checkpoint of a folder that is whole (with a warning for each
 * that is not); its path is for free(). In a folder without any, file->file is
 * NULL. 0, or 3 after a message. */
int mf_checkpoint_open(const MfModel *model, const char *dir, MfTensorFile *file,
                       char **path);
/* Reads its tensors into the net and, when it has one, the copy into `best`;
 * checks them. `best` may be NULL. 0, or 3 after a message. */
int mf_checkpoint_read(const MfModel *model, void *net, void *best,
                       const MfTensorFile *file);

#endif

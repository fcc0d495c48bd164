/*
 * mf_command.h - the commands besides train. Each returns the exit code.
 */
#ifndef MF_COMMAND_H
#define MF_COMMAND_H

#include "mf_options.h"
#include "mfrt.h"

int mf_command_eval(const MfModel *model, void *net, const MfOptions *o);
int mf_command_predict(const MfModel *model, void *net, const MfOptions *o);
int mf_command_call(const MfModel *model, void *net, const MfOptions *o);
int mf_command_info(const MfModel *model, const MfOptions *o);
int mf_command_self_test(const MfModel *model, void *net, const MfOptions *o);

/* ---- arrays for the ports of a function ---- */

size_t mf_port_count(const MfPort *port); /* elements */
/* One zeroed array for each of n ports; NULL after a message. */
void **mf_ports_alloc(const MfPort *port, int n);
void mf_ports_free(void **array, int n);
/* DIR/NAME.npy of an output, for free(); one whose plain name an earlier one has is
 * numbered. NULL after a message. */
char *mf_output_path(const MfFunc *f, int number, const char *dir);
/* "f32[11,13]" */
typedef struct MfShapeText {
    char text[140];
} MfShapeText;
const char *mf_shape_text(MfShapeText *buffer, MfDtype dtype, int rank, const int *dim);
/* The function of that name; NULL after a message that lists them. */
const MfFunc *mf_func_find(const MfModel *model, const char *name);

#endif

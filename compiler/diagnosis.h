/*
 * diagnosis.h - what kinds of mistakes there are (diagnostics.def).
 */
#ifndef MFC_DIAGNOSIS_H
#define MFC_DIAGNOSIS_H

#include "base.h"

typedef struct Diagnosis {
    const char *code;          /* a word, as mfc explain takes it */
    const char *title;         /* what is wrong */
    const char *help;          /* what to do, a sentence */
    const char *wrong, *right; /* pieces of a script, or commands after $; or NULL */
} Diagnosis;

/* The kind of a message; "script" where no pattern fits. */
const Diagnosis *diagnosis_of(const char *message);
/* The kind of this code, or NULL. */
const Diagnosis *diagnosis_find(const char *code);
/* Kind number i, or NULL past the last. */
const Diagnosis *diagnosis_row(int i);

#endif

/*
 * emit.h - the back end as the commands see it: a program in, C text out.
 */
#ifndef MFC_EMIT_H
#define MFC_EMIT_H

#include "loop.h"
#include "pipeline.h"

typedef struct EmitOptions {
    const char *prefix; /* of the emitted names; NULL: the program's name */
    const char *header; /* the file that the declarations go to; NULL: none */
    bool standalone;    /* the runtime is part of the text */
    bool no_trainer;    /* so are its inline parts, but not the trainer */
    bool no_main;
    bool profile;       /* every call says that its kernel has run */
    Pipeline *pipeline; /* which steps run, and what is dumped */
} EmitOptions;

typedef struct Emitted {
    const char *source;
    const char *header; /* NULL unless asked for */
    Routine **routine;  /* by entry, its kernels numbered as they are printed */
} Emitted;

/* Fuses, lowers, schedules and plans every entry, in the order of the program's
 * entries; each stage is checked, and dumped where it is asked for. The entries
 * have been through the passes. */
Routine **backend_run(Program *program, ParamBuffers *params, Pipeline *pipeline);

/* What one call of a kernel computes (a scalar operator counts 1, a fused
 * multiply-add 2) and the bytes of the arrays that it is given. */
double kernel_flops(const Kernel *k);
double kernel_bytes(const Kernel *k);

/* The program's entries have been through the passes. */
Emitted emit_program(Program *program, const EmitOptions *options);
/* The trainer as a file of its own, to be linked to a program without it. */
const char *emit_trainer(Arena *arena);

#endif

/*
 * c_print.h - C text of kernels; c_file.c puts the file around them.
 */
#ifndef MFC_C_PRINT_H
#define MFC_C_PRINT_H

#include "loop.h"
#include "text.h"

/* float, double, int32_t, bool. */
const char *c_dtype(Dtype d);
/* Inside of kernels: uint8_t for a truth value, uint64_t for a counter. */
const char *c_type(const Buffer *b);
/* [11][13]; nothing for a scalar. With `restrict` in the first pair if asked. */
const char *c_extents(Arena *arena, const Shape *s, const char *qualifier);
/* What may stand in a comment: printable ASCII that cannot end it. */
const char *c_comment(Arena *arena, const char *text);

/* The kernel as a static function of this name, without the comment above it. All
 * names but the parameters' types come from the kernel; `plain`: the parameters
 * are called p0, p1 ..., so that equal kernels have equal texts; `file`: names that
 * are not to be hidden, or NULL; `before`: stands before it (MF_CLONES). */
typedef enum ParamNames { NAMES_OF_BUFFERS, NAMES_PLAIN } ParamNames;
KernelNames c_kernel(Text *t, Kernel *k, const char *name, ParamNames names,
                     const Scope *file, const char *before);

/* The plan of a tile: its name, its address in C, and what it is made of. */
typedef struct Plan {
    const Tile *tile;
    const char *name, *address, *text;
} Plan;
typedef ARRAY(Plan) Plans;

/* Makes the plans that the routine's kernels are given; and adds those of the kernel to
 * the arguments of its call. */
typedef ARRAY(const char *) Items;
Plans c_make_plans(Text *t, Scope *names, const Routine *r);
void c_plan_args(Arena *arena, Items *items, const Plans *plans, const Kernel *k);

/* Marks the arrays whose elements end in a fused multiply-add. */
void c_mark_fused(const Block *block);

/* What the plain text of a kernel depends on (c_key.c). */
typedef ARRAY(int64_t) Words;
void c_key(Arena *arena, Words *key, const Kernel *k);

/* Kernels by what they are printed as. */
typedef struct Printed {
    struct Known *slot; /* open addressing; size a power of two */
    int n, size;
} Printed;

/* The first kernel with which it was called for an equal one, maybe k itself. */
typedef struct KernelTable {
    Arena *arena;
    Printed keys, texts;
    Words key; /* of the kernel that is looked for, */
    Text plain;
} KernelTable;
Kernel *equal_kernel(KernelTable *table, Kernel *k);
/* The same, whatever numbers stand in the indices of arrays (loop_alike.c). */
Kernel *alike_kernel(KernelTable *table, Kernel *k);

#endif

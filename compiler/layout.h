/*
 * layout.h - how each array of an entry lies in memory, for report.
 */
#ifndef MFC_LAYOUT_H
#define MFC_LAYOUT_H

#include "loop.h"

typedef enum LayoutKind {
    LAYOUT_ROWS, /* row-major, as the graph has it */
    LAYOUT_HALO, /* row-major, with equal elements around or between those of a node */
    LAYOUT_STRIPS, /* columns side by side, as tiles read them */
    LAYOUT_SUMS,   /* what a loop over bands of rows adds up */
    LAYOUT_PLACE,  /* in the place of another array */
    LAYOUT_LOCAL,  /* an array, or a value, inside of one kernel */
    LAYOUT_SCALAR, /* one number */
    LAYOUT_NONE    /* nothing touches it */
} LayoutKind;

/* One for each array of the routine, and for each tensor of the model that its calls
 * touch, in this order: inputs, tensors, constants, outputs, work by its place in
 * memory, and what has none. */
typedef struct Layout {
    const Buffer *buffer;
    LayoutKind kind;
    int64_t bytes;   /* of it, wherever it is */
    bool owns;       /* they are a part of the work memory, from buffer->offset on */
    int first, last; /* calls that touch it; -1: none, or nothing after the plan */
    Where where;     /* the line of the script */
    const char *text;
} Layout;
typedef ARRAY(Layout) Layouts;

Layouts layouts_of(Arena *arena, const Routine *r);
const char *layout_name(LayoutKind kind);
const char *layout_type(Arena *arena, const Buffer *b); /* f32[B,10] */
/* The calls that touch it, from 1 on: "3", "3-10"; "-" for none. */
const char *layout_calls(Arena *arena, const Layout *l);
const char *buffer_kind_name(BufferKind kind);
/* Of a tensor of the model. */
LayoutKind layout_of_tensor(const Shape *shape);

#endif

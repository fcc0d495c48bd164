/*
 * c_align.c - which local arrays are told to begin at a multiple of 32 bytes. gcc 12
 * makes vectors of 64 bytes of a row, and of what is left over one of 32. Where rows
 * begin at odd multiples of 32 bytes it does not align the array for the former, and
 * takes it for aligned in the latter without doing so: the program then ends with a
 * signal, if the array happens to lie elsewhere.
 */
#include "c_printer.h"

typedef struct Walk {
    const Buffer *buffer;
    bool far; /* a counter goes more than 64 bytes along memory, */
    bool odd; /* while another one moves it by an odd multiple of 32 bytes */
    bool both;
} Walk;

static void note_walk(void *context, const Touch *p)
{
    Walk *w = context;
    if (p->buffer != w->buffer || !p->index)
        return;
    w->far = w->odd = false;
    int64_t bytes = dtype_bytes(w->buffer->dtype), stride = bytes;
    for (int d = p->n - 1; d >= 0; stride *= w->buffer->shape.dim[d--])
        for (int i = 0; i < p->index[d].n; i++) {
            int64_t step = stride * p->index[d].term[i].coef;
            w->odd |= step % 32 == 0 && step % 64 != 0;
            w->far |= step == bytes && bytes * p->index[d].term[i].var->extent > 64;
        }
    w->both |= w->far && w->odd;
}

const char *c_alignment(const Buffer *b, const Block *block)
{
    Walk walk = {.buffer = b};
    for (int i = 0; i < block->n; i++)
        stmt_visit(block->at[i], note_walk, &walk);
    return walk.both ? "MF_AT32 " : "";
}

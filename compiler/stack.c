/*
 * stack.c - how much stack the kernels need: their arrays and plans of products, what
 * mf_tile.h needs itself, and some for frames. tests/run_embed paints it. A compiler
 * may make kernels parts of the function that calls them, and their arrays need not
 * share a place there: but for a few small ones, kernels with arrays are `apart`.
 *
 * --stack is a limit for machines that have little. Products then have smaller tiles,
 * or none: what the tile of the runtime takes by itself, some 80 or 180 KiB, is most of
 * it. Without the option everything is allowed that pays.
 */
#include "graph.h"
#include "loop.h"

enum {
    POINTER = 8,
    FRAMES = 4096, /* scalars, and calls of functions that have no large arrays */
    LEAST = 1536,  /* the same of machines without vectors, which have little */
    SMALL = 4, /* 1 / of these: arrays of kernels that may be parts of their caller */
    /* of mf_tile.h: */
    ROWS = 256,
    COLUMNS = 128,
    BLOCK = 256,
    STRIP_BYTES = 256,
    PLAN = (ROWS + COLUMNS + 2 * BLOCK) * POINTER + 2048,
    PLANS = 4, /* with those of rests of rows, of columns and of both */
    TILE = 24 * 1024,
    ASKS = 3 * (BLOCK / 2) * POINTER, /* what panels ask for, and with which step */
    SPILLS = 8192 /* vectors that find no register: most in clang 14 for AVX-512 */
};

int64_t tile_stack_bytes(Dtype dtype, bool turned)
{
    int64_t strip = BLOCK * POINTER + (BLOCK + 1) * STRIP_BYTES,
            tile = TILE * dtype_bytes(dtype) + ROWS * POINTER;
    return PLANS * PLAN + strip + ASKS + SPILLS + (turned ? tile : 0);
}

/* The arrays of the block and of all blocks in it, with a plan for every tile; a
 * compiler may let them share, but need not. *call: the most that one of its calls
 * takes. */
static int64_t block_stack(const Block *block, int64_t plan, int64_t *call)
{
    int64_t bytes = 0;
    for (int i = 0; i < block->n; i++) {
        const Stmt *s = block->at[i];
        if (s->kind == S_LOCAL && s->buffer->shape.rank > 0)
            bytes += buffer_bytes(s->buffer);
        if (s->kind == S_TILE && !s->tile->blas) {
            int64_t tile =
                tile_stack_bytes(s->buffer->dtype, s->tile->turned) - PLANS * PLAN;
            bytes += plan;
            *call = tile > *call ? tile : *call;
        }
        bytes += block_stack(&s->body, plan, call);
    }
    return bytes;
}

int64_t kernel_array_bytes(const Kernel *k)
{
    int64_t call = 0, own = block_stack(&k->body, k->planned ? 0 : PLAN, &call);
    return own + call;
}

/* What is left for frames: half of a small limit. */
static int64_t frames(int64_t stack)
{
    int64_t half = stack / 2;
    return stack == 0 || stack >= FRAMES + LEAST ? FRAMES : half < LEAST ? LEAST : half;
}

int64_t stack_room(int64_t stack, int64_t taken)
{
    return stack ? stack - frames(stack) - taken : INT64_MAX;
}

int64_t stack_measure(Arena *arena, int64_t stack, const Routine *r)
{
    Calls all = kernel_calls(arena, &r->calls);
    int64_t most = 0, plans = r->plans.n * PLAN;
    int64_t small =
        frames(stack) / SMALL; /* for arrays of kernels that are not apart */
    for (int i = 0; i < all.n; i++) {
        Kernel *k = all.at[i]->kernel;
        int64_t arrays = kernel_array_bytes(k);
        int64_t bytes = frames(stack) + plans + arrays;
        most = bytes > most ? bytes : most;
        k->apart = k->apart || arrays > small;
        small -= k->apart ? 0 : arrays;
        if (stack && bytes > stack)
            fail(EXIT_LIMIT, "--stack %lld: what %s:%d computes needs %lld bytes",
                 (long long)stack, k->where.file ? k->where.file : "?", k->where.line,
                 (long long)bytes);
    }
    return most;
}

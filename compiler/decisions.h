/*
 * decisions.h - how often passes and back end decided something, for the tests: what
 * never fires in them is not tested (tests/unit/test_backend.c). The rules of fold are
 * counted by pass_fold.c.
 */
#ifndef MFC_DECISIONS_H
#define MFC_DECISIONS_H

#include "graph.h"

/* clang-format off */
#define DECISIONS(X)                                                                    \
    X(grad_rows)                                     /* pass_grad */                    \
    X(hoist_once) X(hoist_lifted)                    /* scan_hoist */                   \
    X(index_inside)                                  /* pass_index */                   \
    X(phase_apart) X(phase_around) X(phase_sum)      /* pass_phase */                   \
    X(window_slide) X(window_unslide)                /* pass_window */                  \
    X(cse_equal) X(cse_compare)                      /* pass_cse */                     \
    X(dce_result) X(dce_operand)                     /* pass_dce */                     \
    X(sink_made)                                     /* pass_sink */                    \
    X(column_made) X(column_sum)                     /* pass_column */                  \
    X(fuse_alias) X(fuse_view) X(fuse_inline)        /* pass_fuse: no array; */         \
    X(fuse_again)                                                                       \
    X(fuse_demand) X(fuse_large) X(fuse_often)       /* an array; */                    \
    X(fuse_across)                                                                      \
    X(fuse_epilogue) X(fuse_home)                    /* a reduction at its user */      \
    X(group_member) X(group_ahead) X(group_joined) X(group_private) /* lower_group */   \
    X(lower_far) X(lower_taps)                       /* lower, lower_taps */            \
    X(tile_used) X(tile_turned) X(tile_rest)         /* lower_tile */                   \
    X(tile_several) X(tile_beside) X(tile_strips) X(tile_once)                          \
    X(merge_kernels) X(merge_inner) X(merge_local) X(merge_name)  /* loop_merge */      \
    X(merge_reuse) X(merge_leading)                                                     \
    X(band_loop) X(band_slice) X(band_private)                    /* bands */           \
    X(block_some) X(block_all) X(block_local) X(block_value)      /* loop_block */      \
    X(near_row)                                                   /* loop_near */       \
    X(pad_whole) X(pad_guarded) X(join_sum)                       /* loop_pad, _join */ \
    X(parity_split) X(window_order)                          /* loop_parity, _window */ \
    X(short_sum) X(flat_rows)                                /* loop_short, _flat */    \
    X(chains_common)                                              /* loop_chains */     \
    X(ahead_tile) X(ahead_walk) X(ahead_row)                      /* loop_ahead, */     \
    X(ahead_own)                                                  /* threads_own */     \
    X(alike_number)                                               /* loop_alike */      \
    X(schedule_frees) X(schedule_least) X(schedule_wish)          /* schedule */        \
    X(plan_update) X(plan_copy) X(plan_inplace)      /* plan: what is written over */   \
    X(place_shared) X(place_apart) X(place_long)     /* place: bytes, orders, kin */    \
    X(kin_one_place) X(kin_beside) X(kin_down)
/* clang-format on */

typedef enum Decision {
#define X(name) D_##name,
    DECISIONS(X)
#undef X
        N_DECISIONS
} Decision;

void decided(Decision d);
const Count *decision_counts(int *n);

#endif

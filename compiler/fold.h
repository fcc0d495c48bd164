/*
 * fold.h - the rules of pass_fold, which stand in three files: fold_scalar.c,
 * fold_move.c (movement and reductions) and fold_contract.c; and what they share.
 *
 * A rule looks at one node, whose operands are folded, and returns the node that
 * shall stand for it, or NULL when it does not apply. It returns through
 * fold_hit, which counts it.
 */
#ifndef MFC_FOLD_H
#define MFC_FOLD_H

#include "eval.h"

/* clang-format off */
#define RULES(X)                                                        \
    X(constant) X(uniform) X(iota_one) X(random_flat) X(view_of_full) X(stop) \
    X(add_zero) X(add_neg) X(sub_zero) X(zero_sub) X(sub_neg)           \
    X(mul_one) X(mul_minus_one) X(mul_neg) X(mul_neg_const)             \
    X(div_one) X(div_minus_one) X(div_power) X(div_neg)                 \
    X(neg_neg) X(neg_sub) X(neg_mul_const)                              \
    X(where_const) X(where_same) X(where_not) X(where_where)            \
    X(and_const) X(or_const) X(not_not) X(compare_same)                 \
    X(cast_same) X(cast_cast)                                           \
    X(hoist) X(lift_reshape) X(permute_same) X(permute_permute)         \
    X(permute_reshape) X(permute_broadcast)                             \
    X(reshape_same) X(reshape_reshape)                                  \
    X(broadcast_same) X(broadcast_broadcast)                            \
    X(slice_same) X(slice_slice) X(slice_pad) X(slice_below_pad)        \
    X(pad_nothing)                                                      \
    X(sum_one) X(sum_neg) X(reduce_one) X(cumsum_one) X(scatter_apart)  \
    X(contract_neg) X(contract_permuted) X(permute_contract) X(contract_rows)
/* clang-format on */

enum FoldRule {
#define X(name) R_##name,
    RULES(X)
#undef X
        N_RULES
};

/* The rule's result, counted; NULL if it has lost the name of a dim. */
Node *fold_hit(enum FoldRule rule, const Node *n, Node *result);
/* Folds a node that a rule has made, whose operands are folded. */
Node *fold_again(Node *n);
/* A constant that stands where n does. */
Node *fold_number(const Node *n, double v);

Node *fold_constant(Node *n); /* operators on constants alone */
Node *fold_add(Node *n);
Node *fold_sub(Node *n);
Node *fold_mul(Node *n);
Node *fold_div(Node *n);
Node *fold_neg(Node *n);
Node *fold_compare(Node *n);
Node *fold_where(Node *n);
Node *fold_logic(Node *n);
Node *fold_cast(Node *n);
Node *fold_hoist(Node *n);        /* scalar operators over copies */
Node *fold_lift_reshape(Node *n); /* and over reshapes */

Node *fold_permute(Node *n);
Node *fold_reshape(Node *n);
Node *fold_broadcast(Node *n);
Node *fold_slice(Node *n);
Node *fold_pad(Node *n);
Node *fold_view_of_full(Node *n);
Node *fold_sum(Node *n);
Node *fold_reduce_one(Node *n); /* max argmax prod cumsum */
Node *fold_scatter(Node *n);

Node *fold_contract(Node *n);
Node *fold_permute_contract(Node *n); /* of a contraction that nothing else reads */

#endif

/*
 * special_graph.c - graphs of one operator at special values (special_graph.h). A
 * scalar operator meets all pairs of them; a tensor operator of op_case.c a mixture
 * with small numbers, for a sum with a NaN says little.
 */
#include "special_graph.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../runtime/mf_random.h"
#include "op_case.h"

static const double floats[] = {0.0,       -0.0,     1,       -1,       0.5,
                                -0.5,      1.5,      -2.5,    3,        0x1p-149,
                                -0x1p-149, 0x1p-127, FLT_MIN, -FLT_MIN, 1e-20,
                                0x1p-24,   88.75,    -104,    1e30,     -1e30,
                                FLT_MAX,   -FLT_MAX, 1e9,     INFINITY, -INFINITY,
                                NAN};
static const double doubles[] = {0.0,        -0.0,      1,       -1,       0.5,
                                 -0.5,       1.5,       -2.5,    3,        0x1p-1074,
                                 -0x1p-1074, 0x1p-1023, DBL_MIN, -DBL_MIN, 1e-20,
                                 0x1p-53,    709.8,     -745.2,  1e300,    -1e300,
                                 DBL_MAX,    -DBL_MAX,  1e9,     INFINITY, -INFINITY,
                                 NAN};
static const double wholes[] = {0,
                                1,
                                -1,
                                2,
                                -2,
                                3,
                                7,
                                -7,
                                255,
                                -256,
                                1 << 16,
                                -(1 << 16),
                                1 << 30,
                                INT32_MAX,
                                INT32_MIN,
                                -INT32_MAX,
                                100,
                                13,
                                INT32_MIN + 1,
                                INT32_MAX - 1,
                                46341,
                                -46341,
                                5,
                                -5,
                                11,
                                -11};
enum { SPECIALS = sizeof floats / sizeof *floats, PAIRS = SPECIALS * SPECIALS };
_Static_assert(sizeof doubles == sizeof floats && sizeof wholes == sizeof floats,
               "tables of one length");

enum { WAYS = 3, NUMBERS = VARIANTS * WAYS }; /* of an operator */

int special_first(Op op)
{
    return (int)op * NUMBERS;
}

int special_count(void)
{
    return OPS * NUMBERS;
}

static double special(Dtype dtype, uint64_t k)
{
    k %= SPECIALS;
    return dtype == F32 ? floats[k] : dtype == F64 ? doubles[k] : wholes[k];
}

double special_value(const Node *leaf, uint64_t seed, int64_t i)
{
    const char *name = leaf->attr.text;
    uint64_t bits = mf_random(seed, mf_hash(name), 0, (uint64_t)i);
    if (leaf->dtype == BOOL)
        return (double)(bits & 1);
    if (leaf->dtype == I32 && name[0] == 'i') /* an index */
        return (double)(bits % (uint64_t)case_limit(leaf));
    if (shape_size(&leaf->shape) == PAIRS)
        return special(leaf->dtype, strcmp(name, "x0") == 0   ? (uint64_t)i / SPECIALS
                                    : strcmp(name, "x1") == 0 ? (uint64_t)i
                                                              : bits >> 1);
    return bits & 1
               ? special(leaf->dtype, bits >> 1)
               : (double)((int)(bits >> 1 & 15) - 8) / (leaf->dtype == I32 ? 1 : 4);
}

static bool is_whole_op(const OpInfo *info)
{
    return info->kind == K_NUMERIC || info->kind == K_COMPARE || info->kind == K_SELECT;
}

/* One of a scalar operator for each dtype, over all pairs. */
static Case scalar_case(Arena *arena, Op op, int variant, Dtype dtype)
{
    const OpInfo *info = op_info(op);
    Case c = {.g = graph_new(arena, "special"), .variant = variant, .real = dtype};
    Node *arg[3];
    Shape s = shape_of(1, (int64_t[]){PAIRS});
    if (variant > 0 || (dtype == I32 && !is_whole_op(info)))
        return c;
    for (int k = 0; k < info->arity; k++)
        arg[k] = info->kind == K_LOGIC || (info->kind == K_SELECT && k == 0)
                     ? n_input(c.g, k ? "t1" : "t0", BOOL, s)
                     : case_input(&c, s);
    c.y = node_new(c.g, op, info->arity, arg, NULL);
    return c;
}

/* The numbers themselves, as the C spells them. */
static Case leaf_case(Arena *arena, Op op, int variant, Dtype dtype)
{
    Case c = {.g = graph_new(arena, "special"), .variant = variant, .real = dtype};
    double v[SPECIALS];
    Node *each[SPECIALS];
    Shape s = shape_of(1, (int64_t[]){SPECIALS}), one = shape_of(1, (int64_t[]){1});
    for (int k = 0; k < SPECIALS; k++) {
        v[k] = special(dtype, (uint64_t)k);
        each[k] = op == OP_full ? n_full(c.g, dtype, one, v[k]) : NULL;
    }
    if (variant > 0)
        return c;
    if (op == OP_const)
        c.y = n_neg(n_const(c.g, dtype, s, v));
    else if (op == OP_full)
        c.y = n_concat(c.g, SPECIALS, each, 0);
    else if (op == OP_param)
        c.y = n_neg(n_param(c.g, "x0", dtype, s));
    return c;
}

static bool is_leaf_op(Op op)
{
    return op_info(op)->arity == 0;
}

/* The results of c, and the gradients of sum(dy y) by its inputs. */
static void add_outs(Case *c)
{
    Node *y = c->y, *dx[MOST_SUBJECTS] = {NULL};
    graph_out(c->g, "y", y);
    if (!is_float(y->dtype) || c->n == 0)
        return;
    Node *s = n_mul(y, n_input(c->g, "dy", y->dtype, y->shape));
    s = s->shape.rank ? n_sum(s, (1u << s->shape.rank) - 1) : s;
    graph_grad(s, NULL, c->n, c->x, dx);
    for (int k = 0; k < c->n; k++)
        if (dx[k])
            graph_out(c->g, arena_format(c->g->arena, "dx%d", k), dx[k]);
}

Graph *special_graph(Arena *arena, int number)
{
    Op op = (Op)(number / NUMBERS);
    int variant = number % NUMBERS / WAYS;
    Dtype dtype = number % WAYS == 0 ? F32 : number % WAYS == 1 ? F64 : I32;
    Case c = is_scalar_op(op) ? scalar_case(arena, op, variant, dtype)
             : is_leaf_op(op) ? leaf_case(arena, op, variant, dtype)
             : dtype != I32   ? case_in(arena, op, variant, dtype)
                              : (Case){0};
    if (!c.y)
        return NULL;
    if (op ==
        OP_cast) { /* of floats to others and back; a program has one float dtype */
        graph_out(c.g, "truth", n_cast(c.x[0], BOOL));
        graph_out(c.g, "whole", n_cast(c.x[0], I32));
        c.y = n_cast(n_cast(c.x[0], I32), dtype);
    }
    add_outs(&c);
    Mode mode = variant % 2 ? INFERENCE : TRAINING;
    return graph_extract(c.g, "special", c.g->outs.n, c.g->outs.at, mode);
}

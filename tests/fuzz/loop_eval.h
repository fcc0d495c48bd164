/*
 * loop_eval.h - the value of a program as the back end has planned it: kernels run call
 * by call over the memory that the plan gives them, in any ring. Over GF(2^61 - 1) it
 * says exactly whether fusing, lowering, merging, tiling, the schedule and the plan
 * have kept what the graph means; over floats it says it to the bit.
 */
#ifndef LOOP_EVAL_H
#define LOOP_EVAL_H

#include "emit.h"
#include "eval.h"

/* A program of one function: what random graphs become. */
Program *graph_program(Arena *arena, Graph *g);

/* The values of the outs of the program's first entry, in their order, as its routine
 * computes them; leaves and random numbers are those of `env`. Memory that was not
 * written holds numbers that no graph has. Aborts where an index leaves its array. */
Scalar **loop_eval(Arena *arena, const Program *p, const ParamBuffers *params,
                   const Routine *r, const Env *env);

#endif

/*
 * tolerance.h - how close is right. The one place: no test has a tolerance of
 * its own. What is not here must be equal to the last bit.
 */
#ifndef TOLERANCE_H
#define TOLERANCE_H

#include "eval.h"

/* Derivatives (L2): symbolic gradients against dual numbers, in f64, along a
 * direction of length 1; in units of the largest gradient of the graph. */
#define TOL_DERIVATIVE DERIVATIVE_TOLERANCE
/* The same where the derivative is a difference quotient (a new SCALAR row that
 * eval_dual.c has no formula for, or the formulas themselves under test). */
#define TOL_DIFFERENCE 1e-7

/* f64 against figures from elsewhere (L3), in units of the largest of them:
 * gradients and steps of SGD, and steps of Adam, which divides by small numbers. */
#define TOL_EXTERNAL 1e-9
#define TOL_EXTERNAL_ADAM 1e-7
/* The figures printed in the three source documents, relative. */
#define TOL_PRINTED 1e-6

/* f32 against f64 (L4): so many times the error that f32 must have, and no less
 * than so many ulp of the scale. */
#define TOL_F32_FACTOR 16
#define TOL_F32_FLOOR_ULP 64

/* Elementary functions in f64 against libm, relative, or absolute below 1 (L5;
 * the bounds in ulp are those of test_math). */
#define TOL_FUNCTION 4e-15
/* Every elementary function against the true value, in ulp, over all arguments. */
#define TOL_ULP 2.0

/* Statistics of random draws, in standard deviations. */
#define TOL_SIGMAS 5.0

#endif

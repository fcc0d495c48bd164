/*
 * mf_math.h - the mathematics of generated code: inline functions for float
 * (suffix f), double (no suffix) and int32_t (suffix i).
 *
 * They are plain branch-free C, so that both gcc and clang vectorise loops over
 * them, and give the same bits with every compiler, optimisation level and vector
 * width: a product that meets a sum is always written as fma, nothing but fma comes
 * from the C library, and integers and floats are exchanged as bits, never by a
 * conversion that may overflow. At most 2 ulp from the true value over all
 * arguments, infinities, NaN and denormals included (docs/math.md has the table).
 *
 * In each of these headers a part, from one blank line to the next, stands alone: a
 * stand-alone file holds the parts that it uses.
 */
#ifndef MF_MATH_H
#define MF_MATH_H

#include "mf_angle.h"
#include "mf_exp.h"
#include "mf_float.h"
#include "mf_pow.h"
#include "mf_saturate.h"
#include "mf_scalar.h"

#endif

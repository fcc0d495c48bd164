/* ulp_near.h - the functions that ulp.c measures, by name, and near_NAME of each. */
#ifndef ULP_NEAR_H
#define ULP_NEAR_H

enum { NEAR_BLOCK = 4096 };

#define EACH_FUNCTION(F)                                                               \
    F(exp)                                                                             \
    F(expm1) F(log) F(log1p) F(sin) F(cos) F(atan) F(tanh) F(erf) F(sigmoid) F(softplus)

#define DECLARE_NEAR(name) void near_##name(const double *x, double *y);
EACH_FUNCTION(DECLARE_NEAR)

#endif

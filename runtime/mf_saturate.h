/*
 * mf_saturate.h - functions that level off: tanh, erf, the logistic function and its
 * integral, of exponentials that cannot overflow (see mf_math.h).
 */
#ifndef MF_SATURATE_H
#define MF_SATURATE_H
#include "mf_exp.h"

static inline float mf_tanhf(float x)
{
    float a = fabsf(x), z = a * a;
    float p = -0x1.758facp-8f;
    p = fmaf(p, z, 0x1.5211c4p-6f);
    p = fmaf(p, z, -0x1.b838ap-5f);
    p = fmaf(p, z, 0x1.110704p-3f);
    p = fmaf(p, z, -0x1.555532p-2f);
    float small = fmaf(p * z, a, a);
    float e = mf_exp_insidef(2.0f * (a > 32.0f ? 32.0f : a));
    float large = 1.0f - 2.0f / (e + 1.0f);
    return copysignf(a < 0.625f ? small : large, x);
}

static inline double mf_tanh(double x)
{
    double a = fabs(x), z = a * a;
    double p = -0x1.4709c2bd555dbp-16;
    p = fma(p, z, 0x1.5d71385dfab3ap-14);
    p = fma(p, z, -0x1.e96e9aaa7d05fp-13);
    p = fma(p, z, 0x1.34838ed8def4bp-11);
    p = fma(p, z, -0x1.7d8fcf79b25dep-10);
    p = fma(p, z, 0x1.d6d29b3a9be7ep-9);
    p = fma(p, z, -0x1.226e2f11e98b2p-7);
    p = fma(p, z, 0x1.664f4859598d1p-6);
    p = fma(p, z, -0x1.ba1ba1b97d0ep-5);
    p = fma(p, z, 0x1.1111111110794p-3);
    p = fma(p, z, -0x1.555555555554fp-2);
    double small = fma(p * z, a, a);
    double e = mf_exp_inside(2.0 * (a > 32.0 ? 32.0 : a));
    double large = 1.0 - 2.0 / (e + 1.0);
    return copysign(a < 0.55 ? small : large, x);
}

/* x + x P(x^2) below 1, from there 1 - exp(-Q(x)) */
static inline float mf_erff(float x)
{
    float a = fabsf(x), z = a * a;
    float p = 0x1.4917a4p-14f;
    p = fmaf(p, z, -0x1.a3d812p-11f);
    p = fmaf(p, z, 0x1.540172p-8f);
    p = fmaf(p, z, -0x1.b7f88cp-6f);
    p = fmaf(p, z, 0x1.ce2cf2p-4f);
    p = fmaf(p, z, -0x1.81273ep-2f);
    p = fmaf(p, z, 0x1.06eba8p-3f);
    float t = a > 4.0f ? 4.0f : a, q = 0x1.06f228p-16f;
    q = fmaf(q, t, -0x1.76d37p-12f);
    q = fmaf(q, t, 0x1.e72a48p-9f);
    q = fmaf(q, t, -0x1.83f00cp-6f);
    q = fmaf(q, t, 0x1.b0a444p-4f);
    q = fmaf(q, t, 0x1.45b9bcp-1f);
    q = fmaf(q, t, 0x1.20bd38p0f);
    q = fmaf(q, t, 0x1.bed416p-13f);
    return copysignf(a < 1.0f ? fmaf(p, a, a) : 1.0f - mf_exp_insidef(-q), x);
}

/* x + x P(x^2) below 1, from there 1 - exp(-x^2) Q((x - 3) / (x + 3)) */
static inline double mf_erf(double x)
{
    double a = fabs(x), z = a * a;
    double p = -0x1.ab15c51d2ebebp-31;
    p = fma(p, z, 0x1.d6e3ddfeb1f49p-27);
    p = fma(p, z, -0x1.5bfe76384472p-23);
    p = fma(p, z, 0x1.b97e44280cfb9p-20);
    p = fma(p, z, -0x1.f4ca204c771c5p-17);
    p = fma(p, z, 0x1.f9a2b75531772p-14);
    p = fma(p, z, -0x1.c02db0149d904p-11);
    p = fma(p, z, 0x1.565bccf7e2856p-8);
    p = fma(p, z, -0x1.b82ce311ee09bp-6);
    p = fma(p, z, 0x1.ce2f21a0408d1p-4);
    p = fma(p, z, -0x1.812746b0379b2p-2);
    p = fma(p, z, 0x1.06eba8214db68p-3);
    double b = a > 6.0 ? 6.0 : a, t = (b - 3.0) / (b + 3.0);
    double q = 0x1.537c0f13d335ap-20;
    q = fma(q, t, 0x1.0d339b30d857ap-19);
    q = fma(q, t, -0x1.0cb66f33452fep-17);
    q = fma(q, t, -0x1.aeeeaf11ced24p-17);
    q = fma(q, t, 0x1.0cb33fdb65006p-14);
    q = fma(q, t, 0x1.7b9e1a4cd976ap-15);
    q = fma(q, t, -0x1.390861f8d00d8p-11);
    q = fma(q, t, 0x1.73102040537f1p-11);
    q = fma(q, t, 0x1.17c8390fc96dep-8);
    q = fma(q, t, -0x1.8fa58eb613906p-6);
    q = fma(q, t, 0x1.258b13b00b81p-4);
    q = fma(q, t, -0x1.336ffbef08b37p-3);
    q = fma(q, t, 0x1.f6ff204105a49p-3);
    q = fma(q, t, -0x1.4e102b9cf8512p-2);
    q = fma(q, t, 0x1.6e9827d229d2dp-3);
    double large = fma(-q, mf_exp_inside(-(b * b)), 1.0);
    return copysign(a < 1.0 ? fma(p, a, a) : large, x);
}

/* 1 / (1 + exp(-x)), from exp(-|x|) so that nothing overflows; the last step takes
 * back what 1 + exp(-|x|) lost by rounding. */
static inline float mf_sigmoidf(float x)
{
    float a = fabsf(x), e = mf_exp_insidef(-(a > 104.0f ? 176.0f : a));
    float u = 1.0f + e;
    float y = (x < 0.0f ? e : 1.0f) / u;
    return fmaf(y, (u - 1.0f) - e, y);
}

static inline double mf_sigmoid(double x)
{
    double a = fabs(x), e = mf_exp_inside(-(a > 750.0 ? 1418.0 : a));
    double u = 1.0 + e;
    double y = (x < 0.0 ? e : 1.0) / u;
    return fma(y, (u - 1.0) - e, y);
}

/* log(1 + exp(x)) = max(x, 0) + log(1 + exp(-|x|)) */
static inline float mf_softplusf(float x)
{
    float a = fabsf(x), e = mf_exp_insidef(-(a > 104.0f ? 176.0f : a));
    float u = 1.0f + e;
    return (x < 0.0f ? 0.0f : x) + mf_log_pairf(u, e - (u - 1.0f));
}

static inline double mf_softplus(double x)
{
    double a = fabs(x), e = mf_exp_inside(-(a > 750.0 ? 1418.0 : a));
    double u = 1.0 + e;
    return (x < 0.0 ? 0.0 : x) + mf_log_pair(u, e - (u - 1.0));
}

#endif

/*
 * pinn_burgers.c - trains and runs the network of pinn_burgers.lua. Written by mfc 0.1:
 * edit the script, not this file.
 *
 * 3021 parameters; a step of 1096 nodes; 87 kernels;
 * bytes: parameters 12084, state 24168, work 2157264 (unshared 2676844), stack 166144
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. y (in x) is stored in the array of x. The
 * functions that call the kernels stand behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * MF_BY_ROW          clang shall make vectors along the rows, not across them
 * mf_plan            what all tiles of a product have in common, from tables of
 *                    counters, outermost first: {extent, step} of the rows in the first
 *                    operand and of the columns in the second, {extent, step, step} of
 *                    the terms in both
 * mf_product         a product of matrices by register tiles as it is planned, with one
 *                    fused multiply-add a term in rising order
 * mf_product_more    the same, and the sums go on from those that are there
 * mf_uniform         a random number from 0 to below 1: seed, stream, step, element
 * mf_uniform_row     random numbers from 0 to below 1: seed, stream, step, the first
 *                    element, how many, where to
 * MF_APART           not made a part of its caller, whose stack its arrays would take
 */
#include "mfrt.h"

#define PINN_BURGERS_PARAM_BYTES 12084u
#define PINN_BURGERS_STATE_BYTES 24168u
#define PINN_BURGERS_WORK_BYTES 2157264u
#define PINN_BURGERS_STACK_BYTES 166144u
#define PINN_BURGERS_TENSORS 58u

typedef struct PinnBurgers {
    float linear1_weight[2][20]; /* pinn_burgers.lua:16 */
    /* linear1.bias to linear8.weight */
    struct {
        float linear1_bias[20];       /* pinn_burgers.lua:16 */
        float linear2_weight[20][20]; /* pinn_burgers.lua:18 */
    } block[7];
    float linear8_bias[20];      /* pinn_burgers.lua:18 */
    float linear9_weight[20][1]; /* pinn_burgers.lua:20 */
    float linear9_bias[1];       /* pinn_burgers.lua:20 */
    /* state of the optimiser */
    float adam_m_linear1_weight[2][20]; /* pinn_burgers.lua:69 */
    float adam_v_linear1_weight[2][20]; /* pinn_burgers.lua:69 */
    /* adam.m.linear1.bias to adam.v.linear8.weight */
    struct {
        float adam_m_linear1_bias[20];       /* pinn_burgers.lua:69 */
        float adam_v_linear1_bias[20];       /* pinn_burgers.lua:69 */
        float adam_m_linear2_weight[20][20]; /* pinn_burgers.lua:69 */
        float adam_v_linear2_weight[20][20]; /* pinn_burgers.lua:69 */
    } state[7];
    float adam_m_linear8_bias[20];      /* pinn_burgers.lua:69 */
    float adam_v_linear8_bias[20];      /* pinn_burgers.lua:69 */
    float adam_m_linear9_weight[20][1]; /* pinn_burgers.lua:69 */
    float adam_v_linear9_weight[20][1]; /* pinn_burgers.lua:69 */
    float adam_m_linear9_bias[1];       /* pinn_burgers.lua:69 */
    float adam_v_linear9_bias[1];       /* pinn_burgers.lua:69 */
    /* settings, which --set changes */
    float total_steps; /* pinn_burgers.lua:70 */
    float beta1;       /* pinn_burgers.lua:69 */
    float beta2;       /* pinn_burgers.lua:69 */
    float eps;         /* pinn_burgers.lua:69 */
    uint64_t seed, step;
    /* work memory: one function runs at a time */
    union {
        union PinnBurgersStep {
            struct {
                float tanh[7][1][20][256];  /* calls 41 to 122 */
                float dconcat[1][2][256];   /* calls 64 to 73 */
                float u[1][1][256];         /* calls 55 to 74 */
                float dresidual[1][1][256]; /* calls 73 to 74 */
                unsigned char gap2[139264];
                float ddlinear[6][1][20][256];  /* calls 41 to 117 */
                float ddtanh2[6][1][20][256];   /* calls 44 to 119 */
                float dlinear[6][1][20][256];   /* calls 54 to 119 */
                float dtanh[6][1][20][256];     /* calls 58 to 117 */
                float dlinear2[6][1][20][256];  /* calls 65 to 119 */
                float dtanh2[6][1][20][256];    /* calls 67 to 117 */
                float ddlinear2[6][1][20][256]; /* calls 76 to 122, then dlinear1 */
                float mul[5][1][20][256];       /* calls 85 to 116 */
                float dlinear3[6][1][20][96];   /* calls 14 to 141 */
                float ddtanh3[2][1][20][256];   /* calls 78 to 119 */
                float tanh2[5][1][20][96];      /* calls 5 to 138 */
                float dtanh3[1][20][256];       /* calls 42 to 98 */
                float ddtanh4[1][20][256];      /* calls 41 to 122 */
                float tanh3[1][20][256];        /* calls 54 to 101 */
                float dtanh4[1][20][256];       /* calls 57 to 99 */
                float dlinear2_2[1][20][256];   /* calls 62 to 122 */
                float dlinear1[1][20][256];     /* calls 63 to 120 */
                float ddlinear7[1][20][256];    /* calls 56 to 99 */
                float ddlinear8[1][20][256];    /* calls 65 to 98 */
                float dtanh5[1][20][256];       /* calls 65 to 98 */
                float dtanh6[1][20][256];       /* calls 66 to 99 */
                float dlinear2_3[1][20][256];   /* calls 71 to 122 */
                float dlinear1_2[1][20][256];   /* calls 72 to 120 */
                float ddlinear1[1][20][256];    /* calls 76 to 117, then mul */
                float ddmul[1][20][256];        /* calls 76 to 120, then dddlinear1 */
                float ddtanh5[1][20][256];      /* calls 76 to 122 */
                float ddlinear2_2[1][20][256];  /* calls 77 to 114, then mul */
                float ddmul2[1][20][256];       /* calls 78 to 122, then dddlinear2 */
                float ddlinear3[1][20][256];    /* calls 79 to 111, then mul */
                float ddmul3[1][20][256];       /* calls 80 to 119, then dddlinear3 */
                float ddmul4[1][20][256];       /* calls 81 to 113, then ddtanh */
                float ddmul5[1][20][256];       /* calls 82 to 110, then ddtanh */
                float ddmul6[1][20][256];       /* calls 83 to 107, then ddtanh */
                float ddlinear7_2[1][20][256];  /* calls 84 to 107, then dlinear7 */
                float ddmul7[1][20][256];       /* calls 84 to 104, then ddtanh */
                float ddlinear8_2[1][20][256];  /* calls 85 to 104, then dlinear8 */
                float ddtanh6[1][20][256];      /* calls 85 to 98 */
                float ddmul8[1][20][256];       /* calls 85 to 101, then ddtanh */
                float product[1][20][256];      /* calls 86 to 99, then mul */
                float dddtanh[1][20][256];      /* calls 87 to 102, then mul */
                float dddtanh2[1][20][256];     /* calls 88 to 105, then mul */
                float dddtanh3[1][20][256];     /* calls 89 to 108, then mul */
                float ddlinear8_3[1][20][256];  /* calls 97 to 98 */
                float linear8_weight_sum[6][20][32];  /* calls 25 to 138 */
                float linear8_weight_sum2[6][20][32]; /* calls 25 to 138 */
                float linear8_weight_sum3[6][20][32]; /* calls 25 to 138 */
                float linear8_weight_sum4[6][20][32]; /* calls 25 to 138 */
                float tanh4[1][20][96];               /* calls 4 to 141 */
                float tanh5[1][20][96];               /* calls 10 to 128 */
                float tanh6[1][20][96];               /* calls 11 to 126 */
                float dlinear8[1][20][96];            /* calls 13 to 128 */
                float dlinear1_3[1][20][96];          /* calls 20 to 140 */
                float square[4][1][256];              /* calls 39 to 123 */
                float linear2_weight_sum[20][32];     /* calls 38 to 141 */
                float linear2_weight_sum2[20][32];    /* calls 38 to 141 */
                float linear2_weight_sum3[20][32];    /* calls 38 to 141 */
                float linear2_weight_sum4[20][32];    /* calls 38 to 141 */
                float concat[1][2][256];              /* calls 40 to 120 */
                float ddconcat[1][2][256];            /* calls 41 to 120 */
                float ddconcat2[1][2][256];           /* calls 73 to 120 */
                float ddconcat3[1][2][256];           /* calls 74 to 120 */
                float du[1][1][256];                  /* calls 73 to 101 */
                float concat2[1][2][96];              /* calls 3 to 139 */
                float linear7_bias_sum[6][1][32];     /* calls 24 to 137 */
                float error[1][1][96];                /* calls 12 to 123 */
                float don[1][1][96];                  /* calls 12 to 126 */
                float linear1_weight_sum[2][32];      /* calls 36 to 139 */
                float linear1_weight_sum2[2][32];     /* calls 36 to 139 */
                float linear1_weight_sum3[2][32];     /* calls 36 to 139 */
                float linear1_weight_sum4[2][32];     /* calls 36 to 139 */
                float linear8_bias_sum[1][32];        /* calls 22 to 125 */
                float linear9_weight_sum[1][32];      /* calls 23 to 126 */
                float linear1_bias_sum[1][32];        /* calls 37 to 140 */
                float linear9_weight_sum2[20];        /* calls 23 to 126 */
            };
            struct {
                unsigned char gap1[143360];
                float ddtanh[7][1][20][256]; /* calls 76 to 122 */
            };
        } step;
        union PinnBurgersEval {
            float ddtanh3[2][20][256];    /* calls 18 to 19 */
            float ddtanh4[2][20][256];    /* calls 20 to 21 */
            float ddtanh5[2][20][256];    /* calls 22 to 25 */
            float dlinear[8][2][20][256]; /* calls 27 to 42 */
            struct {
                float ddtanh[2][20][256]; /* calls 13 to 15 */
                float concat2[2][2][256]; /* calls 12 to 13 */
                unsigned char gap2[36864];
                float tanh9[7][2][20][256];    /* calls 13 to 43 */
                float ddlinear[6][2][20][256]; /* calls 15 to 43, then dlinear2 */
                float dtanh[2][20][256];       /* calls 14 to 30, then dlinear8 */
                float ddlinear1[2][20][256];   /* calls 13 to 44, then dlinear1 */
                float tanh10[2][20][256];      /* calls 27 to 44 */
                float dtanh2[2][20][256];      /* calls 29 to 43 */
                float square[4][1][256];       /* calls 11 to 45 */
                float product[1][1][96];       /* calls 10 to 45 */
            };
            struct {
                float ddtanh2[2][20][256]; /* calls 16 to 17 */
                float ddtanh6[2][20][256]; /* calls 25 to 26 */
                unsigned char gap3[655360];
                float ddtanh7[2][20][256]; /* calls 26 to 28 */
            };
            struct {
                float dconcat[2][2][256]; /* calls 42 to 44 */
                unsigned char gap1[3584];
                float concat[1][2][96]; /* calls 1 to 2 */
            };
            struct {
                float tanh[1][20][96];  /* calls 2 to 3 */
                float tanh5[1][20][96]; /* calls 3 to 4 */
            };
            struct {
                float tanh2[1][20][96]; /* calls 4 to 5 */
                float tanh6[1][20][96]; /* calls 5 to 6 */
            };
            struct {
                float tanh3[1][20][96]; /* calls 6 to 7 */
                float tanh7[1][20][96]; /* calls 7 to 8 */
            };
            struct {
                float tanh4[1][20][96]; /* calls 8 to 9 */
                float tanh8[1][20][96]; /* calls 9 to 10 */
            };
        } eval;
        union PinnBurgersEvalOne {
            float ddtanh5[1][20];    /* calls 13 to 16 */
            float dlinear[8][1][20]; /* calls 18 to 34 */
            float tanh[1][20][96];   /* calls 38 to 39 */
            float tanh2[1][20][96];  /* calls 40 to 41 */
            float tanh3[1][20][96];  /* calls 42 to 43 */
            float tanh4[1][20][96];  /* calls 44 to 45 */
            float product[1][1][96]; /* calls 46 to 47 */
            struct {
                float ddconcat[1][2]; /* calls 2 to 3 */
                unsigned char gap1[72];
                float concat[1][2]; /* calls 1 to 5 */
                unsigned char gap2[72];
                float tanh6[7][1][20];    /* calls 5 to 35 */
                float ddlinear[6][1][20]; /* calls 6 to 35, then dlinear2 */
                float dtanh[1][20];       /* calls 4 to 22, then dlinear8 */
                float ddlinear1[1][20];   /* calls 3 to 36, then dlinear1 */
                float dtanh2[1][20];      /* calls 21 to 35 */
                unsigned char gap4[6240];
                float concat2[1][2][96]; /* calls 37 to 38 */
                unsigned char gap9[6912];
                float dconcat[1][2];  /* calls 34 to 47 */
                float dconcat2[1][2]; /* calls 36 to 47 */
                float product2[1][1]; /* calls 20 to 47 */
            };
            struct {
                float ddtanh[1][20]; /* calls 5 to 6 */
                float tanh5[1][20];  /* calls 18 to 20 */
                unsigned char gap3[1200];
                float ddtanh7[1][20]; /* calls 17 to 19 */
                unsigned char gap5[6240];
                float tanh7[1][20][96]; /* calls 39 to 40 */
            };
            struct {
                float ddtanh2[1][20]; /* calls 7 to 8 */
                float ddtanh6[1][20]; /* calls 16 to 17 */
                unsigned char gap6[7520];
                float tanh8[1][20][96]; /* calls 41 to 42 */
            };
            struct {
                float ddtanh3[1][20]; /* calls 9 to 10 */
                unsigned char gap7[7600];
                float tanh9[1][20][96]; /* calls 43 to 44 */
            };
            struct {
                float ddtanh4[1][20]; /* calls 11 to 12 */
                unsigned char gap8[7600];
                float tanh10[1][20][96]; /* calls 45 to 46 */
            };
        } eval_one;
        union PinnBurgersPredict {
            float ddtanh3[1][20];    /* calls 9 to 10 */
            float ddtanh4[1][20];    /* calls 11 to 12 */
            float ddtanh5[1][20];    /* calls 13 to 16 */
            float dlinear[8][1][20]; /* calls 18 to 34 */
            float dconcat[1][2];     /* calls 34 to 37 */
            float dconcat2[1][2];    /* calls 38 to 39 */
            struct {
                float ddconcat[1][2]; /* calls 2 to 3 */
                unsigned char gap1[72];
                float concat[1][2]; /* calls 1 to 5 */
                unsigned char gap2[72];
                float tanh2[7][1][20];    /* calls 5 to 35 */
                float ddlinear[6][1][20]; /* calls 6 to 35, then dlinear2 */
                float ddlinear1[1][20];   /* calls 3 to 38, then dlinear1 */
                float dtanh[1][20];       /* calls 4 to 22, then dlinear8 */
                float dtanh2[1][20];      /* calls 21 to 35 */
            };
            struct {
                float ddtanh[1][20]; /* calls 5 to 6 */
                float tanh[1][20];   /* calls 18 to 20 */
                unsigned char gap3[1200];
                float ddtanh7[1][20]; /* calls 17 to 20 */
            };
            struct {
                float ddtanh2[1][20]; /* calls 7 to 8 */
                float ddtanh6[1][20]; /* calls 16 to 17 */
            };
        } predict;
    } work;
} PinnBurgers;

/* Initial values of everything, drawn from the seed. */
void pinn_burgers_init(PinnBurgers *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float pinn_burgers_step(PinnBurgers *net, const float t[restrict 1024][1],
                        const float x[restrict 1024][1]);
/* The loss and the metrics as in inference, without an update. */
float pinn_burgers_eval(PinnBurgers *net, const float t[restrict 1024][1],
                        const float x[restrict 1024][1]);
/* The same of a batch of one row. */
float pinn_burgers_eval_one(PinnBurgers *net, const float t[restrict 1][1],
                            const float x[restrict 1][1]);
/* The function `predict`. */
void pinn_burgers_predict(PinnBurgers *net, const float t[restrict 1][1],
                          const float x[restrict 1][1], float u[restrict 1][1],
                          float u_t[restrict 1][1], float u_x[restrict 1][1],
                          float u_xx[restrict 1][1], float residual[restrict 1][1]);
extern const MfTensor pinn_burgers_tensors[];

/* clang-format off */
_Static_assert(sizeof(((PinnBurgers *)0)->work) == PINN_BURGERS_WORK_BYTES, "work");
_Static_assert(offsetof(PinnBurgers, linear9_bias) + sizeof(((PinnBurgers *)0)->linear9_bias) ==
               PINN_BURGERS_PARAM_BYTES, "parameters");
/* clang-format on */

/* clang-format off */
static const float const_time[96][1] = {
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0625f},
    {0.0625f},
    {0.125f},
    {0.125f},
    {0.1875f},
    {0.1875f},
    {0.25f},
    {0.25f},
    {0.3125f},
    {0.3125f},
    {0.375f},
    {0.375f},
    {0.4375f},
    {0.4375f},
    {0.5f},
    {0.5f},
    {0.5625f},
    {0.5625f},
    {0.625f},
    {0.625f},
    {0.6875f},
    {0.6875f},
    {0.75f},
    {0.75f},
    {0.8125f},
    {0.8125f},
    {0.875f},
    {0.875f},
    {0.9375f},
    {0.9375f},
    {1.0f},
    {1.0f},
};

static const float const_place[96][1] = {
    {-1.0f},
    {-0.96825397f},
    {-0.93650794f},
    {-0.9047619f},
    {-0.8730159f},
    {-0.84126984f},
    {-0.8095238f},
    {-0.7777778f},
    {-0.74603175f},
    {-0.71428571f},
    {-0.6825397f},
    {-0.6507937f},
    {-0.61904762f},
    {-0.5873016f},
    {-0.5555556f},
    {-0.523809524f},
    {-0.4920635f},
    {-0.46031746f},
    {-0.42857143f},
    {-0.3968254f},
    {-0.36507937f},
    {-0.33333333f},
    {-0.3015873f},
    {-0.26984127f},
    {-0.23809524f},
    {-0.20634921f},
    {-0.174603175f},
    {-0.142857143f},
    {-0.11111111f},
    {-0.07936508f},
    {-0.04761905f},
    {-0.015873016f},
    {0.015873016f},
    {0.04761905f},
    {0.07936508f},
    {0.11111111f},
    {0.142857143f},
    {0.174603175f},
    {0.20634921f},
    {0.23809524f},
    {0.26984127f},
    {0.3015873f},
    {0.33333333f},
    {0.36507937f},
    {0.3968254f},
    {0.42857143f},
    {0.46031746f},
    {0.4920635f},
    {0.523809524f},
    {0.5555556f},
    {0.5873016f},
    {0.61904762f},
    {0.6507937f},
    {0.6825397f},
    {0.71428571f},
    {0.74603175f},
    {0.7777778f},
    {0.8095238f},
    {0.84126984f},
    {0.8730159f},
    {0.9047619f},
    {0.93650794f},
    {0.96825397f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
    {-1.0f},
    {1.0f},
};

static const float const_data[96][1] = {
    {1.2246468e-16f},
    {0.099567847f},
    {0.198146143f},
    {0.29475517f},
    {0.3884348f},
    {0.478254f},
    {0.56332006f},
    {0.64278761f},
    {0.71586685f},
    {0.7818315f},
    {0.8400259f},
    {0.88987181f},
    {0.93087375f},
    {0.96262425f},
    {0.98480775f},
    {0.9972038f},
    {0.99968918f},
    {0.9922392f},
    {0.9749279f},
    {0.94792735f},
    {0.9115059f},
    {0.8660254f},
    {0.811938f},
    {0.7497812f},
    {0.68017274f},
    {0.6038044f},
    {0.5214352f},
    {0.43388374f},
    {0.34202014f},
    {0.2467574f},
    {0.14904227f},
    {0.049845886f},
    {-0.049845886f},
    {-0.14904227f},
    {-0.2467574f},
    {-0.34202014f},
    {-0.43388374f},
    {-0.5214352f},
    {-0.6038044f},
    {-0.68017274f},
    {-0.7497812f},
    {-0.811938f},
    {-0.8660254f},
    {-0.9115059f},
    {-0.94792735f},
    {-0.9749279f},
    {-0.9922392f},
    {-0.99968918f},
    {-0.9972038f},
    {-0.98480775f},
    {-0.96262425f},
    {-0.93087375f},
    {-0.88987181f},
    {-0.8400259f},
    {-0.7818315f},
    {-0.71586685f},
    {-0.64278761f},
    {-0.56332006f},
    {-0.478254f},
    {-0.3884348f},
    {-0.29475517f},
    {-0.198146143f},
    {-0.099567847f},
    {-1.2246468e-16f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
    {0.0f},
};
/* clang-format on */

static const float const_data2 = 1.0f;
/* 1  rate = 0.001 * (1 + cos(3.14159 * minimum(step / maximum(total_steps, 1), 1))) *
 *        0.5 / (1 - pow(beta1, step + 1))                        pinn_burgers.lua:69 */
static void k1_rate(uint64_t step, float total_steps, float beta1, float *restrict rate)
{
    const float t = (float)step / mf_maxf(total_steps, 1.0f);
    const float t2 = mf_cosf(3.1415927f * mf_minf(t, 1.0f));
    const float cosine = 0.001f * (1.0f + t2) * 0.5f;
    const float t3 = mf_powf(beta1, (float)step + 1.0f);
    *rate = cosine / (1.0f - t3);
}

/* 2  root = sqrt(1 - pow(beta2, step + 1))                       pinn_burgers.lua:69 */
static void k2_root(float beta2, uint64_t step, float *restrict root)
{
    const float t = mf_powf(beta2, (float)step + 1.0f);
    *root = sqrtf(1.0f - t);
}

/* 3  concat = concat(time, place)                                pinn_burgers.lua:23 */
static void k3_concat(const float time[restrict 1][1][96],
                      const float place[restrict 1][1][96],
                      float concat[restrict 1][2][96])
{
    for (int i = 0; i < 96; i++)
        concat[0][0][i] = time[0][0][i];
    for (int i = 0; i < 96; i++)
        concat[0][1][i] = place[0][0][i];
}

/* 4  tanh = tanh(concat linear1_weight + linear1_bias)           pinn_burgers.lua:23 */
MF_APART
static void k4_tanh(const float concat[restrict 1][2][96],
                    const float linear1_weight[restrict 2][20],
                    const float linear1_bias[restrict 20],
                    float tanh[restrict 1][20][96])
{
    float acc[20][96] = {0};
    for (int i = 0; i < 20; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 96; k++)
                acc[i][k] = fmaf(concat[0][j][k], linear1_weight[j][i], acc[i][k]);
    for (int i = 0; i < 20; i++)
        for (int j = 0; j < 96; j++)
            tanh[0][i][j] = mf_tanhf(acc[i][j] + linear1_bias[i]);
}

/* 5  tanh2 = tanh(tanh linear2_weight + linear2_bias)            pinn_burgers.lua:23 */
MF_APART
static void k5_tanh(const float linear2_weight[restrict 20][20],
                    const float tanh[restrict 1][20][96],
                    const float linear2_bias[restrict 20],
                    float tanh2[restrict 1][20][96])
{
    static const MfAxis rows[] = {{20, 1}};
    static const MfAxis columns[] = {{96, 1}};
    static const MfTerm terms[] = {{20, 20, 96}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[20][96];
    mf_productf(&plan, &linear2_weight[0][0], &tanh[0][0][0], acc[0], 96);
    for (int i = 0; i < 20; i++)
        for (int j = 0; j < 96; j++)
            tanh2[0][i][j] = mf_tanhf(acc[i][j] + linear2_bias[i]);
}

/* 6  error = tanh linear9_weight + linear9_bias - data
 *    don = 0.0104167 * error + 0.0104167 * error                 pinn_burgers.lua:49 */
static void k6_don(const float tanh[restrict 1][20][96],
                   const float linear9_weight[restrict 20][1],
                   const float linear9_bias[restrict 1],
                   const float data[restrict 1][1][96], float error[restrict 1][1][96],
                   float don[restrict 1][1][96])
{
    float acc[96] = {0};
    for (int i = 0; i < 20; i++)
        for (int j = 0; j < 96; j++)
            acc[j] = fmaf(tanh[0][i][j], linear9_weight[i][0], acc[j]);
    for (int i = 0; i < 96; i++) {
        const float error2 = acc[i] + linear9_bias[0] - data[0][0][i];
        error[0][0][i] = error2;
        const float t = 0.010416667f * error2;
        don[0][0][i] = t + t;
    }
}

/* 7  dlinear8 = don linear9_weight' * (1 - tanh * tanh)          pinn_burgers.lua:23 */
MF_APART
static void k7_dlinear8(const float don[restrict 1][1][96],
                        const float linear9_weight[restrict 20][1],
                        const float tanh[restrict 1][20][96],
                        float dlinear8[restrict 1][20][96])
{
    float acc[20][96] = {0};
    for (int i = 0; i < 20; i++)
        for (int j = 0; j < 96; j++)
            acc[i][j] = fmaf(don[0][0][j], linear9_weight[i][0], acc[i][j]);
    for (int i = 0; i < 20; i++)
        for (int j = 0; j < 96; j++)
            dlinear8[0][i][j] = acc[i][j] * (1.0f - tanh[0][i][j] * tanh[0][i][j]);
}

/* 8  dlinear7 = dlinear8 linear8_weight' * (1 - tanh * tanh)     pinn_burgers.lua:23 */
MF_APART
static void k8_dlinear7(const float linear8_weight[restrict 20][20],
                        const float dlinear8[restrict 1][20][96],
                        const float tanh[restrict 1][20][96],
                        float dlinear7[restrict 1][20][96])
{
    static const MfAxis rows[] = {{20, 20}};
    static const MfAxis columns[] = {{96, 1}};
    static const MfTerm terms[] = {{20, 1, 96}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[20][96];
    mf_productf(&plan, &linear8_weight[0][0], &dlinear8[0][0][0], acc[0], 96);
    for (int i = 0; i < 20; i++)
        for (int j = 0; j < 96; j++)
            dlinear7[0][i][j] = acc[i][j] * (1.0f - tanh[0][i][j] * tanh[0][i][j]);
}

/* 9  what the sums over the rows start with                      pinn_burgers.lua:69 */
static void k9_linear8_bias_start(float linear8_bias_sum[restrict 1][32])
{
    for (int i = 0; i < 32; i++)
        linear8_bias_sum[0][i] = 0.0f;
}

/* 10  what the sums over the rows start with                     pinn_burgers.lua:69 */
static void k10_linear9_weight_start(float linear9_weight_sum[restrict 1][32],
                                     float linear9_weight_sum2[restrict 20])
{
    for (int i = 0; i < 32; i++)
        linear9_weight_sum[0][i] = 0.0f;
    for (int i = 0; i < 20; i++)
        linear9_weight_sum2[i] = 0.0f;
}

/* 11  what the sums over the rows start with                     pinn_burgers.lua:69 */
static void k11_linear8_weight_start(float linear8_weight_sum[restrict 20][32],
                                     float linear8_weight_sum2[restrict 20][32],
                                     float linear8_weight_sum3[restrict 20][32],
                                     float linear8_weight_sum4[restrict 20][32])
{
    for (int i = 0; i < 20; i++) {
        MF_BY_ROW;
        for (int i2 = 0; i2 < 32; i2++)
            linear8_weight_sum[i][i2] = 0.0f;
    }
    for (int i = 0; i < 20; i++) {
        MF_BY_ROW;
        for (int i2 = 0; i2 < 32; i2++)
            linear8_weight_sum2[i][i2] = 0.0f;
    }
    for (int i = 0; i < 20; i++) {
        MF_BY_ROW;
        for (int i2 = 0; i2 < 32; i2++)
            linear8_weight_sum3[i][i2] = 0.0f;
    }
    for (int i = 0; i < 20; i++) {
        MF_BY_ROW;
        for (int i2 = 0; i2 < 32; i2++)
            linear8_weight_sum4[i][i2] = 0.0f;
    }
}

/* 12  what the sums over the rows start with                     pinn_burgers.lua:69 */
static void k12_linear1_weight_start(float linear1_weight_sum[restrict 2][32],
                                     float linear1_weight_sum2[restrict 2][32],
                                     float linear1_weight_sum3[restrict 2][32],
                                     float linear1_weight_sum4[restrict 2][32])
{
    for (int i = 0; i < 2; i++) {
        MF_BY_ROW;
        for (int i2 = 0; i2 < 32; i2++)
            linear1_weight_sum[i][i2] = 0.0f;
    }
    for (int i = 0; i < 2; i++) {
        MF_BY_ROW;
        for (int i2 = 0; i2 < 32; i2++)
            linear1_weight_sum2[i][i2] = 0.0f;
    }
    for (int i = 0; i < 2; i++) {
        MF_BY_ROW;
        for (int i2 = 0; i2 < 32; i2++)
            linear1_weight_sum3[i][i2] = 0.0f;
    }
    for (int i = 0; i < 2; i++) {
        MF_BY_ROW;
        for (int i2 = 0; i2 < 32; i2++)
            linear1_weight_sum4[i][i2] = 0.0f;
    }
}

/* 13  concat = concat(t, x)                                      pinn_burgers.lua:23 */
static void k13_concat(const float t[restrict 1][1][256],
                       const float x[restrict 1][1][256],
                       float concat[restrict 1][2][256])
{
    for (int j = 0; j < 256; j++)
        concat[0][0][j] = t[0][0][j];
    for (int j = 0; j < 256; j++)
        concat[0][1][j] = x[0][0][j];
}

/* 14  ddconcat = pad(1)
 *     ddlinear1 = ddconcat linear1_weight
 *     tanh = tanh(concat linear1_weight + linear1_bias)
 *     ddtanh = ddlinear1 * (1 - tanh * tanh)                     pinn_burgers.lua:23 */
MF_APART
static void k14_ddtanh(const float linear1_weight[restrict 2][20],
                       const float concat[restrict 1][2][256],
                       const float linear1_bias[restrict 20],
                       float ddconcat[restrict 1][2][256],
                       float ddlinear1[restrict 1][20][256],
                       float tanh[restrict 1][20][256],
                       float ddtanh[restrict 1][20][256])
{
    for (int j = 0; j < 256; j++)
        ddconcat[0][0][j] = 0.0f;
    for (int j = 0; j < 256; j++)
        ddconcat[0][1][j] = 1.0f;
    for (int j = 0; j < 20; j++) {
        float acc[4][64] = {0};
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 2; l++)
                for (int m = 0; m < 64; m++) {
                    const float a = ddconcat[0][l][64 * k + m];
                    acc[k][m] = fmaf(a, linear1_weight[l][j], acc[k][m]);
                }
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 64; l++)
                ddlinear1[0][j][64 * k + l] = acc[k][l];
        float acc2[4][64] = {0};
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 2; l++)
                for (int m = 0; m < 64; m++) {
                    const float a = concat[0][l][64 * k + m];
                    acc2[k][m] = fmaf(a, linear1_weight[l][j], acc2[k][m]);
                }
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 64; l++) {
                const float t = mf_tanhf(acc2[k][l] + linear1_bias[j]);
                tanh[0][j][64 * k + l] = t;
                ddtanh[0][j][64 * k + l] = ddlinear1[0][j][64 * k + l] * (1.0f - t * t);
            }
    }
}

/* 15  dtanh = 1 linear9_weight'                                  pinn_burgers.lua:23 */
MF_APART
static void k15_dtanh(const float linear9_weight[restrict 20][1],
                      float dtanh[restrict 1][20][256])
{
    for (int j = 0; j < 20; j++) {
        float acc[4][64] = {0};
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 64; l++)
                acc[k][l] = fmaf(1.0f, linear9_weight[j][0], acc[k][l]);
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 64; l++)
                dtanh[0][j][64 * k + l] = acc[k][l];
    }
}

/* 16  ddlinear2 = ddtanh linear2_weight                          pinn_burgers.lua:23 */
MF_APART
static void k16_ddlinear2(MfPlan *plan, const float linear2_weight[restrict 20][20],
                          const float ddtanh[restrict 1][20][256],
                          float ddlinear2[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear2_weight[0][0], &ddtanh[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++)
                ddlinear2[0][k][64 * j + l] = acc[k][l];
    }
}

/* 17  tanh (in tanh2) = tanh(tanh linear2_weight + linear2_bias)
 *     ddtanh = ddlinear2 * (1 - tanh * tanh)                     pinn_burgers.lua:23 */
MF_APART
static void k17_ddtanh(MfPlan *plan, const float linear2_weight[restrict 20][20],
                       const float tanh[restrict 1][20][256],
                       const float linear2_bias[restrict 20],
                       const float ddlinear2[restrict 1][20][256],
                       float tanh2[restrict 1][20][256],
                       float ddtanh[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear2_weight[0][0], &tanh[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float t = mf_tanhf(acc[k][l] + linear2_bias[k]);
                tanh2[0][k][64 * j + l] = t;
                ddtanh[0][k][64 * j + l] = ddlinear2[0][k][64 * j + l] * (1.0f - t * t);
            }
    }
}

/* 18  tanh (in tanh2) = tanh(tanh linear6_weight +
 *         linear6_bias)                                          pinn_burgers.lua:23 */
MF_APART
static void k18_tanh(MfPlan *plan, const float linear6_weight[restrict 20][20],
                     const float tanh[restrict 1][20][256],
                     const float linear6_bias[restrict 20],
                     float tanh2[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear6_weight[0][0], &tanh[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++)
                tanh2[0][k][64 * j + l] = mf_tanhf(acc[k][l] + linear6_bias[k]);
    }
}

/* 19  ddlinear6 = ddtanh linear6_weight
 *     ddtanh (in ddtanh2) = ddlinear6 * (1 - tanh * tanh)        pinn_burgers.lua:23 */
MF_APART
static void k19_ddtanh(MfPlan *plan, const float linear6_weight[restrict 20][20],
                       const float ddtanh[restrict 1][20][256],
                       const float tanh[restrict 1][20][256],
                       float ddlinear6[restrict 1][20][256],
                       float ddtanh2[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear6_weight[0][0], &ddtanh[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float ddlinear6_2 = acc[k][l];
                ddlinear6[0][k][64 * j + l] = ddlinear6_2;
                const float t = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                ddtanh2[0][k][64 * j + l] = ddlinear6_2 * (1.0f - t);
            }
    }
}

/* 20  u = tanh linear9_weight + linear9_bias                     pinn_burgers.lua:23 */
static void k20_u(const float tanh[restrict 1][20][256],
                  const float linear9_weight[restrict 20][1],
                  const float linear9_bias[restrict 1], float u[restrict 1][1][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[64] = {0};
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++)
                acc[l] = fmaf(tanh[0][k][64 * j + l], linear9_weight[k][0], acc[l]);
        for (int k = 0; k < 64; k++)
            u[0][0][64 * j + k] = acc[k] + linear9_bias[0];
    }
}

/* 21  dtanh = dlinear8 linear8_weight'
 *     dlinear7 = dtanh * (1 - tanh * tanh)                       pinn_burgers.lua:23 */
MF_APART
static void k21_dlinear7(MfPlan *plan, const float linear8_weight[restrict 20][20],
                         const float dlinear8[restrict 1][20][256],
                         const float tanh[restrict 1][20][256],
                         float dtanh[restrict 1][20][256],
                         float dlinear7[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear8_weight[0][0], &dlinear8[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float dtanh2 = acc[k][l];
                dtanh[0][k][64 * j + l] = dtanh2;
                const float t = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                dlinear7[0][k][64 * j + l] = dtanh2 * (1.0f - t);
            }
    }
}

/* 22  dconcat = dlinear1 linear1_weight'                         pinn_burgers.lua:23 */
static void k22_dconcat(const float dlinear1[restrict 1][20][256],
                        const float linear1_weight[restrict 2][20],
                        float dconcat[restrict 1][2][256])
{
    for (int j = 0; j < 2; j++)
        for (int k = 0; k < 4; k++) {
            float acc[64] = {0};
            for (int l = 0; l < 20; l++)
                for (int m = 0; m < 64; m++) {
                    const float a = dlinear1[0][l][64 * k + m];
                    acc[m] = fmaf(a, linear1_weight[j][l], acc[m]);
                }
            for (int l = 0; l < 64; l++)
                dconcat[0][j][64 * k + l] = acc[l];
        }
}

/* 23  ddlinear8 = ddtanh linear8_weight
 *     dtanh (in dtanh2) = -(ddlinear8 * dtanh * tanh) - ddlinear8 * dtanh * tanh
 *     dlinear8 = dtanh * (1 - tanh * tanh)                       pinn_burgers.lua:23 */
MF_APART
static void k23_dlinear8(MfPlan *plan, const float linear8_weight[restrict 20][20],
                         const float ddtanh[restrict 1][20][256],
                         const float dtanh[restrict 1][20][256],
                         const float tanh[restrict 1][20][256],
                         float ddlinear8[restrict 1][20][256],
                         float dtanh2[restrict 1][20][256],
                         float dlinear8[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear8_weight[0][0], &ddtanh[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float ddlinear8_2 = acc[k][l];
                ddlinear8[0][k][64 * j + l] = ddlinear8_2;
                const float dsub = ddlinear8_2 * dtanh[0][k][64 * j + l];
                const float t = dsub * tanh[0][k][64 * j + l];
                const float dtanh3 = -t - t;
                dtanh2[0][k][64 * j + l] = dtanh3;
                const float t2 = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                dlinear8[0][k][64 * j + l] = dtanh3 * (1.0f - t2);
            }
    }
}

/* 24  dtanh (in dtanh2) = -(ddlinear7 * dtanh * tanh) - ddlinear7 * dtanh * tanh +
 *         dlinear8 linear8_weight'
 *     dlinear7 = dtanh * (1 - tanh * tanh)                       pinn_burgers.lua:23 */
MF_APART
static void k24_dlinear7(MfPlan *plan, const float linear8_weight[restrict 20][20],
                         const float dlinear8[restrict 1][20][256],
                         const float ddlinear7[restrict 1][20][256],
                         const float dtanh[restrict 1][20][256],
                         const float tanh[restrict 1][20][256],
                         float dtanh2[restrict 1][20][256],
                         float dlinear7[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear8_weight[0][0], &dlinear8[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float dsub =
                    ddlinear7[0][k][64 * j + l] * dtanh[0][k][64 * j + l];
                const float t = dsub * tanh[0][k][64 * j + l];
                const float dtanh3 = -t - t + acc[k][l];
                dtanh2[0][k][64 * j + l] = dtanh3;
                const float t2 = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                dlinear7[0][k][64 * j + l] = dtanh3 * (1.0f - t2);
            }
    }
}

/* 25  dconcat = dlinear1 linear1_weight'
 *     u_t = dconcat[:, 0:1, :]
 *     u_x = dconcat[:, 1:2, :]
 *     u_xx = dconcat[:, 1:2, :]                                  pinn_burgers.lua:23
 *     residual = u_t + u * u_x - 0.0031831 * u_xx                pinn_burgers.lua:31
 *     square = residual * residual
 *     dresidual = 0.000976562 * residual + 0.000976562 *
 *         residual                                               pinn_burgers.lua:49
 *     du_xx (in ddconcat) = dresidual * -0.0031831               pinn_burgers.lua:31
 *     ddconcat = pad(du_xx)                                      pinn_burgers.lua:23
 *     du = dresidual * u_x                                       pinn_burgers.lua:31 */
MF_APART
static void k25_du(const float dlinear1[restrict 1][20][256],
                   const float linear1_weight[restrict 2][20],
                   const float dconcat[restrict 1][2][256],
                   const float u[restrict 1][1][256], float square[restrict 1][1][256],
                   float dresidual[restrict 1][1][256],
                   float ddconcat[restrict 1][2][256], float du[restrict 1][1][256])
{
    float dconcat2[2][256];
    for (int j = 0; j < 2; j++)
        for (int k = 0; k < 4; k++) {
            float acc[64] = {0};
            for (int l = 0; l < 20; l++)
                for (int m = 0; m < 64; m++) {
                    const float a = dlinear1[0][l][64 * k + m];
                    acc[m] = fmaf(a, linear1_weight[j][l], acc[m]);
                }
            for (int l = 0; l < 64; l++)
                dconcat2[j][64 * k + l] = acc[l];
        }
    for (int j = 0; j < 256; j++) {
        const float t = dconcat[0][0][j] + u[0][0][j] * dconcat[0][1][j];
        const float residual = t - 0.003183099f * dconcat2[1][j];
        const float square2 = residual * residual;
        square[0][0][j] = square2;
        const float t2 = 0.0009765625f * residual;
        const float dresidual2 = t2 + t2;
        dresidual[0][0][j] = dresidual2;
        const float du_xx = dresidual2 * -0.003183099f;
        ddconcat[0][1][j] = du_xx;
        du[0][0][j] = dresidual2 * dconcat[0][1][j];
    }
    for (int j = 0; j < 256; j++)
        ddconcat[0][0][j] = 0.0f;
}

/* 26  ddconcat = concat(dresidual, dresidual * u)                pinn_burgers.lua:23 */
static void k26_ddconcat(const float dresidual[restrict 1][1][256],
                         const float u[restrict 1][1][256],
                         float ddconcat[restrict 1][2][256])
{
    for (int j = 0; j < 256; j++)
        ddconcat[0][0][j] = dresidual[0][0][j];
    for (int j = 0; j < 256; j++)
        ddconcat[0][1][j] = dresidual[0][0][j] * u[0][0][j];
}

/* 27  what these rows add to the sums of linear9_bias            pinn_burgers.lua:69 */
static void k27_linear9_bias_add(float data, const float du[restrict 1][1][256],
                                 float *restrict linear9_bias_sum)
{
    float acc = *linear9_bias_sum;
    for (int j = 0; j < 256; j++)
        acc = fmaf(data, du[0][0][j], acc);
    *linear9_bias_sum = acc;
}

/* 28  ddlinear1 (in ddlinear1_2) = ddconcat linear1_weight
 *     ddlinear1 (in ddlinear1_3) = ddconcat2 linear1_weight
 *     ddtanh = ddlinear1 * (1 - tanh * tanh)
 *     ddmul = ddtanh * tanh + ddtanh * tanh
 *     ddtanh (in ddtanh2) = ddlinear1 * (1 - tanh * tanh) -
 *         ddmul * ddlinear1                                      pinn_burgers.lua:23 */
MF_APART
static void k28_ddtanh(const float ddconcat[restrict 1][2][256],
                       const float linear1_weight[restrict 2][20],
                       const float ddconcat2[restrict 1][2][256],
                       const float tanh[restrict 1][20][256],
                       const float ddlinear1[restrict 1][20][256],
                       float ddlinear1_2[restrict 1][20][256],
                       float ddlinear1_3[restrict 1][20][256],
                       float ddtanh[restrict 1][20][256],
                       float ddmul[restrict 1][20][256],
                       float ddtanh2[restrict 1][20][256])
{
    for (int j = 0; j < 20; j++) {
        float acc[4][64] = {0};
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 2; l++)
                for (int m = 0; m < 64; m++) {
                    const float a = ddconcat[0][l][64 * k + m];
                    acc[k][m] = fmaf(a, linear1_weight[l][j], acc[k][m]);
                }
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 64; l++)
                ddlinear1_2[0][j][64 * k + l] = acc[k][l];
        float acc2[4][64] = {0};
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 2; l++)
                for (int m = 0; m < 64; m++) {
                    const float a = ddconcat2[0][l][64 * k + m];
                    acc2[k][m] = fmaf(a, linear1_weight[l][j], acc2[k][m]);
                }
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 64; l++) {
                const float ddlinear1_4 = acc2[k][l];
                ddlinear1_3[0][j][64 * k + l] = ddlinear1_4;
                const float t = tanh[0][j][64 * k + l] * tanh[0][j][64 * k + l];
                const float ddtanh3 = ddlinear1_4 * (1.0f - t);
                ddtanh[0][j][64 * k + l] = ddtanh3;
                const float t2 = ddtanh3 * tanh[0][j][64 * k + l];
                const float ddmul2 = t2 + t2;
                ddmul[0][j][64 * k + l] = ddmul2;
                const float t3 = tanh[0][j][64 * k + l] * tanh[0][j][64 * k + l];
                const float t4 = ddlinear1_2[0][j][64 * k + l] * (1.0f - t3);
                ddtanh2[0][j][64 * k + l] = t4 - ddmul2 * ddlinear1[0][j][64 * k + l];
            }
    }
}

/* 29  ddlinear2 (in ddlinear2_3) = ddtanh linear2_weight
 *     ddtanh (in ddtanh2) = ddlinear2 * (1 - tanh * tanh)
 *     ddmul = ddtanh * tanh + ddtanh * tanh
 *     ddtanh (in ddtanh3) = ddlinear2 * (1 - tanh * tanh) -
 *         ddmul * ddlinear2_2                                    pinn_burgers.lua:23 */
MF_APART
static void k29_ddtanh(MfPlan *plan, const float linear2_weight[restrict 20][20],
                       const float ddtanh[restrict 1][20][256],
                       const float tanh[restrict 1][20][256],
                       const float ddlinear2[restrict 1][20][256],
                       const float ddlinear2_2[restrict 1][20][256],
                       float ddlinear2_3[restrict 1][20][256],
                       float ddtanh2[restrict 1][20][256],
                       float ddmul[restrict 1][20][256],
                       float ddtanh3[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear2_weight[0][0], &ddtanh[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float ddlinear2_4 = acc[k][l];
                ddlinear2_3[0][k][64 * j + l] = ddlinear2_4;
                const float t = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                const float ddtanh4 = ddlinear2_4 * (1.0f - t);
                ddtanh2[0][k][64 * j + l] = ddtanh4;
                const float t2 = ddtanh4 * tanh[0][k][64 * j + l];
                const float ddmul2 = t2 + t2;
                ddmul[0][k][64 * j + l] = ddmul2;
                const float t3 = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                const float t4 = ddlinear2[0][k][64 * j + l] * (1.0f - t3);
                ddtanh3[0][k][64 * j + l] = t4 - ddmul2 * ddlinear2_2[0][k][64 * j + l];
            }
    }
}

/* 30  ddlinear4 = ddtanh linear4_weight
 *     ddtanh (in ddtanh2) = ddlinear4 * (1 - tanh * tanh)
 *     ddmul = ddtanh * tanh + ddtanh * tanh                      pinn_burgers.lua:23 */
MF_APART
static void k30_ddmul(MfPlan *plan, const float linear4_weight[restrict 20][20],
                      const float ddtanh[restrict 1][20][256],
                      const float tanh[restrict 1][20][256],
                      float ddlinear4[restrict 1][20][256],
                      float ddtanh2[restrict 1][20][256],
                      float ddmul[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear4_weight[0][0], &ddtanh[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float ddlinear4_2 = acc[k][l];
                ddlinear4[0][k][64 * j + l] = ddlinear4_2;
                const float t = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                const float ddtanh3 = ddlinear4_2 * (1.0f - t);
                ddtanh2[0][k][64 * j + l] = ddtanh3;
                const float t2 = ddtanh3 * tanh[0][k][64 * j + l];
                ddmul[0][k][64 * j + l] = t2 + t2;
            }
    }
}

/* 31  ddlinear8 = ddtanh linear8_weight
 *     ddtanh (in ddtanh2) = ddlinear8 * (1 - tanh * tanh)
 *     ddmul = ddtanh * tanh + ddtanh * tanh
 *     mul = ddmul * dtanh                                        pinn_burgers.lua:23 */
MF_APART
static void k31_mul(MfPlan *plan, const float linear8_weight[restrict 20][20],
                    const float ddtanh[restrict 1][20][256],
                    const float tanh[restrict 1][20][256],
                    const float dtanh[restrict 1][20][256],
                    float ddlinear8[restrict 1][20][256],
                    float ddtanh2[restrict 1][20][256],
                    float ddmul[restrict 1][20][256], float mul[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear8_weight[0][0], &ddtanh[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float ddlinear8_2 = acc[k][l];
                ddlinear8[0][k][64 * j + l] = ddlinear8_2;
                const float t = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                const float ddtanh3 = ddlinear8_2 * (1.0f - t);
                ddtanh2[0][k][64 * j + l] = ddtanh3;
                const float t2 = ddtanh3 * tanh[0][k][64 * j + l];
                const float ddmul2 = t2 + t2;
                ddmul[0][k][64 * j + l] = ddmul2;
                mul[0][k][64 * j + l] = ddmul2 * dtanh[0][k][64 * j + l];
            }
    }
}

/* 32  product = mul linear8_weight'
 *     dddlinear7 = -(product * (1 - tanh * tanh)) - ddmul *
 *         dtanh                                                  pinn_burgers.lua:23 */
MF_APART
static void k32_dddlinear7(MfPlan *plan, const float linear8_weight[restrict 20][20],
                           const float mul[restrict 1][20][256],
                           const float tanh[restrict 1][20][256],
                           const float ddmul[restrict 1][20][256],
                           const float dtanh[restrict 1][20][256],
                           float product[restrict 1][20][256],
                           float dddlinear7[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear8_weight[0][0], &mul[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float t = acc[k][l];
                product[0][k][64 * j + l] = t;
                const float t2 = ddmul[0][k][64 * j + l] * dtanh[0][k][64 * j + l];
                const float t3 = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                dddlinear7[0][k][64 * j + l] = -(t * (1.0f - t3)) - t2;
            }
    }
}

/* 33  dddtanh = dddlinear7 linear7_weight'
 *     dddlinear6 = dddtanh * (1 - tanh * tanh) - ddmul * dtanh   pinn_burgers.lua:23 */
MF_APART
static void k33_dddlinear6(MfPlan *plan, const float linear7_weight[restrict 20][20],
                           const float dddlinear7[restrict 1][20][256],
                           const float tanh[restrict 1][20][256],
                           const float ddmul[restrict 1][20][256],
                           const float dtanh[restrict 1][20][256],
                           float dddtanh[restrict 1][20][256],
                           float dddlinear6[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear7_weight[0][0], &dddlinear7[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float dddtanh2 = acc[k][l];
                dddtanh[0][k][64 * j + l] = dddtanh2;
                const float t = ddmul[0][k][64 * j + l] * dtanh[0][k][64 * j + l];
                const float t2 = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                dddlinear6[0][k][64 * j + l] = dddtanh2 * (1.0f - t2) - t;
            }
    }
}

/* 34  dddtanh = dddlinear4 linear4_weight'
 *     dddlinear3 (in ddmul) = dddtanh * (1 - tanh * tanh) - ddmul * dtanh
 *     mul (in ddlinear3_2) = (dddtanh * ddlinear3 + ddlinear3_2
 *         * dtanh) * tanh                                        pinn_burgers.lua:23 */
MF_APART
static void k34_mul(MfPlan *plan, const float linear4_weight[restrict 20][20],
                    const float dddlinear4[restrict 1][20][256],
                    const float tanh[restrict 1][20][256],
                    const float dtanh[restrict 1][20][256],
                    const float ddlinear3[restrict 1][20][256],
                    float ddmul[restrict 1][20][256],
                    float ddlinear3_2[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear4_weight[0][0], &dddlinear4[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float dddtanh = acc[k][l];
                const float t = ddmul[0][k][64 * j + l] * dtanh[0][k][64 * j + l];
                const float t2 = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                const float dddlinear3 = dddtanh * (1.0f - t2) - t;
                ddmul[0][k][64 * j + l] = dddlinear3;
                const float t3 = dddtanh * ddlinear3[0][k][64 * j + l];
                const float t4 = ddlinear3_2[0][k][64 * j + l];
                const float dsub = t3 + t4 * dtanh[0][k][64 * j + l];
                ddlinear3_2[0][k][64 * j + l] = dsub * tanh[0][k][64 * j + l];
            }
    }
}

/* 35  ddlinear4 = ddtanh linear4_weight
 *     mul (in dddtanh) = (dddtanh * ddlinear4 + ddlinear4 * dtanh) * tanh
 *     ddtanh (in ddmul) = ddlinear4 * (1 - tanh * tanh) - ddmul
 *         * ddlinear4                                            pinn_burgers.lua:23 */
MF_APART
static void k35_ddtanh(MfPlan *plan, const float linear4_weight[restrict 20][20],
                       const float ddtanh[restrict 1][20][256],
                       const float ddlinear4[restrict 1][20][256],
                       const float dtanh[restrict 1][20][256],
                       const float tanh[restrict 1][20][256],
                       float dddtanh[restrict 1][20][256],
                       float ddmul[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear4_weight[0][0], &ddtanh[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float ddlinear4_2 = acc[k][l];
                const float t = ddlinear4_2 * dtanh[0][k][64 * j + l];
                const float t2 = ddlinear4[0][k][64 * j + l];
                const float dsub = dddtanh[0][k][64 * j + l] * t2 + t;
                const float t3 = dsub * tanh[0][k][64 * j + l];
                dddtanh[0][k][64 * j + l] = t3;
                const float t4 = ddmul[0][k][64 * j + l] * ddlinear4[0][k][64 * j + l];
                const float t5 = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                ddmul[0][k][64 * j + l] = ddlinear4_2 * (1.0f - t5) - t4;
            }
    }
}

/* 36  ddlinear7 = ddtanh linear7_weight
 *     mul (in product) = (product * ddlinear7 - ddlinear7 * dtanh) * tanh
 *     ddtanh (in ddmul) = ddlinear7 * (1 - tanh * tanh) - ddmul
 *         * ddlinear7                                            pinn_burgers.lua:23 */
MF_APART
static void k36_ddtanh(MfPlan *plan, const float linear7_weight[restrict 20][20],
                       const float ddtanh[restrict 1][20][256],
                       const float ddlinear7[restrict 1][20][256],
                       const float dtanh[restrict 1][20][256],
                       const float tanh[restrict 1][20][256],
                       float product[restrict 1][20][256],
                       float ddmul[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear7_weight[0][0], &ddtanh[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float ddlinear7_2 = acc[k][l];
                const float t = ddlinear7_2 * dtanh[0][k][64 * j + l];
                const float t2 = ddlinear7[0][k][64 * j + l];
                const float dmul = product[0][k][64 * j + l] * t2 - t;
                const float t3 = dmul * tanh[0][k][64 * j + l];
                product[0][k][64 * j + l] = t3;
                const float t4 = ddmul[0][k][64 * j + l] * ddlinear7[0][k][64 * j + l];
                const float t5 = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                ddmul[0][k][64 * j + l] = ddlinear7_2 * (1.0f - t5) - t4;
            }
    }
}

/* 37  ddlinear8 (in ddlinear8_2) = ddtanh linear8_weight
 *     ddtanh (in ddmul) = ddlinear8 * (1 - tanh * tanh) - ddmul
 *         * ddlinear8                                            pinn_burgers.lua:23 */
MF_APART
static void k37_ddtanh(MfPlan *plan, const float linear8_weight[restrict 20][20],
                       const float ddtanh[restrict 1][20][256],
                       const float tanh[restrict 1][20][256],
                       const float ddlinear8[restrict 1][20][256],
                       float ddlinear8_2[restrict 1][20][256],
                       float ddmul[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear8_weight[0][0], &ddtanh[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float ddlinear8_3 = acc[k][l];
                ddlinear8_2[0][k][64 * j + l] = ddlinear8_3;
                const float t = ddmul[0][k][64 * j + l] * ddlinear8[0][k][64 * j + l];
                const float t2 = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                ddmul[0][k][64 * j + l] = ddlinear8_3 * (1.0f - t2) - t;
            }
    }
}

/* 38  dlinear8 (in ddlinear8_3) = (-(ddlinear8_3 * dtanh * tanh) - ddlinear8_3 * dtanh
 *         * tanh - ddtanh * (ddlinear8 * dtanh2) - ddtanh * (ddlinear8 * dtanh2) + du
 *         linear9_weight' - ddlinear8_2 * dtanh2 * tanh - ddlinear8_2 * dtanh2 * tanh)
 *         * (1 - tanh * tanh)                                    pinn_burgers.lua:23 */
MF_APART
static void k38_dlinear8(const float du[restrict 1][1][256],
                         const float linear9_weight[restrict 20][1],
                         const float dtanh[restrict 1][20][256],
                         const float tanh[restrict 1][20][256],
                         const float ddtanh[restrict 1][20][256],
                         const float ddlinear8[restrict 1][20][256],
                         const float dtanh2[restrict 1][20][256],
                         const float ddlinear8_2[restrict 1][20][256],
                         float ddlinear8_3[restrict 1][20][256])
{
    for (int j = 0; j < 20; j++) {
        float acc[4][64] = {0};
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 64; l++)
                acc[k][l] = fmaf(du[0][0][64 * k + l], linear9_weight[j][0], acc[k][l]);
        for (int k = 0; k < 4; k++)
            for (int l = 0; l < 64; l++) {
                const float t = ddlinear8_3[0][j][64 * k + l];
                const float dsub = t * dtanh[0][j][64 * k + l];
                const float t2 = dsub * tanh[0][j][64 * k + l];
                const float t3 = ddlinear8[0][j][64 * k + l];
                const float dsub2 = t3 * dtanh2[0][j][64 * k + l];
                const float t4 = ddtanh[0][j][64 * k + l] * dsub2;
                const float t5 = ddlinear8_2[0][j][64 * k + l];
                const float dsub3 = t5 * dtanh2[0][j][64 * k + l];
                const float t6 = dsub3 * tanh[0][j][64 * k + l];
                const float t7 = tanh[0][j][64 * k + l] * tanh[0][j][64 * k + l];
                const float dtanh3 = -t2 - t2 - t4 - t4 + acc[k][l] - t6 - t6;
                ddlinear8_3[0][j][64 * k + l] = dtanh3 * (1.0f - t7);
            }
    }
}

/* 39  dlinear7 (in ddlinear7_2) = (-(ddlinear7_2 * dtanh * tanh) - ddlinear7_2 * dtanh
 *         * tanh - ddtanh * (ddlinear7 * dtanh2) - ddtanh * (ddlinear7 * dtanh2) + mul
 *         + mul + dlinear8 linear8_weight') * (1 - tanh * tanh)  pinn_burgers.lua:23 */
MF_APART
static void k39_dlinear7(MfPlan *plan, const float linear8_weight[restrict 20][20],
                         const float dlinear8[restrict 1][20][256],
                         const float dtanh[restrict 1][20][256],
                         const float tanh[restrict 1][20][256],
                         const float ddtanh[restrict 1][20][256],
                         const float ddlinear7[restrict 1][20][256],
                         const float dtanh2[restrict 1][20][256],
                         const float mul[restrict 1][20][256],
                         float ddlinear7_2[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear8_weight[0][0], &dlinear8[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float t = ddlinear7_2[0][k][64 * j + l];
                const float dsub = t * dtanh[0][k][64 * j + l];
                const float t2 = dsub * tanh[0][k][64 * j + l];
                const float t3 = ddlinear7[0][k][64 * j + l];
                const float dsub2 = t3 * dtanh2[0][k][64 * j + l];
                const float t4 = ddtanh[0][k][64 * j + l] * dsub2;
                const float t5 = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                const float t6 = -t2 - t2 - t4 - t4 + mul[0][k][64 * j + l];
                const float dtanh3 = t6 + mul[0][k][64 * j + l] + acc[k][l];
                ddlinear7_2[0][k][64 * j + l] = dtanh3 * (1.0f - t5);
            }
    }
}

/* 40  what these rows add to the sums of linear8_bias            pinn_burgers.lua:69 */
MF_APART
static void k40_linear8_bias_add(MfPlan *plan, float data,
                                 const float dlinear8[restrict 1][20][256],
                                 float linear8_bias_sum[restrict 1][32])
{
    mf_product_moref(plan, &data, &dlinear8[0][0][0], linear8_bias_sum[0], 32);
}

/* 41  what these rows add to the sums of linear9_weight          pinn_burgers.lua:69 */
MF_APART
static void k41_linear9_weight_add(MfPlan *plan, const float du[restrict 1][1][256],
                                   const float tanh[restrict 1][20][256],
                                   const float ddtanh[restrict 1][20][256],
                                   float linear9_weight_sum[restrict 1][32],
                                   float linear9_weight_sum2[restrict 20])
{
    mf_product_moref(plan, &du[0][0][0], &tanh[0][0][0], linear9_weight_sum[0], 32);
    float acc[20];
    for (int i = 0; i < 20; i++)
        acc[i] = linear9_weight_sum2[i];
    for (int j = 0; j < 256; j++) {
        MF_ROLLED
        for (int k = 0; k < 16; k++)
            acc[k] = fmaf(1.0f, ddtanh[0][k][j], acc[k]);
        MF_ROLLED
        for (int k = 16; k < 20; k++)
            acc[k] = fmaf(1.0f, ddtanh[0][k][j], acc[k]);
    }
    for (int i = 0; i < 20; i++)
        linear9_weight_sum2[i] = acc[i];
}

/* 42  dlinear6 (in ddlinear6_2) = (-(ddlinear6_2 * dtanh * tanh) - ddlinear6_2 * dtanh
 *         * tanh - ddtanh * (ddlinear6 * dtanh2) - ddtanh * (ddlinear6 * dtanh2) - mul
 *         - mul + dlinear7 linear7_weight') * (1 - tanh * tanh)  pinn_burgers.lua:23 */
MF_APART
static void k42_dlinear6(MfPlan *plan, const float linear7_weight[restrict 20][20],
                         const float dlinear7[restrict 1][20][256],
                         const float dtanh[restrict 1][20][256],
                         const float tanh[restrict 1][20][256],
                         const float ddtanh[restrict 1][20][256],
                         const float ddlinear6[restrict 1][20][256],
                         const float dtanh2[restrict 1][20][256],
                         const float mul[restrict 1][20][256],
                         float ddlinear6_2[restrict 1][20][256])
{
    for (int j = 0; j < 4; j++) {
        float acc[20][64];
        mf_productf(plan, &linear7_weight[0][0], &dlinear7[0][0][64 * j], acc[0], 64);
        for (int k = 0; k < 20; k++)
            for (int l = 0; l < 64; l++) {
                const float t = ddlinear6_2[0][k][64 * j + l];
                const float dsub = t * dtanh[0][k][64 * j + l];
                const float t2 = dsub * tanh[0][k][64 * j + l];
                const float t3 = ddlinear6[0][k][64 * j + l];
                const float dsub2 = t3 * dtanh2[0][k][64 * j + l];
                const float t4 = ddtanh[0][k][64 * j + l] * dsub2;
                const float t5 = tanh[0][k][64 * j + l] * tanh[0][k][64 * j + l];
                const float t6 = -t2 - t2 - t4 - t4 - mul[0][k][64 * j + l];
                const float dtanh3 = t6 - mul[0][k][64 * j + l] + acc[k][l];
                ddlinear6_2[0][k][64 * j + l] = dtanh3 * (1.0f - t5);
            }
    }
}

/* 43  what these rows add to the sums of linear8_weight          pinn_burgers.lua:69 */
MF_APART
static void k43_linear8_weight_add(const float ddtanh[restrict 1][20][256],
                                   const float dlinear8[restrict 1][20][256],
                                   const float ddtanh2[restrict 1][20][256],
                                   const float mul[restrict 1][20][256],
                                   const float ddtanh3[restrict 1][20][256],
                                   const float dlinear8_2[restrict 1][20][256],
                                   const float tanh[restrict 1][20][256],
                                   const float dlinear8_3[restrict 1][20][256],
                                   float linear8_weight_sum[restrict 20][32],
                                   float linear8_weight_sum2[restrict 20][32],
                                   float linear8_weight_sum3[restrict 20][32],
                                   float linear8_weight_sum4[restrict 20][32])
{
    static const MfAxis rows[] = {{20, 256}};
    static const MfAxis columns[] = {{20, 256}};
    static const MfTerm terms[] = {{256, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    mf_product_moref(&plan, &ddtanh[0][0][0], &dlinear8[0][0][0], linear8_weight_sum[0],
                     32);
    mf_product_moref(&plan, &ddtanh2[0][0][0], &mul[0][0][0], linear8_weight_sum2[0],
                     32);
    mf_product_moref(&plan, &ddtanh3[0][0][0], &dlinear8_2[0][0][0],
                     linear8_weight_sum3[0], 32);
    mf_product_moref(&plan, &tanh[0][0][0], &dlinear8_3[0][0][0],
                     linear8_weight_sum4[0], 32);
}

/* 44  what these rows add to the sums of linear1_weight          pinn_burgers.lua:69 */
MF_APART
static void k44_linear1_weight_add(MfPlan *plan,
                                   const float ddconcat[restrict 1][2][256],
                                   const float dlinear1[restrict 1][20][256],
                                   const float ddconcat2[restrict 1][2][256],
                                   const float dddlinear1[restrict 1][20][256],
                                   const float ddconcat3[restrict 1][2][256],
                                   const float dlinear1_2[restrict 1][20][256],
                                   const float concat[restrict 1][2][256],
                                   const float dlinear1_3[restrict 1][20][256],
                                   float linear1_weight_sum[restrict 2][32],
                                   float linear1_weight_sum2[restrict 2][32],
                                   float linear1_weight_sum3[restrict 2][32],
                                   float linear1_weight_sum4[restrict 2][32])
{
    mf_product_moref(plan, &ddconcat[0][0][0], &dlinear1[0][0][0],
                     linear1_weight_sum[0], 32);
    mf_product_moref(plan, &ddconcat2[0][0][0], &dddlinear1[0][0][0],
                     linear1_weight_sum2[0], 32);
    mf_product_moref(plan, &ddconcat3[0][0][0], &dlinear1_2[0][0][0],
                     linear1_weight_sum3[0], 32);
    mf_product_moref(plan, &concat[0][0][0], &dlinear1_3[0][0][0],
                     linear1_weight_sum4[0], 32);
}

/* 45  loss = sum(square) * 0.000976562 + sum(error * error) /
 *         96                                                     pinn_burgers.lua:49 */
static void k45_loss(const float square[restrict 1024][1],
                     const float error[restrict 1][1][96], float *restrict loss)
{
    float acc = 0.0f;
    for (int i = 0; i < 1024; i++)
        acc += square[i][0];
    float acc2 = 0.0f;
    for (int i = 0; i < 96; i++)
        acc2 += error[0][0][i] * error[0][0][i];
    *loss = acc * 0.0009765625f + acc2 / 96.0f;
}

/* 46  dlinear9_bias = sum(don) + sum(du)                         pinn_burgers.lua:23
 *     m = beta1 * adam_m_linear9_bias + (1 - beta1) * dlinear9_bias
 *     adam_m_linear9_bias = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adam_v_linear9_bias + (1 - beta2) * dlinear9_bias * dlinear9_bias
 *     adam_v_linear9_bias = where(abs(v) < 1e-30, 0, v)
 *     linear9_bias = linear9_bias - rate * adam_m_linear9_bias /
 *         (sqrt(adam_v_linear9_bias) / root + eps)               pinn_burgers.lua:69 */
static void k46_linear9_bias(float data, const float don[restrict 1][1][96],
                             float linear9_bias_sum, float beta1, float beta2,
                             float rate, float root, float eps,
                             float adam_m_linear9_bias[restrict 1],
                             float adam_v_linear9_bias[restrict 1],
                             float linear9_bias[restrict 1])
{
    float acc = 0.0f;
    for (int i = 0; i < 96; i++)
        acc = fmaf(data, don[0][0][i], acc);
    const float dlinear9_bias = acc + linear9_bias_sum;
    const float t = beta1 * adam_m_linear9_bias[0];
    const float m = t + (1.0f - beta1) * dlinear9_bias;
    const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
    adam_m_linear9_bias[0] = m2;
    const float t2 = (1.0f - beta2) * dlinear9_bias * dlinear9_bias;
    const float v = beta2 * adam_v_linear9_bias[0] + t2;
    const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
    adam_v_linear9_bias[0] = v2;
    linear9_bias[0] = linear9_bias[0] - rate * m2 / (sqrtf(v2) / root + eps);
}

/* 47  dlinear8_bias = sum(dlinear8) + sum(dlinear8)              pinn_burgers.lua:23
 *     m = beta1 * adam_m_linear8_bias + (1 - beta1) * dlinear8_bias
 *     adam_m_linear8_bias = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * adam_v_linear8_bias + (1 - beta2) * dlinear8_bias * dlinear8_bias
 *     adam_v_linear8_bias = where(abs(v) < 1e-30, 0, v)
 *     linear8_bias = linear8_bias - rate * adam_m_linear8_bias /
 *         (sqrt(adam_v_linear8_bias) / root + eps)               pinn_burgers.lua:69 */
MF_APART
static void k47_linear8_bias(float data, const float dlinear8[restrict 1][20][96],
                             const float linear8_bias_sum[restrict 1][32], float beta1,
                             float beta2, float rate, float root, float eps,
                             float adam_m_linear8_bias[restrict 20],
                             float adam_v_linear8_bias[restrict 20],
                             float linear8_bias[restrict 20])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{20, 96}};
    static const MfTerm terms[] = {{96, 0, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[1][32];
    mf_productf(&plan, &data, &dlinear8[0][0][0], acc[0], 32);
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float dlinear8_bias = acc[0][i] + linear8_bias_sum[0][i];
        const float t = beta1 * adam_m_linear8_bias[i];
        const float m = t + (1.0f - beta1) * dlinear8_bias;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        adam_m_linear8_bias[i] = m2;
        const float t2 = (1.0f - beta2) * dlinear8_bias * dlinear8_bias;
        const float v = beta2 * adam_v_linear8_bias[i] + t2;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        adam_v_linear8_bias[i] = v2;
        linear8_bias[i] = linear8_bias[i] - rate * m2 / (sqrtf(v2) / root + eps);
    }
    MF_ROLLED
    for (int i = 16; i < 20; i++) {
        const float dlinear8_bias = acc[0][i] + linear8_bias_sum[0][i];
        const float t = beta1 * adam_m_linear8_bias[i];
        const float m = t + (1.0f - beta1) * dlinear8_bias;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        adam_m_linear8_bias[i] = m2;
        const float t2 = (1.0f - beta2) * dlinear8_bias * dlinear8_bias;
        const float v = beta2 * adam_v_linear8_bias[i] + t2;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        adam_v_linear8_bias[i] = v2;
        linear8_bias[i] = linear8_bias[i] - rate * m2 / (sqrtf(v2) / root + eps);
    }
}

/* 48  dlinear9_weight = tanh' don + tanh' du + ddtanh' 1         pinn_burgers.lua:23
 *     m = beta1 * m_linear9_weight + (1 - beta1) * dlinear9_weight
 *     m_linear9_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_linear9_weight + (1 - beta2) * dlinear9_weight * dlinear9_weight
 *     v_linear9_weight = where(abs(v) < 1e-30, 0, v)
 *     linear9_weight = linear9_weight - rate * m_linear9_weight /
 *         (sqrt(v_linear9_weight) / root + eps)                  pinn_burgers.lua:69 */
MF_APART
static void k48_linear9_weight(const float don[restrict 1][1][96],
                               const float tanh[restrict 1][20][96],
                               const float linear9_weight_sum[restrict 1][32],
                               const float linear9_weight_sum2[restrict 20],
                               float beta1, float beta2, float rate, float root,
                               float eps, float m_linear9_weight[restrict 20][1],
                               float v_linear9_weight[restrict 20][1],
                               float linear9_weight[restrict 20][1])
{
    static const MfAxis rows[] = {{1, 0}};
    static const MfAxis columns[] = {{20, 96}};
    static const MfTerm terms[] = {{96, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[1][32];
    mf_productf(&plan, &don[0][0][0], &tanh[0][0][0], acc[0], 32);
    for (int i = 0; i < 20; i++) {
        const float t = acc[0][i] + linear9_weight_sum[0][i];
        const float dlinear9_weight = t + linear9_weight_sum2[i];
        const float t2 = (1.0f - beta1) * dlinear9_weight;
        const float m = beta1 * m_linear9_weight[i][0] + t2;
        const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
        m_linear9_weight[i][0] = m2;
        const float t3 = (1.0f - beta2) * dlinear9_weight * dlinear9_weight;
        const float v = beta2 * v_linear9_weight[i][0] + t3;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        v_linear9_weight[i][0] = v2;
        const float t4 = rate * m2 / (sqrtf(v2) / root + eps);
        linear9_weight[i][0] = linear9_weight[i][0] - t4;
    }
}

/* 49  dlinear8_weight = tanh' dlinear8 + ddtanh' dlinear8 - ddtanh' mul + ddtanh'
 *         dlinear8 + tanh' dlinear8                              pinn_burgers.lua:23
 *     m = beta1 * m_linear8_weight + (1 - beta1) * dlinear8_weight
 *     m_linear8_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_linear8_weight + (1 - beta2) * dlinear8_weight * dlinear8_weight
 *     v_linear8_weight = where(abs(v) < 1e-30, 0, v)
 *     linear8_weight = linear8_weight - rate * m_linear8_weight /
 *         (sqrt(v_linear8_weight) / root + eps)                  pinn_burgers.lua:69 */
MF_APART
static void k49_linear8_weight(const float tanh[restrict 1][20][96],
                               const float dlinear8[restrict 1][20][96],
                               const float linear8_weight_sum[restrict 20][32],
                               const float linear8_weight_sum2[restrict 20][32],
                               const float linear8_weight_sum3[restrict 20][32],
                               const float linear8_weight_sum4[restrict 20][32],
                               float beta1, float beta2, float rate, float root,
                               float eps, float m_linear8_weight[restrict 20][20],
                               float v_linear8_weight[restrict 20][20],
                               float linear8_weight[restrict 20][20])
{
    static const MfAxis rows[] = {{20, 96}};
    static const MfAxis columns[] = {{20, 96}};
    static const MfTerm terms[] = {{96, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[20][32];
    mf_productf(&plan, &tanh[0][0][0], &dlinear8[0][0][0], acc[0], 32);
    for (int i = 0; i < 20; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float t = acc[i][j] + linear8_weight_sum[i][j];
            const float t2 = t - linear8_weight_sum2[i][j] + linear8_weight_sum3[i][j];
            const float dlinear8_weight = t2 + linear8_weight_sum4[i][j];
            const float t3 = (1.0f - beta1) * dlinear8_weight;
            const float m = beta1 * m_linear8_weight[i][j] + t3;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            m_linear8_weight[i][j] = m2;
            const float t4 = (1.0f - beta2) * dlinear8_weight * dlinear8_weight;
            const float v = beta2 * v_linear8_weight[i][j] + t4;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            v_linear8_weight[i][j] = v2;
            const float t5 = rate * m2 / (sqrtf(v2) / root + eps);
            linear8_weight[i][j] = linear8_weight[i][j] - t5;
        }
        MF_ROLLED
        for (int j = 16; j < 20; j++) {
            const float t = acc[i][j] + linear8_weight_sum[i][j];
            const float t2 = t - linear8_weight_sum2[i][j] + linear8_weight_sum3[i][j];
            const float dlinear8_weight = t2 + linear8_weight_sum4[i][j];
            const float t3 = (1.0f - beta1) * dlinear8_weight;
            const float m = beta1 * m_linear8_weight[i][j] + t3;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            m_linear8_weight[i][j] = m2;
            const float t4 = (1.0f - beta2) * dlinear8_weight * dlinear8_weight;
            const float v = beta2 * v_linear8_weight[i][j] + t4;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            v_linear8_weight[i][j] = v2;
            const float t5 = rate * m2 / (sqrtf(v2) / root + eps);
            linear8_weight[i][j] = linear8_weight[i][j] - t5;
        }
    }
}

/* 50  dlinear7_weight = tanh' dlinear7 + ddtanh' dlinear7 + ddtanh' dddlinear7 +
 *         ddtanh' dlinear7 + tanh' dlinear7                      pinn_burgers.lua:23
 *     m = beta1 * m_linear7_weight + (1 - beta1) * dlinear7_weight
 *     m_linear7_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_linear7_weight + (1 - beta2) * dlinear7_weight * dlinear7_weight
 *     v_linear7_weight = where(abs(v) < 1e-30, 0, v)
 *     linear7_weight = linear7_weight - rate * m_linear7_weight /
 *         (sqrt(v_linear7_weight) / root + eps)                  pinn_burgers.lua:69 */
MF_APART
static void k50_linear7_weight(const float tanh[restrict 1][20][96],
                               const float dlinear7[restrict 1][20][96],
                               const float linear7_weight_sum[restrict 20][32],
                               const float linear7_weight_sum2[restrict 20][32],
                               const float linear7_weight_sum3[restrict 20][32],
                               const float linear7_weight_sum4[restrict 20][32],
                               float beta1, float beta2, float rate, float root,
                               float eps, float m_linear7_weight[restrict 20][20],
                               float v_linear7_weight[restrict 20][20],
                               float linear7_weight[restrict 20][20])
{
    static const MfAxis rows[] = {{20, 96}};
    static const MfAxis columns[] = {{20, 96}};
    static const MfTerm terms[] = {{96, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[20][32];
    mf_productf(&plan, &tanh[0][0][0], &dlinear7[0][0][0], acc[0], 32);
    for (int i = 0; i < 20; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float t = acc[i][j] + linear7_weight_sum[i][j];
            const float t2 = t + linear7_weight_sum2[i][j] + linear7_weight_sum3[i][j];
            const float dlinear7_weight = t2 + linear7_weight_sum4[i][j];
            const float t3 = (1.0f - beta1) * dlinear7_weight;
            const float m = beta1 * m_linear7_weight[i][j] + t3;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            m_linear7_weight[i][j] = m2;
            const float t4 = (1.0f - beta2) * dlinear7_weight * dlinear7_weight;
            const float v = beta2 * v_linear7_weight[i][j] + t4;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            v_linear7_weight[i][j] = v2;
            const float t5 = rate * m2 / (sqrtf(v2) / root + eps);
            linear7_weight[i][j] = linear7_weight[i][j] - t5;
        }
        MF_ROLLED
        for (int j = 16; j < 20; j++) {
            const float t = acc[i][j] + linear7_weight_sum[i][j];
            const float t2 = t + linear7_weight_sum2[i][j] + linear7_weight_sum3[i][j];
            const float dlinear7_weight = t2 + linear7_weight_sum4[i][j];
            const float t3 = (1.0f - beta1) * dlinear7_weight;
            const float m = beta1 * m_linear7_weight[i][j] + t3;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            m_linear7_weight[i][j] = m2;
            const float t4 = (1.0f - beta2) * dlinear7_weight * dlinear7_weight;
            const float v = beta2 * v_linear7_weight[i][j] + t4;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            v_linear7_weight[i][j] = v2;
            const float t5 = rate * m2 / (sqrtf(v2) / root + eps);
            linear7_weight[i][j] = linear7_weight[i][j] - t5;
        }
    }
}

/* 51  dlinear1_weight = concat' dlinear1 + ddconcat' dlinear1 + ddconcat' dddlinear1 +
 *         ddconcat' dlinear1 + concat' dlinear1                  pinn_burgers.lua:23
 *     m = beta1 * m_linear1_weight + (1 - beta1) * dlinear1_weight
 *     m_linear1_weight = where(abs(m) < 1e-30, 0, m)
 *     v = beta2 * v_linear1_weight + (1 - beta2) * dlinear1_weight * dlinear1_weight
 *     v_linear1_weight = where(abs(v) < 1e-30, 0, v)
 *     linear1_weight = linear1_weight - rate * m_linear1_weight /
 *         (sqrt(v_linear1_weight) / root + eps)                  pinn_burgers.lua:69 */
MF_APART
static void k51_linear1_weight(const float concat[restrict 1][2][96],
                               const float dlinear1[restrict 1][20][96],
                               const float linear1_weight_sum[restrict 2][32],
                               const float linear1_weight_sum2[restrict 2][32],
                               const float linear1_weight_sum3[restrict 2][32],
                               const float linear1_weight_sum4[restrict 2][32],
                               float beta1, float beta2, float rate, float root,
                               float eps, float m_linear1_weight[restrict 2][20],
                               float v_linear1_weight[restrict 2][20],
                               float linear1_weight[restrict 2][20])
{
    static const MfAxis rows[] = {{2, 96}};
    static const MfAxis columns[] = {{20, 96}};
    static const MfTerm terms[] = {{96, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[2][32];
    mf_productf(&plan, &concat[0][0][0], &dlinear1[0][0][0], acc[0], 32);
    for (int i = 0; i < 2; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const float t = acc[i][j] + linear1_weight_sum[i][j];
            const float t2 = t + linear1_weight_sum2[i][j] + linear1_weight_sum3[i][j];
            const float dlinear1_weight = t2 + linear1_weight_sum4[i][j];
            const float t3 = (1.0f - beta1) * dlinear1_weight;
            const float m = beta1 * m_linear1_weight[i][j] + t3;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            m_linear1_weight[i][j] = m2;
            const float t4 = (1.0f - beta2) * dlinear1_weight * dlinear1_weight;
            const float v = beta2 * v_linear1_weight[i][j] + t4;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            v_linear1_weight[i][j] = v2;
            const float t5 = rate * m2 / (sqrtf(v2) / root + eps);
            linear1_weight[i][j] = linear1_weight[i][j] - t5;
        }
        MF_ROLLED
        for (int j = 16; j < 20; j++) {
            const float t = acc[i][j] + linear1_weight_sum[i][j];
            const float t2 = t + linear1_weight_sum2[i][j] + linear1_weight_sum3[i][j];
            const float dlinear1_weight = t2 + linear1_weight_sum4[i][j];
            const float t3 = (1.0f - beta1) * dlinear1_weight;
            const float m = beta1 * m_linear1_weight[i][j] + t3;
            const float m2 = mf_absf(m) < 1e-30f ? 0.0f : m;
            m_linear1_weight[i][j] = m2;
            const float t4 = (1.0f - beta2) * dlinear1_weight * dlinear1_weight;
            const float v = beta2 * v_linear1_weight[i][j] + t4;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            v_linear1_weight[i][j] = v2;
            const float t5 = rate * m2 / (sqrtf(v2) / root + eps);
            linear1_weight[i][j] = linear1_weight[i][j] - t5;
        }
    }
}

/* 52  product = tanh linear9_weight                              pinn_burgers.lua:23 */
MF_APART
static void k52_product(const float tanh[restrict 1][20][96],
                        const float linear9_weight[restrict 20][1],
                        float product[restrict 1][1][96])
{
    float acc[96] = {0};
    for (int i = 0; i < 20; i++)
        for (int j = 0; j < 96; j++)
            acc[j] = fmaf(tanh[0][i][j], linear9_weight[i][0], acc[j]);
    for (int i = 0; i < 96; i++)
        product[0][0][i] = acc[i];
}

/* 53  concat = concat(t, x)                                      pinn_burgers.lua:23 */
static void k53_concat(const float t[restrict 2][1][256],
                       const float x[restrict 2][1][256],
                       float concat[restrict 2][2][256])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 256; j++)
            concat[i][0][j] = t[i][0][j];
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 256; j++)
            concat[i][1][j] = x[i][0][j];
}

/* 54  ddconcat = pad(1)
 *     ddlinear1 = ddconcat linear1_weight
 *     tanh = tanh(concat linear1_weight + linear1_bias)
 *     ddtanh = ddlinear1 * (1 - tanh * tanh)                     pinn_burgers.lua:23 */
MF_APART
static void k54_ddtanh(const float linear1_weight[restrict 2][20],
                       const float concat[restrict 2][2][256],
                       const float linear1_bias[restrict 20],
                       float ddlinear1[restrict 2][20][256],
                       float tanh[restrict 2][20][256],
                       float ddtanh[restrict 2][20][256])
{
    for (int i = 0; i < 2; i++) {
        float ddconcat[2][256];
        for (int j = 0; j < 256; j++)
            ddconcat[0][j] = 0.0f;
        for (int j = 0; j < 256; j++)
            ddconcat[1][j] = 1.0f;
        for (int j = 0; j < 20; j++) {
            float acc[4][64] = {0};
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 64; m++) {
                        const float a = ddconcat[l][64 * k + m];
                        acc[k][m] = fmaf(a, linear1_weight[l][j], acc[k][m]);
                    }
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    ddlinear1[i][j][64 * k + l] = acc[k][l];
            float acc2[4][64] = {0};
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 64; m++) {
                        const float a = concat[i][l][64 * k + m];
                        acc2[k][m] = fmaf(a, linear1_weight[l][j], acc2[k][m]);
                    }
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = mf_tanhf(acc2[k][l] + linear1_bias[j]);
                    tanh[i][j][64 * k + l] = t;
                    const float t2 = ddlinear1[i][j][64 * k + l];
                    ddtanh[i][j][64 * k + l] = t2 * (1.0f - t * t);
                }
        }
    }
}

/* 55  dtanh = 1 linear9_weight'                                  pinn_burgers.lua:23 */
MF_APART
static void k55_dtanh(const float linear9_weight[restrict 20][1],
                      float dtanh[restrict 2][20][256])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 20; j++) {
            float acc[4][64] = {0};
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    acc[k][l] = fmaf(1.0f, linear9_weight[j][0], acc[k][l]);
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 64; l++)
                    dtanh[i][j][64 * k + l] = acc[k][l];
        }
}

/* 56  ddlinear2 = ddtanh linear2_weight                          pinn_burgers.lua:23 */
MF_APART
static void k56_ddlinear2(MfPlan *plan, const float linear2_weight[restrict 20][20],
                          const float ddtanh[restrict 2][20][256],
                          float ddlinear2[restrict 2][20][256])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            float acc[20][64];
            mf_productf(plan, &linear2_weight[0][0], &ddtanh[i][0][64 * j], acc[0], 64);
            for (int k = 0; k < 20; k++)
                for (int l = 0; l < 64; l++)
                    ddlinear2[i][k][64 * j + l] = acc[k][l];
        }
}

/* 57  tanh (in tanh2) = tanh(tanh linear2_weight + linear2_bias)
 *     ddtanh = ddlinear2 * (1 - tanh * tanh)                     pinn_burgers.lua:23 */
MF_APART
static void k57_ddtanh(MfPlan *plan, const float linear2_weight[restrict 20][20],
                       const float tanh[restrict 2][20][256],
                       const float linear2_bias[restrict 20],
                       const float ddlinear2[restrict 2][20][256],
                       float tanh2[restrict 2][20][256],
                       float ddtanh[restrict 2][20][256])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            float acc[20][64];
            mf_productf(plan, &linear2_weight[0][0], &tanh[i][0][64 * j], acc[0], 64);
            for (int k = 0; k < 20; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = mf_tanhf(acc[k][l] + linear2_bias[k]);
                    tanh2[i][k][64 * j + l] = t;
                    const float t2 = ddlinear2[i][k][64 * j + l];
                    ddtanh[i][k][64 * j + l] = t2 * (1.0f - t * t);
                }
        }
}

/* 58  tanh (in tanh2) = tanh(tanh linear6_weight +
 *         linear6_bias)                                          pinn_burgers.lua:23 */
MF_APART
static void k58_tanh(MfPlan *plan, const float linear6_weight[restrict 20][20],
                     const float tanh[restrict 2][20][256],
                     const float linear6_bias[restrict 20],
                     float tanh2[restrict 2][20][256])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            float acc[20][64];
            mf_productf(plan, &linear6_weight[0][0], &tanh[i][0][64 * j], acc[0], 64);
            for (int k = 0; k < 20; k++)
                for (int l = 0; l < 64; l++)
                    tanh2[i][k][64 * j + l] = mf_tanhf(acc[k][l] + linear6_bias[k]);
        }
}

/* 59  ddlinear6 = ddtanh linear6_weight
 *     ddtanh (in ddtanh2) = ddlinear6 * (1 - tanh * tanh)        pinn_burgers.lua:23 */
MF_APART
static void k59_ddtanh(MfPlan *plan, const float linear6_weight[restrict 20][20],
                       const float ddtanh[restrict 2][20][256],
                       const float tanh[restrict 2][20][256],
                       float ddlinear6[restrict 2][20][256],
                       float ddtanh2[restrict 2][20][256])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            float acc[20][64];
            mf_productf(plan, &linear6_weight[0][0], &ddtanh[i][0][64 * j], acc[0], 64);
            for (int k = 0; k < 20; k++)
                for (int l = 0; l < 64; l++) {
                    const float ddlinear6_2 = acc[k][l];
                    ddlinear6[i][k][64 * j + l] = ddlinear6_2;
                    const float t = tanh[i][k][64 * j + l] * tanh[i][k][64 * j + l];
                    ddtanh2[i][k][64 * j + l] = ddlinear6_2 * (1.0f - t);
                }
        }
}

/* 60  dlinear8 (in dtanh) = (-(ddtanh linear8_weight * dtanh * tanh) - ddtanh
 *         linear8_weight * dtanh * tanh) * (1 - tanh * tanh)     pinn_burgers.lua:23 */
MF_APART
static void k60_dlinear8(MfPlan *plan, const float linear8_weight[restrict 20][20],
                         const float ddtanh[restrict 2][20][256],
                         const float tanh[restrict 2][20][256],
                         float dtanh[restrict 2][20][256])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            float acc[20][64];
            mf_productf(plan, &linear8_weight[0][0], &ddtanh[i][0][64 * j], acc[0], 64);
            for (int k = 0; k < 20; k++)
                for (int l = 0; l < 64; l++) {
                    const float dsub = acc[k][l] * dtanh[i][k][64 * j + l];
                    const float t = dsub * tanh[i][k][64 * j + l];
                    const float t2 = tanh[i][k][64 * j + l] * tanh[i][k][64 * j + l];
                    dtanh[i][k][64 * j + l] = (-t - t) * (1.0f - t2);
                }
        }
}

/* 61  dtanh = dlinear8 linear8_weight'
 *     dlinear7 = dtanh * (1 - tanh * tanh)                       pinn_burgers.lua:23 */
MF_APART
static void k61_dlinear7(MfPlan *plan, const float linear8_weight[restrict 20][20],
                         const float dlinear8[restrict 2][20][256],
                         const float tanh[restrict 2][20][256],
                         float dtanh[restrict 2][20][256],
                         float dlinear7[restrict 2][20][256])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            float acc[20][64];
            mf_productf(plan, &linear8_weight[0][0], &dlinear8[i][0][64 * j], acc[0],
                        64);
            for (int k = 0; k < 20; k++)
                for (int l = 0; l < 64; l++) {
                    const float dtanh2 = acc[k][l];
                    dtanh[i][k][64 * j + l] = dtanh2;
                    const float t = tanh[i][k][64 * j + l] * tanh[i][k][64 * j + l];
                    dlinear7[i][k][64 * j + l] = dtanh2 * (1.0f - t);
                }
        }
}

/* 62  dlinear7 (in ddlinear7) = (-(ddlinear7 * dtanh * tanh) - ddlinear7 * dtanh * tanh
 *         + dlinear8 linear8_weight') * (1 - tanh * tanh)        pinn_burgers.lua:23 */
MF_APART
static void k62_dlinear7(MfPlan *plan, const float linear8_weight[restrict 20][20],
                         const float dlinear8[restrict 2][20][256],
                         const float dtanh[restrict 2][20][256],
                         const float tanh[restrict 2][20][256],
                         float ddlinear7[restrict 2][20][256])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++) {
            float acc[20][64];
            mf_productf(plan, &linear8_weight[0][0], &dlinear8[i][0][64 * j], acc[0],
                        64);
            for (int k = 0; k < 20; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = ddlinear7[i][k][64 * j + l];
                    const float dsub = t * dtanh[i][k][64 * j + l];
                    const float t2 = dsub * tanh[i][k][64 * j + l];
                    const float t3 = tanh[i][k][64 * j + l] * tanh[i][k][64 * j + l];
                    ddlinear7[i][k][64 * j + l] = (-t2 - t2 + acc[k][l]) * (1.0f - t3);
                }
        }
}

/* 63  dconcat = dlinear1 linear1_weight'                         pinn_burgers.lua:23 */
static void k63_dconcat(const float dlinear1[restrict 2][20][256],
                        const float linear1_weight[restrict 2][20],
                        float dconcat[restrict 2][2][256])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 4; k++) {
                float acc[64] = {0};
                for (int l = 0; l < 20; l++)
                    for (int m = 0; m < 64; m++) {
                        const float a = dlinear1[i][l][64 * k + m];
                        acc[m] = fmaf(a, linear1_weight[j][l], acc[m]);
                    }
                for (int l = 0; l < 64; l++)
                    dconcat[i][j][64 * k + l] = acc[l];
            }
}

/* 64  dconcat = dlinear1 linear1_weight'
 *     u_t = dconcat[:, 0:1, :]
 *     u_x = dconcat[:, 1:2, :]
 *     u_xx = dconcat[:, 1:2, :]                                  pinn_burgers.lua:23
 *     residual = u_t + (tanh linear9_weight + linear9_bias) *
 *         u_x - 0.0031831 * u_xx                                 pinn_burgers.lua:31
 *     square = residual * residual                               pinn_burgers.lua:49 */
MF_APART
static void k64_square(const float dlinear1[restrict 2][20][256],
                       const float linear1_weight[restrict 2][20],
                       const float tanh[restrict 2][20][256],
                       const float linear9_weight[restrict 20][1],
                       const float dconcat[restrict 2][2][256],
                       const float linear9_bias[restrict 1],
                       float square[restrict 2][1][256])
{
    for (int i = 0; i < 2; i++) {
        float dconcat2[2][256];
        for (int j = 0; j < 2; j++)
            for (int k = 0; k < 4; k++) {
                float acc[64] = {0};
                for (int l = 0; l < 20; l++)
                    for (int m = 0; m < 64; m++) {
                        const float a = dlinear1[i][l][64 * k + m];
                        acc[m] = fmaf(a, linear1_weight[j][l], acc[m]);
                    }
                for (int l = 0; l < 64; l++)
                    dconcat2[j][64 * k + l] = acc[l];
            }
        for (int j = 0; j < 4; j++) {
            float acc[64] = {0};
            for (int k = 0; k < 20; k++)
                for (int l = 0; l < 64; l++)
                    acc[l] = fmaf(tanh[i][k][64 * j + l], linear9_weight[k][0], acc[l]);
            for (int k = 0; k < 64; k++) {
                const float t = 0.003183099f * dconcat2[1][64 * j + k];
                const float u_t = dconcat[i][0][64 * j + k];
                const float u_x = dconcat[i][1][64 * j + k];
                const float residual = u_t + (acc[k] + linear9_bias[0]) * u_x - t;
                square[i][0][64 * j + k] = residual * residual;
            }
        }
    }
}

/* 65  error = product + linear9_bias - data
 *     loss = sum(square) * 0.000976562 + sum(error * error) /
 *         96                                                     pinn_burgers.lua:49 */
static void k65_loss(const float square[restrict 1024][1],
                     const float product[restrict 1][1][96],
                     const float linear9_bias[restrict 1],
                     const float data[restrict 1][1][96], float *restrict loss)
{
    float acc = 0.0f;
    for (int i = 0; i < 1024; i++)
        acc += square[i][0];
    float acc2 = 0.0f;
    for (int i = 0; i < 96; i++) {
        const float error = product[0][0][i] + linear9_bias[0] - data[0][0][i];
        acc2 += error * error;
    }
    *loss = acc * 0.0009765625f + acc2 / 96.0f;
}

/* 66  concat = concat(t, x)                                      pinn_burgers.lua:23 */
static void k66_concat(const float t[restrict 1][1], const float x[restrict 1][1],
                       float concat[restrict 1][2])
{
    concat[0][0] = t[0][0];
    concat[0][1] = x[0][0];
}

/* 67  ddconcat = pad(1)                                          pinn_burgers.lua:23 */
static void k67_ddconcat(float ddconcat[restrict 1][2])
{
    ddconcat[0][0] = 0.0f;
    ddconcat[0][1] = 1.0f;
}

/* 68  ddlinear1 = ddconcat linear1_weight                        pinn_burgers.lua:23 */
static void k68_ddlinear1(const float ddconcat[restrict 1][2],
                          const float linear1_weight[restrict 2][20],
                          float ddlinear1[restrict 1][20])
{
    float acc[20] = {0};
    for (int i = 0; i < 2; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(ddconcat[0][i], linear1_weight[i][j], acc[j]);
        MF_ROLLED
        for (int j = 16; j < 20; j++)
            acc[j] = fmaf(ddconcat[0][i], linear1_weight[i][j], acc[j]);
    }
    for (int i = 0; i < 20; i++)
        ddlinear1[0][i] = acc[i];
}

/* 69  dtanh = 1 linear9_weight'                                  pinn_burgers.lua:23 */
static void k69_dtanh(const float linear9_weight[restrict 20][1],
                      float dtanh[restrict 1][20])
{
    float acc[20] = {0};
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        acc[i] = fmaf(1.0f, linear9_weight[i][0], acc[i]);
    MF_ROLLED
    for (int i = 16; i < 20; i++)
        acc[i] = fmaf(1.0f, linear9_weight[i][0], acc[i]);
    for (int i = 0; i < 20; i++)
        dtanh[0][i] = acc[i];
}

/* 70  tanh = tanh(concat linear1_weight + linear1_bias)
 *     ddtanh = ddlinear1 * (1 - tanh * tanh)                     pinn_burgers.lua:23 */
static void k70_ddtanh(const float concat[restrict 1][2],
                       const float linear1_weight[restrict 2][20],
                       const float linear1_bias[restrict 20],
                       const float ddlinear1[restrict 1][20],
                       float tanh[restrict 1][20], float ddtanh[restrict 1][20])
{
    float acc[20] = {0};
    for (int i = 0; i < 2; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(concat[0][i], linear1_weight[i][j], acc[j]);
        MF_ROLLED
        for (int j = 16; j < 20; j++)
            acc[j] = fmaf(concat[0][i], linear1_weight[i][j], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float t = mf_tanhf(acc[i] + linear1_bias[i]);
        tanh[0][i] = t;
        ddtanh[0][i] = ddlinear1[0][i] * (1.0f - t * t);
    }
    MF_ROLLED
    for (int i = 16; i < 20; i++) {
        const float t = mf_tanhf(acc[i] + linear1_bias[i]);
        tanh[0][i] = t;
        ddtanh[0][i] = ddlinear1[0][i] * (1.0f - t * t);
    }
}

/* 71  ddlinear2 = ddtanh linear2_weight                          pinn_burgers.lua:23 */
static void k71_ddlinear2(const float ddtanh[restrict 1][20],
                          const float linear2_weight[restrict 20][20],
                          float ddlinear2[restrict 1][20])
{
    float acc[20] = {0};
    for (int i = 0; i < 20; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(ddtanh[0][i], linear2_weight[i][j], acc[j]);
        MF_ROLLED
        for (int j = 16; j < 20; j++)
            acc[j] = fmaf(ddtanh[0][i], linear2_weight[i][j], acc[j]);
    }
    for (int i = 0; i < 20; i++)
        ddlinear2[0][i] = acc[i];
}

/* 72  tanh2 = tanh(tanh linear2_weight + linear2_bias)
 *     ddtanh = ddlinear2 * (1 - tanh2 * tanh2)                   pinn_burgers.lua:23 */
MF_APART
static void k72_ddtanh(const float tanh[restrict 1][20],
                       const float linear2_weight[restrict 20][20],
                       const float linear2_bias[restrict 20],
                       const float ddlinear2[restrict 1][20],
                       float tanh2[restrict 1][20], float ddtanh[restrict 1][20])
{
    float acc[20] = {0};
    for (int i = 0; i < 20; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(tanh[0][i], linear2_weight[i][j], acc[j]);
        MF_ROLLED
        for (int j = 16; j < 20; j++)
            acc[j] = fmaf(tanh[0][i], linear2_weight[i][j], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float t = mf_tanhf(acc[i] + linear2_bias[i]);
        tanh2[0][i] = t;
        ddtanh[0][i] = ddlinear2[0][i] * (1.0f - t * t);
    }
    MF_ROLLED
    for (int i = 16; i < 20; i++) {
        const float t = mf_tanhf(acc[i] + linear2_bias[i]);
        tanh2[0][i] = t;
        ddtanh[0][i] = ddlinear2[0][i] * (1.0f - t * t);
    }
}

/* 73  tanh2 = tanh(tanh linear6_weight + linear6_bias)           pinn_burgers.lua:23 */
MF_APART
static void k73_tanh(const float tanh[restrict 1][20],
                     const float linear6_weight[restrict 20][20],
                     const float linear6_bias[restrict 20], float tanh2[restrict 1][20])
{
    float acc[20] = {0};
    for (int i = 0; i < 20; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(tanh[0][i], linear6_weight[i][j], acc[j]);
        MF_ROLLED
        for (int j = 16; j < 20; j++)
            acc[j] = fmaf(tanh[0][i], linear6_weight[i][j], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        tanh2[0][i] = mf_tanhf(acc[i] + linear6_bias[i]);
    MF_ROLLED
    for (int i = 16; i < 20; i++)
        tanh2[0][i] = mf_tanhf(acc[i] + linear6_bias[i]);
}

/* 74  ddlinear6 = ddtanh linear6_weight
 *     ddtanh2 = ddlinear6 * (1 - tanh * tanh)                    pinn_burgers.lua:23 */
MF_APART
static void k74_ddtanh(const float ddtanh[restrict 1][20],
                       const float linear6_weight[restrict 20][20],
                       const float tanh[restrict 1][20],
                       float ddlinear6[restrict 1][20], float ddtanh2[restrict 1][20])
{
    float acc[20] = {0};
    for (int i = 0; i < 20; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(ddtanh[0][i], linear6_weight[i][j], acc[j]);
        MF_ROLLED
        for (int j = 16; j < 20; j++)
            acc[j] = fmaf(ddtanh[0][i], linear6_weight[i][j], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float ddlinear6_2 = acc[i];
        ddlinear6[0][i] = ddlinear6_2;
        ddtanh2[0][i] = ddlinear6_2 * (1.0f - tanh[0][i] * tanh[0][i]);
    }
    MF_ROLLED
    for (int i = 16; i < 20; i++) {
        const float ddlinear6_2 = acc[i];
        ddlinear6[0][i] = ddlinear6_2;
        ddtanh2[0][i] = ddlinear6_2 * (1.0f - tanh[0][i] * tanh[0][i]);
    }
}

/* 75  dlinear8 (in dtanh) = (-(ddtanh linear8_weight * dtanh * tanh) - ddtanh
 *         linear8_weight * dtanh * tanh) * (1 - tanh * tanh)     pinn_burgers.lua:23 */
MF_APART
static void k75_dlinear8(const float ddtanh[restrict 1][20],
                         const float linear8_weight[restrict 20][20],
                         const float tanh[restrict 1][20], float dtanh[restrict 1][20])
{
    float acc[20] = {0};
    for (int i = 0; i < 20; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(ddtanh[0][i], linear8_weight[i][j], acc[j]);
        MF_ROLLED
        for (int j = 16; j < 20; j++)
            acc[j] = fmaf(ddtanh[0][i], linear8_weight[i][j], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float t = acc[i] * dtanh[0][i] * tanh[0][i];
        dtanh[0][i] = (-t - t) * (1.0f - tanh[0][i] * tanh[0][i]);
    }
    MF_ROLLED
    for (int i = 16; i < 20; i++) {
        const float t = acc[i] * dtanh[0][i] * tanh[0][i];
        dtanh[0][i] = (-t - t) * (1.0f - tanh[0][i] * tanh[0][i]);
    }
}

/* 76  product = tanh linear9_weight                              pinn_burgers.lua:23 */
static void k76_product(const float tanh[restrict 1][20],
                        const float linear9_weight[restrict 20][1],
                        float product[restrict 1][1])
{
    float acc = 0.0f;
    for (int i = 0; i < 20; i++)
        acc = fmaf(tanh[0][i], linear9_weight[i][0], acc);
    product[0][0] = acc;
}

/* 77  dtanh = dlinear8 linear8_weight'
 *     dlinear7 = dtanh * (1 - tanh * tanh)                       pinn_burgers.lua:23 */
MF_APART
static void k77_dlinear7(const float dlinear8[restrict 1][20],
                         const float linear8_weight[restrict 20][20],
                         const float tanh[restrict 1][20], float dtanh[restrict 1][20],
                         float dlinear7[restrict 1][20])
{
    float acc[20] = {0};
    for (int i = 0; i < 20; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(dlinear8[0][i], linear8_weight[j][i], acc[j]);
        MF_ROLLED
        for (int j = 16; j < 20; j++)
            acc[j] = fmaf(dlinear8[0][i], linear8_weight[j][i], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float dtanh2 = acc[i];
        dtanh[0][i] = dtanh2;
        dlinear7[0][i] = dtanh2 * (1.0f - tanh[0][i] * tanh[0][i]);
    }
    MF_ROLLED
    for (int i = 16; i < 20; i++) {
        const float dtanh2 = acc[i];
        dtanh[0][i] = dtanh2;
        dlinear7[0][i] = dtanh2 * (1.0f - tanh[0][i] * tanh[0][i]);
    }
}

/* 78  dlinear7 (in ddlinear7) = (-(ddlinear7 * dtanh * tanh) - ddlinear7 * dtanh * tanh
 *         + dlinear8 linear8_weight') * (1 - tanh * tanh)        pinn_burgers.lua:23 */
MF_APART
static void k78_dlinear7(const float dlinear8[restrict 1][20],
                         const float linear8_weight[restrict 20][20],
                         const float dtanh[restrict 1][20],
                         const float tanh[restrict 1][20],
                         float ddlinear7[restrict 1][20])
{
    float acc[20] = {0};
    for (int i = 0; i < 20; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            acc[j] = fmaf(dlinear8[0][i], linear8_weight[j][i], acc[j]);
        MF_ROLLED
        for (int j = 16; j < 20; j++)
            acc[j] = fmaf(dlinear8[0][i], linear8_weight[j][i], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float t = ddlinear7[0][i] * dtanh[0][i] * tanh[0][i];
        ddlinear7[0][i] = (-t - t + acc[i]) * (1.0f - tanh[0][i] * tanh[0][i]);
    }
    MF_ROLLED
    for (int i = 16; i < 20; i++) {
        const float t = ddlinear7[0][i] * dtanh[0][i] * tanh[0][i];
        ddlinear7[0][i] = (-t - t + acc[i]) * (1.0f - tanh[0][i] * tanh[0][i]);
    }
}

/* 79  dconcat = dlinear1 linear1_weight'                         pinn_burgers.lua:23 */
static void k79_dconcat(const float dlinear1[restrict 1][20],
                        const float linear1_weight[restrict 2][20],
                        float dconcat[restrict 1][2])
{
    float acc[2] = {0};
    for (int i = 0; i < 20; i++)
        for (int j = 0; j < 2; j++)
            acc[j] = fmaf(dlinear1[0][i], linear1_weight[j][i], acc[j]);
    for (int i = 0; i < 2; i++)
        dconcat[0][i] = acc[i];
}

/* 80  u_t = dconcat[:, 0:1]
 *     u = product2 + linear9_bias
 *     u_x = dconcat[:, 1:2]
 *     u_xx = dconcat2[:, 1:2]                                    pinn_burgers.lua:23
 *     residual = u_t + u * u_x - 0.0031831 * u_xx                pinn_burgers.lua:31
 *     error = product + linear9_bias - data
 *     loss = residual * residual + sum(error * error) / 96       pinn_burgers.lua:49 */
static void k80_loss(const float product[restrict 1][1][96],
                     const float linear9_bias[restrict 1],
                     const float data[restrict 1][1][96],
                     const float dconcat[restrict 1][2],
                     const float product2[restrict 1][1],
                     const float dconcat2[restrict 1][2], float *restrict loss)
{
    float acc = 0.0f;
    for (int i = 0; i < 96; i++) {
        const float error = product[0][0][i] + linear9_bias[0] - data[0][0][i];
        acc += error * error;
    }
    const float u = product2[0][0] + linear9_bias[0];
    const float t = dconcat[0][0] + u * dconcat[0][1];
    const float residual = t - 0.003183099f * dconcat2[0][1];
    *loss = residual * residual + acc / 96.0f;
}

/* 81  u = tanh linear9_weight + linear9_bias                     pinn_burgers.lua:23 */
static void k81_u(const float tanh[restrict 1][20],
                  const float linear9_weight[restrict 20][1],
                  const float linear9_bias[restrict 1], float u[restrict 1][1])
{
    float acc = 0.0f;
    for (int i = 0; i < 20; i++)
        acc = fmaf(tanh[0][i], linear9_weight[i][0], acc);
    u[0][0] = acc + linear9_bias[0];
}

/* 82  u_t = dconcat[:, 0:1]                                      pinn_burgers.lua:23 */
static void k82_u_t(const float dconcat[restrict 1][2], float u_t[restrict 1][1])
{
    u_t[0][0] = dconcat[0][0];
}

/* 83  u_x = dconcat[:, 1:2]                                      pinn_burgers.lua:23 */
static void k83_u_x(const float dconcat[restrict 1][2], float u_x[restrict 1][1])
{
    u_x[0][0] = dconcat[0][1];
}

/* 84  residual = u_t + u * u_x - 0.0031831 * u_xx                pinn_burgers.lua:31 */
static void k84_residual(const float u_t[restrict 1][1], const float u[restrict 1][1],
                         const float u_x[restrict 1][1],
                         const float u_xx[restrict 1][1], float residual[restrict 1][1])
{
    residual[0][0] = u_t[0][0] + u[0][0] * u_x[0][0] - 0.003183099f * u_xx[0][0];
}

/* 85  linear1_weight = 0.301511 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *         uniform()))                                            pinn_burgers.lua:16 */
static void k85_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2, float linear1_weight[restrict 40])
{
    float u[40];
    mf_uniform_rowf(seed, stream, step, 0, 40, u);
    float u2[40];
    mf_uniform_rowf(seed, stream2, step, 0, 40, u2);
    for (int i = 0; i < 40; i++) {
        const float t = sqrtf(-2.0f * mf_log1pf(-u[i]));
        const float t2 = t * mf_cosf(6.2831855f * u2[i]);
        linear1_weight[i] = 0.30151135f * t2;
    }
}

/* 86  linear2_weight = 0.223607 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *         uniform()))                                            pinn_burgers.lua:18 */
MF_APART
static void k86_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2, float linear2_weight[restrict 400])
{
    float u[400];
    mf_uniform_rowf(seed, stream, step, 0, 400, u);
    float u2[400];
    mf_uniform_rowf(seed, stream2, step, 0, 400, u2);
    for (int i = 0; i < 400; i++) {
        const float t = sqrtf(-2.0f * mf_log1pf(-u[i]));
        const float t2 = t * mf_cosf(6.2831855f * u2[i]);
        linear2_weight[i] = 0.2236068f * t2;
    }
}

/* 87  mul = sqrt(-2 * log1p(-uniform())) * cos(6.28319 * uniform())
 *     linear9_weight = 0.308607 * mul                            pinn_burgers.lua:20 */
static void k87_linear9_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2, float linear9_weight[restrict 20][1])
{
    for (int i = 0; i < 20; i++) {
        const float t = 6.2831855f * mf_uniformf(seed, stream2, step, (uint64_t)i);
        const float t2 = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)i));
        const float mul = sqrtf(-2.0f * t2) * mf_cosf(t);
        linear9_weight[i][0] = 0.3086067f * mul;
    }
}

/* gcc warns where rows become const rows, as C allows since C23, and where arrays
 * share memory in a union. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wstringop-overflow"
#pragma GCC diagnostic ignored "-Wstringop-overread"
#endif

/* Initial values of everything, drawn from the seed. */
void pinn_burgers_init(PinnBurgers *net, uint64_t seed)
{
    memset(net, 0, offsetof(PinnBurgers, work));
    net->seed = seed;
    k85_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, 0x7f018379fddf372fu,
                       (float *)net->linear1_weight);
    k86_linear2_weight(net->step, net->seed, 0xb9800f9db6736de7u, 0x98806bfa11b20ff3u,
                       (float *)net->block[0].linear2_weight);
    k86_linear2_weight(net->step, net->seed, 0xdc0755dd0e317fe0u, 0xab60295f7bebb0f1u,
                       (float *)net->block[1].linear2_weight);
    k86_linear2_weight(net->step, net->seed, 0xb04297c53c5008bau, 0x4d0194f5fc72826bu,
                       (float *)net->block[2].linear2_weight);
    k86_linear2_weight(net->step, net->seed, 0x149eb5010972c4eau, 0xaf00080be804b25eu,
                       (float *)net->block[3].linear2_weight);
    k86_linear2_weight(net->step, net->seed, 0x79ef3c2dc1dd66f8u, 0x6177670d761be2f4u,
                       (float *)net->block[4].linear2_weight);
    k86_linear2_weight(net->step, net->seed, 0x4b56c098fe3d3d6eu, 0x64dd5254b314eb9au,
                       (float *)net->block[5].linear2_weight);
    k86_linear2_weight(net->step, net->seed, 0xcfa53ae04f1d2f5u, 0x2804db7db72f0574u,
                       (float *)net->block[6].linear2_weight);
    net->total_steps = 5000.0f;
    net->beta1 = 0.9f;
    net->beta2 = 0.999f;
    net->eps = 1e-08f;
    k87_linear9_weight(net->step, net->seed, 0x6c15a562184661c7u, 0xf2dd609851af961u,
                       net->linear9_weight);
}

/* One step: forward, backward, update; returns the loss before it. */
float pinn_burgers_step(PinnBurgers *net, const float t[restrict 1024][1],
                        const float x[restrict 1024][1])
{
    float loss, rate, root, linear9_bias_sum;
    union PinnBurgersStep *w = &net->work.step;
    static const MfAxis rows[] = {{20, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{20, 20, 256}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{20, 20}};
    static const MfTerm terms2[] = {{20, 1, 256}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns, 1, terms2);
    static const MfAxis rows3[] = {{1, 0}};
    static const MfAxis columns2[] = {{20, 256}};
    static const MfTerm terms3[] = {{256, 0, 1}};
    MfPlan plan3;
    mf_planf(&plan3, 1, rows3, 1, columns2, 1, terms3);
    static const MfTerm terms4[] = {{256, 1, 1}};
    MfPlan plan4;
    mf_planf(&plan4, 1, rows3, 1, columns2, 1, terms4);
    static const MfAxis rows4[] = {{2, 256}};
    MfPlan plan5;
    mf_planf(&plan5, 1, rows4, 1, columns2, 1, terms4);
    k1_rate(net->step, net->total_steps, net->beta1, &rate);
    k2_root(net->beta2, net->step, &root);
    /* forward */
    k3_concat((const float(*)[1][96])const_time, (const float(*)[1][96])const_place,
              w->concat2);
    k4_tanh(w->concat2, net->linear1_weight, net->block[0].linear1_bias, w->tanh4);
    k5_tanh(net->block[0].linear2_weight, w->tanh4, net->block[1].linear1_bias,
            w->tanh2[0]);
    k5_tanh(net->block[1].linear2_weight, w->tanh2[0], net->block[2].linear1_bias,
            w->tanh2[1]);
    k5_tanh(net->block[2].linear2_weight, w->tanh2[1], net->block[3].linear1_bias,
            w->tanh2[2]);
    k5_tanh(net->block[3].linear2_weight, w->tanh2[2], net->block[4].linear1_bias,
            w->tanh2[3]);
    k5_tanh(net->block[4].linear2_weight, w->tanh2[3], net->block[5].linear1_bias,
            w->tanh2[4]);
    k5_tanh(net->block[5].linear2_weight, w->tanh2[4], net->block[6].linear1_bias,
            w->tanh5);
    k5_tanh(net->block[6].linear2_weight, w->tanh5, net->linear8_bias, w->tanh6);
    /* forward and backward */
    k6_don(w->tanh6, net->linear9_weight, net->linear9_bias,
           (const float(*)[1][96])const_data, w->error, w->don);
    /* backward, and the update of what is done */
    k7_dlinear8(w->don, net->linear9_weight, w->tanh6, w->dlinear8);
    k8_dlinear7(net->block[6].linear2_weight, w->dlinear8, w->tanh5, w->dlinear3[0]);
    k8_dlinear7(net->block[5].linear2_weight, w->dlinear3[0], w->tanh2[4],
                w->dlinear3[1]);
    k8_dlinear7(net->block[4].linear2_weight, w->dlinear3[1], w->tanh2[3],
                w->dlinear3[2]);
    k8_dlinear7(net->block[3].linear2_weight, w->dlinear3[2], w->tanh2[2],
                w->dlinear3[3]);
    k8_dlinear7(net->block[2].linear2_weight, w->dlinear3[3], w->tanh2[1],
                w->dlinear3[4]);
    k8_dlinear7(net->block[1].linear2_weight, w->dlinear3[4], w->tanh2[0],
                w->dlinear3[5]);
    k8_dlinear7(net->block[0].linear2_weight, w->dlinear3[5], w->tanh4, w->dlinear1_3);
    linear9_bias_sum = 0.0f;
    k9_linear8_bias_start(w->linear8_bias_sum);
    k10_linear9_weight_start(w->linear9_weight_sum, w->linear9_weight_sum2);
    for (int i = 0; i < 6; i++) {
        k9_linear8_bias_start(w->linear7_bias_sum[i]);
        k11_linear8_weight_start(w->linear8_weight_sum[i], w->linear8_weight_sum2[i],
                                 w->linear8_weight_sum3[i], w->linear8_weight_sum4[i]);
    }
    k12_linear1_weight_start(w->linear1_weight_sum, w->linear1_weight_sum2,
                             w->linear1_weight_sum3, w->linear1_weight_sum4);
    k9_linear8_bias_start(w->linear1_bias_sum);
    k11_linear8_weight_start(w->linear2_weight_sum, w->linear2_weight_sum2,
                             w->linear2_weight_sum3, w->linear2_weight_sum4);
    for (int row = 0; row < 4; row += 1) {
        /* forward */
        k13_concat(&((const float(*)[1][256])t)[row], &((const float(*)[1][256])x)[row],
                   w->concat);
        k14_ddtanh(net->linear1_weight, w->concat, net->block[0].linear1_bias,
                   w->ddconcat, w->ddlinear[0], w->tanh[0], w->ddtanh4);
        k15_dtanh(net->linear9_weight, w->dtanh3);
        k16_ddlinear2(&plan, net->block[0].linear2_weight, w->ddtanh4, w->ddlinear[1]);
        k17_ddtanh(&plan, net->block[0].linear2_weight, w->tanh[0],
                   net->block[1].linear1_bias, w->ddlinear[1], w->tanh[1],
                   w->ddtanh2[0]);
        k16_ddlinear2(&plan, net->block[1].linear2_weight, w->ddtanh2[0],
                      w->ddlinear[2]);
        k17_ddtanh(&plan, net->block[1].linear2_weight, w->tanh[1],
                   net->block[2].linear1_bias, w->ddlinear[2], w->tanh[2],
                   w->ddtanh2[1]);
        k16_ddlinear2(&plan, net->block[2].linear2_weight, w->ddtanh2[1],
                      w->ddlinear[3]);
        k17_ddtanh(&plan, net->block[2].linear2_weight, w->tanh[2],
                   net->block[3].linear1_bias, w->ddlinear[3], w->tanh[3],
                   w->ddtanh2[2]);
        k16_ddlinear2(&plan, net->block[3].linear2_weight, w->ddtanh2[2],
                      w->ddlinear[4]);
        k17_ddtanh(&plan, net->block[3].linear2_weight, w->tanh[3],
                   net->block[4].linear1_bias, w->ddlinear[4], w->tanh[4],
                   w->ddtanh2[3]);
        k18_tanh(&plan, net->block[4].linear2_weight, w->tanh[4],
                 net->block[5].linear1_bias, w->tanh[5]);
        k18_tanh(&plan, net->block[5].linear2_weight, w->tanh[5],
                 net->block[6].linear1_bias, w->tanh[6]);
        k19_ddtanh(&plan, net->block[4].linear2_weight, w->ddtanh2[3], w->tanh[5],
                   w->ddlinear[5], w->ddtanh2[4]);
        k17_ddtanh(&plan, net->block[6].linear2_weight, w->tanh[6], net->linear8_bias,
                   w->dtanh3, w->tanh3, w->dlinear[0]);
        k20_u(w->tanh3, net->linear9_weight, net->linear9_bias, w->u);
        k19_ddtanh(&plan, net->block[5].linear2_weight, w->ddtanh2[4], w->tanh[6],
                   w->ddlinear7, w->ddtanh2[5]);
        k21_dlinear7(&plan2, net->block[6].linear2_weight, w->dlinear[0], w->tanh[6],
                     w->dtanh4, w->dlinear[1]);
        k21_dlinear7(&plan2, net->block[5].linear2_weight, w->dlinear[1], w->tanh[5],
                     w->dtanh[0], w->dlinear[2]);
        k21_dlinear7(&plan2, net->block[4].linear2_weight, w->dlinear[2], w->tanh[4],
                     w->dtanh[1], w->dlinear[3]);
        k21_dlinear7(&plan2, net->block[3].linear2_weight, w->dlinear[3], w->tanh[3],
                     w->dtanh[2], w->dlinear[4]);
        k21_dlinear7(&plan2, net->block[2].linear2_weight, w->dlinear[4], w->tanh[2],
                     w->dtanh[3], w->dlinear[5]);
        k21_dlinear7(&plan2, net->block[1].linear2_weight, w->dlinear[5], w->tanh[1],
                     w->dtanh[4], w->dlinear2_2);
        k21_dlinear7(&plan2, net->block[0].linear2_weight, w->dlinear2_2, w->tanh[0],
                     w->dtanh[5], w->dlinear1);
        k22_dconcat(w->dlinear1, net->linear1_weight, w->dconcat);
        k23_dlinear8(&plan, net->block[6].linear2_weight, w->ddtanh2[5], w->dtanh3,
                     w->tanh3, w->ddlinear8, w->dtanh5, w->dlinear2[0]);
        k24_dlinear7(&plan2, net->block[6].linear2_weight, w->dlinear2[0], w->ddlinear7,
                     w->dtanh4, w->tanh[6], w->dtanh6, w->dlinear2[1]);
        k24_dlinear7(&plan2, net->block[5].linear2_weight, w->dlinear2[1],
                     w->ddlinear[5], w->dtanh[0], w->tanh[5], w->dtanh2[0],
                     w->dlinear2[2]);
        k24_dlinear7(&plan2, net->block[4].linear2_weight, w->dlinear2[2],
                     w->ddlinear[4], w->dtanh[1], w->tanh[4], w->dtanh2[1],
                     w->dlinear2[3]);
        k24_dlinear7(&plan2, net->block[3].linear2_weight, w->dlinear2[3],
                     w->ddlinear[3], w->dtanh[2], w->tanh[3], w->dtanh2[2],
                     w->dlinear2[4]);
        k24_dlinear7(&plan2, net->block[2].linear2_weight, w->dlinear2[4],
                     w->ddlinear[2], w->dtanh[3], w->tanh[2], w->dtanh2[3],
                     w->dlinear2[5]);
        k24_dlinear7(&plan2, net->block[1].linear2_weight, w->dlinear2[5],
                     w->ddlinear[1], w->dtanh[4], w->tanh[1], w->dtanh2[4],
                     w->dlinear2_3);
        k24_dlinear7(&plan2, net->block[0].linear2_weight, w->dlinear2_3,
                     w->ddlinear[0], w->dtanh[5], w->tanh[0], w->dtanh2[5],
                     w->dlinear1_2);
        /* forward and backward */
        k25_du(w->dlinear1_2, net->linear1_weight, w->dconcat, w->u, &w->square[row],
               w->dresidual, w->ddconcat2, w->du);
        /* backward, and the update of what is done */
        k26_ddconcat(w->dresidual, w->u, w->ddconcat3);
        k27_linear9_bias_add(const_data2, w->du, &linear9_bias_sum);
        k28_ddtanh(w->ddconcat3, net->linear1_weight, w->ddconcat2, w->tanh[0],
                   w->ddlinear[0], w->ddlinear1, w->ddlinear2[0], w->ddtanh[0],
                   w->ddmul, w->ddtanh5);
        k16_ddlinear2(&plan, net->block[0].linear2_weight, w->ddtanh5, w->ddlinear2_2);
        k29_ddtanh(&plan, net->block[0].linear2_weight, w->ddtanh[0], w->tanh[1],
                   w->ddlinear2_2, w->ddlinear[1], w->ddlinear2[1], w->ddtanh[1],
                   w->ddmul2, w->ddtanh3[0]);
        k16_ddlinear2(&plan, net->block[1].linear2_weight, w->ddtanh3[0], w->ddlinear3);
        k29_ddtanh(&plan, net->block[1].linear2_weight, w->ddtanh[1], w->tanh[2],
                   w->ddlinear3, w->ddlinear[2], w->ddlinear2[2], w->ddtanh[2],
                   w->ddmul3, w->ddtanh3[1]);
        k30_ddmul(&plan, net->block[2].linear2_weight, w->ddtanh[2], w->tanh[3],
                  w->ddlinear2[3], w->ddtanh[3], w->ddmul4);
        k30_ddmul(&plan, net->block[3].linear2_weight, w->ddtanh[3], w->tanh[4],
                  w->ddlinear2[4], w->ddtanh[4], w->ddmul5);
        k30_ddmul(&plan, net->block[4].linear2_weight, w->ddtanh[4], w->tanh[5],
                  w->ddlinear2[5], w->ddtanh[5], w->ddmul6);
        k30_ddmul(&plan, net->block[5].linear2_weight, w->ddtanh[5], w->tanh[6],
                  w->ddlinear7_2, w->ddtanh[6], w->ddmul7);
        k31_mul(&plan, net->block[6].linear2_weight, w->ddtanh[6], w->tanh3, w->dtanh3,
                w->ddlinear8_2, w->ddtanh6, w->ddmul8, w->mul[0]);
        k32_dddlinear7(&plan2, net->block[6].linear2_weight, w->mul[0], w->tanh[6],
                       w->ddmul7, w->dtanh4, w->product, w->mul[1]);
        k33_dddlinear6(&plan2, net->block[5].linear2_weight, w->mul[1], w->tanh[5],
                       w->ddmul6, w->dtanh[0], w->dddtanh, w->mul[2]);
        k33_dddlinear6(&plan2, net->block[4].linear2_weight, w->mul[2], w->tanh[4],
                       w->ddmul5, w->dtanh[1], w->dddtanh2, w->mul[3]);
        k33_dddlinear6(&plan2, net->block[3].linear2_weight, w->mul[3], w->tanh[3],
                       w->ddmul4, w->dtanh[2], w->dddtanh3, w->mul[4]);
        k34_mul(&plan2, net->block[2].linear2_weight, w->mul[4], w->tanh[2],
                w->dtanh[3], w->ddlinear[2], w->ddmul3, w->ddlinear3);
        k35_ddtanh(&plan, net->block[2].linear2_weight, w->ddtanh3[1], w->ddlinear[3],
                   w->dtanh[2], w->tanh[3], w->dddtanh3, w->ddmul4);
        k34_mul(&plan2, net->block[1].linear2_weight, w->ddmul3, w->tanh[1],
                w->dtanh[4], w->ddlinear[1], w->ddmul2, w->ddlinear2_2);
        k35_ddtanh(&plan, net->block[3].linear2_weight, w->ddmul4, w->ddlinear[4],
                   w->dtanh[1], w->tanh[4], w->dddtanh2, w->ddmul5);
        k34_mul(&plan2, net->block[0].linear2_weight, w->ddmul2, w->tanh[0],
                w->dtanh[5], w->ddlinear[0], w->ddmul, w->ddlinear1);
        k35_ddtanh(&plan, net->block[4].linear2_weight, w->ddmul5, w->ddlinear[5],
                   w->dtanh[0], w->tanh[5], w->dddtanh, w->ddmul6);
        k36_ddtanh(&plan, net->block[5].linear2_weight, w->ddmul6, w->ddlinear7,
                   w->dtanh4, w->tanh[6], w->product, w->ddmul7);
        k37_ddtanh(&plan, net->block[6].linear2_weight, w->ddmul7, w->tanh3,
                   w->ddlinear8, w->ddlinear8_3, w->ddmul8);
        k38_dlinear8(w->du, net->linear9_weight, w->dtanh5, w->tanh3, w->ddtanh6,
                     w->ddlinear8, w->dtanh3, w->ddlinear8_3, w->ddlinear8_2);
        k39_dlinear7(&plan2, net->block[6].linear2_weight, w->ddlinear8_2, w->dtanh6,
                     w->tanh[6], w->ddtanh[6], w->ddlinear7, w->dtanh4, w->product,
                     w->ddlinear7_2);
        k40_linear8_bias_add(&plan3, const_data2, w->ddlinear8_2, w->linear8_bias_sum);
        k41_linear9_weight_add(&plan4, w->du, w->tanh3, w->ddmul8,
                               w->linear9_weight_sum, w->linear9_weight_sum2);
        /* clang-format off */
        const struct {
            float (*dlinear7)[20][256], (*mul)[20][256], (*mul2)[20][256],
                  (*ddtanh)[20][256], (*dlinear8)[20][256];
        } at3[6] = {
            {w->ddlinear7_2, w->dddtanh, w->mul[0], w->ddmul7, w->ddlinear8_2},
            {w->ddlinear2[5], w->dddtanh2, w->mul[1], w->ddmul6, w->ddlinear7_2},
            {w->ddlinear2[4], w->dddtanh3, w->mul[2], w->ddmul5, w->ddlinear2[5]},
            {w->ddlinear2[3], w->ddlinear3, w->mul[3], w->ddmul4, w->ddlinear2[4]},
            {w->ddlinear2[2], w->ddlinear2_2, w->mul[4], w->ddtanh3[1],
             w->ddlinear2[3]},
            {w->ddlinear2[1], w->ddlinear1, w->ddmul3, w->ddtanh3[0], w->ddlinear2[2]},
        };
        /* clang-format on */
        for (int i = 0; i < 6; i++) {
            k42_dlinear6(&plan2, net->block[5 - i].linear2_weight, at3[i].dlinear7,
                         w->dtanh2[i], w->tanh[5 - i], w->ddtanh[5 - i],
                         w->ddlinear[5 - i], w->dtanh[i], at3[i].mul,
                         w->ddlinear2[5 - i]);
            k40_linear8_bias_add(&plan3, const_data2, at3[i].dlinear7,
                                 w->linear7_bias_sum[i]);
            k43_linear8_weight_add(w->ddtanh[6 - i], w->dlinear2[i], w->ddtanh2[5 - i],
                                   at3[i].mul2, at3[i].ddtanh, w->dlinear[i],
                                   w->tanh[6 - i], at3[i].dlinear8,
                                   w->linear8_weight_sum[i], w->linear8_weight_sum2[i],
                                   w->linear8_weight_sum3[i],
                                   w->linear8_weight_sum4[i]);
        }
        k44_linear1_weight_add(&plan5, w->ddconcat2, w->dlinear1_2, w->ddconcat,
                               w->ddmul, w->ddconcat3, w->dlinear1, w->concat,
                               w->ddlinear2[0], w->linear1_weight_sum,
                               w->linear1_weight_sum2, w->linear1_weight_sum3,
                               w->linear1_weight_sum4);
        k40_linear8_bias_add(&plan3, const_data2, w->ddlinear2[0], w->linear1_bias_sum);
        k43_linear8_weight_add(w->ddtanh[0], w->dlinear2_3, w->ddtanh4, w->ddmul2,
                               w->ddtanh5, w->dlinear2_2, w->tanh[0], w->ddlinear2[1],
                               w->linear2_weight_sum, w->linear2_weight_sum2,
                               w->linear2_weight_sum3, w->linear2_weight_sum4);
    }
    /* the loss */
    k45_loss((float(*)[1])w->square, w->error, &loss);
    /* backward, and the update of what is done */
    k46_linear9_bias(const_data2, w->don, linear9_bias_sum, net->beta1, net->beta2,
                     rate, root, net->eps, net->adam_m_linear9_bias,
                     net->adam_v_linear9_bias, net->linear9_bias);
    k47_linear8_bias(const_data2, w->dlinear8, w->linear8_bias_sum, net->beta1,
                     net->beta2, rate, root, net->eps, net->adam_m_linear8_bias,
                     net->adam_v_linear8_bias, net->linear8_bias);
    k48_linear9_weight(w->don, w->tanh6, w->linear9_weight_sum, w->linear9_weight_sum2,
                       net->beta1, net->beta2, rate, root, net->eps,
                       net->adam_m_linear9_weight, net->adam_v_linear9_weight,
                       net->linear9_weight);
    k47_linear8_bias(const_data2, w->dlinear3[0], w->linear7_bias_sum[0], net->beta1,
                     net->beta2, rate, root, net->eps,
                     net->state[6].adam_m_linear1_bias,
                     net->state[6].adam_v_linear1_bias, net->block[6].linear1_bias);
    k49_linear8_weight(w->tanh5, w->dlinear8, w->linear8_weight_sum[0],
                       w->linear8_weight_sum2[0], w->linear8_weight_sum3[0],
                       w->linear8_weight_sum4[0], net->beta1, net->beta2, rate, root,
                       net->eps, net->state[6].adam_m_linear2_weight,
                       net->state[6].adam_v_linear2_weight,
                       net->block[6].linear2_weight);
    for (int i = 0; i < 5; i++) {
        k47_linear8_bias(const_data2, w->dlinear3[i + 1], w->linear7_bias_sum[i + 1],
                         net->beta1, net->beta2, rate, root, net->eps,
                         net->state[5 - i].adam_m_linear1_bias,
                         net->state[5 - i].adam_v_linear1_bias,
                         net->block[5 - i].linear1_bias);
        k50_linear7_weight(w->tanh2[4 - i], w->dlinear3[i],
                           w->linear8_weight_sum[i + 1], w->linear8_weight_sum2[i + 1],
                           w->linear8_weight_sum3[i + 1], w->linear8_weight_sum4[i + 1],
                           net->beta1, net->beta2, rate, root, net->eps,
                           net->state[5 - i].adam_m_linear2_weight,
                           net->state[5 - i].adam_v_linear2_weight,
                           net->block[5 - i].linear2_weight);
    }
    k51_linear1_weight(w->concat2, w->dlinear1_3, w->linear1_weight_sum,
                       w->linear1_weight_sum2, w->linear1_weight_sum3,
                       w->linear1_weight_sum4, net->beta1, net->beta2, rate, root,
                       net->eps, net->adam_m_linear1_weight, net->adam_v_linear1_weight,
                       net->linear1_weight);
    k47_linear8_bias(const_data2, w->dlinear1_3, w->linear1_bias_sum, net->beta1,
                     net->beta2, rate, root, net->eps,
                     net->state[0].adam_m_linear1_bias,
                     net->state[0].adam_v_linear1_bias, net->block[0].linear1_bias);
    k50_linear7_weight(w->tanh4, w->dlinear3[5], w->linear2_weight_sum,
                       w->linear2_weight_sum2, w->linear2_weight_sum3,
                       w->linear2_weight_sum4, net->beta1, net->beta2, rate, root,
                       net->eps, net->state[0].adam_m_linear2_weight,
                       net->state[0].adam_v_linear2_weight,
                       net->block[0].linear2_weight);
    net->step++;
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float pinn_burgers_eval(PinnBurgers *net, const float t[restrict 1024][1],
                        const float x[restrict 1024][1])
{
    float loss;
    union PinnBurgersEval *w = &net->work.eval;
    static const MfAxis rows[] = {{20, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{20, 20, 256}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    static const MfAxis rows2[] = {{20, 20}};
    static const MfTerm terms2[] = {{20, 1, 256}};
    MfPlan plan2;
    mf_planf(&plan2, 1, rows2, 1, columns, 1, terms2);
    k3_concat((const float(*)[1][96])const_time, (const float(*)[1][96])const_place,
              w->concat);
    k4_tanh(w->concat, net->linear1_weight, net->block[0].linear1_bias, w->tanh);
    k5_tanh(net->block[0].linear2_weight, w->tanh, net->block[1].linear1_bias,
            w->tanh5);
    k5_tanh(net->block[1].linear2_weight, w->tanh5, net->block[2].linear1_bias,
            w->tanh2);
    k5_tanh(net->block[2].linear2_weight, w->tanh2, net->block[3].linear1_bias,
            w->tanh6);
    k5_tanh(net->block[3].linear2_weight, w->tanh6, net->block[4].linear1_bias,
            w->tanh3);
    k5_tanh(net->block[4].linear2_weight, w->tanh3, net->block[5].linear1_bias,
            w->tanh7);
    k5_tanh(net->block[5].linear2_weight, w->tanh7, net->block[6].linear1_bias,
            w->tanh4);
    k5_tanh(net->block[6].linear2_weight, w->tanh4, net->linear8_bias, w->tanh8);
    k52_product(w->tanh8, net->linear9_weight, w->product);
    for (int row = 0; row < 4; row += 2) {
        k53_concat(&((const float(*)[1][256])t)[row], &((const float(*)[1][256])x)[row],
                   w->concat2);
        k54_ddtanh(net->linear1_weight, w->concat2, net->block[0].linear1_bias,
                   w->ddlinear1, w->tanh9[6], w->ddtanh);
        k55_dtanh(net->linear9_weight, w->dtanh);
        k56_ddlinear2(&plan, net->block[0].linear2_weight, w->ddtanh, w->ddlinear[0]);
        k57_ddtanh(&plan, net->block[0].linear2_weight, w->tanh9[6],
                   net->block[1].linear1_bias, w->ddlinear[0], w->tanh9[5], w->ddtanh2);
        k56_ddlinear2(&plan, net->block[1].linear2_weight, w->ddtanh2, w->ddlinear[1]);
        k57_ddtanh(&plan, net->block[1].linear2_weight, w->tanh9[5],
                   net->block[2].linear1_bias, w->ddlinear[1], w->tanh9[4], w->ddtanh3);
        k56_ddlinear2(&plan, net->block[2].linear2_weight, w->ddtanh3, w->ddlinear[2]);
        k57_ddtanh(&plan, net->block[2].linear2_weight, w->tanh9[4],
                   net->block[3].linear1_bias, w->ddlinear[2], w->tanh9[3], w->ddtanh4);
        k56_ddlinear2(&plan, net->block[3].linear2_weight, w->ddtanh4, w->ddlinear[3]);
        k57_ddtanh(&plan, net->block[3].linear2_weight, w->tanh9[3],
                   net->block[4].linear1_bias, w->ddlinear[3], w->tanh9[2], w->ddtanh5);
        k58_tanh(&plan, net->block[4].linear2_weight, w->tanh9[2],
                 net->block[5].linear1_bias, w->tanh9[1]);
        k58_tanh(&plan, net->block[5].linear2_weight, w->tanh9[1],
                 net->block[6].linear1_bias, w->tanh9[0]);
        k59_ddtanh(&plan, net->block[4].linear2_weight, w->ddtanh5, w->tanh9[1],
                   w->ddlinear[4], w->ddtanh6);
        k59_ddtanh(&plan, net->block[5].linear2_weight, w->ddtanh6, w->tanh9[0],
                   w->ddlinear[5], w->ddtanh7);
        k57_ddtanh(&plan, net->block[6].linear2_weight, w->tanh9[0], net->linear8_bias,
                   w->dtanh, w->tanh10, w->dlinear[0]);
        k60_dlinear8(&plan, net->block[6].linear2_weight, w->ddtanh7, w->tanh10,
                     w->dtanh);
        k61_dlinear7(&plan2, net->block[6].linear2_weight, w->dlinear[0], w->tanh9[0],
                     w->dtanh2, w->dlinear[1]);
        k62_dlinear7(&plan2, net->block[6].linear2_weight, w->dtanh, w->dtanh2,
                     w->tanh9[0], w->ddlinear[5]);
        k61_dlinear7(&plan2, net->block[5].linear2_weight, w->dlinear[1], w->tanh9[1],
                     w->dtanh2, w->dlinear[2]);
        for (int i = 0; i < 5; i++) {
            k62_dlinear7(&plan2, net->block[5 - i].linear2_weight, w->ddlinear[5 - i],
                         w->dtanh2, w->tanh9[i + 1], w->ddlinear[4 - i]);
            k61_dlinear7(&plan2, net->block[4 - i].linear2_weight, w->dlinear[i + 2],
                         w->tanh9[i + 2], w->dtanh2, w->dlinear[i + 3]);
        }
        k63_dconcat(w->dlinear[7], net->linear1_weight, w->dconcat);
        k62_dlinear7(&plan2, net->block[0].linear2_weight, w->ddlinear[0], w->dtanh2,
                     w->tanh9[6], w->ddlinear1);
        k64_square(w->ddlinear1, net->linear1_weight, w->tanh10, net->linear9_weight,
                   w->dconcat, net->linear9_bias, &w->square[row]);
    }
    k65_loss((float(*)[1])w->square, w->product, net->linear9_bias,
             (const float(*)[1][96])const_data, &loss);
    return loss;
}

/* The same of a batch of one row. */
float pinn_burgers_eval_one(PinnBurgers *net, const float t[restrict 1][1],
                            const float x[restrict 1][1])
{
    float loss;
    union PinnBurgersEvalOne *w = &net->work.eval_one;
    k66_concat(t, x, w->concat);
    k67_ddconcat(w->ddconcat);
    k68_ddlinear1(w->ddconcat, net->linear1_weight, w->ddlinear1);
    k69_dtanh(net->linear9_weight, w->dtanh);
    k70_ddtanh(w->concat, net->linear1_weight, net->block[0].linear1_bias, w->ddlinear1,
               w->tanh6[6], w->ddtanh);
    k71_ddlinear2(w->ddtanh, net->block[0].linear2_weight, w->ddlinear[0]);
    k72_ddtanh(w->tanh6[6], net->block[0].linear2_weight, net->block[1].linear1_bias,
               w->ddlinear[0], w->tanh6[5], w->ddtanh2);
    k71_ddlinear2(w->ddtanh2, net->block[1].linear2_weight, w->ddlinear[1]);
    k72_ddtanh(w->tanh6[5], net->block[1].linear2_weight, net->block[2].linear1_bias,
               w->ddlinear[1], w->tanh6[4], w->ddtanh3);
    k71_ddlinear2(w->ddtanh3, net->block[2].linear2_weight, w->ddlinear[2]);
    k72_ddtanh(w->tanh6[4], net->block[2].linear2_weight, net->block[3].linear1_bias,
               w->ddlinear[2], w->tanh6[3], w->ddtanh4);
    k71_ddlinear2(w->ddtanh4, net->block[3].linear2_weight, w->ddlinear[3]);
    k72_ddtanh(w->tanh6[3], net->block[3].linear2_weight, net->block[4].linear1_bias,
               w->ddlinear[3], w->tanh6[2], w->ddtanh5);
    k73_tanh(w->tanh6[2], net->block[4].linear2_weight, net->block[5].linear1_bias,
             w->tanh6[1]);
    k73_tanh(w->tanh6[1], net->block[5].linear2_weight, net->block[6].linear1_bias,
             w->tanh6[0]);
    k74_ddtanh(w->ddtanh5, net->block[4].linear2_weight, w->tanh6[1], w->ddlinear[4],
               w->ddtanh6);
    k74_ddtanh(w->ddtanh6, net->block[5].linear2_weight, w->tanh6[0], w->ddlinear[5],
               w->ddtanh7);
    k72_ddtanh(w->tanh6[0], net->block[6].linear2_weight, net->linear8_bias, w->dtanh,
               w->tanh5, w->dlinear[0]);
    k75_dlinear8(w->ddtanh7, net->block[6].linear2_weight, w->tanh5, w->dtanh);
    k76_product(w->tanh5, net->linear9_weight, w->product2);
    k77_dlinear7(w->dlinear[0], net->block[6].linear2_weight, w->tanh6[0], w->dtanh2,
                 w->dlinear[1]);
    k78_dlinear7(w->dtanh, net->block[6].linear2_weight, w->dtanh2, w->tanh6[0],
                 w->ddlinear[5]);
    k77_dlinear7(w->dlinear[1], net->block[5].linear2_weight, w->tanh6[1], w->dtanh2,
                 w->dlinear[2]);
    for (int i = 0; i < 5; i++) {
        k78_dlinear7(w->ddlinear[5 - i], net->block[5 - i].linear2_weight, w->dtanh2,
                     w->tanh6[i + 1], w->ddlinear[4 - i]);
        k77_dlinear7(w->dlinear[i + 2], net->block[4 - i].linear2_weight,
                     w->tanh6[i + 2], w->dtanh2, w->dlinear[i + 3]);
    }
    k79_dconcat(w->dlinear[7], net->linear1_weight, w->dconcat);
    k78_dlinear7(w->ddlinear[0], net->block[0].linear2_weight, w->dtanh2, w->tanh6[6],
                 w->ddlinear1);
    k79_dconcat(w->ddlinear1, net->linear1_weight, w->dconcat2);
    k3_concat((const float(*)[1][96])const_time, (const float(*)[1][96])const_place,
              w->concat2);
    k4_tanh(w->concat2, net->linear1_weight, net->block[0].linear1_bias, w->tanh);
    k5_tanh(net->block[0].linear2_weight, w->tanh, net->block[1].linear1_bias,
            w->tanh7);
    k5_tanh(net->block[1].linear2_weight, w->tanh7, net->block[2].linear1_bias,
            w->tanh2);
    k5_tanh(net->block[2].linear2_weight, w->tanh2, net->block[3].linear1_bias,
            w->tanh8);
    k5_tanh(net->block[3].linear2_weight, w->tanh8, net->block[4].linear1_bias,
            w->tanh3);
    k5_tanh(net->block[4].linear2_weight, w->tanh3, net->block[5].linear1_bias,
            w->tanh9);
    k5_tanh(net->block[5].linear2_weight, w->tanh9, net->block[6].linear1_bias,
            w->tanh4);
    k5_tanh(net->block[6].linear2_weight, w->tanh4, net->linear8_bias, w->tanh10);
    k52_product(w->tanh10, net->linear9_weight, w->product);
    k80_loss(w->product, net->linear9_bias, (const float(*)[1][96])const_data,
             w->dconcat, w->product2, w->dconcat2, &loss);
    return loss;
}

/* The function `predict`. */
void pinn_burgers_predict(PinnBurgers *net, const float t[restrict 1][1],
                          const float x[restrict 1][1], float u[restrict 1][1],
                          float u_t[restrict 1][1], float u_x[restrict 1][1],
                          float u_xx[restrict 1][1], float residual[restrict 1][1])
{
    union PinnBurgersPredict *w = &net->work.predict;
    k66_concat(t, x, w->concat);
    k67_ddconcat(w->ddconcat);
    k68_ddlinear1(w->ddconcat, net->linear1_weight, w->ddlinear1);
    k69_dtanh(net->linear9_weight, w->dtanh);
    k70_ddtanh(w->concat, net->linear1_weight, net->block[0].linear1_bias, w->ddlinear1,
               w->tanh2[6], w->ddtanh);
    k71_ddlinear2(w->ddtanh, net->block[0].linear2_weight, w->ddlinear[0]);
    k72_ddtanh(w->tanh2[6], net->block[0].linear2_weight, net->block[1].linear1_bias,
               w->ddlinear[0], w->tanh2[5], w->ddtanh2);
    k71_ddlinear2(w->ddtanh2, net->block[1].linear2_weight, w->ddlinear[1]);
    k72_ddtanh(w->tanh2[5], net->block[1].linear2_weight, net->block[2].linear1_bias,
               w->ddlinear[1], w->tanh2[4], w->ddtanh3);
    k71_ddlinear2(w->ddtanh3, net->block[2].linear2_weight, w->ddlinear[2]);
    k72_ddtanh(w->tanh2[4], net->block[2].linear2_weight, net->block[3].linear1_bias,
               w->ddlinear[2], w->tanh2[3], w->ddtanh4);
    k71_ddlinear2(w->ddtanh4, net->block[3].linear2_weight, w->ddlinear[3]);
    k72_ddtanh(w->tanh2[3], net->block[3].linear2_weight, net->block[4].linear1_bias,
               w->ddlinear[3], w->tanh2[2], w->ddtanh5);
    k73_tanh(w->tanh2[2], net->block[4].linear2_weight, net->block[5].linear1_bias,
             w->tanh2[1]);
    k73_tanh(w->tanh2[1], net->block[5].linear2_weight, net->block[6].linear1_bias,
             w->tanh2[0]);
    k74_ddtanh(w->ddtanh5, net->block[4].linear2_weight, w->tanh2[1], w->ddlinear[4],
               w->ddtanh6);
    k74_ddtanh(w->ddtanh6, net->block[5].linear2_weight, w->tanh2[0], w->ddlinear[5],
               w->ddtanh7);
    k72_ddtanh(w->tanh2[0], net->block[6].linear2_weight, net->linear8_bias, w->dtanh,
               w->tanh, w->dlinear[0]);
    k81_u(w->tanh, net->linear9_weight, net->linear9_bias, u);
    k75_dlinear8(w->ddtanh7, net->block[6].linear2_weight, w->tanh, w->dtanh);
    k77_dlinear7(w->dlinear[0], net->block[6].linear2_weight, w->tanh2[0], w->dtanh2,
                 w->dlinear[1]);
    k78_dlinear7(w->dtanh, net->block[6].linear2_weight, w->dtanh2, w->tanh2[0],
                 w->ddlinear[5]);
    k77_dlinear7(w->dlinear[1], net->block[5].linear2_weight, w->tanh2[1], w->dtanh2,
                 w->dlinear[2]);
    for (int i = 0; i < 5; i++) {
        k78_dlinear7(w->ddlinear[5 - i], net->block[5 - i].linear2_weight, w->dtanh2,
                     w->tanh2[i + 1], w->ddlinear[4 - i]);
        k77_dlinear7(w->dlinear[i + 2], net->block[4 - i].linear2_weight,
                     w->tanh2[i + 2], w->dtanh2, w->dlinear[i + 3]);
    }
    k79_dconcat(w->dlinear[7], net->linear1_weight, w->dconcat);
    k78_dlinear7(w->ddlinear[0], net->block[0].linear2_weight, w->dtanh2, w->tanh2[6],
                 w->ddlinear1);
    k82_u_t(w->dconcat, u_t);
    k83_u_x(w->dconcat, u_x);
    k79_dconcat(w->ddlinear1, net->linear1_weight, w->dconcat2);
    k83_u_x(w->dconcat2, u_xx);
    k84_residual(u_t, u, u_x, u_xx, residual);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor pinn_burgers_tensors[] = {
    {"linear1.weight", MF_F32, MF_PARAM, 2, {2, 20}, offsetof(PinnBurgers, linear1_weight)},
    {"linear1.bias", MF_F32, MF_PARAM, 1, {20}, offsetof(PinnBurgers, block[0].linear1_bias)},
    {"linear2.weight", MF_F32, MF_PARAM, 2, {20, 20}, offsetof(PinnBurgers, block[0].linear2_weight)},
    {"linear2.bias", MF_F32, MF_PARAM, 1, {20}, offsetof(PinnBurgers, block[1].linear1_bias)},
    {"linear3.weight", MF_F32, MF_PARAM, 2, {20, 20}, offsetof(PinnBurgers, block[1].linear2_weight)},
    {"linear3.bias", MF_F32, MF_PARAM, 1, {20}, offsetof(PinnBurgers, block[2].linear1_bias)},
    {"linear4.weight", MF_F32, MF_PARAM, 2, {20, 20}, offsetof(PinnBurgers, block[2].linear2_weight)},
    {"linear4.bias", MF_F32, MF_PARAM, 1, {20}, offsetof(PinnBurgers, block[3].linear1_bias)},
    {"linear5.weight", MF_F32, MF_PARAM, 2, {20, 20}, offsetof(PinnBurgers, block[3].linear2_weight)},
    {"linear5.bias", MF_F32, MF_PARAM, 1, {20}, offsetof(PinnBurgers, block[4].linear1_bias)},
    {"linear6.weight", MF_F32, MF_PARAM, 2, {20, 20}, offsetof(PinnBurgers, block[4].linear2_weight)},
    {"linear6.bias", MF_F32, MF_PARAM, 1, {20}, offsetof(PinnBurgers, block[5].linear1_bias)},
    {"linear7.weight", MF_F32, MF_PARAM, 2, {20, 20}, offsetof(PinnBurgers, block[5].linear2_weight)},
    {"linear7.bias", MF_F32, MF_PARAM, 1, {20}, offsetof(PinnBurgers, block[6].linear1_bias)},
    {"linear8.weight", MF_F32, MF_PARAM, 2, {20, 20}, offsetof(PinnBurgers, block[6].linear2_weight)},
    {"linear8.bias", MF_F32, MF_PARAM, 1, {20}, offsetof(PinnBurgers, linear8_bias)},
    {"linear9.weight", MF_F32, MF_PARAM, 2, {20, 1}, offsetof(PinnBurgers, linear9_weight)},
    {"linear9.bias", MF_F32, MF_PARAM, 1, {1}, offsetof(PinnBurgers, linear9_bias)},
    {"adam.m.linear1.weight", MF_F32, MF_STATE, 2, {2, 20}, offsetof(PinnBurgers, adam_m_linear1_weight)},
    {"adam.v.linear1.weight", MF_F32, MF_STATE, 2, {2, 20}, offsetof(PinnBurgers, adam_v_linear1_weight)},
    {"adam.m.linear1.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, state[0].adam_m_linear1_bias)},
    {"adam.v.linear1.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, state[0].adam_v_linear1_bias)},
    {"adam.m.linear2.weight", MF_F32, MF_STATE, 2, {20, 20}, offsetof(PinnBurgers, state[0].adam_m_linear2_weight)},
    {"adam.v.linear2.weight", MF_F32, MF_STATE, 2, {20, 20}, offsetof(PinnBurgers, state[0].adam_v_linear2_weight)},
    {"adam.m.linear2.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, state[1].adam_m_linear1_bias)},
    {"adam.v.linear2.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, state[1].adam_v_linear1_bias)},
    {"adam.m.linear3.weight", MF_F32, MF_STATE, 2, {20, 20}, offsetof(PinnBurgers, state[1].adam_m_linear2_weight)},
    {"adam.v.linear3.weight", MF_F32, MF_STATE, 2, {20, 20}, offsetof(PinnBurgers, state[1].adam_v_linear2_weight)},
    {"adam.m.linear3.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, state[2].adam_m_linear1_bias)},
    {"adam.v.linear3.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, state[2].adam_v_linear1_bias)},
    {"adam.m.linear4.weight", MF_F32, MF_STATE, 2, {20, 20}, offsetof(PinnBurgers, state[2].adam_m_linear2_weight)},
    {"adam.v.linear4.weight", MF_F32, MF_STATE, 2, {20, 20}, offsetof(PinnBurgers, state[2].adam_v_linear2_weight)},
    {"adam.m.linear4.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, state[3].adam_m_linear1_bias)},
    {"adam.v.linear4.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, state[3].adam_v_linear1_bias)},
    {"adam.m.linear5.weight", MF_F32, MF_STATE, 2, {20, 20}, offsetof(PinnBurgers, state[3].adam_m_linear2_weight)},
    {"adam.v.linear5.weight", MF_F32, MF_STATE, 2, {20, 20}, offsetof(PinnBurgers, state[3].adam_v_linear2_weight)},
    {"adam.m.linear5.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, state[4].adam_m_linear1_bias)},
    {"adam.v.linear5.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, state[4].adam_v_linear1_bias)},
    {"adam.m.linear6.weight", MF_F32, MF_STATE, 2, {20, 20}, offsetof(PinnBurgers, state[4].adam_m_linear2_weight)},
    {"adam.v.linear6.weight", MF_F32, MF_STATE, 2, {20, 20}, offsetof(PinnBurgers, state[4].adam_v_linear2_weight)},
    {"adam.m.linear6.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, state[5].adam_m_linear1_bias)},
    {"adam.v.linear6.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, state[5].adam_v_linear1_bias)},
    {"adam.m.linear7.weight", MF_F32, MF_STATE, 2, {20, 20}, offsetof(PinnBurgers, state[5].adam_m_linear2_weight)},
    {"adam.v.linear7.weight", MF_F32, MF_STATE, 2, {20, 20}, offsetof(PinnBurgers, state[5].adam_v_linear2_weight)},
    {"adam.m.linear7.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, state[6].adam_m_linear1_bias)},
    {"adam.v.linear7.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, state[6].adam_v_linear1_bias)},
    {"adam.m.linear8.weight", MF_F32, MF_STATE, 2, {20, 20}, offsetof(PinnBurgers, state[6].adam_m_linear2_weight)},
    {"adam.v.linear8.weight", MF_F32, MF_STATE, 2, {20, 20}, offsetof(PinnBurgers, state[6].adam_v_linear2_weight)},
    {"adam.m.linear8.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, adam_m_linear8_bias)},
    {"adam.v.linear8.bias", MF_F32, MF_STATE, 1, {20}, offsetof(PinnBurgers, adam_v_linear8_bias)},
    {"adam.m.linear9.weight", MF_F32, MF_STATE, 2, {20, 1}, offsetof(PinnBurgers, adam_m_linear9_weight)},
    {"adam.v.linear9.weight", MF_F32, MF_STATE, 2, {20, 1}, offsetof(PinnBurgers, adam_v_linear9_weight)},
    {"adam.m.linear9.bias", MF_F32, MF_STATE, 1, {1}, offsetof(PinnBurgers, adam_m_linear9_bias)},
    {"adam.v.linear9.bias", MF_F32, MF_STATE, 1, {1}, offsetof(PinnBurgers, adam_v_linear9_bias)},
    {"total_steps", MF_F32, MF_SETTING, 0, {0}, offsetof(PinnBurgers, total_steps)},
    {"beta1", MF_F32, MF_SETTING, 0, {0}, offsetof(PinnBurgers, beta1)},
    {"beta2", MF_F32, MF_SETTING, 0, {0}, offsetof(PinnBurgers, beta2)},
    {"eps", MF_F32, MF_SETTING, 0, {0}, offsetof(PinnBurgers, eps)},
};
/* clang-format on */

#ifndef PINN_BURGERS_NO_MAIN

/* clang-format off */
static const MfPort predict_in[] = {
    {"t", MF_F32, 2, {1, 1}, 0, NULL},
    {"x", MF_F32, 2, {1, 1}, 0, NULL},
};

static const MfPort predict_out[] = {
    {"u", MF_F32, 2, {1, 1}, 0, NULL},
    {"u_t", MF_F32, 2, {1, 1}, 0, NULL},
    {"u_x", MF_F32, 2, {1, 1}, 0, NULL},
    {"u_xx", MF_F32, 2, {1, 1}, 0, NULL},
    {"residual", MF_F32, 2, {1, 1}, 0, NULL},
};
/* clang-format on */

static void call_predict(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[1] = (const float(*)[1])in[0];
    const float(*in1)[1] = (const float(*)[1])in[1];
    pinn_burgers_predict(net, in0, in1, out[0], out[1], out[2], out[3], out[4]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"predict", 1, 2, 5, predict_in, predict_out, call_predict},
};

static const MfPort step_in[] = {
    {"t", MF_F32, 2, {1024, 1}, 0, NULL},
    {"x", MF_F32, 2, {1024, 1}, 0, NULL},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const float(*in0)[1] = (const float(*)[1])in[0];
    const float(*in1)[1] = (const float(*)[1])in[1];
    out[0] = (double)pinn_burgers_step(net, in0, in1);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const float(*in0)[1] = (const float(*)[1])in[0];
    const float(*in1)[1] = (const float(*)[1])in[1];
    out[0] = (double)pinn_burgers_eval(net, in0, in1);
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const float(*in0)[1] = (const float(*)[1])in[0];
    const float(*in1)[1] = (const float(*)[1])in[1];
    out[0] = (double)pinn_burgers_eval_one(net, in0, in1);
}

/* clang-format off */
static const MfTrain trains[] = {
    {
        .name = "",
        .batch = 1024,
        .n_in = 2,
        .in = step_in,
        .step = call_step,
        .eval = call_eval,
        .eval_one = call_eval_one,
        .steps = 5000,
        .shuffle = MF_IN_ORDER,
        .seed = 1u,
        .accumulate = 1,
        .turns = 1,
    },
};

static const double data_0[] = {
    0.5, 0.25, 0.75, 0.125, 0.625, 0.375, 0.875, 0.0625, 0.5625, 0.3125, 0.8125, 0.1875,
    0.6875, 0.4375, 0.9375, 0.03125, 0.53125, 0.28125, 0.78125, 0.15625, 0.65625,
    0.40625, 0.90625, 0.09375, 0.59375, 0.34375, 0.84375, 0.21875, 0.71875, 0.46875,
    0.96875, 0.015625, 0.515625, 0.265625, 0.765625, 0.140625, 0.640625, 0.390625,
    0.890625, 0.078125, 0.578125, 0.328125, 0.828125, 0.203125, 0.703125, 0.453125,
    0.953125, 0.046875, 0.546875, 0.296875, 0.796875, 0.171875, 0.671875, 0.421875,
    0.921875, 0.109375, 0.609375, 0.359375, 0.859375, 0.234375, 0.734375, 0.484375,
    0.984375, 0.0078125, 0.5078125, 0.2578125, 0.7578125, 0.1328125, 0.6328125,
    0.3828125, 0.8828125, 0.0703125, 0.5703125, 0.3203125, 0.8203125, 0.1953125,
    0.6953125, 0.4453125, 0.9453125, 0.0390625, 0.5390625, 0.2890625, 0.7890625,
    0.1640625, 0.6640625, 0.4140625, 0.9140625, 0.1015625, 0.6015625, 0.3515625,
    0.8515625, 0.2265625, 0.7265625, 0.4765625, 0.9765625, 0.0234375, 0.5234375,
    0.2734375, 0.7734375, 0.1484375, 0.6484375, 0.3984375, 0.8984375, 0.0859375,
    0.5859375, 0.3359375, 0.8359375, 0.2109375, 0.7109375, 0.4609375, 0.9609375,
    0.0546875, 0.5546875, 0.3046875, 0.8046875, 0.1796875, 0.6796875, 0.4296875,
    0.9296875, 0.1171875, 0.6171875, 0.3671875, 0.8671875, 0.2421875, 0.7421875,
    0.4921875, 0.9921875, 0.00390625, 0.50390625, 0.25390625, 0.75390625, 0.12890625,
    0.62890625, 0.37890625, 0.87890625, 0.06640625, 0.56640625, 0.31640625, 0.81640625,
    0.19140625, 0.69140625, 0.44140625, 0.94140625, 0.03515625, 0.53515625, 0.28515625,
    0.78515625, 0.16015625, 0.66015625, 0.41015625, 0.91015625, 0.09765625, 0.59765625,
    0.34765625, 0.84765625, 0.22265625, 0.72265625, 0.47265625, 0.97265625, 0.01953125,
    0.51953125, 0.26953125, 0.76953125, 0.14453125, 0.64453125, 0.39453125, 0.89453125,
    0.08203125, 0.58203125, 0.33203125, 0.83203125, 0.20703125, 0.70703125, 0.45703125,
    0.95703125, 0.05078125, 0.55078125, 0.30078125, 0.80078125, 0.17578125, 0.67578125,
    0.42578125, 0.92578125, 0.11328125, 0.61328125, 0.36328125, 0.86328125, 0.23828125,
    0.73828125, 0.48828125, 0.98828125, 0.01171875, 0.51171875, 0.26171875, 0.76171875,
    0.13671875, 0.63671875, 0.38671875, 0.88671875, 0.07421875, 0.57421875, 0.32421875,
    0.82421875, 0.19921875, 0.69921875, 0.44921875, 0.94921875, 0.04296875, 0.54296875,
    0.29296875, 0.79296875, 0.16796875, 0.66796875, 0.41796875, 0.91796875, 0.10546875,
    0.60546875, 0.35546875, 0.85546875, 0.23046875, 0.73046875, 0.48046875, 0.98046875,
    0.02734375, 0.52734375, 0.27734375, 0.77734375, 0.15234375, 0.65234375, 0.40234375,
    0.90234375, 0.08984375, 0.58984375, 0.33984375, 0.83984375, 0.21484375, 0.71484375,
    0.46484375, 0.96484375, 0.05859375, 0.55859375, 0.30859375, 0.80859375, 0.18359375,
    0.68359375, 0.43359375, 0.93359375, 0.12109375, 0.62109375, 0.37109375, 0.87109375,
    0.24609375, 0.74609375, 0.49609375, 0.99609375, 0.001953125, 0.501953125,
    0.251953125, 0.751953125, 0.126953125, 0.626953125, 0.376953125, 0.876953125,
    0.064453125, 0.564453125, 0.314453125, 0.814453125, 0.189453125, 0.689453125,
    0.439453125, 0.939453125, 0.033203125, 0.533203125, 0.283203125, 0.783203125,
    0.158203125, 0.658203125, 0.408203125, 0.908203125, 0.095703125, 0.595703125,
    0.345703125, 0.845703125, 0.220703125, 0.720703125, 0.470703125, 0.970703125,
    0.017578125, 0.517578125, 0.267578125, 0.767578125, 0.142578125, 0.642578125,
    0.392578125, 0.892578125, 0.080078125, 0.580078125, 0.330078125, 0.830078125,
    0.205078125, 0.705078125, 0.455078125, 0.955078125, 0.048828125, 0.548828125,
    0.298828125, 0.798828125, 0.173828125, 0.673828125, 0.423828125, 0.923828125,
    0.111328125, 0.611328125, 0.361328125, 0.861328125, 0.236328125, 0.736328125,
    0.486328125, 0.986328125, 0.009765625, 0.509765625, 0.259765625, 0.759765625,
    0.134765625, 0.634765625, 0.384765625, 0.884765625, 0.072265625, 0.572265625,
    0.322265625, 0.822265625, 0.197265625, 0.697265625, 0.447265625, 0.947265625,
    0.041015625, 0.541015625, 0.291015625, 0.791015625, 0.166015625, 0.666015625,
    0.416015625, 0.916015625, 0.103515625, 0.603515625, 0.353515625, 0.853515625,
    0.228515625, 0.728515625, 0.478515625, 0.978515625, 0.025390625, 0.525390625,
    0.275390625, 0.775390625, 0.150390625, 0.650390625, 0.400390625, 0.900390625,
    0.087890625, 0.587890625, 0.337890625, 0.837890625, 0.212890625, 0.712890625,
    0.462890625, 0.962890625, 0.056640625, 0.556640625, 0.306640625, 0.806640625,
    0.181640625, 0.681640625, 0.431640625, 0.931640625, 0.119140625, 0.619140625,
    0.369140625, 0.869140625, 0.244140625, 0.744140625, 0.494140625, 0.994140625,
    0.005859375, 0.505859375, 0.255859375, 0.755859375, 0.130859375, 0.630859375,
    0.380859375, 0.880859375, 0.068359375, 0.568359375, 0.318359375, 0.818359375,
    0.193359375, 0.693359375, 0.443359375, 0.943359375, 0.037109375, 0.537109375,
    0.287109375, 0.787109375, 0.162109375, 0.662109375, 0.412109375, 0.912109375,
    0.099609375, 0.599609375, 0.349609375, 0.849609375, 0.224609375, 0.724609375,
    0.474609375, 0.974609375, 0.021484375, 0.521484375, 0.271484375, 0.771484375,
    0.146484375, 0.646484375, 0.396484375, 0.896484375, 0.083984375, 0.583984375,
    0.333984375, 0.833984375, 0.208984375, 0.708984375, 0.458984375, 0.958984375,
    0.052734375, 0.552734375, 0.302734375, 0.802734375, 0.177734375, 0.677734375,
    0.427734375, 0.927734375, 0.115234375, 0.615234375, 0.365234375, 0.865234375,
    0.240234375, 0.740234375, 0.490234375, 0.990234375, 0.013671875, 0.513671875,
    0.263671875, 0.763671875, 0.138671875, 0.638671875, 0.388671875, 0.888671875,
    0.076171875, 0.576171875, 0.326171875, 0.826171875, 0.201171875, 0.701171875,
    0.451171875, 0.951171875, 0.044921875, 0.544921875, 0.294921875, 0.794921875,
    0.169921875, 0.669921875, 0.419921875, 0.919921875, 0.107421875, 0.607421875,
    0.357421875, 0.857421875, 0.232421875, 0.732421875, 0.482421875, 0.982421875,
    0.029296875, 0.529296875, 0.279296875, 0.779296875, 0.154296875, 0.654296875,
    0.404296875, 0.904296875, 0.091796875, 0.591796875, 0.341796875, 0.841796875,
    0.216796875, 0.716796875, 0.466796875, 0.966796875, 0.060546875, 0.560546875,
    0.310546875, 0.810546875, 0.185546875, 0.685546875, 0.435546875, 0.935546875,
    0.123046875, 0.623046875, 0.373046875, 0.873046875, 0.248046875, 0.748046875,
    0.498046875, 0.998046875, 0.0009765625, 0.5009765625, 0.2509765625, 0.7509765625,
    0.1259765625, 0.6259765625, 0.3759765625, 0.8759765625, 0.0634765625, 0.5634765625,
    0.3134765625, 0.8134765625, 0.1884765625, 0.6884765625, 0.4384765625, 0.9384765625,
    0.0322265625, 0.5322265625, 0.2822265625, 0.7822265625, 0.1572265625, 0.6572265625,
    0.4072265625, 0.9072265625, 0.0947265625, 0.5947265625, 0.3447265625, 0.8447265625,
    0.2197265625, 0.7197265625, 0.4697265625, 0.9697265625, 0.0166015625, 0.5166015625,
    0.2666015625, 0.7666015625, 0.1416015625, 0.6416015625, 0.3916015625, 0.8916015625,
    0.0791015625, 0.5791015625, 0.3291015625, 0.8291015625, 0.2041015625, 0.7041015625,
    0.4541015625, 0.9541015625, 0.0478515625, 0.5478515625, 0.2978515625, 0.7978515625,
    0.1728515625, 0.6728515625, 0.4228515625, 0.9228515625, 0.1103515625, 0.6103515625,
    0.3603515625, 0.8603515625, 0.2353515625, 0.7353515625, 0.4853515625, 0.9853515625,
    0.0087890625, 0.5087890625, 0.2587890625, 0.7587890625, 0.1337890625, 0.6337890625,
    0.3837890625, 0.8837890625, 0.0712890625, 0.5712890625, 0.3212890625, 0.8212890625,
    0.1962890625, 0.6962890625, 0.4462890625, 0.9462890625, 0.0400390625, 0.5400390625,
    0.2900390625, 0.7900390625, 0.1650390625, 0.6650390625, 0.4150390625, 0.9150390625,
    0.1025390625, 0.6025390625, 0.3525390625, 0.8525390625, 0.2275390625, 0.7275390625,
    0.4775390625, 0.9775390625, 0.0244140625, 0.5244140625, 0.2744140625, 0.7744140625,
    0.1494140625, 0.6494140625, 0.3994140625, 0.8994140625, 0.0869140625, 0.5869140625,
    0.3369140625, 0.8369140625, 0.2119140625, 0.7119140625, 0.4619140625, 0.9619140625,
    0.0556640625, 0.5556640625, 0.3056640625, 0.8056640625, 0.1806640625, 0.6806640625,
    0.4306640625, 0.9306640625, 0.1181640625, 0.6181640625, 0.3681640625, 0.8681640625,
    0.2431640625, 0.7431640625, 0.4931640625, 0.9931640625, 0.0048828125, 0.5048828125,
    0.2548828125, 0.7548828125, 0.1298828125, 0.6298828125, 0.3798828125, 0.8798828125,
    0.0673828125, 0.5673828125, 0.3173828125, 0.8173828125, 0.1923828125, 0.6923828125,
    0.4423828125, 0.9423828125, 0.0361328125, 0.5361328125, 0.2861328125, 0.7861328125,
    0.1611328125, 0.6611328125, 0.4111328125, 0.9111328125, 0.0986328125, 0.5986328125,
    0.3486328125, 0.8486328125, 0.2236328125, 0.7236328125, 0.4736328125, 0.9736328125,
    0.0205078125, 0.5205078125, 0.2705078125, 0.7705078125, 0.1455078125, 0.6455078125,
    0.3955078125, 0.8955078125, 0.0830078125, 0.5830078125, 0.3330078125, 0.8330078125,
    0.2080078125, 0.7080078125, 0.4580078125, 0.9580078125, 0.0517578125, 0.5517578125,
    0.3017578125, 0.8017578125, 0.1767578125, 0.6767578125, 0.4267578125, 0.9267578125,
    0.1142578125, 0.6142578125, 0.3642578125, 0.8642578125, 0.2392578125, 0.7392578125,
    0.4892578125, 0.9892578125, 0.0126953125, 0.5126953125, 0.2626953125, 0.7626953125,
    0.1376953125, 0.6376953125, 0.3876953125, 0.8876953125, 0.0751953125, 0.5751953125,
    0.3251953125, 0.8251953125, 0.2001953125, 0.7001953125, 0.4501953125, 0.9501953125,
    0.0439453125, 0.5439453125, 0.2939453125, 0.7939453125, 0.1689453125, 0.6689453125,
    0.4189453125, 0.9189453125, 0.1064453125, 0.6064453125, 0.3564453125, 0.8564453125,
    0.2314453125, 0.7314453125, 0.4814453125, 0.9814453125, 0.0283203125, 0.5283203125,
    0.2783203125, 0.7783203125, 0.1533203125, 0.6533203125, 0.4033203125, 0.9033203125,
    0.0908203125, 0.5908203125, 0.3408203125, 0.8408203125, 0.2158203125, 0.7158203125,
    0.4658203125, 0.9658203125, 0.0595703125, 0.5595703125, 0.3095703125, 0.8095703125,
    0.1845703125, 0.6845703125, 0.4345703125, 0.9345703125, 0.1220703125, 0.6220703125,
    0.3720703125, 0.8720703125, 0.2470703125, 0.7470703125, 0.4970703125, 0.9970703125,
    0.0029296875, 0.5029296875, 0.2529296875, 0.7529296875, 0.1279296875, 0.6279296875,
    0.3779296875, 0.8779296875, 0.0654296875, 0.5654296875, 0.3154296875, 0.8154296875,
    0.1904296875, 0.6904296875, 0.4404296875, 0.9404296875, 0.0341796875, 0.5341796875,
    0.2841796875, 0.7841796875, 0.1591796875, 0.6591796875, 0.4091796875, 0.9091796875,
    0.0966796875, 0.5966796875, 0.3466796875, 0.8466796875, 0.2216796875, 0.7216796875,
    0.4716796875, 0.9716796875, 0.0185546875, 0.5185546875, 0.2685546875, 0.7685546875,
    0.1435546875, 0.6435546875, 0.3935546875, 0.8935546875, 0.0810546875, 0.5810546875,
    0.3310546875, 0.8310546875, 0.2060546875, 0.7060546875, 0.4560546875, 0.9560546875,
    0.0498046875, 0.5498046875, 0.2998046875, 0.7998046875, 0.1748046875, 0.6748046875,
    0.4248046875, 0.9248046875, 0.1123046875, 0.6123046875, 0.3623046875, 0.8623046875,
    0.2373046875, 0.7373046875, 0.4873046875, 0.9873046875, 0.0107421875, 0.5107421875,
    0.2607421875, 0.7607421875, 0.1357421875, 0.6357421875, 0.3857421875, 0.8857421875,
    0.0732421875, 0.5732421875, 0.3232421875, 0.8232421875, 0.1982421875, 0.6982421875,
    0.4482421875, 0.9482421875, 0.0419921875, 0.5419921875, 0.2919921875, 0.7919921875,
    0.1669921875, 0.6669921875, 0.4169921875, 0.9169921875, 0.1044921875, 0.6044921875,
    0.3544921875, 0.8544921875, 0.2294921875, 0.7294921875, 0.4794921875, 0.9794921875,
    0.0263671875, 0.5263671875, 0.2763671875, 0.7763671875, 0.1513671875, 0.6513671875,
    0.4013671875, 0.9013671875, 0.0888671875, 0.5888671875, 0.3388671875, 0.8388671875,
    0.2138671875, 0.7138671875, 0.4638671875, 0.9638671875, 0.0576171875, 0.5576171875,
    0.3076171875, 0.8076171875, 0.1826171875, 0.6826171875, 0.4326171875, 0.9326171875,
    0.1201171875, 0.6201171875, 0.3701171875, 0.8701171875, 0.2451171875, 0.7451171875,
    0.4951171875, 0.9951171875, 0.0068359375, 0.5068359375, 0.2568359375, 0.7568359375,
    0.1318359375, 0.6318359375, 0.3818359375, 0.8818359375, 0.0693359375, 0.5693359375,
    0.3193359375, 0.8193359375, 0.1943359375, 0.6943359375, 0.4443359375, 0.9443359375,
    0.0380859375, 0.5380859375, 0.2880859375, 0.7880859375, 0.1630859375, 0.6630859375,
    0.4130859375, 0.9130859375, 0.1005859375, 0.6005859375, 0.3505859375, 0.8505859375,
    0.2255859375, 0.7255859375, 0.4755859375, 0.9755859375, 0.0224609375, 0.5224609375,
    0.2724609375, 0.7724609375, 0.1474609375, 0.6474609375, 0.3974609375, 0.8974609375,
    0.0849609375, 0.5849609375, 0.3349609375, 0.8349609375, 0.2099609375, 0.7099609375,
    0.4599609375, 0.9599609375, 0.0537109375, 0.5537109375, 0.3037109375, 0.8037109375,
    0.1787109375, 0.6787109375, 0.4287109375, 0.9287109375, 0.1162109375, 0.6162109375,
    0.3662109375, 0.8662109375, 0.2412109375, 0.7412109375, 0.4912109375, 0.9912109375,
    0.0146484375, 0.5146484375, 0.2646484375, 0.7646484375, 0.1396484375, 0.6396484375,
    0.3896484375, 0.8896484375, 0.0771484375, 0.5771484375, 0.3271484375, 0.8271484375,
    0.2021484375, 0.7021484375, 0.4521484375, 0.9521484375, 0.0458984375, 0.5458984375,
    0.2958984375, 0.7958984375, 0.1708984375, 0.6708984375, 0.4208984375, 0.9208984375,
    0.1083984375, 0.6083984375, 0.3583984375, 0.8583984375, 0.2333984375, 0.7333984375,
    0.4833984375, 0.9833984375, 0.0302734375, 0.5302734375, 0.2802734375, 0.7802734375,
    0.1552734375, 0.6552734375, 0.4052734375, 0.9052734375, 0.0927734375, 0.5927734375,
    0.3427734375, 0.8427734375, 0.2177734375, 0.7177734375, 0.4677734375, 0.9677734375,
    0.0615234375, 0.5615234375, 0.3115234375, 0.8115234375, 0.1865234375, 0.6865234375,
    0.4365234375, 0.9365234375, 0.1240234375, 0.6240234375, 0.3740234375, 0.8740234375,
    0.2490234375, 0.7490234375, 0.4990234375, 0.9990234375, 0.00048828125,
};

static const double data_1[] = {
    -0.33333333333333337, 0.33333333333333326, -0.7777777777777778,
    -0.11111111111111116, 0.5555555555555554, -0.5555555555555556, 0.11111111111111116,
    0.7777777777777777, -0.9259259259259259, -0.2592592592592593, 0.40740740740740744,
    -0.7037037037037037, -0.03703703703703709, 0.6296296296296293, -0.4814814814814815,
    0.18518518518518512, 0.8518518518518516, -0.8518518518518519, -0.18518518518518523,
    0.4814814814814814, -0.6296296296296297, 0.03703703703703698, 0.7037037037037035,
    -0.40740740740740744, 0.2592592592592593, 0.9259259259259258, -0.9753086419753086,
    -0.308641975308642, 0.3580246913580245, -0.7530864197530864, -0.0864197530864198,
    0.5802469135802468, -0.5308641975308642, 0.13580246913580263, 0.8024691358024691,
    -0.9012345679012346, -0.23456790123456794, 0.4320987654320989, -0.6790123456790124,
    -0.012345679012345734, 0.6543209876543208, -0.45679012345679015, 0.2098765432098766,
    0.8765432098765431, -0.8271604938271605, -0.16049382716049387, 0.5061728395061729,
    -0.6049382716049383, 0.061728395061728225, 0.7283950617283947, -0.3827160493827161,
    0.28395061728395055, 0.9506172839506171, -0.9506172839506173, -0.28395061728395066,
    0.382716049382716, -0.7283950617283951, -0.06172839506172845, 0.6049382716049381,
    -0.5061728395061729, 0.16049382716049387, 0.8271604938271604, -0.8765432098765432,
    -0.2098765432098766, 0.45679012345679015, -0.654320987654321, 0.012345679012345734,
    0.679012345679012, -0.4320987654320988, 0.23456790123456783, 0.9012345679012344,
    -0.8024691358024691, -0.13580246913580252, 0.5308641975308641, -0.5802469135802469,
    0.08641975308641969, 0.7530864197530862, -0.3580246913580247, 0.308641975308642,
    0.9753086419753085, -0.9917695473251029, -0.3251028806584363, 0.34156378600823034,
    -0.7695473251028807, -0.10288065843621408, 0.5637860082304524, -0.5473251028806585,
    0.11934156378600824, 0.7860082304526748, -0.9176954732510288, -0.2510288065843622,
    0.4156378600823045, -0.6954732510288066, -0.02880658436214001, 0.6378600823045264,
    -0.47325102880658443, 0.1934156378600822, 0.8600823045267487, -0.8436213991769548,
    -0.17695473251028815, 0.4897119341563785, -0.6213991769547325, 0.04526748971193406,
    0.7119341563786006, -0.39917695473251036, 0.2674897119341564, 0.9341563786008229,
    -0.9670781893004116, -0.30041152263374493, 0.3662551440329216, -0.7448559670781894,
    -0.07818930041152272, 0.5884773662551439, -0.522633744855967, 0.1440329218106997,
    0.8106995884773662, -0.8930041152263375, -0.22633744855967086, 0.440329218106996,
    -0.6707818930041152, -0.004115226337448652, 0.6625514403292179,
    -0.44855967078189307, 0.21810699588477367, 0.8847736625514402, -0.8189300411522634,
    -0.1522633744855968, 0.51440329218107, -0.5967078189300412, 0.06995884773662531,
    0.7366255144032918, -0.374485596707819, 0.29218106995884763, 0.9588477366255141,
    -0.9423868312757202, -0.2757201646090536, 0.39094650205761305, -0.7201646090534979,
    -0.053497942386831365, 0.6131687242798352, -0.4979423868312758, 0.16872427983539096,
    0.8353909465020575, -0.8683127572016461, -0.2016460905349795, 0.46502057613168724,
    -0.6460905349794239, 0.020576131687242816, 0.6872427983539091, -0.4238683127572017,
    0.24279835390946491, 0.9094650205761314, -0.7942386831275721, -0.12757201646090544,
    0.5390946502057612, -0.5720164609053497, 0.09465020576131677, 0.7613168724279833,
    -0.34979423868312765, 0.3168724279835391, 0.9835390946502056, -0.9835390946502057,
    -0.3168724279835391, 0.3497942386831274, -0.7613168724279835, -0.09465020576131689,
    0.5720164609053495, -0.5390946502057614, 0.12757201646090532, 0.7942386831275718,
    -0.9094650205761317, -0.24279835390946503, 0.4238683127572016, -0.6872427983539096,
    -0.020576131687242816, 0.6460905349794235, -0.46502057613168724,
    0.20164609053497928, 0.8683127572016458, -0.8353909465020576, -0.16872427983539096,
    0.49794238683127556, -0.6131687242798354, 0.05349794238683114, 0.7201646090534977,
    -0.39094650205761317, 0.27572016460905346, 0.94238683127572, -0.9588477366255144,
    -0.29218106995884774, 0.37448559670781867, -0.7366255144032923,
    -0.06995884773662553, 0.596707818930041, -0.51440329218107, 0.1522633744855968,
    0.8189300411522633, -0.8847736625514403, -0.21810699588477367, 0.44855967078189307,
    -0.6625514403292181, 0.00411522633744843, 0.670781893004115, -0.4403292181069959,
    0.22633744855967075, 0.8930041152263373, -0.8106995884773662, -0.1440329218106996,
    0.522633744855967, -0.5884773662551441, 0.07818930041152239, 0.7448559670781889,
    -0.3662551440329218, 0.3004115226337447, 0.9670781893004112, -0.934156378600823,
    -0.2674897119341564, 0.39917695473251014, -0.7119341563786008, -0.04526748971193417,
    0.6213991769547322, -0.4897119341563786, 0.17695473251028804, 0.8436213991769546,
    -0.8600823045267489, -0.1934156378600823, 0.4732510288065843, -0.6378600823045268,
    0.028806584362139898, 0.6954732510288062, -0.4156378600823045, 0.251028806584362,
    0.9176954732510285, -0.7860082304526749, -0.11934156378600824, 0.5473251028806583,
    -0.5637860082304527, 0.10288065843621386, 0.7695473251028804, -0.34156378600823045,
    0.3251028806584362, 0.9917695473251027, -0.9972565157750343, -0.33058984910836764,
    0.3360768175582989, -0.7750342935528121, -0.10836762688614543, 0.558299039780521,
    -0.5528120713305898, 0.11385459533607678, 0.7805212620027433, -0.9231824417009602,
    -0.25651577503429357, 0.41015089163237306, -0.700960219478738, -0.03429355281207136,
    0.6323731138545949, -0.4787379972565158, 0.18792866941015074, 0.8545953360768173,
    -0.8491083676268861, -0.1824417009602195, 0.484224965706447, -0.6268861454046639,
    0.0397805212620026, 0.7064471879286691, -0.4046639231824417, 0.2620027434842249,
    0.9286694101508914, -0.9725651577503429, -0.3058984910836763, 0.3607681755829901,
    -0.7503429355281207, -0.08367626886145407, 0.5829903978052124, -0.5281207133058985,
    0.13854595336076825, 0.8052126200274348, -0.8984910836762688, -0.2318244170096022,
    0.43484224965706453, -0.6762688614540466, -0.009602194787380003, 0.6570644718792864,
    -0.4540466392318244, 0.2126200274348422, 0.8792866941015087, -0.8244170096021948,
    -0.15775034293552814, 0.5089163237311385, -0.6021947873799726, 0.06447187928669385,
    0.7311385459533604, -0.37997256515775035, 0.28669410150891617, 0.9533607681755827,
    -0.9478737997256516, -0.2812071330589849, 0.3854595336076816, -0.7256515775034293,
    -0.058984910836762716, 0.6076817558299037, -0.5034293552812071, 0.1632373113854595,
    0.829903978052126, -0.8737997256515775, -0.20713305898491086, 0.4595336076817558,
    -0.6515775034293553, 0.015089163237311354, 0.6817558299039777, -0.42935528120713307,
    0.23731138545953345, 0.9039780521262, -0.7997256515775034, -0.1330589849108368,
    0.5336076817558297, -0.5775034293552812, 0.08916323731138531, 0.7558299039780518,
    -0.355281207133059, 0.31138545953360763, 0.9780521262002742, -0.9890260631001372,
    -0.32235939643347056, 0.34430727023319596, -0.766803840877915, -0.10013717421124835,
    0.5665294924554181, -0.5445816186556927, 0.12208504801097386, 0.7887517146776404,
    -0.9149519890260631, -0.2482853223593965, 0.41838134430727014, -0.6927297668038408,
    -0.026063100137174278, 0.640603566529492, -0.4705075445816187, 0.19615912208504782,
    0.8628257887517143, -0.840877914951989, -0.17421124828532242, 0.4924554183813441,
    -0.6186556927297668, 0.04801097393689968, 0.7146776406035662, -0.3964334705075446,
    0.270233196159122, 0.9368998628257885, -0.9643347050754458, -0.2976680384087792,
    0.3689986282578872, -0.7421124828532235, -0.07544581618655699, 0.5912208504801095,
    -0.5198902606310014, 0.14677640603566533, 0.8134430727023318, -0.8902606310013718,
    -0.22359396433470513, 0.4430727023319616, -0.6680384087791496,
    -0.001371742112482921, 0.6652949245541835, -0.44581618655692734, 0.2208504801097393,
    0.8875171467764058, -0.8161865569272977, -0.14951989026063106, 0.5171467764060356,
    -0.5939643347050754, 0.07270233196159093, 0.7393689986282574, -0.37174211248285327,
    0.29492455418381325, 0.9615912208504798, -0.9396433470507545, -0.27297668038408784,
    0.3936899862825787, -0.7174211248285323, -0.050754458161865634, 0.6159122085048008,
    -0.49519890260631005, 0.17146776406035658, 0.8381344307270231, -0.8655692729766804,
    -0.19890260631001377, 0.46776406035665286, -0.6433470507544581,
    0.023319615912208436, 0.6899862825788747, -0.421124828532236, 0.24554183813443053,
    0.912208504801097, -0.7914951989026063, -0.1248285322359397, 0.5418381344307268,
    -0.5692729766803841, 0.0973936899862824, 0.7640603566529489, -0.3470507544581619,
    0.3196159122085047, 0.9862825788751712, -0.9807956104252401, -0.31412894375857336,
    0.35253772290809304, -0.7585733882030179, -0.09190672153635115, 0.5747599451303151,
    -0.5363511659807956, 0.13031550068587094, 0.7969821673525375, -0.906721536351166,
    -0.2400548696844993, 0.4266117969821672, -0.6844993141289437, -0.017832647462277085,
    0.6488340192043891, -0.4622770919067215, 0.2043895747599449, 0.8710562414266114,
    -0.8326474622770919, -0.16598079561042522, 0.5006858710562412, -0.6104252400548698,
    0.05624142661179676, 0.7229080932784633, -0.38820301783264743, 0.2784636488340191,
    0.9451303155006856, -0.9561042524005487, -0.289437585733882, 0.3772290809327843,
    -0.7338820301783264, -0.0672153635116598, 0.5994513031550066, -0.5116598079561043,
    0.1550068587105624, 0.8216735253772289, -0.8820301783264747, -0.21536351165980794,
    0.4513031550068587, -0.6598079561042525, 0.00685871056241405, 0.6735253772290806,
    -0.43758573388203015, 0.22908093278463637, 0.8957475994513029, -0.8079561042524006,
    -0.14128943758573387, 0.5253772290809327, -0.5857338820301783, 0.08093278463648801,
    0.7475994513031545, -0.3635116598079561, 0.30315500685871033, 0.9698216735253768,
    -0.9314128943758574, -0.26474622770919065, 0.40192043895747576, -0.7091906721536352,
    -0.04252400548696844, 0.6241426611796979, -0.48696844993141286, 0.17969821673525366,
    0.8463648834019202, -0.8573388203017833, -0.19067215363511658, 0.47599451303154994,
    -0.635116598079561, 0.03155006858710552, 0.6982167352537718, -0.4128943758573388,
    0.2537722908093276, 0.9204389574759941, -0.7832647462277091, -0.11659807956104251,
    0.5500685871056239, -0.561042524005487, 0.10562414266117948, 0.772290809327846,
    -0.3388203017832647, 0.3278463648834018, 0.9945130315500683, -0.9945130315500685,
    -0.3278463648834019, 0.3388203017832647, -0.7722908093278464, -0.1056241426611797,
    0.5610425240054868, -0.5500685871056241, 0.11659807956104262, 0.7832647462277091,
    -0.9204389574759946, -0.25377229080932784, 0.4128943758573389, -0.6982167352537723,
    -0.03155006858710563, 0.6351165980795608, -0.47599451303155005, 0.19067215363511658,
    0.8573388203017831, -0.8463648834019204, -0.17969821673525377, 0.48696844993141286,
    -0.6241426611796983, 0.04252400548696844, 0.709190672153635, -0.401920438957476,
    0.26474622770919076, 0.9314128943758573, -0.9698216735253772, -0.30315500685871055,
    0.36351165980795597, -0.747599451303155, -0.08093278463648834, 0.5857338820301783,
    -0.5253772290809329, 0.1412894375857341, 0.8079561042524006, -0.8957475994513031,
    -0.22908093278463648, 0.43758573388203037, -0.673525377229081,
    -0.006858710562414272, 0.6598079561042522, -0.4513031550068587, 0.21536351165980805,
    0.8820301783264746, -0.8216735253772292, -0.1550068587105624, 0.5116598079561043,
    -0.5994513031550068, 0.06721536351165969, 0.7338820301783262, -0.3772290809327846,
    0.289437585733882, 0.9561042524005485, -0.9451303155006858, -0.2784636488340192,
    0.38820301783264743, -0.7229080932784637, -0.056241426611796985, 0.6104252400548695,
    -0.5006858710562414, 0.16598079561042534, 0.8326474622770919, -0.8710562414266119,
    -0.20438957475994513, 0.4622770919067216, -0.6488340192043895, 0.017832647462277196,
    0.6844993141289435, -0.42661179698216734, 0.2400548696844993, 0.9067215363511658,
    -0.7969821673525377, -0.13031550068587106, 0.5363511659807956, -0.5747599451303156,
    0.09190672153635115, 0.7585733882030177, -0.35253772290809327, 0.3141289437585735,
    0.98079561042524, -0.9862825788751715, -0.3196159122085048, 0.3470507544581618,
    -0.7640603566529492, -0.09739368998628262, 0.5692729766803839, -0.541838134430727,
    0.1248285322359397, 0.7914951989026062, -0.9122085048010974, -0.24554183813443076,
    0.421124828532236, -0.6899862825788752, -0.023319615912208547, 0.6433470507544579,
    -0.46776406035665297, 0.19890260631001366, 0.8655692729766802, -0.8381344307270233,
    -0.1714677640603567, 0.49519890260630994, -0.6159122085048011, 0.05075445816186552,
    0.717421124828532, -0.3936899862825789, 0.27297668038408784, 0.9396433470507544,
    -0.9615912208504801, -0.29492455418381347, 0.37174211248285305, -0.7393689986282579,
    -0.07270233196159126, 0.5939643347050754, -0.5171467764060357, 0.14951989026063117,
    0.8161865569272977, -0.887517146776406, -0.2208504801097394, 0.44581618655692745,
    -0.6652949245541838, 0.00137174211248281, 0.6680384087791493, -0.4430727023319616,
    0.22359396433470513, 0.8902606310013716, -0.813443072702332, -0.14677640603566533,
    0.5198902606310014, -0.5912208504801097, 0.07544581618655677, 0.7421124828532233,
    -0.36899862825788754, 0.2976680384087791, 0.9643347050754456, -0.9368998628257887,
    -0.2702331961591221, 0.3964334705075445, -0.7146776406035665, -0.0480109739368999,
    0.6186556927297666, -0.4924554183813443, 0.17421124828532242, 0.8408779149519889,
    -0.8628257887517147, -0.19615912208504804, 0.4705075445816187, -0.6406035665294925,
    0.026063100137174278, 0.6927297668038406, -0.41838134430727025, 0.24828532235939638,
    0.9149519890260629, -0.7887517146776406, -0.12208504801097397, 0.5445816186556927,
    -0.5665294924554184, 0.10013717421124824, 0.7668038408779148, -0.3443072702331962,
    0.32235939643347056, 0.9890260631001371, -0.9780521262002744, -0.31138545953360763,
    0.3552812071330589, -0.7558299039780522, -0.08916323731138542, 0.577503429355281,
    -0.53360768175583, 0.1330589849108368, 0.7997256515775033, -0.9039780521262003,
    -0.23731138545953356, 0.42935528120713307, -0.6817558299039781,
    -0.015089163237311354, 0.6515775034293549, -0.4595336076817558, 0.20713305898491075,
    0.8737997256515773, -0.8299039780521262, -0.1632373113854595, 0.503429355281207,
    -0.607681755829904, 0.058984910836762605, 0.7256515775034291, -0.3854595336076817,
    0.2812071330589849, 0.9478737997256514, -0.953360768175583, -0.2866941015089163,
    0.37997256515775013, -0.7311385459533608, -0.06447187928669407, 0.6021947873799725,
    -0.5089163237311386, 0.15775034293552825, 0.8244170096021948, -0.879286694101509,
    -0.2126200274348422, 0.45404663923182453, -0.6570644718792867, 0.009602194787379892,
    0.6762688614540464, -0.4348422496570644, 0.2318244170096022, 0.8984910836762687,
    -0.8052126200274349, -0.13854595336076814, 0.5281207133058985, -0.5829903978052127,
    0.08367626886145385, 0.7503429355281204, -0.36076817558299035, 0.30589849108367617,
    0.9725651577503427, -0.9286694101508917, -0.2620027434842249, 0.4046639231824416,
    -0.7064471879286695, -0.03978052126200271, 0.6268861454046637, -0.48422496570644713,
    0.1824417009602195, 0.849108367626886, -0.8545953360768176, -0.18792866941015085,
    0.4787379972565158, -0.6323731138545954, 0.03429355281207136, 0.7009602194787377,
    -0.41015089163237306, 0.25651577503429346, 0.92318244170096, -0.7805212620027435,
    -0.11385459533607678, 0.5528120713305897, -0.5582990397805213, 0.10836762688614532,
    0.7750342935528118, -0.336076817558299, 0.33058984910836764, 0.9972565157750342,
    -0.9990855052583447, -0.3324188385916781, 0.33424782807498854, -0.7768632830361226,
    -0.11019661636945588, 0.5564700502972106, -0.5546410608139003, 0.11202560585276644,
    0.778692272519433, -0.9250114311842706, -0.258344764517604, 0.4083219021490627,
    -0.7027892089620484, -0.03612254229538181, 0.6305441243712846, -0.48056698673982623,
    0.1860996799268404, 0.8527663465935069, -0.8509373571101966, -0.18427069044352995,
    0.4823959762231367, -0.6287151348879745, 0.03795153177869226, 0.7046181984453588,
    -0.40649291266575216, 0.2601737540009146, 0.9268404206675811, -0.9743941472336534,
    -0.30772748056698673, 0.3589391860996798, -0.7521719250114312, -0.08550525834476452,
    0.5811614083219021, -0.529949702789209, 0.1367169638774579, 0.8033836305441244,
    -0.9003200731595793, -0.23365340649291266, 0.4330132601737542, -0.6780978509373572,
    -0.011431184270690453, 0.6552354823959761, -0.4558756287151349, 0.21079103795153187,
    0.8774577046181984, -0.8262459990855053, -0.1595793324188386, 0.5070873342478281,
    -0.604023776863283, 0.0626428898033835, 0.72930955647005, -0.3818015546410608,
    0.2848651120256058, 0.9515317786922723, -0.949702789208962, -0.2830361225422954,
    0.38363054412437125, -0.7274805669867399, -0.060813900320073166, 0.6058527663465934,
    -0.5052583447645176, 0.16140832190214915, 0.8280749885688157, -0.8756287151348879,
    -0.2089620484682213, 0.45770461819844543, -0.6534064929126657, 0.013260173754001015,
    0.6799268404206673, -0.4311842706904435, 0.2354823959762231, 0.9021490626428896,
    -0.8015546410608139, -0.13488797439414724, 0.5317786922725194, -0.5793324188385918,
    0.08733424782807497, 0.7540009144947415, -0.35711019661636945, 0.3095564700502973,
    0.9762231367169638, -0.9908550525834476, -0.324188385916781, 0.3424782807498856,
    -0.7686328303612254, -0.1019661636945588, 0.5647005029721077, -0.5464106081390032,
    0.12025605852766352, 0.78692272519433, -0.9167809785093736, -0.25011431184270694,
    0.4165523548239598, -0.6945587562871514, -0.027892089620484728, 0.6387745770461817,
    -0.47233653406492915, 0.19433013260173748, 0.860996799268404, -0.8427069044352995,
    -0.17604023776863287, 0.49062642889803376, -0.6204846822130773, 0.04618198445358934,
    0.7128486511202559, -0.3982624599908551, 0.26840420667581166, 0.9350708733424782,
    -0.9661636945587563, -0.29949702789208965, 0.36716963877457687, -0.7439414723365341,
    -0.07727480566986744, 0.5893918609967992, -0.5217192501143119, 0.144947416552355,
    0.8116140832190215, -0.8920896204846822, -0.22542295381801558, 0.44124371284865127,
    -0.66986739826246, -0.0032007315957933713, 0.6634659350708731, -0.4476451760402378,
    0.21902149062642895, 0.8856881572930955, -0.8180155464106081, -0.1513488797439415,
    0.5153177869227252, -0.5957933241883859, 0.07087334247828059, 0.7375400091449471,
    -0.3735711019661637, 0.2930955647005029, 0.9597622313671694, -0.9414723365340649,
    -0.2748056698673983, 0.39186099679926834, -0.7192501143118427,
    -0.052583447645176085, 0.6140832190214904, -0.4970278920896205, 0.16963877457704624,
    0.8363054412437128, -0.8673982624599909, -0.20073159579332422, 0.4659350708733425,
    -0.6451760402377686, 0.021490626428898096, 0.6881572930955644, -0.42295381801554643,
    0.2437128486511202, 0.9103795153177867, -0.7933241883859168, -0.12665752171925015,
    0.5400091449474165, -0.5711019661636946, 0.09556470050297206, 0.7622313671696386,
    -0.34887974394147236, 0.3177869227251944, 0.9844535893918609, -0.9826245999085506,
    -0.3159579332418838, 0.3507087334247827, -0.7604023776863283, -0.0937357110196616,
    0.5729309556470048, -0.5381801554641061, 0.1284865112025606, 0.7951531778692271,
    -0.9085505258344765, -0.24188385916780974, 0.4247828074988569, -0.6863283036122543,
    -0.019661636945587535, 0.6470050297210788, -0.46410608139003195,
    0.20256058527663456, 0.8692272519433011, -0.8344764517604024, -0.16780978509373567,
    0.49885688157293084, -0.6122542295381802, 0.054412437128486424, 0.7210791037951529,
    -0.3900320073159579, 0.27663465935070874, 0.9433013260173753, -0.9579332418838592,
    -0.29126657521719246, 0.37540009144947395, -0.735711019661637, -0.06904435299497025,
    0.5976223136716963, -0.5134887974394148, 0.15317786922725207, 0.8198445358939186,
    -0.8838591678097851, -0.2171925011431184, 0.44947416552354835, -0.6616369455875629,
    0.005029721079103711, 0.6716963877457702, -0.4394147233653406, 0.22725194330132603,
    0.8939186099679926, -0.8097850937357111, -0.14311842706904432, 0.5235482395976223,
    -0.5875628715134888, 0.07910379515317767, 0.7457704618198442, -0.36534064929126653,
    0.3013260173754, 0.9679926840420665, -0.9332418838591678, -0.2665752171925011,
    0.4000914494741654, -0.7110196616369456, -0.04435299497027889, 0.6223136716963875,
    -0.4887974394147233, 0.17786922725194332, 0.8445358939186098, -0.8591678097850938,
    -0.19250114311842703, 0.4741655235482396, -0.6369455875628716, 0.029721079103795178,
    0.6963877457704615, -0.41472336534064924, 0.2519433013260173, 0.9186099679926838,
    -0.7850937357110197, -0.11842706904435296, 0.5482395976223136, -0.5628715134887975,
    0.10379515317786914, 0.7704618198445357, -0.34064929126657517, 0.32601737540009146,
    0.992684042066758, -0.9963420210333791, -0.32967535436671236, 0.33699131229995416,
    -0.7741197988111569, -0.10745313214449015, 0.5592135345221763, -0.5518975765889347,
    0.11476909007773206, 0.7814357567443986, -0.922267946959305, -0.2556012802926383,
    0.41106538637402834, -0.7000457247370828, -0.03337905807041608, 0.6332876085962502,
    -0.4778235025148605, 0.18884316415180602, 0.8555098308184725, -0.848193872885231,
    -0.18152720621856422, 0.4851394604481023, -0.6259716506630086, 0.04069501600365788,
    0.7073616826703244, -0.40374942844078643, 0.2629172382258802, 0.9295839048925467,
    -0.9716506630086877, -0.304983996342021, 0.3616826703246454, -0.7494284407864655,
    -0.08276177411979879, 0.5839048925468677, -0.5272062185642432, 0.13946044810242353,
    0.80612711476909, -0.8975765889346137, -0.23090992226794693, 0.4357567443987198,
    -0.6753543667123914, -0.008687700045724722, 0.6579789666209417,
    -0.45313214449016914, 0.2135345221764975, 0.880201188843164, -0.8235025148605396,
    -0.15683584819387286, 0.5098308184727938, -0.6012802926383174, 0.06538637402834913,
    0.7320530406950156, -0.37905807041609507, 0.28760859625057145,
};

static const MfField fields[] = {
    {.input = "t", .values = data_0, .rows = 1024},
    {.input = "x", .values = data_1, .rows = 1024},
};

static const MfData source = {
    .kind = MF_DATA_INLINE,
    .n_fields = 2,
    .field = fields,
};
/* clang-format on */

/* what the reference evaluator found, for self-test */
/* clang-format off */
static const long probe_at_0[] = {0};
static const double probe_is_0[] = {0.024135196581482887};
static const long probe_at_1[] = {0};
static const double probe_is_1[] = {0.432209849357605};
static const long probe_at_2[] = {0};
static const double probe_is_2[] = {0.06657202541828156};
static const long probe_at_3[] = {0};
static const double probe_is_3[] = {-0.19035159051418304};
static const long probe_at_4[] = {0};
static const double probe_is_4[] = {0.43442249298095703};
static const MfProbe probes[] = {
    {0, 0, 7u, 1, probe_at_0, probe_is_0, 2.513519658148289e-07},
    {0, 1, 7u, 1, probe_at_1, probe_is_1, 4.33209849357605e-06},
    {0, 2, 7u, 1, probe_at_2, probe_is_2, 6.757202541828156e-07},
    {0, 3, 7u, 1, probe_at_3, probe_is_3, 1.9135159051418306e-06},
    {0, 4, 7u, 1, probe_at_4, probe_is_4, 4.354224929809571e-06},
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    pinn_burgers_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "pinn_burgers",
    .script = "pinn_burgers.lua",
    .version = "0.1",
    .hash = 0x1c19301155020393u,
    .real = MF_F32,
    .size = sizeof(PinnBurgers),
    .param_bytes = 12084,
    .state_bytes = 24168,
    .work_bytes = 2157264,
    .seed_offset = offsetof(PinnBurgers, seed),
    .step_offset = offsetof(PinnBurgers, step),
    .steps_offset = offsetof(PinnBurgers, total_steps),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 58,
    .n_funcs = 1,
    .n_trains = 1,
    .tensor = pinn_burgers_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
    .n_probes = 5,
    .probe = probes,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static _Alignas(64) PinnBurgers net;
    return mf_main(argc, argv, &model, &net);
}

#endif

/*
 * resnet20.c - trains and runs the network of resnet20.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 269722 parameters; a step of 2023 nodes; 134 kernels;
 * bytes: parameters 1078888, state 1084392, work 217872448 (unshared 587971600), stack
 * 258304
 *
 * How to read it: above each kernel stand the formulas that it computes, with their
 * lines of the script. In them x y is a product of matrices, x' a transpose, and dx the
 * gradient of the loss with respect to x. y (in x) is stored in the array of x. The
 * functions that call the kernels stand behind them.
 *
 * MF_ROLLED          gcc shall make vectors of the loop, and not unroll it
 * MF_BY_ROW          clang shall make vectors along the rows, not across them
 * MF_LANES           how many of the 16 lanes of a sum the loop goes over: n or all
 * mf_sum16           the sum of 16 lanes, added as a tree: always in the same order
 * mf_plan            what all tiles of a product have in common, from tables of
 *                    counters, outermost first: {extent, step} of the rows in the first
 *                    operand and of the columns in the second, {extent, step, step} of
 *                    the terms in both
 * mf_product         a product of matrices by register tiles as it is planned, with one
 *                    fused multiply-add a term in rising order
 * mf_product_turned  the same, and the result has a row for every column
 * mf_ahead           asks the second cache for what the next loop or turn needs: where
 *                    this turn's is, how far on that is, of how many bytes, and which
 *                    part of so many
 * mf_later           asks for it in the same way, while the next product of this plan
 *                    runs: where this turn's is, how far on, of how many bytes, which
 *                    part of so many
 * mf_above           greater, or the first NaN
 * mf_uniform         a random number from 0 to below 1: seed, stream, step, element
 * mf_uniform_row     random numbers from 0 to below 1: seed, stream, step, the first
 *                    element, how many, where to
 * MF_APART           not made a part of its caller, whose stack its arrays would take
 */
#include "mfrt.h"

#define RESNET20_PARAM_BYTES 1078888u
#define RESNET20_STATE_BYTES 1084392u
#define RESNET20_WORK_BYTES 217872448u
#define RESNET20_STACK_BYTES 258304u
#define RESNET20_TENSORS 158u

typedef struct Resnet20 {
    float conv2d1_weight[16][3][3][3]; /* resnet20.lua:13 */
    /* batchnorm1.weight to conv2d7.weight */
    struct {
        float batchnorm1_weight[16];        /* resnet20.lua:36 */
        float batchnorm1_bias[16];          /* resnet20.lua:36 */
        float conv2d2_weight[16][16][3][3]; /* resnet20.lua:13 */
    } block[6];
    float batchnorm7_weight[16];        /* resnet20.lua:29 */
    float batchnorm7_bias[16];          /* resnet20.lua:29 */
    float conv2d8_weight[32][16][3][3]; /* resnet20.lua:13 */
    /* batchnorm8.weight to conv2d13.weight */
    struct {
        float batchnorm8_weight[32];        /* resnet20.lua:28 */
        float batchnorm8_bias[32];          /* resnet20.lua:28 */
        float conv2d9_weight[32][32][3][3]; /* resnet20.lua:13 */
    } block2[5];
    float batchnorm13_weight[32];        /* resnet20.lua:29 */
    float batchnorm13_bias[32];          /* resnet20.lua:29 */
    float conv2d14_weight[64][32][3][3]; /* resnet20.lua:13 */
    /* batchnorm14.weight to conv2d19.weight */
    struct {
        float batchnorm14_weight[64];        /* resnet20.lua:28 */
        float batchnorm14_bias[64];          /* resnet20.lua:28 */
        float conv2d15_weight[64][64][3][3]; /* resnet20.lua:13 */
    } block3[5];
    float batchnorm19_weight[64]; /* resnet20.lua:29 */
    float batchnorm19_bias[64];   /* resnet20.lua:29 */
    float linear1_weight[64][10]; /* resnet20.lua:45 */
    float linear1_bias[10];       /* resnet20.lua:45 */
    /* running statistics */
    /* batchnorm1.running_mean to batchnorm7.running_var */
    struct {
        float batchnorm1_running_mean[16]; /* resnet20.lua:36 */
        float batchnorm1_running_var[16];  /* resnet20.lua:36 */
    } stat[7];
    /* batchnorm8.running_mean to batchnorm13.running_var */
    struct {
        float batchnorm8_running_mean[32]; /* resnet20.lua:28 */
        float batchnorm8_running_var[32];  /* resnet20.lua:28 */
    } stat2[6];
    /* batchnorm14.running_mean to batchnorm19.running_var */
    struct {
        float batchnorm14_running_mean[64]; /* resnet20.lua:28 */
        float batchnorm14_running_var[64];  /* resnet20.lua:28 */
    } stat3[6];
    /* state of the optimiser */
    float sgd_v_conv2d1_weight[16][3][3][3]; /* resnet20.lua:55 */
    /* sgd.v.batchnorm1.weight to sgd.v.conv2d7.weight */
    struct {
        float sgd_v_batchnorm1_weight[16];        /* resnet20.lua:55 */
        float sgd_v_batchnorm1_bias[16];          /* resnet20.lua:55 */
        float sgd_v_conv2d2_weight[16][16][3][3]; /* resnet20.lua:55 */
    } state[6];
    float sgd_v_batchnorm7_weight[16];        /* resnet20.lua:55 */
    float sgd_v_batchnorm7_bias[16];          /* resnet20.lua:55 */
    float sgd_v_conv2d8_weight[32][16][3][3]; /* resnet20.lua:55 */
    /* sgd.v.batchnorm8.weight to sgd.v.conv2d13.weight */
    struct {
        float sgd_v_batchnorm8_weight[32];        /* resnet20.lua:55 */
        float sgd_v_batchnorm8_bias[32];          /* resnet20.lua:55 */
        float sgd_v_conv2d9_weight[32][32][3][3]; /* resnet20.lua:55 */
    } state2[5];
    float sgd_v_batchnorm13_weight[32];        /* resnet20.lua:55 */
    float sgd_v_batchnorm13_bias[32];          /* resnet20.lua:55 */
    float sgd_v_conv2d14_weight[64][32][3][3]; /* resnet20.lua:55 */
    /* sgd.v.batchnorm14.weight to sgd.v.conv2d19.weight */
    struct {
        float sgd_v_batchnorm14_weight[64];        /* resnet20.lua:55 */
        float sgd_v_batchnorm14_bias[64];          /* resnet20.lua:55 */
        float sgd_v_conv2d15_weight[64][64][3][3]; /* resnet20.lua:55 */
    } state3[5];
    float sgd_v_batchnorm19_weight[64]; /* resnet20.lua:55 */
    float sgd_v_batchnorm19_bias[64];   /* resnet20.lua:55 */
    float sgd_v_linear1_weight[64][10]; /* resnet20.lua:55 */
    float sgd_v_linear1_bias[10];       /* resnet20.lua:55 */
    /* settings, which --set changes */
    float weight_decay; /* resnet20.lua:55 */
    float momentum;     /* resnet20.lua:55 */
    /* of the last batch */
    struct {
        float accuracy;
    } metric;
    uint64_t seed, step;
    unsigned char gap[16]; /* to a multiple of 64 bytes */
    /* work memory: one function runs at a time */
    union {
        union Resnet20Step {
            struct {
                float pad[3][128][16][34][34];     /* calls 18 to 204 */
                float pad2[3][128][16][34][34];    /* calls 21 to 198 */
                float conv2d[3][128][16][32][32];  /* calls 16 to 205 */
                float conv2d2[3][128][16][32][32]; /* calls 19 to 199 */
                float pad4[128][16][33][33];       /* calls 36 to 167 */
                float conv2d7[128][16][32][32];    /* calls 34 to 171, then dcentred */
                float conv2d8_weight_strips[1][144][32]; /* calls 4 to 37 */
                unsigned char gap11[4438016];
                float pad7[128][32][17][17]; /* calls 158 to 163 */
                /* calls 153 to 158, then dcentred */
                float dbatchnorm8[128][32][16][16];
                float pad12[128][32][17][16]; /* calls 158 to 162 */
                float dsum4[32];              /* calls 157 to 158 */
                unsigned char gap19[2097024];
                float product3[128][16][16][16]; /* calls 160 to 161 */
                unsigned char gap25[2277376];
                float dadd6[32]; /* calls 142 to 144 */
                unsigned char gap27[1113984];
                float conv2d9[128][32][16][16];  /* calls 40 to 152, then dcentred */
                float pad15[128][32][18][18];    /* calls 51 to 131 */
                float conv2d10[128][32][16][16]; /* calls 43 to 144 */
                float conv2d11[128][32][16][16]; /* calls 46 to 140, then dcentred */
                float conv2d12[128][32][16][16]; /* calls 49 to 132 */
                float pad18[128][3][34][34];     /* calls 16 to 208 */
                float pad19[128][32][17][17];    /* calls 54 to 124 */
                float conv2d13[128][32][16][16]; /* calls 52 to 128, then dcentred */
                float conv2d14_weight_strips[1][288][64]; /* calls 5 to 55 */
                unsigned char gap41[2285568];
                float product6[128][32][8][8]; /* calls 118 to 119 */
                unsigned char gap46[786432];
                float concat5[128][32][8][8][2]; /* calls 119 to 123 */
                float product7[128][32][8][8];   /* calls 117 to 122 */
                float pad26[128][64][9][9];      /* calls 120 to 121 */
                unsigned char gap56[1933312];
                float conv2d19_weight_strips[1][576][64]; /* calls 10 to 70 */
                float conv2d18_weight_strips[1][576][64]; /* calls 9 to 67 */
                float conv2d17_weight_strips[1][576][64]; /* calls 8 to 64 */
                unsigned char gap58[1654784];
                /* calls 58 to 109, then dcentred, dconv2d15 */
                float conv2d15[128][64][8][8];
                /* calls 61 to 103, then dcentred, dconv2d16 */
                float conv2d16[128][64][8][8];
                float pad29[128][64][10][10]; /* calls 66 to 92 */
                /* calls 64 to 97, then dcentred, dconv2d17 */
                float conv2d17[128][64][8][8];
                float pad31[128][64][10][10]; /* calls 69 to 86 */
                /* calls 67 to 91, then dcentred, dconv2d18 */
                float conv2d18[128][64][8][8];
                /* calls 70 to 85, then dcentred, dconv2d19 */
                float conv2d19[128][64][8][8];
                float conv2d15_weight_strips2[1][576][64]; /* calls 15 to 110 */
                float conv2d16_weight_strips2[1][576][64]; /* calls 14 to 104 */
                float conv2d17_weight_strips2[1][576][64]; /* calls 13 to 98 */
                float conv2d18_weight_strips2[1][576][64]; /* calls 12 to 92 */
                float conv2d19_weight_strips2[1][576][64]; /* calls 11 to 86 */
                float mean[128][64];                       /* calls 72 to 81 */
                float dlogits[128][10];                    /* calls 74 to 81 */
                float logits[128][10];                     /* calls 73 to 77 */
                float mean2[64];                           /* calls 71 to 82 */
                float scale[64];                           /* calls 71 to 82 */
                float deviation[64];                       /* calls 71 to 80 */
                float max[128];                            /* calls 74 to 77 */
                float sum[128];                            /* calls 74 to 77 */
                unsigned char gap69[3232000];
                float conv2d14_weight_strips2[1][256][32]; /* calls 3 to 121 */
                float conv2d14_weight_strips3[1][128][32]; /* calls 3 to 118 */
                float conv2d14_weight_strips4[1][128][32]; /* calls 3 to 117 */
                float conv2d14_weight_strips5[1][64][32];  /* calls 2 to 116 */
                float dsum14[128][64];                     /* calls 79 to 92 */
                float mean3[3][16];                        /* calls 17 to 205 */
                float scale2[3][16];                       /* calls 17 to 205 */
                float deviation2[3][16];                   /* calls 17 to 203 */
                float mean4[3][16];                        /* calls 20 to 199 */
                float scale3[3][16];                       /* calls 20 to 199 */
                float deviation3[3][16];                   /* calls 20 to 197 */
                float mean5[32];                           /* calls 38 to 156 */
                float scale4[32];                          /* calls 38 to 156 */
                float deviation4[32];                      /* calls 38 to 154 */
                float mean6[64];                           /* calls 56 to 112 */
                float scale5[64];                          /* calls 56 to 112 */
                float deviation5[64];                      /* calls 56 to 111 */
                float mean7[32];                           /* calls 41 to 150 */
                float scale6[32];                          /* calls 41 to 150 */
                float deviation6[32];                      /* calls 41 to 148 */
                float mean8[32];                           /* calls 44 to 144 */
                float scale7[32];                          /* calls 44 to 144 */
                float deviation7[32];                      /* calls 44 to 142 */
                float mean9[64];                           /* calls 59 to 106 */
                float scale8[64];                          /* calls 59 to 106 */
                float deviation8[64];                      /* calls 59 to 105 */
                float mean10[32];                          /* calls 47 to 138 */
                float scale9[32];                          /* calls 47 to 138 */
                float deviation9[32];                      /* calls 47 to 136 */
                float mean11[32];                          /* calls 50 to 132 */
                float scale10[32];                         /* calls 50 to 132 */
                float deviation10[32];                     /* calls 50 to 130 */
                float mean12[64];                          /* calls 62 to 100 */
                float scale11[64];                         /* calls 62 to 100 */
                float deviation11[64];                     /* calls 62 to 99 */
                float mean13[32];                          /* calls 53 to 126 */
                float scale12[32];                         /* calls 53 to 126 */
                float deviation12[32];                     /* calls 53 to 125 */
                float mean14[16];                          /* calls 35 to 169 */
                float scale13[16];                         /* calls 35 to 169 */
                float deviation13[16];                     /* calls 35 to 168 */
                float mean15[64];                          /* calls 65 to 94 */
                float scale14[64];                         /* calls 65 to 94 */
                float deviation14[64];                     /* calls 65 to 93 */
                float mean16[64];                          /* calls 68 to 88 */
                float scale15[64];                         /* calls 68 to 88 */
                float deviation15[64];                     /* calls 68 to 87 */
                float dsum15[64];                          /* calls 83 to 84 */
                int32_t argmax[128];                       /* calls 75 to 76 */
            };
            struct {
                unsigned char gap1[47349760];
                float pad3[128][16][34][34]; /* calls 177 to 204 */
                unsigned char gap2[41943040];
                float dsum[16]; /* calls 176 to 201 */
                unsigned char gap4[8388544];
                float dadd2[16]; /* calls 168 to 169 */
                unsigned char gap7[8388544];
                float dadd3[16]; /* calls 173 to 199 */
                unsigned char gap8[8921024];
                float pad5[128][32][18][18];    /* calls 39 to 155 */
                float pad8[128][32][18][18];    /* calls 42 to 149 */
                float pad10[128][32][18][18];   /* calls 45 to 143 */
                float conv2d8[128][32][16][16]; /* calls 37 to 156 */
                float pad13[128][32][18][18];   /* calls 48 to 137 */
                unsigned char gap28[4194304];
                float pad16[128][32][18][18]; /* calls 134 to 137 */
                unsigned char gap30[8388608];
                float dsum7[32]; /* calls 133 to 134 */
                unsigned char gap32[5969792];
                float dadd8[32]; /* calls 125 to 126 */
                unsigned char gap35[4194176];
                float dadd9[32]; /* calls 130 to 132 */
                unsigned char gap36[4734848];
                float pad20[128][64][10][10];             /* calls 57 to 110 */
                float conv2d15_weight_strips[1][576][64]; /* calls 6 to 58 */
                unsigned char gap47[770048];
                float pad25[128][32][18][18]; /* calls 128 to 131 */
                unsigned char gap57[2424832];
                float x[128][64][8][8]; /* calls 72 to 124, then dx_in */
                unsigned char gap59[4194304];
                float dadd13[64]; /* calls 93 to 94 */
                unsigned char gap62[3276544];
                float dbatchnorm16[128][64][8][8]; /* calls 98 to 100 */
                float dadd14[64];                  /* calls 87 to 88 */
                unsigned char gap65[5373696];
                float dbatchnorm18[128][64][8][8]; /* calls 86 to 88 */
                unsigned char gap67[737280];
                float pad33[128][64][10][10]; /* calls 84 to 86 */
            };
            struct {
                unsigned char gap3[98762752];
                float dadd[16]; /* calls 179 to 205 */
                unsigned char gap5[8388544];
                float dsum2[16]; /* calls 170 to 207 */
                unsigned char gap9[17309632];
                float pad6[128][32][16][17]; /* calls 158 to 165 */
                unsigned char gap12[851968];
                float dsum3[32]; /* calls 151 to 152 */
                unsigned char gap14[3080064];
                float pad9[128][16][34][34]; /* calls 171 to 198 */
                unsigned char gap20[2080768];
                float product4[128][16][16][16]; /* calls 163 to 164 */
                unsigned char gap26[2277376];
                float dsum6[32]; /* calls 145 to 146 */
                unsigned char gap29[5308288];
                float pad17[128][32][18][18]; /* calls 140 to 143 */
                unsigned char gap31[8388608];
                float dadd7[32]; /* calls 136 to 138 */
                unsigned char gap33[5969792];
                float dsum8[32]; /* calls 127 to 128 */
                unsigned char gap37[8929152];
                float dadd10[64]; /* calls 111 to 112 */
                unsigned char gap42[2359040];
                float pad22[128][64][9][8]; /* calls 114 to 117 */
                float dsum9[64];            /* calls 113 to 114 */
                unsigned char gap48[1834752];
                /* calls 55 to 116, then dcentred, dconv2d14 */
                float conv2d14[128][64][8][8];
                float conv2d16_weight_strips[1][576][64]; /* calls 7 to 61 */
                unsigned char gap60[9420800];
                float pad30[128][64][10][10]; /* calls 96 to 98 */
                unsigned char gap63[2097152];
                float pad32[128][64][10][10]; /* calls 90 to 92 */
                unsigned char gap66[2097152];
                float dsum13[64]; /* calls 89 to 90 */
                unsigned char gap68[2872064];
                float dadd15[64]; /* calls 80 to 82 */
            };
            struct {
                unsigned char gap6[107151360];
                float dbatchnorm[128][16][32][32]; /* calls 172 to 201, then dcentred */
                unsigned char gap10[8921088];
                float concat[128][16][16][2][32]; /* calls 166 to 208 */
                unsigned char gap15[802816];
                float concat2[128][16][16][16][2]; /* calls 161 to 166 */
                float concat3[128][16][16][16][2]; /* calls 164 to 166 */
                unsigned char gap17[262144];
                float product[128][16][16][16]; /* calls 159 to 161 */
                unsigned char gap21[180224];
                float dsum5[32]; /* calls 139 to 140 */
                unsigned char gap34[29169536];
                /* calls 129 to 134, then dcentred */
                float dbatchnorm12[128][32][16][16];
                unsigned char gap38[4734976];
                float pad21[128][64][8][9]; /* calls 114 to 120 */
                unsigned char gap43[917504];
                float pad23[128][64][10][10]; /* calls 60 to 104 */
                unsigned char gap49[786432];
                float concat6[128][32][8][8][2]; /* calls 122 to 123 */
                unsigned char gap61[8781824];
                float dsum11[64]; /* calls 101 to 102 */
                unsigned char gap64[5373696];
                float dsum12[64]; /* calls 95 to 96 */
            };
            struct {
                unsigned char gap13[129769472];
                float dadd4[32]; /* calls 154 to 156 */
                unsigned char gap16[5308288];
                float pad11[128][32][18][18]; /* calls 146 to 149 */
                unsigned char gap18[1916928];
                float product2[128][16][16][16]; /* calls 162 to 164 */
                unsigned char gap22[180224];
                /* calls 141 to 146, then dcentred */
                float dbatchnorm10[128][32][16][16];
                unsigned char gap39[33904640];
                float product5[128][32][8][8]; /* calls 121 to 122 */
                unsigned char gap44[2228224];
                float dadd11[64]; /* calls 105 to 106 */
                unsigned char gap50[5373696];
                float pad27[128][64][10][10]; /* calls 63 to 98 */
            };
            struct {
                unsigned char gap23[144580608];
                float dadd5[32]; /* calls 148 to 150 */
                unsigned char gap40[38098816];
                float concat4[128][32][8][2][16]; /* calls 123 to 167 */
                unsigned char gap51[4456448];
                float dadd12[64]; /* calls 99 to 100 */
            };
            struct {
                unsigned char gap24[144580608];
                float pad14[128][32][18][18]; /* calls 152 to 155 */
                unsigned char gap45[36067328];
                float pad24[128][64][10][10]; /* calls 108 to 110 */
                unsigned char gap52[2097152];
                float pad28[128][64][10][10]; /* calls 102 to 104 */
            };
            struct {
                unsigned char gap53[191330304];
                float dsum10[64]; /* calls 107 to 108 */
            };
            struct {
                unsigned char gap54[191330304];
                float dbatchnorm14[128][64][8][8]; /* calls 110 to 112 */
            };
            struct {
                unsigned char gap55[191330304];
                float product8[128][32][8][8]; /* calls 116 to 119 */
            };
        } step;
        union Resnet20Eval {
            struct {
                float pad[128][64][10][10]; /* calls 27 to 46 */
                float pad2[2][16][34][34];  /* calls 28 to 34 */
                float pad9[3][34][34];      /* call 28 */
                unsigned char gap9[4048];
                float pad13[2][32][17][17]; /* calls 40 to 42 */
                unsigned char gap10[56064];
                float conv2d15_weight_strips[1][576][64]; /* calls 22 to 42 */
                float pad14[2][16][33][33];               /* calls 34 to 36 */
                float conv2d14_weight_strips[1][288][64]; /* calls 21 to 42 */
                float conv2d8_weight_strips[1][144][32];  /* calls 20 to 42 */
                float scale[64];                          /* calls 14 to 42 */
                float scale2[64];                         /* calls 15 to 42 */
                float scale3[32];                         /* calls 8 to 42 */
                float scale4[32];                         /* calls 9 to 42 */
                float scale5[32];                         /* calls 10 to 42 */
                float scale6[32];                         /* calls 11 to 42 */
                float scale7[32];                         /* calls 12 to 42 */
                float scale8[32];                         /* calls 13 to 42 */
                float scale9[16];                         /* calls 1 to 42 */
                float scale10[16];                        /* calls 2 to 42 */
                float scale11[16];                        /* calls 3 to 42 */
                float scale12[16];                        /* calls 4 to 42 */
                float scale13[16];                        /* calls 5 to 42 */
                float scale14[16];                        /* calls 6 to 42 */
                float scale15[16];                        /* calls 7 to 42 */
                unsigned char gap11[2600128];
                float pad15[128][64][10][10];             /* calls 43 to 49 */
                float conv2d16_weight_strips[1][576][64]; /* calls 23 to 46 */
                float conv2d17_weight_strips[1][576][64]; /* calls 24 to 46 */
                float conv2d18_weight_strips[1][576][64]; /* calls 25 to 46 */
                float conv2d19_weight_strips[1][576][64]; /* calls 26 to 49 */
                float pad16[4][64][10][10];               /* calls 44 to 45 */
                float scale16[64];                        /* calls 16 to 46 */
                float scale17[64];                        /* calls 17 to 46 */
                float scale18[64];                        /* calls 18 to 46 */
                float scale19[64];                        /* calls 19 to 49 */
                unsigned char gap12[207348288];
                int32_t argmax[128]; /* calls 52 to 53 */
            };
            struct {
                float conv2d19[16][64][8][8]; /* calls 48 to 49 */
                float mean[128][64];          /* calls 47 to 50 */
                unsigned char gap1[2981888];
                float pad3[2][32][18][18]; /* calls 35 to 36 */
                float pad8[2][32][18][18]; /* calls 36 to 40 */
            };
            struct {
                float logits[128][10]; /* calls 50 to 54 */
                float max[128];        /* calls 51 to 54 */
                float sum[128];        /* calls 51 to 54 */
                unsigned char gap2[3270656];
                float pad4[2][32][18][18]; /* calls 37 to 38 */
                unsigned char gap6[65024];
                float pad10[2][16][34][34]; /* calls 29 to 30 */
            };
            struct {
                unsigned char gap3[3276800];
                float pad5[2][32][18][18]; /* calls 39 to 40 */
                unsigned char gap7[65024];
                float pad11[2][16][34][34]; /* calls 31 to 32 */
            };
            struct {
                unsigned char gap4[3276800];
                float pad6[2][64][10][10]; /* calls 41 to 42 */
                unsigned char gap8[96768];
                float pad12[2][16][34][34]; /* calls 33 to 34 */
            };
            struct {
                unsigned char gap5[3276800];
                float pad7[128][64][10][10]; /* calls 43 to 49 */
            };
        } eval;
        union Resnet20EvalOne {
            float pad6[1][64][10][10]; /* calls 36 to 37 */
            float pad7[1][64][10][10]; /* calls 38 to 39 */
            struct {
                float pad[1][16][34][34];  /* calls 21 to 27 */
                float pad10[1][3][34][34]; /* calls 20 to 21 */
                float scale[16];           /* calls 1 to 21 */
                unsigned char gap5[60048];
                float scale2[16]; /* calls 2 to 22 */
                float scale3[16]; /* calls 3 to 23 */
                float scale4[16]; /* calls 4 to 24 */
                float scale5[16]; /* calls 5 to 25 */
                float scale6[16]; /* calls 6 to 26 */
                unsigned char gap7[69376];
                float scale7[64];  /* calls 14 to 34 */
                float scale8[64];  /* calls 15 to 35 */
                float scale9[64];  /* calls 16 to 36 */
                float scale10[64]; /* calls 17 to 37 */
                float scale11[64]; /* calls 18 to 38 */
                float scale12[64]; /* calls 19 to 40 */
                float scale13[32]; /* calls 8 to 28 */
                float scale14[32]; /* calls 9 to 29 */
                float scale15[32]; /* calls 10 to 30 */
                float scale16[32]; /* calls 11 to 31 */
                float scale17[32]; /* calls 12 to 32 */
                float scale18[32]; /* calls 13 to 33 */
                float scale19[16]; /* calls 7 to 27 */
                unsigned char gap8[217651904];
                int32_t argmax[1]; /* calls 43 to 44 */
            };
            struct {
                float pad2[1][32][18][18];  /* calls 28 to 29 */
                float pad9[1][32][18][18];  /* calls 29 to 33 */
                float pad14[1][32][17][17]; /* calls 33 to 35 */
                unsigned char gap6[28032];
                float pad15[1][16][33][33]; /* calls 27 to 29 */
            };
            struct {
                float pad3[1][32][18][18]; /* calls 30 to 31 */
                unsigned char gap1[9728];
                float conv2d19[1][64][8][8]; /* calls 39 to 40 */
                unsigned char gap2[6400];
                float pad11[1][16][34][34]; /* calls 22 to 23 */
            };
            struct {
                float pad4[1][32][18][18]; /* calls 32 to 33 */
                unsigned char gap3[32512];
                float pad12[1][16][34][34]; /* calls 24 to 25 */
            };
            struct {
                float pad5[1][64][10][10]; /* calls 34 to 35 */
                float pad8[1][64][10][10]; /* calls 35 to 40 */
                unsigned char gap4[22784];
                float pad13[1][16][34][34]; /* calls 26 to 27 */
            };
            struct {
                float mean[1][64];   /* calls 40 to 41 */
                float logits[1][10]; /* calls 41 to 46 */
            };
            struct {
                float max[1]; /* calls 42 to 46 */
                float sum[1]; /* calls 45 to 46 */
            };
        } eval_one;
        union Resnet20Predict {
            float pad6[1][64][10][10]; /* calls 36 to 37 */
            float pad7[1][64][10][10]; /* calls 38 to 39 */
            float mean[1][64];         /* calls 40 to 41 */
            struct {
                float pad[1][16][34][34];  /* calls 21 to 27 */
                float pad10[1][3][34][34]; /* calls 20 to 21 */
                float scale[16];           /* calls 1 to 21 */
                unsigned char gap5[60048];
                float scale2[16]; /* calls 2 to 22 */
                float scale3[16]; /* calls 3 to 23 */
                float scale4[16]; /* calls 4 to 24 */
                float scale5[16]; /* calls 5 to 25 */
                float scale6[16]; /* calls 6 to 26 */
                unsigned char gap7[69376];
                float scale7[64];  /* calls 14 to 34 */
                float scale8[64];  /* calls 15 to 35 */
                float scale9[64];  /* calls 16 to 36 */
                float scale10[64]; /* calls 17 to 37 */
                float scale11[64]; /* calls 18 to 38 */
                float scale12[64]; /* calls 19 to 40 */
                float scale13[32]; /* calls 8 to 28 */
                float scale14[32]; /* calls 9 to 29 */
                float scale15[32]; /* calls 10 to 30 */
                float scale16[32]; /* calls 11 to 31 */
                float scale17[32]; /* calls 12 to 32 */
                float scale18[32]; /* calls 13 to 33 */
                float scale19[16]; /* calls 7 to 27 */
            };
            struct {
                float pad2[1][32][18][18];  /* calls 28 to 29 */
                float pad9[1][32][18][18];  /* calls 29 to 33 */
                float pad14[1][32][17][17]; /* calls 33 to 35 */
                unsigned char gap6[28032];
                float pad15[1][16][33][33]; /* calls 27 to 29 */
            };
            struct {
                float pad3[1][32][18][18]; /* calls 30 to 31 */
                unsigned char gap1[9728];
                float conv2d19[1][64][8][8]; /* calls 39 to 40 */
                unsigned char gap2[6400];
                float pad11[1][16][34][34]; /* calls 22 to 23 */
            };
            struct {
                float pad4[1][32][18][18]; /* calls 32 to 33 */
                unsigned char gap3[32512];
                float pad12[1][16][34][34]; /* calls 24 to 25 */
            };
            struct {
                float pad5[1][64][10][10]; /* calls 34 to 35 */
                float pad8[1][64][10][10]; /* calls 35 to 40 */
                unsigned char gap4[22784];
                float pad13[1][16][34][34]; /* calls 26 to 27 */
            };
        } predict;
    } work;
} Resnet20;

/* Initial values of everything, drawn from the seed. */
void resnet20_init(Resnet20 *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float resnet20_step(Resnet20 *net, const float image[restrict 128][3][32][32],
                    const int32_t label[restrict 128]);
/* The loss and the metrics as in inference, without an update. */
float resnet20_eval(Resnet20 *net, const float image[restrict 128][3][32][32],
                    const int32_t label[restrict 128]);
/* The same of a batch of one row. */
float resnet20_eval_one(Resnet20 *net, const float image[restrict 1][3][32][32],
                        const int32_t label[restrict 1]);
/* The function `predict`. */
void resnet20_predict(Resnet20 *net, const float image[restrict 1][3][32][32],
                      float logits[restrict 1][10]);
extern const MfTensor resnet20_tensors[];

/* clang-format off */
_Static_assert(sizeof(((Resnet20 *)0)->work) == RESNET20_WORK_BYTES, "work");
_Static_assert(offsetof(Resnet20, linear1_bias) + sizeof(((Resnet20 *)0)->linear1_bias) ==
               RESNET20_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  pow = pow(0.1, floor(step / 24000))                             resnet20.lua:58 */
static void k1_pow(uint64_t step, float *restrict pow)
{
    const float t = (float)step / 24000.0f;
    const float t2 = floorf(t);
    *pow = mf_powf(0.1f, t2);
}

/* 2  conv2d14_weight by strips of 32 columns, as products read it    resnet20.lua:32 */
static void k2_weight_strips(const float conv2d14_weight[restrict 64][32][3][3],
                             float weight_strips[restrict 1][64][32])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 32; k++)
                weight_strips[0][16 * i + j][k] = conv2d14_weight[16 * i + j][k][1][1];
}

/* 3  conv2d14_weight by strips of 32 columns, as products read it    resnet20.lua:32 */
static void k3_weight_strips(const float conv2d14_weight[restrict 64][32][3][3],
                             float weight_strips[restrict 1][128][32],
                             float weight_strips2[restrict 1][128][32],
                             float weight_strips3[restrict 1][256][32])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 2; j++) {
            for (int k = 0; k < 32; k++) {
                weight_strips[0][2 * i + j][k] = conv2d14_weight[i][k][1][2 * j];
                weight_strips2[0][2 * i + j][k] = conv2d14_weight[i][k][2 * j][1];
            }
            for (int k = 0; k < 2; k++)
                for (int l = 0; l < 32; l++) {
                    weight_strips3[0][4 * i + 2 * j + k][l] =
                        conv2d14_weight[i][l][2 * k][2 * j];
                }
        }
}

/* 4  conv2d8_weight by strips of 32 columns, as products read it     resnet20.lua:32 */
static void k4_weight_strips(const float conv2d8_weight[restrict 32][16][3][3],
                             float weight_strips[restrict 1][144][32])
{
    for (int i = 0; i < 16; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 3; l++)
                    weight_strips[0][9 * i + 3 * j + l][k] = conv2d8_weight[k][i][j][l];
}

/* 5  conv2d14_weight by strips of 64 columns, as products read it    resnet20.lua:32 */
static void k5_weight_strips(const float conv2d14_weight[restrict 64][32][3][3],
                             float weight_strips[restrict 1][288][64])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 3; l++) {
                    weight_strips[0][9 * i + 3 * j + l][k] =
                        conv2d14_weight[k][i][j][l];
                }
}

/* 6  conv2d15_weight by strips of 64 columns, as products read it    resnet20.lua:32 */
static void k6_weight_strips(const float conv2d15_weight[restrict 64][64][3][3],
                             float weight_strips[restrict 1][576][64])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 3; l++) {
                    weight_strips[0][9 * i + 3 * j + l][k] =
                        conv2d15_weight[k][i][j][l];
                }
}

/* 7  conv2d19_weight by strips of 64 columns, as products read it    resnet20.lua:32 */
static void k7_weight_strips(const float conv2d19_weight[restrict 64][64][3][3],
                             float weight_strips[restrict 1][576][64])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 64; l++) {
                    weight_strips[0][9 * i + 3 * j + k][l] =
                        conv2d19_weight[i][l][k][j];
                }
}

/* 8  pad = pad(image)
 *    conv2d1 = einsum("ncpqij,ocij->nopq", windows(pad),
 *        conv2d1_weight)                                             resnet20.lua:47 */
MF_APART
static void k8_conv2d1(const float image[restrict 128][3][32][32],
                       const float conv2d1_weight[restrict 16][3][3][3],
                       float pad[restrict 128][3][34][34],
                       float conv2d1[restrict 128][16][32][32])
{
    static const MfAxis rows[] = {{16, 27}};
    static const MfAxis columns[] = {{2, 34}, {32, 1}};
    static const MfTerm terms[] = {{3, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 128; i++) {
        for (int j = 0; j < 3; j++) {
            for (int k = 0; k < 34; k++)
                pad[i][j][0][k] = 0.0f;
            for (int k = 0; k < 32; k++) {
                pad[i][j][k + 1][0] = 0.0f;
                for (int l = 0; l < 32; l++)
                    pad[i][j][k + 1][l + 1] = image[i][j][k][l];
                pad[i][j][k + 1][33] = 0.0f;
            }
            for (int k = 0; k < 34; k++)
                pad[i][j][33][k] = 0.0f;
        }
        for (int j = 0; j < 16; j++) {
            mf_later(&plan, &pad[i][0][0][0], 13872, 13872, j, 16);
            mf_later(&plan, &conv2d1[i][0][0][0], 65536, 65536, j, 16);
            float acc[16][64];
            mf_productf(&plan, &conv2d1_weight[0][0][0][0], &pad[i][0][2 * j][0],
                        acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 32; m++)
                        conv2d1[i][k][2 * j + l][m] = acc[k][32 * l + m];
        }
    }
}

/* 9  mean = sum(conv2d1) * 7.62939e-06
 *    running_mean = 0.9 * running_mean + 0.1 * mean
 *    centred = conv2d1 - mean
 *    variance = sum(centred * centred) * 7.62939e-06
 *    deviation = sqrt(variance + 1e-05)
 *    scale = batchnorm1_weight / deviation
 *    running_var = 0.9 * running_var + 0.1 * (variance * 1.00001)    resnet20.lua:47 */
static void k9_running_var(const float conv2d1[restrict 128][16][32][32],
                           const float batchnorm1_weight[restrict 16],
                           float mean[restrict 16], float running_mean[restrict 16],
                           float deviation[restrict 16], float scale[restrict 16],
                           float running_var[restrict 16])
{
    for (int i = 0; i < 16; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++) {
                mf_ahead(&conv2d1[j][i][0][0], 65536, 4096, k, 32);
                for (int l = 0; l < 2; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++)
                        lane[m] += conv2d1[j][i][k][16 * l + m];
                }
            }
        const float sum = mf_sum16f(lane);
        const float mean2 = sum * 7.6293945e-06f;
        mean[i] = mean2;
        running_mean[i] = 0.9f * running_mean[i] + 0.1f * mean2;
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++) {
                mf_ahead(&conv2d1[j][i][0][0], 65536, 4096, k, 32);
                for (int l = 0; l < 2; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++) {
                        const float t = conv2d1[j][i][k][16 * l + m];
                        const float centred = t - mean[i];
                        lane2[m] += centred * centred;
                    }
                }
            }
        const float sum2 = mf_sum16f(lane2);
        const float variance = sum2 * 7.6293945e-06f;
        const float deviation2 = sqrtf(variance + 1e-05f);
        deviation[i] = deviation2;
        const float scale2 = batchnorm1_weight[i] / deviation2;
        scale[i] = scale2;
        running_var[i] = 0.9f * running_var[i] + 0.1f * (variance * 1.0000076f);
    }
}

/* 10  x (in pad) = relu((conv2d1 - mean) * scale + batchnorm1_bias)  resnet20.lua:47
 *     pad = pad(x)                                                   resnet20.lua:32 */
static void k10_x(const float conv2d1[restrict 128][16][32][32],
                  const float mean[restrict 16], const float scale[restrict 16],
                  const float batchnorm1_bias[restrict 16],
                  float pad[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 32; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 32; l++) {
                    const float t = (conv2d1[i][j][k][l] - mean[j]) * scale[j];
                    pad[i][j][k + 1][l + 1] = mf_reluf(t + batchnorm1_bias[j]);
                }
            }
            for (int k = 0; k < 34; k++)
                pad[i][j][0][k] = 0.0f;
            for (int k = 0; k < 32; k++) {
                pad[i][j][k + 1][0] = 0.0f;
                pad[i][j][k + 1][33] = 0.0f;
            }
            for (int k = 0; k < 34; k++)
                pad[i][j][33][k] = 0.0f;
        }
}

/* 11  conv2d2 = einsum("ncpqij,ocij->nopq", windows(pad),
 *         conv2d2_weight)                                            resnet20.lua:32 */
MF_APART
static void k11_conv2d2(const float conv2d2_weight[restrict 16][16][3][3],
                        const float pad[restrict 128][16][34][34],
                        float conv2d2[restrict 128][16][32][32])
{
    static const MfAxis rows[] = {{16, 144}};
    static const MfAxis columns[] = {{2, 34}, {32, 1}};
    static const MfTerm terms[] = {{16, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            mf_later(&plan, &pad[i][0][0][0], 73984, 73984, j, 16);
            mf_later(&plan, &conv2d2[i][0][0][0], 65536, 65536, j, 16);
            float acc[16][64];
            mf_productf(&plan, &conv2d2_weight[0][0][0][0], &pad[i][0][2 * j][0],
                        acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 32; m++)
                        conv2d2[i][k][2 * j + l][m] = acc[k][32 * l + m];
        }
}

/* 12  x (in pad2) = relu((conv2d3 - mean) * scale + batchnorm3_bias + pad)
 *     pad2 = pad(x)                                                  resnet20.lua:32 */
static void k12_x(const float conv2d3[restrict 128][16][32][32],
                  const float mean[restrict 16], const float scale[restrict 16],
                  const float batchnorm3_bias[restrict 16],
                  const float pad[restrict 128][16][34][34],
                  float pad2[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 32; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 32; l++) {
                    const float t = (conv2d3[i][j][k][l] - mean[j]) * scale[j];
                    const float x_in = t + batchnorm3_bias[j] + pad[i][j][k + 1][l + 1];
                    pad2[i][j][k + 1][l + 1] = mf_reluf(x_in);
                }
            }
            for (int k = 0; k < 34; k++)
                pad2[i][j][0][k] = 0.0f;
            for (int k = 0; k < 32; k++) {
                pad2[i][j][k + 1][0] = 0.0f;
                pad2[i][j][k + 1][33] = 0.0f;
            }
            for (int k = 0; k < 34; k++)
                pad2[i][j][33][k] = 0.0f;
        }
}

/* 13  x (in pad2) = relu((conv2d7 - mean) * scale + batchnorm7_bias + pad)
 *     pad2 = pad(x)                                                  resnet20.lua:32 */
static void k13_x(const float conv2d7[restrict 128][16][32][32],
                  const float mean[restrict 16], const float scale[restrict 16],
                  const float batchnorm7_bias[restrict 16],
                  const float pad[restrict 128][16][34][34],
                  float pad2[restrict 128][16][33][33])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 32; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 32; l++) {
                    const float t = (conv2d7[i][j][k][l] - mean[j]) * scale[j];
                    const float x_in = t + batchnorm7_bias[j] + pad[i][j][k + 1][l + 1];
                    pad2[i][j][k + 1][l + 1] = mf_reluf(x_in);
                }
            }
            for (int k = 0; k < 33; k++)
                pad2[i][j][0][k] = 0.0f;
            for (int k = 0; k < 32; k++)
                pad2[i][j][k + 1][0] = 0.0f;
        }
}

/* 14  conv2d8 = einsum("ncpqij,ocij->nopq", windows(pad),
 *         conv2d8_weight)                                            resnet20.lua:32 */
MF_APART
static void k14_conv2d8(const float pad[restrict 128][16][33][33],
                        const float weight_strips[restrict 1][144][32],
                        float conv2d8[restrict 128][32][16][16])
{
    static const MfAxis rows[] = {{16, 66}, {16, 2}};
    static const MfAxis columns[] = {{32, 1}};
    static const MfTerm terms[] = {{16, 1089, 288}, {3, 33, 96}, {3, 1, 32}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 3, terms);
    for (int i = 0; i < 128; i++) {
        float acc[32][256];
        mf_product_turnedf(&plan, &pad[i][0][0][0], &weight_strips[0][0][0], acc[0],
                           256);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    conv2d8[i][j][k][l] = acc[j][16 * k + l];
            }
    }
}

/* 15  mean = sum(conv2d8) * 3.05176e-05
 *     running_mean = 0.9 * running_mean + 0.1 * mean
 *     centred = conv2d8 - mean
 *     variance = sum(centred * centred) * 3.05176e-05
 *     deviation = sqrt(variance + 1e-05)
 *     scale = batchnorm8_weight / deviation
 *     running_var = 0.9 * running_var + 0.1 * (variance * 1.00003)   resnet20.lua:32 */
MF_APART
static void k15_running_var(const float conv2d8[restrict 128][32][16][16],
                            const float batchnorm8_weight[restrict 32],
                            float mean[restrict 32], float running_mean[restrict 32],
                            float deviation[restrict 32], float scale[restrict 32],
                            float running_var[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++) {
            mf_ahead(&conv2d8[j][i][0][0], 32768, 1024, 0, 1);
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] += conv2d8[j][i][k][l];
            }
        }
        const float sum = mf_sum16f(lane);
        const float mean2 = sum * 3.0517578e-05f;
        mean[i] = mean2;
        running_mean[i] = 0.9f * running_mean[i] + 0.1f * mean2;
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++) {
            mf_ahead(&conv2d8[j][i][0][0], 32768, 1024, 0, 1);
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float centred = conv2d8[j][i][k][l] - mean[i];
                    lane2[l] += centred * centred;
                }
            }
        }
        const float sum2 = mf_sum16f(lane2);
        const float variance = sum2 * 3.0517578e-05f;
        const float deviation2 = sqrtf(variance + 1e-05f);
        deviation[i] = deviation2;
        const float scale2 = batchnorm8_weight[i] / deviation2;
        scale[i] = scale2;
        running_var[i] = 0.9f * running_var[i] + 0.1f * (variance * 1.0000305f);
    }
}

/* 16  relu (in pad) = relu((conv2d8 - mean) * scale + batchnorm8_bias)
 *     pad = pad(relu)                                                resnet20.lua:32 */
static void k16_relu(const float conv2d8[restrict 128][32][16][16],
                     const float mean[restrict 32], const float scale[restrict 32],
                     const float batchnorm8_bias[restrict 32],
                     float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 16; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (conv2d8[i][j][k][l] - mean[j]) * scale[j];
                    pad[i][j][k + 1][l + 1] = mf_reluf(t + batchnorm8_bias[j]);
                }
            }
            for (int k = 0; k < 18; k++)
                pad[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                pad[i][j][k + 1][0] = 0.0f;
                pad[i][j][k + 1][17] = 0.0f;
            }
            for (int k = 0; k < 18; k++)
                pad[i][j][17][k] = 0.0f;
        }
}

/* 17  conv2d9 = einsum("ncpqij,ocij->nopq", windows(pad),
 *         conv2d9_weight)                                            resnet20.lua:32 */
MF_APART
static void k17_conv2d9(const float conv2d9_weight[restrict 32][32][3][3],
                        const float pad[restrict 128][32][18][18],
                        float conv2d9[restrict 128][32][16][16])
{
    static const MfAxis rows[] = {{32, 288}};
    static const MfAxis columns[] = {{4, 18}, {16, 1}};
    static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            mf_later(&plan, &pad[i][0][0][0], 41472, 41472, j, 4);
            mf_later(&plan, &conv2d9[i][0][0][0], 32768, 32768, j, 4);
            float acc[32][64];
            mf_productf(&plan, &conv2d9_weight[0][0][0][0], &pad[i][0][4 * j][0],
                        acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++)
                        conv2d9[i][k][4 * j + l][m] = acc[k][16 * l + m];
                }
        }
}

/* 18  x (in pad2) = relu((conv2d9 - mean) * scale + batchnorm9_bias + pad(pad[:, :,
 *         0:31:2, 0:31:2]))
 *     pad2 = pad(x)                                                  resnet20.lua:32 */
static void k18_x(const float conv2d9[restrict 128][32][16][16],
                  const float mean[restrict 32], const float scale[restrict 32],
                  const float batchnorm9_bias[restrict 32],
                  const float pad[restrict 128][16][33][33],
                  float pad2[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 16; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (conv2d9[i][j][k][l] - mean[j]) * scale[j];
                    const float batchnorm9 = t + batchnorm9_bias[j];
                    const bool t2 = j >= 8 && j < 24;
                    const float pad3 = t2 ? pad[i][j - 8][2 * k + 1][2 * l + 1] : 0.0f;
                    pad2[i][j][k + 1][l + 1] = mf_reluf(batchnorm9 + pad3);
                }
            }
            for (int k = 0; k < 18; k++)
                pad2[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                pad2[i][j][k + 1][0] = 0.0f;
                pad2[i][j][k + 1][17] = 0.0f;
            }
            for (int k = 0; k < 18; k++)
                pad2[i][j][17][k] = 0.0f;
        }
}

/* 19  x (in pad2) = relu((conv2d11 - mean) * scale + batchnorm11_bias + pad)
 *     pad2 = pad(x)                                                  resnet20.lua:32 */
static void k19_x(const float conv2d11[restrict 128][32][16][16],
                  const float mean[restrict 32], const float scale[restrict 32],
                  const float batchnorm11_bias[restrict 32],
                  const float pad[restrict 128][32][18][18],
                  float pad2[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 16; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (conv2d11[i][j][k][l] - mean[j]) * scale[j];
                    const float x_in =
                        t + batchnorm11_bias[j] + pad[i][j][k + 1][l + 1];
                    pad2[i][j][k + 1][l + 1] = mf_reluf(x_in);
                }
            }
            for (int k = 0; k < 18; k++)
                pad2[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                pad2[i][j][k + 1][0] = 0.0f;
                pad2[i][j][k + 1][17] = 0.0f;
            }
            for (int k = 0; k < 18; k++)
                pad2[i][j][17][k] = 0.0f;
        }
}

/* 20  x (in pad2) = relu((conv2d13 - mean) * scale + batchnorm13_bias + pad)
 *     pad2 = pad(x)                                                  resnet20.lua:32 */
static void k20_x(const float conv2d13[restrict 128][32][16][16],
                  const float mean[restrict 32], const float scale[restrict 32],
                  const float batchnorm13_bias[restrict 32],
                  const float pad[restrict 128][32][18][18],
                  float pad2[restrict 128][32][17][17])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 16; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (conv2d13[i][j][k][l] - mean[j]) * scale[j];
                    const float x_in =
                        t + batchnorm13_bias[j] + pad[i][j][k + 1][l + 1];
                    pad2[i][j][k + 1][l + 1] = mf_reluf(x_in);
                }
            }
            for (int k = 0; k < 17; k++)
                pad2[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                pad2[i][j][k + 1][0] = 0.0f;
        }
}

/* 21  conv2d14 = einsum("ncpqij,ocij->nopq", windows(pad),
 *         conv2d14_weight)                                           resnet20.lua:32 */
MF_APART
static void k21_conv2d14(const float pad[restrict 128][32][17][17],
                         const float weight_strips[restrict 1][288][64],
                         float conv2d14[restrict 128][64][8][8])
{
    static const MfAxis rows[] = {{4, 9248}, {8, 34}, {8, 2}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{32, 289, 576}, {3, 17, 192}, {3, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    for (int i = 0; i < 32; i++) {
        float acc[64][256];
        mf_product_turnedf(&plan, &pad[4 * i][0][0][0], &weight_strips[0][0][0], acc[0],
                           256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++)
                        conv2d14[4 * i + j][k][l][m] = acc[k][64 * j + 8 * l + m];
                }
    }
}

/* 22  mean = sum(conv2d14) * 0.00012207
 *     running_mean = 0.9 * running_mean + 0.1 * mean
 *     centred = conv2d14 - mean
 *     variance = sum(centred * centred) * 0.00012207
 *     deviation = sqrt(variance + 1e-05)
 *     scale = batchnorm14_weight / deviation
 *     running_var = 0.9 * running_var + 0.1 * (variance * 1.00012)   resnet20.lua:32 */
MF_APART
static void k22_running_var(const float conv2d14[restrict 128][64][8][8],
                            const float batchnorm14_weight[restrict 64],
                            float mean[restrict 64], float running_mean[restrict 64],
                            float deviation[restrict 64], float scale[restrict 64],
                            float running_var[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++) {
            mf_ahead(&conv2d14[j][i][0][0], 131072, 256, 0, 1);
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    lane[l] += conv2d14[j][i][k][l];
            }
        }
        const float sum = mf_sum16f(lane);
        const float mean2 = sum * 0.00012207031f;
        mean[i] = mean2;
        running_mean[i] = 0.9f * running_mean[i] + 0.1f * mean2;
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++) {
            mf_ahead(&conv2d14[j][i][0][0], 131072, 256, 0, 1);
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float centred = conv2d14[j][i][k][l] - mean[i];
                    lane2[l] += centred * centred;
                }
            }
        }
        const float sum2 = mf_sum16f(lane2);
        const float variance = sum2 * 0.00012207031f;
        const float deviation2 = sqrtf(variance + 1e-05f);
        deviation[i] = deviation2;
        const float scale2 = batchnorm14_weight[i] / deviation2;
        scale[i] = scale2;
        running_var[i] = 0.9f * running_var[i] + 0.1f * (variance * 1.0001221f);
    }
}

/* 23  relu (in pad) = relu((conv2d14 - mean) * scale + batchnorm14_bias)
 *     pad = pad(relu)                                                resnet20.lua:32 */
static void k23_relu(const float conv2d14[restrict 128][64][8][8],
                     const float mean[restrict 64], const float scale[restrict 64],
                     const float batchnorm14_bias[restrict 64],
                     float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 8; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = (conv2d14[i][j][k][l] - mean[j]) * scale[j];
                    pad[i][j][k + 1][l + 1] = mf_reluf(t + batchnorm14_bias[j]);
                }
            }
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 8; k++) {
                pad[i][j][k + 1][0] = 0.0f;
                pad[i][j][k + 1][9] = 0.0f;
            }
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad[i][j][9][k] = 0.0f;
        }
}

/* 24  conv2d15 = einsum("ncpqij,ocij->nopq", windows(pad),
 *         conv2d15_weight)                                           resnet20.lua:32 */
MF_APART
static void k24_conv2d15(const float pad[restrict 128][64][10][10],
                         const float weight_strips[restrict 1][576][64],
                         float conv2d15[restrict 128][64][8][8])
{
    static const MfAxis rows[] = {{4, 6400}, {8, 10}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 100, 576}, {3, 10, 192}, {3, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    for (int i = 0; i < 32; i++) {
        float acc[64][256];
        mf_product_turnedf(&plan, &pad[4 * i][0][0][0], &weight_strips[0][0][0], acc[0],
                           256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++)
                        conv2d15[4 * i + j][k][l][m] = acc[k][64 * j + 8 * l + m];
                }
    }
}

/* 25  x (in pad2) = relu((conv2d15 - mean) * scale + batchnorm15_bias + pad(pad[:, :,
 *         0:15:2, 0:15:2]))
 *     pad2 = pad(x)                                                  resnet20.lua:32 */
static void k25_x(const float conv2d15[restrict 128][64][8][8],
                  const float mean[restrict 64], const float scale[restrict 64],
                  const float batchnorm15_bias[restrict 64],
                  const float pad[restrict 128][32][17][17],
                  float pad2[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = (conv2d15[i][j][k][l] - mean[j]) * scale[j];
                    const float batchnorm15 = t + batchnorm15_bias[j];
                    const bool t2 = j >= 16 && j < 48;
                    const float pad3 = t2 ? pad[i][j - 16][2 * k + 1][2 * l + 1] : 0.0f;
                    pad2[i][j][k + 1][l + 1] = mf_reluf(batchnorm15 + pad3);
                }
            }
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad2[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 8; k++) {
                pad2[i][j][k + 1][0] = 0.0f;
                pad2[i][j][k + 1][9] = 0.0f;
            }
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad2[i][j][9][k] = 0.0f;
        }
}

/* 26  x (in pad2) = relu((conv2d17 - mean) * scale + batchnorm17_bias + pad)
 *     pad2 = pad(x)                                                  resnet20.lua:32 */
static void k26_x(const float conv2d17[restrict 128][64][8][8],
                  const float mean[restrict 64], const float scale[restrict 64],
                  const float batchnorm17_bias[restrict 64],
                  const float pad[restrict 128][64][10][10],
                  float pad2[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 8; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = (conv2d17[i][j][k][l] - mean[j]) * scale[j];
                    const float x_in =
                        t + batchnorm17_bias[j] + pad[i][j][k + 1][l + 1];
                    pad2[i][j][k + 1][l + 1] = mf_reluf(x_in);
                }
            }
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad2[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 8; k++) {
                pad2[i][j][k + 1][0] = 0.0f;
                pad2[i][j][k + 1][9] = 0.0f;
            }
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad2[i][j][9][k] = 0.0f;
        }
}

/* 27  x = relu((conv2d19 - mean) * scale + batchnorm19_bias + pad)   resnet20.lua:32
 *     mean2 = sum(x) * 0.015625                                      resnet20.lua:44 */
MF_APART
static void k27_mean(const float conv2d19[restrict 128][64][8][8],
                     const float mean[restrict 64], const float scale[restrict 64],
                     const float batchnorm19_bias[restrict 64],
                     const float pad[restrict 128][64][10][10],
                     float x[restrict 128][64][8][8], float mean2[restrict 128][64])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            MF_BY_ROW;
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_BY_ROW;
                    MF_ROLLED
                    for (int l = 0; l < 8; l++) {
                        const float t = pad[i][16 * j + r][k + 1][l + 1];
                        const float t2 = conv2d19[i][16 * j + r][k][l];
                        const float t3 = (t2 - mean[16 * j + r]) * scale[16 * j + r];
                        const float x_in = t3 + batchnorm19_bias[16 * j + r] + t;
                        x[i][16 * j + r][k][l] = mf_reluf(x_in);
                        lane[l] += x[i][16 * j + r][k][l];
                    }
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums[r];
                mean2[i][16 * j + r] = sum * 0.015625f;
            }
        }
}

/* 28  logits = mean linear1_weight + linear1_bias                    resnet20.lua:47 */
MF_APART
static void k28_logits(const float mean[restrict 128][64],
                       const float linear1_weight[restrict 64][10],
                       const float linear1_bias[restrict 10],
                       float logits[restrict 128][10])
{
    static const MfAxis rows[] = {{128, 64}};
    static const MfAxis columns[] = {{10, 1}};
    static const MfTerm terms[] = {{64, 1, 10}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[128][32];
    mf_productf(&plan, &mean[0][0], &linear1_weight[0][0], acc[0], 32);
    for (int i = 0; i < 128; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            logits[i][j] = acc[i][j] + linear1_bias[j];
    }
}

/* 29  max = max(logits)
 *     exp = exp(logits - max)
 *     sum = sum(exp)
 *     dsum = 0.0078125 / sum
 *     dlogits = where(column == label, -0.0078125, 0) + dsum * exp   resnet20.lua:48 */
MF_APART
static void k29_dlogits(const float logits[restrict 128][10],
                        const int32_t label[restrict 128], float max[restrict 128],
                        float sum[restrict 128], float dlogits[restrict 128][10])
{
    for (int i = 0; i < 8; i++) {
        MF_BY_ROW;
        for (int r = 0; r < 16; r++) {
            float acc = -INFINITY;
            for (int j = 0; j < 10; j++)
                acc = mf_maxf(logits[16 * i + r][j], acc);
            max[16 * i + r] = acc;
        }
        float exp[16][16];
        for (int r = 0; r < 16; r++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int j = 0; j < 16; j++) {
                const float t = j < 10 ? logits[16 * i + r][j] : 0.0f;
                exp[r][j] = mf_expf(t - max[16 * i + r]);
            }
        }
        float sums[16];
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            MF_ROLLED
            for (int j = 0; j < 16; j++)
                lane[j] += j < 10 ? exp[r][j] : 0.0f;
            const float sum2 = mf_sum16f(lane);
            sum[16 * i + r] = sum2;
            sums[r] = sum2;
        }
        float dsums[16];
        MF_ROLLED
        for (int r = 0; r < 16; r++) {
            const float sum2 = sums[r];
            dsums[r] = 0.0078125f / sum2;
        }
        for (int r = 0; r < 16; r++) {
            MF_BY_ROW;
            const float dsum = dsums[r];
            MF_ROLLED
            for (int j = 0; j < 10; j++) {
                const float t = j == label[16 * i + r] ? -0.0078125f : 0.0f;
                dlogits[16 * i + r][j] = t + dsum * exp[r][j];
            }
        }
    }
}

/* 30  argmax = argmax(logits)                                        resnet20.lua:61 */
static void k30_argmax(const float logits[restrict 128][10],
                       int32_t argmax[restrict 128])
{
    for (int i = 0; i < 128; i++) {
        float top = -INFINITY;
        int32_t first = 0;
        for (int j = 0; j < 10; j++) {
            const float x = logits[i][j];
            const int32_t old = first;
            first = mf_abovef(x, top) ? j : old;
            top = mf_maxf(x, top);
        }
        argmax[i] = first;
    }
}

/* 31  accuracy = sum(f32(argmax == label)) * 0.0078125               resnet20.lua:61 */
MF_APART
static void k31_accuracy(const int32_t argmax[restrict 128],
                         const int32_t label[restrict 128], float *restrict accuracy)
{
    float lane[16] = {0};
    for (int i = 0; i < 8; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            lane[j] += (float)(argmax[16 * i + j] == label[16 * i + j]);
    }
    const float sum = mf_sum16f(lane);
    *accuracy = sum * 0.0078125f;
}

/* 32  loss = sum(log(sum) - gather(logits - max, label)) *
 *         0.0078125                                                  resnet20.lua:48 */
MF_APART
static void k32_loss(const int32_t label[restrict 128], const float sum[restrict 128],
                     const float logits[restrict 128][10],
                     const float max[restrict 128], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 8; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            const int at = label[16 * i + j];
            const float t = logits[16 * i + j][at] - max[16 * i + j];
            lane[j] += mf_logf(sum[16 * i + j]) - t;
        }
    }
    const float sum2 = mf_sum16f(lane);
    *loss = sum2 * 0.0078125f;
}

/* 33  dlinear1_bias = sum(dlogits)                                   resnet20.lua:47
 *     v = momentum * sgd_v_linear1_bias + (dlinear1_bias + weight_decay *
 *         linear1_bias)
 *     sgd_v_linear1_bias = where(abs(v) < 1e-30, 0, v)
 *     linear1_bias = linear1_bias - 0.1 * pow * sgd_v_linear1_bias   resnet20.lua:55 */
MF_APART
static void k33_linear1_bias(const float dlogits[restrict 128][10], float momentum,
                             float weight_decay, float pow,
                             float sgd_v_linear1_bias[restrict 10],
                             float linear1_bias[restrict 10])
{
    float acc[10] = {0};
    for (int i = 0; i < 128; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            acc[j] += dlogits[i][j];
    }
    MF_ROLLED
    for (int i = 0; i < 10; i++) {
        const float t = acc[i] + weight_decay * linear1_bias[i];
        const float v = momentum * sgd_v_linear1_bias[i] + t;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        sgd_v_linear1_bias[i] = v2;
        linear1_bias[i] = linear1_bias[i] - 0.1f * pow * v2;
    }
}

/* 34  dsum = dlogits linear1_weight' * 0.015625                      resnet20.lua:44 */
MF_APART
static void k34_dsum(const float dlogits[restrict 128][10],
                     const float linear1_weight[restrict 64][10],
                     float dsum[restrict 128][64])
{
    static const MfAxis rows[] = {{128, 10}};
    static const MfAxis columns[] = {{64, 10}};
    static const MfTerm terms[] = {{10, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[128][64];
    mf_productf(&plan, &dlogits[0][0], &linear1_weight[0][0], acc[0], 64);
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++)
            dsum[i][j] = acc[i][j] * 0.015625f;
}

/* 35  dx_in = where(x > 0, dsum, 0)
 *     dscale = sum(dx_in * (conv2d19 - mean))
 *     dadd = dscale * scale / deviation * -0.5 / deviation
 *     dbatchnorm19_weight = dscale / deviation                       resnet20.lua:32
 *     v = momentum * v_batchnorm19_weight + (dbatchnorm19_weight + weight_decay *
 *         batchnorm19_weight)
 *     v_batchnorm19_weight = where(abs(v) < 1e-30, 0, v)
 *     batchnorm19_weight = batchnorm19_weight - 0.1 * pow *
 *         v_batchnorm19_weight                                       resnet20.lua:55
 *     dbatchnorm19_bias = sum(dx_in)                                 resnet20.lua:32
 *     v = momentum * v_batchnorm19_bias + (dbatchnorm19_bias + weight_decay *
 *         batchnorm19_bias)
 *     v_batchnorm19_bias = where(abs(v) < 1e-30, 0, v)
 *     batchnorm19_bias = batchnorm19_bias - 0.1 * pow *
 *         v_batchnorm19_bias                                         resnet20.lua:55 */
MF_APART
static void k35_batchnorm19_bias(const float x[restrict 128][64][8][8],
                                 const float dsum[restrict 128][64],
                                 const float conv2d19[restrict 128][64][8][8],
                                 const float mean[restrict 64],
                                 const float scale[restrict 64],
                                 const float deviation[restrict 64], float momentum,
                                 float weight_decay, float pow, float dadd[restrict 64],
                                 float v_batchnorm19_weight[restrict 64],
                                 float batchnorm19_weight[restrict 64],
                                 float v_batchnorm19_bias[restrict 64],
                                 float batchnorm19_bias[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++) {
            mf_ahead(&x[j][i][0][0], 131072, 256, 0, 1);
            mf_ahead(&conv2d19[j][i][0][0], 131072, 256, 0, 1);
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float dx = dsum[j][i];
                    const float dx_in = x[j][i][k][l] > 0.0f ? dx : 0.0f;
                    lane[l] += dx_in * (conv2d19[j][i][k][l] - mean[i]);
                    const float dx2 = dsum[j][i];
                    lane2[l] += x[j][i][k][l] > 0.0f ? dx2 : 0.0f;
                }
            }
        }
        const float sum = mf_sum16f(lane);
        const float t = sum * scale[i] / deviation[i];
        const float dadd2 = t * -0.5f / deviation[i];
        dadd[i] = dadd2;
        const float t2 = sum / deviation[i] + weight_decay * batchnorm19_weight[i];
        const float v = momentum * v_batchnorm19_weight[i] + t2;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        v_batchnorm19_weight[i] = v2;
        batchnorm19_weight[i] = batchnorm19_weight[i] - 0.1f * pow * v2;
        const float sum2 = mf_sum16f(lane2);
        const float t3 = sum2 + weight_decay * batchnorm19_bias[i];
        const float v3 = momentum * v_batchnorm19_bias[i] + t3;
        const float v4 = mf_absf(v3) < 1e-30f ? 0.0f : v3;
        v_batchnorm19_bias[i] = v4;
        batchnorm19_bias[i] = batchnorm19_bias[i] - 0.1f * pow * v4;
    }
}

/* 36  dlinear1_weight = mean' dlogits                                resnet20.lua:47
 *     v = momentum * sgd_v_linear1_weight + (dlinear1_weight + weight_decay *
 *         linear1_weight)
 *     sgd_v_linear1_weight = where(abs(v) < 1e-30, 0, v)
 *     linear1_weight = linear1_weight - 0.1 * pow *
 *         sgd_v_linear1_weight                                       resnet20.lua:55 */
MF_APART
static void k36_linear1_weight(const float dlogits[restrict 128][10],
                               const float mean[restrict 128][64], float momentum,
                               float weight_decay, float pow,
                               float sgd_v_linear1_weight[restrict 64][10],
                               float linear1_weight[restrict 64][10])
{
    static const MfAxis rows[] = {{10, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 10, 64}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 1, columns, 1, terms);
    float acc[64][32];
    mf_product_turnedf(&plan, &dlogits[0][0], &mean[0][0], acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++) {
            const float t = acc[i][j] + weight_decay * linear1_weight[i][j];
            const float v = momentum * sgd_v_linear1_weight[i][j] + t;
            const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
            sgd_v_linear1_weight[i][j] = v2;
            linear1_weight[i][j] = linear1_weight[i][j] - 0.1f * pow * v2;
        }
    }
}

/* 37  dcentred (in conv2d19) = where(x > 0, dsum, 0) * scale + dadd * 0.00012207 *
 *         (conv2d19 - mean) + dadd * 0.00012207 * (conv2d19 - mean)  resnet20.lua:32 */
static void k37_dcentred(const float dadd[restrict 64], const float mean[restrict 64],
                         const float x[restrict 128][64][8][8],
                         const float dsum[restrict 128][64],
                         const float scale[restrict 64],
                         float conv2d19[restrict 128][64][8][8])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 8; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float centred = conv2d19[i][j][k][l] - mean[j];
                    const float t = dadd[j] * 0.00012207031f * centred;
                    const float dx = dsum[i][j];
                    const float t2 = (x[i][j][k][l] > 0.0f ? dx : 0.0f) * scale[j] + t;
                    conv2d19[i][j][k][l] = t2 + t;
                }
            }
}

/* 38  dsum = sum(dcentred) * -0.00012207                             resnet20.lua:32 */
MF_APART
static void k38_dsum(const float dcentred[restrict 128][64][8][8],
                     float dsum[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++) {
            mf_ahead(&dcentred[j][i][0][0], 131072, 256, 0, 1);
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    lane[l] += dcentred[j][i][k][l];
            }
        }
        const float sum = mf_sum16f(lane);
        dsum[i] = sum * -0.00012207031f;
    }
}

/* 39  dconv2d19 (in dcentred) = dcentred + dsum
 *     pad = pad(dconv2d19)                                           resnet20.lua:32 */
static void k39_pad(const float dsum[restrict 64],
                    float dcentred[restrict 128][64][8][8],
                    float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 8; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    dcentred[i][j][k][l] = dcentred[i][j][k][l] + dsum[j];
            }
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad[i][j][0][k] = 0.0f;
            for (int k = 0; k < 8; k++) {
                pad[i][j][k + 1][0] = 0.0f;
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    pad[i][j][k + 1][l + 1] = dcentred[i][j][k][l];
                pad[i][j][k + 1][9] = 0.0f;
            }
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad[i][j][9][k] = 0.0f;
        }
}

/* 40  dconv2d19_weight = einsum("ncpqij,nopq->ocij", windows(pad),
 *         dconv2d19)                                                 resnet20.lua:32
 *     v = momentum * v_conv2d19_weight + (dconv2d19_weight + weight_decay *
 *         conv2d19_weight)
 *     v_conv2d19_weight = where(abs(v) < 1e-30, 0, v)
 *     conv2d19_weight = conv2d19_weight - 0.1 * pow *
 *         v_conv2d19_weight                                          resnet20.lua:55 */
MF_APART
static void k40_conv2d19_weight(const float pad[restrict 128][64][10][10],
                                const float dconv2d19[restrict 128][64][8][8],
                                float momentum, float weight_decay, float pow,
                                float v_conv2d19_weight[restrict 64][64][3][3],
                                float conv2d19_weight[restrict 64][64][3][3])
{
    static const MfAxis rows[] = {{16, 100}, {3, 10}, {3, 1}};
    static const MfAxis columns[] = {{64, 64}};
    static const MfTerm terms[] = {{128, 6400, 4096}, {8, 10, 8}, {8, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    for (int i = 0; i < 4; i++) {
        float acc[64][160];
        mf_product_turnedf(&plan, &pad[0][16 * i][0][0], &dconv2d19[0][0][0][0], acc[0],
                           160);
        for (int j = 0; j < 64; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 3; l++)
                    for (int m = 0; m < 3; m++) {
                        const float t = v_conv2d19_weight[j][16 * i + k][l][m];
                        const float t2 = conv2d19_weight[j][16 * i + k][l][m];
                        const float t3 = acc[j][9 * k + 3 * l + m] + weight_decay * t2;
                        const float v = momentum * t + t3;
                        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                        v_conv2d19_weight[j][16 * i + k][l][m] = v2;
                        const float t4 = conv2d19_weight[j][16 * i + k][l][m];
                        conv2d19_weight[j][16 * i + k][l][m] = t4 - 0.1f * pow * v2;
                    }
        }
    }
}

/* 41  dbatchnorm18 = where(pad2 > 0, einsum("nopqji,ocij->ncpq", turned_windows(pad),
 *         conv2d19_weight), 0)                                       resnet20.lua:32 */
MF_APART
static void k41_dbatchnorm18(const float pad[restrict 128][64][10][10],
                             const float weight_strips[restrict 1][576][64],
                             const float pad2[restrict 128][64][10][10],
                             float dbatchnorm18[restrict 128][64][8][8])
{
    static const MfAxis rows[] = {{4, 6400}, {8, 10}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 100, 576}, {3, -1, 192}, {3, -10, 64}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    for (int i = 0; i < 32; i++) {
        float acc[64][256];
        mf_product_turnedf(&plan, &pad[4 * i][0][2][2], &weight_strips[0][0][0], acc[0],
                           256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 8; l++) {
                    MF_BY_ROW;
                    MF_ROLLED
                    for (int m = 0; m < 8; m++) {
                        const float t = acc[k][64 * j + 8 * l + m];
                        const bool t2 = pad2[4 * i + j][k][l + 1][m + 1] > 0.0f;
                        dbatchnorm18[4 * i + j][k][l][m] = t2 ? t : 0.0f;
                    }
                }
    }
}

/* 42  dscale = sum(dbatchnorm18 * (conv2d18 - mean))
 *     dadd = dscale * scale / deviation * -0.5 / deviation
 *     dbatchnorm18_weight = dscale / deviation                       resnet20.lua:32
 *     v = momentum * v_batchnorm18_weight + (dbatchnorm18_weight + weight_decay *
 *         batchnorm18_weight)
 *     v_batchnorm18_weight = where(abs(v) < 1e-30, 0, v)
 *     batchnorm18_weight = batchnorm18_weight - 0.1 * pow *
 *         v_batchnorm18_weight                                       resnet20.lua:55
 *     dbatchnorm18_bias = sum(dbatchnorm18)                          resnet20.lua:32
 *     v = momentum * v_batchnorm18_bias + (dbatchnorm18_bias + weight_decay *
 *         batchnorm18_bias)
 *     v_batchnorm18_bias = where(abs(v) < 1e-30, 0, v)
 *     batchnorm18_bias = batchnorm18_bias - 0.1 * pow *
 *         v_batchnorm18_bias                                         resnet20.lua:55 */
MF_APART
static void k42_batchnorm18_bias(const float dbatchnorm18[restrict 128][64][8][8],
                                 const float conv2d18[restrict 128][64][8][8],
                                 const float mean[restrict 64],
                                 const float scale[restrict 64],
                                 const float deviation[restrict 64], float momentum,
                                 float weight_decay, float pow, float dadd[restrict 64],
                                 float v_batchnorm18_weight[restrict 64],
                                 float batchnorm18_weight[restrict 64],
                                 float v_batchnorm18_bias[restrict 64],
                                 float batchnorm18_bias[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++) {
            mf_ahead(&dbatchnorm18[j][i][0][0], 131072, 256, 0, 1);
            mf_ahead(&conv2d18[j][i][0][0], 131072, 256, 0, 1);
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float centred = conv2d18[j][i][k][l] - mean[i];
                    lane[l] += dbatchnorm18[j][i][k][l] * centred;
                    lane2[l] += dbatchnorm18[j][i][k][l];
                }
            }
        }
        const float sum = mf_sum16f(lane);
        const float t = sum * scale[i] / deviation[i];
        const float dadd2 = t * -0.5f / deviation[i];
        dadd[i] = dadd2;
        const float t2 = sum / deviation[i] + weight_decay * batchnorm18_weight[i];
        const float v = momentum * v_batchnorm18_weight[i] + t2;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        v_batchnorm18_weight[i] = v2;
        batchnorm18_weight[i] = batchnorm18_weight[i] - 0.1f * pow * v2;
        const float sum2 = mf_sum16f(lane2);
        const float t3 = sum2 + weight_decay * batchnorm18_bias[i];
        const float v3 = momentum * v_batchnorm18_bias[i] + t3;
        const float v4 = mf_absf(v3) < 1e-30f ? 0.0f : v3;
        v_batchnorm18_bias[i] = v4;
        batchnorm18_bias[i] = batchnorm18_bias[i] - 0.1f * pow * v4;
    }
}

/* 43  dcentred (in conv2d18) = dbatchnorm18 * scale + dadd * 0.00012207 * (conv2d18 -
 *         mean) + dadd * 0.00012207 * (conv2d18 - mean)              resnet20.lua:32 */
static void k43_dcentred(const float dadd[restrict 64], const float mean[restrict 64],
                         const float dbatchnorm18[restrict 128][64][8][8],
                         const float scale[restrict 64],
                         float conv2d18[restrict 128][64][8][8])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 8; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float centred = conv2d18[i][j][k][l] - mean[j];
                    const float t = dadd[j] * 0.00012207031f * centred;
                    conv2d18[i][j][k][l] = dbatchnorm18[i][j][k][l] * scale[j] + t + t;
                }
            }
}

/* 44  dx = where(x > 0, dsum, 0) + einsum("nopqji,ocij->ncpq", turned_windows(pad),
 *         conv2d18_weight)
 *     dx_in (in x) = where(pad2 > 0, dx, 0)                          resnet20.lua:32 */
MF_APART
static void k44_dx_in(const float pad[restrict 128][64][10][10],
                      const float weight_strips[restrict 1][576][64],
                      const float pad2[restrict 128][64][10][10],
                      const float dsum[restrict 128][64],
                      float x[restrict 128][64][8][8])
{
    static const MfAxis rows[] = {{4, 6400}, {8, 10}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 100, 576}, {3, -1, 192}, {3, -10, 64}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    for (int i = 0; i < 32; i++) {
        float acc[64][256];
        mf_product_turnedf(&plan, &pad[4 * i][0][2][2], &weight_strips[0][0][0], acc[0],
                           256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 8; l++) {
                    MF_BY_ROW;
                    MF_ROLLED
                    for (int m = 0; m < 8; m++) {
                        const float dx = dsum[4 * i + j][k];
                        /* clang-format off */
                        const float dx2 =
                            (x[4 * i + j][k][l][m] > 0.0f ? dx : 0.0f) +
                            acc[k][64 * j + 8 * l + m];
                        /* clang-format on */
                        const bool t = pad2[4 * i + j][k][l + 1][m + 1] > 0.0f;
                        x[4 * i + j][k][l][m] = t ? dx2 : 0.0f;
                    }
                }
    }
}

/* 45  dx = dx_in + einsum("nopqji,ocij->ncpq", turned_windows(pad), conv2d16_weight)
 *     dx_in = where(pad2 > 0, dx, 0)                                 resnet20.lua:32 */
MF_APART
static void k45_dx_in(const float pad[restrict 128][64][10][10],
                      const float weight_strips[restrict 1][576][64],
                      const float pad2[restrict 128][64][10][10],
                      float dx_in[restrict 128][64][8][8])
{
    static const MfAxis rows[] = {{4, 6400}, {8, 10}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 100, 576}, {3, -1, 192}, {3, -10, 64}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    for (int i = 0; i < 32; i++) {
        float acc[64][256];
        mf_product_turnedf(&plan, &pad[4 * i][0][2][2], &weight_strips[0][0][0], acc[0],
                           256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 8; l++) {
                    MF_BY_ROW;
                    MF_ROLLED
                    for (int m = 0; m < 8; m++) {
                        const float dx =
                            dx_in[4 * i + j][k][l][m] + acc[k][64 * j + 8 * l + m];
                        const bool t = pad2[4 * i + j][k][l + 1][m + 1] > 0.0f;
                        dx_in[4 * i + j][k][l][m] = t ? dx : 0.0f;
                    }
                }
    }
}

/* 46  dconv2d14 (in dcentred) = dcentred + dsum
 *     pad = pad(dconv2d14)
 *     pad2 = pad(dconv2d14)                                          resnet20.lua:32 */
static void k46_pad(const float dsum[restrict 64],
                    float dcentred[restrict 128][64][8][8],
                    float pad[restrict 128][64][8][9],
                    float pad2[restrict 128][64][9][8])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 8; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    dcentred[i][j][k][l] = dcentred[i][j][k][l] + dsum[j];
                    pad[i][j][k][l] = dcentred[i][j][k][l];
                }
            }
            MF_ROLLED
            for (int k = 0; k < 8; k++)
                pad[i][j][k][8] = 0.0f;
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    pad2[i][j][k][l] = dcentred[i][j][k][l];
            }
            MF_ROLLED
            for (int k = 0; k < 8; k++)
                pad2[i][j][8][k] = 0.0f;
        }
}

/* 47  dconv2d14_weight = einsum("ncpqij,nopq->ocij", windows(pad),
 *         dconv2d14)                                                 resnet20.lua:32
 *     v = momentum * v_conv2d14_weight + (dconv2d14_weight + weight_decay *
 *         conv2d14_weight)
 *     v_conv2d14_weight = where(abs(v) < 1e-30, 0, v)
 *     conv2d14_weight = conv2d14_weight - 0.1 * pow *
 *         v_conv2d14_weight                                          resnet20.lua:55 */
MF_APART
static void k47_conv2d14_weight(const float pad[restrict 128][32][17][17],
                                const float dconv2d14[restrict 128][64][8][8],
                                float momentum, float weight_decay, float pow,
                                float v_conv2d14_weight[restrict 64][32][3][3],
                                float conv2d14_weight[restrict 64][32][3][3])
{
    static const MfAxis rows[] = {{16, 289}, {3, 17}, {3, 1}};
    static const MfAxis columns[] = {{64, 64}};
    static const MfTerm terms[] = {{128, 9248, 4096}, {8, 34, 8}, {8, 2, 1}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    for (int i = 0; i < 2; i++) {
        float acc[64][160];
        mf_product_turnedf(&plan, &pad[0][16 * i][0][0], &dconv2d14[0][0][0][0], acc[0],
                           160);
        for (int j = 0; j < 64; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 3; l++)
                    for (int m = 0; m < 3; m++) {
                        const float t = v_conv2d14_weight[j][16 * i + k][l][m];
                        const float t2 = conv2d14_weight[j][16 * i + k][l][m];
                        const float t3 = acc[j][9 * k + 3 * l + m] + weight_decay * t2;
                        const float v = momentum * t + t3;
                        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                        v_conv2d14_weight[j][16 * i + k][l][m] = v2;
                        const float t4 = conv2d14_weight[j][16 * i + k][l][m];
                        conv2d14_weight[j][16 * i + k][l][m] = t4 - 0.1f * pow * v2;
                    }
        }
    }
}

/* 48  product = einsum("nopqji,ocij->ncpq", windows(dconv2d14), conv2d14_weight[:, :,
 *         1:2, 1:2])                                                 resnet20.lua:32 */
MF_APART
static void k48_product(const float dconv2d14[restrict 128][64][8][8],
                        const float weight_strips[restrict 1][64][32],
                        float product[restrict 128][32][8][8])
{
    static const MfAxis rows[] = {{4, 4096}, {8, 8}, {8, 1}};
    static const MfAxis columns[] = {{32, 1}};
    static const MfTerm terms[] = {{64, 64, 32}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 1, terms);
    for (int i = 0; i < 32; i++) {
        mf_later(&plan, &dconv2d14[4 * i][0][0][0], 65536, 65536, 0, 1);
        float acc[32][256];
        mf_product_turnedf(&plan, &dconv2d14[4 * i][0][0][0], &weight_strips[0][0][0],
                           acc[0], 256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++)
                        product[4 * i + j][k][l][m] = acc[k][64 * j + 8 * l + m];
                }
    }
}

/* 49  product = einsum("nopqji,ocij->ncpq", turned_windows(pad), conv2d14_weight[:, :,
 *         0:3:2, 1:2])                                               resnet20.lua:32 */
MF_APART
static void k49_product(const float pad[restrict 128][64][9][8],
                        const float weight_strips[restrict 1][128][32],
                        float product[restrict 128][32][8][8])
{
    static const MfAxis rows[] = {{4, 4608}, {8, 8}, {8, 1}};
    static const MfAxis columns[] = {{32, 1}};
    static const MfTerm terms[] = {{64, 72, 64}, {2, -8, 32}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 2, terms);
    for (int i = 0; i < 32; i++) {
        mf_later(&plan, &pad[4 * i][0][1][0], 73728, 73728, 0, 1);
        float acc[32][256];
        mf_product_turnedf(&plan, &pad[4 * i][0][1][0], &weight_strips[0][0][0], acc[0],
                           256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++)
                        product[4 * i + j][k][l][m] = acc[k][64 * j + 8 * l + m];
                }
    }
}

/* 50  product = einsum("nopqji,ocij->ncpq", turned_windows(pad), conv2d14_weight[:, :,
 *         1:2, 0:3:2])                                               resnet20.lua:32 */
MF_APART
static void k50_product(const float pad[restrict 128][64][8][9],
                        const float weight_strips[restrict 1][128][32],
                        float product[restrict 128][32][8][8])
{
    static const MfAxis rows[] = {{4, 4608}, {8, 9}, {8, 1}};
    static const MfAxis columns[] = {{32, 1}};
    static const MfTerm terms[] = {{64, 72, 64}, {2, -1, 32}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 2, terms);
    for (int i = 0; i < 32; i++) {
        mf_later(&plan, &pad[4 * i][0][0][1], 73728, 73728, 0, 1);
        float acc[32][256];
        mf_product_turnedf(&plan, &pad[4 * i][0][0][1], &weight_strips[0][0][0], acc[0],
                           256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++)
                        product[4 * i + j][k][l][m] = acc[k][64 * j + 8 * l + m];
                }
    }
}

/* 51  concat = concat(product, product2)                             resnet20.lua:32 */
static void k51_concat(const float product[restrict 128][32][8][8],
                       const float product2[restrict 128][32][8][8],
                       float concat[restrict 128][32][8][8][2])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    concat[i][j][k][l][0] = product[i][j][k][l];
            }
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    concat[i][j][k][l][1] = product2[i][j][k][l];
            }
}

/* 52  pad2 = pad(pad)                                                resnet20.lua:32 */
static void k52_pad(const float pad[restrict 128][64][8][9],
                    float pad2[restrict 128][64][9][9])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 9; l++)
                    pad2[i][j][k][l] = pad[i][j][k][l];
            }
            MF_ROLLED
            for (int k = 0; k < 9; k++)
                pad2[i][j][8][k] = 0.0f;
        }
}

/* 53  product = einsum("nopqji,ocij->ncpq", turned_windows(pad), conv2d14_weight[:, :,
 *         0:3:2, 0:3:2])                                             resnet20.lua:32 */
MF_APART
static void k53_product(const float pad[restrict 128][64][9][9],
                        const float weight_strips[restrict 1][256][32],
                        float product[restrict 128][32][8][8])
{
    static const MfAxis rows[] = {{4, 5184}, {8, 9}, {8, 1}};
    static const MfAxis columns[] = {{32, 1}};
    static const MfTerm terms[] = {{64, 81, 128}, {2, -1, 64}, {2, -9, 32}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    for (int i = 0; i < 32; i++) {
        mf_later(&plan, &pad[4 * i][0][1][1], 82944, 82944, 0, 1);
        float acc[32][256];
        mf_product_turnedf(&plan, &pad[4 * i][0][1][1], &weight_strips[0][0][0], acc[0],
                           256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++)
                        product[4 * i + j][k][l][m] = acc[k][64 * j + 8 * l + m];
                }
    }
}

/* 54  concat3 = concat(concat, concat2)                              resnet20.lua:32 */
static void k54_concat(const float concat[restrict 128][32][8][16],
                       const float concat2[restrict 128][32][8][16],
                       float concat3[restrict 128][32][8][2][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    concat3[i][j][k][0][l] = concat[i][j][k][l];
            }
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    concat3[i][j][k][1][l] = concat2[i][j][k][l];
            }
}

/* 55  dx = dx_in[:, 16:48, :, :]                                     resnet20.lua:22
 *     dx = pad(dx) + concat
 *     dx_in (in concat) = where(pad > 0, dx, 0)                      resnet20.lua:32 */
static void k55_dx_in(const float pad[restrict 128][32][17][17],
                      const float dx_in[restrict 128][64][8][8],
                      float concat[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            mf_ahead(&dx_in[i][16][0][0], 16384, 8192, j, 32);
            for (int k = 0; k < 8; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float dx =
                        dx_in[i][j + 16][k][l] + concat[i][j][2 * k][2 * l];
                    const bool t = pad[i][j][2 * k + 1][2 * l + 1] > 0.0f;
                    concat[i][j][2 * k][2 * l] = t ? dx : 0.0f;
                    const float dx2 = 0.0f + concat[i][j][2 * k][2 * l + 1];
                    const bool t2 = pad[i][j][2 * k + 1][2 * l + 2] > 0.0f;
                    concat[i][j][2 * k][2 * l + 1] = t2 ? dx2 : 0.0f;
                }
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float dx = 0.0f + concat[i][j][2 * k + 1][l];
                    const bool t = pad[i][j][2 * k + 2][l + 1] > 0.0f;
                    concat[i][j][2 * k + 1][l] = t ? dx : 0.0f;
                }
            }
        }
}

/* 56  dscale = sum(dx_in * (conv2d13 - mean))
 *     dadd = dscale * scale / deviation * -0.5 / deviation
 *     dbatchnorm13_weight = dscale / deviation                       resnet20.lua:32
 *     v = momentum * v_batchnorm13_weight + (dbatchnorm13_weight + weight_decay *
 *         batchnorm13_weight)
 *     v_batchnorm13_weight = where(abs(v) < 1e-30, 0, v)
 *     batchnorm13_weight = batchnorm13_weight - 0.1 * pow *
 *         v_batchnorm13_weight                                       resnet20.lua:55
 *     dbatchnorm13_bias = sum(dx_in)                                 resnet20.lua:32
 *     v = momentum * v_batchnorm13_bias + (dbatchnorm13_bias + weight_decay *
 *         batchnorm13_bias)
 *     v_batchnorm13_bias = where(abs(v) < 1e-30, 0, v)
 *     batchnorm13_bias = batchnorm13_bias - 0.1 * pow *
 *         v_batchnorm13_bias                                         resnet20.lua:55 */
MF_APART
static void k56_batchnorm13_bias(const float dx_in[restrict 128][32][16][16],
                                 const float conv2d13[restrict 128][32][16][16],
                                 const float mean[restrict 32],
                                 const float scale[restrict 32],
                                 const float deviation[restrict 32], float momentum,
                                 float weight_decay, float pow, float dadd[restrict 32],
                                 float v_batchnorm13_weight[restrict 32],
                                 float batchnorm13_weight[restrict 32],
                                 float v_batchnorm13_bias[restrict 32],
                                 float batchnorm13_bias[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        float lane[16] = {0};
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++) {
            mf_ahead(&dx_in[j][i][0][0], 32768, 1024, 0, 1);
            mf_ahead(&conv2d13[j][i][0][0], 32768, 1024, 0, 1);
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    lane[l] += dx_in[j][i][k][l] * (conv2d13[j][i][k][l] - mean[i]);
                    lane2[l] += dx_in[j][i][k][l];
                }
            }
        }
        const float sum = mf_sum16f(lane);
        const float t = sum * scale[i] / deviation[i];
        const float dadd2 = t * -0.5f / deviation[i];
        dadd[i] = dadd2;
        const float t2 = sum / deviation[i] + weight_decay * batchnorm13_weight[i];
        const float v = momentum * v_batchnorm13_weight[i] + t2;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        v_batchnorm13_weight[i] = v2;
        batchnorm13_weight[i] = batchnorm13_weight[i] - 0.1f * pow * v2;
        const float sum2 = mf_sum16f(lane2);
        const float t3 = sum2 + weight_decay * batchnorm13_bias[i];
        const float v3 = momentum * v_batchnorm13_bias[i] + t3;
        const float v4 = mf_absf(v3) < 1e-30f ? 0.0f : v3;
        v_batchnorm13_bias[i] = v4;
        batchnorm13_bias[i] = batchnorm13_bias[i] - 0.1f * pow * v4;
    }
}

/* 57  dcentred (in conv2d13) = dx_in * scale + dadd * 3.05176e-05 * (conv2d13 - mean) +
 *         dadd * 3.05176e-05 * (conv2d13 - mean)                     resnet20.lua:32 */
static void k57_dcentred(const float dx_in[restrict 128][32][16][16],
                         const float scale[restrict 32], const float dadd[restrict 32],
                         const float mean[restrict 32],
                         float conv2d13[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float centred = conv2d13[i][j][k][l] - mean[j];
                    const float t = dadd[j] * 3.0517578e-05f * centred;
                    conv2d13[i][j][k][l] = dx_in[i][j][k][l] * scale[j] + t + t;
                }
            }
}

/* 58  dsum = sum(dcentred) * -3.05176e-05                            resnet20.lua:32 */
MF_APART
static void k58_dsum(const float dcentred[restrict 128][32][16][16],
                     float dsum[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++) {
            mf_ahead(&dcentred[j][i][0][0], 32768, 1024, 0, 1);
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] += dcentred[j][i][k][l];
            }
        }
        const float sum = mf_sum16f(lane);
        dsum[i] = sum * -3.0517578e-05f;
    }
}

/* 59  dconv2d13 (in pad) = dcentred + dsum
 *     pad = pad(dconv2d13)                                           resnet20.lua:32 */
static void k59_dconv2d13(const float dcentred[restrict 128][32][16][16],
                          const float dsum[restrict 32],
                          float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 16; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    pad[i][j][k + 1][l + 1] = dcentred[i][j][k][l] + dsum[j];
            }
            for (int k = 0; k < 18; k++)
                pad[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                pad[i][j][k + 1][0] = 0.0f;
                pad[i][j][k + 1][17] = 0.0f;
            }
            for (int k = 0; k < 18; k++)
                pad[i][j][17][k] = 0.0f;
        }
}

/* 60  dbatchnorm12 = where(pad2 > 0, einsum("nopqji,ocij->ncpq", turned_windows(pad),
 *         conv2d13_weight), 0)                                       resnet20.lua:32 */
MF_APART
static void k60_dbatchnorm12(const float conv2d13_weight[restrict 32][32][3][3],
                             const float pad[restrict 128][32][18][18],
                             const float pad2[restrict 128][32][18][18],
                             float dbatchnorm12[restrict 128][32][16][16])
{
    static const MfAxis rows[] = {{32, 9}};
    static const MfAxis columns[] = {{4, 18}, {16, 1}};
    static const MfTerm terms[] = {{32, 288, 324}, {3, 1, -1}, {3, 3, -18}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            mf_later(&plan, &pad[i][0][2][2], 41472, 41472, j, 4);
            mf_later(&plan, &pad2[i][0][1][1], 41472, 41320, j, 4);
            mf_later(&plan, &dbatchnorm12[i][0][0][0], 32768, 32768, j, 4);
            float acc[32][64];
            mf_productf(&plan, &conv2d13_weight[0][0][0][0], &pad[i][0][4 * j + 2][2],
                        acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++) {
                    MF_BY_ROW;
                    MF_ROLLED
                    for (int m = 0; m < 16; m++) {
                        const float t = acc[k][16 * l + m];
                        const bool t2 = pad2[i][k][4 * j + l + 1][m + 1] > 0.0f;
                        dbatchnorm12[i][k][4 * j + l][m] = t2 ? t : 0.0f;
                    }
                }
        }
}

/* 61  dconv2d13_weight = einsum("ncpqij,nopq->ocij", windows(pad),
 *         pad2)                                                      resnet20.lua:32
 *     v = momentum * v_conv2d13_weight + (dconv2d13_weight + weight_decay *
 *         conv2d13_weight)
 *     v_conv2d13_weight = where(abs(v) < 1e-30, 0, v)
 *     conv2d13_weight = conv2d13_weight - 0.1 * pow *
 *         v_conv2d13_weight                                          resnet20.lua:55 */
MF_APART
static void k61_conv2d13_weight(const float pad[restrict 128][32][18][18],
                                const float pad2[restrict 128][32][18][18],
                                float momentum, float weight_decay, float pow,
                                float v_conv2d13_weight[restrict 32][32][3][3],
                                float conv2d13_weight[restrict 32][32][3][3])
{
    static const MfAxis rows[] = {{16, 324}, {3, 18}, {3, 1}};
    static const MfAxis columns[] = {{32, 324}};
    static const MfTerm terms[] = {{128, 10368, 10368}, {16, 18, 18}, {16, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    for (int i = 0; i < 2; i++) {
        float acc[32][160];
        mf_product_turnedf(&plan, &pad[0][16 * i][0][0], &pad2[0][0][1][1], acc[0],
                           160);
        for (int j = 0; j < 32; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 3; l++)
                    for (int m = 0; m < 3; m++) {
                        const float t = v_conv2d13_weight[j][16 * i + k][l][m];
                        const float t2 = conv2d13_weight[j][16 * i + k][l][m];
                        const float t3 = acc[j][9 * k + 3 * l + m] + weight_decay * t2;
                        const float v = momentum * t + t3;
                        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                        v_conv2d13_weight[j][16 * i + k][l][m] = v2;
                        const float t4 = conv2d13_weight[j][16 * i + k][l][m];
                        conv2d13_weight[j][16 * i + k][l][m] = t4 - 0.1f * pow * v2;
                    }
        }
    }
}

/* 62  dcentred (in dbatchnorm12) = dbatchnorm12 * scale + dadd * 3.05176e-05 *
 *         (conv2d12 - mean) + dadd * 3.05176e-05 * (conv2d12 -
 *         mean)                                                      resnet20.lua:32 */
static void k62_dcentred(const float scale[restrict 32], const float dadd[restrict 32],
                         const float conv2d12[restrict 128][32][16][16],
                         const float mean[restrict 32],
                         float dbatchnorm12[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float centred = conv2d12[i][j][k][l] - mean[j];
                    const float t = dadd[j] * 3.0517578e-05f * centred;
                    const float t2 = dbatchnorm12[i][j][k][l] * scale[j] + t;
                    dbatchnorm12[i][j][k][l] = t2 + t;
                }
            }
}

/* 63  dx = dx_in + einsum("nopqji,ocij->ncpq", turned_windows(pad), conv2d12_weight)
 *     dx_in = where(pad2 > 0, dx, 0)                                 resnet20.lua:32 */
MF_APART
static void k63_dx_in(const float conv2d12_weight[restrict 32][32][3][3],
                      const float pad[restrict 128][32][18][18],
                      const float pad2[restrict 128][32][18][18],
                      float dx_in[restrict 128][32][16][16])
{
    static const MfAxis rows[] = {{32, 9}};
    static const MfAxis columns[] = {{4, 18}, {16, 1}};
    static const MfTerm terms[] = {{32, 288, 324}, {3, 1, -1}, {3, 3, -18}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            mf_later(&plan, &pad[i][0][2][2], 41472, 41472, j, 4);
            mf_later(&plan, &pad2[i][0][1][1], 41472, 41320, j, 4);
            mf_later(&plan, &dx_in[i][0][0][0], 32768, 32768, j, 4);
            float acc[32][64];
            mf_productf(&plan, &conv2d12_weight[0][0][0][0], &pad[i][0][4 * j + 2][2],
                        acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++) {
                    MF_BY_ROW;
                    MF_ROLLED
                    for (int m = 0; m < 16; m++) {
                        const float dx = dx_in[i][k][4 * j + l][m] + acc[k][16 * l + m];
                        const bool t = pad2[i][k][4 * j + l + 1][m + 1] > 0.0f;
                        dx_in[i][k][4 * j + l][m] = t ? dx : 0.0f;
                    }
                }
        }
}

/* 64  dconv2d8 (in pad) = dcentred + dsum
 *     pad = pad(dconv2d8)
 *     pad2 = pad(dconv2d8)
 *     pad3 = pad(pad)                                                resnet20.lua:32 */
static void k64_pad(const float dcentred[restrict 128][32][16][16],
                    const float dsum[restrict 32], float pad[restrict 128][32][16][17],
                    float pad2[restrict 128][32][17][16],
                    float pad3[restrict 128][32][17][17])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 16; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    pad[i][j][k][l] = dcentred[i][j][k][l] + dsum[j];
            }
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                pad[i][j][k][16] = 0.0f;
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    pad2[i][j][k][l] = pad[i][j][k][l];
            }
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 17; l++)
                    pad3[i][j][k][l] = pad[i][j][k][l];
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                pad2[i][j][16][k] = 0.0f;
            for (int k = 0; k < 17; k++)
                pad3[i][j][16][k] = 0.0f;
        }
}

/* 65  product = einsum("nopqji,ocij->ncpq", windows(pad), conv2d8_weight[:, :, 1:2,
 *         1:2])                                                      resnet20.lua:32 */
MF_APART
static void k65_product(const float conv2d8_weight[restrict 32][16][3][3],
                        const float pad[restrict 128][32][16][17],
                        float product[restrict 128][16][16][16])
{
    static const MfAxis rows[] = {{16, 9}};
    static const MfAxis columns[] = {{4, 17}, {16, 1}};
    static const MfTerm terms[] = {{32, 144, 272}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 1, terms);
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            mf_later(&plan, &pad[i][0][0][0], 34816, 34812, j, 4);
            mf_later(&plan, &product[i][0][0][0], 16384, 16384, j, 4);
            float acc[16][64];
            mf_productf(&plan, &conv2d8_weight[0][0][1][1], &pad[i][0][4 * j][0],
                        acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 4; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++)
                        product[i][k][4 * j + l][m] = acc[k][16 * l + m];
                }
        }
}

/* 66  product = einsum("nopqji,ocij->ncpq", turned_windows(pad), conv2d8_weight[:, :,
 *         1:2, 0:3:2])                                               resnet20.lua:32 */
MF_APART
static void k66_product(const float conv2d8_weight[restrict 32][16][3][3],
                        const float pad[restrict 128][32][16][17],
                        float product[restrict 128][16][16][16])
{
    static const MfAxis rows[] = {{16, 9}};
    static const MfAxis columns[] = {{4, 17}, {16, 1}};
    static const MfTerm terms[] = {{32, 144, 272}, {2, 2, -1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 2, terms);
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            mf_later(&plan, &pad[i][0][0][1], 34816, 34816, j, 4);
            mf_later(&plan, &product[i][0][0][0], 16384, 16384, j, 4);
            float acc[16][64];
            mf_productf(&plan, &conv2d8_weight[0][0][1][0], &pad[i][0][4 * j][1],
                        acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 4; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++)
                        product[i][k][4 * j + l][m] = acc[k][16 * l + m];
                }
        }
}

/* 67  concat = concat(product, product2)                             resnet20.lua:32 */
static void k67_concat(const float product[restrict 128][16][16][16],
                       const float product2[restrict 128][16][16][16],
                       float concat[restrict 128][16][16][16][2])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    concat[i][j][k][l][0] = product[i][j][k][l];
            }
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    concat[i][j][k][l][1] = product2[i][j][k][l];
            }
}

/* 68  product = einsum("nopqji,ocij->ncpq", turned_windows(pad), conv2d8_weight[:, :,
 *         0:3:2, 1:2])                                               resnet20.lua:32 */
MF_APART
static void k68_product(const float conv2d8_weight[restrict 32][16][3][3],
                        const float pad[restrict 128][32][17][16],
                        float product[restrict 128][16][16][16])
{
    static const MfAxis rows[] = {{16, 9}};
    static const MfAxis columns[] = {{4, 16}, {16, 1}};
    static const MfTerm terms[] = {{32, 144, 272}, {2, 6, -16}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 2, terms);
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            mf_later(&plan, &pad[i][0][1][0], 34816, 34816, j, 4);
            mf_later(&plan, &product[i][0][0][0], 16384, 16384, j, 4);
            float acc[16][64];
            mf_productf(&plan, &conv2d8_weight[0][0][0][1], &pad[i][0][4 * j + 1][0],
                        acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 4; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++)
                        product[i][k][4 * j + l][m] = acc[k][16 * l + m];
                }
        }
}

/* 69  product = einsum("nopqji,ocij->ncpq", turned_windows(pad), conv2d8_weight[:, :,
 *         0:3:2, 0:3:2])                                             resnet20.lua:32 */
MF_APART
static void k69_product(const float conv2d8_weight[restrict 32][16][3][3],
                        const float pad[restrict 128][32][17][17],
                        float product[restrict 128][16][16][16])
{
    static const MfAxis rows[] = {{16, 9}};
    static const MfAxis columns[] = {{4, 17}, {16, 1}};
    static const MfTerm terms[] = {{32, 144, 289}, {2, 2, -1}, {2, 6, -17}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            mf_later(&plan, &pad[i][0][1][1], 36992, 36992, j, 4);
            mf_later(&plan, &product[i][0][0][0], 16384, 16384, j, 4);
            float acc[16][64];
            mf_productf(&plan, &conv2d8_weight[0][0][0][0], &pad[i][0][4 * j + 1][1],
                        acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 4; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++)
                        product[i][k][4 * j + l][m] = acc[k][16 * l + m];
                }
        }
}

/* 70  dconv2d8_weight = einsum("ncpqij,nopq->ocij", windows(pad),
 *         pad2)                                                      resnet20.lua:32
 *     v = momentum * sgd_v_conv2d8_weight + (dconv2d8_weight + weight_decay *
 *         conv2d8_weight)
 *     sgd_v_conv2d8_weight = where(abs(v) < 1e-30, 0, v)
 *     conv2d8_weight = conv2d8_weight - 0.1 * pow *
 *         sgd_v_conv2d8_weight                                       resnet20.lua:55 */
MF_APART
static void k70_conv2d8_weight(const float pad[restrict 128][16][33][33],
                               const float pad2[restrict 128][32][16][17],
                               float momentum, float weight_decay, float pow,
                               float sgd_v_conv2d8_weight[restrict 32][16][3][3],
                               float conv2d8_weight[restrict 32][16][3][3])
{
    static const MfAxis rows[] = {{16, 1089}, {3, 33}, {3, 1}};
    static const MfAxis columns[] = {{32, 272}};
    static const MfTerm terms[] = {{128, 17424, 8704}, {16, 66, 17}, {16, 2, 1}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    float acc[32][160];
    mf_product_turnedf(&plan, &pad[0][0][0][0], &pad2[0][0][0][0], acc[0], 160);
    for (int i = 0; i < 32; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    const float t = momentum * sgd_v_conv2d8_weight[i][j][k][l];
                    const float t2 = weight_decay * conv2d8_weight[i][j][k][l];
                    const float v = t + (acc[i][9 * j + 3 * k + l] + t2);
                    const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                    sgd_v_conv2d8_weight[i][j][k][l] = v2;
                    const float t3 = conv2d8_weight[i][j][k][l];
                    conv2d8_weight[i][j][k][l] = t3 - 0.1f * pow * v2;
                }
    }
}

/* 71  concat3 = concat(concat, concat2)                              resnet20.lua:32 */
static void k71_concat(const float concat[restrict 128][16][16][32],
                       const float concat2[restrict 128][16][16][32],
                       float concat3[restrict 128][16][16][2][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 32; l++)
                    concat3[i][j][k][0][l] = concat[i][j][k][l];
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 32; l++)
                    concat3[i][j][k][1][l] = concat2[i][j][k][l];
}

/* 72  dx = dx_in[:, 8:24, :, :]                                      resnet20.lua:22
 *     dx = pad(dx) + concat
 *     dx_in (in concat) = where(pad > 0, dx, 0)                      resnet20.lua:32 */
static void k72_dx_in(const float pad[restrict 128][16][33][33],
                      const float dx_in[restrict 128][32][16][16],
                      float concat[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            mf_ahead(&dx_in[i][8][0][0], 32768, 16384, j, 16);
            for (int k = 0; k < 16; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float dx = dx_in[i][j + 8][k][l] + concat[i][j][2 * k][2 * l];
                    const bool t = pad[i][j][2 * k + 1][2 * l + 1] > 0.0f;
                    concat[i][j][2 * k][2 * l] = t ? dx : 0.0f;
                    const float dx2 = 0.0f + concat[i][j][2 * k][2 * l + 1];
                    const bool t2 = pad[i][j][2 * k + 1][2 * l + 2] > 0.0f;
                    concat[i][j][2 * k][2 * l + 1] = t2 ? dx2 : 0.0f;
                }
                for (int l = 0; l < 32; l++) {
                    const float dx = 0.0f + concat[i][j][2 * k + 1][l];
                    const bool t = pad[i][j][2 * k + 2][l + 1] > 0.0f;
                    concat[i][j][2 * k + 1][l] = t ? dx : 0.0f;
                }
            }
        }
}

/* 73  dscale = sum(dx_in * (conv2d7 - mean))
 *     dadd = dscale * scale / deviation * -0.5 / deviation
 *     dbatchnorm7_weight = dscale / deviation                        resnet20.lua:32
 *     v = momentum * v_batchnorm7_weight + (dbatchnorm7_weight + weight_decay *
 *         batchnorm7_weight)
 *     v_batchnorm7_weight = where(abs(v) < 1e-30, 0, v)
 *     batchnorm7_weight = batchnorm7_weight - 0.1 * pow *
 *         v_batchnorm7_weight                                        resnet20.lua:55
 *     dbatchnorm7_bias = sum(dx_in)                                  resnet20.lua:32
 *     v = momentum * v_batchnorm7_bias + (dbatchnorm7_bias + weight_decay *
 *         batchnorm7_bias)
 *     v_batchnorm7_bias = where(abs(v) < 1e-30, 0, v)
 *     batchnorm7_bias = batchnorm7_bias - 0.1 * pow *
 *         v_batchnorm7_bias                                          resnet20.lua:55 */
MF_APART
static void k73_batchnorm7_bias(const float dx_in[restrict 128][16][32][32],
                                const float conv2d7[restrict 128][16][32][32],
                                const float mean[restrict 16],
                                const float scale[restrict 16],
                                const float deviation[restrict 16], float momentum,
                                float weight_decay, float pow, float dadd[restrict 16],
                                float v_batchnorm7_weight[restrict 16],
                                float batchnorm7_weight[restrict 16],
                                float v_batchnorm7_bias[restrict 16],
                                float batchnorm7_bias[restrict 16])
{
    for (int i = 0; i < 16; i++) {
        float lane[16] = {0};
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++) {
                mf_ahead(&dx_in[j][i][0][0], 65536, 4096, k, 32);
                mf_ahead(&conv2d7[j][i][0][0], 65536, 4096, k, 32);
                for (int l = 0; l < 2; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++) {
                        const float centred = conv2d7[j][i][k][16 * l + m] - mean[i];
                        lane[m] += dx_in[j][i][k][16 * l + m] * centred;
                        lane2[m] += dx_in[j][i][k][16 * l + m];
                    }
                }
            }
        const float sum = mf_sum16f(lane);
        const float t = sum * scale[i] / deviation[i];
        const float dadd2 = t * -0.5f / deviation[i];
        dadd[i] = dadd2;
        const float t2 = sum / deviation[i] + weight_decay * batchnorm7_weight[i];
        const float v = momentum * v_batchnorm7_weight[i] + t2;
        const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
        v_batchnorm7_weight[i] = v2;
        batchnorm7_weight[i] = batchnorm7_weight[i] - 0.1f * pow * v2;
        const float sum2 = mf_sum16f(lane2);
        const float t3 = sum2 + weight_decay * batchnorm7_bias[i];
        const float v3 = momentum * v_batchnorm7_bias[i] + t3;
        const float v4 = mf_absf(v3) < 1e-30f ? 0.0f : v3;
        v_batchnorm7_bias[i] = v4;
        batchnorm7_bias[i] = batchnorm7_bias[i] - 0.1f * pow * v4;
    }
}

/* 74  dcentred (in conv2d7) = dx_in * scale + dadd * 7.62939e-06 * (conv2d7 - mean) +
 *         dadd * 7.62939e-06 * (conv2d7 - mean)                      resnet20.lua:32 */
static void k74_dcentred(const float dx_in[restrict 128][16][32][32],
                         const float scale[restrict 16], const float dadd[restrict 16],
                         const float mean[restrict 16],
                         float conv2d7[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 32; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 32; l++) {
                    const float centred = conv2d7[i][j][k][l] - mean[j];
                    const float t = dadd[j] * 7.6293945e-06f * centred;
                    conv2d7[i][j][k][l] = dx_in[i][j][k][l] * scale[j] + t + t;
                }
            }
}

/* 75  dsum = sum(dcentred) * -7.62939e-06                            resnet20.lua:32 */
MF_APART
static void k75_dsum(const float dcentred[restrict 128][16][32][32],
                     float dsum[restrict 16])
{
    for (int i = 0; i < 16; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++) {
                mf_ahead(&dcentred[j][i][0][0], 65536, 4096, k, 32);
                for (int l = 0; l < 2; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++)
                        lane[m] += dcentred[j][i][k][16 * l + m];
                }
            }
        const float sum = mf_sum16f(lane);
        dsum[i] = sum * -7.6293945e-06f;
    }
}

/* 76  dconv2d7 (in pad) = dcentred + dsum
 *     pad = pad(dconv2d7)                                            resnet20.lua:32 */
static void k76_dconv2d7(const float dcentred[restrict 128][16][32][32],
                         const float dsum[restrict 16],
                         float pad[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 32; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 32; l++)
                    pad[i][j][k + 1][l + 1] = dcentred[i][j][k][l] + dsum[j];
            }
            for (int k = 0; k < 34; k++)
                pad[i][j][0][k] = 0.0f;
            for (int k = 0; k < 32; k++) {
                pad[i][j][k + 1][0] = 0.0f;
                pad[i][j][k + 1][33] = 0.0f;
            }
            for (int k = 0; k < 34; k++)
                pad[i][j][33][k] = 0.0f;
        }
}

/* 77  dbatchnorm6 = where(pad2 > 0, einsum("nopqji,ocij->ncpq", turned_windows(pad),
 *         conv2d7_weight), 0)                                        resnet20.lua:32 */
MF_APART
static void k77_dbatchnorm6(const float conv2d7_weight[restrict 16][16][3][3],
                            const float pad[restrict 128][16][34][34],
                            const float pad2[restrict 128][16][34][34],
                            float dbatchnorm6[restrict 128][16][32][32])
{
    static const MfAxis rows[] = {{16, 9}};
    static const MfAxis columns[] = {{2, 34}, {32, 1}};
    static const MfTerm terms[] = {{16, 144, 1156}, {3, 1, -1}, {3, 3, -34}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            mf_later(&plan, &pad[i][0][2][2], 73984, 73984, j, 16);
            mf_later(&plan, &pad2[i][0][1][1], 73984, 73704, j, 16);
            mf_later(&plan, &dbatchnorm6[i][0][0][0], 65536, 65536, j, 16);
            float acc[16][64];
            mf_productf(&plan, &conv2d7_weight[0][0][0][0], &pad[i][0][2 * j + 2][2],
                        acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++) {
                    MF_BY_ROW;
                    for (int m = 0; m < 32; m++) {
                        const float t = acc[k][32 * l + m];
                        const bool t2 = pad2[i][k][2 * j + l + 1][m + 1] > 0.0f;
                        dbatchnorm6[i][k][2 * j + l][m] = t2 ? t : 0.0f;
                    }
                }
        }
}

/* 78  dconv2d7_weight = einsum("ncpqij,nopq->ocij", windows(pad),
 *         pad2)                                                      resnet20.lua:32
 *     v = momentum * sgd_v_conv2d7_weight + (dconv2d7_weight + weight_decay *
 *         conv2d7_weight)
 *     sgd_v_conv2d7_weight = where(abs(v) < 1e-30, 0, v)
 *     conv2d7_weight = conv2d7_weight - 0.1 * pow *
 *         sgd_v_conv2d7_weight                                       resnet20.lua:55 */
MF_APART
static void k78_conv2d7_weight(const float pad[restrict 128][16][34][34],
                               const float pad2[restrict 128][16][34][34],
                               float momentum, float weight_decay, float pow,
                               float sgd_v_conv2d7_weight[restrict 16][16][3][3],
                               float conv2d7_weight[restrict 16][16][3][3])
{
    static const MfAxis rows[] = {{16, 1156}, {3, 34}, {3, 1}};
    static const MfAxis columns[] = {{16, 1156}};
    static const MfTerm terms[] = {{128, 18496, 18496}, {32, 34, 34}, {32, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    float acc[16][160];
    mf_product_turnedf(&plan, &pad[0][0][0][0], &pad2[0][0][1][1], acc[0], 160);
    for (int i = 0; i < 16; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    const float t = momentum * sgd_v_conv2d7_weight[i][j][k][l];
                    const float t2 = weight_decay * conv2d7_weight[i][j][k][l];
                    const float v = t + (acc[i][9 * j + 3 * k + l] + t2);
                    const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                    sgd_v_conv2d7_weight[i][j][k][l] = v2;
                    const float t3 = conv2d7_weight[i][j][k][l];
                    conv2d7_weight[i][j][k][l] = t3 - 0.1f * pow * v2;
                }
    }
}

/* 79  dcentred (in dbatchnorm6) = dbatchnorm6 * scale + dadd * 7.62939e-06 * (conv2d6 -
 *         mean) + dadd * 7.62939e-06 * (conv2d6 - mean)              resnet20.lua:32 */
static void k79_dcentred(const float scale[restrict 16], const float dadd[restrict 16],
                         const float conv2d6[restrict 128][16][32][32],
                         const float mean[restrict 16],
                         float dbatchnorm6[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 32; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 32; l++) {
                    const float centred = conv2d6[i][j][k][l] - mean[j];
                    const float t = dadd[j] * 7.6293945e-06f * centred;
                    const float t2 = dbatchnorm6[i][j][k][l] * scale[j] + t;
                    dbatchnorm6[i][j][k][l] = t2 + t;
                }
            }
}

/* 80  dx = dx_in + einsum("nopqji,ocij->ncpq", turned_windows(pad), conv2d6_weight)
 *     dx_in = where(pad2 > 0, dx, 0)                                 resnet20.lua:32 */
MF_APART
static void k80_dx_in(const float conv2d6_weight[restrict 16][16][3][3],
                      const float pad[restrict 128][16][34][34],
                      const float pad2[restrict 128][16][34][34],
                      float dx_in[restrict 128][16][32][32])
{
    static const MfAxis rows[] = {{16, 9}};
    static const MfAxis columns[] = {{2, 34}, {32, 1}};
    static const MfTerm terms[] = {{16, 144, 1156}, {3, 1, -1}, {3, 3, -34}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            mf_later(&plan, &pad[i][0][2][2], 73984, 73984, j, 16);
            mf_later(&plan, &pad2[i][0][1][1], 73984, 73704, j, 16);
            mf_later(&plan, &dx_in[i][0][0][0], 65536, 65536, j, 16);
            float acc[16][64];
            mf_productf(&plan, &conv2d6_weight[0][0][0][0], &pad[i][0][2 * j + 2][2],
                        acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++) {
                    MF_BY_ROW;
                    for (int m = 0; m < 32; m++) {
                        const float dx = dx_in[i][k][2 * j + l][m] + acc[k][32 * l + m];
                        const bool t = pad2[i][k][2 * j + l + 1][m + 1] > 0.0f;
                        dx_in[i][k][2 * j + l][m] = t ? dx : 0.0f;
                    }
                }
        }
}

/* 81  dconv2d1 (in dcentred) = dcentred + dsum                       resnet20.lua:47 */
static void k81_dconv2d1(const float dsum[restrict 16],
                         float dcentred[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 32; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 32; l++)
                    dcentred[i][j][k][l] = dcentred[i][j][k][l] + dsum[j];
            }
}

/* 82  dconv2d1_weight = einsum("ncpqij,nopq->ocij", windows(pad),
 *         dconv2d1)                                                  resnet20.lua:47
 *     v = momentum * sgd_v_conv2d1_weight + (dconv2d1_weight + weight_decay *
 *         conv2d1_weight)
 *     sgd_v_conv2d1_weight = where(abs(v) < 1e-30, 0, v)
 *     conv2d1_weight = conv2d1_weight - 0.1 * pow *
 *         sgd_v_conv2d1_weight                                       resnet20.lua:55 */
MF_APART
static void k82_conv2d1_weight(const float pad[restrict 128][3][34][34],
                               const float dconv2d1[restrict 128][16][32][32],
                               float momentum, float weight_decay, float pow,
                               float sgd_v_conv2d1_weight[restrict 16][3][3][3],
                               float conv2d1_weight[restrict 16][3][3][3])
{
    static const MfAxis rows[] = {{3, 1156}, {3, 34}, {3, 1}};
    static const MfAxis columns[] = {{16, 1024}};
    static const MfTerm terms[] = {{128, 3468, 16384}, {32, 34, 32}, {32, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    float acc[16][32];
    mf_product_turnedf(&plan, &pad[0][0][0][0], &dconv2d1[0][0][0][0], acc[0], 32);
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    const float t = momentum * sgd_v_conv2d1_weight[i][j][k][l];
                    const float t2 = weight_decay * conv2d1_weight[i][j][k][l];
                    const float v = t + (acc[i][9 * j + 3 * k + l] + t2);
                    const float v2 = mf_absf(v) < 1e-30f ? 0.0f : v;
                    sgd_v_conv2d1_weight[i][j][k][l] = v2;
                    const float t3 = conv2d1_weight[i][j][k][l];
                    conv2d1_weight[i][j][k][l] = t3 - 0.1f * pow * v2;
                }
}

/* 83  scale = batchnorm1_weight / sqrt(running_var + 1e-05)          resnet20.lua:47 */
static void k83_scale(const float running_var[restrict 16],
                      const float batchnorm1_weight[restrict 16],
                      float scale[restrict 16])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float deviation = sqrtf(running_var[i] + 1e-05f);
        scale[i] = batchnorm1_weight[i] / deviation;
    }
}

/* 84  scale = batchnorm8_weight / sqrt(running_var + 1e-05)          resnet20.lua:32 */
static void k84_scale(const float running_var[restrict 32],
                      const float batchnorm8_weight[restrict 32],
                      float scale[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        const float deviation = sqrtf(running_var[i] + 1e-05f);
        scale[i] = batchnorm8_weight[i] / deviation;
    }
}

/* 85  scale = batchnorm14_weight / sqrt(running_var + 1e-05)         resnet20.lua:32 */
static void k85_scale(const float running_var[restrict 64],
                      const float batchnorm14_weight[restrict 64],
                      float scale[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        const float deviation = sqrtf(running_var[i] + 1e-05f);
        scale[i] = batchnorm14_weight[i] / deviation;
    }
}

/* 86  x (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d1_weight) -
 *         running_mean) * scale + batchnorm1_bias)                   resnet20.lua:47
 *     pad (in pad2) = pad(x)                                         resnet20.lua:32 */
MF_APART
static void k86_x(const float image[restrict 2][3][32][32],
                  const float conv2d1_weight[restrict 16][3][3][3],
                  const float running_mean[restrict 16], const float scale[restrict 16],
                  const float batchnorm1_bias[restrict 16],
                  float pad[restrict 3][34][34], float pad2[restrict 2][16][34][34])
{
    static const MfAxis rows[] = {{16, 27}};
    static const MfAxis columns[] = {{2, 34}, {32, 1}};
    static const MfTerm terms[] = {{3, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 3; j++) {
            for (int k = 0; k < 34; k++)
                pad[j][0][k] = 0.0f;
            for (int k = 0; k < 32; k++) {
                pad[j][k + 1][0] = 0.0f;
                for (int l = 0; l < 32; l++)
                    pad[j][k + 1][l + 1] = image[i][j][k][l];
                pad[j][k + 1][33] = 0.0f;
            }
            for (int k = 0; k < 34; k++)
                pad[j][33][k] = 0.0f;
        }
        for (int j = 0; j < 16; j++) {
            float acc[16][64];
            mf_productf(&plan, &conv2d1_weight[0][0][0][0], &pad[0][2 * j][0], acc[0],
                        64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++) {
                    MF_BY_ROW;
                    for (int m = 0; m < 32; m++) {
                        const float centred = acc[k][32 * l + m] - running_mean[k];
                        const float batchnorm1 =
                            centred * scale[k] + batchnorm1_bias[k];
                        pad2[i][k][2 * j + l + 1][m + 1] = mf_reluf(batchnorm1);
                    }
                }
        }
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 34; k++)
                pad2[i][j][0][k] = 0.0f;
            for (int k = 0; k < 32; k++) {
                pad2[i][j][k + 1][0] = 0.0f;
                pad2[i][j][k + 1][33] = 0.0f;
            }
            for (int k = 0; k < 34; k++)
                pad2[i][j][33][k] = 0.0f;
        }
    }
}

/* 87  relu (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d2_weight)
 *         - running_mean) * scale + batchnorm2_bias)
 *     pad (in pad2) = pad(relu)                                      resnet20.lua:32 */
MF_APART
static void k87_relu(const float conv2d2_weight[restrict 16][16][3][3],
                     const float pad[restrict 2][16][34][34],
                     const float running_mean[restrict 16],
                     const float scale[restrict 16],
                     const float batchnorm2_bias[restrict 16],
                     float pad2[restrict 2][16][34][34])
{
    static const MfAxis rows[] = {{16, 144}};
    static const MfAxis columns[] = {{2, 34}, {32, 1}};
    static const MfTerm terms[] = {{16, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 16; j++) {
            float acc[16][64];
            mf_productf(&plan, &conv2d2_weight[0][0][0][0], &pad[i][0][2 * j][0],
                        acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++) {
                    MF_BY_ROW;
                    for (int m = 0; m < 32; m++) {
                        const float centred = acc[k][32 * l + m] - running_mean[k];
                        const float batchnorm2 =
                            centred * scale[k] + batchnorm2_bias[k];
                        pad2[i][k][2 * j + l + 1][m + 1] = mf_reluf(batchnorm2);
                    }
                }
        }
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 34; k++)
                pad2[i][j][0][k] = 0.0f;
            for (int k = 0; k < 32; k++) {
                pad2[i][j][k + 1][0] = 0.0f;
                pad2[i][j][k + 1][33] = 0.0f;
            }
            for (int k = 0; k < 34; k++)
                pad2[i][j][33][k] = 0.0f;
        }
    }
}

/* 88  x (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d3_weight) -
 *         running_mean) * scale + batchnorm3_bias + pad2)
 *     pad (in pad2) = pad(x)                                         resnet20.lua:32 */
MF_APART
static void k88_x(const float conv2d3_weight[restrict 16][16][3][3],
                  const float pad[restrict 2][16][34][34],
                  const float running_mean[restrict 16], const float scale[restrict 16],
                  const float batchnorm3_bias[restrict 16],
                  float pad2[restrict 2][16][34][34])
{
    static const MfAxis rows[] = {{16, 144}};
    static const MfAxis columns[] = {{2, 34}, {32, 1}};
    static const MfTerm terms[] = {{16, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 16; j++) {
            float acc[16][64];
            mf_productf(&plan, &conv2d3_weight[0][0][0][0], &pad[i][0][2 * j][0],
                        acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++) {
                    MF_BY_ROW;
                    for (int m = 0; m < 32; m++) {
                        const float centred = acc[k][32 * l + m] - running_mean[k];
                        const float batchnorm3 =
                            centred * scale[k] + batchnorm3_bias[k];
                        const float x_in =
                            batchnorm3 + pad2[i][k][2 * j + l + 1][m + 1];
                        pad2[i][k][2 * j + l + 1][m + 1] = mf_reluf(x_in);
                    }
                }
        }
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 34; k++)
                pad2[i][j][0][k] = 0.0f;
            for (int k = 0; k < 32; k++) {
                pad2[i][j][k + 1][0] = 0.0f;
                pad2[i][j][k + 1][33] = 0.0f;
            }
            for (int k = 0; k < 34; k++)
                pad2[i][j][33][k] = 0.0f;
        }
    }
}

/* 89  x (in pad3) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d7_weight) -
 *         running_mean) * scale + batchnorm7_bias + x)
 *     pad (in pad3) = pad(x)                                         resnet20.lua:32 */
MF_APART
static void k89_x(const float conv2d7_weight[restrict 16][16][3][3],
                  const float pad[restrict 2][16][34][34],
                  const float running_mean[restrict 16], const float scale[restrict 16],
                  const float batchnorm7_bias[restrict 16],
                  const float pad2[restrict 2][16][34][34],
                  float pad3[restrict 2][16][33][33])
{
    static const MfAxis rows[] = {{16, 144}};
    static const MfAxis columns[] = {{2, 34}, {32, 1}};
    static const MfTerm terms[] = {{16, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 16; j++) {
            float acc[16][64];
            mf_productf(&plan, &conv2d7_weight[0][0][0][0], &pad[i][0][2 * j][0],
                        acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++) {
                    MF_BY_ROW;
                    for (int m = 0; m < 32; m++) {
                        const float centred = acc[k][32 * l + m] - running_mean[k];
                        const float batchnorm7 =
                            centred * scale[k] + batchnorm7_bias[k];
                        const float x_in =
                            batchnorm7 + pad2[i][k][2 * j + l + 1][m + 1];
                        pad3[i][k][2 * j + l + 1][m + 1] = mf_reluf(x_in);
                    }
                }
        }
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 33; k++)
                pad3[i][j][0][k] = 0.0f;
            for (int k = 0; k < 32; k++)
                pad3[i][j][k + 1][0] = 0.0f;
        }
    }
}

/* 90  relu (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d8_weight)
 *         - running_mean) * scale + batchnorm8_bias)
 *     pad (in pad2) = pad(relu)                                      resnet20.lua:32 */
MF_APART
static void k90_relu(const float pad[restrict 2][16][33][33],
                     const float weight_strips[restrict 1][144][32],
                     const float running_mean[restrict 32],
                     const float scale[restrict 32],
                     const float batchnorm8_bias[restrict 32],
                     float pad2[restrict 2][32][18][18])
{
    static const MfAxis rows[] = {{16, 66}, {16, 2}};
    static const MfAxis columns[] = {{32, 1}};
    static const MfTerm terms[] = {{16, 1089, 288}, {3, 33, 96}, {3, 1, 32}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 3, terms);
    for (int i = 0; i < 2; i++) {
        float acc[32][256];
        mf_product_turnedf(&plan, &pad[i][0][0][0], &weight_strips[0][0][0], acc[0],
                           256);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (acc[j][16 * k + l] - running_mean[j]) * scale[j];
                    pad2[i][j][k + 1][l + 1] = mf_reluf(t + batchnorm8_bias[j]);
                }
            }
        for (int j = 0; j < 32; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 18; k++)
                pad2[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                pad2[i][j][k + 1][0] = 0.0f;
                pad2[i][j][k + 1][17] = 0.0f;
            }
            for (int k = 0; k < 18; k++)
                pad2[i][j][17][k] = 0.0f;
        }
    }
}

/* 91  x (in pad3) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d9_weight) -
 *         running_mean) * scale + batchnorm9_bias + pad(pad2[:, :, 0:31:2, 0:31:2]))
 *     pad (in pad3) = pad(x)                                         resnet20.lua:32 */
MF_APART
static void k91_x(const float conv2d9_weight[restrict 32][32][3][3],
                  const float pad[restrict 2][32][18][18],
                  const float running_mean[restrict 32], const float scale[restrict 32],
                  const float batchnorm9_bias[restrict 32],
                  const float pad2[restrict 2][16][33][33],
                  float pad3[restrict 2][32][18][18])
{
    static const MfAxis rows[] = {{32, 288}};
    static const MfAxis columns[] = {{4, 18}, {16, 1}};
    static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 4; j++) {
            float acc[32][64];
            mf_productf(&plan, &conv2d9_weight[0][0][0][0], &pad[i][0][4 * j][0],
                        acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++) {
                    MF_BY_ROW;
                    MF_ROLLED
                    for (int m = 0; m < 16; m++) {
                        const float centred = acc[k][16 * l + m] - running_mean[k];
                        const float batchnorm9 =
                            centred * scale[k] + batchnorm9_bias[k];
                        const bool t = k >= 8 && k < 24;
                        /* clang-format off */
                        pad3[i][k][4 * j + l + 1][m + 1] =
                            mf_reluf(batchnorm9 +
                                (t ? pad2[i][k - 8][8 * j + 2 * l + 1][2 * m + 1]
                                    : 0.0f));
                        /* clang-format on */
                    }
                }
        }
        for (int j = 0; j < 32; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 18; k++)
                pad3[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                pad3[i][j][k + 1][0] = 0.0f;
                pad3[i][j][k + 1][17] = 0.0f;
            }
            for (int k = 0; k < 18; k++)
                pad3[i][j][17][k] = 0.0f;
        }
    }
}

/* 92  relu (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d10_weight)
 *         - running_mean) * scale + batchnorm10_bias)
 *     pad (in pad2) = pad(relu)                                      resnet20.lua:32 */
MF_APART
static void k92_relu(const float conv2d10_weight[restrict 32][32][3][3],
                     const float pad[restrict 2][32][18][18],
                     const float running_mean[restrict 32],
                     const float scale[restrict 32],
                     const float batchnorm10_bias[restrict 32],
                     float pad2[restrict 2][32][18][18])
{
    static const MfAxis rows[] = {{32, 288}};
    static const MfAxis columns[] = {{4, 18}, {16, 1}};
    static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 4; j++) {
            float acc[32][64];
            mf_productf(&plan, &conv2d10_weight[0][0][0][0], &pad[i][0][4 * j][0],
                        acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++) {
                    MF_BY_ROW;
                    MF_ROLLED
                    for (int m = 0; m < 16; m++) {
                        const float centred = acc[k][16 * l + m] - running_mean[k];
                        const float batchnorm10 =
                            centred * scale[k] + batchnorm10_bias[k];
                        pad2[i][k][4 * j + l + 1][m + 1] = mf_reluf(batchnorm10);
                    }
                }
        }
        for (int j = 0; j < 32; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 18; k++)
                pad2[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                pad2[i][j][k + 1][0] = 0.0f;
                pad2[i][j][k + 1][17] = 0.0f;
            }
            for (int k = 0; k < 18; k++)
                pad2[i][j][17][k] = 0.0f;
        }
    }
}

/* 93  x (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d11_weight) -
 *         running_mean) * scale + batchnorm11_bias + pad2)
 *     pad (in pad2) = pad(x)                                         resnet20.lua:32 */
MF_APART
static void k93_x(const float conv2d11_weight[restrict 32][32][3][3],
                  const float pad[restrict 2][32][18][18],
                  const float running_mean[restrict 32], const float scale[restrict 32],
                  const float batchnorm11_bias[restrict 32],
                  float pad2[restrict 2][32][18][18])
{
    static const MfAxis rows[] = {{32, 288}};
    static const MfAxis columns[] = {{4, 18}, {16, 1}};
    static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 4; j++) {
            float acc[32][64];
            mf_productf(&plan, &conv2d11_weight[0][0][0][0], &pad[i][0][4 * j][0],
                        acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++) {
                    MF_BY_ROW;
                    MF_ROLLED
                    for (int m = 0; m < 16; m++) {
                        const float centred = acc[k][16 * l + m] - running_mean[k];
                        const float batchnorm11 =
                            centred * scale[k] + batchnorm11_bias[k];
                        const float t = pad2[i][k][4 * j + l + 1][m + 1];
                        pad2[i][k][4 * j + l + 1][m + 1] = mf_reluf(batchnorm11 + t);
                    }
                }
        }
        for (int j = 0; j < 32; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 18; k++)
                pad2[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                pad2[i][j][k + 1][0] = 0.0f;
                pad2[i][j][k + 1][17] = 0.0f;
            }
            for (int k = 0; k < 18; k++)
                pad2[i][j][17][k] = 0.0f;
        }
    }
}

/* 94  x (in pad3) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d13_weight) -
 *         running_mean) * scale + batchnorm13_bias + x)
 *     pad (in pad3) = pad(x)                                         resnet20.lua:32 */
MF_APART
static void k94_x(const float conv2d13_weight[restrict 32][32][3][3],
                  const float pad[restrict 2][32][18][18],
                  const float running_mean[restrict 32], const float scale[restrict 32],
                  const float batchnorm13_bias[restrict 32],
                  const float pad2[restrict 2][32][18][18],
                  float pad3[restrict 2][32][17][17])
{
    static const MfAxis rows[] = {{32, 288}};
    static const MfAxis columns[] = {{4, 18}, {16, 1}};
    static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 4; j++) {
            float acc[32][64];
            mf_productf(&plan, &conv2d13_weight[0][0][0][0], &pad[i][0][4 * j][0],
                        acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++) {
                    MF_BY_ROW;
                    MF_ROLLED
                    for (int m = 0; m < 16; m++) {
                        const float centred = acc[k][16 * l + m] - running_mean[k];
                        const float batchnorm13 =
                            centred * scale[k] + batchnorm13_bias[k];
                        const float t = pad2[i][k][4 * j + l + 1][m + 1];
                        pad3[i][k][4 * j + l + 1][m + 1] = mf_reluf(batchnorm13 + t);
                    }
                }
        }
        for (int j = 0; j < 32; j++) {
            MF_BY_ROW;
            for (int k = 0; k < 17; k++)
                pad3[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                pad3[i][j][k + 1][0] = 0.0f;
        }
    }
}

/* 95  relu (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d14_weight)
 *         - running_mean) * scale + batchnorm14_bias)
 *     pad (in pad2) = pad(relu)                                      resnet20.lua:32 */
MF_APART
static void k95_relu(const float pad[restrict 2][32][17][17],
                     const float weight_strips[restrict 1][288][64],
                     const float running_mean[restrict 64],
                     const float scale[restrict 64],
                     const float batchnorm14_bias[restrict 64],
                     float pad2[restrict 2][64][10][10])
{
    static const MfAxis rows[] = {{2, 9248}, {8, 34}, {8, 2}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{32, 289, 576}, {3, 17, 192}, {3, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    float acc[64][128];
    mf_product_turnedf(&plan, &pad[0][0][0][0], &weight_strips[0][0][0], acc[0], 128);
    for (int j = 0; j < 2; j++)
        for (int k = 0; k < 64; k++)
            for (int l = 0; l < 8; l++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int m = 0; m < 8; m++) {
                    const float centred = acc[k][64 * j + 8 * l + m] - running_mean[k];
                    const float batchnorm14 = centred * scale[k] + batchnorm14_bias[k];
                    pad2[j][k][l + 1][m + 1] = mf_reluf(batchnorm14);
                }
            }
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 64; j++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad2[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 8; k++) {
                pad2[i][j][k + 1][0] = 0.0f;
                pad2[i][j][k + 1][9] = 0.0f;
            }
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad2[i][j][9][k] = 0.0f;
        }
}

/* 96  x (in pad3) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d15_weight) -
 *         running_mean) * scale + batchnorm15_bias + pad(pad2[:, :, 0:15:2,
 *         0:15:2]))
 *     pad3 = pad(x)                                                  resnet20.lua:32 */
MF_APART
static void k96_x(const float pad[restrict 2][64][10][10],
                  const float weight_strips[restrict 1][576][64],
                  const float running_mean[restrict 64], const float scale[restrict 64],
                  const float batchnorm15_bias[restrict 64],
                  const float pad2[restrict 2][32][17][17],
                  float pad3[restrict 2][64][10][10])
{
    static const MfAxis rows[] = {{2, 6400}, {8, 10}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 100, 576}, {3, 10, 192}, {3, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    float acc[64][128];
    mf_product_turnedf(&plan, &pad[0][0][0][0], &weight_strips[0][0][0], acc[0], 128);
    for (int j = 0; j < 2; j++)
        for (int k = 0; k < 64; k++)
            for (int l = 0; l < 8; l++) {
                MF_ROLLED
                for (int m = 0; m < 8; m++) {
                    const float centred = acc[k][64 * j + 8 * l + m] - running_mean[k];
                    const float batchnorm15 = centred * scale[k] + batchnorm15_bias[k];
                    const bool t = k >= 16 && k < 48;
                    const float pad4 = t ? pad2[j][k - 16][2 * l + 1][2 * m + 1] : 0.0f;
                    pad3[j][k][l + 1][m + 1] = mf_reluf(batchnorm15 + pad4);
                }
            }
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 64; j++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad3[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 8; k++) {
                pad3[i][j][k + 1][0] = 0.0f;
                pad3[i][j][k + 1][9] = 0.0f;
            }
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad3[i][j][9][k] = 0.0f;
        }
}

/* 97  relu (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d16_weight)
 *         - running_mean) * scale + batchnorm16_bias)
 *     pad (in pad2) = pad(relu)                                      resnet20.lua:32 */
MF_APART
static void k97_relu(const float pad[restrict 4][64][10][10],
                     const float weight_strips[restrict 1][576][64],
                     const float running_mean[restrict 64],
                     const float scale[restrict 64],
                     const float batchnorm16_bias[restrict 64],
                     float pad2[restrict 4][64][10][10])
{
    static const MfAxis rows[] = {{4, 6400}, {8, 10}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 100, 576}, {3, 10, 192}, {3, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    float acc[64][256];
    mf_product_turnedf(&plan, &pad[0][0][0][0], &weight_strips[0][0][0], acc[0], 256);
    for (int j = 0; j < 4; j++)
        for (int k = 0; k < 64; k++)
            for (int l = 0; l < 8; l++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int m = 0; m < 8; m++) {
                    const float centred = acc[k][64 * j + 8 * l + m] - running_mean[k];
                    const float batchnorm16 = centred * scale[k] + batchnorm16_bias[k];
                    pad2[j][k][l + 1][m + 1] = mf_reluf(batchnorm16);
                }
            }
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad2[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 8; k++) {
                pad2[i][j][k + 1][0] = 0.0f;
                pad2[i][j][k + 1][9] = 0.0f;
            }
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad2[i][j][9][k] = 0.0f;
        }
}

/* 98  x (in pad3) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d17_weight) -
 *         running_mean) * scale + batchnorm17_bias + pad2)
 *     pad3 = pad(x)                                                  resnet20.lua:32 */
MF_APART
static void k98_x(const float pad[restrict 4][64][10][10],
                  const float weight_strips[restrict 1][576][64],
                  const float running_mean[restrict 64], const float scale[restrict 64],
                  const float batchnorm17_bias[restrict 64],
                  const float pad2[restrict 4][64][10][10],
                  float pad3[restrict 4][64][10][10])
{
    static const MfAxis rows[] = {{4, 6400}, {8, 10}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 100, 576}, {3, 10, 192}, {3, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    float acc[64][256];
    mf_product_turnedf(&plan, &pad[0][0][0][0], &weight_strips[0][0][0], acc[0], 256);
    for (int j = 0; j < 4; j++)
        for (int k = 0; k < 64; k++)
            for (int l = 0; l < 8; l++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int m = 0; m < 8; m++) {
                    const float centred = acc[k][64 * j + 8 * l + m] - running_mean[k];
                    const float batchnorm17 = centred * scale[k] + batchnorm17_bias[k];
                    const float x_in = batchnorm17 + pad2[j][k][l + 1][m + 1];
                    pad3[j][k][l + 1][m + 1] = mf_reluf(x_in);
                }
            }
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad3[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 8; k++) {
                pad3[i][j][k + 1][0] = 0.0f;
                pad3[i][j][k + 1][9] = 0.0f;
            }
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad3[i][j][9][k] = 0.0f;
        }
}

/* 99  conv2d19 = einsum("ncpqij,ocij->nopq", windows(pad),
 *         conv2d19_weight)                                           resnet20.lua:32 */
MF_APART
static void k99_conv2d19(const float pad[restrict 16][64][10][10],
                         const float weight_strips[restrict 1][576][64],
                         float conv2d19[restrict 16][64][8][8])
{
    static const MfAxis rows[] = {{4, 6400}, {8, 10}, {8, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{64, 100, 576}, {3, 10, 192}, {3, 1, 64}};
    MfPlan plan;
    mf_planf(&plan, 3, rows, 1, columns, 3, terms);
    for (int i = 0; i < 4; i++) {
        float acc[64][256];
        mf_product_turnedf(&plan, &pad[4 * i][0][0][0], &weight_strips[0][0][0], acc[0],
                           256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++)
                        conv2d19[4 * i + j][k][l][m] = acc[k][64 * j + 8 * l + m];
                }
    }
}

/* 100  x = relu((conv2d19 - running_mean) * scale +
 *          batchnorm19_bias + pad)                                   resnet20.lua:32
 *      mean = sum(x) * 0.015625                                      resnet20.lua:44 */
static void k100_mean(const float conv2d19[restrict 16][64][8][8],
                      const float running_mean[restrict 64],
                      const float scale[restrict 64],
                      const float batchnorm19_bias[restrict 64],
                      const float pad[restrict 16][64][10][10],
                      float mean[restrict 16][64])
{
    for (int i = 0; i < 16; i++)
        for (int j = 0; j < 4; j++) {
            MF_BY_ROW;
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 8; l++) {
                        const float t = pad[i][16 * j + r][k + 1][l + 1];
                        const float t2 = conv2d19[i][16 * j + r][k][l];
                        const float centred = t2 - running_mean[16 * j + r];
                        const float t3 = batchnorm19_bias[16 * j + r];
                        lane[l] += mf_reluf(centred * scale[16 * j + r] + t3 + t);
                    }
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums[r];
                mean[i][16 * j + r] = sum * 0.015625f;
            }
        }
}

/* 101  max = max(logits)
 *      sum = sum(exp(logits - max))                                  resnet20.lua:48 */
static void k101_sum(const float logits[restrict 128][10], float max[restrict 128],
                     float sum[restrict 128])
{
    for (int i = 0; i < 8; i++) {
        MF_BY_ROW;
        for (int r = 0; r < 16; r++) {
            float acc = -INFINITY;
            for (int j = 0; j < 10; j++)
                acc = mf_maxf(logits[16 * i + r][j], acc);
            max[16 * i + r] = acc;
        }
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            MF_ROLLED
            for (int j = 0; j < MF_LANES(10); j++) {
                const float t = j < 10 ? logits[16 * i + r][j] : 0.0f;
                const float term = mf_expf(t - max[16 * i + r]);
                lane[j] += j < 10 ? term : 0.0f;
            }
            const float sum2 = mf_sum16f(lane);
            sum[16 * i + r] = sum2;
        }
    }
}

/* 102  pad = pad(image)                                              resnet20.lua:47 */
static void k102_pad(const float image[restrict 1][3][32][32],
                     float pad[restrict 1][3][34][34])
{
    for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 34; j++)
            pad[0][i][0][j] = 0.0f;
        for (int j = 0; j < 32; j++) {
            pad[0][i][j + 1][0] = 0.0f;
            for (int k = 0; k < 32; k++)
                pad[0][i][j + 1][k + 1] = image[0][i][j][k];
            pad[0][i][j + 1][33] = 0.0f;
        }
        for (int j = 0; j < 34; j++)
            pad[0][i][33][j] = 0.0f;
    }
}

/* 103  x (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d1_weight) -
 *          running_mean) * scale + batchnorm1_bias)                  resnet20.lua:47
 *      pad2 = pad(x)                                                 resnet20.lua:32 */
MF_APART
static void k103_x(const float conv2d1_weight[restrict 16][3][3][3],
                   const float pad[restrict 1][3][34][34],
                   const float running_mean[restrict 16],
                   const float scale[restrict 16],
                   const float batchnorm1_bias[restrict 16],
                   float pad2[restrict 1][16][34][34])
{
    static const MfAxis rows[] = {{16, 27}};
    static const MfAxis columns[] = {{2, 34}, {32, 1}};
    static const MfTerm terms[] = {{3, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 16; i++) {
        float acc[16][64];
        mf_productf(&plan, &conv2d1_weight[0][0][0][0], &pad[0][0][2 * i][0], acc[0],
                    64);
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 2; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 32; l++) {
                    const float t = (acc[j][32 * k + l] - running_mean[j]) * scale[j];
                    pad2[0][j][2 * i + k + 1][l + 1] = mf_reluf(t + batchnorm1_bias[j]);
                }
            }
    }
    for (int i = 0; i < 16; i++) {
        for (int j = 0; j < 34; j++)
            pad2[0][i][0][j] = 0.0f;
        for (int j = 0; j < 32; j++) {
            pad2[0][i][j + 1][0] = 0.0f;
            pad2[0][i][j + 1][33] = 0.0f;
        }
        for (int j = 0; j < 34; j++)
            pad2[0][i][33][j] = 0.0f;
    }
}

/* 104  relu (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d2_weight)
 *          - running_mean) * scale + batchnorm2_bias)
 *      pad2 = pad(relu)                                              resnet20.lua:32 */
MF_APART
static void k104_relu(const float conv2d2_weight[restrict 16][16][3][3],
                      const float pad[restrict 1][16][34][34],
                      const float running_mean[restrict 16],
                      const float scale[restrict 16],
                      const float batchnorm2_bias[restrict 16],
                      float pad2[restrict 1][16][34][34])
{
    static const MfAxis rows[] = {{16, 144}};
    static const MfAxis columns[] = {{2, 34}, {32, 1}};
    static const MfTerm terms[] = {{16, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 16; i++) {
        float acc[16][64];
        mf_productf(&plan, &conv2d2_weight[0][0][0][0], &pad[0][0][2 * i][0], acc[0],
                    64);
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 2; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 32; l++) {
                    const float t = (acc[j][32 * k + l] - running_mean[j]) * scale[j];
                    pad2[0][j][2 * i + k + 1][l + 1] = mf_reluf(t + batchnorm2_bias[j]);
                }
            }
    }
    for (int i = 0; i < 16; i++) {
        for (int j = 0; j < 34; j++)
            pad2[0][i][0][j] = 0.0f;
        for (int j = 0; j < 32; j++) {
            pad2[0][i][j + 1][0] = 0.0f;
            pad2[0][i][j + 1][33] = 0.0f;
        }
        for (int j = 0; j < 34; j++)
            pad2[0][i][33][j] = 0.0f;
    }
}

/* 105  x (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d3_weight) -
 *          running_mean) * scale + batchnorm3_bias + pad2)
 *      pad (in pad2) = pad(x)                                        resnet20.lua:32 */
MF_APART
static void k105_x(const float conv2d3_weight[restrict 16][16][3][3],
                   const float pad[restrict 1][16][34][34],
                   const float running_mean[restrict 16],
                   const float scale[restrict 16],
                   const float batchnorm3_bias[restrict 16],
                   float pad2[restrict 1][16][34][34])
{
    static const MfAxis rows[] = {{16, 144}};
    static const MfAxis columns[] = {{2, 34}, {32, 1}};
    static const MfTerm terms[] = {{16, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 16; i++) {
        float acc[16][64];
        mf_productf(&plan, &conv2d3_weight[0][0][0][0], &pad[0][0][2 * i][0], acc[0],
                    64);
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 2; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 32; l++) {
                    const float t = (acc[j][32 * k + l] - running_mean[j]) * scale[j];
                    const float t2 = pad2[0][j][2 * i + k + 1][l + 1];
                    const float x_in = t + batchnorm3_bias[j] + t2;
                    pad2[0][j][2 * i + k + 1][l + 1] = mf_reluf(x_in);
                }
            }
    }
    for (int i = 0; i < 16; i++) {
        for (int j = 0; j < 34; j++)
            pad2[0][i][0][j] = 0.0f;
        for (int j = 0; j < 32; j++) {
            pad2[0][i][j + 1][0] = 0.0f;
            pad2[0][i][j + 1][33] = 0.0f;
        }
        for (int j = 0; j < 34; j++)
            pad2[0][i][33][j] = 0.0f;
    }
}

/* 106  x (in pad3) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d7_weight) -
 *          running_mean) * scale + batchnorm7_bias + x)
 *      pad3 = pad(x)                                                 resnet20.lua:32 */
MF_APART
static void k106_x(const float conv2d7_weight[restrict 16][16][3][3],
                   const float pad[restrict 1][16][34][34],
                   const float running_mean[restrict 16],
                   const float scale[restrict 16],
                   const float batchnorm7_bias[restrict 16],
                   const float pad2[restrict 1][16][34][34],
                   float pad3[restrict 1][16][33][33])
{
    static const MfAxis rows[] = {{16, 144}};
    static const MfAxis columns[] = {{2, 34}, {32, 1}};
    static const MfTerm terms[] = {{16, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 16; i++) {
        float acc[16][64];
        mf_productf(&plan, &conv2d7_weight[0][0][0][0], &pad[0][0][2 * i][0], acc[0],
                    64);
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 2; k++) {
                MF_BY_ROW;
                for (int l = 0; l < 32; l++) {
                    const float t = (acc[j][32 * k + l] - running_mean[j]) * scale[j];
                    const float t2 = pad2[0][j][2 * i + k + 1][l + 1];
                    const float x_in = t + batchnorm7_bias[j] + t2;
                    pad3[0][j][2 * i + k + 1][l + 1] = mf_reluf(x_in);
                }
            }
    }
    for (int i = 0; i < 16; i++) {
        for (int j = 0; j < 33; j++)
            pad3[0][i][0][j] = 0.0f;
        for (int j = 0; j < 32; j++)
            pad3[0][i][j + 1][0] = 0.0f;
    }
}

/* 107  relu (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d8_weight)
 *          - running_mean) * scale + batchnorm8_bias)
 *      pad2 = pad(relu)                                              resnet20.lua:32 */
MF_APART
static void k107_relu(const float pad[restrict 1][16][33][33],
                      const float conv2d8_weight[restrict 32][16][3][3],
                      const float running_mean[restrict 32],
                      const float scale[restrict 32],
                      const float batchnorm8_bias[restrict 32],
                      float pad2[restrict 1][32][18][18])
{
    static const MfAxis rows[] = {{16, 66}, {16, 2}};
    static const MfAxis columns[] = {{32, 144}};
    static const MfTerm terms[] = {{16, 1089, 9}, {3, 33, 3}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 2, rows, 1, columns, 3, terms);
    float acc[32][256];
    mf_product_turnedf(&plan, &pad[0][0][0][0], &conv2d8_weight[0][0][0][0], acc[0],
                       256);
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 16; j++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = (acc[i][16 * j + k] - running_mean[i]) * scale[i];
                pad2[0][i][j + 1][k + 1] = mf_reluf(t + batchnorm8_bias[i]);
            }
        }
    for (int i = 0; i < 32; i++) {
        MF_BY_ROW;
        for (int j = 0; j < 18; j++)
            pad2[0][i][0][j] = 0.0f;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            pad2[0][i][j + 1][0] = 0.0f;
            pad2[0][i][j + 1][17] = 0.0f;
        }
        for (int j = 0; j < 18; j++)
            pad2[0][i][17][j] = 0.0f;
    }
}

/* 108  x (in pad3) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d9_weight) -
 *          running_mean) * scale + batchnorm9_bias + pad(pad2[:, :, 0:31:2,
 *          0:31:2]))
 *      pad3 = pad(x)                                                 resnet20.lua:32 */
MF_APART
static void k108_x(const float conv2d9_weight[restrict 32][32][3][3],
                   const float pad[restrict 1][32][18][18],
                   const float running_mean[restrict 32],
                   const float scale[restrict 32],
                   const float batchnorm9_bias[restrict 32],
                   const float pad2[restrict 1][16][33][33],
                   float pad3[restrict 1][32][18][18])
{
    static const MfAxis rows[] = {{32, 288}};
    static const MfAxis columns[] = {{4, 18}, {16, 1}};
    static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 4; i++) {
        float acc[32][64];
        mf_productf(&plan, &conv2d9_weight[0][0][0][0], &pad[0][0][4 * i][0], acc[0],
                    64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 4; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (acc[j][16 * k + l] - running_mean[j]) * scale[j];
                    const float batchnorm9 = t + batchnorm9_bias[j];
                    const bool t2 = j >= 8 && j < 24;
                    /* clang-format off */
                    pad3[0][j][4 * i + k + 1][l + 1] =
                        mf_reluf(batchnorm9 +
                            (t2 ? pad2[0][j - 8][8 * i + 2 * k + 1][2 * l + 1] : 0.0f));
                    /* clang-format on */
                }
            }
    }
    for (int i = 0; i < 32; i++) {
        MF_BY_ROW;
        for (int j = 0; j < 18; j++)
            pad3[0][i][0][j] = 0.0f;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            pad3[0][i][j + 1][0] = 0.0f;
            pad3[0][i][j + 1][17] = 0.0f;
        }
        for (int j = 0; j < 18; j++)
            pad3[0][i][17][j] = 0.0f;
    }
}

/* 109  relu (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad),
 *          conv2d10_weight) - running_mean) * scale + batchnorm10_bias)
 *      pad2 = pad(relu)                                              resnet20.lua:32 */
MF_APART
static void k109_relu(const float conv2d10_weight[restrict 32][32][3][3],
                      const float pad[restrict 1][32][18][18],
                      const float running_mean[restrict 32],
                      const float scale[restrict 32],
                      const float batchnorm10_bias[restrict 32],
                      float pad2[restrict 1][32][18][18])
{
    static const MfAxis rows[] = {{32, 288}};
    static const MfAxis columns[] = {{4, 18}, {16, 1}};
    static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 4; i++) {
        float acc[32][64];
        mf_productf(&plan, &conv2d10_weight[0][0][0][0], &pad[0][0][4 * i][0], acc[0],
                    64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 4; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (acc[j][16 * k + l] - running_mean[j]) * scale[j];
                    const float batchnorm10 = t + batchnorm10_bias[j];
                    pad2[0][j][4 * i + k + 1][l + 1] = mf_reluf(batchnorm10);
                }
            }
    }
    for (int i = 0; i < 32; i++) {
        MF_BY_ROW;
        for (int j = 0; j < 18; j++)
            pad2[0][i][0][j] = 0.0f;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            pad2[0][i][j + 1][0] = 0.0f;
            pad2[0][i][j + 1][17] = 0.0f;
        }
        for (int j = 0; j < 18; j++)
            pad2[0][i][17][j] = 0.0f;
    }
}

/* 110  x (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d11_weight) -
 *          running_mean) * scale + batchnorm11_bias + pad2)
 *      pad (in pad2) = pad(x)                                        resnet20.lua:32 */
MF_APART
static void k110_x(const float conv2d11_weight[restrict 32][32][3][3],
                   const float pad[restrict 1][32][18][18],
                   const float running_mean[restrict 32],
                   const float scale[restrict 32],
                   const float batchnorm11_bias[restrict 32],
                   float pad2[restrict 1][32][18][18])
{
    static const MfAxis rows[] = {{32, 288}};
    static const MfAxis columns[] = {{4, 18}, {16, 1}};
    static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 4; i++) {
        float acc[32][64];
        mf_productf(&plan, &conv2d11_weight[0][0][0][0], &pad[0][0][4 * i][0], acc[0],
                    64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 4; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (acc[j][16 * k + l] - running_mean[j]) * scale[j];
                    const float t2 = pad2[0][j][4 * i + k + 1][l + 1];
                    const float x_in = t + batchnorm11_bias[j] + t2;
                    pad2[0][j][4 * i + k + 1][l + 1] = mf_reluf(x_in);
                }
            }
    }
    for (int i = 0; i < 32; i++) {
        MF_BY_ROW;
        for (int j = 0; j < 18; j++)
            pad2[0][i][0][j] = 0.0f;
        MF_ROLLED
        for (int j = 0; j < 16; j++) {
            pad2[0][i][j + 1][0] = 0.0f;
            pad2[0][i][j + 1][17] = 0.0f;
        }
        for (int j = 0; j < 18; j++)
            pad2[0][i][17][j] = 0.0f;
    }
}

/* 111  x (in pad3) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d13_weight) -
 *          running_mean) * scale + batchnorm13_bias + x)
 *      pad3 = pad(x)                                                 resnet20.lua:32 */
MF_APART
static void k111_x(const float conv2d13_weight[restrict 32][32][3][3],
                   const float pad[restrict 1][32][18][18],
                   const float running_mean[restrict 32],
                   const float scale[restrict 32],
                   const float batchnorm13_bias[restrict 32],
                   const float pad2[restrict 1][32][18][18],
                   float pad3[restrict 1][32][17][17])
{
    static const MfAxis rows[] = {{32, 288}};
    static const MfAxis columns[] = {{4, 18}, {16, 1}};
    static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    for (int i = 0; i < 4; i++) {
        float acc[32][64];
        mf_productf(&plan, &conv2d13_weight[0][0][0][0], &pad[0][0][4 * i][0], acc[0],
                    64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 4; k++) {
                MF_BY_ROW;
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (acc[j][16 * k + l] - running_mean[j]) * scale[j];
                    const float t2 = pad2[0][j][4 * i + k + 1][l + 1];
                    const float x_in = t + batchnorm13_bias[j] + t2;
                    pad3[0][j][4 * i + k + 1][l + 1] = mf_reluf(x_in);
                }
            }
    }
    for (int i = 0; i < 32; i++) {
        MF_BY_ROW;
        for (int j = 0; j < 17; j++)
            pad3[0][i][0][j] = 0.0f;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            pad3[0][i][j + 1][0] = 0.0f;
    }
}

/* 112  relu (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad),
 *          conv2d14_weight) - running_mean) * scale + batchnorm14_bias)
 *      pad2 = pad(relu)                                              resnet20.lua:32 */
MF_APART
static void k112_relu(const float conv2d14_weight[restrict 64][32][3][3],
                      const float pad[restrict 1][32][17][17],
                      const float running_mean[restrict 64],
                      const float scale[restrict 64],
                      const float batchnorm14_bias[restrict 64],
                      float pad2[restrict 1][64][10][10])
{
    static const MfAxis rows[] = {{64, 288}};
    static const MfAxis columns[] = {{8, 34}, {8, 2}};
    static const MfTerm terms[] = {{32, 9, 289}, {3, 3, 17}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    float acc[64][64];
    mf_productf(&plan, &conv2d14_weight[0][0][0][0], &pad[0][0][0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 8; j++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int k = 0; k < 8; k++) {
                const float t = (acc[i][8 * j + k] - running_mean[i]) * scale[i];
                pad2[0][i][j + 1][k + 1] = mf_reluf(t + batchnorm14_bias[i]);
            }
        }
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            pad2[0][i][0][j] = 0.0f;
        MF_ROLLED
        for (int j = 0; j < 8; j++) {
            pad2[0][i][j + 1][0] = 0.0f;
            pad2[0][i][j + 1][9] = 0.0f;
        }
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            pad2[0][i][9][j] = 0.0f;
    }
}

/* 113  x (in pad3) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d15_weight) -
 *          running_mean) * scale + batchnorm15_bias + pad(pad2[:, :, 0:15:2,
 *          0:15:2]))
 *      pad3 = pad(x)                                                 resnet20.lua:32 */
MF_APART
static void k113_x(const float conv2d15_weight[restrict 64][64][3][3],
                   const float pad[restrict 1][64][10][10],
                   const float running_mean[restrict 64],
                   const float scale[restrict 64],
                   const float batchnorm15_bias[restrict 64],
                   const float pad2[restrict 1][32][17][17],
                   float pad3[restrict 1][64][10][10])
{
    static const MfAxis rows[] = {{64, 576}};
    static const MfAxis columns[] = {{8, 10}, {8, 1}};
    static const MfTerm terms[] = {{64, 9, 100}, {3, 3, 10}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    float acc[64][64];
    mf_productf(&plan, &conv2d15_weight[0][0][0][0], &pad[0][0][0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 8; k++) {
                const float t = (acc[i][8 * j + k] - running_mean[i]) * scale[i];
                const float batchnorm15 = t + batchnorm15_bias[i];
                const bool t2 = i >= 16 && i < 48;
                const float pad4 = t2 ? pad2[0][i - 16][2 * j + 1][2 * k + 1] : 0.0f;
                pad3[0][i][j + 1][k + 1] = mf_reluf(batchnorm15 + pad4);
            }
        }
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            pad3[0][i][0][j] = 0.0f;
        MF_ROLLED
        for (int j = 0; j < 8; j++) {
            pad3[0][i][j + 1][0] = 0.0f;
            pad3[0][i][j + 1][9] = 0.0f;
        }
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            pad3[0][i][9][j] = 0.0f;
    }
}

/* 114  relu (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad),
 *          conv2d16_weight) - running_mean) * scale + batchnorm16_bias)
 *      pad2 = pad(relu)                                              resnet20.lua:32 */
MF_APART
static void k114_relu(const float conv2d16_weight[restrict 64][64][3][3],
                      const float pad[restrict 1][64][10][10],
                      const float running_mean[restrict 64],
                      const float scale[restrict 64],
                      const float batchnorm16_bias[restrict 64],
                      float pad2[restrict 1][64][10][10])
{
    static const MfAxis rows[] = {{64, 576}};
    static const MfAxis columns[] = {{8, 10}, {8, 1}};
    static const MfTerm terms[] = {{64, 9, 100}, {3, 3, 10}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    float acc[64][64];
    mf_productf(&plan, &conv2d16_weight[0][0][0][0], &pad[0][0][0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 8; j++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int k = 0; k < 8; k++) {
                const float t = (acc[i][8 * j + k] - running_mean[i]) * scale[i];
                pad2[0][i][j + 1][k + 1] = mf_reluf(t + batchnorm16_bias[i]);
            }
        }
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            pad2[0][i][0][j] = 0.0f;
        MF_ROLLED
        for (int j = 0; j < 8; j++) {
            pad2[0][i][j + 1][0] = 0.0f;
            pad2[0][i][j + 1][9] = 0.0f;
        }
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            pad2[0][i][9][j] = 0.0f;
    }
}

/* 115  x (in pad2) = relu((einsum("ncpqij,ocij->nopq", windows(pad), conv2d17_weight) -
 *          running_mean) * scale + batchnorm17_bias + pad2)
 *      pad (in pad2) = pad(x)                                        resnet20.lua:32 */
MF_APART
static void k115_x(const float conv2d17_weight[restrict 64][64][3][3],
                   const float pad[restrict 1][64][10][10],
                   const float running_mean[restrict 64],
                   const float scale[restrict 64],
                   const float batchnorm17_bias[restrict 64],
                   float pad2[restrict 1][64][10][10])
{
    static const MfAxis rows[] = {{64, 576}};
    static const MfAxis columns[] = {{8, 10}, {8, 1}};
    static const MfTerm terms[] = {{64, 9, 100}, {3, 3, 10}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    float acc[64][64];
    mf_productf(&plan, &conv2d17_weight[0][0][0][0], &pad[0][0][0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 8; j++) {
            MF_BY_ROW;
            MF_ROLLED
            for (int k = 0; k < 8; k++) {
                const float t = (acc[i][8 * j + k] - running_mean[i]) * scale[i];
                const float x_in = t + batchnorm17_bias[i] + pad2[0][i][j + 1][k + 1];
                pad2[0][i][j + 1][k + 1] = mf_reluf(x_in);
            }
        }
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            pad2[0][i][0][j] = 0.0f;
        MF_ROLLED
        for (int j = 0; j < 8; j++) {
            pad2[0][i][j + 1][0] = 0.0f;
            pad2[0][i][j + 1][9] = 0.0f;
        }
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            pad2[0][i][9][j] = 0.0f;
    }
}

/* 116  conv2d19 = einsum("ncpqij,ocij->nopq", windows(pad),
 *          conv2d19_weight)                                          resnet20.lua:32 */
MF_APART
static void k116_conv2d19(const float conv2d19_weight[restrict 64][64][3][3],
                          const float pad[restrict 1][64][10][10],
                          float conv2d19[restrict 1][64][8][8])
{
    static const MfAxis rows[] = {{64, 576}};
    static const MfAxis columns[] = {{8, 10}, {8, 1}};
    static const MfTerm terms[] = {{64, 9, 100}, {3, 3, 10}, {3, 1, 1}};
    MfPlan plan;
    mf_planf(&plan, 1, rows, 2, columns, 3, terms);
    float acc[64][64];
    mf_productf(&plan, &conv2d19_weight[0][0][0][0], &pad[0][0][0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 8; k++)
                conv2d19[0][i][j][k] = acc[i][8 * j + k];
        }
}

/* 117  x = relu((conv2d19 - running_mean) * scale +
 *          batchnorm19_bias + x)                                     resnet20.lua:32
 *      mean = sum(x) * 0.015625                                      resnet20.lua:44 */
static void k117_mean(const float conv2d19[restrict 1][64][8][8],
                      const float running_mean[restrict 64],
                      const float scale[restrict 64],
                      const float batchnorm19_bias[restrict 64],
                      const float pad[restrict 1][64][10][10],
                      float mean[restrict 1][64])
{
    for (int i = 0; i < 4; i++) {
        MF_BY_ROW;
        float sums[16];
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            for (int j = 0; j < 8; j++) {
                MF_ROLLED
                for (int k = 0; k < 8; k++) {
                    const float t = pad[0][16 * i + r][j + 1][k + 1];
                    const float t2 = conv2d19[0][16 * i + r][j][k];
                    const float centred = t2 - running_mean[16 * i + r];
                    const float t3 = batchnorm19_bias[16 * i + r];
                    lane[k] += mf_reluf(centred * scale[16 * i + r] + t3 + t);
                }
            }
            const float sum = mf_sum16f(lane);
            sums[r] = sum;
        }
        MF_ROLLED
        for (int r = 0; r < 16; r++) {
            const float sum = sums[r];
            mean[0][16 * i + r] = sum * 0.015625f;
        }
    }
}

/* 118  logits = mean linear1_weight + linear1_bias                   resnet20.lua:47 */
static void k118_logits(const float mean[restrict 1][64],
                        const float linear1_weight[restrict 64][10],
                        const float linear1_bias[restrict 10],
                        float logits[restrict 1][10])
{
    float acc[10] = {0};
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            acc[j] = fmaf(mean[0][i], linear1_weight[i][j], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 10; i++)
        logits[0][i] = acc[i] + linear1_bias[i];
}

/* 119  max = max(logits)                                             resnet20.lua:48 */
static void k119_max(const float logits[restrict 1][10], float max[restrict 1])
{
    float acc = -INFINITY;
    for (int i = 0; i < 10; i++)
        acc = mf_maxf(logits[0][i], acc);
    max[0] = acc;
}

/* 120  argmax = argmax(logits)                                       resnet20.lua:61 */
static void k120_argmax(const float logits[restrict 1][10], int32_t argmax[restrict 1])
{
    float top = -INFINITY;
    int32_t first = 0;
    for (int i = 0; i < 10; i++) {
        const float x = logits[0][i];
        const int32_t old = first;
        first = mf_abovef(x, top) ? i : old;
        top = mf_maxf(x, top);
    }
    argmax[0] = first;
}

/* 121  accuracy = f32(argmax == label)                               resnet20.lua:61 */
static void k121_accuracy(const int32_t argmax[restrict 1],
                          const int32_t label[restrict 1], float *restrict accuracy)
{
    *accuracy = (float)(argmax[0] == label[0]);
}

/* 122  sum = sum(exp(logits - max))                                  resnet20.lua:48 */
static void k122_sum(const float logits[restrict 1][10], const float max[restrict 1],
                     float sum[restrict 1])
{
    float lane[16] = {0};
    MF_ROLLED
    for (int i = 0; i < MF_LANES(10); i++) {
        const float term = mf_expf((i < 10 ? logits[0][i] : 0.0f) - max[0]);
        lane[i] += i < 10 ? term : 0.0f;
    }
    const float sum2 = mf_sum16f(lane);
    sum[0] = sum2;
}

/* 123  loss = log(sum) - gather(logits - max, label)                 resnet20.lua:48 */
static void k123_loss(const int32_t label[restrict 1], const float sum[restrict 1],
                      const float logits[restrict 1][10], const float max[restrict 1],
                      float *restrict loss)
{
    const int at = label[0];
    *loss = mf_logf(sum[0]) - (logits[0][at] - max[0]);
}

/* 124  conv2d1_weight = 0.272166 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *          uniform()))                                               resnet20.lua:13 */
static void k124_conv2d1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                uint64_t stream2, float conv2d1_weight[restrict 16][27])
{
    for (int i = 0; i < 16; i++) {
        MF_BY_ROW;
        float u[27];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(27 * i), 27, u);
        float u2[27];
        mf_uniform_rowf(seed, stream2, step, (uint64_t)(27 * i), 27, u2);
        for (int j = 0; j < 27; j++) {
            const float t = sqrtf(-2.0f * mf_log1pf(-u[j]));
            const float t2 = t * mf_cosf(6.2831855f * u2[j]);
            conv2d1_weight[i][j] = 0.27216554f * t2;
        }
    }
}

/* 125  conv2d2_weight = 0.117851 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *          uniform()))                                               resnet20.lua:13 */
MF_APART
static void k125_conv2d2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                uint64_t stream2,
                                float conv2d2_weight[restrict 16][144])
{
    for (int i = 0; i < 16; i++) {
        float u[144];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(144 * i), 144, u);
        float u2[144];
        mf_uniform_rowf(seed, stream2, step, (uint64_t)(144 * i), 144, u2);
        for (int j = 0; j < 144; j++) {
            const float t = sqrtf(-2.0f * mf_log1pf(-u[j]));
            const float t2 = t * mf_cosf(6.2831855f * u2[j]);
            conv2d2_weight[i][j] = 0.11785113f * t2;
        }
    }
}

/* 126  conv2d8_weight = 0.117851 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *          uniform()))                                               resnet20.lua:13 */
MF_APART
static void k126_conv2d8_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                uint64_t stream2,
                                float conv2d8_weight[restrict 32][144])
{
    for (int i = 0; i < 32; i++) {
        float u[144];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(144 * i), 144, u);
        float u2[144];
        mf_uniform_rowf(seed, stream2, step, (uint64_t)(144 * i), 144, u2);
        for (int j = 0; j < 144; j++) {
            const float t = sqrtf(-2.0f * mf_log1pf(-u[j]));
            const float t2 = t * mf_cosf(6.2831855f * u2[j]);
            conv2d8_weight[i][j] = 0.11785113f * t2;
        }
    }
}

/* 127  conv2d9_weight = 0.0833333 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *          uniform()))                                               resnet20.lua:13 */
MF_APART
static void k127_conv2d9_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                uint64_t stream2,
                                float conv2d9_weight[restrict 32][288])
{
    for (int i = 0; i < 32; i++) {
        float u[288];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(288 * i), 288, u);
        float u2[288];
        mf_uniform_rowf(seed, stream2, step, (uint64_t)(288 * i), 288, u2);
        for (int j = 0; j < 288; j++) {
            const float t = sqrtf(-2.0f * mf_log1pf(-u[j]));
            const float t2 = t * mf_cosf(6.2831855f * u2[j]);
            conv2d9_weight[i][j] = 0.083333336f * t2;
        }
    }
}

/* 128  conv2d14_weight = 0.0833333 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *          uniform()))                                               resnet20.lua:13 */
MF_APART
static void k128_conv2d14_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                 uint64_t stream2,
                                 float conv2d14_weight[restrict 64][288])
{
    for (int i = 0; i < 64; i++) {
        float u[288];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(288 * i), 288, u);
        float u2[288];
        mf_uniform_rowf(seed, stream2, step, (uint64_t)(288 * i), 288, u2);
        for (int j = 0; j < 288; j++) {
            const float t = sqrtf(-2.0f * mf_log1pf(-u[j]));
            const float t2 = t * mf_cosf(6.2831855f * u2[j]);
            conv2d14_weight[i][j] = 0.083333336f * t2;
        }
    }
}

/* 129  conv2d15_weight = 0.0589256 * (sqrt(-2 * log1p(-uniform())) * cos(6.28319 *
 *          uniform()))                                               resnet20.lua:13 */
MF_APART
static void k129_conv2d15_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                 uint64_t stream2,
                                 float conv2d15_weight[restrict 64][576])
{
    for (int i = 0; i < 64; i++) {
        float u[576];
        mf_uniform_rowf(seed, stream, step, (uint64_t)(576 * i), 576, u);
        float u2[576];
        mf_uniform_rowf(seed, stream2, step, (uint64_t)(576 * i), 576, u2);
        for (int j = 0; j < 576; j++) {
            const float t = sqrtf(-2.0f * mf_log1pf(-u[j]));
            const float t2 = t * mf_cosf(6.2831855f * u2[j]);
            conv2d15_weight[i][j] = 0.058925565f * t2;
        }
    }
}

/* 130  linear1_weight = -0.125 + 0.25 * uniform()                    resnet20.lua:45 */
MF_APART
static void k130_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                float linear1_weight[restrict 64][10])
{
    float u[640];
    mf_uniform_rowf(seed, stream, step, 0, 640, u);
    for (int i = 0; i < 64; i++) {
        MF_BY_ROW;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            linear1_weight[i][j] = -0.125f + 0.25f * u[10 * i + j];
    }
}

/* 131  linear1_bias = -0.125 + 0.25 * uniform()                      resnet20.lua:45 */
static void k131_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                              float linear1_bias[restrict 10])
{
    MF_ROLLED
    for (int i = 0; i < 10; i++) {
        const float t = 0.25f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear1_bias[i] = -0.125f + t;
    }
}

/* 132  batchnorm1_weight = 1                                         resnet20.lua:36 */
static void k132_batchnorm1_weight(float batchnorm1_weight[restrict 16])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        batchnorm1_weight[i] = 1.0f;
}

/* 133  batchnorm8_weight = 1                                         resnet20.lua:28 */
static void k133_batchnorm8_weight(float batchnorm8_weight[restrict 32])
{
    for (int i = 0; i < 32; i++)
        batchnorm8_weight[i] = 1.0f;
}

/* 134  batchnorm14_weight = 1                                        resnet20.lua:28 */
static void k134_batchnorm14_weight(float batchnorm14_weight[restrict 64])
{
    for (int i = 0; i < 64; i++)
        batchnorm14_weight[i] = 1.0f;
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
void resnet20_init(Resnet20 *net, uint64_t seed)
{
    memset(net, 0, offsetof(Resnet20, work));
    net->seed = seed;
    k124_conv2d1_weight(net->step, net->seed, 0xdeab1f8b63e126f2u, 0x2071b85946636ce5u,
                        (float(*)[27])net->conv2d1_weight);
    k125_conv2d2_weight(net->step, net->seed, 0xd6b9509e5ac9e05du, 0x774410cbbbcc72b0u,
                        (float(*)[144])net->block[0].conv2d2_weight);
    k125_conv2d2_weight(net->step, net->seed, 0x59baf785ada5a243u, 0xb65b8b6db5b495eau,
                        (float(*)[144])net->block[1].conv2d2_weight);
    k125_conv2d2_weight(net->step, net->seed, 0xddbf258ca74de526u, 0xe6765b42ba89a48eu,
                        (float(*)[144])net->block[2].conv2d2_weight);
    k125_conv2d2_weight(net->step, net->seed, 0xb6c3cc4aa2002064u, 0x461076d8886b6143u,
                        (float(*)[144])net->block[3].conv2d2_weight);
    k125_conv2d2_weight(net->step, net->seed, 0xb0a414fea171c6beu, 0xe00af36a4ab8f256u,
                        (float(*)[144])net->block[4].conv2d2_weight);
    k125_conv2d2_weight(net->step, net->seed, 0xc2c32d1af55bb5cfu, 0x1ab3b7881b97be8fu,
                        (float(*)[144])net->block[5].conv2d2_weight);
    k126_conv2d8_weight(net->step, net->seed, 0x21576a8ac841f8d6u, 0xc91d34590287401bu,
                        (float(*)[144])net->conv2d8_weight);
    k127_conv2d9_weight(net->step, net->seed, 0xc37b1d35d3e8a1b1u, 0xabace9d1789d7317u,
                        (float(*)[288])net->block2[0].conv2d9_weight);
    k127_conv2d9_weight(net->step, net->seed, 0x76dfb090a4f8c929u, 0x31e88c807a216fafu,
                        (float(*)[288])net->block2[1].conv2d9_weight);
    k127_conv2d9_weight(net->step, net->seed, 0x3e553eb3179e9d36u, 0x28230daa8b1c60eu,
                        (float(*)[288])net->block2[2].conv2d9_weight);
    k127_conv2d9_weight(net->step, net->seed, 0xd0cc313b38ef83e7u, 0x6199d572302feff4u,
                        (float(*)[288])net->block2[3].conv2d9_weight);
    k127_conv2d9_weight(net->step, net->seed, 0x608c06523b06f1ccu, 0xa1222c77e22b06du,
                        (float(*)[288])net->block2[4].conv2d9_weight);
    k128_conv2d14_weight(net->step, net->seed, 0x5c8a27836c82abbbu, 0xd441ed7b8ee70467u,
                         (float(*)[288])net->conv2d14_weight);
    k129_conv2d15_weight(net->step, net->seed, 0x46bcc56bc6a51f97u, 0xf62b6aee6285ba3du,
                         (float(*)[576])net->block3[0].conv2d15_weight);
    k129_conv2d15_weight(net->step, net->seed, 0x4d3674b4c5733661u, 0xe73e7ac60091843u,
                         (float(*)[576])net->block3[1].conv2d15_weight);
    k129_conv2d15_weight(net->step, net->seed, 0x4abc426a54f8d54du, 0x5ac00108a522b5efu,
                         (float(*)[576])net->block3[2].conv2d15_weight);
    k129_conv2d15_weight(net->step, net->seed, 0x987d928c246cfb4u, 0x16a1dc8cc8851142u,
                         (float(*)[576])net->block3[3].conv2d15_weight);
    k129_conv2d15_weight(net->step, net->seed, 0x77e6c54a8c6b236bu, 0x731fadb84e8f443u,
                         (float(*)[576])net->block3[4].conv2d15_weight);
    k130_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, net->linear1_weight);
    k131_linear1_bias(net->step, net->seed, 0x3dec48e02e45c109u, net->linear1_bias);
    k132_batchnorm1_weight(net->block[0].batchnorm1_weight);
    k132_batchnorm1_weight(net->block[1].batchnorm1_weight);
    k132_batchnorm1_weight(net->block[2].batchnorm1_weight);
    k132_batchnorm1_weight(net->block[3].batchnorm1_weight);
    k132_batchnorm1_weight(net->block[4].batchnorm1_weight);
    k132_batchnorm1_weight(net->block[5].batchnorm1_weight);
    k132_batchnorm1_weight(net->batchnorm7_weight);
    k133_batchnorm8_weight(net->block2[0].batchnorm8_weight);
    k133_batchnorm8_weight(net->block2[1].batchnorm8_weight);
    k133_batchnorm8_weight(net->block2[2].batchnorm8_weight);
    k133_batchnorm8_weight(net->block2[3].batchnorm8_weight);
    k133_batchnorm8_weight(net->block2[4].batchnorm8_weight);
    k133_batchnorm8_weight(net->batchnorm13_weight);
    k134_batchnorm14_weight(net->block3[0].batchnorm14_weight);
    k134_batchnorm14_weight(net->block3[1].batchnorm14_weight);
    k134_batchnorm14_weight(net->block3[2].batchnorm14_weight);
    k134_batchnorm14_weight(net->block3[3].batchnorm14_weight);
    k134_batchnorm14_weight(net->block3[4].batchnorm14_weight);
    k134_batchnorm14_weight(net->batchnorm19_weight);
    k132_batchnorm1_weight(net->stat[0].batchnorm1_running_var);
    k132_batchnorm1_weight(net->stat[1].batchnorm1_running_var);
    k132_batchnorm1_weight(net->stat[2].batchnorm1_running_var);
    k132_batchnorm1_weight(net->stat[3].batchnorm1_running_var);
    k132_batchnorm1_weight(net->stat[4].batchnorm1_running_var);
    k132_batchnorm1_weight(net->stat[5].batchnorm1_running_var);
    k132_batchnorm1_weight(net->stat[6].batchnorm1_running_var);
    k133_batchnorm8_weight(net->stat2[0].batchnorm8_running_var);
    k133_batchnorm8_weight(net->stat2[1].batchnorm8_running_var);
    k133_batchnorm8_weight(net->stat2[2].batchnorm8_running_var);
    k133_batchnorm8_weight(net->stat2[3].batchnorm8_running_var);
    k133_batchnorm8_weight(net->stat2[4].batchnorm8_running_var);
    k133_batchnorm8_weight(net->stat2[5].batchnorm8_running_var);
    k134_batchnorm14_weight(net->stat3[0].batchnorm14_running_var);
    k134_batchnorm14_weight(net->stat3[1].batchnorm14_running_var);
    k134_batchnorm14_weight(net->stat3[2].batchnorm14_running_var);
    k134_batchnorm14_weight(net->stat3[3].batchnorm14_running_var);
    k134_batchnorm14_weight(net->stat3[4].batchnorm14_running_var);
    k134_batchnorm14_weight(net->stat3[5].batchnorm14_running_var);
    net->weight_decay = 0.0001f;
    net->momentum = 0.9f;
}

/* One step: forward, backward, update; returns the loss before it. */
float resnet20_step(Resnet20 *net, const float image[restrict 128][3][32][32],
                    const int32_t label[restrict 128])
{
    float loss, pow;
    union Resnet20Step *w = &net->work.step;
    k1_pow(net->step, &pow);
    k2_weight_strips(net->conv2d14_weight, w->conv2d14_weight_strips5);
    k3_weight_strips(net->conv2d14_weight, w->conv2d14_weight_strips3,
                     w->conv2d14_weight_strips4, w->conv2d14_weight_strips2);
    k4_weight_strips(net->conv2d8_weight, w->conv2d8_weight_strips);
    k5_weight_strips(net->conv2d14_weight, w->conv2d14_weight_strips);
    k6_weight_strips(net->block3[0].conv2d15_weight, w->conv2d15_weight_strips);
    k6_weight_strips(net->block3[1].conv2d15_weight, w->conv2d16_weight_strips);
    k6_weight_strips(net->block3[2].conv2d15_weight, w->conv2d17_weight_strips);
    k6_weight_strips(net->block3[3].conv2d15_weight, w->conv2d18_weight_strips);
    k6_weight_strips(net->block3[4].conv2d15_weight, w->conv2d19_weight_strips);
    k7_weight_strips(net->block3[4].conv2d15_weight, w->conv2d19_weight_strips2);
    k7_weight_strips(net->block3[3].conv2d15_weight, w->conv2d18_weight_strips2);
    k7_weight_strips(net->block3[2].conv2d15_weight, w->conv2d17_weight_strips2);
    k7_weight_strips(net->block3[1].conv2d15_weight, w->conv2d16_weight_strips2);
    k7_weight_strips(net->block3[0].conv2d15_weight, w->conv2d15_weight_strips2);
    /* forward */
    k8_conv2d1(image, net->conv2d1_weight, w->pad18, w->conv2d[0]);
    k9_running_var(w->conv2d[0], net->block[0].batchnorm1_weight, w->mean3[0],
                   net->stat[0].batchnorm1_running_mean, w->deviation2[0], w->scale2[0],
                   net->stat[0].batchnorm1_running_var);
    k10_x(w->conv2d[0], w->mean3[0], w->scale2[0], net->block[0].batchnorm1_bias,
          w->pad[0]);
    k11_conv2d2(net->block[0].conv2d2_weight, w->pad[0], w->conv2d2[0]);
    k9_running_var(w->conv2d2[0], net->block[1].batchnorm1_weight, w->mean4[0],
                   net->stat[1].batchnorm1_running_mean, w->deviation3[0], w->scale3[0],
                   net->stat[1].batchnorm1_running_var);
    k10_x(w->conv2d2[0], w->mean4[0], w->scale3[0], net->block[1].batchnorm1_bias,
          w->pad2[0]);
    k11_conv2d2(net->block[1].conv2d2_weight, w->pad2[0], w->conv2d[1]);
    k9_running_var(w->conv2d[1], net->block[2].batchnorm1_weight, w->mean3[1],
                   net->stat[2].batchnorm1_running_mean, w->deviation2[1], w->scale2[1],
                   net->stat[2].batchnorm1_running_var);
    k12_x(w->conv2d[1], w->mean3[1], w->scale2[1], net->block[2].batchnorm1_bias,
          w->pad[0], w->pad[1]);
    k11_conv2d2(net->block[2].conv2d2_weight, w->pad[1], w->conv2d2[1]);
    k9_running_var(w->conv2d2[1], net->block[3].batchnorm1_weight, w->mean4[1],
                   net->stat[3].batchnorm1_running_mean, w->deviation3[1], w->scale3[1],
                   net->stat[3].batchnorm1_running_var);
    k10_x(w->conv2d2[1], w->mean4[1], w->scale3[1], net->block[3].batchnorm1_bias,
          w->pad2[1]);
    k11_conv2d2(net->block[3].conv2d2_weight, w->pad2[1], w->conv2d[2]);
    k9_running_var(w->conv2d[2], net->block[4].batchnorm1_weight, w->mean3[2],
                   net->stat[4].batchnorm1_running_mean, w->deviation2[2], w->scale2[2],
                   net->stat[4].batchnorm1_running_var);
    k12_x(w->conv2d[2], w->mean3[2], w->scale2[2], net->block[4].batchnorm1_bias,
          w->pad[1], w->pad[2]);
    k11_conv2d2(net->block[4].conv2d2_weight, w->pad[2], w->conv2d2[2]);
    k9_running_var(w->conv2d2[2], net->block[5].batchnorm1_weight, w->mean4[2],
                   net->stat[5].batchnorm1_running_mean, w->deviation3[2], w->scale3[2],
                   net->stat[5].batchnorm1_running_var);
    k10_x(w->conv2d2[2], w->mean4[2], w->scale3[2], net->block[5].batchnorm1_bias,
          w->pad2[2]);
    k11_conv2d2(net->block[5].conv2d2_weight, w->pad2[2], w->conv2d7);
    k9_running_var(w->conv2d7, net->batchnorm7_weight, w->mean14,
                   net->stat[6].batchnorm1_running_mean, w->deviation13, w->scale13,
                   net->stat[6].batchnorm1_running_var);
    k13_x(w->conv2d7, w->mean14, w->scale13, net->batchnorm7_bias, w->pad[2], w->pad4);
    k14_conv2d8(w->pad4, w->conv2d8_weight_strips, w->conv2d8);
    k15_running_var(w->conv2d8, net->block2[0].batchnorm8_weight, w->mean5,
                    net->stat2[0].batchnorm8_running_mean, w->deviation4, w->scale4,
                    net->stat2[0].batchnorm8_running_var);
    k16_relu(w->conv2d8, w->mean5, w->scale4, net->block2[0].batchnorm8_bias, w->pad5);
    k17_conv2d9(net->block2[0].conv2d9_weight, w->pad5, w->conv2d9);
    k15_running_var(w->conv2d9, net->block2[1].batchnorm8_weight, w->mean7,
                    net->stat2[1].batchnorm8_running_mean, w->deviation6, w->scale6,
                    net->stat2[1].batchnorm8_running_var);
    k18_x(w->conv2d9, w->mean7, w->scale6, net->block2[1].batchnorm8_bias, w->pad4,
          w->pad8);
    k17_conv2d9(net->block2[1].conv2d9_weight, w->pad8, w->conv2d10);
    k15_running_var(w->conv2d10, net->block2[2].batchnorm8_weight, w->mean8,
                    net->stat2[2].batchnorm8_running_mean, w->deviation7, w->scale7,
                    net->stat2[2].batchnorm8_running_var);
    k16_relu(w->conv2d10, w->mean8, w->scale7, net->block2[2].batchnorm8_bias,
             w->pad10);
    k17_conv2d9(net->block2[2].conv2d9_weight, w->pad10, w->conv2d11);
    k15_running_var(w->conv2d11, net->block2[3].batchnorm8_weight, w->mean10,
                    net->stat2[3].batchnorm8_running_mean, w->deviation9, w->scale9,
                    net->stat2[3].batchnorm8_running_var);
    k19_x(w->conv2d11, w->mean10, w->scale9, net->block2[3].batchnorm8_bias, w->pad8,
          w->pad13);
    k17_conv2d9(net->block2[3].conv2d9_weight, w->pad13, w->conv2d12);
    k15_running_var(w->conv2d12, net->block2[4].batchnorm8_weight, w->mean11,
                    net->stat2[4].batchnorm8_running_mean, w->deviation10, w->scale10,
                    net->stat2[4].batchnorm8_running_var);
    k16_relu(w->conv2d12, w->mean11, w->scale10, net->block2[4].batchnorm8_bias,
             w->pad15);
    k17_conv2d9(net->block2[4].conv2d9_weight, w->pad15, w->conv2d13);
    k15_running_var(w->conv2d13, net->batchnorm13_weight, w->mean13,
                    net->stat2[5].batchnorm8_running_mean, w->deviation12, w->scale12,
                    net->stat2[5].batchnorm8_running_var);
    k20_x(w->conv2d13, w->mean13, w->scale12, net->batchnorm13_bias, w->pad13,
          w->pad19);
    k21_conv2d14(w->pad19, w->conv2d14_weight_strips, w->conv2d14);
    k22_running_var(w->conv2d14, net->block3[0].batchnorm14_weight, w->mean6,
                    net->stat3[0].batchnorm14_running_mean, w->deviation5, w->scale5,
                    net->stat3[0].batchnorm14_running_var);
    k23_relu(w->conv2d14, w->mean6, w->scale5, net->block3[0].batchnorm14_bias,
             w->pad20);
    k24_conv2d15(w->pad20, w->conv2d15_weight_strips, w->conv2d15);
    k22_running_var(w->conv2d15, net->block3[1].batchnorm14_weight, w->mean9,
                    net->stat3[1].batchnorm14_running_mean, w->deviation8, w->scale8,
                    net->stat3[1].batchnorm14_running_var);
    k25_x(w->conv2d15, w->mean9, w->scale8, net->block3[1].batchnorm14_bias, w->pad19,
          w->pad23);
    k24_conv2d15(w->pad23, w->conv2d16_weight_strips, w->conv2d16);
    k22_running_var(w->conv2d16, net->block3[2].batchnorm14_weight, w->mean12,
                    net->stat3[2].batchnorm14_running_mean, w->deviation11, w->scale11,
                    net->stat3[2].batchnorm14_running_var);
    k23_relu(w->conv2d16, w->mean12, w->scale11, net->block3[2].batchnorm14_bias,
             w->pad27);
    k24_conv2d15(w->pad27, w->conv2d17_weight_strips, w->conv2d17);
    k22_running_var(w->conv2d17, net->block3[3].batchnorm14_weight, w->mean15,
                    net->stat3[3].batchnorm14_running_mean, w->deviation14, w->scale14,
                    net->stat3[3].batchnorm14_running_var);
    k26_x(w->conv2d17, w->mean15, w->scale14, net->block3[3].batchnorm14_bias, w->pad23,
          w->pad29);
    k24_conv2d15(w->pad29, w->conv2d18_weight_strips, w->conv2d18);
    k22_running_var(w->conv2d18, net->block3[4].batchnorm14_weight, w->mean16,
                    net->stat3[4].batchnorm14_running_mean, w->deviation15, w->scale15,
                    net->stat3[4].batchnorm14_running_var);
    k23_relu(w->conv2d18, w->mean16, w->scale15, net->block3[4].batchnorm14_bias,
             w->pad31);
    k24_conv2d15(w->pad31, w->conv2d19_weight_strips, w->conv2d19);
    k22_running_var(w->conv2d19, net->batchnorm19_weight, w->mean2,
                    net->stat3[5].batchnorm14_running_mean, w->deviation, w->scale,
                    net->stat3[5].batchnorm14_running_var);
    k27_mean(w->conv2d19, w->mean2, w->scale, net->batchnorm19_bias, w->pad29, w->x,
             w->mean);
    k28_logits(w->mean, net->linear1_weight, net->linear1_bias, w->logits);
    /* forward and backward */
    k29_dlogits(w->logits, label, w->max, w->sum, w->dlogits);
    /* forward */
    k30_argmax(w->logits, w->argmax);
    /* metrics */
    k31_accuracy(w->argmax, label, &net->metric.accuracy);
    /* the loss */
    k32_loss(label, w->sum, w->logits, w->max, &loss);
    /* backward, and the update of what is done */
    k33_linear1_bias(w->dlogits, net->momentum, net->weight_decay, pow,
                     net->sgd_v_linear1_bias, net->linear1_bias);
    k34_dsum(w->dlogits, net->linear1_weight, w->dsum14);
    k35_batchnorm19_bias(w->x, w->dsum14, w->conv2d19, w->mean2, w->scale, w->deviation,
                         net->momentum, net->weight_decay, pow, w->dadd15,
                         net->sgd_v_batchnorm19_weight, net->batchnorm19_weight,
                         net->sgd_v_batchnorm19_bias, net->batchnorm19_bias);
    k36_linear1_weight(w->dlogits, w->mean, net->momentum, net->weight_decay, pow,
                       net->sgd_v_linear1_weight, net->linear1_weight);
    k37_dcentred(w->dadd15, w->mean2, w->x, w->dsum14, w->scale, w->conv2d19);
    k38_dsum(w->conv2d19, w->dsum15);
    k39_pad(w->dsum15, w->conv2d19, w->pad33);
    k40_conv2d19_weight(w->pad31, w->conv2d19, net->momentum, net->weight_decay, pow,
                        net->state3[4].sgd_v_conv2d15_weight,
                        net->block3[4].conv2d15_weight);
    k41_dbatchnorm18(w->pad33, w->conv2d19_weight_strips2, w->pad31, w->dbatchnorm18);
    k42_batchnorm18_bias(w->dbatchnorm18, w->conv2d18, w->mean16, w->scale15,
                         w->deviation15, net->momentum, net->weight_decay, pow,
                         w->dadd14, net->state3[4].sgd_v_batchnorm14_weight,
                         net->block3[4].batchnorm14_weight,
                         net->state3[4].sgd_v_batchnorm14_bias,
                         net->block3[4].batchnorm14_bias);
    k43_dcentred(w->dadd14, w->mean16, w->dbatchnorm18, w->scale15, w->conv2d18);
    k38_dsum(w->conv2d18, w->dsum13);
    k39_pad(w->dsum13, w->conv2d18, w->pad32);
    k40_conv2d19_weight(w->pad29, w->conv2d18, net->momentum, net->weight_decay, pow,
                        net->state3[3].sgd_v_conv2d15_weight,
                        net->block3[3].conv2d15_weight);
    k44_dx_in(w->pad32, w->conv2d18_weight_strips2, w->pad29, w->dsum14, w->x);
    k42_batchnorm18_bias(w->x, w->conv2d17, w->mean15, w->scale14, w->deviation14,
                         net->momentum, net->weight_decay, pow, w->dadd13,
                         net->state3[3].sgd_v_batchnorm14_weight,
                         net->block3[3].batchnorm14_weight,
                         net->state3[3].sgd_v_batchnorm14_bias,
                         net->block3[3].batchnorm14_bias);
    k43_dcentred(w->dadd13, w->mean15, w->x, w->scale14, w->conv2d17);
    k38_dsum(w->conv2d17, w->dsum12);
    k39_pad(w->dsum12, w->conv2d17, w->pad30);
    k40_conv2d19_weight(w->pad27, w->conv2d17, net->momentum, net->weight_decay, pow,
                        net->state3[2].sgd_v_conv2d15_weight,
                        net->block3[2].conv2d15_weight);
    k41_dbatchnorm18(w->pad30, w->conv2d17_weight_strips2, w->pad27, w->dbatchnorm16);
    k42_batchnorm18_bias(w->dbatchnorm16, w->conv2d16, w->mean12, w->scale11,
                         w->deviation11, net->momentum, net->weight_decay, pow,
                         w->dadd12, net->state3[2].sgd_v_batchnorm14_weight,
                         net->block3[2].batchnorm14_weight,
                         net->state3[2].sgd_v_batchnorm14_bias,
                         net->block3[2].batchnorm14_bias);
    k43_dcentred(w->dadd12, w->mean12, w->dbatchnorm16, w->scale11, w->conv2d16);
    k38_dsum(w->conv2d16, w->dsum11);
    k39_pad(w->dsum11, w->conv2d16, w->pad28);
    k40_conv2d19_weight(w->pad23, w->conv2d16, net->momentum, net->weight_decay, pow,
                        net->state3[1].sgd_v_conv2d15_weight,
                        net->block3[1].conv2d15_weight);
    k45_dx_in(w->pad28, w->conv2d16_weight_strips2, w->pad23, w->x);
    k42_batchnorm18_bias(w->x, w->conv2d15, w->mean9, w->scale8, w->deviation8,
                         net->momentum, net->weight_decay, pow, w->dadd11,
                         net->state3[1].sgd_v_batchnorm14_weight,
                         net->block3[1].batchnorm14_weight,
                         net->state3[1].sgd_v_batchnorm14_bias,
                         net->block3[1].batchnorm14_bias);
    k43_dcentred(w->dadd11, w->mean9, w->x, w->scale8, w->conv2d15);
    k38_dsum(w->conv2d15, w->dsum10);
    k39_pad(w->dsum10, w->conv2d15, w->pad24);
    k40_conv2d19_weight(w->pad20, w->conv2d15, net->momentum, net->weight_decay, pow,
                        net->state3[0].sgd_v_conv2d15_weight,
                        net->block3[0].conv2d15_weight);
    k41_dbatchnorm18(w->pad24, w->conv2d15_weight_strips2, w->pad20, w->dbatchnorm14);
    k42_batchnorm18_bias(w->dbatchnorm14, w->conv2d14, w->mean6, w->scale5,
                         w->deviation5, net->momentum, net->weight_decay, pow,
                         w->dadd10, net->state3[0].sgd_v_batchnorm14_weight,
                         net->block3[0].batchnorm14_weight,
                         net->state3[0].sgd_v_batchnorm14_bias,
                         net->block3[0].batchnorm14_bias);
    k43_dcentred(w->dadd10, w->mean6, w->dbatchnorm14, w->scale5, w->conv2d14);
    k38_dsum(w->conv2d14, w->dsum9);
    k46_pad(w->dsum9, w->conv2d14, w->pad21, w->pad22);
    k47_conv2d14_weight(w->pad19, w->conv2d14, net->momentum, net->weight_decay, pow,
                        net->sgd_v_conv2d14_weight, net->conv2d14_weight);
    k48_product(w->conv2d14, w->conv2d14_weight_strips5, w->product8);
    k49_product(w->pad22, w->conv2d14_weight_strips4, w->product7);
    k50_product(w->pad21, w->conv2d14_weight_strips3, w->product6);
    k51_concat(w->product8, w->product6, w->concat5);
    k52_pad(w->pad21, w->pad26);
    k53_product(w->pad26, w->conv2d14_weight_strips2, w->product5);
    k51_concat(w->product7, w->product5, w->concat6);
    k54_concat((float(*)[32][8][16])w->concat5, (float(*)[32][8][16])w->concat6,
               w->concat4);
    k55_dx_in(w->pad19, w->x, (float(*)[32][16][16])w->concat4);
    k56_batchnorm13_bias((float(*)[32][16][16])w->concat4, w->conv2d13, w->mean13,
                         w->scale12, w->deviation12, net->momentum, net->weight_decay,
                         pow, w->dadd8, net->sgd_v_batchnorm13_weight,
                         net->batchnorm13_weight, net->sgd_v_batchnorm13_bias,
                         net->batchnorm13_bias);
    k57_dcentred((float(*)[32][16][16])w->concat4, w->scale12, w->dadd8, w->mean13,
                 w->conv2d13);
    k58_dsum(w->conv2d13, w->dsum8);
    k59_dconv2d13(w->conv2d13, w->dsum8, w->pad25);
    k60_dbatchnorm12(net->block2[4].conv2d9_weight, w->pad25, w->pad15,
                     w->dbatchnorm12);
    k56_batchnorm13_bias(w->dbatchnorm12, w->conv2d12, w->mean11, w->scale10,
                         w->deviation10, net->momentum, net->weight_decay, pow,
                         w->dadd9, net->state2[4].sgd_v_batchnorm8_weight,
                         net->block2[4].batchnorm8_weight,
                         net->state2[4].sgd_v_batchnorm8_bias,
                         net->block2[4].batchnorm8_bias);
    k61_conv2d13_weight(w->pad15, w->pad25, net->momentum, net->weight_decay, pow,
                        net->state2[4].sgd_v_conv2d9_weight,
                        net->block2[4].conv2d9_weight);
    k62_dcentred(w->scale10, w->dadd9, w->conv2d12, w->mean11, w->dbatchnorm12);
    k58_dsum(w->dbatchnorm12, w->dsum7);
    k59_dconv2d13(w->dbatchnorm12, w->dsum7, w->pad16);
    k63_dx_in(net->block2[3].conv2d9_weight, w->pad16, w->pad13,
              (float(*)[32][16][16])w->concat4);
    k56_batchnorm13_bias((float(*)[32][16][16])w->concat4, w->conv2d11, w->mean10,
                         w->scale9, w->deviation9, net->momentum, net->weight_decay,
                         pow, w->dadd7, net->state2[3].sgd_v_batchnorm8_weight,
                         net->block2[3].batchnorm8_weight,
                         net->state2[3].sgd_v_batchnorm8_bias,
                         net->block2[3].batchnorm8_bias);
    k61_conv2d13_weight(w->pad13, w->pad16, net->momentum, net->weight_decay, pow,
                        net->state2[3].sgd_v_conv2d9_weight,
                        net->block2[3].conv2d9_weight);
    k57_dcentred((float(*)[32][16][16])w->concat4, w->scale9, w->dadd7, w->mean10,
                 w->conv2d11);
    k58_dsum(w->conv2d11, w->dsum5);
    k59_dconv2d13(w->conv2d11, w->dsum5, w->pad17);
    k60_dbatchnorm12(net->block2[2].conv2d9_weight, w->pad17, w->pad10,
                     w->dbatchnorm10);
    k56_batchnorm13_bias(w->dbatchnorm10, w->conv2d10, w->mean8, w->scale7,
                         w->deviation7, net->momentum, net->weight_decay, pow, w->dadd6,
                         net->state2[2].sgd_v_batchnorm8_weight,
                         net->block2[2].batchnorm8_weight,
                         net->state2[2].sgd_v_batchnorm8_bias,
                         net->block2[2].batchnorm8_bias);
    k61_conv2d13_weight(w->pad10, w->pad17, net->momentum, net->weight_decay, pow,
                        net->state2[2].sgd_v_conv2d9_weight,
                        net->block2[2].conv2d9_weight);
    k62_dcentred(w->scale7, w->dadd6, w->conv2d10, w->mean8, w->dbatchnorm10);
    k58_dsum(w->dbatchnorm10, w->dsum6);
    k59_dconv2d13(w->dbatchnorm10, w->dsum6, w->pad11);
    k63_dx_in(net->block2[1].conv2d9_weight, w->pad11, w->pad8,
              (float(*)[32][16][16])w->concat4);
    k56_batchnorm13_bias((float(*)[32][16][16])w->concat4, w->conv2d9, w->mean7,
                         w->scale6, w->deviation6, net->momentum, net->weight_decay,
                         pow, w->dadd5, net->state2[1].sgd_v_batchnorm8_weight,
                         net->block2[1].batchnorm8_weight,
                         net->state2[1].sgd_v_batchnorm8_bias,
                         net->block2[1].batchnorm8_bias);
    k61_conv2d13_weight(w->pad8, w->pad11, net->momentum, net->weight_decay, pow,
                        net->state2[1].sgd_v_conv2d9_weight,
                        net->block2[1].conv2d9_weight);
    k57_dcentred((float(*)[32][16][16])w->concat4, w->scale6, w->dadd5, w->mean7,
                 w->conv2d9);
    k58_dsum(w->conv2d9, w->dsum3);
    k59_dconv2d13(w->conv2d9, w->dsum3, w->pad14);
    k60_dbatchnorm12(net->block2[0].conv2d9_weight, w->pad14, w->pad5, w->dbatchnorm8);
    k56_batchnorm13_bias(w->dbatchnorm8, w->conv2d8, w->mean5, w->scale4, w->deviation4,
                         net->momentum, net->weight_decay, pow, w->dadd4,
                         net->state2[0].sgd_v_batchnorm8_weight,
                         net->block2[0].batchnorm8_weight,
                         net->state2[0].sgd_v_batchnorm8_bias,
                         net->block2[0].batchnorm8_bias);
    k61_conv2d13_weight(w->pad5, w->pad14, net->momentum, net->weight_decay, pow,
                        net->state2[0].sgd_v_conv2d9_weight,
                        net->block2[0].conv2d9_weight);
    k62_dcentred(w->scale4, w->dadd4, w->conv2d8, w->mean5, w->dbatchnorm8);
    k58_dsum(w->dbatchnorm8, w->dsum4);
    k64_pad(w->dbatchnorm8, w->dsum4, w->pad6, w->pad12, w->pad7);
    k65_product(net->conv2d8_weight, w->pad6, w->product);
    k66_product(net->conv2d8_weight, w->pad6, w->product3);
    k67_concat(w->product, w->product3, w->concat2);
    k68_product(net->conv2d8_weight, w->pad12, w->product2);
    k69_product(net->conv2d8_weight, w->pad7, w->product4);
    k67_concat(w->product2, w->product4, w->concat3);
    k70_conv2d8_weight(w->pad4, w->pad6, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d8_weight, net->conv2d8_weight);
    k71_concat((float(*)[16][16][32])w->concat2, (float(*)[16][16][32])w->concat3,
               w->concat);
    k72_dx_in(w->pad4, (float(*)[32][16][16])w->concat4,
              (float(*)[16][32][32])w->concat);
    k73_batchnorm7_bias((float(*)[16][32][32])w->concat, w->conv2d7, w->mean14,
                        w->scale13, w->deviation13, net->momentum, net->weight_decay,
                        pow, w->dadd2, net->sgd_v_batchnorm7_weight,
                        net->batchnorm7_weight, net->sgd_v_batchnorm7_bias,
                        net->batchnorm7_bias);
    /* clang-format off */
    const struct {
        float *scale, *dadd, *mean, (*conv2d7)[16][32][32];
    } at[3] = {
        {w->scale13, w->dadd2, w->mean14, w->conv2d7},
        {w->scale2[2], w->dadd, w->mean3[2], w->conv2d[2]},
        {w->scale2[1], w->dadd, w->mean3[1], w->conv2d[1]},
    };
    /* clang-format on */
    for (int i = 0; i < 3; i++) {
        k74_dcentred((float(*)[16][32][32])w->concat, at[i].scale, at[i].dadd,
                     at[i].mean, at[i].conv2d7);
        k75_dsum(at[i].conv2d7, w->dsum2);
        k76_dconv2d7(at[i].conv2d7, w->dsum2, w->pad9);
        k77_dbatchnorm6(net->block[5 - 2 * i].conv2d2_weight, w->pad9, w->pad2[2 - i],
                        w->dbatchnorm);
        k73_batchnorm7_bias(w->dbatchnorm, w->conv2d2[2 - i], w->mean4[2 - i],
                            w->scale3[2 - i], w->deviation3[2 - i], net->momentum,
                            net->weight_decay, pow, w->dadd3,
                            net->state[5 - 2 * i].sgd_v_batchnorm1_weight,
                            net->block[5 - 2 * i].batchnorm1_weight,
                            net->state[5 - 2 * i].sgd_v_batchnorm1_bias,
                            net->block[5 - 2 * i].batchnorm1_bias);
        k78_conv2d7_weight(w->pad2[2 - i], w->pad9, net->momentum, net->weight_decay,
                           pow, net->state[5 - 2 * i].sgd_v_conv2d2_weight,
                           net->block[5 - 2 * i].conv2d2_weight);
        k79_dcentred(w->scale3[2 - i], w->dadd3, w->conv2d2[2 - i], w->mean4[2 - i],
                     w->dbatchnorm);
        k75_dsum(w->dbatchnorm, w->dsum);
        k76_dconv2d7(w->dbatchnorm, w->dsum, w->pad3);
        k80_dx_in(net->block[4 - 2 * i].conv2d2_weight, w->pad3, w->pad[2 - i],
                  (float(*)[16][32][32])w->concat);
        k73_batchnorm7_bias((float(*)[16][32][32])w->concat, w->conv2d[2 - i],
                            w->mean3[2 - i], w->scale2[2 - i], w->deviation2[2 - i],
                            net->momentum, net->weight_decay, pow, w->dadd,
                            net->state[4 - 2 * i].sgd_v_batchnorm1_weight,
                            net->block[4 - 2 * i].batchnorm1_weight,
                            net->state[4 - 2 * i].sgd_v_batchnorm1_bias,
                            net->block[4 - 2 * i].batchnorm1_bias);
        k78_conv2d7_weight(w->pad[2 - i], w->pad3, net->momentum, net->weight_decay,
                           pow, net->state[4 - 2 * i].sgd_v_conv2d2_weight,
                           net->block[4 - 2 * i].conv2d2_weight);
    }
    k79_dcentred(w->scale2[0], w->dadd, w->conv2d[0], w->mean3[0],
                 (float(*)[16][32][32])w->concat);
    k75_dsum((float(*)[16][32][32])w->concat, w->dsum2);
    k81_dconv2d1(w->dsum2, (float(*)[16][32][32])w->concat);
    k82_conv2d1_weight(w->pad18, (float(*)[16][32][32])w->concat, net->momentum,
                       net->weight_decay, pow, net->sgd_v_conv2d1_weight,
                       net->conv2d1_weight);
    net->step++;
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float resnet20_eval(Resnet20 *net, const float image[restrict 128][3][32][32],
                    const int32_t label[restrict 128])
{
    float loss;
    union Resnet20Eval *w = &net->work.eval;
    k83_scale(net->stat[0].batchnorm1_running_var, net->block[0].batchnorm1_weight,
              w->scale9);
    k83_scale(net->stat[1].batchnorm1_running_var, net->block[1].batchnorm1_weight,
              w->scale10);
    k83_scale(net->stat[2].batchnorm1_running_var, net->block[2].batchnorm1_weight,
              w->scale11);
    k83_scale(net->stat[3].batchnorm1_running_var, net->block[3].batchnorm1_weight,
              w->scale12);
    k83_scale(net->stat[4].batchnorm1_running_var, net->block[4].batchnorm1_weight,
              w->scale13);
    k83_scale(net->stat[5].batchnorm1_running_var, net->block[5].batchnorm1_weight,
              w->scale14);
    k83_scale(net->stat[6].batchnorm1_running_var, net->batchnorm7_weight, w->scale15);
    k84_scale(net->stat2[0].batchnorm8_running_var, net->block2[0].batchnorm8_weight,
              w->scale3);
    k84_scale(net->stat2[1].batchnorm8_running_var, net->block2[1].batchnorm8_weight,
              w->scale4);
    k84_scale(net->stat2[2].batchnorm8_running_var, net->block2[2].batchnorm8_weight,
              w->scale5);
    k84_scale(net->stat2[3].batchnorm8_running_var, net->block2[3].batchnorm8_weight,
              w->scale6);
    k84_scale(net->stat2[4].batchnorm8_running_var, net->block2[4].batchnorm8_weight,
              w->scale7);
    k84_scale(net->stat2[5].batchnorm8_running_var, net->batchnorm13_weight, w->scale8);
    k85_scale(net->stat3[0].batchnorm14_running_var, net->block3[0].batchnorm14_weight,
              w->scale);
    k85_scale(net->stat3[1].batchnorm14_running_var, net->block3[1].batchnorm14_weight,
              w->scale2);
    k85_scale(net->stat3[2].batchnorm14_running_var, net->block3[2].batchnorm14_weight,
              w->scale16);
    k85_scale(net->stat3[3].batchnorm14_running_var, net->block3[3].batchnorm14_weight,
              w->scale17);
    k85_scale(net->stat3[4].batchnorm14_running_var, net->block3[4].batchnorm14_weight,
              w->scale18);
    k85_scale(net->stat3[5].batchnorm14_running_var, net->batchnorm19_weight,
              w->scale19);
    k4_weight_strips(net->conv2d8_weight, w->conv2d8_weight_strips);
    k5_weight_strips(net->conv2d14_weight, w->conv2d14_weight_strips);
    k6_weight_strips(net->block3[0].conv2d15_weight, w->conv2d15_weight_strips);
    k6_weight_strips(net->block3[1].conv2d15_weight, w->conv2d16_weight_strips);
    k6_weight_strips(net->block3[2].conv2d15_weight, w->conv2d17_weight_strips);
    k6_weight_strips(net->block3[3].conv2d15_weight, w->conv2d18_weight_strips);
    k6_weight_strips(net->block3[4].conv2d15_weight, w->conv2d19_weight_strips);
    for (int row = 0; row < 128; row += 2) {
        k86_x(&image[row], net->conv2d1_weight, net->stat[0].batchnorm1_running_mean,
              w->scale9, net->block[0].batchnorm1_bias, w->pad9, w->pad2);
        k87_relu(net->block[0].conv2d2_weight, w->pad2,
                 net->stat[1].batchnorm1_running_mean, w->scale10,
                 net->block[1].batchnorm1_bias, w->pad10);
        k88_x(net->block[1].conv2d2_weight, w->pad10,
              net->stat[2].batchnorm1_running_mean, w->scale11,
              net->block[2].batchnorm1_bias, w->pad2);
        k87_relu(net->block[2].conv2d2_weight, w->pad2,
                 net->stat[3].batchnorm1_running_mean, w->scale12,
                 net->block[3].batchnorm1_bias, w->pad11);
        k88_x(net->block[3].conv2d2_weight, w->pad11,
              net->stat[4].batchnorm1_running_mean, w->scale13,
              net->block[4].batchnorm1_bias, w->pad2);
        k87_relu(net->block[4].conv2d2_weight, w->pad2,
                 net->stat[5].batchnorm1_running_mean, w->scale14,
                 net->block[5].batchnorm1_bias, w->pad12);
        k89_x(net->block[5].conv2d2_weight, w->pad12,
              net->stat[6].batchnorm1_running_mean, w->scale15, net->batchnorm7_bias,
              w->pad2, w->pad14);
        k90_relu(w->pad14, w->conv2d8_weight_strips,
                 net->stat2[0].batchnorm8_running_mean, w->scale3,
                 net->block2[0].batchnorm8_bias, w->pad3);
        k91_x(net->block2[0].conv2d9_weight, w->pad3,
              net->stat2[1].batchnorm8_running_mean, w->scale4,
              net->block2[1].batchnorm8_bias, w->pad14, w->pad8);
        k92_relu(net->block2[1].conv2d9_weight, w->pad8,
                 net->stat2[2].batchnorm8_running_mean, w->scale5,
                 net->block2[2].batchnorm8_bias, w->pad4);
        k93_x(net->block2[2].conv2d9_weight, w->pad4,
              net->stat2[3].batchnorm8_running_mean, w->scale6,
              net->block2[3].batchnorm8_bias, w->pad8);
        k92_relu(net->block2[3].conv2d9_weight, w->pad8,
                 net->stat2[4].batchnorm8_running_mean, w->scale7,
                 net->block2[4].batchnorm8_bias, w->pad5);
        k94_x(net->block2[4].conv2d9_weight, w->pad5,
              net->stat2[5].batchnorm8_running_mean, w->scale8, net->batchnorm13_bias,
              w->pad8, w->pad13);
        k95_relu(w->pad13, w->conv2d14_weight_strips,
                 net->stat3[0].batchnorm14_running_mean, w->scale,
                 net->block3[0].batchnorm14_bias, w->pad6);
        k96_x(w->pad6, w->conv2d15_weight_strips,
              net->stat3[1].batchnorm14_running_mean, w->scale2,
              net->block3[1].batchnorm14_bias, w->pad13, &w->pad[row]);
    }
    for (int row2 = 0; row2 < 128; row2 += 4) {
        k97_relu(&w->pad[row2], w->conv2d16_weight_strips,
                 net->stat3[2].batchnorm14_running_mean, w->scale16,
                 net->block3[2].batchnorm14_bias, w->pad16);
        k98_x(w->pad16, w->conv2d17_weight_strips,
              net->stat3[3].batchnorm14_running_mean, w->scale17,
              net->block3[3].batchnorm14_bias, &w->pad[row2], &w->pad7[row2]);
        k97_relu(&w->pad7[row2], w->conv2d18_weight_strips,
                 net->stat3[4].batchnorm14_running_mean, w->scale18,
                 net->block3[4].batchnorm14_bias, &w->pad15[row2]);
    }
    for (int row3 = 0; row3 < 128; row3 += 16) {
        k99_conv2d19(&w->pad15[row3], w->conv2d19_weight_strips, w->conv2d19);
        k100_mean(w->conv2d19, net->stat3[5].batchnorm14_running_mean, w->scale19,
                  net->batchnorm19_bias, &w->pad7[row3], &w->mean[row3]);
    }
    k28_logits(w->mean, net->linear1_weight, net->linear1_bias, w->logits);
    k101_sum(w->logits, w->max, w->sum);
    k30_argmax(w->logits, w->argmax);
    k31_accuracy(w->argmax, label, &net->metric.accuracy);
    k32_loss(label, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The same of a batch of one row. */
float resnet20_eval_one(Resnet20 *net, const float image[restrict 1][3][32][32],
                        const int32_t label[restrict 1])
{
    float loss;
    union Resnet20EvalOne *w = &net->work.eval_one;
    k83_scale(net->stat[0].batchnorm1_running_var, net->block[0].batchnorm1_weight,
              w->scale);
    k83_scale(net->stat[1].batchnorm1_running_var, net->block[1].batchnorm1_weight,
              w->scale2);
    k83_scale(net->stat[2].batchnorm1_running_var, net->block[2].batchnorm1_weight,
              w->scale3);
    k83_scale(net->stat[3].batchnorm1_running_var, net->block[3].batchnorm1_weight,
              w->scale4);
    k83_scale(net->stat[4].batchnorm1_running_var, net->block[4].batchnorm1_weight,
              w->scale5);
    k83_scale(net->stat[5].batchnorm1_running_var, net->block[5].batchnorm1_weight,
              w->scale6);
    k83_scale(net->stat[6].batchnorm1_running_var, net->batchnorm7_weight, w->scale19);
    k84_scale(net->stat2[0].batchnorm8_running_var, net->block2[0].batchnorm8_weight,
              w->scale13);
    k84_scale(net->stat2[1].batchnorm8_running_var, net->block2[1].batchnorm8_weight,
              w->scale14);
    k84_scale(net->stat2[2].batchnorm8_running_var, net->block2[2].batchnorm8_weight,
              w->scale15);
    k84_scale(net->stat2[3].batchnorm8_running_var, net->block2[3].batchnorm8_weight,
              w->scale16);
    k84_scale(net->stat2[4].batchnorm8_running_var, net->block2[4].batchnorm8_weight,
              w->scale17);
    k84_scale(net->stat2[5].batchnorm8_running_var, net->batchnorm13_weight,
              w->scale18);
    k85_scale(net->stat3[0].batchnorm14_running_var, net->block3[0].batchnorm14_weight,
              w->scale7);
    k85_scale(net->stat3[1].batchnorm14_running_var, net->block3[1].batchnorm14_weight,
              w->scale8);
    k85_scale(net->stat3[2].batchnorm14_running_var, net->block3[2].batchnorm14_weight,
              w->scale9);
    k85_scale(net->stat3[3].batchnorm14_running_var, net->block3[3].batchnorm14_weight,
              w->scale10);
    k85_scale(net->stat3[4].batchnorm14_running_var, net->block3[4].batchnorm14_weight,
              w->scale11);
    k85_scale(net->stat3[5].batchnorm14_running_var, net->batchnorm19_weight,
              w->scale12);
    k102_pad(image, w->pad10);
    k103_x(net->conv2d1_weight, w->pad10, net->stat[0].batchnorm1_running_mean,
           w->scale, net->block[0].batchnorm1_bias, w->pad);
    k104_relu(net->block[0].conv2d2_weight, w->pad,
              net->stat[1].batchnorm1_running_mean, w->scale2,
              net->block[1].batchnorm1_bias, w->pad11);
    k105_x(net->block[1].conv2d2_weight, w->pad11, net->stat[2].batchnorm1_running_mean,
           w->scale3, net->block[2].batchnorm1_bias, w->pad);
    k104_relu(net->block[2].conv2d2_weight, w->pad,
              net->stat[3].batchnorm1_running_mean, w->scale4,
              net->block[3].batchnorm1_bias, w->pad12);
    k105_x(net->block[3].conv2d2_weight, w->pad12, net->stat[4].batchnorm1_running_mean,
           w->scale5, net->block[4].batchnorm1_bias, w->pad);
    k104_relu(net->block[4].conv2d2_weight, w->pad,
              net->stat[5].batchnorm1_running_mean, w->scale6,
              net->block[5].batchnorm1_bias, w->pad13);
    k106_x(net->block[5].conv2d2_weight, w->pad13, net->stat[6].batchnorm1_running_mean,
           w->scale19, net->batchnorm7_bias, w->pad, w->pad15);
    k107_relu(w->pad15, net->conv2d8_weight, net->stat2[0].batchnorm8_running_mean,
              w->scale13, net->block2[0].batchnorm8_bias, w->pad2);
    k108_x(net->block2[0].conv2d9_weight, w->pad2,
           net->stat2[1].batchnorm8_running_mean, w->scale14,
           net->block2[1].batchnorm8_bias, w->pad15, w->pad9);
    k109_relu(net->block2[1].conv2d9_weight, w->pad9,
              net->stat2[2].batchnorm8_running_mean, w->scale15,
              net->block2[2].batchnorm8_bias, w->pad3);
    k110_x(net->block2[2].conv2d9_weight, w->pad3,
           net->stat2[3].batchnorm8_running_mean, w->scale16,
           net->block2[3].batchnorm8_bias, w->pad9);
    k109_relu(net->block2[3].conv2d9_weight, w->pad9,
              net->stat2[4].batchnorm8_running_mean, w->scale17,
              net->block2[4].batchnorm8_bias, w->pad4);
    k111_x(net->block2[4].conv2d9_weight, w->pad4,
           net->stat2[5].batchnorm8_running_mean, w->scale18, net->batchnorm13_bias,
           w->pad9, w->pad14);
    k112_relu(net->conv2d14_weight, w->pad14, net->stat3[0].batchnorm14_running_mean,
              w->scale7, net->block3[0].batchnorm14_bias, w->pad5);
    k113_x(net->block3[0].conv2d15_weight, w->pad5,
           net->stat3[1].batchnorm14_running_mean, w->scale8,
           net->block3[1].batchnorm14_bias, w->pad14, w->pad8);
    k114_relu(net->block3[1].conv2d15_weight, w->pad8,
              net->stat3[2].batchnorm14_running_mean, w->scale9,
              net->block3[2].batchnorm14_bias, w->pad6);
    k115_x(net->block3[2].conv2d15_weight, w->pad6,
           net->stat3[3].batchnorm14_running_mean, w->scale10,
           net->block3[3].batchnorm14_bias, w->pad8);
    k114_relu(net->block3[3].conv2d15_weight, w->pad8,
              net->stat3[4].batchnorm14_running_mean, w->scale11,
              net->block3[4].batchnorm14_bias, w->pad7);
    k116_conv2d19(net->block3[4].conv2d15_weight, w->pad7, w->conv2d19);
    k117_mean(w->conv2d19, net->stat3[5].batchnorm14_running_mean, w->scale12,
              net->batchnorm19_bias, w->pad8, w->mean);
    k118_logits(w->mean, net->linear1_weight, net->linear1_bias, w->logits);
    k119_max(w->logits, w->max);
    k120_argmax(w->logits, w->argmax);
    k121_accuracy(w->argmax, label, &net->metric.accuracy);
    k122_sum(w->logits, w->max, w->sum);
    k123_loss(label, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The function `predict`. */
void resnet20_predict(Resnet20 *net, const float image[restrict 1][3][32][32],
                      float logits[restrict 1][10])
{
    union Resnet20Predict *w = &net->work.predict;
    k83_scale(net->stat[0].batchnorm1_running_var, net->block[0].batchnorm1_weight,
              w->scale);
    k83_scale(net->stat[1].batchnorm1_running_var, net->block[1].batchnorm1_weight,
              w->scale2);
    k83_scale(net->stat[2].batchnorm1_running_var, net->block[2].batchnorm1_weight,
              w->scale3);
    k83_scale(net->stat[3].batchnorm1_running_var, net->block[3].batchnorm1_weight,
              w->scale4);
    k83_scale(net->stat[4].batchnorm1_running_var, net->block[4].batchnorm1_weight,
              w->scale5);
    k83_scale(net->stat[5].batchnorm1_running_var, net->block[5].batchnorm1_weight,
              w->scale6);
    k83_scale(net->stat[6].batchnorm1_running_var, net->batchnorm7_weight, w->scale19);
    k84_scale(net->stat2[0].batchnorm8_running_var, net->block2[0].batchnorm8_weight,
              w->scale13);
    k84_scale(net->stat2[1].batchnorm8_running_var, net->block2[1].batchnorm8_weight,
              w->scale14);
    k84_scale(net->stat2[2].batchnorm8_running_var, net->block2[2].batchnorm8_weight,
              w->scale15);
    k84_scale(net->stat2[3].batchnorm8_running_var, net->block2[3].batchnorm8_weight,
              w->scale16);
    k84_scale(net->stat2[4].batchnorm8_running_var, net->block2[4].batchnorm8_weight,
              w->scale17);
    k84_scale(net->stat2[5].batchnorm8_running_var, net->batchnorm13_weight,
              w->scale18);
    k85_scale(net->stat3[0].batchnorm14_running_var, net->block3[0].batchnorm14_weight,
              w->scale7);
    k85_scale(net->stat3[1].batchnorm14_running_var, net->block3[1].batchnorm14_weight,
              w->scale8);
    k85_scale(net->stat3[2].batchnorm14_running_var, net->block3[2].batchnorm14_weight,
              w->scale9);
    k85_scale(net->stat3[3].batchnorm14_running_var, net->block3[3].batchnorm14_weight,
              w->scale10);
    k85_scale(net->stat3[4].batchnorm14_running_var, net->block3[4].batchnorm14_weight,
              w->scale11);
    k85_scale(net->stat3[5].batchnorm14_running_var, net->batchnorm19_weight,
              w->scale12);
    k102_pad(image, w->pad10);
    k103_x(net->conv2d1_weight, w->pad10, net->stat[0].batchnorm1_running_mean,
           w->scale, net->block[0].batchnorm1_bias, w->pad);
    k104_relu(net->block[0].conv2d2_weight, w->pad,
              net->stat[1].batchnorm1_running_mean, w->scale2,
              net->block[1].batchnorm1_bias, w->pad11);
    k105_x(net->block[1].conv2d2_weight, w->pad11, net->stat[2].batchnorm1_running_mean,
           w->scale3, net->block[2].batchnorm1_bias, w->pad);
    k104_relu(net->block[2].conv2d2_weight, w->pad,
              net->stat[3].batchnorm1_running_mean, w->scale4,
              net->block[3].batchnorm1_bias, w->pad12);
    k105_x(net->block[3].conv2d2_weight, w->pad12, net->stat[4].batchnorm1_running_mean,
           w->scale5, net->block[4].batchnorm1_bias, w->pad);
    k104_relu(net->block[4].conv2d2_weight, w->pad,
              net->stat[5].batchnorm1_running_mean, w->scale6,
              net->block[5].batchnorm1_bias, w->pad13);
    k106_x(net->block[5].conv2d2_weight, w->pad13, net->stat[6].batchnorm1_running_mean,
           w->scale19, net->batchnorm7_bias, w->pad, w->pad15);
    k107_relu(w->pad15, net->conv2d8_weight, net->stat2[0].batchnorm8_running_mean,
              w->scale13, net->block2[0].batchnorm8_bias, w->pad2);
    k108_x(net->block2[0].conv2d9_weight, w->pad2,
           net->stat2[1].batchnorm8_running_mean, w->scale14,
           net->block2[1].batchnorm8_bias, w->pad15, w->pad9);
    k109_relu(net->block2[1].conv2d9_weight, w->pad9,
              net->stat2[2].batchnorm8_running_mean, w->scale15,
              net->block2[2].batchnorm8_bias, w->pad3);
    k110_x(net->block2[2].conv2d9_weight, w->pad3,
           net->stat2[3].batchnorm8_running_mean, w->scale16,
           net->block2[3].batchnorm8_bias, w->pad9);
    k109_relu(net->block2[3].conv2d9_weight, w->pad9,
              net->stat2[4].batchnorm8_running_mean, w->scale17,
              net->block2[4].batchnorm8_bias, w->pad4);
    k111_x(net->block2[4].conv2d9_weight, w->pad4,
           net->stat2[5].batchnorm8_running_mean, w->scale18, net->batchnorm13_bias,
           w->pad9, w->pad14);
    k112_relu(net->conv2d14_weight, w->pad14, net->stat3[0].batchnorm14_running_mean,
              w->scale7, net->block3[0].batchnorm14_bias, w->pad5);
    k113_x(net->block3[0].conv2d15_weight, w->pad5,
           net->stat3[1].batchnorm14_running_mean, w->scale8,
           net->block3[1].batchnorm14_bias, w->pad14, w->pad8);
    k114_relu(net->block3[1].conv2d15_weight, w->pad8,
              net->stat3[2].batchnorm14_running_mean, w->scale9,
              net->block3[2].batchnorm14_bias, w->pad6);
    k115_x(net->block3[2].conv2d15_weight, w->pad6,
           net->stat3[3].batchnorm14_running_mean, w->scale10,
           net->block3[3].batchnorm14_bias, w->pad8);
    k114_relu(net->block3[3].conv2d15_weight, w->pad8,
              net->stat3[4].batchnorm14_running_mean, w->scale11,
              net->block3[4].batchnorm14_bias, w->pad7);
    k116_conv2d19(net->block3[4].conv2d15_weight, w->pad7, w->conv2d19);
    k117_mean(w->conv2d19, net->stat3[5].batchnorm14_running_mean, w->scale12,
              net->batchnorm19_bias, w->pad8, w->mean);
    k118_logits(w->mean, net->linear1_weight, net->linear1_bias, logits);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor resnet20_tensors[] = {
    {"conv2d1.weight", MF_F32, MF_PARAM, 4, {16, 3, 3, 3}, offsetof(Resnet20, conv2d1_weight)},
    {"batchnorm1.weight", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, block[0].batchnorm1_weight)},
    {"batchnorm1.bias", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, block[0].batchnorm1_bias)},
    {"conv2d2.weight", MF_F32, MF_PARAM, 4, {16, 16, 3, 3}, offsetof(Resnet20, block[0].conv2d2_weight)},
    {"batchnorm2.weight", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, block[1].batchnorm1_weight)},
    {"batchnorm2.bias", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, block[1].batchnorm1_bias)},
    {"conv2d3.weight", MF_F32, MF_PARAM, 4, {16, 16, 3, 3}, offsetof(Resnet20, block[1].conv2d2_weight)},
    {"batchnorm3.weight", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, block[2].batchnorm1_weight)},
    {"batchnorm3.bias", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, block[2].batchnorm1_bias)},
    {"conv2d4.weight", MF_F32, MF_PARAM, 4, {16, 16, 3, 3}, offsetof(Resnet20, block[2].conv2d2_weight)},
    {"batchnorm4.weight", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, block[3].batchnorm1_weight)},
    {"batchnorm4.bias", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, block[3].batchnorm1_bias)},
    {"conv2d5.weight", MF_F32, MF_PARAM, 4, {16, 16, 3, 3}, offsetof(Resnet20, block[3].conv2d2_weight)},
    {"batchnorm5.weight", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, block[4].batchnorm1_weight)},
    {"batchnorm5.bias", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, block[4].batchnorm1_bias)},
    {"conv2d6.weight", MF_F32, MF_PARAM, 4, {16, 16, 3, 3}, offsetof(Resnet20, block[4].conv2d2_weight)},
    {"batchnorm6.weight", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, block[5].batchnorm1_weight)},
    {"batchnorm6.bias", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, block[5].batchnorm1_bias)},
    {"conv2d7.weight", MF_F32, MF_PARAM, 4, {16, 16, 3, 3}, offsetof(Resnet20, block[5].conv2d2_weight)},
    {"batchnorm7.weight", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm7_weight)},
    {"batchnorm7.bias", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm7_bias)},
    {"conv2d8.weight", MF_F32, MF_PARAM, 4, {32, 16, 3, 3}, offsetof(Resnet20, conv2d8_weight)},
    {"batchnorm8.weight", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, block2[0].batchnorm8_weight)},
    {"batchnorm8.bias", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, block2[0].batchnorm8_bias)},
    {"conv2d9.weight", MF_F32, MF_PARAM, 4, {32, 32, 3, 3}, offsetof(Resnet20, block2[0].conv2d9_weight)},
    {"batchnorm9.weight", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, block2[1].batchnorm8_weight)},
    {"batchnorm9.bias", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, block2[1].batchnorm8_bias)},
    {"conv2d10.weight", MF_F32, MF_PARAM, 4, {32, 32, 3, 3}, offsetof(Resnet20, block2[1].conv2d9_weight)},
    {"batchnorm10.weight", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, block2[2].batchnorm8_weight)},
    {"batchnorm10.bias", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, block2[2].batchnorm8_bias)},
    {"conv2d11.weight", MF_F32, MF_PARAM, 4, {32, 32, 3, 3}, offsetof(Resnet20, block2[2].conv2d9_weight)},
    {"batchnorm11.weight", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, block2[3].batchnorm8_weight)},
    {"batchnorm11.bias", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, block2[3].batchnorm8_bias)},
    {"conv2d12.weight", MF_F32, MF_PARAM, 4, {32, 32, 3, 3}, offsetof(Resnet20, block2[3].conv2d9_weight)},
    {"batchnorm12.weight", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, block2[4].batchnorm8_weight)},
    {"batchnorm12.bias", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, block2[4].batchnorm8_bias)},
    {"conv2d13.weight", MF_F32, MF_PARAM, 4, {32, 32, 3, 3}, offsetof(Resnet20, block2[4].conv2d9_weight)},
    {"batchnorm13.weight", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, batchnorm13_weight)},
    {"batchnorm13.bias", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, batchnorm13_bias)},
    {"conv2d14.weight", MF_F32, MF_PARAM, 4, {64, 32, 3, 3}, offsetof(Resnet20, conv2d14_weight)},
    {"batchnorm14.weight", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, block3[0].batchnorm14_weight)},
    {"batchnorm14.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, block3[0].batchnorm14_bias)},
    {"conv2d15.weight", MF_F32, MF_PARAM, 4, {64, 64, 3, 3}, offsetof(Resnet20, block3[0].conv2d15_weight)},
    {"batchnorm15.weight", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, block3[1].batchnorm14_weight)},
    {"batchnorm15.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, block3[1].batchnorm14_bias)},
    {"conv2d16.weight", MF_F32, MF_PARAM, 4, {64, 64, 3, 3}, offsetof(Resnet20, block3[1].conv2d15_weight)},
    {"batchnorm16.weight", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, block3[2].batchnorm14_weight)},
    {"batchnorm16.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, block3[2].batchnorm14_bias)},
    {"conv2d17.weight", MF_F32, MF_PARAM, 4, {64, 64, 3, 3}, offsetof(Resnet20, block3[2].conv2d15_weight)},
    {"batchnorm17.weight", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, block3[3].batchnorm14_weight)},
    {"batchnorm17.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, block3[3].batchnorm14_bias)},
    {"conv2d18.weight", MF_F32, MF_PARAM, 4, {64, 64, 3, 3}, offsetof(Resnet20, block3[3].conv2d15_weight)},
    {"batchnorm18.weight", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, block3[4].batchnorm14_weight)},
    {"batchnorm18.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, block3[4].batchnorm14_bias)},
    {"conv2d19.weight", MF_F32, MF_PARAM, 4, {64, 64, 3, 3}, offsetof(Resnet20, block3[4].conv2d15_weight)},
    {"batchnorm19.weight", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, batchnorm19_weight)},
    {"batchnorm19.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, batchnorm19_bias)},
    {"linear1.weight", MF_F32, MF_PARAM, 2, {64, 10}, offsetof(Resnet20, linear1_weight)},
    {"linear1.bias", MF_F32, MF_PARAM, 1, {10}, offsetof(Resnet20, linear1_bias)},
    {"batchnorm1.running_mean", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, stat[0].batchnorm1_running_mean)},
    {"batchnorm1.running_var", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, stat[0].batchnorm1_running_var)},
    {"batchnorm2.running_mean", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, stat[1].batchnorm1_running_mean)},
    {"batchnorm2.running_var", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, stat[1].batchnorm1_running_var)},
    {"batchnorm3.running_mean", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, stat[2].batchnorm1_running_mean)},
    {"batchnorm3.running_var", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, stat[2].batchnorm1_running_var)},
    {"batchnorm4.running_mean", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, stat[3].batchnorm1_running_mean)},
    {"batchnorm4.running_var", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, stat[3].batchnorm1_running_var)},
    {"batchnorm5.running_mean", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, stat[4].batchnorm1_running_mean)},
    {"batchnorm5.running_var", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, stat[4].batchnorm1_running_var)},
    {"batchnorm6.running_mean", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, stat[5].batchnorm1_running_mean)},
    {"batchnorm6.running_var", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, stat[5].batchnorm1_running_var)},
    {"batchnorm7.running_mean", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, stat[6].batchnorm1_running_mean)},
    {"batchnorm7.running_var", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, stat[6].batchnorm1_running_var)},
    {"batchnorm8.running_mean", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, stat2[0].batchnorm8_running_mean)},
    {"batchnorm8.running_var", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, stat2[0].batchnorm8_running_var)},
    {"batchnorm9.running_mean", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, stat2[1].batchnorm8_running_mean)},
    {"batchnorm9.running_var", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, stat2[1].batchnorm8_running_var)},
    {"batchnorm10.running_mean", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, stat2[2].batchnorm8_running_mean)},
    {"batchnorm10.running_var", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, stat2[2].batchnorm8_running_var)},
    {"batchnorm11.running_mean", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, stat2[3].batchnorm8_running_mean)},
    {"batchnorm11.running_var", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, stat2[3].batchnorm8_running_var)},
    {"batchnorm12.running_mean", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, stat2[4].batchnorm8_running_mean)},
    {"batchnorm12.running_var", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, stat2[4].batchnorm8_running_var)},
    {"batchnorm13.running_mean", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, stat2[5].batchnorm8_running_mean)},
    {"batchnorm13.running_var", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, stat2[5].batchnorm8_running_var)},
    {"batchnorm14.running_mean", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, stat3[0].batchnorm14_running_mean)},
    {"batchnorm14.running_var", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, stat3[0].batchnorm14_running_var)},
    {"batchnorm15.running_mean", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, stat3[1].batchnorm14_running_mean)},
    {"batchnorm15.running_var", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, stat3[1].batchnorm14_running_var)},
    {"batchnorm16.running_mean", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, stat3[2].batchnorm14_running_mean)},
    {"batchnorm16.running_var", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, stat3[2].batchnorm14_running_var)},
    {"batchnorm17.running_mean", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, stat3[3].batchnorm14_running_mean)},
    {"batchnorm17.running_var", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, stat3[3].batchnorm14_running_var)},
    {"batchnorm18.running_mean", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, stat3[4].batchnorm14_running_mean)},
    {"batchnorm18.running_var", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, stat3[4].batchnorm14_running_var)},
    {"batchnorm19.running_mean", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, stat3[5].batchnorm14_running_mean)},
    {"batchnorm19.running_var", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, stat3[5].batchnorm14_running_var)},
    {"sgd.v.conv2d1.weight", MF_F32, MF_STATE, 4, {16, 3, 3, 3}, offsetof(Resnet20, sgd_v_conv2d1_weight)},
    {"sgd.v.batchnorm1.weight", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, state[0].sgd_v_batchnorm1_weight)},
    {"sgd.v.batchnorm1.bias", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, state[0].sgd_v_batchnorm1_bias)},
    {"sgd.v.conv2d2.weight", MF_F32, MF_STATE, 4, {16, 16, 3, 3}, offsetof(Resnet20, state[0].sgd_v_conv2d2_weight)},
    {"sgd.v.batchnorm2.weight", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, state[1].sgd_v_batchnorm1_weight)},
    {"sgd.v.batchnorm2.bias", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, state[1].sgd_v_batchnorm1_bias)},
    {"sgd.v.conv2d3.weight", MF_F32, MF_STATE, 4, {16, 16, 3, 3}, offsetof(Resnet20, state[1].sgd_v_conv2d2_weight)},
    {"sgd.v.batchnorm3.weight", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, state[2].sgd_v_batchnorm1_weight)},
    {"sgd.v.batchnorm3.bias", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, state[2].sgd_v_batchnorm1_bias)},
    {"sgd.v.conv2d4.weight", MF_F32, MF_STATE, 4, {16, 16, 3, 3}, offsetof(Resnet20, state[2].sgd_v_conv2d2_weight)},
    {"sgd.v.batchnorm4.weight", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, state[3].sgd_v_batchnorm1_weight)},
    {"sgd.v.batchnorm4.bias", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, state[3].sgd_v_batchnorm1_bias)},
    {"sgd.v.conv2d5.weight", MF_F32, MF_STATE, 4, {16, 16, 3, 3}, offsetof(Resnet20, state[3].sgd_v_conv2d2_weight)},
    {"sgd.v.batchnorm5.weight", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, state[4].sgd_v_batchnorm1_weight)},
    {"sgd.v.batchnorm5.bias", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, state[4].sgd_v_batchnorm1_bias)},
    {"sgd.v.conv2d6.weight", MF_F32, MF_STATE, 4, {16, 16, 3, 3}, offsetof(Resnet20, state[4].sgd_v_conv2d2_weight)},
    {"sgd.v.batchnorm6.weight", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, state[5].sgd_v_batchnorm1_weight)},
    {"sgd.v.batchnorm6.bias", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, state[5].sgd_v_batchnorm1_bias)},
    {"sgd.v.conv2d7.weight", MF_F32, MF_STATE, 4, {16, 16, 3, 3}, offsetof(Resnet20, state[5].sgd_v_conv2d2_weight)},
    {"sgd.v.batchnorm7.weight", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm7_weight)},
    {"sgd.v.batchnorm7.bias", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm7_bias)},
    {"sgd.v.conv2d8.weight", MF_F32, MF_STATE, 4, {32, 16, 3, 3}, offsetof(Resnet20, sgd_v_conv2d8_weight)},
    {"sgd.v.batchnorm8.weight", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, state2[0].sgd_v_batchnorm8_weight)},
    {"sgd.v.batchnorm8.bias", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, state2[0].sgd_v_batchnorm8_bias)},
    {"sgd.v.conv2d9.weight", MF_F32, MF_STATE, 4, {32, 32, 3, 3}, offsetof(Resnet20, state2[0].sgd_v_conv2d9_weight)},
    {"sgd.v.batchnorm9.weight", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, state2[1].sgd_v_batchnorm8_weight)},
    {"sgd.v.batchnorm9.bias", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, state2[1].sgd_v_batchnorm8_bias)},
    {"sgd.v.conv2d10.weight", MF_F32, MF_STATE, 4, {32, 32, 3, 3}, offsetof(Resnet20, state2[1].sgd_v_conv2d9_weight)},
    {"sgd.v.batchnorm10.weight", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, state2[2].sgd_v_batchnorm8_weight)},
    {"sgd.v.batchnorm10.bias", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, state2[2].sgd_v_batchnorm8_bias)},
    {"sgd.v.conv2d11.weight", MF_F32, MF_STATE, 4, {32, 32, 3, 3}, offsetof(Resnet20, state2[2].sgd_v_conv2d9_weight)},
    {"sgd.v.batchnorm11.weight", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, state2[3].sgd_v_batchnorm8_weight)},
    {"sgd.v.batchnorm11.bias", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, state2[3].sgd_v_batchnorm8_bias)},
    {"sgd.v.conv2d12.weight", MF_F32, MF_STATE, 4, {32, 32, 3, 3}, offsetof(Resnet20, state2[3].sgd_v_conv2d9_weight)},
    {"sgd.v.batchnorm12.weight", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, state2[4].sgd_v_batchnorm8_weight)},
    {"sgd.v.batchnorm12.bias", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, state2[4].sgd_v_batchnorm8_bias)},
    {"sgd.v.conv2d13.weight", MF_F32, MF_STATE, 4, {32, 32, 3, 3}, offsetof(Resnet20, state2[4].sgd_v_conv2d9_weight)},
    {"sgd.v.batchnorm13.weight", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, sgd_v_batchnorm13_weight)},
    {"sgd.v.batchnorm13.bias", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, sgd_v_batchnorm13_bias)},
    {"sgd.v.conv2d14.weight", MF_F32, MF_STATE, 4, {64, 32, 3, 3}, offsetof(Resnet20, sgd_v_conv2d14_weight)},
    {"sgd.v.batchnorm14.weight", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, state3[0].sgd_v_batchnorm14_weight)},
    {"sgd.v.batchnorm14.bias", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, state3[0].sgd_v_batchnorm14_bias)},
    {"sgd.v.conv2d15.weight", MF_F32, MF_STATE, 4, {64, 64, 3, 3}, offsetof(Resnet20, state3[0].sgd_v_conv2d15_weight)},
    {"sgd.v.batchnorm15.weight", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, state3[1].sgd_v_batchnorm14_weight)},
    {"sgd.v.batchnorm15.bias", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, state3[1].sgd_v_batchnorm14_bias)},
    {"sgd.v.conv2d16.weight", MF_F32, MF_STATE, 4, {64, 64, 3, 3}, offsetof(Resnet20, state3[1].sgd_v_conv2d15_weight)},
    {"sgd.v.batchnorm16.weight", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, state3[2].sgd_v_batchnorm14_weight)},
    {"sgd.v.batchnorm16.bias", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, state3[2].sgd_v_batchnorm14_bias)},
    {"sgd.v.conv2d17.weight", MF_F32, MF_STATE, 4, {64, 64, 3, 3}, offsetof(Resnet20, state3[2].sgd_v_conv2d15_weight)},
    {"sgd.v.batchnorm17.weight", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, state3[3].sgd_v_batchnorm14_weight)},
    {"sgd.v.batchnorm17.bias", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, state3[3].sgd_v_batchnorm14_bias)},
    {"sgd.v.conv2d18.weight", MF_F32, MF_STATE, 4, {64, 64, 3, 3}, offsetof(Resnet20, state3[3].sgd_v_conv2d15_weight)},
    {"sgd.v.batchnorm18.weight", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, state3[4].sgd_v_batchnorm14_weight)},
    {"sgd.v.batchnorm18.bias", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, state3[4].sgd_v_batchnorm14_bias)},
    {"sgd.v.conv2d19.weight", MF_F32, MF_STATE, 4, {64, 64, 3, 3}, offsetof(Resnet20, state3[4].sgd_v_conv2d15_weight)},
    {"sgd.v.batchnorm19.weight", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, sgd_v_batchnorm19_weight)},
    {"sgd.v.batchnorm19.bias", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, sgd_v_batchnorm19_bias)},
    {"sgd.v.linear1.weight", MF_F32, MF_STATE, 2, {64, 10}, offsetof(Resnet20, sgd_v_linear1_weight)},
    {"sgd.v.linear1.bias", MF_F32, MF_STATE, 1, {10}, offsetof(Resnet20, sgd_v_linear1_bias)},
    {"weight_decay", MF_F32, MF_SETTING, 0, {0}, offsetof(Resnet20, weight_decay)},
    {"momentum", MF_F32, MF_SETTING, 0, {0}, offsetof(Resnet20, momentum)},
};
/* clang-format on */

#ifndef RESNET20_NO_MAIN

/* clang-format off */
static const MfPort predict_in[] = {
    {"image", MF_F32, 4, {1, 3, 32, 32}, 0, NULL},
};

static const MfPort predict_out[] = {
    {"logits", MF_F32, 2, {1, 10}, 0, NULL},
};
/* clang-format on */

static void call_predict(void *net, const void *const *in, void *const *out)
{
    const float(*in0)[3][32][32] = (const float(*)[3][32][32])in[0];
    resnet20_predict(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"predict", 1, 1, 1, predict_in, predict_out, call_predict},
};

static const MfPort step_in[] = {
    {"image", MF_F32, 4, {128, 3, 32, 32}, 0, NULL},
    {"label", MF_I32, 1, {128}, 10, NULL},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const float(*in0)[3][32][32] = (const float(*)[3][32][32])in[0];
    const int32_t *in1 = in[1];
    out[0] = (double)resnet20_step(net, in0, in1);
    const Resnet20 *done = net;
    out[1] = (double)done->metric.accuracy;
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const float(*in0)[3][32][32] = (const float(*)[3][32][32])in[0];
    const int32_t *in1 = in[1];
    out[0] = (double)resnet20_eval(net, in0, in1);
    const Resnet20 *done = net;
    out[1] = (double)done->metric.accuracy;
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const float(*in0)[3][32][32] = (const float(*)[3][32][32])in[0];
    const int32_t *in1 = in[1];
    out[0] = (double)resnet20_eval_one(net, in0, in1);
    const Resnet20 *done = net;
    out[1] = (double)done->metric.accuracy;
}

/* clang-format off */
static const char *const metrics_0[] = {
    "accuracy",
};

static const MfTrain trains[] = {
    {
        .name = "",
        .batch = 128,
        .n_in = 2,
        .in = step_in,
        .step = call_step,
        .eval = call_eval,
        .eval_one = call_eval_one,
        .n_metrics = 1,
        .metric = metrics_0,
        .steps = 64000,
        .shuffle = MF_SHUFFLE,
        .seed = 1u,
        .accumulate = 1,
        .valid_split = "valid",
        .turns = 1,
    },
};

static const MfField fields[] = {
    {.input = "image", .path = "cifar10-images.npy", .scale = MF_AFFINE, .mul = 1.0, .sub = 127.5, .div = 64.0},
    {.input = "label", .path = "cifar10-labels.npy"},
};

static const MfSplit splits[] = {
    {"train", 0.9},
    {"valid", 0.1},
};

static const MfData source = {
    .kind = MF_DATA_NPY,
    .n_fields = 2,
    .n_splits = 2,
    .field = fields,
    .split = splits,
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    resnet20_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "resnet20",
    .script = "resnet20.lua",
    .version = "0.1",
    .hash = 0xe5bf96f0860c0fa7u,
    .real = MF_F32,
    .size = sizeof(Resnet20),
    .param_bytes = 1078888,
    .state_bytes = 1084392,
    .work_bytes = 217872448,
    .seed_offset = offsetof(Resnet20, seed),
    .step_offset = offsetof(Resnet20, step),
    .init = init_net,
    .arithmetic = mf_arithmetic,
    .n_tensors = 158,
    .n_funcs = 1,
    .n_trains = 1,
    .tensor = resnet20_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static _Alignas(64) Resnet20 net;
    return mf_main(argc, argv, &model, &net);
}

#endif

/*
 * resnet20.c - trains and runs the network of resnet20.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 269722 parameters; 2023 nodes in 138 kernels;
 * bytes: parameters 1078888, state 1084392, work 311433280 (unshared 756200464)
 */
#include "mfrt.h"

#define RESNET20_PARAM_BYTES 1078888u
#define RESNET20_STATE_BYTES 1084392u
#define RESNET20_WORK_BYTES 311433280u

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
    /* work memory: one function runs at a time */
    union {
        union Resnet20Step {
            struct {
                float pad[3][128][16][34][34];       /* calls 5 to 209 */
                float pad2[3][128][16][34][34];      /* calls 8 to 202 */
                float contract[3][128][16][32][32];  /* calls 3 to 213 */
                float x[3][128][16][32][32];         /* calls 5 to 210 */
                float contract2[3][128][16][32][32]; /* calls 6 to 209 */
                float relu[3][128][16][32][32];      /* calls 8 to 203 */
                float x2[128][16][32][32];           /* calls 23 to 178 */
                float contract3[128][16][32][32];    /* calls 21 to 174 */
                float pad4[128][16][33][33];         /* calls 23 to 163 */
                float pad6[128][32][18][18];         /* calls 26 to 153 */
                float pad9[128][32][18][18];         /* calls 29 to 146 */
                float contract4[128][32][16][16];    /* calls 24 to 163 */
                float x3[128][32][16][16];           /* calls 29 to 165 */
                float pad11[128][32][18][18];        /* calls 32 to 139 */
                float relu2[128][32][16][16];        /* calls 26 to 154 */
                float contract9[128][32][16][16];    /* calls 27 to 153 */
                float pad14[128][32][18][18];        /* calls 35 to 132 */
                float contract10[128][32][16][16];   /* calls 30 to 146 */
                float pad16[128][32][18][18];        /* calls 38 to 125 */
                float relu3[128][32][16][16];        /* calls 32 to 140 */
                float x4[128][32][16][16];           /* calls 35 to 143 */
                float contract11[128][32][16][16];   /* calls 33 to 139 */
                float contract12[128][32][16][16];   /* calls 36 to 132 */
                float pad18[128][3][34][34];         /* calls 2 to 213 */
                float relu4[128][32][16][16];        /* calls 38 to 126 */
                float x5[128][32][16][16];           /* calls 41 to 129 */
                float contract13[128][32][16][16];   /* calls 39 to 125 */
                float pad19[128][32][17][17];        /* calls 41 to 114 */
                float pad21[128][64][10][10];        /* calls 44 to 104 */
                float pad24[128][64][10][10];        /* calls 47 to 97 */
                float contract17[128][64][8][8];     /* calls 42 to 114 */
                float x6[128][64][8][8];             /* calls 47 to 116 */
                float pad26[128][64][10][10];        /* calls 50 to 90 */
                float relu5[128][64][8][8];          /* calls 44 to 105 */
                float contract19[128][64][8][8];     /* calls 45 to 104 */
                float contract20[128][64][8][8];     /* calls 48 to 97 */
                float pad29[128][64][10][10];        /* calls 53 to 83 */
                float relu6[128][64][8][8];          /* calls 50 to 91 */
                float x7[128][64][8][8];             /* calls 53 to 94 */
                float contract21[128][64][8][8];     /* calls 51 to 90 */
                float pad31[128][64][10][10];        /* calls 56 to 76 */
                float contract22[128][64][8][8];     /* calls 54 to 83 */
                float relu7[128][64][8][8];          /* calls 56 to 77 */
                float x8[128][64][8][8];             /* calls 59 to 80 */
                float contract23[128][64][8][8];     /* calls 57 to 76 */
                float mul14[128][64];                /* calls 59 to 69 */
                float dlogits[128][10];              /* calls 61 to 69 */
                float logits[128][10];               /* calls 60 to 64 */
                float mul15[64];                     /* calls 58 to 70 */
                float div16[64];                     /* calls 58 to 70 */
                float sqrt_[64];                     /* calls 58 to 67 */
                float max[128];                      /* calls 61 to 64 */
                float sum[128];                      /* calls 61 to 64 */
                unsigned char gap55[3232000];
                float mul16[128][64]; /* calls 66 to 80 */
                float mul17[3][16];   /* calls 4 to 210 */
                float div17[3][16];   /* calls 4 to 210 */
                float sqrt_2[3][16];  /* calls 4 to 207 */
                float mul18[3][16];   /* calls 7 to 203 */
                float div18[3][16];   /* calls 7 to 203 */
                float sqrt_3[3][16];  /* calls 7 to 200 */
                float mul19[32];      /* calls 25 to 154 */
                float div19[32];      /* calls 25 to 154 */
                float sqrt_4[32];     /* calls 25 to 151 */
                float mul20[64];      /* calls 43 to 105 */
                float div20[64];      /* calls 43 to 105 */
                float mul21[32];      /* calls 28 to 147 */
                float div21[32];      /* calls 28 to 147 */
                float sqrt_5[64];     /* calls 43 to 102 */
                float sqrt_6[32];     /* calls 28 to 144 */
                float mul22[32];      /* calls 31 to 140 */
                float div22[32];      /* calls 31 to 140 */
                float sqrt_7[32];     /* calls 31 to 137 */
                float mul23[64];      /* calls 46 to 98 */
                float div23[64];      /* calls 46 to 98 */
                float mul24[32];      /* calls 34 to 133 */
                float div24[32];      /* calls 34 to 133 */
                float sqrt_8[64];     /* calls 46 to 95 */
                float sqrt_9[32];     /* calls 34 to 130 */
                float mul25[32];      /* calls 37 to 126 */
                float div25[32];      /* calls 37 to 126 */
                float sqrt_10[32];    /* calls 37 to 123 */
                float mul26[64];      /* calls 49 to 91 */
                float div26[64];      /* calls 49 to 91 */
                float mul27[32];      /* calls 40 to 119 */
                float div27[32];      /* calls 40 to 119 */
                float sqrt_11[64];    /* calls 49 to 88 */
                float sqrt_12[32];    /* calls 40 to 117 */
                float mul28[16];      /* calls 22 to 168 */
                float div28[16];      /* calls 22 to 168 */
                float sqrt_13[16];    /* calls 22 to 166 */
                float mul29[64];      /* calls 52 to 84 */
                float div29[64];      /* calls 52 to 84 */
                float sqrt_14[64];    /* calls 52 to 81 */
                float mul30[64];      /* calls 55 to 77 */
                float div30[64];      /* calls 55 to 77 */
                float sqrt_15[64];    /* calls 55 to 74 */
                float mul31[64];      /* calls 71 to 72 */
                int32_t argmax[128];  /* calls 62 to 63 */
            };
            struct {
                unsigned char gap1[47349760];
                float pad3[128][16][34][34]; /* calls 177 to 206 */
                unsigned char gap3[92274688];
                float mul[16]; /* calls 176 to 205 */
                unsigned char gap4[25165760];
                float concat[128][16][16][2][32]; /* calls 164 to 165 */
                unsigned char gap8[532480];
                float pad7[128][32][17][16]; /* calls 156 to 161 */
                float pad8[128][32][16][17]; /* calls 156 to 158 */
                float mul3[32];              /* calls 155 to 156 */
                unsigned char gap13[10092416];
                float pad12[128][32][18][18]; /* calls 142 to 143 */
                unsigned char gap20[1523712];
                float contract8[128][16][16][16]; /* calls 158 to 159 */
                unsigned char gap21[4767744];
                float pad15[128][32][18][18]; /* calls 135 to 136 */
                unsigned char gap24[4194304];
                float pad17[128][32][18][18]; /* calls 128 to 129 */
                unsigned char gap27[18552832];
                float mul7[32]; /* calls 127 to 128 */
                unsigned char gap28[12582784];
                float concat4[128][32][8][2][16]; /* calls 115 to 116 */
                unsigned char gap32[540672];
                float pad22[128][64][9][8];      /* calls 107 to 112 */
                float contract14[128][32][8][8]; /* calls 112 to 113 */
                unsigned char gap37[1605632];
                float mul9[64]; /* calls 106 to 107 */
                unsigned char gap39[5734144];
                float pad27[128][64][10][10]; /* calls 93 to 94 */
                unsigned char gap45[6291456];
                float pad30[128][64][10][10]; /* calls 86 to 87 */
                unsigned char gap48[6291456];
                float pad32[128][64][10][10]; /* calls 79 to 80 */
                unsigned char gap51[2097152];
                float mul13[64]; /* calls 78 to 79 */
                unsigned char gap52[6291200];
                float pad33[128][64][10][10]; /* calls 72 to 73 */
            };
            struct {
                unsigned char gap2[47349760];
                float div[16]; /* calls 179 to 210 */
                unsigned char gap5[126910400];
                float div2[16]; /* calls 166 to 168 */
                unsigned char gap9[8921024];
                float concat2[128][16][16][16][2]; /* calls 162 to 164 */
                unsigned char gap10[262144];
                float concat3[128][16][16][16][2]; /* calls 159 to 164 */
                unsigned char gap14[10354688];
                float div5[32]; /* calls 144 to 147 */
                unsigned char gap18[4734848];
                float contract6[128][16][16][16]; /* calls 157 to 159 */
                unsigned char gap22[6864896];
                float div6[32]; /* calls 137 to 140 */
                unsigned char gap25[9502592];
                float div7[32]; /* calls 130 to 133 */
                unsigned char gap29[36444032];
                float div8[32]; /* calls 117 to 119 */
                unsigned char gap33[4734848];
                float concat5[128][32][8][8][2]; /* calls 113 to 115 */
                unsigned char gap34[262144];
                float pad23[128][64][9][9];      /* calls 107 to 111 */
                float contract15[128][32][8][8]; /* calls 108 to 110 */
                unsigned char gap40[4685824];
                float div11[64]; /* calls 95 to 98 */
                unsigned char gap44[2359040];
                float contract18[128][32][8][8]; /* calls 109 to 110 */
                unsigned char gap46[6160384];
                float div12[64]; /* calls 88 to 91 */
                unsigned char gap49[9568000];
                float div13[64]; /* calls 81 to 84 */
                unsigned char gap53[11665152];
                float div14[64]; /* calls 74 to 77 */
                unsigned char gap54[37632];
                float div15[64]; /* calls 67 to 70 */
            };
            struct {
                unsigned char gap6[174260224];
                float pad5[128][16][34][34]; /* calls 170 to 199 */
                float mul2[16];              /* calls 169 to 212 */
                unsigned char gap11[4759488];
                float pad10[128][32][18][18]; /* calls 149 to 150 */
                unsigned char gap15[8388608];
                float mul4[32]; /* calls 148 to 149 */
                unsigned char gap19[4734848];
                float contract7[128][16][16][16]; /* calls 160 to 162 */
                unsigned char gap23[6864896];
                float mul5[32]; /* calls 141 to 142 */
                unsigned char gap26[9502592];
                float mul6[32]; /* calls 134 to 135 */
                unsigned char gap30[36444032];
                float pad20[128][32][18][18]; /* calls 121 to 122 */
                float mul8[32];               /* calls 120 to 121 */
                unsigned char gap35[2703232];
                float pad25[128][64][10][10]; /* calls 100 to 101 */
                unsigned char gap41[4194304];
                float mul10[64]; /* calls 99 to 100 */
                unsigned char gap47[9568000];
                float mul11[64]; /* calls 92 to 93 */
                unsigned char gap50[9568000];
                float mul12[64]; /* calls 85 to 86 */
            };
            struct {
                unsigned char gap7[174260224];
                float div3[16]; /* calls 172 to 203 */
                unsigned char gap12[14229440];
                float div4[32]; /* calls 151 to 154 */
                unsigned char gap16[13696896];
                float contract5[128][16][16][16]; /* calls 161 to 162 */
                unsigned char gap31[57546752];
                float div9[32]; /* calls 123 to 126 */
                unsigned char gap36[8011648];
                float div10[64]; /* calls 102 to 105 */
                unsigned char gap38[1736448];
                float contract16[128][32][8][8]; /* calls 111 to 113 */
                unsigned char gap42[4685824];
                float pad28[128][64][8][9]; /* calls 107 to 109 */
            };
            struct {
                unsigned char gap17[202186752];
                float pad13[128][32][17][17]; /* calls 156 to 160 */
                unsigned char gap43[70391808];
                float concat6[128][32][8][8][2]; /* calls 110 to 115 */
            };
        } step;
        union Resnet20Eval {
            float pad4[128][16][33][33];  /* calls 34 to 35 */
            float pad9[128][32][18][18];  /* calls 44 to 45 */
            float pad11[128][64][10][10]; /* calls 48 to 49 */
            float pad12[128][64][10][10]; /* calls 50 to 51 */
            float pad13[128][64][10][10]; /* calls 52 to 53 */
            float pad14[128][64][10][10]; /* calls 54 to 55 */
            float pad15[128][64][10][10]; /* calls 56 to 57 */
            struct {
                float pad[128][3][34][34]; /* calls 20 to 21 */
                float div[16];             /* calls 1 to 21 */
                unsigned char gap1[1501120];
                float x[128][64][8][8];         /* calls 49 to 58 */
                float contract4[128][64][8][8]; /* calls 51 to 52 */
                unsigned char gap4[1998848];
                float x2[128][16][32][32];        /* calls 21 to 37 */
                float contract7[128][16][32][32]; /* calls 23 to 32 */
                float div2[64];                   /* calls 14 to 48 */
                float div3[64];                   /* calls 15 to 49 */
                float div4[64];                   /* calls 16 to 52 */
                float div5[64];                   /* calls 17 to 53 */
                float div6[64];                   /* calls 18 to 56 */
                float div7[64];                   /* calls 19 to 58 */
                float div8[3][16];                /* calls 2 to 32 */
                float div9[3][16];                /* calls 3 to 33 */
                float div10[32];                  /* calls 8 to 36 */
                float div11[32];                  /* calls 9 to 37 */
                float div12[32];                  /* calls 10 to 40 */
                float div13[32];                  /* calls 11 to 41 */
                float div14[32];                  /* calls 12 to 44 */
                float div15[32];                  /* calls 13 to 45 */
                unsigned char gap7[285182912];
                int32_t argmax[128]; /* calls 61 to 62 */
            };
            struct {
                float pad2[128][16][34][34]; /* calls 22 to 31 */
                unsigned char gap5[8388608];
                float contract8[128][32][16][16]; /* calls 35 to 36 */
            };
            struct {
                float pad3[128][16][34][34]; /* calls 24 to 33 */
                unsigned char gap6[8388608];
                float x3[128][32][16][16]; /* calls 37 to 49 */
            };
            struct {
                float pad5[128][32][18][18];      /* calls 36 to 37 */
                float contract2[128][32][16][16]; /* calls 39 to 40 */
            };
            struct {
                float pad6[128][32][18][18];      /* calls 38 to 39 */
                float contract3[128][32][16][16]; /* calls 43 to 44 */
            };
            struct {
                float pad7[128][32][18][18]; /* calls 40 to 41 */
                unsigned char gap2[65536];
                float contract5[128][64][8][8]; /* calls 55 to 56 */
            };
            struct {
                float pad8[128][32][18][18]; /* calls 42 to 43 */
                unsigned char gap3[65536];
                float contract6[128][64][8][8]; /* calls 57 to 58 */
            };
            struct {
                float pad10[128][32][17][17];  /* calls 46 to 47 */
                float contract[128][64][8][8]; /* calls 47 to 48 */
            };
            struct {
                float mul[128][64];    /* calls 58 to 59 */
                float logits[128][10]; /* calls 59 to 63 */
            };
            struct {
                float max[128]; /* calls 60 to 63 */
                float sum[128]; /* calls 60 to 63 */
            };
        } eval;
        union Resnet20EvalOne {
            float pad4[1][16][33][33];  /* calls 34 to 35 */
            float pad9[1][32][18][18];  /* calls 44 to 45 */
            float pad11[1][64][10][10]; /* calls 48 to 49 */
            float pad12[1][64][10][10]; /* calls 50 to 51 */
            float pad13[1][64][10][10]; /* calls 52 to 53 */
            float pad14[1][64][10][10]; /* calls 54 to 55 */
            float pad15[1][64][10][10]; /* calls 56 to 57 */
            struct {
                float pad[1][3][34][34]; /* calls 20 to 21 */
                float div[16];           /* calls 1 to 21 */
                unsigned char gap1[11664];
                float x[1][64][8][8];         /* calls 49 to 58 */
                float contract4[1][64][8][8]; /* calls 51 to 52 */
                unsigned char gap4[15616];
                float x2[1][16][32][32];        /* calls 21 to 37 */
                float contract7[1][16][32][32]; /* calls 23 to 32 */
                float div2[64];                 /* calls 14 to 48 */
                float div3[64];                 /* calls 15 to 49 */
                float div4[64];                 /* calls 16 to 52 */
                float div5[64];                 /* calls 17 to 53 */
                float div6[64];                 /* calls 18 to 56 */
                float div7[64];                 /* calls 19 to 58 */
                float div8[3][16];              /* calls 2 to 32 */
                float div9[3][16];              /* calls 3 to 33 */
                float div10[32];                /* calls 8 to 36 */
                float div11[32];                /* calls 9 to 37 */
                float div12[32];                /* calls 10 to 40 */
                float div13[32];                /* calls 11 to 41 */
                float div14[32];                /* calls 12 to 44 */
                float div15[32];                /* calls 13 to 45 */
                unsigned char gap7[311225024];
                int32_t argmax[1]; /* calls 61 to 62 */
            };
            struct {
                float pad2[1][16][34][34]; /* calls 22 to 31 */
                unsigned char gap5[65536];
                float contract8[1][32][16][16]; /* calls 35 to 36 */
            };
            struct {
                float pad3[1][16][34][34]; /* calls 24 to 33 */
                unsigned char gap6[65536];
                float x3[1][32][16][16]; /* calls 37 to 49 */
            };
            struct {
                float pad5[1][32][18][18];      /* calls 36 to 37 */
                float contract2[1][32][16][16]; /* calls 39 to 40 */
            };
            struct {
                float pad6[1][32][18][18];      /* calls 38 to 39 */
                float contract3[1][32][16][16]; /* calls 43 to 44 */
            };
            struct {
                float pad7[1][32][18][18]; /* calls 40 to 41 */
                unsigned char gap2[512];
                float contract5[1][64][8][8]; /* calls 55 to 56 */
            };
            struct {
                float pad8[1][32][18][18]; /* calls 42 to 43 */
                unsigned char gap3[512];
                float contract6[1][64][8][8]; /* calls 57 to 58 */
            };
            struct {
                float pad10[1][32][17][17];  /* calls 46 to 47 */
                float contract[1][64][8][8]; /* calls 47 to 48 */
            };
            struct {
                float mul[1][64];    /* calls 58 to 59 */
                float logits[1][10]; /* calls 59 to 64 */
            };
            struct {
                float max[1]; /* calls 60 to 64 */
                float sum[1]; /* calls 63 to 64 */
            };
        } eval_one;
        union Resnet20Predict {
            float pad4[1][16][33][33];  /* calls 34 to 35 */
            float pad9[1][32][18][18];  /* calls 44 to 45 */
            float pad11[1][64][10][10]; /* calls 48 to 49 */
            float pad12[1][64][10][10]; /* calls 50 to 51 */
            float pad13[1][64][10][10]; /* calls 52 to 53 */
            float pad14[1][64][10][10]; /* calls 54 to 55 */
            float pad15[1][64][10][10]; /* calls 56 to 57 */
            float mul[1][64];           /* calls 58 to 59 */
            struct {
                float pad[1][3][34][34]; /* calls 20 to 21 */
                float div[16];           /* calls 1 to 21 */
                unsigned char gap1[11664];
                float x[1][64][8][8];         /* calls 49 to 58 */
                float contract4[1][64][8][8]; /* calls 51 to 52 */
                unsigned char gap4[15616];
                float x2[1][16][32][32];        /* calls 21 to 37 */
                float contract7[1][16][32][32]; /* calls 23 to 32 */
                float div2[64];                 /* calls 14 to 48 */
                float div3[64];                 /* calls 15 to 49 */
                float div4[64];                 /* calls 16 to 52 */
                float div5[64];                 /* calls 17 to 53 */
                float div6[64];                 /* calls 18 to 56 */
                float div7[64];                 /* calls 19 to 58 */
                float div8[3][16];              /* calls 2 to 32 */
                float div9[3][16];              /* calls 3 to 33 */
                float div10[32];                /* calls 8 to 36 */
                float div11[32];                /* calls 9 to 37 */
                float div12[32];                /* calls 10 to 40 */
                float div13[32];                /* calls 11 to 41 */
                float div14[32];                /* calls 12 to 44 */
                float div15[32];                /* calls 13 to 45 */
            };
            struct {
                float pad2[1][16][34][34]; /* calls 22 to 31 */
                unsigned char gap5[65536];
                float contract8[1][32][16][16]; /* calls 35 to 36 */
            };
            struct {
                float pad3[1][16][34][34]; /* calls 24 to 33 */
                unsigned char gap6[65536];
                float x3[1][32][16][16]; /* calls 37 to 49 */
            };
            struct {
                float pad5[1][32][18][18];      /* calls 36 to 37 */
                float contract2[1][32][16][16]; /* calls 39 to 40 */
            };
            struct {
                float pad6[1][32][18][18];      /* calls 38 to 39 */
                float contract3[1][32][16][16]; /* calls 43 to 44 */
            };
            struct {
                float pad7[1][32][18][18]; /* calls 40 to 41 */
                unsigned char gap2[512];
                float contract5[1][64][8][8]; /* calls 55 to 56 */
            };
            struct {
                float pad8[1][32][18][18]; /* calls 42 to 43 */
                unsigned char gap3[512];
                float contract6[1][64][8][8]; /* calls 57 to 58 */
            };
            struct {
                float pad10[1][32][17][17];  /* calls 46 to 47 */
                float contract[1][64][8][8]; /* calls 47 to 48 */
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
/* The loss and the metrics as in inference, without an update. */
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

/* 1  pow(0.1, floor(step / 24000))                                   resnet20.lua:58 */
static void k1_pow(uint64_t step, float *restrict pow)
{
    const float t = (float)step / 2.4e+04f;
    const float t2 = floorf(t);
    *pow = mf_powf(0.1f, t2);
}

/* 2  pad(pad(image))                                                 resnet20.lua:47 */
static void k2_pad(const float image[restrict 128][3][32][32],
                   float pad[restrict 128][3][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 34; k++) {
                MF_ROLLED
                for (int l = 0; l < 34; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 32;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 32);
                    pad[i][j][k][l] = t2 ? image[i][j][k - 1][l - 1] : 0.0f;
                }
            }
}

/* 3  einsum("ncpqij,ocij->nopq", slide(slide(pad2)), conv2d1.wei...  resnet20.lua:47 */
static void k3_contract(const float conv2d1_weight[restrict 16][3][3][3],
                        const float pad[restrict 128][3][34][34],
                        float contract[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            float acc[16][64];
            static const MfAxis rows[] = {{16, 27}};
            static const MfAxis columns[] = {{2, 34}, {32, 1}};
            static const MfTerm terms[] = {{3, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d1_weight[0][0][0][0],
                        &pad[i][0][2 * j][0], acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 32; m++)
                        contract[i][k][2 * j + l][m] = acc[k][32 * l + m];
        }
}

/* 4  sum(contract8) * 7.62939e-06
 *    batchnorm1.running_mean = 0.9 * batchnorm1.running_mean + 0.1 * mul11
 *    sqrt(sum((contract8 - mul11) * (contract8 - mul11)) * 7.62939e-06 + ...
 *    batchnorm1.weight / sqrt20
 *    batchnorm1.running_var = 0.9 * batchnorm1.running_var + 0.1...  resnet20.lua:47 */
static void k4_running_var(const float contract[restrict 128][16][32][32],
                           const float batchnorm1_weight[restrict 16],
                           float mul[restrict 16], float running_mean[restrict 16],
                           float sqrt_[restrict 16], float div[restrict 16],
                           float running_var[restrict 16])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 2; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++)
                        lane[m] += contract[j][i][k][16 * l + m];
                }
        const float sum = mf_sum16f(lane);
        const float t = sum * 7.6293945e-06f;
        mul[i] = t;
        running_mean[i] = 0.9f * running_mean[i] + 0.1f * t;
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 2; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++) {
                        const float t2 = contract[j][i][k][16 * l + m] - mul[i];
                        lane2[m] += t2 * t2;
                    }
                }
        const float sum2 = mf_sum16f(lane2);
        const float t2 = sum2 * 7.6293945e-06f;
        const float t3 = sqrtf(t2 + 1e-05f);
        sqrt_[i] = t3;
        const float t4 = batchnorm1_weight[i] / t3;
        div[i] = t4;
        running_var[i] = 0.9f * running_var[i] + 0.1f * (t2 * 1.0000076f);
    }
}

/* 5  x = relu((contract8 - mul11) * div21 + batchnorm1.bias)
 *    pad(pad(x))                                                     resnet20.lua:32 */
static void k5_pad(const float contract[restrict 128][16][32][32],
                   const float mul[restrict 16], const float div[restrict 16],
                   const float batchnorm1_bias[restrict 16],
                   float x[restrict 128][16][32][32],
                   float pad[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 32; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    x[i][j][k][l] = mf_reluf(t + batchnorm1_bias[j]);
                }
            for (int k = 0; k < 34; k++) {
                MF_ROLLED
                for (int l = 0; l < 34; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 32;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 32);
                    pad[i][j][k][l] = t2 ? x[i][j][k - 1][l - 1] : 0.0f;
                }
            }
        }
}

/* 6  einsum("ncpqij,ocij->nopq", slide(slide(pad29)), conv2d2.we...  resnet20.lua:32 */
static void k6_contract(const float conv2d2_weight[restrict 16][16][3][3],
                        const float pad[restrict 128][16][34][34],
                        float contract[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            float acc[16][64];
            static const MfAxis rows[] = {{16, 144}};
            static const MfAxis columns[] = {{2, 34}, {32, 1}};
            static const MfTerm terms[] = {{16, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d2_weight[0][0][0][0],
                        &pad[i][0][2 * j][0], acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 32; m++)
                        contract[i][k][2 * j + l][m] = acc[k][32 * l + m];
        }
}

/* 7  x = relu((contract60 - mul62) * div71 + batchnorm3.bias + x)
 *    pad(pad(x))                                                     resnet20.lua:32 */
static void k7_pad(const float contract[restrict 128][16][32][32],
                   const float mul[restrict 16], const float div[restrict 16],
                   const float batchnorm3_bias[restrict 16],
                   const float x[restrict 128][16][32][32],
                   float x2[restrict 128][16][32][32],
                   float pad[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 32; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    x2[i][j][k][l] = mf_reluf(t + batchnorm3_bias[j] + x[i][j][k][l]);
                }
            for (int k = 0; k < 34; k++) {
                MF_ROLLED
                for (int l = 0; l < 34; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 32;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 32);
                    pad[i][j][k][l] = t2 ? x2[i][j][k - 1][l - 1] : 0.0f;
                }
            }
        }
}

/* 8  x = relu((contract162 - mul164) * div173 + batchnorm7.bias + x)
 *    pad(pad(x))                                                     resnet20.lua:32 */
static void k8_pad(const float contract[restrict 128][16][32][32],
                   const float mul[restrict 16], const float div[restrict 16],
                   const float batchnorm7_bias[restrict 16],
                   const float x[restrict 128][16][32][32],
                   float x2[restrict 128][16][32][32],
                   float pad[restrict 128][16][33][33])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 32; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    x2[i][j][k][l] = mf_reluf(t + batchnorm7_bias[j] + x[i][j][k][l]);
                }
            for (int k = 0; k < 33; k++) {
                MF_ROLLED
                for (int l = 0; l < 33; l++) {
                    const bool t = l - 1 >= 0 && k - 1 >= 0;
                    pad[i][j][k][l] = t ? x2[i][j][k - 1][l - 1] : 0.0f;
                }
            }
        }
}

/* 9  einsum("ncpqij,ocij->nopq", slide(slide(pad182)), conv2d8.w...  resnet20.lua:32 */
static void k9_contract(const float pad[restrict 128][16][33][33],
                        const float conv2d8_weight[restrict 32][16][3][3],
                        float contract[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++) {
        float acc[32][256];
        static const MfAxis rows[] = {{16, 66}, {16, 2}};
        static const MfAxis columns[] = {{32, 144}};
        static const MfTerm terms[] = {{16, 1089, 9}, {3, 33, 3}, {3, 1, 1}};
        mf_product_turnedf(2, rows, 1, columns, 3, terms, &pad[i][0][0][0],
                           &conv2d8_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    contract[i][j][k][l] = acc[j][16 * k + l];
            }
    }
}

/* 10  sum(contract188) * 3.05176e-05
 *     batchnorm8.running_mean = 0.9 * batchnorm8.running_mean + 0.1 * mul191
 *     sqrt(sum((contract188 - mul191) * (contract188 - mul191)) * 3.05176e-05...
 *     batchnorm8.weight / sqrt200
 *     batchnorm8.running_var = 0.9 * batchnorm8.running_var + 0....  resnet20.lua:32 */
static void k10_running_var(const float contract[restrict 128][32][16][16],
                            const float batchnorm8_weight[restrict 32],
                            float mul[restrict 32], float running_mean[restrict 32],
                            float sqrt_[restrict 32], float div[restrict 32],
                            float running_var[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] += contract[j][i][k][l];
            }
        const float sum = mf_sum16f(lane);
        const float t = sum * 3.0517578e-05f;
        mul[i] = t;
        running_mean[i] = 0.9f * running_mean[i] + 0.1f * t;
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t2 = contract[j][i][k][l] - mul[i];
                    lane2[l] += t2 * t2;
                }
            }
        const float sum2 = mf_sum16f(lane2);
        const float t2 = sum2 * 3.0517578e-05f;
        const float t3 = sqrtf(t2 + 1e-05f);
        sqrt_[i] = t3;
        const float t4 = batchnorm8_weight[i] / t3;
        div[i] = t4;
        running_var[i] = 0.9f * running_var[i] + 0.1f * (t2 * 1.0000305f);
    }
}

/* 11  relu((contract188 - mul191) * div201 + batchnorm8.bias)
 *     pad(pad(relu207))                                              resnet20.lua:32 */
static void k11_pad(const float contract[restrict 128][32][16][16],
                    const float mul[restrict 32], const float div[restrict 32],
                    const float batchnorm8_bias[restrict 32],
                    float relu[restrict 128][32][16][16],
                    float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    relu[i][j][k][l] = mf_reluf(t + batchnorm8_bias[j]);
                }
            }
            for (int k = 0; k < 18; k++) {
                MF_ROLLED
                for (int l = 0; l < 18; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 16;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 16);
                    pad[i][j][k][l] = t2 ? relu[i][j][k - 1][l - 1] : 0.0f;
                }
            }
        }
}

/* 12  einsum("ncpqij,ocij->nopq", slide(slide(pad209)), conv2d9....  resnet20.lua:32 */
static void k12_contract(const float pad[restrict 128][32][18][18],
                         const float conv2d9_weight[restrict 32][32][3][3],
                         float contract[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++) {
        float acc[32][256];
        static const MfAxis rows[] = {{16, 18}, {16, 1}};
        static const MfAxis columns[] = {{32, 288}};
        static const MfTerm terms[] = {{32, 324, 9}, {3, 18, 3}, {3, 1, 1}};
        mf_product_turnedf(2, rows, 1, columns, 3, terms, &pad[i][0][0][0],
                           &conv2d9_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    contract[i][j][k][l] = acc[j][16 * k + l];
            }
    }
}

/* 13  x = relu((contract215 - mul217) * div226 + batchnorm9.bias + pad(slice(x)))
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k13_pad(const float contract[restrict 128][32][16][16],
                    const float mul[restrict 32], const float div[restrict 32],
                    const float batchnorm9_bias[restrict 32],
                    const float x[restrict 128][16][32][32],
                    float x2[restrict 128][32][16][16],
                    float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    const bool t2 = j - 8 >= 0 && j - 8 < 16;
                    const float t3 = t2 ? x[i][j - 8][2 * k][2 * l] : 0.0f;
                    x2[i][j][k][l] = mf_reluf(t + batchnorm9_bias[j] + t3);
                }
            }
            for (int k = 0; k < 18; k++) {
                MF_ROLLED
                for (int l = 0; l < 18; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 16;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 16);
                    pad[i][j][k][l] = t2 ? x2[i][j][k - 1][l - 1] : 0.0f;
                }
            }
        }
}

/* 14  x = relu((contract268 - mul270) * div279 + batchnorm11.bias + x)
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k14_pad(const float contract[restrict 128][32][16][16],
                    const float mul[restrict 32], const float div[restrict 32],
                    const float batchnorm11_bias[restrict 32],
                    const float x[restrict 128][32][16][16],
                    float x2[restrict 128][32][16][16],
                    float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    x2[i][j][k][l] = mf_reluf(t + batchnorm11_bias[j] + x[i][j][k][l]);
                }
            }
            for (int k = 0; k < 18; k++) {
                MF_ROLLED
                for (int l = 0; l < 18; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 16;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 16);
                    pad[i][j][k][l] = t2 ? x2[i][j][k - 1][l - 1] : 0.0f;
                }
            }
        }
}

/* 15  x = relu((contract319 - mul321) * div330 + batchnorm13.bias + x)
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k15_pad(const float contract[restrict 128][32][16][16],
                    const float mul[restrict 32], const float div[restrict 32],
                    const float batchnorm13_bias[restrict 32],
                    const float x[restrict 128][32][16][16],
                    float x2[restrict 128][32][16][16],
                    float pad[restrict 128][32][17][17])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    x2[i][j][k][l] = mf_reluf(t + batchnorm13_bias[j] + x[i][j][k][l]);
                }
            }
            for (int k = 0; k < 17; k++) {
                MF_ROLLED
                for (int l = 0; l < 17; l++) {
                    const bool t = l - 1 >= 0 && k - 1 >= 0;
                    pad[i][j][k][l] = t ? x2[i][j][k - 1][l - 1] : 0.0f;
                }
            }
        }
}

/* 16  einsum("ncpqij,ocij->nopq", slide(slide(pad339)), conv2d14...  resnet20.lua:32 */
static void k16_contract(const float pad[restrict 128][32][17][17],
                         const float conv2d14_weight[restrict 64][32][3][3],
                         float contract[restrict 128][64][8][8])
{
    for (int i = 0; i < 32; i++) {
        float acc[64][256];
        static const MfAxis rows[] = {{4, 9248}, {8, 34}, {8, 2}};
        static const MfAxis columns[] = {{64, 288}};
        static const MfTerm terms[] = {{32, 289, 9}, {3, 17, 3}, {3, 1, 1}};
        mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[4 * i][0][0][0],
                           &conv2d14_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++)
                        contract[4 * i + j][k][l][m] = acc[k][64 * j + 8 * l + m];
                }
    }
}

/* 17  sum(contract345) * 0.00012207
 *     batchnorm14.running_mean = 0.9 * batchnorm14.running_mean + 0.1 * mul348
 *     sqrt(sum((contract345 - mul348) * (contract345 - mul348)) * 0.00012207...
 *     batchnorm14.weight / sqrt357
 *     batchnorm14.running_var = 0.9 * batchnorm14.running_var + ...  resnet20.lua:32 */
static void k17_running_var(const float contract[restrict 128][64][8][8],
                            const float batchnorm14_weight[restrict 64],
                            float mul[restrict 64], float running_mean[restrict 64],
                            float sqrt_[restrict 64], float div[restrict 64],
                            float running_var[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    lane[l] += contract[j][i][k][l];
            }
        const float sum = mf_sum16f(lane);
        const float t = sum * 0.00012207031f;
        mul[i] = t;
        running_mean[i] = 0.9f * running_mean[i] + 0.1f * t;
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t2 = contract[j][i][k][l] - mul[i];
                    lane2[l] += t2 * t2;
                }
            }
        const float sum2 = mf_sum16f(lane2);
        const float t2 = sum2 * 0.00012207031f;
        const float t3 = sqrtf(t2 + 1e-05f);
        sqrt_[i] = t3;
        const float t4 = batchnorm14_weight[i] / t3;
        div[i] = t4;
        running_var[i] = 0.9f * running_var[i] + 0.1f * (t2 * 1.0001221f);
    }
}

/* 18  relu((contract345 - mul348) * div358 + batchnorm14.bias)
 *     pad(pad(relu364))                                              resnet20.lua:32 */
static void k18_pad(const float contract[restrict 128][64][8][8],
                    const float mul[restrict 64], const float div[restrict 64],
                    const float batchnorm14_bias[restrict 64],
                    float relu[restrict 128][64][8][8],
                    float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    relu[i][j][k][l] = mf_reluf(t + batchnorm14_bias[j]);
                }
            }
            for (int k = 0; k < 10; k++) {
                MF_ROLLED
                for (int l = 0; l < 10; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 8;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 8);
                    pad[i][j][k][l] = t2 ? relu[i][j][k - 1][l - 1] : 0.0f;
                }
            }
        }
}

/* 19  einsum("ncpqij,ocij->nopq", slide(slide(pad366)), conv2d15...  resnet20.lua:32 */
static void k19_contract(const float pad[restrict 128][64][10][10],
                         const float conv2d15_weight[restrict 64][64][3][3],
                         float contract[restrict 128][64][8][8])
{
    for (int i = 0; i < 32; i++) {
        float acc[64][256];
        static const MfAxis rows[] = {{4, 6400}, {8, 10}, {8, 1}};
        static const MfAxis columns[] = {{64, 576}};
        static const MfTerm terms[] = {{64, 100, 9}, {3, 10, 3}, {3, 1, 1}};
        mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[4 * i][0][0][0],
                           &conv2d15_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++)
                        contract[4 * i + j][k][l][m] = acc[k][64 * j + 8 * l + m];
                }
    }
}

/* 20  x = relu((contract372 - mul374) * div383 + batchnorm15.bias + pad(slice(x)))
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k20_pad(const float contract[restrict 128][64][8][8],
                    const float mul[restrict 64], const float div[restrict 64],
                    const float batchnorm15_bias[restrict 64],
                    const float x[restrict 128][32][16][16],
                    float x2[restrict 128][64][8][8],
                    float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    const bool t2 = j - 16 >= 0 && j - 16 < 32;
                    const float t3 = t2 ? x[i][j - 16][2 * k][2 * l] : 0.0f;
                    x2[i][j][k][l] = mf_reluf(t + batchnorm15_bias[j] + t3);
                }
            }
            for (int k = 0; k < 10; k++) {
                MF_ROLLED
                for (int l = 0; l < 10; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 8;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 8);
                    pad[i][j][k][l] = t2 ? x2[i][j][k - 1][l - 1] : 0.0f;
                }
            }
        }
}

/* 21  x = relu((contract425 - mul427) * div436 + batchnorm17.bias + x)
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k21_pad(const float contract[restrict 128][64][8][8],
                    const float mul[restrict 64], const float div[restrict 64],
                    const float batchnorm17_bias[restrict 64],
                    const float x[restrict 128][64][8][8],
                    float x2[restrict 128][64][8][8],
                    float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    x2[i][j][k][l] = mf_reluf(t + batchnorm17_bias[j] + x[i][j][k][l]);
                }
            }
            for (int k = 0; k < 10; k++) {
                MF_ROLLED
                for (int l = 0; l < 10; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 8;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 8);
                    pad[i][j][k][l] = t2 ? x2[i][j][k - 1][l - 1] : 0.0f;
                }
            }
        }
}

/* 22  x = relu((contract476 - mul478) * div487 + batchnorm19.bias + x)
 *     sum(x) * 0.015625                                              resnet20.lua:44 */
static void k22_mul(const float contract[restrict 128][64][8][8],
                    const float mul[restrict 64], const float div[restrict 64],
                    const float batchnorm19_bias[restrict 64],
                    const float x[restrict 128][64][8][8],
                    float x2[restrict 128][64][8][8], float mul2[restrict 128][64])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    x2[i][j][k][l] = mf_reluf(t + batchnorm19_bias[j] + x[i][j][k][l]);
                }
            }
            float lane[16] = {0};
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    lane[l] += x2[i][j][k][l];
            }
            const float sum = mf_sum16f(lane);
            mul2[i][j] = sum * 0.015625f;
        }
}

/* 23  logits = mul497 linear1.weight + linear1.bias                  resnet20.lua:47 */
static void k23_logits(const float mul[restrict 128][64],
                       const float linear1_weight[restrict 64][10],
                       const float linear1_bias[restrict 10],
                       float logits[restrict 128][10])
{
    float acc[128][32];
    static const MfAxis rows[] = {{128, 64}};
    static const MfAxis columns[] = {{10, 1}};
    static const MfTerm terms[] = {{64, 1, 10}};
    mf_productf(1, rows, 1, columns, 1, terms, &mul[0][0], &linear1_weight[0][0],
                acc[0], 32);
    for (int i = 0; i < 128; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            logits[i][j] = acc[i][j] + linear1_bias[j];
    }
}

/* 24  max(logits)
 *     exp(logits - max503)
 *     sum(exp506)
 *     0.0078125 / sum507
 *     dlogits = where(iota == label, -0.0078125, 0) + div552 * e...  resnet20.lua:48 */
static void k24_dlogits(const float logits[restrict 128][10],
                        const int32_t label[restrict 128], float max[restrict 128],
                        float sum[restrict 128], float dlogits[restrict 128][10])
{
    for (int i = 0; i < 128; i++) {
        float acc = -INFINITY;
        for (int j = 0; j < 10; j++)
            acc = mf_maxf(logits[i][j], acc);
        max[i] = acc;
        float exp[10];
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            exp[j] = mf_expf(logits[i][j] - max[i]);
        float lane[16] = {0};
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            lane[j] += exp[j];
        const float sum2 = mf_sum16f(lane);
        sum[i] = sum2;
        const float div = 0.0078125f / sum2;
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            dlogits[i][j] = (j == label[i] ? -0.0078125f : 0.0f) + div * exp[j];
    }
}

/* 25  argmax(logits)                                                 resnet20.lua:61 */
static void k25_argmax(const float logits[restrict 128][10],
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

/* 26  accuracy = sum(f32(argmax515 == label)) * 0.0078125            resnet20.lua:61 */
static void k26_accuracy(const int32_t argmax[restrict 128],
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

/* 27  loss = sum(log(sum507) - gather(logits - max503, label)) *...  resnet20.lua:48 */
static void k27_loss(const int32_t label[restrict 128], const float sum[restrict 128],
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

/* 28  sgd.v.linear1.bias = where(abs(momentum * sgd.v.linear1.bias + (sum(dlogits) +...
 *     linear1.bias = linear1.bias - 0.1 * pow525 * where1840         resnet20.lua:55 */
static void k28_linear1_bias(const float dlogits[restrict 128][10], float momentum,
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
        const float t2 = momentum * sgd_v_linear1_bias[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        sgd_v_linear1_bias[i] = t2_2;
        linear1_bias[i] = linear1_bias[i] - 0.1f * pow * t2_2;
    }
}

/* 29  dlogits linear1.weight' * 0.015625                             resnet20.lua:44 */
static void k29_mul(const float dlogits[restrict 128][10],
                    const float linear1_weight[restrict 64][10],
                    float mul[restrict 128][64])
{
    float acc[128][64];
    static const MfAxis rows[] = {{128, 10}};
    static const MfAxis columns[] = {{64, 10}};
    static const MfTerm terms[] = {{10, 1, 1}};
    mf_productf(1, rows, 1, columns, 1, terms, &dlogits[0][0], &linear1_weight[0][0],
                acc[0], 64);
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++)
            mul[i][j] = acc[i][j] * 0.015625f;
}

/* 30  sum(where(x > 0, mul557, 0) * (contract476 - mul478)) * div487 / sqrt486...
 *     sgd.v.batchnorm19.weight = where(abs(momentum * sgd.v.batchnorm19.weight + (su...
 *     batchnorm19.weight = batchnorm19.weight - 0.1 * pow525 * w...  resnet20.lua:55 */
static void k30_batchnorm19_weight(const float x[restrict 128][64][8][8],
                                   const float mul[restrict 128][64],
                                   const float contract[restrict 128][64][8][8],
                                   const float mul2[restrict 64],
                                   const float div[restrict 64],
                                   const float sqrt_[restrict 64], float momentum,
                                   float weight_decay, float pow,
                                   float div2[restrict 64],
                                   float v_batchnorm19_weight[restrict 64],
                                   float batchnorm19_weight[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = mul[j][i];
                    const float t2 = x[j][i][k][l] > 0.0f ? t : 0.0f;
                    lane[l] += t2 * (contract[j][i][k][l] - mul2[i]);
                }
            }
        const float sum = mf_sum16f(lane);
        const float t = sum * div[i] / sqrt_[i];
        const float t2 = t * -0.5f / sqrt_[i];
        div2[i] = t2;
        const float t3 = sum / sqrt_[i] + weight_decay * batchnorm19_weight[i];
        const float t3_2 = momentum * v_batchnorm19_weight[i] + t3;
        const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
        v_batchnorm19_weight[i] = t4;
        batchnorm19_weight[i] = batchnorm19_weight[i] - 0.1f * pow * t4;
    }
}

/* 31  sgd.v.batchnorm19.bias = where(abs(momentum * sgd.v.batchnorm19.bias + (sum(wh...
 *     batchnorm19.bias = batchnorm19.bias - 0.1 * pow525 * where...  resnet20.lua:55 */
static void k31_batchnorm19_bias(const float x[restrict 128][64][8][8],
                                 const float mul[restrict 128][64], float momentum,
                                 float weight_decay, float pow,
                                 float v_batchnorm19_bias[restrict 64],
                                 float batchnorm19_bias[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = mul[j][i];
                    lane[l] += x[j][i][k][l] > 0.0f ? t : 0.0f;
                }
            }
        const float sum = mf_sum16f(lane);
        const float t = sum + weight_decay * batchnorm19_bias[i];
        const float t2 = momentum * v_batchnorm19_bias[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        v_batchnorm19_bias[i] = t2_2;
        batchnorm19_bias[i] = batchnorm19_bias[i] - 0.1f * pow * t2_2;
    }
}

/* 32  sgd.v.linear1.weight = where(abs(momentum * sgd.v.linear1.weight + (mul497' dl...
 *     linear1.weight = linear1.weight - 0.1 * pow525 * where1824     resnet20.lua:55 */
static void k32_linear1_weight(const float dlogits[restrict 128][10],
                               const float mul[restrict 128][64], float momentum,
                               float weight_decay, float pow,
                               float sgd_v_linear1_weight[restrict 64][10],
                               float linear1_weight[restrict 64][10])
{
    float acc[64][32];
    static const MfAxis rows[] = {{10, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 10, 64}};
    mf_product_turnedf(1, rows, 1, columns, 1, terms, &dlogits[0][0], &mul[0][0],
                       acc[0], 32);
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++) {
            const float t = acc[i][j] + weight_decay * linear1_weight[i][j];
            const float t2 = momentum * sgd_v_linear1_weight[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            sgd_v_linear1_weight[i][j] = t2_2;
            linear1_weight[i][j] = linear1_weight[i][j] - 0.1f * pow * t2_2;
        }
    }
}

/* 33  where(x > 0, mul557, 0) * div487 + div568 * 0.00012207 * (...  resnet20.lua:32 */
static void k33_add(const float div[restrict 64], const float mul[restrict 64],
                    const float x[restrict 128][64][8][8],
                    const float mul2[restrict 128][64], const float div2[restrict 64],
                    float contract[restrict 128][64][8][8])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = contract[i][j][k][l] - mul[j];
                    const float t2 = div[j] * 0.00012207031f * t;
                    const float t3 = mul2[i][j];
                    const float t4 = (x[i][j][k][l] > 0.0f ? t3 : 0.0f) * div2[j] + t2;
                    contract[i][j][k][l] = t4 + t2;
                }
            }
}

/* 34  sum(add573) * -0.00012207                                      resnet20.lua:32 */
static void k34_mul(const float add[restrict 128][64][8][8], float mul[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    lane[l] += add[j][i][k][l];
            }
        const float sum = mf_sum16f(lane);
        mul[i] = sum * -0.00012207031f;
    }
}

/* 35  add573 + mul576
 *     pad(pad(add578))                                               resnet20.lua:32 */
static void k35_pad(const float mul[restrict 64], float add[restrict 128][64][8][8],
                    float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
            }
            for (int k = 0; k < 10; k++) {
                MF_ROLLED
                for (int l = 0; l < 10; l++) {
                    const bool t = k - 1 >= 0 && k - 1 < 8;
                    const bool t2 = t && (l - 1 >= 0 && l - 1 < 8);
                    pad[i][j][k][l] = t2 ? add[i][j][k - 1][l - 1] : 0.0f;
                }
            }
        }
}

/* 36  where(relu468 > 0, einsum("nopqji,ocij->ncpq", slice(slide...  resnet20.lua:32 */
static void k36_where(const float conv2d19_weight[restrict 64][64][3][3],
                      const float pad[restrict 128][64][10][10],
                      float relu[restrict 128][64][8][8])
{
    for (int i = 0; i < 128; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 9}};
        static const MfAxis columns[] = {{8, 10}, {8, 1}};
        static const MfTerm terms[] = {{64, 576, 100}, {3, 1, -1}, {3, 3, -10}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d19_weight[0][0][0][0],
                    &pad[i][0][2][2], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = acc[j][8 * k + l];
                    relu[i][j][k][l] = relu[i][j][k][l] > 0.0f ? t : 0.0f;
                }
            }
    }
}

/* 37  sum(where588 * (contract451 - mul453)) * div462 / sqrt461 * -0.5 / ...
 *     sgd.v.batchnorm18.weight = where(abs(momentum * sgd.v.batchnorm18.weight + (su...
 *     batchnorm18.weight = batchnorm18.weight - 0.1 * pow525 * w...  resnet20.lua:55 */
static void k37_batchnorm18_weight(const float where[restrict 128][64][8][8],
                                   const float contract[restrict 128][64][8][8],
                                   const float mul[restrict 64],
                                   const float div[restrict 64],
                                   const float sqrt_[restrict 64], float momentum,
                                   float weight_decay, float pow,
                                   float div2[restrict 64],
                                   float v_batchnorm18_weight[restrict 64],
                                   float batchnorm18_weight[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    lane[l] += where[j][i][k][l] * (contract[j][i][k][l] - mul[i]);
            }
        const float sum = mf_sum16f(lane);
        const float t = sum * div[i] / sqrt_[i];
        const float t2 = t * -0.5f / sqrt_[i];
        div2[i] = t2;
        const float t3 = sum / sqrt_[i] + weight_decay * batchnorm18_weight[i];
        const float t3_2 = momentum * v_batchnorm18_weight[i] + t3;
        const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
        v_batchnorm18_weight[i] = t4;
        batchnorm18_weight[i] = batchnorm18_weight[i] - 0.1f * pow * t4;
    }
}

/* 38  sgd.v.batchnorm18.bias = where(abs(momentum * sgd.v.batchnorm18.bias + (sum(wh...
 *     batchnorm18.bias = batchnorm18.bias - 0.1 * pow525 * where...  resnet20.lua:55 */
static void k38_batchnorm18_bias(const float where[restrict 128][64][8][8],
                                 float momentum, float weight_decay, float pow,
                                 float v_batchnorm18_bias[restrict 64],
                                 float batchnorm18_bias[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    lane[l] += where[j][i][k][l];
            }
        const float sum = mf_sum16f(lane);
        const float t = sum + weight_decay * batchnorm18_bias[i];
        const float t2 = momentum * v_batchnorm18_bias[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        v_batchnorm18_bias[i] = t2_2;
        batchnorm18_bias[i] = batchnorm18_bias[i] - 0.1f * pow * t2_2;
    }
}

/* 39  sgd.v.conv2d19.weight = where(abs(momentum * sgd.v.conv2d19.weight + (einsum("...
 *     conv2d19.weight = conv2d19.weight - 0.1 * pow525 * where1786   resnet20.lua:55 */
static void k39_conv2d19_weight(const float pad[restrict 128][64][10][10],
                                const float add[restrict 128][64][8][8], float momentum,
                                float weight_decay, float pow,
                                float v_conv2d19_weight[restrict 64][64][3][3],
                                float conv2d19_weight[restrict 64][64][3][3])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][160];
        static const MfAxis rows[] = {{16, 100}, {3, 10}, {3, 1}};
        static const MfAxis columns[] = {{64, 64}};
        static const MfTerm terms[] = {{128, 6400, 4096}, {8, 10, 8}, {8, 1, 1}};
        mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[0][16 * i][0][0],
                           &add[0][0][0][0], acc[0], 160);
        for (int j = 0; j < 64; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 3; l++)
                    for (int m = 0; m < 3; m++) {
                        const float t = v_conv2d19_weight[j][16 * i + k][l][m];
                        const float t2 = conv2d19_weight[j][16 * i + k][l][m];
                        const float t3 = acc[j][9 * k + 3 * l + m] + weight_decay * t2;
                        const float t3_2 = momentum * t + t3;
                        const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
                        v_conv2d19_weight[j][16 * i + k][l][m] = t4;
                        const float t5 = conv2d19_weight[j][16 * i + k][l][m];
                        conv2d19_weight[j][16 * i + k][l][m] = t5 - 0.1f * pow * t4;
                    }
        }
    }
}

/* 40  where588 * div462 + div595 * 0.00012207 * (contract451 - m...  resnet20.lua:32 */
static void k40_add(const float div[restrict 64], const float mul[restrict 64],
                    const float where[restrict 128][64][8][8],
                    const float div2[restrict 64],
                    float contract[restrict 128][64][8][8])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = contract[i][j][k][l] - mul[j];
                    const float t2 = div[j] * 0.00012207031f * t;
                    contract[i][j][k][l] = where[i][j][k][l] * div2[j] + t2 + t2;
                }
            }
}

/* 41  where(x > 0, where(x > 0, mul557, 0) + einsum("nopqji,ocij...  resnet20.lua:32 */
static void k41_where(const float conv2d18_weight[restrict 64][64][3][3],
                      const float pad[restrict 128][64][10][10],
                      const float x[restrict 128][64][8][8],
                      const float mul[restrict 128][64],
                      float x2[restrict 128][64][8][8])
{
    for (int i = 0; i < 128; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 9}};
        static const MfAxis columns[] = {{8, 10}, {8, 1}};
        static const MfTerm terms[] = {{64, 576, 100}, {3, 1, -1}, {3, 3, -10}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d18_weight[0][0][0][0],
                    &pad[i][0][2][2], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = mul[i][j];
                    const float t2 =
                        (x[i][j][k][l] > 0.0f ? t : 0.0f) + acc[j][8 * k + l];
                    x2[i][j][k][l] = x2[i][j][k][l] > 0.0f ? t2 : 0.0f;
                }
            }
    }
}

/* 42  where(x > 0, where615 + einsum("nopqji,ocij->ncpq", slice(...  resnet20.lua:32 */
static void k42_where(const float conv2d16_weight[restrict 64][64][3][3],
                      const float pad[restrict 128][64][10][10],
                      const float where[restrict 128][64][8][8],
                      float x[restrict 128][64][8][8])
{
    for (int i = 0; i < 128; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 9}};
        static const MfAxis columns[] = {{8, 10}, {8, 1}};
        static const MfTerm terms[] = {{64, 576, 100}, {3, 1, -1}, {3, 3, -10}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d16_weight[0][0][0][0],
                    &pad[i][0][2][2], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = where[i][j][k][l] + acc[j][8 * k + l];
                    x[i][j][k][l] = x[i][j][k][l] > 0.0f ? t : 0.0f;
                }
            }
    }
}

/* 43  add711 + mul713
 *     pad(add715)
 *     pad(pad723)
 *     pad(add715)                                                    resnet20.lua:32 */
static void k43_pad(const float mul[restrict 64], float add[restrict 128][64][8][8],
                    float pad[restrict 128][64][8][9],
                    float pad2[restrict 128][64][9][9],
                    float pad3[restrict 128][64][9][8])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
                MF_ROLLED
                for (int l = 0; l < 9; l++)
                    pad[i][j][k][l] = l < 8 ? add[i][j][k][l] : 0.0f;
            }
            for (int k = 0; k < 9; k++) {
                MF_ROLLED
                for (int l = 0; l < 9; l++)
                    pad2[i][j][k][l] = k < 8 ? pad[i][j][k][l] : 0.0f;
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    pad3[i][j][k][l] = k < 8 ? add[i][j][k][l] : 0.0f;
            }
        }
}

/* 44  einsum("nopqji,ocij->ncpq", slide(slide(add715)), slice(co...  resnet20.lua:32 */
static void k44_contract(const float conv2d14_weight[restrict 64][32][3][3],
                         const float add[restrict 128][64][8][8],
                         float contract[restrict 128][32][8][8])
{
    for (int i = 0; i < 128; i++) {
        float acc[32][64];
        static const MfAxis rows[] = {{32, 9}};
        static const MfAxis columns[] = {{8, 8}, {8, 1}};
        static const MfTerm terms[] = {{64, 288, 64}};
        mf_productf(1, rows, 2, columns, 1, terms, &conv2d14_weight[0][0][1][1],
                    &add[i][0][0][0], acc[0], 64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    contract[i][j][k][l] = acc[j][8 * k + l];
            }
    }
}

/* 45  einsum("nopqji,ocij->ncpq", slide(slice(slide(pad723))), s...  resnet20.lua:32 */
static void k45_contract(const float pad[restrict 128][64][8][9],
                         const float conv2d14_weight[restrict 64][32][3][3],
                         float contract[restrict 128][32][8][8])
{
    for (int i = 0; i < 32; i++) {
        float acc[32][256];
        static const MfAxis rows[] = {{4, 4608}, {8, 9}, {8, 1}};
        static const MfAxis columns[] = {{32, 9}};
        static const MfTerm terms[] = {{64, 72, 288}, {2, -1, 2}};
        mf_product_turnedf(3, rows, 1, columns, 2, terms, &pad[4 * i][0][0][1],
                           &conv2d14_weight[0][0][1][0], acc[0], 256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++)
                        contract[4 * i + j][k][l][m] = acc[k][64 * j + 8 * l + m];
                }
    }
}

/* 46  concat(contract721, contract730)                               resnet20.lua:32 */
static void k46_concat(const float contract[restrict 128][32][8][8],
                       const float contract2[restrict 128][32][8][8],
                       float concat[restrict 128][32][8][8][2])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    concat[i][j][k][l][0] = contract[i][j][k][l];
            }
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    concat[i][j][k][l][1] = contract2[i][j][k][l];
            }
}

/* 47  einsum("nopqji,ocij->ncpq", slice(slide(slice(slide(pad744...  resnet20.lua:32 */
static void k47_contract(const float pad[restrict 128][64][9][9],
                         const float conv2d14_weight[restrict 64][32][3][3],
                         float contract[restrict 128][32][8][8])
{
    for (int i = 0; i < 32; i++) {
        float acc[32][256];
        static const MfAxis rows[] = {{4, 5184}, {8, 9}, {8, 1}};
        static const MfAxis columns[] = {{32, 9}};
        static const MfTerm terms[] = {{64, 81, 288}, {2, -1, 2}, {2, -9, 6}};
        mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[4 * i][0][1][1],
                           &conv2d14_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++)
                        contract[4 * i + j][k][l][m] = acc[k][64 * j + 8 * l + m];
                }
    }
}

/* 48  einsum("nopqji,ocij->ncpq", slice(slide(slide(pad735))), s...  resnet20.lua:32 */
static void k48_contract(const float pad[restrict 128][64][9][8],
                         const float conv2d14_weight[restrict 64][32][3][3],
                         float contract[restrict 128][32][8][8])
{
    for (int i = 0; i < 32; i++) {
        float acc[32][256];
        static const MfAxis rows[] = {{4, 4608}, {8, 8}, {8, 1}};
        static const MfAxis columns[] = {{32, 9}};
        static const MfTerm terms[] = {{64, 72, 288}, {2, -8, 6}};
        mf_product_turnedf(3, rows, 1, columns, 2, terms, &pad[4 * i][0][1][0],
                           &conv2d14_weight[0][0][0][1], acc[0], 256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++)
                        contract[4 * i + j][k][l][m] = acc[k][64 * j + 8 * l + m];
                }
    }
}

/* 49  sgd.v.conv2d14.weight = where(abs(momentum * sgd.v.conv2d14.weight + (einsum("...
 *     conv2d14.weight = conv2d14.weight - 0.1 * pow525 * where1611   resnet20.lua:55 */
static void k49_conv2d14_weight(const float pad[restrict 128][32][17][17],
                                const float add[restrict 128][64][8][8], float momentum,
                                float weight_decay, float pow,
                                float v_conv2d14_weight[restrict 64][32][3][3],
                                float conv2d14_weight[restrict 64][32][3][3])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][160];
        static const MfAxis rows[] = {{16, 289}, {3, 17}, {3, 1}};
        static const MfAxis columns[] = {{64, 64}};
        static const MfTerm terms[] = {{128, 9248, 4096}, {8, 34, 8}, {8, 2, 1}};
        mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[0][16 * i][0][0],
                           &add[0][0][0][0], acc[0], 160);
        for (int j = 0; j < 64; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 3; l++)
                    for (int m = 0; m < 3; m++) {
                        const float t = v_conv2d14_weight[j][16 * i + k][l][m];
                        const float t2 = conv2d14_weight[j][16 * i + k][l][m];
                        const float t3 = acc[j][9 * k + 3 * l + m] + weight_decay * t2;
                        const float t3_2 = momentum * t + t3;
                        const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
                        v_conv2d14_weight[j][16 * i + k][l][m] = t4;
                        const float t5 = conv2d14_weight[j][16 * i + k][l][m];
                        conv2d14_weight[j][16 * i + k][l][m] = t5 - 0.1f * pow * t4;
                    }
        }
    }
}

/* 50  concat(reshape733, reshape755)                                 resnet20.lua:32 */
static void k50_concat(const float concat[restrict 128][32][8][16],
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

/* 51  where(x > 0, pad(pad(slice(where669))) + reshape758, 0)        resnet20.lua:32 */
static void k51_where(const float where[restrict 128][64][8][8],
                      const float concat[restrict 128][32][16][16],
                      float x[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    /* clang-format off */
                    const float t =
                        (k % 2 == 0 && l % 2 == 0 ? where[i][j + 16][k / 2][l / 2] : 0.0f) + concat[i][j][k][l];
                    /* clang-format on */
                    x[i][j][k][l] = x[i][j][k][l] > 0.0f ? t : 0.0f;
                }
            }
}

/* 52  sum(where760 * (contract319 - mul321)) * div330 / sqrt329 * -0.5 / ...
 *     sgd.v.batchnorm13.weight = where(abs(momentum * sgd.v.batchnorm13.weight + (su...
 *     batchnorm13.weight = batchnorm13.weight - 0.1 * pow525 * w...  resnet20.lua:55 */
static void k52_batchnorm13_weight(const float where[restrict 128][32][16][16],
                                   const float contract[restrict 128][32][16][16],
                                   const float mul[restrict 32],
                                   const float div[restrict 32],
                                   const float sqrt_[restrict 32], float momentum,
                                   float weight_decay, float pow,
                                   float div2[restrict 32],
                                   float v_batchnorm13_weight[restrict 32],
                                   float batchnorm13_weight[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] += where[j][i][k][l] * (contract[j][i][k][l] - mul[i]);
            }
        const float sum = mf_sum16f(lane);
        const float t = sum * div[i] / sqrt_[i];
        const float t2 = t * -0.5f / sqrt_[i];
        div2[i] = t2;
        const float t3 = sum / sqrt_[i] + weight_decay * batchnorm13_weight[i];
        const float t3_2 = momentum * v_batchnorm13_weight[i] + t3;
        const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
        v_batchnorm13_weight[i] = t4;
        batchnorm13_weight[i] = batchnorm13_weight[i] - 0.1f * pow * t4;
    }
}

/* 53  sgd.v.batchnorm13.bias = where(abs(momentum * sgd.v.batchnorm13.bias + (sum(wh...
 *     batchnorm13.bias = batchnorm13.bias - 0.1 * pow525 * where...  resnet20.lua:55 */
static void k53_batchnorm13_bias(const float where[restrict 128][32][16][16],
                                 float momentum, float weight_decay, float pow,
                                 float v_batchnorm13_bias[restrict 32],
                                 float batchnorm13_bias[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] += where[j][i][k][l];
            }
        const float sum = mf_sum16f(lane);
        const float t = sum + weight_decay * batchnorm13_bias[i];
        const float t2 = momentum * v_batchnorm13_bias[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        v_batchnorm13_bias[i] = t2_2;
        batchnorm13_bias[i] = batchnorm13_bias[i] - 0.1f * pow * t2_2;
    }
}

/* 54  where760 * div330 + div769 * 3.05176e-05 * (contract319 - ...  resnet20.lua:32 */
static void k54_add(const float div[restrict 32], const float mul[restrict 32],
                    const float where[restrict 128][32][16][16],
                    const float div2[restrict 32],
                    float contract[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = contract[i][j][k][l] - mul[j];
                    const float t2 = div[j] * 3.0517578e-05f * t;
                    contract[i][j][k][l] = where[i][j][k][l] * div2[j] + t2 + t2;
                }
            }
}

/* 55  sum(add774) * -3.05176e-05                                     resnet20.lua:32 */
static void k55_mul(const float add[restrict 128][32][16][16], float mul[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    lane[l] += add[j][i][k][l];
            }
        const float sum = mf_sum16f(lane);
        mul[i] = sum * -3.0517578e-05f;
    }
}

/* 56  add774 + mul777
 *     pad(pad(add779))                                               resnet20.lua:32 */
static void k56_pad(const float mul[restrict 32], float add[restrict 128][32][16][16],
                    float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
            }
            for (int k = 0; k < 18; k++) {
                MF_ROLLED
                for (int l = 0; l < 18; l++) {
                    const bool t = k - 1 >= 0 && k - 1 < 16;
                    const bool t2 = t && (l - 1 >= 0 && l - 1 < 16);
                    pad[i][j][k][l] = t2 ? add[i][j][k - 1][l - 1] : 0.0f;
                }
            }
        }
}

/* 57  where(relu311 > 0, einsum("nopqji,ocij->ncpq", slice(slide...  resnet20.lua:32 */
static void k57_where(const float pad[restrict 128][32][18][18],
                      const float conv2d13_weight[restrict 32][32][3][3],
                      float relu[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++) {
        float acc[32][256];
        static const MfAxis rows[] = {{16, 18}, {16, 1}};
        static const MfAxis columns[] = {{32, 9}};
        static const MfTerm terms[] = {{32, 324, 288}, {3, -1, 1}, {3, -18, 3}};
        mf_product_turnedf(2, rows, 1, columns, 3, terms, &pad[i][0][2][2],
                           &conv2d13_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = acc[j][16 * k + l];
                    relu[i][j][k][l] = relu[i][j][k][l] > 0.0f ? t : 0.0f;
                }
            }
    }
}

/* 58  sgd.v.conv2d13.weight = where(abs(momentum * sgd.v.conv2d13.weight + (einsum("...
 *     conv2d13.weight = conv2d13.weight - 0.1 * pow525 * where1573   resnet20.lua:55 */
static void k58_conv2d13_weight(const float pad[restrict 128][32][18][18],
                                const float add[restrict 128][32][16][16],
                                float momentum, float weight_decay, float pow,
                                float v_conv2d13_weight[restrict 32][32][3][3],
                                float conv2d13_weight[restrict 32][32][3][3])
{
    for (int i = 0; i < 2; i++) {
        float acc[32][160];
        static const MfAxis rows[] = {{16, 324}, {3, 18}, {3, 1}};
        static const MfAxis columns[] = {{32, 256}};
        static const MfTerm terms[] = {{128, 10368, 8192}, {16, 18, 16}, {16, 1, 1}};
        mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[0][16 * i][0][0],
                           &add[0][0][0][0], acc[0], 160);
        for (int j = 0; j < 32; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 3; l++)
                    for (int m = 0; m < 3; m++) {
                        const float t = v_conv2d13_weight[j][16 * i + k][l][m];
                        const float t2 = conv2d13_weight[j][16 * i + k][l][m];
                        const float t3 = acc[j][9 * k + 3 * l + m] + weight_decay * t2;
                        const float t3_2 = momentum * t + t3;
                        const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
                        v_conv2d13_weight[j][16 * i + k][l][m] = t4;
                        const float t5 = conv2d13_weight[j][16 * i + k][l][m];
                        conv2d13_weight[j][16 * i + k][l][m] = t5 - 0.1f * pow * t4;
                    }
        }
    }
}

/* 59  where(x > 0, where760 + einsum("nopqji,ocij->ncpq", slice(...  resnet20.lua:32 */
static void k59_where(const float pad[restrict 128][32][18][18],
                      const float conv2d12_weight[restrict 32][32][3][3],
                      const float where[restrict 128][32][16][16],
                      float x[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++) {
        float acc[32][256];
        static const MfAxis rows[] = {{16, 18}, {16, 1}};
        static const MfAxis columns[] = {{32, 9}};
        static const MfTerm terms[] = {{32, 324, 288}, {3, -1, 1}, {3, -18, 3}};
        mf_product_turnedf(2, rows, 1, columns, 3, terms, &pad[i][0][2][2],
                           &conv2d12_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = where[i][j][k][l] + acc[j][16 * k + l];
                    x[i][j][k][l] = x[i][j][k][l] > 0.0f ? t : 0.0f;
                }
            }
    }
}

/* 60  add912 + mul914
 *     pad(add916)
 *     pad(pad924)
 *     pad(add916)                                                    resnet20.lua:32 */
static void k60_pad(const float mul[restrict 32], float add[restrict 128][32][16][16],
                    float pad[restrict 128][32][16][17],
                    float pad2[restrict 128][32][17][17],
                    float pad3[restrict 128][32][17][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
                MF_ROLLED
                for (int l = 0; l < 17; l++)
                    pad[i][j][k][l] = l < 16 ? add[i][j][k][l] : 0.0f;
            }
            for (int k = 0; k < 17; k++) {
                MF_ROLLED
                for (int l = 0; l < 17; l++)
                    pad2[i][j][k][l] = k < 16 ? pad[i][j][k][l] : 0.0f;
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    pad3[i][j][k][l] = k < 16 ? add[i][j][k][l] : 0.0f;
            }
        }
}

/* 61  einsum("nopqji,ocij->ncpq", slide(slide(add916)), slice(co...  resnet20.lua:32 */
static void k61_contract(const float conv2d8_weight[restrict 32][16][3][3],
                         const float add[restrict 128][32][16][16],
                         float contract[restrict 128][16][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            float acc[16][64];
            static const MfAxis rows[] = {{16, 9}};
            static const MfAxis columns[] = {{4, 16}, {16, 1}};
            static const MfTerm terms[] = {{32, 144, 256}};
            mf_productf(1, rows, 2, columns, 1, terms, &conv2d8_weight[0][0][1][1],
                        &add[i][0][4 * j][0], acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 4; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++)
                        contract[i][k][4 * j + l][m] = acc[k][16 * l + m];
                }
        }
}

/* 62  einsum("nopqji,ocij->ncpq", slide(slice(slide(pad924))), s...  resnet20.lua:32 */
static void k62_contract(const float conv2d8_weight[restrict 32][16][3][3],
                         const float pad[restrict 128][32][16][17],
                         float contract[restrict 128][16][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            float acc[16][64];
            static const MfAxis rows[] = {{16, 9}};
            static const MfAxis columns[] = {{4, 17}, {16, 1}};
            static const MfTerm terms[] = {{32, 144, 272}, {2, 2, -1}};
            mf_productf(1, rows, 2, columns, 2, terms, &conv2d8_weight[0][0][1][0],
                        &pad[i][0][4 * j][1], acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 4; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++)
                        contract[i][k][4 * j + l][m] = acc[k][16 * l + m];
                }
        }
}

/* 63  concat(contract922, contract931)                               resnet20.lua:32 */
static void k63_concat(const float contract[restrict 128][16][16][16],
                       const float contract2[restrict 128][16][16][16],
                       float concat[restrict 128][16][16][16][2])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    concat[i][j][k][l][0] = contract[i][j][k][l];
            }
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    concat[i][j][k][l][1] = contract2[i][j][k][l];
            }
}

/* 64  einsum("nopqji,ocij->ncpq", slice(slide(slice(slide(pad945...  resnet20.lua:32 */
static void k64_contract(const float pad[restrict 128][32][17][17],
                         const float conv2d8_weight[restrict 32][16][3][3],
                         float contract[restrict 128][16][16][16])
{
    for (int i = 0; i < 128; i++) {
        float acc[16][256];
        static const MfAxis rows[] = {{16, 17}, {16, 1}};
        static const MfAxis columns[] = {{16, 9}};
        static const MfTerm terms[] = {{32, 289, 144}, {2, -1, 2}, {2, -17, 6}};
        mf_product_turnedf(2, rows, 1, columns, 3, terms, &pad[i][0][1][1],
                           &conv2d8_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    contract[i][j][k][l] = acc[j][16 * k + l];
            }
    }
}

/* 65  einsum("nopqji,ocij->ncpq", slice(slide(slide(pad936))), s...  resnet20.lua:32 */
static void k65_contract(const float conv2d8_weight[restrict 32][16][3][3],
                         const float pad[restrict 128][32][17][16],
                         float contract[restrict 128][16][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            float acc[16][64];
            static const MfAxis rows[] = {{16, 9}};
            static const MfAxis columns[] = {{4, 16}, {16, 1}};
            static const MfTerm terms[] = {{32, 144, 272}, {2, 6, -16}};
            mf_productf(1, rows, 2, columns, 2, terms, &conv2d8_weight[0][0][0][1],
                        &pad[i][0][4 * j + 1][0], acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 4; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++)
                        contract[i][k][4 * j + l][m] = acc[k][16 * l + m];
                }
        }
}

/* 66  sgd.v.conv2d8.weight = where(abs(momentum * sgd.v.conv2d8.weight + (einsum("nc...
 *     conv2d8.weight = conv2d8.weight - 0.1 * pow525 * where1398     resnet20.lua:55 */
static void k66_conv2d8_weight(const float pad[restrict 128][16][33][33],
                               const float add[restrict 128][32][16][16],
                               float momentum, float weight_decay, float pow,
                               float sgd_v_conv2d8_weight[restrict 32][16][3][3],
                               float conv2d8_weight[restrict 32][16][3][3])
{
    float acc[32][160];
    static const MfAxis rows[] = {{16, 1089}, {3, 33}, {3, 1}};
    static const MfAxis columns[] = {{32, 256}};
    static const MfTerm terms[] = {{128, 17424, 8192}, {16, 66, 16}, {16, 2, 1}};
    mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[0][0][0][0],
                       &add[0][0][0][0], acc[0], 160);
    for (int i = 0; i < 32; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    const float t = momentum * sgd_v_conv2d8_weight[i][j][k][l];
                    const float t2 = weight_decay * conv2d8_weight[i][j][k][l];
                    const float t2_2 = t + (acc[i][9 * j + 3 * k + l] + t2);
                    const float t3 = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
                    sgd_v_conv2d8_weight[i][j][k][l] = t3;
                    const float t4 = conv2d8_weight[i][j][k][l];
                    conv2d8_weight[i][j][k][l] = t4 - 0.1f * pow * t3;
                }
    }
}

/* 67  concat(reshape934, reshape956)                                 resnet20.lua:32 */
static void k67_concat(const float concat[restrict 128][16][16][32],
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

/* 68  where(x > 0, pad(pad(slice(where870))) + reshape959, 0)        resnet20.lua:32 */
static void k68_where(const float where[restrict 128][32][16][16],
                      const float concat[restrict 128][16][32][32],
                      float x[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 32; k++) {
                MF_ROLLED
                for (int l = 0; l < 32; l++) {
                    /* clang-format off */
                    const float t =
                        (k % 2 == 0 && l % 2 == 0 ? where[i][j + 8][k / 2][l / 2] : 0.0f) + concat[i][j][k][l];
                    /* clang-format on */
                    x[i][j][k][l] = x[i][j][k][l] > 0.0f ? t : 0.0f;
                }
            }
}

/* 69  sum(where961 * (contract162 - mul164)) * div173 / sqrt172 * -0.5 / ...
 *     sgd.v.batchnorm7.weight = where(abs(momentum * sgd.v.batchnorm7.weight + (sum(...
 *     batchnorm7.weight = batchnorm7.weight - 0.1 * pow525 * whe...  resnet20.lua:55 */
static void k69_batchnorm7_weight(const float where[restrict 128][16][32][32],
                                  const float contract[restrict 128][16][32][32],
                                  const float mul[restrict 16],
                                  const float div[restrict 16],
                                  const float sqrt_[restrict 16], float momentum,
                                  float weight_decay, float pow,
                                  float div2[restrict 16],
                                  float v_batchnorm7_weight[restrict 16],
                                  float batchnorm7_weight[restrict 16])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 2; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++) {
                        const float t = contract[j][i][k][16 * l + m] - mul[i];
                        lane[m] += where[j][i][k][16 * l + m] * t;
                    }
                }
        const float sum = mf_sum16f(lane);
        const float t = sum * div[i] / sqrt_[i];
        const float t2 = t * -0.5f / sqrt_[i];
        div2[i] = t2;
        const float t3 = sum / sqrt_[i] + weight_decay * batchnorm7_weight[i];
        const float t3_2 = momentum * v_batchnorm7_weight[i] + t3;
        const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
        v_batchnorm7_weight[i] = t4;
        batchnorm7_weight[i] = batchnorm7_weight[i] - 0.1f * pow * t4;
    }
}

/* 70  sgd.v.batchnorm7.bias = where(abs(momentum * sgd.v.batchnorm7.bias + (sum(wher...
 *     batchnorm7.bias = batchnorm7.bias - 0.1 * pow525 * where1382   resnet20.lua:55 */
static void k70_batchnorm7_bias(const float where[restrict 128][16][32][32],
                                float momentum, float weight_decay, float pow,
                                float v_batchnorm7_bias[restrict 16],
                                float batchnorm7_bias[restrict 16])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 2; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++)
                        lane[m] += where[j][i][k][16 * l + m];
                }
        const float sum = mf_sum16f(lane);
        const float t = sum + weight_decay * batchnorm7_bias[i];
        const float t2 = momentum * v_batchnorm7_bias[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        v_batchnorm7_bias[i] = t2_2;
        batchnorm7_bias[i] = batchnorm7_bias[i] - 0.1f * pow * t2_2;
    }
}

/* 71  where961 * div173 + div970 * 7.62939e-06 * (contract162 - ...  resnet20.lua:32 */
static void k71_add(const float div[restrict 16], const float mul[restrict 16],
                    const float where[restrict 128][16][32][32],
                    const float div2[restrict 16],
                    float contract[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 32; l++) {
                    const float t = contract[i][j][k][l] - mul[j];
                    const float t2 = div[j] * 7.6293945e-06f * t;
                    contract[i][j][k][l] = where[i][j][k][l] * div2[j] + t2 + t2;
                }
}

/* 72  sum(add975) * -7.62939e-06                                     resnet20.lua:32 */
static void k72_mul(const float add[restrict 128][16][32][32], float mul[restrict 16])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 2; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++)
                        lane[m] += add[j][i][k][16 * l + m];
                }
        const float sum = mf_sum16f(lane);
        mul[i] = sum * -7.6293945e-06f;
    }
}

/* 73  add975 + mul978
 *     pad(pad(add980))                                               resnet20.lua:32 */
static void k73_pad(const float mul[restrict 16], float add[restrict 128][16][32][32],
                    float pad[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 32; l++)
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
            for (int k = 0; k < 34; k++) {
                MF_ROLLED
                for (int l = 0; l < 34; l++) {
                    const bool t = k - 1 >= 0 && k - 1 < 32;
                    const bool t2 = t && (l - 1 >= 0 && l - 1 < 32);
                    pad[i][j][k][l] = t2 ? add[i][j][k - 1][l - 1] : 0.0f;
                }
            }
        }
}

/* 74  where(relu154 > 0, einsum("nopqji,ocij->ncpq", slice(slide...  resnet20.lua:32 */
static void k74_where(const float conv2d7_weight[restrict 16][16][3][3],
                      const float pad[restrict 128][16][34][34],
                      float relu[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            float acc[16][64];
            static const MfAxis rows[] = {{16, 9}};
            static const MfAxis columns[] = {{2, 34}, {32, 1}};
            static const MfTerm terms[] = {{16, 144, 1156}, {3, 1, -1}, {3, 3, -34}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d7_weight[0][0][0][0],
                        &pad[i][0][2 * j + 2][2], acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 32; m++) {
                        const float t = acc[k][32 * l + m];
                        const bool t2 = relu[i][k][2 * j + l][m] > 0.0f;
                        relu[i][k][2 * j + l][m] = t2 ? t : 0.0f;
                    }
        }
}

/* 75  sgd.v.conv2d7.weight = where(abs(momentum * sgd.v.conv2d7.weight + (einsum("nc...
 *     conv2d7.weight = conv2d7.weight - 0.1 * pow525 * where1360     resnet20.lua:55 */
static void k75_conv2d7_weight(const float pad[restrict 128][16][34][34],
                               const float add[restrict 128][16][32][32],
                               float momentum, float weight_decay, float pow,
                               float sgd_v_conv2d7_weight[restrict 16][16][3][3],
                               float conv2d7_weight[restrict 16][16][3][3])
{
    float acc[16][160];
    static const MfAxis rows[] = {{16, 1156}, {3, 34}, {3, 1}};
    static const MfAxis columns[] = {{16, 1024}};
    static const MfTerm terms[] = {{128, 18496, 16384}, {32, 34, 32}, {32, 1, 1}};
    mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[0][0][0][0],
                       &add[0][0][0][0], acc[0], 160);
    for (int i = 0; i < 16; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    const float t = momentum * sgd_v_conv2d7_weight[i][j][k][l];
                    const float t2 = weight_decay * conv2d7_weight[i][j][k][l];
                    const float t2_2 = t + (acc[i][9 * j + 3 * k + l] + t2);
                    const float t3 = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
                    sgd_v_conv2d7_weight[i][j][k][l] = t3;
                    const float t4 = conv2d7_weight[i][j][k][l];
                    conv2d7_weight[i][j][k][l] = t4 - 0.1f * pow * t3;
                }
    }
}

/* 76  where(x > 0, where961 + einsum("nopqji,ocij->ncpq", slice(...  resnet20.lua:32 */
static void k76_where(const float conv2d6_weight[restrict 16][16][3][3],
                      const float pad[restrict 128][16][34][34],
                      const float where[restrict 128][16][32][32],
                      float x[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            float acc[16][64];
            static const MfAxis rows[] = {{16, 9}};
            static const MfAxis columns[] = {{2, 34}, {32, 1}};
            static const MfTerm terms[] = {{16, 144, 1156}, {3, 1, -1}, {3, 3, -34}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d6_weight[0][0][0][0],
                        &pad[i][0][2 * j + 2][2], acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 32; m++) {
                        const float t = where[i][k][2 * j + l][m] + acc[k][32 * l + m];
                        x[i][k][2 * j + l][m] = x[i][k][2 * j + l][m] > 0.0f ? t : 0.0f;
                    }
        }
}

/* 77  add1137 + mul1139                                              resnet20.lua:47 */
static void k77_add(const float mul[restrict 16], float add[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 32; l++)
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
}

/* 78  sgd.v.conv2d1.weight = where(abs(momentum * sgd.v.conv2d1.weight + (einsum("nc...
 *     conv2d1.weight = conv2d1.weight - 0.1 * pow525 * where1152     resnet20.lua:55 */
static void k78_conv2d1_weight(const float pad[restrict 128][3][34][34],
                               const float add[restrict 128][16][32][32],
                               float momentum, float weight_decay, float pow,
                               float sgd_v_conv2d1_weight[restrict 16][3][3][3],
                               float conv2d1_weight[restrict 16][3][3][3])
{
    float acc[16][32];
    static const MfAxis rows[] = {{3, 1156}, {3, 34}, {3, 1}};
    static const MfAxis columns[] = {{16, 1024}};
    static const MfTerm terms[] = {{128, 3468, 16384}, {32, 34, 32}, {32, 1, 1}};
    mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[0][0][0][0],
                       &add[0][0][0][0], acc[0], 32);
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    const float t = momentum * sgd_v_conv2d1_weight[i][j][k][l];
                    const float t2 = weight_decay * conv2d1_weight[i][j][k][l];
                    const float t2_2 = t + (acc[i][9 * j + 3 * k + l] + t2);
                    const float t3 = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
                    sgd_v_conv2d1_weight[i][j][k][l] = t3;
                    const float t4 = conv2d1_weight[i][j][k][l];
                    conv2d1_weight[i][j][k][l] = t4 - 0.1f * pow * t3;
                }
}

/* 79  batchnorm1.weight / sqrt(batchnorm1.running_var + 1e-05)       resnet20.lua:47 */
static void k79_div(const float running_var[restrict 16],
                    const float batchnorm1_weight[restrict 16], float div[restrict 16])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float t = sqrtf(running_var[i] + 1e-05f);
        div[i] = batchnorm1_weight[i] / t;
    }
}

/* 80  batchnorm8.weight / sqrt(batchnorm8.running_var + 1e-05)       resnet20.lua:32 */
static void k80_div(const float running_var[restrict 32],
                    const float batchnorm8_weight[restrict 32], float div[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        const float t = sqrtf(running_var[i] + 1e-05f);
        div[i] = batchnorm8_weight[i] / t;
    }
}

/* 81  batchnorm14.weight / sqrt(batchnorm14.running_var + 1e-05)     resnet20.lua:32 */
static void k81_div(const float running_var[restrict 64],
                    const float batchnorm14_weight[restrict 64], float div[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        const float t = sqrtf(running_var[i] + 1e-05f);
        div[i] = batchnorm14_weight[i] / t;
    }
}

/* 82  x = relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), c...  resnet20.lua:47 */
static void k82_x(const float conv2d1_weight[restrict 16][3][3][3],
                  const float pad[restrict 128][3][34][34],
                  const float running_mean[restrict 16], const float div[restrict 16],
                  const float batchnorm1_bias[restrict 16],
                  float x[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            float acc[16][64];
            static const MfAxis rows[] = {{16, 27}};
            static const MfAxis columns[] = {{2, 34}, {32, 1}};
            static const MfTerm terms[] = {{3, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d1_weight[0][0][0][0],
                        &pad[i][0][2 * j][0], acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 32; m++) {
                        const float t = acc[k][32 * l + m] - running_mean[k];
                        const float t2 = t * div[k] + batchnorm1_bias[k];
                        x[i][k][2 * j + l][m] = mf_reluf(t2);
                    }
        }
}

/* 83  pad(pad(x))                                                    resnet20.lua:32 */
static void k83_pad(const float x[restrict 128][16][32][32],
                    float pad[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 34; k++) {
                MF_ROLLED
                for (int l = 0; l < 34; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 32;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 32);
                    pad[i][j][k][l] = t2 ? x[i][j][k - 1][l - 1] : 0.0f;
                }
            }
}

/* 84  pad(pad(relu((contract31 - batchnorm2.running_mean) * div3...  resnet20.lua:32 */
static void k84_pad(const float contract[restrict 128][16][32][32],
                    const float running_mean[restrict 16], const float div[restrict 16],
                    const float batchnorm2_bias[restrict 16],
                    float pad[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 34; k++) {
                MF_ROLLED
                for (int l = 0; l < 34; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 32;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 32);
                    /* clang-format off */
                    pad[i][j][k][l] =
                        t2 ? mf_reluf((contract[i][j][k - 1][l - 1] - running_mean[j]) * div[j] + batchnorm2_bias[j]) : 0.0f;
                    /* clang-format on */
                }
            }
}

/* 85  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d3....  resnet20.lua:32 */
static void k85_x(const float conv2d3_weight[restrict 16][16][3][3],
                  const float pad[restrict 128][16][34][34],
                  const float running_mean[restrict 16], const float div[restrict 16],
                  const float batchnorm3_bias[restrict 16],
                  float x[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            float acc[16][64];
            static const MfAxis rows[] = {{16, 144}};
            static const MfAxis columns[] = {{2, 34}, {32, 1}};
            static const MfTerm terms[] = {{16, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d3_weight[0][0][0][0],
                        &pad[i][0][2 * j][0], acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 32; m++) {
                        const float t = acc[k][32 * l + m] - running_mean[k];
                        const float t2 = t * div[k] + batchnorm3_bias[k];
                        x[i][k][2 * j + l][m] = mf_reluf(t2 + x[i][k][2 * j + l][m]);
                    }
        }
}

/* 86  pad(pad(x))                                                    resnet20.lua:32 */
static void k86_pad(const float x[restrict 128][16][32][32],
                    float pad[restrict 128][16][33][33])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 33; k++) {
                MF_ROLLED
                for (int l = 0; l < 33; l++) {
                    const bool t = l - 1 >= 0 && k - 1 >= 0;
                    pad[i][j][k][l] = t ? x[i][j][k - 1][l - 1] : 0.0f;
                }
            }
}

/* 87  pad(pad(relu((contract166 - batchnorm8.running_mean) * div...  resnet20.lua:32 */
static void k87_pad(const float contract[restrict 128][32][16][16],
                    const float running_mean[restrict 32], const float div[restrict 32],
                    const float batchnorm8_bias[restrict 32],
                    float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 18; k++) {
                MF_ROLLED
                for (int l = 0; l < 18; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 16;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 16);
                    /* clang-format off */
                    pad[i][j][k][l] =
                        t2 ? mf_reluf((contract[i][j][k - 1][l - 1] - running_mean[j]) * div[j] + batchnorm8_bias[j]) : 0.0f;
                    /* clang-format on */
                }
            }
}

/* 88  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d9....  resnet20.lua:32 */
static void k88_x(const float pad[restrict 128][32][18][18],
                  const float conv2d9_weight[restrict 32][32][3][3],
                  const float running_mean[restrict 32], const float div[restrict 32],
                  const float batchnorm9_bias[restrict 32],
                  const float x[restrict 128][16][32][32],
                  float x2[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++) {
        float acc[32][256];
        static const MfAxis rows[] = {{16, 18}, {16, 1}};
        static const MfAxis columns[] = {{32, 288}};
        static const MfTerm terms[] = {{32, 324, 9}, {3, 18, 3}, {3, 1, 1}};
        mf_product_turnedf(2, rows, 1, columns, 3, terms, &pad[i][0][0][0],
                           &conv2d9_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (acc[j][16 * k + l] - running_mean[j]) * div[j];
                    const bool t2 = j - 8 >= 0 && j - 8 < 16;
                    const float t3 = t2 ? x[i][j - 8][2 * k][2 * l] : 0.0f;
                    x2[i][j][k][l] = mf_reluf(t + batchnorm9_bias[j] + t3);
                }
            }
    }
}

/* 89  pad(pad(x))                                                    resnet20.lua:32 */
static void k89_pad(const float x[restrict 128][32][16][16],
                    float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 18; k++) {
                MF_ROLLED
                for (int l = 0; l < 18; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 16;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 16);
                    pad[i][j][k][l] = t2 ? x[i][j][k - 1][l - 1] : 0.0f;
                }
            }
}

/* 90  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d11...  resnet20.lua:32 */
static void k90_x(const float pad[restrict 128][32][18][18],
                  const float conv2d11_weight[restrict 32][32][3][3],
                  const float running_mean[restrict 32], const float div[restrict 32],
                  const float batchnorm11_bias[restrict 32],
                  float x[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++) {
        float acc[32][256];
        static const MfAxis rows[] = {{16, 18}, {16, 1}};
        static const MfAxis columns[] = {{32, 288}};
        static const MfTerm terms[] = {{32, 324, 9}, {3, 18, 3}, {3, 1, 1}};
        mf_product_turnedf(2, rows, 1, columns, 3, terms, &pad[i][0][0][0],
                           &conv2d11_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (acc[j][16 * k + l] - running_mean[j]) * div[j];
                    x[i][j][k][l] = mf_reluf(t + batchnorm11_bias[j] + x[i][j][k][l]);
                }
            }
    }
}

/* 91  pad(pad(x))                                                    resnet20.lua:32 */
static void k91_pad(const float x[restrict 128][32][16][16],
                    float pad[restrict 128][32][17][17])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 17; k++) {
                MF_ROLLED
                for (int l = 0; l < 17; l++) {
                    const bool t = l - 1 >= 0 && k - 1 >= 0;
                    pad[i][j][k][l] = t ? x[i][j][k - 1][l - 1] : 0.0f;
                }
            }
}

/* 92  pad(pad(relu((contract304 - batchnorm14.running_mean) * di...  resnet20.lua:32 */
static void k92_pad(const float contract[restrict 128][64][8][8],
                    const float running_mean[restrict 64], const float div[restrict 64],
                    const float batchnorm14_bias[restrict 64],
                    float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 10; k++) {
                MF_ROLLED
                for (int l = 0; l < 10; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 8;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 8);
                    /* clang-format off */
                    pad[i][j][k][l] =
                        t2 ? mf_reluf((contract[i][j][k - 1][l - 1] - running_mean[j]) * div[j] + batchnorm14_bias[j]) : 0.0f;
                    /* clang-format on */
                }
            }
}

/* 93  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d15...  resnet20.lua:32 */
static void k93_x(const float pad[restrict 128][64][10][10],
                  const float conv2d15_weight[restrict 64][64][3][3],
                  const float running_mean[restrict 64], const float div[restrict 64],
                  const float batchnorm15_bias[restrict 64],
                  const float x[restrict 128][32][16][16],
                  float x2[restrict 128][64][8][8])
{
    for (int i = 0; i < 32; i++) {
        float acc[64][256];
        static const MfAxis rows[] = {{4, 6400}, {8, 10}, {8, 1}};
        static const MfAxis columns[] = {{64, 576}};
        static const MfTerm terms[] = {{64, 100, 9}, {3, 10, 3}, {3, 1, 1}};
        mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[4 * i][0][0][0],
                           &conv2d15_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++) {
                        const float t = acc[k][64 * j + 8 * l + m] - running_mean[k];
                        const float t2 = t * div[k] + batchnorm15_bias[k];
                        const bool t3 = k - 16 >= 0 && k - 16 < 32;
                        /* clang-format off */
                        x2[4 * i + j][k][l][m] =
                            mf_reluf(t2 + (t3 ? x[4 * i + j][k - 16][2 * l][2 * m] : 0.0f));
                        /* clang-format on */
                    }
                }
    }
}

/* 94  pad(pad(x))                                                    resnet20.lua:32 */
static void k94_pad(const float x[restrict 128][64][8][8],
                    float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 10; k++) {
                MF_ROLLED
                for (int l = 0; l < 10; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 8;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 8);
                    pad[i][j][k][l] = t2 ? x[i][j][k - 1][l - 1] : 0.0f;
                }
            }
}

/* 95  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d17...  resnet20.lua:32 */
static void k95_x(const float pad[restrict 128][64][10][10],
                  const float conv2d17_weight[restrict 64][64][3][3],
                  const float running_mean[restrict 64], const float div[restrict 64],
                  const float batchnorm17_bias[restrict 64],
                  float x[restrict 128][64][8][8])
{
    for (int i = 0; i < 32; i++) {
        float acc[64][256];
        static const MfAxis rows[] = {{4, 6400}, {8, 10}, {8, 1}};
        static const MfAxis columns[] = {{64, 576}};
        static const MfTerm terms[] = {{64, 100, 9}, {3, 10, 3}, {3, 1, 1}};
        mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[4 * i][0][0][0],
                           &conv2d17_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++) {
                        const float t = acc[k][64 * j + 8 * l + m] - running_mean[k];
                        const float t2 = t * div[k] + batchnorm17_bias[k];
                        x[4 * i + j][k][l][m] = mf_reluf(t2 + x[4 * i + j][k][l][m]);
                    }
                }
    }
}

/* 96  sum(relu((contract419 - batchnorm19.running_mean) * div427...  resnet20.lua:44 */
static void k96_mul(const float contract[restrict 128][64][8][8],
                    const float running_mean[restrict 64], const float div[restrict 64],
                    const float batchnorm19_bias[restrict 64],
                    const float x[restrict 128][64][8][8], float mul[restrict 128][64])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = (contract[i][j][k][l] - running_mean[j]) * div[j];
                    lane[l] += mf_reluf(t + batchnorm19_bias[j] + x[i][j][k][l]);
                }
            }
            const float sum = mf_sum16f(lane);
            mul[i][j] = sum * 0.015625f;
        }
}

/* 97  max(logits)
 *     sum(exp(logits - max443))                                      resnet20.lua:48 */
static void k97_sum(const float logits[restrict 128][10], float max[restrict 128],
                    float sum[restrict 128])
{
    for (int i = 0; i < 128; i++) {
        float acc = -INFINITY;
        for (int j = 0; j < 10; j++)
            acc = mf_maxf(logits[i][j], acc);
        max[i] = acc;
        float lane[16] = {0};
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            lane[j] += mf_expf(logits[i][j] - max[i]);
        const float sum2 = mf_sum16f(lane);
        sum[i] = sum2;
    }
}

/* 98  pad(pad(image))                                                resnet20.lua:47 */
static void k98_pad(const float image[restrict 1][3][32][32],
                    float pad[restrict 1][3][34][34])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 34; j++) {
            MF_ROLLED
            for (int k = 0; k < 34; k++) {
                const bool t = k - 1 >= 0 && k - 1 < 32;
                const bool t2 = t && (j - 1 >= 0 && j - 1 < 32);
                pad[0][i][j][k] = t2 ? image[0][i][j - 1][k - 1] : 0.0f;
            }
        }
}

/* 99  x = relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), c...  resnet20.lua:47 */
static void k99_x(const float conv2d1_weight[restrict 16][3][3][3],
                  const float pad[restrict 1][3][34][34],
                  const float running_mean[restrict 16], const float div[restrict 16],
                  const float batchnorm1_bias[restrict 16],
                  float x[restrict 1][16][32][32])
{
    for (int i = 0; i < 16; i++) {
        float acc[16][64];
        static const MfAxis rows[] = {{16, 27}};
        static const MfAxis columns[] = {{2, 34}, {32, 1}};
        static const MfTerm terms[] = {{3, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d1_weight[0][0][0][0],
                    &pad[0][0][2 * i][0], acc[0], 64);
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 2; k++)
                for (int l = 0; l < 32; l++) {
                    const float t = (acc[j][32 * k + l] - running_mean[j]) * div[j];
                    x[0][j][2 * i + k][l] = mf_reluf(t + batchnorm1_bias[j]);
                }
    }
}

/* 100  pad(pad(x))                                                   resnet20.lua:32 */
static void k100_pad(const float x[restrict 1][16][32][32],
                     float pad[restrict 1][16][34][34])
{
    for (int i = 0; i < 16; i++)
        for (int j = 0; j < 34; j++) {
            MF_ROLLED
            for (int k = 0; k < 34; k++) {
                const bool t = k - 1 >= 0 && k - 1 < 32;
                const bool t2 = t && (j - 1 >= 0 && j - 1 < 32);
                pad[0][i][j][k] = t2 ? x[0][i][j - 1][k - 1] : 0.0f;
            }
        }
}

/* 101  einsum("ncpqij,ocij->nopq", slide(slide(pad25)), conv2d2....  resnet20.lua:32 */
static void k101_contract(const float conv2d2_weight[restrict 16][16][3][3],
                          const float pad[restrict 1][16][34][34],
                          float contract[restrict 1][16][32][32])
{
    for (int i = 0; i < 16; i++) {
        float acc[16][64];
        static const MfAxis rows[] = {{16, 144}};
        static const MfAxis columns[] = {{2, 34}, {32, 1}};
        static const MfTerm terms[] = {{16, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d2_weight[0][0][0][0],
                    &pad[0][0][2 * i][0], acc[0], 64);
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 2; k++)
                for (int l = 0; l < 32; l++)
                    contract[0][j][2 * i + k][l] = acc[j][32 * k + l];
    }
}

/* 102  pad(pad(relu((contract31 - batchnorm2.running_mean) * div...  resnet20.lua:32 */
static void k102_pad(const float contract[restrict 1][16][32][32],
                     const float running_mean[restrict 16],
                     const float div[restrict 16],
                     const float batchnorm2_bias[restrict 16],
                     float pad[restrict 1][16][34][34])
{
    for (int i = 0; i < 16; i++)
        for (int j = 0; j < 34; j++) {
            MF_ROLLED
            for (int k = 0; k < 34; k++) {
                const bool t = k - 1 >= 0 && k - 1 < 32;
                const bool t2 = t && (j - 1 >= 0 && j - 1 < 32);
                /* clang-format off */
                pad[0][i][j][k] =
                    t2 ? mf_reluf((contract[0][i][j - 1][k - 1] - running_mean[i]) * div[i] + batchnorm2_bias[i]) : 0.0f;
                /* clang-format on */
            }
        }
}

/* 103  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d3...  resnet20.lua:32 */
static void k103_x(const float conv2d3_weight[restrict 16][16][3][3],
                   const float pad[restrict 1][16][34][34],
                   const float running_mean[restrict 16], const float div[restrict 16],
                   const float batchnorm3_bias[restrict 16],
                   float x[restrict 1][16][32][32])
{
    for (int i = 0; i < 16; i++) {
        float acc[16][64];
        static const MfAxis rows[] = {{16, 144}};
        static const MfAxis columns[] = {{2, 34}, {32, 1}};
        static const MfTerm terms[] = {{16, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d3_weight[0][0][0][0],
                    &pad[0][0][2 * i][0], acc[0], 64);
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 2; k++)
                for (int l = 0; l < 32; l++) {
                    const float t = (acc[j][32 * k + l] - running_mean[j]) * div[j];
                    const float t2 = t + batchnorm3_bias[j] + x[0][j][2 * i + k][l];
                    x[0][j][2 * i + k][l] = mf_reluf(t2);
                }
    }
}

/* 104  pad(pad(x))                                                   resnet20.lua:32 */
static void k104_pad(const float x[restrict 1][16][32][32],
                     float pad[restrict 1][16][33][33])
{
    for (int i = 0; i < 16; i++)
        for (int j = 0; j < 33; j++) {
            MF_ROLLED
            for (int k = 0; k < 33; k++) {
                const bool t = k - 1 >= 0 && j - 1 >= 0;
                pad[0][i][j][k] = t ? x[0][i][j - 1][k - 1] : 0.0f;
            }
        }
}

/* 105  einsum("ncpqij,ocij->nopq", slide(slide(pad160)), conv2d8...  resnet20.lua:32 */
static void k105_contract(const float pad[restrict 1][16][33][33],
                          const float conv2d8_weight[restrict 32][16][3][3],
                          float contract[restrict 1][32][16][16])
{
    float acc[32][256];
    static const MfAxis rows[] = {{16, 66}, {16, 2}};
    static const MfAxis columns[] = {{32, 144}};
    static const MfTerm terms[] = {{16, 1089, 9}, {3, 33, 3}, {3, 1, 1}};
    mf_product_turnedf(2, rows, 1, columns, 3, terms, &pad[0][0][0][0],
                       &conv2d8_weight[0][0][0][0], acc[0], 256);
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 16; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                contract[0][i][j][k] = acc[i][16 * j + k];
        }
}

/* 106  pad(pad(relu((contract166 - batchnorm8.running_mean) * di...  resnet20.lua:32 */
static void k106_pad(const float contract[restrict 1][32][16][16],
                     const float running_mean[restrict 32],
                     const float div[restrict 32],
                     const float batchnorm8_bias[restrict 32],
                     float pad[restrict 1][32][18][18])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 18; j++) {
            MF_ROLLED
            for (int k = 0; k < 18; k++) {
                const bool t = k - 1 >= 0 && k - 1 < 16;
                const bool t2 = t && (j - 1 >= 0 && j - 1 < 16);
                /* clang-format off */
                pad[0][i][j][k] =
                    t2 ? mf_reluf((contract[0][i][j - 1][k - 1] - running_mean[i]) * div[i] + batchnorm8_bias[i]) : 0.0f;
                /* clang-format on */
            }
        }
}

/* 107  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d9...  resnet20.lua:32 */
static void k107_x(const float pad[restrict 1][32][18][18],
                   const float conv2d9_weight[restrict 32][32][3][3],
                   const float running_mean[restrict 32], const float div[restrict 32],
                   const float batchnorm9_bias[restrict 32],
                   const float x[restrict 1][16][32][32],
                   float x2[restrict 1][32][16][16])
{
    float acc[32][256];
    static const MfAxis rows[] = {{16, 18}, {16, 1}};
    static const MfAxis columns[] = {{32, 288}};
    static const MfTerm terms[] = {{32, 324, 9}, {3, 18, 3}, {3, 1, 1}};
    mf_product_turnedf(2, rows, 1, columns, 3, terms, &pad[0][0][0][0],
                       &conv2d9_weight[0][0][0][0], acc[0], 256);
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 16; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = (acc[i][16 * j + k] - running_mean[i]) * div[i];
                const bool t2 = i - 8 >= 0 && i - 8 < 16;
                const float t3 = t2 ? x[0][i - 8][2 * j][2 * k] : 0.0f;
                x2[0][i][j][k] = mf_reluf(t + batchnorm9_bias[i] + t3);
            }
        }
}

/* 108  pad(pad(x))                                                   resnet20.lua:32 */
static void k108_pad(const float x[restrict 1][32][16][16],
                     float pad[restrict 1][32][18][18])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 18; j++) {
            MF_ROLLED
            for (int k = 0; k < 18; k++) {
                const bool t = k - 1 >= 0 && k - 1 < 16;
                const bool t2 = t && (j - 1 >= 0 && j - 1 < 16);
                pad[0][i][j][k] = t2 ? x[0][i][j - 1][k - 1] : 0.0f;
            }
        }
}

/* 109  einsum("ncpqij,ocij->nopq", slide(slide(pad208)), conv2d1...  resnet20.lua:32 */
static void k109_contract(const float pad[restrict 1][32][18][18],
                          const float conv2d10_weight[restrict 32][32][3][3],
                          float contract[restrict 1][32][16][16])
{
    float acc[32][256];
    static const MfAxis rows[] = {{16, 18}, {16, 1}};
    static const MfAxis columns[] = {{32, 288}};
    static const MfTerm terms[] = {{32, 324, 9}, {3, 18, 3}, {3, 1, 1}};
    mf_product_turnedf(2, rows, 1, columns, 3, terms, &pad[0][0][0][0],
                       &conv2d10_weight[0][0][0][0], acc[0], 256);
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 16; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                contract[0][i][j][k] = acc[i][16 * j + k];
        }
}

/* 110  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d1...  resnet20.lua:32 */
static void k110_x(const float pad[restrict 1][32][18][18],
                   const float conv2d11_weight[restrict 32][32][3][3],
                   const float running_mean[restrict 32], const float div[restrict 32],
                   const float batchnorm11_bias[restrict 32],
                   float x[restrict 1][32][16][16])
{
    float acc[32][256];
    static const MfAxis rows[] = {{16, 18}, {16, 1}};
    static const MfAxis columns[] = {{32, 288}};
    static const MfTerm terms[] = {{32, 324, 9}, {3, 18, 3}, {3, 1, 1}};
    mf_product_turnedf(2, rows, 1, columns, 3, terms, &pad[0][0][0][0],
                       &conv2d11_weight[0][0][0][0], acc[0], 256);
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 16; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = (acc[i][16 * j + k] - running_mean[i]) * div[i];
                x[0][i][j][k] = mf_reluf(t + batchnorm11_bias[i] + x[0][i][j][k]);
            }
        }
}

/* 111  pad(pad(x))                                                   resnet20.lua:32 */
static void k111_pad(const float x[restrict 1][32][16][16],
                     float pad[restrict 1][32][17][17])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 17; j++) {
            MF_ROLLED
            for (int k = 0; k < 17; k++) {
                const bool t = k - 1 >= 0 && j - 1 >= 0;
                pad[0][i][j][k] = t ? x[0][i][j - 1][k - 1] : 0.0f;
            }
        }
}

/* 112  einsum("ncpqij,ocij->nopq", slide(slide(pad298)), conv2d1...  resnet20.lua:32 */
static void k112_contract(const float conv2d14_weight[restrict 64][32][3][3],
                          const float pad[restrict 1][32][17][17],
                          float contract[restrict 1][64][8][8])
{
    float acc[64][64];
    static const MfAxis rows[] = {{64, 288}};
    static const MfAxis columns[] = {{8, 34}, {8, 2}};
    static const MfTerm terms[] = {{32, 9, 289}, {3, 3, 17}, {3, 1, 1}};
    mf_productf(1, rows, 2, columns, 3, terms, &conv2d14_weight[0][0][0][0],
                &pad[0][0][0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 8; k++)
                contract[0][i][j][k] = acc[i][8 * j + k];
        }
}

/* 113  pad(pad(relu((contract304 - batchnorm14.running_mean) * d...  resnet20.lua:32 */
static void k113_pad(const float contract[restrict 1][64][8][8],
                     const float running_mean[restrict 64],
                     const float div[restrict 64],
                     const float batchnorm14_bias[restrict 64],
                     float pad[restrict 1][64][10][10])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++) {
            MF_ROLLED
            for (int k = 0; k < 10; k++) {
                const bool t = k - 1 >= 0 && k - 1 < 8 && (j - 1 >= 0 && j - 1 < 8);
                /* clang-format off */
                pad[0][i][j][k] =
                    t ? mf_reluf((contract[0][i][j - 1][k - 1] - running_mean[i]) * div[i] + batchnorm14_bias[i]) : 0.0f;
                /* clang-format on */
            }
        }
}

/* 114  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d1...  resnet20.lua:32 */
static void k114_x(const float conv2d15_weight[restrict 64][64][3][3],
                   const float pad[restrict 1][64][10][10],
                   const float running_mean[restrict 64], const float div[restrict 64],
                   const float batchnorm15_bias[restrict 64],
                   const float x[restrict 1][32][16][16],
                   float x2[restrict 1][64][8][8])
{
    float acc[64][64];
    static const MfAxis rows[] = {{64, 576}};
    static const MfAxis columns[] = {{8, 10}, {8, 1}};
    static const MfTerm terms[] = {{64, 9, 100}, {3, 3, 10}, {3, 1, 1}};
    mf_productf(1, rows, 2, columns, 3, terms, &conv2d15_weight[0][0][0][0],
                &pad[0][0][0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 8; k++) {
                const float t = (acc[i][8 * j + k] - running_mean[i]) * div[i];
                const bool t2 = i - 16 >= 0 && i - 16 < 32;
                const float t3 = t2 ? x[0][i - 16][2 * j][2 * k] : 0.0f;
                x2[0][i][j][k] = mf_reluf(t + batchnorm15_bias[i] + t3);
            }
        }
}

/* 115  pad(pad(x))                                                   resnet20.lua:32 */
static void k115_pad(const float x[restrict 1][64][8][8],
                     float pad[restrict 1][64][10][10])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++) {
            MF_ROLLED
            for (int k = 0; k < 10; k++) {
                const bool t = k - 1 >= 0 && k - 1 < 8 && (j - 1 >= 0 && j - 1 < 8);
                pad[0][i][j][k] = t ? x[0][i][j - 1][k - 1] : 0.0f;
            }
        }
}

/* 116  einsum("ncpqij,ocij->nopq", slide(slide(pad346)), conv2d1...  resnet20.lua:32 */
static void k116_contract(const float conv2d16_weight[restrict 64][64][3][3],
                          const float pad[restrict 1][64][10][10],
                          float contract[restrict 1][64][8][8])
{
    float acc[64][64];
    static const MfAxis rows[] = {{64, 576}};
    static const MfAxis columns[] = {{8, 10}, {8, 1}};
    static const MfTerm terms[] = {{64, 9, 100}, {3, 3, 10}, {3, 1, 1}};
    mf_productf(1, rows, 2, columns, 3, terms, &conv2d16_weight[0][0][0][0],
                &pad[0][0][0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 8; k++)
                contract[0][i][j][k] = acc[i][8 * j + k];
        }
}

/* 117  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d1...  resnet20.lua:32 */
static void k117_x(const float conv2d17_weight[restrict 64][64][3][3],
                   const float pad[restrict 1][64][10][10],
                   const float running_mean[restrict 64], const float div[restrict 64],
                   const float batchnorm17_bias[restrict 64],
                   float x[restrict 1][64][8][8])
{
    float acc[64][64];
    static const MfAxis rows[] = {{64, 576}};
    static const MfAxis columns[] = {{8, 10}, {8, 1}};
    static const MfTerm terms[] = {{64, 9, 100}, {3, 3, 10}, {3, 1, 1}};
    mf_productf(1, rows, 2, columns, 3, terms, &conv2d17_weight[0][0][0][0],
                &pad[0][0][0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 8; k++) {
                const float t = (acc[i][8 * j + k] - running_mean[i]) * div[i];
                x[0][i][j][k] = mf_reluf(t + batchnorm17_bias[i] + x[0][i][j][k]);
            }
        }
}

/* 118  sum(relu((contract419 - batchnorm19.running_mean) * div42...  resnet20.lua:44 */
static void k118_mul(const float contract[restrict 1][64][8][8],
                     const float running_mean[restrict 64],
                     const float div[restrict 64],
                     const float batchnorm19_bias[restrict 64],
                     const float x[restrict 1][64][8][8], float mul[restrict 1][64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 8; k++) {
                const float t = (contract[0][i][j][k] - running_mean[i]) * div[i];
                lane[k] += mf_reluf(t + batchnorm19_bias[i] + x[0][i][j][k]);
            }
        }
        const float sum = mf_sum16f(lane);
        mul[0][i] = sum * 0.015625f;
    }
}

/* 119  logits = mul437 linear1.weight + linear1.bias                 resnet20.lua:47 */
static void k119_logits(const float mul[restrict 1][64],
                        const float linear1_weight[restrict 64][10],
                        const float linear1_bias[restrict 10],
                        float logits[restrict 1][10])
{
    float acc[10] = {0};
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++)
            acc[j] = fmaf(mul[0][i], linear1_weight[i][j], acc[j]);
    }
    MF_ROLLED
    for (int i = 0; i < 10; i++)
        logits[0][i] = acc[i] + linear1_bias[i];
}

/* 120  max(logits)                                                   resnet20.lua:48 */
static void k120_max(const float logits[restrict 1][10], float max[restrict 1])
{
    float acc = -INFINITY;
    for (int i = 0; i < 10; i++)
        acc = mf_maxf(logits[0][i], acc);
    max[0] = acc;
}

/* 121  argmax(logits)                                                resnet20.lua:61 */
static void k121_argmax(const float logits[restrict 1][10], int32_t argmax[restrict 1])
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

/* 122  accuracy = f32(argmax453 == label)                            resnet20.lua:61 */
static void k122_accuracy(const int32_t argmax[restrict 1],
                          const int32_t label[restrict 1], float *restrict accuracy)
{
    *accuracy = (float)(argmax[0] == label[0]);
}

/* 123  sum(exp(logits - max443))                                     resnet20.lua:48 */
static void k123_sum(const float logits[restrict 1][10], const float max[restrict 1],
                     float sum[restrict 1])
{
    float lane[16] = {0};
    MF_ROLLED
    for (int i = 0; i < 10; i++)
        lane[i] += mf_expf(logits[0][i] - max[0]);
    const float sum2 = mf_sum16f(lane);
    sum[0] = sum2;
}

/* 124  loss = log(sum447) - gather(logits - max443, label)           resnet20.lua:48 */
static void k124_loss(const int32_t label[restrict 1], const float sum[restrict 1],
                      const float logits[restrict 1][10], const float max[restrict 1],
                      float *restrict loss)
{
    const int at = label[0];
    *loss = mf_logf(sum[0]) - (logits[0][at] - max[0]);
}

/* 125  conv2d1.weight = 0.272166 * (sqrt(-2 * log1p(-reshape(ini...  resnet20.lua:13 */
static void k125_conv2d1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                uint64_t stream2,
                                float conv2d1_weight[restrict 16][3][3][3])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    const int at = 27 * i + 9 * j + 3 * k + l;
                    const float t = -mf_uniformf(seed, stream, step, (uint64_t)at);
                    const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
                    const float t3 = sqrtf(-2.0f * mf_log1pf(t));
                    const float t3_2 = t3 * mf_cosf(6.2831855f * t2);
                    conv2d1_weight[i][j][k][l] = 0.27216554f * t3_2;
                }
}

/* 126  batchnorm1.weight = 1                                         resnet20.lua:36 */
static void k126_batchnorm1_weight(float batchnorm1_weight[restrict 16])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        batchnorm1_weight[i] = 1.0f;
}

/* 127  conv2d2.weight = 0.117851 * (sqrt(-2 * log1p(-reshape(ini...  resnet20.lua:13 */
static void k127_conv2d2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                uint64_t stream2,
                                float conv2d2_weight[restrict 16][16][3][3])
{
    for (int i = 0; i < 16; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    const int at = 144 * i + 9 * j + 3 * k + l;
                    const float t = -mf_uniformf(seed, stream, step, (uint64_t)at);
                    const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
                    const float t3 = sqrtf(-2.0f * mf_log1pf(t));
                    const float t3_2 = t3 * mf_cosf(6.2831855f * t2);
                    conv2d2_weight[i][j][k][l] = 0.11785113f * t3_2;
                }
    }
}

/* 128  conv2d8.weight = 0.117851 * (sqrt(-2 * log1p(-reshape(ini...  resnet20.lua:13 */
static void k128_conv2d8_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                uint64_t stream2,
                                float conv2d8_weight[restrict 32][16][3][3])
{
    for (int i = 0; i < 32; i++) {
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    const int at = 144 * i + 9 * j + 3 * k + l;
                    const float t = -mf_uniformf(seed, stream, step, (uint64_t)at);
                    const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
                    const float t3 = sqrtf(-2.0f * mf_log1pf(t));
                    const float t3_2 = t3 * mf_cosf(6.2831855f * t2);
                    conv2d8_weight[i][j][k][l] = 0.11785113f * t3_2;
                }
    }
}

/* 129  batchnorm8.weight = 1                                         resnet20.lua:28 */
static void k129_batchnorm8_weight(float batchnorm8_weight[restrict 32])
{
    for (int i = 0; i < 32; i++)
        batchnorm8_weight[i] = 1.0f;
}

/* 130  conv2d9.weight = 0.0833333 * (sqrt(-2 * log1p(-reshape(in...  resnet20.lua:13 */
static void k130_conv2d9_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                uint64_t stream2,
                                float conv2d9_weight[restrict 32][32][3][3])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    const int at = 288 * i + 9 * j + 3 * k + l;
                    const float t = -mf_uniformf(seed, stream, step, (uint64_t)at);
                    const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
                    const float t3 = sqrtf(-2.0f * mf_log1pf(t));
                    const float t3_2 = t3 * mf_cosf(6.2831855f * t2);
                    conv2d9_weight[i][j][k][l] = 0.083333336f * t3_2;
                }
}

/* 131  conv2d14.weight = 0.0833333 * (sqrt(-2 * log1p(-reshape(i...  resnet20.lua:13 */
static void k131_conv2d14_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                 uint64_t stream2,
                                 float conv2d14_weight[restrict 64][32][3][3])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    const int at = 288 * i + 9 * j + 3 * k + l;
                    const float t = -mf_uniformf(seed, stream, step, (uint64_t)at);
                    const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
                    const float t3 = sqrtf(-2.0f * mf_log1pf(t));
                    const float t3_2 = t3 * mf_cosf(6.2831855f * t2);
                    conv2d14_weight[i][j][k][l] = 0.083333336f * t3_2;
                }
}

/* 132  batchnorm14.weight = 1                                        resnet20.lua:28 */
static void k132_batchnorm14_weight(float batchnorm14_weight[restrict 64])
{
    for (int i = 0; i < 64; i++)
        batchnorm14_weight[i] = 1.0f;
}

/* 133  conv2d15.weight = 0.0589256 * (sqrt(-2 * log1p(-reshape(i...  resnet20.lua:13 */
static void k133_conv2d15_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                 uint64_t stream2,
                                 float conv2d15_weight[restrict 64][64][3][3])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 3; k++)
                for (int l = 0; l < 3; l++) {
                    const int at = 576 * i + 9 * j + 3 * k + l;
                    const float t = -mf_uniformf(seed, stream, step, (uint64_t)at);
                    const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
                    const float t3 = sqrtf(-2.0f * mf_log1pf(t));
                    const float t3_2 = t3 * mf_cosf(6.2831855f * t2);
                    conv2d15_weight[i][j][k][l] = 0.058925565f * t3_2;
                }
}

/* 134  linear1.weight = -0.125 + 0.25 * reshape(init linear1.wei...  resnet20.lua:45 */
static void k134_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                float linear1_weight[restrict 64][10])
{
    for (int i = 0; i < 64; i++) {
        MF_ROLLED
        for (int j = 0; j < 10; j++) {
            const int at = 10 * i + j;
            const float t = 0.25f * mf_uniformf(seed, stream, step, (uint64_t)at);
            linear1_weight[i][j] = -0.125f + t;
        }
    }
}

/* 135  linear1.bias = -0.125 + 0.25 * init linear1.bias              resnet20.lua:45 */
static void k135_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                              float linear1_bias[restrict 10])
{
    MF_ROLLED
    for (int i = 0; i < 10; i++) {
        const float t = 0.25f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear1_bias[i] = -0.125f + t;
    }
}

/* 136  1                                                             resnet20.lua:36 */
static void k136_batchnorm1_weight(const float full[restrict 16],
                                   float batchnorm2_weight[restrict 16])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        batchnorm2_weight[i] = full[i];
}

/* 137  1                                                             resnet20.lua:28 */
static void k137_batchnorm8_weight(const float full[restrict 32],
                                   float batchnorm9_weight[restrict 32])
{
    for (int i = 0; i < 32; i++)
        batchnorm9_weight[i] = full[i];
}

/* 138  1                                                             resnet20.lua:28 */
static void k138_batchnorm14_weight(const float full[restrict 64],
                                    float batchnorm15_weight[restrict 64])
{
    for (int i = 0; i < 64; i++)
        batchnorm15_weight[i] = full[i];
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
    memset(net, 0, sizeof *net);
    net->seed = seed;
    k125_conv2d1_weight(net->step, net->seed, 0xdeab1f8b63e126f2u, 0x2071b85946636ce5u,
                        net->conv2d1_weight);
    k126_batchnorm1_weight(net->block[0].batchnorm1_weight);
    k127_conv2d2_weight(net->step, net->seed, 0xd6b9509e5ac9e05du, 0x774410cbbbcc72b0u,
                        net->block[0].conv2d2_weight);
    k127_conv2d2_weight(net->step, net->seed, 0x59baf785ada5a243u, 0xb65b8b6db5b495eau,
                        net->block[1].conv2d2_weight);
    k127_conv2d2_weight(net->step, net->seed, 0xddbf258ca74de526u, 0xe6765b42ba89a48eu,
                        net->block[2].conv2d2_weight);
    k127_conv2d2_weight(net->step, net->seed, 0xb6c3cc4aa2002064u, 0x461076d8886b6143u,
                        net->block[3].conv2d2_weight);
    k127_conv2d2_weight(net->step, net->seed, 0xb0a414fea171c6beu, 0xe00af36a4ab8f256u,
                        net->block[4].conv2d2_weight);
    k127_conv2d2_weight(net->step, net->seed, 0xc2c32d1af55bb5cfu, 0x1ab3b7881b97be8fu,
                        net->block[5].conv2d2_weight);
    k128_conv2d8_weight(net->step, net->seed, 0x21576a8ac841f8d6u, 0xc91d34590287401bu,
                        net->conv2d8_weight);
    k129_batchnorm8_weight(net->block2[0].batchnorm8_weight);
    k130_conv2d9_weight(net->step, net->seed, 0xc37b1d35d3e8a1b1u, 0xabace9d1789d7317u,
                        net->block2[0].conv2d9_weight);
    k130_conv2d9_weight(net->step, net->seed, 0x76dfb090a4f8c929u, 0x31e88c807a216fafu,
                        net->block2[1].conv2d9_weight);
    k130_conv2d9_weight(net->step, net->seed, 0x3e553eb3179e9d36u, 0x28230daa8b1c60eu,
                        net->block2[2].conv2d9_weight);
    k130_conv2d9_weight(net->step, net->seed, 0xd0cc313b38ef83e7u, 0x6199d572302feff4u,
                        net->block2[3].conv2d9_weight);
    k130_conv2d9_weight(net->step, net->seed, 0x608c06523b06f1ccu, 0xa1222c77e22b06du,
                        net->block2[4].conv2d9_weight);
    k131_conv2d14_weight(net->step, net->seed, 0x5c8a27836c82abbbu, 0xd441ed7b8ee70467u,
                         net->conv2d14_weight);
    k132_batchnorm14_weight(net->block3[0].batchnorm14_weight);
    k133_conv2d15_weight(net->step, net->seed, 0x46bcc56bc6a51f97u, 0xf62b6aee6285ba3du,
                         net->block3[0].conv2d15_weight);
    k133_conv2d15_weight(net->step, net->seed, 0x4d3674b4c5733661u, 0xe73e7ac60091843u,
                         net->block3[1].conv2d15_weight);
    k133_conv2d15_weight(net->step, net->seed, 0x4abc426a54f8d54du, 0x5ac00108a522b5efu,
                         net->block3[2].conv2d15_weight);
    k133_conv2d15_weight(net->step, net->seed, 0x987d928c246cfb4u, 0x16a1dc8cc8851142u,
                         net->block3[3].conv2d15_weight);
    k133_conv2d15_weight(net->step, net->seed, 0x77e6c54a8c6b236bu, 0x731fadb84e8f443u,
                         net->block3[4].conv2d15_weight);
    k134_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, net->linear1_weight);
    k135_linear1_bias(net->step, net->seed, 0x3dec48e02e45c109u, net->linear1_bias);
    net->weight_decay = 0.0001f;
    net->momentum = 0.9f;
    /* clang-format off */
    const struct {
        float *batchnorm2_weight;
    } at[13] = {
        {net->block[1].batchnorm1_weight},
        {net->block[2].batchnorm1_weight},
        {net->block[3].batchnorm1_weight},
        {net->block[4].batchnorm1_weight},
        {net->block[5].batchnorm1_weight},
        {net->batchnorm7_weight},
        {net->stat[0].batchnorm1_running_var},
        {net->stat[1].batchnorm1_running_var},
        {net->stat[2].batchnorm1_running_var},
        {net->stat[3].batchnorm1_running_var},
        {net->stat[4].batchnorm1_running_var},
        {net->stat[5].batchnorm1_running_var},
        {net->stat[6].batchnorm1_running_var},
    };
    /* clang-format on */
    for (int i = 0; i < 13; i++) {
        k136_batchnorm1_weight(net->block[0].batchnorm1_weight,
                               at[i].batchnorm2_weight);
    }
    k137_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->block2[1].batchnorm8_weight);
    k137_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->block2[2].batchnorm8_weight);
    k137_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->block2[3].batchnorm8_weight);
    k137_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->block2[4].batchnorm8_weight);
    k137_batchnorm8_weight(net->block2[0].batchnorm8_weight, net->batchnorm13_weight);
    k137_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->stat2[0].batchnorm8_running_var);
    k137_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->stat2[1].batchnorm8_running_var);
    k137_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->stat2[2].batchnorm8_running_var);
    k137_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->stat2[3].batchnorm8_running_var);
    k137_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->stat2[4].batchnorm8_running_var);
    k137_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->stat2[5].batchnorm8_running_var);
    k138_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->block3[1].batchnorm14_weight);
    k138_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->block3[2].batchnorm14_weight);
    k138_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->block3[3].batchnorm14_weight);
    k138_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->block3[4].batchnorm14_weight);
    k138_batchnorm14_weight(net->block3[0].batchnorm14_weight, net->batchnorm19_weight);
    k138_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->stat3[0].batchnorm14_running_var);
    k138_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->stat3[1].batchnorm14_running_var);
    k138_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->stat3[2].batchnorm14_running_var);
    k138_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->stat3[3].batchnorm14_running_var);
    k138_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->stat3[4].batchnorm14_running_var);
    k138_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->stat3[5].batchnorm14_running_var);
}

/* One step: forward, backward, update; returns the loss before it. */
float resnet20_step(Resnet20 *net, const float image[restrict 128][3][32][32],
                    const int32_t label[restrict 128])
{
    float loss;
    float pow;
    union Resnet20Step *w = &net->work.step;
    k1_pow(net->step, &pow);
    k2_pad(image, w->pad18);
    k3_contract(net->conv2d1_weight, w->pad18, w->contract[0]);
    k4_running_var(w->contract[0], net->block[0].batchnorm1_weight, w->mul17[0],
                   net->stat[0].batchnorm1_running_mean, w->sqrt_2[0], w->div17[0],
                   net->stat[0].batchnorm1_running_var);
    k5_pad(w->contract[0], w->mul17[0], w->div17[0], net->block[0].batchnorm1_bias,
           w->x[0], w->pad[0]);
    k6_contract(net->block[0].conv2d2_weight, w->pad[0], w->contract2[0]);
    k4_running_var(w->contract2[0], net->block[1].batchnorm1_weight, w->mul18[0],
                   net->stat[1].batchnorm1_running_mean, w->sqrt_3[0], w->div18[0],
                   net->stat[1].batchnorm1_running_var);
    k5_pad(w->contract2[0], w->mul18[0], w->div18[0], net->block[1].batchnorm1_bias,
           w->relu[0], w->pad2[0]);
    k6_contract(net->block[1].conv2d2_weight, w->pad2[0], w->contract[1]);
    k4_running_var(w->contract[1], net->block[2].batchnorm1_weight, w->mul17[1],
                   net->stat[2].batchnorm1_running_mean, w->sqrt_2[1], w->div17[1],
                   net->stat[2].batchnorm1_running_var);
    k7_pad(w->contract[1], w->mul17[1], w->div17[1], net->block[2].batchnorm1_bias,
           w->x[0], w->x[1], w->pad[1]);
    k6_contract(net->block[2].conv2d2_weight, w->pad[1], w->contract2[1]);
    k4_running_var(w->contract2[1], net->block[3].batchnorm1_weight, w->mul18[1],
                   net->stat[3].batchnorm1_running_mean, w->sqrt_3[1], w->div18[1],
                   net->stat[3].batchnorm1_running_var);
    k5_pad(w->contract2[1], w->mul18[1], w->div18[1], net->block[3].batchnorm1_bias,
           w->relu[1], w->pad2[1]);
    k6_contract(net->block[3].conv2d2_weight, w->pad2[1], w->contract[2]);
    k4_running_var(w->contract[2], net->block[4].batchnorm1_weight, w->mul17[2],
                   net->stat[4].batchnorm1_running_mean, w->sqrt_2[2], w->div17[2],
                   net->stat[4].batchnorm1_running_var);
    k7_pad(w->contract[2], w->mul17[2], w->div17[2], net->block[4].batchnorm1_bias,
           w->x[1], w->x[2], w->pad[2]);
    k6_contract(net->block[4].conv2d2_weight, w->pad[2], w->contract2[2]);
    k4_running_var(w->contract2[2], net->block[5].batchnorm1_weight, w->mul18[2],
                   net->stat[5].batchnorm1_running_mean, w->sqrt_3[2], w->div18[2],
                   net->stat[5].batchnorm1_running_var);
    k5_pad(w->contract2[2], w->mul18[2], w->div18[2], net->block[5].batchnorm1_bias,
           w->relu[2], w->pad2[2]);
    k6_contract(net->block[5].conv2d2_weight, w->pad2[2], w->contract3);
    k4_running_var(w->contract3, net->batchnorm7_weight, w->mul28,
                   net->stat[6].batchnorm1_running_mean, w->sqrt_13, w->div28,
                   net->stat[6].batchnorm1_running_var);
    k8_pad(w->contract3, w->mul28, w->div28, net->batchnorm7_bias, w->x[2], w->x2,
           w->pad4);
    k9_contract(w->pad4, net->conv2d8_weight, w->contract4);
    k10_running_var(w->contract4, net->block2[0].batchnorm8_weight, w->mul19,
                    net->stat2[0].batchnorm8_running_mean, w->sqrt_4, w->div19,
                    net->stat2[0].batchnorm8_running_var);
    k11_pad(w->contract4, w->mul19, w->div19, net->block2[0].batchnorm8_bias, w->relu2,
            w->pad6);
    k12_contract(w->pad6, net->block2[0].conv2d9_weight, w->contract9);
    k10_running_var(w->contract9, net->block2[1].batchnorm8_weight, w->mul21,
                    net->stat2[1].batchnorm8_running_mean, w->sqrt_6, w->div21,
                    net->stat2[1].batchnorm8_running_var);
    k13_pad(w->contract9, w->mul21, w->div21, net->block2[1].batchnorm8_bias, w->x2,
            w->x3, w->pad9);
    k12_contract(w->pad9, net->block2[1].conv2d9_weight, w->contract10);
    k10_running_var(w->contract10, net->block2[2].batchnorm8_weight, w->mul22,
                    net->stat2[2].batchnorm8_running_mean, w->sqrt_7, w->div22,
                    net->stat2[2].batchnorm8_running_var);
    k11_pad(w->contract10, w->mul22, w->div22, net->block2[2].batchnorm8_bias, w->relu3,
            w->pad11);
    k12_contract(w->pad11, net->block2[2].conv2d9_weight, w->contract11);
    k10_running_var(w->contract11, net->block2[3].batchnorm8_weight, w->mul24,
                    net->stat2[3].batchnorm8_running_mean, w->sqrt_9, w->div24,
                    net->stat2[3].batchnorm8_running_var);
    k14_pad(w->contract11, w->mul24, w->div24, net->block2[3].batchnorm8_bias, w->x3,
            w->x4, w->pad14);
    k12_contract(w->pad14, net->block2[3].conv2d9_weight, w->contract12);
    k10_running_var(w->contract12, net->block2[4].batchnorm8_weight, w->mul25,
                    net->stat2[4].batchnorm8_running_mean, w->sqrt_10, w->div25,
                    net->stat2[4].batchnorm8_running_var);
    k11_pad(w->contract12, w->mul25, w->div25, net->block2[4].batchnorm8_bias, w->relu4,
            w->pad16);
    k12_contract(w->pad16, net->block2[4].conv2d9_weight, w->contract13);
    k10_running_var(w->contract13, net->batchnorm13_weight, w->mul27,
                    net->stat2[5].batchnorm8_running_mean, w->sqrt_12, w->div27,
                    net->stat2[5].batchnorm8_running_var);
    k15_pad(w->contract13, w->mul27, w->div27, net->batchnorm13_bias, w->x4, w->x5,
            w->pad19);
    k16_contract(w->pad19, net->conv2d14_weight, w->contract17);
    k17_running_var(w->contract17, net->block3[0].batchnorm14_weight, w->mul20,
                    net->stat3[0].batchnorm14_running_mean, w->sqrt_5, w->div20,
                    net->stat3[0].batchnorm14_running_var);
    k18_pad(w->contract17, w->mul20, w->div20, net->block3[0].batchnorm14_bias,
            w->relu5, w->pad21);
    k19_contract(w->pad21, net->block3[0].conv2d15_weight, w->contract19);
    k17_running_var(w->contract19, net->block3[1].batchnorm14_weight, w->mul23,
                    net->stat3[1].batchnorm14_running_mean, w->sqrt_8, w->div23,
                    net->stat3[1].batchnorm14_running_var);
    k20_pad(w->contract19, w->mul23, w->div23, net->block3[1].batchnorm14_bias, w->x5,
            w->x6, w->pad24);
    k19_contract(w->pad24, net->block3[1].conv2d15_weight, w->contract20);
    k17_running_var(w->contract20, net->block3[2].batchnorm14_weight, w->mul26,
                    net->stat3[2].batchnorm14_running_mean, w->sqrt_11, w->div26,
                    net->stat3[2].batchnorm14_running_var);
    k18_pad(w->contract20, w->mul26, w->div26, net->block3[2].batchnorm14_bias,
            w->relu6, w->pad26);
    k19_contract(w->pad26, net->block3[2].conv2d15_weight, w->contract21);
    k17_running_var(w->contract21, net->block3[3].batchnorm14_weight, w->mul29,
                    net->stat3[3].batchnorm14_running_mean, w->sqrt_14, w->div29,
                    net->stat3[3].batchnorm14_running_var);
    k21_pad(w->contract21, w->mul29, w->div29, net->block3[3].batchnorm14_bias, w->x6,
            w->x7, w->pad29);
    k19_contract(w->pad29, net->block3[3].conv2d15_weight, w->contract22);
    k17_running_var(w->contract22, net->block3[4].batchnorm14_weight, w->mul30,
                    net->stat3[4].batchnorm14_running_mean, w->sqrt_15, w->div30,
                    net->stat3[4].batchnorm14_running_var);
    k18_pad(w->contract22, w->mul30, w->div30, net->block3[4].batchnorm14_bias,
            w->relu7, w->pad31);
    k19_contract(w->pad31, net->block3[4].conv2d15_weight, w->contract23);
    k17_running_var(w->contract23, net->batchnorm19_weight, w->mul15,
                    net->stat3[5].batchnorm14_running_mean, w->sqrt_, w->div16,
                    net->stat3[5].batchnorm14_running_var);
    k22_mul(w->contract23, w->mul15, w->div16, net->batchnorm19_bias, w->x7, w->x8,
            w->mul14);
    k23_logits(w->mul14, net->linear1_weight, net->linear1_bias, w->logits);
    k24_dlogits(w->logits, label, w->max, w->sum, w->dlogits);
    k25_argmax(w->logits, w->argmax);
    k26_accuracy(w->argmax, label, &net->metric.accuracy);
    k27_loss(label, w->sum, w->logits, w->max, &loss);
    k28_linear1_bias(w->dlogits, net->momentum, net->weight_decay, pow,
                     net->sgd_v_linear1_bias, net->linear1_bias);
    k29_mul(w->dlogits, net->linear1_weight, w->mul16);
    k30_batchnorm19_weight(w->x8, w->mul16, w->contract23, w->mul15, w->div16, w->sqrt_,
                           net->momentum, net->weight_decay, pow, w->div15,
                           net->sgd_v_batchnorm19_weight, net->batchnorm19_weight);
    k31_batchnorm19_bias(w->x8, w->mul16, net->momentum, net->weight_decay, pow,
                         net->sgd_v_batchnorm19_bias, net->batchnorm19_bias);
    k32_linear1_weight(w->dlogits, w->mul14, net->momentum, net->weight_decay, pow,
                       net->sgd_v_linear1_weight, net->linear1_weight);
    k33_add(w->div15, w->mul15, w->x8, w->mul16, w->div16, w->contract23);
    k34_mul(w->contract23, w->mul31);
    k35_pad(w->mul31, w->contract23, w->pad33);
    k36_where(net->block3[4].conv2d15_weight, w->pad33, w->relu7);
    k37_batchnorm18_weight(w->relu7, w->contract22, w->mul30, w->div30, w->sqrt_15,
                           net->momentum, net->weight_decay, pow, w->div14,
                           net->state3[4].sgd_v_batchnorm14_weight,
                           net->block3[4].batchnorm14_weight);
    k38_batchnorm18_bias(w->relu7, net->momentum, net->weight_decay, pow,
                         net->state3[4].sgd_v_batchnorm14_bias,
                         net->block3[4].batchnorm14_bias);
    k39_conv2d19_weight(w->pad31, w->contract23, net->momentum, net->weight_decay, pow,
                        net->state3[4].sgd_v_conv2d15_weight,
                        net->block3[4].conv2d15_weight);
    k40_add(w->div14, w->mul30, w->relu7, w->div30, w->contract22);
    k34_mul(w->contract22, w->mul13);
    k35_pad(w->mul13, w->contract22, w->pad32);
    k41_where(net->block3[3].conv2d15_weight, w->pad32, w->x8, w->mul16, w->x7);
    k37_batchnorm18_weight(w->x7, w->contract21, w->mul29, w->div29, w->sqrt_14,
                           net->momentum, net->weight_decay, pow, w->div13,
                           net->state3[3].sgd_v_batchnorm14_weight,
                           net->block3[3].batchnorm14_weight);
    k38_batchnorm18_bias(w->x7, net->momentum, net->weight_decay, pow,
                         net->state3[3].sgd_v_batchnorm14_bias,
                         net->block3[3].batchnorm14_bias);
    k39_conv2d19_weight(w->pad29, w->contract22, net->momentum, net->weight_decay, pow,
                        net->state3[3].sgd_v_conv2d15_weight,
                        net->block3[3].conv2d15_weight);
    k40_add(w->div13, w->mul29, w->x7, w->div29, w->contract21);
    k34_mul(w->contract21, w->mul12);
    k35_pad(w->mul12, w->contract21, w->pad30);
    k36_where(net->block3[2].conv2d15_weight, w->pad30, w->relu6);
    k37_batchnorm18_weight(w->relu6, w->contract20, w->mul26, w->div26, w->sqrt_11,
                           net->momentum, net->weight_decay, pow, w->div12,
                           net->state3[2].sgd_v_batchnorm14_weight,
                           net->block3[2].batchnorm14_weight);
    k38_batchnorm18_bias(w->relu6, net->momentum, net->weight_decay, pow,
                         net->state3[2].sgd_v_batchnorm14_bias,
                         net->block3[2].batchnorm14_bias);
    k39_conv2d19_weight(w->pad26, w->contract21, net->momentum, net->weight_decay, pow,
                        net->state3[2].sgd_v_conv2d15_weight,
                        net->block3[2].conv2d15_weight);
    k40_add(w->div12, w->mul26, w->relu6, w->div26, w->contract20);
    k34_mul(w->contract20, w->mul11);
    k35_pad(w->mul11, w->contract20, w->pad27);
    k42_where(net->block3[1].conv2d15_weight, w->pad27, w->x7, w->x6);
    k37_batchnorm18_weight(w->x6, w->contract19, w->mul23, w->div23, w->sqrt_8,
                           net->momentum, net->weight_decay, pow, w->div11,
                           net->state3[1].sgd_v_batchnorm14_weight,
                           net->block3[1].batchnorm14_weight);
    k38_batchnorm18_bias(w->x6, net->momentum, net->weight_decay, pow,
                         net->state3[1].sgd_v_batchnorm14_bias,
                         net->block3[1].batchnorm14_bias);
    k39_conv2d19_weight(w->pad24, w->contract20, net->momentum, net->weight_decay, pow,
                        net->state3[1].sgd_v_conv2d15_weight,
                        net->block3[1].conv2d15_weight);
    k40_add(w->div11, w->mul23, w->x6, w->div23, w->contract19);
    k34_mul(w->contract19, w->mul10);
    k35_pad(w->mul10, w->contract19, w->pad25);
    k36_where(net->block3[0].conv2d15_weight, w->pad25, w->relu5);
    k37_batchnorm18_weight(w->relu5, w->contract17, w->mul20, w->div20, w->sqrt_5,
                           net->momentum, net->weight_decay, pow, w->div10,
                           net->state3[0].sgd_v_batchnorm14_weight,
                           net->block3[0].batchnorm14_weight);
    k38_batchnorm18_bias(w->relu5, net->momentum, net->weight_decay, pow,
                         net->state3[0].sgd_v_batchnorm14_bias,
                         net->block3[0].batchnorm14_bias);
    k39_conv2d19_weight(w->pad21, w->contract19, net->momentum, net->weight_decay, pow,
                        net->state3[0].sgd_v_conv2d15_weight,
                        net->block3[0].conv2d15_weight);
    k40_add(w->div10, w->mul20, w->relu5, w->div20, w->contract17);
    k34_mul(w->contract17, w->mul9);
    k43_pad(w->mul9, w->contract17, w->pad28, w->pad23, w->pad22);
    k44_contract(net->conv2d14_weight, w->contract17, w->contract15);
    k45_contract(w->pad28, net->conv2d14_weight, w->contract18);
    k46_concat(w->contract15, w->contract18, w->concat6);
    k47_contract(w->pad23, net->conv2d14_weight, w->contract16);
    k48_contract(w->pad22, net->conv2d14_weight, w->contract14);
    k46_concat(w->contract14, w->contract16, w->concat5);
    k49_conv2d14_weight(w->pad19, w->contract17, net->momentum, net->weight_decay, pow,
                        net->sgd_v_conv2d14_weight, net->conv2d14_weight);
    k50_concat((float(*)[32][8][16])w->concat6, (float(*)[32][8][16])w->concat5,
               w->concat4);
    k51_where(w->x6, (float(*)[32][16][16])w->concat4, w->x5);
    k52_batchnorm13_weight(w->x5, w->contract13, w->mul27, w->div27, w->sqrt_12,
                           net->momentum, net->weight_decay, pow, w->div8,
                           net->sgd_v_batchnorm13_weight, net->batchnorm13_weight);
    k53_batchnorm13_bias(w->x5, net->momentum, net->weight_decay, pow,
                         net->sgd_v_batchnorm13_bias, net->batchnorm13_bias);
    k54_add(w->div8, w->mul27, w->x5, w->div27, w->contract13);
    k55_mul(w->contract13, w->mul8);
    k56_pad(w->mul8, w->contract13, w->pad20);
    k57_where(w->pad20, net->block2[4].conv2d9_weight, w->relu4);
    k52_batchnorm13_weight(w->relu4, w->contract12, w->mul25, w->div25, w->sqrt_10,
                           net->momentum, net->weight_decay, pow, w->div9,
                           net->state2[4].sgd_v_batchnorm8_weight,
                           net->block2[4].batchnorm8_weight);
    k53_batchnorm13_bias(w->relu4, net->momentum, net->weight_decay, pow,
                         net->state2[4].sgd_v_batchnorm8_bias,
                         net->block2[4].batchnorm8_bias);
    k58_conv2d13_weight(w->pad16, w->contract13, net->momentum, net->weight_decay, pow,
                        net->state2[4].sgd_v_conv2d9_weight,
                        net->block2[4].conv2d9_weight);
    k54_add(w->div9, w->mul25, w->relu4, w->div25, w->contract12);
    k55_mul(w->contract12, w->mul7);
    k56_pad(w->mul7, w->contract12, w->pad17);
    k59_where(w->pad17, net->block2[3].conv2d9_weight, w->x5, w->x4);
    k52_batchnorm13_weight(w->x4, w->contract11, w->mul24, w->div24, w->sqrt_9,
                           net->momentum, net->weight_decay, pow, w->div7,
                           net->state2[3].sgd_v_batchnorm8_weight,
                           net->block2[3].batchnorm8_weight);
    k53_batchnorm13_bias(w->x4, net->momentum, net->weight_decay, pow,
                         net->state2[3].sgd_v_batchnorm8_bias,
                         net->block2[3].batchnorm8_bias);
    k58_conv2d13_weight(w->pad14, w->contract12, net->momentum, net->weight_decay, pow,
                        net->state2[3].sgd_v_conv2d9_weight,
                        net->block2[3].conv2d9_weight);
    k54_add(w->div7, w->mul24, w->x4, w->div24, w->contract11);
    k55_mul(w->contract11, w->mul6);
    k56_pad(w->mul6, w->contract11, w->pad15);
    k57_where(w->pad15, net->block2[2].conv2d9_weight, w->relu3);
    k52_batchnorm13_weight(w->relu3, w->contract10, w->mul22, w->div22, w->sqrt_7,
                           net->momentum, net->weight_decay, pow, w->div6,
                           net->state2[2].sgd_v_batchnorm8_weight,
                           net->block2[2].batchnorm8_weight);
    k53_batchnorm13_bias(w->relu3, net->momentum, net->weight_decay, pow,
                         net->state2[2].sgd_v_batchnorm8_bias,
                         net->block2[2].batchnorm8_bias);
    k58_conv2d13_weight(w->pad11, w->contract11, net->momentum, net->weight_decay, pow,
                        net->state2[2].sgd_v_conv2d9_weight,
                        net->block2[2].conv2d9_weight);
    k54_add(w->div6, w->mul22, w->relu3, w->div22, w->contract10);
    k55_mul(w->contract10, w->mul5);
    k56_pad(w->mul5, w->contract10, w->pad12);
    k59_where(w->pad12, net->block2[1].conv2d9_weight, w->x4, w->x3);
    k52_batchnorm13_weight(w->x3, w->contract9, w->mul21, w->div21, w->sqrt_6,
                           net->momentum, net->weight_decay, pow, w->div5,
                           net->state2[1].sgd_v_batchnorm8_weight,
                           net->block2[1].batchnorm8_weight);
    k53_batchnorm13_bias(w->x3, net->momentum, net->weight_decay, pow,
                         net->state2[1].sgd_v_batchnorm8_bias,
                         net->block2[1].batchnorm8_bias);
    k58_conv2d13_weight(w->pad9, w->contract10, net->momentum, net->weight_decay, pow,
                        net->state2[1].sgd_v_conv2d9_weight,
                        net->block2[1].conv2d9_weight);
    k54_add(w->div5, w->mul21, w->x3, w->div21, w->contract9);
    k55_mul(w->contract9, w->mul4);
    k56_pad(w->mul4, w->contract9, w->pad10);
    k57_where(w->pad10, net->block2[0].conv2d9_weight, w->relu2);
    k52_batchnorm13_weight(w->relu2, w->contract4, w->mul19, w->div19, w->sqrt_4,
                           net->momentum, net->weight_decay, pow, w->div4,
                           net->state2[0].sgd_v_batchnorm8_weight,
                           net->block2[0].batchnorm8_weight);
    k53_batchnorm13_bias(w->relu2, net->momentum, net->weight_decay, pow,
                         net->state2[0].sgd_v_batchnorm8_bias,
                         net->block2[0].batchnorm8_bias);
    k58_conv2d13_weight(w->pad6, w->contract9, net->momentum, net->weight_decay, pow,
                        net->state2[0].sgd_v_conv2d9_weight,
                        net->block2[0].conv2d9_weight);
    k54_add(w->div4, w->mul19, w->relu2, w->div19, w->contract4);
    k55_mul(w->contract4, w->mul3);
    k60_pad(w->mul3, w->contract4, w->pad8, w->pad13, w->pad7);
    k61_contract(net->conv2d8_weight, w->contract4, w->contract6);
    k62_contract(net->conv2d8_weight, w->pad8, w->contract8);
    k63_concat(w->contract6, w->contract8, w->concat3);
    k64_contract(w->pad13, net->conv2d8_weight, w->contract7);
    k65_contract(net->conv2d8_weight, w->pad7, w->contract5);
    k63_concat(w->contract5, w->contract7, w->concat2);
    k66_conv2d8_weight(w->pad4, w->contract4, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d8_weight, net->conv2d8_weight);
    k67_concat((float(*)[16][16][32])w->concat3, (float(*)[16][16][32])w->concat2,
               w->concat);
    k68_where(w->x3, (float(*)[16][32][32])w->concat, w->x2);
    k69_batchnorm7_weight(w->x2, w->contract3, w->mul28, w->div28, w->sqrt_13,
                          net->momentum, net->weight_decay, pow, w->div2,
                          net->sgd_v_batchnorm7_weight, net->batchnorm7_weight);
    k70_batchnorm7_bias(w->x2, net->momentum, net->weight_decay, pow,
                        net->sgd_v_batchnorm7_bias, net->batchnorm7_bias);
    /* clang-format off */
    const struct {
        float *div, *mul, (*where)[16][32][32], *div2, (*contract)[16][32][32];
    } at[3] = {
        {w->div2, w->mul28, w->x2, w->div28, w->contract3},
        {w->div, w->mul17[2], w->x[2], w->div17[2], w->contract[2]},
        {w->div, w->mul17[1], w->x[1], w->div17[1], w->contract[1]},
    };
    /* clang-format on */
    for (int i = 0; i < 3; i++) {
        k71_add(at[i].div, at[i].mul, at[i].where, at[i].div2, at[i].contract);
        k72_mul(at[i].contract, w->mul2);
        k73_pad(w->mul2, at[i].contract, w->pad5);
        k74_where(net->block[5 - 2 * i].conv2d2_weight, w->pad5, w->relu[2 - i]);
        k69_batchnorm7_weight(w->relu[2 - i], w->contract2[2 - i], w->mul18[2 - i],
                              w->div18[2 - i], w->sqrt_3[2 - i], net->momentum,
                              net->weight_decay, pow, w->div3,
                              net->state[5 - 2 * i].sgd_v_batchnorm1_weight,
                              net->block[5 - 2 * i].batchnorm1_weight);
        k70_batchnorm7_bias(w->relu[2 - i], net->momentum, net->weight_decay, pow,
                            net->state[5 - 2 * i].sgd_v_batchnorm1_bias,
                            net->block[5 - 2 * i].batchnorm1_bias);
        k75_conv2d7_weight(w->pad2[2 - i], at[i].contract, net->momentum,
                           net->weight_decay, pow,
                           net->state[5 - 2 * i].sgd_v_conv2d2_weight,
                           net->block[5 - 2 * i].conv2d2_weight);
        k71_add(w->div3, w->mul18[2 - i], w->relu[2 - i], w->div18[2 - i],
                w->contract2[2 - i]);
        k72_mul(w->contract2[2 - i], w->mul);
        k73_pad(w->mul, w->contract2[2 - i], w->pad3);
        k76_where(net->block[4 - 2 * i].conv2d2_weight, w->pad3, at[i].where,
                  w->x[2 - i]);
        k69_batchnorm7_weight(w->x[2 - i], w->contract[2 - i], w->mul17[2 - i],
                              w->div17[2 - i], w->sqrt_2[2 - i], net->momentum,
                              net->weight_decay, pow, w->div,
                              net->state[4 - 2 * i].sgd_v_batchnorm1_weight,
                              net->block[4 - 2 * i].batchnorm1_weight);
        k70_batchnorm7_bias(w->x[2 - i], net->momentum, net->weight_decay, pow,
                            net->state[4 - 2 * i].sgd_v_batchnorm1_bias,
                            net->block[4 - 2 * i].batchnorm1_bias);
        k75_conv2d7_weight(w->pad[2 - i], w->contract2[2 - i], net->momentum,
                           net->weight_decay, pow,
                           net->state[4 - 2 * i].sgd_v_conv2d2_weight,
                           net->block[4 - 2 * i].conv2d2_weight);
    }
    k71_add(w->div, w->mul17[0], w->x[0], w->div17[0], w->contract[0]);
    k72_mul(w->contract[0], w->mul2);
    k77_add(w->mul2, w->contract[0]);
    k78_conv2d1_weight(w->pad18, w->contract[0], net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d1_weight, net->conv2d1_weight);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float resnet20_eval(Resnet20 *net, const float image[restrict 128][3][32][32],
                    const int32_t label[restrict 128])
{
    float loss;
    union Resnet20Eval *w = &net->work.eval;
    k79_div(net->stat[0].batchnorm1_running_var, net->block[0].batchnorm1_weight,
            w->div);
    k79_div(net->stat[1].batchnorm1_running_var, net->block[1].batchnorm1_weight,
            w->div8[0]);
    k79_div(net->stat[2].batchnorm1_running_var, net->block[2].batchnorm1_weight,
            w->div9[0]);
    k79_div(net->stat[3].batchnorm1_running_var, net->block[3].batchnorm1_weight,
            w->div8[1]);
    k79_div(net->stat[4].batchnorm1_running_var, net->block[4].batchnorm1_weight,
            w->div9[1]);
    k79_div(net->stat[5].batchnorm1_running_var, net->block[5].batchnorm1_weight,
            w->div8[2]);
    k79_div(net->stat[6].batchnorm1_running_var, net->batchnorm7_weight, w->div9[2]);
    k80_div(net->stat2[0].batchnorm8_running_var, net->block2[0].batchnorm8_weight,
            w->div10);
    k80_div(net->stat2[1].batchnorm8_running_var, net->block2[1].batchnorm8_weight,
            w->div11);
    k80_div(net->stat2[2].batchnorm8_running_var, net->block2[2].batchnorm8_weight,
            w->div12);
    k80_div(net->stat2[3].batchnorm8_running_var, net->block2[3].batchnorm8_weight,
            w->div13);
    k80_div(net->stat2[4].batchnorm8_running_var, net->block2[4].batchnorm8_weight,
            w->div14);
    k80_div(net->stat2[5].batchnorm8_running_var, net->batchnorm13_weight, w->div15);
    k81_div(net->stat3[0].batchnorm14_running_var, net->block3[0].batchnorm14_weight,
            w->div2);
    k81_div(net->stat3[1].batchnorm14_running_var, net->block3[1].batchnorm14_weight,
            w->div3);
    k81_div(net->stat3[2].batchnorm14_running_var, net->block3[2].batchnorm14_weight,
            w->div4);
    k81_div(net->stat3[3].batchnorm14_running_var, net->block3[3].batchnorm14_weight,
            w->div5);
    k81_div(net->stat3[4].batchnorm14_running_var, net->block3[4].batchnorm14_weight,
            w->div6);
    k81_div(net->stat3[5].batchnorm14_running_var, net->batchnorm19_weight, w->div7);
    k2_pad(image, w->pad);
    k82_x(net->conv2d1_weight, w->pad, net->stat[0].batchnorm1_running_mean, w->div,
          net->block[0].batchnorm1_bias, w->x2);
    for (int i = 0; i < 2; i++) {
        k83_pad(w->x2, w->pad2);
        k6_contract(net->block[2 * i].conv2d2_weight, w->pad2, w->contract7);
        k84_pad(w->contract7, net->stat[2 * i + 1].batchnorm1_running_mean, w->div8[i],
                net->block[2 * i + 1].batchnorm1_bias, w->pad3);
        k85_x(net->block[2 * i + 1].conv2d2_weight, w->pad3,
              net->stat[2 * i + 2].batchnorm1_running_mean, w->div9[i],
              net->block[2 * i + 2].batchnorm1_bias, w->x2);
    }
    k83_pad(w->x2, w->pad2);
    k6_contract(net->block[4].conv2d2_weight, w->pad2, w->contract7);
    k84_pad(w->contract7, net->stat[5].batchnorm1_running_mean, w->div8[2],
            net->block[5].batchnorm1_bias, w->pad3);
    k85_x(net->block[5].conv2d2_weight, w->pad3, net->stat[6].batchnorm1_running_mean,
          w->div9[2], net->batchnorm7_bias, w->x2);
    k86_pad(w->x2, w->pad4);
    k9_contract(w->pad4, net->conv2d8_weight, w->contract8);
    k87_pad(w->contract8, net->stat2[0].batchnorm8_running_mean, w->div10,
            net->block2[0].batchnorm8_bias, w->pad5);
    k88_x(w->pad5, net->block2[0].conv2d9_weight, net->stat2[1].batchnorm8_running_mean,
          w->div11, net->block2[1].batchnorm8_bias, w->x2, w->x3);
    k89_pad(w->x3, w->pad6);
    k12_contract(w->pad6, net->block2[1].conv2d9_weight, w->contract2);
    k87_pad(w->contract2, net->stat2[2].batchnorm8_running_mean, w->div12,
            net->block2[2].batchnorm8_bias, w->pad7);
    k90_x(w->pad7, net->block2[2].conv2d9_weight, net->stat2[3].batchnorm8_running_mean,
          w->div13, net->block2[3].batchnorm8_bias, w->x3);
    k89_pad(w->x3, w->pad8);
    k12_contract(w->pad8, net->block2[3].conv2d9_weight, w->contract3);
    k87_pad(w->contract3, net->stat2[4].batchnorm8_running_mean, w->div14,
            net->block2[4].batchnorm8_bias, w->pad9);
    k90_x(w->pad9, net->block2[4].conv2d9_weight, net->stat2[5].batchnorm8_running_mean,
          w->div15, net->batchnorm13_bias, w->x3);
    k91_pad(w->x3, w->pad10);
    k16_contract(w->pad10, net->conv2d14_weight, w->contract);
    k92_pad(w->contract, net->stat3[0].batchnorm14_running_mean, w->div2,
            net->block3[0].batchnorm14_bias, w->pad11);
    k93_x(w->pad11, net->block3[0].conv2d15_weight,
          net->stat3[1].batchnorm14_running_mean, w->div3,
          net->block3[1].batchnorm14_bias, w->x3, w->x);
    k94_pad(w->x, w->pad12);
    k19_contract(w->pad12, net->block3[1].conv2d15_weight, w->contract4);
    k92_pad(w->contract4, net->stat3[2].batchnorm14_running_mean, w->div4,
            net->block3[2].batchnorm14_bias, w->pad13);
    k95_x(w->pad13, net->block3[2].conv2d15_weight,
          net->stat3[3].batchnorm14_running_mean, w->div5,
          net->block3[3].batchnorm14_bias, w->x);
    k94_pad(w->x, w->pad14);
    k19_contract(w->pad14, net->block3[3].conv2d15_weight, w->contract5);
    k92_pad(w->contract5, net->stat3[4].batchnorm14_running_mean, w->div6,
            net->block3[4].batchnorm14_bias, w->pad15);
    k19_contract(w->pad15, net->block3[4].conv2d15_weight, w->contract6);
    k96_mul(w->contract6, net->stat3[5].batchnorm14_running_mean, w->div7,
            net->batchnorm19_bias, w->x, w->mul);
    k23_logits(w->mul, net->linear1_weight, net->linear1_bias, w->logits);
    k97_sum(w->logits, w->max, w->sum);
    k25_argmax(w->logits, w->argmax);
    k26_accuracy(w->argmax, label, &net->metric.accuracy);
    k27_loss(label, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float resnet20_eval_one(Resnet20 *net, const float image[restrict 1][3][32][32],
                        const int32_t label[restrict 1])
{
    float loss;
    union Resnet20EvalOne *w = &net->work.eval_one;
    k79_div(net->stat[0].batchnorm1_running_var, net->block[0].batchnorm1_weight,
            w->div);
    k79_div(net->stat[1].batchnorm1_running_var, net->block[1].batchnorm1_weight,
            w->div8[0]);
    k79_div(net->stat[2].batchnorm1_running_var, net->block[2].batchnorm1_weight,
            w->div9[0]);
    k79_div(net->stat[3].batchnorm1_running_var, net->block[3].batchnorm1_weight,
            w->div8[1]);
    k79_div(net->stat[4].batchnorm1_running_var, net->block[4].batchnorm1_weight,
            w->div9[1]);
    k79_div(net->stat[5].batchnorm1_running_var, net->block[5].batchnorm1_weight,
            w->div8[2]);
    k79_div(net->stat[6].batchnorm1_running_var, net->batchnorm7_weight, w->div9[2]);
    k80_div(net->stat2[0].batchnorm8_running_var, net->block2[0].batchnorm8_weight,
            w->div10);
    k80_div(net->stat2[1].batchnorm8_running_var, net->block2[1].batchnorm8_weight,
            w->div11);
    k80_div(net->stat2[2].batchnorm8_running_var, net->block2[2].batchnorm8_weight,
            w->div12);
    k80_div(net->stat2[3].batchnorm8_running_var, net->block2[3].batchnorm8_weight,
            w->div13);
    k80_div(net->stat2[4].batchnorm8_running_var, net->block2[4].batchnorm8_weight,
            w->div14);
    k80_div(net->stat2[5].batchnorm8_running_var, net->batchnorm13_weight, w->div15);
    k81_div(net->stat3[0].batchnorm14_running_var, net->block3[0].batchnorm14_weight,
            w->div2);
    k81_div(net->stat3[1].batchnorm14_running_var, net->block3[1].batchnorm14_weight,
            w->div3);
    k81_div(net->stat3[2].batchnorm14_running_var, net->block3[2].batchnorm14_weight,
            w->div4);
    k81_div(net->stat3[3].batchnorm14_running_var, net->block3[3].batchnorm14_weight,
            w->div5);
    k81_div(net->stat3[4].batchnorm14_running_var, net->block3[4].batchnorm14_weight,
            w->div6);
    k81_div(net->stat3[5].batchnorm14_running_var, net->batchnorm19_weight, w->div7);
    k98_pad(image, w->pad);
    k99_x(net->conv2d1_weight, w->pad, net->stat[0].batchnorm1_running_mean, w->div,
          net->block[0].batchnorm1_bias, w->x2);
    for (int i = 0; i < 2; i++) {
        k100_pad(w->x2, w->pad2);
        k101_contract(net->block[2 * i].conv2d2_weight, w->pad2, w->contract7);
        k102_pad(w->contract7, net->stat[2 * i + 1].batchnorm1_running_mean, w->div8[i],
                 net->block[2 * i + 1].batchnorm1_bias, w->pad3);
        k103_x(net->block[2 * i + 1].conv2d2_weight, w->pad3,
               net->stat[2 * i + 2].batchnorm1_running_mean, w->div9[i],
               net->block[2 * i + 2].batchnorm1_bias, w->x2);
    }
    k100_pad(w->x2, w->pad2);
    k101_contract(net->block[4].conv2d2_weight, w->pad2, w->contract7);
    k102_pad(w->contract7, net->stat[5].batchnorm1_running_mean, w->div8[2],
             net->block[5].batchnorm1_bias, w->pad3);
    k103_x(net->block[5].conv2d2_weight, w->pad3, net->stat[6].batchnorm1_running_mean,
           w->div9[2], net->batchnorm7_bias, w->x2);
    k104_pad(w->x2, w->pad4);
    k105_contract(w->pad4, net->conv2d8_weight, w->contract8);
    k106_pad(w->contract8, net->stat2[0].batchnorm8_running_mean, w->div10,
             net->block2[0].batchnorm8_bias, w->pad5);
    k107_x(w->pad5, net->block2[0].conv2d9_weight,
           net->stat2[1].batchnorm8_running_mean, w->div11,
           net->block2[1].batchnorm8_bias, w->x2, w->x3);
    k108_pad(w->x3, w->pad6);
    k109_contract(w->pad6, net->block2[1].conv2d9_weight, w->contract2);
    k106_pad(w->contract2, net->stat2[2].batchnorm8_running_mean, w->div12,
             net->block2[2].batchnorm8_bias, w->pad7);
    k110_x(w->pad7, net->block2[2].conv2d9_weight,
           net->stat2[3].batchnorm8_running_mean, w->div13,
           net->block2[3].batchnorm8_bias, w->x3);
    k108_pad(w->x3, w->pad8);
    k109_contract(w->pad8, net->block2[3].conv2d9_weight, w->contract3);
    k106_pad(w->contract3, net->stat2[4].batchnorm8_running_mean, w->div14,
             net->block2[4].batchnorm8_bias, w->pad9);
    k110_x(w->pad9, net->block2[4].conv2d9_weight,
           net->stat2[5].batchnorm8_running_mean, w->div15, net->batchnorm13_bias,
           w->x3);
    k111_pad(w->x3, w->pad10);
    k112_contract(net->conv2d14_weight, w->pad10, w->contract);
    k113_pad(w->contract, net->stat3[0].batchnorm14_running_mean, w->div2,
             net->block3[0].batchnorm14_bias, w->pad11);
    k114_x(net->block3[0].conv2d15_weight, w->pad11,
           net->stat3[1].batchnorm14_running_mean, w->div3,
           net->block3[1].batchnorm14_bias, w->x3, w->x);
    k115_pad(w->x, w->pad12);
    k116_contract(net->block3[1].conv2d15_weight, w->pad12, w->contract4);
    k113_pad(w->contract4, net->stat3[2].batchnorm14_running_mean, w->div4,
             net->block3[2].batchnorm14_bias, w->pad13);
    k117_x(net->block3[2].conv2d15_weight, w->pad13,
           net->stat3[3].batchnorm14_running_mean, w->div5,
           net->block3[3].batchnorm14_bias, w->x);
    k115_pad(w->x, w->pad14);
    k116_contract(net->block3[3].conv2d15_weight, w->pad14, w->contract5);
    k113_pad(w->contract5, net->stat3[4].batchnorm14_running_mean, w->div6,
             net->block3[4].batchnorm14_bias, w->pad15);
    k116_contract(net->block3[4].conv2d15_weight, w->pad15, w->contract6);
    k118_mul(w->contract6, net->stat3[5].batchnorm14_running_mean, w->div7,
             net->batchnorm19_bias, w->x, w->mul);
    k119_logits(w->mul, net->linear1_weight, net->linear1_bias, w->logits);
    k120_max(w->logits, w->max);
    k121_argmax(w->logits, w->argmax);
    k122_accuracy(w->argmax, label, &net->metric.accuracy);
    k123_sum(w->logits, w->max, w->sum);
    k124_loss(label, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The function `predict`. */
void resnet20_predict(Resnet20 *net, const float image[restrict 1][3][32][32],
                      float logits[restrict 1][10])
{
    union Resnet20Predict *w = &net->work.predict;
    k79_div(net->stat[0].batchnorm1_running_var, net->block[0].batchnorm1_weight,
            w->div);
    k79_div(net->stat[1].batchnorm1_running_var, net->block[1].batchnorm1_weight,
            w->div8[0]);
    k79_div(net->stat[2].batchnorm1_running_var, net->block[2].batchnorm1_weight,
            w->div9[0]);
    k79_div(net->stat[3].batchnorm1_running_var, net->block[3].batchnorm1_weight,
            w->div8[1]);
    k79_div(net->stat[4].batchnorm1_running_var, net->block[4].batchnorm1_weight,
            w->div9[1]);
    k79_div(net->stat[5].batchnorm1_running_var, net->block[5].batchnorm1_weight,
            w->div8[2]);
    k79_div(net->stat[6].batchnorm1_running_var, net->batchnorm7_weight, w->div9[2]);
    k80_div(net->stat2[0].batchnorm8_running_var, net->block2[0].batchnorm8_weight,
            w->div10);
    k80_div(net->stat2[1].batchnorm8_running_var, net->block2[1].batchnorm8_weight,
            w->div11);
    k80_div(net->stat2[2].batchnorm8_running_var, net->block2[2].batchnorm8_weight,
            w->div12);
    k80_div(net->stat2[3].batchnorm8_running_var, net->block2[3].batchnorm8_weight,
            w->div13);
    k80_div(net->stat2[4].batchnorm8_running_var, net->block2[4].batchnorm8_weight,
            w->div14);
    k80_div(net->stat2[5].batchnorm8_running_var, net->batchnorm13_weight, w->div15);
    k81_div(net->stat3[0].batchnorm14_running_var, net->block3[0].batchnorm14_weight,
            w->div2);
    k81_div(net->stat3[1].batchnorm14_running_var, net->block3[1].batchnorm14_weight,
            w->div3);
    k81_div(net->stat3[2].batchnorm14_running_var, net->block3[2].batchnorm14_weight,
            w->div4);
    k81_div(net->stat3[3].batchnorm14_running_var, net->block3[3].batchnorm14_weight,
            w->div5);
    k81_div(net->stat3[4].batchnorm14_running_var, net->block3[4].batchnorm14_weight,
            w->div6);
    k81_div(net->stat3[5].batchnorm14_running_var, net->batchnorm19_weight, w->div7);
    k98_pad(image, w->pad);
    k99_x(net->conv2d1_weight, w->pad, net->stat[0].batchnorm1_running_mean, w->div,
          net->block[0].batchnorm1_bias, w->x2);
    for (int i = 0; i < 2; i++) {
        k100_pad(w->x2, w->pad2);
        k101_contract(net->block[2 * i].conv2d2_weight, w->pad2, w->contract7);
        k102_pad(w->contract7, net->stat[2 * i + 1].batchnorm1_running_mean, w->div8[i],
                 net->block[2 * i + 1].batchnorm1_bias, w->pad3);
        k103_x(net->block[2 * i + 1].conv2d2_weight, w->pad3,
               net->stat[2 * i + 2].batchnorm1_running_mean, w->div9[i],
               net->block[2 * i + 2].batchnorm1_bias, w->x2);
    }
    k100_pad(w->x2, w->pad2);
    k101_contract(net->block[4].conv2d2_weight, w->pad2, w->contract7);
    k102_pad(w->contract7, net->stat[5].batchnorm1_running_mean, w->div8[2],
             net->block[5].batchnorm1_bias, w->pad3);
    k103_x(net->block[5].conv2d2_weight, w->pad3, net->stat[6].batchnorm1_running_mean,
           w->div9[2], net->batchnorm7_bias, w->x2);
    k104_pad(w->x2, w->pad4);
    k105_contract(w->pad4, net->conv2d8_weight, w->contract8);
    k106_pad(w->contract8, net->stat2[0].batchnorm8_running_mean, w->div10,
             net->block2[0].batchnorm8_bias, w->pad5);
    k107_x(w->pad5, net->block2[0].conv2d9_weight,
           net->stat2[1].batchnorm8_running_mean, w->div11,
           net->block2[1].batchnorm8_bias, w->x2, w->x3);
    k108_pad(w->x3, w->pad6);
    k109_contract(w->pad6, net->block2[1].conv2d9_weight, w->contract2);
    k106_pad(w->contract2, net->stat2[2].batchnorm8_running_mean, w->div12,
             net->block2[2].batchnorm8_bias, w->pad7);
    k110_x(w->pad7, net->block2[2].conv2d9_weight,
           net->stat2[3].batchnorm8_running_mean, w->div13,
           net->block2[3].batchnorm8_bias, w->x3);
    k108_pad(w->x3, w->pad8);
    k109_contract(w->pad8, net->block2[3].conv2d9_weight, w->contract3);
    k106_pad(w->contract3, net->stat2[4].batchnorm8_running_mean, w->div14,
             net->block2[4].batchnorm8_bias, w->pad9);
    k110_x(w->pad9, net->block2[4].conv2d9_weight,
           net->stat2[5].batchnorm8_running_mean, w->div15, net->batchnorm13_bias,
           w->x3);
    k111_pad(w->x3, w->pad10);
    k112_contract(net->conv2d14_weight, w->pad10, w->contract);
    k113_pad(w->contract, net->stat3[0].batchnorm14_running_mean, w->div2,
             net->block3[0].batchnorm14_bias, w->pad11);
    k114_x(net->block3[0].conv2d15_weight, w->pad11,
           net->stat3[1].batchnorm14_running_mean, w->div3,
           net->block3[1].batchnorm14_bias, w->x3, w->x);
    k115_pad(w->x, w->pad12);
    k116_contract(net->block3[1].conv2d15_weight, w->pad12, w->contract4);
    k113_pad(w->contract4, net->stat3[2].batchnorm14_running_mean, w->div4,
             net->block3[2].batchnorm14_bias, w->pad13);
    k117_x(net->block3[2].conv2d15_weight, w->pad13,
           net->stat3[3].batchnorm14_running_mean, w->div5,
           net->block3[3].batchnorm14_bias, w->x);
    k115_pad(w->x, w->pad14);
    k116_contract(net->block3[3].conv2d15_weight, w->pad14, w->contract5);
    k113_pad(w->contract5, net->stat3[4].batchnorm14_running_mean, w->div6,
             net->block3[4].batchnorm14_bias, w->pad15);
    k116_contract(net->block3[4].conv2d15_weight, w->pad15, w->contract6);
    k118_mul(w->contract6, net->stat3[5].batchnorm14_running_mean, w->div7,
             net->batchnorm19_bias, w->x, w->mul);
    k119_logits(w->mul, net->linear1_weight, net->linear1_bias, logits);
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
    {"image", MF_F32, 4, {1, 3, 32, 32}, 0},
};
/* clang-format on */

/* clang-format off */
static const MfPort predict_out[] = {
    {"logits", MF_F32, 2, {1, 10}, 0},
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
/* clang-format on */

/* clang-format off */
static const MfPort step_in[] = {
    {"image", MF_F32, 4, {128, 3, 32, 32}, 0},
    {"label", MF_I32, 1, {128}, 10},
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
/* clang-format on */

/* clang-format off */
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
/* clang-format on */

/* clang-format off */
static const MfField fields[] = {
    {.input = "image", .path = "cifar10-images.npy", .scale = MF_AFFINE, .mul = 1.0, .sub = 127.5, .div = 64.0},
    {.input = "label", .path = "cifar10-labels.npy"},
};
/* clang-format on */

/* clang-format off */
static const MfSplit splits[] = {
    {"train", 0.9},
    {"valid", 0.1},
};
/* clang-format on */

/* clang-format off */
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
    .work_bytes = 311433280,
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
    return mf_main(argc, argv, &model, NULL); /* too large to be static */
}

#endif

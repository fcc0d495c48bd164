/*
 * resnet20.c - trains and runs the network of resnet20.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 269722 parameters; 1951 nodes in 128 kernels;
 * bytes: parameters 1078888, state 1084392, work 313097536 (unshared 726998032)
 */
#include "mfrt.h"

#define RESNET20_PARAM_BYTES 1078888u
#define RESNET20_STATE_BYTES 1084392u
#define RESNET20_WORK_BYTES 313097536u

typedef struct Resnet20 {
    float conv2d1_weight[16][3][3][3];   /* resnet20.lua:13 */
    float batchnorm1_weight[16];         /* resnet20.lua:36 */
    float batchnorm1_bias[16];           /* resnet20.lua:36 */
    float conv2d2_weight[16][16][3][3];  /* resnet20.lua:13 */
    float batchnorm2_weight[16];         /* resnet20.lua:28 */
    float batchnorm2_bias[16];           /* resnet20.lua:28 */
    float conv2d3_weight[16][16][3][3];  /* resnet20.lua:13 */
    float batchnorm3_weight[16];         /* resnet20.lua:29 */
    float batchnorm3_bias[16];           /* resnet20.lua:29 */
    float conv2d4_weight[16][16][3][3];  /* resnet20.lua:13 */
    float batchnorm4_weight[16];         /* resnet20.lua:28 */
    float batchnorm4_bias[16];           /* resnet20.lua:28 */
    float conv2d5_weight[16][16][3][3];  /* resnet20.lua:13 */
    float batchnorm5_weight[16];         /* resnet20.lua:29 */
    float batchnorm5_bias[16];           /* resnet20.lua:29 */
    float conv2d6_weight[16][16][3][3];  /* resnet20.lua:13 */
    float batchnorm6_weight[16];         /* resnet20.lua:28 */
    float batchnorm6_bias[16];           /* resnet20.lua:28 */
    float conv2d7_weight[16][16][3][3];  /* resnet20.lua:13 */
    float batchnorm7_weight[16];         /* resnet20.lua:29 */
    float batchnorm7_bias[16];           /* resnet20.lua:29 */
    float conv2d8_weight[32][16][3][3];  /* resnet20.lua:13 */
    float batchnorm8_weight[32];         /* resnet20.lua:28 */
    float batchnorm8_bias[32];           /* resnet20.lua:28 */
    float conv2d9_weight[32][32][3][3];  /* resnet20.lua:13 */
    float batchnorm9_weight[32];         /* resnet20.lua:29 */
    float batchnorm9_bias[32];           /* resnet20.lua:29 */
    float conv2d10_weight[32][32][3][3]; /* resnet20.lua:13 */
    float batchnorm10_weight[32];        /* resnet20.lua:28 */
    float batchnorm10_bias[32];          /* resnet20.lua:28 */
    float conv2d11_weight[32][32][3][3]; /* resnet20.lua:13 */
    float batchnorm11_weight[32];        /* resnet20.lua:29 */
    float batchnorm11_bias[32];          /* resnet20.lua:29 */
    float conv2d12_weight[32][32][3][3]; /* resnet20.lua:13 */
    float batchnorm12_weight[32];        /* resnet20.lua:28 */
    float batchnorm12_bias[32];          /* resnet20.lua:28 */
    float conv2d13_weight[32][32][3][3]; /* resnet20.lua:13 */
    float batchnorm13_weight[32];        /* resnet20.lua:29 */
    float batchnorm13_bias[32];          /* resnet20.lua:29 */
    float conv2d14_weight[64][32][3][3]; /* resnet20.lua:13 */
    float batchnorm14_weight[64];        /* resnet20.lua:28 */
    float batchnorm14_bias[64];          /* resnet20.lua:28 */
    float conv2d15_weight[64][64][3][3]; /* resnet20.lua:13 */
    float batchnorm15_weight[64];        /* resnet20.lua:29 */
    float batchnorm15_bias[64];          /* resnet20.lua:29 */
    float conv2d16_weight[64][64][3][3]; /* resnet20.lua:13 */
    float batchnorm16_weight[64];        /* resnet20.lua:28 */
    float batchnorm16_bias[64];          /* resnet20.lua:28 */
    float conv2d17_weight[64][64][3][3]; /* resnet20.lua:13 */
    float batchnorm17_weight[64];        /* resnet20.lua:29 */
    float batchnorm17_bias[64];          /* resnet20.lua:29 */
    float conv2d18_weight[64][64][3][3]; /* resnet20.lua:13 */
    float batchnorm18_weight[64];        /* resnet20.lua:28 */
    float batchnorm18_bias[64];          /* resnet20.lua:28 */
    float conv2d19_weight[64][64][3][3]; /* resnet20.lua:13 */
    float batchnorm19_weight[64];        /* resnet20.lua:29 */
    float batchnorm19_bias[64];          /* resnet20.lua:29 */
    float linear1_weight[64][10];        /* resnet20.lua:45 */
    float linear1_bias[10];              /* resnet20.lua:45 */
    /* running statistics */
    float batchnorm1_running_mean[16];  /* resnet20.lua:36 */
    float batchnorm1_running_var[16];   /* resnet20.lua:36 */
    float batchnorm2_running_mean[16];  /* resnet20.lua:28 */
    float batchnorm2_running_var[16];   /* resnet20.lua:28 */
    float batchnorm3_running_mean[16];  /* resnet20.lua:29 */
    float batchnorm3_running_var[16];   /* resnet20.lua:29 */
    float batchnorm4_running_mean[16];  /* resnet20.lua:28 */
    float batchnorm4_running_var[16];   /* resnet20.lua:28 */
    float batchnorm5_running_mean[16];  /* resnet20.lua:29 */
    float batchnorm5_running_var[16];   /* resnet20.lua:29 */
    float batchnorm6_running_mean[16];  /* resnet20.lua:28 */
    float batchnorm6_running_var[16];   /* resnet20.lua:28 */
    float batchnorm7_running_mean[16];  /* resnet20.lua:29 */
    float batchnorm7_running_var[16];   /* resnet20.lua:29 */
    float batchnorm8_running_mean[32];  /* resnet20.lua:28 */
    float batchnorm8_running_var[32];   /* resnet20.lua:28 */
    float batchnorm9_running_mean[32];  /* resnet20.lua:29 */
    float batchnorm9_running_var[32];   /* resnet20.lua:29 */
    float batchnorm10_running_mean[32]; /* resnet20.lua:28 */
    float batchnorm10_running_var[32];  /* resnet20.lua:28 */
    float batchnorm11_running_mean[32]; /* resnet20.lua:29 */
    float batchnorm11_running_var[32];  /* resnet20.lua:29 */
    float batchnorm12_running_mean[32]; /* resnet20.lua:28 */
    float batchnorm12_running_var[32];  /* resnet20.lua:28 */
    float batchnorm13_running_mean[32]; /* resnet20.lua:29 */
    float batchnorm13_running_var[32];  /* resnet20.lua:29 */
    float batchnorm14_running_mean[64]; /* resnet20.lua:28 */
    float batchnorm14_running_var[64];  /* resnet20.lua:28 */
    float batchnorm15_running_mean[64]; /* resnet20.lua:29 */
    float batchnorm15_running_var[64];  /* resnet20.lua:29 */
    float batchnorm16_running_mean[64]; /* resnet20.lua:28 */
    float batchnorm16_running_var[64];  /* resnet20.lua:28 */
    float batchnorm17_running_mean[64]; /* resnet20.lua:29 */
    float batchnorm17_running_var[64];  /* resnet20.lua:29 */
    float batchnorm18_running_mean[64]; /* resnet20.lua:28 */
    float batchnorm18_running_var[64];  /* resnet20.lua:28 */
    float batchnorm19_running_mean[64]; /* resnet20.lua:29 */
    float batchnorm19_running_var[64];  /* resnet20.lua:29 */
    /* state of the optimiser */
    float sgd_v_conv2d1_weight[16][3][3][3];   /* resnet20.lua:55 */
    float sgd_v_batchnorm1_weight[16];         /* resnet20.lua:55 */
    float sgd_v_batchnorm1_bias[16];           /* resnet20.lua:55 */
    float sgd_v_conv2d2_weight[16][16][3][3];  /* resnet20.lua:55 */
    float sgd_v_batchnorm2_weight[16];         /* resnet20.lua:55 */
    float sgd_v_batchnorm2_bias[16];           /* resnet20.lua:55 */
    float sgd_v_conv2d3_weight[16][16][3][3];  /* resnet20.lua:55 */
    float sgd_v_batchnorm3_weight[16];         /* resnet20.lua:55 */
    float sgd_v_batchnorm3_bias[16];           /* resnet20.lua:55 */
    float sgd_v_conv2d4_weight[16][16][3][3];  /* resnet20.lua:55 */
    float sgd_v_batchnorm4_weight[16];         /* resnet20.lua:55 */
    float sgd_v_batchnorm4_bias[16];           /* resnet20.lua:55 */
    float sgd_v_conv2d5_weight[16][16][3][3];  /* resnet20.lua:55 */
    float sgd_v_batchnorm5_weight[16];         /* resnet20.lua:55 */
    float sgd_v_batchnorm5_bias[16];           /* resnet20.lua:55 */
    float sgd_v_conv2d6_weight[16][16][3][3];  /* resnet20.lua:55 */
    float sgd_v_batchnorm6_weight[16];         /* resnet20.lua:55 */
    float sgd_v_batchnorm6_bias[16];           /* resnet20.lua:55 */
    float sgd_v_conv2d7_weight[16][16][3][3];  /* resnet20.lua:55 */
    float sgd_v_batchnorm7_weight[16];         /* resnet20.lua:55 */
    float sgd_v_batchnorm7_bias[16];           /* resnet20.lua:55 */
    float sgd_v_conv2d8_weight[32][16][3][3];  /* resnet20.lua:55 */
    float sgd_v_batchnorm8_weight[32];         /* resnet20.lua:55 */
    float sgd_v_batchnorm8_bias[32];           /* resnet20.lua:55 */
    float sgd_v_conv2d9_weight[32][32][3][3];  /* resnet20.lua:55 */
    float sgd_v_batchnorm9_weight[32];         /* resnet20.lua:55 */
    float sgd_v_batchnorm9_bias[32];           /* resnet20.lua:55 */
    float sgd_v_conv2d10_weight[32][32][3][3]; /* resnet20.lua:55 */
    float sgd_v_batchnorm10_weight[32];        /* resnet20.lua:55 */
    float sgd_v_batchnorm10_bias[32];          /* resnet20.lua:55 */
    float sgd_v_conv2d11_weight[32][32][3][3]; /* resnet20.lua:55 */
    float sgd_v_batchnorm11_weight[32];        /* resnet20.lua:55 */
    float sgd_v_batchnorm11_bias[32];          /* resnet20.lua:55 */
    float sgd_v_conv2d12_weight[32][32][3][3]; /* resnet20.lua:55 */
    float sgd_v_batchnorm12_weight[32];        /* resnet20.lua:55 */
    float sgd_v_batchnorm12_bias[32];          /* resnet20.lua:55 */
    float sgd_v_conv2d13_weight[32][32][3][3]; /* resnet20.lua:55 */
    float sgd_v_batchnorm13_weight[32];        /* resnet20.lua:55 */
    float sgd_v_batchnorm13_bias[32];          /* resnet20.lua:55 */
    float sgd_v_conv2d14_weight[64][32][3][3]; /* resnet20.lua:55 */
    float sgd_v_batchnorm14_weight[64];        /* resnet20.lua:55 */
    float sgd_v_batchnorm14_bias[64];          /* resnet20.lua:55 */
    float sgd_v_conv2d15_weight[64][64][3][3]; /* resnet20.lua:55 */
    float sgd_v_batchnorm15_weight[64];        /* resnet20.lua:55 */
    float sgd_v_batchnorm15_bias[64];          /* resnet20.lua:55 */
    float sgd_v_conv2d16_weight[64][64][3][3]; /* resnet20.lua:55 */
    float sgd_v_batchnorm16_weight[64];        /* resnet20.lua:55 */
    float sgd_v_batchnorm16_bias[64];          /* resnet20.lua:55 */
    float sgd_v_conv2d17_weight[64][64][3][3]; /* resnet20.lua:55 */
    float sgd_v_batchnorm17_weight[64];        /* resnet20.lua:55 */
    float sgd_v_batchnorm17_bias[64];          /* resnet20.lua:55 */
    float sgd_v_conv2d18_weight[64][64][3][3]; /* resnet20.lua:55 */
    float sgd_v_batchnorm18_weight[64];        /* resnet20.lua:55 */
    float sgd_v_batchnorm18_bias[64];          /* resnet20.lua:55 */
    float sgd_v_conv2d19_weight[64][64][3][3]; /* resnet20.lua:55 */
    float sgd_v_batchnorm19_weight[64];        /* resnet20.lua:55 */
    float sgd_v_batchnorm19_bias[64];          /* resnet20.lua:55 */
    float sgd_v_linear1_weight[64][10];        /* resnet20.lua:55 */
    float sgd_v_linear1_bias[10];              /* resnet20.lua:55 */
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
            float pad2[128][64][18][18];  /* calls 108 to 109 */
            float div5[32];               /* calls 132 to 133 */
            float pad6[128][32][18][18];  /* calls 136 to 137 */
            float div6[32];               /* calls 139 to 140 */
            float pad7[128][32][18][18];  /* calls 142 to 144 */
            float div7[32];               /* calls 146 to 147 */
            float pad8[128][32][34][34];  /* calls 150 to 151 */
            float div8[16];               /* calls 153 to 154 */
            float pad9[128][16][34][34];  /* calls 156 to 158 */
            float div9[16];               /* calls 160 to 161 */
            float pad10[128][16][34][34]; /* calls 164 to 165 */
            float div10[16];              /* calls 167 to 168 */
            float pad11[128][16][34][34]; /* calls 170 to 172 */
            float div11[16];              /* calls 174 to 175 */
            float pad12[128][16][34][34]; /* calls 178 to 179 */
            float div12[16];              /* calls 181 to 182 */
            float pad13[128][16][34][34]; /* calls 184 to 186 */
            float div13[16];              /* calls 188 to 189 */
            float pad14[128][16][34][34]; /* calls 192 to 193 */
            float div14[16];              /* calls 195 to 196 */
            float mul[16];                /* calls 198 to 199 */
            struct {
                float pad[128][64][10][10];   /* calls 45 to 103 */
                float pad15[128][64][10][10]; /* calls 48 to 96 */
                float pad17[128][64][10][10]; /* calls 51 to 89 */
                float mul14[128][64];         /* calls 60 to 68 */
                float logits[128][10];        /* calls 61 to 63 */
                float sub[128][10];           /* calls 62 to 65 */
                float sum[128];               /* calls 62 to 65 */
                int32_t argmax[128];          /* calls 63 to 64 */
                unsigned char gap21[21504];
                float scatter[128][10]; /* calls 2 to 68 */
                float mul20[64];        /* calls 44 to 105 */
                float sqrt_[64];        /* calls 44 to 104 */
                float div20[64];        /* calls 44 to 105 */
                float mul21[64];        /* calls 47 to 98 */
                float sqrt_2[64];       /* calls 47 to 97 */
                float div21[64];        /* calls 47 to 98 */
                float mul22[64];        /* calls 50 to 91 */
                float sqrt_3[64];       /* calls 50 to 90 */
                float div22[64];        /* calls 50 to 91 */
                float mul23[64];        /* calls 53 to 84 */
                float sqrt_4[64];       /* calls 53 to 83 */
                float div23[64];        /* calls 53 to 84 */
                float mul24[64];        /* calls 56 to 77 */
                float sqrt_5[64];       /* calls 56 to 76 */
                float div24[64];        /* calls 56 to 77 */
                float mul25[64];        /* calls 59 to 70 */
                float sqrt_6[64];       /* calls 59 to 69 */
                float div25[64];        /* calls 59 to 70 */
                unsigned char gap22[711168];
                float pad19[128][32][18][18];  /* calls 27 to 145 */
                float contract[128][64][8][8]; /* calls 43 to 110 */
                float mul26[64];               /* calls 107 to 108 */
                float mul27[32];               /* calls 26 to 147 */
                float sqrt_7[32];              /* calls 26 to 146 */
                float div26[32];               /* calls 26 to 147 */
                float mul28[32];               /* calls 29 to 140 */
                float sqrt_8[32];              /* calls 29 to 139 */
                float div27[32];               /* calls 29 to 140 */
                float mul29[32];               /* calls 32 to 133 */
                float sqrt_9[32];              /* calls 32 to 132 */
                float div28[32];               /* calls 32 to 133 */
                float mul30[32];               /* calls 35 to 126 */
                float sqrt_10[32];             /* calls 35 to 125 */
                float div29[32];               /* calls 35 to 126 */
                float mul31[32];               /* calls 38 to 119 */
                float sqrt_11[32];             /* calls 38 to 118 */
                float div30[32];               /* calls 38 to 119 */
                float mul32[32];               /* calls 41 to 112 */
                float sqrt_12[32];             /* calls 41 to 111 */
                float div31[32];               /* calls 41 to 112 */
                unsigned char gap23[914944];
                float pad20[128][16][34][34];      /* calls 6 to 194 */
                float pad21[128][16][34][34];      /* calls 9 to 187 */
                float pad22[128][16][34][34];      /* calls 12 to 180 */
                float pad23[128][16][34][34];      /* calls 15 to 173 */
                float pad24[128][16][34][34];      /* calls 18 to 166 */
                float pad25[128][16][34][34];      /* calls 21 to 159 */
                float pad26[128][16][33][33];      /* calls 24 to 152 */
                float contract2[128][16][32][32];  /* calls 4 to 200 */
                float x[128][16][32][32];          /* calls 6 to 197 */
                float contract3[128][16][32][32];  /* calls 7 to 194 */
                float relu[128][16][32][32];       /* calls 9 to 190 */
                float contract4[128][16][32][32];  /* calls 10 to 187 */
                float x2[128][16][32][32];         /* calls 12 to 193 */
                float contract5[128][16][32][32];  /* calls 13 to 180 */
                float relu2[128][16][32][32];      /* calls 15 to 176 */
                float contract6[128][16][32][32];  /* calls 16 to 173 */
                float x3[128][16][32][32];         /* calls 18 to 179 */
                float contract7[128][16][32][32];  /* calls 19 to 166 */
                float relu3[128][16][32][32];      /* calls 21 to 162 */
                float contract8[128][16][32][32];  /* calls 22 to 159 */
                float x4[128][16][32][32];         /* calls 24 to 165 */
                float pad27[128][32][18][18];      /* calls 30 to 138 */
                float pad28[128][32][18][18];      /* calls 33 to 131 */
                float pad29[128][32][18][18];      /* calls 36 to 124 */
                float pad30[128][32][18][18];      /* calls 39 to 117 */
                float pad31[128][32][17][17];      /* calls 42 to 110 */
                float contract9[128][32][16][16];  /* calls 25 to 152 */
                float relu4[128][32][16][16];      /* calls 27 to 148 */
                float contract10[128][32][16][16]; /* calls 28 to 145 */
                float x5[128][32][16][16];         /* calls 30 to 151 */
                float contract11[128][32][16][16]; /* calls 31 to 138 */
                float relu5[128][32][16][16];      /* calls 33 to 134 */
                float contract12[128][32][16][16]; /* calls 34 to 131 */
                float x6[128][32][16][16];         /* calls 36 to 137 */
                float contract13[128][32][16][16]; /* calls 37 to 124 */
                float relu6[128][32][16][16];      /* calls 39 to 120 */
                float contract14[128][32][16][16]; /* calls 40 to 117 */
                float x7[128][32][16][16];         /* calls 42 to 123 */
                float pad32[128][64][10][10];      /* calls 54 to 82 */
                float pad34[128][64][10][10];      /* calls 57 to 75 */
                float pad36[128][64][10][10];      /* calls 72 to 74 */
                float relu7[128][64][8][8];        /* calls 45 to 106 */
                float contract15[128][64][8][8];   /* calls 46 to 103 */
                float x8[128][64][8][8];           /* calls 48 to 109 */
                float contract16[128][64][8][8];   /* calls 49 to 96 */
                float relu8[128][64][8][8];        /* calls 51 to 92 */
                float contract17[128][64][8][8];   /* calls 52 to 89 */
                float x9[128][64][8][8];           /* calls 54 to 95 */
                float contract18[128][64][8][8];   /* calls 55 to 82 */
                float relu9[128][64][8][8];        /* calls 57 to 78 */
                float contract19[128][64][8][8];   /* calls 58 to 75 */
                float x10[128][64][8][8];          /* calls 60 to 81 */
                float pad37[128][3][34][34];       /* calls 3 to 200 */
                float mul34[16];                   /* calls 5 to 196 */
                float sqrt_13[16];                 /* calls 5 to 195 */
                float div32[16];                   /* calls 5 to 196 */
                float mul35[16];                   /* calls 8 to 189 */
                float sqrt_14[16];                 /* calls 8 to 188 */
                float div33[16];                   /* calls 8 to 189 */
                float mul36[16];                   /* calls 11 to 182 */
                float sqrt_15[16];                 /* calls 11 to 181 */
                float div34[16];                   /* calls 11 to 182 */
                float mul37[16];                   /* calls 14 to 175 */
                float sqrt_16[16];                 /* calls 14 to 174 */
                float div35[16];                   /* calls 14 to 175 */
                float mul38[16];                   /* calls 17 to 168 */
                float sqrt_17[16];                 /* calls 17 to 167 */
                float div36[16];                   /* calls 17 to 168 */
                float mul39[16];                   /* calls 20 to 161 */
                float sqrt_18[16];                 /* calls 20 to 160 */
                float div37[16];                   /* calls 20 to 161 */
                float mul40[16];                   /* calls 23 to 154 */
                float sqrt_19[16];                 /* calls 23 to 153 */
                float div38[16];                   /* calls 23 to 154 */
            };
            struct {
                float div[64]; /* calls 104 to 105 */
                unsigned char gap1[3276544];
                float div15[64]; /* calls 97 to 98 */
                unsigned char gap3[2031360];
                float mul2[32]; /* calls 113 to 114 */
                unsigned char gap6[1245056];
                float div16[64]; /* calls 90 to 91 */
                unsigned char gap8[2916096];
                float mul8[16]; /* calls 155 to 156 */
                unsigned char gap14[360384];
                float div17[64]; /* calls 69 to 70 */
                unsigned char gap20[32512];
                float mul19[128][64]; /* calls 67 to 81 */
                unsigned char gap24[192225280];
                float mul33[32]; /* calls 149 to 150 */
                unsigned char gap25[76300160];
                float pad33[128][64][10][10]; /* calls 86 to 88 */
                float pad35[128][64][10][10]; /* calls 80 to 81 */
            };
            struct {
                float div2[32]; /* calls 111 to 112 */
                unsigned char gap2[3276672];
                float pad16[128][64][10][10]; /* calls 100 to 102 */
                float pad18[128][64][10][10]; /* calls 94 to 95 */
                float mul15[64];              /* calls 71 to 72 */
            };
            struct {
                float pad3[128][32][18][18]; /* calls 114 to 116 */
                float mul3[32];              /* calls 121 to 122 */
                unsigned char gap7[1245056];
                float mul7[64]; /* calls 99 to 100 */
                unsigned char gap9[2916096];
                float mul9[16]; /* calls 163 to 164 */
                unsigned char gap15[360384];
                float div18[64]; /* calls 76 to 77 */
            };
            struct {
                float div3[32]; /* calls 118 to 119 */
                unsigned char gap4[5308288];
                float mul4[32]; /* calls 127 to 128 */
                unsigned char gap10[4161408];
                float mul10[16]; /* calls 169 to 170 */
                unsigned char gap16[360384];
                float mul16[64]; /* calls 79 to 80 */
            };
            struct {
                float pad4[128][32][18][18]; /* calls 122 to 123 */
                float mul5[32];              /* calls 135 to 136 */
                unsigned char gap11[4161408];
                float mul11[16]; /* calls 177 to 178 */
                unsigned char gap17[360384];
                float div19[64]; /* calls 83 to 84 */
            };
            struct {
                float div4[32]; /* calls 125 to 126 */
                unsigned char gap5[5308288];
                float mul6[32]; /* calls 141 to 142 */
                unsigned char gap12[4161408];
                float mul12[16]; /* calls 183 to 184 */
                unsigned char gap18[360384];
                float mul17[64]; /* calls 85 to 86 */
            };
            struct {
                float pad5[128][32][18][18]; /* calls 128 to 130 */
                unsigned char gap13[4161536];
                float mul13[16]; /* calls 191 to 192 */
                unsigned char gap19[360384];
                float mul18[64]; /* calls 93 to 94 */
            };
        } step;
        union Resnet20Eval {
            float pad6[128][16][34][34];  /* calls 30 to 31 */
            float pad7[128][16][34][34];  /* calls 32 to 33 */
            float pad8[128][16][33][33];  /* calls 34 to 35 */
            float pad13[128][32][18][18]; /* calls 44 to 45 */
            float pad15[128][64][10][10]; /* calls 48 to 49 */
            float pad16[128][64][10][10]; /* calls 50 to 51 */
            float pad17[128][64][10][10]; /* calls 52 to 53 */
            float pad18[128][64][10][10]; /* calls 54 to 55 */
            float pad19[128][64][10][10]; /* calls 56 to 57 */
            struct {
                float pad[128][3][34][34]; /* calls 20 to 21 */
                float div[16];             /* calls 1 to 21 */
                unsigned char gap1[1501120];
                float x[128][64][8][8];         /* calls 49 to 58 */
                float contract4[128][64][8][8]; /* calls 51 to 52 */
                unsigned char gap4[1998848];
                float x2[128][16][32][32];        /* calls 21 to 37 */
                float contract7[128][16][32][32]; /* calls 23 to 24 */
                float div2[64];                   /* calls 14 to 48 */
                float div3[64];                   /* calls 15 to 49 */
                float div4[64];                   /* calls 16 to 52 */
                float div5[64];                   /* calls 17 to 53 */
                float div6[64];                   /* calls 18 to 56 */
                float div7[64];                   /* calls 19 to 58 */
                float div8[32];                   /* calls 8 to 36 */
                float div9[32];                   /* calls 9 to 37 */
                float div10[32];                  /* calls 10 to 40 */
                float div11[32];                  /* calls 11 to 41 */
                float div12[32];                  /* calls 12 to 44 */
                float div13[32];                  /* calls 13 to 45 */
                float div14[16];                  /* calls 2 to 24 */
                float div15[16];                  /* calls 3 to 25 */
                float div16[16];                  /* calls 4 to 28 */
                float div17[16];                  /* calls 5 to 29 */
                float div18[16];                  /* calls 6 to 32 */
                float div19[16];                  /* calls 7 to 33 */
            };
            struct {
                float pad2[128][16][34][34]; /* calls 22 to 23 */
                unsigned char gap5[8388608];
                float contract8[128][16][32][32]; /* calls 27 to 28 */
            };
            struct {
                float pad3[128][16][34][34]; /* calls 24 to 25 */
                unsigned char gap6[8388608];
                float contract9[128][16][32][32]; /* calls 31 to 32 */
            };
            struct {
                float pad4[128][16][34][34]; /* calls 26 to 27 */
                unsigned char gap7[8388608];
                float contract10[128][32][16][16]; /* calls 35 to 36 */
            };
            struct {
                float pad5[128][16][34][34]; /* calls 28 to 29 */
                unsigned char gap8[8388608];
                float x3[128][32][16][16]; /* calls 37 to 49 */
            };
            struct {
                float pad9[128][32][18][18];      /* calls 36 to 37 */
                float contract2[128][32][16][16]; /* calls 39 to 40 */
            };
            struct {
                float pad10[128][32][18][18];     /* calls 38 to 39 */
                float contract3[128][32][16][16]; /* calls 43 to 44 */
            };
            struct {
                float pad11[128][32][18][18]; /* calls 40 to 41 */
                unsigned char gap2[65536];
                float contract5[128][64][8][8]; /* calls 55 to 56 */
            };
            struct {
                float pad12[128][32][18][18]; /* calls 42 to 43 */
                unsigned char gap3[65536];
                float contract6[128][64][8][8]; /* calls 57 to 58 */
            };
            struct {
                float pad14[128][32][17][17];  /* calls 46 to 47 */
                float contract[128][64][8][8]; /* calls 47 to 48 */
            };
            struct {
                float mul[128][64];    /* calls 58 to 59 */
                float logits[128][10]; /* calls 59 to 61 */
            };
            struct {
                float sub[128][10];  /* calls 60 to 63 */
                float sum[128];      /* calls 60 to 63 */
                int32_t argmax[128]; /* calls 61 to 62 */
            };
        } eval;
        union Resnet20EvalOne {
            float pad6[1][16][34][34];  /* calls 30 to 31 */
            float pad7[1][16][34][34];  /* calls 32 to 33 */
            float pad8[1][16][33][33];  /* calls 34 to 35 */
            float pad13[1][32][18][18]; /* calls 44 to 45 */
            float pad15[1][64][10][10]; /* calls 48 to 49 */
            float pad16[1][64][10][10]; /* calls 50 to 51 */
            float pad17[1][64][10][10]; /* calls 52 to 53 */
            float pad18[1][64][10][10]; /* calls 54 to 55 */
            float pad19[1][64][10][10]; /* calls 56 to 57 */
            float sum[1];               /* calls 64 to 65 */
            struct {
                float pad[1][3][34][34]; /* calls 20 to 21 */
                float div[16];           /* calls 1 to 21 */
                unsigned char gap1[11664];
                float x[1][64][8][8];         /* calls 49 to 58 */
                float contract4[1][64][8][8]; /* calls 51 to 52 */
                unsigned char gap4[15616];
                float x2[1][16][32][32];        /* calls 21 to 37 */
                float contract7[1][16][32][32]; /* calls 23 to 24 */
                float div2[64];                 /* calls 14 to 48 */
                float div3[64];                 /* calls 15 to 49 */
                float div4[64];                 /* calls 16 to 52 */
                float div5[64];                 /* calls 17 to 53 */
                float div6[64];                 /* calls 18 to 56 */
                float div7[64];                 /* calls 19 to 58 */
                float div8[32];                 /* calls 8 to 36 */
                float div9[32];                 /* calls 9 to 37 */
                float div10[32];                /* calls 10 to 40 */
                float div11[32];                /* calls 11 to 41 */
                float div12[32];                /* calls 12 to 44 */
                float div13[32];                /* calls 13 to 45 */
                float div14[16];                /* calls 2 to 24 */
                float div15[16];                /* calls 3 to 25 */
                float div16[16];                /* calls 4 to 28 */
                float div17[16];                /* calls 5 to 29 */
                float div18[16];                /* calls 6 to 32 */
                float div19[16];                /* calls 7 to 33 */
            };
            struct {
                float pad2[1][16][34][34]; /* calls 22 to 23 */
                unsigned char gap5[65536];
                float contract8[1][16][32][32]; /* calls 27 to 28 */
            };
            struct {
                float pad3[1][16][34][34]; /* calls 24 to 25 */
                unsigned char gap6[65536];
                float contract9[1][16][32][32]; /* calls 31 to 32 */
            };
            struct {
                float pad4[1][16][34][34]; /* calls 26 to 27 */
                unsigned char gap7[65536];
                float contract10[1][32][16][16]; /* calls 35 to 36 */
            };
            struct {
                float pad5[1][16][34][34]; /* calls 28 to 29 */
                unsigned char gap8[65536];
                float x3[1][32][16][16]; /* calls 37 to 49 */
            };
            struct {
                float pad9[1][32][18][18];      /* calls 36 to 37 */
                float contract2[1][32][16][16]; /* calls 39 to 40 */
            };
            struct {
                float pad10[1][32][18][18];     /* calls 38 to 39 */
                float contract3[1][32][16][16]; /* calls 43 to 44 */
            };
            struct {
                float pad11[1][32][18][18]; /* calls 40 to 41 */
                unsigned char gap2[512];
                float contract5[1][64][8][8]; /* calls 55 to 56 */
            };
            struct {
                float pad12[1][32][18][18]; /* calls 42 to 43 */
                unsigned char gap3[512];
                float contract6[1][64][8][8]; /* calls 57 to 58 */
            };
            struct {
                float pad14[1][32][17][17];  /* calls 46 to 47 */
                float contract[1][64][8][8]; /* calls 47 to 48 */
            };
            struct {
                float mul[1][64];    /* calls 58 to 59 */
                float logits[1][10]; /* calls 59 to 65 */
            };
            struct {
                float max[1];      /* calls 60 to 62 */
                int32_t argmax[1]; /* calls 61 to 63 */
            };
        } eval_one;
        union Resnet20Predict {
            float pad6[1][16][34][34];  /* calls 30 to 31 */
            float pad7[1][16][34][34];  /* calls 32 to 33 */
            float pad8[1][16][33][33];  /* calls 34 to 35 */
            float pad13[1][32][18][18]; /* calls 44 to 45 */
            float pad15[1][64][10][10]; /* calls 48 to 49 */
            float pad16[1][64][10][10]; /* calls 50 to 51 */
            float pad17[1][64][10][10]; /* calls 52 to 53 */
            float pad18[1][64][10][10]; /* calls 54 to 55 */
            float pad19[1][64][10][10]; /* calls 56 to 57 */
            float mul[1][64];           /* calls 58 to 59 */
            struct {
                float pad[1][3][34][34]; /* calls 20 to 21 */
                float div[16];           /* calls 1 to 21 */
                unsigned char gap1[11664];
                float x[1][64][8][8];         /* calls 49 to 58 */
                float contract4[1][64][8][8]; /* calls 51 to 52 */
                unsigned char gap4[15616];
                float x2[1][16][32][32];        /* calls 21 to 37 */
                float contract7[1][16][32][32]; /* calls 23 to 24 */
                float div2[64];                 /* calls 14 to 48 */
                float div3[64];                 /* calls 15 to 49 */
                float div4[64];                 /* calls 16 to 52 */
                float div5[64];                 /* calls 17 to 53 */
                float div6[64];                 /* calls 18 to 56 */
                float div7[64];                 /* calls 19 to 58 */
                float div8[32];                 /* calls 8 to 36 */
                float div9[32];                 /* calls 9 to 37 */
                float div10[32];                /* calls 10 to 40 */
                float div11[32];                /* calls 11 to 41 */
                float div12[32];                /* calls 12 to 44 */
                float div13[32];                /* calls 13 to 45 */
                float div14[16];                /* calls 2 to 24 */
                float div15[16];                /* calls 3 to 25 */
                float div16[16];                /* calls 4 to 28 */
                float div17[16];                /* calls 5 to 29 */
                float div18[16];                /* calls 6 to 32 */
                float div19[16];                /* calls 7 to 33 */
            };
            struct {
                float pad2[1][16][34][34]; /* calls 22 to 23 */
                unsigned char gap5[65536];
                float contract8[1][16][32][32]; /* calls 27 to 28 */
            };
            struct {
                float pad3[1][16][34][34]; /* calls 24 to 25 */
                unsigned char gap6[65536];
                float contract9[1][16][32][32]; /* calls 31 to 32 */
            };
            struct {
                float pad4[1][16][34][34]; /* calls 26 to 27 */
                unsigned char gap7[65536];
                float contract10[1][32][16][16]; /* calls 35 to 36 */
            };
            struct {
                float pad5[1][16][34][34]; /* calls 28 to 29 */
                unsigned char gap8[65536];
                float x3[1][32][16][16]; /* calls 37 to 49 */
            };
            struct {
                float pad9[1][32][18][18];      /* calls 36 to 37 */
                float contract2[1][32][16][16]; /* calls 39 to 40 */
            };
            struct {
                float pad10[1][32][18][18];     /* calls 38 to 39 */
                float contract3[1][32][16][16]; /* calls 43 to 44 */
            };
            struct {
                float pad11[1][32][18][18]; /* calls 40 to 41 */
                unsigned char gap2[512];
                float contract5[1][64][8][8]; /* calls 55 to 56 */
            };
            struct {
                float pad12[1][32][18][18]; /* calls 42 to 43 */
                unsigned char gap3[512];
                float contract6[1][64][8][8]; /* calls 57 to 58 */
            };
            struct {
                float pad14[1][32][17][17];  /* calls 46 to 47 */
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

/* 2  scatter(-0.0078125, label)                                      resnet20.lua:48 */
static void k2_scatter(const int32_t label[restrict 128],
                       float scatter[restrict 128][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 10; j++)
            scatter[i][j] = 0.0f;
    for (int i = 0; i < 128; i++) {
        const int at = label[i];
        scatter[i][at] += -0.0078125f;
    }
}

/* 3  pad(pad(image))                                                 resnet20.lua:47 */
static void k3_pad(const float image[restrict 128][3][32][32],
                   float pad[restrict 128][3][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 3; j++)
            for (int k = 0; k < 34; k++)
                for (int l = 0; l < 34; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 32;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 32);
                    pad[i][j][k][l] = t2 ? image[i][j][k - 1][l - 1] : 0.0f;
                }
}

/* 4  einsum("ncpqij,ocij->nopq", slide(slide(pad2)), conv2d1.wei...  resnet20.lua:47 */
static void k4_contract(const float conv2d1_weight[restrict 16][3][3][3],
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

/* 5  sum(contract8) * 7.62939e-06
 *    batchnorm1.running_mean = 0.9 * batchnorm1.running_mean + 0.1 * mul11
 *    sqrt(sum((contract8 - mul11) * (contract8 - mul11)) * 7.62939e-06 + ...
 *    batchnorm1.weight / sqrt20
 *    batchnorm1.running_var = 0.9 * batchnorm1.running_var + 0.1...  resnet20.lua:47 */
static void k5_batchnorm1_run(const float contract[restrict 128][16][32][32],
                              const float batchnorm1_weight[restrict 16],
                              float mul[restrict 16], float running_mean[restrict 16],
                              float sqrt_[restrict 16], float div[restrict 16],
                              float running_var[restrict 16])
{
    for (int i = 0; i < 16; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 16; m++)
                        lane[m] += contract[j][i][k][16 * l + m];
        const float sum = mf_sum16f(lane);
        const float t = sum * 7.6293945e-06f;
        mul[i] = t;
        running_mean[i] = 0.9f * running_mean[i] + 0.1f * t;
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 16; m++) {
                        const float t2 = contract[j][i][k][16 * l + m] - mul[i];
                        lane2[m] += t2 * t2;
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

/* 6  x = relu((contract8 - mul11) * div21 + batchnorm1.bias)
 *    pad(pad(x))                                                     resnet20.lua:32 */
static void k6_pad(const float contract[restrict 128][16][32][32],
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
            for (int k = 0; k < 34; k++)
                for (int l = 0; l < 34; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 32;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 32);
                    pad[i][j][k][l] = t2 ? x[i][j][k - 1][l - 1] : 0.0f;
                }
        }
}

/* 7  einsum("ncpqij,ocij->nopq", slide(slide(pad29)), conv2d2.we...  resnet20.lua:32 */
static void k7_contract(const float conv2d2_weight[restrict 16][16][3][3],
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

/* 8  x = relu((contract60 - mul62) * div71 + batchnorm3.bias + x)
 *    pad(pad(x))                                                     resnet20.lua:32 */
static void k8_pad(const float contract[restrict 128][16][32][32],
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
            for (int k = 0; k < 34; k++)
                for (int l = 0; l < 34; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 32;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 32);
                    pad[i][j][k][l] = t2 ? x2[i][j][k - 1][l - 1] : 0.0f;
                }
        }
}

/* 9  x = relu((contract162 - mul164) * div173 + batchnorm7.bias + x)
 *    pad(pad(x))                                                     resnet20.lua:32 */
static void k9_pad(const float contract[restrict 128][16][32][32],
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
            for (int k = 0; k < 33; k++)
                for (int l = 0; l < 33; l++) {
                    const bool t = l - 1 >= 0 && k - 1 >= 0;
                    pad[i][j][k][l] = t ? x2[i][j][k - 1][l - 1] : 0.0f;
                }
        }
}

/* 10  einsum("ncpqij,ocij->nopq", slide(slide(pad182)), conv2d8....  resnet20.lua:32 */
static void k10_contract(const float conv2d8_weight[restrict 32][16][3][3],
                         const float pad[restrict 128][16][33][33],
                         float contract[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            float acc[32][64];
            static const MfAxis rows[] = {{32, 144}};
            static const MfAxis columns[] = {{4, 66}, {16, 2}};
            static const MfTerm terms[] = {{16, 9, 1089}, {3, 3, 33}, {3, 1, 1}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d8_weight[0][0][0][0],
                        &pad[i][0][8 * j][0], acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++)
                    for (int m = 0; m < 16; m++)
                        contract[i][k][4 * j + l][m] = acc[k][16 * l + m];
        }
}

/* 11  sum(contract188) * 3.05176e-05
 *     batchnorm8.running_mean = 0.9 * batchnorm8.running_mean + 0.1 * mul191
 *     sqrt(sum((contract188 - mul191) * (contract188 - mul191)) * 3.05176e-05...
 *     batchnorm8.weight / sqrt200
 *     batchnorm8.running_var = 0.9 * batchnorm8.running_var + 0....  resnet20.lua:32 */
static void k11_batchnorm8_run(const float contract[restrict 128][32][16][16],
                               const float batchnorm8_weight[restrict 32],
                               float mul[restrict 32], float running_mean[restrict 32],
                               float sqrt_[restrict 32], float div[restrict 32],
                               float running_var[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] += contract[j][i][k][l];
        const float sum = mf_sum16f(lane);
        const float t = sum * 3.0517578e-05f;
        mul[i] = t;
        running_mean[i] = 0.9f * running_mean[i] + 0.1f * t;
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 16; l++) {
                    const float t2 = contract[j][i][k][l] - mul[i];
                    lane2[l] += t2 * t2;
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

/* 12  relu((contract188 - mul191) * div201 + batchnorm8.bias)
 *     pad(pad(relu207))                                              resnet20.lua:32 */
static void k12_pad(const float contract[restrict 128][32][16][16],
                    const float mul[restrict 32], const float div[restrict 32],
                    const float batchnorm8_bias[restrict 32],
                    float relu[restrict 128][32][16][16],
                    float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    relu[i][j][k][l] = mf_reluf(t + batchnorm8_bias[j]);
                }
            for (int k = 0; k < 18; k++)
                for (int l = 0; l < 18; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 16;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 16);
                    pad[i][j][k][l] = t2 ? relu[i][j][k - 1][l - 1] : 0.0f;
                }
        }
}

/* 13  einsum("ncpqij,ocij->nopq", slide(slide(pad209)), conv2d9....  resnet20.lua:32 */
static void k13_contract(const float conv2d9_weight[restrict 32][32][3][3],
                         const float pad[restrict 128][32][18][18],
                         float contract[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            float acc[32][64];
            static const MfAxis rows[] = {{32, 288}};
            static const MfAxis columns[] = {{4, 18}, {16, 1}};
            static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d9_weight[0][0][0][0],
                        &pad[i][0][4 * j][0], acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++)
                    for (int m = 0; m < 16; m++)
                        contract[i][k][4 * j + l][m] = acc[k][16 * l + m];
        }
}

/* 14  x = relu((contract215 - mul217) * div226 + batchnorm9.bias + pad(slice(x)))
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k14_pad(const float contract[restrict 128][32][16][16],
                    const float mul[restrict 32], const float div[restrict 32],
                    const float batchnorm9_bias[restrict 32],
                    const float x[restrict 128][16][32][32],
                    float x2[restrict 128][32][16][16],
                    float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    const bool t2 = j - 8 >= 0 && j - 8 < 16;
                    const float t3 = t2 ? x[i][j - 8][2 * k][2 * l] : 0.0f;
                    x2[i][j][k][l] = mf_reluf(t + batchnorm9_bias[j] + t3);
                }
            for (int k = 0; k < 18; k++)
                for (int l = 0; l < 18; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 16;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 16);
                    pad[i][j][k][l] = t2 ? x2[i][j][k - 1][l - 1] : 0.0f;
                }
        }
}

/* 15  x = relu((contract268 - mul270) * div279 + batchnorm11.bias + x)
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k15_pad(const float contract[restrict 128][32][16][16],
                    const float mul[restrict 32], const float div[restrict 32],
                    const float batchnorm11_bias[restrict 32],
                    const float x[restrict 128][32][16][16],
                    float x2[restrict 128][32][16][16],
                    float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    x2[i][j][k][l] = mf_reluf(t + batchnorm11_bias[j] + x[i][j][k][l]);
                }
            for (int k = 0; k < 18; k++)
                for (int l = 0; l < 18; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 16;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 16);
                    pad[i][j][k][l] = t2 ? x2[i][j][k - 1][l - 1] : 0.0f;
                }
        }
}

/* 16  x = relu((contract319 - mul321) * div330 + batchnorm13.bias + x)
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k16_pad(const float contract[restrict 128][32][16][16],
                    const float mul[restrict 32], const float div[restrict 32],
                    const float batchnorm13_bias[restrict 32],
                    const float x[restrict 128][32][16][16],
                    float x2[restrict 128][32][16][16],
                    float pad[restrict 128][32][17][17])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    x2[i][j][k][l] = mf_reluf(t + batchnorm13_bias[j] + x[i][j][k][l]);
                }
            for (int k = 0; k < 17; k++)
                for (int l = 0; l < 17; l++) {
                    const bool t = l - 1 >= 0 && k - 1 >= 0;
                    pad[i][j][k][l] = t ? x2[i][j][k - 1][l - 1] : 0.0f;
                }
        }
}

/* 17  einsum("ncpqij,ocij->nopq", slide(slide(pad339)), conv2d14...  resnet20.lua:32 */
static void k17_contract(const float conv2d14_weight[restrict 64][32][3][3],
                         const float pad[restrict 128][32][17][17],
                         float contract[restrict 128][64][8][8])
{
    for (int i = 0; i < 128; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 288}};
        static const MfAxis columns[] = {{8, 34}, {8, 2}};
        static const MfTerm terms[] = {{32, 9, 289}, {3, 3, 17}, {3, 1, 1}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d14_weight[0][0][0][0],
                    &pad[i][0][0][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++)
                    contract[i][j][k][l] = acc[j][8 * k + l];
    }
}

/* 18  sum(contract345) * 0.00012207
 *     batchnorm14.running_mean = 0.9 * batchnorm14.running_mean + 0.1 * mul348
 *     sqrt(sum((contract345 - mul348) * (contract345 - mul348)) * 0.00012207...
 *     batchnorm14.weight / sqrt357
 *     batchnorm14.running_var = 0.9 * batchnorm14.running_var + ...  resnet20.lua:32 */
static void k18_batchnorm14_ru(const float contract[restrict 128][64][8][8],
                               const float batchnorm14_weight[restrict 64],
                               float mul[restrict 64], float running_mean[restrict 64],
                               float sqrt_[restrict 64], float div[restrict 64],
                               float running_var[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++)
                    lane[l] += contract[j][i][k][l];
        const float sum = mf_sum16f(lane);
        const float t = sum * 0.00012207031f;
        mul[i] = t;
        running_mean[i] = 0.9f * running_mean[i] + 0.1f * t;
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++) {
                    const float t2 = contract[j][i][k][l] - mul[i];
                    lane2[l] += t2 * t2;
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

/* 19  relu((contract345 - mul348) * div358 + batchnorm14.bias)
 *     pad(pad(relu364))                                              resnet20.lua:32 */
static void k19_pad(const float contract[restrict 128][64][8][8],
                    const float mul[restrict 64], const float div[restrict 64],
                    const float batchnorm14_bias[restrict 64],
                    float relu[restrict 128][64][8][8],
                    float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    relu[i][j][k][l] = mf_reluf(t + batchnorm14_bias[j]);
                }
            for (int k = 0; k < 10; k++)
                for (int l = 0; l < 10; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 8;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 8);
                    pad[i][j][k][l] = t2 ? relu[i][j][k - 1][l - 1] : 0.0f;
                }
        }
}

/* 20  einsum("ncpqij,ocij->nopq", slide(slide(pad366)), conv2d15...  resnet20.lua:32 */
static void k20_contract(const float conv2d15_weight[restrict 64][64][3][3],
                         const float pad[restrict 128][64][10][10],
                         float contract[restrict 128][64][8][8])
{
    for (int i = 0; i < 128; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 576}};
        static const MfAxis columns[] = {{8, 10}, {8, 1}};
        static const MfTerm terms[] = {{64, 9, 100}, {3, 3, 10}, {3, 1, 1}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d15_weight[0][0][0][0],
                    &pad[i][0][0][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++)
                    contract[i][j][k][l] = acc[j][8 * k + l];
    }
}

/* 21  x = relu((contract372 - mul374) * div383 + batchnorm15.bias + pad(slice(x)))
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k21_pad(const float contract[restrict 128][64][8][8],
                    const float mul[restrict 64], const float div[restrict 64],
                    const float batchnorm15_bias[restrict 64],
                    const float x[restrict 128][32][16][16],
                    float x2[restrict 128][64][8][8],
                    float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    const bool t2 = j - 16 >= 0 && j - 16 < 32;
                    const float t3 = t2 ? x[i][j - 16][2 * k][2 * l] : 0.0f;
                    x2[i][j][k][l] = mf_reluf(t + batchnorm15_bias[j] + t3);
                }
            for (int k = 0; k < 10; k++)
                for (int l = 0; l < 10; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 8;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 8);
                    pad[i][j][k][l] = t2 ? x2[i][j][k - 1][l - 1] : 0.0f;
                }
        }
}

/* 22  x = relu((contract425 - mul427) * div436 + batchnorm17.bias + x)
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k22_pad(const float contract[restrict 128][64][8][8],
                    const float mul[restrict 64], const float div[restrict 64],
                    const float batchnorm17_bias[restrict 64],
                    const float x[restrict 128][64][8][8],
                    float x2[restrict 128][64][8][8],
                    float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    x2[i][j][k][l] = mf_reluf(t + batchnorm17_bias[j] + x[i][j][k][l]);
                }
            for (int k = 0; k < 10; k++)
                for (int l = 0; l < 10; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 8;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 8);
                    pad[i][j][k][l] = t2 ? x2[i][j][k - 1][l - 1] : 0.0f;
                }
        }
}

/* 23  x = relu((contract476 - mul478) * div487 + batchnorm19.bias + x)
 *     sum(x) * 0.015625                                              resnet20.lua:44 */
static void k23_mul(const float contract[restrict 128][64][8][8],
                    const float mul[restrict 64], const float div[restrict 64],
                    const float batchnorm19_bias[restrict 64],
                    const float x[restrict 128][64][8][8],
                    float x2[restrict 128][64][8][8], float mul2[restrict 128][64])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    x2[i][j][k][l] = mf_reluf(t + batchnorm19_bias[j] + x[i][j][k][l]);
                }
            float lane[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++)
                    lane[l] += x2[i][j][k][l];
            const float sum = mf_sum16f(lane);
            mul2[i][j] = sum * 0.015625f;
        }
}

/* 24  logits = mul497 linear1.weight + linear1.bias                  resnet20.lua:47 */
static void k24_logits(const float linear1_weight[restrict 64][10],
                       const float mul[restrict 128][64],
                       const float linear1_bias[restrict 10],
                       float logits[restrict 128][10])
{
    for (int i = 0; i < 2; i++) {
        float acc[10][64];
        static const MfAxis rows[] = {{10, 1}};
        static const MfAxis columns[] = {{64, 64}};
        static const MfTerm terms[] = {{64, 10, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &linear1_weight[0][0],
                    &mul[64 * i][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 10; k++)
                logits[64 * i + j][k] = acc[k][j] + linear1_bias[k];
    }
}

/* 25  max(logits)
 *     logits - max503
 *     exp(sub505)
 *     sum(exp506)
 *     0.0078125 / sum507
 *     dlogits = scatter546 + div548 * exp506                         resnet20.lua:48 */
static void k25_dlogits(const float logits[restrict 128][10],
                        float sub[restrict 128][10], float sum[restrict 128],
                        float scatter[restrict 128][10])
{
    for (int i = 0; i < 128; i++) {
        float acc = -INFINITY;
        for (int j = 0; j < 10; j++)
            acc = mf_maxf(logits[i][j], acc);
        float max;
        max = acc;
        float exp[10];
        for (int j = 0; j < 10; j++) {
            const float t = logits[i][j] - max;
            sub[i][j] = t;
            exp[j] = mf_expf(t);
        }
        float lane[16] = {0};
        for (int j = 0; j < 10; j++)
            lane[j] += exp[j];
        const float sum2 = mf_sum16f(lane);
        sum[i] = sum2;
        float div;
        div = 0.0078125f / sum2;
        for (int j = 0; j < 10; j++)
            scatter[i][j] = scatter[i][j] + div * exp[j];
    }
}

/* 26  argmax(logits)                                                 resnet20.lua:61 */
static void k26_argmax(const float logits[restrict 128][10],
                       int32_t argmax[restrict 128])
{
    for (int i = 0; i < 128; i++) {
        float top = -INFINITY;
        int32_t at = 0;
        for (int j = 0; j < 10; j++) {
            if (mf_abovef(logits[i][j], top)) {
                top = logits[i][j];
                at = j;
            }
        }
        argmax[i] = at;
    }
}

/* 27  accuracy = sum(f32(argmax515 == label)) * 0.0078125            resnet20.lua:61 */
static void k27_accuracy(const int32_t argmax[restrict 128],
                         const int32_t label[restrict 128], float *restrict accuracy)
{
    float lane[16] = {0};
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < 16; j++)
            lane[j] += (float)(argmax[16 * i + j] == label[16 * i + j]);
    const float sum = mf_sum16f(lane);
    *accuracy = sum * 0.0078125f;
}

/* 28  loss = sum(log(sum507) - gather(sub505, label)) * 0.0078125    resnet20.lua:48 */
static void k28_loss(const int32_t label[restrict 128], const float sum[restrict 128],
                     const float sub[restrict 128][10], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < 16; j++) {
            const int at = label[16 * i + j];
            lane[j] += mf_logf(sum[16 * i + j]) - sub[16 * i + j][at];
        }
    const float sum2 = mf_sum16f(lane);
    *loss = sum2 * 0.0078125f;
}

/* 29  sgd.v.linear1.bias = where(abs(momentum * sgd.v.linear1.bias + (sum(dlogits) +...
 *     linear1.bias = linear1.bias - 0.1 * pow525 * where1768         resnet20.lua:55 */
static void k29_linear1_bias(const float dlogits[restrict 128][10], float momentum,
                             float weight_decay, float pow,
                             float sgd_v_linear1_bias[restrict 10],
                             float linear1_bias[restrict 10])
{
    float acc[10] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 10; j++)
            acc[j] += dlogits[i][j];
    for (int i = 0; i < 10; i++) {
        const float t = acc[i] + weight_decay * linear1_bias[i];
        const float t2 = momentum * sgd_v_linear1_bias[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        sgd_v_linear1_bias[i] = t2_2;
        linear1_bias[i] = linear1_bias[i] - 0.1f * pow * t2_2;
    }
}

/* 30  dlogits linear1.weight' * 0.015625                             resnet20.lua:44 */
static void k30_mul(const float dlogits[restrict 128][10],
                    const float linear1_weight[restrict 64][10],
                    float mul[restrict 128][64])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 10}};
        static const MfAxis columns[] = {{64, 10}};
        static const MfTerm terms[] = {{10, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &dlogits[64 * i][0],
                    &linear1_weight[0][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                mul[64 * i + j][k] = acc[j][k] * 0.015625f;
    }
}

/* 31  sgd.v.linear1.weight = where(abs(momentum * sgd.v.linear1.weight + (mul497' dl...
 *     linear1.weight = linear1.weight - 0.1 * pow525 * where1752     resnet20.lua:55 */
static void k31_linear1_weight(const float dlogits[restrict 128][10],
                               const float mul[restrict 128][64], float momentum,
                               float weight_decay, float pow,
                               float sgd_v_linear1_weight[restrict 64][10],
                               float linear1_weight[restrict 64][10])
{
    float acc[10][64];
    static const MfAxis rows[] = {{10, 1}};
    static const MfAxis columns[] = {{64, 1}};
    static const MfTerm terms[] = {{128, 10, 64}};
    mf_productf(1, rows, 1, columns, 1, terms, &dlogits[0][0], &mul[0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++) {
            const float t = acc[j][i] + weight_decay * linear1_weight[i][j];
            const float t2 = momentum * sgd_v_linear1_weight[i][j] + t;
            const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            sgd_v_linear1_weight[i][j] = t2_2;
            linear1_weight[i][j] = linear1_weight[i][j] - 0.1f * pow * t2_2;
        }
}

/* 32  sum(where(x > 0, mul553, 0) * (contract476 - mul478)) * div487 / sqrt486...
 *     sgd.v.batchnorm19.weight = where(abs(momentum * sgd.v.batchnorm19.weight + (su...
 *     batchnorm19.weight = batchnorm19.weight - 0.1 * pow525 * w...  resnet20.lua:55 */
static void k32_batchnorm19_we(const float x[restrict 128][64][8][8],
                               const float mul[restrict 128][64],
                               const float contract[restrict 128][64][8][8],
                               const float mul2[restrict 64],
                               const float div[restrict 64],
                               const float sqrt_[restrict 64], float momentum,
                               float weight_decay, float pow, float div2[restrict 64],
                               float v_batchnorm19_weight[restrict 64],
                               float batchnorm19_weight[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++) {
                    const float t = x[j][i][k][l] > 0.0f ? mul[j][i] : 0.0f;
                    lane[l] += t * (contract[j][i][k][l] - mul2[i]);
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

/* 33  where(x > 0, mul553, 0) * div487 + div564 * 0.00012207 * (...  resnet20.lua:32 */
static void k33_add(const float div[restrict 64], const float mul[restrict 64],
                    const float x[restrict 128][64][8][8],
                    const float mul2[restrict 128][64], const float div2[restrict 64],
                    float contract[restrict 128][64][8][8])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++) {
                    const float t = contract[i][j][k][l] - mul[j];
                    const float t2 = div[j] * 0.00012207031f * t;
                    const float t3 = x[i][j][k][l] > 0.0f ? mul2[i][j] : 0.0f;
                    contract[i][j][k][l] = t3 * div2[j] + t2 + t2;
                }
}

/* 34  sum(add569) * -0.00012207                                      resnet20.lua:32 */
static void k34_mul(const float add[restrict 128][64][8][8], float mul[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++)
                    lane[l] += add[j][i][k][l];
        const float sum = mf_sum16f(lane);
        mul[i] = sum * -0.00012207031f;
    }
}

/* 35  add569 + mul572
 *     pad(pad(add574))                                               resnet20.lua:32 */
static void k35_pad(const float mul[restrict 64], float add[restrict 128][64][8][8],
                    float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++)
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
            for (int k = 0; k < 10; k++)
                for (int l = 0; l < 10; l++) {
                    const bool t = k - 1 >= 0 && k - 1 < 8;
                    const bool t2 = t && (l - 1 >= 0 && l - 1 < 8);
                    pad[i][j][k][l] = t2 ? add[i][j][k - 1][l - 1] : 0.0f;
                }
        }
}

/* 36  sgd.v.batchnorm19.bias = where(abs(momentum * sgd.v.batchnorm19.bias + (sum(wh...
 *     batchnorm19.bias = batchnorm19.bias - 0.1 * pow525 * where...  resnet20.lua:55 */
static void k36_batchnorm19_bi(const float x[restrict 128][64][8][8],
                               const float mul[restrict 128][64], float momentum,
                               float weight_decay, float pow,
                               float v_batchnorm19_bias[restrict 64],
                               float batchnorm19_bias[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++)
                    lane[l] += x[j][i][k][l] > 0.0f ? mul[j][i] : 0.0f;
        const float sum = mf_sum16f(lane);
        const float t = sum + weight_decay * batchnorm19_bias[i];
        const float t2 = momentum * v_batchnorm19_bias[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        v_batchnorm19_bias[i] = t2_2;
        batchnorm19_bias[i] = batchnorm19_bias[i] - 0.1f * pow * t2_2;
    }
}

/* 37  where(relu468 > 0, einsum("nopqji,ocij->ncpq", slice(slide...  resnet20.lua:32 */
static void k37_where(const float conv2d19_weight[restrict 64][64][3][3],
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
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++) {
                    const bool t = relu[i][j][k][l] > 0.0f;
                    relu[i][j][k][l] = t ? acc[j][8 * k + l] : 0.0f;
                }
    }
}

/* 38  sgd.v.conv2d19.weight = where(abs(momentum * sgd.v.conv2d19.weight + (einsum("...
 *     conv2d19.weight = conv2d19.weight - 0.1 * pow525 * where1714   resnet20.lua:55 */
static void k38_conv2d19_weigh(const float pad[restrict 128][64][10][10],
                               const float add[restrict 128][64][8][8], float momentum,
                               float weight_decay, float pow,
                               float v_conv2d19_weight[restrict 64][64][3][3],
                               float conv2d19_weight[restrict 64][64][3][3])
{
    for (int i = 0; i < 16; i++) {
        float acc[36][64];
        static const MfAxis rows[] = {{4, 100}, {3, 10}, {3, 1}};
        static const MfAxis columns[] = {{64, 64}};
        static const MfTerm terms[] = {{128, 6400, 4096}, {8, 10, 8}, {8, 1, 1}};
        mf_productf(3, rows, 1, columns, 3, terms, &pad[0][4 * i][0][0],
                    &add[0][0][0][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 3; l++)
                    for (int m = 0; m < 3; m++) {
                        const float t = v_conv2d19_weight[j][4 * i + k][l][m];
                        const float t2 = conv2d19_weight[j][4 * i + k][l][m];
                        const float t3 = acc[9 * k + 3 * l + m][j] + weight_decay * t2;
                        const float t3_2 = momentum * t + t3;
                        const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
                        v_conv2d19_weight[j][4 * i + k][l][m] = t4;
                        const float t5 = conv2d19_weight[j][4 * i + k][l][m];
                        conv2d19_weight[j][4 * i + k][l][m] = t5 - 0.1f * pow * t4;
                    }
    }
}

/* 39  sum(where584 * (contract451 - mul453)) * div462 / sqrt461 * -0.5 / ...
 *     sgd.v.batchnorm18.weight = where(abs(momentum * sgd.v.batchnorm18.weight + (su...
 *     batchnorm18.weight = batchnorm18.weight - 0.1 * pow525 * w...  resnet20.lua:55 */
static void k39_batchnorm18_we(const float where[restrict 128][64][8][8],
                               const float contract[restrict 128][64][8][8],
                               const float mul[restrict 64],
                               const float div[restrict 64],
                               const float sqrt_[restrict 64], float momentum,
                               float weight_decay, float pow, float div2[restrict 64],
                               float v_batchnorm18_weight[restrict 64],
                               float batchnorm18_weight[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++)
                    lane[l] += where[j][i][k][l] * (contract[j][i][k][l] - mul[i]);
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

/* 40  where584 * div462 + div591 * 0.00012207 * (contract451 - m...  resnet20.lua:32 */
static void k40_add(const float div[restrict 64], const float mul[restrict 64],
                    const float where[restrict 128][64][8][8],
                    const float div2[restrict 64],
                    float contract[restrict 128][64][8][8])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++) {
                    const float t = contract[i][j][k][l] - mul[j];
                    const float t2 = div[j] * 0.00012207031f * t;
                    contract[i][j][k][l] = where[i][j][k][l] * div2[j] + t2 + t2;
                }
}

/* 41  sgd.v.batchnorm18.bias = where(abs(momentum * sgd.v.batchnorm18.bias + (sum(wh...
 *     batchnorm18.bias = batchnorm18.bias - 0.1 * pow525 * where...  resnet20.lua:55 */
static void k41_batchnorm18_bi(const float where[restrict 128][64][8][8],
                               float momentum, float weight_decay, float pow,
                               float v_batchnorm18_bias[restrict 64],
                               float batchnorm18_bias[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++)
                    lane[l] += where[j][i][k][l];
        const float sum = mf_sum16f(lane);
        const float t = sum + weight_decay * batchnorm18_bias[i];
        const float t2 = momentum * v_batchnorm18_bias[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        v_batchnorm18_bias[i] = t2_2;
        batchnorm18_bias[i] = batchnorm18_bias[i] - 0.1f * pow * t2_2;
    }
}

/* 42  where(x > 0, where(x > 0, mul553, 0) + einsum("nopqji,ocij...  resnet20.lua:32 */
static void k42_where(const float conv2d18_weight[restrict 64][64][3][3],
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
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++) {
                    const float t = x[i][j][k][l] > 0.0f ? mul[i][j] : 0.0f;
                    const bool t2 = x2[i][j][k][l] > 0.0f;
                    x2[i][j][k][l] = t2 ? t + acc[j][8 * k + l] : 0.0f;
                }
    }
}

/* 43  where(x > 0, where611 + einsum("nopqji,ocij->ncpq", slice(...  resnet20.lua:32 */
static void k43_where(const float conv2d16_weight[restrict 64][64][3][3],
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
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++) {
                    const float t = where[i][j][k][l] + acc[j][8 * k + l];
                    x[i][j][k][l] = x[i][j][k][l] > 0.0f ? t : 0.0f;
                }
    }
}

/* 44  add707 + mul709
 *     pad(pad(add711))                                               resnet20.lua:32 */
static void k44_pad(const float mul[restrict 64], float add[restrict 128][64][8][8],
                    float pad[restrict 128][64][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++)
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
            for (int k = 0; k < 18; k++)
                for (int l = 0; l < 18; l++) {
                    const bool t = k - 1 >= 0 && k - 1 < 16 && (k - 1) % 2 == 0;
                    const bool t2 = l - 1 >= 0 && l - 1 < 16 && (l - 1) % 2 == 0;
                    pad[i][j][k][l] =
                        t && t2 ? add[i][j][(k - 1) / 2][(l - 1) / 2] : 0.0f;
                }
        }
}

/* 45  where(x > 0, pad(pad(slice(where665))) + einsum("nopqji,oc...  resnet20.lua:32 */
static void k45_where(const float conv2d14_weight[restrict 64][32][3][3],
                      const float pad[restrict 128][64][18][18],
                      const float where[restrict 128][64][8][8],
                      float x[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            float acc[32][64];
            static const MfAxis rows[] = {{32, 9}};
            static const MfAxis columns[] = {{4, 18}, {16, 1}};
            static const MfTerm terms[] = {{64, 288, 324}, {3, 1, -1}, {3, 3, -18}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d14_weight[0][0][0][0],
                        &pad[i][0][4 * j + 2][2], acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++)
                    for (int m = 0; m < 16; m++) {
                        const bool t = (4 * j + l) % 2 == 0 && m % 2 == 0;
                        const bool t2 = x[i][k][4 * j + l][m] > 0.0f;
                        const float t3 = acc[k][16 * l + m];
                        /* clang-format off */
                        x[i][k][4 * j + l][m] =
                            t2 ? (t ? where[i][k + 16][(4 * j + l) / 2][m / 2] : 0.0f) + t3 : 0.0f;
                        /* clang-format on */
                    }
        }
}

/* 46  sgd.v.conv2d14.weight = where(abs(momentum * sgd.v.conv2d14.weight + (einsum("...
 *     conv2d14.weight = conv2d14.weight - 0.1 * pow525 * where1539   resnet20.lua:55 */
static void k46_conv2d14_weigh(const float pad[restrict 128][32][17][17],
                               const float add[restrict 128][64][8][8], float momentum,
                               float weight_decay, float pow,
                               float v_conv2d14_weight[restrict 64][32][3][3],
                               float conv2d14_weight[restrict 64][32][3][3])
{
    for (int i = 0; i < 8; i++) {
        float acc[36][64];
        static const MfAxis rows[] = {{4, 289}, {3, 17}, {3, 1}};
        static const MfAxis columns[] = {{64, 64}};
        static const MfTerm terms[] = {{128, 9248, 4096}, {8, 34, 8}, {8, 2, 1}};
        mf_productf(3, rows, 1, columns, 3, terms, &pad[0][4 * i][0][0],
                    &add[0][0][0][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 3; l++)
                    for (int m = 0; m < 3; m++) {
                        const float t = v_conv2d14_weight[j][4 * i + k][l][m];
                        const float t2 = conv2d14_weight[j][4 * i + k][l][m];
                        const float t3 = acc[9 * k + 3 * l + m][j] + weight_decay * t2;
                        const float t3_2 = momentum * t + t3;
                        const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
                        v_conv2d14_weight[j][4 * i + k][l][m] = t4;
                        const float t5 = conv2d14_weight[j][4 * i + k][l][m];
                        conv2d14_weight[j][4 * i + k][l][m] = t5 - 0.1f * pow * t4;
                    }
    }
}

/* 47  sum(where722 * (contract319 - mul321)) * div330 / sqrt329 * -0.5 / ...
 *     sgd.v.batchnorm13.weight = where(abs(momentum * sgd.v.batchnorm13.weight + (su...
 *     batchnorm13.weight = batchnorm13.weight - 0.1 * pow525 * w...  resnet20.lua:55 */
static void k47_batchnorm13_we(const float where[restrict 128][32][16][16],
                               const float contract[restrict 128][32][16][16],
                               const float mul[restrict 32],
                               const float div[restrict 32],
                               const float sqrt_[restrict 32], float momentum,
                               float weight_decay, float pow, float div2[restrict 32],
                               float v_batchnorm13_weight[restrict 32],
                               float batchnorm13_weight[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] += where[j][i][k][l] * (contract[j][i][k][l] - mul[i]);
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

/* 48  where722 * div330 + div731 * 3.05176e-05 * (contract319 - ...  resnet20.lua:32 */
static void k48_add(const float div[restrict 32], const float mul[restrict 32],
                    const float where[restrict 128][32][16][16],
                    const float div2[restrict 32],
                    float contract[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = contract[i][j][k][l] - mul[j];
                    const float t2 = div[j] * 3.0517578e-05f * t;
                    contract[i][j][k][l] = where[i][j][k][l] * div2[j] + t2 + t2;
                }
}

/* 49  sum(add736) * -3.05176e-05                                     resnet20.lua:32 */
static void k49_mul(const float add[restrict 128][32][16][16], float mul[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] += add[j][i][k][l];
        const float sum = mf_sum16f(lane);
        mul[i] = sum * -3.0517578e-05f;
    }
}

/* 50  add736 + mul739
 *     pad(pad(add741))                                               resnet20.lua:32 */
static void k50_pad(const float mul[restrict 32], float add[restrict 128][32][16][16],
                    float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 16; l++)
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
            for (int k = 0; k < 18; k++)
                for (int l = 0; l < 18; l++) {
                    const bool t = k - 1 >= 0 && k - 1 < 16;
                    const bool t2 = t && (l - 1 >= 0 && l - 1 < 16);
                    pad[i][j][k][l] = t2 ? add[i][j][k - 1][l - 1] : 0.0f;
                }
        }
}

/* 51  sgd.v.batchnorm13.bias = where(abs(momentum * sgd.v.batchnorm13.bias + (sum(wh...
 *     batchnorm13.bias = batchnorm13.bias - 0.1 * pow525 * where...  resnet20.lua:55 */
static void k51_batchnorm13_bi(const float where[restrict 128][32][16][16],
                               float momentum, float weight_decay, float pow,
                               float v_batchnorm13_bias[restrict 32],
                               float batchnorm13_bias[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] += where[j][i][k][l];
        const float sum = mf_sum16f(lane);
        const float t = sum + weight_decay * batchnorm13_bias[i];
        const float t2 = momentum * v_batchnorm13_bias[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        v_batchnorm13_bias[i] = t2_2;
        batchnorm13_bias[i] = batchnorm13_bias[i] - 0.1f * pow * t2_2;
    }
}

/* 52  where(relu311 > 0, einsum("nopqji,ocij->ncpq", slice(slide...  resnet20.lua:32 */
static void k52_where(const float conv2d13_weight[restrict 32][32][3][3],
                      const float pad[restrict 128][32][18][18],
                      float relu[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            float acc[32][64];
            static const MfAxis rows[] = {{32, 9}};
            static const MfAxis columns[] = {{4, 18}, {16, 1}};
            static const MfTerm terms[] = {{32, 288, 324}, {3, 1, -1}, {3, 3, -18}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d13_weight[0][0][0][0],
                        &pad[i][0][4 * j + 2][2], acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++)
                    for (int m = 0; m < 16; m++) {
                        const bool t = relu[i][k][4 * j + l][m] > 0.0f;
                        relu[i][k][4 * j + l][m] = t ? acc[k][16 * l + m] : 0.0f;
                    }
        }
}

/* 53  sgd.v.conv2d13.weight = where(abs(momentum * sgd.v.conv2d13.weight + (einsum("...
 *     conv2d13.weight = conv2d13.weight - 0.1 * pow525 * where1501   resnet20.lua:55 */
static void k53_conv2d13_weigh(const float pad[restrict 128][32][18][18],
                               const float add[restrict 128][32][16][16],
                               float momentum, float weight_decay, float pow,
                               float v_conv2d13_weight[restrict 32][32][3][3],
                               float conv2d13_weight[restrict 32][32][3][3])
{
    for (int i = 0; i < 8; i++) {
        float acc[36][32];
        static const MfAxis rows[] = {{4, 324}, {3, 18}, {3, 1}};
        static const MfAxis columns[] = {{32, 256}};
        static const MfTerm terms[] = {{128, 10368, 8192}, {16, 18, 16}, {16, 1, 1}};
        mf_productf(3, rows, 1, columns, 3, terms, &pad[0][4 * i][0][0],
                    &add[0][0][0][0], acc[0], 32);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 3; l++)
                    for (int m = 0; m < 3; m++) {
                        const float t = v_conv2d13_weight[j][4 * i + k][l][m];
                        const float t2 = conv2d13_weight[j][4 * i + k][l][m];
                        const float t3 = acc[9 * k + 3 * l + m][j] + weight_decay * t2;
                        const float t3_2 = momentum * t + t3;
                        const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
                        v_conv2d13_weight[j][4 * i + k][l][m] = t4;
                        const float t5 = conv2d13_weight[j][4 * i + k][l][m];
                        conv2d13_weight[j][4 * i + k][l][m] = t5 - 0.1f * pow * t4;
                    }
    }
}

/* 54  where(x > 0, where722 + einsum("nopqji,ocij->ncpq", slice(...  resnet20.lua:32 */
static void k54_where(const float conv2d12_weight[restrict 32][32][3][3],
                      const float pad[restrict 128][32][18][18],
                      const float where[restrict 128][32][16][16],
                      float x[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            float acc[32][64];
            static const MfAxis rows[] = {{32, 9}};
            static const MfAxis columns[] = {{4, 18}, {16, 1}};
            static const MfTerm terms[] = {{32, 288, 324}, {3, 1, -1}, {3, 3, -18}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d12_weight[0][0][0][0],
                        &pad[i][0][4 * j + 2][2], acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++)
                    for (int m = 0; m < 16; m++) {
                        const bool t = x[i][k][4 * j + l][m] > 0.0f;
                        const float t2 = where[i][k][4 * j + l][m];
                        x[i][k][4 * j + l][m] = t ? t2 + acc[k][16 * l + m] : 0.0f;
                    }
        }
}

/* 55  add874 + mul876
 *     pad(pad(add878))                                               resnet20.lua:32 */
static void k55_pad(const float mul[restrict 32], float add[restrict 128][32][16][16],
                    float pad[restrict 128][32][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 16; l++)
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
            for (int k = 0; k < 34; k++)
                for (int l = 0; l < 34; l++) {
                    const bool t = k - 1 >= 0 && k - 1 < 32 && (k - 1) % 2 == 0;
                    const bool t2 = l - 1 >= 0 && l - 1 < 32 && (l - 1) % 2 == 0;
                    pad[i][j][k][l] =
                        t && t2 ? add[i][j][(k - 1) / 2][(l - 1) / 2] : 0.0f;
                }
        }
}

/* 56  where(x > 0, pad(pad(slice(where832))) + einsum("nopqji,oc...  resnet20.lua:32 */
static void k56_where(const float conv2d8_weight[restrict 32][16][3][3],
                      const float pad[restrict 128][32][34][34],
                      const float where[restrict 128][32][16][16],
                      float x[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            float acc[16][64];
            static const MfAxis rows[] = {{16, 9}};
            static const MfAxis columns[] = {{2, 34}, {32, 1}};
            static const MfTerm terms[] = {{32, 144, 1156}, {3, 1, -1}, {3, 3, -34}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d8_weight[0][0][0][0],
                        &pad[i][0][2 * j + 2][2], acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 32; m++) {
                        const bool t = (2 * j + l) % 2 == 0 && m % 2 == 0;
                        const bool t2 = x[i][k][2 * j + l][m] > 0.0f;
                        const float t3 = acc[k][32 * l + m];
                        /* clang-format off */
                        x[i][k][2 * j + l][m] =
                            t2 ? (t ? where[i][k + 8][(2 * j + l) / 2][m / 2] : 0.0f) + t3 : 0.0f;
                        /* clang-format on */
                    }
        }
}

/* 57  sgd.v.conv2d8.weight = where(abs(momentum * sgd.v.conv2d8.weight + (einsum("nc...
 *     conv2d8.weight = conv2d8.weight - 0.1 * pow525 * where1326     resnet20.lua:55 */
static void k57_conv2d8_weight(const float pad[restrict 128][16][33][33],
                               const float add[restrict 128][32][16][16],
                               float momentum, float weight_decay, float pow,
                               float sgd_v_conv2d8_weight[restrict 32][16][3][3],
                               float conv2d8_weight[restrict 32][16][3][3])
{
    for (int i = 0; i < 4; i++) {
        float acc[36][32];
        static const MfAxis rows[] = {{4, 1089}, {3, 33}, {3, 1}};
        static const MfAxis columns[] = {{32, 256}};
        static const MfTerm terms[] = {{128, 17424, 8192}, {16, 66, 16}, {16, 2, 1}};
        mf_productf(3, rows, 1, columns, 3, terms, &pad[0][4 * i][0][0],
                    &add[0][0][0][0], acc[0], 32);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 3; l++)
                    for (int m = 0; m < 3; m++) {
                        const float t = sgd_v_conv2d8_weight[j][4 * i + k][l][m];
                        const float t2 = conv2d8_weight[j][4 * i + k][l][m];
                        const float t3 = acc[9 * k + 3 * l + m][j] + weight_decay * t2;
                        const float t3_2 = momentum * t + t3;
                        const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
                        sgd_v_conv2d8_weight[j][4 * i + k][l][m] = t4;
                        const float t5 = conv2d8_weight[j][4 * i + k][l][m];
                        conv2d8_weight[j][4 * i + k][l][m] = t5 - 0.1f * pow * t4;
                    }
    }
}

/* 58  sum(where889 * (contract162 - mul164)) * div173 / sqrt172 * -0.5 / ...
 *     sgd.v.batchnorm7.weight = where(abs(momentum * sgd.v.batchnorm7.weight + (sum(...
 *     batchnorm7.weight = batchnorm7.weight - 0.1 * pow525 * whe...  resnet20.lua:55 */
static void k58_batchnorm7_wei(const float where[restrict 128][16][32][32],
                               const float contract[restrict 128][16][32][32],
                               const float mul[restrict 16],
                               const float div[restrict 16],
                               const float sqrt_[restrict 16], float momentum,
                               float weight_decay, float pow, float div2[restrict 16],
                               float v_batchnorm7_weight[restrict 16],
                               float batchnorm7_weight[restrict 16])
{
    for (int i = 0; i < 16; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 16; m++) {
                        const float t = contract[j][i][k][16 * l + m] - mul[i];
                        lane[m] += where[j][i][k][16 * l + m] * t;
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

/* 59  where889 * div173 + div898 * 7.62939e-06 * (contract162 - ...  resnet20.lua:32 */
static void k59_add(const float div[restrict 16], const float mul[restrict 16],
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

/* 60  sum(add903) * -7.62939e-06                                     resnet20.lua:32 */
static void k60_mul(const float add[restrict 128][16][32][32], float mul[restrict 16])
{
    for (int i = 0; i < 16; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 16; m++)
                        lane[m] += add[j][i][k][16 * l + m];
        const float sum = mf_sum16f(lane);
        mul[i] = sum * -7.6293945e-06f;
    }
}

/* 61  add903 + mul906
 *     pad(pad(add908))                                               resnet20.lua:32 */
static void k61_pad(const float mul[restrict 16], float add[restrict 128][16][32][32],
                    float pad[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 32; l++)
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
            for (int k = 0; k < 34; k++)
                for (int l = 0; l < 34; l++) {
                    const bool t = k - 1 >= 0 && k - 1 < 32;
                    const bool t2 = t && (l - 1 >= 0 && l - 1 < 32);
                    pad[i][j][k][l] = t2 ? add[i][j][k - 1][l - 1] : 0.0f;
                }
        }
}

/* 62  sgd.v.batchnorm7.bias = where(abs(momentum * sgd.v.batchnorm7.bias + (sum(wher...
 *     batchnorm7.bias = batchnorm7.bias - 0.1 * pow525 * where1310   resnet20.lua:55 */
static void k62_batchnorm7_bia(const float where[restrict 128][16][32][32],
                               float momentum, float weight_decay, float pow,
                               float v_batchnorm7_bias[restrict 16],
                               float batchnorm7_bias[restrict 16])
{
    for (int i = 0; i < 16; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 16; m++)
                        lane[m] += where[j][i][k][16 * l + m];
        const float sum = mf_sum16f(lane);
        const float t = sum + weight_decay * batchnorm7_bias[i];
        const float t2 = momentum * v_batchnorm7_bias[i] + t;
        const float t2_2 = mf_absf(t2) < 1e-30f ? 0.0f : t2;
        v_batchnorm7_bias[i] = t2_2;
        batchnorm7_bias[i] = batchnorm7_bias[i] - 0.1f * pow * t2_2;
    }
}

/* 63  where(relu154 > 0, einsum("nopqji,ocij->ncpq", slice(slide...  resnet20.lua:32 */
static void k63_where(const float conv2d7_weight[restrict 16][16][3][3],
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
                        const bool t = relu[i][k][2 * j + l][m] > 0.0f;
                        relu[i][k][2 * j + l][m] = t ? acc[k][32 * l + m] : 0.0f;
                    }
        }
}

/* 64  sgd.v.conv2d7.weight = where(abs(momentum * sgd.v.conv2d7.weight + (einsum("nc...
 *     conv2d7.weight = conv2d7.weight - 0.1 * pow525 * where1288     resnet20.lua:55 */
static void k64_conv2d7_weight(const float pad[restrict 128][16][34][34],
                               const float add[restrict 128][16][32][32],
                               float momentum, float weight_decay, float pow,
                               float sgd_v_conv2d7_weight[restrict 16][16][3][3],
                               float conv2d7_weight[restrict 16][16][3][3])
{
    for (int i = 0; i < 4; i++) {
        float acc[36][32];
        static const MfAxis rows[] = {{4, 1156}, {3, 34}, {3, 1}};
        static const MfAxis columns[] = {{16, 1024}};
        static const MfTerm terms[] = {{128, 18496, 16384}, {32, 34, 32}, {32, 1, 1}};
        mf_productf(3, rows, 1, columns, 3, terms, &pad[0][4 * i][0][0],
                    &add[0][0][0][0], acc[0], 32);
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 3; l++)
                    for (int m = 0; m < 3; m++) {
                        const float t = sgd_v_conv2d7_weight[j][4 * i + k][l][m];
                        const float t2 = conv2d7_weight[j][4 * i + k][l][m];
                        const float t3 = acc[9 * k + 3 * l + m][j] + weight_decay * t2;
                        const float t3_2 = momentum * t + t3;
                        const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
                        sgd_v_conv2d7_weight[j][4 * i + k][l][m] = t4;
                        const float t5 = conv2d7_weight[j][4 * i + k][l][m];
                        conv2d7_weight[j][4 * i + k][l][m] = t5 - 0.1f * pow * t4;
                    }
    }
}

/* 65  where(x > 0, where889 + einsum("nopqji,ocij->ncpq", slice(...  resnet20.lua:32 */
static void k65_where(const float conv2d6_weight[restrict 16][16][3][3],
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
                        const bool t = x[i][k][2 * j + l][m] > 0.0f;
                        const float t2 = where[i][k][2 * j + l][m];
                        x[i][k][2 * j + l][m] = t ? t2 + acc[k][32 * l + m] : 0.0f;
                    }
        }
}

/* 66  add1065 + mul1067                                              resnet20.lua:47 */
static void k66_add(const float mul[restrict 16], float add[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 32; l++)
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
}

/* 67  sgd.v.conv2d1.weight = where(abs(momentum * sgd.v.conv2d1.weight + (einsum("nc...
 *     conv2d1.weight = conv2d1.weight - 0.1 * pow525 * where1080     resnet20.lua:55 */
static void k67_conv2d1_weight(const float add[restrict 128][16][32][32],
                               const float pad[restrict 128][3][34][34], float momentum,
                               float weight_decay, float pow,
                               float sgd_v_conv2d1_weight[restrict 16][3][3][3],
                               float conv2d1_weight[restrict 16][3][3][3])
{
    float acc[16][32];
    static const MfAxis rows[] = {{16, 1024}};
    static const MfAxis columns[] = {{3, 1156}, {3, 34}, {3, 1}};
    static const MfTerm terms[] = {{128, 16384, 3468}, {32, 32, 34}, {32, 1, 1}};
    mf_productf(1, rows, 3, columns, 3, terms, &add[0][0][0][0], &pad[0][0][0][0],
                acc[0], 32);
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

/* 68  batchnorm1.weight / sqrt(batchnorm1.running_var + 1e-05)       resnet20.lua:47 */
static void k68_div(const float running_var[restrict 16],
                    const float batchnorm1_weight[restrict 16], float div[restrict 16])
{
    for (int i = 0; i < 16; i++) {
        const float t = sqrtf(running_var[i] + 1e-05f);
        div[i] = batchnorm1_weight[i] / t;
    }
}

/* 69  batchnorm8.weight / sqrt(batchnorm8.running_var + 1e-05)       resnet20.lua:32 */
static void k69_div(const float running_var[restrict 32],
                    const float batchnorm8_weight[restrict 32], float div[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        const float t = sqrtf(running_var[i] + 1e-05f);
        div[i] = batchnorm8_weight[i] / t;
    }
}

/* 70  batchnorm14.weight / sqrt(batchnorm14.running_var + 1e-05)     resnet20.lua:32 */
static void k70_div(const float running_var[restrict 64],
                    const float batchnorm14_weight[restrict 64], float div[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        const float t = sqrtf(running_var[i] + 1e-05f);
        div[i] = batchnorm14_weight[i] / t;
    }
}

/* 71  x = relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), c...  resnet20.lua:47 */
static void k71_x(const float conv2d1_weight[restrict 16][3][3][3],
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

/* 72  pad(pad(x))                                                    resnet20.lua:32 */
static void k72_pad(const float x[restrict 128][16][32][32],
                    float pad[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 34; k++)
                for (int l = 0; l < 34; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 32;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 32);
                    pad[i][j][k][l] = t2 ? x[i][j][k - 1][l - 1] : 0.0f;
                }
}

/* 73  pad(pad(relu((contract31 - batchnorm2.running_mean) * div3...  resnet20.lua:32 */
static void k73_pad(const float contract[restrict 128][16][32][32],
                    const float running_mean[restrict 16], const float div[restrict 16],
                    const float batchnorm2_bias[restrict 16],
                    float pad[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 34; k++)
                for (int l = 0; l < 34; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 32;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 32);
                    /* clang-format off */
                    pad[i][j][k][l] =
                        t2 ? mf_reluf((contract[i][j][k - 1][l - 1] - running_mean[j]) * div[j] + batchnorm2_bias[j]) : 0.0f;
                    /* clang-format on */
                }
}

/* 74  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d3....  resnet20.lua:32 */
static void k74_x(const float conv2d3_weight[restrict 16][16][3][3],
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

/* 75  pad(pad(x))                                                    resnet20.lua:32 */
static void k75_pad(const float x[restrict 128][16][32][32],
                    float pad[restrict 128][16][33][33])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 33; k++)
                for (int l = 0; l < 33; l++) {
                    const bool t = l - 1 >= 0 && k - 1 >= 0;
                    pad[i][j][k][l] = t ? x[i][j][k - 1][l - 1] : 0.0f;
                }
}

/* 76  pad(pad(relu((contract166 - batchnorm8.running_mean) * div...  resnet20.lua:32 */
static void k76_pad(const float contract[restrict 128][32][16][16],
                    const float running_mean[restrict 32], const float div[restrict 32],
                    const float batchnorm8_bias[restrict 32],
                    float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 18; k++)
                for (int l = 0; l < 18; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 16;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 16);
                    /* clang-format off */
                    pad[i][j][k][l] =
                        t2 ? mf_reluf((contract[i][j][k - 1][l - 1] - running_mean[j]) * div[j] + batchnorm8_bias[j]) : 0.0f;
                    /* clang-format on */
                }
}

/* 77  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d9....  resnet20.lua:32 */
static void k77_x(const float conv2d9_weight[restrict 32][32][3][3],
                  const float pad[restrict 128][32][18][18],
                  const float running_mean[restrict 32], const float div[restrict 32],
                  const float batchnorm9_bias[restrict 32],
                  const float x[restrict 128][16][32][32],
                  float x2[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            float acc[32][64];
            static const MfAxis rows[] = {{32, 288}};
            static const MfAxis columns[] = {{4, 18}, {16, 1}};
            static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d9_weight[0][0][0][0],
                        &pad[i][0][4 * j][0], acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++)
                    for (int m = 0; m < 16; m++) {
                        const float t = acc[k][16 * l + m] - running_mean[k];
                        const float t2 = t * div[k] + batchnorm9_bias[k];
                        const bool t3 = k - 8 >= 0 && k - 8 < 16;
                        const float t4 = t3 ? x[i][k - 8][8 * j + 2 * l][2 * m] : 0.0f;
                        x2[i][k][4 * j + l][m] = mf_reluf(t2 + t4);
                    }
        }
}

/* 78  pad(pad(x))                                                    resnet20.lua:32 */
static void k78_pad(const float x[restrict 128][32][16][16],
                    float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 18; k++)
                for (int l = 0; l < 18; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 16;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 16);
                    pad[i][j][k][l] = t2 ? x[i][j][k - 1][l - 1] : 0.0f;
                }
}

/* 79  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d11...  resnet20.lua:32 */
static void k79_x(const float conv2d11_weight[restrict 32][32][3][3],
                  const float pad[restrict 128][32][18][18],
                  const float running_mean[restrict 32], const float div[restrict 32],
                  const float batchnorm11_bias[restrict 32],
                  float x[restrict 128][32][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            float acc[32][64];
            static const MfAxis rows[] = {{32, 288}};
            static const MfAxis columns[] = {{4, 18}, {16, 1}};
            static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d11_weight[0][0][0][0],
                        &pad[i][0][4 * j][0], acc[0], 64);
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 4; l++)
                    for (int m = 0; m < 16; m++) {
                        const float t = acc[k][16 * l + m] - running_mean[k];
                        const float t2 = t * div[k] + batchnorm11_bias[k];
                        x[i][k][4 * j + l][m] = mf_reluf(t2 + x[i][k][4 * j + l][m]);
                    }
        }
}

/* 80  pad(pad(x))                                                    resnet20.lua:32 */
static void k80_pad(const float x[restrict 128][32][16][16],
                    float pad[restrict 128][32][17][17])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 17; k++)
                for (int l = 0; l < 17; l++) {
                    const bool t = l - 1 >= 0 && k - 1 >= 0;
                    pad[i][j][k][l] = t ? x[i][j][k - 1][l - 1] : 0.0f;
                }
}

/* 81  pad(pad(relu((contract304 - batchnorm14.running_mean) * di...  resnet20.lua:32 */
static void k81_pad(const float contract[restrict 128][64][8][8],
                    const float running_mean[restrict 64], const float div[restrict 64],
                    const float batchnorm14_bias[restrict 64],
                    float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 10; k++)
                for (int l = 0; l < 10; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 8;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 8);
                    /* clang-format off */
                    pad[i][j][k][l] =
                        t2 ? mf_reluf((contract[i][j][k - 1][l - 1] - running_mean[j]) * div[j] + batchnorm14_bias[j]) : 0.0f;
                    /* clang-format on */
                }
}

/* 82  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d15...  resnet20.lua:32 */
static void k82_x(const float conv2d15_weight[restrict 64][64][3][3],
                  const float pad[restrict 128][64][10][10],
                  const float running_mean[restrict 64], const float div[restrict 64],
                  const float batchnorm15_bias[restrict 64],
                  const float x[restrict 128][32][16][16],
                  float x2[restrict 128][64][8][8])
{
    for (int i = 0; i < 128; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 576}};
        static const MfAxis columns[] = {{8, 10}, {8, 1}};
        static const MfTerm terms[] = {{64, 9, 100}, {3, 3, 10}, {3, 1, 1}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d15_weight[0][0][0][0],
                    &pad[i][0][0][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++) {
                    const float t = (acc[j][8 * k + l] - running_mean[j]) * div[j];
                    const bool t2 = j - 16 >= 0 && j - 16 < 32;
                    const float t3 = t2 ? x[i][j - 16][2 * k][2 * l] : 0.0f;
                    x2[i][j][k][l] = mf_reluf(t + batchnorm15_bias[j] + t3);
                }
    }
}

/* 83  pad(pad(x))                                                    resnet20.lua:32 */
static void k83_pad(const float x[restrict 128][64][8][8],
                    float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 10; k++)
                for (int l = 0; l < 10; l++) {
                    const bool t = l - 1 >= 0 && l - 1 < 8;
                    const bool t2 = t && (k - 1 >= 0 && k - 1 < 8);
                    pad[i][j][k][l] = t2 ? x[i][j][k - 1][l - 1] : 0.0f;
                }
}

/* 84  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d17...  resnet20.lua:32 */
static void k84_x(const float conv2d17_weight[restrict 64][64][3][3],
                  const float pad[restrict 128][64][10][10],
                  const float running_mean[restrict 64], const float div[restrict 64],
                  const float batchnorm17_bias[restrict 64],
                  float x[restrict 128][64][8][8])
{
    for (int i = 0; i < 128; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 576}};
        static const MfAxis columns[] = {{8, 10}, {8, 1}};
        static const MfTerm terms[] = {{64, 9, 100}, {3, 3, 10}, {3, 1, 1}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d17_weight[0][0][0][0],
                    &pad[i][0][0][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++) {
                    const float t = (acc[j][8 * k + l] - running_mean[j]) * div[j];
                    x[i][j][k][l] = mf_reluf(t + batchnorm17_bias[j] + x[i][j][k][l]);
                }
    }
}

/* 85  sum(relu((contract419 - batchnorm19.running_mean) * div427...  resnet20.lua:44 */
static void k85_mul(const float contract[restrict 128][64][8][8],
                    const float running_mean[restrict 64], const float div[restrict 64],
                    const float batchnorm19_bias[restrict 64],
                    const float x[restrict 128][64][8][8], float mul[restrict 128][64])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 8; l++) {
                    const float t = (contract[i][j][k][l] - running_mean[j]) * div[j];
                    lane[l] += mf_reluf(t + batchnorm19_bias[j] + x[i][j][k][l]);
                }
            const float sum = mf_sum16f(lane);
            mul[i][j] = sum * 0.015625f;
        }
}

/* 86  max(logits)
 *     logits - max443
 *     sum(exp(sub445))                                               resnet20.lua:48 */
static void k86_sum(const float logits[restrict 128][10], float sub[restrict 128][10],
                    float sum[restrict 128])
{
    for (int i = 0; i < 128; i++) {
        float acc = -INFINITY;
        for (int j = 0; j < 10; j++)
            acc = mf_maxf(logits[i][j], acc);
        float max;
        max = acc;
        for (int j = 0; j < 10; j++)
            sub[i][j] = logits[i][j] - max;
        float lane[16] = {0};
        for (int j = 0; j < 10; j++)
            lane[j] += mf_expf(sub[i][j]);
        const float sum2 = mf_sum16f(lane);
        sum[i] = sum2;
    }
}

/* 87  pad(pad(image))                                                resnet20.lua:47 */
static void k87_pad(const float image[restrict 1][3][32][32],
                    float pad[restrict 1][3][34][34])
{
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 34; j++)
            for (int k = 0; k < 34; k++) {
                const bool t = k - 1 >= 0 && k - 1 < 32;
                const bool t2 = t && (j - 1 >= 0 && j - 1 < 32);
                pad[0][i][j][k] = t2 ? image[0][i][j - 1][k - 1] : 0.0f;
            }
}

/* 88  x = relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), c...  resnet20.lua:47 */
static void k88_x(const float conv2d1_weight[restrict 16][3][3][3],
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

/* 89  pad(pad(x))                                                    resnet20.lua:32 */
static void k89_pad(const float x[restrict 1][16][32][32],
                    float pad[restrict 1][16][34][34])
{
    for (int i = 0; i < 16; i++)
        for (int j = 0; j < 34; j++)
            for (int k = 0; k < 34; k++) {
                const bool t = k - 1 >= 0 && k - 1 < 32;
                const bool t2 = t && (j - 1 >= 0 && j - 1 < 32);
                pad[0][i][j][k] = t2 ? x[0][i][j - 1][k - 1] : 0.0f;
            }
}

/* 90  einsum("ncpqij,ocij->nopq", slide(slide(pad25)), conv2d2.w...  resnet20.lua:32 */
static void k90_contract(const float conv2d2_weight[restrict 16][16][3][3],
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

/* 91  pad(pad(relu((contract31 - batchnorm2.running_mean) * div3...  resnet20.lua:32 */
static void k91_pad(const float contract[restrict 1][16][32][32],
                    const float running_mean[restrict 16], const float div[restrict 16],
                    const float batchnorm2_bias[restrict 16],
                    float pad[restrict 1][16][34][34])
{
    for (int i = 0; i < 16; i++)
        for (int j = 0; j < 34; j++)
            for (int k = 0; k < 34; k++) {
                const bool t = k - 1 >= 0 && k - 1 < 32;
                const bool t2 = t && (j - 1 >= 0 && j - 1 < 32);
                /* clang-format off */
                pad[0][i][j][k] =
                    t2 ? mf_reluf((contract[0][i][j - 1][k - 1] - running_mean[i]) * div[i] + batchnorm2_bias[i]) : 0.0f;
                /* clang-format on */
            }
}

/* 92  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d3....  resnet20.lua:32 */
static void k92_x(const float conv2d3_weight[restrict 16][16][3][3],
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

/* 93  pad(pad(x))                                                    resnet20.lua:32 */
static void k93_pad(const float x[restrict 1][16][32][32],
                    float pad[restrict 1][16][33][33])
{
    for (int i = 0; i < 16; i++)
        for (int j = 0; j < 33; j++)
            for (int k = 0; k < 33; k++) {
                const bool t = k - 1 >= 0 && j - 1 >= 0;
                pad[0][i][j][k] = t ? x[0][i][j - 1][k - 1] : 0.0f;
            }
}

/* 94  einsum("ncpqij,ocij->nopq", slide(slide(pad160)), conv2d8....  resnet20.lua:32 */
static void k94_contract(const float conv2d8_weight[restrict 32][16][3][3],
                         const float pad[restrict 1][16][33][33],
                         float contract[restrict 1][32][16][16])
{
    for (int i = 0; i < 4; i++) {
        float acc[32][64];
        static const MfAxis rows[] = {{32, 144}};
        static const MfAxis columns[] = {{4, 66}, {16, 2}};
        static const MfTerm terms[] = {{16, 9, 1089}, {3, 3, 33}, {3, 1, 1}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d8_weight[0][0][0][0],
                    &pad[0][0][8 * i][0], acc[0], 64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 16; l++)
                    contract[0][j][4 * i + k][l] = acc[j][16 * k + l];
    }
}

/* 95  pad(pad(relu((contract166 - batchnorm8.running_mean) * div...  resnet20.lua:32 */
static void k95_pad(const float contract[restrict 1][32][16][16],
                    const float running_mean[restrict 32], const float div[restrict 32],
                    const float batchnorm8_bias[restrict 32],
                    float pad[restrict 1][32][18][18])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 18; j++)
            for (int k = 0; k < 18; k++) {
                const bool t = k - 1 >= 0 && k - 1 < 16;
                const bool t2 = t && (j - 1 >= 0 && j - 1 < 16);
                /* clang-format off */
                pad[0][i][j][k] =
                    t2 ? mf_reluf((contract[0][i][j - 1][k - 1] - running_mean[i]) * div[i] + batchnorm8_bias[i]) : 0.0f;
                /* clang-format on */
            }
}

/* 96  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d9....  resnet20.lua:32 */
static void k96_x(const float conv2d9_weight[restrict 32][32][3][3],
                  const float pad[restrict 1][32][18][18],
                  const float running_mean[restrict 32], const float div[restrict 32],
                  const float batchnorm9_bias[restrict 32],
                  const float x[restrict 1][16][32][32],
                  float x2[restrict 1][32][16][16])
{
    for (int i = 0; i < 4; i++) {
        float acc[32][64];
        static const MfAxis rows[] = {{32, 288}};
        static const MfAxis columns[] = {{4, 18}, {16, 1}};
        static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d9_weight[0][0][0][0],
                    &pad[0][0][4 * i][0], acc[0], 64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = (acc[j][16 * k + l] - running_mean[j]) * div[j];
                    const bool t2 = j - 8 >= 0 && j - 8 < 16;
                    const float t3 = t2 ? x[0][j - 8][8 * i + 2 * k][2 * l] : 0.0f;
                    x2[0][j][4 * i + k][l] = mf_reluf(t + batchnorm9_bias[j] + t3);
                }
    }
}

/* 97  pad(pad(x))                                                    resnet20.lua:32 */
static void k97_pad(const float x[restrict 1][32][16][16],
                    float pad[restrict 1][32][18][18])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 18; j++)
            for (int k = 0; k < 18; k++) {
                const bool t = k - 1 >= 0 && k - 1 < 16;
                const bool t2 = t && (j - 1 >= 0 && j - 1 < 16);
                pad[0][i][j][k] = t2 ? x[0][i][j - 1][k - 1] : 0.0f;
            }
}

/* 98  einsum("ncpqij,ocij->nopq", slide(slide(pad208)), conv2d10...  resnet20.lua:32 */
static void k98_contract(const float conv2d10_weight[restrict 32][32][3][3],
                         const float pad[restrict 1][32][18][18],
                         float contract[restrict 1][32][16][16])
{
    for (int i = 0; i < 4; i++) {
        float acc[32][64];
        static const MfAxis rows[] = {{32, 288}};
        static const MfAxis columns[] = {{4, 18}, {16, 1}};
        static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d10_weight[0][0][0][0],
                    &pad[0][0][4 * i][0], acc[0], 64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 16; l++)
                    contract[0][j][4 * i + k][l] = acc[j][16 * k + l];
    }
}

/* 99  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d11...  resnet20.lua:32 */
static void k99_x(const float conv2d11_weight[restrict 32][32][3][3],
                  const float pad[restrict 1][32][18][18],
                  const float running_mean[restrict 32], const float div[restrict 32],
                  const float batchnorm11_bias[restrict 32],
                  float x[restrict 1][32][16][16])
{
    for (int i = 0; i < 4; i++) {
        float acc[32][64];
        static const MfAxis rows[] = {{32, 288}};
        static const MfAxis columns[] = {{4, 18}, {16, 1}};
        static const MfTerm terms[] = {{32, 9, 324}, {3, 3, 18}, {3, 1, 1}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d11_weight[0][0][0][0],
                    &pad[0][0][4 * i][0], acc[0], 64);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = (acc[j][16 * k + l] - running_mean[j]) * div[j];
                    const float t2 = t + batchnorm11_bias[j] + x[0][j][4 * i + k][l];
                    x[0][j][4 * i + k][l] = mf_reluf(t2);
                }
    }
}

/* 100  pad(pad(x))                                                   resnet20.lua:32 */
static void k100_pad(const float x[restrict 1][32][16][16],
                     float pad[restrict 1][32][17][17])
{
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 17; j++)
            for (int k = 0; k < 17; k++) {
                const bool t = k - 1 >= 0 && j - 1 >= 0;
                pad[0][i][j][k] = t ? x[0][i][j - 1][k - 1] : 0.0f;
            }
}

/* 101  einsum("ncpqij,ocij->nopq", slide(slide(pad298)), conv2d1...  resnet20.lua:32 */
static void k101_contract(const float conv2d14_weight[restrict 64][32][3][3],
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
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 8; k++)
                contract[0][i][j][k] = acc[i][8 * j + k];
}

/* 102  pad(pad(relu((contract304 - batchnorm14.running_mean) * d...  resnet20.lua:32 */
static void k102_pad(const float contract[restrict 1][64][8][8],
                     const float running_mean[restrict 64],
                     const float div[restrict 64],
                     const float batchnorm14_bias[restrict 64],
                     float pad[restrict 1][64][10][10])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++)
            for (int k = 0; k < 10; k++) {
                const bool t = k - 1 >= 0 && k - 1 < 8 && (j - 1 >= 0 && j - 1 < 8);
                /* clang-format off */
                pad[0][i][j][k] =
                    t ? mf_reluf((contract[0][i][j - 1][k - 1] - running_mean[i]) * div[i] + batchnorm14_bias[i]) : 0.0f;
                /* clang-format on */
            }
}

/* 103  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d1...  resnet20.lua:32 */
static void k103_x(const float conv2d15_weight[restrict 64][64][3][3],
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
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 8; k++) {
                const float t = (acc[i][8 * j + k] - running_mean[i]) * div[i];
                const bool t2 = i - 16 >= 0 && i - 16 < 32;
                const float t3 = t2 ? x[0][i - 16][2 * j][2 * k] : 0.0f;
                x2[0][i][j][k] = mf_reluf(t + batchnorm15_bias[i] + t3);
            }
}

/* 104  pad(pad(x))                                                   resnet20.lua:32 */
static void k104_pad(const float x[restrict 1][64][8][8],
                     float pad[restrict 1][64][10][10])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++)
            for (int k = 0; k < 10; k++) {
                const bool t = k - 1 >= 0 && k - 1 < 8 && (j - 1 >= 0 && j - 1 < 8);
                pad[0][i][j][k] = t ? x[0][i][j - 1][k - 1] : 0.0f;
            }
}

/* 105  einsum("ncpqij,ocij->nopq", slide(slide(pad346)), conv2d1...  resnet20.lua:32 */
static void k105_contract(const float conv2d16_weight[restrict 64][64][3][3],
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
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 8; k++)
                contract[0][i][j][k] = acc[i][8 * j + k];
}

/* 106  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d1...  resnet20.lua:32 */
static void k106_x(const float conv2d17_weight[restrict 64][64][3][3],
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
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 8; k++) {
                const float t = (acc[i][8 * j + k] - running_mean[i]) * div[i];
                x[0][i][j][k] = mf_reluf(t + batchnorm17_bias[i] + x[0][i][j][k]);
            }
}

/* 107  sum(relu((contract419 - batchnorm19.running_mean) * div42...  resnet20.lua:44 */
static void k107_mul(const float contract[restrict 1][64][8][8],
                     const float running_mean[restrict 64],
                     const float div[restrict 64],
                     const float batchnorm19_bias[restrict 64],
                     const float x[restrict 1][64][8][8], float mul[restrict 1][64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 8; k++) {
                const float t = (contract[0][i][j][k] - running_mean[i]) * div[i];
                lane[k] += mf_reluf(t + batchnorm19_bias[i] + x[0][i][j][k]);
            }
        const float sum = mf_sum16f(lane);
        mul[0][i] = sum * 0.015625f;
    }
}

/* 108  logits = mul437 linear1.weight + linear1.bias                 resnet20.lua:47 */
static void k108_logits(const float mul[restrict 1][64],
                        const float linear1_weight[restrict 64][10],
                        const float linear1_bias[restrict 10],
                        float logits[restrict 1][10])
{
    float acc[10] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++)
            acc[j] = fmaf(mul[0][i], linear1_weight[i][j], acc[j]);
    for (int i = 0; i < 10; i++)
        logits[0][i] = acc[i] + linear1_bias[i];
}

/* 109  max(logits)                                                   resnet20.lua:48 */
static void k109_max(const float logits[restrict 1][10], float max[restrict 1])
{
    float acc = -INFINITY;
    for (int i = 0; i < 10; i++)
        acc = mf_maxf(logits[0][i], acc);
    max[0] = acc;
}

/* 110  argmax(logits)                                                resnet20.lua:61 */
static void k110_argmax(const float logits[restrict 1][10], int32_t argmax[restrict 1])
{
    float top = -INFINITY;
    int32_t at = 0;
    for (int i = 0; i < 10; i++) {
        if (mf_abovef(logits[0][i], top)) {
            top = logits[0][i];
            at = i;
        }
    }
    argmax[0] = at;
}

/* 111  logits - max443                                               resnet20.lua:48 */
static void k111_sub(const float max[restrict 1], float logits[restrict 1][10])
{
    for (int i = 0; i < 10; i++)
        logits[0][i] = logits[0][i] - max[0];
}

/* 112  accuracy = f32(argmax453 == label)                            resnet20.lua:61 */
static void k112_accuracy(const int32_t argmax[restrict 1],
                          const int32_t label[restrict 1], float *restrict accuracy)
{
    *accuracy = (float)(argmax[0] == label[0]);
}

/* 113  sum(exp(sub445))                                              resnet20.lua:48 */
static void k113_sum(const float sub[restrict 1][10], float sum[restrict 1])
{
    float lane[16] = {0};
    for (int i = 0; i < 10; i++)
        lane[i] += mf_expf(sub[0][i]);
    const float sum2 = mf_sum16f(lane);
    sum[0] = sum2;
}

/* 114  loss = log(sum447) - gather(sub445, label)                    resnet20.lua:48 */
static void k114_loss(const int32_t label[restrict 1], const float sum[restrict 1],
                      const float sub[restrict 1][10], float *restrict loss)
{
    const int at = label[0];
    *loss = mf_logf(sum[0]) - sub[0][at];
}

/* 115  linear1.bias = -0.125 + 0.25 * init linear1.bias              resnet20.lua:45 */
static void k115_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                              float linear1_bias[restrict 10])
{
    for (int i = 0; i < 10; i++) {
        const float t = 0.25f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear1_bias[i] = -0.125f + t;
    }
}

/* 116  batchnorm1.weight = 1                                         resnet20.lua:36 */
static void k116_batchnorm1_wei(float batchnorm1_weight[restrict 16])
{
    for (int i = 0; i < 16; i++)
        batchnorm1_weight[i] = 1.0f;
}

/* 117  1                                                             resnet20.lua:36 */
static void k117_batchnorm1_wei(const float full[restrict 16],
                                float batchnorm2_weight[restrict 16])
{
    for (int i = 0; i < 16; i++)
        batchnorm2_weight[i] = full[i];
}

/* 118  batchnorm8.weight = 1                                         resnet20.lua:28 */
static void k118_batchnorm8_wei(float batchnorm8_weight[restrict 32])
{
    for (int i = 0; i < 32; i++)
        batchnorm8_weight[i] = 1.0f;
}

/* 119  1                                                             resnet20.lua:28 */
static void k119_batchnorm8_wei(const float full[restrict 32],
                                float batchnorm9_weight[restrict 32])
{
    for (int i = 0; i < 32; i++)
        batchnorm9_weight[i] = full[i];
}

/* 120  batchnorm14.weight = 1                                        resnet20.lua:28 */
static void k120_batchnorm14_we(float batchnorm14_weight[restrict 64])
{
    for (int i = 0; i < 64; i++)
        batchnorm14_weight[i] = 1.0f;
}

/* 121  1                                                             resnet20.lua:28 */
static void k121_batchnorm14_we(const float full[restrict 64],
                                float batchnorm15_weight[restrict 64])
{
    for (int i = 0; i < 64; i++)
        batchnorm15_weight[i] = full[i];
}

/* 122  conv2d1.weight = 0.272166 * (sqrt(-2 * log1p(-init conv2d...  resnet20.lua:13 */
static void k122_conv2d1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                uint64_t stream2,
                                float conv2d1_weight[restrict 16][3][3][3])
{
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

/* 123  linear1.weight = -0.125 + 0.25 * init linear1.weight          resnet20.lua:45 */
static void k123_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                float linear1_weight[restrict 64][10])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 10; j++) {
            const int at = 10 * i + j;
            const float t = 0.25f * mf_uniformf(seed, stream, step, (uint64_t)at);
            linear1_weight[i][j] = -0.125f + t;
        }
}

/* 124  conv2d2.weight = 0.117851 * (sqrt(-2 * log1p(-init conv2d...  resnet20.lua:13 */
static void k124_conv2d2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                uint64_t stream2,
                                float conv2d2_weight[restrict 16][16][3][3])
{
    for (int i = 0; i < 16; i++)
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

/* 125  conv2d8.weight = 0.117851 * (sqrt(-2 * log1p(-init conv2d...  resnet20.lua:13 */
static void k125_conv2d8_weight(uint64_t step, uint64_t seed, uint64_t stream,
                                uint64_t stream2,
                                float conv2d8_weight[restrict 32][16][3][3])
{
    for (int i = 0; i < 32; i++)
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

/* 126  conv2d9.weight = 0.0833333 * (sqrt(-2 * log1p(-init conv2...  resnet20.lua:13 */
static void k126_conv2d9_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 127  conv2d14.weight = 0.0833333 * (sqrt(-2 * log1p(-init conv...  resnet20.lua:13 */
static void k127_conv2d14_weigh(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 128  conv2d15.weight = 0.0589256 * (sqrt(-2 * log1p(-init conv...  resnet20.lua:13 */
static void k128_conv2d15_weigh(uint64_t step, uint64_t seed, uint64_t stream,
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
    net->weight_decay = 0.0001f;
    net->momentum = 0.9f;
    k115_linear1_bias(net->step, net->seed, 0x3dec48e02e45c109u, net->linear1_bias);
    k116_batchnorm1_wei(net->batchnorm1_weight);
    k117_batchnorm1_wei(net->batchnorm1_weight, net->batchnorm2_weight);
    k117_batchnorm1_wei(net->batchnorm1_weight, net->batchnorm3_weight);
    k117_batchnorm1_wei(net->batchnorm1_weight, net->batchnorm4_weight);
    k117_batchnorm1_wei(net->batchnorm1_weight, net->batchnorm5_weight);
    k117_batchnorm1_wei(net->batchnorm1_weight, net->batchnorm6_weight);
    k117_batchnorm1_wei(net->batchnorm1_weight, net->batchnorm7_weight);
    k117_batchnorm1_wei(net->batchnorm1_weight, net->batchnorm1_running_var);
    k117_batchnorm1_wei(net->batchnorm1_weight, net->batchnorm2_running_var);
    k117_batchnorm1_wei(net->batchnorm1_weight, net->batchnorm3_running_var);
    k117_batchnorm1_wei(net->batchnorm1_weight, net->batchnorm4_running_var);
    k117_batchnorm1_wei(net->batchnorm1_weight, net->batchnorm5_running_var);
    k117_batchnorm1_wei(net->batchnorm1_weight, net->batchnorm6_running_var);
    k117_batchnorm1_wei(net->batchnorm1_weight, net->batchnorm7_running_var);
    k118_batchnorm8_wei(net->batchnorm8_weight);
    k119_batchnorm8_wei(net->batchnorm8_weight, net->batchnorm9_weight);
    k119_batchnorm8_wei(net->batchnorm8_weight, net->batchnorm10_weight);
    k119_batchnorm8_wei(net->batchnorm8_weight, net->batchnorm11_weight);
    k119_batchnorm8_wei(net->batchnorm8_weight, net->batchnorm12_weight);
    k119_batchnorm8_wei(net->batchnorm8_weight, net->batchnorm13_weight);
    k119_batchnorm8_wei(net->batchnorm8_weight, net->batchnorm8_running_var);
    k119_batchnorm8_wei(net->batchnorm8_weight, net->batchnorm9_running_var);
    k119_batchnorm8_wei(net->batchnorm8_weight, net->batchnorm10_running_var);
    k119_batchnorm8_wei(net->batchnorm8_weight, net->batchnorm11_running_var);
    k119_batchnorm8_wei(net->batchnorm8_weight, net->batchnorm12_running_var);
    k119_batchnorm8_wei(net->batchnorm8_weight, net->batchnorm13_running_var);
    k120_batchnorm14_we(net->batchnorm14_weight);
    k121_batchnorm14_we(net->batchnorm14_weight, net->batchnorm15_weight);
    k121_batchnorm14_we(net->batchnorm14_weight, net->batchnorm16_weight);
    k121_batchnorm14_we(net->batchnorm14_weight, net->batchnorm17_weight);
    k121_batchnorm14_we(net->batchnorm14_weight, net->batchnorm18_weight);
    k121_batchnorm14_we(net->batchnorm14_weight, net->batchnorm19_weight);
    k121_batchnorm14_we(net->batchnorm14_weight, net->batchnorm14_running_var);
    k121_batchnorm14_we(net->batchnorm14_weight, net->batchnorm15_running_var);
    k121_batchnorm14_we(net->batchnorm14_weight, net->batchnorm16_running_var);
    k121_batchnorm14_we(net->batchnorm14_weight, net->batchnorm17_running_var);
    k121_batchnorm14_we(net->batchnorm14_weight, net->batchnorm18_running_var);
    k121_batchnorm14_we(net->batchnorm14_weight, net->batchnorm19_running_var);
    k122_conv2d1_weight(net->step, net->seed, 0xdeab1f8b63e126f2u, 0x2071b85946636ce5u,
                        net->conv2d1_weight);
    k123_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, net->linear1_weight);
    k124_conv2d2_weight(net->step, net->seed, 0xd6b9509e5ac9e05du, 0x774410cbbbcc72b0u,
                        net->conv2d2_weight);
    k124_conv2d2_weight(net->step, net->seed, 0x59baf785ada5a243u, 0xb65b8b6db5b495eau,
                        net->conv2d3_weight);
    k124_conv2d2_weight(net->step, net->seed, 0xddbf258ca74de526u, 0xe6765b42ba89a48eu,
                        net->conv2d4_weight);
    k124_conv2d2_weight(net->step, net->seed, 0xb6c3cc4aa2002064u, 0x461076d8886b6143u,
                        net->conv2d5_weight);
    k124_conv2d2_weight(net->step, net->seed, 0xb0a414fea171c6beu, 0xe00af36a4ab8f256u,
                        net->conv2d6_weight);
    k124_conv2d2_weight(net->step, net->seed, 0xc2c32d1af55bb5cfu, 0x1ab3b7881b97be8fu,
                        net->conv2d7_weight);
    k125_conv2d8_weight(net->step, net->seed, 0x21576a8ac841f8d6u, 0xc91d34590287401bu,
                        net->conv2d8_weight);
    k126_conv2d9_weight(net->step, net->seed, 0xc37b1d35d3e8a1b1u, 0xabace9d1789d7317u,
                        net->conv2d9_weight);
    k126_conv2d9_weight(net->step, net->seed, 0x76dfb090a4f8c929u, 0x31e88c807a216fafu,
                        net->conv2d10_weight);
    k126_conv2d9_weight(net->step, net->seed, 0x3e553eb3179e9d36u, 0x28230daa8b1c60eu,
                        net->conv2d11_weight);
    k126_conv2d9_weight(net->step, net->seed, 0xd0cc313b38ef83e7u, 0x6199d572302feff4u,
                        net->conv2d12_weight);
    k126_conv2d9_weight(net->step, net->seed, 0x608c06523b06f1ccu, 0xa1222c77e22b06du,
                        net->conv2d13_weight);
    k127_conv2d14_weigh(net->step, net->seed, 0x5c8a27836c82abbbu, 0xd441ed7b8ee70467u,
                        net->conv2d14_weight);
    k128_conv2d15_weigh(net->step, net->seed, 0x46bcc56bc6a51f97u, 0xf62b6aee6285ba3du,
                        net->conv2d15_weight);
    k128_conv2d15_weigh(net->step, net->seed, 0x4d3674b4c5733661u, 0xe73e7ac60091843u,
                        net->conv2d16_weight);
    k128_conv2d15_weigh(net->step, net->seed, 0x4abc426a54f8d54du, 0x5ac00108a522b5efu,
                        net->conv2d17_weight);
    k128_conv2d15_weigh(net->step, net->seed, 0x987d928c246cfb4u, 0x16a1dc8cc8851142u,
                        net->conv2d18_weight);
    k128_conv2d15_weigh(net->step, net->seed, 0x77e6c54a8c6b236bu, 0x731fadb84e8f443u,
                        net->conv2d19_weight);
}

/* One step: forward, backward, update; returns the loss before it. */
float resnet20_step(Resnet20 *net, const float image[restrict 128][3][32][32],
                    const int32_t label[restrict 128])
{
    float loss;
    float pow;
    union Resnet20Step *w = &net->work.step;
    k1_pow(net->step, &pow);
    k2_scatter(label, w->scatter);
    k3_pad(image, w->pad37);
    k4_contract(net->conv2d1_weight, w->pad37, w->contract2);
    k5_batchnorm1_run(w->contract2, net->batchnorm1_weight, w->mul34,
                      net->batchnorm1_running_mean, w->sqrt_13, w->div32,
                      net->batchnorm1_running_var);
    k6_pad(w->contract2, w->mul34, w->div32, net->batchnorm1_bias, w->x, w->pad20);
    k7_contract(net->conv2d2_weight, w->pad20, w->contract3);
    k5_batchnorm1_run(w->contract3, net->batchnorm2_weight, w->mul35,
                      net->batchnorm2_running_mean, w->sqrt_14, w->div33,
                      net->batchnorm2_running_var);
    k6_pad(w->contract3, w->mul35, w->div33, net->batchnorm2_bias, w->relu, w->pad21);
    k7_contract(net->conv2d3_weight, w->pad21, w->contract4);
    k5_batchnorm1_run(w->contract4, net->batchnorm3_weight, w->mul36,
                      net->batchnorm3_running_mean, w->sqrt_15, w->div34,
                      net->batchnorm3_running_var);
    k8_pad(w->contract4, w->mul36, w->div34, net->batchnorm3_bias, w->x, w->x2,
           w->pad22);
    k7_contract(net->conv2d4_weight, w->pad22, w->contract5);
    k5_batchnorm1_run(w->contract5, net->batchnorm4_weight, w->mul37,
                      net->batchnorm4_running_mean, w->sqrt_16, w->div35,
                      net->batchnorm4_running_var);
    k6_pad(w->contract5, w->mul37, w->div35, net->batchnorm4_bias, w->relu2, w->pad23);
    k7_contract(net->conv2d5_weight, w->pad23, w->contract6);
    k5_batchnorm1_run(w->contract6, net->batchnorm5_weight, w->mul38,
                      net->batchnorm5_running_mean, w->sqrt_17, w->div36,
                      net->batchnorm5_running_var);
    k8_pad(w->contract6, w->mul38, w->div36, net->batchnorm5_bias, w->x2, w->x3,
           w->pad24);
    k7_contract(net->conv2d6_weight, w->pad24, w->contract7);
    k5_batchnorm1_run(w->contract7, net->batchnorm6_weight, w->mul39,
                      net->batchnorm6_running_mean, w->sqrt_18, w->div37,
                      net->batchnorm6_running_var);
    k6_pad(w->contract7, w->mul39, w->div37, net->batchnorm6_bias, w->relu3, w->pad25);
    k7_contract(net->conv2d7_weight, w->pad25, w->contract8);
    k5_batchnorm1_run(w->contract8, net->batchnorm7_weight, w->mul40,
                      net->batchnorm7_running_mean, w->sqrt_19, w->div38,
                      net->batchnorm7_running_var);
    k9_pad(w->contract8, w->mul40, w->div38, net->batchnorm7_bias, w->x3, w->x4,
           w->pad26);
    k10_contract(net->conv2d8_weight, w->pad26, w->contract9);
    k11_batchnorm8_run(w->contract9, net->batchnorm8_weight, w->mul27,
                       net->batchnorm8_running_mean, w->sqrt_7, w->div26,
                       net->batchnorm8_running_var);
    k12_pad(w->contract9, w->mul27, w->div26, net->batchnorm8_bias, w->relu4, w->pad19);
    k13_contract(net->conv2d9_weight, w->pad19, w->contract10);
    k11_batchnorm8_run(w->contract10, net->batchnorm9_weight, w->mul28,
                       net->batchnorm9_running_mean, w->sqrt_8, w->div27,
                       net->batchnorm9_running_var);
    k14_pad(w->contract10, w->mul28, w->div27, net->batchnorm9_bias, w->x4, w->x5,
            w->pad27);
    k13_contract(net->conv2d10_weight, w->pad27, w->contract11);
    k11_batchnorm8_run(w->contract11, net->batchnorm10_weight, w->mul29,
                       net->batchnorm10_running_mean, w->sqrt_9, w->div28,
                       net->batchnorm10_running_var);
    k12_pad(w->contract11, w->mul29, w->div28, net->batchnorm10_bias, w->relu5,
            w->pad28);
    k13_contract(net->conv2d11_weight, w->pad28, w->contract12);
    k11_batchnorm8_run(w->contract12, net->batchnorm11_weight, w->mul30,
                       net->batchnorm11_running_mean, w->sqrt_10, w->div29,
                       net->batchnorm11_running_var);
    k15_pad(w->contract12, w->mul30, w->div29, net->batchnorm11_bias, w->x5, w->x6,
            w->pad29);
    k13_contract(net->conv2d12_weight, w->pad29, w->contract13);
    k11_batchnorm8_run(w->contract13, net->batchnorm12_weight, w->mul31,
                       net->batchnorm12_running_mean, w->sqrt_11, w->div30,
                       net->batchnorm12_running_var);
    k12_pad(w->contract13, w->mul31, w->div30, net->batchnorm12_bias, w->relu6,
            w->pad30);
    k13_contract(net->conv2d13_weight, w->pad30, w->contract14);
    k11_batchnorm8_run(w->contract14, net->batchnorm13_weight, w->mul32,
                       net->batchnorm13_running_mean, w->sqrt_12, w->div31,
                       net->batchnorm13_running_var);
    k16_pad(w->contract14, w->mul32, w->div31, net->batchnorm13_bias, w->x6, w->x7,
            w->pad31);
    k17_contract(net->conv2d14_weight, w->pad31, w->contract);
    k18_batchnorm14_ru(w->contract, net->batchnorm14_weight, w->mul20,
                       net->batchnorm14_running_mean, w->sqrt_, w->div20,
                       net->batchnorm14_running_var);
    k19_pad(w->contract, w->mul20, w->div20, net->batchnorm14_bias, w->relu7, w->pad);
    k20_contract(net->conv2d15_weight, w->pad, w->contract15);
    k18_batchnorm14_ru(w->contract15, net->batchnorm15_weight, w->mul21,
                       net->batchnorm15_running_mean, w->sqrt_2, w->div21,
                       net->batchnorm15_running_var);
    k21_pad(w->contract15, w->mul21, w->div21, net->batchnorm15_bias, w->x7, w->x8,
            w->pad15);
    k20_contract(net->conv2d16_weight, w->pad15, w->contract16);
    k18_batchnorm14_ru(w->contract16, net->batchnorm16_weight, w->mul22,
                       net->batchnorm16_running_mean, w->sqrt_3, w->div22,
                       net->batchnorm16_running_var);
    k19_pad(w->contract16, w->mul22, w->div22, net->batchnorm16_bias, w->relu8,
            w->pad17);
    k20_contract(net->conv2d17_weight, w->pad17, w->contract17);
    k18_batchnorm14_ru(w->contract17, net->batchnorm17_weight, w->mul23,
                       net->batchnorm17_running_mean, w->sqrt_4, w->div23,
                       net->batchnorm17_running_var);
    k22_pad(w->contract17, w->mul23, w->div23, net->batchnorm17_bias, w->x8, w->x9,
            w->pad32);
    k20_contract(net->conv2d18_weight, w->pad32, w->contract18);
    k18_batchnorm14_ru(w->contract18, net->batchnorm18_weight, w->mul24,
                       net->batchnorm18_running_mean, w->sqrt_5, w->div24,
                       net->batchnorm18_running_var);
    k19_pad(w->contract18, w->mul24, w->div24, net->batchnorm18_bias, w->relu9,
            w->pad34);
    k20_contract(net->conv2d19_weight, w->pad34, w->contract19);
    k18_batchnorm14_ru(w->contract19, net->batchnorm19_weight, w->mul25,
                       net->batchnorm19_running_mean, w->sqrt_6, w->div25,
                       net->batchnorm19_running_var);
    k23_mul(w->contract19, w->mul25, w->div25, net->batchnorm19_bias, w->x9, w->x10,
            w->mul14);
    k24_logits(net->linear1_weight, w->mul14, net->linear1_bias, w->logits);
    k25_dlogits(w->logits, w->sub, w->sum, w->scatter);
    k26_argmax(w->logits, w->argmax);
    k27_accuracy(w->argmax, label, &net->metric.accuracy);
    k28_loss(label, w->sum, w->sub, &loss);
    k29_linear1_bias(w->scatter, net->momentum, net->weight_decay, pow,
                     net->sgd_v_linear1_bias, net->linear1_bias);
    k30_mul(w->scatter, net->linear1_weight, w->mul19);
    k31_linear1_weight(w->scatter, w->mul14, net->momentum, net->weight_decay, pow,
                       net->sgd_v_linear1_weight, net->linear1_weight);
    k32_batchnorm19_we(w->x10, w->mul19, w->contract19, w->mul25, w->div25, w->sqrt_6,
                       net->momentum, net->weight_decay, pow, w->div17,
                       net->sgd_v_batchnorm19_weight, net->batchnorm19_weight);
    k33_add(w->div17, w->mul25, w->x10, w->mul19, w->div25, w->contract19);
    k34_mul(w->contract19, w->mul15);
    k35_pad(w->mul15, w->contract19, w->pad36);
    k36_batchnorm19_bi(w->x10, w->mul19, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm19_bias, net->batchnorm19_bias);
    k37_where(net->conv2d19_weight, w->pad36, w->relu9);
    k38_conv2d19_weigh(w->pad34, w->contract19, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d19_weight, net->conv2d19_weight);
    k39_batchnorm18_we(w->relu9, w->contract18, w->mul24, w->div24, w->sqrt_5,
                       net->momentum, net->weight_decay, pow, w->div18,
                       net->sgd_v_batchnorm18_weight, net->batchnorm18_weight);
    k40_add(w->div18, w->mul24, w->relu9, w->div24, w->contract18);
    k41_batchnorm18_bi(w->relu9, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm18_bias, net->batchnorm18_bias);
    k34_mul(w->contract18, w->mul16);
    k35_pad(w->mul16, w->contract18, w->pad35);
    k42_where(net->conv2d18_weight, w->pad35, w->x10, w->mul19, w->x9);
    k38_conv2d19_weigh(w->pad32, w->contract18, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d18_weight, net->conv2d18_weight);
    k39_batchnorm18_we(w->x9, w->contract17, w->mul23, w->div23, w->sqrt_4,
                       net->momentum, net->weight_decay, pow, w->div19,
                       net->sgd_v_batchnorm17_weight, net->batchnorm17_weight);
    k40_add(w->div19, w->mul23, w->x9, w->div23, w->contract17);
    k34_mul(w->contract17, w->mul17);
    k35_pad(w->mul17, w->contract17, w->pad33);
    k41_batchnorm18_bi(w->x9, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm17_bias, net->batchnorm17_bias);
    k37_where(net->conv2d17_weight, w->pad33, w->relu8);
    k38_conv2d19_weigh(w->pad17, w->contract17, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d17_weight, net->conv2d17_weight);
    k39_batchnorm18_we(w->relu8, w->contract16, w->mul22, w->div22, w->sqrt_3,
                       net->momentum, net->weight_decay, pow, w->div16,
                       net->sgd_v_batchnorm16_weight, net->batchnorm16_weight);
    k40_add(w->div16, w->mul22, w->relu8, w->div22, w->contract16);
    k41_batchnorm18_bi(w->relu8, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm16_bias, net->batchnorm16_bias);
    k34_mul(w->contract16, w->mul18);
    k35_pad(w->mul18, w->contract16, w->pad18);
    k43_where(net->conv2d16_weight, w->pad18, w->x9, w->x8);
    k38_conv2d19_weigh(w->pad15, w->contract16, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d16_weight, net->conv2d16_weight);
    k39_batchnorm18_we(w->x8, w->contract15, w->mul21, w->div21, w->sqrt_2,
                       net->momentum, net->weight_decay, pow, w->div15,
                       net->sgd_v_batchnorm15_weight, net->batchnorm15_weight);
    k40_add(w->div15, w->mul21, w->x8, w->div21, w->contract15);
    k34_mul(w->contract15, w->mul7);
    k35_pad(w->mul7, w->contract15, w->pad16);
    k41_batchnorm18_bi(w->x8, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm15_bias, net->batchnorm15_bias);
    k37_where(net->conv2d15_weight, w->pad16, w->relu7);
    k38_conv2d19_weigh(w->pad, w->contract15, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d15_weight, net->conv2d15_weight);
    k39_batchnorm18_we(w->relu7, w->contract, w->mul20, w->div20, w->sqrt_,
                       net->momentum, net->weight_decay, pow, w->div,
                       net->sgd_v_batchnorm14_weight, net->batchnorm14_weight);
    k40_add(w->div, w->mul20, w->relu7, w->div20, w->contract);
    k41_batchnorm18_bi(w->relu7, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm14_bias, net->batchnorm14_bias);
    k34_mul(w->contract, w->mul26);
    k44_pad(w->mul26, w->contract, w->pad2);
    k45_where(net->conv2d14_weight, w->pad2, w->x8, w->x7);
    k46_conv2d14_weigh(w->pad31, w->contract, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d14_weight, net->conv2d14_weight);
    k47_batchnorm13_we(w->x7, w->contract14, w->mul32, w->div31, w->sqrt_12,
                       net->momentum, net->weight_decay, pow, w->div2,
                       net->sgd_v_batchnorm13_weight, net->batchnorm13_weight);
    k48_add(w->div2, w->mul32, w->x7, w->div31, w->contract14);
    k49_mul(w->contract14, w->mul2);
    k50_pad(w->mul2, w->contract14, w->pad3);
    k51_batchnorm13_bi(w->x7, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm13_bias, net->batchnorm13_bias);
    k52_where(net->conv2d13_weight, w->pad3, w->relu6);
    k53_conv2d13_weigh(w->pad30, w->contract14, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d13_weight, net->conv2d13_weight);
    k47_batchnorm13_we(w->relu6, w->contract13, w->mul31, w->div30, w->sqrt_11,
                       net->momentum, net->weight_decay, pow, w->div3,
                       net->sgd_v_batchnorm12_weight, net->batchnorm12_weight);
    k48_add(w->div3, w->mul31, w->relu6, w->div30, w->contract13);
    k51_batchnorm13_bi(w->relu6, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm12_bias, net->batchnorm12_bias);
    k49_mul(w->contract13, w->mul3);
    k50_pad(w->mul3, w->contract13, w->pad4);
    k54_where(net->conv2d12_weight, w->pad4, w->x7, w->x6);
    k53_conv2d13_weigh(w->pad29, w->contract13, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d12_weight, net->conv2d12_weight);
    k47_batchnorm13_we(w->x6, w->contract12, w->mul30, w->div29, w->sqrt_10,
                       net->momentum, net->weight_decay, pow, w->div4,
                       net->sgd_v_batchnorm11_weight, net->batchnorm11_weight);
    k48_add(w->div4, w->mul30, w->x6, w->div29, w->contract12);
    k49_mul(w->contract12, w->mul4);
    k50_pad(w->mul4, w->contract12, w->pad5);
    k51_batchnorm13_bi(w->x6, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm11_bias, net->batchnorm11_bias);
    k52_where(net->conv2d11_weight, w->pad5, w->relu5);
    k53_conv2d13_weigh(w->pad28, w->contract12, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d11_weight, net->conv2d11_weight);
    k47_batchnorm13_we(w->relu5, w->contract11, w->mul29, w->div28, w->sqrt_9,
                       net->momentum, net->weight_decay, pow, w->div5,
                       net->sgd_v_batchnorm10_weight, net->batchnorm10_weight);
    k48_add(w->div5, w->mul29, w->relu5, w->div28, w->contract11);
    k51_batchnorm13_bi(w->relu5, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm10_bias, net->batchnorm10_bias);
    k49_mul(w->contract11, w->mul5);
    k50_pad(w->mul5, w->contract11, w->pad6);
    k54_where(net->conv2d10_weight, w->pad6, w->x6, w->x5);
    k53_conv2d13_weigh(w->pad27, w->contract11, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d10_weight, net->conv2d10_weight);
    k47_batchnorm13_we(w->x5, w->contract10, w->mul28, w->div27, w->sqrt_8,
                       net->momentum, net->weight_decay, pow, w->div6,
                       net->sgd_v_batchnorm9_weight, net->batchnorm9_weight);
    k48_add(w->div6, w->mul28, w->x5, w->div27, w->contract10);
    k49_mul(w->contract10, w->mul6);
    k50_pad(w->mul6, w->contract10, w->pad7);
    k51_batchnorm13_bi(w->x5, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm9_bias, net->batchnorm9_bias);
    k52_where(net->conv2d9_weight, w->pad7, w->relu4);
    k53_conv2d13_weigh(w->pad19, w->contract10, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d9_weight, net->conv2d9_weight);
    k47_batchnorm13_we(w->relu4, w->contract9, w->mul27, w->div26, w->sqrt_7,
                       net->momentum, net->weight_decay, pow, w->div7,
                       net->sgd_v_batchnorm8_weight, net->batchnorm8_weight);
    k48_add(w->div7, w->mul27, w->relu4, w->div26, w->contract9);
    k51_batchnorm13_bi(w->relu4, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm8_bias, net->batchnorm8_bias);
    k49_mul(w->contract9, w->mul33);
    k55_pad(w->mul33, w->contract9, w->pad8);
    k56_where(net->conv2d8_weight, w->pad8, w->x5, w->x4);
    k57_conv2d8_weight(w->pad26, w->contract9, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d8_weight, net->conv2d8_weight);
    k58_batchnorm7_wei(w->x4, w->contract8, w->mul40, w->div38, w->sqrt_19,
                       net->momentum, net->weight_decay, pow, w->div8,
                       net->sgd_v_batchnorm7_weight, net->batchnorm7_weight);
    k59_add(w->div8, w->mul40, w->x4, w->div38, w->contract8);
    k60_mul(w->contract8, w->mul8);
    k61_pad(w->mul8, w->contract8, w->pad9);
    k62_batchnorm7_bia(w->x4, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm7_bias, net->batchnorm7_bias);
    k63_where(net->conv2d7_weight, w->pad9, w->relu3);
    k64_conv2d7_weight(w->pad25, w->contract8, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d7_weight, net->conv2d7_weight);
    k58_batchnorm7_wei(w->relu3, w->contract7, w->mul39, w->div37, w->sqrt_18,
                       net->momentum, net->weight_decay, pow, w->div9,
                       net->sgd_v_batchnorm6_weight, net->batchnorm6_weight);
    k59_add(w->div9, w->mul39, w->relu3, w->div37, w->contract7);
    k62_batchnorm7_bia(w->relu3, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm6_bias, net->batchnorm6_bias);
    k60_mul(w->contract7, w->mul9);
    k61_pad(w->mul9, w->contract7, w->pad10);
    k65_where(net->conv2d6_weight, w->pad10, w->x4, w->x3);
    k64_conv2d7_weight(w->pad24, w->contract7, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d6_weight, net->conv2d6_weight);
    k58_batchnorm7_wei(w->x3, w->contract6, w->mul38, w->div36, w->sqrt_17,
                       net->momentum, net->weight_decay, pow, w->div10,
                       net->sgd_v_batchnorm5_weight, net->batchnorm5_weight);
    k59_add(w->div10, w->mul38, w->x3, w->div36, w->contract6);
    k60_mul(w->contract6, w->mul10);
    k61_pad(w->mul10, w->contract6, w->pad11);
    k62_batchnorm7_bia(w->x3, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm5_bias, net->batchnorm5_bias);
    k63_where(net->conv2d5_weight, w->pad11, w->relu2);
    k64_conv2d7_weight(w->pad23, w->contract6, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d5_weight, net->conv2d5_weight);
    k58_batchnorm7_wei(w->relu2, w->contract5, w->mul37, w->div35, w->sqrt_16,
                       net->momentum, net->weight_decay, pow, w->div11,
                       net->sgd_v_batchnorm4_weight, net->batchnorm4_weight);
    k59_add(w->div11, w->mul37, w->relu2, w->div35, w->contract5);
    k62_batchnorm7_bia(w->relu2, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm4_bias, net->batchnorm4_bias);
    k60_mul(w->contract5, w->mul11);
    k61_pad(w->mul11, w->contract5, w->pad12);
    k65_where(net->conv2d4_weight, w->pad12, w->x3, w->x2);
    k64_conv2d7_weight(w->pad22, w->contract5, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d4_weight, net->conv2d4_weight);
    k58_batchnorm7_wei(w->x2, w->contract4, w->mul36, w->div34, w->sqrt_15,
                       net->momentum, net->weight_decay, pow, w->div12,
                       net->sgd_v_batchnorm3_weight, net->batchnorm3_weight);
    k59_add(w->div12, w->mul36, w->x2, w->div34, w->contract4);
    k60_mul(w->contract4, w->mul12);
    k61_pad(w->mul12, w->contract4, w->pad13);
    k62_batchnorm7_bia(w->x2, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm3_bias, net->batchnorm3_bias);
    k63_where(net->conv2d3_weight, w->pad13, w->relu);
    k64_conv2d7_weight(w->pad21, w->contract4, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d3_weight, net->conv2d3_weight);
    k58_batchnorm7_wei(w->relu, w->contract3, w->mul35, w->div33, w->sqrt_14,
                       net->momentum, net->weight_decay, pow, w->div13,
                       net->sgd_v_batchnorm2_weight, net->batchnorm2_weight);
    k59_add(w->div13, w->mul35, w->relu, w->div33, w->contract3);
    k62_batchnorm7_bia(w->relu, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm2_bias, net->batchnorm2_bias);
    k60_mul(w->contract3, w->mul13);
    k61_pad(w->mul13, w->contract3, w->pad14);
    k65_where(net->conv2d2_weight, w->pad14, w->x2, w->x);
    k64_conv2d7_weight(w->pad20, w->contract3, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d2_weight, net->conv2d2_weight);
    k58_batchnorm7_wei(w->x, w->contract2, w->mul34, w->div32, w->sqrt_13,
                       net->momentum, net->weight_decay, pow, w->div14,
                       net->sgd_v_batchnorm1_weight, net->batchnorm1_weight);
    k59_add(w->div14, w->mul34, w->x, w->div32, w->contract2);
    k62_batchnorm7_bia(w->x, net->momentum, net->weight_decay, pow,
                       net->sgd_v_batchnorm1_bias, net->batchnorm1_bias);
    k60_mul(w->contract2, w->mul);
    k66_add(w->mul, w->contract2);
    k67_conv2d1_weight(w->contract2, w->pad37, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d1_weight, net->conv2d1_weight);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float resnet20_eval(Resnet20 *net, const float image[restrict 128][3][32][32],
                    const int32_t label[restrict 128])
{
    float loss;
    union Resnet20Eval *w = &net->work.eval;
    k68_div(net->batchnorm1_running_var, net->batchnorm1_weight, w->div);
    k68_div(net->batchnorm2_running_var, net->batchnorm2_weight, w->div14);
    k68_div(net->batchnorm3_running_var, net->batchnorm3_weight, w->div15);
    k68_div(net->batchnorm4_running_var, net->batchnorm4_weight, w->div16);
    k68_div(net->batchnorm5_running_var, net->batchnorm5_weight, w->div17);
    k68_div(net->batchnorm6_running_var, net->batchnorm6_weight, w->div18);
    k68_div(net->batchnorm7_running_var, net->batchnorm7_weight, w->div19);
    k69_div(net->batchnorm8_running_var, net->batchnorm8_weight, w->div8);
    k69_div(net->batchnorm9_running_var, net->batchnorm9_weight, w->div9);
    k69_div(net->batchnorm10_running_var, net->batchnorm10_weight, w->div10);
    k69_div(net->batchnorm11_running_var, net->batchnorm11_weight, w->div11);
    k69_div(net->batchnorm12_running_var, net->batchnorm12_weight, w->div12);
    k69_div(net->batchnorm13_running_var, net->batchnorm13_weight, w->div13);
    k70_div(net->batchnorm14_running_var, net->batchnorm14_weight, w->div2);
    k70_div(net->batchnorm15_running_var, net->batchnorm15_weight, w->div3);
    k70_div(net->batchnorm16_running_var, net->batchnorm16_weight, w->div4);
    k70_div(net->batchnorm17_running_var, net->batchnorm17_weight, w->div5);
    k70_div(net->batchnorm18_running_var, net->batchnorm18_weight, w->div6);
    k70_div(net->batchnorm19_running_var, net->batchnorm19_weight, w->div7);
    k3_pad(image, w->pad);
    k71_x(net->conv2d1_weight, w->pad, net->batchnorm1_running_mean, w->div,
          net->batchnorm1_bias, w->x2);
    k72_pad(w->x2, w->pad2);
    k7_contract(net->conv2d2_weight, w->pad2, w->contract7);
    k73_pad(w->contract7, net->batchnorm2_running_mean, w->div14, net->batchnorm2_bias,
            w->pad3);
    k74_x(net->conv2d3_weight, w->pad3, net->batchnorm3_running_mean, w->div15,
          net->batchnorm3_bias, w->x2);
    k72_pad(w->x2, w->pad4);
    k7_contract(net->conv2d4_weight, w->pad4, w->contract8);
    k73_pad(w->contract8, net->batchnorm4_running_mean, w->div16, net->batchnorm4_bias,
            w->pad5);
    k74_x(net->conv2d5_weight, w->pad5, net->batchnorm5_running_mean, w->div17,
          net->batchnorm5_bias, w->x2);
    k72_pad(w->x2, w->pad6);
    k7_contract(net->conv2d6_weight, w->pad6, w->contract9);
    k73_pad(w->contract9, net->batchnorm6_running_mean, w->div18, net->batchnorm6_bias,
            w->pad7);
    k74_x(net->conv2d7_weight, w->pad7, net->batchnorm7_running_mean, w->div19,
          net->batchnorm7_bias, w->x2);
    k75_pad(w->x2, w->pad8);
    k10_contract(net->conv2d8_weight, w->pad8, w->contract10);
    k76_pad(w->contract10, net->batchnorm8_running_mean, w->div8, net->batchnorm8_bias,
            w->pad9);
    k77_x(net->conv2d9_weight, w->pad9, net->batchnorm9_running_mean, w->div9,
          net->batchnorm9_bias, w->x2, w->x3);
    k78_pad(w->x3, w->pad10);
    k13_contract(net->conv2d10_weight, w->pad10, w->contract2);
    k76_pad(w->contract2, net->batchnorm10_running_mean, w->div10,
            net->batchnorm10_bias, w->pad11);
    k79_x(net->conv2d11_weight, w->pad11, net->batchnorm11_running_mean, w->div11,
          net->batchnorm11_bias, w->x3);
    k78_pad(w->x3, w->pad12);
    k13_contract(net->conv2d12_weight, w->pad12, w->contract3);
    k76_pad(w->contract3, net->batchnorm12_running_mean, w->div12,
            net->batchnorm12_bias, w->pad13);
    k79_x(net->conv2d13_weight, w->pad13, net->batchnorm13_running_mean, w->div13,
          net->batchnorm13_bias, w->x3);
    k80_pad(w->x3, w->pad14);
    k17_contract(net->conv2d14_weight, w->pad14, w->contract);
    k81_pad(w->contract, net->batchnorm14_running_mean, w->div2, net->batchnorm14_bias,
            w->pad15);
    k82_x(net->conv2d15_weight, w->pad15, net->batchnorm15_running_mean, w->div3,
          net->batchnorm15_bias, w->x3, w->x);
    k83_pad(w->x, w->pad16);
    k20_contract(net->conv2d16_weight, w->pad16, w->contract4);
    k81_pad(w->contract4, net->batchnorm16_running_mean, w->div4, net->batchnorm16_bias,
            w->pad17);
    k84_x(net->conv2d17_weight, w->pad17, net->batchnorm17_running_mean, w->div5,
          net->batchnorm17_bias, w->x);
    k83_pad(w->x, w->pad18);
    k20_contract(net->conv2d18_weight, w->pad18, w->contract5);
    k81_pad(w->contract5, net->batchnorm18_running_mean, w->div6, net->batchnorm18_bias,
            w->pad19);
    k20_contract(net->conv2d19_weight, w->pad19, w->contract6);
    k85_mul(w->contract6, net->batchnorm19_running_mean, w->div7, net->batchnorm19_bias,
            w->x, w->mul);
    k24_logits(net->linear1_weight, w->mul, net->linear1_bias, w->logits);
    k86_sum(w->logits, w->sub, w->sum);
    k26_argmax(w->logits, w->argmax);
    k27_accuracy(w->argmax, label, &net->metric.accuracy);
    k28_loss(label, w->sum, w->sub, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float resnet20_eval_one(Resnet20 *net, const float image[restrict 1][3][32][32],
                        const int32_t label[restrict 1])
{
    float loss;
    union Resnet20EvalOne *w = &net->work.eval_one;
    k68_div(net->batchnorm1_running_var, net->batchnorm1_weight, w->div);
    k68_div(net->batchnorm2_running_var, net->batchnorm2_weight, w->div14);
    k68_div(net->batchnorm3_running_var, net->batchnorm3_weight, w->div15);
    k68_div(net->batchnorm4_running_var, net->batchnorm4_weight, w->div16);
    k68_div(net->batchnorm5_running_var, net->batchnorm5_weight, w->div17);
    k68_div(net->batchnorm6_running_var, net->batchnorm6_weight, w->div18);
    k68_div(net->batchnorm7_running_var, net->batchnorm7_weight, w->div19);
    k69_div(net->batchnorm8_running_var, net->batchnorm8_weight, w->div8);
    k69_div(net->batchnorm9_running_var, net->batchnorm9_weight, w->div9);
    k69_div(net->batchnorm10_running_var, net->batchnorm10_weight, w->div10);
    k69_div(net->batchnorm11_running_var, net->batchnorm11_weight, w->div11);
    k69_div(net->batchnorm12_running_var, net->batchnorm12_weight, w->div12);
    k69_div(net->batchnorm13_running_var, net->batchnorm13_weight, w->div13);
    k70_div(net->batchnorm14_running_var, net->batchnorm14_weight, w->div2);
    k70_div(net->batchnorm15_running_var, net->batchnorm15_weight, w->div3);
    k70_div(net->batchnorm16_running_var, net->batchnorm16_weight, w->div4);
    k70_div(net->batchnorm17_running_var, net->batchnorm17_weight, w->div5);
    k70_div(net->batchnorm18_running_var, net->batchnorm18_weight, w->div6);
    k70_div(net->batchnorm19_running_var, net->batchnorm19_weight, w->div7);
    k87_pad(image, w->pad);
    k88_x(net->conv2d1_weight, w->pad, net->batchnorm1_running_mean, w->div,
          net->batchnorm1_bias, w->x2);
    k89_pad(w->x2, w->pad2);
    k90_contract(net->conv2d2_weight, w->pad2, w->contract7);
    k91_pad(w->contract7, net->batchnorm2_running_mean, w->div14, net->batchnorm2_bias,
            w->pad3);
    k92_x(net->conv2d3_weight, w->pad3, net->batchnorm3_running_mean, w->div15,
          net->batchnorm3_bias, w->x2);
    k89_pad(w->x2, w->pad4);
    k90_contract(net->conv2d4_weight, w->pad4, w->contract8);
    k91_pad(w->contract8, net->batchnorm4_running_mean, w->div16, net->batchnorm4_bias,
            w->pad5);
    k92_x(net->conv2d5_weight, w->pad5, net->batchnorm5_running_mean, w->div17,
          net->batchnorm5_bias, w->x2);
    k89_pad(w->x2, w->pad6);
    k90_contract(net->conv2d6_weight, w->pad6, w->contract9);
    k91_pad(w->contract9, net->batchnorm6_running_mean, w->div18, net->batchnorm6_bias,
            w->pad7);
    k92_x(net->conv2d7_weight, w->pad7, net->batchnorm7_running_mean, w->div19,
          net->batchnorm7_bias, w->x2);
    k93_pad(w->x2, w->pad8);
    k94_contract(net->conv2d8_weight, w->pad8, w->contract10);
    k95_pad(w->contract10, net->batchnorm8_running_mean, w->div8, net->batchnorm8_bias,
            w->pad9);
    k96_x(net->conv2d9_weight, w->pad9, net->batchnorm9_running_mean, w->div9,
          net->batchnorm9_bias, w->x2, w->x3);
    k97_pad(w->x3, w->pad10);
    k98_contract(net->conv2d10_weight, w->pad10, w->contract2);
    k95_pad(w->contract2, net->batchnorm10_running_mean, w->div10,
            net->batchnorm10_bias, w->pad11);
    k99_x(net->conv2d11_weight, w->pad11, net->batchnorm11_running_mean, w->div11,
          net->batchnorm11_bias, w->x3);
    k97_pad(w->x3, w->pad12);
    k98_contract(net->conv2d12_weight, w->pad12, w->contract3);
    k95_pad(w->contract3, net->batchnorm12_running_mean, w->div12,
            net->batchnorm12_bias, w->pad13);
    k99_x(net->conv2d13_weight, w->pad13, net->batchnorm13_running_mean, w->div13,
          net->batchnorm13_bias, w->x3);
    k100_pad(w->x3, w->pad14);
    k101_contract(net->conv2d14_weight, w->pad14, w->contract);
    k102_pad(w->contract, net->batchnorm14_running_mean, w->div2, net->batchnorm14_bias,
             w->pad15);
    k103_x(net->conv2d15_weight, w->pad15, net->batchnorm15_running_mean, w->div3,
           net->batchnorm15_bias, w->x3, w->x);
    k104_pad(w->x, w->pad16);
    k105_contract(net->conv2d16_weight, w->pad16, w->contract4);
    k102_pad(w->contract4, net->batchnorm16_running_mean, w->div4,
             net->batchnorm16_bias, w->pad17);
    k106_x(net->conv2d17_weight, w->pad17, net->batchnorm17_running_mean, w->div5,
           net->batchnorm17_bias, w->x);
    k104_pad(w->x, w->pad18);
    k105_contract(net->conv2d18_weight, w->pad18, w->contract5);
    k102_pad(w->contract5, net->batchnorm18_running_mean, w->div6,
             net->batchnorm18_bias, w->pad19);
    k105_contract(net->conv2d19_weight, w->pad19, w->contract6);
    k107_mul(w->contract6, net->batchnorm19_running_mean, w->div7,
             net->batchnorm19_bias, w->x, w->mul);
    k108_logits(w->mul, net->linear1_weight, net->linear1_bias, w->logits);
    k109_max(w->logits, w->max);
    k110_argmax(w->logits, w->argmax);
    k111_sub(w->max, w->logits);
    k112_accuracy(w->argmax, label, &net->metric.accuracy);
    k113_sum(w->logits, w->sum);
    k114_loss(label, w->sum, w->logits, &loss);
    return loss;
}

/* The function `predict`. */
void resnet20_predict(Resnet20 *net, const float image[restrict 1][3][32][32],
                      float logits[restrict 1][10])
{
    union Resnet20Predict *w = &net->work.predict;
    k68_div(net->batchnorm1_running_var, net->batchnorm1_weight, w->div);
    k68_div(net->batchnorm2_running_var, net->batchnorm2_weight, w->div14);
    k68_div(net->batchnorm3_running_var, net->batchnorm3_weight, w->div15);
    k68_div(net->batchnorm4_running_var, net->batchnorm4_weight, w->div16);
    k68_div(net->batchnorm5_running_var, net->batchnorm5_weight, w->div17);
    k68_div(net->batchnorm6_running_var, net->batchnorm6_weight, w->div18);
    k68_div(net->batchnorm7_running_var, net->batchnorm7_weight, w->div19);
    k69_div(net->batchnorm8_running_var, net->batchnorm8_weight, w->div8);
    k69_div(net->batchnorm9_running_var, net->batchnorm9_weight, w->div9);
    k69_div(net->batchnorm10_running_var, net->batchnorm10_weight, w->div10);
    k69_div(net->batchnorm11_running_var, net->batchnorm11_weight, w->div11);
    k69_div(net->batchnorm12_running_var, net->batchnorm12_weight, w->div12);
    k69_div(net->batchnorm13_running_var, net->batchnorm13_weight, w->div13);
    k70_div(net->batchnorm14_running_var, net->batchnorm14_weight, w->div2);
    k70_div(net->batchnorm15_running_var, net->batchnorm15_weight, w->div3);
    k70_div(net->batchnorm16_running_var, net->batchnorm16_weight, w->div4);
    k70_div(net->batchnorm17_running_var, net->batchnorm17_weight, w->div5);
    k70_div(net->batchnorm18_running_var, net->batchnorm18_weight, w->div6);
    k70_div(net->batchnorm19_running_var, net->batchnorm19_weight, w->div7);
    k87_pad(image, w->pad);
    k88_x(net->conv2d1_weight, w->pad, net->batchnorm1_running_mean, w->div,
          net->batchnorm1_bias, w->x2);
    k89_pad(w->x2, w->pad2);
    k90_contract(net->conv2d2_weight, w->pad2, w->contract7);
    k91_pad(w->contract7, net->batchnorm2_running_mean, w->div14, net->batchnorm2_bias,
            w->pad3);
    k92_x(net->conv2d3_weight, w->pad3, net->batchnorm3_running_mean, w->div15,
          net->batchnorm3_bias, w->x2);
    k89_pad(w->x2, w->pad4);
    k90_contract(net->conv2d4_weight, w->pad4, w->contract8);
    k91_pad(w->contract8, net->batchnorm4_running_mean, w->div16, net->batchnorm4_bias,
            w->pad5);
    k92_x(net->conv2d5_weight, w->pad5, net->batchnorm5_running_mean, w->div17,
          net->batchnorm5_bias, w->x2);
    k89_pad(w->x2, w->pad6);
    k90_contract(net->conv2d6_weight, w->pad6, w->contract9);
    k91_pad(w->contract9, net->batchnorm6_running_mean, w->div18, net->batchnorm6_bias,
            w->pad7);
    k92_x(net->conv2d7_weight, w->pad7, net->batchnorm7_running_mean, w->div19,
          net->batchnorm7_bias, w->x2);
    k93_pad(w->x2, w->pad8);
    k94_contract(net->conv2d8_weight, w->pad8, w->contract10);
    k95_pad(w->contract10, net->batchnorm8_running_mean, w->div8, net->batchnorm8_bias,
            w->pad9);
    k96_x(net->conv2d9_weight, w->pad9, net->batchnorm9_running_mean, w->div9,
          net->batchnorm9_bias, w->x2, w->x3);
    k97_pad(w->x3, w->pad10);
    k98_contract(net->conv2d10_weight, w->pad10, w->contract2);
    k95_pad(w->contract2, net->batchnorm10_running_mean, w->div10,
            net->batchnorm10_bias, w->pad11);
    k99_x(net->conv2d11_weight, w->pad11, net->batchnorm11_running_mean, w->div11,
          net->batchnorm11_bias, w->x3);
    k97_pad(w->x3, w->pad12);
    k98_contract(net->conv2d12_weight, w->pad12, w->contract3);
    k95_pad(w->contract3, net->batchnorm12_running_mean, w->div12,
            net->batchnorm12_bias, w->pad13);
    k99_x(net->conv2d13_weight, w->pad13, net->batchnorm13_running_mean, w->div13,
          net->batchnorm13_bias, w->x3);
    k100_pad(w->x3, w->pad14);
    k101_contract(net->conv2d14_weight, w->pad14, w->contract);
    k102_pad(w->contract, net->batchnorm14_running_mean, w->div2, net->batchnorm14_bias,
             w->pad15);
    k103_x(net->conv2d15_weight, w->pad15, net->batchnorm15_running_mean, w->div3,
           net->batchnorm15_bias, w->x3, w->x);
    k104_pad(w->x, w->pad16);
    k105_contract(net->conv2d16_weight, w->pad16, w->contract4);
    k102_pad(w->contract4, net->batchnorm16_running_mean, w->div4,
             net->batchnorm16_bias, w->pad17);
    k106_x(net->conv2d17_weight, w->pad17, net->batchnorm17_running_mean, w->div5,
           net->batchnorm17_bias, w->x);
    k104_pad(w->x, w->pad18);
    k105_contract(net->conv2d18_weight, w->pad18, w->contract5);
    k102_pad(w->contract5, net->batchnorm18_running_mean, w->div6,
             net->batchnorm18_bias, w->pad19);
    k105_contract(net->conv2d19_weight, w->pad19, w->contract6);
    k107_mul(w->contract6, net->batchnorm19_running_mean, w->div7,
             net->batchnorm19_bias, w->x, w->mul);
    k108_logits(w->mul, net->linear1_weight, net->linear1_bias, logits);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor resnet20_tensors[] = {
    {"conv2d1.weight", MF_F32, MF_PARAM, 4, {16, 3, 3, 3}, offsetof(Resnet20, conv2d1_weight)},
    {"batchnorm1.weight", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm1_weight)},
    {"batchnorm1.bias", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm1_bias)},
    {"conv2d2.weight", MF_F32, MF_PARAM, 4, {16, 16, 3, 3}, offsetof(Resnet20, conv2d2_weight)},
    {"batchnorm2.weight", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm2_weight)},
    {"batchnorm2.bias", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm2_bias)},
    {"conv2d3.weight", MF_F32, MF_PARAM, 4, {16, 16, 3, 3}, offsetof(Resnet20, conv2d3_weight)},
    {"batchnorm3.weight", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm3_weight)},
    {"batchnorm3.bias", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm3_bias)},
    {"conv2d4.weight", MF_F32, MF_PARAM, 4, {16, 16, 3, 3}, offsetof(Resnet20, conv2d4_weight)},
    {"batchnorm4.weight", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm4_weight)},
    {"batchnorm4.bias", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm4_bias)},
    {"conv2d5.weight", MF_F32, MF_PARAM, 4, {16, 16, 3, 3}, offsetof(Resnet20, conv2d5_weight)},
    {"batchnorm5.weight", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm5_weight)},
    {"batchnorm5.bias", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm5_bias)},
    {"conv2d6.weight", MF_F32, MF_PARAM, 4, {16, 16, 3, 3}, offsetof(Resnet20, conv2d6_weight)},
    {"batchnorm6.weight", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm6_weight)},
    {"batchnorm6.bias", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm6_bias)},
    {"conv2d7.weight", MF_F32, MF_PARAM, 4, {16, 16, 3, 3}, offsetof(Resnet20, conv2d7_weight)},
    {"batchnorm7.weight", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm7_weight)},
    {"batchnorm7.bias", MF_F32, MF_PARAM, 1, {16}, offsetof(Resnet20, batchnorm7_bias)},
    {"conv2d8.weight", MF_F32, MF_PARAM, 4, {32, 16, 3, 3}, offsetof(Resnet20, conv2d8_weight)},
    {"batchnorm8.weight", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, batchnorm8_weight)},
    {"batchnorm8.bias", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, batchnorm8_bias)},
    {"conv2d9.weight", MF_F32, MF_PARAM, 4, {32, 32, 3, 3}, offsetof(Resnet20, conv2d9_weight)},
    {"batchnorm9.weight", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, batchnorm9_weight)},
    {"batchnorm9.bias", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, batchnorm9_bias)},
    {"conv2d10.weight", MF_F32, MF_PARAM, 4, {32, 32, 3, 3}, offsetof(Resnet20, conv2d10_weight)},
    {"batchnorm10.weight", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, batchnorm10_weight)},
    {"batchnorm10.bias", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, batchnorm10_bias)},
    {"conv2d11.weight", MF_F32, MF_PARAM, 4, {32, 32, 3, 3}, offsetof(Resnet20, conv2d11_weight)},
    {"batchnorm11.weight", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, batchnorm11_weight)},
    {"batchnorm11.bias", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, batchnorm11_bias)},
    {"conv2d12.weight", MF_F32, MF_PARAM, 4, {32, 32, 3, 3}, offsetof(Resnet20, conv2d12_weight)},
    {"batchnorm12.weight", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, batchnorm12_weight)},
    {"batchnorm12.bias", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, batchnorm12_bias)},
    {"conv2d13.weight", MF_F32, MF_PARAM, 4, {32, 32, 3, 3}, offsetof(Resnet20, conv2d13_weight)},
    {"batchnorm13.weight", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, batchnorm13_weight)},
    {"batchnorm13.bias", MF_F32, MF_PARAM, 1, {32}, offsetof(Resnet20, batchnorm13_bias)},
    {"conv2d14.weight", MF_F32, MF_PARAM, 4, {64, 32, 3, 3}, offsetof(Resnet20, conv2d14_weight)},
    {"batchnorm14.weight", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, batchnorm14_weight)},
    {"batchnorm14.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, batchnorm14_bias)},
    {"conv2d15.weight", MF_F32, MF_PARAM, 4, {64, 64, 3, 3}, offsetof(Resnet20, conv2d15_weight)},
    {"batchnorm15.weight", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, batchnorm15_weight)},
    {"batchnorm15.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, batchnorm15_bias)},
    {"conv2d16.weight", MF_F32, MF_PARAM, 4, {64, 64, 3, 3}, offsetof(Resnet20, conv2d16_weight)},
    {"batchnorm16.weight", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, batchnorm16_weight)},
    {"batchnorm16.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, batchnorm16_bias)},
    {"conv2d17.weight", MF_F32, MF_PARAM, 4, {64, 64, 3, 3}, offsetof(Resnet20, conv2d17_weight)},
    {"batchnorm17.weight", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, batchnorm17_weight)},
    {"batchnorm17.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, batchnorm17_bias)},
    {"conv2d18.weight", MF_F32, MF_PARAM, 4, {64, 64, 3, 3}, offsetof(Resnet20, conv2d18_weight)},
    {"batchnorm18.weight", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, batchnorm18_weight)},
    {"batchnorm18.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, batchnorm18_bias)},
    {"conv2d19.weight", MF_F32, MF_PARAM, 4, {64, 64, 3, 3}, offsetof(Resnet20, conv2d19_weight)},
    {"batchnorm19.weight", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, batchnorm19_weight)},
    {"batchnorm19.bias", MF_F32, MF_PARAM, 1, {64}, offsetof(Resnet20, batchnorm19_bias)},
    {"linear1.weight", MF_F32, MF_PARAM, 2, {64, 10}, offsetof(Resnet20, linear1_weight)},
    {"linear1.bias", MF_F32, MF_PARAM, 1, {10}, offsetof(Resnet20, linear1_bias)},
    {"batchnorm1.running_mean", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, batchnorm1_running_mean)},
    {"batchnorm1.running_var", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, batchnorm1_running_var)},
    {"batchnorm2.running_mean", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, batchnorm2_running_mean)},
    {"batchnorm2.running_var", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, batchnorm2_running_var)},
    {"batchnorm3.running_mean", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, batchnorm3_running_mean)},
    {"batchnorm3.running_var", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, batchnorm3_running_var)},
    {"batchnorm4.running_mean", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, batchnorm4_running_mean)},
    {"batchnorm4.running_var", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, batchnorm4_running_var)},
    {"batchnorm5.running_mean", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, batchnorm5_running_mean)},
    {"batchnorm5.running_var", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, batchnorm5_running_var)},
    {"batchnorm6.running_mean", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, batchnorm6_running_mean)},
    {"batchnorm6.running_var", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, batchnorm6_running_var)},
    {"batchnorm7.running_mean", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, batchnorm7_running_mean)},
    {"batchnorm7.running_var", MF_F32, MF_STAT, 1, {16}, offsetof(Resnet20, batchnorm7_running_var)},
    {"batchnorm8.running_mean", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, batchnorm8_running_mean)},
    {"batchnorm8.running_var", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, batchnorm8_running_var)},
    {"batchnorm9.running_mean", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, batchnorm9_running_mean)},
    {"batchnorm9.running_var", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, batchnorm9_running_var)},
    {"batchnorm10.running_mean", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, batchnorm10_running_mean)},
    {"batchnorm10.running_var", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, batchnorm10_running_var)},
    {"batchnorm11.running_mean", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, batchnorm11_running_mean)},
    {"batchnorm11.running_var", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, batchnorm11_running_var)},
    {"batchnorm12.running_mean", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, batchnorm12_running_mean)},
    {"batchnorm12.running_var", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, batchnorm12_running_var)},
    {"batchnorm13.running_mean", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, batchnorm13_running_mean)},
    {"batchnorm13.running_var", MF_F32, MF_STAT, 1, {32}, offsetof(Resnet20, batchnorm13_running_var)},
    {"batchnorm14.running_mean", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, batchnorm14_running_mean)},
    {"batchnorm14.running_var", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, batchnorm14_running_var)},
    {"batchnorm15.running_mean", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, batchnorm15_running_mean)},
    {"batchnorm15.running_var", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, batchnorm15_running_var)},
    {"batchnorm16.running_mean", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, batchnorm16_running_mean)},
    {"batchnorm16.running_var", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, batchnorm16_running_var)},
    {"batchnorm17.running_mean", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, batchnorm17_running_mean)},
    {"batchnorm17.running_var", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, batchnorm17_running_var)},
    {"batchnorm18.running_mean", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, batchnorm18_running_mean)},
    {"batchnorm18.running_var", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, batchnorm18_running_var)},
    {"batchnorm19.running_mean", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, batchnorm19_running_mean)},
    {"batchnorm19.running_var", MF_F32, MF_STAT, 1, {64}, offsetof(Resnet20, batchnorm19_running_var)},
    {"sgd.v.conv2d1.weight", MF_F32, MF_STATE, 4, {16, 3, 3, 3}, offsetof(Resnet20, sgd_v_conv2d1_weight)},
    {"sgd.v.batchnorm1.weight", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm1_weight)},
    {"sgd.v.batchnorm1.bias", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm1_bias)},
    {"sgd.v.conv2d2.weight", MF_F32, MF_STATE, 4, {16, 16, 3, 3}, offsetof(Resnet20, sgd_v_conv2d2_weight)},
    {"sgd.v.batchnorm2.weight", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm2_weight)},
    {"sgd.v.batchnorm2.bias", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm2_bias)},
    {"sgd.v.conv2d3.weight", MF_F32, MF_STATE, 4, {16, 16, 3, 3}, offsetof(Resnet20, sgd_v_conv2d3_weight)},
    {"sgd.v.batchnorm3.weight", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm3_weight)},
    {"sgd.v.batchnorm3.bias", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm3_bias)},
    {"sgd.v.conv2d4.weight", MF_F32, MF_STATE, 4, {16, 16, 3, 3}, offsetof(Resnet20, sgd_v_conv2d4_weight)},
    {"sgd.v.batchnorm4.weight", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm4_weight)},
    {"sgd.v.batchnorm4.bias", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm4_bias)},
    {"sgd.v.conv2d5.weight", MF_F32, MF_STATE, 4, {16, 16, 3, 3}, offsetof(Resnet20, sgd_v_conv2d5_weight)},
    {"sgd.v.batchnorm5.weight", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm5_weight)},
    {"sgd.v.batchnorm5.bias", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm5_bias)},
    {"sgd.v.conv2d6.weight", MF_F32, MF_STATE, 4, {16, 16, 3, 3}, offsetof(Resnet20, sgd_v_conv2d6_weight)},
    {"sgd.v.batchnorm6.weight", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm6_weight)},
    {"sgd.v.batchnorm6.bias", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm6_bias)},
    {"sgd.v.conv2d7.weight", MF_F32, MF_STATE, 4, {16, 16, 3, 3}, offsetof(Resnet20, sgd_v_conv2d7_weight)},
    {"sgd.v.batchnorm7.weight", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm7_weight)},
    {"sgd.v.batchnorm7.bias", MF_F32, MF_STATE, 1, {16}, offsetof(Resnet20, sgd_v_batchnorm7_bias)},
    {"sgd.v.conv2d8.weight", MF_F32, MF_STATE, 4, {32, 16, 3, 3}, offsetof(Resnet20, sgd_v_conv2d8_weight)},
    {"sgd.v.batchnorm8.weight", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, sgd_v_batchnorm8_weight)},
    {"sgd.v.batchnorm8.bias", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, sgd_v_batchnorm8_bias)},
    {"sgd.v.conv2d9.weight", MF_F32, MF_STATE, 4, {32, 32, 3, 3}, offsetof(Resnet20, sgd_v_conv2d9_weight)},
    {"sgd.v.batchnorm9.weight", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, sgd_v_batchnorm9_weight)},
    {"sgd.v.batchnorm9.bias", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, sgd_v_batchnorm9_bias)},
    {"sgd.v.conv2d10.weight", MF_F32, MF_STATE, 4, {32, 32, 3, 3}, offsetof(Resnet20, sgd_v_conv2d10_weight)},
    {"sgd.v.batchnorm10.weight", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, sgd_v_batchnorm10_weight)},
    {"sgd.v.batchnorm10.bias", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, sgd_v_batchnorm10_bias)},
    {"sgd.v.conv2d11.weight", MF_F32, MF_STATE, 4, {32, 32, 3, 3}, offsetof(Resnet20, sgd_v_conv2d11_weight)},
    {"sgd.v.batchnorm11.weight", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, sgd_v_batchnorm11_weight)},
    {"sgd.v.batchnorm11.bias", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, sgd_v_batchnorm11_bias)},
    {"sgd.v.conv2d12.weight", MF_F32, MF_STATE, 4, {32, 32, 3, 3}, offsetof(Resnet20, sgd_v_conv2d12_weight)},
    {"sgd.v.batchnorm12.weight", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, sgd_v_batchnorm12_weight)},
    {"sgd.v.batchnorm12.bias", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, sgd_v_batchnorm12_bias)},
    {"sgd.v.conv2d13.weight", MF_F32, MF_STATE, 4, {32, 32, 3, 3}, offsetof(Resnet20, sgd_v_conv2d13_weight)},
    {"sgd.v.batchnorm13.weight", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, sgd_v_batchnorm13_weight)},
    {"sgd.v.batchnorm13.bias", MF_F32, MF_STATE, 1, {32}, offsetof(Resnet20, sgd_v_batchnorm13_bias)},
    {"sgd.v.conv2d14.weight", MF_F32, MF_STATE, 4, {64, 32, 3, 3}, offsetof(Resnet20, sgd_v_conv2d14_weight)},
    {"sgd.v.batchnorm14.weight", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, sgd_v_batchnorm14_weight)},
    {"sgd.v.batchnorm14.bias", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, sgd_v_batchnorm14_bias)},
    {"sgd.v.conv2d15.weight", MF_F32, MF_STATE, 4, {64, 64, 3, 3}, offsetof(Resnet20, sgd_v_conv2d15_weight)},
    {"sgd.v.batchnorm15.weight", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, sgd_v_batchnorm15_weight)},
    {"sgd.v.batchnorm15.bias", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, sgd_v_batchnorm15_bias)},
    {"sgd.v.conv2d16.weight", MF_F32, MF_STATE, 4, {64, 64, 3, 3}, offsetof(Resnet20, sgd_v_conv2d16_weight)},
    {"sgd.v.batchnorm16.weight", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, sgd_v_batchnorm16_weight)},
    {"sgd.v.batchnorm16.bias", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, sgd_v_batchnorm16_bias)},
    {"sgd.v.conv2d17.weight", MF_F32, MF_STATE, 4, {64, 64, 3, 3}, offsetof(Resnet20, sgd_v_conv2d17_weight)},
    {"sgd.v.batchnorm17.weight", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, sgd_v_batchnorm17_weight)},
    {"sgd.v.batchnorm17.bias", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, sgd_v_batchnorm17_bias)},
    {"sgd.v.conv2d18.weight", MF_F32, MF_STATE, 4, {64, 64, 3, 3}, offsetof(Resnet20, sgd_v_conv2d18_weight)},
    {"sgd.v.batchnorm18.weight", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, sgd_v_batchnorm18_weight)},
    {"sgd.v.batchnorm18.bias", MF_F32, MF_STATE, 1, {64}, offsetof(Resnet20, sgd_v_batchnorm18_bias)},
    {"sgd.v.conv2d19.weight", MF_F32, MF_STATE, 4, {64, 64, 3, 3}, offsetof(Resnet20, sgd_v_conv2d19_weight)},
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
    .hash = 0xc21c34975d0512f6u,
    .real = MF_F32,
    .size = sizeof(Resnet20),
    .param_bytes = 1078888,
    .state_bytes = 1084392,
    .work_bytes = 313097536,
    .seed_offset = offsetof(Resnet20, seed),
    .step_offset = offsetof(Resnet20, step),
    .init = init_net,
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

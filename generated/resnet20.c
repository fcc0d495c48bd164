/*
 * resnet20.c - trains and runs the network of resnet20.lua. Written by mfc 0.1: edit
 * the script, not this file.
 *
 * 269722 parameters; 2023 nodes in 128 kernels;
 * bytes: parameters 1078888, state 1084392, work 219158336 (unshared 586331152)
 */
#include "mfrt.h"

#define RESNET20_PARAM_BYTES 1078888u
#define RESNET20_STATE_BYTES 1084392u
#define RESNET20_WORK_BYTES 219158336u

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
                float pad[3][128][16][34][34];       /* calls 5 to 190 */
                float pad2[3][128][16][34][34];      /* calls 8 to 184 */
                float contract[3][128][16][32][32];  /* calls 3 to 194 */
                float contract2[3][128][16][32][32]; /* calls 6 to 187 */
                float pad4[128][16][33][33];         /* calls 23 to 153 */
                float contract3[128][16][32][32];    /* calls 21 to 157 */
                float pad5[128][32][18][18];         /* calls 26 to 141 */
                float pad8[128][32][18][18];         /* calls 29 to 135 */
                float pad11[128][32][18][18];        /* calls 32 to 129 */
                float contract6[128][32][16][16];    /* calls 24 to 144 */
                float pad13[128][32][18][18];        /* calls 35 to 123 */
                float contract9[128][32][16][16];    /* calls 27 to 138 */
                float contract10[128][32][16][16];   /* calls 30 to 132 */
                float pad16[128][32][18][18];        /* calls 38 to 117 */
                float contract11[128][32][16][16];   /* calls 33 to 126 */
                float contract12[128][32][16][16];   /* calls 36 to 120 */
                float pad18[128][3][34][34];         /* calls 2 to 194 */
                float pad19[128][32][17][17];        /* calls 41 to 110 */
                float contract13[128][32][16][16];   /* calls 39 to 114 */
                float pad20[128][64][10][10];        /* calls 44 to 98 */
                float pad23[128][64][10][10];        /* calls 47 to 92 */
                float contract16[128][64][8][8];     /* calls 42 to 108 */
                float pad25[128][64][10][10];        /* calls 50 to 86 */
                float contract19[128][64][8][8];     /* calls 45 to 98 */
                float x[128][64][8][8];              /* calls 59 to 110 */
                float contract20[128][64][8][8];     /* calls 48 to 92 */
                float pad29[128][64][10][10];        /* calls 53 to 80 */
                float contract21[128][64][8][8];     /* calls 51 to 86 */
                float pad30[128][64][10][10];        /* calls 56 to 74 */
                float contract22[128][64][8][8];     /* calls 54 to 80 */
                float contract23[128][64][8][8];     /* calls 57 to 74 */
                float mul14[128][64];                /* calls 59 to 68 */
                float dlogits[128][10];              /* calls 61 to 68 */
                float logits[128][10];               /* calls 60 to 64 */
                float mul16[64];                     /* calls 58 to 69 */
                float div15[64];                     /* calls 58 to 69 */
                float sqrt_[64];                     /* calls 58 to 67 */
                float max[128];                      /* calls 61 to 64 */
                float sum[128];                      /* calls 61 to 64 */
                unsigned char gap56[2052352];
                float pad33[128][64][10][10]; /* calls 71 to 72 */
                float mul17[128][64];         /* calls 66 to 78 */
                float mul18[3][16];           /* calls 4 to 191 */
                float div17[3][16];           /* calls 4 to 191 */
                float sqrt_2[3][16];          /* calls 4 to 189 */
                float mul19[3][16];           /* calls 7 to 185 */
                float div18[3][16];           /* calls 7 to 185 */
                float sqrt_3[3][16];          /* calls 7 to 183 */
                float mul20[32];              /* calls 25 to 142 */
                float div19[32];              /* calls 25 to 142 */
                float sqrt_4[32];             /* calls 25 to 140 */
                float mul21[64];              /* calls 43 to 99 */
                float div20[64];              /* calls 43 to 99 */
                float sqrt_5[64];             /* calls 43 to 97 */
                float mul22[32];              /* calls 28 to 136 */
                float div21[32];              /* calls 28 to 136 */
                float sqrt_6[32];             /* calls 28 to 134 */
                float mul23[32];              /* calls 31 to 130 */
                float div22[32];              /* calls 31 to 130 */
                float sqrt_7[32];             /* calls 31 to 128 */
                float mul24[64];              /* calls 46 to 93 */
                float div23[64];              /* calls 46 to 93 */
                float sqrt_8[64];             /* calls 46 to 91 */
                float mul25[32];              /* calls 34 to 124 */
                float div24[32];              /* calls 34 to 124 */
                float sqrt_9[32];             /* calls 34 to 122 */
                float mul26[32];              /* calls 37 to 118 */
                float div25[32];              /* calls 37 to 118 */
                float sqrt_10[32];            /* calls 37 to 116 */
                float mul27[64];              /* calls 49 to 87 */
                float div26[64];              /* calls 49 to 87 */
                float sqrt_11[64];            /* calls 49 to 85 */
                float mul28[32];              /* calls 40 to 112 */
                float div27[32];              /* calls 40 to 112 */
                float sqrt_12[32];            /* calls 40 to 111 */
                float mul29[16];              /* calls 22 to 155 */
                float div28[16];              /* calls 22 to 155 */
                float sqrt_13[16];            /* calls 22 to 154 */
                float mul30[64];              /* calls 52 to 81 */
                float div29[64];              /* calls 52 to 81 */
                float sqrt_14[64];            /* calls 52 to 79 */
                float mul31[64];              /* calls 55 to 75 */
                float div30[64];              /* calls 55 to 75 */
                float sqrt_15[64];            /* calls 55 to 73 */
                int32_t argmax[128];          /* calls 62 to 63 */
            };
            struct {
                unsigned char gap1[47349760];
                float pad3[128][16][34][34]; /* calls 163 to 190 */
                unsigned char gap2[41943040];
                float div[16]; /* calls 165 to 191 */
                unsigned char gap3[8388544];
                float div2[16]; /* calls 154 to 155 */
                unsigned char gap7[8388544];
                float div3[16]; /* calls 159 to 185 */
                unsigned char gap8[8921024];
                float pad6[128][32][16][17]; /* calls 144 to 151 */
                float pad7[128][32][17][17]; /* calls 144 to 149 */
                float mul3[32];              /* calls 143 to 144 */
                unsigned char gap12[1425280];
                float pad12[128][32][18][18]; /* calls 132 to 135 */
                unsigned char gap15[1654784];
                float contract7[128][16][16][16]; /* calls 148 to 150 */
                float contract8[128][16][16][16]; /* calls 149 to 150 */
                unsigned char gap20[12042240];
                float pad17[128][32][18][18]; /* calls 120 to 123 */
                unsigned char gap24[4194304];
                float div7[32]; /* calls 122 to 124 */
                unsigned char gap25[5969792];
                float div8[32]; /* calls 111 to 112 */
                unsigned char gap29[4194176];
                float div9[32]; /* calls 116 to 118 */
                unsigned char gap30[4734848];
                float pad21[128][64][9][8];      /* calls 101 to 106 */
                float contract14[128][32][8][8]; /* calls 106 to 107 */
                unsigned char gap35[786432];
                float concat5[128][32][8][8][2]; /* calls 107 to 109 */
                unsigned char gap38[2359296];
                float pad26[128][64][10][10]; /* calls 89 to 90 */
                unsigned char gap45[6291456];
                float mul11[64]; /* calls 82 to 83 */
                unsigned char gap48[2096896];
                float div12[64]; /* calls 85 to 87 */
                unsigned char gap49[3276544];
                float pad31[128][64][10][10]; /* calls 77 to 78 */
                unsigned char gap52[2097152];
                float mul13[64]; /* calls 76 to 77 */
                unsigned char gap53[2096896];
                float mul15[64]; /* calls 70 to 71 */
                unsigned char gap55[37632];
                float div14[64]; /* calls 67 to 69 */
                unsigned char gap57[2059008];
                float div16[64]; /* calls 73 to 75 */
            };
            struct {
                unsigned char gap4[107151360];
                float mul[16]; /* calls 156 to 193 */
                unsigned char gap9[17309632];
                float concat[128][16][16][2][32]; /* calls 152 to 191 */
                float pad10[128][16][34][34];     /* calls 157 to 184 */
                unsigned char gap16[2260992];
                float pad14[128][32][18][18]; /* calls 126 to 129 */
                unsigned char gap21[8388608];
                float mul6[32]; /* calls 125 to 126 */
                unsigned char gap23[4194176];
                float div6[32]; /* calls 128 to 130 */
                unsigned char gap26[11278208];
                float mul7[32]; /* calls 113 to 114 */
                unsigned char gap31[8929152];
                float concat4[128][32][8][2][16]; /* calls 109 to 153 */
                float pad24[128][32][18][18];     /* calls 114 to 117 */
                unsigned char gap43[1245184];
                float contract17[128][32][8][8]; /* calls 105 to 107 */
                unsigned char gap46[6422528];
                float where6[128][64][8][8]; /* calls 84 to 87 */
                unsigned char gap50[3276800];
                float div13[64]; /* calls 79 to 81 */
                unsigned char gap54[7470848];
                float where7[128][64][8][8]; /* calls 72 to 75 */
            };
            struct {
                unsigned char gap5[107151360];
                float where[128][16][32][32]; /* calls 158 to 185 */
                unsigned char gap10[14229504];
                float pad9[128][32][18][18]; /* calls 138 to 141 */
                float mul4[32];              /* calls 137 to 138 */
                unsigned char gap14[2768768];
                float contract4[128][16][16][16]; /* calls 145 to 147 */
                float contract5[128][16][16][16]; /* calls 146 to 147 */
                unsigned char gap17[2539520];
                float mul5[32]; /* calls 131 to 132 */
                unsigned char gap22[13696896];
                float where3[128][32][16][16]; /* calls 127 to 130 */
                unsigned char gap27[11278336];
                float where4[128][32][16][16]; /* calls 115 to 118 */
                unsigned char gap32[7094272];
                float pad22[128][64][9][9]; /* calls 101 to 105 */
                float mul10[64];            /* calls 100 to 101 */
                unsigned char gap37[360192];
                float div10[64]; /* calls 97 to 99 */
                unsigned char gap39[3276544];
                float div11[64]; /* calls 91 to 93 */
                unsigned char gap44[2359040];
                float contract18[128][32][8][8]; /* calls 103 to 104 */
                unsigned char gap47[6160384];
                float mul12[64]; /* calls 88 to 89 */
                unsigned char gap51[5373696];
                float pad32[128][64][10][10]; /* calls 83 to 84 */
            };
            struct {
                unsigned char gap6[107151360];
                float mul2[16]; /* calls 162 to 187 */
                unsigned char gap11[26501056];
                float concat2[128][16][16][16][2]; /* calls 147 to 152 */
                float concat3[128][16][16][16][2]; /* calls 150 to 152 */
                unsigned char gap18[2539520];
                float div5[32]; /* calls 134 to 136 */
                unsigned char gap28[29169536];
                float mul8[32]; /* calls 119 to 120 */
                unsigned char gap33[12205952];
                float mul9[64]; /* calls 94 to 95 */
                unsigned char gap36[1736448];
                float contract15[128][32][8][8]; /* calls 102 to 104 */
                unsigned char gap40[2588672];
                float pad27[128][64][10][10]; /* calls 95 to 96 */
            };
            struct {
                unsigned char gap13[135077888];
                float where2[128][32][16][16]; /* calls 139 to 142 */
                float div4[32];                /* calls 140 to 142 */
                unsigned char gap19[5308288];
                float pad15[128][32][17][16]; /* calls 144 to 148 */
                unsigned char gap34[36919296];
                float where5[128][64][8][8]; /* calls 96 to 99 */
                unsigned char gap41[3276800];
                float pad28[128][64][8][9]; /* calls 101 to 103 */
            };
            struct {
                unsigned char gap42[191330304];
                float concat6[128][32][8][8][2]; /* calls 104 to 109 */
            };
        } step;
        union Resnet20Eval {
            float pad6[128][64][10][10]; /* calls 36 to 37 */
            float pad7[128][64][10][10]; /* calls 38 to 39 */
            struct {
                float pad[128][16][34][34];  /* calls 21 to 27 */
                float pad10[128][3][34][34]; /* calls 20 to 21 */
                float div[16];               /* calls 1 to 21 */
                unsigned char gap5[7694272];
                float div2[16]; /* calls 2 to 22 */
                float div3[16]; /* calls 3 to 23 */
                float div4[16]; /* calls 4 to 24 */
                float div5[16]; /* calls 5 to 25 */
                float div6[16]; /* calls 6 to 26 */
                unsigned char gap7[8920768];
                float div7[64];  /* calls 14 to 34 */
                float div8[64];  /* calls 15 to 35 */
                float div9[64];  /* calls 16 to 36 */
                float div10[64]; /* calls 17 to 37 */
                float div11[64]; /* calls 18 to 38 */
                float div12[64]; /* calls 19 to 40 */
                float div13[32]; /* calls 8 to 28 */
                float div14[32]; /* calls 9 to 29 */
                float div15[32]; /* calls 10 to 30 */
                float div16[32]; /* calls 11 to 31 */
                float div17[32]; /* calls 12 to 32 */
                float div18[32]; /* calls 13 to 33 */
                float div19[16]; /* calls 7 to 27 */
                unsigned char gap8[191294464];
                int32_t argmax[128]; /* calls 43 to 44 */
            };
            struct {
                float pad2[128][32][18][18];  /* calls 28 to 29 */
                float pad9[128][32][18][18];  /* calls 29 to 33 */
                float pad14[128][32][17][17]; /* calls 33 to 35 */
                unsigned char gap6[3588096];
                float pad15[128][16][33][33]; /* calls 27 to 29 */
            };
            struct {
                float pad3[128][32][18][18]; /* calls 30 to 31 */
                unsigned char gap1[1245184];
                float contract[128][64][8][8]; /* calls 39 to 40 */
                unsigned char gap2[819200];
                float pad11[128][16][34][34]; /* calls 22 to 23 */
            };
            struct {
                float pad4[128][32][18][18]; /* calls 32 to 33 */
                unsigned char gap3[4161536];
                float pad12[128][16][34][34]; /* calls 24 to 25 */
            };
            struct {
                float pad5[128][64][10][10]; /* calls 34 to 35 */
                float pad8[128][64][10][10]; /* calls 35 to 40 */
                unsigned char gap4[2916352];
                float pad13[128][16][34][34]; /* calls 26 to 27 */
            };
            struct {
                float mul[128][64];    /* calls 40 to 41 */
                float logits[128][10]; /* calls 41 to 45 */
            };
            struct {
                float max[128]; /* calls 42 to 45 */
                float sum[128]; /* calls 42 to 45 */
            };
        } eval;
        union Resnet20EvalOne {
            float pad6[1][64][10][10]; /* calls 36 to 37 */
            float pad7[1][64][10][10]; /* calls 38 to 39 */
            struct {
                float pad[1][16][34][34];  /* calls 21 to 27 */
                float pad10[1][3][34][34]; /* calls 20 to 21 */
                float div[16];             /* calls 1 to 21 */
                unsigned char gap5[60048];
                float div2[16]; /* calls 2 to 22 */
                float div3[16]; /* calls 3 to 23 */
                float div4[16]; /* calls 4 to 24 */
                float div5[16]; /* calls 5 to 25 */
                float div6[16]; /* calls 6 to 26 */
                unsigned char gap7[69376];
                float div7[64];  /* calls 14 to 34 */
                float div8[64];  /* calls 15 to 35 */
                float div9[64];  /* calls 16 to 36 */
                float div10[64]; /* calls 17 to 37 */
                float div11[64]; /* calls 18 to 38 */
                float div12[64]; /* calls 19 to 40 */
                float div13[32]; /* calls 8 to 28 */
                float div14[32]; /* calls 9 to 29 */
                float div15[32]; /* calls 10 to 30 */
                float div16[32]; /* calls 11 to 31 */
                float div17[32]; /* calls 12 to 32 */
                float div18[32]; /* calls 13 to 33 */
                float div19[16]; /* calls 7 to 27 */
                unsigned char gap8[218937792];
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
                float contract[1][64][8][8]; /* calls 39 to 40 */
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
                float mul[1][64];    /* calls 40 to 41 */
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
            float mul[1][64];          /* calls 40 to 41 */
            struct {
                float pad[1][16][34][34];  /* calls 21 to 27 */
                float pad10[1][3][34][34]; /* calls 20 to 21 */
                float div[16];             /* calls 1 to 21 */
                unsigned char gap5[60048];
                float div2[16]; /* calls 2 to 22 */
                float div3[16]; /* calls 3 to 23 */
                float div4[16]; /* calls 4 to 24 */
                float div5[16]; /* calls 5 to 25 */
                float div6[16]; /* calls 6 to 26 */
                unsigned char gap7[69376];
                float div7[64];  /* calls 14 to 34 */
                float div8[64];  /* calls 15 to 35 */
                float div9[64];  /* calls 16 to 36 */
                float div10[64]; /* calls 17 to 37 */
                float div11[64]; /* calls 18 to 38 */
                float div12[64]; /* calls 19 to 40 */
                float div13[32]; /* calls 8 to 28 */
                float div14[32]; /* calls 9 to 29 */
                float div15[32]; /* calls 10 to 30 */
                float div16[32]; /* calls 11 to 31 */
                float div17[32]; /* calls 12 to 32 */
                float div18[32]; /* calls 13 to 33 */
                float div19[16]; /* calls 7 to 27 */
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
                float contract[1][64][8][8]; /* calls 39 to 40 */
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
 *    pad(pad(x))                                                     resnet20.lua:47 */
static void k5_x(const float contract[restrict 128][16][32][32],
                 const float mul[restrict 16], const float div[restrict 16],
                 const float batchnorm1_bias[restrict 16],
                 float pad[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 32; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    pad[i][j][k + 1][l + 1] = mf_reluf(t + batchnorm1_bias[j]);
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
static void k7_x(const float contract[restrict 128][16][32][32],
                 const float mul[restrict 16], const float div[restrict 16],
                 const float batchnorm3_bias[restrict 16],
                 const float pad[restrict 128][16][34][34],
                 float pad2[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 32; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    const float t2 = t + batchnorm3_bias[j] + pad[i][j][k + 1][l + 1];
                    pad2[i][j][k + 1][l + 1] = mf_reluf(t2);
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

/* 8  x = relu((contract162 - mul164) * div173 + batchnorm7.bias + x)
 *    pad(pad(x))                                                     resnet20.lua:32 */
static void k8_x(const float contract[restrict 128][16][32][32],
                 const float mul[restrict 16], const float div[restrict 16],
                 const float batchnorm7_bias[restrict 16],
                 const float pad[restrict 128][16][34][34],
                 float pad2[restrict 128][16][33][33])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 32; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    const float t2 = t + batchnorm7_bias[j] + pad[i][j][k + 1][l + 1];
                    pad2[i][j][k + 1][l + 1] = mf_reluf(t2);
                }
            for (int k = 0; k < 33; k++)
                pad2[i][j][0][k] = 0.0f;
            for (int k = 0; k < 32; k++)
                pad2[i][j][k + 1][0] = 0.0f;
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
static void k11_relu(const float contract[restrict 128][32][16][16],
                     const float mul[restrict 32], const float div[restrict 32],
                     const float batchnorm8_bias[restrict 32],
                     float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
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
static void k13_x(const float contract[restrict 128][32][16][16],
                  const float mul[restrict 32], const float div[restrict 32],
                  const float batchnorm9_bias[restrict 32],
                  const float pad[restrict 128][16][33][33],
                  float pad2[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    const bool t2 = j - 8 >= 0 && j - 8 < 16;
                    const float t3 = t2 ? pad[i][j - 8][2 * k + 1][2 * l + 1] : 0.0f;
                    pad2[i][j][k + 1][l + 1] = mf_reluf(t + batchnorm9_bias[j] + t3);
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

/* 14  x = relu((contract268 - mul270) * div279 + batchnorm11.bias + x)
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k14_x(const float contract[restrict 128][32][16][16],
                  const float mul[restrict 32], const float div[restrict 32],
                  const float batchnorm11_bias[restrict 32],
                  const float pad[restrict 128][32][18][18],
                  float pad2[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    const float t2 = t + batchnorm11_bias[j] + pad[i][j][k + 1][l + 1];
                    pad2[i][j][k + 1][l + 1] = mf_reluf(t2);
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

/* 15  x = relu((contract319 - mul321) * div330 + batchnorm13.bias + x)
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k15_x(const float contract[restrict 128][32][16][16],
                  const float mul[restrict 32], const float div[restrict 32],
                  const float batchnorm13_bias[restrict 32],
                  const float pad[restrict 128][32][18][18],
                  float pad2[restrict 128][32][17][17])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    const float t2 = t + batchnorm13_bias[j] + pad[i][j][k + 1][l + 1];
                    pad2[i][j][k + 1][l + 1] = mf_reluf(t2);
                }
            }
            for (int k = 0; k < 17; k++)
                pad2[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                pad2[i][j][k + 1][0] = 0.0f;
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
static void k18_relu(const float contract[restrict 128][64][8][8],
                     const float mul[restrict 64], const float div[restrict 64],
                     const float batchnorm14_bias[restrict 64],
                     float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
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
static void k20_x(const float contract[restrict 128][64][8][8],
                  const float mul[restrict 64], const float div[restrict 64],
                  const float batchnorm15_bias[restrict 64],
                  const float pad[restrict 128][32][17][17],
                  float pad2[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    const bool t2 = j - 16 >= 0 && j - 16 < 32;
                    const float t3 = t2 ? pad[i][j - 16][2 * k + 1][2 * l + 1] : 0.0f;
                    pad2[i][j][k + 1][l + 1] = mf_reluf(t + batchnorm15_bias[j] + t3);
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

/* 21  x = relu((contract425 - mul427) * div436 + batchnorm17.bias + x)
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k21_x(const float contract[restrict 128][64][8][8],
                  const float mul[restrict 64], const float div[restrict 64],
                  const float batchnorm17_bias[restrict 64],
                  const float pad[restrict 128][64][10][10],
                  float pad2[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = (contract[i][j][k][l] - mul[j]) * div[j];
                    const float t2 = t + batchnorm17_bias[j] + pad[i][j][k + 1][l + 1];
                    pad2[i][j][k + 1][l + 1] = mf_reluf(t2);
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

/* 22  x = relu((contract476 - mul478) * div487 + batchnorm19.bias + x)
 *     sum(x) * 0.015625                                              resnet20.lua:44 */
static void k22_mul(const float contract[restrict 128][64][8][8],
                    const float mul[restrict 64], const float div[restrict 64],
                    const float batchnorm19_bias[restrict 64],
                    const float pad[restrict 128][64][10][10],
                    float x[restrict 128][64][8][8], float mul2[restrict 128][64])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 8; l++) {
                        const float t = pad[i][16 * j + r][k + 1][l + 1];
                        const float t2 = contract[i][16 * j + r][k][l];
                        const float t3 = (t2 - mul[16 * j + r]) * div[16 * j + r];
                        const float t4 = t3 + batchnorm19_bias[16 * j + r] + t;
                        x[i][16 * j + r][k][l] = mf_reluf(t4);
                        lane[l] += x[i][16 * j + r][k][l];
                    }
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums[r];
                mul2[i][16 * j + r] = sum * 0.015625f;
            }
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
    for (int i = 0; i < 8; i++) {
        for (int r = 0; r < 16; r++) {
            float acc = -INFINITY;
            for (int j = 0; j < 10; j++)
                acc = mf_maxf(logits[16 * i + r][j], acc);
            max[16 * i + r] = acc;
        }
        float exp[16][10];
        for (int r = 0; r < 16; r++) {
            MF_ROLLED
            for (int j = 0; j < 10; j++)
                exp[r][j] = mf_expf(logits[16 * i + r][j] - max[16 * i + r]);
        }
        float sums[16];
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            MF_ROLLED
            for (int j = 0; j < MF_LANES(10); j++)
                lane[j] += j < 10 ? exp[r][j] : 0.0f;
            const float sum2 = mf_sum16f(lane);
            sum[16 * i + r] = sum2;
            sums[r] = sum2;
        }
        float divs[16];
        MF_ROLLED
        for (int r = 0; r < 16; r++) {
            const float sum2 = sums[r];
            divs[r] = 0.0078125f / sum2;
        }
        for (int r = 0; r < 16; r++) {
            const float div = divs[r];
            MF_ROLLED
            for (int j = 0; j < 10; j++) {
                const float t = j == label[16 * i + r] ? -0.0078125f : 0.0f;
                dlogits[16 * i + r][j] = t + div * exp[r][j];
            }
        }
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
 *     batchnorm19.weight = batchnorm19.weight - 0.1 * pow525 * where1797
 *     sgd.v.batchnorm19.bias = where(abs(momentum * sgd.v.batchnorm19.bias + (sum(wh...
 *     batchnorm19.bias = batchnorm19.bias - 0.1 * pow525 * where...  resnet20.lua:55 */
static void k30_batchnorm19_bias(const float x[restrict 128][64][8][8],
                                 const float mul[restrict 128][64],
                                 const float contract[restrict 128][64][8][8],
                                 const float mul2[restrict 64],
                                 const float div[restrict 64],
                                 const float sqrt_[restrict 64], float momentum,
                                 float weight_decay, float pow, float div2[restrict 64],
                                 float v_batchnorm19_weight[restrict 64],
                                 float batchnorm19_weight[restrict 64],
                                 float v_batchnorm19_bias[restrict 64],
                                 float batchnorm19_bias[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    const float t = mul[j][i];
                    const float t2 = x[j][i][k][l] > 0.0f ? t : 0.0f;
                    lane[l] += t2 * (contract[j][i][k][l] - mul2[i]);
                    const float t3 = mul[j][i];
                    lane2[l] += x[j][i][k][l] > 0.0f ? t3 : 0.0f;
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
        const float sum2 = mf_sum16f(lane2);
        const float t5 = sum2 + weight_decay * batchnorm19_bias[i];
        const float t5_2 = momentum * v_batchnorm19_bias[i] + t5;
        const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
        v_batchnorm19_bias[i] = t6;
        batchnorm19_bias[i] = batchnorm19_bias[i] - 0.1f * pow * t6;
    }
}

/* 31  sgd.v.linear1.weight = where(abs(momentum * sgd.v.linear1.weight + (mul497' dl...
 *     linear1.weight = linear1.weight - 0.1 * pow525 * where1824     resnet20.lua:55 */
static void k31_linear1_weight(const float dlogits[restrict 128][10],
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

/* 32  where(x > 0, mul557, 0) * div487 + div568 * 0.00012207 * (...  resnet20.lua:32 */
static void k32_add(const float div[restrict 64], const float mul[restrict 64],
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

/* 33  sum(add573) * -0.00012207                                      resnet20.lua:32 */
static void k33_mul(const float add[restrict 128][64][8][8], float mul[restrict 64])
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

/* 34  add573 + mul576
 *     pad(pad(add578))                                               resnet20.lua:32 */
static void k34_pad(const float mul[restrict 64], float add[restrict 128][64][8][8],
                    float pad[restrict 128][64][10][10])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
            }
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad[i][j][0][k] = 0.0f;
            for (int k = 0; k < 8; k++) {
                pad[i][j][k + 1][0] = 0.0f;
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    pad[i][j][k + 1][l + 1] = add[i][j][k][l];
                pad[i][j][k + 1][9] = 0.0f;
            }
            MF_ROLLED
            for (int k = 0; k < 10; k++)
                pad[i][j][9][k] = 0.0f;
        }
}

/* 35  where(relu468 > 0, einsum("nopqji,ocij->ncpq", slice(slide...  resnet20.lua:32 */
static void k35_where(const float conv2d19_weight[restrict 64][64][3][3],
                      const float pad[restrict 128][64][10][10],
                      const float pad2[restrict 128][64][10][10],
                      float where[restrict 128][64][8][8])
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
                    where[i][j][k][l] = pad2[i][j][k + 1][l + 1] > 0.0f ? t : 0.0f;
                }
            }
    }
}

/* 36  sum(where588 * (contract451 - mul453)) * div462 / sqrt461 * -0.5 / ...
 *     sgd.v.batchnorm18.weight = where(abs(momentum * sgd.v.batchnorm18.weight + (su...
 *     batchnorm18.weight = batchnorm18.weight - 0.1 * pow525 * where1764
 *     sgd.v.batchnorm18.bias = where(abs(momentum * sgd.v.batchnorm18.bias + (sum(wh...
 *     batchnorm18.bias = batchnorm18.bias - 0.1 * pow525 * where...  resnet20.lua:55 */
static void k36_batchnorm18_bias(const float where[restrict 128][64][8][8],
                                 const float contract[restrict 128][64][8][8],
                                 const float mul[restrict 64],
                                 const float div[restrict 64],
                                 const float sqrt_[restrict 64], float momentum,
                                 float weight_decay, float pow, float div2[restrict 64],
                                 float v_batchnorm18_weight[restrict 64],
                                 float batchnorm18_weight[restrict 64],
                                 float v_batchnorm18_bias[restrict 64],
                                 float batchnorm18_bias[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    lane[l] += where[j][i][k][l] * (contract[j][i][k][l] - mul[i]);
                    lane2[l] += where[j][i][k][l];
                }
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
        const float sum2 = mf_sum16f(lane2);
        const float t5 = sum2 + weight_decay * batchnorm18_bias[i];
        const float t5_2 = momentum * v_batchnorm18_bias[i] + t5;
        const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
        v_batchnorm18_bias[i] = t6;
        batchnorm18_bias[i] = batchnorm18_bias[i] - 0.1f * pow * t6;
    }
}

/* 37  sgd.v.conv2d19.weight = where(abs(momentum * sgd.v.conv2d19.weight + (einsum("...
 *     conv2d19.weight = conv2d19.weight - 0.1 * pow525 * where1786   resnet20.lua:55 */
static void k37_conv2d19_weight(const float pad[restrict 128][64][10][10],
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

/* 38  where588 * div462 + div595 * 0.00012207 * (contract451 - m...  resnet20.lua:32 */
static void k38_add(const float div[restrict 64], const float mul[restrict 64],
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

/* 39  where(x > 0, where(x > 0, mul557, 0) + einsum("nopqji,ocij...  resnet20.lua:32 */
static void k39_where(const float conv2d18_weight[restrict 64][64][3][3],
                      const float pad[restrict 128][64][10][10],
                      const float pad2[restrict 128][64][10][10],
                      const float mul[restrict 128][64],
                      float x[restrict 128][64][8][8])
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
                    x[i][j][k][l] = pad2[i][j][k + 1][l + 1] > 0.0f ? t2 : 0.0f;
                }
            }
    }
}

/* 40  where(x > 0, where615 + einsum("nopqji,ocij->ncpq", slice(...  resnet20.lua:32 */
static void k40_where(const float conv2d16_weight[restrict 64][64][3][3],
                      const float pad[restrict 128][64][10][10],
                      const float pad2[restrict 128][64][10][10],
                      float where[restrict 128][64][8][8])
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
                    where[i][j][k][l] = pad2[i][j][k + 1][l + 1] > 0.0f ? t : 0.0f;
                }
            }
    }
}

/* 41  add711 + mul713
 *     pad(add715)
 *     pad(pad723)
 *     pad(add715)                                                    resnet20.lua:32 */
static void k41_pad(const float mul[restrict 64], float add[restrict 128][64][8][8],
                    float pad[restrict 128][64][8][9],
                    float pad2[restrict 128][64][9][9],
                    float pad3[restrict 128][64][9][8])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++) {
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
                    pad[i][j][k][l] = add[i][j][k][l];
                }
            }
            MF_ROLLED
            for (int k = 0; k < 8; k++)
                pad[i][j][k][8] = 0.0f;
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 9; l++)
                    pad2[i][j][k][l] = pad[i][j][k][l];
            }
            MF_ROLLED
            for (int k = 0; k < 9; k++)
                pad2[i][j][8][k] = 0.0f;
            for (int k = 0; k < 8; k++) {
                MF_ROLLED
                for (int l = 0; l < 8; l++)
                    pad3[i][j][k][l] = add[i][j][k][l];
            }
            MF_ROLLED
            for (int k = 0; k < 8; k++)
                pad3[i][j][8][k] = 0.0f;
        }
}

/* 42  einsum("nopqji,ocij->ncpq", slide(slide(add715)), slice(co...  resnet20.lua:32 */
static void k42_contract(const float conv2d14_weight[restrict 64][32][3][3],
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

/* 43  einsum("nopqji,ocij->ncpq", slide(slice(slide(pad723))), s...  resnet20.lua:32 */
static void k43_contract(const float pad[restrict 128][64][8][9],
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

/* 44  concat(contract721, contract730)                               resnet20.lua:32 */
static void k44_concat(const float contract[restrict 128][32][8][8],
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

/* 45  einsum("nopqji,ocij->ncpq", slice(slide(slice(slide(pad744...  resnet20.lua:32 */
static void k45_contract(const float pad[restrict 128][64][9][9],
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

/* 46  einsum("nopqji,ocij->ncpq", slice(slide(slide(pad735))), s...  resnet20.lua:32 */
static void k46_contract(const float pad[restrict 128][64][9][8],
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

/* 47  sgd.v.conv2d14.weight = where(abs(momentum * sgd.v.conv2d14.weight + (einsum("...
 *     conv2d14.weight = conv2d14.weight - 0.1 * pow525 * where1611   resnet20.lua:55 */
static void k47_conv2d14_weight(const float pad[restrict 128][32][17][17],
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

/* 48  concat(reshape733, reshape755)                                 resnet20.lua:32 */
static void k48_concat(const float concat[restrict 128][32][8][16],
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

/* 49  where(x > 0, pad(pad(slice(where669))) + reshape758, 0)        resnet20.lua:32 */
static void k49_where(const float pad[restrict 128][32][17][17],
                      const float where[restrict 128][64][8][8],
                      float concat[restrict 128][32][16][16])
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
                    concat[i][j][k][l] = pad[i][j][k + 1][l + 1] > 0.0f ? t : 0.0f;
                }
            }
}

/* 50  sum(where760 * (contract319 - mul321)) * div330 / sqrt329 * -0.5 / ...
 *     sgd.v.batchnorm13.weight = where(abs(momentum * sgd.v.batchnorm13.weight + (su...
 *     batchnorm13.weight = batchnorm13.weight - 0.1 * pow525 * where1584
 *     sgd.v.batchnorm13.bias = where(abs(momentum * sgd.v.batchnorm13.bias + (sum(wh...
 *     batchnorm13.bias = batchnorm13.bias - 0.1 * pow525 * where...  resnet20.lua:55 */
static void k50_batchnorm13_bias(const float where[restrict 128][32][16][16],
                                 const float contract[restrict 128][32][16][16],
                                 const float mul[restrict 32],
                                 const float div[restrict 32],
                                 const float sqrt_[restrict 32], float momentum,
                                 float weight_decay, float pow, float div2[restrict 32],
                                 float v_batchnorm13_weight[restrict 32],
                                 float batchnorm13_weight[restrict 32],
                                 float v_batchnorm13_bias[restrict 32],
                                 float batchnorm13_bias[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        float lane[16] = {0};
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    lane[l] += where[j][i][k][l] * (contract[j][i][k][l] - mul[i]);
                    lane2[l] += where[j][i][k][l];
                }
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
        const float sum2 = mf_sum16f(lane2);
        const float t5 = sum2 + weight_decay * batchnorm13_bias[i];
        const float t5_2 = momentum * v_batchnorm13_bias[i] + t5;
        const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
        v_batchnorm13_bias[i] = t6;
        batchnorm13_bias[i] = batchnorm13_bias[i] - 0.1f * pow * t6;
    }
}

/* 51  where760 * div330 + div769 * 3.05176e-05 * (contract319 - ...  resnet20.lua:32 */
static void k51_add(const float div[restrict 32], const float mul[restrict 32],
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

/* 52  sum(add774) * -3.05176e-05                                     resnet20.lua:32 */
static void k52_mul(const float add[restrict 128][32][16][16], float mul[restrict 32])
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

/* 53  add774 + mul777
 *     pad(pad(add779))                                               resnet20.lua:32 */
static void k53_add(const float add[restrict 128][32][16][16],
                    const float mul[restrict 32], float pad[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    pad[i][j][k + 1][l + 1] = add[i][j][k][l] + mul[j];
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

/* 54  where(relu311 > 0, einsum("nopqji,ocij->ncpq", slice(slide...  resnet20.lua:32 */
static void k54_where(const float pad[restrict 128][32][18][18],
                      const float conv2d13_weight[restrict 32][32][3][3],
                      const float pad2[restrict 128][32][18][18],
                      float where[restrict 128][32][16][16])
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
                    where[i][j][k][l] = pad2[i][j][k + 1][l + 1] > 0.0f ? t : 0.0f;
                }
            }
    }
}

/* 55  sgd.v.conv2d13.weight = where(abs(momentum * sgd.v.conv2d13.weight + (einsum("...
 *     conv2d13.weight = conv2d13.weight - 0.1 * pow525 * where1573   resnet20.lua:55 */
static void k55_conv2d13_weight(const float pad[restrict 128][32][18][18],
                                const float pad2[restrict 128][32][18][18],
                                float momentum, float weight_decay, float pow,
                                float v_conv2d13_weight[restrict 32][32][3][3],
                                float conv2d13_weight[restrict 32][32][3][3])
{
    for (int i = 0; i < 2; i++) {
        float acc[32][160];
        static const MfAxis rows[] = {{16, 324}, {3, 18}, {3, 1}};
        static const MfAxis columns[] = {{32, 324}};
        static const MfTerm terms[] = {{128, 10368, 10368}, {16, 18, 18}, {16, 1, 1}};
        mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[0][16 * i][0][0],
                           &pad2[0][0][1][1], acc[0], 160);
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

/* 56  where(x > 0, where760 + einsum("nopqji,ocij->ncpq", slice(...  resnet20.lua:32 */
static void k56_where(const float pad[restrict 128][32][18][18],
                      const float conv2d12_weight[restrict 32][32][3][3],
                      const float pad2[restrict 128][32][18][18],
                      float where[restrict 128][32][16][16])
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
                    where[i][j][k][l] = pad2[i][j][k + 1][l + 1] > 0.0f ? t : 0.0f;
                }
            }
    }
}

/* 57  add912 + mul914
 *     pad(add916)
 *     pad(add916)
 *     pad(pad924)                                                    resnet20.lua:32 */
static void k57_pad(const float add[restrict 128][32][16][16],
                    const float mul[restrict 32], float pad[restrict 128][32][16][17],
                    float pad2[restrict 128][32][17][16],
                    float pad3[restrict 128][32][17][17])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    pad[i][j][k][l] = add[i][j][k][l] + mul[j];
            }
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                pad[i][j][k][16] = 0.0f;
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++)
                    pad2[i][j][k][l] = pad[i][j][k][l];
            }
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                pad2[i][j][16][k] = 0.0f;
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 17; l++)
                    pad3[i][j][k][l] = pad[i][j][k][l];
            for (int k = 0; k < 17; k++)
                pad3[i][j][16][k] = 0.0f;
        }
}

/* 58  einsum("nopqji,ocij->ncpq", slide(slide(add916)), slice(co...  resnet20.lua:32 */
static void k58_contract(const float conv2d8_weight[restrict 32][16][3][3],
                         const float pad[restrict 128][32][16][17],
                         float contract[restrict 128][16][16][16])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            float acc[16][64];
            static const MfAxis rows[] = {{16, 9}};
            static const MfAxis columns[] = {{4, 17}, {16, 1}};
            static const MfTerm terms[] = {{32, 144, 272}};
            mf_productf(1, rows, 2, columns, 1, terms, &conv2d8_weight[0][0][1][1],
                        &pad[i][0][4 * j][0], acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 4; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++)
                        contract[i][k][4 * j + l][m] = acc[k][16 * l + m];
                }
        }
}

/* 59  einsum("nopqji,ocij->ncpq", slide(slice(slide(pad924))), s...  resnet20.lua:32 */
static void k59_contract(const float conv2d8_weight[restrict 32][16][3][3],
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

/* 60  concat(contract922, contract931)                               resnet20.lua:32 */
static void k60_concat(const float contract[restrict 128][16][16][16],
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

/* 61  einsum("nopqji,ocij->ncpq", slice(slide(slide(pad936))), s...  resnet20.lua:32 */
static void k61_contract(const float conv2d8_weight[restrict 32][16][3][3],
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

/* 62  einsum("nopqji,ocij->ncpq", slice(slide(slice(slide(pad945...  resnet20.lua:32 */
static void k62_contract(const float pad[restrict 128][32][17][17],
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

/* 63  sgd.v.conv2d8.weight = where(abs(momentum * sgd.v.conv2d8.weight + (einsum("nc...
 *     conv2d8.weight = conv2d8.weight - 0.1 * pow525 * where1398     resnet20.lua:55 */
static void k63_conv2d8_weight(const float pad[restrict 128][16][33][33],
                               const float pad2[restrict 128][32][16][17],
                               float momentum, float weight_decay, float pow,
                               float sgd_v_conv2d8_weight[restrict 32][16][3][3],
                               float conv2d8_weight[restrict 32][16][3][3])
{
    float acc[32][160];
    static const MfAxis rows[] = {{16, 1089}, {3, 33}, {3, 1}};
    static const MfAxis columns[] = {{32, 272}};
    static const MfTerm terms[] = {{128, 17424, 8704}, {16, 66, 17}, {16, 2, 1}};
    mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[0][0][0][0],
                       &pad2[0][0][0][0], acc[0], 160);
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

/* 64  concat(reshape934, reshape956)                                 resnet20.lua:32 */
static void k64_concat(const float concat[restrict 128][16][16][32],
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

/* 65  where(x > 0, pad(pad(slice(where870))) + reshape959, 0)        resnet20.lua:32 */
static void k65_where(const float pad[restrict 128][16][33][33],
                      const float where[restrict 128][32][16][16],
                      float concat[restrict 128][16][32][32])
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
                    concat[i][j][k][l] = pad[i][j][k + 1][l + 1] > 0.0f ? t : 0.0f;
                }
            }
}

/* 66  sum(where961 * (contract162 - mul164)) * div173 / sqrt172 * -0.5 / ...
 *     sgd.v.batchnorm7.weight = where(abs(momentum * sgd.v.batchnorm7.weight + (sum(...
 *     batchnorm7.weight = batchnorm7.weight - 0.1 * pow525 * where1371
 *     sgd.v.batchnorm7.bias = where(abs(momentum * sgd.v.batchnorm7.bias + (sum(wher...
 *     batchnorm7.bias = batchnorm7.bias - 0.1 * pow525 * where1382   resnet20.lua:55 */
static void k66_batchnorm7_bias(const float where[restrict 128][16][32][32],
                                const float contract[restrict 128][16][32][32],
                                const float mul[restrict 16],
                                const float div[restrict 16],
                                const float sqrt_[restrict 16], float momentum,
                                float weight_decay, float pow, float div2[restrict 16],
                                float v_batchnorm7_weight[restrict 16],
                                float batchnorm7_weight[restrict 16],
                                float v_batchnorm7_bias[restrict 16],
                                float batchnorm7_bias[restrict 16])
{
    for (int i = 0; i < 16; i++) {
        float lane[16] = {0};
        float lane2[16] = {0};
        for (int j = 0; j < 128; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 2; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 16; m++) {
                        const float t = contract[j][i][k][16 * l + m] - mul[i];
                        lane[m] += where[j][i][k][16 * l + m] * t;
                        lane2[m] += where[j][i][k][16 * l + m];
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
        const float sum2 = mf_sum16f(lane2);
        const float t5 = sum2 + weight_decay * batchnorm7_bias[i];
        const float t5_2 = momentum * v_batchnorm7_bias[i] + t5;
        const float t6 = mf_absf(t5_2) < 1e-30f ? 0.0f : t5_2;
        v_batchnorm7_bias[i] = t6;
        batchnorm7_bias[i] = batchnorm7_bias[i] - 0.1f * pow * t6;
    }
}

/* 67  where961 * div173 + div970 * 7.62939e-06 * (contract162 - ...  resnet20.lua:32 */
static void k67_add(const float div[restrict 16], const float mul[restrict 16],
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

/* 68  sum(add975) * -7.62939e-06                                     resnet20.lua:32 */
static void k68_mul(const float add[restrict 128][16][32][32], float mul[restrict 16])
{
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

/* 69  add975 + mul978
 *     pad(pad(add980))                                               resnet20.lua:32 */
static void k69_add(const float add[restrict 128][16][32][32],
                    const float mul[restrict 16], float pad[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++) {
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 32; l++)
                    pad[i][j][k + 1][l + 1] = add[i][j][k][l] + mul[j];
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

/* 70  where(relu154 > 0, einsum("nopqji,ocij->ncpq", slice(slide...  resnet20.lua:32 */
static void k70_where(const float conv2d7_weight[restrict 16][16][3][3],
                      const float pad[restrict 128][16][34][34],
                      const float pad2[restrict 128][16][34][34],
                      float where[restrict 128][16][32][32])
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
                        const bool t2 = pad2[i][k][2 * j + l + 1][m + 1] > 0.0f;
                        where[i][k][2 * j + l][m] = t2 ? t : 0.0f;
                    }
        }
}

/* 71  sgd.v.conv2d7.weight = where(abs(momentum * sgd.v.conv2d7.weight + (einsum("nc...
 *     conv2d7.weight = conv2d7.weight - 0.1 * pow525 * where1360     resnet20.lua:55 */
static void k71_conv2d7_weight(const float pad[restrict 128][16][34][34],
                               const float pad2[restrict 128][16][34][34],
                               float momentum, float weight_decay, float pow,
                               float sgd_v_conv2d7_weight[restrict 16][16][3][3],
                               float conv2d7_weight[restrict 16][16][3][3])
{
    float acc[16][160];
    static const MfAxis rows[] = {{16, 1156}, {3, 34}, {3, 1}};
    static const MfAxis columns[] = {{16, 1156}};
    static const MfTerm terms[] = {{128, 18496, 18496}, {32, 34, 34}, {32, 1, 1}};
    mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[0][0][0][0],
                       &pad2[0][0][1][1], acc[0], 160);
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

/* 72  where(x > 0, where961 + einsum("nopqji,ocij->ncpq", slice(...  resnet20.lua:32 */
static void k72_where(const float conv2d6_weight[restrict 16][16][3][3],
                      const float pad[restrict 128][16][34][34],
                      const float pad2[restrict 128][16][34][34],
                      float where[restrict 128][16][32][32])
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
                        const bool t2 = pad2[i][k][2 * j + l + 1][m + 1] > 0.0f;
                        where[i][k][2 * j + l][m] = t2 ? t : 0.0f;
                    }
        }
}

/* 73  add1137 + mul1139                                              resnet20.lua:47 */
static void k73_add(const float mul[restrict 16], float add[restrict 128][16][32][32])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 32; k++)
                for (int l = 0; l < 32; l++)
                    add[i][j][k][l] = add[i][j][k][l] + mul[j];
}

/* 74  sgd.v.conv2d1.weight = where(abs(momentum * sgd.v.conv2d1.weight + (einsum("nc...
 *     conv2d1.weight = conv2d1.weight - 0.1 * pow525 * where1152     resnet20.lua:55 */
static void k74_conv2d1_weight(const float pad[restrict 128][3][34][34],
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

/* 75  batchnorm1.weight / sqrt(batchnorm1.running_var + 1e-05)       resnet20.lua:47 */
static void k75_div(const float running_var[restrict 16],
                    const float batchnorm1_weight[restrict 16], float div[restrict 16])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++) {
        const float t = sqrtf(running_var[i] + 1e-05f);
        div[i] = batchnorm1_weight[i] / t;
    }
}

/* 76  batchnorm8.weight / sqrt(batchnorm8.running_var + 1e-05)       resnet20.lua:32 */
static void k76_div(const float running_var[restrict 32],
                    const float batchnorm8_weight[restrict 32], float div[restrict 32])
{
    for (int i = 0; i < 32; i++) {
        const float t = sqrtf(running_var[i] + 1e-05f);
        div[i] = batchnorm8_weight[i] / t;
    }
}

/* 77  batchnorm14.weight / sqrt(batchnorm14.running_var + 1e-05)     resnet20.lua:32 */
static void k77_div(const float running_var[restrict 64],
                    const float batchnorm14_weight[restrict 64], float div[restrict 64])
{
    for (int i = 0; i < 64; i++) {
        const float t = sqrtf(running_var[i] + 1e-05f);
        div[i] = batchnorm14_weight[i] / t;
    }
}

/* 78  x = relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), conv2d1.weight) - ...
 *     pad(pad(x))                                                    resnet20.lua:47 */
static void k78_x(const float conv2d1_weight[restrict 16][3][3][3],
                  const float pad[restrict 128][3][34][34],
                  const float running_mean[restrict 16], const float div[restrict 16],
                  const float batchnorm1_bias[restrict 16],
                  float pad2[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++) {
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
                        pad2[i][k][2 * j + l + 1][m + 1] = mf_reluf(t2);
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

/* 79  relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), conv2d2.weight) - ...
 *     pad(pad(relu45))                                               resnet20.lua:32 */
static void k79_relu(const float conv2d2_weight[restrict 16][16][3][3],
                     const float pad[restrict 128][16][34][34],
                     const float running_mean[restrict 16],
                     const float div[restrict 16],
                     const float batchnorm2_bias[restrict 16],
                     float pad2[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++) {
        for (int j = 0; j < 16; j++) {
            float acc[16][64];
            static const MfAxis rows[] = {{16, 144}};
            static const MfAxis columns[] = {{2, 34}, {32, 1}};
            static const MfTerm terms[] = {{16, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d2_weight[0][0][0][0],
                        &pad[i][0][2 * j][0], acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 32; m++) {
                        const float t = acc[k][32 * l + m] - running_mean[k];
                        const float t2 = t * div[k] + batchnorm2_bias[k];
                        pad2[i][k][2 * j + l + 1][m + 1] = mf_reluf(t2);
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

/* 80  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d3.weight) - ...
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k80_x(const float conv2d3_weight[restrict 16][16][3][3],
                  const float pad[restrict 128][16][34][34],
                  const float running_mean[restrict 16], const float div[restrict 16],
                  const float batchnorm3_bias[restrict 16],
                  float pad2[restrict 128][16][34][34])
{
    for (int i = 0; i < 128; i++) {
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
                        const float t2 = pad2[i][k][2 * j + l + 1][m + 1];
                        const float t3 = t * div[k] + batchnorm3_bias[k] + t2;
                        pad2[i][k][2 * j + l + 1][m + 1] = mf_reluf(t3);
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

/* 81  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d7.weight) - ...
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k81_x(const float conv2d7_weight[restrict 16][16][3][3],
                  const float pad[restrict 128][16][34][34],
                  const float running_mean[restrict 16], const float div[restrict 16],
                  const float batchnorm7_bias[restrict 16],
                  const float pad2[restrict 128][16][34][34],
                  float pad3[restrict 128][16][33][33])
{
    for (int i = 0; i < 128; i++) {
        for (int j = 0; j < 16; j++) {
            float acc[16][64];
            static const MfAxis rows[] = {{16, 144}};
            static const MfAxis columns[] = {{2, 34}, {32, 1}};
            static const MfTerm terms[] = {{16, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
            mf_productf(1, rows, 2, columns, 3, terms, &conv2d7_weight[0][0][0][0],
                        &pad[i][0][2 * j][0], acc[0], 64);
            for (int k = 0; k < 16; k++)
                for (int l = 0; l < 2; l++)
                    for (int m = 0; m < 32; m++) {
                        const float t = acc[k][32 * l + m] - running_mean[k];
                        const float t2 = pad2[i][k][2 * j + l + 1][m + 1];
                        const float t3 = t * div[k] + batchnorm7_bias[k] + t2;
                        pad3[i][k][2 * j + l + 1][m + 1] = mf_reluf(t3);
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

/* 82  relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), conv2d8.weight) - ...
 *     pad(pad(relu181))                                              resnet20.lua:32 */
static void k82_relu(const float pad[restrict 128][16][33][33],
                     const float conv2d8_weight[restrict 32][16][3][3],
                     const float running_mean[restrict 32],
                     const float div[restrict 32],
                     const float batchnorm8_bias[restrict 32],
                     float pad2[restrict 128][32][18][18])
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
                for (int l = 0; l < 16; l++) {
                    const float t = (acc[j][16 * k + l] - running_mean[j]) * div[j];
                    pad2[i][j][k + 1][l + 1] = mf_reluf(t + batchnorm8_bias[j]);
                }
            }
        for (int j = 0; j < 32; j++) {
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

/* 83  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d9.weight) - ...
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k83_x(const float pad[restrict 128][32][18][18],
                  const float conv2d9_weight[restrict 32][32][3][3],
                  const float running_mean[restrict 32], const float div[restrict 32],
                  const float batchnorm9_bias[restrict 32],
                  const float pad2[restrict 128][16][33][33],
                  float pad3[restrict 128][32][18][18])
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
                    const float t3 = t2 ? pad2[i][j - 8][2 * k + 1][2 * l + 1] : 0.0f;
                    pad3[i][j][k + 1][l + 1] = mf_reluf(t + batchnorm9_bias[j] + t3);
                }
            }
        for (int j = 0; j < 32; j++) {
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

/* 84  relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), conv2d10.weight) - ...
 *     pad(pad(relu228))                                              resnet20.lua:32 */
static void k84_relu(const float pad[restrict 128][32][18][18],
                     const float conv2d10_weight[restrict 32][32][3][3],
                     const float running_mean[restrict 32],
                     const float div[restrict 32],
                     const float batchnorm10_bias[restrict 32],
                     float pad2[restrict 128][32][18][18])
{
    for (int i = 0; i < 128; i++) {
        float acc[32][256];
        static const MfAxis rows[] = {{16, 18}, {16, 1}};
        static const MfAxis columns[] = {{32, 288}};
        static const MfTerm terms[] = {{32, 324, 9}, {3, 18, 3}, {3, 1, 1}};
        mf_product_turnedf(2, rows, 1, columns, 3, terms, &pad[i][0][0][0],
                           &conv2d10_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (acc[j][16 * k + l] - running_mean[j]) * div[j];
                    pad2[i][j][k + 1][l + 1] = mf_reluf(t + batchnorm10_bias[j]);
                }
            }
        for (int j = 0; j < 32; j++) {
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

/* 85  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d11.weight) - ...
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k85_x(const float pad[restrict 128][32][18][18],
                  const float conv2d11_weight[restrict 32][32][3][3],
                  const float running_mean[restrict 32], const float div[restrict 32],
                  const float batchnorm11_bias[restrict 32],
                  float pad2[restrict 128][32][18][18])
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
                    const float t2 = pad2[i][j][k + 1][l + 1];
                    pad2[i][j][k + 1][l + 1] = mf_reluf(t + batchnorm11_bias[j] + t2);
                }
            }
        for (int j = 0; j < 32; j++) {
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

/* 86  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d13.weight) - ...
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k86_x(const float pad[restrict 128][32][18][18],
                  const float conv2d13_weight[restrict 32][32][3][3],
                  const float running_mean[restrict 32], const float div[restrict 32],
                  const float batchnorm13_bias[restrict 32],
                  const float pad2[restrict 128][32][18][18],
                  float pad3[restrict 128][32][17][17])
{
    for (int i = 0; i < 128; i++) {
        float acc[32][256];
        static const MfAxis rows[] = {{16, 18}, {16, 1}};
        static const MfAxis columns[] = {{32, 288}};
        static const MfTerm terms[] = {{32, 324, 9}, {3, 18, 3}, {3, 1, 1}};
        mf_product_turnedf(2, rows, 1, columns, 3, terms, &pad[i][0][0][0],
                           &conv2d13_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                MF_ROLLED
                for (int l = 0; l < 16; l++) {
                    const float t = (acc[j][16 * k + l] - running_mean[j]) * div[j];
                    const float t2 = pad2[i][j][k + 1][l + 1];
                    pad3[i][j][k + 1][l + 1] = mf_reluf(t + batchnorm13_bias[j] + t2);
                }
            }
        for (int j = 0; j < 32; j++) {
            for (int k = 0; k < 17; k++)
                pad3[i][j][0][k] = 0.0f;
            MF_ROLLED
            for (int k = 0; k < 16; k++)
                pad3[i][j][k + 1][0] = 0.0f;
        }
    }
}

/* 87  relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), conv2d14.weight) - ...
 *     pad(pad(relu319))                                              resnet20.lua:32 */
static void k87_relu(const float pad[restrict 128][32][17][17],
                     const float conv2d14_weight[restrict 64][32][3][3],
                     const float running_mean[restrict 64],
                     const float div[restrict 64],
                     const float batchnorm14_bias[restrict 64],
                     float pad2[restrict 128][64][10][10])
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
                    for (int m = 0; m < 8; m++) {
                        const float t = acc[k][64 * j + 8 * l + m] - running_mean[k];
                        const float t2 = t * div[k] + batchnorm14_bias[k];
                        pad2[4 * i + j][k][l + 1][m + 1] = mf_reluf(t2);
                    }
                }
    }
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
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

/* 88  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d15.weight) - ...
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k88_x(const float pad[restrict 128][64][10][10],
                  const float conv2d15_weight[restrict 64][64][3][3],
                  const float running_mean[restrict 64], const float div[restrict 64],
                  const float batchnorm15_bias[restrict 64],
                  const float pad2[restrict 128][32][17][17],
                  float pad3[restrict 128][64][10][10])
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
                        pad3[4 * i + j][k][l + 1][m + 1] =
                            mf_reluf(t2 + (t3 ? pad2[4 * i + j][k - 16][2 * l + 1][2 * m + 1] : 0.0f));
                        /* clang-format on */
                    }
                }
    }
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
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

/* 89  relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), conv2d16.weight) - ...
 *     pad(pad(relu366))                                              resnet20.lua:32 */
static void k89_relu(const float pad[restrict 128][64][10][10],
                     const float conv2d16_weight[restrict 64][64][3][3],
                     const float running_mean[restrict 64],
                     const float div[restrict 64],
                     const float batchnorm16_bias[restrict 64],
                     float pad2[restrict 128][64][10][10])
{
    for (int i = 0; i < 32; i++) {
        float acc[64][256];
        static const MfAxis rows[] = {{4, 6400}, {8, 10}, {8, 1}};
        static const MfAxis columns[] = {{64, 576}};
        static const MfTerm terms[] = {{64, 100, 9}, {3, 10, 3}, {3, 1, 1}};
        mf_product_turnedf(3, rows, 1, columns, 3, terms, &pad[4 * i][0][0][0],
                           &conv2d16_weight[0][0][0][0], acc[0], 256);
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 8; l++) {
                    MF_ROLLED
                    for (int m = 0; m < 8; m++) {
                        const float t = acc[k][64 * j + 8 * l + m] - running_mean[k];
                        const float t2 = t * div[k] + batchnorm16_bias[k];
                        pad2[4 * i + j][k][l + 1][m + 1] = mf_reluf(t2);
                    }
                }
    }
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
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

/* 90  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d17.weight) - ...
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k90_x(const float pad[restrict 128][64][10][10],
                  const float conv2d17_weight[restrict 64][64][3][3],
                  const float running_mean[restrict 64], const float div[restrict 64],
                  const float batchnorm17_bias[restrict 64],
                  float pad2[restrict 128][64][10][10])
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
                        const float t3 = t2 + pad2[4 * i + j][k][l + 1][m + 1];
                        pad2[4 * i + j][k][l + 1][m + 1] = mf_reluf(t3);
                    }
                }
    }
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 64; j++) {
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

/* 91  sum(relu((contract419 - batchnorm19.running_mean) * div427...  resnet20.lua:44 */
static void k91_mul(const float contract[restrict 128][64][8][8],
                    const float running_mean[restrict 64], const float div[restrict 64],
                    const float batchnorm19_bias[restrict 64],
                    const float pad[restrict 128][64][10][10],
                    float mul[restrict 128][64])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 4; j++) {
            float sums[16];
            for (int r = 0; r < 16; r++) {
                float lane[16] = {0};
                for (int k = 0; k < 8; k++) {
                    MF_ROLLED
                    for (int l = 0; l < 8; l++) {
                        const float t = pad[i][16 * j + r][k + 1][l + 1];
                        const float t2 = contract[i][16 * j + r][k][l];
                        const float t3 = t2 - running_mean[16 * j + r];
                        const float t4 = batchnorm19_bias[16 * j + r];
                        lane[l] += mf_reluf(t3 * div[16 * j + r] + t4 + t);
                    }
                }
                const float sum = mf_sum16f(lane);
                sums[r] = sum;
            }
            MF_ROLLED
            for (int r = 0; r < 16; r++) {
                const float sum = sums[r];
                mul[i][16 * j + r] = sum * 0.015625f;
            }
        }
}

/* 92  max(logits)
 *     sum(exp(logits - max443))                                      resnet20.lua:48 */
static void k92_sum(const float logits[restrict 128][10], float max[restrict 128],
                    float sum[restrict 128])
{
    for (int i = 0; i < 8; i++) {
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

/* 93  pad(pad(image))                                                resnet20.lua:47 */
static void k93_pad(const float image[restrict 1][3][32][32],
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

/* 94  x = relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), conv2d1.weight) - ...
 *     pad(pad(x))                                                    resnet20.lua:47 */
static void k94_x(const float conv2d1_weight[restrict 16][3][3][3],
                  const float pad[restrict 1][3][34][34],
                  const float running_mean[restrict 16], const float div[restrict 16],
                  const float batchnorm1_bias[restrict 16],
                  float pad2[restrict 1][16][34][34])
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
                    pad2[0][j][2 * i + k + 1][l + 1] = mf_reluf(t + batchnorm1_bias[j]);
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

/* 95  relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), conv2d2.weight) - ...
 *     pad(pad(relu45))                                               resnet20.lua:32 */
static void k95_relu(const float conv2d2_weight[restrict 16][16][3][3],
                     const float pad[restrict 1][16][34][34],
                     const float running_mean[restrict 16],
                     const float div[restrict 16],
                     const float batchnorm2_bias[restrict 16],
                     float pad2[restrict 1][16][34][34])
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
                for (int l = 0; l < 32; l++) {
                    const float t = (acc[j][32 * k + l] - running_mean[j]) * div[j];
                    pad2[0][j][2 * i + k + 1][l + 1] = mf_reluf(t + batchnorm2_bias[j]);
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

/* 96  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d3.weight) - ...
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k96_x(const float conv2d3_weight[restrict 16][16][3][3],
                  const float pad[restrict 1][16][34][34],
                  const float running_mean[restrict 16], const float div[restrict 16],
                  const float batchnorm3_bias[restrict 16],
                  float pad2[restrict 1][16][34][34])
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
                    const float t2 = pad2[0][j][2 * i + k + 1][l + 1];
                    const float t3 = t + batchnorm3_bias[j] + t2;
                    pad2[0][j][2 * i + k + 1][l + 1] = mf_reluf(t3);
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

/* 97  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d7.weight) - ...
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k97_x(const float conv2d7_weight[restrict 16][16][3][3],
                  const float pad[restrict 1][16][34][34],
                  const float running_mean[restrict 16], const float div[restrict 16],
                  const float batchnorm7_bias[restrict 16],
                  const float pad2[restrict 1][16][34][34],
                  float pad3[restrict 1][16][33][33])
{
    for (int i = 0; i < 16; i++) {
        float acc[16][64];
        static const MfAxis rows[] = {{16, 144}};
        static const MfAxis columns[] = {{2, 34}, {32, 1}};
        static const MfTerm terms[] = {{16, 9, 1156}, {3, 3, 34}, {3, 1, 1}};
        mf_productf(1, rows, 2, columns, 3, terms, &conv2d7_weight[0][0][0][0],
                    &pad[0][0][2 * i][0], acc[0], 64);
        for (int j = 0; j < 16; j++)
            for (int k = 0; k < 2; k++)
                for (int l = 0; l < 32; l++) {
                    const float t = (acc[j][32 * k + l] - running_mean[j]) * div[j];
                    const float t2 = pad2[0][j][2 * i + k + 1][l + 1];
                    const float t3 = t + batchnorm7_bias[j] + t2;
                    pad3[0][j][2 * i + k + 1][l + 1] = mf_reluf(t3);
                }
    }
    for (int i = 0; i < 16; i++) {
        for (int j = 0; j < 33; j++)
            pad3[0][i][0][j] = 0.0f;
        for (int j = 0; j < 32; j++)
            pad3[0][i][j + 1][0] = 0.0f;
    }
}

/* 98  relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), conv2d8.weight) - ...
 *     pad(pad(relu181))                                              resnet20.lua:32 */
static void k98_relu(const float pad[restrict 1][16][33][33],
                     const float conv2d8_weight[restrict 32][16][3][3],
                     const float running_mean[restrict 32],
                     const float div[restrict 32],
                     const float batchnorm8_bias[restrict 32],
                     float pad2[restrict 1][32][18][18])
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
            for (int k = 0; k < 16; k++) {
                const float t = (acc[i][16 * j + k] - running_mean[i]) * div[i];
                pad2[0][i][j + 1][k + 1] = mf_reluf(t + batchnorm8_bias[i]);
            }
        }
    for (int i = 0; i < 32; i++) {
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

/* 99  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d9.weight) - ...
 *     pad(pad(x))                                                    resnet20.lua:32 */
static void k99_x(const float pad[restrict 1][32][18][18],
                  const float conv2d9_weight[restrict 32][32][3][3],
                  const float running_mean[restrict 32], const float div[restrict 32],
                  const float batchnorm9_bias[restrict 32],
                  const float pad2[restrict 1][16][33][33],
                  float pad3[restrict 1][32][18][18])
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
                const float t3 = t2 ? pad2[0][i - 8][2 * j + 1][2 * k + 1] : 0.0f;
                pad3[0][i][j + 1][k + 1] = mf_reluf(t + batchnorm9_bias[i] + t3);
            }
        }
    for (int i = 0; i < 32; i++) {
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

/* 100  relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), conv2d10.weight) - ...
 *      pad(pad(relu228))                                             resnet20.lua:32 */
static void k100_relu(const float pad[restrict 1][32][18][18],
                      const float conv2d10_weight[restrict 32][32][3][3],
                      const float running_mean[restrict 32],
                      const float div[restrict 32],
                      const float batchnorm10_bias[restrict 32],
                      float pad2[restrict 1][32][18][18])
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
            for (int k = 0; k < 16; k++) {
                const float t = (acc[i][16 * j + k] - running_mean[i]) * div[i];
                pad2[0][i][j + 1][k + 1] = mf_reluf(t + batchnorm10_bias[i]);
            }
        }
    for (int i = 0; i < 32; i++) {
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

/* 101  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d11.weight) - ...
 *      pad(pad(x))                                                   resnet20.lua:32 */
static void k101_x(const float pad[restrict 1][32][18][18],
                   const float conv2d11_weight[restrict 32][32][3][3],
                   const float running_mean[restrict 32], const float div[restrict 32],
                   const float batchnorm11_bias[restrict 32],
                   float pad2[restrict 1][32][18][18])
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
                const float t2 = t + batchnorm11_bias[i] + pad2[0][i][j + 1][k + 1];
                pad2[0][i][j + 1][k + 1] = mf_reluf(t2);
            }
        }
    for (int i = 0; i < 32; i++) {
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

/* 102  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d13.weight) - ...
 *      pad(pad(x))                                                   resnet20.lua:32 */
static void k102_x(const float pad[restrict 1][32][18][18],
                   const float conv2d13_weight[restrict 32][32][3][3],
                   const float running_mean[restrict 32], const float div[restrict 32],
                   const float batchnorm13_bias[restrict 32],
                   const float pad2[restrict 1][32][18][18],
                   float pad3[restrict 1][32][17][17])
{
    float acc[32][256];
    static const MfAxis rows[] = {{16, 18}, {16, 1}};
    static const MfAxis columns[] = {{32, 288}};
    static const MfTerm terms[] = {{32, 324, 9}, {3, 18, 3}, {3, 1, 1}};
    mf_product_turnedf(2, rows, 1, columns, 3, terms, &pad[0][0][0][0],
                       &conv2d13_weight[0][0][0][0], acc[0], 256);
    for (int i = 0; i < 32; i++)
        for (int j = 0; j < 16; j++) {
            MF_ROLLED
            for (int k = 0; k < 16; k++) {
                const float t = (acc[i][16 * j + k] - running_mean[i]) * div[i];
                const float t2 = t + batchnorm13_bias[i] + pad2[0][i][j + 1][k + 1];
                pad3[0][i][j + 1][k + 1] = mf_reluf(t2);
            }
        }
    for (int i = 0; i < 32; i++) {
        for (int j = 0; j < 17; j++)
            pad3[0][i][0][j] = 0.0f;
        MF_ROLLED
        for (int j = 0; j < 16; j++)
            pad3[0][i][j + 1][0] = 0.0f;
    }
}

/* 103  relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), conv2d14.weight) - ...
 *      pad(pad(relu319))                                             resnet20.lua:32 */
static void k103_relu(const float conv2d14_weight[restrict 64][32][3][3],
                      const float pad[restrict 1][32][17][17],
                      const float running_mean[restrict 64],
                      const float div[restrict 64],
                      const float batchnorm14_bias[restrict 64],
                      float pad2[restrict 1][64][10][10])
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
            for (int k = 0; k < 8; k++) {
                const float t = (acc[i][8 * j + k] - running_mean[i]) * div[i];
                pad2[0][i][j + 1][k + 1] = mf_reluf(t + batchnorm14_bias[i]);
            }
        }
    for (int i = 0; i < 64; i++) {
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

/* 104  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d15.weight) - ...
 *      pad(pad(x))                                                   resnet20.lua:32 */
static void k104_x(const float conv2d15_weight[restrict 64][64][3][3],
                   const float pad[restrict 1][64][10][10],
                   const float running_mean[restrict 64], const float div[restrict 64],
                   const float batchnorm15_bias[restrict 64],
                   const float pad2[restrict 1][32][17][17],
                   float pad3[restrict 1][64][10][10])
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
                const float t3 = t2 ? pad2[0][i - 16][2 * j + 1][2 * k + 1] : 0.0f;
                pad3[0][i][j + 1][k + 1] = mf_reluf(t + batchnorm15_bias[i] + t3);
            }
        }
    for (int i = 0; i < 64; i++) {
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

/* 105  relu((einsum("ncpqij,ocij->nopq", slide(slide(...)), conv2d16.weight) - ...
 *      pad(pad(relu366))                                             resnet20.lua:32 */
static void k105_relu(const float conv2d16_weight[restrict 64][64][3][3],
                      const float pad[restrict 1][64][10][10],
                      const float running_mean[restrict 64],
                      const float div[restrict 64],
                      const float batchnorm16_bias[restrict 64],
                      float pad2[restrict 1][64][10][10])
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
            for (int k = 0; k < 8; k++) {
                const float t = (acc[i][8 * j + k] - running_mean[i]) * div[i];
                pad2[0][i][j + 1][k + 1] = mf_reluf(t + batchnorm16_bias[i]);
            }
        }
    for (int i = 0; i < 64; i++) {
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

/* 106  x = relu((einsum("ncpqij,ocij->nopq", slide(...), conv2d17.weight) - ...
 *      pad(pad(x))                                                   resnet20.lua:32 */
static void k106_x(const float conv2d17_weight[restrict 64][64][3][3],
                   const float pad[restrict 1][64][10][10],
                   const float running_mean[restrict 64], const float div[restrict 64],
                   const float batchnorm17_bias[restrict 64],
                   float pad2[restrict 1][64][10][10])
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
                const float t2 = t + batchnorm17_bias[i] + pad2[0][i][j + 1][k + 1];
                pad2[0][i][j + 1][k + 1] = mf_reluf(t2);
            }
        }
    for (int i = 0; i < 64; i++) {
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

/* 107  einsum("ncpqij,ocij->nopq", slide(slide(pad413)), conv2d1...  resnet20.lua:32 */
static void k107_contract(const float conv2d19_weight[restrict 64][64][3][3],
                          const float pad[restrict 1][64][10][10],
                          float contract[restrict 1][64][8][8])
{
    float acc[64][64];
    static const MfAxis rows[] = {{64, 576}};
    static const MfAxis columns[] = {{8, 10}, {8, 1}};
    static const MfTerm terms[] = {{64, 9, 100}, {3, 3, 10}, {3, 1, 1}};
    mf_productf(1, rows, 2, columns, 3, terms, &conv2d19_weight[0][0][0][0],
                &pad[0][0][0][0], acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 8; j++) {
            MF_ROLLED
            for (int k = 0; k < 8; k++)
                contract[0][i][j][k] = acc[i][8 * j + k];
        }
}

/* 108  sum(relu((contract419 - batchnorm19.running_mean) * div42...  resnet20.lua:44 */
static void k108_mul(const float contract[restrict 1][64][8][8],
                     const float running_mean[restrict 64],
                     const float div[restrict 64],
                     const float batchnorm19_bias[restrict 64],
                     const float pad[restrict 1][64][10][10], float mul[restrict 1][64])
{
    for (int i = 0; i < 4; i++) {
        float sums[16];
        for (int r = 0; r < 16; r++) {
            float lane[16] = {0};
            for (int j = 0; j < 8; j++) {
                MF_ROLLED
                for (int k = 0; k < 8; k++) {
                    const float t = pad[0][16 * i + r][j + 1][k + 1];
                    const float t2 = contract[0][16 * i + r][j][k];
                    const float t3 = (t2 - running_mean[16 * i + r]) * div[16 * i + r];
                    lane[k] += mf_reluf(t3 + batchnorm19_bias[16 * i + r] + t);
                }
            }
            const float sum = mf_sum16f(lane);
            sums[r] = sum;
        }
        MF_ROLLED
        for (int r = 0; r < 16; r++) {
            const float sum = sums[r];
            mul[0][16 * i + r] = sum * 0.015625f;
        }
    }
}

/* 109  logits = mul437 linear1.weight + linear1.bias                 resnet20.lua:47 */
static void k109_logits(const float mul[restrict 1][64],
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

/* 110  max(logits)                                                   resnet20.lua:48 */
static void k110_max(const float logits[restrict 1][10], float max[restrict 1])
{
    float acc = -INFINITY;
    for (int i = 0; i < 10; i++)
        acc = mf_maxf(logits[0][i], acc);
    max[0] = acc;
}

/* 111  argmax(logits)                                                resnet20.lua:61 */
static void k111_argmax(const float logits[restrict 1][10], int32_t argmax[restrict 1])
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

/* 112  accuracy = f32(argmax453 == label)                            resnet20.lua:61 */
static void k112_accuracy(const int32_t argmax[restrict 1],
                          const int32_t label[restrict 1], float *restrict accuracy)
{
    *accuracy = (float)(argmax[0] == label[0]);
}

/* 113  sum(exp(logits - max443))                                     resnet20.lua:48 */
static void k113_sum(const float logits[restrict 1][10], const float max[restrict 1],
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

/* 114  loss = log(sum447) - gather(logits - max443, label)           resnet20.lua:48 */
static void k114_loss(const int32_t label[restrict 1], const float sum[restrict 1],
                      const float logits[restrict 1][10], const float max[restrict 1],
                      float *restrict loss)
{
    const int at = label[0];
    *loss = mf_logf(sum[0]) - (logits[0][at] - max[0]);
}

/* 115  conv2d1.weight = 0.272166 * (sqrt(-2 * log1p(-reshape(ini...  resnet20.lua:13 */
static void k115_conv2d1_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 116  batchnorm1.weight = 1                                         resnet20.lua:36 */
static void k116_batchnorm1_weight(float batchnorm1_weight[restrict 16])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        batchnorm1_weight[i] = 1.0f;
}

/* 117  conv2d2.weight = 0.117851 * (sqrt(-2 * log1p(-reshape(ini...  resnet20.lua:13 */
static void k117_conv2d2_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 118  conv2d8.weight = 0.117851 * (sqrt(-2 * log1p(-reshape(ini...  resnet20.lua:13 */
static void k118_conv2d8_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 119  batchnorm8.weight = 1                                         resnet20.lua:28 */
static void k119_batchnorm8_weight(float batchnorm8_weight[restrict 32])
{
    for (int i = 0; i < 32; i++)
        batchnorm8_weight[i] = 1.0f;
}

/* 120  conv2d9.weight = 0.0833333 * (sqrt(-2 * log1p(-reshape(in...  resnet20.lua:13 */
static void k120_conv2d9_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 121  conv2d14.weight = 0.0833333 * (sqrt(-2 * log1p(-reshape(i...  resnet20.lua:13 */
static void k121_conv2d14_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 122  batchnorm14.weight = 1                                        resnet20.lua:28 */
static void k122_batchnorm14_weight(float batchnorm14_weight[restrict 64])
{
    for (int i = 0; i < 64; i++)
        batchnorm14_weight[i] = 1.0f;
}

/* 123  conv2d15.weight = 0.0589256 * (sqrt(-2 * log1p(-reshape(i...  resnet20.lua:13 */
static void k123_conv2d15_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 124  linear1.weight = -0.125 + 0.25 * reshape(init linear1.wei...  resnet20.lua:45 */
static void k124_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
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

/* 125  linear1.bias = -0.125 + 0.25 * init linear1.bias              resnet20.lua:45 */
static void k125_linear1_bias(uint64_t step, uint64_t seed, uint64_t stream,
                              float linear1_bias[restrict 10])
{
    MF_ROLLED
    for (int i = 0; i < 10; i++) {
        const float t = 0.25f * mf_uniformf(seed, stream, step, (uint64_t)i);
        linear1_bias[i] = -0.125f + t;
    }
}

/* 126  1                                                             resnet20.lua:36 */
static void k126_batchnorm1_weight(const float full[restrict 16],
                                   float batchnorm2_weight[restrict 16])
{
    MF_ROLLED
    for (int i = 0; i < 16; i++)
        batchnorm2_weight[i] = full[i];
}

/* 127  1                                                             resnet20.lua:28 */
static void k127_batchnorm8_weight(const float full[restrict 32],
                                   float batchnorm9_weight[restrict 32])
{
    for (int i = 0; i < 32; i++)
        batchnorm9_weight[i] = full[i];
}

/* 128  1                                                             resnet20.lua:28 */
static void k128_batchnorm14_weight(const float full[restrict 64],
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
    k115_conv2d1_weight(net->step, net->seed, 0xdeab1f8b63e126f2u, 0x2071b85946636ce5u,
                        net->conv2d1_weight);
    k116_batchnorm1_weight(net->block[0].batchnorm1_weight);
    k117_conv2d2_weight(net->step, net->seed, 0xd6b9509e5ac9e05du, 0x774410cbbbcc72b0u,
                        net->block[0].conv2d2_weight);
    k117_conv2d2_weight(net->step, net->seed, 0x59baf785ada5a243u, 0xb65b8b6db5b495eau,
                        net->block[1].conv2d2_weight);
    k117_conv2d2_weight(net->step, net->seed, 0xddbf258ca74de526u, 0xe6765b42ba89a48eu,
                        net->block[2].conv2d2_weight);
    k117_conv2d2_weight(net->step, net->seed, 0xb6c3cc4aa2002064u, 0x461076d8886b6143u,
                        net->block[3].conv2d2_weight);
    k117_conv2d2_weight(net->step, net->seed, 0xb0a414fea171c6beu, 0xe00af36a4ab8f256u,
                        net->block[4].conv2d2_weight);
    k117_conv2d2_weight(net->step, net->seed, 0xc2c32d1af55bb5cfu, 0x1ab3b7881b97be8fu,
                        net->block[5].conv2d2_weight);
    k118_conv2d8_weight(net->step, net->seed, 0x21576a8ac841f8d6u, 0xc91d34590287401bu,
                        net->conv2d8_weight);
    k119_batchnorm8_weight(net->block2[0].batchnorm8_weight);
    k120_conv2d9_weight(net->step, net->seed, 0xc37b1d35d3e8a1b1u, 0xabace9d1789d7317u,
                        net->block2[0].conv2d9_weight);
    k120_conv2d9_weight(net->step, net->seed, 0x76dfb090a4f8c929u, 0x31e88c807a216fafu,
                        net->block2[1].conv2d9_weight);
    k120_conv2d9_weight(net->step, net->seed, 0x3e553eb3179e9d36u, 0x28230daa8b1c60eu,
                        net->block2[2].conv2d9_weight);
    k120_conv2d9_weight(net->step, net->seed, 0xd0cc313b38ef83e7u, 0x6199d572302feff4u,
                        net->block2[3].conv2d9_weight);
    k120_conv2d9_weight(net->step, net->seed, 0x608c06523b06f1ccu, 0xa1222c77e22b06du,
                        net->block2[4].conv2d9_weight);
    k121_conv2d14_weight(net->step, net->seed, 0x5c8a27836c82abbbu, 0xd441ed7b8ee70467u,
                         net->conv2d14_weight);
    k122_batchnorm14_weight(net->block3[0].batchnorm14_weight);
    k123_conv2d15_weight(net->step, net->seed, 0x46bcc56bc6a51f97u, 0xf62b6aee6285ba3du,
                         net->block3[0].conv2d15_weight);
    k123_conv2d15_weight(net->step, net->seed, 0x4d3674b4c5733661u, 0xe73e7ac60091843u,
                         net->block3[1].conv2d15_weight);
    k123_conv2d15_weight(net->step, net->seed, 0x4abc426a54f8d54du, 0x5ac00108a522b5efu,
                         net->block3[2].conv2d15_weight);
    k123_conv2d15_weight(net->step, net->seed, 0x987d928c246cfb4u, 0x16a1dc8cc8851142u,
                         net->block3[3].conv2d15_weight);
    k123_conv2d15_weight(net->step, net->seed, 0x77e6c54a8c6b236bu, 0x731fadb84e8f443u,
                         net->block3[4].conv2d15_weight);
    k124_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, net->linear1_weight);
    k125_linear1_bias(net->step, net->seed, 0x3dec48e02e45c109u, net->linear1_bias);
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
        k126_batchnorm1_weight(net->block[0].batchnorm1_weight,
                               at[i].batchnorm2_weight);
    }
    k127_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->block2[1].batchnorm8_weight);
    k127_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->block2[2].batchnorm8_weight);
    k127_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->block2[3].batchnorm8_weight);
    k127_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->block2[4].batchnorm8_weight);
    k127_batchnorm8_weight(net->block2[0].batchnorm8_weight, net->batchnorm13_weight);
    k127_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->stat2[0].batchnorm8_running_var);
    k127_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->stat2[1].batchnorm8_running_var);
    k127_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->stat2[2].batchnorm8_running_var);
    k127_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->stat2[3].batchnorm8_running_var);
    k127_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->stat2[4].batchnorm8_running_var);
    k127_batchnorm8_weight(net->block2[0].batchnorm8_weight,
                           net->stat2[5].batchnorm8_running_var);
    k128_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->block3[1].batchnorm14_weight);
    k128_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->block3[2].batchnorm14_weight);
    k128_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->block3[3].batchnorm14_weight);
    k128_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->block3[4].batchnorm14_weight);
    k128_batchnorm14_weight(net->block3[0].batchnorm14_weight, net->batchnorm19_weight);
    k128_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->stat3[0].batchnorm14_running_var);
    k128_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->stat3[1].batchnorm14_running_var);
    k128_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->stat3[2].batchnorm14_running_var);
    k128_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->stat3[3].batchnorm14_running_var);
    k128_batchnorm14_weight(net->block3[0].batchnorm14_weight,
                            net->stat3[4].batchnorm14_running_var);
    k128_batchnorm14_weight(net->block3[0].batchnorm14_weight,
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
    k4_running_var(w->contract[0], net->block[0].batchnorm1_weight, w->mul18[0],
                   net->stat[0].batchnorm1_running_mean, w->sqrt_2[0], w->div17[0],
                   net->stat[0].batchnorm1_running_var);
    k5_x(w->contract[0], w->mul18[0], w->div17[0], net->block[0].batchnorm1_bias,
         w->pad[0]);
    k6_contract(net->block[0].conv2d2_weight, w->pad[0], w->contract2[0]);
    k4_running_var(w->contract2[0], net->block[1].batchnorm1_weight, w->mul19[0],
                   net->stat[1].batchnorm1_running_mean, w->sqrt_3[0], w->div18[0],
                   net->stat[1].batchnorm1_running_var);
    k5_x(w->contract2[0], w->mul19[0], w->div18[0], net->block[1].batchnorm1_bias,
         w->pad2[0]);
    k6_contract(net->block[1].conv2d2_weight, w->pad2[0], w->contract[1]);
    k4_running_var(w->contract[1], net->block[2].batchnorm1_weight, w->mul18[1],
                   net->stat[2].batchnorm1_running_mean, w->sqrt_2[1], w->div17[1],
                   net->stat[2].batchnorm1_running_var);
    k7_x(w->contract[1], w->mul18[1], w->div17[1], net->block[2].batchnorm1_bias,
         w->pad[0], w->pad[1]);
    k6_contract(net->block[2].conv2d2_weight, w->pad[1], w->contract2[1]);
    k4_running_var(w->contract2[1], net->block[3].batchnorm1_weight, w->mul19[1],
                   net->stat[3].batchnorm1_running_mean, w->sqrt_3[1], w->div18[1],
                   net->stat[3].batchnorm1_running_var);
    k5_x(w->contract2[1], w->mul19[1], w->div18[1], net->block[3].batchnorm1_bias,
         w->pad2[1]);
    k6_contract(net->block[3].conv2d2_weight, w->pad2[1], w->contract[2]);
    k4_running_var(w->contract[2], net->block[4].batchnorm1_weight, w->mul18[2],
                   net->stat[4].batchnorm1_running_mean, w->sqrt_2[2], w->div17[2],
                   net->stat[4].batchnorm1_running_var);
    k7_x(w->contract[2], w->mul18[2], w->div17[2], net->block[4].batchnorm1_bias,
         w->pad[1], w->pad[2]);
    k6_contract(net->block[4].conv2d2_weight, w->pad[2], w->contract2[2]);
    k4_running_var(w->contract2[2], net->block[5].batchnorm1_weight, w->mul19[2],
                   net->stat[5].batchnorm1_running_mean, w->sqrt_3[2], w->div18[2],
                   net->stat[5].batchnorm1_running_var);
    k5_x(w->contract2[2], w->mul19[2], w->div18[2], net->block[5].batchnorm1_bias,
         w->pad2[2]);
    k6_contract(net->block[5].conv2d2_weight, w->pad2[2], w->contract3);
    k4_running_var(w->contract3, net->batchnorm7_weight, w->mul29,
                   net->stat[6].batchnorm1_running_mean, w->sqrt_13, w->div28,
                   net->stat[6].batchnorm1_running_var);
    k8_x(w->contract3, w->mul29, w->div28, net->batchnorm7_bias, w->pad[2], w->pad4);
    k9_contract(w->pad4, net->conv2d8_weight, w->contract6);
    k10_running_var(w->contract6, net->block2[0].batchnorm8_weight, w->mul20,
                    net->stat2[0].batchnorm8_running_mean, w->sqrt_4, w->div19,
                    net->stat2[0].batchnorm8_running_var);
    k11_relu(w->contract6, w->mul20, w->div19, net->block2[0].batchnorm8_bias, w->pad5);
    k12_contract(w->pad5, net->block2[0].conv2d9_weight, w->contract9);
    k10_running_var(w->contract9, net->block2[1].batchnorm8_weight, w->mul22,
                    net->stat2[1].batchnorm8_running_mean, w->sqrt_6, w->div21,
                    net->stat2[1].batchnorm8_running_var);
    k13_x(w->contract9, w->mul22, w->div21, net->block2[1].batchnorm8_bias, w->pad4,
          w->pad8);
    k12_contract(w->pad8, net->block2[1].conv2d9_weight, w->contract10);
    k10_running_var(w->contract10, net->block2[2].batchnorm8_weight, w->mul23,
                    net->stat2[2].batchnorm8_running_mean, w->sqrt_7, w->div22,
                    net->stat2[2].batchnorm8_running_var);
    k11_relu(w->contract10, w->mul23, w->div22, net->block2[2].batchnorm8_bias,
             w->pad11);
    k12_contract(w->pad11, net->block2[2].conv2d9_weight, w->contract11);
    k10_running_var(w->contract11, net->block2[3].batchnorm8_weight, w->mul25,
                    net->stat2[3].batchnorm8_running_mean, w->sqrt_9, w->div24,
                    net->stat2[3].batchnorm8_running_var);
    k14_x(w->contract11, w->mul25, w->div24, net->block2[3].batchnorm8_bias, w->pad8,
          w->pad13);
    k12_contract(w->pad13, net->block2[3].conv2d9_weight, w->contract12);
    k10_running_var(w->contract12, net->block2[4].batchnorm8_weight, w->mul26,
                    net->stat2[4].batchnorm8_running_mean, w->sqrt_10, w->div25,
                    net->stat2[4].batchnorm8_running_var);
    k11_relu(w->contract12, w->mul26, w->div25, net->block2[4].batchnorm8_bias,
             w->pad16);
    k12_contract(w->pad16, net->block2[4].conv2d9_weight, w->contract13);
    k10_running_var(w->contract13, net->batchnorm13_weight, w->mul28,
                    net->stat2[5].batchnorm8_running_mean, w->sqrt_12, w->div27,
                    net->stat2[5].batchnorm8_running_var);
    k15_x(w->contract13, w->mul28, w->div27, net->batchnorm13_bias, w->pad13, w->pad19);
    k16_contract(w->pad19, net->conv2d14_weight, w->contract16);
    k17_running_var(w->contract16, net->block3[0].batchnorm14_weight, w->mul21,
                    net->stat3[0].batchnorm14_running_mean, w->sqrt_5, w->div20,
                    net->stat3[0].batchnorm14_running_var);
    k18_relu(w->contract16, w->mul21, w->div20, net->block3[0].batchnorm14_bias,
             w->pad20);
    k19_contract(w->pad20, net->block3[0].conv2d15_weight, w->contract19);
    k17_running_var(w->contract19, net->block3[1].batchnorm14_weight, w->mul24,
                    net->stat3[1].batchnorm14_running_mean, w->sqrt_8, w->div23,
                    net->stat3[1].batchnorm14_running_var);
    k20_x(w->contract19, w->mul24, w->div23, net->block3[1].batchnorm14_bias, w->pad19,
          w->pad23);
    k19_contract(w->pad23, net->block3[1].conv2d15_weight, w->contract20);
    k17_running_var(w->contract20, net->block3[2].batchnorm14_weight, w->mul27,
                    net->stat3[2].batchnorm14_running_mean, w->sqrt_11, w->div26,
                    net->stat3[2].batchnorm14_running_var);
    k18_relu(w->contract20, w->mul27, w->div26, net->block3[2].batchnorm14_bias,
             w->pad25);
    k19_contract(w->pad25, net->block3[2].conv2d15_weight, w->contract21);
    k17_running_var(w->contract21, net->block3[3].batchnorm14_weight, w->mul30,
                    net->stat3[3].batchnorm14_running_mean, w->sqrt_14, w->div29,
                    net->stat3[3].batchnorm14_running_var);
    k21_x(w->contract21, w->mul30, w->div29, net->block3[3].batchnorm14_bias, w->pad23,
          w->pad29);
    k19_contract(w->pad29, net->block3[3].conv2d15_weight, w->contract22);
    k17_running_var(w->contract22, net->block3[4].batchnorm14_weight, w->mul31,
                    net->stat3[4].batchnorm14_running_mean, w->sqrt_15, w->div30,
                    net->stat3[4].batchnorm14_running_var);
    k18_relu(w->contract22, w->mul31, w->div30, net->block3[4].batchnorm14_bias,
             w->pad30);
    k19_contract(w->pad30, net->block3[4].conv2d15_weight, w->contract23);
    k17_running_var(w->contract23, net->batchnorm19_weight, w->mul16,
                    net->stat3[5].batchnorm14_running_mean, w->sqrt_, w->div15,
                    net->stat3[5].batchnorm14_running_var);
    k22_mul(w->contract23, w->mul16, w->div15, net->batchnorm19_bias, w->pad29, w->x,
            w->mul14);
    k23_logits(w->mul14, net->linear1_weight, net->linear1_bias, w->logits);
    k24_dlogits(w->logits, label, w->max, w->sum, w->dlogits);
    k25_argmax(w->logits, w->argmax);
    k26_accuracy(w->argmax, label, &net->metric.accuracy);
    k27_loss(label, w->sum, w->logits, w->max, &loss);
    k28_linear1_bias(w->dlogits, net->momentum, net->weight_decay, pow,
                     net->sgd_v_linear1_bias, net->linear1_bias);
    k29_mul(w->dlogits, net->linear1_weight, w->mul17);
    k30_batchnorm19_bias(w->x, w->mul17, w->contract23, w->mul16, w->div15, w->sqrt_,
                         net->momentum, net->weight_decay, pow, w->div14,
                         net->sgd_v_batchnorm19_weight, net->batchnorm19_weight,
                         net->sgd_v_batchnorm19_bias, net->batchnorm19_bias);
    k31_linear1_weight(w->dlogits, w->mul14, net->momentum, net->weight_decay, pow,
                       net->sgd_v_linear1_weight, net->linear1_weight);
    k32_add(w->div14, w->mul16, w->x, w->mul17, w->div15, w->contract23);
    k33_mul(w->contract23, w->mul15);
    k34_pad(w->mul15, w->contract23, w->pad33);
    k35_where(net->block3[4].conv2d15_weight, w->pad33, w->pad30, w->where7);
    k36_batchnorm18_bias(w->where7, w->contract22, w->mul31, w->div30, w->sqrt_15,
                         net->momentum, net->weight_decay, pow, w->div16,
                         net->state3[4].sgd_v_batchnorm14_weight,
                         net->block3[4].batchnorm14_weight,
                         net->state3[4].sgd_v_batchnorm14_bias,
                         net->block3[4].batchnorm14_bias);
    k37_conv2d19_weight(w->pad30, w->contract23, net->momentum, net->weight_decay, pow,
                        net->state3[4].sgd_v_conv2d15_weight,
                        net->block3[4].conv2d15_weight);
    k38_add(w->div16, w->mul31, w->where7, w->div30, w->contract22);
    k33_mul(w->contract22, w->mul13);
    k34_pad(w->mul13, w->contract22, w->pad31);
    k39_where(net->block3[3].conv2d15_weight, w->pad31, w->pad29, w->mul17, w->x);
    k36_batchnorm18_bias(w->x, w->contract21, w->mul30, w->div29, w->sqrt_14,
                         net->momentum, net->weight_decay, pow, w->div13,
                         net->state3[3].sgd_v_batchnorm14_weight,
                         net->block3[3].batchnorm14_weight,
                         net->state3[3].sgd_v_batchnorm14_bias,
                         net->block3[3].batchnorm14_bias);
    k37_conv2d19_weight(w->pad29, w->contract22, net->momentum, net->weight_decay, pow,
                        net->state3[3].sgd_v_conv2d15_weight,
                        net->block3[3].conv2d15_weight);
    k38_add(w->div13, w->mul30, w->x, w->div29, w->contract21);
    k33_mul(w->contract21, w->mul11);
    k34_pad(w->mul11, w->contract21, w->pad32);
    k35_where(net->block3[2].conv2d15_weight, w->pad32, w->pad25, w->where6);
    k36_batchnorm18_bias(w->where6, w->contract20, w->mul27, w->div26, w->sqrt_11,
                         net->momentum, net->weight_decay, pow, w->div12,
                         net->state3[2].sgd_v_batchnorm14_weight,
                         net->block3[2].batchnorm14_weight,
                         net->state3[2].sgd_v_batchnorm14_bias,
                         net->block3[2].batchnorm14_bias);
    k37_conv2d19_weight(w->pad25, w->contract21, net->momentum, net->weight_decay, pow,
                        net->state3[2].sgd_v_conv2d15_weight,
                        net->block3[2].conv2d15_weight);
    k38_add(w->div12, w->mul27, w->where6, w->div26, w->contract20);
    k33_mul(w->contract20, w->mul12);
    k34_pad(w->mul12, w->contract20, w->pad26);
    k40_where(net->block3[1].conv2d15_weight, w->pad26, w->pad23, w->x);
    k36_batchnorm18_bias(w->x, w->contract19, w->mul24, w->div23, w->sqrt_8,
                         net->momentum, net->weight_decay, pow, w->div11,
                         net->state3[1].sgd_v_batchnorm14_weight,
                         net->block3[1].batchnorm14_weight,
                         net->state3[1].sgd_v_batchnorm14_bias,
                         net->block3[1].batchnorm14_bias);
    k37_conv2d19_weight(w->pad23, w->contract20, net->momentum, net->weight_decay, pow,
                        net->state3[1].sgd_v_conv2d15_weight,
                        net->block3[1].conv2d15_weight);
    k38_add(w->div11, w->mul24, w->x, w->div23, w->contract19);
    k33_mul(w->contract19, w->mul9);
    k34_pad(w->mul9, w->contract19, w->pad27);
    k35_where(net->block3[0].conv2d15_weight, w->pad27, w->pad20, w->where5);
    k36_batchnorm18_bias(w->where5, w->contract16, w->mul21, w->div20, w->sqrt_5,
                         net->momentum, net->weight_decay, pow, w->div10,
                         net->state3[0].sgd_v_batchnorm14_weight,
                         net->block3[0].batchnorm14_weight,
                         net->state3[0].sgd_v_batchnorm14_bias,
                         net->block3[0].batchnorm14_bias);
    k37_conv2d19_weight(w->pad20, w->contract19, net->momentum, net->weight_decay, pow,
                        net->state3[0].sgd_v_conv2d15_weight,
                        net->block3[0].conv2d15_weight);
    k38_add(w->div10, w->mul21, w->where5, w->div20, w->contract16);
    k33_mul(w->contract16, w->mul10);
    k41_pad(w->mul10, w->contract16, w->pad28, w->pad22, w->pad21);
    k42_contract(net->conv2d14_weight, w->contract16, w->contract15);
    k43_contract(w->pad28, net->conv2d14_weight, w->contract18);
    k44_concat(w->contract15, w->contract18, w->concat6);
    k45_contract(w->pad22, net->conv2d14_weight, w->contract17);
    k46_contract(w->pad21, net->conv2d14_weight, w->contract14);
    k44_concat(w->contract14, w->contract17, w->concat5);
    k47_conv2d14_weight(w->pad19, w->contract16, net->momentum, net->weight_decay, pow,
                        net->sgd_v_conv2d14_weight, net->conv2d14_weight);
    k48_concat((float(*)[32][8][16])w->concat6, (float(*)[32][8][16])w->concat5,
               w->concat4);
    k49_where(w->pad19, w->x, (float(*)[32][16][16])w->concat4);
    k50_batchnorm13_bias((float(*)[32][16][16])w->concat4, w->contract13, w->mul28,
                         w->div27, w->sqrt_12, net->momentum, net->weight_decay, pow,
                         w->div8, net->sgd_v_batchnorm13_weight,
                         net->batchnorm13_weight, net->sgd_v_batchnorm13_bias,
                         net->batchnorm13_bias);
    k51_add(w->div8, w->mul28, (float(*)[32][16][16])w->concat4, w->div27,
            w->contract13);
    k52_mul(w->contract13, w->mul7);
    k53_add(w->contract13, w->mul7, w->pad24);
    k54_where(w->pad24, net->block2[4].conv2d9_weight, w->pad16, w->where4);
    k50_batchnorm13_bias(w->where4, w->contract12, w->mul26, w->div25, w->sqrt_10,
                         net->momentum, net->weight_decay, pow, w->div9,
                         net->state2[4].sgd_v_batchnorm8_weight,
                         net->block2[4].batchnorm8_weight,
                         net->state2[4].sgd_v_batchnorm8_bias,
                         net->block2[4].batchnorm8_bias);
    k55_conv2d13_weight(w->pad16, w->pad24, net->momentum, net->weight_decay, pow,
                        net->state2[4].sgd_v_conv2d9_weight,
                        net->block2[4].conv2d9_weight);
    k51_add(w->div9, w->mul26, w->where4, w->div25, w->contract12);
    k52_mul(w->contract12, w->mul8);
    k53_add(w->contract12, w->mul8, w->pad17);
    k56_where(w->pad17, net->block2[3].conv2d9_weight, w->pad13,
              (float(*)[32][16][16])w->concat4);
    k50_batchnorm13_bias((float(*)[32][16][16])w->concat4, w->contract11, w->mul25,
                         w->div24, w->sqrt_9, net->momentum, net->weight_decay, pow,
                         w->div7, net->state2[3].sgd_v_batchnorm8_weight,
                         net->block2[3].batchnorm8_weight,
                         net->state2[3].sgd_v_batchnorm8_bias,
                         net->block2[3].batchnorm8_bias);
    k55_conv2d13_weight(w->pad13, w->pad17, net->momentum, net->weight_decay, pow,
                        net->state2[3].sgd_v_conv2d9_weight,
                        net->block2[3].conv2d9_weight);
    k51_add(w->div7, w->mul25, (float(*)[32][16][16])w->concat4, w->div24,
            w->contract11);
    k52_mul(w->contract11, w->mul6);
    k53_add(w->contract11, w->mul6, w->pad14);
    k54_where(w->pad14, net->block2[2].conv2d9_weight, w->pad11, w->where3);
    k50_batchnorm13_bias(w->where3, w->contract10, w->mul23, w->div22, w->sqrt_7,
                         net->momentum, net->weight_decay, pow, w->div6,
                         net->state2[2].sgd_v_batchnorm8_weight,
                         net->block2[2].batchnorm8_weight,
                         net->state2[2].sgd_v_batchnorm8_bias,
                         net->block2[2].batchnorm8_bias);
    k55_conv2d13_weight(w->pad11, w->pad14, net->momentum, net->weight_decay, pow,
                        net->state2[2].sgd_v_conv2d9_weight,
                        net->block2[2].conv2d9_weight);
    k51_add(w->div6, w->mul23, w->where3, w->div22, w->contract10);
    k52_mul(w->contract10, w->mul5);
    k53_add(w->contract10, w->mul5, w->pad12);
    k56_where(w->pad12, net->block2[1].conv2d9_weight, w->pad8,
              (float(*)[32][16][16])w->concat4);
    k50_batchnorm13_bias((float(*)[32][16][16])w->concat4, w->contract9, w->mul22,
                         w->div21, w->sqrt_6, net->momentum, net->weight_decay, pow,
                         w->div5, net->state2[1].sgd_v_batchnorm8_weight,
                         net->block2[1].batchnorm8_weight,
                         net->state2[1].sgd_v_batchnorm8_bias,
                         net->block2[1].batchnorm8_bias);
    k55_conv2d13_weight(w->pad8, w->pad12, net->momentum, net->weight_decay, pow,
                        net->state2[1].sgd_v_conv2d9_weight,
                        net->block2[1].conv2d9_weight);
    k51_add(w->div5, w->mul22, (float(*)[32][16][16])w->concat4, w->div21,
            w->contract9);
    k52_mul(w->contract9, w->mul4);
    k53_add(w->contract9, w->mul4, w->pad9);
    k54_where(w->pad9, net->block2[0].conv2d9_weight, w->pad5, w->where2);
    k50_batchnorm13_bias(w->where2, w->contract6, w->mul20, w->div19, w->sqrt_4,
                         net->momentum, net->weight_decay, pow, w->div4,
                         net->state2[0].sgd_v_batchnorm8_weight,
                         net->block2[0].batchnorm8_weight,
                         net->state2[0].sgd_v_batchnorm8_bias,
                         net->block2[0].batchnorm8_bias);
    k55_conv2d13_weight(w->pad5, w->pad9, net->momentum, net->weight_decay, pow,
                        net->state2[0].sgd_v_conv2d9_weight,
                        net->block2[0].conv2d9_weight);
    k51_add(w->div4, w->mul20, w->where2, w->div19, w->contract6);
    k52_mul(w->contract6, w->mul3);
    k57_pad(w->contract6, w->mul3, w->pad6, w->pad15, w->pad7);
    k58_contract(net->conv2d8_weight, w->pad6, w->contract4);
    k59_contract(net->conv2d8_weight, w->pad6, w->contract5);
    k60_concat(w->contract4, w->contract5, w->concat2);
    k61_contract(net->conv2d8_weight, w->pad15, w->contract7);
    k62_contract(w->pad7, net->conv2d8_weight, w->contract8);
    k60_concat(w->contract7, w->contract8, w->concat3);
    k63_conv2d8_weight(w->pad4, w->pad6, net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d8_weight, net->conv2d8_weight);
    k64_concat((float(*)[16][16][32])w->concat2, (float(*)[16][16][32])w->concat3,
               w->concat);
    k65_where(w->pad4, (float(*)[32][16][16])w->concat4,
              (float(*)[16][32][32])w->concat);
    k66_batchnorm7_bias((float(*)[16][32][32])w->concat, w->contract3, w->mul29,
                        w->div28, w->sqrt_13, net->momentum, net->weight_decay, pow,
                        w->div2, net->sgd_v_batchnorm7_weight, net->batchnorm7_weight,
                        net->sgd_v_batchnorm7_bias, net->batchnorm7_bias);
    k67_add(w->div2, w->mul29, (float(*)[16][32][32])w->concat, w->div28, w->contract3);
    /* clang-format off */
    const struct {
        float (*add)[16][32][32];
    } at[3] = {
        {w->contract3},
        {w->contract[2]},
        {w->contract[1]},
    };
    /* clang-format on */
    for (int i = 0; i < 3; i++) {
        k68_mul(at[i].add, w->mul);
        k69_add(at[i].add, w->mul, w->pad10);
        k70_where(net->block[5 - 2 * i].conv2d2_weight, w->pad10, w->pad2[2 - i],
                  w->where);
        k66_batchnorm7_bias(w->where, w->contract2[2 - i], w->mul19[2 - i],
                            w->div18[2 - i], w->sqrt_3[2 - i], net->momentum,
                            net->weight_decay, pow, w->div3,
                            net->state[5 - 2 * i].sgd_v_batchnorm1_weight,
                            net->block[5 - 2 * i].batchnorm1_weight,
                            net->state[5 - 2 * i].sgd_v_batchnorm1_bias,
                            net->block[5 - 2 * i].batchnorm1_bias);
        k71_conv2d7_weight(w->pad2[2 - i], w->pad10, net->momentum, net->weight_decay,
                           pow, net->state[5 - 2 * i].sgd_v_conv2d2_weight,
                           net->block[5 - 2 * i].conv2d2_weight);
        k67_add(w->div3, w->mul19[2 - i], w->where, w->div18[2 - i],
                w->contract2[2 - i]);
        k68_mul(w->contract2[2 - i], w->mul2);
        k69_add(w->contract2[2 - i], w->mul2, w->pad3);
        k72_where(net->block[4 - 2 * i].conv2d2_weight, w->pad3, w->pad[2 - i],
                  (float(*)[16][32][32])w->concat);
        k66_batchnorm7_bias((float(*)[16][32][32])w->concat, w->contract[2 - i],
                            w->mul18[2 - i], w->div17[2 - i], w->sqrt_2[2 - i],
                            net->momentum, net->weight_decay, pow, w->div,
                            net->state[4 - 2 * i].sgd_v_batchnorm1_weight,
                            net->block[4 - 2 * i].batchnorm1_weight,
                            net->state[4 - 2 * i].sgd_v_batchnorm1_bias,
                            net->block[4 - 2 * i].batchnorm1_bias);
        k71_conv2d7_weight(w->pad[2 - i], w->pad3, net->momentum, net->weight_decay,
                           pow, net->state[4 - 2 * i].sgd_v_conv2d2_weight,
                           net->block[4 - 2 * i].conv2d2_weight);
        k67_add(w->div, w->mul18[2 - i], (float(*)[16][32][32])w->concat,
                w->div17[2 - i], w->contract[2 - i]);
    }
    k68_mul(w->contract[0], w->mul);
    k73_add(w->mul, w->contract[0]);
    k74_conv2d1_weight(w->pad18, w->contract[0], net->momentum, net->weight_decay, pow,
                       net->sgd_v_conv2d1_weight, net->conv2d1_weight);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float resnet20_eval(Resnet20 *net, const float image[restrict 128][3][32][32],
                    const int32_t label[restrict 128])
{
    float loss;
    union Resnet20Eval *w = &net->work.eval;
    k75_div(net->stat[0].batchnorm1_running_var, net->block[0].batchnorm1_weight,
            w->div);
    k75_div(net->stat[1].batchnorm1_running_var, net->block[1].batchnorm1_weight,
            w->div2);
    k75_div(net->stat[2].batchnorm1_running_var, net->block[2].batchnorm1_weight,
            w->div3);
    k75_div(net->stat[3].batchnorm1_running_var, net->block[3].batchnorm1_weight,
            w->div4);
    k75_div(net->stat[4].batchnorm1_running_var, net->block[4].batchnorm1_weight,
            w->div5);
    k75_div(net->stat[5].batchnorm1_running_var, net->block[5].batchnorm1_weight,
            w->div6);
    k75_div(net->stat[6].batchnorm1_running_var, net->batchnorm7_weight, w->div19);
    k76_div(net->stat2[0].batchnorm8_running_var, net->block2[0].batchnorm8_weight,
            w->div13);
    k76_div(net->stat2[1].batchnorm8_running_var, net->block2[1].batchnorm8_weight,
            w->div14);
    k76_div(net->stat2[2].batchnorm8_running_var, net->block2[2].batchnorm8_weight,
            w->div15);
    k76_div(net->stat2[3].batchnorm8_running_var, net->block2[3].batchnorm8_weight,
            w->div16);
    k76_div(net->stat2[4].batchnorm8_running_var, net->block2[4].batchnorm8_weight,
            w->div17);
    k76_div(net->stat2[5].batchnorm8_running_var, net->batchnorm13_weight, w->div18);
    k77_div(net->stat3[0].batchnorm14_running_var, net->block3[0].batchnorm14_weight,
            w->div7);
    k77_div(net->stat3[1].batchnorm14_running_var, net->block3[1].batchnorm14_weight,
            w->div8);
    k77_div(net->stat3[2].batchnorm14_running_var, net->block3[2].batchnorm14_weight,
            w->div9);
    k77_div(net->stat3[3].batchnorm14_running_var, net->block3[3].batchnorm14_weight,
            w->div10);
    k77_div(net->stat3[4].batchnorm14_running_var, net->block3[4].batchnorm14_weight,
            w->div11);
    k77_div(net->stat3[5].batchnorm14_running_var, net->batchnorm19_weight, w->div12);
    k2_pad(image, w->pad10);
    k78_x(net->conv2d1_weight, w->pad10, net->stat[0].batchnorm1_running_mean, w->div,
          net->block[0].batchnorm1_bias, w->pad);
    k79_relu(net->block[0].conv2d2_weight, w->pad, net->stat[1].batchnorm1_running_mean,
             w->div2, net->block[1].batchnorm1_bias, w->pad11);
    k80_x(net->block[1].conv2d2_weight, w->pad11, net->stat[2].batchnorm1_running_mean,
          w->div3, net->block[2].batchnorm1_bias, w->pad);
    k79_relu(net->block[2].conv2d2_weight, w->pad, net->stat[3].batchnorm1_running_mean,
             w->div4, net->block[3].batchnorm1_bias, w->pad12);
    k80_x(net->block[3].conv2d2_weight, w->pad12, net->stat[4].batchnorm1_running_mean,
          w->div5, net->block[4].batchnorm1_bias, w->pad);
    k79_relu(net->block[4].conv2d2_weight, w->pad, net->stat[5].batchnorm1_running_mean,
             w->div6, net->block[5].batchnorm1_bias, w->pad13);
    k81_x(net->block[5].conv2d2_weight, w->pad13, net->stat[6].batchnorm1_running_mean,
          w->div19, net->batchnorm7_bias, w->pad, w->pad15);
    k82_relu(w->pad15, net->conv2d8_weight, net->stat2[0].batchnorm8_running_mean,
             w->div13, net->block2[0].batchnorm8_bias, w->pad2);
    k83_x(w->pad2, net->block2[0].conv2d9_weight, net->stat2[1].batchnorm8_running_mean,
          w->div14, net->block2[1].batchnorm8_bias, w->pad15, w->pad9);
    k84_relu(w->pad9, net->block2[1].conv2d9_weight,
             net->stat2[2].batchnorm8_running_mean, w->div15,
             net->block2[2].batchnorm8_bias, w->pad3);
    k85_x(w->pad3, net->block2[2].conv2d9_weight, net->stat2[3].batchnorm8_running_mean,
          w->div16, net->block2[3].batchnorm8_bias, w->pad9);
    k84_relu(w->pad9, net->block2[3].conv2d9_weight,
             net->stat2[4].batchnorm8_running_mean, w->div17,
             net->block2[4].batchnorm8_bias, w->pad4);
    k86_x(w->pad4, net->block2[4].conv2d9_weight, net->stat2[5].batchnorm8_running_mean,
          w->div18, net->batchnorm13_bias, w->pad9, w->pad14);
    k87_relu(w->pad14, net->conv2d14_weight, net->stat3[0].batchnorm14_running_mean,
             w->div7, net->block3[0].batchnorm14_bias, w->pad5);
    k88_x(w->pad5, net->block3[0].conv2d15_weight,
          net->stat3[1].batchnorm14_running_mean, w->div8,
          net->block3[1].batchnorm14_bias, w->pad14, w->pad8);
    k89_relu(w->pad8, net->block3[1].conv2d15_weight,
             net->stat3[2].batchnorm14_running_mean, w->div9,
             net->block3[2].batchnorm14_bias, w->pad6);
    k90_x(w->pad6, net->block3[2].conv2d15_weight,
          net->stat3[3].batchnorm14_running_mean, w->div10,
          net->block3[3].batchnorm14_bias, w->pad8);
    k89_relu(w->pad8, net->block3[3].conv2d15_weight,
             net->stat3[4].batchnorm14_running_mean, w->div11,
             net->block3[4].batchnorm14_bias, w->pad7);
    k19_contract(w->pad7, net->block3[4].conv2d15_weight, w->contract);
    k91_mul(w->contract, net->stat3[5].batchnorm14_running_mean, w->div12,
            net->batchnorm19_bias, w->pad8, w->mul);
    k23_logits(w->mul, net->linear1_weight, net->linear1_bias, w->logits);
    k92_sum(w->logits, w->max, w->sum);
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
    k75_div(net->stat[0].batchnorm1_running_var, net->block[0].batchnorm1_weight,
            w->div);
    k75_div(net->stat[1].batchnorm1_running_var, net->block[1].batchnorm1_weight,
            w->div2);
    k75_div(net->stat[2].batchnorm1_running_var, net->block[2].batchnorm1_weight,
            w->div3);
    k75_div(net->stat[3].batchnorm1_running_var, net->block[3].batchnorm1_weight,
            w->div4);
    k75_div(net->stat[4].batchnorm1_running_var, net->block[4].batchnorm1_weight,
            w->div5);
    k75_div(net->stat[5].batchnorm1_running_var, net->block[5].batchnorm1_weight,
            w->div6);
    k75_div(net->stat[6].batchnorm1_running_var, net->batchnorm7_weight, w->div19);
    k76_div(net->stat2[0].batchnorm8_running_var, net->block2[0].batchnorm8_weight,
            w->div13);
    k76_div(net->stat2[1].batchnorm8_running_var, net->block2[1].batchnorm8_weight,
            w->div14);
    k76_div(net->stat2[2].batchnorm8_running_var, net->block2[2].batchnorm8_weight,
            w->div15);
    k76_div(net->stat2[3].batchnorm8_running_var, net->block2[3].batchnorm8_weight,
            w->div16);
    k76_div(net->stat2[4].batchnorm8_running_var, net->block2[4].batchnorm8_weight,
            w->div17);
    k76_div(net->stat2[5].batchnorm8_running_var, net->batchnorm13_weight, w->div18);
    k77_div(net->stat3[0].batchnorm14_running_var, net->block3[0].batchnorm14_weight,
            w->div7);
    k77_div(net->stat3[1].batchnorm14_running_var, net->block3[1].batchnorm14_weight,
            w->div8);
    k77_div(net->stat3[2].batchnorm14_running_var, net->block3[2].batchnorm14_weight,
            w->div9);
    k77_div(net->stat3[3].batchnorm14_running_var, net->block3[3].batchnorm14_weight,
            w->div10);
    k77_div(net->stat3[4].batchnorm14_running_var, net->block3[4].batchnorm14_weight,
            w->div11);
    k77_div(net->stat3[5].batchnorm14_running_var, net->batchnorm19_weight, w->div12);
    k93_pad(image, w->pad10);
    k94_x(net->conv2d1_weight, w->pad10, net->stat[0].batchnorm1_running_mean, w->div,
          net->block[0].batchnorm1_bias, w->pad);
    k95_relu(net->block[0].conv2d2_weight, w->pad, net->stat[1].batchnorm1_running_mean,
             w->div2, net->block[1].batchnorm1_bias, w->pad11);
    k96_x(net->block[1].conv2d2_weight, w->pad11, net->stat[2].batchnorm1_running_mean,
          w->div3, net->block[2].batchnorm1_bias, w->pad);
    k95_relu(net->block[2].conv2d2_weight, w->pad, net->stat[3].batchnorm1_running_mean,
             w->div4, net->block[3].batchnorm1_bias, w->pad12);
    k96_x(net->block[3].conv2d2_weight, w->pad12, net->stat[4].batchnorm1_running_mean,
          w->div5, net->block[4].batchnorm1_bias, w->pad);
    k95_relu(net->block[4].conv2d2_weight, w->pad, net->stat[5].batchnorm1_running_mean,
             w->div6, net->block[5].batchnorm1_bias, w->pad13);
    k97_x(net->block[5].conv2d2_weight, w->pad13, net->stat[6].batchnorm1_running_mean,
          w->div19, net->batchnorm7_bias, w->pad, w->pad15);
    k98_relu(w->pad15, net->conv2d8_weight, net->stat2[0].batchnorm8_running_mean,
             w->div13, net->block2[0].batchnorm8_bias, w->pad2);
    k99_x(w->pad2, net->block2[0].conv2d9_weight, net->stat2[1].batchnorm8_running_mean,
          w->div14, net->block2[1].batchnorm8_bias, w->pad15, w->pad9);
    k100_relu(w->pad9, net->block2[1].conv2d9_weight,
              net->stat2[2].batchnorm8_running_mean, w->div15,
              net->block2[2].batchnorm8_bias, w->pad3);
    k101_x(w->pad3, net->block2[2].conv2d9_weight,
           net->stat2[3].batchnorm8_running_mean, w->div16,
           net->block2[3].batchnorm8_bias, w->pad9);
    k100_relu(w->pad9, net->block2[3].conv2d9_weight,
              net->stat2[4].batchnorm8_running_mean, w->div17,
              net->block2[4].batchnorm8_bias, w->pad4);
    k102_x(w->pad4, net->block2[4].conv2d9_weight,
           net->stat2[5].batchnorm8_running_mean, w->div18, net->batchnorm13_bias,
           w->pad9, w->pad14);
    k103_relu(net->conv2d14_weight, w->pad14, net->stat3[0].batchnorm14_running_mean,
              w->div7, net->block3[0].batchnorm14_bias, w->pad5);
    k104_x(net->block3[0].conv2d15_weight, w->pad5,
           net->stat3[1].batchnorm14_running_mean, w->div8,
           net->block3[1].batchnorm14_bias, w->pad14, w->pad8);
    k105_relu(net->block3[1].conv2d15_weight, w->pad8,
              net->stat3[2].batchnorm14_running_mean, w->div9,
              net->block3[2].batchnorm14_bias, w->pad6);
    k106_x(net->block3[2].conv2d15_weight, w->pad6,
           net->stat3[3].batchnorm14_running_mean, w->div10,
           net->block3[3].batchnorm14_bias, w->pad8);
    k105_relu(net->block3[3].conv2d15_weight, w->pad8,
              net->stat3[4].batchnorm14_running_mean, w->div11,
              net->block3[4].batchnorm14_bias, w->pad7);
    k107_contract(net->block3[4].conv2d15_weight, w->pad7, w->contract);
    k108_mul(w->contract, net->stat3[5].batchnorm14_running_mean, w->div12,
             net->batchnorm19_bias, w->pad8, w->mul);
    k109_logits(w->mul, net->linear1_weight, net->linear1_bias, w->logits);
    k110_max(w->logits, w->max);
    k111_argmax(w->logits, w->argmax);
    k112_accuracy(w->argmax, label, &net->metric.accuracy);
    k113_sum(w->logits, w->max, w->sum);
    k114_loss(label, w->sum, w->logits, w->max, &loss);
    return loss;
}

/* The function `predict`. */
void resnet20_predict(Resnet20 *net, const float image[restrict 1][3][32][32],
                      float logits[restrict 1][10])
{
    union Resnet20Predict *w = &net->work.predict;
    k75_div(net->stat[0].batchnorm1_running_var, net->block[0].batchnorm1_weight,
            w->div);
    k75_div(net->stat[1].batchnorm1_running_var, net->block[1].batchnorm1_weight,
            w->div2);
    k75_div(net->stat[2].batchnorm1_running_var, net->block[2].batchnorm1_weight,
            w->div3);
    k75_div(net->stat[3].batchnorm1_running_var, net->block[3].batchnorm1_weight,
            w->div4);
    k75_div(net->stat[4].batchnorm1_running_var, net->block[4].batchnorm1_weight,
            w->div5);
    k75_div(net->stat[5].batchnorm1_running_var, net->block[5].batchnorm1_weight,
            w->div6);
    k75_div(net->stat[6].batchnorm1_running_var, net->batchnorm7_weight, w->div19);
    k76_div(net->stat2[0].batchnorm8_running_var, net->block2[0].batchnorm8_weight,
            w->div13);
    k76_div(net->stat2[1].batchnorm8_running_var, net->block2[1].batchnorm8_weight,
            w->div14);
    k76_div(net->stat2[2].batchnorm8_running_var, net->block2[2].batchnorm8_weight,
            w->div15);
    k76_div(net->stat2[3].batchnorm8_running_var, net->block2[3].batchnorm8_weight,
            w->div16);
    k76_div(net->stat2[4].batchnorm8_running_var, net->block2[4].batchnorm8_weight,
            w->div17);
    k76_div(net->stat2[5].batchnorm8_running_var, net->batchnorm13_weight, w->div18);
    k77_div(net->stat3[0].batchnorm14_running_var, net->block3[0].batchnorm14_weight,
            w->div7);
    k77_div(net->stat3[1].batchnorm14_running_var, net->block3[1].batchnorm14_weight,
            w->div8);
    k77_div(net->stat3[2].batchnorm14_running_var, net->block3[2].batchnorm14_weight,
            w->div9);
    k77_div(net->stat3[3].batchnorm14_running_var, net->block3[3].batchnorm14_weight,
            w->div10);
    k77_div(net->stat3[4].batchnorm14_running_var, net->block3[4].batchnorm14_weight,
            w->div11);
    k77_div(net->stat3[5].batchnorm14_running_var, net->batchnorm19_weight, w->div12);
    k93_pad(image, w->pad10);
    k94_x(net->conv2d1_weight, w->pad10, net->stat[0].batchnorm1_running_mean, w->div,
          net->block[0].batchnorm1_bias, w->pad);
    k95_relu(net->block[0].conv2d2_weight, w->pad, net->stat[1].batchnorm1_running_mean,
             w->div2, net->block[1].batchnorm1_bias, w->pad11);
    k96_x(net->block[1].conv2d2_weight, w->pad11, net->stat[2].batchnorm1_running_mean,
          w->div3, net->block[2].batchnorm1_bias, w->pad);
    k95_relu(net->block[2].conv2d2_weight, w->pad, net->stat[3].batchnorm1_running_mean,
             w->div4, net->block[3].batchnorm1_bias, w->pad12);
    k96_x(net->block[3].conv2d2_weight, w->pad12, net->stat[4].batchnorm1_running_mean,
          w->div5, net->block[4].batchnorm1_bias, w->pad);
    k95_relu(net->block[4].conv2d2_weight, w->pad, net->stat[5].batchnorm1_running_mean,
             w->div6, net->block[5].batchnorm1_bias, w->pad13);
    k97_x(net->block[5].conv2d2_weight, w->pad13, net->stat[6].batchnorm1_running_mean,
          w->div19, net->batchnorm7_bias, w->pad, w->pad15);
    k98_relu(w->pad15, net->conv2d8_weight, net->stat2[0].batchnorm8_running_mean,
             w->div13, net->block2[0].batchnorm8_bias, w->pad2);
    k99_x(w->pad2, net->block2[0].conv2d9_weight, net->stat2[1].batchnorm8_running_mean,
          w->div14, net->block2[1].batchnorm8_bias, w->pad15, w->pad9);
    k100_relu(w->pad9, net->block2[1].conv2d9_weight,
              net->stat2[2].batchnorm8_running_mean, w->div15,
              net->block2[2].batchnorm8_bias, w->pad3);
    k101_x(w->pad3, net->block2[2].conv2d9_weight,
           net->stat2[3].batchnorm8_running_mean, w->div16,
           net->block2[3].batchnorm8_bias, w->pad9);
    k100_relu(w->pad9, net->block2[3].conv2d9_weight,
              net->stat2[4].batchnorm8_running_mean, w->div17,
              net->block2[4].batchnorm8_bias, w->pad4);
    k102_x(w->pad4, net->block2[4].conv2d9_weight,
           net->stat2[5].batchnorm8_running_mean, w->div18, net->batchnorm13_bias,
           w->pad9, w->pad14);
    k103_relu(net->conv2d14_weight, w->pad14, net->stat3[0].batchnorm14_running_mean,
              w->div7, net->block3[0].batchnorm14_bias, w->pad5);
    k104_x(net->block3[0].conv2d15_weight, w->pad5,
           net->stat3[1].batchnorm14_running_mean, w->div8,
           net->block3[1].batchnorm14_bias, w->pad14, w->pad8);
    k105_relu(net->block3[1].conv2d15_weight, w->pad8,
              net->stat3[2].batchnorm14_running_mean, w->div9,
              net->block3[2].batchnorm14_bias, w->pad6);
    k106_x(net->block3[2].conv2d15_weight, w->pad6,
           net->stat3[3].batchnorm14_running_mean, w->div10,
           net->block3[3].batchnorm14_bias, w->pad8);
    k105_relu(net->block3[3].conv2d15_weight, w->pad8,
              net->stat3[4].batchnorm14_running_mean, w->div11,
              net->block3[4].batchnorm14_bias, w->pad7);
    k107_contract(net->block3[4].conv2d15_weight, w->pad7, w->contract);
    k108_mul(w->contract, net->stat3[5].batchnorm14_running_mean, w->div12,
             net->batchnorm19_bias, w->pad8, w->mul);
    k109_logits(w->mul, net->linear1_weight, net->linear1_bias, logits);
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
    .work_bytes = 219158336,
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
    static Resnet20 net;
    return mf_main(argc, argv, &model, &net);
}

#endif

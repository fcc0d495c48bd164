/*
 * nanogpt.c - trains and runs the network of nanogpt.lua. Written by mfc 0.1: edit the
 * script, not this file.
 *
 * 804096 parameters; 1453 nodes in 83 kernels;
 * bytes: parameters 3216384, state 6432768, work 39650304 (unshared 89689600)
 */
#include "mfrt.h"

#define NANOGPT_PARAM_BYTES 3216384u
#define NANOGPT_STATE_BYTES 6432768u
#define NANOGPT_WORK_BYTES 39650304u

typedef struct Nanogpt {
    float embedding1_weight[65][128];               /* nanogpt.lua:29 */
    float positions[64][128];                       /* nanogpt.lua:30 */
    float multiheadattention1_qkv_weight[128][384]; /* nanogpt.lua:17 */
    float multiheadattention1_out_weight[128][128]; /* nanogpt.lua:17 */
    float layernorm1_weight[128];                   /* nanogpt.lua:20 */
    float layernorm2_weight[128];                   /* nanogpt.lua:22 */
    float linear1_weight[128][512];                 /* nanogpt.lua:23 */
    float linear2_weight[512][128];                 /* nanogpt.lua:24 */
    float multiheadattention2_qkv_weight[128][384]; /* nanogpt.lua:17 */
    float multiheadattention2_out_weight[128][128]; /* nanogpt.lua:17 */
    float layernorm3_weight[128];                   /* nanogpt.lua:20 */
    float layernorm4_weight[128];                   /* nanogpt.lua:22 */
    float linear3_weight[128][512];                 /* nanogpt.lua:23 */
    float linear4_weight[512][128];                 /* nanogpt.lua:24 */
    float multiheadattention3_qkv_weight[128][384]; /* nanogpt.lua:17 */
    float multiheadattention3_out_weight[128][128]; /* nanogpt.lua:17 */
    float layernorm5_weight[128];                   /* nanogpt.lua:20 */
    float layernorm6_weight[128];                   /* nanogpt.lua:22 */
    float linear5_weight[128][512];                 /* nanogpt.lua:23 */
    float linear6_weight[512][128];                 /* nanogpt.lua:24 */
    float multiheadattention4_qkv_weight[128][384]; /* nanogpt.lua:17 */
    float multiheadattention4_out_weight[128][128]; /* nanogpt.lua:17 */
    float layernorm7_weight[128];                   /* nanogpt.lua:20 */
    float layernorm8_weight[128];                   /* nanogpt.lua:22 */
    float linear7_weight[128][512];                 /* nanogpt.lua:23 */
    float linear8_weight[512][128];                 /* nanogpt.lua:24 */
    float layernorm9_weight[128];                   /* nanogpt.lua:36 */
    /* state of the optimiser */
    float adamw_m_embedding1_weight[65][128];               /* nanogpt.lua:44 */
    float adamw_v_embedding1_weight[65][128];               /* nanogpt.lua:44 */
    float adamw_m_positions[64][128];                       /* nanogpt.lua:44 */
    float adamw_v_positions[64][128];                       /* nanogpt.lua:44 */
    float adamw_m_multiheadattention1_qkv_weight[128][384]; /* nanogpt.lua:44 */
    float adamw_v_multiheadattention1_qkv_weight[128][384]; /* nanogpt.lua:44 */
    float adamw_m_multiheadattention1_out_weight[128][128]; /* nanogpt.lua:44 */
    float adamw_v_multiheadattention1_out_weight[128][128]; /* nanogpt.lua:44 */
    float adamw_m_layernorm1_weight[128];                   /* nanogpt.lua:44 */
    float adamw_v_layernorm1_weight[128];                   /* nanogpt.lua:44 */
    float adamw_m_layernorm2_weight[128];                   /* nanogpt.lua:44 */
    float adamw_v_layernorm2_weight[128];                   /* nanogpt.lua:44 */
    float adamw_m_linear1_weight[128][512];                 /* nanogpt.lua:44 */
    float adamw_v_linear1_weight[128][512];                 /* nanogpt.lua:44 */
    float adamw_m_linear2_weight[512][128];                 /* nanogpt.lua:44 */
    float adamw_v_linear2_weight[512][128];                 /* nanogpt.lua:44 */
    float adamw_m_multiheadattention2_qkv_weight[128][384]; /* nanogpt.lua:44 */
    float adamw_v_multiheadattention2_qkv_weight[128][384]; /* nanogpt.lua:44 */
    float adamw_m_multiheadattention2_out_weight[128][128]; /* nanogpt.lua:44 */
    float adamw_v_multiheadattention2_out_weight[128][128]; /* nanogpt.lua:44 */
    float adamw_m_layernorm3_weight[128];                   /* nanogpt.lua:44 */
    float adamw_v_layernorm3_weight[128];                   /* nanogpt.lua:44 */
    float adamw_m_layernorm4_weight[128];                   /* nanogpt.lua:44 */
    float adamw_v_layernorm4_weight[128];                   /* nanogpt.lua:44 */
    float adamw_m_linear3_weight[128][512];                 /* nanogpt.lua:44 */
    float adamw_v_linear3_weight[128][512];                 /* nanogpt.lua:44 */
    float adamw_m_linear4_weight[512][128];                 /* nanogpt.lua:44 */
    float adamw_v_linear4_weight[512][128];                 /* nanogpt.lua:44 */
    float adamw_m_multiheadattention3_qkv_weight[128][384]; /* nanogpt.lua:44 */
    float adamw_v_multiheadattention3_qkv_weight[128][384]; /* nanogpt.lua:44 */
    float adamw_m_multiheadattention3_out_weight[128][128]; /* nanogpt.lua:44 */
    float adamw_v_multiheadattention3_out_weight[128][128]; /* nanogpt.lua:44 */
    float adamw_m_layernorm5_weight[128];                   /* nanogpt.lua:44 */
    float adamw_v_layernorm5_weight[128];                   /* nanogpt.lua:44 */
    float adamw_m_layernorm6_weight[128];                   /* nanogpt.lua:44 */
    float adamw_v_layernorm6_weight[128];                   /* nanogpt.lua:44 */
    float adamw_m_linear5_weight[128][512];                 /* nanogpt.lua:44 */
    float adamw_v_linear5_weight[128][512];                 /* nanogpt.lua:44 */
    float adamw_m_linear6_weight[512][128];                 /* nanogpt.lua:44 */
    float adamw_v_linear6_weight[512][128];                 /* nanogpt.lua:44 */
    float adamw_m_multiheadattention4_qkv_weight[128][384]; /* nanogpt.lua:44 */
    float adamw_v_multiheadattention4_qkv_weight[128][384]; /* nanogpt.lua:44 */
    float adamw_m_multiheadattention4_out_weight[128][128]; /* nanogpt.lua:44 */
    float adamw_v_multiheadattention4_out_weight[128][128]; /* nanogpt.lua:44 */
    float adamw_m_layernorm7_weight[128];                   /* nanogpt.lua:44 */
    float adamw_v_layernorm7_weight[128];                   /* nanogpt.lua:44 */
    float adamw_m_layernorm8_weight[128];                   /* nanogpt.lua:44 */
    float adamw_v_layernorm8_weight[128];                   /* nanogpt.lua:44 */
    float adamw_m_linear7_weight[128][512];                 /* nanogpt.lua:44 */
    float adamw_v_linear7_weight[128][512];                 /* nanogpt.lua:44 */
    float adamw_m_linear8_weight[512][128];                 /* nanogpt.lua:44 */
    float adamw_v_linear8_weight[512][128];                 /* nanogpt.lua:44 */
    float adamw_m_layernorm9_weight[128];                   /* nanogpt.lua:44 */
    float adamw_v_layernorm9_weight[128];                   /* nanogpt.lua:44 */
    /* settings, which --set changes */
    float total_steps;  /* nanogpt.lua:47 */
    float weight_decay; /* nanogpt.lua:44 */
    float beta1;        /* nanogpt.lua:44 */
    float beta2;        /* nanogpt.lua:44 */
    float eps;          /* nanogpt.lua:44 */
    uint64_t seed, step;
    /* work memory: one function runs at a time */
    union {
        union NanogptStep {
            struct {
                float where[12][4][64][64];      /* calls 8 to 9 */
                float contract3[12][64][128];    /* calls 110 to 112 */
                float contract4[12][64][4][32];  /* calls 114 to 116 */
                float add2[12][64][512];         /* calls 13 to 103 */
                float mul[12][64][512];          /* calls 13 to 104 */
                float where2[12][4][64][64];     /* calls 17 to 18 */
                float contract11[12][64][128];   /* calls 92 to 94 */
                float contract12[12][64][4][32]; /* calls 96 to 98 */
                float add3[12][64][512];         /* calls 22 to 85 */
                float mul2[12][64][512];         /* calls 22 to 86 */
                float where3[12][4][64][64];     /* calls 26 to 27 */
                float contract19[12][64][128];   /* calls 74 to 76 */
                float contract20[12][64][4][32]; /* calls 78 to 80 */
                float add4[12][64][512];         /* calls 31 to 67 */
                float mul3[12][64][512];         /* calls 31 to 68 */
                float where4[12][4][64][64];     /* calls 35 to 36 */
                float contract27[12][64][128];   /* calls 56 to 58 */
                float contract28[12][64][4][32]; /* calls 60 to 62 */
                float add5[12][64][512];         /* calls 40 to 49 */
                float mul4[12][64][512];         /* calls 40 to 50 */
                float contract33[12][64][384];   /* calls 7 to 115 */
                float contract34[12][64][384];   /* calls 16 to 97 */
                float contract35[12][64][384];   /* calls 25 to 79 */
                float contract36[12][64][384];   /* calls 34 to 61 */
                float exp[12][4][64][64];        /* calls 9 to 115 */
                float div[12][4][64][64];        /* calls 9 to 113 */
                float exp2[12][4][64][64];       /* calls 18 to 97 */
                float div2[12][4][64][64];       /* calls 18 to 95 */
                float exp3[12][4][64][64];       /* calls 27 to 79 */
                float div3[12][4][64][64];       /* calls 27 to 77 */
                float exp4[12][4][64][64];       /* calls 36 to 61 */
                float div4[12][4][64][64];       /* calls 36 to 59 */
                float sub[12][64][128];          /* calls 5 to 120 */
                float mul5[12][64][128];         /* calls 5 to 117 */
                float contract37[12][64][4][32]; /* calls 10 to 109 */
                float add6[12][64][128];         /* calls 11 to 108 */
                float mul6[12][64][128];         /* calls 12 to 105 */
                float x[12][64][128];            /* calls 14 to 102 */
                float mul7[12][64][128];         /* calls 15 to 99 */
                float contract38[12][64][4][32]; /* calls 19 to 91 */
                float add7[12][64][128];         /* calls 20 to 90 */
                float mul8[12][64][128];         /* calls 21 to 87 */
                float x2[12][64][128];           /* calls 23 to 84 */
                float mul9[12][64][128];         /* calls 24 to 81 */
                float contract39[12][64][4][32]; /* calls 28 to 73 */
                float add8[12][64][128];         /* calls 29 to 72 */
                float mul10[12][64][128];        /* calls 30 to 69 */
                float x3[12][64][128];           /* calls 32 to 66 */
                float mul11[12][64][128];        /* calls 33 to 63 */
                float contract40[12][64][4][32]; /* calls 37 to 55 */
                float add9[12][64][128];         /* calls 38 to 54 */
                float mul12[12][64][128];        /* calls 39 to 51 */
                float x4[12][64][128];           /* calls 41 to 48 */
                float x5[12][64][128];           /* calls 42 to 123 */
                float logits[12][64][65];        /* calls 43 to 44 */
                float sub2[12][64][65];          /* calls 44 to 45 */
                float sum[12][64];               /* calls 44 to 45 */
                unsigned char gap22[384000];
                float scatter2[12][64][65]; /* calls 6 to 123 */
                float sum2[12][4][64];      /* calls 9 to 113 */
                float sum3[12][4][64];      /* calls 18 to 95 */
                float sum4[12][4][64];      /* calls 27 to 77 */
                float sum5[12][4][64];      /* calls 36 to 59 */
                float sqrt_[12][64];        /* calls 5 to 122 */
                float div5[12][64];         /* calls 5 to 120 */
                float mul13[12][64];        /* calls 12 to 108 */
                float sqrt_2[12][64];       /* calls 12 to 107 */
                float div6[12][64];         /* calls 12 to 108 */
                float mul14[12][64];        /* calls 15 to 102 */
                float sqrt_3[12][64];       /* calls 15 to 101 */
                float div7[12][64];         /* calls 15 to 102 */
                float mul15[12][64];        /* calls 21 to 90 */
                float sqrt_4[12][64];       /* calls 21 to 89 */
                float div8[12][64];         /* calls 21 to 90 */
                float mul16[12][64];        /* calls 24 to 84 */
                float sqrt_5[12][64];       /* calls 24 to 83 */
                float div9[12][64];         /* calls 24 to 84 */
                float mul17[12][64];        /* calls 30 to 72 */
                float sqrt_6[12][64];       /* calls 30 to 71 */
                float div10[12][64];        /* calls 30 to 72 */
                float mul18[12][64];        /* calls 33 to 66 */
                float sqrt_7[12][64];       /* calls 33 to 65 */
                float div11[12][64];        /* calls 33 to 66 */
                float mul19[12][64];        /* calls 39 to 54 */
                float sqrt_8[12][64];       /* calls 39 to 53 */
                float div12[12][64];        /* calls 39 to 54 */
                float mul20[12][64];        /* calls 42 to 48 */
                float sqrt_9[12][64];       /* calls 42 to 47 */
                float div13[12][64];        /* calls 42 to 48 */
            };
            struct {
                float contract[12][64][512];                     /* calls 13 to 106 */
                float contract6[12][64][128];                    /* calls 106 to 108 */
                float contract8[12][64][4][32];                  /* calls 111 to 116 */
                float dlinear1_weight[128][512];                 /* calls 105 to 169 */
                float dlinear2_weight[512][128];                 /* calls 104 to 170 */
                float dmultiheadattention1_out_weight[128][128]; /* calls 109 to 161 */
                float dlayernorm2_weight[128];                   /* calls 108 to 151 */
                unsigned char gap3[1768960];
                float contract9[12][64][512];                    /* calls 22 to 88 */
                float contract14[12][64][128];                   /* calls 88 to 90 */
                float contract16[12][64][4][32];                 /* calls 93 to 98 */
                float dlinear3_weight[128][512];                 /* calls 87 to 171 */
                float dlinear4_weight[512][128];                 /* calls 86 to 172 */
                float dmultiheadattention2_out_weight[128][128]; /* calls 91 to 162 */
                float dlayernorm4_weight[128];                   /* calls 90 to 153 */
                unsigned char gap9[1768960];
                float contract17[12][64][512];                   /* calls 31 to 70 */
                float contract22[12][64][128];                   /* calls 70 to 72 */
                float contract24[12][64][4][32];                 /* calls 75 to 80 */
                float dlinear5_weight[128][512];                 /* calls 69 to 173 */
                float dlinear6_weight[512][128];                 /* calls 68 to 174 */
                float dmultiheadattention3_out_weight[128][128]; /* calls 73 to 163 */
                float dlayernorm6_weight[128];                   /* calls 72 to 155 */
                unsigned char gap15[1768960];
                float contract25[12][64][512];                   /* calls 40 to 52 */
                float contract30[12][64][128];                   /* calls 52 to 54 */
                float contract32[12][64][4][32];                 /* calls 57 to 62 */
                float dlinear7_weight[128][512];                 /* calls 51 to 175 */
                float dlinear8_weight[512][128];                 /* calls 50 to 176 */
                float dmultiheadattention4_out_weight[128][128]; /* calls 55 to 164 */
                float dlayernorm8_weight[128];                   /* calls 54 to 157 */
                unsigned char gap21[21429760];
                float dx[12][64][128];  /* calls 46 to 48 */
                float dx2[12][64][128]; /* calls 47 to 122 */
                unsigned char gap23[322560];
                float dlayernorm9_weight[128]; /* calls 48 to 158 */
            };
            struct {
                float contract2[12][4][64][64]; /* calls 112 to 113 */
                unsigned char gap1[393216];
                float contract5[12][64][128];   /* calls 118 to 120 */
                float contract7[12][64][4][32]; /* calls 115 to 116 */
                unsigned char gap4[2752512];
                float contract10[12][4][64][64]; /* calls 94 to 95 */
                unsigned char gap7[393216];
                float contract13[12][64][128];   /* calls 100 to 102 */
                float contract15[12][64][4][32]; /* calls 97 to 98 */
                unsigned char gap10[2752512];
                float contract18[12][4][64][64]; /* calls 76 to 77 */
                unsigned char gap13[393216];
                float contract21[12][64][128];   /* calls 82 to 84 */
                float contract23[12][64][4][32]; /* calls 79 to 80 */
                unsigned char gap16[2752512];
                float contract26[12][4][64][64]; /* calls 58 to 59 */
                unsigned char gap19[393216];
                float contract29[12][64][128];   /* calls 64 to 66 */
                float contract31[12][64][4][32]; /* calls 61 to 62 */
            };
            struct {
                float concat[12][64][384]; /* calls 116 to 118 */
                unsigned char gap2[393216];
                float dmultiheadattention1_qkv_weight[128][384]; /* calls 117 to 165 */
                unsigned char gap5[2949120];
                float concat2[12][64][384]; /* calls 98 to 100 */
                unsigned char gap8[393216];
                float dmultiheadattention2_qkv_weight[128][384]; /* calls 99 to 166 */
                unsigned char gap11[2949120];
                float concat3[12][64][384]; /* calls 80 to 82 */
                unsigned char gap14[393216];
                float dmultiheadattention3_qkv_weight[128][384]; /* calls 81 to 167 */
                unsigned char gap17[2949120];
                float concat4[12][64][384]; /* calls 62 to 64 */
                unsigned char gap20[393216];
                float dmultiheadattention4_qkv_weight[128][384]; /* calls 63 to 168 */
            };
            struct {
                float add[12][64][128];        /* calls 119 to 122 */
                float scatter[65][128];        /* calls 122 to 160 */
                float dpositions[64][128];     /* calls 121 to 159 */
                float dlayernorm1_weight[128]; /* calls 120 to 150 */
                unsigned char gap6[4258816];
                float dlayernorm3_weight[128]; /* calls 102 to 152 */
                unsigned char gap12[4718080];
                float dlayernorm5_weight[128]; /* calls 84 to 154 */
                unsigned char gap18[4718080];
                float dlayernorm7_weight[128]; /* calls 66 to 156 */
            };
        } step;
        union NanogptEval {
            float mul3[12][64][512]; /* calls 26 to 27 */
            float mul4[12][64][512]; /* calls 35 to 36 */
            struct {
                float contract[12][64][384]; /* calls 2 to 5 */
                float mul5[12][64][128];     /* calls 1 to 2 */
                float mul9[12][64][128];     /* calls 7 to 8 */
                float div[12][4][64][64];    /* calls 4 to 5 */
                float add[12][64][128];      /* calls 6 to 37 */
            };
            struct {
                float mul[12][64][512];    /* calls 8 to 9 */
                float mul10[12][64][128];  /* calls 16 to 17 */
                float div2[12][4][64][64]; /* calls 13 to 14 */
            };
            struct {
                float contract2[12][64][384]; /* calls 11 to 14 */
                float where[12][4][64][64];   /* calls 3 to 4 */
                float div3[12][4][64][64];    /* calls 22 to 23 */
            };
            struct {
                float mul2[12][64][512];   /* calls 17 to 18 */
                float mul11[12][64][128];  /* calls 25 to 26 */
                float div4[12][4][64][64]; /* calls 31 to 32 */
            };
            struct {
                float contract3[12][64][384];   /* calls 20 to 23 */
                float contract5[12][64][4][32]; /* calls 5 to 6 */
                float mul12[12][64][128];       /* calls 34 to 35 */
            };
            struct {
                float contract4[12][64][384]; /* calls 29 to 32 */
                float mul6[12][64][128];      /* calls 10 to 11 */
            };
            struct {
                float x[12][64][128];     /* calls 37 to 38 */
                float logits[12][64][65]; /* calls 38 to 39 */
                unsigned char gap1[586752];
                float where2[12][4][64][64]; /* calls 12 to 13 */
            };
            struct {
                float sub[12][64][65]; /* calls 39 to 40 */
                float sum[12][64];     /* calls 39 to 40 */
                unsigned char gap2[976896];
                float contract6[12][64][4][32]; /* calls 14 to 15 */
            };
            struct {
                unsigned char gap3[1179648];
                float mul7[12][64][128]; /* calls 19 to 20 */
            };
            struct {
                unsigned char gap4[1179648];
                float where3[12][4][64][64]; /* calls 21 to 22 */
            };
            struct {
                unsigned char gap5[1179648];
                float contract7[12][64][4][32]; /* calls 23 to 24 */
            };
            struct {
                unsigned char gap6[1179648];
                float mul8[12][64][128]; /* calls 28 to 29 */
            };
            struct {
                unsigned char gap7[1179648];
                float where4[12][4][64][64]; /* calls 30 to 31 */
            };
            struct {
                unsigned char gap8[1179648];
                float contract8[12][64][4][32]; /* calls 32 to 33 */
            };
        } eval;
        union NanogptEvalOne {
            float mul5[1][64][512];  /* calls 17 to 18 */
            float mul8[1][64][512];  /* calls 26 to 27 */
            float mul11[1][64][512]; /* calls 35 to 36 */
            float x[1][64][128];     /* calls 37 to 38 */
            float sub2[1][64][65];   /* calls 39 to 40 */
            struct {
                float sub[1][64][128]; /* call 1 */
                float mul12[1][64];    /* call 1 */
                float div8[1][64];     /* call 1 */
                unsigned char gap4[65024];
                float mul14[1][64][128];   /* calls 1 to 2 */
                float mul18[1][64][128];   /* calls 7 to 8 */
                float exp[1][4][64][64];   /* call 4 */
                float div10[1][4][64][64]; /* calls 4 to 5 */
                float max2[1][4][64];      /* call 4 */
                float sum2[1][4][64];      /* call 4 */
                unsigned char gap12[30720];
                float max3[1][4][64]; /* call 13 */
                float sum3[1][4][64]; /* call 13 */
            };
            struct {
                float contract[1][64][384]; /* calls 2 to 5 */
                float where[1][4][64][64];  /* calls 3 to 4 */
                float exp2[1][4][64][64];   /* call 13 */
                float div11[1][4][64][64];  /* calls 13 to 14 */
                float add[1][64][128];      /* calls 6 to 37 */
                float max4[1][4][64];       /* call 22 */
                float sum4[1][4][64];       /* call 22 */
            };
            struct {
                float mul[1][64]; /* call 7 */
                float div[1][64]; /* call 7 */
                unsigned char gap1[16128];
                float max[1][64]; /* call 39 */
                float sum[1][64]; /* calls 39 to 40 */
                unsigned char gap2[15616];
                float mul13[1][64]; /* call 37 */
                float div9[1][64];  /* call 37 */
                unsigned char gap5[65024];
                float contract5[1][64][4][32]; /* calls 5 to 6 */
                float mul19[1][64][128];       /* calls 16 to 17 */
                float exp3[1][4][64][64];      /* call 22 */
                float div12[1][4][64][64];     /* calls 22 to 23 */
                unsigned char gap13[32768];
                float max5[1][4][64]; /* call 31 */
                float sum5[1][4][64]; /* call 31 */
            };
            struct {
                float mul2[1][64][512];    /* calls 8 to 9 */
                float mul20[1][64][128];   /* calls 25 to 26 */
                float exp4[1][4][64][64];  /* call 31 */
                float div13[1][4][64][64]; /* calls 31 to 32 */
            };
            struct {
                float mul3[1][64]; /* call 10 */
                float div2[1][64]; /* call 10 */
                unsigned char gap3[32256];
                float logits[1][64][65]; /* calls 38 to 39 */
                unsigned char gap6[48896];
                float mul15[1][64][128]; /* calls 10 to 11 */
                float mul21[1][64][128]; /* calls 34 to 35 */
            };
            struct {
                float contract2[1][64][384]; /* calls 11 to 14 */
                float where2[1][4][64][64];  /* calls 12 to 13 */
            };
            struct {
                float mul4[1][64]; /* call 16 */
                float div3[1][64]; /* call 16 */
                unsigned char gap7[97792];
                float contract6[1][64][4][32]; /* calls 14 to 15 */
            };
            struct {
                float mul6[1][64]; /* call 19 */
                float div4[1][64]; /* call 19 */
                unsigned char gap8[97792];
                float mul16[1][64][128]; /* calls 19 to 20 */
            };
            struct {
                float contract3[1][64][384]; /* calls 20 to 23 */
                float where3[1][4][64][64];  /* calls 21 to 22 */
            };
            struct {
                float mul7[1][64]; /* call 25 */
                float div5[1][64]; /* call 25 */
                unsigned char gap9[97792];
                float contract7[1][64][4][32]; /* calls 23 to 24 */
            };
            struct {
                float mul9[1][64]; /* call 28 */
                float div6[1][64]; /* call 28 */
                unsigned char gap10[97792];
                float mul17[1][64][128]; /* calls 28 to 29 */
            };
            struct {
                float contract4[1][64][384]; /* calls 29 to 32 */
                float where4[1][4][64][64];  /* calls 30 to 31 */
            };
            struct {
                float mul10[1][64]; /* call 34 */
                float div7[1][64];  /* call 34 */
                unsigned char gap11[97792];
                float contract8[1][64][4][32]; /* calls 32 to 33 */
            };
        } eval_one;
        union NanogptLogits {
            float mul5[1][64][512];  /* calls 17 to 18 */
            float mul8[1][64][512];  /* calls 26 to 27 */
            float mul11[1][64][512]; /* calls 35 to 36 */
            float x[1][64][128];     /* calls 37 to 38 */
            struct {
                float sub[1][64][128]; /* call 1 */
                float mul12[1][64];    /* call 1 */
                float div8[1][64];     /* call 1 */
                unsigned char gap2[65024];
                float mul14[1][64][128];   /* calls 1 to 2 */
                float mul18[1][64][128];   /* calls 7 to 8 */
                float exp[1][4][64][64];   /* call 4 */
                float div10[1][4][64][64]; /* calls 4 to 5 */
                float max[1][4][64];       /* call 4 */
                float sum[1][4][64];       /* call 4 */
                unsigned char gap10[30720];
                float max2[1][4][64]; /* call 13 */
                float sum2[1][4][64]; /* call 13 */
            };
            struct {
                float contract[1][64][384]; /* calls 2 to 5 */
                float where[1][4][64][64];  /* calls 3 to 4 */
                float exp2[1][4][64][64];   /* call 13 */
                float div11[1][4][64][64];  /* calls 13 to 14 */
                float add[1][64][128];      /* calls 6 to 37 */
                float max3[1][4][64];       /* call 22 */
                float sum3[1][4][64];       /* call 22 */
            };
            struct {
                float mul[1][64]; /* call 7 */
                float div[1][64]; /* call 7 */
                unsigned char gap1[32256];
                float mul13[1][64]; /* call 37 */
                float div9[1][64];  /* call 37 */
                unsigned char gap3[65024];
                float contract5[1][64][4][32]; /* calls 5 to 6 */
                float mul19[1][64][128];       /* calls 16 to 17 */
                float exp3[1][4][64][64];      /* call 22 */
                float div12[1][4][64][64];     /* calls 22 to 23 */
                unsigned char gap11[32768];
                float max4[1][4][64]; /* call 31 */
                float sum4[1][4][64]; /* call 31 */
            };
            struct {
                float mul2[1][64][512];    /* calls 8 to 9 */
                float mul20[1][64][128];   /* calls 25 to 26 */
                float exp4[1][4][64][64];  /* call 31 */
                float div13[1][4][64][64]; /* calls 31 to 32 */
            };
            struct {
                float mul3[1][64]; /* call 10 */
                float div2[1][64]; /* call 10 */
                unsigned char gap4[97792];
                float mul15[1][64][128]; /* calls 10 to 11 */
                float mul21[1][64][128]; /* calls 34 to 35 */
            };
            struct {
                float contract2[1][64][384]; /* calls 11 to 14 */
                float where2[1][4][64][64];  /* calls 12 to 13 */
            };
            struct {
                float mul4[1][64]; /* call 16 */
                float div3[1][64]; /* call 16 */
                unsigned char gap5[97792];
                float contract6[1][64][4][32]; /* calls 14 to 15 */
            };
            struct {
                float mul6[1][64]; /* call 19 */
                float div4[1][64]; /* call 19 */
                unsigned char gap6[97792];
                float mul16[1][64][128]; /* calls 19 to 20 */
            };
            struct {
                float contract3[1][64][384]; /* calls 20 to 23 */
                float where3[1][4][64][64];  /* calls 21 to 22 */
            };
            struct {
                float mul7[1][64]; /* call 25 */
                float div5[1][64]; /* call 25 */
                unsigned char gap7[97792];
                float contract7[1][64][4][32]; /* calls 23 to 24 */
            };
            struct {
                float mul9[1][64]; /* call 28 */
                float div6[1][64]; /* call 28 */
                unsigned char gap8[97792];
                float mul17[1][64][128]; /* calls 28 to 29 */
            };
            struct {
                float contract4[1][64][384]; /* calls 29 to 32 */
                float where4[1][4][64][64];  /* calls 30 to 31 */
            };
            struct {
                float mul10[1][64]; /* call 34 */
                float div7[1][64];  /* call 34 */
                unsigned char gap9[97792];
                float contract8[1][64][4][32]; /* calls 32 to 33 */
            };
        } logits;
    } work;
} Nanogpt;

/* Initial values of everything, drawn from the seed. */
void nanogpt_init(Nanogpt *net, uint64_t seed);
/* One step: forward, backward, update; returns the loss before it. */
float nanogpt_step(Nanogpt *net, const int32_t tokens[restrict 12][64],
                   const int32_t target[restrict 12][64]);
/* The loss and the metrics as in inference, without an update. */
float nanogpt_eval(Nanogpt *net, const int32_t tokens[restrict 12][64],
                   const int32_t target[restrict 12][64]);
/* The loss and the metrics as in inference, without an update. */
float nanogpt_eval_one(Nanogpt *net, const int32_t tokens[restrict 1][64],
                       const int32_t target[restrict 1][64]);
/* The function `logits`. */
void nanogpt_logits(Nanogpt *net, const int32_t tokens[restrict 1][64],
                    float logits[restrict 1][64][65]);
extern const MfTensor nanogpt_tensors[];

/* clang-format off */
_Static_assert(sizeof(((Nanogpt *)0)->work) == NANOGPT_WORK_BYTES, "work");
_Static_assert(offsetof(Nanogpt, layernorm9_weight) + sizeof(((Nanogpt *)0)->layernorm9_weight) ==
               NANOGPT_PARAM_BYTES, "parameters");
/* clang-format on */

/* 1  0.001 * (step + 1) / 100                                         nanogpt.lua:47 */
static void k1_div(uint64_t step, float *restrict div)
{
    *div = 0.001f * ((float)step + 1.0f) / 1e+02f;
}

/* 2  pow(beta1, step + 1)                                             nanogpt.lua:44 */
static void k2_pow(float beta1, uint64_t step, float *restrict pow)
{
    *pow = mf_powf(beta1, (float)step + 1.0f);
}

/* 3  where(step < 100, div305, 0.0001 + 0.0009 * (1 + cos(3.14159 * minimum(...
 *    where322 / (1 - pow329)                                          nanogpt.lua:44 */
static void k3_div(uint64_t step, float total_steps, float *restrict div,
                   float *restrict pow)
{
    const float t = ((float)step - 1e+02f) / mf_maxf(total_steps - 1e+02f, 1.0f);
    const float t2 = mf_cosf(3.1415927f * mf_minf(t, 1.0f));
    const float t3 = 0.0009f * (1.0f + t2) * 0.5f;
    const float t4 = (float)step < 1e+02f ? *div : 0.0001f + t3;
    *div = t4;
    *pow = t4 / (1.0f - *pow);
}

/* 4  sqrt(1 - pow(beta2, step + 1))                                   nanogpt.lua:44 */
static void k4_sqrt(float beta2, uint64_t step, float *restrict sqrt_)
{
    const float t = mf_powf(beta2, (float)step + 1.0f);
    *sqrt_ = sqrtf(1.0f - t);
}

/* 5  sum(gather(embedding1.weight, tokens) + positions) * 0.0078125
 *    gather(embedding1.weight, tokens) + positions - mul12
 *    sqrt(sum(sub14 * sub14) * 0.0078125 + 1e-05)
 *    1 / sqrt21
 *    sub14 * div22 * layernorm1.weight                                nanogpt.lua:34 */
static void k5_mul(const int32_t tokens[restrict 12][64],
                   const float embedding1_weight[restrict 65][128],
                   const float positions[restrict 64][128],
                   const float layernorm1_weight[restrict 128],
                   float sub[restrict 12][64][128], float sqrt_[restrict 12][64],
                   float div[restrict 12][64], float mul[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++) {
                    const int at = tokens[i][j];
                    const float t = embedding1_weight[at][16 * k + l];
                    lane[l] += t + positions[j][16 * k + l];
                }
            const float sum = mf_sum16f(lane);
            float mul2;
            mul2 = sum * 0.0078125f;
            for (int k = 0; k < 128; k++) {
                const int at = tokens[i][j];
                const float x = embedding1_weight[at][k] + positions[j][k];
                sub[i][j][k] = x - mul2;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += sub[i][j][16 * k + l] * sub[i][j][16 * k + l];
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 * 0.0078125f;
            const float t2 = sqrtf(t + 1e-05f);
            sqrt_[i][j] = t2;
            div[i][j] = 1.0f / t2;
            for (int k = 0; k < 128; k++)
                mul[i][j][k] = sub[i][j][k] * div[i][j] * layernorm1_weight[k];
        }
}

/* 6  scatter(-0.00130208, target)                                     nanogpt.lua:38 */
static void k6_scatter(const int32_t target[restrict 12][64],
                       float scatter[restrict 12][64][65])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 65; k++)
                scatter[i][j][k] = 0.0f;
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            const int at = target[i][j];
            scatter[i][j][at] += -0.0013020834f;
        }
}

/* 7  mul27 multiheadattention1.qkv.weight                             nanogpt.lua:34 */
static void k7_contract(const float mul[restrict 12][64][128],
                        const float qkv_weight[restrict 128][384],
                        float contract[restrict 12][64][384])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 6; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 128}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{128, 1, 384}};
            mf_productf(1, rows, 1, columns, 1, terms, &mul[i][0][0],
                        &qkv_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[i][k][64 * j + l] = acc[k][l];
        }
}

/* 8  where(iota >= iota, reshape(slice(contract29)) reshape(slice...  nanogpt.lua:34 */
static void k8_where(const float contract[restrict 12][64][384],
                     float where[restrict 12][4][64][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 384}};
            static const MfAxis columns[] = {{64, 384}};
            static const MfTerm terms[] = {{32, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &contract[i][0][32 * j],
                        &contract[i][0][32 * j + 128], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    where[i][j][k][l] = k >= l ? acc[k][l] / 5.656854f : -INFINITY;
        }
}

/* 9  max(where38)
 *    exp(where38 - max39)
 *    sum(exp42)
 *    exp42 / sum43                                                    nanogpt.lua:34 */
static void k9_div(const float where[restrict 12][4][64][64],
                   float exp[restrict 12][4][64][64], float sum[restrict 12][4][64],
                   float div[restrict 12][4][64][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++) {
                float lane[16];
                for (int i0 = 0; i0 < 16; i0++)
                    lane[i0] = -INFINITY;
                for (int l = 0; l < 4; l++)
                    for (int m = 0; m < 16; m++)
                        lane[m] = mf_maxf(where[i][j][k][16 * l + m], lane[m]);
                const float top = mf_max16f(lane);
                float max;
                max = top;
                for (int l = 0; l < 64; l++)
                    exp[i][j][k][l] = mf_expf(where[i][j][k][l] - max);
                float lane2[16] = {0};
                for (int l = 0; l < 4; l++)
                    for (int m = 0; m < 16; m++)
                        lane2[m] += exp[i][j][k][16 * l + m];
                const float sum2 = mf_sum16f(lane2);
                sum[i][j][k] = sum2;
                for (int l = 0; l < 64; l++)
                    div[i][j][k][l] = exp[i][j][k][l] / sum[i][j][k];
            }
}

/* 10  div45 reshape(slice(contract29))                                nanogpt.lua:34 */
static void k10_contract(const float div[restrict 12][4][64][64],
                         const float contract[restrict 12][64][384],
                         float contract2[restrict 12][64][4][32])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][32];
            static const MfAxis rows[] = {{64, 64}};
            static const MfAxis columns[] = {{32, 1}};
            static const MfTerm terms[] = {{64, 1, 384}};
            mf_productf(1, rows, 1, columns, 1, terms, &div[i][j][0][0],
                        &contract[i][0][32 * j + 256], acc[0], 32);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 32; l++)
                    contract2[i][k][j][l] = acc[k][l];
        }
}

/* 11  gather(embedding1.weight, tokens) + positions + reshape49 ...   nanogpt.lua:34 */
static void k11_add(const float contract[restrict 12][64][128],
                    const float out_weight[restrict 128][128],
                    const int32_t tokens[restrict 12][64],
                    const float embedding1_weight[restrict 65][128],
                    const float positions[restrict 64][128],
                    float add[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 128}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{128, 1, 128}};
            mf_productf(1, rows, 1, columns, 1, terms, &contract[i][0][0],
                        &out_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const int at = tokens[i][k];
                    const float t = embedding1_weight[at][64 * j + l];
                    const float x = t + positions[k][64 * j + l];
                    add[i][k][64 * j + l] = x + acc[k][l];
                }
        }
}

/* 12  sum(add52) * 0.0078125
 *     sqrt(sum((add52 - mul55) * (add52 - mul55)) * 0.0078125 + 1e-05)
 *     1 / sqrt62
 *     (add52 - mul55) * div63 * layernorm2.weight                     nanogpt.lua:34 */
static void k12_mul(const float add[restrict 12][64][128],
                    const float layernorm2_weight[restrict 128],
                    float mul[restrict 12][64], float sqrt_[restrict 12][64],
                    float div[restrict 12][64], float mul2[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] += add[i][j][16 * k + l];
            const float sum = mf_sum16f(lane);
            mul[i][j] = sum * 0.0078125f;
            float lane2[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = add[i][j][16 * k + l] - mul[i][j];
                    lane2[l] += t * t;
                }
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 * 0.0078125f;
            const float t2 = sqrtf(t + 1e-05f);
            sqrt_[i][j] = t2;
            div[i][j] = 1.0f / t2;
            for (int k = 0; k < 128; k++) {
                const float t3 = (add[i][j][k] - mul[i][j]) * div[i][j];
                mul2[i][j][k] = t3 * layernorm2_weight[k];
            }
        }
}

/* 13  mul68 linear1.weight
 *     1 + erf(contract70 * 0.707107)
 *     0.5 * contract70 * add76                                        nanogpt.lua:34 */
static void k13_mul(const float mul[restrict 12][64][128],
                    const float linear1_weight[restrict 128][512],
                    float contract[restrict 12][64][512],
                    float add[restrict 12][64][512], float mul2[restrict 12][64][512])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 8; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 128}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{128, 1, 512}};
            mf_productf(1, rows, 1, columns, 1, terms, &mul[i][0][0],
                        &linear1_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[k][l];
                    contract[i][k][64 * j + l] = t;
                    const float t2 = 1.0f + mf_erff(t * 0.70710677f);
                    add[i][k][64 * j + l] = t2;
                    mul2[i][k][64 * j + l] = 0.5f * t * t2;
                }
        }
}

/* 14  x = add52 + mul77 linear2.weight                                nanogpt.lua:34 */
static void k14_x(const float mul[restrict 12][64][512],
                  const float linear2_weight[restrict 512][128],
                  const float add[restrict 12][64][128], float x[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 512}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{512, 1, 128}};
            mf_productf(1, rows, 1, columns, 1, terms, &mul[i][0][0],
                        &linear2_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    x[i][k][64 * j + l] = add[i][k][64 * j + l] + acc[k][l];
        }
}

/* 15  x + reshape115 multiheadattention2.out.weight                   nanogpt.lua:34 */
static void k15_add(const float contract[restrict 12][64][128],
                    const float out_weight[restrict 128][128],
                    const float x[restrict 12][64][128],
                    float add[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 128}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{128, 1, 128}};
            mf_productf(1, rows, 1, columns, 1, terms, &contract[i][0][0],
                        &out_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    add[i][k][64 * j + l] = x[i][k][64 * j + l] + acc[k][l];
        }
}

/* 16  logits = x embedding1.weight'                                   nanogpt.lua:37 */
static void k16_logits(const float x[restrict 12][64][128],
                       const float embedding1_weight[restrict 65][128],
                       float logits[restrict 12][64][65])
{
    for (int i = 0; i < 12; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 128}};
        static const MfAxis columns[] = {{64, 128}};
        static const MfTerm terms[] = {{128, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &x[i][0][0],
                    &embedding1_weight[0][0], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                logits[i][j][k] = acc[j][k];
        float acc2[64][32];
        static const MfAxis rows2[] = {{64, 128}};
        static const MfAxis columns2[] = {{1, 128}};
        static const MfTerm terms2[] = {{128, 1, 1}};
        mf_productf(1, rows2, 1, columns2, 1, terms2, &x[i][0][0],
                    &embedding1_weight[64][0], acc2[0], 32);
        for (int j = 0; j < 64; j++)
            logits[i][j][64] = acc2[j][0];
    }
}

/* 17  max(logits)
 *     logits - max286
 *     exp(sub288)
 *     sum(exp289)
 *     0.00130208 / sum290
 *     dlogits = scatter339 + div341 * exp289                          nanogpt.lua:38 */
static void k17_dlogits(const float logits[restrict 12][64][65],
                        float sub[restrict 12][64][65], float sum[restrict 12][64],
                        float scatter[restrict 12][64][65])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16];
            for (int i0 = 0; i0 < 16; i0++)
                lane[i0] = -INFINITY;
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] = mf_maxf(logits[i][j][16 * k + l], lane[l]);
            lane[0] = mf_maxf(logits[i][j][64], lane[0]);
            const float top = mf_max16f(lane);
            float max;
            max = top;
            float exp[65];
            for (int k = 0; k < 65; k++) {
                const float t = logits[i][j][k] - max;
                sub[i][j][k] = t;
                exp[k] = mf_expf(t);
            }
            float lane2[16] = {0};
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += exp[16 * k + l];
            lane2[0] += exp[64];
            const float sum2 = mf_sum16f(lane2);
            sum[i][j] = sum2;
            float div;
            div = 0.0013020834f / sum2;
            for (int k = 0; k < 65; k++)
                scatter[i][j][k] = scatter[i][j][k] + div * exp[k];
        }
}

/* 18  loss = sum(log(sum290) - gather(sub288, target)) / 768          nanogpt.lua:38 */
static void k18_loss(const int32_t target[restrict 12][64],
                     const float sum[restrict 12][64],
                     const float sub[restrict 12][64][65], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 16; k++) {
                const int at = target[i][16 * j + k];
                lane[k] += mf_logf(sum[i][16 * j + k]) - sub[i][16 * j + k][at];
            }
    const float sum2 = mf_sum16f(lane);
    *loss = sum2 / 768.0f;
}

/* 19  dx = dlogits embedding1.weight                                  nanogpt.lua:37 */
static void k19_dx(const float dlogits[restrict 12][64][65],
                   const float embedding1_weight[restrict 65][128],
                   float dx[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 65}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{65, 1, 128}};
            mf_productf(1, rows, 1, columns, 1, terms, &dlogits[i][0][0],
                        &embedding1_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    dx[i][k][64 * j + l] = acc[k][l];
        }
}

/* 20  sum(dx * layernorm9.weight * (x - mul271)) * div279 / sqrt278 * -0.5 / ...
 *     dx * layernorm9.weight * div279 + div355 * 0.0078125 * (x - mul271) + ...
 *     sum(add360) * -0.0078125
 *     dx = add360 + mul363                                            nanogpt.lua:36 */
static void k20_dx(const float dx[restrict 12][64][128],
                   const float layernorm9_weight[restrict 128],
                   const float x[restrict 12][64][128],
                   const float mul[restrict 12][64], const float div[restrict 12][64],
                   const float sqrt_[restrict 12][64], float dx2[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = x[i][j][16 * k + l] - mul[i][j];
                    lane[l] += dx[i][j][16 * k + l] * layernorm9_weight[16 * k + l] * t;
                }
            const float sum = mf_sum16f(lane);
            const float t = sum * div[i][j];
            const float t2 = t / sqrt_[i][j];
            float div2;
            div2 = t2 * -0.5f / sqrt_[i][j];
            float add[128];
            for (int k = 0; k < 128; k++) {
                const float t3 = div2 * 0.0078125f * (x[i][j][k] - mul[i][j]);
                add[k] = dx[i][j][k] * layernorm9_weight[k] * div[i][j] + t3 + t3;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += add[16 * k + l];
            const float sum2 = mf_sum16f(lane2);
            float mul2;
            mul2 = sum2 * -0.0078125f;
            for (int k = 0; k < 128; k++)
                dx2[i][j][k] = add[k] + mul2;
        }
}

/* 21  dlayernorm9.weight = sum(dx * ((x - mul271) * div279))          nanogpt.lua:36 */
static void k21_dlayernorm9_we(const float dx[restrict 12][64][128],
                               const float x[restrict 12][64][128],
                               const float mul[restrict 12][64],
                               const float div[restrict 12][64],
                               float dlayernorm9_weight[restrict 128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 12; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = (x[j][k][64 * i + l] - mul[j][k]) * div[j][k];
                    acc[l] += dx[j][k][64 * i + l] * t;
                }
        for (int j = 0; j < 64; j++)
            dlayernorm9_weight[64 * i + j] = acc[j];
    }
}

/* 22  dx linear8.weight' * (0.5 * contract261) * (1.12838 * exp(-...  nanogpt.lua:34 */
static void k22_add(const float dx[restrict 12][64][128],
                    const float linear8_weight[restrict 512][128],
                    const float add[restrict 12][64][512],
                    float contract[restrict 12][64][512])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 8; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 128}};
            static const MfAxis columns[] = {{64, 128}};
            static const MfTerm terms[] = {{128, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &dx[i][0][0],
                        &linear8_weight[64 * j][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[k][l];
                    const float t2 = contract[i][k][64 * j + l] * 0.70710677f;
                    const float t3 = t * (0.5f * contract[i][k][64 * j + l]);
                    const float t4 = t3 * (1.1283792f * mf_expf(-(t2 * t2)));
                    const float t5 = t * add[i][k][64 * j + l] * 0.5f;
                    contract[i][k][64 * j + l] = t4 * 0.70710677f + t5;
                }
        }
}

/* 23  dlinear8.weight = mul266' dx                                    nanogpt.lua:34 */
static void k23_dlinear8_weigh(const float mul[restrict 12][64][512],
                               const float dx[restrict 12][64][128],
                               float dlinear8_weight[restrict 512][128])
{
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{12, 32768, 8192}, {64, 512, 128}};
            mf_productf(1, rows, 1, columns, 2, terms, &mul[0][0][64 * i],
                        &dx[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    dlinear8_weight[64 * i + k][64 * j + l] = acc[k][l];
        }
}

/* 24  dlinear7.weight = mul259' add377                                nanogpt.lua:34 */
static void k24_dlinear7_weigh(const float mul[restrict 12][64][128],
                               const float add[restrict 12][64][512],
                               float dlinear7_weight[restrict 128][512])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 8; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{12, 8192, 32768}, {64, 128, 512}};
            mf_productf(1, rows, 1, columns, 2, terms, &mul[0][0][64 * i],
                        &add[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    dlinear7_weight[64 * i + k][64 * j + l] = acc[k][l];
        }
}

/* 25  add377 linear7.weight'                                          nanogpt.lua:34 */
static void k25_contract(const float add[restrict 12][64][512],
                         const float linear7_weight[restrict 128][512],
                         float contract[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 512}};
            static const MfAxis columns[] = {{64, 512}};
            static const MfTerm terms[] = {{512, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &add[i][0][0],
                        &linear7_weight[64 * j][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[i][k][64 * j + l] = acc[k][l];
        }
}

/* 26  sum(contract378 * layernorm8.weight * (add244 - mul246)) * div254 / ...
 *     contract378 * layernorm8.weight * div254 + div386 * 0.0078125 * (add244...
 *     sum(add391) * -0.0078125
 *     dx + add391 + mul394                                            nanogpt.lua:34 */
static void k26_add(const float contract[restrict 12][64][128],
                    const float layernorm8_weight[restrict 128],
                    const float add[restrict 12][64][128],
                    const float mul[restrict 12][64], const float div[restrict 12][64],
                    const float sqrt_[restrict 12][64], float dx[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = add[i][j][16 * k + l] - mul[i][j];
                    const float t2 = layernorm8_weight[16 * k + l];
                    lane[l] += contract[i][j][16 * k + l] * t2 * t;
                }
            const float sum = mf_sum16f(lane);
            const float t = sum * div[i][j];
            const float t2 = t / sqrt_[i][j];
            float div2;
            div2 = t2 * -0.5f / sqrt_[i][j];
            float add2[128];
            for (int k = 0; k < 128; k++) {
                const float t3 = div2 * 0.0078125f * (add[i][j][k] - mul[i][j]);
                const float t4 = contract[i][j][k] * layernorm8_weight[k] * div[i][j];
                add2[k] = t4 + t3 + t3;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += add2[16 * k + l];
            const float sum2 = mf_sum16f(lane2);
            float mul2;
            mul2 = sum2 * -0.0078125f;
            for (int k = 0; k < 128; k++)
                dx[i][j][k] = dx[i][j][k] + add2[k] + mul2;
        }
}

/* 27  dmultiheadattention4.out.weight = reshape241' add396            nanogpt.lua:34 */
static void k27_dmultiheadatte(const float contract[restrict 12][64][128],
                               const float add[restrict 12][64][128],
                               float out_weight[restrict 128][128])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{12, 8192, 8192}, {64, 128, 128}};
            mf_productf(1, rows, 1, columns, 2, terms, &contract[0][0][64 * i],
                        &add[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    out_weight[64 * i + k][64 * j + l] = acc[k][l];
        }
}

/* 28  add396 multiheadattention4.out.weight'                          nanogpt.lua:34 */
static void k28_contract(const float add[restrict 12][64][128],
                         const float out_weight[restrict 128][128],
                         float contract[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 128}};
            static const MfAxis columns[] = {{64, 128}};
            static const MfTerm terms[] = {{128, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &add[i][0][0],
                        &out_weight[64 * j][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[i][k][64 * j + l] = acc[k][l];
        }
}

/* 29  div237' reshape398                                              nanogpt.lua:34 */
static void k29_contract(const float div[restrict 12][4][64][64],
                         const float contract[restrict 12][64][4][32],
                         float contract2[restrict 12][64][4][32])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][32];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{32, 1}};
            static const MfTerm terms[] = {{64, 64, 128}};
            mf_productf(1, rows, 1, columns, 1, terms, &div[i][j][0][0],
                        &contract[i][0][j][0], acc[0], 32);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 32; l++)
                    contract2[i][k][j][l] = acc[k][l];
        }
}

/* 30  reshape398 reshape(slice(contract223))'                         nanogpt.lua:34 */
static void k30_contract(const float contract[restrict 12][64][4][32],
                         const float contract2[restrict 12][64][384],
                         float contract3[restrict 12][4][64][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 128}};
            static const MfAxis columns[] = {{64, 384}};
            static const MfTerm terms[] = {{32, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &contract[i][0][j][0],
                        &contract2[i][0][32 * j + 256], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract3[i][j][k][l] = acc[k][l];
        }
}

/* 31  -sum(contract399 * div237 / sum235)
 *     where(iota >= iota, (contract399 / sum235 + neg404) * exp23...  nanogpt.lua:34 */
static void k31_div(const float contract[restrict 12][4][64][64],
                    const float div[restrict 12][4][64][64],
                    const float sum[restrict 12][4][64],
                    float exp[restrict 12][4][64][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++) {
                float lane[16] = {0};
                for (int l = 0; l < 4; l++)
                    for (int m = 0; m < 16; m++) {
                        const float t = contract[i][j][k][16 * l + m];
                        lane[m] += t * div[i][j][k][16 * l + m] / sum[i][j][k];
                    }
                const float sum2 = mf_sum16f(lane);
                float neg;
                neg = -sum2;
                for (int l = 0; l < 64; l++) {
                    const float t = contract[i][j][k][l] / sum[i][j][k] + neg;
                    exp[i][j][k][l] = (k >= l ? t * exp[i][j][k][l] : 0.0f) / 5.656854f;
                }
            }
}

/* 32  div410 reshape(slice(contract223))                              nanogpt.lua:34 */
static void k32_contract(const float div[restrict 12][4][64][64],
                         const float contract[restrict 12][64][384],
                         float contract2[restrict 12][64][4][32])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][32];
            static const MfAxis rows[] = {{64, 64}};
            static const MfAxis columns[] = {{32, 1}};
            static const MfTerm terms[] = {{64, 1, 384}};
            mf_productf(1, rows, 1, columns, 1, terms, &div[i][j][0][0],
                        &contract[i][0][32 * j + 128], acc[0], 32);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 32; l++)
                    contract2[i][k][j][l] = acc[k][l];
        }
}

/* 33  div410' reshape(slice(contract223))                             nanogpt.lua:34 */
static void k33_contract(const float div[restrict 12][4][64][64],
                         const float contract[restrict 12][64][384],
                         float contract2[restrict 12][64][4][32])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++) {
            float acc[64][32];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{32, 1}};
            static const MfTerm terms[] = {{64, 64, 384}};
            mf_productf(1, rows, 1, columns, 1, terms, &div[i][j][0][0],
                        &contract[i][0][32 * j], acc[0], 32);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 32; l++)
                    contract2[i][k][j][l] = acc[k][l];
        }
}

/* 34  concat(reshape412, reshape414, reshape416)                      nanogpt.lua:34 */
static void k34_concat(const float contract[restrict 12][64][128],
                       const float contract2[restrict 12][64][128],
                       const float contract3[restrict 12][64][128],
                       float concat[restrict 12][64][384])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 128; k++)
                concat[i][j][k] = contract[i][j][k];
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 128; k++)
                concat[i][j][k + 128] = contract2[i][j][k];
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 128; k++)
                concat[i][j][k + 256] = contract3[i][j][k];
}

/* 35  dmultiheadattention4.qkv.weight = mul221' concat417             nanogpt.lua:34 */
static void k35_dmultiheadatte(const float mul[restrict 12][64][128],
                               const float concat[restrict 12][64][384],
                               float qkv_weight[restrict 128][384])
{
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 6; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 1}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{12, 8192, 24576}, {64, 128, 384}};
            mf_productf(1, rows, 1, columns, 2, terms, &mul[0][0][64 * i],
                        &concat[0][0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    qkv_weight[64 * i + k][64 * j + l] = acc[k][l];
        }
}

/* 36  concat417 multiheadattention4.qkv.weight'                       nanogpt.lua:34 */
static void k36_contract(const float concat[restrict 12][64][384],
                         const float qkv_weight[restrict 128][384],
                         float contract[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 384}};
            static const MfAxis columns[] = {{64, 384}};
            static const MfTerm terms[] = {{384, 1, 1}};
            mf_productf(1, rows, 1, columns, 1, terms, &concat[i][0][0],
                        &qkv_weight[64 * j][0], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    contract[i][k][64 * j + l] = acc[k][l];
        }
}

/* 37  sum(contract625 * layernorm1.weight * sub14) * div22 / sqrt21 * -0.5 / ...
 *     contract625 * layernorm1.weight * div22 + div633 * 0.0078125 * sub14 + ...
 *     sum(add638) * -0.0078125                                        nanogpt.lua:34 */
static void k37_mul(const float contract[restrict 12][64][128],
                    const float layernorm1_weight[restrict 128],
                    const float sub[restrict 12][64][128],
                    const float div[restrict 12][64], float add[restrict 12][64][128],
                    float sqrt_[restrict 12][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = layernorm1_weight[16 * k + l];
                    lane[l] += contract[i][j][16 * k + l] * t * sub[i][j][16 * k + l];
                }
            const float sum = mf_sum16f(lane);
            const float t = sum * div[i][j];
            const float t2 = t / sqrt_[i][j];
            float div2;
            div2 = t2 * -0.5f / sqrt_[i][j];
            for (int k = 0; k < 128; k++) {
                const float t3 = div2 * 0.0078125f * sub[i][j][k];
                const float t4 = contract[i][j][k] * layernorm1_weight[k] * div[i][j];
                add[i][j][k] = t4 + t3 + t3;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += add[i][j][16 * k + l];
            const float sum2 = mf_sum16f(lane2);
            sqrt_[i][j] = sum2 * -0.0078125f;
        }
}

/* 38  dlayernorm1.weight = sum(contract625 * (sub14 * div22))         nanogpt.lua:34 */
static void k38_dlayernorm1_we(const float contract[restrict 12][64][128],
                               const float sub[restrict 12][64][128],
                               const float div[restrict 12][64],
                               float dlayernorm1_weight[restrict 128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64] = {0};
        for (int j = 0; j < 12; j++)
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = sub[j][k][64 * i + l] * div[j][k];
                    acc[l] += contract[j][k][64 * i + l] * t;
                }
        for (int j = 0; j < 64; j++)
            dlayernorm1_weight[64 * i + j] = acc[j];
    }
}

/* 39  dpositions = sum(add604 + add638 + mul641)                      nanogpt.lua:32 */
static void k39_dpositions(const float add[restrict 12][64][128],
                           const float add2[restrict 12][64][128],
                           const float mul[restrict 12][64],
                           float dpositions[restrict 64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64] = {0};
            for (int k = 0; k < 12; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = add[k][i][64 * j + l] + add2[k][i][64 * j + l];
                    acc[l] += t + mul[k][i];
                }
            for (int k = 0; k < 64; k++)
                dpositions[i][64 * j + k] = acc[k];
        }
}

/* 40  scatter(add604 + add638 + mul641, tokens)                       nanogpt.lua:32 */
static void k40_scatter(const int32_t tokens[restrict 12][64],
                        const float add[restrict 12][64][128],
                        const float add2[restrict 12][64][128],
                        const float mul[restrict 12][64],
                        float scatter[restrict 65][128])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 128; j++)
            scatter[i][j] = 0.0f;
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 128; k++) {
                const int at = tokens[i][j];
                scatter[at][k] += add[i][j][k] + add2[i][j][k] + mul[i][j];
            }
}

/* 41  dembedding1.weight = dlogits' x + scatter644                    nanogpt.lua:32 */
static void k41_dembedding1_we(const float dlogits[restrict 12][64][65],
                               const float x[restrict 12][64][128],
                               float scatter[restrict 65][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 1}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{12, 4160, 8192}, {64, 65, 128}};
        mf_productf(1, rows, 1, columns, 2, terms, &dlogits[0][0][0], &x[0][0][64 * i],
                    acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                scatter[j][64 * i + k] = acc[j][k] + scatter[j][64 * i + k];
    }
    for (int i = 0; i < 2; i++) {
        float acc[1][64];
        static const MfAxis rows[] = {{1, 1}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{12, 4160, 8192}, {64, 65, 128}};
        mf_productf(1, rows, 1, columns, 2, terms, &dlogits[0][0][64], &x[0][0][64 * i],
                    acc[0], 64);
        for (int j = 0; j < 64; j++)
            scatter[64][64 * i + j] = acc[0][j] + scatter[64][64 * i + j];
    }
}

/* 42  sum(dembedding1.weight * dembedding1.weight) + sum(dpositio...  nanogpt.lua:44 */
static void k42_add(const float dembedding1_weight[restrict 65][128],
                    const float dpositions[restrict 64][128], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 16; k++) {
                const float t = dembedding1_weight[i][16 * j + k];
                lane[k] += t * dembedding1_weight[i][16 * j + k];
            }
    const float sum = mf_sum16f(lane);
    float lane2[16] = {0};
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 16; k++)
                lane2[k] += dpositions[i][16 * j + k] * dpositions[i][16 * j + k];
    const float sum2 = mf_sum16f(lane2);
    *add = sum + sum2;
}

/* 43  add651 + sum(dmultiheadattention1.qkv.weight * ...              nanogpt.lua:44 */
static void k43_add(const float qkv_weight[restrict 128][384], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 24; j++)
            for (int k = 0; k < 16; k++)
                lane[k] += qkv_weight[i][16 * j + k] * qkv_weight[i][16 * j + k];
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 44  add655 + sum(dmultiheadattention1.out.weight * ...              nanogpt.lua:44 */
static void k44_add(const float out_weight[restrict 128][128], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 16; k++)
                lane[k] += out_weight[i][16 * j + k] * out_weight[i][16 * j + k];
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 45  add659 + sum(dlayernorm1.weight * dlayernorm1.weight)           nanogpt.lua:44 */
static void k45_add(const float dlayernorm1_weight[restrict 128], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < 16; j++)
            lane[j] += dlayernorm1_weight[16 * i + j] * dlayernorm1_weight[16 * i + j];
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 46  add669 + sum(dlinear1.weight * dlinear1.weight)                 nanogpt.lua:44 */
static void k46_add(const float dlinear1_weight[restrict 128][512], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 32; j++)
            for (int k = 0; k < 16; k++) {
                const float t = dlinear1_weight[i][16 * j + k];
                lane[k] += t * dlinear1_weight[i][16 * j + k];
            }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 47  add673 + sum(dlinear2.weight * dlinear2.weight)                 nanogpt.lua:44 */
static void k47_add(const float dlinear2_weight[restrict 512][128], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 512; i++)
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 16; k++) {
                const float t = dlinear2_weight[i][16 * j + k];
                lane[k] += t * dlinear2_weight[i][16 * j + k];
            }
    const float sum = mf_sum16f(lane);
    *add = *add + sum;
}

/* 48  1 / (sqrt(add755 + sum(dlayernorm9.weight * dlayernorm9.wei...  nanogpt.lua:44 */
static void k48_div(const float dlayernorm9_weight[restrict 128], float *restrict add)
{
    float lane[16] = {0};
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < 16; j++)
            lane[j] += dlayernorm9_weight[16 * i + j] * dlayernorm9_weight[16 * i + j];
    const float sum = mf_sum16f(lane);
    const float t = *add + sum;
    const float grad_norm = sqrtf(t);
    *add = 1.0f / (grad_norm + 1e-06f);
}

/* 49  adamw.v.layernorm1.weight = where(abs(beta2 * adamw.v.layernorm1.weight + (1 -...
 *     adamw.m.layernorm1.weight = where(abs(beta1 * adamw.m.layernorm1.weight + (1 -...
 *     layernorm1.weight = layernorm1.weight - div331 * where914 /...  nanogpt.lua:44 */
static void k49_layernorm1_wei(float beta2,
                               const float dlayernorm1_weight[restrict 128], float div,
                               float beta1, float div2, float sqrt_, float eps,
                               float v_layernorm1_weight[restrict 128],
                               float m_layernorm1_weight[restrict 128],
                               float layernorm1_weight[restrict 128])
{
    for (int i = 0; i < 128; i++) {
        const float clip = mf_minf(div, 1.0f);
        const float t = dlayernorm1_weight[i] * clip;
        const float t2 = beta2 * v_layernorm1_weight[i];
        const float t2_2 = t2 + (1.0f - beta2) * (t * t);
        v_layernorm1_weight[i] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
        const float clip2 = mf_minf(div, 1.0f);
        const float t3 = (1.0f - beta1) * (dlayernorm1_weight[i] * clip2);
        const float t3_2 = beta1 * m_layernorm1_weight[i] + t3;
        const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
        m_layernorm1_weight[i] = t4;
        const float t5 = div2 * t4 / (sqrtf(v_layernorm1_weight[i]) / sqrt_ + eps);
        layernorm1_weight[i] = layernorm1_weight[i] - t5;
    }
}

/* 50  adamw.v.positions = where(abs(beta2 * adamw.v.positions + (1 - beta2) * (dposi...
 *     adamw.m.positions = where(abs(beta1 * adamw.m.positions + (1 - beta1) * (dposi...
 *     positions = positions * (1 - where322 * weight_decay) - div...  nanogpt.lua:44 */
static void k50_positions(float beta2, const float dpositions[restrict 64][128],
                          float div, float beta1, float where, float weight_decay,
                          float div2, float sqrt_, float eps,
                          float adamw_v_positions[restrict 64][128],
                          float adamw_m_positions[restrict 64][128],
                          float positions[restrict 64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = dpositions[i][j] * clip;
            const float t2 = beta2 * adamw_v_positions[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            adamw_v_positions[i][j] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
            const float clip2 = mf_minf(div, 1.0f);
            const float t3 = (1.0f - beta1) * (dpositions[i][j] * clip2);
            const float t3_2 = beta1 * adamw_m_positions[i][j] + t3;
            const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
            adamw_m_positions[i][j] = t4;
            const float t5 = positions[i][j] * (1.0f - where * weight_decay);
            const float t6 = sqrtf(adamw_v_positions[i][j]) / sqrt_ + eps;
            positions[i][j] = t5 - div2 * t4 / t6;
        }
}

/* 51  adamw.m.embedding1.weight = where(abs(beta1 * adamw.m.embedding1.weight + (1 -...
 *     adamw.v.embedding1.weight = where(abs(beta2 * adamw.v.embedding1.weight + (1 -...
 *     embedding1.weight = embedding1.weight * (1 - where322 * wei...  nanogpt.lua:44 */
static void k51_embedding1_wei(float beta1,
                               const float dembedding1_weight[restrict 65][128],
                               float div, float beta2, float where, float weight_decay,
                               float div2, float sqrt_, float eps,
                               float m_embedding1_weight[restrict 65][128],
                               float v_embedding1_weight[restrict 65][128],
                               float embedding1_weight[restrict 65][128])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = (1.0f - beta1) * (dembedding1_weight[i][j] * clip);
            const float t2 = beta1 * m_embedding1_weight[i][j] + t;
            m_embedding1_weight[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            const float clip2 = mf_minf(div, 1.0f);
            const float t3 = dembedding1_weight[i][j] * clip2;
            const float t4 = beta2 * v_embedding1_weight[i][j];
            const float t3_2 = t4 + (1.0f - beta2) * (t3 * t3);
            const float t4_2 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
            v_embedding1_weight[i][j] = t4_2;
            const float t5 = embedding1_weight[i][j] * (1.0f - where * weight_decay);
            const float t6 = div2 * m_embedding1_weight[i][j];
            embedding1_weight[i][j] = t5 - t6 / (sqrtf(t4_2) / sqrt_ + eps);
        }
}

/* 52  adamw.v.multiheadattention1.out.weight = where(abs(beta2 * adamw.v.multiheadat...
 *     adamw.m.multiheadattention1.out.weight = where(abs(beta1 * adamw.m.multiheadat...
 *     multiheadattention1.out.weight = multiheadattention1.out.we...  nanogpt.lua:44 */
static void k52_multiheadatten(float beta2, const float out_weight[restrict 128][128],
                               float div, float beta1, float where, float weight_decay,
                               float div2, float sqrt_, float eps,
                               float out_weight2[restrict 128][128],
                               float out_weight3[restrict 128][128],
                               float out_weight4[restrict 128][128])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = out_weight[i][j] * clip;
            const float t2 = beta2 * out_weight2[i][j] + (1.0f - beta2) * (t * t);
            out_weight2[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            const float clip2 = mf_minf(div, 1.0f);
            const float t3 = (1.0f - beta1) * (out_weight[i][j] * clip2);
            const float t3_2 = beta1 * out_weight3[i][j] + t3;
            const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
            out_weight3[i][j] = t4;
            const float t5 = div2 * t4 / (sqrtf(out_weight2[i][j]) / sqrt_ + eps);
            out_weight4[i][j] = out_weight4[i][j] * (1.0f - where * weight_decay) - t5;
        }
}

/* 53  adamw.v.multiheadattention1.qkv.weight = where(abs(beta2 * adamw.v.multiheadat...
 *     adamw.m.multiheadattention1.qkv.weight = where(abs(beta1 * adamw.m.multiheadat...
 *     multiheadattention1.qkv.weight = multiheadattention1.qkv.we...  nanogpt.lua:44 */
static void k53_multiheadatten(float beta2, const float qkv_weight[restrict 128][384],
                               float div, float beta1, float where, float weight_decay,
                               float div2, float sqrt_, float eps,
                               float qkv_weight2[restrict 128][384],
                               float qkv_weight3[restrict 128][384],
                               float qkv_weight4[restrict 128][384])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 384; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = qkv_weight[i][j] * clip;
            const float t2 = beta2 * qkv_weight2[i][j] + (1.0f - beta2) * (t * t);
            qkv_weight2[i][j] = mf_absf(t2) < 1e-30f ? 0.0f : t2;
            const float clip2 = mf_minf(div, 1.0f);
            const float t3 = (1.0f - beta1) * (qkv_weight[i][j] * clip2);
            const float t3_2 = beta1 * qkv_weight3[i][j] + t3;
            const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
            qkv_weight3[i][j] = t4;
            const float t5 = div2 * t4 / (sqrtf(qkv_weight2[i][j]) / sqrt_ + eps);
            qkv_weight4[i][j] = qkv_weight4[i][j] * (1.0f - where * weight_decay) - t5;
        }
}

/* 54  adamw.v.linear1.weight = where(abs(beta2 * adamw.v.linear1.weight + (1 - beta2...
 *     adamw.m.linear1.weight = where(abs(beta1 * adamw.m.linear1.weight + (1 - beta1...
 *     linear1.weight = linear1.weight * (1 - where322 * weight_de...  nanogpt.lua:44 */
static void k54_linear1_weight(float beta2,
                               const float dlinear1_weight[restrict 128][512],
                               float div, float beta1, float where, float weight_decay,
                               float div2, float sqrt_, float eps,
                               float v_linear1_weight[restrict 128][512],
                               float m_linear1_weight[restrict 128][512],
                               float linear1_weight[restrict 128][512])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 512; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = dlinear1_weight[i][j] * clip;
            const float t2 = beta2 * v_linear1_weight[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            v_linear1_weight[i][j] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
            const float clip2 = mf_minf(div, 1.0f);
            const float t3 = (1.0f - beta1) * (dlinear1_weight[i][j] * clip2);
            const float t3_2 = beta1 * m_linear1_weight[i][j] + t3;
            const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
            m_linear1_weight[i][j] = t4;
            const float t5 = div2 * t4 / (sqrtf(v_linear1_weight[i][j]) / sqrt_ + eps);
            const float t6 = linear1_weight[i][j] * (1.0f - where * weight_decay);
            linear1_weight[i][j] = t6 - t5;
        }
}

/* 55  adamw.v.linear2.weight = where(abs(beta2 * adamw.v.linear2.weight + (1 - beta2...
 *     adamw.m.linear2.weight = where(abs(beta1 * adamw.m.linear2.weight + (1 - beta1...
 *     linear2.weight = linear2.weight * (1 - where322 * weight_de...  nanogpt.lua:44 */
static void k55_linear2_weight(float beta2,
                               const float dlinear2_weight[restrict 512][128],
                               float div, float beta1, float where, float weight_decay,
                               float div2, float sqrt_, float eps,
                               float v_linear2_weight[restrict 512][128],
                               float m_linear2_weight[restrict 512][128],
                               float linear2_weight[restrict 512][128])
{
    for (int i = 0; i < 512; i++)
        for (int j = 0; j < 128; j++) {
            const float clip = mf_minf(div, 1.0f);
            const float t = dlinear2_weight[i][j] * clip;
            const float t2 = beta2 * v_linear2_weight[i][j];
            const float t2_2 = t2 + (1.0f - beta2) * (t * t);
            v_linear2_weight[i][j] = mf_absf(t2_2) < 1e-30f ? 0.0f : t2_2;
            const float clip2 = mf_minf(div, 1.0f);
            const float t3 = (1.0f - beta1) * (dlinear2_weight[i][j] * clip2);
            const float t3_2 = beta1 * m_linear2_weight[i][j] + t3;
            const float t4 = mf_absf(t3_2) < 1e-30f ? 0.0f : t3_2;
            m_linear2_weight[i][j] = t4;
            const float t5 = div2 * t4 / (sqrtf(v_linear2_weight[i][j]) / sqrt_ + eps);
            const float t6 = linear2_weight[i][j] * (1.0f - where * weight_decay);
            linear2_weight[i][j] = t6 - t5;
        }
}

/* 56  sum(gather(embedding1.weight, tokens) + positions) * 0.0078125
 *     gather(embedding1.weight, tokens) + positions - mul12
 *     1 / sqrt(sum(sub14 * sub14) * 0.0078125 + 1e-05)
 *     sub14 * div22 * layernorm1.weight                               nanogpt.lua:34 */
static void k56_mul(const int32_t tokens[restrict 12][64],
                    const float embedding1_weight[restrict 65][128],
                    const float positions[restrict 64][128],
                    const float layernorm1_weight[restrict 128],
                    float mul[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++) {
                    const int at = tokens[i][j];
                    const float t = embedding1_weight[at][16 * k + l];
                    lane[l] += t + positions[j][16 * k + l];
                }
            const float sum = mf_sum16f(lane);
            float mul2;
            mul2 = sum * 0.0078125f;
            float sub[128];
            for (int k = 0; k < 128; k++) {
                const int at = tokens[i][j];
                const float x = embedding1_weight[at][k] + positions[j][k];
                sub[k] = x - mul2;
            }
            float lane2[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += sub[16 * k + l] * sub[16 * k + l];
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 * 0.0078125f;
            const float t2 = sqrtf(t + 1e-05f);
            float div;
            div = 1.0f / t2;
            for (int k = 0; k < 128; k++)
                mul[i][j][k] = sub[k] * div * layernorm1_weight[k];
        }
}

/* 57  max(where38)
 *     exp(where38 - max39)
 *     sum(exp42)
 *     exp42 / sum43                                                   nanogpt.lua:34 */
static void k57_div(const float where[restrict 12][4][64][64],
                    float div[restrict 12][4][64][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 64; k++) {
                float lane[16];
                for (int i0 = 0; i0 < 16; i0++)
                    lane[i0] = -INFINITY;
                for (int l = 0; l < 4; l++)
                    for (int m = 0; m < 16; m++)
                        lane[m] = mf_maxf(where[i][j][k][16 * l + m], lane[m]);
                const float top = mf_max16f(lane);
                float max;
                max = top;
                float exp[64];
                for (int l = 0; l < 64; l++)
                    exp[l] = mf_expf(where[i][j][k][l] - max);
                float lane2[16] = {0};
                for (int l = 0; l < 4; l++)
                    for (int m = 0; m < 16; m++)
                        lane2[m] += exp[16 * l + m];
                const float sum = mf_sum16f(lane2);
                float sum2;
                sum2 = sum;
                for (int l = 0; l < 64; l++)
                    div[i][j][k][l] = exp[l] / sum2;
            }
}

/* 58  sum(add52) * 0.0078125
 *     1 / sqrt(sum((add52 - mul55) * (add52 - mul55)) * 0.0078125 + 1e-05)
 *     (add52 - mul55) * div63 * layernorm2.weight                     nanogpt.lua:34 */
static void k58_mul(const float add[restrict 12][64][128],
                    const float layernorm2_weight[restrict 128],
                    float mul[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] += add[i][j][16 * k + l];
            const float sum = mf_sum16f(lane);
            float mul2;
            mul2 = sum * 0.0078125f;
            float lane2[16] = {0};
            for (int k = 0; k < 8; k++)
                for (int l = 0; l < 16; l++) {
                    const float t = add[i][j][16 * k + l] - mul2;
                    lane2[l] += t * t;
                }
            const float sum2 = mf_sum16f(lane2);
            const float t = sum2 * 0.0078125f;
            const float t2 = sqrtf(t + 1e-05f);
            float div;
            div = 1.0f / t2;
            for (int k = 0; k < 128; k++)
                mul[i][j][k] = (add[i][j][k] - mul2) * div * layernorm2_weight[k];
        }
}

/* 59  0.5 * mul68 linear1.weight * (1 + erf(mul68 linear1.weight ...  nanogpt.lua:34 */
static void k59_mul(const float mul[restrict 12][64][128],
                    const float linear1_weight[restrict 128][512],
                    float mul2[restrict 12][64][512])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 8; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 128}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{128, 1, 512}};
            mf_productf(1, rows, 1, columns, 1, terms, &mul[i][0][0],
                        &linear1_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++) {
                    const float t = acc[k][l];
                    const float t2 = 1.0f + mf_erff(t * 0.70710677f);
                    mul2[i][k][64 * j + l] = 0.5f * t * t2;
                }
        }
}

/* 60  x = add52 + mul77 linear2.weight                                nanogpt.lua:34 */
static void k60_x(const float mul[restrict 12][64][512],
                  const float linear2_weight[restrict 512][128],
                  float add[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 512}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{512, 1, 128}};
            mf_productf(1, rows, 1, columns, 1, terms, &mul[i][0][0],
                        &linear2_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    add[i][k][64 * j + l] = add[i][k][64 * j + l] + acc[k][l];
        }
}

/* 61  x + reshape115 multiheadattention2.out.weight                   nanogpt.lua:34 */
static void k61_add(const float contract[restrict 12][64][128],
                    const float out_weight[restrict 128][128],
                    float x[restrict 12][64][128])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 2; j++) {
            float acc[64][64];
            static const MfAxis rows[] = {{64, 128}};
            static const MfAxis columns[] = {{64, 1}};
            static const MfTerm terms[] = {{128, 1, 128}};
            mf_productf(1, rows, 1, columns, 1, terms, &contract[i][0][0],
                        &out_weight[0][64 * j], acc[0], 64);
            for (int k = 0; k < 64; k++)
                for (int l = 0; l < 64; l++)
                    x[i][k][64 * j + l] = x[i][k][64 * j + l] + acc[k][l];
        }
}

/* 62  max(logits)
 *     logits - max286
 *     sum(exp(sub288))                                                nanogpt.lua:38 */
static void k62_sum(const float logits[restrict 12][64][65],
                    float sub[restrict 12][64][65], float sum[restrict 12][64])
{
    for (int i = 0; i < 12; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16];
            for (int i0 = 0; i0 < 16; i0++)
                lane[i0] = -INFINITY;
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] = mf_maxf(logits[i][j][16 * k + l], lane[l]);
            lane[0] = mf_maxf(logits[i][j][64], lane[0]);
            const float top = mf_max16f(lane);
            float max;
            max = top;
            for (int k = 0; k < 65; k++)
                sub[i][j][k] = logits[i][j][k] - max;
            float lane2[16] = {0};
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += mf_expf(sub[i][j][16 * k + l]);
            lane2[0] += mf_expf(sub[i][j][64]);
            const float sum2 = mf_sum16f(lane2);
            sum[i][j] = sum2;
        }
}

/* 63  sum(gather(embedding1.weight, tokens) + positions) * 0.0078125
 *     gather(embedding1.weight, tokens) + positions - mul12
 *     1 / sqrt(sum(sub14 * sub14) * 0.0078125 + 1e-05)
 *     sub14 * div22 * layernorm1.weight                               nanogpt.lua:34 */
static void k63_mul(const int32_t tokens[restrict 1][64],
                    const float embedding1_weight[restrict 65][128],
                    const float positions[restrict 64][128],
                    const float layernorm1_weight[restrict 128],
                    float mul[restrict 1][64], float sub[restrict 1][64][128],
                    float div[restrict 1][64], float mul2[restrict 1][64][128])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 16; k++) {
                const int at = tokens[0][i];
                lane[k] += embedding1_weight[at][16 * j + k] + positions[i][16 * j + k];
            }
        const float sum = mf_sum16f(lane);
        mul[0][i] = sum * 0.0078125f;
        for (int j = 0; j < 128; j++) {
            const int at = tokens[0][i];
            const float x = embedding1_weight[at][j] + positions[i][j];
            sub[0][i][j] = x - mul[0][i];
        }
        float lane2[16] = {0};
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 16; k++)
                lane2[k] += sub[0][i][16 * j + k] * sub[0][i][16 * j + k];
        const float sum2 = mf_sum16f(lane2);
        const float t = sum2 * 0.0078125f;
        const float t2 = sqrtf(t + 1e-05f);
        div[0][i] = 1.0f / t2;
        for (int j = 0; j < 128; j++)
            mul2[0][i][j] = sub[0][i][j] * div[0][i] * layernorm1_weight[j];
    }
}

/* 64  mul27 multiheadattention1.qkv.weight                            nanogpt.lua:34 */
static void k64_contract(const float mul[restrict 1][64][128],
                         const float qkv_weight[restrict 128][384],
                         float contract[restrict 1][64][384])
{
    for (int i = 0; i < 6; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 128}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{128, 1, 384}};
        mf_productf(1, rows, 1, columns, 1, terms, &mul[0][0][0],
                    &qkv_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                contract[0][j][64 * i + k] = acc[j][k];
    }
}

/* 65  where(iota >= iota, reshape(slice(contract29)) reshape(slic...  nanogpt.lua:34 */
static void k65_where(const float contract[restrict 1][64][384],
                      float where[restrict 1][4][64][64])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 384}};
        static const MfAxis columns[] = {{64, 384}};
        static const MfTerm terms[] = {{32, 1, 1}};
        mf_productf(1, rows, 1, columns, 1, terms, &contract[0][0][32 * i],
                    &contract[0][0][32 * i + 128], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                where[0][i][j][k] = j >= k ? acc[j][k] / 5.656854f : -INFINITY;
    }
}

/* 66  max(where38)
 *     exp(where38 - max39)
 *     sum(exp42)
 *     exp42 / sum43                                                   nanogpt.lua:34 */
static void k66_div(const float where[restrict 1][4][64][64],
                    float max[restrict 1][4][64], float exp[restrict 1][4][64][64],
                    float sum[restrict 1][4][64], float div[restrict 1][4][64][64])
{
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 64; j++) {
            float lane[16];
            for (int i0 = 0; i0 < 16; i0++)
                lane[i0] = -INFINITY;
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 16; l++)
                    lane[l] = mf_maxf(where[0][i][j][16 * k + l], lane[l]);
            const float top = mf_max16f(lane);
            max[0][i][j] = top;
            for (int k = 0; k < 64; k++)
                exp[0][i][j][k] = mf_expf(where[0][i][j][k] - max[0][i][j]);
            float lane2[16] = {0};
            for (int k = 0; k < 4; k++)
                for (int l = 0; l < 16; l++)
                    lane2[l] += exp[0][i][j][16 * k + l];
            const float sum2 = mf_sum16f(lane2);
            sum[0][i][j] = sum2;
            for (int k = 0; k < 64; k++)
                div[0][i][j][k] = exp[0][i][j][k] / sum[0][i][j];
        }
}

/* 67  div45 reshape(slice(contract29))                                nanogpt.lua:34 */
static void k67_contract(const float div[restrict 1][4][64][64],
                         const float contract[restrict 1][64][384],
                         float contract2[restrict 1][64][4][32])
{
    for (int i = 0; i < 4; i++) {
        float acc[64][32];
        static const MfAxis rows[] = {{64, 64}};
        static const MfAxis columns[] = {{32, 1}};
        static const MfTerm terms[] = {{64, 1, 384}};
        mf_productf(1, rows, 1, columns, 1, terms, &div[0][i][0][0],
                    &contract[0][0][32 * i + 256], acc[0], 32);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 32; k++)
                contract2[0][j][i][k] = acc[j][k];
    }
}

/* 68  gather(embedding1.weight, tokens) + positions + reshape49 ...   nanogpt.lua:34 */
static void k68_add(const float contract[restrict 1][64][128],
                    const float out_weight[restrict 128][128],
                    const int32_t tokens[restrict 1][64],
                    const float embedding1_weight[restrict 65][128],
                    const float positions[restrict 64][128],
                    float add[restrict 1][64][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 128}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{128, 1, 128}};
        mf_productf(1, rows, 1, columns, 1, terms, &contract[0][0][0],
                    &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const int at = tokens[0][j];
                const float t = embedding1_weight[at][64 * i + k];
                const float x = t + positions[j][64 * i + k];
                add[0][j][64 * i + k] = x + acc[j][k];
            }
    }
}

/* 69  sum(add52) * 0.0078125
 *     1 / sqrt(sum((add52 - mul55) * (add52 - mul55)) * 0.0078125 + 1e-05)
 *     (add52 - mul55) * div63 * layernorm2.weight                     nanogpt.lua:34 */
static void k69_mul(const float add[restrict 1][64][128],
                    const float layernorm2_weight[restrict 128],
                    float mul[restrict 1][64], float div[restrict 1][64],
                    float mul2[restrict 1][64][128])
{
    for (int i = 0; i < 64; i++) {
        float lane[16] = {0};
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 16; k++)
                lane[k] += add[0][i][16 * j + k];
        const float sum = mf_sum16f(lane);
        mul[0][i] = sum * 0.0078125f;
        float lane2[16] = {0};
        for (int j = 0; j < 8; j++)
            for (int k = 0; k < 16; k++) {
                const float t = add[0][i][16 * j + k] - mul[0][i];
                lane2[k] += t * t;
            }
        const float sum2 = mf_sum16f(lane2);
        const float t = sum2 * 0.0078125f;
        const float t2 = sqrtf(t + 1e-05f);
        div[0][i] = 1.0f / t2;
        for (int j = 0; j < 128; j++) {
            const float t3 = (add[0][i][j] - mul[0][i]) * div[0][i];
            mul2[0][i][j] = t3 * layernorm2_weight[j];
        }
    }
}

/* 70  0.5 * mul68 linear1.weight * (1 + erf(mul68 linear1.weight ...  nanogpt.lua:34 */
static void k70_mul(const float mul[restrict 1][64][128],
                    const float linear1_weight[restrict 128][512],
                    float mul2[restrict 1][64][512])
{
    for (int i = 0; i < 8; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 128}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{128, 1, 512}};
        mf_productf(1, rows, 1, columns, 1, terms, &mul[0][0][0],
                    &linear1_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++) {
                const float t = acc[j][k];
                mul2[0][j][64 * i + k] = 0.5f * t * (1.0f + mf_erff(t * 0.70710677f));
            }
    }
}

/* 71  x = add52 + mul77 linear2.weight                                nanogpt.lua:34 */
static void k71_x(const float mul[restrict 1][64][512],
                  const float linear2_weight[restrict 512][128],
                  float add[restrict 1][64][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 512}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{512, 1, 128}};
        mf_productf(1, rows, 1, columns, 1, terms, &mul[0][0][0],
                    &linear2_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                add[0][j][64 * i + k] = add[0][j][64 * i + k] + acc[j][k];
    }
}

/* 72  x + reshape115 multiheadattention2.out.weight                   nanogpt.lua:34 */
static void k72_add(const float contract[restrict 1][64][128],
                    const float out_weight[restrict 128][128],
                    float x[restrict 1][64][128])
{
    for (int i = 0; i < 2; i++) {
        float acc[64][64];
        static const MfAxis rows[] = {{64, 128}};
        static const MfAxis columns[] = {{64, 1}};
        static const MfTerm terms[] = {{128, 1, 128}};
        mf_productf(1, rows, 1, columns, 1, terms, &contract[0][0][0],
                    &out_weight[0][64 * i], acc[0], 64);
        for (int j = 0; j < 64; j++)
            for (int k = 0; k < 64; k++)
                x[0][j][64 * i + k] = x[0][j][64 * i + k] + acc[j][k];
    }
}

/* 73  logits = x embedding1.weight'                                   nanogpt.lua:37 */
static void k73_logits(const float x[restrict 1][64][128],
                       const float embedding1_weight[restrict 65][128],
                       float logits[restrict 1][64][65])
{
    float acc[64][64];
    static const MfAxis rows[] = {{64, 128}};
    static const MfAxis columns[] = {{64, 128}};
    static const MfTerm terms[] = {{128, 1, 1}};
    mf_productf(1, rows, 1, columns, 1, terms, &x[0][0][0], &embedding1_weight[0][0],
                acc[0], 64);
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            logits[0][i][j] = acc[i][j];
    float acc2[64][32];
    static const MfAxis rows2[] = {{64, 128}};
    static const MfAxis columns2[] = {{1, 128}};
    static const MfTerm terms2[] = {{128, 1, 1}};
    mf_productf(1, rows2, 1, columns2, 1, terms2, &x[0][0][0],
                &embedding1_weight[64][0], acc2[0], 32);
    for (int i = 0; i < 64; i++)
        logits[0][i][64] = acc2[i][0];
}

/* 74  max(logits)
 *     logits - max286
 *     sum(exp(sub288))                                                nanogpt.lua:38 */
static void k74_sum(const float logits[restrict 1][64][65], float max[restrict 1][64],
                    float sub[restrict 1][64][65], float sum[restrict 1][64])
{
    for (int i = 0; i < 64; i++) {
        float lane[16];
        for (int i0 = 0; i0 < 16; i0++)
            lane[i0] = -INFINITY;
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 16; k++)
                lane[k] = mf_maxf(logits[0][i][16 * j + k], lane[k]);
        lane[0] = mf_maxf(logits[0][i][64], lane[0]);
        const float top = mf_max16f(lane);
        max[0][i] = top;
        for (int j = 0; j < 65; j++)
            sub[0][i][j] = logits[0][i][j] - max[0][i];
        float lane2[16] = {0};
        for (int j = 0; j < 4; j++)
            for (int k = 0; k < 16; k++)
                lane2[k] += mf_expf(sub[0][i][16 * j + k]);
        lane2[0] += mf_expf(sub[0][i][64]);
        const float sum2 = mf_sum16f(lane2);
        sum[0][i] = sum2;
    }
}

/* 75  loss = sum(log(sum290) - gather(sub288, target)) * 0.015625     nanogpt.lua:38 */
static void k75_loss(const int32_t target[restrict 1][64],
                     const float sum[restrict 1][64],
                     const float sub[restrict 1][64][65], float *restrict loss)
{
    float lane[16] = {0};
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 16; j++) {
            const int at = target[0][16 * i + j];
            lane[j] += mf_logf(sum[0][16 * i + j]) - sub[0][16 * i + j][at];
        }
    const float sum2 = mf_sum16f(lane);
    *loss = sum2 * 0.015625f;
}

/* 76  layernorm1.weight = 1                                           nanogpt.lua:20 */
static void k76_layernorm1_wei(float layernorm1_weight[restrict 128])
{
    for (int i = 0; i < 128; i++)
        layernorm1_weight[i] = 1.0f;
}

/* 77  1                                                               nanogpt.lua:20 */
static void k77_layernorm1_wei(const float full[restrict 128],
                               float layernorm2_weight[restrict 128])
{
    for (int i = 0; i < 128; i++)
        layernorm2_weight[i] = full[i];
}

/* 78  positions = 0.02 * (sqrt(-2 * log1p(-init positions)) * cos...  nanogpt.lua:30 */
static void k78_positions(uint64_t step, uint64_t seed, uint64_t stream,
                          uint64_t stream2, float positions[restrict 64][128])
{
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 128; j++) {
            const int at = 128 * i + j;
            const float t = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)at));
            const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
            const float t3 = sqrtf(-2.0f * t) * mf_cosf(6.2831855f * t2);
            positions[i][j] = 0.02f * t3;
        }
}

/* 79  embedding1.weight = 0.02 * (sqrt(-2 * log1p(-init embedding...  nanogpt.lua:29 */
static void k79_embedding1_wei(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2,
                               float embedding1_weight[restrict 65][128])
{
    for (int i = 0; i < 65; i++)
        for (int j = 0; j < 128; j++) {
            const int at = 128 * i + j;
            const float t = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)at));
            const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
            const float t3 = sqrtf(-2.0f * t) * mf_cosf(6.2831855f * t2);
            embedding1_weight[i][j] = 0.02f * t3;
        }
}

/* 80  multiheadattention1.out.weight = 0.00707107 * (sqrt(-2 * lo...  nanogpt.lua:17 */
static void k80_multiheadatten(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2, float out_weight[restrict 128][128])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 128; j++) {
            const int at = 128 * i + j;
            const float t = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)at));
            const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
            const float t3 = sqrtf(-2.0f * t) * mf_cosf(6.2831855f * t2);
            out_weight[i][j] = 0.0070710676f * t3;
        }
}

/* 81  multiheadattention1.qkv.weight = 0.02 * (sqrt(-2 * log1p(-i...  nanogpt.lua:17 */
static void k81_multiheadatten(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2, float qkv_weight[restrict 128][384])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 384; j++) {
            const int at = 384 * i + j;
            const float t = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)at));
            const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
            const float t3 = sqrtf(-2.0f * t) * mf_cosf(6.2831855f * t2);
            qkv_weight[i][j] = 0.02f * t3;
        }
}

/* 82  linear1.weight = 0.02 * (sqrt(-2 * log1p(-init linear1.weig...  nanogpt.lua:23 */
static void k82_linear1_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2,
                               float linear1_weight[restrict 128][512])
{
    for (int i = 0; i < 128; i++)
        for (int j = 0; j < 512; j++) {
            const int at = 512 * i + j;
            const float t = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)at));
            const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
            const float t3 = sqrtf(-2.0f * t) * mf_cosf(6.2831855f * t2);
            linear1_weight[i][j] = 0.02f * t3;
        }
}

/* 83  linear2.weight = 0.00707107 * (sqrt(-2 * log1p(-init linear...  nanogpt.lua:24 */
static void k83_linear2_weight(uint64_t step, uint64_t seed, uint64_t stream,
                               uint64_t stream2,
                               float linear2_weight[restrict 512][128])
{
    for (int i = 0; i < 512; i++)
        for (int j = 0; j < 128; j++) {
            const int at = 128 * i + j;
            const float t = mf_log1pf(-mf_uniformf(seed, stream, step, (uint64_t)at));
            const float t2 = mf_uniformf(seed, stream2, step, (uint64_t)at);
            const float t3 = sqrtf(-2.0f * t) * mf_cosf(6.2831855f * t2);
            linear2_weight[i][j] = 0.0070710676f * t3;
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
void nanogpt_init(Nanogpt *net, uint64_t seed)
{
    memset(net, 0, sizeof *net);
    net->seed = seed;
    net->total_steps = 2e+03f;
    net->weight_decay = 0.1f;
    net->beta1 = 0.9f;
    net->beta2 = 0.99f;
    net->eps = 1e-08f;
    k76_layernorm1_wei(net->layernorm1_weight);
    k77_layernorm1_wei(net->layernorm1_weight, net->layernorm2_weight);
    k77_layernorm1_wei(net->layernorm1_weight, net->layernorm3_weight);
    k77_layernorm1_wei(net->layernorm1_weight, net->layernorm4_weight);
    k77_layernorm1_wei(net->layernorm1_weight, net->layernorm5_weight);
    k77_layernorm1_wei(net->layernorm1_weight, net->layernorm6_weight);
    k77_layernorm1_wei(net->layernorm1_weight, net->layernorm7_weight);
    k77_layernorm1_wei(net->layernorm1_weight, net->layernorm8_weight);
    k77_layernorm1_wei(net->layernorm1_weight, net->layernorm9_weight);
    k78_positions(net->step, net->seed, 0x8c8a6c6fc0003907u, 0x5057d4c23d038ed9u,
                  net->positions);
    k79_embedding1_wei(net->step, net->seed, 0x8e02a496dde5f4au, 0xe94c3c713ba8f944u,
                       net->embedding1_weight);
    k80_multiheadatten(net->step, net->seed, 0x2cbf271db6e55abdu, 0xa4404b357576da69u,
                       net->multiheadattention1_out_weight);
    k80_multiheadatten(net->step, net->seed, 0xdcb3d36500cc923bu, 0x5f7a4f4ad94a35e3u,
                       net->multiheadattention2_out_weight);
    k80_multiheadatten(net->step, net->seed, 0xcb8f26f91b7e41c4u, 0x152f59eba8236367u,
                       net->multiheadattention3_out_weight);
    k80_multiheadatten(net->step, net->seed, 0x548db890b1ffedbbu, 0xd3e0a30d585fc1d1u,
                       net->multiheadattention4_out_weight);
    k81_multiheadatten(net->step, net->seed, 0x12be7771552f14b7u, 0xcfd333180247daa7u,
                       net->multiheadattention1_qkv_weight);
    k81_multiheadatten(net->step, net->seed, 0xbdb6ae06579dbe1bu, 0xdf3b50a971395afeu,
                       net->multiheadattention2_qkv_weight);
    k81_multiheadatten(net->step, net->seed, 0x35e4cb2b9aabb25u, 0xf5f30e499f6e6483u,
                       net->multiheadattention3_qkv_weight);
    k81_multiheadatten(net->step, net->seed, 0xdb13a0bcac4bc8f0u, 0x262461ce35ad7030u,
                       net->multiheadattention4_qkv_weight);
    k82_linear1_weight(net->step, net->seed, 0x473800183e71e1a0u, 0x7f018379fddf372fu,
                       net->linear1_weight);
    k83_linear2_weight(net->step, net->seed, 0xb9800f9db6736de7u, 0x98806bfa11b20ff3u,
                       net->linear2_weight);
    k82_linear1_weight(net->step, net->seed, 0xdc0755dd0e317fe0u, 0xab60295f7bebb0f1u,
                       net->linear3_weight);
    k83_linear2_weight(net->step, net->seed, 0xb04297c53c5008bau, 0x4d0194f5fc72826bu,
                       net->linear4_weight);
    k82_linear1_weight(net->step, net->seed, 0x149eb5010972c4eau, 0xaf00080be804b25eu,
                       net->linear5_weight);
    k83_linear2_weight(net->step, net->seed, 0x79ef3c2dc1dd66f8u, 0x6177670d761be2f4u,
                       net->linear6_weight);
    k82_linear1_weight(net->step, net->seed, 0x4b56c098fe3d3d6eu, 0x64dd5254b314eb9au,
                       net->linear7_weight);
    k83_linear2_weight(net->step, net->seed, 0xcfa53ae04f1d2f5u, 0x2804db7db72f0574u,
                       net->linear8_weight);
}

/* One step: forward, backward, update; returns the loss before it. */
float nanogpt_step(Nanogpt *net, const int32_t tokens[restrict 12][64],
                   const int32_t target[restrict 12][64])
{
    float loss;
    float div;
    float pow;
    float add;
    float sqrt_;
    union NanogptStep *w = &net->work.step;
    k1_div(net->step, &div);
    k2_pow(net->beta1, net->step, &pow);
    k3_div(net->step, net->total_steps, &div, &pow);
    k4_sqrt(net->beta2, net->step, &sqrt_);
    k5_mul(tokens, net->embedding1_weight, net->positions, net->layernorm1_weight,
           w->sub, w->sqrt_, w->div5, w->mul5);
    k6_scatter(target, w->scatter2);
    k7_contract(w->mul5, net->multiheadattention1_qkv_weight, w->contract33);
    k8_where(w->contract33, w->where);
    k9_div(w->where, w->exp, w->sum2, w->div);
    k10_contract(w->div, w->contract33, w->contract37);
    k11_add((float(*)[64][128])w->contract37, net->multiheadattention1_out_weight,
            tokens, net->embedding1_weight, net->positions, w->add6);
    k12_mul(w->add6, net->layernorm2_weight, w->mul13, w->sqrt_2, w->div6, w->mul6);
    k13_mul(w->mul6, net->linear1_weight, w->contract, w->add2, w->mul);
    k14_x(w->mul, net->linear2_weight, w->add6, w->x);
    k12_mul(w->x, net->layernorm3_weight, w->mul14, w->sqrt_3, w->div7, w->mul7);
    k7_contract(w->mul7, net->multiheadattention2_qkv_weight, w->contract34);
    k8_where(w->contract34, w->where2);
    k9_div(w->where2, w->exp2, w->sum3, w->div2);
    k10_contract(w->div2, w->contract34, w->contract38);
    k15_add((float(*)[64][128])w->contract38, net->multiheadattention2_out_weight, w->x,
            w->add7);
    k12_mul(w->add7, net->layernorm4_weight, w->mul15, w->sqrt_4, w->div8, w->mul8);
    k13_mul(w->mul8, net->linear3_weight, w->contract9, w->add3, w->mul2);
    k14_x(w->mul2, net->linear4_weight, w->add7, w->x2);
    k12_mul(w->x2, net->layernorm5_weight, w->mul16, w->sqrt_5, w->div9, w->mul9);
    k7_contract(w->mul9, net->multiheadattention3_qkv_weight, w->contract35);
    k8_where(w->contract35, w->where3);
    k9_div(w->where3, w->exp3, w->sum4, w->div3);
    k10_contract(w->div3, w->contract35, w->contract39);
    k15_add((float(*)[64][128])w->contract39, net->multiheadattention3_out_weight,
            w->x2, w->add8);
    k12_mul(w->add8, net->layernorm6_weight, w->mul17, w->sqrt_6, w->div10, w->mul10);
    k13_mul(w->mul10, net->linear5_weight, w->contract17, w->add4, w->mul3);
    k14_x(w->mul3, net->linear6_weight, w->add8, w->x3);
    k12_mul(w->x3, net->layernorm7_weight, w->mul18, w->sqrt_7, w->div11, w->mul11);
    k7_contract(w->mul11, net->multiheadattention4_qkv_weight, w->contract36);
    k8_where(w->contract36, w->where4);
    k9_div(w->where4, w->exp4, w->sum5, w->div4);
    k10_contract(w->div4, w->contract36, w->contract40);
    k15_add((float(*)[64][128])w->contract40, net->multiheadattention4_out_weight,
            w->x3, w->add9);
    k12_mul(w->add9, net->layernorm8_weight, w->mul19, w->sqrt_8, w->div12, w->mul12);
    k13_mul(w->mul12, net->linear7_weight, w->contract25, w->add5, w->mul4);
    k14_x(w->mul4, net->linear8_weight, w->add9, w->x4);
    k12_mul(w->x4, net->layernorm9_weight, w->mul20, w->sqrt_9, w->div13, w->x5);
    k16_logits(w->x5, net->embedding1_weight, w->logits);
    k17_dlogits(w->logits, w->sub2, w->sum, w->scatter2);
    k18_loss(target, w->sum, w->sub2, &loss);
    k19_dx(w->scatter2, net->embedding1_weight, w->dx);
    k20_dx(w->dx, net->layernorm9_weight, w->x4, w->mul20, w->div13, w->sqrt_9, w->dx2);
    k21_dlayernorm9_we(w->dx, w->x4, w->mul20, w->div13, w->dlayernorm9_weight);
    k22_add(w->dx2, net->linear8_weight, w->add5, w->contract25);
    k23_dlinear8_weigh(w->mul4, w->dx2, w->dlinear8_weight);
    k24_dlinear7_weigh(w->mul12, w->contract25, w->dlinear7_weight);
    k25_contract(w->contract25, net->linear7_weight, w->contract30);
    k26_add(w->contract30, net->layernorm8_weight, w->add9, w->mul19, w->div12,
            w->sqrt_8, w->dx2);
    k21_dlayernorm9_we(w->contract30, w->add9, w->mul19, w->div12,
                       w->dlayernorm8_weight);
    k27_dmultiheadatte((float(*)[64][128])w->contract40, w->dx2,
                       w->dmultiheadattention4_out_weight);
    k28_contract(w->dx2, net->multiheadattention4_out_weight, w->contract27);
    k29_contract(w->div4, (float(*)[64][4][32])w->contract27, w->contract32);
    k30_contract((float(*)[64][4][32])w->contract27, w->contract36, w->contract26);
    k31_div(w->contract26, w->div4, w->sum5, w->exp4);
    k32_contract(w->exp4, w->contract36, w->contract28);
    k33_contract(w->exp4, w->contract36, w->contract31);
    k34_concat((float(*)[64][128])w->contract28, (float(*)[64][128])w->contract31,
               (float(*)[64][128])w->contract32, w->concat4);
    k35_dmultiheadatte(w->mul11, w->concat4, w->dmultiheadattention4_qkv_weight);
    k36_contract(w->concat4, net->multiheadattention4_qkv_weight, w->contract29);
    k26_add(w->contract29, net->layernorm7_weight, w->x3, w->mul18, w->div11, w->sqrt_7,
            w->dx2);
    k21_dlayernorm9_we(w->contract29, w->x3, w->mul18, w->div11, w->dlayernorm7_weight);
    k22_add(w->dx2, net->linear6_weight, w->add4, w->contract17);
    k23_dlinear8_weigh(w->mul3, w->dx2, w->dlinear6_weight);
    k24_dlinear7_weigh(w->mul10, w->contract17, w->dlinear5_weight);
    k25_contract(w->contract17, net->linear5_weight, w->contract22);
    k26_add(w->contract22, net->layernorm6_weight, w->add8, w->mul17, w->div10,
            w->sqrt_6, w->dx2);
    k21_dlayernorm9_we(w->contract22, w->add8, w->mul17, w->div10,
                       w->dlayernorm6_weight);
    k27_dmultiheadatte((float(*)[64][128])w->contract39, w->dx2,
                       w->dmultiheadattention3_out_weight);
    k28_contract(w->dx2, net->multiheadattention3_out_weight, w->contract19);
    k29_contract(w->div3, (float(*)[64][4][32])w->contract19, w->contract24);
    k30_contract((float(*)[64][4][32])w->contract19, w->contract35, w->contract18);
    k31_div(w->contract18, w->div3, w->sum4, w->exp3);
    k32_contract(w->exp3, w->contract35, w->contract20);
    k33_contract(w->exp3, w->contract35, w->contract23);
    k34_concat((float(*)[64][128])w->contract20, (float(*)[64][128])w->contract23,
               (float(*)[64][128])w->contract24, w->concat3);
    k35_dmultiheadatte(w->mul9, w->concat3, w->dmultiheadattention3_qkv_weight);
    k36_contract(w->concat3, net->multiheadattention3_qkv_weight, w->contract21);
    k26_add(w->contract21, net->layernorm5_weight, w->x2, w->mul16, w->div9, w->sqrt_5,
            w->dx2);
    k21_dlayernorm9_we(w->contract21, w->x2, w->mul16, w->div9, w->dlayernorm5_weight);
    k22_add(w->dx2, net->linear4_weight, w->add3, w->contract9);
    k23_dlinear8_weigh(w->mul2, w->dx2, w->dlinear4_weight);
    k24_dlinear7_weigh(w->mul8, w->contract9, w->dlinear3_weight);
    k25_contract(w->contract9, net->linear3_weight, w->contract14);
    k26_add(w->contract14, net->layernorm4_weight, w->add7, w->mul15, w->div8,
            w->sqrt_4, w->dx2);
    k21_dlayernorm9_we(w->contract14, w->add7, w->mul15, w->div8,
                       w->dlayernorm4_weight);
    k27_dmultiheadatte((float(*)[64][128])w->contract38, w->dx2,
                       w->dmultiheadattention2_out_weight);
    k28_contract(w->dx2, net->multiheadattention2_out_weight, w->contract11);
    k29_contract(w->div2, (float(*)[64][4][32])w->contract11, w->contract16);
    k30_contract((float(*)[64][4][32])w->contract11, w->contract34, w->contract10);
    k31_div(w->contract10, w->div2, w->sum3, w->exp2);
    k32_contract(w->exp2, w->contract34, w->contract12);
    k33_contract(w->exp2, w->contract34, w->contract15);
    k34_concat((float(*)[64][128])w->contract12, (float(*)[64][128])w->contract15,
               (float(*)[64][128])w->contract16, w->concat2);
    k35_dmultiheadatte(w->mul7, w->concat2, w->dmultiheadattention2_qkv_weight);
    k36_contract(w->concat2, net->multiheadattention2_qkv_weight, w->contract13);
    k26_add(w->contract13, net->layernorm3_weight, w->x, w->mul14, w->div7, w->sqrt_3,
            w->dx2);
    k21_dlayernorm9_we(w->contract13, w->x, w->mul14, w->div7, w->dlayernorm3_weight);
    k22_add(w->dx2, net->linear2_weight, w->add2, w->contract);
    k23_dlinear8_weigh(w->mul, w->dx2, w->dlinear2_weight);
    k24_dlinear7_weigh(w->mul6, w->contract, w->dlinear1_weight);
    k25_contract(w->contract, net->linear1_weight, w->contract6);
    k26_add(w->contract6, net->layernorm2_weight, w->add6, w->mul13, w->div6, w->sqrt_2,
            w->dx2);
    k21_dlayernorm9_we(w->contract6, w->add6, w->mul13, w->div6, w->dlayernorm2_weight);
    k27_dmultiheadatte((float(*)[64][128])w->contract37, w->dx2,
                       w->dmultiheadattention1_out_weight);
    k28_contract(w->dx2, net->multiheadattention1_out_weight, w->contract3);
    k29_contract(w->div, (float(*)[64][4][32])w->contract3, w->contract8);
    k30_contract((float(*)[64][4][32])w->contract3, w->contract33, w->contract2);
    k31_div(w->contract2, w->div, w->sum2, w->exp);
    k32_contract(w->exp, w->contract33, w->contract4);
    k33_contract(w->exp, w->contract33, w->contract7);
    k34_concat((float(*)[64][128])w->contract4, (float(*)[64][128])w->contract7,
               (float(*)[64][128])w->contract8, w->concat);
    k35_dmultiheadatte(w->mul5, w->concat, w->dmultiheadattention1_qkv_weight);
    k36_contract(w->concat, net->multiheadattention1_qkv_weight, w->contract5);
    k37_mul(w->contract5, net->layernorm1_weight, w->sub, w->div5, w->add, w->sqrt_);
    k38_dlayernorm1_we(w->contract5, w->sub, w->div5, w->dlayernorm1_weight);
    k39_dpositions(w->dx2, w->add, w->sqrt_, w->dpositions);
    k40_scatter(tokens, w->dx2, w->add, w->sqrt_, w->scatter);
    k41_dembedding1_we(w->scatter2, w->x5, w->scatter);
    k42_add(w->scatter, w->dpositions, &add);
    k43_add(w->dmultiheadattention1_qkv_weight, &add);
    k44_add(w->dmultiheadattention1_out_weight, &add);
    k45_add(w->dlayernorm1_weight, &add);
    k45_add(w->dlayernorm2_weight, &add);
    k46_add(w->dlinear1_weight, &add);
    k47_add(w->dlinear2_weight, &add);
    k43_add(w->dmultiheadattention2_qkv_weight, &add);
    k44_add(w->dmultiheadattention2_out_weight, &add);
    k45_add(w->dlayernorm3_weight, &add);
    k45_add(w->dlayernorm4_weight, &add);
    k46_add(w->dlinear3_weight, &add);
    k47_add(w->dlinear4_weight, &add);
    k43_add(w->dmultiheadattention3_qkv_weight, &add);
    k44_add(w->dmultiheadattention3_out_weight, &add);
    k45_add(w->dlayernorm5_weight, &add);
    k45_add(w->dlayernorm6_weight, &add);
    k46_add(w->dlinear5_weight, &add);
    k47_add(w->dlinear6_weight, &add);
    k43_add(w->dmultiheadattention4_qkv_weight, &add);
    k44_add(w->dmultiheadattention4_out_weight, &add);
    k45_add(w->dlayernorm7_weight, &add);
    k45_add(w->dlayernorm8_weight, &add);
    k46_add(w->dlinear7_weight, &add);
    k47_add(w->dlinear8_weight, &add);
    k48_div(w->dlayernorm9_weight, &add);
    k49_layernorm1_wei(net->beta2, w->dlayernorm1_weight, add, net->beta1, pow, sqrt_,
                       net->eps, net->adamw_v_layernorm1_weight,
                       net->adamw_m_layernorm1_weight, net->layernorm1_weight);
    k49_layernorm1_wei(net->beta2, w->dlayernorm2_weight, add, net->beta1, pow, sqrt_,
                       net->eps, net->adamw_v_layernorm2_weight,
                       net->adamw_m_layernorm2_weight, net->layernorm2_weight);
    k49_layernorm1_wei(net->beta2, w->dlayernorm3_weight, add, net->beta1, pow, sqrt_,
                       net->eps, net->adamw_v_layernorm3_weight,
                       net->adamw_m_layernorm3_weight, net->layernorm3_weight);
    k49_layernorm1_wei(net->beta2, w->dlayernorm4_weight, add, net->beta1, pow, sqrt_,
                       net->eps, net->adamw_v_layernorm4_weight,
                       net->adamw_m_layernorm4_weight, net->layernorm4_weight);
    k49_layernorm1_wei(net->beta2, w->dlayernorm5_weight, add, net->beta1, pow, sqrt_,
                       net->eps, net->adamw_v_layernorm5_weight,
                       net->adamw_m_layernorm5_weight, net->layernorm5_weight);
    k49_layernorm1_wei(net->beta2, w->dlayernorm6_weight, add, net->beta1, pow, sqrt_,
                       net->eps, net->adamw_v_layernorm6_weight,
                       net->adamw_m_layernorm6_weight, net->layernorm6_weight);
    k49_layernorm1_wei(net->beta2, w->dlayernorm7_weight, add, net->beta1, pow, sqrt_,
                       net->eps, net->adamw_v_layernorm7_weight,
                       net->adamw_m_layernorm7_weight, net->layernorm7_weight);
    k49_layernorm1_wei(net->beta2, w->dlayernorm8_weight, add, net->beta1, pow, sqrt_,
                       net->eps, net->adamw_v_layernorm8_weight,
                       net->adamw_m_layernorm8_weight, net->layernorm8_weight);
    k49_layernorm1_wei(net->beta2, w->dlayernorm9_weight, add, net->beta1, pow, sqrt_,
                       net->eps, net->adamw_v_layernorm9_weight,
                       net->adamw_m_layernorm9_weight, net->layernorm9_weight);
    k50_positions(net->beta2, w->dpositions, add, net->beta1, div, net->weight_decay,
                  pow, sqrt_, net->eps, net->adamw_v_positions, net->adamw_m_positions,
                  net->positions);
    k51_embedding1_wei(net->beta1, w->scatter, add, net->beta2, div, net->weight_decay,
                       pow, sqrt_, net->eps, net->adamw_m_embedding1_weight,
                       net->adamw_v_embedding1_weight, net->embedding1_weight);
    k52_multiheadatten(net->beta2, w->dmultiheadattention1_out_weight, add, net->beta1,
                       div, net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_multiheadattention1_out_weight,
                       net->adamw_m_multiheadattention1_out_weight,
                       net->multiheadattention1_out_weight);
    k52_multiheadatten(net->beta2, w->dmultiheadattention2_out_weight, add, net->beta1,
                       div, net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_multiheadattention2_out_weight,
                       net->adamw_m_multiheadattention2_out_weight,
                       net->multiheadattention2_out_weight);
    k52_multiheadatten(net->beta2, w->dmultiheadattention3_out_weight, add, net->beta1,
                       div, net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_multiheadattention3_out_weight,
                       net->adamw_m_multiheadattention3_out_weight,
                       net->multiheadattention3_out_weight);
    k52_multiheadatten(net->beta2, w->dmultiheadattention4_out_weight, add, net->beta1,
                       div, net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_multiheadattention4_out_weight,
                       net->adamw_m_multiheadattention4_out_weight,
                       net->multiheadattention4_out_weight);
    k53_multiheadatten(net->beta2, w->dmultiheadattention1_qkv_weight, add, net->beta1,
                       div, net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_multiheadattention1_qkv_weight,
                       net->adamw_m_multiheadattention1_qkv_weight,
                       net->multiheadattention1_qkv_weight);
    k53_multiheadatten(net->beta2, w->dmultiheadattention2_qkv_weight, add, net->beta1,
                       div, net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_multiheadattention2_qkv_weight,
                       net->adamw_m_multiheadattention2_qkv_weight,
                       net->multiheadattention2_qkv_weight);
    k53_multiheadatten(net->beta2, w->dmultiheadattention3_qkv_weight, add, net->beta1,
                       div, net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_multiheadattention3_qkv_weight,
                       net->adamw_m_multiheadattention3_qkv_weight,
                       net->multiheadattention3_qkv_weight);
    k53_multiheadatten(net->beta2, w->dmultiheadattention4_qkv_weight, add, net->beta1,
                       div, net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_multiheadattention4_qkv_weight,
                       net->adamw_m_multiheadattention4_qkv_weight,
                       net->multiheadattention4_qkv_weight);
    k54_linear1_weight(net->beta2, w->dlinear1_weight, add, net->beta1, div,
                       net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_linear1_weight, net->adamw_m_linear1_weight,
                       net->linear1_weight);
    k55_linear2_weight(net->beta2, w->dlinear2_weight, add, net->beta1, div,
                       net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_linear2_weight, net->adamw_m_linear2_weight,
                       net->linear2_weight);
    k54_linear1_weight(net->beta2, w->dlinear3_weight, add, net->beta1, div,
                       net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_linear3_weight, net->adamw_m_linear3_weight,
                       net->linear3_weight);
    k55_linear2_weight(net->beta2, w->dlinear4_weight, add, net->beta1, div,
                       net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_linear4_weight, net->adamw_m_linear4_weight,
                       net->linear4_weight);
    k54_linear1_weight(net->beta2, w->dlinear5_weight, add, net->beta1, div,
                       net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_linear5_weight, net->adamw_m_linear5_weight,
                       net->linear5_weight);
    k55_linear2_weight(net->beta2, w->dlinear6_weight, add, net->beta1, div,
                       net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_linear6_weight, net->adamw_m_linear6_weight,
                       net->linear6_weight);
    k54_linear1_weight(net->beta2, w->dlinear7_weight, add, net->beta1, div,
                       net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_linear7_weight, net->adamw_m_linear7_weight,
                       net->linear7_weight);
    k55_linear2_weight(net->beta2, w->dlinear8_weight, add, net->beta1, div,
                       net->weight_decay, pow, sqrt_, net->eps,
                       net->adamw_v_linear8_weight, net->adamw_m_linear8_weight,
                       net->linear8_weight);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float nanogpt_eval(Nanogpt *net, const int32_t tokens[restrict 12][64],
                   const int32_t target[restrict 12][64])
{
    float loss;
    union NanogptEval *w = &net->work.eval;
    k56_mul(tokens, net->embedding1_weight, net->positions, net->layernorm1_weight,
            w->mul5);
    k7_contract(w->mul5, net->multiheadattention1_qkv_weight, w->contract);
    k8_where(w->contract, w->where);
    k57_div(w->where, w->div);
    k10_contract(w->div, w->contract, w->contract5);
    k11_add((float(*)[64][128])w->contract5, net->multiheadattention1_out_weight,
            tokens, net->embedding1_weight, net->positions, w->add);
    k58_mul(w->add, net->layernorm2_weight, w->mul9);
    k59_mul(w->mul9, net->linear1_weight, w->mul);
    k60_x(w->mul, net->linear2_weight, w->add);
    k58_mul(w->add, net->layernorm3_weight, w->mul6);
    k7_contract(w->mul6, net->multiheadattention2_qkv_weight, w->contract2);
    k8_where(w->contract2, w->where2);
    k57_div(w->where2, w->div2);
    k10_contract(w->div2, w->contract2, w->contract6);
    k61_add((float(*)[64][128])w->contract6, net->multiheadattention2_out_weight,
            w->add);
    k58_mul(w->add, net->layernorm4_weight, w->mul10);
    k59_mul(w->mul10, net->linear3_weight, w->mul2);
    k60_x(w->mul2, net->linear4_weight, w->add);
    k58_mul(w->add, net->layernorm5_weight, w->mul7);
    k7_contract(w->mul7, net->multiheadattention3_qkv_weight, w->contract3);
    k8_where(w->contract3, w->where3);
    k57_div(w->where3, w->div3);
    k10_contract(w->div3, w->contract3, w->contract7);
    k61_add((float(*)[64][128])w->contract7, net->multiheadattention3_out_weight,
            w->add);
    k58_mul(w->add, net->layernorm6_weight, w->mul11);
    k59_mul(w->mul11, net->linear5_weight, w->mul3);
    k60_x(w->mul3, net->linear6_weight, w->add);
    k58_mul(w->add, net->layernorm7_weight, w->mul8);
    k7_contract(w->mul8, net->multiheadattention4_qkv_weight, w->contract4);
    k8_where(w->contract4, w->where4);
    k57_div(w->where4, w->div4);
    k10_contract(w->div4, w->contract4, w->contract8);
    k61_add((float(*)[64][128])w->contract8, net->multiheadattention4_out_weight,
            w->add);
    k58_mul(w->add, net->layernorm8_weight, w->mul12);
    k59_mul(w->mul12, net->linear7_weight, w->mul4);
    k60_x(w->mul4, net->linear8_weight, w->add);
    k58_mul(w->add, net->layernorm9_weight, w->x);
    k16_logits(w->x, net->embedding1_weight, w->logits);
    k62_sum(w->logits, w->sub, w->sum);
    k18_loss(target, w->sum, w->sub, &loss);
    return loss;
}

/* The loss and the metrics as in inference, without an update. */
float nanogpt_eval_one(Nanogpt *net, const int32_t tokens[restrict 1][64],
                       const int32_t target[restrict 1][64])
{
    float loss;
    union NanogptEvalOne *w = &net->work.eval_one;
    k63_mul(tokens, net->embedding1_weight, net->positions, net->layernorm1_weight,
            w->mul12, w->sub, w->div8, w->mul14);
    k64_contract(w->mul14, net->multiheadattention1_qkv_weight, w->contract);
    k65_where(w->contract, w->where);
    k66_div(w->where, w->max2, w->exp, w->sum2, w->div10);
    k67_contract(w->div10, w->contract, w->contract5);
    k68_add((float(*)[64][128])w->contract5, net->multiheadattention1_out_weight,
            tokens, net->embedding1_weight, net->positions, w->add);
    k69_mul(w->add, net->layernorm2_weight, w->mul, w->div, w->mul18);
    k70_mul(w->mul18, net->linear1_weight, w->mul2);
    k71_x(w->mul2, net->linear2_weight, w->add);
    k69_mul(w->add, net->layernorm3_weight, w->mul3, w->div2, w->mul15);
    k64_contract(w->mul15, net->multiheadattention2_qkv_weight, w->contract2);
    k65_where(w->contract2, w->where2);
    k66_div(w->where2, w->max3, w->exp2, w->sum3, w->div11);
    k67_contract(w->div11, w->contract2, w->contract6);
    k72_add((float(*)[64][128])w->contract6, net->multiheadattention2_out_weight,
            w->add);
    k69_mul(w->add, net->layernorm4_weight, w->mul4, w->div3, w->mul19);
    k70_mul(w->mul19, net->linear3_weight, w->mul5);
    k71_x(w->mul5, net->linear4_weight, w->add);
    k69_mul(w->add, net->layernorm5_weight, w->mul6, w->div4, w->mul16);
    k64_contract(w->mul16, net->multiheadattention3_qkv_weight, w->contract3);
    k65_where(w->contract3, w->where3);
    k66_div(w->where3, w->max4, w->exp3, w->sum4, w->div12);
    k67_contract(w->div12, w->contract3, w->contract7);
    k72_add((float(*)[64][128])w->contract7, net->multiheadattention3_out_weight,
            w->add);
    k69_mul(w->add, net->layernorm6_weight, w->mul7, w->div5, w->mul20);
    k70_mul(w->mul20, net->linear5_weight, w->mul8);
    k71_x(w->mul8, net->linear6_weight, w->add);
    k69_mul(w->add, net->layernorm7_weight, w->mul9, w->div6, w->mul17);
    k64_contract(w->mul17, net->multiheadattention4_qkv_weight, w->contract4);
    k65_where(w->contract4, w->where4);
    k66_div(w->where4, w->max5, w->exp4, w->sum5, w->div13);
    k67_contract(w->div13, w->contract4, w->contract8);
    k72_add((float(*)[64][128])w->contract8, net->multiheadattention4_out_weight,
            w->add);
    k69_mul(w->add, net->layernorm8_weight, w->mul10, w->div7, w->mul21);
    k70_mul(w->mul21, net->linear7_weight, w->mul11);
    k71_x(w->mul11, net->linear8_weight, w->add);
    k69_mul(w->add, net->layernorm9_weight, w->mul13, w->div9, w->x);
    k73_logits(w->x, net->embedding1_weight, w->logits);
    k74_sum(w->logits, w->max, w->sub2, w->sum);
    k75_loss(target, w->sum, w->sub2, &loss);
    return loss;
}

/* The function `logits`. */
void nanogpt_logits(Nanogpt *net, const int32_t tokens[restrict 1][64],
                    float logits[restrict 1][64][65])
{
    union NanogptLogits *w = &net->work.logits;
    k63_mul(tokens, net->embedding1_weight, net->positions, net->layernorm1_weight,
            w->mul12, w->sub, w->div8, w->mul14);
    k64_contract(w->mul14, net->multiheadattention1_qkv_weight, w->contract);
    k65_where(w->contract, w->where);
    k66_div(w->where, w->max, w->exp, w->sum, w->div10);
    k67_contract(w->div10, w->contract, w->contract5);
    k68_add((float(*)[64][128])w->contract5, net->multiheadattention1_out_weight,
            tokens, net->embedding1_weight, net->positions, w->add);
    k69_mul(w->add, net->layernorm2_weight, w->mul, w->div, w->mul18);
    k70_mul(w->mul18, net->linear1_weight, w->mul2);
    k71_x(w->mul2, net->linear2_weight, w->add);
    k69_mul(w->add, net->layernorm3_weight, w->mul3, w->div2, w->mul15);
    k64_contract(w->mul15, net->multiheadattention2_qkv_weight, w->contract2);
    k65_where(w->contract2, w->where2);
    k66_div(w->where2, w->max2, w->exp2, w->sum2, w->div11);
    k67_contract(w->div11, w->contract2, w->contract6);
    k72_add((float(*)[64][128])w->contract6, net->multiheadattention2_out_weight,
            w->add);
    k69_mul(w->add, net->layernorm4_weight, w->mul4, w->div3, w->mul19);
    k70_mul(w->mul19, net->linear3_weight, w->mul5);
    k71_x(w->mul5, net->linear4_weight, w->add);
    k69_mul(w->add, net->layernorm5_weight, w->mul6, w->div4, w->mul16);
    k64_contract(w->mul16, net->multiheadattention3_qkv_weight, w->contract3);
    k65_where(w->contract3, w->where3);
    k66_div(w->where3, w->max3, w->exp3, w->sum3, w->div12);
    k67_contract(w->div12, w->contract3, w->contract7);
    k72_add((float(*)[64][128])w->contract7, net->multiheadattention3_out_weight,
            w->add);
    k69_mul(w->add, net->layernorm6_weight, w->mul7, w->div5, w->mul20);
    k70_mul(w->mul20, net->linear5_weight, w->mul8);
    k71_x(w->mul8, net->linear6_weight, w->add);
    k69_mul(w->add, net->layernorm7_weight, w->mul9, w->div6, w->mul17);
    k64_contract(w->mul17, net->multiheadattention4_qkv_weight, w->contract4);
    k65_where(w->contract4, w->where4);
    k66_div(w->where4, w->max4, w->exp4, w->sum4, w->div13);
    k67_contract(w->div13, w->contract4, w->contract8);
    k72_add((float(*)[64][128])w->contract8, net->multiheadattention4_out_weight,
            w->add);
    k69_mul(w->add, net->layernorm8_weight, w->mul10, w->div7, w->mul21);
    k70_mul(w->mul21, net->linear7_weight, w->mul11);
    k71_x(w->mul11, net->linear8_weight, w->add);
    k69_mul(w->add, net->layernorm9_weight, w->mul13, w->div9, w->x);
    k73_logits(w->x, net->embedding1_weight, logits);
}

#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic pop
#endif

/* clang-format off */
const MfTensor nanogpt_tensors[] = {
    {"embedding1.weight", MF_F32, MF_PARAM, 2, {65, 128}, offsetof(Nanogpt, embedding1_weight)},
    {"positions", MF_F32, MF_PARAM, 2, {64, 128}, offsetof(Nanogpt, positions)},
    {"multiheadattention1.qkv.weight", MF_F32, MF_PARAM, 2, {128, 384}, offsetof(Nanogpt, multiheadattention1_qkv_weight)},
    {"multiheadattention1.out.weight", MF_F32, MF_PARAM, 2, {128, 128}, offsetof(Nanogpt, multiheadattention1_out_weight)},
    {"layernorm1.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, layernorm1_weight)},
    {"layernorm2.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, layernorm2_weight)},
    {"linear1.weight", MF_F32, MF_PARAM, 2, {128, 512}, offsetof(Nanogpt, linear1_weight)},
    {"linear2.weight", MF_F32, MF_PARAM, 2, {512, 128}, offsetof(Nanogpt, linear2_weight)},
    {"multiheadattention2.qkv.weight", MF_F32, MF_PARAM, 2, {128, 384}, offsetof(Nanogpt, multiheadattention2_qkv_weight)},
    {"multiheadattention2.out.weight", MF_F32, MF_PARAM, 2, {128, 128}, offsetof(Nanogpt, multiheadattention2_out_weight)},
    {"layernorm3.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, layernorm3_weight)},
    {"layernorm4.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, layernorm4_weight)},
    {"linear3.weight", MF_F32, MF_PARAM, 2, {128, 512}, offsetof(Nanogpt, linear3_weight)},
    {"linear4.weight", MF_F32, MF_PARAM, 2, {512, 128}, offsetof(Nanogpt, linear4_weight)},
    {"multiheadattention3.qkv.weight", MF_F32, MF_PARAM, 2, {128, 384}, offsetof(Nanogpt, multiheadattention3_qkv_weight)},
    {"multiheadattention3.out.weight", MF_F32, MF_PARAM, 2, {128, 128}, offsetof(Nanogpt, multiheadattention3_out_weight)},
    {"layernorm5.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, layernorm5_weight)},
    {"layernorm6.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, layernorm6_weight)},
    {"linear5.weight", MF_F32, MF_PARAM, 2, {128, 512}, offsetof(Nanogpt, linear5_weight)},
    {"linear6.weight", MF_F32, MF_PARAM, 2, {512, 128}, offsetof(Nanogpt, linear6_weight)},
    {"multiheadattention4.qkv.weight", MF_F32, MF_PARAM, 2, {128, 384}, offsetof(Nanogpt, multiheadattention4_qkv_weight)},
    {"multiheadattention4.out.weight", MF_F32, MF_PARAM, 2, {128, 128}, offsetof(Nanogpt, multiheadattention4_out_weight)},
    {"layernorm7.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, layernorm7_weight)},
    {"layernorm8.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, layernorm8_weight)},
    {"linear7.weight", MF_F32, MF_PARAM, 2, {128, 512}, offsetof(Nanogpt, linear7_weight)},
    {"linear8.weight", MF_F32, MF_PARAM, 2, {512, 128}, offsetof(Nanogpt, linear8_weight)},
    {"layernorm9.weight", MF_F32, MF_PARAM, 1, {128}, offsetof(Nanogpt, layernorm9_weight)},
    {"adamw.m.embedding1.weight", MF_F32, MF_STATE, 2, {65, 128}, offsetof(Nanogpt, adamw_m_embedding1_weight)},
    {"adamw.v.embedding1.weight", MF_F32, MF_STATE, 2, {65, 128}, offsetof(Nanogpt, adamw_v_embedding1_weight)},
    {"adamw.m.positions", MF_F32, MF_STATE, 2, {64, 128}, offsetof(Nanogpt, adamw_m_positions)},
    {"adamw.v.positions", MF_F32, MF_STATE, 2, {64, 128}, offsetof(Nanogpt, adamw_v_positions)},
    {"adamw.m.multiheadattention1.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, adamw_m_multiheadattention1_qkv_weight)},
    {"adamw.v.multiheadattention1.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, adamw_v_multiheadattention1_qkv_weight)},
    {"adamw.m.multiheadattention1.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, adamw_m_multiheadattention1_out_weight)},
    {"adamw.v.multiheadattention1.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, adamw_v_multiheadattention1_out_weight)},
    {"adamw.m.layernorm1.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_m_layernorm1_weight)},
    {"adamw.v.layernorm1.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_v_layernorm1_weight)},
    {"adamw.m.layernorm2.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_m_layernorm2_weight)},
    {"adamw.v.layernorm2.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_v_layernorm2_weight)},
    {"adamw.m.linear1.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, adamw_m_linear1_weight)},
    {"adamw.v.linear1.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, adamw_v_linear1_weight)},
    {"adamw.m.linear2.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, adamw_m_linear2_weight)},
    {"adamw.v.linear2.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, adamw_v_linear2_weight)},
    {"adamw.m.multiheadattention2.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, adamw_m_multiheadattention2_qkv_weight)},
    {"adamw.v.multiheadattention2.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, adamw_v_multiheadattention2_qkv_weight)},
    {"adamw.m.multiheadattention2.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, adamw_m_multiheadattention2_out_weight)},
    {"adamw.v.multiheadattention2.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, adamw_v_multiheadattention2_out_weight)},
    {"adamw.m.layernorm3.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_m_layernorm3_weight)},
    {"adamw.v.layernorm3.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_v_layernorm3_weight)},
    {"adamw.m.layernorm4.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_m_layernorm4_weight)},
    {"adamw.v.layernorm4.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_v_layernorm4_weight)},
    {"adamw.m.linear3.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, adamw_m_linear3_weight)},
    {"adamw.v.linear3.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, adamw_v_linear3_weight)},
    {"adamw.m.linear4.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, adamw_m_linear4_weight)},
    {"adamw.v.linear4.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, adamw_v_linear4_weight)},
    {"adamw.m.multiheadattention3.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, adamw_m_multiheadattention3_qkv_weight)},
    {"adamw.v.multiheadattention3.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, adamw_v_multiheadattention3_qkv_weight)},
    {"adamw.m.multiheadattention3.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, adamw_m_multiheadattention3_out_weight)},
    {"adamw.v.multiheadattention3.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, adamw_v_multiheadattention3_out_weight)},
    {"adamw.m.layernorm5.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_m_layernorm5_weight)},
    {"adamw.v.layernorm5.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_v_layernorm5_weight)},
    {"adamw.m.layernorm6.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_m_layernorm6_weight)},
    {"adamw.v.layernorm6.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_v_layernorm6_weight)},
    {"adamw.m.linear5.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, adamw_m_linear5_weight)},
    {"adamw.v.linear5.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, adamw_v_linear5_weight)},
    {"adamw.m.linear6.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, adamw_m_linear6_weight)},
    {"adamw.v.linear6.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, adamw_v_linear6_weight)},
    {"adamw.m.multiheadattention4.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, adamw_m_multiheadattention4_qkv_weight)},
    {"adamw.v.multiheadattention4.qkv.weight", MF_F32, MF_STATE, 2, {128, 384}, offsetof(Nanogpt, adamw_v_multiheadattention4_qkv_weight)},
    {"adamw.m.multiheadattention4.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, adamw_m_multiheadattention4_out_weight)},
    {"adamw.v.multiheadattention4.out.weight", MF_F32, MF_STATE, 2, {128, 128}, offsetof(Nanogpt, adamw_v_multiheadattention4_out_weight)},
    {"adamw.m.layernorm7.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_m_layernorm7_weight)},
    {"adamw.v.layernorm7.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_v_layernorm7_weight)},
    {"adamw.m.layernorm8.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_m_layernorm8_weight)},
    {"adamw.v.layernorm8.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_v_layernorm8_weight)},
    {"adamw.m.linear7.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, adamw_m_linear7_weight)},
    {"adamw.v.linear7.weight", MF_F32, MF_STATE, 2, {128, 512}, offsetof(Nanogpt, adamw_v_linear7_weight)},
    {"adamw.m.linear8.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, adamw_m_linear8_weight)},
    {"adamw.v.linear8.weight", MF_F32, MF_STATE, 2, {512, 128}, offsetof(Nanogpt, adamw_v_linear8_weight)},
    {"adamw.m.layernorm9.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_m_layernorm9_weight)},
    {"adamw.v.layernorm9.weight", MF_F32, MF_STATE, 1, {128}, offsetof(Nanogpt, adamw_v_layernorm9_weight)},
    {"total_steps", MF_F32, MF_SETTING, 0, {0}, offsetof(Nanogpt, total_steps)},
    {"weight_decay", MF_F32, MF_SETTING, 0, {0}, offsetof(Nanogpt, weight_decay)},
    {"beta1", MF_F32, MF_SETTING, 0, {0}, offsetof(Nanogpt, beta1)},
    {"beta2", MF_F32, MF_SETTING, 0, {0}, offsetof(Nanogpt, beta2)},
    {"eps", MF_F32, MF_SETTING, 0, {0}, offsetof(Nanogpt, eps)},
};
/* clang-format on */

#ifndef NANOGPT_NO_MAIN

/* clang-format off */
static const MfPort logits_in[] = {
    {"tokens", MF_I32, 2, {1, 64}, 65},
};
/* clang-format on */

/* clang-format off */
static const MfPort logits_out[] = {
    {"logits", MF_F32, 3, {1, 64, 65}, 0},
};
/* clang-format on */

static void call_logits(void *net, const void *const *in, void *const *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    nanogpt_logits(net, in0, out[0]);
}

/* clang-format off */
static const MfFunc funcs[] = {
    {"logits", 1, 1, 1, logits_in, logits_out, call_logits},
};
/* clang-format on */

/* clang-format off */
static const MfPort step_in[] = {
    {"tokens", MF_I32, 2, {12, 64}, 65},
    {"target", MF_I32, 2, {12, 64}, 65},
};
/* clang-format on */

static void call_step(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)nanogpt_step(net, in0, in1);
}

static void call_eval(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)nanogpt_eval(net, in0, in1);
}

static void call_eval_one(void *net, const void *const *in, double *out)
{
    const int32_t(*in0)[64] = (const int32_t(*)[64])in[0];
    const int32_t(*in1)[64] = (const int32_t(*)[64])in[1];
    out[0] = (double)nanogpt_eval_one(net, in0, in1);
}

/* clang-format off */
static const MfTrain trains[] = {
    {
        .name = "",
        .batch = 12,
        .n_in = 2,
        .in = step_in,
        .step = call_step,
        .eval = call_eval,
        .eval_one = call_eval_one,
        .steps = 2000,
        .shuffle = MF_SHUFFLE,
        .seed = 1u,
        .accumulate = 1,
        .valid_split = "valid",
        .valid_every = 250,
        .valid_batches = 20,
        .turns = 1,
    },
};
/* clang-format on */

/* clang-format off */
static const MfField fields[] = {
    {.input = "tokens", .columns = "tokens"},
    {.input = "target", .columns = "target"},
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
    .kind = MF_DATA_TEXT,
    .path = "tinyshakespeare.txt",
    .context = 64,
    .vocabulary = 65,
    .n_fields = 2,
    .n_splits = 2,
    .field = fields,
    .split = splits,
};
/* clang-format on */

static void init_net(void *net, uint64_t seed)
{
    nanogpt_init(net, seed);
}

/* clang-format off */
static const MfModel model = {
    .name = "nanogpt",
    .script = "nanogpt.lua",
    .version = "0.1",
    .hash = 0xf449175c8e037192u,
    .real = MF_F32,
    .size = sizeof(Nanogpt),
    .param_bytes = 3216384,
    .state_bytes = 6432768,
    .work_bytes = 39650304,
    .seed_offset = offsetof(Nanogpt, seed),
    .step_offset = offsetof(Nanogpt, step),
    .steps_offset = offsetof(Nanogpt, total_steps),
    .init = init_net,
    .n_tensors = 86,
    .n_funcs = 1,
    .n_trains = 1,
    .tensor = nanogpt_tensors,
    .func = funcs,
    .train = trains,
    .data = &source,
};
/* clang-format on */

int main(int argc, char **argv)
{
    static Nanogpt net;
    return mf_main(argc, argv, &model, &net);
}

#endif
